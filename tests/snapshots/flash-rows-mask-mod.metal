// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
    uint size3;
    uint size4;
    uint size5;
    uint size6;
};

typedef float OutElem;
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
    uint mask_mod_input_reach;
};
typedef metal::float4 type_5[1];
typedef float type_6[1];
typedef uint type_7[1];
struct Seen {
    metal::uint2 keys;
    metal::int2 positions;
    uint batch;
    uint head;
    int offset;
    char _pad5[4];
};
struct Tile {
    uint first;
    uint end;
    bool partly;
    char _pad3[3];
};
struct type_12 {
    metal::float4 inner[256];
};
struct type_14 {
    metal::float4 inner[16];
};
struct type_15 {
    type_14 inner[8];
};
struct type_16 {
    metal::uint2 inner[8];
};
struct type_17 {
    float inner[8];
};
struct type_18 {
    metal::float4 inner[8];
};
constant uint WORKGROUP = 16u;
constant uint RQ = 8u;
constant uint BLOCK_Q = 128u;
constant uint BLOCK_K = 16u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = true;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint QK4_ = 16u;
constant uint V4_ = 16u;

bool mask_mod(
    uint batch,
    uint head,
    uint q_idx,
    uint kv_idx,
    constant Params& params,
    device type_7 const& mask_mod_input_ids,
    constant _mslBufferSizes& _buffer_sizes
) {
    bool local_4 = {};
    uint _e6 = mask_mod_input_ids[q_idx];
    uint _e9 = mask_mod_input_ids[kv_idx];
    if (_e6 == _e9) {
        uint _e16 = params.mask_mod_input_reach;
        local_4 = (q_idx - kv_idx) < _e16;
    } else {
        local_4 = false;
    }
    bool _e19 = local_4;
    return _e19;
}

float hook_mask(
    float s_1,
    uint b,
    uint h,
    uint i,
    uint j,
    constant Params& params,
    device type_7 const& mask_mod_input_ids,
    constant _mslBufferSizes& _buffer_sizes
) {
    bool _e6 = mask_mod(b, h, i, j, params, mask_mod_input_ids, _buffer_sizes);
    return _e6 ? s_1 : MASKED;
}

float edit_score(
    float raw,
    uint b_1,
    uint h_1,
    uint i_1,
    uint j_1,
    constant Params& params,
    device type_7 const& mask_mod_input_ids,
    constant _mslBufferSizes& _buffer_sizes
) {
    float s_2 = {};
    s_2 = raw;
    float _e6 = s_2;
    float _e7 = hook_mask(_e6, b_1, h_1, i_1, j_1, params, mask_mod_input_ids, _buffer_sizes);
    s_2 = _e7;
    float _e8 = s_2;
    return _e8;
}

metal::float4 load_q4_(
    uint base,
    uint d_6,
    device type_5 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_6 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = q[(base + d_6) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_7,
    device type_5 const& k_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_7 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k_1[(base_1 + d_7) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_8,
    device type_5 const& v_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_8 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = v_1[(base_2 + d_8) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_3,
    uint d_9,
    uint dim,
    metal::float4 x_2,
    device type_5& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_9 < dim) {
        o[(base_3 + d_9) >> 2u] = static_cast<metal::float4>(x_2);
        return;
    } else {
        return;
    }
}

void store_lse(
    uint at,
    float x_3,
    device type_6& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    lse[at] = x_3;
    return;
}

bool is_nan(
    float x_4
) {
    return (as_type<uint>(x_4) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s_3
) {
    bool _e3 = is_nan(s_3);
    return _e3 ? s_3 : metal::max(s_3, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_5
) {
    return as_type<uint>(x_5) == 4286578688u;
}

bool any_nonfinite(
    metal::float4 v
) {
    metal::uint4 exponent = metal::uint4(2139095040u);
    return metal::any((as_type<metal::uint4>(v) & exponent) == exponent);
}

float exp_kept(
    float x_6
) {
    bool _e2 = is_nan(x_6);
    return _e2 ? x_6 : metal::exp(x_6);
}

metal::float4 exp_kept4_(
    metal::float4 x_7
) {
    metal::bool4 nan = (as_type<metal::uint4>(x_7) & metal::uint4(2147483647u)) > metal::uint4(2139095040u);
    return metal::select(metal::exp(x_7), x_7, nan);
}

bool row_seen(
    float sum
) {
    bool local_5 = {};
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_5 = _e6;
    } else {
        local_5 = true;
    }
    bool _e8 = local_5;
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
    uint i_2,
    int offset,
    uint kv_count_1,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p_1 = as_type<int>(as_type<uint>(static_cast<int>(i_2)) + as_type<uint>(offset));
    int end = static_cast<int>(kv_count_1);
    hi = end;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p_1) - as_type<uint>(_e16)), 0, end);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p_1) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return metal::uint2(static_cast<uint>(_e33), static_cast<uint>(metal::max(_e35, _e36)));
}

