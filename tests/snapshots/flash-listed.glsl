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
const uint ABREAST = 2u;
const uint BUNDLE = 16u;
const bool TURNS = false;
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
    uint _e19 = _group_0_binding_0_cs.block_kv;
    uint _e21 = key_tiles_of_block();
    uint first_1 = ((block_1 * _e19) + ((n % _e21) * BLOCK_K));
    uint _e32 = _group_0_binding_0_cs.block_kv;
    uint end_2 = min(seen_1.keys.y, ((block_1 + 1u) * _e32));
    return Tile(first_1, (((first_1 + BLOCK_K) <= seen_1.keys.x) ? 0u : end_2), partly, block_1);
}

void hold_tile(Tile tile) {
    tile_block = tile.listed;
    tile_partial = tile.partly;
    return;
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

float next_max(float m, float tile_1) {
    return max(m, tile_1);
}

float size_of(vec4 s_5) {
    return max(max(s_5.x, s_5.y), max(s_5.z, s_5.w));
}

vec4 weights(vec4 s_6, float top_2, uint b_7, uint head_1, uint i_3, uint slot_1) {
    vec4 _e12 = exp_kept4_((s_6 - vec4(((top_2 == MASKED) ? 0.0 : top_2))));
    return _e12;
}

float mass(vec4 s_7, vec4 p) {
    return (((p.x + p.y) + p.z) + p.w);
}

float sink_logit(uint h_4) {
    return MASKED;
}

vec3 finish_row(float m_1, float l, uint head_2, uint split_2) {
    float top_3 = 0.0;
    float shrink = 1.0;
    float sum_3 = 0.0;
    bool local_1 = false;
    top_3 = m_1;
    sum_3 = l;
    float _e8 = sink_logit(head_2);
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
    uint row_6 = (place / 1u);
    uint _e41 = _group_0_binding_0_cs.q_tiles;
    if (TURNS) {
        local_2 = ((uint(bitCount(place)) % 2u) == 1u);
    } else {
        local_2 = false;
    }
    bool _e54 = local_2;
    uint row_tile_id = (_e54 ? row_6 : ((_e41 - 1u) - row_6));
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
    uint b_13 = (_e77 + (pack / _e80));
    uint _e83 = q_count_1(b_13);
    uint _e84 = kv_count_2(b_13);
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
    Seen seen_3 = Seen(uvec2(_e105.x, _e106.y), ivec2((int(first_query) + _e92), (int(last_query) + _e92)), b_13, head_base_1, _e92);
    if ((first_row_1 < row_end_1)) {
        local_3 = (seen_3.keys.x < seen_3.keys.y);
    } else {
        local_3 = false;
    }
    bool _e128 = local_3;
    if (_e128) {
        bool _e131 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
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
    uint _e147 = q_start(b_13);
    uint _e150 = _group_0_binding_0_cs.q_row;
    uint _e155 = _group_0_binding_0_cs.k_offset;
    uint _e158 = _group_0_binding_0_cs.k_batch;
    uint _e163 = _group_0_binding_0_cs.k_head;
    uint _e166 = kv_start(b_13);
    uint _e169 = _group_0_binding_0_cs.k_row;
    uint _e174 = _group_0_binding_0_cs.v_offset;
    uint _e177 = _group_0_binding_0_cs.v_batch;
    uint _e182 = _group_0_binding_0_cs.v_head;
    uint _e185 = kv_start(b_13);
    uint _e188 = _group_0_binding_0_cs.v_row;
    uint _e193 = _group_0_binding_0_cs.lse_batch;
    uint _e195 = q_start(b_13);
    return Group(seen_3, split_3, first_row_1, row_end_1, _e84, uvec2(_e106.x, _e105.y), _e138, ((_e141 + (b_13 * _e144)) + (_e147 * _e150)), (((_e155 + (b_13 * _e158)) + (kv_head * _e163)) + (_e166 * _e169)), (((_e174 + (b_13 * _e177)) + (kv_head * _e182)) + (_e185 * _e188)), ((b_13 * _e193) + _e195));
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

float edit_one(float s_8, uint b_11, uint head_5, uint i_6, uint slot_2, uvec2 keys_1) {
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
    float _e17 = edit_score(s_8, b_11, head_5, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_9 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_9 = false;
    }
    bool _e26 = local_9;
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
    float top_4 = 0.0;
    uint n_4 = 1u;
    float _e6 = row_part[(row_3 * TX)];
    top_4 = _e6;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e23 = n_4;
            n_4 = (_e23 + 1u);
        }
        loop_init = false;
        uint _e10 = n_4;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = top_4;
            uint _e17 = n_4;
            float _e20 = row_part[((row_3 * TX) + _e17)];
            top_4 = max(_e13, _e20);
        }
    }
    float _e25 = top_4;
    return _e25;
}

float row_sum(uint row_4, float part_1) {
    float sum_4 = 0.0;
    uint n_5 = 1u;
    float _e6 = row_part[(row_4 * TX)];
    sum_4 = _e6;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e23 = n_5;
            n_5 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e10 = n_5;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = sum_4;
            uint _e17 = n_5;
            float _e20 = row_part[((row_4 * TX) + _e17)];
            sum_4 = (_e13 + _e20);
        }
    }
    float _e25 = sum_4;
    return _e25;
}

