#version 310 es
#extension GL_KHR_shader_subgroup_basic : require
#extension GL_KHR_shader_subgroup_vote : require
#extension GL_KHR_shader_subgroup_arithmetic : require
#extension GL_KHR_shader_subgroup_ballot : require
#extension GL_KHR_shader_subgroup_shuffle : require
#extension GL_KHR_shader_subgroup_shuffle_relative : require
#extension GL_KHR_shader_subgroup_quad : require

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
struct Fetched {
    vec4 q[2];
    vec4 k[2];
    vec4 decay[2];
    vec4 removed[2];
    vec4 written[2];
    vec4 v;
    vec2 rates;
};
struct Token {
    uint head;
    uint q;
    uint k;
    uint v;
    uint removal;
    uint decay;
    uint beta;
    uint part;
    uint column;
};
struct State {
    vec4 s[2][4];
    vec4 momentum[1][4];
    vec4 z[2];
};
struct Sums {
    vec4 o;
    vec4 keys;
    vec4 own;
};
const uint WORKGROUP = 64u;
const uint PARTS = 8u;
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
const uint ROWS4_ = 2u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_4_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_4_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) readonly buffer type_5_block_5Compute { float _group_0_binding_5_cs[]; };

layout(std430) readonly buffer type_5_block_6Compute { float _group_0_binding_6_cs[]; };

layout(std430) readonly buffer type_5_block_7Compute { float _group_0_binding_7_cs[]; };

layout(std430) buffer type_5_block_8Compute { float _group_0_binding_8_cs[]; };

Fetched next = Fetched(vec4[2](vec4(0.0), vec4(0.0)), vec4[2](vec4(0.0), vec4(0.0)), vec4[2](vec4(0.0), vec4(0.0)), vec4[2](vec4(0.0), vec4(0.0)), vec4[2](vec4(0.0), vec4(0.0)), vec4(0.0), vec2(0.0));

Fetched now = Fetched(vec4[2](vec4(0.0), vec4(0.0)), vec4[2](vec4(0.0), vec4(0.0)), vec4[2](vec4(0.0), vec4(0.0)), vec4[2](vec4(0.0), vec4(0.0)), vec4[2](vec4(0.0), vec4(0.0)), vec4(0.0), vec2(0.0));

uint lanes = 0u;


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

float load_decay(uint at) {
    float _e3 = _group_0_binding_5_cs[at];
    return float(_e3);
}

float load_beta(uint at_1) {
    float _e3 = _group_0_binding_6_cs[at_1];
    return float(_e3);
}

float load_removal(uint at_2) {
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

float load_state(uint at_3) {
    float _e3 = _group_0_binding_7_cs[at_3];
    return _e3;
}

void store_state(uint at_4, float x_1) {
    _group_0_binding_8_cs[at_4] = x_1;
    return;
}

float load_bonus(uint at_5) {
    return 0.0;
}

Fade fade_of(float x_2) {
    float sum_1 = 0.0;
    float log_ = ((x_2 < -88.0) ? -88.0 : x_2);
    float n_14 = clamp(roundEven((log_ * 1.442695)), -127.0, 127.0);
    float r_5 = (n_14 * 0.00021219444 + (n_14 * -0.6933594 + log_));
    sum_1 = (r_5 * 0.0001984127 + 0.0013888889);
    float _e19 = sum_1;
    sum_1 = (r_5 * _e19 + 0.008333334);
    float _e22 = sum_1;
    sum_1 = (r_5 * _e22 + 0.041666668);
    float _e25 = sum_1;
    sum_1 = (r_5 * _e25 + 0.16666667);
    float _e28 = sum_1;
    sum_1 = (r_5 * _e28 + 0.5);
    float _e31 = sum_1;
    sum_1 = (r_5 * _e31 + 1.0);
    float _e40 = sum_1;
    return Fade(intBitsToFloat(((int(n_14) + 127) << 23u)), (r_5 * _e40));
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

vec4 channel_decays(uint at_6, uint d_4) {
    vec4 r = vec4(0.0);
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
                float _e19 = load_decay(((at_6 + d_4) + _e17));
                r[_e14] = _e19;
            }
        }
    }
    vec4 _e23 = r;
    return _e23;
}

vec4 bonus4_(uint h_8, uint d_5) {
    vec4 r_1 = vec4(0.0);
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
                r_1[_e14] = _e21;
            }
        }
    }
    vec4 _e25 = r_1;
    return _e25;
}

vec4 removal4_(uint at_7, uint d_6) {
    vec4 r_2 = vec4(0.0);
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
                float _e19 = load_removal(((at_7 + d_6) + _e17));
                r_2[_e14] = _e19;
            }
        }
    }
    vec4 _e23 = r_2;
    return _e23;
}

vec4 load_state4_(uint base_4, uint d_7, uint column) {
    vec4 r_3 = vec4(0.0);
    uint n_4 = 0u;
    bool local = false;
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e31 = n_4;
            n_4 = (_e31 + 1u);
        }
        loop_init_3 = false;
        uint _e8 = n_4;
        if ((_e8 < 4u)) {
        } else {
            break;
        }
        {
            if ((d_7 < QK_DIM)) {
                uint _e15 = n_4;
                local = ((column + _e15) < V_DIM);
            } else {
                local = false;
            }
            bool _e20 = local;
            if (_e20) {
                uint _e21 = n_4;
                uint _e27 = n_4;
                float _e29 = load_state((((base_4 + (d_7 * STATE_COLUMNS)) + column) + _e27));
                r_3[_e21] = _e29;
            }
        }
    }
    vec4 _e33 = r_3;
    return _e33;
}

