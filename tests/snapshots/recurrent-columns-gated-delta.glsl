#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 8, local_size_y = 1, local_size_z = 1) in;

struct Params {
    uint groups;
    uint grid_x;
    uint v_slices;
    uint group;
    uint batch_base;
    uint kv_head_base;
    uint kv_head_count;
    uint kv_heads;
    uint q_token_heads;
    uint token_heads;
    uint reverse_from;
    uint outputs;
    uint len;
    uint first;
    uint whole;
    uint total_len;
    uint chunks;
    uint segments;
    uint segment_len;
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
    uint decay_offset;
    uint decay_batch;
    uint decay_head;
    uint decay_row;
    uint beta_offset;
    uint beta_batch;
    uint beta_head;
    uint beta_row;
    uint removal_offset;
    uint removal_batch;
    uint removal_head;
    uint removal_row;
    float scale;
    float eps;
};
struct State {
    vec4 s[16][4];
    vec4 momentum[1][4];
    vec4 z[16];
};
struct Token {
    uint head;
    uint k;
    uint removal;
    uint decay;
    uint beta;
};
struct Sums {
    vec4 o;
    vec4 keys;
    vec4 own;
};
const uint WORKGROUP = 8u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const uint STATE_COLUMNS = 64u;
const bool DELTA = true;
const bool MOMENTUM = false;
const bool RANK_ONE = false;
const bool DECAY = true;
const bool DECAY_CHANNEL = false;
const bool NORMALISE = false;
const bool BONUS = false;
const uint QK4_ = 16u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_4_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_4_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) readonly buffer type_5_block_5Compute { float _group_0_binding_5_cs[]; };

layout(std430) readonly buffer type_5_block_6Compute { float _group_0_binding_6_cs[]; };

layout(std430) readonly buffer type_5_block_7Compute { float _group_0_binding_7_cs[]; };

layout(std430) buffer type_5_block_8Compute { float _group_0_binding_8_cs[]; };


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

float decay_element(uint at) {
    float _e3 = _group_0_binding_5_cs[at];
    return float(_e3);
}

float beta_element(uint at_1) {
    float _e3 = _group_0_binding_6_cs[at_1];
    return float(_e3);
}

float removal_element(uint at_2) {
    return 0.0;
}

uint token_start(uint b) {
    return 0u;
}

