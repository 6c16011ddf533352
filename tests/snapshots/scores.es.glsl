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
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
const uint WORKGROUP = 64u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const bool EDIT = true;
const bool WEIGHTS = true;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_5_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) buffer type_6_block_3Compute { float _group_0_binding_3_cs[]; };

layout(std430) readonly buffer type_6_block_4Compute { float _group_0_binding_4_cs[]; };


float edit_score(float raw, uint b, uint h, uint i, uint j) {
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

float weight(float s_2, uint row, bool hidden_1) {
    if (hidden_1) {
        float _e5 = _group_0_binding_0_cs.neg_inf;
        return _e5;
    }
    float _e8 = _group_0_binding_4_cs[row];
    return (s_2 - _e8);
}

uint score_row(uint r) {
    return r;
}

bool is_nan(float x) {
    return ((floatBitsToUint(x) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_3) {
    bool _e3 = is_nan(s_3);
    return (_e3 ? s_3 : max(s_3, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_1) {
    return (floatBitsToUint(x_1) == 4286578688u);
}

bool any_nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return any(equal((floatBitsToUint(v) & exponent), exponent));
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
    bool local_2 = false;
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_2 = _e6;
    } else {
        local_2 = true;
    }
    bool _e8 = local_2;
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

vec4 scale_q(vec4 x_4) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (x_4 * _e3);
}

float pair(vec4 x_5, vec4 k, uint h_1, uint d_3) {
    return dot(x_5, k);
}

float scale_pair(float s_4) {
    return s_4;
}

vec4 scale_pairs(vec4 s_5) {
    return s_5;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint id = 0u;
    float s = 0.0;
    bool local = false;
    bool hidden = false;
    uint d = 0u;
    bool local_1 = false;
    uint _e2 = group_id(wid);
    uint at = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.cells;
    if ((at >= _e8)) {
        return;
    }
    uint _e12 = _group_0_binding_0_cs.kv_len;
    uint j_1 = (at % _e12);
    uint _e16 = _group_0_binding_0_cs.kv_len;
    id = (at / _e16);
    uint _e19 = id;
    uint _e22 = _group_0_binding_0_cs.score_rows;
    uint _e24 = score_row((_e19 % _e22));
    uint _e25 = id;
    uint _e28 = _group_0_binding_0_cs.score_rows;
    id = (_e25 / _e28);
    uint _e30 = id;
    uint _e33 = _group_0_binding_0_cs.q_heads;
    uint h_2 = (_e30 % _e33);
    uint _e35 = id;
    uint _e38 = _group_0_binding_0_cs.q_heads;
    uint b_5 = (_e35 / _e38);
    uint _e40 = q_count_1(b_5);
    uint _e41 = kv_count_2(b_5);
    uint _e44 = _group_0_binding_0_cs.kv_len;
    uint bound = (EDIT ? _e41 : _e44);
    if (!((_e24 >= _e40))) {
        local = (j_1 >= bound);
    } else {
        local = true;
    }
    bool _e55 = local;
    hidden = _e55;
    bool _e57 = hidden;
    if (!(_e57)) {
        uint _e61 = _group_0_binding_0_cs.q_offset;
        uint _e64 = _group_0_binding_0_cs.q_batch;
        uint _e69 = _group_0_binding_0_cs.q_head;
        uint _e72 = q_start(b_5);
        uint _e76 = _group_0_binding_0_cs.q_row;
        uint q_at = (((_e61 + (b_5 * _e64)) + (h_2 * _e69)) + ((_e72 + _e24) * _e76));
        uint _e81 = _group_0_binding_0_cs.k_offset;
        uint _e84 = _group_0_binding_0_cs.k_batch;
        uint _e89 = _group_0_binding_0_cs.group;
        uint _e93 = _group_0_binding_0_cs.k_head;
        uint _e96 = kv_start(b_5);
        uint _e100 = _group_0_binding_0_cs.k_row;
        uint k_at = (((_e81 + (b_5 * _e84)) + ((h_2 / _e89) * _e93)) + ((_e96 + j_1) * _e100));
        bool loop_init = true;
        while(true) {
            if (!loop_init) {
                uint _e117 = d;
                d = (_e117 + 4u);
            }
            loop_init = false;
            uint _e105 = d;
            if ((_e105 < QK_DIM)) {
            } else {
                break;
            }
            {
                float _e108 = s;
                uint _e109 = d;
                vec4 _e110 = load_q4_(q_at, _e109);
                vec4 _e111 = scale_q(_e110);
                uint _e112 = d;
                vec4 _e113 = load_k4_(k_at, _e112);
                uint _e114 = d;
                float _e115 = pair(_e111, _e113, h_2, _e114);
                s = (_e108 + _e115);
            }
        }
        float _e120 = s;
        float _e121 = scale_pair(_e120);
        s = _e121;
        if (EDIT) {
            int _e123 = align_offset(_e40, _e41);
            uvec2 _e124 = key_range(_e24, _e123, _e41);
            if (!((j_1 < _e124.x))) {
                local_1 = (j_1 >= _e124.y);
            } else {
                local_1 = true;
            }
            bool _e133 = local_1;
            hidden = _e133;
        }
        bool _e134 = hidden;
        if (!(_e134)) {
            float _e136 = s;
            float _e137 = edit_score(_e136, b_5, h_2, _e24, j_1);
            s = _e137;
            float _e138 = s;
            hidden = (_e138 == MASKED);
        }
    }
    if (EDIT) {
        if (WEIGHTS) {
            uint _e145 = _group_0_binding_0_cs.lse_batch;
            uint _e149 = _group_0_binding_0_cs.lse_head;
            uint row_1 = (((b_5 * _e145) + (h_2 * _e149)) + _e24);
            float _e153 = s;
            float _e154 = keep_visible(_e153);
            bool _e155 = hidden;
            float _e156 = weight(_e154, row_1, _e155);
            s = _e156;
        } else {
            float _e157 = s;
            float _e160 = _group_0_binding_0_cs.neg_inf;
            bool _e161 = hidden;
            s = (_e161 ? _e160 : _e157);
        }
    }
    float _e165 = s;
    _group_0_binding_3_cs[at] = _e165;
    return;
}