void store_state4_(uint base_5, uint d_8, uint column_1, vec4 x_6) {
    uint n_5 = 0u;
    bool local_1 = false;
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e28 = n_5;
            n_5 = (_e28 + 1u);
        }
        loop_init_4 = false;
        uint _e6 = n_5;
        if ((_e6 < 4u)) {
        } else {
            break;
        }
        {
            if ((d_8 < QK_DIM)) {
                uint _e13 = n_5;
                local_1 = ((column_1 + _e13) < V_DIM);
            } else {
                local_1 = false;
            }
            bool _e18 = local_1;
            if (_e18) {
                uint _e23 = n_5;
                uint _e25 = n_5;
                store_state((((base_5 + (d_8 * STATE_COLUMNS)) + column_1) + _e23), x_6[_e25]);
            }
        }
    }
    return;
}

uint part_of(uint tid) {
    return (tid % PARTS);
}

vec4 across(vec4 x_7) {
    vec4 r_4 = vec4(0.0);
    uint step_ = 1u;
    r_4 = x_7;
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e12 = step_;
            step_ = (_e12 << 1u);
        }
        loop_init_5 = false;
        uint _e4 = step_;
        if ((_e4 < PARTS)) {
        } else {
            break;
        }
        {
            vec4 _e7 = r_4;
            vec4 _e8 = r_4;
            uint _e9 = step_;
            vec4 _e10 = subgroupShuffleXor(_e8, _e9);
            r_4 = (_e7 + _e10);
        }
    }
    vec4 _e15 = r_4;
    return _e15;
}

uint row_of(uint part, uint n_6) {
    return (((n_6 * PARTS) + part) * 4u);
}

void fetch(Token token) {
    bool local_2 = false;
    bool local_3 = false;
    {
        uint _e3 = row_of(token.part, 0u);
        vec4 _e8 = load_q4_(token.q, _e3);
        next.q[0] = _e8;
        vec4 _e13 = load_k4_(token.k, _e3);
        next.k[0] = _e13;
        if (DECAY_CHANNEL) {
            vec4 _e19 = channel_decays(token.decay, _e3);
            next.decay[0] = _e19;
        }
        if (RANK_ONE) {
            vec4 _e25 = removal4_(token.removal, _e3);
            next.removed[0] = _e25;
            vec4 _e32 = removal4_((token.removal + QK_DIM), _e3);
            next.written[0] = _e32;
        }
    }
    {
        uint _e35 = row_of(token.part, 1u);
        vec4 _e40 = load_q4_(token.q, _e35);
        next.q[1] = _e40;
        vec4 _e45 = load_k4_(token.k, _e35);
        next.k[1] = _e45;
        if (DECAY_CHANNEL) {
            vec4 _e51 = channel_decays(token.decay, _e35);
            next.decay[1] = _e51;
        }
        if (RANK_ONE) {
            vec4 _e57 = removal4_(token.removal, _e35);
            next.removed[1] = _e57;
            vec4 _e64 = removal4_((token.removal + QK_DIM), _e35);
            next.written[1] = _e64;
        }
    }
    if (DECAY) {
        local_2 = true;
    } else {
        local_2 = false;
    }
    bool _e70 = local_2;
    if (_e70) {
        float _e75 = load_decay(token.decay);
        next.decay[0] = vec4(_e75);
    }
    vec4 _e81 = load_v4_(token.v, token.column);
    next.v = _e81;
    if (false) {
        local_3 = MOMENTUM;
    } else {
        local_3 = true;
    }
    bool _e87 = local_3;
    if (_e87) {
        float _e92 = load_beta(token.beta);
        next.rates.x = _e92;
    }
    if (MOMENTUM) {
        float _e100 = load_beta((token.beta + 1u));
        next.rates.y = _e100;
        return;
    } else {
        return;
    }
}

void take() {
    Fetched _e2 = next;
    now = _e2;
    return;
}

vec4 key4_(Token token_1, uint n_7) {
    vec4 _e5 = now.k[n_7];
    return _e5;
}

vec4 query4_(Token token_2, uint n_8) {
    vec4 _e5 = now.q[n_8];
    return _e5;
}

vec4 value4_(Token token_3) {
    vec4 _e3 = now.v;
    return _e3;
}

vec4 removed4_(Token token_4, uint n_9) {
    vec4 _e5 = now.removed[n_9];
    return _e5;
}

vec4 written4_(Token token_5, uint n_10) {
    vec4 _e5 = now.written[n_10];
    return _e5;
}

float rate(Token token_6, uint n_11) {
    float _e5 = now.rates[n_11];
    return _e5;
}

vec4 decays4_(Token token_7, uint n_12) {
    vec4 _e8 = now.decay[(DECAY_CHANNEL ? n_12 : 0u)];
    return _e8;
}

Token token_of(uint b_10, uint h_9, uint i_7, uint part_1, uint column_2) {
    uint _e7 = _group_0_binding_0_cs.group;
    uint _e9 = q_at(b_10, (h_9 * _e7), i_7);
    uint _e10 = k_at(b_10, h_9, i_7);
    uint _e11 = v_at(b_10, h_9, i_7);
    uint _e12 = removal_at(b_10, h_9, i_7);
    uint _e13 = decay_at(b_10, h_9, i_7);
    uint _e14 = beta_at(b_10, h_9, i_7);
    return Token(h_9, _e9, _e10, _e11, _e12, _e13, _e14, part_1, column_2);
}

vec4 fades(vec4 s_1, vec4 x_8) {
    if (false) {
        return s_1;
    }
    vec4 _e3 = fade_state(s_1, x_8);
    return _e3;
}

