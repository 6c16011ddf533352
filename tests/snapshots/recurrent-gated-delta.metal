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
struct type_8 {
    float inner[128];
};
struct type_9 {
    metal::float4 inner[8];
};
constant uint WORKGROUP = 64u;
constant uint COLUMNS = 32u;
constant uint PARTS = 2u;
constant uint KEYS4_ = 8u;
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

metal::float4 load_q4_(
    uint base,
    uint d,
    device type_4 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = q[(base + d) >> 2u];
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

float load_v(
    uint at,
    device type_5 const& v,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = v[at];
    return static_cast<float>(_e3);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_2,
    device type_5 const& v,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r = metal::float4(0.0);
    if (d_2 < V_DIM) {
        float _e9 = load_v(base_2 + d_2, v, _buffer_sizes);
        r.x = _e9;
    }
    if ((d_2 + 1u) < V_DIM) {
        float _e18 = load_v((base_2 + d_2) + 1u, v, _buffer_sizes);
        r.y = _e18;
    }
    if ((d_2 + 2u) < V_DIM) {
        float _e27 = load_v((base_2 + d_2) + 2u, v, _buffer_sizes);
        r.z = _e27;
    }
    if ((d_2 + 3u) < V_DIM) {
        float _e36 = load_v((base_2 + d_2) + 3u, v, _buffer_sizes);
        r.w = _e36;
    }
    metal::float4 _e37 = r;
    return _e37;
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

float load_decay(
    uint at_1,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = decay[at_1];
    return static_cast<float>(_e3);
}

float load_beta(
    uint at_2,
    device type_5 const& beta,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = beta[at_2];
    return static_cast<float>(_e3);
}

float load_removal(
    uint at_3
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
    uint at_4,
    device type_5 const& state_in,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = state_in[at_4];
    return _e3;
}

void store_state(
    uint at_5,
    float x_1,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    state_out[at_5] = x_1;
    return;
}

float load_bonus(
    uint at_6
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
    float r_6 = metal::fma(n_14, 0.00021219444, metal::fma(n_14, -0.6933594, log));
    sum_1 = metal::fma(r_6, 0.0001984127, 0.0013888889);
    float _e19 = sum_1;
    sum_1 = metal::fma(r_6, _e19, 0.008333334);
    float _e22 = sum_1;
    sum_1 = metal::fma(r_6, _e22, 0.041666668);
    float _e25 = sum_1;
    sum_1 = metal::fma(r_6, _e25, 0.16666667);
    float _e28 = sum_1;
    sum_1 = metal::fma(r_6, _e28, 0.5);
    float _e31 = sum_1;
    sum_1 = metal::fma(r_6, _e31, 1.0);
    float _e40 = sum_1;
    return Fade {as_type<float>(as_type<int>(as_type<uint>(naga_f2i32(n_14)) + as_type<uint>(127)) << 23u), r_6 * _e40};
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
    uint at_7,
    uint d_4,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_1 = metal::float4(0.0);
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
                float _e19 = load_decay((at_7 + d_4) + _e17, decay, _buffer_sizes);
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
                r_2[_e14] = _e21;
            }
        }
    }
    metal::float4 _e25 = r_2;
    return _e25;
}

metal::float4 removal4_(
    uint at_8,
    uint d_6
) {
    metal::float4 r_3 = metal::float4(0.0);
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
                float _e19 = load_removal((at_8 + d_6) + _e17);
                r_3[_e14] = _e19;
            }
        }
    }
    metal::float4 _e23 = r_3;
    return _e23;
}

float column_sum(
    uint half_,
    uint column,
    threadgroup type_8& sums
) {
    float sum_2 = 0.0;
    uint p = 0u;
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e22 = p;
            p = _e22 + 1u;
        }
        loop_init_3 = false;
        uint _e6 = p;
        if (_e6 < PARTS) {
        } else {
            break;
        }
        {
            float _e9 = sum_2;
            uint _e13 = p;
            float _e19 = sums.inner[((half_ * WORKGROUP) + (_e13 * COLUMNS)) + column];
            sum_2 = _e9 + _e19;
        }
    }
    float _e24 = sum_2;
    return _e24;
}

