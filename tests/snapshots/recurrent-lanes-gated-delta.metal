// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
    uint size3;
    uint size4;
    uint size5;
    uint size6;
    uint size7;
    uint size8;
};

typedef float OutElem;
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
typedef metal::float4 type_4[1];
typedef float type_5[1];
struct Fade {
    float power;
    float gain;
};
struct type_7 {
    Fade inner[4];
};
typedef metal::float4 Own;
struct type_8 {
    metal::float4 inner[2];
};
struct Fetched {
    type_8 q;
    type_8 k;
    type_8 decay;
    type_8 removed;
    type_8 written;
    metal::float4 v;
    metal::float2 rates;
    char _pad7[8];
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
struct Rows {
    metal::float4 inner[4];
};
struct type_10 {
    Rows inner[2];
};
struct type_11 {
    Rows inner[1];
};
struct State {
    type_10 s;
    type_11 momentum;
    type_8 z;
};
struct Sums {
    metal::float4 o;
    metal::float4 keys;
    metal::float4 own;
};
constant uint WORKGROUP = 64u;
constant uint PARTS = 8u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant uint STATE_COLUMNS = 64u;
constant bool DELTA = true;
constant bool MOMENTUM = false;
constant bool RANK_ONE = false;
constant bool DECAY = true;
constant bool DECAY_CHANNEL = false;
constant bool NORMALISE = false;
constant bool BONUS = false;
constant uint QK4_ = 16u;
constant uint ROWS4_ = 2u;

metal::float4 load_q4_(
    uint base,
    uint d,
    device type_4 const& q_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = q_1[(base + d) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_1,
    device type_4 const& k,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k[(base_1 + d_1) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_2,
    device type_4 const& v,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = v[(base_2 + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_3,
    uint d_3,
    uint dim,
    metal::float4 x,
    device type_4& o_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 < dim) {
        o_1[(base_3 + d_3) >> 2u] = static_cast<metal::float4>(x);
        return;
    } else {
        return;
    }
}

float load_decay(
    uint at,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = decay[at];
    return static_cast<float>(_e3);
}

float load_beta(
    uint at_1,
    device type_5 const& beta,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = beta[at_1];
    return static_cast<float>(_e3);
}

float load_removal(
    uint at_2
) {
    return 0.0;
}

uint token_start(
    uint b
) {
    return 0u;
}

uint token_count(
    uint b_1,
    constant Params& params
) {
    uint _e3 = params.len;
    return _e3;
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

uint token_at(
    uint b_2,
    uint h,
    uint t,
    uint n,
    constant Params& params
) {
    uint _e4 = token_start(b_2);
    uint _e10 = params.reverse_from;
    return _e4 + ((h >= _e10) ? ((n - 1u) - t) : t);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

uint q_at(
    uint b_3,
    uint h_1,
    uint i,
    constant Params& params
) {
    uint _e5 = params.q_offset;
    uint _e8 = params.q_batch;
    uint _e13 = params.q_token_heads;
    uint _e17 = params.q_head;
    uint _e22 = params.q_row;
    return ((_e5 + (b_3 * _e8)) + (naga_mod(h_1, _e13) * _e17)) + (i * _e22);
}

uint k_at(
    uint b_4,
    uint h_2,
    uint i_1,
    constant Params& params
) {
    uint _e5 = params.k_offset;
    uint _e8 = params.k_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.k_head;
    uint _e22 = params.k_row;
    return ((_e5 + (b_4 * _e8)) + (naga_mod(h_2, _e13) * _e17)) + (i_1 * _e22);
}

uint v_at(
    uint b_5,
    uint h_3,
    uint i_2,
    constant Params& params
) {
    uint _e5 = params.v_offset;
    uint _e8 = params.v_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.v_head;
    uint _e22 = params.v_row;
    return ((_e5 + (b_5 * _e8)) + (naga_mod(h_3, _e13) * _e17)) + (i_2 * _e22);
}

uint o_at(
    uint b_6,
    uint h_4,
    uint i_3,
    constant Params& params
) {
    uint _e5 = params.o_offset;
    uint _e8 = params.o_batch;
    uint _e13 = params.o_head;
    uint _e18 = params.o_row;
    return ((_e5 + (b_6 * _e8)) + (h_4 * _e13)) + (i_3 * _e18);
}

uint decay_at(
    uint b_7,
    uint h_5,
    uint i_4,
    constant Params& params
) {
    uint _e5 = params.decay_offset;
    uint _e8 = params.decay_batch;
    uint _e13 = params.decay_head;
    uint _e18 = params.decay_row;
    return ((_e5 + (b_7 * _e8)) + (h_5 * _e13)) + (i_4 * _e18);
}

uint beta_at(
    uint b_8,
    uint h_6,
    uint i_5,
    constant Params& params
) {
    uint _e5 = params.beta_offset;
    uint _e8 = params.beta_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.beta_head;
    uint _e22 = params.beta_row;
    return ((_e5 + (b_8 * _e8)) + (naga_mod(h_6, _e13) * _e17)) + (i_5 * _e22);
}

uint removal_at(
    uint b_9,
    uint h_7,
    uint i_6,
    constant Params& params
) {
    uint _e5 = params.removal_offset;
    uint _e8 = params.removal_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.removal_head;
    uint _e22 = params.removal_row;
    return ((_e5 + (b_9 * _e8)) + (naga_mod(h_7, _e13) * _e17)) + (i_6 * _e22);
}

float inverse(
    float sum
) {
    return (sum == 0.0) ? 0.0 : (1.0 / sum);
}

float load_state(
    uint at_3,
    device type_5 const& state_in,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = state_in[at_3];
    return _e3;
}

void store_state(
    uint at_4,
    float x_1,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    state_out[at_4] = x_1;
    return;
}

float load_bonus(
    uint at_5
) {
    return 0.0;
}

int naga_f2i32(float value) {
    return static_cast<int>(metal::clamp(value, -2147483600.0, 2147483500.0));
}

Fade fade_of(
    float x_2
) {
    float sum_1 = {};
    float log = (x_2 < -88.0) ? -88.0 : x_2;
    float n_14 = metal::clamp(metal::rint(log * 1.442695), -127.0, 127.0);
    float r_5 = metal::fma(n_14, 0.00021219444, metal::fma(n_14, -0.6933594, log));
    sum_1 = metal::fma(r_5, 0.0001984127, 0.0013888889);
    float _e19 = sum_1;
    sum_1 = metal::fma(r_5, _e19, 0.008333334);
    float _e22 = sum_1;
    sum_1 = metal::fma(r_5, _e22, 0.041666668);
    float _e25 = sum_1;
    sum_1 = metal::fma(r_5, _e25, 0.16666667);
    float _e28 = sum_1;
    sum_1 = metal::fma(r_5, _e28, 0.5);
    float _e31 = sum_1;
    sum_1 = metal::fma(r_5, _e31, 1.0);
    float _e40 = sum_1;
    return Fade {as_type<float>(as_type<int>(as_type<uint>(naga_f2i32(n_14)) + as_type<uint>(127)) << 23u), r_5 * _e40};
}

float fade(
    float x_3
) {
    Fade _e1 = fade_of(x_3);
    return metal::fma(_e1.power, _e1.gain, _e1.power);
}

metal::float4 fade4_(
    metal::float4 x_4
) {
    float _e2 = fade(x_4.x);
    float _e4 = fade(x_4.y);
    float _e6 = fade(x_4.z);
    float _e8 = fade(x_4.w);
    return metal::float4(_e2, _e4, _e6, _e8);
}

metal::float4 fade_state(
    metal::float4 s,
    metal::float4 x_5
) {
    Fade _e3 = fade_of(x_5.x);
    Fade _e5 = fade_of(x_5.y);
    Fade _e7 = fade_of(x_5.z);
    Fade _e9 = fade_of(x_5.w);
    type_7 f = type_7 {{_e3, _e5, _e7, _e9}};
    metal::float4 scaled = s * metal::float4(f.inner[0].power, f.inner[1].power, f.inner[2].power, f.inner[3].power);
    return metal::fma(scaled, metal::float4(f.inner[0].gain, f.inner[1].gain, f.inner[2].gain, f.inner[3].gain), scaled);
}

metal::float4 channel_decays(
    uint at_6,
    uint d_4,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r = metal::float4(0.0);
    uint n_1 = 0u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e21 = n_1;
            n_1 = _e21 + 1u;
        }
        loop_init = false;
        uint _e7 = n_1;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_1;
            if ((d_4 + _e10) < QK_DIM) {
                uint _e14 = n_1;
                uint _e17 = n_1;
                float _e19 = load_decay((at_6 + d_4) + _e17, decay, _buffer_sizes);
                r[_e14] = _e19;
            }
        }
    }
    metal::float4 _e23 = r;
    return _e23;
}

metal::float4 bonus4_(
    uint h_8,
    uint d_5
) {
    metal::float4 r_1 = metal::float4(0.0);
    uint n_2 = 0u;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_2;
            n_2 = _e23 + 1u;
        }
        loop_init_1 = false;
        uint _e7 = n_2;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_2;
            if ((d_5 + _e10) < QK_DIM) {
                uint _e14 = n_2;
                uint _e19 = n_2;
                float _e21 = load_bonus(((h_8 * QK_DIM) + d_5) + _e19);
                r_1[_e14] = _e21;
            }
        }
    }
    metal::float4 _e25 = r_1;
    return _e25;
}

