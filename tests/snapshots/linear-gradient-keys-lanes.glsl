#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
#extension GL_KHR_shader_subgroup_basic : require
#extension GL_KHR_shader_subgroup_vote : require
#extension GL_KHR_shader_subgroup_arithmetic : require
#extension GL_KHR_shader_subgroup_ballot : require
#extension GL_KHR_shader_subgroup_shuffle : require
#extension GL_KHR_shader_subgroup_shuffle_relative : require
#extension GL_KHR_shader_subgroup_quad : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

struct Params {
    uint groups;
    uint grid_x;
    uint slices;
    uint group;
    uint batch;
    uint batch_base;
    uint kv_head_base;
    uint kv_head_count;
    uint kv_heads;
    uint sharing;
    uint reverse_from;
    uint len;
    uint first;
    uint whole;
    uint total_len;
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
    uint kept_offset;
    uint kept_batch;
    uint kept_head;
    uint kept_row;
    float scale;
};
struct Fade {
    float power;
    float gain;
};
struct Lane {
    uint h;
    uint own;
    uint part;
    uint base;
};
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const bool DELTA = true;
const bool MOMENTUM = false;
const bool RANK_ONE = false;
const bool DECAY = true;
const bool DECAY_CHANNEL = false;
const bool NORMALISE = false;
const bool BONUS = false;
const uint WORKGROUP = 64u;
const bool DECAY_TOKEN = true;
const uint STATE_COLUMNS = 65u;
const uint PARTS = 8u;
const uint VALUES = 64u;
const uint ROWS = 64u;
const uint UPDATE = 0u;
const uint UPDATE_BACK = 64u;
const uint KEY_BACK = 128u;
const uint FADE_BACK = 192u;
const uint RATE = 256u;
const uint ALONG = 64u;
const uint OWNED = 64u;
const uint KEPT = 0u;
const uint GIVEN = 1u;
const uint WIDTH = 4u;
const uint ALONG4_ = 16u;
const uint PIECE = 2u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_4_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_4_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) readonly buffer type_5_block_5Compute { float _group_0_binding_5_cs[]; };

layout(std430) buffer type_4_block_6Compute { vec4 _group_0_binding_6_cs[]; };

layout(std430) buffer type_5_block_7Compute { float _group_0_binding_7_cs[]; };

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
    return 1.0;
}

float load_state(uint at_2) {
    float _e3 = _group_0_binding_7_cs[at_2];
    return _e3;
}

void store_state(uint at_3, float x_1) {
    _group_0_binding_7_cs[at_3] = x_1;
    return;
}

float load_ends(uint at_4) {
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

uint whole_count(uint b_2) {
    uint _e3 = _group_0_binding_0_cs.whole;
    return _e3;
}

float load_bonus(uint at_5) {
    return 0.0;
}

float load_removal(uint at_6) {
    return 0.0;
}

vec4 channel_decays(uint at_7, uint d_4) {
    vec4 r = vec4(0.0);
    uint n = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e21 = n;
            n = (_e21 + 1u);
        }
        loop_init = false;
        uint _e7 = n;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n;
            if (((d_4 + _e10) < QK_DIM)) {
                uint _e14 = n;
                uint _e17 = n;
                float _e19 = load_decay(((at_7 + d_4) + _e17));
                r[_e14] = _e19;
            }
        }
    }
    vec4 _e23 = r;
    return _e23;
}

vec4 bonus4_(uint h, uint d_5) {
    vec4 r_1 = vec4(0.0);
    uint n_1 = 0u;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e23 = n_1;
            n_1 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e7 = n_1;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n_1;
            if (((d_5 + _e10) < QK_DIM)) {
                uint _e14 = n_1;
                uint _e19 = n_1;
                float _e21 = load_bonus((((h * QK_DIM) + d_5) + _e19));
                r_1[_e14] = _e21;
            }
        }
    }
    vec4 _e25 = r_1;
    return _e25;
}

