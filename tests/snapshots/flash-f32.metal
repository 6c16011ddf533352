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
struct type_12 {
    float inner[512];
};
struct type_13 {
    metal::float4 inner[576];
};
struct type_14 {
    metal::float4 inner[288];
};
struct type_16 {
    uint inner[4];
};
struct type_17 {
    float inner[4];
};
struct type_18 {
    metal::float4 inner[8];
};
struct type_19 {
    metal::float4 inner[4];
};
struct type_20 {
    uint inner[2];
};
struct type_21 {
    metal::float4 inner[2];
};
constant uint TX = 8u;
constant uint TY = 16u;
constant uint RQ = 4u;
constant uint K_FOURS = 1u;
constant uint QK_CHUNKS = 2u;
constant uint V_CHUNKS = 2u;
constant uint V_GROUPS = 1u;
constant uint PART = 16u;
constant uint WORKGROUP = 128u;
constant uint BLOCK_Q = 64u;
constant uint BLOCK_K = 32u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint STRIDE = 9u;
constant uint FOUR = 32u;
constant uint KEYS = 2u;
constant uint V_ROW = 16u;
constant uint V_FOURS = 2u;

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
    uint _e7 = params.q_tiles;
    uint _e12 = params.splits;
    uint _e16 = params.q_tiles;
    uint row_tile_id = (_e7 - 1u) - naga_mod(naga_div(group, _e12), _e16);
    uint _e21 = params.splits;
    uint _e25 = params.q_tiles;
    uint pack = naga_div(naga_div(group, _e21), _e25);
    metal::uint2 _e27 = row_tile(row_tile_id);
    uint _e30 = params.head_base;
    uint _e33 = params.packs;
    uint _e37 = params.pack;
    uint head_base_1 = _e30 + (naga_mod(pack, _e33) * _e37);
    uint _e42 = params.group;
    uint kv_head = naga_div(head_base_1, _e42);
    uint _e46 = params.batch_base;
    uint _e49 = params.packs;
    uint b_12 = _e46 + naga_div(pack, _e49);
    uint _e52 = q_count_1(b_12, params);
    uint _e53 = kv_count_2(b_12, params);
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
    Seen seen_2 = Seen {metal::uint2(_e74.x, _e75.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e61)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e61))), b_12, head_base_1, _e61};
    if (first_row_1 < row_end_1) {
        bool _e91 = rows_wanted(b_12, head_base_1, first_row_1, row_end_1);
        local_2 = _e91;
    } else {
        local_2 = false;
    }
    bool _e93 = local_2;
    if (_e93) {
        metal::uint3 _e94 = tile_span(row_tile_id, seen_2, split_3, params);
        tiles_1 = _e94;
    }
    metal::uint3 _e98 = tiles_1;
    uint _e101 = params.q_offset;
    uint _e104 = params.q_batch;
    uint _e107 = q_start(b_12);
    uint _e110 = params.q_row;
    uint _e115 = params.k_offset;
    uint _e118 = params.k_batch;
    uint _e123 = params.k_head;
    uint _e126 = kv_start(b_12);
    uint _e129 = params.k_row;
    uint _e134 = params.v_offset;
    uint _e137 = params.v_batch;
    uint _e142 = params.v_head;
    uint _e145 = kv_start(b_12);
    uint _e148 = params.v_row;
    uint _e153 = params.lse_batch;
    uint _e155 = q_start(b_12);
    return Group {seen_2, split_3, first_row_1, row_end_1, _e53, metal::uint2(_e75.x, _e74.y), {}, _e98, (_e101 + (b_12 * _e104)) + (_e107 * _e110), ((_e115 + (b_12 * _e118)) + (kv_head * _e123)) + (_e126 * _e129), ((_e134 + (b_12 * _e137)) + (kv_head * _e142)) + (_e145 * _e148), (b_12 * _e153) + _e155};
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
    threadgroup type_12& row_part
) {
    row_part.inner[(row_2 * TX) + tx] = x_12;
    return;
}

