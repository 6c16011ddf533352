// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
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
typedef float type_2[1];
typedef metal::float4 type_4[1];
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

float load_input(
    uint at,
    device type_2 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = input[at];
    return static_cast<float>(_e3);
}

void store_o4_(
    uint base,
    uint d,
    uint dim,
    metal::float4 x,
    device type_4& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d < dim) {
        o[(base + d) >> 2u] = static_cast<metal::float4>(x);
        return;
    } else {
        return;
    }
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
    uint b = naga_div(row, _e23 * _e26);
    uint _e31 = params.input_offset;
    uint _e34 = params.input_batch;
    uint _e39 = params.input_head;
    uint head_at = (_e31 + (b * _e34)) + (h * _e39);
    uint _e44 = params.o_offset;
    uint _e47 = params.o_batch;
    uint _e52 = params.o_head;
    uint _e57 = params.o_row;
    uint o_at = ((_e44 + (b * _e47)) + (h * _e52)) + (i_1 * _e57);
    return Place {row, b, h, i_1, naga_mod(id, columns) * 4u, head_at, o_at};
}

metal::float4 input_four(
    uint at_1,
    uint d_1,
    constant Params& params,
    device type_2 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 x_1 = metal::float4(0.0);
    uint n = 0u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e22 = n;
            n = _e22 + 1u;
        }
        loop_init = false;
        uint _e7 = n;
        uint _e11 = params.dim;
        if (_e7 < metal::min(4u, _e11 - d_1)) {
        } else {
            break;
        }
        {
            uint _e15 = n;
            uint _e18 = n;
            float _e20 = load_input((at_1 + d_1) + _e18, input, _buffer_sizes);
            x_1[_e15] = _e20;
        }
    }
    metal::float4 _e24 = x_1;
    return _e24;
}

metal::float4 pool_next(
    metal::float4 acc_1,
    metal::float4 x_2
) {
    return acc_1 + x_2;
}

metal::float4 pool_end(
    metal::float4 acc_2,
    uint count
) {
    return acc_2 / metal::float4(static_cast<float>(count));
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_2 const& input [[user(fake0)]]
, device type_4& o [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    metal::float4 acc = {};
    uint i = {};
    uint _e2 = group_id(wid, params);
    Place _e6 = place_of((_e2 * WORKGROUP) + tid, params);
    uint _e10 = params.rows;
    if (_e6.row >= _e10) {
        return;
    }
    uint _e15 = params.stride;
    uint place = _e6.i * _e15;
    uint _e19 = params.lead;
    uint _e23 = params.lead;
    uint first = metal::max(place, _e19) - _e23;
    uint _e27 = params.block;
    uint _e30 = params.lead;
    uint _e34 = params.tokens;
    uint end = place + metal::min(_e27 - _e30, _e34 - place);
    uint _e41 = params.input_row;
    metal::float4 _e45 = input_four(_e6.head_at + (first * _e41), _e6.d, params, input, _buffer_sizes);
    acc = _e45;
    i = first + 1u;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e64 = i;
            i = _e64 + 1u;
        }
        loop_init_1 = false;
        uint _e50 = i;
        if (_e50 < end) {
        } else {
            break;
        }
        {
            metal::float4 _e52 = acc;
            uint _e54 = i;
            uint _e57 = params.input_row;
            metal::float4 _e61 = input_four(_e6.head_at + (_e54 * _e57), _e6.d, params, input, _buffer_sizes);
            metal::float4 _e62 = pool_next(_e52, _e61);
            acc = _e62;
        }
    }
    uint _e70 = params.dim;
    metal::float4 _e71 = acc;
    metal::float4 _e73 = pool_end(_e71, end - first);
    store_o4_(_e6.o_at, _e6.d, _e70, _e73, o, _buffer_sizes);
    return;
}
