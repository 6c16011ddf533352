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
};

typedef float OutElem;
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
typedef metal::float4 type_4[1];
typedef float type_5[1];
struct Fade {
    float power;
    float gain;
};
struct type_7 {
    Fade inner[4];
};
struct Lane {
    uint h;
    uint own;
    uint part;
    uint base;
};
typedef metal::float4 Own;
struct type_9 {
    Own inner[4];
};
struct Piece {
    type_9 inner[2];
};
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool DELTA = true;
constant bool MOMENTUM = false;
constant bool RANK_ONE = false;
constant bool DECAY = true;
constant bool DECAY_CHANNEL = false;
constant bool NORMALISE = false;
constant bool BONUS = false;
constant uint WORKGROUP = 64u;
constant bool DECAY_TOKEN = true;
constant uint STATE_COLUMNS = 65u;
constant uint PARTS = 8u;
constant uint VALUES = 64u;
constant uint ROWS = 64u;
constant uint UPDATE = 0u;
constant uint UPDATE_BACK = 64u;
constant uint KEY_BACK = 128u;
constant uint FADE_BACK = 192u;
constant uint RATE = 256u;
constant uint ALONG = 64u;
constant uint OWNED = 64u;
constant uint KEPT = 0u;
constant uint GIVEN = 1u;
constant uint WIDTH = 4u;
constant uint ALONG4_ = 16u;
constant uint PIECE = 2u;

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

float load_decay(
    uint at,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = decay[at];
    return static_cast<float>(_e3);
}

float load_beta(
    uint at_1
) {
    return 1.0;
}

float load_state(
    uint at_2,
    device type_5 const& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = state_out[at_2];
    return _e3;
}

void store_state(
    uint at_3,
    float x_1,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    state_out[at_3] = x_1;
    return;
}

float load_ends(
    uint at_4
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

uint whole_count(
    uint b_2,
    constant Params& params
) {
    uint _e3 = params.whole;
    return _e3;
}

float load_bonus(
    uint at_5
) {
    return 0.0;
}

float load_removal(
    uint at_6
) {
    return 0.0;
}

metal::float4 channel_decays(
    uint at_7,
    uint d_4,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r = metal::float4(0.0);
    uint n = 0u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e21 = n;
            n = _e21 + 1u;
        }
        loop_init = false;
        uint _e7 = n;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n;
            if ((d_4 + _e10) < QK_DIM) {
                uint _e14 = n;
                uint _e17 = n;
                float _e19 = load_decay((at_7 + d_4) + _e17, decay, _buffer_sizes);
                r[_e14] = _e19;
            }
        }
    }
    metal::float4 _e23 = r;
    return _e23;
}

metal::float4 bonus4_(
    uint h,
    uint d_5
) {
    metal::float4 r_1 = metal::float4(0.0);
    uint n_1 = 0u;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_1;
            n_1 = _e23 + 1u;
        }
        loop_init_1 = false;
        uint _e7 = n_1;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_1;
            if ((d_5 + _e10) < QK_DIM) {
                uint _e14 = n_1;
                uint _e19 = n_1;
                float _e21 = load_bonus(((h * QK_DIM) + d_5) + _e19);
                r_1[_e14] = _e21;
            }
        }
    }
    metal::float4 _e25 = r_1;
    return _e25;
}

metal::float4 removal4_(
    uint at_8,
    uint d_6
) {
    metal::float4 r_2 = metal::float4(0.0);
    uint n_2 = 0u;
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e21 = n_2;
            n_2 = _e21 + 1u;
        }
        loop_init_2 = false;
        uint _e7 = n_2;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_2;
            if ((d_6 + _e10) < QK_DIM) {
                uint _e14 = n_2;
                uint _e17 = n_2;
                float _e19 = load_removal((at_8 + d_6) + _e17);
                r_2[_e14] = _e19;
            }
        }
    }
    metal::float4 _e23 = r_2;
    return _e23;
}

int naga_f2i32(float value) {
    return static_cast<int>(metal::clamp(value, -2147483600.0, 2147483500.0));
}

