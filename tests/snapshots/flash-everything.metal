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
struct type_15 {
    float inner[512];
};
struct type_16 {
    metal::float4 inner[576];
};
struct type_17 {
    metal::float4 inner[288];
};
struct type_19 {
    metal::float4 inner[2];
};
struct type_20 {
    uint inner[4];
};
struct type_21 {
    float inner[4];
};
struct type_22 {
    metal::float4 inner[8];
};
struct type_23 {
    uint inner[2];
};
struct type_24 {
    metal::float4 inner[4];
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
constant uint ABREAST = 2u;
constant uint BUNDLE = 16u;
constant bool TURNS = false;
constant bool STAGED = true;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint STRIDE = 9u;
constant uint FOUR = 32u;
constant uint KEYS = 2u;
constant uint V_ROW = 16u;
constant uint V_FOURS = 2u;

float tanh_kept(
    float x
) {
    float s_15 = x * x;
    float above = 135135.0 + (s_15 * (17325.0 + (s_15 * (378.0 + s_15))));
    float near = (x * above) / (135135.0 + (s_15 * (62370.0 + (s_15 * (3150.0 + (s_15 * 28.0))))));
    float far = 1.0 - (2.0 / (1.0 + metal::exp(2.0 * metal::min(metal::abs(x), 15.0))));
    return (metal::abs(x) >= 1.0) ? ((x > 0.0) ? far : -(far)) : near;
}

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
    float _e12 = tanh_kept(s / _e10);
    return _e7 * _e12;
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
    float x_1
) {
    return (as_type<uint>(x_1) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s_2
) {
    bool _e3 = is_nan(s_2);
    return _e3 ? s_2 : metal::max(s_2, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_2
) {
    return as_type<uint>(x_2) == 4286578688u;
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
    float x_17 = static_cast<float>(_e42);
    float _e45 = keep_visible(s_3 + x_17);
    bool _e47 = is_neg_inf(x_17);
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
    device type_5 const& k_3,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::uint2 w_2 = k_3[(base_1 + d_1) >> 2u];
    metal::float2 _e13 = unpack_word(w_2.x);
    metal::float2 _e15 = unpack_word(w_2.y);
    return metal::float4(_e13, _e15);
}

uint bf16_bits(
    float x_3
) {
    uint u_1 = as_type<uint>(x_3);
    uint rounded = ((u_1 + 32767u) + ((u_1 >> 16u) & 1u)) >> 16u;
    uint quiet = (u_1 >> 16u) | 64u;
    return ((u_1 & 2147483647u) > 2139095040u) ? quiet : rounded;
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
    metal::float4 x_4,
    device type_6& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 < dim) {
        uint _e11 = pack_word(x_4.xy);
        o[(base_3 + d_3) >> 1u] = _e11;
    }
    if ((d_3 + 2u) < dim) {
        uint _e23 = pack_word(x_4.zw);
        o[((base_3 + d_3) + 2u) >> 1u] = _e23;
        return;
    } else {
        return;
    }
}

void store_lse(
    uint at,
    metal::float2 x_5,
    device type_7& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    lse[at] = x_5.x + x_5.y;
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

metal::uint2 key_range(
    uint i_5,
    int offset,
    uint kv_count_2,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p_5 = as_type<int>(as_type<uint>(static_cast<int>(i_5)) + as_type<uint>(offset));
    int end_1 = static_cast<int>(kv_count_2);
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
    metal::float4 x_8,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_8 * _e3;
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
    metal::float4 x_9,
    metal::float4 k,
    uint h_5,
    uint d_4
) {
    return metal::fma(x_9.w, k.w, metal::fma(x_9.z, k.z, metal::fma(x_9.y, k.y, metal::fma(x_9.x, k.x, s_8))));
}

float pair(
    metal::float4 x_10,
    metal::float4 k_1,
    uint h_6,
    uint d_5
) {
    return metal::dot(x_10, k_1);
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
    float tile_1
) {
    return metal::max(m, tile_1);
}

float size_of(
    metal::float4 s_9
) {
    return metal::max(metal::max(s_9.x, s_9.y), metal::max(s_9.z, s_9.w));
}

metal::float4 weights(
    metal::float4 s_10,
    float top_2,
    uint b_10,
    uint head,
    uint i_7,
    uint slot_1
) {
    metal::float4 _e12 = exp_kept4_(s_10 - metal::float4((top_2 == MASKED) ? 0.0 : top_2));
    return _e12;
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

metal::float3 finish_row(
    float m_1,
    float l,
    uint head_1,
    uint split_2,
    constant Params& params,
    device type_7 const& sinks,
    constant _mslBufferSizes& _buffer_sizes
) {
    float top_3 = {};
    float shrink = 1.0;
    float sum_3 = {};
    bool local_2 = {};
    top_3 = m_1;
    sum_3 = l;
    float _e8 = sink_logit(head_1, sinks, _buffer_sizes);
    if (split_2 == 0u) {
        local_2 = _e8 != MASKED;
    } else {
        local_2 = false;
    }
    bool _e16 = local_2;
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
    metal::float4 x_11,
    uint b_13,
    uint h_10,
    uint i_9,
    uint d_6
) {
    return x_11;
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
    bool local_3 = {};
    metal::uint3 tiles_1 = metal::uint3(0u);
    bool local_4 = {};
    bool local_5 = {};
    uint _e3 = params.splits;
    uint split_3 = naga_mod(group, _e3);
    uint _e7 = params.splits;
    uint id_1 = naga_div(group, _e7);
    uint _e12 = params.q_tiles;
    uint first_pack = naga_div(id_1, BUNDLE * _e12) * BUNDLE;
    uint _e20 = params.groups;
    uint _e23 = params.splits;
    uint _e27 = params.q_tiles;
    uint beside = metal::min(BUNDLE, naga_div(naga_div(_e20, _e23), _e27) - first_pack);
    uint _e33 = params.q_tiles;
    uint in_bundle = id_1 - (first_pack * _e33);
    uint place = naga_div(in_bundle, beside);
    uint row_6 = naga_div(place, 1u);
    uint _e41 = params.q_tiles;
    if (TURNS) {
        local_3 = naga_mod(metal::popcount(place), 2u) == 1u;
    } else {
        local_3 = false;
    }
    bool _e54 = local_3;
    uint row_tile_id = _e54 ? row_6 : ((_e41 - 1u) - row_6);
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
    uint b_16 = _e77 + naga_div(pack, _e80);
    uint _e83 = q_count_1(b_16, params);
    uint _e84 = kv_count_1(b_16, params, kv_lengths, _buffer_sizes);
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
    Seen seen_3 = Seen {metal::uint2(_e105.x, _e106.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e92)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e92))), b_16, head_base_1, _e92};
    if (first_row_1 < row_end_1) {
        local_4 = seen_3.keys.x < seen_3.keys.y;
    } else {
        local_4 = false;
    }
    bool _e128 = local_4;
    if (_e128) {
        bool _e131 = rows_wanted(b_16, head_base_1, first_row_1, row_end_1);
        local_5 = _e131;
    } else {
        local_5 = false;
    }
    bool _e133 = local_5;
    if (_e133) {
        metal::uint3 _e134 = tile_span(row_tile_id, seen_3, split_3, params);
        tiles_1 = _e134;
    }
    metal::uint3 _e138 = tiles_1;
    uint _e141 = params.q_offset;
    uint _e144 = params.q_batch;
    uint _e147 = q_start(b_16);
    uint _e150 = params.q_row;
    uint _e155 = params.k_offset;
    uint _e158 = params.k_batch;
    uint _e163 = params.k_head;
    uint _e166 = kv_start(b_16);
    uint _e169 = params.k_row;
    uint _e174 = params.v_offset;
    uint _e177 = params.v_batch;
    uint _e182 = params.v_head;
    uint _e185 = kv_start(b_16);
    uint _e188 = params.v_row;
    uint _e193 = params.lse_batch;
    uint _e195 = q_start(b_16);
    return Group {seen_3, split_3, first_row_1, row_end_1, _e84, metal::uint2(_e106.x, _e105.y), {}, _e138, (_e141 + (b_16 * _e144)) + (_e147 * _e150), ((_e155 + (b_16 * _e158)) + (kv_head * _e163)) + (_e166 * _e169), ((_e174 + (b_16 * _e177)) + (kv_head * _e182)) + (_e185 * _e188), (b_16 * _e193) + _e195};
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
    bool local_6 = {};
    bool local_7 = {};
    bool local_8 = {};
    if (tile_5.first >= g_6.by_all.x) {
        local_6 = (tile_5.first + BLOCK_K) <= metal::min(g_6.by_all.y, tile_5.end);
    } else {
        local_6 = false;
    }
    bool _e17 = local_6;
    if (_e17) {
        local_7 = g_6.row_end == (g_6.first_row + BLOCK_Q);
    } else {
        local_7 = false;
    }
    bool _e26 = local_7;
    if (_e26) {
        local_8 = !(tile_5.partly);
    } else {
        local_8 = false;
    }
    bool _e32 = local_8;
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
    bool local_9 = {};
    bool local_10 = {};
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_9 = _e6 >= keys_1.y;
    } else {
        local_9 = true;
    }
    bool _e15 = local_9;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_12, b_14, head_4, i_10, _e6, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
    if (_e17 != MASKED) {
        local_10 = _e17 < LOWEST_VISIBLE;
    } else {
        local_10 = false;
    }
    bool _e26 = local_10;
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
    float x_12
) {
    return x_12;
}

float lanes_sum(
    float x_13
) {
    return x_13;
}

void put_part(
    uint row_2,
    uint tx,
    float x_14,
    threadgroup type_15& row_part
) {
    row_part.inner[(row_2 * TX) + tx] = x_14;
    return;
}

float row_max(
    uint row_3,
    float part,
    threadgroup type_15& row_part
) {
    float top_4 = {};
    uint n_4 = 1u;
    float _e6 = row_part.inner[row_3 * TX];
    top_4 = _e6;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e23 = n_4;
            n_4 = _e23 + 1u;
        }
        loop_init = false;
        uint _e10 = n_4;
        if (_e10 < TX) {
        } else {
            break;
        }
        {
            float _e13 = top_4;
            uint _e17 = n_4;
            float _e20 = row_part.inner[(row_3 * TX) + _e17];
            top_4 = metal::max(_e13, _e20);
        }
    }
    float _e25 = top_4;
    return _e25;
}

float row_sum(
    uint row_4,
    float part_1,
    threadgroup type_15& row_part
) {
    float sum_4 = {};
    uint n_5 = 1u;
    float _e6 = row_part.inner[row_4 * TX];
    sum_4 = _e6;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_5;
            n_5 = _e23 + 1u;
        }
        loop_init_1 = false;
        uint _e10 = n_5;
        if (_e10 < TX) {
        } else {
            break;
        }
        {
            float _e13 = sum_4;
            uint _e17 = n_5;
            float _e20 = row_part.inner[(row_4 * TX) + _e17];
            sum_4 = _e13 + _e20;
        }
    }
    float _e25 = sum_4;
    return _e25;
}

type_19 load_part(
    Group g_7,
    Tile tile_6,
    uint first,
    uint u,
    uint tid,
    constant Params& params,
    device type_5 const& v_3,
    constant _mslBufferSizes& _buffer_sizes
) {
    type_19 x_15 = {};
    {
        uint i_12 = 0u + tid;
        uint _e12 = value_at(g_7, tile_6, first + naga_div(i_12, V_ROW), params);
        metal::float4 _e20 = load_v4_(_e12, ((u * V_ROW) + naga_mod(i_12, V_ROW)) * 4u, v_3, _buffer_sizes);
        x_15.inner[0] = _e20;
    }
    {
        uint i_13 = 128u + tid;
        uint _e27 = value_at(g_7, tile_6, first + naga_div(i_13, V_ROW), params);
        metal::float4 _e35 = load_v4_(_e27, ((u * V_ROW) + naga_mod(i_13, V_ROW)) * 4u, v_3, _buffer_sizes);
        x_15.inner[1] = _e35;
    }
    type_19 _e36 = x_15;
    return _e36;
}

metal::uint2 keys_of(
    Group g_8,
    uint row_5,
    constant Params& params
) {
    bool local_11 = {};
    if (!((row_5 >= g_8.row_end))) {
        uint _e9 = head_of(g_8, row_5, params);
        uint _e12 = params.pack;
        float _e14 = row_weight(g_8.seen.batch, _e9, naga_div(row_5, _e12));
        local_11 = _e14 == 0.0;
    } else {
        local_11 = true;
    }
    bool _e18 = local_11;
    if (_e18) {
        return metal::uint2(0u);
    }
    uint _e23 = params.pack;
    metal::uint2 _e28 = key_range(naga_div(row_5, _e23), g_8.seen.offset, g_8.kv_len, params);
    return _e28;
}

