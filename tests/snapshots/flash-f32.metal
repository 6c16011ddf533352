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
constant uint TX = 8u;
constant uint TY = 16u;
constant uint QK_CHUNKS = 2u;
constant uint V_CHUNKS = 2u;
constant uint V_GROUPS = 1u;
constant uint V_PARTS = 2u;
constant uint RQ = 4u;
constant uint WORKGROUP = 128u;
constant uint BLOCK_Q = 64u;
constant uint BLOCK_K = 32u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint STRIDE = 9u;
constant uint KEYS = 2u;
constant uint V_ROW = 16u;
constant uint PART = 16u;
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

metal::uint2 keys_of(
    Group g_5,
    uint row_5,
    constant Params& params
) {
    bool local_8 = {};
    if (!((row_5 >= g_5.row_end))) {
        uint _e9 = head_of(g_5, row_5, params);
        uint _e12 = params.pack;
        float _e14 = row_weight(g_5.seen.batch, _e9, naga_div(row_5, _e12));
        local_8 = _e14 == 0.0;
    } else {
        local_8 = true;
    }
    bool _e18 = local_8;
    if (_e18) {
        return metal::uint2(0u);
    }
    uint _e23 = params.pack;
    metal::uint2 _e28 = key_range(naga_div(row_5, _e23), g_5.seen.offset, g_5.kv_len, params);
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
    uint c = {};
    bool local_9 = {};
    bool local_10 = {};
    bool local_11 = {};
    uint h_7 = {};
    bool local_12 = {};
    bool local_13 = {};
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
            uint _e3169 = t_2;
            t_2 = _e3169 + 1u;
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
            c = 0u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e1370 = c;
                    c = _e1370 + 1u;
                }
                loop_init_3 = false;
                uint _e178 = c;
                if (_e178 < QK_CHUNKS) {
                } else {
                    break;
                }
                {
                    {
                        uint _e189 = q_at.inner[0];
                        uint _e190 = c;
                        metal::float4 _e196 = load_q4_(_e189, ((_e190 * TX) + tx_1) * 4u, q, _buffer_sizes);
                        metal::float4 _e197 = scale_q(_e196, params);
                        q_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e197;
                    }
                    {
                        uint _e206 = q_at.inner[1];
                        uint _e207 = c;
                        metal::float4 _e213 = load_q4_(_e206, ((_e207 * TX) + tx_1) * 4u, q, _buffer_sizes);
                        metal::float4 _e214 = scale_q(_e213, params);
                        q_tile.inner[((16u + ty) * STRIDE) + tx_1] = _e214;
                    }
                    {
                        uint _e223 = q_at.inner[2];
                        uint _e224 = c;
                        metal::float4 _e230 = load_q4_(_e223, ((_e224 * TX) + tx_1) * 4u, q, _buffer_sizes);
                        metal::float4 _e231 = scale_q(_e230, params);
                        q_tile.inner[((32u + ty) * STRIDE) + tx_1] = _e231;
                    }
                    {
                        uint _e240 = q_at.inner[3];
                        uint _e241 = c;
                        metal::float4 _e247 = load_q4_(_e240, ((_e241 * TX) + tx_1) * 4u, q, _buffer_sizes);
                        metal::float4 _e248 = scale_q(_e247, params);
                        q_tile.inner[((48u + ty) * STRIDE) + tx_1] = _e248;
                    }
                    {
                        uint slot_4 = 0u + ty;
                        if (false) {
                            local_9 = slot_4 < BLOCK_K;
                        } else {
                            local_9 = true;
                        }
                        bool _e257 = local_9;
                        if (_e257) {
                            uint _e263 = key_of(metal::min(key0_ + slot_4, _e158.end - 1u));
                            uint _e279 = params.k_row;
                            uint _e282 = c;
                            metal::float4 _e288 = load_k4_(_e8.k_base + (_e263 * _e279), ((_e282 * TX) + tx_1) * 4u, k_3, _buffer_sizes);
                            kv_tile.inner[(((naga_mod(slot_4, 4u) * TX) + naga_div(slot_4, 4u)) * STRIDE) + tx_1] = _e288;
                        }
                    }
                    {
                        uint slot_5 = 16u + ty;
                        if (false) {
                            local_10 = slot_5 < BLOCK_K;
                        } else {
                            local_10 = true;
                        }
                        bool _e297 = local_10;
                        if (_e297) {
                            uint _e303 = key_of(metal::min(key0_ + slot_5, _e158.end - 1u));
                            uint _e319 = params.k_row;
                            uint _e322 = c;
                            metal::float4 _e328 = load_k4_(_e8.k_base + (_e303 * _e319), ((_e322 * TX) + tx_1) * 4u, k_3, _buffer_sizes);
                            kv_tile.inner[(((naga_mod(slot_5, 4u) * TX) + naga_div(slot_5, 4u)) * STRIDE) + tx_1] = _e328;
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    {
                        uint k_at = (tx_1 * STRIDE) + 0u;
                        metal::float4 k0_ = kv_tile.inner[k_at];
                        metal::float4 k1_ = kv_tile.inner[k_at + 72u];
                        metal::float4 k2_ = kv_tile.inner[k_at + 144u];
                        metal::float4 k3_ = kv_tile.inner[k_at + 216u];
                        {
                            metal::float4 x_13 = q_tile.inner[((0u + ty) * STRIDE) + 0u];
                            uint _e359 = c;
                            uint at_1 = ((_e359 * TX) + 0u) * 4u;
                            uint _e369 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                            metal::float4 _e371 = s_10.inner[0];
                            float _e372 = pair(x_13, k0_, _e369, at_1);
                            float _e373 = pair(x_13, k1_, _e369, at_1);
                            float _e374 = pair(x_13, k2_, _e369, at_1);
                            float _e375 = pair(x_13, k3_, _e369, at_1);
                            s_10.inner[0] = _e371 + metal::float4(_e372, _e373, _e374, _e375);
                        }
                        {
                            metal::float4 x_14 = q_tile.inner[((16u + ty) * STRIDE) + 0u];
                            uint _e386 = c;
                            uint at_2 = ((_e386 * TX) + 0u) * 4u;
                            uint _e396 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                            metal::float4 _e398 = s_10.inner[1];
                            float _e399 = pair(x_14, k0_, _e396, at_2);
                            float _e400 = pair(x_14, k1_, _e396, at_2);
                            float _e401 = pair(x_14, k2_, _e396, at_2);
                            float _e402 = pair(x_14, k3_, _e396, at_2);
                            s_10.inner[1] = _e398 + metal::float4(_e399, _e400, _e401, _e402);
                        }
                        {
                            metal::float4 x_15 = q_tile.inner[((32u + ty) * STRIDE) + 0u];
                            uint _e413 = c;
                            uint at_3 = ((_e413 * TX) + 0u) * 4u;
                            uint _e423 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                            metal::float4 _e425 = s_10.inner[2];
                            float _e426 = pair(x_15, k0_, _e423, at_3);
                            float _e427 = pair(x_15, k1_, _e423, at_3);
                            float _e428 = pair(x_15, k2_, _e423, at_3);
                            float _e429 = pair(x_15, k3_, _e423, at_3);
                            s_10.inner[2] = _e425 + metal::float4(_e426, _e427, _e428, _e429);
                        }
                        {
                            metal::float4 x_16 = q_tile.inner[((48u + ty) * STRIDE) + 0u];
                            uint _e440 = c;
                            uint at_4 = ((_e440 * TX) + 0u) * 4u;
                            uint _e450 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                            metal::float4 _e452 = s_10.inner[3];
                            float _e453 = pair(x_16, k0_, _e450, at_4);
                            float _e454 = pair(x_16, k1_, _e450, at_4);
                            float _e455 = pair(x_16, k2_, _e450, at_4);
                            float _e456 = pair(x_16, k3_, _e450, at_4);
                            s_10.inner[3] = _e452 + metal::float4(_e453, _e454, _e455, _e456);
                        }
                    }
                    {
                        uint k_at_1 = (tx_1 * STRIDE) + 1u;
                        metal::float4 k0_1 = kv_tile.inner[k_at_1];
                        metal::float4 k1_1 = kv_tile.inner[k_at_1 + 72u];
                        metal::float4 k2_1 = kv_tile.inner[k_at_1 + 144u];
                        metal::float4 k3_1 = kv_tile.inner[k_at_1 + 216u];
                        {
                            metal::float4 x_17 = q_tile.inner[((0u + ty) * STRIDE) + 1u];
                            uint _e489 = c;
                            uint at_5 = ((_e489 * TX) + 1u) * 4u;
                            uint _e499 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                            metal::float4 _e501 = s_10.inner[0];
                            float _e502 = pair(x_17, k0_1, _e499, at_5);
                            float _e503 = pair(x_17, k1_1, _e499, at_5);
                            float _e504 = pair(x_17, k2_1, _e499, at_5);
                            float _e505 = pair(x_17, k3_1, _e499, at_5);
                            s_10.inner[0] = _e501 + metal::float4(_e502, _e503, _e504, _e505);
                        }
                        {
                            metal::float4 x_18 = q_tile.inner[((16u + ty) * STRIDE) + 1u];
                            uint _e516 = c;
                            uint at_6 = ((_e516 * TX) + 1u) * 4u;
                            uint _e526 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                            metal::float4 _e528 = s_10.inner[1];
                            float _e529 = pair(x_18, k0_1, _e526, at_6);
                            float _e530 = pair(x_18, k1_1, _e526, at_6);
                            float _e531 = pair(x_18, k2_1, _e526, at_6);
                            float _e532 = pair(x_18, k3_1, _e526, at_6);
                            s_10.inner[1] = _e528 + metal::float4(_e529, _e530, _e531, _e532);
                        }
                        {
                            metal::float4 x_19 = q_tile.inner[((32u + ty) * STRIDE) + 1u];
                            uint _e543 = c;
                            uint at_7 = ((_e543 * TX) + 1u) * 4u;
                            uint _e553 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                            metal::float4 _e555 = s_10.inner[2];
                            float _e556 = pair(x_19, k0_1, _e553, at_7);
                            float _e557 = pair(x_19, k1_1, _e553, at_7);
                            float _e558 = pair(x_19, k2_1, _e553, at_7);
                            float _e559 = pair(x_19, k3_1, _e553, at_7);
                            s_10.inner[2] = _e555 + metal::float4(_e556, _e557, _e558, _e559);
                        }
                        {
                            metal::float4 x_20 = q_tile.inner[((48u + ty) * STRIDE) + 1u];
                            uint _e570 = c;
                            uint at_8 = ((_e570 * TX) + 1u) * 4u;
                            uint _e580 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                            metal::float4 _e582 = s_10.inner[3];
                            float _e583 = pair(x_20, k0_1, _e580, at_8);
                            float _e584 = pair(x_20, k1_1, _e580, at_8);
                            float _e585 = pair(x_20, k2_1, _e580, at_8);
                            float _e586 = pair(x_20, k3_1, _e580, at_8);
                            s_10.inner[3] = _e582 + metal::float4(_e583, _e584, _e585, _e586);
                        }
                    }
                    {
                        uint k_at_2 = (tx_1 * STRIDE) + 2u;
                        metal::float4 k0_2 = kv_tile.inner[k_at_2];
                        metal::float4 k1_2 = kv_tile.inner[k_at_2 + 72u];
                        metal::float4 k2_2 = kv_tile.inner[k_at_2 + 144u];
                        metal::float4 k3_2 = kv_tile.inner[k_at_2 + 216u];
                        {
                            metal::float4 x_21 = q_tile.inner[((0u + ty) * STRIDE) + 2u];
                            uint _e619 = c;
                            uint at_9 = ((_e619 * TX) + 2u) * 4u;
                            uint _e629 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                            metal::float4 _e631 = s_10.inner[0];
                            float _e632 = pair(x_21, k0_2, _e629, at_9);
                            float _e633 = pair(x_21, k1_2, _e629, at_9);
                            float _e634 = pair(x_21, k2_2, _e629, at_9);
                            float _e635 = pair(x_21, k3_2, _e629, at_9);
                            s_10.inner[0] = _e631 + metal::float4(_e632, _e633, _e634, _e635);
                        }
                        {
                            metal::float4 x_22 = q_tile.inner[((16u + ty) * STRIDE) + 2u];
                            uint _e646 = c;
                            uint at_10 = ((_e646 * TX) + 2u) * 4u;
                            uint _e656 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                            metal::float4 _e658 = s_10.inner[1];
                            float _e659 = pair(x_22, k0_2, _e656, at_10);
                            float _e660 = pair(x_22, k1_2, _e656, at_10);
                            float _e661 = pair(x_22, k2_2, _e656, at_10);
                            float _e662 = pair(x_22, k3_2, _e656, at_10);
                            s_10.inner[1] = _e658 + metal::float4(_e659, _e660, _e661, _e662);
                        }
                        {
                            metal::float4 x_23 = q_tile.inner[((32u + ty) * STRIDE) + 2u];
                            uint _e673 = c;
                            uint at_11 = ((_e673 * TX) + 2u) * 4u;
                            uint _e683 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                            metal::float4 _e685 = s_10.inner[2];
                            float _e686 = pair(x_23, k0_2, _e683, at_11);
                            float _e687 = pair(x_23, k1_2, _e683, at_11);
                            float _e688 = pair(x_23, k2_2, _e683, at_11);
                            float _e689 = pair(x_23, k3_2, _e683, at_11);
                            s_10.inner[2] = _e685 + metal::float4(_e686, _e687, _e688, _e689);
                        }
                        {
                            metal::float4 x_24 = q_tile.inner[((48u + ty) * STRIDE) + 2u];
                            uint _e700 = c;
                            uint at_12 = ((_e700 * TX) + 2u) * 4u;
                            uint _e710 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                            metal::float4 _e712 = s_10.inner[3];
                            float _e713 = pair(x_24, k0_2, _e710, at_12);
                            float _e714 = pair(x_24, k1_2, _e710, at_12);
                            float _e715 = pair(x_24, k2_2, _e710, at_12);
                            float _e716 = pair(x_24, k3_2, _e710, at_12);
                            s_10.inner[3] = _e712 + metal::float4(_e713, _e714, _e715, _e716);
                        }
                    }
                    {
                        uint k_at_3 = (tx_1 * STRIDE) + 3u;
                        metal::float4 k0_3 = kv_tile.inner[k_at_3];
                        metal::float4 k1_3 = kv_tile.inner[k_at_3 + 72u];
                        metal::float4 k2_3 = kv_tile.inner[k_at_3 + 144u];
                        metal::float4 k3_3 = kv_tile.inner[k_at_3 + 216u];
                        {
                            metal::float4 x_25 = q_tile.inner[((0u + ty) * STRIDE) + 3u];
                            uint _e749 = c;
                            uint at_13 = ((_e749 * TX) + 3u) * 4u;
                            uint _e759 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                            metal::float4 _e761 = s_10.inner[0];
                            float _e762 = pair(x_25, k0_3, _e759, at_13);
                            float _e763 = pair(x_25, k1_3, _e759, at_13);
                            float _e764 = pair(x_25, k2_3, _e759, at_13);
                            float _e765 = pair(x_25, k3_3, _e759, at_13);
                            s_10.inner[0] = _e761 + metal::float4(_e762, _e763, _e764, _e765);
                        }
                        {
                            metal::float4 x_26 = q_tile.inner[((16u + ty) * STRIDE) + 3u];
                            uint _e776 = c;
                            uint at_14 = ((_e776 * TX) + 3u) * 4u;
                            uint _e786 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                            metal::float4 _e788 = s_10.inner[1];
                            float _e789 = pair(x_26, k0_3, _e786, at_14);
                            float _e790 = pair(x_26, k1_3, _e786, at_14);
                            float _e791 = pair(x_26, k2_3, _e786, at_14);
                            float _e792 = pair(x_26, k3_3, _e786, at_14);
                            s_10.inner[1] = _e788 + metal::float4(_e789, _e790, _e791, _e792);
                        }
                        {
                            metal::float4 x_27 = q_tile.inner[((32u + ty) * STRIDE) + 3u];
                            uint _e803 = c;
                            uint at_15 = ((_e803 * TX) + 3u) * 4u;
                            uint _e813 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                            metal::float4 _e815 = s_10.inner[2];
                            float _e816 = pair(x_27, k0_3, _e813, at_15);
                            float _e817 = pair(x_27, k1_3, _e813, at_15);
                            float _e818 = pair(x_27, k2_3, _e813, at_15);
                            float _e819 = pair(x_27, k3_3, _e813, at_15);
                            s_10.inner[2] = _e815 + metal::float4(_e816, _e817, _e818, _e819);
                        }
                        {
                            metal::float4 x_28 = q_tile.inner[((48u + ty) * STRIDE) + 3u];
                            uint _e830 = c;
                            uint at_16 = ((_e830 * TX) + 3u) * 4u;
                            uint _e840 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                            metal::float4 _e842 = s_10.inner[3];
                            float _e843 = pair(x_28, k0_3, _e840, at_16);
                            float _e844 = pair(x_28, k1_3, _e840, at_16);
                            float _e845 = pair(x_28, k2_3, _e840, at_16);
                            float _e846 = pair(x_28, k3_3, _e840, at_16);
                            s_10.inner[3] = _e842 + metal::float4(_e843, _e844, _e845, _e846);
                        }
                    }
                    {
                        uint k_at_4 = (tx_1 * STRIDE) + 4u;
                        metal::float4 k0_4 = kv_tile.inner[k_at_4];
                        metal::float4 k1_4 = kv_tile.inner[k_at_4 + 72u];
                        metal::float4 k2_4 = kv_tile.inner[k_at_4 + 144u];
                        metal::float4 k3_4 = kv_tile.inner[k_at_4 + 216u];
                        {
                            metal::float4 x_29 = q_tile.inner[((0u + ty) * STRIDE) + 4u];
                            uint _e879 = c;
                            uint at_17 = ((_e879 * TX) + 4u) * 4u;
                            uint _e889 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                            metal::float4 _e891 = s_10.inner[0];
                            float _e892 = pair(x_29, k0_4, _e889, at_17);
                            float _e893 = pair(x_29, k1_4, _e889, at_17);
                            float _e894 = pair(x_29, k2_4, _e889, at_17);
                            float _e895 = pair(x_29, k3_4, _e889, at_17);
                            s_10.inner[0] = _e891 + metal::float4(_e892, _e893, _e894, _e895);
                        }
                        {
                            metal::float4 x_30 = q_tile.inner[((16u + ty) * STRIDE) + 4u];
                            uint _e906 = c;
                            uint at_18 = ((_e906 * TX) + 4u) * 4u;
                            uint _e916 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                            metal::float4 _e918 = s_10.inner[1];
                            float _e919 = pair(x_30, k0_4, _e916, at_18);
                            float _e920 = pair(x_30, k1_4, _e916, at_18);
                            float _e921 = pair(x_30, k2_4, _e916, at_18);
                            float _e922 = pair(x_30, k3_4, _e916, at_18);
                            s_10.inner[1] = _e918 + metal::float4(_e919, _e920, _e921, _e922);
                        }
                        {
                            metal::float4 x_31 = q_tile.inner[((32u + ty) * STRIDE) + 4u];
                            uint _e933 = c;
                            uint at_19 = ((_e933 * TX) + 4u) * 4u;
                            uint _e943 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                            metal::float4 _e945 = s_10.inner[2];
                            float _e946 = pair(x_31, k0_4, _e943, at_19);
                            float _e947 = pair(x_31, k1_4, _e943, at_19);
                            float _e948 = pair(x_31, k2_4, _e943, at_19);
                            float _e949 = pair(x_31, k3_4, _e943, at_19);
                            s_10.inner[2] = _e945 + metal::float4(_e946, _e947, _e948, _e949);
                        }
                        {
                            metal::float4 x_32 = q_tile.inner[((48u + ty) * STRIDE) + 4u];
                            uint _e960 = c;
                            uint at_20 = ((_e960 * TX) + 4u) * 4u;
                            uint _e970 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                            metal::float4 _e972 = s_10.inner[3];
                            float _e973 = pair(x_32, k0_4, _e970, at_20);
                            float _e974 = pair(x_32, k1_4, _e970, at_20);
                            float _e975 = pair(x_32, k2_4, _e970, at_20);
                            float _e976 = pair(x_32, k3_4, _e970, at_20);
                            s_10.inner[3] = _e972 + metal::float4(_e973, _e974, _e975, _e976);
                        }
                    }
                    {
                        uint k_at_5 = (tx_1 * STRIDE) + 5u;
                        metal::float4 k0_5 = kv_tile.inner[k_at_5];
                        metal::float4 k1_5 = kv_tile.inner[k_at_5 + 72u];
                        metal::float4 k2_5 = kv_tile.inner[k_at_5 + 144u];
                        metal::float4 k3_5 = kv_tile.inner[k_at_5 + 216u];
                        {
                            metal::float4 x_33 = q_tile.inner[((0u + ty) * STRIDE) + 5u];
                            uint _e1009 = c;
                            uint at_21 = ((_e1009 * TX) + 5u) * 4u;
                            uint _e1019 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                            metal::float4 _e1021 = s_10.inner[0];
                            float _e1022 = pair(x_33, k0_5, _e1019, at_21);
                            float _e1023 = pair(x_33, k1_5, _e1019, at_21);
                            float _e1024 = pair(x_33, k2_5, _e1019, at_21);
                            float _e1025 = pair(x_33, k3_5, _e1019, at_21);
                            s_10.inner[0] = _e1021 + metal::float4(_e1022, _e1023, _e1024, _e1025);
                        }
                        {
                            metal::float4 x_34 = q_tile.inner[((16u + ty) * STRIDE) + 5u];
                            uint _e1036 = c;
                            uint at_22 = ((_e1036 * TX) + 5u) * 4u;
                            uint _e1046 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                            metal::float4 _e1048 = s_10.inner[1];
                            float _e1049 = pair(x_34, k0_5, _e1046, at_22);
                            float _e1050 = pair(x_34, k1_5, _e1046, at_22);
                            float _e1051 = pair(x_34, k2_5, _e1046, at_22);
                            float _e1052 = pair(x_34, k3_5, _e1046, at_22);
                            s_10.inner[1] = _e1048 + metal::float4(_e1049, _e1050, _e1051, _e1052);
                        }
                        {
                            metal::float4 x_35 = q_tile.inner[((32u + ty) * STRIDE) + 5u];
                            uint _e1063 = c;
                            uint at_23 = ((_e1063 * TX) + 5u) * 4u;
                            uint _e1073 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                            metal::float4 _e1075 = s_10.inner[2];
                            float _e1076 = pair(x_35, k0_5, _e1073, at_23);
                            float _e1077 = pair(x_35, k1_5, _e1073, at_23);
                            float _e1078 = pair(x_35, k2_5, _e1073, at_23);
                            float _e1079 = pair(x_35, k3_5, _e1073, at_23);
                            s_10.inner[2] = _e1075 + metal::float4(_e1076, _e1077, _e1078, _e1079);
                        }
                        {
                            metal::float4 x_36 = q_tile.inner[((48u + ty) * STRIDE) + 5u];
                            uint _e1090 = c;
                            uint at_24 = ((_e1090 * TX) + 5u) * 4u;
                            uint _e1100 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                            metal::float4 _e1102 = s_10.inner[3];
                            float _e1103 = pair(x_36, k0_5, _e1100, at_24);
                            float _e1104 = pair(x_36, k1_5, _e1100, at_24);
                            float _e1105 = pair(x_36, k2_5, _e1100, at_24);
                            float _e1106 = pair(x_36, k3_5, _e1100, at_24);
                            s_10.inner[3] = _e1102 + metal::float4(_e1103, _e1104, _e1105, _e1106);
                        }
                    }
                    {
                        uint k_at_6 = (tx_1 * STRIDE) + 6u;
                        metal::float4 k0_6 = kv_tile.inner[k_at_6];
                        metal::float4 k1_6 = kv_tile.inner[k_at_6 + 72u];
                        metal::float4 k2_6 = kv_tile.inner[k_at_6 + 144u];
                        metal::float4 k3_6 = kv_tile.inner[k_at_6 + 216u];
                        {
                            metal::float4 x_37 = q_tile.inner[((0u + ty) * STRIDE) + 6u];
                            uint _e1139 = c;
                            uint at_25 = ((_e1139 * TX) + 6u) * 4u;
                            uint _e1149 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                            metal::float4 _e1151 = s_10.inner[0];
                            float _e1152 = pair(x_37, k0_6, _e1149, at_25);
                            float _e1153 = pair(x_37, k1_6, _e1149, at_25);
                            float _e1154 = pair(x_37, k2_6, _e1149, at_25);
                            float _e1155 = pair(x_37, k3_6, _e1149, at_25);
                            s_10.inner[0] = _e1151 + metal::float4(_e1152, _e1153, _e1154, _e1155);
                        }
                        {
                            metal::float4 x_38 = q_tile.inner[((16u + ty) * STRIDE) + 6u];
                            uint _e1166 = c;
                            uint at_26 = ((_e1166 * TX) + 6u) * 4u;
                            uint _e1176 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                            metal::float4 _e1178 = s_10.inner[1];
                            float _e1179 = pair(x_38, k0_6, _e1176, at_26);
                            float _e1180 = pair(x_38, k1_6, _e1176, at_26);
                            float _e1181 = pair(x_38, k2_6, _e1176, at_26);
                            float _e1182 = pair(x_38, k3_6, _e1176, at_26);
                            s_10.inner[1] = _e1178 + metal::float4(_e1179, _e1180, _e1181, _e1182);
                        }
                        {
                            metal::float4 x_39 = q_tile.inner[((32u + ty) * STRIDE) + 6u];
                            uint _e1193 = c;
                            uint at_27 = ((_e1193 * TX) + 6u) * 4u;
                            uint _e1203 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                            metal::float4 _e1205 = s_10.inner[2];
                            float _e1206 = pair(x_39, k0_6, _e1203, at_27);
                            float _e1207 = pair(x_39, k1_6, _e1203, at_27);
                            float _e1208 = pair(x_39, k2_6, _e1203, at_27);
                            float _e1209 = pair(x_39, k3_6, _e1203, at_27);
                            s_10.inner[2] = _e1205 + metal::float4(_e1206, _e1207, _e1208, _e1209);
                        }
                        {
                            metal::float4 x_40 = q_tile.inner[((48u + ty) * STRIDE) + 6u];
                            uint _e1220 = c;
                            uint at_28 = ((_e1220 * TX) + 6u) * 4u;
                            uint _e1230 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                            metal::float4 _e1232 = s_10.inner[3];
                            float _e1233 = pair(x_40, k0_6, _e1230, at_28);
                            float _e1234 = pair(x_40, k1_6, _e1230, at_28);
                            float _e1235 = pair(x_40, k2_6, _e1230, at_28);
                            float _e1236 = pair(x_40, k3_6, _e1230, at_28);
                            s_10.inner[3] = _e1232 + metal::float4(_e1233, _e1234, _e1235, _e1236);
                        }
                    }
                    {
                        uint k_at_7 = (tx_1 * STRIDE) + 7u;
                        metal::float4 k0_7 = kv_tile.inner[k_at_7];
                        metal::float4 k1_7 = kv_tile.inner[k_at_7 + 72u];
                        metal::float4 k2_7 = kv_tile.inner[k_at_7 + 144u];
                        metal::float4 k3_7 = kv_tile.inner[k_at_7 + 216u];
                        {
                            metal::float4 x_41 = q_tile.inner[((0u + ty) * STRIDE) + 7u];
                            uint _e1269 = c;
                            uint at_29 = ((_e1269 * TX) + 7u) * 4u;
                            uint _e1279 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                            metal::float4 _e1281 = s_10.inner[0];
                            float _e1282 = pair(x_41, k0_7, _e1279, at_29);
                            float _e1283 = pair(x_41, k1_7, _e1279, at_29);
                            float _e1284 = pair(x_41, k2_7, _e1279, at_29);
                            float _e1285 = pair(x_41, k3_7, _e1279, at_29);
                            s_10.inner[0] = _e1281 + metal::float4(_e1282, _e1283, _e1284, _e1285);
                        }
                        {
                            metal::float4 x_42 = q_tile.inner[((16u + ty) * STRIDE) + 7u];
                            uint _e1296 = c;
                            uint at_30 = ((_e1296 * TX) + 7u) * 4u;
                            uint _e1306 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                            metal::float4 _e1308 = s_10.inner[1];
                            float _e1309 = pair(x_42, k0_7, _e1306, at_30);
                            float _e1310 = pair(x_42, k1_7, _e1306, at_30);
                            float _e1311 = pair(x_42, k2_7, _e1306, at_30);
                            float _e1312 = pair(x_42, k3_7, _e1306, at_30);
                            s_10.inner[1] = _e1308 + metal::float4(_e1309, _e1310, _e1311, _e1312);
                        }
                        {
                            metal::float4 x_43 = q_tile.inner[((32u + ty) * STRIDE) + 7u];
                            uint _e1323 = c;
                            uint at_31 = ((_e1323 * TX) + 7u) * 4u;
                            uint _e1333 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                            metal::float4 _e1335 = s_10.inner[2];
                            float _e1336 = pair(x_43, k0_7, _e1333, at_31);
                            float _e1337 = pair(x_43, k1_7, _e1333, at_31);
                            float _e1338 = pair(x_43, k2_7, _e1333, at_31);
                            float _e1339 = pair(x_43, k3_7, _e1333, at_31);
                            s_10.inner[2] = _e1335 + metal::float4(_e1336, _e1337, _e1338, _e1339);
                        }
                        {
                            metal::float4 x_44 = q_tile.inner[((48u + ty) * STRIDE) + 7u];
                            uint _e1350 = c;
                            uint at_32 = ((_e1350 * TX) + 7u) * 4u;
                            uint _e1360 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                            metal::float4 _e1362 = s_10.inner[3];
                            float _e1363 = pair(x_44, k0_7, _e1360, at_32);
                            float _e1364 = pair(x_44, k1_7, _e1360, at_32);
                            float _e1365 = pair(x_44, k2_7, _e1360, at_32);
                            float _e1366 = pair(x_44, k3_7, _e1360, at_32);
                            s_10.inner[3] = _e1362 + metal::float4(_e1363, _e1364, _e1365, _e1366);
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                }
            }
            if (true) {
                bool _e1375 = sees_whole(_e8, _e158);
                local_11 = !(_e1375);
            } else {
                local_11 = true;
            }
            bool edits = local_11;
            {
                metal::float4 _e1381 = s_10.inner[0];
                metal::float4 _e1382 = scale_pairs(_e1381);
                s_10.inner[0] = _e1382;
                if (edits) {
                    uint row_10 = (_e8.first_row + 0u) + ty;
                    uint _e1387 = head_of(_e8, row_10, params);
                    uint _e1390 = params.pack;
                    uint query_2 = naga_div(row_10, _e1390);
                    metal::float4 _e1394 = s_10.inner[0];
                    metal::uint2 _e1398 = keys_of(_e8, row_10, params);
                    metal::uint2 _e1400 = seen_keys(_e1398, _e158.end, b_13, _e1387, query_2);
                    metal::float4 _e1401 = edit_four(_e1394, b_13, _e1387, query_2, key0_ + (tx_1 * 4u), _e1400);
                    s_10.inner[0] = _e1401;
                }
                metal::float4 _e1404 = s_10.inner[0];
                float _e1405 = size_of(_e1404);
                float _e1406 = lanes_max(_e1405);
                part_2.inner[0] = _e1406;
                float _e1410 = part_2.inner[0];
                put_part(0u + ty, tx_1, _e1410, row_part);
            }
            {
                metal::float4 _e1413 = s_10.inner[1];
                metal::float4 _e1414 = scale_pairs(_e1413);
                s_10.inner[1] = _e1414;
                if (edits) {
                    uint row_11 = (_e8.first_row + 16u) + ty;
                    uint _e1419 = head_of(_e8, row_11, params);
                    uint _e1422 = params.pack;
                    uint query_3 = naga_div(row_11, _e1422);
                    metal::float4 _e1426 = s_10.inner[1];
                    metal::uint2 _e1430 = keys_of(_e8, row_11, params);
                    metal::uint2 _e1432 = seen_keys(_e1430, _e158.end, b_13, _e1419, query_3);
                    metal::float4 _e1433 = edit_four(_e1426, b_13, _e1419, query_3, key0_ + (tx_1 * 4u), _e1432);
                    s_10.inner[1] = _e1433;
                }
                metal::float4 _e1436 = s_10.inner[1];
                float _e1437 = size_of(_e1436);
                float _e1438 = lanes_max(_e1437);
                part_2.inner[1] = _e1438;
                float _e1442 = part_2.inner[1];
                put_part(16u + ty, tx_1, _e1442, row_part);
            }
            {
                metal::float4 _e1445 = s_10.inner[2];
                metal::float4 _e1446 = scale_pairs(_e1445);
                s_10.inner[2] = _e1446;
                if (edits) {
                    uint row_12 = (_e8.first_row + 32u) + ty;
                    uint _e1451 = head_of(_e8, row_12, params);
                    uint _e1454 = params.pack;
                    uint query_4 = naga_div(row_12, _e1454);
                    metal::float4 _e1458 = s_10.inner[2];
                    metal::uint2 _e1462 = keys_of(_e8, row_12, params);
                    metal::uint2 _e1464 = seen_keys(_e1462, _e158.end, b_13, _e1451, query_4);
                    metal::float4 _e1465 = edit_four(_e1458, b_13, _e1451, query_4, key0_ + (tx_1 * 4u), _e1464);
                    s_10.inner[2] = _e1465;
                }
                metal::float4 _e1468 = s_10.inner[2];
                float _e1469 = size_of(_e1468);
                float _e1470 = lanes_max(_e1469);
                part_2.inner[2] = _e1470;
                float _e1474 = part_2.inner[2];
                put_part(32u + ty, tx_1, _e1474, row_part);
            }
            {
                metal::float4 _e1477 = s_10.inner[3];
                metal::float4 _e1478 = scale_pairs(_e1477);
                s_10.inner[3] = _e1478;
                if (edits) {
                    uint row_13 = (_e8.first_row + 48u) + ty;
                    uint _e1483 = head_of(_e8, row_13, params);
                    uint _e1486 = params.pack;
                    uint query_5 = naga_div(row_13, _e1486);
                    metal::float4 _e1490 = s_10.inner[3];
                    metal::uint2 _e1494 = keys_of(_e8, row_13, params);
                    metal::uint2 _e1496 = seen_keys(_e1494, _e158.end, b_13, _e1483, query_5);
                    metal::float4 _e1497 = edit_four(_e1490, b_13, _e1483, query_5, key0_ + (tx_1 * 4u), _e1496);
                    s_10.inner[3] = _e1497;
                }
                metal::float4 _e1500 = s_10.inner[3];
                float _e1501 = size_of(_e1500);
                float _e1502 = lanes_max(_e1501);
                part_2.inner[3] = _e1502;
                float _e1506 = part_2.inner[3];
                put_part(48u + ty, tx_1, _e1506, row_part);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            {
                float _e1508 = m_2.inner[0];
                float _e1512 = part_2.inner[0];
                float _e1513 = row_max(0u + ty, _e1512, row_part);
                float _e1514 = next_max(_e1508, _e1513);
                float _e1516 = m_2.inner[0];
                float shrink_1 = metal::exp(_e1516 - _e1514);
                uint row_14 = (_e8.first_row + 0u) + ty;
                metal::float4 _e1524 = s_10.inner[0];
                uint _e1525 = head_of(_e8, row_14, params);
                uint _e1528 = params.pack;
                metal::float4 _e1533 = weights(_e1524, _e1514, b_13, _e1525, naga_div(row_14, _e1528), key0_ + (tx_1 * 4u));
                q_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e1533;
                float _e1543 = l_1.inner[0];
                metal::float4 _e1546 = s_10.inner[0];
                float _e1547 = mass(_e1546, _e1533);
                l_1.inner[0] = (_e1543 * shrink_1) + _e1547;
                m_2.inner[0] = _e1514;
                {
                    metal::float4 _e1551 = acc.inner[0];
                    acc.inner[0] = _e1551 * shrink_1;
                }
                {
                    metal::float4 _e1554 = acc.inner[4];
                    acc.inner[4] = _e1554 * shrink_1;
                }
            }
            {
                float _e1557 = m_2.inner[1];
                float _e1561 = part_2.inner[1];
                float _e1562 = row_max(16u + ty, _e1561, row_part);
                float _e1563 = next_max(_e1557, _e1562);
                float _e1565 = m_2.inner[1];
                float shrink_2 = metal::exp(_e1565 - _e1563);
                uint row_15 = (_e8.first_row + 16u) + ty;
                metal::float4 _e1573 = s_10.inner[1];
                uint _e1574 = head_of(_e8, row_15, params);
                uint _e1577 = params.pack;
                metal::float4 _e1582 = weights(_e1573, _e1563, b_13, _e1574, naga_div(row_15, _e1577), key0_ + (tx_1 * 4u));
                q_tile.inner[((16u + ty) * STRIDE) + tx_1] = _e1582;
                float _e1592 = l_1.inner[1];
                metal::float4 _e1595 = s_10.inner[1];
                float _e1596 = mass(_e1595, _e1582);
                l_1.inner[1] = (_e1592 * shrink_2) + _e1596;
                m_2.inner[1] = _e1563;
                {
                    metal::float4 _e1600 = acc.inner[1];
                    acc.inner[1] = _e1600 * shrink_2;
                }
                {
                    metal::float4 _e1603 = acc.inner[5];
                    acc.inner[5] = _e1603 * shrink_2;
                }
            }
            {
                float _e1606 = m_2.inner[2];
                float _e1610 = part_2.inner[2];
                float _e1611 = row_max(32u + ty, _e1610, row_part);
                float _e1612 = next_max(_e1606, _e1611);
                float _e1614 = m_2.inner[2];
                float shrink_3 = metal::exp(_e1614 - _e1612);
                uint row_16 = (_e8.first_row + 32u) + ty;
                metal::float4 _e1622 = s_10.inner[2];
                uint _e1623 = head_of(_e8, row_16, params);
                uint _e1626 = params.pack;
                metal::float4 _e1631 = weights(_e1622, _e1612, b_13, _e1623, naga_div(row_16, _e1626), key0_ + (tx_1 * 4u));
                q_tile.inner[((32u + ty) * STRIDE) + tx_1] = _e1631;
                float _e1641 = l_1.inner[2];
                metal::float4 _e1644 = s_10.inner[2];
                float _e1645 = mass(_e1644, _e1631);
                l_1.inner[2] = (_e1641 * shrink_3) + _e1645;
                m_2.inner[2] = _e1612;
                {
                    metal::float4 _e1649 = acc.inner[2];
                    acc.inner[2] = _e1649 * shrink_3;
                }
                {
                    metal::float4 _e1652 = acc.inner[6];
                    acc.inner[6] = _e1652 * shrink_3;
                }
            }
            {
                float _e1655 = m_2.inner[3];
                float _e1659 = part_2.inner[3];
                float _e1660 = row_max(48u + ty, _e1659, row_part);
                float _e1661 = next_max(_e1655, _e1660);
                float _e1663 = m_2.inner[3];
                float shrink_4 = metal::exp(_e1663 - _e1661);
                uint row_17 = (_e8.first_row + 48u) + ty;
                metal::float4 _e1671 = s_10.inner[3];
                uint _e1672 = head_of(_e8, row_17, params);
                uint _e1675 = params.pack;
                metal::float4 _e1680 = weights(_e1671, _e1661, b_13, _e1672, naga_div(row_17, _e1675), key0_ + (tx_1 * 4u));
                q_tile.inner[((48u + ty) * STRIDE) + tx_1] = _e1680;
                float _e1690 = l_1.inner[3];
                metal::float4 _e1693 = s_10.inner[3];
                float _e1694 = mass(_e1693, _e1680);
                l_1.inner[3] = (_e1690 * shrink_4) + _e1694;
                m_2.inner[3] = _e1661;
                {
                    metal::float4 _e1698 = acc.inner[3];
                    acc.inner[3] = _e1698 * shrink_4;
                }
                {
                    metal::float4 _e1701 = acc.inner[7];
                    acc.inner[7] = _e1701 * shrink_4;
                }
            }
            {
                h_7 = 0u;
                uint2 loop_bound_4 = uint2(4294967295u);
                bool loop_init_4 = true;
                while(true) {
                    if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                    loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                    if (!loop_init_4) {
                        uint _e3166 = h_7;
                        h_7 = _e3166 + 1u;
                    }
                    loop_init_4 = false;
                    uint _e1705 = h_7;
                    if (_e1705 < V_PARTS) {
                    } else {
                        break;
                    }
                    {
                        {
                            uint i_8 = 0u + tid_1;
                            if (false) {
                                local_12 = i_8 < 256u;
                            } else {
                                local_12 = true;
                            }
                            bool _e1716 = local_12;
                            if (_e1716) {
                                uint _e1717 = h_7;
                                uint _e1728 = key_of(metal::min((key0_ + (_e1717 * PART)) + naga_div(i_8, V_ROW), _e158.end - 1u));
                                uint _e1732 = params.v_row;
                                metal::float4 _e1741 = load_v4_(_e8.v_base + (_e1728 * _e1732), (0u + naga_mod(i_8, V_ROW)) * 4u, v_2, _buffer_sizes);
                                metal::bool4 _e1742 = nonfinite(_e1741);
                                if (metal::any(_e1742)) {
                                    metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                }
                                kv_tile.inner[i_8] = metal::select(_e1741, metal::float4(0.0), _e1742);
                            }
                        }
                        {
                            uint i_9 = 128u + tid_1;
                            if (false) {
                                local_13 = i_9 < 256u;
                            } else {
                                local_13 = true;
                            }
                            bool _e1759 = local_13;
                            if (_e1759) {
                                uint _e1760 = h_7;
                                uint _e1771 = key_of(metal::min((key0_ + (_e1760 * PART)) + naga_div(i_9, V_ROW), _e158.end - 1u));
                                uint _e1775 = params.v_row;
                                metal::float4 _e1784 = load_v4_(_e8.v_base + (_e1771 * _e1775), (0u + naga_mod(i_9, V_ROW)) * 4u, v_2, _buffer_sizes);
                                metal::bool4 _e1785 = nonfinite(_e1784);
                                if (metal::any(_e1785)) {
                                    metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                }
                                kv_tile.inner[i_9] = metal::select(_e1784, metal::float4(0.0), _e1785);
                            }
                        }
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                        {
                            p_1 = type_19 {};
                            {
                                uint _e1803 = h_7;
                                metal::float4 _e1809 = q_tile.inner[(((0u + ty) * STRIDE) + (_e1803 * 4u)) + 0u];
                                p_1.inner[0] = _e1809;
                            }
                            {
                                uint _e1816 = h_7;
                                metal::float4 _e1822 = q_tile.inner[(((16u + ty) * STRIDE) + (_e1816 * 4u)) + 0u];
                                p_1.inner[1] = _e1822;
                            }
                            {
                                uint _e1829 = h_7;
                                metal::float4 _e1835 = q_tile.inner[(((32u + ty) * STRIDE) + (_e1829 * 4u)) + 0u];
                                p_1.inner[2] = _e1835;
                            }
                            {
                                uint _e1842 = h_7;
                                metal::float4 _e1848 = q_tile.inner[(((48u + ty) * STRIDE) + (_e1842 * 4u)) + 0u];
                                p_1.inner[3] = _e1848;
                            }
                            {
                                uint v_at = 0u + tx_1;
                                metal::float4 v0_ = kv_tile.inner[v_at];
                                metal::float4 v1_ = kv_tile.inner[v_at + V_ROW];
                                metal::float4 v2_ = kv_tile.inner[v_at + 32u];
                                metal::float4 v3_ = kv_tile.inner[v_at + 48u];
                                {
                                    metal::float4 _e1870 = acc.inner[0];
                                    float _e1873 = p_1.inner[0].x;
                                    float _e1877 = p_1.inner[0].y;
                                    float _e1882 = p_1.inner[0].z;
                                    float _e1887 = p_1.inner[0].w;
                                    acc.inner[0] = _e1870 + ((((_e1873 * v0_) + (_e1877 * v1_)) + (_e1882 * v2_)) + (_e1887 * v3_));
                                }
                                {
                                    metal::float4 _e1892 = acc.inner[1];
                                    float _e1895 = p_1.inner[1].x;
                                    float _e1899 = p_1.inner[1].y;
                                    float _e1904 = p_1.inner[1].z;
                                    float _e1909 = p_1.inner[1].w;
                                    acc.inner[1] = _e1892 + ((((_e1895 * v0_) + (_e1899 * v1_)) + (_e1904 * v2_)) + (_e1909 * v3_));
                                }
                                {
                                    metal::float4 _e1914 = acc.inner[2];
                                    float _e1917 = p_1.inner[2].x;
                                    float _e1921 = p_1.inner[2].y;
                                    float _e1926 = p_1.inner[2].z;
                                    float _e1931 = p_1.inner[2].w;
                                    acc.inner[2] = _e1914 + ((((_e1917 * v0_) + (_e1921 * v1_)) + (_e1926 * v2_)) + (_e1931 * v3_));
                                }
                                {
                                    metal::float4 _e1936 = acc.inner[3];
                                    float _e1939 = p_1.inner[3].x;
                                    float _e1943 = p_1.inner[3].y;
                                    float _e1948 = p_1.inner[3].z;
                                    float _e1953 = p_1.inner[3].w;
                                    acc.inner[3] = _e1936 + ((((_e1939 * v0_) + (_e1943 * v1_)) + (_e1948 * v2_)) + (_e1953 * v3_));
                                }
                            }
                            {
                                uint v_at_1 = 8u + tx_1;
                                metal::float4 v0_1 = kv_tile.inner[v_at_1];
                                metal::float4 v1_1 = kv_tile.inner[v_at_1 + V_ROW];
                                metal::float4 v2_1 = kv_tile.inner[v_at_1 + 32u];
                                metal::float4 v3_1 = kv_tile.inner[v_at_1 + 48u];
                                {
                                    metal::float4 _e1978 = acc.inner[4];
                                    float _e1981 = p_1.inner[0].x;
                                    float _e1985 = p_1.inner[0].y;
                                    float _e1990 = p_1.inner[0].z;
                                    float _e1995 = p_1.inner[0].w;
                                    acc.inner[4] = _e1978 + ((((_e1981 * v0_1) + (_e1985 * v1_1)) + (_e1990 * v2_1)) + (_e1995 * v3_1));
                                }
                                {
                                    metal::float4 _e2000 = acc.inner[5];
                                    float _e2003 = p_1.inner[1].x;
                                    float _e2007 = p_1.inner[1].y;
                                    float _e2012 = p_1.inner[1].z;
                                    float _e2017 = p_1.inner[1].w;
                                    acc.inner[5] = _e2000 + ((((_e2003 * v0_1) + (_e2007 * v1_1)) + (_e2012 * v2_1)) + (_e2017 * v3_1));
                                }
                                {
                                    metal::float4 _e2022 = acc.inner[6];
                                    float _e2025 = p_1.inner[2].x;
                                    float _e2029 = p_1.inner[2].y;
                                    float _e2034 = p_1.inner[2].z;
                                    float _e2039 = p_1.inner[2].w;
                                    acc.inner[6] = _e2022 + ((((_e2025 * v0_1) + (_e2029 * v1_1)) + (_e2034 * v2_1)) + (_e2039 * v3_1));
                                }
                                {
                                    metal::float4 _e2044 = acc.inner[7];
                                    float _e2047 = p_1.inner[3].x;
                                    float _e2051 = p_1.inner[3].y;
                                    float _e2056 = p_1.inner[3].z;
                                    float _e2061 = p_1.inner[3].w;
                                    acc.inner[7] = _e2044 + ((((_e2047 * v0_1) + (_e2051 * v1_1)) + (_e2056 * v2_1)) + (_e2061 * v3_1));
                                }
                            }
                        }
                        {
                            p_2 = type_19 {};
                            {
                                uint _e2074 = h_7;
                                metal::float4 _e2080 = q_tile.inner[(((0u + ty) * STRIDE) + (_e2074 * 4u)) + 1u];
                                p_2.inner[0] = _e2080;
                            }
                            {
                                uint _e2087 = h_7;
                                metal::float4 _e2093 = q_tile.inner[(((16u + ty) * STRIDE) + (_e2087 * 4u)) + 1u];
                                p_2.inner[1] = _e2093;
                            }
                            {
                                uint _e2100 = h_7;
                                metal::float4 _e2106 = q_tile.inner[(((32u + ty) * STRIDE) + (_e2100 * 4u)) + 1u];
                                p_2.inner[2] = _e2106;
                            }
                            {
                                uint _e2113 = h_7;
                                metal::float4 _e2119 = q_tile.inner[(((48u + ty) * STRIDE) + (_e2113 * 4u)) + 1u];
                                p_2.inner[3] = _e2119;
                            }
                            {
                                uint v_at_2 = 64u + tx_1;
                                metal::float4 v0_2 = kv_tile.inner[v_at_2];
                                metal::float4 v1_2 = kv_tile.inner[v_at_2 + V_ROW];
                                metal::float4 v2_2 = kv_tile.inner[v_at_2 + 32u];
                                metal::float4 v3_2 = kv_tile.inner[v_at_2 + 48u];
                                {
                                    metal::float4 _e2141 = acc.inner[0];
                                    float _e2144 = p_2.inner[0].x;
                                    float _e2148 = p_2.inner[0].y;
                                    float _e2153 = p_2.inner[0].z;
                                    float _e2158 = p_2.inner[0].w;
                                    acc.inner[0] = _e2141 + ((((_e2144 * v0_2) + (_e2148 * v1_2)) + (_e2153 * v2_2)) + (_e2158 * v3_2));
                                }
                                {
                                    metal::float4 _e2163 = acc.inner[1];
                                    float _e2166 = p_2.inner[1].x;
                                    float _e2170 = p_2.inner[1].y;
                                    float _e2175 = p_2.inner[1].z;
                                    float _e2180 = p_2.inner[1].w;
                                    acc.inner[1] = _e2163 + ((((_e2166 * v0_2) + (_e2170 * v1_2)) + (_e2175 * v2_2)) + (_e2180 * v3_2));
                                }
                                {
                                    metal::float4 _e2185 = acc.inner[2];
                                    float _e2188 = p_2.inner[2].x;
                                    float _e2192 = p_2.inner[2].y;
                                    float _e2197 = p_2.inner[2].z;
                                    float _e2202 = p_2.inner[2].w;
                                    acc.inner[2] = _e2185 + ((((_e2188 * v0_2) + (_e2192 * v1_2)) + (_e2197 * v2_2)) + (_e2202 * v3_2));
                                }
                                {
                                    metal::float4 _e2207 = acc.inner[3];
                                    float _e2210 = p_2.inner[3].x;
                                    float _e2214 = p_2.inner[3].y;
                                    float _e2219 = p_2.inner[3].z;
                                    float _e2224 = p_2.inner[3].w;
                                    acc.inner[3] = _e2207 + ((((_e2210 * v0_2) + (_e2214 * v1_2)) + (_e2219 * v2_2)) + (_e2224 * v3_2));
                                }
                            }
                            {
                                uint v_at_3 = 72u + tx_1;
                                metal::float4 v0_3 = kv_tile.inner[v_at_3];
                                metal::float4 v1_3 = kv_tile.inner[v_at_3 + V_ROW];
                                metal::float4 v2_3 = kv_tile.inner[v_at_3 + 32u];
                                metal::float4 v3_3 = kv_tile.inner[v_at_3 + 48u];
                                {
                                    metal::float4 _e2249 = acc.inner[4];
                                    float _e2252 = p_2.inner[0].x;
                                    float _e2256 = p_2.inner[0].y;
                                    float _e2261 = p_2.inner[0].z;
                                    float _e2266 = p_2.inner[0].w;
                                    acc.inner[4] = _e2249 + ((((_e2252 * v0_3) + (_e2256 * v1_3)) + (_e2261 * v2_3)) + (_e2266 * v3_3));
                                }
                                {
                                    metal::float4 _e2271 = acc.inner[5];
                                    float _e2274 = p_2.inner[1].x;
                                    float _e2278 = p_2.inner[1].y;
                                    float _e2283 = p_2.inner[1].z;
                                    float _e2288 = p_2.inner[1].w;
                                    acc.inner[5] = _e2271 + ((((_e2274 * v0_3) + (_e2278 * v1_3)) + (_e2283 * v2_3)) + (_e2288 * v3_3));
                                }
                                {
                                    metal::float4 _e2293 = acc.inner[6];
                                    float _e2296 = p_2.inner[2].x;
                                    float _e2300 = p_2.inner[2].y;
                                    float _e2305 = p_2.inner[2].z;
                                    float _e2310 = p_2.inner[2].w;
                                    acc.inner[6] = _e2293 + ((((_e2296 * v0_3) + (_e2300 * v1_3)) + (_e2305 * v2_3)) + (_e2310 * v3_3));
                                }
                                {
                                    metal::float4 _e2315 = acc.inner[7];
                                    float _e2318 = p_2.inner[3].x;
                                    float _e2322 = p_2.inner[3].y;
                                    float _e2327 = p_2.inner[3].z;
                                    float _e2332 = p_2.inner[3].w;
                                    acc.inner[7] = _e2315 + ((((_e2318 * v0_3) + (_e2322 * v1_3)) + (_e2327 * v2_3)) + (_e2332 * v3_3));
                                }
                            }
                        }
                        {
                            p_3 = type_19 {};
                            {
                                uint _e2345 = h_7;
                                metal::float4 _e2351 = q_tile.inner[(((0u + ty) * STRIDE) + (_e2345 * 4u)) + 2u];
                                p_3.inner[0] = _e2351;
                            }
                            {
                                uint _e2358 = h_7;
                                metal::float4 _e2364 = q_tile.inner[(((16u + ty) * STRIDE) + (_e2358 * 4u)) + 2u];
                                p_3.inner[1] = _e2364;
                            }
                            {
                                uint _e2371 = h_7;
                                metal::float4 _e2377 = q_tile.inner[(((32u + ty) * STRIDE) + (_e2371 * 4u)) + 2u];
                                p_3.inner[2] = _e2377;
                            }
                            {
                                uint _e2384 = h_7;
                                metal::float4 _e2390 = q_tile.inner[(((48u + ty) * STRIDE) + (_e2384 * 4u)) + 2u];
                                p_3.inner[3] = _e2390;
                            }
                            {
                                uint v_at_4 = 128u + tx_1;
                                metal::float4 v0_4 = kv_tile.inner[v_at_4];
                                metal::float4 v1_4 = kv_tile.inner[v_at_4 + V_ROW];
                                metal::float4 v2_4 = kv_tile.inner[v_at_4 + 32u];
                                metal::float4 v3_4 = kv_tile.inner[v_at_4 + 48u];
                                {
                                    metal::float4 _e2412 = acc.inner[0];
                                    float _e2415 = p_3.inner[0].x;
                                    float _e2419 = p_3.inner[0].y;
                                    float _e2424 = p_3.inner[0].z;
                                    float _e2429 = p_3.inner[0].w;
                                    acc.inner[0] = _e2412 + ((((_e2415 * v0_4) + (_e2419 * v1_4)) + (_e2424 * v2_4)) + (_e2429 * v3_4));
                                }
                                {
                                    metal::float4 _e2434 = acc.inner[1];
                                    float _e2437 = p_3.inner[1].x;
                                    float _e2441 = p_3.inner[1].y;
                                    float _e2446 = p_3.inner[1].z;
                                    float _e2451 = p_3.inner[1].w;
                                    acc.inner[1] = _e2434 + ((((_e2437 * v0_4) + (_e2441 * v1_4)) + (_e2446 * v2_4)) + (_e2451 * v3_4));
                                }
                                {
                                    metal::float4 _e2456 = acc.inner[2];
                                    float _e2459 = p_3.inner[2].x;
                                    float _e2463 = p_3.inner[2].y;
                                    float _e2468 = p_3.inner[2].z;
                                    float _e2473 = p_3.inner[2].w;
                                    acc.inner[2] = _e2456 + ((((_e2459 * v0_4) + (_e2463 * v1_4)) + (_e2468 * v2_4)) + (_e2473 * v3_4));
                                }
                                {
                                    metal::float4 _e2478 = acc.inner[3];
                                    float _e2481 = p_3.inner[3].x;
                                    float _e2485 = p_3.inner[3].y;
                                    float _e2490 = p_3.inner[3].z;
                                    float _e2495 = p_3.inner[3].w;
                                    acc.inner[3] = _e2478 + ((((_e2481 * v0_4) + (_e2485 * v1_4)) + (_e2490 * v2_4)) + (_e2495 * v3_4));
                                }
                            }
                            {
                                uint v_at_5 = 136u + tx_1;
                                metal::float4 v0_5 = kv_tile.inner[v_at_5];
                                metal::float4 v1_5 = kv_tile.inner[v_at_5 + V_ROW];
                                metal::float4 v2_5 = kv_tile.inner[v_at_5 + 32u];
                                metal::float4 v3_5 = kv_tile.inner[v_at_5 + 48u];
                                {
                                    metal::float4 _e2520 = acc.inner[4];
                                    float _e2523 = p_3.inner[0].x;
                                    float _e2527 = p_3.inner[0].y;
                                    float _e2532 = p_3.inner[0].z;
                                    float _e2537 = p_3.inner[0].w;
                                    acc.inner[4] = _e2520 + ((((_e2523 * v0_5) + (_e2527 * v1_5)) + (_e2532 * v2_5)) + (_e2537 * v3_5));
                                }
                                {
                                    metal::float4 _e2542 = acc.inner[5];
                                    float _e2545 = p_3.inner[1].x;
                                    float _e2549 = p_3.inner[1].y;
                                    float _e2554 = p_3.inner[1].z;
                                    float _e2559 = p_3.inner[1].w;
                                    acc.inner[5] = _e2542 + ((((_e2545 * v0_5) + (_e2549 * v1_5)) + (_e2554 * v2_5)) + (_e2559 * v3_5));
                                }
                                {
                                    metal::float4 _e2564 = acc.inner[6];
                                    float _e2567 = p_3.inner[2].x;
                                    float _e2571 = p_3.inner[2].y;
                                    float _e2576 = p_3.inner[2].z;
                                    float _e2581 = p_3.inner[2].w;
                                    acc.inner[6] = _e2564 + ((((_e2567 * v0_5) + (_e2571 * v1_5)) + (_e2576 * v2_5)) + (_e2581 * v3_5));
                                }
                                {
                                    metal::float4 _e2586 = acc.inner[7];
                                    float _e2589 = p_3.inner[3].x;
                                    float _e2593 = p_3.inner[3].y;
                                    float _e2598 = p_3.inner[3].z;
                                    float _e2603 = p_3.inner[3].w;
                                    acc.inner[7] = _e2586 + ((((_e2589 * v0_5) + (_e2593 * v1_5)) + (_e2598 * v2_5)) + (_e2603 * v3_5));
                                }
                            }
                        }
                        {
                            p_4 = type_19 {};
                            {
                                uint _e2616 = h_7;
                                metal::float4 _e2622 = q_tile.inner[(((0u + ty) * STRIDE) + (_e2616 * 4u)) + 3u];
                                p_4.inner[0] = _e2622;
                            }
                            {
                                uint _e2629 = h_7;
                                metal::float4 _e2635 = q_tile.inner[(((16u + ty) * STRIDE) + (_e2629 * 4u)) + 3u];
                                p_4.inner[1] = _e2635;
                            }
                            {
                                uint _e2642 = h_7;
                                metal::float4 _e2648 = q_tile.inner[(((32u + ty) * STRIDE) + (_e2642 * 4u)) + 3u];
                                p_4.inner[2] = _e2648;
                            }
                            {
                                uint _e2655 = h_7;
                                metal::float4 _e2661 = q_tile.inner[(((48u + ty) * STRIDE) + (_e2655 * 4u)) + 3u];
                                p_4.inner[3] = _e2661;
                            }
                            {
                                uint v_at_6 = 192u + tx_1;
                                metal::float4 v0_6 = kv_tile.inner[v_at_6];
                                metal::float4 v1_6 = kv_tile.inner[v_at_6 + V_ROW];
                                metal::float4 v2_6 = kv_tile.inner[v_at_6 + 32u];
                                metal::float4 v3_6 = kv_tile.inner[v_at_6 + 48u];
                                {
                                    metal::float4 _e2683 = acc.inner[0];
                                    float _e2686 = p_4.inner[0].x;
                                    float _e2690 = p_4.inner[0].y;
                                    float _e2695 = p_4.inner[0].z;
                                    float _e2700 = p_4.inner[0].w;
                                    acc.inner[0] = _e2683 + ((((_e2686 * v0_6) + (_e2690 * v1_6)) + (_e2695 * v2_6)) + (_e2700 * v3_6));
                                }
                                {
                                    metal::float4 _e2705 = acc.inner[1];
                                    float _e2708 = p_4.inner[1].x;
                                    float _e2712 = p_4.inner[1].y;
                                    float _e2717 = p_4.inner[1].z;
                                    float _e2722 = p_4.inner[1].w;
                                    acc.inner[1] = _e2705 + ((((_e2708 * v0_6) + (_e2712 * v1_6)) + (_e2717 * v2_6)) + (_e2722 * v3_6));
                                }
                                {
                                    metal::float4 _e2727 = acc.inner[2];
                                    float _e2730 = p_4.inner[2].x;
                                    float _e2734 = p_4.inner[2].y;
                                    float _e2739 = p_4.inner[2].z;
                                    float _e2744 = p_4.inner[2].w;
                                    acc.inner[2] = _e2727 + ((((_e2730 * v0_6) + (_e2734 * v1_6)) + (_e2739 * v2_6)) + (_e2744 * v3_6));
                                }
                                {
                                    metal::float4 _e2749 = acc.inner[3];
                                    float _e2752 = p_4.inner[3].x;
                                    float _e2756 = p_4.inner[3].y;
                                    float _e2761 = p_4.inner[3].z;
                                    float _e2766 = p_4.inner[3].w;
                                    acc.inner[3] = _e2749 + ((((_e2752 * v0_6) + (_e2756 * v1_6)) + (_e2761 * v2_6)) + (_e2766 * v3_6));
                                }
                            }
                            {
                                uint v_at_7 = 200u + tx_1;
                                metal::float4 v0_7 = kv_tile.inner[v_at_7];
                                metal::float4 v1_7 = kv_tile.inner[v_at_7 + V_ROW];
                                metal::float4 v2_7 = kv_tile.inner[v_at_7 + 32u];
                                metal::float4 v3_7 = kv_tile.inner[v_at_7 + 48u];
                                {
                                    metal::float4 _e2791 = acc.inner[4];
                                    float _e2794 = p_4.inner[0].x;
                                    float _e2798 = p_4.inner[0].y;
                                    float _e2803 = p_4.inner[0].z;
                                    float _e2808 = p_4.inner[0].w;
                                    acc.inner[4] = _e2791 + ((((_e2794 * v0_7) + (_e2798 * v1_7)) + (_e2803 * v2_7)) + (_e2808 * v3_7));
                                }
                                {
                                    metal::float4 _e2813 = acc.inner[5];
                                    float _e2816 = p_4.inner[1].x;
                                    float _e2820 = p_4.inner[1].y;
                                    float _e2825 = p_4.inner[1].z;
                                    float _e2830 = p_4.inner[1].w;
                                    acc.inner[5] = _e2813 + ((((_e2816 * v0_7) + (_e2820 * v1_7)) + (_e2825 * v2_7)) + (_e2830 * v3_7));
                                }
                                {
                                    metal::float4 _e2835 = acc.inner[6];
                                    float _e2838 = p_4.inner[2].x;
                                    float _e2842 = p_4.inner[2].y;
                                    float _e2847 = p_4.inner[2].z;
                                    float _e2852 = p_4.inner[2].w;
                                    acc.inner[6] = _e2835 + ((((_e2838 * v0_7) + (_e2842 * v1_7)) + (_e2847 * v2_7)) + (_e2852 * v3_7));
                                }
                                {
                                    metal::float4 _e2857 = acc.inner[7];
                                    float _e2860 = p_4.inner[3].x;
                                    float _e2864 = p_4.inner[3].y;
                                    float _e2869 = p_4.inner[3].z;
                                    float _e2874 = p_4.inner[3].w;
                                    acc.inner[7] = _e2857 + ((((_e2860 * v0_7) + (_e2864 * v1_7)) + (_e2869 * v2_7)) + (_e2874 * v3_7));
                                }
                            }
                        }
                        uint _e2879 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                        if (_e2879 != 0u) {
                            k_2 = 0u;
                            uint2 loop_bound_5 = uint2(4294967295u);
                            bool loop_init_5 = true;
                            while(true) {
                                if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                                if (!loop_init_5) {
                                    uint _e3163 = k_2;
                                    k_2 = _e3163 + 1u;
                                }
                                loop_init_5 = false;
                                uint _e2884 = k_2;
                                if (_e2884 < PART) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e2888 = h_7;
                                    uint _e2892 = k_2;
                                    uint _e2898 = key_of(metal::min((key0_ + (_e2888 * PART)) + _e2892, _e158.end - 1u));
                                    uint _e2901 = params.v_row;
                                    uint v_at_8 = _e8.v_base + (_e2898 * _e2901);
                                    {
                                        metal::float4 _e2908 = load_v4_(v_at_8, (0u + tx_1) * 4u, v_2, _buffer_sizes);
                                        {
                                            uint _e2914 = h_7;
                                            uint _e2918 = k_2;
                                            uint _e2923 = k_2;
                                            float p_6 = q_tile.inner[(((0u + ty) * STRIDE) + (_e2914 * 4u)) + naga_div(_e2918, 4u)][naga_mod(_e2923, 4u)];
                                            metal::float4 _e2929 = acc.inner[0];
                                            metal::bool4 _e2933 = nonfinite(_e2908);
                                            acc.inner[0] = _e2929 + metal::select(metal::float4(0.0), p_6 * _e2908, _e2933 & metal::bool4(p_6 != 0.0));
                                        }
                                        {
                                            uint _e2945 = h_7;
                                            uint _e2949 = k_2;
                                            uint _e2954 = k_2;
                                            float p_7 = q_tile.inner[(((16u + ty) * STRIDE) + (_e2945 * 4u)) + naga_div(_e2949, 4u)][naga_mod(_e2954, 4u)];
                                            metal::float4 _e2960 = acc.inner[1];
                                            metal::bool4 _e2964 = nonfinite(_e2908);
                                            acc.inner[1] = _e2960 + metal::select(metal::float4(0.0), p_7 * _e2908, _e2964 & metal::bool4(p_7 != 0.0));
                                        }
                                        {
                                            uint _e2976 = h_7;
                                            uint _e2980 = k_2;
                                            uint _e2985 = k_2;
                                            float p_8 = q_tile.inner[(((32u + ty) * STRIDE) + (_e2976 * 4u)) + naga_div(_e2980, 4u)][naga_mod(_e2985, 4u)];
                                            metal::float4 _e2991 = acc.inner[2];
                                            metal::bool4 _e2995 = nonfinite(_e2908);
                                            acc.inner[2] = _e2991 + metal::select(metal::float4(0.0), p_8 * _e2908, _e2995 & metal::bool4(p_8 != 0.0));
                                        }
                                        {
                                            uint _e3007 = h_7;
                                            uint _e3011 = k_2;
                                            uint _e3016 = k_2;
                                            float p_9 = q_tile.inner[(((48u + ty) * STRIDE) + (_e3007 * 4u)) + naga_div(_e3011, 4u)][naga_mod(_e3016, 4u)];
                                            metal::float4 _e3022 = acc.inner[3];
                                            metal::bool4 _e3026 = nonfinite(_e2908);
                                            acc.inner[3] = _e3022 + metal::select(metal::float4(0.0), p_9 * _e2908, _e3026 & metal::bool4(p_9 != 0.0));
                                        }
                                    }
                                    {
                                        metal::float4 _e3037 = load_v4_(v_at_8, (8u + tx_1) * 4u, v_2, _buffer_sizes);
                                        {
                                            uint _e3043 = h_7;
                                            uint _e3047 = k_2;
                                            uint _e3052 = k_2;
                                            float p_10 = q_tile.inner[(((0u + ty) * STRIDE) + (_e3043 * 4u)) + naga_div(_e3047, 4u)][naga_mod(_e3052, 4u)];
                                            metal::float4 _e3058 = acc.inner[4];
                                            metal::bool4 _e3062 = nonfinite(_e3037);
                                            acc.inner[4] = _e3058 + metal::select(metal::float4(0.0), p_10 * _e3037, _e3062 & metal::bool4(p_10 != 0.0));
                                        }
                                        {
                                            uint _e3074 = h_7;
                                            uint _e3078 = k_2;
                                            uint _e3083 = k_2;
                                            float p_11 = q_tile.inner[(((16u + ty) * STRIDE) + (_e3074 * 4u)) + naga_div(_e3078, 4u)][naga_mod(_e3083, 4u)];
                                            metal::float4 _e3089 = acc.inner[5];
                                            metal::bool4 _e3093 = nonfinite(_e3037);
                                            acc.inner[5] = _e3089 + metal::select(metal::float4(0.0), p_11 * _e3037, _e3093 & metal::bool4(p_11 != 0.0));
                                        }
                                        {
                                            uint _e3105 = h_7;
                                            uint _e3109 = k_2;
                                            uint _e3114 = k_2;
                                            float p_12 = q_tile.inner[(((32u + ty) * STRIDE) + (_e3105 * 4u)) + naga_div(_e3109, 4u)][naga_mod(_e3114, 4u)];
                                            metal::float4 _e3120 = acc.inner[6];
                                            metal::bool4 _e3124 = nonfinite(_e3037);
                                            acc.inner[6] = _e3120 + metal::select(metal::float4(0.0), p_12 * _e3037, _e3124 & metal::bool4(p_12 != 0.0));
                                        }
                                        {
                                            uint _e3136 = h_7;
                                            uint _e3140 = k_2;
                                            uint _e3145 = k_2;
                                            float p_13 = q_tile.inner[(((48u + ty) * STRIDE) + (_e3136 * 4u)) + naga_div(_e3140, 4u)][naga_mod(_e3145, 4u)];
                                            metal::float4 _e3151 = acc.inner[7];
                                            metal::bool4 _e3155 = nonfinite(_e3037);
                                            acc.inner[7] = _e3151 + metal::select(metal::float4(0.0), p_13 * _e3037, _e3155 & metal::bool4(p_13 != 0.0));
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
    {
        float _e3173 = l_1.inner[0];
        float _e3174 = lanes_sum(_e3173);
        part_2.inner[0] = _e3174;
        float _e3178 = part_2.inner[0];
        put_part(0u + ty, tx_1, _e3178, row_part);
    }
    {
        float _e3181 = l_1.inner[1];
        float _e3182 = lanes_sum(_e3181);
        part_2.inner[1] = _e3182;
        float _e3186 = part_2.inner[1];
        put_part(16u + ty, tx_1, _e3186, row_part);
    }
    {
        float _e3189 = l_1.inner[2];
        float _e3190 = lanes_sum(_e3189);
        part_2.inner[2] = _e3190;
        float _e3194 = part_2.inner[2];
        put_part(32u + ty, tx_1, _e3194, row_part);
    }
    {
        float _e3197 = l_1.inner[3];
        float _e3198 = lanes_sum(_e3197);
        part_2.inner[3] = _e3198;
        float _e3202 = part_2.inner[3];
        put_part(48u + ty, tx_1, _e3202, row_part);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    {
        uint row_18 = (_e8.first_row + 0u) + ty;
        if (row_18 < _e8.row_end) {
            uint _e3209 = head_of(_e8, row_18, params);
            uint _e3212 = params.pack;
            uint query_6 = naga_div(row_18, _e3212);
            float _e3215 = m_2.inner[0];
            float _e3219 = part_2.inner[0];
            float _e3220 = row_sum(0u + ty, _e3219, row_part);
            metal::float2 _e3222 = finish_row(_e3215, _e3220, _e3209, _e8.split, params);
            uint _e3223 = output_at(_e8, _e3209, query_6, params);
            float _e3225 = row_weight(b_13, _e3209, query_6);
            float factor = _e3222.x * _e3225;
            {
                uint d_7 = (0u + tx_1) * 4u;
                metal::float4 _e3233 = acc.inner[0];
                metal::float4 _e3235 = output(_e3233 * factor, b_13, _e3209, query_6, d_7);
                store_o4_(_e3223, d_7, V_DIM, _e3235, o, _buffer_sizes);
            }
            {
                uint d_8 = (8u + tx_1) * 4u;
                metal::float4 _e3242 = acc.inner[4];
                metal::float4 _e3244 = output(_e3242 * factor, b_13, _e3209, query_6, d_8);
                store_o4_(_e3223, d_8, V_DIM, _e3244, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3247 = lse_at_1(_e8, _e3209, query_6, params);
                uint _e3251 = params.lse_split;
                store_lse(_e3247 + (_e8.split * _e3251), _e3222.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_19 = (_e8.first_row + 16u) + ty;
        if (row_19 < _e8.row_end) {
            uint _e3261 = head_of(_e8, row_19, params);
            uint _e3264 = params.pack;
            uint query_7 = naga_div(row_19, _e3264);
            float _e3267 = m_2.inner[1];
            float _e3271 = part_2.inner[1];
            float _e3272 = row_sum(16u + ty, _e3271, row_part);
            metal::float2 _e3274 = finish_row(_e3267, _e3272, _e3261, _e8.split, params);
            uint _e3275 = output_at(_e8, _e3261, query_7, params);
            float _e3277 = row_weight(b_13, _e3261, query_7);
            float factor_1 = _e3274.x * _e3277;
            {
                uint d_9 = (0u + tx_1) * 4u;
                metal::float4 _e3285 = acc.inner[1];
                metal::float4 _e3287 = output(_e3285 * factor_1, b_13, _e3261, query_7, d_9);
                store_o4_(_e3275, d_9, V_DIM, _e3287, o, _buffer_sizes);
            }
            {
                uint d_10 = (8u + tx_1) * 4u;
                metal::float4 _e3294 = acc.inner[5];
                metal::float4 _e3296 = output(_e3294 * factor_1, b_13, _e3261, query_7, d_10);
                store_o4_(_e3275, d_10, V_DIM, _e3296, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3299 = lse_at_1(_e8, _e3261, query_7, params);
                uint _e3303 = params.lse_split;
                store_lse(_e3299 + (_e8.split * _e3303), _e3274.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_20 = (_e8.first_row + 32u) + ty;
        if (row_20 < _e8.row_end) {
            uint _e3313 = head_of(_e8, row_20, params);
            uint _e3316 = params.pack;
            uint query_8 = naga_div(row_20, _e3316);
            float _e3319 = m_2.inner[2];
            float _e3323 = part_2.inner[2];
            float _e3324 = row_sum(32u + ty, _e3323, row_part);
            metal::float2 _e3326 = finish_row(_e3319, _e3324, _e3313, _e8.split, params);
            uint _e3327 = output_at(_e8, _e3313, query_8, params);
            float _e3329 = row_weight(b_13, _e3313, query_8);
            float factor_2 = _e3326.x * _e3329;
            {
                uint d_11 = (0u + tx_1) * 4u;
                metal::float4 _e3337 = acc.inner[2];
                metal::float4 _e3339 = output(_e3337 * factor_2, b_13, _e3313, query_8, d_11);
                store_o4_(_e3327, d_11, V_DIM, _e3339, o, _buffer_sizes);
            }
            {
                uint d_12 = (8u + tx_1) * 4u;
                metal::float4 _e3346 = acc.inner[6];
                metal::float4 _e3348 = output(_e3346 * factor_2, b_13, _e3313, query_8, d_12);
                store_o4_(_e3327, d_12, V_DIM, _e3348, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3351 = lse_at_1(_e8, _e3313, query_8, params);
                uint _e3355 = params.lse_split;
                store_lse(_e3351 + (_e8.split * _e3355), _e3326.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_21 = (_e8.first_row + 48u) + ty;
        if (row_21 < _e8.row_end) {
            uint _e3365 = head_of(_e8, row_21, params);
            uint _e3368 = params.pack;
            uint query_9 = naga_div(row_21, _e3368);
            float _e3371 = m_2.inner[3];
            float _e3375 = part_2.inner[3];
            float _e3376 = row_sum(48u + ty, _e3375, row_part);
            metal::float2 _e3378 = finish_row(_e3371, _e3376, _e3365, _e8.split, params);
            uint _e3379 = output_at(_e8, _e3365, query_9, params);
            float _e3381 = row_weight(b_13, _e3365, query_9);
            float factor_3 = _e3378.x * _e3381;
            {
                uint d_13 = (0u + tx_1) * 4u;
                metal::float4 _e3389 = acc.inner[3];
                metal::float4 _e3391 = output(_e3389 * factor_3, b_13, _e3365, query_9, d_13);
                store_o4_(_e3379, d_13, V_DIM, _e3391, o, _buffer_sizes);
            }
            {
                uint d_14 = (8u + tx_1) * 4u;
                metal::float4 _e3398 = acc.inner[7];
                metal::float4 _e3400 = output(_e3398 * factor_3, b_13, _e3365, query_9, d_14);
                store_o4_(_e3379, d_14, V_DIM, _e3400, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3403 = lse_at_1(_e8, _e3365, query_9, params);
                uint _e3407 = params.lse_split;
                store_lse(_e3403 + (_e8.split * _e3407), _e3378.y, lse, _buffer_sizes);
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