Fade fade_of(
    float x_2
) {
    float sum = {};
    float log = (x_2 < -88.0) ? -88.0 : x_2;
    float n_5 = metal::clamp(metal::rint(log * 1.442695), -127.0, 127.0);
    float r_6 = metal::fma(n_5, 0.00021219444, metal::fma(n_5, -0.6933594, log));
    sum = metal::fma(r_6, 0.0001984127, 0.0013888889);
    float _e19 = sum;
    sum = metal::fma(r_6, _e19, 0.008333334);
    float _e22 = sum;
    sum = metal::fma(r_6, _e22, 0.041666668);
    float _e25 = sum;
    sum = metal::fma(r_6, _e25, 0.16666667);
    float _e28 = sum;
    sum = metal::fma(r_6, _e28, 0.5);
    float _e31 = sum;
    sum = metal::fma(r_6, _e31, 1.0);
    float _e40 = sum;
    return Fade {as_type<float>(as_type<int>(as_type<uint>(naga_f2i32(n_5)) + as_type<uint>(127)) << 23u), r_6 * _e40};
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

uint token_at(
    uint b_3,
    uint t,
    uint n_3,
    constant Params& params
) {
    uint _e3 = token_start(b_3);
    uint _e9 = params.reverse_from;
    return _e3 + ((_e9 == 0u) ? ((n_3 - 1u) - t) : t);
}

uint q_at(
    uint b_4,
    uint h_1,
    uint i,
    constant Params& params
) {
    uint _e5 = params.q_offset;
    uint _e8 = params.q_batch;
    uint _e13 = params.q_head;
    uint _e18 = params.q_row;
    return ((_e5 + (b_4 * _e8)) + (h_1 * _e13)) + (i * _e18);
}

uint k_at(
    uint b_5,
    uint h_2,
    uint i_1,
    constant Params& params
) {
    uint _e5 = params.k_offset;
    uint _e8 = params.k_batch;
    uint _e13 = params.k_head;
    uint _e18 = params.k_row;
    return ((_e5 + (b_5 * _e8)) + (h_2 * _e13)) + (i_1 * _e18);
}

uint v_at(
    uint b_6,
    uint h_3,
    uint i_2,
    constant Params& params
) {
    uint _e5 = params.v_offset;
    uint _e8 = params.v_batch;
    uint _e13 = params.v_head;
    uint _e18 = params.v_row;
    return ((_e5 + (b_6 * _e8)) + (h_3 * _e13)) + (i_2 * _e18);
}

uint o_at(
    uint b_7,
    uint h_4,
    uint i_3,
    constant Params& params
) {
    uint _e5 = params.o_offset;
    uint _e8 = params.o_batch;
    uint _e13 = params.o_head;
    uint _e18 = params.o_row;
    return ((_e5 + (b_7 * _e8)) + (h_4 * _e13)) + (i_3 * _e18);
}

uint decay_at(
    uint b_8,
    uint h_5,
    uint i_4,
    constant Params& params
) {
    uint _e5 = params.decay_offset;
    uint _e8 = params.decay_batch;
    uint _e13 = params.decay_head;
    uint _e18 = params.decay_row;
    return ((_e5 + (b_8 * _e8)) + (h_5 * _e13)) + (i_4 * _e18);
}

uint beta_at(
    uint b_9,
    uint h_6,
    uint i_5,
    constant Params& params
) {
    uint _e5 = params.beta_offset;
    uint _e8 = params.beta_batch;
    uint _e13 = params.beta_head;
    uint _e18 = params.beta_row;
    return ((_e5 + (b_9 * _e8)) + (h_6 * _e13)) + (i_5 * _e18);
}

uint kept_at(
    uint b_10,
    uint h_7,
    uint i_6,
    constant Params& params
) {
    uint _e5 = params.kept_offset;
    uint _e8 = params.kept_batch;
    uint _e13 = params.kept_head;
    uint _e18 = params.kept_row;
    return ((_e5 + (b_10 * _e8)) + (h_7 * _e13)) + (i_6 * _e18);
}

uint element_at(
    uint base_4,
    uint along,
    uint own
) {
    return (base_4 + (own * STATE_COLUMNS)) + along;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

metal::float4 kept4_(
    uint at_9,
    device type_4 const& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 _e5 = kept[naga_div(at_9, 4u)];
    return _e5;
}

metal::float4 along4_(
    uint which,
    uint at_10,
    uint d_7,
    device type_4 const& v,
    device type_4 const& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_3 = metal::float4(0.0);
    if (which == GIVEN) {
        metal::float4 _e5 = load_v4_(at_10, d_7, v, _buffer_sizes);
        return _e5;
    }
    if (d_7 < V_DIM) {
        metal::float4 _e12 = kept4_(at_10 + d_7, kept, _buffer_sizes);
        r_3 = _e12;
    }
    if (false) {
        metal::float4 _e16 = r_3;
        r_3 = metal::select(metal::float4(0.0), _e16, (metal::uint4(d_7) + metal::uint4(0u, 1u, 2u, 3u)) < metal::uint4(64u));
    }
    metal::float4 _e28 = r_3;
    return _e28;
}

uint along_of(
    Lane lane_1,
    uint n_4
) {
    return ((n_4 * PARTS) + lane_1.part) * 4u;
}

Own across(
    Own x_6
) {
    Own r_4 = {};
    uint step = 1u;
    r_4 = x_6;
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e12 = step;
            step = _e12 << 1u;
        }
        loop_init_3 = false;
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

Own overlap(
    Lane lane_2,
    uint given,
    uint at_11,
    device type_4 const& v,
    device type_4 const& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 sum_1 = metal::float4(0.0);
    {
        uint _e7 = along_of(lane_2, 0u);
        metal::float4 _e9 = along4_(GIVEN, given, _e7, v, kept, _buffer_sizes);
        metal::float4 _e11 = along4_(KEPT, at_11, _e7, v, kept, _buffer_sizes);
        metal::float4 _e12 = sum_1;
        sum_1 = metal::fma(_e9, _e11, _e12);
    }
    {
        uint _e15 = along_of(lane_2, 1u);
        metal::float4 _e17 = along4_(GIVEN, given, _e15, v, kept, _buffer_sizes);
        metal::float4 _e19 = along4_(KEPT, at_11, _e15, v, kept, _buffer_sizes);
        metal::float4 _e20 = sum_1;
        sum_1 = metal::fma(_e17, _e19, _e20);
    }
    float _e23 = sum_1.x;
    float _e25 = sum_1.y;
    float _e28 = sum_1.z;
    float _e31 = sum_1.w;
    Own _e34 = across(metal::float4(((_e23 + _e25) + _e28) + _e31));
    return _e34;
}

metal::float4 decays4_(
    uint at_12,
    uint along_1,
    uint own_1,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 _e3 = channel_decays(at_12, own_1, decay, _buffer_sizes);
    return _e3;
}

Own own_of(
    metal::float4 x_7
) {
    return x_7;
}

Own decay_of(
    metal::float4 x_8,
    uint e
) {
    Own _e2 = own_of(x_8);
    return _e2;
}

metal::float4 four_of(
    Own x_9
) {
    return x_9;
}

uint end_of(
    uint own_2
) {
    return OWNED;
}

Own kept_own(
    uint at_13,
    device type_4 const& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 _e5 = kept[naga_div(at_13, 4u)];
    return _e5;
}

Own kept_first(
    uint at_14,
    device type_4 const& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e6 = kept[naga_div(at_14, 4u)].x;
    return metal::float4(_e6);
}

void keep(
    uint at_15,
    Own x_10,
    device type_4& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    kept[naga_div(at_15, 4u)] = x_10;
    return;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

uint part_of(
    uint tid
) {
    return naga_mod(tid, PARTS);
}

uint batch_of(
    uint group,
    constant Params& params
) {
    uint _e3 = params.batch_base;
    uint _e6 = params.slices;
    uint _e10 = params.kv_head_count;
    return _e3 + naga_div(naga_div(group, _e6), _e10);
}

Lane lane_of(
    uint group_1,
    uint tid_1,
    constant Params& params
) {
    uint _e4 = params.kv_head_base;
    uint _e7 = params.slices;
    uint _e11 = params.kv_head_count;
    uint h_8 = _e4 + naga_mod(naga_div(group_1, _e7), _e11);
    uint _e14 = batch_of(group_1, params);
    uint _e17 = params.kv_heads;
    uint state = (_e14 * _e17) + h_8;
    uint _e22 = params.slices;
    uint own_6 = ((naga_mod(group_1, _e22) * 8u) + naga_div(tid_1, PARTS)) * WIDTH;
    uint _e31 = part_of(tid_1);
    return Lane {h_8, own_6, _e31, (state * QK_DIM) * STATE_COLUMNS};
}

bool writes(
    Lane lane_3
) {
    bool local = {};
    if (lane_3.part == 0u) {
        local = lane_3.own < OWNED;
    } else {
        local = false;
    }
    bool _e10 = local;
    return _e10;
}

Own load_own(
    uint base_5,
    uint along_2,
    uint own_3,
    device type_5 const& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_5 = metal::float4(0.0);
    uint c = 0u;
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e22 = c;
            c = _e22 + 1u;
        }
        loop_init_4 = false;
        uint _e8 = c;
        if (_e8 < WIDTH) {
        } else {
            break;
        }
        {
            uint _e11 = c;
            if ((own_3 + _e11) < OWNED) {
                uint _e15 = c;
                uint _e17 = c;
                uint _e19 = element_at(base_5, along_2, own_3 + _e17);
                float _e20 = load_state(_e19, state_out, _buffer_sizes);
                r_5[_e15] = _e20;
            }
        }
    }
    metal::float4 _e24 = r_5;
    Own _e25 = own_of(_e24);
    return _e25;
}

void store_state_own(
    uint base_6,
    uint along_3,
    uint own_4,
    Own x_11,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint c_1 = 0u;
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e20 = c_1;
            c_1 = _e20 + 1u;
        }
        loop_init_5 = false;
        uint _e6 = c_1;
        if (_e6 < WIDTH) {
        } else {
            break;
        }
        {
            uint _e9 = c_1;
            if ((own_4 + _e9) < OWNED) {
                uint _e13 = c_1;
                uint _e15 = element_at(base_6, along_3, own_4 + _e13);
                metal::float4 _e16 = four_of(x_11);
                uint _e17 = c_1;
                store_state(_e15, _e16[_e17], state_out, _buffer_sizes);
            }
        }
    }
    return;
}