void stage_part(
    type_19 x_16,
    uint tid_1,
    threadgroup type_17& kv_tile,
    threadgroup metal::atomic_uint& v_nonfinite
) {
    metal::uint4 largest = metal::uint4(0u);
    bool local_12 = {};
    bool local_13 = {};
    bool local_14 = {};
    bool local_15 = {};
    {
        uint i_14 = 0u + tid_1;
        if (false) {
            local_12 = i_14 < 256u;
        } else {
            local_12 = true;
        }
        bool _e13 = local_12;
        if (_e13) {
            kv_tile.inner[i_14] = x_16.inner[0];
            metal::uint4 _e17 = largest;
            largest = metal::max(_e17, as_type<metal::uint4>(x_16.inner[0]) & metal::uint4(2147483647u));
        }
    }
    {
        uint i_15 = 128u + tid_1;
        if (false) {
            local_13 = i_15 < 256u;
        } else {
            local_13 = true;
        }
        bool _e32 = local_13;
        if (_e32) {
            kv_tile.inner[i_15] = x_16.inner[1];
            metal::uint4 _e36 = largest;
            largest = metal::max(_e36, as_type<metal::uint4>(x_16.inner[1]) & metal::uint4(2147483647u));
        }
    }
    metal::uint4 _e43 = largest;
    if (metal::all(_e43 < metal::uint4(2139095040u))) {
        return;
    }
    metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
    {
        uint i_16 = 0u + tid_1;
        if (false) {
            local_14 = i_16 < 256u;
        } else {
            local_14 = true;
        }
        bool _e58 = local_14;
        if (_e58) {
            metal::bool4 _e65 = nonfinite(x_16.inner[0]);
            kv_tile.inner[i_16] = metal::select(x_16.inner[0], metal::float4(0.0), _e65);
        }
    }
    {
        uint i_17 = 128u + tid_1;
        if (false) {
            local_15 = i_17 < 256u;
        } else {
            local_15 = true;
        }
        bool _e75 = local_15;
        if (_e75) {
            metal::bool4 _e82 = nonfinite(x_16.inner[1]);
            kv_tile.inner[i_17] = metal::select(x_16.inner[1], metal::float4(0.0), _e82);
            return;
        } else {
            return;
        }
    }
}

