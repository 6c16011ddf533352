#version 310 es

precision highp float;
precision highp int;

layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

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
struct Fade {
    float power;
    float gain;
};
const uint WORKGROUP = 64u;
const uint COLUMNS = 32u;
const uint PARTS = 2u;
const uint KEYS4_ = 8u;
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

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_5_block_3Compute { float _group_0_binding_3_cs[]; };

layout(std430) buffer type_4_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) readonly buffer type_5_block_5Compute { float _group_0_binding_5_cs[]; };

layout(std430) readonly buffer type_5_block_6Compute { float _group_0_binding_6_cs[]; };

layout(std430) readonly buffer type_5_block_7Compute { float _group_0_binding_7_cs[]; };

layout(std430) buffer type_5_block_8Compute { float _group_0_binding_8_cs[]; };

shared float sums[128];

shared float norms[128];


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

float load_v(uint at) {
    float _e3 = _group_0_binding_3_cs[at];
    return float(_e3);
}

vec4 load_v4_(uint base_2, uint d_2) {
    vec4 r = vec4(0.0);
    if ((d_2 < V_DIM)) {
        float _e9 = load_v((base_2 + d_2));
        r.x = _e9;
    }
    if (((d_2 + 1u) < V_DIM)) {
        float _e18 = load_v(((base_2 + d_2) + 1u));
        r.y = _e18;
    }
    if (((d_2 + 2u) < V_DIM)) {
        float _e27 = load_v(((base_2 + d_2) + 2u));
        r.z = _e27;
    }
    if (((d_2 + 3u) < V_DIM)) {
        float _e36 = load_v(((base_2 + d_2) + 3u));
        r.w = _e36;
    }
    vec4 _e37 = r;
    return _e37;
}

void store_o4_(uint base_3, uint d_3, uint dim, vec4 x) {
    if ((d_3 < dim)) {
        _group_0_binding_4_cs[((base_3 + d_3) >> 2u)] = vec4(x);
        return;
    } else {
        return;
    }
}

float load_decay(uint at_1) {
    float _e3 = _group_0_binding_5_cs[at_1];
    return float(_e3);
}

float load_beta(uint at_2) {
    float _e3 = _group_0_binding_6_cs[at_2];
    return float(_e3);
}

float load_removal(uint at_3) {
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

uint token_at(uint b_2, uint h, uint t, uint n) {
    uint _e4 = token_start(b_2);
    uint _e10 = _group_0_binding_0_cs.reverse_from;
    return (_e4 + ((h >= _e10) ? ((n - 1u) - t) : t));
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

float load_state(uint at_4) {
    float _e3 = _group_0_binding_7_cs[at_4];
    return _e3;
}

void store_state(uint at_5, float x_1) {
    _group_0_binding_8_cs[at_5] = x_1;
    return;
}

float load_bonus(uint at_6) {
    return 0.0;
}

Fade fade_of(float x_2) {
    float sum_1 = 0.0;
    float log_ = ((x_2 < -88.0) ? -88.0 : x_2);
    float n_14 = clamp(roundEven((log_ * 1.442695)), -127.0, 127.0);
    float r_6 = (n_14 * 0.00021219444 + (n_14 * -0.6933594 + log_));
    sum_1 = (r_6 * 0.0001984127 + 0.0013888889);
    float _e19 = sum_1;
    sum_1 = (r_6 * _e19 + 0.008333334);
    float _e22 = sum_1;
    sum_1 = (r_6 * _e22 + 0.041666668);
    float _e25 = sum_1;
    sum_1 = (r_6 * _e25 + 0.16666667);
    float _e28 = sum_1;
    sum_1 = (r_6 * _e28 + 0.5);
    float _e31 = sum_1;
    sum_1 = (r_6 * _e31 + 1.0);
    float _e40 = sum_1;
    return Fade(intBitsToFloat(((int(n_14) + 127) << 23u)), (r_6 * _e40));
}

float fade(float x_3) {
    Fade _e1 = fade_of(x_3);
    return (_e1.power * _e1.gain + _e1.power);
}

vec4 fade4_(vec4 x_4) {
    float _e2 = fade(x_4.x);
    float _e4 = fade(x_4.y);
    float _e6 = fade(x_4.z);
    float _e8 = fade(x_4.w);
    return vec4(_e2, _e4, _e6, _e8);
}

vec4 fade_state(vec4 s, vec4 x_5) {
    Fade _e3 = fade_of(x_5.x);
    Fade _e5 = fade_of(x_5.y);
    Fade _e7 = fade_of(x_5.z);
    Fade _e9 = fade_of(x_5.w);
    Fade f[4] = Fade[4](_e3, _e5, _e7, _e9);
    vec4 scaled = (s * vec4(f[0].power, f[1].power, f[2].power, f[3].power));
    return (scaled * vec4(f[0].gain, f[1].gain, f[2].gain, f[3].gain) + scaled);
}

vec4 channel_decays(uint at_7, uint d_4) {
    vec4 r_1 = vec4(0.0);
    uint n_1 = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e21 = n_1;
            n_1 = (_e21 + 1u);
        }
        loop_init = false;
        uint _e7 = n_1;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n_1;
            if (((d_4 + _e10) < QK_DIM)) {
                uint _e14 = n_1;
                uint _e17 = n_1;
                float _e19 = load_decay(((at_7 + d_4) + _e17));
                r_1[_e14] = _e19;
            }
        }
    }
    vec4 _e23 = r_1;
    return _e23;
}