metal::float4 removal4_(
    uint at_7,
    uint d_6
) {
    metal::float4 r_2 = metal::float4(0.0);
    uint n_3 = 0u;
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e21 = n_3;
            n_3 = _e21 + 1u;
        }
        loop_init_2 = false;
        uint _e7 = n_3;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_3;
            if ((d_6 + _e10) < QK_DIM) {
                uint _e14 = n_3;
                uint _e17 = n_3;
                float _e19 = load_removal((at_7 + d_6) + _e17);
                r_2[_e14] = _e19;
            }
        }
    }
    metal::float4 _e23 = r_2;
    return _e23;
}

metal::float4 load_state4_(
    uint base_4,
    uint d_7,
    uint column,
    device type_5 const& state_in,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_3 = metal::float4(0.0);
    uint n_4 = 0u;
    bool local = {};
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e31 = n_4;
            n_4 = _e31 + 1u;
        }
        loop_init_3 = false;
        uint _e8 = n_4;
        if (_e8 < 4u) {
        } else {
            break;
        }
        {
            if (d_7 < QK_DIM) {
                uint _e15 = n_4;
                local = (column + _e15) < V_DIM;
            } else {
                local = false;
            }
            bool _e20 = local;
            if (_e20) {
                uint _e21 = n_4;
                uint _e27 = n_4;
                float _e29 = load_state(((base_4 + (d_7 * STATE_COLUMNS)) + column) + _e27, state_in, _buffer_sizes);
                r_3[_e21] = _e29;
            }
        }
    }
    metal::float4 _e33 = r_3;
    return _e33;
}

void store_state4_(
    uint base_5,
    uint d_8,
    uint column_1,
    metal::float4 x_6,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint n_5 = 0u;
    bool local_1 = {};
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e28 = n_5;
            n_5 = _e28 + 1u;
        }
        loop_init_4 = false;
        uint _e6 = n_5;
        if (_e6 < 4u) {
        } else {
            break;
        }
        {
            if (d_8 < QK_DIM) {
                uint _e13 = n_5;
                local_1 = (column_1 + _e13) < V_DIM;
            } else {
                local_1 = false;
            }
            bool _e18 = local_1;
            if (_e18) {
                uint _e23 = n_5;
                uint _e25 = n_5;
                store_state(((base_5 + (d_8 * STATE_COLUMNS)) + column_1) + _e23, x_6[_e25], state_out, _buffer_sizes);
            }
        }
    }
    return;
}

uint part_of(
    uint tid
) {
    return naga_mod(tid, PARTS);
}

Own across(
    Own x_7
) {
    Own r_4 = {};
    uint step = 1u;
    r_4 = x_7;
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e12 = step;
            step = _e12 << 1u;
        }
        loop_init_5 = false;
        uint _e4 = step;
        if (_e4 < PARTS) {
        } else {
            break;
        }
        {
            Own _e7 = r_4;
            Own _e8 = r_4;
            uint _e9 = step;
            Own unnamed = metal::simd_shuffle_xor(_e8, _e9);
            r_4 = _e7 + unnamed;
        }
    }
    Own _e15 = r_4;
    return _e15;
}

uint row_of(
    uint part,
    uint n_6
) {
    return ((n_6 * PARTS) + part) * 4u;
}

void fetch(
    Token token,
    device type_4 const& q_1,
    device type_4 const& k,
    device type_4 const& v,
    device type_5 const& decay,
    device type_5 const& beta,
    thread Fetched& next,
    constant _mslBufferSizes& _buffer_sizes
) {
    bool local_2 = {};
    bool local_3 = {};
    {
        uint _e3 = row_of(token.part, 0u);
        metal::float4 _e8 = load_q4_(token.q, _e3, q_1, _buffer_sizes);
        next.q.inner[0] = _e8;
        metal::float4 _e13 = load_k4_(token.k, _e3, k, _buffer_sizes);
        next.k.inner[0] = _e13;
        if (DECAY_CHANNEL) {
            metal::float4 _e19 = channel_decays(token.decay, _e3, decay, _buffer_sizes);
            next.decay.inner[0] = _e19;
        }
        if (RANK_ONE) {
            metal::float4 _e25 = removal4_(token.removal, _e3);
            next.removed.inner[0] = _e25;
            metal::float4 _e32 = removal4_(token.removal + QK_DIM, _e3);
            next.written.inner[0] = _e32;
        }
    }
    {
        uint _e35 = row_of(token.part, 1u);
        metal::float4 _e40 = load_q4_(token.q, _e35, q_1, _buffer_sizes);
        next.q.inner[1] = _e40;
        metal::float4 _e45 = load_k4_(token.k, _e35, k, _buffer_sizes);
        next.k.inner[1] = _e45;
        if (DECAY_CHANNEL) {
            metal::float4 _e51 = channel_decays(token.decay, _e35, decay, _buffer_sizes);
            next.decay.inner[1] = _e51;
        }
        if (RANK_ONE) {
            metal::float4 _e57 = removal4_(token.removal, _e35);
            next.removed.inner[1] = _e57;
            metal::float4 _e64 = removal4_(token.removal + QK_DIM, _e35);
            next.written.inner[1] = _e64;
        }
    }
    if (DECAY) {
        local_2 = true;
    } else {
        local_2 = false;
    }
    bool _e70 = local_2;
    if (_e70) {
        float _e75 = load_decay(token.decay, decay, _buffer_sizes);
        next.decay.inner[0] = metal::float4(_e75);
    }
    metal::float4 _e81 = load_v4_(token.v, token.column, v, _buffer_sizes);
    next.v = _e81;
    if (false) {
        local_3 = MOMENTUM;
    } else {
        local_3 = true;
    }
    bool _e87 = local_3;
    if (_e87) {
        float _e92 = load_beta(token.beta, beta, _buffer_sizes);
        next.rates.x = _e92;
    }
    if (MOMENTUM) {
        float _e100 = load_beta(token.beta + 1u, beta, _buffer_sizes);
        next.rates.y = _e100;
        return;
    } else {
        return;
    }
}

