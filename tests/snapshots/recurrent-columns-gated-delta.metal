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
struct type_8 {
    Rows inner[16];
};
struct type_9 {
    Rows inner[1];
};
struct type_10 {
    metal::float4 inner[16];
};
struct State {
    type_8 s;
    type_9 momentum;
    type_10 z;
};
struct Sums {
    metal::float4 o;
    metal::float4 keys;
    metal::float4 own;
};
constant uint WORKGROUP = 8u;
constant uint PARTS = 1u;
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
constant uint ROWS4_ = 16u;

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
    float n_19 = metal::clamp(metal::rint(log * 1.442695), -127.0, 127.0);
    float r_4 = metal::fma(n_19, 0.00021219444, metal::fma(n_19, -0.6933594, log));
    sum_1 = metal::fma(r_4, 0.0001984127, 0.0013888889);
    float _e19 = sum_1;
    sum_1 = metal::fma(r_4, _e19, 0.008333334);
    float _e22 = sum_1;
    sum_1 = metal::fma(r_4, _e22, 0.041666668);
    float _e25 = sum_1;
    sum_1 = metal::fma(r_4, _e25, 0.16666667);
    float _e28 = sum_1;
    sum_1 = metal::fma(r_4, _e28, 0.5);
    float _e31 = sum_1;
    sum_1 = metal::fma(r_4, _e31, 1.0);
    float _e40 = sum_1;
    return Fade {as_type<float>(as_type<int>(as_type<uint>(naga_f2i32(n_19)) + as_type<uint>(127)) << 23u), r_4 * _e40};
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
    return 0u;
}

Own across(
    Own x_7
) {
    return x_7;
}

void fetch(
    Token token
) {
    return;
}

void take(
) {
    return;
}

uint row_of(
    uint part,
    uint n_6
) {
    return ((n_6 * PARTS) + part) * 4u;
}

metal::float4 key4_(
    Token token_1,
    uint n_7,
    device type_4 const& k,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = row_of(token_1.part, n_7);
    metal::float4 _e5 = load_k4_(token_1.k, _e4, k, _buffer_sizes);
    return _e5;
}

metal::float4 query4_(
    Token token_2,
    uint n_8,
    device type_4 const& q_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = row_of(token_2.part, n_8);
    metal::float4 _e5 = load_q4_(token_2.q, _e4, q_1, _buffer_sizes);
    return _e5;
}

metal::float4 value4_(
    Token token_3,
    device type_4 const& v,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 _e3 = load_v4_(token_3.v, token_3.column, v, _buffer_sizes);
    return _e3;
}

metal::float4 removed4_(
    Token token_4,
    uint n_9
) {
    uint _e4 = row_of(token_4.part, n_9);
    metal::float4 _e5 = removal4_(token_4.removal, _e4);
    return _e5;
}

metal::float4 written4_(
    Token token_5,
    uint n_10
) {
    uint _e6 = row_of(token_5.part, n_10);
    metal::float4 _e7 = removal4_(token_5.removal + QK_DIM, _e6);
    return _e7;
}

float rate(
    Token token_6,
    uint n_11,
    device type_5 const& beta,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e4 = load_beta(token_6.beta + n_11, beta, _buffer_sizes);
    return _e4;
}

metal::float4 decays4_(
    Token token_7,
    uint n_12,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (DECAY_CHANNEL) {
        uint _e5 = row_of(token_7.part, n_12);
        metal::float4 _e6 = channel_decays(token_7.decay, _e5, decay, _buffer_sizes);
        return _e6;
    }
    float _e8 = load_decay(token_7.decay, decay, _buffer_sizes);
    return metal::float4(_e8);
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
    device type_4 const& k,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 sum_2 = metal::float4(0.0);
    uint n_13 = 0u;
    metal::float4 row = {};
    bool local_2 = {};
    uint e = {};
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e48 = n_13;
            n_13 = _e48 + 1u;
        }
        loop_init_5 = false;
        uint _e7 = n_13;
        if (_e7 < ROWS4_) {
        } else {
            break;
        }
        {
            uint _e10 = n_13;
            metal::float4 _e11 = key4_(token_8, _e10, k, _buffer_sizes);
            row = _e11;
            if (RANK_ONE) {
                uint _e14 = n_13;
                metal::float4 _e15 = removed4_(token_8, _e14);
                row = _e15;
            } else {
                if (DELTA) {
                    local_2 = DECAY;
                } else {
                    local_2 = false;
                }
                bool _e21 = local_2;
                if (_e21) {
                    metal::float4 _e22 = row;
                    uint _e23 = n_13;
                    metal::float4 _e24 = decays4_(token_8, _e23, decay, _buffer_sizes);
                    metal::float4 _e25 = fade4_(_e24);
                    row = _e22 * _e25;
                }
            }
            e = 0u;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e45 = e;
                    e = _e45 + 1u;
                }
                loop_init_6 = false;
                uint _e29 = e;
                if (_e29 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e32 = e;
                    float _e34 = row[_e32];
                    uint _e37 = n_13;
                    uint _e39 = e;
                    metal::float4 _e41 = state.s.inner[_e37].inner[_e39];
                    metal::float4 _e42 = sum_2;
                    sum_2 = metal::fma(metal::float4(_e34), _e41, _e42);
                }
            }
        }
    }
    metal::float4 _e50 = sum_2;
    Own _e51 = across(_e50);
    return _e51;
}

