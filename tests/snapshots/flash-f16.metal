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
typedef metal::half4 type_4[1];
typedef float type_5[1];
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
    float inner[256];
};
struct type_13 {
    metal::float4 inner[288];
};
struct type_15 {
    uint inner[4];
};
struct type_16 {
    metal::uint2 inner[4];
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
constant uint TY = 8u;
constant uint QK_CHUNKS = 2u;
constant uint V_CHUNKS = 2u;
constant uint RQ = 4u;
constant uint WORKGROUP = 64u;
constant uint BLOCK_Q = 32u;
constant uint BLOCK_K = 32u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint STRIDE = 9u;

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
    device type_4 const& q,
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
    device type_4 const& k_3,
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
    device type_4 const& v_1,
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
    device type_4& o,
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
    device type_5& lse,
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

void run(
    metal::uint3 wid_2,
    uint tid_1,
    constant Params& params,
    device type_4 const& q,
    device type_4 const& k_3,
    device type_4 const& v_1,
    device type_4& o,
    device type_5& lse,
    threadgroup type_12& row_part,
    threadgroup type_13& q_tile,
    threadgroup type_13& kv_tile,
    threadgroup type_13& p_tile,
    threadgroup metal::atomic_uint& v_nonfinite,
    constant _mslBufferSizes& _buffer_sizes
) {
    type_15 row_q = {};
    type_15 row_head = {};
    type_16 row_keys = {};
    type_17 row_factor = {};
    type_17 m_2 = {};
    type_17 l_1 = {};
    type_17 part_2 = {};
    uint r = 0u;
    type_18 acc = {};
    uint n_3 = 0u;
    bool staged = false;
    uint t_2 = {};
    type_19 s_10 = {};
    uint r_1 = {};
    uint c = {};
    bool local_8 = {};
    uint n_4 = {};
    metal::float4 x_13 = {};
    uint n_5 = {};
    metal::float4 x_14 = {};
    uint d_7 = {};
    uint r_2 = {};
    uint r_3 = {};
    uint r_4 = {};
    uint c_1 = {};
    uint c_2 = {};
    uint n_6 = {};
    metal::float4 x_15 = {};
    uint k4_ = {};
    uint r_5 = {};
    uint k_2 = {};
    uint r_6 = {};
    uint r_7 = 0u;
    uint r_8 = 0u;
    uint c_3 = {};
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
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e103 = r;
            r = _e103 + 1u;
        }
        loop_init_2 = false;
        uint _e31 = r;
        if (_e31 < RQ) {
        } else {
            break;
        }
        {
            uint _e38 = r;
            uint row_5 = (_e8.first_row + (ty * RQ)) + _e38;
            uint _e40 = r;
            uint _e44 = params.pack;
            row_q.inner[_e40] = naga_div(row_5, _e44);
            uint _e46 = r;
            uint _e48 = head_of(_e8, row_5, params);
            row_head.inner[_e46] = _e48;
            uint _e49 = r;
            row_keys.inner[_e49] = metal::uint2(0u);
            uint _e53 = r;
            row_factor.inner[_e53] = 0.0;
            if (row_5 < _e8.row_end) {
                uint _e58 = r;
                uint _e60 = r;
                uint _e62 = row_head.inner[_e60];
                uint _e63 = r;
                uint _e65 = row_q.inner[_e63];
                float _e66 = row_weight(b_13, _e62, _e65);
                row_factor.inner[_e58] = _e66;
                uint _e67 = r;
                uint _e69 = r;
                uint _e71 = row_q.inner[_e69];
                metal::uint2 _e75 = key_range(_e71, _e8.seen.offset, _e8.kv_len, params);
                uint _e78 = r;
                float _e80 = row_factor.inner[_e78];
                row_keys.inner[_e67] = (_e80 == 0.0) ? metal::uint2(0u) : _e75;
            }
            uint _e84 = r;
            m_2.inner[_e84] = MASKED;
            if (row_5 < _e8.row_end) {
                uint _e89 = r;
                uint _e91 = r;
                uint _e93 = row_head.inner[_e91];
                uint _e94 = r;
                uint _e96 = row_q.inner[_e94];
                uint _e97 = lse_at_1(_e8, _e93, _e96, params);
                float _e98 = first_max(_e97);
                m_2.inner[_e89] = _e98;
            }
            uint _e99 = r;
            l_1.inner[_e99] = 0.0;
        }
    }
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e116 = n_3;
            n_3 = _e116 + 1u;
        }
        loop_init_3 = false;
        uint _e108 = n_3;
        if (_e108 < 8u) {
        } else {
            break;
        }
        {
            uint _e111 = n_3;
            acc.inner[_e111] = metal::float4(0.0);
        }
    }
    t_2 = _e8.tiles[0];
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e641 = t_2;
            t_2 = _e641 + 1u;
        }
        loop_init_4 = false;
        uint _e123 = t_2;
        if (_e123 < _e8.tiles[1]) {
        } else {
            break;
        }
        {
            uint _e127 = t_2;
            Tile _e131 = tile_at(_e127, _e8.tiles[2], _e8.seen);
            uint key0_ = _e131.first;
            if (key0_ >= _e131.end) {
                continue;
            }
            s_10 = type_19 {};
            r_1 = 0u;
            uint2 loop_bound_5 = uint2(4294967295u);
            bool loop_init_5 = true;
            while(true) {
                if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                if (!loop_init_5) {
                    uint _e147 = r_1;
                    r_1 = _e147 + 1u;
                }
                loop_init_5 = false;
                uint _e139 = r_1;
                if (_e139 < RQ) {
                } else {
                    break;
                }
                {
                    uint _e142 = r_1;
                    s_10.inner[_e142] = metal::float4(0.0);
                }
            }
            c = 0u;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e328 = c;
                    c = _e328 + 1u;
                }
                loop_init_6 = false;
                uint _e151 = c;
                if (_e151 < QK_CHUNKS) {
                } else {
                    break;
                }
                {
                    if (false) {
                        bool _e157 = staged;
                        local_8 = !(_e157);
                    } else {
                        local_8 = true;
                    }
                    bool _e160 = local_8;
                    if (_e160) {
                        n_4 = tid_1;
                        uint2 loop_bound_7 = uint2(4294967295u);
                        bool loop_init_7 = true;
                        while(true) {
                            if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                            loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                            if (!loop_init_7) {
                                uint _e199 = n_4;
                                n_4 = _e199 + WORKGROUP;
                            }
                            loop_init_7 = false;
                            uint _e162 = n_4;
                            if (_e162 < 256u) {
                            } else {
                                break;
                            }
                            {
                                uint _e166 = n_4;
                                uint row_6 = _e8.first_row + naga_div(_e166, TX);
                                x_13 = metal::float4(0.0);
                                if (row_6 < _e8.row_end) {
                                    uint _e175 = query_at(_e8, row_6, params);
                                    uint _e176 = c;
                                    uint _e179 = n_4;
                                    metal::float4 _e185 = load_q4_(_e175, ((_e176 * TX) + naga_mod(_e179, TX)) * 4u, q, _buffer_sizes);
                                    metal::float4 _e186 = scale_q(_e185, params);
                                    x_13 = _e186;
                                }
                                uint _e188 = n_4;
                                uint _e193 = n_4;
                                metal::float4 _e198 = x_13;
                                q_tile.inner[(naga_div(_e188, TX) * STRIDE) + naga_mod(_e193, TX)] = _e198;
                            }
                        }
                    }
                    n_5 = tid_1;
                    uint2 loop_bound_8 = uint2(4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_8) {
                            uint _e244 = n_5;
                            n_5 = _e244 + WORKGROUP;
                        }
                        loop_init_8 = false;
                        uint _e203 = n_5;
                        if (_e203 < 256u) {
                        } else {
                            break;
                        }
                        {
                            uint _e206 = n_5;
                            uint _e210 = key_of(key0_ + naga_div(_e206, TX));
                            x_14 = metal::float4(0.0);
                            if (_e210 < _e131.end) {
                                uint _e219 = params.k_row;
                                uint _e222 = c;
                                uint _e225 = n_5;
                                metal::float4 _e231 = load_k4_(_e8.k_base + (_e210 * _e219), ((_e222 * TX) + naga_mod(_e225, TX)) * 4u, k_3, _buffer_sizes);
                                x_14 = _e231;
                            }
                            uint _e233 = n_5;
                            uint _e238 = n_5;
                            metal::float4 _e243 = x_14;
                            kv_tile.inner[(naga_div(_e233, TX) * STRIDE) + naga_mod(_e238, TX)] = _e243;
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
                            uint _e325 = d_7;
                            d_7 = _e325 + 1u;
                        }
                        loop_init_9 = false;
                        uint _e250 = d_7;
                        if (_e250 < TX) {
                        } else {
                            break;
                        }
                        {
                            uint _e257 = d_7;
                            uint k_at = ((tx_1 * 4u) * STRIDE) + _e257;
                            metal::float4 k0_ = kv_tile.inner[k_at];
                            metal::float4 k1_ = kv_tile.inner[k_at + STRIDE];
                            metal::float4 k2_ = kv_tile.inner[k_at + 18u];
                            metal::float4 k3_ = kv_tile.inner[k_at + 27u];
                            r_2 = 0u;
                            uint2 loop_bound_10 = uint2(4294967295u);
                            bool loop_init_10 = true;
                            while(true) {
                                if (metal::all(loop_bound_10 == uint2(0u))) { break; }
                                loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                                if (!loop_init_10) {
                                    uint _e322 = r_2;
                                    r_2 = _e322 + 1u;
                                }
                                loop_init_10 = false;
                                uint _e279 = r_2;
                                if (_e279 < RQ) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e285 = r_2;
                                    uint _e289 = d_7;
                                    metal::float4 x_16 = q_tile.inner[(((ty * RQ) + _e285) * STRIDE) + _e289];
                                    uint _e293 = c;
                                    uint _e296 = d_7;
                                    uint at_1 = ((_e293 * TX) + _e296) * 4u;
                                    uint _e300 = r_2;
                                    metal::float4 _e302 = s_10.inner[_e300];
                                    uint _e303 = r_2;
                                    uint _e305 = row_head.inner[_e303];
                                    float _e306 = pair(x_16, k0_, _e305, at_1);
                                    uint _e307 = r_2;
                                    uint _e309 = row_head.inner[_e307];
                                    float _e310 = pair(x_16, k1_, _e309, at_1);
                                    uint _e311 = r_2;
                                    uint _e313 = row_head.inner[_e311];
                                    float _e314 = pair(x_16, k2_, _e313, at_1);
                                    uint _e315 = r_2;
                                    uint _e317 = row_head.inner[_e315];
                                    float _e318 = pair(x_16, k3_, _e317, at_1);
                                    s_10.inner[_e300] = _e302 + metal::float4(_e306, _e310, _e314, _e318);
                                }
                            }
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                }
            }
            r_3 = 0u;
            uint2 loop_bound_11 = uint2(4294967295u);
            bool loop_init_11 = true;
            while(true) {
                if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                if (!loop_init_11) {
                    uint _e377 = r_3;
                    r_3 = _e377 + 1u;
                }
                loop_init_11 = false;
                uint _e332 = r_3;
                if (_e332 < RQ) {
                } else {
                    break;
                }
                {
                    uint _e335 = r_3;
                    uint _e337 = r_3;
                    metal::float4 _e339 = s_10.inner[_e337];
                    metal::float4 _e340 = scale_pairs(_e339);
                    uint _e341 = r_3;
                    uint _e343 = row_head.inner[_e341];
                    uint _e344 = r_3;
                    uint _e346 = row_q.inner[_e344];
                    uint _e350 = r_3;
                    metal::uint2 _e352 = row_keys.inner[_e350];
                    uint _e354 = r_3;
                    uint _e356 = row_head.inner[_e354];
                    uint _e357 = r_3;
                    uint _e359 = row_q.inner[_e357];
                    metal::uint2 _e360 = seen_keys(_e352, _e131.end, b_13, _e356, _e359);
                    metal::float4 _e361 = edit_four(_e340, b_13, _e343, _e346, key0_ + (tx_1 * 4u), _e360);
                    s_10.inner[_e335] = _e361;
                    uint _e362 = r_3;
                    uint _e364 = r_3;
                    metal::float4 _e366 = s_10.inner[_e364];
                    float _e367 = size_of(_e366);
                    float _e368 = lanes_max(_e367);
                    part_2.inner[_e362] = _e368;
                    uint _e371 = r_3;
                    uint _e373 = r_3;
                    float _e375 = part_2.inner[_e373];
                    put_part((ty * RQ) + _e371, tx_1, _e375, row_part);
                }
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            r_4 = 0u;
            uint2 loop_bound_12 = uint2(4294967295u);
            bool loop_init_12 = true;
            while(true) {
                if (metal::all(loop_bound_12 == uint2(0u))) { break; }
                loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                if (!loop_init_12) {
                    uint _e453 = r_4;
                    r_4 = _e453 + 1u;
                }
                loop_init_12 = false;
                uint _e381 = r_4;
                if (_e381 < RQ) {
                } else {
                    break;
                }
                {
                    uint _e384 = r_4;
                    float _e386 = m_2.inner[_e384];
                    uint _e389 = r_4;
                    uint _e391 = r_4;
                    float _e393 = part_2.inner[_e391];
                    float _e394 = row_max((ty * RQ) + _e389, _e393, row_part);
                    float _e395 = next_max(_e386, _e394);
                    uint _e396 = r_4;
                    float _e398 = m_2.inner[_e396];
                    float shrink_1 = metal::exp(_e398 - _e395);
                    uint _e401 = r_4;
                    metal::float4 _e403 = s_10.inner[_e401];
                    uint _e404 = r_4;
                    uint _e406 = row_head.inner[_e404];
                    uint _e407 = r_4;
                    uint _e409 = row_q.inner[_e407];
                    metal::float4 _e413 = weights(_e403, _e395, b_13, _e406, _e409, key0_ + (tx_1 * 4u));
                    uint _e417 = r_4;
                    p_tile.inner[(((ty * RQ) + _e417) * STRIDE) + tx_1] = _e413;
                    uint _e423 = r_4;
                    uint _e425 = r_4;
                    float _e427 = l_1.inner[_e425];
                    uint _e429 = r_4;
                    metal::float4 _e431 = s_10.inner[_e429];
                    float _e432 = mass(_e431, _e413);
                    l_1.inner[_e423] = (_e427 * shrink_1) + _e432;
                    uint _e434 = r_4;
                    m_2.inner[_e434] = _e395;
                    c_1 = 0u;
                    uint2 loop_bound_13 = uint2(4294967295u);
                    bool loop_init_13 = true;
                    while(true) {
                        if (metal::all(loop_bound_13 == uint2(0u))) { break; }
                        loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                        if (!loop_init_13) {
                            uint _e450 = c_1;
                            c_1 = _e450 + 1u;
                        }
                        loop_init_13 = false;
                        uint _e438 = c_1;
                        if (_e438 < V_CHUNKS) {
                        } else {
                            break;
                        }
                        {
                            uint _e441 = c_1;
                            uint _e444 = r_4;
                            metal::float4 _e447 = acc.inner[(_e441 * RQ) + _e444];
                            acc.inner[(_e441 * RQ) + _e444] = _e447 * shrink_1;
                        }
                    }
                }
            }
            c_2 = 0u;
            uint2 loop_bound_14 = uint2(4294967295u);
            bool loop_init_14 = true;
            while(true) {
                if (metal::all(loop_bound_14 == uint2(0u))) { break; }
                loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                if (!loop_init_14) {
                    uint _e638 = c_2;
                    c_2 = _e638 + 1u;
                }
                loop_init_14 = false;
                uint _e457 = c_2;
                if (_e457 < V_CHUNKS) {
                } else {
                    break;
                }
                {
                    n_6 = tid_1;
                    uint2 loop_bound_15 = uint2(4294967295u);
                    bool loop_init_15 = true;
                    while(true) {
                        if (metal::all(loop_bound_15 == uint2(0u))) { break; }
                        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                        if (!loop_init_15) {
                            uint _e506 = n_6;
                            n_6 = _e506 + WORKGROUP;
                        }
                        loop_init_15 = false;
                        uint _e461 = n_6;
                        if (_e461 < 256u) {
                        } else {
                            break;
                        }
                        {
                            uint _e464 = n_6;
                            uint _e468 = key_of(key0_ + naga_div(_e464, TX));
                            x_15 = metal::float4(0.0);
                            if (_e468 < _e131.end) {
                                uint _e477 = params.v_row;
                                uint _e480 = c_2;
                                uint _e483 = n_6;
                                metal::float4 _e489 = load_v4_(_e8.v_base + (_e468 * _e477), ((_e480 * TX) + naga_mod(_e483, TX)) * 4u, v_1, _buffer_sizes);
                                x_15 = _e489;
                                metal::float4 _e490 = x_15;
                                bool _e491 = any_nonfinite(_e490);
                                if (_e491) {
                                    metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                }
                            }
                            uint _e495 = n_6;
                            uint _e500 = n_6;
                            metal::float4 _e505 = x_15;
                            kv_tile.inner[(naga_div(_e495, TX) * STRIDE) + naga_mod(_e500, TX)] = _e505;
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    uint _e510 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                    if (_e510 == 0u) {
                        k4_ = 0u;
                        uint2 loop_bound_16 = uint2(4294967295u);
                        bool loop_init_16 = true;
                        while(true) {
                            if (metal::all(loop_bound_16 == uint2(0u))) { break; }
                            loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                            if (!loop_init_16) {
                                uint _e581 = k4_;
                                k4_ = _e581 + 1u;
                            }
                            loop_init_16 = false;
                            uint _e515 = k4_;
                            if (_e515 < TX) {
                            } else {
                                break;
                            }
                            {
                                uint _e518 = k4_;
                                uint v_at = ((_e518 * 4u) * STRIDE) + tx_1;
                                metal::float4 v0_ = kv_tile.inner[v_at];
                                metal::float4 v1_ = kv_tile.inner[v_at + STRIDE];
                                metal::float4 v2_ = kv_tile.inner[v_at + 18u];
                                metal::float4 v3_ = kv_tile.inner[v_at + 27u];
                                r_5 = 0u;
                                uint2 loop_bound_17 = uint2(4294967295u);
                                bool loop_init_17 = true;
                                while(true) {
                                    if (metal::all(loop_bound_17 == uint2(0u))) { break; }
                                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                                    if (!loop_init_17) {
                                        uint _e578 = r_5;
                                        r_5 = _e578 + 1u;
                                    }
                                    loop_init_17 = false;
                                    uint _e544 = r_5;
                                    if (_e544 < RQ) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e550 = r_5;
                                        uint _e554 = k4_;
                                        metal::float4 p_2 = p_tile.inner[(((ty * RQ) + _e550) * STRIDE) + _e554];
                                        uint _e558 = c_2;
                                        uint _e561 = r_5;
                                        metal::float4 _e564 = acc.inner[(_e558 * RQ) + _e561];
                                        acc.inner[(_e558 * RQ) + _e561] = _e564 + ((((p_2.x * v0_) + (p_2.y * v1_)) + (p_2.z * v2_)) + (p_2.w * v3_));
                                    }
                                }
                            }
                        }
                    } else {
                        k_2 = 0u;
                        uint2 loop_bound_18 = uint2(4294967295u);
                        bool loop_init_18 = true;
                        while(true) {
                            if (metal::all(loop_bound_18 == uint2(0u))) { break; }
                            loop_bound_18 -= uint2(loop_bound_18.y == 0u, 1u);
                            if (!loop_init_18) {
                                uint _e635 = k_2;
                                k_2 = _e635 + 1u;
                            }
                            loop_init_18 = false;
                            uint _e585 = k_2;
                            if (_e585 < BLOCK_K) {
                            } else {
                                break;
                            }
                            {
                                uint _e589 = k_2;
                                metal::float4 v_2 = kv_tile.inner[(_e589 * STRIDE) + tx_1];
                                r_6 = 0u;
                                uint2 loop_bound_19 = uint2(4294967295u);
                                bool loop_init_19 = true;
                                while(true) {
                                    if (metal::all(loop_bound_19 == uint2(0u))) { break; }
                                    loop_bound_19 -= uint2(loop_bound_19.y == 0u, 1u);
                                    if (!loop_init_19) {
                                        uint _e632 = r_6;
                                        r_6 = _e632 + 1u;
                                    }
                                    loop_init_19 = false;
                                    uint _e597 = r_6;
                                    if (_e597 < RQ) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e603 = r_6;
                                        uint _e607 = k_2;
                                        uint _e612 = k_2;
                                        float p_3 = p_tile.inner[(((ty * RQ) + _e603) * STRIDE) + naga_div(_e607, 4u)][naga_mod(_e612, 4u)];
                                        uint _e617 = c_2;
                                        uint _e620 = r_6;
                                        metal::float4 _e623 = acc.inner[(_e617 * RQ) + _e620];
                                        acc.inner[(_e617 * RQ) + _e620] = _e623 + ((p_3 == 0.0) ? metal::float4(0.0) : (p_3 * v_2));
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
    uint2 loop_bound_20 = uint2(4294967295u);
    bool loop_init_20 = true;
    while(true) {
        if (metal::all(loop_bound_20 == uint2(0u))) { break; }
        loop_bound_20 -= uint2(loop_bound_20.y == 0u, 1u);
        if (!loop_init_20) {
            uint _e662 = r_7;
            r_7 = _e662 + 1u;
        }
        loop_init_20 = false;
        uint _e645 = r_7;
        if (_e645 < RQ) {
        } else {
            break;
        }
        {
            uint _e648 = r_7;
            uint _e650 = r_7;
            float _e652 = l_1.inner[_e650];
            float _e653 = lanes_sum(_e652);
            part_2.inner[_e648] = _e653;
            uint _e656 = r_7;
            uint _e658 = r_7;
            float _e660 = part_2.inner[_e658];
            put_part((ty * RQ) + _e656, tx_1, _e660, row_part);
        }
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    uint2 loop_bound_21 = uint2(4294967295u);
    bool loop_init_21 = true;
    while(true) {
        if (metal::all(loop_bound_21 == uint2(0u))) { break; }
        loop_bound_21 -= uint2(loop_bound_21.y == 0u, 1u);
        if (!loop_init_21) {
            uint _e752 = r_8;
            r_8 = _e752 + 1u;
        }
        loop_init_21 = false;
        uint _e666 = r_8;
        if (_e666 < RQ) {
        } else {
            break;
        }
        {
            uint _e673 = r_8;
            uint row_7 = (_e8.first_row + (ty * RQ)) + _e673;
            if (row_7 < _e8.row_end) {
                uint _e677 = r_8;
                float _e679 = m_2.inner[_e677];
                uint _e682 = r_8;
                uint _e684 = r_8;
                float _e686 = part_2.inner[_e684];
                float _e687 = row_sum((ty * RQ) + _e682, _e686, row_part);
                uint _e688 = r_8;
                uint _e690 = row_head.inner[_e688];
                metal::float2 _e692 = finish_row(_e679, _e687, _e690, _e8.split, params);
                uint _e693 = r_8;
                uint _e695 = row_head.inner[_e693];
                uint _e696 = r_8;
                uint _e698 = row_q.inner[_e696];
                uint _e699 = output_at(_e8, _e695, _e698, params);
                c_3 = 0u;
                uint2 loop_bound_22 = uint2(4294967295u);
                bool loop_init_22 = true;
                while(true) {
                    if (metal::all(loop_bound_22 == uint2(0u))) { break; }
                    loop_bound_22 -= uint2(loop_bound_22.y == 0u, 1u);
                    if (!loop_init_22) {
                        uint _e733 = c_3;
                        c_3 = _e733 + 1u;
                    }
                    loop_init_22 = false;
                    uint _e702 = c_3;
                    if (_e702 < V_CHUNKS) {
                    } else {
                        break;
                    }
                    {
                        uint _e705 = c_3;
                        uint d_8 = ((_e705 * TX) + tx_1) * 4u;
                        uint _e712 = c_3;
                        uint _e715 = r_8;
                        metal::float4 _e718 = acc.inner[(_e712 * RQ) + _e715];
                        uint _e720 = r_8;
                        float _e722 = row_factor.inner[_e720];
                        uint _e725 = r_8;
                        uint _e727 = row_head.inner[_e725];
                        uint _e728 = r_8;
                        uint _e730 = row_q.inner[_e728];
                        metal::float4 _e731 = output(_e718 * (_e692.x * _e722), b_13, _e727, _e730, d_8);
                        store_o4_(_e699, d_8, V_DIM, _e731, o, _buffer_sizes);
                    }
                }
                if (tx_1 == 0u) {
                    uint _e737 = r_8;
                    uint _e739 = row_head.inner[_e737];
                    uint _e740 = r_8;
                    uint _e742 = row_q.inner[_e740];
                    uint _e743 = lse_at_1(_e8, _e739, _e742, params);
                    uint _e747 = params.lse_split;
                    store_lse(_e743 + (_e8.split * _e747), _e692.y, lse, _buffer_sizes);
                }
            }
        }
    }
    return;
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_4 const& q [[user(fake0)]]
, device type_4 const& k_3 [[user(fake0)]]
, device type_4 const& v_1 [[user(fake0)]]
, device type_4& o [[user(fake0)]]
, device type_5& lse [[user(fake0)]]
, threadgroup type_12& row_part
, threadgroup type_13& q_tile
, threadgroup type_13& kv_tile
, threadgroup type_13& p_tile
, threadgroup metal::atomic_uint& v_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (tid == 0u) {
        row_part = {};
        q_tile = {};
        kv_tile = {};
        p_tile = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    run(wid, tid, params, q, k_3, v_1, o, lse, row_part, q_tile, kv_tile, p_tile, v_nonfinite, _buffer_sizes);
    return;
}
