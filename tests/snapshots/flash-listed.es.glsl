#version 310 es

precision highp float;
precision highp int;

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
const uint TY = 8u;
const uint RQ = 2u;
const uint K_FOURS = 1u;
const uint QK_CHUNKS = 2u;
const uint V_CHUNKS = 2u;
const uint V_GROUPS = 1u;
const uint PART = 16u;
const uint WORKGROUP = 64u;
const uint BLOCK_Q = 16u;
const uint BLOCK_K = 32u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const bool STAGED = false;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const uint PARTIAL = 2147483648u;
const uint STRIDE = 9u;
const uint FOUR = 32u;
const uint KEYS = 4u;
const uint V_ROW = 16u;
const uint V_FOURS = 4u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_5_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_5_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_5_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) buffer type_6_block_5Compute { float _group_0_binding_5_cs[]; };

layout(std430) readonly buffer type_8_block_6Compute { uvec2 _group_0_binding_6_cs[]; };

layout(std430) readonly buffer type_9_block_7Compute { uint _group_0_binding_7_cs[]; };

uint tile_block = 0u;

bool tile_partial = false;

shared float row_part[128];

shared vec4 q_tile[144];

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
    return (x_7.w * k.w + (x_7.z * k.z + (x_7.y * k.y + (x_7.x * k.x + s_4))));
}

float pair(vec4 x_8, vec4 k_1, uint h_2, uint d_5) {
    return dot(x_8, k_1);
}

uint row_tiles_of_block() {
    uint _e2 = _group_0_binding_0_cs.block_q;
    uint _e5 = _group_0_binding_0_cs.pack;
    return ((((_e2 * _e5) + BLOCK_Q) - 1u) / BLOCK_Q);
}

uvec2 row_tile(uint t) {
    uint _e3 = _group_0_binding_0_cs.block_q;
    uint _e6 = _group_0_binding_0_cs.pack;
    uint rows = (_e3 * _e6);
    uint _e8 = row_tiles_of_block();
    uint block = ((t / _e8) * rows);
    uint _e11 = row_tiles_of_block();
    uint at_1 = ((t % _e11) * BLOCK_Q);
    return uvec2((block + at_1), (block + min((at_1 + BLOCK_Q), rows)));
}

uvec2 list_span(uint b_5, uint head, uint t_1) {
    uint _e5 = _group_0_binding_0_cs.list_batch;
    uint _e9 = _group_0_binding_0_cs.list_group;
    uint _e13 = _group_0_binding_0_cs.list_head;
    uint _e16 = row_tiles_of_block();
    uint cell = (((b_5 * _e5) + ((head / _e9) * _e13)) + (t_1 / _e16));
    uvec2 _e21 = _group_0_binding_6_cs[cell];
    uint _e24 = _group_0_binding_0_cs.block_entries;
    uvec2 span = min(_e21, uvec2(_e24));
    uint _e35 = _group_0_binding_0_cs.kv_blocks;
    return uvec2(span.x, min((max(span.x, span.y) - span.x), _e35));
}

uint key_tiles_of_block() {
    uint _e2 = _group_0_binding_0_cs.block_kv;
    return (((_e2 + BLOCK_K) - 1u) / BLOCK_K);
}

uvec2 split_share(uint tiles, uint split) {
    uint _e4 = _group_0_binding_0_cs.splits;
    uint _e10 = _group_0_binding_0_cs.splits;
    uint share = (((tiles + _e4) - 1u) / _e10);
    return uvec2(min((split * share), tiles), min(((split + 1u) * share), tiles));
}

uvec3 tile_span(uint t_2, Seen seen, uint split_1) {
    uvec2 _e5 = list_span(seen.batch, seen.head, t_2);
    uint _e7 = key_tiles_of_block();
    uvec2 _e9 = split_share((_e5.y * _e7), split_1);
    return uvec3(_e9, _e5.x);
}

Tile tile_at(uint n, uint base_4, Seen seen_1) {
    uint _e4 = key_tiles_of_block();
    uint entry = _group_0_binding_7_cs[(base_4 + (n / _e4))];
    uint _e13 = _group_0_binding_0_cs.kv_blocks;
    uint block_1 = min((entry & 2147483647u), _e13);
    bool partly = (entry >= PARTIAL);
    tile_block = block_1;
    tile_partial = partly;
    uint _e21 = _group_0_binding_0_cs.block_kv;
    uint _e23 = key_tiles_of_block();
    uint first_1 = ((block_1 * _e21) + ((n % _e23) * BLOCK_K));
    uint _e34 = _group_0_binding_0_cs.block_kv;
    uint end_2 = min(seen_1.keys.y, ((block_1 + 1u) * _e34));
    return Tile(first_1, (((first_1 + BLOCK_K) <= seen_1.keys.x) ? 0u : end_2), partly);
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
    vec4 _e12 = exp_kept4_((s_6 - vec4(((top_1 == MASKED) ? 0.0 : top_1))));
    return _e12;
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
    uint b_13 = (_e46 + (pack / _e49));
    uint _e52 = q_count_1(b_13);
    uint _e53 = kv_count_2(b_13);
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
    Seen seen_2 = Seen(uvec2(_e74.x, _e75.y), ivec2((int(first_query) + _e61), (int(last_query) + _e61)), b_13, head_base_1, _e61);
    if ((first_row_1 < row_end_1)) {
        bool _e91 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
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
    uint _e107 = q_start(b_13);
    uint _e110 = _group_0_binding_0_cs.q_row;
    uint _e115 = _group_0_binding_0_cs.k_offset;
    uint _e118 = _group_0_binding_0_cs.k_batch;
    uint _e123 = _group_0_binding_0_cs.k_head;
    uint _e126 = kv_start(b_13);
    uint _e129 = _group_0_binding_0_cs.k_row;
    uint _e134 = _group_0_binding_0_cs.v_offset;
    uint _e137 = _group_0_binding_0_cs.v_batch;
    uint _e142 = _group_0_binding_0_cs.v_head;
    uint _e145 = kv_start(b_13);
    uint _e148 = _group_0_binding_0_cs.v_row;
    uint _e153 = _group_0_binding_0_cs.lse_batch;
    uint _e155 = q_start(b_13);
    return Group(seen_2, split_3, first_row_1, row_end_1, _e53, uvec2(_e75.x, _e74.y), _e98, ((_e101 + (b_13 * _e104)) + (_e107 * _e110)), (((_e115 + (b_13 * _e118)) + (kv_head * _e123)) + (_e126 * _e129)), (((_e134 + (b_13 * _e137)) + (kv_head * _e142)) + (_e145 * _e148)), ((b_13 * _e153) + _e155));
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

uint output_at(Group g_2, uint head_3, uint query) {
    uint _e5 = _group_0_binding_0_cs.o_offset;
    uint _e9 = _group_0_binding_0_cs.o_split;
    uint _e16 = _group_0_binding_0_cs.o_batch;
    uint _e21 = _group_0_binding_0_cs.o_head;
    uint _e26 = q_start(g_2.seen.batch);
    uint _e30 = _group_0_binding_0_cs.o_row;
    return ((((_e5 + (g_2.split * _e9)) + (g_2.seen.batch * _e16)) + (head_3 * _e21)) + ((_e26 + query) * _e30));
}

uint lse_at_1(Group g_3, uint head_4, uint query_1) {
    uint _e6 = _group_0_binding_0_cs.lse_head;
    return ((g_3.lse_base + (head_4 * _e6)) + query_1);
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

void put_part(uint row_2, uint tx, float x_12) {
    row_part[((row_2 * TX) + tx)] = x_12;
    return;
}

float row_max(uint row_3, float part) {
    float top_3 = 0.0;
    uint n_1 = 1u;
    float _e6 = row_part[(row_3 * TX)];
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
            float _e20 = row_part[((row_3 * TX) + _e17)];
            top_3 = max(_e13, _e20);
        }
    }
    float _e25 = top_3;
    return _e25;
}

float row_sum(uint row_4, float part_1) {
    float sum_3 = 0.0;
    uint n_2 = 1u;
    float _e6 = row_part[(row_4 * TX)];
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
            float _e20 = row_part[((row_4 * TX) + _e17)];
            sum_3 = (_e13 + _e20);
        }
    }
    float _e25 = sum_3;
    return _e25;
}

