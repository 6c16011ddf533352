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
struct type_12 {
    Halves inner[1152];
};
struct type_13 {
    Halves inner[1280];
};
struct type_14 {
    Floats inner[1280];
};
struct type_15 {
    float inner[256];
};
struct type_17 {
    Left inner[4];
};
struct type_18 {
    Sum inner[4];
};
struct type_19 {
    metal::float4 inner[4];
};
constant uint SIZE = 16u;
constant uint STRIPS = 8u;
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
    device type_5 const& v_1,
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
    threadgroup type_12& halves
) {
    halves.inner[naga_div(at_1, 4u)] = x_10;
    return;
}

void put_weights(
    uint at_2,
    metal::half4 x_11,
    threadgroup type_13& p_tile
) {
    p_tile.inner[naga_div(at_2, 4u)] = x_11;
    return;
}

void put_floats(
    uint at_3,
    metal::float4 x_12,
    threadgroup type_14& floats
) {
    floats.inner[naga_div(at_3, 4u)] = x_12;
    return;
}

metal::half4 four_weights(
    uint at_4,
    threadgroup type_13& p_tile
) {
    Halves _e5 = p_tile.inner[naga_div(at_4, 4u)];
    return _e5;
}

metal::float4 four_floats(
    uint at_5,
    threadgroup type_14& floats
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
    threadgroup type_15& row_part,
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
    threadgroup type_15& row_part,
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
    threadgroup type_15& row_part,
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

metal::float4 finite_part(
    metal::float4 x_16
) {
    metal::uint4 exponent_1 = metal::uint4(2139095040u);
    return metal::select(x_16, metal::float4(0.0), (as_type<metal::uint4>(x_16) & exponent_1) == exponent_1);
}

metal::float4 unfinite_values(
    Group g_5,
    Tile tile_2,
    uint own,
    uint d_7,
    constant Params& params,
    device type_5 const& v_1,
    threadgroup type_13& p_tile,
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
            uint _e54 = k_2;
            k_2 = _e54 + 1u;
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
                metal::float4 _e42 = load_v4_(g_5.v_base + (_e35 * _e39), d_7, v_1, _buffer_sizes);
                metal::float4 x_33 = static_cast<metal::float4>(static_cast<metal::half4>(_e42));
                metal::float4 _e45 = sum_4;
                metal::float4 _e49 = finite_part(x_33);
                sum_4 = _e45 + metal::select(p_2 * x_33, metal::float4(0.0), _e49 == x_33);
            }
        }
    }
    metal::float4 _e56 = sum_4;
    return _e56;
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
    device type_5 const& v_1,
    device type_5& o,
    device type_6& lse,
    threadgroup type_12& halves,
    threadgroup type_13& p_tile,
    threadgroup type_14& floats,
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
    type_17 queries = {};
    metal::half4 x_17 = metal::half4(0.0h);
    metal::half4 x_18 = metal::half4(0.0h);
    metal::half4 x_19 = metal::half4(0.0h);
    metal::half4 x_20 = metal::half4(0.0h);
    metal::half4 x_21 = metal::half4(0.0h);
    metal::half4 x_22 = metal::half4(0.0h);
    metal::half4 x_23 = metal::half4(0.0h);
    metal::half4 x_24 = metal::half4(0.0h);
    type_18 outputs = {};
    uint t_2 = {};
    bool local_9 = {};
    bool local_10 = {};
    bool local_11 = {};
    bool local_12 = {};
    Sum s_10 = {};
    Sum s_11 = {};
    bool local_13 = {};
    type_19 s_12 = {};
    float part_2 = {};
    float shrink_1 = {};
    bool local_14 = {};
    bool again = {};
    metal::float4 x_25 = {};
    bool local_15 = {};
    metal::float4 x_26 = {};
    bool local_16 = {};
    metal::float4 x_27 = {};
    bool local_17 = {};
    metal::float4 x_28 = {};
    bool local_18 = {};
    metal::float4 x_29 = {};
    bool local_19 = {};
    metal::float4 x_30 = {};
    bool local_20 = {};
    metal::float4 x_31 = {};
    bool local_21 = {};
    metal::float4 x_32 = {};
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
                    x_17 = static_cast<metal::half4>(_e99);
                }
                metal::half4 _e106 = x_17;
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
                    x_18 = static_cast<metal::half4>(_e130);
                }
                metal::half4 _e137 = x_18;
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
                    x_19 = static_cast<metal::half4>(_e161);
                }
                metal::half4 _e168 = x_19;
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
                    x_20 = static_cast<metal::half4>(_e192);
                }
                metal::half4 _e199 = x_20;
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
                    x_21 = static_cast<metal::half4>(_e245);
                }
                metal::half4 _e252 = x_21;
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
                    x_22 = static_cast<metal::half4>(_e276);
                }
                metal::half4 _e283 = x_22;
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
                    x_23 = static_cast<metal::half4>(_e307);
                }
                metal::half4 _e314 = x_23;
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
                    x_24 = static_cast<metal::half4>(_e338);
                }
                metal::half4 _e345 = x_24;
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
            uint _e1256 = t_2;
            t_2 = _e1256 + 1u;
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
                    metal::float4 _e490 = load_v4_(_e484 + (_e482 * _e487), d_18, v_1, _buffer_sizes);
                    metal::half4 x_34 = static_cast<metal::half4>(_e490);
                    bool _e493 = any_nonfinite(static_cast<metal::float4>(x_34));
                    if (_e493) {
                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                    }
                    metal::float4 _e502 = finite_part(static_cast<metal::float4>(x_34));
                    put_halves((V + (slot_6 * V_ROW)) + d_18, static_cast<metal::half4>(_e502), halves);
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
                bool _e518 = local_12;
                if (_e518) {
                    uint _e524 = key_of(metal::min(key0_ + slot_7, _e392.end - 1u));
                    uint _e526 = g_6.v_base;
                    uint _e529 = params.v_row;
                    metal::float4 _e532 = load_v4_(_e526 + (_e524 * _e529), d_19, v_1, _buffer_sizes);
                    metal::half4 x_35 = static_cast<metal::half4>(_e532);
                    bool _e535 = any_nonfinite(static_cast<metal::float4>(x_35));
                    if (_e535) {
                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                    }
                    metal::float4 _e544 = finite_part(static_cast<metal::float4>(x_35));
                    put_halves((V + (slot_7 * V_ROW)) + d_19, static_cast<metal::half4>(_e544), halves);
                }
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            {
                s_10 = Sum {};
                {
                    Left _e549 = queries.inner[0];
                    Sum _e554 = s_10;
                    s_10 = NagaCooperativeMultiplyAdd(_e549, NagaCooperativeLoad(&halves.inner[0], 18u, true), _e554);
                }
                {
                    Left _e557 = queries.inner[1];
                    Sum _e562 = s_10;
                    s_10 = NagaCooperativeMultiplyAdd(_e557, NagaCooperativeLoad(&halves.inner[4], 18u, true), _e562);
                }
                {
                    Left _e565 = queries.inner[2];
                    Sum _e570 = s_10;
                    s_10 = NagaCooperativeMultiplyAdd(_e565, NagaCooperativeLoad(&halves.inner[8], 18u, true), _e570);
                }
                {
                    Left _e573 = queries.inner[3];
                    Sum _e578 = s_10;
                    s_10 = NagaCooperativeMultiplyAdd(_e573, NagaCooperativeLoad(&halves.inner[12], 18u, true), _e578);
                }
                Sum _e580 = s_10;
                simdgroup_store(_e580, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
            }
            {
                s_11 = Sum {};
                {
                    Left _e593 = queries.inner[0];
                    Sum _e598 = s_11;
                    s_11 = NagaCooperativeMultiplyAdd(_e593, NagaCooperativeLoad(&halves.inner[288], 18u, true), _e598);
                }
                {
                    Left _e601 = queries.inner[1];
                    Sum _e606 = s_11;
                    s_11 = NagaCooperativeMultiplyAdd(_e601, NagaCooperativeLoad(&halves.inner[292], 18u, true), _e606);
                }
                {
                    Left _e609 = queries.inner[2];
                    Sum _e614 = s_11;
                    s_11 = NagaCooperativeMultiplyAdd(_e609, NagaCooperativeLoad(&halves.inner[296], 18u, true), _e614);
                }
                {
                    Left _e617 = queries.inner[3];
                    Sum _e622 = s_11;
                    s_11 = NagaCooperativeMultiplyAdd(_e617, NagaCooperativeLoad(&halves.inner[300], 18u, true), _e622);
                }
                Sum _e624 = s_11;
                simdgroup_store(_e624, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            if (true) {
                Group _e637 = g_6;
                bool _e638 = sees_whole(_e637, _e392);
                local_13 = !(_e638);
            } else {
                local_13 = true;
            }
            bool edits = local_13;
            s_12 = type_19 {};
            part_2 = MASKED;
            {
                uint k_4 = (0u + tx_1) * 4u;
                metal::float4 _e654 = four_floats((own_1 * ROW) + k_4, floats);
                float _e657 = params.scale;
                s_12.inner[0] = _e654 * _e657;
                if (edits) {
                    metal::float4 _e661 = s_12.inner[0];
                    metal::uint2 _e663 = keys_3;
                    metal::uint2 _e665 = seen_keys(_e663, _e392.end, b_13, _e46, query_2);
                    metal::float4 _e666 = edit_four(_e661, b_13, _e46, query_2, key0_ + k_4, _e665);
                    s_12.inner[0] = _e666;
                }
                float _e667 = part_2;
                metal::float4 _e669 = s_12.inner[0];
                float _e670 = size_of(_e669);
                part_2 = metal::max(_e667, _e670);
            }
            {
                uint k_5 = (2u + tx_1) * 4u;
                metal::float4 _e680 = four_floats((own_1 * ROW) + k_5, floats);
                float _e683 = params.scale;
                s_12.inner[1] = _e680 * _e683;
                if (edits) {
                    metal::float4 _e687 = s_12.inner[1];
                    metal::uint2 _e689 = keys_3;
                    metal::uint2 _e691 = seen_keys(_e689, _e392.end, b_13, _e46, query_2);
                    metal::float4 _e692 = edit_four(_e687, b_13, _e46, query_2, key0_ + k_5, _e691);
                    s_12.inner[1] = _e692;
                }
                float _e693 = part_2;
                metal::float4 _e695 = s_12.inner[1];
                float _e696 = size_of(_e695);
                part_2 = metal::max(_e693, _e696);
            }
            {
                uint k_6 = (4u + tx_1) * 4u;
                metal::float4 _e706 = four_floats((own_1 * ROW) + k_6, floats);
                float _e709 = params.scale;
                s_12.inner[2] = _e706 * _e709;
                if (edits) {
                    metal::float4 _e713 = s_12.inner[2];
                    metal::uint2 _e715 = keys_3;
                    metal::uint2 _e717 = seen_keys(_e715, _e392.end, b_13, _e46, query_2);
                    metal::float4 _e718 = edit_four(_e713, b_13, _e46, query_2, key0_ + k_6, _e717);
                    s_12.inner[2] = _e718;
                }
                float _e719 = part_2;
                metal::float4 _e721 = s_12.inner[2];
                float _e722 = size_of(_e721);
                part_2 = metal::max(_e719, _e722);
            }
            {
                uint k_7 = (6u + tx_1) * 4u;
                metal::float4 _e732 = four_floats((own_1 * ROW) + k_7, floats);
                float _e735 = params.scale;
                s_12.inner[3] = _e732 * _e735;
                if (edits) {
                    metal::float4 _e739 = s_12.inner[3];
                    metal::uint2 _e741 = keys_3;
                    metal::uint2 _e743 = seen_keys(_e741, _e392.end, b_13, _e46, query_2);
                    metal::float4 _e744 = edit_four(_e739, b_13, _e46, query_2, key0_ + k_7, _e743);
                    s_12.inner[3] = _e744;
                }
                float _e745 = part_2;
                metal::float4 _e747 = s_12.inner[3];
                float _e748 = size_of(_e747);
                part_2 = metal::max(_e745, _e748);
            }
            float _e750 = m_2;
            float _e751 = part_2;
            float _e752 = lanes_max(_e751, lanes);
            float _e753 = next_max(_e750, _e752);
            shrink_1 = 1.0;
            float _e756 = m_2;
            bool moves = _e753 > (_e756 + SLACK);
            if (moves) {
                uint _e761 = t_2;
                uint _e764 = metal::atomic_fetch_max_explicit(&moved, _e761 + 1u, metal::memory_order_relaxed);
                float _e765 = m_2;
                shrink_1 = metal::exp(_e765 - _e753);
                m_2 = _e753;
                float _e768 = l_1;
                float _e769 = shrink_1;
                l_1 = _e768 * _e769;
            }
            {
                uint k_8 = (0u + tx_1) * 4u;
                metal::float4 _e776 = s_12.inner[0];
                float _e777 = m_2;
                metal::float4 _e779 = weights(_e776, _e777, b_13, _e46, query_2, key0_ + k_8);
                float _e780 = l_1;
                metal::float4 _e782 = s_12.inner[0];
                float _e783 = mass(_e782, _e779);
                l_1 = _e780 + _e783;
                put_weights((own_1 * ROW) + k_8, static_cast<metal::half4>(_e779), p_tile);
            }
            {
                uint k_9 = (2u + tx_1) * 4u;
                metal::float4 _e794 = s_12.inner[1];
                float _e795 = m_2;
                metal::float4 _e797 = weights(_e794, _e795, b_13, _e46, query_2, key0_ + k_9);
                float _e798 = l_1;
                metal::float4 _e800 = s_12.inner[1];
                float _e801 = mass(_e800, _e797);
                l_1 = _e798 + _e801;
                put_weights((own_1 * ROW) + k_9, static_cast<metal::half4>(_e797), p_tile);
            }
            {
                uint k_10 = (4u + tx_1) * 4u;
                metal::float4 _e812 = s_12.inner[2];
                float _e813 = m_2;
                metal::float4 _e815 = weights(_e812, _e813, b_13, _e46, query_2, key0_ + k_10);
                float _e816 = l_1;
                metal::float4 _e818 = s_12.inner[2];
                float _e819 = mass(_e818, _e815);
                l_1 = _e816 + _e819;
                put_weights((own_1 * ROW) + k_10, static_cast<metal::half4>(_e815), p_tile);
            }
            {
                uint k_11 = (6u + tx_1) * 4u;
                metal::float4 _e830 = s_12.inner[3];
                float _e831 = m_2;
                metal::float4 _e833 = weights(_e830, _e831, b_13, _e46, query_2, key0_ + k_11);
                float _e834 = l_1;
                metal::float4 _e836 = s_12.inner[3];
                float _e837 = mass(_e836, _e833);
                l_1 = _e834 + _e837;
                put_weights((own_1 * ROW) + k_11, static_cast<metal::half4>(_e833), p_tile);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            uint _e844 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
            bool careful = _e844 != 0u;
            if (!(careful)) {
                uint _e851 = metal::atomic_load_explicit(&moved, metal::memory_order_relaxed);
                uint _e852 = t_2;
                local_14 = _e851 > _e852;
            } else {
                local_14 = true;
            }
            bool _e855 = local_14;
            again = _e855;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    again = false;
                }
                loop_init_6 = false;
                bool _e857 = again;
                if (_e857) {
                } else {
                    break;
                }
                {
                    {
                        {
                            Sum _e859 = outputs.inner[0];
                            simdgroup_store(_e859, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
                        }
                        {
                            Sum _e870 = outputs.inner[1];
                            simdgroup_store(_e870, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            uint d_20 = (0u + tx_1) * 4u;
                            metal::float4 _e887 = four_floats((own_1 * ROW) + d_20, floats);
                            float _e888 = shrink_1;
                            x_25 = _e887 * _e888;
                            if (careful) {
                                uint _e894 = g_6.row_end;
                                local_15 = row_5 < _e894;
                            } else {
                                local_15 = false;
                            }
                            bool _e897 = local_15;
                            if (_e897) {
                                metal::float4 _e898 = x_25;
                                Group _e899 = g_6;
                                metal::float4 _e902 = unfinite_values(_e899, _e392, own_1, 0u + d_20, params, v_1, p_tile, _buffer_sizes);
                                x_25 = _e898 + _e902;
                            }
                            metal::float4 _e907 = x_25;
                            put_floats((own_1 * ROW) + d_20, _e907, floats);
                        }
                        {
                            uint d_21 = (2u + tx_1) * 4u;
                            metal::float4 _e915 = four_floats((own_1 * ROW) + d_21, floats);
                            float _e916 = shrink_1;
                            x_26 = _e915 * _e916;
                            if (careful) {
                                uint _e922 = g_6.row_end;
                                local_16 = row_5 < _e922;
                            } else {
                                local_16 = false;
                            }
                            bool _e925 = local_16;
                            if (_e925) {
                                metal::float4 _e926 = x_26;
                                Group _e927 = g_6;
                                metal::float4 _e930 = unfinite_values(_e927, _e392, own_1, 0u + d_21, params, v_1, p_tile, _buffer_sizes);
                                x_26 = _e926 + _e930;
                            }
                            metal::float4 _e935 = x_26;
                            put_floats((own_1 * ROW) + d_21, _e935, floats);
                        }
                        {
                            uint d_22 = (4u + tx_1) * 4u;
                            metal::float4 _e943 = four_floats((own_1 * ROW) + d_22, floats);
                            float _e944 = shrink_1;
                            x_27 = _e943 * _e944;
                            if (careful) {
                                uint _e950 = g_6.row_end;
                                local_17 = row_5 < _e950;
                            } else {
                                local_17 = false;
                            }
                            bool _e953 = local_17;
                            if (_e953) {
                                metal::float4 _e954 = x_27;
                                Group _e955 = g_6;
                                metal::float4 _e958 = unfinite_values(_e955, _e392, own_1, 0u + d_22, params, v_1, p_tile, _buffer_sizes);
                                x_27 = _e954 + _e958;
                            }
                            metal::float4 _e963 = x_27;
                            put_floats((own_1 * ROW) + d_22, _e963, floats);
                        }
                        {
                            uint d_23 = (6u + tx_1) * 4u;
                            metal::float4 _e971 = four_floats((own_1 * ROW) + d_23, floats);
                            float _e972 = shrink_1;
                            x_28 = _e971 * _e972;
                            if (careful) {
                                uint _e978 = g_6.row_end;
                                local_18 = row_5 < _e978;
                            } else {
                                local_18 = false;
                            }
                            bool _e981 = local_18;
                            if (_e981) {
                                metal::float4 _e982 = x_28;
                                Group _e983 = g_6;
                                metal::float4 _e986 = unfinite_values(_e983, _e392, own_1, 0u + d_23, params, v_1, p_tile, _buffer_sizes);
                                x_28 = _e982 + _e986;
                            }
                            metal::float4 _e991 = x_28;
                            put_floats((own_1 * ROW) + d_23, _e991, floats);
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
                            Sum _e1015 = outputs.inner[2];
                            simdgroup_store(_e1015, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
                        }
                        {
                            Sum _e1026 = outputs.inner[3];
                            simdgroup_store(_e1026, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            uint d_24 = (0u + tx_1) * 4u;
                            metal::float4 _e1043 = four_floats((own_1 * ROW) + d_24, floats);
                            float _e1044 = shrink_1;
                            x_29 = _e1043 * _e1044;
                            if (careful) {
                                uint _e1050 = g_6.row_end;
                                local_19 = row_5 < _e1050;
                            } else {
                                local_19 = false;
                            }
                            bool _e1053 = local_19;
                            if (_e1053) {
                                metal::float4 _e1054 = x_29;
                                Group _e1055 = g_6;
                                metal::float4 _e1058 = unfinite_values(_e1055, _e392, own_1, 32u + d_24, params, v_1, p_tile, _buffer_sizes);
                                x_29 = _e1054 + _e1058;
                            }
                            metal::float4 _e1063 = x_29;
                            put_floats((own_1 * ROW) + d_24, _e1063, floats);
                        }
                        {
                            uint d_25 = (2u + tx_1) * 4u;
                            metal::float4 _e1071 = four_floats((own_1 * ROW) + d_25, floats);
                            float _e1072 = shrink_1;
                            x_30 = _e1071 * _e1072;
                            if (careful) {
                                uint _e1078 = g_6.row_end;
                                local_20 = row_5 < _e1078;
                            } else {
                                local_20 = false;
                            }
                            bool _e1081 = local_20;
                            if (_e1081) {
                                metal::float4 _e1082 = x_30;
                                Group _e1083 = g_6;
                                metal::float4 _e1086 = unfinite_values(_e1083, _e392, own_1, 32u + d_25, params, v_1, p_tile, _buffer_sizes);
                                x_30 = _e1082 + _e1086;
                            }
                            metal::float4 _e1091 = x_30;
                            put_floats((own_1 * ROW) + d_25, _e1091, floats);
                        }
                        {
                            uint d_26 = (4u + tx_1) * 4u;
                            metal::float4 _e1099 = four_floats((own_1 * ROW) + d_26, floats);
                            float _e1100 = shrink_1;
                            x_31 = _e1099 * _e1100;
                            if (careful) {
                                uint _e1106 = g_6.row_end;
                                local_21 = row_5 < _e1106;
                            } else {
                                local_21 = false;
                            }
                            bool _e1109 = local_21;
                            if (_e1109) {
                                metal::float4 _e1110 = x_31;
                                Group _e1111 = g_6;
                                metal::float4 _e1114 = unfinite_values(_e1111, _e392, own_1, 32u + d_26, params, v_1, p_tile, _buffer_sizes);
                                x_31 = _e1110 + _e1114;
                            }
                            metal::float4 _e1119 = x_31;
                            put_floats((own_1 * ROW) + d_26, _e1119, floats);
                        }
                        {
                            uint d_27 = (6u + tx_1) * 4u;
                            metal::float4 _e1127 = four_floats((own_1 * ROW) + d_27, floats);
                            float _e1128 = shrink_1;
                            x_32 = _e1127 * _e1128;
                            if (careful) {
                                uint _e1134 = g_6.row_end;
                                local_22 = row_5 < _e1134;
                            } else {
                                local_22 = false;
                            }
                            bool _e1137 = local_22;
                            if (_e1137) {
                                metal::float4 _e1138 = x_32;
                                Group _e1139 = g_6;
                                metal::float4 _e1142 = unfinite_values(_e1139, _e392, own_1, 32u + d_27, params, v_1, p_tile, _buffer_sizes);
                                x_32 = _e1138 + _e1142;
                            }
                            metal::float4 _e1147 = x_32;
                            put_floats((own_1 * ROW) + d_27, _e1147, floats);
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
                    Sum _e1187 = outputs.inner[0];
                    outputs.inner[0] = NagaCooperativeMultiplyAdd(p_3, NagaCooperativeLoad(&halves.inner[576], 18u, false), _e1187);
                }
                {
                    Sum _e1195 = outputs.inner[1];
                    outputs.inner[1] = NagaCooperativeMultiplyAdd(p_3, NagaCooperativeLoad(&halves.inner[580], 18u, false), _e1195);
                }
                {
                    Sum _e1203 = outputs.inner[2];
                    outputs.inner[2] = NagaCooperativeMultiplyAdd(p_3, NagaCooperativeLoad(&halves.inner[584], 18u, false), _e1203);
                }
                {
                    Sum _e1211 = outputs.inner[3];
                    outputs.inner[3] = NagaCooperativeMultiplyAdd(p_3, NagaCooperativeLoad(&halves.inner[588], 18u, false), _e1211);
                }
            }
            {
                metal::simdgroup_half16x16 p_4 = NagaCooperativeLoad(&p_tile.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u, false);
                {
                    Sum _e1229 = outputs.inner[0];
                    outputs.inner[0] = NagaCooperativeMultiplyAdd(p_4, NagaCooperativeLoad(&halves.inner[864], 18u, false), _e1229);
                }
                {
                    Sum _e1237 = outputs.inner[1];
                    outputs.inner[1] = NagaCooperativeMultiplyAdd(p_4, NagaCooperativeLoad(&halves.inner[868], 18u, false), _e1237);
                }
                {
                    Sum _e1245 = outputs.inner[2];
                    outputs.inner[2] = NagaCooperativeMultiplyAdd(p_4, NagaCooperativeLoad(&halves.inner[872], 18u, false), _e1245);
                }
                {
                    Sum _e1253 = outputs.inner[3];
                    outputs.inner[3] = NagaCooperativeMultiplyAdd(p_4, NagaCooperativeLoad(&halves.inner[876], 18u, false), _e1253);
                }
            }
        }
    }
    float _e1258 = l_1;
    float _e1259 = lanes_sum(_e1258, lanes);
    uint _e1264 = g_6.row_end;
    if (row_5 < _e1264) {
        float _e1266 = m_2;
        uint _e1268 = g_6.split;
        metal::float2 _e1269 = finish_row(_e1266, _e1259, _e46, _e1268, params);
        end_1 = _e1269;
    }
    Group _e1270 = g_6;
    uint _e1271 = output_at(_e1270, _e46, query_2, params);
    {
        {
            Sum _e1273 = outputs.inner[0];
            simdgroup_store(_e1273, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
        }
        {
            Sum _e1284 = outputs.inner[1];
            simdgroup_store(_e1284, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            uint k_12 = (0u + tx_1) * 4u;
            uint d_28 = 0u + k_12;
            uint _e1301 = g_6.row_end;
            if (row_5 < _e1301) {
                local_23 = d_28 < V_DIM;
            } else {
                local_23 = false;
            }
            bool _e1308 = local_23;
            if (_e1308) {
                metal::float4 _e1313 = four_floats((own_1 * ROW) + k_12, floats);
                float _e1315 = end_1.x;
                float _e1316 = factor;
                metal::float4 _e1319 = output(_e1313 * (_e1315 * _e1316), b_13, _e46, query_2, d_28);
                store_o4_(_e1271, d_28, V_DIM, _e1319, o, _buffer_sizes);
            }
        }
        {
            uint k_13 = (2u + tx_1) * 4u;
            uint d_29 = 0u + k_13;
            uint _e1327 = g_6.row_end;
            if (row_5 < _e1327) {
                local_24 = d_29 < V_DIM;
            } else {
                local_24 = false;
            }
            bool _e1334 = local_24;
            if (_e1334) {
                metal::float4 _e1339 = four_floats((own_1 * ROW) + k_13, floats);
                float _e1341 = end_1.x;
                float _e1342 = factor;
                metal::float4 _e1345 = output(_e1339 * (_e1341 * _e1342), b_13, _e46, query_2, d_29);
                store_o4_(_e1271, d_29, V_DIM, _e1345, o, _buffer_sizes);
            }
        }
        {
            uint k_14 = (4u + tx_1) * 4u;
            uint d_30 = 0u + k_14;
            uint _e1353 = g_6.row_end;
            if (row_5 < _e1353) {
                local_25 = d_30 < V_DIM;
            } else {
                local_25 = false;
            }
            bool _e1360 = local_25;
            if (_e1360) {
                metal::float4 _e1365 = four_floats((own_1 * ROW) + k_14, floats);
                float _e1367 = end_1.x;
                float _e1368 = factor;
                metal::float4 _e1371 = output(_e1365 * (_e1367 * _e1368), b_13, _e46, query_2, d_30);
                store_o4_(_e1271, d_30, V_DIM, _e1371, o, _buffer_sizes);
            }
        }
        {
            uint k_15 = (6u + tx_1) * 4u;
            uint d_31 = 0u + k_15;
            uint _e1379 = g_6.row_end;
            if (row_5 < _e1379) {
                local_26 = d_31 < V_DIM;
            } else {
                local_26 = false;
            }
            bool _e1386 = local_26;
            if (_e1386) {
                metal::float4 _e1391 = four_floats((own_1 * ROW) + k_15, floats);
                float _e1393 = end_1.x;
                float _e1394 = factor;
                metal::float4 _e1397 = output(_e1391 * (_e1393 * _e1394), b_13, _e46, query_2, d_31);
                store_o4_(_e1271, d_31, V_DIM, _e1397, o, _buffer_sizes);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    {
        {
            Sum _e1399 = outputs.inner[2];
            simdgroup_store(_e1399, &floats.inner[naga_div((strip * ROW) + 0u, UNIT)], 10u);
        }
        {
            Sum _e1410 = outputs.inner[3];
            simdgroup_store(_e1410, &floats.inner[naga_div((strip * ROW) + 16u, UNIT)], 10u);
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            uint k_16 = (0u + tx_1) * 4u;
            uint d_32 = 32u + k_16;
            uint _e1427 = g_6.row_end;
            if (row_5 < _e1427) {
                local_27 = d_32 < V_DIM;
            } else {
                local_27 = false;
            }
            bool _e1434 = local_27;
            if (_e1434) {
                metal::float4 _e1439 = four_floats((own_1 * ROW) + k_16, floats);
                float _e1441 = end_1.x;
                float _e1442 = factor;
                metal::float4 _e1445 = output(_e1439 * (_e1441 * _e1442), b_13, _e46, query_2, d_32);
                store_o4_(_e1271, d_32, V_DIM, _e1445, o, _buffer_sizes);
            }
        }
        {
            uint k_17 = (2u + tx_1) * 4u;
            uint d_33 = 32u + k_17;
            uint _e1453 = g_6.row_end;
            if (row_5 < _e1453) {
                local_28 = d_33 < V_DIM;
            } else {
                local_28 = false;
            }
            bool _e1460 = local_28;
            if (_e1460) {
                metal::float4 _e1465 = four_floats((own_1 * ROW) + k_17, floats);
                float _e1467 = end_1.x;
                float _e1468 = factor;
                metal::float4 _e1471 = output(_e1465 * (_e1467 * _e1468), b_13, _e46, query_2, d_33);
                store_o4_(_e1271, d_33, V_DIM, _e1471, o, _buffer_sizes);
            }
        }
        {
            uint k_18 = (4u + tx_1) * 4u;
            uint d_34 = 32u + k_18;
            uint _e1479 = g_6.row_end;
            if (row_5 < _e1479) {
                local_29 = d_34 < V_DIM;
            } else {
                local_29 = false;
            }
            bool _e1486 = local_29;
            if (_e1486) {
                metal::float4 _e1491 = four_floats((own_1 * ROW) + k_18, floats);
                float _e1493 = end_1.x;
                float _e1494 = factor;
                metal::float4 _e1497 = output(_e1491 * (_e1493 * _e1494), b_13, _e46, query_2, d_34);
                store_o4_(_e1271, d_34, V_DIM, _e1497, o, _buffer_sizes);
            }
        }
        {
            uint k_19 = (6u + tx_1) * 4u;
            uint d_35 = 32u + k_19;
            uint _e1505 = g_6.row_end;
            if (row_5 < _e1505) {
                local_30 = d_35 < V_DIM;
            } else {
                local_30 = false;
            }
            bool _e1512 = local_30;
            if (_e1512) {
                metal::float4 _e1517 = four_floats((own_1 * ROW) + k_19, floats);
                float _e1519 = end_1.x;
                float _e1520 = factor;
                metal::float4 _e1523 = output(_e1517 * (_e1519 * _e1520), b_13, _e46, query_2, d_35);
                store_o4_(_e1271, d_35, V_DIM, _e1523, o, _buffer_sizes);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    uint _e1525 = g_6.row_end;
    if (row_5 < _e1525) {
        local_31 = tx_1 == 0u;
    } else {
        local_31 = false;
    }
    bool _e1532 = local_31;
    if (_e1532) {
        Group _e1533 = g_6;
        uint _e1534 = lse_at_1(_e1533, _e46, query_2, params);
        uint _e1536 = g_6.split;
        uint _e1539 = params.lse_split;
        float _e1543 = end_1.y;
        store_lse(_e1534 + (_e1536 * _e1539), _e1543, lse, _buffer_sizes);
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
, device type_5 const& v_1 [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, device type_6& lse [[user(fake0)]]
, threadgroup type_12& halves
, threadgroup type_13& p_tile
, threadgroup type_14& floats
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
    run(wid, (subgroup * size) + lane, params, q, k_3, v_1, o, lse, halves, p_tile, floats, lanes, v_nonfinite, moved, _buffer_sizes);
    return;
}