vec4 removal4_(uint at_8, uint d_6) {
    vec4 r_2 = vec4(0.0);
    uint n_2 = 0u;
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e21 = n_2;
            n_2 = (_e21 + 1u);
        }
        loop_init_2 = false;
        uint _e7 = n_2;
        if ((_e7 < 4u)) {
        } else {
            break;
        }
        {
            uint _e10 = n_2;
            if (((d_6 + _e10) < QK_DIM)) {
                uint _e14 = n_2;
                uint _e17 = n_2;
                float _e19 = load_removal(((at_8 + d_6) + _e17));
                r_2[_e14] = _e19;
            }
        }
    }
    vec4 _e23 = r_2;
    return _e23;
}

Fade fade_of(float x_2) {
    float sum = 0.0;
    float log_ = ((x_2 < -88.0) ? -88.0 : x_2);
    float n_5 = clamp(roundEven((log_ * 1.442695)), -127.0, 127.0);
    float r_6 = fma(n_5, 0.00021219444, fma(n_5, -0.6933594, log_));
    sum = fma(r_6, 0.0001984127, 0.0013888889);
    float _e19 = sum;
    sum = fma(r_6, _e19, 0.008333334);
    float _e22 = sum;
    sum = fma(r_6, _e22, 0.041666668);
    float _e25 = sum;
    sum = fma(r_6, _e25, 0.16666667);
    float _e28 = sum;
    sum = fma(r_6, _e28, 0.5);
    float _e31 = sum;
    sum = fma(r_6, _e31, 1.0);
    float _e40 = sum;
    return Fade(intBitsToFloat(((int(n_5) + 127) << 23u)), (r_6 * _e40));
}

float fade(float x_3) {
    Fade _e1 = fade_of(x_3);
    return fma(_e1.power, _e1.gain, _e1.power);
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
    return fma(scaled, vec4(f[0].gain, f[1].gain, f[2].gain, f[3].gain), scaled);
}

uint token_at(uint b_3, uint t, uint n_3) {
    uint _e3 = token_start(b_3);
    uint _e9 = _group_0_binding_0_cs.reverse_from;
    return (_e3 + ((_e9 == 0u) ? ((n_3 - 1u) - t) : t));
}

uint q_at(uint b_4, uint h_1, uint i) {
    uint _e5 = _group_0_binding_0_cs.q_offset;
    uint _e8 = _group_0_binding_0_cs.q_batch;
    uint _e13 = _group_0_binding_0_cs.q_head;
    uint _e18 = _group_0_binding_0_cs.q_row;
    return (((_e5 + (b_4 * _e8)) + (h_1 * _e13)) + (i * _e18));
}

uint k_at(uint b_5, uint h_2, uint i_1) {
    uint _e5 = _group_0_binding_0_cs.k_offset;
    uint _e8 = _group_0_binding_0_cs.k_batch;
    uint _e13 = _group_0_binding_0_cs.k_head;
    uint _e18 = _group_0_binding_0_cs.k_row;
    return (((_e5 + (b_5 * _e8)) + (h_2 * _e13)) + (i_1 * _e18));
}

uint v_at(uint b_6, uint h_3, uint i_2) {
    uint _e5 = _group_0_binding_0_cs.v_offset;
    uint _e8 = _group_0_binding_0_cs.v_batch;
    uint _e13 = _group_0_binding_0_cs.v_head;
    uint _e18 = _group_0_binding_0_cs.v_row;
    return (((_e5 + (b_6 * _e8)) + (h_3 * _e13)) + (i_2 * _e18));
}

uint o_at(uint b_7, uint h_4, uint i_3) {
    uint _e5 = _group_0_binding_0_cs.o_offset;
    uint _e8 = _group_0_binding_0_cs.o_batch;
    uint _e13 = _group_0_binding_0_cs.o_head;
    uint _e18 = _group_0_binding_0_cs.o_row;
    return (((_e5 + (b_7 * _e8)) + (h_4 * _e13)) + (i_3 * _e18));
}

uint decay_at(uint b_8, uint h_5, uint i_4) {
    uint _e5 = _group_0_binding_0_cs.decay_offset;
    uint _e8 = _group_0_binding_0_cs.decay_batch;
    uint _e13 = _group_0_binding_0_cs.decay_head;
    uint _e18 = _group_0_binding_0_cs.decay_row;
    return (((_e5 + (b_8 * _e8)) + (h_5 * _e13)) + (i_4 * _e18));
}

