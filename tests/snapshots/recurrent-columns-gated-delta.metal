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
struct Rows {
    metal::float4 inner[4];
};
struct type_7 {
    Rows inner[16];
};
struct type_8 {
    Rows inner[1];
};
struct type_9 {
    metal::float4 inner[16];
};
struct State {
    type_7 s;
    type_8 momentum;
    type_9 z;
};
struct Token {
    uint head;
    uint k;
    uint removal;
    uint decay;
    uint beta;
};
struct Sums {
    metal::float4 o;
    metal::float4 keys;
    metal::float4 own;
};
constant uint WORKGROUP = 8u;
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
    device type_4& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 < dim) {
        o[(base_3 + d_3) >> 2u] = static_cast<metal::float4>(x);
        return;
    } else {
        return;
    }
}

float decay_element(
    uint at,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = decay[at];
    return static_cast<float>(_e3);
}

float beta_element(
    uint at_1,
    device type_5 const& beta,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = beta[at_1];
    return static_cast<float>(_e3);
}

float removal_element(
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
    uint t_1,
    uint n_2,
    constant Params& params
) {
    uint _e4 = token_start(b_2);
    uint _e10 = params.reverse_from;
    return _e4 + ((h >= _e10) ? ((n_2 - 1u) - t_1) : t_1);
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

float bonus_element(
    uint at_5
) {
    return 0.0;
}

float gain(
    float x_2
) {
    float r = {};
    r = 1.0 + (x_2 * 0.125);
    float _e8 = r;
    r = 1.0 + ((x_2 * 0.14285715) * _e8);
    float _e14 = r;
    r = 1.0 + ((x_2 * 0.16666667) * _e14);
    float _e20 = r;
    r = 1.0 + ((x_2 * 0.2) * _e20);
    float _e26 = r;
    r = 1.0 + ((x_2 * 0.25) * _e26);
    float _e32 = r;
    r = 1.0 + ((x_2 * 0.33333334) * _e32);
    float _e38 = r;
    r = 1.0 + ((x_2 * 0.5) * _e38);
    float _e42 = r;
    return x_2 * _e42;
}

float fade(
    float x_3
) {
    float _e2 = gain(x_3);
    return (metal::abs(x_3) <= 0.5) ? (1.0 + _e2) : metal::exp(x_3);
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
    float _e3 = gain(x_5.x);
    float _e5 = gain(x_5.y);
    float _e7 = gain(x_5.z);
    float _e9 = gain(x_5.w);
    metal::float4 gained = metal::float4(_e3, _e5, _e7, _e9);
    return metal::select(s * metal::exp(x_5), s + (s * gained), metal::abs(x_5) <= metal::float4(0.5));
}

metal::float4 channel_decays(
    uint at_6,
    uint d_4,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_1 = metal::float4(0.0);
    uint n_3 = 0u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e21 = n_3;
            n_3 = _e21 + 1u;
        }
        loop_init = false;
        uint _e7 = n_3;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_3;
            if ((d_4 + _e10) < QK_DIM) {
                uint _e14 = n_3;
                uint _e17 = n_3;
                float _e19 = decay_element((at_6 + d_4) + _e17, decay, _buffer_sizes);
                r_1[_e14] = _e19;
            }
        }
    }
    metal::float4 _e23 = r_1;
    return _e23;
}

metal::float4 bonus4_(
    uint h_8,
    uint d_5
) {
    metal::float4 r_2 = metal::float4(0.0);
    uint n_4 = 0u;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_4;
            n_4 = _e23 + 1u;
        }
        loop_init_1 = false;
        uint _e7 = n_4;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_4;
            if ((d_5 + _e10) < QK_DIM) {
                uint _e14 = n_4;
                uint _e19 = n_4;
                float _e21 = bonus_element(((h_8 * QK_DIM) + d_5) + _e19);
                r_2[_e14] = _e21;
            }
        }
    }
    metal::float4 _e25 = r_2;
    return _e25;
}

metal::float4 removal4_(
    uint at_7,
    uint d_6
) {
    metal::float4 r_3 = metal::float4(0.0);
    uint n_5 = 0u;
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e21 = n_5;
            n_5 = _e21 + 1u;
        }
        loop_init_2 = false;
        uint _e7 = n_5;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_5;
            if ((d_6 + _e10) < QK_DIM) {
                uint _e14 = n_5;
                uint _e17 = n_5;
                float _e19 = removal_element((at_7 + d_6) + _e17);
                r_3[_e14] = _e19;
            }
        }
    }
    metal::float4 _e23 = r_3;
    return _e23;
}

