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
    uint tile_keys;
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
};
struct Group {
    uint batch;
    uint head_base;
    uint split;
    uint first_row;
    uint row_end;
    int offset;
    uint kv_len;
    uvec2 by_all;
    Seen seen;
    uvec3 tiles;
    uint q_base;
    uint k_base;
    uint v_base;
    uint lse_base;
};
const uint TX = 8u;
const uint TY = 8u;
const uint QK_CHUNKS = 2u;
const uint V_CHUNKS = 2u;
const uint RQ = 4u;
const uint WORKGROUP = 64u;
const uint BLOCK_Q = 32u;
const uint BLOCK_K = 32u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const uint STRIDE = 9u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_4_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_4_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) buffer type_5_block_5Compute { float _group_0_binding_5_cs[]; };

shared float row_part[256];

shared vec4 q_tile[288];

shared vec4 kv_tile[288];

shared vec4 p_tile[288];

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

void store_lse(uint at, float x_1) {
    _group_0_binding_5_cs[at] = x_1;
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

bool any_nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return any(equal((floatBitsToUint(v) & exponent), exponent));
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

float log_sum(float top, float sum_1) {
    float _e4 = _group_0_binding_0_cs.neg_inf;
    bool _e10 = is_nan(sum_1);
    return (_e10 ? sum_1 : ((sum_1 > 0.0) ? (top + log(sum_1)) : _e4));
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

uvec3 tile_span(uint b_5, uint head, uint t_1, Seen seen, uint split_1) {
    uint lo_1 = (seen.keys.x / BLOCK_K);
    uint tiles_2 = (max(lo_1, (((seen.keys.y + BLOCK_K) - 1u) / BLOCK_K)) - lo_1);
    uvec2 _e19 = split_share(tiles_2, split_1);
    return uvec3((_e19 + uvec2(lo_1)), 0u);
}

Tile tile_at(uint n, uint base_4, Seen seen_1) {
    return Tile((n * BLOCK_K), seen_1.keys.y, false);
}

uint key_of(uint slot) {
    return slot;
}

uvec2 seen_keys(uvec2 keys, uint end, uint b_6, uint h_3, uint i_2) {
    return min(keys, uvec2(end));
}

float first_max(uint lse_at) {
    return MASKED;
}

float next_max(float m, float tile) {
    return max(m, tile);
}

float size_of(vec4 s_5) {
    return max(max(s_5.x, s_5.y), max(s_5.z, s_5.w));
}

vec4 weights(vec4 s_6, float top_1, uint b_7, uint head_1, uint i_3, uint slot_1) {
    vec4 _e8 = exp_kept4_((s_6 - vec4(top_1)));
    return mix(_e8, vec4(0.0), equal(s_6, vec4(-3.4028235e38)));
}

float mass(vec4 s_7, vec4 p) {
    return (((p.x + p.y) + p.z) + p.w);
}

float sink_logit(uint h_4) {
    return MASKED;
}

vec2 finish_row(float m_1, float l, uint head_2, uint split_2) {
    float top_2 = 0.0;
    float shrink = 1.0;
    float sum_2 = 0.0;
    bool local_1 = false;
    top_2 = m_1;
    sum_2 = l;
    float _e8 = sink_logit(head_2);
    if ((split_2 == 0u)) {
        local_1 = (_e8 != MASKED);
    } else {
        local_1 = false;
    }
    bool _e16 = local_1;
    if (_e16) {
        float _e17 = top_2;
        top_2 = max(_e17, _e8);
        float _e19 = top_2;
        shrink = exp((m_1 - _e19));
        float _e22 = sum_2;
        float _e23 = shrink;
        float _e25 = top_2;
        sum_2 = ((_e22 * _e23) + exp((_e8 - _e25)));
    }
    float _e29 = shrink;
    float _e30 = sum_2;
    float _e32 = sum_2;
    bool _e33 = row_seen(_e32);
    float _e36 = top_2;
    float _e37 = sum_2;
    float _e38 = log_sum(_e36, _e37);
    return vec2((_e33 ? (_e29 / _e30) : 0.0), _e38);
}

float row_weight(uint b_8, uint h_5, uint i_4) {
    return 1.0;
}

bool rows_wanted(uint b_9, uint head_base, uint first_row, uint row_end) {
    return true;
}

vec4 output_(vec4 x_9, uint b_10, uint h_6, uint i_5, uint d_6) {
    return x_9;
}

Group group_of(uint group) {
    uvec3 tiles_1 = uvec3(0u);
    bool local_2 = false;
    uint _e3 = _group_0_binding_0_cs.splits;
    uint split_3 = (group % _e3);
    uint _e7 = _group_0_binding_0_cs.splits;
    uint _e11 = _group_0_binding_0_cs.q_tiles;
    uint row_tile_id = ((group / _e7) % _e11);
    uint _e15 = _group_0_binding_0_cs.splits;
    uint _e19 = _group_0_binding_0_cs.q_tiles;
    uint pack = ((group / _e15) / _e19);
    uvec2 _e21 = row_tile(row_tile_id);
    uint _e24 = _group_0_binding_0_cs.head_base;
    uint _e27 = _group_0_binding_0_cs.packs;
    uint _e31 = _group_0_binding_0_cs.pack;
    uint head_base_1 = (_e24 + ((pack % _e27) * _e31));
    uint _e36 = _group_0_binding_0_cs.group;
    uint kv_head = (head_base_1 / _e36);
    uint _e40 = _group_0_binding_0_cs.batch_base;
    uint _e43 = _group_0_binding_0_cs.packs;
    uint b_13 = (_e40 + (pack / _e43));
    uint _e46 = q_count_1(b_13);
    uint _e47 = kv_count_2(b_13);
    uint first_row_1 = _e21.x;
    uint _e52 = _group_0_binding_0_cs.pack;
    uint row_end_1 = min(_e21.y, (_e46 * _e52));
    int _e55 = align_offset(_e46, _e47);
    uint _e58 = _group_0_binding_0_cs.pack;
    uint first_query = (first_row_1 / _e58);
    uint _e66 = _group_0_binding_0_cs.pack;
    uint last_query = ((max(row_end_1, 1u) - 1u) / _e66);
    uvec2 _e68 = key_range(first_query, _e55, _e47);
    uvec2 _e69 = key_range(last_query, _e55, _e47);
    Seen seen_2 = Seen(uvec2(_e68.x, _e69.y), ivec2((int(first_query) + _e55), (int(last_query) + _e55)), b_13, head_base_1, _e55);
    if ((first_row_1 < row_end_1)) {
        bool _e85 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
        local_2 = _e85;
    } else {
        local_2 = false;
    }
    bool _e87 = local_2;
    if (_e87) {
        uvec3 _e88 = tile_span(b_13, head_base_1, row_tile_id, seen_2, split_3);
        tiles_1 = _e88;
    }
    uvec3 _e92 = tiles_1;
    uint _e95 = _group_0_binding_0_cs.q_offset;
    uint _e98 = _group_0_binding_0_cs.q_batch;
    uint _e101 = q_start(b_13);
    uint _e104 = _group_0_binding_0_cs.q_row;
    uint _e109 = _group_0_binding_0_cs.k_offset;
    uint _e112 = _group_0_binding_0_cs.k_batch;
    uint _e117 = _group_0_binding_0_cs.k_head;
    uint _e120 = kv_start(b_13);
    uint _e123 = _group_0_binding_0_cs.k_row;
    uint _e128 = _group_0_binding_0_cs.v_offset;
    uint _e131 = _group_0_binding_0_cs.v_batch;
    uint _e136 = _group_0_binding_0_cs.v_head;
    uint _e139 = kv_start(b_13);
    uint _e142 = _group_0_binding_0_cs.v_row;
    uint _e147 = _group_0_binding_0_cs.lse_batch;
    uint _e149 = q_start(b_13);
    return Group(b_13, head_base_1, split_3, first_row_1, row_end_1, _e55, _e47, uvec2(_e69.x, _e68.y), seen_2, _e92, ((_e95 + (b_13 * _e98)) + (_e101 * _e104)), (((_e109 + (b_13 * _e112)) + (kv_head * _e117)) + (_e120 * _e123)), (((_e128 + (b_13 * _e131)) + (kv_head * _e136)) + (_e139 * _e142)), ((b_13 * _e147) + _e149));
}

uint query_at(Group g, uint row) {
    uint _e6 = _group_0_binding_0_cs.pack;
    uint _e11 = _group_0_binding_0_cs.q_head;
    uint _e16 = _group_0_binding_0_cs.pack;
    uint _e20 = _group_0_binding_0_cs.q_row;
    return ((g.q_base + ((g.head_base + (row % _e6)) * _e11)) + ((row / _e16) * _e20));
}

uint output_at(Group g_1, uint head_3, uint query) {
    uint _e5 = _group_0_binding_0_cs.o_offset;
    uint _e9 = _group_0_binding_0_cs.o_split;
    uint _e15 = _group_0_binding_0_cs.o_batch;
    uint _e20 = _group_0_binding_0_cs.o_head;
    uint _e24 = q_start(g_1.batch);
    uint _e28 = _group_0_binding_0_cs.o_row;
    return ((((_e5 + (g_1.split * _e9)) + (g_1.batch * _e15)) + (head_3 * _e20)) + ((_e24 + query) * _e28));
}

uint lse_at_1(Group g_2, uint head_4, uint query_1) {
    uint _e6 = _group_0_binding_0_cs.lse_head;
    return ((g_2.lse_base + (head_4 * _e6)) + query_1);
}

bool sees_whole(Group g_3, Tile tile_1) {
    bool local_3 = false;
    bool local_4 = false;
    bool local_5 = false;
    if ((tile_1.first >= g_3.by_all.x)) {
        local_3 = ((tile_1.first + BLOCK_K) <= min(g_3.by_all.y, tile_1.end));
    } else {
        local_3 = false;
    }
    bool _e17 = local_3;
    if (_e17) {
        local_4 = (g_3.row_end == (g_3.first_row + BLOCK_Q));
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

float edit_one(float s_8, uint b_11, uint head_5, uint i_6, uint slot_2, uvec2 keys_1) {
    bool local_6 = false;
    bool local_7 = false;
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_6 = (_e6 >= keys_1.y);
    } else {
        local_6 = true;
    }
    bool _e15 = local_6;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_8, b_11, head_5, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_7 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_7 = false;
    }
    bool _e26 = local_7;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

vec4 edit_four(vec4 s_9, uint b_12, uint head_6, uint i_7, uint slot_3, uvec2 keys_2) {
    float _e7 = edit_one(s_9.x, b_12, head_6, i_7, slot_3, keys_2);
    float _e11 = edit_one(s_9.y, b_12, head_6, i_7, (slot_3 + 1u), keys_2);
    float _e15 = edit_one(s_9.z, b_12, head_6, i_7, (slot_3 + 2u), keys_2);
    float _e19 = edit_one(s_9.w, b_12, head_6, i_7, (slot_3 + 3u), keys_2);
    return vec4(_e7, _e11, _e15, _e19);
}

float lanes_max(float x_10) {
    return x_10;
}

float lanes_sum(float x_11) {
    return x_11;
}

void put_part(uint row_1, uint tx, float x_12) {
    row_part[((row_1 * TX) + tx)] = x_12;
    return;
}

float row_max(uint row_2, float part) {
    float top_3 = 0.0;
    uint n_1 = 1u;
    float _e6 = row_part[(row_2 * TX)];
    top_3 = _e6;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e23 = n_1;
            n_1 = (_e23 + 1u);
        }
        loop_init = false;
        uint _e10 = n_1;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = top_3;
            uint _e17 = n_1;
            float _e20 = row_part[((row_2 * TX) + _e17)];
            top_3 = max(_e13, _e20);
        }
    }
    float _e25 = top_3;
    return _e25;
}