uint beta_at(uint b_9, uint h_6, uint i_5) {
    uint _e5 = _group_0_binding_0_cs.beta_offset;
    uint _e8 = _group_0_binding_0_cs.beta_batch;
    uint _e13 = _group_0_binding_0_cs.beta_head;
    uint _e18 = _group_0_binding_0_cs.beta_row;
    return (((_e5 + (b_9 * _e8)) + (h_6 * _e13)) + (i_5 * _e18));
}

uint kept_at(uint b_10, uint h_7, uint i_6) {
    uint _e5 = _group_0_binding_0_cs.kept_offset;
    uint _e8 = _group_0_binding_0_cs.kept_batch;
    uint _e13 = _group_0_binding_0_cs.kept_head;
    uint _e18 = _group_0_binding_0_cs.kept_row;
    return (((_e5 + (b_10 * _e8)) + (h_7 * _e13)) + (i_6 * _e18));
}

uint element_at(uint base_4, uint along, uint own) {
    return ((base_4 + (own * STATE_COLUMNS)) + along);
}

vec4 kept4_(uint at_9) {
    vec4 _e5 = _group_0_binding_6_cs[(at_9 / 4u)];
    return _e5;
}

vec4 along4_(uint which, uint at_10, uint d_7) {
    vec4 r_3 = vec4(0.0);
    if ((which == GIVEN)) {
        vec4 _e5 = load_v4_(at_10, d_7);
        return _e5;
    }
    if ((d_7 < V_DIM)) {
        vec4 _e12 = kept4_((at_10 + d_7));
        r_3 = _e12;
    }
    if (false) {
        vec4 _e16 = r_3;
        r_3 = mix(vec4(0.0), _e16, lessThan((uvec4(d_7) + uvec4(0u, 1u, 2u, 3u)), uvec4(64u)));
    }
    vec4 _e28 = r_3;
    return _e28;
}

uint along_of(Lane lane_1, uint n_4) {
    return (((n_4 * PARTS) + lane_1.part) * 4u);
}

vec4 across(vec4 x_6) {
    vec4 r_4 = vec4(0.0);
    uint step_ = 1u;
    r_4 = x_6;
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e12 = step_;
            step_ = (_e12 << 1u);
        }
        loop_init_3 = false;
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

vec4 overlap(Lane lane_2, uint given, uint at_11) {
    vec4 sum_1 = vec4(0.0);
    {
        uint _e7 = along_of(lane_2, 0u);
        vec4 _e9 = along4_(GIVEN, given, _e7);
        vec4 _e11 = along4_(KEPT, at_11, _e7);
        vec4 _e12 = sum_1;
        sum_1 = fma(_e9, _e11, _e12);
    }
    {
        uint _e15 = along_of(lane_2, 1u);
        vec4 _e17 = along4_(GIVEN, given, _e15);
        vec4 _e19 = along4_(KEPT, at_11, _e15);
        vec4 _e20 = sum_1;
        sum_1 = fma(_e17, _e19, _e20);
    }
    float _e23 = sum_1.x;
    float _e25 = sum_1.y;
    float _e28 = sum_1.z;
    float _e31 = sum_1.w;
    vec4 _e34 = across(vec4((((_e23 + _e25) + _e28) + _e31)));
    return _e34;
}

vec4 decays4_(uint at_12, uint along_1, uint own_1) {
    vec4 _e3 = channel_decays(at_12, own_1);
    return _e3;
}

vec4 own_of(vec4 x_7) {
    return x_7;
}

vec4 decay_of(vec4 x_8, uint e) {
    vec4 _e2 = own_of(x_8);
    return _e2;
}

vec4 four_of(vec4 x_9) {
    return x_9;
}

uint end_of(uint own_2) {
    return OWNED;
}

vec4 kept_own(uint at_13) {
    vec4 _e5 = _group_0_binding_6_cs[(at_13 / 4u)];
    return _e5;
}

vec4 kept_first(uint at_14) {
    float _e6 = _group_0_binding_6_cs[(at_14 / 4u)].x;
    return vec4(_e6);
}

