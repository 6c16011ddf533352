#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

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
struct Owned {
    uint b;
    uint head;
    uint kv_head;
    uvec2 span;
    uint q_len;
    uint kv_len;
    int offset;
    uvec2 others;
};
struct Pairs {
    uvec2 rows;
    uvec2 keys;
};
const uint SIDE = 8u;
const uint WORKGROUP = 64u;
const uint BLOCK_OWN = 32u;
const uint BLOCK = 32u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const bool STAGED = true;
const bool RAGGED = false;
const bool ADDS = false;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const bool OWNS_KEYS = false;
const bool OF_VALUES = false;
const uint SLICE4_ = 8u;
const uint QK_SLICES = 2u;
const uint V_SLICES = 2u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_5_block_1Compute { uvec2 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { uvec2 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_5_block_3Compute { uvec2 _group_0_binding_3_cs[]; };

layout(std430) readonly buffer type_5_block_4Compute { uvec2 _group_0_binding_4_cs[]; };

layout(std430) buffer type_6_block_5Compute { float _group_0_binding_5_cs[]; };

layout(std430) readonly buffer type_8_block_6Compute { vec4 _group_0_binding_6_cs[]; };

layout(std430) readonly buffer type_9_block_7Compute { uint _group_0_binding_7_cs[]; };

layout(std430) readonly buffer type_6_block_8Compute { float _group_0_binding_8_cs[]; };

layout(std430) readonly buffer type_6_block_9Compute { float _group_0_binding_9_cs[]; };

layout(std430) readonly buffer type_9_block_10Compute { uint _group_0_binding_10_cs[]; };

shared vec4 own_tile[256];

shared vec4 other_tile[256];

shared vec4 weight_tile[256];


float tanh_kept(float x) {
    float s_14 = (x * x);
    float above = (135135.0 + (s_14 * (17325.0 + (s_14 * (378.0 + s_14)))));
    float near = ((x * above) / (135135.0 + (s_14 * (62370.0 + (s_14 * (3150.0 + (s_14 * 28.0)))))));
    float far = (1.0 - (2.0 / (1.0 + exp((2.0 * min(abs(x), 15.0))))));
    return ((abs(x) >= 1.0) ? ((x > 0.0) ? far : -(far)) : near);
}

float softcap(float s, uint b, uint h, uint i, uint j) {
    float _e7 = _group_0_binding_0_cs.softcap;
    float _e10 = _group_0_binding_0_cs.softcap;
    float _e12 = tanh_kept((s / _e10));
    return (_e7 * _e12);
}

int align_offset(uint q_count, uint kv_count) {
    uint _e4 = _group_0_binding_0_cs.align_to_end;
    if ((_e4 != 0u)) {
        return (int(kv_count) - int(q_count));
    }
    int _e12 = _group_0_binding_0_cs.align_offset;
    return _e12;
}

uint q_count_1(uint b_1) {
    uint _e3 = _group_0_binding_0_cs.q_len;
    return _e3;
}

uint kv_count_1(uint b_2) {
    uint _e3 = _group_0_binding_7_cs[b_2];
    uint _e6 = _group_0_binding_0_cs.kv_len;
    return min(_e3, _e6);
}

float alibi(float s_1, uint b_3, uint h_1, uint i_1, uint j_1) {
    uint _e5 = q_count_1(b_3);
    uint _e6 = kv_count_1(b_3);
    int _e7 = align_offset(_e5, _e6);
    float _e10 = _group_0_binding_8_cs[h_1];
    return (s_1 - (_e10 * float(abs(((int(i_1) + _e7) - int(j_1))))));
}

bool is_nan(float x_1) {
    return ((floatBitsToUint(x_1) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_2) {
    bool _e3 = is_nan(s_2);
    return (_e3 ? s_2 : max(s_2, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_2) {
    return (floatBitsToUint(x_2) == 4286578688u);
}

float bias_add(float s_3, uint b_4, uint h_2, uint i_2, uint j_2) {
    bool local = false;
    uint _e7 = _group_0_binding_0_cs.bias_kv_len;
    if (!((j_2 >= _e7))) {
        local = (s_3 == MASKED);
    } else {
        local = true;
    }
    bool _e15 = local;
    if (_e15) {
        return MASKED;
    }
    uint _e19 = _group_0_binding_0_cs.bias_offset;
    uint _e22 = _group_0_binding_0_cs.bias_batch;
    uint _e27 = _group_0_binding_0_cs.bias_head;
    uint _e32 = _group_0_binding_0_cs.bias_row;
    uint _e37 = _group_0_binding_0_cs.bias_key;
    uint at_3 = ((((_e19 + (b_4 * _e22)) + (h_2 * _e27)) + (i_2 * _e32)) + (j_2 * _e37));
    float _e42 = _group_0_binding_9_cs[at_3];
    float x_12 = float(_e42);
    float _e45 = keep_visible((s_3 + x_12));
    bool _e47 = is_neg_inf(x_12);
    return (_e47 ? MASKED : _e45);
}

float mask_boolean(float s_4, uint b_5, uint h_3, uint i_3, uint j_3) {
    uint _e7 = _group_0_binding_0_cs.mask_kv_len;
    if ((j_3 >= _e7)) {
        return MASKED;
    }
    uint _e12 = _group_0_binding_0_cs.mask_offset;
    uint _e15 = _group_0_binding_0_cs.mask_batch;
    uint _e20 = _group_0_binding_0_cs.mask_head;
    uint _e25 = _group_0_binding_0_cs.mask_row;
    uint _e30 = _group_0_binding_0_cs.mask_key;
    uint at_4 = ((((_e12 + (b_5 * _e15)) + (h_3 * _e20)) + (i_3 * _e25)) + (j_3 * _e30));
    uint _e37 = _group_0_binding_10_cs[(at_4 >> 2u)];
    uint byte = ((_e37 >> ((at_4 & 3u) * 8u)) & 255u);
    return ((byte != 0u) ? s_4 : MASKED);
}

float edit_score(float raw, uint b_6, uint h_4, uint i_4, uint j_4) {
    float s_5 = 0.0;
    s_5 = raw;
    float _e6 = s_5;
    float _e7 = softcap(_e6, b_6, h_4, i_4, j_4);
    s_5 = _e7;
    float _e8 = s_5;
    float _e9 = alibi(_e8, b_6, h_4, i_4, j_4);
    s_5 = _e9;
    float _e10 = s_5;
    float _e11 = bias_add(_e10, b_6, h_4, i_4, j_4);
    s_5 = _e11;
    float _e12 = s_5;
    float _e13 = mask_boolean(_e12, b_6, h_4, i_4, j_4);
    s_5 = _e13;
    float _e14 = s_5;
    return _e14;
}

float score_slope(float raw_1, uint b_7, uint h_5, uint i_5, uint j_5) {
    float s_6 = 0.0;
    float slope = 1.0;
    s_6 = raw_1;
    float _e8 = slope;
    return _e8;
}

vec2 unpack_word(uint w) {
    return vec2(uintBitsToFloat((w << 16u)), uintBitsToFloat((w & 4294901760u)));
}

vec4 load_q4_(uint base, uint d) {
    if ((d >= QK_DIM)) {
        return vec4(0.0);
    }
    uvec2 w_5 = _group_0_binding_1_cs[((base + d) >> 2u)];
    vec2 _e13 = unpack_word(w_5.x);
    vec2 _e15 = unpack_word(w_5.y);
    return vec4(_e13, _e15);
}

vec4 load_k4_(uint base_1, uint d_1) {
    if ((d_1 >= QK_DIM)) {
        return vec4(0.0);
    }
    uvec2 w_6 = _group_0_binding_2_cs[((base_1 + d_1) >> 2u)];
    vec2 _e13 = unpack_word(w_6.x);
    vec2 _e15 = unpack_word(w_6.y);
    return vec4(_e13, _e15);
}

uint bf16_bits(float x_3) {
    uint u = floatBitsToUint(x_3);
    uint rounded = (((u + 32767u) + ((u >> 16u) & 1u)) >> 16u);
    uint quiet = ((u >> 16u) | 64u);
    return (((u & 2147483647u) > 2139095040u) ? quiet : rounded);
}

uint pack_word(vec2 v) {
    uint _e2 = bf16_bits(v.x);
    uint _e4 = bf16_bits(v.y);
    return (_e2 | (_e4 << 16u));
}

vec4 load_v4_(uint base_2, uint d_2) {
    if ((d_2 >= V_DIM)) {
        return vec4(0.0);
    }
    uvec2 w_7 = _group_0_binding_3_cs[((base_2 + d_2) >> 2u)];
    vec2 _e13 = unpack_word(w_7.x);
    vec2 _e15 = unpack_word(w_7.y);
    return vec4(_e13, _e15);
}

vec4 load_grad_o4_(uint base_3, uint d_3) {
    if ((d_3 >= V_DIM)) {
        return vec4(0.0);
    }
    uvec2 w_8 = _group_0_binding_4_cs[((base_3 + d_3) >> 2u)];
    vec2 _e13 = unpack_word(w_8.x);
    vec2 _e15 = unpack_word(w_8.y);
    return vec4(_e13, _e15);
}

bvec4 nonfinite(vec4 v_1) {
    uvec4 exponent = uvec4(2139095040u);
    return equal((floatBitsToUint(v_1) & exponent), exponent);
}

bool any_nonfinite(vec4 v_2) {
    bvec4 _e1 = nonfinite(v_2);
    return any(_e1);
}

float exp_kept(float x_4) {
    bool _e2 = is_nan(x_4);
    return (_e2 ? x_4 : exp(x_4));
}

vec4 exp_kept4_(vec4 x_5) {
    bvec4 nan = greaterThan((floatBitsToUint(x_5) & uvec4(2147483647u)), uvec4(2139095040u));
    return mix(exp(x_5), x_5, nan);
}

bool row_seen(float sum) {
    bool local_1 = false;
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_1 = _e6;
    } else {
        local_1 = true;
    }
    bool _e8 = local_1;
    return _e8;
}

vec2 log_parts(float top, float sum_1) {
    float _e4 = _group_0_binding_0_cs.neg_inf;
    vec2 seen = ((sum_1 > 0.0) ? vec2(top, log(sum_1)) : vec2(_e4, 0.0));
    bool _e14 = is_nan(sum_1);
    return (_e14 ? vec2(sum_1, 0.0) : seen);
}

float log_sum(float top_1, float sum_2) {
    vec2 _e2 = log_parts(top_1, sum_2);
    return (_e2.x + _e2.y);
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uvec2 key_range(uint i_6, int offset, uint kv_count_2) {
    int lo = 0;
    int hi = 0;
    int p = (int(i_6) + offset);
    int end = int(kv_count_2);
    hi = end;
    int _e11 = _group_0_binding_0_cs.window_left;
    if ((_e11 >= 0)) {
        int _e16 = _group_0_binding_0_cs.window_left;
        lo = min(max((p - _e16), 0), end);
    }
    int _e22 = _group_0_binding_0_cs.window_right;
    if ((_e22 >= 0)) {
        int _e27 = _group_0_binding_0_cs.window_right;
        hi = min(max(((p + _e27) + 1), 0), end);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return uvec2(uint(_e33), uint(max(_e35, _e36)));
}

uint q_start(uint b_8) {
    return 0u;
}

uint kv_start(uint b_9) {
    return 0u;
}

vec4 scale_q(vec4 x_6) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (x_6 * _e3);
}

float scale_pair(float s_7) {
    return s_7;
}

vec4 scale_pairs(vec4 s_8) {
    return s_8;
}

float pair_onto(float s_9, vec4 x_7, vec4 k, uint h_6, uint d_4) {
    return fma(x_7.w, k.w, fma(x_7.z, k.z, fma(x_7.y, k.y, fma(x_7.x, k.x, s_9))));
}

float pair(vec4 x_8, vec4 k_1, uint h_7, uint d_5) {
    return dot(x_8, k_1);
}

bool pairs_listed(Owned o, uint h_8, uvec2 rows, uvec2 keys) {
    return true;
}

uvec2 query_range(uvec2 keys_1, int offset_1, uint q_len) {
    int lo_1 = 0;
    int hi_1 = 0;
    int end_1 = int(q_len);
    hi_1 = end_1;
    int _e9 = _group_0_binding_0_cs.window_right;
    if ((_e9 >= 0)) {
        int _e16 = _group_0_binding_0_cs.window_right;
        lo_1 = min(max(((int(keys_1.x) - _e16) - offset_1), 0), end_1);
    }
    int _e23 = _group_0_binding_0_cs.window_left;
    if ((_e23 >= 0)) {
        int _e30 = _group_0_binding_0_cs.window_left;
        hi_1 = min(max(((int(keys_1.y) + _e30) - offset_1), 0), end_1);
    }
    int _e35 = lo_1;
    int _e37 = lo_1;
    int _e38 = hi_1;
    return uvec2(uint(_e35), uint(max(_e37, _e38)));
}

uvec2 met(Owned o_1, uvec2 span) {
    if ((span.x >= span.y)) {
        return uvec2(0u);
    }
    if (OWNS_KEYS) {
        uvec2 _e10 = query_range(span, o_1.offset, o_1.q_len);
        return _e10;
    }
    uvec2 _e14 = key_range(span.x, o_1.offset, o_1.kv_len);
    uvec2 _e21 = key_range((span.y - 1u), o_1.offset, o_1.kv_len);
    return uvec2(_e14.x, _e21.y);
}

Owned owned_at(uint b_10, uint head, uint place) {
    Owned o_2 = Owned(0u, 0u, 0u, uvec2(0u), 0u, 0u, 0, uvec2(0u));
    uint _e3 = q_count_1(b_10);
    uint _e4 = kv_count_1(b_10);
    int _e5 = align_offset(_e3, _e4);
    uint _e8 = _group_0_binding_0_cs.kv_len;
    uint count_2 = (OWNS_KEYS ? (RAGGED ? _e4 : _e8) : _e3);
    uint first_1 = min((place * BLOCK_OWN), count_2);
    uvec2 span_1 = uvec2(first_1, min((first_1 + BLOCK_OWN), count_2));
    uint _e22 = _group_0_binding_0_cs.group;
    o_2 = Owned(b_10, head, (OWNS_KEYS ? head : (head / _e22)), span_1, _e3, _e4, _e5, uvec2(0u));
    Owned _e31 = o_2;
    uvec2 _e32 = met(_e31, span_1);
    o_2.others = _e32;
    Owned _e33 = o_2;
    return _e33;
}

Owned owned(uint group) {
    uint _e3 = _group_0_binding_0_cs.q_tiles;
    uint id_1 = (group / _e3);
    uint _e7 = _group_0_binding_0_cs.q_tiles;
    uint tile_1 = (group % _e7);
    uint _e11 = _group_0_binding_0_cs.q_tiles;
    uint place_1 = (OWNS_KEYS ? tile_1 : ((_e11 - 1u) - tile_1));
    uint _e19 = _group_0_binding_0_cs.batch_base;
    uint _e22 = _group_0_binding_0_cs.packs;
    uint _e27 = _group_0_binding_0_cs.head_base;
    uint _e30 = _group_0_binding_0_cs.packs;
    Owned _e33 = owned_at((_e19 + (id_1 / _e22)), (_e27 + (id_1 % _e30)), place_1);
    return _e33;
}

uint query_at(Owned o_3, uint h_9, uint i_7) {
    uint _e5 = _group_0_binding_0_cs.q_offset;
    uint _e9 = _group_0_binding_0_cs.q_batch;
    uint _e14 = _group_0_binding_0_cs.q_head;
    uint _e18 = q_start(o_3.b);
    uint _e22 = _group_0_binding_0_cs.q_row;
    return (((_e5 + (o_3.b * _e9)) + (h_9 * _e14)) + ((_e18 + i_7) * _e22));
}

uint key_at(Owned o_4, uint j_6) {
    uint _e4 = _group_0_binding_0_cs.k_offset;
    uint _e8 = _group_0_binding_0_cs.k_batch;
    uint _e14 = _group_0_binding_0_cs.k_head;
    uint _e18 = kv_start(o_4.b);
    uint _e22 = _group_0_binding_0_cs.k_row;
    return (((_e4 + (o_4.b * _e8)) + (o_4.kv_head * _e14)) + ((_e18 + j_6) * _e22));
}

uint value_at(Owned o_5, uint j_7) {
    uint _e4 = _group_0_binding_0_cs.v_offset;
    uint _e8 = _group_0_binding_0_cs.v_batch;
    uint _e14 = _group_0_binding_0_cs.v_head;
    uint _e18 = kv_start(o_5.b);
    uint _e22 = _group_0_binding_0_cs.v_row;
    return (((_e4 + (o_5.b * _e8)) + (o_5.kv_head * _e14)) + ((_e18 + j_7) * _e22));
}

uint grad_at(Owned o_6, uint h_10, uint i_8) {
    uint _e5 = _group_0_binding_0_cs.grad_offset;
    uint _e9 = _group_0_binding_0_cs.grad_batch;
    uint _e14 = _group_0_binding_0_cs.grad_head;
    uint _e18 = q_start(o_6.b);
    uint _e22 = _group_0_binding_0_cs.grad_row;
    return (((_e5 + (o_6.b * _e9)) + (h_10 * _e14)) + ((_e18 + i_8) * _e22));
}

uint stats_at(Owned o_7, uint h_11, uint i_9) {
    uint _e6 = _group_0_binding_0_cs.lse_batch;
    uint _e10 = _group_0_binding_0_cs.lse_head;
    uint _e14 = q_start(o_7.b);
    return ((((o_7.b * _e6) + (h_11 * _e10)) + _e14) + i_9);
}

uint result_at(Owned o_8, uint n) {
    uint _e4 = _group_0_binding_0_cs.o_offset;
    uint _e8 = _group_0_binding_0_cs.o_batch;
    uint _e14 = _group_0_binding_0_cs.o_head;
    uint _e18 = q_start(o_8.b);
    uint _e20 = kv_start(o_8.b);
    uint _e26 = _group_0_binding_0_cs.o_row;
    return (((_e4 + (o_8.b * _e8)) + (o_8.head * _e14)) + (((OWNS_KEYS ? _e20 : _e18) + n) * _e26));
}

vec4 finish(vec4 sum_3) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (OWNS_KEYS ? sum_3 : (sum_3 * _e3));
}

uvec2 heads_of(Owned o_9) {
    uint _e13 = _group_0_binding_0_cs.group;
    return (OWNS_KEYS ? (uvec2(o_9.head, (o_9.head + 1u)) * _e13) : uvec2(o_9.head, (o_9.head + 1u)));
}

Pairs pairs_of(Owned o_10, uint first) {
    uvec2 others = uvec2(first, min((first + BLOCK), o_10.others.y));
    if (OWNS_KEYS) {
        return Pairs(others, o_10.span);
    }
    return Pairs(o_10.span, others);
}

bool hides_some(Owned o_11, Pairs pairs) {
    bool local_2 = false;
    bool local_3 = false;
    bool local_4 = false;
    bool local_5 = false;
    uvec2 _e6 = key_range(pairs.rows.x, o_11.offset, o_11.kv_len);
    uvec2 _e13 = key_range((pairs.rows.y - 1u), o_11.offset, o_11.kv_len);
    uvec2 sizes = uvec2(32u, 32u);
    if (((pairs.rows.y - pairs.rows.x) == sizes.x)) {
        local_2 = ((pairs.keys.y - pairs.keys.x) == sizes.y);
    } else {
        local_2 = false;
    }
    bool full = local_2;
    if (false) {
        local_3 = !(full);
    } else {
        local_3 = true;
    }
    bool _e40 = local_3;
    if (!(_e40)) {
        local_4 = (pairs.keys.x < _e13.x);
    } else {
        local_4 = true;
    }
    bool _e49 = local_4;
    if (!(_e49)) {
        local_5 = (pairs.keys.y > _e6.y);
    } else {
        local_5 = true;
    }
    bool _e58 = local_5;
    return _e58;
}

float visible_score(Owned o_12, uint h_12, uint i_10, uint j_8, float s_10) {
    bool local_6 = false;
    bool local_7 = false;
    bool local_8 = false;
    uvec2 _e7 = key_range(i_10, o_12.offset, o_12.kv_len);
    if (!((i_10 >= o_12.q_len))) {
        local_6 = (j_8 < _e7.x);
    } else {
        local_6 = true;
    }
    bool _e16 = local_6;
    if (!(_e16)) {
        local_7 = (j_8 >= _e7.y);
    } else {
        local_7 = true;
    }
    bool _e23 = local_7;
    if (_e23) {
        return MASKED;
    }
    float _e26 = edit_score(s_10, o_12.b, h_12, i_10, j_8);
    if ((_e26 != MASKED)) {
        local_8 = (_e26 < LOWEST_VISIBLE);
    } else {
        local_8 = false;
    }
    bool _e35 = local_8;
    return (_e35 ? LOWEST_VISIBLE : _e26);
}

float pair_weight(Owned o_13, uint h_13, uint i_11, uint j_9, float product, float by_value, vec4 row, bool hides) {
    float s_11 = 0.0;
    float _e8 = scale_pair(product);
    s_11 = _e8;
    float _e10 = s_11;
    uint _e18 = _group_0_binding_0_cs.kv_len;
    float _e22 = score_slope(_e10, o_13.b, h_13, min(i_11, (o_13.q_len - 1u)), min(j_9, (_e18 - 1u)));
    if (hides) {
        float _e23 = s_11;
        float _e24 = visible_score(o_13, h_13, i_11, j_9, _e23);
        s_11 = _e24;
    }
    float _e25 = s_11;
    float _e30 = exp_kept(((_e25 - row.x) - row.y));
    float by_product = ((_e30 * (by_value - row.z)) * _e22);
    float _e37 = s_11;
    return ((_e37 == MASKED) ? 0.0 : (OF_VALUES ? _e30 : by_product));
}

vec4 own_score(Owned o_14, uint h_14, uint n_1, uint d_6) {
    uint _e4 = query_at(o_14, h_14, n_1);
    vec4 _e5 = load_q4_(_e4, d_6);
    vec4 _e6 = scale_q(_e5);
    return _e6;
}

vec4 own_value(Owned o_15, uint h_15, uint n_2, uint d_7) {
    uint _e4 = grad_at(o_15, h_15, n_2);
    vec4 _e5 = load_grad_o4_(_e4, d_7);
    return _e5;
}

vec4 other_score(Owned o_16, uint h_16, uint n_3, uint d_8) {
    uint _e4 = key_at(o_16, n_3);
    vec4 _e5 = load_k4_(_e4, d_8);
    return _e5;
}

vec4 other_value(Owned o_17, uint h_17, uint n_4, uint d_9) {
    uint _e4 = value_at(o_17, n_4);
    vec4 _e5 = load_v4_(_e4, d_9);
    return _e5;
}

void add_products(inout vec4 sums[4], uint tid) {
    {
        {
            vec4 x_13 = other_tile[((0u + (tid % SIDE)) + 0u)];
            {
                float _e17 = sums[0].x;
                vec4 _e27 = own_tile[((0u + ((tid / SIDE) * 4u)) + 0u)];
                float _e29 = pair_onto(_e17, _e27, x_13, 0u, 0u);
                sums[0].x = _e29;
            }
            {
                float _e35 = sums[0].y;
                vec4 _e45 = own_tile[((0u + ((tid / SIDE) * 4u)) + 1u)];
                float _e47 = pair_onto(_e35, _e45, x_13, 0u, 0u);
                sums[0].y = _e47;
            }
            {
                float _e53 = sums[0].z;
                vec4 _e63 = own_tile[((0u + ((tid / SIDE) * 4u)) + 2u)];
                float _e65 = pair_onto(_e53, _e63, x_13, 0u, 0u);
                sums[0].z = _e65;
            }
            {
                float _e71 = sums[0].w;
                vec4 _e81 = own_tile[((0u + ((tid / SIDE) * 4u)) + 3u)];
                float _e83 = pair_onto(_e71, _e81, x_13, 0u, 0u);
                sums[0].w = _e83;
            }
        }
        {
            vec4 x_14 = other_tile[((0u + (tid % SIDE)) + 8u)];
            {
                float _e98 = sums[1].x;
                vec4 _e108 = own_tile[((0u + ((tid / SIDE) * 4u)) + 0u)];
                float _e110 = pair_onto(_e98, _e108, x_14, 0u, 0u);
                sums[1].x = _e110;
            }
            {
                float _e116 = sums[1].y;
                vec4 _e126 = own_tile[((0u + ((tid / SIDE) * 4u)) + 1u)];
                float _e128 = pair_onto(_e116, _e126, x_14, 0u, 0u);
                sums[1].y = _e128;
            }
            {
                float _e134 = sums[1].z;
                vec4 _e144 = own_tile[((0u + ((tid / SIDE) * 4u)) + 2u)];
                float _e146 = pair_onto(_e134, _e144, x_14, 0u, 0u);
                sums[1].z = _e146;
            }
            {
                float _e152 = sums[1].w;
                vec4 _e162 = own_tile[((0u + ((tid / SIDE) * 4u)) + 3u)];
                float _e164 = pair_onto(_e152, _e162, x_14, 0u, 0u);
                sums[1].w = _e164;
            }
        }
        {
            vec4 x_15 = other_tile[((0u + (tid % SIDE)) + 16u)];
            {
                float _e179 = sums[2].x;
                vec4 _e189 = own_tile[((0u + ((tid / SIDE) * 4u)) + 0u)];
                float _e191 = pair_onto(_e179, _e189, x_15, 0u, 0u);
                sums[2].x = _e191;
            }
            {
                float _e197 = sums[2].y;
                vec4 _e207 = own_tile[((0u + ((tid / SIDE) * 4u)) + 1u)];
                float _e209 = pair_onto(_e197, _e207, x_15, 0u, 0u);
                sums[2].y = _e209;
            }
            {
                float _e215 = sums[2].z;
                vec4 _e225 = own_tile[((0u + ((tid / SIDE) * 4u)) + 2u)];
                float _e227 = pair_onto(_e215, _e225, x_15, 0u, 0u);
                sums[2].z = _e227;
            }
            {
                float _e233 = sums[2].w;
                vec4 _e243 = own_tile[((0u + ((tid / SIDE) * 4u)) + 3u)];
                float _e245 = pair_onto(_e233, _e243, x_15, 0u, 0u);
                sums[2].w = _e245;
            }
        }
        {
            vec4 x_16 = other_tile[((0u + (tid % SIDE)) + 24u)];
            {
                float _e260 = sums[3].x;
                vec4 _e270 = own_tile[((0u + ((tid / SIDE) * 4u)) + 0u)];
                float _e272 = pair_onto(_e260, _e270, x_16, 0u, 0u);
                sums[3].x = _e272;
            }
            {
                float _e278 = sums[3].y;
                vec4 _e288 = own_tile[((0u + ((tid / SIDE) * 4u)) + 1u)];
                float _e290 = pair_onto(_e278, _e288, x_16, 0u, 0u);
                sums[3].y = _e290;
            }
            {
                float _e296 = sums[3].z;
                vec4 _e306 = own_tile[((0u + ((tid / SIDE) * 4u)) + 2u)];
                float _e308 = pair_onto(_e296, _e306, x_16, 0u, 0u);
                sums[3].z = _e308;
            }
            {
                float _e314 = sums[3].w;
                vec4 _e324 = own_tile[((0u + ((tid / SIDE) * 4u)) + 3u)];
                float _e326 = pair_onto(_e314, _e324, x_16, 0u, 0u);
                sums[3].w = _e326;
            }
        }
    }
    {
        {
            vec4 x_17 = other_tile[((32u + (tid % SIDE)) + 0u)];
            {
                float _e342 = sums[0].x;
                vec4 _e352 = own_tile[((32u + ((tid / SIDE) * 4u)) + 0u)];
                float _e354 = pair_onto(_e342, _e352, x_17, 0u, 1u);
                sums[0].x = _e354;
            }
            {
                float _e360 = sums[0].y;
                vec4 _e370 = own_tile[((32u + ((tid / SIDE) * 4u)) + 1u)];
                float _e372 = pair_onto(_e360, _e370, x_17, 0u, 1u);
                sums[0].y = _e372;
            }
            {
                float _e378 = sums[0].z;
                vec4 _e388 = own_tile[((32u + ((tid / SIDE) * 4u)) + 2u)];
                float _e390 = pair_onto(_e378, _e388, x_17, 0u, 1u);
                sums[0].z = _e390;
            }
            {
                float _e396 = sums[0].w;
                vec4 _e406 = own_tile[((32u + ((tid / SIDE) * 4u)) + 3u)];
                float _e408 = pair_onto(_e396, _e406, x_17, 0u, 1u);
                sums[0].w = _e408;
            }
        }
        {
            vec4 x_18 = other_tile[((32u + (tid % SIDE)) + 8u)];
            {
                float _e423 = sums[1].x;
                vec4 _e433 = own_tile[((32u + ((tid / SIDE) * 4u)) + 0u)];
                float _e435 = pair_onto(_e423, _e433, x_18, 0u, 1u);
                sums[1].x = _e435;
            }
            {
                float _e441 = sums[1].y;
                vec4 _e451 = own_tile[((32u + ((tid / SIDE) * 4u)) + 1u)];
                float _e453 = pair_onto(_e441, _e451, x_18, 0u, 1u);
                sums[1].y = _e453;
            }
            {
                float _e459 = sums[1].z;
                vec4 _e469 = own_tile[((32u + ((tid / SIDE) * 4u)) + 2u)];
                float _e471 = pair_onto(_e459, _e469, x_18, 0u, 1u);
                sums[1].z = _e471;
            }
            {
                float _e477 = sums[1].w;
                vec4 _e487 = own_tile[((32u + ((tid / SIDE) * 4u)) + 3u)];
                float _e489 = pair_onto(_e477, _e487, x_18, 0u, 1u);
                sums[1].w = _e489;
            }
        }
        {
            vec4 x_19 = other_tile[((32u + (tid % SIDE)) + 16u)];
            {
                float _e504 = sums[2].x;
                vec4 _e514 = own_tile[((32u + ((tid / SIDE) * 4u)) + 0u)];
                float _e516 = pair_onto(_e504, _e514, x_19, 0u, 1u);
                sums[2].x = _e516;
            }
            {
                float _e522 = sums[2].y;
                vec4 _e532 = own_tile[((32u + ((tid / SIDE) * 4u)) + 1u)];
                float _e534 = pair_onto(_e522, _e532, x_19, 0u, 1u);
                sums[2].y = _e534;
            }
            {
                float _e540 = sums[2].z;
                vec4 _e550 = own_tile[((32u + ((tid / SIDE) * 4u)) + 2u)];
                float _e552 = pair_onto(_e540, _e550, x_19, 0u, 1u);
                sums[2].z = _e552;
            }
            {
                float _e558 = sums[2].w;
                vec4 _e568 = own_tile[((32u + ((tid / SIDE) * 4u)) + 3u)];
                float _e570 = pair_onto(_e558, _e568, x_19, 0u, 1u);
                sums[2].w = _e570;
            }
        }
        {
            vec4 x_20 = other_tile[((32u + (tid % SIDE)) + 24u)];
            {
                float _e585 = sums[3].x;
                vec4 _e595 = own_tile[((32u + ((tid / SIDE) * 4u)) + 0u)];
                float _e597 = pair_onto(_e585, _e595, x_20, 0u, 1u);
                sums[3].x = _e597;
            }
            {
                float _e603 = sums[3].y;
                vec4 _e613 = own_tile[((32u + ((tid / SIDE) * 4u)) + 1u)];
                float _e615 = pair_onto(_e603, _e613, x_20, 0u, 1u);
                sums[3].y = _e615;
            }
            {
                float _e621 = sums[3].z;
                vec4 _e631 = own_tile[((32u + ((tid / SIDE) * 4u)) + 2u)];
                float _e633 = pair_onto(_e621, _e631, x_20, 0u, 1u);
                sums[3].z = _e633;
            }
            {
                float _e639 = sums[3].w;
                vec4 _e649 = own_tile[((32u + ((tid / SIDE) * 4u)) + 3u)];
                float _e651 = pair_onto(_e639, _e649, x_20, 0u, 1u);
                sums[3].w = _e651;
            }
        }
    }
    {
        {
            vec4 x_21 = other_tile[((64u + (tid % SIDE)) + 0u)];
            {
                float _e667 = sums[0].x;
                vec4 _e677 = own_tile[((64u + ((tid / SIDE) * 4u)) + 0u)];
                float _e679 = pair_onto(_e667, _e677, x_21, 0u, 2u);
                sums[0].x = _e679;
            }
            {
                float _e685 = sums[0].y;
                vec4 _e695 = own_tile[((64u + ((tid / SIDE) * 4u)) + 1u)];
                float _e697 = pair_onto(_e685, _e695, x_21, 0u, 2u);
                sums[0].y = _e697;
            }
            {
                float _e703 = sums[0].z;
                vec4 _e713 = own_tile[((64u + ((tid / SIDE) * 4u)) + 2u)];
                float _e715 = pair_onto(_e703, _e713, x_21, 0u, 2u);
                sums[0].z = _e715;
            }
            {
                float _e721 = sums[0].w;
                vec4 _e731 = own_tile[((64u + ((tid / SIDE) * 4u)) + 3u)];
                float _e733 = pair_onto(_e721, _e731, x_21, 0u, 2u);
                sums[0].w = _e733;
            }
        }
        {
            vec4 x_22 = other_tile[((64u + (tid % SIDE)) + 8u)];
            {
                float _e748 = sums[1].x;
                vec4 _e758 = own_tile[((64u + ((tid / SIDE) * 4u)) + 0u)];
                float _e760 = pair_onto(_e748, _e758, x_22, 0u, 2u);
                sums[1].x = _e760;
            }
            {
                float _e766 = sums[1].y;
                vec4 _e776 = own_tile[((64u + ((tid / SIDE) * 4u)) + 1u)];
                float _e778 = pair_onto(_e766, _e776, x_22, 0u, 2u);
                sums[1].y = _e778;
            }
            {
                float _e784 = sums[1].z;
                vec4 _e794 = own_tile[((64u + ((tid / SIDE) * 4u)) + 2u)];
                float _e796 = pair_onto(_e784, _e794, x_22, 0u, 2u);
                sums[1].z = _e796;
            }
            {
                float _e802 = sums[1].w;
                vec4 _e812 = own_tile[((64u + ((tid / SIDE) * 4u)) + 3u)];
                float _e814 = pair_onto(_e802, _e812, x_22, 0u, 2u);
                sums[1].w = _e814;
            }
        }
        {
            vec4 x_23 = other_tile[((64u + (tid % SIDE)) + 16u)];
            {
                float _e829 = sums[2].x;
                vec4 _e839 = own_tile[((64u + ((tid / SIDE) * 4u)) + 0u)];
                float _e841 = pair_onto(_e829, _e839, x_23, 0u, 2u);
                sums[2].x = _e841;
            }
            {
                float _e847 = sums[2].y;
                vec4 _e857 = own_tile[((64u + ((tid / SIDE) * 4u)) + 1u)];
                float _e859 = pair_onto(_e847, _e857, x_23, 0u, 2u);
                sums[2].y = _e859;
            }
            {
                float _e865 = sums[2].z;
                vec4 _e875 = own_tile[((64u + ((tid / SIDE) * 4u)) + 2u)];
                float _e877 = pair_onto(_e865, _e875, x_23, 0u, 2u);
                sums[2].z = _e877;
            }
            {
                float _e883 = sums[2].w;
                vec4 _e893 = own_tile[((64u + ((tid / SIDE) * 4u)) + 3u)];
                float _e895 = pair_onto(_e883, _e893, x_23, 0u, 2u);
                sums[2].w = _e895;
            }
        }
        {
            vec4 x_24 = other_tile[((64u + (tid % SIDE)) + 24u)];
            {
                float _e910 = sums[3].x;
                vec4 _e920 = own_tile[((64u + ((tid / SIDE) * 4u)) + 0u)];
                float _e922 = pair_onto(_e910, _e920, x_24, 0u, 2u);
                sums[3].x = _e922;
            }
            {
                float _e928 = sums[3].y;
                vec4 _e938 = own_tile[((64u + ((tid / SIDE) * 4u)) + 1u)];
                float _e940 = pair_onto(_e928, _e938, x_24, 0u, 2u);
                sums[3].y = _e940;
            }
            {
                float _e946 = sums[3].z;
                vec4 _e956 = own_tile[((64u + ((tid / SIDE) * 4u)) + 2u)];
                float _e958 = pair_onto(_e946, _e956, x_24, 0u, 2u);
                sums[3].z = _e958;
            }
            {
                float _e964 = sums[3].w;
                vec4 _e974 = own_tile[((64u + ((tid / SIDE) * 4u)) + 3u)];
                float _e976 = pair_onto(_e964, _e974, x_24, 0u, 2u);
                sums[3].w = _e976;
            }
        }
    }
    {
        {
            vec4 x_25 = other_tile[((96u + (tid % SIDE)) + 0u)];
            {
                float _e992 = sums[0].x;
                vec4 _e1002 = own_tile[((96u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1004 = pair_onto(_e992, _e1002, x_25, 0u, 3u);
                sums[0].x = _e1004;
            }
            {
                float _e1010 = sums[0].y;
                vec4 _e1020 = own_tile[((96u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1022 = pair_onto(_e1010, _e1020, x_25, 0u, 3u);
                sums[0].y = _e1022;
            }
            {
                float _e1028 = sums[0].z;
                vec4 _e1038 = own_tile[((96u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1040 = pair_onto(_e1028, _e1038, x_25, 0u, 3u);
                sums[0].z = _e1040;
            }
            {
                float _e1046 = sums[0].w;
                vec4 _e1056 = own_tile[((96u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1058 = pair_onto(_e1046, _e1056, x_25, 0u, 3u);
                sums[0].w = _e1058;
            }
        }
        {
            vec4 x_26 = other_tile[((96u + (tid % SIDE)) + 8u)];
            {
                float _e1073 = sums[1].x;
                vec4 _e1083 = own_tile[((96u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1085 = pair_onto(_e1073, _e1083, x_26, 0u, 3u);
                sums[1].x = _e1085;
            }
            {
                float _e1091 = sums[1].y;
                vec4 _e1101 = own_tile[((96u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1103 = pair_onto(_e1091, _e1101, x_26, 0u, 3u);
                sums[1].y = _e1103;
            }
            {
                float _e1109 = sums[1].z;
                vec4 _e1119 = own_tile[((96u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1121 = pair_onto(_e1109, _e1119, x_26, 0u, 3u);
                sums[1].z = _e1121;
            }
            {
                float _e1127 = sums[1].w;
                vec4 _e1137 = own_tile[((96u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1139 = pair_onto(_e1127, _e1137, x_26, 0u, 3u);
                sums[1].w = _e1139;
            }
        }
        {
            vec4 x_27 = other_tile[((96u + (tid % SIDE)) + 16u)];
            {
                float _e1154 = sums[2].x;
                vec4 _e1164 = own_tile[((96u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1166 = pair_onto(_e1154, _e1164, x_27, 0u, 3u);
                sums[2].x = _e1166;
            }
            {
                float _e1172 = sums[2].y;
                vec4 _e1182 = own_tile[((96u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1184 = pair_onto(_e1172, _e1182, x_27, 0u, 3u);
                sums[2].y = _e1184;
            }
            {
                float _e1190 = sums[2].z;
                vec4 _e1200 = own_tile[((96u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1202 = pair_onto(_e1190, _e1200, x_27, 0u, 3u);
                sums[2].z = _e1202;
            }
            {
                float _e1208 = sums[2].w;
                vec4 _e1218 = own_tile[((96u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1220 = pair_onto(_e1208, _e1218, x_27, 0u, 3u);
                sums[2].w = _e1220;
            }
        }
        {
            vec4 x_28 = other_tile[((96u + (tid % SIDE)) + 24u)];
            {
                float _e1235 = sums[3].x;
                vec4 _e1245 = own_tile[((96u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1247 = pair_onto(_e1235, _e1245, x_28, 0u, 3u);
                sums[3].x = _e1247;
            }
            {
                float _e1253 = sums[3].y;
                vec4 _e1263 = own_tile[((96u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1265 = pair_onto(_e1253, _e1263, x_28, 0u, 3u);
                sums[3].y = _e1265;
            }
            {
                float _e1271 = sums[3].z;
                vec4 _e1281 = own_tile[((96u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1283 = pair_onto(_e1271, _e1281, x_28, 0u, 3u);
                sums[3].z = _e1283;
            }
            {
                float _e1289 = sums[3].w;
                vec4 _e1299 = own_tile[((96u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1301 = pair_onto(_e1289, _e1299, x_28, 0u, 3u);
                sums[3].w = _e1301;
            }
        }
    }
    {
        {
            vec4 x_29 = other_tile[((128u + (tid % SIDE)) + 0u)];
            {
                float _e1317 = sums[0].x;
                vec4 _e1327 = own_tile[((128u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1329 = pair_onto(_e1317, _e1327, x_29, 0u, 4u);
                sums[0].x = _e1329;
            }
            {
                float _e1335 = sums[0].y;
                vec4 _e1345 = own_tile[((128u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1347 = pair_onto(_e1335, _e1345, x_29, 0u, 4u);
                sums[0].y = _e1347;
            }
            {
                float _e1353 = sums[0].z;
                vec4 _e1363 = own_tile[((128u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1365 = pair_onto(_e1353, _e1363, x_29, 0u, 4u);
                sums[0].z = _e1365;
            }
            {
                float _e1371 = sums[0].w;
                vec4 _e1381 = own_tile[((128u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1383 = pair_onto(_e1371, _e1381, x_29, 0u, 4u);
                sums[0].w = _e1383;
            }
        }
        {
            vec4 x_30 = other_tile[((128u + (tid % SIDE)) + 8u)];
            {
                float _e1398 = sums[1].x;
                vec4 _e1408 = own_tile[((128u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1410 = pair_onto(_e1398, _e1408, x_30, 0u, 4u);
                sums[1].x = _e1410;
            }
            {
                float _e1416 = sums[1].y;
                vec4 _e1426 = own_tile[((128u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1428 = pair_onto(_e1416, _e1426, x_30, 0u, 4u);
                sums[1].y = _e1428;
            }
            {
                float _e1434 = sums[1].z;
                vec4 _e1444 = own_tile[((128u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1446 = pair_onto(_e1434, _e1444, x_30, 0u, 4u);
                sums[1].z = _e1446;
            }
            {
                float _e1452 = sums[1].w;
                vec4 _e1462 = own_tile[((128u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1464 = pair_onto(_e1452, _e1462, x_30, 0u, 4u);
                sums[1].w = _e1464;
            }
        }
        {
            vec4 x_31 = other_tile[((128u + (tid % SIDE)) + 16u)];
            {
                float _e1479 = sums[2].x;
                vec4 _e1489 = own_tile[((128u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1491 = pair_onto(_e1479, _e1489, x_31, 0u, 4u);
                sums[2].x = _e1491;
            }
            {
                float _e1497 = sums[2].y;
                vec4 _e1507 = own_tile[((128u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1509 = pair_onto(_e1497, _e1507, x_31, 0u, 4u);
                sums[2].y = _e1509;
            }
            {
                float _e1515 = sums[2].z;
                vec4 _e1525 = own_tile[((128u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1527 = pair_onto(_e1515, _e1525, x_31, 0u, 4u);
                sums[2].z = _e1527;
            }
            {
                float _e1533 = sums[2].w;
                vec4 _e1543 = own_tile[((128u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1545 = pair_onto(_e1533, _e1543, x_31, 0u, 4u);
                sums[2].w = _e1545;
            }
        }
        {
            vec4 x_32 = other_tile[((128u + (tid % SIDE)) + 24u)];
            {
                float _e1560 = sums[3].x;
                vec4 _e1570 = own_tile[((128u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1572 = pair_onto(_e1560, _e1570, x_32, 0u, 4u);
                sums[3].x = _e1572;
            }
            {
                float _e1578 = sums[3].y;
                vec4 _e1588 = own_tile[((128u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1590 = pair_onto(_e1578, _e1588, x_32, 0u, 4u);
                sums[3].y = _e1590;
            }
            {
                float _e1596 = sums[3].z;
                vec4 _e1606 = own_tile[((128u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1608 = pair_onto(_e1596, _e1606, x_32, 0u, 4u);
                sums[3].z = _e1608;
            }
            {
                float _e1614 = sums[3].w;
                vec4 _e1624 = own_tile[((128u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1626 = pair_onto(_e1614, _e1624, x_32, 0u, 4u);
                sums[3].w = _e1626;
            }
        }
    }
    {
        {
            vec4 x_33 = other_tile[((160u + (tid % SIDE)) + 0u)];
            {
                float _e1642 = sums[0].x;
                vec4 _e1652 = own_tile[((160u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1654 = pair_onto(_e1642, _e1652, x_33, 0u, 5u);
                sums[0].x = _e1654;
            }
            {
                float _e1660 = sums[0].y;
                vec4 _e1670 = own_tile[((160u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1672 = pair_onto(_e1660, _e1670, x_33, 0u, 5u);
                sums[0].y = _e1672;
            }
            {
                float _e1678 = sums[0].z;
                vec4 _e1688 = own_tile[((160u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1690 = pair_onto(_e1678, _e1688, x_33, 0u, 5u);
                sums[0].z = _e1690;
            }
            {
                float _e1696 = sums[0].w;
                vec4 _e1706 = own_tile[((160u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1708 = pair_onto(_e1696, _e1706, x_33, 0u, 5u);
                sums[0].w = _e1708;
            }
        }
        {
            vec4 x_34 = other_tile[((160u + (tid % SIDE)) + 8u)];
            {
                float _e1723 = sums[1].x;
                vec4 _e1733 = own_tile[((160u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1735 = pair_onto(_e1723, _e1733, x_34, 0u, 5u);
                sums[1].x = _e1735;
            }
            {
                float _e1741 = sums[1].y;
                vec4 _e1751 = own_tile[((160u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1753 = pair_onto(_e1741, _e1751, x_34, 0u, 5u);
                sums[1].y = _e1753;
            }
            {
                float _e1759 = sums[1].z;
                vec4 _e1769 = own_tile[((160u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1771 = pair_onto(_e1759, _e1769, x_34, 0u, 5u);
                sums[1].z = _e1771;
            }
            {
                float _e1777 = sums[1].w;
                vec4 _e1787 = own_tile[((160u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1789 = pair_onto(_e1777, _e1787, x_34, 0u, 5u);
                sums[1].w = _e1789;
            }
        }
        {
            vec4 x_35 = other_tile[((160u + (tid % SIDE)) + 16u)];
            {
                float _e1804 = sums[2].x;
                vec4 _e1814 = own_tile[((160u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1816 = pair_onto(_e1804, _e1814, x_35, 0u, 5u);
                sums[2].x = _e1816;
            }
            {
                float _e1822 = sums[2].y;
                vec4 _e1832 = own_tile[((160u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1834 = pair_onto(_e1822, _e1832, x_35, 0u, 5u);
                sums[2].y = _e1834;
            }
            {
                float _e1840 = sums[2].z;
                vec4 _e1850 = own_tile[((160u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1852 = pair_onto(_e1840, _e1850, x_35, 0u, 5u);
                sums[2].z = _e1852;
            }
            {
                float _e1858 = sums[2].w;
                vec4 _e1868 = own_tile[((160u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1870 = pair_onto(_e1858, _e1868, x_35, 0u, 5u);
                sums[2].w = _e1870;
            }
        }
        {
            vec4 x_36 = other_tile[((160u + (tid % SIDE)) + 24u)];
            {
                float _e1885 = sums[3].x;
                vec4 _e1895 = own_tile[((160u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1897 = pair_onto(_e1885, _e1895, x_36, 0u, 5u);
                sums[3].x = _e1897;
            }
            {
                float _e1903 = sums[3].y;
                vec4 _e1913 = own_tile[((160u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1915 = pair_onto(_e1903, _e1913, x_36, 0u, 5u);
                sums[3].y = _e1915;
            }
            {
                float _e1921 = sums[3].z;
                vec4 _e1931 = own_tile[((160u + ((tid / SIDE) * 4u)) + 2u)];
                float _e1933 = pair_onto(_e1921, _e1931, x_36, 0u, 5u);
                sums[3].z = _e1933;
            }
            {
                float _e1939 = sums[3].w;
                vec4 _e1949 = own_tile[((160u + ((tid / SIDE) * 4u)) + 3u)];
                float _e1951 = pair_onto(_e1939, _e1949, x_36, 0u, 5u);
                sums[3].w = _e1951;
            }
        }
    }
    {
        {
            vec4 x_37 = other_tile[((192u + (tid % SIDE)) + 0u)];
            {
                float _e1967 = sums[0].x;
                vec4 _e1977 = own_tile[((192u + ((tid / SIDE) * 4u)) + 0u)];
                float _e1979 = pair_onto(_e1967, _e1977, x_37, 0u, 6u);
                sums[0].x = _e1979;
            }
            {
                float _e1985 = sums[0].y;
                vec4 _e1995 = own_tile[((192u + ((tid / SIDE) * 4u)) + 1u)];
                float _e1997 = pair_onto(_e1985, _e1995, x_37, 0u, 6u);
                sums[0].y = _e1997;
            }
            {
                float _e2003 = sums[0].z;
                vec4 _e2013 = own_tile[((192u + ((tid / SIDE) * 4u)) + 2u)];
                float _e2015 = pair_onto(_e2003, _e2013, x_37, 0u, 6u);
                sums[0].z = _e2015;
            }
            {
                float _e2021 = sums[0].w;
                vec4 _e2031 = own_tile[((192u + ((tid / SIDE) * 4u)) + 3u)];
                float _e2033 = pair_onto(_e2021, _e2031, x_37, 0u, 6u);
                sums[0].w = _e2033;
            }
        }
        {
            vec4 x_38 = other_tile[((192u + (tid % SIDE)) + 8u)];
            {
                float _e2048 = sums[1].x;
                vec4 _e2058 = own_tile[((192u + ((tid / SIDE) * 4u)) + 0u)];
                float _e2060 = pair_onto(_e2048, _e2058, x_38, 0u, 6u);
                sums[1].x = _e2060;
            }
            {
                float _e2066 = sums[1].y;
                vec4 _e2076 = own_tile[((192u + ((tid / SIDE) * 4u)) + 1u)];
                float _e2078 = pair_onto(_e2066, _e2076, x_38, 0u, 6u);
                sums[1].y = _e2078;
            }
            {
                float _e2084 = sums[1].z;
                vec4 _e2094 = own_tile[((192u + ((tid / SIDE) * 4u)) + 2u)];
                float _e2096 = pair_onto(_e2084, _e2094, x_38, 0u, 6u);
                sums[1].z = _e2096;
            }
            {
                float _e2102 = sums[1].w;
                vec4 _e2112 = own_tile[((192u + ((tid / SIDE) * 4u)) + 3u)];
                float _e2114 = pair_onto(_e2102, _e2112, x_38, 0u, 6u);
                sums[1].w = _e2114;
            }
        }
        {
            vec4 x_39 = other_tile[((192u + (tid % SIDE)) + 16u)];
            {
                float _e2129 = sums[2].x;
                vec4 _e2139 = own_tile[((192u + ((tid / SIDE) * 4u)) + 0u)];
                float _e2141 = pair_onto(_e2129, _e2139, x_39, 0u, 6u);
                sums[2].x = _e2141;
            }
            {
                float _e2147 = sums[2].y;
                vec4 _e2157 = own_tile[((192u + ((tid / SIDE) * 4u)) + 1u)];
                float _e2159 = pair_onto(_e2147, _e2157, x_39, 0u, 6u);
                sums[2].y = _e2159;
            }
            {
                float _e2165 = sums[2].z;
                vec4 _e2175 = own_tile[((192u + ((tid / SIDE) * 4u)) + 2u)];
                float _e2177 = pair_onto(_e2165, _e2175, x_39, 0u, 6u);
                sums[2].z = _e2177;
            }
            {
                float _e2183 = sums[2].w;
                vec4 _e2193 = own_tile[((192u + ((tid / SIDE) * 4u)) + 3u)];
                float _e2195 = pair_onto(_e2183, _e2193, x_39, 0u, 6u);
                sums[2].w = _e2195;
            }
        }
        {
            vec4 x_40 = other_tile[((192u + (tid % SIDE)) + 24u)];
            {
                float _e2210 = sums[3].x;
                vec4 _e2220 = own_tile[((192u + ((tid / SIDE) * 4u)) + 0u)];
                float _e2222 = pair_onto(_e2210, _e2220, x_40, 0u, 6u);
                sums[3].x = _e2222;
            }
            {
                float _e2228 = sums[3].y;
                vec4 _e2238 = own_tile[((192u + ((tid / SIDE) * 4u)) + 1u)];
                float _e2240 = pair_onto(_e2228, _e2238, x_40, 0u, 6u);
                sums[3].y = _e2240;
            }
            {
                float _e2246 = sums[3].z;
                vec4 _e2256 = own_tile[((192u + ((tid / SIDE) * 4u)) + 2u)];
                float _e2258 = pair_onto(_e2246, _e2256, x_40, 0u, 6u);
                sums[3].z = _e2258;
            }
            {
                float _e2264 = sums[3].w;
                vec4 _e2274 = own_tile[((192u + ((tid / SIDE) * 4u)) + 3u)];
                float _e2276 = pair_onto(_e2264, _e2274, x_40, 0u, 6u);
                sums[3].w = _e2276;
            }
        }
    }
    {
        {
            vec4 x_41 = other_tile[((224u + (tid % SIDE)) + 0u)];
            {
                float _e2292 = sums[0].x;
                vec4 _e2302 = own_tile[((224u + ((tid / SIDE) * 4u)) + 0u)];
                float _e2304 = pair_onto(_e2292, _e2302, x_41, 0u, 7u);
                sums[0].x = _e2304;
            }
            {
                float _e2310 = sums[0].y;
                vec4 _e2320 = own_tile[((224u + ((tid / SIDE) * 4u)) + 1u)];
                float _e2322 = pair_onto(_e2310, _e2320, x_41, 0u, 7u);
                sums[0].y = _e2322;
            }
            {
                float _e2328 = sums[0].z;
                vec4 _e2338 = own_tile[((224u + ((tid / SIDE) * 4u)) + 2u)];
                float _e2340 = pair_onto(_e2328, _e2338, x_41, 0u, 7u);
                sums[0].z = _e2340;
            }
            {
                float _e2346 = sums[0].w;
                vec4 _e2356 = own_tile[((224u + ((tid / SIDE) * 4u)) + 3u)];
                float _e2358 = pair_onto(_e2346, _e2356, x_41, 0u, 7u);
                sums[0].w = _e2358;
            }
        }
        {
            vec4 x_42 = other_tile[((224u + (tid % SIDE)) + 8u)];
            {
                float _e2373 = sums[1].x;
                vec4 _e2383 = own_tile[((224u + ((tid / SIDE) * 4u)) + 0u)];
                float _e2385 = pair_onto(_e2373, _e2383, x_42, 0u, 7u);
                sums[1].x = _e2385;
            }
            {
                float _e2391 = sums[1].y;
                vec4 _e2401 = own_tile[((224u + ((tid / SIDE) * 4u)) + 1u)];
                float _e2403 = pair_onto(_e2391, _e2401, x_42, 0u, 7u);
                sums[1].y = _e2403;
            }
            {
                float _e2409 = sums[1].z;
                vec4 _e2419 = own_tile[((224u + ((tid / SIDE) * 4u)) + 2u)];
                float _e2421 = pair_onto(_e2409, _e2419, x_42, 0u, 7u);
                sums[1].z = _e2421;
            }
            {
                float _e2427 = sums[1].w;
                vec4 _e2437 = own_tile[((224u + ((tid / SIDE) * 4u)) + 3u)];
                float _e2439 = pair_onto(_e2427, _e2437, x_42, 0u, 7u);
                sums[1].w = _e2439;
            }
        }
        {
            vec4 x_43 = other_tile[((224u + (tid % SIDE)) + 16u)];
            {
                float _e2454 = sums[2].x;
                vec4 _e2464 = own_tile[((224u + ((tid / SIDE) * 4u)) + 0u)];
                float _e2466 = pair_onto(_e2454, _e2464, x_43, 0u, 7u);
                sums[2].x = _e2466;
            }
            {
                float _e2472 = sums[2].y;
                vec4 _e2482 = own_tile[((224u + ((tid / SIDE) * 4u)) + 1u)];
                float _e2484 = pair_onto(_e2472, _e2482, x_43, 0u, 7u);
                sums[2].y = _e2484;
            }
            {
                float _e2490 = sums[2].z;
                vec4 _e2500 = own_tile[((224u + ((tid / SIDE) * 4u)) + 2u)];
                float _e2502 = pair_onto(_e2490, _e2500, x_43, 0u, 7u);
                sums[2].z = _e2502;
            }
            {
                float _e2508 = sums[2].w;
                vec4 _e2518 = own_tile[((224u + ((tid / SIDE) * 4u)) + 3u)];
                float _e2520 = pair_onto(_e2508, _e2518, x_43, 0u, 7u);
                sums[2].w = _e2520;
            }
        }
        {
            vec4 x_44 = other_tile[((224u + (tid % SIDE)) + 24u)];
            {
                float _e2535 = sums[3].x;
                vec4 _e2545 = own_tile[((224u + ((tid / SIDE) * 4u)) + 0u)];
                float _e2547 = pair_onto(_e2535, _e2545, x_44, 0u, 7u);
                sums[3].x = _e2547;
            }
            {
                float _e2553 = sums[3].y;
                vec4 _e2563 = own_tile[((224u + ((tid / SIDE) * 4u)) + 1u)];
                float _e2565 = pair_onto(_e2553, _e2563, x_44, 0u, 7u);
                sums[3].y = _e2565;
            }
            {
                float _e2571 = sums[3].z;
                vec4 _e2581 = own_tile[((224u + ((tid / SIDE) * 4u)) + 2u)];
                float _e2583 = pair_onto(_e2571, _e2581, x_44, 0u, 7u);
                sums[3].z = _e2583;
            }
            {
                float _e2589 = sums[3].w;
                vec4 _e2599 = own_tile[((224u + ((tid / SIDE) * 4u)) + 3u)];
                float _e2601 = pair_onto(_e2589, _e2599, x_44, 0u, 7u);
                sums[3].w = _e2601;
                return;
            }
        }
    }
}

uint weight_at(uint tid_1, uint c) {
    return ((((tid_1 / SIDE) * BLOCK) + (tid_1 % SIDE)) + (c * SIDE));
}

void add_scores(inout vec4 s_12[4], Owned o_18, uint h_18, uint at, uint tid_2) {
    uint n_5 = 0u;
    uint x_9 = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e62 = n_5;
            n_5 = (_e62 + 1u);
        }
        loop_init = false;
        uint _e7 = n_5;
        if ((_e7 < QK_SLICES)) {
        } else {
            break;
        }
        {
            memoryBarrierShared();
            barrier();
            x_9 = tid_2;
            bool loop_init_1 = true;
            while(true) {
                if (!loop_init_1) {
                    uint _e58 = x_9;
                    x_9 = (_e58 + WORKGROUP);
                }
                loop_init_1 = false;
                uint _e11 = x_9;
                if ((_e11 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e14 = x_9;
                    uint row_1 = (_e14 / SLICE4_);
                    uint _e17 = x_9;
                    uint d_10 = (_e17 % SLICE4_);
                    uint _e33 = n_5;
                    vec4 _e39 = own_score(o_18, h_18, min((o_18.span.x + row_1), (o_18.span.y - 1u)), (((_e33 * SLICE4_) + d_10) * 4u));
                    own_tile[((d_10 * BLOCK_OWN) + row_1)] = _e39;
                    uint _e51 = n_5;
                    vec4 _e57 = other_score(o_18, h_18, min((at + row_1), (o_18.others.y - 1u)), (((_e51 * SLICE4_) + d_10) * 4u));
                    other_tile[((d_10 * BLOCK) + row_1)] = _e57;
                }
            }
            memoryBarrierShared();
            barrier();
            add_products(s_12, tid_2);
        }
    }
    return;
}

void add_values(inout vec4 g[4], Owned o_19, uint h_19, uint at_1, uint tid_3) {
    uint n_6 = 0u;
    uint x_10 = 0u;
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e62 = n_6;
            n_6 = (_e62 + 1u);
        }
        loop_init_2 = false;
        uint _e7 = n_6;
        if ((_e7 < V_SLICES)) {
        } else {
            break;
        }
        {
            memoryBarrierShared();
            barrier();
            x_10 = tid_3;
            bool loop_init_3 = true;
            while(true) {
                if (!loop_init_3) {
                    uint _e58 = x_10;
                    x_10 = (_e58 + WORKGROUP);
                }
                loop_init_3 = false;
                uint _e11 = x_10;
                if ((_e11 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e14 = x_10;
                    uint row_2 = (_e14 / SLICE4_);
                    uint _e17 = x_10;
                    uint d_11 = (_e17 % SLICE4_);
                    uint _e33 = n_6;
                    vec4 _e39 = own_value(o_19, h_19, min((o_19.span.x + row_2), (o_19.span.y - 1u)), (((_e33 * SLICE4_) + d_11) * 4u));
                    own_tile[((d_11 * BLOCK_OWN) + row_2)] = _e39;
                    uint _e51 = n_6;
                    vec4 _e57 = other_value(o_19, h_19, min((at_1 + row_2), (o_19.others.y - 1u)), (((_e51 * SLICE4_) + d_11) * 4u));
                    other_tile[((d_11 * BLOCK) + row_2)] = _e57;
                }
            }
            memoryBarrierShared();
            barrier();
            add_products(g, tid_3);
        }
    }
    return;
}

void weigh_pairs(Owned o_20, uint h_20, uint at_2, uint tid_4, Pairs pairs_1) {
    vec4 s_13[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 g_1[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 w_1 = vec4(0.0);
    vec4 w_2 = vec4(0.0);
    vec4 w_3 = vec4(0.0);
    vec4 w_4 = vec4(0.0);
    add_scores(s_13, o_20, h_20, at_2, tid_4);
    if (true) {
        add_values(g_1, o_20, h_20, at_2, tid_4);
    }
    bool _e10 = hides_some(o_20, pairs_1);
    {
        uint other = ((at_2 + (tid_4 % SIDE)) + 0u);
        {
            uint own = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 0u);
            uint i_12 = (OWNS_KEYS ? other : own);
            uint j_10 = (OWNS_KEYS ? own : other);
            uint _e38 = stats_at(o_20, h_20, min(i_12, (o_20.q_len - 1u)));
            vec4 row_3 = _group_0_binding_6_cs[_e38];
            float _e44 = s_13[0].x;
            float _e47 = g_1[0].x;
            float _e48 = pair_weight(o_20, h_20, i_12, j_10, _e44, _e47, row_3, _e10);
            w_1.x = _e48;
        }
        {
            uint own_1 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 1u);
            uint i_13 = (OWNS_KEYS ? other : own_1);
            uint j_11 = (OWNS_KEYS ? own_1 : other);
            uint _e67 = stats_at(o_20, h_20, min(i_13, (o_20.q_len - 1u)));
            vec4 row_4 = _group_0_binding_6_cs[_e67];
            float _e73 = s_13[0].y;
            float _e76 = g_1[0].y;
            float _e77 = pair_weight(o_20, h_20, i_13, j_11, _e73, _e76, row_4, _e10);
            w_1.y = _e77;
        }
        {
            uint own_2 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 2u);
            uint i_14 = (OWNS_KEYS ? other : own_2);
            uint j_12 = (OWNS_KEYS ? own_2 : other);
            uint _e96 = stats_at(o_20, h_20, min(i_14, (o_20.q_len - 1u)));
            vec4 row_5 = _group_0_binding_6_cs[_e96];
            float _e102 = s_13[0].z;
            float _e105 = g_1[0].z;
            float _e106 = pair_weight(o_20, h_20, i_14, j_12, _e102, _e105, row_5, _e10);
            w_1.z = _e106;
        }
        {
            uint own_3 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 3u);
            uint i_15 = (OWNS_KEYS ? other : own_3);
            uint j_13 = (OWNS_KEYS ? own_3 : other);
            uint _e125 = stats_at(o_20, h_20, min(i_15, (o_20.q_len - 1u)));
            vec4 row_6 = _group_0_binding_6_cs[_e125];
            float _e131 = s_13[0].w;
            float _e134 = g_1[0].w;
            float _e135 = pair_weight(o_20, h_20, i_15, j_13, _e131, _e134, row_6, _e10);
            w_1.w = _e135;
        }
        uint _e137 = weight_at(tid_4, 0u);
        vec4 _e139 = w_1;
        weight_tile[_e137] = _e139;
    }
    {
        uint other_1 = ((at_2 + (tid_4 % SIDE)) + 8u);
        {
            uint own_4 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 0u);
            uint i_16 = (OWNS_KEYS ? other_1 : own_4);
            uint j_14 = (OWNS_KEYS ? own_4 : other_1);
            uint _e167 = stats_at(o_20, h_20, min(i_16, (o_20.q_len - 1u)));
            vec4 row_7 = _group_0_binding_6_cs[_e167];
            float _e173 = s_13[1].x;
            float _e176 = g_1[1].x;
            float _e177 = pair_weight(o_20, h_20, i_16, j_14, _e173, _e176, row_7, _e10);
            w_2.x = _e177;
        }
        {
            uint own_5 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 1u);
            uint i_17 = (OWNS_KEYS ? other_1 : own_5);
            uint j_15 = (OWNS_KEYS ? own_5 : other_1);
            uint _e196 = stats_at(o_20, h_20, min(i_17, (o_20.q_len - 1u)));
            vec4 row_8 = _group_0_binding_6_cs[_e196];
            float _e202 = s_13[1].y;
            float _e205 = g_1[1].y;
            float _e206 = pair_weight(o_20, h_20, i_17, j_15, _e202, _e205, row_8, _e10);
            w_2.y = _e206;
        }
        {
            uint own_6 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 2u);
            uint i_18 = (OWNS_KEYS ? other_1 : own_6);
            uint j_16 = (OWNS_KEYS ? own_6 : other_1);
            uint _e225 = stats_at(o_20, h_20, min(i_18, (o_20.q_len - 1u)));
            vec4 row_9 = _group_0_binding_6_cs[_e225];
            float _e231 = s_13[1].z;
            float _e234 = g_1[1].z;
            float _e235 = pair_weight(o_20, h_20, i_18, j_16, _e231, _e234, row_9, _e10);
            w_2.z = _e235;
        }
        {
            uint own_7 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 3u);
            uint i_19 = (OWNS_KEYS ? other_1 : own_7);
            uint j_17 = (OWNS_KEYS ? own_7 : other_1);
            uint _e254 = stats_at(o_20, h_20, min(i_19, (o_20.q_len - 1u)));
            vec4 row_10 = _group_0_binding_6_cs[_e254];
            float _e260 = s_13[1].w;
            float _e263 = g_1[1].w;
            float _e264 = pair_weight(o_20, h_20, i_19, j_17, _e260, _e263, row_10, _e10);
            w_2.w = _e264;
        }
        uint _e266 = weight_at(tid_4, 1u);
        vec4 _e268 = w_2;
        weight_tile[_e266] = _e268;
    }
    {
        uint other_2 = ((at_2 + (tid_4 % SIDE)) + 16u);
        {
            uint own_8 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 0u);
            uint i_20 = (OWNS_KEYS ? other_2 : own_8);
            uint j_18 = (OWNS_KEYS ? own_8 : other_2);
            uint _e296 = stats_at(o_20, h_20, min(i_20, (o_20.q_len - 1u)));
            vec4 row_11 = _group_0_binding_6_cs[_e296];
            float _e302 = s_13[2].x;
            float _e305 = g_1[2].x;
            float _e306 = pair_weight(o_20, h_20, i_20, j_18, _e302, _e305, row_11, _e10);
            w_3.x = _e306;
        }
        {
            uint own_9 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 1u);
            uint i_21 = (OWNS_KEYS ? other_2 : own_9);
            uint j_19 = (OWNS_KEYS ? own_9 : other_2);
            uint _e325 = stats_at(o_20, h_20, min(i_21, (o_20.q_len - 1u)));
            vec4 row_12 = _group_0_binding_6_cs[_e325];
            float _e331 = s_13[2].y;
            float _e334 = g_1[2].y;
            float _e335 = pair_weight(o_20, h_20, i_21, j_19, _e331, _e334, row_12, _e10);
            w_3.y = _e335;
        }
        {
            uint own_10 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 2u);
            uint i_22 = (OWNS_KEYS ? other_2 : own_10);
            uint j_20 = (OWNS_KEYS ? own_10 : other_2);
            uint _e354 = stats_at(o_20, h_20, min(i_22, (o_20.q_len - 1u)));
            vec4 row_13 = _group_0_binding_6_cs[_e354];
            float _e360 = s_13[2].z;
            float _e363 = g_1[2].z;
            float _e364 = pair_weight(o_20, h_20, i_22, j_20, _e360, _e363, row_13, _e10);
            w_3.z = _e364;
        }
        {
            uint own_11 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 3u);
            uint i_23 = (OWNS_KEYS ? other_2 : own_11);
            uint j_21 = (OWNS_KEYS ? own_11 : other_2);
            uint _e383 = stats_at(o_20, h_20, min(i_23, (o_20.q_len - 1u)));
            vec4 row_14 = _group_0_binding_6_cs[_e383];
            float _e389 = s_13[2].w;
            float _e392 = g_1[2].w;
            float _e393 = pair_weight(o_20, h_20, i_23, j_21, _e389, _e392, row_14, _e10);
            w_3.w = _e393;
        }
        uint _e395 = weight_at(tid_4, 2u);
        vec4 _e397 = w_3;
        weight_tile[_e395] = _e397;
    }
    {
        uint other_3 = ((at_2 + (tid_4 % SIDE)) + 24u);
        {
            uint own_12 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 0u);
            uint i_24 = (OWNS_KEYS ? other_3 : own_12);
            uint j_22 = (OWNS_KEYS ? own_12 : other_3);
            uint _e425 = stats_at(o_20, h_20, min(i_24, (o_20.q_len - 1u)));
            vec4 row_15 = _group_0_binding_6_cs[_e425];
            float _e431 = s_13[3].x;
            float _e434 = g_1[3].x;
            float _e435 = pair_weight(o_20, h_20, i_24, j_22, _e431, _e434, row_15, _e10);
            w_4.x = _e435;
        }
        {
            uint own_13 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 1u);
            uint i_25 = (OWNS_KEYS ? other_3 : own_13);
            uint j_23 = (OWNS_KEYS ? own_13 : other_3);
            uint _e454 = stats_at(o_20, h_20, min(i_25, (o_20.q_len - 1u)));
            vec4 row_16 = _group_0_binding_6_cs[_e454];
            float _e460 = s_13[3].y;
            float _e463 = g_1[3].y;
            float _e464 = pair_weight(o_20, h_20, i_25, j_23, _e460, _e463, row_16, _e10);
            w_4.y = _e464;
        }
        {
            uint own_14 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 2u);
            uint i_26 = (OWNS_KEYS ? other_3 : own_14);
            uint j_24 = (OWNS_KEYS ? own_14 : other_3);
            uint _e483 = stats_at(o_20, h_20, min(i_26, (o_20.q_len - 1u)));
            vec4 row_17 = _group_0_binding_6_cs[_e483];
            float _e489 = s_13[3].z;
            float _e492 = g_1[3].z;
            float _e493 = pair_weight(o_20, h_20, i_26, j_24, _e489, _e492, row_17, _e10);
            w_4.z = _e493;
        }
        {
            uint own_15 = ((o_20.span.x + ((tid_4 / SIDE) * 4u)) + 3u);
            uint i_27 = (OWNS_KEYS ? other_3 : own_15);
            uint j_25 = (OWNS_KEYS ? own_15 : other_3);
            uint _e512 = stats_at(o_20, h_20, min(i_27, (o_20.q_len - 1u)));
            vec4 row_18 = _group_0_binding_6_cs[_e512];
            float _e518 = s_13[3].w;
            float _e521 = g_1[3].w;
            float _e522 = pair_weight(o_20, h_20, i_27, j_25, _e518, _e521, row_18, _e10);
            w_4.w = _e522;
        }
        uint _e524 = weight_at(tid_4, 3u);
        vec4 _e526 = w_4;
        weight_tile[_e524] = _e526;
        return;
    }
}

uint cells_along(uint count, uint step_) {
    return ((step_ == 0u) ? 1u : count);
}

uvec2 of_cell(uint n_7, uint count_1, uint step_1) {
    return ((step_1 == 0u) ? uvec2(0u, count_1) : uvec2(n_7, (n_7 + 1u)));
}

void run(uvec3 wid_2, uint tid_5) {
    vec4 sum_4[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint b_11 = 0u;
    uint h_21 = 0u;
    uint n_8 = 0u;
    uint tile = 0u;
    bool local_9 = false;
    uint x_11 = 0u;
    bool local_10 = false;
    float y = 0.0;
    uint r = 0u;
    uint c_1 = 0u;
    uint _e2 = group_id(wid_2);
    uint _e5 = _group_0_binding_0_cs.groups;
    if ((_e2 >= _e5)) {
        return;
    }
    uint _e9 = _group_0_binding_0_cs.bias_kv_len;
    uint key_tiles = (((_e9 + BLOCK) - 1u) / BLOCK);
    uint _e18 = _group_0_binding_0_cs.bias_key;
    uint _e19 = cells_along(key_tiles, _e18);
    uint _e22 = _group_0_binding_0_cs.q_tiles;
    uint _e25 = _group_0_binding_0_cs.bias_row;
    uint _e26 = cells_along(_e22, _e25);
    uint _e29 = _group_0_binding_0_cs.packs;
    uint _e32 = _group_0_binding_0_cs.bias_head;
    uint _e33 = cells_along(_e29, _e32);
    uint of_rows = (_e2 / _e19);
    uint of_heads = (of_rows / _e26);
    uvec4 cell = uvec4((of_heads / _e33), (of_heads % _e33), (of_rows % _e26), (_e2 % _e19));
    uint _e44 = _group_0_binding_0_cs.cells;
    uint _e47 = _group_0_binding_0_cs.bias_batch;
    uvec2 _e48 = of_cell(cell.x, _e44, _e47);
    uint _e51 = _group_0_binding_0_cs.batch_base;
    uvec2 entries = (_e48 + uvec2(_e51));
    uint _e57 = _group_0_binding_0_cs.packs;
    uint _e60 = _group_0_binding_0_cs.bias_head;
    uvec2 _e61 = of_cell(cell.y, _e57, _e60);
    uint _e64 = _group_0_binding_0_cs.head_base;
    uvec2 heads = (_e61 + uvec2(_e64));
    uint _e70 = _group_0_binding_0_cs.q_tiles;
    uint _e73 = _group_0_binding_0_cs.bias_row;
    uvec2 _e74 = of_cell(cell.z, _e70, _e73);
    uint _e78 = _group_0_binding_0_cs.bias_key;
    uvec2 _e79 = of_cell(cell.w, key_tiles, _e78);
    b_11 = entries.x;
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e181 = b_11;
            b_11 = (_e181 + 1u);
        }
        loop_init_4 = false;
        uint _e84 = b_11;
        if ((_e84 < entries.y)) {
        } else {
            break;
        }
        {
            h_21 = heads.x;
            bool loop_init_5 = true;
            while(true) {
                if (!loop_init_5) {
                    uint _e178 = h_21;
                    h_21 = (_e178 + 1u);
                }
                loop_init_5 = false;
                uint _e89 = h_21;
                if ((_e89 < heads.y)) {
                } else {
                    break;
                }
                {
                    n_8 = _e74.x;
                    bool loop_init_6 = true;
                    while(true) {
                        if (!loop_init_6) {
                            uint _e175 = n_8;
                            n_8 = (_e175 + 1u);
                        }
                        loop_init_6 = false;
                        uint _e94 = n_8;
                        if ((_e94 < _e74.y)) {
                        } else {
                            break;
                        }
                        {
                            uint _e97 = b_11;
                            uint _e98 = h_21;
                            uint _e99 = n_8;
                            Owned _e100 = owned_at(_e97, _e98, _e99);
                            if ((_e100.span.x >= _e100.span.y)) {
                                continue;
                            }
                            tile = max(_e79.x, (_e100.others.x / BLOCK));
                            bool loop_init_7 = true;
                            while(true) {
                                if (!loop_init_7) {
                                    uint _e172 = tile;
                                    tile = (_e172 + 1u);
                                }
                                loop_init_7 = false;
                                uint _e113 = tile;
                                if ((_e113 < _e79.y)) {
                                    uint _e118 = tile;
                                    local_9 = ((_e118 * BLOCK) < _e100.others.y);
                                } else {
                                    local_9 = false;
                                }
                                bool _e125 = local_9;
                                if (_e125) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e126 = tile;
                                    Pairs _e129 = pairs_of(_e100, (_e126 * BLOCK));
                                    uint _e130 = h_21;
                                    bool _e133 = pairs_listed(_e100, _e130, _e129.rows, _e129.keys);
                                    if (!(_e133)) {
                                        continue;
                                    }
                                    uint _e135 = h_21;
                                    uint _e136 = tile;
                                    weigh_pairs(_e100, _e135, (_e136 * BLOCK), tid_5, _e129);
                                    {
                                        vec4 _e141 = sum_4[0];
                                        uint _e143 = weight_at(tid_5, 0u);
                                        vec4 _e145 = weight_tile[_e143];
                                        sum_4[0] = (_e141 + _e145);
                                    }
                                    {
                                        vec4 _e149 = sum_4[1];
                                        uint _e151 = weight_at(tid_5, 1u);
                                        vec4 _e153 = weight_tile[_e151];
                                        sum_4[1] = (_e149 + _e153);
                                    }
                                    {
                                        vec4 _e157 = sum_4[2];
                                        uint _e159 = weight_at(tid_5, 2u);
                                        vec4 _e161 = weight_tile[_e159];
                                        sum_4[2] = (_e157 + _e161);
                                    }
                                    {
                                        vec4 _e165 = sum_4[3];
                                        uint _e167 = weight_at(tid_5, 3u);
                                        vec4 _e169 = weight_tile[_e167];
                                        sum_4[3] = (_e165 + _e169);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    {
        uint _e185 = weight_at(tid_5, 0u);
        vec4 _e188 = sum_4[0];
        weight_tile[_e185] = _e188;
    }
    {
        uint _e191 = weight_at(tid_5, 1u);
        vec4 _e194 = sum_4[1];
        weight_tile[_e191] = _e194;
    }
    {
        uint _e197 = weight_at(tid_5, 2u);
        vec4 _e200 = sum_4[2];
        weight_tile[_e197] = _e200;
    }
    {
        uint _e203 = weight_at(tid_5, 3u);
        vec4 _e206 = sum_4[3];
        weight_tile[_e203] = _e206;
    }
    memoryBarrierShared();
    barrier();
    uint _e210 = _group_0_binding_0_cs.bias_row;
    uint _e211 = cells_along(BLOCK_OWN, _e210);
    uint _e215 = _group_0_binding_0_cs.bias_key;
    uint _e216 = cells_along(BLOCK, _e215);
    x_11 = tid_5;
    bool loop_init_8 = true;
    while(true) {
        if (!loop_init_8) {
            uint _e334 = x_11;
            x_11 = (_e334 + WORKGROUP);
        }
        loop_init_8 = false;
        uint _e218 = x_11;
        if ((_e218 < (_e211 * _e216))) {
        } else {
            break;
        }
        {
            uint _e224 = x_11;
            uint i_28 = ((cell.z * BLOCK_OWN) + (_e224 / _e216));
            uint _e230 = x_11;
            uint j_26 = ((cell.w * BLOCK) + (_e230 % _e216));
            uint _e235 = _group_0_binding_0_cs.q_len;
            uint _e238 = _group_0_binding_0_cs.bias_row;
            uint _e239 = cells_along(_e235, _e238);
            if (!((i_28 >= _e239))) {
                uint _e246 = _group_0_binding_0_cs.bias_kv_len;
                uint _e249 = _group_0_binding_0_cs.bias_key;
                uint _e250 = cells_along(_e246, _e249);
                local_10 = (j_26 >= _e250);
            } else {
                local_10 = true;
            }
            bool _e253 = local_10;
            if (_e253) {
                continue;
            }
            uint _e256 = _group_0_binding_0_cs.o_offset;
            uint _e260 = _group_0_binding_0_cs.bias_batch;
            uint _e266 = _group_0_binding_0_cs.bias_head;
            uint _e271 = _group_0_binding_0_cs.bias_row;
            uint _e276 = _group_0_binding_0_cs.bias_key;
            uint at_5 = ((((_e256 + (entries.x * _e260)) + (heads.x * _e266)) + (i_28 * _e271)) + (j_26 * _e276));
            y = 0.0;
            if (ADDS) {
                float _e284 = _group_0_binding_5_cs[at_5];
                y = _e284;
            }
            uint _e285 = x_11;
            uint _e290 = _group_0_binding_0_cs.bias_row;
            uvec2 _e291 = of_cell((_e285 / _e216), BLOCK_OWN, _e290);
            uint _e292 = x_11;
            uint _e297 = _group_0_binding_0_cs.bias_key;
            uvec2 _e298 = of_cell((_e292 % _e216), BLOCK, _e297);
            r = _e291.x;
            bool loop_init_9 = true;
            while(true) {
                if (!loop_init_9) {
                    uint _e329 = r;
                    r = (_e329 + 1u);
                }
                loop_init_9 = false;
                uint _e301 = r;
                if ((_e301 < _e291.y)) {
                } else {
                    break;
                }
                {
                    c_1 = _e298.x;
                    bool loop_init_10 = true;
                    while(true) {
                        if (!loop_init_10) {
                            uint _e326 = c_1;
                            c_1 = (_e326 + 1u);
                        }
                        loop_init_10 = false;
                        uint _e306 = c_1;
                        if ((_e306 < _e298.y)) {
                        } else {
                            break;
                        }
                        {
                            float _e309 = y;
                            uint _e311 = r;
                            uint _e316 = c_1;
                            uint _e319 = r;
                            float _e323 = weight_tile[(((_e311 / 4u) * BLOCK) + _e316)][(_e319 % 4u)];
                            y = (_e309 + _e323);
                        }
                    }
                }
            }
            float _e333 = y;
            _group_0_binding_5_cs[at_5] = _e333;
        }
    }
    return;
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        own_tile = vec4[256](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        other_tile = vec4[256](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        weight_tile = vec4[256](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uvec3 id = gl_LocalInvocationID;
    run(wid, id.x);
    return;
}

