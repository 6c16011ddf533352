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
    uint size7;
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
    uint none;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
typedef metal::float4 type_5[1];
typedef float type_6[1];
typedef metal::uint2 type_8[1];
typedef uint type_9[1];
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
struct type_14 {
    float inner[128];
};
struct type_15 {
    metal::float4 inner[144];
};
struct type_16 {
    metal::float4 inner[288];
};
struct type_18 {
    uint inner[2];
};
struct type_19 {
    float inner[2];
};
struct type_20 {
    metal::float4 inner[4];
};
struct type_21 {
    metal::float4 inner[2];
};
struct type_22 {
    uint inner[4];
};
constant uint TX = 8u;
constant uint TY = 8u;
constant uint RQ = 2u;
constant uint K_FOURS = 1u;
constant uint QK_CHUNKS = 2u;
constant uint V_CHUNKS = 2u;
constant uint V_GROUPS = 1u;
constant uint PART = 16u;
constant uint WORKGROUP = 64u;
constant uint BLOCK_Q = 16u;
constant uint BLOCK_K = 32u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint PARTIAL = 2147483648u;
constant uint STRIDE = 9u;
constant uint FOUR = 32u;
constant uint KEYS = 4u;
constant uint V_ROW = 16u;
constant uint V_FOURS = 4u;

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
    metal::float4 _e11 = q[(base + d) >> 2u];
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
    metal::float4 _e11 = k_3[(base_1 + d_1) >> 2u];
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
    metal::float4 _e11 = v_2[(base_2 + d_2) >> 2u];
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
        o[(base_3 + d_3) >> 2u] = static_cast<metal::float4>(x);
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
    int p_5 = as_type<int>(as_type<uint>(static_cast<int>(i_1)) + as_type<uint>(offset));
    int end_1 = static_cast<int>(kv_count_1);
    hi = end_1;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p_5) - as_type<uint>(_e16)), 0, end_1);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p_5) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end_1);
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

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

uint row_tiles_of_block(
    constant Params& params
) {
    uint _e2 = params.block_q;
    uint _e5 = params.pack;
    return naga_div(((_e2 * _e5) + BLOCK_Q) - 1u, BLOCK_Q);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

metal::uint2 row_tile(
    uint t,
    constant Params& params
) {
    uint _e3 = params.block_q;
    uint _e6 = params.pack;
    uint rows = _e3 * _e6;
    uint _e8 = row_tiles_of_block(params);
    uint block = naga_div(t, _e8) * rows;
    uint _e11 = row_tiles_of_block(params);
    uint at_1 = naga_mod(t, _e11) * BLOCK_Q;
    return metal::uint2(block + at_1, block + metal::min(at_1 + BLOCK_Q, rows));
}

metal::uint2 list_span(
    uint b_5,
    uint head,
    uint t_1,
    constant Params& params,
    device type_8 const& block_spans,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e5 = params.list_batch;
    uint _e9 = params.list_group;
    uint _e13 = params.list_head;
    uint _e16 = row_tiles_of_block(params);
    uint cell = ((b_5 * _e5) + (naga_div(head, _e9) * _e13)) + naga_div(t_1, _e16);
    metal::uint2 _e21 = block_spans[cell];
    uint _e24 = params.block_entries;
    metal::uint2 span = metal::min(_e21, metal::uint2(_e24));
    uint _e35 = params.kv_blocks;
    return metal::uint2(span.x, metal::min(metal::max(span.x, span.y) - span.x, _e35));
}

uint key_tiles_of_block(
    constant Params& params
) {
    uint _e2 = params.block_kv;
    return naga_div((_e2 + BLOCK_K) - 1u, BLOCK_K);
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
    uint t_2,
    Seen seen,
    uint split_1,
    constant Params& params,
    device type_8 const& block_spans,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::uint2 _e5 = list_span(seen.batch, seen.head, t_2, params, block_spans, _buffer_sizes);
    uint _e7 = key_tiles_of_block(params);
    metal::uint2 _e9 = split_share(_e5.y * _e7, split_1, params);
    return metal::uint3(_e9, _e5.x);
}

Tile tile_at(
    uint n,
    uint base_4,
    Seen seen_1,
    constant Params& params,
    device type_9 const& block_entries,
    thread uint& tile_block,
    thread bool& tile_partial,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = key_tiles_of_block(params);
    uint entry = block_entries[base_4 + naga_div(n, _e4)];
    uint _e13 = params.kv_blocks;
    uint block_1 = metal::min(entry & 2147483647u, _e13);
    bool partly = entry >= PARTIAL;
    tile_block = block_1;
    tile_partial = partly;
    uint _e21 = params.block_kv;
    uint _e23 = key_tiles_of_block(params);
    uint first_1 = (block_1 * _e21) + (naga_mod(n, _e23) * BLOCK_K);
    uint _e34 = params.block_kv;
    uint end_2 = metal::min(seen_1.keys.y, (block_1 + 1u) * _e34);
    return Tile {first_1, ((first_1 + BLOCK_K) <= seen_1.keys.x) ? 0u : end_2, partly};
}

uint key_of(
    uint slot
) {
    return slot;
}

metal::uint2 seen_keys(
    metal::uint2 keys,
    uint end,
    uint b_6,
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
    uint b_7,
    uint head_1,
    uint i_3,
    uint slot_1
) {
    metal::float4 _e12 = exp_kept4_(s_6 - metal::float4((top_1 == MASKED) ? 0.0 : top_1));
    return _e12;
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
    uint head_2,
    uint split_2,
    constant Params& params
) {
    float top_2 = {};
    float shrink = 1.0;
    float sum_2 = {};
    bool local_1 = {};
    top_2 = m_1;
    sum_2 = l;
    float _e8 = sink_logit(head_2);
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
    uint b_8,
    uint h_5,
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
    metal::float4 x_9,
    uint b_10,
    uint h_6,
    uint i_5,
    uint d_6
) {
    return x_9;
}

Group group_of(
    uint group,
    constant Params& params,
    device type_8 const& block_spans,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::uint3 tiles_1 = metal::uint3(0u);
    bool local_2 = {};
    uint _e3 = params.splits;
    uint split_3 = naga_mod(group, _e3);
    uint _e7 = params.q_tiles;
    uint _e12 = params.splits;
    uint _e16 = params.q_tiles;
    uint row_tile_id = (_e7 - 1u) - naga_mod(naga_div(group, _e12), _e16);
    uint _e21 = params.splits;
    uint _e25 = params.q_tiles;
    uint pack = naga_div(naga_div(group, _e21), _e25);
    metal::uint2 _e27 = row_tile(row_tile_id, params);
    uint _e30 = params.head_base;
    uint _e33 = params.packs;
    uint _e37 = params.pack;
    uint head_base_1 = _e30 + (naga_mod(pack, _e33) * _e37);
    uint _e42 = params.group;
    uint kv_head = naga_div(head_base_1, _e42);
    uint _e46 = params.batch_base;
    uint _e49 = params.packs;
    uint b_13 = _e46 + naga_div(pack, _e49);
    uint _e52 = q_count_1(b_13, params);
    uint _e53 = kv_count_2(b_13, params);
    uint first_row_1 = _e27.x;
    uint _e58 = params.pack;
    uint row_end_1 = metal::min(_e27.y, _e52 * _e58);
    int _e61 = align_offset(_e52, _e53, params);
    uint _e64 = params.pack;
    uint first_query = naga_div(first_row_1, _e64);
    uint _e72 = params.pack;
    uint last_query = naga_div(metal::max(row_end_1, 1u) - 1u, _e72);
    metal::uint2 _e74 = key_range(first_query, _e61, _e53, params);
    metal::uint2 _e75 = key_range(last_query, _e61, _e53, params);
    Seen seen_2 = Seen {metal::uint2(_e74.x, _e75.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e61)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e61))), b_13, head_base_1, _e61};
    if (first_row_1 < row_end_1) {
        bool _e91 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
        local_2 = _e91;
    } else {
        local_2 = false;
    }
    bool _e93 = local_2;
    if (_e93) {
        metal::uint3 _e94 = tile_span(row_tile_id, seen_2, split_3, params, block_spans, _buffer_sizes);
        tiles_1 = _e94;
    }
    metal::uint3 _e98 = tiles_1;
    uint _e101 = params.q_offset;
    uint _e104 = params.q_batch;
    uint _e107 = q_start(b_13);
    uint _e110 = params.q_row;
    uint _e115 = params.k_offset;
    uint _e118 = params.k_batch;
    uint _e123 = params.k_head;
    uint _e126 = kv_start(b_13);
    uint _e129 = params.k_row;
    uint _e134 = params.v_offset;
    uint _e137 = params.v_batch;
    uint _e142 = params.v_head;
    uint _e145 = kv_start(b_13);
    uint _e148 = params.v_row;
    uint _e153 = params.lse_batch;
    uint _e155 = q_start(b_13);
    return Group {seen_2, split_3, first_row_1, row_end_1, _e53, metal::uint2(_e75.x, _e74.y), {}, _e98, (_e101 + (b_13 * _e104)) + (_e107 * _e110), ((_e115 + (b_13 * _e118)) + (kv_head * _e123)) + (_e126 * _e129), ((_e134 + (b_13 * _e137)) + (kv_head * _e142)) + (_e145 * _e148), (b_13 * _e153) + _e155};
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
    uint head_3,
    uint query,
    constant Params& params
) {
    uint _e5 = params.o_offset;
    uint _e9 = params.o_split;
    uint _e16 = params.o_batch;
    uint _e21 = params.o_head;
    uint _e26 = q_start(g_2.seen.batch);
    uint _e30 = params.o_row;
    return (((_e5 + (g_2.split * _e9)) + (g_2.seen.batch * _e16)) + (head_3 * _e21)) + ((_e26 + query) * _e30);
}

