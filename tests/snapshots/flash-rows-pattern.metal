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
struct Row {
    uint b;
    uint head;
    uint i;
    uint j;
};
struct RowTile {
    uint b;
    uint head;
    uint first;
    uint last;
    metal::int2 keys;
};
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
    metal::float4 inner[16];
};
struct type_13 {
    type_12 inner[8];
};
struct type_14 {
    metal::uint2 inner[8];
};
struct type_15 {
    float inner[8];
};
struct Rows {
    uint first;
    char _pad1[12];
    type_13 q;
    type_13 acc;
    type_14 keys;
    type_15 m;
    type_15 l;
};
struct TileAt {
    uint batch;
    uint head_base;
    uint slot;
    uint end;
    bool hides;
    bool careful;
    char _pad6[2];
};
struct type_16 {
    metal::float4 inner[256];
};
struct type_18 {
    metal::float4 inner[8];
};
constant uint RQ = 8u;
constant uint WORKGROUP = 16u;
constant uint BLOCK_Q = 128u;
constant uint BLOCK_K = 16u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = true;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint QK4_ = 16u;
constant uint V4_ = 16u;

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

uint q_count_1(
    uint b,
    constant Params& params
) {
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_count_1(
    uint b_1,
    constant Params& params
) {
    uint _e3 = params.kv_len;
    return _e3;
}

bool sees_first_keys(
    metal::uint3 n_2,
    Row row,
    int p,
    int j,
    int len
) {
    return j < static_cast<int>(n_2.x);
}

bool sees_window(
    metal::uint3 n_3,
    Row row_1,
    int p_1,
    int j_1,
    int len_1
) {
    bool local_2 = {};
    if (as_type<int>(as_type<uint>(p_1) - as_type<uint>(j_1)) <= static_cast<int>(n_3.x)) {
        local_2 = as_type<int>(as_type<uint>(j_1) - as_type<uint>(p_1)) <= static_cast<int>(n_3.y);
    } else {
        local_2 = false;
    }
    bool _e16 = local_2;
    return _e16;
}

int naga_abs(int val) {
    return metal::select(as_type<int>(-as_type<uint>(val)), val, val >= 0);
}

int naga_mod(int lhs, int rhs) {
    int divisor = metal::select(rhs, 1, (lhs == (-2147483647 - 1) & rhs == -1) | (rhs == 0));
    return lhs - (lhs / divisor) * divisor;
}

int naga_div(int lhs, int rhs) {
    return lhs / metal::select(rhs, 1, (lhs == (-2147483647 - 1) & rhs == -1) | (rhs == 0));
}

bool sees_neighbourhood(
    metal::uint3 n_4,
    Row row_2,
    int p_2,
    int j_2,
    int len_2
) {
    bool local_3 = {};
    bool local_4 = {};
    bool local_5 = {};
    int size = static_cast<int>(n_4.x);
    int step_3 = static_cast<int>(n_4.y);
    if (!((p_2 < 0))) {
        local_3 = p_2 >= len_2;
    } else {
        local_3 = true;
    }
    bool _e16 = local_3;
    if (!(_e16)) {
        local_4 = naga_mod(naga_abs(as_type<int>(as_type<uint>(p_2) - as_type<uint>(j_2))), step_3) != 0;
    } else {
        local_4 = true;
    }
    bool _e26 = local_4;
    if (_e26) {
        return false;
    }
    int places = naga_div(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(len_2) - as_type<uint>(naga_mod(p_2, step_3)))) + as_type<uint>(step_3))) - as_type<uint>(1)), step_3);
    int first = metal::clamp(as_type<int>(as_type<uint>(naga_div(p_2, step_3)) - as_type<uint>(naga_div(size, 2))), 0, metal::max(as_type<int>(as_type<uint>(places) - as_type<uint>(size)), 0));
    if (naga_div(j_2, step_3) >= first) {
        local_5 = naga_div(j_2, step_3) < as_type<int>(as_type<uint>(first) + as_type<uint>(size));
    } else {
        local_5 = false;
    }
    bool _e51 = local_5;
    return _e51;
}

int axis_place(
    int step,
    int len_3,
    int token
) {
    return naga_mod(naga_div(metal::max(token, 0), step), len_3);
}

bool pattern_sees(
    Row row_3,
    int p_3,
    int j_3,
    int len_4
) {
    bool local_6 = {};
    bool local_7 = {};
    bool local_8 = {};
    bool local_9 = {};
    bool local_10 = {};
    bool _e8 = sees_first_keys(metal::uint3(3u, 0u, 0u), row_3, p_3, j_3, len_4);
    if (!(_e8)) {
        bool _e16 = sees_window(metal::uint3(10u, 10u, 0u), row_3, p_3, j_3, len_4);
        local_6 = _e16;
    } else {
        local_6 = true;
    }
    bool _e18 = local_6;
    if (!(_e18)) {
        if (p_3 >= 0) {
            int _e32 = axis_place(8, 8, p_3);
            int _e35 = axis_place(8, 8, j_3);
            bool _e37 = sees_neighbourhood(metal::uint3(3u, 1u, 0u), row_3, _e32, _e35, 8);
            local_8 = _e37;
        } else {
            local_8 = false;
        }
        bool _e39 = local_8;
        if (_e39) {
            if (p_3 >= 0) {
                int _e52 = axis_place(1, 8, p_3);
                int _e55 = axis_place(1, 8, j_3);
                bool _e57 = sees_neighbourhood(metal::uint3(3u, 1u, 0u), row_3, _e52, _e55, 8);
                local_10 = _e57;
            } else {
                local_10 = false;
            }
            bool _e59 = local_10;
            local_9 = _e59;
        } else {
            local_9 = false;
        }
        bool _e61 = local_9;
        local_7 = _e61;
    } else {
        local_7 = true;
    }
    bool _e63 = local_7;
    return _e63;
}

