#version 310 es

precision highp float;
precision highp int;

layout(local_size_x = 16, local_size_y = 1, local_size_z = 1) in;

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
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
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
    ivec2 keys;
};
struct Seen {
    uvec2 keys;
    ivec2 positions;
    uint batch;
    uint head;
    int offset;
};
struct Tile {
    uint first;
    uint end;
    bool partly;
};
const uint WORKGROUP = 16u;
const uint RQ = 8u;
const uint BLOCK_Q = 128u;
const uint BLOCK_K = 16u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const bool STAGED = true;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const uint QK4_ = 16u;
const uint V4_ = 16u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_5_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_5_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_5_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) buffer type_6_block_5Compute { float _group_0_binding_5_cs[]; };

shared vec4 k_tile[256];

shared vec4 v_tile[256];

shared uint v_nonfinite;


int align_offset(uint q_count, uint kv_count) {
    uint _e4 = _group_0_binding_0_cs.align_to_end;
    if ((_e4 != 0u)) {
        return (int(kv_count) - int(q_count));
    }
    int _e12 = _group_0_binding_0_cs.align_offset;
    return _e12;
}

uint q_count_1(uint b) {
    uint _e3 = _group_0_binding_0_cs.q_len;
    return _e3;
}

uint kv_count_1(uint b_1) {
    uint _e3 = _group_0_binding_0_cs.kv_len;
    return _e3;
}

bool sees_first_keys(uvec3 n_3, Row row, int p, int j, int len) {
    return (j < int(n_3.x));
}

bool sees_window(uvec3 n_4, Row row_1, int p_1, int j_1, int len_1) {
    bool local_4 = false;
    if (((p_1 - j_1) <= int(n_4.x))) {
        local_4 = ((j_1 - p_1) <= int(n_4.y));
    } else {
        local_4 = false;
    }
    bool _e16 = local_4;
    return _e16;
}

bool sees_neighbourhood(uvec3 n_5, Row row_2, int p_2, int j_2, int len_2) {
    bool local_5 = false;
    bool local_6 = false;
    bool local_7 = false;
    int size = int(n_5.x);
    int step_3 = int(n_5.y);
    if (!((p_2 < 0))) {
        local_5 = (p_2 >= len_2);
    } else {
        local_5 = true;
    }
    bool _e16 = local_5;
    if (!(_e16)) {
        local_6 = ((abs((p_2 - j_2)) % step_3) != 0);
    } else {
        local_6 = true;
    }
    bool _e26 = local_6;
    if (_e26) {
        return false;
    }
    int places = ((((len_2 - (p_2 % step_3)) + step_3) - 1) / step_3);
    int first = min(max(((p_2 / step_3) - (size / 2)), 0), max((places - size), 0));
    if (((j_2 / step_3) >= first)) {
        local_7 = ((j_2 / step_3) < (first + size));
    } else {
        local_7 = false;
    }
    bool _e51 = local_7;
    return _e51;
}

int axis_place(int step_, int len_3, int token) {
    return ((max(token, 0) / step_) % len_3);
}

bool pattern_sees(Row row_3, int p_3, int j_3, int len_4) {
    bool local_8 = false;
    bool local_9 = false;
    bool local_10 = false;
    bool local_11 = false;
    bool local_12 = false;
    bool _e8 = sees_first_keys(uvec3(3u, 0u, 0u), row_3, p_3, j_3, len_4);
    if (!(_e8)) {
        bool _e16 = sees_window(uvec3(10u, 10u, 0u), row_3, p_3, j_3, len_4);
        local_8 = _e16;
    } else {
        local_8 = true;
    }
    bool _e18 = local_8;
    if (!(_e18)) {
        if ((p_3 >= 0)) {
            int _e32 = axis_place(8, 8, p_3);
            int _e35 = axis_place(8, 8, j_3);
            bool _e37 = sees_neighbourhood(uvec3(3u, 1u, 0u), row_3, _e32, _e35, 8);
            local_10 = _e37;
        } else {
            local_10 = false;
        }
        bool _e39 = local_10;
        if (_e39) {
            if ((p_3 >= 0)) {
                int _e52 = axis_place(1, 8, p_3);
                int _e55 = axis_place(1, 8, j_3);
                bool _e57 = sees_neighbourhood(uvec3(3u, 1u, 0u), row_3, _e52, _e55, 8);
                local_12 = _e57;
            } else {
                local_12 = false;
            }
            bool _e59 = local_12;
            local_11 = _e59;
        } else {
            local_11 = false;
        }
        bool _e61 = local_11;
        local_9 = _e61;
    } else {
        local_9 = true;
    }
    bool _e63 = local_9;
    return _e63;
}

float mask_pattern(float s_1, uint b_2, uint h, uint i, uint j_4) {
    uint _e6 = q_count_1(b_2);
    uint _e7 = kv_count_1(b_2);
    int _e8 = align_offset(_e6, _e7);
    int p_9 = (int(i) + _e8);
    uint _e13 = kv_count_1(b_2);
    bool _e15 = pattern_sees(Row(b_2, h, i, j_4), p_9, int(j_4), int(_e13));
    return (_e15 ? s_1 : MASKED);
}

