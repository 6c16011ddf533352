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
    uint none;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
typedef metal::half4 type_5[1];
typedef float type_6[1];
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
typedef metal::half4 Halves;
typedef metal::float4 Floats;
struct type_13 {
    Halves inner[1152];
};
struct type_14 {
    Halves inner[1280];
};
struct type_15 {
    Floats inner[1280];
};
struct type_16 {
    float inner[256];
};
struct type_18 {
    Left inner[4];
};
struct type_19 {
    Sum inner[4];
};
struct type_20 {
    metal::float4 inner[4];
};
constant uint SIZE = 16u;
constant uint LANES = 32u;
constant uint TX = 2u;
constant uint WORKGROUP = 256u;
constant uint BLOCK_Q = 128u;
constant uint BLOCK_K = 32u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint UNIT = 4u;
constant uint KS = 2u;
constant uint QS = 4u;
constant uint K_ROW = 72u;
constant uint V = 2304u;
constant uint VS = 4u;
constant uint V_ROW = 72u;
constant uint ROW = 40u;
constant uint MORE = 0u;
constant float SLACK = 4.0;
constant uint FOURS = 4u;
constant uint K_FOURS = 2u;
constant uint V_FOURS = 2u;
constant uint Q_FOURS = 4u;

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
    device type_5 const& q,
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
    device type_5 const& k_3,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::half4 _e11 = k_3[(base_1 + d_1) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_2,
    device type_5 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::half4 _e11 = v_2[(base_2 + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_3,
    uint d_3,
    uint dim,
    metal::float4 x,
    device type_5& o,
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
    device type_6& lse,
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
    int end_2 = static_cast<int>(kv_count_1);
    hi = end_2;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p_1) - as_type<uint>(_e16)), 0, end_2);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p_1) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end_2);
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

void put_halves(
    uint at_1,
    metal::half4 x_10,
    threadgroup type_13& halves
) {
    halves.inner[naga_div(at_1, 4u)] = x_10;
    return;
}

void put_weights(
    uint at_2,
    metal::half4 x_11,
    threadgroup type_14& p_tile
) {
    p_tile.inner[naga_div(at_2, 4u)] = x_11;
    return;
}

void put_floats(
    uint at_3,
    metal::float4 x_12,
    threadgroup type_15& floats
) {
    floats.inner[naga_div(at_3, 4u)] = x_12;
    return;
}

metal::half4 four_weights(
    uint at_4,
    threadgroup type_14& p_tile
) {
    Halves _e5 = p_tile.inner[naga_div(at_4, 4u)];
    return _e5;
}

metal::float4 four_floats(
    uint at_5,
    threadgroup type_15& floats
) {
    Floats _e5 = floats.inner[naga_div(at_5, 4u)];
    return _e5;
}

void set_lengths(
) {
    return;
}

float lanes_max(
    float x_13,
    thread uint& lanes
) {
    float r = {};
    uint step = 1u;
    r = x_13;
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
    float x_14,
    thread uint& lanes
) {
    float r_1 = {};
    uint step_1 = 1u;
    r_1 = x_14;
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
    float x_15,
    threadgroup type_16& row_part,
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
        row_part.inner[(row_2 * TX) + tx] = x_15;
        return;
    } else {
        return;
    }
}

float row_max(
    uint row_3,
    float part,
    threadgroup type_16& row_part,
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
    threadgroup type_16& row_part,
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

metal::float4 unfinite_values(
    Group g_5,
    Tile tile_2,
    uint own,
    uint d_7,
    constant Params& params,
    device type_5 const& v_2,
    threadgroup type_14& p_tile,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 sum_4 = metal::float4(0.0);
    uint k_2 = 0u;
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e53 = k_2;
            k_2 = _e53 + 1u;
        }
        loop_init_4 = false;
        uint _e9 = k_2;
        if (_e9 < BLOCK_K) {
        } else {
            break;
        }
        {
            uint _e14 = k_2;
            metal::half4 _e20 = four_weights((own * ROW) + (naga_div(_e14, 4u) * 4u), p_tile);
            uint _e21 = k_2;
            float p_2 = static_cast<float>(_e20[naga_mod(_e21, 4u)]);
            if (p_2 != 0.0) {
                uint _e29 = k_2;
                uint _e35 = key_of(metal::min(tile_2.first + _e29, tile_2.end - 1u));
                uint _e39 = params.v_row;
                metal::float4 _e42 = load_v4_(g_5.v_base + (_e35 * _e39), d_7, v_2, _buffer_sizes);
                metal::float4 x_32 = static_cast<metal::float4>(static_cast<metal::half4>(_e42));
                metal::float4 _e45 = sum_4;
                metal::bool4 _e49 = nonfinite(x_32);
                sum_4 = _e45 + metal::select(metal::float4(0.0), p_2 * x_32, _e49);
            }
        }
    }
    metal::float4 _e55 = sum_4;
    return _e55;
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

metal::simdgroup_float16x16 NagaCooperativeLoad(const threadgroup float* ptr, int stride, bool is_row_major) {
    metal::simdgroup_float16x16 m;
    simdgroup_load(m, ptr, stride, 0, is_row_major);
    return m;
}