metal::float4 load_state4_(
    uint base_4,
    uint d_7,
    uint column,
    device type_5 const& state_in,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_4 = metal::float4(0.0);
    uint n_6 = 0u;
    bool local_4 = {};
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e31 = n_6;
            n_6 = _e31 + 1u;
        }
        loop_init_3 = false;
        uint _e8 = n_6;
        if (_e8 < 4u) {
        } else {
            break;
        }
        {
            if (d_7 < QK_DIM) {
                uint _e15 = n_6;
                local_4 = (column + _e15) < V_DIM;
            } else {
                local_4 = false;
            }
            bool _e20 = local_4;
            if (_e20) {
                uint _e21 = n_6;
                uint _e27 = n_6;
                float _e29 = load_state(((base_4 + (d_7 * STATE_COLUMNS)) + column) + _e27, state_in, _buffer_sizes);
                r_4[_e21] = _e29;
            }
        }
    }
    metal::float4 _e33 = r_4;
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
    uint n_7 = 0u;
    bool local_5 = {};
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e28 = n_7;
            n_7 = _e28 + 1u;
        }
        loop_init_4 = false;
        uint _e6 = n_7;
        if (_e6 < 4u) {
        } else {
            break;
        }
        {
            if (d_8 < QK_DIM) {
                uint _e13 = n_7;
                local_5 = (column_1 + _e13) < V_DIM;
            } else {
                local_5 = false;
            }
            bool _e18 = local_5;
            if (_e18) {
                uint _e23 = n_7;
                uint _e25 = n_7;
                store_state(((base_5 + (d_8 * STATE_COLUMNS)) + column_1) + _e23, x_6[_e25], state_out, _buffer_sizes);
            }
        }
    }
    return;
}

metal::float4 decays(
    Token token,
    uint d_9,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (DECAY_CHANNEL) {
        metal::float4 _e4 = channel_decays(token.decay, d_9, decay, _buffer_sizes);
        return _e4;
    }
    float _e6 = decay_element(token.decay, decay, _buffer_sizes);
    return metal::float4(_e6);
}

metal::float4 fades(
    metal::float4 s_1,
    metal::float4 x_7
) {
    if (false) {
        return s_1;
    }
    metal::float4 _e3 = fade_state(s_1, x_7);
    return _e3;
}

metal::float4 held(
    thread State& state_1,
    Token token_1,
    device type_4 const& k,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 sum_1 = metal::float4(0.0);
    uint n_8 = 0u;
    metal::float4 row = {};
    bool local_6 = {};
    uint e_2 = {};
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e56 = n_8;
            n_8 = _e56 + 1u;
        }
        loop_init_5 = false;
        uint _e7 = n_8;
        if (_e7 < QK4_) {
        } else {
            break;
        }
        {
            uint _e11 = n_8;
            metal::float4 _e14 = load_k4_(token_1.k, _e11 * 4u, k, _buffer_sizes);
            row = _e14;
            if (RANK_ONE) {
                uint _e18 = n_8;
                metal::float4 _e21 = removal4_(token_1.removal, _e18 * 4u);
                row = _e21;
            } else {
                if (DELTA) {
                    local_6 = DECAY;
                } else {
                    local_6 = false;
                }
                bool _e27 = local_6;
                if (_e27) {
                    metal::float4 _e28 = row;
                    uint _e29 = n_8;
                    metal::float4 _e32 = decays(token_1, _e29 * 4u, decay, _buffer_sizes);
                    metal::float4 _e33 = fade4_(_e32);
                    row = _e28 * _e33;
                }
            }
            e_2 = 0u;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e53 = e_2;
                    e_2 = _e53 + 1u;
                }
                loop_init_6 = false;
                uint _e37 = e_2;
                if (_e37 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e40 = e_2;
                    float _e42 = row[_e40];
                    uint _e45 = n_8;
                    uint _e47 = e_2;
                    metal::float4 _e49 = state_1.s.inner[_e45].inner[_e47];
                    metal::float4 _e50 = sum_1;
                    sum_1 = metal::fma(metal::float4(_e42), _e49, _e50);
                }
            }
        }
    }
    metal::float4 _e58 = sum_1;
    return _e58;
}

