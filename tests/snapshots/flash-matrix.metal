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
};

typedef half OutElem;
typedef metal::simdgroup_half16x16 Left;
typedef metal::simdgroup_half16x16 Right;
typedef metal::simdgroup_float16x16 Sum;
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
    uint tile_keys;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
typedef metal::half4 type_6[1];
typedef float type_7[1];
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
struct Group {
    Seen seen;
    uint split;
    uint first_row;
    uint row_end;
    uint kv_len;
    metal::uint2 by_all;
    char _pad6[8];
    metal::packed_uint3 tiles;
    uint q_base;
    uint k_base;
    uint v_base;
    uint lse_base;
    char _pad11[4];
};
struct type_13 {
    float inner[128];
};
struct type_14 {
    half inner[13824];
};
struct type_15 {
    float inner[4352];
};
struct type_17 {
    metal::float4 inner[8];
};
constant uint SIZE = 16u;
constant uint STRIPS = 4u;
constant uint LANES = 32u;
constant uint TX = 2u;
constant uint QK_CHUNKS = 1u;
constant uint V_CHUNKS = 1u;
constant uint WORKGROUP = 128u;
constant uint BLOCK_Q = 64u;
constant uint BLOCK_K = 64u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = false;
constant bool ROLLED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant float SLACK = 4.0;
constant uint FOURS = 8u;
constant uint HALVES = 72u;
constant uint FLOATS = 68u;
constant uint KV = 4608u;
constant uint P = 9216u;

float edit_score(
    float raw,
    uint b,
    uint h,
    uint i,
    uint j
) {
    float s = {};
    s = raw;
    float _e6 = s;
    return _e6;
}

metal::float4 load_q4_(
    uint base,
    uint d,
    device type_6 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::half4 _e11 = q[(base + d) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_1,
    device type_6 const& k_4,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::half4 _e11 = k_4[(base_1 + d_1) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_2,
    device type_6 const& v_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::half4 _e11 = v_1[(base_2 + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_3,
    uint d_3,
    uint dim,
    metal::float4 x,
    device type_6& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 < dim) {
        o[(base_3 + d_3) >> 2u] = static_cast<metal::half4>(x);
        return;
    } else {
        return;
    }
}

void store_lse(
    uint at,
    float x_1,
    device type_7& lse,
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
    float s_1
) {
    bool _e3 = is_nan(s_1);
    return _e3 ? s_1 : metal::max(s_1, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_3
) {
    return as_type<uint>(x_3) == 4286578688u;
}

bool any_nonfinite(
    metal::float4 v
) {
    metal::uint4 exponent = metal::uint4(2139095040u);
    return metal::any((as_type<metal::uint4>(v) & exponent) == exponent);
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
    int p_1 = as_type<int>(as_type<uint>(static_cast<int>(i_1)) + as_type<uint>(offset));
    int end_1 = static_cast<int>(kv_count_1);
    hi = end_1;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p_1) - as_type<uint>(_e16)), 0, end_1);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p_1) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end_1);
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
    metal::float4 x_6,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_6 * _e3;
}

float scale_pair(
    float s_2
) {
    return s_2;
}

metal::float4 scale_pairs(
    metal::float4 s_3
) {
    return s_3;
}

float pair_onto(
    float s_4,
    metal::float4 x_7,
    metal::float4 k,
    uint h_1,
    uint d_4
) {
    return metal::fma(x_7.w, k.w, metal::fma(x_7.z, k.z, metal::fma(x_7.y, k.y, metal::fma(x_7.x, k.x, s_4))));
}

float pair(
    metal::float4 x_8,
    metal::float4 k_1,
    uint h_2,
    uint d_5
) {
    return metal::dot(x_8, k_1);
}