void keep(uint at_15, vec4 x_10) {
    _group_0_binding_6_cs[(at_15 / 4u)] = x_10;
    return;
}

uint part_of(uint tid) {
    return (tid % PARTS);
}

uint batch_of(uint group) {
    uint _e3 = _group_0_binding_0_cs.batch_base;
    uint _e6 = _group_0_binding_0_cs.slices;
    uint _e10 = _group_0_binding_0_cs.kv_head_count;
    return (_e3 + ((group / _e6) / _e10));
}

Lane lane_of(uint group_1, uint tid_1) {
    uint _e4 = _group_0_binding_0_cs.kv_head_base;
    uint _e7 = _group_0_binding_0_cs.slices;
    uint _e11 = _group_0_binding_0_cs.kv_head_count;
    uint h_8 = (_e4 + ((group_1 / _e7) % _e11));
    uint _e14 = batch_of(group_1);
    uint _e17 = _group_0_binding_0_cs.kv_heads;
    uint state = ((_e14 * _e17) + h_8);
    uint _e22 = _group_0_binding_0_cs.slices;
    uint own_6 = ((((group_1 % _e22) * 8u) + (tid_1 / PARTS)) * WIDTH);
    uint _e31 = part_of(tid_1);
    return Lane(h_8, own_6, _e31, ((state * QK_DIM) * STATE_COLUMNS));
}

bool writes(Lane lane_3) {
    bool local = false;
    if ((lane_3.part == 0u)) {
        local = (lane_3.own < OWNED);
    } else {
        local = false;
    }
    bool _e10 = local;
    return _e10;
}

vec4 load_own(uint base_5, uint along_2, uint own_3) {
    vec4 r_5 = vec4(0.0);
    uint c = 0u;
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e22 = c;
            c = (_e22 + 1u);
        }
        loop_init_4 = false;
        uint _e8 = c;
        if ((_e8 < WIDTH)) {
        } else {
            break;
        }
        {
            uint _e11 = c;
            if (((own_3 + _e11) < OWNED)) {
                uint _e15 = c;
                uint _e17 = c;
                uint _e19 = element_at(base_5, along_2, (own_3 + _e17));
                float _e20 = load_state(_e19);
                r_5[_e15] = _e20;
            }
        }
    }
    vec4 _e24 = r_5;
    vec4 _e25 = own_of(_e24);
    return _e25;
}

void store_state_own(uint base_6, uint along_3, uint own_4, vec4 x_11) {
    uint c_1 = 0u;
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e20 = c_1;
            c_1 = (_e20 + 1u);
        }
        loop_init_5 = false;
        uint _e6 = c_1;
        if ((_e6 < WIDTH)) {
        } else {
            break;
        }
        {
            uint _e9 = c_1;
            if (((own_4 + _e9) < OWNED)) {
                uint _e13 = c_1;
                uint _e15 = element_at(base_6, along_3, (own_4 + _e13));
                vec4 _e16 = four_of(x_11);
                uint _e17 = c_1;
                store_state(_e15, _e16[_e17]);
            }
        }
    }
    return;
}