void take(
    thread Fetched& next,
    thread Fetched& now
) {
    Fetched _e2 = next;
    now = _e2;
    return;
}

metal::float4 key4_(
    Token token_1,
    uint n_7,
    thread Fetched& now
) {
    metal::float4 _e5 = now.k.inner[n_7];
    return _e5;
}

metal::float4 query4_(
    Token token_2,
    uint n_8,
    thread Fetched& now
) {
    metal::float4 _e5 = now.q.inner[n_8];
    return _e5;
}

metal::float4 value4_(
    Token token_3,
    thread Fetched& now
) {
    metal::float4 _e3 = now.v;
    return _e3;
}

metal::float4 removed4_(
    Token token_4,
    uint n_9,
    thread Fetched& now
) {
    metal::float4 _e5 = now.removed.inner[n_9];
    return _e5;
}

metal::float4 written4_(
    Token token_5,
    uint n_10,
    thread Fetched& now
) {
    metal::float4 _e5 = now.written.inner[n_10];
    return _e5;
}

float rate(
    Token token_6,
    uint n_11,
    thread Fetched& now
) {
    float _e5 = now.rates[n_11];
    return _e5;
}

metal::float4 decays4_(
    Token token_7,
    uint n_12,
    thread Fetched& now
) {
    metal::float4 _e8 = now.decay.inner[DECAY_CHANNEL ? n_12 : 0u];
    return _e8;
}

Token token_of(
    uint b_10,
    uint h_9,
    uint i_7,
    uint part_1,
    uint column_2,
    constant Params& params
) {
    uint _e7 = params.group;
    uint _e9 = q_at(b_10, h_9 * _e7, i_7, params);
    uint _e10 = k_at(b_10, h_9, i_7, params);
    uint _e11 = v_at(b_10, h_9, i_7, params);
    uint _e12 = removal_at(b_10, h_9, i_7, params);
    uint _e13 = decay_at(b_10, h_9, i_7, params);
    uint _e14 = beta_at(b_10, h_9, i_7, params);
    return Token {h_9, _e9, _e10, _e11, _e12, _e13, _e14, part_1, column_2};
}

metal::float4 fades(
    metal::float4 s_1,
    metal::float4 x_8
) {
    if (false) {
        return s_1;
    }
    metal::float4 _e3 = fade_state(s_1, x_8);
    return _e3;
}

metal::float4 held(
    thread State& state,
    Token token_8,
    thread Fetched& now
) {
    metal::float4 sum_2 = metal::float4(0.0);
    metal::float4 row = {};
    bool local_4 = {};
    metal::float4 row_1 = {};
    bool local_5 = {};
    {
        metal::float4 _e6 = key4_(token_8, 0u, now);
        row = _e6;
        if (RANK_ONE) {
            metal::float4 _e9 = removed4_(token_8, 0u, now);
            row = _e9;
        } else {
            if (DELTA) {
                local_4 = DECAY;
            } else {
                local_4 = false;
            }
            bool _e15 = local_4;
            if (_e15) {
                metal::float4 _e16 = row;
                metal::float4 _e17 = decays4_(token_8, 0u, now);
                metal::float4 _e18 = fade4_(_e17);
                row = _e16 * _e18;
            }
        }
        {
            float _e21 = row.x;
            metal::float4 _e26 = state.s.inner[0].inner[0];
            metal::float4 _e27 = sum_2;
            sum_2 = metal::fma(metal::float4(_e21), _e26, _e27);
        }
        {
            float _e30 = row.y;
            metal::float4 _e35 = state.s.inner[0].inner[1];
            metal::float4 _e36 = sum_2;
            sum_2 = metal::fma(metal::float4(_e30), _e35, _e36);
        }
        {
            float _e39 = row.z;
            metal::float4 _e44 = state.s.inner[0].inner[2];
            metal::float4 _e45 = sum_2;
            sum_2 = metal::fma(metal::float4(_e39), _e44, _e45);
        }
        {
            float _e48 = row.w;
            metal::float4 _e53 = state.s.inner[0].inner[3];
            metal::float4 _e54 = sum_2;
            sum_2 = metal::fma(metal::float4(_e48), _e53, _e54);
        }
    }
    {
        metal::float4 _e57 = key4_(token_8, 1u, now);
        row_1 = _e57;
        if (RANK_ONE) {
            metal::float4 _e60 = removed4_(token_8, 1u, now);
            row_1 = _e60;
        } else {
            if (DELTA) {
                local_5 = DECAY;
            } else {
                local_5 = false;
            }
            bool _e66 = local_5;
            if (_e66) {
                metal::float4 _e67 = row_1;
                metal::float4 _e68 = decays4_(token_8, 1u, now);
                metal::float4 _e69 = fade4_(_e68);
                row_1 = _e67 * _e69;
            }
        }
        {
            float _e72 = row_1.x;
            metal::float4 _e77 = state.s.inner[1].inner[0];
            metal::float4 _e78 = sum_2;
            sum_2 = metal::fma(metal::float4(_e72), _e77, _e78);
        }
        {
            float _e81 = row_1.y;
            metal::float4 _e86 = state.s.inner[1].inner[1];
            metal::float4 _e87 = sum_2;
            sum_2 = metal::fma(metal::float4(_e81), _e86, _e87);
        }
        {
            float _e90 = row_1.z;
            metal::float4 _e95 = state.s.inner[1].inner[2];
            metal::float4 _e96 = sum_2;
            sum_2 = metal::fma(metal::float4(_e90), _e95, _e96);
        }
        {
            float _e99 = row_1.w;
            metal::float4 _e104 = state.s.inner[1].inner[3];
            metal::float4 _e105 = sum_2;
            sum_2 = metal::fma(metal::float4(_e99), _e104, _e105);
        }
    }
    metal::float4 _e107 = sum_2;
    Own _e108 = across(_e107);
    return _e108;
}