uint token_count(uint b_1) {
    uint _e3 = _group_0_binding_0_cs.len;
    return _e3;
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint token_at(uint b_2, uint h, uint t_1, uint n_2) {
    uint _e4 = token_start(b_2);
    uint _e10 = _group_0_binding_0_cs.reverse_from;
    return (_e4 + ((h >= _e10) ? ((n_2 - 1u) - t_1) : t_1));
}

uint q_at(uint b_3, uint h_1, uint i) {
    uint _e5 = _group_0_binding_0_cs.q_offset;
    uint _e8 = _group_0_binding_0_cs.q_batch;
    uint _e13 = _group_0_binding_0_cs.q_token_heads;
    uint _e17 = _group_0_binding_0_cs.q_head;
    uint _e22 = _group_0_binding_0_cs.q_row;
    return (((_e5 + (b_3 * _e8)) + ((h_1 % _e13) * _e17)) + (i * _e22));
}

uint k_at(uint b_4, uint h_2, uint i_1) {
    uint _e5 = _group_0_binding_0_cs.k_offset;
    uint _e8 = _group_0_binding_0_cs.k_batch;
    uint _e13 = _group_0_binding_0_cs.token_heads;
    uint _e17 = _group_0_binding_0_cs.k_head;
    uint _e22 = _group_0_binding_0_cs.k_row;
    return (((_e5 + (b_4 * _e8)) + ((h_2 % _e13) * _e17)) + (i_1 * _e22));
}

uint v_at(uint b_5, uint h_3, uint i_2) {
    uint _e5 = _group_0_binding_0_cs.v_offset;
    uint _e8 = _group_0_binding_0_cs.v_batch;
    uint _e13 = _group_0_binding_0_cs.token_heads;
    uint _e17 = _group_0_binding_0_cs.v_head;
    uint _e22 = _group_0_binding_0_cs.v_row;
    return (((_e5 + (b_5 * _e8)) + ((h_3 % _e13) * _e17)) + (i_2 * _e22));
}

uint o_at(uint b_6, uint h_4, uint i_3) {
    uint _e5 = _group_0_binding_0_cs.o_offset;
    uint _e8 = _group_0_binding_0_cs.o_batch;
    uint _e13 = _group_0_binding_0_cs.o_head;
    uint _e18 = _group_0_binding_0_cs.o_row;
    return (((_e5 + (b_6 * _e8)) + (h_4 * _e13)) + (i_3 * _e18));
}

uint decay_at(uint b_7, uint h_5, uint i_4) {
    uint _e5 = _group_0_binding_0_cs.decay_offset;
    uint _e8 = _group_0_binding_0_cs.decay_batch;
    uint _e13 = _group_0_binding_0_cs.decay_head;
    uint _e18 = _group_0_binding_0_cs.decay_row;
    return (((_e5 + (b_7 * _e8)) + (h_5 * _e13)) + (i_4 * _e18));
}

uint beta_at(uint b_8, uint h_6, uint i_5) {
    uint _e5 = _group_0_binding_0_cs.beta_offset;
    uint _e8 = _group_0_binding_0_cs.beta_batch;
    uint _e13 = _group_0_binding_0_cs.token_heads;
    uint _e17 = _group_0_binding_0_cs.beta_head;
    uint _e22 = _group_0_binding_0_cs.beta_row;
    return (((_e5 + (b_8 * _e8)) + ((h_6 % _e13) * _e17)) + (i_5 * _e22));
}

uint removal_at(uint b_9, uint h_7, uint i_6) {
    uint _e5 = _group_0_binding_0_cs.removal_offset;
    uint _e8 = _group_0_binding_0_cs.removal_batch;
    uint _e13 = _group_0_binding_0_cs.token_heads;
    uint _e17 = _group_0_binding_0_cs.removal_head;
    uint _e22 = _group_0_binding_0_cs.removal_row;
    return (((_e5 + (b_9 * _e8)) + ((h_7 % _e13) * _e17)) + (i_6 * _e22));
}

float inverse_(float sum) {
    return ((sum == 0.0) ? 0.0 : (1.0 / sum));
}

float load_state(uint at_3) {
    float _e3 = _group_0_binding_7_cs[at_3];
    return _e3;
}

void store_state(uint at_4, float x_1) {
    _group_0_binding_8_cs[at_4] = x_1;
    return;
}

float bonus_element(uint at_5) {
    return 0.0;
}

float gain(float x_2) {
    float r = 0.0;
    r = (1.0 + (x_2 * 0.125));
    float _e8 = r;
    r = (1.0 + ((x_2 * 0.14285715) * _e8));
    float _e14 = r;
    r = (1.0 + ((x_2 * 0.16666667) * _e14));
    float _e20 = r;
    r = (1.0 + ((x_2 * 0.2) * _e20));
    float _e26 = r;
    r = (1.0 + ((x_2 * 0.25) * _e26));
    float _e32 = r;
    r = (1.0 + ((x_2 * 0.33333334) * _e32));
    float _e38 = r;
    r = (1.0 + ((x_2 * 0.5) * _e38));
    float _e42 = r;
    return (x_2 * _e42);
}

float fade(float x_3) {
    float _e2 = gain(x_3);
    return ((abs(x_3) <= 0.5) ? (1.0 + _e2) : exp(x_3));
}

vec4 fade4_(vec4 x_4) {
    float _e2 = fade(x_4.x);
    float _e4 = fade(x_4.y);
    float _e6 = fade(x_4.z);
    float _e8 = fade(x_4.w);
    return vec4(_e2, _e4, _e6, _e8);
}

vec4 fade_state(vec4 s, vec4 x_5) {
    float _e3 = gain(x_5.x);
    float _e5 = gain(x_5.y);
    float _e7 = gain(x_5.z);
    float _e9 = gain(x_5.w);
    vec4 gained = vec4(_e3, _e5, _e7, _e9);
    return mix((s * exp(x_5)), (s + (s * gained)), lessThanEqual(abs(x_5), vec4(0.5)));
}

vec4 channel_decays(uint at_6, uint d_4) {
    vec4 r_1 = vec4(0.0);
    uint n_3 = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e21 = n_3;
            n_3 = (_e21 + 1u);
        }
        loop_init = false;
        uint _e7 = n_3;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n_3;
            if (((d_4 + _e10) < QK_DIM)) {
                uint _e14 = n_3;
                uint _e17 = n_3;
                float _e19 = decay_element(((at_6 + d_4) + _e17));
                r_1[_e14] = _e19;
            }
        }
    }
    vec4 _e23 = r_1;
    return _e23;
}

