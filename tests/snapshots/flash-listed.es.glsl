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
const uint QK_CHUNKS = 2u;
const uint V_CHUNKS = 2u;
const uint V_GROUPS = 1u;
const uint V_PARTS = 2u;
const uint RQ = 2u;
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
const uint KEYS = 4u;
const uint V_ROW = 16u;
const uint PART = 16u;
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
    uint first = ((block_1 * _e21) + ((n % _e23) * BLOCK_K));
    uint _e34 = _group_0_binding_0_cs.block_kv;
    uint end_2 = min(seen_1.keys.y, ((block_1 + 1u) * _e34));
    return Tile(first, (((first + BLOCK_K) <= seen_1.keys.x) ? 0u : end_2), partly);
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
        uvec3 _e88 = tile_span(row_tile_id, seen_2, split_3);
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
    return Group(seen_2, split_3, first_row_1, row_end_1, _e47, uvec2(_e69.x, _e68.y), _e92, ((_e95 + (b_13 * _e98)) + (_e101 * _e104)), (((_e109 + (b_13 * _e112)) + (kv_head * _e117)) + (_e120 * _e123)), (((_e128 + (b_13 * _e131)) + (kv_head * _e136)) + (_e139 * _e142)), ((b_13 * _e147) + _e149));
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

uvec2 keys_of(Group g_5, uint row_5) {
    bool local_8 = false;
    if (!((row_5 >= g_5.row_end))) {
        uint _e9 = head_of(g_5, row_5);
        uint _e12 = _group_0_binding_0_cs.pack;
        float _e14 = row_weight(g_5.seen.batch, _e9, (row_5 / _e12));
        local_8 = (_e14 == 0.0);
    } else {
        local_8 = true;
    }
    bool _e18 = local_8;
    if (_e18) {
        return uvec2(0u);
    }
    uint _e23 = _group_0_binding_0_cs.pack;
    uvec2 _e28 = key_range((row_5 / _e23), g_5.seen.offset, g_5.kv_len);
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
    uint c = 0u;
    bool local_9 = false;
    bool local_10 = false;
    bool local_11 = false;
    bool local_12 = false;
    bool local_13 = false;
    uint h_7 = 0u;
    bool local_14 = false;
    bool local_15 = false;
    bool local_16 = false;
    bool local_17 = false;
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
            uint _e2061 = t_3;
            t_3 = (_e2061 + 1u);
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
            c = 0u;
            bool loop_init_3 = true;
            while(true) {
                if (!loop_init_3) {
                    uint _e918 = c;
                    c = (_e918 + 1u);
                }
                loop_init_3 = false;
                uint _e112 = c;
                if ((_e112 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    {
                        uint _e123 = q_at[0];
                        uint _e124 = c;
                        vec4 _e130 = load_q4_(_e123, (((_e124 * TX) + tx_1) * 4u));
                        vec4 _e131 = scale_q(_e130);
                        q_tile[(((0u + ty) * STRIDE) + tx_1)] = _e131;
                    }
                    {
                        uint _e140 = q_at[1];
                        uint _e141 = c;
                        vec4 _e147 = load_q4_(_e140, (((_e141 * TX) + tx_1) * 4u));
                        vec4 _e148 = scale_q(_e147);
                        q_tile[(((8u + ty) * STRIDE) + tx_1)] = _e148;
                    }
                    {
                        uint slot_4 = (0u + ty);
                        if (false) {
                            local_9 = (slot_4 < BLOCK_K);
                        } else {
                            local_9 = true;
                        }
                        bool _e157 = local_9;
                        if (_e157) {
                            uint _e163 = key_of(min((key0_ + slot_4), (_e98.end - 1u)));
                            uint _e179 = _group_0_binding_0_cs.k_row;
                            uint _e182 = c;
                            vec4 _e188 = load_k4_((_e8.k_base + (_e163 * _e179)), (((_e182 * TX) + tx_1) * 4u));
                            kv_tile[(((((slot_4 % 4u) * TX) + (slot_4 / 4u)) * STRIDE) + tx_1)] = _e188;
                        }
                    }
                    {
                        uint slot_5 = (8u + ty);
                        if (false) {
                            local_10 = (slot_5 < BLOCK_K);
                        } else {
                            local_10 = true;
                        }
                        bool _e197 = local_10;
                        if (_e197) {
                            uint _e203 = key_of(min((key0_ + slot_5), (_e98.end - 1u)));
                            uint _e219 = _group_0_binding_0_cs.k_row;
                            uint _e222 = c;
                            vec4 _e228 = load_k4_((_e8.k_base + (_e203 * _e219)), (((_e222 * TX) + tx_1) * 4u));
                            kv_tile[(((((slot_5 % 4u) * TX) + (slot_5 / 4u)) * STRIDE) + tx_1)] = _e228;
                        }
                    }
                    {
                        uint slot_6 = (16u + ty);
                        if (false) {
                            local_11 = (slot_6 < BLOCK_K);
                        } else {
                            local_11 = true;
                        }
                        bool _e237 = local_11;
                        if (_e237) {
                            uint _e243 = key_of(min((key0_ + slot_6), (_e98.end - 1u)));
                            uint _e259 = _group_0_binding_0_cs.k_row;
                            uint _e262 = c;
                            vec4 _e268 = load_k4_((_e8.k_base + (_e243 * _e259)), (((_e262 * TX) + tx_1) * 4u));
                            kv_tile[(((((slot_6 % 4u) * TX) + (slot_6 / 4u)) * STRIDE) + tx_1)] = _e268;
                        }
                    }
                    {
                        uint slot_7 = (24u + ty);
                        if (false) {
                            local_12 = (slot_7 < BLOCK_K);
                        } else {
                            local_12 = true;
                        }
                        bool _e277 = local_12;
                        if (_e277) {
                            uint _e283 = key_of(min((key0_ + slot_7), (_e98.end - 1u)));
                            uint _e299 = _group_0_binding_0_cs.k_row;
                            uint _e302 = c;
                            vec4 _e308 = load_k4_((_e8.k_base + (_e283 * _e299)), (((_e302 * TX) + tx_1) * 4u));
                            kv_tile[(((((slot_7 % 4u) * TX) + (slot_7 / 4u)) * STRIDE) + tx_1)] = _e308;
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                    {
                        uint k_at = ((tx_1 * STRIDE) + 0u);
                        vec4 k0_ = kv_tile[k_at];
                        vec4 k1_ = kv_tile[(k_at + 72u)];
                        vec4 k2_ = kv_tile[(k_at + 144u)];
                        vec4 k3_ = kv_tile[(k_at + 216u)];
                        {
                            vec4 x_13 = q_tile[(((0u + ty) * STRIDE) + 0u)];
                            uint _e339 = c;
                            uint at_2 = (((_e339 * TX) + 0u) * 4u);
                            uint _e349 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            vec4 _e351 = s_10[0];
                            float _e352 = pair(x_13, k0_, _e349, at_2);
                            float _e353 = pair(x_13, k1_, _e349, at_2);
                            float _e354 = pair(x_13, k2_, _e349, at_2);
                            float _e355 = pair(x_13, k3_, _e349, at_2);
                            s_10[0] = (_e351 + vec4(_e352, _e353, _e354, _e355));
                        }
                        {
                            vec4 x_14 = q_tile[(((8u + ty) * STRIDE) + 0u)];
                            uint _e366 = c;
                            uint at_3 = (((_e366 * TX) + 0u) * 4u);
                            uint _e376 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            vec4 _e378 = s_10[1];
                            float _e379 = pair(x_14, k0_, _e376, at_3);
                            float _e380 = pair(x_14, k1_, _e376, at_3);
                            float _e381 = pair(x_14, k2_, _e376, at_3);
                            float _e382 = pair(x_14, k3_, _e376, at_3);
                            s_10[1] = (_e378 + vec4(_e379, _e380, _e381, _e382));
                        }
                    }
                    {
                        uint k_at_1 = ((tx_1 * STRIDE) + 1u);
                        vec4 k0_1 = kv_tile[k_at_1];
                        vec4 k1_1 = kv_tile[(k_at_1 + 72u)];
                        vec4 k2_1 = kv_tile[(k_at_1 + 144u)];
                        vec4 k3_1 = kv_tile[(k_at_1 + 216u)];
                        {
                            vec4 x_15 = q_tile[(((0u + ty) * STRIDE) + 1u)];
                            uint _e415 = c;
                            uint at_4 = (((_e415 * TX) + 1u) * 4u);
                            uint _e425 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            vec4 _e427 = s_10[0];
                            float _e428 = pair(x_15, k0_1, _e425, at_4);
                            float _e429 = pair(x_15, k1_1, _e425, at_4);
                            float _e430 = pair(x_15, k2_1, _e425, at_4);
                            float _e431 = pair(x_15, k3_1, _e425, at_4);
                            s_10[0] = (_e427 + vec4(_e428, _e429, _e430, _e431));
                        }
                        {
                            vec4 x_16 = q_tile[(((8u + ty) * STRIDE) + 1u)];
                            uint _e442 = c;
                            uint at_5 = (((_e442 * TX) + 1u) * 4u);
                            uint _e452 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            vec4 _e454 = s_10[1];
                            float _e455 = pair(x_16, k0_1, _e452, at_5);
                            float _e456 = pair(x_16, k1_1, _e452, at_5);
                            float _e457 = pair(x_16, k2_1, _e452, at_5);
                            float _e458 = pair(x_16, k3_1, _e452, at_5);
                            s_10[1] = (_e454 + vec4(_e455, _e456, _e457, _e458));
                        }
                    }
                    {
                        uint k_at_2 = ((tx_1 * STRIDE) + 2u);
                        vec4 k0_2 = kv_tile[k_at_2];
                        vec4 k1_2 = kv_tile[(k_at_2 + 72u)];
                        vec4 k2_2 = kv_tile[(k_at_2 + 144u)];
                        vec4 k3_2 = kv_tile[(k_at_2 + 216u)];
                        {
                            vec4 x_17 = q_tile[(((0u + ty) * STRIDE) + 2u)];
                            uint _e491 = c;
                            uint at_6 = (((_e491 * TX) + 2u) * 4u);
                            uint _e501 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            vec4 _e503 = s_10[0];
                            float _e504 = pair(x_17, k0_2, _e501, at_6);
                            float _e505 = pair(x_17, k1_2, _e501, at_6);
                            float _e506 = pair(x_17, k2_2, _e501, at_6);
                            float _e507 = pair(x_17, k3_2, _e501, at_6);
                            s_10[0] = (_e503 + vec4(_e504, _e505, _e506, _e507));
                        }
                        {
                            vec4 x_18 = q_tile[(((8u + ty) * STRIDE) + 2u)];
                            uint _e518 = c;
                            uint at_7 = (((_e518 * TX) + 2u) * 4u);
                            uint _e528 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            vec4 _e530 = s_10[1];
                            float _e531 = pair(x_18, k0_2, _e528, at_7);
                            float _e532 = pair(x_18, k1_2, _e528, at_7);
                            float _e533 = pair(x_18, k2_2, _e528, at_7);
                            float _e534 = pair(x_18, k3_2, _e528, at_7);
                            s_10[1] = (_e530 + vec4(_e531, _e532, _e533, _e534));
                        }
                    }
                    {
                        uint k_at_3 = ((tx_1 * STRIDE) + 3u);
                        vec4 k0_3 = kv_tile[k_at_3];
                        vec4 k1_3 = kv_tile[(k_at_3 + 72u)];
                        vec4 k2_3 = kv_tile[(k_at_3 + 144u)];
                        vec4 k3_3 = kv_tile[(k_at_3 + 216u)];
                        {
                            vec4 x_19 = q_tile[(((0u + ty) * STRIDE) + 3u)];
                            uint _e567 = c;
                            uint at_8 = (((_e567 * TX) + 3u) * 4u);
                            uint _e577 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            vec4 _e579 = s_10[0];
                            float _e580 = pair(x_19, k0_3, _e577, at_8);
                            float _e581 = pair(x_19, k1_3, _e577, at_8);
                            float _e582 = pair(x_19, k2_3, _e577, at_8);
                            float _e583 = pair(x_19, k3_3, _e577, at_8);
                            s_10[0] = (_e579 + vec4(_e580, _e581, _e582, _e583));
                        }
                        {
                            vec4 x_20 = q_tile[(((8u + ty) * STRIDE) + 3u)];
                            uint _e594 = c;
                            uint at_9 = (((_e594 * TX) + 3u) * 4u);
                            uint _e604 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            vec4 _e606 = s_10[1];
                            float _e607 = pair(x_20, k0_3, _e604, at_9);
                            float _e608 = pair(x_20, k1_3, _e604, at_9);
                            float _e609 = pair(x_20, k2_3, _e604, at_9);
                            float _e610 = pair(x_20, k3_3, _e604, at_9);
                            s_10[1] = (_e606 + vec4(_e607, _e608, _e609, _e610));
                        }
                    }
                    {
                        uint k_at_4 = ((tx_1 * STRIDE) + 4u);
                        vec4 k0_4 = kv_tile[k_at_4];
                        vec4 k1_4 = kv_tile[(k_at_4 + 72u)];
                        vec4 k2_4 = kv_tile[(k_at_4 + 144u)];
                        vec4 k3_4 = kv_tile[(k_at_4 + 216u)];
                        {
                            vec4 x_21 = q_tile[(((0u + ty) * STRIDE) + 4u)];
                            uint _e643 = c;
                            uint at_10 = (((_e643 * TX) + 4u) * 4u);
                            uint _e653 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            vec4 _e655 = s_10[0];
                            float _e656 = pair(x_21, k0_4, _e653, at_10);
                            float _e657 = pair(x_21, k1_4, _e653, at_10);
                            float _e658 = pair(x_21, k2_4, _e653, at_10);
                            float _e659 = pair(x_21, k3_4, _e653, at_10);
                            s_10[0] = (_e655 + vec4(_e656, _e657, _e658, _e659));
                        }
                        {
                            vec4 x_22 = q_tile[(((8u + ty) * STRIDE) + 4u)];
                            uint _e670 = c;
                            uint at_11 = (((_e670 * TX) + 4u) * 4u);
                            uint _e680 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            vec4 _e682 = s_10[1];
                            float _e683 = pair(x_22, k0_4, _e680, at_11);
                            float _e684 = pair(x_22, k1_4, _e680, at_11);
                            float _e685 = pair(x_22, k2_4, _e680, at_11);
                            float _e686 = pair(x_22, k3_4, _e680, at_11);
                            s_10[1] = (_e682 + vec4(_e683, _e684, _e685, _e686));
                        }
                    }
                    {
                        uint k_at_5 = ((tx_1 * STRIDE) + 5u);
                        vec4 k0_5 = kv_tile[k_at_5];
                        vec4 k1_5 = kv_tile[(k_at_5 + 72u)];
                        vec4 k2_5 = kv_tile[(k_at_5 + 144u)];
                        vec4 k3_5 = kv_tile[(k_at_5 + 216u)];
                        {
                            vec4 x_23 = q_tile[(((0u + ty) * STRIDE) + 5u)];
                            uint _e719 = c;
                            uint at_12 = (((_e719 * TX) + 5u) * 4u);
                            uint _e729 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            vec4 _e731 = s_10[0];
                            float _e732 = pair(x_23, k0_5, _e729, at_12);
                            float _e733 = pair(x_23, k1_5, _e729, at_12);
                            float _e734 = pair(x_23, k2_5, _e729, at_12);
                            float _e735 = pair(x_23, k3_5, _e729, at_12);
                            s_10[0] = (_e731 + vec4(_e732, _e733, _e734, _e735));
                        }
                        {
                            vec4 x_24 = q_tile[(((8u + ty) * STRIDE) + 5u)];
                            uint _e746 = c;
                            uint at_13 = (((_e746 * TX) + 5u) * 4u);
                            uint _e756 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            vec4 _e758 = s_10[1];
                            float _e759 = pair(x_24, k0_5, _e756, at_13);
                            float _e760 = pair(x_24, k1_5, _e756, at_13);
                            float _e761 = pair(x_24, k2_5, _e756, at_13);
                            float _e762 = pair(x_24, k3_5, _e756, at_13);
                            s_10[1] = (_e758 + vec4(_e759, _e760, _e761, _e762));
                        }
                    }
                    {
                        uint k_at_6 = ((tx_1 * STRIDE) + 6u);
                        vec4 k0_6 = kv_tile[k_at_6];
                        vec4 k1_6 = kv_tile[(k_at_6 + 72u)];
                        vec4 k2_6 = kv_tile[(k_at_6 + 144u)];
                        vec4 k3_6 = kv_tile[(k_at_6 + 216u)];
                        {
                            vec4 x_25 = q_tile[(((0u + ty) * STRIDE) + 6u)];
                            uint _e795 = c;
                            uint at_14 = (((_e795 * TX) + 6u) * 4u);
                            uint _e805 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            vec4 _e807 = s_10[0];
                            float _e808 = pair(x_25, k0_6, _e805, at_14);
                            float _e809 = pair(x_25, k1_6, _e805, at_14);
                            float _e810 = pair(x_25, k2_6, _e805, at_14);
                            float _e811 = pair(x_25, k3_6, _e805, at_14);
                            s_10[0] = (_e807 + vec4(_e808, _e809, _e810, _e811));
                        }
                        {
                            vec4 x_26 = q_tile[(((8u + ty) * STRIDE) + 6u)];
                            uint _e822 = c;
                            uint at_15 = (((_e822 * TX) + 6u) * 4u);
                            uint _e832 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            vec4 _e834 = s_10[1];
                            float _e835 = pair(x_26, k0_6, _e832, at_15);
                            float _e836 = pair(x_26, k1_6, _e832, at_15);
                            float _e837 = pair(x_26, k2_6, _e832, at_15);
                            float _e838 = pair(x_26, k3_6, _e832, at_15);
                            s_10[1] = (_e834 + vec4(_e835, _e836, _e837, _e838));
                        }
                    }
                    {
                        uint k_at_7 = ((tx_1 * STRIDE) + 7u);
                        vec4 k0_7 = kv_tile[k_at_7];
                        vec4 k1_7 = kv_tile[(k_at_7 + 72u)];
                        vec4 k2_7 = kv_tile[(k_at_7 + 144u)];
                        vec4 k3_7 = kv_tile[(k_at_7 + 216u)];
                        {
                            vec4 x_27 = q_tile[(((0u + ty) * STRIDE) + 7u)];
                            uint _e871 = c;
                            uint at_16 = (((_e871 * TX) + 7u) * 4u);
                            uint _e881 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            vec4 _e883 = s_10[0];
                            float _e884 = pair(x_27, k0_7, _e881, at_16);
                            float _e885 = pair(x_27, k1_7, _e881, at_16);
                            float _e886 = pair(x_27, k2_7, _e881, at_16);
                            float _e887 = pair(x_27, k3_7, _e881, at_16);
                            s_10[0] = (_e883 + vec4(_e884, _e885, _e886, _e887));
                        }
                        {
                            vec4 x_28 = q_tile[(((8u + ty) * STRIDE) + 7u)];
                            uint _e898 = c;
                            uint at_17 = (((_e898 * TX) + 7u) * 4u);
                            uint _e908 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            vec4 _e910 = s_10[1];
                            float _e911 = pair(x_28, k0_7, _e908, at_17);
                            float _e912 = pair(x_28, k1_7, _e908, at_17);
                            float _e913 = pair(x_28, k2_7, _e908, at_17);
                            float _e914 = pair(x_28, k3_7, _e908, at_17);
                            s_10[1] = (_e910 + vec4(_e911, _e912, _e913, _e914));
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                }
            }
            if (true) {
                bool _e923 = sees_whole(_e8, _e98);
                local_13 = !(_e923);
            } else {
                local_13 = true;
            }
            bool edits = local_13;
            {
                vec4 _e929 = s_10[0];
                vec4 _e930 = scale_pairs(_e929);
                s_10[0] = _e930;
                if (edits) {
                    uint row_8 = ((_e8.first_row + 0u) + ty);
                    uint _e935 = head_of(_e8, row_8);
                    uint _e938 = _group_0_binding_0_cs.pack;
                    uint query_2 = (row_8 / _e938);
                    vec4 _e942 = s_10[0];
                    uvec2 _e946 = keys_of(_e8, row_8);
                    uvec2 _e948 = seen_keys(_e946, _e98.end, b_14, _e935, query_2);
                    vec4 _e949 = edit_four(_e942, b_14, _e935, query_2, (key0_ + (tx_1 * 4u)), _e948);
                    s_10[0] = _e949;
                }
                vec4 _e952 = s_10[0];
                float _e953 = size_of(_e952);
                float _e954 = lanes_max(_e953);
                part_2[0] = _e954;
                float _e958 = part_2[0];
                put_part((0u + ty), tx_1, _e958);
            }
            {
                vec4 _e961 = s_10[1];
                vec4 _e962 = scale_pairs(_e961);
                s_10[1] = _e962;
                if (edits) {
                    uint row_9 = ((_e8.first_row + 8u) + ty);
                    uint _e967 = head_of(_e8, row_9);
                    uint _e970 = _group_0_binding_0_cs.pack;
                    uint query_3 = (row_9 / _e970);
                    vec4 _e974 = s_10[1];
                    uvec2 _e978 = keys_of(_e8, row_9);
                    uvec2 _e980 = seen_keys(_e978, _e98.end, b_14, _e967, query_3);
                    vec4 _e981 = edit_four(_e974, b_14, _e967, query_3, (key0_ + (tx_1 * 4u)), _e980);
                    s_10[1] = _e981;
                }
                vec4 _e984 = s_10[1];
                float _e985 = size_of(_e984);
                float _e986 = lanes_max(_e985);
                part_2[1] = _e986;
                float _e990 = part_2[1];
                put_part((8u + ty), tx_1, _e990);
            }
            memoryBarrierShared();
            barrier();
            {
                float _e992 = m_2[0];
                float _e996 = part_2[0];
                float _e997 = row_max((0u + ty), _e996);
                float _e998 = next_max(_e992, _e997);
                float _e1000 = m_2[0];
                float shrink_1 = exp((_e1000 - _e998));
                uint row_10 = ((_e8.first_row + 0u) + ty);
                vec4 _e1008 = s_10[0];
                uint _e1009 = head_of(_e8, row_10);
                uint _e1012 = _group_0_binding_0_cs.pack;
                vec4 _e1017 = weights(_e1008, _e998, b_14, _e1009, (row_10 / _e1012), (key0_ + (tx_1 * 4u)));
                q_tile[(((0u + ty) * STRIDE) + tx_1)] = _e1017;
                float _e1027 = l_1[0];
                vec4 _e1030 = s_10[0];
                float _e1031 = mass(_e1030, _e1017);
                l_1[0] = ((_e1027 * shrink_1) + _e1031);
                m_2[0] = _e998;
                {
                    vec4 _e1035 = acc[0];
                    acc[0] = (_e1035 * shrink_1);
                }
                {
                    vec4 _e1038 = acc[2];
                    acc[2] = (_e1038 * shrink_1);
                }
            }
            {
                float _e1041 = m_2[1];
                float _e1045 = part_2[1];
                float _e1046 = row_max((8u + ty), _e1045);
                float _e1047 = next_max(_e1041, _e1046);
                float _e1049 = m_2[1];
                float shrink_2 = exp((_e1049 - _e1047));
                uint row_11 = ((_e8.first_row + 8u) + ty);
                vec4 _e1057 = s_10[1];
                uint _e1058 = head_of(_e8, row_11);
                uint _e1061 = _group_0_binding_0_cs.pack;
                vec4 _e1066 = weights(_e1057, _e1047, b_14, _e1058, (row_11 / _e1061), (key0_ + (tx_1 * 4u)));
                q_tile[(((8u + ty) * STRIDE) + tx_1)] = _e1066;
                float _e1076 = l_1[1];
                vec4 _e1079 = s_10[1];
                float _e1080 = mass(_e1079, _e1066);
                l_1[1] = ((_e1076 * shrink_2) + _e1080);
                m_2[1] = _e1047;
                {
                    vec4 _e1084 = acc[1];
                    acc[1] = (_e1084 * shrink_2);
                }
                {
                    vec4 _e1087 = acc[3];
                    acc[3] = (_e1087 * shrink_2);
                }
            }
            {
                h_7 = 0u;
                bool loop_init_4 = true;
                while(true) {
                    if (!loop_init_4) {
                        uint _e2058 = h_7;
                        h_7 = (_e2058 + 1u);
                    }
                    loop_init_4 = false;
                    uint _e1091 = h_7;
                    if ((_e1091 < V_PARTS)) {
                    } else {
                        break;
                    }
                    {
                        {
                            uint i_8 = (0u + tid_1);
                            if (false) {
                                local_14 = (i_8 < 256u);
                            } else {
                                local_14 = true;
                            }
                            bool _e1102 = local_14;
                            if (_e1102) {
                                uint _e1103 = h_7;
                                uint _e1114 = key_of(min(((key0_ + (_e1103 * PART)) + (i_8 / V_ROW)), (_e98.end - 1u)));
                                uint _e1118 = _group_0_binding_0_cs.v_row;
                                vec4 _e1127 = load_v4_((_e8.v_base + (_e1114 * _e1118)), ((0u + (i_8 % V_ROW)) * 4u));
                                bvec4 _e1128 = nonfinite(_e1127);
                                if (any(_e1128)) {
                                    atomicExchange(v_nonfinite, 1u);
                                }
                                kv_tile[i_8] = mix(_e1127, vec4(0.0), _e1128);
                            }
                        }
                        {
                            uint i_9 = (64u + tid_1);
                            if (false) {
                                local_15 = (i_9 < 256u);
                            } else {
                                local_15 = true;
                            }
                            bool _e1145 = local_15;
                            if (_e1145) {
                                uint _e1146 = h_7;
                                uint _e1157 = key_of(min(((key0_ + (_e1146 * PART)) + (i_9 / V_ROW)), (_e98.end - 1u)));
                                uint _e1161 = _group_0_binding_0_cs.v_row;
                                vec4 _e1170 = load_v4_((_e8.v_base + (_e1157 * _e1161)), ((0u + (i_9 % V_ROW)) * 4u));
                                bvec4 _e1171 = nonfinite(_e1170);
                                if (any(_e1171)) {
                                    atomicExchange(v_nonfinite, 1u);
                                }
                                kv_tile[i_9] = mix(_e1170, vec4(0.0), _e1171);
                            }
                        }
                        {
                            uint i_10 = (128u + tid_1);
                            if (false) {
                                local_16 = (i_10 < 256u);
                            } else {
                                local_16 = true;
                            }
                            bool _e1188 = local_16;
                            if (_e1188) {
                                uint _e1189 = h_7;
                                uint _e1200 = key_of(min(((key0_ + (_e1189 * PART)) + (i_10 / V_ROW)), (_e98.end - 1u)));
                                uint _e1204 = _group_0_binding_0_cs.v_row;
                                vec4 _e1213 = load_v4_((_e8.v_base + (_e1200 * _e1204)), ((0u + (i_10 % V_ROW)) * 4u));
                                bvec4 _e1214 = nonfinite(_e1213);
                                if (any(_e1214)) {
                                    atomicExchange(v_nonfinite, 1u);
                                }
                                kv_tile[i_10] = mix(_e1213, vec4(0.0), _e1214);
                            }
                        }
                        {
                            uint i_11 = (192u + tid_1);
                            if (false) {
                                local_17 = (i_11 < 256u);
                            } else {
                                local_17 = true;
                            }
                            bool _e1231 = local_17;
                            if (_e1231) {
                                uint _e1232 = h_7;
                                uint _e1243 = key_of(min(((key0_ + (_e1232 * PART)) + (i_11 / V_ROW)), (_e98.end - 1u)));
                                uint _e1247 = _group_0_binding_0_cs.v_row;
                                vec4 _e1256 = load_v4_((_e8.v_base + (_e1243 * _e1247)), ((0u + (i_11 % V_ROW)) * 4u));
                                bvec4 _e1257 = nonfinite(_e1256);
                                if (any(_e1257)) {
                                    atomicExchange(v_nonfinite, 1u);
                                }
                                kv_tile[i_11] = mix(_e1256, vec4(0.0), _e1257);
                            }
                        }
                        memoryBarrierShared();
                        barrier();
                        {
                            p_1 = vec4[2](vec4(0.0), vec4(0.0));
                            {
                                uint _e1275 = h_7;
                                vec4 _e1281 = q_tile[((((0u + ty) * STRIDE) + (_e1275 * 4u)) + 0u)];
                                p_1[0] = _e1281;
                            }
                            {
                                uint _e1288 = h_7;
                                vec4 _e1294 = q_tile[((((8u + ty) * STRIDE) + (_e1288 * 4u)) + 0u)];
                                p_1[1] = _e1294;
                            }
                            {
                                uint v_at = (0u + tx_1);
                                vec4 v0_ = kv_tile[v_at];
                                vec4 v1_ = kv_tile[(v_at + V_ROW)];
                                vec4 v2_ = kv_tile[(v_at + 32u)];
                                vec4 v3_ = kv_tile[(v_at + 48u)];
                                {
                                    vec4 _e1316 = acc[0];
                                    float _e1319 = p_1[0].x;
                                    float _e1323 = p_1[0].y;
                                    float _e1328 = p_1[0].z;
                                    float _e1333 = p_1[0].w;
                                    acc[0] = (_e1316 + ((((_e1319 * v0_) + (_e1323 * v1_)) + (_e1328 * v2_)) + (_e1333 * v3_)));
                                }
                                {
                                    vec4 _e1338 = acc[1];
                                    float _e1341 = p_1[1].x;
                                    float _e1345 = p_1[1].y;
                                    float _e1350 = p_1[1].z;
                                    float _e1355 = p_1[1].w;
                                    acc[1] = (_e1338 + ((((_e1341 * v0_) + (_e1345 * v1_)) + (_e1350 * v2_)) + (_e1355 * v3_)));
                                }
                            }
                            {
                                uint v_at_1 = (8u + tx_1);
                                vec4 v0_1 = kv_tile[v_at_1];
                                vec4 v1_1 = kv_tile[(v_at_1 + V_ROW)];
                                vec4 v2_1 = kv_tile[(v_at_1 + 32u)];
                                vec4 v3_1 = kv_tile[(v_at_1 + 48u)];
                                {
                                    vec4 _e1380 = acc[2];
                                    float _e1383 = p_1[0].x;
                                    float _e1387 = p_1[0].y;
                                    float _e1392 = p_1[0].z;
                                    float _e1397 = p_1[0].w;
                                    acc[2] = (_e1380 + ((((_e1383 * v0_1) + (_e1387 * v1_1)) + (_e1392 * v2_1)) + (_e1397 * v3_1)));
                                }
                                {
                                    vec4 _e1402 = acc[3];
                                    float _e1405 = p_1[1].x;
                                    float _e1409 = p_1[1].y;
                                    float _e1414 = p_1[1].z;
                                    float _e1419 = p_1[1].w;
                                    acc[3] = (_e1402 + ((((_e1405 * v0_1) + (_e1409 * v1_1)) + (_e1414 * v2_1)) + (_e1419 * v3_1)));
                                }
                            }
                        }
                        {
                            p_2 = vec4[2](vec4(0.0), vec4(0.0));
                            {
                                uint _e1432 = h_7;
                                vec4 _e1438 = q_tile[((((0u + ty) * STRIDE) + (_e1432 * 4u)) + 1u)];
                                p_2[0] = _e1438;
                            }
                            {
                                uint _e1445 = h_7;
                                vec4 _e1451 = q_tile[((((8u + ty) * STRIDE) + (_e1445 * 4u)) + 1u)];
                                p_2[1] = _e1451;
                            }
                            {
                                uint v_at_2 = (64u + tx_1);
                                vec4 v0_2 = kv_tile[v_at_2];
                                vec4 v1_2 = kv_tile[(v_at_2 + V_ROW)];
                                vec4 v2_2 = kv_tile[(v_at_2 + 32u)];
                                vec4 v3_2 = kv_tile[(v_at_2 + 48u)];
                                {
                                    vec4 _e1473 = acc[0];
                                    float _e1476 = p_2[0].x;
                                    float _e1480 = p_2[0].y;
                                    float _e1485 = p_2[0].z;
                                    float _e1490 = p_2[0].w;
                                    acc[0] = (_e1473 + ((((_e1476 * v0_2) + (_e1480 * v1_2)) + (_e1485 * v2_2)) + (_e1490 * v3_2)));
                                }
                                {
                                    vec4 _e1495 = acc[1];
                                    float _e1498 = p_2[1].x;
                                    float _e1502 = p_2[1].y;
                                    float _e1507 = p_2[1].z;
                                    float _e1512 = p_2[1].w;
                                    acc[1] = (_e1495 + ((((_e1498 * v0_2) + (_e1502 * v1_2)) + (_e1507 * v2_2)) + (_e1512 * v3_2)));
                                }
                            }
                            {
                                uint v_at_3 = (72u + tx_1);
                                vec4 v0_3 = kv_tile[v_at_3];
                                vec4 v1_3 = kv_tile[(v_at_3 + V_ROW)];
                                vec4 v2_3 = kv_tile[(v_at_3 + 32u)];
                                vec4 v3_3 = kv_tile[(v_at_3 + 48u)];
                                {
                                    vec4 _e1537 = acc[2];
                                    float _e1540 = p_2[0].x;
                                    float _e1544 = p_2[0].y;
                                    float _e1549 = p_2[0].z;
                                    float _e1554 = p_2[0].w;
                                    acc[2] = (_e1537 + ((((_e1540 * v0_3) + (_e1544 * v1_3)) + (_e1549 * v2_3)) + (_e1554 * v3_3)));
                                }
                                {
                                    vec4 _e1559 = acc[3];
                                    float _e1562 = p_2[1].x;
                                    float _e1566 = p_2[1].y;
                                    float _e1571 = p_2[1].z;
                                    float _e1576 = p_2[1].w;
                                    acc[3] = (_e1559 + ((((_e1562 * v0_3) + (_e1566 * v1_3)) + (_e1571 * v2_3)) + (_e1576 * v3_3)));
                                }
                            }
                        }
                        {
                            p_3 = vec4[2](vec4(0.0), vec4(0.0));
                            {
                                uint _e1589 = h_7;
                                vec4 _e1595 = q_tile[((((0u + ty) * STRIDE) + (_e1589 * 4u)) + 2u)];
                                p_3[0] = _e1595;
                            }
                            {
                                uint _e1602 = h_7;
                                vec4 _e1608 = q_tile[((((8u + ty) * STRIDE) + (_e1602 * 4u)) + 2u)];
                                p_3[1] = _e1608;
                            }
                            {
                                uint v_at_4 = (128u + tx_1);
                                vec4 v0_4 = kv_tile[v_at_4];
                                vec4 v1_4 = kv_tile[(v_at_4 + V_ROW)];
                                vec4 v2_4 = kv_tile[(v_at_4 + 32u)];
                                vec4 v3_4 = kv_tile[(v_at_4 + 48u)];
                                {
                                    vec4 _e1630 = acc[0];
                                    float _e1633 = p_3[0].x;
                                    float _e1637 = p_3[0].y;
                                    float _e1642 = p_3[0].z;
                                    float _e1647 = p_3[0].w;
                                    acc[0] = (_e1630 + ((((_e1633 * v0_4) + (_e1637 * v1_4)) + (_e1642 * v2_4)) + (_e1647 * v3_4)));
                                }
                                {
                                    vec4 _e1652 = acc[1];
                                    float _e1655 = p_3[1].x;
                                    float _e1659 = p_3[1].y;
                                    float _e1664 = p_3[1].z;
                                    float _e1669 = p_3[1].w;
                                    acc[1] = (_e1652 + ((((_e1655 * v0_4) + (_e1659 * v1_4)) + (_e1664 * v2_4)) + (_e1669 * v3_4)));
                                }
                            }
                            {
                                uint v_at_5 = (136u + tx_1);
                                vec4 v0_5 = kv_tile[v_at_5];
                                vec4 v1_5 = kv_tile[(v_at_5 + V_ROW)];
                                vec4 v2_5 = kv_tile[(v_at_5 + 32u)];
                                vec4 v3_5 = kv_tile[(v_at_5 + 48u)];
                                {
                                    vec4 _e1694 = acc[2];
                                    float _e1697 = p_3[0].x;
                                    float _e1701 = p_3[0].y;
                                    float _e1706 = p_3[0].z;
                                    float _e1711 = p_3[0].w;
                                    acc[2] = (_e1694 + ((((_e1697 * v0_5) + (_e1701 * v1_5)) + (_e1706 * v2_5)) + (_e1711 * v3_5)));
                                }
                                {
                                    vec4 _e1716 = acc[3];
                                    float _e1719 = p_3[1].x;
                                    float _e1723 = p_3[1].y;
                                    float _e1728 = p_3[1].z;
                                    float _e1733 = p_3[1].w;
                                    acc[3] = (_e1716 + ((((_e1719 * v0_5) + (_e1723 * v1_5)) + (_e1728 * v2_5)) + (_e1733 * v3_5)));
                                }
                            }
                        }
                        {
                            p_4 = vec4[2](vec4(0.0), vec4(0.0));
                            {
                                uint _e1746 = h_7;
                                vec4 _e1752 = q_tile[((((0u + ty) * STRIDE) + (_e1746 * 4u)) + 3u)];
                                p_4[0] = _e1752;
                            }
                            {
                                uint _e1759 = h_7;
                                vec4 _e1765 = q_tile[((((8u + ty) * STRIDE) + (_e1759 * 4u)) + 3u)];
                                p_4[1] = _e1765;
                            }
                            {
                                uint v_at_6 = (192u + tx_1);
                                vec4 v0_6 = kv_tile[v_at_6];
                                vec4 v1_6 = kv_tile[(v_at_6 + V_ROW)];
                                vec4 v2_6 = kv_tile[(v_at_6 + 32u)];
                                vec4 v3_6 = kv_tile[(v_at_6 + 48u)];
                                {
                                    vec4 _e1787 = acc[0];
                                    float _e1790 = p_4[0].x;
                                    float _e1794 = p_4[0].y;
                                    float _e1799 = p_4[0].z;
                                    float _e1804 = p_4[0].w;
                                    acc[0] = (_e1787 + ((((_e1790 * v0_6) + (_e1794 * v1_6)) + (_e1799 * v2_6)) + (_e1804 * v3_6)));
                                }
                                {
                                    vec4 _e1809 = acc[1];
                                    float _e1812 = p_4[1].x;
                                    float _e1816 = p_4[1].y;
                                    float _e1821 = p_4[1].z;
                                    float _e1826 = p_4[1].w;
                                    acc[1] = (_e1809 + ((((_e1812 * v0_6) + (_e1816 * v1_6)) + (_e1821 * v2_6)) + (_e1826 * v3_6)));
                                }
                            }
                            {
                                uint v_at_7 = (200u + tx_1);
                                vec4 v0_7 = kv_tile[v_at_7];
                                vec4 v1_7 = kv_tile[(v_at_7 + V_ROW)];
                                vec4 v2_7 = kv_tile[(v_at_7 + 32u)];
                                vec4 v3_7 = kv_tile[(v_at_7 + 48u)];
                                {
                                    vec4 _e1851 = acc[2];
                                    float _e1854 = p_4[0].x;
                                    float _e1858 = p_4[0].y;
                                    float _e1863 = p_4[0].z;
                                    float _e1868 = p_4[0].w;
                                    acc[2] = (_e1851 + ((((_e1854 * v0_7) + (_e1858 * v1_7)) + (_e1863 * v2_7)) + (_e1868 * v3_7)));
                                }
                                {
                                    vec4 _e1873 = acc[3];
                                    float _e1876 = p_4[1].x;
                                    float _e1880 = p_4[1].y;
                                    float _e1885 = p_4[1].z;
                                    float _e1890 = p_4[1].w;
                                    acc[3] = (_e1873 + ((((_e1876 * v0_7) + (_e1880 * v1_7)) + (_e1885 * v2_7)) + (_e1890 * v3_7)));
                                }
                            }
                        }
                        uint _e1895 = atomicOr(v_nonfinite, 0u);
                        if ((_e1895 != 0u)) {
                            k_2 = 0u;
                            bool loop_init_5 = true;
                            while(true) {
                                if (!loop_init_5) {
                                    uint _e2055 = k_2;
                                    k_2 = (_e2055 + 1u);
                                }
                                loop_init_5 = false;
                                uint _e1900 = k_2;
                                if ((_e1900 < PART)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e1904 = h_7;
                                    uint _e1908 = k_2;
                                    uint _e1914 = key_of(min(((key0_ + (_e1904 * PART)) + _e1908), (_e98.end - 1u)));
                                    uint _e1917 = _group_0_binding_0_cs.v_row;
                                    uint v_at_8 = (_e8.v_base + (_e1914 * _e1917));
                                    {
                                        vec4 _e1924 = load_v4_(v_at_8, ((0u + tx_1) * 4u));
                                        {
                                            uint _e1930 = h_7;
                                            uint _e1934 = k_2;
                                            uint _e1939 = k_2;
                                            float p_6 = q_tile[((((0u + ty) * STRIDE) + (_e1930 * 4u)) + (_e1934 / 4u))][(_e1939 % 4u)];
                                            vec4 _e1945 = acc[0];
                                            bvec4 _e1949 = nonfinite(_e1924);
                                            acc[0] = (_e1945 + mix(vec4(0.0), (p_6 * _e1924), bvec4(_e1949.x && bvec4((p_6 != 0.0)).x, _e1949.y && bvec4((p_6 != 0.0)).y, _e1949.z && bvec4((p_6 != 0.0)).z, _e1949.w && bvec4((p_6 != 0.0)).w)));
                                        }
                                        {
                                            uint _e1961 = h_7;
                                            uint _e1965 = k_2;
                                            uint _e1970 = k_2;
                                            float p_7 = q_tile[((((8u + ty) * STRIDE) + (_e1961 * 4u)) + (_e1965 / 4u))][(_e1970 % 4u)];
                                            vec4 _e1976 = acc[1];
                                            bvec4 _e1980 = nonfinite(_e1924);
                                            acc[1] = (_e1976 + mix(vec4(0.0), (p_7 * _e1924), bvec4(_e1980.x && bvec4((p_7 != 0.0)).x, _e1980.y && bvec4((p_7 != 0.0)).y, _e1980.z && bvec4((p_7 != 0.0)).z, _e1980.w && bvec4((p_7 != 0.0)).w)));
                                        }
                                    }
                                    {
                                        vec4 _e1991 = load_v4_(v_at_8, ((8u + tx_1) * 4u));
                                        {
                                            uint _e1997 = h_7;
                                            uint _e2001 = k_2;
                                            uint _e2006 = k_2;
                                            float p_8 = q_tile[((((0u + ty) * STRIDE) + (_e1997 * 4u)) + (_e2001 / 4u))][(_e2006 % 4u)];
                                            vec4 _e2012 = acc[2];
                                            bvec4 _e2016 = nonfinite(_e1991);
                                            acc[2] = (_e2012 + mix(vec4(0.0), (p_8 * _e1991), bvec4(_e2016.x && bvec4((p_8 != 0.0)).x, _e2016.y && bvec4((p_8 != 0.0)).y, _e2016.z && bvec4((p_8 != 0.0)).z, _e2016.w && bvec4((p_8 != 0.0)).w)));
                                        }
                                        {
                                            uint _e2028 = h_7;
                                            uint _e2032 = k_2;
                                            uint _e2037 = k_2;
                                            float p_9 = q_tile[((((8u + ty) * STRIDE) + (_e2028 * 4u)) + (_e2032 / 4u))][(_e2037 % 4u)];
                                            vec4 _e2043 = acc[3];
                                            bvec4 _e2047 = nonfinite(_e1991);
                                            acc[3] = (_e2043 + mix(vec4(0.0), (p_9 * _e1991), bvec4(_e2047.x && bvec4((p_9 != 0.0)).x, _e2047.y && bvec4((p_9 != 0.0)).y, _e2047.z && bvec4((p_9 != 0.0)).z, _e2047.w && bvec4((p_9 != 0.0)).w)));
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
    {
        float _e2065 = l_1[0];
        float _e2066 = lanes_sum(_e2065);
        part_2[0] = _e2066;
        float _e2070 = part_2[0];
        put_part((0u + ty), tx_1, _e2070);
    }
    {
        float _e2073 = l_1[1];
        float _e2074 = lanes_sum(_e2073);
        part_2[1] = _e2074;
        float _e2078 = part_2[1];
        put_part((8u + ty), tx_1, _e2078);
    }
    memoryBarrierShared();
    barrier();
    {
        uint row_12 = ((_e8.first_row + 0u) + ty);
        if ((row_12 < _e8.row_end)) {
            uint _e2085 = head_of(_e8, row_12);
            uint _e2088 = _group_0_binding_0_cs.pack;
            uint query_4 = (row_12 / _e2088);
            float _e2091 = m_2[0];
            float _e2095 = part_2[0];
            float _e2096 = row_sum((0u + ty), _e2095);
            vec2 _e2098 = finish_row(_e2091, _e2096, _e2085, _e8.split);
            uint _e2099 = output_at(_e8, _e2085, query_4);
            float _e2101 = row_weight(b_14, _e2085, query_4);
            float factor = (_e2098.x * _e2101);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                vec4 _e2109 = acc[0];
                vec4 _e2111 = output_((_e2109 * factor), b_14, _e2085, query_4, d_7);
                store_o4_(_e2099, d_7, V_DIM, _e2111);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                vec4 _e2118 = acc[2];
                vec4 _e2120 = output_((_e2118 * factor), b_14, _e2085, query_4, d_8);
                store_o4_(_e2099, d_8, V_DIM, _e2120);
            }
            if ((tx_1 == 0u)) {
                uint _e2123 = lse_at_1(_e8, _e2085, query_4);
                uint _e2127 = _group_0_binding_0_cs.lse_split;
                store_lse((_e2123 + (_e8.split * _e2127)), _e2098.y);
            }
        }
    }
    {
        uint row_13 = ((_e8.first_row + 8u) + ty);
        if ((row_13 < _e8.row_end)) {
            uint _e2137 = head_of(_e8, row_13);
            uint _e2140 = _group_0_binding_0_cs.pack;
            uint query_5 = (row_13 / _e2140);
            float _e2143 = m_2[1];
            float _e2147 = part_2[1];
            float _e2148 = row_sum((8u + ty), _e2147);
            vec2 _e2150 = finish_row(_e2143, _e2148, _e2137, _e8.split);
            uint _e2151 = output_at(_e8, _e2137, query_5);
            float _e2153 = row_weight(b_14, _e2137, query_5);
            float factor_1 = (_e2150.x * _e2153);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                vec4 _e2161 = acc[1];
                vec4 _e2163 = output_((_e2161 * factor_1), b_14, _e2137, query_5, d_9);
                store_o4_(_e2151, d_9, V_DIM, _e2163);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                vec4 _e2170 = acc[3];
                vec4 _e2172 = output_((_e2170 * factor_1), b_14, _e2137, query_5, d_10);
                store_o4_(_e2151, d_10, V_DIM, _e2172);
            }
            if ((tx_1 == 0u)) {
                uint _e2175 = lse_at_1(_e8, _e2137, query_5);
                uint _e2179 = _group_0_binding_0_cs.lse_split;
                store_lse((_e2175 + (_e8.split * _e2179)), _e2150.y);
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

