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

typedef metal::uint4 Eight;
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
typedef metal::uint4 type_5[1];
typedef metal::half4 type_7[1];
typedef float type_8[1];
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
    uint listed;
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
struct type_16 {
    Halves inner[1216];
};
struct type_17 {
    Floats inner[640];
};
struct type_18 {
    Left inner[8];
};
struct type_20 {
    metal::half4 inner[8];
};
struct NthTile {
    uint n;
    Tile tile;
};
struct type_21 {
    Eight inner[2];
};
struct type_24 {
    Sum inner[4];
};
struct type_26 {
    float inner[128];
};
struct type_27 {
    Sum inner[2];
};
struct type_28 {
    metal::float4 inner[4];
};
struct type_29 {
    Left inner[2];
};
constant uint SIZE = 16u;
constant uint LANES = 32u;
constant uint TX = 2u;
constant uint TEAM = 2u;
constant uint HIGH = 2u;
constant uint WORKGROUP = 128u;
constant uint BLOCK_Q = 64u;
constant uint BLOCK_K = 32u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant uint ABREAST = 1u;
constant uint BUNDLE = 16u;
constant bool TURNS = false;
constant bool STAGED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint UNIT = 4u;
constant uint KS = 2u;
constant uint QS = 4u;
constant uint K_ROW = 72u;
constant uint VS = 4u;
constant uint V_ROW = 72u;
constant uint P = 2304u;
constant uint ROW = 40u;
constant uint MORE = 0u;
constant uint Q_FOURS = 4u;
constant uint K_EIGHTS = 2u;
constant uint V_EIGHTS = 2u;
constant uint NONFINITE = 4294967295u;
constant uint OWN_VS = 2u;
constant uint OWN_KS = 1u;
constant float SLACK = 4.0;
constant uint FOURS = 4u;

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

metal::float4 four_of(
    Eight x,
    uint d
) {
    metal::uint2 y = ((d & 4u) != 0u) ? x.zw : x.xy;
    return metal::float4(float2(as_type<half2>(y.x)), float2(as_type<half2>(y.y)));
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
    metal::uint4 _e11 = q[(base + d_1) >> 3u];
    metal::float4 _e12 = four_of(_e11, d_1);
    return _e12;
}

metal::float4 load_v4_(
    uint base_1,
    uint d_2,
    device type_5 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::uint4 _e11 = v_2[(base_1 + d_2) >> 3u];
    metal::float4 _e12 = four_of(_e11, d_2);
    return _e12;
}

Eight load_k8_(
    uint base_2,
    uint d_3,
    device type_5 const& k_4,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 >= QK_DIM) {
        return Eight {};
    }
    metal::uint4 _e10 = k_4[(base_2 + d_3) >> 3u];
    return _e10;
}

Eight load_v8_(
    uint base_3,
    uint d_4,
    device type_5 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_4 >= V_DIM) {
        return Eight {};
    }
    metal::uint4 _e10 = v_2[(base_3 + d_4) >> 3u];
    return _e10;
}

void store_o4_(
    uint base_4,
    uint d_5,
    uint dim,
    metal::float4 x_1,
    device type_7& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_5 < dim) {
        o[(base_4 + d_5) >> 2u] = static_cast<metal::half4>(x_1);
        return;
    } else {
        return;
    }
}

void store_lse(
    uint at,
    metal::float2 x_2,
    device type_8& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    lse[at] = x_2.x + x_2.y;
    return;
}

bool is_nan(
    float x_3
) {
    return (as_type<uint>(x_3) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s_1
) {
    bool _e3 = is_nan(s_1);
    return _e3 ? s_1 : metal::max(s_1, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_4
) {
    return as_type<uint>(x_4) == 4286578688u;
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
    float x_5
) {
    bool _e2 = is_nan(x_5);
    return _e2 ? x_5 : metal::exp(x_5);
}

metal::float4 exp_kept4_(
    metal::float4 x_6
) {
    metal::bool4 nan = (as_type<metal::uint4>(x_6) & metal::uint4(2147483647u)) > metal::uint4(2139095040u);
    return metal::select(metal::exp(x_6), x_6, nan);
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
    metal::float2 seen_2 = (sum_1 > 0.0) ? metal::float2(top, metal::log(sum_1)) : metal::float2(_e4, 0.0);
    bool _e14 = is_nan(sum_1);
    return _e14 ? metal::float2(sum_1, 0.0) : seen_2;
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
    uint i_1,
    int offset,
    uint kv_count_1,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p_3 = as_type<int>(as_type<uint>(static_cast<int>(i_1)) + as_type<uint>(offset));
    int end_2 = static_cast<int>(kv_count_1);
    hi = end_2;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p_3) - as_type<uint>(_e16)), 0, end_2);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p_3) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end_2);
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
    metal::float4 x_7,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_7 * _e3;
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
    metal::float4 x_8,
    metal::float4 k,
    uint h_1,
    uint d_6
) {
    return metal::fma(x_8.w, k.w, metal::fma(x_8.z, k.z, metal::fma(x_8.y, k.y, metal::fma(x_8.x, k.x, s_4))));
}

float pair(
    metal::float4 x_9,
    metal::float4 k_1,
    uint h_2,
    uint d_7
) {
    return metal::dot(x_9, k_1);
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
    uint base_5,
    Seen seen_1
) {
    return Tile {n * BLOCK_K, seen_1.keys.y, false, {}, 0u};
}

void hold_tile(
    Tile tile
) {
    return;
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
    float tile_1
) {
    return metal::max(m, tile_1);
}

float size_of(
    metal::float4 s_5
) {
    return metal::max(metal::max(s_5.x, s_5.y), metal::max(s_5.z, s_5.w));
}

metal::float4 weights(
    metal::float4 s_6,
    float top_2,
    uint b_6,
    uint head,
    uint i_3,
    uint slot_1
) {
    metal::float4 _e12 = exp_kept4_(s_6 - metal::float4((top_2 == MASKED) ? 0.0 : top_2));
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

metal::float3 finish_row(
    float m_1,
    float l,
    uint head_1,
    uint split_2,
    constant Params& params
) {
    float top_3 = {};
    float shrink = 1.0;
    float sum_3 = {};
    bool local_1 = {};
    top_3 = m_1;
    sum_3 = l;
    float _e8 = sink_logit(head_1);
    if (split_2 == 0u) {
        local_1 = _e8 != MASKED;
    } else {
        local_1 = false;
    }
    bool _e16 = local_1;
    if (_e16) {
        float _e17 = top_3;
        top_3 = metal::max(_e17, _e8);
        float _e19 = top_3;
        shrink = metal::exp(m_1 - _e19);
        float _e22 = sum_3;
        float _e23 = shrink;
        float _e25 = top_3;
        sum_3 = (_e22 * _e23) + metal::exp(_e8 - _e25);
    }
    float _e29 = shrink;
    float _e30 = sum_3;
    float _e32 = sum_3;
    bool _e33 = row_seen(_e32);
    float _e36 = top_3;
    float _e37 = sum_3;
    metal::float2 _e38 = log_parts(_e36, _e37, params);
    return metal::float3(_e33 ? (_e29 / _e30) : 0.0, _e38);
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
    metal::float4 x_10,
    uint b_9,
    uint h_6,
    uint i_5,
    uint d_8
) {
    return x_10;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

Group group_of(
    uint group,
    constant Params& params
) {
    bool local_2 = {};
    metal::uint3 tiles_1 = metal::uint3(0u);
    bool local_3 = {};
    bool local_4 = {};
    uint _e3 = params.splits;
    uint split_3 = naga_mod(group, _e3);
    uint _e7 = params.splits;
    uint id = naga_div(group, _e7);
    uint _e12 = params.q_tiles;
    uint first_pack = naga_div(id, BUNDLE * _e12) * BUNDLE;
    uint _e20 = params.groups;
    uint _e23 = params.splits;
    uint _e27 = params.q_tiles;
    uint beside = metal::min(BUNDLE, naga_div(naga_div(_e20, _e23), _e27) - first_pack);
    uint _e33 = params.q_tiles;
    uint in_bundle = id - (first_pack * _e33);
    uint place = naga_div(in_bundle, beside);
    uint row_5 = naga_div(place, 1u);
    uint _e41 = params.q_tiles;
    if (TURNS) {
        local_2 = naga_mod(metal::popcount(place), 2u) == 1u;
    } else {
        local_2 = false;
    }
    bool _e54 = local_2;
    uint row_tile_id = _e54 ? row_5 : ((_e41 - 1u) - row_5);
    uint pack = first_pack + naga_mod(in_bundle, beside);
    metal::uint2 _e58 = row_tile(row_tile_id);
    uint _e61 = params.head_base;
    uint _e64 = params.packs;
    uint _e68 = params.pack;
    uint head_base_1 = _e61 + (naga_mod(pack, _e64) * _e68);
    uint _e73 = params.group;
    uint kv_head = naga_div(head_base_1, _e73);
    uint _e77 = params.batch_base;
    uint _e80 = params.packs;
    uint b_13 = _e77 + naga_div(pack, _e80);
    uint _e83 = q_count_1(b_13, params);
    uint _e84 = kv_count_2(b_13, params);
    uint first_row_1 = _e58.x;
    uint _e89 = params.pack;
    uint row_end_1 = metal::min(_e58.y, _e83 * _e89);
    int _e92 = align_offset(_e83, _e84, params);
    uint _e95 = params.pack;
    uint first_query = naga_div(first_row_1, _e95);
    uint _e103 = params.pack;
    uint last_query = naga_div(metal::max(row_end_1, 1u) - 1u, _e103);
    metal::uint2 _e105 = key_range(first_query, _e92, _e84, params);
    metal::uint2 _e106 = key_range(last_query, _e92, _e84, params);
    Seen seen_3 = Seen {metal::uint2(_e105.x, _e106.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e92)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e92))), b_13, head_base_1, _e92};
    if (first_row_1 < row_end_1) {
        local_3 = seen_3.keys.x < seen_3.keys.y;
    } else {
        local_3 = false;
    }
    bool _e128 = local_3;
    if (_e128) {
        bool _e131 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
        local_4 = _e131;
    } else {
        local_4 = false;
    }
    bool _e133 = local_4;
    if (_e133) {
        metal::uint3 _e134 = tile_span(row_tile_id, seen_3, split_3, params);
        tiles_1 = _e134;
    }
    metal::uint3 _e138 = tiles_1;
    uint _e141 = params.q_offset;
    uint _e144 = params.q_batch;
    uint _e147 = q_start(b_13);
    uint _e150 = params.q_row;
    uint _e155 = params.k_offset;
    uint _e158 = params.k_batch;
    uint _e163 = params.k_head;
    uint _e166 = kv_start(b_13);
    uint _e169 = params.k_row;
    uint _e174 = params.v_offset;
    uint _e177 = params.v_batch;
    uint _e182 = params.v_head;
    uint _e185 = kv_start(b_13);
    uint _e188 = params.v_row;
    uint _e193 = params.lse_batch;
    uint _e195 = q_start(b_13);
    return Group {seen_3, split_3, first_row_1, row_end_1, _e84, metal::uint2(_e106.x, _e105.y), {}, _e138, (_e141 + (b_13 * _e144)) + (_e147 * _e150), ((_e155 + (b_13 * _e158)) + (kv_head * _e163)) + (_e166 * _e169), ((_e174 + (b_13 * _e177)) + (kv_head * _e182)) + (_e185 * _e188), (b_13 * _e193) + _e195};
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

