#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
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
struct Chunk {
    uint b;
    uint h;
    uint tokens;
    uint first;
};
const uint WORKGROUP = 64u;
const uint CHUNK = 32u;
const uint COLUMNS4_ = 4u;
const uint ROWS = 4u;
const uint WIDTH = 1u;
const bool OUTPUTS = true;
const bool VALUES = true;
const uint SOURCES = 1u;
const uint KEPT4_ = 1u;
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
const uint TILES_ACROSS = 4u;
const bool OWNED = false;
const uint CHUNK4_ = 8u;
const float SIGN = -1.0;
const uint ACROSS = 4u;
const uint STEP = 64u;
const uint QK_PAD = 64u;
const uint OWN = 0u;
const bool PAIRWISE = false;
const bool CORRECTED = true;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_4_block_3Compute { vec4 _group_0_binding_3_cs[]; };

layout(std430) buffer type_4_block_4Compute { vec4 _group_0_binding_4_cs[]; };

layout(std430) readonly buffer type_5_block_5Compute { float _group_0_binding_5_cs[]; };

layout(std430) readonly buffer type_5_block_6Compute { float _group_0_binding_6_cs[]; };

layout(std430) readonly buffer type_5_block_7Compute { float _group_0_binding_7_cs[]; };

layout(std430) buffer type_5_block_8Compute { float _group_0_binding_8_cs[]; };

shared vec4 a_tile[256];

shared vec4 u_tile[128];

shared vec4 s_tile[256];

shared float z_tile[64];

shared vec4 o_tile[1];

shared float norm[32];


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
    float r_18 = fma(n_14, 0.00021219444, fma(n_14, -0.6933594, log_));
    sum_1 = fma(r_18, 0.0001984127, 0.0013888889);
    float _e19 = sum_1;
    sum_1 = fma(r_18, _e19, 0.008333334);
    float _e22 = sum_1;
    sum_1 = fma(r_18, _e22, 0.041666668);
    float _e25 = sum_1;
    sum_1 = fma(r_18, _e25, 0.16666667);
    float _e28 = sum_1;
    sum_1 = fma(r_18, _e28, 0.5);
    float _e31 = sum_1;
    sum_1 = fma(r_18, _e31, 1.0);
    float _e40 = sum_1;
    return Fade(intBitsToFloat(((int(n_14) + 127) << 23u)), (r_18 * _e40));
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

Chunk chunk_of(uint state) {
    uint _e3 = _group_0_binding_0_cs.batch_base;
    uint _e6 = _group_0_binding_0_cs.kv_head_count;
    uint b_10 = (_e3 + (state / _e6));
    uint _e11 = _group_0_binding_0_cs.kv_head_base;
    uint _e14 = _group_0_binding_0_cs.kv_head_count;
    uint _e17 = token_count(b_10);
    return Chunk(b_10, (_e11 + (state % _e14)), _e17, 0u);
}

uint chunk_token(Chunk c, uint t_1) {
    uint _e11 = token_at(c.b, c.h, min((c.first + t_1), (c.tokens - 1u)), c.tokens);
    return _e11;
}

bool chunk_holds(Chunk c_1, uint t_2) {
    return ((c_1.first + t_2) < c_1.tokens);
}

uint key_row(Chunk c_2, uint t_3) {
    uint _e4 = chunk_token(c_2, t_3);
    uint _e5 = k_at(c_2.b, c_2.h, _e4);
    return _e5;
}

float faded(Chunk c_3, uint t_4) {
    uint _e4 = chunk_token(c_3, t_4);
    uint _e5 = decay_at(c_3.b, c_3.h, _e4);
    float _e6 = load_decay(_e5);
    return _e6;
}

vec4 faded4_(Chunk c_4, uint t_5, uint d_7) {
    uint _e5 = chunk_token(c_4, t_5);
    uint _e6 = decay_at(c_4.b, c_4.h, _e5);
    vec4 _e7 = channel_decays(_e6, d_7);
    return _e7;
}

bool reads_before(bool corrects) {
    bool local = false;
    if (true) {
        local = RANK_ONE;
    } else {
        local = true;
    }
    bool _e7 = local;
    return (corrects ? _e7 : BONUS);
}

uint reader_row(Chunk c_5, uint head, bool corrects_1, uint t_6) {
    uint _e4 = chunk_token(c_5, t_6);
    if (!(corrects_1)) {
        uint _e7 = q_at(c_5.b, head, _e4);
        return _e7;
    }
    if (RANK_ONE) {
        uint _e11 = removal_at(c_5.b, c_5.h, _e4);
        return _e11;
    }
    uint _e14 = k_at(c_5.b, c_5.h, _e4);
    return _e14;
}

vec4 reader4_(uint row, bool corrects_2, uint d_8) {
    if (!(corrects_2)) {
        vec4 _e4 = load_q4_(row, d_8);
        return _e4;
    }
    if (RANK_ONE) {
        vec4 _e6 = removal4_(row, d_8);
        return _e6;
    }
    vec4 _e7 = load_k4_(row, d_8);
    return _e7;
}

float reader_faded(Chunk c_6, bool corrects_3, uint t_7) {
    if (false) {
        return 0.0;
    }
    bool _e5 = reads_before(corrects_3);
    if (!(_e5)) {
        float _e7 = faded(c_6, t_7);
        return _e7;
    }
    if ((t_7 == 0u)) {
        return 0.0;
    }
    float _e13 = faded(c_6, (t_7 - 1u));
    return _e13;
}

vec4 reader_faded4_(Chunk c_7, bool corrects_4, uint t_8, uint d_9) {
    if (false) {
        return vec4(0.0);
    }
    if (true) {
        float _e8 = reader_faded(c_7, corrects_4, t_8);
        return vec4(_e8);
    }
    bool _e10 = reads_before(corrects_4);
    if (!(_e10)) {
        vec4 _e12 = faded4_(c_7, t_8, d_9);
        return _e12;
    }
    if ((t_8 == 0u)) {
        return vec4(0.0);
    }
    vec4 _e19 = faded4_(c_7, (t_8 - 1u), d_9);
    return _e19;
}

uint source_row(Chunk c_8, bool written, uint t_9) {
    if (written) {
        uint _e5 = chunk_token(c_8, t_9);
        uint _e6 = removal_at(c_8.b, c_8.h, _e5);
        return (_e6 + QK_DIM);
    }
    uint _e9 = key_row(c_8, t_9);
    return _e9;
}

vec4 source4_(uint row_1, bool written_1, uint d_10) {
    if (written_1) {
        vec4 _e3 = removal4_(row_1, d_10);
        return _e3;
    }
    vec4 _e4 = load_k4_(row_1, d_10);
    return _e4;
}

vec4 key_faded4_(Chunk c_9, uint t_10, uint d_11) {
    if (false) {
        return vec4(0.0);
    }
    if (true) {
        float _e7 = faded(c_9, t_10);
        return vec4(_e7);
    }
    vec4 _e9 = faded4_(c_9, t_10, d_11);
    return _e9;
}

vec4 load_state4_(uint base_4, uint d_12, uint column) {
    vec4 r_3 = vec4(0.0);
    uint n_4 = 0u;
    bool local_1 = false;
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
            if ((d_12 < QK_DIM)) {
                uint _e15 = n_4;
                local_1 = ((column + _e15) < V_DIM);
            } else {
                local_1 = false;
            }
            bool _e20 = local_1;
            if (_e20) {
                uint _e21 = n_4;
                uint _e27 = n_4;
                float _e29 = load_state((((base_4 + (d_12 * STATE_COLUMNS)) + column) + _e27));
                r_3[_e21] = _e29;
            }
        }
    }
    vec4 _e33 = r_3;
    return _e33;
}

void store_state4_(uint base_5, uint d_13, uint column_1, vec4 x_6) {
    uint n_5 = 0u;
    bool local_2 = false;
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
            if ((d_13 < QK_DIM)) {
                uint _e13 = n_5;
                local_2 = ((column_1 + _e13) < V_DIM);
            } else {
                local_2 = false;
            }
            bool _e18 = local_2;
            if (_e18) {
                uint _e23 = n_5;
                uint _e25 = n_5;
                store_state((((base_5 + (d_13 * STATE_COLUMNS)) + column_1) + _e23), x_6[_e25]);
            }
        }
    }
    return;
}