void load_piece(inout vec4 s_1[2][4], uint base_7, Lane lane_4) {
    {
        {
            uint _e5 = along_of(lane_4, 0u);
            uint along_4 = (_e5 + 0u);
            if ((along_4 < ALONG)) {
                vec4 _e12 = load_own(base_7, along_4, lane_4.own);
                s_1[0][0] = _e12;
            }
        }
        {
            uint _e14 = along_of(lane_4, 0u);
            uint along_5 = (_e14 + 1u);
            if ((along_5 < ALONG)) {
                vec4 _e21 = load_own(base_7, along_5, lane_4.own);
                s_1[0][1] = _e21;
            }
        }
        {
            uint _e23 = along_of(lane_4, 0u);
            uint along_6 = (_e23 + 2u);
            if ((along_6 < ALONG)) {
                vec4 _e30 = load_own(base_7, along_6, lane_4.own);
                s_1[0][2] = _e30;
            }
        }
        {
            uint _e32 = along_of(lane_4, 0u);
            uint along_7 = (_e32 + 3u);
            if ((along_7 < ALONG)) {
                vec4 _e39 = load_own(base_7, along_7, lane_4.own);
                s_1[0][3] = _e39;
            }
        }
    }
    {
        {
            uint _e42 = along_of(lane_4, 1u);
            uint along_8 = (_e42 + 0u);
            if ((along_8 < ALONG)) {
                vec4 _e49 = load_own(base_7, along_8, lane_4.own);
                s_1[1][0] = _e49;
            }
        }
        {
            uint _e51 = along_of(lane_4, 1u);
            uint along_9 = (_e51 + 1u);
            if ((along_9 < ALONG)) {
                vec4 _e58 = load_own(base_7, along_9, lane_4.own);
                s_1[1][1] = _e58;
            }
        }
        {
            uint _e60 = along_of(lane_4, 1u);
            uint along_10 = (_e60 + 2u);
            if ((along_10 < ALONG)) {
                vec4 _e67 = load_own(base_7, along_10, lane_4.own);
                s_1[1][2] = _e67;
            }
        }
        {
            uint _e69 = along_of(lane_4, 1u);
            uint along_11 = (_e69 + 3u);
            if ((along_11 < ALONG)) {
                vec4 _e76 = load_own(base_7, along_11, lane_4.own);
                s_1[1][3] = _e76;
                return;
            } else {
                return;
            }
        }
    }
}

void store_piece(inout vec4 s_2[2][4], uint base_8, Lane lane_5) {
    {
        {
            uint _e5 = along_of(lane_5, 0u);
            uint along_12 = (_e5 + 0u);
            if ((along_12 < ALONG)) {
                vec4 _e12 = s_2[0][0];
                store_state_own(base_8, along_12, lane_5.own, _e12);
            }
        }
        {
            uint _e14 = along_of(lane_5, 0u);
            uint along_13 = (_e14 + 1u);
            if ((along_13 < ALONG)) {
                vec4 _e21 = s_2[0][1];
                store_state_own(base_8, along_13, lane_5.own, _e21);
            }
        }
        {
            uint _e23 = along_of(lane_5, 0u);
            uint along_14 = (_e23 + 2u);
            if ((along_14 < ALONG)) {
                vec4 _e30 = s_2[0][2];
                store_state_own(base_8, along_14, lane_5.own, _e30);
            }
        }
        {
            uint _e32 = along_of(lane_5, 0u);
            uint along_15 = (_e32 + 3u);
            if ((along_15 < ALONG)) {
                vec4 _e39 = s_2[0][3];
                store_state_own(base_8, along_15, lane_5.own, _e39);
            }
        }
    }
    {
        {
            uint _e42 = along_of(lane_5, 1u);
            uint along_16 = (_e42 + 0u);
            if ((along_16 < ALONG)) {
                vec4 _e49 = s_2[1][0];
                store_state_own(base_8, along_16, lane_5.own, _e49);
            }
        }
        {
            uint _e51 = along_of(lane_5, 1u);
            uint along_17 = (_e51 + 1u);
            if ((along_17 < ALONG)) {
                vec4 _e58 = s_2[1][1];
                store_state_own(base_8, along_17, lane_5.own, _e58);
            }
        }
        {
            uint _e60 = along_of(lane_5, 1u);
            uint along_18 = (_e60 + 2u);
            if ((along_18 < ALONG)) {
                vec4 _e67 = s_2[1][2];
                store_state_own(base_8, along_18, lane_5.own, _e67);
            }
        }
        {
            uint _e69 = along_of(lane_5, 1u);
            uint along_19 = (_e69 + 3u);
            if ((along_19 < ALONG)) {
                vec4 _e76 = s_2[1][3];
                store_state_own(base_8, along_19, lane_5.own, _e76);
                return;
            } else {
                return;
            }
        }
    }
}