void run(
    metal::uint3 wid_2,
    uint tid_2,
    constant Params& params,
    device type_5 const& q,
    device type_5 const& k_3,
    device type_5 const& v_3,
    device type_6& o,
    device type_7& lse,
    device type_6 const& kv_lengths,
    device type_7 const& alibi_slopes,
    device type_7 const& bias,
    device type_6 const& mask,
    device type_7 const& sinks,
    threadgroup type_15& row_part,
    threadgroup type_16& q_tile,
    threadgroup type_17& kv_tile,
    threadgroup metal::atomic_uint& v_nonfinite,
    constant _mslBufferSizes& _buffer_sizes
) {
    type_20 q_at = {};
    type_21 m_2 = {};
    type_21 l_1 = {};
    type_21 part_2 = {};
    type_22 acc = {};
    type_23 k_at = {};
    type_24 q_next = {};
    type_19 k_next = {};
    uint t_2 = {};
    type_23 k_after = {};
    type_24 s_14 = {};
    uint c = {};
    bool local_16 = {};
    bool local_17 = {};
    type_19 v_next = {};
    bool local_18 = {};
    bool local_19 = {};
    uint h_11 = {};
    type_24 p_1 = {};
    type_24 p_2 = {};
    type_24 p_3 = {};
    type_24 p_4 = {};
    uint k_2 = {};
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
    if (tid_2 == 0u) {
        metal::atomic_store_explicit(&v_nonfinite, 0u, metal::memory_order_relaxed);
    }
    uint tx_1 = naga_mod(naga_div(tid_2, ABREAST), TX);
    uint ty = (naga_div(tid_2, 16u) * ABREAST) + naga_mod(tid_2, ABREAST);
    uint sy = naga_div(tid_2, TX);
    uint sx = naga_mod(tid_2, TX);
    {
        uint row_7 = (_e8.first_row + 0u) + ty;
        uint _e50 = query_at(_e8, metal::min((_e8.first_row + 0u) + sy, _e8.row_end - 1u), params);
        q_at.inner[0] = _e50;
        m_2.inner[0] = MASKED;
        if (row_7 < _e8.row_end) {
            uint _e56 = head_of(_e8, row_7, params);
            uint _e59 = params.pack;
            uint _e61 = lse_at_1(_e8, _e56, naga_div(row_7, _e59), params);
            float _e62 = first_max(_e61);
            m_2.inner[0] = _e62;
        }
        l_1.inner[0] = 0.0;
    }
    {
        uint row_8 = (_e8.first_row + 16u) + ty;
        uint _e78 = query_at(_e8, metal::min((_e8.first_row + 16u) + sy, _e8.row_end - 1u), params);
        q_at.inner[1] = _e78;
        m_2.inner[1] = MASKED;
        if (row_8 < _e8.row_end) {
            uint _e84 = head_of(_e8, row_8, params);
            uint _e87 = params.pack;
            uint _e89 = lse_at_1(_e8, _e84, naga_div(row_8, _e87), params);
            float _e90 = first_max(_e89);
            m_2.inner[1] = _e90;
        }
        l_1.inner[1] = 0.0;
    }
    {
        uint row_9 = (_e8.first_row + 32u) + ty;
        uint _e106 = query_at(_e8, metal::min((_e8.first_row + 32u) + sy, _e8.row_end - 1u), params);
        q_at.inner[2] = _e106;
        m_2.inner[2] = MASKED;
        if (row_9 < _e8.row_end) {
            uint _e112 = head_of(_e8, row_9, params);
            uint _e115 = params.pack;
            uint _e117 = lse_at_1(_e8, _e112, naga_div(row_9, _e115), params);
            float _e118 = first_max(_e117);
            m_2.inner[2] = _e118;
        }
        l_1.inner[2] = 0.0;
    }
    {
        uint row_10 = (_e8.first_row + 48u) + ty;
        uint _e134 = query_at(_e8, metal::min((_e8.first_row + 48u) + sy, _e8.row_end - 1u), params);
        q_at.inner[3] = _e134;
        m_2.inner[3] = MASKED;
        if (row_10 < _e8.row_end) {
            uint _e140 = head_of(_e8, row_10, params);
            uint _e143 = params.pack;
            uint _e145 = lse_at_1(_e8, _e140, naga_div(row_10, _e143), params);
            float _e146 = first_max(_e145);
            m_2.inner[3] = _e146;
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
    if (_e8.tiles[0] < _e8.tiles[1]) {
        Tile _e187 = tile_at(_e8.tiles[0], _e8.tiles[2], _e8.seen);
        hold_tile(_e187);
        {
            uint _e190 = q_at.inner[0];
            metal::float4 _e193 = load_q4_(_e190, sx * 4u, q, _buffer_sizes);
            q_next.inner[0] = _e193;
        }
        {
            uint _e196 = q_at.inner[1];
            metal::float4 _e199 = load_q4_(_e196, sx * 4u, q, _buffer_sizes);
            q_next.inner[1] = _e199;
        }
        {
            uint _e202 = q_at.inner[2];
            metal::float4 _e205 = load_q4_(_e202, sx * 4u, q, _buffer_sizes);
            q_next.inner[2] = _e205;
        }
        {
            uint _e208 = q_at.inner[3];
            metal::float4 _e211 = load_q4_(_e208, sx * 4u, q, _buffer_sizes);
            q_next.inner[3] = _e211;
        }
        {
            uint _e215 = key_at(_e8, _e187, 0u + sy, params);
            k_at.inner[0] = _e215;
            uint _e218 = k_at.inner[0];
            metal::float4 _e221 = load_k4_(_e218, sx * 4u, k_3, _buffer_sizes);
            k_next.inner[0] = _e221;
        }
        {
            uint _e225 = key_at(_e8, _e187, 16u + sy, params);
            k_at.inner[1] = _e225;
            uint _e228 = k_at.inner[1];
            metal::float4 _e231 = load_k4_(_e228, sx * 4u, k_3, _buffer_sizes);
            k_next.inner[1] = _e231;
        }
    }
    t_2 = _e8.tiles[0];
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e3202 = t_2;
            t_2 = _e3202 + 1u;
        }
        loop_init_2 = false;
        uint _e235 = t_2;
        if (_e235 < _e8.tiles[1]) {
        } else {
            break;
        }
        {
            uint _e239 = t_2;
            Tile _e250 = tile_at(metal::min(_e239 + 1u, _e8.tiles[1] - 1u), _e8.tiles[2], _e8.seen);
            hold_tile(_e250);
            k_after = type_23 {};
            {
                uint _e256 = key_at(_e8, _e250, 0u + sy, params);
                k_after.inner[0] = _e256;
            }
            {
                uint _e260 = key_at(_e8, _e250, 16u + sy, params);
                k_after.inner[1] = _e260;
            }
            uint _e261 = t_2;
            Tile _e265 = tile_at(_e261, _e8.tiles[2], _e8.seen);
            hold_tile(_e265);
            if (_e265.first >= _e265.end) {
                {
                    uint _e271 = k_after.inner[0];
                    k_at.inner[0] = _e271;
                    uint _e274 = k_at.inner[0];
                    metal::float4 _e277 = load_k4_(_e274, sx * 4u, k_3, _buffer_sizes);
                    k_next.inner[0] = _e277;
                }
                {
                    uint _e280 = k_after.inner[1];
                    k_at.inner[1] = _e280;
                    uint _e283 = k_at.inner[1];
                    metal::float4 _e286 = load_k4_(_e283, sx * 4u, k_3, _buffer_sizes);
                    k_next.inner[1] = _e286;
                }
                continue;
            }
            s_14 = type_24 {};
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
                    uint _e1489 = c;
                    c = _e1489 + 1u;
                }
                loop_init_3 = false;
                uint _e303 = c;
                if (_e303 < QK_CHUNKS) {
                } else {
                    break;
                }
                {
                    {
                        metal::float4 _e314 = q_next.inner[0];
                        metal::float4 _e315 = scale_q(_e314, params);
                        q_tile.inner[((0u + sy) * STRIDE) + sx] = _e315;
                    }
                    {
                        metal::float4 _e324 = q_next.inner[1];
                        metal::float4 _e325 = scale_q(_e324, params);
                        q_tile.inner[((16u + sy) * STRIDE) + sx] = _e325;
                    }
                    {
                        metal::float4 _e334 = q_next.inner[2];
                        metal::float4 _e335 = scale_q(_e334, params);
                        q_tile.inner[((32u + sy) * STRIDE) + sx] = _e335;
                    }
                    {
                        metal::float4 _e344 = q_next.inner[3];
                        metal::float4 _e345 = scale_q(_e344, params);
                        q_tile.inner[((48u + sy) * STRIDE) + sx] = _e345;
                    }
                    {
                        uint slot_4 = 0u + sy;
                        if (false) {
                            local_16 = slot_4 < BLOCK_K;
                        } else {
                            local_16 = true;
                        }
                        bool _e354 = local_16;
                        if (_e354) {
                            metal::float4 _e368 = k_next.inner[0];
                            kv_tile.inner[(((naga_mod(slot_4, 4u) * 8u) + naga_div(slot_4, 4u)) * STRIDE) + sx] = _e368;
                        }
                    }
                    {
                        uint slot_5 = 16u + sy;
                        if (false) {
                            local_17 = slot_5 < BLOCK_K;
                        } else {
                            local_17 = true;
                        }
                        bool _e377 = local_17;
                        if (_e377) {
                            metal::float4 _e391 = k_next.inner[1];
                            kv_tile.inner[(((naga_mod(slot_5, 4u) * 8u) + naga_div(slot_5, 4u)) * STRIDE) + sx] = _e391;
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    uint _e392 = c;
                    uint column = ((naga_mod(_e392 + 1u, QK_CHUNKS) * TX) + sx) * 4u;
                    {
                        uint _e404 = q_at.inner[0];
                        metal::float4 _e405 = load_q4_(_e404, column, q, _buffer_sizes);
                        q_next.inner[0] = _e405;
                    }
                    {
                        uint _e408 = q_at.inner[1];
                        metal::float4 _e409 = load_q4_(_e408, column, q, _buffer_sizes);
                        q_next.inner[1] = _e409;
                    }
                    {
                        uint _e412 = q_at.inner[2];
                        metal::float4 _e413 = load_q4_(_e412, column, q, _buffer_sizes);
                        q_next.inner[2] = _e413;
                    }
                    {
                        uint _e416 = q_at.inner[3];
                        metal::float4 _e417 = load_q4_(_e416, column, q, _buffer_sizes);
                        q_next.inner[3] = _e417;
                    }
                    {
                        uint _e420 = k_at.inner[0];
                        uint _e422 = k_after.inner[0];
                        uint _e423 = c;
                        k_at.inner[0] = ((_e423 + 1u) == QK_CHUNKS) ? _e422 : _e420;
                        uint _e431 = k_at.inner[0];
                        metal::float4 _e432 = load_k4_(_e431, column, k_3, _buffer_sizes);
                        k_next.inner[0] = _e432;
                    }
                    {
                        uint _e435 = k_at.inner[1];
                        uint _e437 = k_after.inner[1];
                        uint _e438 = c;
                        k_at.inner[1] = ((_e438 + 1u) == QK_CHUNKS) ? _e437 : _e435;
                        uint _e446 = k_at.inner[1];
                        metal::float4 _e447 = load_k4_(_e446, column, k_3, _buffer_sizes);
                        k_next.inner[1] = _e447;
                    }
                    {
                        uint _e449 = c;
                        uint at_3 = ((_e449 * TX) + 0u) * 4u;
                        {
                            uint k_at_1 = ((0u + tx_1) * STRIDE) + 0u;
                            metal::float4 k0_ = kv_tile.inner[k_at_1];
                            metal::float4 k1_ = kv_tile.inner[k_at_1 + 72u];
                            metal::float4 k2_ = kv_tile.inner[k_at_1 + 144u];
                            metal::float4 k3_ = kv_tile.inner[k_at_1 + 216u];
                            {
                                metal::float4 x_18 = q_tile.inner[((0u + ty) * STRIDE) + 0u];
                                uint _e490 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y = s_14.inner[0];
                                float _e495 = pair_onto(y.x, x_18, k0_, _e490, at_3);
                                float _e497 = pair_onto(y.y, x_18, k1_, _e490, at_3);
                                float _e499 = pair_onto(y.z, x_18, k2_, _e490, at_3);
                                float _e501 = pair_onto(y.w, x_18, k3_, _e490, at_3);
                                s_14.inner[0] = metal::float4(_e495, _e497, _e499, _e501);
                            }
                            {
                                metal::float4 x_19 = q_tile.inner[((16u + ty) * STRIDE) + 0u];
                                uint _e515 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_1 = s_14.inner[1];
                                float _e520 = pair_onto(y_1.x, x_19, k0_, _e515, at_3);
                                float _e522 = pair_onto(y_1.y, x_19, k1_, _e515, at_3);
                                float _e524 = pair_onto(y_1.z, x_19, k2_, _e515, at_3);
                                float _e526 = pair_onto(y_1.w, x_19, k3_, _e515, at_3);
                                s_14.inner[1] = metal::float4(_e520, _e522, _e524, _e526);
                            }
                            {
                                metal::float4 x_20 = q_tile.inner[((32u + ty) * STRIDE) + 0u];
                                uint _e540 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_2 = s_14.inner[2];
                                float _e545 = pair_onto(y_2.x, x_20, k0_, _e540, at_3);
                                float _e547 = pair_onto(y_2.y, x_20, k1_, _e540, at_3);
                                float _e549 = pair_onto(y_2.z, x_20, k2_, _e540, at_3);
                                float _e551 = pair_onto(y_2.w, x_20, k3_, _e540, at_3);
                                s_14.inner[2] = metal::float4(_e545, _e547, _e549, _e551);
                            }
                            {
                                metal::float4 x_21 = q_tile.inner[((48u + ty) * STRIDE) + 0u];
                                uint _e565 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_3 = s_14.inner[3];
                                float _e570 = pair_onto(y_3.x, x_21, k0_, _e565, at_3);
                                float _e572 = pair_onto(y_3.y, x_21, k1_, _e565, at_3);
                                float _e574 = pair_onto(y_3.z, x_21, k2_, _e565, at_3);
                                float _e576 = pair_onto(y_3.w, x_21, k3_, _e565, at_3);
                                s_14.inner[3] = metal::float4(_e570, _e572, _e574, _e576);
                            }
                        }
                    }
                    {
                        uint _e579 = c;
                        uint at_4 = ((_e579 * TX) + 1u) * 4u;
                        {
                            uint k_at_2 = ((0u + tx_1) * STRIDE) + 1u;
                            metal::float4 k0_1 = kv_tile.inner[k_at_2];
                            metal::float4 k1_1 = kv_tile.inner[k_at_2 + 72u];
                            metal::float4 k2_1 = kv_tile.inner[k_at_2 + 144u];
                            metal::float4 k3_1 = kv_tile.inner[k_at_2 + 216u];
                            {
                                metal::float4 x_22 = q_tile.inner[((0u + ty) * STRIDE) + 1u];
                                uint _e620 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_4 = s_14.inner[0];
                                float _e625 = pair_onto(y_4.x, x_22, k0_1, _e620, at_4);
                                float _e627 = pair_onto(y_4.y, x_22, k1_1, _e620, at_4);
                                float _e629 = pair_onto(y_4.z, x_22, k2_1, _e620, at_4);
                                float _e631 = pair_onto(y_4.w, x_22, k3_1, _e620, at_4);
                                s_14.inner[0] = metal::float4(_e625, _e627, _e629, _e631);
                            }
                            {
                                metal::float4 x_23 = q_tile.inner[((16u + ty) * STRIDE) + 1u];
                                uint _e645 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_5 = s_14.inner[1];
                                float _e650 = pair_onto(y_5.x, x_23, k0_1, _e645, at_4);
                                float _e652 = pair_onto(y_5.y, x_23, k1_1, _e645, at_4);
                                float _e654 = pair_onto(y_5.z, x_23, k2_1, _e645, at_4);
                                float _e656 = pair_onto(y_5.w, x_23, k3_1, _e645, at_4);
                                s_14.inner[1] = metal::float4(_e650, _e652, _e654, _e656);
                            }
                            {
                                metal::float4 x_24 = q_tile.inner[((32u + ty) * STRIDE) + 1u];
                                uint _e670 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_6 = s_14.inner[2];
                                float _e675 = pair_onto(y_6.x, x_24, k0_1, _e670, at_4);
                                float _e677 = pair_onto(y_6.y, x_24, k1_1, _e670, at_4);
                                float _e679 = pair_onto(y_6.z, x_24, k2_1, _e670, at_4);
                                float _e681 = pair_onto(y_6.w, x_24, k3_1, _e670, at_4);
                                s_14.inner[2] = metal::float4(_e675, _e677, _e679, _e681);
                            }
                            {
                                metal::float4 x_25 = q_tile.inner[((48u + ty) * STRIDE) + 1u];
                                uint _e695 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_7 = s_14.inner[3];
                                float _e700 = pair_onto(y_7.x, x_25, k0_1, _e695, at_4);
                                float _e702 = pair_onto(y_7.y, x_25, k1_1, _e695, at_4);
                                float _e704 = pair_onto(y_7.z, x_25, k2_1, _e695, at_4);
                                float _e706 = pair_onto(y_7.w, x_25, k3_1, _e695, at_4);
                                s_14.inner[3] = metal::float4(_e700, _e702, _e704, _e706);
                            }
                        }
                    }
                    {
                        uint _e709 = c;
                        uint at_5 = ((_e709 * TX) + 2u) * 4u;
                        {
                            uint k_at_3 = ((0u + tx_1) * STRIDE) + 2u;
                            metal::float4 k0_2 = kv_tile.inner[k_at_3];
                            metal::float4 k1_2 = kv_tile.inner[k_at_3 + 72u];
                            metal::float4 k2_2 = kv_tile.inner[k_at_3 + 144u];
                            metal::float4 k3_2 = kv_tile.inner[k_at_3 + 216u];
                            {
                                metal::float4 x_26 = q_tile.inner[((0u + ty) * STRIDE) + 2u];
                                uint _e750 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_8 = s_14.inner[0];
                                float _e755 = pair_onto(y_8.x, x_26, k0_2, _e750, at_5);
                                float _e757 = pair_onto(y_8.y, x_26, k1_2, _e750, at_5);
                                float _e759 = pair_onto(y_8.z, x_26, k2_2, _e750, at_5);
                                float _e761 = pair_onto(y_8.w, x_26, k3_2, _e750, at_5);
                                s_14.inner[0] = metal::float4(_e755, _e757, _e759, _e761);
                            }
                            {
                                metal::float4 x_27 = q_tile.inner[((16u + ty) * STRIDE) + 2u];
                                uint _e775 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_9 = s_14.inner[1];
                                float _e780 = pair_onto(y_9.x, x_27, k0_2, _e775, at_5);
                                float _e782 = pair_onto(y_9.y, x_27, k1_2, _e775, at_5);
                                float _e784 = pair_onto(y_9.z, x_27, k2_2, _e775, at_5);
                                float _e786 = pair_onto(y_9.w, x_27, k3_2, _e775, at_5);
                                s_14.inner[1] = metal::float4(_e780, _e782, _e784, _e786);
                            }
                            {
                                metal::float4 x_28 = q_tile.inner[((32u + ty) * STRIDE) + 2u];
                                uint _e800 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_10 = s_14.inner[2];
                                float _e805 = pair_onto(y_10.x, x_28, k0_2, _e800, at_5);
                                float _e807 = pair_onto(y_10.y, x_28, k1_2, _e800, at_5);
                                float _e809 = pair_onto(y_10.z, x_28, k2_2, _e800, at_5);
                                float _e811 = pair_onto(y_10.w, x_28, k3_2, _e800, at_5);
                                s_14.inner[2] = metal::float4(_e805, _e807, _e809, _e811);
                            }
                            {
                                metal::float4 x_29 = q_tile.inner[((48u + ty) * STRIDE) + 2u];
                                uint _e825 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_11 = s_14.inner[3];
                                float _e830 = pair_onto(y_11.x, x_29, k0_2, _e825, at_5);
                                float _e832 = pair_onto(y_11.y, x_29, k1_2, _e825, at_5);
                                float _e834 = pair_onto(y_11.z, x_29, k2_2, _e825, at_5);
                                float _e836 = pair_onto(y_11.w, x_29, k3_2, _e825, at_5);
                                s_14.inner[3] = metal::float4(_e830, _e832, _e834, _e836);
                            }
                        }
                    }
                    {
                        uint _e839 = c;
                        uint at_6 = ((_e839 * TX) + 3u) * 4u;
                        {
                            uint k_at_4 = ((0u + tx_1) * STRIDE) + 3u;
                            metal::float4 k0_3 = kv_tile.inner[k_at_4];
                            metal::float4 k1_3 = kv_tile.inner[k_at_4 + 72u];
                            metal::float4 k2_3 = kv_tile.inner[k_at_4 + 144u];
                            metal::float4 k3_3 = kv_tile.inner[k_at_4 + 216u];
                            {
                                metal::float4 x_30 = q_tile.inner[((0u + ty) * STRIDE) + 3u];
                                uint _e880 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_12 = s_14.inner[0];
                                float _e885 = pair_onto(y_12.x, x_30, k0_3, _e880, at_6);
                                float _e887 = pair_onto(y_12.y, x_30, k1_3, _e880, at_6);
                                float _e889 = pair_onto(y_12.z, x_30, k2_3, _e880, at_6);
                                float _e891 = pair_onto(y_12.w, x_30, k3_3, _e880, at_6);
                                s_14.inner[0] = metal::float4(_e885, _e887, _e889, _e891);
                            }
                            {
                                metal::float4 x_31 = q_tile.inner[((16u + ty) * STRIDE) + 3u];
                                uint _e905 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_13 = s_14.inner[1];
                                float _e910 = pair_onto(y_13.x, x_31, k0_3, _e905, at_6);
                                float _e912 = pair_onto(y_13.y, x_31, k1_3, _e905, at_6);
                                float _e914 = pair_onto(y_13.z, x_31, k2_3, _e905, at_6);
                                float _e916 = pair_onto(y_13.w, x_31, k3_3, _e905, at_6);
                                s_14.inner[1] = metal::float4(_e910, _e912, _e914, _e916);
                            }
                            {
                                metal::float4 x_32 = q_tile.inner[((32u + ty) * STRIDE) + 3u];
                                uint _e930 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_14 = s_14.inner[2];
                                float _e935 = pair_onto(y_14.x, x_32, k0_3, _e930, at_6);
                                float _e937 = pair_onto(y_14.y, x_32, k1_3, _e930, at_6);
                                float _e939 = pair_onto(y_14.z, x_32, k2_3, _e930, at_6);
                                float _e941 = pair_onto(y_14.w, x_32, k3_3, _e930, at_6);
                                s_14.inner[2] = metal::float4(_e935, _e937, _e939, _e941);
                            }
                            {
                                metal::float4 x_33 = q_tile.inner[((48u + ty) * STRIDE) + 3u];
                                uint _e955 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_15 = s_14.inner[3];
                                float _e960 = pair_onto(y_15.x, x_33, k0_3, _e955, at_6);
                                float _e962 = pair_onto(y_15.y, x_33, k1_3, _e955, at_6);
                                float _e964 = pair_onto(y_15.z, x_33, k2_3, _e955, at_6);
                                float _e966 = pair_onto(y_15.w, x_33, k3_3, _e955, at_6);
                                s_14.inner[3] = metal::float4(_e960, _e962, _e964, _e966);
                            }
                        }
                    }
                    {
                        uint _e969 = c;
                        uint at_7 = ((_e969 * TX) + 4u) * 4u;
                        {
                            uint k_at_5 = ((0u + tx_1) * STRIDE) + 4u;
                            metal::float4 k0_4 = kv_tile.inner[k_at_5];
                            metal::float4 k1_4 = kv_tile.inner[k_at_5 + 72u];
                            metal::float4 k2_4 = kv_tile.inner[k_at_5 + 144u];
                            metal::float4 k3_4 = kv_tile.inner[k_at_5 + 216u];
                            {
                                metal::float4 x_34 = q_tile.inner[((0u + ty) * STRIDE) + 4u];
                                uint _e1010 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_16 = s_14.inner[0];
                                float _e1015 = pair_onto(y_16.x, x_34, k0_4, _e1010, at_7);
                                float _e1017 = pair_onto(y_16.y, x_34, k1_4, _e1010, at_7);
                                float _e1019 = pair_onto(y_16.z, x_34, k2_4, _e1010, at_7);
                                float _e1021 = pair_onto(y_16.w, x_34, k3_4, _e1010, at_7);
                                s_14.inner[0] = metal::float4(_e1015, _e1017, _e1019, _e1021);
                            }
                            {
                                metal::float4 x_35 = q_tile.inner[((16u + ty) * STRIDE) + 4u];
                                uint _e1035 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_17 = s_14.inner[1];
                                float _e1040 = pair_onto(y_17.x, x_35, k0_4, _e1035, at_7);
                                float _e1042 = pair_onto(y_17.y, x_35, k1_4, _e1035, at_7);
                                float _e1044 = pair_onto(y_17.z, x_35, k2_4, _e1035, at_7);
                                float _e1046 = pair_onto(y_17.w, x_35, k3_4, _e1035, at_7);
                                s_14.inner[1] = metal::float4(_e1040, _e1042, _e1044, _e1046);
                            }
                            {
                                metal::float4 x_36 = q_tile.inner[((32u + ty) * STRIDE) + 4u];
                                uint _e1060 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_18 = s_14.inner[2];
                                float _e1065 = pair_onto(y_18.x, x_36, k0_4, _e1060, at_7);
                                float _e1067 = pair_onto(y_18.y, x_36, k1_4, _e1060, at_7);
                                float _e1069 = pair_onto(y_18.z, x_36, k2_4, _e1060, at_7);
                                float _e1071 = pair_onto(y_18.w, x_36, k3_4, _e1060, at_7);
                                s_14.inner[2] = metal::float4(_e1065, _e1067, _e1069, _e1071);
                            }
                            {
                                metal::float4 x_37 = q_tile.inner[((48u + ty) * STRIDE) + 4u];
                                uint _e1085 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_19 = s_14.inner[3];
                                float _e1090 = pair_onto(y_19.x, x_37, k0_4, _e1085, at_7);
                                float _e1092 = pair_onto(y_19.y, x_37, k1_4, _e1085, at_7);
                                float _e1094 = pair_onto(y_19.z, x_37, k2_4, _e1085, at_7);
                                float _e1096 = pair_onto(y_19.w, x_37, k3_4, _e1085, at_7);
                                s_14.inner[3] = metal::float4(_e1090, _e1092, _e1094, _e1096);
                            }
                        }
                    }
                    {
                        uint _e1099 = c;
                        uint at_8 = ((_e1099 * TX) + 5u) * 4u;
                        {
                            uint k_at_6 = ((0u + tx_1) * STRIDE) + 5u;
                            metal::float4 k0_5 = kv_tile.inner[k_at_6];
                            metal::float4 k1_5 = kv_tile.inner[k_at_6 + 72u];
                            metal::float4 k2_5 = kv_tile.inner[k_at_6 + 144u];
                            metal::float4 k3_5 = kv_tile.inner[k_at_6 + 216u];
                            {
                                metal::float4 x_38 = q_tile.inner[((0u + ty) * STRIDE) + 5u];
                                uint _e1140 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_20 = s_14.inner[0];
                                float _e1145 = pair_onto(y_20.x, x_38, k0_5, _e1140, at_8);
                                float _e1147 = pair_onto(y_20.y, x_38, k1_5, _e1140, at_8);
                                float _e1149 = pair_onto(y_20.z, x_38, k2_5, _e1140, at_8);
                                float _e1151 = pair_onto(y_20.w, x_38, k3_5, _e1140, at_8);
                                s_14.inner[0] = metal::float4(_e1145, _e1147, _e1149, _e1151);
                            }
                            {
                                metal::float4 x_39 = q_tile.inner[((16u + ty) * STRIDE) + 5u];
                                uint _e1165 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_21 = s_14.inner[1];
                                float _e1170 = pair_onto(y_21.x, x_39, k0_5, _e1165, at_8);
                                float _e1172 = pair_onto(y_21.y, x_39, k1_5, _e1165, at_8);
                                float _e1174 = pair_onto(y_21.z, x_39, k2_5, _e1165, at_8);
                                float _e1176 = pair_onto(y_21.w, x_39, k3_5, _e1165, at_8);
                                s_14.inner[1] = metal::float4(_e1170, _e1172, _e1174, _e1176);
                            }
                            {
                                metal::float4 x_40 = q_tile.inner[((32u + ty) * STRIDE) + 5u];
                                uint _e1190 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_22 = s_14.inner[2];
                                float _e1195 = pair_onto(y_22.x, x_40, k0_5, _e1190, at_8);
                                float _e1197 = pair_onto(y_22.y, x_40, k1_5, _e1190, at_8);
                                float _e1199 = pair_onto(y_22.z, x_40, k2_5, _e1190, at_8);
                                float _e1201 = pair_onto(y_22.w, x_40, k3_5, _e1190, at_8);
                                s_14.inner[2] = metal::float4(_e1195, _e1197, _e1199, _e1201);
                            }
                            {
                                metal::float4 x_41 = q_tile.inner[((48u + ty) * STRIDE) + 5u];
                                uint _e1215 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_23 = s_14.inner[3];
                                float _e1220 = pair_onto(y_23.x, x_41, k0_5, _e1215, at_8);
                                float _e1222 = pair_onto(y_23.y, x_41, k1_5, _e1215, at_8);
                                float _e1224 = pair_onto(y_23.z, x_41, k2_5, _e1215, at_8);
                                float _e1226 = pair_onto(y_23.w, x_41, k3_5, _e1215, at_8);
                                s_14.inner[3] = metal::float4(_e1220, _e1222, _e1224, _e1226);
                            }
                        }
                    }
                    {
                        uint _e1229 = c;
                        uint at_9 = ((_e1229 * TX) + 6u) * 4u;
                        {
                            uint k_at_7 = ((0u + tx_1) * STRIDE) + 6u;
                            metal::float4 k0_6 = kv_tile.inner[k_at_7];
                            metal::float4 k1_6 = kv_tile.inner[k_at_7 + 72u];
                            metal::float4 k2_6 = kv_tile.inner[k_at_7 + 144u];
                            metal::float4 k3_6 = kv_tile.inner[k_at_7 + 216u];
                            {
                                metal::float4 x_42 = q_tile.inner[((0u + ty) * STRIDE) + 6u];
                                uint _e1270 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_24 = s_14.inner[0];
                                float _e1275 = pair_onto(y_24.x, x_42, k0_6, _e1270, at_9);
                                float _e1277 = pair_onto(y_24.y, x_42, k1_6, _e1270, at_9);
                                float _e1279 = pair_onto(y_24.z, x_42, k2_6, _e1270, at_9);
                                float _e1281 = pair_onto(y_24.w, x_42, k3_6, _e1270, at_9);
                                s_14.inner[0] = metal::float4(_e1275, _e1277, _e1279, _e1281);
                            }
                            {
                                metal::float4 x_43 = q_tile.inner[((16u + ty) * STRIDE) + 6u];
                                uint _e1295 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_25 = s_14.inner[1];
                                float _e1300 = pair_onto(y_25.x, x_43, k0_6, _e1295, at_9);
                                float _e1302 = pair_onto(y_25.y, x_43, k1_6, _e1295, at_9);
                                float _e1304 = pair_onto(y_25.z, x_43, k2_6, _e1295, at_9);
                                float _e1306 = pair_onto(y_25.w, x_43, k3_6, _e1295, at_9);
                                s_14.inner[1] = metal::float4(_e1300, _e1302, _e1304, _e1306);
                            }
                            {
                                metal::float4 x_44 = q_tile.inner[((32u + ty) * STRIDE) + 6u];
                                uint _e1320 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_26 = s_14.inner[2];
                                float _e1325 = pair_onto(y_26.x, x_44, k0_6, _e1320, at_9);
                                float _e1327 = pair_onto(y_26.y, x_44, k1_6, _e1320, at_9);
                                float _e1329 = pair_onto(y_26.z, x_44, k2_6, _e1320, at_9);
                                float _e1331 = pair_onto(y_26.w, x_44, k3_6, _e1320, at_9);
                                s_14.inner[2] = metal::float4(_e1325, _e1327, _e1329, _e1331);
                            }
                            {
                                metal::float4 x_45 = q_tile.inner[((48u + ty) * STRIDE) + 6u];
                                uint _e1345 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_27 = s_14.inner[3];
                                float _e1350 = pair_onto(y_27.x, x_45, k0_6, _e1345, at_9);
                                float _e1352 = pair_onto(y_27.y, x_45, k1_6, _e1345, at_9);
                                float _e1354 = pair_onto(y_27.z, x_45, k2_6, _e1345, at_9);
                                float _e1356 = pair_onto(y_27.w, x_45, k3_6, _e1345, at_9);
                                s_14.inner[3] = metal::float4(_e1350, _e1352, _e1354, _e1356);
                            }
                        }
                    }
                    {
                        uint _e1359 = c;
                        uint at_10 = ((_e1359 * TX) + 7u) * 4u;
                        {
                            uint k_at_8 = ((0u + tx_1) * STRIDE) + 7u;
                            metal::float4 k0_7 = kv_tile.inner[k_at_8];
                            metal::float4 k1_7 = kv_tile.inner[k_at_8 + 72u];
                            metal::float4 k2_7 = kv_tile.inner[k_at_8 + 144u];
                            metal::float4 k3_7 = kv_tile.inner[k_at_8 + 216u];
                            {
                                metal::float4 x_46 = q_tile.inner[((0u + ty) * STRIDE) + 7u];
                                uint _e1400 = head_of(_e8, (_e8.first_row + 0u) + ty, params);
                                metal::float4 y_28 = s_14.inner[0];
                                float _e1405 = pair_onto(y_28.x, x_46, k0_7, _e1400, at_10);
                                float _e1407 = pair_onto(y_28.y, x_46, k1_7, _e1400, at_10);
                                float _e1409 = pair_onto(y_28.z, x_46, k2_7, _e1400, at_10);
                                float _e1411 = pair_onto(y_28.w, x_46, k3_7, _e1400, at_10);
                                s_14.inner[0] = metal::float4(_e1405, _e1407, _e1409, _e1411);
                            }
                            {
                                metal::float4 x_47 = q_tile.inner[((16u + ty) * STRIDE) + 7u];
                                uint _e1425 = head_of(_e8, (_e8.first_row + 16u) + ty, params);
                                metal::float4 y_29 = s_14.inner[1];
                                float _e1430 = pair_onto(y_29.x, x_47, k0_7, _e1425, at_10);
                                float _e1432 = pair_onto(y_29.y, x_47, k1_7, _e1425, at_10);
                                float _e1434 = pair_onto(y_29.z, x_47, k2_7, _e1425, at_10);
                                float _e1436 = pair_onto(y_29.w, x_47, k3_7, _e1425, at_10);
                                s_14.inner[1] = metal::float4(_e1430, _e1432, _e1434, _e1436);
                            }
                            {
                                metal::float4 x_48 = q_tile.inner[((32u + ty) * STRIDE) + 7u];
                                uint _e1450 = head_of(_e8, (_e8.first_row + 32u) + ty, params);
                                metal::float4 y_30 = s_14.inner[2];
                                float _e1455 = pair_onto(y_30.x, x_48, k0_7, _e1450, at_10);
                                float _e1457 = pair_onto(y_30.y, x_48, k1_7, _e1450, at_10);
                                float _e1459 = pair_onto(y_30.z, x_48, k2_7, _e1450, at_10);
                                float _e1461 = pair_onto(y_30.w, x_48, k3_7, _e1450, at_10);
                                s_14.inner[2] = metal::float4(_e1455, _e1457, _e1459, _e1461);
                            }
                            {
                                metal::float4 x_49 = q_tile.inner[((48u + ty) * STRIDE) + 7u];
                                uint _e1475 = head_of(_e8, (_e8.first_row + 48u) + ty, params);
                                metal::float4 y_31 = s_14.inner[3];
                                float _e1480 = pair_onto(y_31.x, x_49, k0_7, _e1475, at_10);
                                float _e1482 = pair_onto(y_31.y, x_49, k1_7, _e1475, at_10);
                                float _e1484 = pair_onto(y_31.z, x_49, k2_7, _e1475, at_10);
                                float _e1486 = pair_onto(y_31.w, x_49, k3_7, _e1475, at_10);
                                s_14.inner[3] = metal::float4(_e1480, _e1482, _e1484, _e1486);
                            }
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                }
            }
            type_19 _e1493 = load_part(_e8, _e265, 0u, 0u, tid_2, params, v_3, _buffer_sizes);
            v_next = _e1493;
            if (false) {
                bool _e1498 = sees_whole(_e8, _e265);
                local_18 = !(_e1498);
            } else {
                local_18 = true;
            }
            bool edits = local_18;
            {
                {
                    metal::float4 _e1505 = s_14.inner[0u];
                    metal::float4 _e1506 = scale_pairs(_e1505);
                    s_14.inner[0u] = _e1506;
                    if (edits) {
                        uint row_11 = (_e8.first_row + 0u) + ty;
                        uint _e1511 = head_of(_e8, row_11, params);
                        uint _e1514 = params.pack;
                        uint query_2 = naga_div(row_11, _e1514);
                        metal::float4 _e1518 = s_14.inner[0u];
                        metal::uint2 _e1525 = keys_of(_e8, row_11, params);
                        metal::uint2 _e1527 = seen_keys(_e1525, _e265.end, b_17, _e1511, query_2);
                        metal::float4 _e1528 = edit_four(_e1518, b_17, _e1511, query_2, _e265.first + ((0u + tx_1) * 4u), _e1527, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
                        s_14.inner[0u] = _e1528;
                    }
                    metal::float4 _e1531 = s_14.inner[0u];
                    float _e1532 = size_of(_e1531);
                    float _e1534 = part_2.inner[0];
                    metal::float4 _e1536 = s_14.inner[0u];
                    float _e1537 = size_of(_e1536);
                    part_2.inner[0] = false ? metal::max(_e1534, _e1537) : _e1532;
                }
                float _e1543 = part_2.inner[0];
                float _e1544 = lanes_max(_e1543);
                part_2.inner[0] = _e1544;
                float _e1548 = part_2.inner[0];
                put_part(0u + ty, tx_1, _e1548, row_part);
            }
            {
                {
                    metal::float4 _e1552 = s_14.inner[1u];
                    metal::float4 _e1553 = scale_pairs(_e1552);
                    s_14.inner[1u] = _e1553;
                    if (edits) {
                        uint row_12 = (_e8.first_row + 16u) + ty;
                        uint _e1558 = head_of(_e8, row_12, params);
                        uint _e1561 = params.pack;
                        uint query_3 = naga_div(row_12, _e1561);
                        metal::float4 _e1565 = s_14.inner[1u];
                        metal::uint2 _e1572 = keys_of(_e8, row_12, params);
                        metal::uint2 _e1574 = seen_keys(_e1572, _e265.end, b_17, _e1558, query_3);
                        metal::float4 _e1575 = edit_four(_e1565, b_17, _e1558, query_3, _e265.first + ((0u + tx_1) * 4u), _e1574, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
                        s_14.inner[1u] = _e1575;
                    }
                    metal::float4 _e1578 = s_14.inner[1u];
                    float _e1579 = size_of(_e1578);
                    float _e1581 = part_2.inner[1];
                    metal::float4 _e1583 = s_14.inner[1u];
                    float _e1584 = size_of(_e1583);
                    part_2.inner[1] = false ? metal::max(_e1581, _e1584) : _e1579;
                }
                float _e1590 = part_2.inner[1];
                float _e1591 = lanes_max(_e1590);
                part_2.inner[1] = _e1591;
                float _e1595 = part_2.inner[1];
                put_part(16u + ty, tx_1, _e1595, row_part);
            }
            {
                {
                    metal::float4 _e1599 = s_14.inner[2u];
                    metal::float4 _e1600 = scale_pairs(_e1599);
                    s_14.inner[2u] = _e1600;
                    if (edits) {
                        uint row_13 = (_e8.first_row + 32u) + ty;
                        uint _e1605 = head_of(_e8, row_13, params);
                        uint _e1608 = params.pack;
                        uint query_4 = naga_div(row_13, _e1608);
                        metal::float4 _e1612 = s_14.inner[2u];
                        metal::uint2 _e1619 = keys_of(_e8, row_13, params);
                        metal::uint2 _e1621 = seen_keys(_e1619, _e265.end, b_17, _e1605, query_4);
                        metal::float4 _e1622 = edit_four(_e1612, b_17, _e1605, query_4, _e265.first + ((0u + tx_1) * 4u), _e1621, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
                        s_14.inner[2u] = _e1622;
                    }
                    metal::float4 _e1625 = s_14.inner[2u];
                    float _e1626 = size_of(_e1625);
                    float _e1628 = part_2.inner[2];
                    metal::float4 _e1630 = s_14.inner[2u];
                    float _e1631 = size_of(_e1630);
                    part_2.inner[2] = false ? metal::max(_e1628, _e1631) : _e1626;
                }
                float _e1637 = part_2.inner[2];
                float _e1638 = lanes_max(_e1637);
                part_2.inner[2] = _e1638;
                float _e1642 = part_2.inner[2];
                put_part(32u + ty, tx_1, _e1642, row_part);
            }
            {
                {
                    metal::float4 _e1646 = s_14.inner[3u];
                    metal::float4 _e1647 = scale_pairs(_e1646);
                    s_14.inner[3u] = _e1647;
                    if (edits) {
                        uint row_14 = (_e8.first_row + 48u) + ty;
                        uint _e1652 = head_of(_e8, row_14, params);
                        uint _e1655 = params.pack;
                        uint query_5 = naga_div(row_14, _e1655);
                        metal::float4 _e1659 = s_14.inner[3u];
                        metal::uint2 _e1666 = keys_of(_e8, row_14, params);
                        metal::uint2 _e1668 = seen_keys(_e1666, _e265.end, b_17, _e1652, query_5);
                        metal::float4 _e1669 = edit_four(_e1659, b_17, _e1652, query_5, _e265.first + ((0u + tx_1) * 4u), _e1668, params, kv_lengths, alibi_slopes, bias, mask, _buffer_sizes);
                        s_14.inner[3u] = _e1669;
                    }
                    metal::float4 _e1672 = s_14.inner[3u];
                    float _e1673 = size_of(_e1672);
                    float _e1675 = part_2.inner[3];
                    metal::float4 _e1677 = s_14.inner[3u];
                    float _e1678 = size_of(_e1677);
                    part_2.inner[3] = false ? metal::max(_e1675, _e1678) : _e1673;
                }
                float _e1684 = part_2.inner[3];
                float _e1685 = lanes_max(_e1684);
                part_2.inner[3] = _e1685;
                float _e1689 = part_2.inner[3];
                put_part(48u + ty, tx_1, _e1689, row_part);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            {
                float _e1691 = m_2.inner[0];
                float _e1695 = part_2.inner[0];
                float _e1696 = row_max(0u + ty, _e1695, row_part);
                float _e1697 = next_max(_e1691, _e1696);
                float _e1699 = m_2.inner[0];
                float shrink_1 = metal::exp(_e1699 - _e1697);
                m_2.inner[0] = _e1697;
                float _e1704 = l_1.inner[0];
                l_1.inner[0] = _e1704 * shrink_1;
                {
                    metal::float4 _e1707 = acc.inner[0];
                    acc.inner[0] = _e1707 * shrink_1;
                }
                {
                    metal::float4 _e1710 = acc.inner[4];
                    acc.inner[4] = _e1710 * shrink_1;
                }
            }
            {
                float _e1713 = m_2.inner[1];
                float _e1717 = part_2.inner[1];
                float _e1718 = row_max(16u + ty, _e1717, row_part);
                float _e1719 = next_max(_e1713, _e1718);
                float _e1721 = m_2.inner[1];
                float shrink_2 = metal::exp(_e1721 - _e1719);
                m_2.inner[1] = _e1719;
                float _e1726 = l_1.inner[1];
                l_1.inner[1] = _e1726 * shrink_2;
                {
                    metal::float4 _e1729 = acc.inner[1];
                    acc.inner[1] = _e1729 * shrink_2;
                }
                {
                    metal::float4 _e1732 = acc.inner[5];
                    acc.inner[5] = _e1732 * shrink_2;
                }
            }
            {
                float _e1735 = m_2.inner[2];
                float _e1739 = part_2.inner[2];
                float _e1740 = row_max(32u + ty, _e1739, row_part);
                float _e1741 = next_max(_e1735, _e1740);
                float _e1743 = m_2.inner[2];
                float shrink_3 = metal::exp(_e1743 - _e1741);
                m_2.inner[2] = _e1741;
                float _e1748 = l_1.inner[2];
                l_1.inner[2] = _e1748 * shrink_3;
                {
                    metal::float4 _e1751 = acc.inner[2];
                    acc.inner[2] = _e1751 * shrink_3;
                }
                {
                    metal::float4 _e1754 = acc.inner[6];
                    acc.inner[6] = _e1754 * shrink_3;
                }
            }
            {
                float _e1757 = m_2.inner[3];
                float _e1761 = part_2.inner[3];
                float _e1762 = row_max(48u + ty, _e1761, row_part);
                float _e1763 = next_max(_e1757, _e1762);
                float _e1765 = m_2.inner[3];
                float shrink_4 = metal::exp(_e1765 - _e1763);
                m_2.inner[3] = _e1763;
                float _e1770 = l_1.inner[3];
                l_1.inner[3] = _e1770 * shrink_4;
                {
                    metal::float4 _e1773 = acc.inner[3];
                    acc.inner[3] = _e1773 * shrink_4;
                }
                {
                    metal::float4 _e1776 = acc.inner[7];
                    acc.inner[7] = _e1776 * shrink_4;
                }
            }
            {
                {
                    uint row_15 = (_e8.first_row + 0u) + ty;
                    metal::float4 _e1783 = s_14.inner[0];
                    float _e1785 = m_2.inner[0];
                    uint _e1786 = head_of(_e8, row_15, params);
                    uint _e1789 = params.pack;
                    metal::float4 _e1797 = weights(_e1783, _e1785, b_17, _e1786, naga_div(row_15, _e1789), _e265.first + ((0u + tx_1) * 4u));
                    q_tile.inner[((0u + ty) * STRIDE) + tx_1] = _e1797;
                    float _e1806 = l_1.inner[0];
                    metal::float4 _e1808 = s_14.inner[0];
                    float _e1809 = mass(_e1808, _e1797);
                    l_1.inner[0] = _e1806 + _e1809;
                }
                {
                    uint row_16 = (_e8.first_row + 16u) + ty;
                    metal::float4 _e1816 = s_14.inner[1];
                    float _e1818 = m_2.inner[1];
                    uint _e1819 = head_of(_e8, row_16, params);
                    uint _e1822 = params.pack;
                    metal::float4 _e1830 = weights(_e1816, _e1818, b_17, _e1819, naga_div(row_16, _e1822), _e265.first + ((0u + tx_1) * 4u));
                    q_tile.inner[((16u + ty) * STRIDE) + tx_1] = _e1830;
                    float _e1839 = l_1.inner[1];
                    metal::float4 _e1841 = s_14.inner[1];
                    float _e1842 = mass(_e1841, _e1830);
                    l_1.inner[1] = _e1839 + _e1842;
                }
                {
                    uint row_17 = (_e8.first_row + 32u) + ty;
                    metal::float4 _e1849 = s_14.inner[2];
                    float _e1851 = m_2.inner[2];
                    uint _e1852 = head_of(_e8, row_17, params);
                    uint _e1855 = params.pack;
                    metal::float4 _e1863 = weights(_e1849, _e1851, b_17, _e1852, naga_div(row_17, _e1855), _e265.first + ((0u + tx_1) * 4u));
                    q_tile.inner[((32u + ty) * STRIDE) + tx_1] = _e1863;
                    float _e1872 = l_1.inner[2];
                    metal::float4 _e1874 = s_14.inner[2];
                    float _e1875 = mass(_e1874, _e1863);
                    l_1.inner[2] = _e1872 + _e1875;
                }
                {
                    uint row_18 = (_e8.first_row + 48u) + ty;
                    metal::float4 _e1882 = s_14.inner[3];
                    float _e1884 = m_2.inner[3];
                    uint _e1885 = head_of(_e8, row_18, params);
                    uint _e1888 = params.pack;
                    metal::float4 _e1896 = weights(_e1882, _e1884, b_17, _e1885, naga_div(row_18, _e1888), _e265.first + ((0u + tx_1) * 4u));
                    q_tile.inner[((48u + ty) * STRIDE) + tx_1] = _e1896;
                    float _e1905 = l_1.inner[3];
                    metal::float4 _e1907 = s_14.inner[3];
                    float _e1908 = mass(_e1907, _e1896);
                    l_1.inner[3] = _e1905 + _e1908;
                }
                {
                    if (false) {
                        local_19 = false;
                    } else {
                        local_19 = false;
                    }
                    bool _e1916 = local_19;
                    if (_e1916) {
                        type_19 _e1918 = load_part(_e8, _e265, 0u, 0u, tid_2, params, v_3, _buffer_sizes);
                        v_next = _e1918;
                    }
                    h_11 = 0u;
                    uint2 loop_bound_4 = uint2(4294967295u);
                    bool loop_init_4 = true;
                    while(true) {
                        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                        if (!loop_init_4) {
                            uint _e2956 = h_11;
                            h_11 = _e2956 + PART;
                        }
                        loop_init_4 = false;
                        uint _e1921 = h_11;
                        if (_e1921 < FOUR) {
                        } else {
                            break;
                        }
                        {
                            type_19 _e1924 = v_next;
                            stage_part(_e1924, tid_2, kv_tile, v_nonfinite);
                            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                            uint _e1926 = h_11;
                            type_19 _e1930 = load_part(_e8, _e265, (0u + _e1926) + PART, 0u, tid_2, params, v_3, _buffer_sizes);
                            v_next = _e1930;
                            {
                                p_1 = type_24 {};
                                {
                                    uint _e1940 = h_11;
                                    metal::float4 _e1946 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e1940, 4u)) + 0u];
                                    p_1.inner[0] = _e1946;
                                }
                                {
                                    uint _e1953 = h_11;
                                    metal::float4 _e1959 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e1953, 4u)) + 0u];
                                    p_1.inner[1] = _e1959;
                                }
                                {
                                    uint _e1966 = h_11;
                                    metal::float4 _e1972 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e1966, 4u)) + 0u];
                                    p_1.inner[2] = _e1972;
                                }
                                {
                                    uint _e1979 = h_11;
                                    metal::float4 _e1985 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e1979, 4u)) + 0u];
                                    p_1.inner[3] = _e1985;
                                }
                                {
                                    uint v_at = 0u + tx_1;
                                    metal::float4 v0_ = kv_tile.inner[v_at];
                                    metal::float4 v1_ = kv_tile.inner[v_at + V_ROW];
                                    metal::float4 v2_ = kv_tile.inner[v_at + 32u];
                                    metal::float4 v3_ = kv_tile.inner[v_at + 48u];
                                    {
                                        metal::float4 _e2009 = p_1.inner[0];
                                        metal::float4 _e2012 = p_1.inner[0];
                                        metal::float4 _e2015 = p_1.inner[0];
                                        metal::float4 _e2018 = p_1.inner[0];
                                        metal::float4 _e2021 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e2009.wwww, v3_, metal::fma(_e2012.zzzz, v2_, metal::fma(_e2015.yyyy, v1_, metal::fma(_e2018.xxxx, v0_, _e2021))));
                                    }
                                    {
                                        metal::float4 _e2029 = p_1.inner[1];
                                        metal::float4 _e2032 = p_1.inner[1];
                                        metal::float4 _e2035 = p_1.inner[1];
                                        metal::float4 _e2038 = p_1.inner[1];
                                        metal::float4 _e2041 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e2029.wwww, v3_, metal::fma(_e2032.zzzz, v2_, metal::fma(_e2035.yyyy, v1_, metal::fma(_e2038.xxxx, v0_, _e2041))));
                                    }
                                    {
                                        metal::float4 _e2049 = p_1.inner[2];
                                        metal::float4 _e2052 = p_1.inner[2];
                                        metal::float4 _e2055 = p_1.inner[2];
                                        metal::float4 _e2058 = p_1.inner[2];
                                        metal::float4 _e2061 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e2049.wwww, v3_, metal::fma(_e2052.zzzz, v2_, metal::fma(_e2055.yyyy, v1_, metal::fma(_e2058.xxxx, v0_, _e2061))));
                                    }
                                    {
                                        metal::float4 _e2069 = p_1.inner[3];
                                        metal::float4 _e2072 = p_1.inner[3];
                                        metal::float4 _e2075 = p_1.inner[3];
                                        metal::float4 _e2078 = p_1.inner[3];
                                        metal::float4 _e2081 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e2069.wwww, v3_, metal::fma(_e2072.zzzz, v2_, metal::fma(_e2075.yyyy, v1_, metal::fma(_e2078.xxxx, v0_, _e2081))));
                                    }
                                }
                                {
                                    uint v_at_1 = 8u + tx_1;
                                    metal::float4 v0_1 = kv_tile.inner[v_at_1];
                                    metal::float4 v1_1 = kv_tile.inner[v_at_1 + V_ROW];
                                    metal::float4 v2_1 = kv_tile.inner[v_at_1 + 32u];
                                    metal::float4 v3_1 = kv_tile.inner[v_at_1 + 48u];
                                    {
                                        metal::float4 _e2109 = p_1.inner[0];
                                        metal::float4 _e2112 = p_1.inner[0];
                                        metal::float4 _e2115 = p_1.inner[0];
                                        metal::float4 _e2118 = p_1.inner[0];
                                        metal::float4 _e2121 = acc.inner[4u];
                                        acc.inner[4u] = metal::fma(_e2109.wwww, v3_1, metal::fma(_e2112.zzzz, v2_1, metal::fma(_e2115.yyyy, v1_1, metal::fma(_e2118.xxxx, v0_1, _e2121))));
                                    }
                                    {
                                        metal::float4 _e2129 = p_1.inner[1];
                                        metal::float4 _e2132 = p_1.inner[1];
                                        metal::float4 _e2135 = p_1.inner[1];
                                        metal::float4 _e2138 = p_1.inner[1];
                                        metal::float4 _e2141 = acc.inner[5u];
                                        acc.inner[5u] = metal::fma(_e2129.wwww, v3_1, metal::fma(_e2132.zzzz, v2_1, metal::fma(_e2135.yyyy, v1_1, metal::fma(_e2138.xxxx, v0_1, _e2141))));
                                    }
                                    {
                                        metal::float4 _e2149 = p_1.inner[2];
                                        metal::float4 _e2152 = p_1.inner[2];
                                        metal::float4 _e2155 = p_1.inner[2];
                                        metal::float4 _e2158 = p_1.inner[2];
                                        metal::float4 _e2161 = acc.inner[6u];
                                        acc.inner[6u] = metal::fma(_e2149.wwww, v3_1, metal::fma(_e2152.zzzz, v2_1, metal::fma(_e2155.yyyy, v1_1, metal::fma(_e2158.xxxx, v0_1, _e2161))));
                                    }
                                    {
                                        metal::float4 _e2169 = p_1.inner[3];
                                        metal::float4 _e2172 = p_1.inner[3];
                                        metal::float4 _e2175 = p_1.inner[3];
                                        metal::float4 _e2178 = p_1.inner[3];
                                        metal::float4 _e2181 = acc.inner[7u];
                                        acc.inner[7u] = metal::fma(_e2169.wwww, v3_1, metal::fma(_e2172.zzzz, v2_1, metal::fma(_e2175.yyyy, v1_1, metal::fma(_e2178.xxxx, v0_1, _e2181))));
                                    }
                                }
                            }
                            {
                                p_2 = type_24 {};
                                {
                                    uint _e2195 = h_11;
                                    metal::float4 _e2201 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e2195, 4u)) + 1u];
                                    p_2.inner[0] = _e2201;
                                }
                                {
                                    uint _e2208 = h_11;
                                    metal::float4 _e2214 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e2208, 4u)) + 1u];
                                    p_2.inner[1] = _e2214;
                                }
                                {
                                    uint _e2221 = h_11;
                                    metal::float4 _e2227 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e2221, 4u)) + 1u];
                                    p_2.inner[2] = _e2227;
                                }
                                {
                                    uint _e2234 = h_11;
                                    metal::float4 _e2240 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e2234, 4u)) + 1u];
                                    p_2.inner[3] = _e2240;
                                }
                                {
                                    uint v_at_2 = 64u + tx_1;
                                    metal::float4 v0_2 = kv_tile.inner[v_at_2];
                                    metal::float4 v1_2 = kv_tile.inner[v_at_2 + V_ROW];
                                    metal::float4 v2_2 = kv_tile.inner[v_at_2 + 32u];
                                    metal::float4 v3_2 = kv_tile.inner[v_at_2 + 48u];
                                    {
                                        metal::float4 _e2264 = p_2.inner[0];
                                        metal::float4 _e2267 = p_2.inner[0];
                                        metal::float4 _e2270 = p_2.inner[0];
                                        metal::float4 _e2273 = p_2.inner[0];
                                        metal::float4 _e2276 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e2264.wwww, v3_2, metal::fma(_e2267.zzzz, v2_2, metal::fma(_e2270.yyyy, v1_2, metal::fma(_e2273.xxxx, v0_2, _e2276))));
                                    }
                                    {
                                        metal::float4 _e2284 = p_2.inner[1];
                                        metal::float4 _e2287 = p_2.inner[1];
                                        metal::float4 _e2290 = p_2.inner[1];
                                        metal::float4 _e2293 = p_2.inner[1];
                                        metal::float4 _e2296 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e2284.wwww, v3_2, metal::fma(_e2287.zzzz, v2_2, metal::fma(_e2290.yyyy, v1_2, metal::fma(_e2293.xxxx, v0_2, _e2296))));
                                    }
                                    {
                                        metal::float4 _e2304 = p_2.inner[2];
                                        metal::float4 _e2307 = p_2.inner[2];
                                        metal::float4 _e2310 = p_2.inner[2];
                                        metal::float4 _e2313 = p_2.inner[2];
                                        metal::float4 _e2316 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e2304.wwww, v3_2, metal::fma(_e2307.zzzz, v2_2, metal::fma(_e2310.yyyy, v1_2, metal::fma(_e2313.xxxx, v0_2, _e2316))));
                                    }
                                    {
                                        metal::float4 _e2324 = p_2.inner[3];
                                        metal::float4 _e2327 = p_2.inner[3];
                                        metal::float4 _e2330 = p_2.inner[3];
                                        metal::float4 _e2333 = p_2.inner[3];
                                        metal::float4 _e2336 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e2324.wwww, v3_2, metal::fma(_e2327.zzzz, v2_2, metal::fma(_e2330.yyyy, v1_2, metal::fma(_e2333.xxxx, v0_2, _e2336))));
                                    }
                                }
                                {
                                    uint v_at_3 = 72u + tx_1;
                                    metal::float4 v0_3 = kv_tile.inner[v_at_3];
                                    metal::float4 v1_3 = kv_tile.inner[v_at_3 + V_ROW];
                                    metal::float4 v2_3 = kv_tile.inner[v_at_3 + 32u];
                                    metal::float4 v3_3 = kv_tile.inner[v_at_3 + 48u];
                                    {
                                        metal::float4 _e2364 = p_2.inner[0];
                                        metal::float4 _e2367 = p_2.inner[0];
                                        metal::float4 _e2370 = p_2.inner[0];
                                        metal::float4 _e2373 = p_2.inner[0];
                                        metal::float4 _e2376 = acc.inner[4u];
                                        acc.inner[4u] = metal::fma(_e2364.wwww, v3_3, metal::fma(_e2367.zzzz, v2_3, metal::fma(_e2370.yyyy, v1_3, metal::fma(_e2373.xxxx, v0_3, _e2376))));
                                    }
                                    {
                                        metal::float4 _e2384 = p_2.inner[1];
                                        metal::float4 _e2387 = p_2.inner[1];
                                        metal::float4 _e2390 = p_2.inner[1];
                                        metal::float4 _e2393 = p_2.inner[1];
                                        metal::float4 _e2396 = acc.inner[5u];
                                        acc.inner[5u] = metal::fma(_e2384.wwww, v3_3, metal::fma(_e2387.zzzz, v2_3, metal::fma(_e2390.yyyy, v1_3, metal::fma(_e2393.xxxx, v0_3, _e2396))));
                                    }
                                    {
                                        metal::float4 _e2404 = p_2.inner[2];
                                        metal::float4 _e2407 = p_2.inner[2];
                                        metal::float4 _e2410 = p_2.inner[2];
                                        metal::float4 _e2413 = p_2.inner[2];
                                        metal::float4 _e2416 = acc.inner[6u];
                                        acc.inner[6u] = metal::fma(_e2404.wwww, v3_3, metal::fma(_e2407.zzzz, v2_3, metal::fma(_e2410.yyyy, v1_3, metal::fma(_e2413.xxxx, v0_3, _e2416))));
                                    }
                                    {
                                        metal::float4 _e2424 = p_2.inner[3];
                                        metal::float4 _e2427 = p_2.inner[3];
                                        metal::float4 _e2430 = p_2.inner[3];
                                        metal::float4 _e2433 = p_2.inner[3];
                                        metal::float4 _e2436 = acc.inner[7u];
                                        acc.inner[7u] = metal::fma(_e2424.wwww, v3_3, metal::fma(_e2427.zzzz, v2_3, metal::fma(_e2430.yyyy, v1_3, metal::fma(_e2433.xxxx, v0_3, _e2436))));
                                    }
                                }
                            }
                            {
                                p_3 = type_24 {};
                                {
                                    uint _e2450 = h_11;
                                    metal::float4 _e2456 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e2450, 4u)) + 2u];
                                    p_3.inner[0] = _e2456;
                                }
                                {
                                    uint _e2463 = h_11;
                                    metal::float4 _e2469 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e2463, 4u)) + 2u];
                                    p_3.inner[1] = _e2469;
                                }
                                {
                                    uint _e2476 = h_11;
                                    metal::float4 _e2482 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e2476, 4u)) + 2u];
                                    p_3.inner[2] = _e2482;
                                }
                                {
                                    uint _e2489 = h_11;
                                    metal::float4 _e2495 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e2489, 4u)) + 2u];
                                    p_3.inner[3] = _e2495;
                                }
                                {
                                    uint v_at_4 = 128u + tx_1;
                                    metal::float4 v0_4 = kv_tile.inner[v_at_4];
                                    metal::float4 v1_4 = kv_tile.inner[v_at_4 + V_ROW];
                                    metal::float4 v2_4 = kv_tile.inner[v_at_4 + 32u];
                                    metal::float4 v3_4 = kv_tile.inner[v_at_4 + 48u];
                                    {
                                        metal::float4 _e2519 = p_3.inner[0];
                                        metal::float4 _e2522 = p_3.inner[0];
                                        metal::float4 _e2525 = p_3.inner[0];
                                        metal::float4 _e2528 = p_3.inner[0];
                                        metal::float4 _e2531 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e2519.wwww, v3_4, metal::fma(_e2522.zzzz, v2_4, metal::fma(_e2525.yyyy, v1_4, metal::fma(_e2528.xxxx, v0_4, _e2531))));
                                    }
                                    {
                                        metal::float4 _e2539 = p_3.inner[1];
                                        metal::float4 _e2542 = p_3.inner[1];
                                        metal::float4 _e2545 = p_3.inner[1];
                                        metal::float4 _e2548 = p_3.inner[1];
                                        metal::float4 _e2551 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e2539.wwww, v3_4, metal::fma(_e2542.zzzz, v2_4, metal::fma(_e2545.yyyy, v1_4, metal::fma(_e2548.xxxx, v0_4, _e2551))));
                                    }
                                    {
                                        metal::float4 _e2559 = p_3.inner[2];
                                        metal::float4 _e2562 = p_3.inner[2];
                                        metal::float4 _e2565 = p_3.inner[2];
                                        metal::float4 _e2568 = p_3.inner[2];
                                        metal::float4 _e2571 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e2559.wwww, v3_4, metal::fma(_e2562.zzzz, v2_4, metal::fma(_e2565.yyyy, v1_4, metal::fma(_e2568.xxxx, v0_4, _e2571))));
                                    }
                                    {
                                        metal::float4 _e2579 = p_3.inner[3];
                                        metal::float4 _e2582 = p_3.inner[3];
                                        metal::float4 _e2585 = p_3.inner[3];
                                        metal::float4 _e2588 = p_3.inner[3];
                                        metal::float4 _e2591 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e2579.wwww, v3_4, metal::fma(_e2582.zzzz, v2_4, metal::fma(_e2585.yyyy, v1_4, metal::fma(_e2588.xxxx, v0_4, _e2591))));
                                    }
                                }
                                {
                                    uint v_at_5 = 136u + tx_1;
                                    metal::float4 v0_5 = kv_tile.inner[v_at_5];
                                    metal::float4 v1_5 = kv_tile.inner[v_at_5 + V_ROW];
                                    metal::float4 v2_5 = kv_tile.inner[v_at_5 + 32u];
                                    metal::float4 v3_5 = kv_tile.inner[v_at_5 + 48u];
                                    {
                                        metal::float4 _e2619 = p_3.inner[0];
                                        metal::float4 _e2622 = p_3.inner[0];
                                        metal::float4 _e2625 = p_3.inner[0];
                                        metal::float4 _e2628 = p_3.inner[0];
                                        metal::float4 _e2631 = acc.inner[4u];
                                        acc.inner[4u] = metal::fma(_e2619.wwww, v3_5, metal::fma(_e2622.zzzz, v2_5, metal::fma(_e2625.yyyy, v1_5, metal::fma(_e2628.xxxx, v0_5, _e2631))));
                                    }
                                    {
                                        metal::float4 _e2639 = p_3.inner[1];
                                        metal::float4 _e2642 = p_3.inner[1];
                                        metal::float4 _e2645 = p_3.inner[1];
                                        metal::float4 _e2648 = p_3.inner[1];
                                        metal::float4 _e2651 = acc.inner[5u];
                                        acc.inner[5u] = metal::fma(_e2639.wwww, v3_5, metal::fma(_e2642.zzzz, v2_5, metal::fma(_e2645.yyyy, v1_5, metal::fma(_e2648.xxxx, v0_5, _e2651))));
                                    }
                                    {
                                        metal::float4 _e2659 = p_3.inner[2];
                                        metal::float4 _e2662 = p_3.inner[2];
                                        metal::float4 _e2665 = p_3.inner[2];
                                        metal::float4 _e2668 = p_3.inner[2];
                                        metal::float4 _e2671 = acc.inner[6u];
                                        acc.inner[6u] = metal::fma(_e2659.wwww, v3_5, metal::fma(_e2662.zzzz, v2_5, metal::fma(_e2665.yyyy, v1_5, metal::fma(_e2668.xxxx, v0_5, _e2671))));
                                    }
                                    {
                                        metal::float4 _e2679 = p_3.inner[3];
                                        metal::float4 _e2682 = p_3.inner[3];
                                        metal::float4 _e2685 = p_3.inner[3];
                                        metal::float4 _e2688 = p_3.inner[3];
                                        metal::float4 _e2691 = acc.inner[7u];
                                        acc.inner[7u] = metal::fma(_e2679.wwww, v3_5, metal::fma(_e2682.zzzz, v2_5, metal::fma(_e2685.yyyy, v1_5, metal::fma(_e2688.xxxx, v0_5, _e2691))));
                                    }
                                }
                            }
                            {
                                p_4 = type_24 {};
                                {
                                    uint _e2705 = h_11;
                                    metal::float4 _e2711 = q_tile.inner[(((0u + ty) * STRIDE) + naga_div(_e2705, 4u)) + 3u];
                                    p_4.inner[0] = _e2711;
                                }
                                {
                                    uint _e2718 = h_11;
                                    metal::float4 _e2724 = q_tile.inner[(((16u + ty) * STRIDE) + naga_div(_e2718, 4u)) + 3u];
                                    p_4.inner[1] = _e2724;
                                }
                                {
                                    uint _e2731 = h_11;
                                    metal::float4 _e2737 = q_tile.inner[(((32u + ty) * STRIDE) + naga_div(_e2731, 4u)) + 3u];
                                    p_4.inner[2] = _e2737;
                                }
                                {
                                    uint _e2744 = h_11;
                                    metal::float4 _e2750 = q_tile.inner[(((48u + ty) * STRIDE) + naga_div(_e2744, 4u)) + 3u];
                                    p_4.inner[3] = _e2750;
                                }
                                {
                                    uint v_at_6 = 192u + tx_1;
                                    metal::float4 v0_6 = kv_tile.inner[v_at_6];
                                    metal::float4 v1_6 = kv_tile.inner[v_at_6 + V_ROW];
                                    metal::float4 v2_6 = kv_tile.inner[v_at_6 + 32u];
                                    metal::float4 v3_6 = kv_tile.inner[v_at_6 + 48u];
                                    {
                                        metal::float4 _e2774 = p_4.inner[0];
                                        metal::float4 _e2777 = p_4.inner[0];
                                        metal::float4 _e2780 = p_4.inner[0];
                                        metal::float4 _e2783 = p_4.inner[0];
                                        metal::float4 _e2786 = acc.inner[0u];
                                        acc.inner[0u] = metal::fma(_e2774.wwww, v3_6, metal::fma(_e2777.zzzz, v2_6, metal::fma(_e2780.yyyy, v1_6, metal::fma(_e2783.xxxx, v0_6, _e2786))));
                                    }
                                    {
                                        metal::float4 _e2794 = p_4.inner[1];
                                        metal::float4 _e2797 = p_4.inner[1];
                                        metal::float4 _e2800 = p_4.inner[1];
                                        metal::float4 _e2803 = p_4.inner[1];
                                        metal::float4 _e2806 = acc.inner[1u];
                                        acc.inner[1u] = metal::fma(_e2794.wwww, v3_6, metal::fma(_e2797.zzzz, v2_6, metal::fma(_e2800.yyyy, v1_6, metal::fma(_e2803.xxxx, v0_6, _e2806))));
                                    }
                                    {
                                        metal::float4 _e2814 = p_4.inner[2];
                                        metal::float4 _e2817 = p_4.inner[2];
                                        metal::float4 _e2820 = p_4.inner[2];
                                        metal::float4 _e2823 = p_4.inner[2];
                                        metal::float4 _e2826 = acc.inner[2u];
                                        acc.inner[2u] = metal::fma(_e2814.wwww, v3_6, metal::fma(_e2817.zzzz, v2_6, metal::fma(_e2820.yyyy, v1_6, metal::fma(_e2823.xxxx, v0_6, _e2826))));
                                    }
                                    {
                                        metal::float4 _e2834 = p_4.inner[3];
                                        metal::float4 _e2837 = p_4.inner[3];
                                        metal::float4 _e2840 = p_4.inner[3];
                                        metal::float4 _e2843 = p_4.inner[3];
                                        metal::float4 _e2846 = acc.inner[3u];
                                        acc.inner[3u] = metal::fma(_e2834.wwww, v3_6, metal::fma(_e2837.zzzz, v2_6, metal::fma(_e2840.yyyy, v1_6, metal::fma(_e2843.xxxx, v0_6, _e2846))));
                                    }
                                }
                                {
                                    uint v_at_7 = 200u + tx_1;
                                    metal::float4 v0_7 = kv_tile.inner[v_at_7];
                                    metal::float4 v1_7 = kv_tile.inner[v_at_7 + V_ROW];
                                    metal::float4 v2_7 = kv_tile.inner[v_at_7 + 32u];
                                    metal::float4 v3_7 = kv_tile.inner[v_at_7 + 48u];
                                    {
                                        metal::float4 _e2874 = p_4.inner[0];
                                        metal::float4 _e2877 = p_4.inner[0];
                                        metal::float4 _e2880 = p_4.inner[0];
                                        metal::float4 _e2883 = p_4.inner[0];
                                        metal::float4 _e2886 = acc.inner[4u];
                                        acc.inner[4u] = metal::fma(_e2874.wwww, v3_7, metal::fma(_e2877.zzzz, v2_7, metal::fma(_e2880.yyyy, v1_7, metal::fma(_e2883.xxxx, v0_7, _e2886))));
                                    }
                                    {
                                        metal::float4 _e2894 = p_4.inner[1];
                                        metal::float4 _e2897 = p_4.inner[1];
                                        metal::float4 _e2900 = p_4.inner[1];
                                        metal::float4 _e2903 = p_4.inner[1];
                                        metal::float4 _e2906 = acc.inner[5u];
                                        acc.inner[5u] = metal::fma(_e2894.wwww, v3_7, metal::fma(_e2897.zzzz, v2_7, metal::fma(_e2900.yyyy, v1_7, metal::fma(_e2903.xxxx, v0_7, _e2906))));
                                    }
                                    {
                                        metal::float4 _e2914 = p_4.inner[2];
                                        metal::float4 _e2917 = p_4.inner[2];
                                        metal::float4 _e2920 = p_4.inner[2];
                                        metal::float4 _e2923 = p_4.inner[2];
                                        metal::float4 _e2926 = acc.inner[6u];
                                        acc.inner[6u] = metal::fma(_e2914.wwww, v3_7, metal::fma(_e2917.zzzz, v2_7, metal::fma(_e2920.yyyy, v1_7, metal::fma(_e2923.xxxx, v0_7, _e2926))));
                                    }
                                    {
                                        metal::float4 _e2934 = p_4.inner[3];
                                        metal::float4 _e2937 = p_4.inner[3];
                                        metal::float4 _e2940 = p_4.inner[3];
                                        metal::float4 _e2943 = p_4.inner[3];
                                        metal::float4 _e2946 = acc.inner[7u];
                                        acc.inner[7u] = metal::fma(_e2934.wwww, v3_7, metal::fma(_e2937.zzzz, v2_7, metal::fma(_e2940.yyyy, v1_7, metal::fma(_e2943.xxxx, v0_7, _e2946))));
                                    }
                                }
                            }
                            uint _e2951 = h_11;
                            if ((_e2951 + PART) < FOUR) {
                                metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                            }
                        }
                    }
                    uint _e2960 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                    if (_e2960 != 0u) {
                        k_2 = 0u;
                        uint2 loop_bound_5 = uint2(4294967295u);
                        bool loop_init_5 = true;
                        while(true) {
                            if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                            loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                            if (!loop_init_5) {
                                uint _e3199 = k_2;
                                k_2 = _e3199 + 1u;
                            }
                            loop_init_5 = false;
                            uint _e2965 = k_2;
                            if (_e2965 < FOUR) {
                            } else {
                                break;
                            }
                            {
                                uint _e2969 = k_2;
                                uint _e2971 = value_at(_e8, _e265, 0u + _e2969, params);
                                {
                                    metal::float4 _e2976 = load_v4_(_e2971, (0u + tx_1) * 4u, v_3, _buffer_sizes);
                                    {
                                        uint _e2982 = k_2;
                                        uint _e2987 = k_2;
                                        float p_6 = q_tile.inner[((0u + ty) * STRIDE) + naga_div(_e2982, 4u)][naga_mod(_e2987, 4u)];
                                        metal::float4 _e2993 = acc.inner[0];
                                        metal::bool4 _e2997 = nonfinite(_e2976);
                                        acc.inner[0] = _e2993 + metal::select(metal::float4(0.0), p_6 * _e2976, _e2997 & metal::bool4(p_6 != 0.0));
                                    }
                                    {
                                        uint _e3009 = k_2;
                                        uint _e3014 = k_2;
                                        float p_7 = q_tile.inner[((16u + ty) * STRIDE) + naga_div(_e3009, 4u)][naga_mod(_e3014, 4u)];
                                        metal::float4 _e3020 = acc.inner[1];
                                        metal::bool4 _e3024 = nonfinite(_e2976);
                                        acc.inner[1] = _e3020 + metal::select(metal::float4(0.0), p_7 * _e2976, _e3024 & metal::bool4(p_7 != 0.0));
                                    }
                                    {
                                        uint _e3036 = k_2;
                                        uint _e3041 = k_2;
                                        float p_8 = q_tile.inner[((32u + ty) * STRIDE) + naga_div(_e3036, 4u)][naga_mod(_e3041, 4u)];
                                        metal::float4 _e3047 = acc.inner[2];
                                        metal::bool4 _e3051 = nonfinite(_e2976);
                                        acc.inner[2] = _e3047 + metal::select(metal::float4(0.0), p_8 * _e2976, _e3051 & metal::bool4(p_8 != 0.0));
                                    }
                                    {
                                        uint _e3063 = k_2;
                                        uint _e3068 = k_2;
                                        float p_9 = q_tile.inner[((48u + ty) * STRIDE) + naga_div(_e3063, 4u)][naga_mod(_e3068, 4u)];
                                        metal::float4 _e3074 = acc.inner[3];
                                        metal::bool4 _e3078 = nonfinite(_e2976);
                                        acc.inner[3] = _e3074 + metal::select(metal::float4(0.0), p_9 * _e2976, _e3078 & metal::bool4(p_9 != 0.0));
                                    }
                                }
                                {
                                    metal::float4 _e3089 = load_v4_(_e2971, (8u + tx_1) * 4u, v_3, _buffer_sizes);
                                    {
                                        uint _e3095 = k_2;
                                        uint _e3100 = k_2;
                                        float p_10 = q_tile.inner[((0u + ty) * STRIDE) + naga_div(_e3095, 4u)][naga_mod(_e3100, 4u)];
                                        metal::float4 _e3106 = acc.inner[4];
                                        metal::bool4 _e3110 = nonfinite(_e3089);
                                        acc.inner[4] = _e3106 + metal::select(metal::float4(0.0), p_10 * _e3089, _e3110 & metal::bool4(p_10 != 0.0));
                                    }
                                    {
                                        uint _e3122 = k_2;
                                        uint _e3127 = k_2;
                                        float p_11 = q_tile.inner[((16u + ty) * STRIDE) + naga_div(_e3122, 4u)][naga_mod(_e3127, 4u)];
                                        metal::float4 _e3133 = acc.inner[5];
                                        metal::bool4 _e3137 = nonfinite(_e3089);
                                        acc.inner[5] = _e3133 + metal::select(metal::float4(0.0), p_11 * _e3089, _e3137 & metal::bool4(p_11 != 0.0));
                                    }
                                    {
                                        uint _e3149 = k_2;
                                        uint _e3154 = k_2;
                                        float p_12 = q_tile.inner[((32u + ty) * STRIDE) + naga_div(_e3149, 4u)][naga_mod(_e3154, 4u)];
                                        metal::float4 _e3160 = acc.inner[6];
                                        metal::bool4 _e3164 = nonfinite(_e3089);
                                        acc.inner[6] = _e3160 + metal::select(metal::float4(0.0), p_12 * _e3089, _e3164 & metal::bool4(p_12 != 0.0));
                                    }
                                    {
                                        uint _e3176 = k_2;
                                        uint _e3181 = k_2;
                                        float p_13 = q_tile.inner[((48u + ty) * STRIDE) + naga_div(_e3176, 4u)][naga_mod(_e3181, 4u)];
                                        metal::float4 _e3187 = acc.inner[7];
                                        metal::bool4 _e3191 = nonfinite(_e3089);
                                        acc.inner[7] = _e3187 + metal::select(metal::float4(0.0), p_13 * _e3089, _e3191 & metal::bool4(p_13 != 0.0));
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
    {
        float _e3206 = l_1.inner[0];
        float _e3207 = lanes_sum(_e3206);
        part_2.inner[0] = _e3207;
        float _e3211 = part_2.inner[0];
        put_part(0u + ty, tx_1, _e3211, row_part);
    }
    {
        float _e3214 = l_1.inner[1];
        float _e3215 = lanes_sum(_e3214);
        part_2.inner[1] = _e3215;
        float _e3219 = part_2.inner[1];
        put_part(16u + ty, tx_1, _e3219, row_part);
    }
    {
        float _e3222 = l_1.inner[2];
        float _e3223 = lanes_sum(_e3222);
        part_2.inner[2] = _e3223;
        float _e3227 = part_2.inner[2];
        put_part(32u + ty, tx_1, _e3227, row_part);
    }
    {
        float _e3230 = l_1.inner[3];
        float _e3231 = lanes_sum(_e3230);
        part_2.inner[3] = _e3231;
        float _e3235 = part_2.inner[3];
        put_part(48u + ty, tx_1, _e3235, row_part);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    {
        uint row_19 = (_e8.first_row + 0u) + ty;
        if (row_19 < _e8.row_end) {
            uint _e3242 = head_of(_e8, row_19, params);
            uint _e3245 = params.pack;
            uint query_6 = naga_div(row_19, _e3245);
            float _e3248 = m_2.inner[0];
            float _e3252 = part_2.inner[0];
            float _e3253 = row_sum(0u + ty, _e3252, row_part);
            metal::float3 _e3255 = finish_row(_e3248, _e3253, _e3242, _e8.split, params, sinks, _buffer_sizes);
            uint _e3256 = output_at(_e8, _e3242, query_6, params);
            float _e3258 = row_weight(b_17, _e3242, query_6);
            float factor = _e3255.x * _e3258;
            {
                uint d_7 = (0u + tx_1) * 4u;
                metal::float4 _e3266 = acc.inner[0];
                metal::float4 _e3268 = output(_e3266 * factor, b_17, _e3242, query_6, d_7);
                store_o4_(_e3256, d_7, V_DIM, _e3268, o, _buffer_sizes);
            }
            {
                uint d_8 = (8u + tx_1) * 4u;
                metal::float4 _e3275 = acc.inner[4];
                metal::float4 _e3277 = output(_e3275 * factor, b_17, _e3242, query_6, d_8);
                store_o4_(_e3256, d_8, V_DIM, _e3277, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3280 = lse_at_1(_e8, _e3242, query_6, params);
                uint _e3284 = params.lse_split;
                store_lse(_e3280 + (_e8.split * _e3284), _e3255.yz, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_20 = (_e8.first_row + 16u) + ty;
        if (row_20 < _e8.row_end) {
            uint _e3294 = head_of(_e8, row_20, params);
            uint _e3297 = params.pack;
            uint query_7 = naga_div(row_20, _e3297);
            float _e3300 = m_2.inner[1];
            float _e3304 = part_2.inner[1];
            float _e3305 = row_sum(16u + ty, _e3304, row_part);
            metal::float3 _e3307 = finish_row(_e3300, _e3305, _e3294, _e8.split, params, sinks, _buffer_sizes);
            uint _e3308 = output_at(_e8, _e3294, query_7, params);
            float _e3310 = row_weight(b_17, _e3294, query_7);
            float factor_1 = _e3307.x * _e3310;
            {
                uint d_9 = (0u + tx_1) * 4u;
                metal::float4 _e3318 = acc.inner[1];
                metal::float4 _e3320 = output(_e3318 * factor_1, b_17, _e3294, query_7, d_9);
                store_o4_(_e3308, d_9, V_DIM, _e3320, o, _buffer_sizes);
            }
            {
                uint d_10 = (8u + tx_1) * 4u;
                metal::float4 _e3327 = acc.inner[5];
                metal::float4 _e3329 = output(_e3327 * factor_1, b_17, _e3294, query_7, d_10);
                store_o4_(_e3308, d_10, V_DIM, _e3329, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3332 = lse_at_1(_e8, _e3294, query_7, params);
                uint _e3336 = params.lse_split;
                store_lse(_e3332 + (_e8.split * _e3336), _e3307.yz, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_21 = (_e8.first_row + 32u) + ty;
        if (row_21 < _e8.row_end) {
            uint _e3346 = head_of(_e8, row_21, params);
            uint _e3349 = params.pack;
            uint query_8 = naga_div(row_21, _e3349);
            float _e3352 = m_2.inner[2];
            float _e3356 = part_2.inner[2];
            float _e3357 = row_sum(32u + ty, _e3356, row_part);
            metal::float3 _e3359 = finish_row(_e3352, _e3357, _e3346, _e8.split, params, sinks, _buffer_sizes);
            uint _e3360 = output_at(_e8, _e3346, query_8, params);
            float _e3362 = row_weight(b_17, _e3346, query_8);
            float factor_2 = _e3359.x * _e3362;
            {
                uint d_11 = (0u + tx_1) * 4u;
                metal::float4 _e3370 = acc.inner[2];
                metal::float4 _e3372 = output(_e3370 * factor_2, b_17, _e3346, query_8, d_11);
                store_o4_(_e3360, d_11, V_DIM, _e3372, o, _buffer_sizes);
            }
            {
                uint d_12 = (8u + tx_1) * 4u;
                metal::float4 _e3379 = acc.inner[6];
                metal::float4 _e3381 = output(_e3379 * factor_2, b_17, _e3346, query_8, d_12);
                store_o4_(_e3360, d_12, V_DIM, _e3381, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3384 = lse_at_1(_e8, _e3346, query_8, params);
                uint _e3388 = params.lse_split;
                store_lse(_e3384 + (_e8.split * _e3388), _e3359.yz, lse, _buffer_sizes);
            }
        }
    }
    {
        uint row_22 = (_e8.first_row + 48u) + ty;
        if (row_22 < _e8.row_end) {
            uint _e3398 = head_of(_e8, row_22, params);
            uint _e3401 = params.pack;
            uint query_9 = naga_div(row_22, _e3401);
            float _e3404 = m_2.inner[3];
            float _e3408 = part_2.inner[3];
            float _e3409 = row_sum(48u + ty, _e3408, row_part);
            metal::float3 _e3411 = finish_row(_e3404, _e3409, _e3398, _e8.split, params, sinks, _buffer_sizes);
            uint _e3412 = output_at(_e8, _e3398, query_9, params);
            float _e3414 = row_weight(b_17, _e3398, query_9);
            float factor_3 = _e3411.x * _e3414;
            {
                uint d_13 = (0u + tx_1) * 4u;
                metal::float4 _e3422 = acc.inner[3];
                metal::float4 _e3424 = output(_e3422 * factor_3, b_17, _e3398, query_9, d_13);
                store_o4_(_e3412, d_13, V_DIM, _e3424, o, _buffer_sizes);
            }
            {
                uint d_14 = (8u + tx_1) * 4u;
                metal::float4 _e3431 = acc.inner[7];
                metal::float4 _e3433 = output(_e3431 * factor_3, b_17, _e3398, query_9, d_14);
                store_o4_(_e3412, d_14, V_DIM, _e3433, o, _buffer_sizes);
            }
            if (tx_1 == 0u) {
                uint _e3436 = lse_at_1(_e8, _e3398, query_9, params);
                uint _e3440 = params.lse_split;
                store_lse(_e3436 + (_e8.split * _e3440), _e3411.yz, lse, _buffer_sizes);
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
, metal::uint3 id [[thread_position_in_threadgroup]]
, uint __local_invocation_index [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_3 [[user(fake0)]]
, device type_5 const& v_3 [[user(fake0)]]
, device type_6& o [[user(fake0)]]
, device type_7& lse [[user(fake0)]]
, device type_6 const& kv_lengths [[user(fake0)]]
, device type_7 const& alibi_slopes [[user(fake0)]]
, device type_7 const& bias [[user(fake0)]]
, device type_6 const& mask [[user(fake0)]]
, device type_7 const& sinks [[user(fake0)]]
, threadgroup type_15& row_part
, threadgroup type_16& q_tile
, threadgroup type_17& kv_tile
, threadgroup metal::atomic_uint& v_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (__local_invocation_index == 0u) {
        row_part = {};
        q_tile = {};
        kv_tile = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    run(wid, id.x, params, q, k_3, v_3, o, lse, kv_lengths, alibi_slopes, bias, mask, sinks, row_part, q_tile, kv_tile, v_nonfinite, _buffer_sizes);
    return;
}