metal::uint2 row_tile(
    uint t
) {
    return metal::uint2(t * BLOCK_Q, (t + 1u) * BLOCK_Q);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

metal::uint2 split_share(
    uint tiles,
    uint split,
    constant Params& params
) {
    uint _e4 = params.splits;
    uint _e10 = params.splits;
    uint share = naga_div((tiles + _e4) - 1u, _e10);
    return metal::uint2(metal::min(split * share, tiles), metal::min((split + 1u) * share, tiles));
}

metal::uint3 tile_span(
    uint t_1,
    Seen seen,
    uint split_1,
    constant Params& params
) {
    uint lo_1 = naga_div(seen.keys.x, BLOCK_K);
    uint tiles_2 = metal::max(lo_1, naga_div((seen.keys.y + BLOCK_K) - 1u, BLOCK_K)) - lo_1;
    metal::uint2 _e17 = split_share(tiles_2, split_1, params);
    return metal::uint3(_e17 + metal::uint2(lo_1), 0u);
}

Tile tile_at(
    uint n,
    uint base_4,
    Seen seen_1
) {
    return Tile {n * BLOCK_K, seen_1.keys.y, false};
}

uint key_of(
    uint slot
) {
    return slot;
}

metal::uint2 seen_keys(
    metal::uint2 keys,
    uint end,
    uint b_5,
    uint h_3,
    uint i_2
) {
    return metal::min(keys, metal::uint2(end));
}

float first_max(
    uint lse_at
) {
    return MASKED;
}

float next_max(
    float m,
    float tile
) {
    return metal::max(m, tile);
}

float size_of(
    metal::float4 s_5
) {
    return metal::max(metal::max(s_5.x, s_5.y), metal::max(s_5.z, s_5.w));
}

metal::float4 weights(
    metal::float4 s_6,
    float top_1,
    uint b_6,
    uint head,
    uint i_3,
    uint slot_1
) {
    metal::float4 _e8 = exp_kept4_(s_6 - metal::float4(top_1));
    return metal::select(_e8, metal::float4(0.0), s_6 == metal::float4(-340282350000000000000000000000000000000.0));
}

float mass(
    metal::float4 s_7,
    metal::float4 p
) {
    return ((p.x + p.y) + p.z) + p.w;
}

float sink_logit(
    uint h_4
) {
    return MASKED;
}

metal::float2 finish_row(
    float m_1,
    float l,
    uint head_1,
    uint split_2,
    constant Params& params
) {
    float top_2 = {};
    float shrink = 1.0;
    float sum_2 = {};
    bool local_1 = {};
    top_2 = m_1;
    sum_2 = l;
    float _e8 = sink_logit(head_1);
    if (split_2 == 0u) {
        local_1 = _e8 != MASKED;
    } else {
        local_1 = false;
    }
    bool _e16 = local_1;
    if (_e16) {
        float _e17 = top_2;
        top_2 = metal::max(_e17, _e8);
        float _e19 = top_2;
        shrink = metal::exp(m_1 - _e19);
        float _e22 = sum_2;
        float _e23 = shrink;
        float _e25 = top_2;
        sum_2 = (_e22 * _e23) + metal::exp(_e8 - _e25);
    }
    float _e29 = shrink;
    float _e30 = sum_2;
    float _e32 = sum_2;
    bool _e33 = row_seen(_e32);
    float _e36 = top_2;
    float _e37 = sum_2;
    float _e38 = log_sum(_e36, _e37, params);
    return metal::float2(_e33 ? (_e29 / _e30) : 0.0, _e38);
}

float row_weight(
    uint b_7,
    uint h_5,
    uint i_4
) {
    return 1.0;
}

bool rows_wanted(
    uint b_8,
    uint head_base,
    uint first_row,
    uint row_end
) {
    return true;
}

metal::float4 output(
    metal::float4 x_9,
    uint b_9,
    uint h_6,
    uint i_5,
    uint d_6
) {
    return x_9;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

Group group_of(
    uint group,
    constant Params& params
) {
    metal::uint3 tiles_1 = metal::uint3(0u);
    bool local_2 = {};
    uint _e3 = params.splits;
    uint split_3 = naga_mod(group, _e3);
    uint _e7 = params.splits;
    uint _e11 = params.q_tiles;
    uint row_tile_id = naga_mod(naga_div(group, _e7), _e11);
    uint _e15 = params.splits;
    uint _e19 = params.q_tiles;
    uint pack = naga_div(naga_div(group, _e15), _e19);
    metal::uint2 _e21 = row_tile(row_tile_id);
    uint _e24 = params.head_base;
    uint _e27 = params.packs;
    uint _e31 = params.pack;
    uint head_base_1 = _e24 + (naga_mod(pack, _e27) * _e31);
    uint _e36 = params.group;
    uint kv_head = naga_div(head_base_1, _e36);
    uint _e40 = params.batch_base;
    uint _e43 = params.packs;
    uint b_12 = _e40 + naga_div(pack, _e43);
    uint _e46 = q_count_1(b_12, params);
    uint _e47 = kv_count_2(b_12, params);
    uint first_row_1 = _e21.x;
    uint _e52 = params.pack;
    uint row_end_1 = metal::min(_e21.y, _e46 * _e52);
    int _e55 = align_offset(_e46, _e47, params);
    uint _e58 = params.pack;
    uint first_query = naga_div(first_row_1, _e58);
    uint _e66 = params.pack;
    uint last_query = naga_div(metal::max(row_end_1, 1u) - 1u, _e66);
    metal::uint2 _e68 = key_range(first_query, _e55, _e47, params);
    metal::uint2 _e69 = key_range(last_query, _e55, _e47, params);
    Seen seen_2 = Seen {metal::uint2(_e68.x, _e69.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e55)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e55))), b_12, head_base_1, _e55};
    if (first_row_1 < row_end_1) {
        bool _e85 = rows_wanted(b_12, head_base_1, first_row_1, row_end_1);
        local_2 = _e85;
    } else {
        local_2 = false;
    }
    bool _e87 = local_2;
    if (_e87) {
        metal::uint3 _e88 = tile_span(row_tile_id, seen_2, split_3, params);
        tiles_1 = _e88;
    }
    metal::uint3 _e92 = tiles_1;
    uint _e95 = params.q_offset;
    uint _e98 = params.q_batch;
    uint _e101 = q_start(b_12);
    uint _e104 = params.q_row;
    uint _e109 = params.k_offset;
    uint _e112 = params.k_batch;
    uint _e117 = params.k_head;
    uint _e120 = kv_start(b_12);
    uint _e123 = params.k_row;
    uint _e128 = params.v_offset;
    uint _e131 = params.v_batch;
    uint _e136 = params.v_head;
    uint _e139 = kv_start(b_12);
    uint _e142 = params.v_row;
    uint _e147 = params.lse_batch;
    uint _e149 = q_start(b_12);
    return Group {seen_2, split_3, first_row_1, row_end_1, _e47, metal::uint2(_e69.x, _e68.y), {}, _e92, (_e95 + (b_12 * _e98)) + (_e101 * _e104), ((_e109 + (b_12 * _e112)) + (kv_head * _e117)) + (_e120 * _e123), ((_e128 + (b_12 * _e131)) + (kv_head * _e136)) + (_e139 * _e142), (b_12 * _e147) + _e149};
}

uint head_of(
    Group g,
    uint row,
    constant Params& params
) {
    uint _e6 = params.pack;
    return g.seen.head + naga_mod(row, _e6);
}