void load_piece(
    thread Piece& s_1,
    uint base_7,
    Lane lane_4,
    device type_5 const& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    {
        {
            uint _e5 = along_of(lane_4, 0u);
            uint along_4 = _e5 + 0u;
            if (along_4 < ALONG) {
                Own _e12 = load_own(base_7, along_4, lane_4.own, state_out, _buffer_sizes);
                s_1.inner[0].inner[0] = _e12;
            }
        }
        {
            uint _e14 = along_of(lane_4, 0u);
            uint along_5 = _e14 + 1u;
            if (along_5 < ALONG) {
                Own _e21 = load_own(base_7, along_5, lane_4.own, state_out, _buffer_sizes);
                s_1.inner[0].inner[1] = _e21;
            }
        }
        {
            uint _e23 = along_of(lane_4, 0u);
            uint along_6 = _e23 + 2u;
            if (along_6 < ALONG) {
                Own _e30 = load_own(base_7, along_6, lane_4.own, state_out, _buffer_sizes);
                s_1.inner[0].inner[2] = _e30;
            }
        }
        {
            uint _e32 = along_of(lane_4, 0u);
            uint along_7 = _e32 + 3u;
            if (along_7 < ALONG) {
                Own _e39 = load_own(base_7, along_7, lane_4.own, state_out, _buffer_sizes);
                s_1.inner[0].inner[3] = _e39;
            }
        }
    }
    {
        {
            uint _e42 = along_of(lane_4, 1u);
            uint along_8 = _e42 + 0u;
            if (along_8 < ALONG) {
                Own _e49 = load_own(base_7, along_8, lane_4.own, state_out, _buffer_sizes);
                s_1.inner[1].inner[0] = _e49;
            }
        }
        {
            uint _e51 = along_of(lane_4, 1u);
            uint along_9 = _e51 + 1u;
            if (along_9 < ALONG) {
                Own _e58 = load_own(base_7, along_9, lane_4.own, state_out, _buffer_sizes);
                s_1.inner[1].inner[1] = _e58;
            }
        }
        {
            uint _e60 = along_of(lane_4, 1u);
            uint along_10 = _e60 + 2u;
            if (along_10 < ALONG) {
                Own _e67 = load_own(base_7, along_10, lane_4.own, state_out, _buffer_sizes);
                s_1.inner[1].inner[2] = _e67;
            }
        }
        {
            uint _e69 = along_of(lane_4, 1u);
            uint along_11 = _e69 + 3u;
            if (along_11 < ALONG) {
                Own _e76 = load_own(base_7, along_11, lane_4.own, state_out, _buffer_sizes);
                s_1.inner[1].inner[3] = _e76;
                return;
            } else {
                return;
            }
        }
    }
}