float row_sum(uint row_3, float part_1) {
    float sum_3 = 0.0;
    uint n_2 = 1u;
    float _e6 = row_part[(row_3 * TX)];
    sum_3 = _e6;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e23 = n_2;
            n_2 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e10 = n_2;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = sum_3;
            uint _e17 = n_2;
            float _e20 = row_part[((row_3 * TX) + _e17)];
            sum_3 = (_e13 + _e20);
        }
    }
    float _e25 = sum_3;
    return _e25;
}

void run(uvec3 wid_2, uint tid_1) {
    uint row_q[4] = uint[4](0u, 0u, 0u, 0u);
    uint row_head[4] = uint[4](0u, 0u, 0u, 0u);
    uvec2 row_keys[4] = uvec2[4](uvec2(0u), uvec2(0u), uvec2(0u), uvec2(0u));
    float row_factor[4] = float[4](0.0, 0.0, 0.0, 0.0);
    float m_2[4] = float[4](0.0, 0.0, 0.0, 0.0);
    float l_1[4] = float[4](0.0, 0.0, 0.0, 0.0);
    float part_2[4] = float[4](0.0, 0.0, 0.0, 0.0);
    uint r = 0u;
    vec4 acc[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint n_3 = 0u;
    bool staged = false;
    uint t_2 = 0u;
    vec4 s_10[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint r_1 = 0u;
    uint c = 0u;
    bool local_8 = false;
    uint n_4 = 0u;
    vec4 x_13 = vec4(0.0);
    uint n_5 = 0u;
    vec4 x_14 = vec4(0.0);
    uint d_7 = 0u;
    uint r_2 = 0u;
    uint r_3 = 0u;
    uint r_4 = 0u;
    uint c_1 = 0u;
    uint c_2 = 0u;
    uint n_6 = 0u;
    vec4 x_15 = vec4(0.0);
    uint k4_ = 0u;
    uint r_5 = 0u;
    uint k_2 = 0u;
    uint r_6 = 0u;
    uint r_7 = 0u;
    uint r_8 = 0u;
    uint c_3 = 0u;
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
    uint b_14 = _e8.batch;
    if ((tid_1 == 0u)) {
        atomicExchange(v_nonfinite, 0u);
    }
    uint tx_1 = (tid_1 % TX);
    uint ty = (tid_1 / TX);
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e106 = r;
            r = (_e106 + 1u);
        }
        loop_init_2 = false;
        uint _e30 = r;
        if ((_e30 < RQ)) {
        } else {
            break;
        }
        {
            uint _e37 = r;
            uint row_4 = ((_e8.first_row + (ty * RQ)) + _e37);
            uint _e39 = r;
            uint _e43 = _group_0_binding_0_cs.pack;
            row_q[_e39] = (row_4 / _e43);
            uint _e45 = r;
            uint _e50 = _group_0_binding_0_cs.pack;
            row_head[_e45] = (_e8.head_base + (row_4 % _e50));
            uint _e53 = r;
            row_keys[_e53] = uvec2(0u);
            uint _e57 = r;
            row_factor[_e57] = 0.0;
            if ((row_4 < _e8.row_end)) {
                uint _e62 = r;
                uint _e64 = r;
                uint _e66 = row_head[_e64];
                uint _e67 = r;
                uint _e69 = row_q[_e67];
                float _e70 = row_weight(b_14, _e66, _e69);
                row_factor[_e62] = _e70;
                uint _e71 = r;
                uint _e73 = r;
                uint _e75 = row_q[_e73];
                uvec2 _e78 = key_range(_e75, _e8.offset, _e8.kv_len);
                uint _e81 = r;
                float _e83 = row_factor[_e81];
                row_keys[_e71] = ((_e83 == 0.0) ? uvec2(0u) : _e78);
            }
            uint _e87 = r;
            m_2[_e87] = MASKED;
            if ((row_4 < _e8.row_end)) {
                uint _e92 = r;
                uint _e94 = r;
                uint _e96 = row_head[_e94];
                uint _e97 = r;
                uint _e99 = row_q[_e97];
                uint _e100 = lse_at_1(_e8, _e96, _e99);
                float _e101 = first_max(_e100);
                m_2[_e92] = _e101;
            }
            uint _e102 = r;
            l_1[_e102] = 0.0;
        }
    }
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e119 = n_3;
            n_3 = (_e119 + 1u);
        }
        loop_init_3 = false;
        uint _e111 = n_3;
        if ((_e111 < 8u)) {
        } else {
            break;
        }
        {
            uint _e114 = n_3;
            acc[_e114] = vec4(0.0);
        }
    }
    t_2 = _e8.tiles.x;
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e644 = t_2;
            t_2 = (_e644 + 1u);
        }
        loop_init_4 = false;
        uint _e126 = t_2;
        if ((_e126 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e130 = t_2;
            Tile _e134 = tile_at(_e130, _e8.tiles.z, _e8.seen);
            uint key0_ = _e134.first;
            if ((key0_ >= _e134.end)) {
                continue;
            }
            s_10 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            r_1 = 0u;
            bool loop_init_5 = true;
            while(true) {
                if (!loop_init_5) {
                    uint _e150 = r_1;
                    r_1 = (_e150 + 1u);
                }
                loop_init_5 = false;
                uint _e142 = r_1;
                if ((_e142 < RQ)) {
                } else {
                    break;
                }
                {
                    uint _e145 = r_1;
                    s_10[_e145] = vec4(0.0);
                }
            }
            c = 0u;
            bool loop_init_6 = true;
            while(true) {
                if (!loop_init_6) {
                    uint _e331 = c;
                    c = (_e331 + 1u);
                }
                loop_init_6 = false;
                uint _e154 = c;
                if ((_e154 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    if (false) {
                        bool _e160 = staged;
                        local_8 = !(_e160);
                    } else {
                        local_8 = true;
                    }
                    bool _e163 = local_8;
                    if (_e163) {
                        n_4 = tid_1;
                        bool loop_init_7 = true;
                        while(true) {
                            if (!loop_init_7) {
                                uint _e202 = n_4;
                                n_4 = (_e202 + WORKGROUP);
                            }
                            loop_init_7 = false;
                            uint _e165 = n_4;
                            if ((_e165 < 256u)) {
                            } else {
                                break;
                            }
                            {
                                uint _e169 = n_4;
                                uint row_5 = (_e8.first_row + (_e169 / TX));
                                x_13 = vec4(0.0);
                                if ((row_5 < _e8.row_end)) {
                                    uint _e178 = query_at(_e8, row_5);
                                    uint _e179 = c;
                                    uint _e182 = n_4;
                                    vec4 _e188 = load_q4_(_e178, (((_e179 * TX) + (_e182 % TX)) * 4u));
                                    vec4 _e189 = scale_q(_e188);
                                    x_13 = _e189;
                                }
                                uint _e191 = n_4;
                                uint _e196 = n_4;
                                vec4 _e201 = x_13;
                                q_tile[(((_e191 / TX) * STRIDE) + (_e196 % TX))] = _e201;
                            }
                        }
                    }
                    n_5 = tid_1;
                    bool loop_init_8 = true;
                    while(true) {
                        if (!loop_init_8) {
                            uint _e247 = n_5;
                            n_5 = (_e247 + WORKGROUP);
                        }
                        loop_init_8 = false;
                        uint _e206 = n_5;
                        if ((_e206 < 256u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e209 = n_5;
                            uint _e213 = key_of((key0_ + (_e209 / TX)));
                            x_14 = vec4(0.0);
                            if ((_e213 < _e134.end)) {
                                uint _e222 = _group_0_binding_0_cs.k_row;
                                uint _e225 = c;
                                uint _e228 = n_5;
                                vec4 _e234 = load_k4_((_e8.k_base + (_e213 * _e222)), (((_e225 * TX) + (_e228 % TX)) * 4u));
                                x_14 = _e234;
                            }
                            uint _e236 = n_5;
                            uint _e241 = n_5;
                            vec4 _e246 = x_14;
                            kv_tile[(((_e236 / TX) * STRIDE) + (_e241 % TX))] = _e246;
                        }
                    }
                    staged = true;
                    memoryBarrierShared();
                    barrier();
                    d_7 = 0u;
                    bool loop_init_9 = true;
                    while(true) {
                        if (!loop_init_9) {
                            uint _e328 = d_7;
                            d_7 = (_e328 + 1u);
                        }
                        loop_init_9 = false;
                        uint _e253 = d_7;
                        if ((_e253 < TX)) {
                        } else {
                            break;
                        }
                        {
                            uint _e260 = d_7;
                            uint k_at = (((tx_1 * 4u) * STRIDE) + _e260);
                            vec4 k0_ = kv_tile[k_at];
                            vec4 k1_ = kv_tile[(k_at + STRIDE)];
                            vec4 k2_ = kv_tile[(k_at + 18u)];
                            vec4 k3_ = kv_tile[(k_at + 27u)];
                            r_2 = 0u;
                            bool loop_init_10 = true;
                            while(true) {
                                if (!loop_init_10) {
                                    uint _e325 = r_2;
                                    r_2 = (_e325 + 1u);
                                }
                                loop_init_10 = false;
                                uint _e282 = r_2;
                                if ((_e282 < RQ)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e288 = r_2;
                                    uint _e292 = d_7;
                                    vec4 x_16 = q_tile[((((ty * RQ) + _e288) * STRIDE) + _e292)];
                                    uint _e296 = c;
                                    uint _e299 = d_7;
                                    uint at_1 = (((_e296 * TX) + _e299) * 4u);
                                    uint _e303 = r_2;
                                    vec4 _e305 = s_10[_e303];
                                    uint _e306 = r_2;
                                    uint _e308 = row_head[_e306];
                                    float _e309 = pair(x_16, k0_, _e308, at_1);
                                    uint _e310 = r_2;
                                    uint _e312 = row_head[_e310];
                                    float _e313 = pair(x_16, k1_, _e312, at_1);
                                    uint _e314 = r_2;
                                    uint _e316 = row_head[_e314];
                                    float _e317 = pair(x_16, k2_, _e316, at_1);
                                    uint _e318 = r_2;
                                    uint _e320 = row_head[_e318];
                                    float _e321 = pair(x_16, k3_, _e320, at_1);
                                    s_10[_e303] = (_e305 + vec4(_e309, _e313, _e317, _e321));
                                }
                            }
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                }
            }
            r_3 = 0u;
            bool loop_init_11 = true;
            while(true) {
                if (!loop_init_11) {
                    uint _e380 = r_3;
                    r_3 = (_e380 + 1u);
                }
                loop_init_11 = false;
                uint _e335 = r_3;
                if ((_e335 < RQ)) {
                } else {
                    break;
                }
                {
                    uint _e338 = r_3;
                    uint _e340 = r_3;
                    vec4 _e342 = s_10[_e340];
                    vec4 _e343 = scale_pairs(_e342);
                    uint _e344 = r_3;
                    uint _e346 = row_head[_e344];
                    uint _e347 = r_3;
                    uint _e349 = row_q[_e347];
                    uint _e353 = r_3;
                    uvec2 _e355 = row_keys[_e353];
                    uint _e357 = r_3;
                    uint _e359 = row_head[_e357];
                    uint _e360 = r_3;
                    uint _e362 = row_q[_e360];
                    uvec2 _e363 = seen_keys(_e355, _e134.end, b_14, _e359, _e362);
                    vec4 _e364 = edit_four(_e343, b_14, _e346, _e349, (key0_ + (tx_1 * 4u)), _e363);
                    s_10[_e338] = _e364;
                    uint _e365 = r_3;
                    uint _e367 = r_3;
                    vec4 _e369 = s_10[_e367];
                    float _e370 = size_of(_e369);
                    float _e371 = lanes_max(_e370);
                    part_2[_e365] = _e371;
                    uint _e374 = r_3;
                    uint _e376 = r_3;
                    float _e378 = part_2[_e376];
                    put_part(((ty * RQ) + _e374), tx_1, _e378);
                }
            }
            memoryBarrierShared();
            barrier();
            r_4 = 0u;
            bool loop_init_12 = true;
            while(true) {
                if (!loop_init_12) {
                    uint _e456 = r_4;
                    r_4 = (_e456 + 1u);
                }
                loop_init_12 = false;
                uint _e384 = r_4;
                if ((_e384 < RQ)) {
                } else {
                    break;
                }
                {
                    uint _e387 = r_4;
                    float _e389 = m_2[_e387];
                    uint _e392 = r_4;
                    uint _e394 = r_4;
                    float _e396 = part_2[_e394];
                    float _e397 = row_max(((ty * RQ) + _e392), _e396);
                    float _e398 = next_max(_e389, _e397);
                    uint _e399 = r_4;
                    float _e401 = m_2[_e399];
                    float shrink_1 = exp((_e401 - _e398));
                    uint _e404 = r_4;
                    vec4 _e406 = s_10[_e404];
                    uint _e407 = r_4;
                    uint _e409 = row_head[_e407];
                    uint _e410 = r_4;
                    uint _e412 = row_q[_e410];
                    vec4 _e416 = weights(_e406, _e398, b_14, _e409, _e412, (key0_ + (tx_1 * 4u)));
                    uint _e420 = r_4;
                    p_tile[((((ty * RQ) + _e420) * STRIDE) + tx_1)] = _e416;
                    uint _e426 = r_4;
                    uint _e428 = r_4;
                    float _e430 = l_1[_e428];
                    uint _e432 = r_4;
                    vec4 _e434 = s_10[_e432];
                    float _e435 = mass(_e434, _e416);
                    l_1[_e426] = ((_e430 * shrink_1) + _e435);
                    uint _e437 = r_4;
                    m_2[_e437] = _e398;
                    c_1 = 0u;
                    bool loop_init_13 = true;
                    while(true) {
                        if (!loop_init_13) {
                            uint _e453 = c_1;
                            c_1 = (_e453 + 1u);
                        }
                        loop_init_13 = false;
                        uint _e441 = c_1;
                        if ((_e441 < V_CHUNKS)) {
                        } else {
                            break;
                        }
                        {
                            uint _e444 = c_1;
                            uint _e447 = r_4;
                            vec4 _e450 = acc[((_e444 * RQ) + _e447)];
                            acc[((_e444 * RQ) + _e447)] = (_e450 * shrink_1);
                        }
                    }
                }
            }
            c_2 = 0u;
            bool loop_init_14 = true;
            while(true) {
                if (!loop_init_14) {
                    uint _e641 = c_2;
                    c_2 = (_e641 + 1u);
                }
                loop_init_14 = false;
                uint _e460 = c_2;
                if ((_e460 < V_CHUNKS)) {
                } else {
                    break;
                }
                {
                    n_6 = tid_1;
                    bool loop_init_15 = true;
                    while(true) {
                        if (!loop_init_15) {
                            uint _e509 = n_6;
                            n_6 = (_e509 + WORKGROUP);
                        }
                        loop_init_15 = false;
                        uint _e464 = n_6;
                        if ((_e464 < 256u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e467 = n_6;
                            uint _e471 = key_of((key0_ + (_e467 / TX)));
                            x_15 = vec4(0.0);
                            if ((_e471 < _e134.end)) {
                                uint _e480 = _group_0_binding_0_cs.v_row;
                                uint _e483 = c_2;
                                uint _e486 = n_6;
                                vec4 _e492 = load_v4_((_e8.v_base + (_e471 * _e480)), (((_e483 * TX) + (_e486 % TX)) * 4u));
                                x_15 = _e492;
                                vec4 _e493 = x_15;
                                bool _e494 = any_nonfinite(_e493);
                                if (_e494) {
                                    atomicExchange(v_nonfinite, 1u);
                                }
                            }
                            uint _e498 = n_6;
                            uint _e503 = n_6;
                            vec4 _e508 = x_15;
                            kv_tile[(((_e498 / TX) * STRIDE) + (_e503 % TX))] = _e508;
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                    uint _e513 = atomicOr(v_nonfinite, 0u);
                    if ((_e513 == 0u)) {
                        k4_ = 0u;
                        bool loop_init_16 = true;
                        while(true) {
                            if (!loop_init_16) {
                                uint _e584 = k4_;
                                k4_ = (_e584 + 1u);
                            }
                            loop_init_16 = false;
                            uint _e518 = k4_;
                            if ((_e518 < TX)) {
                            } else {
                                break;
                            }
                            {
                                uint _e521 = k4_;
                                uint v_at = (((_e521 * 4u) * STRIDE) + tx_1);
                                vec4 v0_ = kv_tile[v_at];
                                vec4 v1_ = kv_tile[(v_at + STRIDE)];
                                vec4 v2_ = kv_tile[(v_at + 18u)];
                                vec4 v3_ = kv_tile[(v_at + 27u)];
                                r_5 = 0u;
                                bool loop_init_17 = true;
                                while(true) {
                                    if (!loop_init_17) {
                                        uint _e581 = r_5;
                                        r_5 = (_e581 + 1u);
                                    }
                                    loop_init_17 = false;
                                    uint _e547 = r_5;
                                    if ((_e547 < RQ)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e553 = r_5;
                                        uint _e557 = k4_;
                                        vec4 p_2 = p_tile[((((ty * RQ) + _e553) * STRIDE) + _e557)];
                                        uint _e561 = c_2;
                                        uint _e564 = r_5;
                                        vec4 _e567 = acc[((_e561 * RQ) + _e564)];
                                        acc[((_e561 * RQ) + _e564)] = (_e567 + ((((p_2.x * v0_) + (p_2.y * v1_)) + (p_2.z * v2_)) + (p_2.w * v3_)));
                                    }
                                }
                            }
                        }
                    } else {
                        k_2 = 0u;
                        bool loop_init_18 = true;
                        while(true) {
                            if (!loop_init_18) {
                                uint _e638 = k_2;
                                k_2 = (_e638 + 1u);
                            }
                            loop_init_18 = false;
                            uint _e588 = k_2;
                            if ((_e588 < BLOCK_K)) {
                            } else {
                                break;
                            }
                            {
                                uint _e592 = k_2;
                                vec4 v_2 = kv_tile[((_e592 * STRIDE) + tx_1)];
                                r_6 = 0u;
                                bool loop_init_19 = true;
                                while(true) {
                                    if (!loop_init_19) {
                                        uint _e635 = r_6;
                                        r_6 = (_e635 + 1u);
                                    }
                                    loop_init_19 = false;
                                    uint _e600 = r_6;
                                    if ((_e600 < RQ)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e606 = r_6;
                                        uint _e610 = k_2;
                                        uint _e615 = k_2;
                                        float p_3 = p_tile[((((ty * RQ) + _e606) * STRIDE) + (_e610 / 4u))][(_e615 % 4u)];
                                        uint _e620 = c_2;
                                        uint _e623 = r_6;
                                        vec4 _e626 = acc[((_e620 * RQ) + _e623)];
                                        acc[((_e620 * RQ) + _e623)] = (_e626 + ((p_3 == 0.0) ? vec4(0.0) : (p_3 * v_2)));
                                    }
                                }
                            }
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                }
            }
        }
    }
    bool loop_init_20 = true;
    while(true) {
        if (!loop_init_20) {
            uint _e665 = r_7;
            r_7 = (_e665 + 1u);
        }
        loop_init_20 = false;
        uint _e648 = r_7;
        if ((_e648 < RQ)) {
        } else {
            break;
        }
        {
            uint _e651 = r_7;
            uint _e653 = r_7;
            float _e655 = l_1[_e653];
            float _e656 = lanes_sum(_e655);
            part_2[_e651] = _e656;
            uint _e659 = r_7;
            uint _e661 = r_7;
            float _e663 = part_2[_e661];
            put_part(((ty * RQ) + _e659), tx_1, _e663);
        }
    }
    memoryBarrierShared();
    barrier();
    bool loop_init_21 = true;
    while(true) {
        if (!loop_init_21) {
            uint _e755 = r_8;
            r_8 = (_e755 + 1u);
        }
        loop_init_21 = false;
        uint _e669 = r_8;
        if ((_e669 < RQ)) {
        } else {
            break;
        }
        {
            uint _e676 = r_8;
            uint row_6 = ((_e8.first_row + (ty * RQ)) + _e676);
            if ((row_6 < _e8.row_end)) {
                uint _e680 = r_8;
                float _e682 = m_2[_e680];
                uint _e685 = r_8;
                uint _e687 = r_8;
                float _e689 = part_2[_e687];
                float _e690 = row_sum(((ty * RQ) + _e685), _e689);
                uint _e691 = r_8;
                uint _e693 = row_head[_e691];
                vec2 _e695 = finish_row(_e682, _e690, _e693, _e8.split);
                uint _e696 = r_8;
                uint _e698 = row_head[_e696];
                uint _e699 = r_8;
                uint _e701 = row_q[_e699];
                uint _e702 = output_at(_e8, _e698, _e701);
                c_3 = 0u;
                bool loop_init_22 = true;
                while(true) {
                    if (!loop_init_22) {
                        uint _e736 = c_3;
                        c_3 = (_e736 + 1u);
                    }
                    loop_init_22 = false;
                    uint _e705 = c_3;
                    if ((_e705 < V_CHUNKS)) {
                    } else {
                        break;
                    }
                    {
                        uint _e708 = c_3;
                        uint d_8 = (((_e708 * TX) + tx_1) * 4u);
                        uint _e715 = c_3;
                        uint _e718 = r_8;
                        vec4 _e721 = acc[((_e715 * RQ) + _e718)];
                        uint _e723 = r_8;
                        float _e725 = row_factor[_e723];
                        uint _e728 = r_8;
                        uint _e730 = row_head[_e728];
                        uint _e731 = r_8;
                        uint _e733 = row_q[_e731];
                        vec4 _e734 = output_((_e721 * (_e695.x * _e725)), b_14, _e730, _e733, d_8);
                        store_o4_(_e702, d_8, V_DIM, _e734);
                    }
                }
                if ((tx_1 == 0u)) {
                    uint _e740 = r_8;
                    uint _e742 = row_head[_e740];
                    uint _e743 = r_8;
                    uint _e745 = row_q[_e743];
                    uint _e746 = lse_at_1(_e8, _e742, _e745);
                    uint _e750 = _group_0_binding_0_cs.lse_split;
                    store_lse((_e746 + (_e8.split * _e750)), _e695.y);
                }
            }
        }
    }
    return;
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        row_part = float[256](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        q_tile = vec4[288](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        kv_tile = vec4[288](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        p_tile = vec4[288](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        v_nonfinite = 0u;
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    run(wid, tid);
    return;
}