vec4 mad(float x_7, vec4 s_1, vec4 acc) {
    if (OWNED) {
        return fma(vec4(x_7), s_1, acc);
    }
    return ((x_7 * s_1) + acc);
}

vec4 add_products(vec4 x_8, vec4 k0_, vec4 k1_, vec4 k2_, vec4 k3_, vec4 acc_1) {
    if (true) {
        return (acc_1 + vec4(dot(x_8, k0_), dot(x_8, k1_), dot(x_8, k2_), dot(x_8, k3_)));
    }
    vec4 _e25 = mad(x_8.x, vec4(k0_.x, k1_.x, k2_.x, k3_.x), acc_1);
    vec4 _e26 = mad(x_8.y, vec4(k0_.y, k1_.y, k2_.y, k3_.y), _e25);
    vec4 _e39 = mad(x_8.z, vec4(k0_.z, k1_.z, k2_.z, k3_.z), _e26);
    vec4 _e40 = mad(x_8.w, vec4(k0_.w, k1_.w, k2_.w, k3_.w), _e39);
    return _e40;
}

vec4[4] weigh_updates(uint i0_, uint across, uint j_begin, uint j_end, uint first, vec4 start[4]) {
    vec4 acc_2[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint j = 0u;
    vec4 a[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint r_4 = 0u;
    uint w = 0u;
    uint r_5 = 0u;
    acc_2 = start;
    j = j_begin;
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e109 = j;
            j = (_e109 + 4u);
        }
        loop_init_5 = false;
        uint _e8 = j;
        if ((_e8 < j_end)) {
        } else {
            break;
        }
        {
            a = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            r_4 = 0u;
            bool loop_init_6 = true;
            while(true) {
                if (!loop_init_6) {
                    uint _e31 = r_4;
                    r_4 = (_e31 + 1u);
                }
                loop_init_6 = false;
                uint _e14 = r_4;
                if ((_e14 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e17 = r_4;
                    uint _e20 = r_4;
                    uint _e24 = j;
                    vec4 _e29 = a_tile[(((i0_ + _e20) * CHUNK4_) + (_e24 / 4u))];
                    a[_e17] = _e29;
                }
            }
            w = 0u;
            bool loop_init_7 = true;
            while(true) {
                if (!loop_init_7) {
                    uint _e107 = w;
                    w = (_e107 + 1u);
                }
                loop_init_7 = false;
                uint _e35 = w;
                if ((_e35 < WIDTH)) {
                } else {
                    break;
                }
                {
                    uint _e38 = j;
                    uint _e45 = w;
                    uint at_8 = ((((first + _e38) * COLUMNS4_) + (across * WIDTH)) + _e45);
                    vec4 u0_ = u_tile[at_8];
                    vec4 u1_ = u_tile[(at_8 + COLUMNS4_)];
                    vec4 u2_ = u_tile[(at_8 + 8u)];
                    vec4 u3_ = u_tile[(at_8 + 12u)];
                    r_5 = 0u;
                    bool loop_init_8 = true;
                    while(true) {
                        if (!loop_init_8) {
                            uint _e104 = r_5;
                            r_5 = (_e104 + 1u);
                        }
                        loop_init_8 = false;
                        uint _e67 = r_5;
                        if ((_e67 < ROWS)) {
                        } else {
                            break;
                        }
                        {
                            uint _e70 = r_5;
                            float _e73 = a[_e70].y;
                            uint _e74 = r_5;
                            float _e77 = a[_e74].x;
                            uint _e78 = r_5;
                            uint _e81 = w;
                            vec4 _e84 = acc_2[((_e78 * WIDTH) + _e81)];
                            vec4 _e85 = mad(_e77, u0_, _e84);
                            vec4 _e86 = mad(_e73, u1_, _e85);
                            uint _e87 = r_5;
                            uint _e90 = w;
                            uint _e93 = r_5;
                            float _e96 = a[_e93].w;
                            uint _e97 = r_5;
                            float _e100 = a[_e97].z;
                            vec4 _e101 = mad(_e100, u2_, _e86);
                            vec4 _e102 = mad(_e96, u3_, _e101);
                            acc_2[((_e87 * WIDTH) + _e90)] = _e102;
                        }
                    }
                }
            }
        }
    }
    vec4 _e112[4] = acc_2;
    return _e112;
}

uint first_tile(uint tid) {
    return (OWNED ? 0u : tid);
}

uint across_of(uint tile, uint tid_1) {
    return (OWNED ? tid_1 : (tile % TILES_ACROSS));
}

vec4[4] read_state(Chunk c_10, uint head_1, bool corrects_5, uint i0_1, uint across_1) {
    vec4 acc_3[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint row_2[4] = uint[4](0u, 0u, 0u, 0u);
    uint r_6 = 0u;
    uint w_1 = 0u;
    uint d_14 = 0u;
    vec4 x_9[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint r_7 = 0u;
    uint w_2 = 0u;
    uint r_8 = 0u;
    bool local_3 = false;
    uint r_9 = 0u;
    uint w_3 = 0u;
    bool loop_init_9 = true;
    while(true) {
        if (!loop_init_9) {
            uint _e34 = r_6;
            r_6 = (_e34 + 1u);
        }
        loop_init_9 = false;
        uint _e9 = r_6;
        if ((_e9 < ROWS)) {
        } else {
            break;
        }
        {
            uint _e12 = r_6;
            uint _e14 = r_6;
            uint _e16 = reader_row(c_10, head_1, corrects_5, (i0_1 + _e14));
            row_2[_e12] = _e16;
            w_1 = 0u;
            bool loop_init_10 = true;
            while(true) {
                if (!loop_init_10) {
                    uint _e31 = w_1;
                    w_1 = (_e31 + 1u);
                }
                loop_init_10 = false;
                uint _e19 = w_1;
                if ((_e19 < WIDTH)) {
                } else {
                    break;
                }
                {
                    uint _e22 = r_6;
                    uint _e25 = w_1;
                    acc_3[((_e22 * WIDTH) + _e25)] = vec4(0.0);
                }
            }
        }
    }
    bool loop_init_11 = true;
    while(true) {
        if (!loop_init_11) {
            uint _e143 = d_14;
            d_14 = (_e143 + 4u);
        }
        loop_init_11 = false;
        uint _e38 = d_14;
        if ((_e38 < QK_DIM)) {
        } else {
            break;
        }
        {
            x_9 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            r_7 = 0u;
            bool loop_init_12 = true;
            while(true) {
                if (!loop_init_12) {
                    uint _e66 = r_7;
                    r_7 = (_e66 + 1u);
                }
                loop_init_12 = false;
                uint _e45 = r_7;
                if ((_e45 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e48 = r_7;
                    uint _e50 = r_7;
                    uint _e52 = row_2[_e50];
                    uint _e53 = d_14;
                    vec4 _e54 = reader4_(_e52, corrects_5, _e53);
                    x_9[_e48] = _e54;
                    if (DECAY_CHANNEL) {
                        uint _e56 = r_7;
                        vec4 _e58 = x_9[_e56];
                        uint _e59 = r_7;
                        uint _e61 = d_14;
                        vec4 _e62 = reader_faded4_(c_10, corrects_5, (i0_1 + _e59), _e61);
                        x_9[_e56] = (_e58 * exp(_e62));
                    }
                }
            }
            w_2 = 0u;
            bool loop_init_13 = true;
            while(true) {
                if (!loop_init_13) {
                    uint _e141 = w_2;
                    w_2 = (_e141 + 1u);
                }
                loop_init_13 = false;
                uint _e70 = w_2;
                if ((_e70 < WIDTH)) {
                } else {
                    break;
                }
                {
                    uint _e73 = d_14;
                    uint _e79 = w_2;
                    uint at_9 = (((_e73 * COLUMNS4_) + (across_1 * WIDTH)) + _e79);
                    vec4 s0_ = s_tile[at_9];
                    vec4 s1_ = s_tile[(at_9 + COLUMNS4_)];
                    vec4 s2_ = s_tile[(at_9 + 8u)];
                    vec4 s3_ = s_tile[(at_9 + 12u)];
                    r_8 = 0u;
                    bool loop_init_14 = true;
                    while(true) {
                        if (!loop_init_14) {
                            uint _e138 = r_8;
                            r_8 = (_e138 + 1u);
                        }
                        loop_init_14 = false;
                        uint _e101 = r_8;
                        if ((_e101 < ROWS)) {
                        } else {
                            break;
                        }
                        {
                            uint _e104 = r_8;
                            float _e107 = x_9[_e104].y;
                            uint _e108 = r_8;
                            float _e111 = x_9[_e108].x;
                            uint _e112 = r_8;
                            uint _e115 = w_2;
                            vec4 _e118 = acc_3[((_e112 * WIDTH) + _e115)];
                            vec4 _e119 = mad(_e111, s0_, _e118);
                            vec4 _e120 = mad(_e107, s1_, _e119);
                            uint _e121 = r_8;
                            uint _e124 = w_2;
                            uint _e127 = r_8;
                            float _e130 = x_9[_e127].w;
                            uint _e131 = r_8;
                            float _e134 = x_9[_e131].z;
                            vec4 _e135 = mad(_e134, s2_, _e120);
                            vec4 _e136 = mad(_e130, s3_, _e135);
                            acc_3[((_e121 * WIDTH) + _e124)] = _e136;
                        }
                    }
                }
            }
        }
    }
    if (DECAY) {
        local_3 = true;
    } else {
        local_3 = false;
    }
    bool _e151 = local_3;
    if (_e151) {
        bool loop_init_15 = true;
        while(true) {
            if (!loop_init_15) {
                uint _e178 = r_9;
                r_9 = (_e178 + 1u);
            }
            loop_init_15 = false;
            uint _e154 = r_9;
            if ((_e154 < ROWS)) {
            } else {
                break;
            }
            {
                uint _e157 = r_9;
                float _e159 = reader_faded(c_10, corrects_5, (i0_1 + _e157));
                w_3 = 0u;
                bool loop_init_16 = true;
                while(true) {
                    if (!loop_init_16) {
                        uint _e175 = w_3;
                        w_3 = (_e175 + 1u);
                    }
                    loop_init_16 = false;
                    uint _e162 = w_3;
                    if ((_e162 < WIDTH)) {
                    } else {
                        break;
                    }
                    {
                        uint _e165 = r_9;
                        uint _e168 = w_3;
                        vec4 _e171 = acc_3[((_e165 * WIDTH) + _e168)];
                        acc_3[((_e165 * WIDTH) + _e168)] = (_e171 * exp(_e159));
                    }
                }
            }
        }
    }
    vec4 _e180[4] = acc_3;
    return _e180;
}

void gram(Chunk c_11, uint tid_2, uint head_2, bool corrects_6, bool written_2) {
    uint tile_1 = 0u;
    vec4 acc_4[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint row_3[4] = uint[4](0u, 0u, 0u, 0u);
    uint r_10 = 0u;
    bool local_4 = false;
    uint d_15 = 0u;
    uint r_11 = 0u;
    bool local_5 = false;
    bool local_6 = false;
    bool local_7 = false;
    bool local_8 = false;
    uint r_12 = 0u;
    vec4 g = vec4(0.0);
    bool local_9 = false;
    uint r_13 = 0u;
    vec4 x_10 = vec4(0.0);
    bool local_10 = false;
    tile_1 = tid_2;
    bool loop_init_17 = true;
    while(true) {
        if (!loop_init_17) {
            uint _e254 = tile_1;
            tile_1 = (_e254 + WORKGROUP);
        }
        loop_init_17 = false;
        uint _e6 = tile_1;
        if ((_e6 < 64u)) {
        } else {
            break;
        }
        {
            uint _e9 = tile_1;
            uint i0_3 = ((_e9 / CHUNK4_) * ROWS);
            uint _e14 = tile_1;
            uint j0_ = ((_e14 % CHUNK4_) * 4u);
            acc_4 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            row_3 = uint[4](0u, 0u, 0u, 0u);
            r_10 = 0u;
            bool loop_init_18 = true;
            while(true) {
                if (!loop_init_18) {
                    uint _e38 = r_10;
                    r_10 = (_e38 + 1u);
                }
                loop_init_18 = false;
                uint _e25 = r_10;
                if ((_e25 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e28 = r_10;
                    acc_4[_e28] = vec4(0.0);
                    uint _e32 = r_10;
                    uint _e34 = r_10;
                    uint _e36 = reader_row(c_11, head_2, corrects_6, (i0_3 + _e34));
                    row_3[_e32] = _e36;
                }
            }
            if ((j0_ < (i0_3 + ROWS))) {
                local_4 = ((c_11.first + j0_) < c_11.tokens);
            } else {
                local_4 = false;
            }
            bool seen = local_4;
            if (seen) {
                uint _e51 = source_row(c_11, written_2, j0_);
                uint _e54 = source_row(c_11, written_2, (j0_ + 1u));
                uint _e57 = source_row(c_11, written_2, (j0_ + 2u));
                uint _e60 = source_row(c_11, written_2, (j0_ + 3u));
                d_15 = 0u;
                bool loop_init_19 = true;
                while(true) {
                    if (!loop_init_19) {
                        uint _e180 = d_15;
                        d_15 = (_e180 + 4u);
                    }
                    loop_init_19 = false;
                    uint _e63 = d_15;
                    if ((_e63 < QK_DIM)) {
                    } else {
                        break;
                    }
                    {
                        uint _e66 = d_15;
                        vec4 _e67 = source4_(_e51, written_2, _e66);
                        uint _e68 = d_15;
                        vec4 _e69 = source4_(_e54, written_2, _e68);
                        uint _e70 = d_15;
                        vec4 _e71 = source4_(_e57, written_2, _e70);
                        uint _e72 = d_15;
                        vec4 _e73 = source4_(_e60, written_2, _e72);
                        if (PAIRWISE) {
                            uint _e75 = d_15;
                            vec4 _e76 = key_faded4_(c_11, j0_, _e75);
                            uint _e79 = d_15;
                            vec4 _e80 = key_faded4_(c_11, (j0_ + 1u), _e79);
                            uint _e83 = d_15;
                            vec4 _e84 = key_faded4_(c_11, (j0_ + 2u), _e83);
                            uint _e87 = d_15;
                            vec4 _e88 = key_faded4_(c_11, (j0_ + 3u), _e87);
                            uint _e90 = d_15;
                            vec4 _e91 = bonus4_(c_11.h, _e90);
                            r_11 = 0u;
                            bool loop_init_20 = true;
                            while(true) {
                                if (!loop_init_20) {
                                    uint _e159 = r_11;
                                    r_11 = (_e159 + 1u);
                                }
                                loop_init_20 = false;
                                uint _e94 = r_11;
                                if ((_e94 < ROWS)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e97 = r_11;
                                    uint i_8 = (i0_3 + _e97);
                                    uint _e99 = r_11;
                                    uint _e101 = row_3[_e99];
                                    uint _e102 = d_15;
                                    vec4 _e103 = reader4_(_e101, corrects_6, _e102);
                                    uint _e104 = d_15;
                                    vec4 _e105 = reader_faded4_(c_11, corrects_6, i_8, _e104);
                                    if (BONUS) {
                                        local_5 = (i_8 == j0_);
                                    } else {
                                        local_5 = false;
                                    }
                                    bool _e113 = local_5;
                                    vec4 w0_ = (_e113 ? _e91 : exp((_e105 - _e76)));
                                    if (BONUS) {
                                        local_6 = (i_8 == (j0_ + 1u));
                                    } else {
                                        local_6 = false;
                                    }
                                    bool _e124 = local_6;
                                    vec4 w1_ = (_e124 ? _e91 : exp((_e105 - _e80)));
                                    if (BONUS) {
                                        local_7 = (i_8 == (j0_ + 2u));
                                    } else {
                                        local_7 = false;
                                    }
                                    bool _e135 = local_7;
                                    vec4 w2_ = (_e135 ? _e91 : exp((_e105 - _e84)));
                                    if (BONUS) {
                                        local_8 = (i_8 == (j0_ + 3u));
                                    } else {
                                        local_8 = false;
                                    }
                                    bool _e146 = local_8;
                                    vec4 w3_ = (_e146 ? _e91 : exp((_e105 - _e88)));
                                    uint _e148 = r_11;
                                    uint _e154 = r_11;
                                    vec4 _e156 = acc_4[_e154];
                                    vec4 _e157 = add_products(_e103, (w0_ * _e67), (w1_ * _e69), (w2_ * _e71), (w3_ * _e73), _e156);
                                    acc_4[_e148] = _e157;
                                }
                            }
                        } else {
                            r_12 = 0u;
                            bool loop_init_21 = true;
                            while(true) {
                                if (!loop_init_21) {
                                    uint _e178 = r_12;
                                    r_12 = (_e178 + 1u);
                                }
                                loop_init_21 = false;
                                uint _e163 = r_12;
                                if ((_e163 < ROWS)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e166 = r_12;
                                    uint _e168 = row_3[_e166];
                                    uint _e169 = d_15;
                                    vec4 _e170 = reader4_(_e168, corrects_6, _e169);
                                    uint _e171 = r_12;
                                    uint _e173 = r_12;
                                    vec4 _e175 = acc_4[_e173];
                                    vec4 _e176 = add_products(_e170, _e67, _e69, _e71, _e73, _e175);
                                    acc_4[_e171] = _e176;
                                }
                            }
                        }
                    }
                }
            }
            g = vec4(0.0);
            if (DECAY) {
                local_9 = true;
            } else {
                local_9 = false;
            }
            bool _e191 = local_9;
            if (_e191) {
                float _e192 = faded(c_11, j0_);
                float _e195 = faded(c_11, (j0_ + 1u));
                float _e198 = faded(c_11, (j0_ + 2u));
                float _e201 = faded(c_11, (j0_ + 3u));
                g = vec4(_e192, _e195, _e198, _e201);
            }
            r_13 = 0u;
            bool loop_init_22 = true;
            while(true) {
                if (!loop_init_22) {
                    uint _e252 = r_13;
                    r_13 = (_e252 + 1u);
                }
                loop_init_22 = false;
                uint _e205 = r_13;
                if ((_e205 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e208 = r_13;
                    uint i_9 = (i0_3 + _e208);
                    uint _e210 = r_13;
                    vec4 _e212 = acc_4[_e210];
                    x_10 = _e212;
                    if (DECAY) {
                        local_10 = true;
                    } else {
                        local_10 = false;
                    }
                    bool _e219 = local_10;
                    if (_e219) {
                        vec4 _e220 = x_10;
                        float _e221 = reader_faded(c_11, corrects_6, i_9);
                        vec4 _e223 = g;
                        x_10 = (_e220 * exp((vec4(_e221) - _e223)));
                    }
                    uvec4 j_4 = uvec4(j0_, (j0_ + 1u), (j0_ + 2u), (j0_ + 3u));
                    uvec4 last = uvec4((i_9 + (corrects_6 ? 0u : 1u)));
                    vec4 _e248 = x_10;
                    a_tile[((i_9 * CHUNK4_) + (j0_ / 4u))] = mix(vec4(0.0), _e248, lessThan(j_4, last));
                }
            }
        }
    }
    return;
}

void solve_updates(Chunk c_12, uint tid_3) {
    uint tile_2 = 0u;
    vec4 held[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint r_14 = 0u;
    uint w_4 = 0u;
    uint block = 0u;
    uint n_6 = 0u;
    vec4 x_11[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint r_15 = 0u;
    vec4 sum_2 = vec4(0.0);
    uint j_1 = 0u;
    uint tile_3 = 0u;
    vec4 none[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint r_16 = 0u;
    uint w_5 = 0u;
    uint _e2 = first_tile(tid_3);
    tile_2 = _e2;
    bool loop_init_23 = true;
    while(true) {
        if (!loop_init_23) {
            uint _e65 = tile_2;
            tile_2 = (_e65 + STEP);
        }
        loop_init_23 = false;
        uint _e4 = tile_2;
        if ((_e4 < 32u)) {
        } else {
            break;
        }
        {
            uint _e7 = tile_2;
            uint i0_4 = ((_e7 / ACROSS) * ROWS);
            uint _e12 = tile_2;
            uint _e13 = across_of(_e12, tid_3);
            vec4 _e16[4] = read_state(c_12, 0u, true, i0_4, _e13);
            held = _e16;
            if (RANK_ONE) {
                vec4 _e23[4] = held;
                vec4 _e24[4] = weigh_updates(i0_4, _e13, 0u, (i0_4 + ROWS), 0u, _e23);
                held = _e24;
            }
            r_14 = 0u;
            bool loop_init_24 = true;
            while(true) {
                if (!loop_init_24) {
                    uint _e63 = r_14;
                    r_14 = (_e63 + 1u);
                }
                loop_init_24 = false;
                uint _e27 = r_14;
                if ((_e27 < ROWS)) {
                } else {
                    break;
                }
                {
                    w_4 = 0u;
                    bool loop_init_25 = true;
                    while(true) {
                        if (!loop_init_25) {
                            uint _e60 = w_4;
                            w_4 = (_e60 + 1u);
                        }
                        loop_init_25 = false;
                        uint _e32 = w_4;
                        if ((_e32 < WIDTH)) {
                        } else {
                            break;
                        }
                        {
                            uint _e38 = r_14;
                            uint _e45 = w_4;
                            vec4 _e48 = u_tile[(((((OWN + i0_4) + _e38) * COLUMNS4_) + (_e13 * WIDTH)) + _e45)];
                            uint _e50 = r_14;
                            uint _e53 = w_4;
                            vec4 _e56 = held[((_e50 * WIDTH) + _e53)];
                            u_tile[(((((OWN + i0_4) + _e38) * COLUMNS4_) + (_e13 * WIDTH)) + _e45)] = (_e48 + (SIGN * _e56));
                        }
                    }
                }
            }
        }
    }
    memoryBarrierShared();
    barrier();
    if (RANK_ONE) {
        gram(c_12, tid_3, 0u, true, true);
        memoryBarrierShared();
        barrier();
    }
    bool loop_init_26 = true;
    while(true) {
        if (!loop_init_26) {
            uint _e264 = block;
            block = (_e264 + 8u);
        }
        loop_init_26 = false;
        uint _e74 = block;
        if ((_e74 < CHUNK)) {
        } else {
            break;
        }
        {
            uint _e77 = first_tile(tid_3);
            n_6 = _e77;
            bool loop_init_27 = true;
            while(true) {
                if (!loop_init_27) {
                    uint _e189 = n_6;
                    n_6 = (_e189 + STEP);
                }
                loop_init_27 = false;
                uint _e79 = n_6;
                if ((_e79 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e82 = n_6;
                    uint _e85 = n_6;
                    uint column_2 = (OWNED ? ((tid_3 * WIDTH) + _e85) : _e82);
                    x_11 = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
                    r_15 = 0u;
                    bool loop_init_28 = true;
                    while(true) {
                        if (!loop_init_28) {
                            uint _e187 = r_15;
                            r_15 = (_e187 + 1u);
                        }
                        loop_init_28 = false;
                        uint _e93 = r_15;
                        if ((_e93 < 8u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e96 = block;
                            uint _e97 = r_15;
                            uint i_10 = (_e96 + _e97);
                            vec4 _e106 = u_tile[(((OWN + i_10) * COLUMNS4_) + column_2)];
                            sum_2 = _e106;
                            uint _e111 = block;
                            vec4 m0_ = a_tile[((i_10 * CHUNK4_) + (_e111 / 4u))];
                            uint _e120 = block;
                            vec4 m1_ = a_tile[(((i_10 * CHUNK4_) + (_e120 / 4u)) + 1u)];
                            j_1 = 0u;
                            bool loop_init_29 = true;
                            while(true) {
                                if (!loop_init_29) {
                                    uint _e159 = j_1;
                                    j_1 = (_e159 + 1u);
                                }
                                loop_init_29 = false;
                                uint _e130 = j_1;
                                uint _e131 = r_15;
                                if ((_e130 < _e131)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e133 = j_1;
                                    if ((_e133 < 4u)) {
                                        vec4 _e136 = sum_2;
                                        uint _e138 = j_1;
                                        uint _e141 = j_1;
                                        vec4 _e143 = x_11[_e141];
                                        sum_2 = (_e136 + ((SIGN * m0_[_e138]) * _e143));
                                    } else {
                                        vec4 _e146 = sum_2;
                                        uint _e148 = j_1;
                                        uint _e153 = j_1;
                                        vec4 _e155 = x_11[_e153];
                                        sum_2 = (_e146 + ((SIGN * m1_[(_e148 - 4u)]) * _e155));
                                    }
                                }
                            }
                            uint _e161 = r_15;
                            vec4 _e163 = sum_2;
                            uint _e166 = chunk_token(c_12, i_10);
                            uint _e167 = beta_at(c_12.b, c_12.h, _e166);
                            float _e168 = load_beta(_e167);
                            x_11[_e161] = (_e163 * _e168);
                            bool _e170 = chunk_holds(c_12, i_10);
                            if (!(_e170)) {
                                uint _e172 = r_15;
                                x_11[_e172] = vec4(0.0);
                            }
                            uint _e183 = r_15;
                            vec4 _e185 = x_11[_e183];
                            u_tile[(((OWN + i_10) * COLUMNS4_) + column_2)] = _e185;
                        }
                    }
                }
            }
            memoryBarrierShared();
            barrier();
            uint _e192 = block;
            uint below = ((_e192 + 8u) / ROWS);
            uint _e197 = first_tile(tid_3);
            tile_3 = _e197;
            bool loop_init_30 = true;
            while(true) {
                if (!loop_init_30) {
                    uint _e261 = tile_3;
                    tile_3 = (_e261 + STEP);
                }
                loop_init_30 = false;
                uint _e199 = tile_3;
                if ((_e199 < ((8u - below) * ACROSS))) {
                } else {
                    break;
                }
                {
                    uint _e205 = tile_3;
                    uint i0_5 = ((below + (_e205 / ACROSS)) * ROWS);
                    uint _e211 = tile_3;
                    uint _e212 = across_of(_e211, tid_3);
                    none = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
                    uint _e215 = block;
                    uint _e216 = block;
                    vec4 _e220[4] = none;
                    vec4 _e221[4] = weigh_updates(i0_5, _e212, _e215, (_e216 + 8u), OWN, _e220);
                    r_16 = 0u;
                    bool loop_init_31 = true;
                    while(true) {
                        if (!loop_init_31) {
                            uint _e259 = r_16;
                            r_16 = (_e259 + 1u);
                        }
                        loop_init_31 = false;
                        uint _e224 = r_16;
                        if ((_e224 < ROWS)) {
                        } else {
                            break;
                        }
                        {
                            w_5 = 0u;
                            bool loop_init_32 = true;
                            while(true) {
                                if (!loop_init_32) {
                                    uint _e256 = w_5;
                                    w_5 = (_e256 + 1u);
                                }
                                loop_init_32 = false;
                                uint _e229 = w_5;
                                if ((_e229 < WIDTH)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e235 = r_16;
                                    uint _e242 = w_5;
                                    vec4 _e245 = u_tile[(((((OWN + i0_5) + _e235) * COLUMNS4_) + (_e212 * WIDTH)) + _e242)];
                                    uint _e247 = r_16;
                                    uint _e250 = w_5;
                                    u_tile[(((((OWN + i0_5) + _e235) * COLUMNS4_) + (_e212 * WIDTH)) + _e242)] = (_e245 + (SIGN * _e221[((_e247 * WIDTH) + _e250)]));
                                }
                            }
                        }
                    }
                }
            }
            memoryBarrierShared();
            barrier();
        }
    }
    return;
}

void update_state(Chunk c_13, uint tid_4) {
    uint tile_4 = 0u;
    vec4 acc_5[8] = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint w_6 = 0u;
    uint e = 0u;
    uint n_7 = 0u;
    bool local_11 = false;
    vec4 k0_1 = vec4(0.0);
    vec4 k1_1 = vec4(0.0);
    uint w_7 = 0u;
    uint e_1 = 0u;
    uint w_8 = 0u;
    uint e_2 = 0u;
    uint _e2 = first_tile(tid_4);
    tile_4 = _e2;
    bool loop_init_33 = true;
    while(true) {
        if (!loop_init_33) {
            uint _e239 = tile_4;
            tile_4 = (_e239 + STEP);
        }
        loop_init_33 = false;
        uint _e4 = tile_4;
        if ((_e4 < 32u)) {
        } else {
            break;
        }
        {
            uint _e7 = tile_4;
            uint d_20 = ((_e7 / ACROSS) * 8u);
            uint _e12 = tile_4;
            uint _e13 = across_of(_e12, tid_4);
            vec4 _e15 = key_faded4_(c_13, 31u, d_20);
            vec4 _e19 = key_faded4_(c_13, 31u, (d_20 + 4u));
            vec4 _e20 = fade4_(_e15);
            vec4 _e21 = fade4_(_e19);
            acc_5 = vec4[8](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            w_6 = 0u;
            bool loop_init_34 = true;
            while(true) {
                if (!loop_init_34) {
                    uint _e81 = w_6;
                    w_6 = (_e81 + 1u);
                }
                loop_init_34 = false;
                uint _e26 = w_6;
                if ((_e26 < WIDTH)) {
                } else {
                    break;
                }
                {
                    uint _e34 = w_6;
                    uint at_10 = (((d_20 * COLUMNS4_) + (_e13 * WIDTH)) + _e34);
                    e = 0u;
                    bool loop_init_35 = true;
                    while(true) {
                        if (!loop_init_35) {
                            uint _e78 = e;
                            e = (_e78 + 1u);
                        }
                        loop_init_35 = false;
                        uint _e38 = e;
                        if ((_e38 < 4u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e41 = e;
                            uint _e44 = w_6;
                            uint _e47 = e;
                            uint _e50 = e;
                            vec4 _e55 = s_tile[(at_10 + (_e50 * COLUMNS4_))];
                            acc_5[((_e41 * WIDTH) + _e44)] = (_e20[_e47] * _e55);
                            uint _e57 = e;
                            uint _e62 = w_6;
                            uint _e65 = e;
                            uint _e68 = e;
                            vec4 _e75 = s_tile[(at_10 + ((_e68 + 4u) * COLUMNS4_))];
                            acc_5[(((_e57 + 4u) * WIDTH) + _e62)] = (_e21[_e65] * _e75);
                        }
                    }
                }
            }
            uint steps = min(CHUNK, (c_13.tokens - c_13.first));
            n_7 = 0u;
            bool loop_init_36 = true;
            while(true) {
                if (!loop_init_36) {
                    uint _e203 = n_7;
                    n_7 = (_e203 + 1u);
                }
                loop_init_36 = false;
                uint _e90 = n_7;
                if ((_e90 < (SOURCES * steps))) {
                } else {
                    break;
                }
                {
                    if (RANK_ONE) {
                        uint _e97 = n_7;
                        local_11 = (_e97 >= steps);
                    } else {
                        local_11 = false;
                    }
                    bool written_3 = local_11;
                    uint _e101 = n_7;
                    uint _e102 = n_7;
                    uint j_5 = (written_3 ? (_e102 - steps) : _e101);
                    uint _e105 = source_row(c_13, written_3, j_5);
                    vec4 _e106 = source4_(_e105, written_3, d_20);
                    k0_1 = _e106;
                    vec4 _e110 = source4_(_e105, written_3, (d_20 + 4u));
                    k1_1 = _e110;
                    if (DECAY_CHANNEL) {
                        vec4 _e113 = k0_1;
                        vec4 _e114 = key_faded4_(c_13, j_5, d_20);
                        k0_1 = (_e113 * exp((_e15 - _e114)));
                        vec4 _e118 = k1_1;
                        vec4 _e121 = key_faded4_(c_13, j_5, (d_20 + 4u));
                        k1_1 = (_e118 * exp((_e19 - _e121)));
                    } else {
                        if (DECAY) {
                            float _e127 = faded(c_13, j_5);
                            float w_10 = exp((_e15.x - _e127));
                            vec4 _e130 = k0_1;
                            k0_1 = (_e130 * w_10);
                            vec4 _e132 = k1_1;
                            k1_1 = (_e132 * w_10);
                        }
                    }
                    w_7 = 0u;
                    bool loop_init_37 = true;
                    while(true) {
                        if (!loop_init_37) {
                            uint _e200 = w_7;
                            w_7 = (_e200 + 1u);
                        }
                        loop_init_37 = false;
                        uint _e136 = w_7;
                        if ((_e136 < WIDTH)) {
                        } else {
                            break;
                        }
                        {
                            uint _e149 = w_7;
                            vec4 u = u_tile[((((j_5 + (written_3 ? OWN : 0u)) * COLUMNS4_) + (_e13 * WIDTH)) + _e149)];
                            e_1 = 0u;
                            bool loop_init_38 = true;
                            while(true) {
                                if (!loop_init_38) {
                                    uint _e197 = e_1;
                                    e_1 = (_e197 + 1u);
                                }
                                loop_init_38 = false;
                                uint _e155 = e_1;
                                if ((_e155 < 4u)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e158 = e_1;
                                    uint _e161 = w_7;
                                    uint _e164 = e_1;
                                    float _e166 = k0_1[_e164];
                                    uint _e167 = e_1;
                                    uint _e170 = w_7;
                                    vec4 _e173 = acc_5[((_e167 * WIDTH) + _e170)];
                                    vec4 _e174 = mad(_e166, u, _e173);
                                    acc_5[((_e158 * WIDTH) + _e161)] = _e174;
                                    uint _e175 = e_1;
                                    uint _e180 = w_7;
                                    uint _e183 = e_1;
                                    float _e185 = k1_1[_e183];
                                    uint _e186 = e_1;
                                    uint _e191 = w_7;
                                    vec4 _e194 = acc_5[(((_e186 + 4u) * WIDTH) + _e191)];
                                    vec4 _e195 = mad(_e185, u, _e194);
                                    acc_5[(((_e175 + 4u) * WIDTH) + _e180)] = _e195;
                                }
                            }
                        }
                    }
                }
            }
            w_8 = 0u;
            bool loop_init_39 = true;
            while(true) {
                if (!loop_init_39) {
                    uint _e237 = w_8;
                    w_8 = (_e237 + 1u);
                }
                loop_init_39 = false;
                uint _e207 = w_8;
                if ((_e207 < WIDTH)) {
                } else {
                    break;
                }
                {
                    e_2 = 0u;
                    bool loop_init_40 = true;
                    while(true) {
                        if (!loop_init_40) {
                            uint _e234 = e_2;
                            e_2 = (_e234 + 1u);
                        }
                        loop_init_40 = false;
                        uint _e212 = e_2;
                        if ((_e212 < 8u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e216 = e_2;
                            uint _e223 = w_8;
                            uint _e226 = e_2;
                            uint _e229 = w_8;
                            vec4 _e232 = acc_5[((_e226 * WIDTH) + _e229)];
                            s_tile[((((d_20 + _e216) * COLUMNS4_) + (_e13 * WIDTH)) + _e223)] = _e232;
                        }
                    }
                }
            }
        }
    }
    return;
}

void update_norm(Chunk c_14, uint tid_5) {
    uint d_16 = 0u;
    vec4 z = vec4(0.0);
    uint j_2 = 0u;
    uint n_8 = 0u;
    d_16 = (tid_5 * 4u);
    bool loop_init_41 = true;
    while(true) {
        if (!loop_init_41) {
            uint _e77 = d_16;
            d_16 = (_e77 + 256u);
        }
        loop_init_41 = false;
        uint _e5 = d_16;
        if ((_e5 < QK_PAD)) {
        } else {
            break;
        }
        {
            uint _e9 = d_16;
            vec4 _e10 = key_faded4_(c_14, 31u, _e9);
            vec4 _e11 = fade4_(_e10);
            uint _e13 = d_16;
            float _e15 = z_tile[_e13];
            uint _e17 = d_16;
            float _e21 = z_tile[(_e17 + 1u)];
            uint _e23 = d_16;
            float _e27 = z_tile[(_e23 + 2u)];
            uint _e29 = d_16;
            float _e33 = z_tile[(_e29 + 3u)];
            z = (_e11 * vec4(_e15, _e21, _e27, _e33));
            uint steps_1 = min(CHUNK, (c_14.tokens - c_14.first));
            j_2 = 0u;
            bool loop_init_42 = true;
            while(true) {
                if (!loop_init_42) {
                    uint _e59 = j_2;
                    j_2 = (_e59 + 1u);
                }
                loop_init_42 = false;
                uint _e44 = j_2;
                if ((_e44 < steps_1)) {
                } else {
                    break;
                }
                {
                    vec4 _e46 = z;
                    uint _e47 = j_2;
                    uint _e48 = key_row(c_14, _e47);
                    uint _e49 = d_16;
                    vec4 _e50 = load_k4_(_e48, _e49);
                    uint _e51 = j_2;
                    uint _e52 = d_16;
                    vec4 _e53 = key_faded4_(c_14, _e51, _e52);
                    z = (_e46 + (_e50 * exp((_e10 - _e53))));
                }
            }
            n_8 = 0u;
            bool loop_init_43 = true;
            while(true) {
                if (!loop_init_43) {
                    uint _e75 = n_8;
                    n_8 = (_e75 + 1u);
                }
                loop_init_43 = false;
                uint _e63 = n_8;
                if ((_e63 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e67 = d_16;
                    uint _e68 = n_8;
                    uint _e71 = n_8;
                    float _e73 = z[_e71];
                    z_tile[(_e67 + _e68)] = _e73;
                }
            }
        }
    }
    return;
}

void load_momentum(uint tid_6, uint base_6, uint first_column) {
    return;
}

void store_momentum(uint tid_7, uint base_7, uint first_column_1) {
    return;
}

void open_chunk(Chunk c_15, uint tid_8) {
    return;
}

void load_updates(Chunk c_16, uint tid_9, uint first_column_2) {
    uint n_9 = 0u;
    vec4 x_12 = vec4(0.0);
    bool local_12 = false;
    bool local_13 = false;
    n_9 = tid_9;
    bool loop_init_44 = true;
    while(true) {
        if (!loop_init_44) {
            uint _e40 = n_9;
            n_9 = (_e40 + WORKGROUP);
        }
        loop_init_44 = false;
        uint _e4 = n_9;
        if ((_e4 < 128u)) {
        } else {
            break;
        }
        {
            uint _e7 = n_9;
            uint t_11 = (_e7 / COLUMNS4_);
            x_12 = vec4(0.0);
            if (VALUES) {
                local_12 = (t_11 < CHUNK);
            } else {
                local_12 = false;
            }
            bool _e19 = local_12;
            if (_e19) {
                bool _e22 = chunk_holds(c_16, t_11);
                local_13 = _e22;
            } else {
                local_13 = false;
            }
            bool _e24 = local_13;
            if (_e24) {
                uint _e27 = chunk_token(c_16, t_11);
                uint _e28 = v_at(c_16.b, c_16.h, _e27);
                uint _e29 = n_9;
                vec4 _e35 = load_v4_(_e28, (first_column_2 + ((_e29 % COLUMNS4_) * 4u)));
                x_12 = _e35;
            }
            uint _e37 = n_9;
            vec4 _e39 = x_12;
            u_tile[_e37] = _e39;
        }
    }
    return;
}

void sum_norms(Chunk c_17, uint tid_10, uint head_3) {
    uint i_7 = 0u;
    vec4 sum_3 = vec4(0.0);
    uint d_17 = 0u;
    uint j_3 = 0u;
    i_7 = tid_10;
    bool loop_init_45 = true;
    while(true) {
        if (!loop_init_45) {
            uint _e93 = i_7;
            i_7 = (_e93 + WORKGROUP);
        }
        loop_init_45 = false;
        uint _e4 = i_7;
        if ((_e4 < CHUNK)) {
        } else {
            break;
        }
        {
            uint _e8 = i_7;
            uint _e9 = chunk_token(c_17, _e8);
            uint _e10 = q_at(c_17.b, head_3, _e9);
            sum_3 = vec4(0.0);
            d_17 = 0u;
            bool loop_init_46 = true;
            while(true) {
                if (!loop_init_46) {
                    uint _e53 = d_17;
                    d_17 = (_e53 + 4u);
                }
                loop_init_46 = false;
                uint _e16 = d_17;
                if ((_e16 < QK_DIM)) {
                } else {
                    break;
                }
                {
                    uint _e20 = d_17;
                    float _e22 = z_tile[_e20];
                    uint _e24 = d_17;
                    float _e28 = z_tile[(_e24 + 1u)];
                    uint _e30 = d_17;
                    float _e34 = z_tile[(_e30 + 2u)];
                    uint _e36 = d_17;
                    float _e40 = z_tile[(_e36 + 3u)];
                    vec4 z_1 = vec4(_e22, _e28, _e34, _e40);
                    vec4 _e42 = sum_3;
                    uint _e43 = d_17;
                    vec4 _e44 = load_q4_(_e10, _e43);
                    uint _e46 = i_7;
                    uint _e47 = d_17;
                    vec4 _e48 = reader_faded4_(c_17, false, _e46, _e47);
                    sum_3 = (_e42 + ((_e44 * exp(_e48)) * z_1));
                }
            }
            j_3 = 0u;
            bool loop_init_47 = true;
            while(true) {
                if (!loop_init_47) {
                    uint _e72 = j_3;
                    j_3 = (_e72 + 1u);
                }
                loop_init_47 = false;
                uint _e58 = j_3;
                if ((_e58 < CHUNK4_)) {
                } else {
                    break;
                }
                {
                    vec4 _e61 = sum_3;
                    uint _e63 = i_7;
                    uint _e66 = j_3;
                    vec4 _e69 = a_tile[((_e63 * CHUNK4_) + _e66)];
                    sum_3 = (_e61 + _e69);
                }
            }
            uint _e75 = i_7;
            float _e78 = sum_3.x;
            float _e80 = sum_3.y;
            float _e83 = sum_3.z;
            float _e86 = sum_3.w;
            float _e90 = _group_0_binding_0_cs.eps;
            float _e92 = inverse_(((((_e78 + _e80) + _e83) + _e86) + _e90));
            norm[_e75] = _e92;
        }
    }
    return;
}

vec4[4] read_first(Chunk c_18, uint head_4, uint i0_2, uint across_2) {
    vec4 _e9[4] = read_state(c_18, head_4, false, i0_2, across_2);
    vec4 _e10[4] = weigh_updates(i0_2, across_2, 0u, (i0_2 + ROWS), 0u, _e9);
    return _e10;
}

void keep_outputs(Chunk c_19, uint tid_11, uint head_5) {
    uint tile_5 = 0u;
    uint n_10 = 0u;
    uint _e3 = first_tile(tid_11);
    tile_5 = _e3;
    bool loop_init_48 = true;
    while(true) {
        if (!loop_init_48) {
            uint _e41 = tile_5;
            tile_5 = (_e41 + STEP);
        }
        loop_init_48 = false;
        uint _e5 = tile_5;
        if ((_e5 < 32u)) {
        } else {
            break;
        }
        {
            uint _e8 = tile_5;
            uint i0_6 = ((_e8 / ACROSS) * ROWS);
            uint _e13 = tile_5;
            uint _e14 = across_of(_e13, tid_11);
            vec4 _e15[4] = read_first(c_19, head_5, i0_6, _e14);
            n_10 = 0u;
            bool loop_init_49 = true;
            while(true) {
                if (!loop_init_49) {
                    uint _e39 = n_10;
                    n_10 = (_e39 + 1u);
                }
                loop_init_49 = false;
                uint _e18 = n_10;
                if ((_e18 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e22 = n_10;
                    uint _e31 = n_10;
                    uint _e36 = n_10;
                    o_tile[((((i0_6 + (_e22 / WIDTH)) * COLUMNS4_) + (_e14 * WIDTH)) + (_e31 % WIDTH))] = _e15[_e36];
                }
            }
        }
    }
    return;
}

void write_outputs(Chunk c_20, uint tid_12, uint head_6, uint first_column_3) {
    uint tile_6 = 0u;
    vec4 sum_4[4] = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
    uint n_11 = 0u;
    uint r_17 = 0u;
    float factor = 0.0;
    uint w_9 = 0u;
    uint _e4 = first_tile(tid_12);
    tile_6 = _e4;
    bool loop_init_50 = true;
    while(true) {
        if (!loop_init_50) {
            uint _e105 = tile_6;
            tile_6 = (_e105 + STEP);
        }
        loop_init_50 = false;
        uint _e6 = tile_6;
        if ((_e6 < 32u)) {
        } else {
            break;
        }
        {
            uint _e9 = tile_6;
            uint i0_7 = ((_e9 / ACROSS) * ROWS);
            uint _e14 = tile_6;
            uint _e15 = across_of(_e14, tid_12);
            bool _e16 = chunk_holds(c_20, i0_7);
            if (!(_e16)) {
                continue;
            }
            sum_4 = vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
            if (false) {
                n_11 = 0u;
                bool loop_init_51 = true;
                while(true) {
                    if (!loop_init_51) {
                        uint _e45 = n_11;
                        n_11 = (_e45 + 1u);
                    }
                    loop_init_51 = false;
                    uint _e23 = n_11;
                    if ((_e23 < 4u)) {
                    } else {
                        break;
                    }
                    {
                        uint _e26 = n_11;
                        uint _e29 = n_11;
                        uint _e38 = n_11;
                        vec4 _e43 = o_tile[((((i0_7 + (_e29 / WIDTH)) * COLUMNS4_) + (_e15 * WIDTH)) + (_e38 % WIDTH))];
                        sum_4[_e26] = _e43;
                    }
                }
                vec4 _e51[4] = sum_4;
                vec4 _e52[4] = weigh_updates(i0_7, _e15, 0u, (i0_7 + ROWS), OWN, _e51);
                sum_4 = _e52;
            } else {
                vec4 _e53[4] = read_first(c_20, head_6, i0_7, _e15);
                sum_4 = _e53;
            }
            r_17 = 0u;
            bool loop_init_52 = true;
            while(true) {
                if (!loop_init_52) {
                    uint _e103 = r_17;
                    r_17 = (_e103 + 1u);
                }
                loop_init_52 = false;
                uint _e56 = r_17;
                if ((_e56 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e59 = r_17;
                    bool _e61 = chunk_holds(c_20, (i0_7 + _e59));
                    if (_e61) {
                        uint _e63 = r_17;
                        uint _e65 = chunk_token(c_20, (i0_7 + _e63));
                        uint _e66 = o_at(c_20.b, head_6, _e65);
                        float _e69 = _group_0_binding_0_cs.scale;
                        factor = _e69;
                        if (NORMALISE) {
                            uint _e73 = r_17;
                            float _e76 = norm[(i0_7 + _e73)];
                            factor = _e76;
                        }
                        w_9 = 0u;
                        bool loop_init_53 = true;
                        while(true) {
                            if (!loop_init_53) {
                                uint _e100 = w_9;
                                w_9 = (_e100 + 1u);
                            }
                            loop_init_53 = false;
                            uint _e79 = w_9;
                            if ((_e79 < WIDTH)) {
                            } else {
                                break;
                            }
                            {
                                uint _e84 = w_9;
                                float _e90 = factor;
                                uint _e91 = r_17;
                                uint _e94 = w_9;
                                vec4 _e97 = sum_4[((_e91 * WIDTH) + _e94)];
                                store_o4_(_e66, (first_column_3 + (((_e15 * WIDTH) + _e84) * 4u)), V_DIM, (_e90 * _e97));
                            }
                        }
                    }
                }
            }
        }
    }
    return;
}

void run(uvec3 wid_2, uint tid_13) {
    uint id_1 = 0u;
    Chunk c_21 = Chunk(0u, 0u, 0u, 0u);
    uint n_12 = 0u;
    uint d_18 = 0u;
    uint first_1 = 0u;
    uint g_1 = 0u;
    uint n_13 = 0u;
    bool local_14 = false;
    uint d_19 = 0u;
    uint _e2 = group_id(wid_2);
    id_1 = _e2;
    uint _e4 = id_1;
    uint _e7 = _group_0_binding_0_cs.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = id_1;
    uint _e12 = _group_0_binding_0_cs.v_slices;
    uint first_column_4 = (((_e9 % _e12) * COLUMNS4_) * 4u);
    uint _e18 = id_1;
    uint _e21 = _group_0_binding_0_cs.v_slices;
    id_1 = (_e18 / _e21);
    uint _e23 = id_1;
    uint _e26 = _group_0_binding_0_cs.segments;
    uint segment = (_e23 % _e26);
    uint _e28 = id_1;
    uint _e31 = _group_0_binding_0_cs.segments;
    id_1 = (_e28 / _e31);
    uint _e33 = id_1;
    Chunk _e34 = chunk_of(_e33);
    c_21 = _e34;
    uint _e37 = c_21.b;
    uint _e40 = _group_0_binding_0_cs.kv_heads;
    uint _e43 = c_21.h;
    uint _e47 = _group_0_binding_0_cs.segments;
    uint state_1 = ((((_e37 * _e40) + _e43) * _e47) + segment);
    uint state_base = ((state_1 * QK_DIM) * STATE_COLUMNS);
    uint _e56 = _group_0_binding_0_cs.segment_len;
    uint begin = (segment * _e56);
    uint _e60 = _group_0_binding_0_cs.segment_len;
    uint _e63 = c_21.tokens;
    uint end = min((begin + _e60), _e63);
    n_12 = tid_13;
    bool loop_init_54 = true;
    while(true) {
        if (!loop_init_54) {
            uint _e82 = n_12;
            n_12 = (_e82 + WORKGROUP);
        }
        loop_init_54 = false;
        uint _e66 = n_12;
        if ((_e66 < 256u)) {
        } else {
            break;
        }
        {
            uint _e70 = n_12;
            uint _e72 = n_12;
            uint _e75 = n_12;
            vec4 _e81 = load_state4_(state_base, (_e72 / COLUMNS4_), (first_column_4 + ((_e75 % COLUMNS4_) * 4u)));
            s_tile[_e70] = _e81;
        }
    }
    load_momentum(tid_13, state_base, first_column_4);
    if (NORMALISE) {
        d_18 = tid_13;
        bool loop_init_55 = true;
        while(true) {
            if (!loop_init_55) {
                uint _e107 = d_18;
                d_18 = (_e107 + WORKGROUP);
            }
            loop_init_55 = false;
            uint _e87 = d_18;
            if ((_e87 < QK_PAD)) {
            } else {
                break;
            }
            {
                uint _e91 = d_18;
                z_tile[_e91] = 0.0;
                uint _e94 = d_18;
                if ((_e94 < QK_DIM)) {
                    uint _e98 = d_18;
                    uint _e100 = d_18;
                    float _e106 = load_state(((state_base + (_e100 * STATE_COLUMNS)) + V_DIM));
                    z_tile[_e98] = _e106;
                }
            }
        }
    }
    first_1 = begin;
    bool loop_init_56 = true;
    while(true) {
        if (!loop_init_56) {
            uint _e159 = first_1;
            first_1 = (_e159 + CHUNK);
        }
        loop_init_56 = false;
        uint _e111 = first_1;
        if ((_e111 < end)) {
        } else {
            break;
        }
        {
            uint _e114 = first_1;
            c_21.first = _e114;
            Chunk _e115 = c_21;
            load_updates(_e115, tid_13, first_column_4);
            Chunk _e116 = c_21;
            open_chunk(_e116, tid_13);
            if (CORRECTED) {
                Chunk _e118 = c_21;
                gram(_e118, tid_13, 0u, true, false);
            }
            memoryBarrierShared();
            barrier();
            if (CORRECTED) {
                Chunk _e123 = c_21;
                solve_updates(_e123, tid_13);
            }
            g_1 = 0u;
            bool loop_init_57 = true;
            while(true) {
                if (!loop_init_57) {
                    uint _e154 = g_1;
                    g_1 = (_e154 + 1u);
                }
                loop_init_57 = false;
                uint _e126 = g_1;
                uint _e130 = _group_0_binding_0_cs.group;
                if ((_e126 < (OUTPUTS ? _e130 : 0u))) {
                } else {
                    break;
                }
                {
                    uint _e135 = c_21.h;
                    uint _e138 = _group_0_binding_0_cs.group;
                    uint _e140 = g_1;
                    uint head_7 = ((_e135 * _e138) + _e140);
                    Chunk _e142 = c_21;
                    gram(_e142, tid_13, head_7, false, false);
                    memoryBarrierShared();
                    barrier();
                    if (false) {
                        Chunk _e146 = c_21;
                        keep_outputs(_e146, tid_13, head_7);
                        memoryBarrierShared();
                        barrier();
                        Chunk _e147 = c_21;
                        gram(_e147, tid_13, head_7, false, true);
                        memoryBarrierShared();
                        barrier();
                    }
                    if (NORMALISE) {
                        Chunk _e151 = c_21;
                        sum_norms(_e151, tid_13, head_7);
                        memoryBarrierShared();
                        barrier();
                    }
                    Chunk _e152 = c_21;
                    write_outputs(_e152, tid_13, head_7, first_column_4);
                    memoryBarrierShared();
                    barrier();
                }
            }
            Chunk _e156 = c_21;
            update_state(_e156, tid_13);
            if (NORMALISE) {
                Chunk _e158 = c_21;
                update_norm(_e158, tid_13);
            }
            memoryBarrierShared();
            barrier();
        }
    }
    memoryBarrierShared();
    barrier();
    n_13 = tid_13;
    bool loop_init_58 = true;
    while(true) {
        if (!loop_init_58) {
            uint _e179 = n_13;
            n_13 = (_e179 + WORKGROUP);
        }
        loop_init_58 = false;
        uint _e163 = n_13;
        if ((_e163 < 256u)) {
        } else {
            break;
        }
        {
            uint _e166 = n_13;
            uint _e169 = n_13;
            uint _e176 = n_13;
            vec4 _e178 = s_tile[_e176];
            store_state4_(state_base, (_e166 / COLUMNS4_), (first_column_4 + ((_e169 % COLUMNS4_) * 4u)), _e178);
        }
    }
    store_momentum(tid_13, state_base, first_column_4);
    if (NORMALISE) {
        local_14 = (first_column_4 == 0u);
    } else {
        local_14 = false;
    }
    bool _e188 = local_14;
    if (_e188) {
        d_19 = tid_13;
        bool loop_init_59 = true;
        while(true) {
            if (!loop_init_59) {
                uint _e203 = d_19;
                d_19 = (_e203 + WORKGROUP);
            }
            loop_init_59 = false;
            uint _e190 = d_19;
            if ((_e190 < QK_DIM)) {
            } else {
                break;
            }
            {
                uint _e193 = d_19;
                uint _e200 = d_19;
                float _e202 = z_tile[_e200];
                store_state(((state_base + (_e193 * STATE_COLUMNS)) + V_DIM), _e202);
            }
        }
        return;
    } else {
        return;
    }
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        a_tile = vec4[256](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        u_tile = vec4[128](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        s_tile = vec4[256](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0));
        z_tile = float[64](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        o_tile = vec4[1](vec4(0.0));
        norm = float[32](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uvec3 id = gl_LocalInvocationID;
    run(wid, id.x);
    return;
}

