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
    metal::float2 x_1,
    device type_3& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    lse[at] = x_1.x + x_1.y;
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

metal::float2 log_parts(
    float top_1,
    float sum_2,
    constant Params& params
) {
    float _e4 = params.neg_inf;
    metal::float2 seen = (sum_2 > 0.0) ? metal::float2(top_1, metal::log(sum_2)) : metal::float2(_e4, 0.0);
    bool _e14 = is_nan(sum_2);
    return _e14 ? metal::float2(sum_2, 0.0) : seen;
}

float log_sum(
    float top_2,
    float sum_3,
    constant Params& params
) {
    metal::float2 _e2 = log_parts(top_2, sum_3, params);
    return _e2.x + _e2.y;
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
    uint at_2 = (row * V_DIM) + d_1;
    float _e11 = partial_o[at_2];
    r.x = _e11;
    if ((d_1 + 1u) < V_DIM) {
        float _e21 = partial_o[at_2 + 1u];
        r.y = _e21;
    }
    if ((d_1 + 2u) < V_DIM) {
        float _e31 = partial_o[at_2 + 2u];
        r.z = _e31;
    }
    if ((d_1 + 3u) < V_DIM) {
        float _e41 = partial_o[at_2 + 3u];
        r.w = _e41;
    }
    metal::float4 _e42 = r;
    return _e42;
}

metal::float2 part_lse(
    uint at_1,
    device type_3 const& partial_lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = partial_lse[at_1];
    return metal::float2(_e3, 0.0);
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
    uint at_3 = (_e2 * WORKGROUP) + tid;
    uint row_1 = naga_div(at_3, V4_);
    uint _e10 = params.rows;
    if (row_1 >= _e10) {
        return;
    }
    uint d_2 = naga_mod(at_3, V4_) * 4u;
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
            uint _e25 = p;
            uint _e28 = params.rows;
            metal::float2 _e31 = part_lse((_e25 * _e28) + row_1, partial_lse, _buffer_sizes);
            bool _e33 = is_neg_inf(_e31.x);
            if (!(_e33)) {
                float _e35 = top;
                top = metal::max(_e35, _e31.x);
            }
        }
    }
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e82 = p_1;
            p_1 = _e82 + 1u;
        }
        loop_init_1 = false;
        uint _e48 = p_1;
        uint _e51 = params.parts;
        if (_e48 < _e51) {
        } else {
            break;
        }
        {
            uint _e53 = p_1;
            uint _e56 = params.rows;
            metal::float2 _e59 = part_lse((_e53 * _e56) + row_1, partial_lse, _buffer_sizes);
            bool _e61 = is_neg_inf(_e59.x);
            if (!(_e61)) {
                float _e64 = top;
                float _e68 = exp_kept((_e59.x - _e64) + _e59.y);
                float _e69 = sum;
                sum = _e69 + _e68;
                metal::float4 _e71 = acc;
                uint _e72 = p_1;
                uint _e75 = params.rows;
                metal::float4 _e78 = partial_o4_((_e72 * _e75) + row_1, d_2, partial_o, _buffer_sizes);
                acc = _e71 + (_e68 * _e78);
            }
        }
    }
    uint _e86 = params.len;
    uint i = naga_mod(row_1, _e86);
    uint _e90 = params.len;
    uint _e94 = params.heads;
    uint h = naga_mod(naga_div(row_1, _e90), _e94);
    uint _e98 = params.len;
    uint _e101 = params.heads;
    uint b = naga_div(row_1, _e98 * _e101);
    uint _e106 = params.o_offset;
    uint _e109 = params.o_batch;
    uint _e114 = params.o_head;
    uint _e119 = params.o_row;
    uint o_at = ((_e106 + (b * _e109)) + (h * _e114)) + (i * _e119);
    metal::float4 _e123 = acc;
    float _e124 = sum;
    float _e127 = sum;
    bool _e128 = row_seen(_e127);
    store_o4_(o_at, d_2, V_DIM, _e123 * (MEAN ? (_e128 ? (1.0 / _e124) : 0.0) : 1.0), o, _buffer_sizes);
    if (d_2 == 0u) {
        float _e137 = top;
        float _e138 = sum;
        metal::float2 _e139 = log_parts(_e137, _e138, params);
        store_lse(row_1, _e139, lse, _buffer_sizes);
        return;
    } else {
        return;
    }
}