void store_piece(
    thread Piece& s_2,
    uint base_8,
    Lane lane_5,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    {
        {
            uint _e5 = along_of(lane_5, 0u);
            uint along_12 = _e5 + 0u;
            if (along_12 < ALONG) {
                Own _e12 = s_2.inner[0].inner[0];
                store_state_own(base_8, along_12, lane_5.own, _e12, state_out, _buffer_sizes);
            }
        }
        {
            uint _e14 = along_of(lane_5, 0u);
            uint along_13 = _e14 + 1u;
            if (along_13 < ALONG) {
                Own _e21 = s_2.inner[0].inner[1];
                store_state_own(base_8, along_13, lane_5.own, _e21, state_out, _buffer_sizes);
            }
        }
        {
            uint _e23 = along_of(lane_5, 0u);
            uint along_14 = _e23 + 2u;
            if (along_14 < ALONG) {
                Own _e30 = s_2.inner[0].inner[2];
                store_state_own(base_8, along_14, lane_5.own, _e30, state_out, _buffer_sizes);
            }
        }
        {
            uint _e32 = along_of(lane_5, 0u);
            uint along_15 = _e32 + 3u;
            if (along_15 < ALONG) {
                Own _e39 = s_2.inner[0].inner[3];
                store_state_own(base_8, along_15, lane_5.own, _e39, state_out, _buffer_sizes);
            }
        }
    }
    {
        {
            uint _e42 = along_of(lane_5, 1u);
            uint along_16 = _e42 + 0u;
            if (along_16 < ALONG) {
                Own _e49 = s_2.inner[1].inner[0];
                store_state_own(base_8, along_16, lane_5.own, _e49, state_out, _buffer_sizes);
            }
        }
        {
            uint _e51 = along_of(lane_5, 1u);
            uint along_17 = _e51 + 1u;
            if (along_17 < ALONG) {
                Own _e58 = s_2.inner[1].inner[1];
                store_state_own(base_8, along_17, lane_5.own, _e58, state_out, _buffer_sizes);
            }
        }
        {
            uint _e60 = along_of(lane_5, 1u);
            uint along_18 = _e60 + 2u;
            if (along_18 < ALONG) {
                Own _e67 = s_2.inner[1].inner[2];
                store_state_own(base_8, along_18, lane_5.own, _e67, state_out, _buffer_sizes);
            }
        }
        {
            uint _e69 = along_of(lane_5, 1u);
            uint along_19 = _e69 + 3u;
            if (along_19 < ALONG) {
                Own _e76 = s_2.inner[1].inner[3];
                store_state_own(base_8, along_19, lane_5.own, _e76, state_out, _buffer_sizes);
                return;
            } else {
                return;
            }
        }
    }
}