uint query_at(
    Group g_1,
    uint row_1,
    constant Params& params
) {
    uint _e3 = head_of(g_1, row_1, params);
    uint _e6 = params.q_head;
    uint _e11 = params.pack;
    uint _e15 = params.q_row;
    return (g_1.q_base + (_e3 * _e6)) + (naga_div(row_1, _e11) * _e15);
}

uint output_at(
    Group g_2,
    uint head_2,
    uint query,
    constant Params& params
) {
    uint _e5 = params.o_offset;
    uint _e9 = params.o_split;
    uint _e16 = params.o_batch;
    uint _e21 = params.o_head;
    uint _e26 = q_start(g_2.seen.batch);
    uint _e30 = params.o_row;
    return (((_e5 + (g_2.split * _e9)) + (g_2.seen.batch * _e16)) + (head_2 * _e21)) + ((_e26 + query) * _e30);
}

uint lse_at_1(
    Group g_3,
    uint head_3,
    uint query_1,
    constant Params& params
) {
    uint _e6 = params.lse_head;
    return (g_3.lse_base + (head_3 * _e6)) + query_1;
}

bool sees_whole(
    Group g_4,
    Tile tile_1
) {
    bool local_3 = {};
    bool local_4 = {};
    bool local_5 = {};
    if (tile_1.first >= g_4.by_all.x) {
        local_3 = (tile_1.first + BLOCK_K) <= metal::min(g_4.by_all.y, tile_1.end);
    } else {
        local_3 = false;
    }
    bool _e17 = local_3;
    if (_e17) {
        local_4 = g_4.row_end == (g_4.first_row + BLOCK_Q);
    } else {
        local_4 = false;
    }
    bool _e26 = local_4;
    if (_e26) {
        local_5 = !(tile_1.partly);
    } else {
        local_5 = false;
    }
    bool _e32 = local_5;
    return _e32;
}

float edit_one(
    float s_8,
    uint b_10,
    uint head_4,
    uint i_6,
    uint slot_2,
    metal::uint2 keys_1
) {
    bool local_6 = {};
    bool local_7 = {};
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_6 = _e6 >= keys_1.y;
    } else {
        local_6 = true;
    }
    bool _e15 = local_6;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_8, b_10, head_4, i_6, _e6);
    if (_e17 != MASKED) {
        local_7 = _e17 < LOWEST_VISIBLE;
    } else {
        local_7 = false;
    }
    bool _e26 = local_7;
    return _e26 ? LOWEST_VISIBLE : _e17;
}

metal::float4 edit_four(
    metal::float4 s_9,
    uint b_11,
    uint head_5,
    uint i_7,
    uint slot_3,
    metal::uint2 keys_2
) {
    float _e7 = edit_one(s_9.x, b_11, head_5, i_7, slot_3, keys_2);
    float _e11 = edit_one(s_9.y, b_11, head_5, i_7, slot_3 + 1u, keys_2);
    float _e15 = edit_one(s_9.z, b_11, head_5, i_7, slot_3 + 2u, keys_2);
    float _e19 = edit_one(s_9.w, b_11, head_5, i_7, slot_3 + 3u, keys_2);
    return metal::float4(_e7, _e11, _e15, _e19);
}

float lanes_max(
    float x_10,
    thread uint& lanes
) {
    float r = {};
    uint step = 1u;
    r = x_10;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e18 = step;
            step = _e18 << 1u;
        }
        loop_init = false;
        uint _e4 = step;
        if (_e4 < TX) {
        } else {
            break;
        }
        {
            float _e7 = r;
            float _e8 = r;
            float _e9 = r;
            uint _e10 = step;
            float unnamed = metal::simd_shuffle_xor(_e9, _e10);
            uint _e13 = step;
            uint _e15 = lanes;
            r = (_e13 < _e15) ? metal::max(_e8, unnamed) : _e7;
        }
    }
    float _e21 = r;
    return _e21;
}

float lanes_sum(
    float x_11,
    thread uint& lanes
) {
    float r_1 = {};
    uint step_1 = 1u;
    r_1 = x_11;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e18 = step_1;
            step_1 = _e18 << 1u;
        }
        loop_init_1 = false;
        uint _e4 = step_1;
        if (_e4 < TX) {
        } else {
            break;
        }
        {
            float _e7 = r_1;
            float _e8 = r_1;
            float _e9 = r_1;
            uint _e10 = step_1;
            float unnamed_1 = metal::simd_shuffle_xor(_e9, _e10);
            uint _e13 = step_1;
            uint _e15 = lanes;
            r_1 = (_e13 < _e15) ? (_e8 + unnamed_1) : _e7;
        }
    }
    float _e21 = r_1;
    return _e21;
}

void put_part(
    uint row_2,
    uint tx,
    float x_12,
    threadgroup type_13& row_part,
    thread uint& lanes
) {
    bool local_8 = {};
    uint _e4 = lanes;
    if (_e4 < TX) {
        uint _e10 = lanes;
        local_8 = naga_mod(tx, _e10) == 0u;
    } else {
        local_8 = false;
    }
    bool _e15 = local_8;
    if (_e15) {
        row_part.inner[(row_2 * TX) + tx] = x_12;
        return;
    } else {
        return;
    }
}