void add_rows(
    thread Sums& sums,
    Token token_2,
    metal::float4 q,
    uint n_9,
    Rows s_2,
    metal::float4 z,
    device type_4 const& k,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint e_3 = 0u;
    if (NORMALISE) {
        metal::float4 _e9 = sums.keys;
        sums.keys = metal::fma(q, z, _e9);
    }
    if (BONUS) {
        metal::float4 _e16 = bonus4_(token_2.head, n_9 * 4u);
        metal::float4 _e21 = load_k4_(token_2.k, n_9 * 4u, k, _buffer_sizes);
        metal::float4 _e23 = sums.own;
        sums.own = metal::fma(q * _e16, _e21, _e23);
    }
    uint2 loop_bound_7 = uint2(4294967295u);
    bool loop_init_7 = true;
    while(true) {
        if (metal::all(loop_bound_7 == uint2(0u))) { break; }
        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
        if (!loop_init_7) {
            uint _e40 = e_3;
            e_3 = _e40 + 1u;
        }
        loop_init_7 = false;
        uint _e27 = e_3;
        if (_e27 < 4u) {
        } else {
            break;
        }
        {
            uint _e31 = e_3;
            uint _e34 = e_3;
            metal::float4 _e37 = sums.o;
            sums.o = metal::fma(metal::float4(q[_e31]), s_2.inner[_e34], _e37);
        }
    }
    return;
}

Sums step(
    thread State& state_2,
    Token token_3,
    uint q_row,
    metal::float4 u_1,
    metal::float4 removed_1,
    device type_4 const& q_1,
    device type_4 const& k,
    device type_5 const& decay,
    device type_5 const& beta,
    constant _mslBufferSizes& _buffer_sizes
) {
    float kept = 0.0;
    Sums sums_1 = {};
    uint n_10 = 0u;
    uint e_4 = {};
    metal::float4 s_3 = {};
    if (MOMENTUM) {
        float _e11 = beta_element(token_3.beta + 1u, beta, _buffer_sizes);
        kept = _e11;
    }
    uint2 loop_bound_8 = uint2(4294967295u);
    bool loop_init_8 = true;
    while(true) {
        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
        if (!loop_init_8) {
            uint _e131 = n_10;
            n_10 = _e131 + 1u;
        }
        loop_init_8 = false;
        uint _e15 = n_10;
        if (_e15 < QK4_) {
        } else {
            break;
        }
        {
            uint _e19 = n_10;
            metal::float4 _e22 = load_k4_(token_3.k, _e19 * 4u, k, _buffer_sizes);
            uint _e23 = n_10;
            metal::float4 _e26 = load_q4_(q_row, _e23 * 4u, q_1, _buffer_sizes);
            uint _e27 = n_10;
            metal::float4 _e30 = decays(token_3, _e27 * 4u, decay, _buffer_sizes);
            if (BONUS) {
                uint _e32 = n_10;
                uint _e34 = n_10;
                Rows _e36 = state_2.s.inner[_e34];
                uint _e38 = n_10;
                metal::float4 _e40 = state_2.z.inner[_e38];
                add_rows(sums_1, token_3, _e26, _e32, _e36, _e40, k, _buffer_sizes);
            }
            if (NORMALISE) {
                uint _e43 = n_10;
                uint _e46 = n_10;
                metal::float4 _e48 = state_2.z.inner[_e46];
                metal::float4 _e49 = fades(_e48, _e30);
                state_2.z.inner[_e43] = _e49 + _e22;
            }
            e_4 = 0u;
            uint2 loop_bound_9 = uint2(4294967295u);
            bool loop_init_9 = true;
            while(true) {
                if (metal::all(loop_bound_9 == uint2(0u))) { break; }
                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                if (!loop_init_9) {
                    uint _e118 = e_4;
                    e_4 = _e118 + 1u;
                }
                loop_init_9 = false;
                uint _e53 = e_4;
                if (_e53 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e57 = n_10;
                    uint _e59 = e_4;
                    metal::float4 _e61 = state_2.s.inner[_e57].inner[_e59];
                    uint _e62 = e_4;
                    metal::float4 _e65 = fades(_e61, metal::float4(_e30[_e62]));
                    s_3 = _e65;
                    if (MOMENTUM) {
                        uint _e69 = n_10;
                        uint _e71 = e_4;
                        uint _e73 = e_4;
                        float _e76 = kept;
                        uint _e78 = n_10;
                        uint _e80 = e_4;
                        metal::float4 _e82 = state_2.momentum.inner[_e78].inner[_e80];
                        state_2.momentum.inner[_e69].inner[_e71] = metal::fma(metal::float4(_e22[_e73]), u_1, _e76 * _e82);
                        metal::float4 _e85 = s_3;
                        uint _e87 = n_10;
                        uint _e89 = e_4;
                        metal::float4 _e91 = state_2.momentum.inner[_e87].inner[_e89];
                        s_3 = _e85 + _e91;
                    } else {
                        uint _e93 = e_4;
                        metal::float4 _e96 = s_3;
                        s_3 = metal::fma(metal::float4(_e22[_e93]), u_1, _e96);
                    }
                    if (RANK_ONE) {
                        uint _e102 = n_10;
                        metal::float4 _e105 = removal4_(token_3.removal + QK_DIM, _e102 * 4u);
                        uint _e106 = e_4;
                        metal::float4 _e109 = s_3;
                        s_3 = metal::fma(metal::float4(_e105[_e106]), removed_1, _e109);
                    }
                    uint _e112 = n_10;
                    uint _e114 = e_4;
                    metal::float4 _e116 = s_3;
                    state_2.s.inner[_e112].inner[_e114] = _e116;
                }
            }
            if (true) {
                uint _e121 = n_10;
                uint _e123 = n_10;
                Rows _e125 = state_2.s.inner[_e123];
                uint _e127 = n_10;
                metal::float4 _e129 = state_2.z.inner[_e127];
                add_rows(sums_1, token_3, _e26, _e121, _e125, _e129, k, _buffer_sizes);
            }
        }
    }
    Sums _e133 = sums_1;
    return _e133;
}