float row_max(
    uint row_3,
    float part,
    threadgroup type_12& row_part
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
    threadgroup type_12& row_part
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
    threadgroup type_12& row_part,
    threadgroup type_13& q_tile,
    threadgroup type_14& kv_tile,
    threadgroup metal::atomic_uint& v_nonfinite,
    constant _mslBufferSizes& _buffer_sizes
) {
    type_16 q_at = {};
    type_17 m_2 = {};
    type_17 l_1 = {};
    type_17 part_2 = {};
    type_18 acc = {};
    uint t_2 = {};
    type_19 s_10 = {};
    type_20 k_at = {};
    type_19 q_next = {};
    type_21 k_next = {};
    uint c = {};
    bool local_9 = {};
    bool local_10 = {};
    type_21 v_next = {};
    bool local_11 = {};
    bool local_12 = {};
    uint h_7 = {};
    bool local_13 = {};
    bool local_14 = {};
    type_19 p_1 = {};
    type_19 p_2 = {};
    type_19 p_3 = {};
    type_19 p_4 = {};
    uint k_2 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    if (_e2 >= _e5) {
        return;
    }
    uint _e7 = group_id(wid_2, params);
    Group _e8 = group_of(_e7, params);
    if (_e8.first_row >= _e8.row_end) {
        return;
    }
    uint b_13 = _e8.seen.batch;
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
        uint row_7 = (_e8.first_row + 16u) + ty;
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
        uint row_8 = (_e8.first_row + 32u) + ty;
        uint _e83 = query_at(_e8, metal::min(row_8, _e8.row_end - 1u), params);
        q_at.inner[2] = _e83;
        m_2.inner[2] = MASKED;
        if (row_8 < _e8.row_end) {
            uint _e89 = head_of(_e8, row_8, params);
            uint _e92 = params.pack;
            uint _e94 = lse_at_1(_e8, _e89, naga_div(row_8, _e92), params);
            float _e95 = first_max(_e94);
            m_2.inner[2] = _e95;
        }
        l_1.inner[2] = 0.0;
    }
    {
        uint row_9 = (_e8.first_row + 48u) + ty;
        uint _e107 = query_at(_e8, metal::min(row_9, _e8.row_end - 1u), params);
        q_at.inner[3] = _e107;
        m_2.inner[3] = MASKED;
        if (row_9 < _e8.row_end) {
            uint _e113 = head_of(_e8, row_9, params);
            uint _e116 = params.pack;
            uint _e118 = lse_at_1(_e8, _e113, naga_div(row_9, _e116), params);
            float _e119 = first_max(_e118);
            m_2.inner[3] = _e119;
        }
        l_1.inner[3] = 0.0;
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
    {
        acc.inner[4] = metal::float4(0.0);
    }
    {
        acc.inner[5] = metal::float4(0.0);
    }
    {
        acc.inner[6] = metal::float4(0.0);
    }
    {
        acc.inner[7] = metal::float4(0.0);
    }
    t_2 = _e8.tiles[0];
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e3260 = t_2;
            t_2 = _e3260 + 1u;
        }
        loop_init_2 = false;
        uint _e150 = t_2;
        if (_e150 < _e8.tiles[1]) {
        } else {
            break;
        }
        {
            uint _e154 = t_2;
            Tile _e158 = tile_at(_e154, _e8.tiles[2], _e8.seen);
            uint key0_ = _e158.first;
            if (key0_ >= _e158.end) {
                continue;
            }
            s_10 = type_19 {};
            {
                s_10.inner[0] = metal::float4(0.0);
            }
            {
                s_10.inner[1] = metal::float4(0.0);
            }
            {
                s_10.inner[2] = metal::float4(0.0);
            }
            {
                s_10.inner[3] = metal::float4(0.0);
            }
            k_at = type_20 {};
            q_next = type_19 {};
            k_next = type_21 {};
            {
                uint _e184 = q_at.inner[0];
                metal::float4 _e187 = load_q4_(_e184, tx_1 * 4u, q, _buffer_sizes);
                q_next.inner[0] = _e187;
            }
            {
                uint _e190 = q_at.inner[1];
                metal::float4 _e193 = load_q4_(_e190, tx_1 * 4u, q, _buffer_sizes);
                q_next.inner[1] = _e193;
            }
            {
                uint _e196 = q_at.inner[2];
                metal::float4 _e199 = load_q4_(_e196, tx_1 * 4u, q, _buffer_sizes);
                q_next.inner[2] = _e199;
            }
            {
                uint _e202 = q_at.inner[3];
                metal::float4 _e205 = load_q4_(_e202, tx_1 * 4u, q, _buffer_sizes);
                q_next.inner[3] = _e205;
            }
            {
                uint _e215 = key_of(metal::min((key0_ + 0u) + ty, _e158.end - 1u));
                uint _e218 = params.k_row;
                k_at.inner[0] = _e8.k_base + (_e215 * _e218);
                uint _e223 = k_at.inner[0];
                metal::float4 _e226 = load_k4_(_e223, tx_1 * 4u, k_3, _buffer_sizes);
                k_next.inner[0] = _e226;
            }
            {
                uint _e236 = key_of(metal::min((key0_ + 16u) + ty, _e158.end - 1u));
                uint _e239 = params.k_row;
                k_at.inner[1] = _e8.k_base + (_e236 * _e239);
                uint _e244 = k_at.inner[1];
                metal::float4 _e247 = load_k4_(_e244, tx_1 * 4u, k_3, _buffer_sizes);
                k_next.inner[1] = _e247;
            }
            c = 0u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e1452 = c;
                    c = _e1452 + 1u;
                }
                loop_init_3 = false;
                uint _e250 = c;
                if (_e250 < QK_CHUNKS) {
                } else {
                    break;
                }
                {
                    {
                        metal::float4 _e261 = q_next.inner[0];
                        metal::float4 _e262 = scale_q(_e261, params);
                        q_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e262;
                    }
                    {
                        metal::float4 _e271 = q_next.inner[1];
                        metal::float4 _e272 = scale_q(_e271, params);
                        q_tile.inner[((16u + ty) * STRIDE) + tx_1] = _e272;
                    }
                    {
                        metal::float4 _e281 = q_next.inner[2];
                        metal::float4 _e282 = scale_q(_e281, params);
                        q_tile.inner[((32u + ty) * STRIDE) + tx_1] = _e282;
                    }
                    {
                        metal::float4 _e291 = q_next.inner[3];
                        metal::float4 _e292 = scale_q(_e291, params);
                        q_tile.inner[((48u + ty) * STRIDE) + tx_1] = _e292;
                    }
                    {
                        uint slot_4 = 0u + ty;
                        if (false) {
                            local_9 = slot_4 < BLOCK_K;
                        } else {
                            local_9 = true;
                        }
                        bool _e301 = local_9;
                        if (_e301) {
                            metal::float4 _e315 = k_next.inner[0];
                            kv_tile.inner[(((naga_mod(slot_4, 4u) * 8u) + naga_div(slot_4, 4u)) * STRIDE) + tx_1] = _e315;
                        }
                    }
                    {
                        uint slot_5 = 16u + ty;
                        if (false) {
                            local_10 = slot_5 < BLOCK_K;
                        } else {
                            local_10 = true;
                        }
                        bool _e324 = local_10;
                        if (_e324) {
                            metal::float4 _e338 = k_next.inner[1];
                            kv_tile.inner[(((naga_mod(slot_5, 4u) * 8u) + naga_div(slot_5, 4u)) * STRIDE) + tx_1] = _e338;
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    {
                        uint _e341 = q_at.inner[0];
                        uint _e342 = c;
                        metal::float4 _e350 = load_q4_(_e341, (((_e342 + 1u) * TX) + tx_1) * 4u, q, _buffer_sizes);
                        q_next.inner[0] = _e350;
                    }
                    {
                        uint _e353 = q_at.inner[1];
                        uint _e354 = c;
                        metal::float4 _e362 = load_q4_(_e353, (((_e354 + 1u) * TX) + tx_1) * 4u, q, _buffer_sizes);
                        q_next.inner[1] = _e362;
                    }
                    {
                        uint _e365 = q_at.inner[2];
                        uint _e366 = c;
                        metal::float4 _e374 = load_q4_(_e365, (((_e366 + 1u) * TX) + tx_1) * 4u, q, _buffer_sizes);
                        q_next.inner[2] = _e374;
                    }
                    {
                        uint _e377 = q_at.inner[3];
                        uint _e378 = c;
                        metal::float4 _e386 = load_q4_(_e377, (((_e378 + 1u) * TX) + tx_1) * 4u, q, _buffer_sizes);
                        q_next.inner[3] = _e386;
                    }
                    {
                        uint _e389 = k_at.inner[0];
                        uint _e390 = c;
                        metal::float4 _e398 = load_k4_(_e389, (((_e390 + 1u) * TX) + tx_1) * 4u, k_3, _buffer_sizes);
                        k_next.inner[0] = _e398;
                    }
                    {
                        uint _e401 = k_at.inner[1];
                        uint _e402 = c;
                        metal::float4 _e410 = load_k4_(_e401, (((_e402 + 1u) * TX) + tx_1) * 4u, k_3, _buffer_sizes);
                        k_next.inner[1] = _e410;
                    }
                    {
                        uint _e412 = c;
                        uint at_1 = ((_e412 * TX) + 0u) * 4u;
                        {
                            uint k_at_1 = ((0u + tx_1) * STRIDE) + 0u;
                            metal::float4 k0_ = kv_tile.inner[k_at_1];
                            metal::float4 k1_ = kv_tile.inner[k_at_1 + 72u];
                            metal::float4 k2_ = kv_tile.inner[k_at_1 + 144u];
                            metal::float4 k3_ = kv_tile.inner[k_at_1 + 216u];
                            {
                                metal::float4 x_13 = q_tile.inner[((0u + ty) * STRIDE) + 0u];
                                uint _e453 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y = s_10.inner[0];
                                float _e458 = pair_onto(y.x, x_13, k0_, _e453, at_1);
                                float _e460 = pair_onto(y.y, x_13, k1_, _e453, at_1);
                                float _e462 = pair_onto(y.z, x_13, k2_, _e453, at_1);
                                float _e464 = pair_onto(y.w, x_13, k3_, _e453, at_1);
                                s_10.inner[0] = metal::float4(_e458, _e460, _e462, _e464);
                            }
                            {
                                metal::float4 x_14 = q_tile.inner[((16u + ty) * STRIDE) + 0u];
                                uint _e478 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_1 = s_10.inner[1];
                                float _e483 = pair_onto(y_1.x, x_14, k0_, _e478, at_1);
                                float _e485 = pair_onto(y_1.y, x_14, k1_, _e478, at_1);
                                float _e487 = pair_onto(y_1.z, x_14, k2_, _e478, at_1);
                                float _e489 = pair_onto(y_1.w, x_14, k3_, _e478, at_1);
                                s_10.inner[1] = metal::float4(_e483, _e485, _e487, _e489);
                            }
                            {
                                metal::float4 x_15 = q_tile.inner[((32u + ty) * STRIDE) + 0u];
                                uint _e503 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_2 = s_10.inner[2];
                                float _e508 = pair_onto(y_2.x, x_15, k0_, _e503, at_1);
                                float _e510 = pair_onto(y_2.y, x_15, k1_, _e503, at_1);
                                float _e512 = pair_onto(y_2.z, x_15, k2_, _e503, at_1);
                                float _e514 = pair_onto(y_2.w, x_15, k3_, _e503, at_1);
                                s_10.inner[2] = metal::float4(_e508, _e510, _e512, _e514);
                            }
                            {
                                metal::float4 x_16 = q_tile.inner[((48u + ty) * STRIDE) + 0u];
                                uint _e528 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_3 = s_10.inner[3];
                                float _e533 = pair_onto(y_3.x, x_16, k0_, _e528, at_1);
                                float _e535 = pair_onto(y_3.y, x_16, k1_, _e528, at_1);
                                float _e537 = pair_onto(y_3.z, x_16, k2_, _e528, at_1);
                                float _e539 = pair_onto(y_3.w, x_16, k3_, _e528, at_1);
                                s_10.inner[3] = metal::float4(_e533, _e535, _e537, _e539);
                            }
                        }
                    }
                    {
                        uint _e542 = c;
                        uint at_2 = ((_e542 * TX) + 1u) * 4u;
                        {
                            uint k_at_2 = ((0u + tx_1) * STRIDE) + 1u;
                            metal::float4 k0_1 = kv_tile.inner[k_at_2];
                            metal::float4 k1_1 = kv_tile.inner[k_at_2 + 72u];
                            metal::float4 k2_1 = kv_tile.inner[k_at_2 + 144u];
                            metal::float4 k3_1 = kv_tile.inner[k_at_2 + 216u];
                            {
                                metal::float4 x_17 = q_tile.inner[((0u + ty) * STRIDE) + 1u];
                                uint _e583 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_4 = s_10.inner[0];
                                float _e588 = pair_onto(y_4.x, x_17, k0_1, _e583, at_2);
                                float _e590 = pair_onto(y_4.y, x_17, k1_1, _e583, at_2);
                                float _e592 = pair_onto(y_4.z, x_17, k2_1, _e583, at_2);
                                float _e594 = pair_onto(y_4.w, x_17, k3_1, _e583, at_2);
                                s_10.inner[0] = metal::float4(_e588, _e590, _e592, _e594);
                            }
                            {
                                metal::float4 x_18 = q_tile.inner[((16u + ty) * STRIDE) + 1u];
                                uint _e608 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_5 = s_10.inner[1];
                                float _e613 = pair_onto(y_5.x, x_18, k0_1, _e608, at_2);
                                float _e615 = pair_onto(y_5.y, x_18, k1_1, _e608, at_2);
                                float _e617 = pair_onto(y_5.z, x_18, k2_1, _e608, at_2);
                                float _e619 = pair_onto(y_5.w, x_18, k3_1, _e608, at_2);
                                s_10.inner[1] = metal::float4(_e613, _e615, _e617, _e619);
                            }
                            {
                                metal::float4 x_19 = q_tile.inner[((32u + ty) * STRIDE) + 1u];
                                uint _e633 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_6 = s_10.inner[2];
                                float _e638 = pair_onto(y_6.x, x_19, k0_1, _e633, at_2);
                                float _e640 = pair_onto(y_6.y, x_19, k1_1, _e633, at_2);
                                float _e642 = pair_onto(y_6.z, x_19, k2_1, _e633, at_2);
                                float _e644 = pair_onto(y_6.w, x_19, k3_1, _e633, at_2);
                                s_10.inner[2] = metal::float4(_e638, _e640, _e642, _e644);
                            }
                            {
                                metal::float4 x_20 = q_tile.inner[((48u + ty) * STRIDE) + 1u];
                                uint _e658 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_7 = s_10.inner[3];
                                float _e663 = pair_onto(y_7.x, x_20, k0_1, _e658, at_2);
                                float _e665 = pair_onto(y_7.y, x_20, k1_1, _e658, at_2);
                                float _e667 = pair_onto(y_7.z, x_20, k2_1, _e658, at_2);
                                float _e669 = pair_onto(y_7.w, x_20, k3_1, _e658, at_2);
                                s_10.inner[3] = metal::float4(_e663, _e665, _e667, _e669);
                            }
                        }
                    }
                    {
                        uint _e672 = c;
                        uint at_3 = ((_e672 * TX) + 2u) * 4u;
                        {
                            uint k_at_3 = ((0u + tx_1) * STRIDE) + 2u;
                            metal::float4 k0_2 = kv_tile.inner[k_at_3];
                            metal::float4 k1_2 = kv_tile.inner[k_at_3 + 72u];
                            metal::float4 k2_2 = kv_tile.inner[k_at_3 + 144u];
                            metal::float4 k3_2 = kv_tile.inner[k_at_3 + 216u];
                            {
                                metal::float4 x_21 = q_tile.inner[((0u + ty) * STRIDE) + 2u];
                                uint _e713 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_8 = s_10.inner[0];
                                float _e718 = pair_onto(y_8.x, x_21, k0_2, _e713, at_3);
                                float _e720 = pair_onto(y_8.y, x_21, k1_2, _e713, at_3);
                                float _e722 = pair_onto(y_8.z, x_21, k2_2, _e713, at_3);
                                float _e724 = pair_onto(y_8.w, x_21, k3_2, _e713, at_3);
                                s_10.inner[0] = metal::float4(_e718, _e720, _e722, _e724);
                            }
                            {
                                metal::float4 x_22 = q_tile.inner[((16u + ty) * STRIDE) + 2u];
                                uint _e738 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_9 = s_10.inner[1];
                                float _e743 = pair_onto(y_9.x, x_22, k0_2, _e738, at_3);
                                float _e745 = pair_onto(y_9.y, x_22, k1_2, _e738, at_3);
                                float _e747 = pair_onto(y_9.z, x_22, k2_2, _e738, at_3);
                                float _e749 = pair_onto(y_9.w, x_22, k3_2, _e738, at_3);
                                s_10.inner[1] = metal::float4(_e743, _e745, _e747, _e749);
                            }
                            {
                                metal::float4 x_23 = q_tile.inner[((32u + ty) * STRIDE) + 2u];
                                uint _e763 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_10 = s_10.inner[2];
                                float _e768 = pair_onto(y_10.x, x_23, k0_2, _e763, at_3);
                                float _e770 = pair_onto(y_10.y, x_23, k1_2, _e763, at_3);
                                float _e772 = pair_onto(y_10.z, x_23, k2_2, _e763, at_3);
                                float _e774 = pair_onto(y_10.w, x_23, k3_2, _e763, at_3);
                                s_10.inner[2] = metal::float4(_e768, _e770, _e772, _e774);
                            }
                            {
                                metal::float4 x_24 = q_tile.inner[((48u + ty) * STRIDE) + 2u];
                                uint _e788 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_11 = s_10.inner[3];
                                float _e793 = pair_onto(y_11.x, x_24, k0_2, _e788, at_3);
                                float _e795 = pair_onto(y_11.y, x_24, k1_2, _e788, at_3);
                                float _e797 = pair_onto(y_11.z, x_24, k2_2, _e788, at_3);
                                float _e799 = pair_onto(y_11.w, x_24, k3_2, _e788, at_3);
                                s_10.inner[3] = metal::float4(_e793, _e795, _e797, _e799);
                            }
                        }
                    }
                    {
                        uint _e802 = c;
                        uint at_4 = ((_e802 * TX) + 3u) * 4u;
                        {
                            uint k_at_4 = ((0u + tx_1) * STRIDE) + 3u;
                            metal::float4 k0_3 = kv_tile.inner[k_at_4];
                            metal::float4 k1_3 = kv_tile.inner[k_at_4 + 72u];
                            metal::float4 k2_3 = kv_tile.inner[k_at_4 + 144u];
                            metal::float4 k3_3 = kv_tile.inner[k_at_4 + 216u];
                            {
                                metal::float4 x_25 = q_tile.inner[((0u + ty) * STRIDE) + 3u];
                                uint _e843 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_12 = s_10.inner[0];
                                float _e848 = pair_onto(y_12.x, x_25, k0_3, _e843, at_4);
                                float _e850 = pair_onto(y_12.y, x_25, k1_3, _e843, at_4);
                                float _e852 = pair_onto(y_12.z, x_25, k2_3, _e843, at_4);
                                float _e854 = pair_onto(y_12.w, x_25, k3_3, _e843, at_4);
                                s_10.inner[0] = metal::float4(_e848, _e850, _e852, _e854);
                            }
                            {
                                metal::float4 x_26 = q_tile.inner[((16u + ty) * STRIDE) + 3u];
                                uint _e868 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_13 = s_10.inner[1];
                                float _e873 = pair_onto(y_13.x, x_26, k0_3, _e868, at_4);
                                float _e875 = pair_onto(y_13.y, x_26, k1_3, _e868, at_4);
                                float _e877 = pair_onto(y_13.z, x_26, k2_3, _e868, at_4);
                                float _e879 = pair_onto(y_13.w, x_26, k3_3, _e868, at_4);
                                s_10.inner[1] = metal::float4(_e873, _e875, _e877, _e879);
                            }
                            {
                                metal::float4 x_27 = q_tile.inner[((32u + ty) * STRIDE) + 3u];
                                uint _e893 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_14 = s_10.inner[2];
                                float _e898 = pair_onto(y_14.x, x_27, k0_3, _e893, at_4);
                                float _e900 = pair_onto(y_14.y, x_27, k1_3, _e893, at_4);
                                float _e902 = pair_onto(y_14.z, x_27, k2_3, _e893, at_4);
                                float _e904 = pair_onto(y_14.w, x_27, k3_3, _e893, at_4);
                                s_10.inner[2] = metal::float4(_e898, _e900, _e902, _e904);
                            }
                            {
                                metal::float4 x_28 = q_tile.inner[((48u + ty) * STRIDE) + 3u];
                                uint _e918 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_15 = s_10.inner[3];
                                float _e923 = pair_onto(y_15.x, x_28, k0_3, _e918, at_4);
                                float _e925 = pair_onto(y_15.y, x_28, k1_3, _e918, at_4);
                                float _e927 = pair_onto(y_15.z, x_28, k2_3, _e918, at_4);
                                float _e929 = pair_onto(y_15.w, x_28, k3_3, _e918, at_4);
                                s_10.inner[3] = metal::float4(_e923, _e925, _e927, _e929);
                            }
                        }
                    }
                    {
                        uint _e932 = c;
                        uint at_5 = ((_e932 * TX) + 4u) * 4u;
                        {
                            uint k_at_5 = ((0u + tx_1) * STRIDE) + 4u;
                            metal::float4 k0_4 = kv_tile.inner[k_at_5];
                            metal::float4 k1_4 = kv_tile.inner[k_at_5 + 72u];
                            metal::float4 k2_4 = kv_tile.inner[k_at_5 + 144u];
                            metal::float4 k3_4 = kv_tile.inner[k_at_5 + 216u];
                            {
                                metal::float4 x_29 = q_tile.inner[((0u + ty) * STRIDE) + 4u];
                                uint _e973 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_16 = s_10.inner[0];
                                float _e978 = pair_onto(y_16.x, x_29, k0_4, _e973, at_5);
                                float _e980 = pair_onto(y_16.y, x_29, k1_4, _e973, at_5);
                                float _e982 = pair_onto(y_16.z, x_29, k2_4, _e973, at_5);
                                float _e984 = pair_onto(y_16.w, x_29, k3_4, _e973, at_5);
                                s_10.inner[0] = metal::float4(_e978, _e980, _e982, _e984);
                            }
                            {
                                metal::float4 x_30 = q_tile.inner[((16u + ty) * STRIDE) + 4u];
                                uint _e998 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_17 = s_10.inner[1];
                                float _e1003 = pair_onto(y_17.x, x_30, k0_4, _e998, at_5);
                                float _e1005 = pair_onto(y_17.y, x_30, k1_4, _e998, at_5);
                                float _e1007 = pair_onto(y_17.z, x_30, k2_4, _e998, at_5);
                                float _e1009 = pair_onto(y_17.w, x_30, k3_4, _e998, at_5);
                                s_10.inner[1] = metal::float4(_e1003, _e1005, _e1007, _e1009);
                            }
                            {
                                metal::float4 x_31 = q_tile.inner[((32u + ty) * STRIDE) + 4u];
                                uint _e1023 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_18 = s_10.inner[2];
                                float _e1028 = pair_onto(y_18.x, x_31, k0_4, _e1023, at_5);
                                float _e1030 = pair_onto(y_18.y, x_31, k1_4, _e1023, at_5);
                                float _e1032 = pair_onto(y_18.z, x_31, k2_4, _e1023, at_5);
                                float _e1034 = pair_onto(y_18.w, x_31, k3_4, _e1023, at_5);
                                s_10.inner[2] = metal::float4(_e1028, _e1030, _e1032, _e1034);
                            }
                            {
                                metal::float4 x_32 = q_tile.inner[((48u + ty) * STRIDE) + 4u];
                                uint _e1048 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_19 = s_10.inner[3];
                                float _e1053 = pair_onto(y_19.x, x_32, k0_4, _e1048, at_5);
                                float _e1055 = pair_onto(y_19.y, x_32, k1_4, _e1048, at_5);
                                float _e1057 = pair_onto(y_19.z, x_32, k2_4, _e1048, at_5);
                                float _e1059 = pair_onto(y_19.w, x_32, k3_4, _e1048, at_5);
                                s_10.inner[3] = metal::float4(_e1053, _e1055, _e1057, _e1059);
                            }
                        }
                    }
                    {
                        uint _e1062 = c;
                        uint at_6 = ((_e1062 * TX) + 5u) * 4u;
                        {
                            uint k_at_6 = ((0u + tx_1) * STRIDE) + 5u;
                            metal::float4 k0_5 = kv_tile.inner[k_at_6];
                            metal::float4 k1_5 = kv_tile.inner[k_at_6 + 72u];
                            metal::float4 k2_5 = kv_tile.inner[k_at_6 + 144u];
                            metal::float4 k3_5 = kv_tile.inner[k_at_6 + 216u];
                            {
                                metal::float4 x_33 = q_tile.inner[((0u + ty) * STRIDE) + 5u];
                                uint _e1103 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_20 = s_10.inner[0];
                                float _e1108 = pair_onto(y_20.x, x_33, k0_5, _e1103, at_6);
                                float _e1110 = pair_onto(y_20.y, x_33, k1_5, _e1103, at_6);
                                float _e1112 = pair_onto(y_20.z, x_33, k2_5, _e1103, at_6);
                                float _e1114 = pair_onto(y_20.w, x_33, k3_5, _e1103, at_6);
                                s_10.inner[0] = metal::float4(_e1108, _e1110, _e1112, _e1114);
                            }
                            {
                                metal::float4 x_34 = q_tile.inner[((16u + ty) * STRIDE) + 5u];
                                uint _e1128 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_21 = s_10.inner[1];
                                float _e1133 = pair_onto(y_21.x, x_34, k0_5, _e1128, at_6);
                                float _e1135 = pair_onto(y_21.y, x_34, k1_5, _e1128, at_6);
                                float _e1137 = pair_onto(y_21.z, x_34, k2_5, _e1128, at_6);
                                float _e1139 = pair_onto(y_21.w, x_34, k3_5, _e1128, at_6);
                                s_10.inner[1] = metal::float4(_e1133, _e1135, _e1137, _e1139);
                            }
                            {
                                metal::float4 x_35 = q_tile.inner[((32u + ty) * STRIDE) + 5u];
                                uint _e1153 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_22 = s_10.inner[2];
                                float _e1158 = pair_onto(y_22.x, x_35, k0_5, _e1153, at_6);
                                float _e1160 = pair_onto(y_22.y, x_35, k1_5, _e1153, at_6);
                                float _e1162 = pair_onto(y_22.z, x_35, k2_5, _e1153, at_6);
                                float _e1164 = pair_onto(y_22.w, x_35, k3_5, _e1153, at_6);
                                s_10.inner[2] = metal::float4(_e1158, _e1160, _e1162, _e1164);
                            }
                            {
                                metal::float4 x_36 = q_tile.inner[((48u + ty) * STRIDE) + 5u];
                                uint _e1178 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_23 = s_10.inner[3];
                                float _e1183 = pair_onto(y_23.x, x_36, k0_5, _e1178, at_6);
                                float _e1185 = pair_onto(y_23.y, x_36, k1_5, _e1178, at_6);
                                float _e1187 = pair_onto(y_23.z, x_36, k2_5, _e1178, at_6);
                                float _e1189 = pair_onto(y_23.w, x_36, k3_5, _e1178, at_6);
                                s_10.inner[3] = metal::float4(_e1183, _e1185, _e1187, _e1189);
                            }
                        }
                    }
                    {
                        uint _e1192 = c;
                        uint at_7 = ((_e1192 * TX) + 6u) * 4u;
                        {
                            uint k_at_7 = ((0u + tx_1) * STRIDE) + 6u;
                            metal::float4 k0_6 = kv_tile.inner[k_at_7];
                            metal::float4 k1_6 = kv_tile.inner[k_at_7 + 72u];
                            metal::float4 k2_6 = kv_tile.inner[k_at_7 + 144u];
                            metal::float4 k3_6 = kv_tile.inner[k_at_7 + 216u];
                            {
                                metal::float4 x_37 = q_tile.inner[((0u + ty) * STRIDE) + 6u];
                                uint _e1233 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_24 = s_10.inner[0];
                                float _e1238 = pair_onto(y_24.x, x_37, k0_6, _e1233, at_7);
                                float _e1240 = pair_onto(y_24.y, x_37, k1_6, _e1233, at_7);
                                float _e1242 = pair_onto(y_24.z, x_37, k2_6, _e1233, at_7);
                                float _e1244 = pair_onto(y_24.w, x_37, k3_6, _e1233, at_7);
                                s_10.inner[0] = metal::float4(_e1238, _e1240, _e1242, _e1244);
                            }
                            {
                                metal::float4 x_38 = q_tile.inner[((16u + ty) * STRIDE) + 6u];
                                uint _e1258 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_25 = s_10.inner[1];
                                float _e1263 = pair_onto(y_25.x, x_38, k0_6, _e1258, at_7);
                                float _e1265 = pair_onto(y_25.y, x_38, k1_6, _e1258, at_7);
                                float _e1267 = pair_onto(y_25.z, x_38, k2_6, _e1258, at_7);
                                float _e1269 = pair_onto(y_25.w, x_38, k3_6, _e1258, at_7);
                                s_10.inner[1] = metal::float4(_e1263, _e1265, _e1267, _e1269);
                            }
                            {
                                metal::float4 x_39 = q_tile.inner[((32u + ty) * STRIDE) + 6u];
                                uint _e1283 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_26 = s_10.inner[2];
                                float _e1288 = pair_onto(y_26.x, x_39, k0_6, _e1283, at_7);
                                float _e1290 = pair_onto(y_26.y, x_39, k1_6, _e1283, at_7);
                                float _e1292 = pair_onto(y_26.z, x_39, k2_6, _e1283, at_7);
                                float _e1294 = pair_onto(y_26.w, x_39, k3_6, _e1283, at_7);
                                s_10.inner[2] = metal::float4(_e1288, _e1290, _e1292, _e1294);
                            }
                            {
                                metal::float4 x_40 = q_tile.inner[((48u + ty) * STRIDE) + 6u];
                                uint _e1308 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_27 = s_10.inner[3];
                                float _e1313 = pair_onto(y_27.x, x_40, k0_6, _e1308, at_7);
                                float _e1315 = pair_onto(y_27.y, x_40, k1_6, _e1308, at_7);
                                float _e1317 = pair_onto(y_27.z, x_40, k2_6, _e1308, at_7);
                                float _e1319 = pair_onto(y_27.w, x_40, k3_6, _e1308, at_7);
                                s_10.inner[3] = metal::float4(_e1313, _e1315, _e1317, _e1319);
                            }
                        }
                    }
                    {
                        uint _e1322 = c;
                        uint at_8 = ((_e1322 * TX) + 7u) * 4u;
                        {
                            uint k_at_8 = ((0u + tx_1) * STRIDE) + 7u;
                            metal::float4 k0_7 = kv_tile.inner[k_at_8];
                            metal::float4 k1_7 = kv_tile.inner[k_at_8 + 72u];
                            metal::float4 k2_7 = kv_tile.inner[k_at_8 + 144u];
                            metal::float4 k3_7 = kv_tile.inner[k_at_8 + 216u];
                            {
                                metal::float4 x_41 = q_tile.inner[((0u + ty) * STRIDE) + 7u];
                                uint _e1363 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_28 = s_10.inner[0];
                                float _e1368 = pair_onto(y_28.x, x_41, k0_7, _e1363, at_8);
                                float _e1370 = pair_onto(y_28.y, x_41, k1_7, _e1363, at_8);
                                float _e1372 = pair_onto(y_28.z, x_41, k2_7, _e1363, at_8);
                                float _e1374 = pair_onto(y_28.w, x_41, k3_7, _e1363, at_8);
                                s_10.inner[0] = metal::float4(_e1368, _e1370, _e1372, _e1374);
                            }
                            {
                                metal::float4 x_42 = q_tile.inner[((16u + ty) * STRIDE) + 7u];
                                uint _e1388 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_29 = s_10.inner[1];
                                float _e1393 = pair_onto(y_29.x, x_42, k0_7, _e1388, at_8);
                                float _e1395 = pair_onto(y_29.y, x_42, k1_7, _e1388, at_8);
                                float _e1397 = pair_onto(y_29.z, x_42, k2_7, _e1388, at_8);
                                float _e1399 = pair_onto(y_29.w, x_42, k3_7, _e1388, at_8);
                                s_10.inner[1] = metal::float4(_e1393, _e1395, _e1397, _e1399);
                            }
                            {
                                metal::float4 x_43 = q_tile.inner[((32u + ty) * STRIDE) + 7u];
                                uint _e1413 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_30 = s_10.inner[2];
                                float _e1418 = pair_onto(y_30.x, x_43, k0_7, _e1413, at_8);
                                float _e1420 = pair_onto(y_30.y, x_43, k1_7, _e1413, at_8);
                                float _e1422 = pair_onto(y_30.z, x_43, k2_7, _e1413, at_8);
                                float _e1424 = pair_onto(y_30.w, x_43, k3_7, _e1413, at_8);
                                s_10.inner[2] = metal::float4(_e1418, _e1420, _e1422, _e1424);
                            }
                            {
                                metal::float4 x_44 = q_tile.inner[((48u + ty) * STRIDE) + 7u];
                                uint _e1438 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_31 = s_10.inner[3];
                                float _e1443 = pair_onto(y_31.x, x_44, k0_7, _e1438, at_8);
                                float _e1445 = pair_onto(y_31.y, x_44, k1_7, _e1438, at_8);
                                float _e1447 = pair_onto(y_31.z, x_44, k2_7, _e1438, at_8);
                                float _e1449 = pair_onto(y_31.w, x_44, k3_7, _e1438, at_8);
                                s_10.inner[3] = metal::float4(_e1443, _e1445, _e1447, _e1449);
                            }
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                }
            }
            v_next = type_21 {};
            {
                metal::float4 _e1460 = load_part(_e8, _e158, key0_, 0u, 0u + tid_1, params, v_2, _buffer_sizes);
                v_next.inner[0] = _e1460;
            }
            {
                metal::float4 _e1465 = load_part(_e8, _e158, key0_, 0u, 128u + tid_1, params, v_2, _buffer_sizes);
                v_next.inner[1] = _e1465;
            }
            if (true) {
                bool _e1469 = sees_whole(_e8, _e158);
                local_11 = !(_e1469);
            } else {
                local_11 = true;
            }
            bool edits = local_11;
            {
                {
                    metal::float4 _e1476 = s_10.inner[0u];
                    metal::float4 _e1477 = scale_pairs(_e1476);
                    s_10.inner[0u] = _e1477;
                    if (edits) {
                        uint row_10 = (_e8.first_row + 0u) + ty;
                        uint _e1482 = head_of(_e8, row_10, params);
                        uint _e1485 = params.pack;
                        uint query_2 = naga_div(row_10, _e1485);
                        metal::float4 _e1489 = s_10.inner[0u];
                        metal::uint2 _e1495 = keys_of(_e8, row_10, params);
                        metal::uint2 _e1497 = seen_keys(_e1495, _e158.end, b_13, _e1482, query_2);
                        metal::float4 _e1498 = edit_four(_e1489, b_13, _e1482, query_2, key0_ + ((0u + tx_1) * 4u), _e1497);
                        s_10.inner[0u] = _e1498;
                    }
                    metal::float4 _e1501 = s_10.inner[0u];
                    float _e1502 = size_of(_e1501);
                    float _e1504 = part_2.inner[0];
                    metal::float4 _e1506 = s_10.inner[0u];
                    float _e1507 = size_of(_e1506);
                    part_2.inner[0] = false ? metal::max(_e1504, _e1507) : _e1502;
                }
                float _e1513 = part_2.inner[0];
                float _e1514 = lanes_max(_e1513);
                part_2.inner[0] = _e1514;
                float _e1518 = part_2.inner[0];
                put_part(0u + ty, tx_1, _e1518, row_part);
            }
            {
                {
                    metal::float4 _e1522 = s_10.inner[1u];
                    metal::float4 _e1523 = scale_pairs(_e1522);
                    s_10.inner[1u] = _e1523;
                    if (edits) {
                        uint row_11 = (_e8.first_row + 16u) + ty;
                        uint _e1528 = head_of(_e8, row_11, params);
                        uint _e1531 = params.pack;
                        uint query_3 = naga_div(row_11, _e1531);
                        metal::float4 _e1535 = s_10.inner[1u];
                        metal::uint2 _e1541 = keys_of(_e8, row_11, params);
                        metal::uint2 _e1543 = seen_keys(_e1541, _e158.end, b_13, _e1528, query_3);
                        metal::float4 _e1544 = edit_four(_e1535, b_13, _e1528, query_3, key0_ + ((0u + tx_1) * 4u), _e1543);
                        s_10.inner[1u] = _e1544;
                    }
                    metal::float4 _e1547 = s_10.inner[1u];
                    float _e1548 = size_of(_e1547);
                    float _e1550 = part_2.inner[1];
                    metal::float4 _e1552 = s_10.inner[1u];
                    float _e1553 = size_of(_e1552);
                    part_2.inner[1] = false ? metal::max(_e1550, _e1553) : _e1548;
                }
                float _e1559 = part_2.inner[1];
                float _e1560 = lanes_max(_e1559);
                part_2.inner[1] = _e1560;
                float _e1564 = part_2.inner[1];
                put_part(16u + ty, tx_1, _e1564, row_part);
            }
            {
                {
                    metal::float4 _e1568 = s_10.inner[2u];
                    metal::float4 _e1569 = scale_pairs(_e1568);
                    s_10.inner[2u] = _e1569;
                    if (edits) {
                        uint row_12 = (_e8.first_row + 32u) + ty;
                        uint _e1574 = head_of(_e8, row_12, params);
                        uint _e1577 = params.pack;
                        uint query_4 = naga_div(row_12, _e1577);
                        metal::float4 _e1581 = s_10.inner[2u];
                        metal::uint2 _e1587 = keys_of(_e8, row_12, params);
                        metal::uint2 _e1589 = seen_keys(_e1587, _e158.end, b_13, _e1574, query_4);
                        metal::float4 _e1590 = edit_four(_e1581, b_13, _e1574, query_4, key0_ + ((0u + tx_1) * 4u), _e1589);
                        s_10.inner[2u] = _e1590;
                    }
                    metal::float4 _e1593 = s_10.inner[2u];
                    float _e1594 = size_of(_e1593);
                    float _e1596 = part_2.inner[2];
                    metal::float4 _e1598 = s_10.inner[2u];
                    float _e1599 = size_of(_e1598);
                    part_2.inner[2] = false ? metal::max(_e1596, _e1599) : _e1594;
                }
                float _e1605 = part_2.inner[2];
                float _e1606 = lanes_max(_e1605);
                part_2.inner[2] = _e1606;
                float _e1610 = part_2.inner[2];
                put_part(32u + ty, tx_1, _e1610, row_part);
            }
            {
                {
                    metal::float4 _e1614 = s_10.inner[3u];
                    metal::float4 _e1615 = scale_pairs(_e1614);
                    s_10.inner[3u] = _e1615;
                    if (edits) {
                        uint row_13 = (_e8.first_row + 48u) + ty;
                        uint _e1620 = head_of(_e8, row_13, params);
                        uint _e1623 = params.pack;
                        uint query_5 = naga_div(row_13, _e1623);
                        metal::float4 _e1627 = s_10.inner[3u];
                        metal::uint2 _e1633 = keys_of(_e8, row_13, params);
                        metal::uint2 _e1635 = seen_keys(_e1633, _e158.end, b_13, _e1620, query_5);
                        metal::float4 _e1636 = edit_four(_e1627, b_13, _e1620, query_5, key0_ + ((0u + tx_1) * 4u), _e1635);
                        s_10.inner[3u] = _e1636;
                    }
                    metal::float4 _e1639 = s_10.inner[3u];
                    float _e1640 = size_of(_e1639);
                    float _e1642 = part_2.inner[3];
                    metal::float4 _e1644 = s_10.inner[3u];
                    float _e1645 = size_of(_e1644);
                    part_2.inner[3] = false ? metal::max(_e1642, _e1645) : _e1640;
                }
                float _e1651 = part_2.inner[3];
                float _e1652 = lanes_max(_e1651);
                part_2.inner[3] = _e1652;
                float _e1656 = part_2.inner[3];
                put_part(48u + ty, tx_1, _e1656, row_part);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            {
                float _e1658 = m_2.inner[0];
                float _e1662 = part_2.inner[0];
                float _e1663 = row_max(0u + ty, _e1662, row_part);
                float _e1664 = next_max(_e1658, _e1663);
                float _e1666 = m_2.inner[0];
                float shrink_1 = metal::exp(_e1666 - _e1664);
                m_2.inner[0] = _e1664;
                float _e1671 = l_1.inner[0];
                l_1.inner[0] = _e1671 * shrink_1;
                {
                    metal::float4 _e1674 = acc.inner[0];
                    acc.inner[0] = _e1674 * shrink_1;
                }
                {
                    metal::float4 _e1677 = acc.inner[4];
                    acc.inner[4] = _e1677 * shrink_1;
                }
            }
            {
                float _e1680 = m_2.inner[1];
                float _e1684 = part_2.inner[1];
                float _e1685 = row_max(16u + ty, _e1684, row_part);
                float _e1686 = next_max(_e1680, _e1685);
                float _e1688 = m_2.inner[1];
                float shrink_2 = metal::exp(_e1688 - _e1686);
                m_2.inner[1] = _e1686;
                float _e1693 = l_1.inner[1];
                l_1.inner[1] = _e1693 * shrink_2;
                {
                    metal::float4 _e1696 = acc.inner[1];
                    acc.inner[1] = _e1696 * shrink_2;
                }
                {
                    metal::float4 _e1699 = acc.inner[5];
                    acc.inner[5] = _e1699 * shrink_2;
                }
            }
            {
                float _e1702 = m_2.inner[2];
                float _e1706 = part_2.inner[2];
                float _e1707 = row_max(32u + ty, _e1706, row_part);
                float _e1708 = next_max(_e1702, _e1707);
                float _e1710 = m_2.inner[2];
                float shrink_3 = metal::exp(_e1710 - _e1708);
                m_2.inner[2] = _e1708;
                float _e1715 = l_1.inner[2];
                l_1.inner[2] = _e1715 * shrink_3;
                {
                    metal::float4 _e1718 = acc.inner[2];
                    acc.inner[2] = _e1718 * shrink_3;
                }
                {
                    metal::float4 _e1721 = acc.inner[6];
                    acc.inner[6] = _e1721 * shrink_3;
                }
            }
            {
                float _e1724 = m_2.inner[3];
                float _e1728 = part_2.inner[3];
                float _e1729 = row_max(48u + ty, _e1728, row_part);
                float _e1730 = next_max(_e1724, _e1729);
                float _e1732 = m_2.inner[3];
                float shrink_4 = metal::exp(_e1732 - _e1730);
                m_2.inner[3] = _e1730;
                float _e1737 = l_1.inner[3];
                l_1.inner[3] = _e1737 * shrink_4;
                {
                    metal::float4 _e1740 = acc.inner[3];
                    acc.inner[3] = _e1740 * shrink_4;
                }
                {
                    metal::float4 _e1743 = acc.inner[7];
                    acc.inner[7] = _e1743 * shrink_4;
                }
            }
            {
                {
                    uint row_14 = (_e8.first_row + 0u) + ty;
                    metal::float4 _e1750 = s_10.inner[0];
                    float _e1752 = m_2.inner[0];
                    uint _e1753 = head_of(_e8, row_14, params);
                    uint _e1756 = params.pack;
                    metal::float4 _e1763 = weights(_e1750, _e1752, b_13, _e1753, naga_div(row_14, _e1756), key0_ + ((0u + tx_1) * 4u));
                    q_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e1763;
                    float _e1772 = l_1.inner[0];
                    metal::float4 _e1774 = s_10.inner[0];
                    float _e1775 = mass(_e1774, _e1763);
                    l_1.inner[0] = _e1772 + _e1775;
                }
                {
                    uint row_15 = (_e8.first_row + 16u) + ty;
                    metal::float4 _e1782 = s_10.inner[1];
                    float _e1784 = m_2.inner[1];
                    uint _e1785 = head_of(_e8, row_15, params);
                    uint _e1788 = params.pack;
                    metal::float4 _e1795 = weights(_e1782, _e1784, b_13, _e1785, naga_div(row_15, _e1788), key0_ + ((0u + tx_1) * 4u));
                    q_tile.inner[((16u + ty) * STRIDE) + tx_1] = _e1795;
                    float _e1804 = l_1.inner[1];
                    metal::float4 _e1806 = s_10.inner[1];
                    float _e1807 = mass(_e1806, _e1795);
                    l_1.inner[1] = _e1804 + _e1807;
                }
                {
                    uint row_16 = (_e8.first_row + 32u) + ty;
                    metal::float4 _e1814 = s_10.inner[2];
                    float _e1816 = m_2.inner[2];
                    uint _e1817 = head_of(_e8, row_16, params);
                    uint _e1820 = params.pack;
                    metal::float4 _e1827 = weights(_e1814, _e1816, b_13, _e1817, naga_div(row_16, _e1820), key0_ + ((0u + tx_1) * 4u));
                    q_tile.inner[((32u + ty) * STRIDE) + tx_1] = _e1827;
                    float _e1836 = l_1.inner[2];
                    metal::float4 _e1838 = s_10.inner[2];
                    float _e1839 = mass(_e1838, _e1827);
                    l_1.inner[2] = _e1836 + _e1839;
                }
                {
                    uint row_17 = (_e8.first_row + 48u) + ty;
                    metal::float4 _e1846 = s_10.inner[3];
                    float _e1848 = m_2.inner[3];
                    uint _e1849 = head_of(_e8, row_17, params);
                    uint _e1852 = params.pack;
                    metal::float4 _e1859 = weights(_e1846, _e1848, b_13, _e1849, naga_div(row_17, _e1852), key0_ + ((0u + tx_1) * 4u));
                    q_tile.inner[((48u + ty) * STRIDE) + tx_1] = _e1859;
                    float _e1868 = l_1.inner[3];
                    metal::float4 _e1870 = s_10.inner[3];
                    float _e1871 = mass(_e1870, _e1859);
                    l_1.inner[3] = _e1868 + _e1871;
                }
                {
                    if (false) {
                        local_12 = false;
                    } else {
                        local_12 = false;
                    }
                    bool _e1879 = local_12;
                    if (_e1879) {
                        {
                            metal::float4 _e1885 = load_part(_e8, _e158, key0_ + 0u, 0u, 0u + tid_1, params, v_2, _buffer_sizes);
                            v_next.inner[0] = _e1885;
                        }
                        {
                            metal::float4 _e1891 = load_part(_e8, _e158, key0_ + 0u, 0u, 128u + tid_1, params, v_2, _buffer_sizes);
                            v_next.inner[1] = _e1891;
                        }
                    }
                    h_7 = 0u;
                    uint2 loop_bound_4 = uint2(4294967295u);
                    bool loop_init_4 = true;
                    while(true) {
                        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                        if (!loop_init_4) {
                            uint _e3256 = h_7;
                            h_7 = _e3256 + PART;
                        }
                        loop_init_4 = false;
                        uint _e1894 = h_7;
                        if (_e1894 < FOUR) {
                        } else {
                            break;
                        }
                        {
                            uint _e1899 = h_7;
                            uint first_1 = (key0_ + 0u) + _e1899;
                            {
                                uint i_9 = 0u + tid_1;
                                if (false) {
                                    local_13 = i_9 < 256u;
                                } else {
                                    local_13 = true;
                                }
                                bool _e1909 = local_13;
                                if (_e1909) {
                                    metal::float4 x_45 = v_next.inner[0];
                                    metal::bool4 _e1912 = nonfinite(x_45);
                                    if (metal::any(_e1912)) {
                                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                    }
                                    kv_tile.inner[i_9] = metal::select(x_45, metal::float4(0.0), _e1912);
                                }
                            }
                            {
                                uint i_10 = 128u + tid_1;
                                if (false) {
                                    local_14 = i_10 < 256u;
                                } else {
                                    local_14 = true;
                                }
                                bool _e1929 = local_14;
                                if (_e1929) {
                                    metal::float4 x_46 = v_next.inner[1];
                                    metal::bool4 _e1932 = nonfinite(x_46);
                                    if (metal::any(_e1932)) {
                                        metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                    }
                                    kv_tile.inner[i_10] = metal::select(x_46, metal::float4(0.0), _e1932);
                                }
                            }
                            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                            {
                                metal::float4 _e1946 = load_part(_e8, _e158, first_1 + PART, 0u, 0u + tid_1, params, v_2, _buffer_sizes);
                                v_next.inner[0] = _e1946;
                            }
                            {
                                metal::float4 _e1952 = load_part(_e8, _e158, first_1 + PART, 0u, 128u + tid_1, params, v_2, _buffer_sizes);
                                v_next.inner[1] = _e1952;
                            }
                            {
                                p_1 = type_19 {};
                                {
                                    uint _e1962 = h_7;
                                    metal::float4 _e1968 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e1962, 4u)) + 0u];
                                    p_1.inner[0] = _e1968;
                                }
                                {
                                    uint _e1975 = h_7;
                                    metal::float4 _e1981 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e1975, 4u)) + 0u];
                                    p_1.inner[1] = _e1981;
                                }
                                {
                                    uint _e1988 = h_7;
                                    metal::float4 _e1994 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e1988, 4u)) + 0u];
                                    p_1.inner[2] = _e1994;
                                }
                                {
                                    uint _e2001 = h_7;
                                    metal::float4 _e2007 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e2001, 4u)) + 0u];
                                    p_1.inner[3] = _e2007;
                                }
                                {
                                    uint v_at = 0u + tx_1;
                                    metal::float4 v0_ = kv_tile.inner[v_at];
                                    metal::float4 v1_ = kv_tile.inner[v_at + V_ROW];
                                    metal::float4 v2_ = kv_tile.inner[v_at + 32u];
                                    metal::float4 v3_ = kv_tile.inner[v_at + 48u];
                                    {
                                        metal::float4 _e2031 = p_1.inner[0];
                                        metal::float4 _e2034 = p_1.inner[0];
                                        metal::float4 _e2037 = p_1.inner[0];
                                        metal::float4 _e2040 = p_1.inner[0];
                                        metal::float4 _e2043 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e2031.wwww, v3_, metal::fma(_e2034.zzzz, v2_, metal::fma(_e2037.yyyy, v1_, metal::fma(_e2040.xxxx, v0_, _e2043))));
                                    }
                                    {
                                        metal::float4 _e2051 = p_1.inner[1];
                                        metal::float4 _e2054 = p_1.inner[1];
                                        metal::float4 _e2057 = p_1.inner[1];
                                        metal::float4 _e2060 = p_1.inner[1];
                                        metal::float4 _e2063 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e2051.wwww, v3_, metal::fma(_e2054.zzzz, v2_, metal::fma(_e2057.yyyy, v1_, metal::fma(_e2060.xxxx, v0_, _e2063))));
                                    }
                                    {
                                        metal::float4 _e2071 = p_1.inner[2];
                                        metal::float4 _e2074 = p_1.inner[2];
                                        metal::float4 _e2077 = p_1.inner[2];
                                        metal::float4 _e2080 = p_1.inner[2];
                                        metal::float4 _e2083 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e2071.wwww, v3_, metal::fma(_e2074.zzzz, v2_, metal::fma(_e2077.yyyy, v1_, metal::fma(_e2080.xxxx, v0_, _e2083))));
                                    }
                                    {
                                        metal::float4 _e2091 = p_1.inner[3];
                                        metal::float4 _e2094 = p_1.inner[3];
                                        metal::float4 _e2097 = p_1.inner[3];
                                        metal::float4 _e2100 = p_1.inner[3];
                                        metal::float4 _e2103 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e2091.wwww, v3_, metal::fma(_e2094.zzzz, v2_, metal::fma(_e2097.yyyy, v1_, metal::fma(_e2100.xxxx, v0_, _e2103))));
                                    }
                                }
                                {
                                    uint v_at_1 = 8u + tx_1;
                                    metal::float4 v0_1 = kv_tile.inner[v_at_1];
                                    metal::float4 v1_1 = kv_tile.inner[v_at_1 + V_ROW];
                                    metal::float4 v2_1 = kv_tile.inner[v_at_1 + 32u];
                                    metal::float4 v3_1 = kv_tile.inner[v_at_1 + 48u];
                                    {
                                        metal::float4 _e2131 = p_1.inner[0];
                                        metal::float4 _e2134 = p_1.inner[0];
                                        metal::float4 _e2137 = p_1.inner[0];
                                        metal::float4 _e2140 = p_1.inner[0];
                                        metal::float4 _e2143 = acc.inner[4u];
                                        acc.inner[4u] = metal::fma(_e2131.wwww, v3_1, metal::fma(_e2134.zzzz, v2_1, metal::fma(_e2137.yyyy, v1_1, metal::fma(_e2140.xxxx, v0_1, _e2143))));
                                    }
                                    {
                                        metal::float4 _e2151 = p_1.inner[1];
                                        metal::float4 _e2154 = p_1.inner[1];
                                        metal::float4 _e2157 = p_1.inner[1];
                                        metal::float4 _e2160 = p_1.inner[1];
                                        metal::float4 _e2163 = acc.inner[5u];
                                        acc.inner[5u] = metal::fma(_e2151.wwww, v3_1, metal::fma(_e2154.zzzz, v2_1, metal::fma(_e2157.yyyy, v1_1, metal::fma(_e2160.xxxx, v0_1, _e2163))));
                                    }
                                    {
                                        metal::float4 _e2171 = p_1.inner[2];
                                        metal::float4 _e2174 = p_1.inner[2];
                                        metal::float4 _e2177 = p_1.inner[2];
                                        metal::float4 _e2180 = p_1.inner[2];
                                        metal::float4 _e2183 = acc.inner[6u];
                                        acc.inner[6u] = metal::fma(_e2171.wwww, v3_1, metal::fma(_e2174.zzzz, v2_1, metal::fma(_e2177.yyyy, v1_1, metal::fma(_e2180.xxxx, v0_1, _e2183))));
                                    }
                                    {
                                        metal::float4 _e2191 = p_1.inner[3];
                                        metal::float4 _e2194 = p_1.inner[3];
                                        metal::float4 _e2197 = p_1.inner[3];
                                        metal::float4 _e2200 = p_1.inner[3];
                                        metal::float4 _e2203 = acc.inner[7u];
                                        acc.inner[7u] = metal::fma(_e2191.wwww, v3_1, metal::fma(_e2194.zzzz, v2_1, metal::fma(_e2197.yyyy, v1_1, metal::fma(_e2200.xxxx, v0_1, _e2203))));
                                    }
                                }
                            }
                            {
                                p_2 = type_19 {};
                                {
                                    uint _e2217 = h_7;
                                    metal::float4 _e2223 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e2217, 4u)) + 1u];
                                    p_2.inner[0] = _e2223;
                                }
                                {
                                    uint _e2230 = h_7;
                                    metal::float4 _e2236 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e2230, 4u)) + 1u];
                                    p_2.inner[1] = _e2236;
                                }
                                {
                                    uint _e2243 = h_7;
                                    metal::float4 _e2249 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e2243, 4u)) + 1u];
                                    p_2.inner[2] = _e2249;
                                }
                                {
                                    uint _e2256 = h_7;
                                    metal::float4 _e2262 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e2256, 4u)) + 1u];
                                    p_2.inner[3] = _e2262;
                                }
                                {
                                    uint v_at_2 = 64u + tx_1;
                                    metal::float4 v0_2 = kv_tile.inner[v_at_2];
                                    metal::float4 v1_2 = kv_tile.inner[v_at_2 + V_ROW];
                                    metal::float4 v2_2 = kv_tile.inner[v_at_2 + 32u];
                                    metal::float4 v3_2 = kv_tile.inner[v_at_2 + 48u];
                                    {
                                        metal::float4 _e2286 = p_2.inner[0];
                                        metal::float4 _e2289 = p_2.inner[0];
                                        metal::float4 _e2292 = p_2.inner[0];
                                        metal::float4 _e2295 = p_2.inner[0];
                                        metal::float4 _e2298 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e2286.wwww, v3_2, metal::fma(_e2289.zzzz, v2_2, metal::fma(_e2292.yyyy, v1_2, metal::fma(_e2295.xxxx, v0_2, _e2298))));
                                    }
                                    {
                                        metal::float4 _e2306 = p_2.inner[1];
                                        metal::float4 _e2309 = p_2.inner[1];
                                        metal::float4 _e2312 = p_2.inner[1];
                                        metal::float4 _e2315 = p_2.inner[1];
                                        metal::float4 _e2318 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e2306.wwww, v3_2, metal::fma(_e2309.zzzz, v2_2, metal::fma(_e2312.yyyy, v1_2, metal::fma(_e2315.xxxx, v0_2, _e2318))));
                                    }
                                    {
                                        metal::float4 _e2326 = p_2.inner[2];
                                        metal::float4 _e2329 = p_2.inner[2];
                                        metal::float4 _e2332 = p_2.inner[2];
                                        metal::float4 _e2335 = p_2.inner[2];
                                        metal::float4 _e2338 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e2326.wwww, v3_2, metal::fma(_e2329.zzzz, v2_2, metal::fma(_e2332.yyyy, v1_2, metal::fma(_e2335.xxxx, v0_2, _e2338))));
                                    }
                                    {
                                        metal::float4 _e2346 = p_2.inner[3];
                                        metal::float4 _e2349 = p_2.inner[3];
                                        metal::float4 _e2352 = p_2.inner[3];
                                        metal::float4 _e2355 = p_2.inner[3];
                                        metal::float4 _e2358 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e2346.wwww, v3_2, metal::fma(_e2349.zzzz, v2_2, metal::fma(_e2352.yyyy, v1_2, metal::fma(_e2355.xxxx, v0_2, _e2358))));
                                    }
                                }
                                {
                                    uint v_at_3 = 72u + tx_1;
                                    metal::float4 v0_3 = kv_tile.inner[v_at_3];
                                    metal::float4 v1_3 = kv_tile.inner[v_at_3 + V_ROW];
                                    metal::float4 v2_3 = kv_tile.inner[v_at_3 + 32u];
                                    metal::float4 v3_3 = kv_tile.inner[v_at_3 + 48u];
                                    {
                                        metal::float4 _e2386 = p_2.inner[0];
                                        metal::float4 _e2389 = p_2.inner[0];
                                        metal::float4 _e2392 = p_2.inner[0];
                                        metal::float4 _e2395 = p_2.inner[0];
                                        metal::float4 _e2398 = acc.inner[4u];
                                        acc.inner[4u] = metal::fma(_e2386.wwww, v3_3, metal::fma(_e2389.zzzz, v2_3, metal::fma(_e2392.yyyy, v1_3, metal::fma(_e2395.xxxx, v0_3, _e2398))));
                                    }
                                    {
                                        metal::float4 _e2406 = p_2.inner[1];
                                        metal::float4 _e2409 = p_2.inner[1];
                                        metal::float4 _e2412 = p_2.inner[1];
                                        metal::float4 _e2415 = p_2.inner[1];
                                        metal::float4 _e2418 = acc.inner[5u];
                                        acc.inner[5u] = metal::fma(_e2406.wwww, v3_3, metal::fma(_e2409.zzzz, v2_3, metal::fma(_e2412.yyyy, v1_3, metal::fma(_e2415.xxxx, v0_3, _e2418))));
                                    }
                                    {
                                        metal::float4 _e2426 = p_2.inner[2];
                                        metal::float4 _e2429 = p_2.inner[2];
                                        metal::float4 _e2432 = p_2.inner[2];
                                        metal::float4 _e2435 = p_2.inner[2];
                                        metal::float4 _e2438 = acc.inner[6u];
                                        acc.inner[6u] = metal::fma(_e2426.wwww, v3_3, metal::fma(_e2429.zzzz, v2_3, metal::fma(_e2432.yyyy, v1_3, metal::fma(_e2435.xxxx, v0_3, _e2438))));
                                    }
                                    {
                                        metal::float4 _e2446 = p_2.inner[3];
                                        metal::float4 _e2449 = p_2.inner[3];
                                        metal::float4 _e2452 = p_2.inner[3];
                                        metal::float4 _e2455 = p_2.inner[3];
                                        metal::float4 _e2458 = acc.inner[7u];
                                        acc.inner[7u] = metal::fma(_e2446.wwww, v3_3, metal::fma(_e2449.zzzz, v2_3, metal::fma(_e2452.yyyy, v1_3, metal::fma(_e2455.xxxx, v0_3, _e2458))));
                                    }
                                }
                            }
                            {
                                p_3 = type_19 {};
                                {
                                    uint _e2472 = h_7;
                                    metal::float4 _e2478 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e2472, 4u)) + 2u];
                                    p_3.inner[0] = _e2478;
                                }
                                {
                                    uint _e2485 = h_7;
                                    metal::float4 _e2491 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e2485, 4u)) + 2u];
                                    p_3.inner[1] = _e2491;
                                }
                                {
                                    uint _e2498 = h_7;
                                    metal::float4 _e2504 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e2498, 4u)) + 2u];
                                    p_3.inner[2] = _e2504;
                                }
                                {
                                    uint _e2511 = h_7;
                                    metal::float4 _e2517 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e2511, 4u)) + 2u];
                                    p_3.inner[3] = _e2517;
                                }
                                {
                                    uint v_at_4 = 128u + tx_1;
                                    metal::float4 v0_4 = kv_tile.inner[v_at_4];
                                    metal::float4 v1_4 = kv_tile.inner[v_at_4 + V_ROW];
                                    metal::float4 v2_4 = kv_tile.inner[v_at_4 + 32u];
                                    metal::float4 v3_4 = kv_tile.inner[v_at_4 + 48u];
                                    {
                                        metal::float4 _e2541 = p_3.inner[0];
                                        metal::float4 _e2544 = p_3.inner[0];
                                        metal::float4 _e2547 = p_3.inner[0];
                                        metal::float4 _e2550 = p_3.inner[0];
                                        metal::float4 _e2553 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e2541.wwww, v3_4, metal::fma(_e2544.zzzz, v2_4, metal::fma(_e2547.yyyy, v1_4, metal::fma(_e2550.xxxx, v0_4, _e2553))));
                                    }
                                    {
                                        metal::float4 _e2561 = p_3.inner[1];
                                        metal::float4 _e2564 = p_3.inner[1];
                                        metal::float4 _e2567 = p_3.inner[1];
                                        metal::float4 _e2570 = p_3.inner[1];
                                        metal::float4 _e2573 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e2561.wwww, v3_4, metal::fma(_e2564.zzzz, v2_4, metal::fma(_e2567.yyyy, v1_4, metal::fma(_e2570.xxxx, v0_4, _e2573))));
                                    }
                                    {
                                        metal::float4 _e2581 = p_3.inner[2];
                                        metal::float4 _e2584 = p_3.inner[2];
                                        metal::float4 _e2587 = p_3.inner[2];
                                        metal::float4 _e2590 = p_3.inner[2];
                                        metal::float4 _e2593 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e2581.wwww, v3_4, metal::fma(_e2584.zzzz, v2_4, metal::fma(_e2587.yyyy, v1_4, metal::fma(_e2590.xxxx, v0_4, _e2593))));
                                    }
                                    {
                                        metal::float4 _e2601 = p_3.inner[3];
                                        metal::float4 _e2604 = p_3.inner[3];
                                        metal::float4 _e2607 = p_3.inner[3];
                                        metal::float4 _e2610 = p_3.inner[3];
                                        metal::float4 _e2613 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e2601.wwww, v3_4, metal::fma(_e2604.zzzz, v2_4, metal::fma(_e2607.yyyy, v1_4, metal::fma(_e2610.xxxx, v0_4, _e2613))));
                                    }
                                }
                                {
                                    uint v_at_5 = 136u + tx_1;
                                    metal::float4 v0_5 = kv_tile.inner[v_at_5];
                                    metal::float4 v1_5 = kv_tile.inner[v_at_5 + V_ROW];
                                    metal::float4 v2_5 = kv_tile.inner[v_at_5 + 32u];
                                    metal::float4 v3_5 = kv_tile.inner[v_at_5 + 48u];
                                    {
                                        metal::float4 _e2641 = p_3.inner[0];
                                        metal::float4 _e2644 = p_3.inner[0];
                                        metal::float4 _e2647 = p_3.inner[0];
                                        metal::float4 _e2650 = p_3.inner[0];
                                        metal::float4 _e2653 = acc.inner[4u];
                                        acc.inner[4u] = metal::fma(_e2641.wwww, v3_5, metal::fma(_e2644.zzzz, v2_5, metal::fma(_e2647.yyyy, v1_5, metal::fma(_e2650.xxxx, v0_5, _e2653))));
                                    }
                                    {
                                        metal::float4 _e2661 = p_3.inner[1];
                                        metal::float4 _e2664 = p_3.inner[1];
                                        metal::float4 _e2667 = p_3.inner[1];
                                        metal::float4 _e2670 = p_3.inner[1];
                                        metal::float4 _e2673 = acc.inner[5u];
                                        acc.inner[5u] = metal::fma(_e2661.wwww, v3_5, metal::fma(_e2664.zzzz, v2_5, metal::fma(_e2667.yyyy, v1_5, metal::fma(_e2670.xxxx, v0_5, _e2673))));
                                    }
                                    {
                                        metal::float4 _e2681 = p_3.inner[2];
                                        metal::float4 _e2684 = p_3.inner[2];
                                        metal::float4 _e2687 = p_3.inner[2];
                                        metal::float4 _e2690 = p_3.inner[2];
                                        metal::float4 _e2693 = acc.inner[6u];
                                        acc.inner[6u] = metal::fma(_e2681.wwww, v3_5, metal::fma(_e2684.zzzz, v2_5, metal::fma(_e2687.yyyy, v1_5, metal::fma(_e2690.xxxx, v0_5, _e2693))));
                                    }
                                    {
                                        metal::float4 _e2701 = p_3.inner[3];
                                        metal::float4 _e2704 = p_3.inner[3];
                                        metal::float4 _e2707 = p_3.inner[3];
                                        metal::float4 _e2710 = p_3.inner[3];
                                        metal::float4 _e2713 = acc.inner[7u];
                                        acc.inner[7u] = metal::fma(_e2701.wwww, v3_5, metal::fma(_e2704.zzzz, v2_5, metal::fma(_e2707.yyyy, v1_5, metal::fma(_e2710.xxxx, v0_5, _e2713))));
                                    }
                                }
                            }
                            {
                                p_4 = type_19 {};
                                {
                                    uint _e2727 = h_7;
                                    metal::float4 _e2733 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e2727, 4u)) + 3u];
                                    p_4.inner[0] = _e2733;
                                }
                                {
                                    uint _e2740 = h_7;
                                    metal::float4 _e2746 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e2740, 4u)) + 3u];
                                    p_4.inner[1] = _e2746;
                                }
                                {
                                    uint _e2753 = h_7;
                                    metal::float4 _e2759 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e2753, 4u)) + 3u];
                                    p_4.inner[2] = _e2759;
                                }
                                {
                                    uint _e2766 = h_7;
                                    metal::float4 _e2772 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e2766, 4u)) + 3u];
                                    p_4.inner[3] = _e2772;
                                }
                                {
                                    uint v_at_6 = 192u + tx_1;
                                    metal::float4 v0_6 = kv_tile.inner[v_at_6];
                                    metal::float4 v1_6 = kv_tile.inner[v_at_6 + V_ROW];
                                    metal::float4 v2_6 = kv_tile.inner[v_at_6 + 32u];
                                    metal::float4 v3_6 = kv_tile.inner[v_at_6 + 48u];
                                    {
                                        metal::float4 _e2796 = p_4.inner[0];
                                        metal::float4 _e2799 = p_4.inner[0];
                                        metal::float4 _e2802 = p_4.inner[0];
                                        metal::float4 _e2805 = p_4.inner[0];
                                        metal::float4 _e2808 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e2796.wwww, v3_6, metal::fma(_e2799.zzzz, v2_6, metal::fma(_e2802.yyyy, v1_6, metal::fma(_e2805.xxxx, v0_6, _e2808))));
                                    }
                                    {
                                        metal::float4 _e2816 = p_4.inner[1];
                                        metal::float4 _e2819 = p_4.inner[1];
                                        metal::float4 _e2822 = p_4.inner[1];
                                        metal::float4 _e2825 = p_4.inner[1];
                                        metal::float4 _e2828 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e2816.wwww, v3_6, metal::fma(_e2819.zzzz, v2_6, metal::fma(_e2822.yyyy, v1_6, metal::fma(_e2825.xxxx, v0_6, _e2828))));
                                    }
                                    {
                                        metal::float4 _e2836 = p_4.inner[2];
                                        metal::float4 _e2839 = p_4.inner[2];
                                        metal::float4 _e2842 = p_4.inner[2];
                                        metal::float4 _e2845 = p_4.inner[2];
                                        metal::float4 _e2848 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e2836.wwww, v3_6, metal::fma(_e2839.zzzz, v2_6, metal::fma(_e2842.yyyy, v1_6, metal::fma(_e2845.xxxx, v0_6, _e2848))));
                                    }
                                    {
                                        metal::float4 _e2856 = p_4.inner[3];
                                        metal::float4 _e2859 = p_4.inner[3];
                                        metal::float4 _e2862 = p_4.inner[3];
                                        metal::float4 _e2865 = p_4.inner[3];
                                        metal::float4 _e2868 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e2856.wwww, v3_6, metal::fma(_e2859.zzzz, v2_6, metal::fma(_e2862.yyyy, v1_6, metal::fma(_e2865.xxxx, v0_6, _e2868))));
                                    }
                                }
                                {
                                    uint v_at_7 = 200u + tx_1;
                                    metal::float4 v0_7 = kv_tile.inner[v_at_7];
                                    metal::float4 v1_7 = kv_tile.inner[v_at_7 + V_ROW];
                                    metal::float4 v2_7 = kv_tile.inner[v_at_7 + 32u];
                                    metal::float4 v3_7 = kv_tile.inner[v_at_7 + 48u];
                                    {
                                        metal::float4 _e2896 = p_4.inner[0];
                                        metal::float4 _e2899 = p_4.inner[0];
                                        metal::float4 _e2902 = p_4.inner[0];
                                        metal::float4 _e2905 = p_4.inner[0];
                                        metal::float4 _e2908 = acc.inner[4u];
                                        acc.inner[4u] = metal::fma(_e2896.wwww, v3_7, metal::fma(_e2899.zzzz, v2_7, metal::fma(_e2902.yyyy, v1_7, metal::fma(_e2905.xxxx, v0_7, _e2908))));
                                    }
                                    {
                                        metal::float4 _e2916 = p_4.inner[1];
                                        metal::float4 _e2919 = p_4.inner[1];
                                        metal::float4 _e2922 = p_4.inner[1];
                                        metal::float4 _e2925 = p_4.inner[1];
                                        metal::float4 _e2928 = acc.inner[5u];
                                        acc.inner[5u] = metal::fma(_e2916.wwww, v3_7, metal::fma(_e2919.zzzz, v2_7, metal::fma(_e2922.yyyy, v1_7, metal::fma(_e2925.xxxx, v0_7, _e2928))));
                                    }
                                    {
                                        metal::float4 _e2936 = p_4.inner[2];
                                        metal::float4 _e2939 = p_4.inner[2];
                                        metal::float4 _e2942 = p_4.inner[2];
                                        metal::float4 _e2945 = p_4.inner[2];
                                        metal::float4 _e2948 = acc.inner[6u];
                                        acc.inner[6u] = metal::fma(_e2936.wwww, v3_7, metal::fma(_e2939.zzzz, v2_7, metal::fma(_e2942.yyyy, v1_7, metal::fma(_e2945.xxxx, v0_7, _e2948))));
                                    }
                                    {
                                        metal::float4 _e2956 = p_4.inner[3];
                                        metal::float4 _e2959 = p_4.inner[3];
                                        metal::float4 _e2962 = p_4.inner[3];
                                        metal::float4 _e2965 = p_4.inner[3];
                                        metal::float4 _e2968 = acc.inner[7u];
                                        acc.inner[7u] = metal::fma(_e2956.wwww, v3_7, metal::fma(_e2959.zzzz, v2_7, metal::fma(_e2962.yyyy, v1_7, metal::fma(_e2965.xxxx, v0_7, _e2968))));
                                    }
                                }
                            }
                            uint _e2974 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                            if (_e2974 != 0u) {
                                k_2 = 0u;
                                uint2 loop_bound_5 = uint2(4294967295u);
                                bool loop_init_5 = true;
                                while(true) {
                                    if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                                    loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                                    if (!loop_init_5) {
                                        uint _e3254 = k_2;
                                        k_2 = _e3254 + 1u;
                                    }
                                    loop_init_5 = false;
                                    uint _e2979 = k_2;
                                    if (_e2979 < PART) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e2983 = k_2;
                                        uint _e2989 = key_of(metal::min(first_1 + _e2983, _e158.end - 1u));
                                        uint _e2992 = params.v_row;
                                        uint v_at_8 = _e8.v_base + (_e2989 * _e2992);
                                        {
                                            metal::float4 _e2999 = load_v4_(v_at_8, (0u + tx_1) * 4u, v_2, _buffer_sizes);
                                            {
                                                uint _e3005 = h_7;
                                                uint _e3009 = k_2;
                                                uint _e3014 = k_2;
                                                float p_6 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e3005, 4u)) + naga_div(_e3009, 4u)][naga_mod(_e3014, 4u)];
                                                metal::float4 _e3020 = acc.inner[0];
                                                metal::bool4 _e3024 = nonfinite(_e2999);
                                                acc.inner[0] = _e3020 + metal::select(metal::float4(0.0), p_6 * _e2999, _e3024 & metal::bool4(p_6 != 0.0));
                                            }
                                            {
                                                uint _e3036 = h_7;
                                                uint _e3040 = k_2;
                                                uint _e3045 = k_2;
                                                float p_7 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e3036, 4u)) + naga_div(_e3040, 4u)][naga_mod(_e3045, 4u)];
                                                metal::float4 _e3051 = acc.inner[1];
                                                metal::bool4 _e3055 = nonfinite(_e2999);
                                                acc.inner[1] = _e3051 + metal::select(metal::float4(0.0), p_7 * _e2999, _e3055 & metal::bool4(p_7 != 0.0));
                                            }
                                            {
                                                uint _e3067 = h_7;
                                                uint _e3071 = k_2;
                                                uint _e3076 = k_2;
                                                float p_8 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e3067, 4u)) + naga_div(_e3071, 4u)][naga_mod(_e3076, 4u)];
                                                metal::float4 _e3082 = acc.inner[2];
                                                metal::bool4 _e3086 = nonfinite(_e2999);
                                                acc.inner[2] = _e3082 + metal::select(metal::float4(0.0), p_8 * _e2999, _e3086 & metal::bool4(p_8 != 0.0));
                                            }
                                            {
                                                uint _e3098 = h_7;
                                                uint _e3102 = k_2;
                                                uint _e3107 = k_2;
                                                float p_9 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e3098, 4u)) + naga_div(_e3102, 4u)][naga_mod(_e3107, 4u)];
                                                metal::float4 _e3113 = acc.inner[3];
                                                metal::bool4 _e3117 = nonfinite(_e2999);
                                                acc.inner[3] = _e3113 + metal::select(metal::float4(0.0), p_9 * _e2999, _e3117 & metal::bool4(p_9 != 0.0));
                                            }
                                        }
                                        {
                                            metal::float4 _e3128 = load_v4_(v_at_8, (8u + tx_1) * 4u, v_2, _buffer_sizes);
                                            {
                                                uint _e3134 = h_7;
                                                uint _e3138 = k_2;
                                                uint _e3143 = k_2;
                                                float p_10 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e3134, 4u)) + naga_div(_e3138, 4u)][naga_mod(_e3143, 4u)];
                                                metal::float4 _e3149 = acc.inner[4];
                                                metal::bool4 _e3153 = nonfinite(_e3128);
                                                acc.inner[4] = _e3149 + metal::select(metal::float4(0.0), p_10 * _e3128, _e3153 & metal::bool4(p_10 != 0.0));
                                            }
                                            {
                                                uint _e3165 = h_7;
                                                uint _e3169 = k_2;
                                                uint _e3174 = k_2;
                                                float p_11 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e3165, 4u)) + naga_div(_e3169, 4u)][naga_mod(_e3174, 4u)];
                                                metal::float4 _e3180 = acc.inner[5];
                                                metal::bool4 _e3184 = nonfinite(_e3128);
                                                acc.inner[5] = _e3180 + metal::select(metal::float4(0.0), p_11 * _e3128, _e3184 & metal::bool4(p_11 != 0.0));
                                            }
                                            {
                                                uint _e3196 = h_7;
                                                uint _e3200 = k_2;
                                                uint _e3205 = k_2;
                                                float p_12 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e3196, 4u)) + naga_div(_e3200, 4u)][naga_mod(_e3205, 4u)];
                                                metal::float4 _e3211 = acc.inner[6];
                                                metal::bool4 _e3215 = nonfinite(_e3128);
                                                acc.inner[6] = _e3211 + metal::select(metal::float4(0.0), p_12 * _e3128, _e3215 & metal::bool4(p_12 != 0.0));
                                            }
                                            {
                                                uint _e3227 = h_7;
                                                uint _e3231 = k_2;
                                                uint _e3236 = k_2;
                                                float p_13 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e3227, 4u)) + naga_div(_e3231, 4u)][naga_mod(_e3236, 4u)];
                                                metal::float4 _e3242 = acc.inner[7];
                                                metal::bool4 _e3246 = nonfinite(_e3128);
                                                acc.inner[7] = _e3242 + metal::select(metal::float4(0.0), p_13 * _e3128, _e3246 & metal::bool4(p_13 != 0.0));
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
        float _e3264 = l_1.inner[0];
        float _e3265 = lanes_sum(_e3264);
        part_2.inner[0] = _e3265;
        float _e3269 = part_2.inner[0];
        put_part(0u + ty, tx_1, _e3269, row_part);
    }
    {
        float _e3272 = l_1.inner[1];
        float _e3273 = lanes_sum(_e3272);
        part_2.inner[1] = _e3273;
        float _e3277 = part_2.inner[1];
        put_part(16u + ty, tx_1, _e3277, row_part);
    }
    {
        float _e3280 = l_1.inner[2];
        float _e3281 = lanes_sum(_e3280);
        part_2.inner[2] = _e3281;
        float _e3285 = part_2.inner[2];
        put_part(32u + ty, tx_1, _e3285, row_part);
    }
    {
        float _e3288 = l_1.inner[3];
        float _e3289 = lanes_sum(_e3288);
        part_2.inner[3] = _e3289;
        float _e3293 = part_2.inner[3];
        put_part(48u + ty, tx_1, _e3293, row_part);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    {
        uint row_18 = (_e8.first_row + 0u) + ty;
        if (row_18 < _e8.row_end) {
            uint _e3300 = head_of(_e8, row_18, params);
            uint _e3303 = params.pack;
            uint query_6 = naga_div(row_18, _e3303);
            float _e3306 = m_2.inner[0];
            float _e3310 = part_2.inner[0];
            float _e3311 = row_sum(0u + ty, _e3310, row_part);
            metal::float2 _e3313 = finish_row(_e3306, _e3311, _e3300, _e8.split, params);
            uint _e3314 = output_at(_e8, _e3300, query_6, params);
            float _e3316 = row_weight(b_13, _e3300, query_6);
            float factor = _e3313.x * _e3316;
            {
                uint d_7 = (0u + tx_1) * 4u;
                metal::float4 _e3324 = acc.inner[0];
                metal::float4 _e3326 = output(_e3324 * factor, b_13, _e3300, query_6, d_7);
                store_o4_(_e3314, d_7, V_DIM, _e3326, o, _buffer_sizes);
            }
            {
                uint d_8 = (8u + tx_1) * 4u;
                metal::float4 _e3333 = acc.inner[4];
                metal::float4 _e3335 = output(_e3333 * factor, b_13, _e3300, query_6, d_8);
                store_o4_(_e3314, d_8, V_DIM, _e3335, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3338 = lse_at_1(_e8, _e3300, query_6, params);
                uint _e3342 = params.lse_split;
                store_lse(_e3338 + (_e8.split * _e3342), _e3313.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_19 = (_e8.first_row + 16u) + ty;
        if (row_19 < _e8.row_end) {
            uint _e3352 = head_of(_e8, row_19, params);
            uint _e3355 = params.pack;
            uint query_7 = naga_div(row_19, _e3355);
            float _e3358 = m_2.inner[1];
            float _e3362 = part_2.inner[1];
            float _e3363 = row_sum(16u + ty, _e3362, row_part);
            metal::float2 _e3365 = finish_row(_e3358, _e3363, _e3352, _e8.split, params);
            uint _e3366 = output_at(_e8, _e3352, query_7, params);
            float _e3368 = row_weight(b_13, _e3352, query_7);
            float factor_1 = _e3365.x * _e3368;
            {
                uint d_9 = (0u + tx_1) * 4u;
                metal::float4 _e3376 = acc.inner[1];
                metal::float4 _e3378 = output(_e3376 * factor_1, b_13, _e3352, query_7, d_9);
                store_o4_(_e3366, d_9, V_DIM, _e3378, o, _buffer_sizes);
            }
            {
                uint d_10 = (8u + tx_1) * 4u;
                metal::float4 _e3385 = acc.inner[5];
                metal::float4 _e3387 = output(_e3385 * factor_1, b_13, _e3352, query_7, d_10);
                store_o4_(_e3366, d_10, V_DIM, _e3387, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3390 = lse_at_1(_e8, _e3352, query_7, params);
                uint _e3394 = params.lse_split;
                store_lse(_e3390 + (_e8.split * _e3394), _e3365.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_20 = (_e8.first_row + 32u) + ty;
        if (row_20 < _e8.row_end) {
            uint _e3404 = head_of(_e8, row_20, params);
            uint _e3407 = params.pack;
            uint query_8 = naga_div(row_20, _e3407);
            float _e3410 = m_2.inner[2];
            float _e3414 = part_2.inner[2];
            float _e3415 = row_sum(32u + ty, _e3414, row_part);
            metal::float2 _e3417 = finish_row(_e3410, _e3415, _e3404, _e8.split, params);
            uint _e3418 = output_at(_e8, _e3404, query_8, params);
            float _e3420 = row_weight(b_13, _e3404, query_8);
            float factor_2 = _e3417.x * _e3420;
            {
                uint d_11 = (0u + tx_1) * 4u;
                metal::float4 _e3428 = acc.inner[2];
                metal::float4 _e3430 = output(_e3428 * factor_2, b_13, _e3404, query_8, d_11);
                store_o4_(_e3418, d_11, V_DIM, _e3430, o, _buffer_sizes);
            }
            {
                uint d_12 = (8u + tx_1) * 4u;
                metal::float4 _e3437 = acc.inner[6];
                metal::float4 _e3439 = output(_e3437 * factor_2, b_13, _e3404, query_8, d_12);
                store_o4_(_e3418, d_12, V_DIM, _e3439, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3442 = lse_at_1(_e8, _e3404, query_8, params);
                uint _e3446 = params.lse_split;
                store_lse(_e3442 + (_e8.split * _e3446), _e3417.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_21 = (_e8.first_row + 48u) + ty;
        if (row_21 < _e8.row_end) {
            uint _e3456 = head_of(_e8, row_21, params);
            uint _e3459 = params.pack;
            uint query_9 = naga_div(row_21, _e3459);
            float _e3462 = m_2.inner[3];
            float _e3466 = part_2.inner[3];
            float _e3467 = row_sum(48u + ty, _e3466, row_part);
            metal::float2 _e3469 = finish_row(_e3462, _e3467, _e3456, _e8.split, params);
            uint _e3470 = output_at(_e8, _e3456, query_9, params);
            float _e3472 = row_weight(b_13, _e3456, query_9);
            float factor_3 = _e3469.x * _e3472;
            {
                uint d_13 = (0u + tx_1) * 4u;
                metal::float4 _e3480 = acc.inner[3];
                metal::float4 _e3482 = output(_e3480 * factor_3, b_13, _e3456, query_9, d_13);
                store_o4_(_e3470, d_13, V_DIM, _e3482, o, _buffer_sizes);
            }
            {
                uint d_14 = (8u + tx_1) * 4u;
                metal::float4 _e3489 = acc.inner[7];
                metal::float4 _e3491 = output(_e3489 * factor_3, b_13, _e3456, query_9, d_14);
                store_o4_(_e3470, d_14, V_DIM, _e3491, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3494 = lse_at_1(_e8, _e3456, query_9, params);
                uint _e3498 = params.lse_split;
                store_lse(_e3494 + (_e8.split * _e3498), _e3469.y, lse, _buffer_sizes);
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
[[max_total_threads_per_threadgroup(128)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_3 [[user(fake0)]]
, device type_5 const& v_2 [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, device type_6& lse [[user(fake0)]]
, threadgroup type_12& row_part
, threadgroup type_13& q_tile
, threadgroup type_14& kv_tile
, threadgroup metal::atomic_uint& v_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (tid == 0u) {
        row_part = {};
        q_tile = {};
        kv_tile = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    run(wid, tid, params, q, k_3, v_2, o, lse, row_part, q_tile, kv_tile, v_nonfinite, _buffer_sizes);
    return;
}