uint q_start(
    uint b_2
) {
    return 0u;
}

uint q_count_1(
    uint b_3,
    constant Params& params
) {
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_start(
    uint b_4
) {
    return 0u;
}

uint kv_count_2(
    uint b_5,
    constant Params& params
) {
    uint _e3 = params.kv_len;
    return _e3;
}

metal::float4 scale_q(
    metal::float4 x_8,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_8 * _e3;
}

float pair(
    metal::float4 x_9,
    metal::float4 k,
    uint h_2,
    uint d_10
) {
    return metal::dot(x_9, k);
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

metal::uint2 row_tile(
    uint t_1
) {
    return metal::uint2(t_1 * BLOCK_Q, (t_1 + 1u) * BLOCK_Q);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

metal::uint2 split_share(
    uint tiles_1,
    uint split,
    constant Params& params
) {
    uint _e4 = params.splits;
    uint _e10 = params.splits;
    uint share = naga_div((tiles_1 + _e4) - 1u, _e10);
    return metal::uint2(metal::min(split * share, tiles_1), metal::min((split + 1u) * share, tiles_1));
}

metal::uint3 tile_span(
    uint b_6,
    uint head_1,
    uint t_2,
    Seen seen,
    uint split_1,
    constant Params& params
) {
    uint lo_1 = naga_div(seen.keys.x, BLOCK_K);
    uint tiles_2 = metal::max(lo_1, naga_div((seen.keys.y + BLOCK_K) - 1u, BLOCK_K)) - lo_1;
    metal::uint2 _e19 = split_share(tiles_2, split_1, params);
    return metal::uint3(_e19 + metal::uint2(lo_1), 0u);
}

Tile tile_at(
    uint n_3,
    uint base_4,
    Seen seen_1
) {
    return Tile {n_3 * BLOCK_K, seen_1.keys.y, false};
}

uint key_of(
    uint slot
) {
    return slot;
}

float first_max(
    uint lse_at
) {
    return MASKED;
}

float next_max(
    float m_1,
    float tile
) {
    return metal::max(m_1, tile);
}

float size_of(
    metal::float4 s_6
) {
    return metal::max(metal::max(s_6.x, s_6.y), metal::max(s_6.z, s_6.w));
}

metal::float4 weights(
    metal::float4 s_7,
    float top_1,
    uint b_7,
    uint head_2,
    uint i_3,
    uint slot_1
) {
    metal::float4 _e8 = exp_kept4_(s_7 - metal::float4(top_1));
    return metal::select(_e8, metal::float4(0.0), s_7 == metal::float4(-340282350000000000000000000000000000000.0));
}

float mass(
    metal::float4 s_8,
    metal::float4 p
) {
    return ((p.x + p.y) + p.z) + p.w;
}

float sink_logit(
    uint h_3
) {
    return MASKED;
}

metal::float2 finish_row(
    float m_2,
    float l_1,
    uint head_3,
    uint split_2,
    constant Params& params
) {
    float top_2 = {};
    float shrink_1 = 1.0;
    float sum_2 = {};
    bool local_6 = {};
    top_2 = m_2;
    sum_2 = l_1;
    float _e8 = sink_logit(head_3);
    if (split_2 == 0u) {
        local_6 = _e8 != MASKED;
    } else {
        local_6 = false;
    }
    bool _e16 = local_6;
    if (_e16) {
        float _e17 = top_2;
        top_2 = metal::max(_e17, _e8);
        float _e19 = top_2;
        shrink_1 = metal::exp(m_2 - _e19);
        float _e22 = sum_2;
        float _e23 = shrink_1;
        float _e25 = top_2;
        sum_2 = (_e22 * _e23) + metal::exp(_e8 - _e25);
    }
    float _e29 = shrink_1;
    float _e30 = sum_2;
    float _e32 = sum_2;
    bool _e33 = row_seen(_e32);
    float _e36 = top_2;
    float _e37 = sum_2;
    float _e38 = log_sum(_e36, _e37, params);
    return metal::float2(_e33 ? (_e29 / _e30) : 0.0, _e38);
}

float row_weight(
    uint b_8,
    uint h_4,
    uint i_4
) {
    return 1.0;
}

bool rows_wanted(
    uint b_9,
    uint head_base,
    uint first_row,
    uint row_end
) {
    return true;
}

metal::float4 output(
    metal::float4 x_10,
    uint b_10,
    uint h_5,
    uint i_5,
    uint d_11
) {
    return x_10;
}

float edit_one(
    float s_9,
    uint b_11,
    uint head_4,
    uint i_6,
    uint slot_2,
    metal::uint2 keys,
    constant Params& params,
    device type_7 const& mask_mod_input_ids,
    constant _mslBufferSizes& _buffer_sizes
) {
    bool local_7 = {};
    bool local_8 = {};
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys.x))) {
        local_7 = _e6 >= keys.y;
    } else {
        local_7 = true;
    }
    bool _e15 = local_7;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_9, b_11, head_4, i_6, _e6, params, mask_mod_input_ids, _buffer_sizes);
    if (_e17 != MASKED) {
        local_8 = _e17 < LOWEST_VISIBLE;
    } else {
        local_8 = false;
    }
    bool _e26 = local_8;
    return _e26 ? LOWEST_VISIBLE : _e17;
}

