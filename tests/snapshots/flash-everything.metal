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
    uint size8;
    uint size9;
    uint size10;
};

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
typedef metal::uint2 type_5[1];
typedef uint type_6[1];
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
    float inner[256];
};
struct type_14 {
    metal::float4 inner[288];
};
struct type_16 {
    uint inner[4];
};
struct type_17 {
    metal::uint2 inner[4];
};
struct type_18 {
    float inner[4];
};
struct type_19 {
    metal::float4 inner[8];
};
struct type_20 {
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
constant bool STAGED = true;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint STRIDE = 9u;
constant uint KEYS = 4u;

float softcap(
    float s,
    uint b,
    uint h,
    uint i,
    uint j,
    constant Params& params
) {
    float _e7 = params.softcap;
    float _e10 = params.softcap;
    return _e7 * metal::tanh(metal::clamp(s / _e10, -15.0, 15.0));
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

uint q_count_1(
    uint b_1,
    constant Params& params
) {
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_count_1(
    uint b_2,
    constant Params& params,
    device type_6 const& kv_lengths,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e3 = kv_lengths[b_2];
    uint _e6 = params.kv_len;
    return metal::min(_e3, _e6);
}

int naga_abs(int val) {
    return metal::select(as_type<int>(-as_type<uint>(val)), val, val >= 0);
}

float alibi(
    float s_1,
    uint b_3,
    uint h_1,
    uint i_1,
    uint j_1,
    constant Params& params,
    device type_6 const& kv_lengths,
    device type_7 const& alibi_slopes,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e5 = q_count_1(b_3, params);
    uint _e6 = kv_count_1(b_3, params, kv_lengths, _buffer_sizes);
    int _e7 = align_offset(_e5, _e6, params);
    float _e10 = alibi_slopes[h_1];
    return s_1 - (_e10 * static_cast<float>(naga_abs(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(static_cast<int>(i_1)) + as_type<uint>(_e7))) - as_type<uint>(static_cast<int>(j_1))))));
}

bool is_nan(
    float x
) {
    return (as_type<uint>(x) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s_2
) {
    bool _e3 = is_nan(s_2);
    return _e3 ? s_2 : metal::max(s_2, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_1
) {
    return as_type<uint>(x_1) == 4286578688u;
}

float bias_add(
    float s_3,
    uint b_4,
    uint h_2,
    uint i_2,
    uint j_2,
    constant Params& params,
    device type_7 const& bias,
    constant _mslBufferSizes& _buffer_sizes
) {
    bool local = {};
    uint _e7 = params.bias_kv_len;
    if (!((j_2 >= _e7))) {
        local = s_3 == MASKED;
    } else {
        local = true;
    }
    bool _e15 = local;
    if (_e15) {
        return MASKED;
    }
    uint _e19 = params.bias_offset;
    uint _e22 = params.bias_batch;
    uint _e27 = params.bias_head;
    uint _e32 = params.bias_row;
    uint _e37 = params.bias_key;
    uint at_1 = (((_e19 + (b_4 * _e22)) + (h_2 * _e27)) + (i_2 * _e32)) + (j_2 * _e37);
    float _e42 = bias[at_1];
    float x_14 = static_cast<float>(_e42);
    float _e45 = keep_visible(s_3 + x_14);
    bool _e47 = is_neg_inf(x_14);
    return _e47 ? MASKED : _e45;
}

float mask_boolean(
    float s_4,
    uint b_5,
    uint h_3,
    uint i_3,
    uint j_3,
    constant Params& params,
    device type_6 const& mask,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e7 = params.mask_kv_len;
    if (j_3 >= _e7) {
        return MASKED;
    }
    uint _e12 = params.mask_offset;
    uint _e15 = params.mask_batch;
    uint _e20 = params.mask_head;
    uint _e25 = params.mask_row;
    uint _e30 = params.mask_key;
    uint at_2 = (((_e12 + (b_5 * _e15)) + (h_3 * _e20)) + (i_3 * _e25)) + (j_3 * _e30);
    uint _e37 = mask[at_2 >> 2u];
    uint byte = (_e37 >> ((at_2 & 3u) * 8u)) & 255u;
    return (byte != 0u) ? s_4 : MASKED;
}

float edit_score(
    float raw,
    uint b_6,
    uint h_4,
    uint i_4,
    uint j_4,
    constant Params& params,
    device type_6 const& kv_lengths,
    device type_7 const& alibi_slopes,
    device type_7 const& bias,
    device type_6 const& mask,
    constant _mslBufferSizes& _buffer_sizes
) {
    float s_5 = {};
    s_5 = raw;
    float _e6 = s_5;
    float _e7 = softcap(_e6, b_6, h_4, i_4, j_4, params);
    s_5 = _e7;
    float _e8 = s_5;
    float _e9 = alibi(_e8, b_6, h_4, i_4, j_4, params, kv_lengths, alibi_slopes, _buffer_sizes);
    s_5 = _e9;
    float _e10 = s_5;
    float _e11 = bias_add(_e10, b_6, h_4, i_4, j_4, params, bias, _buffer_sizes);
    s_5 = _e11;
    float _e12 = s_5;
    float _e13 = mask_boolean(_e12, b_6, h_4, i_4, j_4, params, mask, _buffer_sizes);
    s_5 = _e13;
    float _e14 = s_5;
    return _e14;
}

metal::float2 unpack_word(
    uint w
) {
    return metal::float2(as_type<float>(w << 16u), as_type<float>(w & 4294901760u));
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
    metal::uint2 w_1 = q[(base + d) >> 2u];
    metal::float2 _e13 = unpack_word(w_1.x);
    metal::float2 _e15 = unpack_word(w_1.y);
    return metal::float4(_e13, _e15);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_1,
    device type_5 const& k_4,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::uint2 w_2 = k_4[(base_1 + d_1) >> 2u];
    metal::float2 _e13 = unpack_word(w_2.x);
    metal::float2 _e15 = unpack_word(w_2.y);
    return metal::float4(_e13, _e15);
}

uint bf16_bits(
    float x_2
) {
    uint u = as_type<uint>(x_2);
    uint rounded = ((u + 32767u) + ((u >> 16u) & 1u)) >> 16u;
    uint quiet = (u >> 16u) | 64u;
    return ((u & 2147483647u) > 2139095040u) ? quiet : rounded;
}

uint pack_word(
    metal::float2 v
) {
    uint _e2 = bf16_bits(v.x);
    uint _e4 = bf16_bits(v.y);
    return _e2 | (_e4 << 16u);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_2,
    device type_5 const& v_3,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::uint2 w_3 = v_3[(base_2 + d_2) >> 2u];
    metal::float2 _e13 = unpack_word(w_3.x);
    metal::float2 _e15 = unpack_word(w_3.y);
    return metal::float4(_e13, _e15);
}

void store_o4_(
    uint base_3,
    uint d_3,
    uint dim,
    metal::float4 x_3,
    device type_6& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 < dim) {
        uint _e11 = pack_word(x_3.xy);
        o[(base_3 + d_3) >> 1u] = _e11;
    }
    if ((d_3 + 2u) < dim) {
        uint _e23 = pack_word(x_3.zw);
        o[((base_3 + d_3) + 2u) >> 1u] = _e23;
        return;
    } else {
        return;
    }
}

void store_lse(
    uint at,
    float x_4,
    device type_7& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    lse[at] = x_4;
    return;
}

metal::bool4 nonfinite(
    metal::float4 v_1
) {
    metal::uint4 exponent = metal::uint4(2139095040u);
    return (as_type<metal::uint4>(v_1) & exponent) == exponent;
}

bool any_nonfinite(
    metal::float4 v_2
) {
    metal::bool4 _e1 = nonfinite(v_2);
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
    bool local_1 = {};
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_1 = _e6;
    } else {
        local_1 = true;
    }
    bool _e8 = local_1;
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
    uint i_5,
    int offset,
    uint kv_count_2,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p_1 = as_type<int>(as_type<uint>(static_cast<int>(i_5)) + as_type<uint>(offset));
    int end_1 = static_cast<int>(kv_count_2);
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
    uint b_7
) {
    return 0u;
}

uint kv_start(
    uint b_8
) {
    return 0u;
}

metal::float4 scale_q(
    metal::float4 x_7,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_7 * _e3;
}

float scale_pair(
    float s_6
) {
    return s_6;
}

metal::float4 scale_pairs(
    metal::float4 s_7
) {
    return s_7;
}

float pair_onto(
    float s_8,
    metal::float4 x_8,
    metal::float4 k,
    uint h_5,
    uint d_4
) {
    return metal::fma(x_8.w, k.w, metal::fma(x_8.z, k.z, metal::fma(x_8.y, k.y, metal::fma(x_8.x, k.x, s_8))));
}

float pair(
    metal::float4 x_9,
    metal::float4 k_1,
    uint h_6,
    uint d_5
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
    uint b_9,
    uint h_7,
    uint i_6
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
    metal::float4 s_9
) {
    return metal::max(metal::max(s_9.x, s_9.y), metal::max(s_9.z, s_9.w));
}

metal::float4 weights(
    metal::float4 s_10,
    float top_1,
    uint b_10,
    uint head,
    uint i_7,
    uint slot_1
) {
    metal::float4 _e8 = exp_kept4_(s_10 - metal::float4(top_1));
    return metal::select(_e8, metal::float4(0.0), s_10 == metal::float4(-340282350000000000000000000000000000000.0));
}

float mass(
    metal::float4 s_11,
    metal::float4 p
) {
    return ((p.x + p.y) + p.z) + p.w;
}

float sink_logit(
    uint h_8,
    device type_7 const& sinks,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = sinks[h_8];
    return _e3;
}

metal::float2 finish_row(
    float m_1,
    float l,
    uint head_1,
    uint split_2,
    constant Params& params,
    device type_7 const& sinks,
    constant _mslBufferSizes& _buffer_sizes
) {
    float top_2 = {};
    float shrink = 1.0;
    float sum_2 = {};
    bool local_2 = {};
    top_2 = m_1;
    sum_2 = l;
    float _e8 = sink_logit(head_1, sinks, _buffer_sizes);
    if (split_2 == 0u) {
        local_2 = _e8 != MASKED;
    } else {
        local_2 = false;
    }
    bool _e16 = local_2;
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
    uint b_11,
    uint h_9,
    uint i_8
) {
    return 1.0;
}

bool rows_wanted(
    uint b_12,
    uint head_base,
    uint first_row,
    uint row_end
) {
    return true;
}

metal::float4 output(
    metal::float4 x_10,
    uint b_13,
    uint h_10,
    uint i_9,
    uint d_6
) {
    return x_10;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

Group group_of(
    uint group,
    constant Params& params,
    device type_6 const& kv_lengths,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::uint3 tiles_1 = metal::uint3(0u);
    bool local_3 = {};
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
    uint b_16 = _e40 + naga_div(pack, _e43);
    uint _e46 = q_count_1(b_16, params);
    uint _e47 = kv_count_1(b_16, params, kv_lengths, _buffer_sizes);
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
    Seen seen_2 = Seen {metal::uint2(_e68.x, _e69.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e55)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e55))), b_16, head_base_1, _e55};
    if (first_row_1 < row_end_1) {
        bool _e85 = rows_wanted(b_16, head_base_1, first_row_1, row_end_1);
        local_3 = _e85;
    } else {
        local_3 = false;
    }
    bool _e87 = local_3;
    if (_e87) {
        metal::uint3 _e88 = tile_span(row_tile_id, seen_2, split_3, params);
        tiles_1 = _e88;
    }
    metal::uint3 _e92 = tiles_1;
    uint _e95 = params.q_offset;
    uint _e98 = params.q_batch;
    uint _e101 = q_start(b_16);
    uint _e104 = params.q_row;
    uint _e109 = params.k_offset;
    uint _e112 = params.k_batch;
    uint _e117 = params.k_head;
    uint _e120 = kv_start(b_16);
    uint _e123 = params.k_row;
    uint _e128 = params.v_offset;
    uint _e131 = params.v_batch;
    uint _e136 = params.v_head;
    uint _e139 = kv_start(b_16);
    uint _e142 = params.v_row;
    uint _e147 = params.lse_batch;
    uint _e149 = q_start(b_16);
    return Group {seen_2, split_3, first_row_1, row_end_1, _e47, metal::uint2(_e69.x, _e68.y), {}, _e92, (_e95 + (b_16 * _e98)) + (_e101 * _e104), ((_e109 + (b_16 * _e112)) + (kv_head * _e117)) + (_e120 * _e123), ((_e128 + (b_16 * _e131)) + (kv_head * _e136)) + (_e139 * _e142), (b_16 * _e147) + _e149};
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
    bool local_4 = {};
    bool local_5 = {};
    bool local_6 = {};
    if (tile_1.first >= g_4.by_all.x) {
        local_4 = (tile_1.first + BLOCK_K) <= metal::min(g_4.by_all.y, tile_1.end);
    } else {
        local_4 = false;
    }
    bool _e17 = local_4;
    if (_e17) {
        local_5 = g_4.row_end == (g_4.first_row + BLOCK_Q);
    } else {
        local_5 = false;
    }
    bool _e26 = local_5;
    if (_e26) {
        local_6 = !(tile_1.partly);
    } else {
        local_6 = false;
    }
    bool _e32 = local_6;
    return _e32;
}

float edit_one(
    float s_12,
    uint b_14,
    uint head_4,
    uint i_10,
    uint slot_2,
    metal::uint2 keys_1,
    constant Params& params,
    device type_6 const& kv_lengths,
    device type_7 const& alibi_slopes,
    device type_7 const& bias,
    device type_6 const& mask,
    constant _mslBufferSizes& _buffer_sizes
) {
    bool local_7 = {};
    bool local_8 = {};
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_7 = _e6 >= keys_1.y;
    } else {
        local_7 = true;
    }
    bool _e15 = local_7;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_12, b_14, head_4, i_10, _e6, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
    if (_e17 != MASKED) {
        local_8 = _e17 < LOWEST_VISIBLE;
    } else {
        local_8 = false;
    }
    bool _e26 = local_8;
    return _e26 ? LOWEST_VISIBLE : _e17;
}