uint key_in(
    Tile tile_2,
    uint n_1
) {
    uint _e4 = key_of(tile_2.first + n_1);
    return metal::min(_e4, metal::max(tile_2.end, 1u) - 1u);
}

uint key_at(
    Group g_4,
    Tile tile_3,
    uint n_2,
    constant Params& params
) {
    uint _e4 = key_in(tile_3, n_2);
    uint _e7 = params.k_row;
    return g_4.k_base + (_e4 * _e7);
}

uint value_at(
    Group g_5,
    Tile tile_4,
    uint n_3,
    constant Params& params
) {
    uint _e4 = key_in(tile_4, n_3);
    uint _e7 = params.v_row;
    return g_5.v_base + (_e4 * _e7);
}

bool sees_whole(
    Group g_6,
    Tile tile_5
) {
    bool local_5 = {};
    bool local_6 = {};
    bool local_7 = {};
    if (tile_5.first >= g_6.by_all.x) {
        local_5 = (tile_5.first + BLOCK_K) <= metal::min(g_6.by_all.y, tile_5.end);
    } else {
        local_5 = false;
    }
    bool _e17 = local_5;
    if (_e17) {
        local_6 = g_6.row_end == (g_6.first_row + BLOCK_Q);
    } else {
        local_6 = false;
    }
    bool _e26 = local_6;
    if (_e26) {
        local_7 = !(tile_5.partly);
    } else {
        local_7 = false;
    }
    bool _e32 = local_7;
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
    bool local_8 = {};
    bool local_9 = {};
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_8 = _e6 >= keys_1.y;
    } else {
        local_8 = true;
    }
    bool _e15 = local_8;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_8, b_10, head_4, i_6, _e6);
    if (_e17 != MASKED) {
        local_9 = _e17 < LOWEST_VISIBLE;
    } else {
        local_9 = false;
    }
    bool _e26 = local_9;
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
    metal::half4 x_11,
    threadgroup type_16& halves
) {
    halves.inner[naga_div(at_1, 4u)] = x_11;
    return;
}

void put_floats(
    uint at_2,
    metal::float4 x_12,
    threadgroup type_17& floats
) {
    floats.inner[naga_div(at_2, 4u)] = x_12;
    return;
}

metal::half4 four_halves(
    uint at_3,
    threadgroup type_16& halves
) {
    Halves _e5 = halves.inner[naga_div(at_3, 4u)];
    return _e5;
}

metal::float4 four_floats(
    uint at_4,
    threadgroup type_17& floats
) {
    Floats _e5 = floats.inner[naga_div(at_4, 4u)];
    return _e5;
}

void set_lengths(
) {
    return;
}

metal::simdgroup_half16x16 NagaCooperativeLoad(const threadgroup half* ptr, int stride, bool is_row_major) {
    metal::simdgroup_half16x16 m;
    simdgroup_load(m, ptr, stride, 0, is_row_major);
    return m;
}

