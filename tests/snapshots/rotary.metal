// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
    uint size3;
    uint size4;
};

typedef float OutElem;
struct Params {
    uint grid_x;
    uint rows;
    uint heads;
    uint len;
    uint dim;
    uint input_offset;
    uint input_batch;
    uint input_head;
    uint input_row;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    uint rotary_dim;
    uint table_batch;
    uint table_rows;
    uint block;
    uint stride;
    uint lead;
    uint tokens;
};
typedef float type_3[1];
typedef metal::float4 type_5[1];
struct Place {
    uint row;
    uint b;
    uint h;
    uint i;
    uint d;
    uint head_at;
    uint o_at;
};
constant uint WORKGROUP = 64u;
constant bool INTERLEAVED = false;

float load_input(
    uint at,
    device type_3 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = input[at];
    return static_cast<float>(_e3);
}

void store_o4_(
    uint base,
    uint d,
    uint dim,
    metal::float4 x_1,
    device type_5& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d < dim) {
        o[(base + d) >> 2u] = static_cast<metal::float4>(x_1);
        return;
    } else {
        return;
    }
}

float load_cos_table(
    uint at_1,
    device type_3 const& cos_table,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = cos_table[at_1];
    return static_cast<float>(_e3);
}

float load_sin_table(
    uint at_2,
    device type_3 const& sin_table,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = sin_table[at_2];
    return static_cast<float>(_e3);
}

uint table_row(
    uint b,
    uint i,
    constant Params& params
) {
    uint _e4 = params.len;
    return (b * _e4) + i;
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

Place place_of(
    uint id,
    constant Params& params
) {
    uint _e3 = params.dim;
    uint columns = naga_div(_e3 + 3u, 4u);
    uint row = naga_div(id, columns);
    uint _e11 = params.len;
    uint i_1 = naga_mod(row, _e11);
    uint _e15 = params.len;
    uint _e19 = params.heads;
    uint h = naga_mod(naga_div(row, _e15), _e19);
    uint _e23 = params.len;
    uint _e26 = params.heads;
    uint b_1 = naga_div(row, _e23 * _e26);
    uint _e31 = params.input_offset;
    uint _e34 = params.input_batch;
    uint _e39 = params.input_head;
    uint head_at = (_e31 + (b_1 * _e34)) + (h * _e39);
    uint _e44 = params.o_offset;
    uint _e47 = params.o_batch;
    uint _e52 = params.o_head;
    uint _e57 = params.o_row;
    uint o_at = ((_e44 + (b_1 * _e47)) + (h * _e52)) + (i_1 * _e57);
    return Place {row, b_1, h, i_1, naga_mod(id, columns) * 4u, head_at, o_at};
}

metal::float4 input_four(
    uint at_3,
    uint d_1,
    constant Params& params,
    device type_3 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 x_2 = metal::float4(0.0);
    uint n_1 = 0u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e22 = n_1;
            n_1 = _e22 + 1u;
        }
        loop_init = false;
        uint _e7 = n_1;
        uint _e11 = params.dim;
        if (_e7 < metal::min(4u, _e11 - d_1)) {
        } else {
            break;
        }
        {
            uint _e15 = n_1;
            uint _e18 = n_1;
            float _e20 = load_input((at_3 + d_1) + _e18, input, _buffer_sizes);
            x_2[_e15] = _e20;
        }
    }
    metal::float4 _e24 = x_2;
    return _e24;
}

float rotated(
    uint input_at,
    uint table,
    uint d_2,
    constant Params& params,
    device type_3 const& input,
    device type_3 const& cos_table,
    device type_3 const& sin_table,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e4 = load_input(input_at + d_2, input, _buffer_sizes);
    uint _e7 = params.rotary_dim;
    if (d_2 >= _e7) {
        return _e4;
    }
    uint _e11 = params.rotary_dim;
    uint pairs = naga_div(_e11, 2u);
    uint f = INTERLEAVED ? naga_div(d_2, 2u) : naga_mod(d_2, pairs);
    bool first = INTERLEAVED ? (naga_mod(d_2, 2u) == 0u) : (d_2 < pairs);
    uint step = INTERLEAVED ? 1u : pairs;
    float _e30 = load_cos_table(table + f, cos_table, _buffer_sizes);
    float _e32 = load_sin_table(table + f, sin_table, _buffer_sizes);
    if (first) {
        float _e36 = load_input((input_at + d_2) + step, input, _buffer_sizes);
        return (_e4 * _e30) - (_e36 * _e32);
    }
    float _e42 = load_input((input_at + d_2) - step, input, _buffer_sizes);
    return (_e4 * _e30) + (_e42 * _e32);
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_3 const& input [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, device type_3 const& cos_table [[user(fake0)]]
, device type_3 const& sin_table [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    metal::float4 x = metal::float4(0.0);
    uint n = 0u;
    uint _e2 = group_id(wid, params);
    Place _e6 = place_of((_e2 * WORKGROUP) + tid, params);
    uint _e10 = params.rows;
    if (_e6.row >= _e10) {
        return;
    }
    uint _e16 = params.input_row;
    uint input_at_1 = _e6.head_at + (_e6.i * _e16);
    uint _e21 = table_row(_e6.b, _e6.i, params);
    uint _e24 = params.rotary_dim;
    uint table_1 = _e21 * naga_div(_e24, 2u);
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e49 = n;
            n = _e49 + 1u;
        }
        loop_init_1 = false;
        uint _e33 = n;
        uint _e37 = params.dim;
        if (_e33 < metal::min(4u, _e37 - _e6.d)) {
        } else {
            break;
        }
        {
            uint _e42 = n;
            uint _e45 = n;
            float _e47 = rotated(input_at_1, table_1, _e6.d + _e45, params, input, cos_table, sin_table, _buffer_sizes);
            x[_e42] = _e47;
        }
    }
    uint _e55 = params.dim;
    metal::float4 _e56 = x;
    store_o4_(_e6.o_at, _e6.d, _e55, _e56, o, _buffer_sizes);
    return;
}