void fade_piece(inout vec4 s_3[2][4], Lane lane_6, uint at_16) {
    vec4 x_12 = vec4(0.0);
    vec4 x_13 = vec4(0.0);
    if (false) {
        return;
    }
    {
        if (DECAY_CHANNEL) {
            uint _e9 = along_of(lane_6, 0u);
            vec4 _e11 = decays4_(at_16, _e9, lane_6.own);
            x_12 = _e11;
        } else {
            float _e12 = load_decay(at_16);
            x_12 = vec4(_e12);
        }
        {
            vec4 _e19 = s_3[0][0];
            vec4 _e20 = four_of(_e19);
            vec4 _e21 = x_12;
            vec4 _e22 = decay_of(_e21, 0u);
            vec4 _e23 = four_of(_e22);
            vec4 _e24 = fade_state(_e20, _e23);
            vec4 _e25 = own_of(_e24);
            s_3[0][0] = _e25;
        }
        {
            vec4 _e31 = s_3[0][1];
            vec4 _e32 = four_of(_e31);
            vec4 _e33 = x_12;
            vec4 _e34 = decay_of(_e33, 1u);
            vec4 _e35 = four_of(_e34);
            vec4 _e36 = fade_state(_e32, _e35);
            vec4 _e37 = own_of(_e36);
            s_3[0][1] = _e37;
        }
        {
            vec4 _e43 = s_3[0][2];
            vec4 _e44 = four_of(_e43);
            vec4 _e45 = x_12;
            vec4 _e46 = decay_of(_e45, 2u);
            vec4 _e47 = four_of(_e46);
            vec4 _e48 = fade_state(_e44, _e47);
            vec4 _e49 = own_of(_e48);
            s_3[0][2] = _e49;
        }
        {
            vec4 _e55 = s_3[0][3];
            vec4 _e56 = four_of(_e55);
            vec4 _e57 = x_12;
            vec4 _e58 = decay_of(_e57, 3u);
            vec4 _e59 = four_of(_e58);
            vec4 _e60 = fade_state(_e56, _e59);
            vec4 _e61 = own_of(_e60);
            s_3[0][3] = _e61;
        }
    }
    {
        if (DECAY_CHANNEL) {
            uint _e67 = along_of(lane_6, 1u);
            vec4 _e69 = decays4_(at_16, _e67, lane_6.own);
            x_13 = _e69;
        } else {
            float _e70 = load_decay(at_16);
            x_13 = vec4(_e70);
        }
        {
            vec4 _e77 = s_3[1][0];
            vec4 _e78 = four_of(_e77);
            vec4 _e79 = x_13;
            vec4 _e80 = decay_of(_e79, 0u);
            vec4 _e81 = four_of(_e80);
            vec4 _e82 = fade_state(_e78, _e81);
            vec4 _e83 = own_of(_e82);
            s_3[1][0] = _e83;
        }
        {
            vec4 _e89 = s_3[1][1];
            vec4 _e90 = four_of(_e89);
            vec4 _e91 = x_13;
            vec4 _e92 = decay_of(_e91, 1u);
            vec4 _e93 = four_of(_e92);
            vec4 _e94 = fade_state(_e90, _e93);
            vec4 _e95 = own_of(_e94);
            s_3[1][1] = _e95;
        }
        {
            vec4 _e101 = s_3[1][2];
            vec4 _e102 = four_of(_e101);
            vec4 _e103 = x_13;
            vec4 _e104 = decay_of(_e103, 2u);
            vec4 _e105 = four_of(_e104);
            vec4 _e106 = fade_state(_e102, _e105);
            vec4 _e107 = own_of(_e106);
            s_3[1][2] = _e107;
        }
        {
            vec4 _e113 = s_3[1][3];
            vec4 _e114 = four_of(_e113);
            vec4 _e115 = x_13;
            vec4 _e116 = decay_of(_e115, 3u);
            vec4 _e117 = four_of(_e116);
            vec4 _e118 = fade_state(_e114, _e117);
            vec4 _e119 = own_of(_e118);
            s_3[1][3] = _e119;
            return;
        }
    }
}