void take_queries(
    Group g_7,
    uint tid,
    uint strip,
    thread type_18& queries,
    constant Params& params,
    device type_5 const& q,
    threadgroup type_16& halves,
    constant _mslBufferSizes& _buffer_sizes
) {
    type_20 fours = {};
    bool local_10 = {};
    bool local_11 = {};
    bool local_12 = {};
    bool local_13 = {};
    bool local_14 = {};
    bool local_15 = {};
    bool local_16 = {};
    bool local_17 = {};
    if (g_7.row_end > 0u) {
        {
            {
                uint i_9 = 0u + tid;
                uint row_6 = metal::min(g_7.first_row + naga_div(i_9, 8u), g_7.row_end - 1u);
                uint _e19 = query_at(g_7, row_6, params);
                metal::float4 _e26 = load_q4_(_e19, 0u + (naga_mod(i_9, 8u) * 4u), q, _buffer_sizes);
                fours.inner[0] = static_cast<metal::half4>(_e26);
            }
            {
                uint i_10 = 128u + tid;
                uint row_7 = metal::min(g_7.first_row + naga_div(i_10, 8u), g_7.row_end - 1u);
                uint _e39 = query_at(g_7, row_7, params);
                metal::float4 _e46 = load_q4_(_e39, 0u + (naga_mod(i_10, 8u) * 4u), q, _buffer_sizes);
                fours.inner[1] = static_cast<metal::half4>(_e46);
            }
            {
                uint i_11 = 256u + tid;
                uint row_8 = metal::min(g_7.first_row + naga_div(i_11, 8u), g_7.row_end - 1u);
                uint _e59 = query_at(g_7, row_8, params);
                metal::float4 _e66 = load_q4_(_e59, 0u + (naga_mod(i_11, 8u) * 4u), q, _buffer_sizes);
                fours.inner[2] = static_cast<metal::half4>(_e66);
            }
            {
                uint i_12 = 384u + tid;
                uint row_9 = metal::min(g_7.first_row + naga_div(i_12, 8u), g_7.row_end - 1u);
                uint _e79 = query_at(g_7, row_9, params);
                metal::float4 _e86 = load_q4_(_e79, 0u + (naga_mod(i_12, 8u) * 4u), q, _buffer_sizes);
                fours.inner[3] = static_cast<metal::half4>(_e86);
            }
        }
        {
            {
                uint i_13 = 0u + tid;
                uint row_10 = metal::min(g_7.first_row + naga_div(i_13, 8u), g_7.row_end - 1u);
                uint _e99 = query_at(g_7, row_10, params);
                metal::float4 _e106 = load_q4_(_e99, 32u + (naga_mod(i_13, 8u) * 4u), q, _buffer_sizes);
                fours.inner[4] = static_cast<metal::half4>(_e106);
            }
            {
                uint i_14 = 128u + tid;
                uint row_11 = metal::min(g_7.first_row + naga_div(i_14, 8u), g_7.row_end - 1u);
                uint _e119 = query_at(g_7, row_11, params);
                metal::float4 _e126 = load_q4_(_e119, 32u + (naga_mod(i_14, 8u) * 4u), q, _buffer_sizes);
                fours.inner[5] = static_cast<metal::half4>(_e126);
            }
            {
                uint i_15 = 256u + tid;
                uint row_12 = metal::min(g_7.first_row + naga_div(i_15, 8u), g_7.row_end - 1u);
                uint _e139 = query_at(g_7, row_12, params);
                metal::float4 _e146 = load_q4_(_e139, 32u + (naga_mod(i_15, 8u) * 4u), q, _buffer_sizes);
                fours.inner[6] = static_cast<metal::half4>(_e146);
            }
            {
                uint i_16 = 384u + tid;
                uint row_13 = metal::min(g_7.first_row + naga_div(i_16, 8u), g_7.row_end - 1u);
                uint _e159 = query_at(g_7, row_13, params);
                metal::float4 _e166 = load_q4_(_e159, 32u + (naga_mod(i_16, 8u) * 4u), q, _buffer_sizes);
                fours.inner[7] = static_cast<metal::half4>(_e166);
            }
        }
    }
    {
        {
            uint i_17 = 0u + tid;
            if (false) {
                local_10 = i_17 < 512u;
            } else {
                local_10 = true;
            }
            bool _e176 = local_10;
            if (_e176) {
                metal::half4 _e189 = fours.inner[0];
                put_halves((P + (naga_div(i_17, 8u) * ROW)) + (naga_mod(i_17, 8u) * 4u), _e189, halves);
            }
        }
        {
            uint i_18 = 128u + tid;
            if (false) {
                local_11 = i_18 < 512u;
            } else {
                local_11 = true;
            }
            bool _e198 = local_11;
            if (_e198) {
                metal::half4 _e211 = fours.inner[1];
                put_halves((P + (naga_div(i_18, 8u) * ROW)) + (naga_mod(i_18, 8u) * 4u), _e211, halves);
            }
        }
        {
            uint i_19 = 256u + tid;
            if (false) {
                local_12 = i_19 < 512u;
            } else {
                local_12 = true;
            }
            bool _e220 = local_12;
            if (_e220) {
                metal::half4 _e233 = fours.inner[2];
                put_halves((P + (naga_div(i_19, 8u) * ROW)) + (naga_mod(i_19, 8u) * 4u), _e233, halves);
            }
        }
        {
            uint i_20 = 384u + tid;
            if (false) {
                local_13 = i_20 < 512u;
            } else {
                local_13 = true;
            }
            bool _e242 = local_13;
            if (_e242) {
                metal::half4 _e255 = fours.inner[3];
                put_halves((P + (naga_div(i_20, 8u) * ROW)) + (naga_mod(i_20, 8u) * 4u), _e255, halves);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            {
                queries.inner[0] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip + 0u) * ROW)) + 0u, UNIT)], 10u, false);
            }
            {
                queries.inner[1] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip + 0u) * ROW)) + 16u, UNIT)], 10u, false);
            }
        }
        {
            {
                queries.inner[4] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip + 16u) * ROW)) + 0u, UNIT)], 10u, false);
            }
            {
                queries.inner[5] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip + 16u) * ROW)) + 16u, UNIT)], 10u, false);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    {
        {
            uint i_21 = 0u + tid;
            if (false) {
                local_14 = i_21 < 512u;
            } else {
                local_14 = true;
            }
            bool _e324 = local_14;
            if (_e324) {
                metal::half4 _e337 = fours.inner[4];
                put_halves((P + (naga_div(i_21, 8u) * ROW)) + (naga_mod(i_21, 8u) * 4u), _e337, halves);
            }
        }
        {
            uint i_22 = 128u + tid;
            if (false) {
                local_15 = i_22 < 512u;
            } else {
                local_15 = true;
            }
            bool _e346 = local_15;
            if (_e346) {
                metal::half4 _e359 = fours.inner[5];
                put_halves((P + (naga_div(i_22, 8u) * ROW)) + (naga_mod(i_22, 8u) * 4u), _e359, halves);
            }
        }
        {
            uint i_23 = 256u + tid;
            if (false) {
                local_16 = i_23 < 512u;
            } else {
                local_16 = true;
            }
            bool _e368 = local_16;
            if (_e368) {
                metal::half4 _e381 = fours.inner[6];
                put_halves((P + (naga_div(i_23, 8u) * ROW)) + (naga_mod(i_23, 8u) * 4u), _e381, halves);
            }
        }
        {
            uint i_24 = 384u + tid;
            if (false) {
                local_17 = i_24 < 512u;
            } else {
                local_17 = true;
            }
            bool _e390 = local_17;
            if (_e390) {
                metal::half4 _e403 = fours.inner[7];
                put_halves((P + (naga_div(i_24, 8u) * ROW)) + (naga_mod(i_24, 8u) * 4u), _e403, halves);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            {
                queries.inner[2] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip + 0u) * ROW)) + 0u, UNIT)], 10u, false);
            }
            {
                queries.inner[3] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip + 0u) * ROW)) + 16u, UNIT)], 10u, false);
            }
        }
        {
            {
                queries.inner[6] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip + 16u) * ROW)) + 0u, UNIT)], 10u, false);
            }
            {
                queries.inner[7] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip + 16u) * ROW)) + 16u, UNIT)], 10u, false);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        return;
    }
}

NthTile nth_tile(
    uint n_4,
    Group g_8
) {
    Tile tile_6 = {};
    Tile _e10 = tile_at(metal::min(n_4, g_8.tiles[1] - 1u), g_8.tiles[2], g_8.seen);
    tile_6 = _e10;
    uint _e14 = tile_6.end;
    tile_6.end = (n_4 >= g_8.tiles[1]) ? 0u : _e14;
    Tile _e20 = tile_6;
    return NthTile {n_4, _e20};
}

NthTile first_seen(
    NthTile from_here,
    Group g_9
) {
    NthTile at_5 = {};
    bool local_18 = {};
    at_5 = from_here;
    uint2 loop_bound = uint2(4294967295u);
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        uint _e4 = at_5.n;
        if (_e4 < g_9.tiles[1]) {
            uint _e12 = at_5.tile.first;
            uint _e15 = at_5.tile.end;
            local_18 = _e12 >= _e15;
        } else {
            local_18 = false;
        }
        bool _e18 = local_18;
        if (_e18) {
        } else {
            break;
        }
        {
            uint _e20 = at_5.n;
            NthTile _e23 = nth_tile(_e20 + 1u, g_9);
            at_5 = _e23;
        }
    }
    NthTile _e24 = at_5;
    return _e24;
}

void fetch_keys(
    Group g_10,
    Tile tile_7,
    uint tid_1,
    thread type_21& eights,
    constant Params& params,
    device type_5 const& k_4,
    constant _mslBufferSizes& _buffer_sizes
) {
    {
        uint i_25 = 0u + tid_1;
        uint _e9 = key_at(g_10, tile_7, naga_div(i_25, 8u), params);
        Eight _e14 = load_k8_(_e9, naga_mod(i_25, 8u) * 8u, k_4, _buffer_sizes);
        eights.inner[0] = _e14;
    }
    {
        uint i_26 = 128u + tid_1;
        uint _e20 = key_at(g_10, tile_7, naga_div(i_26, 8u), params);
        Eight _e25 = load_k8_(_e20, naga_mod(i_26, 8u) * 8u, k_4, _buffer_sizes);
        eights.inner[1] = _e25;
        return;
    }
}

metal::half4 low(
    Eight x_13
) {
    metal::float4 _e2 = four_of(x_13, 0u);
    return static_cast<metal::half4>(_e2);
}

metal::half4 high(
    Eight x_14
) {
    metal::float4 _e2 = four_of(x_14, 4u);
    return static_cast<metal::half4>(_e2);
}

void put_eight(
    uint at_6,
    Eight x_15,
    threadgroup type_16& halves
) {
    metal::half4 _e2 = low(x_15);
    put_halves(at_6, _e2, halves);
    metal::half4 _e5 = high(x_15);
    put_halves(at_6 + 4u, _e5, halves);
    return;
}

void put_keys(
    uint tid_2,
    thread type_21& eights_1,
    threadgroup type_16& halves
) {
    bool local_19 = {};
    bool local_20 = {};
    {
        uint i_27 = 0u + tid_2;
        if (false) {
            local_19 = i_27 < 256u;
        } else {
            local_19 = true;
        }
        bool _e10 = local_19;
        if (_e10) {
            Eight _e21 = eights_1.inner[0];
            put_eight((naga_div(i_27, 8u) * K_ROW) + (naga_mod(i_27, 8u) * 8u), _e21, halves);
        }
    }
    {
        uint i_28 = 128u + tid_2;
        if (false) {
            local_20 = i_28 < 256u;
        } else {
            local_20 = true;
        }
        bool _e30 = local_20;
        if (_e30) {
            Eight _e41 = eights_1.inner[1];
            put_eight((naga_div(i_28, 8u) * K_ROW) + (naga_mod(i_28, 8u) * 8u), _e41, halves);
            return;
        } else {
            return;
        }
    }
}

void fetch_values(
    Group g_11,
    Tile tile_8,
    uint tid_3,
    thread type_21& eights_2,
    constant Params& params,
    device type_5 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    {
        uint i_29 = 0u + tid_3;
        uint _e9 = value_at(g_11, tile_8, naga_div(i_29, 8u), params);
        Eight _e14 = load_v8_(_e9, naga_mod(i_29, 8u) * 8u, v_2, _buffer_sizes);
        eights_2.inner[0] = _e14;
    }
    {
        uint i_30 = 128u + tid_3;
        uint _e20 = value_at(g_11, tile_8, naga_div(i_30, 8u), params);
        Eight _e25 = load_v8_(_e20, naga_mod(i_30, 8u) * 8u, v_2, _buffer_sizes);
        eights_2.inner[1] = _e25;
        return;
    }
}