vec4 bonus4_(uint h_8, uint d_5) {
    vec4 r_2 = vec4(0.0);
    uint n_4 = 0u;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e23 = n_4;
            n_4 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e7 = n_4;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n_4;
            if (((d_5 + _e10) < QK_DIM)) {
                uint _e14 = n_4;
                uint _e19 = n_4;
                float _e21 = bonus_element((((h_8 * QK_DIM) + d_5) + _e19));
                r_2[_e14] = _e21;
            }
        }
    }
    vec4 _e25 = r_2;
    return _e25;
}

vec4 removal4_(uint at_7, uint d_6) {
    vec4 r_3 = vec4(0.0);
    uint n_5 = 0u;
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e21 = n_5;
            n_5 = (_e21 + 1u);
        }
        loop_init_2 = false;
        uint _e7 = n_5;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n_5;
            if (((d_6 + _e10) < QK_DIM)) {
                uint _e14 = n_5;
                uint _e17 = n_5;
                float _e19 = removal_element(((at_7 + d_6) + _e17));
                r_3[_e14] = _e19;
            }
        }
    }
    vec4 _e23 = r_3;
    return _e23;
}

vec4 load_state4_(uint base_4, uint d_7, uint column) {
    vec4 r_4 = vec4(0.0);
    uint n_6 = 0u;
    bool local_4 = false;
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e31 = n_6;
            n_6 = (_e31 + 1u);
        }
        loop_init_3 = false;
        uint _e8 = n_6;
        if ((_e8 < 4u)) {
        } else {
            break;
        }
        {
            if ((d_7 < QK_DIM)) {
                uint _e15 = n_6;
                local_4 = ((column + _e15) < V_DIM);
            } else {
                local_4 = false;
            }
            bool _e20 = local_4;
            if (_e20) {
                uint _e21 = n_6;
                uint _e27 = n_6;
                float _e29 = load_state((((base_4 + (d_7 * STATE_COLUMNS)) + column) + _e27));
                r_4[_e21] = _e29;
            }
        }
    }
    vec4 _e33 = r_4;
    return _e33;
}

void store_state4_(uint base_5, uint d_8, uint column_1, vec4 x_6) {
    uint n_7 = 0u;
    bool local_5 = false;
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e28 = n_7;
            n_7 = (_e28 + 1u);
        }
        loop_init_4 = false;
        uint _e6 = n_7;
        if ((_e6 < 4u)) {
        } else {
            break;
        }
        {
            if ((d_8 < QK_DIM)) {
                uint _e13 = n_7;
                local_5 = ((column_1 + _e13) < V_DIM);
            } else {
                local_5 = false;
            }
            bool _e18 = local_5;
            if (_e18) {
                uint _e23 = n_7;
                uint _e25 = n_7;
                store_state((((base_5 + (d_8 * STATE_COLUMNS)) + column_1) + _e23), x_6[_e25]);
            }
        }
    }
    return;
}

vec4 decays(Token token, uint d_9) {
    if (DECAY_CHANNEL) {
        vec4 _e4 = channel_decays(token.decay, d_9);
        return _e4;
    }
    float _e6 = decay_element(token.decay);
    return vec4(_e6);
}

vec4 fades(vec4 s_1, vec4 x_7) {
    if (false) {
        return s_1;
    }
    vec4 _e3 = fade_state(s_1, x_7);
    return _e3;
}