void add_rows(
    thread Sums& sums,
    Token token_9,
    metal::float4 q,
    uint n_13,
    Rows s_2,
    metal::float4 z,
    thread Fetched& now
) {
    if (NORMALISE) {
        metal::float4 _e9 = sums.keys;
        sums.keys = metal::fma(q, z, _e9);
    }
    if (BONUS) {
        uint _e15 = row_of(token_9.part, n_13);
        metal::float4 _e16 = bonus4_(token_9.head, _e15);
        metal::float4 _e18 = key4_(token_9, n_13, now);
        metal::float4 _e20 = sums.own;
        sums.own = metal::fma(q * _e16, _e18, _e20);
    }
    {
        metal::float4 _e27 = sums.o;
        sums.o = metal::fma(metal::float4(q.x), s_2.inner[0], _e27);
    }
    {
        metal::float4 _e34 = sums.o;
        sums.o = metal::fma(metal::float4(q.y), s_2.inner[1], _e34);
    }
    {
        metal::float4 _e41 = sums.o;
        sums.o = metal::fma(metal::float4(q.z), s_2.inner[2], _e41);
    }
    {
        metal::float4 _e48 = sums.o;
        sums.o = metal::fma(metal::float4(q.w), s_2.inner[3], _e48);
        return;
    }
}

Sums step_1(
    thread State& state_1,
    Token token_10,
    metal::float4 u,
    metal::float4 removed,
    thread Fetched& now
) {
    float kept = 0.0;
    Sums sums_1 = {};
    metal::float4 s_3 = {};
    metal::float4 s_4 = {};
    metal::float4 s_5 = {};
    metal::float4 s_6 = {};
    metal::float4 s_7 = {};
    metal::float4 s_8 = {};
    metal::float4 s_9 = {};
    metal::float4 s_10 = {};
    if (MOMENTUM) {
        float _e8 = rate(token_10, 1u, now);
        kept = _e8;
    }
    {
        metal::float4 _e11 = key4_(token_10, 0u, now);
        metal::float4 _e12 = query4_(token_10, 0u, now);
        metal::float4 _e13 = decays4_(token_10, 0u, now);
        if (BONUS) {
            Rows _e17 = state_1.s.inner[0];
            metal::float4 _e20 = state_1.z.inner[0];
            add_rows(sums_1, token_10, _e12, 0u, _e17, _e20, now);
        }
        if (NORMALISE) {
            metal::float4 _e26 = state_1.z.inner[0];
            metal::float4 _e27 = fades(_e26, _e13);
            state_1.z.inner[0] = _e27 + _e11;
        }
        {
            metal::float4 _e32 = state_1.s.inner[0].inner[0];
            metal::float4 _e35 = fades(_e32, metal::float4(_e13.x));
            s_3 = _e35;
            if (MOMENTUM) {
                float _e43 = kept;
                metal::float4 _e47 = state_1.momentum.inner[0].inner[0];
                state_1.momentum.inner[0].inner[0] = metal::fma(metal::float4(_e11.x), u, _e43 * _e47);
                metal::float4 _e50 = s_3;
                metal::float4 _e54 = state_1.momentum.inner[0].inner[0];
                s_3 = _e50 + _e54;
            } else {
                metal::float4 _e58 = s_3;
                s_3 = metal::fma(metal::float4(_e11.x), u, _e58);
            }
            if (RANK_ONE) {
                metal::float4 _e61 = written4_(token_10, 0u, now);
                metal::float4 _e64 = s_3;
                s_3 = metal::fma(metal::float4(_e61.x), removed, _e64);
            }
            metal::float4 _e69 = s_3;
            state_1.s.inner[0].inner[0] = _e69;
        }
        {
            metal::float4 _e73 = state_1.s.inner[0].inner[1];
            metal::float4 _e76 = fades(_e73, metal::float4(_e13.y));
            s_4 = _e76;
            if (MOMENTUM) {
                float _e84 = kept;
                metal::float4 _e88 = state_1.momentum.inner[0].inner[1];
                state_1.momentum.inner[0].inner[1] = metal::fma(metal::float4(_e11.y), u, _e84 * _e88);
                metal::float4 _e91 = s_4;
                metal::float4 _e95 = state_1.momentum.inner[0].inner[1];
                s_4 = _e91 + _e95;
            } else {
                metal::float4 _e99 = s_4;
                s_4 = metal::fma(metal::float4(_e11.y), u, _e99);
            }
            if (RANK_ONE) {
                metal::float4 _e102 = written4_(token_10, 0u, now);
                metal::float4 _e105 = s_4;
                s_4 = metal::fma(metal::float4(_e102.y), removed, _e105);
            }
            metal::float4 _e110 = s_4;
            state_1.s.inner[0].inner[1] = _e110;
        }
        {
            metal::float4 _e114 = state_1.s.inner[0].inner[2];
            metal::float4 _e117 = fades(_e114, metal::float4(_e13.z));
            s_5 = _e117;
            if (MOMENTUM) {
                float _e125 = kept;
                metal::float4 _e129 = state_1.momentum.inner[0].inner[2];
                state_1.momentum.inner[0].inner[2] = metal::fma(metal::float4(_e11.z), u, _e125 * _e129);
                metal::float4 _e132 = s_5;
                metal::float4 _e136 = state_1.momentum.inner[0].inner[2];
                s_5 = _e132 + _e136;
            } else {
                metal::float4 _e140 = s_5;
                s_5 = metal::fma(metal::float4(_e11.z), u, _e140);
            }
            if (RANK_ONE) {
                metal::float4 _e143 = written4_(token_10, 0u, now);
                metal::float4 _e146 = s_5;
                s_5 = metal::fma(metal::float4(_e143.z), removed, _e146);
            }
            metal::float4 _e151 = s_5;
            state_1.s.inner[0].inner[2] = _e151;
        }
        {
            metal::float4 _e155 = state_1.s.inner[0].inner[3];
            metal::float4 _e158 = fades(_e155, metal::float4(_e13.w));
            s_6 = _e158;
            if (MOMENTUM) {
                float _e166 = kept;
                metal::float4 _e170 = state_1.momentum.inner[0].inner[3];
                state_1.momentum.inner[0].inner[3] = metal::fma(metal::float4(_e11.w), u, _e166 * _e170);
                metal::float4 _e173 = s_6;
                metal::float4 _e177 = state_1.momentum.inner[0].inner[3];
                s_6 = _e173 + _e177;
            } else {
                metal::float4 _e181 = s_6;
                s_6 = metal::fma(metal::float4(_e11.w), u, _e181);
            }
            if (RANK_ONE) {
                metal::float4 _e184 = written4_(token_10, 0u, now);
                metal::float4 _e187 = s_6;
                s_6 = metal::fma(metal::float4(_e184.w), removed, _e187);
            }
            metal::float4 _e192 = s_6;
            state_1.s.inner[0].inner[3] = _e192;
        }
        if (true) {
            Rows _e196 = state_1.s.inner[0];
            metal::float4 _e199 = state_1.z.inner[0];
            add_rows(sums_1, token_10, _e12, 0u, _e196, _e199, now);
        }
    }
    {
        metal::float4 _e201 = key4_(token_10, 1u, now);
        metal::float4 _e202 = query4_(token_10, 1u, now);
        metal::float4 _e203 = decays4_(token_10, 1u, now);
        if (BONUS) {
            Rows _e207 = state_1.s.inner[1];
            metal::float4 _e210 = state_1.z.inner[1];
            add_rows(sums_1, token_10, _e202, 1u, _e207, _e210, now);
        }
        if (NORMALISE) {
            metal::float4 _e216 = state_1.z.inner[1];
            metal::float4 _e217 = fades(_e216, _e203);
            state_1.z.inner[1] = _e217 + _e201;
        }
        {
            metal::float4 _e222 = state_1.s.inner[1].inner[0];
            metal::float4 _e225 = fades(_e222, metal::float4(_e203.x));
            s_7 = _e225;
            if (MOMENTUM) {
                float _e233 = kept;
                metal::float4 _e237 = state_1.momentum.inner[0].inner[0];
                state_1.momentum.inner[0].inner[0] = metal::fma(metal::float4(_e201.x), u, _e233 * _e237);
                metal::float4 _e240 = s_7;
                metal::float4 _e244 = state_1.momentum.inner[0].inner[0];
                s_7 = _e240 + _e244;
            } else {
                metal::float4 _e248 = s_7;
                s_7 = metal::fma(metal::float4(_e201.x), u, _e248);
            }
            if (RANK_ONE) {
                metal::float4 _e251 = written4_(token_10, 1u, now);
                metal::float4 _e254 = s_7;
                s_7 = metal::fma(metal::float4(_e251.x), removed, _e254);
            }
            metal::float4 _e259 = s_7;
            state_1.s.inner[1].inner[0] = _e259;
        }
        {
            metal::float4 _e263 = state_1.s.inner[1].inner[1];
            metal::float4 _e266 = fades(_e263, metal::float4(_e203.y));
            s_8 = _e266;
            if (MOMENTUM) {
                float _e274 = kept;
                metal::float4 _e278 = state_1.momentum.inner[0].inner[1];
                state_1.momentum.inner[0].inner[1] = metal::fma(metal::float4(_e201.y), u, _e274 * _e278);
                metal::float4 _e281 = s_8;
                metal::float4 _e285 = state_1.momentum.inner[0].inner[1];
                s_8 = _e281 + _e285;
            } else {
                metal::float4 _e289 = s_8;
                s_8 = metal::fma(metal::float4(_e201.y), u, _e289);
            }
            if (RANK_ONE) {
                metal::float4 _e292 = written4_(token_10, 1u, now);
                metal::float4 _e295 = s_8;
                s_8 = metal::fma(metal::float4(_e292.y), removed, _e295);
            }
            metal::float4 _e300 = s_8;
            state_1.s.inner[1].inner[1] = _e300;
        }
        {
            metal::float4 _e304 = state_1.s.inner[1].inner[2];
            metal::float4 _e307 = fades(_e304, metal::float4(_e203.z));
            s_9 = _e307;
            if (MOMENTUM) {
                float _e315 = kept;
                metal::float4 _e319 = state_1.momentum.inner[0].inner[2];
                state_1.momentum.inner[0].inner[2] = metal::fma(metal::float4(_e201.z), u, _e315 * _e319);
                metal::float4 _e322 = s_9;
                metal::float4 _e326 = state_1.momentum.inner[0].inner[2];
                s_9 = _e322 + _e326;
            } else {
                metal::float4 _e330 = s_9;
                s_9 = metal::fma(metal::float4(_e201.z), u, _e330);
            }
            if (RANK_ONE) {
                metal::float4 _e333 = written4_(token_10, 1u, now);
                metal::float4 _e336 = s_9;
                s_9 = metal::fma(metal::float4(_e333.z), removed, _e336);
            }
            metal::float4 _e341 = s_9;
            state_1.s.inner[1].inner[2] = _e341;
        }
        {
            metal::float4 _e345 = state_1.s.inner[1].inner[3];
            metal::float4 _e348 = fades(_e345, metal::float4(_e203.w));
            s_10 = _e348;
            if (MOMENTUM) {
                float _e356 = kept;
                metal::float4 _e360 = state_1.momentum.inner[0].inner[3];
                state_1.momentum.inner[0].inner[3] = metal::fma(metal::float4(_e201.w), u, _e356 * _e360);
                metal::float4 _e363 = s_10;
                metal::float4 _e367 = state_1.momentum.inner[0].inner[3];
                s_10 = _e363 + _e367;
            } else {
                metal::float4 _e371 = s_10;
                s_10 = metal::fma(metal::float4(_e201.w), u, _e371);
            }
            if (RANK_ONE) {
                metal::float4 _e374 = written4_(token_10, 1u, now);
                metal::float4 _e377 = s_10;
                s_10 = metal::fma(metal::float4(_e374.w), removed, _e377);
            }
            metal::float4 _e382 = s_10;
            state_1.s.inner[1].inner[3] = _e382;
        }
        if (true) {
            Rows _e386 = state_1.s.inner[1];
            metal::float4 _e389 = state_1.z.inner[1];
            add_rows(sums_1, token_10, _e202, 1u, _e386, _e389, now);
        }
    }
    Sums _e390 = sums_1;
    return _e390;
}

