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
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
typedef metal::float4 type_5[1];
typedef float type_6[1];
constant uint WORKGROUP = 64u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool EDIT = true;
constant bool WEIGHTS = true;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;

float edit_score(
    float raw,
    uint b,
    uint h,
    uint i,
    uint j
) {
    float s_1 = {};
    s_1 = raw;
    float _e6 = s_1;
    return _e6;
}

metal::float4 load_q4_(
    uint base,
    uint d_1,
    device type_5 const& q,
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
    device type_5 const& k_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k_1[(base_1 + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

float weight(
    float s_2,
    uint row,
    bool hidden_1,
    constant Params& params,
    device type_6 const& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (hidden_1) {
        float _e5 = params.neg_inf;
        return _e5;
    }
    float _e8 = lse[row];
    return s_2 - _e8;
}

uint score_row(
    uint r
) {
    return r;
}

bool is_nan(
    float x
) {
    return (as_type<uint>(x) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s_3
) {
    bool _e3 = is_nan(s_3);
    return _e3 ? s_3 : metal::max(s_3, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_1
) {
    return as_type<uint>(x_1) == 4286578688u;
}

bool any_nonfinite(
    metal::float4 v
) {
    metal::uint4 exponent = metal::uint4(2139095040u);
    return metal::any((as_type<metal::uint4>(v) & exponent) == exponent);
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
    bool local_2 = {};
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_2 = _e6;
    } else {
        local_2 = true;
    }
    bool _e8 = local_2;
    return _e8;
}

float log_sum(
    float top,
    float sum_1,
    constant Params& params
) {
    float _e4 = params.neg_inf;
    bool _e10 = is_nan(sum_1);
    return _e10 ? sum_1 : ((sum_1 > 0.0) ? (top + metal::log(sum_1)) : _e4);
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
    uint i_1,
    int offset,
    uint kv_count_1,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p = as_type<int>(as_type<uint>(static_cast<int>(i_1)) + as_type<uint>(offset));
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
    return x_4 * _e3;
}

float pair(
    metal::float4 x_5,
    metal::float4 k,
    uint h_1,
    uint d_3
) {
    return metal::dot(x_5, k);
}

float scale_pair(
    float s_4
) {
    return s_4;
}

metal::float4 scale_pairs(
    metal::float4 s_5
) {
    return s_5;
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
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_1 [[user(fake0)]]
, device type_6& scores [[user(fake0)]]
, device type_6 const& lse [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint id = {};
    float s = 0.0;
    bool local = {};
    bool hidden = {};
    uint d = 0u;
    bool local_1 = {};
    uint _e2 = group_id(wid, params);
    uint at = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.cells;
    if (at >= _e8) {
        return;
    }
    uint _e12 = params.kv_len;
    uint j_1 = naga_mod(at, _e12);
    uint _e16 = params.kv_len;
    id = naga_div(at, _e16);
    uint _e19 = id;
    uint _e22 = params.score_rows;
    uint _e24 = score_row(naga_mod(_e19, _e22));
    uint _e25 = id;
    uint _e28 = params.score_rows;
    id = naga_div(_e25, _e28);
    uint _e30 = id;
    uint _e33 = params.q_heads;
    uint h_2 = naga_mod(_e30, _e33);
    uint _e35 = id;
    uint _e38 = params.q_heads;
    uint b_5 = naga_div(_e35, _e38);
    uint _e40 = q_count_1(b_5, params);
    uint _e41 = kv_count_2(b_5, params);
    uint _e44 = params.kv_len;
    uint bound = EDIT ? _e41 : _e44;
    if (!((_e24 >= _e40))) {
        local = j_1 >= bound;
    } else {
        local = true;
    }
    bool _e55 = local;
    hidden = _e55;
    bool _e57 = hidden;
    if (!(_e57)) {
        uint _e61 = params.q_offset;
        uint _e64 = params.q_batch;
        uint _e69 = params.q_head;
        uint _e72 = q_start(b_5);
        uint _e76 = params.q_row;
        uint q_at = ((_e61 + (b_5 * _e64)) + (h_2 * _e69)) + ((_e72 + _e24) * _e76);
        uint _e81 = params.k_offset;
        uint _e84 = params.k_batch;
        uint _e89 = params.group;
        uint _e93 = params.k_head;
        uint _e96 = kv_start(b_5);
        uint _e100 = params.k_row;
        uint k_at = ((_e81 + (b_5 * _e84)) + (naga_div(h_2, _e89) * _e93)) + ((_e96 + j_1) * _e100);
        uint2 loop_bound = uint2(4294967295u);
        bool loop_init = true;
        while(true) {
            if (metal::all(loop_bound == uint2(0u))) { break; }
            loop_bound -= uint2(loop_bound.y == 0u, 1u);
            if (!loop_init) {
                uint _e117 = d;
                d = _e117 + 4u;
            }
            loop_init = false;
            uint _e105 = d;
            if (_e105 < QK_DIM) {
            } else {
                break;
            }
            {
                float _e108 = s;
                uint _e109 = d;
                metal::float4 _e110 = load_q4_(q_at, _e109, q, _buffer_sizes);
                metal::float4 _e111 = scale_q(_e110, params);
                uint _e112 = d;
                metal::float4 _e113 = load_k4_(k_at, _e112, k_1, _buffer_sizes);
                uint _e114 = d;
                float _e115 = pair(_e111, _e113, h_2, _e114);
                s = _e108 + _e115;
            }
        }
        float _e120 = s;
        float _e121 = scale_pair(_e120);
        s = _e121;
        if (EDIT) {
            int _e123 = align_offset(_e40, _e41, params);
            metal::uint2 _e124 = key_range(_e24, _e123, _e41, params);
            if (!((j_1 < _e124.x))) {
                local_1 = j_1 >= _e124.y;
            } else {
                local_1 = true;
            }
            bool _e133 = local_1;
            hidden = _e133;
        }
        bool _e134 = hidden;
        if (!(_e134)) {
            float _e136 = s;
            float _e137 = edit_score(_e136, b_5, h_2, _e24, j_1);
            s = _e137;
            float _e138 = s;
            hidden = _e138 == MASKED;
        }
    }
    if (EDIT) {
        if (WEIGHTS) {
            uint _e145 = params.lse_batch;
            uint _e149 = params.lse_head;
            uint row_1 = ((b_5 * _e145) + (h_2 * _e149)) + _e24;
            float _e153 = s;
            float _e154 = keep_visible(_e153);
            bool _e155 = hidden;
            float _e156 = weight(_e154, row_1, _e155, params, lse, _buffer_sizes);
            s = _e156;
        } else {
            float _e157 = s;
            float _e160 = params.neg_inf;
            bool _e161 = hidden;
            s = _e161 ? _e160 : _e157;
        }
    }
    float _e165 = s;
    scores[at] = _e165;
    return;
}
