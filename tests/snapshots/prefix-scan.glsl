#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

struct Params {
    uint grid_x;
    uint groups;
    uint slices;
    uint len;
    uint heads;
    uint batch_base;
    uint head_base;
    uint head_count;
    uint q_offset;
    uint q_batch;
    uint q_head;
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
    uint lse_offset;
    uint lse_row;
    float scale;
    float neg_inf;
};
const uint WORKGROUP = 64u;
const uint QK_DIM = 12u;
const uint V_DIM = 12u;
const bool CONTINUED = false;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_4_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_4_block_4Compute { vec4 _group_0_binding_4_cs[]; };

shared float scores[64];


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

float load_state(uint at) {
    return 0.0;
}

void store_state(uint at_1, float x_1) {
    return;
}

void store_lse(uint at_2, vec2 x_2) {
    return;
}

bool is_nan(float x_3) {
    return ((floatBitsToUint(x_3) & 2147483647u) > 2139095040u);
}

float keep_visible(float s) {
    bool _e3 = is_nan(s);
    return (_e3 ? s : max(s, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_4) {
    return (floatBitsToUint(x_4) == 4286578688u);
}

bvec4 nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return equal((floatBitsToUint(v) & exponent), exponent);
}

bool any_nonfinite(vec4 v_1) {
    bvec4 _e1 = nonfinite(v_1);
    return any(_e1);
}

float exp_kept(float x_5) {
    bool _e2 = is_nan(x_5);
    return (_e2 ? x_5 : exp(x_5));
}

vec4 exp_kept4_(vec4 x_6) {
    bvec4 nan = greaterThan((floatBitsToUint(x_6) & uvec4(2147483647u)), uvec4(2139095040u));
    return mix(exp(x_6), x_6, nan);
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

vec2 log_parts(float top_1, float sum_2) {
    float _e4 = _group_0_binding_0_cs.neg_inf;
    vec2 seen = ((sum_2 > 0.0) ? vec2(top_1, log(sum_2)) : vec2(_e4, 0.0));
    bool _e14 = is_nan(sum_2);
    return (_e14 ? vec2(sum_2, 0.0) : seen);
}

float log_sum(float top_2, float sum_3) {
    vec2 _e2 = log_parts(top_2, sum_3);
    return (_e2.x + _e2.y);
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

float score(uint q_row, uint k_row) {
    vec4 sum_4 = vec4(0.0);
    uint d_4 = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e17 = d_4;
            d_4 = (_e17 + 4u);
        }
        loop_init = false;
        uint _e7 = d_4;
        if ((_e7 < QK_DIM)) {
        } else {
            break;
        }
        {
            vec4 _e10 = sum_4;
            uint _e11 = d_4;
            vec4 _e12 = load_q4_(q_row, _e11);
            uint _e13 = d_4;
            vec4 _e14 = load_k4_(k_row, _e13);
            sum_4 = (_e10 + (_e12 * _e14));
        }
    }
    float _e22 = _group_0_binding_0_cs.scale;
    float _e24 = sum_4.x;
    float _e26 = sum_4.y;
    float _e29 = sum_4.z;
    float _e32 = sum_4.w;
    return (_e22 * (((_e24 + _e26) + _e29) + _e32));
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        scores = float[64](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    float top = MASKED;
    float sum = 0.0;
    vec4 acc = vec4(0.0);
    uint n = 0u;
    uint first = 0u;
    uint t = 0u;
    uint n_1 = 0u;
    uint _e2 = group_id(wid);
    uint _e5 = _group_0_binding_0_cs.groups;
    if ((_e2 >= _e5)) {
        return;
    }
    uint _e9 = _group_0_binding_0_cs.slices;
    uint column = ((((_e2 % _e9) * WORKGROUP) + tid) * 4u);
    uint _e18 = _group_0_binding_0_cs.slices;
    uint row = (_e2 / _e18);
    uint _e22 = _group_0_binding_0_cs.head_base;
    uint _e25 = _group_0_binding_0_cs.head_count;
    uint h = (_e22 + (row % _e25));
    uint _e30 = _group_0_binding_0_cs.batch_base;
    uint _e33 = _group_0_binding_0_cs.head_count;
    uint b = (_e30 + (row / _e33));
    uint _e38 = _group_0_binding_0_cs.q_offset;
    uint _e41 = _group_0_binding_0_cs.q_batch;
    uint _e46 = _group_0_binding_0_cs.q_head;
    uint q_row_1 = ((_e38 + (b * _e41)) + (h * _e46));
    uint _e51 = _group_0_binding_0_cs.k_offset;
    uint _e54 = _group_0_binding_0_cs.k_batch;
    uint _e59 = _group_0_binding_0_cs.k_head;
    uint k_rows = ((_e51 + (b * _e54)) + (h * _e59));
    uint _e64 = _group_0_binding_0_cs.v_offset;
    uint _e67 = _group_0_binding_0_cs.v_batch;
    uint _e72 = _group_0_binding_0_cs.v_head;
    uint v_rows = ((_e64 + (b * _e67)) + (h * _e72));
    uint _e77 = _group_0_binding_0_cs.o_offset;
    uint _e80 = _group_0_binding_0_cs.o_batch;
    uint _e85 = _group_0_binding_0_cs.o_head;
    uint o_rows = ((_e77 + (b * _e80)) + (h * _e85));
    uint _e90 = _group_0_binding_0_cs.heads;
    uint place = ((b * _e90) + h);
    uint state = (place * 13u);
    if (CONTINUED) {
        float _e105 = load_state((state + V_DIM));
        bool _e106 = is_neg_inf(_e105);
        if (!(_e106)) {
            top = _e105;
            sum = 1.0;
            bool loop_init_1 = true;
            while(true) {
                if (!loop_init_1) {
                    uint _e125 = n;
                    n = (_e125 + 1u);
                }
                loop_init_1 = false;
                uint _e111 = n;
                if ((_e111 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e114 = n;
                    if (((column + _e114) < V_DIM)) {
                        uint _e118 = n;
                        uint _e121 = n;
                        float _e123 = load_state(((state + column) + _e121));
                        acc[_e118] = _e123;
                    }
                }
            }
        }
    }
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e224 = first;
            first = (_e224 + WORKGROUP);
        }
        loop_init_2 = false;
        uint _e129 = first;
        uint _e132 = _group_0_binding_0_cs.len;
        if ((_e129 < _e132)) {
        } else {
            break;
        }
        {
            uint _e134 = first;
            uint _e138 = _group_0_binding_0_cs.len;
            if (((_e134 + tid) < _e138)) {
                uint _e142 = first;
                uint _e146 = _group_0_binding_0_cs.k_row;
                float _e149 = score(q_row_1, (k_rows + ((_e142 + tid) * _e146)));
                scores[tid] = _e149;
            }
            memoryBarrierShared();
            barrier();
            t = 0u;
            bool loop_init_3 = true;
            while(true) {
                if (!loop_init_3) {
                    uint _e222 = t;
                    t = (_e222 + 1u);
                }
                loop_init_3 = false;
                uint _e152 = t;
                uint _e156 = _group_0_binding_0_cs.len;
                uint _e157 = first;
                if ((_e152 < min(WORKGROUP, (_e156 - _e157)))) {
                } else {
                    break;
                }
                {
                    uint _e162 = t;
                    float s_1 = scores[_e162];
                    float _e165 = top;
                    float next = max(_e165, s_1);
                    float _e167 = top;
                    float _e169 = exp_kept((_e167 - next));
                    float _e171 = exp_kept((s_1 - next));
                    float _e172 = sum;
                    sum = ((_e172 * _e169) + _e171);
                    vec4 _e175 = acc;
                    acc = (_e175 * _e169);
                    if ((column < V_DIM)) {
                        vec4 _e179 = acc;
                        uint _e180 = first;
                        uint _e181 = t;
                        uint _e185 = _group_0_binding_0_cs.v_row;
                        vec4 _e188 = load_v4_((v_rows + ((_e180 + _e181) * _e185)), column);
                        acc = (_e179 + (_e171 * _e188));
                        uint _e191 = first;
                        uint _e192 = t;
                        uint _e196 = _group_0_binding_0_cs.o_row;
                        vec4 _e200 = acc;
                        float _e201 = sum;
                        store_o4_((o_rows + ((_e191 + _e192) * _e196)), column, V_DIM, (_e200 / vec4(_e201)));
                    }
                    top = next;
                    if ((column == 0u)) {
                        uint _e208 = _group_0_binding_0_cs.lse_row;
                        uint _e212 = _group_0_binding_0_cs.lse_offset;
                        uint _e214 = first;
                        uint _e216 = t;
                        float _e218 = top;
                        float _e219 = sum;
                        vec2 _e220 = log_parts(_e218, _e219);
                        store_lse(((((place * _e208) + _e212) + _e214) + _e216), _e220);
                    }
                }
            }
            memoryBarrierShared();
            barrier();
        }
    }
    memoryBarrierShared();
    barrier();
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e249 = n_1;
            n_1 = (_e249 + 1u);
        }
        loop_init_4 = false;
        uint _e229 = n_1;
        if ((_e229 < 4u)) {
        } else {
            break;
        }
        {
            uint _e232 = n_1;
            if (((column + _e232) < V_DIM)) {
                uint _e237 = n_1;
                uint _e239 = n_1;
                float _e241 = acc[_e239];
                float _e242 = sum;
                float _e244 = sum;
                bool _e245 = row_seen(_e244);
                store_state(((state + column) + _e237), (_e245 ? (_e241 / _e242) : 0.0));
            }
        }
    }
    if ((column == 0u)) {
        float _e255 = top;
        float _e256 = sum;
        float _e257 = log_sum(_e255, _e256);
        store_state((state + V_DIM), _e257);
        return;
    } else {
        return;
    }
}