float edit_score(float raw, uint b_3, uint h_1, uint i_1, uint j_5) {
    float s_2 = 0.0;
    s_2 = raw;
    float _e6 = s_2;
    float _e7 = mask_pattern(_e6, b_3, h_1, i_1, j_5);
    s_2 = _e7;
    float _e8 = s_2;
    return _e8;
}

bool tile_first_keys(uvec3 n_6, RowTile rows, ivec2 p_4, ivec2 keys) {
    return (keys.x < int(n_6.x));
}

bool tile_window(uvec3 n_7, RowTile rows_1, ivec2 p_5, ivec2 keys_1) {
    bool local_13 = false;
    if ((keys_1.x <= (p_5.y + int(n_7.y)))) {
        local_13 = (keys_1.y > (p_5.x - int(n_7.x)));
    } else {
        local_13 = false;
    }
    bool _e19 = local_13;
    return _e19;
}

bool tile_neighbourhood(uvec3 n_8, RowTile rows_2, ivec2 p_6, ivec2 keys_2) {
    bool local_14 = false;
    int reach = int((min(n_8.x, (268435456u / n_8.y)) * n_8.y));
    if ((keys_2.x <= (p_6.y + reach))) {
        local_14 = (keys_2.y > (p_6.x - reach));
    } else {
        local_14 = false;
    }
    bool _e23 = local_14;
    return _e23;
}

ivec2 axis_places(int step_1, int len_5, ivec2 tokens) {
    ivec2 at_1 = (max(tokens, ivec2(0)) / ivec2(step_1));
    return (((at_1.x / len_5) == (at_1.y / len_5)) ? (at_1 % ivec2(len_5)) : ivec2(0, (len_5 - 1)));
}

ivec2 axis_keys(int step_2, int len_6, ivec2 keys_3) {
    ivec2 _e7 = axis_places(step_2, len_6, (keys_3 - ivec2(0, 1)));
    return (_e7 + ivec2(0, 1));
}

bool pattern_tile(RowTile rows_3, ivec2 p_7, ivec2 keys_4) {
    bool local_15 = false;
    bool local_16 = false;
    bool local_17 = false;
    bool local_18 = false;
    bool local_19 = false;
    bool _e7 = tile_first_keys(uvec3(3u, 0u, 0u), rows_3, p_7, keys_4);
    if (!(_e7)) {
        bool _e15 = tile_window(uvec3(10u, 10u, 0u), rows_3, p_7, keys_4);
        local_15 = _e15;
    } else {
        local_15 = true;
    }
    bool _e17 = local_15;
    if (!(_e17)) {
        if ((p_7.y >= 0)) {
            ivec2 _e32 = axis_places(8, 8, p_7);
            ivec2 _e35 = axis_keys(8, 8, keys_4);
            bool _e36 = tile_neighbourhood(uvec3(3u, 1u, 0u), rows_3, _e32, _e35);
            local_17 = _e36;
        } else {
            local_17 = false;
        }
        bool _e38 = local_17;
        if (_e38) {
            if ((p_7.y >= 0)) {
                ivec2 _e52 = axis_places(1, 8, p_7);
                ivec2 _e55 = axis_keys(1, 8, keys_4);
                bool _e56 = tile_neighbourhood(uvec3(3u, 1u, 0u), rows_3, _e52, _e55);
                local_19 = _e56;
            } else {
                local_19 = false;
            }
            bool _e58 = local_19;
            local_18 = _e58;
        } else {
            local_18 = false;
        }
        bool _e60 = local_18;
        local_16 = _e60;
    } else {
        local_16 = true;
    }
    bool _e62 = local_16;
    return _e62;
}