metal::float4 total(
    metal::float4 x_9
) {
    Own _e9 = across(metal::float4(((x_9.x + x_9.y) + x_9.z) + x_9.w));
    return _e9;
}

void write_outputs(
    thread State& state_2,
    Token token_11,
    uint b_11,
    uint i_8,
    metal::float4 u_1,
    uint begin,
    uint end,
    Sums first,
    constant Params& params,
    device type_4 const& q_1,
    device type_4& o_1,
    thread Fetched& now,
    constant _mslBufferSizes& _buffer_sizes
) {
    Sums sums_2 = {};
    uint g = {};
    Own o = {};
    float factor = {};
    sums_2 = first;
    g = begin;
    uint2 loop_bound_6 = uint2(4294967295u);
    bool loop_init_6 = true;
    while(true) {
        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_6) {
            uint _e79 = g;
            g = _e79 + 1u;
        }
        loop_init_6 = false;
        uint _e10 = g;
        if (_e10 < end) {
        } else {
            break;
        }
        {
            uint _e15 = params.group;
            uint _e17 = g;
            uint head = (token_11.head * _e15) + _e17;
            uint _e19 = g;
            if (_e19 > 0u) {
                sums_2 = Sums {};
                {
                    uint _e24 = q_at(b_11, head, i_8, params);
                    uint _e26 = row_of(token_11.part, 0u);
                    metal::float4 _e27 = load_q4_(_e24, _e26, q_1, _buffer_sizes);
                    Rows _e30 = state_2.s.inner[0];
                    metal::float4 _e33 = state_2.z.inner[0];
                    add_rows(sums_2, token_11, _e27, 0u, _e30, _e33, now);
                }
                {
                    uint _e35 = q_at(b_11, head, i_8, params);
                    uint _e37 = row_of(token_11.part, 1u);
                    metal::float4 _e38 = load_q4_(_e35, _e37, q_1, _buffer_sizes);
                    Rows _e41 = state_2.s.inner[1];
                    metal::float4 _e44 = state_2.z.inner[1];
                    add_rows(sums_2, token_11, _e38, 1u, _e41, _e44, now);
                }
            }
            metal::float4 _e46 = sums_2.o;
            Own _e47 = across(_e46);
            o = _e47;
            if (BONUS) {
                metal::float4 _e51 = sums_2.own;
                metal::float4 _e52 = total(_e51);
                Own _e53 = o;
                o = metal::fma(_e52, u_1, _e53);
            }
            float _e57 = params.scale;
            factor = _e57;
            if (NORMALISE) {
                metal::float4 _e61 = sums_2.keys;
                metal::float4 _e62 = total(_e61);
                float _e66 = params.eps;
                float _e68 = inverse(_e62.x + _e66);
                factor = _e68;
            }
            if (token_11.part == 0u) {
                uint _e72 = o_at(b_11, head, i_8, params);
                float _e75 = factor;
                Own _e76 = o;
                store_o4_(_e72, token_11.column, V_DIM, _e75 * _e76, o_1, _buffer_sizes);
            }
        }
    }
    return;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