void write_outputs(
    thread State& state_3,
    Token token_4,
    uint b_10,
    uint i_7,
    uint column_2,
    metal::float4 u_2,
    uint begin,
    uint end,
    Sums first,
    constant Params& params,
    device type_4 const& q_1,
    device type_4 const& k,
    device type_4& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    Sums sums_2 = {};
    uint g = {};
    uint n_11 = {};
    float factor = {};
    sums_2 = first;
    g = begin;
    uint2 loop_bound_10 = uint2(4294967295u);
    bool loop_init_10 = true;
    while(true) {
        if (metal::all(loop_bound_10 == uint2(0u))) { break; }
        loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
        if (!loop_init_10) {
            uint _e99 = g;
            g = _e99 + 1u;
        }
        loop_init_10 = false;
        uint _e11 = g;
        if (_e11 < end) {
        } else {
            break;
        }
        {
            uint _e16 = params.group;
            uint _e18 = g;
            uint head = (token_4.head * _e16) + _e18;
            uint _e20 = g;
            if (_e20 > 0u) {
                sums_2 = Sums {};
                n_11 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                    if (!loop_init_11) {
                        uint _e44 = n_11;
                        n_11 = _e44 + 1u;
                    }
                    loop_init_11 = false;
                    uint _e26 = n_11;
                    if (_e26 < QK4_) {
                    } else {
                        break;
                    }
                    {
                        uint _e29 = q_at(b_10, head, i_7, params);
                        uint _e30 = n_11;
                        metal::float4 _e33 = load_q4_(_e29, _e30 * 4u, q_1, _buffer_sizes);
                        uint _e34 = n_11;
                        uint _e36 = n_11;
                        Rows _e38 = state_3.s.inner[_e36];
                        uint _e40 = n_11;
                        metal::float4 _e42 = state_3.z.inner[_e40];
                        add_rows(sums_2, token_4, _e33, _e34, _e38, _e42, k, _buffer_sizes);
                    }
                }
            }
            if (BONUS) {
                float _e50 = sums_2.own.x;
                float _e53 = sums_2.own.y;
                float _e57 = sums_2.own.z;
                float _e61 = sums_2.own.w;
                metal::float4 _e65 = sums_2.o;
                sums_2.o = metal::fma(metal::float4(((_e50 + _e53) + _e57) + _e61), u_2, _e65);
            }
            float _e69 = params.scale;
            factor = _e69;
            if (NORMALISE) {
                float _e74 = sums_2.keys.x;
                float _e77 = sums_2.keys.y;
                float _e81 = sums_2.keys.z;
                float _e85 = sums_2.keys.w;
                float _e89 = params.eps;
                float _e91 = inverse((((_e74 + _e77) + _e81) + _e85) + _e89);
                factor = _e91;
            }
            uint _e92 = o_at(b_10, head, i_7, params);
            float _e94 = factor;
            metal::float4 _e96 = sums_2.o;
            store_o4_(_e92, column_2, V_DIM, _e94 * _e96, o, _buffer_sizes);
        }
    }
    return;
}
uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}