metal::float4 edit_four(
    metal::float4 s_13,
    uint b_15,
    uint head_5,
    uint i_11,
    uint slot_3,
    metal::uint2 keys_2,
    constant Params& params,
    device type_6 const& kv_lengths,
    device type_7 const& alibi_slopes,
    device type_7 const& bias,
    device type_6 const& mask,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e7 = edit_one(s_13.x, b_15, head_5, i_11, slot_3, keys_2, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
    float _e11 = edit_one(s_13.y, b_15, head_5, i_11, slot_3 + 1u, keys_2, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
    float _e15 = edit_one(s_13.z, b_15, head_5, i_11, slot_3 + 2u, keys_2, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
    float _e19 = edit_one(s_13.w, b_15, head_5, i_11, slot_3 + 3u, keys_2, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
    return metal::float4(_e7, _e11, _e15, _e19);
}

float lanes_max(
    float x_11
) {
    return x_11;
}

float lanes_sum(
    float x_12
) {
    return x_12;
}

void put_part(
    uint row_2,
    uint tx,
    float x_13,
    threadgroup type_13& row_part
) {
    row_part.inner[(row_2 * TX) + tx] = x_13;
    return;
}

float row_max(
    uint row_3,
    float part,
    threadgroup type_13& row_part
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
    threadgroup type_13& row_part
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
    device type_5 const& q,
    device type_5 const& k_4,
    device type_5 const& v_3,
    device type_6& o,
    device type_7& lse,
    device type_6 const& kv_lengths,
    device type_7 const& alibi_slopes,
    device type_7 const& bias,
    device type_6 const& mask,
    device type_7 const& sinks,
    threadgroup type_13& row_part,
    threadgroup type_14& q_tile,
    threadgroup type_14& kv_tile,
    threadgroup type_14& p_tile,
    threadgroup metal::atomic_uint& v_nonfinite,
    constant _mslBufferSizes& _buffer_sizes
) {
    type_16 row_q = {};
    type_16 row_head = {};
    type_17 row_keys = {};
    type_18 row_factor = {};
    type_18 m_2 = {};
    type_18 l_1 = {};
    type_18 part_2 = {};
    type_19 acc = {};
    bool staged = false;
    uint t_2 = {};
    type_20 s_14 = {};
    uint c = {};
    bool local_9 = {};
    bool local_10 = {};
    uint k_2 = {};
    uint k_3 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    if (_e2 >= _e5) {
        return;
    }
    uint _e7 = group_id(wid_2, params);
    Group _e8 = group_of(_e7, params, kv_lengths, _buffer_sizes);
    if (_e8.first_row >= _e8.row_end) {
        return;
    }
    uint b_17 = _e8.seen.batch;
    if (tid_1 == 0u) {
        metal::atomic_store_explicit(&v_nonfinite, 0u, metal::memory_order_relaxed);
    }
    uint tx_1 = naga_mod(tid_1, TX);
    uint ty = naga_div(tid_1, TX);
    {
        uint row_5 = (_e8.first_row + 0u) + ty;
        uint _e36 = params.pack;
        row_q.inner[0] = naga_div(row_5, _e36);
        uint _e39 = head_of(_e8, row_5, params);
        row_head.inner[0] = _e39;
        row_keys.inner[0] = metal::uint2(0u);
        row_factor.inner[0] = 0.0;
        if (row_5 < _e8.row_end) {
            uint _e49 = row_head.inner[0];
            uint _e51 = row_q.inner[0];
            float _e52 = row_weight(b_17, _e49, _e51);
            row_factor.inner[0] = _e52;
            uint _e55 = row_q.inner[0];
            metal::uint2 _e59 = key_range(_e55, _e8.seen.offset, _e8.kv_len, params);
            float _e63 = row_factor.inner[0];
            row_keys.inner[0] = (_e63 == 0.0) ? metal::uint2(0u) : _e59;
        }
        m_2.inner[0] = MASKED;
        if (row_5 < _e8.row_end) {
            uint _e73 = row_head.inner[0];
            uint _e75 = row_q.inner[0];
            uint _e76 = lse_at_1(_e8, _e73, _e75, params);
            float _e77 = first_max(_e76);
            m_2.inner[0] = _e77;
        }
        l_1.inner[0] = 0.0;
    }
    {
        uint row_6 = (_e8.first_row + 8u) + ty;
        uint _e87 = params.pack;
        row_q.inner[1] = naga_div(row_6, _e87);
        uint _e90 = head_of(_e8, row_6, params);
        row_head.inner[1] = _e90;
        row_keys.inner[1] = metal::uint2(0u);
        row_factor.inner[1] = 0.0;
        if (row_6 < _e8.row_end) {
            uint _e100 = row_head.inner[1];
            uint _e102 = row_q.inner[1];
            float _e103 = row_weight(b_17, _e100, _e102);
            row_factor.inner[1] = _e103;
            uint _e106 = row_q.inner[1];
            metal::uint2 _e110 = key_range(_e106, _e8.seen.offset, _e8.kv_len, params);
            float _e114 = row_factor.inner[1];
            row_keys.inner[1] = (_e114 == 0.0) ? metal::uint2(0u) : _e110;
        }
        m_2.inner[1] = MASKED;
        if (row_6 < _e8.row_end) {
            uint _e124 = row_head.inner[1];
            uint _e126 = row_q.inner[1];
            uint _e127 = lse_at_1(_e8, _e124, _e126, params);
            float _e128 = first_max(_e127);
            m_2.inner[1] = _e128;
        }
        l_1.inner[1] = 0.0;
    }
    {
        uint row_7 = (_e8.first_row + 16u) + ty;
        uint _e138 = params.pack;
        row_q.inner[2] = naga_div(row_7, _e138);
        uint _e141 = head_of(_e8, row_7, params);
        row_head.inner[2] = _e141;
        row_keys.inner[2] = metal::uint2(0u);
        row_factor.inner[2] = 0.0;
        if (row_7 < _e8.row_end) {
            uint _e151 = row_head.inner[2];
            uint _e153 = row_q.inner[2];
            float _e154 = row_weight(b_17, _e151, _e153);
            row_factor.inner[2] = _e154;
            uint _e157 = row_q.inner[2];
            metal::uint2 _e161 = key_range(_e157, _e8.seen.offset, _e8.kv_len, params);
            float _e165 = row_factor.inner[2];
            row_keys.inner[2] = (_e165 == 0.0) ? metal::uint2(0u) : _e161;
        }
        m_2.inner[2] = MASKED;
        if (row_7 < _e8.row_end) {
            uint _e175 = row_head.inner[2];
            uint _e177 = row_q.inner[2];
            uint _e178 = lse_at_1(_e8, _e175, _e177, params);
            float _e179 = first_max(_e178);
            m_2.inner[2] = _e179;
        }
        l_1.inner[2] = 0.0;
    }
    {
        uint row_8 = (_e8.first_row + 24u) + ty;
        uint _e189 = params.pack;
        row_q.inner[3] = naga_div(row_8, _e189);
        uint _e192 = head_of(_e8, row_8, params);
        row_head.inner[3] = _e192;
        row_keys.inner[3] = metal::uint2(0u);
        row_factor.inner[3] = 0.0;
        if (row_8 < _e8.row_end) {
            uint _e202 = row_head.inner[3];
            uint _e204 = row_q.inner[3];
            float _e205 = row_weight(b_17, _e202, _e204);
            row_factor.inner[3] = _e205;
            uint _e208 = row_q.inner[3];
            metal::uint2 _e212 = key_range(_e208, _e8.seen.offset, _e8.kv_len, params);
            float _e216 = row_factor.inner[3];
            row_keys.inner[3] = (_e216 == 0.0) ? metal::uint2(0u) : _e212;
        }
        m_2.inner[3] = MASKED;
        if (row_8 < _e8.row_end) {
            uint _e226 = row_head.inner[3];
            uint _e228 = row_q.inner[3];
            uint _e229 = lse_at_1(_e8, _e226, _e228, params);
            float _e230 = first_max(_e229);
            m_2.inner[3] = _e230;
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
            uint _e4195 = t_2;
            t_2 = _e4195 + 1u;
        }
        loop_init_2 = false;
        uint _e263 = t_2;
        if (_e263 < _e8.tiles[1]) {
        } else {
            break;
        }
        {
            uint _e267 = t_2;
            Tile _e271 = tile_at(_e267, _e8.tiles[2], _e8.seen);
            uint key0_ = _e271.first;
            if (key0_ >= _e271.end) {
                continue;
            }
            s_14 = type_20 {};
            {
                s_14.inner[0] = metal::float4(0.0);
            }
            {
                s_14.inner[1] = metal::float4(0.0);
            }
            {
                s_14.inner[2] = metal::float4(0.0);
            }
            {
                s_14.inner[3] = metal::float4(0.0);
            }
            c = 0u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e1675 = c;
                    c = _e1675 + 1u;
                }
                loop_init_3 = false;
                uint _e291 = c;
                if (_e291 < QK_CHUNKS) {
                } else {
                    break;
                }
                {
                    if (false) {
                        bool _e297 = staged;
                        local_9 = !(_e297);
                    } else {
                        local_9 = true;
                    }
                    bool _e300 = local_9;
                    if (_e300) {
                        {
                            uint row_9 = metal::min((_e8.first_row + 0u) + ty, _e8.row_end - 1u);
                            uint _e316 = query_at(_e8, row_9, params);
                            uint _e317 = c;
                            metal::float4 _e323 = load_q4_(_e316, ((_e317 * TX) + tx_1) * 4u, q, _buffer_sizes);
                            metal::float4 _e324 = scale_q(_e323, params);
                            q_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e324;
                        }
                        {
                            uint row_10 = metal::min((_e8.first_row + 8u) + ty, _e8.row_end - 1u);
                            uint _e340 = query_at(_e8, row_10, params);
                            uint _e341 = c;
                            metal::float4 _e347 = load_q4_(_e340, ((_e341 * TX) + tx_1) * 4u, q, _buffer_sizes);
                            metal::float4 _e348 = scale_q(_e347, params);
                            q_tile.inner[((8u + ty) * STRIDE) + tx_1] = _e348;
                        }
                        {
                            uint row_11 = metal::min((_e8.first_row + 16u) + ty, _e8.row_end - 1u);
                            uint _e364 = query_at(_e8, row_11, params);
                            uint _e365 = c;
                            metal::float4 _e371 = load_q4_(_e364, ((_e365 * TX) + tx_1) * 4u, q, _buffer_sizes);
                            metal::float4 _e372 = scale_q(_e371, params);
                            q_tile.inner[((16u + ty) * STRIDE) + tx_1] = _e372;
                        }
                        {
                            uint row_12 = metal::min((_e8.first_row + 24u) + ty, _e8.row_end - 1u);
                            uint _e388 = query_at(_e8, row_12, params);
                            uint _e389 = c;
                            metal::float4 _e395 = load_q4_(_e388, ((_e389 * TX) + tx_1) * 4u, q, _buffer_sizes);
                            metal::float4 _e396 = scale_q(_e395, params);
                            q_tile.inner[((24u + ty) * STRIDE) + tx_1] = _e396;
                        }
                    }
                    {
                        uint slot_4 = 0u + ty;
                        if (slot_4 < BLOCK_K) {
                            uint _e406 = key_of(metal::min(key0_ + slot_4, _e271.end - 1u));
                            uint _e422 = params.k_row;
                            uint _e425 = c;
                            metal::float4 _e431 = load_k4_(_e8.k_base + (_e406 * _e422), ((_e425 * TX) + tx_1) * 4u, k_4, _buffer_sizes);
                            kv_tile.inner[(((naga_mod(slot_4, 4u) * TX) + naga_div(slot_4, 4u)) * STRIDE) + tx_1] = _e431;
                        }
                    }
                    {
                        uint slot_5 = 8u + ty;
                        if (slot_5 < BLOCK_K) {
                            uint _e441 = key_of(metal::min(key0_ + slot_5, _e271.end - 1u));
                            uint _e457 = params.k_row;
                            uint _e460 = c;
                            metal::float4 _e466 = load_k4_(_e8.k_base + (_e441 * _e457), ((_e460 * TX) + tx_1) * 4u, k_4, _buffer_sizes);
                            kv_tile.inner[(((naga_mod(slot_5, 4u) * TX) + naga_div(slot_5, 4u)) * STRIDE) + tx_1] = _e466;
                        }
                    }
                    {
                        uint slot_6 = 16u + ty;
                        if (slot_6 < BLOCK_K) {
                            uint _e476 = key_of(metal::min(key0_ + slot_6, _e271.end - 1u));
                            uint _e492 = params.k_row;
                            uint _e495 = c;
                            metal::float4 _e501 = load_k4_(_e8.k_base + (_e476 * _e492), ((_e495 * TX) + tx_1) * 4u, k_4, _buffer_sizes);
                            kv_tile.inner[(((naga_mod(slot_6, 4u) * TX) + naga_div(slot_6, 4u)) * STRIDE) + tx_1] = _e501;
                        }
                    }
                    {
                        uint slot_7 = 24u + ty;
                        if (slot_7 < BLOCK_K) {
                            uint _e511 = key_of(metal::min(key0_ + slot_7, _e271.end - 1u));
                            uint _e527 = params.k_row;
                            uint _e530 = c;
                            metal::float4 _e536 = load_k4_(_e8.k_base + (_e511 * _e527), ((_e530 * TX) + tx_1) * 4u, k_4, _buffer_sizes);
                            kv_tile.inner[(((naga_mod(slot_7, 4u) * TX) + naga_div(slot_7, 4u)) * STRIDE) + tx_1] = _e536;
                        }
                    }
                    staged = true;
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    {
                        uint k_at = (tx_1 * STRIDE) + 0u;
                        metal::float4 k0_ = kv_tile.inner[k_at];
                        metal::float4 k1_ = kv_tile.inner[k_at + 72u];
                        metal::float4 k2_ = kv_tile.inner[k_at + 144u];
                        metal::float4 k3_ = kv_tile.inner[k_at + 216u];
                        {
                            metal::float4 x_15 = q_tile.inner[((0u + ty) * STRIDE) + 0u];
                            uint _e568 = c;
                            uint at_3 = ((_e568 * TX) + 0u) * 4u;
                            metal::float4 _e575 = s_14.inner[0];
                            uint _e577 = row_head.inner[0];
                            float _e578 = pair(x_15, k0_, _e577, at_3);
                            uint _e580 = row_head.inner[0];
                            float _e581 = pair(x_15, k1_, _e580, at_3);
                            uint _e583 = row_head.inner[0];
                            float _e584 = pair(x_15, k2_, _e583, at_3);
                            uint _e586 = row_head.inner[0];
                            float _e587 = pair(x_15, k3_, _e586, at_3);
                            s_14.inner[0] = _e575 + metal::float4(_e578, _e581, _e584, _e587);
                        }
                        {
                            metal::float4 x_16 = q_tile.inner[((8u + ty) * STRIDE) + 0u];
                            uint _e598 = c;
                            uint at_4 = ((_e598 * TX) + 0u) * 4u;
                            metal::float4 _e605 = s_14.inner[1];
                            uint _e607 = row_head.inner[1];
                            float _e608 = pair(x_16, k0_, _e607, at_4);
                            uint _e610 = row_head.inner[1];
                            float _e611 = pair(x_16, k1_, _e610, at_4);
                            uint _e613 = row_head.inner[1];
                            float _e614 = pair(x_16, k2_, _e613, at_4);
                            uint _e616 = row_head.inner[1];
                            float _e617 = pair(x_16, k3_, _e616, at_4);
                            s_14.inner[1] = _e605 + metal::float4(_e608, _e611, _e614, _e617);
                        }
                        {
                            metal::float4 x_17 = q_tile.inner[((16u + ty) * STRIDE) + 0u];
                            uint _e628 = c;
                            uint at_5 = ((_e628 * TX) + 0u) * 4u;
                            metal::float4 _e635 = s_14.inner[2];
                            uint _e637 = row_head.inner[2];
                            float _e638 = pair(x_17, k0_, _e637, at_5);
                            uint _e640 = row_head.inner[2];
                            float _e641 = pair(x_17, k1_, _e640, at_5);
                            uint _e643 = row_head.inner[2];
                            float _e644 = pair(x_17, k2_, _e643, at_5);
                            uint _e646 = row_head.inner[2];
                            float _e647 = pair(x_17, k3_, _e646, at_5);
                            s_14.inner[2] = _e635 + metal::float4(_e638, _e641, _e644, _e647);
                        }
                        {
                            metal::float4 x_18 = q_tile.inner[((24u + ty) * STRIDE) + 0u];
                            uint _e658 = c;
                            uint at_6 = ((_e658 * TX) + 0u) * 4u;
                            metal::float4 _e665 = s_14.inner[3];
                            uint _e667 = row_head.inner[3];
                            float _e668 = pair(x_18, k0_, _e667, at_6);
                            uint _e670 = row_head.inner[3];
                            float _e671 = pair(x_18, k1_, _e670, at_6);
                            uint _e673 = row_head.inner[3];
                            float _e674 = pair(x_18, k2_, _e673, at_6);
                            uint _e676 = row_head.inner[3];
                            float _e677 = pair(x_18, k3_, _e676, at_6);
                            s_14.inner[3] = _e665 + metal::float4(_e668, _e671, _e674, _e677);
                        }
                    }
                    {
                        uint k_at_1 = (tx_1 * STRIDE) + 1u;
                        metal::float4 k0_1 = kv_tile.inner[k_at_1];
                        metal::float4 k1_1 = kv_tile.inner[k_at_1 + 72u];
                        metal::float4 k2_1 = kv_tile.inner[k_at_1 + 144u];
                        metal::float4 k3_1 = kv_tile.inner[k_at_1 + 216u];
                        {
                            metal::float4 x_19 = q_tile.inner[((0u + ty) * STRIDE) + 1u];
                            uint _e710 = c;
                            uint at_7 = ((_e710 * TX) + 1u) * 4u;
                            metal::float4 _e717 = s_14.inner[0];
                            uint _e719 = row_head.inner[0];
                            float _e720 = pair(x_19, k0_1, _e719, at_7);
                            uint _e722 = row_head.inner[0];
                            float _e723 = pair(x_19, k1_1, _e722, at_7);
                            uint _e725 = row_head.inner[0];
                            float _e726 = pair(x_19, k2_1, _e725, at_7);
                            uint _e728 = row_head.inner[0];
                            float _e729 = pair(x_19, k3_1, _e728, at_7);
                            s_14.inner[0] = _e717 + metal::float4(_e720, _e723, _e726, _e729);
                        }
                        {
                            metal::float4 x_20 = q_tile.inner[((8u + ty) * STRIDE) + 1u];
                            uint _e740 = c;
                            uint at_8 = ((_e740 * TX) + 1u) * 4u;
                            metal::float4 _e747 = s_14.inner[1];
                            uint _e749 = row_head.inner[1];
                            float _e750 = pair(x_20, k0_1, _e749, at_8);
                            uint _e752 = row_head.inner[1];
                            float _e753 = pair(x_20, k1_1, _e752, at_8);
                            uint _e755 = row_head.inner[1];
                            float _e756 = pair(x_20, k2_1, _e755, at_8);
                            uint _e758 = row_head.inner[1];
                            float _e759 = pair(x_20, k3_1, _e758, at_8);
                            s_14.inner[1] = _e747 + metal::float4(_e750, _e753, _e756, _e759);
                        }
                        {
                            metal::float4 x_21 = q_tile.inner[((16u + ty) * STRIDE) + 1u];
                            uint _e770 = c;
                            uint at_9 = ((_e770 * TX) + 1u) * 4u;
                            metal::float4 _e777 = s_14.inner[2];
                            uint _e779 = row_head.inner[2];
                            float _e780 = pair(x_21, k0_1, _e779, at_9);
                            uint _e782 = row_head.inner[2];
                            float _e783 = pair(x_21, k1_1, _e782, at_9);
                            uint _e785 = row_head.inner[2];
                            float _e786 = pair(x_21, k2_1, _e785, at_9);
                            uint _e788 = row_head.inner[2];
                            float _e789 = pair(x_21, k3_1, _e788, at_9);
                            s_14.inner[2] = _e777 + metal::float4(_e780, _e783, _e786, _e789);
                        }
                        {
                            metal::float4 x_22 = q_tile.inner[((24u + ty) * STRIDE) + 1u];
                            uint _e800 = c;
                            uint at_10 = ((_e800 * TX) + 1u) * 4u;
                            metal::float4 _e807 = s_14.inner[3];
                            uint _e809 = row_head.inner[3];
                            float _e810 = pair(x_22, k0_1, _e809, at_10);
                            uint _e812 = row_head.inner[3];
                            float _e813 = pair(x_22, k1_1, _e812, at_10);
                            uint _e815 = row_head.inner[3];
                            float _e816 = pair(x_22, k2_1, _e815, at_10);
                            uint _e818 = row_head.inner[3];
                            float _e819 = pair(x_22, k3_1, _e818, at_10);
                            s_14.inner[3] = _e807 + metal::float4(_e810, _e813, _e816, _e819);
                        }
                    }
                    {
                        uint k_at_2 = (tx_1 * STRIDE) + 2u;
                        metal::float4 k0_2 = kv_tile.inner[k_at_2];
                        metal::float4 k1_2 = kv_tile.inner[k_at_2 + 72u];
                        metal::float4 k2_2 = kv_tile.inner[k_at_2 + 144u];
                        metal::float4 k3_2 = kv_tile.inner[k_at_2 + 216u];
                        {
                            metal::float4 x_23 = q_tile.inner[((0u + ty) * STRIDE) + 2u];
                            uint _e852 = c;
                            uint at_11 = ((_e852 * TX) + 2u) * 4u;
                            metal::float4 _e859 = s_14.inner[0];
                            uint _e861 = row_head.inner[0];
                            float _e862 = pair(x_23, k0_2, _e861, at_11);
                            uint _e864 = row_head.inner[0];
                            float _e865 = pair(x_23, k1_2, _e864, at_11);
                            uint _e867 = row_head.inner[0];
                            float _e868 = pair(x_23, k2_2, _e867, at_11);
                            uint _e870 = row_head.inner[0];
                            float _e871 = pair(x_23, k3_2, _e870, at_11);
                            s_14.inner[0] = _e859 + metal::float4(_e862, _e865, _e868, _e871);
                        }
                        {
                            metal::float4 x_24 = q_tile.inner[((8u + ty) * STRIDE) + 2u];
                            uint _e882 = c;
                            uint at_12 = ((_e882 * TX) + 2u) * 4u;
                            metal::float4 _e889 = s_14.inner[1];
                            uint _e891 = row_head.inner[1];
                            float _e892 = pair(x_24, k0_2, _e891, at_12);
                            uint _e894 = row_head.inner[1];
                            float _e895 = pair(x_24, k1_2, _e894, at_12);
                            uint _e897 = row_head.inner[1];
                            float _e898 = pair(x_24, k2_2, _e897, at_12);
                            uint _e900 = row_head.inner[1];
                            float _e901 = pair(x_24, k3_2, _e900, at_12);
                            s_14.inner[1] = _e889 + metal::float4(_e892, _e895, _e898, _e901);
                        }
                        {
                            metal::float4 x_25 = q_tile.inner[((16u + ty) * STRIDE) + 2u];
                            uint _e912 = c;
                            uint at_13 = ((_e912 * TX) + 2u) * 4u;
                            metal::float4 _e919 = s_14.inner[2];
                            uint _e921 = row_head.inner[2];
                            float _e922 = pair(x_25, k0_2, _e921, at_13);
                            uint _e924 = row_head.inner[2];
                            float _e925 = pair(x_25, k1_2, _e924, at_13);
                            uint _e927 = row_head.inner[2];
                            float _e928 = pair(x_25, k2_2, _e927, at_13);
                            uint _e930 = row_head.inner[2];
                            float _e931 = pair(x_25, k3_2, _e930, at_13);
                            s_14.inner[2] = _e919 + metal::float4(_e922, _e925, _e928, _e931);
                        }
                        {
                            metal::float4 x_26 = q_tile.inner[((24u + ty) * STRIDE) + 2u];
                            uint _e942 = c;
                            uint at_14 = ((_e942 * TX) + 2u) * 4u;
                            metal::float4 _e949 = s_14.inner[3];
                            uint _e951 = row_head.inner[3];
                            float _e952 = pair(x_26, k0_2, _e951, at_14);
                            uint _e954 = row_head.inner[3];
                            float _e955 = pair(x_26, k1_2, _e954, at_14);
                            uint _e957 = row_head.inner[3];
                            float _e958 = pair(x_26, k2_2, _e957, at_14);
                            uint _e960 = row_head.inner[3];
                            float _e961 = pair(x_26, k3_2, _e960, at_14);
                            s_14.inner[3] = _e949 + metal::float4(_e952, _e955, _e958, _e961);
                        }
                    }
                    {
                        uint k_at_3 = (tx_1 * STRIDE) + 3u;
                        metal::float4 k0_3 = kv_tile.inner[k_at_3];
                        metal::float4 k1_3 = kv_tile.inner[k_at_3 + 72u];
                        metal::float4 k2_3 = kv_tile.inner[k_at_3 + 144u];
                        metal::float4 k3_3 = kv_tile.inner[k_at_3 + 216u];
                        {
                            metal::float4 x_27 = q_tile.inner[((0u + ty) * STRIDE) + 3u];
                            uint _e994 = c;
                            uint at_15 = ((_e994 * TX) + 3u) * 4u;
                            metal::float4 _e1001 = s_14.inner[0];
                            uint _e1003 = row_head.inner[0];
                            float _e1004 = pair(x_27, k0_3, _e1003, at_15);
                            uint _e1006 = row_head.inner[0];
                            float _e1007 = pair(x_27, k1_3, _e1006, at_15);
                            uint _e1009 = row_head.inner[0];
                            float _e1010 = pair(x_27, k2_3, _e1009, at_15);
                            uint _e1012 = row_head.inner[0];
                            float _e1013 = pair(x_27, k3_3, _e1012, at_15);
                            s_14.inner[0] = _e1001 + metal::float4(_e1004, _e1007, _e1010, _e1013);
                        }
                        {
                            metal::float4 x_28 = q_tile.inner[((8u + ty) * STRIDE) + 3u];
                            uint _e1024 = c;
                            uint at_16 = ((_e1024 * TX) + 3u) * 4u;
                            metal::float4 _e1031 = s_14.inner[1];
                            uint _e1033 = row_head.inner[1];
                            float _e1034 = pair(x_28, k0_3, _e1033, at_16);
                            uint _e1036 = row_head.inner[1];
                            float _e1037 = pair(x_28, k1_3, _e1036, at_16);
                            uint _e1039 = row_head.inner[1];
                            float _e1040 = pair(x_28, k2_3, _e1039, at_16);
                            uint _e1042 = row_head.inner[1];
                            float _e1043 = pair(x_28, k3_3, _e1042, at_16);
                            s_14.inner[1] = _e1031 + metal::float4(_e1034, _e1037, _e1040, _e1043);
                        }
                        {
                            metal::float4 x_29 = q_tile.inner[((16u + ty) * STRIDE) + 3u];
                            uint _e1054 = c;
                            uint at_17 = ((_e1054 * TX) + 3u) * 4u;
                            metal::float4 _e1061 = s_14.inner[2];
                            uint _e1063 = row_head.inner[2];
                            float _e1064 = pair(x_29, k0_3, _e1063, at_17);
                            uint _e1066 = row_head.inner[2];
                            float _e1067 = pair(x_29, k1_3, _e1066, at_17);
                            uint _e1069 = row_head.inner[2];
                            float _e1070 = pair(x_29, k2_3, _e1069, at_17);
                            uint _e1072 = row_head.inner[2];
                            float _e1073 = pair(x_29, k3_3, _e1072, at_17);
                            s_14.inner[2] = _e1061 + metal::float4(_e1064, _e1067, _e1070, _e1073);
                        }
                        {
                            metal::float4 x_30 = q_tile.inner[((24u + ty) * STRIDE) + 3u];
                            uint _e1084 = c;
                            uint at_18 = ((_e1084 * TX) + 3u) * 4u;
                            metal::float4 _e1091 = s_14.inner[3];
                            uint _e1093 = row_head.inner[3];
                            float _e1094 = pair(x_30, k0_3, _e1093, at_18);
                            uint _e1096 = row_head.inner[3];
                            float _e1097 = pair(x_30, k1_3, _e1096, at_18);
                            uint _e1099 = row_head.inner[3];
                            float _e1100 = pair(x_30, k2_3, _e1099, at_18);
                            uint _e1102 = row_head.inner[3];
                            float _e1103 = pair(x_30, k3_3, _e1102, at_18);
                            s_14.inner[3] = _e1091 + metal::float4(_e1094, _e1097, _e1100, _e1103);
                        }
                    }
                    {
                        uint k_at_4 = (tx_1 * STRIDE) + 4u;
                        metal::float4 k0_4 = kv_tile.inner[k_at_4];
                        metal::float4 k1_4 = kv_tile.inner[k_at_4 + 72u];
                        metal::float4 k2_4 = kv_tile.inner[k_at_4 + 144u];
                        metal::float4 k3_4 = kv_tile.inner[k_at_4 + 216u];
                        {
                            metal::float4 x_31 = q_tile.inner[((0u + ty) * STRIDE) + 4u];
                            uint _e1136 = c;
                            uint at_19 = ((_e1136 * TX) + 4u) * 4u;
                            metal::float4 _e1143 = s_14.inner[0];
                            uint _e1145 = row_head.inner[0];
                            float _e1146 = pair(x_31, k0_4, _e1145, at_19);
                            uint _e1148 = row_head.inner[0];
                            float _e1149 = pair(x_31, k1_4, _e1148, at_19);
                            uint _e1151 = row_head.inner[0];
                            float _e1152 = pair(x_31, k2_4, _e1151, at_19);
                            uint _e1154 = row_head.inner[0];
                            float _e1155 = pair(x_31, k3_4, _e1154, at_19);
                            s_14.inner[0] = _e1143 + metal::float4(_e1146, _e1149, _e1152, _e1155);
                        }
                        {
                            metal::float4 x_32 = q_tile.inner[((8u + ty) * STRIDE) + 4u];
                            uint _e1166 = c;
                            uint at_20 = ((_e1166 * TX) + 4u) * 4u;
                            metal::float4 _e1173 = s_14.inner[1];
                            uint _e1175 = row_head.inner[1];
                            float _e1176 = pair(x_32, k0_4, _e1175, at_20);
                            uint _e1178 = row_head.inner[1];
                            float _e1179 = pair(x_32, k1_4, _e1178, at_20);
                            uint _e1181 = row_head.inner[1];
                            float _e1182 = pair(x_32, k2_4, _e1181, at_20);
                            uint _e1184 = row_head.inner[1];
                            float _e1185 = pair(x_32, k3_4, _e1184, at_20);
                            s_14.inner[1] = _e1173 + metal::float4(_e1176, _e1179, _e1182, _e1185);
                        }
                        {
                            metal::float4 x_33 = q_tile.inner[((16u + ty) * STRIDE) + 4u];
                            uint _e1196 = c;
                            uint at_21 = ((_e1196 * TX) + 4u) * 4u;
                            metal::float4 _e1203 = s_14.inner[2];
                            uint _e1205 = row_head.inner[2];
                            float _e1206 = pair(x_33, k0_4, _e1205, at_21);
                            uint _e1208 = row_head.inner[2];
                            float _e1209 = pair(x_33, k1_4, _e1208, at_21);
                            uint _e1211 = row_head.inner[2];
                            float _e1212 = pair(x_33, k2_4, _e1211, at_21);
                            uint _e1214 = row_head.inner[2];
                            float _e1215 = pair(x_33, k3_4, _e1214, at_21);
                            s_14.inner[2] = _e1203 + metal::float4(_e1206, _e1209, _e1212, _e1215);
                        }
                        {
                            metal::float4 x_34 = q_tile.inner[((24u + ty) * STRIDE) + 4u];
                            uint _e1226 = c;
                            uint at_22 = ((_e1226 * TX) + 4u) * 4u;
                            metal::float4 _e1233 = s_14.inner[3];
                            uint _e1235 = row_head.inner[3];
                            float _e1236 = pair(x_34, k0_4, _e1235, at_22);
                            uint _e1238 = row_head.inner[3];
                            float _e1239 = pair(x_34, k1_4, _e1238, at_22);
                            uint _e1241 = row_head.inner[3];
                            float _e1242 = pair(x_34, k2_4, _e1241, at_22);
                            uint _e1244 = row_head.inner[3];
                            float _e1245 = pair(x_34, k3_4, _e1244, at_22);
                            s_14.inner[3] = _e1233 + metal::float4(_e1236, _e1239, _e1242, _e1245);
                        }
                    }
                    {
                        uint k_at_5 = (tx_1 * STRIDE) + 5u;
                        metal::float4 k0_5 = kv_tile.inner[k_at_5];
                        metal::float4 k1_5 = kv_tile.inner[k_at_5 + 72u];
                        metal::float4 k2_5 = kv_tile.inner[k_at_5 + 144u];
                        metal::float4 k3_5 = kv_tile.inner[k_at_5 + 216u];
                        {
                            metal::float4 x_35 = q_tile.inner[((0u + ty) * STRIDE) + 5u];
                            uint _e1278 = c;
                            uint at_23 = ((_e1278 * TX) + 5u) * 4u;
                            metal::float4 _e1285 = s_14.inner[0];
                            uint _e1287 = row_head.inner[0];
                            float _e1288 = pair(x_35, k0_5, _e1287, at_23);
                            uint _e1290 = row_head.inner[0];
                            float _e1291 = pair(x_35, k1_5, _e1290, at_23);
                            uint _e1293 = row_head.inner[0];
                            float _e1294 = pair(x_35, k2_5, _e1293, at_23);
                            uint _e1296 = row_head.inner[0];
                            float _e1297 = pair(x_35, k3_5, _e1296, at_23);
                            s_14.inner[0] = _e1285 + metal::float4(_e1288, _e1291, _e1294, _e1297);
                        }
                        {
                            metal::float4 x_36 = q_tile.inner[((8u + ty) * STRIDE) + 5u];
                            uint _e1308 = c;
                            uint at_24 = ((_e1308 * TX) + 5u) * 4u;
                            metal::float4 _e1315 = s_14.inner[1];
                            uint _e1317 = row_head.inner[1];
                            float _e1318 = pair(x_36, k0_5, _e1317, at_24);
                            uint _e1320 = row_head.inner[1];
                            float _e1321 = pair(x_36, k1_5, _e1320, at_24);
                            uint _e1323 = row_head.inner[1];
                            float _e1324 = pair(x_36, k2_5, _e1323, at_24);
                            uint _e1326 = row_head.inner[1];
                            float _e1327 = pair(x_36, k3_5, _e1326, at_24);
                            s_14.inner[1] = _e1315 + metal::float4(_e1318, _e1321, _e1324, _e1327);
                        }
                        {
                            metal::float4 x_37 = q_tile.inner[((16u + ty) * STRIDE) + 5u];
                            uint _e1338 = c;
                            uint at_25 = ((_e1338 * TX) + 5u) * 4u;
                            metal::float4 _e1345 = s_14.inner[2];
                            uint _e1347 = row_head.inner[2];
                            float _e1348 = pair(x_37, k0_5, _e1347, at_25);
                            uint _e1350 = row_head.inner[2];
                            float _e1351 = pair(x_37, k1_5, _e1350, at_25);
                            uint _e1353 = row_head.inner[2];
                            float _e1354 = pair(x_37, k2_5, _e1353, at_25);
                            uint _e1356 = row_head.inner[2];
                            float _e1357 = pair(x_37, k3_5, _e1356, at_25);
                            s_14.inner[2] = _e1345 + metal::float4(_e1348, _e1351, _e1354, _e1357);
                        }
                        {
                            metal::float4 x_38 = q_tile.inner[((24u + ty) * STRIDE) + 5u];
                            uint _e1368 = c;
                            uint at_26 = ((_e1368 * TX) + 5u) * 4u;
                            metal::float4 _e1375 = s_14.inner[3];
                            uint _e1377 = row_head.inner[3];
                            float _e1378 = pair(x_38, k0_5, _e1377, at_26);
                            uint _e1380 = row_head.inner[3];
                            float _e1381 = pair(x_38, k1_5, _e1380, at_26);
                            uint _e1383 = row_head.inner[3];
                            float _e1384 = pair(x_38, k2_5, _e1383, at_26);
                            uint _e1386 = row_head.inner[3];
                            float _e1387 = pair(x_38, k3_5, _e1386, at_26);
                            s_14.inner[3] = _e1375 + metal::float4(_e1378, _e1381, _e1384, _e1387);
                        }
                    }
                    {
                        uint k_at_6 = (tx_1 * STRIDE) + 6u;
                        metal::float4 k0_6 = kv_tile.inner[k_at_6];
                        metal::float4 k1_6 = kv_tile.inner[k_at_6 + 72u];
                        metal::float4 k2_6 = kv_tile.inner[k_at_6 + 144u];
                        metal::float4 k3_6 = kv_tile.inner[k_at_6 + 216u];
                        {
                            metal::float4 x_39 = q_tile.inner[((0u + ty) * STRIDE) + 6u];
                            uint _e1420 = c;
                            uint at_27 = ((_e1420 * TX) + 6u) * 4u;
                            metal::float4 _e1427 = s_14.inner[0];
                            uint _e1429 = row_head.inner[0];
                            float _e1430 = pair(x_39, k0_6, _e1429, at_27);
                            uint _e1432 = row_head.inner[0];
                            float _e1433 = pair(x_39, k1_6, _e1432, at_27);
                            uint _e1435 = row_head.inner[0];
                            float _e1436 = pair(x_39, k2_6, _e1435, at_27);
                            uint _e1438 = row_head.inner[0];
                            float _e1439 = pair(x_39, k3_6, _e1438, at_27);
                            s_14.inner[0] = _e1427 + metal::float4(_e1430, _e1433, _e1436, _e1439);
                        }
                        {
                            metal::float4 x_40 = q_tile.inner[((8u + ty) * STRIDE) + 6u];
                            uint _e1450 = c;
                            uint at_28 = ((_e1450 * TX) + 6u) * 4u;
                            metal::float4 _e1457 = s_14.inner[1];
                            uint _e1459 = row_head.inner[1];
                            float _e1460 = pair(x_40, k0_6, _e1459, at_28);
                            uint _e1462 = row_head.inner[1];
                            float _e1463 = pair(x_40, k1_6, _e1462, at_28);
                            uint _e1465 = row_head.inner[1];
                            float _e1466 = pair(x_40, k2_6, _e1465, at_28);
                            uint _e1468 = row_head.inner[1];
                            float _e1469 = pair(x_40, k3_6, _e1468, at_28);
                            s_14.inner[1] = _e1457 + metal::float4(_e1460, _e1463, _e1466, _e1469);
                        }
                        {
                            metal::float4 x_41 = q_tile.inner[((16u + ty) * STRIDE) + 6u];
                            uint _e1480 = c;
                            uint at_29 = ((_e1480 * TX) + 6u) * 4u;
                            metal::float4 _e1487 = s_14.inner[2];
                            uint _e1489 = row_head.inner[2];
                            float _e1490 = pair(x_41, k0_6, _e1489, at_29);
                            uint _e1492 = row_head.inner[2];
                            float _e1493 = pair(x_41, k1_6, _e1492, at_29);
                            uint _e1495 = row_head.inner[2];
                            float _e1496 = pair(x_41, k2_6, _e1495, at_29);
                            uint _e1498 = row_head.inner[2];
                            float _e1499 = pair(x_41, k3_6, _e1498, at_29);
                            s_14.inner[2] = _e1487 + metal::float4(_e1490, _e1493, _e1496, _e1499);
                        }
                        {
                            metal::float4 x_42 = q_tile.inner[((24u + ty) * STRIDE) + 6u];
                            uint _e1510 = c;
                            uint at_30 = ((_e1510 * TX) + 6u) * 4u;
                            metal::float4 _e1517 = s_14.inner[3];
                            uint _e1519 = row_head.inner[3];
                            float _e1520 = pair(x_42, k0_6, _e1519, at_30);
                            uint _e1522 = row_head.inner[3];
                            float _e1523 = pair(x_42, k1_6, _e1522, at_30);
                            uint _e1525 = row_head.inner[3];
                            float _e1526 = pair(x_42, k2_6, _e1525, at_30);
                            uint _e1528 = row_head.inner[3];
                            float _e1529 = pair(x_42, k3_6, _e1528, at_30);
                            s_14.inner[3] = _e1517 + metal::float4(_e1520, _e1523, _e1526, _e1529);
                        }
                    }
                    {
                        uint k_at_7 = (tx_1 * STRIDE) + 7u;
                        metal::float4 k0_7 = kv_tile.inner[k_at_7];
                        metal::float4 k1_7 = kv_tile.inner[k_at_7 + 72u];
                        metal::float4 k2_7 = kv_tile.inner[k_at_7 + 144u];
                        metal::float4 k3_7 = kv_tile.inner[k_at_7 + 216u];
                        {
                            metal::float4 x_43 = q_tile.inner[((0u + ty) * STRIDE) + 7u];
                            uint _e1562 = c;
                            uint at_31 = ((_e1562 * TX) + 7u) * 4u;
                            metal::float4 _e1569 = s_14.inner[0];
                            uint _e1571 = row_head.inner[0];
                            float _e1572 = pair(x_43, k0_7, _e1571, at_31);
                            uint _e1574 = row_head.inner[0];
                            float _e1575 = pair(x_43, k1_7, _e1574, at_31);
                            uint _e1577 = row_head.inner[0];
                            float _e1578 = pair(x_43, k2_7, _e1577, at_31);
                            uint _e1580 = row_head.inner[0];
                            float _e1581 = pair(x_43, k3_7, _e1580, at_31);
                            s_14.inner[0] = _e1569 + metal::float4(_e1572, _e1575, _e1578, _e1581);
                        }
                        {
                            metal::float4 x_44 = q_tile.inner[((8u + ty) * STRIDE) + 7u];
                            uint _e1592 = c;
                            uint at_32 = ((_e1592 * TX) + 7u) * 4u;
                            metal::float4 _e1599 = s_14.inner[1];
                            uint _e1601 = row_head.inner[1];
                            float _e1602 = pair(x_44, k0_7, _e1601, at_32);
                            uint _e1604 = row_head.inner[1];
                            float _e1605 = pair(x_44, k1_7, _e1604, at_32);
                            uint _e1607 = row_head.inner[1];
                            float _e1608 = pair(x_44, k2_7, _e1607, at_32);
                            uint _e1610 = row_head.inner[1];
                            float _e1611 = pair(x_44, k3_7, _e1610, at_32);
                            s_14.inner[1] = _e1599 + metal::float4(_e1602, _e1605, _e1608, _e1611);
                        }
                        {
                            metal::float4 x_45 = q_tile.inner[((16u + ty) * STRIDE) + 7u];
                            uint _e1622 = c;
                            uint at_33 = ((_e1622 * TX) + 7u) * 4u;
                            metal::float4 _e1629 = s_14.inner[2];
                            uint _e1631 = row_head.inner[2];
                            float _e1632 = pair(x_45, k0_7, _e1631, at_33);
                            uint _e1634 = row_head.inner[2];
                            float _e1635 = pair(x_45, k1_7, _e1634, at_33);
                            uint _e1637 = row_head.inner[2];
                            float _e1638 = pair(x_45, k2_7, _e1637, at_33);
                            uint _e1640 = row_head.inner[2];
                            float _e1641 = pair(x_45, k3_7, _e1640, at_33);
                            s_14.inner[2] = _e1629 + metal::float4(_e1632, _e1635, _e1638, _e1641);
                        }
                        {
                            metal::float4 x_46 = q_tile.inner[((24u + ty) * STRIDE) + 7u];
                            uint _e1652 = c;
                            uint at_34 = ((_e1652 * TX) + 7u) * 4u;
                            metal::float4 _e1659 = s_14.inner[3];
                            uint _e1661 = row_head.inner[3];
                            float _e1662 = pair(x_46, k0_7, _e1661, at_34);
                            uint _e1664 = row_head.inner[3];
                            float _e1665 = pair(x_46, k1_7, _e1664, at_34);
                            uint _e1667 = row_head.inner[3];
                            float _e1668 = pair(x_46, k2_7, _e1667, at_34);
                            uint _e1670 = row_head.inner[3];
                            float _e1671 = pair(x_46, k3_7, _e1670, at_34);
                            s_14.inner[3] = _e1659 + metal::float4(_e1662, _e1665, _e1668, _e1671);
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                }
            }
            if (false) {
                bool _e1680 = sees_whole(_e8, _e271);
                local_10 = !(_e1680);
            } else {
                local_10 = true;
            }
            bool edits = local_10;
            {
                metal::float4 _e1686 = s_14.inner[0];
                metal::float4 _e1687 = scale_pairs(_e1686);
                s_14.inner[0] = _e1687;
                if (edits) {
                    metal::float4 _e1690 = s_14.inner[0];
                    uint _e1692 = row_head.inner[0];
                    uint _e1694 = row_q.inner[0];
                    metal::uint2 _e1699 = row_keys.inner[0];
                    uint _e1702 = row_head.inner[0];
                    uint _e1704 = row_q.inner[0];
                    metal::uint2 _e1705 = seen_keys(_e1699, _e271.end, b_17, _e1702, _e1704);
                    metal::float4 _e1706 = edit_four(_e1690, b_17, _e1692, _e1694, key0_ + (tx_1 * 4u), _e1705, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
                    s_14.inner[0] = _e1706;
                }
                metal::float4 _e1709 = s_14.inner[0];
                float _e1710 = size_of(_e1709);
                float _e1711 = lanes_max(_e1710);
                part_2.inner[0] = _e1711;
                float _e1715 = part_2.inner[0];
                put_part(0u + ty, tx_1, _e1715, row_part);
            }
            {
                metal::float4 _e1718 = s_14.inner[1];
                metal::float4 _e1719 = scale_pairs(_e1718);
                s_14.inner[1] = _e1719;
                if (edits) {
                    metal::float4 _e1722 = s_14.inner[1];
                    uint _e1724 = row_head.inner[1];
                    uint _e1726 = row_q.inner[1];
                    metal::uint2 _e1731 = row_keys.inner[1];
                    uint _e1734 = row_head.inner[1];
                    uint _e1736 = row_q.inner[1];
                    metal::uint2 _e1737 = seen_keys(_e1731, _e271.end, b_17, _e1734, _e1736);
                    metal::float4 _e1738 = edit_four(_e1722, b_17, _e1724, _e1726, key0_ + (tx_1 * 4u), _e1737, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
                    s_14.inner[1] = _e1738;
                }
                metal::float4 _e1741 = s_14.inner[1];
                float _e1742 = size_of(_e1741);
                float _e1743 = lanes_max(_e1742);
                part_2.inner[1] = _e1743;
                float _e1747 = part_2.inner[1];
                put_part(8u + ty, tx_1, _e1747, row_part);
            }
            {
                metal::float4 _e1750 = s_14.inner[2];
                metal::float4 _e1751 = scale_pairs(_e1750);
                s_14.inner[2] = _e1751;
                if (edits) {
                    metal::float4 _e1754 = s_14.inner[2];
                    uint _e1756 = row_head.inner[2];
                    uint _e1758 = row_q.inner[2];
                    metal::uint2 _e1763 = row_keys.inner[2];
                    uint _e1766 = row_head.inner[2];
                    uint _e1768 = row_q.inner[2];
                    metal::uint2 _e1769 = seen_keys(_e1763, _e271.end, b_17, _e1766, _e1768);
                    metal::float4 _e1770 = edit_four(_e1754, b_17, _e1756, _e1758, key0_ + (tx_1 * 4u), _e1769, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
                    s_14.inner[2] = _e1770;
                }
                metal::float4 _e1773 = s_14.inner[2];
                float _e1774 = size_of(_e1773);
                float _e1775 = lanes_max(_e1774);
                part_2.inner[2] = _e1775;
                float _e1779 = part_2.inner[2];
                put_part(16u + ty, tx_1, _e1779, row_part);
            }
            {
                metal::float4 _e1782 = s_14.inner[3];
                metal::float4 _e1783 = scale_pairs(_e1782);
                s_14.inner[3] = _e1783;
                if (edits) {
                    metal::float4 _e1786 = s_14.inner[3];
                    uint _e1788 = row_head.inner[3];
                    uint _e1790 = row_q.inner[3];
                    metal::uint2 _e1795 = row_keys.inner[3];
                    uint _e1798 = row_head.inner[3];
                    uint _e1800 = row_q.inner[3];
                    metal::uint2 _e1801 = seen_keys(_e1795, _e271.end, b_17, _e1798, _e1800);
                    metal::float4 _e1802 = edit_four(_e1786, b_17, _e1788, _e1790, key0_ + (tx_1 * 4u), _e1801, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
                    s_14.inner[3] = _e1802;
                }
                metal::float4 _e1805 = s_14.inner[3];
                float _e1806 = size_of(_e1805);
                float _e1807 = lanes_max(_e1806);
                part_2.inner[3] = _e1807;
                float _e1811 = part_2.inner[3];
                put_part(24u + ty, tx_1, _e1811, row_part);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            {
                float _e1813 = m_2.inner[0];
                float _e1817 = part_2.inner[0];
                float _e1818 = row_max(0u + ty, _e1817, row_part);
                float _e1819 = next_max(_e1813, _e1818);
                float _e1821 = m_2.inner[0];
                float shrink_1 = metal::exp(_e1821 - _e1819);
                metal::float4 _e1825 = s_14.inner[0];
                uint _e1827 = row_head.inner[0];
                uint _e1829 = row_q.inner[0];
                metal::float4 _e1833 = weights(_e1825, _e1819, b_17, _e1827, _e1829, key0_ + (tx_1 * 4u));
                p_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e1833;
                float _e1843 = l_1.inner[0];
                metal::float4 _e1846 = s_14.inner[0];
                float _e1847 = mass(_e1846, _e1833);
                l_1.inner[0] = (_e1843 * shrink_1) + _e1847;
                m_2.inner[0] = _e1819;
                {
                    metal::float4 _e1851 = acc.inner[0];
                    acc.inner[0] = _e1851 * shrink_1;
                }
                {
                    metal::float4 _e1854 = acc.inner[4];
                    acc.inner[4] = _e1854 * shrink_1;
                }
            }
            {
                float _e1857 = m_2.inner[1];
                float _e1861 = part_2.inner[1];
                float _e1862 = row_max(8u + ty, _e1861, row_part);
                float _e1863 = next_max(_e1857, _e1862);
                float _e1865 = m_2.inner[1];
                float shrink_2 = metal::exp(_e1865 - _e1863);
                metal::float4 _e1869 = s_14.inner[1];
                uint _e1871 = row_head.inner[1];
                uint _e1873 = row_q.inner[1];
                metal::float4 _e1877 = weights(_e1869, _e1863, b_17, _e1871, _e1873, key0_ + (tx_1 * 4u));
                p_tile.inner[((8u + ty) * STRIDE) + tx_1] = _e1877;
                float _e1887 = l_1.inner[1];
                metal::float4 _e1890 = s_14.inner[1];
                float _e1891 = mass(_e1890, _e1877);
                l_1.inner[1] = (_e1887 * shrink_2) + _e1891;
                m_2.inner[1] = _e1863;
                {
                    metal::float4 _e1895 = acc.inner[1];
                    acc.inner[1] = _e1895 * shrink_2;
                }
                {
                    metal::float4 _e1898 = acc.inner[5];
                    acc.inner[5] = _e1898 * shrink_2;
                }
            }
            {
                float _e1901 = m_2.inner[2];
                float _e1905 = part_2.inner[2];
                float _e1906 = row_max(16u + ty, _e1905, row_part);
                float _e1907 = next_max(_e1901, _e1906);
                float _e1909 = m_2.inner[2];
                float shrink_3 = metal::exp(_e1909 - _e1907);
                metal::float4 _e1913 = s_14.inner[2];
                uint _e1915 = row_head.inner[2];
                uint _e1917 = row_q.inner[2];
                metal::float4 _e1921 = weights(_e1913, _e1907, b_17, _e1915, _e1917, key0_ + (tx_1 * 4u));
                p_tile.inner[((16u + ty) * STRIDE) + tx_1] = _e1921;
                float _e1931 = l_1.inner[2];
                metal::float4 _e1934 = s_14.inner[2];
                float _e1935 = mass(_e1934, _e1921);
                l_1.inner[2] = (_e1931 * shrink_3) + _e1935;
                m_2.inner[2] = _e1907;
                {
                    metal::float4 _e1939 = acc.inner[2];
                    acc.inner[2] = _e1939 * shrink_3;
                }
                {
                    metal::float4 _e1942 = acc.inner[6];
                    acc.inner[6] = _e1942 * shrink_3;
                }
            }
            {
                float _e1945 = m_2.inner[3];
                float _e1949 = part_2.inner[3];
                float _e1950 = row_max(24u + ty, _e1949, row_part);
                float _e1951 = next_max(_e1945, _e1950);
                float _e1953 = m_2.inner[3];
                float shrink_4 = metal::exp(_e1953 - _e1951);
                metal::float4 _e1957 = s_14.inner[3];
                uint _e1959 = row_head.inner[3];
                uint _e1961 = row_q.inner[3];
                metal::float4 _e1965 = weights(_e1957, _e1951, b_17, _e1959, _e1961, key0_ + (tx_1 * 4u));
                p_tile.inner[((24u + ty) * STRIDE) + tx_1] = _e1965;
                float _e1975 = l_1.inner[3];
                metal::float4 _e1978 = s_14.inner[3];
                float _e1979 = mass(_e1978, _e1965);
                l_1.inner[3] = (_e1975 * shrink_4) + _e1979;
                m_2.inner[3] = _e1951;
                {
                    metal::float4 _e1983 = acc.inner[3];
                    acc.inner[3] = _e1983 * shrink_4;
                }
                {
                    metal::float4 _e1986 = acc.inner[7];
                    acc.inner[7] = _e1986 * shrink_4;
                }
            }
            {
                {
                    uint slot_8 = 0u + ty;
                    if (slot_8 < BLOCK_K) {
                        uint _e1997 = key_of(metal::min(key0_ + slot_8, _e271.end - 1u));
                        uint _e2001 = params.v_row;
                        metal::float4 _e2008 = load_v4_(_e8.v_base + (_e1997 * _e2001), (0u + tx_1) * 4u, v_3, _buffer_sizes);
                        bool _e2009 = any_nonfinite(_e2008);
                        if (_e2009) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                        kv_tile.inner[(slot_8 * STRIDE) + tx_1] = _e2008;
                    }
                }
                {
                    uint slot_9 = 8u + ty;
                    if (slot_9 < BLOCK_K) {
                        uint _e2026 = key_of(metal::min(key0_ + slot_9, _e271.end - 1u));
                        uint _e2030 = params.v_row;
                        metal::float4 _e2037 = load_v4_(_e8.v_base + (_e2026 * _e2030), (0u + tx_1) * 4u, v_3, _buffer_sizes);
                        bool _e2038 = any_nonfinite(_e2037);
                        if (_e2038) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                        kv_tile.inner[(slot_9 * STRIDE) + tx_1] = _e2037;
                    }
                }
                {
                    uint slot_10 = 16u + ty;
                    if (slot_10 < BLOCK_K) {
                        uint _e2055 = key_of(metal::min(key0_ + slot_10, _e271.end - 1u));
                        uint _e2059 = params.v_row;
                        metal::float4 _e2066 = load_v4_(_e8.v_base + (_e2055 * _e2059), (0u + tx_1) * 4u, v_3, _buffer_sizes);
                        bool _e2067 = any_nonfinite(_e2066);
                        if (_e2067) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                        kv_tile.inner[(slot_10 * STRIDE) + tx_1] = _e2066;
                    }
                }
                {
                    uint slot_11 = 24u + ty;
                    if (slot_11 < BLOCK_K) {
                        uint _e2084 = key_of(metal::min(key0_ + slot_11, _e271.end - 1u));
                        uint _e2088 = params.v_row;
                        metal::float4 _e2095 = load_v4_(_e8.v_base + (_e2084 * _e2088), (0u + tx_1) * 4u, v_3, _buffer_sizes);
                        bool _e2096 = any_nonfinite(_e2095);
                        if (_e2096) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                        kv_tile.inner[(slot_11 * STRIDE) + tx_1] = _e2095;
                    }
                }
                metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                uint _e2105 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                if (_e2105 == 0u) {
                    {
                        uint v_at = 0u + tx_1;
                        metal::float4 v0_ = kv_tile.inner[v_at];
                        metal::float4 v1_ = kv_tile.inner[v_at + STRIDE];
                        metal::float4 v2_ = kv_tile.inner[v_at + 18u];
                        metal::float4 v3_ = kv_tile.inner[v_at + 27u];
                        {
                            metal::float4 p_2 = p_tile.inner[((0u + ty) * STRIDE) + 0u];
                            metal::float4 _e2138 = acc.inner[0];
                            acc.inner[0] = _e2138 + ((((p_2.x * v0_) + (p_2.y * v1_)) + (p_2.z * v2_)) + (p_2.w * v3_));
                        }
                        {
                            metal::float4 p_3 = p_tile.inner[((8u + ty) * STRIDE) + 0u];
                            metal::float4 _e2160 = acc.inner[1];
                            acc.inner[1] = _e2160 + ((((p_3.x * v0_) + (p_3.y * v1_)) + (p_3.z * v2_)) + (p_3.w * v3_));
                        }
                        {
                            metal::float4 p_4 = p_tile.inner[((16u + ty) * STRIDE) + 0u];
                            metal::float4 _e2182 = acc.inner[2];
                            acc.inner[2] = _e2182 + ((((p_4.x * v0_) + (p_4.y * v1_)) + (p_4.z * v2_)) + (p_4.w * v3_));
                        }
                        {
                            metal::float4 p_5 = p_tile.inner[((24u + ty) * STRIDE) + 0u];
                            metal::float4 _e2204 = acc.inner[3];
                            acc.inner[3] = _e2204 + ((((p_5.x * v0_) + (p_5.y * v1_)) + (p_5.z * v2_)) + (p_5.w * v3_));
                        }
                    }
                    {
                        uint v_at_1 = 36u + tx_1;
                        metal::float4 v0_1 = kv_tile.inner[v_at_1];
                        metal::float4 v1_1 = kv_tile.inner[v_at_1 + STRIDE];
                        metal::float4 v2_1 = kv_tile.inner[v_at_1 + 18u];
                        metal::float4 v3_1 = kv_tile.inner[v_at_1 + 27u];
                        {
                            metal::float4 p_6 = p_tile.inner[((0u + ty) * STRIDE) + 1u];
                            metal::float4 _e2247 = acc.inner[0];
                            acc.inner[0] = _e2247 + ((((p_6.x * v0_1) + (p_6.y * v1_1)) + (p_6.z * v2_1)) + (p_6.w * v3_1));
                        }
                        {
                            metal::float4 p_7 = p_tile.inner[((8u + ty) * STRIDE) + 1u];
                            metal::float4 _e2269 = acc.inner[1];
                            acc.inner[1] = _e2269 + ((((p_7.x * v0_1) + (p_7.y * v1_1)) + (p_7.z * v2_1)) + (p_7.w * v3_1));
                        }
                        {
                            metal::float4 p_8 = p_tile.inner[((16u + ty) * STRIDE) + 1u];
                            metal::float4 _e2291 = acc.inner[2];
                            acc.inner[2] = _e2291 + ((((p_8.x * v0_1) + (p_8.y * v1_1)) + (p_8.z * v2_1)) + (p_8.w * v3_1));
                        }
                        {
                            metal::float4 p_9 = p_tile.inner[((24u + ty) * STRIDE) + 1u];
                            metal::float4 _e2313 = acc.inner[3];
                            acc.inner[3] = _e2313 + ((((p_9.x * v0_1) + (p_9.y * v1_1)) + (p_9.z * v2_1)) + (p_9.w * v3_1));
                        }
                    }
                    {
                        uint v_at_2 = 72u + tx_1;
                        metal::float4 v0_2 = kv_tile.inner[v_at_2];
                        metal::float4 v1_2 = kv_tile.inner[v_at_2 + STRIDE];
                        metal::float4 v2_2 = kv_tile.inner[v_at_2 + 18u];
                        metal::float4 v3_2 = kv_tile.inner[v_at_2 + 27u];
                        {
                            metal::float4 p_10 = p_tile.inner[((0u + ty) * STRIDE) + 2u];
                            metal::float4 _e2356 = acc.inner[0];
                            acc.inner[0] = _e2356 + ((((p_10.x * v0_2) + (p_10.y * v1_2)) + (p_10.z * v2_2)) + (p_10.w * v3_2));
                        }
                        {
                            metal::float4 p_11 = p_tile.inner[((8u + ty) * STRIDE) + 2u];
                            metal::float4 _e2378 = acc.inner[1];
                            acc.inner[1] = _e2378 + ((((p_11.x * v0_2) + (p_11.y * v1_2)) + (p_11.z * v2_2)) + (p_11.w * v3_2));
                        }
                        {
                            metal::float4 p_12 = p_tile.inner[((16u + ty) * STRIDE) + 2u];
                            metal::float4 _e2400 = acc.inner[2];
                            acc.inner[2] = _e2400 + ((((p_12.x * v0_2) + (p_12.y * v1_2)) + (p_12.z * v2_2)) + (p_12.w * v3_2));
                        }
                        {
                            metal::float4 p_13 = p_tile.inner[((24u + ty) * STRIDE) + 2u];
                            metal::float4 _e2422 = acc.inner[3];
                            acc.inner[3] = _e2422 + ((((p_13.x * v0_2) + (p_13.y * v1_2)) + (p_13.z * v2_2)) + (p_13.w * v3_2));
                        }
                    }
                    {
                        uint v_at_3 = 108u + tx_1;
                        metal::float4 v0_3 = kv_tile.inner[v_at_3];
                        metal::float4 v1_3 = kv_tile.inner[v_at_3 + STRIDE];
                        metal::float4 v2_3 = kv_tile.inner[v_at_3 + 18u];
                        metal::float4 v3_3 = kv_tile.inner[v_at_3 + 27u];
                        {
                            metal::float4 p_14 = p_tile.inner[((0u + ty) * STRIDE) + 3u];
                            metal::float4 _e2465 = acc.inner[0];
                            acc.inner[0] = _e2465 + ((((p_14.x * v0_3) + (p_14.y * v1_3)) + (p_14.z * v2_3)) + (p_14.w * v3_3));
                        }
                        {
                            metal::float4 p_15 = p_tile.inner[((8u + ty) * STRIDE) + 3u];
                            metal::float4 _e2487 = acc.inner[1];
                            acc.inner[1] = _e2487 + ((((p_15.x * v0_3) + (p_15.y * v1_3)) + (p_15.z * v2_3)) + (p_15.w * v3_3));
                        }
                        {
                            metal::float4 p_16 = p_tile.inner[((16u + ty) * STRIDE) + 3u];
                            metal::float4 _e2509 = acc.inner[2];
                            acc.inner[2] = _e2509 + ((((p_16.x * v0_3) + (p_16.y * v1_3)) + (p_16.z * v2_3)) + (p_16.w * v3_3));
                        }
                        {
                            metal::float4 p_17 = p_tile.inner[((24u + ty) * STRIDE) + 3u];
                            metal::float4 _e2531 = acc.inner[3];
                            acc.inner[3] = _e2531 + ((((p_17.x * v0_3) + (p_17.y * v1_3)) + (p_17.z * v2_3)) + (p_17.w * v3_3));
                        }
                    }
                    {
                        uint v_at_4 = 144u + tx_1;
                        metal::float4 v0_4 = kv_tile.inner[v_at_4];
                        metal::float4 v1_4 = kv_tile.inner[v_at_4 + STRIDE];
                        metal::float4 v2_4 = kv_tile.inner[v_at_4 + 18u];
                        metal::float4 v3_4 = kv_tile.inner[v_at_4 + 27u];
                        {
                            metal::float4 p_18 = p_tile.inner[((0u + ty) * STRIDE) + 4u];
                            metal::float4 _e2574 = acc.inner[0];
                            acc.inner[0] = _e2574 + ((((p_18.x * v0_4) + (p_18.y * v1_4)) + (p_18.z * v2_4)) + (p_18.w * v3_4));
                        }
                        {
                            metal::float4 p_19 = p_tile.inner[((8u + ty) * STRIDE) + 4u];
                            metal::float4 _e2596 = acc.inner[1];
                            acc.inner[1] = _e2596 + ((((p_19.x * v0_4) + (p_19.y * v1_4)) + (p_19.z * v2_4)) + (p_19.w * v3_4));
                        }
                        {
                            metal::float4 p_20 = p_tile.inner[((16u + ty) * STRIDE) + 4u];
                            metal::float4 _e2618 = acc.inner[2];
                            acc.inner[2] = _e2618 + ((((p_20.x * v0_4) + (p_20.y * v1_4)) + (p_20.z * v2_4)) + (p_20.w * v3_4));
                        }
                        {
                            metal::float4 p_21 = p_tile.inner[((24u + ty) * STRIDE) + 4u];
                            metal::float4 _e2640 = acc.inner[3];
                            acc.inner[3] = _e2640 + ((((p_21.x * v0_4) + (p_21.y * v1_4)) + (p_21.z * v2_4)) + (p_21.w * v3_4));
                        }
                    }
                    {
                        uint v_at_5 = 180u + tx_1;
                        metal::float4 v0_5 = kv_tile.inner[v_at_5];
                        metal::float4 v1_5 = kv_tile.inner[v_at_5 + STRIDE];
                        metal::float4 v2_5 = kv_tile.inner[v_at_5 + 18u];
                        metal::float4 v3_5 = kv_tile.inner[v_at_5 + 27u];
                        {
                            metal::float4 p_22 = p_tile.inner[((0u + ty) * STRIDE) + 5u];
                            metal::float4 _e2683 = acc.inner[0];
                            acc.inner[0] = _e2683 + ((((p_22.x * v0_5) + (p_22.y * v1_5)) + (p_22.z * v2_5)) + (p_22.w * v3_5));
                        }
                        {
                            metal::float4 p_23 = p_tile.inner[((8u + ty) * STRIDE) + 5u];
                            metal::float4 _e2705 = acc.inner[1];
                            acc.inner[1] = _e2705 + ((((p_23.x * v0_5) + (p_23.y * v1_5)) + (p_23.z * v2_5)) + (p_23.w * v3_5));
                        }
                        {
                            metal::float4 p_24 = p_tile.inner[((16u + ty) * STRIDE) + 5u];
                            metal::float4 _e2727 = acc.inner[2];
                            acc.inner[2] = _e2727 + ((((p_24.x * v0_5) + (p_24.y * v1_5)) + (p_24.z * v2_5)) + (p_24.w * v3_5));
                        }
                        {
                            metal::float4 p_25 = p_tile.inner[((24u + ty) * STRIDE) + 5u];
                            metal::float4 _e2749 = acc.inner[3];
                            acc.inner[3] = _e2749 + ((((p_25.x * v0_5) + (p_25.y * v1_5)) + (p_25.z * v2_5)) + (p_25.w * v3_5));
                        }
                    }
                    {
                        uint v_at_6 = 216u + tx_1;
                        metal::float4 v0_6 = kv_tile.inner[v_at_6];
                        metal::float4 v1_6 = kv_tile.inner[v_at_6 + STRIDE];
                        metal::float4 v2_6 = kv_tile.inner[v_at_6 + 18u];
                        metal::float4 v3_6 = kv_tile.inner[v_at_6 + 27u];
                        {
                            metal::float4 p_26 = p_tile.inner[((0u + ty) * STRIDE) + 6u];
                            metal::float4 _e2792 = acc.inner[0];
                            acc.inner[0] = _e2792 + ((((p_26.x * v0_6) + (p_26.y * v1_6)) + (p_26.z * v2_6)) + (p_26.w * v3_6));
                        }
                        {
                            metal::float4 p_27 = p_tile.inner[((8u + ty) * STRIDE) + 6u];
                            metal::float4 _e2814 = acc.inner[1];
                            acc.inner[1] = _e2814 + ((((p_27.x * v0_6) + (p_27.y * v1_6)) + (p_27.z * v2_6)) + (p_27.w * v3_6));
                        }
                        {
                            metal::float4 p_28 = p_tile.inner[((16u + ty) * STRIDE) + 6u];
                            metal::float4 _e2836 = acc.inner[2];
                            acc.inner[2] = _e2836 + ((((p_28.x * v0_6) + (p_28.y * v1_6)) + (p_28.z * v2_6)) + (p_28.w * v3_6));
                        }
                        {
                            metal::float4 p_29 = p_tile.inner[((24u + ty) * STRIDE) + 6u];
                            metal::float4 _e2858 = acc.inner[3];
                            acc.inner[3] = _e2858 + ((((p_29.x * v0_6) + (p_29.y * v1_6)) + (p_29.z * v2_6)) + (p_29.w * v3_6));
                        }
                    }
                    {
                        uint v_at_7 = 252u + tx_1;
                        metal::float4 v0_7 = kv_tile.inner[v_at_7];
                        metal::float4 v1_7 = kv_tile.inner[v_at_7 + STRIDE];
                        metal::float4 v2_7 = kv_tile.inner[v_at_7 + 18u];
                        metal::float4 v3_7 = kv_tile.inner[v_at_7 + 27u];
                        {
                            metal::float4 p_30 = p_tile.inner[((0u + ty) * STRIDE) + 7u];
                            metal::float4 _e2901 = acc.inner[0];
                            acc.inner[0] = _e2901 + ((((p_30.x * v0_7) + (p_30.y * v1_7)) + (p_30.z * v2_7)) + (p_30.w * v3_7));
                        }
                        {
                            metal::float4 p_31 = p_tile.inner[((8u + ty) * STRIDE) + 7u];
                            metal::float4 _e2923 = acc.inner[1];
                            acc.inner[1] = _e2923 + ((((p_31.x * v0_7) + (p_31.y * v1_7)) + (p_31.z * v2_7)) + (p_31.w * v3_7));
                        }
                        {
                            metal::float4 p_32 = p_tile.inner[((16u + ty) * STRIDE) + 7u];
                            metal::float4 _e2945 = acc.inner[2];
                            acc.inner[2] = _e2945 + ((((p_32.x * v0_7) + (p_32.y * v1_7)) + (p_32.z * v2_7)) + (p_32.w * v3_7));
                        }
                        {
                            metal::float4 p_33 = p_tile.inner[((24u + ty) * STRIDE) + 7u];
                            metal::float4 _e2967 = acc.inner[3];
                            acc.inner[3] = _e2967 + ((((p_33.x * v0_7) + (p_33.y * v1_7)) + (p_33.z * v2_7)) + (p_33.w * v3_7));
                        }
                    }
                } else {
                    k_2 = 0u;
                    uint2 loop_bound_4 = uint2(4294967295u);
                    bool loop_init_4 = true;
                    while(true) {
                        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                        if (!loop_init_4) {
                            uint _e3089 = k_2;
                            k_2 = _e3089 + 1u;
                        }
                        loop_init_4 = false;
                        uint _e2982 = k_2;
                        if (_e2982 < BLOCK_K) {
                        } else {
                            break;
                        }
                        {
                            uint _e2986 = k_2;
                            metal::float4 v_4 = kv_tile.inner[(_e2986 * STRIDE) + tx_1];
                            {
                                uint _e2997 = k_2;
                                uint _e3002 = k_2;
                                float p_34 = p_tile.inner[((0u + ty) * STRIDE) + naga_div(_e2997, 4u)][naga_mod(_e3002, 4u)];
                                metal::float4 _e3008 = acc.inner[0];
                                acc.inner[0] = _e3008 + ((p_34 == 0.0) ? metal::float4(0.0) : (p_34 * v_4));
                            }
                            {
                                uint _e3021 = k_2;
                                uint _e3026 = k_2;
                                float p_35 = p_tile.inner[((8u + ty) * STRIDE) + naga_div(_e3021, 4u)][naga_mod(_e3026, 4u)];
                                metal::float4 _e3032 = acc.inner[1];
                                acc.inner[1] = _e3032 + ((p_35 == 0.0) ? metal::float4(0.0) : (p_35 * v_4));
                            }
                            {
                                uint _e3045 = k_2;
                                uint _e3050 = k_2;
                                float p_36 = p_tile.inner[((16u + ty) * STRIDE) + naga_div(_e3045, 4u)][naga_mod(_e3050, 4u)];
                                metal::float4 _e3056 = acc.inner[2];
                                acc.inner[2] = _e3056 + ((p_36 == 0.0) ? metal::float4(0.0) : (p_36 * v_4));
                            }
                            {
                                uint _e3069 = k_2;
                                uint _e3074 = k_2;
                                float p_37 = p_tile.inner[((24u + ty) * STRIDE) + naga_div(_e3069, 4u)][naga_mod(_e3074, 4u)];
                                metal::float4 _e3080 = acc.inner[3];
                                acc.inner[3] = _e3080 + ((p_37 == 0.0) ? metal::float4(0.0) : (p_37 * v_4));
                            }
                        }
                    }
                }
                metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            }
            {
                {
                    uint slot_12 = 0u + ty;
                    if (slot_12 < BLOCK_K) {
                        uint _e3100 = key_of(metal::min(key0_ + slot_12, _e271.end - 1u));
                        uint _e3104 = params.v_row;
                        metal::float4 _e3111 = load_v4_(_e8.v_base + (_e3100 * _e3104), (8u + tx_1) * 4u, v_3, _buffer_sizes);
                        bool _e3112 = any_nonfinite(_e3111);
                        if (_e3112) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                        kv_tile.inner[(slot_12 * STRIDE) + tx_1] = _e3111;
                    }
                }
                {
                    uint slot_13 = 8u + ty;
                    if (slot_13 < BLOCK_K) {
                        uint _e3129 = key_of(metal::min(key0_ + slot_13, _e271.end - 1u));
                        uint _e3133 = params.v_row;
                        metal::float4 _e3140 = load_v4_(_e8.v_base + (_e3129 * _e3133), (8u + tx_1) * 4u, v_3, _buffer_sizes);
                        bool _e3141 = any_nonfinite(_e3140);
                        if (_e3141) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                        kv_tile.inner[(slot_13 * STRIDE) + tx_1] = _e3140;
                    }
                }
                {
                    uint slot_14 = 16u + ty;
                    if (slot_14 < BLOCK_K) {
                        uint _e3158 = key_of(metal::min(key0_ + slot_14, _e271.end - 1u));
                        uint _e3162 = params.v_row;
                        metal::float4 _e3169 = load_v4_(_e8.v_base + (_e3158 * _e3162), (8u + tx_1) * 4u, v_3, _buffer_sizes);
                        bool _e3170 = any_nonfinite(_e3169);
                        if (_e3170) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                        kv_tile.inner[(slot_14 * STRIDE) + tx_1] = _e3169;
                    }
                }
                {
                    uint slot_15 = 24u + ty;
                    if (slot_15 < BLOCK_K) {
                        uint _e3187 = key_of(metal::min(key0_ + slot_15, _e271.end - 1u));
                        uint _e3191 = params.v_row;
                        metal::float4 _e3198 = load_v4_(_e8.v_base + (_e3187 * _e3191), (8u + tx_1) * 4u, v_3, _buffer_sizes);
                        bool _e3199 = any_nonfinite(_e3198);
                        if (_e3199) {
                            metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                        }
                        kv_tile.inner[(slot_15 * STRIDE) + tx_1] = _e3198;
                    }
                }
                metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                uint _e3208 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                if (_e3208 == 0u) {
                    {
                        uint v_at_8 = 0u + tx_1;
                        metal::float4 v0_8 = kv_tile.inner[v_at_8];
                        metal::float4 v1_8 = kv_tile.inner[v_at_8 + STRIDE];
                        metal::float4 v2_8 = kv_tile.inner[v_at_8 + 18u];
                        metal::float4 v3_8 = kv_tile.inner[v_at_8 + 27u];
                        {
                            metal::float4 p_38 = p_tile.inner[((0u + ty) * STRIDE) + 0u];
                            metal::float4 _e3241 = acc.inner[4];
                            acc.inner[4] = _e3241 + ((((p_38.x * v0_8) + (p_38.y * v1_8)) + (p_38.z * v2_8)) + (p_38.w * v3_8));
                        }
                        {
                            metal::float4 p_39 = p_tile.inner[((8u + ty) * STRIDE) + 0u];
                            metal::float4 _e3263 = acc.inner[5];
                            acc.inner[5] = _e3263 + ((((p_39.x * v0_8) + (p_39.y * v1_8)) + (p_39.z * v2_8)) + (p_39.w * v3_8));
                        }
                        {
                            metal::float4 p_40 = p_tile.inner[((16u + ty) * STRIDE) + 0u];
                            metal::float4 _e3285 = acc.inner[6];
                            acc.inner[6] = _e3285 + ((((p_40.x * v0_8) + (p_40.y * v1_8)) + (p_40.z * v2_8)) + (p_40.w * v3_8));
                        }
                        {
                            metal::float4 p_41 = p_tile.inner[((24u + ty) * STRIDE) + 0u];
                            metal::float4 _e3307 = acc.inner[7];
                            acc.inner[7] = _e3307 + ((((p_41.x * v0_8) + (p_41.y * v1_8)) + (p_41.z * v2_8)) + (p_41.w * v3_8));
                        }
                    }
                    {
                        uint v_at_9 = 36u + tx_1;
                        metal::float4 v0_9 = kv_tile.inner[v_at_9];
                        metal::float4 v1_9 = kv_tile.inner[v_at_9 + STRIDE];
                        metal::float4 v2_9 = kv_tile.inner[v_at_9 + 18u];
                        metal::float4 v3_9 = kv_tile.inner[v_at_9 + 27u];
                        {
                            metal::float4 p_42 = p_tile.inner[((0u + ty) * STRIDE) + 1u];
                            metal::float4 _e3350 = acc.inner[4];
                            acc.inner[4] = _e3350 + ((((p_42.x * v0_9) + (p_42.y * v1_9)) + (p_42.z * v2_9)) + (p_42.w * v3_9));
                        }
                        {
                            metal::float4 p_43 = p_tile.inner[((8u + ty) * STRIDE) + 1u];
                            metal::float4 _e3372 = acc.inner[5];
                            acc.inner[5] = _e3372 + ((((p_43.x * v0_9) + (p_43.y * v1_9)) + (p_43.z * v2_9)) + (p_43.w * v3_9));
                        }
                        {
                            metal::float4 p_44 = p_tile.inner[((16u + ty) * STRIDE) + 1u];
                            metal::float4 _e3394 = acc.inner[6];
                            acc.inner[6] = _e3394 + ((((p_44.x * v0_9) + (p_44.y * v1_9)) + (p_44.z * v2_9)) + (p_44.w * v3_9));
                        }
                        {
                            metal::float4 p_45 = p_tile.inner[((24u + ty) * STRIDE) + 1u];
                            metal::float4 _e3416 = acc.inner[7];
                            acc.inner[7] = _e3416 + ((((p_45.x * v0_9) + (p_45.y * v1_9)) + (p_45.z * v2_9)) + (p_45.w * v3_9));
                        }
                    }
                    {
                        uint v_at_10 = 72u + tx_1;
                        metal::float4 v0_10 = kv_tile.inner[v_at_10];
                        metal::float4 v1_10 = kv_tile.inner[v_at_10 + STRIDE];
                        metal::float4 v2_10 = kv_tile.inner[v_at_10 + 18u];
                        metal::float4 v3_10 = kv_tile.inner[v_at_10 + 27u];
                        {
                            metal::float4 p_46 = p_tile.inner[((0u + ty) * STRIDE) + 2u];
                            metal::float4 _e3459 = acc.inner[4];
                            acc.inner[4] = _e3459 + ((((p_46.x * v0_10) + (p_46.y * v1_10)) + (p_46.z * v2_10)) + (p_46.w * v3_10));
                        }
                        {
                            metal::float4 p_47 = p_tile.inner[((8u + ty) * STRIDE) + 2u];
                            metal::float4 _e3481 = acc.inner[5];
                            acc.inner[5] = _e3481 + ((((p_47.x * v0_10) + (p_47.y * v1_10)) + (p_47.z * v2_10)) + (p_47.w * v3_10));
                        }
                        {
                            metal::float4 p_48 = p_tile.inner[((16u + ty) * STRIDE) + 2u];
                            metal::float4 _e3503 = acc.inner[6];
                            acc.inner[6] = _e3503 + ((((p_48.x * v0_10) + (p_48.y * v1_10)) + (p_48.z * v2_10)) + (p_48.w * v3_10));
                        }
                        {
                            metal::float4 p_49 = p_tile.inner[((24u + ty) * STRIDE) + 2u];
                            metal::float4 _e3525 = acc.inner[7];
                            acc.inner[7] = _e3525 + ((((p_49.x * v0_10) + (p_49.y * v1_10)) + (p_49.z * v2_10)) + (p_49.w * v3_10));
                        }
                    }
                    {
                        uint v_at_11 = 108u + tx_1;
                        metal::float4 v0_11 = kv_tile.inner[v_at_11];
                        metal::float4 v1_11 = kv_tile.inner[v_at_11 + STRIDE];
                        metal::float4 v2_11 = kv_tile.inner[v_at_11 + 18u];
                        metal::float4 v3_11 = kv_tile.inner[v_at_11 + 27u];
                        {
                            metal::float4 p_50 = p_tile.inner[((0u + ty) * STRIDE) + 3u];
                            metal::float4 _e3568 = acc.inner[4];
                            acc.inner[4] = _e3568 + ((((p_50.x * v0_11) + (p_50.y * v1_11)) + (p_50.z * v2_11)) + (p_50.w * v3_11));
                        }
                        {
                            metal::float4 p_51 = p_tile.inner[((8u + ty) * STRIDE) + 3u];
                            metal::float4 _e3590 = acc.inner[5];
                            acc.inner[5] = _e3590 + ((((p_51.x * v0_11) + (p_51.y * v1_11)) + (p_51.z * v2_11)) + (p_51.w * v3_11));
                        }
                        {
                            metal::float4 p_52 = p_tile.inner[((16u + ty) * STRIDE) + 3u];
                            metal::float4 _e3612 = acc.inner[6];
                            acc.inner[6] = _e3612 + ((((p_52.x * v0_11) + (p_52.y * v1_11)) + (p_52.z * v2_11)) + (p_52.w * v3_11));
                        }
                        {
                            metal::float4 p_53 = p_tile.inner[((24u + ty) * STRIDE) + 3u];
                            metal::float4 _e3634 = acc.inner[7];
                            acc.inner[7] = _e3634 + ((((p_53.x * v0_11) + (p_53.y * v1_11)) + (p_53.z * v2_11)) + (p_53.w * v3_11));
                        }
                    }
                    {
                        uint v_at_12 = 144u + tx_1;
                        metal::float4 v0_12 = kv_tile.inner[v_at_12];
                        metal::float4 v1_12 = kv_tile.inner[v_at_12 + STRIDE];
                        metal::float4 v2_12 = kv_tile.inner[v_at_12 + 18u];
                        metal::float4 v3_12 = kv_tile.inner[v_at_12 + 27u];
                        {
                            metal::float4 p_54 = p_tile.inner[((0u + ty) * STRIDE) + 4u];
                            metal::float4 _e3677 = acc.inner[4];
                            acc.inner[4] = _e3677 + ((((p_54.x * v0_12) + (p_54.y * v1_12)) + (p_54.z * v2_12)) + (p_54.w * v3_12));
                        }
                        {
                            metal::float4 p_55 = p_tile.inner[((8u + ty) * STRIDE) + 4u];
                            metal::float4 _e3699 = acc.inner[5];
                            acc.inner[5] = _e3699 + ((((p_55.x * v0_12) + (p_55.y * v1_12)) + (p_55.z * v2_12)) + (p_55.w * v3_12));
                        }
                        {
                            metal::float4 p_56 = p_tile.inner[((16u + ty) * STRIDE) + 4u];
                            metal::float4 _e3721 = acc.inner[6];
                            acc.inner[6] = _e3721 + ((((p_56.x * v0_12) + (p_56.y * v1_12)) + (p_56.z * v2_12)) + (p_56.w * v3_12));
                        }
                        {
                            metal::float4 p_57 = p_tile.inner[((24u + ty) * STRIDE) + 4u];
                            metal::float4 _e3743 = acc.inner[7];
                            acc.inner[7] = _e3743 + ((((p_57.x * v0_12) + (p_57.y * v1_12)) + (p_57.z * v2_12)) + (p_57.w * v3_12));
                        }
                    }
                    {
                        uint v_at_13 = 180u + tx_1;
                        metal::float4 v0_13 = kv_tile.inner[v_at_13];
                        metal::float4 v1_13 = kv_tile.inner[v_at_13 + STRIDE];
                        metal::float4 v2_13 = kv_tile.inner[v_at_13 + 18u];
                        metal::float4 v3_13 = kv_tile.inner[v_at_13 + 27u];
                        {
                            metal::float4 p_58 = p_tile.inner[((0u + ty) * STRIDE) + 5u];
                            metal::float4 _e3786 = acc.inner[4];
                            acc.inner[4] = _e3786 + ((((p_58.x * v0_13) + (p_58.y * v1_13)) + (p_58.z * v2_13)) + (p_58.w * v3_13));
                        }
                        {
                            metal::float4 p_59 = p_tile.inner[((8u + ty) * STRIDE) + 5u];
                            metal::float4 _e3808 = acc.inner[5];
                            acc.inner[5] = _e3808 + ((((p_59.x * v0_13) + (p_59.y * v1_13)) + (p_59.z * v2_13)) + (p_59.w * v3_13));
                        }
                        {
                            metal::float4 p_60 = p_tile.inner[((16u + ty) * STRIDE) + 5u];
                            metal::float4 _e3830 = acc.inner[6];
                            acc.inner[6] = _e3830 + ((((p_60.x * v0_13) + (p_60.y * v1_13)) + (p_60.z * v2_13)) + (p_60.w * v3_13));
                        }
                        {
                            metal::float4 p_61 = p_tile.inner[((24u + ty) * STRIDE) + 5u];
                            metal::float4 _e3852 = acc.inner[7];
                            acc.inner[7] = _e3852 + ((((p_61.x * v0_13) + (p_61.y * v1_13)) + (p_61.z * v2_13)) + (p_61.w * v3_13));
                        }
                    }
                    {
                        uint v_at_14 = 216u + tx_1;
                        metal::float4 v0_14 = kv_tile.inner[v_at_14];
                        metal::float4 v1_14 = kv_tile.inner[v_at_14 + STRIDE];
                        metal::float4 v2_14 = kv_tile.inner[v_at_14 + 18u];
                        metal::float4 v3_14 = kv_tile.inner[v_at_14 + 27u];
                        {
                            metal::float4 p_62 = p_tile.inner[((0u + ty) * STRIDE) + 6u];
                            metal::float4 _e3895 = acc.inner[4];
                            acc.inner[4] = _e3895 + ((((p_62.x * v0_14) + (p_62.y * v1_14)) + (p_62.z * v2_14)) + (p_62.w * v3_14));
                        }
                        {
                            metal::float4 p_63 = p_tile.inner[((8u + ty) * STRIDE) + 6u];
                            metal::float4 _e3917 = acc.inner[5];
                            acc.inner[5] = _e3917 + ((((p_63.x * v0_14) + (p_63.y * v1_14)) + (p_63.z * v2_14)) + (p_63.w * v3_14));
                        }
                        {
                            metal::float4 p_64 = p_tile.inner[((16u + ty) * STRIDE) + 6u];
                            metal::float4 _e3939 = acc.inner[6];
                            acc.inner[6] = _e3939 + ((((p_64.x * v0_14) + (p_64.y * v1_14)) + (p_64.z * v2_14)) + (p_64.w * v3_14));
                        }
                        {
                            metal::float4 p_65 = p_tile.inner[((24u + ty) * STRIDE) + 6u];
                            metal::float4 _e3961 = acc.inner[7];
                            acc.inner[7] = _e3961 + ((((p_65.x * v0_14) + (p_65.y * v1_14)) + (p_65.z * v2_14)) + (p_65.w * v3_14));
                        }
                    }
                    {
                        uint v_at_15 = 252u + tx_1;
                        metal::float4 v0_15 = kv_tile.inner[v_at_15];
                        metal::float4 v1_15 = kv_tile.inner[v_at_15 + STRIDE];
                        metal::float4 v2_15 = kv_tile.inner[v_at_15 + 18u];
                        metal::float4 v3_15 = kv_tile.inner[v_at_15 + 27u];
                        {
                            metal::float4 p_66 = p_tile.inner[((0u + ty) * STRIDE) + 7u];
                            metal::float4 _e4004 = acc.inner[4];
                            acc.inner[4] = _e4004 + ((((p_66.x * v0_15) + (p_66.y * v1_15)) + (p_66.z * v2_15)) + (p_66.w * v3_15));
                        }
                        {
                            metal::float4 p_67 = p_tile.inner[((8u + ty) * STRIDE) + 7u];
                            metal::float4 _e4026 = acc.inner[5];
                            acc.inner[5] = _e4026 + ((((p_67.x * v0_15) + (p_67.y * v1_15)) + (p_67.z * v2_15)) + (p_67.w * v3_15));
                        }
                        {
                            metal::float4 p_68 = p_tile.inner[((16u + ty) * STRIDE) + 7u];
                            metal::float4 _e4048 = acc.inner[6];
                            acc.inner[6] = _e4048 + ((((p_68.x * v0_15) + (p_68.y * v1_15)) + (p_68.z * v2_15)) + (p_68.w * v3_15));
                        }
                        {
                            metal::float4 p_69 = p_tile.inner[((24u + ty) * STRIDE) + 7u];
                            metal::float4 _e4070 = acc.inner[7];
                            acc.inner[7] = _e4070 + ((((p_69.x * v0_15) + (p_69.y * v1_15)) + (p_69.z * v2_15)) + (p_69.w * v3_15));
                        }
                    }
                } else {
                    k_3 = 0u;
                    uint2 loop_bound_5 = uint2(4294967295u);
                    bool loop_init_5 = true;
                    while(true) {
                        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                        if (!loop_init_5) {
                            uint _e4192 = k_3;
                            k_3 = _e4192 + 1u;
                        }
                        loop_init_5 = false;
                        uint _e4085 = k_3;
                        if (_e4085 < BLOCK_K) {
                        } else {
                            break;
                        }
                        {
                            uint _e4089 = k_3;
                            metal::float4 v_5 = kv_tile.inner[(_e4089 * STRIDE) + tx_1];
                            {
                                uint _e4100 = k_3;
                                uint _e4105 = k_3;
                                float p_70 = p_tile.inner[((0u + ty) * STRIDE) + naga_div(_e4100, 4u)][naga_mod(_e4105, 4u)];
                                metal::float4 _e4111 = acc.inner[4];
                                acc.inner[4] = _e4111 + ((p_70 == 0.0) ? metal::float4(0.0) : (p_70 * v_5));
                            }
                            {
                                uint _e4124 = k_3;
                                uint _e4129 = k_3;
                                float p_71 = p_tile.inner[((8u + ty) * STRIDE) + naga_div(_e4124, 4u)][naga_mod(_e4129, 4u)];
                                metal::float4 _e4135 = acc.inner[5];
                                acc.inner[5] = _e4135 + ((p_71 == 0.0) ? metal::float4(0.0) : (p_71 * v_5));
                            }
                            {
                                uint _e4148 = k_3;
                                uint _e4153 = k_3;
                                float p_72 = p_tile.inner[((16u + ty) * STRIDE) + naga_div(_e4148, 4u)][naga_mod(_e4153, 4u)];
                                metal::float4 _e4159 = acc.inner[6];
                                acc.inner[6] = _e4159 + ((p_72 == 0.0) ? metal::float4(0.0) : (p_72 * v_5));
                            }
                            {
                                uint _e4172 = k_3;
                                uint _e4177 = k_3;
                                float p_73 = p_tile.inner[((24u + ty) * STRIDE) + naga_div(_e4172, 4u)][naga_mod(_e4177, 4u)];
                                metal::float4 _e4183 = acc.inner[7];
                                acc.inner[7] = _e4183 + ((p_73 == 0.0) ? metal::float4(0.0) : (p_73 * v_5));
                            }
                        }
                    }
                }
                metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            }
        }
    }
    {
        float _e4199 = l_1.inner[0];
        float _e4200 = lanes_sum(_e4199);
        part_2.inner[0] = _e4200;
        float _e4204 = part_2.inner[0];
        put_part(0u + ty, tx_1, _e4204, row_part);
    }
    {
        float _e4207 = l_1.inner[1];
        float _e4208 = lanes_sum(_e4207);
        part_2.inner[1] = _e4208;
        float _e4212 = part_2.inner[1];
        put_part(8u + ty, tx_1, _e4212, row_part);
    }
    {
        float _e4215 = l_1.inner[2];
        float _e4216 = lanes_sum(_e4215);
        part_2.inner[2] = _e4216;
        float _e4220 = part_2.inner[2];
        put_part(16u + ty, tx_1, _e4220, row_part);
    }
    {
        float _e4223 = l_1.inner[3];
        float _e4224 = lanes_sum(_e4223);
        part_2.inner[3] = _e4224;
        float _e4228 = part_2.inner[3];
        put_part(24u + ty, tx_1, _e4228, row_part);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    {
        uint row_13 = (_e8.first_row + 0u) + ty;
        if (row_13 < _e8.row_end) {
            float _e4236 = m_2.inner[0];
            float _e4240 = part_2.inner[0];
            float _e4241 = row_sum(0u + ty, _e4240, row_part);
            uint _e4243 = row_head.inner[0];
            metal::float2 _e4245 = finish_row(_e4236, _e4241, _e4243, _e8.split, params, sinks, _buffer_sizes);
            uint _e4247 = row_head.inner[0];
            uint _e4249 = row_q.inner[0];
            uint _e4250 = output_at(_e8, _e4247, _e4249, params);
            {
                uint d_7 = (0u + tx_1) * 4u;
                metal::float4 _e4257 = acc.inner[0];
                float _e4260 = row_factor.inner[0];
                uint _e4264 = row_head.inner[0];
                uint _e4266 = row_q.inner[0];
                metal::float4 _e4267 = output(_e4257 * (_e4245.x * _e4260), b_17, _e4264, _e4266, d_7);
                store_o4_(_e4250, d_7, V_DIM, _e4267, o, _buffer_sizes);
            }
            {
                uint d_8 = (8u + tx_1) * 4u;
                metal::float4 _e4274 = acc.inner[4];
                float _e4277 = row_factor.inner[0];
                uint _e4281 = row_head.inner[0];
                uint _e4283 = row_q.inner[0];
                metal::float4 _e4284 = output(_e4274 * (_e4245.x * _e4277), b_17, _e4281, _e4283, d_8);
                store_o4_(_e4250, d_8, V_DIM, _e4284, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e4288 = row_head.inner[0];
                uint _e4290 = row_q.inner[0];
                uint _e4291 = lse_at_1(_e8, _e4288, _e4290, params);
                uint _e4295 = params.lse_split;
                store_lse(_e4291 + (_e8.split * _e4295), _e4245.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_14 = (_e8.first_row + 8u) + ty;
        if (row_14 < _e8.row_end) {
            float _e4306 = m_2.inner[1];
            float _e4310 = part_2.inner[1];
            float _e4311 = row_sum(8u + ty, _e4310, row_part);
            uint _e4313 = row_head.inner[1];
            metal::float2 _e4315 = finish_row(_e4306, _e4311, _e4313, _e8.split, params, sinks, _buffer_sizes);
            uint _e4317 = row_head.inner[1];
            uint _e4319 = row_q.inner[1];
            uint _e4320 = output_at(_e8, _e4317, _e4319, params);
            {
                uint d_9 = (0u + tx_1) * 4u;
                metal::float4 _e4327 = acc.inner[1];
                float _e4330 = row_factor.inner[1];
                uint _e4334 = row_head.inner[1];
                uint _e4336 = row_q.inner[1];
                metal::float4 _e4337 = output(_e4327 * (_e4315.x * _e4330), b_17, _e4334, _e4336, d_9);
                store_o4_(_e4320, d_9, V_DIM, _e4337, o, _buffer_sizes);
            }
            {
                uint d_10 = (8u + tx_1) * 4u;
                metal::float4 _e4344 = acc.inner[5];
                float _e4347 = row_factor.inner[1];
                uint _e4351 = row_head.inner[1];
                uint _e4353 = row_q.inner[1];
                metal::float4 _e4354 = output(_e4344 * (_e4315.x * _e4347), b_17, _e4351, _e4353, d_10);
                store_o4_(_e4320, d_10, V_DIM, _e4354, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e4358 = row_head.inner[1];
                uint _e4360 = row_q.inner[1];
                uint _e4361 = lse_at_1(_e8, _e4358, _e4360, params);
                uint _e4365 = params.lse_split;
                store_lse(_e4361 + (_e8.split * _e4365), _e4315.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_15 = (_e8.first_row + 16u) + ty;
        if (row_15 < _e8.row_end) {
            float _e4376 = m_2.inner[2];
            float _e4380 = part_2.inner[2];
            float _e4381 = row_sum(16u + ty, _e4380, row_part);
            uint _e4383 = row_head.inner[2];
            metal::float2 _e4385 = finish_row(_e4376, _e4381, _e4383, _e8.split, params, sinks, _buffer_sizes);
            uint _e4387 = row_head.inner[2];
            uint _e4389 = row_q.inner[2];
            uint _e4390 = output_at(_e8, _e4387, _e4389, params);
            {
                uint d_11 = (0u + tx_1) * 4u;
                metal::float4 _e4397 = acc.inner[2];
                float _e4400 = row_factor.inner[2];
                uint _e4404 = row_head.inner[2];
                uint _e4406 = row_q.inner[2];
                metal::float4 _e4407 = output(_e4397 * (_e4385.x * _e4400), b_17, _e4404, _e4406, d_11);
                store_o4_(_e4390, d_11, V_DIM, _e4407, o, _buffer_sizes);
            }
            {
                uint d_12 = (8u + tx_1) * 4u;
                metal::float4 _e4414 = acc.inner[6];
                float _e4417 = row_factor.inner[2];
                uint _e4421 = row_head.inner[2];
                uint _e4423 = row_q.inner[2];
                metal::float4 _e4424 = output(_e4414 * (_e4385.x * _e4417), b_17, _e4421, _e4423, d_12);
                store_o4_(_e4390, d_12, V_DIM, _e4424, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e4428 = row_head.inner[2];
                uint _e4430 = row_q.inner[2];
                uint _e4431 = lse_at_1(_e8, _e4428, _e4430, params);
                uint _e4435 = params.lse_split;
                store_lse(_e4431 + (_e8.split * _e4435), _e4385.y, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_16 = (_e8.first_row + 24u) + ty;
        if (row_16 < _e8.row_end) {
            float _e4446 = m_2.inner[3];
            float _e4450 = part_2.inner[3];
            float _e4451 = row_sum(24u + ty, _e4450, row_part);
            uint _e4453 = row_head.inner[3];
            metal::float2 _e4455 = finish_row(_e4446, _e4451, _e4453, _e8.split, params, sinks, _buffer_sizes);
            uint _e4457 = row_head.inner[3];
            uint _e4459 = row_q.inner[3];
            uint _e4460 = output_at(_e8, _e4457, _e4459, params);
            {
                uint d_13 = (0u + tx_1) * 4u;
                metal::float4 _e4467 = acc.inner[3];
                float _e4470 = row_factor.inner[3];
                uint _e4474 = row_head.inner[3];
                uint _e4476 = row_q.inner[3];
                metal::float4 _e4477 = output(_e4467 * (_e4455.x * _e4470), b_17, _e4474, _e4476, d_13);
                store_o4_(_e4460, d_13, V_DIM, _e4477, o, _buffer_sizes);
            }
            {
                uint d_14 = (8u + tx_1) * 4u;
                metal::float4 _e4484 = acc.inner[7];
                float _e4487 = row_factor.inner[3];
                uint _e4491 = row_head.inner[3];
                uint _e4493 = row_q.inner[3];
                metal::float4 _e4494 = output(_e4484 * (_e4455.x * _e4487), b_17, _e4491, _e4493, d_14);
                store_o4_(_e4460, d_14, V_DIM, _e4494, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e4498 = row_head.inner[3];
                uint _e4500 = row_q.inner[3];
                uint _e4501 = lse_at_1(_e8, _e4498, _e4500, params);
                uint _e4505 = params.lse_split;
                store_lse(_e4501 + (_e8.split * _e4505), _e4455.y, lse, _buffer_sizes);
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
, device type_5 const& k_4 [[user(fake0)]]
, device type_5 const& v_3 [[user(fake0)]]
, device type_6& o [[user(fake0)]]
, device type_7& lse [[user(fake0)]]
, device type_6 const& kv_lengths [[user(fake0)]]
, device type_7 const& alibi_slopes [[user(fake0)]]
, device type_7 const& bias [[user(fake0)]]
, device type_6 const& mask [[user(fake0)]]
, device type_7 const& sinks [[user(fake0)]]
, threadgroup type_13& row_part
, threadgroup type_14& q_tile
, threadgroup type_14& kv_tile
, threadgroup type_14& p_tile
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
    run(wid, tid, params, q, k_4, v_3, o, lse, kv_lengths, alibi_slopes, bias, mask, sinks, row_part, q_tile, kv_tile, p_tile, v_nonfinite, _buffer_sizes);
    return;
}
