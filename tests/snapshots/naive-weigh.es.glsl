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
const uint V_DIM = 64u;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const uint V4_ = 16u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_3_block_1Compute { float _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) buffer type_5_block_3Compute { vec4 _group_0_binding_3_cs[]; };


vec4 load_v4_(uint base, uint d) {
    if ((d >= V_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_2_cs[((base + d) >> 2u)];
    return vec4(_e11);
}

void store_o4_(uint base_1, uint d_1, uint dim, vec4 x) {
    if ((d_1 < dim)) {
        _group_0_binding_3_cs[((base_1 + d_1) >> 2u)] = vec4(x);
        return;
    } else {
        return;
    }
}

bool is_nan(float x_1) {
    return ((floatBitsToUint(x_1) & 2147483647u) > 2139095040u);
}

float keep_visible(float s) {
    bool _e3 = is_nan(s);
    return (_e3 ? s : max(s, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_2) {
    return (floatBitsToUint(x_2) == 4286578688u);
}

bvec4 nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return equal((floatBitsToUint(v) & exponent), exponent);
}

bool any_nonfinite(vec4 v_1) {
    bvec4 _e1 = nonfinite(v_1);
    return any(_e1);
}

float exp_kept(float x_3) {
    bool _e2 = is_nan(x_3);
    return (_e2 ? x_3 : exp(x_3));
}

vec4 exp_kept4_(vec4 x_4) {
    bvec4 nan = greaterThan((floatBitsToUint(x_4) & uvec4(2147483647u)), uvec4(2139095040u));
    return mix(exp(x_4), x_4, nan);
}

bool row_seen(float sum_1) {
    bool local = false;
    if (!((sum_1 > 0.0))) {
        bool _e6 = is_nan(sum_1);
        local = _e6;
    } else {
        local = true;
    }
    bool _e8 = local;
    return _e8;
}

vec2 log_parts(float top, float sum_2) {
    float _e4 = _group_0_binding_0_cs.neg_inf;
    vec2 seen = ((sum_2 > 0.0) ? vec2(top, log(sum_2)) : vec2(_e4, 0.0));
    bool _e14 = is_nan(sum_2);
    return (_e14 ? vec2(sum_2, 0.0) : seen);
}

float log_sum(float top_1, float sum_3) {
    vec2 _e2 = log_parts(top_1, sum_3);
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

uvec2 key_range(uint i, int offset, uint kv_count_1) {
    int lo = 0;
    int hi = 0;
    int p = (int(i) + offset);
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

uint q_start(uint b) {
    return 0u;
}

uint q_count_1(uint b_1) {
    uint _e3 = _group_0_binding_0_cs.q_len;
    return _e3;
}

uint kv_start(uint b_2) {
    return 0u;
}

uint kv_count_2(uint b_3) {
    uint _e3 = _group_0_binding_0_cs.kv_len;
    return _e3;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    vec4 sum = vec4(0.0);
    uint j = 0u;
    uint _e2 = group_id(wid);
    uint at = ((_e2 * WORKGROUP) + tid);
    uint row = (at / V4_);
    uint _e10 = _group_0_binding_0_cs.rows;
    if ((row >= _e10)) {
        return;
    }
    uint d_2 = ((at % V4_) * 4u);
    uint _e18 = _group_0_binding_0_cs.q_len;
    uint i_1 = (row % _e18);
    uint _e22 = _group_0_binding_0_cs.q_len;
    uint _e26 = _group_0_binding_0_cs.q_heads;
    uint h = ((row / _e22) % _e26);
    uint _e30 = _group_0_binding_0_cs.q_len;
    uint _e33 = _group_0_binding_0_cs.q_heads;
    uint b_4 = (row / (_e30 * _e33));
    uint _e36 = q_count_1(b_4);
    if ((i_1 >= _e36)) {
        return;
    }
    uint _e40 = _group_0_binding_0_cs.v_offset;
    uint _e43 = _group_0_binding_0_cs.v_batch;
    uint _e48 = _group_0_binding_0_cs.group;
    uint _e52 = _group_0_binding_0_cs.v_head;
    uint _e55 = kv_start(b_4);
    uint _e58 = _group_0_binding_0_cs.v_row;
    uint v_at = (((_e40 + (b_4 * _e43)) + ((h / _e48) * _e52)) + (_e55 * _e58));
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e92 = j;
            j = (_e92 + 1u);
        }
        loop_init = false;
        uint _e66 = j;
        uint _e67 = kv_count_2(b_4);
        if ((_e66 < _e67)) {
        } else {
            break;
        }
        {
            uint _e72 = _group_0_binding_0_cs.kv_len;
            uint _e74 = j;
            float p_1 = _group_0_binding_1_cs[((row * _e72) + _e74)];
            if (!((p_1 == 0.0))) {
                vec4 _e81 = sum;
                uint _e82 = j;
                uint _e85 = _group_0_binding_0_cs.v_row;
                vec4 _e88 = load_v4_((v_at + (_e82 * _e85)), d_2);
                sum = (_e81 + (p_1 * _e88));
            }
        }
    }
    uint _e96 = _group_0_binding_0_cs.o_offset;
    uint _e99 = _group_0_binding_0_cs.o_batch;
    uint _e104 = _group_0_binding_0_cs.o_head;
    uint _e107 = q_start(b_4);
    uint _e111 = _group_0_binding_0_cs.o_row;
    uint o_at = (((_e96 + (b_4 * _e99)) + (h * _e104)) + ((_e107 + i_1) * _e111));
    vec4 _e115 = sum;
    store_o4_(o_at, d_2, V_DIM, _e115);
    return;
}