void fade_piece(
    thread Piece& s_3,
    Lane lane_6,
    uint at_16,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 x_12 = metal::float4(0.0);
    metal::float4 x_13 = metal::float4(0.0);
    if (false) {
        return;
    }
    {
        if (DECAY_CHANNEL) {
            uint _e9 = along_of(lane_6, 0u);
            metal::float4 _e11 = decays4_(at_16, _e9, lane_6.own, decay, _buffer_sizes);
            x_12 = _e11;
        } else {
            float _e12 = load_decay(at_16, decay, _buffer_sizes);
            x_12 = metal::float4(_e12);
        }
        {
            Own _e19 = s_3.inner[0].inner[0];
            metal::float4 _e20 = four_of(_e19);
            metal::float4 _e21 = x_12;
            Own _e22 = decay_of(_e21, 0u);
            metal::float4 _e23 = four_of(_e22);
            metal::float4 _e24 = fade_state(_e20, _e23);
            Own _e25 = own_of(_e24);
            s_3.inner[0].inner[0] = _e25;
        }
        {
            Own _e31 = s_3.inner[0].inner[1];
            metal::float4 _e32 = four_of(_e31);
            metal::float4 _e33 = x_12;
            Own _e34 = decay_of(_e33, 1u);
            metal::float4 _e35 = four_of(_e34);
            metal::float4 _e36 = fade_state(_e32, _e35);
            Own _e37 = own_of(_e36);
            s_3.inner[0].inner[1] = _e37;
        }
        {
            Own _e43 = s_3.inner[0].inner[2];
            metal::float4 _e44 = four_of(_e43);
            metal::float4 _e45 = x_12;
            Own _e46 = decay_of(_e45, 2u);
            metal::float4 _e47 = four_of(_e46);
            metal::float4 _e48 = fade_state(_e44, _e47);
            Own _e49 = own_of(_e48);
            s_3.inner[0].inner[2] = _e49;
        }
        {
            Own _e55 = s_3.inner[0].inner[3];
            metal::float4 _e56 = four_of(_e55);
            metal::float4 _e57 = x_12;
            Own _e58 = decay_of(_e57, 3u);
            metal::float4 _e59 = four_of(_e58);
            metal::float4 _e60 = fade_state(_e56, _e59);
            Own _e61 = own_of(_e60);
            s_3.inner[0].inner[3] = _e61;
        }
    }
    {
        if (DECAY_CHANNEL) {
            uint _e67 = along_of(lane_6, 1u);
            metal::float4 _e69 = decays4_(at_16, _e67, lane_6.own, decay, _buffer_sizes);
            x_13 = _e69;
        } else {
            float _e70 = load_decay(at_16, decay, _buffer_sizes);
            x_13 = metal::float4(_e70);
        }
        {
            Own _e77 = s_3.inner[1].inner[0];
            metal::float4 _e78 = four_of(_e77);
            metal::float4 _e79 = x_13;
            Own _e80 = decay_of(_e79, 0u);
            metal::float4 _e81 = four_of(_e80);
            metal::float4 _e82 = fade_state(_e78, _e81);
            Own _e83 = own_of(_e82);
            s_3.inner[1].inner[0] = _e83;
        }
        {
            Own _e89 = s_3.inner[1].inner[1];
            metal::float4 _e90 = four_of(_e89);
            metal::float4 _e91 = x_13;
            Own _e92 = decay_of(_e91, 1u);
            metal::float4 _e93 = four_of(_e92);
            metal::float4 _e94 = fade_state(_e90, _e93);
            Own _e95 = own_of(_e94);
            s_3.inner[1].inner[1] = _e95;
        }
        {
            Own _e101 = s_3.inner[1].inner[2];
            metal::float4 _e102 = four_of(_e101);
            metal::float4 _e103 = x_13;
            Own _e104 = decay_of(_e103, 2u);
            metal::float4 _e105 = four_of(_e104);
            metal::float4 _e106 = fade_state(_e102, _e105);
            Own _e107 = own_of(_e106);
            s_3.inner[1].inner[2] = _e107;
        }
        {
            Own _e113 = s_3.inner[1].inner[3];
            metal::float4 _e114 = four_of(_e113);
            metal::float4 _e115 = x_13;
            Own _e116 = decay_of(_e115, 3u);
            metal::float4 _e117 = four_of(_e116);
            metal::float4 _e118 = fade_state(_e114, _e117);
            Own _e119 = own_of(_e118);
            s_3.inner[1].inner[3] = _e119;
            return;
        }
    }
}

