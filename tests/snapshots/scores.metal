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
    uint none;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
typedef metal::float4 type_5[1];
typedef float type_6[1];
struct type_11 {
    metal::float4 inner[4];
};
constant uint WORKGROUP = 64u;
constant uint ROWS = 64u;
constant uint QUADS = 4u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool EDIT = true;
constant bool WEIGHTS = true;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint KEYS = 16u;

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
    device type_5 const& k_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k_2[(base_1 + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

float weight(
    float s_2,
    uint row,
    bool hidden,
    constant Params& params,
    device type_6 const& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (hidden) {
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
    bool local_1 = {};
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_1 = _e6;
    } else {
        local_1 = true;
    }
    bool _e8 = local_1;
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
    return x_4 * as_type<float>(as_type<uint>(_e3) & 2139095040u);
}

float scale_rest(
    constant Params& params
) {
    float _e2 = params.scale;
    return as_type<float>((as_type<uint>(_e2) & 2155872255u) | 1065353216u);
}

float scale_pair(
    float s_4,
    constant Params& params
) {
    float _e1 = scale_rest(params);
    return s_4 * _e1;
}

metal::float4 scale_pairs(
    metal::float4 s_5,
    constant Params& params
) {
    float _e1 = scale_rest(params);
    return s_5 * _e1;
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
    float s_6,
    metal::float4 x_6,
    metal::float4 k_1,
    uint h_2,
    uint d_4
) {
    float _e5 = pair(x_6, k_1, h_2, d_4);
    return s_6 + _e5;
}

void store_score(
    uint at,
    float product,
    uint b_5,
    uint h_3,
    uint i_2,
    uint j_1,
    metal::uint2 keys_1,
    constant Params& params,
    device type_6& scores,
    device type_6 const& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    float s_7 = {};
    bool local_2 = {};
    bool hidden_1 = {};
    float _e7 = scale_pair(product, params);
    s_7 = _e7;
    if (!((j_1 < keys_1.x))) {
        local_2 = j_1 >= keys_1.y;
    } else {
        local_2 = true;
    }
    bool _e17 = local_2;
    hidden_1 = _e17;
    bool _e19 = hidden_1;
    if (!(_e19)) {
        float _e21 = s_7;
        float _e22 = edit_score(_e21, b_5, h_3, i_2, j_1);
        s_7 = _e22;
        float _e23 = s_7;
        hidden_1 = _e23 == MASKED;
    }
    if (EDIT) {
        if (WEIGHTS) {
            float _e28 = s_7;
            float _e29 = keep_visible(_e28);
            uint _e32 = params.lse_batch;
            uint _e36 = params.lse_head;
            bool _e40 = hidden_1;
            float _e41 = weight(_e29, ((b_5 * _e32) + (h_3 * _e36)) + i_2, _e40, params, lse, _buffer_sizes);
            s_7 = _e41;
        } else {
            float _e42 = s_7;
            float _e45 = params.neg_inf;
            bool _e46 = hidden_1;
            s_7 = _e46 ? _e45 : _e42;
        }
    } else {
        float _e48 = s_7;
        bool _e49 = hidden_1;
        s_7 = _e49 ? 0.0 : _e48;
    }
    float _e54 = s_7;
    scores[at] = _e54;
    return;
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
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_2 [[user(fake0)]]
, device type_6& scores [[user(fake0)]]
, device type_6 const& lse [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint id = {};
    bool local = {};
    metal::uint2 keys = {};
    type_11 s = {};
    uint d = 0u;
    uint n = {};
    uint n_1 = 0u;
    uint _e2 = group_id(wid, params);
    id = _e2;
    uint _e4 = id;
    uint _e7 = params.groups;
    if (_e4 >= _e7) {
        return;
    }
    uint _e11 = params.kv_len;
    uint key_tiles = naga_div((_e11 + KEYS) - 1u, KEYS);
    uint _e18 = id;
    uint j0_ = (naga_mod(_e18, key_tiles) * KEYS) + (16u * (true ? 0u : naga_div(tid, ROWS)));
    uint _e30 = id;
    id = naga_div(_e30, key_tiles);
    uint _e34 = params.score_rows;
    uint row_tiles = naga_div((_e34 + ROWS) - 1u, ROWS);
    uint _e41 = id;
    uint r_1 = (naga_mod(_e41, row_tiles) * ROWS) + naga_mod(tid, ROWS);
    uint _e48 = id;
    id = naga_div(_e48, row_tiles);
    uint _e50 = id;
    uint _e53 = params.q_heads;
    uint h_4 = naga_mod(_e50, _e53);
    uint _e55 = id;
    uint _e58 = params.q_heads;
    uint b_6 = naga_div(_e55, _e58);
    uint _e62 = params.score_rows;
    if (!((r_1 >= _e62))) {
        uint _e69 = params.kv_len;
        local = j0_ >= _e69;
    } else {
        local = true;
    }
    bool _e72 = local;
    if (_e72) {
        return;
    }
    uint _e73 = score_row(r_1);
    uint _e74 = q_count_1(b_6, params);
    uint _e75 = kv_count_2(b_6, params);
    uint _e78 = params.kv_len;
    uint bound = EDIT ? _e75 : _e78;
    keys = metal::uint2(0u, bound);
    if (_e73 >= _e74) {
        keys.y = 0u;
    } else {
        if (EDIT) {
            int _e88 = align_offset(_e74, _e75, params);
            metal::uint2 _e89 = key_range(_e73, _e88, _e75, params);
            keys = _e89;
        }
    }
    uint _e92 = keys.y;
    if (_e92 > j0_) {
        uint _e96 = params.q_offset;
        uint _e99 = params.q_batch;
        uint _e104 = params.q_head;
        uint _e107 = q_start(b_6);
        uint _e111 = params.q_row;
        uint q_at = ((_e96 + (b_6 * _e99)) + (h_4 * _e104)) + ((_e107 + _e73) * _e111);
        uint _e116 = params.k_offset;
        uint _e119 = params.k_batch;
        uint _e124 = params.group;
        uint _e128 = params.k_head;
        uint _e131 = kv_start(b_6);
        uint _e134 = params.k_row;
        uint k_at = ((_e116 + (b_6 * _e119)) + (naga_div(h_4, _e124) * _e128)) + (_e131 * _e134);
        uint2 loop_bound = uint2(4294967295u);
        bool loop_init = true;
        while(true) {
            if (metal::all(loop_bound == uint2(0u))) { break; }
            loop_bound -= uint2(loop_bound.y == 0u, 1u);
            if (!loop_init) {
                uint _e199 = d;
                d = _e199 + 4u;
            }
            loop_init = false;
            uint _e139 = d;
            if (_e139 < QK_DIM) {
            } else {
                break;
            }
            {
                uint _e142 = d;
                metal::float4 _e143 = load_q4_(q_at, _e142, q, _buffer_sizes);
                metal::float4 _e144 = scale_q(_e143, params);
                n = 0u;
                uint2 loop_bound_1 = uint2(4294967295u);
                bool loop_init_1 = true;
                while(true) {
                    if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                    loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                    if (!loop_init_1) {
                        uint _e197 = n;
                        n = _e197 + 1u;
                    }
                    loop_init_1 = false;
                    uint _e147 = n;
                    if (_e147 < QUADS) {
                    } else {
                        break;
                    }
                    {
                        uint _e151 = n;
                        metal::uint4 j_2 = metal::min(metal::uint4(j0_ + (4u * _e151)) + metal::uint4(0u, 1u, 2u, 3u), metal::uint4(bound - 1u));
                        uint _e168 = params.k_row;
                        metal::uint4 at_1 = metal::uint4(k_at) + (j_2 * _e168);
                        uint _e171 = n;
                        metal::float4 _e173 = s.inner[_e171];
                        uint _e175 = d;
                        metal::float4 _e176 = load_k4_(at_1.x, _e175, k_2, _buffer_sizes);
                        uint _e177 = d;
                        float _e178 = pair(_e144, _e176, h_4, _e177);
                        uint _e180 = d;
                        metal::float4 _e181 = load_k4_(at_1.y, _e180, k_2, _buffer_sizes);
                        uint _e182 = d;
                        float _e183 = pair(_e144, _e181, h_4, _e182);
                        uint _e185 = d;
                        metal::float4 _e186 = load_k4_(at_1.z, _e185, k_2, _buffer_sizes);
                        uint _e187 = d;
                        float _e188 = pair(_e144, _e186, h_4, _e187);
                        uint _e190 = d;
                        metal::float4 _e191 = load_k4_(at_1.w, _e190, k_2, _buffer_sizes);
                        uint _e192 = d;
                        float _e193 = pair(_e144, _e191, h_4, _e192);
                        s.inner[_e171] = _e173 + metal::float4(_e178, _e183, _e188, _e193);
                    }
                }
            }
        }
    }
    uint _e202 = id;
    uint _e205 = params.score_rows;
    uint _e210 = params.kv_len;
    uint cell = ((_e202 * _e205) + r_1) * _e210;
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e238 = n_1;
            n_1 = _e238 + 1u;
        }
        loop_init_2 = false;
        uint _e214 = n_1;
        uint _e218 = params.kv_len;
        if (_e214 < metal::min(16u, _e218 - j0_)) {
        } else {
            break;
        }
        {
            uint _e223 = n_1;
            uint _e225 = n_1;
            uint _e229 = n_1;
            float _e233 = s.inner[naga_div(_e225, 4u)][naga_mod(_e229, 4u)];
            uint _e234 = n_1;
            metal::uint2 _e236 = keys;
            store_score((cell + j0_) + _e223, _e233, b_6, h_4, _e73, j0_ + _e234, _e236, params, scores, lse, _buffer_sizes);
        }
    }
    return;
}
