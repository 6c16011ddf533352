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
typedef metal::float4 type_5[1];
struct Owned {
    uint b;
    uint head;
    uint kv_head;
    char _pad3[4];
    metal::uint2 span;
    uint q_len;
    uint kv_len;
    int offset;
    char _pad7[4];
    metal::uint2 others;
};
struct Pairs {
    metal::uint2 rows;
    metal::uint2 keys;
};
struct type_10 {
    metal::float4 inner[64];
};
struct type_11 {
    metal::float4 inner[4];
};
struct type_13 {
    metal::float4 inner[16];
};
struct type_14 {
    type_13 inner[3];
};
struct type_15 {
    metal::float4 inner[3];
};
struct Mine {
    uint first;
    char _pad1[12];
    type_14 score;
    type_14 value;
    type_15 stats;
    type_14 sum;
};
struct TileAt {
    uint first;
    uint h;
    bool hides;
    bool careful;
    char _pad4[2];
};
struct type_17 {
    float inner[3];
};
struct type_18 {
    type_17 inner[4];
};
constant uint OWN = 3u;
constant uint WORKGROUP = 64u;
constant uint BLOCK_OWN = 192u;
constant uint BLOCK = 4u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = false;
constant bool RAGGED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant bool OWNS_KEYS = false;
constant bool OF_VALUES = false;
constant uint QK4_ = 16u;
constant uint V4_ = 16u;
constant uint VALUE4_ = 16u;
constant uint SUM_DIM = 64u;
constant uint SUM4_ = 16u;

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

float score_slope(
    float raw_1,
    uint b_1,
    uint h_1,
    uint i_1,
    uint j_1
) {
    float s_1 = {};
    float slope = 1.0;
    s_1 = raw_1;
    float _e8 = slope;
    return _e8;
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
    device type_5 const& k_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k_2[(base_1 + d_1) >> 2u];
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

metal::float4 load_grad_o4_(
    uint base_3,
    uint d_3,
    device type_5 const& grad_o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = grad_o[(base_3 + d_3) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_4,
    uint d_4,
    uint dim,
    metal::float4 x,
    device type_5& o_19,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_4 < dim) {
        o_19[(base_4 + d_4) >> 2u] = static_cast<metal::float4>(x);
        return;
    } else {
        return;
    }
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
    float x_3
) {
    bool _e2 = is_nan(x_3);
    return _e2 ? x_3 : metal::exp(x_3);
}

metal::float4 exp_kept4_(
    metal::float4 x_4
) {
    metal::bool4 nan = (as_type<metal::uint4>(x_4) & metal::uint4(2147483647u)) > metal::uint4(2139095040u);
    return metal::select(metal::exp(x_4), x_4, nan);
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
    metal::float2 seen = (sum_1 > 0.0) ? metal::float2(top, metal::log(sum_1)) : metal::float2(_e4, 0.0);
    bool _e14 = is_nan(sum_1);
    return _e14 ? metal::float2(sum_1, 0.0) : seen;
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
    uint i_2,
    int offset,
    uint kv_count_1,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p = as_type<int>(as_type<uint>(static_cast<int>(i_2)) + as_type<uint>(offset));
    int end = static_cast<int>(kv_count_1);
    hi = end;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p) - as_type<uint>(_e16)), 0, end);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return metal::uint2(static_cast<uint>(_e33), static_cast<uint>(metal::max(_e35, _e36)));
}

uint q_start(
    uint b_2
) {
    return 0u;
}

uint q_count_1(
    uint b_3,
    constant Params& params
) {
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_start(
    uint b_4
) {
    return 0u;
}

uint kv_count_2(
    uint b_5,
    constant Params& params
) {
    uint _e3 = params.kv_len;
    return _e3;
}

metal::float4 scale_q(
    metal::float4 x_5,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_5 * _e3;
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
    metal::float4 x_6,
    metal::float4 k,
    uint h_2,
    uint d_5
) {
    return metal::fma(x_6.w, k.w, metal::fma(x_6.z, k.z, metal::fma(x_6.y, k.y, metal::fma(x_6.x, k.x, s_5))));
}

float pair(
    metal::float4 x_7,
    metal::float4 k_1,
    uint h_3,
    uint d_6
) {
    return metal::dot(x_7, k_1);
}

bool pairs_listed(
    Owned o,
    uint h_4,
    metal::uint2 rows,
    metal::uint2 keys
) {
    return true;
}

metal::uint2 query_range(
    metal::uint2 keys_1,
    int offset_1,
    uint q_len,
    constant Params& params
) {
    int lo_1 = 0;
    int hi_1 = {};
    int end_1 = static_cast<int>(q_len);
    hi_1 = end_1;
    int _e9 = params.window_right;
    if (_e9 >= 0) {
        int _e16 = params.window_right;
        lo_1 = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(static_cast<int>(keys_1.x)) - as_type<uint>(_e16))) - as_type<uint>(offset_1)), 0, end_1);
    }
    int _e23 = params.window_left;
    if (_e23 >= 0) {
        int _e30 = params.window_left;
        hi_1 = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(static_cast<int>(keys_1.y)) + as_type<uint>(_e30))) - as_type<uint>(offset_1)), 0, end_1);
    }
    int _e35 = lo_1;
    int _e37 = lo_1;
    int _e38 = hi_1;
    return metal::uint2(static_cast<uint>(_e35), static_cast<uint>(metal::max(_e37, _e38)));
}