Own product(
    thread Piece& s_4,
    Lane lane_7,
    uint which_1,
    uint at_17,
    device type_4 const& v,
    device type_4 const& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 sum_2 = metal::float4(0.0);
    {
        uint _e8 = along_of(lane_7, 0u);
        metal::float4 _e9 = along4_(which_1, at_17, _e8, v, kept, _buffer_sizes);
        {
            Own _e14 = s_4.inner[0].inner[0];
            metal::float4 _e15 = sum_2;
            sum_2 = metal::fma(metal::float4(_e9.x), _e14, _e15);
        }
        {
            Own _e21 = s_4.inner[0].inner[1];
            metal::float4 _e22 = sum_2;
            sum_2 = metal::fma(metal::float4(_e9.y), _e21, _e22);
        }
        {
            Own _e28 = s_4.inner[0].inner[2];
            metal::float4 _e29 = sum_2;
            sum_2 = metal::fma(metal::float4(_e9.z), _e28, _e29);
        }
        {
            Own _e35 = s_4.inner[0].inner[3];
            metal::float4 _e36 = sum_2;
            sum_2 = metal::fma(metal::float4(_e9.w), _e35, _e36);
        }
    }
    {
        uint _e39 = along_of(lane_7, 1u);
        metal::float4 _e40 = along4_(which_1, at_17, _e39, v, kept, _buffer_sizes);
        {
            Own _e45 = s_4.inner[1].inner[0];
            metal::float4 _e46 = sum_2;
            sum_2 = metal::fma(metal::float4(_e40.x), _e45, _e46);
        }
        {
            Own _e52 = s_4.inner[1].inner[1];
            metal::float4 _e53 = sum_2;
            sum_2 = metal::fma(metal::float4(_e40.y), _e52, _e53);
        }
        {
            Own _e59 = s_4.inner[1].inner[2];
            metal::float4 _e60 = sum_2;
            sum_2 = metal::fma(metal::float4(_e40.z), _e59, _e60);
        }
        {
            Own _e66 = s_4.inner[1].inner[3];
            metal::float4 _e67 = sum_2;
            sum_2 = metal::fma(metal::float4(_e40.w), _e66, _e67);
        }
    }
    metal::float4 _e69 = sum_2;
    Own _e70 = across(_e69);
    return _e70;
}