vec4[4] load_part(Group g_7, Tile tile_6, uint first, uint u, uint tid) {
    vec4 x_13[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    {
        uint i_8 = (0u + tid);
        uint _e12 = value_at(g_7, tile_6, (first + (i_8 / V_ROW)));
        vec4 _e20 = load_v4_(_e12, (((u * V_ROW) + (i_8 % V_ROW)) * 4u));
        x_13[0] = _e20;
    }
    {
        uint i_9 = (64u + tid);
        uint _e27 = value_at(g_7, tile_6, (first + (i_9 / V_ROW)));
        vec4 _e35 = load_v4_(_e27, (((u * V_ROW) + (i_9 % V_ROW)) * 4u));
        x_13[1] = _e35;
    }
    {
        uint i_10 = (128u + tid);
        uint _e42 = value_at(g_7, tile_6, (first + (i_10 / V_ROW)));
        vec4 _e50 = load_v4_(_e42, (((u * V_ROW) + (i_10 % V_ROW)) * 4u));
        x_13[2] = _e50;
    }
    {
        uint i_11 = (192u + tid);
        uint _e57 = value_at(g_7, tile_6, (first + (i_11 / V_ROW)));
        vec4 _e65 = load_v4_(_e57, (((u * V_ROW) + (i_11 % V_ROW)) * 4u));
        x_13[3] = _e65;
    }
    vec4 _e66[4] = x_13;
    return _e66;
}

uvec2 keys_of(Group g_8, uint row_5) {
    bool local_10 = false;
    if (!((row_5 >= g_8.row_end))) {
        uint _e9 = head_of(g_8, row_5);
        uint _e12 = _group_0_binding_0_cs.pack;
        float _e14 = row_weight(g_8.seen.batch, _e9, (row_5 / _e12));
        local_10 = (_e14 == 0.0);
    } else {
        local_10 = true;
    }
    bool _e18 = local_10;
    if (_e18) {
        return uvec2(0u);
    }
    uint _e23 = _group_0_binding_0_cs.pack;
    uvec2 _e28 = key_range((row_5 / _e23), g_8.seen.offset, g_8.kv_len);
    return _e28;
}

void stage_part(vec4 x_14[4], uint tid_1) {
    uvec4 largest = uvec4(0u);
    bool local_11 = false;
    bool local_12 = false;
    bool local_13 = false;
    bool local_14 = false;
    bool local_15 = false;
    bool local_16 = false;
    bool local_17 = false;
    bool local_18 = false;
    {
        uint i_12 = (0u + tid_1);
        if (false) {
            local_11 = (i_12 < 256u);
        } else {
            local_11 = true;
        }
        bool _e13 = local_11;
        if (_e13) {
            kv_tile[i_12] = x_14[0];
            uvec4 _e17 = largest;
            largest = max(_e17, (floatBitsToUint(x_14[0]) & uvec4(2147483647u)));
        }
    }
    {
        uint i_13 = (64u + tid_1);
        if (false) {
            local_12 = (i_13 < 256u);
        } else {
            local_12 = true;
        }
        bool _e32 = local_12;
        if (_e32) {
            kv_tile[i_13] = x_14[1];
            uvec4 _e36 = largest;
            largest = max(_e36, (floatBitsToUint(x_14[1]) & uvec4(2147483647u)));
        }
    }
    {
        uint i_14 = (128u + tid_1);
        if (false) {
            local_13 = (i_14 < 256u);
        } else {
            local_13 = true;
        }
        bool _e51 = local_13;
        if (_e51) {
            kv_tile[i_14] = x_14[2];
            uvec4 _e55 = largest;
            largest = max(_e55, (floatBitsToUint(x_14[2]) & uvec4(2147483647u)));
        }
    }
    {
        uint i_15 = (192u + tid_1);
        if (false) {
            local_14 = (i_15 < 256u);
        } else {
            local_14 = true;
        }
        bool _e70 = local_14;
        if (_e70) {
            kv_tile[i_15] = x_14[3];
            uvec4 _e74 = largest;
            largest = max(_e74, (floatBitsToUint(x_14[3]) & uvec4(2147483647u)));
        }
    }
    uvec4 _e81 = largest;
    if (all(lessThan(_e81, uvec4(2139095040u)))) {
        return;
    }
    atomicExchange(v_nonfinite, 1u);
    {
        uint i_16 = (0u + tid_1);
        if (false) {
            local_15 = (i_16 < 256u);
        } else {
            local_15 = true;
        }
        bool _e96 = local_15;
        if (_e96) {
            bvec4 _e103 = nonfinite(x_14[0]);
            kv_tile[i_16] = mix(x_14[0], vec4(0.0), _e103);
        }
    }
    {
        uint i_17 = (64u + tid_1);
        if (false) {
            local_16 = (i_17 < 256u);
        } else {
            local_16 = true;
        }
        bool _e113 = local_16;
        if (_e113) {
            bvec4 _e120 = nonfinite(x_14[1]);
            kv_tile[i_17] = mix(x_14[1], vec4(0.0), _e120);
        }
    }
    {
        uint i_18 = (128u + tid_1);
        if (false) {
            local_17 = (i_18 < 256u);
        } else {
            local_17 = true;
        }
        bool _e130 = local_17;
        if (_e130) {
            bvec4 _e137 = nonfinite(x_14[2]);
            kv_tile[i_18] = mix(x_14[2], vec4(0.0), _e137);
        }
    }
    {
        uint i_19 = (192u + tid_1);
        if (false) {
            local_18 = (i_19 < 256u);
        } else {
            local_18 = true;
        }
        bool _e147 = local_18;
        if (_e147) {
            bvec4 _e154 = nonfinite(x_14[3]);
            kv_tile[i_19] = mix(x_14[3], vec4(0.0), _e154);
            return;
        } else {
            return;
        }
    }
}

void run(uvec3 wid_2, uint tid_2) {
    uint q_at[2] = uint[2](0u, 0u);
    float m_2[2] = float[2](0.0, 0.0);
    float l_1[2] = float[2](0.0, 0.0);
    float part_2[2] = float[2](0.0, 0.0);
    vec4 acc[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint k_at[4] = uint[4](0u, 0u, 0u, 0u);
    vec4 q_next[2] = vec4[2](vec4(0.0), vec4(0.0));
    vec4 k_next[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint t_3 = 0u;
    uint k_after[4] = uint[4](0u, 0u, 0u, 0u);
    vec4 s_10[2] = vec4[2](vec4(0.0), vec4(0.0));
    uint c = 0u;
    bool local_19 = false;
    bool local_20 = false;
    bool local_21 = false;
    bool local_22 = false;
    vec4 v_next[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    bool local_23 = false;
    bool local_24 = false;
    uint h_7 = 0u;
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
    if ((tid_2 == 0u)) {
        atomicExchange(v_nonfinite, 0u);
    }
    uint tx_1 = ((tid_2 / ABREAST) % TX);
    uint ty = (((tid_2 / 16u) * ABREAST) + (tid_2 % ABREAST));
    uint sy = (tid_2 / TX);
    uint sx = (tid_2 % TX);
    {
        uint row_7 = ((_e8.first_row + 0u) + ty);
        uint _e50 = query_at(_e8, min(((_e8.first_row + 0u) + sy), (_e8.row_end - 1u)));
        q_at[0] = _e50;
        m_2[0] = MASKED;
        if ((row_7 < _e8.row_end)) {
            uint _e56 = head_of(_e8, row_7);
            uint _e59 = _group_0_binding_0_cs.pack;
            uint _e61 = lse_at_1(_e8, _e56, (row_7 / _e59));
            float _e62 = first_max(_e61);
            m_2[0] = _e62;
        }
        l_1[0] = 0.0;
    }
    {
        uint row_8 = ((_e8.first_row + 8u) + ty);
        uint _e78 = query_at(_e8, min(((_e8.first_row + 8u) + sy), (_e8.row_end - 1u)));
        q_at[1] = _e78;
        m_2[1] = MASKED;
        if ((row_8 < _e8.row_end)) {
            uint _e84 = head_of(_e8, row_8);
            uint _e87 = _group_0_binding_0_cs.pack;
            uint _e89 = lse_at_1(_e8, _e84, (row_8 / _e87));
            float _e90 = first_max(_e89);
            m_2[1] = _e90;
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
    if ((_e8.tiles.x < _e8.tiles.y)) {
        Tile _e119 = tile_at(_e8.tiles.x, _e8.tiles.z, _e8.seen);
        hold_tile(_e119);
        {
            uint _e122 = q_at[0];
            vec4 _e125 = load_q4_(_e122, (sx * 4u));
            q_next[0] = _e125;
        }
        {
            uint _e128 = q_at[1];
            vec4 _e131 = load_q4_(_e128, (sx * 4u));
            q_next[1] = _e131;
        }
        {
            uint _e135 = key_at(_e8, _e119, (0u + sy));
            k_at[0] = _e135;
            uint _e138 = k_at[0];
            vec4 _e141 = load_k4_(_e138, (sx * 4u));
            k_next[0] = _e141;
        }
        {
            uint _e145 = key_at(_e8, _e119, (8u + sy));
            k_at[1] = _e145;
            uint _e148 = k_at[1];
            vec4 _e151 = load_k4_(_e148, (sx * 4u));
            k_next[1] = _e151;
        }
        {
            uint _e155 = key_at(_e8, _e119, (16u + sy));
            k_at[2] = _e155;
            uint _e158 = k_at[2];
            vec4 _e161 = load_k4_(_e158, (sx * 4u));
            k_next[2] = _e161;
        }
        {
            uint _e165 = key_at(_e8, _e119, (24u + sy));
            k_at[3] = _e165;
            uint _e168 = k_at[3];
            vec4 _e171 = load_k4_(_e168, (sx * 4u));
            k_next[3] = _e171;
        }
    }
    t_3 = _e8.tiles.x;
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e2074 = t_3;
            t_3 = (_e2074 + 1u);
        }
        loop_init_2 = false;
        uint _e175 = t_3;
        if ((_e175 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e179 = t_3;
            Tile _e190 = tile_at(min((_e179 + 1u), (_e8.tiles.y - 1u)), _e8.tiles.z, _e8.seen);
            hold_tile(_e190);
            k_after = uint[4](0u, 0u, 0u, 0u);
            {
                uint _e196 = key_at(_e8, _e190, (0u + sy));
                k_after[0] = _e196;
            }
            {
                uint _e200 = key_at(_e8, _e190, (8u + sy));
                k_after[1] = _e200;
            }
            {
                uint _e204 = key_at(_e8, _e190, (16u + sy));
                k_after[2] = _e204;
            }
            {
                uint _e208 = key_at(_e8, _e190, (24u + sy));
                k_after[3] = _e208;
            }
            uint _e209 = t_3;
            Tile _e213 = tile_at(_e209, _e8.tiles.z, _e8.seen);
            hold_tile(_e213);
            if ((_e213.first >= _e213.end)) {
                {
                    uint _e219 = k_after[0];
                    k_at[0] = _e219;
                    uint _e222 = k_at[0];
                    vec4 _e225 = load_k4_(_e222, (sx * 4u));
                    k_next[0] = _e225;
                }
                {
                    uint _e228 = k_after[1];
                    k_at[1] = _e228;
                    uint _e231 = k_at[1];
                    vec4 _e234 = load_k4_(_e231, (sx * 4u));
                    k_next[1] = _e234;
                }
                {
                    uint _e237 = k_after[2];
                    k_at[2] = _e237;
                    uint _e240 = k_at[2];
                    vec4 _e243 = load_k4_(_e240, (sx * 4u));
                    k_next[2] = _e243;
                }
                {
                    uint _e246 = k_after[3];
                    k_at[3] = _e246;
                    uint _e249 = k_at[3];
                    vec4 _e252 = load_k4_(_e249, (sx * 4u));
                    k_next[3] = _e252;
                }
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
                    uint _e1097 = c;
                    c = (_e1097 + 1u);
                }
                loop_init_3 = false;
                uint _e263 = c;
                if ((_e263 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    {
                        vec4 _e274 = q_next[0];
                        vec4 _e275 = scale_q(_e274);
                        q_tile[(((0u + sy) * STRIDE) + sx)] = _e275;
                    }
                    {
                        vec4 _e284 = q_next[1];
                        vec4 _e285 = scale_q(_e284);
                        q_tile[(((8u + sy) * STRIDE) + sx)] = _e285;
                    }
                    {
                        uint slot_4 = (0u + sy);
                        if (false) {
                            local_19 = (slot_4 < BLOCK_K);
                        } else {
                            local_19 = true;
                        }
                        bool _e294 = local_19;
                        if (_e294) {
                            vec4 _e308 = k_next[0];
                            kv_tile[(((((slot_4 % 4u) * 8u) + (slot_4 / 4u)) * STRIDE) + sx)] = _e308;
                        }
                    }
                    {
                        uint slot_5 = (8u + sy);
                        if (false) {
                            local_20 = (slot_5 < BLOCK_K);
                        } else {
                            local_20 = true;
                        }
                        bool _e317 = local_20;
                        if (_e317) {
                            vec4 _e331 = k_next[1];
                            kv_tile[(((((slot_5 % 4u) * 8u) + (slot_5 / 4u)) * STRIDE) + sx)] = _e331;
                        }
                    }
                    {
                        uint slot_6 = (16u + sy);
                        if (false) {
                            local_21 = (slot_6 < BLOCK_K);
                        } else {
                            local_21 = true;
                        }
                        bool _e340 = local_21;
                        if (_e340) {
                            vec4 _e354 = k_next[2];
                            kv_tile[(((((slot_6 % 4u) * 8u) + (slot_6 / 4u)) * STRIDE) + sx)] = _e354;
                        }
                    }
                    {
                        uint slot_7 = (24u + sy);
                        if (false) {
                            local_22 = (slot_7 < BLOCK_K);
                        } else {
                            local_22 = true;
                        }
                        bool _e363 = local_22;
                        if (_e363) {
                            vec4 _e377 = k_next[3];
                            kv_tile[(((((slot_7 % 4u) * 8u) + (slot_7 / 4u)) * STRIDE) + sx)] = _e377;
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                    uint _e378 = c;
                    uint column = (((((_e378 + 1u) % QK_CHUNKS) * TX) + sx) * 4u);
                    {
                        uint _e390 = q_at[0];
                        vec4 _e391 = load_q4_(_e390, column);
                        q_next[0] = _e391;
                    }
                    {
                        uint _e394 = q_at[1];
                        vec4 _e395 = load_q4_(_e394, column);
                        q_next[1] = _e395;
                    }
                    {
                        uint _e398 = k_at[0];
                        uint _e400 = k_after[0];
                        uint _e401 = c;
                        k_at[0] = (((_e401 + 1u) == QK_CHUNKS) ? _e400 : _e398);
                        uint _e409 = k_at[0];
                        vec4 _e410 = load_k4_(_e409, column);
                        k_next[0] = _e410;
                    }
                    {
                        uint _e413 = k_at[1];
                        uint _e415 = k_after[1];
                        uint _e416 = c;
                        k_at[1] = (((_e416 + 1u) == QK_CHUNKS) ? _e415 : _e413);
                        uint _e424 = k_at[1];
                        vec4 _e425 = load_k4_(_e424, column);
                        k_next[1] = _e425;
                    }
                    {
                        uint _e428 = k_at[2];
                        uint _e430 = k_after[2];
                        uint _e431 = c;
                        k_at[2] = (((_e431 + 1u) == QK_CHUNKS) ? _e430 : _e428);
                        uint _e439 = k_at[2];
                        vec4 _e440 = load_k4_(_e439, column);
                        k_next[2] = _e440;
                    }
                    {
                        uint _e443 = k_at[3];
                        uint _e445 = k_after[3];
                        uint _e446 = c;
                        k_at[3] = (((_e446 + 1u) == QK_CHUNKS) ? _e445 : _e443);
                        uint _e454 = k_at[3];
                        vec4 _e455 = load_k4_(_e454, column);
                        k_next[3] = _e455;
                    }
                    {
                        uint _e457 = c;
                        uint at_2 = (((_e457 * TX) + 0u) * 4u);
                        {
                            uint k_at_1 = (((0u + tx_1) * STRIDE) + 0u);
                            vec4 k0_ = kv_tile[k_at_1];
                            vec4 k1_ = kv_tile[(k_at_1 + 72u)];
                            vec4 k2_ = kv_tile[(k_at_1 + 144u)];
                            vec4 k3_ = kv_tile[(k_at_1 + 216u)];
                            {
                                vec4 x_15 = q_tile[(((0u + ty) * STRIDE) + 0u)];
                                uint _e498 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y = s_10[0];
                                float _e503 = pair_onto(y.x, x_15, k0_, _e498, at_2);
                                float _e505 = pair_onto(y.y, x_15, k1_, _e498, at_2);
                                float _e507 = pair_onto(y.z, x_15, k2_, _e498, at_2);
                                float _e509 = pair_onto(y.w, x_15, k3_, _e498, at_2);
                                s_10[0] = vec4(_e503, _e505, _e507, _e509);
                            }
                            {
                                vec4 x_16 = q_tile[(((8u + ty) * STRIDE) + 0u)];
                                uint _e523 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_1 = s_10[1];
                                float _e528 = pair_onto(y_1.x, x_16, k0_, _e523, at_2);
                                float _e530 = pair_onto(y_1.y, x_16, k1_, _e523, at_2);
                                float _e532 = pair_onto(y_1.z, x_16, k2_, _e523, at_2);
                                float _e534 = pair_onto(y_1.w, x_16, k3_, _e523, at_2);
                                s_10[1] = vec4(_e528, _e530, _e532, _e534);
                            }
                        }
                    }
                    {
                        uint _e537 = c;
                        uint at_3 = (((_e537 * TX) + 1u) * 4u);
                        {
                            uint k_at_2 = (((0u + tx_1) * STRIDE) + 1u);
                            vec4 k0_1 = kv_tile[k_at_2];
                            vec4 k1_1 = kv_tile[(k_at_2 + 72u)];
                            vec4 k2_1 = kv_tile[(k_at_2 + 144u)];
                            vec4 k3_1 = kv_tile[(k_at_2 + 216u)];
                            {
                                vec4 x_17 = q_tile[(((0u + ty) * STRIDE) + 1u)];
                                uint _e578 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_2 = s_10[0];
                                float _e583 = pair_onto(y_2.x, x_17, k0_1, _e578, at_3);
                                float _e585 = pair_onto(y_2.y, x_17, k1_1, _e578, at_3);
                                float _e587 = pair_onto(y_2.z, x_17, k2_1, _e578, at_3);
                                float _e589 = pair_onto(y_2.w, x_17, k3_1, _e578, at_3);
                                s_10[0] = vec4(_e583, _e585, _e587, _e589);
                            }
                            {
                                vec4 x_18 = q_tile[(((8u + ty) * STRIDE) + 1u)];
                                uint _e603 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_3 = s_10[1];
                                float _e608 = pair_onto(y_3.x, x_18, k0_1, _e603, at_3);
                                float _e610 = pair_onto(y_3.y, x_18, k1_1, _e603, at_3);
                                float _e612 = pair_onto(y_3.z, x_18, k2_1, _e603, at_3);
                                float _e614 = pair_onto(y_3.w, x_18, k3_1, _e603, at_3);
                                s_10[1] = vec4(_e608, _e610, _e612, _e614);
                            }
                        }
                    }
                    {
                        uint _e617 = c;
                        uint at_4 = (((_e617 * TX) + 2u) * 4u);
                        {
                            uint k_at_3 = (((0u + tx_1) * STRIDE) + 2u);
                            vec4 k0_2 = kv_tile[k_at_3];
                            vec4 k1_2 = kv_tile[(k_at_3 + 72u)];
                            vec4 k2_2 = kv_tile[(k_at_3 + 144u)];
                            vec4 k3_2 = kv_tile[(k_at_3 + 216u)];
                            {
                                vec4 x_19 = q_tile[(((0u + ty) * STRIDE) + 2u)];
                                uint _e658 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_4 = s_10[0];
                                float _e663 = pair_onto(y_4.x, x_19, k0_2, _e658, at_4);
                                float _e665 = pair_onto(y_4.y, x_19, k1_2, _e658, at_4);
                                float _e667 = pair_onto(y_4.z, x_19, k2_2, _e658, at_4);
                                float _e669 = pair_onto(y_4.w, x_19, k3_2, _e658, at_4);
                                s_10[0] = vec4(_e663, _e665, _e667, _e669);
                            }
                            {
                                vec4 x_20 = q_tile[(((8u + ty) * STRIDE) + 2u)];
                                uint _e683 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_5 = s_10[1];
                                float _e688 = pair_onto(y_5.x, x_20, k0_2, _e683, at_4);
                                float _e690 = pair_onto(y_5.y, x_20, k1_2, _e683, at_4);
                                float _e692 = pair_onto(y_5.z, x_20, k2_2, _e683, at_4);
                                float _e694 = pair_onto(y_5.w, x_20, k3_2, _e683, at_4);
                                s_10[1] = vec4(_e688, _e690, _e692, _e694);
                            }
                        }
                    }
                    {
                        uint _e697 = c;
                        uint at_5 = (((_e697 * TX) + 3u) * 4u);
                        {
                            uint k_at_4 = (((0u + tx_1) * STRIDE) + 3u);
                            vec4 k0_3 = kv_tile[k_at_4];
                            vec4 k1_3 = kv_tile[(k_at_4 + 72u)];
                            vec4 k2_3 = kv_tile[(k_at_4 + 144u)];
                            vec4 k3_3 = kv_tile[(k_at_4 + 216u)];
                            {
                                vec4 x_21 = q_tile[(((0u + ty) * STRIDE) + 3u)];
                                uint _e738 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_6 = s_10[0];
                                float _e743 = pair_onto(y_6.x, x_21, k0_3, _e738, at_5);
                                float _e745 = pair_onto(y_6.y, x_21, k1_3, _e738, at_5);
                                float _e747 = pair_onto(y_6.z, x_21, k2_3, _e738, at_5);
                                float _e749 = pair_onto(y_6.w, x_21, k3_3, _e738, at_5);
                                s_10[0] = vec4(_e743, _e745, _e747, _e749);
                            }
                            {
                                vec4 x_22 = q_tile[(((8u + ty) * STRIDE) + 3u)];
                                uint _e763 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_7 = s_10[1];
                                float _e768 = pair_onto(y_7.x, x_22, k0_3, _e763, at_5);
                                float _e770 = pair_onto(y_7.y, x_22, k1_3, _e763, at_5);
                                float _e772 = pair_onto(y_7.z, x_22, k2_3, _e763, at_5);
                                float _e774 = pair_onto(y_7.w, x_22, k3_3, _e763, at_5);
                                s_10[1] = vec4(_e768, _e770, _e772, _e774);
                            }
                        }
                    }
                    {
                        uint _e777 = c;
                        uint at_6 = (((_e777 * TX) + 4u) * 4u);
                        {
                            uint k_at_5 = (((0u + tx_1) * STRIDE) + 4u);
                            vec4 k0_4 = kv_tile[k_at_5];
                            vec4 k1_4 = kv_tile[(k_at_5 + 72u)];
                            vec4 k2_4 = kv_tile[(k_at_5 + 144u)];
                            vec4 k3_4 = kv_tile[(k_at_5 + 216u)];
                            {
                                vec4 x_23 = q_tile[(((0u + ty) * STRIDE) + 4u)];
                                uint _e818 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_8 = s_10[0];
                                float _e823 = pair_onto(y_8.x, x_23, k0_4, _e818, at_6);
                                float _e825 = pair_onto(y_8.y, x_23, k1_4, _e818, at_6);
                                float _e827 = pair_onto(y_8.z, x_23, k2_4, _e818, at_6);
                                float _e829 = pair_onto(y_8.w, x_23, k3_4, _e818, at_6);
                                s_10[0] = vec4(_e823, _e825, _e827, _e829);
                            }
                            {
                                vec4 x_24 = q_tile[(((8u + ty) * STRIDE) + 4u)];
                                uint _e843 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_9 = s_10[1];
                                float _e848 = pair_onto(y_9.x, x_24, k0_4, _e843, at_6);
                                float _e850 = pair_onto(y_9.y, x_24, k1_4, _e843, at_6);
                                float _e852 = pair_onto(y_9.z, x_24, k2_4, _e843, at_6);
                                float _e854 = pair_onto(y_9.w, x_24, k3_4, _e843, at_6);
                                s_10[1] = vec4(_e848, _e850, _e852, _e854);
                            }
                        }
                    }
                    {
                        uint _e857 = c;
                        uint at_7 = (((_e857 * TX) + 5u) * 4u);
                        {
                            uint k_at_6 = (((0u + tx_1) * STRIDE) + 5u);
                            vec4 k0_5 = kv_tile[k_at_6];
                            vec4 k1_5 = kv_tile[(k_at_6 + 72u)];
                            vec4 k2_5 = kv_tile[(k_at_6 + 144u)];
                            vec4 k3_5 = kv_tile[(k_at_6 + 216u)];
                            {
                                vec4 x_25 = q_tile[(((0u + ty) * STRIDE) + 5u)];
                                uint _e898 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_10 = s_10[0];
                                float _e903 = pair_onto(y_10.x, x_25, k0_5, _e898, at_7);
                                float _e905 = pair_onto(y_10.y, x_25, k1_5, _e898, at_7);
                                float _e907 = pair_onto(y_10.z, x_25, k2_5, _e898, at_7);
                                float _e909 = pair_onto(y_10.w, x_25, k3_5, _e898, at_7);
                                s_10[0] = vec4(_e903, _e905, _e907, _e909);
                            }
                            {
                                vec4 x_26 = q_tile[(((8u + ty) * STRIDE) + 5u)];
                                uint _e923 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_11 = s_10[1];
                                float _e928 = pair_onto(y_11.x, x_26, k0_5, _e923, at_7);
                                float _e930 = pair_onto(y_11.y, x_26, k1_5, _e923, at_7);
                                float _e932 = pair_onto(y_11.z, x_26, k2_5, _e923, at_7);
                                float _e934 = pair_onto(y_11.w, x_26, k3_5, _e923, at_7);
                                s_10[1] = vec4(_e928, _e930, _e932, _e934);
                            }
                        }
                    }
                    {
                        uint _e937 = c;
                        uint at_8 = (((_e937 * TX) + 6u) * 4u);
                        {
                            uint k_at_7 = (((0u + tx_1) * STRIDE) + 6u);
                            vec4 k0_6 = kv_tile[k_at_7];
                            vec4 k1_6 = kv_tile[(k_at_7 + 72u)];
                            vec4 k2_6 = kv_tile[(k_at_7 + 144u)];
                            vec4 k3_6 = kv_tile[(k_at_7 + 216u)];
                            {
                                vec4 x_27 = q_tile[(((0u + ty) * STRIDE) + 6u)];
                                uint _e978 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_12 = s_10[0];
                                float _e983 = pair_onto(y_12.x, x_27, k0_6, _e978, at_8);
                                float _e985 = pair_onto(y_12.y, x_27, k1_6, _e978, at_8);
                                float _e987 = pair_onto(y_12.z, x_27, k2_6, _e978, at_8);
                                float _e989 = pair_onto(y_12.w, x_27, k3_6, _e978, at_8);
                                s_10[0] = vec4(_e983, _e985, _e987, _e989);
                            }
                            {
                                vec4 x_28 = q_tile[(((8u + ty) * STRIDE) + 6u)];
                                uint _e1003 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_13 = s_10[1];
                                float _e1008 = pair_onto(y_13.x, x_28, k0_6, _e1003, at_8);
                                float _e1010 = pair_onto(y_13.y, x_28, k1_6, _e1003, at_8);
                                float _e1012 = pair_onto(y_13.z, x_28, k2_6, _e1003, at_8);
                                float _e1014 = pair_onto(y_13.w, x_28, k3_6, _e1003, at_8);
                                s_10[1] = vec4(_e1008, _e1010, _e1012, _e1014);
                            }
                        }
                    }
                    {
                        uint _e1017 = c;
                        uint at_9 = (((_e1017 * TX) + 7u) * 4u);
                        {
                            uint k_at_8 = (((0u + tx_1) * STRIDE) + 7u);
                            vec4 k0_7 = kv_tile[k_at_8];
                            vec4 k1_7 = kv_tile[(k_at_8 + 72u)];
                            vec4 k2_7 = kv_tile[(k_at_8 + 144u)];
                            vec4 k3_7 = kv_tile[(k_at_8 + 216u)];
                            {
                                vec4 x_29 = q_tile[(((0u + ty) * STRIDE) + 7u)];
                                uint _e1058 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                vec4 y_14 = s_10[0];
                                float _e1063 = pair_onto(y_14.x, x_29, k0_7, _e1058, at_9);
                                float _e1065 = pair_onto(y_14.y, x_29, k1_7, _e1058, at_9);
                                float _e1067 = pair_onto(y_14.z, x_29, k2_7, _e1058, at_9);
                                float _e1069 = pair_onto(y_14.w, x_29, k3_7, _e1058, at_9);
                                s_10[0] = vec4(_e1063, _e1065, _e1067, _e1069);
                            }
                            {
                                vec4 x_30 = q_tile[(((8u + ty) * STRIDE) + 7u)];
                                uint _e1083 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                vec4 y_15 = s_10[1];
                                float _e1088 = pair_onto(y_15.x, x_30, k0_7, _e1083, at_9);
                                float _e1090 = pair_onto(y_15.y, x_30, k1_7, _e1083, at_9);
                                float _e1092 = pair_onto(y_15.z, x_30, k2_7, _e1083, at_9);
                                float _e1094 = pair_onto(y_15.w, x_30, k3_7, _e1083, at_9);
                                s_10[1] = vec4(_e1088, _e1090, _e1092, _e1094);
                            }
                        }
                    }
                    memoryBarrierShared();
                    barrier();
                }
            }
            vec4 _e1101[4] = load_part(_e8, _e213, 0u, 0u, tid_2);
            v_next = _e1101;
            if (true) {
                bool _e1106 = sees_whole(_e8, _e213);
                local_23 = !(_e1106);
            } else {
                local_23 = true;
            }
            bool edits = local_23;
            {
                {
                    vec4 _e1113 = s_10[0u];
                    vec4 _e1114 = scale_pairs(_e1113);
                    s_10[0u] = _e1114;
                    if (edits) {
                        uint row_9 = ((_e8.first_row + 0u) + ty);
                        uint _e1119 = head_of(_e8, row_9);
                        uint _e1122 = _group_0_binding_0_cs.pack;
                        uint query_2 = (row_9 / _e1122);
                        vec4 _e1126 = s_10[0u];
                        uvec2 _e1133 = keys_of(_e8, row_9);
                        uvec2 _e1135 = seen_keys(_e1133, _e213.end, b_14, _e1119, query_2);
                        vec4 _e1136 = edit_four(_e1126, b_14, _e1119, query_2, (_e213.first + ((0u + tx_1) * 4u)), _e1135);
                        s_10[0u] = _e1136;
                    }
                    vec4 _e1139 = s_10[0u];
                    float _e1140 = size_of(_e1139);
                    float _e1142 = part_2[0];
                    vec4 _e1144 = s_10[0u];
                    float _e1145 = size_of(_e1144);
                    part_2[0] = (false ? max(_e1142, _e1145) : _e1140);
                }
                float _e1151 = part_2[0];
                float _e1152 = lanes_max(_e1151);
                part_2[0] = _e1152;
                float _e1156 = part_2[0];
                put_part((0u + ty), tx_1, _e1156);
            }
            {
                {
                    vec4 _e1160 = s_10[1u];
                    vec4 _e1161 = scale_pairs(_e1160);
                    s_10[1u] = _e1161;
                    if (edits) {
                        uint row_10 = ((_e8.first_row + 8u) + ty);
                        uint _e1166 = head_of(_e8, row_10);
                        uint _e1169 = _group_0_binding_0_cs.pack;
                        uint query_3 = (row_10 / _e1169);
                        vec4 _e1173 = s_10[1u];
                        uvec2 _e1180 = keys_of(_e8, row_10);
                        uvec2 _e1182 = seen_keys(_e1180, _e213.end, b_14, _e1166, query_3);
                        vec4 _e1183 = edit_four(_e1173, b_14, _e1166, query_3, (_e213.first + ((0u + tx_1) * 4u)), _e1182);
                        s_10[1u] = _e1183;
                    }
                    vec4 _e1186 = s_10[1u];
                    float _e1187 = size_of(_e1186);
                    float _e1189 = part_2[1];
                    vec4 _e1191 = s_10[1u];
                    float _e1192 = size_of(_e1191);
                    part_2[1] = (false ? max(_e1189, _e1192) : _e1187);
                }
                float _e1198 = part_2[1];
                float _e1199 = lanes_max(_e1198);
                part_2[1] = _e1199;
                float _e1203 = part_2[1];
                put_part((8u + ty), tx_1, _e1203);
            }
            memoryBarrierShared();
            barrier();
            {
                float _e1205 = m_2[0];
                float _e1209 = part_2[0];
                float _e1210 = row_max((0u + ty), _e1209);
                float _e1211 = next_max(_e1205, _e1210);
                float _e1213 = m_2[0];
                float shrink_1 = exp((_e1213 - _e1211));
                m_2[0] = _e1211;
                float _e1218 = l_1[0];
                l_1[0] = (_e1218 * shrink_1);
                {
                    vec4 _e1221 = acc[0];
                    acc[0] = (_e1221 * shrink_1);
                }
                {
                    vec4 _e1224 = acc[2];
                    acc[2] = (_e1224 * shrink_1);
                }
            }
            {
                float _e1227 = m_2[1];
                float _e1231 = part_2[1];
                float _e1232 = row_max((8u + ty), _e1231);
                float _e1233 = next_max(_e1227, _e1232);
                float _e1235 = m_2[1];
                float shrink_2 = exp((_e1235 - _e1233));
                m_2[1] = _e1233;
                float _e1240 = l_1[1];
                l_1[1] = (_e1240 * shrink_2);
                {
                    vec4 _e1243 = acc[1];
                    acc[1] = (_e1243 * shrink_2);
                }
                {
                    vec4 _e1246 = acc[3];
                    acc[3] = (_e1246 * shrink_2);
                }
            }
            {
                {
                    uint row_11 = ((_e8.first_row + 0u) + ty);
                    vec4 _e1253 = s_10[0];
                    float _e1255 = m_2[0];
                    uint _e1256 = head_of(_e8, row_11);
                    uint _e1259 = _group_0_binding_0_cs.pack;
                    vec4 _e1267 = weights(_e1253, _e1255, b_14, _e1256, (row_11 / _e1259), (_e213.first + ((0u + tx_1) * 4u)));
                    q_tile[(((0u + ty) * STRIDE) + tx_1)] = _e1267;
                    float _e1276 = l_1[0];
                    vec4 _e1278 = s_10[0];
                    float _e1279 = mass(_e1278, _e1267);
                    l_1[0] = (_e1276 + _e1279);
                }
                {
                    uint row_12 = ((_e8.first_row + 8u) + ty);
                    vec4 _e1286 = s_10[1];
                    float _e1288 = m_2[1];
                    uint _e1289 = head_of(_e8, row_12);
                    uint _e1292 = _group_0_binding_0_cs.pack;
                    vec4 _e1300 = weights(_e1286, _e1288, b_14, _e1289, (row_12 / _e1292), (_e213.first + ((0u + tx_1) * 4u)));
                    q_tile[(((8u + ty) * STRIDE) + tx_1)] = _e1300;
                    float _e1309 = l_1[1];
                    vec4 _e1311 = s_10[1];
                    float _e1312 = mass(_e1311, _e1300);
                    l_1[1] = (_e1309 + _e1312);
                }
                {
                    if (false) {
                        local_24 = false;
                    } else {
                        local_24 = false;
                    }
                    bool _e1320 = local_24;
                    if (_e1320) {
                        vec4 _e1322[4] = load_part(_e8, _e213, 0u, 0u, tid_2);
                        v_next = _e1322;
                    }
                    h_7 = 0u;
                    bool loop_init_4 = true;
                    while(true) {
                        if (!loop_init_4) {
                            uint _e1936 = h_7;
                            h_7 = (_e1936 + PART);
                        }
                        loop_init_4 = false;
                        uint _e1325 = h_7;
                        if ((_e1325 < FOUR)) {
                        } else {
                            break;
                        }
                        {
                            vec4 _e1328[4] = v_next;
                            stage_part(_e1328, tid_2);
                            memoryBarrierShared();
                            barrier();
                            uint _e1330 = h_7;
                            vec4 _e1334[4] = load_part(_e8, _e213, ((0u + _e1330) + PART), 0u, tid_2);
                            v_next = _e1334;
                            {
                                p_1 = vec4[2](vec4(0.0), vec4(0.0));
                                {
                                    uint _e1344 = h_7;
                                    vec4 _e1350 = q_tile[((((0u + ty) * STRIDE) + (_e1344 / 4u)) + 0u)];
                                    p_1[0] = _e1350;
                                }
                                {
                                    uint _e1357 = h_7;
                                    vec4 _e1363 = q_tile[((((8u + ty) * STRIDE) + (_e1357 / 4u)) + 0u)];
                                    p_1[1] = _e1363;
                                }
                                {
                                    uint v_at = (0u + tx_1);
                                    vec4 v0_ = kv_tile[v_at];
                                    vec4 v1_ = kv_tile[(v_at + V_ROW)];
                                    vec4 v2_ = kv_tile[(v_at + 32u)];
                                    vec4 v3_ = kv_tile[(v_at + 48u)];
                                    {
                                        vec4 _e1387 = p_1[0];
                                        vec4 _e1390 = p_1[0];
                                        vec4 _e1393 = p_1[0];
                                        vec4 _e1396 = p_1[0];
                                        vec4 _e1399 = acc[0u];
                                        acc[0u] = fma(_e1387.wwww, v3_, fma(_e1390.zzzz, v2_, fma(_e1393.yyyy, v1_, fma(_e1396.xxxx, v0_, _e1399))));
                                    }
                                    {
                                        vec4 _e1407 = p_1[1];
                                        vec4 _e1410 = p_1[1];
                                        vec4 _e1413 = p_1[1];
                                        vec4 _e1416 = p_1[1];
                                        vec4 _e1419 = acc[1u];
                                        acc[1u] = fma(_e1407.wwww, v3_, fma(_e1410.zzzz, v2_, fma(_e1413.yyyy, v1_, fma(_e1416.xxxx, v0_, _e1419))));
                                    }
                                }
                                {
                                    uint v_at_1 = (8u + tx_1);
                                    vec4 v0_1 = kv_tile[v_at_1];
                                    vec4 v1_1 = kv_tile[(v_at_1 + V_ROW)];
                                    vec4 v2_1 = kv_tile[(v_at_1 + 32u)];
                                    vec4 v3_1 = kv_tile[(v_at_1 + 48u)];
                                    {
                                        vec4 _e1447 = p_1[0];
                                        vec4 _e1450 = p_1[0];
                                        vec4 _e1453 = p_1[0];
                                        vec4 _e1456 = p_1[0];
                                        vec4 _e1459 = acc[2u];
                                        acc[2u] = fma(_e1447.wwww, v3_1, fma(_e1450.zzzz, v2_1, fma(_e1453.yyyy, v1_1, fma(_e1456.xxxx, v0_1, _e1459))));
                                    }
                                    {
                                        vec4 _e1467 = p_1[1];
                                        vec4 _e1470 = p_1[1];
                                        vec4 _e1473 = p_1[1];
                                        vec4 _e1476 = p_1[1];
                                        vec4 _e1479 = acc[3u];
                                        acc[3u] = fma(_e1467.wwww, v3_1, fma(_e1470.zzzz, v2_1, fma(_e1473.yyyy, v1_1, fma(_e1476.xxxx, v0_1, _e1479))));
                                    }
                                }
                            }
                            {
                                p_2 = vec4[2](vec4(0.0), vec4(0.0));
                                {
                                    uint _e1493 = h_7;
                                    vec4 _e1499 = q_tile[((((0u + ty) * STRIDE) + (_e1493 / 4u)) + 1u)];
                                    p_2[0] = _e1499;
                                }
                                {
                                    uint _e1506 = h_7;
                                    vec4 _e1512 = q_tile[((((8u + ty) * STRIDE) + (_e1506 / 4u)) + 1u)];
                                    p_2[1] = _e1512;
                                }
                                {
                                    uint v_at_2 = (64u + tx_1);
                                    vec4 v0_2 = kv_tile[v_at_2];
                                    vec4 v1_2 = kv_tile[(v_at_2 + V_ROW)];
                                    vec4 v2_2 = kv_tile[(v_at_2 + 32u)];
                                    vec4 v3_2 = kv_tile[(v_at_2 + 48u)];
                                    {
                                        vec4 _e1536 = p_2[0];
                                        vec4 _e1539 = p_2[0];
                                        vec4 _e1542 = p_2[0];
                                        vec4 _e1545 = p_2[0];
                                        vec4 _e1548 = acc[0u];
                                        acc[0u] = fma(_e1536.wwww, v3_2, fma(_e1539.zzzz, v2_2, fma(_e1542.yyyy, v1_2, fma(_e1545.xxxx, v0_2, _e1548))));
                                    }
                                    {
                                        vec4 _e1556 = p_2[1];
                                        vec4 _e1559 = p_2[1];
                                        vec4 _e1562 = p_2[1];
                                        vec4 _e1565 = p_2[1];
                                        vec4 _e1568 = acc[1u];
                                        acc[1u] = fma(_e1556.wwww, v3_2, fma(_e1559.zzzz, v2_2, fma(_e1562.yyyy, v1_2, fma(_e1565.xxxx, v0_2, _e1568))));
                                    }
                                }
                                {
                                    uint v_at_3 = (72u + tx_1);
                                    vec4 v0_3 = kv_tile[v_at_3];
                                    vec4 v1_3 = kv_tile[(v_at_3 + V_ROW)];
                                    vec4 v2_3 = kv_tile[(v_at_3 + 32u)];
                                    vec4 v3_3 = kv_tile[(v_at_3 + 48u)];
                                    {
                                        vec4 _e1596 = p_2[0];
                                        vec4 _e1599 = p_2[0];
                                        vec4 _e1602 = p_2[0];
                                        vec4 _e1605 = p_2[0];
                                        vec4 _e1608 = acc[2u];
                                        acc[2u] = fma(_e1596.wwww, v3_3, fma(_e1599.zzzz, v2_3, fma(_e1602.yyyy, v1_3, fma(_e1605.xxxx, v0_3, _e1608))));
                                    }
                                    {
                                        vec4 _e1616 = p_2[1];
                                        vec4 _e1619 = p_2[1];
                                        vec4 _e1622 = p_2[1];
                                        vec4 _e1625 = p_2[1];
                                        vec4 _e1628 = acc[3u];
                                        acc[3u] = fma(_e1616.wwww, v3_3, fma(_e1619.zzzz, v2_3, fma(_e1622.yyyy, v1_3, fma(_e1625.xxxx, v0_3, _e1628))));
                                    }
                                }
                            }
                            {
                                p_3 = vec4[2](vec4(0.0), vec4(0.0));
                                {
                                    uint _e1642 = h_7;
                                    vec4 _e1648 = q_tile[((((0u + ty) * STRIDE) + (_e1642 / 4u)) + 2u)];
                                    p_3[0] = _e1648;
                                }
                                {
                                    uint _e1655 = h_7;
                                    vec4 _e1661 = q_tile[((((8u + ty) * STRIDE) + (_e1655 / 4u)) + 2u)];
                                    p_3[1] = _e1661;
                                }
                                {
                                    uint v_at_4 = (128u + tx_1);
                                    vec4 v0_4 = kv_tile[v_at_4];
                                    vec4 v1_4 = kv_tile[(v_at_4 + V_ROW)];
                                    vec4 v2_4 = kv_tile[(v_at_4 + 32u)];
                                    vec4 v3_4 = kv_tile[(v_at_4 + 48u)];
                                    {
                                        vec4 _e1685 = p_3[0];
                                        vec4 _e1688 = p_3[0];
                                        vec4 _e1691 = p_3[0];
                                        vec4 _e1694 = p_3[0];
                                        vec4 _e1697 = acc[0u];
                                        acc[0u] = fma(_e1685.wwww, v3_4, fma(_e1688.zzzz, v2_4, fma(_e1691.yyyy, v1_4, fma(_e1694.xxxx, v0_4, _e1697))));
                                    }
                                    {
                                        vec4 _e1705 = p_3[1];
                                        vec4 _e1708 = p_3[1];
                                        vec4 _e1711 = p_3[1];
                                        vec4 _e1714 = p_3[1];
                                        vec4 _e1717 = acc[1u];
                                        acc[1u] = fma(_e1705.wwww, v3_4, fma(_e1708.zzzz, v2_4, fma(_e1711.yyyy, v1_4, fma(_e1714.xxxx, v0_4, _e1717))));
                                    }
                                }
                                {
                                    uint v_at_5 = (136u + tx_1);
                                    vec4 v0_5 = kv_tile[v_at_5];
                                    vec4 v1_5 = kv_tile[(v_at_5 + V_ROW)];
                                    vec4 v2_5 = kv_tile[(v_at_5 + 32u)];
                                    vec4 v3_5 = kv_tile[(v_at_5 + 48u)];
                                    {
                                        vec4 _e1745 = p_3[0];
                                        vec4 _e1748 = p_3[0];
                                        vec4 _e1751 = p_3[0];
                                        vec4 _e1754 = p_3[0];
                                        vec4 _e1757 = acc[2u];
                                        acc[2u] = fma(_e1745.wwww, v3_5, fma(_e1748.zzzz, v2_5, fma(_e1751.yyyy, v1_5, fma(_e1754.xxxx, v0_5, _e1757))));
                                    }
                                    {
                                        vec4 _e1765 = p_3[1];
                                        vec4 _e1768 = p_3[1];
                                        vec4 _e1771 = p_3[1];
                                        vec4 _e1774 = p_3[1];
                                        vec4 _e1777 = acc[3u];
                                        acc[3u] = fma(_e1765.wwww, v3_5, fma(_e1768.zzzz, v2_5, fma(_e1771.yyyy, v1_5, fma(_e1774.xxxx, v0_5, _e1777))));
                                    }
                                }
                            }
                            {
                                p_4 = vec4[2](vec4(0.0), vec4(0.0));
                                {
                                    uint _e1791 = h_7;
                                    vec4 _e1797 = q_tile[((((0u + ty) * STRIDE) + (_e1791 / 4u)) + 3u)];
                                    p_4[0] = _e1797;
                                }
                                {
                                    uint _e1804 = h_7;
                                    vec4 _e1810 = q_tile[((((8u + ty) * STRIDE) + (_e1804 / 4u)) + 3u)];
                                    p_4[1] = _e1810;
                                }
                                {
                                    uint v_at_6 = (192u + tx_1);
                                    vec4 v0_6 = kv_tile[v_at_6];
                                    vec4 v1_6 = kv_tile[(v_at_6 + V_ROW)];
                                    vec4 v2_6 = kv_tile[(v_at_6 + 32u)];
                                    vec4 v3_6 = kv_tile[(v_at_6 + 48u)];
                                    {
                                        vec4 _e1834 = p_4[0];
                                        vec4 _e1837 = p_4[0];
                                        vec4 _e1840 = p_4[0];
                                        vec4 _e1843 = p_4[0];
                                        vec4 _e1846 = acc[0u];
                                        acc[0u] = fma(_e1834.wwww, v3_6, fma(_e1837.zzzz, v2_6, fma(_e1840.yyyy, v1_6, fma(_e1843.xxxx, v0_6, _e1846))));
                                    }
                                    {
                                        vec4 _e1854 = p_4[1];
                                        vec4 _e1857 = p_4[1];
                                        vec4 _e1860 = p_4[1];
                                        vec4 _e1863 = p_4[1];
                                        vec4 _e1866 = acc[1u];
                                        acc[1u] = fma(_e1854.wwww, v3_6, fma(_e1857.zzzz, v2_6, fma(_e1860.yyyy, v1_6, fma(_e1863.xxxx, v0_6, _e1866))));
                                    }
                                }
                                {
                                    uint v_at_7 = (200u + tx_1);
                                    vec4 v0_7 = kv_tile[v_at_7];
                                    vec4 v1_7 = kv_tile[(v_at_7 + V_ROW)];
                                    vec4 v2_7 = kv_tile[(v_at_7 + 32u)];
                                    vec4 v3_7 = kv_tile[(v_at_7 + 48u)];
                                    {
                                        vec4 _e1894 = p_4[0];
                                        vec4 _e1897 = p_4[0];
                                        vec4 _e1900 = p_4[0];
                                        vec4 _e1903 = p_4[0];
                                        vec4 _e1906 = acc[2u];
                                        acc[2u] = fma(_e1894.wwww, v3_7, fma(_e1897.zzzz, v2_7, fma(_e1900.yyyy, v1_7, fma(_e1903.xxxx, v0_7, _e1906))));
                                    }
                                    {
                                        vec4 _e1914 = p_4[1];
                                        vec4 _e1917 = p_4[1];
                                        vec4 _e1920 = p_4[1];
                                        vec4 _e1923 = p_4[1];
                                        vec4 _e1926 = acc[3u];
                                        acc[3u] = fma(_e1914.wwww, v3_7, fma(_e1917.zzzz, v2_7, fma(_e1920.yyyy, v1_7, fma(_e1923.xxxx, v0_7, _e1926))));
                                    }
                                }
                            }
                            uint _e1931 = h_7;
                            if (((_e1931 + PART) < FOUR)) {
                                memoryBarrierShared();
                                barrier();
                            }
                        }
                    }
                    uint _e1940 = atomicOr(v_nonfinite, 0u);
                    if ((_e1940 != 0u)) {
                        k_2 = 0u;
                        bool loop_init_5 = true;
                        while(true) {
                            if (!loop_init_5) {
                                uint _e2071 = k_2;
                                k_2 = (_e2071 + 1u);
                            }
                            loop_init_5 = false;
                            uint _e1945 = k_2;
                            if ((_e1945 < FOUR)) {
                            } else {
                                break;
                            }
                            {
                                uint _e1949 = k_2;
                                uint _e1951 = value_at(_e8, _e213, (0u + _e1949));
                                {
                                    vec4 _e1956 = load_v4_(_e1951, ((0u + tx_1) * 4u));
                                    {
                                        uint _e1962 = k_2;
                                        uint _e1967 = k_2;
                                        float p_6 = q_tile[(((0u + ty) * STRIDE) + (_e1962 / 4u))][(_e1967 % 4u)];
                                        vec4 _e1973 = acc[0];
                                        bvec4 _e1977 = nonfinite(_e1956);
                                        acc[0] = (_e1973 + mix(vec4(0.0), (p_6 * _e1956), bvec4(_e1977.x && bvec4((p_6 != 0.0)).x, _e1977.y && bvec4((p_6 != 0.0)).y, _e1977.z && bvec4((p_6 != 0.0)).z, _e1977.w && bvec4((p_6 != 0.0)).w)));
                                    }
                                    {
                                        uint _e1989 = k_2;
                                        uint _e1994 = k_2;
                                        float p_7 = q_tile[(((8u + ty) * STRIDE) + (_e1989 / 4u))][(_e1994 % 4u)];
                                        vec4 _e2000 = acc[1];
                                        bvec4 _e2004 = nonfinite(_e1956);
                                        acc[1] = (_e2000 + mix(vec4(0.0), (p_7 * _e1956), bvec4(_e2004.x && bvec4((p_7 != 0.0)).x, _e2004.y && bvec4((p_7 != 0.0)).y, _e2004.z && bvec4((p_7 != 0.0)).z, _e2004.w && bvec4((p_7 != 0.0)).w)));
                                    }
                                }
                                {
                                    vec4 _e2015 = load_v4_(_e1951, ((8u + tx_1) * 4u));
                                    {
                                        uint _e2021 = k_2;
                                        uint _e2026 = k_2;
                                        float p_8 = q_tile[(((0u + ty) * STRIDE) + (_e2021 / 4u))][(_e2026 % 4u)];
                                        vec4 _e2032 = acc[2];
                                        bvec4 _e2036 = nonfinite(_e2015);
                                        acc[2] = (_e2032 + mix(vec4(0.0), (p_8 * _e2015), bvec4(_e2036.x && bvec4((p_8 != 0.0)).x, _e2036.y && bvec4((p_8 != 0.0)).y, _e2036.z && bvec4((p_8 != 0.0)).z, _e2036.w && bvec4((p_8 != 0.0)).w)));
                                    }
                                    {
                                        uint _e2048 = k_2;
                                        uint _e2053 = k_2;
                                        float p_9 = q_tile[(((8u + ty) * STRIDE) + (_e2048 / 4u))][(_e2053 % 4u)];
                                        vec4 _e2059 = acc[3];
                                        bvec4 _e2063 = nonfinite(_e2015);
                                        acc[3] = (_e2059 + mix(vec4(0.0), (p_9 * _e2015), bvec4(_e2063.x && bvec4((p_9 != 0.0)).x, _e2063.y && bvec4((p_9 != 0.0)).y, _e2063.z && bvec4((p_9 != 0.0)).z, _e2063.w && bvec4((p_9 != 0.0)).w)));
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
    {
        float _e2078 = l_1[0];
        float _e2079 = lanes_sum(_e2078);
        part_2[0] = _e2079;
        float _e2083 = part_2[0];
        put_part((0u + ty), tx_1, _e2083);
    }
    {
        float _e2086 = l_1[1];
        float _e2087 = lanes_sum(_e2086);
        part_2[1] = _e2087;
        float _e2091 = part_2[1];
        put_part((8u + ty), tx_1, _e2091);
    }
    memoryBarrierShared();
    barrier();
    {
        uint row_13 = ((_e8.first_row + 0u) + ty);
        if ((row_13 < _e8.row_end)) {
            uint _e2098 = head_of(_e8, row_13);
            uint _e2101 = _group_0_binding_0_cs.pack;
            uint query_4 = (row_13 / _e2101);
            float _e2104 = m_2[0];
            float _e2108 = part_2[0];
            float _e2109 = row_sum((0u + ty), _e2108);
            vec3 _e2111 = finish_row(_e2104, _e2109, _e2098, _e8.split);
            uint _e2112 = output_at(_e8, _e2098, query_4);
            float _e2114 = row_weight(b_14, _e2098, query_4);
            float factor = (_e2111.x * _e2114);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                vec4 _e2122 = acc[0];
                vec4 _e2124 = output_((_e2122 * factor), b_14, _e2098, query_4, d_7);
                store_o4_(_e2112, d_7, V_DIM, _e2124);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                vec4 _e2131 = acc[2];
                vec4 _e2133 = output_((_e2131 * factor), b_14, _e2098, query_4, d_8);
                store_o4_(_e2112, d_8, V_DIM, _e2133);
            }
            if ((tx_1 == 0u)) {
                uint _e2136 = lse_at_1(_e8, _e2098, query_4);
                uint _e2140 = _group_0_binding_0_cs.lse_split;
                store_lse((_e2136 + (_e8.split * _e2140)), _e2111.yz);
            }
        }
    }
    {
        uint row_14 = ((_e8.first_row + 8u) + ty);
        if ((row_14 < _e8.row_end)) {
            uint _e2150 = head_of(_e8, row_14);
            uint _e2153 = _group_0_binding_0_cs.pack;
            uint query_5 = (row_14 / _e2153);
            float _e2156 = m_2[1];
            float _e2160 = part_2[1];
            float _e2161 = row_sum((8u + ty), _e2160);
            vec3 _e2163 = finish_row(_e2156, _e2161, _e2150, _e8.split);
            uint _e2164 = output_at(_e8, _e2150, query_5);
            float _e2166 = row_weight(b_14, _e2150, query_5);
            float factor_1 = (_e2163.x * _e2166);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                vec4 _e2174 = acc[1];
                vec4 _e2176 = output_((_e2174 * factor_1), b_14, _e2150, query_5, d_9);
                store_o4_(_e2164, d_9, V_DIM, _e2176);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                vec4 _e2183 = acc[3];
                vec4 _e2185 = output_((_e2183 * factor_1), b_14, _e2150, query_5, d_10);
                store_o4_(_e2164, d_10, V_DIM, _e2185);
            }
            if ((tx_1 == 0u)) {
                uint _e2188 = lse_at_1(_e8, _e2150, query_5);
                uint _e2192 = _group_0_binding_0_cs.lse_split;
                store_lse((_e2188 + (_e8.split * _e2192)), _e2163.yz);
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
    uvec3 id = gl_LocalInvocationID;
    run(wid, id.x);
    return;
}