vec4 load_q4_(uint base, uint d_6) {
    if ((d_6 >= QK_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_1_cs[((base + d_6) >> 2u)];
    return vec4(_e11);
}

vec4 load_k4_(uint base_1, uint d_7) {
    if ((d_7 >= QK_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_2_cs[((base_1 + d_7) >> 2u)];
    return vec4(_e11);
}

vec4 load_v4_(uint base_2, uint d_8) {
    if ((d_8 >= V_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_3_cs[((base_2 + d_8) >> 2u)];
    return vec4(_e11);
}

void store_o4_(uint base_3, uint d_9, uint dim, vec4 x_2) {
    if ((d_9 < dim)) {
        _group_0_binding_4_cs[((base_3 + d_9) >> 2u)] = vec4(x_2);
        return;
    } else {
        return;
    }
}

void store_lse(uint at, float x_3) {
    _group_0_binding_5_cs[at] = x_3;
    return;
}

bool is_nan(float x_4) {
    return ((floatBitsToUint(x_4) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_3) {
    bool _e3 = is_nan(s_3);
    return (_e3 ? s_3 : max(s_3, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_5) {
    return (floatBitsToUint(x_5) == 4286578688u);
}

bool any_nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return any(equal((floatBitsToUint(v) & exponent), exponent));
}

float exp_kept(float x_6) {
    bool _e2 = is_nan(x_6);
    return (_e2 ? x_6 : exp(x_6));
}

vec4 exp_kept4_(vec4 x_7) {
    bvec4 nan = greaterThan((floatBitsToUint(x_7) & uvec4(2147483647u)), uvec4(2139095040u));
    return mix(exp(x_7), x_7, nan);
}

bool row_seen(float sum) {
    bool local_20 = false;
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_20 = _e6;
    } else {
        local_20 = true;
    }
    bool _e8 = local_20;
    return _e8;
}

float log_sum(float top, float sum_1) {
    float _e4 = _group_0_binding_0_cs.neg_inf;
    bool _e10 = is_nan(sum_1);
    return (_e10 ? sum_1 : ((sum_1 > 0.0) ? (top + log(sum_1)) : _e4));
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uvec2 key_range(uint i_2, int offset, uint kv_count_2) {
    int lo = 0;
    int hi = 0;
    int p_10 = (int(i_2) + offset);
    int end = int(kv_count_2);
    hi = end;
    int _e11 = _group_0_binding_0_cs.window_left;
    if ((_e11 >= 0)) {
        int _e16 = _group_0_binding_0_cs.window_left;
        lo = min(max((p_10 - _e16), 0), end);
    }
    int _e22 = _group_0_binding_0_cs.window_right;
    if ((_e22 >= 0)) {
        int _e27 = _group_0_binding_0_cs.window_right;
        hi = min(max(((p_10 + _e27) + 1), 0), end);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return uvec2(uint(_e33), uint(max(_e35, _e36)));
}

uint q_start(uint b_4) {
    return 0u;
}

uint kv_start(uint b_5) {
    return 0u;
}

vec4 scale_q(vec4 x_8) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (x_8 * _e3);
}

float pair(vec4 x_9, vec4 k, uint h_2, uint d_10) {
    return dot(x_9, k);
}

float scale_pair(float s_4) {
    return s_4;
}

vec4 scale_pairs(vec4 s_5) {
    return s_5;
}

uvec2 row_tile(uint t_1) {
    return uvec2((t_1 * BLOCK_Q), ((t_1 + 1u) * BLOCK_Q));
}

uvec2 split_share(uint tiles_1, uint split) {
    uint _e4 = _group_0_binding_0_cs.splits;
    uint _e10 = _group_0_binding_0_cs.splits;
    uint share = (((tiles_1 + _e4) - 1u) / _e10);
    return uvec2(min((split * share), tiles_1), min(((split + 1u) * share), tiles_1));
}

uvec3 tile_span(uint b_6, uint head, uint t_2, Seen seen, uint split_1) {
    uint lo_1 = (seen.keys.x / BLOCK_K);
    uint tiles_2 = (max(lo_1, (((seen.keys.y + BLOCK_K) - 1u) / BLOCK_K)) - lo_1);
    uvec2 _e19 = split_share(tiles_2, split_1);
    return uvec3((_e19 + uvec2(lo_1)), 0u);
}

Tile tile_at(uint n_9, uint base_4, Seen seen_1) {
    uvec2 keys_7 = uvec2((n_9 * BLOCK_K), min(((n_9 + 1u) * BLOCK_K), seen_1.keys.y));
    uvec2 queries = uvec2((seen_1.positions - ivec2(seen_1.offset)));
    RowTile rows_4 = RowTile(seen_1.batch, seen_1.head, queries.x, queries.y, ivec2(keys_7));
    bool _e29 = pattern_tile(rows_4, seen_1.positions, ivec2(keys_7));
    return Tile(keys_7.x, (_e29 ? keys_7.y : 0u), false);
}

uint key_of(uint slot) {
    return slot;
}

float first_max(uint lse_at) {
    return MASKED;
}

float next_max(float m_1, float tile) {
    return max(m_1, tile);
}

float size_of(vec4 s_6) {
    return max(max(s_6.x, s_6.y), max(s_6.z, s_6.w));
}

vec4 weights(vec4 s_7, float top_1, uint b_7, uint head_1, uint i_3, uint slot_1) {
    vec4 _e8 = exp_kept4_((s_7 - vec4(top_1)));
    return mix(_e8, vec4(0.0), equal(s_7, vec4(-3.4028235e38)));
}

float mass(vec4 s_8, vec4 p_8) {
    return (((p_8.x + p_8.y) + p_8.z) + p_8.w);
}

float sink_logit(uint h_3) {
    return MASKED;
}

vec2 finish_row(float m_2, float l_1, uint head_2, uint split_2) {
    float top_2 = 0.0;
    float shrink_1 = 1.0;
    float sum_2 = 0.0;
    bool local_21 = false;
    top_2 = m_2;
    sum_2 = l_1;
    float _e8 = sink_logit(head_2);
    if ((split_2 == 0u)) {
        local_21 = (_e8 != MASKED);
    } else {
        local_21 = false;
    }
    bool _e16 = local_21;
    if (_e16) {
        float _e17 = top_2;
        top_2 = max(_e17, _e8);
        float _e19 = top_2;
        shrink_1 = exp((m_2 - _e19));
        float _e22 = sum_2;
        float _e23 = shrink_1;
        float _e25 = top_2;
        sum_2 = ((_e22 * _e23) + exp((_e8 - _e25)));
    }
    float _e29 = shrink_1;
    float _e30 = sum_2;
    float _e32 = sum_2;
    bool _e33 = row_seen(_e32);
    float _e36 = top_2;
    float _e37 = sum_2;
    float _e38 = log_sum(_e36, _e37);
    return vec2((_e33 ? (_e29 / _e30) : 0.0), _e38);
}

float row_weight(uint b_8, uint h_4, uint i_4) {
    return 1.0;
}

bool rows_wanted(uint b_9, uint head_base, uint first_row, uint row_end) {
    return true;
}

vec4 output_(vec4 x_10, uint b_10, uint h_5, uint i_5, uint d_11) {
    return x_10;
}

float edit_one(float s_9, uint b_11, uint head_3, uint i_6, uint slot_2, uvec2 keys_5) {
    bool local_22 = false;
    bool local_23 = false;
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_5.x))) {
        local_22 = (_e6 >= keys_5.y);
    } else {
        local_22 = true;
    }
    bool _e15 = local_22;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_9, b_11, head_3, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_23 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_23 = false;
    }
    bool _e26 = local_23;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

vec4 edit_four(vec4 s_10, uint b_12, uint head_4, uint i_7, uint slot_3, uvec2 keys_6) {
    float _e7 = edit_one(s_10.x, b_12, head_4, i_7, slot_3, keys_6);
    float _e11 = edit_one(s_10.y, b_12, head_4, i_7, (slot_3 + 1u), keys_6);
    float _e15 = edit_one(s_10.z, b_12, head_4, i_7, (slot_3 + 2u), keys_6);
    float _e19 = edit_one(s_10.w, b_12, head_4, i_7, (slot_3 + 3u), keys_6);
    return vec4(_e7, _e11, _e15, _e19);
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        k_tile = vec4[256](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        v_tile = vec4[256](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        v_nonfinite = 0u;
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint id = 0u;
    uvec3 tiles = uvec3(0u);
    vec4 q_row[8][16] = vec4[8][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
    vec4 acc[8][16] = vec4[8][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
    uvec2 row_keys[8] = uvec2[8](uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u));
    float row_factor[8] = float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    float m[8] = float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    float l[8] = float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    uint r = 0u;
    uint d = 0u;
    uint d_1 = 0u;
    uint t = 0u;
    uint n = 0u;
    vec4 x = vec4(0.0);
    uint n_1 = 0u;
    vec4 x_1 = vec4(0.0);
    bool local = false;
    bool local_1 = false;
    bool local_2 = false;
    uint k4_ = 0u;
    vec4 s[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint r_1 = 0u;
    uint d_2 = 0u;
    uint r_2 = 0u;
    float shrink[8] = float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    uint r_3 = 0u;
    bool local_3 = false;
    uint n_2 = 0u;
    uint d_3 = 0u;
    uint r_4 = 0u;
    uint d_4 = 0u;
    uint r_5 = 0u;
    uint r_6 = 0u;
    uint d_5 = 0u;
    uint _e2 = group_id(wid);
    id = _e2;
    uint _e4 = id;
    uint _e7 = _group_0_binding_0_cs.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = id;
    uint _e12 = _group_0_binding_0_cs.splits;
    uint split_3 = (_e9 % _e12);
    uint _e14 = id;
    uint _e17 = _group_0_binding_0_cs.splits;
    id = (_e14 / _e17);
    uint _e19 = id;
    uint _e22 = _group_0_binding_0_cs.q_tiles;
    uint row_tile_id = (_e19 % _e22);
    uvec2 _e24 = row_tile(row_tile_id);
    uint _e25 = id;
    uint _e28 = _group_0_binding_0_cs.q_tiles;
    id = (_e25 / _e28);
    uint _e32 = _group_0_binding_0_cs.head_base;
    uint _e33 = id;
    uint _e36 = _group_0_binding_0_cs.packs;
    uint _e40 = _group_0_binding_0_cs.pack;
    uint head_base_1 = (_e32 + ((_e33 % _e36) * _e40));
    uint _e45 = _group_0_binding_0_cs.group;
    uint kv_head = (head_base_1 / _e45);
    uint _e49 = _group_0_binding_0_cs.batch_base;
    uint _e50 = id;
    uint _e53 = _group_0_binding_0_cs.packs;
    uint b_13 = (_e49 + (_e50 / _e53));
    uint _e56 = q_count_1(b_13);
    uint _e57 = kv_count_1(b_13);
    uint first_row_1 = _e24.x;
    uint _e62 = _group_0_binding_0_cs.pack;
    uint row_end_1 = min(_e24.y, (_e56 * _e62));
    if ((first_row_1 >= row_end_1)) {
        return;
    }
    int _e66 = align_offset(_e56, _e57);
    uint _e69 = _group_0_binding_0_cs.pack;
    uint first_query = (first_row_1 / _e69);
    uint _e75 = _group_0_binding_0_cs.pack;
    uint last_query = ((row_end_1 - 1u) / _e75);
    uvec2 _e77 = key_range(first_query, _e66, _e57);
    uvec2 _e78 = key_range(last_query, _e66, _e57);
    Seen seen_2 = Seen(uvec2(_e77.x, _e78.y), ivec2((int(first_query) + _e66), (int(last_query) + _e66)), b_13, head_base_1, _e66);
    uvec3 _e88 = tile_span(b_13, head_base_1, row_tile_id, seen_2, split_3);
    tiles = _e88;
    bool _e90 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
    if (!(_e90)) {
        uint _e94 = tiles.x;
        tiles.y = _e94;
    }
    if ((tid == 0u)) {
        atomicExchange(v_nonfinite, 0u);
    }
    uint _e101 = _group_0_binding_0_cs.q_offset;
    uint _e104 = _group_0_binding_0_cs.q_batch;
    uint _e107 = q_start(b_13);
    uint _e110 = _group_0_binding_0_cs.q_row;
    uint q_base = ((_e101 + (b_13 * _e104)) + (_e107 * _e110));
    uint _e115 = _group_0_binding_0_cs.k_offset;
    uint _e118 = _group_0_binding_0_cs.k_batch;
    uint _e123 = _group_0_binding_0_cs.k_head;
    uint _e126 = kv_start(b_13);
    uint _e129 = _group_0_binding_0_cs.k_row;
    uint k_base = (((_e115 + (b_13 * _e118)) + (kv_head * _e123)) + (_e126 * _e129));
    uint _e134 = _group_0_binding_0_cs.v_offset;
    uint _e137 = _group_0_binding_0_cs.v_batch;
    uint _e142 = _group_0_binding_0_cs.v_head;
    uint _e145 = kv_start(b_13);
    uint _e148 = _group_0_binding_0_cs.v_row;
    uint v_base = (((_e134 + (b_13 * _e137)) + (kv_head * _e142)) + (_e145 * _e148));
    uint _e153 = _group_0_binding_0_cs.lse_batch;
    uint _e155 = q_start(b_13);
    uint lse_base = ((b_13 * _e153) + _e155);
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e291 = r;
            r = (_e291 + 1u);
        }
        loop_init = false;
        uint _e165 = r;
        if ((_e165 < RQ)) {
        } else {
            break;
        }
        {
            uint _e168 = r;
            uint row_4 = ((first_row_1 + (_e168 * WORKGROUP)) + tid);
            uint _e175 = _group_0_binding_0_cs.pack;
            uint _e180 = _group_0_binding_0_cs.q_head;
            uint _e185 = _group_0_binding_0_cs.pack;
            uint _e189 = _group_0_binding_0_cs.q_row;
            uint at_2 = ((q_base + ((head_base_1 + (row_4 % _e175)) * _e180)) + ((row_4 / _e185) * _e189));
            d = 0u;
            bool loop_init_1 = true;
            while(true) {
                if (!loop_init_1) {
                    uint _e214 = d;
                    d = (_e214 + 1u);
                }
                loop_init_1 = false;
                uint _e194 = d;
                if ((_e194 < QK4_)) {
                } else {
                    break;
                }
                {
                    uint _e197 = r;
                    uint _e199 = d;
                    q_row[_e197][_e199] = vec4(0.0);
                    if ((row_4 < row_end_1)) {
                        uint _e204 = r;
                        uint _e206 = d;
                        uint _e208 = d;
                        vec4 _e211 = load_q4_(at_2, (_e208 * 4u));
                        vec4 _e212 = scale_q(_e211);
                        q_row[_e204][_e206] = _e212;
                    }
                }
            }
            d_1 = 0u;
            bool loop_init_2 = true;
            while(true) {
                if (!loop_init_2) {
                    uint _e228 = d_1;
                    d_1 = (_e228 + 1u);
                }
                loop_init_2 = false;
                uint _e218 = d_1;
                if ((_e218 < V4_)) {
                } else {
                    break;
                }
                {
                    uint _e221 = r;
                    uint _e223 = d_1;
                    acc[_e221][_e223] = vec4(0.0);
                }
            }
            uint _e230 = r;
            row_keys[_e230] = uvec2(0u);
            uint _e234 = r;
            row_factor[_e234] = 0.0;
            if ((row_4 < row_end_1)) {
                uint _e238 = r;
                uint _e242 = _group_0_binding_0_cs.pack;
                uint _e247 = _group_0_binding_0_cs.pack;
                float _e249 = row_weight(b_13, (head_base_1 + (row_4 % _e242)), (row_4 / _e247));
                row_factor[_e238] = _e249;
                uint _e250 = r;
                uint _e254 = _group_0_binding_0_cs.pack;
                uvec2 _e256 = key_range((row_4 / _e254), _e66, _e57);
                uint _e259 = r;
                float _e261 = row_factor[_e259];
                row_keys[_e250] = ((_e261 == 0.0) ? uvec2(0u) : _e256);
            }
            uint _e265 = r;
            m[_e265] = MASKED;
            if ((row_4 < row_end_1)) {
                uint _e269 = r;
                uint _e273 = _group_0_binding_0_cs.pack;
                uint _e278 = _group_0_binding_0_cs.lse_head;
                uint _e283 = _group_0_binding_0_cs.pack;
                float _e286 = first_max(((lse_base + ((head_base_1 + (row_4 % _e273)) * _e278)) + (row_4 / _e283)));
                m[_e269] = _e286;
            }
            uint _e287 = r;
            l[_e287] = 0.0;
        }
    }
    uint _e294 = tiles.x;
    t = _e294;
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e765 = t;
            t = (_e765 + 1u);
        }
        loop_init_3 = false;
        uint _e296 = t;
        uint _e298 = tiles.y;
        if ((_e296 < _e298)) {
        } else {
            break;
        }
        {
            uint _e300 = t;
            uint _e302 = tiles.z;
            Tile _e303 = tile_at(_e300, _e302, seen_2);
            uint key0_ = _e303.first;
            if ((key0_ >= _e303.end)) {
                continue;
            }
            memoryBarrierShared();
            barrier();
            n = tid;
            bool loop_init_4 = true;
            while(true) {
                if (!loop_init_4) {
                    uint _e336 = n;
                    n = (_e336 + WORKGROUP);
                }
                loop_init_4 = false;
                uint _e308 = n;
                if ((_e308 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e311 = n;
                    uint _e315 = key_of((key0_ + (_e311 / QK4_)));
                    x = vec4(0.0);
                    if ((_e315 < _e303.end)) {
                        uint _e323 = _group_0_binding_0_cs.k_row;
                        uint _e326 = n;
                        vec4 _e331 = load_k4_((k_base + (_e315 * _e323)), ((_e326 % QK4_) * 4u));
                        x = _e331;
                    }
                    uint _e333 = n;
                    vec4 _e335 = x;
                    k_tile[_e333] = _e335;
                }
            }
            n_1 = tid;
            bool loop_init_5 = true;
            while(true) {
                if (!loop_init_5) {
                    uint _e372 = n_1;
                    n_1 = (_e372 + WORKGROUP);
                }
                loop_init_5 = false;
                uint _e340 = n_1;
                if ((_e340 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e343 = n_1;
                    uint _e347 = key_of((key0_ + (_e343 / V4_)));
                    x_1 = vec4(0.0);
                    if ((_e347 < _e303.end)) {
                        uint _e355 = _group_0_binding_0_cs.v_row;
                        uint _e358 = n_1;
                        vec4 _e363 = load_v4_((v_base + (_e347 * _e355)), ((_e358 % V4_) * 4u));
                        x_1 = _e363;
                        vec4 _e364 = x_1;
                        bool _e365 = any_nonfinite(_e364);
                        if (_e365) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                    }
                    uint _e369 = n_1;
                    vec4 _e371 = x_1;
                    v_tile[_e369] = _e371;
                }
            }
            memoryBarrierShared();
            barrier();
            uint _e376 = atomicOr(v_nonfinite, 0u);
            bool careful = (_e376 != 0u);
            if ((key0_ >= _e78.x)) {
                local = ((key0_ + BLOCK_K) <= min(_e77.y, _e303.end));
            } else {
                local = false;
            }
            bool _e390 = local;
            if (_e390) {
                local_1 = (row_end_1 == (first_row_1 + BLOCK_Q));
            } else {
                local_1 = false;
            }
            bool _e397 = local_1;
            if (_e397) {
                local_2 = !(_e303.partly);
            } else {
                local_2 = false;
            }
            bool whole = local_2;
            k4_ = 0u;
            bool loop_init_6 = true;
            while(true) {
                if (!loop_init_6) {
                    uint _e761 = k4_;
                    k4_ = (_e761 + 4u);
                }
                loop_init_6 = false;
                uint _e406 = k4_;
                if ((_e406 < BLOCK_K)) {
                } else {
                    break;
                }
                {
                    s = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
                    r_1 = 0u;
                    bool loop_init_7 = true;
                    while(true) {
                        if (!loop_init_7) {
                            uint _e421 = r_1;
                            r_1 = (_e421 + 1u);
                        }
                        loop_init_7 = false;
                        uint _e413 = r_1;
                        if ((_e413 < RQ)) {
                        } else {
                            break;
                        }
                        {
                            uint _e416 = r_1;
                            s[_e416] = vec4(0.0);
                        }
                    }
                    d_2 = 0u;
                    bool loop_init_8 = true;
                    while(true) {
                        if (!loop_init_8) {
                            uint _e511 = d_2;
                            d_2 = (_e511 + 1u);
                        }
                        loop_init_8 = false;
                        uint _e425 = d_2;
                        if ((_e425 < QK4_)) {
                        } else {
                            break;
                        }
                        {
                            uint _e429 = k4_;
                            uint _e432 = d_2;
                            vec4 k0_ = k_tile[((_e429 * QK4_) + _e432)];
                            uint _e437 = k4_;
                            uint _e442 = d_2;
                            vec4 k1_ = k_tile[(((_e437 + 1u) * QK4_) + _e442)];
                            uint _e447 = k4_;
                            uint _e452 = d_2;
                            vec4 k2_ = k_tile[(((_e447 + 2u) * QK4_) + _e452)];
                            uint _e457 = k4_;
                            uint _e462 = d_2;
                            vec4 k3_ = k_tile[(((_e457 + 3u) * QK4_) + _e462)];
                            r_2 = 0u;
                            bool loop_init_9 = true;
                            while(true) {
                                if (!loop_init_9) {
                                    uint _e508 = r_2;
                                    r_2 = (_e508 + 1u);
                                }
                                loop_init_9 = false;
                                uint _e468 = r_2;
                                if ((_e468 < RQ)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e471 = r_2;
                                    uint _e473 = d_2;
                                    vec4 x_11 = q_row[_e471][_e473];
                                    uint _e476 = r_2;
                                    uint _e483 = _group_0_binding_0_cs.pack;
                                    uint head_5 = (head_base_1 + (((first_row_1 + (_e476 * WORKGROUP)) + tid) % _e483));
                                    uint _e486 = r_2;
                                    vec4 _e488 = s[_e486];
                                    uint _e489 = d_2;
                                    float _e492 = pair(x_11, k0_, head_5, (_e489 * 4u));
                                    uint _e493 = d_2;
                                    float _e496 = pair(x_11, k1_, head_5, (_e493 * 4u));
                                    uint _e497 = d_2;
                                    float _e500 = pair(x_11, k2_, head_5, (_e497 * 4u));
                                    uint _e501 = d_2;
                                    float _e504 = pair(x_11, k3_, head_5, (_e501 * 4u));
                                    s[_e486] = (_e488 + vec4(_e492, _e496, _e500, _e504));
                                }
                            }
                        }
                    }
                    shrink = float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
                    r_3 = 0u;
                    bool loop_init_10 = true;
                    while(true) {
                        if (!loop_init_10) {
                            uint _e604 = r_3;
                            r_3 = (_e604 + 1u);
                        }
                        loop_init_10 = false;
                        uint _e517 = r_3;
                        if ((_e517 < RQ)) {
                        } else {
                            break;
                        }
                        {
                            uint _e520 = r_3;
                            uint row_5 = ((first_row_1 + (_e520 * WORKGROUP)) + tid);
                            uint _e527 = _group_0_binding_0_cs.pack;
                            uint head_6 = (head_base_1 + (row_5 % _e527));
                            uint _e530 = r_3;
                            uint _e532 = r_3;
                            vec4 _e534 = s[_e532];
                            vec4 _e535 = scale_pairs(_e534);
                            s[_e530] = _e535;
                            if (false) {
                                local_3 = !(whole);
                            } else {
                                local_3 = true;
                            }
                            bool _e541 = local_3;
                            if (_e541) {
                                uint _e542 = r_3;
                                uint _e544 = r_3;
                                vec4 _e546 = s[_e544];
                                uint _e549 = _group_0_binding_0_cs.pack;
                                uint _e551 = k4_;
                                uint _e553 = r_3;
                                uvec2 _e555 = row_keys[_e553];
                                vec4 _e559 = edit_four(_e546, b_13, head_6, (row_5 / _e549), (key0_ + _e551), min(_e555, uvec2(_e303.end)));
                                s[_e542] = _e559;
                            }
                            uint _e560 = r_3;
                            float _e562 = m[_e560];
                            uint _e563 = r_3;
                            vec4 _e565 = s[_e563];
                            float _e566 = size_of(_e565);
                            float _e567 = next_max(_e562, _e566);
                            uint _e568 = r_3;
                            uint _e570 = r_3;
                            float _e572 = m[_e570];
                            shrink[_e568] = exp((_e572 - _e567));
                            uint _e575 = r_3;
                            m[_e575] = _e567;
                            uint _e577 = r_3;
                            vec4 _e579 = s[_e577];
                            uint _e582 = _group_0_binding_0_cs.pack;
                            uint _e584 = k4_;
                            vec4 _e586 = weights(_e579, _e567, b_13, head_6, (row_5 / _e582), (key0_ + _e584));
                            uint _e587 = r_3;
                            uint _e589 = r_3;
                            float _e591 = l[_e589];
                            uint _e592 = r_3;
                            float _e594 = shrink[_e592];
                            uint _e596 = r_3;
                            vec4 _e598 = s[_e596];
                            float _e599 = mass(_e598, _e586);
                            l[_e587] = ((_e591 * _e594) + _e599);
                            uint _e601 = r_3;
                            s[_e601] = _e586;
                        }
                    }
                    if (careful) {
                        n_2 = 0u;
                        bool loop_init_11 = true;
                        while(true) {
                            if (!loop_init_11) {
                                uint _e668 = n_2;
                                n_2 = (_e668 + 1u);
                            }
                            loop_init_11 = false;
                            uint _e608 = n_2;
                            if ((_e608 < 4u)) {
                            } else {
                                break;
                            }
                            {
                                d_3 = 0u;
                                bool loop_init_12 = true;
                                while(true) {
                                    if (!loop_init_12) {
                                        uint _e665 = d_3;
                                        d_3 = (_e665 + 1u);
                                    }
                                    loop_init_12 = false;
                                    uint _e613 = d_3;
                                    if ((_e613 < V4_)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e617 = k4_;
                                        uint _e618 = n_2;
                                        uint _e622 = d_3;
                                        vec4 v_2 = v_tile[(((_e617 + _e618) * V4_) + _e622)];
                                        r_4 = 0u;
                                        bool loop_init_13 = true;
                                        while(true) {
                                            if (!loop_init_13) {
                                                uint _e662 = r_4;
                                                r_4 = (_e662 + 1u);
                                            }
                                            loop_init_13 = false;
                                            uint _e628 = r_4;
                                            if ((_e628 < RQ)) {
                                            } else {
                                                break;
                                            }
                                            {
                                                uint _e631 = r_4;
                                                uint _e633 = n_2;
                                                float p_11 = s[_e631][_e633];
                                                uint _e636 = r_4;
                                                uint _e638 = d_3;
                                                uint _e640 = r_4;
                                                uint _e642 = d_3;
                                                vec4 _e644 = acc[_e640][_e642];
                                                uint _e645 = r_4;
                                                float _e647 = shrink[_e645];
                                                uint _e648 = n_2;
                                                acc[_e636][_e638] = ((_e644 * ((_e648 == 0u) ? _e647 : 1.0)) + ((p_11 == 0.0) ? vec4(0.0) : (p_11 * v_2)));
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    } else {
                        d_4 = 0u;
                        bool loop_init_14 = true;
                        while(true) {
                            if (!loop_init_14) {
                                uint _e759 = d_4;
                                d_4 = (_e759 + 1u);
                            }
                            loop_init_14 = false;
                            uint _e672 = d_4;
                            if ((_e672 < V4_)) {
                            } else {
                                break;
                            }
                            {
                                uint _e676 = k4_;
                                uint _e679 = d_4;
                                vec4 v0_ = v_tile[((_e676 * V4_) + _e679)];
                                uint _e684 = k4_;
                                uint _e689 = d_4;
                                vec4 v1_ = v_tile[(((_e684 + 1u) * V4_) + _e689)];
                                uint _e694 = k4_;
                                uint _e699 = d_4;
                                vec4 v2_ = v_tile[(((_e694 + 2u) * V4_) + _e699)];
                                uint _e704 = k4_;
                                uint _e709 = d_4;
                                vec4 v3_ = v_tile[(((_e704 + 3u) * V4_) + _e709)];
                                r_5 = 0u;
                                bool loop_init_15 = true;
                                while(true) {
                                    if (!loop_init_15) {
                                        uint _e756 = r_5;
                                        r_5 = (_e756 + 1u);
                                    }
                                    loop_init_15 = false;
                                    uint _e715 = r_5;
                                    if ((_e715 < RQ)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e718 = r_5;
                                        uint _e720 = d_4;
                                        uint _e722 = r_5;
                                        uint _e724 = d_4;
                                        vec4 _e726 = acc[_e722][_e724];
                                        uint _e727 = r_5;
                                        float _e729 = shrink[_e727];
                                        uint _e731 = r_5;
                                        float _e734 = s[_e731].x;
                                        uint _e737 = r_5;
                                        float _e740 = s[_e737].y;
                                        uint _e743 = r_5;
                                        float _e746 = s[_e743].z;
                                        uint _e749 = r_5;
                                        float _e752 = s[_e749].w;
                                        acc[_e718][_e720] = (((((_e726 * _e729) + (_e734 * v0_)) + (_e740 * v1_)) + (_e746 * v2_)) + (_e752 * v3_));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    bool loop_init_16 = true;
    while(true) {
        if (!loop_init_16) {
            uint _e867 = r_6;
            r_6 = (_e867 + 1u);
        }
        loop_init_16 = false;
        uint _e769 = r_6;
        if ((_e769 < RQ)) {
        } else {
            break;
        }
        {
            uint _e772 = r_6;
            uint row_6 = ((first_row_1 + (_e772 * WORKGROUP)) + tid);
            if ((row_6 < row_end_1)) {
                uint _e780 = _group_0_binding_0_cs.pack;
                uint head_7 = (head_base_1 + (row_6 % _e780));
                uint _e783 = q_start(b_13);
                uint _e786 = _group_0_binding_0_cs.pack;
                uint i_8 = (_e783 + (row_6 / _e786));
                uint _e789 = r_6;
                float _e791 = m[_e789];
                uint _e792 = r_6;
                float _e794 = l[_e792];
                vec2 _e795 = finish_row(_e791, _e794, head_7, split_3);
                uint _e798 = _group_0_binding_0_cs.o_offset;
                uint _e801 = _group_0_binding_0_cs.o_split;
                uint _e806 = _group_0_binding_0_cs.o_batch;
                uint _e811 = _group_0_binding_0_cs.o_head;
                uint _e816 = _group_0_binding_0_cs.o_row;
                uint at_3 = ((((_e798 + (split_3 * _e801)) + (b_13 * _e806)) + (head_7 * _e811)) + (i_8 * _e816));
                d_5 = 0u;
                bool loop_init_17 = true;
                while(true) {
                    if (!loop_init_17) {
                        uint _e848 = d_5;
                        d_5 = (_e848 + 1u);
                    }
                    loop_init_17 = false;
                    uint _e821 = d_5;
                    if ((_e821 < V4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e824 = d_5;
                        uint _e828 = r_6;
                        uint _e830 = d_5;
                        vec4 _e832 = acc[_e828][_e830];
                        uint _e834 = r_6;
                        float _e836 = row_factor[_e834];
                        uint _e841 = _group_0_binding_0_cs.pack;
                        uint _e843 = d_5;
                        vec4 _e846 = output_((_e832 * (_e795.x * _e836)), b_13, head_7, (row_6 / _e841), (_e843 * 4u));
                        store_o4_(at_3, (_e824 * 4u), V_DIM, _e846);
                    }
                }
                uint _e852 = _group_0_binding_0_cs.lse_split;
                uint _e857 = _group_0_binding_0_cs.lse_head;
                uint _e862 = _group_0_binding_0_cs.pack;
                store_lse((((lse_base + (split_3 * _e852)) + (head_7 * _e857)) + (row_6 / _e862)), _e795.y);
            }
        }
    }
    return;
}

