#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
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
    uint listed;
};
struct Group {
    Seen seen;
    uint split;
    uint first_row;
    uint row_end;
    uint kv_len;
    uvec2 by_all;
    uvec3 tiles;
    uint q_base;
    uint k_base;
    uint v_base;
    uint lse_base;
};
struct Rows {
    uint first;
    vec4 q[8][16];
    vec4 acc[8][16];
    uvec2 keys[8];
    float m[8];
    float l[8];
};
struct TileAt {
    uint batch;
    uint head_base;
    uint slot;
    uint end;
    uint first;
    bool hides;
    bool careful;
    uint tid;
};
const uint RQ = 8u;
const uint WORKGROUP = 16u;
const uint BLOCK_Q = 128u;
const uint BLOCK_K = 16u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const uint ABREAST = 1u;
const uint BUNDLE = 16u;
const bool TURNS = false;
const bool STAGED = false;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const uint PASS = 4u;
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

void store_o4_(uint base_3, uint d_3, uint dim, vec4 x) {
    if ((d_3 < dim)) {
        _group_0_binding_4_cs[((base_3 + d_3) >> 2u)] = vec4(x);
        return;
    } else {
        return;
    }
}

void store_lse(uint at, vec2 x_1) {
    _group_0_binding_5_cs[at] = (x_1.x + x_1.y);
    return;
}