float mask_pattern(
    float s,
    uint b_2,
    uint h,
    uint i,
    uint j_4,
    constant Params& params
) {
    uint _e6 = q_count_1(b_2, params);
    uint _e7 = kv_count_1(b_2, params);
    int _e8 = align_offset(_e6, _e7, params);
    int p_9 = as_type<int>(as_type<uint>(static_cast<int>(i)) + as_type<uint>(_e8));
    uint _e13 = kv_count_1(b_2, params);
    bool _e15 = pattern_sees(Row {b_2, h, i, j_4}, p_9, static_cast<int>(j_4), static_cast<int>(_e13));
    return _e15 ? s : MASKED;
}

float edit_score(
    float raw,
    uint b_3,
    uint h_1,
    uint i_1,
    uint j_5,
    constant Params& params
) {
    float s_1 = {};
    s_1 = raw;
    float _e6 = s_1;
    float _e7 = mask_pattern(_e6, b_3, h_1, i_1, j_5, params);
    s_1 = _e7;
    float _e8 = s_1;
    return _e8;
}

bool tile_first_keys(
    metal::uint3 n_5,
    RowTile rows_1,
    metal::int2 p_4,
    metal::int2 keys
) {
    return keys.x < static_cast<int>(n_5.x);
}

bool tile_window(
    metal::uint3 n_6,
    RowTile rows_2,
    metal::int2 p_5,
    metal::int2 keys_1
) {
    bool local_11 = {};
    if (keys_1.x <= as_type<int>(as_type<uint>(p_5.y) + as_type<uint>(static_cast<int>(n_6.y)))) {
        local_11 = keys_1.y > as_type<int>(as_type<uint>(p_5.x) - as_type<uint>(static_cast<int>(n_6.x)));
    } else {
        local_11 = false;
    }
    bool _e19 = local_11;
    return _e19;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

bool tile_neighbourhood(
    metal::uint3 n_7,
    RowTile rows_3,
    metal::int2 p_6,
    metal::int2 keys_2
) {
    bool local_12 = {};
    int reach = static_cast<int>(metal::min(n_7.x, naga_div(268435456u, n_7.y)) * n_7.y);
    if (keys_2.x <= as_type<int>(as_type<uint>(p_6.y) + as_type<uint>(reach))) {
        local_12 = keys_2.y > as_type<int>(as_type<uint>(p_6.x) - as_type<uint>(reach));
    } else {
        local_12 = false;
    }
    bool _e23 = local_12;
    return _e23;
}

metal::int2 naga_div(metal::int2 lhs, metal::int2 rhs) {
    return lhs / metal::select(rhs, 1, (lhs == (-2147483647 - 1) & rhs == -1) | (rhs == 0));
}

metal::int2 naga_mod(metal::int2 lhs, metal::int2 rhs) {
    metal::int2 divisor = metal::select(rhs, 1, (lhs == (-2147483647 - 1) & rhs == -1) | (rhs == 0));
    return lhs - (lhs / divisor) * divisor;
}

metal::int2 axis_places(
    int step_1,
    int len_5,
    metal::int2 tokens
) {
    metal::int2 at_1 = naga_div(metal::max(tokens, metal::int2(0)), metal::int2(step_1));
    return (naga_div(at_1.x, len_5) == naga_div(at_1.y, len_5)) ? naga_mod(at_1, metal::int2(len_5)) : metal::int2(0, as_type<int>(as_type<uint>(len_5) - as_type<uint>(1)));
}

metal::int2 axis_keys(
    int step_2,
    int len_6,
    metal::int2 keys_3
) {
    metal::int2 _e7 = axis_places(step_2, len_6, as_type<metal::int2>(as_type<metal::uint2>(keys_3) - as_type<metal::uint2>(metal::int2(0, 1))));
    return as_type<metal::int2>(as_type<metal::uint2>(_e7) + as_type<metal::uint2>(metal::int2(0, 1)));
}

bool pattern_tile(
    RowTile rows_4,
    metal::int2 p_7,
    metal::int2 keys_4
) {
    bool local_13 = {};
    bool local_14 = {};
    bool local_15 = {};
    bool local_16 = {};
    bool local_17 = {};
    bool _e7 = tile_first_keys(metal::uint3(3u, 0u, 0u), rows_4, p_7, keys_4);
    if (!(_e7)) {
        bool _e15 = tile_window(metal::uint3(10u, 10u, 0u), rows_4, p_7, keys_4);
        local_13 = _e15;
    } else {
        local_13 = true;
    }
    bool _e17 = local_13;
    if (!(_e17)) {
        if (p_7.y >= 0) {
            metal::int2 _e32 = axis_places(8, 8, p_7);
            metal::int2 _e35 = axis_keys(8, 8, keys_4);
            bool _e36 = tile_neighbourhood(metal::uint3(3u, 1u, 0u), rows_4, _e32, _e35);
            local_15 = _e36;
        } else {
            local_15 = false;
        }
        bool _e38 = local_15;
        if (_e38) {
            if (p_7.y >= 0) {
                metal::int2 _e52 = axis_places(1, 8, p_7);
                metal::int2 _e55 = axis_keys(1, 8, keys_4);
                bool _e56 = tile_neighbourhood(metal::uint3(3u, 1u, 0u), rows_4, _e52, _e55);
                local_17 = _e56;
            } else {
                local_17 = false;
            }
            bool _e58 = local_17;
            local_16 = _e58;
        } else {
            local_16 = false;
        }
        bool _e60 = local_16;
        local_14 = _e60;
    } else {
        local_14 = true;
    }
    bool _e62 = local_14;
    return _e62;
}

metal::float4 load_q4_(
    uint base,
    uint d_3,
    device type_5 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = q[(base + d_3) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_4,
    device type_5 const& k_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_4 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k_2[(base_1 + d_4) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_5,
    device type_5 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_5 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = v_2[(base_2 + d_5) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_3,
    uint d_6,
    uint dim,
    metal::float4 x_2,
    device type_5& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_6 < dim) {
        o[(base_3 + d_6) >> 2u] = static_cast<metal::float4>(x_2);
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
    float s_2
) {
    bool _e3 = is_nan(s_2);
    return _e3 ? s_2 : metal::max(s_2, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_5
) {
    return as_type<uint>(x_5) == 4286578688u;
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
    bool local_18 = {};
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_18 = _e6;
    } else {
        local_18 = true;
    }
    bool _e8 = local_18;
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

metal::uint2 key_range(
    uint i_2,
    int offset,
    uint kv_count_2,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p_10 = as_type<int>(as_type<uint>(static_cast<int>(i_2)) + as_type<uint>(offset));
    int end_1 = static_cast<int>(kv_count_2);
    hi = end_1;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p_10) - as_type<uint>(_e16)), 0, end_1);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p_10) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end_1);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return metal::uint2(static_cast<uint>(_e33), static_cast<uint>(metal::max(_e35, _e36)));
}