Eight eight(
    metal::half4 a,
    metal::half4 b_12
) {
    metal::float4 x_28 = static_cast<metal::float4>(a);
    metal::float4 y_1 = static_cast<metal::float4>(b_12);
    return Eight(as_type<uint>(half2(x_28.xy)), as_type<uint>(half2(x_28.zw)), as_type<uint>(half2(y_1.xy)), as_type<uint>(half2(y_1.zw)));
}

metal::half4 finite(
    metal::half4 x_16
) {
    metal::bool4 _e4 = nonfinite(static_cast<metal::float4>(x_16));
    return metal::select(x_16, metal::half4(0.0h), _e4);
}

void put_values(
    uint tid_4,
    thread type_21& eights_3,
    constant Params& params,
    threadgroup type_16& halves,
    threadgroup metal::atomic_uint& moved
) {
    metal::half4 apart = metal::half4(0.0h);
    bool local_21 = {};
    bool local_22 = {};
    uint _e4 = params.none;
    metal::half4 none = metal::half4(static_cast<half>(_e4));
    {
        Eight x_29 = eights_3.inner[0];
        metal::half4 _e12 = high(x_29);
        metal::half4 _e13 = low(x_29);
        metal::half4 _e14 = apart;
        apart = metal::fma(_e12, none, metal::fma(_e13, none, _e14));
    }
    {
        Eight x_30 = eights_3.inner[1];
        metal::half4 _e19 = high(x_30);
        metal::half4 _e20 = low(x_30);
        metal::half4 _e21 = apart;
        apart = metal::fma(_e19, none, metal::fma(_e20, none, _e21));
    }
    metal::half4 _e24 = apart;
    bool _e26 = any_nonfinite(static_cast<metal::float4>(_e24));
    if (_e26) {
        uint _e29 = metal::atomic_fetch_max_explicit(&moved, NONFINITE, metal::memory_order_relaxed);
        {
            Eight x_31 = eights_3.inner[0];
            metal::half4 _e33 = low(x_31);
            metal::half4 _e34 = finite(_e33);
            metal::half4 _e35 = high(x_31);
            metal::half4 _e36 = finite(_e35);
            Eight _e37 = eight(_e34, _e36);
            eights_3.inner[0] = _e37;
        }
        {
            Eight x_32 = eights_3.inner[1];
            metal::half4 _e41 = low(x_32);
            metal::half4 _e42 = finite(_e41);
            metal::half4 _e43 = high(x_32);
            metal::half4 _e44 = finite(_e43);
            Eight _e45 = eight(_e42, _e44);
            eights_3.inner[1] = _e45;
        }
    }
    {
        uint i_31 = 0u + tid_4;
        if (false) {
            local_21 = i_31 < 256u;
        } else {
            local_21 = true;
        }
        bool _e54 = local_21;
        if (_e54) {
            Eight _e65 = eights_3.inner[0];
            put_eight((naga_div(i_31, 8u) * V_ROW) + (naga_mod(i_31, 8u) * 8u), _e65, halves);
        }
    }
    {
        uint i_32 = 128u + tid_4;
        if (false) {
            local_22 = i_32 < 256u;
        } else {
            local_22 = true;
        }
        bool _e74 = local_22;
        if (_e74) {
            Eight _e85 = eights_3.inner[1];
            put_eight((naga_div(i_32, 8u) * V_ROW) + (naga_mod(i_32, 8u) * 8u), _e85, halves);
            return;
        } else {
            return;
        }
    }
}

uint on_the_way(
    uint strip_1,
    uint member,
    uint i_8
) {
    return naga_div(((strip_1 + (naga_div(i_8, OWN_KS) * SIZE)) * ROW) + (((member * OWN_KS) + naga_mod(i_8, OWN_KS)) * SIZE), UNIT);
}

void put_outputs(
    uint c,
    uint strip_2,
    uint member_1,
    thread type_24& outputs,
    threadgroup type_17& floats
) {
    {
        Sum _e12 = outputs.inner[(0u + (c * OWN_KS)) + 0u];
        uint _e14 = on_the_way(strip_2, member_1, 0u);
        simdgroup_store(_e12, &floats.inner[_e14], 10u);
    }
    {
        Sum _e25 = outputs.inner[(2u + (c * OWN_KS)) + 0u];
        uint _e27 = on_the_way(strip_2, member_1, 1u);
        simdgroup_store(_e25, &floats.inner[_e27], 10u);
        return;
    }
}

metal::simdgroup_float16x16 NagaCooperativeLoad(const threadgroup float* ptr, int stride, bool is_row_major) {
    metal::simdgroup_float16x16 m;
    simdgroup_load(m, ptr, stride, 0, is_row_major);
    return m;
}

void take_outputs(
    uint c_1,
    uint strip_3,
    uint member_2,
    thread type_24& outputs_1,
    threadgroup type_17& floats
) {
    {
        uint _e13 = on_the_way(strip_3, member_2, 0u);
        outputs_1.inner[(0u + (c_1 * OWN_KS)) + 0u] = NagaCooperativeLoad(&floats.inner[_e13], 10u, false);
    }
    {
        uint _e26 = on_the_way(strip_3, member_2, 1u);
        outputs_1.inner[(2u + (c_1 * OWN_KS)) + 0u] = NagaCooperativeLoad(&floats.inner[_e26], 10u, false);
        return;
    }
}

uint column_of(
    uint c_2,
    uint k_2
) {
    return (((naga_div(k_2, 16u) * OWN_VS) + (c_2 * OWN_KS)) * SIZE) + naga_mod(k_2, 16u);
}

metal::float4 unfinite_values(
    Group g_12,
    Tile tile_9,
    uint own,
    uint d_9,
    constant Params& params,
    device type_5 const& v_2,
    threadgroup type_16& halves,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 sum_4 = metal::float4(0.0);
    uint k_3 = 0u;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init) {
            uint _e43 = k_3;
            k_3 = _e43 + 1u;
        }
        loop_init = false;
        uint _e9 = k_3;
        if (_e9 < BLOCK_K) {
        } else {
            break;
        }
        {
            uint _e16 = k_3;
            metal::half4 _e22 = four_halves((P + (own * ROW)) + (naga_div(_e16, 4u) * 4u), halves);
            uint _e23 = k_3;
            float p_4 = static_cast<float>(_e22[naga_mod(_e23, 4u)]);
            if (p_4 != 0.0) {
                uint _e30 = k_3;
                uint _e31 = value_at(g_12, tile_9, _e30, params);
                metal::float4 _e32 = load_v4_(_e31, d_9, v_2, _buffer_sizes);
                metal::float4 x_33 = static_cast<metal::float4>(static_cast<metal::half4>(_e32));
                metal::float4 _e35 = sum_4;
                metal::bool4 _e39 = nonfinite(x_33);
                sum_4 = _e35 + metal::select(metal::float4(0.0), p_4 * x_33, _e39);
            }
        }
    }
    metal::float4 _e45 = sum_4;
    return _e45;
}

uint row_lanes(
    thread uint& lanes
) {
    uint _e1 = lanes;
    return metal::max(naga_div(_e1, ABREAST), 1u);
}

float lanes_max(
    float x_17,
    thread uint& lanes
) {
    float r = {};
    uint step = ABREAST;
    r = x_17;
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e18 = step;
            step = _e18 << 1u;
        }
        loop_init_1 = false;
        uint _e4 = step;
        if (_e4 < 2u) {
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
    float x_18,
    thread uint& lanes
) {
    float r_1 = {};
    uint step_1 = ABREAST;
    r_1 = x_18;
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e18 = step_1;
            step_1 = _e18 << 1u;
        }
        loop_init_2 = false;
        uint _e4 = step_1;
        if (_e4 < 2u) {
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
    float x_19,
    threadgroup type_26& row_part,
    thread uint& lanes
) {
    bool local_23 = {};
    uint _e3 = row_lanes(lanes);
    if (_e3 < TX) {
        uint _e8 = row_lanes(lanes);
        local_23 = naga_mod(tx, _e8) == 0u;
    } else {
        local_23 = false;
    }
    bool _e13 = local_23;
    if (_e13) {
        row_part.inner[(row_2 * TX) + tx] = x_19;
        return;
    } else {
        return;
    }
}

float row_max(
    uint row_3,
    float part,
    threadgroup type_26& row_part,
    thread uint& lanes
) {
    float top_4 = {};
    uint n_5 = 0u;
    top_4 = part;
    uint _e3 = row_lanes(lanes);
    if (_e3 < TX) {
        uint2 loop_bound_4 = uint2(4294967295u);
        bool loop_init_3 = true;
        while(true) {
            if (metal::all(loop_bound_4 == uint2(0u))) { break; }
            loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
            if (!loop_init_3) {
                uint _e20 = n_5;
                uint _e21 = row_lanes(lanes);
                n_5 = _e20 + _e21;
            }
            loop_init_3 = false;
            uint _e8 = n_5;
            if (_e8 < TX) {
            } else {
                break;
            }
            {
                float _e11 = top_4;
                uint _e15 = n_5;
                float _e18 = row_part.inner[(row_3 * TX) + _e15];
                top_4 = metal::max(_e11, _e18);
            }
        }
    }
    float _e23 = top_4;
    return _e23;
}