vec4 held(inout State state, Token token_8) {
    vec4 sum_2 = vec4(0.0);
    vec4 row = vec4(0.0);
    bool local_4 = false;
    vec4 row_1 = vec4(0.0);
    bool local_5 = false;
    {
        vec4 _e6 = key4_(token_8, 0u);
        row = _e6;
        if (RANK_ONE) {
            vec4 _e9 = removed4_(token_8, 0u);
            row = _e9;
        } else {
            if (DELTA) {
                local_4 = DECAY;
            } else {
                local_4 = false;
            }
            bool _e15 = local_4;
            if (_e15) {
                vec4 _e16 = row;
                vec4 _e17 = decays4_(token_8, 0u);
                vec4 _e18 = fade4_(_e17);
                row = (_e16 * _e18);
            }
        }
        {
            float _e21 = row.x;
            vec4 _e26 = state.s[0][0];
            vec4 _e27 = sum_2;
            sum_2 = (vec4(_e21) * _e26 + _e27);
        }
        {
            float _e30 = row.y;
            vec4 _e35 = state.s[0][1];
            vec4 _e36 = sum_2;
            sum_2 = (vec4(_e30) * _e35 + _e36);
        }
        {
            float _e39 = row.z;
            vec4 _e44 = state.s[0][2];
            vec4 _e45 = sum_2;
            sum_2 = (vec4(_e39) * _e44 + _e45);
        }
        {
            float _e48 = row.w;
            vec4 _e53 = state.s[0][3];
            vec4 _e54 = sum_2;
            sum_2 = (vec4(_e48) * _e53 + _e54);
        }
    }
    {
        vec4 _e57 = key4_(token_8, 1u);
        row_1 = _e57;
        if (RANK_ONE) {
            vec4 _e60 = removed4_(token_8, 1u);
            row_1 = _e60;
        } else {
            if (DELTA) {
                local_5 = DECAY;
            } else {
                local_5 = false;
            }
            bool _e66 = local_5;
            if (_e66) {
                vec4 _e67 = row_1;
                vec4 _e68 = decays4_(token_8, 1u);
                vec4 _e69 = fade4_(_e68);
                row_1 = (_e67 * _e69);
            }
        }
        {
            float _e72 = row_1.x;
            vec4 _e77 = state.s[1][0];
            vec4 _e78 = sum_2;
            sum_2 = (vec4(_e72) * _e77 + _e78);
        }
        {
            float _e81 = row_1.y;
            vec4 _e86 = state.s[1][1];
            vec4 _e87 = sum_2;
            sum_2 = (vec4(_e81) * _e86 + _e87);
        }
        {
            float _e90 = row_1.z;
            vec4 _e95 = state.s[1][2];
            vec4 _e96 = sum_2;
            sum_2 = (vec4(_e90) * _e95 + _e96);
        }
        {
            float _e99 = row_1.w;
            vec4 _e104 = state.s[1][3];
            vec4 _e105 = sum_2;
            sum_2 = (vec4(_e99) * _e104 + _e105);
        }
    }
    vec4 _e107 = sum_2;
    vec4 _e108 = across(_e107);
    return _e108;
}

void add_rows(inout Sums sums, Token token_9, vec4 q, uint n_13, vec4 s_2[4], vec4 z) {
    if (NORMALISE) {
        vec4 _e9 = sums.keys;
        sums.keys = (q * z + _e9);
    }
    if (BONUS) {
        uint _e15 = row_of(token_9.part, n_13);
        vec4 _e16 = bonus4_(token_9.head, _e15);
        vec4 _e18 = key4_(token_9, n_13);
        vec4 _e20 = sums.own;
        sums.own = ((q * _e16) * _e18 + _e20);
    }
    {
        vec4 _e27 = sums.o;
        sums.o = (vec4(q.x) * s_2[0] + _e27);
    }
    {
        vec4 _e34 = sums.o;
        sums.o = (vec4(q.y) * s_2[1] + _e34);
    }
    {
        vec4 _e41 = sums.o;
        sums.o = (vec4(q.z) * s_2[2] + _e41);
    }
    {
        vec4 _e48 = sums.o;
        sums.o = (vec4(q.w) * s_2[3] + _e48);
        return;
    }
}