vec4 product(inout vec4 s_4[2][4], Lane lane_7, uint which_1, uint at_17) {
    vec4 sum_2 = vec4(0.0);
    {
        uint _e8 = along_of(lane_7, 0u);
        vec4 _e9 = along4_(which_1, at_17, _e8);
        {
            vec4 _e14 = s_4[0][0];
            vec4 _e15 = sum_2;
            sum_2 = fma(vec4(_e9.x), _e14, _e15);
        }
        {
            vec4 _e21 = s_4[0][1];
            vec4 _e22 = sum_2;
            sum_2 = fma(vec4(_e9.y), _e21, _e22);
        }
        {
            vec4 _e28 = s_4[0][2];
            vec4 _e29 = sum_2;
            sum_2 = fma(vec4(_e9.z), _e28, _e29);
        }
        {
            vec4 _e35 = s_4[0][3];
            vec4 _e36 = sum_2;
            sum_2 = fma(vec4(_e9.w), _e35, _e36);
        }
    }
    {
        uint _e39 = along_of(lane_7, 1u);
        vec4 _e40 = along4_(which_1, at_17, _e39);
        {
            vec4 _e45 = s_4[1][0];
            vec4 _e46 = sum_2;
            sum_2 = fma(vec4(_e40.x), _e45, _e46);
        }
        {
            vec4 _e52 = s_4[1][1];
            vec4 _e53 = sum_2;
            sum_2 = fma(vec4(_e40.y), _e52, _e53);
        }
        {
            vec4 _e59 = s_4[1][2];
            vec4 _e60 = sum_2;
            sum_2 = fma(vec4(_e40.z), _e59, _e60);
        }
        {
            vec4 _e66 = s_4[1][3];
            vec4 _e67 = sum_2;
            sum_2 = fma(vec4(_e40.w), _e66, _e67);
        }
    }
    vec4 _e69 = sum_2;
    vec4 _e70 = across(_e69);
    return _e70;
}

void add(inout vec4 s_5[2][4], Lane lane_8, uint which_2, uint at_18, vec4 factor) {
    {
        uint _e6 = along_of(lane_8, 0u);
        vec4 _e7 = along4_(which_2, at_18, _e6);
        {
            vec4 _e14 = s_5[0][0];
            s_5[0][0] = fma(vec4(_e7.x), factor, _e14);
        }
        {
            vec4 _e22 = s_5[0][1];
            s_5[0][1] = fma(vec4(_e7.y), factor, _e22);
        }
        {
            vec4 _e30 = s_5[0][2];
            s_5[0][2] = fma(vec4(_e7.z), factor, _e30);
        }
        {
            vec4 _e38 = s_5[0][3];
            s_5[0][3] = fma(vec4(_e7.w), factor, _e38);
        }
    }
    {
        uint _e41 = along_of(lane_8, 1u);
        vec4 _e42 = along4_(which_2, at_18, _e41);
        {
            vec4 _e49 = s_5[1][0];
            s_5[1][0] = fma(vec4(_e42.x), factor, _e49);
        }
        {
            vec4 _e57 = s_5[1][1];
            s_5[1][1] = fma(vec4(_e42.y), factor, _e57);
        }
        {
            vec4 _e65 = s_5[1][2];
            s_5[1][2] = fma(vec4(_e42.z), factor, _e65);
        }
        {
            vec4 _e73 = s_5[1][3];
            s_5[1][3] = fma(vec4(_e42.w), factor, _e73);
            return;
        }
    }
}

vec4 rate_of(uint at_19) {
    if (DELTA) {
        vec4 _e4 = kept_first((at_19 + RATE));
        return _e4;
    }
    return vec4(1.0);
}