uint lse_at_1(
    Group g_3,
    uint head_4,
    uint query_1,
    constant Params& params
) {
    uint _e6 = params.lse_head;
    return (g_3.lse_base + (head_4 * _e6)) + query_1;
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
    uint b_11,
    uint head_5,
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
    float _e17 = edit_score(s_8, b_11, head_5, i_6, _e6);
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
    uint b_12,
    uint head_6,
    uint i_7,
    uint slot_3,
    metal::uint2 keys_2
) {
    float _e7 = edit_one(s_9.x, b_12, head_6, i_7, slot_3, keys_2);
    float _e11 = edit_one(s_9.y, b_12, head_6, i_7, slot_3 + 1u, keys_2);
    float _e15 = edit_one(s_9.z, b_12, head_6, i_7, slot_3 + 2u, keys_2);
    float _e19 = edit_one(s_9.w, b_12, head_6, i_7, slot_3 + 3u, keys_2);
    return metal::float4(_e7, _e11, _e15, _e19);
}

float lanes_max(
    float x_10
) {
    return x_10;
}

float lanes_sum(
    float x_11
) {
    return x_11;
}

void put_part(
    uint row_2,
    uint tx,
    float x_12,
    threadgroup type_14& row_part
) {
    row_part.inner[(row_2 * TX) + tx] = x_12;
    return;
}

float row_max(
    uint row_3,
    float part,
    threadgroup type_14& row_part
) {
    float top_3 = {};
    uint n_1 = 1u;
    float _e6 = row_part.inner[row_3 * TX];
    top_3 = _e6;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e23 = n_1;
            n_1 = _e23 + 1u;
        }
        loop_init = false;
        uint _e10 = n_1;
        if (_e10 < TX) {
        } else {
            break;
        }
        {
            float _e13 = top_3;
            uint _e17 = n_1;
            float _e20 = row_part.inner[(row_3 * TX) + _e17];
            top_3 = metal::max(_e13, _e20);
        }
    }
    float _e25 = top_3;
    return _e25;
}

float row_sum(
    uint row_4,
    float part_1,
    threadgroup type_14& row_part
) {
    float sum_3 = {};
    uint n_2 = 1u;
    float _e6 = row_part.inner[row_4 * TX];
    sum_3 = _e6;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_2;
            n_2 = _e23 + 1u;
        }
        loop_init_1 = false;
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
    float _e25 = sum_3;
    return _e25;
}

metal::float4 load_part(
    Group g_5,
    Tile tile_2,
    uint first,
    uint u,
    uint i_8,
    constant Params& params,
    device type_5 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e12 = key_of(metal::min(first + naga_div(i_8, V_ROW), tile_2.end - 1u));
    uint _e16 = params.v_row;
    metal::float4 _e26 = load_v4_(g_5.v_base + (_e12 * _e16), ((u * V_ROW) + naga_mod(i_8, V_ROW)) * 4u, v_2, _buffer_sizes);
    return _e26;
}

metal::uint2 keys_of(
    Group g_6,
    uint row_5,
    constant Params& params
) {
    bool local_8 = {};
    if (!((row_5 >= g_6.row_end))) {
        uint _e9 = head_of(g_6, row_5, params);
        uint _e12 = params.pack;
        float _e14 = row_weight(g_6.seen.batch, _e9, naga_div(row_5, _e12));
        local_8 = _e14 == 0.0;
    } else {
        local_8 = true;
    }
    bool _e18 = local_8;
    if (_e18) {
        return metal::uint2(0u);
    }
    uint _e23 = params.pack;
    metal::uint2 _e28 = key_range(naga_div(row_5, _e23), g_6.seen.offset, g_6.kv_len, params);
    return _e28;
}

