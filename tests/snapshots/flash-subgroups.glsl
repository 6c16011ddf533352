#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
#extension GL_KHR_shader_subgroup_basic : require
#extension GL_KHR_shader_subgroup_vote : require
#extension GL_KHR_shader_subgroup_arithmetic : require
#extension GL_KHR_shader_subgroup_ballot : require
#extension GL_KHR_shader_subgroup_shuffle : require
#extension GL_KHR_shader_subgroup_shuffle_relative : require
#extension GL_KHR_shader_subgroup_quad : require
layout(local_size_x = 128, local_size_y = 1, local_size_z = 1) in;

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
const uint TX = 8u;
const uint TY = 16u;
const uint RQ = 4u;
const uint K_FOURS = 1u;
const uint QK_CHUNKS = 2u;
const uint V_CHUNKS = 2u;
const uint V_GROUPS = 1u;
const uint PART = 16u;
const uint WORKGROUP = 128u;
const uint BLOCK_Q = 64u;
const uint BLOCK_K = 32u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const bool STAGED = false;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const uint STRIDE = 9u;
const uint FOUR = 32u;
const uint KEYS = 2u;
const uint V_ROW = 16u;
const uint V_FOURS = 2u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_5_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_5_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_5_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) buffer type_6_block_5Compute { float _group_0_binding_5_cs[]; };

shared float row_part[512];

uint lanes = 0u;

shared vec4 q_tile[576];

shared vec4 kv_tile[288];

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
    int p_5 = (int(i_1) + offset);
    int end_1 = int(kv_count_1);
    hi = end_1;
    int _e11 = _group_0_binding_0_cs.window_left;
    if ((_e11 >= 0)) {
        int _e16 = _group_0_binding_0_cs.window_left;
        lo = min(max((p_5 - _e16), 0), end_1);
    }
    int _e22 = _group_0_binding_0_cs.window_right;
    if ((_e22 >= 0)) {
        int _e27 = _group_0_binding_0_cs.window_right;
        hi = min(max(((p_5 + _e27) + 1), 0), end_1);
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
    return Tile((n * BLOCK_K), seen_1.keys.y, false);
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

float next_max(float m, float tile) {
    return max(m, tile);
}

float size_of(vec4 s_5) {
    return max(max(s_5.x, s_5.y), max(s_5.z, s_5.w));
}

vec4 weights(vec4 s_6, float top_1, uint b_6, uint head, uint i_3, uint slot_1) {
    vec4 _e12 = exp_kept4_((s_6 - vec4(((top_1 == MASKED) ? 0.0 : top_1))));
    return _e12;
}

float mass(vec4 s_7, vec4 p) {
    return (((p.x + p.y) + p.z) + p.w);
}

float sink_logit(uint h_4) {
    return MASKED;
}

vec2 finish_row(float m_1, float l, uint head_1, uint split_2) {
    float top_2 = 0.0;
    float shrink = 1.0;
    float sum_2 = 0.0;
    bool local_1 = false;
    top_2 = m_1;
    sum_2 = l;
    float _e8 = sink_logit(head_1);
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
    uvec3 tiles_1 = uvec3(0u);
    bool local_2 = false;
    uint _e3 = _group_0_binding_0_cs.splits;
    uint split_3 = (group % _e3);
    uint _e7 = _group_0_binding_0_cs.q_tiles;
    uint _e12 = _group_0_binding_0_cs.splits;
    uint _e16 = _group_0_binding_0_cs.q_tiles;
    uint row_tile_id = ((_e7 - 1u) - ((group / _e12) % _e16));
    uint _e21 = _group_0_binding_0_cs.splits;
    uint _e25 = _group_0_binding_0_cs.q_tiles;
    uint pack = ((group / _e21) / _e25);
    uvec2 _e27 = row_tile(row_tile_id);
    uint _e30 = _group_0_binding_0_cs.head_base;
    uint _e33 = _group_0_binding_0_cs.packs;
    uint _e37 = _group_0_binding_0_cs.pack;
    uint head_base_1 = (_e30 + ((pack % _e33) * _e37));
    uint _e42 = _group_0_binding_0_cs.group;
    uint kv_head = (head_base_1 / _e42);
    uint _e46 = _group_0_binding_0_cs.batch_base;
    uint _e49 = _group_0_binding_0_cs.packs;
    uint b_12 = (_e46 + (pack / _e49));
    uint _e52 = q_count_1(b_12);
    uint _e53 = kv_count_2(b_12);
    uint first_row_1 = _e27.x;
    uint _e58 = _group_0_binding_0_cs.pack;
    uint row_end_1 = min(_e27.y, (_e52 * _e58));
    int _e61 = align_offset(_e52, _e53);
    uint _e64 = _group_0_binding_0_cs.pack;
    uint first_query = (first_row_1 / _e64);
    uint _e72 = _group_0_binding_0_cs.pack;
    uint last_query = ((max(row_end_1, 1u) - 1u) / _e72);
    uvec2 _e74 = key_range(first_query, _e61, _e53);
    uvec2 _e75 = key_range(last_query, _e61, _e53);
    Seen seen_2 = Seen(uvec2(_e74.x, _e75.y), ivec2((int(first_query) + _e61), (int(last_query) + _e61)), b_12, head_base_1, _e61);
    if ((first_row_1 < row_end_1)) {
        bool _e91 = rows_wanted(b_12, head_base_1, first_row_1, row_end_1);
        local_2 = _e91;
    } else {
        local_2 = false;
    }
    bool _e93 = local_2;
    if (_e93) {
        uvec3 _e94 = tile_span(row_tile_id, seen_2, split_3);
        tiles_1 = _e94;
    }
    uvec3 _e98 = tiles_1;
    uint _e101 = _group_0_binding_0_cs.q_offset;
    uint _e104 = _group_0_binding_0_cs.q_batch;
    uint _e107 = q_start(b_12);
    uint _e110 = _group_0_binding_0_cs.q_row;
    uint _e115 = _group_0_binding_0_cs.k_offset;
    uint _e118 = _group_0_binding_0_cs.k_batch;
    uint _e123 = _group_0_binding_0_cs.k_head;
    uint _e126 = kv_start(b_12);
    uint _e129 = _group_0_binding_0_cs.k_row;
    uint _e134 = _group_0_binding_0_cs.v_offset;
    uint _e137 = _group_0_binding_0_cs.v_batch;
    uint _e142 = _group_0_binding_0_cs.v_head;
    uint _e145 = kv_start(b_12);
    uint _e148 = _group_0_binding_0_cs.v_row;
    uint _e153 = _group_0_binding_0_cs.lse_batch;
    uint _e155 = q_start(b_12);
    return Group(seen_2, split_3, first_row_1, row_end_1, _e53, uvec2(_e75.x, _e74.y), _e98, ((_e101 + (b_12 * _e104)) + (_e107 * _e110)), (((_e115 + (b_12 * _e118)) + (kv_head * _e123)) + (_e126 * _e129)), (((_e134 + (b_12 * _e137)) + (kv_head * _e142)) + (_e145 * _e148)), ((b_12 * _e153) + _e155));
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

bool sees_whole(Group g_4, Tile tile_1) {
    bool local_3 = false;
    bool local_4 = false;
    bool local_5 = false;
    if ((tile_1.first >= g_4.by_all.x)) {
        local_3 = ((tile_1.first + BLOCK_K) <= min(g_4.by_all.y, tile_1.end));
    } else {
        local_3 = false;
    }
    bool _e17 = local_3;
    if (_e17) {
        local_4 = (g_4.row_end == (g_4.first_row + BLOCK_Q));
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

float edit_one(float s_8, uint b_10, uint head_4, uint i_6, uint slot_2, uvec2 keys_1) {
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
    float _e17 = edit_score(s_8, b_10, head_4, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_7 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_7 = false;
    }
    bool _e26 = local_7;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

vec4 edit_four(vec4 s_9, uint b_11, uint head_5, uint i_7, uint slot_3, uvec2 keys_2) {
    float _e7 = edit_one(s_9.x, b_11, head_5, i_7, slot_3, keys_2);
    float _e11 = edit_one(s_9.y, b_11, head_5, i_7, (slot_3 + 1u), keys_2);
    float _e15 = edit_one(s_9.z, b_11, head_5, i_7, (slot_3 + 2u), keys_2);
    float _e19 = edit_one(s_9.w, b_11, head_5, i_7, (slot_3 + 3u), keys_2);
    return vec4(_e7, _e11, _e15, _e19);
}

float lanes_max(float x_10) {
    float r = 0.0;
    uint step_ = 1u;
    r = x_10;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e18 = step_;
            step_ = (_e18 << 1u);
        }
        loop_init = false;
        uint _e4 = step_;
        if ((_e4 < TX)) {
        } else {
            break;
        }
        {
            float _e7 = r;
            float _e8 = r;
            float _e9 = r;
            uint _e10 = step_;
            float _e11 = subgroupShuffleXor(_e9, _e10);
            uint _e13 = step_;
            uint _e15 = lanes;
            r = ((_e13 < _e15) ? max(_e8, _e11) : _e7);
        }
    }
    float _e21 = r;
    return _e21;
}

float lanes_sum(float x_11) {
    float r_1 = 0.0;
    uint step_1 = 1u;
    r_1 = x_11;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e18 = step_1;
            step_1 = (_e18 << 1u);
        }
        loop_init_1 = false;
        uint _e4 = step_1;
        if ((_e4 < TX)) {
        } else {
            break;
        }
        {
            float _e7 = r_1;
            float _e8 = r_1;
            float _e9 = r_1;
            uint _e10 = step_1;
            float _e11 = subgroupShuffleXor(_e9, _e10);
            uint _e13 = step_1;
            uint _e15 = lanes;
            r_1 = ((_e13 < _e15) ? (_e8 + _e11) : _e7);
        }
    }
    float _e21 = r_1;
    return _e21;
}

void put_part(uint row_2, uint tx, float x_12) {
    bool local_8 = false;
    uint _e4 = lanes;
    if ((_e4 < TX)) {
        uint _e10 = lanes;
        local_8 = ((tx % _e10) == 0u);
    } else {
        local_8 = false;
    }
    bool _e15 = local_8;
    if (_e15) {
        row_part[((row_2 * TX) + tx)] = x_12;
        return;
    } else {
        return;
    }
}

float row_max(uint row_3, float part) {
    float top_3 = 0.0;
    uint n_1 = 0u;
    top_3 = part;
    uint _e4 = lanes;
    if ((_e4 < TX)) {
        bool loop_init_2 = true;
        while(true) {
            if (!loop_init_2) {
                uint _e21 = n_1;
                uint _e23 = lanes;
                n_1 = (_e21 + _e23);
            }
            loop_init_2 = false;
            uint _e9 = n_1;
            if ((_e9 < TX)) {
            } else {
                break;
            }
            {
                float _e12 = top_3;
                uint _e16 = n_1;
                float _e19 = row_part[((row_3 * TX) + _e16)];
                top_3 = max(_e12, _e19);
            }
        }
    }
    float _e25 = top_3;
    return _e25;
}

float row_sum(uint row_4, float part_1) {
    float sum_3 = 0.0;
    uint n_2 = 0u;
    uint _e3 = lanes;
    if ((_e3 >= TX)) {
        return part_1;
    }
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e22 = n_2;
            uint _e24 = lanes;
            n_2 = (_e22 + _e24);
        }
        loop_init_3 = false;
        uint _e10 = n_2;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = sum_3;
            uint _e17 = n_2;
            float _e20 = row_part[((row_4 * TX) + _e17)];
            sum_3 = (_e13 + _e20);
        }
    }
    float _e26 = sum_3;
    return _e26;
}

vec4 load_part(Group g_5, Tile tile_2, uint first, uint u, uint i_8) {
    uint _e12 = key_of(min((first + (i_8 / V_ROW)), (tile_2.end - 1u)));
    uint _e16 = _group_0_binding_0_cs.v_row;
    vec4 _e26 = load_v4_((g_5.v_base + (_e12 * _e16)), (((u * V_ROW) + (i_8 % V_ROW)) * 4u));
    return _e26;
}