void add(
    thread Piece& s_5,
    Lane lane_8,
    uint which_2,
    uint at_18,
    Own factor,
    device type_4 const& v,
    device type_4 const& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    {
        uint _e6 = along_of(lane_8, 0u);
        metal::float4 _e7 = along4_(which_2, at_18, _e6, v, kept, _buffer_sizes);
        {
            Own _e14 = s_5.inner[0].inner[0];
            s_5.inner[0].inner[0] = metal::fma(metal::float4(_e7.x), factor, _e14);
        }
        {
            Own _e22 = s_5.inner[0].inner[1];
            s_5.inner[0].inner[1] = metal::fma(metal::float4(_e7.y), factor, _e22);
        }
        {
            Own _e30 = s_5.inner[0].inner[2];
            s_5.inner[0].inner[2] = metal::fma(metal::float4(_e7.z), factor, _e30);
        }
        {
            Own _e38 = s_5.inner[0].inner[3];
            s_5.inner[0].inner[3] = metal::fma(metal::float4(_e7.w), factor, _e38);
        }
    }
    {
        uint _e41 = along_of(lane_8, 1u);
        metal::float4 _e42 = along4_(which_2, at_18, _e41, v, kept, _buffer_sizes);
        {
            Own _e49 = s_5.inner[1].inner[0];
            s_5.inner[1].inner[0] = metal::fma(metal::float4(_e42.x), factor, _e49);
        }
        {
            Own _e57 = s_5.inner[1].inner[1];
            s_5.inner[1].inner[1] = metal::fma(metal::float4(_e42.y), factor, _e57);
        }
        {
            Own _e65 = s_5.inner[1].inner[2];
            s_5.inner[1].inner[2] = metal::fma(metal::float4(_e42.z), factor, _e65);
        }
        {
            Own _e73 = s_5.inner[1].inner[3];
            s_5.inner[1].inner[3] = metal::fma(metal::float4(_e42.w), factor, _e73);
            return;
        }
    }
}

Own rate_of(
    uint at_19,
    device type_4 const& kept,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (DELTA) {
        Own _e4 = kept_first(at_19 + RATE, kept, _buffer_sizes);
        return _e4;
    }
    return metal::float4(1.0);
}