void run(uvec3 wid_2, uint tid_2) {
    vec4 s_6[2][4] = vec4[2][4](vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)), vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
    vec4 by_decay = vec4(0.0);
    uint t_1 = 0u;
    vec4 own_5 = vec4(0.0);
    uint g = 0u;
    vec4 x_14 = vec4(0.0);
    bool local_1 = false;
    bool local_2 = false;
    uint _e2 = group_id(wid_2);
    uint _e5 = _group_0_binding_0_cs.groups;
    if ((_e2 >= _e5)) {
        return;
    }
    uint _e7 = batch_of(_e2);
    Lane _e8 = lane_of(_e2, tid_2);
    load_piece(s_6, _e8.base, _e8);
    if (DECAY_TOKEN) {
        vec4 _e18 = load_own(_e8.base, V_DIM, _e8.own);
        by_decay = _e18;
    }
    uint _e19 = token_count(_e7);
    bool loop_init_6 = true;
    while(true) {
        if (!loop_init_6) {
            uint _e130 = t_1;
            t_1 = (_e130 + 1u);
        }
        loop_init_6 = false;
        uint _e22 = t_1;
        if ((_e22 < _e19)) {
        } else {
            break;
        }
        {
            uint _e24 = t_1;
            uint _e25 = token_at(_e7, _e24, _e19);
            uint _e27 = kept_at(_e7, _e8.h, _e25);
            uint _e29 = k_at(_e7, _e8.h, _e25);
            vec4 _e31 = load_k4_(_e29, _e8.own);
            vec4 _e32 = own_of(_e31);
            vec4 _e33 = rate_of(_e27);
            vec4 _e37 = product(s_6, _e8, KEPT, (_e27 + UPDATE));
            vec4 later = (_e33 * _e37);
            own_5 = vec4(0.0);
            g = 0u;
            bool loop_init_7 = true;
            while(true) {
                if (!loop_init_7) {
                    uint _e72 = g;
                    g = (_e72 + 1u);
                }
                loop_init_7 = false;
                uint _e44 = g;
                uint _e47 = _group_0_binding_0_cs.group;
                if ((_e44 < _e47)) {
                } else {
                    break;
                }
                {
                    uint _e52 = _group_0_binding_0_cs.group;
                    uint _e54 = g;
                    uint head = ((_e8.h * _e52) + _e54);
                    uint _e56 = v_at(_e7, head, _e25);
                    float _e59 = _group_0_binding_0_cs.scale;
                    uint _e60 = q_at(_e7, head, _e25);
                    vec4 _e62 = load_q4_(_e60, _e8.own);
                    vec4 _e63 = own_of(_e62);
                    vec4 q_1 = (_e59 * _e63);
                    vec4 _e67 = overlap(_e8, _e56, (_e27 + UPDATE));
                    vec4 _e68 = own_5;
                    own_5 = fma(q_1, _e67, _e68);
                    add(s_6, _e8, GIVEN, _e56, q_1);
                }
            }
            vec4 _e74 = own_5;
            x_14 = fma(_e33, _e74, later);
            if (DELTA) {
                add(s_6, _e8, KEPT, (_e27 + UPDATE_BACK), (-(_e33) * _e32));
            }
            bool _e83 = writes(_e8);
            if (_e83) {
                if (DELTA) {
                    vec4 _e85 = x_14;
                    vec4 _e90 = kept_own(((_e27 + KEY_BACK) + _e8.own));
                    x_14 = (_e85 + _e90);
                }
                uint _e93 = o_at(_e7, _e8.h, _e25);
                uint _e96 = end_of(_e8.own);
                vec4 _e97 = x_14;
                vec4 _e98 = four_of(_e97);
                store_o4_(_e93, _e8.own, _e96, _e98);
            }
            if (DECAY_TOKEN) {
                bool _e102 = writes(_e8);
                local_1 = _e102;
            } else {
                local_1 = false;
            }
            bool _e104 = local_1;
            if (_e104) {
                uint _e107 = _group_0_binding_0_cs.first;
                uint _e108 = t_1;
                if (((_e107 + _e108) > 0u)) {
                    vec4 _e112 = by_decay;
                    by_decay = (_e112 - (_e32 * later));
                }
                vec4 _e115 = by_decay;
                vec4 _e120 = kept_own(((_e27 + FADE_BACK) + _e8.own));
                by_decay = (_e115 + _e120);
                vec4 _e126 = by_decay;
                keep(((_e27 + FADE_BACK) + _e8.own), _e126);
            }
            uint _e128 = decay_at(_e7, _e8.h, _e25);
            fade_piece(s_6, _e8, _e128);
        }
    }
    store_piece(s_6, _e8.base, _e8);
    if (DECAY_TOKEN) {
        bool _e136 = writes(_e8);
        local_2 = _e136;
    } else {
        local_2 = false;
    }
    bool _e138 = local_2;
    if (_e138) {
        vec4 _e142 = by_decay;
        store_state_own(_e8.base, V_DIM, _e8.own, _e142);
        return;
    } else {
        return;
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