bool is_nan(float x_2) {
    return ((floatBitsToUint(x_2) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_1) {
    bool _e3 = is_nan(s_1);
    return (_e3 ? s_1 : max(s_1, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_3) {
    return (floatBitsToUint(x_3) == 4286578688u);
}

bvec4 nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return equal((floatBitsToUint(v) & exponent), exponent);
}

bool any_nonfinite(vec4 v_1) {
    bvec4 _e1 = nonfinite(v_1);
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
    vec2 seen_2 = ((sum_1 > 0.0) ? vec2(top, log(sum_1)) : vec2(_e4, 0.0));
    bool _e14 = is_nan(sum_1);
    return (_e14 ? vec2(sum_1, 0.0) : seen_2);
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
    int p_1 = (int(i_1) + offset);
    int end_1 = int(kv_count_1);
    hi = end_1;
    int _e11 = _group_0_binding_0_cs.window_left;
    if ((_e11 >= 0)) {
        int _e16 = _group_0_binding_0_cs.window_left;
        lo = min(max((p_1 - _e16), 0), end_1);
    }
    int _e22 = _group_0_binding_0_cs.window_right;
    if ((_e22 >= 0)) {
        int _e27 = _group_0_binding_0_cs.window_right;
        hi = min(max(((p_1 + _e27) + 1), 0), end_1);
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

vec4 scale_q(vec4 x_6) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (x_6 * _e3);
}

float scale_pair(float s_2) {
    return s_2;
}

vec4 scale_pairs(vec4 s_3) {
    return s_3;
}

float pair_onto(float s_4, vec4 x_7, vec4 k, uint h_1, uint d_4) {
    return fma(x_7.w, k.w, fma(x_7.z, k.z, fma(x_7.y, k.y, fma(x_7.x, k.x, s_4))));
}

float pair(vec4 x_8, vec4 k_1, uint h_2, uint d_5) {
    return dot(x_8, k_1);
}

uvec2 row_tile(uint t) {
    return uvec2((t * BLOCK_Q), ((t + 1u) * BLOCK_Q));
}

uvec2 split_share(uint tiles, uint split) {
    uint _e4 = _group_0_binding_0_cs.splits;
    uint _e10 = _group_0_binding_0_cs.splits;
    uint share = (((tiles + _e4) - 1u) / _e10);
    return uvec2(min((split * share), tiles), min(((split + 1u) * share), tiles));
}

uvec3 tile_span(uint t_1, Seen seen, uint split_1) {
    uint lo_1 = (seen.keys.x / BLOCK_K);
    uint tiles_2 = (max(lo_1, (((seen.keys.y + BLOCK_K) - 1u) / BLOCK_K)) - lo_1);
    uvec2 _e17 = split_share(tiles_2, split_1);
    return uvec3((_e17 + uvec2(lo_1)), 0u);
}

Tile tile_at(uint n, uint base_4, Seen seen_1) {
    return Tile((n * BLOCK_K), seen_1.keys.y, false, 0u);
}

void hold_tile(Tile tile) {
    return;
}

uint key_of(uint slot) {
    return slot;
}

uvec2 seen_keys(uvec2 keys, uint end, uint b_5, uint h_3, uint i_2) {
    return min(keys, uvec2(end));
}

float first_max(uint lse_at) {
    return MASKED;
}

float next_max(float m, float tile_1) {
    return max(m, tile_1);
}

float size_of(vec4 s_5) {
    return max(max(s_5.x, s_5.y), max(s_5.z, s_5.w));
}

vec4 weights(vec4 s_6, float top_2, uint b_6, uint head, uint i_3, uint slot_1) {
    vec4 _e12 = exp_kept4_((s_6 - vec4(((top_2 == MASKED) ? 0.0 : top_2))));
    return _e12;
}

float mass(vec4 s_7, vec4 p) {
    return (((p.x + p.y) + p.z) + p.w);
}

float sink_logit(uint h_4) {
    return MASKED;
}

vec3 finish_row(float m_1, float l, uint head_1, uint split_2) {
    float top_3 = 0.0;
    float shrink = 1.0;
    float sum_3 = 0.0;
    bool local_1 = false;
    top_3 = m_1;
    sum_3 = l;
    float _e8 = sink_logit(head_1);
    if ((split_2 == 0u)) {
        local_1 = (_e8 != MASKED);
    } else {
        local_1 = false;
    }
    bool _e16 = local_1;
    if (_e16) {
        float _e17 = top_3;
        top_3 = max(_e17, _e8);
        float _e19 = top_3;
        shrink = exp((m_1 - _e19));
        float _e22 = sum_3;
        float _e23 = shrink;
        float _e25 = top_3;
        sum_3 = ((_e22 * _e23) + exp((_e8 - _e25)));
    }
    float _e29 = shrink;
    float _e30 = sum_3;
    float _e32 = sum_3;
    bool _e33 = row_seen(_e32);
    float _e36 = top_3;
    float _e37 = sum_3;
    vec2 _e38 = log_parts(_e36, _e37);
    return vec3((_e33 ? (_e29 / _e30) : 0.0), _e38);
}

float row_weight(uint b_7, uint h_5, uint i_4) {
    return 1.0;
}

bool rows_wanted(uint b_8, uint head_base, uint first_row, uint row_end) {
    return true;
}

vec4 output_(vec4 x_9, uint b_9, uint h_6, uint i_5, uint d_6) {
    return x_9;
}

Group group_of(uint group) {
    bool local_2 = false;
    uvec3 tiles_1 = uvec3(0u);
    bool local_3 = false;
    bool local_4 = false;
    uint _e3 = _group_0_binding_0_cs.splits;
    uint split_3 = (group % _e3);
    uint _e7 = _group_0_binding_0_cs.splits;
    uint id_1 = (group / _e7);
    uint _e12 = _group_0_binding_0_cs.q_tiles;
    uint first_pack = ((id_1 / (BUNDLE * _e12)) * BUNDLE);
    uint _e20 = _group_0_binding_0_cs.groups;
    uint _e23 = _group_0_binding_0_cs.splits;
    uint _e27 = _group_0_binding_0_cs.q_tiles;
    uint beside = min(BUNDLE, (((_e20 / _e23) / _e27) - first_pack));
    uint _e33 = _group_0_binding_0_cs.q_tiles;
    uint in_bundle = (id_1 - (first_pack * _e33));
    uint place = (in_bundle / beside);
    uint row_2 = (place / 1u);
    uint _e41 = _group_0_binding_0_cs.q_tiles;
    if (TURNS) {
        local_2 = ((uint(bitCount(place)) % 2u) == 1u);
    } else {
        local_2 = false;
    }
    bool _e54 = local_2;
    uint row_tile_id = (_e54 ? row_2 : ((_e41 - 1u) - row_2));
    uint pack = (first_pack + (in_bundle % beside));
    uvec2 _e58 = row_tile(row_tile_id);
    uint _e61 = _group_0_binding_0_cs.head_base;
    uint _e64 = _group_0_binding_0_cs.packs;
    uint _e68 = _group_0_binding_0_cs.pack;
    uint head_base_1 = (_e61 + ((pack % _e64) * _e68));
    uint _e73 = _group_0_binding_0_cs.group;
    uint kv_head = (head_base_1 / _e73);
    uint _e77 = _group_0_binding_0_cs.batch_base;
    uint _e80 = _group_0_binding_0_cs.packs;
    uint b_12 = (_e77 + (pack / _e80));
    uint _e83 = q_count_1(b_12);
    uint _e84 = kv_count_2(b_12);
    uint first_row_1 = _e58.x;
    uint _e89 = _group_0_binding_0_cs.pack;
    uint row_end_1 = min(_e58.y, (_e83 * _e89));
    int _e92 = align_offset(_e83, _e84);
    uint _e95 = _group_0_binding_0_cs.pack;
    uint first_query = (first_row_1 / _e95);
    uint _e103 = _group_0_binding_0_cs.pack;
    uint last_query = ((max(row_end_1, 1u) - 1u) / _e103);
    uvec2 _e105 = key_range(first_query, _e92, _e84);
    uvec2 _e106 = key_range(last_query, _e92, _e84);
    Seen seen_3 = Seen(uvec2(_e105.x, _e106.y), ivec2((int(first_query) + _e92), (int(last_query) + _e92)), b_12, head_base_1, _e92);
    if ((first_row_1 < row_end_1)) {
        local_3 = (seen_3.keys.x < seen_3.keys.y);
    } else {
        local_3 = false;
    }
    bool _e128 = local_3;
    if (_e128) {
        bool _e131 = rows_wanted(b_12, head_base_1, first_row_1, row_end_1);
        local_4 = _e131;
    } else {
        local_4 = false;
    }
    bool _e133 = local_4;
    if (_e133) {
        uvec3 _e134 = tile_span(row_tile_id, seen_3, split_3);
        tiles_1 = _e134;
    }
    uvec3 _e138 = tiles_1;
    uint _e141 = _group_0_binding_0_cs.q_offset;
    uint _e144 = _group_0_binding_0_cs.q_batch;
    uint _e147 = q_start(b_12);
    uint _e150 = _group_0_binding_0_cs.q_row;
    uint _e155 = _group_0_binding_0_cs.k_offset;
    uint _e158 = _group_0_binding_0_cs.k_batch;
    uint _e163 = _group_0_binding_0_cs.k_head;
    uint _e166 = kv_start(b_12);
    uint _e169 = _group_0_binding_0_cs.k_row;
    uint _e174 = _group_0_binding_0_cs.v_offset;
    uint _e177 = _group_0_binding_0_cs.v_batch;
    uint _e182 = _group_0_binding_0_cs.v_head;
    uint _e185 = kv_start(b_12);
    uint _e188 = _group_0_binding_0_cs.v_row;
    uint _e193 = _group_0_binding_0_cs.lse_batch;
    uint _e195 = q_start(b_12);
    return Group(seen_3, split_3, first_row_1, row_end_1, _e84, uvec2(_e106.x, _e105.y), _e138, ((_e141 + (b_12 * _e144)) + (_e147 * _e150)), (((_e155 + (b_12 * _e158)) + (kv_head * _e163)) + (_e166 * _e169)), (((_e174 + (b_12 * _e177)) + (kv_head * _e182)) + (_e185 * _e188)), ((b_12 * _e193) + _e195));
}

uint head_of(Group g, uint row) {
    uint _e6 = _group_0_binding_0_cs.pack;
    return (g.seen.head + (row % _e6));
}

uint query_at(Group g_1, uint row_1) {
    uint _e3 = head_of(g_1, row_1);
    uint _e6 = _group_0_binding_0_cs.q_head;
    uint _e11 = _group_0_binding_0_cs.pack;
    uint _e15 = _group_0_binding_0_cs.q_row;
    return ((g_1.q_base + (_e3 * _e6)) + ((row_1 / _e11) * _e15));
}

uint output_at(Group g_2, uint head_2, uint query) {
    uint _e5 = _group_0_binding_0_cs.o_offset;
    uint _e9 = _group_0_binding_0_cs.o_split;
    uint _e16 = _group_0_binding_0_cs.o_batch;
    uint _e21 = _group_0_binding_0_cs.o_head;
    uint _e26 = q_start(g_2.seen.batch);
    uint _e30 = _group_0_binding_0_cs.o_row;
    return ((((_e5 + (g_2.split * _e9)) + (g_2.seen.batch * _e16)) + (head_2 * _e21)) + ((_e26 + query) * _e30));
}

uint lse_at_1(Group g_3, uint head_3, uint query_1) {
    uint _e6 = _group_0_binding_0_cs.lse_head;
    return ((g_3.lse_base + (head_3 * _e6)) + query_1);
}

uint key_in(Tile tile_2, uint n_1) {
    uint _e4 = key_of((tile_2.first + n_1));
    return min(_e4, (max(tile_2.end, 1u) - 1u));
}

uint key_at(Group g_4, Tile tile_3, uint n_2) {
    uint _e4 = key_in(tile_3, n_2);
    uint _e7 = _group_0_binding_0_cs.k_row;
    return (g_4.k_base + (_e4 * _e7));
}

uint value_at(Group g_5, Tile tile_4, uint n_3) {
    uint _e4 = key_in(tile_4, n_3);
    uint _e7 = _group_0_binding_0_cs.v_row;
    return (g_5.v_base + (_e4 * _e7));
}

bool sees_whole(Group g_6, Tile tile_5) {
    bool local_5 = false;
    bool local_6 = false;
    bool local_7 = false;
    if ((tile_5.first >= g_6.by_all.x)) {
        local_5 = ((tile_5.first + BLOCK_K) <= min(g_6.by_all.y, tile_5.end));
    } else {
        local_5 = false;
    }
    bool _e17 = local_5;
    if (_e17) {
        local_6 = (g_6.row_end == (g_6.first_row + BLOCK_Q));
    } else {
        local_6 = false;
    }
    bool _e26 = local_6;
    if (_e26) {
        local_7 = !(tile_5.partly);
    } else {
        local_7 = false;
    }
    bool _e32 = local_7;
    return _e32;
}

float edit_one(float s_8, uint b_10, uint head_4, uint i_6, uint slot_2, uvec2 keys_1) {
    bool local_8 = false;
    bool local_9 = false;
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_8 = (_e6 >= keys_1.y);
    } else {
        local_8 = true;
    }
    bool _e15 = local_8;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_8, b_10, head_4, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_9 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_9 = false;
    }
    bool _e26 = local_9;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

vec4 edit_four(vec4 s_9, uint b_11, uint head_5, uint i_7, uint slot_3, uvec2 keys_2) {
    float _e7 = edit_one(s_9.x, b_11, head_5, i_7, slot_3, keys_2);
    float _e11 = edit_one(s_9.y, b_11, head_5, i_7, (slot_3 + 1u), keys_2);
    float _e15 = edit_one(s_9.z, b_11, head_5, i_7, (slot_3 + 2u), keys_2);
    float _e19 = edit_one(s_9.w, b_11, head_5, i_7, (slot_3 + 3u), keys_2);
    return vec4(_e7, _e11, _e15, _e19);
}

void attend(inout Rows rows, TileAt tile_6) {
    vec4 s_10[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint r = 0u;
    uint d_7 = 0u;
    uint r_1 = 0u;
    float shrink_1[8] = float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    uint r_2 = 0u;
    bool local_10 = false;
    uint n_4 = 0u;
    uint d_8 = 0u;
    uint r_3 = 0u;
    uint d_9 = 0u;
    uint r_4 = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e13 = r;
            r = (_e13 + 1u);
        }
        loop_init = false;
        uint _e5 = r;
        if ((_e5 < RQ)) {
        } else {
            break;
        }
        {
            uint _e8 = r;
            s_10[_e8] = vec4(0.0);
        }
    }
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e104 = d_7;
            d_7 = (_e104 + 1u);
        }
        loop_init_1 = false;
        uint _e17 = d_7;
        if ((_e17 < QK4_)) {
        } else {
            break;
        }
        {
            uint _e24 = d_7;
            vec4 k0_ = k_tile[((tile_6.first * QK4_) + _e24)];
            uint _e34 = d_7;
            vec4 k1_ = k_tile[(((tile_6.first + 1u) * QK4_) + _e34)];
            uint _e44 = d_7;
            vec4 k2_ = k_tile[(((tile_6.first + 2u) * QK4_) + _e44)];
            uint _e54 = d_7;
            vec4 k3_ = k_tile[(((tile_6.first + 3u) * QK4_) + _e54)];
            r_1 = 0u;
            bool loop_init_2 = true;
            while(true) {
                if (!loop_init_2) {
                    uint _e101 = r_1;
                    r_1 = (_e101 + 1u);
                }
                loop_init_2 = false;
                uint _e60 = r_1;
                if ((_e60 < RQ)) {
                } else {
                    break;
                }
                {
                    uint _e64 = r_1;
                    uint _e66 = d_7;
                    vec4 x_12 = rows.q[_e64][_e66];
                    uint _e71 = rows.first;
                    uint _e72 = r_1;
                    uint _e76 = _group_0_binding_0_cs.pack;
                    uint head_6 = (tile_6.head_base + ((_e71 + _e72) % _e76));
                    uint _e79 = r_1;
                    vec4 _e81 = s_10[_e79];
                    uint _e82 = d_7;
                    float _e85 = pair(x_12, k0_, head_6, (_e82 * 4u));
                    uint _e86 = d_7;
                    float _e89 = pair(x_12, k1_, head_6, (_e86 * 4u));
                    uint _e90 = d_7;
                    float _e93 = pair(x_12, k2_, head_6, (_e90 * 4u));
                    uint _e94 = d_7;
                    float _e97 = pair(x_12, k3_, head_6, (_e94 * 4u));
                    s_10[_e79] = (_e81 + vec4(_e85, _e89, _e93, _e97));
                }
            }
        }
    }
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e206 = r_2;
            r_2 = (_e206 + 1u);
        }
        loop_init_3 = false;
        uint _e109 = r_2;
        if ((_e109 < RQ)) {
        } else {
            break;
        }
        {
            uint _e113 = rows.first;
            uint _e114 = r_2;
            uint row_3 = (_e113 + _e114);
            uint _e119 = _group_0_binding_0_cs.pack;
            uint head_7 = (tile_6.head_base + (row_3 % _e119));
            uint _e122 = r_2;
            uint _e124 = r_2;
            vec4 _e126 = s_10[_e124];
            vec4 _e127 = scale_pairs(_e126);
            s_10[_e122] = _e127;
            if (true) {
                local_10 = tile_6.hides;
            } else {
                local_10 = true;
            }
            bool _e133 = local_10;
            if (_e133) {
                uint _e134 = r_2;
                uint _e136 = r_2;
                vec4 _e138 = s_10[_e136];
                uint _e142 = _group_0_binding_0_cs.pack;
                uint _e146 = r_2;
                uvec2 _e148 = rows.keys[_e146];
                uint _e153 = _group_0_binding_0_cs.pack;
                uvec2 _e155 = seen_keys(_e148, tile_6.end, tile_6.batch, head_7, (row_3 / _e153));
                vec4 _e156 = edit_four(_e138, tile_6.batch, head_7, (row_3 / _e142), tile_6.slot, _e155);
                s_10[_e134] = _e156;
            }
            uint _e158 = r_2;
            float _e160 = rows.m[_e158];
            uint _e161 = r_2;
            vec4 _e163 = s_10[_e161];
            float _e164 = size_of(_e163);
            float _e165 = next_max(_e160, _e164);
            uint _e166 = r_2;
            uint _e169 = r_2;
            float _e171 = rows.m[_e169];
            shrink_1[_e166] = exp((_e171 - _e165));
            uint _e175 = r_2;
            rows.m[_e175] = _e165;
            uint _e177 = r_2;
            vec4 _e179 = s_10[_e177];
            uint _e183 = _group_0_binding_0_cs.pack;
            vec4 _e186 = weights(_e179, _e165, tile_6.batch, head_7, (row_3 / _e183), tile_6.slot);
            uint _e188 = r_2;
            uint _e191 = r_2;
            float _e193 = rows.l[_e191];
            uint _e194 = r_2;
            float _e196 = shrink_1[_e194];
            uint _e198 = r_2;
            vec4 _e200 = s_10[_e198];
            float _e201 = mass(_e200, _e186);
            rows.l[_e188] = ((_e193 * _e196) + _e201);
            uint _e203 = r_2;
            s_10[_e203] = _e186;
        }
    }
    if (tile_6.careful) {
        bool loop_init_4 = true;
        while(true) {
            if (!loop_init_4) {
                uint _e273 = n_4;
                n_4 = (_e273 + 1u);
            }
            loop_init_4 = false;
            uint _e211 = n_4;
            if ((_e211 < 4u)) {
            } else {
                break;
            }
            {
                d_8 = 0u;
                bool loop_init_5 = true;
                while(true) {
                    if (!loop_init_5) {
                        uint _e270 = d_8;
                        d_8 = (_e270 + 1u);
                    }
                    loop_init_5 = false;
                    uint _e216 = d_8;
                    if ((_e216 < V4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e221 = n_4;
                        uint _e225 = d_8;
                        vec4 v_3 = v_tile[(((tile_6.first + _e221) * V4_) + _e225)];
                        r_3 = 0u;
                        bool loop_init_6 = true;
                        while(true) {
                            if (!loop_init_6) {
                                uint _e267 = r_3;
                                r_3 = (_e267 + 1u);
                            }
                            loop_init_6 = false;
                            uint _e231 = r_3;
                            if ((_e231 < RQ)) {
                            } else {
                                break;
                            }
                            {
                                uint _e234 = r_3;
                                uint _e236 = n_4;
                                float p_2 = s_10[_e234][_e236];
                                uint _e240 = r_3;
                                uint _e242 = d_8;
                                uint _e245 = r_3;
                                uint _e247 = d_8;
                                vec4 _e249 = rows.acc[_e245][_e247];
                                uint _e250 = r_3;
                                float _e252 = shrink_1[_e250];
                                uint _e253 = n_4;
                                rows.acc[_e240][_e242] = ((_e249 * ((_e253 == 0u) ? _e252 : 1.0)) + ((p_2 == 0.0) ? vec4(0.0) : (p_2 * v_3)));
                            }
                        }
                    }
                }
            }
        }
        return;
    } else {
        bool loop_init_7 = true;
        while(true) {
            if (!loop_init_7) {
                uint _e366 = d_9;
                d_9 = (_e366 + 1u);
            }
            loop_init_7 = false;
            uint _e277 = d_9;
            if ((_e277 < V4_)) {
            } else {
                break;
            }
            {
                uint _e284 = d_9;
                vec4 v0_ = v_tile[((tile_6.first * V4_) + _e284)];
                uint _e294 = d_9;
                vec4 v1_ = v_tile[(((tile_6.first + 1u) * V4_) + _e294)];
                uint _e304 = d_9;
                vec4 v2_ = v_tile[(((tile_6.first + 2u) * V4_) + _e304)];
                uint _e314 = d_9;
                vec4 v3_ = v_tile[(((tile_6.first + 3u) * V4_) + _e314)];
                r_4 = 0u;
                bool loop_init_8 = true;
                while(true) {
                    if (!loop_init_8) {
                        uint _e363 = r_4;
                        r_4 = (_e363 + 1u);
                    }
                    loop_init_8 = false;
                    uint _e320 = r_4;
                    if ((_e320 < RQ)) {
                    } else {
                        break;
                    }
                    {
                        uint _e324 = r_4;
                        uint _e326 = d_9;
                        uint _e329 = r_4;
                        uint _e331 = d_9;
                        vec4 _e333 = rows.acc[_e329][_e331];
                        uint _e334 = r_4;
                        float _e336 = shrink_1[_e334];
                        uint _e338 = r_4;
                        float _e341 = s_10[_e338].x;
                        uint _e344 = r_4;
                        float _e347 = s_10[_e344].y;
                        uint _e350 = r_4;
                        float _e353 = s_10[_e350].z;
                        uint _e356 = r_4;
                        float _e359 = s_10[_e356].w;
                        rows.acc[_e324][_e326] = (((((_e333 * _e336) + (_e341 * v0_)) + (_e347 * v1_)) + (_e353 * v2_)) + (_e359 * v3_));
                    }
                }
            }
        }
        return;
    }
}

