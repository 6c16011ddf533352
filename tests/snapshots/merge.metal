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
    uint batch;
    uint heads;
    uint len;
    uint row_batch;
    uint total_len;
    uint whole;
    uint first;
    uint reverse_from;
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
    bool local_1 = {};
    if (!((sum_1 > 0.0))) {
        bool _e6 = is_nan(sum_1);
        local_1 = _e6;
    } else {
        local_1 = true;
    }
    bool _e8 = local_1;
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

uint token_start(
    uint b
) {
    return 0u;
}

uint token_count(
    uint b_1,
    constant Params& params
) {
    uint _e3 = params.len;
    return _e3;
}
uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
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
    bool local = {};
    float top = MASKED;
    uint p = 0u;
    float sum = 0.0;
    metal::float4 acc = metal::float4(0.0);
    uint p_1 = 0u;
    uint _e2 = group_id(wid, params);
    uint at_3 = (_e2 * WORKGROUP) + tid;
    uint d_2 = naga_mod(at_3, V4_) * 4u;
    uint _e14 = params.len;
    uint t = naga_mod(naga_div(at_3, V4_), _e14);
    uint _e20 = params.len;
    uint _e24 = params.heads;
    uint h = naga_mod(naga_div(naga_div(at_3, V4_), _e20), _e24);
    uint _e30 = params.len;
    uint _e34 = params.heads;
    uint b_2 = naga_div(naga_div(naga_div(at_3, V4_), _e30), _e34);
    uint _e38 = params.batch;
    if (!((b_2 >= _e38))) {
        uint _e43 = token_count(b_2, params);
        local = t >= _e43;
    } else {
        local = true;
    }
    bool _e46 = local;
    if (_e46) {
        return;
    }
    uint _e47 = token_start(b_2);
    uint i = _e47 + t;
    uint _e51 = params.row_batch;
    uint _e55 = params.total_len;
    uint row_1 = ((b_2 * _e51) + (h * _e55)) + i;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e82 = p;
            p = _e82 + 1u;
        }
        loop_init = false;
        uint _e63 = p;
        uint _e66 = params.parts;
        if (_e63 < _e66) {
        } else {
            break;
        }
        {
            uint _e68 = p;
            uint _e71 = params.rows;
            metal::float2 _e74 = part_lse((_e68 * _e71) + row_1, partial_lse, _buffer_sizes);
            bool _e76 = is_neg_inf(_e74.x);
            if (!(_e76)) {
                float _e78 = top;
                top = metal::max(_e78, _e74.x);
            }
        }
    }
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e125 = p_1;
            p_1 = _e125 + 1u;
        }
        loop_init_1 = false;
        uint _e91 = p_1;
        uint _e94 = params.parts;
        if (_e91 < _e94) {
        } else {
            break;
        }
        {
            uint _e96 = p_1;
            uint _e99 = params.rows;
            metal::float2 _e102 = part_lse((_e96 * _e99) + row_1, partial_lse, _buffer_sizes);
            bool _e104 = is_neg_inf(_e102.x);
            if (!(_e104)) {
                float _e107 = top;
                float _e111 = exp_kept((_e102.x - _e107) + _e102.y);
                float _e112 = sum;
                sum = _e112 + _e111;
                metal::float4 _e114 = acc;
                uint _e115 = p_1;
                uint _e118 = params.rows;
                metal::float4 _e121 = partial_o4_((_e115 * _e118) + row_1, d_2, partial_o, _buffer_sizes);
                acc = _e114 + (_e111 * _e121);
            }
        }
    }
    uint _e129 = params.o_offset;
    uint _e132 = params.o_batch;
    uint _e137 = params.o_head;
    uint _e142 = params.o_row;
    uint o_at = ((_e129 + (b_2 * _e132)) + (h * _e137)) + (i * _e142);
    metal::float4 _e146 = acc;
    float _e147 = sum;
    float _e150 = sum;
    bool _e151 = row_seen(_e150);
    store_o4_(o_at, d_2, V_DIM, _e146 * (MEAN ? (_e151 ? (1.0 / _e147) : 0.0) : 1.0), o, _buffer_sizes);
    if (d_2 == 0u) {
        float _e160 = top;
        float _e161 = sum;
        metal::float2 _e162 = log_parts(_e160, _e161, params);
        store_lse(row_1, _e162, lse, _buffer_sizes);
        return;
    } else {
        return;
    }
}