vec4 bonus4_(uint h_8, uint d_5) {
    vec4 r_2 = vec4(0.0);
    uint n_2 = 0u;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e23 = n_2;
            n_2 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e7 = n_2;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n_2;
            if (((d_5 + _e10) < QK_DIM)) {
                uint _e14 = n_2;
                uint _e19 = n_2;
                float _e21 = load_bonus((((h_8 * QK_DIM) + d_5) + _e19));
                r_2[_e14] = _e21;
            }
        }
    }
    vec4 _e25 = r_2;
    return _e25;
}

vec4 removal4_(uint at_8, uint d_6) {
    vec4 r_3 = vec4(0.0);
    uint n_3 = 0u;
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e21 = n_3;
            n_3 = (_e21 + 1u);
        }
        loop_init_2 = false;
        uint _e7 = n_3;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n_3;
            if (((d_6 + _e10) < QK_DIM)) {
                uint _e14 = n_3;
                uint _e17 = n_3;
                float _e19 = load_removal(((at_8 + d_6) + _e17));
                r_3[_e14] = _e19;
            }
        }
    }
    vec4 _e23 = r_3;
    return _e23;
}

float column_sum(uint half_, uint column) {
    float sum_2 = 0.0;
    uint p = 0u;
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e22 = p;
            p = (_e22 + 1u);
        }
        loop_init_3 = false;
        uint _e6 = p;
        if ((_e6 < PARTS)) {
        } else {
            break;
        }
        {
            float _e9 = sum_2;
            uint _e13 = p;
            float _e19 = sums[(((half_ * WORKGROUP) + (_e13 * COLUMNS)) + column)];
            sum_2 = (_e9 + _e19);
        }
    }
    float _e24 = sum_2;
    return _e24;
}

float norm_sum(uint half_1) {
    float sum_3 = 0.0;
    uint p_1 = 0u;
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e20 = p_1;
            p_1 = (_e20 + 1u);
        }
        loop_init_4 = false;
        uint _e5 = p_1;
        if ((_e5 < PARTS)) {
        } else {
            break;
        }
        {
            float _e8 = sum_3;
            uint _e12 = p_1;
            float _e17 = norms[((half_1 * WORKGROUP) + (_e12 * COLUMNS))];
            sum_3 = (_e8 + _e17);
        }
    }
    float _e22 = sum_3;
    return _e22;
}

vec4 load_state4_(uint base_4, uint d_7, uint column_1) {
    vec4 r_4 = vec4(0.0);
    uint n_4 = 0u;
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e25 = n_4;
            n_4 = (_e25 + 1u);
        }
        loop_init_5 = false;
        uint _e8 = n_4;
        if ((_e8 < 4u)) {
        } else {
            break;
        }
        {
            uint _e11 = n_4;
            if (((d_7 + _e11) < QK_DIM)) {
                uint _e15 = n_4;
                uint _e17 = n_4;
                float _e23 = load_state(((base_4 + ((d_7 + _e17) * STATE_COLUMNS)) + column_1));
                r_4[_e15] = _e23;
            }
        }
    }
    vec4 _e27 = r_4;
    return _e27;
}

