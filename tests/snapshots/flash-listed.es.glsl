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

shared vec4 p_tile[144];

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

void run(uvec3 wid_2, uint tid_1) {
    uint row_q[2] = uint[2](0u, 0u);
    uint row_head[2] = uint[2](0u, 0u);
    uvec2 row_keys[2] = uvec2[2](uvec2(0u), uvec2(0u));
    float row_factor[2] = float[2](0.0, 0.0);
    float m_2[2] = float[2](0.0, 0.0);
    float l_1[2] = float[2](0.0, 0.0);
    float part_2[2] = float[2](0.0, 0.0);
    vec4 acc[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    bool staged = false;
    uint t_3 = 0u;
    vec4 s_10[2] = vec4[2](vec4(0.0), vec4(0.0));
    uint c = 0u;
    bool local_8 = false;
    bool local_9 = false;
    uint k_2 = 0u;
    uint k_3 = 0u;
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
        uint row_5 = ((_e8.first_row + 0u) + ty);
        uint _e36 = _group_0_binding_0_cs.pack;
        row_q[0] = (row_5 / _e36);
        uint _e39 = head_of(_e8, row_5);
        row_head[0] = _e39;
        row_keys[0] = uvec2(0u);
        row_factor[0] = 0.0;
        if ((row_5 < _e8.row_end)) {
            uint _e49 = row_head[0];
            uint _e51 = row_q[0];
            float _e52 = row_weight(b_14, _e49, _e51);
            row_factor[0] = _e52;
            uint _e55 = row_q[0];
            uvec2 _e59 = key_range(_e55, _e8.seen.offset, _e8.kv_len);
            float _e63 = row_factor[0];
            row_keys[0] = ((_e63 == 0.0) ? uvec2(0u) : _e59);
        }
        m_2[0] = MASKED;
        if ((row_5 < _e8.row_end)) {
            uint _e73 = row_head[0];
            uint _e75 = row_q[0];
            uint _e76 = lse_at_1(_e8, _e73, _e75);
            float _e77 = first_max(_e76);
            m_2[0] = _e77;
        }
        l_1[0] = 0.0;
    }
    {
        uint row_6 = ((_e8.first_row + 8u) + ty);
        uint _e87 = _group_0_binding_0_cs.pack;
        row_q[1] = (row_6 / _e87);
        uint _e90 = head_of(_e8, row_6);
        row_head[1] = _e90;
        row_keys[1] = uvec2(0u);
        row_factor[1] = 0.0;
        if ((row_6 < _e8.row_end)) {
            uint _e100 = row_head[1];
            uint _e102 = row_q[1];
            float _e103 = row_weight(b_14, _e100, _e102);
            row_factor[1] = _e103;
            uint _e106 = row_q[1];
            uvec2 _e110 = key_range(_e106, _e8.seen.offset, _e8.kv_len);
            float _e114 = row_factor[1];
            row_keys[1] = ((_e114 == 0.0) ? uvec2(0u) : _e110);
        }
        m_2[1] = MASKED;
        if ((row_6 < _e8.row_end)) {
            uint _e124 = row_head[1];
            uint _e126 = row_q[1];
            uint _e127 = lse_at_1(_e8, _e124, _e126);
            float _e128 = first_max(_e127);
            m_2[1] = _e128;
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
            uint _e2595 = t_3;
            t_3 = (_e2595 + 1u);
        }
        loop_init_2 = false;
        uint _e149 = t_3;
        if ((_e149 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e153 = t_3;
            Tile _e157 = tile_at(_e153, _e8.tiles.z, _e8.seen);
            uint key0_ = _e157.first;
            if ((key0_ >= _e157.end)) {
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
                    uint _e1027 = c;
                    c = (_e1027 + 1u);
                }
                loop_init_3 = false;
                uint _e171 = c;
                if ((_e171 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    if (false) {
                        bool _e177 = staged;
                        local_8 = !(_e177);
                    } else {
                        local_8 = true;
                    }
                    bool _e180 = local_8;
                    if (_e180) {
                        {
                            uint row_7 = min(((_e8.first_row + 0u) + ty), (_e8.row_end - 1u));
                            uint _e196 = query_at(_e8, row_7);
                            uint _e197 = c;
                            vec4 _e203 = load_q4_(_e196, (((_e197 * TX) + tx_1) * 4u));
                            vec4 _e204 = scale_q(_e203);
                            q_tile[(((0u + ty) * STRIDE) + tx_1)] = _e204;
                        }
                        {
                            uint row_8 = min(((_e8.first_row + 8u) + ty), (_e8.row_end - 1u));
                            uint _e220 = query_at(_e8, row_8);
                            uint _e221 = c;
                            vec4 _e227 = load_q4_(_e220, (((_e221 * TX) + tx_1) * 4u));
                            vec4 _e228 = scale_q(_e227);
                            q_tile[(((8u + ty) * STRIDE) + tx_1)] = _e228;
                        }
                    }
                    {
                        uint slot_4 = (0u + ty);
                        if ((slot_4 < BLOCK_K)) {
                            uint _e238 = key_of(min((key0_ + slot_4), (_e157.end - 1u)));
                            uint _e254 = _group_0_binding_0_cs.k_row;
                            uint _e257 = c;
                            vec4 _e263 = load_k4_((_e8.k_base + (_e238 * _e254)), (((_e257 * TX) + tx_1) * 4u));
                            kv_tile[(((((slot_4 % 4u) * TX) + (slot_4 / 4u)) * STRIDE) + tx_1)] = _e263;
                        }
                    }
                    {
                        uint slot_5 = (8u + ty);
                        if ((slot_5 < BLOCK_K)) {
                            uint _e273 = key_of(min((key0_ + slot_5), (_e157.end - 1u)));
                            uint _e289 = _group_0_binding_0_cs.k_row;
                            uint _e292 = c;
                            vec4 _e298 = load_k4_((_e8.k_base + (_e273 * _e289)), (((_e292 * TX) + tx_1) * 4u));
                            kv_tile[(((((slot_5 % 4u) * TX) + (slot_5 / 4u)) * STRIDE) + tx_1)] = _e298;
                        }
                    }
                    {
                        uint slot_6 = (16u + ty);
                        if ((slot_6 < BLOCK_K)) {
                            uint _e308 = key_of(min((key0_ + slot_6), (_e157.end - 1u)));
                            uint _e324 = _group_0_binding_0_cs.k_row;
                            uint _e327 = c;
                            vec4 _e333 = load_k4_((_e8.k_base + (_e308 * _e324)), (((_e327 * TX) + tx_1) * 4u));
                            kv_tile[(((((slot_6 % 4u) * TX) + (slot_6 / 4u)) * STRIDE) + tx_1)] = _e333;
                        }
                    }
                    {
                        uint slot_7 = (24u + ty);
                        if ((slot_7 < BLOCK_K)) {
                            uint _e343 = key_of(min((key0_ + slot_7), (_e157.end - 1u)));
                            uint _e359 = _group_0_binding_0_cs.k_row;
                            uint _e362 = c;
                            vec4 _e368 = load_k4_((_e8.k_base + (_e343 * _e359)), (((_e362 * TX) + tx_1) * 4u));
                            kv_tile[(((((slot_7 % 4u) * TX) + (slot_7 / 4u)) * STRIDE) + tx_1)] = _e368;
                        }
                    }
                    staged = true;
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
                            uint _e400 = c;
                            uint at_2 = (((_e400 * TX) + 0u) * 4u);
                            vec4 _e407 = s_10[0];
                            uint _e409 = row_head[0];
                            float _e410 = pair(x_13, k0_, _e409, at_2);
                            uint _e412 = row_head[0];
                            float _e413 = pair(x_13, k1_, _e412, at_2);
                            uint _e415 = row_head[0];
                            float _e416 = pair(x_13, k2_, _e415, at_2);
                            uint _e418 = row_head[0];
                            float _e419 = pair(x_13, k3_, _e418, at_2);
                            s_10[0] = (_e407 + vec4(_e410, _e413, _e416, _e419));
                        }
                        {
                            vec4 x_14 = q_tile[(((8u + ty) * STRIDE) + 0u)];
                            uint _e430 = c;
                            uint at_3 = (((_e430 * TX) + 0u) * 4u);
                            vec4 _e437 = s_10[1];
                            uint _e439 = row_head[1];
                            float _e440 = pair(x_14, k0_, _e439, at_3);
                            uint _e442 = row_head[1];
                            float _e443 = pair(x_14, k1_, _e442, at_3);
                            uint _e445 = row_head[1];
                            float _e446 = pair(x_14, k2_, _e445, at_3);
                            uint _e448 = row_head[1];
                            float _e449 = pair(x_14, k3_, _e448, at_3);
                            s_10[1] = (_e437 + vec4(_e440, _e443, _e446, _e449));
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
                            uint _e482 = c;
                            uint at_4 = (((_e482 * TX) + 1u) * 4u);
                            vec4 _e489 = s_10[0];
                            uint _e491 = row_head[0];
                            float _e492 = pair(x_15, k0_1, _e491, at_4);
                            uint _e494 = row_head[0];
                            float _e495 = pair(x_15, k1_1, _e494, at_4);
                            uint _e497 = row_head[0];
                            float _e498 = pair(x_15, k2_1, _e497, at_4);
                            uint _e500 = row_head[0];
                            float _e501 = pair(x_15, k3_1, _e500, at_4);
                            s_10[0] = (_e489 + vec4(_e492, _e495, _e498, _e501));
                        }
                        {
                            vec4 x_16 = q_tile[(((8u + ty) * STRIDE) + 1u)];
                            uint _e512 = c;
                            uint at_5 = (((_e512 * TX) + 1u) * 4u);
                            vec4 _e519 = s_10[1];
                            uint _e521 = row_head[1];
                            float _e522 = pair(x_16, k0_1, _e521, at_5);
                            uint _e524 = row_head[1];
                            float _e525 = pair(x_16, k1_1, _e524, at_5);
                            uint _e527 = row_head[1];
                            float _e528 = pair(x_16, k2_1, _e527, at_5);
                            uint _e530 = row_head[1];
                            float _e531 = pair(x_16, k3_1, _e530, at_5);
                            s_10[1] = (_e519 + vec4(_e522, _e525, _e528, _e531));
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
                            uint _e564 = c;
                            uint at_6 = (((_e564 * TX) + 2u) * 4u);
                            vec4 _e571 = s_10[0];
                            uint _e573 = row_head[0];
                            float _e574 = pair(x_17, k0_2, _e573, at_6);
                            uint _e576 = row_head[0];
                            float _e577 = pair(x_17, k1_2, _e576, at_6);
                            uint _e579 = row_head[0];
                            float _e580 = pair(x_17, k2_2, _e579, at_6);
                            uint _e582 = row_head[0];
                            float _e583 = pair(x_17, k3_2, _e582, at_6);
                            s_10[0] = (_e571 + vec4(_e574, _e577, _e580, _e583));
                        }
                        {
                            vec4 x_18 = q_tile[(((8u + ty) * STRIDE) + 2u)];
                            uint _e594 = c;
                            uint at_7 = (((_e594 * TX) + 2u) * 4u);
                            vec4 _e601 = s_10[1];
                            uint _e603 = row_head[1];
                            float _e604 = pair(x_18, k0_2, _e603, at_7);
                            uint _e606 = row_head[1];
                            float _e607 = pair(x_18, k1_2, _e606, at_7);
                            uint _e609 = row_head[1];
                            float _e610 = pair(x_18, k2_2, _e609, at_7);
                            uint _e612 = row_head[1];
                            float _e613 = pair(x_18, k3_2, _e612, at_7);
                            s_10[1] = (_e601 + vec4(_e604, _e607, _e610, _e613));
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
                            uint _e646 = c;
                            uint at_8 = (((_e646 * TX) + 3u) * 4u);
                            vec4 _e653 = s_10[0];
                            uint _e655 = row_head[0];
                            float _e656 = pair(x_19, k0_3, _e655, at_8);
                            uint _e658 = row_head[0];
                            float _e659 = pair(x_19, k1_3, _e658, at_8);
                            uint _e661 = row_head[0];
                            float _e662 = pair(x_19, k2_3, _e661, at_8);
                            uint _e664 = row_head[0];
                            float _e665 = pair(x_19, k3_3, _e664, at_8);
                            s_10[0] = (_e653 + vec4(_e656, _e659, _e662, _e665));
                        }
                        {
                            vec4 x_20 = q_tile[(((8u + ty) * STRIDE) + 3u)];
                            uint _e676 = c;
                            uint at_9 = (((_e676 * TX) + 3u) * 4u);
                            vec4 _e683 = s_10[1];
                            uint _e685 = row_head[1];
                            float _e686 = pair(x_20, k0_3, _e685, at_9);
                            uint _e688 = row_head[1];
                            float _e689 = pair(x_20, k1_3, _e688, at_9);
                            uint _e691 = row_head[1];
                            float _e692 = pair(x_20, k2_3, _e691, at_9);
                            uint _e694 = row_head[1];
                            float _e695 = pair(x_20, k3_3, _e694, at_9);
                            s_10[1] = (_e683 + vec4(_e686, _e689, _e692, _e695));
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
                            uint _e728 = c;
                            uint at_10 = (((_e728 * TX) + 4u) * 4u);
                            vec4 _e735 = s_10[0];
                            uint _e737 = row_head[0];
                            float _e738 = pair(x_21, k0_4, _e737, at_10);
                            uint _e740 = row_head[0];
                            float _e741 = pair(x_21, k1_4, _e740, at_10);
                            uint _e743 = row_head[0];
                            float _e744 = pair(x_21, k2_4, _e743, at_10);
                            uint _e746 = row_head[0];
                            float _e747 = pair(x_21, k3_4, _e746, at_10);
                            s_10[0] = (_e735 + vec4(_e738, _e741, _e744, _e747));
                        }
                        {
                            vec4 x_22 = q_tile[(((8u + ty) * STRIDE) + 4u)];
                            uint _e758 = c;
                            uint at_11 = (((_e758 * TX) + 4u) * 4u);
                            vec4 _e765 = s_10[1];
                            uint _e767 = row_head[1];
                            float _e768 = pair(x_22, k0_4, _e767, at_11);
                            uint _e770 = row_head[1];
                            float _e771 = pair(x_22, k1_4, _e770, at_11);
                            uint _e773 = row_head[1];
                            float _e774 = pair(x_22, k2_4, _e773, at_11);
                            uint _e776 = row_head[1];
                            float _e777 = pair(x_22, k3_4, _e776, at_11);
                            s_10[1] = (_e765 + vec4(_e768, _e771, _e774, _e777));
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
                            uint _e810 = c;
                            uint at_12 = (((_e810 * TX) + 5u) * 4u);
                            vec4 _e817 = s_10[0];
                            uint _e819 = row_head[0];
                            float _e820 = pair(x_23, k0_5, _e819, at_12);
                            uint _e822 = row_head[0];
                            float _e823 = pair(x_23, k1_5, _e822, at_12);
                            uint _e825 = row_head[0];
                            float _e826 = pair(x_23, k2_5, _e825, at_12);
                            uint _e828 = row_head[0];
                            float _e829 = pair(x_23, k3_5, _e828, at_12);
                            s_10[0] = (_e817 + vec4(_e820, _e823, _e826, _e829));
                        }
                        {
                            vec4 x_24 = q_tile[(((8u + ty) * STRIDE) + 5u)];
                            uint _e840 = c;
                            uint at_13 = (((_e840 * TX) + 5u) * 4u);
                            vec4 _e847 = s_10[1];
                            uint _e849 = row_head[1];
                            float _e850 = pair(x_24, k0_5, _e849, at_13);
                            uint _e852 = row_head[1];
                            float _e853 = pair(x_24, k1_5, _e852, at_13);
                            uint _e855 = row_head[1];
                            float _e856 = pair(x_24, k2_5, _e855, at_13);
                            uint _e858 = row_head[1];
                            float _e859 = pair(x_24, k3_5, _e858, at_13);
                            s_10[1] = (_e847 + vec4(_e850, _e853, _e856, _e859));
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
                            uint _e892 = c;
                            uint at_14 = (((_e892 * TX) + 6u) * 4u);
                            vec4 _e899 = s_10[0];
                            uint _e901 = row_head[0];
                            float _e902 = pair(x_25, k0_6, _e901, at_14);
                            uint _e904 = row_head[0];
                            float _e905 = pair(x_25, k1_6, _e904, at_14);
                            uint _e907 = row_head[0];
                            float _e908 = pair(x_25, k2_6, _e907, at_14);
                            uint _e910 = row_head[0];
                            float _e911 = pair(x_25, k3_6, _e910, at_14);
                            s_10[0] = (_e899 + vec4(_e902, _e905, _e908, _e911));
                        }
                        {
                            vec4 x_26 = q_tile[(((8u + ty) * STRIDE) + 6u)];
                            uint _e922 = c;
                            uint at_15 = (((_e922 * TX) + 6u) * 4u);
                            vec4 _e929 = s_10[1];
                            uint _e931 = row_head[1];
                            float _e932 = pair(x_26, k0_6, _e931, at_15);
                            uint _e934 = row_head[1];
                            float _e935 = pair(x_26, k1_6, _e934, at_15);
                            uint _e937 = row_head[1];
                            float _e938 = pair(x_26, k2_6, _e937, at_15);
                            uint _e940 = row_head[1];
                            float _e941 = pair(x_26, k3_6, _e940, at_15);
                            s_10[1] = (_e929 + vec4(_e932, _e935, _e938, _e941));
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
                            uint _e974 = c;
                            uint at_16 = (((_e974 * TX) + 7u) * 4u);
                            vec4 _e981 = s_10[0];
                            uint _e983 = row_head[0];
                            float _e984 = pair(x_27, k0_7, _e983, at_16);
                            uint _e986 = row_head[0];
                            float _e987 = pair(x_27, k1_7, _e986, at_16);
                            uint _e989 = row_head[0];
                            float _e990 = pair(x_27, k2_7, _e989, at_16);
                            uint _e992 = row_head[0];
                            float _e993 = pair(x_27, k3_7, _e992, at_16);
                            s_10[0] = (_e981 + vec4(_e984, _e987, _e990, _e993));
                        }
                        {
                            vec4 x_28 = q_tile[(((8u + ty) * STRIDE) + 7u)];
                            uint _e1004 = c;
                            uint at_17 = (((_e1004 * TX) + 7u) * 4u);
                            vec4 _e1011 = s_10[1];
                            uint _e1013 = row_head[1];
                            float _e1014 = pair(x_28, k0_7, _e1013, at_17);
                            uint _e1016 = row_head[1];
                            float _e1017 = pair(x_28, k1_7, _e1016, at_17);
                            uint _e1019 = row_head[1];
                            float _e1020 = pair(x_28, k2_7, _e1019, at_17);
                            uint _e1022 = row_head[1];
                            float _e1023 = pair(x_28, k3_7, _e1022, at_17);
                            s_10[1] = (_e1011 + vec4(_e1014, _e1017, _e1020, _e1023));
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                }
            }
            if (true) {
                bool _e1032 = sees_whole(_e8, _e157);
                local_9 = !(_e1032);
            } else {
                local_9 = true;
            }
            bool edits = local_9;
            {
                vec4 _e1038 = s_10[0];
                vec4 _e1039 = scale_pairs(_e1038);
                s_10[0] = _e1039;
                if (edits) {
                    vec4 _e1042 = s_10[0];
                    uint _e1044 = row_head[0];
                    uint _e1046 = row_q[0];
                    uvec2 _e1051 = row_keys[0];
                    uint _e1054 = row_head[0];
                    uint _e1056 = row_q[0];
                    uvec2 _e1057 = seen_keys(_e1051, _e157.end, b_14, _e1054, _e1056);
                    vec4 _e1058 = edit_four(_e1042, b_14, _e1044, _e1046, (key0_ + (tx_1 * 4u)), _e1057);
                    s_10[0] = _e1058;
                }
                vec4 _e1061 = s_10[0];
                float _e1062 = size_of(_e1061);
                float _e1063 = lanes_max(_e1062);
                part_2[0] = _e1063;
                float _e1067 = part_2[0];
                put_part((0u + ty), tx_1, _e1067);
            }
            {
                vec4 _e1070 = s_10[1];
                vec4 _e1071 = scale_pairs(_e1070);
                s_10[1] = _e1071;
                if (edits) {
                    vec4 _e1074 = s_10[1];
                    uint _e1076 = row_head[1];
                    uint _e1078 = row_q[1];
                    uvec2 _e1083 = row_keys[1];
                    uint _e1086 = row_head[1];
                    uint _e1088 = row_q[1];
                    uvec2 _e1089 = seen_keys(_e1083, _e157.end, b_14, _e1086, _e1088);
                    vec4 _e1090 = edit_four(_e1074, b_14, _e1076, _e1078, (key0_ + (tx_1 * 4u)), _e1089);
                    s_10[1] = _e1090;
                }
                vec4 _e1093 = s_10[1];
                float _e1094 = size_of(_e1093);
                float _e1095 = lanes_max(_e1094);
                part_2[1] = _e1095;
                float _e1099 = part_2[1];
                put_part((8u + ty), tx_1, _e1099);
            }
            memoryBarrierShared();
            barrier();
            {
                float _e1101 = m_2[0];
                float _e1105 = part_2[0];
                float _e1106 = row_max((0u + ty), _e1105);
                float _e1107 = next_max(_e1101, _e1106);
                float _e1109 = m_2[0];
                float shrink_1 = exp((_e1109 - _e1107));
                vec4 _e1113 = s_10[0];
                uint _e1115 = row_head[0];
                uint _e1117 = row_q[0];
                vec4 _e1121 = weights(_e1113, _e1107, b_14, _e1115, _e1117, (key0_ + (tx_1 * 4u)));
                p_tile[(((0u + ty) * STRIDE) + tx_1)] = _e1121;
                float _e1131 = l_1[0];
                vec4 _e1134 = s_10[0];
                float _e1135 = mass(_e1134, _e1121);
                l_1[0] = ((_e1131 * shrink_1) + _e1135);
                m_2[0] = _e1107;
                {
                    vec4 _e1139 = acc[0];
                    acc[0] = (_e1139 * shrink_1);
                }
                {
                    vec4 _e1142 = acc[2];
                    acc[2] = (_e1142 * shrink_1);
                }
            }
            {
                float _e1145 = m_2[1];
                float _e1149 = part_2[1];
                float _e1150 = row_max((8u + ty), _e1149);
                float _e1151 = next_max(_e1145, _e1150);
                float _e1153 = m_2[1];
                float shrink_2 = exp((_e1153 - _e1151));
                vec4 _e1157 = s_10[1];
                uint _e1159 = row_head[1];
                uint _e1161 = row_q[1];
                vec4 _e1165 = weights(_e1157, _e1151, b_14, _e1159, _e1161, (key0_ + (tx_1 * 4u)));
                p_tile[(((8u + ty) * STRIDE) + tx_1)] = _e1165;
                float _e1175 = l_1[1];
                vec4 _e1178 = s_10[1];
                float _e1179 = mass(_e1178, _e1165);
                l_1[1] = ((_e1175 * shrink_2) + _e1179);
                m_2[1] = _e1151;
                {
                    vec4 _e1183 = acc[1];
                    acc[1] = (_e1183 * shrink_2);
                }
                {
                    vec4 _e1186 = acc[3];
                    acc[3] = (_e1186 * shrink_2);
                }
            }
            {
                {
                    uint slot_8 = (0u + ty);
                    if ((slot_8 < BLOCK_K)) {
                        uint _e1197 = key_of(min((key0_ + slot_8), (_e157.end - 1u)));
                        uint _e1201 = _group_0_binding_0_cs.v_row;
                        vec4 _e1208 = load_v4_((_e8.v_base + (_e1197 * _e1201)), ((0u + tx_1) * 4u));
                        bool _e1209 = any_nonfinite(_e1208);
                        if (_e1209) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                        kv_tile[((slot_8 * STRIDE) + tx_1)] = _e1208;
                    }
                }
                {
                    uint slot_9 = (8u + ty);
                    if ((slot_9 < BLOCK_K)) {
                        uint _e1226 = key_of(min((key0_ + slot_9), (_e157.end - 1u)));
                        uint _e1230 = _group_0_binding_0_cs.v_row;
                        vec4 _e1237 = load_v4_((_e8.v_base + (_e1226 * _e1230)), ((0u + tx_1) * 4u));
                        bool _e1238 = any_nonfinite(_e1237);
                        if (_e1238) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                        kv_tile[((slot_9 * STRIDE) + tx_1)] = _e1237;
                    }
                }
                {
                    uint slot_10 = (16u + ty);
                    if ((slot_10 < BLOCK_K)) {
                        uint _e1255 = key_of(min((key0_ + slot_10), (_e157.end - 1u)));
                        uint _e1259 = _group_0_binding_0_cs.v_row;
                        vec4 _e1266 = load_v4_((_e8.v_base + (_e1255 * _e1259)), ((0u + tx_1) * 4u));
                        bool _e1267 = any_nonfinite(_e1266);
                        if (_e1267) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                        kv_tile[((slot_10 * STRIDE) + tx_1)] = _e1266;
                    }
                }
                {
                    uint slot_11 = (24u + ty);
                    if ((slot_11 < BLOCK_K)) {
                        uint _e1284 = key_of(min((key0_ + slot_11), (_e157.end - 1u)));
                        uint _e1288 = _group_0_binding_0_cs.v_row;
                        vec4 _e1295 = load_v4_((_e8.v_base + (_e1284 * _e1288)), ((0u + tx_1) * 4u));
                        bool _e1296 = any_nonfinite(_e1295);
                        if (_e1296) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                        kv_tile[((slot_11 * STRIDE) + tx_1)] = _e1295;
                    }
                }
                memoryBarrierShared();
                barrier();
                uint _e1305 = atomicOr(v_nonfinite, 0u);
                if ((_e1305 == 0u)) {
                    {
                        uint v_at = (0u + tx_1);
                        vec4 v0_ = kv_tile[v_at];
                        vec4 v1_ = kv_tile[(v_at + STRIDE)];
                        vec4 v2_ = kv_tile[(v_at + 18u)];
                        vec4 v3_ = kv_tile[(v_at + 27u)];
                        {
                            vec4 p_2 = p_tile[(((0u + ty) * STRIDE) + 0u)];
                            vec4 _e1338 = acc[0];
                            acc[0] = (_e1338 + ((((p_2.x * v0_) + (p_2.y * v1_)) + (p_2.z * v2_)) + (p_2.w * v3_)));
                        }
                        {
                            vec4 p_3 = p_tile[(((8u + ty) * STRIDE) + 0u)];
                            vec4 _e1360 = acc[1];
                            acc[1] = (_e1360 + ((((p_3.x * v0_) + (p_3.y * v1_)) + (p_3.z * v2_)) + (p_3.w * v3_)));
                        }
                    }
                    {
                        uint v_at_1 = (36u + tx_1);
                        vec4 v0_1 = kv_tile[v_at_1];
                        vec4 v1_1 = kv_tile[(v_at_1 + STRIDE)];
                        vec4 v2_1 = kv_tile[(v_at_1 + 18u)];
                        vec4 v3_1 = kv_tile[(v_at_1 + 27u)];
                        {
                            vec4 p_4 = p_tile[(((0u + ty) * STRIDE) + 1u)];
                            vec4 _e1403 = acc[0];
                            acc[0] = (_e1403 + ((((p_4.x * v0_1) + (p_4.y * v1_1)) + (p_4.z * v2_1)) + (p_4.w * v3_1)));
                        }
                        {
                            vec4 p_5 = p_tile[(((8u + ty) * STRIDE) + 1u)];
                            vec4 _e1425 = acc[1];
                            acc[1] = (_e1425 + ((((p_5.x * v0_1) + (p_5.y * v1_1)) + (p_5.z * v2_1)) + (p_5.w * v3_1)));
                        }
                    }
                    {
                        uint v_at_2 = (72u + tx_1);
                        vec4 v0_2 = kv_tile[v_at_2];
                        vec4 v1_2 = kv_tile[(v_at_2 + STRIDE)];
                        vec4 v2_2 = kv_tile[(v_at_2 + 18u)];
                        vec4 v3_2 = kv_tile[(v_at_2 + 27u)];
                        {
                            vec4 p_6 = p_tile[(((0u + ty) * STRIDE) + 2u)];
                            vec4 _e1468 = acc[0];
                            acc[0] = (_e1468 + ((((p_6.x * v0_2) + (p_6.y * v1_2)) + (p_6.z * v2_2)) + (p_6.w * v3_2)));
                        }
                        {
                            vec4 p_7 = p_tile[(((8u + ty) * STRIDE) + 2u)];
                            vec4 _e1490 = acc[1];
                            acc[1] = (_e1490 + ((((p_7.x * v0_2) + (p_7.y * v1_2)) + (p_7.z * v2_2)) + (p_7.w * v3_2)));
                        }
                    }
                    {
                        uint v_at_3 = (108u + tx_1);
                        vec4 v0_3 = kv_tile[v_at_3];
                        vec4 v1_3 = kv_tile[(v_at_3 + STRIDE)];
                        vec4 v2_3 = kv_tile[(v_at_3 + 18u)];
                        vec4 v3_3 = kv_tile[(v_at_3 + 27u)];
                        {
                            vec4 p_8 = p_tile[(((0u + ty) * STRIDE) + 3u)];
                            vec4 _e1533 = acc[0];
                            acc[0] = (_e1533 + ((((p_8.x * v0_3) + (p_8.y * v1_3)) + (p_8.z * v2_3)) + (p_8.w * v3_3)));
                        }
                        {
                            vec4 p_9 = p_tile[(((8u + ty) * STRIDE) + 3u)];
                            vec4 _e1555 = acc[1];
                            acc[1] = (_e1555 + ((((p_9.x * v0_3) + (p_9.y * v1_3)) + (p_9.z * v2_3)) + (p_9.w * v3_3)));
                        }
                    }
                    {
                        uint v_at_4 = (144u + tx_1);
                        vec4 v0_4 = kv_tile[v_at_4];
                        vec4 v1_4 = kv_tile[(v_at_4 + STRIDE)];
                        vec4 v2_4 = kv_tile[(v_at_4 + 18u)];
                        vec4 v3_4 = kv_tile[(v_at_4 + 27u)];
                        {
                            vec4 p_10 = p_tile[(((0u + ty) * STRIDE) + 4u)];
                            vec4 _e1598 = acc[0];
                            acc[0] = (_e1598 + ((((p_10.x * v0_4) + (p_10.y * v1_4)) + (p_10.z * v2_4)) + (p_10.w * v3_4)));
                        }
                        {
                            vec4 p_11 = p_tile[(((8u + ty) * STRIDE) + 4u)];
                            vec4 _e1620 = acc[1];
                            acc[1] = (_e1620 + ((((p_11.x * v0_4) + (p_11.y * v1_4)) + (p_11.z * v2_4)) + (p_11.w * v3_4)));
                        }
                    }
                    {
                        uint v_at_5 = (180u + tx_1);
                        vec4 v0_5 = kv_tile[v_at_5];
                        vec4 v1_5 = kv_tile[(v_at_5 + STRIDE)];
                        vec4 v2_5 = kv_tile[(v_at_5 + 18u)];
                        vec4 v3_5 = kv_tile[(v_at_5 + 27u)];
                        {
                            vec4 p_12 = p_tile[(((0u + ty) * STRIDE) + 5u)];
                            vec4 _e1663 = acc[0];
                            acc[0] = (_e1663 + ((((p_12.x * v0_5) + (p_12.y * v1_5)) + (p_12.z * v2_5)) + (p_12.w * v3_5)));
                        }
                        {
                            vec4 p_13 = p_tile[(((8u + ty) * STRIDE) + 5u)];
                            vec4 _e1685 = acc[1];
                            acc[1] = (_e1685 + ((((p_13.x * v0_5) + (p_13.y * v1_5)) + (p_13.z * v2_5)) + (p_13.w * v3_5)));
                        }
                    }
                    {
                        uint v_at_6 = (216u + tx_1);
                        vec4 v0_6 = kv_tile[v_at_6];
                        vec4 v1_6 = kv_tile[(v_at_6 + STRIDE)];
                        vec4 v2_6 = kv_tile[(v_at_6 + 18u)];
                        vec4 v3_6 = kv_tile[(v_at_6 + 27u)];
                        {
                            vec4 p_14 = p_tile[(((0u + ty) * STRIDE) + 6u)];
                            vec4 _e1728 = acc[0];
                            acc[0] = (_e1728 + ((((p_14.x * v0_6) + (p_14.y * v1_6)) + (p_14.z * v2_6)) + (p_14.w * v3_6)));
                        }
                        {
                            vec4 p_15 = p_tile[(((8u + ty) * STRIDE) + 6u)];
                            vec4 _e1750 = acc[1];
                            acc[1] = (_e1750 + ((((p_15.x * v0_6) + (p_15.y * v1_6)) + (p_15.z * v2_6)) + (p_15.w * v3_6)));
                        }
                    }
                    {
                        uint v_at_7 = (252u + tx_1);
                        vec4 v0_7 = kv_tile[v_at_7];
                        vec4 v1_7 = kv_tile[(v_at_7 + STRIDE)];
                        vec4 v2_7 = kv_tile[(v_at_7 + 18u)];
                        vec4 v3_7 = kv_tile[(v_at_7 + 27u)];
                        {
                            vec4 p_16 = p_tile[(((0u + ty) * STRIDE) + 7u)];
                            vec4 _e1793 = acc[0];
                            acc[0] = (_e1793 + ((((p_16.x * v0_7) + (p_16.y * v1_7)) + (p_16.z * v2_7)) + (p_16.w * v3_7)));
                        }
                        {
                            vec4 p_17 = p_tile[(((8u + ty) * STRIDE) + 7u)];
                            vec4 _e1815 = acc[1];
                            acc[1] = (_e1815 + ((((p_17.x * v0_7) + (p_17.y * v1_7)) + (p_17.z * v2_7)) + (p_17.w * v3_7)));
                        }
                    }
                } else {
                    k_2 = 0u;
                    bool loop_init_4 = true;
                    while(true) {
                        if (!loop_init_4) {
                            uint _e1889 = k_2;
                            k_2 = (_e1889 + 1u);
                        }
                        loop_init_4 = false;
                        uint _e1830 = k_2;
                        if ((_e1830 < BLOCK_K)) {
                        } else {
                            break;
                        }
                        {
                            uint _e1834 = k_2;
                            vec4 v_3 = kv_tile[((_e1834 * STRIDE) + tx_1)];
                            {
                                uint _e1845 = k_2;
                                uint _e1850 = k_2;
                                float p_18 = p_tile[(((0u + ty) * STRIDE) + (_e1845 / 4u))][(_e1850 % 4u)];
                                vec4 _e1856 = acc[0];
                                acc[0] = (_e1856 + ((p_18 == 0.0) ? vec4(0.0) : (p_18 * v_3)));
                            }
                            {
                                uint _e1869 = k_2;
                                uint _e1874 = k_2;
                                float p_19 = p_tile[(((8u + ty) * STRIDE) + (_e1869 / 4u))][(_e1874 % 4u)];
                                vec4 _e1880 = acc[1];
                                acc[1] = (_e1880 + ((p_19 == 0.0) ? vec4(0.0) : (p_19 * v_3)));
                            }
                        }
                    }
                }
                memoryBarrierShared();
                barrier();
            }
            {
                {
                    uint slot_12 = (0u + ty);
                    if ((slot_12 < BLOCK_K)) {
                        uint _e1900 = key_of(min((key0_ + slot_12), (_e157.end - 1u)));
                        uint _e1904 = _group_0_binding_0_cs.v_row;
                        vec4 _e1911 = load_v4_((_e8.v_base + (_e1900 * _e1904)), ((8u + tx_1) * 4u));
                        bool _e1912 = any_nonfinite(_e1911);
                        if (_e1912) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                        kv_tile[((slot_12 * STRIDE) + tx_1)] = _e1911;
                    }
                }
                {
                    uint slot_13 = (8u + ty);
                    if ((slot_13 < BLOCK_K)) {
                        uint _e1929 = key_of(min((key0_ + slot_13), (_e157.end - 1u)));
                        uint _e1933 = _group_0_binding_0_cs.v_row;
                        vec4 _e1940 = load_v4_((_e8.v_base + (_e1929 * _e1933)), ((8u + tx_1) * 4u));
                        bool _e1941 = any_nonfinite(_e1940);
                        if (_e1941) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                        kv_tile[((slot_13 * STRIDE) + tx_1)] = _e1940;
                    }
                }
                {
                    uint slot_14 = (16u + ty);
                    if ((slot_14 < BLOCK_K)) {
                        uint _e1958 = key_of(min((key0_ + slot_14), (_e157.end - 1u)));
                        uint _e1962 = _group_0_binding_0_cs.v_row;
                        vec4 _e1969 = load_v4_((_e8.v_base + (_e1958 * _e1962)), ((8u + tx_1) * 4u));
                        bool _e1970 = any_nonfinite(_e1969);
                        if (_e1970) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                        kv_tile[((slot_14 * STRIDE) + tx_1)] = _e1969;
                    }
                }
                {
                    uint slot_15 = (24u + ty);
                    if ((slot_15 < BLOCK_K)) {
                        uint _e1987 = key_of(min((key0_ + slot_15), (_e157.end - 1u)));
                        uint _e1991 = _group_0_binding_0_cs.v_row;
                        vec4 _e1998 = load_v4_((_e8.v_base + (_e1987 * _e1991)), ((8u + tx_1) * 4u));
                        bool _e1999 = any_nonfinite(_e1998);
                        if (_e1999) {
                            atomicExchange(v_nonfinite, 1u);
                        }
                        kv_tile[((slot_15 * STRIDE) + tx_1)] = _e1998;
                    }
                }
                memoryBarrierShared();
                barrier();
                uint _e2008 = atomicOr(v_nonfinite, 0u);
                if ((_e2008 == 0u)) {
                    {
                        uint v_at_8 = (0u + tx_1);
                        vec4 v0_8 = kv_tile[v_at_8];
                        vec4 v1_8 = kv_tile[(v_at_8 + STRIDE)];
                        vec4 v2_8 = kv_tile[(v_at_8 + 18u)];
                        vec4 v3_8 = kv_tile[(v_at_8 + 27u)];
                        {
                            vec4 p_20 = p_tile[(((0u + ty) * STRIDE) + 0u)];
                            vec4 _e2041 = acc[2];
                            acc[2] = (_e2041 + ((((p_20.x * v0_8) + (p_20.y * v1_8)) + (p_20.z * v2_8)) + (p_20.w * v3_8)));
                        }
                        {
                            vec4 p_21 = p_tile[(((8u + ty) * STRIDE) + 0u)];
                            vec4 _e2063 = acc[3];
                            acc[3] = (_e2063 + ((((p_21.x * v0_8) + (p_21.y * v1_8)) + (p_21.z * v2_8)) + (p_21.w * v3_8)));
                        }
                    }
                    {
                        uint v_at_9 = (36u + tx_1);
                        vec4 v0_9 = kv_tile[v_at_9];
                        vec4 v1_9 = kv_tile[(v_at_9 + STRIDE)];
                        vec4 v2_9 = kv_tile[(v_at_9 + 18u)];
                        vec4 v3_9 = kv_tile[(v_at_9 + 27u)];
                        {
                            vec4 p_22 = p_tile[(((0u + ty) * STRIDE) + 1u)];
                            vec4 _e2106 = acc[2];
                            acc[2] = (_e2106 + ((((p_22.x * v0_9) + (p_22.y * v1_9)) + (p_22.z * v2_9)) + (p_22.w * v3_9)));
                        }
                        {
                            vec4 p_23 = p_tile[(((8u + ty) * STRIDE) + 1u)];
                            vec4 _e2128 = acc[3];
                            acc[3] = (_e2128 + ((((p_23.x * v0_9) + (p_23.y * v1_9)) + (p_23.z * v2_9)) + (p_23.w * v3_9)));
                        }
                    }
                    {
                        uint v_at_10 = (72u + tx_1);
                        vec4 v0_10 = kv_tile[v_at_10];
                        vec4 v1_10 = kv_tile[(v_at_10 + STRIDE)];
                        vec4 v2_10 = kv_tile[(v_at_10 + 18u)];
                        vec4 v3_10 = kv_tile[(v_at_10 + 27u)];
                        {
                            vec4 p_24 = p_tile[(((0u + ty) * STRIDE) + 2u)];
                            vec4 _e2171 = acc[2];
                            acc[2] = (_e2171 + ((((p_24.x * v0_10) + (p_24.y * v1_10)) + (p_24.z * v2_10)) + (p_24.w * v3_10)));
                        }
                        {
                            vec4 p_25 = p_tile[(((8u + ty) * STRIDE) + 2u)];
                            vec4 _e2193 = acc[3];
                            acc[3] = (_e2193 + ((((p_25.x * v0_10) + (p_25.y * v1_10)) + (p_25.z * v2_10)) + (p_25.w * v3_10)));
                        }
                    }
                    {
                        uint v_at_11 = (108u + tx_1);
                        vec4 v0_11 = kv_tile[v_at_11];
                        vec4 v1_11 = kv_tile[(v_at_11 + STRIDE)];
                        vec4 v2_11 = kv_tile[(v_at_11 + 18u)];
                        vec4 v3_11 = kv_tile[(v_at_11 + 27u)];
                        {
                            vec4 p_26 = p_tile[(((0u + ty) * STRIDE) + 3u)];
                            vec4 _e2236 = acc[2];
                            acc[2] = (_e2236 + ((((p_26.x * v0_11) + (p_26.y * v1_11)) + (p_26.z * v2_11)) + (p_26.w * v3_11)));
                        }
                        {
                            vec4 p_27 = p_tile[(((8u + ty) * STRIDE) + 3u)];
                            vec4 _e2258 = acc[3];
                            acc[3] = (_e2258 + ((((p_27.x * v0_11) + (p_27.y * v1_11)) + (p_27.z * v2_11)) + (p_27.w * v3_11)));
                        }
                    }
                    {
                        uint v_at_12 = (144u + tx_1);
                        vec4 v0_12 = kv_tile[v_at_12];
                        vec4 v1_12 = kv_tile[(v_at_12 + STRIDE)];
                        vec4 v2_12 = kv_tile[(v_at_12 + 18u)];
                        vec4 v3_12 = kv_tile[(v_at_12 + 27u)];
                        {
                            vec4 p_28 = p_tile[(((0u + ty) * STRIDE) + 4u)];
                            vec4 _e2301 = acc[2];
                            acc[2] = (_e2301 + ((((p_28.x * v0_12) + (p_28.y * v1_12)) + (p_28.z * v2_12)) + (p_28.w * v3_12)));
                        }
                        {
                            vec4 p_29 = p_tile[(((8u + ty) * STRIDE) + 4u)];
                            vec4 _e2323 = acc[3];
                            acc[3] = (_e2323 + ((((p_29.x * v0_12) + (p_29.y * v1_12)) + (p_29.z * v2_12)) + (p_29.w * v3_12)));
                        }
                    }
                    {
                        uint v_at_13 = (180u + tx_1);
                        vec4 v0_13 = kv_tile[v_at_13];
                        vec4 v1_13 = kv_tile[(v_at_13 + STRIDE)];
                        vec4 v2_13 = kv_tile[(v_at_13 + 18u)];
                        vec4 v3_13 = kv_tile[(v_at_13 + 27u)];
                        {
                            vec4 p_30 = p_tile[(((0u + ty) * STRIDE) + 5u)];
                            vec4 _e2366 = acc[2];
                            acc[2] = (_e2366 + ((((p_30.x * v0_13) + (p_30.y * v1_13)) + (p_30.z * v2_13)) + (p_30.w * v3_13)));
                        }
                        {
                            vec4 p_31 = p_tile[(((8u + ty) * STRIDE) + 5u)];
                            vec4 _e2388 = acc[3];
                            acc[3] = (_e2388 + ((((p_31.x * v0_13) + (p_31.y * v1_13)) + (p_31.z * v2_13)) + (p_31.w * v3_13)));
                        }
                    }
                    {
                        uint v_at_14 = (216u + tx_1);
                        vec4 v0_14 = kv_tile[v_at_14];
                        vec4 v1_14 = kv_tile[(v_at_14 + STRIDE)];
                        vec4 v2_14 = kv_tile[(v_at_14 + 18u)];
                        vec4 v3_14 = kv_tile[(v_at_14 + 27u)];
                        {
                            vec4 p_32 = p_tile[(((0u + ty) * STRIDE) + 6u)];
                            vec4 _e2431 = acc[2];
                            acc[2] = (_e2431 + ((((p_32.x * v0_14) + (p_32.y * v1_14)) + (p_32.z * v2_14)) + (p_32.w * v3_14)));
                        }
                        {
                            vec4 p_33 = p_tile[(((8u + ty) * STRIDE) + 6u)];
                            vec4 _e2453 = acc[3];
                            acc[3] = (_e2453 + ((((p_33.x * v0_14) + (p_33.y * v1_14)) + (p_33.z * v2_14)) + (p_33.w * v3_14)));
                        }
                    }
                    {
                        uint v_at_15 = (252u + tx_1);
                        vec4 v0_15 = kv_tile[v_at_15];
                        vec4 v1_15 = kv_tile[(v_at_15 + STRIDE)];
                        vec4 v2_15 = kv_tile[(v_at_15 + 18u)];
                        vec4 v3_15 = kv_tile[(v_at_15 + 27u)];
                        {
                            vec4 p_34 = p_tile[(((0u + ty) * STRIDE) + 7u)];
                            vec4 _e2496 = acc[2];
                            acc[2] = (_e2496 + ((((p_34.x * v0_15) + (p_34.y * v1_15)) + (p_34.z * v2_15)) + (p_34.w * v3_15)));
                        }
                        {
                            vec4 p_35 = p_tile[(((8u + ty) * STRIDE) + 7u)];
                            vec4 _e2518 = acc[3];
                            acc[3] = (_e2518 + ((((p_35.x * v0_15) + (p_35.y * v1_15)) + (p_35.z * v2_15)) + (p_35.w * v3_15)));
                        }
                    }
                } else {
                    k_3 = 0u;
                    bool loop_init_5 = true;
                    while(true) {
                        if (!loop_init_5) {
                            uint _e2592 = k_3;
                            k_3 = (_e2592 + 1u);
                        }
                        loop_init_5 = false;
                        uint _e2533 = k_3;
                        if ((_e2533 < BLOCK_K)) {
                        } else {
                            break;
                        }
                        {
                            uint _e2537 = k_3;
                            vec4 v_4 = kv_tile[((_e2537 * STRIDE) + tx_1)];
                            {
                                uint _e2548 = k_3;
                                uint _e2553 = k_3;
                                float p_36 = p_tile[(((0u + ty) * STRIDE) + (_e2548 / 4u))][(_e2553 % 4u)];
                                vec4 _e2559 = acc[2];
                                acc[2] = (_e2559 + ((p_36 == 0.0) ? vec4(0.0) : (p_36 * v_4)));
                            }
                            {
                                uint _e2572 = k_3;
                                uint _e2577 = k_3;
                                float p_37 = p_tile[(((8u + ty) * STRIDE) + (_e2572 / 4u))][(_e2577 % 4u)];
                                vec4 _e2583 = acc[3];
                                acc[3] = (_e2583 + ((p_37 == 0.0) ? vec4(0.0) : (p_37 * v_4)));
                            }
                        }
                    }
                }
                memoryBarrierShared();
                barrier();
            }
        }
    }
    {
        float _e2599 = l_1[0];
        float _e2600 = lanes_sum(_e2599);
        part_2[0] = _e2600;
        float _e2604 = part_2[0];
        put_part((0u + ty), tx_1, _e2604);
    }
    {
        float _e2607 = l_1[1];
        float _e2608 = lanes_sum(_e2607);
        part_2[1] = _e2608;
        float _e2612 = part_2[1];
        put_part((8u + ty), tx_1, _e2612);
    }
    memoryBarrierShared();
    barrier();
    {
        uint row_9 = ((_e8.first_row + 0u) + ty);
        if ((row_9 < _e8.row_end)) {
            float _e2620 = m_2[0];
            float _e2624 = part_2[0];
            float _e2625 = row_sum((0u + ty), _e2624);
            uint _e2627 = row_head[0];
            vec2 _e2629 = finish_row(_e2620, _e2625, _e2627, _e8.split);
            uint _e2631 = row_head[0];
            uint _e2633 = row_q[0];
            uint _e2634 = output_at(_e8, _e2631, _e2633);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                vec4 _e2641 = acc[0];
                float _e2644 = row_factor[0];
                uint _e2648 = row_head[0];
                uint _e2650 = row_q[0];
                vec4 _e2651 = output_((_e2641 * (_e2629.x * _e2644)), b_14, _e2648, _e2650, d_7);
                store_o4_(_e2634, d_7, V_DIM, _e2651);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                vec4 _e2658 = acc[2];
                float _e2661 = row_factor[0];
                uint _e2665 = row_head[0];
                uint _e2667 = row_q[0];
                vec4 _e2668 = output_((_e2658 * (_e2629.x * _e2661)), b_14, _e2665, _e2667, d_8);
                store_o4_(_e2634, d_8, V_DIM, _e2668);
            }
            if ((tx_1 == 0u)) {
                uint _e2672 = row_head[0];
                uint _e2674 = row_q[0];
                uint _e2675 = lse_at_1(_e8, _e2672, _e2674);
                uint _e2679 = _group_0_binding_0_cs.lse_split;
                store_lse((_e2675 + (_e8.split * _e2679)), _e2629.y);
            }
        }
    }
    {
        uint row_10 = ((_e8.first_row + 8u) + ty);
        if ((row_10 < _e8.row_end)) {
            float _e2690 = m_2[1];
            float _e2694 = part_2[1];
            float _e2695 = row_sum((8u + ty), _e2694);
            uint _e2697 = row_head[1];
            vec2 _e2699 = finish_row(_e2690, _e2695, _e2697, _e8.split);
            uint _e2701 = row_head[1];
            uint _e2703 = row_q[1];
            uint _e2704 = output_at(_e8, _e2701, _e2703);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                vec4 _e2711 = acc[1];
                float _e2714 = row_factor[1];
                uint _e2718 = row_head[1];
                uint _e2720 = row_q[1];
                vec4 _e2721 = output_((_e2711 * (_e2699.x * _e2714)), b_14, _e2718, _e2720, d_9);
                store_o4_(_e2704, d_9, V_DIM, _e2721);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                vec4 _e2728 = acc[3];
                float _e2731 = row_factor[1];
                uint _e2735 = row_head[1];
                uint _e2737 = row_q[1];
                vec4 _e2738 = output_((_e2728 * (_e2699.x * _e2731)), b_14, _e2735, _e2737, d_10);
                store_o4_(_e2704, d_10, V_DIM, _e2738);
            }
            if ((tx_1 == 0u)) {
                uint _e2742 = row_head[1];
                uint _e2744 = row_q[1];
                uint _e2745 = lse_at_1(_e8, _e2742, _e2744);
                uint _e2749 = _group_0_binding_0_cs.lse_split;
                store_lse((_e2745 + (_e8.split * _e2749)), _e2699.y);
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
        p_tile = vec4[144](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        v_nonfinite = 0u;
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    run(wid, tid);
    return;
}