uint q_start(
    uint b_4
) {
    return 0u;
}

uint kv_start(
    uint b_5
) {
    return 0u;
}

metal::float4 scale_q(
    metal::float4 x_8,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_8 * _e3;
}

float scale_pair(
    float s_3
) {
    return s_3;
}

metal::float4 scale_pairs(
    metal::float4 s_4
) {
    return s_4;
}

float pair_onto(
    float s_5,
    metal::float4 x_9,
    metal::float4 k,
    uint h_2,
    uint d_7
) {
    return metal::fma(x_9.w, k.w, metal::fma(x_9.z, k.z, metal::fma(x_9.y, k.y, metal::fma(x_9.x, k.x, s_5))));
}

float pair(
    metal::float4 x_10,
    metal::float4 k_1,
    uint h_3,
    uint d_8
) {
    return metal::dot(x_10, k_1);
}

metal::uint2 row_tile(
    uint t_1
) {
    return metal::uint2(t_1 * BLOCK_Q, (t_1 + 1u) * BLOCK_Q);
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
    constant Params& params
) {
    uint lo_1 = naga_div(seen.keys.x, BLOCK_K);
    uint tiles_2 = metal::max(lo_1, naga_div((seen.keys.y + BLOCK_K) - 1u, BLOCK_K)) - lo_1;
    metal::uint2 _e17 = split_share(tiles_2, split_1, params);
    return metal::uint3(_e17 + metal::uint2(lo_1), 0u);
}

Tile tile_at(
    uint n_8,
    uint base_4,
    Seen seen_1
) {
    metal::uint2 keys_8 = metal::uint2(n_8 * BLOCK_K, metal::min((n_8 + 1u) * BLOCK_K, seen_1.keys.y));
    metal::uint2 queries = static_cast<metal::uint2>(as_type<metal::int2>(as_type<metal::uint2>(seen_1.positions) - as_type<metal::uint2>(metal::int2(seen_1.offset))));
    RowTile rows_6 = RowTile {seen_1.batch, seen_1.head, queries.x, queries.y, static_cast<metal::int2>(keys_8)};
    bool _e29 = pattern_tile(rows_6, seen_1.positions, static_cast<metal::int2>(keys_8));
    return Tile {keys_8.x, _e29 ? keys_8.y : 0u, false};
}

uint key_of(
    uint slot
) {
    return slot;
}

metal::uint2 seen_keys(
    metal::uint2 keys_5,
    uint end,
    uint b_6,
    uint h_4,
    uint i_3
) {
    return metal::min(keys_5, metal::uint2(end));
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
    metal::float4 s_6
) {
    return metal::max(metal::max(s_6.x, s_6.y), metal::max(s_6.z, s_6.w));
}

metal::float4 weights(
    metal::float4 s_7,
    float top_1,
    uint b_7,
    uint head,
    uint i_4,
    uint slot_1
) {
    metal::float4 _e12 = exp_kept4_(s_7 - metal::float4((top_1 == MASKED) ? 0.0 : top_1));
    return _e12;
}

float mass(
    metal::float4 s_8,
    metal::float4 p_8
) {
    return ((p_8.x + p_8.y) + p_8.z) + p_8.w;
}