float row_max(
    uint row_3,
    float part,
    threadgroup type_13& row_part,
    thread uint& lanes
) {
    float top_3 = {};
    uint n_1 = 0u;
    top_3 = part;
    uint _e4 = lanes;
    if (_e4 < TX) {
        uint2 loop_bound_2 = uint2(4294967295u);
        bool loop_init_2 = true;
        while(true) {
            if (metal::all(loop_bound_2 == uint2(0u))) { break; }
            loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
            if (!loop_init_2) {
                uint _e21 = n_1;
                uint _e23 = lanes;
                n_1 = _e21 + _e23;
            }
            loop_init_2 = false;
            uint _e9 = n_1;
            if (_e9 < TX) {
            } else {
                break;
            }
            {
                float _e12 = top_3;
                uint _e16 = n_1;
                float _e19 = row_part.inner[(row_3 * TX) + _e16];
                top_3 = metal::max(_e12, _e19);
            }
        }
    }
    float _e25 = top_3;
    return _e25;
}

float row_sum(
    uint row_4,
    float part_1,
    threadgroup type_13& row_part,
    thread uint& lanes
) {
    float sum_3 = 0.0;
    uint n_2 = 0u;
    uint _e3 = lanes;
    if (_e3 >= TX) {
        return part_1;
    }
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e22 = n_2;
            uint _e24 = lanes;
            n_2 = _e22 + _e24;
        }
        loop_init_3 = false;
        uint _e10 = n_2;
        if (_e10 < TX) {
        } else {
            break;
        }
        {
            float _e13 = sum_3;
            uint _e17 = n_2;
            float _e20 = row_part.inner[(row_4 * TX) + _e17];
            sum_3 = _e13 + _e20;
        }
    }
    float _e26 = sum_3;
    return _e26;
}

metal::float4 four_floats(
    uint at_1,
    threadgroup type_15& floats
) {
    float _e3 = floats.inner[at_1];
    float _e8 = floats.inner[at_1 + 1u];
    float _e13 = floats.inner[at_1 + 2u];
    float _e18 = floats.inner[at_1 + 3u];
    return metal::float4(_e3, _e8, _e13, _e18);
}

void put_floats(
    uint at_2,
    metal::float4 x_13,
    threadgroup type_15& floats
) {
    floats.inner[at_2] = x_13.x;
    floats.inner[at_2 + 1u] = x_13.y;
    floats.inner[at_2 + 2u] = x_13.z;
    floats.inner[at_2 + 3u] = x_13.w;
    return;
}

void put_halves(
    uint at_3,
    metal::half4 x_14,
    threadgroup type_14& halves
) {
    halves.inner[at_3] = x_14.x;
    halves.inner[at_3 + 1u] = x_14.y;
    halves.inner[at_3 + 2u] = x_14.z;
    halves.inner[at_3 + 3u] = x_14.w;
    return;
}

void put_strip(
    uint at_4,
    Sum s0_,
    Sum s1_,
    Sum s2_,
    Sum s3_,
    threadgroup type_15& floats
) {
    simdgroup_store(s0_, &floats.inner[at_4], FLOATS);
    simdgroup_store(s1_, &floats.inner[at_4 + SIZE], FLOATS);
    simdgroup_store(s2_, &floats.inner[at_4 + 32u], FLOATS);
    simdgroup_store(s3_, &floats.inner[at_4 + 48u], FLOATS);
    return;
}

metal::simdgroup_half16x16 NagaCooperativeLoad(const threadgroup half* ptr, int stride, bool is_row_major) {
    metal::simdgroup_half16x16 m;
    simdgroup_load(m, ptr, stride, 0, is_row_major);
    return m;
}

metal::simdgroup_float16x16 NagaCooperativeMultiplyAdd(const thread metal::simdgroup_half16x16& a, const thread metal::simdgroup_half16x16& b, const thread metal::simdgroup_float16x16& c) {
    metal::simdgroup_float16x16 d;
    simdgroup_multiply_accumulate(d,a,b,c);
    return d;
}