Sums step_1(inout State state_1, Token token_10, vec4 u, vec4 removed) {
    float kept = 0.0;
    Sums sums_1 = Sums(vec4(0.0), vec4(0.0), vec4(0.0));
    vec4 s_3 = vec4(0.0);
    vec4 s_4 = vec4(0.0);
    vec4 s_5 = vec4(0.0);
    vec4 s_6 = vec4(0.0);
    vec4 s_7 = vec4(0.0);
    vec4 s_8 = vec4(0.0);
    vec4 s_9 = vec4(0.0);
    vec4 s_10 = vec4(0.0);
    if (MOMENTUM) {
        float _e8 = rate(token_10, 1u);
        kept = _e8;
    }
    {
        vec4 _e11 = key4_(token_10, 0u);
        vec4 _e12 = query4_(token_10, 0u);
        vec4 _e13 = decays4_(token_10, 0u);
        if (BONUS) {
            vec4 _e17[4] = state_1.s[0];
            vec4 _e20 = state_1.z[0];
            add_rows(sums_1, token_10, _e12, 0u, _e17, _e20);
        }
        if (NORMALISE) {
            vec4 _e26 = state_1.z[0];
            vec4 _e27 = fades(_e26, _e13);
            state_1.z[0] = (_e27 + _e11);
        }
        {
            vec4 _e32 = state_1.s[0][0];
            vec4 _e35 = fades(_e32, vec4(_e13.x));
            s_3 = _e35;
            if (MOMENTUM) {
                float _e43 = kept;
                vec4 _e47 = state_1.momentum[0][0];
                state_1.momentum[0][0] = (vec4(_e11.x) * u + (_e43 * _e47));
                vec4 _e50 = s_3;
                vec4 _e54 = state_1.momentum[0][0];
                s_3 = (_e50 + _e54);
            } else {
                vec4 _e58 = s_3;
                s_3 = (vec4(_e11.x) * u + _e58);
            }
            if (RANK_ONE) {
                vec4 _e61 = written4_(token_10, 0u);
                vec4 _e64 = s_3;
                s_3 = (vec4(_e61.x) * removed + _e64);
            }
            vec4 _e69 = s_3;
            state_1.s[0][0] = _e69;
        }
        {
            vec4 _e73 = state_1.s[0][1];
            vec4 _e76 = fades(_e73, vec4(_e13.y));
            s_4 = _e76;
            if (MOMENTUM) {
                float _e84 = kept;
                vec4 _e88 = state_1.momentum[0][1];
                state_1.momentum[0][1] = (vec4(_e11.y) * u + (_e84 * _e88));
                vec4 _e91 = s_4;
                vec4 _e95 = state_1.momentum[0][1];
                s_4 = (_e91 + _e95);
            } else {
                vec4 _e99 = s_4;
                s_4 = (vec4(_e11.y) * u + _e99);
            }
            if (RANK_ONE) {
                vec4 _e102 = written4_(token_10, 0u);
                vec4 _e105 = s_4;
                s_4 = (vec4(_e102.y) * removed + _e105);
            }
            vec4 _e110 = s_4;
            state_1.s[0][1] = _e110;
        }
        {
            vec4 _e114 = state_1.s[0][2];
            vec4 _e117 = fades(_e114, vec4(_e13.z));
            s_5 = _e117;
            if (MOMENTUM) {
                float _e125 = kept;
                vec4 _e129 = state_1.momentum[0][2];
                state_1.momentum[0][2] = (vec4(_e11.z) * u + (_e125 * _e129));
                vec4 _e132 = s_5;
                vec4 _e136 = state_1.momentum[0][2];
                s_5 = (_e132 + _e136);
            } else {
                vec4 _e140 = s_5;
                s_5 = (vec4(_e11.z) * u + _e140);
            }
            if (RANK_ONE) {
                vec4 _e143 = written4_(token_10, 0u);
                vec4 _e146 = s_5;
                s_5 = (vec4(_e143.z) * removed + _e146);
            }
            vec4 _e151 = s_5;
            state_1.s[0][2] = _e151;
        }
        {
            vec4 _e155 = state_1.s[0][3];
            vec4 _e158 = fades(_e155, vec4(_e13.w));
            s_6 = _e158;
            if (MOMENTUM) {
                float _e166 = kept;
                vec4 _e170 = state_1.momentum[0][3];
                state_1.momentum[0][3] = (vec4(_e11.w) * u + (_e166 * _e170));
                vec4 _e173 = s_6;
                vec4 _e177 = state_1.momentum[0][3];
                s_6 = (_e173 + _e177);
            } else {
                vec4 _e181 = s_6;
                s_6 = (vec4(_e11.w) * u + _e181);
            }
            if (RANK_ONE) {
                vec4 _e184 = written4_(token_10, 0u);
                vec4 _e187 = s_6;
                s_6 = (vec4(_e184.w) * removed + _e187);
            }
            vec4 _e192 = s_6;
            state_1.s[0][3] = _e192;
        }
        if (true) {
            vec4 _e196[4] = state_1.s[0];
            vec4 _e199 = state_1.z[0];
            add_rows(sums_1, token_10, _e12, 0u, _e196, _e199);
        }
    }
    {
        vec4 _e201 = key4_(token_10, 1u);
        vec4 _e202 = query4_(token_10, 1u);
        vec4 _e203 = decays4_(token_10, 1u);
        if (BONUS) {
            vec4 _e207[4] = state_1.s[1];
            vec4 _e210 = state_1.z[1];
            add_rows(sums_1, token_10, _e202, 1u, _e207, _e210);
        }
        if (NORMALISE) {
            vec4 _e216 = state_1.z[1];
            vec4 _e217 = fades(_e216, _e203);
            state_1.z[1] = (_e217 + _e201);
        }
        {
            vec4 _e222 = state_1.s[1][0];
            vec4 _e225 = fades(_e222, vec4(_e203.x));
            s_7 = _e225;
            if (MOMENTUM) {
                float _e233 = kept;
                vec4 _e237 = state_1.momentum[0][0];
                state_1.momentum[0][0] = (vec4(_e201.x) * u + (_e233 * _e237));
                vec4 _e240 = s_7;
                vec4 _e244 = state_1.momentum[0][0];
                s_7 = (_e240 + _e244);
            } else {
                vec4 _e248 = s_7;
                s_7 = (vec4(_e201.x) * u + _e248);
            }
            if (RANK_ONE) {
                vec4 _e251 = written4_(token_10, 1u);
                vec4 _e254 = s_7;
                s_7 = (vec4(_e251.x) * removed + _e254);
            }
            vec4 _e259 = s_7;
            state_1.s[1][0] = _e259;
        }
        {
            vec4 _e263 = state_1.s[1][1];
            vec4 _e266 = fades(_e263, vec4(_e203.y));
            s_8 = _e266;
            if (MOMENTUM) {
                float _e274 = kept;
                vec4 _e278 = state_1.momentum[0][1];
                state_1.momentum[0][1] = (vec4(_e201.y) * u + (_e274 * _e278));
                vec4 _e281 = s_8;
                vec4 _e285 = state_1.momentum[0][1];
                s_8 = (_e281 + _e285);
            } else {
                vec4 _e289 = s_8;
                s_8 = (vec4(_e201.y) * u + _e289);
            }
            if (RANK_ONE) {
                vec4 _e292 = written4_(token_10, 1u);
                vec4 _e295 = s_8;
                s_8 = (vec4(_e292.y) * removed + _e295);
            }
            vec4 _e300 = s_8;
            state_1.s[1][1] = _e300;
        }
        {
            vec4 _e304 = state_1.s[1][2];
            vec4 _e307 = fades(_e304, vec4(_e203.z));
            s_9 = _e307;
            if (MOMENTUM) {
                float _e315 = kept;
                vec4 _e319 = state_1.momentum[0][2];
                state_1.momentum[0][2] = (vec4(_e201.z) * u + (_e315 * _e319));
                vec4 _e322 = s_9;
                vec4 _e326 = state_1.momentum[0][2];
                s_9 = (_e322 + _e326);
            } else {
                vec4 _e330 = s_9;
                s_9 = (vec4(_e201.z) * u + _e330);
            }
            if (RANK_ONE) {
                vec4 _e333 = written4_(token_10, 1u);
                vec4 _e336 = s_9;
                s_9 = (vec4(_e333.z) * removed + _e336);
            }
            vec4 _e341 = s_9;
            state_1.s[1][2] = _e341;
        }
        {
            vec4 _e345 = state_1.s[1][3];
            vec4 _e348 = fades(_e345, vec4(_e203.w));
            s_10 = _e348;
            if (MOMENTUM) {
                float _e356 = kept;
                vec4 _e360 = state_1.momentum[0][3];
                state_1.momentum[0][3] = (vec4(_e201.w) * u + (_e356 * _e360));
                vec4 _e363 = s_10;
                vec4 _e367 = state_1.momentum[0][3];
                s_10 = (_e363 + _e367);
            } else {
                vec4 _e371 = s_10;
                s_10 = (vec4(_e201.w) * u + _e371);
            }
            if (RANK_ONE) {
                vec4 _e374 = written4_(token_10, 1u);
                vec4 _e377 = s_10;
                s_10 = (vec4(_e374.w) * removed + _e377);
            }
            vec4 _e382 = s_10;
            state_1.s[1][3] = _e382;
        }
        if (true) {
            vec4 _e386[4] = state_1.s[1];
            vec4 _e389 = state_1.z[1];
            add_rows(sums_1, token_10, _e202, 1u, _e386, _e389);
        }
    }
    Sums _e390 = sums_1;
    return _e390;
}