float row_sum(
    uint row_4,
    float part_1,
    threadgroup type_26& row_part,
    thread uint& lanes
) {
    float sum_5 = 0.0;
    uint n_6 = 0u;
    uint _e2 = row_lanes(lanes);
    if (_e2 >= TX) {
        return part_1;
    }
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e21 = n_6;
            uint _e22 = row_lanes(lanes);
            n_6 = _e21 + _e22;
        }
        loop_init_4 = false;
        uint _e9 = n_6;
        if (_e9 < TX) {
        } else {
            break;
        }
        {
            float _e12 = sum_5;
            uint _e16 = n_6;
            float _e19 = row_part.inner[(row_4 * TX) + _e16];
            sum_5 = _e12 + _e19;
        }
    }
    float _e24 = sum_5;
    return _e24;
}

metal::simdgroup_float16x16 NagaCooperativeMultiplyAdd(const thread metal::simdgroup_half16x16& a, const thread metal::simdgroup_half16x16& b, const thread metal::simdgroup_float16x16& c) {
    metal::simdgroup_float16x16 d;
    simdgroup_multiply_accumulate(d,a,b,c);
    return d;
}

void run(
    metal::uint3 wid_2,
    uint tid_5,
    constant Params& params,
    device type_5 const& q,
    device type_5 const& k_4,
    device type_5 const& v_2,
    device type_7& o,
    device type_8& lse,
    threadgroup type_16& halves,
    threadgroup type_17& floats,
    threadgroup metal::atomic_uint& moved,
    thread uint& lanes,
    constant _mslBufferSizes& _buffer_sizes
) {
    Group g_13 = {};
    float factor = 0.0;
    metal::uint2 keys_3 = metal::uint2(0u);
    float m_2 = MASKED;
    float l_1 = 0.0;
    type_18 queries_1 = {};
    type_24 outputs_2 = {};
    NthTile here = {};
    NthTile coming = {};
    type_21 next_keys = {};
    type_21 values = {};
    type_27 s_10 = {};
    bool local_24 = {};
    type_28 s_11 = {};
    float part_2 = {};
    float shrink_1 = {};
    bool again = {};
    metal::float4 x_20 = {};
    bool local_25 = {};
    metal::float4 x_21 = {};
    bool local_26 = {};
    metal::float4 x_22 = {};
    bool local_27 = {};
    metal::float4 x_23 = {};
    bool local_28 = {};
    metal::float4 x_24 = {};
    bool local_29 = {};
    metal::float4 x_25 = {};
    bool local_30 = {};
    metal::float4 x_26 = {};
    bool local_31 = {};
    metal::float4 x_27 = {};
    bool local_32 = {};
    type_29 p_1 = {};
    type_29 p_2 = {};
    metal::float3 end_1 = metal::float3(0.0);
    bool local_33 = {};
    bool local_34 = {};
    bool local_35 = {};
    bool local_36 = {};
    bool local_37 = {};
    bool local_38 = {};
    bool local_39 = {};
    bool local_40 = {};
    bool local_41 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    Group _e9 = group_of(metal::min(_e2, _e5 - 1u), params);
    g_13 = _e9;
    uint _e11 = group_id(wid_2, params);
    uint _e14 = params.groups;
    if (_e11 >= _e14) {
        g_13.row_end = 0u;
        g_13.tiles = metal::uint3(0u);
    }
    uint b_14 = g_13.seen.batch;
    set_lengths();
    if (tid_5 == 0u) {
        metal::atomic_store_explicit(&moved, 0u, metal::memory_order_relaxed);
    }
    uint strip_4 = naga_div(tid_5, 64u) * 32u;
    uint member_3 = naga_mod(naga_div(tid_5, LANES), TEAM);
    uint own_1 = naga_div(tid_5, TX);
    uint tx_1 = naga_mod(tid_5, TX);
    uint _e41 = g_13.first_row;
    uint row_14 = _e41 + own_1;
    uint _e45 = params.pack;
    uint query_2 = naga_div(row_14, _e45);
    Group _e47 = g_13;
    uint _e48 = head_of(_e47, row_14, params);
    uint _e59 = g_13.row_end;
    if (row_14 < _e59) {
        float _e61 = row_weight(b_14, _e48, query_2);
        factor = _e61;
        int _e64 = g_13.seen.offset;
        uint _e66 = g_13.kv_len;
        metal::uint2 _e67 = key_range(query_2, _e64, _e66, params);
        float _e70 = factor;
        keys_3 = (_e70 == 0.0) ? metal::uint2(0u) : _e67;
        Group _e74 = g_13;
        uint _e75 = lse_at_1(_e74, _e48, query_2, params);
        float _e76 = first_max(_e75);
        m_2 = _e76;
    }
    {
        outputs_2.inner[0] = Sum {};
    }
    {
        outputs_2.inner[1] = Sum {};
    }
    {
        outputs_2.inner[2] = Sum {};
    }
    {
        outputs_2.inner[3] = Sum {};
    }
    uint _e89 = g_13.tiles[1];
    here = NthTile {_e89, Tile {}};
    NthTile _e93 = here;
    coming = _e93;
    uint _e97 = g_13.tiles[0];
    uint _e100 = g_13.tiles[1];
    if (_e97 < _e100) {
        uint _e104 = g_13.tiles[0];
        Group _e105 = g_13;
        NthTile _e106 = nth_tile(_e104, _e105);
        Group _e107 = g_13;
        NthTile _e108 = first_seen(_e106, _e107);
        here = _e108;
        uint _e110 = here.n;
        Group _e113 = g_13;
        NthTile _e114 = nth_tile(_e110 + 1u, _e113);
        coming = _e114;
    }
    uint _e117 = here.n;
    uint _e120 = g_13.tiles[1];
    if (_e117 < _e120) {
        Tile _e123 = here.tile;
        hold_tile(_e123);
        Group _e124 = g_13;
        Tile _e126 = here.tile;
        fetch_keys(_e124, _e126, tid_5, next_keys, params, k_4, _buffer_sizes);
    }
    Group _e127 = g_13;
    take_queries(_e127, tid_5, strip_4, queries_1, params, q, halves, _buffer_sizes);
    uint2 loop_bound_6 = uint2(4294967295u);
    while(true) {
        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        uint _e129 = here.n;
        uint _e132 = g_13.tiles[1];
        if (_e129 < _e132) {
        } else {
            break;
        }
        {
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            put_keys(tid_5, next_keys, halves);
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            NthTile _e134 = coming;
            Group _e135 = g_13;
            NthTile _e136 = first_seen(_e134, _e135);
            uint _e140 = g_13.tiles[1];
            if (_e136.n < _e140) {
                hold_tile(_e136.tile);
                Group _e143 = g_13;
                fetch_keys(_e143, _e136.tile, tid_5, next_keys, params, k_4, _buffer_sizes);
            }
            Group _e148 = g_13;
            NthTile _e149 = nth_tile(_e136.n + 1u, _e148);
            coming = _e149;
            Tile tile_10 = here.tile;
            hold_tile(tile_10);
            values = type_21 {};
            Group _e154 = g_13;
            fetch_values(_e154, tile_10, tid_5, values, params, v_2, _buffer_sizes);
            uint key0_ = tile_10.first;
            {
                uint column = ((member_3 * OWN_KS) + 0u) * SIZE;
                s_10 = type_27 {};
                {
                    s_10.inner[0] = Sum {};
                }
                {
                    s_10.inner[1] = Sum {};
                }
                {
                    metal::simdgroup_half16x16 k_5 = NagaCooperativeLoad(&halves.inner[naga_div((column * K_ROW) + 0u, UNIT)], 18u, true);
                    {
                        Left _e180 = queries_1.inner[0];
                        Sum _e182 = s_10.inner[0];
                        s_10.inner[0] = NagaCooperativeMultiplyAdd(_e180, k_5, _e182);
                    }
                    {
                        Left _e186 = queries_1.inner[4];
                        Sum _e188 = s_10.inner[1];
                        s_10.inner[1] = NagaCooperativeMultiplyAdd(_e186, k_5, _e188);
                    }
                }
                {
                    metal::simdgroup_half16x16 k_6 = NagaCooperativeLoad(&halves.inner[naga_div((column * K_ROW) + 16u, UNIT)], 18u, true);
                    {
                        Left _e202 = queries_1.inner[1];
                        Sum _e204 = s_10.inner[0];
                        s_10.inner[0] = NagaCooperativeMultiplyAdd(_e202, k_6, _e204);
                    }
                    {
                        Left _e208 = queries_1.inner[5];
                        Sum _e210 = s_10.inner[1];
                        s_10.inner[1] = NagaCooperativeMultiplyAdd(_e208, k_6, _e210);
                    }
                }
                {
                    metal::simdgroup_half16x16 k_7 = NagaCooperativeLoad(&halves.inner[naga_div((column * K_ROW) + 32u, UNIT)], 18u, true);
                    {
                        Left _e224 = queries_1.inner[2];
                        Sum _e226 = s_10.inner[0];
                        s_10.inner[0] = NagaCooperativeMultiplyAdd(_e224, k_7, _e226);
                    }
                    {
                        Left _e230 = queries_1.inner[6];
                        Sum _e232 = s_10.inner[1];
                        s_10.inner[1] = NagaCooperativeMultiplyAdd(_e230, k_7, _e232);
                    }
                }
                {
                    metal::simdgroup_half16x16 k_8 = NagaCooperativeLoad(&halves.inner[naga_div((column * K_ROW) + 48u, UNIT)], 18u, true);
                    {
                        Left _e246 = queries_1.inner[3];
                        Sum _e248 = s_10.inner[0];
                        s_10.inner[0] = NagaCooperativeMultiplyAdd(_e246, k_8, _e248);
                    }
                    {
                        Left _e252 = queries_1.inner[7];
                        Sum _e254 = s_10.inner[1];
                        s_10.inner[1] = NagaCooperativeMultiplyAdd(_e252, k_8, _e254);
                    }
                }
                {
                    Sum _e257 = s_10.inner[0];
                    simdgroup_store(_e257, &floats.inner[naga_div(((strip_4 + 0u) * ROW) + column, UNIT)], 10u);
                }
                {
                    Sum _e269 = s_10.inner[1];
                    simdgroup_store(_e269, &floats.inner[naga_div(((strip_4 + 16u) * ROW) + column, UNIT)], 10u);
                }
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            if (true) {
                Group _e283 = g_13;
                bool _e284 = sees_whole(_e283, tile_10);
                local_24 = !(_e284);
            } else {
                local_24 = true;
            }
            bool edits = local_24;
            s_11 = type_28 {};
            part_2 = MASKED;
            {
                uint k_9 = (0u + tx_1) * 4u;
                metal::float4 _e300 = four_floats((own_1 * ROW) + k_9, floats);
                float _e303 = params.scale;
                s_11.inner[0] = _e300 * _e303;
                if (edits) {
                    metal::float4 _e307 = s_11.inner[0];
                    metal::uint2 _e309 = keys_3;
                    metal::uint2 _e311 = seen_keys(_e309, tile_10.end, b_14, _e48, query_2);
                    metal::float4 _e312 = edit_four(_e307, b_14, _e48, query_2, key0_ + k_9, _e311);
                    s_11.inner[0] = _e312;
                }
                float _e313 = part_2;
                metal::float4 _e315 = s_11.inner[0];
                float _e316 = size_of(_e315);
                part_2 = metal::max(_e313, _e316);
            }
            {
                uint k_10 = (2u + tx_1) * 4u;
                metal::float4 _e326 = four_floats((own_1 * ROW) + k_10, floats);
                float _e329 = params.scale;
                s_11.inner[1] = _e326 * _e329;
                if (edits) {
                    metal::float4 _e333 = s_11.inner[1];
                    metal::uint2 _e335 = keys_3;
                    metal::uint2 _e337 = seen_keys(_e335, tile_10.end, b_14, _e48, query_2);
                    metal::float4 _e338 = edit_four(_e333, b_14, _e48, query_2, key0_ + k_10, _e337);
                    s_11.inner[1] = _e338;
                }
                float _e339 = part_2;
                metal::float4 _e341 = s_11.inner[1];
                float _e342 = size_of(_e341);
                part_2 = metal::max(_e339, _e342);
            }
            {
                uint k_11 = (4u + tx_1) * 4u;
                metal::float4 _e352 = four_floats((own_1 * ROW) + k_11, floats);
                float _e355 = params.scale;
                s_11.inner[2] = _e352 * _e355;
                if (edits) {
                    metal::float4 _e359 = s_11.inner[2];
                    metal::uint2 _e361 = keys_3;
                    metal::uint2 _e363 = seen_keys(_e361, tile_10.end, b_14, _e48, query_2);
                    metal::float4 _e364 = edit_four(_e359, b_14, _e48, query_2, key0_ + k_11, _e363);
                    s_11.inner[2] = _e364;
                }
                float _e365 = part_2;
                metal::float4 _e367 = s_11.inner[2];
                float _e368 = size_of(_e367);
                part_2 = metal::max(_e365, _e368);
            }
            {
                uint k_12 = (6u + tx_1) * 4u;
                metal::float4 _e378 = four_floats((own_1 * ROW) + k_12, floats);
                float _e381 = params.scale;
                s_11.inner[3] = _e378 * _e381;
                if (edits) {
                    metal::float4 _e385 = s_11.inner[3];
                    metal::uint2 _e387 = keys_3;
                    metal::uint2 _e389 = seen_keys(_e387, tile_10.end, b_14, _e48, query_2);
                    metal::float4 _e390 = edit_four(_e385, b_14, _e48, query_2, key0_ + k_12, _e389);
                    s_11.inner[3] = _e390;
                }
                float _e391 = part_2;
                metal::float4 _e393 = s_11.inner[3];
                float _e394 = size_of(_e393);
                part_2 = metal::max(_e391, _e394);
            }
            float _e396 = m_2;
            float _e397 = part_2;
            float _e398 = lanes_max(_e397, lanes);
            float _e399 = next_max(_e396, _e398);
            shrink_1 = 1.0;
            float _e402 = m_2;
            bool moves = _e399 > (_e402 + SLACK);
            if (moves) {
                uint _e408 = here.n;
                uint _e411 = metal::atomic_fetch_max_explicit(&moved, _e408 + 1u, metal::memory_order_relaxed);
                float _e412 = m_2;
                shrink_1 = metal::exp(_e412 - _e399);
                m_2 = _e399;
                float _e415 = l_1;
                float _e416 = shrink_1;
                l_1 = _e415 * _e416;
            }
            {
                uint k_13 = (0u + tx_1) * 4u;
                metal::float4 _e423 = s_11.inner[0];
                float _e424 = m_2;
                metal::float4 _e426 = weights(_e423, _e424, b_14, _e48, query_2, key0_ + k_13);
                float _e427 = l_1;
                metal::float4 _e429 = s_11.inner[0];
                float _e430 = mass(_e429, _e426);
                l_1 = _e427 + _e430;
                put_halves((P + (own_1 * ROW)) + k_13, static_cast<metal::half4>(_e426), halves);
            }
            {
                uint k_14 = (2u + tx_1) * 4u;
                metal::float4 _e443 = s_11.inner[1];
                float _e444 = m_2;
                metal::float4 _e446 = weights(_e443, _e444, b_14, _e48, query_2, key0_ + k_14);
                float _e447 = l_1;
                metal::float4 _e449 = s_11.inner[1];
                float _e450 = mass(_e449, _e446);
                l_1 = _e447 + _e450;
                put_halves((P + (own_1 * ROW)) + k_14, static_cast<metal::half4>(_e446), halves);
            }
            {
                uint k_15 = (4u + tx_1) * 4u;
                metal::float4 _e463 = s_11.inner[2];
                float _e464 = m_2;
                metal::float4 _e466 = weights(_e463, _e464, b_14, _e48, query_2, key0_ + k_15);
                float _e467 = l_1;
                metal::float4 _e469 = s_11.inner[2];
                float _e470 = mass(_e469, _e466);
                l_1 = _e467 + _e470;
                put_halves((P + (own_1 * ROW)) + k_15, static_cast<metal::half4>(_e466), halves);
            }
            {
                uint k_16 = (6u + tx_1) * 4u;
                metal::float4 _e483 = s_11.inner[3];
                float _e484 = m_2;
                metal::float4 _e486 = weights(_e483, _e484, b_14, _e48, query_2, key0_ + k_16);
                float _e487 = l_1;
                metal::float4 _e489 = s_11.inner[3];
                float _e490 = mass(_e489, _e486);
                l_1 = _e487 + _e490;
                put_halves((P + (own_1 * ROW)) + k_16, static_cast<metal::half4>(_e486), halves);
            }
            put_values(tid_5, values, params, halves, moved);
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            uint last = metal::atomic_load_explicit(&moved, metal::memory_order_relaxed);
            uint _e501 = here.n;
            again = last > _e501;
            uint2 loop_bound_7 = uint2(4294967295u);
            bool loop_init_5 = true;
            while(true) {
                if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                if (!loop_init_5) {
                    again = false;
                }
                loop_init_5 = false;
                bool _e504 = again;
                if (_e504) {
                } else {
                    break;
                }
                {
                    {
                        put_outputs(0u, strip_4, member_3, outputs_2, floats);
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            uint k_17 = (0u + tx_1) * 4u;
                            metal::float4 _e513 = four_floats((own_1 * ROW) + k_17, floats);
                            float _e514 = shrink_1;
                            x_20 = _e513 * _e514;
                            if (last == NONFINITE) {
                                uint _e522 = g_13.row_end;
                                local_25 = row_14 < _e522;
                            } else {
                                local_25 = false;
                            }
                            bool _e525 = local_25;
                            if (_e525) {
                                metal::float4 _e526 = x_20;
                                Group _e527 = g_13;
                                uint _e528 = column_of(0u, k_17);
                                metal::float4 _e529 = unfinite_values(_e527, tile_10, own_1, _e528, params, v_2, halves, _buffer_sizes);
                                x_20 = _e526 + _e529;
                            }
                            metal::float4 _e534 = x_20;
                            put_floats((own_1 * ROW) + k_17, _e534, floats);
                        }
                        {
                            uint k_18 = (2u + tx_1) * 4u;
                            metal::float4 _e542 = four_floats((own_1 * ROW) + k_18, floats);
                            float _e543 = shrink_1;
                            x_21 = _e542 * _e543;
                            if (last == NONFINITE) {
                                uint _e551 = g_13.row_end;
                                local_26 = row_14 < _e551;
                            } else {
                                local_26 = false;
                            }
                            bool _e554 = local_26;
                            if (_e554) {
                                metal::float4 _e555 = x_21;
                                Group _e556 = g_13;
                                uint _e557 = column_of(0u, k_18);
                                metal::float4 _e558 = unfinite_values(_e556, tile_10, own_1, _e557, params, v_2, halves, _buffer_sizes);
                                x_21 = _e555 + _e558;
                            }
                            metal::float4 _e563 = x_21;
                            put_floats((own_1 * ROW) + k_18, _e563, floats);
                        }
                        {
                            uint k_19 = (4u + tx_1) * 4u;
                            metal::float4 _e571 = four_floats((own_1 * ROW) + k_19, floats);
                            float _e572 = shrink_1;
                            x_22 = _e571 * _e572;
                            if (last == NONFINITE) {
                                uint _e580 = g_13.row_end;
                                local_27 = row_14 < _e580;
                            } else {
                                local_27 = false;
                            }
                            bool _e583 = local_27;
                            if (_e583) {
                                metal::float4 _e584 = x_22;
                                Group _e585 = g_13;
                                uint _e586 = column_of(0u, k_19);
                                metal::float4 _e587 = unfinite_values(_e585, tile_10, own_1, _e586, params, v_2, halves, _buffer_sizes);
                                x_22 = _e584 + _e587;
                            }
                            metal::float4 _e592 = x_22;
                            put_floats((own_1 * ROW) + k_19, _e592, floats);
                        }
                        {
                            uint k_20 = (6u + tx_1) * 4u;
                            metal::float4 _e600 = four_floats((own_1 * ROW) + k_20, floats);
                            float _e601 = shrink_1;
                            x_23 = _e600 * _e601;
                            if (last == NONFINITE) {
                                uint _e609 = g_13.row_end;
                                local_28 = row_14 < _e609;
                            } else {
                                local_28 = false;
                            }
                            bool _e612 = local_28;
                            if (_e612) {
                                metal::float4 _e613 = x_23;
                                Group _e614 = g_13;
                                uint _e615 = column_of(0u, k_20);
                                metal::float4 _e616 = unfinite_values(_e614, tile_10, own_1, _e615, params, v_2, halves, _buffer_sizes);
                                x_23 = _e613 + _e616;
                            }
                            metal::float4 _e621 = x_23;
                            put_floats((own_1 * ROW) + k_20, _e621, floats);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        take_outputs(0u, strip_4, member_3, outputs_2, floats);
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    }
                    {
                        put_outputs(1u, strip_4, member_3, outputs_2, floats);
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            uint k_21 = (0u + tx_1) * 4u;
                            metal::float4 _e630 = four_floats((own_1 * ROW) + k_21, floats);
                            float _e631 = shrink_1;
                            x_24 = _e630 * _e631;
                            if (last == NONFINITE) {
                                uint _e639 = g_13.row_end;
                                local_29 = row_14 < _e639;
                            } else {
                                local_29 = false;
                            }
                            bool _e642 = local_29;
                            if (_e642) {
                                metal::float4 _e643 = x_24;
                                Group _e644 = g_13;
                                uint _e645 = column_of(1u, k_21);
                                metal::float4 _e646 = unfinite_values(_e644, tile_10, own_1, _e645, params, v_2, halves, _buffer_sizes);
                                x_24 = _e643 + _e646;
                            }
                            metal::float4 _e651 = x_24;
                            put_floats((own_1 * ROW) + k_21, _e651, floats);
                        }
                        {
                            uint k_22 = (2u + tx_1) * 4u;
                            metal::float4 _e659 = four_floats((own_1 * ROW) + k_22, floats);
                            float _e660 = shrink_1;
                            x_25 = _e659 * _e660;
                            if (last == NONFINITE) {
                                uint _e668 = g_13.row_end;
                                local_30 = row_14 < _e668;
                            } else {
                                local_30 = false;
                            }
                            bool _e671 = local_30;
                            if (_e671) {
                                metal::float4 _e672 = x_25;
                                Group _e673 = g_13;
                                uint _e674 = column_of(1u, k_22);
                                metal::float4 _e675 = unfinite_values(_e673, tile_10, own_1, _e674, params, v_2, halves, _buffer_sizes);
                                x_25 = _e672 + _e675;
                            }
                            metal::float4 _e680 = x_25;
                            put_floats((own_1 * ROW) + k_22, _e680, floats);
                        }
                        {
                            uint k_23 = (4u + tx_1) * 4u;
                            metal::float4 _e688 = four_floats((own_1 * ROW) + k_23, floats);
                            float _e689 = shrink_1;
                            x_26 = _e688 * _e689;
                            if (last == NONFINITE) {
                                uint _e697 = g_13.row_end;
                                local_31 = row_14 < _e697;
                            } else {
                                local_31 = false;
                            }
                            bool _e700 = local_31;
                            if (_e700) {
                                metal::float4 _e701 = x_26;
                                Group _e702 = g_13;
                                uint _e703 = column_of(1u, k_23);
                                metal::float4 _e704 = unfinite_values(_e702, tile_10, own_1, _e703, params, v_2, halves, _buffer_sizes);
                                x_26 = _e701 + _e704;
                            }
                            metal::float4 _e709 = x_26;
                            put_floats((own_1 * ROW) + k_23, _e709, floats);
                        }
                        {
                            uint k_24 = (6u + tx_1) * 4u;
                            metal::float4 _e717 = four_floats((own_1 * ROW) + k_24, floats);
                            float _e718 = shrink_1;
                            x_27 = _e717 * _e718;
                            if (last == NONFINITE) {
                                uint _e726 = g_13.row_end;
                                local_32 = row_14 < _e726;
                            } else {
                                local_32 = false;
                            }
                            bool _e729 = local_32;
                            if (_e729) {
                                metal::float4 _e730 = x_27;
                                Group _e731 = g_13;
                                uint _e732 = column_of(1u, k_24);
                                metal::float4 _e733 = unfinite_values(_e731, tile_10, own_1, _e732, params, v_2, halves, _buffer_sizes);
                                x_27 = _e730 + _e733;
                            }
                            metal::float4 _e738 = x_27;
                            put_floats((own_1 * ROW) + k_24, _e738, floats);
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        take_outputs(1u, strip_4, member_3, outputs_2, floats);
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    }
                }
            }
            {
                p_1 = type_29 {};
                {
                    p_1.inner[0] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip_4 + 0u) * ROW)) + 0u, UNIT)], 10u, false);
                }
                {
                    p_1.inner[1] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip_4 + 16u) * ROW)) + 0u, UNIT)], 10u, false);
                }
                {
                    metal::simdgroup_half16x16 v_3 = NagaCooperativeLoad(&halves.inner[naga_div(0u + (((member_3 * OWN_VS) + 0u) * SIZE), UNIT)], 18u, false);
                    {
                        Left _e788 = p_1.inner[0];
                        Sum _e790 = outputs_2.inner[0];
                        outputs_2.inner[0] = NagaCooperativeMultiplyAdd(_e788, v_3, _e790);
                    }
                    {
                        Left _e794 = p_1.inner[1];
                        Sum _e796 = outputs_2.inner[2];
                        outputs_2.inner[2] = NagaCooperativeMultiplyAdd(_e794, v_3, _e796);
                    }
                }
                {
                    metal::simdgroup_half16x16 v_4 = NagaCooperativeLoad(&halves.inner[naga_div(0u + (((member_3 * OWN_VS) + 1u) * SIZE), UNIT)], 18u, false);
                    {
                        Left _e814 = p_1.inner[0];
                        Sum _e816 = outputs_2.inner[1];
                        outputs_2.inner[1] = NagaCooperativeMultiplyAdd(_e814, v_4, _e816);
                    }
                    {
                        Left _e820 = p_1.inner[1];
                        Sum _e822 = outputs_2.inner[3];
                        outputs_2.inner[3] = NagaCooperativeMultiplyAdd(_e820, v_4, _e822);
                    }
                }
            }
            {
                p_2 = type_29 {};
                {
                    p_2.inner[0] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip_4 + 0u) * ROW)) + 16u, UNIT)], 10u, false);
                }
                {
                    p_2.inner[1] = NagaCooperativeLoad(&halves.inner[naga_div((P + ((strip_4 + 16u) * ROW)) + 16u, UNIT)], 10u, false);
                }
                {
                    metal::simdgroup_half16x16 v_5 = NagaCooperativeLoad(&halves.inner[naga_div(1152u + (((member_3 * OWN_VS) + 0u) * SIZE), UNIT)], 18u, false);
                    {
                        Left _e872 = p_2.inner[0];
                        Sum _e874 = outputs_2.inner[0];
                        outputs_2.inner[0] = NagaCooperativeMultiplyAdd(_e872, v_5, _e874);
                    }
                    {
                        Left _e878 = p_2.inner[1];
                        Sum _e880 = outputs_2.inner[2];
                        outputs_2.inner[2] = NagaCooperativeMultiplyAdd(_e878, v_5, _e880);
                    }
                }
                {
                    metal::simdgroup_half16x16 v_6 = NagaCooperativeLoad(&halves.inner[naga_div(1152u + (((member_3 * OWN_VS) + 1u) * SIZE), UNIT)], 18u, false);
                    {
                        Left _e898 = p_2.inner[0];
                        Sum _e900 = outputs_2.inner[1];
                        outputs_2.inner[1] = NagaCooperativeMultiplyAdd(_e898, v_6, _e900);
                    }
                    {
                        Left _e904 = p_2.inner[1];
                        Sum _e906 = outputs_2.inner[3];
                        outputs_2.inner[3] = NagaCooperativeMultiplyAdd(_e904, v_6, _e906);
                    }
                }
            }
            here = _e136;
        }
    }
    float _e908 = l_1;
    float _e909 = lanes_sum(_e908, lanes);
    uint _e914 = g_13.row_end;
    if (row_14 < _e914) {
        float _e916 = m_2;
        uint _e918 = g_13.split;
        metal::float3 _e919 = finish_row(_e916, _e909, _e48, _e918, params);
        end_1 = _e919;
    }
    Group _e920 = g_13;
    uint _e921 = output_at(_e920, _e48, query_2, params);
    {
        put_outputs(0u, strip_4, member_3, outputs_2, floats);
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            uint k_25 = (0u + tx_1) * 4u;
            uint _e927 = column_of(0u, k_25);
            uint _e929 = g_13.row_end;
            if (row_14 < _e929) {
                local_33 = _e927 < V_DIM;
            } else {
                local_33 = false;
            }
            bool _e936 = local_33;
            if (_e936) {
                metal::float4 _e941 = four_floats((own_1 * ROW) + k_25, floats);
                float _e943 = end_1.x;
                float _e944 = factor;
                metal::float4 _e947 = output(_e941 * (_e943 * _e944), b_14, _e48, query_2, _e927);
                store_o4_(_e921, _e927, V_DIM, _e947, o, _buffer_sizes);
            }
        }
        {
            uint k_26 = (2u + tx_1) * 4u;
            uint _e952 = column_of(0u, k_26);
            uint _e954 = g_13.row_end;
            if (row_14 < _e954) {
                local_34 = _e952 < V_DIM;
            } else {
                local_34 = false;
            }
            bool _e961 = local_34;
            if (_e961) {
                metal::float4 _e966 = four_floats((own_1 * ROW) + k_26, floats);
                float _e968 = end_1.x;
                float _e969 = factor;
                metal::float4 _e972 = output(_e966 * (_e968 * _e969), b_14, _e48, query_2, _e952);
                store_o4_(_e921, _e952, V_DIM, _e972, o, _buffer_sizes);
            }
        }
        {
            uint k_27 = (4u + tx_1) * 4u;
            uint _e977 = column_of(0u, k_27);
            uint _e979 = g_13.row_end;
            if (row_14 < _e979) {
                local_35 = _e977 < V_DIM;
            } else {
                local_35 = false;
            }
            bool _e986 = local_35;
            if (_e986) {
                metal::float4 _e991 = four_floats((own_1 * ROW) + k_27, floats);
                float _e993 = end_1.x;
                float _e994 = factor;
                metal::float4 _e997 = output(_e991 * (_e993 * _e994), b_14, _e48, query_2, _e977);
                store_o4_(_e921, _e977, V_DIM, _e997, o, _buffer_sizes);
            }
        }
        {
            uint k_28 = (6u + tx_1) * 4u;
            uint _e1002 = column_of(0u, k_28);
            uint _e1004 = g_13.row_end;
            if (row_14 < _e1004) {
                local_36 = _e1002 < V_DIM;
            } else {
                local_36 = false;
            }
            bool _e1011 = local_36;
            if (_e1011) {
                metal::float4 _e1016 = four_floats((own_1 * ROW) + k_28, floats);
                float _e1018 = end_1.x;
                float _e1019 = factor;
                metal::float4 _e1022 = output(_e1016 * (_e1018 * _e1019), b_14, _e48, query_2, _e1002);
                store_o4_(_e921, _e1002, V_DIM, _e1022, o, _buffer_sizes);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    {
        put_outputs(1u, strip_4, member_3, outputs_2, floats);
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        {
            uint k_29 = (0u + tx_1) * 4u;
            uint _e1028 = column_of(1u, k_29);
            uint _e1030 = g_13.row_end;
            if (row_14 < _e1030) {
                local_37 = _e1028 < V_DIM;
            } else {
                local_37 = false;
            }
            bool _e1037 = local_37;
            if (_e1037) {
                metal::float4 _e1042 = four_floats((own_1 * ROW) + k_29, floats);
                float _e1044 = end_1.x;
                float _e1045 = factor;
                metal::float4 _e1048 = output(_e1042 * (_e1044 * _e1045), b_14, _e48, query_2, _e1028);
                store_o4_(_e921, _e1028, V_DIM, _e1048, o, _buffer_sizes);
            }
        }
        {
            uint k_30 = (2u + tx_1) * 4u;
            uint _e1053 = column_of(1u, k_30);
            uint _e1055 = g_13.row_end;
            if (row_14 < _e1055) {
                local_38 = _e1053 < V_DIM;
            } else {
                local_38 = false;
            }
            bool _e1062 = local_38;
            if (_e1062) {
                metal::float4 _e1067 = four_floats((own_1 * ROW) + k_30, floats);
                float _e1069 = end_1.x;
                float _e1070 = factor;
                metal::float4 _e1073 = output(_e1067 * (_e1069 * _e1070), b_14, _e48, query_2, _e1053);
                store_o4_(_e921, _e1053, V_DIM, _e1073, o, _buffer_sizes);
            }
        }
        {
            uint k_31 = (4u + tx_1) * 4u;
            uint _e1078 = column_of(1u, k_31);
            uint _e1080 = g_13.row_end;
            if (row_14 < _e1080) {
                local_39 = _e1078 < V_DIM;
            } else {
                local_39 = false;
            }
            bool _e1087 = local_39;
            if (_e1087) {
                metal::float4 _e1092 = four_floats((own_1 * ROW) + k_31, floats);
                float _e1094 = end_1.x;
                float _e1095 = factor;
                metal::float4 _e1098 = output(_e1092 * (_e1094 * _e1095), b_14, _e48, query_2, _e1078);
                store_o4_(_e921, _e1078, V_DIM, _e1098, o, _buffer_sizes);
            }
        }
        {
            uint k_32 = (6u + tx_1) * 4u;
            uint _e1103 = column_of(1u, k_32);
            uint _e1105 = g_13.row_end;
            if (row_14 < _e1105) {
                local_40 = _e1103 < V_DIM;
            } else {
                local_40 = false;
            }
            bool _e1112 = local_40;
            if (_e1112) {
                metal::float4 _e1117 = four_floats((own_1 * ROW) + k_32, floats);
                float _e1119 = end_1.x;
                float _e1120 = factor;
                metal::float4 _e1123 = output(_e1117 * (_e1119 * _e1120), b_14, _e48, query_2, _e1103);
                store_o4_(_e921, _e1103, V_DIM, _e1123, o, _buffer_sizes);
            }
        }
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    }
    uint _e1125 = g_13.row_end;
    if (row_14 < _e1125) {
        local_41 = tx_1 == 0u;
    } else {
        local_41 = false;
    }
    bool _e1132 = local_41;
    if (_e1132) {
        Group _e1133 = g_13;
        uint _e1134 = lse_at_1(_e1133, _e48, query_2, params);
        uint _e1136 = g_13.split;
        uint _e1139 = params.lse_split;
        metal::float3 _e1142 = end_1;
        store_lse(_e1134 + (_e1136 * _e1139), _e1142.yz, lse, _buffer_sizes);
        return;
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
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_4 [[user(fake0)]]
, device type_5 const& v_2 [[user(fake0)]]
, device type_7& o [[user(fake0)]]
, device type_8& lse [[user(fake0)]]
, threadgroup type_16& halves
, threadgroup type_17& floats
, threadgroup metal::atomic_uint& moved
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint lanes = {};
    if (__local_invocation_index == 0u) {
        halves = {};
        floats = {};
        metal::atomic_store_explicit(&moved, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    lanes = size;
    run(wid, (subgroup * size) + lane, params, q, k_4, v_2, o, lse, halves, floats, moved, lanes, _buffer_sizes);
    return;
}