float norm_sum(
    uint half_1,
    threadgroup type_8& norms
) {
    float sum_3 = 0.0;
    uint p_1 = 0u;
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e20 = p_1;
            p_1 = _e20 + 1u;
        }
        loop_init_4 = false;
        uint _e5 = p_1;
        if (_e5 < PARTS) {
        } else {
            break;
        }
        {
            float _e8 = sum_3;
            uint _e12 = p_1;
            float _e17 = norms.inner[(half_1 * WORKGROUP) + (_e12 * COLUMNS)];
            sum_3 = _e8 + _e17;
        }
    }
    float _e22 = sum_3;
    return _e22;
}

metal::float4 load_state4_(
    uint base_4,
    uint d_7,
    uint column_1,
    device type_5 const& state_in,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_4 = metal::float4(0.0);
    uint n_4 = 0u;
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e25 = n_4;
            n_4 = _e25 + 1u;
        }
        loop_init_5 = false;
        uint _e8 = n_4;
        if (_e8 < 4u) {
        } else {
            break;
        }
        {
            uint _e11 = n_4;
            if ((d_7 + _e11) < QK_DIM) {
                uint _e15 = n_4;
                uint _e17 = n_4;
                float _e23 = load_state((base_4 + ((d_7 + _e17) * STATE_COLUMNS)) + column_1, state_in, _buffer_sizes);
                r_4[_e15] = _e23;
            }
        }
    }
    metal::float4 _e27 = r_4;
    return _e27;
}