vec4 total(vec4 x_9) {
    vec4 _e9 = across(vec4((((x_9.x + x_9.y) + x_9.z) + x_9.w)));
    return _e9;
}

void write_outputs(inout State state_2, Token token_11, uint b_11, uint i_8, vec4 u_1, uint begin, uint end, Sums first) {
    Sums sums_2 = Sums(vec4(0.0), vec4(0.0), vec4(0.0));
    uint g = 0u;
    vec4 o = vec4(0.0);
    float factor = 0.0;
    sums_2 = first;
    g = begin;
    bool loop_init_6 = true;
    while(true) {
        if (!loop_init_6) {
            uint _e79 = g;
            g = (_e79 + 1u);
        }
        loop_init_6 = false;
        uint _e10 = g;
        if ((_e10 < end)) {
        } else {
            break;
        }
        {
            uint _e15 = _group_0_binding_0_cs.group;
            uint _e17 = g;
            uint head = ((token_11.head * _e15) + _e17);
            uint _e19 = g;
            if ((_e19 > 0u)) {
                sums_2 = Sums(vec4(0.0), vec4(0.0), vec4(0.0));
                {
                    uint _e24 = q_at(b_11, head, i_8);
                    uint _e26 = row_of(token_11.part, 0u);
                    vec4 _e27 = load_q4_(_e24, _e26);
                    vec4 _e30[4] = state_2.s[0];
                    vec4 _e33 = state_2.z[0];
                    add_rows(sums_2, token_11, _e27, 0u, _e30, _e33);
                }
                {
                    uint _e35 = q_at(b_11, head, i_8);
                    uint _e37 = row_of(token_11.part, 1u);
                    vec4 _e38 = load_q4_(_e35, _e37);
                    vec4 _e41[4] = state_2.s[1];
                    vec4 _e44 = state_2.z[1];
                    add_rows(sums_2, token_11, _e38, 1u, _e41, _e44);
                }
            }
            vec4 _e46 = sums_2.o;
            vec4 _e47 = across(_e46);
            o = _e47;
            if (BONUS) {
                vec4 _e51 = sums_2.own;
                vec4 _e52 = total(_e51);
                vec4 _e53 = o;
                o = (_e52 * u_1 + _e53);
            }
            float _e57 = _group_0_binding_0_cs.scale;
            factor = _e57;
            if (NORMALISE) {
                vec4 _e61 = sums_2.keys;
                vec4 _e62 = total(_e61);
                float _e66 = _group_0_binding_0_cs.eps;
                float _e68 = inverse_((_e62.x + _e66));
                factor = _e68;
            }
            if ((token_11.part == 0u)) {
                uint _e72 = o_at(b_11, head, i_8);
                float _e75 = factor;
                vec4 _e76 = o;
                store_o4_(_e72, token_11.column, V_DIM, (_e75 * _e76));
            }
        }
    }
    return;
}