void run(
    metal::uint3 wid_2,
    uint tid,
    constant Params& params,
    device type_5 const& q,
    device type_5 const& k_3,
    device type_5 const& v_2,
    device type_5& o,
    device type_6& lse,
    threadgroup type_13& halves,
    threadgroup type_14& p_tile,
    threadgroup type_15& floats,
    thread uint& lanes,
    threadgroup metal::atomic_uint& v_nonfinite,
    threadgroup metal::atomic_uint& moved,
    constant _mslBufferSizes& _buffer_sizes
) {
    Group g_6 = {};
    float factor = 0.0;
    metal::uint2 keys_3 = metal::uint2(0u);
    float m_2 = MASKED;
    float l_1 = 0.0;
    type_18 queries = {};
    metal::half4 x_16 = metal::half4(0.0h);
    metal::half4 x_17 = metal::half4(0.0h);
    metal::half4 x_18 = metal::half4(0.0h);
    metal::half4 x_19 = metal::half4(0.0h);
    metal::half4 x_20 = metal::half4(0.0h);
    metal::half4 x_21 = metal::half4(0.0h);
    metal::half4 x_22 = metal::half4(0.0h);
    metal::half4 x_23 = metal::half4(0.0h);
    type_19 outputs = {};
    uint t_2 = {};
    bool local_9 = {};
    bool local_10 = {};
    bool local_11 = {};
    bool local_12 = {};
    Sum s_10 = {};
    Sum s_11 = {};
    bool local_13 = {};
    type_20 s_12 = {};
    float part_2 = {};
    float shrink_1 = {};
    bool local_14 = {};
    bool again = {};
    metal::float4 x_24 = {};
    bool local_15 = {};
    metal::float4 x_25 = {};
    bool local_16 = {};
    metal::float4 x_26 = {};
    bool local_17 = {};
    metal::float4 x_27 = {};
    bool local_18 = {};
    metal::float4 x_28 = {};
    bool local_19 = {};
    metal::float4 x_29 = {};
    bool local_20 = {};
    metal::float4 x_30 = {};
    bool local_21 = {};
    metal::float4 x_31 = {};
    bool local_22 = {};
    metal::float2 end_1 = metal::float2(0.0);
    bool local_23 = {};
    bool local_24 = {};
    bool local_25 = {};
    bool local_26 = {};
    bool local_27 = {};
    bool local_28 = {};
    bool local_29 = {};
    bool local_30 = {};
    bool local_31 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    Group _e9 = group_of(metal::min(_e2, _e5 - 1u), params);
    g_6 = _e9;
    uint _e11 = group_id(wid_2, params);
    uint _e14 = params.groups;
    if (_e11 >= _e14) {
        g_6.row_end = 0u;
        g_6.tiles = metal::uint3(0u);
    }
    uint b_13 = g_6.seen.batch;
    set_lengths();
    if (tid == 0u) {
        metal::atomic_store_explicit(&v_nonfinite, 0u, metal::memory_order_relaxed);
        metal::atomic_store_explicit(&moved, 0u, metal::memory_order_relaxed);
    }
    uint strip = naga_div(tid, LANES) * SIZE;
    uint own_1 = naga_div(tid, TX);
    uint tx_1 = naga_mod(tid, TX);
    uint _e39 = g_6.first_row;
    uint row_5 = _e39 + own_1;
    uint _e43 = params.pack;
    uint query_2 = naga_div(row_5, _e43);
    Group _e45 = g_6;
    uint _e46 = head_of(_e45, row_5, params);
    uint _e57 = g_6.row_end;
    if (row_5 < _e57) {
        float _e59 = row_weight(b_13, _e46, query_2);
        factor = _e59;
        int _e62 = g_6.seen.offset;
        uint _e64 = g_6.kv_len;
        metal::uint2 _e65 = key_range(query_2, _e62, _e64, params);
        float _e68 = factor;
        keys_3 = (_e68 == 0.0) ? metal::uint2(0u) : _e65;
        Group _e72 = g_6;
        uint _e73 = lse_at_1(_e72, _e46, query_2, params);
        float _e74 = first_max(_e73);
        m_2 = _e74;
    }
    {
        {
            uint i_8 = 0u + tid;
            if (i_8 < 1024u) {
                uint d_8 = naga_mod(i_8, 8u) * 4u;
                uint _e85 = g_6.first_row;
                uint r_2 = _e85 + naga_div(i_8, 8u);
                uint _e93 = g_6.row_end;
                if (r_2 < _e93) {
                    Group _e95 = g_6;
                    uint _e96 = query_at(_e95, r_2, params);
                    metal::float4 _e99 = load_q4_(_e96, 0u + d_8, q, _buffer_sizes);
                    x_16 = static_cast<metal::half4>(_e99);
                }
                metal::half4 _e106 = x_16;
                put_weights((naga_div(i_8, 8u) * ROW) + d_8, _e106, p_tile);
            }
        }
        {
            uint i_9 = 256u + tid;
            if (i_9 < 1024u) {
                uint d_9 = naga_mod(i_9, 8u) * 4u;
                uint _e116 = g_6.first_row;
                uint r_3 = _e116 + naga_div(i_9, 8u);
                uint _e124 = g_6.row_end;
                if (r_3 < _e124) {
                    Group _e126 = g_6;
                    uint _e127 = query_at(_e126, r_3, params);
                    metal::float4 _e130 = load_q4_(_e127, 0u + d_9, q, _buffer_sizes);
                    x_17 = static_cast<metal::half4>(_e130);
                }
                metal::half4 _e137 = x_17;
                put_weights((naga_div(i_9, 8u) * ROW) + d_9, _e137, p_tile);
            }
        }
        {
            uint i_10 = 512u + tid;
            if (i_10 < 1024u) {
                uint d_10 = naga_mod(i_10, 8u) * 4u;
                uint _e147 = g_6.first_row;
                uint r_4 = _e147 + naga_div(i_10, 8u);
                uint _e155 = g_6.row_end;
                if (r_4 < _e155) {
                    Group _e157 = g_6;
                    uint _e158 = query_at(_e157, r_4, params);
                    metal::float4 _e161 = load_q4_(_e158, 0u + d_10, q, _buffer_sizes);
                    x_18 = static_cast<metal::half4>(_e161);
                }
                metal::half4 _e168 = x_18;
                put_weights((naga_div(i_10, 8u) * ROW) + d_10, _e168, p_tile);
            }
        }
        {
            uint i_11 = 768u + tid;
            if (i_11 < 1024u) {
                uint d_11 = naga_mod(i_11, 8u) * 4u;
                uint _e178 = g_6.first_row;
                uint r_5 = _e178 + naga_div(i_11, 8u);
                uint _e186 = g_6.row_end;
                if (r_5 < _e186) {
                    Group _e188 = g_6;
                    uint _e189 = query_at(_e188, r_5, params);
                    metal::float4 _e192 = load_q4_(_e189, 0u + d_11, q, _buffer_sizes);
                    x_19 = static_cast<metal::half4>(_e192);
                }
                metal::half4 _e199 = x_19;
                put_weights((naga_div(i_11, 8u) * ROW) + d_11, _e199, p_tile);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            queries.inner[0] = NagaCooperativeLoad(&p_tile.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u, false);
        }
        {
            queries.inner[1] = NagaCooperativeLoad(&p_tile.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u, false);
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    {
        {
            uint i_12 = 0u + tid;
            if (i_12 < 1024u) {
                uint d_12 = naga_mod(i_12, 8u) * 4u;
                uint _e231 = g_6.first_row;
                uint r_6 = _e231 + naga_div(i_12, 8u);
                uint _e239 = g_6.row_end;
                if (r_6 < _e239) {
                    Group _e241 = g_6;
                    uint _e242 = query_at(_e241, r_6, params);
                    metal::float4 _e245 = load_q4_(_e242, 32u + d_12, q, _buffer_sizes);
                    x_20 = static_cast<metal::half4>(_e245);
                }
                metal::half4 _e252 = x_20;
                put_weights((naga_div(i_12, 8u) * ROW) + d_12, _e252, p_tile);
            }
        }
        {
            uint i_13 = 256u + tid;
            if (i_13 < 1024u) {
                uint d_13 = naga_mod(i_13, 8u) * 4u;
                uint _e262 = g_6.first_row;
                uint r_7 = _e262 + naga_div(i_13, 8u);
                uint _e270 = g_6.row_end;
                if (r_7 < _e270) {
                    Group _e272 = g_6;
                    uint _e273 = query_at(_e272, r_7, params);
                    metal::float4 _e276 = load_q4_(_e273, 32u + d_13, q, _buffer_sizes);
                    x_21 = static_cast<metal::half4>(_e276);
                }
                metal::half4 _e283 = x_21;
                put_weights((naga_div(i_13, 8u) * ROW) + d_13, _e283, p_tile);
            }
        }
        {
            uint i_14 = 512u + tid;
            if (i_14 < 1024u) {
                uint d_14 = naga_mod(i_14, 8u) * 4u;
                uint _e293 = g_6.first_row;
                uint r_8 = _e293 + naga_div(i_14, 8u);
                uint _e301 = g_6.row_end;
                if (r_8 < _e301) {
                    Group _e303 = g_6;
                    uint _e304 = query_at(_e303, r_8, params);
                    metal::float4 _e307 = load_q4_(_e304, 32u + d_14, q, _buffer_sizes);
                    x_22 = static_cast<metal::half4>(_e307);
                }
                metal::half4 _e314 = x_22;
                put_weights((naga_div(i_14, 8u) * ROW) + d_14, _e314, p_tile);
            }
        }
        {
            uint i_15 = 768u + tid;
            if (i_15 < 1024u) {
                uint d_15 = naga_mod(i_15, 8u) * 4u;
                uint _e324 = g_6.first_row;
                uint r_9 = _e324 + naga_div(i_15, 8u);
                uint _e332 = g_6.row_end;
                if (r_9 < _e332) {
                    Group _e334 = g_6;
                    uint _e335 = query_at(_e334, r_9, params);
                    metal::float4 _e338 = load_q4_(_e335, 32u + d_15, q, _buffer_sizes);
                    x_23 = static_cast<metal::half4>(_e338);
                }
                metal::half4 _e345 = x_23;
                put_weights((naga_div(i_15, 8u) * ROW) + d_15, _e345, p_tile);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            queries.inner[2] = NagaCooperativeLoad(&p_tile.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u, false);
        }
        {
            queries.inner[3] = NagaCooperativeLoad(&p_tile.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u, false);
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    {
        outputs.inner[0] = Sum {};
    }
    {
        outputs.inner[1] = Sum {};
    }
    {
        outputs.inner[2] = Sum {};
    }
    {
        outputs.inner[3] = Sum {};
    }
    uint _e379 = g_6.tiles[0];
    t_2 = _e379;
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e1258 = t_2;
            t_2 = _e1258 + 1u;
        }
        loop_init_5 = false;
        uint _e381 = t_2;
        uint _e384 = g_6.tiles[1];
        if (_e381 < _e384) {
        } else {
            break;
        }
        {
            uint _e386 = t_2;
            uint _e389 = g_6.tiles[2];
            Seen _e391 = g_6.seen;
            Tile _e392 = tile_at(_e386, _e389, _e391);
            uint key0_ = _e392.first;
            if (key0_ >= _e392.end) {
                continue;
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            {
                uint i_16 = 0u + tid;
                uint slot_4 = naga_div(i_16, 16u);
                uint d_16 = naga_mod(i_16, 16u) * 4u;
                if (false) {
                    local_9 = slot_4 < BLOCK_K;
                } else {
                    local_9 = true;
                }
                bool _e410 = local_9;
                if (_e410) {
                    uint _e416 = key_of(metal::min(key0_ + slot_4, _e392.end - 1u));
                    uint _e421 = g_6.k_base;
                    uint _e424 = params.k_row;
                    metal::float4 _e427 = load_k4_(_e421 + (_e416 * _e424), d_16, k_3, _buffer_sizes);
                    put_halves((slot_4 * K_ROW) + d_16, static_cast<metal::half4>(_e427), halves);
                }
            }
            {
                uint i_17 = 256u + tid;
                uint slot_5 = naga_div(i_17, 16u);
                uint d_17 = naga_mod(i_17, 16u) * 4u;
                if (false) {
                    local_10 = slot_5 < BLOCK_K;
                } else {
                    local_10 = true;
                }
                bool _e443 = local_10;
                if (_e443) {
                    uint _e449 = key_of(metal::min(key0_ + slot_5, _e392.end - 1u));
                    uint _e454 = g_6.k_base;
                    uint _e457 = params.k_row;
                    metal::float4 _e460 = load_k4_(_e454 + (_e449 * _e457), d_17, k_3, _buffer_sizes);
                    put_halves((slot_5 * K_ROW) + d_17, static_cast<metal::half4>(_e460), halves);
                }
            }
            {
                uint i_18 = 0u + tid;
                uint slot_6 = naga_div(i_18, 16u);
                uint d_18 = naga_mod(i_18, 16u) * 4u;
                if (false) {
                    local_11 = slot_6 < BLOCK_K;
                } else {
                    local_11 = true;
                }
                bool _e476 = local_11;
                if (_e476) {
                    uint _e482 = key_of(metal::min(key0_ + slot_6, _e392.end - 1u));
                    uint _e484 = g_6.v_base;
                    uint _e487 = params.v_row;
                    metal::float4 _e490 = load_v4_(_e484 + (_e482 * _e487), d_18, v_2, _buffer_sizes);
                    metal::half4 x_33 = static_cast<metal::half4>(_e490);
                    metal::bool4 _e493 = nonfinite(static_cast<metal::float4>(x_33));
                    if (metal::any(_e493)) {
                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                    }
                    put_halves((V + (slot_6 * V_ROW)) + d_18, metal::select(x_33, metal::half4(0.0h), _e493), halves);
                }
            }
            {
                uint i_19 = 256u + tid;
                uint slot_7 = naga_div(i_19, 16u);
                uint d_19 = naga_mod(i_19, 16u) * 4u;
                if (false) {
                    local_12 = slot_7 < BLOCK_K;
                } else {
                    local_12 = true;
                }
                bool _e519 = local_12;
                if (_e519) {
                    uint _e525 = key_of(metal::min(key0_ + slot_7, _e392.end - 1u));
                    uint _e527 = g_6.v_base;
                    uint _e530 = params.v_row;
                    metal::float4 _e533 = load_v4_(_e527 + (_e525 * _e530), d_19, v_2, _buffer_sizes);
                    metal::half4 x_34 = static_cast<metal::half4>(_e533);
                    metal::bool4 _e536 = nonfinite(static_cast<metal::float4>(x_34));
                    if (metal::any(_e536)) {
                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                    }
                    put_halves((V + (slot_7 * V_ROW)) + d_19, metal::select(x_34, metal::half4(0.0h), _e536), halves);
                }
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            {
                s_10 = Sum {};
                {
                    Left _e551 = queries.inner[0];
                    Sum _e556 = s_10;
                    s_10 = NagaCooperativeMultiplyAdd(_e551, NagaCooperativeLoad(&halves.inner[0], 18u, true), _e556);
                }
                {
                    Left _e559 = queries.inner[1];
                    Sum _e564 = s_10;
                    s_10 = NagaCooperativeMultiplyAdd(_e559, NagaCooperativeLoad(&halves.inner[4], 18u, true), _e564);
                }
                {
                    Left _e567 = queries.inner[2];
                    Sum _e572 = s_10;
                    s_10 = NagaCooperativeMultiplyAdd(_e567, NagaCooperativeLoad(&halves.inner[8], 18u, true), _e572);
                }
                {
                    Left _e575 = queries.inner[3];
                    Sum _e580 = s_10;
                    s_10 = NagaCooperativeMultiplyAdd(_e575, NagaCooperativeLoad(&halves.inner[12], 18u, true), _e580);
                }
                Sum _e582 = s_10;
                simdgroup_store(_e582, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
            }
            {
                s_11 = Sum {};
                {
                    Left _e595 = queries.inner[0];
                    Sum _e600 = s_11;
                    s_11 = NagaCooperativeMultiplyAdd(_e595, NagaCooperativeLoad(&halves.inner[288], 18u, true), _e600);
                }
                {
                    Left _e603 = queries.inner[1];
                    Sum _e608 = s_11;
                    s_11 = NagaCooperativeMultiplyAdd(_e603, NagaCooperativeLoad(&halves.inner[292], 18u, true), _e608);
                }
                {
                    Left _e611 = queries.inner[2];
                    Sum _e616 = s_11;
                    s_11 = NagaCooperativeMultiplyAdd(_e611, NagaCooperativeLoad(&halves.inner[296], 18u, true), _e616);
                }
                {
                    Left _e619 = queries.inner[3];
                    Sum _e624 = s_11;
                    s_11 = NagaCooperativeMultiplyAdd(_e619, NagaCooperativeLoad(&halves.inner[300], 18u, true), _e624);
                }
                Sum _e626 = s_11;
                simdgroup_store(_e626, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            if (true) {
                Group _e639 = g_6;
                bool _e640 = sees_whole(_e639, _e392);
                local_13 = !(_e640);
            } else {
                local_13 = true;
            }
            bool edits = local_13;
            s_12 = type_20 {};
            part_2 = MASKED;
            {
                uint k_4 = (0u + tx_1) * 4u;
                metal::float4 _e656 = four_floats((own_1 * ROW) + k_4, floats);
                float _e659 = params.scale;
                s_12.inner[0] = _e656 * _e659;
                if (edits) {
                    metal::float4 _e663 = s_12.inner[0];
                    metal::uint2 _e665 = keys_3;
                    metal::uint2 _e667 = seen_keys(_e665, _e392.end, b_13, _e46, query_2);
                    metal::float4 _e668 = edit_four(_e663, b_13, _e46, query_2, key0_ + k_4, _e667);
                    s_12.inner[0] = _e668;
                }
                float _e669 = part_2;
                metal::float4 _e671 = s_12.inner[0];
                float _e672 = size_of(_e671);
                part_2 = metal::max(_e669, _e672);
            }
            {
                uint k_5 = (2u + tx_1) * 4u;
                metal::float4 _e682 = four_floats((own_1 * ROW) + k_5, floats);
                float _e685 = params.scale;
                s_12.inner[1] = _e682 * _e685;
                if (edits) {
                    metal::float4 _e689 = s_12.inner[1];
                    metal::uint2 _e691 = keys_3;
                    metal::uint2 _e693 = seen_keys(_e691, _e392.end, b_13, _e46, query_2);
                    metal::float4 _e694 = edit_four(_e689, b_13, _e46, query_2, key0_ + k_5, _e693);
                    s_12.inner[1] = _e694;
                }
                float _e695 = part_2;
                metal::float4 _e697 = s_12.inner[1];
                float _e698 = size_of(_e697);
                part_2 = metal::max(_e695, _e698);
            }
            {
                uint k_6 = (4u + tx_1) * 4u;
                metal::float4 _e708 = four_floats((own_1 * ROW) + k_6, floats);
                float _e711 = params.scale;
                s_12.inner[2] = _e708 * _e711;
                if (edits) {
                    metal::float4 _e715 = s_12.inner[2];
                    metal::uint2 _e717 = keys_3;
                    metal::uint2 _e719 = seen_keys(_e717, _e392.end, b_13, _e46, query_2);
                    metal::float4 _e720 = edit_four(_e715, b_13, _e46, query_2, key0_ + k_6, _e719);
                    s_12.inner[2] = _e720;
                }
                float _e721 = part_2;
                metal::float4 _e723 = s_12.inner[2];
                float _e724 = size_of(_e723);
                part_2 = metal::max(_e721, _e724);
            }
            {
                uint k_7 = (6u + tx_1) * 4u;
                metal::float4 _e734 = four_floats((own_1 * ROW) + k_7, floats);
                float _e737 = params.scale;
                s_12.inner[3] = _e734 * _e737;
                if (edits) {
                    metal::float4 _e741 = s_12.inner[3];
                    metal::uint2 _e743 = keys_3;
                    metal::uint2 _e745 = seen_keys(_e743, _e392.end, b_13, _e46, query_2);
                    metal::float4 _e746 = edit_four(_e741, b_13, _e46, query_2, key0_ + k_7, _e745);
                    s_12.inner[3] = _e746;
                }
                float _e747 = part_2;
                metal::float4 _e749 = s_12.inner[3];
                float _e750 = size_of(_e749);
                part_2 = metal::max(_e747, _e750);
            }
            float _e752 = m_2;
            float _e753 = part_2;
            float _e754 = lanes_max(_e753, lanes);
            float _e755 = next_max(_e752, _e754);
            shrink_1 = 1.0;
            float _e758 = m_2;
            bool moves = _e755 > (_e758 + SLACK);
            if (moves) {
                uint _e763 = t_2;
                uint _e766 = metal::atomic_fetch_max_explicit(&moved, _e763 + 1u, metal::memory_order_relaxed);
                float _e767 = m_2;
                shrink_1 = metal::exp(_e767 - _e755);
                m_2 = _e755;
                float _e770 = l_1;
                float _e771 = shrink_1;
                l_1 = _e770 * _e771;
            }
            {
                uint k_8 = (0u + tx_1) * 4u;
                metal::float4 _e778 = s_12.inner[0];
                float _e779 = m_2;
                metal::float4 _e781 = weights(_e778, _e779, b_13, _e46, query_2, key0_ + k_8);
                float _e782 = l_1;
                metal::float4 _e784 = s_12.inner[0];
                float _e785 = mass(_e784, _e781);
                l_1 = _e782 + _e785;
                put_weights((own_1 * ROW) + k_8, static_cast<metal::half4>(_e781), p_tile);
            }
            {
                uint k_9 = (2u + tx_1) * 4u;
                metal::float4 _e796 = s_12.inner[1];
                float _e797 = m_2;
                metal::float4 _e799 = weights(_e796, _e797, b_13, _e46, query_2, key0_ + k_9);
                float _e800 = l_1;
                metal::float4 _e802 = s_12.inner[1];
                float _e803 = mass(_e802, _e799);
                l_1 = _e800 + _e803;
                put_weights((own_1 * ROW) + k_9, static_cast<metal::half4>(_e799), p_tile);
            }
            {
                uint k_10 = (4u + tx_1) * 4u;
                metal::float4 _e814 = s_12.inner[2];
                float _e815 = m_2;
                metal::float4 _e817 = weights(_e814, _e815, b_13, _e46, query_2, key0_ + k_10);
                float _e818 = l_1;
                metal::float4 _e820 = s_12.inner[2];
                float _e821 = mass(_e820, _e817);
                l_1 = _e818 + _e821;
                put_weights((own_1 * ROW) + k_10, static_cast<metal::half4>(_e817), p_tile);
            }
            {
                uint k_11 = (6u + tx_1) * 4u;
                metal::float4 _e832 = s_12.inner[3];
                float _e833 = m_2;
                metal::float4 _e835 = weights(_e832, _e833, b_13, _e46, query_2, key0_ + k_11);
                float _e836 = l_1;
                metal::float4 _e838 = s_12.inner[3];
                float _e839 = mass(_e838, _e835);
                l_1 = _e836 + _e839;
                put_weights((own_1 * ROW) + k_11, static_cast<metal::half4>(_e835), p_tile);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            uint _e846 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
            bool careful = _e846 != 0u;
            if (!(careful)) {
                uint _e853 = metal::atomic_load_explicit(&moved, metal::memory_order_relaxed);
                uint _e854 = t_2;
                local_14 = _e853 > _e854;
            } else {
                local_14 = true;
            }
            bool _e857 = local_14;
            again = _e857;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    again = false;
                }
                loop_init_6 = false;
                bool _e859 = again;
                if (_e859) {
                } else {
                    break;
                }
                {
                    {
                        {
                            Sum _e861 = outputs.inner[0];
                            simdgroup_store(_e861, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
                        }
                        {
                            Sum _e872 = outputs.inner[1];
                            simdgroup_store(_e872, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            uint d_20 = (0u + tx_1) * 4u;
                            metal::float4 _e889 = four_floats((own_1 * ROW) + d_20, floats);
                            float _e890 = shrink_1;
                            x_24 = _e889 * _e890;
                            if (careful) {
                                uint _e896 = g_6.row_end;
                                local_15 = row_5 < _e896;
                            } else {
                                local_15 = false;
                            }
                            bool _e899 = local_15;
                            if (_e899) {
                                metal::float4 _e900 = x_24;
                                Group _e901 = g_6;
                                metal::float4 _e904 = unfinite_values(_e901, _e392, own_1, 0u + d_20, params, v_2, p_tile, _buffer_sizes);
                                x_24 = _e900 + _e904;
                            }
                            metal::float4 _e909 = x_24;
                            put_floats((own_1 * ROW) + d_20, _e909, floats);
                        }
                        {
                            uint d_21 = (2u + tx_1) * 4u;
                            metal::float4 _e917 = four_floats((own_1 * ROW) + d_21, floats);
                            float _e918 = shrink_1;
                            x_25 = _e917 * _e918;
                            if (careful) {
                                uint _e924 = g_6.row_end;
                                local_16 = row_5 < _e924;
                            } else {
                                local_16 = false;
                            }
                            bool _e927 = local_16;
                            if (_e927) {
                                metal::float4 _e928 = x_25;
                                Group _e929 = g_6;
                                metal::float4 _e932 = unfinite_values(_e929, _e392, own_1, 0u + d_21, params, v_2, p_tile, _buffer_sizes);
                                x_25 = _e928 + _e932;
                            }
                            metal::float4 _e937 = x_25;
                            put_floats((own_1 * ROW) + d_21, _e937, floats);
                        }
                        {
                            uint d_22 = (4u + tx_1) * 4u;
                            metal::float4 _e945 = four_floats((own_1 * ROW) + d_22, floats);
                            float _e946 = shrink_1;
                            x_26 = _e945 * _e946;
                            if (careful) {
                                uint _e952 = g_6.row_end;
                                local_17 = row_5 < _e952;
                            } else {
                                local_17 = false;
                            }
                            bool _e955 = local_17;
                            if (_e955) {
                                metal::float4 _e956 = x_26;
                                Group _e957 = g_6;
                                metal::float4 _e960 = unfinite_values(_e957, _e392, own_1, 0u + d_22, params, v_2, p_tile, _buffer_sizes);
                                x_26 = _e956 + _e960;
                            }
                            metal::float4 _e965 = x_26;
                            put_floats((own_1 * ROW) + d_22, _e965, floats);
                        }
                        {
                            uint d_23 = (6u + tx_1) * 4u;
                            metal::float4 _e973 = four_floats((own_1 * ROW) + d_23, floats);
                            float _e974 = shrink_1;
                            x_27 = _e973 * _e974;
                            if (careful) {
                                uint _e980 = g_6.row_end;
                                local_18 = row_5 < _e980;
                            } else {
                                local_18 = false;
                            }
                            bool _e983 = local_18;
                            if (_e983) {
                                metal::float4 _e984 = x_27;
                                Group _e985 = g_6;
                                metal::float4 _e988 = unfinite_values(_e985, _e392, own_1, 0u + d_23, params, v_2, p_tile, _buffer_sizes);
                                x_27 = _e984 + _e988;
                            }
                            metal::float4 _e993 = x_27;
                            put_floats((own_1 * ROW) + d_23, _e993, floats);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            outputs.inner[0] = NagaCooperativeLoad(&floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u, false);
                        }
                        {
                            outputs.inner[1] = NagaCooperativeLoad(&floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u, false);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    }
                    {
                        {
                            Sum _e1017 = outputs.inner[2];
                            simdgroup_store(_e1017, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
                        }
                        {
                            Sum _e1028 = outputs.inner[3];
                            simdgroup_store(_e1028, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            uint d_24 = (0u + tx_1) * 4u;
                            metal::float4 _e1045 = four_floats((own_1 * ROW) + d_24, floats);
                            float _e1046 = shrink_1;
                            x_28 = _e1045 * _e1046;
                            if (careful) {
                                uint _e1052 = g_6.row_end;
                                local_19 = row_5 < _e1052;
                            } else {
                                local_19 = false;
                            }
                            bool _e1055 = local_19;
                            if (_e1055) {
                                metal::float4 _e1056 = x_28;
                                Group _e1057 = g_6;
                                metal::float4 _e1060 = unfinite_values(_e1057, _e392, own_1, 32u + d_24, params, v_2, p_tile, _buffer_sizes);
                                x_28 = _e1056 + _e1060;
                            }
                            metal::float4 _e1065 = x_28;
                            put_floats((own_1 * ROW) + d_24, _e1065, floats);
                        }
                        {
                            uint d_25 = (2u + tx_1) * 4u;
                            metal::float4 _e1073 = four_floats((own_1 * ROW) + d_25, floats);
                            float _e1074 = shrink_1;
                            x_29 = _e1073 * _e1074;
                            if (careful) {
                                uint _e1080 = g_6.row_end;
                                local_20 = row_5 < _e1080;
                            } else {
                                local_20 = false;
                            }
                            bool _e1083 = local_20;
                            if (_e1083) {
                                metal::float4 _e1084 = x_29;
                                Group _e1085 = g_6;
                                metal::float4 _e1088 = unfinite_values(_e1085, _e392, own_1, 32u + d_25, params, v_2, p_tile, _buffer_sizes);
                                x_29 = _e1084 + _e1088;
                            }
                            metal::float4 _e1093 = x_29;
                            put_floats((own_1 * ROW) + d_25, _e1093, floats);
                        }
                        {
                            uint d_26 = (4u + tx_1) * 4u;
                            metal::float4 _e1101 = four_floats((own_1 * ROW) + d_26, floats);
                            float _e1102 = shrink_1;
                            x_30 = _e1101 * _e1102;
                            if (careful) {
                                uint _e1108 = g_6.row_end;
                                local_21 = row_5 < _e1108;
                            } else {
                                local_21 = false;
                            }
                            bool _e1111 = local_21;
                            if (_e1111) {
                                metal::float4 _e1112 = x_30;
                                Group _e1113 = g_6;
                                metal::float4 _e1116 = unfinite_values(_e1113, _e392, own_1, 32u + d_26, params, v_2, p_tile, _buffer_sizes);
                                x_30 = _e1112 + _e1116;
                            }
                            metal::float4 _e1121 = x_30;
                            put_floats((own_1 * ROW) + d_26, _e1121, floats);
                        }
                        {
                            uint d_27 = (6u + tx_1) * 4u;
                            metal::float4 _e1129 = four_floats((own_1 * ROW) + d_27, floats);
                            float _e1130 = shrink_1;
                            x_31 = _e1129 * _e1130;
                            if (careful) {
                                uint _e1136 = g_6.row_end;
                                local_22 = row_5 < _e1136;
                            } else {
                                local_22 = false;
                            }
                            bool _e1139 = local_22;
                            if (_e1139) {
                                metal::float4 _e1140 = x_31;
                                Group _e1141 = g_6;
                                metal::float4 _e1144 = unfinite_values(_e1141, _e392, own_1, 32u + d_27, params, v_2, p_tile, _buffer_sizes);
                                x_31 = _e1140 + _e1144;
                            }
                            metal::float4 _e1149 = x_31;
                            put_floats((own_1 * ROW) + d_27, _e1149, floats);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            outputs.inner[2] = NagaCooperativeLoad(&floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u, false);
                        }
                        {
                            outputs.inner[3] = NagaCooperativeLoad(&floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u, false);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    }
                }
            }
            {
                metal::simdgroup_half16x16 p_3 = NagaCooperativeLoad(&p_tile.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u, false);
                {
                    Sum _e1189 = outputs.inner[0];
                    outputs.inner[0] = NagaCooperativeMultiplyAdd(p_3, NagaCooperativeLoad(&halves.inner[576], 18u, false), _e1189);
                }
                {
                    Sum _e1197 = outputs.inner[1];
                    outputs.inner[1] = NagaCooperativeMultiplyAdd(p_3, NagaCooperativeLoad(&halves.inner[580], 18u, false), _e1197);
                }
                {
                    Sum _e1205 = outputs.inner[2];
                    outputs.inner[2] = NagaCooperativeMultiplyAdd(p_3, NagaCooperativeLoad(&halves.inner[584], 18u, false), _e1205);
                }
                {
                    Sum _e1213 = outputs.inner[3];
                    outputs.inner[3] = NagaCooperativeMultiplyAdd(p_3, NagaCooperativeLoad(&halves.inner[588], 18u, false), _e1213);
                }
            }
            {
                metal::simdgroup_half16x16 p_4 = NagaCooperativeLoad(&p_tile.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u, false);
                {
                    Sum _e1231 = outputs.inner[0];
                    outputs.inner[0] = NagaCooperativeMultiplyAdd(p_4, NagaCooperativeLoad(&halves.inner[864], 18u, false), _e1231);
                }
                {
                    Sum _e1239 = outputs.inner[1];
                    outputs.inner[1] = NagaCooperativeMultiplyAdd(p_4, NagaCooperativeLoad(&halves.inner[868], 18u, false), _e1239);
                }
                {
                    Sum _e1247 = outputs.inner[2];
                    outputs.inner[2] = NagaCooperativeMultiplyAdd(p_4, NagaCooperativeLoad(&halves.inner[872], 18u, false), _e1247);
                }
                {
                    Sum _e1255 = outputs.inner[3];
                    outputs.inner[3] = NagaCooperativeMultiplyAdd(p_4, NagaCooperativeLoad(&halves.inner[876], 18u, false), _e1255);
                }
            }
        }
    }
    float _e1260 = l_1;
    float _e1261 = lanes_sum(_e1260, lanes);
    uint _e1266 = g_6.row_end;
    if (row_5 < _e1266) {
        float _e1268 = m_2;
        uint _e1270 = g_6.split;
        metal::float2 _e1271 = finish_row(_e1268, _e1261, _e46, _e1270, params);
        end_1 = _e1271;
    }
    Group _e1272 = g_6;
    uint _e1273 = output_at(_e1272, _e46, query_2, params);
    {
        {
            Sum _e1275 = outputs.inner[0];
            simdgroup_store(_e1275, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
        }
        {
            Sum _e1286 = outputs.inner[1];
            simdgroup_store(_e1286, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            uint k_12 = (0u + tx_1) * 4u;
            uint d_28 = 0u + k_12;
            uint _e1303 = g_6.row_end;
            if (row_5 < _e1303) {
                local_23 = d_28 < V_DIM;
            } else {
                local_23 = false;
            }
            bool _e1310 = local_23;
            if (_e1310) {
                metal::float4 _e1315 = four_floats((own_1 * ROW) + k_12, floats);
                float _e1317 = end_1.x;
                float _e1318 = factor;
                metal::float4 _e1321 = output(_e1315 * (_e1317 * _e1318), b_13, _e46, query_2, d_28);
                store_o4_(_e1273, d_28, V_DIM, _e1321, o, _buffer_sizes);
            }
        }
        {
            uint k_13 = (2u + tx_1) * 4u;
            uint d_29 = 0u + k_13;
            uint _e1329 = g_6.row_end;
            if (row_5 < _e1329) {
                local_24 = d_29 < V_DIM;
            } else {
                local_24 = false;
            }
            bool _e1336 = local_24;
            if (_e1336) {
                metal::float4 _e1341 = four_floats((own_1 * ROW) + k_13, floats);
                float _e1343 = end_1.x;
                float _e1344 = factor;
                metal::float4 _e1347 = output(_e1341 * (_e1343 * _e1344), b_13, _e46, query_2, d_29);
                store_o4_(_e1273, d_29, V_DIM, _e1347, o, _buffer_sizes);
            }
        }
        {
            uint k_14 = (4u + tx_1) * 4u;
            uint d_30 = 0u + k_14;
            uint _e1355 = g_6.row_end;
            if (row_5 < _e1355) {
                local_25 = d_30 < V_DIM;
            } else {
                local_25 = false;
            }
            bool _e1362 = local_25;
            if (_e1362) {
                metal::float4 _e1367 = four_floats((own_1 * ROW) + k_14, floats);
                float _e1369 = end_1.x;
                float _e1370 = factor;
                metal::float4 _e1373 = output(_e1367 * (_e1369 * _e1370), b_13, _e46, query_2, d_30);
                store_o4_(_e1273, d_30, V_DIM, _e1373, o, _buffer_sizes);
            }
        }
        {
            uint k_15 = (6u + tx_1) * 4u;
            uint d_31 = 0u + k_15;
            uint _e1381 = g_6.row_end;
            if (row_5 < _e1381) {
                local_26 = d_31 < V_DIM;
            } else {
                local_26 = false;
            }
            bool _e1388 = local_26;
            if (_e1388) {
                metal::float4 _e1393 = four_floats((own_1 * ROW) + k_15, floats);
                float _e1395 = end_1.x;
                float _e1396 = factor;
                metal::float4 _e1399 = output(_e1393 * (_e1395 * _e1396), b_13, _e46, query_2, d_31);
                store_o4_(_e1273, d_31, V_DIM, _e1399, o, _buffer_sizes);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    {
        {
            Sum _e1401 = outputs.inner[2];
            simdgroup_store(_e1401, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
        }
        {
            Sum _e1412 = outputs.inner[3];
            simdgroup_store(_e1412, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            uint k_16 = (0u + tx_1) * 4u;
            uint d_32 = 32u + k_16;
            uint _e1429 = g_6.row_end;
            if (row_5 < _e1429) {
                local_27 = d_32 < V_DIM;
            } else {
                local_27 = false;
            }
            bool _e1436 = local_27;
            if (_e1436) {
                metal::float4 _e1441 = four_floats((own_1 * ROW) + k_16, floats);
                float _e1443 = end_1.x;
                float _e1444 = factor;
                metal::float4 _e1447 = output(_e1441 * (_e1443 * _e1444), b_13, _e46, query_2, d_32);
                store_o4_(_e1273, d_32, V_DIM, _e1447, o, _buffer_sizes);
            }
        }
        {
            uint k_17 = (2u + tx_1) * 4u;
            uint d_33 = 32u + k_17;
            uint _e1455 = g_6.row_end;
            if (row_5 < _e1455) {
                local_28 = d_33 < V_DIM;
            } else {
                local_28 = false;
            }
            bool _e1462 = local_28;
            if (_e1462) {
                metal::float4 _e1467 = four_floats((own_1 * ROW) + k_17, floats);
                float _e1469 = end_1.x;
                float _e1470 = factor;
                metal::float4 _e1473 = output(_e1467 * (_e1469 * _e1470), b_13, _e46, query_2, d_33);
                store_o4_(_e1273, d_33, V_DIM, _e1473, o, _buffer_sizes);
            }
        }
        {
            uint k_18 = (4u + tx_1) * 4u;
            uint d_34 = 32u + k_18;
            uint _e1481 = g_6.row_end;
            if (row_5 < _e1481) {
                local_29 = d_34 < V_DIM;
            } else {
                local_29 = false;
            }
            bool _e1488 = local_29;
            if (_e1488) {
                metal::float4 _e1493 = four_floats((own_1 * ROW) + k_18, floats);
                float _e1495 = end_1.x;
                float _e1496 = factor;
                metal::float4 _e1499 = output(_e1493 * (_e1495 * _e1496), b_13, _e46, query_2, d_34);
                store_o4_(_e1273, d_34, V_DIM, _e1499, o, _buffer_sizes);
            }
        }
        {
            uint k_19 = (6u + tx_1) * 4u;
            uint d_35 = 32u + k_19;
            uint _e1507 = g_6.row_end;
            if (row_5 < _e1507) {
                local_30 = d_35 < V_DIM;
            } else {
                local_30 = false;
            }
            bool _e1514 = local_30;
            if (_e1514) {
                metal::float4 _e1519 = four_floats((own_1 * ROW) + k_19, floats);
                float _e1521 = end_1.x;
                float _e1522 = factor;
                metal::float4 _e1525 = output(_e1519 * (_e1521 * _e1522), b_13, _e46, query_2, d_35);
                store_o4_(_e1273, d_35, V_DIM, _e1525, o, _buffer_sizes);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    uint _e1527 = g_6.row_end;
    if (row_5 < _e1527) {
        local_31 = tx_1 == 0u;
    } else {
        local_31 = false;
    }
    bool _e1534 = local_31;
    if (_e1534) {
        Group _e1535 = g_6;
        uint _e1536 = lse_at_1(_e1535, _e46, query_2, params);
        uint _e1538 = g_6.split;
        uint _e1541 = params.lse_split;
        float _e1545 = end_1.y;
        store_lse(_e1536 + (_e1538 * _e1541), _e1545, lse, _buffer_sizes);
        return;
    } else {
        return;
    }
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(256)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint subgroup [[simdgroup_index_in_threadgroup]]
, uint size [[threads_per_simdgroup]]
, uint lane [[thread_index_in_simdgroup]]
, uint __local_invocation_index [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_3 [[user(fake0)]]
, device type_5 const& v_2 [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, device type_6& lse [[user(fake0)]]
, threadgroup type_13& halves
, threadgroup type_14& p_tile
, threadgroup type_15& floats
, threadgroup metal::atomic_uint& v_nonfinite
, threadgroup metal::atomic_uint& moved
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint lanes = {};
    if (__local_invocation_index == 0u) {
        halves = {};
        p_tile = {};
        floats = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
        metal::atomic_store_explicit(&moved, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    lanes = size;
    run(wid, (subgroup * size) + lane, params, q, k_3, v_2, o, lse, halves, p_tile, floats, lanes, v_nonfinite, moved, _buffer_sizes);
    return;
}