struct main_Input {
};
[[max_total_threads_per_threadgroup(8)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_4 const& q_1 [[user(fake0)]]
, device type_4 const& k [[user(fake0)]]
, device type_4 const& v [[user(fake0)]]
, device type_4& o [[user(fake0)]]
, device type_5 const& decay [[user(fake0)]]
, device type_5 const& beta [[user(fake0)]]
, device type_5 const& state_in [[user(fake0)]]
, device type_5& state_out [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint id = {};
    State state = {};
    uint n = 0u;
    uint e = {};
    bool local = {};
    uint t = 0u;
    metal::float4 u = {};
    metal::float4 removed = {};
    bool local_1 = {};
    uint n_1 = 0u;
    uint e_1 = {};
    bool local_2 = {};
    bool local_3 = {};
    uint _e2 = group_id(wid, params);
    id = _e2;
    uint _e4 = id;
    uint _e7 = params.groups;
    if (_e4 >= _e7) {
        return;
    }
    uint _e9 = id;
    uint _e12 = params.v_slices;
    uint column_3 = ((naga_mod(_e9, _e12) * WORKGROUP) + tid) * 4u;
    uint _e19 = id;
    uint _e22 = params.v_slices;
    id = naga_div(_e19, _e22);
    uint _e26 = params.kv_head_base;
    uint _e27 = id;
    uint _e30 = params.kv_head_count;
    uint h_9 = _e26 + naga_mod(_e27, _e30);
    uint _e35 = params.batch_base;
    uint _e36 = id;
    uint _e39 = params.kv_head_count;
    uint b_11 = _e35 + naga_div(_e36, _e39);
    uint _e44 = params.kv_heads;
    uint base_6 = (((b_11 * _e44) + h_9) * QK_DIM) * STATE_COLUMNS;
    uint2 loop_bound_12 = uint2(4294967295u);
    bool loop_init_12 = true;
    while(true) {
        if (metal::all(loop_bound_12 == uint2(0u))) { break; }
        loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
        if (!loop_init_12) {
            uint _e119 = n;
            n = _e119 + 1u;
        }
        loop_init_12 = false;
        uint _e54 = n;
        if (_e54 < QK4_) {
        } else {
            break;
        }
        {
            e = 0u;
            uint2 loop_bound_13 = uint2(4294967295u);
            bool loop_init_13 = true;
            while(true) {
                if (metal::all(loop_bound_13 == uint2(0u))) { break; }
                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                if (!loop_init_13) {
                    uint _e116 = e;
                    e = _e116 + 1u;
                }
                loop_init_13 = false;
                uint _e59 = e;
                if (_e59 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e63 = n;
                    uint _e65 = e;
                    uint _e67 = n;
                    uint _e70 = e;
                    metal::float4 _e72 = load_state4_(base_6, (_e67 * 4u) + _e70, column_3, state_in, _buffer_sizes);
                    state.s.inner[_e63].inner[_e65] = _e72;
                    if (MOMENTUM) {
                        uint _e75 = n;
                        uint _e77 = e;
                        uint _e81 = n;
                        uint _e84 = e;
                        metal::float4 _e86 = load_state4_(base_6 + V_DIM, (_e81 * 4u) + _e84, column_3, state_in, _buffer_sizes);
                        state.momentum.inner[_e75].inner[_e77] = _e86;
                    }
                    if (NORMALISE) {
                        uint _e90 = n;
                        uint _e93 = e;
                        local = ((_e90 * 4u) + _e93) < QK_DIM;
                    } else {
                        local = false;
                    }
                    bool _e98 = local;
                    if (_e98) {
                        uint _e100 = n;
                        uint _e102 = e;
                        uint _e104 = n;
                        uint _e107 = e;
                        float _e114 = load_state((base_6 + (((_e104 * 4u) + _e107) * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                        state.z.inner[_e100][_e102] = _e114;
                    }
                }
            }
        }
    }
    uint _e121 = token_count(b_11, params);
    uint _e125 = params.group;
    uint _e128 = params.outputs;
    uint queries = (_e128 != 0u) ? _e125 : 0u;
    uint2 loop_bound_14 = uint2(4294967295u);
    bool loop_init_14 = true;
    while(true) {
        if (metal::all(loop_bound_14 == uint2(0u))) { break; }
        loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
        if (!loop_init_14) {
            uint _e182 = t;
            t = _e182 + 1u;
        }
        loop_init_14 = false;
        uint _e134 = t;
        if (_e134 < _e121) {
        } else {
            break;
        }
        {
            uint _e136 = t;
            uint _e137 = token_at(b_11, h_9, _e136, _e121, params);
            uint _e138 = k_at(b_11, h_9, _e137, params);
            uint _e139 = removal_at(b_11, h_9, _e137, params);
            uint _e140 = decay_at(b_11, h_9, _e137, params);
            uint _e141 = beta_at(b_11, h_9, _e137, params);
            Token token_5 = Token {h_9, _e138, _e139, _e140, _e141};
            uint _e143 = v_at(b_11, h_9, _e137, params);
            metal::float4 _e144 = load_v4_(_e143, column_3, v, _buffer_sizes);
            u = _e144;
            removed = metal::float4(0.0);
            if (RANK_ONE) {
                metal::float4 _e150 = held(state, token_5, k, decay, _buffer_sizes);
                removed = _e150;
            }
            if (false) {
                local_1 = MOMENTUM;
            } else {
                local_1 = true;
            }
            bool _e156 = local_1;
            if (_e156) {
                float _e158 = beta_element(token_5.beta, beta, _buffer_sizes);
                metal::float4 _e159 = u;
                metal::float4 _e160 = held(state, token_5, k, decay, _buffer_sizes);
                u = _e158 * (_e159 - _e160);
            }
            if (BONUS) {
                metal::float4 _e164 = u;
                write_outputs(state, token_5, b_11, _e137, column_3, _e164, 1u, queries, Sums {}, params, q_1, k, o, _buffer_sizes);
            }
            uint _e169 = params.group;
            uint _e171 = q_at(b_11, h_9 * _e169, _e137, params);
            metal::float4 _e172 = u;
            metal::float4 _e173 = removed;
            Sums _e174 = step(state, token_5, _e171, _e172, _e173, q_1, k, decay, beta, _buffer_sizes);
            metal::float4 _e175 = u;
            write_outputs(state, token_5, b_11, _e137, column_3, _e175, 0u, BONUS ? metal::min(queries, 1u) : queries, _e174, params, q_1, k, o, _buffer_sizes);
        }
    }
    uint2 loop_bound_15 = uint2(4294967295u);
    bool loop_init_15 = true;
    while(true) {
        if (metal::all(loop_bound_15 == uint2(0u))) { break; }
        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
        if (!loop_init_15) {
            uint _e257 = n_1;
            n_1 = _e257 + 1u;
        }
        loop_init_15 = false;
        uint _e186 = n_1;
        if (_e186 < QK4_) {
        } else {
            break;
        }
        {
            e_1 = 0u;
            uint2 loop_bound_16 = uint2(4294967295u);
            bool loop_init_16 = true;
            while(true) {
                if (metal::all(loop_bound_16 == uint2(0u))) { break; }
                loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                if (!loop_init_16) {
                    uint _e254 = e_1;
                    e_1 = _e254 + 1u;
                }
                loop_init_16 = false;
                uint _e191 = e_1;
                if (_e191 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e194 = n_1;
                    uint _e197 = e_1;
                    uint _e200 = n_1;
                    uint _e202 = e_1;
                    metal::float4 _e204 = state.s.inner[_e200].inner[_e202];
                    store_state4_(base_6, (_e194 * 4u) + _e197, column_3, _e204, state_out, _buffer_sizes);
                    if (MOMENTUM) {
                        uint _e208 = n_1;
                        uint _e211 = e_1;
                        uint _e214 = n_1;
                        uint _e216 = e_1;
                        metal::float4 _e218 = state.momentum.inner[_e214].inner[_e216];
                        store_state4_(base_6 + V_DIM, (_e208 * 4u) + _e211, column_3, _e218, state_out, _buffer_sizes);
                    }
                    if (NORMALISE) {
                        local_2 = column_3 == 0u;
                    } else {
                        local_2 = false;
                    }
                    bool _e225 = local_2;
                    if (_e225) {
                        uint _e228 = n_1;
                        uint _e231 = e_1;
                        local_3 = ((_e228 * 4u) + _e231) < QK_DIM;
                    } else {
                        local_3 = false;
                    }
                    bool _e236 = local_3;
                    if (_e236) {
                        uint _e237 = n_1;
                        uint _e240 = e_1;
                        uint _e248 = n_1;
                        uint _e250 = e_1;
                        float _e252 = state.z.inner[_e248][_e250];
                        store_state((base_6 + (((_e237 * 4u) + _e240) * STATE_COLUMNS)) + V_DIM, _e252, state_out, _buffer_sizes);
                    }
                }
            }
        }
    }
    return;
}
