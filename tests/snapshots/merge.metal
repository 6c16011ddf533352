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

typedef half OutElem;
struct Params {
    uint grid_x;
    uint rows;
    uint parts;
    uint heads;
    uint len;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    float neg_inf;
};
typedef float type_3[1];
typedef metal::half4 type_5[1];
constant uint WORKGROUP = 64u;
constant uint V_DIM = 64u;
constant bool MEAN = true;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint V4_ = 16u;

void store_o4_(
    uint base,
    uint d,
    uint dim,
    metal::float4 x,
    device type_5& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d < dim) {
        o[(base + d) >> 2u] = static_cast<metal::half4>(x);
        return;
    } else {
        return;
    }
}

void store_lse(
    uint at,
    float x_1,
    device type_3& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    lse[at] = x_1;
    return;
}

bool is_nan(
    float x_2
) {
    return (as_type<uint>(x_2) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s
) {
    bool _e3 = is_nan(s);
    return _e3 ? s : metal::max(s, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_3
) {
    return as_type<uint>(x_3) == 4286578688u;
}

metal::bool4 nonfinite(
    metal::float4 v
) {
    metal::uint4 exponent = metal::uint4(2139095040u);
    return (as_type<metal::uint4>(v) & exponent) == exponent;
}

bool any_nonfinite(
    metal::float4 v_1
) {
    metal::bool4 _e1 = nonfinite(v_1);
    return metal::any(_e1);
}

float exp_kept(
    float x_4
) {
    bool _e2 = is_nan(x_4);
    return _e2 ? x_4 : metal::exp(x_4);
}

metal::float4 exp_kept4_(
    metal::float4 x_5
) {
    metal::bool4 nan = (as_type<metal::uint4>(x_5) & metal::uint4(2147483647u)) > metal::uint4(2139095040u);
    return metal::select(metal::exp(x_5), x_5, nan);
}

bool row_seen(
    float sum_1
) {
    bool local = {};
    if (!((sum_1 > 0.0))) {
        bool _e6 = is_nan(sum_1);
        local = _e6;
    } else {
        local = true;
    }
    bool _e8 = local;
    return _e8;
}

float log_sum(
    float top_1,
    float sum_2,
    constant Params& params
) {
    float _e4 = params.neg_inf;
    bool _e10 = is_nan(sum_2);
    return _e10 ? sum_2 : ((sum_2 > 0.0) ? (top_1 + metal::log(sum_2)) : _e4);
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

metal::float4 partial_o4_(
    uint row,
    uint d_1,
    device type_3 const& partial_o,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r = metal::float4(0.0);
    uint at_1 = (row * V_DIM) + d_1;
    float _e11 = partial_o[at_1];
    r.x = _e11;
    if ((d_1 + 1u) < V_DIM) {
        float _e21 = partial_o[at_1 + 1u];
        r.y = _e21;
    }
    if ((d_1 + 2u) < V_DIM) {
        float _e31 = partial_o[at_1 + 2u];
        r.z = _e31;
    }
    if ((d_1 + 3u) < V_DIM) {
        float _e41 = partial_o[at_1 + 3u];
        r.w = _e41;
    }
    metal::float4 _e42 = r;
    return _e42;
}
uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}


struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_3 const& partial_o [[user(fake0)]]
, device type_3 const& partial_lse [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, device type_3& lse [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    float top = MASKED;
    uint p = 0u;
    float sum = 0.0;
    metal::float4 acc = metal::float4(0.0);
    uint p_1 = 0u;
    uint _e2 = group_id(wid, params);
    uint at_2 = (_e2 * WORKGROUP) + tid;
    uint row_1 = naga_div(at_2, V4_);
    uint _e10 = params.rows;
    if (row_1 >= _e10) {
        return;
    }
    uint d_2 = naga_mod(at_2, V4_) * 4u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e39 = p;
            p = _e39 + 1u;
        }
        loop_init = false;
        uint _e20 = p;
        uint _e23 = params.parts;
        if (_e20 < _e23) {
        } else {
            break;
        }
        {
            uint _e26 = p;
            uint _e29 = params.rows;
            float x_6 = partial_lse[(_e26 * _e29) + row_1];
            bool _e34 = is_neg_inf(x_6);
            if (!(_e34)) {
                float _e36 = top;
                top = metal::max(_e36, x_6);
            }
        }
    }
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e80 = p_1;
            p_1 = _e80 + 1u;
        }
        loop_init_1 = false;
        uint _e48 = p_1;
        uint _e51 = params.parts;
        if (_e48 < _e51) {
        } else {
            break;
        }
        {
            uint _e54 = p_1;
            uint _e57 = params.rows;
            float x_7 = partial_lse[(_e54 * _e57) + row_1];
            bool _e62 = is_neg_inf(x_7);
            if (!(_e62)) {
                float _e64 = top;
                float _e66 = exp_kept(x_7 - _e64);
                float _e67 = sum;
                sum = _e67 + _e66;
                metal::float4 _e69 = acc;
                uint _e70 = p_1;
                uint _e73 = params.rows;
                metal::float4 _e76 = partial_o4_((_e70 * _e73) + row_1, d_2, partial_o, _buffer_sizes);
                acc = _e69 + (_e66 * _e76);
            }
        }
    }
    uint _e84 = params.len;
    uint i = naga_mod(row_1, _e84);
    uint _e88 = params.len;
    uint _e92 = params.heads;
    uint h = naga_mod(naga_div(row_1, _e88), _e92);
    uint _e96 = params.len;
    uint _e99 = params.heads;
    uint b = naga_div(row_1, _e96 * _e99);
    uint _e104 = params.o_offset;
    uint _e107 = params.o_batch;
    uint _e112 = params.o_head;
    uint _e117 = params.o_row;
    uint o_at = ((_e104 + (b * _e107)) + (h * _e112)) + (i * _e117);
    metal::float4 _e121 = acc;
    float _e122 = sum;
    float _e125 = sum;
    bool _e126 = row_seen(_e125);
    store_o4_(o_at, d_2, V_DIM, _e121 * (MEAN ? (_e126 ? (1.0 / _e122) : 0.0) : 1.0), o, _buffer_sizes);
    if (d_2 == 0u) {
        float _e135 = top;
        float _e136 = sum;
        float _e137 = log_sum(_e135, _e136, params);
        store_lse(row_1, _e137, lse, _buffer_sizes);
        return;
    } else {
        return;
    }
}