void run(uvec3 wid_2, uint tid_1) {
    uint id = 0u;
    State state_3 = State(vec4[2][4](vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0))), vec4[1][4](vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0))), vec4[2](vec4(0.0), vec4(0.0)));
    bool local_6 = false;
    bool local_7 = false;
    bool local_8 = false;
    bool local_9 = false;
    bool local_10 = false;
    bool local_11 = false;
    bool local_12 = false;
    bool local_13 = false;
    uint t_1 = 0u;
    vec4 u_2 = vec4(0.0);
    vec4 removed_1 = vec4(0.0);
    bool local_14 = false;
    bool local_15 = false;
    bool local_16 = false;
    bool local_17 = false;
    bool local_18 = false;
    bool local_19 = false;
    bool local_20 = false;
    bool local_21 = false;
    bool local_22 = false;
    bool local_23 = false;
    bool local_24 = false;
    bool local_25 = false;
    bool local_26 = false;
    bool local_27 = false;
    bool local_28 = false;
    bool local_29 = false;
    bool local_30 = false;
    uint _e2 = group_id(wid_2);
    id = _e2;
    uint _e4 = id;
    uint _e7 = _group_0_binding_0_cs.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = part_of(tid_1);
    uint _e10 = id;
    uint _e13 = _group_0_binding_0_cs.v_slices;
    uint column_3 = ((((_e10 % _e13) * 8u) + (tid_1 / PARTS)) * 4u);
    uint _e22 = id;
    uint _e25 = _group_0_binding_0_cs.v_slices;
    id = (_e22 / _e25);
    uint _e29 = _group_0_binding_0_cs.kv_head_base;
    uint _e30 = id;
    uint _e33 = _group_0_binding_0_cs.kv_head_count;
    uint h_10 = (_e29 + (_e30 % _e33));
    uint _e38 = _group_0_binding_0_cs.batch_base;
    uint _e39 = id;
    uint _e42 = _group_0_binding_0_cs.kv_head_count;
    uint b_12 = (_e38 + (_e39 / _e42));
    uint _e47 = _group_0_binding_0_cs.kv_heads;
    uint base_6 = ((((b_12 * _e47) + h_10) * QK_DIM) * STATE_COLUMNS);
    {
        uint _e56 = row_of(_e9, 0u);
        {
            vec4 _e62 = load_state4_(base_6, (_e56 + 0u), column_3);
            state_3.s[0][0] = _e62;
            if (MOMENTUM) {
                vec4 _e70 = load_state4_((base_6 + V_DIM), (_e56 + 0u), column_3);
                state_3.momentum[0][0] = _e70;
            }
            if (NORMALISE) {
                local_6 = ((_e56 + 0u) < QK_DIM);
            } else {
                local_6 = false;
            }
            bool _e78 = local_6;
            if (_e78) {
                float _e88 = load_state(((base_6 + ((_e56 + 0u) * STATE_COLUMNS)) + V_DIM));
                state_3.z[0].x = _e88;
            }
        }
        {
            vec4 _e94 = load_state4_(base_6, (_e56 + 1u), column_3);
            state_3.s[0][1] = _e94;
            if (MOMENTUM) {
                vec4 _e102 = load_state4_((base_6 + V_DIM), (_e56 + 1u), column_3);
                state_3.momentum[0][1] = _e102;
            }
            if (NORMALISE) {
                local_7 = ((_e56 + 1u) < QK_DIM);
            } else {
                local_7 = false;
            }
            bool _e110 = local_7;
            if (_e110) {
                float _e120 = load_state(((base_6 + ((_e56 + 1u) * STATE_COLUMNS)) + V_DIM));
                state_3.z[0].y = _e120;
            }
        }
        {
            vec4 _e126 = load_state4_(base_6, (_e56 + 2u), column_3);
            state_3.s[0][2] = _e126;
            if (MOMENTUM) {
                vec4 _e134 = load_state4_((base_6 + V_DIM), (_e56 + 2u), column_3);
                state_3.momentum[0][2] = _e134;
            }
            if (NORMALISE) {
                local_8 = ((_e56 + 2u) < QK_DIM);
            } else {
                local_8 = false;
            }
            bool _e142 = local_8;
            if (_e142) {
                float _e152 = load_state(((base_6 + ((_e56 + 2u) * STATE_COLUMNS)) + V_DIM));
                state_3.z[0].z = _e152;
            }
        }
        {
            vec4 _e158 = load_state4_(base_6, (_e56 + 3u), column_3);
            state_3.s[0][3] = _e158;
            if (MOMENTUM) {
                vec4 _e166 = load_state4_((base_6 + V_DIM), (_e56 + 3u), column_3);
                state_3.momentum[0][3] = _e166;
            }
            if (NORMALISE) {
                local_9 = ((_e56 + 3u) < QK_DIM);
            } else {
                local_9 = false;
            }
            bool _e174 = local_9;
            if (_e174) {
                float _e184 = load_state(((base_6 + ((_e56 + 3u) * STATE_COLUMNS)) + V_DIM));
                state_3.z[0].w = _e184;
            }
        }
    }
    {
        uint _e186 = row_of(_e9, 1u);
        {
            vec4 _e192 = load_state4_(base_6, (_e186 + 0u), column_3);
            state_3.s[1][0] = _e192;
            if (MOMENTUM) {
                vec4 _e200 = load_state4_((base_6 + V_DIM), (_e186 + 0u), column_3);
                state_3.momentum[0][0] = _e200;
            }
            if (NORMALISE) {
                local_10 = ((_e186 + 0u) < QK_DIM);
            } else {
                local_10 = false;
            }
            bool _e208 = local_10;
            if (_e208) {
                float _e218 = load_state(((base_6 + ((_e186 + 0u) * STATE_COLUMNS)) + V_DIM));
                state_3.z[1].x = _e218;
            }
        }
        {
            vec4 _e224 = load_state4_(base_6, (_e186 + 1u), column_3);
            state_3.s[1][1] = _e224;
            if (MOMENTUM) {
                vec4 _e232 = load_state4_((base_6 + V_DIM), (_e186 + 1u), column_3);
                state_3.momentum[0][1] = _e232;
            }
            if (NORMALISE) {
                local_11 = ((_e186 + 1u) < QK_DIM);
            } else {
                local_11 = false;
            }
            bool _e240 = local_11;
            if (_e240) {
                float _e250 = load_state(((base_6 + ((_e186 + 1u) * STATE_COLUMNS)) + V_DIM));
                state_3.z[1].y = _e250;
            }
        }
        {
            vec4 _e256 = load_state4_(base_6, (_e186 + 2u), column_3);
            state_3.s[1][2] = _e256;
            if (MOMENTUM) {
                vec4 _e264 = load_state4_((base_6 + V_DIM), (_e186 + 2u), column_3);
                state_3.momentum[0][2] = _e264;
            }
            if (NORMALISE) {
                local_12 = ((_e186 + 2u) < QK_DIM);
            } else {
                local_12 = false;
            }
            bool _e272 = local_12;
            if (_e272) {
                float _e282 = load_state(((base_6 + ((_e186 + 2u) * STATE_COLUMNS)) + V_DIM));
                state_3.z[1].z = _e282;
            }
        }
        {
            vec4 _e288 = load_state4_(base_6, (_e186 + 3u), column_3);
            state_3.s[1][3] = _e288;
            if (MOMENTUM) {
                vec4 _e296 = load_state4_((base_6 + V_DIM), (_e186 + 3u), column_3);
                state_3.momentum[0][3] = _e296;
            }
            if (NORMALISE) {
                local_13 = ((_e186 + 3u) < QK_DIM);
            } else {
                local_13 = false;
            }
            bool _e304 = local_13;
            if (_e304) {
                float _e314 = load_state(((base_6 + ((_e186 + 3u) * STATE_COLUMNS)) + V_DIM));
                state_3.z[1].w = _e314;
            }
        }
    }
    uint _e315 = token_count(b_12);
    uint _e319 = _group_0_binding_0_cs.group;
    uint _e322 = _group_0_binding_0_cs.outputs;
    uint queries = ((_e322 != 0u) ? _e319 : 0u);
    if ((_e315 > 0u)) {
        uint _e329 = token_at(b_12, h_10, 0u, _e315);
        Token _e330 = token_of(b_12, h_10, _e329, _e9, column_3);
        fetch(_e330);
    }
    bool loop_init_7 = true;
    while(true) {
        if (!loop_init_7) {
            uint _e380 = t_1;
            t_1 = (_e380 + 1u);
        }
        loop_init_7 = false;
        uint _e333 = t_1;
        if ((_e333 < _e315)) {
        } else {
            break;
        }
        {
            uint _e335 = t_1;
            uint _e336 = token_at(b_12, h_10, _e335, _e315);
            Token _e337 = token_of(b_12, h_10, _e336, _e9, column_3);
            take();
            uint _e338 = t_1;
            if (((_e338 + 1u) < _e315)) {
                uint _e342 = t_1;
                uint _e345 = token_at(b_12, h_10, (_e342 + 1u), _e315);
                Token _e346 = token_of(b_12, h_10, _e345, _e9, column_3);
                fetch(_e346);
            }
            vec4 _e347 = value4_(_e337);
            u_2 = _e347;
            removed_1 = vec4(0.0);
            if (RANK_ONE) {
                vec4 _e353 = held(state_3, _e337);
                removed_1 = _e353;
            }
            if (false) {
                local_14 = MOMENTUM;
            } else {
                local_14 = true;
            }
            bool _e359 = local_14;
            if (_e359) {
                float _e361 = rate(_e337, 0u);
                vec4 _e362 = u_2;
                vec4 _e363 = held(state_3, _e337);
                u_2 = (_e361 * (_e362 - _e363));
            }
            if (BONUS) {
                vec4 _e367 = u_2;
                write_outputs(state_3, _e337, b_12, _e336, _e367, 1u, queries, Sums(vec4(0.0), vec4(0.0), vec4(0.0)));
            }
            vec4 _e370 = u_2;
            vec4 _e371 = removed_1;
            Sums _e372 = step_1(state_3, _e337, _e370, _e371);
            vec4 _e373 = u_2;
            write_outputs(state_3, _e337, b_12, _e336, _e373, 0u, (BONUS ? min(queries, 1u) : queries), _e372);
        }
    }
    {
        uint _e383 = row_of(_e9, 0u);
        {
            vec4 _e389 = state_3.s[0][0];
            store_state4_(base_6, (_e383 + 0u), column_3, _e389);
            if (MOMENTUM) {
                vec4 _e397 = state_3.momentum[0][0];
                store_state4_((base_6 + V_DIM), (_e383 + 0u), column_3, _e397);
            }
            if (NORMALISE) {
                local_15 = (column_3 == 0u);
            } else {
                local_15 = false;
            }
            bool _e404 = local_15;
            if (_e404) {
                local_16 = ((_e383 + 0u) < QK_DIM);
            } else {
                local_16 = false;
            }
            bool _e411 = local_16;
            if (_e411) {
                float _e421 = state_3.z[0].x;
                store_state(((base_6 + ((_e383 + 0u) * STATE_COLUMNS)) + V_DIM), _e421);
            }
        }
        {
            vec4 _e427 = state_3.s[0][1];
            store_state4_(base_6, (_e383 + 1u), column_3, _e427);
            if (MOMENTUM) {
                vec4 _e435 = state_3.momentum[0][1];
                store_state4_((base_6 + V_DIM), (_e383 + 1u), column_3, _e435);
            }
            if (NORMALISE) {
                local_17 = (column_3 == 0u);
            } else {
                local_17 = false;
            }
            bool _e442 = local_17;
            if (_e442) {
                local_18 = ((_e383 + 1u) < QK_DIM);
            } else {
                local_18 = false;
            }
            bool _e449 = local_18;
            if (_e449) {
                float _e459 = state_3.z[0].y;
                store_state(((base_6 + ((_e383 + 1u) * STATE_COLUMNS)) + V_DIM), _e459);
            }
        }
        {
            vec4 _e465 = state_3.s[0][2];
            store_state4_(base_6, (_e383 + 2u), column_3, _e465);
            if (MOMENTUM) {
                vec4 _e473 = state_3.momentum[0][2];
                store_state4_((base_6 + V_DIM), (_e383 + 2u), column_3, _e473);
            }
            if (NORMALISE) {
                local_19 = (column_3 == 0u);
            } else {
                local_19 = false;
            }
            bool _e480 = local_19;
            if (_e480) {
                local_20 = ((_e383 + 2u) < QK_DIM);
            } else {
                local_20 = false;
            }
            bool _e487 = local_20;
            if (_e487) {
                float _e497 = state_3.z[0].z;
                store_state(((base_6 + ((_e383 + 2u) * STATE_COLUMNS)) + V_DIM), _e497);
            }
        }
        {
            vec4 _e503 = state_3.s[0][3];
            store_state4_(base_6, (_e383 + 3u), column_3, _e503);
            if (MOMENTUM) {
                vec4 _e511 = state_3.momentum[0][3];
                store_state4_((base_6 + V_DIM), (_e383 + 3u), column_3, _e511);
            }
            if (NORMALISE) {
                local_21 = (column_3 == 0u);
            } else {
                local_21 = false;
            }
            bool _e518 = local_21;
            if (_e518) {
                local_22 = ((_e383 + 3u) < QK_DIM);
            } else {
                local_22 = false;
            }
            bool _e525 = local_22;
            if (_e525) {
                float _e535 = state_3.z[0].w;
                store_state(((base_6 + ((_e383 + 3u) * STATE_COLUMNS)) + V_DIM), _e535);
            }
        }
    }
    {
        uint _e537 = row_of(_e9, 1u);
        {
            vec4 _e543 = state_3.s[1][0];
            store_state4_(base_6, (_e537 + 0u), column_3, _e543);
            if (MOMENTUM) {
                vec4 _e551 = state_3.momentum[0][0];
                store_state4_((base_6 + V_DIM), (_e537 + 0u), column_3, _e551);
            }
            if (NORMALISE) {
                local_23 = (column_3 == 0u);
            } else {
                local_23 = false;
            }
            bool _e558 = local_23;
            if (_e558) {
                local_24 = ((_e537 + 0u) < QK_DIM);
            } else {
                local_24 = false;
            }
            bool _e565 = local_24;
            if (_e565) {
                float _e575 = state_3.z[1].x;
                store_state(((base_6 + ((_e537 + 0u) * STATE_COLUMNS)) + V_DIM), _e575);
            }
        }
        {
            vec4 _e581 = state_3.s[1][1];
            store_state4_(base_6, (_e537 + 1u), column_3, _e581);
            if (MOMENTUM) {
                vec4 _e589 = state_3.momentum[0][1];
                store_state4_((base_6 + V_DIM), (_e537 + 1u), column_3, _e589);
            }
            if (NORMALISE) {
                local_25 = (column_3 == 0u);
            } else {
                local_25 = false;
            }
            bool _e596 = local_25;
            if (_e596) {
                local_26 = ((_e537 + 1u) < QK_DIM);
            } else {
                local_26 = false;
            }
            bool _e603 = local_26;
            if (_e603) {
                float _e613 = state_3.z[1].y;
                store_state(((base_6 + ((_e537 + 1u) * STATE_COLUMNS)) + V_DIM), _e613);
            }
        }
        {
            vec4 _e619 = state_3.s[1][2];
            store_state4_(base_6, (_e537 + 2u), column_3, _e619);
            if (MOMENTUM) {
                vec4 _e627 = state_3.momentum[0][2];
                store_state4_((base_6 + V_DIM), (_e537 + 2u), column_3, _e627);
            }
            if (NORMALISE) {
                local_27 = (column_3 == 0u);
            } else {
                local_27 = false;
            }
            bool _e634 = local_27;
            if (_e634) {
                local_28 = ((_e537 + 2u) < QK_DIM);
            } else {
                local_28 = false;
            }
            bool _e641 = local_28;
            if (_e641) {
                float _e651 = state_3.z[1].z;
                store_state(((base_6 + ((_e537 + 2u) * STATE_COLUMNS)) + V_DIM), _e651);
            }
        }
        {
            vec4 _e657 = state_3.s[1][3];
            store_state4_(base_6, (_e537 + 3u), column_3, _e657);
            if (MOMENTUM) {
                vec4 _e665 = state_3.momentum[0][3];
                store_state4_((base_6 + V_DIM), (_e537 + 3u), column_3, _e665);
            }
            if (NORMALISE) {
                local_29 = (column_3 == 0u);
            } else {
                local_29 = false;
            }
            bool _e672 = local_29;
            if (_e672) {
                local_30 = ((_e537 + 3u) < QK_DIM);
            } else {
                local_30 = false;
            }
            bool _e679 = local_30;
            if (_e679) {
                float _e689 = state_3.z[1].w;
                store_state(((base_6 + ((_e537 + 3u) * STATE_COLUMNS)) + V_DIM), _e689);
                return;
            } else {
                return;
            }
        }
    }
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint subgroup = gl_SubgroupID;
    uint size = gl_SubgroupSize;
    uint lane = gl_SubgroupInvocationID;
    lanes = size;
    run(wid, ((subgroup * size) + lane));
    return;
}