void store_state4_(uint base_5, uint d_8, uint column_2, vec4 x_6) {
    uint n_5 = 0u;
    bool loop_init_6 = true;
    while(true) {
        if (!loop_init_6) {
            uint _e22 = n_5;
            n_5 = (_e22 + 1u);
        }
        loop_init_6 = false;
        uint _e6 = n_5;
        if ((_e6 < 4u)) {
        } else {
            break;
        }
        {
            uint _e9 = n_5;
            if (((d_8 + _e9) < QK_DIM)) {
                uint _e13 = n_5;
                uint _e19 = n_5;
                store_state(((base_5 + ((d_8 + _e13) * STATE_COLUMNS)) + column_2), x_6[_e19]);
            }
        }
    }
    return;
}

void run(uvec3 wid_2, uint tid) {
    uint id_1 = 0u;
    vec4 s_1[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 z[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 momentum[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint n_6 = 0u;
    uint half_2 = 0u;
    uint t_1 = 0u;
    float u = 0.0;
    vec4 before[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    float before_decay = 0.0;
    bool local = false;
    vec4 held = vec4(0.0);
    uint n_7 = 0u;
    vec4 x_7 = vec4(0.0);
    uint n_8 = 0u;
    vec4 held_1 = vec4(0.0);
    uint n_9 = 0u;
    float kept = 0.0;
    uint n_10 = 0u;
    uint g = 0u;
    vec4 sum_4 = vec4(0.0);
    vec4 norm = vec4(0.0);
    uint n_11 = 0u;
    float factor = 0.0;
    vec4 r_5 = vec4(0.0);
    uint n_12 = 0u;
    uint n_13 = 0u;
    bool local_1 = false;
    uint _e2 = group_id(wid_2);
    id_1 = _e2;
    uint _e4 = id_1;
    uint _e7 = _group_0_binding_0_cs.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = id_1;
    uint _e12 = _group_0_binding_0_cs.v_slices;
    uint first_column = ((_e9 % _e12) * COLUMNS);
    uint _e16 = id_1;
    uint _e19 = _group_0_binding_0_cs.v_slices;
    id_1 = (_e16 / _e19);
    uint _e23 = _group_0_binding_0_cs.kv_head_base;
    uint _e24 = id_1;
    uint _e27 = _group_0_binding_0_cs.kv_head_count;
    uint h_9 = (_e23 + (_e24 % _e27));
    uint _e32 = _group_0_binding_0_cs.batch_base;
    uint _e33 = id_1;
    uint _e36 = _group_0_binding_0_cs.kv_head_count;
    uint b_10 = (_e32 + (_e33 / _e36));
    uint column_3 = (first_column + (tid % COLUMNS));
    bool own = (column_3 < V_DIM);
    uint d0_ = (((tid / COLUMNS) * KEYS4_) * 4u);
    uint _e52 = _group_0_binding_0_cs.kv_heads;
    uint state_base = ((((b_10 * _e52) + h_9) * QK_DIM) * STATE_COLUMNS);
    bool loop_init_7 = true;
    while(true) {
        if (!loop_init_7) {
            uint _e106 = n_6;
            n_6 = (_e106 + 1u);
        }
        loop_init_7 = false;
        uint _e64 = n_6;
        if ((_e64 < KEYS4_)) {
        } else {
            break;
        }
        {
            uint _e67 = n_6;
            s_1[_e67] = vec4(0.0);
            uint _e71 = n_6;
            z[_e71] = vec4(0.0);
            uint _e75 = n_6;
            momentum[_e75] = vec4(0.0);
            if (own) {
                uint _e79 = n_6;
                uint _e81 = n_6;
                vec4 _e85 = load_state4_(state_base, (d0_ + (_e81 * 4u)), column_3);
                s_1[_e79] = _e85;
                if (MOMENTUM) {
                    uint _e87 = n_6;
                    uint _e89 = n_6;
                    vec4 _e95 = load_state4_(state_base, (d0_ + (_e89 * 4u)), (V_DIM + column_3));
                    momentum[_e87] = _e95;
                }
            }
            if (NORMALISE) {
                uint _e97 = n_6;
                uint _e99 = n_6;
                vec4 _e104 = load_state4_(state_base, (d0_ + (_e99 * 4u)), V_DIM);
                z[_e97] = _e104;
            }
        }
    }
    uint _e110 = token_count(b_10);
    bool loop_init_8 = true;
    while(true) {
        if (!loop_init_8) {
            uint _e504 = t_1;
            t_1 = (_e504 + 1u);
        }
        loop_init_8 = false;
        uint _e113 = t_1;
        if ((_e113 < _e110)) {
        } else {
            break;
        }
        {
            uint _e115 = t_1;
            uint _e116 = token_at(b_10, h_9, _e115, _e110);
            uint _e117 = k_at(b_10, h_9, _e116);
            uint _e118 = v_at(b_10, h_9, _e116);
            u = 0.0;
            if (own) {
                vec4 _e121 = load_v4_(_e118, column_3);
                u = _e121.x;
            }
            before = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            if (BONUS) {
                vec4 _e126[8] = s_1;
                before = _e126;
            }
            before_decay = 0.0;
            uint _e129 = removal_at(b_10, h_9, _e116);
            if (true) {
                local = RANK_ONE;
            } else {
                local = true;
            }
            bool _e135 = local;
            if (_e135) {
                held = vec4(0.0);
                n_7 = 0u;
                bool loop_init_9 = true;
                while(true) {
                    if (!loop_init_9) {
                        uint _e168 = n_7;
                        n_7 = (_e168 + 1u);
                    }
                    loop_init_9 = false;
                    uint _e141 = n_7;
                    if ((_e141 < KEYS4_)) {
                    } else {
                        break;
                    }
                    {
                        if (RANK_ONE) {
                            vec4 _e145 = held;
                            uint _e146 = n_7;
                            vec4 _e148 = s_1[_e146];
                            uint _e149 = n_7;
                            vec4 _e153 = removal4_(_e129, (d0_ + (_e149 * 4u)));
                            held = (_e145 + (_e148 * _e153));
                        } else {
                            vec4 _e156 = held;
                            uint _e157 = n_7;
                            vec4 _e159 = s_1[_e157];
                            uint _e160 = n_7;
                            vec4 _e164 = load_k4_(_e117, (d0_ + (_e160 * 4u)));
                            held = (_e156 + (_e159 * _e164));
                        }
                    }
                }
                uint _e171 = half_2;
                float _e177 = held.x;
                float _e179 = held.y;
                float _e182 = held.z;
                float _e185 = held.w;
                sums[((_e171 * WORKGROUP) + tid)] = (((_e177 + _e179) + _e182) + _e185);
                memoryBarrierShared();
                barrier();
                uint _e187 = half_2;
                float _e190 = column_sum(_e187, (tid % COLUMNS));
                before_decay = _e190;
                uint _e192 = half_2;
                half_2 = (1u - _e192);
            }
            if (DECAY) {
                uint _e195 = decay_at(b_10, h_9, _e116);
                float _e196 = load_decay(_e195);
                x_7 = vec4(_e196);
                n_8 = 0u;
                bool loop_init_10 = true;
                while(true) {
                    if (!loop_init_10) {
                        uint _e225 = n_8;
                        n_8 = (_e225 + 1u);
                    }
                    loop_init_10 = false;
                    uint _e201 = n_8;
                    if ((_e201 < KEYS4_)) {
                    } else {
                        break;
                    }
                    {
                        if (DECAY_CHANNEL) {
                            uint _e205 = n_8;
                            vec4 _e209 = channel_decays(_e195, (d0_ + (_e205 * 4u)));
                            x_7 = _e209;
                        }
                        uint _e210 = n_8;
                        uint _e212 = n_8;
                        vec4 _e214 = s_1[_e212];
                        vec4 _e215 = x_7;
                        vec4 _e216 = fade_state(_e214, _e215);
                        s_1[_e210] = _e216;
                        uint _e217 = n_8;
                        uint _e219 = n_8;
                        vec4 _e221 = z[_e219];
                        vec4 _e222 = x_7;
                        vec4 _e223 = fade_state(_e221, _e222);
                        z[_e217] = _e223;
                    }
                }
            }
            if (DELTA) {
                held_1 = vec4(0.0);
                n_9 = 0u;
                bool loop_init_11 = true;
                while(true) {
                    if (!loop_init_11) {
                        uint _e248 = n_9;
                        n_9 = (_e248 + 1u);
                    }
                    loop_init_11 = false;
                    uint _e233 = n_9;
                    if ((_e233 < KEYS4_)) {
                    } else {
                        break;
                    }
                    {
                        vec4 _e236 = held_1;
                        uint _e237 = n_9;
                        vec4 _e239 = s_1[_e237];
                        uint _e240 = n_9;
                        vec4 _e244 = load_k4_(_e117, (d0_ + (_e240 * 4u)));
                        held_1 = (_e236 + (_e239 * _e244));
                    }
                }
                uint _e251 = half_2;
                float _e257 = held_1.x;
                float _e259 = held_1.y;
                float _e262 = held_1.z;
                float _e265 = held_1.w;
                sums[((_e251 * WORKGROUP) + tid)] = (((_e257 + _e259) + _e262) + _e265);
                memoryBarrierShared();
                barrier();
                uint _e267 = beta_at(b_10, h_9, _e116);
                float _e268 = load_beta(_e267);
                float _e269 = u;
                uint _e270 = half_2;
                float _e273 = column_sum(_e270, (tid % COLUMNS));
                u = (_e268 * (_e269 - _e273));
                uint _e277 = half_2;
                half_2 = (1u - _e277);
            }
            kept = 0.0;
            if (MOMENTUM) {
                uint _e282 = beta_at(b_10, h_9, _e116);
                float _e283 = load_beta(_e282);
                float _e284 = u;
                float _e285 = before_decay;
                u = (_e283 * (_e284 - _e285));
                uint _e288 = beta_at(b_10, h_9, _e116);
                float _e291 = load_beta((_e288 + 1u));
                kept = _e291;
            }
            n_10 = 0u;
            bool loop_init_12 = true;
            while(true) {
                if (!loop_init_12) {
                    uint _e358 = n_10;
                    n_10 = (_e358 + 1u);
                }
                loop_init_12 = false;
                uint _e294 = n_10;
                if ((_e294 < KEYS4_)) {
                } else {
                    break;
                }
                {
                    uint _e297 = n_10;
                    vec4 _e301 = load_k4_(_e117, (d0_ + (_e297 * 4u)));
                    if (MOMENTUM) {
                        uint _e303 = n_10;
                        float _e305 = kept;
                        uint _e306 = n_10;
                        vec4 _e308 = momentum[_e306];
                        float _e310 = u;
                        momentum[_e303] = ((_e305 * _e308) + (_e301 * _e310));
                        uint _e313 = n_10;
                        vec4 _e315 = s_1[_e313];
                        uint _e316 = n_10;
                        vec4 _e318 = momentum[_e316];
                        s_1[_e313] = (_e315 + _e318);
                    } else {
                        uint _e320 = n_10;
                        vec4 _e322 = s_1[_e320];
                        float _e323 = u;
                        s_1[_e320] = (_e322 + (_e301 * _e323));
                    }
                    if (RANK_ONE) {
                        uint _e327 = n_10;
                        vec4 _e329 = s_1[_e327];
                        uint _e332 = n_10;
                        vec4 _e336 = removal4_((_e129 + QK_DIM), (d0_ + (_e332 * 4u)));
                        float _e337 = before_decay;
                        s_1[_e327] = (_e329 + (_e336 * _e337));
                    }
                    uint _e340 = n_10;
                    vec4 _e342 = z[_e340];
                    z[_e340] = (_e342 + _e301);
                    if (BONUS) {
                        uint _e345 = n_10;
                        vec4 _e347 = before[_e345];
                        uint _e348 = n_10;
                        vec4 _e352 = bonus4_(h_9, (d0_ + (_e348 * 4u)));
                        float _e354 = u;
                        before[_e345] = (_e347 + ((_e352 * _e301) * _e354));
                    }
                }
            }
            g = 0u;
            bool loop_init_13 = true;
            while(true) {
                if (!loop_init_13) {
                    uint _e501 = g;
                    g = (_e501 + 1u);
                }
                loop_init_13 = false;
                uint _e362 = g;
                uint _e366 = _group_0_binding_0_cs.group;
                uint _e369 = _group_0_binding_0_cs.outputs;
                if ((_e362 < ((_e369 != 0u) ? _e366 : 0u))) {
                } else {
                    break;
                }
                {
                    uint _e376 = _group_0_binding_0_cs.group;
                    uint _e378 = g;
                    uint head = ((h_9 * _e376) + _e378);
                    uint _e380 = q_at(b_10, head, _e116);
                    sum_4 = vec4(0.0);
                    norm = vec4(0.0);
                    n_11 = 0u;
                    bool loop_init_14 = true;
                    while(true) {
                        if (!loop_init_14) {
                            uint _e417 = n_11;
                            n_11 = (_e417 + 1u);
                        }
                        loop_init_14 = false;
                        uint _e389 = n_11;
                        if ((_e389 < KEYS4_)) {
                        } else {
                            break;
                        }
                        {
                            uint _e392 = n_11;
                            vec4 _e396 = load_q4_(_e380, (d0_ + (_e392 * 4u)));
                            if (BONUS) {
                                vec4 _e398 = sum_4;
                                uint _e399 = n_11;
                                vec4 _e401 = before[_e399];
                                sum_4 = (_e398 + (_e396 * _e401));
                            } else {
                                vec4 _e404 = sum_4;
                                uint _e405 = n_11;
                                vec4 _e407 = s_1[_e405];
                                sum_4 = (_e404 + (_e396 * _e407));
                            }
                            vec4 _e410 = norm;
                            uint _e411 = n_11;
                            vec4 _e413 = z[_e411];
                            norm = (_e410 + (_e396 * _e413));
                        }
                    }
                    uint _e420 = half_2;
                    float _e426 = sum_4.x;
                    float _e428 = sum_4.y;
                    float _e431 = sum_4.z;
                    float _e434 = sum_4.w;
                    sums[((_e420 * WORKGROUP) + tid)] = (((_e426 + _e428) + _e431) + _e434);
                    if (NORMALISE) {
                        uint _e438 = half_2;
                        float _e444 = norm.x;
                        float _e446 = norm.y;
                        float _e449 = norm.z;
                        float _e452 = norm.w;
                        norms[((_e438 * WORKGROUP) + tid)] = (((_e444 + _e446) + _e449) + _e452);
                    }
                    memoryBarrierShared();
                    barrier();
                    if (((tid * 4u) < COLUMNS)) {
                        float _e460 = _group_0_binding_0_cs.scale;
                        factor = _e460;
                        if (NORMALISE) {
                            uint _e463 = half_2;
                            float _e464 = norm_sum(_e463);
                            float _e467 = _group_0_binding_0_cs.eps;
                            float _e469 = inverse_((_e464 + _e467));
                            factor = _e469;
                        }
                        r_5 = vec4(0.0);
                        n_12 = 0u;
                        bool loop_init_15 = true;
                        while(true) {
                            if (!loop_init_15) {
                                uint _e489 = n_12;
                                n_12 = (_e489 + 1u);
                            }
                            loop_init_15 = false;
                            uint _e475 = n_12;
                            if ((_e475 < 4u)) {
                            } else {
                                break;
                            }
                            {
                                uint _e478 = n_12;
                                float _e480 = factor;
                                uint _e481 = half_2;
                                uint _e484 = n_12;
                                float _e486 = column_sum(_e481, ((tid * 4u) + _e484));
                                r_5[_e478] = (_e480 * _e486);
                            }
                        }
                        uint _e491 = o_at(b_10, head, _e116);
                        vec4 _e496 = r_5;
                        store_o4_(_e491, (first_column + (tid * 4u)), V_DIM, _e496);
                    }
                    uint _e498 = half_2;
                    half_2 = (1u - _e498);
                }
            }
        }
    }
    bool loop_init_16 = true;
    while(true) {
        if (!loop_init_16) {
            uint _e544 = n_13;
            n_13 = (_e544 + 1u);
        }
        loop_init_16 = false;
        uint _e508 = n_13;
        if ((_e508 < KEYS4_)) {
        } else {
            break;
        }
        {
            if (own) {
                uint _e511 = n_13;
                uint _e515 = n_13;
                vec4 _e517 = s_1[_e515];
                store_state4_(state_base, (d0_ + (_e511 * 4u)), column_3, _e517);
                if (MOMENTUM) {
                    uint _e519 = n_13;
                    uint _e525 = n_13;
                    vec4 _e527 = momentum[_e525];
                    store_state4_(state_base, (d0_ + (_e519 * 4u)), (V_DIM + column_3), _e527);
                }
            }
            if (NORMALISE) {
                local_1 = (column_3 == 0u);
            } else {
                local_1 = false;
            }
            bool _e534 = local_1;
            if (_e534) {
                uint _e535 = n_13;
                uint _e540 = n_13;
                vec4 _e542 = z[_e540];
                store_state4_(state_base, (d0_ + (_e535 * 4u)), V_DIM, _e542);
            }
        }
    }
    return;
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        sums = float[128](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        norms = float[128](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uvec3 id = gl_LocalInvocationID;
    run(wid, id.x);
    return;
}