void add_rows(
    thread Sums& sums,
    Token token_9,
    metal::float4 q,
    uint n_14,
    Rows s_2,
    metal::float4 z,
    device type_4 const& k,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint e_1 = 0u;
    if (NORMALISE) {
        metal::float4 _e9 = sums.keys;
        sums.keys = metal::fma(q, z, _e9);
    }
    if (BONUS) {
        uint _e15 = row_of(token_9.part, n_14);
        metal::float4 _e16 = bonus4_(token_9.head, _e15);
        metal::float4 _e18 = key4_(token_9, n_14, k, _buffer_sizes);
        metal::float4 _e20 = sums.own;
        sums.own = metal::fma(q * _e16, _e18, _e20);
    }
    uint2 loop_bound_7 = uint2(4294967295u);
    bool loop_init_7 = true;
    while(true) {
        if (metal::all(loop_bound_7 == uint2(0u))) { break; }
        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
        if (!loop_init_7) {
            uint _e37 = e_1;
            e_1 = _e37 + 1u;
        }
        loop_init_7 = false;
        uint _e24 = e_1;
        if (_e24 < 4u) {
        } else {
            break;
        }
        {
            uint _e28 = e_1;
            uint _e31 = e_1;
            metal::float4 _e34 = sums.o;
            sums.o = metal::fma(metal::float4(q[_e28]), s_2.inner[_e31], _e34);
        }
    }
    return;
}