uvec2 seen_together(uvec2 own) {
    return own;
}

void run(uvec3 wid_2, uint tid) {
    Rows rows_1 = Rows(0u, vec4[8][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0))), vec4[8][16](vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0))), uvec2[8](uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u)), float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0));
    float row_factor[8] = float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    uvec2 own_1 = uvec2(4294967295u, 0u);
    uint r_5 = 0u;
    uint d_10 = 0u;
    uint d_11 = 0u;
    uint t_2 = 0u;
    uint n_5 = 0u;
    vec4 x_10 = vec4(0.0);
    uint n_6 = 0u;
    vec4 x_11 = vec4(0.0);
    bool local_11 = false;
    bool local_12 = false;
    uint n_7 = 0u;
    uint r_6 = 0u;
    uint d_12 = 0u;
    uint _e2 = group_id(wid_2);
    uint _e5 = _group_0_binding_0_cs.groups;
    if ((_e2 >= _e5)) {
        return;
    }
    uint _e7 = group_id(wid_2);
    Group _e8 = group_of(_e7);
    if ((_e8.first_row >= _e8.row_end)) {
        return;
    }
    uint b_13 = _e8.seen.batch;
    if ((tid == 0u)) {
        atomicExchange(v_nonfinite, 0u);
    }
    rows_1.first = (_e8.first_row + (tid * RQ));
    bool loop_init_9 = true;
    while(true) {
        if (!loop_init_9) {
            uint _e154 = r_5;
            r_5 = (_e154 + 1u);
        }
        loop_init_9 = false;
        uint _e31 = r_5;
        if ((_e31 < RQ)) {
        } else {
            break;
        }
        {
            uint _e35 = rows_1.first;
            uint _e36 = r_5;
            uint row_4 = (_e35 + _e36);
            uint _e38 = query_at(_e8, row_4);
            d_10 = 0u;
            bool loop_init_10 = true;
            while(true) {
                if (!loop_init_10) {
                    uint _e64 = d_10;
                    d_10 = (_e64 + 1u);
                }
                loop_init_10 = false;
                uint _e41 = d_10;
                if ((_e41 < QK4_)) {
                } else {
                    break;
                }
                {
                    uint _e45 = r_5;
                    uint _e47 = d_10;
                    rows_1.q[_e45][_e47] = vec4(0.0);
                    if ((row_4 < _e8.row_end)) {
                        uint _e54 = r_5;
                        uint _e56 = d_10;
                        uint _e58 = d_10;
                        vec4 _e61 = load_q4_(_e38, (_e58 * 4u));
                        vec4 _e62 = scale_q(_e61);
                        rows_1.q[_e54][_e56] = _e62;
                    }
                }
            }
            d_11 = 0u;
            bool loop_init_11 = true;
            while(true) {
                if (!loop_init_11) {
                    uint _e79 = d_11;
                    d_11 = (_e79 + 1u);
                }
                loop_init_11 = false;
                uint _e68 = d_11;
                if ((_e68 < V4_)) {
                } else {
                    break;
                }
                {
                    uint _e72 = r_5;
                    uint _e74 = d_11;
                    rows_1.acc[_e72][_e74] = vec4(0.0);
                }
            }
            uint _e82 = r_5;
            rows_1.keys[_e82] = uvec2(0u);
            uint _e87 = r_5;
            rows_1.m[_e87] = MASKED;
            uint _e91 = r_5;
            rows_1.l[_e91] = 0.0;
            uint _e94 = r_5;
            row_factor[_e94] = 0.0;
            if ((row_4 < _e8.row_end)) {
                uint _e99 = r_5;
                uint _e101 = head_of(_e8, row_4);
                uint _e104 = _group_0_binding_0_cs.pack;
                float _e106 = row_weight(b_13, _e101, (row_4 / _e104));
                row_factor[_e99] = _e106;
                uint _e108 = r_5;
                uint _e112 = _group_0_binding_0_cs.pack;
                uvec2 _e117 = key_range((row_4 / _e112), _e8.seen.offset, _e8.kv_len);
                uint _e120 = r_5;
                float _e122 = row_factor[_e120];
                rows_1.keys[_e108] = ((_e122 == 0.0) ? uvec2(0u) : _e117);
                uint _e127 = r_5;
                uint _e129 = head_of(_e8, row_4);
                uint _e132 = _group_0_binding_0_cs.pack;
                uint _e134 = lse_at_1(_e8, _e129, (row_4 / _e132));
                float _e135 = first_max(_e134);
                rows_1.m[_e127] = _e135;
            }
            uint _e137 = own_1.x;
            uint _e139 = r_5;
            uint _e142 = rows_1.keys[_e139].x;
            uint _e145 = own_1.y;
            uint _e147 = r_5;
            uint _e150 = rows_1.keys[_e147].y;
            own_1 = uvec2(min(_e137, _e142), max(_e145, _e150));
        }
    }
    uvec2 _e156 = own_1;
    uvec2 _e157 = seen_together(_e156);
    own_1 = _e157;
    t_2 = _e8.tiles.x;
    bool loop_init_12 = true;
    while(true) {
        if (!loop_init_12) {
            uint _e287 = t_2;
            t_2 = (_e287 + 1u);
        }
        loop_init_12 = false;
        uint _e161 = t_2;
        if ((_e161 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e165 = t_2;
            Tile _e169 = tile_at(_e165, _e8.tiles.z, _e8.seen);
            hold_tile(_e169);
            uint key0_ = _e169.first;
            if ((key0_ >= _e169.end)) {
                continue;
            }
            memoryBarrierShared();
            barrier();
            n_5 = tid;
            bool loop_init_13 = true;
            while(true) {
                if (!loop_init_13) {
                    uint _e203 = n_5;
                    n_5 = (_e203 + WORKGROUP);
                }
                loop_init_13 = false;
                uint _e174 = n_5;
                if ((_e174 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e177 = n_5;
                    uint _e181 = key_of((key0_ + (_e177 / QK4_)));
                    x_10 = vec4(0.0);
                    if ((_e181 < _e169.end)) {
                        uint _e190 = _group_0_binding_0_cs.k_row;
                        uint _e193 = n_5;
                        vec4 _e198 = load_k4_((_e8.k_base + (_e181 * _e190)), ((_e193 % QK4_) * 4u));
                        x_10 = _e198;
                    }
                    uint _e200 = n_5;
                    vec4 _e202 = x_10;
                    k_tile[_e200] = _e202;
                }
            }
            n_6 = tid;
            bool loop_init_14 = true;
            while(true) {
                if (!loop_init_14) {
                    uint _e240 = n_6;
                    n_6 = (_e240 + WORKGROUP);
                }
                loop_init_14 = false;
                uint _e207 = n_6;
                if ((_e207 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e210 = n_6;
                    uint _e214 = key_of((key0_ + (_e210 / V4_)));
                    x_11 = vec4(0.0);
                    if ((_e214 < _e169.end)) {
                        uint _e223 = _group_0_binding_0_cs.v_row;
                        uint _e226 = n_6;
                        vec4 _e231 = load_v4_((_e8.v_base + (_e214 * _e223)), ((_e226 % V4_) * 4u));
                        x_11 = _e231;
                        vec4 _e232 = x_11;
                        bool _e233 = any_nonfinite(_e232);
                        if (_e233) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                    }
                    uint _e237 = n_6;
                    vec4 _e239 = x_11;
                    v_tile[_e237] = _e239;
                }
            }
            memoryBarrierShared();
            barrier();
            uint _e244 = atomicOr(v_nonfinite, 0u);
            bool careful = (_e244 != 0u);
            bool _e247 = sees_whole(_e8, _e169);
            if (!(_e169.partly)) {
                uint _e253 = own_1.y;
                if ((key0_ < _e253)) {
                    uint _e260 = own_1.x;
                    local_12 = ((key0_ + BLOCK_K) > _e260);
                } else {
                    local_12 = false;
                }
                bool _e263 = local_12;
                local_11 = _e263;
            } else {
                local_11 = true;
            }
            bool _e265 = local_11;
            if (_e265) {
                n_7 = 0u;
                bool loop_init_15 = true;
                while(true) {
                    if (!loop_init_15) {
                        uint _e284 = n_7;
                        n_7 = (_e284 + 1u);
                    }
                    loop_init_15 = false;
                    uint _e268 = n_7;
                    if ((_e268 < 4u)) {
                    } else {
                        break;
                    }
                    {
                        uint _e273 = n_7;
                        uint _e278 = n_7;
                        attend(rows_1, TileAt(b_13, _e8.seen.head, (key0_ + (_e273 * PASS)), _e169.end, (_e278 * PASS), !(_e247), careful, tid));
                    }
                }
            }
        }
    }
    bool loop_init_16 = true;
    while(true) {
        if (!loop_init_16) {
            uint _e353 = r_6;
            r_6 = (_e353 + 1u);
        }
        loop_init_16 = false;
        uint _e291 = r_6;
        if ((_e291 < RQ)) {
        } else {
            break;
        }
        {
            uint _e295 = rows_1.first;
            uint _e296 = r_6;
            uint row_5 = (_e295 + _e296);
            if ((row_5 < _e8.row_end)) {
                uint _e300 = head_of(_e8, row_5);
                uint _e303 = _group_0_binding_0_cs.pack;
                uint query_2 = (row_5 / _e303);
                uint _e306 = r_6;
                float _e308 = rows_1.m[_e306];
                uint _e310 = r_6;
                float _e312 = rows_1.l[_e310];
                vec3 _e314 = finish_row(_e308, _e312, _e300, _e8.split);
                uint _e315 = output_at(_e8, _e300, query_2);
                d_12 = 0u;
                bool loop_init_17 = true;
                while(true) {
                    if (!loop_init_17) {
                        uint _e342 = d_12;
                        d_12 = (_e342 + 1u);
                    }
                    loop_init_17 = false;
                    uint _e318 = d_12;
                    if ((_e318 < V4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e321 = d_12;
                        uint _e326 = r_6;
                        uint _e328 = d_12;
                        vec4 _e330 = rows_1.acc[_e326][_e328];
                        uint _e332 = r_6;
                        float _e334 = row_factor[_e332];
                        uint _e337 = d_12;
                        vec4 _e340 = output_((_e330 * (_e314.x * _e334)), b_13, _e300, query_2, (_e337 * 4u));
                        store_o4_(_e315, (_e321 * 4u), V_DIM, _e340);
                    }
                }
                uint _e344 = lse_at_1(_e8, _e300, query_2);
                uint _e348 = _group_0_binding_0_cs.lse_split;
                store_lse((_e344 + (_e8.split * _e348)), _e314.yz);
            }
        }
    }
    return;
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
    uvec3 id = gl_LocalInvocationID;
    run(wid, id.x);
    return;
}