void run(
    metal::uint3 wid_2,
    uint tid_1,
    constant Params& params,
    device type_4 const& q_1,
    device type_4 const& k,
    device type_4 const& v,
    device type_4& o_1,
    device type_5 const& decay,
    device type_5 const& beta,
    device type_5 const& state_in,
    device type_5& state_out,
    thread Fetched& next,
    thread Fetched& now,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint id = {};
    State state_3 = {};
    bool local_6 = {};
    bool local_7 = {};
    bool local_8 = {};
    bool local_9 = {};
    bool local_10 = {};
    bool local_11 = {};
    bool local_12 = {};
    bool local_13 = {};
    uint t_1 = 0u;
    metal::float4 u_2 = {};
    metal::float4 removed_1 = {};
    bool local_14 = {};
    bool local_15 = {};
    bool local_16 = {};
    bool local_17 = {};
    bool local_18 = {};
    bool local_19 = {};
    bool local_20 = {};
    bool local_21 = {};
    bool local_22 = {};
    bool local_23 = {};
    bool local_24 = {};
    bool local_25 = {};
    bool local_26 = {};
    bool local_27 = {};
    bool local_28 = {};
    bool local_29 = {};
    bool local_30 = {};
    uint _e2 = group_id(wid_2, params);
    id = _e2;
    uint _e4 = id;
    uint _e7 = params.groups;
    if (_e4 >= _e7) {
        return;
    }
    uint _e9 = part_of(tid_1);
    uint _e10 = id;
    uint _e13 = params.v_slices;
    uint column_3 = ((naga_mod(_e10, _e13) * 8u) + naga_div(tid_1, PARTS)) * 4u;
    uint _e22 = id;
    uint _e25 = params.v_slices;
    id = naga_div(_e22, _e25);
    uint _e29 = params.kv_head_base;
    uint _e30 = id;
    uint _e33 = params.kv_head_count;
    uint h_10 = _e29 + naga_mod(_e30, _e33);
    uint _e38 = params.batch_base;
    uint _e39 = id;
    uint _e42 = params.kv_head_count;
    uint b_12 = _e38 + naga_div(_e39, _e42);
    uint _e47 = params.kv_heads;
    uint base_6 = (((b_12 * _e47) + h_10) * QK_DIM) * STATE_COLUMNS;
    {
        uint _e56 = row_of(_e9, 0u);
        {
            metal::float4 _e62 = load_state4_(base_6, _e56 + 0u, column_3, state_in, _buffer_sizes);
            state_3.s.inner[0].inner[0] = _e62;
            if (MOMENTUM) {
                metal::float4 _e70 = load_state4_(base_6 + V_DIM, _e56 + 0u, column_3, state_in, _buffer_sizes);
                state_3.momentum.inner[0].inner[0] = _e70;
            }
            if (NORMALISE) {
                local_6 = (_e56 + 0u) < QK_DIM;
            } else {
                local_6 = false;
            }
            bool _e78 = local_6;
            if (_e78) {
                float _e88 = load_state((base_6 + ((_e56 + 0u) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                state_3.z.inner[0].x = _e88;
            }
        }
        {
            metal::float4 _e94 = load_state4_(base_6, _e56 + 1u, column_3, state_in, _buffer_sizes);
            state_3.s.inner[0].inner[1] = _e94;
            if (MOMENTUM) {
                metal::float4 _e102 = load_state4_(base_6 + V_DIM, _e56 + 1u, column_3, state_in, _buffer_sizes);
                state_3.momentum.inner[0].inner[1] = _e102;
            }
            if (NORMALISE) {
                local_7 = (_e56 + 1u) < QK_DIM;
            } else {
                local_7 = false;
            }
            bool _e110 = local_7;
            if (_e110) {
                float _e120 = load_state((base_6 + ((_e56 + 1u) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                state_3.z.inner[0].y = _e120;
            }
        }
        {
            metal::float4 _e126 = load_state4_(base_6, _e56 + 2u, column_3, state_in, _buffer_sizes);
            state_3.s.inner[0].inner[2] = _e126;
            if (MOMENTUM) {
                metal::float4 _e134 = load_state4_(base_6 + V_DIM, _e56 + 2u, column_3, state_in, _buffer_sizes);
                state_3.momentum.inner[0].inner[2] = _e134;
            }
            if (NORMALISE) {
                local_8 = (_e56 + 2u) < QK_DIM;
            } else {
                local_8 = false;
            }
            bool _e142 = local_8;
            if (_e142) {
                float _e152 = load_state((base_6 + ((_e56 + 2u) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                state_3.z.inner[0].z = _e152;
            }
        }
        {
            metal::float4 _e158 = load_state4_(base_6, _e56 + 3u, column_3, state_in, _buffer_sizes);
            state_3.s.inner[0].inner[3] = _e158;
            if (MOMENTUM) {
                metal::float4 _e166 = load_state4_(base_6 + V_DIM, _e56 + 3u, column_3, state_in, _buffer_sizes);
                state_3.momentum.inner[0].inner[3] = _e166;
            }
            if (NORMALISE) {
                local_9 = (_e56 + 3u) < QK_DIM;
            } else {
                local_9 = false;
            }
            bool _e174 = local_9;
            if (_e174) {
                float _e184 = load_state((base_6 + ((_e56 + 3u) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                state_3.z.inner[0].w = _e184;
            }
        }
    }
    {
        uint _e186 = row_of(_e9, 1u);
        {
            metal::float4 _e192 = load_state4_(base_6, _e186 + 0u, column_3, state_in, _buffer_sizes);
            state_3.s.inner[1].inner[0] = _e192;
            if (MOMENTUM) {
                metal::float4 _e200 = load_state4_(base_6 + V_DIM, _e186 + 0u, column_3, state_in, _buffer_sizes);
                state_3.momentum.inner[0].inner[0] = _e200;
            }
            if (NORMALISE) {
                local_10 = (_e186 + 0u) < QK_DIM;
            } else {
                local_10 = false;
            }
            bool _e208 = local_10;
            if (_e208) {
                float _e218 = load_state((base_6 + ((_e186 + 0u) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                state_3.z.inner[1].x = _e218;
            }
        }
        {
            metal::float4 _e224 = load_state4_(base_6, _e186 + 1u, column_3, state_in, _buffer_sizes);
            state_3.s.inner[1].inner[1] = _e224;
            if (MOMENTUM) {
                metal::float4 _e232 = load_state4_(base_6 + V_DIM, _e186 + 1u, column_3, state_in, _buffer_sizes);
                state_3.momentum.inner[0].inner[1] = _e232;
            }
            if (NORMALISE) {
                local_11 = (_e186 + 1u) < QK_DIM;
            } else {
                local_11 = false;
            }
            bool _e240 = local_11;
            if (_e240) {
                float _e250 = load_state((base_6 + ((_e186 + 1u) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                state_3.z.inner[1].y = _e250;
            }
        }
        {
            metal::float4 _e256 = load_state4_(base_6, _e186 + 2u, column_3, state_in, _buffer_sizes);
            state_3.s.inner[1].inner[2] = _e256;
            if (MOMENTUM) {
                metal::float4 _e264 = load_state4_(base_6 + V_DIM, _e186 + 2u, column_3, state_in, _buffer_sizes);
                state_3.momentum.inner[0].inner[2] = _e264;
            }
            if (NORMALISE) {
                local_12 = (_e186 + 2u) < QK_DIM;
            } else {
                local_12 = false;
            }
            bool _e272 = local_12;
            if (_e272) {
                float _e282 = load_state((base_6 + ((_e186 + 2u) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                state_3.z.inner[1].z = _e282;
            }
        }
        {
            metal::float4 _e288 = load_state4_(base_6, _e186 + 3u, column_3, state_in, _buffer_sizes);
            state_3.s.inner[1].inner[3] = _e288;
            if (MOMENTUM) {
                metal::float4 _e296 = load_state4_(base_6 + V_DIM, _e186 + 3u, column_3, state_in, _buffer_sizes);
                state_3.momentum.inner[0].inner[3] = _e296;
            }
            if (NORMALISE) {
                local_13 = (_e186 + 3u) < QK_DIM;
            } else {
                local_13 = false;
            }
            bool _e304 = local_13;
            if (_e304) {
                float _e314 = load_state((base_6 + ((_e186 + 3u) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                state_3.z.inner[1].w = _e314;
            }
        }
    }
    uint _e315 = token_count(b_12, params);
    uint _e319 = params.group;
    uint _e322 = params.outputs;
    uint queries = (_e322 != 0u) ? _e319 : 0u;
    if (_e315 > 0u) {
        uint _e329 = token_at(b_12, h_10, 0u, _e315, params);
        Token _e330 = token_of(b_12, h_10, _e329, _e9, column_3, params);
        fetch(_e330, q_1, k, v, decay, beta, next, _buffer_sizes);
    }
    uint2 loop_bound_7 = uint2(4294967295u);
    bool loop_init_7 = true;
    while(true) {
        if (metal::all(loop_bound_7 == uint2(0u))) { break; }
        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
        if (!loop_init_7) {
            uint _e380 = t_1;
            t_1 = _e380 + 1u;
        }
        loop_init_7 = false;
        uint _e333 = t_1;
        if (_e333 < _e315) {
        } else {
            break;
        }
        {
            uint _e335 = t_1;
            uint _e336 = token_at(b_12, h_10, _e335, _e315, params);
            Token _e337 = token_of(b_12, h_10, _e336, _e9, column_3, params);
            take(next, now);
            uint _e338 = t_1;
            if ((_e338 + 1u) < _e315) {
                uint _e342 = t_1;
                uint _e345 = token_at(b_12, h_10, _e342 + 1u, _e315, params);
                Token _e346 = token_of(b_12, h_10, _e345, _e9, column_3, params);
                fetch(_e346, q_1, k, v, decay, beta, next, _buffer_sizes);
            }
            metal::float4 _e347 = value4_(_e337, now);
            u_2 = _e347;
            removed_1 = metal::float4(0.0);
            if (RANK_ONE) {
                metal::float4 _e353 = held(state_3, _e337, now);
                removed_1 = _e353;
            }
            if (false) {
                local_14 = MOMENTUM;
            } else {
                local_14 = true;
            }
            bool _e359 = local_14;
            if (_e359) {
                float _e361 = rate(_e337, 0u, now);
                metal::float4 _e362 = u_2;
                metal::float4 _e363 = held(state_3, _e337, now);
                u_2 = _e361 * (_e362 - _e363);
            }
            if (BONUS) {
                metal::float4 _e367 = u_2;
                write_outputs(state_3, _e337, b_12, _e336, _e367, 1u, queries, Sums {}, params, q_1, o_1, now, _buffer_sizes);
            }
            metal::float4 _e370 = u_2;
            metal::float4 _e371 = removed_1;
            Sums _e372 = step_1(state_3, _e337, _e370, _e371, now);
            metal::float4 _e373 = u_2;
            write_outputs(state_3, _e337, b_12, _e336, _e373, 0u, BONUS ? metal::min(queries, 1u) : queries, _e372, params, q_1, o_1, now, _buffer_sizes);
        }
    }
    {
        uint _e383 = row_of(_e9, 0u);
        {
            metal::float4 _e389 = state_3.s.inner[0].inner[0];
            store_state4_(base_6, _e383 + 0u, column_3, _e389, state_out, _buffer_sizes);
            if (MOMENTUM) {
                metal::float4 _e397 = state_3.momentum.inner[0].inner[0];
                store_state4_(base_6 + V_DIM, _e383 + 0u, column_3, _e397, state_out, _buffer_sizes);
            }
            if (NORMALISE) {
                local_15 = column_3 == 0u;
            } else {
                local_15 = false;
            }
            bool _e404 = local_15;
            if (_e404) {
                local_16 = (_e383 + 0u) < QK_DIM;
            } else {
                local_16 = false;
            }
            bool _e411 = local_16;
            if (_e411) {
                float _e421 = state_3.z.inner[0].x;
                store_state((base_6 + ((_e383 + 0u) * STATE_COLUMNS)) + V_DIM, _e421, state_out, _buffer_sizes);
            }
        }
        {
            metal::float4 _e427 = state_3.s.inner[0].inner[1];
            store_state4_(base_6, _e383 + 1u, column_3, _e427, state_out, _buffer_sizes);
            if (MOMENTUM) {
                metal::float4 _e435 = state_3.momentum.inner[0].inner[1];
                store_state4_(base_6 + V_DIM, _e383 + 1u, column_3, _e435, state_out, _buffer_sizes);
            }
            if (NORMALISE) {
                local_17 = column_3 == 0u;
            } else {
                local_17 = false;
            }
            bool _e442 = local_17;
            if (_e442) {
                local_18 = (_e383 + 1u) < QK_DIM;
            } else {
                local_18 = false;
            }
            bool _e449 = local_18;
            if (_e449) {
                float _e459 = state_3.z.inner[0].y;
                store_state((base_6 + ((_e383 + 1u) * STATE_COLUMNS)) + V_DIM, _e459, state_out, _buffer_sizes);
            }
        }
        {
            metal::float4 _e465 = state_3.s.inner[0].inner[2];
            store_state4_(base_6, _e383 + 2u, column_3, _e465, state_out, _buffer_sizes);
            if (MOMENTUM) {
                metal::float4 _e473 = state_3.momentum.inner[0].inner[2];
                store_state4_(base_6 + V_DIM, _e383 + 2u, column_3, _e473, state_out, _buffer_sizes);
            }
            if (NORMALISE) {
                local_19 = column_3 == 0u;
            } else {
                local_19 = false;
            }
            bool _e480 = local_19;
            if (_e480) {
                local_20 = (_e383 + 2u) < QK_DIM;
            } else {
                local_20 = false;
            }
            bool _e487 = local_20;
            if (_e487) {
                float _e497 = state_3.z.inner[0].z;
                store_state((base_6 + ((_e383 + 2u) * STATE_COLUMNS)) + V_DIM, _e497, state_out, _buffer_sizes);
            }
        }
        {
            metal::float4 _e503 = state_3.s.inner[0].inner[3];
            store_state4_(base_6, _e383 + 3u, column_3, _e503, state_out, _buffer_sizes);
            if (MOMENTUM) {
                metal::float4 _e511 = state_3.momentum.inner[0].inner[3];
                store_state4_(base_6 + V_DIM, _e383 + 3u, column_3, _e511, state_out, _buffer_sizes);
            }
            if (NORMALISE) {
                local_21 = column_3 == 0u;
            } else {
                local_21 = false;
            }
            bool _e518 = local_21;
            if (_e518) {
                local_22 = (_e383 + 3u) < QK_DIM;
            } else {
                local_22 = false;
            }
            bool _e525 = local_22;
            if (_e525) {
                float _e535 = state_3.z.inner[0].w;
                store_state((base_6 + ((_e383 + 3u) * STATE_COLUMNS)) + V_DIM, _e535, state_out, _buffer_sizes);
            }
        }
    }
    {
        uint _e537 = row_of(_e9, 1u);
        {
            metal::float4 _e543 = state_3.s.inner[1].inner[0];
            store_state4_(base_6, _e537 + 0u, column_3, _e543, state_out, _buffer_sizes);
            if (MOMENTUM) {
                metal::float4 _e551 = state_3.momentum.inner[0].inner[0];
                store_state4_(base_6 + V_DIM, _e537 + 0u, column_3, _e551, state_out, _buffer_sizes);
            }
            if (NORMALISE) {
                local_23 = column_3 == 0u;
            } else {
                local_23 = false;
            }
            bool _e558 = local_23;
            if (_e558) {
                local_24 = (_e537 + 0u) < QK_DIM;
            } else {
                local_24 = false;
            }
            bool _e565 = local_24;
            if (_e565) {
                float _e575 = state_3.z.inner[1].x;
                store_state((base_6 + ((_e537 + 0u) * STATE_COLUMNS)) + V_DIM, _e575, state_out, _buffer_sizes);
            }
        }
        {
            metal::float4 _e581 = state_3.s.inner[1].inner[1];
            store_state4_(base_6, _e537 + 1u, column_3, _e581, state_out, _buffer_sizes);
            if (MOMENTUM) {
                metal::float4 _e589 = state_3.momentum.inner[0].inner[1];
                store_state4_(base_6 + V_DIM, _e537 + 1u, column_3, _e589, state_out, _buffer_sizes);
            }
            if (NORMALISE) {
                local_25 = column_3 == 0u;
            } else {
                local_25 = false;
            }
            bool _e596 = local_25;
            if (_e596) {
                local_26 = (_e537 + 1u) < QK_DIM;
            } else {
                local_26 = false;
            }
            bool _e603 = local_26;
            if (_e603) {
                float _e613 = state_3.z.inner[1].y;
                store_state((base_6 + ((_e537 + 1u) * STATE_COLUMNS)) + V_DIM, _e613, state_out, _buffer_sizes);
            }
        }
        {
            metal::float4 _e619 = state_3.s.inner[1].inner[2];
            store_state4_(base_6, _e537 + 2u, column_3, _e619, state_out, _buffer_sizes);
            if (MOMENTUM) {
                metal::float4 _e627 = state_3.momentum.inner[0].inner[2];
                store_state4_(base_6 + V_DIM, _e537 + 2u, column_3, _e627, state_out, _buffer_sizes);
            }
            if (NORMALISE) {
                local_27 = column_3 == 0u;
            } else {
                local_27 = false;
            }
            bool _e634 = local_27;
            if (_e634) {
                local_28 = (_e537 + 2u) < QK_DIM;
            } else {
                local_28 = false;
            }
            bool _e641 = local_28;
            if (_e641) {
                float _e651 = state_3.z.inner[1].z;
                store_state((base_6 + ((_e537 + 2u) * STATE_COLUMNS)) + V_DIM, _e651, state_out, _buffer_sizes);
            }
        }
        {
            metal::float4 _e657 = state_3.s.inner[1].inner[3];
            store_state4_(base_6, _e537 + 3u, column_3, _e657, state_out, _buffer_sizes);
            if (MOMENTUM) {
                metal::float4 _e665 = state_3.momentum.inner[0].inner[3];
                store_state4_(base_6 + V_DIM, _e537 + 3u, column_3, _e665, state_out, _buffer_sizes);
            }
            if (NORMALISE) {
                local_29 = column_3 == 0u;
            } else {
                local_29 = false;
            }
            bool _e672 = local_29;
            if (_e672) {
                local_30 = (_e537 + 3u) < QK_DIM;
            } else {
                local_30 = false;
            }
            bool _e679 = local_30;
            if (_e679) {
                float _e689 = state_3.z.inner[1].w;
                store_state((base_6 + ((_e537 + 3u) * STATE_COLUMNS)) + V_DIM, _e689, state_out, _buffer_sizes);
                return;
            } else {
                return;
            }
        }
    }
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint subgroup [[simdgroup_index_in_threadgroup]]
, uint size [[threads_per_simdgroup]]
, uint lane [[thread_index_in_simdgroup]]
, constant Params& params [[user(fake0)]]
, device type_4 const& q_1 [[user(fake0)]]
, device type_4 const& k [[user(fake0)]]
, device type_4 const& v [[user(fake0)]]
, device type_4& o_1 [[user(fake0)]]
, device type_5 const& decay [[user(fake0)]]
, device type_5 const& beta [[user(fake0)]]
, device type_5 const& state_in [[user(fake0)]]
, device type_5& state_out [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    Fetched next = {};
    Fetched now = {};
    uint lanes = {};
    lanes = size;
    run(wid, (subgroup * size) + lane, params, q_1, k, v, o_1, decay, beta, state_in, state_out, next, now, _buffer_sizes);
    return;
}