Sums step(
    thread State& state_1,
    Token token_10,
    metal::float4 u,
    metal::float4 removed,
    device type_4 const& q_1,
    device type_4 const& k,
    device type_5 const& decay,
    device type_5 const& beta,
    constant _mslBufferSizes& _buffer_sizes
) {
    float kept = 0.0;
    Sums sums_1 = {};
    uint n_15 = 0u;
    uint e_2 = {};
    metal::float4 s_3 = {};
    if (MOMENTUM) {
        float _e8 = rate(token_10, 1u, beta, _buffer_sizes);
        kept = _e8;
    }
    uint2 loop_bound_8 = uint2(4294967295u);
    bool loop_init_8 = true;
    while(true) {
        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
        if (!loop_init_8) {
            uint _e125 = n_15;
            n_15 = _e125 + 1u;
        }
        loop_init_8 = false;
        uint _e12 = n_15;
        if (_e12 < ROWS4_) {
        } else {
            break;
        }
        {
            uint _e15 = n_15;
            metal::float4 _e16 = key4_(token_10, _e15, k, _buffer_sizes);
            uint _e17 = n_15;
            metal::float4 _e18 = query4_(token_10, _e17, q_1, _buffer_sizes);
            uint _e19 = n_15;
            metal::float4 _e20 = decays4_(token_10, _e19, decay, _buffer_sizes);
            if (BONUS) {
                uint _e22 = n_15;
                uint _e24 = n_15;
                Rows _e26 = state_1.s.inner[_e24];
                uint _e28 = n_15;
                metal::float4 _e30 = state_1.z.inner[_e28];
                add_rows(sums_1, token_10, _e18, _e22, _e26, _e30, k, _buffer_sizes);
            }
            if (NORMALISE) {
                uint _e33 = n_15;
                uint _e36 = n_15;
                metal::float4 _e38 = state_1.z.inner[_e36];
                metal::float4 _e39 = fades(_e38, _e20);
                state_1.z.inner[_e33] = _e39 + _e16;
            }
            e_2 = 0u;
            uint2 loop_bound_9 = uint2(4294967295u);
            bool loop_init_9 = true;
            while(true) {
                if (metal::all(loop_bound_9 == uint2(0u))) { break; }
                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                if (!loop_init_9) {
                    uint _e112 = e_2;
                    e_2 = _e112 + 1u;
                }
                loop_init_9 = false;
                uint _e43 = e_2;
                if (_e43 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e47 = n_15;
                    uint _e49 = e_2;
                    metal::float4 _e51 = state_1.s.inner[_e47].inner[_e49];
                    uint _e52 = e_2;
                    metal::float4 _e55 = fades(_e51, metal::float4(_e20[_e52]));
                    s_3 = _e55;
                    if (MOMENTUM) {
                        uint _e60 = n_15;
                        uint _e64 = e_2;
                        uint _e66 = e_2;
                        float _e69 = kept;
                        uint _e72 = n_15;
                        uint _e76 = e_2;
                        metal::float4 _e78 = state_1.momentum.inner[MOMENTUM ? _e72 : 0u].inner[_e76];
                        state_1.momentum.inner[MOMENTUM ? _e60 : 0u].inner[_e64] = metal::fma(metal::float4(_e16[_e66]), u, _e69 * _e78);
                        metal::float4 _e81 = s_3;
                        uint _e84 = n_15;
                        uint _e88 = e_2;
                        metal::float4 _e90 = state_1.momentum.inner[MOMENTUM ? _e84 : 0u].inner[_e88];
                        s_3 = _e81 + _e90;
                    } else {
                        uint _e92 = e_2;
                        metal::float4 _e95 = s_3;
                        s_3 = metal::fma(metal::float4(_e16[_e92]), u, _e95);
                    }
                    if (RANK_ONE) {
                        uint _e98 = n_15;
                        metal::float4 _e99 = written4_(token_10, _e98);
                        uint _e100 = e_2;
                        metal::float4 _e103 = s_3;
                        s_3 = metal::fma(metal::float4(_e99[_e100]), removed, _e103);
                    }
                    uint _e106 = n_15;
                    uint _e108 = e_2;
                    metal::float4 _e110 = s_3;
                    state_1.s.inner[_e106].inner[_e108] = _e110;
                }
            }
            if (true) {
                uint _e115 = n_15;
                uint _e117 = n_15;
                Rows _e119 = state_1.s.inner[_e117];
                uint _e121 = n_15;
                metal::float4 _e123 = state_1.z.inner[_e121];
                add_rows(sums_1, token_10, _e18, _e115, _e119, _e123, k, _buffer_sizes);
            }
        }
    }
    Sums _e127 = sums_1;
    return _e127;
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
    device type_4 const& k,
    device type_4& o_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    Sums sums_2 = {};
    uint g = {};
    uint n_16 = {};
    Own o = {};
    float factor = {};
    sums_2 = first;
    g = begin;
    uint2 loop_bound_10 = uint2(4294967295u);
    bool loop_init_10 = true;
    while(true) {
        if (metal::all(loop_bound_10 == uint2(0u))) { break; }
        loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
        if (!loop_init_10) {
            uint _e79 = g;
            g = _e79 + 1u;
        }
        loop_init_10 = false;
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
                n_16 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                    if (!loop_init_11) {
                        uint _e43 = n_16;
                        n_16 = _e43 + 1u;
                    }
                    loop_init_11 = false;
                    uint _e25 = n_16;
                    if (_e25 < ROWS4_) {
                    } else {
                        break;
                    }
                    {
                        uint _e28 = q_at(b_11, head, i_8, params);
                        uint _e30 = n_16;
                        uint _e31 = row_of(token_11.part, _e30);
                        metal::float4 _e32 = load_q4_(_e28, _e31, q_1, _buffer_sizes);
                        uint _e33 = n_16;
                        uint _e35 = n_16;
                        Rows _e37 = state_2.s.inner[_e35];
                        uint _e39 = n_16;
                        metal::float4 _e41 = state_2.z.inner[_e39];
                        add_rows(sums_2, token_11, _e32, _e33, _e37, _e41, k, _buffer_sizes);
                    }
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
    constant _mslBufferSizes& _buffer_sizes
) {
    uint id_1 = {};
    State state_3 = {};
    uint n_17 = 0u;
    uint e_3 = {};
    bool local_3 = {};
    uint t_1 = 0u;
    metal::float4 u_2 = {};
    metal::float4 removed_1 = {};
    bool local_4 = {};
    uint n_18 = 0u;
    uint e_4 = {};
    bool local_5 = {};
    bool local_6 = {};
    uint _e2 = group_id(wid_2, params);
    id_1 = _e2;
    uint _e4 = id_1;
    uint _e7 = params.groups;
    if (_e4 >= _e7) {
        return;
    }
    uint _e9 = part_of(tid_1);
    uint _e10 = id_1;
    uint _e13 = params.v_slices;
    uint column_3 = ((naga_mod(_e10, _e13) * 8u) + naga_div(tid_1, PARTS)) * 4u;
    uint _e22 = id_1;
    uint _e25 = params.v_slices;
    id_1 = naga_div(_e22, _e25);
    uint _e29 = params.kv_head_base;
    uint _e30 = id_1;
    uint _e33 = params.kv_head_count;
    uint h_10 = _e29 + naga_mod(_e30, _e33);
    uint _e38 = params.batch_base;
    uint _e39 = id_1;
    uint _e42 = params.kv_head_count;
    uint b_12 = _e38 + naga_div(_e39, _e42);
    uint _e47 = params.kv_heads;
    uint base_6 = (((b_12 * _e47) + h_10) * QK_DIM) * STATE_COLUMNS;
    uint2 loop_bound_12 = uint2(4294967295u);
    bool loop_init_12 = true;
    while(true) {
        if (metal::all(loop_bound_12 == uint2(0u))) { break; }
        loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
        if (!loop_init_12) {
            uint _e115 = n_17;
            n_17 = _e115 + 1u;
        }
        loop_init_12 = false;
        uint _e57 = n_17;
        if (_e57 < ROWS4_) {
        } else {
            break;
        }
        {
            uint _e60 = n_17;
            uint _e61 = row_of(_e9, _e60);
            e_3 = 0u;
            uint2 loop_bound_13 = uint2(4294967295u);
            bool loop_init_13 = true;
            while(true) {
                if (metal::all(loop_bound_13 == uint2(0u))) { break; }
                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                if (!loop_init_13) {
                    uint _e112 = e_3;
                    e_3 = _e112 + 1u;
                }
                loop_init_13 = false;
                uint _e64 = e_3;
                if (_e64 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e68 = n_17;
                    uint _e70 = e_3;
                    uint _e72 = e_3;
                    metal::float4 _e74 = load_state4_(base_6, _e61 + _e72, column_3, state_in, _buffer_sizes);
                    state_3.s.inner[_e68].inner[_e70] = _e74;
                    if (MOMENTUM) {
                        uint _e78 = n_17;
                        uint _e82 = e_3;
                        uint _e86 = e_3;
                        metal::float4 _e88 = load_state4_(base_6 + V_DIM, _e61 + _e86, column_3, state_in, _buffer_sizes);
                        state_3.momentum.inner[MOMENTUM ? _e78 : 0u].inner[_e82] = _e88;
                    }
                    if (NORMALISE) {
                        uint _e92 = e_3;
                        local_3 = (_e61 + _e92) < QK_DIM;
                    } else {
                        local_3 = false;
                    }
                    bool _e97 = local_3;
                    if (_e97) {
                        uint _e99 = n_17;
                        uint _e101 = e_3;
                        uint _e103 = e_3;
                        float _e110 = load_state((base_6 + ((_e61 + _e103) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                        state_3.z.inner[_e99][_e101] = _e110;
                    }
                }
            }
        }
    }
    uint _e117 = token_count(b_12, params);
    uint _e121 = params.group;
    uint _e124 = params.outputs;
    uint queries = (_e124 != 0u) ? _e121 : 0u;
    if (_e117 > 0u) {
        uint _e131 = token_at(b_12, h_10, 0u, _e117, params);
        Token _e132 = token_of(b_12, h_10, _e131, _e9, column_3, params);
        fetch(_e132);
    }
    uint2 loop_bound_14 = uint2(4294967295u);
    bool loop_init_14 = true;
    while(true) {
        if (metal::all(loop_bound_14 == uint2(0u))) { break; }
        loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
        if (!loop_init_14) {
            uint _e182 = t_1;
            t_1 = _e182 + 1u;
        }
        loop_init_14 = false;
        uint _e135 = t_1;
        if (_e135 < _e117) {
        } else {
            break;
        }
        {
            uint _e137 = t_1;
            uint _e138 = token_at(b_12, h_10, _e137, _e117, params);
            Token _e139 = token_of(b_12, h_10, _e138, _e9, column_3, params);
            take();
            uint _e140 = t_1;
            if ((_e140 + 1u) < _e117) {
                uint _e144 = t_1;
                uint _e147 = token_at(b_12, h_10, _e144 + 1u, _e117, params);
                Token _e148 = token_of(b_12, h_10, _e147, _e9, column_3, params);
                fetch(_e148);
            }
            metal::float4 _e149 = value4_(_e139, v, _buffer_sizes);
            u_2 = _e149;
            removed_1 = metal::float4(0.0);
            if (RANK_ONE) {
                metal::float4 _e155 = held(state_3, _e139, k, decay, _buffer_sizes);
                removed_1 = _e155;
            }
            if (false) {
                local_4 = MOMENTUM;
            } else {
                local_4 = true;
            }
            bool _e161 = local_4;
            if (_e161) {
                float _e163 = rate(_e139, 0u, beta, _buffer_sizes);
                metal::float4 _e164 = u_2;
                metal::float4 _e165 = held(state_3, _e139, k, decay, _buffer_sizes);
                u_2 = _e163 * (_e164 - _e165);
            }
            if (BONUS) {
                metal::float4 _e169 = u_2;
                write_outputs(state_3, _e139, b_12, _e138, _e169, 1u, queries, Sums {}, params, q_1, k, o_1, _buffer_sizes);
            }
            metal::float4 _e172 = u_2;
            metal::float4 _e173 = removed_1;
            Sums _e174 = step(state_3, _e139, _e172, _e173, q_1, k, decay, beta, _buffer_sizes);
            metal::float4 _e175 = u_2;
            write_outputs(state_3, _e139, b_12, _e138, _e175, 0u, BONUS ? metal::min(queries, 1u) : queries, _e174, params, q_1, k, o_1, _buffer_sizes);
        }
    }
    uint2 loop_bound_15 = uint2(4294967295u);
    bool loop_init_15 = true;
    while(true) {
        if (metal::all(loop_bound_15 == uint2(0u))) { break; }
        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
        if (!loop_init_15) {
            uint _e250 = n_18;
            n_18 = _e250 + 1u;
        }
        loop_init_15 = false;
        uint _e186 = n_18;
        if (_e186 < ROWS4_) {
        } else {
            break;
        }
        {
            uint _e189 = n_18;
            uint _e190 = row_of(_e9, _e189);
            e_4 = 0u;
            uint2 loop_bound_16 = uint2(4294967295u);
            bool loop_init_16 = true;
            while(true) {
                if (metal::all(loop_bound_16 == uint2(0u))) { break; }
                loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                if (!loop_init_16) {
                    uint _e247 = e_4;
                    e_4 = _e247 + 1u;
                }
                loop_init_16 = false;
                uint _e193 = e_4;
                if (_e193 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e196 = e_4;
                    uint _e199 = n_18;
                    uint _e201 = e_4;
                    metal::float4 _e203 = state_3.s.inner[_e199].inner[_e201];
                    store_state4_(base_6, _e190 + _e196, column_3, _e203, state_out, _buffer_sizes);
                    if (MOMENTUM) {
                        uint _e207 = e_4;
                        uint _e211 = n_18;
                        uint _e215 = e_4;
                        metal::float4 _e217 = state_3.momentum.inner[MOMENTUM ? _e211 : 0u].inner[_e215];
                        store_state4_(base_6 + V_DIM, _e190 + _e207, column_3, _e217, state_out, _buffer_sizes);
                    }
                    if (NORMALISE) {
                        local_5 = column_3 == 0u;
                    } else {
                        local_5 = false;
                    }
                    bool _e224 = local_5;
                    if (_e224) {
                        uint _e227 = e_4;
                        local_6 = (_e190 + _e227) < QK_DIM;
                    } else {
                        local_6 = false;
                    }
                    bool _e232 = local_6;
                    if (_e232) {
                        uint _e233 = e_4;
                        uint _e241 = n_18;
                        uint _e243 = e_4;
                        float _e245 = state_3.z.inner[_e241][_e243];
                        store_state((base_6 + ((_e190 + _e233) * STATE_COLUMNS)) + V_DIM, _e245, state_out, _buffer_sizes);
                    }
                }
            }
        }
    }
    return;
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(8)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, metal::uint3 id [[thread_position_in_threadgroup]]
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
    run(wid, id.x, params, q_1, k, v, o_1, decay, beta, state_in, state_out, _buffer_sizes);
    return;
}