vec4 held(inout State state_1, Token token_1) {
    vec4 sum_1 = vec4(0.0);
    uint n_8 = 0u;
    vec4 row = vec4(0.0);
    bool local_6 = false;
    uint e_2 = 0u;
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e56 = n_8;
            n_8 = (_e56 + 1u);
        }
        loop_init_5 = false;
        uint _e7 = n_8;
        if ((_e7 < QK4_)) {
        } else {
            break;
        }
        {
            uint _e11 = n_8;
            vec4 _e14 = load_k4_(token_1.k, (_e11 * 4u));
            row = _e14;
            if (RANK_ONE) {
                uint _e18 = n_8;
                vec4 _e21 = removal4_(token_1.removal, (_e18 * 4u));
                row = _e21;
            } else {
                if (DELTA) {
                    local_6 = DECAY;
                } else {
                    local_6 = false;
                }
                bool _e27 = local_6;
                if (_e27) {
                    vec4 _e28 = row;
                    uint _e29 = n_8;
                    vec4 _e32 = decays(token_1, (_e29 * 4u));
                    vec4 _e33 = fade4_(_e32);
                    row = (_e28 * _e33);
                }
            }
            e_2 = 0u;
            bool loop_init_6 = true;
            while(true) {
                if (!loop_init_6) {
                    uint _e53 = e_2;
                    e_2 = (_e53 + 1u);
                }
                loop_init_6 = false;
                uint _e37 = e_2;
                if ((_e37 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e40 = e_2;
                    float _e42 = row[_e40];
                    uint _e45 = n_8;
                    uint _e47 = e_2;
                    vec4 _e49 = state_1.s[_e45][_e47];
                    vec4 _e50 = sum_1;
                    sum_1 = fma(vec4(_e42), _e49, _e50);
                }
            }
        }
    }
    vec4 _e58 = sum_1;
    return _e58;
}

void add_rows(inout Sums sums, Token token_2, vec4 q, uint n_9, vec4 s_2[4], vec4 z) {
    uint e_3 = 0u;
    if (NORMALISE) {
        vec4 _e9 = sums.keys;
        sums.keys = fma(q, z, _e9);
    }
    if (BONUS) {
        vec4 _e16 = bonus4_(token_2.head, (n_9 * 4u));
        vec4 _e21 = load_k4_(token_2.k, (n_9 * 4u));
        vec4 _e23 = sums.own;
        sums.own = fma((q * _e16), _e21, _e23);
    }
    bool loop_init_7 = true;
    while(true) {
        if (!loop_init_7) {
            uint _e40 = e_3;
            e_3 = (_e40 + 1u);
        }
        loop_init_7 = false;
        uint _e27 = e_3;
        if ((_e27 < 4u)) {
        } else {
            break;
        }
        {
            uint _e31 = e_3;
            uint _e34 = e_3;
            vec4 _e37 = sums.o;
            sums.o = fma(vec4(q[_e31]), s_2[_e34], _e37);
        }
    }
    return;
}