float sink_logit(
    uint h_5
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
    bool local_19 = {};
    top_2 = m_1;
    sum_2 = l;
    float _e8 = sink_logit(head_1);
    if (split_2 == 0u) {
        local_19 = _e8 != MASKED;
    } else {
        local_19 = false;
    }
    bool _e16 = local_19;
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
    uint h_6,
    uint i_5
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
    metal::float4 x_11,
    uint b_10,
    uint h_7,
    uint i_6,
    uint d_9
) {
    return x_11;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

Group group_of(
    uint group,
    constant Params& params
) {
    metal::uint3 tiles_1 = metal::uint3(0u);
    bool local_20 = {};
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
    uint b_13 = _e40 + naga_div(pack, _e43);
    uint _e46 = q_count_1(b_13, params);
    uint _e47 = kv_count_1(b_13, params);
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
    Seen seen_2 = Seen {metal::uint2(_e68.x, _e69.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e55)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e55))), b_13, head_base_1, _e55};
    if (first_row_1 < row_end_1) {
        bool _e85 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
        local_20 = _e85;
    } else {
        local_20 = false;
    }
    bool _e87 = local_20;
    if (_e87) {
        metal::uint3 _e88 = tile_span(row_tile_id, seen_2, split_3, params);
        tiles_1 = _e88;
    }
    metal::uint3 _e92 = tiles_1;
    uint _e95 = params.q_offset;
    uint _e98 = params.q_batch;
    uint _e101 = q_start(b_13);
    uint _e104 = params.q_row;
    uint _e109 = params.k_offset;
    uint _e112 = params.k_batch;
    uint _e117 = params.k_head;
    uint _e120 = kv_start(b_13);
    uint _e123 = params.k_row;
    uint _e128 = params.v_offset;
    uint _e131 = params.v_batch;
    uint _e136 = params.v_head;
    uint _e139 = kv_start(b_13);
    uint _e142 = params.v_row;
    uint _e147 = params.lse_batch;
    uint _e149 = q_start(b_13);
    return Group {seen_2, split_3, first_row_1, row_end_1, _e47, metal::uint2(_e69.x, _e68.y), {}, _e92, (_e95 + (b_13 * _e98)) + (_e101 * _e104), ((_e109 + (b_13 * _e112)) + (kv_head * _e117)) + (_e120 * _e123), ((_e128 + (b_13 * _e131)) + (kv_head * _e136)) + (_e139 * _e142), (b_13 * _e147) + _e149};
}

uint head_of(
    Group g,
    uint row_4,
    constant Params& params
) {
    uint _e6 = params.pack;
    return g.seen.head + naga_mod(row_4, _e6);
}

uint query_at(
    Group g_1,
    uint row_5,
    constant Params& params
) {
    uint _e3 = head_of(g_1, row_5, params);
    uint _e6 = params.q_head;
    uint _e11 = params.pack;
    uint _e15 = params.q_row;
    return (g_1.q_base + (_e3 * _e6)) + (naga_div(row_5, _e11) * _e15);
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
    bool local_21 = {};
    bool local_22 = {};
    bool local_23 = {};
    if (tile_1.first >= g_4.by_all.x) {
        local_21 = (tile_1.first + BLOCK_K) <= metal::min(g_4.by_all.y, tile_1.end);
    } else {
        local_21 = false;
    }
    bool _e17 = local_21;
    if (_e17) {
        local_22 = g_4.row_end == (g_4.first_row + BLOCK_Q);
    } else {
        local_22 = false;
    }
    bool _e26 = local_22;
    if (_e26) {
        local_23 = !(tile_1.partly);
    } else {
        local_23 = false;
    }
    bool _e32 = local_23;
    return _e32;
}

float edit_one(
    float s_9,
    uint b_11,
    uint head_4,
    uint i_7,
    uint slot_2,
    metal::uint2 keys_6,
    constant Params& params
) {
    bool local_24 = {};
    bool local_25 = {};
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_6.x))) {
        local_24 = _e6 >= keys_6.y;
    } else {
        local_24 = true;
    }
    bool _e15 = local_24;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_9, b_11, head_4, i_7, _e6, params);
    if (_e17 != MASKED) {
        local_25 = _e17 < LOWEST_VISIBLE;
    } else {
        local_25 = false;
    }
    bool _e26 = local_25;
    return _e26 ? LOWEST_VISIBLE : _e17;
}

metal::float4 edit_four(
    metal::float4 s_10,
    uint b_12,
    uint head_5,
    uint i_8,
    uint slot_3,
    metal::uint2 keys_7,
    constant Params& params
) {
    float _e7 = edit_one(s_10.x, b_12, head_5, i_8, slot_3, keys_7, params);
    float _e11 = edit_one(s_10.y, b_12, head_5, i_8, slot_3 + 1u, keys_7, params);
    float _e15 = edit_one(s_10.z, b_12, head_5, i_8, slot_3 + 2u, keys_7, params);
    float _e19 = edit_one(s_10.w, b_12, head_5, i_8, slot_3 + 3u, keys_7, params);
    return metal::float4(_e7, _e11, _e15, _e19);
}

