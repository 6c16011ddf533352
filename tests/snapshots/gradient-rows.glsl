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
const uint OWN = 2u;
const uint WORKGROUP = 64u;
const uint BLOCK_OWN = 128u;
const uint BLOCK = 4u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const bool STAGED = false;
const bool RAGGED = false;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const bool OWNS_KEYS = false;
const bool OF_VALUES = false;
const uint QK4_ = 16u;
const uint V4_ = 16u;
const uint VALUE4_ = 16u;
const uint SUM_DIM = 64u;
const uint SUM4_ = 16u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_5_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_5_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) readonly buffer type_5_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) buffer type_5_block_5Compute { vec4 _group_0_binding_5_cs[]; };

layout(std430) readonly buffer type_5_block_6Compute { vec4 _group_0_binding_6_cs[]; };

shared vec4 score_tile[64];

shared vec4 value_tile[64];

shared vec4 stats_tile[4];

shared uint some_nonfinite;


float edit_score(float raw, uint b, uint h, uint i, uint j) {
    float s = 0.0;
    s = raw;
    float _e6 = s;
    return _e6;
}

vec4 load_q4_(uint base, uint d) {
    if ((d >= QK_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_1_cs[((base + d) >> 2u)];
    return vec4(_e11);
}

vec4 load_k4_(uint base_1, uint d_1) {
    if ((d_1 >= QK_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_2_cs[((base_1 + d_1) >> 2u)];
    return vec4(_e11);
}

vec4 load_v4_(uint base_2, uint d_2) {
    if ((d_2 >= V_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_3_cs[((base_2 + d_2) >> 2u)];
    return vec4(_e11);
}

vec4 load_g4_(uint base_3, uint d_3) {
    if ((d_3 >= V_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_4_cs[((base_3 + d_3) >> 2u)];
    return vec4(_e11);
}

void store_o4_(uint base_4, uint d_4, uint dim, vec4 x) {
    if ((d_4 < dim)) {
        _group_0_binding_5_cs[((base_4 + d_4) >> 2u)] = vec4(x);
        return;
    } else {
        return;
    }
}

bool is_nan(float x_1) {
    return ((floatBitsToUint(x_1) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_1) {
    bool _e3 = is_nan(s_1);
    return (_e3 ? s_1 : max(s_1, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_2) {
    return (floatBitsToUint(x_2) == 4286578688u);
}

bvec4 nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return equal((floatBitsToUint(v) & exponent), exponent);
}

bool any_nonfinite(vec4 v_1) {
    bvec4 _e1 = nonfinite(v_1);
    return any(_e1);
}

float exp_kept(float x_3) {
    bool _e2 = is_nan(x_3);
    return (_e2 ? x_3 : exp(x_3));
}

vec4 exp_kept4_(vec4 x_4) {
    bvec4 nan = greaterThan((floatBitsToUint(x_4) & uvec4(2147483647u)), uvec4(2139095040u));
    return mix(exp(x_4), x_4, nan);
}

bool row_seen(float sum) {
    bool local = false;
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local = _e6;
    } else {
        local = true;
    }
    bool _e8 = local;
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

int align_offset(uint q_count, uint kv_count) {
    uint _e4 = _group_0_binding_0_cs.align_to_end;
    if ((_e4 != 0u)) {
        return (int(kv_count) - int(q_count));
    }
    int _e12 = _group_0_binding_0_cs.align_offset;
    return _e12;
}

uvec2 key_range(uint i_1, int offset, uint kv_count_1) {
    int lo = 0;
    int hi = 0;
    int p = (int(i_1) + offset);
    int end = int(kv_count_1);
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

uint q_start(uint b_1) {
    return 0u;
}

uint q_count_1(uint b_2) {
    uint _e3 = _group_0_binding_0_cs.q_len;
    return _e3;
}

uint kv_start(uint b_3) {
    return 0u;
}

uint kv_count_2(uint b_4) {
    uint _e3 = _group_0_binding_0_cs.kv_len;
    return _e3;
}

vec4 scale_q(vec4 x_5) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (x_5 * _e3);
}

float scale_pair(float s_2) {
    return s_2;
}

vec4 scale_pairs(vec4 s_3) {
    return s_3;
}

float pair_onto(float s_4, vec4 x_6, vec4 k, uint h_1, uint d_5) {
    return fma(x_6.w, k.w, fma(x_6.z, k.z, fma(x_6.y, k.y, fma(x_6.x, k.x, s_4))));
}

float pair(vec4 x_7, vec4 k_1, uint h_2, uint d_6) {
    return dot(x_7, k_1);
}

bool pairs_listed(Owned o, uint h_3, uvec2 rows, uvec2 keys) {
    return true;
}

float score_slope(float s_5, uint b_5, uint h_4, uint i_2, uint j_1) {
    return 1.0;
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

Owned owned(uint group) {
    uvec2 others = uvec2(0u);
    uint _e3 = _group_0_binding_0_cs.q_tiles;
    uint id_1 = (group / _e3);
    uint _e7 = _group_0_binding_0_cs.q_tiles;
    uint tile = (group % _e7);
    uint _e11 = _group_0_binding_0_cs.q_tiles;
    uint place = (OWNS_KEYS ? tile : ((_e11 - 1u) - tile));
    uint _e19 = _group_0_binding_0_cs.batch_base;
    uint _e22 = _group_0_binding_0_cs.packs;
    uint b_6 = (_e19 + (id_1 / _e22));
    uint _e27 = _group_0_binding_0_cs.head_base;
    uint _e30 = _group_0_binding_0_cs.packs;
    uint head = (_e27 + (id_1 % _e30));
    uint _e33 = q_count_1(b_6);
    uint _e34 = kv_count_2(b_6);
    int _e35 = align_offset(_e33, _e34);
    uint _e38 = _group_0_binding_0_cs.kv_len;
    uint count = (OWNS_KEYS ? (RAGGED ? _e34 : _e38) : _e33);
    uint first_1 = min((place * BLOCK_OWN), count);
    uvec2 span = uvec2(first_1, min((first_1 + BLOCK_OWN), count));
    if ((span.x < span.y)) {
        if (OWNS_KEYS) {
            uvec2 _e57 = query_range(span, _e35, _e33);
            others = _e57;
        } else {
            uvec2 _e59 = key_range(span.x, _e35, _e34);
            uvec2 _e64 = key_range((span.y - 1u), _e35, _e34);
            others = uvec2(_e59.x, _e64.y);
        }
    }
    uint _e69 = _group_0_binding_0_cs.group;
    uvec2 _e73 = others;
    return Owned(b_6, head, (OWNS_KEYS ? head : (head / _e69)), span, _e33, _e34, _e35, _e73);
}

uint query_at(Owned o_1, uint h_5, uint i_3) {
    uint _e5 = _group_0_binding_0_cs.q_offset;
    uint _e9 = _group_0_binding_0_cs.q_batch;
    uint _e14 = _group_0_binding_0_cs.q_head;
    uint _e18 = q_start(o_1.b);
    uint _e22 = _group_0_binding_0_cs.q_row;
    return (((_e5 + (o_1.b * _e9)) + (h_5 * _e14)) + ((_e18 + i_3) * _e22));
}

uint key_at(Owned o_2, uint j_2) {
    uint _e4 = _group_0_binding_0_cs.k_offset;
    uint _e8 = _group_0_binding_0_cs.k_batch;
    uint _e14 = _group_0_binding_0_cs.k_head;
    uint _e18 = kv_start(o_2.b);
    uint _e22 = _group_0_binding_0_cs.k_row;
    return (((_e4 + (o_2.b * _e8)) + (o_2.kv_head * _e14)) + ((_e18 + j_2) * _e22));
}

uint value_at(Owned o_3, uint j_3) {
    uint _e4 = _group_0_binding_0_cs.v_offset;
    uint _e8 = _group_0_binding_0_cs.v_batch;
    uint _e14 = _group_0_binding_0_cs.v_head;
    uint _e18 = kv_start(o_3.b);
    uint _e22 = _group_0_binding_0_cs.v_row;
    return (((_e4 + (o_3.b * _e8)) + (o_3.kv_head * _e14)) + ((_e18 + j_3) * _e22));
}

uint grad_at(Owned o_4, uint h_6, uint i_4) {
    uint _e5 = _group_0_binding_0_cs.grad_offset;
    uint _e9 = _group_0_binding_0_cs.grad_batch;
    uint _e14 = _group_0_binding_0_cs.grad_head;
    uint _e18 = q_start(o_4.b);
    uint _e22 = _group_0_binding_0_cs.grad_row;
    return (((_e5 + (o_4.b * _e9)) + (h_6 * _e14)) + ((_e18 + i_4) * _e22));
}

uint stats_at(Owned o_5, uint h_7, uint i_5) {
    uint _e6 = _group_0_binding_0_cs.lse_batch;
    uint _e10 = _group_0_binding_0_cs.lse_head;
    uint _e14 = q_start(o_5.b);
    return ((((o_5.b * _e6) + (h_7 * _e10)) + _e14) + i_5);
}

uint result_at(Owned o_6, uint n) {
    uint _e4 = _group_0_binding_0_cs.o_offset;
    uint _e8 = _group_0_binding_0_cs.o_batch;
    uint _e14 = _group_0_binding_0_cs.o_head;
    uint _e18 = q_start(o_6.b);
    uint _e20 = kv_start(o_6.b);
    uint _e26 = _group_0_binding_0_cs.o_row;
    return (((_e4 + (o_6.b * _e8)) + (o_6.head * _e14)) + (((OWNS_KEYS ? _e20 : _e18) + n) * _e26));
}

vec4 finish(vec4 sum_3) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (OWNS_KEYS ? sum_3 : (sum_3 * _e3));
}

uvec2 heads_of(Owned o_7) {
    uint _e13 = _group_0_binding_0_cs.group;
    return (OWNS_KEYS ? (uvec2(o_7.head, (o_7.head + 1u)) * _e13) : uvec2(o_7.head, (o_7.head + 1u)));
}

Pairs pairs_of(Owned o_8, uint first) {
    uvec2 others_1 = uvec2(first, min((first + BLOCK), o_8.others.y));
    if (OWNS_KEYS) {
        return Pairs(others_1, o_8.span);
    }
    return Pairs(o_8.span, others_1);
}

bool hides_some(Owned o_9, Pairs pairs) {
    bool local_1 = false;
    bool local_2 = false;
    bool local_3 = false;
    bool local_4 = false;
    uvec2 _e6 = key_range(pairs.rows.x, o_9.offset, o_9.kv_len);
    uvec2 _e13 = key_range((pairs.rows.y - 1u), o_9.offset, o_9.kv_len);
    uvec2 sizes = uvec2(128u, 4u);
    if (((pairs.rows.y - pairs.rows.x) == sizes.x)) {
        local_1 = ((pairs.keys.y - pairs.keys.x) == sizes.y);
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
        local_3 = (pairs.keys.x < _e13.x);
    } else {
        local_3 = true;
    }
    bool _e49 = local_3;
    if (!(_e49)) {
        local_4 = (pairs.keys.y > _e6.y);
    } else {
        local_4 = true;
    }
    bool _e58 = local_4;
    return _e58;
}

float visible_score(Owned o_10, uint h_8, uint i_6, uint j_4, float s_6) {
    bool local_5 = false;
    bool local_6 = false;
    bool local_7 = false;
    uvec2 _e7 = key_range(i_6, o_10.offset, o_10.kv_len);
    if (!((i_6 >= o_10.q_len))) {
        local_5 = (j_4 < _e7.x);
    } else {
        local_5 = true;
    }
    bool _e16 = local_5;
    if (!(_e16)) {
        local_6 = (j_4 >= _e7.y);
    } else {
        local_6 = true;
    }
    bool _e23 = local_6;
    if (_e23) {
        return MASKED;
    }
    float _e26 = edit_score(s_6, o_10.b, h_8, i_6, j_4);
    if ((_e26 != MASKED)) {
        local_7 = (_e26 < LOWEST_VISIBLE);
    } else {
        local_7 = false;
    }
    bool _e35 = local_7;
    return (_e35 ? LOWEST_VISIBLE : _e26);
}

float pair_weight(Owned o_11, uint h_9, uint i_7, uint j_5, float product, float by_value, vec4 row, bool hides) {
    float s_7 = 0.0;
    float _e8 = scale_pair(product);
    s_7 = _e8;
    float _e10 = s_7;
    uint _e18 = _group_0_binding_0_cs.kv_len;
    float _e22 = score_slope(_e10, o_11.b, h_9, min(i_7, (o_11.q_len - 1u)), min(j_5, (_e18 - 1u)));
    if (hides) {
        float _e23 = s_7;
        float _e24 = visible_score(o_11, h_9, i_7, j_5, _e23);
        s_7 = _e24;
    }
    float _e25 = s_7;
    float _e30 = exp_kept(((_e25 - row.x) - row.y));
    float by_product = ((_e30 * (by_value - row.z)) * _e22);
    float _e37 = s_7;
    return ((_e37 == MASKED) ? 0.0 : (OF_VALUES ? _e30 : by_product));
}

vec4 own_score(Owned o_12, uint h_10, uint n_1, uint d_7) {
    uint _e4 = query_at(o_12, h_10, n_1);
    vec4 _e5 = load_q4_(_e4, d_7);
    vec4 _e6 = scale_q(_e5);
    return _e6;
}

vec4 own_value(Owned o_13, uint h_11, uint n_2, uint d_8) {
    uint _e4 = grad_at(o_13, h_11, n_2);
    vec4 _e5 = load_g4_(_e4, d_8);
    return _e5;
}

vec4 other_score(Owned o_14, uint h_12, uint n_3, uint d_9) {
    uint _e4 = key_at(o_14, n_3);
    vec4 _e5 = load_k4_(_e4, d_9);
    return _e5;
}

vec4 other_value(Owned o_15, uint h_13, uint n_4, uint d_10) {
    uint _e4 = value_at(o_15, n_4);
    vec4 _e5 = load_v4_(_e4, d_10);
    return _e5;
}

vec4 summed(uint n_5, uint d_11) {
    if (OF_VALUES) {
        vec4 _e8 = value_tile[((n_5 * V4_) + d_11)];
        return _e8;
    }
    vec4 _e14 = score_tile[((n_5 * QK4_) + d_11)];
    return _e14;
}

void run(uvec3 wid_2, uint tid) {
    vec4 sum_4[2][16] = vec4[2][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
    uint r = 0u;
    uint d_12 = 0u;
    uint h_14 = 0u;
    vec4 score[2][16] = vec4[2][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
    vec4 value[2][16] = vec4[2][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
    vec4 stats[2] = vec4[2](vec4(0.0), vec4(0.0));
    uint r_1 = 0u;
    uint d_13 = 0u;
    uint d_14 = 0u;
    uint at = 0u;
    uint n_6 = 0u;
    vec4 x_8 = vec4(0.0);
    bool local_8 = false;
    uint n_7 = 0u;
    vec4 x_9 = vec4(0.0);
    bool local_9 = false;
    bool local_10 = false;
    float s_8[4][2] = float[4][2](float[2](0.0, 0.0), float[2](0.0, 0.0), float[2](0.0, 0.0), float[2](0.0, 0.0));
    float g[4][2] = float[4][2](float[2](0.0, 0.0), float[2](0.0, 0.0), float[2](0.0, 0.0), float[2](0.0, 0.0));
    uint n_8 = 0u;
    uint r_2 = 0u;
    uint d_15 = 0u;
    uint n_9 = 0u;
    uint r_3 = 0u;
    uint d_16 = 0u;
    uint n_10 = 0u;
    uint r_4 = 0u;
    uint n_11 = 0u;
    uint r_5 = 0u;
    uint d_17 = 0u;
    uint n_12 = 0u;
    uint r_6 = 0u;
    uint r_7 = 0u;
    uint d_18 = 0u;
    uint _e2 = group_id(wid_2);
    uint _e5 = _group_0_binding_0_cs.groups;
    if ((_e2 >= _e5)) {
        return;
    }
    uint _e7 = group_id(wid_2);
    Owned _e8 = owned(_e7);
    if ((_e8.span.x >= _e8.span.y)) {
        return;
    }
    uint first_2 = (_e8.span.x + (tid * OWN));
    if ((tid == 0u)) {
        atomicExchange(some_nonfinite, 0u);
    }
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e44 = r;
            r = (_e44 + 1u);
        }
        loop_init = false;
        uint _e26 = r;
        if ((_e26 < OWN)) {
        } else {
            break;
        }
        {
            d_12 = 0u;
            bool loop_init_1 = true;
            while(true) {
                if (!loop_init_1) {
                    uint _e41 = d_12;
                    d_12 = (_e41 + 1u);
                }
                loop_init_1 = false;
                uint _e31 = d_12;
                if ((_e31 < SUM4_)) {
                } else {
                    break;
                }
                {
                    uint _e34 = r;
                    uint _e36 = d_12;
                    sum_4[_e34][_e36] = vec4(0.0);
                }
            }
        }
    }
    uvec2 _e46 = heads_of(_e8);
    h_14 = _e46.x;
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e511 = h_14;
            h_14 = (_e511 + 1u);
        }
        loop_init_2 = false;
        uint _e49 = h_14;
        if ((_e49 < _e46.y)) {
        } else {
            break;
        }
        {
            score = vec4[2][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
            value = vec4[2][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
            stats = vec4[2](vec4(0.0), vec4(0.0));
            r_1 = 0u;
            bool loop_init_3 = true;
            while(true) {
                if (!loop_init_3) {
                    uint _e113 = r_1;
                    r_1 = (_e113 + 1u);
                }
                loop_init_3 = false;
                uint _e60 = r_1;
                if ((_e60 < OWN)) {
                } else {
                    break;
                }
                {
                    uint _e63 = r_1;
                    uint n_13 = min((first_2 + _e63), (_e8.span.y - 1u));
                    d_13 = 0u;
                    bool loop_init_4 = true;
                    while(true) {
                        if (!loop_init_4) {
                            uint _e85 = d_13;
                            d_13 = (_e85 + 1u);
                        }
                        loop_init_4 = false;
                        uint _e72 = d_13;
                        if ((_e72 < QK4_)) {
                        } else {
                            break;
                        }
                        {
                            uint _e75 = r_1;
                            uint _e77 = d_13;
                            uint _e79 = h_14;
                            uint _e80 = d_13;
                            vec4 _e83 = own_score(_e8, _e79, n_13, (_e80 * 4u));
                            score[_e75][_e77] = _e83;
                        }
                    }
                    d_14 = 0u;
                    bool loop_init_5 = true;
                    while(true) {
                        if (!loop_init_5) {
                            uint _e102 = d_14;
                            d_14 = (_e102 + 1u);
                        }
                        loop_init_5 = false;
                        uint _e89 = d_14;
                        if ((_e89 < VALUE4_)) {
                        } else {
                            break;
                        }
                        {
                            uint _e92 = r_1;
                            uint _e94 = d_14;
                            uint _e96 = h_14;
                            uint _e97 = d_14;
                            vec4 _e100 = own_value(_e8, _e96, n_13, (_e97 * 4u));
                            value[_e92][_e94] = _e100;
                        }
                    }
                    if (true) {
                        uint _e105 = r_1;
                        uint _e108 = h_14;
                        uint _e109 = stats_at(_e8, _e108, n_13);
                        vec4 _e111 = _group_0_binding_6_cs[_e109];
                        stats[_e105] = _e111;
                    }
                }
            }
            at = ((_e8.others.x / BLOCK) * BLOCK);
            bool loop_init_6 = true;
            while(true) {
                if (!loop_init_6) {
                    uint _e507 = at;
                    at = (_e507 + BLOCK);
                }
                loop_init_6 = false;
                uint _e122 = at;
                if ((_e122 < _e8.others.y)) {
                } else {
                    break;
                }
                {
                    uint _e126 = at;
                    Pairs _e127 = pairs_of(_e8, _e126);
                    uint _e128 = h_14;
                    bool _e131 = pairs_listed(_e8, _e128, _e127.rows, _e127.keys);
                    if (!(_e131)) {
                        continue;
                    }
                    memoryBarrierShared();
                    barrier();
                    n_6 = tid;
                    bool loop_init_7 = true;
                    while(true) {
                        if (!loop_init_7) {
                            uint _e173 = n_6;
                            n_6 = (_e173 + WORKGROUP);
                        }
                        loop_init_7 = false;
                        uint _e134 = n_6;
                        if ((_e134 < 64u)) {
                        } else {
                            break;
                        }
                        {
                            x_8 = vec4(0.0);
                            uint _e140 = at;
                            uint _e141 = n_6;
                            if (((_e140 + (_e141 / QK4_)) < _e8.others.y)) {
                                uint _e148 = h_14;
                                uint _e149 = at;
                                uint _e150 = n_6;
                                uint _e154 = n_6;
                                vec4 _e159 = other_score(_e8, _e148, (_e149 + (_e150 / QK4_)), ((_e154 % QK4_) * 4u));
                                x_8 = _e159;
                            }
                            uint _e161 = n_6;
                            vec4 _e163 = x_8;
                            score_tile[_e161] = _e163;
                            if (true) {
                                vec4 _e167 = x_8;
                                bool _e168 = any_nonfinite(_e167);
                                local_8 = _e168;
                            } else {
                                local_8 = false;
                            }
                            bool _e170 = local_8;
                            if (_e170) {
                                atomicExchange(some_nonfinite, 1u);
                            }
                        }
                    }
                    n_7 = tid;
                    bool loop_init_8 = true;
                    while(true) {
                        if (!loop_init_8) {
                            uint _e216 = n_7;
                            n_7 = (_e216 + WORKGROUP);
                        }
                        loop_init_8 = false;
                        uint _e177 = n_7;
                        if ((_e177 < 64u)) {
                        } else {
                            break;
                        }
                        {
                            x_9 = vec4(0.0);
                            uint _e183 = at;
                            uint _e184 = n_7;
                            if (((_e183 + (_e184 / V4_)) < _e8.others.y)) {
                                uint _e191 = h_14;
                                uint _e192 = at;
                                uint _e193 = n_7;
                                uint _e197 = n_7;
                                vec4 _e202 = other_value(_e8, _e191, (_e192 + (_e193 / V4_)), ((_e197 % V4_) * 4u));
                                x_9 = _e202;
                            }
                            uint _e204 = n_7;
                            vec4 _e206 = x_9;
                            value_tile[_e204] = _e206;
                            if (OF_VALUES) {
                                vec4 _e210 = x_9;
                                bool _e211 = any_nonfinite(_e210);
                                local_9 = _e211;
                            } else {
                                local_9 = false;
                            }
                            bool _e213 = local_9;
                            if (_e213) {
                                atomicExchange(some_nonfinite, 1u);
                            }
                        }
                    }
                    if (OWNS_KEYS) {
                        local_10 = (tid < BLOCK);
                    } else {
                        local_10 = false;
                    }
                    bool _e225 = local_10;
                    if (_e225) {
                        uint _e229 = h_14;
                        uint _e230 = at;
                        uint _e237 = stats_at(_e8, _e229, min((_e230 + tid), (_e8.others.y - 1u)));
                        vec4 _e239 = _group_0_binding_6_cs[_e237];
                        stats_tile[tid] = _e239;
                    }
                    memoryBarrierShared();
                    barrier();
                    uint _e241 = atomicOr(some_nonfinite, 0u);
                    bool careful = (_e241 != 0u);
                    bool _e244 = hides_some(_e8, _e127);
                    s_8 = float[4][2](float[2](0.0, 0.0), float[2](0.0, 0.0), float[2](0.0, 0.0), float[2](0.0, 0.0));
                    g = float[4][2](float[2](0.0, 0.0), float[2](0.0, 0.0), float[2](0.0, 0.0), float[2](0.0, 0.0));
                    n_8 = 0u;
                    bool loop_init_9 = true;
                    while(true) {
                        if (!loop_init_9) {
                            uint _e273 = n_8;
                            n_8 = (_e273 + 1u);
                        }
                        loop_init_9 = false;
                        uint _e251 = n_8;
                        if ((_e251 < BLOCK)) {
                        } else {
                            break;
                        }
                        {
                            r_2 = 0u;
                            bool loop_init_10 = true;
                            while(true) {
                                if (!loop_init_10) {
                                    uint _e270 = r_2;
                                    r_2 = (_e270 + 1u);
                                }
                                loop_init_10 = false;
                                uint _e256 = r_2;
                                if ((_e256 < OWN)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e259 = n_8;
                                    uint _e261 = r_2;
                                    s_8[_e259][_e261] = 0.0;
                                    uint _e264 = n_8;
                                    uint _e266 = r_2;
                                    g[_e264][_e266] = 0.0;
                                }
                            }
                        }
                    }
                    d_15 = 0u;
                    bool loop_init_11 = true;
                    while(true) {
                        if (!loop_init_11) {
                            uint _e324 = d_15;
                            d_15 = (_e324 + 1u);
                        }
                        loop_init_11 = false;
                        uint _e277 = d_15;
                        if ((_e277 < QK4_)) {
                        } else {
                            break;
                        }
                        {
                            n_9 = 0u;
                            bool loop_init_12 = true;
                            while(true) {
                                if (!loop_init_12) {
                                    uint _e321 = n_9;
                                    n_9 = (_e321 + 1u);
                                }
                                loop_init_12 = false;
                                uint _e282 = n_9;
                                if ((_e282 < BLOCK)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e286 = n_9;
                                    uint _e289 = d_15;
                                    vec4 x_10 = score_tile[((_e286 * QK4_) + _e289)];
                                    r_3 = 0u;
                                    bool loop_init_13 = true;
                                    while(true) {
                                        if (!loop_init_13) {
                                            uint _e318 = r_3;
                                            r_3 = (_e318 + 1u);
                                        }
                                        loop_init_13 = false;
                                        uint _e295 = r_3;
                                        if ((_e295 < OWN)) {
                                        } else {
                                            break;
                                        }
                                        {
                                            uint _e298 = n_9;
                                            uint _e300 = r_3;
                                            uint _e302 = n_9;
                                            uint _e304 = r_3;
                                            float _e306 = s_8[_e302][_e304];
                                            uint _e307 = r_3;
                                            uint _e309 = d_15;
                                            vec4 _e311 = score[_e307][_e309];
                                            uint _e312 = h_14;
                                            uint _e313 = d_15;
                                            float _e316 = pair_onto(_e306, _e311, x_10, _e312, (_e313 * 4u));
                                            s_8[_e298][_e300] = _e316;
                                        }
                                    }
                                }
                            }
                        }
                    }
                    if (true) {
                        d_16 = 0u;
                        bool loop_init_14 = true;
                        while(true) {
                            if (!loop_init_14) {
                                uint _e376 = d_16;
                                d_16 = (_e376 + 1u);
                            }
                            loop_init_14 = false;
                            uint _e329 = d_16;
                            if ((_e329 < VALUE4_)) {
                            } else {
                                break;
                            }
                            {
                                n_10 = 0u;
                                bool loop_init_15 = true;
                                while(true) {
                                    if (!loop_init_15) {
                                        uint _e373 = n_10;
                                        n_10 = (_e373 + 1u);
                                    }
                                    loop_init_15 = false;
                                    uint _e334 = n_10;
                                    if ((_e334 < BLOCK)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e338 = n_10;
                                        uint _e341 = d_16;
                                        vec4 x_11 = value_tile[((_e338 * V4_) + _e341)];
                                        r_4 = 0u;
                                        bool loop_init_16 = true;
                                        while(true) {
                                            if (!loop_init_16) {
                                                uint _e370 = r_4;
                                                r_4 = (_e370 + 1u);
                                            }
                                            loop_init_16 = false;
                                            uint _e347 = r_4;
                                            if ((_e347 < OWN)) {
                                            } else {
                                                break;
                                            }
                                            {
                                                uint _e350 = n_10;
                                                uint _e352 = r_4;
                                                uint _e354 = n_10;
                                                uint _e356 = r_4;
                                                float _e358 = g[_e354][_e356];
                                                uint _e359 = r_4;
                                                uint _e361 = d_16;
                                                vec4 _e363 = value[_e359][_e361];
                                                uint _e364 = h_14;
                                                uint _e365 = d_16;
                                                float _e368 = pair_onto(_e358, _e363, x_11, _e364, (_e365 * 4u));
                                                g[_e350][_e352] = _e368;
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    n_11 = 0u;
                    bool loop_init_17 = true;
                    while(true) {
                        if (!loop_init_17) {
                            uint _e440 = n_11;
                            n_11 = (_e440 + 1u);
                        }
                        loop_init_17 = false;
                        uint _e380 = n_11;
                        if ((_e380 < BLOCK)) {
                        } else {
                            break;
                        }
                        {
                            r_5 = 0u;
                            bool loop_init_18 = true;
                            while(true) {
                                if (!loop_init_18) {
                                    uint _e437 = r_5;
                                    r_5 = (_e437 + 1u);
                                }
                                loop_init_18 = false;
                                uint _e385 = r_5;
                                if ((_e385 < OWN)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e388 = r_5;
                                    uint own = (first_2 + _e388);
                                    if (OWNS_KEYS) {
                                        uint _e391 = n_11;
                                        uint _e393 = r_5;
                                        uint _e395 = h_14;
                                        uint _e396 = at;
                                        uint _e397 = n_11;
                                        uint _e399 = n_11;
                                        uint _e401 = r_5;
                                        float _e403 = s_8[_e399][_e401];
                                        uint _e404 = n_11;
                                        uint _e406 = r_5;
                                        float _e408 = g[_e404][_e406];
                                        uint _e410 = n_11;
                                        vec4 _e412 = stats_tile[_e410];
                                        float _e413 = pair_weight(_e8, _e395, (_e396 + _e397), own, _e403, _e408, _e412, _e244);
                                        s_8[_e391][_e393] = _e413;
                                    } else {
                                        uint _e414 = n_11;
                                        uint _e416 = r_5;
                                        uint _e418 = h_14;
                                        uint _e419 = at;
                                        uint _e420 = n_11;
                                        uint _e422 = n_11;
                                        uint _e424 = r_5;
                                        float _e426 = s_8[_e422][_e424];
                                        uint _e427 = n_11;
                                        uint _e429 = r_5;
                                        float _e431 = g[_e427][_e429];
                                        uint _e432 = r_5;
                                        vec4 _e434 = stats[_e432];
                                        float _e435 = pair_weight(_e8, _e418, own, (_e419 + _e420), _e426, _e431, _e434, _e244);
                                        s_8[_e414][_e416] = _e435;
                                    }
                                }
                            }
                        }
                    }
                    d_17 = 0u;
                    bool loop_init_19 = true;
                    while(true) {
                        if (!loop_init_19) {
                            uint _e505 = d_17;
                            d_17 = (_e505 + 1u);
                        }
                        loop_init_19 = false;
                        uint _e444 = d_17;
                        if ((_e444 < SUM4_)) {
                        } else {
                            break;
                        }
                        {
                            n_12 = 0u;
                            bool loop_init_20 = true;
                            while(true) {
                                if (!loop_init_20) {
                                    uint _e502 = n_12;
                                    n_12 = (_e502 + 1u);
                                }
                                loop_init_20 = false;
                                uint _e449 = n_12;
                                if ((_e449 < BLOCK)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e452 = n_12;
                                    uint _e453 = d_17;
                                    vec4 _e454 = summed(_e452, _e453);
                                    r_6 = 0u;
                                    bool loop_init_21 = true;
                                    while(true) {
                                        if (!loop_init_21) {
                                            uint _e499 = r_6;
                                            r_6 = (_e499 + 1u);
                                        }
                                        loop_init_21 = false;
                                        uint _e457 = r_6;
                                        if ((_e457 < OWN)) {
                                        } else {
                                            break;
                                        }
                                        {
                                            if (careful) {
                                                uint _e460 = r_6;
                                                uint _e462 = d_17;
                                                vec4 _e464 = sum_4[_e460][_e462];
                                                uint _e465 = n_12;
                                                uint _e467 = r_6;
                                                float _e469 = s_8[_e465][_e467];
                                                uint _e473 = n_12;
                                                uint _e475 = r_6;
                                                float _e477 = s_8[_e473][_e475];
                                                sum_4[_e460][_e462] = (_e464 + ((_e477 == 0.0) ? vec4(0.0) : (_e469 * _e454)));
                                            } else {
                                                uint _e482 = r_6;
                                                uint _e484 = d_17;
                                                uint _e486 = n_12;
                                                uint _e488 = r_6;
                                                float _e490 = s_8[_e486][_e488];
                                                uint _e492 = r_6;
                                                uint _e494 = d_17;
                                                vec4 _e496 = sum_4[_e492][_e494];
                                                sum_4[_e482][_e484] = fma(vec4(_e490), _e454, _e496);
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    bool loop_init_22 = true;
    while(true) {
        if (!loop_init_22) {
            uint _e545 = r_7;
            r_7 = (_e545 + 1u);
        }
        loop_init_22 = false;
        uint _e515 = r_7;
        if ((_e515 < OWN)) {
        } else {
            break;
        }
        {
            uint _e518 = r_7;
            if (((first_2 + _e518) < _e8.span.y)) {
                d_18 = 0u;
                bool loop_init_23 = true;
                while(true) {
                    if (!loop_init_23) {
                        uint _e542 = d_18;
                        d_18 = (_e542 + 1u);
                    }
                    loop_init_23 = false;
                    uint _e525 = d_18;
                    if ((_e525 < SUM4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e528 = r_7;
                        uint _e530 = result_at(_e8, (first_2 + _e528));
                        uint _e531 = d_18;
                        uint _e535 = r_7;
                        uint _e537 = d_18;
                        vec4 _e539 = sum_4[_e535][_e537];
                        vec4 _e540 = finish(_e539);
                        store_o4_(_e530, (_e531 * 4u), SUM_DIM, _e540);
                    }
                }
            }
        }
    }
    return;
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        score_tile = vec4[64](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        value_tile = vec4[64](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        stats_tile = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        some_nonfinite = 0u;
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uvec3 id = gl_LocalInvocationID;
    run(wid, id.x);
    return;
}