metal::float4 edit_four(
    metal::float4 s_10,
    uint b_12,
    uint head_5,
    uint i_7,
    uint slot_3,
    metal::uint2 keys_1,
    constant Params& params,
    device type_7 const& mask_mod_input_ids,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e7 = edit_one(s_10.x, b_12, head_5, i_7, slot_3, keys_1, params, mask_mod_input_ids, _buffer_sizes);
    float _e11 = edit_one(s_10.y, b_12, head_5, i_7, slot_3 + 1u, keys_1, params, mask_mod_input_ids, _buffer_sizes);
    float _e15 = edit_one(s_10.z, b_12, head_5, i_7, slot_3 + 2u, keys_1, params, mask_mod_input_ids, _buffer_sizes);
    float _e19 = edit_one(s_10.w, b_12, head_5, i_7, slot_3 + 3u, keys_1, params, mask_mod_input_ids, _buffer_sizes);
    return metal::float4(_e7, _e11, _e15, _e19);
}
uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}


struct main_Input {
};
[[max_total_threads_per_threadgroup(16)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_1 [[user(fake0)]]
, device type_5 const& v_1 [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, device type_6& lse [[user(fake0)]]
, device type_7 const& mask_mod_input_ids [[user(fake0)]]
, threadgroup type_12& k_tile
, threadgroup type_12& v_tile
, threadgroup metal::atomic_uint& v_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (tid == 0u) {
        k_tile = {};
        v_tile = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    uint id = {};
    metal::uint3 tiles = {};
    type_15 q_row = {};
    type_15 acc = {};
    type_16 row_keys = {};
    type_17 row_factor = {};
    type_17 m = {};
    type_17 l = {};
    uint r = 0u;
    uint d = {};
    uint d_1 = {};
    uint t = {};
    uint n = {};
    metal::float4 x = {};
    uint n_1 = {};
    metal::float4 x_1 = {};
    bool local = {};
    bool local_1 = {};
    bool local_2 = {};
    uint k4_ = {};
    type_18 s = {};
    uint r_1 = {};
    uint d_2 = {};
    uint r_2 = {};
    type_17 shrink = {};
    uint r_3 = {};
    bool local_3 = {};
    uint n_2 = {};
    uint d_3 = {};
    uint r_4 = {};
    uint d_4 = {};
    uint r_5 = {};
    uint r_6 = 0u;
    uint d_5 = {};
    uint _e2 = group_id(wid, params);
    id = _e2;
    uint _e4 = id;
    uint _e7 = params.groups;
    if (_e4 >= _e7) {
        return;
    }
    uint _e9 = id;
    uint _e12 = params.splits;
    uint split_3 = naga_mod(_e9, _e12);
    uint _e14 = id;
    uint _e17 = params.splits;
    id = naga_div(_e14, _e17);
    uint _e19 = id;
    uint _e22 = params.q_tiles;
    uint row_tile_id = naga_mod(_e19, _e22);
    metal::uint2 _e24 = row_tile(row_tile_id);
    uint _e25 = id;
    uint _e28 = params.q_tiles;
    id = naga_div(_e25, _e28);
    uint _e32 = params.head_base;
    uint _e33 = id;
    uint _e36 = params.packs;
    uint _e40 = params.pack;
    uint head_base_1 = _e32 + (naga_mod(_e33, _e36) * _e40);
    uint _e45 = params.group;
    uint kv_head = naga_div(head_base_1, _e45);
    uint _e49 = params.batch_base;
    uint _e50 = id;
    uint _e53 = params.packs;
    uint b_13 = _e49 + naga_div(_e50, _e53);
    uint _e56 = q_count_1(b_13, params);
    uint _e57 = kv_count_2(b_13, params);
    uint first_row_1 = _e24.x;
    uint _e62 = params.pack;
    uint row_end_1 = metal::min(_e24.y, _e56 * _e62);
    if (first_row_1 >= row_end_1) {
        return;
    }
    int _e66 = align_offset(_e56, _e57, params);
    uint _e69 = params.pack;
    uint first_query = naga_div(first_row_1, _e69);
    uint _e75 = params.pack;
    uint last_query = naga_div(row_end_1 - 1u, _e75);
    metal::uint2 _e77 = key_range(first_query, _e66, _e57, params);
    metal::uint2 _e78 = key_range(last_query, _e66, _e57, params);
    Seen seen_2 = Seen {metal::uint2(_e77.x, _e78.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e66)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e66))), b_13, head_base_1, _e66};
    metal::uint3 _e88 = tile_span(b_13, head_base_1, row_tile_id, seen_2, split_3, params);
    tiles = _e88;
    bool _e90 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
    if (!(_e90)) {
        uint _e94 = tiles.x;
        tiles.y = _e94;
    }
    if (tid == 0u) {
        metal::atomic_store_explicit(&v_nonfinite, 0u, metal::memory_order_relaxed);
    }
    uint _e101 = params.q_offset;
    uint _e104 = params.q_batch;
    uint _e107 = q_start(b_13);
    uint _e110 = params.q_row;
    uint q_base = (_e101 + (b_13 * _e104)) + (_e107 * _e110);
    uint _e115 = params.k_offset;
    uint _e118 = params.k_batch;
    uint _e123 = params.k_head;
    uint _e126 = kv_start(b_13);
    uint _e129 = params.k_row;
    uint k_base = ((_e115 + (b_13 * _e118)) + (kv_head * _e123)) + (_e126 * _e129);
    uint _e134 = params.v_offset;
    uint _e137 = params.v_batch;
    uint _e142 = params.v_head;
    uint _e145 = kv_start(b_13);
    uint _e148 = params.v_row;
    uint v_base = ((_e134 + (b_13 * _e137)) + (kv_head * _e142)) + (_e145 * _e148);
    uint _e153 = params.lse_batch;
    uint _e155 = q_start(b_13);
    uint lse_base = (b_13 * _e153) + _e155;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e291 = r;
            r = _e291 + 1u;
        }
        loop_init = false;
        uint _e165 = r;
        if (_e165 < RQ) {
        } else {
            break;
        }
        {
            uint _e168 = r;
            uint row = (first_row_1 + (_e168 * WORKGROUP)) + tid;
            uint _e175 = params.pack;
            uint _e180 = params.q_head;
            uint _e185 = params.pack;
            uint _e189 = params.q_row;
            uint at_1 = (q_base + ((head_base_1 + naga_mod(row, _e175)) * _e180)) + (naga_div(row, _e185) * _e189);
            d = 0u;
            uint2 loop_bound_1 = uint2(4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e214 = d;
                    d = _e214 + 1u;
                }
                loop_init_1 = false;
                uint _e194 = d;
                if (_e194 < QK4_) {
                } else {
                    break;
                }
                {
                    uint _e197 = r;
                    uint _e199 = d;
                    q_row.inner[_e197].inner[_e199] = metal::float4(0.0);
                    if (row < row_end_1) {
                        uint _e204 = r;
                        uint _e206 = d;
                        uint _e208 = d;
                        metal::float4 _e211 = load_q4_(at_1, _e208 * 4u, q, _buffer_sizes);
                        metal::float4 _e212 = scale_q(_e211, params);
                        q_row.inner[_e204].inner[_e206] = _e212;
                    }
                }
            }
            d_1 = 0u;
            uint2 loop_bound_2 = uint2(4294967295u);
            bool loop_init_2 = true;
            while(true) {
                if (metal::all(loop_bound_2 == uint2(0u))) { break; }
                loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                if (!loop_init_2) {
                    uint _e228 = d_1;
                    d_1 = _e228 + 1u;
                }
                loop_init_2 = false;
                uint _e218 = d_1;
                if (_e218 < V4_) {
                } else {
                    break;
                }
                {
                    uint _e221 = r;
                    uint _e223 = d_1;
                    acc.inner[_e221].inner[_e223] = metal::float4(0.0);
                }
            }
            uint _e230 = r;
            row_keys.inner[_e230] = metal::uint2(0u);
            uint _e234 = r;
            row_factor.inner[_e234] = 0.0;
            if (row < row_end_1) {
                uint _e238 = r;
                uint _e242 = params.pack;
                uint _e247 = params.pack;
                float _e249 = row_weight(b_13, head_base_1 + naga_mod(row, _e242), naga_div(row, _e247));
                row_factor.inner[_e238] = _e249;
                uint _e250 = r;
                uint _e254 = params.pack;
                metal::uint2 _e256 = key_range(naga_div(row, _e254), _e66, _e57, params);
                uint _e259 = r;
                float _e261 = row_factor.inner[_e259];
                row_keys.inner[_e250] = (_e261 == 0.0) ? metal::uint2(0u) : _e256;
            }
            uint _e265 = r;
            m.inner[_e265] = MASKED;
            if (row < row_end_1) {
                uint _e269 = r;
                uint _e273 = params.pack;
                uint _e278 = params.lse_head;
                uint _e283 = params.pack;
                float _e286 = first_max((lse_base + ((head_base_1 + naga_mod(row, _e273)) * _e278)) + naga_div(row, _e283));
                m.inner[_e269] = _e286;
            }
            uint _e287 = r;
            l.inner[_e287] = 0.0;
        }
    }
    uint _e294 = tiles.x;
    t = _e294;
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e765 = t;
            t = _e765 + 1u;
        }
        loop_init_3 = false;
        uint _e296 = t;
        uint _e298 = tiles.y;
        if (_e296 < _e298) {
        } else {
            break;
        }
        {
            uint _e300 = t;
            uint _e302 = tiles.z;
            Tile _e303 = tile_at(_e300, _e302, seen_2);
            uint key0_ = _e303.first;
            if (key0_ >= _e303.end) {
                continue;
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            n = tid;
            uint2 loop_bound_4 = uint2(4294967295u);
            bool loop_init_4 = true;
            while(true) {
                if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                if (!loop_init_4) {
                    uint _e336 = n;
                    n = _e336 + WORKGROUP;
                }
                loop_init_4 = false;
                uint _e308 = n;
                if (_e308 < 256u) {
                } else {
                    break;
                }
                {
                    uint _e311 = n;
                    uint _e315 = key_of(key0_ + naga_div(_e311, QK4_));
                    x = metal::float4(0.0);
                    if (_e315 < _e303.end) {
                        uint _e323 = params.k_row;
                        uint _e326 = n;
                        metal::float4 _e331 = load_k4_(k_base + (_e315 * _e323), naga_mod(_e326, QK4_) * 4u, k_1, _buffer_sizes);
                        x = _e331;
                    }
                    uint _e333 = n;
                    metal::float4 _e335 = x;
                    k_tile.inner[_e333] = _e335;
                }
            }
            n_1 = tid;
            uint2 loop_bound_5 = uint2(4294967295u);
            bool loop_init_5 = true;
            while(true) {
                if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                if (!loop_init_5) {
                    uint _e372 = n_1;
                    n_1 = _e372 + WORKGROUP;
                }
                loop_init_5 = false;
                uint _e340 = n_1;
                if (_e340 < 256u) {
                } else {
                    break;
                }
                {
                    uint _e343 = n_1;
                    uint _e347 = key_of(key0_ + naga_div(_e343, V4_));
                    x_1 = metal::float4(0.0);
                    if (_e347 < _e303.end) {
                        uint _e355 = params.v_row;
                        uint _e358 = n_1;
                        metal::float4 _e363 = load_v4_(v_base + (_e347 * _e355), naga_mod(_e358, V4_) * 4u, v_1, _buffer_sizes);
                        x_1 = _e363;
                        metal::float4 _e364 = x_1;
                        bool _e365 = any_nonfinite(_e364);
                        if (_e365) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                    }
                    uint _e369 = n_1;
                    metal::float4 _e371 = x_1;
                    v_tile.inner[_e369] = _e371;
                }
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            uint _e376 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
            bool careful = _e376 != 0u;
            if (key0_ >= _e78.x) {
                local = (key0_ + BLOCK_K) <= metal::min(_e77.y, _e303.end);
            } else {
                local = false;
            }
            bool _e390 = local;
            if (_e390) {
                local_1 = row_end_1 == (first_row_1 + BLOCK_Q);
            } else {
                local_1 = false;
            }
            bool _e397 = local_1;
            if (_e397) {
                local_2 = !(_e303.partly);
            } else {
                local_2 = false;
            }
            bool whole = local_2;
            k4_ = 0u;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e761 = k4_;
                    k4_ = _e761 + 4u;
                }
                loop_init_6 = false;
                uint _e406 = k4_;
                if (_e406 < BLOCK_K) {
                } else {
                    break;
                }
                {
                    s = type_18 {};
                    r_1 = 0u;
                    uint2 loop_bound_7 = uint2(4294967295u);
                    bool loop_init_7 = true;
                    while(true) {
                        if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                        if (!loop_init_7) {
                            uint _e421 = r_1;
                            r_1 = _e421 + 1u;
                        }
                        loop_init_7 = false;
                        uint _e413 = r_1;
                        if (_e413 < RQ) {
                        } else {
                            break;
                        }
                        {
                            uint _e416 = r_1;
                            s.inner[_e416] = metal::float4(0.0);
                        }
                    }
                    d_2 = 0u;
                    uint2 loop_bound_8 = uint2(4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_8) {
                            uint _e511 = d_2;
                            d_2 = _e511 + 1u;
                        }
                        loop_init_8 = false;
                        uint _e425 = d_2;
                        if (_e425 < QK4_) {
                        } else {
                            break;
                        }
                        {
                            uint _e429 = k4_;
                            uint _e432 = d_2;
                            metal::float4 k0_ = k_tile.inner[(_e429 * QK4_) + _e432];
                            uint _e437 = k4_;
                            uint _e442 = d_2;
                            metal::float4 k1_ = k_tile.inner[((_e437 + 1u) * QK4_) + _e442];
                            uint _e447 = k4_;
                            uint _e452 = d_2;
                            metal::float4 k2_ = k_tile.inner[((_e447 + 2u) * QK4_) + _e452];
                            uint _e457 = k4_;
                            uint _e462 = d_2;
                            metal::float4 k3_ = k_tile.inner[((_e457 + 3u) * QK4_) + _e462];
                            r_2 = 0u;
                            uint2 loop_bound_9 = uint2(4294967295u);
                            bool loop_init_9 = true;
                            while(true) {
                                if (metal::all(loop_bound_9 == uint2(0u))) { break; }
                                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                                if (!loop_init_9) {
                                    uint _e508 = r_2;
                                    r_2 = _e508 + 1u;
                                }
                                loop_init_9 = false;
                                uint _e468 = r_2;
                                if (_e468 < RQ) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e471 = r_2;
                                    uint _e473 = d_2;
                                    metal::float4 x_11 = q_row.inner[_e471].inner[_e473];
                                    uint _e476 = r_2;
                                    uint _e483 = params.pack;
                                    uint head_6 = head_base_1 + naga_mod((first_row_1 + (_e476 * WORKGROUP)) + tid, _e483);
                                    uint _e486 = r_2;
                                    metal::float4 _e488 = s.inner[_e486];
                                    uint _e489 = d_2;
                                    float _e492 = pair(x_11, k0_, head_6, _e489 * 4u);
                                    uint _e493 = d_2;
                                    float _e496 = pair(x_11, k1_, head_6, _e493 * 4u);
                                    uint _e497 = d_2;
                                    float _e500 = pair(x_11, k2_, head_6, _e497 * 4u);
                                    uint _e501 = d_2;
                                    float _e504 = pair(x_11, k3_, head_6, _e501 * 4u);
                                    s.inner[_e486] = _e488 + metal::float4(_e492, _e496, _e500, _e504);
                                }
                            }
                        }
                    }
                    shrink = type_17 {};
                    r_3 = 0u;
                    uint2 loop_bound_10 = uint2(4294967295u);
                    bool loop_init_10 = true;
                    while(true) {
                        if (metal::all(loop_bound_10 == uint2(0u))) { break; }
                        loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                        if (!loop_init_10) {
                            uint _e604 = r_3;
                            r_3 = _e604 + 1u;
                        }
                        loop_init_10 = false;
                        uint _e517 = r_3;
                        if (_e517 < RQ) {
                        } else {
                            break;
                        }
                        {
                            uint _e520 = r_3;
                            uint row_1 = (first_row_1 + (_e520 * WORKGROUP)) + tid;
                            uint _e527 = params.pack;
                            uint head_7 = head_base_1 + naga_mod(row_1, _e527);
                            uint _e530 = r_3;
                            uint _e532 = r_3;
                            metal::float4 _e534 = s.inner[_e532];
                            metal::float4 _e535 = scale_pairs(_e534);
                            s.inner[_e530] = _e535;
                            if (false) {
                                local_3 = !(whole);
                            } else {
                                local_3 = true;
                            }
                            bool _e541 = local_3;
                            if (_e541) {
                                uint _e542 = r_3;
                                uint _e544 = r_3;
                                metal::float4 _e546 = s.inner[_e544];
                                uint _e549 = params.pack;
                                uint _e551 = k4_;
                                uint _e553 = r_3;
                                metal::uint2 _e555 = row_keys.inner[_e553];
                                metal::float4 _e559 = edit_four(_e546, b_13, head_7, naga_div(row_1, _e549), key0_ + _e551, metal::min(_e555, metal::uint2(_e303.end)), params, mask_mod_input_ids, _buffer_sizes);
                                s.inner[_e542] = _e559;
                            }
                            uint _e560 = r_3;
                            float _e562 = m.inner[_e560];
                            uint _e563 = r_3;
                            metal::float4 _e565 = s.inner[_e563];
                            float _e566 = size_of(_e565);
                            float _e567 = next_max(_e562, _e566);
                            uint _e568 = r_3;
                            uint _e570 = r_3;
                            float _e572 = m.inner[_e570];
                            shrink.inner[_e568] = metal::exp(_e572 - _e567);
                            uint _e575 = r_3;
                            m.inner[_e575] = _e567;
                            uint _e577 = r_3;
                            metal::float4 _e579 = s.inner[_e577];
                            uint _e582 = params.pack;
                            uint _e584 = k4_;
                            metal::float4 _e586 = weights(_e579, _e567, b_13, head_7, naga_div(row_1, _e582), key0_ + _e584);
                            uint _e587 = r_3;
                            uint _e589 = r_3;
                            float _e591 = l.inner[_e589];
                            uint _e592 = r_3;
                            float _e594 = shrink.inner[_e592];
                            uint _e596 = r_3;
                            metal::float4 _e598 = s.inner[_e596];
                            float _e599 = mass(_e598, _e586);
                            l.inner[_e587] = (_e591 * _e594) + _e599;
                            uint _e601 = r_3;
                            s.inner[_e601] = _e586;
                        }
                    }
                    if (careful) {
                        n_2 = 0u;
                        uint2 loop_bound_11 = uint2(4294967295u);
                        bool loop_init_11 = true;
                        while(true) {
                            if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                            loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                            if (!loop_init_11) {
                                uint _e668 = n_2;
                                n_2 = _e668 + 1u;
                            }
                            loop_init_11 = false;
                            uint _e608 = n_2;
                            if (_e608 < 4u) {
                            } else {
                                break;
                            }
                            {
                                d_3 = 0u;
                                uint2 loop_bound_12 = uint2(4294967295u);
                                bool loop_init_12 = true;
                                while(true) {
                                    if (metal::all(loop_bound_12 == uint2(0u))) { break; }
                                    loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                                    if (!loop_init_12) {
                                        uint _e665 = d_3;
                                        d_3 = _e665 + 1u;
                                    }
                                    loop_init_12 = false;
                                    uint _e613 = d_3;
                                    if (_e613 < V4_) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e617 = k4_;
                                        uint _e618 = n_2;
                                        uint _e622 = d_3;
                                        metal::float4 v_2 = v_tile.inner[((_e617 + _e618) * V4_) + _e622];
                                        r_4 = 0u;
                                        uint2 loop_bound_13 = uint2(4294967295u);
                                        bool loop_init_13 = true;
                                        while(true) {
                                            if (metal::all(loop_bound_13 == uint2(0u))) { break; }
                                            loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                                            if (!loop_init_13) {
                                                uint _e662 = r_4;
                                                r_4 = _e662 + 1u;
                                            }
                                            loop_init_13 = false;
                                            uint _e628 = r_4;
                                            if (_e628 < RQ) {
                                            } else {
                                                break;
                                            }
                                            {
                                                uint _e631 = r_4;
                                                uint _e633 = n_2;
                                                float p_2 = s.inner[_e631][_e633];
                                                uint _e636 = r_4;
                                                uint _e638 = d_3;
                                                uint _e640 = r_4;
                                                uint _e642 = d_3;
                                                metal::float4 _e644 = acc.inner[_e640].inner[_e642];
                                                uint _e645 = r_4;
                                                float _e647 = shrink.inner[_e645];
                                                uint _e648 = n_2;
                                                acc.inner[_e636].inner[_e638] = (_e644 * ((_e648 == 0u) ? _e647 : 1.0)) + ((p_2 == 0.0) ? metal::float4(0.0) : (p_2 * v_2));
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    } else {
                        d_4 = 0u;
                        uint2 loop_bound_14 = uint2(4294967295u);
                        bool loop_init_14 = true;
                        while(true) {
                            if (metal::all(loop_bound_14 == uint2(0u))) { break; }
                            loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                            if (!loop_init_14) {
                                uint _e759 = d_4;
                                d_4 = _e759 + 1u;
                            }
                            loop_init_14 = false;
                            uint _e672 = d_4;
                            if (_e672 < V4_) {
                            } else {
                                break;
                            }
                            {
                                uint _e676 = k4_;
                                uint _e679 = d_4;
                                metal::float4 v0_ = v_tile.inner[(_e676 * V4_) + _e679];
                                uint _e684 = k4_;
                                uint _e689 = d_4;
                                metal::float4 v1_ = v_tile.inner[((_e684 + 1u) * V4_) + _e689];
                                uint _e694 = k4_;
                                uint _e699 = d_4;
                                metal::float4 v2_ = v_tile.inner[((_e694 + 2u) * V4_) + _e699];
                                uint _e704 = k4_;
                                uint _e709 = d_4;
                                metal::float4 v3_ = v_tile.inner[((_e704 + 3u) * V4_) + _e709];
                                r_5 = 0u;
                                uint2 loop_bound_15 = uint2(4294967295u);
                                bool loop_init_15 = true;
                                while(true) {
                                    if (metal::all(loop_bound_15 == uint2(0u))) { break; }
                                    loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                                    if (!loop_init_15) {
                                        uint _e756 = r_5;
                                        r_5 = _e756 + 1u;
                                    }
                                    loop_init_15 = false;
                                    uint _e715 = r_5;
                                    if (_e715 < RQ) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e718 = r_5;
                                        uint _e720 = d_4;
                                        uint _e722 = r_5;
                                        uint _e724 = d_4;
                                        metal::float4 _e726 = acc.inner[_e722].inner[_e724];
                                        uint _e727 = r_5;
                                        float _e729 = shrink.inner[_e727];
                                        uint _e731 = r_5;
                                        float _e734 = s.inner[_e731].x;
                                        uint _e737 = r_5;
                                        float _e740 = s.inner[_e737].y;
                                        uint _e743 = r_5;
                                        float _e746 = s.inner[_e743].z;
                                        uint _e749 = r_5;
                                        float _e752 = s.inner[_e749].w;
                                        acc.inner[_e718].inner[_e720] = ((((_e726 * _e729) + (_e734 * v0_)) + (_e740 * v1_)) + (_e746 * v2_)) + (_e752 * v3_);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    uint2 loop_bound_16 = uint2(4294967295u);
    bool loop_init_16 = true;
    while(true) {
        if (metal::all(loop_bound_16 == uint2(0u))) { break; }
        loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
        if (!loop_init_16) {
            uint _e867 = r_6;
            r_6 = _e867 + 1u;
        }
        loop_init_16 = false;
        uint _e769 = r_6;
        if (_e769 < RQ) {
        } else {
            break;
        }
        {
            uint _e772 = r_6;
            uint row_2 = (first_row_1 + (_e772 * WORKGROUP)) + tid;
            if (row_2 < row_end_1) {
                uint _e780 = params.pack;
                uint head_8 = head_base_1 + naga_mod(row_2, _e780);
                uint _e783 = q_start(b_13);
                uint _e786 = params.pack;
                uint i_8 = _e783 + naga_div(row_2, _e786);
                uint _e789 = r_6;
                float _e791 = m.inner[_e789];
                uint _e792 = r_6;
                float _e794 = l.inner[_e792];
                metal::float2 _e795 = finish_row(_e791, _e794, head_8, split_3, params);
                uint _e798 = params.o_offset;
                uint _e801 = params.o_split;
                uint _e806 = params.o_batch;
                uint _e811 = params.o_head;
                uint _e816 = params.o_row;
                uint at_2 = (((_e798 + (split_3 * _e801)) + (b_13 * _e806)) + (head_8 * _e811)) + (i_8 * _e816);
                d_5 = 0u;
                uint2 loop_bound_17 = uint2(4294967295u);
                bool loop_init_17 = true;
                while(true) {
                    if (metal::all(loop_bound_17 == uint2(0u))) { break; }
                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                    if (!loop_init_17) {
                        uint _e848 = d_5;
                        d_5 = _e848 + 1u;
                    }
                    loop_init_17 = false;
                    uint _e821 = d_5;
                    if (_e821 < V4_) {
                    } else {
                        break;
                    }
                    {
                        uint _e824 = d_5;
                        uint _e828 = r_6;
                        uint _e830 = d_5;
                        metal::float4 _e832 = acc.inner[_e828].inner[_e830];
                        uint _e834 = r_6;
                        float _e836 = row_factor.inner[_e834];
                        uint _e841 = params.pack;
                        uint _e843 = d_5;
                        metal::float4 _e846 = output(_e832 * (_e795.x * _e836), b_13, head_8, naga_div(row_2, _e841), _e843 * 4u);
                        store_o4_(at_2, _e824 * 4u, V_DIM, _e846, o, _buffer_sizes);
                    }
                }
                uint _e852 = params.lse_split;
                uint _e857 = params.lse_head;
                uint _e862 = params.pack;
                store_lse(((lse_base + (split_3 * _e852)) + (head_8 * _e857)) + naga_div(row_2, _e862), _e795.y, lse, _buffer_sizes);
            }
        }
    }
    return;
}