void attend(
    thread Rows& rows_5,
    TileAt tile_2,
    constant Params& params,
    threadgroup type_16& k_tile,
    threadgroup type_16& v_tile
) {
    uint k4_ = 0u;
    type_18 s_11 = {};
    uint r_2 = {};
    uint d_10 = {};
    uint r_3 = {};
    type_15 shrink_1 = {};
    uint r_4 = {};
    bool local_26 = {};
    uint n_9 = {};
    uint d_11 = {};
    uint r_5 = {};
    uint d_12 = {};
    uint r_6 = {};
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e379 = k4_;
            k4_ = _e379 + 4u;
        }
        loop_init = false;
        uint _e4 = k4_;
        if (_e4 < BLOCK_K) {
        } else {
            break;
        }
        {
            s_11 = type_18 {};
            r_2 = 0u;
            uint2 loop_bound_1 = uint2(4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e19 = r_2;
                    r_2 = _e19 + 1u;
                }
                loop_init_1 = false;
                uint _e11 = r_2;
                if (_e11 < RQ) {
                } else {
                    break;
                }
                {
                    uint _e14 = r_2;
                    s_11.inner[_e14] = metal::float4(0.0);
                }
            }
            d_10 = 0u;
            uint2 loop_bound_2 = uint2(4294967295u);
            bool loop_init_2 = true;
            while(true) {
                if (metal::all(loop_bound_2 == uint2(0u))) { break; }
                loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                if (!loop_init_2) {
                    uint _e110 = d_10;
                    d_10 = _e110 + 1u;
                }
                loop_init_2 = false;
                uint _e23 = d_10;
                if (_e23 < QK4_) {
                } else {
                    break;
                }
                {
                    uint _e27 = k4_;
                    uint _e30 = d_10;
                    metal::float4 k0_ = k_tile.inner[(_e27 * QK4_) + _e30];
                    uint _e35 = k4_;
                    uint _e40 = d_10;
                    metal::float4 k1_ = k_tile.inner[((_e35 + 1u) * QK4_) + _e40];
                    uint _e45 = k4_;
                    uint _e50 = d_10;
                    metal::float4 k2_ = k_tile.inner[((_e45 + 2u) * QK4_) + _e50];
                    uint _e55 = k4_;
                    uint _e60 = d_10;
                    metal::float4 k3_ = k_tile.inner[((_e55 + 3u) * QK4_) + _e60];
                    r_3 = 0u;
                    uint2 loop_bound_3 = uint2(4294967295u);
                    bool loop_init_3 = true;
                    while(true) {
                        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                        if (!loop_init_3) {
                            uint _e107 = r_3;
                            r_3 = _e107 + 1u;
                        }
                        loop_init_3 = false;
                        uint _e66 = r_3;
                        if (_e66 < RQ) {
                        } else {
                            break;
                        }
                        {
                            uint _e70 = r_3;
                            uint _e72 = d_10;
                            metal::float4 x_12 = rows_5.q.inner[_e70].inner[_e72];
                            uint _e77 = rows_5.first;
                            uint _e78 = r_3;
                            uint _e82 = params.pack;
                            uint head_6 = tile_2.head_base + naga_mod(_e77 + _e78, _e82);
                            uint _e85 = r_3;
                            metal::float4 _e87 = s_11.inner[_e85];
                            uint _e88 = d_10;
                            float _e91 = pair(x_12, k0_, head_6, _e88 * 4u);
                            uint _e92 = d_10;
                            float _e95 = pair(x_12, k1_, head_6, _e92 * 4u);
                            uint _e96 = d_10;
                            float _e99 = pair(x_12, k2_, head_6, _e96 * 4u);
                            uint _e100 = d_10;
                            float _e103 = pair(x_12, k3_, head_6, _e100 * 4u);
                            s_11.inner[_e85] = _e87 + metal::float4(_e91, _e95, _e99, _e103);
                        }
                    }
                }
            }
            shrink_1 = type_15 {};
            r_4 = 0u;
            uint2 loop_bound_4 = uint2(4294967295u);
            bool loop_init_4 = true;
            while(true) {
                if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                if (!loop_init_4) {
                    uint _e217 = r_4;
                    r_4 = _e217 + 1u;
                }
                loop_init_4 = false;
                uint _e116 = r_4;
                if (_e116 < RQ) {
                } else {
                    break;
                }
                {
                    uint _e120 = rows_5.first;
                    uint _e121 = r_4;
                    uint row_6 = _e120 + _e121;
                    uint _e126 = params.pack;
                    uint head_7 = tile_2.head_base + naga_mod(row_6, _e126);
                    uint _e129 = r_4;
                    uint _e131 = r_4;
                    metal::float4 _e133 = s_11.inner[_e131];
                    metal::float4 _e134 = scale_pairs(_e133);
                    s_11.inner[_e129] = _e134;
                    if (false) {
                        local_26 = tile_2.hides;
                    } else {
                        local_26 = true;
                    }
                    bool _e140 = local_26;
                    if (_e140) {
                        uint _e141 = r_4;
                        uint _e143 = r_4;
                        metal::float4 _e145 = s_11.inner[_e143];
                        uint _e149 = params.pack;
                        uint _e152 = k4_;
                        uint _e155 = r_4;
                        metal::uint2 _e157 = rows_5.keys.inner[_e155];
                        uint _e162 = params.pack;
                        metal::uint2 _e164 = seen_keys(_e157, tile_2.end, tile_2.batch, head_7, naga_div(row_6, _e162));
                        metal::float4 _e165 = edit_four(_e145, tile_2.batch, head_7, naga_div(row_6, _e149), tile_2.slot + _e152, _e164, params);
                        s_11.inner[_e141] = _e165;
                    }
                    uint _e167 = r_4;
                    float _e169 = rows_5.m.inner[_e167];
                    uint _e170 = r_4;
                    metal::float4 _e172 = s_11.inner[_e170];
                    float _e173 = size_of(_e172);
                    float _e174 = next_max(_e169, _e173);
                    uint _e175 = r_4;
                    uint _e178 = r_4;
                    float _e180 = rows_5.m.inner[_e178];
                    shrink_1.inner[_e175] = metal::exp(_e180 - _e174);
                    uint _e184 = r_4;
                    rows_5.m.inner[_e184] = _e174;
                    uint _e186 = r_4;
                    metal::float4 _e188 = s_11.inner[_e186];
                    uint _e192 = params.pack;
                    uint _e195 = k4_;
                    metal::float4 _e197 = weights(_e188, _e174, tile_2.batch, head_7, naga_div(row_6, _e192), tile_2.slot + _e195);
                    uint _e199 = r_4;
                    uint _e202 = r_4;
                    float _e204 = rows_5.l.inner[_e202];
                    uint _e205 = r_4;
                    float _e207 = shrink_1.inner[_e205];
                    uint _e209 = r_4;
                    metal::float4 _e211 = s_11.inner[_e209];
                    float _e212 = mass(_e211, _e197);
                    rows_5.l.inner[_e199] = (_e204 * _e207) + _e212;
                    uint _e214 = r_4;
                    s_11.inner[_e214] = _e197;
                }
            }
            if (tile_2.careful) {
                n_9 = 0u;
                uint2 loop_bound_5 = uint2(4294967295u);
                bool loop_init_5 = true;
                while(true) {
                    if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                    loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                    if (!loop_init_5) {
                        uint _e284 = n_9;
                        n_9 = _e284 + 1u;
                    }
                    loop_init_5 = false;
                    uint _e222 = n_9;
                    if (_e222 < 4u) {
                    } else {
                        break;
                    }
                    {
                        d_11 = 0u;
                        uint2 loop_bound_6 = uint2(4294967295u);
                        bool loop_init_6 = true;
                        while(true) {
                            if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                            loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                            if (!loop_init_6) {
                                uint _e281 = d_11;
                                d_11 = _e281 + 1u;
                            }
                            loop_init_6 = false;
                            uint _e227 = d_11;
                            if (_e227 < V4_) {
                            } else {
                                break;
                            }
                            {
                                uint _e231 = k4_;
                                uint _e232 = n_9;
                                uint _e236 = d_11;
                                metal::float4 v_3 = v_tile.inner[((_e231 + _e232) * V4_) + _e236];
                                r_5 = 0u;
                                uint2 loop_bound_7 = uint2(4294967295u);
                                bool loop_init_7 = true;
                                while(true) {
                                    if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                                    loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                                    if (!loop_init_7) {
                                        uint _e278 = r_5;
                                        r_5 = _e278 + 1u;
                                    }
                                    loop_init_7 = false;
                                    uint _e242 = r_5;
                                    if (_e242 < RQ) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e245 = r_5;
                                        uint _e247 = n_9;
                                        float p_11 = s_11.inner[_e245][_e247];
                                        uint _e251 = r_5;
                                        uint _e253 = d_11;
                                        uint _e256 = r_5;
                                        uint _e258 = d_11;
                                        metal::float4 _e260 = rows_5.acc.inner[_e256].inner[_e258];
                                        uint _e261 = r_5;
                                        float _e263 = shrink_1.inner[_e261];
                                        uint _e264 = n_9;
                                        rows_5.acc.inner[_e251].inner[_e253] = (_e260 * ((_e264 == 0u) ? _e263 : 1.0)) + ((p_11 == 0.0) ? metal::float4(0.0) : (p_11 * v_3));
                                    }
                                }
                            }
                        }
                    }
                }
            } else {
                d_12 = 0u;
                uint2 loop_bound_8 = uint2(4294967295u);
                bool loop_init_8 = true;
                while(true) {
                    if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                    loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                    if (!loop_init_8) {
                        uint _e377 = d_12;
                        d_12 = _e377 + 1u;
                    }
                    loop_init_8 = false;
                    uint _e288 = d_12;
                    if (_e288 < V4_) {
                    } else {
                        break;
                    }
                    {
                        uint _e292 = k4_;
                        uint _e295 = d_12;
                        metal::float4 v0_ = v_tile.inner[(_e292 * V4_) + _e295];
                        uint _e300 = k4_;
                        uint _e305 = d_12;
                        metal::float4 v1_ = v_tile.inner[((_e300 + 1u) * V4_) + _e305];
                        uint _e310 = k4_;
                        uint _e315 = d_12;
                        metal::float4 v2_ = v_tile.inner[((_e310 + 2u) * V4_) + _e315];
                        uint _e320 = k4_;
                        uint _e325 = d_12;
                        metal::float4 v3_ = v_tile.inner[((_e320 + 3u) * V4_) + _e325];
                        r_6 = 0u;
                        uint2 loop_bound_9 = uint2(4294967295u);
                        bool loop_init_9 = true;
                        while(true) {
                            if (metal::all(loop_bound_9 == uint2(0u))) { break; }
                            loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                            if (!loop_init_9) {
                                uint _e374 = r_6;
                                r_6 = _e374 + 1u;
                            }
                            loop_init_9 = false;
                            uint _e331 = r_6;
                            if (_e331 < RQ) {
                            } else {
                                break;
                            }
                            {
                                uint _e335 = r_6;
                                uint _e337 = d_12;
                                uint _e340 = r_6;
                                uint _e342 = d_12;
                                metal::float4 _e344 = rows_5.acc.inner[_e340].inner[_e342];
                                uint _e345 = r_6;
                                float _e347 = shrink_1.inner[_e345];
                                uint _e349 = r_6;
                                float _e352 = s_11.inner[_e349].x;
                                uint _e355 = r_6;
                                float _e358 = s_11.inner[_e355].y;
                                uint _e361 = r_6;
                                float _e364 = s_11.inner[_e361].z;
                                uint _e367 = r_6;
                                float _e370 = s_11.inner[_e367].w;
                                rows_5.acc.inner[_e335].inner[_e337] = ((((_e344 * _e347) + (_e352 * v0_)) + (_e358 * v1_)) + (_e364 * v2_)) + (_e370 * v3_);
                            }
                        }
                    }
                }
            }
        }
    }
    return;
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(16)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_2 [[user(fake0)]]
, device type_5 const& v_2 [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, device type_6& lse [[user(fake0)]]
, threadgroup type_16& k_tile
, threadgroup type_16& v_tile
, threadgroup metal::atomic_uint& v_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (tid == 0u) {
        k_tile = {};
        v_tile = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    Rows rows = {};
    type_15 row_factor = {};
    metal::uint2 own = metal::uint2(4294967295u, 0u);
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
    uint r_1 = 0u;
    uint d_2 = {};
    uint _e2 = group_id(wid, params);
    uint _e5 = params.groups;
    if (_e2 >= _e5) {
        return;
    }
    uint _e7 = group_id(wid, params);
    Group _e8 = group_of(_e7, params);
    if (_e8.first_row >= _e8.row_end) {
        return;
    }
    uint b_14 = _e8.seen.batch;
    if (tid == 0u) {
        metal::atomic_store_explicit(&v_nonfinite, 0u, metal::memory_order_relaxed);
    }
    rows.first = _e8.first_row + (tid * RQ);
    uint2 loop_bound_10 = uint2(4294967295u);
    bool loop_init_10 = true;
    while(true) {
        if (metal::all(loop_bound_10 == uint2(0u))) { break; }
        loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
        if (!loop_init_10) {
            uint _e154 = r;
            r = _e154 + 1u;
        }
        loop_init_10 = false;
        uint _e31 = r;
        if (_e31 < RQ) {
        } else {
            break;
        }
        {
            uint _e35 = rows.first;
            uint _e36 = r;
            uint row_7 = _e35 + _e36;
            uint _e38 = query_at(_e8, row_7, params);
            d = 0u;
            uint2 loop_bound_11 = uint2(4294967295u);
            bool loop_init_11 = true;
            while(true) {
                if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                if (!loop_init_11) {
                    uint _e64 = d;
                    d = _e64 + 1u;
                }
                loop_init_11 = false;
                uint _e41 = d;
                if (_e41 < QK4_) {
                } else {
                    break;
                }
                {
                    uint _e45 = r;
                    uint _e47 = d;
                    rows.q.inner[_e45].inner[_e47] = metal::float4(0.0);
                    if (row_7 < _e8.row_end) {
                        uint _e54 = r;
                        uint _e56 = d;
                        uint _e58 = d;
                        metal::float4 _e61 = load_q4_(_e38, _e58 * 4u, q, _buffer_sizes);
                        metal::float4 _e62 = scale_q(_e61, params);
                        rows.q.inner[_e54].inner[_e56] = _e62;
                    }
                }
            }
            d_1 = 0u;
            uint2 loop_bound_12 = uint2(4294967295u);
            bool loop_init_12 = true;
            while(true) {
                if (metal::all(loop_bound_12 == uint2(0u))) { break; }
                loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                if (!loop_init_12) {
                    uint _e79 = d_1;
                    d_1 = _e79 + 1u;
                }
                loop_init_12 = false;
                uint _e68 = d_1;
                if (_e68 < V4_) {
                } else {
                    break;
                }
                {
                    uint _e72 = r;
                    uint _e74 = d_1;
                    rows.acc.inner[_e72].inner[_e74] = metal::float4(0.0);
                }
            }
            uint _e82 = r;
            rows.keys.inner[_e82] = metal::uint2(0u);
            uint _e87 = r;
            rows.m.inner[_e87] = MASKED;
            uint _e91 = r;
            rows.l.inner[_e91] = 0.0;
            uint _e94 = r;
            row_factor.inner[_e94] = 0.0;
            if (row_7 < _e8.row_end) {
                uint _e99 = r;
                uint _e101 = head_of(_e8, row_7, params);
                uint _e104 = params.pack;
                float _e106 = row_weight(b_14, _e101, naga_div(row_7, _e104));
                row_factor.inner[_e99] = _e106;
                uint _e108 = r;
                uint _e112 = params.pack;
                metal::uint2 _e117 = key_range(naga_div(row_7, _e112), _e8.seen.offset, _e8.kv_len, params);
                uint _e120 = r;
                float _e122 = row_factor.inner[_e120];
                rows.keys.inner[_e108] = (_e122 == 0.0) ? metal::uint2(0u) : _e117;
                uint _e127 = r;
                uint _e129 = head_of(_e8, row_7, params);
                uint _e132 = params.pack;
                uint _e134 = lse_at_1(_e8, _e129, naga_div(row_7, _e132), params);
                float _e135 = first_max(_e134);
                rows.m.inner[_e127] = _e135;
            }
            uint _e137 = own.x;
            uint _e139 = r;
            uint _e142 = rows.keys.inner[_e139].x;
            uint _e145 = own.y;
            uint _e147 = r;
            uint _e150 = rows.keys.inner[_e147].y;
            own = metal::uint2(metal::min(_e137, _e142), metal::max(_e145, _e150));
        }
    }
    t = _e8.tiles[0];
    uint2 loop_bound_13 = uint2(4294967295u);
    bool loop_init_13 = true;
    while(true) {
        if (metal::all(loop_bound_13 == uint2(0u))) { break; }
        loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
        if (!loop_init_13) {
            uint _e270 = t;
            t = _e270 + 1u;
        }
        loop_init_13 = false;
        uint _e159 = t;
        if (_e159 < _e8.tiles[1]) {
        } else {
            break;
        }
        {
            uint _e163 = t;
            Tile _e167 = tile_at(_e163, _e8.tiles[2], _e8.seen);
            uint key0_ = _e167.first;
            if (key0_ >= _e167.end) {
                continue;
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            n = tid;
            uint2 loop_bound_14 = uint2(4294967295u);
            bool loop_init_14 = true;
            while(true) {
                if (metal::all(loop_bound_14 == uint2(0u))) { break; }
                loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                if (!loop_init_14) {
                    uint _e201 = n;
                    n = _e201 + WORKGROUP;
                }
                loop_init_14 = false;
                uint _e172 = n;
                if (_e172 < 256u) {
                } else {
                    break;
                }
                {
                    uint _e175 = n;
                    uint _e179 = key_of(key0_ + naga_div(_e175, QK4_));
                    x = metal::float4(0.0);
                    if (_e179 < _e167.end) {
                        uint _e188 = params.k_row;
                        uint _e191 = n;
                        metal::float4 _e196 = load_k4_(_e8.k_base + (_e179 * _e188), naga_mod(_e191, QK4_) * 4u, k_2, _buffer_sizes);
                        x = _e196;
                    }
                    uint _e198 = n;
                    metal::float4 _e200 = x;
                    k_tile.inner[_e198] = _e200;
                }
            }
            n_1 = tid;
            uint2 loop_bound_15 = uint2(4294967295u);
            bool loop_init_15 = true;
            while(true) {
                if (metal::all(loop_bound_15 == uint2(0u))) { break; }
                loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                if (!loop_init_15) {
                    uint _e238 = n_1;
                    n_1 = _e238 + WORKGROUP;
                }
                loop_init_15 = false;
                uint _e205 = n_1;
                if (_e205 < 256u) {
                } else {
                    break;
                }
                {
                    uint _e208 = n_1;
                    uint _e212 = key_of(key0_ + naga_div(_e208, V4_));
                    x_1 = metal::float4(0.0);
                    if (_e212 < _e167.end) {
                        uint _e221 = params.v_row;
                        uint _e224 = n_1;
                        metal::float4 _e229 = load_v4_(_e8.v_base + (_e212 * _e221), naga_mod(_e224, V4_) * 4u, v_2, _buffer_sizes);
                        x_1 = _e229;
                        metal::float4 _e230 = x_1;
                        bool _e231 = any_nonfinite(_e230);
                        if (_e231) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                    }
                    uint _e235 = n_1;
                    metal::float4 _e237 = x_1;
                    v_tile.inner[_e235] = _e237;
                }
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            uint _e242 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
            bool careful = _e242 != 0u;
            bool _e245 = sees_whole(_e8, _e167);
            if (!(_e167.partly)) {
                uint _e251 = own.y;
                if (key0_ < _e251) {
                    uint _e258 = own.x;
                    local_1 = (key0_ + BLOCK_K) > _e258;
                } else {
                    local_1 = false;
                }
                bool _e261 = local_1;
                local = _e261;
            } else {
                local = true;
            }
            bool _e263 = local;
            if (_e263) {
                attend(rows, TileAt {b_14, _e8.seen.head, key0_, _e167.end, !(_e245), careful}, params, k_tile, v_tile);
            }
        }
    }
    uint2 loop_bound_16 = uint2(4294967295u);
    bool loop_init_16 = true;
    while(true) {
        if (metal::all(loop_bound_16 == uint2(0u))) { break; }
        loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
        if (!loop_init_16) {
            uint _e336 = r_1;
            r_1 = _e336 + 1u;
        }
        loop_init_16 = false;
        uint _e274 = r_1;
        if (_e274 < RQ) {
        } else {
            break;
        }
        {
            uint _e278 = rows.first;
            uint _e279 = r_1;
            uint row_8 = _e278 + _e279;
            if (row_8 < _e8.row_end) {
                uint _e283 = head_of(_e8, row_8, params);
                uint _e286 = params.pack;
                uint query_2 = naga_div(row_8, _e286);
                uint _e289 = r_1;
                float _e291 = rows.m.inner[_e289];
                uint _e293 = r_1;
                float _e295 = rows.l.inner[_e293];
                metal::float2 _e297 = finish_row(_e291, _e295, _e283, _e8.split, params);
                uint _e298 = output_at(_e8, _e283, query_2, params);
                d_2 = 0u;
                uint2 loop_bound_17 = uint2(4294967295u);
                bool loop_init_17 = true;
                while(true) {
                    if (metal::all(loop_bound_17 == uint2(0u))) { break; }
                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                    if (!loop_init_17) {
                        uint _e325 = d_2;
                        d_2 = _e325 + 1u;
                    }
                    loop_init_17 = false;
                    uint _e301 = d_2;
                    if (_e301 < V4_) {
                    } else {
                        break;
                    }
                    {
                        uint _e304 = d_2;
                        uint _e309 = r_1;
                        uint _e311 = d_2;
                        metal::float4 _e313 = rows.acc.inner[_e309].inner[_e311];
                        uint _e315 = r_1;
                        float _e317 = row_factor.inner[_e315];
                        uint _e320 = d_2;
                        metal::float4 _e323 = output(_e313 * (_e297.x * _e317), b_14, _e283, query_2, _e320 * 4u);
                        store_o4_(_e298, _e304 * 4u, V_DIM, _e323, o, _buffer_sizes);
                    }
                }
                uint _e327 = lse_at_1(_e8, _e283, query_2, params);
                uint _e331 = params.lse_split;
                store_lse(_e327 + (_e8.split * _e331), _e297.y, lse, _buffer_sizes);
            }
        }
    }
    return;
}
