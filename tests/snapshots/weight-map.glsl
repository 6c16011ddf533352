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
const uint WORKGROUP = 64u;
const uint QK_DIM = 64u;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) buffer type_5_block_3Compute { float _group_0_binding_3_cs[]; };

layout(std430) readonly buffer type_5_block_4Compute { float _group_0_binding_4_cs[]; };


float edit_score(float raw, uint b, uint h, uint i_1, uint j_1) {
    float s_1 = 0.0;
    s_1 = raw;
    float _e6 = s_1;
    return _e6;
}

vec4 load_q4_(uint base, uint d_1) {
    if ((d_1 >= QK_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_1_cs[((base + d_1) >> 2u)];
    return vec4(_e11);
}

vec4 load_k4_(uint base_1, uint d_2) {
    if ((d_2 >= QK_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_2_cs[((base_1 + d_2) >> 2u)];
    return vec4(_e11);
}

float row_log(uint at) {
    float _e3 = _group_0_binding_4_cs[at];
    return _e3;
}

vec3 stat_first() {
    return vec3(0.0);
}

vec3 stat_next(vec3 a, float w) {
    return max(a, vec3(exp(w)));
}

vec2 stat_end(vec3 a_1) {
    return vec2(a_1.x, 0.0);
}

uvec2 cell_queries(uint row, uint column, uint q_len) {
    uint _e5 = _group_0_binding_0_cs.block_q;
    uint _e11 = _group_0_binding_0_cs.block_q;
    return uvec2((row * _e5), min(((row + 1u) * _e11), q_len));
}

uvec2 cell_keys(uint row_1, uint column_1, uint i_2) {
    uint _e8 = _group_0_binding_0_cs.block_kv;
    return (uvec2(column_1, (column_1 + 1u)) * _e8);
}

bool is_nan(float x) {
    return ((floatBitsToUint(x) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_2) {
    bool _e3 = is_nan(s_2);
    return (_e3 ? s_2 : max(s_2, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_1) {
    return (floatBitsToUint(x_1) == 4286578688u);
}

bvec4 nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return equal((floatBitsToUint(v) & exponent), exponent);
}

bool any_nonfinite(vec4 v_1) {
    bvec4 _e1 = nonfinite(v_1);
    return any(_e1);
}

float exp_kept(float x_2) {
    bool _e2 = is_nan(x_2);
    return (_e2 ? x_2 : exp(x_2));
}

vec4 exp_kept4_(vec4 x_3) {
    bvec4 nan = greaterThan((floatBitsToUint(x_3) & uvec4(2147483647u)), uvec4(2139095040u));
    return mix(exp(x_3), x_3, nan);
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

uvec2 key_range(uint i_3, int offset, uint kv_count_1) {
    int lo = 0;
    int hi = 0;
    int p = (int(i_3) + offset);
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

vec4 scale_q(vec4 x_4) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (x_4 * uintBitsToFloat((floatBitsToUint(_e3) & 2139095040u)));
}

float scale_rest() {
    float _e2 = _group_0_binding_0_cs.scale;
    return uintBitsToFloat(((floatBitsToUint(_e2) & 2155872255u) | 1065353216u));
}

float scale_pair(float s_3) {
    float _e1 = scale_rest();
    return (s_3 * _e1);
}

vec4 scale_pairs(vec4 s_4) {
    float _e1 = scale_rest();
    return (s_4 * _e1);
}

float pair(vec4 x_5, vec4 k, uint h_1, uint d_3) {
    return dot(x_5, k);
}

float pair_onto(float s_5, vec4 x_6, vec4 k_1, uint h_2, uint d_4) {
    float _e5 = pair(x_6, k_1, h_2, d_4);
    return (s_5 + _e5);
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint id = 0u;
    vec3 acc = vec3(0.0);
    uint i = 0u;
    uint j = 0u;
    float s = 0.0;
    uint d = 0u;
    uint _e2 = group_id(wid);
    uint at_1 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.cells;
    if ((at_1 >= _e8)) {
        return;
    }
    uint _e12 = _group_0_binding_0_cs.kv_blocks;
    uint column_2 = (at_1 % _e12);
    uint _e16 = _group_0_binding_0_cs.kv_blocks;
    id = (at_1 / _e16);
    uint _e19 = id;
    uint _e22 = _group_0_binding_0_cs.score_rows;
    uint row_2 = (_e19 % _e22);
    uint _e24 = id;
    uint _e27 = _group_0_binding_0_cs.score_rows;
    id = (_e24 / _e27);
    uint _e29 = id;
    uint _e32 = _group_0_binding_0_cs.q_heads;
    uint h_3 = (_e29 % _e32);
    uint _e34 = id;
    uint _e37 = _group_0_binding_0_cs.q_heads;
    uint b_5 = (_e34 / _e37);
    uint _e39 = q_count_1(b_5);
    uint _e40 = kv_count_2(b_5);
    int _e41 = align_offset(_e39, _e40);
    uint _e44 = _group_0_binding_0_cs.k_offset;
    uint _e47 = _group_0_binding_0_cs.k_batch;
    uint _e52 = _group_0_binding_0_cs.group;
    uint _e56 = _group_0_binding_0_cs.k_head;
    uint k_base = ((_e44 + (b_5 * _e47)) + ((h_3 / _e52) * _e56));
    uvec2 _e59 = cell_queries(row_2, column_2, _e39);
    vec3 _e60 = stat_first();
    acc = _e60;
    i = _e59.x;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e152 = i;
            i = (_e152 + 1u);
        }
        loop_init = false;
        uint _e64 = i;
        if ((_e64 < _e59.y)) {
        } else {
            break;
        }
        {
            uint _e69 = _group_0_binding_0_cs.q_offset;
            uint _e72 = _group_0_binding_0_cs.q_batch;
            uint _e77 = _group_0_binding_0_cs.q_head;
            uint _e80 = i;
            uint _e83 = _group_0_binding_0_cs.q_row;
            uint q_at = (((_e69 + (b_5 * _e72)) + (h_3 * _e77)) + (_e80 * _e83));
            uint _e88 = _group_0_binding_0_cs.lse_batch;
            uint _e92 = _group_0_binding_0_cs.lse_head;
            uint _e95 = i;
            float _e97 = row_log((((b_5 * _e88) + (h_3 * _e92)) + _e95));
            uint _e98 = i;
            uvec2 _e99 = key_range(_e98, _e41, _e40);
            uint _e100 = i;
            uvec2 _e101 = cell_keys(row_2, column_2, _e100);
            j = max(_e101.x, _e99.x);
            bool loop_init_1 = true;
            while(true) {
                if (!loop_init_1) {
                    uint _e149 = j;
                    j = (_e149 + 1u);
                }
                loop_init_1 = false;
                uint _e106 = j;
                if ((_e106 < min(_e101.y, _e99.y))) {
                } else {
                    break;
                }
                {
                    s = 0.0;
                    d = 0u;
                    bool loop_init_2 = true;
                    while(true) {
                        if (!loop_init_2) {
                            uint _e133 = d;
                            d = (_e133 + 4u);
                        }
                        loop_init_2 = false;
                        uint _e115 = d;
                        if ((_e115 < QK_DIM)) {
                        } else {
                            break;
                        }
                        {
                            float _e118 = s;
                            uint _e119 = d;
                            vec4 _e120 = load_q4_(q_at, _e119);
                            vec4 _e121 = scale_q(_e120);
                            uint _e122 = j;
                            uint _e125 = _group_0_binding_0_cs.k_row;
                            uint _e128 = d;
                            vec4 _e129 = load_k4_((k_base + (_e122 * _e125)), _e128);
                            uint _e130 = d;
                            float _e131 = pair(_e121, _e129, h_3, _e130);
                            s = (_e118 + _e131);
                        }
                    }
                    float _e136 = s;
                    float _e137 = scale_pair(_e136);
                    uint _e138 = i;
                    uint _e139 = j;
                    float _e140 = edit_score(_e137, b_5, h_3, _e138, _e139);
                    s = _e140;
                    float _e141 = s;
                    if ((_e141 != MASKED)) {
                        vec3 _e144 = acc;
                        float _e145 = s;
                        vec3 _e147 = stat_next(_e144, (_e145 - _e97));
                        acc = _e147;
                    }
                }
            }
        }
    }
    vec3 _e154 = acc;
    vec2 _e155 = stat_end(_e154);
    _group_0_binding_3_cs[at_1] = (_e155.x + _e155.y);
    return;
}