metal::uint2 met(
    Owned o_1,
    metal::uint2 span,
    constant Params& params
) {
    if (span.x >= span.y) {
        return metal::uint2(0u);
    }
    if (OWNS_KEYS) {
        metal::uint2 _e10 = query_range(span, o_1.offset, o_1.q_len, params);
        return _e10;
    }
    metal::uint2 _e14 = key_range(span.x, o_1.offset, o_1.kv_len, params);
    metal::uint2 _e21 = key_range(span.y - 1u, o_1.offset, o_1.kv_len, params);
    return metal::uint2(_e14.x, _e21.y);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

Owned owned_at(
    uint b_6,
    uint head,
    uint place,
    constant Params& params
) {
    Owned o_2 = {};
    uint _e3 = q_count_1(b_6, params);
    uint _e4 = kv_count_2(b_6, params);
    int _e5 = align_offset(_e3, _e4, params);
    uint _e8 = params.kv_len;
    uint count = OWNS_KEYS ? (RAGGED ? _e4 : _e8) : _e3;
    uint first_1 = metal::min(place * BLOCK_OWN, count);
    metal::uint2 span_1 = metal::uint2(first_1, metal::min(first_1 + BLOCK_OWN, count));
    uint _e22 = params.group;
    o_2 = Owned {b_6, head, OWNS_KEYS ? head : naga_div(head, _e22), {}, span_1, _e3, _e4, _e5, {}, metal::uint2(0u)};
    Owned _e31 = o_2;
    metal::uint2 _e32 = met(_e31, span_1, params);
    o_2.others = _e32;
    Owned _e33 = o_2;
    return _e33;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

Owned owned(
    uint group,
    constant Params& params
) {
    uint _e3 = params.q_tiles;
    uint id_1 = naga_div(group, _e3);
    uint _e7 = params.q_tiles;
    uint tile_1 = naga_mod(group, _e7);
    uint _e11 = params.q_tiles;
    uint place_1 = OWNS_KEYS ? tile_1 : ((_e11 - 1u) - tile_1);
    uint _e19 = params.batch_base;
    uint _e22 = params.packs;
    uint _e27 = params.head_base;
    uint _e30 = params.packs;
    Owned _e33 = owned_at(_e19 + naga_div(id_1, _e22), _e27 + naga_mod(id_1, _e30), place_1, params);
    return _e33;
}

uint query_at(
    Owned o_3,
    uint h_5,
    uint i_3,
    constant Params& params
) {
    uint _e5 = params.q_offset;
    uint _e9 = params.q_batch;
    uint _e14 = params.q_head;
    uint _e18 = q_start(o_3.b);
    uint _e22 = params.q_row;
    return ((_e5 + (o_3.b * _e9)) + (h_5 * _e14)) + ((_e18 + i_3) * _e22);
}

uint key_at(
    Owned o_4,
    uint j_2,
    constant Params& params
) {
    uint _e4 = params.k_offset;
    uint _e8 = params.k_batch;
    uint _e14 = params.k_head;
    uint _e18 = kv_start(o_4.b);
    uint _e22 = params.k_row;
    return ((_e4 + (o_4.b * _e8)) + (o_4.kv_head * _e14)) + ((_e18 + j_2) * _e22);
}

uint value_at(
    Owned o_5,
    uint j_3,
    constant Params& params
) {
    uint _e4 = params.v_offset;
    uint _e8 = params.v_batch;
    uint _e14 = params.v_head;
    uint _e18 = kv_start(o_5.b);
    uint _e22 = params.v_row;
    return ((_e4 + (o_5.b * _e8)) + (o_5.kv_head * _e14)) + ((_e18 + j_3) * _e22);
}

uint grad_at(
    Owned o_6,
    uint h_6,
    uint i_4,
    constant Params& params
) {
    uint _e5 = params.grad_offset;
    uint _e9 = params.grad_batch;
    uint _e14 = params.grad_head;
    uint _e18 = q_start(o_6.b);
    uint _e22 = params.grad_row;
    return ((_e5 + (o_6.b * _e9)) + (h_6 * _e14)) + ((_e18 + i_4) * _e22);
}

uint stats_at(
    Owned o_7,
    uint h_7,
    uint i_5,
    constant Params& params
) {
    uint _e6 = params.lse_batch;
    uint _e10 = params.lse_head;
    uint _e14 = q_start(o_7.b);
    return (((o_7.b * _e6) + (h_7 * _e10)) + _e14) + i_5;
}

uint result_at(
    Owned o_8,
    uint n,
    constant Params& params
) {
    uint _e4 = params.o_offset;
    uint _e8 = params.o_batch;
    uint _e14 = params.o_head;
    uint _e18 = q_start(o_8.b);
    uint _e20 = kv_start(o_8.b);
    uint _e26 = params.o_row;
    return ((_e4 + (o_8.b * _e8)) + (o_8.head * _e14)) + (((OWNS_KEYS ? _e20 : _e18) + n) * _e26);
}

metal::float4 finish(
    metal::float4 sum_3,
    constant Params& params
) {
    float _e3 = params.scale;
    return OWNS_KEYS ? sum_3 : (sum_3 * _e3);
}

metal::uint2 heads_of(
    Owned o_9,
    constant Params& params
) {
    uint _e13 = params.group;
    return OWNS_KEYS ? (metal::uint2(o_9.head, o_9.head + 1u) * _e13) : metal::uint2(o_9.head, o_9.head + 1u);
}

Pairs pairs_of(
    Owned o_10,
    uint first
) {
    metal::uint2 others = metal::uint2(first, metal::min(first + BLOCK, o_10.others.y));
    if (OWNS_KEYS) {
        return Pairs {others, o_10.span};
    }
    return Pairs {o_10.span, others};
}

bool hides_some(
    Owned o_11,
    Pairs pairs,
    constant Params& params
) {
    bool local_1 = {};
    bool local_2 = {};
    bool local_3 = {};
    bool local_4 = {};
    metal::uint2 _e6 = key_range(pairs.rows.x, o_11.offset, o_11.kv_len, params);
    metal::uint2 _e13 = key_range(pairs.rows.y - 1u, o_11.offset, o_11.kv_len, params);
    metal::uint2 sizes = metal::uint2(192u, 4u);
    if ((pairs.rows.y - pairs.rows.x) == sizes.x) {
        local_1 = (pairs.keys.y - pairs.keys.x) == sizes.y;
    } else {
        local_1 = false;
    }
    bool full = local_1;
    if (true) {
        local_2 = !(full);
    } else {
        local_2 = true;
    }
    bool _e40 = local_2;
    if (!(_e40)) {
        local_3 = pairs.keys.x < _e13.x;
    } else {
        local_3 = true;
    }
    bool _e49 = local_3;
    if (!(_e49)) {
        local_4 = pairs.keys.y > _e6.y;
    } else {
        local_4 = true;
    }
    bool _e58 = local_4;
    return _e58;
}

float visible_score(
    Owned o_12,
    uint h_8,
    uint i_6,
    uint j_4,
    float s_6,
    constant Params& params
) {
    bool local_5 = {};
    bool local_6 = {};
    bool local_7 = {};
    metal::uint2 _e7 = key_range(i_6, o_12.offset, o_12.kv_len, params);
    if (!((i_6 >= o_12.q_len))) {
        local_5 = j_4 < _e7.x;
    } else {
        local_5 = true;
    }
    bool _e16 = local_5;
    if (!(_e16)) {
        local_6 = j_4 >= _e7.y;
    } else {
        local_6 = true;
    }
    bool _e23 = local_6;
    if (_e23) {
        return MASKED;
    }
    float _e26 = edit_score(s_6, o_12.b, h_8, i_6, j_4);
    if (_e26 != MASKED) {
        local_7 = _e26 < LOWEST_VISIBLE;
    } else {
        local_7 = false;
    }
    bool _e35 = local_7;
    return _e35 ? LOWEST_VISIBLE : _e26;
}

float pair_weight(
    Owned o_13,
    uint h_9,
    uint i_7,
    uint j_5,
    float product,
    float by_value,
    metal::float4 row,
    bool hides,
    constant Params& params
) {
    float s_7 = {};
    float _e8 = scale_pair(product);
    s_7 = _e8;
    float _e10 = s_7;
    uint _e18 = params.kv_len;
    float _e22 = score_slope(_e10, o_13.b, h_9, metal::min(i_7, o_13.q_len - 1u), metal::min(j_5, _e18 - 1u));
    if (hides) {
        float _e23 = s_7;
        float _e24 = visible_score(o_13, h_9, i_7, j_5, _e23, params);
        s_7 = _e24;
    }
    float _e25 = s_7;
    float _e30 = exp_kept((_e25 - row.x) - row.y);
    float by_product = (_e30 * (by_value - row.z)) * _e22;
    float _e37 = s_7;
    return (_e37 == MASKED) ? 0.0 : (OF_VALUES ? _e30 : by_product);
}

metal::float4 own_score(
    Owned o_14,
    uint h_10,
    uint n_1,
    uint d_7,
    constant Params& params,
    device type_5 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = query_at(o_14, h_10, n_1, params);
    metal::float4 _e5 = load_q4_(_e4, d_7, q, _buffer_sizes);
    metal::float4 _e6 = scale_q(_e5, params);
    return _e6;
}

metal::float4 own_value(
    Owned o_15,
    uint h_11,
    uint n_2,
    uint d_8,
    constant Params& params,
    device type_5 const& grad_o,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = grad_at(o_15, h_11, n_2, params);
    metal::float4 _e5 = load_grad_o4_(_e4, d_8, grad_o, _buffer_sizes);
    return _e5;
}

metal::float4 other_score(
    Owned o_16,
    uint h_12,
    uint n_3,
    uint d_9,
    constant Params& params,
    device type_5 const& k_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = key_at(o_16, n_3, params);
    metal::float4 _e5 = load_k4_(_e4, d_9, k_2, _buffer_sizes);
    return _e5;
}

metal::float4 other_value(
    Owned o_17,
    uint h_13,
    uint n_4,
    uint d_10,
    constant Params& params,
    device type_5 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = value_at(o_17, n_4, params);
    metal::float4 _e5 = load_v4_(_e4, d_10, v_2, _buffer_sizes);
    return _e5;
}

void hold_sum(
    uint n_5,
    metal::float4 x_8,
    threadgroup type_10& sum_tile,
    threadgroup metal::atomic_uint& some_nonfinite
) {
    sum_tile.inner[n_5] = x_8;
    bool _e4 = any_nonfinite(x_8);
    if (_e4) {
        metal::atomic_store_explicit(&some_nonfinite, 1u, metal::memory_order_relaxed);
        return;
    } else {
        return;
    }
}

void meet(
    thread Mine& mine,
    Owned o_18,
    TileAt tile,
    constant Params& params,
    threadgroup type_10& score_tile,
    threadgroup type_10& value_tile,
    threadgroup type_10& sum_tile,
    threadgroup type_11& stats_tile
) {
    type_18 s_8 = {};
    type_18 g = {};
    uint n_6 = 0u;
    uint r = {};
    uint d_11 = 0u;
    uint n_7 = {};
    uint r_1 = {};
    uint d_12 = 0u;
    uint n_8 = {};
    uint r_2 = {};
    uint n_9 = 0u;
    uint r_3 = {};
    uint d_13 = 0u;
    uint n_10 = {};
    uint r_4 = {};
    uint d_14 = 0u;
    uint c = {};
    type_17 sums = {};
    uint r_5 = {};
    uint n_11 = {};
    uint r_6 = {};
    uint r_7 = {};
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e29 = n_6;
            n_6 = _e29 + 1u;
        }
        loop_init = false;
        uint _e7 = n_6;
        if (_e7 < BLOCK) {
        } else {
            break;
        }
        {
            r = 0u;
            uint2 loop_bound_1 = uint2(4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e26 = r;
                    r = _e26 + 1u;
                }
                loop_init_1 = false;
                uint _e12 = r;
                if (_e12 < OWN) {
                } else {
                    break;
                }
                {
                    uint _e15 = n_6;
                    uint _e17 = r;
                    s_8.inner[_e15].inner[_e17] = 0.0;
                    uint _e20 = n_6;
                    uint _e22 = r;
                    g.inner[_e20].inner[_e22] = 0.0;
                }
            }
        }
    }
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e81 = d_11;
            d_11 = _e81 + 1u;
        }
        loop_init_2 = false;
        uint _e33 = d_11;
        if (_e33 < QK4_) {
        } else {
            break;
        }
        {
            n_7 = 0u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e78 = n_7;
                    n_7 = _e78 + 1u;
                }
                loop_init_3 = false;
                uint _e38 = n_7;
                if (_e38 < BLOCK) {
                } else {
                    break;
                }
                {
                    uint _e42 = n_7;
                    uint _e45 = d_11;
                    metal::float4 x_11 = score_tile.inner[(_e42 * QK4_) + _e45];
                    r_1 = 0u;
                    uint2 loop_bound_4 = uint2(4294967295u);
                    bool loop_init_4 = true;
                    while(true) {
                        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                        if (!loop_init_4) {
                            uint _e75 = r_1;
                            r_1 = _e75 + 1u;
                        }
                        loop_init_4 = false;
                        uint _e51 = r_1;
                        if (_e51 < OWN) {
                        } else {
                            break;
                        }
                        {
                            uint _e54 = n_7;
                            uint _e56 = r_1;
                            uint _e58 = n_7;
                            uint _e60 = r_1;
                            float _e62 = s_8.inner[_e58].inner[_e60];
                            uint _e64 = r_1;
                            uint _e66 = d_11;
                            metal::float4 _e68 = mine.score.inner[_e64].inner[_e66];
                            uint _e70 = d_11;
                            float _e73 = pair_onto(_e62, _e68, x_11, tile.h, _e70 * 4u);
                            s_8.inner[_e54].inner[_e56] = _e73;
                        }
                    }
                }
            }
        }
    }
    if (true) {
        uint2 loop_bound_5 = uint2(4294967295u);
        bool loop_init_5 = true;
        while(true) {
            if (metal::all(loop_bound_5 == uint2(0u))) { break; }
            loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
            if (!loop_init_5) {
                uint _e134 = d_12;
                d_12 = _e134 + 1u;
            }
            loop_init_5 = false;
            uint _e86 = d_12;
            if (_e86 < VALUE4_) {
            } else {
                break;
            }
            {
                n_8 = 0u;
                uint2 loop_bound_6 = uint2(4294967295u);
                bool loop_init_6 = true;
                while(true) {
                    if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                    loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                    if (!loop_init_6) {
                        uint _e131 = n_8;
                        n_8 = _e131 + 1u;
                    }
                    loop_init_6 = false;
                    uint _e91 = n_8;
                    if (_e91 < BLOCK) {
                    } else {
                        break;
                    }
                    {
                        uint _e95 = n_8;
                        uint _e98 = d_12;
                        metal::float4 x_12 = value_tile.inner[(_e95 * V4_) + _e98];
                        r_2 = 0u;
                        uint2 loop_bound_7 = uint2(4294967295u);
                        bool loop_init_7 = true;
                        while(true) {
                            if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                            loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                            if (!loop_init_7) {
                                uint _e128 = r_2;
                                r_2 = _e128 + 1u;
                            }
                            loop_init_7 = false;
                            uint _e104 = r_2;
                            if (_e104 < OWN) {
                            } else {
                                break;
                            }
                            {
                                uint _e107 = n_8;
                                uint _e109 = r_2;
                                uint _e111 = n_8;
                                uint _e113 = r_2;
                                float _e115 = g.inner[_e111].inner[_e113];
                                uint _e117 = r_2;
                                uint _e119 = d_12;
                                metal::float4 _e121 = mine.value.inner[_e117].inner[_e119];
                                uint _e123 = d_12;
                                float _e126 = pair_onto(_e115, _e121, x_12, tile.h, _e123 * 4u);
                                g.inner[_e107].inner[_e109] = _e126;
                            }
                        }
                    }
                }
            }
        }
    }
    uint2 loop_bound_8 = uint2(4294967295u);
    bool loop_init_8 = true;
    while(true) {
        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
        if (!loop_init_8) {
            uint _e203 = n_9;
            n_9 = _e203 + 1u;
        }
        loop_init_8 = false;
        uint _e138 = n_9;
        if (_e138 < BLOCK) {
        } else {
            break;
        }
        {
            r_3 = 0u;
            uint2 loop_bound_9 = uint2(4294967295u);
            bool loop_init_9 = true;
            while(true) {
                if (metal::all(loop_bound_9 == uint2(0u))) { break; }
                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                if (!loop_init_9) {
                    uint _e200 = r_3;
                    r_3 = _e200 + 1u;
                }
                loop_init_9 = false;
                uint _e143 = r_3;
                if (_e143 < OWN) {
                } else {
                    break;
                }
                {
                    uint _e147 = mine.first;
                    uint _e148 = r_3;
                    uint own = _e147 + _e148;
                    if (OWNS_KEYS) {
                        uint _e151 = n_9;
                        uint _e153 = r_3;
                        uint _e157 = n_9;
                        uint _e159 = n_9;
                        uint _e161 = r_3;
                        float _e163 = s_8.inner[_e159].inner[_e161];
                        uint _e164 = n_9;
                        uint _e166 = r_3;
                        float _e168 = g.inner[_e164].inner[_e166];
                        uint _e170 = n_9;
                        metal::float4 _e172 = stats_tile.inner[_e170];
                        float _e174 = pair_weight(o_18, tile.h, tile.first + _e157, own, _e163, _e168, _e172, tile.hides, params);
                        s_8.inner[_e151].inner[_e153] = _e174;
                    } else {
                        uint _e175 = n_9;
                        uint _e177 = r_3;
                        uint _e181 = n_9;
                        uint _e183 = n_9;
                        uint _e185 = r_3;
                        float _e187 = s_8.inner[_e183].inner[_e185];
                        uint _e188 = n_9;
                        uint _e190 = r_3;
                        float _e192 = g.inner[_e188].inner[_e190];
                        uint _e194 = r_3;
                        metal::float4 _e196 = mine.stats.inner[_e194];
                        float _e198 = pair_weight(o_18, tile.h, own, tile.first + _e181, _e187, _e192, _e196, tile.hides, params);
                        s_8.inner[_e175].inner[_e177] = _e198;
                    }
                }
            }
        }
    }
    if (tile.careful) {
        uint2 loop_bound_10 = uint2(4294967295u);
        bool loop_init_10 = true;
        while(true) {
            if (metal::all(loop_bound_10 == uint2(0u))) { break; }
            loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
            if (!loop_init_10) {
                uint _e259 = d_13;
                d_13 = _e259 + 1u;
            }
            loop_init_10 = false;
            uint _e208 = d_13;
            if (_e208 < SUM4_) {
            } else {
                break;
            }
            {
                n_10 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                    if (!loop_init_11) {
                        uint _e256 = n_10;
                        n_10 = _e256 + 1u;
                    }
                    loop_init_11 = false;
                    uint _e213 = n_10;
                    if (_e213 < BLOCK) {
                    } else {
                        break;
                    }
                    {
                        uint _e217 = n_10;
                        uint _e220 = d_13;
                        metal::float4 x_13 = sum_tile.inner[(_e217 * SUM4_) + _e220];
                        r_4 = 0u;
                        uint2 loop_bound_12 = uint2(4294967295u);
                        bool loop_init_12 = true;
                        while(true) {
                            if (metal::all(loop_bound_12 == uint2(0u))) { break; }
                            loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                            if (!loop_init_12) {
                                uint _e253 = r_4;
                                r_4 = _e253 + 1u;
                            }
                            loop_init_12 = false;
                            uint _e226 = r_4;
                            if (_e226 < OWN) {
                            } else {
                                break;
                            }
                            {
                                uint _e230 = r_4;
                                uint _e232 = d_13;
                                metal::float4 _e234 = mine.sum.inner[_e230].inner[_e232];
                                uint _e235 = n_10;
                                uint _e237 = r_4;
                                float _e239 = s_8.inner[_e235].inner[_e237];
                                uint _e243 = n_10;
                                uint _e245 = r_4;
                                float _e247 = s_8.inner[_e243].inner[_e245];
                                mine.sum.inner[_e230].inner[_e232] = _e234 + ((_e247 == 0.0) ? metal::float4(0.0) : (_e239 * x_13));
                            }
                        }
                    }
                }
            }
        }
        return;
    } else {
        uint2 loop_bound_13 = uint2(4294967295u);
        bool loop_init_13 = true;
        while(true) {
            if (metal::all(loop_bound_13 == uint2(0u))) { break; }
            loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
            if (!loop_init_13) {
                uint _e350 = d_14;
                d_14 = _e350 + 1u;
            }
            loop_init_13 = false;
            uint _e263 = d_14;
            if (_e263 < SUM4_) {
            } else {
                break;
            }
            {
                c = 0u;
                uint2 loop_bound_14 = uint2(4294967295u);
                bool loop_init_14 = true;
                while(true) {
                    if (metal::all(loop_bound_14 == uint2(0u))) { break; }
                    loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                    if (!loop_init_14) {
                        uint _e347 = c;
                        c = _e347 + 1u;
                    }
                    loop_init_14 = false;
                    uint _e268 = c;
                    if (_e268 < 4u) {
                    } else {
                        break;
                    }
                    {
                        sums = type_17 {};
                        r_5 = 0u;
                        uint2 loop_bound_15 = uint2(4294967295u);
                        bool loop_init_15 = true;
                        while(true) {
                            if (metal::all(loop_bound_15 == uint2(0u))) { break; }
                            loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                            if (!loop_init_15) {
                                uint _e289 = r_5;
                                r_5 = _e289 + 1u;
                            }
                            loop_init_15 = false;
                            uint _e275 = r_5;
                            if (_e275 < OWN) {
                            } else {
                                break;
                            }
                            {
                                uint _e278 = r_5;
                                uint _e281 = r_5;
                                uint _e283 = d_14;
                                uint _e285 = c;
                                float _e287 = mine.sum.inner[_e281].inner[_e283][_e285];
                                sums.inner[_e278] = _e287;
                            }
                        }
                        n_11 = 0u;
                        uint2 loop_bound_16 = uint2(4294967295u);
                        bool loop_init_16 = true;
                        while(true) {
                            if (metal::all(loop_bound_16 == uint2(0u))) { break; }
                            loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                            if (!loop_init_16) {
                                uint _e326 = n_11;
                                n_11 = _e326 + 1u;
                            }
                            loop_init_16 = false;
                            uint _e293 = n_11;
                            if (_e293 < BLOCK) {
                            } else {
                                break;
                            }
                            {
                                uint _e297 = n_11;
                                uint _e300 = d_14;
                                uint _e303 = c;
                                float x_14 = sum_tile.inner[(_e297 * SUM4_) + _e300][_e303];
                                r_6 = 0u;
                                uint2 loop_bound_17 = uint2(4294967295u);
                                bool loop_init_17 = true;
                                while(true) {
                                    if (metal::all(loop_bound_17 == uint2(0u))) { break; }
                                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                                    if (!loop_init_17) {
                                        uint _e323 = r_6;
                                        r_6 = _e323 + 1u;
                                    }
                                    loop_init_17 = false;
                                    uint _e308 = r_6;
                                    if (_e308 < OWN) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e311 = r_6;
                                        uint _e313 = n_11;
                                        uint _e315 = r_6;
                                        float _e317 = s_8.inner[_e313].inner[_e315];
                                        uint _e318 = r_6;
                                        float _e320 = sums.inner[_e318];
                                        sums.inner[_e311] = metal::fma(_e317, x_14, _e320);
                                    }
                                }
                            }
                        }
                        r_7 = 0u;
                        uint2 loop_bound_18 = uint2(4294967295u);
                        bool loop_init_18 = true;
                        while(true) {
                            if (metal::all(loop_bound_18 == uint2(0u))) { break; }
                            loop_bound_18 -= uint2(loop_bound_18.y == 0u, 1u);
                            if (!loop_init_18) {
                                uint _e344 = r_7;
                                r_7 = _e344 + 1u;
                            }
                            loop_init_18 = false;
                            uint _e330 = r_7;
                            if (_e330 < OWN) {
                            } else {
                                break;
                            }
                            {
                                uint _e334 = r_7;
                                uint _e336 = d_14;
                                uint _e338 = c;
                                uint _e340 = r_7;
                                float _e342 = sums.inner[_e340];
                                mine.sum.inner[_e334].inner[_e336][_e338] = _e342;
                            }
                        }
                    }
                }
            }
        }
        return;
    }
}