void run(
    metal::uint3 wid_2,
    uint tid_2,
    constant Params& params,
    device type_4 const& q,
    device type_4 const& k,
    device type_4 const& v,
    device type_4& o,
    device type_5 const& decay,
    device type_4& kept,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    Piece s_6 = {};
    metal::float4 by_decay = metal::float4(0.0);
    uint t_1 = 0u;
    metal::float4 own_5 = {};
    uint g = {};
    metal::float4 x_14 = {};
    bool local_1 = {};
    bool local_2 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    if (_e2 >= _e5) {
        return;
    }
    uint _e7 = batch_of(_e2, params);
    Lane _e8 = lane_of(_e2, tid_2, params);
    load_piece(s_6, _e8.base, _e8, state_out, _buffer_sizes);
    if (DECAY_TOKEN) {
        Own _e18 = load_own(_e8.base, V_DIM, _e8.own, state_out, _buffer_sizes);
        by_decay = _e18;
    }
    uint _e19 = token_count(_e7, params);
    uint2 loop_bound_6 = uint2(4294967295u);
    bool loop_init_6 = true;
    while(true) {
        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_6) {
            uint _e130 = t_1;
            t_1 = _e130 + 1u;
        }
        loop_init_6 = false;
        uint _e22 = t_1;
        if (_e22 < _e19) {
        } else {
            break;
        }
        {
            uint _e24 = t_1;
            uint _e25 = token_at(_e7, _e24, _e19, params);
            uint _e27 = kept_at(_e7, _e8.h, _e25, params);
            uint _e29 = k_at(_e7, _e8.h, _e25, params);
            metal::float4 _e31 = load_k4_(_e29, _e8.own, k, _buffer_sizes);
            Own _e32 = own_of(_e31);
            Own _e33 = rate_of(_e27, kept, _buffer_sizes);
            Own _e37 = product(s_6, _e8, KEPT, _e27 + UPDATE, v, kept, _buffer_sizes);
            Own later = _e33 * _e37;
            own_5 = metal::float4(0.0);
            g = 0u;
            uint2 loop_bound_7 = uint2(4294967295u);
            bool loop_init_7 = true;
            while(true) {
                if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                if (!loop_init_7) {
                    uint _e72 = g;
                    g = _e72 + 1u;
                }
                loop_init_7 = false;
                uint _e44 = g;
                uint _e47 = params.group;
                if (_e44 < _e47) {
                } else {
                    break;
                }
                {
                    uint _e52 = params.group;
                    uint _e54 = g;
                    uint head = (_e8.h * _e52) + _e54;
                    uint _e56 = v_at(_e7, head, _e25, params);
                    float _e59 = params.scale;
                    uint _e60 = q_at(_e7, head, _e25, params);
                    metal::float4 _e62 = load_q4_(_e60, _e8.own, q, _buffer_sizes);
                    Own _e63 = own_of(_e62);
                    Own q_1 = _e59 * _e63;
                    Own _e67 = overlap(_e8, _e56, _e27 + UPDATE, v, kept, _buffer_sizes);
                    metal::float4 _e68 = own_5;
                    own_5 = metal::fma(q_1, _e67, _e68);
                    add(s_6, _e8, GIVEN, _e56, q_1, v, kept, _buffer_sizes);
                }
            }
            metal::float4 _e74 = own_5;
            x_14 = metal::fma(_e33, _e74, later);
            if (DELTA) {
                add(s_6, _e8, KEPT, _e27 + UPDATE_BACK, -(_e33) * _e32, v, kept, _buffer_sizes);
            }
            bool _e83 = writes(_e8);
            if (_e83) {
                if (DELTA) {
                    metal::float4 _e85 = x_14;
                    Own _e90 = kept_own((_e27 + KEY_BACK) + _e8.own, kept, _buffer_sizes);
                    x_14 = _e85 + _e90;
                }
                uint _e93 = o_at(_e7, _e8.h, _e25, params);
                uint _e96 = end_of(_e8.own);
                metal::float4 _e97 = x_14;
                metal::float4 _e98 = four_of(_e97);
                store_o4_(_e93, _e8.own, _e96, _e98, o, _buffer_sizes);
            }
            if (DECAY_TOKEN) {
                bool _e102 = writes(_e8);
                local_1 = _e102;
            } else {
                local_1 = false;
            }
            bool _e104 = local_1;
            if (_e104) {
                uint _e107 = params.first;
                uint _e108 = t_1;
                if ((_e107 + _e108) > 0u) {
                    metal::float4 _e112 = by_decay;
                    by_decay = _e112 - (_e32 * later);
                }
                metal::float4 _e115 = by_decay;
                Own _e120 = kept_own((_e27 + FADE_BACK) + _e8.own, kept, _buffer_sizes);
                by_decay = _e115 + _e120;
                metal::float4 _e126 = by_decay;
                keep((_e27 + FADE_BACK) + _e8.own, _e126, kept, _buffer_sizes);
            }
            uint _e128 = decay_at(_e7, _e8.h, _e25, params);
            fade_piece(s_6, _e8, _e128, decay, _buffer_sizes);
        }
    }
    store_piece(s_6, _e8.base, _e8, state_out, _buffer_sizes);
    if (DECAY_TOKEN) {
        bool _e136 = writes(_e8);
        local_2 = _e136;
    } else {
        local_2 = false;
    }
    bool _e138 = local_2;
    if (_e138) {
        metal::float4 _e142 = by_decay;
        store_state_own(_e8.base, V_DIM, _e8.own, _e142, state_out, _buffer_sizes);
        return;
    } else {
        return;
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
, device type_4 const& q [[user(fake0)]]
, device type_4 const& k [[user(fake0)]]
, device type_4 const& v [[user(fake0)]]
, device type_4& o [[user(fake0)]]
, device type_5 const& decay [[user(fake0)]]
, device type_4& kept [[user(fake0)]]
, device type_5& state_out [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint lanes = {};
    lanes = size;
    run(wid, (subgroup * size) + lane, params, q, k, v, o, decay, kept, state_out, _buffer_sizes);
    return;
}