void run(
    metal::uint3 wid_2,
    uint tid_1,
    constant Params& params,
    device type_5 const& q,
    device type_5 const& k_3,
    device type_5 const& v_2,
    device type_5& o,
    device type_6& lse,
    device type_8 const& block_spans,
    device type_9 const& block_entries,
    thread uint& tile_block,
    thread bool& tile_partial,
    threadgroup type_14& row_part,
    threadgroup type_15& q_tile,
    threadgroup type_16& kv_tile,
    threadgroup metal::atomic_uint& v_nonfinite,
    constant _mslBufferSizes& _buffer_sizes
) {
    type_18 q_at = {};
    type_19 m_2 = {};
    type_19 l_1 = {};
    type_19 part_2 = {};
    type_20 acc = {};
    uint t_3 = {};
    type_21 s_10 = {};
    type_22 k_at = {};
    type_21 q_next = {};
    type_20 k_next = {};
    uint c = {};
    bool local_9 = {};
    bool local_10 = {};
    bool local_11 = {};
    bool local_12 = {};
    type_20 v_next = {};
    bool local_13 = {};
    bool local_14 = {};
    uint h_7 = {};
    bool local_15 = {};
    bool local_16 = {};
    bool local_17 = {};
    bool local_18 = {};
    type_21 p_1 = {};
    type_21 p_2 = {};
    type_21 p_3 = {};
    type_21 p_4 = {};
    uint k_2 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    if (_e2 >= _e5) {
        return;
    }
    uint _e7 = group_id(wid_2, params);
    Group _e8 = group_of(_e7, params, block_spans, _buffer_sizes);
    if (_e8.first_row >= _e8.row_end) {
        return;
    }
    uint b_14 = _e8.seen.batch;
    if (tid_1 == 0u) {
        metal::atomic_store_explicit(&v_nonfinite, 0u, metal::memory_order_relaxed);
    }
    uint tx_1 = naga_mod(tid_1, TX);
    uint ty = naga_div(tid_1, TX);
    {
        uint row_6 = (_e8.first_row + 0u) + ty;
        uint _e35 = query_at(_e8, metal::min(row_6, _e8.row_end - 1u), params);
        q_at.inner[0] = _e35;
        m_2.inner[0] = MASKED;
        if (row_6 < _e8.row_end) {
            uint _e41 = head_of(_e8, row_6, params);
            uint _e44 = params.pack;
            uint _e46 = lse_at_1(_e8, _e41, naga_div(row_6, _e44), params);
            float _e47 = first_max(_e46);
            m_2.inner[0] = _e47;
        }
        l_1.inner[0] = 0.0;
    }
    {
        uint row_7 = (_e8.first_row + 8u) + ty;
        uint _e59 = query_at(_e8, metal::min(row_7, _e8.row_end - 1u), params);
        q_at.inner[1] = _e59;
        m_2.inner[1] = MASKED;
        if (row_7 < _e8.row_end) {
            uint _e65 = head_of(_e8, row_7, params);
            uint _e68 = params.pack;
            uint _e70 = lse_at_1(_e8, _e65, naga_div(row_7, _e68), params);
            float _e71 = first_max(_e70);
            m_2.inner[1] = _e71;
        }
        l_1.inner[1] = 0.0;
    }
    {
        acc.inner[0] = metal::float4(0.0);
    }
    {
        acc.inner[1] = metal::float4(0.0);
    }
    {
        acc.inner[2] = metal::float4(0.0);
    }
    {
        acc.inner[3] = metal::float4(0.0);
    }
    t_3 = _e8.tiles[0];
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e2176 = t_3;
            t_3 = _e2176 + 1u;
        }
        loop_init_2 = false;
        uint _e90 = t_3;
        if (_e90 < _e8.tiles[1]) {
        } else {
            break;
        }
        {
            uint _e94 = t_3;
            Tile _e98 = tile_at(_e94, _e8.tiles[2], _e8.seen, params, block_entries, tile_block, tile_partial, _buffer_sizes);
            uint key0_ = _e98.first;
            if (key0_ >= _e98.end) {
                continue;
            }
            s_10 = type_21 {};
            {
                s_10.inner[0] = metal::float4(0.0);
            }
            {
                s_10.inner[1] = metal::float4(0.0);
            }
            k_at = type_22 {};
            q_next = type_21 {};
            k_next = type_20 {};
            {
                uint _e118 = q_at.inner[0];
                metal::float4 _e121 = load_q4_(_e118, tx_1 * 4u, q, _buffer_sizes);
                q_next.inner[0] = _e121;
            }
            {
                uint _e124 = q_at.inner[1];
                metal::float4 _e127 = load_q4_(_e124, tx_1 * 4u, q, _buffer_sizes);
                q_next.inner[1] = _e127;
            }
            {
                uint _e137 = key_of(metal::min((key0_ + 0u) + ty, _e98.end - 1u));
                uint _e140 = params.k_row;
                k_at.inner[0] = _e8.k_base + (_e137 * _e140);
                uint _e145 = k_at.inner[0];
                metal::float4 _e148 = load_k4_(_e145, tx_1 * 4u, k_3, _buffer_sizes);
                k_next.inner[0] = _e148;
            }
            {
                uint _e158 = key_of(metal::min((key0_ + 8u) + ty, _e98.end - 1u));
                uint _e161 = params.k_row;
                k_at.inner[1] = _e8.k_base + (_e158 * _e161);
                uint _e166 = k_at.inner[1];
                metal::float4 _e169 = load_k4_(_e166, tx_1 * 4u, k_3, _buffer_sizes);
                k_next.inner[1] = _e169;
            }
            {
                uint _e179 = key_of(metal::min((key0_ + 16u) + ty, _e98.end - 1u));
                uint _e182 = params.k_row;
                k_at.inner[2] = _e8.k_base + (_e179 * _e182);
                uint _e187 = k_at.inner[2];
                metal::float4 _e190 = load_k4_(_e187, tx_1 * 4u, k_3, _buffer_sizes);
                k_next.inner[2] = _e190;
            }
            {
                uint _e200 = key_of(metal::min((key0_ + 24u) + ty, _e98.end - 1u));
                uint _e203 = params.k_row;
                k_at.inner[3] = _e8.k_base + (_e200 * _e203);
                uint _e208 = k_at.inner[3];
                metal::float4 _e211 = load_k4_(_e208, tx_1 * 4u, k_3, _buffer_sizes);
                k_next.inner[3] = _e211;
            }
            c = 0u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e1042 = c;
                    c = _e1042 + 1u;
                }
                loop_init_3 = false;
                uint _e214 = c;
                if (_e214 < QK_CHUNKS) {
                } else {
                    break;
                }
                {
                    {
                        metal::float4 _e225 = q_next.inner[0];
                        metal::float4 _e226 = scale_q(_e225, params);
                        q_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e226;
                    }
                    {
                        metal::float4 _e235 = q_next.inner[1];
                        metal::float4 _e236 = scale_q(_e235, params);
                        q_tile.inner[((8u + ty) * STRIDE) + tx_1] = _e236;
                    }
                    {
                        uint slot_4 = 0u + ty;
                        if (false) {
                            local_9 = slot_4 < BLOCK_K;
                        } else {
                            local_9 = true;
                        }
                        bool _e245 = local_9;
                        if (_e245) {
                            metal::float4 _e259 = k_next.inner[0];
                            kv_tile.inner[(((naga_mod(slot_4, 4u) * 8u) + naga_div(slot_4, 4u)) * STRIDE) + tx_1] = _e259;
                        }
                    }
                    {
                        uint slot_5 = 8u + ty;
                        if (false) {
                            local_10 = slot_5 < BLOCK_K;
                        } else {
                            local_10 = true;
                        }
                        bool _e268 = local_10;
                        if (_e268) {
                            metal::float4 _e282 = k_next.inner[1];
                            kv_tile.inner[(((naga_mod(slot_5, 4u) * 8u) + naga_div(slot_5, 4u)) * STRIDE) + tx_1] = _e282;
                        }
                    }
                    {
                        uint slot_6 = 16u + ty;
                        if (false) {
                            local_11 = slot_6 < BLOCK_K;
                        } else {
                            local_11 = true;
                        }
                        bool _e291 = local_11;
                        if (_e291) {
                            metal::float4 _e305 = k_next.inner[2];
                            kv_tile.inner[(((naga_mod(slot_6, 4u) * 8u) + naga_div(slot_6, 4u)) * STRIDE) + tx_1] = _e305;
                        }
                    }
                    {
                        uint slot_7 = 24u + ty;
                        if (false) {
                            local_12 = slot_7 < BLOCK_K;
                        } else {
                            local_12 = true;
                        }
                        bool _e314 = local_12;
                        if (_e314) {
                            metal::float4 _e328 = k_next.inner[3];
                            kv_tile.inner[(((naga_mod(slot_7, 4u) * 8u) + naga_div(slot_7, 4u)) * STRIDE) + tx_1] = _e328;
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    {
                        uint _e331 = q_at.inner[0];
                        uint _e332 = c;
                        metal::float4 _e340 = load_q4_(_e331, (((_e332 + 1u) * TX) + tx_1) * 4u, q, _buffer_sizes);
                        q_next.inner[0] = _e340;
                    }
                    {
                        uint _e343 = q_at.inner[1];
                        uint _e344 = c;
                        metal::float4 _e352 = load_q4_(_e343, (((_e344 + 1u) * TX) + tx_1) * 4u, q, _buffer_sizes);
                        q_next.inner[1] = _e352;
                    }
                    {
                        uint _e355 = k_at.inner[0];
                        uint _e356 = c;
                        metal::float4 _e364 = load_k4_(_e355, (((_e356 + 1u) * TX) + tx_1) * 4u, k_3, _buffer_sizes);
                        k_next.inner[0] = _e364;
                    }
                    {
                        uint _e367 = k_at.inner[1];
                        uint _e368 = c;
                        metal::float4 _e376 = load_k4_(_e367, (((_e368 + 1u) * TX) + tx_1) * 4u, k_3, _buffer_sizes);
                        k_next.inner[1] = _e376;
                    }
                    {
                        uint _e379 = k_at.inner[2];
                        uint _e380 = c;
                        metal::float4 _e388 = load_k4_(_e379, (((_e380 + 1u) * TX) + tx_1) * 4u, k_3, _buffer_sizes);
                        k_next.inner[2] = _e388;
                    }
                    {
                        uint _e391 = k_at.inner[3];
                        uint _e392 = c;
                        metal::float4 _e400 = load_k4_(_e391, (((_e392 + 1u) * TX) + tx_1) * 4u, k_3, _buffer_sizes);
                        k_next.inner[3] = _e400;
                    }
                    {
                        uint _e402 = c;
                        uint at_2 = ((_e402 * TX) + 0u) * 4u;
                        {
                            uint k_at_1 = ((0u + tx_1) * STRIDE) + 0u;
                            metal::float4 k0_ = kv_tile.inner[k_at_1];
                            metal::float4 k1_ = kv_tile.inner[k_at_1 + 72u];
                            metal::float4 k2_ = kv_tile.inner[k_at_1 + 144u];
                            metal::float4 k3_ = kv_tile.inner[k_at_1 + 216u];
                            {
                                metal::float4 x_13 = q_tile.inner[((0u + ty) * STRIDE) + 0u];
                                uint _e443 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y = s_10.inner[0];
                                float _e448 = pair_onto(y.x, x_13, k0_, _e443, at_2);
                                float _e450 = pair_onto(y.y, x_13, k1_, _e443, at_2);
                                float _e452 = pair_onto(y.z, x_13, k2_, _e443, at_2);
                                float _e454 = pair_onto(y.w, x_13, k3_, _e443, at_2);
                                s_10.inner[0] = metal::float4(_e448, _e450, _e452, _e454);
                            }
                            {
                                metal::float4 x_14 = q_tile.inner[((8u + ty) * STRIDE) + 0u];
                                uint _e468 = head_of(_e8, (_e8.first_row + 8u) + ty, params);
                                metal::float4 y_1 = s_10.inner[1];
                                float _e473 = pair_onto(y_1.x, x_14, k0_, _e468, at_2);
                                float _e475 = pair_onto(y_1.y, x_14, k1_, _e468, at_2);
                                float _e477 = pair_onto(y_1.z, x_14, k2_, _e468, at_2);
                                float _e479 = pair_onto(y_1.w, x_14, k3_, _e468, at_2);
                                s_10.inner[1] = metal::float4(_e473, _e475, _e477, _e479);
                            }
                        }
                    }
                    {
                        uint _e482 = c;
                        uint at_3 = ((_e482 * TX) + 1u) * 4u;
                        {
                            uint k_at_2 = ((0u + tx_1) * STRIDE) + 1u;
                            metal::float4 k0_1 = kv_tile.inner[k_at_2];
                            metal::float4 k1_1 = kv_tile.inner[k_at_2 + 72u];
                            metal::float4 k2_1 = kv_tile.inner[k_at_2 + 144u];
                            metal::float4 k3_1 = kv_tile.inner[k_at_2 + 216u];
                            {
                                metal::float4 x_15 = q_tile.inner[((0u + ty) * STRIDE) + 1u];
                                uint _e523 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_2 = s_10.inner[0];
                                float _e528 = pair_onto(y_2.x, x_15, k0_1, _e523, at_3);
                                float _e530 = pair_onto(y_2.y, x_15, k1_1, _e523, at_3);
                                float _e532 = pair_onto(y_2.z, x_15, k2_1, _e523, at_3);
                                float _e534 = pair_onto(y_2.w, x_15, k3_1, _e523, at_3);
                                s_10.inner[0] = metal::float4(_e528, _e530, _e532, _e534);
                            }
                            {
                                metal::float4 x_16 = q_tile.inner[((8u + ty) * STRIDE) + 1u];
                                uint _e548 = head_of(_e8, (_e8.first_row + 8u) + ty, params);
                                metal::float4 y_3 = s_10.inner[1];
                                float _e553 = pair_onto(y_3.x, x_16, k0_1, _e548, at_3);
                                float _e555 = pair_onto(y_3.y, x_16, k1_1, _e548, at_3);
                                float _e557 = pair_onto(y_3.z, x_16, k2_1, _e548, at_3);
                                float _e559 = pair_onto(y_3.w, x_16, k3_1, _e548, at_3);
                                s_10.inner[1] = metal::float4(_e553, _e555, _e557, _e559);
                            }
                        }
                    }
                    {
                        uint _e562 = c;
                        uint at_4 = ((_e562 * TX) + 2u) * 4u;
                        {
                            uint k_at_3 = ((0u + tx_1) * STRIDE) + 2u;
                            metal::float4 k0_2 = kv_tile.inner[k_at_3];
                            metal::float4 k1_2 = kv_tile.inner[k_at_3 + 72u];
                            metal::float4 k2_2 = kv_tile.inner[k_at_3 + 144u];
                            metal::float4 k3_2 = kv_tile.inner[k_at_3 + 216u];
                            {
                                metal::float4 x_17 = q_tile.inner[((0u + ty) * STRIDE) + 2u];
                                uint _e603 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_4 = s_10.inner[0];
                                float _e608 = pair_onto(y_4.x, x_17, k0_2, _e603, at_4);
                                float _e610 = pair_onto(y_4.y, x_17, k1_2, _e603, at_4);
                                float _e612 = pair_onto(y_4.z, x_17, k2_2, _e603, at_4);
                                float _e614 = pair_onto(y_4.w, x_17, k3_2, _e603, at_4);
                                s_10.inner[0] = metal::float4(_e608, _e610, _e612, _e614);
                            }
                            {
                                metal::float4 x_18 = q_tile.inner[((8u + ty) * STRIDE) + 2u];
                                uint _e628 = head_of(_e8, (_e8.first_row + 8u) + ty, params);
                                metal::float4 y_5 = s_10.inner[1];
                                float _e633 = pair_onto(y_5.x, x_18, k0_2, _e628, at_4);
                                float _e635 = pair_onto(y_5.y, x_18, k1_2, _e628, at_4);
                                float _e637 = pair_onto(y_5.z, x_18, k2_2, _e628, at_4);
                                float _e639 = pair_onto(y_5.w, x_18, k3_2, _e628, at_4);
                                s_10.inner[1] = metal::float4(_e633, _e635, _e637, _e639);
                            }
                        }
                    }
                    {
                        uint _e642 = c;
                        uint at_5 = ((_e642 * TX) + 3u) * 4u;
                        {
                            uint k_at_4 = ((0u + tx_1) * STRIDE) + 3u;
                            metal::float4 k0_3 = kv_tile.inner[k_at_4];
                            metal::float4 k1_3 = kv_tile.inner[k_at_4 + 72u];
                            metal::float4 k2_3 = kv_tile.inner[k_at_4 + 144u];
                            metal::float4 k3_3 = kv_tile.inner[k_at_4 + 216u];
                            {
                                metal::float4 x_19 = q_tile.inner[((0u + ty) * STRIDE) + 3u];
                                uint _e683 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_6 = s_10.inner[0];
                                float _e688 = pair_onto(y_6.x, x_19, k0_3, _e683, at_5);
                                float _e690 = pair_onto(y_6.y, x_19, k1_3, _e683, at_5);
                                float _e692 = pair_onto(y_6.z, x_19, k2_3, _e683, at_5);
                                float _e694 = pair_onto(y_6.w, x_19, k3_3, _e683, at_5);
                                s_10.inner[0] = metal::float4(_e688, _e690, _e692, _e694);
                            }
                            {
                                metal::float4 x_20 = q_tile.inner[((8u + ty) * STRIDE) + 3u];
                                uint _e708 = head_of(_e8, (_e8.first_row + 8u) + ty, params);
                                metal::float4 y_7 = s_10.inner[1];
                                float _e713 = pair_onto(y_7.x, x_20, k0_3, _e708, at_5);
                                float _e715 = pair_onto(y_7.y, x_20, k1_3, _e708, at_5);
                                float _e717 = pair_onto(y_7.z, x_20, k2_3, _e708, at_5);
                                float _e719 = pair_onto(y_7.w, x_20, k3_3, _e708, at_5);
                                s_10.inner[1] = metal::float4(_e713, _e715, _e717, _e719);
                            }
                        }
                    }
                    {
                        uint _e722 = c;
                        uint at_6 = ((_e722 * TX) + 4u) * 4u;
                        {
                            uint k_at_5 = ((0u + tx_1) * STRIDE) + 4u;
                            metal::float4 k0_4 = kv_tile.inner[k_at_5];
                            metal::float4 k1_4 = kv_tile.inner[k_at_5 + 72u];
                            metal::float4 k2_4 = kv_tile.inner[k_at_5 + 144u];
                            metal::float4 k3_4 = kv_tile.inner[k_at_5 + 216u];
                            {
                                metal::float4 x_21 = q_tile.inner[((0u + ty) * STRIDE) + 4u];
                                uint _e763 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_8 = s_10.inner[0];
                                float _e768 = pair_onto(y_8.x, x_21, k0_4, _e763, at_6);
                                float _e770 = pair_onto(y_8.y, x_21, k1_4, _e763, at_6);
                                float _e772 = pair_onto(y_8.z, x_21, k2_4, _e763, at_6);
                                float _e774 = pair_onto(y_8.w, x_21, k3_4, _e763, at_6);
                                s_10.inner[0] = metal::float4(_e768, _e770, _e772, _e774);
                            }
                            {
                                metal::float4 x_22 = q_tile.inner[((8u + ty) * STRIDE) + 4u];
                                uint _e788 = head_of(_e8, (_e8.first_row + 8u) + ty, params);
                                metal::float4 y_9 = s_10.inner[1];
                                float _e793 = pair_onto(y_9.x, x_22, k0_4, _e788, at_6);
                                float _e795 = pair_onto(y_9.y, x_22, k1_4, _e788, at_6);
                                float _e797 = pair_onto(y_9.z, x_22, k2_4, _e788, at_6);
                                float _e799 = pair_onto(y_9.w, x_22, k3_4, _e788, at_6);
                                s_10.inner[1] = metal::float4(_e793, _e795, _e797, _e799);
                            }
                        }
                    }
                    {
                        uint _e802 = c;
                        uint at_7 = ((_e802 * TX) + 5u) * 4u;
                        {
                            uint k_at_6 = ((0u + tx_1) * STRIDE) + 5u;
                            metal::float4 k0_5 = kv_tile.inner[k_at_6];
                            metal::float4 k1_5 = kv_tile.inner[k_at_6 + 72u];
                            metal::float4 k2_5 = kv_tile.inner[k_at_6 + 144u];
                            metal::float4 k3_5 = kv_tile.inner[k_at_6 + 216u];
                            {
                                metal::float4 x_23 = q_tile.inner[((0u + ty) * STRIDE) + 5u];
                                uint _e843 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_10 = s_10.inner[0];
                                float _e848 = pair_onto(y_10.x, x_23, k0_5, _e843, at_7);
                                float _e850 = pair_onto(y_10.y, x_23, k1_5, _e843, at_7);
                                float _e852 = pair_onto(y_10.z, x_23, k2_5, _e843, at_7);
                                float _e854 = pair_onto(y_10.w, x_23, k3_5, _e843, at_7);
                                s_10.inner[0] = metal::float4(_e848, _e850, _e852, _e854);
                            }
                            {
                                metal::float4 x_24 = q_tile.inner[((8u + ty) * STRIDE) + 5u];
                                uint _e868 = head_of(_e8, (_e8.first_row + 8u) + ty, params);
                                metal::float4 y_11 = s_10.inner[1];
                                float _e873 = pair_onto(y_11.x, x_24, k0_5, _e868, at_7);
                                float _e875 = pair_onto(y_11.y, x_24, k1_5, _e868, at_7);
                                float _e877 = pair_onto(y_11.z, x_24, k2_5, _e868, at_7);
                                float _e879 = pair_onto(y_11.w, x_24, k3_5, _e868, at_7);
                                s_10.inner[1] = metal::float4(_e873, _e875, _e877, _e879);
                            }
                        }
                    }
                    {
                        uint _e882 = c;
                        uint at_8 = ((_e882 * TX) + 6u) * 4u;
                        {
                            uint k_at_7 = ((0u + tx_1) * STRIDE) + 6u;
                            metal::float4 k0_6 = kv_tile.inner[k_at_7];
                            metal::float4 k1_6 = kv_tile.inner[k_at_7 + 72u];
                            metal::float4 k2_6 = kv_tile.inner[k_at_7 + 144u];
                            metal::float4 k3_6 = kv_tile.inner[k_at_7 + 216u];
                            {
                                metal::float4 x_25 = q_tile.inner[((0u + ty) * STRIDE) + 6u];
                                uint _e923 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_12 = s_10.inner[0];
                                float _e928 = pair_onto(y_12.x, x_25, k0_6, _e923, at_8);
                                float _e930 = pair_onto(y_12.y, x_25, k1_6, _e923, at_8);
                                float _e932 = pair_onto(y_12.z, x_25, k2_6, _e923, at_8);
                                float _e934 = pair_onto(y_12.w, x_25, k3_6, _e923, at_8);
                                s_10.inner[0] = metal::float4(_e928, _e930, _e932, _e934);
                            }
                            {
                                metal::float4 x_26 = q_tile.inner[((8u + ty) * STRIDE) + 6u];
                                uint _e948 = head_of(_e8, (_e8.first_row + 8u) + ty, params);
                                metal::float4 y_13 = s_10.inner[1];
                                float _e953 = pair_onto(y_13.x, x_26, k0_6, _e948, at_8);
                                float _e955 = pair_onto(y_13.y, x_26, k1_6, _e948, at_8);
                                float _e957 = pair_onto(y_13.z, x_26, k2_6, _e948, at_8);
                                float _e959 = pair_onto(y_13.w, x_26, k3_6, _e948, at_8);
                                s_10.inner[1] = metal::float4(_e953, _e955, _e957, _e959);
                            }
                        }
                    }
                    {
                        uint _e962 = c;
                        uint at_9 = ((_e962 * TX) + 7u) * 4u;
                        {
                            uint k_at_8 = ((0u + tx_1) * STRIDE) + 7u;
                            metal::float4 k0_7 = kv_tile.inner[k_at_8];
                            metal::float4 k1_7 = kv_tile.inner[k_at_8 + 72u];
                            metal::float4 k2_7 = kv_tile.inner[k_at_8 + 144u];
                            metal::float4 k3_7 = kv_tile.inner[k_at_8 + 216u];
                            {
                                metal::float4 x_27 = q_tile.inner[((0u + ty) * STRIDE) + 7u];
                                uint _e1003 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_14 = s_10.inner[0];
                                float _e1008 = pair_onto(y_14.x, x_27, k0_7, _e1003, at_9);
                                float _e1010 = pair_onto(y_14.y, x_27, k1_7, _e1003, at_9);
                                float _e1012 = pair_onto(y_14.z, x_27, k2_7, _e1003, at_9);
                                float _e1014 = pair_onto(y_14.w, x_27, k3_7, _e1003, at_9);
                                s_10.inner[0] = metal::float4(_e1008, _e1010, _e1012, _e1014);
                            }
                            {
                                metal::float4 x_28 = q_tile.inner[((8u + ty) * STRIDE) + 7u];
                                uint _e1028 = head_of(_e8, (_e8.first_row + 8u) + ty, params);
                                metal::float4 y_15 = s_10.inner[1];
                                float _e1033 = pair_onto(y_15.x, x_28, k0_7, _e1028, at_9);
                                float _e1035 = pair_onto(y_15.y, x_28, k1_7, _e1028, at_9);
                                float _e1037 = pair_onto(y_15.z, x_28, k2_7, _e1028, at_9);
                                float _e1039 = pair_onto(y_15.w, x_28, k3_7, _e1028, at_9);
                                s_10.inner[1] = metal::float4(_e1033, _e1035, _e1037, _e1039);
                            }
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                }
            }
            v_next = type_20 {};
            {
                metal::float4 _e1050 = load_part(_e8, _e98, key0_, 0u, 0u + tid_1, params, v_2, _buffer_sizes);
                v_next.inner[0] = _e1050;
            }
            {
                metal::float4 _e1055 = load_part(_e8, _e98, key0_, 0u, 64u + tid_1, params, v_2, _buffer_sizes);
                v_next.inner[1] = _e1055;
            }
            {
                metal::float4 _e1060 = load_part(_e8, _e98, key0_, 0u, 128u + tid_1, params, v_2, _buffer_sizes);
                v_next.inner[2] = _e1060;
            }
            {
                metal::float4 _e1065 = load_part(_e8, _e98, key0_, 0u, 192u + tid_1, params, v_2, _buffer_sizes);
                v_next.inner[3] = _e1065;
            }
            if (true) {
                bool _e1069 = sees_whole(_e8, _e98);
                local_13 = !(_e1069);
            } else {
                local_13 = true;
            }
            bool edits = local_13;
            {
                {
                    metal::float4 _e1076 = s_10.inner[0u];
                    metal::float4 _e1077 = scale_pairs(_e1076);
                    s_10.inner[0u] = _e1077;
                    if (edits) {
                        uint row_8 = (_e8.first_row + 0u) + ty;
                        uint _e1082 = head_of(_e8, row_8, params);
                        uint _e1085 = params.pack;
                        uint query_2 = naga_div(row_8, _e1085);
                        metal::float4 _e1089 = s_10.inner[0u];
                        metal::uint2 _e1095 = keys_of(_e8, row_8, params);
                        metal::uint2 _e1097 = seen_keys(_e1095, _e98.end, b_14, _e1082, query_2);
                        metal::float4 _e1098 = edit_four(_e1089, b_14, _e1082, query_2, key0_ + ((0u + tx_1) * 4u), _e1097);
                        s_10.inner[0u] = _e1098;
                    }
                    metal::float4 _e1101 = s_10.inner[0u];
                    float _e1102 = size_of(_e1101);
                    float _e1104 = part_2.inner[0];
                    metal::float4 _e1106 = s_10.inner[0u];
                    float _e1107 = size_of(_e1106);
                    part_2.inner[0] = false ? metal::max(_e1104, _e1107) : _e1102;
                }
                float _e1113 = part_2.inner[0];
                float _e1114 = lanes_max(_e1113);
                part_2.inner[0] = _e1114;
                float _e1118 = part_2.inner[0];
                put_part(0u + ty, tx_1, _e1118, row_part);
            }
            {
                {
                    metal::float4 _e1122 = s_10.inner[1u];
                    metal::float4 _e1123 = scale_pairs(_e1122);
                    s_10.inner[1u] = _e1123;
                    if (edits) {
                        uint row_9 = (_e8.first_row + 8u) + ty;
                        uint _e1128 = head_of(_e8, row_9, params);
                        uint _e1131 = params.pack;
                        uint query_3 = naga_div(row_9, _e1131);
                        metal::float4 _e1135 = s_10.inner[1u];
                        metal::uint2 _e1141 = keys_of(_e8, row_9, params);
                        metal::uint2 _e1143 = seen_keys(_e1141, _e98.end, b_14, _e1128, query_3);
                        metal::float4 _e1144 = edit_four(_e1135, b_14, _e1128, query_3, key0_ + ((0u + tx_1) * 4u), _e1143);
                        s_10.inner[1u] = _e1144;
                    }
                    metal::float4 _e1147 = s_10.inner[1u];
                    float _e1148 = size_of(_e1147);
                    float _e1150 = part_2.inner[1];
                    metal::float4 _e1152 = s_10.inner[1u];
                    float _e1153 = size_of(_e1152);
                    part_2.inner[1] = false ? metal::max(_e1150, _e1153) : _e1148;
                }
                float _e1159 = part_2.inner[1];
                float _e1160 = lanes_max(_e1159);
                part_2.inner[1] = _e1160;
                float _e1164 = part_2.inner[1];
                put_part(8u + ty, tx_1, _e1164, row_part);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            {
                float _e1166 = m_2.inner[0];
                float _e1170 = part_2.inner[0];
                float _e1171 = row_max(0u + ty, _e1170, row_part);
                float _e1172 = next_max(_e1166, _e1171);
                float _e1174 = m_2.inner[0];
                float shrink_1 = metal::exp(_e1174 - _e1172);
                m_2.inner[0] = _e1172;
                float _e1179 = l_1.inner[0];
                l_1.inner[0] = _e1179 * shrink_1;
                {
                    metal::float4 _e1182 = acc.inner[0];
                    acc.inner[0] = _e1182 * shrink_1;
                }
                {
                    metal::float4 _e1185 = acc.inner[2];
                    acc.inner[2] = _e1185 * shrink_1;
                }
            }
            {
                float _e1188 = m_2.inner[1];
                float _e1192 = part_2.inner[1];
                float _e1193 = row_max(8u + ty, _e1192, row_part);
                float _e1194 = next_max(_e1188, _e1193);
                float _e1196 = m_2.inner[1];
                float shrink_2 = metal::exp(_e1196 - _e1194);
                m_2.inner[1] = _e1194;
                float _e1201 = l_1.inner[1];
                l_1.inner[1] = _e1201 * shrink_2;
                {
                    metal::float4 _e1204 = acc.inner[1];
                    acc.inner[1] = _e1204 * shrink_2;
                }
                {
                    metal::float4 _e1207 = acc.inner[3];
                    acc.inner[3] = _e1207 * shrink_2;
                }
            }
            {
                {
                    uint row_10 = (_e8.first_row + 0u) + ty;
                    metal::float4 _e1214 = s_10.inner[0];
                    float _e1216 = m_2.inner[0];
                    uint _e1217 = head_of(_e8, row_10, params);
                    uint _e1220 = params.pack;
                    metal::float4 _e1227 = weights(_e1214, _e1216, b_14, _e1217, naga_div(row_10, _e1220), key0_ + ((0u + tx_1) * 4u));
                    q_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e1227;
                    float _e1236 = l_1.inner[0];
                    metal::float4 _e1238 = s_10.inner[0];
                    float _e1239 = mass(_e1238, _e1227);
                    l_1.inner[0] = _e1236 + _e1239;
                }
                {
                    uint row_11 = (_e8.first_row + 8u) + ty;
                    metal::float4 _e1246 = s_10.inner[1];
                    float _e1248 = m_2.inner[1];
                    uint _e1249 = head_of(_e8, row_11, params);
                    uint _e1252 = params.pack;
                    metal::float4 _e1259 = weights(_e1246, _e1248, b_14, _e1249, naga_div(row_11, _e1252), key0_ + ((0u + tx_1) * 4u));
                    q_tile.inner[((8u + ty) * STRIDE) + tx_1] = _e1259;
                    float _e1268 = l_1.inner[1];
                    metal::float4 _e1270 = s_10.inner[1];
                    float _e1271 = mass(_e1270, _e1259);
                    l_1.inner[1] = _e1268 + _e1271;
                }
                {
                    if (false) {
                        local_14 = false;
                    } else {
                        local_14 = false;
                    }
                    bool _e1279 = local_14;
                    if (_e1279) {
                        {
                            metal::float4 _e1285 = load_part(_e8, _e98, key0_ + 0u, 0u, 0u + tid_1, params, v_2, _buffer_sizes);
                            v_next.inner[0] = _e1285;
                        }
                        {
                            metal::float4 _e1291 = load_part(_e8, _e98, key0_ + 0u, 0u, 64u + tid_1, params, v_2, _buffer_sizes);
                            v_next.inner[1] = _e1291;
                        }
                        {
                            metal::float4 _e1297 = load_part(_e8, _e98, key0_ + 0u, 0u, 128u + tid_1, params, v_2, _buffer_sizes);
                            v_next.inner[2] = _e1297;
                        }
                        {
                            metal::float4 _e1303 = load_part(_e8, _e98, key0_ + 0u, 0u, 192u + tid_1, params, v_2, _buffer_sizes);
                            v_next.inner[3] = _e1303;
                        }
                    }
                    h_7 = 0u;
                    uint2 loop_bound_4 = uint2(4294967295u);
                    bool loop_init_4 = true;
                    while(true) {
                        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                        if (!loop_init_4) {
                            uint _e2172 = h_7;
                            h_7 = _e2172 + PART;
                        }
                        loop_init_4 = false;
                        uint _e1306 = h_7;
                        if (_e1306 < FOUR) {
                        } else {
                            break;
                        }
                        {
                            uint _e1311 = h_7;
                            uint first_2 = (key0_ + 0u) + _e1311;
                            {
                                uint i_9 = 0u + tid_1;
                                if (false) {
                                    local_15 = i_9 < 256u;
                                } else {
                                    local_15 = true;
                                }
                                bool _e1321 = local_15;
                                if (_e1321) {
                                    metal::float4 x_29 = v_next.inner[0];
                                    metal::bool4 _e1324 = nonfinite(x_29);
                                    if (metal::any(_e1324)) {
                                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                    }
                                    kv_tile.inner[i_9] = metal::select(x_29, metal::float4(0.0), _e1324);
                                }
                            }
                            {
                                uint i_10 = 64u + tid_1;
                                if (false) {
                                    local_16 = i_10 < 256u;
                                } else {
                                    local_16 = true;
                                }
                                bool _e1341 = local_16;
                                if (_e1341) {
                                    metal::float4 x_30 = v_next.inner[1];
                                    metal::bool4 _e1344 = nonfinite(x_30);
                                    if (metal::any(_e1344)) {
                                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                    }
                                    kv_tile.inner[i_10] = metal::select(x_30, metal::float4(0.0), _e1344);
                                }
                            }
                            {
                                uint i_11 = 128u + tid_1;
                                if (false) {
                                    local_17 = i_11 < 256u;
                                } else {
                                    local_17 = true;
                                }
                                bool _e1361 = local_17;
                                if (_e1361) {
                                    metal::float4 x_31 = v_next.inner[2];
                                    metal::bool4 _e1364 = nonfinite(x_31);
                                    if (metal::any(_e1364)) {
                                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                    }
                                    kv_tile.inner[i_11] = metal::select(x_31, metal::float4(0.0), _e1364);
                                }
                            }
                            {
                                uint i_12 = 192u + tid_1;
                                if (false) {
                                    local_18 = i_12 < 256u;
                                } else {
                                    local_18 = true;
                                }
                                bool _e1381 = local_18;
                                if (_e1381) {
                                    metal::float4 x_32 = v_next.inner[3];
                                    metal::bool4 _e1384 = nonfinite(x_32);
                                    if (metal::any(_e1384)) {
                                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                    }
                                    kv_tile.inner[i_12] = metal::select(x_32, metal::float4(0.0), _e1384);
                                }
                            }
                            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                            {
                                metal::float4 _e1398 = load_part(_e8, _e98, first_2 + PART, 0u, 0u + tid_1, params, v_2, _buffer_sizes);
                                v_next.inner[0] = _e1398;
                            }
                            {
                                metal::float4 _e1404 = load_part(_e8, _e98, first_2 + PART, 0u, 64u + tid_1, params, v_2, _buffer_sizes);
                                v_next.inner[1] = _e1404;
                            }
                            {
                                metal::float4 _e1410 = load_part(_e8, _e98, first_2 + PART, 0u, 128u + tid_1, params, v_2, _buffer_sizes);
                                v_next.inner[2] = _e1410;
                            }
                            {
                                metal::float4 _e1416 = load_part(_e8, _e98, first_2 + PART, 0u, 192u + tid_1, params, v_2, _buffer_sizes);
                                v_next.inner[3] = _e1416;
                            }
                            {
                                p_1 = type_21 {};
                                {
                                    uint _e1426 = h_7;
                                    metal::float4 _e1432 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e1426, 4u)) + 0u];
                                    p_1.inner[0] = _e1432;
                                }
                                {
                                    uint _e1439 = h_7;
                                    metal::float4 _e1445 = q_tile.inner[(((8u + ty) * STRIDE) + naga_div(_e1439, 4u)) + 0u];
                                    p_1.inner[1] = _e1445;
                                }
                                {
                                    uint v_at = 0u + tx_1;
                                    metal::float4 v0_ = kv_tile.inner[v_at];
                                    metal::float4 v1_ = kv_tile.inner[v_at + V_ROW];
                                    metal::float4 v2_ = kv_tile.inner[v_at + 32u];
                                    metal::float4 v3_ = kv_tile.inner[v_at + 48u];
                                    {
                                        metal::float4 _e1469 = p_1.inner[0];
                                        metal::float4 _e1472 = p_1.inner[0];
                                        metal::float4 _e1475 = p_1.inner[0];
                                        metal::float4 _e1478 = p_1.inner[0];
                                        metal::float4 _e1481 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e1469.wwww, v3_, metal::fma(_e1472.zzzz, v2_, metal::fma(_e1475.yyyy, v1_, metal::fma(_e1478.xxxx, v0_, _e1481))));
                                    }
                                    {
                                        metal::float4 _e1489 = p_1.inner[1];
                                        metal::float4 _e1492 = p_1.inner[1];
                                        metal::float4 _e1495 = p_1.inner[1];
                                        metal::float4 _e1498 = p_1.inner[1];
                                        metal::float4 _e1501 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e1489.wwww, v3_, metal::fma(_e1492.zzzz, v2_, metal::fma(_e1495.yyyy, v1_, metal::fma(_e1498.xxxx, v0_, _e1501))));
                                    }
                                }
                                {
                                    uint v_at_1 = 8u + tx_1;
                                    metal::float4 v0_1 = kv_tile.inner[v_at_1];
                                    metal::float4 v1_1 = kv_tile.inner[v_at_1 + V_ROW];
                                    metal::float4 v2_1 = kv_tile.inner[v_at_1 + 32u];
                                    metal::float4 v3_1 = kv_tile.inner[v_at_1 + 48u];
                                    {
                                        metal::float4 _e1529 = p_1.inner[0];
                                        metal::float4 _e1532 = p_1.inner[0];
                                        metal::float4 _e1535 = p_1.inner[0];
                                        metal::float4 _e1538 = p_1.inner[0];
                                        metal::float4 _e1541 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e1529.wwww, v3_1, metal::fma(_e1532.zzzz, v2_1, metal::fma(_e1535.yyyy, v1_1, metal::fma(_e1538.xxxx, v0_1, _e1541))));
                                    }
                                    {
                                        metal::float4 _e1549 = p_1.inner[1];
                                        metal::float4 _e1552 = p_1.inner[1];
                                        metal::float4 _e1555 = p_1.inner[1];
                                        metal::float4 _e1558 = p_1.inner[1];
                                        metal::float4 _e1561 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e1549.wwww, v3_1, metal::fma(_e1552.zzzz, v2_1, metal::fma(_e1555.yyyy, v1_1, metal::fma(_e1558.xxxx, v0_1, _e1561))));
                                    }
                                }
                            }
                            {
                                p_2 = type_21 {};
                                {
                                    uint _e1575 = h_7;
                                    metal::float4 _e1581 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e1575, 4u)) + 1u];
                                    p_2.inner[0] = _e1581;
                                }
                                {
                                    uint _e1588 = h_7;
                                    metal::float4 _e1594 = q_tile.inner[(((8u + ty) * STRIDE) + naga_div(_e1588, 4u)) + 1u];
                                    p_2.inner[1] = _e1594;
                                }
                                {
                                    uint v_at_2 = 64u + tx_1;
                                    metal::float4 v0_2 = kv_tile.inner[v_at_2];
                                    metal::float4 v1_2 = kv_tile.inner[v_at_2 + V_ROW];
                                    metal::float4 v2_2 = kv_tile.inner[v_at_2 + 32u];
                                    metal::float4 v3_2 = kv_tile.inner[v_at_2 + 48u];
                                    {
                                        metal::float4 _e1618 = p_2.inner[0];
                                        metal::float4 _e1621 = p_2.inner[0];
                                        metal::float4 _e1624 = p_2.inner[0];
                                        metal::float4 _e1627 = p_2.inner[0];
                                        metal::float4 _e1630 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e1618.wwww, v3_2, metal::fma(_e1621.zzzz, v2_2, metal::fma(_e1624.yyyy, v1_2, metal::fma(_e1627.xxxx, v0_2, _e1630))));
                                    }
                                    {
                                        metal::float4 _e1638 = p_2.inner[1];
                                        metal::float4 _e1641 = p_2.inner[1];
                                        metal::float4 _e1644 = p_2.inner[1];
                                        metal::float4 _e1647 = p_2.inner[1];
                                        metal::float4 _e1650 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e1638.wwww, v3_2, metal::fma(_e1641.zzzz, v2_2, metal::fma(_e1644.yyyy, v1_2, metal::fma(_e1647.xxxx, v0_2, _e1650))));
                                    }
                                }
                                {
                                    uint v_at_3 = 72u + tx_1;
                                    metal::float4 v0_3 = kv_tile.inner[v_at_3];
                                    metal::float4 v1_3 = kv_tile.inner[v_at_3 + V_ROW];
                                    metal::float4 v2_3 = kv_tile.inner[v_at_3 + 32u];
                                    metal::float4 v3_3 = kv_tile.inner[v_at_3 + 48u];
                                    {
                                        metal::float4 _e1678 = p_2.inner[0];
                                        metal::float4 _e1681 = p_2.inner[0];
                                        metal::float4 _e1684 = p_2.inner[0];
                                        metal::float4 _e1687 = p_2.inner[0];
                                        metal::float4 _e1690 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e1678.wwww, v3_3, metal::fma(_e1681.zzzz, v2_3, metal::fma(_e1684.yyyy, v1_3, metal::fma(_e1687.xxxx, v0_3, _e1690))));
                                    }
                                    {
                                        metal::float4 _e1698 = p_2.inner[1];
                                        metal::float4 _e1701 = p_2.inner[1];
                                        metal::float4 _e1704 = p_2.inner[1];
                                        metal::float4 _e1707 = p_2.inner[1];
                                        metal::float4 _e1710 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e1698.wwww, v3_3, metal::fma(_e1701.zzzz, v2_3, metal::fma(_e1704.yyyy, v1_3, metal::fma(_e1707.xxxx, v0_3, _e1710))));
                                    }
                                }
                            }
                            {
                                p_3 = type_21 {};
                                {
                                    uint _e1724 = h_7;
                                    metal::float4 _e1730 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e1724, 4u)) + 2u];
                                    p_3.inner[0] = _e1730;
                                }
                                {
                                    uint _e1737 = h_7;
                                    metal::float4 _e1743 = q_tile.inner[(((8u + ty) * STRIDE) + naga_div(_e1737, 4u)) + 2u];
                                    p_3.inner[1] = _e1743;
                                }
                                {
                                    uint v_at_4 = 128u + tx_1;
                                    metal::float4 v0_4 = kv_tile.inner[v_at_4];
                                    metal::float4 v1_4 = kv_tile.inner[v_at_4 + V_ROW];
                                    metal::float4 v2_4 = kv_tile.inner[v_at_4 + 32u];
                                    metal::float4 v3_4 = kv_tile.inner[v_at_4 + 48u];
                                    {
                                        metal::float4 _e1767 = p_3.inner[0];
                                        metal::float4 _e1770 = p_3.inner[0];
                                        metal::float4 _e1773 = p_3.inner[0];
                                        metal::float4 _e1776 = p_3.inner[0];
                                        metal::float4 _e1779 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e1767.wwww, v3_4, metal::fma(_e1770.zzzz, v2_4, metal::fma(_e1773.yyyy, v1_4, metal::fma(_e1776.xxxx, v0_4, _e1779))));
                                    }
                                    {
                                        metal::float4 _e1787 = p_3.inner[1];
                                        metal::float4 _e1790 = p_3.inner[1];
                                        metal::float4 _e1793 = p_3.inner[1];
                                        metal::float4 _e1796 = p_3.inner[1];
                                        metal::float4 _e1799 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e1787.wwww, v3_4, metal::fma(_e1790.zzzz, v2_4, metal::fma(_e1793.yyyy, v1_4, metal::fma(_e1796.xxxx, v0_4, _e1799))));
                                    }
                                }
                                {
                                    uint v_at_5 = 136u + tx_1;
                                    metal::float4 v0_5 = kv_tile.inner[v_at_5];
                                    metal::float4 v1_5 = kv_tile.inner[v_at_5 + V_ROW];
                                    metal::float4 v2_5 = kv_tile.inner[v_at_5 + 32u];
                                    metal::float4 v3_5 = kv_tile.inner[v_at_5 + 48u];
                                    {
                                        metal::float4 _e1827 = p_3.inner[0];
                                        metal::float4 _e1830 = p_3.inner[0];
                                        metal::float4 _e1833 = p_3.inner[0];
                                        metal::float4 _e1836 = p_3.inner[0];
                                        metal::float4 _e1839 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e1827.wwww, v3_5, metal::fma(_e1830.zzzz, v2_5, metal::fma(_e1833.yyyy, v1_5, metal::fma(_e1836.xxxx, v0_5, _e1839))));
                                    }
                                    {
                                        metal::float4 _e1847 = p_3.inner[1];
                                        metal::float4 _e1850 = p_3.inner[1];
                                        metal::float4 _e1853 = p_3.inner[1];
                                        metal::float4 _e1856 = p_3.inner[1];
                                        metal::float4 _e1859 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e1847.wwww, v3_5, metal::fma(_e1850.zzzz, v2_5, metal::fma(_e1853.yyyy, v1_5, metal::fma(_e1856.xxxx, v0_5, _e1859))));
                                    }
                                }
                            }
                            {
                                p_4 = type_21 {};
                                {
                                    uint _e1873 = h_7;
                                    metal::float4 _e1879 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e1873, 4u)) + 3u];
                                    p_4.inner[0] = _e1879;
                                }
                                {
                                    uint _e1886 = h_7;
                                    metal::float4 _e1892 = q_tile.inner[(((8u + ty) * STRIDE) + naga_div(_e1886, 4u)) + 3u];
                                    p_4.inner[1] = _e1892;
                                }
                                {
                                    uint v_at_6 = 192u + tx_1;
                                    metal::float4 v0_6 = kv_tile.inner[v_at_6];
                                    metal::float4 v1_6 = kv_tile.inner[v_at_6 + V_ROW];
                                    metal::float4 v2_6 = kv_tile.inner[v_at_6 + 32u];
                                    metal::float4 v3_6 = kv_tile.inner[v_at_6 + 48u];
                                    {
                                        metal::float4 _e1916 = p_4.inner[0];
                                        metal::float4 _e1919 = p_4.inner[0];
                                        metal::float4 _e1922 = p_4.inner[0];
                                        metal::float4 _e1925 = p_4.inner[0];
                                        metal::float4 _e1928 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e1916.wwww, v3_6, metal::fma(_e1919.zzzz, v2_6, metal::fma(_e1922.yyyy, v1_6, metal::fma(_e1925.xxxx, v0_6, _e1928))));
                                    }
                                    {
                                        metal::float4 _e1936 = p_4.inner[1];
                                        metal::float4 _e1939 = p_4.inner[1];
                                        metal::float4 _e1942 = p_4.inner[1];
                                        metal::float4 _e1945 = p_4.inner[1];
                                        metal::float4 _e1948 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e1936.wwww, v3_6, metal::fma(_e1939.zzzz, v2_6, metal::fma(_e1942.yyyy, v1_6, metal::fma(_e1945.xxxx, v0_6, _e1948))));
                                    }
                                }
                                {
                                    uint v_at_7 = 200u + tx_1;
                                    metal::float4 v0_7 = kv_tile.inner[v_at_7];
                                    metal::float4 v1_7 = kv_tile.inner[v_at_7 + V_ROW];
                                    metal::float4 v2_7 = kv_tile.inner[v_at_7 + 32u];
                                    metal::float4 v3_7 = kv_tile.inner[v_at_7 + 48u];
                                    {
                                        metal::float4 _e1976 = p_4.inner[0];
                                        metal::float4 _e1979 = p_4.inner[0];
                                        metal::float4 _e1982 = p_4.inner[0];
                                        metal::float4 _e1985 = p_4.inner[0];
                                        metal::float4 _e1988 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e1976.wwww, v3_7, metal::fma(_e1979.zzzz, v2_7, metal::fma(_e1982.yyyy, v1_7, metal::fma(_e1985.xxxx, v0_7, _e1988))));
                                    }
                                    {
                                        metal::float4 _e1996 = p_4.inner[1];
                                        metal::float4 _e1999 = p_4.inner[1];
                                        metal::float4 _e2002 = p_4.inner[1];
                                        metal::float4 _e2005 = p_4.inner[1];
                                        metal::float4 _e2008 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e1996.wwww, v3_7, metal::fma(_e1999.zzzz, v2_7, metal::fma(_e2002.yyyy, v1_7, metal::fma(_e2005.xxxx, v0_7, _e2008))));
                                    }
                                }
                            }
                            uint _e2014 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                            if (_e2014 != 0u) {
                                k_2 = 0u;
                                uint2 loop_bound_5 = uint2(4294967295u);
                                bool loop_init_5 = true;
                                while(true) {
                                    if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                                    loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                                    if (!loop_init_5) {
                                        uint _e2170 = k_2;
                                        k_2 = _e2170 + 1u;
                                    }
                                    loop_init_5 = false;
                                    uint _e2019 = k_2;
                                    if (_e2019 < PART) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e2023 = k_2;
                                        uint _e2029 = key_of(metal::min(first_2 + _e2023, _e98.end - 1u));
                                        uint _e2032 = params.v_row;
                                        uint v_at_8 = _e8.v_base + (_e2029 * _e2032);
                                        {
                                            metal::float4 _e2039 = load_v4_(v_at_8, (0u + tx_1) * 4u, v_2, _buffer_sizes);
                                            {
                                                uint _e2045 = h_7;
                                                uint _e2049 = k_2;
                                                uint _e2054 = k_2;
                                                float p_6 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e2045, 4u)) + naga_div(_e2049, 4u)][naga_mod(_e2054, 4u)];
                                                metal::float4 _e2060 = acc.inner[0];
                                                metal::bool4 _e2064 = nonfinite(_e2039);
                                                acc.inner[0] = _e2060 + metal::select(metal::float4(0.0), p_6 * _e2039, _e2064 & metal::bool4(p_6 != 0.0));
                                            }
                                            {
                                                uint _e2076 = h_7;
                                                uint _e2080 = k_2;
                                                uint _e2085 = k_2;
                                                float p_7 = q_tile.inner[(((8u + ty) * STRIDE) + naga_div(_e2076, 4u)) + naga_div(_e2080, 4u)][naga_mod(_e2085, 4u)];
                                                metal::float4 _e2091 = acc.inner[1];
                                                metal::bool4 _e2095 = nonfinite(_e2039);
                                                acc.inner[1] = _e2091 + metal::select(metal::float4(0.0), p_7 * _e2039, _e2095 & metal::bool4(p_7 != 0.0));
                                            }
                                        }
                                        {
                                            metal::float4 _e2106 = load_v4_(v_at_8, (8u + tx_1) * 4u, v_2, _buffer_sizes);
                                            {
                                                uint _e2112 = h_7;
                                                uint _e2116 = k_2;
                                                uint _e2121 = k_2;
                                                float p_8 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e2112, 4u)) + naga_div(_e2116, 4u)][naga_mod(_e2121, 4u)];
                                                metal::float4 _e2127 = acc.inner[2];
                                                metal::bool4 _e2131 = nonfinite(_e2106);
                                                acc.inner[2] = _e2127 + metal::select(metal::float4(0.0), p_8 * _e2106, _e2131 & metal::bool4(p_8 != 0.0));
                                            }
                                            {
                                                uint _e2143 = h_7;
                                                uint _e2147 = k_2;
                                                uint _e2152 = k_2;
                                                float p_9 = q_tile.inner[(((8u + ty) * STRIDE) + naga_div(_e2143, 4u)) + naga_div(_e2147, 4u)][naga_mod(_e2152, 4u)];
                                                metal::float4 _e2158 = acc.inner[3];
                                                metal::bool4 _e2162 = nonfinite(_e2106);
                                                acc.inner[3] = _e2158 + metal::select(metal::float4(0.0), p_9 * _e2106, _e2162 & metal::bool4(p_9 != 0.0));
                                            }
                                        }
                                    }
                                }
                            }
                            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        }
                    }
                }
            }
        }
    }
    {
        float _e2180 = l_1.inner[0];
        float _e2181 = lanes_sum(_e2180);
        part_2.inner[0] = _e2181;
        float _e2185 = part_2.inner[0];
        put_part(0u + ty, tx_1, _e2185, row_part);
    }
    {
        float _e2188 = l_1.inner[1];
        float _e2189 = lanes_sum(_e2188);
        part_2.inner[1] = _e2189;
        float _e2193 = part_2.inner[1];
        put_part(8u + ty, tx_1, _e2193, row_part);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    {
        uint row_12 = (_e8.first_row + 0u) + ty;
        if (row_12 < _e8.row_end) {
            uint _e2200 = head_of(_e8, row_12, params);
            uint _e2203 = params.pack;
            uint query_4 = naga_div(row_12, _e2203);
            float _e2206 = m_2.inner[0];
            float _e2210 = part_2.inner[0];
            float _e2211 = row_sum(0u + ty, _e2210, row_part);
            metal::float2 _e2213 = finish_row(_e2206, _e2211, _e2200, _e8.split, params);
            uint _e2214 = output_at(_e8, _e2200, query_4, params);
            float _e2216 = row_weight(b_14, _e2200, query_4);
            float factor = _e2213.x * _e2216;
            {
                uint d_7 = (0u + tx_1) * 4u;
                metal::float4 _e2224 = acc.inner[0];
                metal::float4 _e2226 = output(_e2224 * factor, b_14, _e2200, query_4, d_7);
                store_o4_(_e2214, d_7, V_DIM, _e2226, o, _buffer_sizes);
            }
            {
                uint d_8 = (8u + tx_1) * 4u;
                metal::float4 _e2233 = acc.inner[2];
                metal::float4 _e2235 = output(_e2233 * factor, b_14, _e2200, query_4, d_8);
                store_o4_(_e2214, d_8, V_DIM, _e2235, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e2238 = lse_at_1(_e8, _e2200, query_4, params);
                uint _e2242 = params.lse_split;
                store_lse(_e2238 + (_e8.split * _e2242), _e2213.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_13 = (_e8.first_row + 8u) + ty;
        if (row_13 < _e8.row_end) {
            uint _e2252 = head_of(_e8, row_13, params);
            uint _e2255 = params.pack;
            uint query_5 = naga_div(row_13, _e2255);
            float _e2258 = m_2.inner[1];
            float _e2262 = part_2.inner[1];
            float _e2263 = row_sum(8u + ty, _e2262, row_part);
            metal::float2 _e2265 = finish_row(_e2258, _e2263, _e2252, _e8.split, params);
            uint _e2266 = output_at(_e8, _e2252, query_5, params);
            float _e2268 = row_weight(b_14, _e2252, query_5);
            float factor_1 = _e2265.x * _e2268;
            {
                uint d_9 = (0u + tx_1) * 4u;
                metal::float4 _e2276 = acc.inner[1];
                metal::float4 _e2278 = output(_e2276 * factor_1, b_14, _e2252, query_5, d_9);
                store_o4_(_e2266, d_9, V_DIM, _e2278, o, _buffer_sizes);
            }
            {
                uint d_10 = (8u + tx_1) * 4u;
                metal::float4 _e2285 = acc.inner[3];
                metal::float4 _e2287 = output(_e2285 * factor_1, b_14, _e2252, query_5, d_10);
                store_o4_(_e2266, d_10, V_DIM, _e2287, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e2290 = lse_at_1(_e8, _e2252, query_5, params);
                uint _e2294 = params.lse_split;
                store_lse(_e2290 + (_e8.split * _e2294), _e2265.y, lse, _buffer_sizes);
                return;
            } else {
                return;
            }
        } else {
            return;
        }
    }
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_3 [[user(fake0)]]
, device type_5 const& v_2 [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, device type_6& lse [[user(fake0)]]
, device type_8 const& block_spans [[user(fake0)]]
, device type_9 const& block_entries [[user(fake0)]]
, threadgroup type_14& row_part
, threadgroup type_15& q_tile
, threadgroup type_16& kv_tile
, threadgroup metal::atomic_uint& v_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint tile_block = {};
    bool tile_partial = {};
    if (tid == 0u) {
        row_part = {};
        q_tile = {};
        kv_tile = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    run(wid, tid, params, q, k_3, v_2, o, lse, block_spans, block_entries, tile_block, tile_partial, row_part, q_tile, kv_tile, v_nonfinite, _buffer_sizes);
    return;
}