void run(
    metal::uint3 wid_2,
    uint tid,
    constant Params& params,
    device type_6 const& q,
    device type_6 const& k_4,
    device type_6 const& v_1,
    device type_6& o,
    device type_7& lse,
    thread uint& lanes,
    threadgroup type_14& halves,
    threadgroup type_15& floats,
    threadgroup metal::atomic_uint& v_nonfinite,
    constant _mslBufferSizes& _buffer_sizes
) {
    Group g_5 = {};
    float factor = 0.0;
    metal::uint2 keys_3 = metal::uint2(0u);
    float m_2 = MASKED;
    float l_1 = 0.0;
    type_17 acc = {};
    uint n_3 = 0u;
    bool staged = false;
    uint t_2 = {};
    Sum s0_1 = {};
    Sum s1_1 = {};
    Sum s2_1 = {};
    Sum s3_1 = {};
    uint c = {};
    bool local_9 = {};
    uint n_4 = {};
    metal::half4 x_15 = {};
    uint n_5 = {};
    metal::half4 x_16 = {};
    uint d_7 = {};
    bool local_10 = {};
    bool local_11 = {};
    float part_2 = {};
    uint n_6 = {};
    metal::float4 s_10 = {};
    uint n_7 = {};
    uint n_8 = {};
    uint c_1 = {};
    uint n_9 = {};
    metal::half4 x_17 = {};
    Sum o0_ = {};
    Sum o1_ = {};
    Sum o2_ = {};
    Sum o3_ = {};
    uint k_2 = {};
    uint k_3 = {};
    uint n_10 = {};
    uint n_11 = {};
    uint c_2 = 0u;
    uint n_12 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    Group _e9 = group_of(metal::min(_e2, _e5 - 1u), params);
    g_5 = _e9;
    uint _e11 = group_id(wid_2, params);
    uint _e14 = params.groups;
    if (_e11 >= _e14) {
        g_5.row_end = 0u;
        g_5.tiles = metal::uint3(0u);
    }
    uint b_13 = g_5.seen.batch;
    if (tid == 0u) {
        metal::atomic_store_explicit(&v_nonfinite, 0u, metal::memory_order_relaxed);
    }
    uint strip = naga_div(tid, LANES) * SIZE;
    uint own = naga_div(tid, TX);
    uint tx_1 = naga_mod(tid, TX);
    uint _e37 = g_5.first_row;
    uint row_5 = _e37 + own;
    uint _e41 = params.pack;
    uint query_2 = naga_div(row_5, _e41);
    Group _e43 = g_5;
    uint _e44 = head_of(_e43, row_5, params);
    uint _e55 = g_5.row_end;
    if (row_5 < _e55) {
        float _e57 = row_weight(b_13, _e44, query_2);
        factor = _e57;
        int _e60 = g_5.seen.offset;
        uint _e62 = g_5.kv_len;
        metal::uint2 _e63 = key_range(query_2, _e60, _e62, params);
        float _e66 = factor;
        keys_3 = (_e66 == 0.0) ? metal::uint2(0u) : _e63;
        Group _e70 = g_5;
        uint _e71 = lse_at_1(_e70, _e44, query_2, params);
        float _e72 = first_max(_e71);
        m_2 = _e72;
    }
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e84 = n_3;
            n_3 = _e84 + 1u;
        }
        loop_init_4 = false;
        uint _e76 = n_3;
        if (_e76 < 8u) {
        } else {
            break;
        }
        {
            uint _e79 = n_3;
            acc.inner[_e79] = metal::float4(0.0);
        }
    }
    uint _e89 = params.tile_keys;
    uint width = ROLLED ? _e89 : BLOCK_K;
    uint _e96 = g_5.tiles[0];
    t_2 = _e96;
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e653 = t_2;
            t_2 = _e653 + 1u;
        }
        loop_init_5 = false;
        uint _e98 = t_2;
        uint _e101 = g_5.tiles[1];
        if (_e98 < _e101) {
        } else {
            break;
        }
        {
            uint _e103 = t_2;
            uint _e106 = g_5.tiles[2];
            Seen _e108 = g_5.seen;
            Tile _e109 = tile_at(_e103, _e106, _e108);
            uint key0_ = _e109.first;
            if (key0_ >= _e109.end) {
                continue;
            }
            s0_1 = Sum {};
            s1_1 = Sum {};
            s2_1 = Sum {};
            s3_1 = Sum {};
            c = 0u;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e290 = c;
                    c = _e290 + 1u;
                }
                loop_init_6 = false;
                uint _e123 = c;
                if (_e123 < QK_CHUNKS) {
                } else {
                    break;
                }
                {
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    if (true) {
                        bool _e129 = staged;
                        local_9 = !(_e129);
                    } else {
                        local_9 = true;
                    }
                    bool _e132 = local_9;
                    if (_e132) {
                        n_4 = tid;
                        uint2 loop_bound_7 = uint2(4294967295u);
                        bool loop_init_7 = true;
                        while(true) {
                            if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                            loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                            if (!loop_init_7) {
                                uint _e174 = n_4;
                                n_4 = _e174 + WORKGROUP;
                            }
                            loop_init_7 = false;
                            uint _e134 = n_4;
                            if (_e134 < 1024u) {
                            } else {
                                break;
                            }
                            {
                                uint _e138 = g_5.first_row;
                                uint _e139 = n_4;
                                uint r_2 = _e138 + naga_div(_e139, SIZE);
                                x_15 = metal::half4(0.0h);
                                uint _e147 = g_5.row_end;
                                if (r_2 < _e147) {
                                    Group _e149 = g_5;
                                    uint _e150 = query_at(_e149, r_2, params);
                                    uint _e151 = c;
                                    uint _e154 = n_4;
                                    metal::float4 _e160 = load_q4_(_e150, (_e151 * BLOCK_K) + (naga_mod(_e154, SIZE) * 4u), q, _buffer_sizes);
                                    x_15 = static_cast<metal::half4>(_e160);
                                }
                                uint _e162 = n_4;
                                uint _e167 = n_4;
                                metal::half4 _e173 = x_15;
                                put_halves((naga_div(_e162, SIZE) * HALVES) + (naga_mod(_e167, SIZE) * 4u), _e173, halves);
                            }
                        }
                    }
                    n_5 = tid;
                    uint2 loop_bound_8 = uint2(4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_8) {
                            uint _e223 = n_5;
                            n_5 = _e223 + WORKGROUP;
                        }
                        loop_init_8 = false;
                        uint _e178 = n_5;
                        if (_e178 < 1024u) {
                        } else {
                            break;
                        }
                        {
                            uint _e181 = n_5;
                            uint _e185 = key_of(key0_ + naga_div(_e181, SIZE));
                            x_16 = metal::half4(0.0h);
                            if (_e185 < _e109.end) {
                                uint _e192 = g_5.k_base;
                                uint _e195 = params.k_row;
                                uint _e198 = c;
                                uint _e201 = n_5;
                                metal::float4 _e207 = load_k4_(_e192 + (_e185 * _e195), (_e198 * BLOCK_K) + (naga_mod(_e201, SIZE) * 4u), k_4, _buffer_sizes);
                                x_16 = static_cast<metal::half4>(_e207);
                            }
                            uint _e210 = n_5;
                            uint _e216 = n_5;
                            metal::half4 _e222 = x_16;
                            put_halves((KV + (naga_div(_e210, SIZE) * HALVES)) + (naga_mod(_e216, SIZE) * 4u), _e222, halves);
                        }
                    }
                    staged = true;
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    d_7 = 0u;
                    uint2 loop_bound_9 = uint2(4294967295u);
                    bool loop_init_9 = true;
                    while(true) {
                        if (metal::all(loop_bound_9 == uint2(0u))) { break; }
                        loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                        if (!loop_init_9) {
                            uint _e286 = d_7;
                            d_7 = _e286 + SIZE;
                        }
                        loop_init_9 = false;
                        uint _e229 = d_7;
                        if (_e229 < width) {
                            uint _e233 = c;
                            uint _e236 = d_7;
                            local_10 = ((_e233 * BLOCK_K) + _e236) < QK_DIM;
                        } else {
                            local_10 = false;
                        }
                        bool _e241 = local_10;
                        if (_e241) {
                        } else {
                            break;
                        }
                        {
                            uint _e245 = d_7;
                            metal::simdgroup_half16x16 x_18 = NagaCooperativeLoad(&halves.inner[(strip * HALVES) + _e245], HALVES, false);
                            uint _e252 = d_7;
                            Sum _e257 = s0_1;
                            s0_1 = NagaCooperativeMultiplyAdd(x_18, NagaCooperativeLoad(&halves.inner[KV + _e252], HALVES, true), _e257);
                            uint _e261 = d_7;
                            Sum _e266 = s1_1;
                            s1_1 = NagaCooperativeMultiplyAdd(x_18, NagaCooperativeLoad(&halves.inner[5760u + _e261], HALVES, true), _e266);
                            uint _e270 = d_7;
                            Sum _e275 = s2_1;
                            s2_1 = NagaCooperativeMultiplyAdd(x_18, NagaCooperativeLoad(&halves.inner[6912u + _e270], HALVES, true), _e275);
                            uint _e279 = d_7;
                            Sum _e284 = s3_1;
                            s3_1 = NagaCooperativeMultiplyAdd(x_18, NagaCooperativeLoad(&halves.inner[8064u + _e279], HALVES, true), _e284);
                        }
                    }
                }
            }
            Sum _e294 = s0_1;
            Sum _e295 = s1_1;
            Sum _e296 = s2_1;
            Sum _e297 = s3_1;
            put_strip(strip * FLOATS, _e294, _e295, _e296, _e297, floats);
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            Group _e298 = g_5;
            bool _e299 = sees_whole(_e298, _e109);
            if (true) {
                local_11 = !(_e299);
            } else {
                local_11 = true;
            }
            bool edits = local_11;
            part_2 = MASKED;
            n_6 = 0u;
            uint2 loop_bound_10 = uint2(4294967295u);
            bool loop_init_10 = true;
            while(true) {
                if (metal::all(loop_bound_10 == uint2(0u))) { break; }
                loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                if (!loop_init_10) {
                    uint _e343 = n_6;
                    n_6 = _e343 + 1u;
                }
                loop_init_10 = false;
                uint _e310 = n_6;
                if (_e310 < FOURS) {
                } else {
                    break;
                }
                {
                    uint _e313 = n_6;
                    uint k_5 = ((_e313 * TX) + tx_1) * 4u;
                    metal::float4 _e322 = four_floats((own * FLOATS) + k_5, floats);
                    float _e325 = params.scale;
                    s_10 = _e322 * _e325;
                    if (edits) {
                        metal::float4 _e328 = s_10;
                        metal::uint2 _e330 = keys_3;
                        metal::uint2 _e332 = seen_keys(_e330, _e109.end, b_13, _e44, query_2);
                        metal::float4 _e333 = edit_four(_e328, b_13, _e44, query_2, key0_ + k_5, _e332);
                        s_10 = _e333;
                        metal::float4 _e337 = s_10;
                        put_floats((own * FLOATS) + k_5, _e337, floats);
                    }
                    float _e338 = part_2;
                    metal::float4 _e339 = s_10;
                    float _e340 = size_of(_e339);
                    part_2 = metal::max(_e338, _e340);
                }
            }
            float _e345 = m_2;
            float _e346 = part_2;
            float _e347 = lanes_max(_e346, lanes);
            float _e348 = next_max(_e345, _e347);
            float _e349 = m_2;
            if (_e348 > (_e349 + SLACK)) {
                float _e353 = m_2;
                float shrink_1 = metal::exp(_e353 - _e348);
                m_2 = _e348;
                float _e356 = l_1;
                l_1 = _e356 * shrink_1;
                n_7 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                    if (!loop_init_11) {
                        uint _e368 = n_7;
                        n_7 = _e368 + 1u;
                    }
                    loop_init_11 = false;
                    uint _e360 = n_7;
                    if (_e360 < 8u) {
                    } else {
                        break;
                    }
                    {
                        uint _e363 = n_7;
                        metal::float4 _e365 = acc.inner[_e363];
                        acc.inner[_e363] = _e365 * shrink_1;
                    }
                }
            }
            float _e372 = params.scale;
            float scale = edits ? 1.0 : _e372;
            n_8 = 0u;
            uint2 loop_bound_12 = uint2(4294967295u);
            bool loop_init_12 = true;
            while(true) {
                if (metal::all(loop_bound_12 == uint2(0u))) { break; }
                loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                if (!loop_init_12) {
                    uint _e404 = n_8;
                    n_8 = _e404 + 1u;
                }
                loop_init_12 = false;
                uint _e377 = n_8;
                if (_e377 < FOURS) {
                } else {
                    break;
                }
                {
                    uint _e380 = n_8;
                    uint k_6 = ((_e380 * TX) + tx_1) * 4u;
                    metal::float4 _e389 = four_floats((own * FLOATS) + k_6, floats);
                    metal::float4 s_11 = _e389 * scale;
                    float _e391 = m_2;
                    metal::float4 _e393 = weights(s_11, _e391, b_13, _e44, query_2, key0_ + k_6);
                    float _e394 = l_1;
                    float _e395 = mass(s_11, _e393);
                    l_1 = _e394 + _e395;
                    put_halves((P + (own * HALVES)) + k_6, static_cast<metal::half4>(_e393), halves);
                }
            }
            c_1 = 0u;
            uint2 loop_bound_13 = uint2(4294967295u);
            bool loop_init_13 = true;
            while(true) {
                if (metal::all(loop_bound_13 == uint2(0u))) { break; }
                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                if (!loop_init_13) {
                    uint _e650 = c_1;
                    c_1 = _e650 + 1u;
                }
                loop_init_13 = false;
                uint _e408 = c_1;
                if (_e408 < V_CHUNKS) {
                } else {
                    break;
                }
                {
                    n_9 = tid;
                    uint2 loop_bound_14 = uint2(4294967295u);
                    bool loop_init_14 = true;
                    while(true) {
                        if (metal::all(loop_bound_14 == uint2(0u))) { break; }
                        loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                        if (!loop_init_14) {
                            uint _e462 = n_9;
                            n_9 = _e462 + WORKGROUP;
                        }
                        loop_init_14 = false;
                        uint _e412 = n_9;
                        if (_e412 < 1024u) {
                        } else {
                            break;
                        }
                        {
                            uint _e415 = n_9;
                            uint _e419 = key_of(key0_ + naga_div(_e415, SIZE));
                            x_17 = metal::half4(0.0h);
                            if (_e419 < _e109.end) {
                                uint _e426 = g_5.v_base;
                                uint _e429 = params.v_row;
                                uint _e432 = c_1;
                                uint _e435 = n_9;
                                metal::float4 _e441 = load_v4_(_e426 + (_e419 * _e429), (_e432 * BLOCK_K) + (naga_mod(_e435, SIZE) * 4u), v_1, _buffer_sizes);
                                x_17 = static_cast<metal::half4>(_e441);
                                metal::half4 _e443 = x_17;
                                bool _e445 = any_nonfinite(static_cast<metal::float4>(_e443));
                                if (_e445) {
                                    metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                }
                            }
                            uint _e449 = n_9;
                            uint _e455 = n_9;
                            metal::half4 _e461 = x_17;
                            put_halves((KV + (naga_div(_e449, SIZE) * HALVES)) + (naga_mod(_e455, SIZE) * 4u), _e461, halves);
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    o0_ = Sum {};
                    o1_ = Sum {};
                    o2_ = Sum {};
                    o3_ = Sum {};
                    k_2 = 0u;
                    uint2 loop_bound_15 = uint2(4294967295u);
                    bool loop_init_15 = true;
                    while(true) {
                        if (metal::all(loop_bound_15 == uint2(0u))) { break; }
                        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                        if (!loop_init_15) {
                            uint _e537 = k_2;
                            k_2 = _e537 + SIZE;
                        }
                        loop_init_15 = false;
                        uint _e475 = k_2;
                        if (_e475 < width) {
                        } else {
                            break;
                        }
                        {
                            uint _e482 = k_2;
                            metal::simdgroup_half16x16 p_2 = NagaCooperativeLoad(&halves.inner[(P + (strip * HALVES)) + _e482], HALVES, false);
                            uint _e489 = k_2;
                            Sum _e496 = o0_;
                            o0_ = NagaCooperativeMultiplyAdd(p_2, NagaCooperativeLoad(&halves.inner[KV + (_e489 * HALVES)], HALVES, false), _e496);
                            uint _e500 = k_2;
                            Sum _e509 = o1_;
                            o1_ = NagaCooperativeMultiplyAdd(p_2, NagaCooperativeLoad(&halves.inner[(KV + (_e500 * HALVES)) + SIZE], HALVES, false), _e509);
                            uint _e513 = k_2;
                            Sum _e522 = o2_;
                            o2_ = NagaCooperativeMultiplyAdd(p_2, NagaCooperativeLoad(&halves.inner[(KV + (_e513 * HALVES)) + 32u], HALVES, false), _e522);
                            uint _e526 = k_2;
                            Sum _e535 = o3_;
                            o3_ = NagaCooperativeMultiplyAdd(p_2, NagaCooperativeLoad(&halves.inner[(KV + (_e526 * HALVES)) + 48u], HALVES, false), _e535);
                        }
                    }
                    Sum _e542 = o0_;
                    Sum _e543 = o1_;
                    Sum _e544 = o2_;
                    Sum _e545 = o3_;
                    put_strip(strip * FLOATS, _e542, _e543, _e544, _e545, floats);
                    uint _e547 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                    bool careful = _e547 != 0u;
                    if (careful) {
                        k_3 = 0u;
                        uint2 loop_bound_16 = uint2(4294967295u);
                        bool loop_init_16 = true;
                        while(true) {
                            if (metal::all(loop_bound_16 == uint2(0u))) { break; }
                            loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                            if (!loop_init_16) {
                                uint _e620 = k_3;
                                k_3 = _e620 + 1u;
                            }
                            loop_init_16 = false;
                            uint _e552 = k_3;
                            if (_e552 < BLOCK_K) {
                            } else {
                                break;
                            }
                            {
                                uint _e560 = k_3;
                                half _e563 = halves.inner[(P + (own * HALVES)) + _e560];
                                float p_3 = static_cast<float>(_e563);
                                n_10 = 0u;
                                uint2 loop_bound_17 = uint2(4294967295u);
                                bool loop_init_17 = true;
                                while(true) {
                                    if (metal::all(loop_bound_17 == uint2(0u))) { break; }
                                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                                    if (!loop_init_17) {
                                        uint _e617 = n_10;
                                        n_10 = _e617 + 1u;
                                    }
                                    loop_init_17 = false;
                                    uint _e567 = n_10;
                                    if (_e567 < FOURS) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e571 = k_3;
                                        uint _e575 = n_10;
                                        uint at_5 = (KV + (_e571 * HALVES)) + (((_e575 * TX) + tx_1) * 4u);
                                        half _e584 = halves.inner[at_5];
                                        half _e589 = halves.inner[at_5 + 1u];
                                        half _e594 = halves.inner[at_5 + 2u];
                                        half _e599 = halves.inner[at_5 + 3u];
                                        metal::float4 v_2 = static_cast<metal::float4>(metal::half4(_e584, _e589, _e594, _e599));
                                        uint _e602 = c_1;
                                        uint _e605 = n_10;
                                        metal::float4 _e608 = acc.inner[(_e602 * FOURS) + _e605];
                                        acc.inner[(_e602 * FOURS) + _e605] = _e608 + ((p_3 == 0.0) ? metal::float4(0.0) : (p_3 * v_2));
                                    }
                                }
                            }
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    if (!(careful)) {
                        n_11 = 0u;
                        uint2 loop_bound_18 = uint2(4294967295u);
                        bool loop_init_18 = true;
                        while(true) {
                            if (metal::all(loop_bound_18 == uint2(0u))) { break; }
                            loop_bound_18 -= uint2(loop_bound_18.y == 0u, 1u);
                            if (!loop_init_18) {
                                uint _e647 = n_11;
                                n_11 = _e647 + 1u;
                            }
                            loop_init_18 = false;
                            uint _e625 = n_11;
                            if (_e625 < FOURS) {
                            } else {
                                break;
                            }
                            {
                                uint _e628 = c_1;
                                uint _e631 = n_11;
                                metal::float4 _e634 = acc.inner[(_e628 * FOURS) + _e631];
                                uint _e637 = n_11;
                                metal::float4 _e644 = four_floats((own * FLOATS) + (((_e637 * TX) + tx_1) * 4u), floats);
                                acc.inner[(_e628 * FOURS) + _e631] = _e634 + _e644;
                            }
                        }
                    }
                }
            }
        }
    }
    float _e655 = l_1;
    float _e656 = lanes_sum(_e655, lanes);
    uint _e658 = g_5.row_end;
    if (row_5 < _e658) {
        float _e660 = m_2;
        uint _e662 = g_5.split;
        metal::float2 _e663 = finish_row(_e660, _e656, _e44, _e662, params);
        Group _e664 = g_5;
        uint _e665 = output_at(_e664, _e44, query_2, params);
        uint2 loop_bound_19 = uint2(4294967295u);
        bool loop_init_19 = true;
        while(true) {
            if (metal::all(loop_bound_19 == uint2(0u))) { break; }
            loop_bound_19 -= uint2(loop_bound_19.y == 0u, 1u);
            if (!loop_init_19) {
                uint _e703 = c_2;
                c_2 = _e703 + 1u;
            }
            loop_init_19 = false;
            uint _e668 = c_2;
            if (_e668 < V_CHUNKS) {
            } else {
                break;
            }
            {
                n_12 = 0u;
                uint2 loop_bound_20 = uint2(4294967295u);
                bool loop_init_20 = true;
                while(true) {
                    if (metal::all(loop_bound_20 == uint2(0u))) { break; }
                    loop_bound_20 -= uint2(loop_bound_20.y == 0u, 1u);
                    if (!loop_init_20) {
                        uint _e700 = n_12;
                        n_12 = _e700 + 1u;
                    }
                    loop_init_20 = false;
                    uint _e673 = n_12;
                    if (_e673 < FOURS) {
                    } else {
                        break;
                    }
                    {
                        uint _e676 = c_2;
                        uint _e679 = n_12;
                        uint d_8 = (_e676 * BLOCK_K) + (((_e679 * TX) + tx_1) * 4u);
                        uint _e687 = c_2;
                        uint _e690 = n_12;
                        metal::float4 _e693 = acc.inner[(_e687 * FOURS) + _e690];
                        float _e695 = factor;
                        metal::float4 _e698 = output(_e693 * (_e663.x * _e695), b_13, _e44, query_2, d_8);
                        store_o4_(_e665, d_8, V_DIM, _e698, o, _buffer_sizes);
                    }
                }
            }
        }
        if (tx_1 == 0u) {
            Group _e707 = g_5;
            uint _e708 = lse_at_1(_e707, _e44, query_2, params);
            uint _e710 = g_5.split;
            uint _e713 = params.lse_split;
            store_lse(_e708 + (_e710 * _e713), _e663.y, lse, _buffer_sizes);
            return;
        } else {
            return;
        }
    } else {
        return;
    }
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(128)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint subgroup [[simdgroup_index_in_threadgroup]]
, uint size [[threads_per_simdgroup]]
, uint lane [[thread_index_in_simdgroup]]
, uint __local_invocation_index [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_6 const& q [[user(fake0)]]
, device type_6 const& k_4 [[user(fake0)]]
, device type_6 const& v_1 [[user(fake0)]]
, device type_6& o [[user(fake0)]]
, device type_7& lse [[user(fake0)]]
, threadgroup type_14& halves
, threadgroup type_15& floats
, threadgroup metal::atomic_uint& v_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint lanes = {};
    if (__local_invocation_index == 0u) {
        halves = {};
        floats = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    lanes = size;
    run(wid, (subgroup * size) + lane, params, q, k_4, v_1, o, lse, lanes, halves, floats, v_nonfinite, _buffer_sizes);
    return;
}