Sums step_(inout State state_2, Token token_3, uint q_row, vec4 u_1, vec4 removed_1) {
    float kept = 0.0;
    Sums sums_1 = Sums(vec4(0.0), vec4(0.0), vec4(0.0));
    uint n_10 = 0u;
    uint e_4 = 0u;
    vec4 s_3 = vec4(0.0);
    if (MOMENTUM) {
        float _e11 = beta_element((token_3.beta + 1u));
        kept = _e11;
    }
    bool loop_init_8 = true;
    while(true) {
        if (!loop_init_8) {
            uint _e131 = n_10;
            n_10 = (_e131 + 1u);
        }
        loop_init_8 = false;
        uint _e15 = n_10;
        if ((_e15 < QK4_)) {
        } else {
            break;
        }
        {
            uint _e19 = n_10;
            vec4 _e22 = load_k4_(token_3.k, (_e19 * 4u));
            uint _e23 = n_10;
            vec4 _e26 = load_q4_(q_row, (_e23 * 4u));
            uint _e27 = n_10;
            vec4 _e30 = decays(token_3, (_e27 * 4u));
            if (BONUS) {
                uint _e32 = n_10;
                uint _e34 = n_10;
                vec4 _e36[4] = state_2.s[_e34];
                uint _e38 = n_10;
                vec4 _e40 = state_2.z[_e38];
                add_rows(sums_1, token_3, _e26, _e32, _e36, _e40);
            }
            if (NORMALISE) {
                uint _e43 = n_10;
                uint _e46 = n_10;
                vec4 _e48 = state_2.z[_e46];
                vec4 _e49 = fades(_e48, _e30);
                state_2.z[_e43] = (_e49 + _e22);
            }
            e_4 = 0u;
            bool loop_init_9 = true;
            while(true) {
                if (!loop_init_9) {
                    uint _e118 = e_4;
                    e_4 = (_e118 + 1u);
                }
                loop_init_9 = false;
                uint _e53 = e_4;
                if ((_e53 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e57 = n_10;
                    uint _e59 = e_4;
                    vec4 _e61 = state_2.s[_e57][_e59];
                    uint _e62 = e_4;
                    vec4 _e65 = fades(_e61, vec4(_e30[_e62]));
                    s_3 = _e65;
                    if (MOMENTUM) {
                        uint _e69 = n_10;
                        uint _e71 = e_4;
                        uint _e73 = e_4;
                        float _e76 = kept;
                        uint _e78 = n_10;
                        uint _e80 = e_4;
                        vec4 _e82 = state_2.momentum[_e78][_e80];
                        state_2.momentum[_e69][_e71] = fma(vec4(_e22[_e73]), u_1, (_e76 * _e82));
                        vec4 _e85 = s_3;
                        uint _e87 = n_10;
                        uint _e89 = e_4;
                        vec4 _e91 = state_2.momentum[_e87][_e89];
                        s_3 = (_e85 + _e91);
                    } else {
                        uint _e93 = e_4;
                        vec4 _e96 = s_3;
                        s_3 = fma(vec4(_e22[_e93]), u_1, _e96);
                    }
                    if (RANK_ONE) {
                        uint _e102 = n_10;
                        vec4 _e105 = removal4_((token_3.removal + QK_DIM), (_e102 * 4u));
                        uint _e106 = e_4;
                        vec4 _e109 = s_3;
                        s_3 = fma(vec4(_e105[_e106]), removed_1, _e109);
                    }
                    uint _e112 = n_10;
                    uint _e114 = e_4;
                    vec4 _e116 = s_3;
                    state_2.s[_e112][_e114] = _e116;
                }
            }
            if (true) {
                uint _e121 = n_10;
                uint _e123 = n_10;
                vec4 _e125[4] = state_2.s[_e123];
                uint _e127 = n_10;
                vec4 _e129 = state_2.z[_e127];
                add_rows(sums_1, token_3, _e26, _e121, _e125, _e129);
            }
        }
    }
    Sums _e133 = sums_1;
    return _e133;
}

void write_outputs(inout State state_3, Token token_4, uint b_10, uint i_7, uint column_2, vec4 u_2, uint begin, uint end, Sums first) {
    Sums sums_2 = Sums(vec4(0.0), vec4(0.0), vec4(0.0));
    uint g = 0u;
    uint n_11 = 0u;
    float factor = 0.0;
    sums_2 = first;
    g = begin;
    bool loop_init_10 = true;
    while(true) {
        if (!loop_init_10) {
            uint _e99 = g;
            g = (_e99 + 1u);
        }
        loop_init_10 = false;
        uint _e11 = g;
        if ((_e11 < end)) {
        } else {
            break;
        }
        {
            uint _e16 = _group_0_binding_0_cs.group;
            uint _e18 = g;
            uint head = ((token_4.head * _e16) + _e18);
            uint _e20 = g;
            if ((_e20 > 0u)) {
                sums_2 = Sums(vec4(0.0), vec4(0.0), vec4(0.0));
                n_11 = 0u;
                bool loop_init_11 = true;
                while(true) {
                    if (!loop_init_11) {
                        uint _e44 = n_11;
                        n_11 = (_e44 + 1u);
                    }
                    loop_init_11 = false;
                    uint _e26 = n_11;
                    if ((_e26 < QK4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e29 = q_at(b_10, head, i_7);
                        uint _e30 = n_11;
                        vec4 _e33 = load_q4_(_e29, (_e30 * 4u));
                        uint _e34 = n_11;
                        uint _e36 = n_11;
                        vec4 _e38[4] = state_3.s[_e36];
                        uint _e40 = n_11;
                        vec4 _e42 = state_3.z[_e40];
                        add_rows(sums_2, token_4, _e33, _e34, _e38, _e42);
                    }
                }
            }
            if (BONUS) {
                float _e50 = sums_2.own.x;
                float _e53 = sums_2.own.y;
                float _e57 = sums_2.own.z;
                float _e61 = sums_2.own.w;
                vec4 _e65 = sums_2.o;
                sums_2.o = fma(vec4((((_e50 + _e53) + _e57) + _e61)), u_2, _e65);
            }
            float _e69 = _group_0_binding_0_cs.scale;
            factor = _e69;
            if (NORMALISE) {
                float _e74 = sums_2.keys.x;
                float _e77 = sums_2.keys.y;
                float _e81 = sums_2.keys.z;
                float _e85 = sums_2.keys.w;
                float _e89 = _group_0_binding_0_cs.eps;
                float _e91 = inverse_(((((_e74 + _e77) + _e81) + _e85) + _e89));
                factor = _e91;
            }
            uint _e92 = o_at(b_10, head, i_7);
            float _e94 = factor;
            vec4 _e96 = sums_2.o;
            store_o4_(_e92, column_2, V_DIM, (_e94 * _e96));
        }
    }
    return;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint id = 0u;
    State state = State(vec4[16][4](vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0))), vec4[1][4](vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0))), vec4[16](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
    uint n = 0u;
    uint e = 0u;
    bool local = false;
    uint t = 0u;
    vec4 u = vec4(0.0);
    vec4 removed = vec4(0.0);
    bool local_1 = false;
    uint n_1 = 0u;
    uint e_1 = 0u;
    bool local_2 = false;
    bool local_3 = false;
    uint _e2 = group_id(wid);
    id = _e2;
    uint _e4 = id;
    uint _e7 = _group_0_binding_0_cs.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = id;
    uint _e12 = _group_0_binding_0_cs.v_slices;
    uint column_3 = ((((_e9 % _e12) * WORKGROUP) + tid) * 4u);
    uint _e19 = id;
    uint _e22 = _group_0_binding_0_cs.v_slices;
    id = (_e19 / _e22);
    uint _e26 = _group_0_binding_0_cs.kv_head_base;
    uint _e27 = id;
    uint _e30 = _group_0_binding_0_cs.kv_head_count;
    uint h_9 = (_e26 + (_e27 % _e30));
    uint _e35 = _group_0_binding_0_cs.batch_base;
    uint _e36 = id;
    uint _e39 = _group_0_binding_0_cs.kv_head_count;
    uint b_11 = (_e35 + (_e36 / _e39));
    uint _e44 = _group_0_binding_0_cs.kv_heads;
    uint base_6 = ((((b_11 * _e44) + h_9) * QK_DIM) * STATE_COLUMNS);
    bool loop_init_12 = true;
    while(true) {
        if (!loop_init_12) {
            uint _e119 = n;
            n = (_e119 + 1u);
        }
        loop_init_12 = false;
        uint _e54 = n;
        if ((_e54 < QK4_)) {
        } else {
            break;
        }
        {
            e = 0u;
            bool loop_init_13 = true;
            while(true) {
                if (!loop_init_13) {
                    uint _e116 = e;
                    e = (_e116 + 1u);
                }
                loop_init_13 = false;
                uint _e59 = e;
                if ((_e59 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e63 = n;
                    uint _e65 = e;
                    uint _e67 = n;
                    uint _e70 = e;
                    vec4 _e72 = load_state4_(base_6, ((_e67 * 4u) + _e70), column_3);
                    state.s[_e63][_e65] = _e72;
                    if (MOMENTUM) {
                        uint _e75 = n;
                        uint _e77 = e;
                        uint _e81 = n;
                        uint _e84 = e;
                        vec4 _e86 = load_state4_((base_6 + V_DIM), ((_e81 * 4u) + _e84), column_3);
                        state.momentum[_e75][_e77] = _e86;
                    }
                    if (NORMALISE) {
                        uint _e90 = n;
                        uint _e93 = e;
                        local = (((_e90 * 4u) + _e93) < QK_DIM);
                    } else {
                        local = false;
                    }
                    bool _e98 = local;
                    if (_e98) {
                        uint _e100 = n;
                        uint _e102 = e;
                        uint _e104 = n;
                        uint _e107 = e;
                        float _e114 = load_state(((base_6 + (((_e104 * 4u) + _e107) * STATE_COLUMNS)) + V_DIM));
                        state.z[_e100][_e102] = _e114;
                    }
                }
            }
        }
    }
    uint _e121 = token_count(b_11);
    uint _e125 = _group_0_binding_0_cs.group;
    uint _e128 = _group_0_binding_0_cs.outputs;
    uint queries = ((_e128 != 0u) ? _e125 : 0u);
    bool loop_init_14 = true;
    while(true) {
        if (!loop_init_14) {
            uint _e182 = t;
            t = (_e182 + 1u);
        }
        loop_init_14 = false;
        uint _e134 = t;
        if ((_e134 < _e121)) {
        } else {
            break;
        }
        {
            uint _e136 = t;
            uint _e137 = token_at(b_11, h_9, _e136, _e121);
            uint _e138 = k_at(b_11, h_9, _e137);
            uint _e139 = removal_at(b_11, h_9, _e137);
            uint _e140 = decay_at(b_11, h_9, _e137);
            uint _e141 = beta_at(b_11, h_9, _e137);
            Token token_5 = Token(h_9, _e138, _e139, _e140, _e141);
            uint _e143 = v_at(b_11, h_9, _e137);
            vec4 _e144 = load_v4_(_e143, column_3);
            u = _e144;
            removed = vec4(0.0);
            if (RANK_ONE) {
                vec4 _e150 = held(state, token_5);
                removed = _e150;
            }
            if (false) {
                local_1 = MOMENTUM;
            } else {
                local_1 = true;
            }
            bool _e156 = local_1;
            if (_e156) {
                float _e158 = beta_element(token_5.beta);
                vec4 _e159 = u;
                vec4 _e160 = held(state, token_5);
                u = (_e158 * (_e159 - _e160));
            }
            if (BONUS) {
                vec4 _e164 = u;
                write_outputs(state, token_5, b_11, _e137, column_3, _e164, 1u, queries, Sums(vec4(0.0), vec4(0.0), vec4(0.0)));
            }
            uint _e169 = _group_0_binding_0_cs.group;
            uint _e171 = q_at(b_11, (h_9 * _e169), _e137);
            vec4 _e172 = u;
            vec4 _e173 = removed;
            Sums _e174 = step_(state, token_5, _e171, _e172, _e173);
            vec4 _e175 = u;
            write_outputs(state, token_5, b_11, _e137, column_3, _e175, 0u, (BONUS ? min(queries, 1u) : queries), _e174);
        }
    }
    bool loop_init_15 = true;
    while(true) {
        if (!loop_init_15) {
            uint _e257 = n_1;
            n_1 = (_e257 + 1u);
        }
        loop_init_15 = false;
        uint _e186 = n_1;
        if ((_e186 < QK4_)) {
        } else {
            break;
        }
        {
            e_1 = 0u;
            bool loop_init_16 = true;
            while(true) {
                if (!loop_init_16) {
                    uint _e254 = e_1;
                    e_1 = (_e254 + 1u);
                }
                loop_init_16 = false;
                uint _e191 = e_1;
                if ((_e191 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e194 = n_1;
                    uint _e197 = e_1;
                    uint _e200 = n_1;
                    uint _e202 = e_1;
                    vec4 _e204 = state.s[_e200][_e202];
                    store_state4_(base_6, ((_e194 * 4u) + _e197), column_3, _e204);
                    if (MOMENTUM) {
                        uint _e208 = n_1;
                        uint _e211 = e_1;
                        uint _e214 = n_1;
                        uint _e216 = e_1;
                        vec4 _e218 = state.momentum[_e214][_e216];
                        store_state4_((base_6 + V_DIM), ((_e208 * 4u) + _e211), column_3, _e218);
                    }
                    if (NORMALISE) {
                        local_2 = (column_3 == 0u);
                    } else {
                        local_2 = false;
                    }
                    bool _e225 = local_2;
                    if (_e225) {
                        uint _e228 = n_1;
                        uint _e231 = e_1;
                        local_3 = (((_e228 * 4u) + _e231) < QK_DIM);
                    } else {
                        local_3 = false;
                    }
                    bool _e236 = local_3;
                    if (_e236) {
                        uint _e237 = n_1;
                        uint _e240 = e_1;
                        uint _e248 = n_1;
                        uint _e250 = e_1;
                        float _e252 = state.z[_e248][_e250];
                        store_state(((base_6 + (((_e237 * 4u) + _e240) * STATE_COLUMNS)) + V_DIM), _e252);
                    }
                }
            }
        }
    }
    return;
}