vec4 load_part(Group g_5, Tile tile_2, uint first, uint u, uint i_8) {
    uint _e12 = key_of(min((first + (i_8 / V_ROW)), (tile_2.end - 1u)));
    uint _e16 = _group_0_binding_0_cs.v_row;
    vec4 _e26 = load_v4_((g_5.v_base + (_e12 * _e16)), (((u * V_ROW) + (i_8 % V_ROW)) * 4u));
    return _e26;
}

uvec2 keys_of(Group g_6, uint row_5) {
    bool local_8 = false;
    if (!((row_5 >= g_6.row_end))) {
        uint _e9 = head_of(g_6, row_5);
        uint _e12 = _group_0_binding_0_cs.pack;
        float _e14 = row_weight(g_6.seen.batch, _e9, (row_5 / _e12));
        local_8 = (_e14 == 0.0);
    } else {
        local_8 = true;
    }
    bool _e18 = local_8;
    if (_e18) {
        return uvec2(0u);
    }
    uint _e23 = _group_0_binding_0_cs.pack;
    uvec2 _e28 = key_range((row_5 / _e23), g_6.seen.offset, g_6.kv_len);
    return _e28;
}

void run(uvec3 wid_2, uint tid_1) {
    uint q_at[2] = uint[2](0u, 0u);
    float m_2[2] = float[2](0.0, 0.0);
    float l_1[2] = float[2](0.0, 0.0);
    float part_2[2] = float[2](0.0, 0.0);
    vec4 acc[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint t_3 = 0u;
    vec4 s_10[2] = vec4[2](vec4(0.0), vec4(0.0));
    uint k_at[4] = uint[4](0u, 0u, 0u, 0u);
    vec4 q_next[2] = vec4[2](vec4(0.0), vec4(0.0));
    vec4 k_next[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint c = 0u;
    bool local_9 = false;
    bool local_10 = false;
    bool local_11 = false;
    bool local_12 = false;
    vec4 v_next[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    bool local_13 = false;
    bool local_14 = false;
    uint h_7 = 0u;
    bool local_15 = false;
    bool local_16 = false;
    bool local_17 = false;
    bool local_18 = false;
    vec4 p_1[2] = vec4[2](vec4(0.0), vec4(0.0));
    vec4 p_2[2] = vec4[2](vec4(0.0), vec4(0.0));
    vec4 p_3[2] = vec4[2](vec4(0.0), vec4(0.0));
    vec4 p_4[2] = vec4[2](vec4(0.0), vec4(0.0));
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
    uint b_14 = _e8.seen.batch;
    if ((tid_1 == 0u)) {
        atomicExchange(v_nonfinite, 0u);
    }
    uint tx_1 = (tid_1 % TX);
    uint ty = (tid_1 / TX);
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
        uint row_7 = ((_e8.first_row + 8u) + ty);
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
    t_3 = _e8.tiles.x;
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e2176 = t_3;
            t_3 = (_e2176 + 1u);
        }
        loop_init_2 = false;
        uint _e90 = t_3;
        if ((_e90 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e94 = t_3;
            Tile _e98 = tile_at(_e94, _e8.tiles.z, _e8.seen);
            uint key0_ = _e98.first;
            if ((key0_ >= _e98.end)) {
                continue;
            }
            s_10 = vec4[2](vec4(0.0), vec4(0.0));
            {
                s_10[0] = vec4(0.0);
            }
            {
                s_10[1] = vec4(0.0);
            }
            k_at = uint[4](0u, 0u, 0u, 0u);
            q_next = vec4[2](vec4(0.0), vec4(0.0));
            k_next = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            {
                uint _e118 = q_at[0];
                vec4 _e121 = load_q4_(_e118, (tx_1 * 4u));
                q_next[0] = _e121;
            }
            {
                uint _e124 = q_at[1];
                vec4 _e127 = load_q4_(_e124, (tx_1 * 4u));
                q_next[1] = _e127;
            }
            {
                uint _e137 = key_of(min(((key0_ + 0u) + ty), (_e98.end - 1u)));
                uint _e140 = _group_0_binding_0_cs.k_row;
                k_at[0] = (_e8.k_base + (_e137 * _e140));
                uint _e145 = k_at[0];
                vec4 _e148 = load_k4_(_e145, (tx_1 * 4u));
                k_next[0] = _e148;
            }
            {
                uint _e158 = key_of(min(((key0_ + 8u) + ty), (_e98.end - 1u)));
                uint _e161 = _group_0_binding_0_cs.k_row;
                k_at[1] = (_e8.k_base + (_e158 * _e161));
                uint _e166 = k_at[1];
                vec4 _e169 = load_k4_(_e166, (tx_1 * 4u));
                k_next[1] = _e169;
            }
            {
                uint _e179 = key_of(min(((key0_ + 16u) + ty), (_e98.end - 1u)));
                uint _e182 = _group_0_binding_0_cs.k_row;
                k_at[2] = (_e8.k_base + (_e179 * _e182));
                uint _e187 = k_at[2];
                vec4 _e190 = load_k4_(_e187, (tx_1 * 4u));
                k_next[2] = _e190;
            }
            {
                uint _e200 = key_of(min(((key0_ + 24u) + ty), (_e98.end - 1u)));
                uint _e203 = _group_0_binding_0_cs.k_row;
                k_at[3] = (_e8.k_base + (_e200 * _e203));
                uint _e208 = k_at[3];
                vec4 _e211 = load_k4_(_e208, (tx_1 * 4u));
                k_next[3] = _e211;
            }
            c = 0u;
            bool loop_init_3 = true;
            while(true) {
                if (!loop_init_3) {
                    uint _e1042 = c;
                    c = (_e1042 + 1u);
                }
                loop_init_3 = false;
                uint _e214 = c;
                if ((_e214 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    {
                        vec4 _e225 = q_next[0];
                        vec4 _e226 = scale_q(_e225);
                        q_tile[(((0u + ty) * STRIDE) + tx_1)] = _e226;
                    }
                    {
                        vec4 _e235 = q_next[1];
                        vec4 _e236 = scale_q(_e235);
                        q_tile[(((8u + ty) * STRIDE) + tx_1)] = _e236;
                    }
                    {
                        uint slot_4 = (0u + ty);
                        if (false) {
                            local_9 = (slot_4 < BLOCK_K);
                        } else {
                            local_9 = true;
                        }
                        bool _e245 = local_9;
                        if (_e245) {
                            vec4 _e259 = k_next[0];
                            kv_tile[(((((slot_4 % 4u) * 8u) + (slot_4 / 4u)) * STRIDE) + tx_1)] = _e259;
                        }
                    }
                    {
                        uint slot_5 = (8u + ty);
                        if (false) {
                            local_10 = (slot_5 < BLOCK_K);
                        } else {
                            local_10 = true;
                        }
                        bool _e268 = local_10;
                        if (_e268) {
                            vec4 _e282 = k_next[1];
                            kv_tile[(((((slot_5 % 4u) * 8u) + (slot_5 / 4u)) * STRIDE) + tx_1)] = _e282;
                        }
                    }
                    {
                        uint slot_6 = (16u + ty);
                        if (false) {
                            local_11 = (slot_6 < BLOCK_K);
                        } else {
                            local_11 = true;
                        }
                        bool _e291 = local_11;
                        if (_e291) {
                            vec4 _e305 = k_next[2];
                            kv_tile[(((((slot_6 % 4u) * 8u) + (slot_6 / 4u)) * STRIDE) + tx_1)] = _e305;
                        }
                    }
                    {
                        uint slot_7 = (24u + ty);
                        if (false) {
                            local_12 = (slot_7 < BLOCK_K);
                        } else {
                            local_12 = true;
                        }
                        bool _e314 = local_12;
                        if (_e314) {
                            vec4 _e328 = k_next[3];
                            kv_tile[(((((slot_7 % 4u) * 8u) + (slot_7 / 4u)) * STRIDE) + tx_1)] = _e328;
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                    {
                        uint _e331 = q_at[0];
                        uint _e332 = c;
                        vec4 _e340 = load_q4_(_e331, ((((_e332 + 1u) * TX) + tx_1) * 4u));
                        q_next[0] = _e340;
                    }
                    {
                        uint _e343 = q_at[1];
                        uint _e344 = c;
                        vec4 _e352 = load_q4_(_e343, ((((_e344 + 1u) * TX) + tx_1) * 4u));
                        q_next[1] = _e352;
                    }
                    {
                        uint _e355 = k_at[0];
                        uint _e356 = c;
                        vec4 _e364 = load_k4_(_e355, ((((_e356 + 1u) * TX) + tx_1) * 4u));
                        k_next[0] = _e364;
                    }
                    {
                        uint _e367 = k_at[1];
                        uint _e368 = c;
                        vec4 _e376 = load_k4_(_e367, ((((_e368 + 1u) * TX) + tx_1) * 4u));
                        k_next[1] = _e376;
                    }
                    {
                        uint _e379 = k_at[2];
                        uint _e380 = c;
                        vec4 _e388 = load_k4_(_e379, ((((_e380 + 1u) * TX) + tx_1) * 4u));
                        k_next[2] = _e388;
                    }
                    {
                        uint _e391 = k_at[3];
                        uint _e392 = c;
                        vec4 _e400 = load_k4_(_e391, ((((_e392 + 1u) * TX) + tx_1) * 4u));
                        k_next[3] = _e400;
                    }
                    {
                        uint _e402 = c;
                        uint at_2 = (((_e402 * TX) + 0u) * 4u);
                        {
                            uint k_at_1 = (((0u + tx_1) * STRIDE) + 0u);
                            vec4 k0_ = kv_tile[k_at_1];
                            vec4 k1_ = kv_tile[(k_at_1 + 72u)];
                            vec4 k2_ = kv_tile[(k_at_1 + 144u)];
                            vec4 k3_ = kv_tile[(k_at_1 + 216u)];
                            {
                                vec4 x_13 = q_tile[(((0u + ty) * STRIDE) + 0u)];
                                uint _e443 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y = s_10[0];
                                float _e448 = pair_onto(y.x, x_13, k0_, _e443, at_2);
                                float _e450 = pair_onto(y.y, x_13, k1_, _e443, at_2);
                                float _e452 = pair_onto(y.z, x_13, k2_, _e443, at_2);
                                float _e454 = pair_onto(y.w, x_13, k3_, _e443, at_2);
                                s_10[0] = vec4(_e448, _e450, _e452, _e454);
                            }
                            {
                                vec4 x_14 = q_tile[(((8u + ty) * STRIDE) + 0u)];
                                uint _e468 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_1 = s_10[1];
                                float _e473 = pair_onto(y_1.x, x_14, k0_, _e468, at_2);
                                float _e475 = pair_onto(y_1.y, x_14, k1_, _e468, at_2);
                                float _e477 = pair_onto(y_1.z, x_14, k2_, _e468, at_2);
                                float _e479 = pair_onto(y_1.w, x_14, k3_, _e468, at_2);
                                s_10[1] = vec4(_e473, _e475, _e477, _e479);
                            }
                        }
                    }
                    {
                        uint _e482 = c;
                        uint at_3 = (((_e482 * TX) + 1u) * 4u);
                        {
                            uint k_at_2 = (((0u + tx_1) * STRIDE) + 1u);
                            vec4 k0_1 = kv_tile[k_at_2];
                            vec4 k1_1 = kv_tile[(k_at_2 + 72u)];
                            vec4 k2_1 = kv_tile[(k_at_2 + 144u)];
                            vec4 k3_1 = kv_tile[(k_at_2 + 216u)];
                            {
                                vec4 x_15 = q_tile[(((0u + ty) * STRIDE) + 1u)];
                                uint _e523 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_2 = s_10[0];
                                float _e528 = pair_onto(y_2.x, x_15, k0_1, _e523, at_3);
                                float _e530 = pair_onto(y_2.y, x_15, k1_1, _e523, at_3);
                                float _e532 = pair_onto(y_2.z, x_15, k2_1, _e523, at_3);
                                float _e534 = pair_onto(y_2.w, x_15, k3_1, _e523, at_3);
                                s_10[0] = vec4(_e528, _e530, _e532, _e534);
                            }
                            {
                                vec4 x_16 = q_tile[(((8u + ty) * STRIDE) + 1u)];
                                uint _e548 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_3 = s_10[1];
                                float _e553 = pair_onto(y_3.x, x_16, k0_1, _e548, at_3);
                                float _e555 = pair_onto(y_3.y, x_16, k1_1, _e548, at_3);
                                float _e557 = pair_onto(y_3.z, x_16, k2_1, _e548, at_3);
                                float _e559 = pair_onto(y_3.w, x_16, k3_1, _e548, at_3);
                                s_10[1] = vec4(_e553, _e555, _e557, _e559);
                            }
                        }
                    }
                    {
                        uint _e562 = c;
                        uint at_4 = (((_e562 * TX) + 2u) * 4u);
                        {
                            uint k_at_3 = (((0u + tx_1) * STRIDE) + 2u);
                            vec4 k0_2 = kv_tile[k_at_3];
                            vec4 k1_2 = kv_tile[(k_at_3 + 72u)];
                            vec4 k2_2 = kv_tile[(k_at_3 + 144u)];
                            vec4 k3_2 = kv_tile[(k_at_3 + 216u)];
                            {
                                vec4 x_17 = q_tile[(((0u + ty) * STRIDE) + 2u)];
                                uint _e603 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_4 = s_10[0];
                                float _e608 = pair_onto(y_4.x, x_17, k0_2, _e603, at_4);
                                float _e610 = pair_onto(y_4.y, x_17, k1_2, _e603, at_4);
                                float _e612 = pair_onto(y_4.z, x_17, k2_2, _e603, at_4);
                                float _e614 = pair_onto(y_4.w, x_17, k3_2, _e603, at_4);
                                s_10[0] = vec4(_e608, _e610, _e612, _e614);
                            }
                            {
                                vec4 x_18 = q_tile[(((8u + ty) * STRIDE) + 2u)];
                                uint _e628 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_5 = s_10[1];
                                float _e633 = pair_onto(y_5.x, x_18, k0_2, _e628, at_4);
                                float _e635 = pair_onto(y_5.y, x_18, k1_2, _e628, at_4);
                                float _e637 = pair_onto(y_5.z, x_18, k2_2, _e628, at_4);
                                float _e639 = pair_onto(y_5.w, x_18, k3_2, _e628, at_4);
                                s_10[1] = vec4(_e633, _e635, _e637, _e639);
                            }
                        }
                    }
                    {
                        uint _e642 = c;
                        uint at_5 = (((_e642 * TX) + 3u) * 4u);
                        {
                            uint k_at_4 = (((0u + tx_1) * STRIDE) + 3u);
                            vec4 k0_3 = kv_tile[k_at_4];
                            vec4 k1_3 = kv_tile[(k_at_4 + 72u)];
                            vec4 k2_3 = kv_tile[(k_at_4 + 144u)];
                            vec4 k3_3 = kv_tile[(k_at_4 + 216u)];
                            {
                                vec4 x_19 = q_tile[(((0u + ty) * STRIDE) + 3u)];
                                uint _e683 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_6 = s_10[0];
                                float _e688 = pair_onto(y_6.x, x_19, k0_3, _e683, at_5);
                                float _e690 = pair_onto(y_6.y, x_19, k1_3, _e683, at_5);
                                float _e692 = pair_onto(y_6.z, x_19, k2_3, _e683, at_5);
                                float _e694 = pair_onto(y_6.w, x_19, k3_3, _e683, at_5);
                                s_10[0] = vec4(_e688, _e690, _e692, _e694);
                            }
                            {
                                vec4 x_20 = q_tile[(((8u + ty) * STRIDE) + 3u)];
                                uint _e708 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_7 = s_10[1];
                                float _e713 = pair_onto(y_7.x, x_20, k0_3, _e708, at_5);
                                float _e715 = pair_onto(y_7.y, x_20, k1_3, _e708, at_5);
                                float _e717 = pair_onto(y_7.z, x_20, k2_3, _e708, at_5);
                                float _e719 = pair_onto(y_7.w, x_20, k3_3, _e708, at_5);
                                s_10[1] = vec4(_e713, _e715, _e717, _e719);
                            }
                        }
                    }
                    {
                        uint _e722 = c;
                        uint at_6 = (((_e722 * TX) + 4u) * 4u);
                        {
                            uint k_at_5 = (((0u + tx_1) * STRIDE) + 4u);
                            vec4 k0_4 = kv_tile[k_at_5];
                            vec4 k1_4 = kv_tile[(k_at_5 + 72u)];
                            vec4 k2_4 = kv_tile[(k_at_5 + 144u)];
                            vec4 k3_4 = kv_tile[(k_at_5 + 216u)];
                            {
                                vec4 x_21 = q_tile[(((0u + ty) * STRIDE) + 4u)];
                                uint _e763 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_8 = s_10[0];
                                float _e768 = pair_onto(y_8.x, x_21, k0_4, _e763, at_6);
                                float _e770 = pair_onto(y_8.y, x_21, k1_4, _e763, at_6);
                                float _e772 = pair_onto(y_8.z, x_21, k2_4, _e763, at_6);
                                float _e774 = pair_onto(y_8.w, x_21, k3_4, _e763, at_6);
                                s_10[0] = vec4(_e768, _e770, _e772, _e774);
                            }
                            {
                                vec4 x_22 = q_tile[(((8u + ty) * STRIDE) + 4u)];
                                uint _e788 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_9 = s_10[1];
                                float _e793 = pair_onto(y_9.x, x_22, k0_4, _e788, at_6);
                                float _e795 = pair_onto(y_9.y, x_22, k1_4, _e788, at_6);
                                float _e797 = pair_onto(y_9.z, x_22, k2_4, _e788, at_6);
                                float _e799 = pair_onto(y_9.w, x_22, k3_4, _e788, at_6);
                                s_10[1] = vec4(_e793, _e795, _e797, _e799);
                            }
                        }
                    }
                    {
                        uint _e802 = c;
                        uint at_7 = (((_e802 * TX) + 5u) * 4u);
                        {
                            uint k_at_6 = (((0u + tx_1) * STRIDE) + 5u);
                            vec4 k0_5 = kv_tile[k_at_6];
                            vec4 k1_5 = kv_tile[(k_at_6 + 72u)];
                            vec4 k2_5 = kv_tile[(k_at_6 + 144u)];
                            vec4 k3_5 = kv_tile[(k_at_6 + 216u)];
                            {
                                vec4 x_23 = q_tile[(((0u + ty) * STRIDE) + 5u)];
                                uint _e843 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_10 = s_10[0];
                                float _e848 = pair_onto(y_10.x, x_23, k0_5, _e843, at_7);
                                float _e850 = pair_onto(y_10.y, x_23, k1_5, _e843, at_7);
                                float _e852 = pair_onto(y_10.z, x_23, k2_5, _e843, at_7);
                                float _e854 = pair_onto(y_10.w, x_23, k3_5, _e843, at_7);
                                s_10[0] = vec4(_e848, _e850, _e852, _e854);
                            }
                            {
                                vec4 x_24 = q_tile[(((8u + ty) * STRIDE) + 5u)];
                                uint _e868 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_11 = s_10[1];
                                float _e873 = pair_onto(y_11.x, x_24, k0_5, _e868, at_7);
                                float _e875 = pair_onto(y_11.y, x_24, k1_5, _e868, at_7);
                                float _e877 = pair_onto(y_11.z, x_24, k2_5, _e868, at_7);
                                float _e879 = pair_onto(y_11.w, x_24, k3_5, _e868, at_7);
                                s_10[1] = vec4(_e873, _e875, _e877, _e879);
                            }
                        }
                    }
                    {
                        uint _e882 = c;
                        uint at_8 = (((_e882 * TX) + 6u) * 4u);
                        {
                            uint k_at_7 = (((0u + tx_1) * STRIDE) + 6u);
                            vec4 k0_6 = kv_tile[k_at_7];
                            vec4 k1_6 = kv_tile[(k_at_7 + 72u)];
                            vec4 k2_6 = kv_tile[(k_at_7 + 144u)];
                            vec4 k3_6 = kv_tile[(k_at_7 + 216u)];
                            {
                                vec4 x_25 = q_tile[(((0u + ty) * STRIDE) + 6u)];
                                uint _e923 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_12 = s_10[0];
                                float _e928 = pair_onto(y_12.x, x_25, k0_6, _e923, at_8);
                                float _e930 = pair_onto(y_12.y, x_25, k1_6, _e923, at_8);
                                float _e932 = pair_onto(y_12.z, x_25, k2_6, _e923, at_8);
                                float _e934 = pair_onto(y_12.w, x_25, k3_6, _e923, at_8);
                                s_10[0] = vec4(_e928, _e930, _e932, _e934);
                            }
                            {
                                vec4 x_26 = q_tile[(((8u + ty) * STRIDE) + 6u)];
                                uint _e948 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_13 = s_10[1];
                                float _e953 = pair_onto(y_13.x, x_26, k0_6, _e948, at_8);
                                float _e955 = pair_onto(y_13.y, x_26, k1_6, _e948, at_8);
                                float _e957 = pair_onto(y_13.z, x_26, k2_6, _e948, at_8);
                                float _e959 = pair_onto(y_13.w, x_26, k3_6, _e948, at_8);
                                s_10[1] = vec4(_e953, _e955, _e957, _e959);
                            }
                        }
                    }
                    {
                        uint _e962 = c;
                        uint at_9 = (((_e962 * TX) + 7u) * 4u);
                        {
                            uint k_at_8 = (((0u + tx_1) * STRIDE) + 7u);
                            vec4 k0_7 = kv_tile[k_at_8];
                            vec4 k1_7 = kv_tile[(k_at_8 + 72u)];
                            vec4 k2_7 = kv_tile[(k_at_8 + 144u)];
                            vec4 k3_7 = kv_tile[(k_at_8 + 216u)];
                            {
                                vec4 x_27 = q_tile[(((0u + ty) * STRIDE) + 7u)];
                                uint _e1003 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_14 = s_10[0];
                                float _e1008 = pair_onto(y_14.x, x_27, k0_7, _e1003, at_9);
                                float _e1010 = pair_onto(y_14.y, x_27, k1_7, _e1003, at_9);
                                float _e1012 = pair_onto(y_14.z, x_27, k2_7, _e1003, at_9);
                                float _e1014 = pair_onto(y_14.w, x_27, k3_7, _e1003, at_9);
                                s_10[0] = vec4(_e1008, _e1010, _e1012, _e1014);
                            }
                            {
                                vec4 x_28 = q_tile[(((8u + ty) * STRIDE) + 7u)];
                                uint _e1028 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_15 = s_10[1];
                                float _e1033 = pair_onto(y_15.x, x_28, k0_7, _e1028, at_9);
                                float _e1035 = pair_onto(y_15.y, x_28, k1_7, _e1028, at_9);
                                float _e1037 = pair_onto(y_15.z, x_28, k2_7, _e1028, at_9);
                                float _e1039 = pair_onto(y_15.w, x_28, k3_7, _e1028, at_9);
                                s_10[1] = vec4(_e1033, _e1035, _e1037, _e1039);
                            }
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                }
            }
            v_next = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            {
                vec4 _e1050 = load_part(_e8, _e98, key0_, 0u, (0u + tid_1));
                v_next[0] = _e1050;
            }
            {
                vec4 _e1055 = load_part(_e8, _e98, key0_, 0u, (64u + tid_1));
                v_next[1] = _e1055;
            }
            {
                vec4 _e1060 = load_part(_e8, _e98, key0_, 0u, (128u + tid_1));
                v_next[2] = _e1060;
            }
            {
                vec4 _e1065 = load_part(_e8, _e98, key0_, 0u, (192u + tid_1));
                v_next[3] = _e1065;
            }
            if (true) {
                bool _e1069 = sees_whole(_e8, _e98);
                local_13 = !(_e1069);
            } else {
                local_13 = true;
            }
            bool edits = local_13;
            {
                {
                    vec4 _e1076 = s_10[0u];
                    vec4 _e1077 = scale_pairs(_e1076);
                    s_10[0u] = _e1077;
                    if (edits) {
                        uint row_8 = ((_e8.first_row + 0u) + ty);
                        uint _e1082 = head_of(_e8, row_8);
                        uint _e1085 = _group_0_binding_0_cs.pack;
                        uint query_2 = (row_8 / _e1085);
                        vec4 _e1089 = s_10[0u];
                        uvec2 _e1095 = keys_of(_e8, row_8);
                        uvec2 _e1097 = seen_keys(_e1095, _e98.end, b_14, _e1082, query_2);
                        vec4 _e1098 = edit_four(_e1089, b_14, _e1082, query_2, (key0_ + ((0u + tx_1) * 4u)), _e1097);
                        s_10[0u] = _e1098;
                    }
                    vec4 _e1101 = s_10[0u];
                    float _e1102 = size_of(_e1101);
                    float _e1104 = part_2[0];
                    vec4 _e1106 = s_10[0u];
                    float _e1107 = size_of(_e1106);
                    part_2[0] = (false ? max(_e1104, _e1107) : _e1102);
                }
                float _e1113 = part_2[0];
                float _e1114 = lanes_max(_e1113);
                part_2[0] = _e1114;
                float _e1118 = part_2[0];
                put_part((0u + ty), tx_1, _e1118);
            }
            {
                {
                    vec4 _e1122 = s_10[1u];
                    vec4 _e1123 = scale_pairs(_e1122);
                    s_10[1u] = _e1123;
                    if (edits) {
                        uint row_9 = ((_e8.first_row + 8u) + ty);
                        uint _e1128 = head_of(_e8, row_9);
                        uint _e1131 = _group_0_binding_0_cs.pack;
                        uint query_3 = (row_9 / _e1131);
                        vec4 _e1135 = s_10[1u];
                        uvec2 _e1141 = keys_of(_e8, row_9);
                        uvec2 _e1143 = seen_keys(_e1141, _e98.end, b_14, _e1128, query_3);
                        vec4 _e1144 = edit_four(_e1135, b_14, _e1128, query_3, (key0_ + ((0u + tx_1) * 4u)), _e1143);
                        s_10[1u] = _e1144;
                    }
                    vec4 _e1147 = s_10[1u];
                    float _e1148 = size_of(_e1147);
                    float _e1150 = part_2[1];
                    vec4 _e1152 = s_10[1u];
                    float _e1153 = size_of(_e1152);
                    part_2[1] = (false ? max(_e1150, _e1153) : _e1148);
                }
                float _e1159 = part_2[1];
                float _e1160 = lanes_max(_e1159);
                part_2[1] = _e1160;
                float _e1164 = part_2[1];
                put_part((8u + ty), tx_1, _e1164);
            }
            memoryBarrierShared();
            barrier();
            {
                float _e1166 = m_2[0];
                float _e1170 = part_2[0];
                float _e1171 = row_max((0u + ty), _e1170);
                float _e1172 = next_max(_e1166, _e1171);
                float _e1174 = m_2[0];
                float shrink_1 = exp((_e1174 - _e1172));
                m_2[0] = _e1172;
                float _e1179 = l_1[0];
                l_1[0] = (_e1179 * shrink_1);
                {
                    vec4 _e1182 = acc[0];
                    acc[0] = (_e1182 * shrink_1);
                }
                {
                    vec4 _e1185 = acc[2];
                    acc[2] = (_e1185 * shrink_1);
                }
            }
            {
                float _e1188 = m_2[1];
                float _e1192 = part_2[1];
                float _e1193 = row_max((8u + ty), _e1192);
                float _e1194 = next_max(_e1188, _e1193);
                float _e1196 = m_2[1];
                float shrink_2 = exp((_e1196 - _e1194));
                m_2[1] = _e1194;
                float _e1201 = l_1[1];
                l_1[1] = (_e1201 * shrink_2);
                {
                    vec4 _e1204 = acc[1];
                    acc[1] = (_e1204 * shrink_2);
                }
                {
                    vec4 _e1207 = acc[3];
                    acc[3] = (_e1207 * shrink_2);
                }
            }
            {
                {
                    uint row_10 = ((_e8.first_row + 0u) + ty);
                    vec4 _e1214 = s_10[0];
                    float _e1216 = m_2[0];
                    uint _e1217 = head_of(_e8, row_10);
                    uint _e1220 = _group_0_binding_0_cs.pack;
                    vec4 _e1227 = weights(_e1214, _e1216, b_14, _e1217, (row_10 / _e1220), (key0_ + ((0u + tx_1) * 4u)));
                    q_tile[(((0u + ty) * STRIDE) + tx_1)] = _e1227;
                    float _e1236 = l_1[0];
                    vec4 _e1238 = s_10[0];
                    float _e1239 = mass(_e1238, _e1227);
                    l_1[0] = (_e1236 + _e1239);
                }
                {
                    uint row_11 = ((_e8.first_row + 8u) + ty);
                    vec4 _e1246 = s_10[1];
                    float _e1248 = m_2[1];
                    uint _e1249 = head_of(_e8, row_11);
                    uint _e1252 = _group_0_binding_0_cs.pack;
                    vec4 _e1259 = weights(_e1246, _e1248, b_14, _e1249, (row_11 / _e1252), (key0_ + ((0u + tx_1) * 4u)));
                    q_tile[(((8u + ty) * STRIDE) + tx_1)] = _e1259;
                    float _e1268 = l_1[1];
                    vec4 _e1270 = s_10[1];
                    float _e1271 = mass(_e1270, _e1259);
                    l_1[1] = (_e1268 + _e1271);
                }
                {
                    if (false) {
                        local_14 = false;
                    } else {
                        local_14 = false;
                    }
                    bool _e1279 = local_14;
                    if (_e1279) {
                        {
                            vec4 _e1285 = load_part(_e8, _e98, (key0_ + 0u), 0u, (0u + tid_1));
                            v_next[0] = _e1285;
                        }
                        {
                            vec4 _e1291 = load_part(_e8, _e98, (key0_ + 0u), 0u, (64u + tid_1));
                            v_next[1] = _e1291;
                        }
                        {
                            vec4 _e1297 = load_part(_e8, _e98, (key0_ + 0u), 0u, (128u + tid_1));
                            v_next[2] = _e1297;
                        }
                        {
                            vec4 _e1303 = load_part(_e8, _e98, (key0_ + 0u), 0u, (192u + tid_1));
                            v_next[3] = _e1303;
                        }
                    }
                    h_7 = 0u;
                    bool loop_init_4 = true;
                    while(true) {
                        if (!loop_init_4) {
                            uint _e2172 = h_7;
                            h_7 = (_e2172 + PART);
                        }
                        loop_init_4 = false;
                        uint _e1306 = h_7;
                        if ((_e1306 < FOUR)) {
                        } else {
                            break;
                        }
                        {
                            uint _e1311 = h_7;
                            uint first_2 = ((key0_ + 0u) + _e1311);
                            {
                                uint i_9 = (0u + tid_1);
                                if (false) {
                                    local_15 = (i_9 < 256u);
                                } else {
                                    local_15 = true;
                                }
                                bool _e1321 = local_15;
                                if (_e1321) {
                                    vec4 x_29 = v_next[0];
                                    bvec4 _e1324 = nonfinite(x_29);
                                    if (any(_e1324)) {
                                        atomicExchange(v_nonfinite, 1u);
                                    }
                                    kv_tile[i_9] = mix(x_29, vec4(0.0), _e1324);
                                }
                            }
                            {
                                uint i_10 = (64u + tid_1);
                                if (false) {
                                    local_16 = (i_10 < 256u);
                                } else {
                                    local_16 = true;
                                }
                                bool _e1341 = local_16;
                                if (_e1341) {
                                    vec4 x_30 = v_next[1];
                                    bvec4 _e1344 = nonfinite(x_30);
                                    if (any(_e1344)) {
                                        atomicExchange(v_nonfinite, 1u);
                                    }
                                    kv_tile[i_10] = mix(x_30, vec4(0.0), _e1344);
                                }
                            }
                            {
                                uint i_11 = (128u + tid_1);
                                if (false) {
                                    local_17 = (i_11 < 256u);
                                } else {
                                    local_17 = true;
                                }
                                bool _e1361 = local_17;
                                if (_e1361) {
                                    vec4 x_31 = v_next[2];
                                    bvec4 _e1364 = nonfinite(x_31);
                                    if (any(_e1364)) {
                                        atomicExchange(v_nonfinite, 1u);
                                    }
                                    kv_tile[i_11] = mix(x_31, vec4(0.0), _e1364);
                                }
                            }
                            {
                                uint i_12 = (192u + tid_1);
                                if (false) {
                                    local_18 = (i_12 < 256u);
                                } else {
                                    local_18 = true;
                                }
                                bool _e1381 = local_18;
                                if (_e1381) {
                                    vec4 x_32 = v_next[3];
                                    bvec4 _e1384 = nonfinite(x_32);
                                    if (any(_e1384)) {
                                        atomicExchange(v_nonfinite, 1u);
                                    }
                                    kv_tile[i_12] = mix(x_32, vec4(0.0), _e1384);
                                }
                            }
                            memoryBarrierShared();
                            barrier();
                            {
                                vec4 _e1398 = load_part(_e8, _e98, (first_2 + PART), 0u, (0u + tid_1));
                                v_next[0] = _e1398;
                            }
                            {
                                vec4 _e1404 = load_part(_e8, _e98, (first_2 + PART), 0u, (64u + tid_1));
                                v_next[1] = _e1404;
                            }
                            {
                                vec4 _e1410 = load_part(_e8, _e98, (first_2 + PART), 0u, (128u + tid_1));
                                v_next[2] = _e1410;
                            }
                            {
                                vec4 _e1416 = load_part(_e8, _e98, (first_2 + PART), 0u, (192u + tid_1));
                                v_next[3] = _e1416;
                            }
                            {
                                p_1 = vec4[2](vec4(0.0), vec4(0.0));
                                {
                                    uint _e1426 = h_7;
                                    vec4 _e1432 = q_tile[((((0u + ty) * STRIDE) + (_e1426 / 4u)) + 0u)];
                                    p_1[0] = _e1432;
                                }
                                {
                                    uint _e1439 = h_7;
                                    vec4 _e1445 = q_tile[((((8u + ty) * STRIDE) + (_e1439 / 4u)) + 0u)];
                                    p_1[1] = _e1445;
                                }
                                {
                                    uint v_at = (0u + tx_1);
                                    vec4 v0_ = kv_tile[v_at];
                                    vec4 v1_ = kv_tile[(v_at + V_ROW)];
                                    vec4 v2_ = kv_tile[(v_at + 32u)];
                                    vec4 v3_ = kv_tile[(v_at + 48u)];
                                    {
                                        vec4 _e1469 = p_1[0];
                                        vec4 _e1472 = p_1[0];
                                        vec4 _e1475 = p_1[0];
                                        vec4 _e1478 = p_1[0];
                                        vec4 _e1481 = acc[0u];
                                        acc[0u] = (_e1469.wwww * v3_ + (_e1472.zzzz * v2_ + (_e1475.yyyy * v1_ + (_e1478.xxxx * v0_ + _e1481))));
                                    }
                                    {
                                        vec4 _e1489 = p_1[1];
                                        vec4 _e1492 = p_1[1];
                                        vec4 _e1495 = p_1[1];
                                        vec4 _e1498 = p_1[1];
                                        vec4 _e1501 = acc[1u];
                                        acc[1u] = (_e1489.wwww * v3_ + (_e1492.zzzz * v2_ + (_e1495.yyyy * v1_ + (_e1498.xxxx * v0_ + _e1501))));
                                    }
                                }
                                {
                                    uint v_at_1 = (8u + tx_1);
                                    vec4 v0_1 = kv_tile[v_at_1];
                                    vec4 v1_1 = kv_tile[(v_at_1 + V_ROW)];
                                    vec4 v2_1 = kv_tile[(v_at_1 + 32u)];
                                    vec4 v3_1 = kv_tile[(v_at_1 + 48u)];
                                    {
                                        vec4 _e1529 = p_1[0];
                                        vec4 _e1532 = p_1[0];
                                        vec4 _e1535 = p_1[0];
                                        vec4 _e1538 = p_1[0];
                                        vec4 _e1541 = acc[2u];
                                        acc[2u] = (_e1529.wwww * v3_1 + (_e1532.zzzz * v2_1 + (_e1535.yyyy * v1_1 + (_e1538.xxxx * v0_1 + _e1541))));
                                    }
                                    {
                                        vec4 _e1549 = p_1[1];
                                        vec4 _e1552 = p_1[1];
                                        vec4 _e1555 = p_1[1];
                                        vec4 _e1558 = p_1[1];
                                        vec4 _e1561 = acc[3u];
                                        acc[3u] = (_e1549.wwww * v3_1 + (_e1552.zzzz * v2_1 + (_e1555.yyyy * v1_1 + (_e1558.xxxx * v0_1 + _e1561))));
                                    }
                                }
                            }
                            {
                                p_2 = vec4[2](vec4(0.0), vec4(0.0));
                                {
                                    uint _e1575 = h_7;
                                    vec4 _e1581 = q_tile[((((0u + ty) * STRIDE) + (_e1575 / 4u)) + 1u)];
                                    p_2[0] = _e1581;
                                }
                                {
                                    uint _e1588 = h_7;
                                    vec4 _e1594 = q_tile[((((8u + ty) * STRIDE) + (_e1588 / 4u)) + 1u)];
                                    p_2[1] = _e1594;
                                }
                                {
                                    uint v_at_2 = (64u + tx_1);
                                    vec4 v0_2 = kv_tile[v_at_2];
                                    vec4 v1_2 = kv_tile[(v_at_2 + V_ROW)];
                                    vec4 v2_2 = kv_tile[(v_at_2 + 32u)];
                                    vec4 v3_2 = kv_tile[(v_at_2 + 48u)];
                                    {
                                        vec4 _e1618 = p_2[0];
                                        vec4 _e1621 = p_2[0];
                                        vec4 _e1624 = p_2[0];
                                        vec4 _e1627 = p_2[0];
                                        vec4 _e1630 = acc[0u];
                                        acc[0u] = (_e1618.wwww * v3_2 + (_e1621.zzzz * v2_2 + (_e1624.yyyy * v1_2 + (_e1627.xxxx * v0_2 + _e1630))));
                                    }
                                    {
                                        vec4 _e1638 = p_2[1];
                                        vec4 _e1641 = p_2[1];
                                        vec4 _e1644 = p_2[1];
                                        vec4 _e1647 = p_2[1];
                                        vec4 _e1650 = acc[1u];
                                        acc[1u] = (_e1638.wwww * v3_2 + (_e1641.zzzz * v2_2 + (_e1644.yyyy * v1_2 + (_e1647.xxxx * v0_2 + _e1650))));
                                    }
                                }
                                {
                                    uint v_at_3 = (72u + tx_1);
                                    vec4 v0_3 = kv_tile[v_at_3];
                                    vec4 v1_3 = kv_tile[(v_at_3 + V_ROW)];
                                    vec4 v2_3 = kv_tile[(v_at_3 + 32u)];
                                    vec4 v3_3 = kv_tile[(v_at_3 + 48u)];
                                    {
                                        vec4 _e1678 = p_2[0];
                                        vec4 _e1681 = p_2[0];
                                        vec4 _e1684 = p_2[0];
                                        vec4 _e1687 = p_2[0];
                                        vec4 _e1690 = acc[2u];
                                        acc[2u] = (_e1678.wwww * v3_3 + (_e1681.zzzz * v2_3 + (_e1684.yyyy * v1_3 + (_e1687.xxxx * v0_3 + _e1690))));
                                    }
                                    {
                                        vec4 _e1698 = p_2[1];
                                        vec4 _e1701 = p_2[1];
                                        vec4 _e1704 = p_2[1];
                                        vec4 _e1707 = p_2[1];
                                        vec4 _e1710 = acc[3u];
                                        acc[3u] = (_e1698.wwww * v3_3 + (_e1701.zzzz * v2_3 + (_e1704.yyyy * v1_3 + (_e1707.xxxx * v0_3 + _e1710))));
                                    }
                                }
                            }
                            {
                                p_3 = vec4[2](vec4(0.0), vec4(0.0));
                                {
                                    uint _e1724 = h_7;
                                    vec4 _e1730 = q_tile[((((0u + ty) * STRIDE) + (_e1724 / 4u)) + 2u)];
                                    p_3[0] = _e1730;
                                }
                                {
                                    uint _e1737 = h_7;
                                    vec4 _e1743 = q_tile[((((8u + ty) * STRIDE) + (_e1737 / 4u)) + 2u)];
                                    p_3[1] = _e1743;
                                }
                                {
                                    uint v_at_4 = (128u + tx_1);
                                    vec4 v0_4 = kv_tile[v_at_4];
                                    vec4 v1_4 = kv_tile[(v_at_4 + V_ROW)];
                                    vec4 v2_4 = kv_tile[(v_at_4 + 32u)];
                                    vec4 v3_4 = kv_tile[(v_at_4 + 48u)];
                                    {
                                        vec4 _e1767 = p_3[0];
                                        vec4 _e1770 = p_3[0];
                                        vec4 _e1773 = p_3[0];
                                        vec4 _e1776 = p_3[0];
                                        vec4 _e1779 = acc[0u];
                                        acc[0u] = (_e1767.wwww * v3_4 + (_e1770.zzzz * v2_4 + (_e1773.yyyy * v1_4 + (_e1776.xxxx * v0_4 + _e1779))));
                                    }
                                    {
                                        vec4 _e1787 = p_3[1];
                                        vec4 _e1790 = p_3[1];
                                        vec4 _e1793 = p_3[1];
                                        vec4 _e1796 = p_3[1];
                                        vec4 _e1799 = acc[1u];
                                        acc[1u] = (_e1787.wwww * v3_4 + (_e1790.zzzz * v2_4 + (_e1793.yyyy * v1_4 + (_e1796.xxxx * v0_4 + _e1799))));
                                    }
                                }
                                {
                                    uint v_at_5 = (136u + tx_1);
                                    vec4 v0_5 = kv_tile[v_at_5];
                                    vec4 v1_5 = kv_tile[(v_at_5 + V_ROW)];
                                    vec4 v2_5 = kv_tile[(v_at_5 + 32u)];
                                    vec4 v3_5 = kv_tile[(v_at_5 + 48u)];
                                    {
                                        vec4 _e1827 = p_3[0];
                                        vec4 _e1830 = p_3[0];
                                        vec4 _e1833 = p_3[0];
                                        vec4 _e1836 = p_3[0];
                                        vec4 _e1839 = acc[2u];
                                        acc[2u] = (_e1827.wwww * v3_5 + (_e1830.zzzz * v2_5 + (_e1833.yyyy * v1_5 + (_e1836.xxxx * v0_5 + _e1839))));
                                    }
                                    {
                                        vec4 _e1847 = p_3[1];
                                        vec4 _e1850 = p_3[1];
                                        vec4 _e1853 = p_3[1];
                                        vec4 _e1856 = p_3[1];
                                        vec4 _e1859 = acc[3u];
                                        acc[3u] = (_e1847.wwww * v3_5 + (_e1850.zzzz * v2_5 + (_e1853.yyyy * v1_5 + (_e1856.xxxx * v0_5 + _e1859))));
                                    }
                                }
                            }
                            {
                                p_4 = vec4[2](vec4(0.0), vec4(0.0));
                                {
                                    uint _e1873 = h_7;
                                    vec4 _e1879 = q_tile[((((0u + ty) * STRIDE) + (_e1873 / 4u)) + 3u)];
                                    p_4[0] = _e1879;
                                }
                                {
                                    uint _e1886 = h_7;
                                    vec4 _e1892 = q_tile[((((8u + ty) * STRIDE) + (_e1886 / 4u)) + 3u)];
                                    p_4[1] = _e1892;
                                }
                                {
                                    uint v_at_6 = (192u + tx_1);
                                    vec4 v0_6 = kv_tile[v_at_6];
                                    vec4 v1_6 = kv_tile[(v_at_6 + V_ROW)];
                                    vec4 v2_6 = kv_tile[(v_at_6 + 32u)];
                                    vec4 v3_6 = kv_tile[(v_at_6 + 48u)];
                                    {
                                        vec4 _e1916 = p_4[0];
                                        vec4 _e1919 = p_4[0];
                                        vec4 _e1922 = p_4[0];
                                        vec4 _e1925 = p_4[0];
                                        vec4 _e1928 = acc[0u];
                                        acc[0u] = (_e1916.wwww * v3_6 + (_e1919.zzzz * v2_6 + (_e1922.yyyy * v1_6 + (_e1925.xxxx * v0_6 + _e1928))));
                                    }
                                    {
                                        vec4 _e1936 = p_4[1];
                                        vec4 _e1939 = p_4[1];
                                        vec4 _e1942 = p_4[1];
                                        vec4 _e1945 = p_4[1];
                                        vec4 _e1948 = acc[1u];
                                        acc[1u] = (_e1936.wwww * v3_6 + (_e1939.zzzz * v2_6 + (_e1942.yyyy * v1_6 + (_e1945.xxxx * v0_6 + _e1948))));
                                    }
                                }
                                {
                                    uint v_at_7 = (200u + tx_1);
                                    vec4 v0_7 = kv_tile[v_at_7];
                                    vec4 v1_7 = kv_tile[(v_at_7 + V_ROW)];
                                    vec4 v2_7 = kv_tile[(v_at_7 + 32u)];
                                    vec4 v3_7 = kv_tile[(v_at_7 + 48u)];
                                    {
                                        vec4 _e1976 = p_4[0];
                                        vec4 _e1979 = p_4[0];
                                        vec4 _e1982 = p_4[0];
                                        vec4 _e1985 = p_4[0];
                                        vec4 _e1988 = acc[2u];
                                        acc[2u] = (_e1976.wwww * v3_7 + (_e1979.zzzz * v2_7 + (_e1982.yyyy * v1_7 + (_e1985.xxxx * v0_7 + _e1988))));
                                    }
                                    {
                                        vec4 _e1996 = p_4[1];
                                        vec4 _e1999 = p_4[1];
                                        vec4 _e2002 = p_4[1];
                                        vec4 _e2005 = p_4[1];
                                        vec4 _e2008 = acc[3u];
                                        acc[3u] = (_e1996.wwww * v3_7 + (_e1999.zzzz * v2_7 + (_e2002.yyyy * v1_7 + (_e2005.xxxx * v0_7 + _e2008))));
                                    }
                                }
                            }
                            uint _e2014 = atomicOr(v_nonfinite, 0u);
                            if ((_e2014 != 0u)) {
                                k_2 = 0u;
                                bool loop_init_5 = true;
                                while(true) {
                                    if (!loop_init_5) {
                                        uint _e2170 = k_2;
                                        k_2 = (_e2170 + 1u);
                                    }
                                    loop_init_5 = false;
                                    uint _e2019 = k_2;
                                    if ((_e2019 < PART)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e2023 = k_2;
                                        uint _e2029 = key_of(min((first_2 + _e2023), (_e98.end - 1u)));
                                        uint _e2032 = _group_0_binding_0_cs.v_row;
                                        uint v_at_8 = (_e8.v_base + (_e2029 * _e2032));
                                        {
                                            vec4 _e2039 = load_v4_(v_at_8, ((0u + tx_1) * 4u));
                                            {
                                                uint _e2045 = h_7;
                                                uint _e2049 = k_2;
                                                uint _e2054 = k_2;
                                                float p_6 = q_tile[((((0u + ty) * STRIDE) + (_e2045 / 4u)) + (_e2049 / 4u))][(_e2054 % 4u)];
                                                vec4 _e2060 = acc[0];
                                                bvec4 _e2064 = nonfinite(_e2039);
                                                acc[0] = (_e2060 + mix(vec4(0.0), (p_6 * _e2039), bvec4(_e2064.x && bvec4((p_6 != 0.0)).x, _e2064.y && bvec4((p_6 != 0.0)).y, _e2064.z && bvec4((p_6 != 0.0)).z, _e2064.w && bvec4((p_6 != 0.0)).w)));
                                            }
                                            {
                                                uint _e2076 = h_7;
                                                uint _e2080 = k_2;
                                                uint _e2085 = k_2;
                                                float p_7 = q_tile[((((8u + ty) * STRIDE) + (_e2076 / 4u)) + (_e2080 / 4u))][(_e2085 % 4u)];
                                                vec4 _e2091 = acc[1];
                                                bvec4 _e2095 = nonfinite(_e2039);
                                                acc[1] = (_e2091 + mix(vec4(0.0), (p_7 * _e2039), bvec4(_e2095.x && bvec4((p_7 != 0.0)).x, _e2095.y && bvec4((p_7 != 0.0)).y, _e2095.z && bvec4((p_7 != 0.0)).z, _e2095.w && bvec4((p_7 != 0.0)).w)));
                                            }
                                        }
                                        {
                                            vec4 _e2106 = load_v4_(v_at_8, ((8u + tx_1) * 4u));
                                            {
                                                uint _e2112 = h_7;
                                                uint _e2116 = k_2;
                                                uint _e2121 = k_2;
                                                float p_8 = q_tile[((((0u + ty) * STRIDE) + (_e2112 / 4u)) + (_e2116 / 4u))][(_e2121 % 4u)];
                                                vec4 _e2127 = acc[2];
                                                bvec4 _e2131 = nonfinite(_e2106);
                                                acc[2] = (_e2127 + mix(vec4(0.0), (p_8 * _e2106), bvec4(_e2131.x && bvec4((p_8 != 0.0)).x, _e2131.y && bvec4((p_8 != 0.0)).y, _e2131.z && bvec4((p_8 != 0.0)).z, _e2131.w && bvec4((p_8 != 0.0)).w)));
                                            }
                                            {
                                                uint _e2143 = h_7;
                                                uint _e2147 = k_2;
                                                uint _e2152 = k_2;
                                                float p_9 = q_tile[((((8u + ty) * STRIDE) + (_e2143 / 4u)) + (_e2147 / 4u))][(_e2152 % 4u)];
                                                vec4 _e2158 = acc[3];
                                                bvec4 _e2162 = nonfinite(_e2106);
                                                acc[3] = (_e2158 + mix(vec4(0.0), (p_9 * _e2106), bvec4(_e2162.x && bvec4((p_9 != 0.0)).x, _e2162.y && bvec4((p_9 != 0.0)).y, _e2162.z && bvec4((p_9 != 0.0)).z, _e2162.w && bvec4((p_9 != 0.0)).w)));
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
        float _e2180 = l_1[0];
        float _e2181 = lanes_sum(_e2180);
        part_2[0] = _e2181;
        float _e2185 = part_2[0];
        put_part((0u + ty), tx_1, _e2185);
    }
    {
        float _e2188 = l_1[1];
        float _e2189 = lanes_sum(_e2188);
        part_2[1] = _e2189;
        float _e2193 = part_2[1];
        put_part((8u + ty), tx_1, _e2193);
    }
    memoryBarrierShared();
    barrier();
    {
        uint row_12 = ((_e8.first_row + 0u) + ty);
        if ((row_12 < _e8.row_end)) {
            uint _e2200 = head_of(_e8, row_12);
            uint _e2203 = _group_0_binding_0_cs.pack;
            uint query_4 = (row_12 / _e2203);
            float _e2206 = m_2[0];
            float _e2210 = part_2[0];
            float _e2211 = row_sum((0u + ty), _e2210);
            vec2 _e2213 = finish_row(_e2206, _e2211, _e2200, _e8.split);
            uint _e2214 = output_at(_e8, _e2200, query_4);
            float _e2216 = row_weight(b_14, _e2200, query_4);
            float factor = (_e2213.x * _e2216);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                vec4 _e2224 = acc[0];
                vec4 _e2226 = output_((_e2224 * factor), b_14, _e2200, query_4, d_7);
                store_o4_(_e2214, d_7, V_DIM, _e2226);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                vec4 _e2233 = acc[2];
                vec4 _e2235 = output_((_e2233 * factor), b_14, _e2200, query_4, d_8);
                store_o4_(_e2214, d_8, V_DIM, _e2235);
            }
            if ((tx_1 == 0u)) {
                uint _e2238 = lse_at_1(_e8, _e2200, query_4);
                uint _e2242 = _group_0_binding_0_cs.lse_split;
                store_lse((_e2238 + (_e8.split * _e2242)), _e2213.y);
            }
        }
    }
    {
        uint row_13 = ((_e8.first_row + 8u) + ty);
        if ((row_13 < _e8.row_end)) {
            uint _e2252 = head_of(_e8, row_13);
            uint _e2255 = _group_0_binding_0_cs.pack;
            uint query_5 = (row_13 / _e2255);
            float _e2258 = m_2[1];
            float _e2262 = part_2[1];
            float _e2263 = row_sum((8u + ty), _e2262);
            vec2 _e2265 = finish_row(_e2258, _e2263, _e2252, _e8.split);
            uint _e2266 = output_at(_e8, _e2252, query_5);
            float _e2268 = row_weight(b_14, _e2252, query_5);
            float factor_1 = (_e2265.x * _e2268);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                vec4 _e2276 = acc[1];
                vec4 _e2278 = output_((_e2276 * factor_1), b_14, _e2252, query_5, d_9);
                store_o4_(_e2266, d_9, V_DIM, _e2278);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                vec4 _e2285 = acc[3];
                vec4 _e2287 = output_((_e2285 * factor_1), b_14, _e2252, query_5, d_10);
                store_o4_(_e2266, d_10, V_DIM, _e2287);
            }
            if ((tx_1 == 0u)) {
                uint _e2290 = lse_at_1(_e8, _e2252, query_5);
                uint _e2294 = _group_0_binding_0_cs.lse_split;
                store_lse((_e2290 + (_e8.split * _e2294)), _e2265.y);
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
        row_part = float[128](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        q_tile = vec4[144](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        kv_tile = vec4[288](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        v_nonfinite = 0u;
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    run(wid, tid);
    return;
}