void store_state4_(
    uint base_5,
    uint d_8,
    uint column_2,
    metal::float4 x_6,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint n_5 = 0u;
    uint2 loop_bound_6 = uint2(4294967295u);
    bool loop_init_6 = true;
    while(true) {
        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_6) {
            uint _e22 = n_5;
            n_5 = _e22 + 1u;
        }
        loop_init_6 = false;
        uint _e6 = n_5;
        if (_e6 < 4u) {
        } else {
            break;
        }
        {
            uint _e9 = n_5;
            if ((d_8 + _e9) < QK_DIM) {
                uint _e13 = n_5;
                uint _e19 = n_5;
                store_state((base_5 + ((d_8 + _e13) * STATE_COLUMNS)) + column_2, x_6[_e19], state_out, _buffer_sizes);
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
    uint tid,
    constant Params& params,
    device type_4 const& q,
    device type_4 const& k,
    device type_5 const& v,
    device type_4& o,
    device type_5 const& decay,
    device type_5 const& beta,
    device type_5 const& state_in,
    device type_5& state_out,
    threadgroup type_8& sums,
    threadgroup type_8& norms,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint id_1 = {};
    type_9 s_1 = {};
    type_9 z = {};
    type_9 momentum = {};
    uint n_6 = 0u;
    uint half_2 = 0u;
    uint t_1 = 0u;
    float u = {};
    type_9 before = {};
    float before_decay = {};
    bool local = {};
    metal::float4 held = {};
    uint n_7 = {};
    metal::float4 x_7 = {};
    uint n_8 = {};
    metal::float4 held_1 = {};
    uint n_9 = {};
    float kept = {};
    uint n_10 = {};
    uint g = {};
    metal::float4 sum_4 = {};
    metal::float4 norm = {};
    uint n_11 = {};
    float factor = {};
    metal::float4 r_5 = {};
    uint n_12 = {};
    uint n_13 = 0u;
    bool local_1 = {};
    uint _e2 = group_id(wid_2, params);
    id_1 = _e2;
    uint _e4 = id_1;
    uint _e7 = params.groups;
    if (_e4 >= _e7) {
        return;
    }
    uint _e9 = id_1;
    uint _e12 = params.v_slices;
    uint first_column = naga_mod(_e9, _e12) * COLUMNS;
    uint _e16 = id_1;
    uint _e19 = params.v_slices;
    id_1 = naga_div(_e16, _e19);
    uint _e23 = params.kv_head_base;
    uint _e24 = id_1;
    uint _e27 = params.kv_head_count;
    uint h_9 = _e23 + naga_mod(_e24, _e27);
    uint _e32 = params.batch_base;
    uint _e33 = id_1;
    uint _e36 = params.kv_head_count;
    uint b_10 = _e32 + naga_div(_e33, _e36);
    uint column_3 = first_column + naga_mod(tid, COLUMNS);
    bool own = column_3 < V_DIM;
    uint d0_ = (naga_div(tid, COLUMNS) * KEYS4_) * 4u;
    uint _e52 = params.kv_heads;
    uint state_base = (((b_10 * _e52) + h_9) * QK_DIM) * STATE_COLUMNS;
    uint2 loop_bound_7 = uint2(4294967295u);
    bool loop_init_7 = true;
    while(true) {
        if (metal::all(loop_bound_7 == uint2(0u))) { break; }
        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
        if (!loop_init_7) {
            uint _e106 = n_6;
            n_6 = _e106 + 1u;
        }
        loop_init_7 = false;
        uint _e64 = n_6;
        if (_e64 < KEYS4_) {
        } else {
            break;
        }
        {
            uint _e67 = n_6;
            s_1.inner[_e67] = metal::float4(0.0);
            uint _e71 = n_6;
            z.inner[_e71] = metal::float4(0.0);
            uint _e75 = n_6;
            momentum.inner[_e75] = metal::float4(0.0);
            if (own) {
                uint _e79 = n_6;
                uint _e81 = n_6;
                metal::float4 _e85 = load_state4_(state_base, d0_ + (_e81 * 4u), column_3, state_in, _buffer_sizes);
                s_1.inner[_e79] = _e85;
                if (MOMENTUM) {
                    uint _e87 = n_6;
                    uint _e89 = n_6;
                    metal::float4 _e95 = load_state4_(state_base, d0_ + (_e89 * 4u), V_DIM + column_3, state_in, _buffer_sizes);
                    momentum.inner[_e87] = _e95;
                }
            }
            if (NORMALISE) {
                uint _e97 = n_6;
                uint _e99 = n_6;
                metal::float4 _e104 = load_state4_(state_base, d0_ + (_e99 * 4u), V_DIM, state_in, _buffer_sizes);
                z.inner[_e97] = _e104;
            }
        }
    }
    uint _e110 = token_count(b_10, params);
    uint2 loop_bound_8 = uint2(4294967295u);
    bool loop_init_8 = true;
    while(true) {
        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
        if (!loop_init_8) {
            uint _e504 = t_1;
            t_1 = _e504 + 1u;
        }
        loop_init_8 = false;
        uint _e113 = t_1;
        if (_e113 < _e110) {
        } else {
            break;
        }
        {
            uint _e115 = t_1;
            uint _e116 = token_at(b_10, h_9, _e115, _e110, params);
            uint _e117 = k_at(b_10, h_9, _e116, params);
            uint _e118 = v_at(b_10, h_9, _e116, params);
            u = 0.0;
            if (own) {
                metal::float4 _e121 = load_v4_(_e118, column_3, v, _buffer_sizes);
                u = _e121.x;
            }
            before = type_9 {};
            if (BONUS) {
                type_9 _e126 = s_1;
                before = _e126;
            }
            before_decay = 0.0;
            uint _e129 = removal_at(b_10, h_9, _e116, params);
            if (true) {
                local = RANK_ONE;
            } else {
                local = true;
            }
            bool _e135 = local;
            if (_e135) {
                held = metal::float4(0.0);
                n_7 = 0u;
                uint2 loop_bound_9 = uint2(4294967295u);
                bool loop_init_9 = true;
                while(true) {
                    if (metal::all(loop_bound_9 == uint2(0u))) { break; }
                    loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                    if (!loop_init_9) {
                        uint _e168 = n_7;
                        n_7 = _e168 + 1u;
                    }
                    loop_init_9 = false;
                    uint _e141 = n_7;
                    if (_e141 < KEYS4_) {
                    } else {
                        break;
                    }
                    {
                        if (RANK_ONE) {
                            metal::float4 _e145 = held;
                            uint _e146 = n_7;
                            metal::float4 _e148 = s_1.inner[_e146];
                            uint _e149 = n_7;
                            metal::float4 _e153 = removal4_(_e129, d0_ + (_e149 * 4u));
                            held = _e145 + (_e148 * _e153);
                        } else {
                            metal::float4 _e156 = held;
                            uint _e157 = n_7;
                            metal::float4 _e159 = s_1.inner[_e157];
                            uint _e160 = n_7;
                            metal::float4 _e164 = load_k4_(_e117, d0_ + (_e160 * 4u), k, _buffer_sizes);
                            held = _e156 + (_e159 * _e164);
                        }
                    }
                }
                uint _e171 = half_2;
                float _e177 = held.x;
                float _e179 = held.y;
                float _e182 = held.z;
                float _e185 = held.w;
                sums.inner[(_e171 * WORKGROUP) + tid] = ((_e177 + _e179) + _e182) + _e185;
                metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                uint _e187 = half_2;
                float _e190 = column_sum(_e187, naga_mod(tid, COLUMNS), sums);
                before_decay = _e190;
                uint _e192 = half_2;
                half_2 = 1u - _e192;
            }
            if (DECAY) {
                uint _e195 = decay_at(b_10, h_9, _e116, params);
                float _e196 = load_decay(_e195, decay, _buffer_sizes);
                x_7 = metal::float4(_e196);
                n_8 = 0u;
                uint2 loop_bound_10 = uint2(4294967295u);
                bool loop_init_10 = true;
                while(true) {
                    if (metal::all(loop_bound_10 == uint2(0u))) { break; }
                    loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                    if (!loop_init_10) {
                        uint _e225 = n_8;
                        n_8 = _e225 + 1u;
                    }
                    loop_init_10 = false;
                    uint _e201 = n_8;
                    if (_e201 < KEYS4_) {
                    } else {
                        break;
                    }
                    {
                        if (DECAY_CHANNEL) {
                            uint _e205 = n_8;
                            metal::float4 _e209 = channel_decays(_e195, d0_ + (_e205 * 4u), decay, _buffer_sizes);
                            x_7 = _e209;
                        }
                        uint _e210 = n_8;
                        uint _e212 = n_8;
                        metal::float4 _e214 = s_1.inner[_e212];
                        metal::float4 _e215 = x_7;
                        metal::float4 _e216 = fade_state(_e214, _e215);
                        s_1.inner[_e210] = _e216;
                        uint _e217 = n_8;
                        uint _e219 = n_8;
                        metal::float4 _e221 = z.inner[_e219];
                        metal::float4 _e222 = x_7;
                        metal::float4 _e223 = fade_state(_e221, _e222);
                        z.inner[_e217] = _e223;
                    }
                }
            }
            if (DELTA) {
                held_1 = metal::float4(0.0);
                n_9 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                    if (!loop_init_11) {
                        uint _e248 = n_9;
                        n_9 = _e248 + 1u;
                    }
                    loop_init_11 = false;
                    uint _e233 = n_9;
                    if (_e233 < KEYS4_) {
                    } else {
                        break;
                    }
                    {
                        metal::float4 _e236 = held_1;
                        uint _e237 = n_9;
                        metal::float4 _e239 = s_1.inner[_e237];
                        uint _e240 = n_9;
                        metal::float4 _e244 = load_k4_(_e117, d0_ + (_e240 * 4u), k, _buffer_sizes);
                        held_1 = _e236 + (_e239 * _e244);
                    }
                }
                uint _e251 = half_2;
                float _e257 = held_1.x;
                float _e259 = held_1.y;
                float _e262 = held_1.z;
                float _e265 = held_1.w;
                sums.inner[(_e251 * WORKGROUP) + tid] = ((_e257 + _e259) + _e262) + _e265;
                metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                uint _e267 = beta_at(b_10, h_9, _e116, params);
                float _e268 = load_beta(_e267, beta, _buffer_sizes);
                float _e269 = u;
                uint _e270 = half_2;
                float _e273 = column_sum(_e270, naga_mod(tid, COLUMNS), sums);
                u = _e268 * (_e269 - _e273);
                uint _e277 = half_2;
                half_2 = 1u - _e277;
            }
            kept = 0.0;
            if (MOMENTUM) {
                uint _e282 = beta_at(b_10, h_9, _e116, params);
                float _e283 = load_beta(_e282, beta, _buffer_sizes);
                float _e284 = u;
                float _e285 = before_decay;
                u = _e283 * (_e284 - _e285);
                uint _e288 = beta_at(b_10, h_9, _e116, params);
                float _e291 = load_beta(_e288 + 1u, beta, _buffer_sizes);
                kept = _e291;
            }
            n_10 = 0u;
            uint2 loop_bound_12 = uint2(4294967295u);
            bool loop_init_12 = true;
            while(true) {
                if (metal::all(loop_bound_12 == uint2(0u))) { break; }
                loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                if (!loop_init_12) {
                    uint _e358 = n_10;
                    n_10 = _e358 + 1u;
                }
                loop_init_12 = false;
                uint _e294 = n_10;
                if (_e294 < KEYS4_) {
                } else {
                    break;
                }
                {
                    uint _e297 = n_10;
                    metal::float4 _e301 = load_k4_(_e117, d0_ + (_e297 * 4u), k, _buffer_sizes);
                    if (MOMENTUM) {
                        uint _e303 = n_10;
                        float _e305 = kept;
                        uint _e306 = n_10;
                        metal::float4 _e308 = momentum.inner[_e306];
                        float _e310 = u;
                        momentum.inner[_e303] = (_e305 * _e308) + (_e301 * _e310);
                        uint _e313 = n_10;
                        metal::float4 _e315 = s_1.inner[_e313];
                        uint _e316 = n_10;
                        metal::float4 _e318 = momentum.inner[_e316];
                        s_1.inner[_e313] = _e315 + _e318;
                    } else {
                        uint _e320 = n_10;
                        metal::float4 _e322 = s_1.inner[_e320];
                        float _e323 = u;
                        s_1.inner[_e320] = _e322 + (_e301 * _e323);
                    }
                    if (RANK_ONE) {
                        uint _e327 = n_10;
                        metal::float4 _e329 = s_1.inner[_e327];
                        uint _e332 = n_10;
                        metal::float4 _e336 = removal4_(_e129 + QK_DIM, d0_ + (_e332 * 4u));
                        float _e337 = before_decay;
                        s_1.inner[_e327] = _e329 + (_e336 * _e337);
                    }
                    uint _e340 = n_10;
                    metal::float4 _e342 = z.inner[_e340];
                    z.inner[_e340] = _e342 + _e301;
                    if (BONUS) {
                        uint _e345 = n_10;
                        metal::float4 _e347 = before.inner[_e345];
                        uint _e348 = n_10;
                        metal::float4 _e352 = bonus4_(h_9, d0_ + (_e348 * 4u));
                        float _e354 = u;
                        before.inner[_e345] = _e347 + ((_e352 * _e301) * _e354);
                    }
                }
            }
            g = 0u;
            uint2 loop_bound_13 = uint2(4294967295u);
            bool loop_init_13 = true;
            while(true) {
                if (metal::all(loop_bound_13 == uint2(0u))) { break; }
                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                if (!loop_init_13) {
                    uint _e501 = g;
                    g = _e501 + 1u;
                }
                loop_init_13 = false;
                uint _e362 = g;
                uint _e366 = params.group;
                uint _e369 = params.outputs;
                if (_e362 < ((_e369 != 0u) ? _e366 : 0u)) {
                } else {
                    break;
                }
                {
                    uint _e376 = params.group;
                    uint _e378 = g;
                    uint head = (h_9 * _e376) + _e378;
                    uint _e380 = q_at(b_10, head, _e116, params);
                    sum_4 = metal::float4(0.0);
                    norm = metal::float4(0.0);
                    n_11 = 0u;
                    uint2 loop_bound_14 = uint2(4294967295u);
                    bool loop_init_14 = true;
                    while(true) {
                        if (metal::all(loop_bound_14 == uint2(0u))) { break; }
                        loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                        if (!loop_init_14) {
                            uint _e417 = n_11;
                            n_11 = _e417 + 1u;
                        }
                        loop_init_14 = false;
                        uint _e389 = n_11;
                        if (_e389 < KEYS4_) {
                        } else {
                            break;
                        }
                        {
                            uint _e392 = n_11;
                            metal::float4 _e396 = load_q4_(_e380, d0_ + (_e392 * 4u), q, _buffer_sizes);
                            if (BONUS) {
                                metal::float4 _e398 = sum_4;
                                uint _e399 = n_11;
                                metal::float4 _e401 = before.inner[_e399];
                                sum_4 = _e398 + (_e396 * _e401);
                            } else {
                                metal::float4 _e404 = sum_4;
                                uint _e405 = n_11;
                                metal::float4 _e407 = s_1.inner[_e405];
                                sum_4 = _e404 + (_e396 * _e407);
                            }
                            metal::float4 _e410 = norm;
                            uint _e411 = n_11;
                            metal::float4 _e413 = z.inner[_e411];
                            norm = _e410 + (_e396 * _e413);
                        }
                    }
                    uint _e420 = half_2;
                    float _e426 = sum_4.x;
                    float _e428 = sum_4.y;
                    float _e431 = sum_4.z;
                    float _e434 = sum_4.w;
                    sums.inner[(_e420 * WORKGROUP) + tid] = ((_e426 + _e428) + _e431) + _e434;
                    if (NORMALISE) {
                        uint _e438 = half_2;
                        float _e444 = norm.x;
                        float _e446 = norm.y;
                        float _e449 = norm.z;
                        float _e452 = norm.w;
                        norms.inner[(_e438 * WORKGROUP) + tid] = ((_e444 + _e446) + _e449) + _e452;
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    if ((tid * 4u) < COLUMNS) {
                        float _e460 = params.scale;
                        factor = _e460;
                        if (NORMALISE) {
                            uint _e463 = half_2;
                            float _e464 = norm_sum(_e463, norms);
                            float _e467 = params.eps;
                            float _e469 = inverse(_e464 + _e467);
                            factor = _e469;
                        }
                        r_5 = metal::float4(0.0);
                        n_12 = 0u;
                        uint2 loop_bound_15 = uint2(4294967295u);
                        bool loop_init_15 = true;
                        while(true) {
                            if (metal::all(loop_bound_15 == uint2(0u))) { break; }
                            loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                            if (!loop_init_15) {
                                uint _e489 = n_12;
                                n_12 = _e489 + 1u;
                            }
                            loop_init_15 = false;
                            uint _e475 = n_12;
                            if (_e475 < 4u) {
                            } else {
                                break;
                            }
                            {
                                uint _e478 = n_12;
                                float _e480 = factor;
                                uint _e481 = half_2;
                                uint _e484 = n_12;
                                float _e486 = column_sum(_e481, (tid * 4u) + _e484, sums);
                                r_5[_e478] = _e480 * _e486;
                            }
                        }
                        uint _e491 = o_at(b_10, head, _e116, params);
                        metal::float4 _e496 = r_5;
                        store_o4_(_e491, first_column + (tid * 4u), V_DIM, _e496, o, _buffer_sizes);
                    }
                    uint _e498 = half_2;
                    half_2 = 1u - _e498;
                }
            }
        }
    }
    uint2 loop_bound_16 = uint2(4294967295u);
    bool loop_init_16 = true;
    while(true) {
        if (metal::all(loop_bound_16 == uint2(0u))) { break; }
        loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
        if (!loop_init_16) {
            uint _e544 = n_13;
            n_13 = _e544 + 1u;
        }
        loop_init_16 = false;
        uint _e508 = n_13;
        if (_e508 < KEYS4_) {
        } else {
            break;
        }
        {
            if (own) {
                uint _e511 = n_13;
                uint _e515 = n_13;
                metal::float4 _e517 = s_1.inner[_e515];
                store_state4_(state_base, d0_ + (_e511 * 4u), column_3, _e517, state_out, _buffer_sizes);
                if (MOMENTUM) {
                    uint _e519 = n_13;
                    uint _e525 = n_13;
                    metal::float4 _e527 = momentum.inner[_e525];
                    store_state4_(state_base, d0_ + (_e519 * 4u), V_DIM + column_3, _e527, state_out, _buffer_sizes);
                }
            }
            if (NORMALISE) {
                local_1 = column_3 == 0u;
            } else {
                local_1 = false;
            }
            bool _e534 = local_1;
            if (_e534) {
                uint _e535 = n_13;
                uint _e540 = n_13;
                metal::float4 _e542 = z.inner[_e540];
                store_state4_(state_base, d0_ + (_e535 * 4u), V_DIM, _e542, state_out, _buffer_sizes);
            }
        }
    }
    return;
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, metal::uint3 id [[thread_position_in_threadgroup]]
, uint __local_invocation_index [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_4 const& q [[user(fake0)]]
, device type_4 const& k [[user(fake0)]]
, device type_5 const& v [[user(fake0)]]
, device type_4& o [[user(fake0)]]
, device type_5 const& decay [[user(fake0)]]
, device type_5 const& beta [[user(fake0)]]
, device type_5 const& state_in [[user(fake0)]]
, device type_5& state_out [[user(fake0)]]
, threadgroup type_8& sums
, threadgroup type_8& norms
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (__local_invocation_index == 0u) {
        sums = {};
        norms = {};
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    run(wid, id.x, params, q, k, v, o, decay, beta, state_in, state_out, sums, norms, _buffer_sizes);
    return;
}