uvec2 keys_of(Group g_6, uint row_5) {
    bool local_9 = false;
    if (!((row_5 >= g_6.row_end))) {
        uint _e9 = head_of(g_6, row_5);
        uint _e12 = _group_0_binding_0_cs.pack;
        float _e14 = row_weight(g_6.seen.batch, _e9, (row_5 / _e12));
        local_9 = (_e14 == 0.0);
    } else {
        local_9 = true;
    }
    bool _e18 = local_9;
    if (_e18) {
        return uvec2(0u);
    }
    uint _e23 = _group_0_binding_0_cs.pack;
    uvec2 _e28 = key_range((row_5 / _e23), g_6.seen.offset, g_6.kv_len);
    return _e28;
}

void run(uvec3 wid_2, uint tid) {
    uint q_at[4] = uint[4](0u, 0u, 0u, 0u);
    float m_2[4] = float[4](0.0, 0.0, 0.0, 0.0);
    float l_1[4] = float[4](0.0, 0.0, 0.0, 0.0);
    float part_2[4] = float[4](0.0, 0.0, 0.0, 0.0);
    vec4 acc[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint t_2 = 0u;
    vec4 s_10[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint k_at[2] = uint[2](0u, 0u);
    vec4 q_next[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 k_next[2] = vec4[2](vec4(0.0), vec4(0.0));
    uint c = 0u;
    bool local_10 = false;
    bool local_11 = false;
    vec4 v_next[2] = vec4[2](vec4(0.0), vec4(0.0));
    bool local_12 = false;
    bool local_13 = false;
    uint h_7 = 0u;
    bool local_14 = false;
    bool local_15 = false;
    vec4 p_1[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 p_2[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 p_3[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 p_4[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint k_2 = 0u;
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
    uint tx_1 = (tid % TX);
    uint ty = (tid / TX);
    {
        uint row_6 = ((_e8.first_row + 0u) + ty);
        uint _e35 = query_at(_e8, min(row_6, (_e8.row_end - 1u)));
        q_at[0] = _e35;
        m_2[0] = MASKED;
        if ((row_6 < _e8.row_end)) {
            uint _e41 = head_of(_e8, row_6);
            uint _e44 = _group_0_binding_0_cs.pack;
            uint _e46 = lse_at_1(_e8, _e41, (row_6 / _e44));
            float _e47 = first_max(_e46);
            m_2[0] = _e47;
        }
        l_1[0] = 0.0;
    }
    {
        uint row_7 = ((_e8.first_row + 16u) + ty);
        uint _e59 = query_at(_e8, min(row_7, (_e8.row_end - 1u)));
        q_at[1] = _e59;
        m_2[1] = MASKED;
        if ((row_7 < _e8.row_end)) {
            uint _e65 = head_of(_e8, row_7);
            uint _e68 = _group_0_binding_0_cs.pack;
            uint _e70 = lse_at_1(_e8, _e65, (row_7 / _e68));
            float _e71 = first_max(_e70);
            m_2[1] = _e71;
        }
        l_1[1] = 0.0;
    }
    {
        uint row_8 = ((_e8.first_row + 32u) + ty);
        uint _e83 = query_at(_e8, min(row_8, (_e8.row_end - 1u)));
        q_at[2] = _e83;
        m_2[2] = MASKED;
        if ((row_8 < _e8.row_end)) {
            uint _e89 = head_of(_e8, row_8);
            uint _e92 = _group_0_binding_0_cs.pack;
            uint _e94 = lse_at_1(_e8, _e89, (row_8 / _e92));
            float _e95 = first_max(_e94);
            m_2[2] = _e95;
        }
        l_1[2] = 0.0;
    }
    {
        uint row_9 = ((_e8.first_row + 48u) + ty);
        uint _e107 = query_at(_e8, min(row_9, (_e8.row_end - 1u)));
        q_at[3] = _e107;
        m_2[3] = MASKED;
        if ((row_9 < _e8.row_end)) {
            uint _e113 = head_of(_e8, row_9);
            uint _e116 = _group_0_binding_0_cs.pack;
            uint _e118 = lse_at_1(_e8, _e113, (row_9 / _e116));
            float _e119 = first_max(_e118);
            m_2[3] = _e119;
        }
        l_1[3] = 0.0;
    }
    {
        acc[0] = vec4(0.0);
    }
    {
        acc[1] = vec4(0.0);
    }
    {
        acc[2] = vec4(0.0);
    }
    {
        acc[3] = vec4(0.0);
    }
    {
        acc[4] = vec4(0.0);
    }
    {
        acc[5] = vec4(0.0);
    }
    {
        acc[6] = vec4(0.0);
    }
    {
        acc[7] = vec4(0.0);
    }
    t_2 = _e8.tiles.x;
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e3260 = t_2;
            t_2 = (_e3260 + 1u);
        }
        loop_init_4 = false;
        uint _e150 = t_2;
        if ((_e150 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e154 = t_2;
            Tile _e158 = tile_at(_e154, _e8.tiles.z, _e8.seen);
            uint key0_ = _e158.first;
            if ((key0_ >= _e158.end)) {
                continue;
            }
            s_10 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            {
                s_10[0] = vec4(0.0);
            }
            {
                s_10[1] = vec4(0.0);
            }
            {
                s_10[2] = vec4(0.0);
            }
            {
                s_10[3] = vec4(0.0);
            }
            k_at = uint[2](0u, 0u);
            q_next = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            k_next = vec4[2](vec4(0.0), vec4(0.0));
            {
                uint _e184 = q_at[0];
                vec4 _e187 = load_q4_(_e184, (tx_1 * 4u));
                q_next[0] = _e187;
            }
            {
                uint _e190 = q_at[1];
                vec4 _e193 = load_q4_(_e190, (tx_1 * 4u));
                q_next[1] = _e193;
            }
            {
                uint _e196 = q_at[2];
                vec4 _e199 = load_q4_(_e196, (tx_1 * 4u));
                q_next[2] = _e199;
            }
            {
                uint _e202 = q_at[3];
                vec4 _e205 = load_q4_(_e202, (tx_1 * 4u));
                q_next[3] = _e205;
            }
            {
                uint _e215 = key_of(min(((key0_ + 0u) + ty), (_e158.end - 1u)));
                uint _e218 = _group_0_binding_0_cs.k_row;
                k_at[0] = (_e8.k_base + (_e215 * _e218));
                uint _e223 = k_at[0];
                vec4 _e226 = load_k4_(_e223, (tx_1 * 4u));
                k_next[0] = _e226;
            }
            {
                uint _e236 = key_of(min(((key0_ + 16u) + ty), (_e158.end - 1u)));
                uint _e239 = _group_0_binding_0_cs.k_row;
                k_at[1] = (_e8.k_base + (_e236 * _e239));
                uint _e244 = k_at[1];
                vec4 _e247 = load_k4_(_e244, (tx_1 * 4u));
                k_next[1] = _e247;
            }
            c = 0u;
            bool loop_init_5 = true;
            while(true) {
                if (!loop_init_5) {
                    uint _e1452 = c;
                    c = (_e1452 + 1u);
                }
                loop_init_5 = false;
                uint _e250 = c;
                if ((_e250 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    {
                        vec4 _e261 = q_next[0];
                        vec4 _e262 = scale_q(_e261);
                        q_tile[(((0u + ty) * STRIDE) + tx_1)] = _e262;
                    }
                    {
                        vec4 _e271 = q_next[1];
                        vec4 _e272 = scale_q(_e271);
                        q_tile[(((16u + ty) * STRIDE) + tx_1)] = _e272;
                    }
                    {
                        vec4 _e281 = q_next[2];
                        vec4 _e282 = scale_q(_e281);
                        q_tile[(((32u + ty) * STRIDE) + tx_1)] = _e282;
                    }
                    {
                        vec4 _e291 = q_next[3];
                        vec4 _e292 = scale_q(_e291);
                        q_tile[(((48u + ty) * STRIDE) + tx_1)] = _e292;
                    }
                    {
                        uint slot_4 = (0u + ty);
                        if (false) {
                            local_10 = (slot_4 < BLOCK_K);
                        } else {
                            local_10 = true;
                        }
                        bool _e301 = local_10;
                        if (_e301) {
                            vec4 _e315 = k_next[0];
                            kv_tile[(((((slot_4 % 4u) * 8u) + (slot_4 / 4u)) * STRIDE) + tx_1)] = _e315;
                        }
                    }
                    {
                        uint slot_5 = (16u + ty);
                        if (false) {
                            local_11 = (slot_5 < BLOCK_K);
                        } else {
                            local_11 = true;
                        }
                        bool _e324 = local_11;
                        if (_e324) {
                            vec4 _e338 = k_next[1];
                            kv_tile[(((((slot_5 % 4u) * 8u) + (slot_5 / 4u)) * STRIDE) + tx_1)] = _e338;
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                    {
                        uint _e341 = q_at[0];
                        uint _e342 = c;
                        vec4 _e350 = load_q4_(_e341, ((((_e342 + 1u) * TX) + tx_1) * 4u));
                        q_next[0] = _e350;
                    }
                    {
                        uint _e353 = q_at[1];
                        uint _e354 = c;
                        vec4 _e362 = load_q4_(_e353, ((((_e354 + 1u) * TX) + tx_1) * 4u));
                        q_next[1] = _e362;
                    }
                    {
                        uint _e365 = q_at[2];
                        uint _e366 = c;
                        vec4 _e374 = load_q4_(_e365, ((((_e366 + 1u) * TX) + tx_1) * 4u));
                        q_next[2] = _e374;
                    }
                    {
                        uint _e377 = q_at[3];
                        uint _e378 = c;
                        vec4 _e386 = load_q4_(_e377, ((((_e378 + 1u) * TX) + tx_1) * 4u));
                        q_next[3] = _e386;
                    }
                    {
                        uint _e389 = k_at[0];
                        uint _e390 = c;
                        vec4 _e398 = load_k4_(_e389, ((((_e390 + 1u) * TX) + tx_1) * 4u));
                        k_next[0] = _e398;
                    }
                    {
                        uint _e401 = k_at[1];
                        uint _e402 = c;
                        vec4 _e410 = load_k4_(_e401, ((((_e402 + 1u) * TX) + tx_1) * 4u));
                        k_next[1] = _e410;
                    }
                    {
                        uint _e412 = c;
                        uint at_1 = (((_e412 * TX) + 0u) * 4u);
                        {
                            uint k_at_1 = (((0u + tx_1) * STRIDE) + 0u);
                            vec4 k0_ = kv_tile[k_at_1];
                            vec4 k1_ = kv_tile[(k_at_1 + 72u)];
                            vec4 k2_ = kv_tile[(k_at_1 + 144u)];
                            vec4 k3_ = kv_tile[(k_at_1 + 216u)];
                            {
                                vec4 x_13 = q_tile[(((0u + ty) * STRIDE) + 0u)];
                                uint _e453 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y = s_10[0];
                                float _e458 = pair_onto(y.x, x_13, k0_, _e453, at_1);
                                float _e460 = pair_onto(y.y, x_13, k1_, _e453, at_1);
                                float _e462 = pair_onto(y.z, x_13, k2_, _e453, at_1);
                                float _e464 = pair_onto(y.w, x_13, k3_, _e453, at_1);
                                s_10[0] = vec4(_e458, _e460, _e462, _e464);
                            }
                            {
                                vec4 x_14 = q_tile[(((16u + ty) * STRIDE) + 0u)];
                                uint _e478 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                                vec4 y_1 = s_10[1];
                                float _e483 = pair_onto(y_1.x, x_14, k0_, _e478, at_1);
                                float _e485 = pair_onto(y_1.y, x_14, k1_, _e478, at_1);
                                float _e487 = pair_onto(y_1.z, x_14, k2_, _e478, at_1);
                                float _e489 = pair_onto(y_1.w, x_14, k3_, _e478, at_1);
                                s_10[1] = vec4(_e483, _e485, _e487, _e489);
                            }
                            {
                                vec4 x_15 = q_tile[(((32u + ty) * STRIDE) + 0u)];
                                uint _e503 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                                vec4 y_2 = s_10[2];
                                float _e508 = pair_onto(y_2.x, x_15, k0_, _e503, at_1);
                                float _e510 = pair_onto(y_2.y, x_15, k1_, _e503, at_1);
                                float _e512 = pair_onto(y_2.z, x_15, k2_, _e503, at_1);
                                float _e514 = pair_onto(y_2.w, x_15, k3_, _e503, at_1);
                                s_10[2] = vec4(_e508, _e510, _e512, _e514);
                            }
                            {
                                vec4 x_16 = q_tile[(((48u + ty) * STRIDE) + 0u)];
                                uint _e528 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                                vec4 y_3 = s_10[3];
                                float _e533 = pair_onto(y_3.x, x_16, k0_, _e528, at_1);
                                float _e535 = pair_onto(y_3.y, x_16, k1_, _e528, at_1);
                                float _e537 = pair_onto(y_3.z, x_16, k2_, _e528, at_1);
                                float _e539 = pair_onto(y_3.w, x_16, k3_, _e528, at_1);
                                s_10[3] = vec4(_e533, _e535, _e537, _e539);
                            }
                        }
                    }
                    {
                        uint _e542 = c;
                        uint at_2 = (((_e542 * TX) + 1u) * 4u);
                        {
                            uint k_at_2 = (((0u + tx_1) * STRIDE) + 1u);
                            vec4 k0_1 = kv_tile[k_at_2];
                            vec4 k1_1 = kv_tile[(k_at_2 + 72u)];
                            vec4 k2_1 = kv_tile[(k_at_2 + 144u)];
                            vec4 k3_1 = kv_tile[(k_at_2 + 216u)];
                            {
                                vec4 x_17 = q_tile[(((0u + ty) * STRIDE) + 1u)];
                                uint _e583 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_4 = s_10[0];
                                float _e588 = pair_onto(y_4.x, x_17, k0_1, _e583, at_2);
                                float _e590 = pair_onto(y_4.y, x_17, k1_1, _e583, at_2);
                                float _e592 = pair_onto(y_4.z, x_17, k2_1, _e583, at_2);
                                float _e594 = pair_onto(y_4.w, x_17, k3_1, _e583, at_2);
                                s_10[0] = vec4(_e588, _e590, _e592, _e594);
                            }
                            {
                                vec4 x_18 = q_tile[(((16u + ty) * STRIDE) + 1u)];
                                uint _e608 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                                vec4 y_5 = s_10[1];
                                float _e613 = pair_onto(y_5.x, x_18, k0_1, _e608, at_2);
                                float _e615 = pair_onto(y_5.y, x_18, k1_1, _e608, at_2);
                                float _e617 = pair_onto(y_5.z, x_18, k2_1, _e608, at_2);
                                float _e619 = pair_onto(y_5.w, x_18, k3_1, _e608, at_2);
                                s_10[1] = vec4(_e613, _e615, _e617, _e619);
                            }
                            {
                                vec4 x_19 = q_tile[(((32u + ty) * STRIDE) + 1u)];
                                uint _e633 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                                vec4 y_6 = s_10[2];
                                float _e638 = pair_onto(y_6.x, x_19, k0_1, _e633, at_2);
                                float _e640 = pair_onto(y_6.y, x_19, k1_1, _e633, at_2);
                                float _e642 = pair_onto(y_6.z, x_19, k2_1, _e633, at_2);
                                float _e644 = pair_onto(y_6.w, x_19, k3_1, _e633, at_2);
                                s_10[2] = vec4(_e638, _e640, _e642, _e644);
                            }
                            {
                                vec4 x_20 = q_tile[(((48u + ty) * STRIDE) + 1u)];
                                uint _e658 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                                vec4 y_7 = s_10[3];
                                float _e663 = pair_onto(y_7.x, x_20, k0_1, _e658, at_2);
                                float _e665 = pair_onto(y_7.y, x_20, k1_1, _e658, at_2);
                                float _e667 = pair_onto(y_7.z, x_20, k2_1, _e658, at_2);
                                float _e669 = pair_onto(y_7.w, x_20, k3_1, _e658, at_2);
                                s_10[3] = vec4(_e663, _e665, _e667, _e669);
                            }
                        }
                    }
                    {
                        uint _e672 = c;
                        uint at_3 = (((_e672 * TX) + 2u) * 4u);
                        {
                            uint k_at_3 = (((0u + tx_1) * STRIDE) + 2u);
                            vec4 k0_2 = kv_tile[k_at_3];
                            vec4 k1_2 = kv_tile[(k_at_3 + 72u)];
                            vec4 k2_2 = kv_tile[(k_at_3 + 144u)];
                            vec4 k3_2 = kv_tile[(k_at_3 + 216u)];
                            {
                                vec4 x_21 = q_tile[(((0u + ty) * STRIDE) + 2u)];
                                uint _e713 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_8 = s_10[0];
                                float _e718 = pair_onto(y_8.x, x_21, k0_2, _e713, at_3);
                                float _e720 = pair_onto(y_8.y, x_21, k1_2, _e713, at_3);
                                float _e722 = pair_onto(y_8.z, x_21, k2_2, _e713, at_3);
                                float _e724 = pair_onto(y_8.w, x_21, k3_2, _e713, at_3);
                                s_10[0] = vec4(_e718, _e720, _e722, _e724);
                            }
                            {
                                vec4 x_22 = q_tile[(((16u + ty) * STRIDE) + 2u)];
                                uint _e738 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                                vec4 y_9 = s_10[1];
                                float _e743 = pair_onto(y_9.x, x_22, k0_2, _e738, at_3);
                                float _e745 = pair_onto(y_9.y, x_22, k1_2, _e738, at_3);
                                float _e747 = pair_onto(y_9.z, x_22, k2_2, _e738, at_3);
                                float _e749 = pair_onto(y_9.w, x_22, k3_2, _e738, at_3);
                                s_10[1] = vec4(_e743, _e745, _e747, _e749);
                            }
                            {
                                vec4 x_23 = q_tile[(((32u + ty) * STRIDE) + 2u)];
                                uint _e763 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                                vec4 y_10 = s_10[2];
                                float _e768 = pair_onto(y_10.x, x_23, k0_2, _e763, at_3);
                                float _e770 = pair_onto(y_10.y, x_23, k1_2, _e763, at_3);
                                float _e772 = pair_onto(y_10.z, x_23, k2_2, _e763, at_3);
                                float _e774 = pair_onto(y_10.w, x_23, k3_2, _e763, at_3);
                                s_10[2] = vec4(_e768, _e770, _e772, _e774);
                            }
                            {
                                vec4 x_24 = q_tile[(((48u + ty) * STRIDE) + 2u)];
                                uint _e788 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                                vec4 y_11 = s_10[3];
                                float _e793 = pair_onto(y_11.x, x_24, k0_2, _e788, at_3);
                                float _e795 = pair_onto(y_11.y, x_24, k1_2, _e788, at_3);
                                float _e797 = pair_onto(y_11.z, x_24, k2_2, _e788, at_3);
                                float _e799 = pair_onto(y_11.w, x_24, k3_2, _e788, at_3);
                                s_10[3] = vec4(_e793, _e795, _e797, _e799);
                            }
                        }
                    }
                    {
                        uint _e802 = c;
                        uint at_4 = (((_e802 * TX) + 3u) * 4u);
                        {
                            uint k_at_4 = (((0u + tx_1) * STRIDE) + 3u);
                            vec4 k0_3 = kv_tile[k_at_4];
                            vec4 k1_3 = kv_tile[(k_at_4 + 72u)];
                            vec4 k2_3 = kv_tile[(k_at_4 + 144u)];
                            vec4 k3_3 = kv_tile[(k_at_4 + 216u)];
                            {
                                vec4 x_25 = q_tile[(((0u + ty) * STRIDE) + 3u)];
                                uint _e843 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_12 = s_10[0];
                                float _e848 = pair_onto(y_12.x, x_25, k0_3, _e843, at_4);
                                float _e850 = pair_onto(y_12.y, x_25, k1_3, _e843, at_4);
                                float _e852 = pair_onto(y_12.z, x_25, k2_3, _e843, at_4);
                                float _e854 = pair_onto(y_12.w, x_25, k3_3, _e843, at_4);
                                s_10[0] = vec4(_e848, _e850, _e852, _e854);
                            }
                            {
                                vec4 x_26 = q_tile[(((16u + ty) * STRIDE) + 3u)];
                                uint _e868 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                                vec4 y_13 = s_10[1];
                                float _e873 = pair_onto(y_13.x, x_26, k0_3, _e868, at_4);
                                float _e875 = pair_onto(y_13.y, x_26, k1_3, _e868, at_4);
                                float _e877 = pair_onto(y_13.z, x_26, k2_3, _e868, at_4);
                                float _e879 = pair_onto(y_13.w, x_26, k3_3, _e868, at_4);
                                s_10[1] = vec4(_e873, _e875, _e877, _e879);
                            }
                            {
                                vec4 x_27 = q_tile[(((32u + ty) * STRIDE) + 3u)];
                                uint _e893 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                                vec4 y_14 = s_10[2];
                                float _e898 = pair_onto(y_14.x, x_27, k0_3, _e893, at_4);
                                float _e900 = pair_onto(y_14.y, x_27, k1_3, _e893, at_4);
                                float _e902 = pair_onto(y_14.z, x_27, k2_3, _e893, at_4);
                                float _e904 = pair_onto(y_14.w, x_27, k3_3, _e893, at_4);
                                s_10[2] = vec4(_e898, _e900, _e902, _e904);
                            }
                            {
                                vec4 x_28 = q_tile[(((48u + ty) * STRIDE) + 3u)];
                                uint _e918 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                                vec4 y_15 = s_10[3];
                                float _e923 = pair_onto(y_15.x, x_28, k0_3, _e918, at_4);
                                float _e925 = pair_onto(y_15.y, x_28, k1_3, _e918, at_4);
                                float _e927 = pair_onto(y_15.z, x_28, k2_3, _e918, at_4);
                                float _e929 = pair_onto(y_15.w, x_28, k3_3, _e918, at_4);
                                s_10[3] = vec4(_e923, _e925, _e927, _e929);
                            }
                        }
                    }
                    {
                        uint _e932 = c;
                        uint at_5 = (((_e932 * TX) + 4u) * 4u);
                        {
                            uint k_at_5 = (((0u + tx_1) * STRIDE) + 4u);
                            vec4 k0_4 = kv_tile[k_at_5];
                            vec4 k1_4 = kv_tile[(k_at_5 + 72u)];
                            vec4 k2_4 = kv_tile[(k_at_5 + 144u)];
                            vec4 k3_4 = kv_tile[(k_at_5 + 216u)];
                            {
                                vec4 x_29 = q_tile[(((0u + ty) * STRIDE) + 4u)];
                                uint _e973 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_16 = s_10[0];
                                float _e978 = pair_onto(y_16.x, x_29, k0_4, _e973, at_5);
                                float _e980 = pair_onto(y_16.y, x_29, k1_4, _e973, at_5);
                                float _e982 = pair_onto(y_16.z, x_29, k2_4, _e973, at_5);
                                float _e984 = pair_onto(y_16.w, x_29, k3_4, _e973, at_5);
                                s_10[0] = vec4(_e978, _e980, _e982, _e984);
                            }
                            {
                                vec4 x_30 = q_tile[(((16u + ty) * STRIDE) + 4u)];
                                uint _e998 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                                vec4 y_17 = s_10[1];
                                float _e1003 = pair_onto(y_17.x, x_30, k0_4, _e998, at_5);
                                float _e1005 = pair_onto(y_17.y, x_30, k1_4, _e998, at_5);
                                float _e1007 = pair_onto(y_17.z, x_30, k2_4, _e998, at_5);
                                float _e1009 = pair_onto(y_17.w, x_30, k3_4, _e998, at_5);
                                s_10[1] = vec4(_e1003, _e1005, _e1007, _e1009);
                            }
                            {
                                vec4 x_31 = q_tile[(((32u + ty) * STRIDE) + 4u)];
                                uint _e1023 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                                vec4 y_18 = s_10[2];
                                float _e1028 = pair_onto(y_18.x, x_31, k0_4, _e1023, at_5);
                                float _e1030 = pair_onto(y_18.y, x_31, k1_4, _e1023, at_5);
                                float _e1032 = pair_onto(y_18.z, x_31, k2_4, _e1023, at_5);
                                float _e1034 = pair_onto(y_18.w, x_31, k3_4, _e1023, at_5);
                                s_10[2] = vec4(_e1028, _e1030, _e1032, _e1034);
                            }
                            {
                                vec4 x_32 = q_tile[(((48u + ty) * STRIDE) + 4u)];
                                uint _e1048 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                                vec4 y_19 = s_10[3];
                                float _e1053 = pair_onto(y_19.x, x_32, k0_4, _e1048, at_5);
                                float _e1055 = pair_onto(y_19.y, x_32, k1_4, _e1048, at_5);
                                float _e1057 = pair_onto(y_19.z, x_32, k2_4, _e1048, at_5);
                                float _e1059 = pair_onto(y_19.w, x_32, k3_4, _e1048, at_5);
                                s_10[3] = vec4(_e1053, _e1055, _e1057, _e1059);
                            }
                        }
                    }
                    {
                        uint _e1062 = c;
                        uint at_6 = (((_e1062 * TX) + 5u) * 4u);
                        {
                            uint k_at_6 = (((0u + tx_1) * STRIDE) + 5u);
                            vec4 k0_5 = kv_tile[k_at_6];
                            vec4 k1_5 = kv_tile[(k_at_6 + 72u)];
                            vec4 k2_5 = kv_tile[(k_at_6 + 144u)];
                            vec4 k3_5 = kv_tile[(k_at_6 + 216u)];
                            {
                                vec4 x_33 = q_tile[(((0u + ty) * STRIDE) + 5u)];
                                uint _e1103 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_20 = s_10[0];
                                float _e1108 = pair_onto(y_20.x, x_33, k0_5, _e1103, at_6);
                                float _e1110 = pair_onto(y_20.y, x_33, k1_5, _e1103, at_6);
                                float _e1112 = pair_onto(y_20.z, x_33, k2_5, _e1103, at_6);
                                float _e1114 = pair_onto(y_20.w, x_33, k3_5, _e1103, at_6);
                                s_10[0] = vec4(_e1108, _e1110, _e1112, _e1114);
                            }
                            {
                                vec4 x_34 = q_tile[(((16u + ty) * STRIDE) + 5u)];
                                uint _e1128 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                                vec4 y_21 = s_10[1];
                                float _e1133 = pair_onto(y_21.x, x_34, k0_5, _e1128, at_6);
                                float _e1135 = pair_onto(y_21.y, x_34, k1_5, _e1128, at_6);
                                float _e1137 = pair_onto(y_21.z, x_34, k2_5, _e1128, at_6);
                                float _e1139 = pair_onto(y_21.w, x_34, k3_5, _e1128, at_6);
                                s_10[1] = vec4(_e1133, _e1135, _e1137, _e1139);
                            }
                            {
                                vec4 x_35 = q_tile[(((32u + ty) * STRIDE) + 5u)];
                                uint _e1153 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                                vec4 y_22 = s_10[2];
                                float _e1158 = pair_onto(y_22.x, x_35, k0_5, _e1153, at_6);
                                float _e1160 = pair_onto(y_22.y, x_35, k1_5, _e1153, at_6);
                                float _e1162 = pair_onto(y_22.z, x_35, k2_5, _e1153, at_6);
                                float _e1164 = pair_onto(y_22.w, x_35, k3_5, _e1153, at_6);
                                s_10[2] = vec4(_e1158, _e1160, _e1162, _e1164);
                            }
                            {
                                vec4 x_36 = q_tile[(((48u + ty) * STRIDE) + 5u)];
                                uint _e1178 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                                vec4 y_23 = s_10[3];
                                float _e1183 = pair_onto(y_23.x, x_36, k0_5, _e1178, at_6);
                                float _e1185 = pair_onto(y_23.y, x_36, k1_5, _e1178, at_6);
                                float _e1187 = pair_onto(y_23.z, x_36, k2_5, _e1178, at_6);
                                float _e1189 = pair_onto(y_23.w, x_36, k3_5, _e1178, at_6);
                                s_10[3] = vec4(_e1183, _e1185, _e1187, _e1189);
                            }
                        }
                    }
                    {
                        uint _e1192 = c;
                        uint at_7 = (((_e1192 * TX) + 6u) * 4u);
                        {
                            uint k_at_7 = (((0u + tx_1) * STRIDE) + 6u);
                            vec4 k0_6 = kv_tile[k_at_7];
                            vec4 k1_6 = kv_tile[(k_at_7 + 72u)];
                            vec4 k2_6 = kv_tile[(k_at_7 + 144u)];
                            vec4 k3_6 = kv_tile[(k_at_7 + 216u)];
                            {
                                vec4 x_37 = q_tile[(((0u + ty) * STRIDE) + 6u)];
                                uint _e1233 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_24 = s_10[0];
                                float _e1238 = pair_onto(y_24.x, x_37, k0_6, _e1233, at_7);
                                float _e1240 = pair_onto(y_24.y, x_37, k1_6, _e1233, at_7);
                                float _e1242 = pair_onto(y_24.z, x_37, k2_6, _e1233, at_7);
                                float _e1244 = pair_onto(y_24.w, x_37, k3_6, _e1233, at_7);
                                s_10[0] = vec4(_e1238, _e1240, _e1242, _e1244);
                            }
                            {
                                vec4 x_38 = q_tile[(((16u + ty) * STRIDE) + 6u)];
                                uint _e1258 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                                vec4 y_25 = s_10[1];
                                float _e1263 = pair_onto(y_25.x, x_38, k0_6, _e1258, at_7);
                                float _e1265 = pair_onto(y_25.y, x_38, k1_6, _e1258, at_7);
                                float _e1267 = pair_onto(y_25.z, x_38, k2_6, _e1258, at_7);
                                float _e1269 = pair_onto(y_25.w, x_38, k3_6, _e1258, at_7);
                                s_10[1] = vec4(_e1263, _e1265, _e1267, _e1269);
                            }
                            {
                                vec4 x_39 = q_tile[(((32u + ty) * STRIDE) + 6u)];
                                uint _e1283 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                                vec4 y_26 = s_10[2];
                                float _e1288 = pair_onto(y_26.x, x_39, k0_6, _e1283, at_7);
                                float _e1290 = pair_onto(y_26.y, x_39, k1_6, _e1283, at_7);
                                float _e1292 = pair_onto(y_26.z, x_39, k2_6, _e1283, at_7);
                                float _e1294 = pair_onto(y_26.w, x_39, k3_6, _e1283, at_7);
                                s_10[2] = vec4(_e1288, _e1290, _e1292, _e1294);
                            }
                            {
                                vec4 x_40 = q_tile[(((48u + ty) * STRIDE) + 6u)];
                                uint _e1308 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                                vec4 y_27 = s_10[3];
                                float _e1313 = pair_onto(y_27.x, x_40, k0_6, _e1308, at_7);
                                float _e1315 = pair_onto(y_27.y, x_40, k1_6, _e1308, at_7);
                                float _e1317 = pair_onto(y_27.z, x_40, k2_6, _e1308, at_7);
                                float _e1319 = pair_onto(y_27.w, x_40, k3_6, _e1308, at_7);
                                s_10[3] = vec4(_e1313, _e1315, _e1317, _e1319);
                            }
                        }
                    }
                    {
                        uint _e1322 = c;
                        uint at_8 = (((_e1322 * TX) + 7u) * 4u);
                        {
                            uint k_at_8 = (((0u + tx_1) * STRIDE) + 7u);
                            vec4 k0_7 = kv_tile[k_at_8];
                            vec4 k1_7 = kv_tile[(k_at_8 + 72u)];
                            vec4 k2_7 = kv_tile[(k_at_8 + 144u)];
                            vec4 k3_7 = kv_tile[(k_at_8 + 216u)];
                            {
                                vec4 x_41 = q_tile[(((0u + ty) * STRIDE) + 7u)];
                                uint _e1363 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_28 = s_10[0];
                                float _e1368 = pair_onto(y_28.x, x_41, k0_7, _e1363, at_8);
                                float _e1370 = pair_onto(y_28.y, x_41, k1_7, _e1363, at_8);
                                float _e1372 = pair_onto(y_28.z, x_41, k2_7, _e1363, at_8);
                                float _e1374 = pair_onto(y_28.w, x_41, k3_7, _e1363, at_8);
                                s_10[0] = vec4(_e1368, _e1370, _e1372, _e1374);
                            }
                            {
                                vec4 x_42 = q_tile[(((16u + ty) * STRIDE) + 7u)];
                                uint _e1388 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                                vec4 y_29 = s_10[1];
                                float _e1393 = pair_onto(y_29.x, x_42, k0_7, _e1388, at_8);
                                float _e1395 = pair_onto(y_29.y, x_42, k1_7, _e1388, at_8);
                                float _e1397 = pair_onto(y_29.z, x_42, k2_7, _e1388, at_8);
                                float _e1399 = pair_onto(y_29.w, x_42, k3_7, _e1388, at_8);
                                s_10[1] = vec4(_e1393, _e1395, _e1397, _e1399);
                            }
                            {
                                vec4 x_43 = q_tile[(((32u + ty) * STRIDE) + 7u)];
                                uint _e1413 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                                vec4 y_30 = s_10[2];
                                float _e1418 = pair_onto(y_30.x, x_43, k0_7, _e1413, at_8);
                                float _e1420 = pair_onto(y_30.y, x_43, k1_7, _e1413, at_8);
                                float _e1422 = pair_onto(y_30.z, x_43, k2_7, _e1413, at_8);
                                float _e1424 = pair_onto(y_30.w, x_43, k3_7, _e1413, at_8);
                                s_10[2] = vec4(_e1418, _e1420, _e1422, _e1424);
                            }
                            {
                                vec4 x_44 = q_tile[(((48u + ty) * STRIDE) + 7u)];
                                uint _e1438 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                                vec4 y_31 = s_10[3];
                                float _e1443 = pair_onto(y_31.x, x_44, k0_7, _e1438, at_8);
                                float _e1445 = pair_onto(y_31.y, x_44, k1_7, _e1438, at_8);
                                float _e1447 = pair_onto(y_31.z, x_44, k2_7, _e1438, at_8);
                                float _e1449 = pair_onto(y_31.w, x_44, k3_7, _e1438, at_8);
                                s_10[3] = vec4(_e1443, _e1445, _e1447, _e1449);
                            }
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                }
            }
            v_next = vec4[2](vec4(0.0), vec4(0.0));
            {
                vec4 _e1460 = load_part(_e8, _e158, key0_, 0u, (0u + tid));
                v_next[0] = _e1460;
            }
            {
                vec4 _e1465 = load_part(_e8, _e158, key0_, 0u, (128u + tid));
                v_next[1] = _e1465;
            }
            if (true) {
                bool _e1469 = sees_whole(_e8, _e158);
                local_12 = !(_e1469);
            } else {
                local_12 = true;
            }
            bool edits = local_12;
            {
                {
                    vec4 _e1476 = s_10[0u];
                    vec4 _e1477 = scale_pairs(_e1476);
                    s_10[0u] = _e1477;
                    if (edits) {
                        uint row_10 = ((_e8.first_row + 0u) + ty);
                        uint _e1482 = head_of(_e8, row_10);
                        uint _e1485 = _group_0_binding_0_cs.pack;
                        uint query_2 = (row_10 / _e1485);
                        vec4 _e1489 = s_10[0u];
                        uvec2 _e1495 = keys_of(_e8, row_10);
                        uvec2 _e1497 = seen_keys(_e1495, _e158.end, b_13, _e1482, query_2);
                        vec4 _e1498 = edit_four(_e1489, b_13, _e1482, query_2, (key0_ + ((0u + tx_1) * 4u)), _e1497);
                        s_10[0u] = _e1498;
                    }
                    vec4 _e1501 = s_10[0u];
                    float _e1502 = size_of(_e1501);
                    float _e1504 = part_2[0];
                    vec4 _e1506 = s_10[0u];
                    float _e1507 = size_of(_e1506);
                    part_2[0] = (false ? max(_e1504, _e1507) : _e1502);
                }
                float _e1513 = part_2[0];
                float _e1514 = lanes_max(_e1513);
                part_2[0] = _e1514;
                float _e1518 = part_2[0];
                put_part((0u + ty), tx_1, _e1518);
            }
            {
                {
                    vec4 _e1522 = s_10[1u];
                    vec4 _e1523 = scale_pairs(_e1522);
                    s_10[1u] = _e1523;
                    if (edits) {
                        uint row_11 = ((_e8.first_row + 16u) + ty);
                        uint _e1528 = head_of(_e8, row_11);
                        uint _e1531 = _group_0_binding_0_cs.pack;
                        uint query_3 = (row_11 / _e1531);
                        vec4 _e1535 = s_10[1u];
                        uvec2 _e1541 = keys_of(_e8, row_11);
                        uvec2 _e1543 = seen_keys(_e1541, _e158.end, b_13, _e1528, query_3);
                        vec4 _e1544 = edit_four(_e1535, b_13, _e1528, query_3, (key0_ + ((0u + tx_1) * 4u)), _e1543);
                        s_10[1u] = _e1544;
                    }
                    vec4 _e1547 = s_10[1u];
                    float _e1548 = size_of(_e1547);
                    float _e1550 = part_2[1];
                    vec4 _e1552 = s_10[1u];
                    float _e1553 = size_of(_e1552);
                    part_2[1] = (false ? max(_e1550, _e1553) : _e1548);
                }
                float _e1559 = part_2[1];
                float _e1560 = lanes_max(_e1559);
                part_2[1] = _e1560;
                float _e1564 = part_2[1];
                put_part((16u + ty), tx_1, _e1564);
            }
            {
                {
                    vec4 _e1568 = s_10[2u];
                    vec4 _e1569 = scale_pairs(_e1568);
                    s_10[2u] = _e1569;
                    if (edits) {
                        uint row_12 = ((_e8.first_row + 32u) + ty);
                        uint _e1574 = head_of(_e8, row_12);
                        uint _e1577 = _group_0_binding_0_cs.pack;
                        uint query_4 = (row_12 / _e1577);
                        vec4 _e1581 = s_10[2u];
                        uvec2 _e1587 = keys_of(_e8, row_12);
                        uvec2 _e1589 = seen_keys(_e1587, _e158.end, b_13, _e1574, query_4);
                        vec4 _e1590 = edit_four(_e1581, b_13, _e1574, query_4, (key0_ + ((0u + tx_1) * 4u)), _e1589);
                        s_10[2u] = _e1590;
                    }
                    vec4 _e1593 = s_10[2u];
                    float _e1594 = size_of(_e1593);
                    float _e1596 = part_2[2];
                    vec4 _e1598 = s_10[2u];
                    float _e1599 = size_of(_e1598);
                    part_2[2] = (false ? max(_e1596, _e1599) : _e1594);
                }
                float _e1605 = part_2[2];
                float _e1606 = lanes_max(_e1605);
                part_2[2] = _e1606;
                float _e1610 = part_2[2];
                put_part((32u + ty), tx_1, _e1610);
            }
            {
                {
                    vec4 _e1614 = s_10[3u];
                    vec4 _e1615 = scale_pairs(_e1614);
                    s_10[3u] = _e1615;
                    if (edits) {
                        uint row_13 = ((_e8.first_row + 48u) + ty);
                        uint _e1620 = head_of(_e8, row_13);
                        uint _e1623 = _group_0_binding_0_cs.pack;
                        uint query_5 = (row_13 / _e1623);
                        vec4 _e1627 = s_10[3u];
                        uvec2 _e1633 = keys_of(_e8, row_13);
                        uvec2 _e1635 = seen_keys(_e1633, _e158.end, b_13, _e1620, query_5);
                        vec4 _e1636 = edit_four(_e1627, b_13, _e1620, query_5, (key0_ + ((0u + tx_1) * 4u)), _e1635);
                        s_10[3u] = _e1636;
                    }
                    vec4 _e1639 = s_10[3u];
                    float _e1640 = size_of(_e1639);
                    float _e1642 = part_2[3];
                    vec4 _e1644 = s_10[3u];
                    float _e1645 = size_of(_e1644);
                    part_2[3] = (false ? max(_e1642, _e1645) : _e1640);
                }
                float _e1651 = part_2[3];
                float _e1652 = lanes_max(_e1651);
                part_2[3] = _e1652;
                float _e1656 = part_2[3];
                put_part((48u + ty), tx_1, _e1656);
            }
            memoryBarrierShared();
            barrier();
            {
                float _e1658 = m_2[0];
                float _e1662 = part_2[0];
                float _e1663 = row_max((0u + ty), _e1662);
                float _e1664 = next_max(_e1658, _e1663);
                float _e1666 = m_2[0];
                float shrink_1 = exp((_e1666 - _e1664));
                m_2[0] = _e1664;
                float _e1671 = l_1[0];
                l_1[0] = (_e1671 * shrink_1);
                {
                    vec4 _e1674 = acc[0];
                    acc[0] = (_e1674 * shrink_1);
                }
                {
                    vec4 _e1677 = acc[4];
                    acc[4] = (_e1677 * shrink_1);
                }
            }
            {
                float _e1680 = m_2[1];
                float _e1684 = part_2[1];
                float _e1685 = row_max((16u + ty), _e1684);
                float _e1686 = next_max(_e1680, _e1685);
                float _e1688 = m_2[1];
                float shrink_2 = exp((_e1688 - _e1686));
                m_2[1] = _e1686;
                float _e1693 = l_1[1];
                l_1[1] = (_e1693 * shrink_2);
                {
                    vec4 _e1696 = acc[1];
                    acc[1] = (_e1696 * shrink_2);
                }
                {
                    vec4 _e1699 = acc[5];
                    acc[5] = (_e1699 * shrink_2);
                }
            }
            {
                float _e1702 = m_2[2];
                float _e1706 = part_2[2];
                float _e1707 = row_max((32u + ty), _e1706);
                float _e1708 = next_max(_e1702, _e1707);
                float _e1710 = m_2[2];
                float shrink_3 = exp((_e1710 - _e1708));
                m_2[2] = _e1708;
                float _e1715 = l_1[2];
                l_1[2] = (_e1715 * shrink_3);
                {
                    vec4 _e1718 = acc[2];
                    acc[2] = (_e1718 * shrink_3);
                }
                {
                    vec4 _e1721 = acc[6];
                    acc[6] = (_e1721 * shrink_3);
                }
            }
            {
                float _e1724 = m_2[3];
                float _e1728 = part_2[3];
                float _e1729 = row_max((48u + ty), _e1728);
                float _e1730 = next_max(_e1724, _e1729);
                float _e1732 = m_2[3];
                float shrink_4 = exp((_e1732 - _e1730));
                m_2[3] = _e1730;
                float _e1737 = l_1[3];
                l_1[3] = (_e1737 * shrink_4);
                {
                    vec4 _e1740 = acc[3];
                    acc[3] = (_e1740 * shrink_4);
                }
                {
                    vec4 _e1743 = acc[7];
                    acc[7] = (_e1743 * shrink_4);
                }
            }
            {
                {
                    uint row_14 = ((_e8.first_row + 0u) + ty);
                    vec4 _e1750 = s_10[0];
                    float _e1752 = m_2[0];
                    uint _e1753 = head_of(_e8, row_14);
                    uint _e1756 = _group_0_binding_0_cs.pack;
                    vec4 _e1763 = weights(_e1750, _e1752, b_13, _e1753, (row_14 / _e1756), (key0_ + ((0u + tx_1) * 4u)));
                    q_tile[(((0u + ty) * STRIDE) + tx_1)] = _e1763;
                    float _e1772 = l_1[0];
                    vec4 _e1774 = s_10[0];
                    float _e1775 = mass(_e1774, _e1763);
                    l_1[0] = (_e1772 + _e1775);
                }
                {
                    uint row_15 = ((_e8.first_row + 16u) + ty);
                    vec4 _e1782 = s_10[1];
                    float _e1784 = m_2[1];
                    uint _e1785 = head_of(_e8, row_15);
                    uint _e1788 = _group_0_binding_0_cs.pack;
                    vec4 _e1795 = weights(_e1782, _e1784, b_13, _e1785, (row_15 / _e1788), (key0_ + ((0u + tx_1) * 4u)));
                    q_tile[(((16u + ty) * STRIDE) + tx_1)] = _e1795;
                    float _e1804 = l_1[1];
                    vec4 _e1806 = s_10[1];
                    float _e1807 = mass(_e1806, _e1795);
                    l_1[1] = (_e1804 + _e1807);
                }
                {
                    uint row_16 = ((_e8.first_row + 32u) + ty);
                    vec4 _e1814 = s_10[2];
                    float _e1816 = m_2[2];
                    uint _e1817 = head_of(_e8, row_16);
                    uint _e1820 = _group_0_binding_0_cs.pack;
                    vec4 _e1827 = weights(_e1814, _e1816, b_13, _e1817, (row_16 / _e1820), (key0_ + ((0u + tx_1) * 4u)));
                    q_tile[(((32u + ty) * STRIDE) + tx_1)] = _e1827;
                    float _e1836 = l_1[2];
                    vec4 _e1838 = s_10[2];
                    float _e1839 = mass(_e1838, _e1827);
                    l_1[2] = (_e1836 + _e1839);
                }
                {
                    uint row_17 = ((_e8.first_row + 48u) + ty);
                    vec4 _e1846 = s_10[3];
                    float _e1848 = m_2[3];
                    uint _e1849 = head_of(_e8, row_17);
                    uint _e1852 = _group_0_binding_0_cs.pack;
                    vec4 _e1859 = weights(_e1846, _e1848, b_13, _e1849, (row_17 / _e1852), (key0_ + ((0u + tx_1) * 4u)));
                    q_tile[(((48u + ty) * STRIDE) + tx_1)] = _e1859;
                    float _e1868 = l_1[3];
                    vec4 _e1870 = s_10[3];
                    float _e1871 = mass(_e1870, _e1859);
                    l_1[3] = (_e1868 + _e1871);
                }
                {
                    if (false) {
                        local_13 = false;
                    } else {
                        local_13 = false;
                    }
                    bool _e1879 = local_13;
                    if (_e1879) {
                        {
                            vec4 _e1885 = load_part(_e8, _e158, (key0_ + 0u), 0u, (0u + tid));
                            v_next[0] = _e1885;
                        }
                        {
                            vec4 _e1891 = load_part(_e8, _e158, (key0_ + 0u), 0u, (128u + tid));
                            v_next[1] = _e1891;
                        }
                    }
                    h_7 = 0u;
                    bool loop_init_6 = true;
                    while(true) {
                        if (!loop_init_6) {
                            uint _e3256 = h_7;
                            h_7 = (_e3256 + PART);
                        }
                        loop_init_6 = false;
                        uint _e1894 = h_7;
                        if ((_e1894 < FOUR)) {
                        } else {
                            break;
                        }
                        {
                            uint _e1899 = h_7;
                            uint first_1 = ((key0_ + 0u) + _e1899);
                            {
                                uint i_9 = (0u + tid);
                                if (false) {
                                    local_14 = (i_9 < 256u);
                                } else {
                                    local_14 = true;
                                }
                                bool _e1909 = local_14;
                                if (_e1909) {
                                    vec4 x_45 = v_next[0];
                                    bvec4 _e1912 = nonfinite(x_45);
                                    if (any(_e1912)) {
                                        atomicExchange(v_nonfinite, 1u);
                                    }
                                    kv_tile[i_9] = mix(x_45, vec4(0.0), _e1912);
                                }
                            }
                            {
                                uint i_10 = (128u + tid);
                                if (false) {
                                    local_15 = (i_10 < 256u);
                                } else {
                                    local_15 = true;
                                }
                                bool _e1929 = local_15;
                                if (_e1929) {
                                    vec4 x_46 = v_next[1];
                                    bvec4 _e1932 = nonfinite(x_46);
                                    if (any(_e1932)) {
                                        atomicExchange(v_nonfinite, 1u);
                                    }
                                    kv_tile[i_10] = mix(x_46, vec4(0.0), _e1932);
                                }
                            }
                            memoryBarrierShared();
                            barrier();
                            {
                                vec4 _e1946 = load_part(_e8, _e158, (first_1 + PART), 0u, (0u + tid));
                                v_next[0] = _e1946;
                            }
                            {
                                vec4 _e1952 = load_part(_e8, _e158, (first_1 + PART), 0u, (128u + tid));
                                v_next[1] = _e1952;
                            }
                            {
                                p_1 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
                                {
                                    uint _e1962 = h_7;
                                    vec4 _e1968 = q_tile[((((0u + ty) * STRIDE) + (_e1962 / 4u)) + 0u)];
                                    p_1[0] = _e1968;
                                }
                                {
                                    uint _e1975 = h_7;
                                    vec4 _e1981 = q_tile[((((16u + ty) * STRIDE) + (_e1975 / 4u)) + 0u)];
                                    p_1[1] = _e1981;
                                }
                                {
                                    uint _e1988 = h_7;
                                    vec4 _e1994 = q_tile[((((32u + ty) * STRIDE) + (_e1988 / 4u)) + 0u)];
                                    p_1[2] = _e1994;
                                }
                                {
                                    uint _e2001 = h_7;
                                    vec4 _e2007 = q_tile[((((48u + ty) * STRIDE) + (_e2001 / 4u)) + 0u)];
                                    p_1[3] = _e2007;
                                }
                                {
                                    uint v_at = (0u + tx_1);
                                    vec4 v0_ = kv_tile[v_at];
                                    vec4 v1_ = kv_tile[(v_at + V_ROW)];
                                    vec4 v2_ = kv_tile[(v_at + 32u)];
                                    vec4 v3_ = kv_tile[(v_at + 48u)];
                                    {
                                        vec4 _e2031 = p_1[0];
                                        vec4 _e2034 = p_1[0];
                                        vec4 _e2037 = p_1[0];
                                        vec4 _e2040 = p_1[0];
                                        vec4 _e2043 = acc[0u];
                                        acc[0u] = fma(_e2031.wwww, v3_, fma(_e2034.zzzz, v2_, fma(_e2037.yyyy, v1_, fma(_e2040.xxxx, v0_, _e2043))));
                                    }
                                    {
                                        vec4 _e2051 = p_1[1];
                                        vec4 _e2054 = p_1[1];
                                        vec4 _e2057 = p_1[1];
                                        vec4 _e2060 = p_1[1];
                                        vec4 _e2063 = acc[1u];
                                        acc[1u] = fma(_e2051.wwww, v3_, fma(_e2054.zzzz, v2_, fma(_e2057.yyyy, v1_, fma(_e2060.xxxx, v0_, _e2063))));
                                    }
                                    {
                                        vec4 _e2071 = p_1[2];
                                        vec4 _e2074 = p_1[2];
                                        vec4 _e2077 = p_1[2];
                                        vec4 _e2080 = p_1[2];
                                        vec4 _e2083 = acc[2u];
                                        acc[2u] = fma(_e2071.wwww, v3_, fma(_e2074.zzzz, v2_, fma(_e2077.yyyy, v1_, fma(_e2080.xxxx, v0_, _e2083))));
                                    }
                                    {
                                        vec4 _e2091 = p_1[3];
                                        vec4 _e2094 = p_1[3];
                                        vec4 _e2097 = p_1[3];
                                        vec4 _e2100 = p_1[3];
                                        vec4 _e2103 = acc[3u];
                                        acc[3u] = fma(_e2091.wwww, v3_, fma(_e2094.zzzz, v2_, fma(_e2097.yyyy, v1_, fma(_e2100.xxxx, v0_, _e2103))));
                                    }
                                }
                                {
                                    uint v_at_1 = (8u + tx_1);
                                    vec4 v0_1 = kv_tile[v_at_1];
                                    vec4 v1_1 = kv_tile[(v_at_1 + V_ROW)];
                                    vec4 v2_1 = kv_tile[(v_at_1 + 32u)];
                                    vec4 v3_1 = kv_tile[(v_at_1 + 48u)];
                                    {
                                        vec4 _e2131 = p_1[0];
                                        vec4 _e2134 = p_1[0];
                                        vec4 _e2137 = p_1[0];
                                        vec4 _e2140 = p_1[0];
                                        vec4 _e2143 = acc[4u];
                                        acc[4u] = fma(_e2131.wwww, v3_1, fma(_e2134.zzzz, v2_1, fma(_e2137.yyyy, v1_1, fma(_e2140.xxxx, v0_1, _e2143))));
                                    }
                                    {
                                        vec4 _e2151 = p_1[1];
                                        vec4 _e2154 = p_1[1];
                                        vec4 _e2157 = p_1[1];
                                        vec4 _e2160 = p_1[1];
                                        vec4 _e2163 = acc[5u];
                                        acc[5u] = fma(_e2151.wwww, v3_1, fma(_e2154.zzzz, v2_1, fma(_e2157.yyyy, v1_1, fma(_e2160.xxxx, v0_1, _e2163))));
                                    }
                                    {
                                        vec4 _e2171 = p_1[2];
                                        vec4 _e2174 = p_1[2];
                                        vec4 _e2177 = p_1[2];
                                        vec4 _e2180 = p_1[2];
                                        vec4 _e2183 = acc[6u];
                                        acc[6u] = fma(_e2171.wwww, v3_1, fma(_e2174.zzzz, v2_1, fma(_e2177.yyyy, v1_1, fma(_e2180.xxxx, v0_1, _e2183))));
                                    }
                                    {
                                        vec4 _e2191 = p_1[3];
                                        vec4 _e2194 = p_1[3];
                                        vec4 _e2197 = p_1[3];
                                        vec4 _e2200 = p_1[3];
                                        vec4 _e2203 = acc[7u];
                                        acc[7u] = fma(_e2191.wwww, v3_1, fma(_e2194.zzzz, v2_1, fma(_e2197.yyyy, v1_1, fma(_e2200.xxxx, v0_1, _e2203))));
                                    }
                                }
                            }
                            {
                                p_2 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
                                {
                                    uint _e2217 = h_7;
                                    vec4 _e2223 = q_tile[((((0u + ty) * STRIDE) + (_e2217 / 4u)) + 1u)];
                                    p_2[0] = _e2223;
                                }
                                {
                                    uint _e2230 = h_7;
                                    vec4 _e2236 = q_tile[((((16u + ty) * STRIDE) + (_e2230 / 4u)) + 1u)];
                                    p_2[1] = _e2236;
                                }
                                {
                                    uint _e2243 = h_7;
                                    vec4 _e2249 = q_tile[((((32u + ty) * STRIDE) + (_e2243 / 4u)) + 1u)];
                                    p_2[2] = _e2249;
                                }
                                {
                                    uint _e2256 = h_7;
                                    vec4 _e2262 = q_tile[((((48u + ty) * STRIDE) + (_e2256 / 4u)) + 1u)];
                                    p_2[3] = _e2262;
                                }
                                {
                                    uint v_at_2 = (64u + tx_1);
                                    vec4 v0_2 = kv_tile[v_at_2];
                                    vec4 v1_2 = kv_tile[(v_at_2 + V_ROW)];
                                    vec4 v2_2 = kv_tile[(v_at_2 + 32u)];
                                    vec4 v3_2 = kv_tile[(v_at_2 + 48u)];
                                    {
                                        vec4 _e2286 = p_2[0];
                                        vec4 _e2289 = p_2[0];
                                        vec4 _e2292 = p_2[0];
                                        vec4 _e2295 = p_2[0];
                                        vec4 _e2298 = acc[0u];
                                        acc[0u] = fma(_e2286.wwww, v3_2, fma(_e2289.zzzz, v2_2, fma(_e2292.yyyy, v1_2, fma(_e2295.xxxx, v0_2, _e2298))));
                                    }
                                    {
                                        vec4 _e2306 = p_2[1];
                                        vec4 _e2309 = p_2[1];
                                        vec4 _e2312 = p_2[1];
                                        vec4 _e2315 = p_2[1];
                                        vec4 _e2318 = acc[1u];
                                        acc[1u] = fma(_e2306.wwww, v3_2, fma(_e2309.zzzz, v2_2, fma(_e2312.yyyy, v1_2, fma(_e2315.xxxx, v0_2, _e2318))));
                                    }
                                    {
                                        vec4 _e2326 = p_2[2];
                                        vec4 _e2329 = p_2[2];
                                        vec4 _e2332 = p_2[2];
                                        vec4 _e2335 = p_2[2];
                                        vec4 _e2338 = acc[2u];
                                        acc[2u] = fma(_e2326.wwww, v3_2, fma(_e2329.zzzz, v2_2, fma(_e2332.yyyy, v1_2, fma(_e2335.xxxx, v0_2, _e2338))));
                                    }
                                    {
                                        vec4 _e2346 = p_2[3];
                                        vec4 _e2349 = p_2[3];
                                        vec4 _e2352 = p_2[3];
                                        vec4 _e2355 = p_2[3];
                                        vec4 _e2358 = acc[3u];
                                        acc[3u] = fma(_e2346.wwww, v3_2, fma(_e2349.zzzz, v2_2, fma(_e2352.yyyy, v1_2, fma(_e2355.xxxx, v0_2, _e2358))));
                                    }
                                }
                                {
                                    uint v_at_3 = (72u + tx_1);
                                    vec4 v0_3 = kv_tile[v_at_3];
                                    vec4 v1_3 = kv_tile[(v_at_3 + V_ROW)];
                                    vec4 v2_3 = kv_tile[(v_at_3 + 32u)];
                                    vec4 v3_3 = kv_tile[(v_at_3 + 48u)];
                                    {
                                        vec4 _e2386 = p_2[0];
                                        vec4 _e2389 = p_2[0];
                                        vec4 _e2392 = p_2[0];
                                        vec4 _e2395 = p_2[0];
                                        vec4 _e2398 = acc[4u];
                                        acc[4u] = fma(_e2386.wwww, v3_3, fma(_e2389.zzzz, v2_3, fma(_e2392.yyyy, v1_3, fma(_e2395.xxxx, v0_3, _e2398))));
                                    }
                                    {
                                        vec4 _e2406 = p_2[1];
                                        vec4 _e2409 = p_2[1];
                                        vec4 _e2412 = p_2[1];
                                        vec4 _e2415 = p_2[1];
                                        vec4 _e2418 = acc[5u];
                                        acc[5u] = fma(_e2406.wwww, v3_3, fma(_e2409.zzzz, v2_3, fma(_e2412.yyyy, v1_3, fma(_e2415.xxxx, v0_3, _e2418))));
                                    }
                                    {
                                        vec4 _e2426 = p_2[2];
                                        vec4 _e2429 = p_2[2];
                                        vec4 _e2432 = p_2[2];
                                        vec4 _e2435 = p_2[2];
                                        vec4 _e2438 = acc[6u];
                                        acc[6u] = fma(_e2426.wwww, v3_3, fma(_e2429.zzzz, v2_3, fma(_e2432.yyyy, v1_3, fma(_e2435.xxxx, v0_3, _e2438))));
                                    }
                                    {
                                        vec4 _e2446 = p_2[3];
                                        vec4 _e2449 = p_2[3];
                                        vec4 _e2452 = p_2[3];
                                        vec4 _e2455 = p_2[3];
                                        vec4 _e2458 = acc[7u];
                                        acc[7u] = fma(_e2446.wwww, v3_3, fma(_e2449.zzzz, v2_3, fma(_e2452.yyyy, v1_3, fma(_e2455.xxxx, v0_3, _e2458))));
                                    }
                                }
                            }
                            {
                                p_3 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
                                {
                                    uint _e2472 = h_7;
                                    vec4 _e2478 = q_tile[((((0u + ty) * STRIDE) + (_e2472 / 4u)) + 2u)];
                                    p_3[0] = _e2478;
                                }
                                {
                                    uint _e2485 = h_7;
                                    vec4 _e2491 = q_tile[((((16u + ty) * STRIDE) + (_e2485 / 4u)) + 2u)];
                                    p_3[1] = _e2491;
                                }
                                {
                                    uint _e2498 = h_7;
                                    vec4 _e2504 = q_tile[((((32u + ty) * STRIDE) + (_e2498 / 4u)) + 2u)];
                                    p_3[2] = _e2504;
                                }
                                {
                                    uint _e2511 = h_7;
                                    vec4 _e2517 = q_tile[((((48u + ty) * STRIDE) + (_e2511 / 4u)) + 2u)];
                                    p_3[3] = _e2517;
                                }
                                {
                                    uint v_at_4 = (128u + tx_1);
                                    vec4 v0_4 = kv_tile[v_at_4];
                                    vec4 v1_4 = kv_tile[(v_at_4 + V_ROW)];
                                    vec4 v2_4 = kv_tile[(v_at_4 + 32u)];
                                    vec4 v3_4 = kv_tile[(v_at_4 + 48u)];
                                    {
                                        vec4 _e2541 = p_3[0];
                                        vec4 _e2544 = p_3[0];
                                        vec4 _e2547 = p_3[0];
                                        vec4 _e2550 = p_3[0];
                                        vec4 _e2553 = acc[0u];
                                        acc[0u] = fma(_e2541.wwww, v3_4, fma(_e2544.zzzz, v2_4, fma(_e2547.yyyy, v1_4, fma(_e2550.xxxx, v0_4, _e2553))));
                                    }
                                    {
                                        vec4 _e2561 = p_3[1];
                                        vec4 _e2564 = p_3[1];
                                        vec4 _e2567 = p_3[1];
                                        vec4 _e2570 = p_3[1];
                                        vec4 _e2573 = acc[1u];
                                        acc[1u] = fma(_e2561.wwww, v3_4, fma(_e2564.zzzz, v2_4, fma(_e2567.yyyy, v1_4, fma(_e2570.xxxx, v0_4, _e2573))));
                                    }
                                    {
                                        vec4 _e2581 = p_3[2];
                                        vec4 _e2584 = p_3[2];
                                        vec4 _e2587 = p_3[2];
                                        vec4 _e2590 = p_3[2];
                                        vec4 _e2593 = acc[2u];
                                        acc[2u] = fma(_e2581.wwww, v3_4, fma(_e2584.zzzz, v2_4, fma(_e2587.yyyy, v1_4, fma(_e2590.xxxx, v0_4, _e2593))));
                                    }
                                    {
                                        vec4 _e2601 = p_3[3];
                                        vec4 _e2604 = p_3[3];
                                        vec4 _e2607 = p_3[3];
                                        vec4 _e2610 = p_3[3];
                                        vec4 _e2613 = acc[3u];
                                        acc[3u] = fma(_e2601.wwww, v3_4, fma(_e2604.zzzz, v2_4, fma(_e2607.yyyy, v1_4, fma(_e2610.xxxx, v0_4, _e2613))));
                                    }
                                }
                                {
                                    uint v_at_5 = (136u + tx_1);
                                    vec4 v0_5 = kv_tile[v_at_5];
                                    vec4 v1_5 = kv_tile[(v_at_5 + V_ROW)];
                                    vec4 v2_5 = kv_tile[(v_at_5 + 32u)];
                                    vec4 v3_5 = kv_tile[(v_at_5 + 48u)];
                                    {
                                        vec4 _e2641 = p_3[0];
                                        vec4 _e2644 = p_3[0];
                                        vec4 _e2647 = p_3[0];
                                        vec4 _e2650 = p_3[0];
                                        vec4 _e2653 = acc[4u];
                                        acc[4u] = fma(_e2641.wwww, v3_5, fma(_e2644.zzzz, v2_5, fma(_e2647.yyyy, v1_5, fma(_e2650.xxxx, v0_5, _e2653))));
                                    }
                                    {
                                        vec4 _e2661 = p_3[1];
                                        vec4 _e2664 = p_3[1];
                                        vec4 _e2667 = p_3[1];
                                        vec4 _e2670 = p_3[1];
                                        vec4 _e2673 = acc[5u];
                                        acc[5u] = fma(_e2661.wwww, v3_5, fma(_e2664.zzzz, v2_5, fma(_e2667.yyyy, v1_5, fma(_e2670.xxxx, v0_5, _e2673))));
                                    }
                                    {
                                        vec4 _e2681 = p_3[2];
                                        vec4 _e2684 = p_3[2];
                                        vec4 _e2687 = p_3[2];
                                        vec4 _e2690 = p_3[2];
                                        vec4 _e2693 = acc[6u];
                                        acc[6u] = fma(_e2681.wwww, v3_5, fma(_e2684.zzzz, v2_5, fma(_e2687.yyyy, v1_5, fma(_e2690.xxxx, v0_5, _e2693))));
                                    }
                                    {
                                        vec4 _e2701 = p_3[3];
                                        vec4 _e2704 = p_3[3];
                                        vec4 _e2707 = p_3[3];
                                        vec4 _e2710 = p_3[3];
                                        vec4 _e2713 = acc[7u];
                                        acc[7u] = fma(_e2701.wwww, v3_5, fma(_e2704.zzzz, v2_5, fma(_e2707.yyyy, v1_5, fma(_e2710.xxxx, v0_5, _e2713))));
                                    }
                                }
                            }
                            {
                                p_4 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
                                {
                                    uint _e2727 = h_7;
                                    vec4 _e2733 = q_tile[((((0u + ty) * STRIDE) + (_e2727 / 4u)) + 3u)];
                                    p_4[0] = _e2733;
                                }
                                {
                                    uint _e2740 = h_7;
                                    vec4 _e2746 = q_tile[((((16u + ty) * STRIDE) + (_e2740 / 4u)) + 3u)];
                                    p_4[1] = _e2746;
                                }
                                {
                                    uint _e2753 = h_7;
                                    vec4 _e2759 = q_tile[((((32u + ty) * STRIDE) + (_e2753 / 4u)) + 3u)];
                                    p_4[2] = _e2759;
                                }
                                {
                                    uint _e2766 = h_7;
                                    vec4 _e2772 = q_tile[((((48u + ty) * STRIDE) + (_e2766 / 4u)) + 3u)];
                                    p_4[3] = _e2772;
                                }
                                {
                                    uint v_at_6 = (192u + tx_1);
                                    vec4 v0_6 = kv_tile[v_at_6];
                                    vec4 v1_6 = kv_tile[(v_at_6 + V_ROW)];
                                    vec4 v2_6 = kv_tile[(v_at_6 + 32u)];
                                    vec4 v3_6 = kv_tile[(v_at_6 + 48u)];
                                    {
                                        vec4 _e2796 = p_4[0];
                                        vec4 _e2799 = p_4[0];
                                        vec4 _e2802 = p_4[0];
                                        vec4 _e2805 = p_4[0];
                                        vec4 _e2808 = acc[0u];
                                        acc[0u] = fma(_e2796.wwww, v3_6, fma(_e2799.zzzz, v2_6, fma(_e2802.yyyy, v1_6, fma(_e2805.xxxx, v0_6, _e2808))));
                                    }
                                    {
                                        vec4 _e2816 = p_4[1];
                                        vec4 _e2819 = p_4[1];
                                        vec4 _e2822 = p_4[1];
                                        vec4 _e2825 = p_4[1];
                                        vec4 _e2828 = acc[1u];
                                        acc[1u] = fma(_e2816.wwww, v3_6, fma(_e2819.zzzz, v2_6, fma(_e2822.yyyy, v1_6, fma(_e2825.xxxx, v0_6, _e2828))));
                                    }
                                    {
                                        vec4 _e2836 = p_4[2];
                                        vec4 _e2839 = p_4[2];
                                        vec4 _e2842 = p_4[2];
                                        vec4 _e2845 = p_4[2];
                                        vec4 _e2848 = acc[2u];
                                        acc[2u] = fma(_e2836.wwww, v3_6, fma(_e2839.zzzz, v2_6, fma(_e2842.yyyy, v1_6, fma(_e2845.xxxx, v0_6, _e2848))));
                                    }
                                    {
                                        vec4 _e2856 = p_4[3];
                                        vec4 _e2859 = p_4[3];
                                        vec4 _e2862 = p_4[3];
                                        vec4 _e2865 = p_4[3];
                                        vec4 _e2868 = acc[3u];
                                        acc[3u] = fma(_e2856.wwww, v3_6, fma(_e2859.zzzz, v2_6, fma(_e2862.yyyy, v1_6, fma(_e2865.xxxx, v0_6, _e2868))));
                                    }
                                }
                                {
                                    uint v_at_7 = (200u + tx_1);
                                    vec4 v0_7 = kv_tile[v_at_7];
                                    vec4 v1_7 = kv_tile[(v_at_7 + V_ROW)];
                                    vec4 v2_7 = kv_tile[(v_at_7 + 32u)];
                                    vec4 v3_7 = kv_tile[(v_at_7 + 48u)];
                                    {
                                        vec4 _e2896 = p_4[0];
                                        vec4 _e2899 = p_4[0];
                                        vec4 _e2902 = p_4[0];
                                        vec4 _e2905 = p_4[0];
                                        vec4 _e2908 = acc[4u];
                                        acc[4u] = fma(_e2896.wwww, v3_7, fma(_e2899.zzzz, v2_7, fma(_e2902.yyyy, v1_7, fma(_e2905.xxxx, v0_7, _e2908))));
                                    }
                                    {
                                        vec4 _e2916 = p_4[1];
                                        vec4 _e2919 = p_4[1];
                                        vec4 _e2922 = p_4[1];
                                        vec4 _e2925 = p_4[1];
                                        vec4 _e2928 = acc[5u];
                                        acc[5u] = fma(_e2916.wwww, v3_7, fma(_e2919.zzzz, v2_7, fma(_e2922.yyyy, v1_7, fma(_e2925.xxxx, v0_7, _e2928))));
                                    }
                                    {
                                        vec4 _e2936 = p_4[2];
                                        vec4 _e2939 = p_4[2];
                                        vec4 _e2942 = p_4[2];
                                        vec4 _e2945 = p_4[2];
                                        vec4 _e2948 = acc[6u];
                                        acc[6u] = fma(_e2936.wwww, v3_7, fma(_e2939.zzzz, v2_7, fma(_e2942.yyyy, v1_7, fma(_e2945.xxxx, v0_7, _e2948))));
                                    }
                                    {
                                        vec4 _e2956 = p_4[3];
                                        vec4 _e2959 = p_4[3];
                                        vec4 _e2962 = p_4[3];
                                        vec4 _e2965 = p_4[3];
                                        vec4 _e2968 = acc[7u];
                                        acc[7u] = fma(_e2956.wwww, v3_7, fma(_e2959.zzzz, v2_7, fma(_e2962.yyyy, v1_7, fma(_e2965.xxxx, v0_7, _e2968))));
                                    }
                                }
                            }
                            uint _e2974 = atomicOr(v_nonfinite, 0u);
                            if ((_e2974 != 0u)) {
                                k_2 = 0u;
                                bool loop_init_7 = true;
                                while(true) {
                                    if (!loop_init_7) {
                                        uint _e3254 = k_2;
                                        k_2 = (_e3254 + 1u);
                                    }
                                    loop_init_7 = false;
                                    uint _e2979 = k_2;
                                    if ((_e2979 < PART)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e2983 = k_2;
                                        uint _e2989 = key_of(min((first_1 + _e2983), (_e158.end - 1u)));
                                        uint _e2992 = _group_0_binding_0_cs.v_row;
                                        uint v_at_8 = (_e8.v_base + (_e2989 * _e2992));
                                        {
                                            vec4 _e2999 = load_v4_(v_at_8, ((0u + tx_1) * 4u));
                                            {
                                                uint _e3005 = h_7;
                                                uint _e3009 = k_2;
                                                uint _e3014 = k_2;
                                                float p_6 = q_tile[((((0u + ty) * STRIDE) + (_e3005 / 4u)) + (_e3009 / 4u))][(_e3014 % 4u)];
                                                vec4 _e3020 = acc[0];
                                                bvec4 _e3024 = nonfinite(_e2999);
                                                acc[0] = (_e3020 + mix(vec4(0.0), (p_6 * _e2999), bvec4(_e3024.x && bvec4((p_6 != 0.0)).x, _e3024.y && bvec4((p_6 != 0.0)).y, _e3024.z && bvec4((p_6 != 0.0)).z, _e3024.w && bvec4((p_6 != 0.0)).w)));
                                            }
                                            {
                                                uint _e3036 = h_7;
                                                uint _e3040 = k_2;
                                                uint _e3045 = k_2;
                                                float p_7 = q_tile[((((16u + ty) * STRIDE) + (_e3036 / 4u)) + (_e3040 / 4u))][(_e3045 % 4u)];
                                                vec4 _e3051 = acc[1];
                                                bvec4 _e3055 = nonfinite(_e2999);
                                                acc[1] = (_e3051 + mix(vec4(0.0), (p_7 * _e2999), bvec4(_e3055.x && bvec4((p_7 != 0.0)).x, _e3055.y && bvec4((p_7 != 0.0)).y, _e3055.z && bvec4((p_7 != 0.0)).z, _e3055.w && bvec4((p_7 != 0.0)).w)));
                                            }
                                            {
                                                uint _e3067 = h_7;
                                                uint _e3071 = k_2;
                                                uint _e3076 = k_2;
                                                float p_8 = q_tile[((((32u + ty) * STRIDE) + (_e3067 / 4u)) + (_e3071 / 4u))][(_e3076 % 4u)];
                                                vec4 _e3082 = acc[2];
                                                bvec4 _e3086 = nonfinite(_e2999);
                                                acc[2] = (_e3082 + mix(vec4(0.0), (p_8 * _e2999), bvec4(_e3086.x && bvec4((p_8 != 0.0)).x, _e3086.y && bvec4((p_8 != 0.0)).y, _e3086.z && bvec4((p_8 != 0.0)).z, _e3086.w && bvec4((p_8 != 0.0)).w)));
                                            }
                                            {
                                                uint _e3098 = h_7;
                                                uint _e3102 = k_2;
                                                uint _e3107 = k_2;
                                                float p_9 = q_tile[((((48u + ty) * STRIDE) + (_e3098 / 4u)) + (_e3102 / 4u))][(_e3107 % 4u)];
                                                vec4 _e3113 = acc[3];
                                                bvec4 _e3117 = nonfinite(_e2999);
                                                acc[3] = (_e3113 + mix(vec4(0.0), (p_9 * _e2999), bvec4(_e3117.x && bvec4((p_9 != 0.0)).x, _e3117.y && bvec4((p_9 != 0.0)).y, _e3117.z && bvec4((p_9 != 0.0)).z, _e3117.w && bvec4((p_9 != 0.0)).w)));
                                            }
                                        }
                                        {
                                            vec4 _e3128 = load_v4_(v_at_8, ((8u + tx_1) * 4u));
                                            {
                                                uint _e3134 = h_7;
                                                uint _e3138 = k_2;
                                                uint _e3143 = k_2;
                                                float p_10 = q_tile[((((0u + ty) * STRIDE) + (_e3134 / 4u)) + (_e3138 / 4u))][(_e3143 % 4u)];
                                                vec4 _e3149 = acc[4];
                                                bvec4 _e3153 = nonfinite(_e3128);
                                                acc[4] = (_e3149 + mix(vec4(0.0), (p_10 * _e3128), bvec4(_e3153.x && bvec4((p_10 != 0.0)).x, _e3153.y && bvec4((p_10 != 0.0)).y, _e3153.z && bvec4((p_10 != 0.0)).z, _e3153.w && bvec4((p_10 != 0.0)).w)));
                                            }
                                            {
                                                uint _e3165 = h_7;
                                                uint _e3169 = k_2;
                                                uint _e3174 = k_2;
                                                float p_11 = q_tile[((((16u + ty) * STRIDE) + (_e3165 / 4u)) + (_e3169 / 4u))][(_e3174 % 4u)];
                                                vec4 _e3180 = acc[5];
                                                bvec4 _e3184 = nonfinite(_e3128);
                                                acc[5] = (_e3180 + mix(vec4(0.0), (p_11 * _e3128), bvec4(_e3184.x && bvec4((p_11 != 0.0)).x, _e3184.y && bvec4((p_11 != 0.0)).y, _e3184.z && bvec4((p_11 != 0.0)).z, _e3184.w && bvec4((p_11 != 0.0)).w)));
                                            }
                                            {
                                                uint _e3196 = h_7;
                                                uint _e3200 = k_2;
                                                uint _e3205 = k_2;
                                                float p_12 = q_tile[((((32u + ty) * STRIDE) + (_e3196 / 4u)) + (_e3200 / 4u))][(_e3205 % 4u)];
                                                vec4 _e3211 = acc[6];
                                                bvec4 _e3215 = nonfinite(_e3128);
                                                acc[6] = (_e3211 + mix(vec4(0.0), (p_12 * _e3128), bvec4(_e3215.x && bvec4((p_12 != 0.0)).x, _e3215.y && bvec4((p_12 != 0.0)).y, _e3215.z && bvec4((p_12 != 0.0)).z, _e3215.w && bvec4((p_12 != 0.0)).w)));
                                            }
                                            {
                                                uint _e3227 = h_7;
                                                uint _e3231 = k_2;
                                                uint _e3236 = k_2;
                                                float p_13 = q_tile[((((48u + ty) * STRIDE) + (_e3227 / 4u)) + (_e3231 / 4u))][(_e3236 % 4u)];
                                                vec4 _e3242 = acc[7];
                                                bvec4 _e3246 = nonfinite(_e3128);
                                                acc[7] = (_e3242 + mix(vec4(0.0), (p_13 * _e3128), bvec4(_e3246.x && bvec4((p_13 != 0.0)).x, _e3246.y && bvec4((p_13 != 0.0)).y, _e3246.z && bvec4((p_13 != 0.0)).z, _e3246.w && bvec4((p_13 != 0.0)).w)));
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
        }
    }
    {
        float _e3264 = l_1[0];
        float _e3265 = lanes_sum(_e3264);
        part_2[0] = _e3265;
        float _e3269 = part_2[0];
        put_part((0u + ty), tx_1, _e3269);
    }
    {
        float _e3272 = l_1[1];
        float _e3273 = lanes_sum(_e3272);
        part_2[1] = _e3273;
        float _e3277 = part_2[1];
        put_part((16u + ty), tx_1, _e3277);
    }
    {
        float _e3280 = l_1[2];
        float _e3281 = lanes_sum(_e3280);
        part_2[2] = _e3281;
        float _e3285 = part_2[2];
        put_part((32u + ty), tx_1, _e3285);
    }
    {
        float _e3288 = l_1[3];
        float _e3289 = lanes_sum(_e3288);
        part_2[3] = _e3289;
        float _e3293 = part_2[3];
        put_part((48u + ty), tx_1, _e3293);
    }
    memoryBarrierShared();
    barrier();
    {
        uint row_18 = ((_e8.first_row + 0u) + ty);
        if ((row_18 < _e8.row_end)) {
            uint _e3300 = head_of(_e8, row_18);
            uint _e3303 = _group_0_binding_0_cs.pack;
            uint query_6 = (row_18 / _e3303);
            float _e3306 = m_2[0];
            float _e3310 = part_2[0];
            float _e3311 = row_sum((0u + ty), _e3310);
            vec2 _e3313 = finish_row(_e3306, _e3311, _e3300, _e8.split);
            uint _e3314 = output_at(_e8, _e3300, query_6);
            float _e3316 = row_weight(b_13, _e3300, query_6);
            float factor = (_e3313.x * _e3316);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                vec4 _e3324 = acc[0];
                vec4 _e3326 = output_((_e3324 * factor), b_13, _e3300, query_6, d_7);
                store_o4_(_e3314, d_7, V_DIM, _e3326);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                vec4 _e3333 = acc[4];
                vec4 _e3335 = output_((_e3333 * factor), b_13, _e3300, query_6, d_8);
                store_o4_(_e3314, d_8, V_DIM, _e3335);
            }
            if ((tx_1 == 0u)) {
                uint _e3338 = lse_at_1(_e8, _e3300, query_6);
                uint _e3342 = _group_0_binding_0_cs.lse_split;
                store_lse((_e3338 + (_e8.split * _e3342)), _e3313.y);
            }
        }
    }
    {
        uint row_19 = ((_e8.first_row + 16u) + ty);
        if ((row_19 < _e8.row_end)) {
            uint _e3352 = head_of(_e8, row_19);
            uint _e3355 = _group_0_binding_0_cs.pack;
            uint query_7 = (row_19 / _e3355);
            float _e3358 = m_2[1];
            float _e3362 = part_2[1];
            float _e3363 = row_sum((16u + ty), _e3362);
            vec2 _e3365 = finish_row(_e3358, _e3363, _e3352, _e8.split);
            uint _e3366 = output_at(_e8, _e3352, query_7);
            float _e3368 = row_weight(b_13, _e3352, query_7);
            float factor_1 = (_e3365.x * _e3368);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                vec4 _e3376 = acc[1];
                vec4 _e3378 = output_((_e3376 * factor_1), b_13, _e3352, query_7, d_9);
                store_o4_(_e3366, d_9, V_DIM, _e3378);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                vec4 _e3385 = acc[5];
                vec4 _e3387 = output_((_e3385 * factor_1), b_13, _e3352, query_7, d_10);
                store_o4_(_e3366, d_10, V_DIM, _e3387);
            }
            if ((tx_1 == 0u)) {
                uint _e3390 = lse_at_1(_e8, _e3352, query_7);
                uint _e3394 = _group_0_binding_0_cs.lse_split;
                store_lse((_e3390 + (_e8.split * _e3394)), _e3365.y);
            }
        }
    }
    {
        uint row_20 = ((_e8.first_row + 32u) + ty);
        if ((row_20 < _e8.row_end)) {
            uint _e3404 = head_of(_e8, row_20);
            uint _e3407 = _group_0_binding_0_cs.pack;
            uint query_8 = (row_20 / _e3407);
            float _e3410 = m_2[2];
            float _e3414 = part_2[2];
            float _e3415 = row_sum((32u + ty), _e3414);
            vec2 _e3417 = finish_row(_e3410, _e3415, _e3404, _e8.split);
            uint _e3418 = output_at(_e8, _e3404, query_8);
            float _e3420 = row_weight(b_13, _e3404, query_8);
            float factor_2 = (_e3417.x * _e3420);
            {
                uint d_11 = ((0u + tx_1) * 4u);
                vec4 _e3428 = acc[2];
                vec4 _e3430 = output_((_e3428 * factor_2), b_13, _e3404, query_8, d_11);
                store_o4_(_e3418, d_11, V_DIM, _e3430);
            }
            {
                uint d_12 = ((8u + tx_1) * 4u);
                vec4 _e3437 = acc[6];
                vec4 _e3439 = output_((_e3437 * factor_2), b_13, _e3404, query_8, d_12);
                store_o4_(_e3418, d_12, V_DIM, _e3439);
            }
            if ((tx_1 == 0u)) {
                uint _e3442 = lse_at_1(_e8, _e3404, query_8);
                uint _e3446 = _group_0_binding_0_cs.lse_split;
                store_lse((_e3442 + (_e8.split * _e3446)), _e3417.y);
            }
        }
    }
    {
        uint row_21 = ((_e8.first_row + 48u) + ty);
        if ((row_21 < _e8.row_end)) {
            uint _e3456 = head_of(_e8, row_21);
            uint _e3459 = _group_0_binding_0_cs.pack;
            uint query_9 = (row_21 / _e3459);
            float _e3462 = m_2[3];
            float _e3466 = part_2[3];
            float _e3467 = row_sum((48u + ty), _e3466);
            vec2 _e3469 = finish_row(_e3462, _e3467, _e3456, _e8.split);
            uint _e3470 = output_at(_e8, _e3456, query_9);
            float _e3472 = row_weight(b_13, _e3456, query_9);
            float factor_3 = (_e3469.x * _e3472);
            {
                uint d_13 = ((0u + tx_1) * 4u);
                vec4 _e3480 = acc[3];
                vec4 _e3482 = output_((_e3480 * factor_3), b_13, _e3456, query_9, d_13);
                store_o4_(_e3470, d_13, V_DIM, _e3482);
            }
            {
                uint d_14 = ((8u + tx_1) * 4u);
                vec4 _e3489 = acc[7];
                vec4 _e3491 = output_((_e3489 * factor_3), b_13, _e3456, query_9, d_14);
                store_o4_(_e3470, d_14, V_DIM, _e3491);
            }
            if ((tx_1 == 0u)) {
                uint _e3494 = lse_at_1(_e8, _e3456, query_9);
                uint _e3498 = _group_0_binding_0_cs.lse_split;
                store_lse((_e3494 + (_e8.split * _e3498)), _e3469.y);
                return;
            } else {
                return;
            }
        } else {
            return;
        }
    }
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        row_part = float[512](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        q_tile = vec4[576](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        kv_tile = vec4[288](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        v_nonfinite = 0u;
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uint subgroup = gl_SubgroupID;
    uint size = gl_SubgroupSize;
    uint lane = gl_SubgroupInvocationID;
    lanes = size;
    run(wid, ((subgroup * size) + lane));
    return;
}

