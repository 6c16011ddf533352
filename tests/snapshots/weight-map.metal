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

struct Params {
    uint groups;
    uint grid_x;
    uint splits;
    uint q_tiles;
    uint batch_base;
    uint head_base;
    uint packs;
    uint pack;
    uint group;
    uint q_heads;
    uint q_len;
    uint kv_len;
    uint total_q;
    uint total_kv;
    uint rows;
    uint cells;
    uint score_rows;
    uint q_offset;
    uint q_batch;
    uint q_head;
    uint q_row;
    uint k_offset;
    uint k_batch;
    uint k_head;
    uint k_row;
    uint v_offset;
    uint v_batch;
    uint v_head;
    uint v_row;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    uint o_split;
    uint lse_split;
    uint lse_batch;
    uint lse_head;
    uint mask_offset;
    uint mask_batch;
    uint mask_head;
    uint mask_row;
    uint mask_key;
    uint mask_kv_len;
    uint bias_offset;
    uint bias_batch;
    uint bias_head;
    uint bias_row;
    uint bias_key;
    uint bias_kv_len;
    uint block_q;
    uint block_kv;
    uint kv_blocks;
    uint block_entries;
    uint list_batch;
    uint list_group;
    uint list_head;
    uint select_batch;
    uint select_group;
    uint select_words;
    uint label_q_batch;
    uint label_q_head;
    uint label_kv_batch;
    uint label_kv_head;
    uint align_to_end;
    int align_offset;
    int window_left;
    int window_right;
    float scale;
    float softcap;
    float neg_inf;
    float sink;
    uint factor_batch;
    uint factor_head;
    uint factor_row;
    uint factor_key;
    uint weight_batch;
    uint weight_head;
    uint weight_row;
    uint grad_offset;
    uint grad_batch;
    uint grad_head;
    uint grad_row;
    uint none;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
typedef metal::float4 type_4[1];
typedef float type_5[1];
constant uint WORKGROUP = 64u;
constant uint QK_DIM = 64u;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;

float edit_score(
    float raw,
    uint b,
    uint h,
    uint i_1,
    uint j_1
) {
    float s_1 = {};
    s_1 = raw;
    float _e6 = s_1;
    return _e6;
}

metal::float4 load_q4_(
    uint base,
    uint d_1,
    device type_4 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = q[(base + d_1) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_2,
    device type_4 const& k_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k_2[(base_1 + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

float row_log(
    uint at,
    device type_5 const& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = lse[at];
    return _e3;
}

metal::float3 stat_first(
) {
    return metal::float3(0.0);
}

metal::float3 stat_next(
    metal::float3 a,
    float w
) {
    return metal::max(a, metal::float3(metal::exp(w)));
}

metal::float2 stat_end(
    metal::float3 a_1
) {
    return metal::float2(a_1.x, 0.0);
}

metal::uint2 cell_queries(
    uint row,
    uint column,
    uint q_len,
    constant Params& params
) {
    uint _e5 = params.block_q;
    uint _e11 = params.block_q;
    return metal::uint2(row * _e5, metal::min((row + 1u) * _e11, q_len));
}

metal::uint2 cell_keys(
    uint row_1,
    uint column_1,
    uint i_2,
    constant Params& params
) {
    uint _e8 = params.block_kv;
    return metal::uint2(column_1, column_1 + 1u) * _e8;
}

bool is_nan(
    float x
) {
    return (as_type<uint>(x) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s_2
) {
    bool _e3 = is_nan(s_2);
    return _e3 ? s_2 : metal::max(s_2, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_1
) {
    return as_type<uint>(x_1) == 4286578688u;
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
    float x_2
) {
    bool _e2 = is_nan(x_2);
    return _e2 ? x_2 : metal::exp(x_2);
}

metal::float4 exp_kept4_(
    metal::float4 x_3
) {
    metal::bool4 nan = (as_type<metal::uint4>(x_3) & metal::uint4(2147483647u)) > metal::uint4(2139095040u);
    return metal::select(metal::exp(x_3), x_3, nan);
}

bool row_seen(
    float sum
) {
    bool local = {};
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local = _e6;
    } else {
        local = true;
    }
    bool _e8 = local;
    return _e8;
}

metal::float2 log_parts(
    float top,
    float sum_1,
    constant Params& params
) {
    float _e4 = params.neg_inf;
    metal::float2 seen = (sum_1 > 0.0) ? metal::float2(top, metal::log(sum_1)) : metal::float2(_e4, 0.0);
    bool _e14 = is_nan(sum_1);
    return _e14 ? metal::float2(sum_1, 0.0) : seen;
}

float log_sum(
    float top_1,
    float sum_2,
    constant Params& params
) {
    metal::float2 _e2 = log_parts(top_1, sum_2, params);
    return _e2.x + _e2.y;
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

int align_offset(
    uint q_count,
    uint kv_count,
    constant Params& params
) {
    uint _e4 = params.align_to_end;
    if (_e4 != 0u) {
        return as_type<int>(as_type<uint>(static_cast<int>(kv_count)) - as_type<uint>(static_cast<int>(q_count)));
    }
    int _e12 = params.align_offset;
    return _e12;
}

metal::uint2 key_range(
    uint i_3,
    int offset,
    uint kv_count_1,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p = as_type<int>(as_type<uint>(static_cast<int>(i_3)) + as_type<uint>(offset));
    int end = static_cast<int>(kv_count_1);
    hi = end;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p) - as_type<uint>(_e16)), 0, end);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return metal::uint2(static_cast<uint>(_e33), static_cast<uint>(metal::max(_e35, _e36)));
}

uint q_start(
    uint b_1
) {
    return 0u;
}

uint q_count_1(
    uint b_2,
    constant Params& params
) {
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_start(
    uint b_3
) {
    return 0u;
}

uint kv_count_2(
    uint b_4,
    constant Params& params
) {
    uint _e3 = params.kv_len;
    return _e3;
}

metal::float4 scale_q(
    metal::float4 x_4,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_4 * as_type<float>(as_type<uint>(_e3) & 2139095040u);
}

float scale_rest(
    constant Params& params
) {
    float _e2 = params.scale;
    return as_type<float>((as_type<uint>(_e2) & 2155872255u) | 1065353216u);
}

float scale_pair(
    float s_3,
    constant Params& params
) {
    float _e1 = scale_rest(params);
    return s_3 * _e1;
}

metal::float4 scale_pairs(
    metal::float4 s_4,
    constant Params& params
) {
    float _e1 = scale_rest(params);
    return s_4 * _e1;
}

float pair(
    metal::float4 x_5,
    metal::float4 k,
    uint h_1,
    uint d_3
) {
    return metal::dot(x_5, k);
}

float pair_onto(
    float s_5,
    metal::float4 x_6,
    metal::float4 k_1,
    uint h_2,
    uint d_4
) {
    float _e5 = pair(x_6, k_1, h_2, d_4);
    return s_5 + _e5;
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
, device type_4 const& q [[user(fake0)]]
, device type_4 const& k_2 [[user(fake0)]]
, device type_5& scores [[user(fake0)]]
, device type_5 const& lse [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint id = {};
    metal::float3 acc = {};
    uint i = {};
    uint j = {};
    float s = {};
    uint d = {};
    uint _e2 = group_id(wid, params);
    uint at_1 = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.cells;
    if (at_1 >= _e8) {
        return;
    }
    uint _e12 = params.kv_blocks;
    uint column_2 = naga_mod(at_1, _e12);
    uint _e16 = params.kv_blocks;
    id = naga_div(at_1, _e16);
    uint _e19 = id;
    uint _e22 = params.score_rows;
    uint row_2 = naga_mod(_e19, _e22);
    uint _e24 = id;
    uint _e27 = params.score_rows;
    id = naga_div(_e24, _e27);
    uint _e29 = id;
    uint _e32 = params.q_heads;
    uint h_3 = naga_mod(_e29, _e32);
    uint _e34 = id;
    uint _e37 = params.q_heads;
    uint b_5 = naga_div(_e34, _e37);
    uint _e39 = q_count_1(b_5, params);
    uint _e40 = kv_count_2(b_5, params);
    int _e41 = align_offset(_e39, _e40, params);
    uint _e44 = params.k_offset;
    uint _e47 = params.k_batch;
    uint _e52 = params.group;
    uint _e56 = params.k_head;
    uint k_base = (_e44 + (b_5 * _e47)) + (naga_div(h_3, _e52) * _e56);
    metal::uint2 _e59 = cell_queries(row_2, column_2, _e39, params);
    metal::float3 _e60 = stat_first();
    acc = _e60;
    i = _e59.x;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e152 = i;
            i = _e152 + 1u;
        }
        loop_init = false;
        uint _e64 = i;
        if (_e64 < _e59.y) {
        } else {
            break;
        }
        {
            uint _e69 = params.q_offset;
            uint _e72 = params.q_batch;
            uint _e77 = params.q_head;
            uint _e80 = i;
            uint _e83 = params.q_row;
            uint q_at = ((_e69 + (b_5 * _e72)) + (h_3 * _e77)) + (_e80 * _e83);
            uint _e88 = params.lse_batch;
            uint _e92 = params.lse_head;
            uint _e95 = i;
            float _e97 = row_log(((b_5 * _e88) + (h_3 * _e92)) + _e95, lse, _buffer_sizes);
            uint _e98 = i;
            metal::uint2 _e99 = key_range(_e98, _e41, _e40, params);
            uint _e100 = i;
            metal::uint2 _e101 = cell_keys(row_2, column_2, _e100, params);
            j = metal::max(_e101.x, _e99.x);
            uint2 loop_bound_1 = uint2(4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e149 = j;
                    j = _e149 + 1u;
                }
                loop_init_1 = false;
                uint _e106 = j;
                if (_e106 < metal::min(_e101.y, _e99.y)) {
                } else {
                    break;
                }
                {
                    s = 0.0;
                    d = 0u;
                    uint2 loop_bound_2 = uint2(4294967295u);
                    bool loop_init_2 = true;
                    while(true) {
                        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
                        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                        if (!loop_init_2) {
                            uint _e133 = d;
                            d = _e133 + 4u;
                        }
                        loop_init_2 = false;
                        uint _e115 = d;
                        if (_e115 < QK_DIM) {
                        } else {
                            break;
                        }
                        {
                            float _e118 = s;
                            uint _e119 = d;
                            metal::float4 _e120 = load_q4_(q_at, _e119, q, _buffer_sizes);
                            metal::float4 _e121 = scale_q(_e120, params);
                            uint _e122 = j;
                            uint _e125 = params.k_row;
                            uint _e128 = d;
                            metal::float4 _e129 = load_k4_(k_base + (_e122 * _e125), _e128, k_2, _buffer_sizes);
                            uint _e130 = d;
                            float _e131 = pair(_e121, _e129, h_3, _e130);
                            s = _e118 + _e131;
                        }
                    }
                    float _e136 = s;
                    float _e137 = scale_pair(_e136, params);
                    uint _e138 = i;
                    uint _e139 = j;
                    float _e140 = edit_score(_e137, b_5, h_3, _e138, _e139);
                    s = _e140;
                    float _e141 = s;
                    if (_e141 != MASKED) {
                        metal::float3 _e144 = acc;
                        float _e145 = s;
                        metal::float3 _e147 = stat_next(_e144, _e145 - _e97);
                        acc = _e147;
                    }
                }
            }
        }
    }
    metal::float3 _e154 = acc;
    metal::float2 _e155 = stat_end(_e154);
    scores[at_1] = _e155.x + _e155.y;
    return;
}