void run(
    metal::uint3 wid_2,
    uint tid,
    constant Params& params,
    device type_5 const& q,
    device type_5 const& k_2,
    device type_5 const& v_2,
    device type_5 const& grad_o,
    device type_5& o_19,
    device type_5 const& row_stats,
    threadgroup type_10& score_tile,
    threadgroup type_10& value_tile,
    threadgroup type_10& sum_tile,
    threadgroup type_11& stats_tile,
    threadgroup metal::atomic_uint& some_nonfinite,
    constant _mslBufferSizes& _buffer_sizes
) {
    Mine mine_1 = {};
    uint r_8 = 0u;
    uint d_15 = {};
    uint h_14 = {};
    uint r_9 = {};
    uint d_16 = {};
    uint d_17 = {};
    uint at = {};
    uint n_12 = {};
    metal::float4 x_9 = {};
    uint n_13 = {};
    metal::float4 x_10 = {};
    bool local_8 = {};
    bool local_9 = {};
    uint r_10 = 0u;
    uint d_18 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    if (_e2 >= _e5) {
        return;
    }
    uint _e7 = group_id(wid_2, params);
    Owned _e8 = owned(_e7, params);
    if (_e8.span.x >= _e8.span.y) {
        return;
    }
    if (tid == 0u) {
        metal::atomic_store_explicit(&some_nonfinite, 0u, metal::memory_order_relaxed);
    }
    mine_1.first = _e8.span.x + (tid * OWN);
    uint _e26 = mine_1.first;
    uint _e28 = mine_1.first;
    metal::uint2 _e35 = met(_e8, metal::uint2(_e26, metal::min(_e28 + OWN, _e8.span.y)), params);
    uint2 loop_bound_19 = uint2(4294967295u);
    bool loop_init_19 = true;
    while(true) {
        if (metal::all(loop_bound_19 == uint2(0u))) { break; }
        loop_bound_19 -= uint2(loop_bound_19.y == 0u, 1u);
        if (!loop_init_19) {
            uint _e57 = r_8;
            r_8 = _e57 + 1u;
        }
        loop_init_19 = false;
        uint _e38 = r_8;
        if (_e38 < OWN) {
        } else {
            break;
        }
        {
            d_15 = 0u;
            uint2 loop_bound_20 = uint2(4294967295u);
            bool loop_init_20 = true;
            while(true) {
                if (metal::all(loop_bound_20 == uint2(0u))) { break; }
                loop_bound_20 -= uint2(loop_bound_20.y == 0u, 1u);
                if (!loop_init_20) {
                    uint _e54 = d_15;
                    d_15 = _e54 + 1u;
                }
                loop_init_20 = false;
                uint _e43 = d_15;
                if (_e43 < SUM4_) {
                } else {
                    break;
                }
                {
                    uint _e47 = r_8;
                    uint _e49 = d_15;
                    mine_1.sum.inner[_e47].inner[_e49] = metal::float4(0.0);
                }
            }
        }
    }
    metal::uint2 _e59 = heads_of(_e8, params);
    h_14 = _e59.x;
    uint2 loop_bound_21 = uint2(4294967295u);
    bool loop_init_21 = true;
    while(true) {
        if (metal::all(loop_bound_21 == uint2(0u))) { break; }
        loop_bound_21 -= uint2(loop_bound_21.y == 0u, 1u);
        if (!loop_init_21) {
            uint _e264 = h_14;
            h_14 = _e264 + 1u;
        }
        loop_init_21 = false;
        uint _e62 = h_14;
        if (_e62 < _e59.y) {
        } else {
            break;
        }
        {
            r_9 = 0u;
            uint2 loop_bound_22 = uint2(4294967295u);
            bool loop_init_22 = true;
            while(true) {
                if (metal::all(loop_bound_22 == uint2(0u))) { break; }
                loop_bound_22 -= uint2(loop_bound_22.y == 0u, 1u);
                if (!loop_init_22) {
                    uint _e125 = r_9;
                    r_9 = _e125 + 1u;
                }
                loop_init_22 = false;
                uint _e67 = r_9;
                if (_e67 < OWN) {
                } else {
                    break;
                }
                {
                    uint _e71 = mine_1.first;
                    uint _e72 = r_9;
                    uint n_14 = metal::min(_e71 + _e72, _e8.span.y - 1u);
                    d_16 = 0u;
                    uint2 loop_bound_23 = uint2(4294967295u);
                    bool loop_init_23 = true;
                    while(true) {
                        if (metal::all(loop_bound_23 == uint2(0u))) { break; }
                        loop_bound_23 -= uint2(loop_bound_23.y == 0u, 1u);
                        if (!loop_init_23) {
                            uint _e95 = d_16;
                            d_16 = _e95 + 1u;
                        }
                        loop_init_23 = false;
                        uint _e81 = d_16;
                        if (_e81 < QK4_) {
                        } else {
                            break;
                        }
                        {
                            uint _e85 = r_9;
                            uint _e87 = d_16;
                            uint _e89 = h_14;
                            uint _e90 = d_16;
                            metal::float4 _e93 = own_score(_e8, _e89, n_14, _e90 * 4u, params, q, _buffer_sizes);
                            mine_1.score.inner[_e85].inner[_e87] = _e93;
                        }
                    }
                    d_17 = 0u;
                    uint2 loop_bound_24 = uint2(4294967295u);
                    bool loop_init_24 = true;
                    while(true) {
                        if (metal::all(loop_bound_24 == uint2(0u))) { break; }
                        loop_bound_24 -= uint2(loop_bound_24.y == 0u, 1u);
                        if (!loop_init_24) {
                            uint _e113 = d_17;
                            d_17 = _e113 + 1u;
                        }
                        loop_init_24 = false;
                        uint _e99 = d_17;
                        if (_e99 < VALUE4_) {
                        } else {
                            break;
                        }
                        {
                            uint _e103 = r_9;
                            uint _e105 = d_17;
                            uint _e107 = h_14;
                            uint _e108 = d_17;
                            metal::float4 _e111 = own_value(_e8, _e107, n_14, _e108 * 4u, params, grad_o, _buffer_sizes);
                            mine_1.value.inner[_e103].inner[_e105] = _e111;
                        }
                    }
                    if (true) {
                        uint _e117 = r_9;
                        uint _e120 = h_14;
                        uint _e121 = stats_at(_e8, _e120, n_14, params);
                        metal::float4 _e123 = row_stats[_e121];
                        mine_1.stats.inner[_e117] = _e123;
                    }
                }
            }
            at = naga_div(_e8.others.x, BLOCK) * BLOCK;
            uint2 loop_bound_25 = uint2(4294967295u);
            bool loop_init_25 = true;
            while(true) {
                if (metal::all(loop_bound_25 == uint2(0u))) { break; }
                loop_bound_25 -= uint2(loop_bound_25.y == 0u, 1u);
                if (!loop_init_25) {
                    uint _e260 = at;
                    at = _e260 + BLOCK;
                }
                loop_init_25 = false;
                uint _e134 = at;
                if (_e134 < _e8.others.y) {
                } else {
                    break;
                }
                {
                    uint _e138 = at;
                    Pairs _e139 = pairs_of(_e8, _e138);
                    uint _e140 = h_14;
                    bool _e143 = pairs_listed(_e8, _e140, _e139.rows, _e139.keys);
                    if (!(_e143)) {
                        continue;
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    n_12 = tid;
                    uint2 loop_bound_26 = uint2(4294967295u);
                    bool loop_init_26 = true;
                    while(true) {
                        if (metal::all(loop_bound_26 == uint2(0u))) { break; }
                        loop_bound_26 -= uint2(loop_bound_26.y == 0u, 1u);
                        if (!loop_init_26) {
                            uint _e179 = n_12;
                            n_12 = _e179 + WORKGROUP;
                        }
                        loop_init_26 = false;
                        uint _e146 = n_12;
                        if (_e146 < 64u) {
                        } else {
                            break;
                        }
                        {
                            x_9 = metal::float4(0.0);
                            uint _e152 = at;
                            uint _e153 = n_12;
                            if ((_e152 + naga_div(_e153, QK4_)) < _e8.others.y) {
                                uint _e160 = h_14;
                                uint _e161 = at;
                                uint _e162 = n_12;
                                uint _e166 = n_12;
                                metal::float4 _e171 = other_score(_e8, _e160, _e161 + naga_div(_e162, QK4_), naga_mod(_e166, QK4_) * 4u, params, k_2, _buffer_sizes);
                                x_9 = _e171;
                            }
                            uint _e173 = n_12;
                            metal::float4 _e175 = x_9;
                            score_tile.inner[_e173] = _e175;
                            if (true) {
                                uint _e177 = n_12;
                                metal::float4 _e178 = x_9;
                                hold_sum(_e177, _e178, sum_tile, some_nonfinite);
                            }
                        }
                    }
                    n_13 = tid;
                    uint2 loop_bound_27 = uint2(4294967295u);
                    bool loop_init_27 = true;
                    while(true) {
                        if (metal::all(loop_bound_27 == uint2(0u))) { break; }
                        loop_bound_27 -= uint2(loop_bound_27.y == 0u, 1u);
                        if (!loop_init_27) {
                            uint _e216 = n_13;
                            n_13 = _e216 + WORKGROUP;
                        }
                        loop_init_27 = false;
                        uint _e183 = n_13;
                        if (_e183 < 64u) {
                        } else {
                            break;
                        }
                        {
                            x_10 = metal::float4(0.0);
                            uint _e189 = at;
                            uint _e190 = n_13;
                            if ((_e189 + naga_div(_e190, V4_)) < _e8.others.y) {
                                uint _e197 = h_14;
                                uint _e198 = at;
                                uint _e199 = n_13;
                                uint _e203 = n_13;
                                metal::float4 _e208 = other_value(_e8, _e197, _e198 + naga_div(_e199, V4_), naga_mod(_e203, V4_) * 4u, params, v_2, _buffer_sizes);
                                x_10 = _e208;
                            }
                            if (OF_VALUES) {
                                uint _e210 = n_13;
                                metal::float4 _e211 = x_10;
                                hold_sum(_e210, _e211, sum_tile, some_nonfinite);
                            } else {
                                uint _e213 = n_13;
                                metal::float4 _e215 = x_10;
                                value_tile.inner[_e213] = _e215;
                            }
                        }
                    }
                    if (OWNS_KEYS) {
                        local_8 = tid < BLOCK;
                    } else {
                        local_8 = false;
                    }
                    bool _e225 = local_8;
                    if (_e225) {
                        uint _e229 = h_14;
                        uint _e230 = at;
                        uint _e237 = stats_at(_e8, _e229, metal::min(_e230 + tid, _e8.others.y - 1u), params);
                        metal::float4 _e239 = row_stats[_e237];
                        stats_tile.inner[tid] = _e239;
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    uint _e241 = metal::atomic_load_explicit(&some_nonfinite, metal::memory_order_relaxed);
                    bool careful = _e241 != 0u;
                    bool _e244 = hides_some(_e8, _e139, params);
                    uint _e245 = at;
                    if (_e245 < _e35.y) {
                        uint _e250 = at;
                        local_9 = (_e250 + BLOCK) > _e35.x;
                    } else {
                        local_9 = false;
                    }
                    bool _e256 = local_9;
                    if (_e256) {
                        uint _e257 = at;
                        uint _e258 = h_14;
                        meet(mine_1, _e8, TileAt {_e257, _e258, _e244, careful}, params, score_tile, value_tile, sum_tile, stats_tile);
                    }
                }
            }
        }
    }
    uint2 loop_bound_28 = uint2(4294967295u);
    bool loop_init_28 = true;
    while(true) {
        if (metal::all(loop_bound_28 == uint2(0u))) { break; }
        loop_bound_28 -= uint2(loop_bound_28.y == 0u, 1u);
        if (!loop_init_28) {
            uint _e303 = r_10;
            r_10 = _e303 + 1u;
        }
        loop_init_28 = false;
        uint _e268 = r_10;
        if (_e268 < OWN) {
        } else {
            break;
        }
        {
            uint _e272 = mine_1.first;
            uint _e273 = r_10;
            if ((_e272 + _e273) < _e8.span.y) {
                d_18 = 0u;
                uint2 loop_bound_29 = uint2(4294967295u);
                bool loop_init_29 = true;
                while(true) {
                    if (metal::all(loop_bound_29 == uint2(0u))) { break; }
                    loop_bound_29 -= uint2(loop_bound_29.y == 0u, 1u);
                    if (!loop_init_29) {
                        uint _e300 = d_18;
                        d_18 = _e300 + 1u;
                    }
                    loop_init_29 = false;
                    uint _e280 = d_18;
                    if (_e280 < SUM4_) {
                    } else {
                        break;
                    }
                    {
                        uint _e284 = mine_1.first;
                        uint _e285 = r_10;
                        uint _e287 = result_at(_e8, _e284 + _e285, params);
                        uint _e288 = d_18;
                        uint _e293 = r_10;
                        uint _e295 = d_18;
                        metal::float4 _e297 = mine_1.sum.inner[_e293].inner[_e295];
                        metal::float4 _e298 = finish(_e297, params);
                        store_o4_(_e287, _e288 * 4u, SUM_DIM, _e298, o_19, _buffer_sizes);
                    }
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
, metal::uint3 id [[thread_position_in_threadgroup]]
, uint __local_invocation_index [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_5 const& q [[user(fake0)]]
, device type_5 const& k_2 [[user(fake0)]]
, device type_5 const& v_2 [[user(fake0)]]
, device type_5 const& grad_o [[user(fake0)]]
, device type_5& o_19 [[user(fake0)]]
, device type_5 const& row_stats [[user(fake0)]]
, threadgroup type_10& score_tile
, threadgroup type_10& value_tile
, threadgroup type_10& sum_tile
, threadgroup type_11& stats_tile
, threadgroup metal::atomic_uint& some_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (__local_invocation_index == 0u) {
        score_tile = {};
        value_tile = {};
        sum_tile = {};
        stats_tile = {};
        metal::atomic_store_explicit(&some_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    run(wid, id.x, params, q, k_2, v_2, grad_o, o_19, row_stats, score_tile, value_tile, sum_tile, stats_tile, some_nonfinite, _buffer_sizes);
    return;
}
