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
    float4 s[16][4];
    float4 momentum[1][4];
    float4 z[16];
};

struct Token {
    uint head;
    uint k;
    uint removal;
    uint decay;
    uint beta;
};

struct Sums {
    float4 o;
    float4 keys;
    float4 own;
};

static const uint WORKGROUP = 8u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const uint STATE_COLUMNS = 64u;
static const bool DELTA = true;
static const bool MOMENTUM = false;
static const bool RANK_ONE = false;
static const bool DECAY = true;
static const bool DECAY_CHANNEL = false;
static const bool NORMALISE = false;
static const bool BONUS = false;
static const uint QK4_ = 16u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q_1 : register(t1);
ByteAddressBuffer k : register(t2);
ByteAddressBuffer v : register(t3);
RWByteAddressBuffer o : register(u4);
ByteAddressBuffer decay : register(t5);
ByteAddressBuffer beta : register(t6);
ByteAddressBuffer state_in : register(t7);
RWByteAddressBuffer state_out : register(u8);

float4 load_q4_(uint base, uint d)
{
    if ((d >= QK_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(q_1.Load4(((base + d) >> 2u)*16));
    return float4(_e11);
}

float4 load_k4_(uint base_1, uint d_1)
{
    if ((d_1 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(k.Load4(((base_1 + d_1) >> 2u)*16));
    return float4(_e11);
}

float4 load_v4_(uint base_2, uint d_2)
{
    if ((d_2 >= V_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(v.Load4(((base_2 + d_2) >> 2u)*16));
    return float4(_e11);
}

void store_o4_(uint base_3, uint d_3, uint dim, float4 x)
{
    if ((d_3 < dim)) {
        o.Store4(((base_3 + d_3) >> 2u)*16, asuint(float4(x)));
        return;
    } else {
        return;
    }
}

float decay_element(uint at)
{
    float _e3 = asfloat(decay.Load(at*4));
    return float(_e3);
}

float beta_element(uint at_1)
{
    float _e3 = asfloat(beta.Load(at_1*4));
    return float(_e3);
}

float removal_element(uint at_2)
{
    return 0.0;
}

uint token_start(uint b)
{
    return 0u;
}

uint token_count(uint b_1)
{
    uint _e3 = params.len;
    return _e3;
}

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint token_at(uint b_2, uint h, uint t_1, uint n_2)
{
    const uint _e4 = token_start(b_2);
    uint _e10 = params.reverse_from;
    return (_e4 + ((h >= _e10) ? ((n_2 - 1u) - t_1) : t_1));
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

uint q_at(uint b_3, uint h_1, uint i)
{
    uint _e5 = params.q_offset;
    uint _e8 = params.q_batch;
    uint _e13 = params.q_token_heads;
    uint _e17 = params.q_head;
    uint _e22 = params.q_row;
    return (((_e5 + (b_3 * _e8)) + (naga_mod(h_1, _e13) * _e17)) + (i * _e22));
}

uint k_at(uint b_4, uint h_2, uint i_1)
{
    uint _e5 = params.k_offset;
    uint _e8 = params.k_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.k_head;
    uint _e22 = params.k_row;
    return (((_e5 + (b_4 * _e8)) + (naga_mod(h_2, _e13) * _e17)) + (i_1 * _e22));
}

uint v_at(uint b_5, uint h_3, uint i_2)
{
    uint _e5 = params.v_offset;
    uint _e8 = params.v_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.v_head;
    uint _e22 = params.v_row;
    return (((_e5 + (b_5 * _e8)) + (naga_mod(h_3, _e13) * _e17)) + (i_2 * _e22));
}

uint o_at(uint b_6, uint h_4, uint i_3)
{
    uint _e5 = params.o_offset;
    uint _e8 = params.o_batch;
    uint _e13 = params.o_head;
    uint _e18 = params.o_row;
    return (((_e5 + (b_6 * _e8)) + (h_4 * _e13)) + (i_3 * _e18));
}

uint decay_at(uint b_7, uint h_5, uint i_4)
{
    uint _e5 = params.decay_offset;
    uint _e8 = params.decay_batch;
    uint _e13 = params.decay_head;
    uint _e18 = params.decay_row;
    return (((_e5 + (b_7 * _e8)) + (h_5 * _e13)) + (i_4 * _e18));
}

uint beta_at(uint b_8, uint h_6, uint i_5)
{
    uint _e5 = params.beta_offset;
    uint _e8 = params.beta_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.beta_head;
    uint _e22 = params.beta_row;
    return (((_e5 + (b_8 * _e8)) + (naga_mod(h_6, _e13) * _e17)) + (i_5 * _e22));
}

uint removal_at(uint b_9, uint h_7, uint i_6)
{
    uint _e5 = params.removal_offset;
    uint _e8 = params.removal_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.removal_head;
    uint _e22 = params.removal_row;
    return (((_e5 + (b_9 * _e8)) + (naga_mod(h_7, _e13) * _e17)) + (i_6 * _e22));
}

float inverse(float sum)
{
    return ((sum == 0.0) ? 0.0 : (1.0 / sum));
}

float load_state(uint at_3)
{
    float _e3 = asfloat(state_in.Load(at_3*4));
    return _e3;
}

void store_state(uint at_4, float x_1)
{
    state_out.Store(at_4*4, asuint(x_1));
    return;
}

float bonus_element(uint at_5)
{
    return 0.0;
}

float gain(float x_2)
{
    float r = (float)0;

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

float fade(float x_3)
{
    const float _e2 = gain(x_3);
    return ((abs(x_3) <= 0.5) ? (1.0 + _e2) : exp(x_3));
}

float4 fade4_(float4 x_4)
{
    const float _e2 = fade(x_4.x);
    const float _e4 = fade(x_4.y);
    const float _e6 = fade(x_4.z);
    const float _e8 = fade(x_4.w);
    return float4(_e2, _e4, _e6, _e8);
}

float4 fade_state(float4 s, float4 x_5)
{
    const float _e3 = gain(x_5.x);
    const float _e5 = gain(x_5.y);
    const float _e7 = gain(x_5.z);
    const float _e9 = gain(x_5.w);
    float4 gained = float4(_e3, _e5, _e7, _e9);
    return ((abs(x_5) <= (0.5).xxxx) ? (s + (s * gained)) : (s * exp(x_5)));
}

float4 channel_decays(uint at_6, uint d_4)
{
    float4 r_1 = (0.0).xxxx;
    uint n_3 = 0u;

    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
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
                const float _e19 = decay_element(((at_6 + d_4) + _e17));
                r_1[min(uint(_e14), 3u)] = _e19;
            }
        }
    }
    float4 _e23 = r_1;
    return _e23;
}

float4 bonus4_(uint h_8, uint d_5)
{
    float4 r_2 = (0.0).xxxx;
    uint n_4 = 0u;

    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
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
                const float _e21 = bonus_element((((h_8 * QK_DIM) + d_5) + _e19));
                r_2[min(uint(_e14), 3u)] = _e21;
            }
        }
    }
    float4 _e25 = r_2;
    return _e25;
}

float4 removal4_(uint at_7, uint d_6)
{
    float4 r_3 = (0.0).xxxx;
    uint n_5 = 0u;

    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
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
                const float _e19 = removal_element(((at_7 + d_6) + _e17));
                r_3[min(uint(_e14), 3u)] = _e19;
            }
        }
    }
    float4 _e23 = r_3;
    return _e23;
}

float4 load_state4_(uint base_4, uint d_7, uint column)
{
    float4 r_4 = (0.0).xxxx;
    uint n_6 = 0u;
    bool local_4 = (bool)0;

    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
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
                const float _e29 = load_state((((base_4 + (d_7 * STATE_COLUMNS)) + column) + _e27));
                r_4[min(uint(_e21), 3u)] = _e29;
            }
        }
    }
    float4 _e33 = r_4;
    return _e33;
}

void store_state4_(uint base_5, uint d_8, uint column_1, float4 x_6)
{
    uint n_7 = 0u;
    bool local_5 = (bool)0;

    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
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
                store_state((((base_5 + (d_8 * STATE_COLUMNS)) + column_1) + _e23), x_6[min(uint(_e25), 3u)]);
            }
        }
    }
    return;
}

float4 decays(Token token, uint d_9)
{
    if (DECAY_CHANNEL) {
        const float4 _e4 = channel_decays(token.decay, d_9);
        return _e4;
    }
    const float _e6 = decay_element(token.decay);
    return (_e6).xxxx;
}

float4 fades(float4 s_1, float4 x_7)
{
    if (false) {
        return s_1;
    }
    const float4 _e3 = fade_state(s_1, x_7);
    return _e3;
}

float4 held(inout State state_1, Token token_1)
{
    float4 sum_1 = (0.0).xxxx;
    uint n_8 = 0u;
    float4 row = (float4)0;
    bool local_6 = (bool)0;
    uint e_2 = (uint)0;

    uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
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
            const float4 _e14 = load_k4_(token_1.k, (_e11 * 4u));
            row = _e14;
            if (RANK_ONE) {
                uint _e18 = n_8;
                const float4 _e21 = removal4_(token_1.removal, (_e18 * 4u));
                row = _e21;
            } else {
                if (DELTA) {
                    local_6 = DECAY;
                } else {
                    local_6 = false;
                }
                bool _e27 = local_6;
                if (_e27) {
                    float4 _e28 = row;
                    uint _e29 = n_8;
                    const float4 _e32 = decays(token_1, (_e29 * 4u));
                    const float4 _e33 = fade4_(_e32);
                    row = (_e28 * _e33);
                }
            }
            e_2 = 0u;
            uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
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
                    float _e42 = row[min(uint(_e40), 3u)];
                    uint _e45 = n_8;
                    uint _e47 = e_2;
                    float4 _e49 = state_1.s[min(uint(_e45), 15u)][min(uint(_e47), 3u)];
                    float4 _e50 = sum_1;
                    sum_1 = mad((_e42).xxxx, _e49, _e50);
                }
            }
        }
    }
    float4 _e58 = sum_1;
    return _e58;
}

void add_rows(inout Sums sums, Token token_2, float4 q, uint n_9, float4 s_2[4], float4 z)
{
    uint e_3 = 0u;

    if (NORMALISE) {
        float4 _e9 = sums.keys;
        sums.keys = mad(q, z, _e9);
    }
    if (BONUS) {
        const float4 _e16 = bonus4_(token_2.head, (n_9 * 4u));
        const float4 _e21 = load_k4_(token_2.k, (n_9 * 4u));
        float4 _e23 = sums.own;
        sums.own = mad((q * _e16), _e21, _e23);
    }
    uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
    bool loop_init_7 = true;
    while(true) {
        if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
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
            float4 _e37 = sums.o;
            sums.o = mad((q[min(uint(_e31), 3u)]).xxxx, s_2[min(uint(_e34), 3u)], _e37);
        }
    }
    return;
}

Sums step_(inout State state_2, Token token_3, uint q_row, float4 u_1, float4 removed_1)
{
    float kept = 0.0;
    Sums sums_1 = (Sums)0;
    uint n_10 = 0u;
    uint e_4 = (uint)0;
    float4 s_3 = (float4)0;

    if (MOMENTUM) {
        const float _e11 = beta_element((token_3.beta + 1u));
        kept = _e11;
    }
    uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
    bool loop_init_8 = true;
    while(true) {
        if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
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
            const float4 _e22 = load_k4_(token_3.k, (_e19 * 4u));
            uint _e23 = n_10;
            const float4 _e26 = load_q4_(q_row, (_e23 * 4u));
            uint _e27 = n_10;
            const float4 _e30 = decays(token_3, (_e27 * 4u));
            if (BONUS) {
                uint _e32 = n_10;
                uint _e34 = n_10;
                float4 _e36[4] = state_2.s[min(uint(_e34), 15u)];
                uint _e38 = n_10;
                float4 _e40 = state_2.z[min(uint(_e38), 15u)];
                add_rows(sums_1, token_3, _e26, _e32, _e36, _e40);
            }
            if (NORMALISE) {
                uint _e43 = n_10;
                uint _e46 = n_10;
                float4 _e48 = state_2.z[min(uint(_e46), 15u)];
                const float4 _e49 = fades(_e48, _e30);
                state_2.z[min(uint(_e43), 15u)] = (_e49 + _e22);
            }
            e_4 = 0u;
            uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
            bool loop_init_9 = true;
            while(true) {
                if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
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
                    float4 _e61 = state_2.s[min(uint(_e57), 15u)][min(uint(_e59), 3u)];
                    uint _e62 = e_4;
                    const float4 _e65 = fades(_e61, (_e30[min(uint(_e62), 3u)]).xxxx);
                    s_3 = _e65;
                    if (MOMENTUM) {
                        uint _e69 = n_10;
                        uint _e71 = e_4;
                        uint _e73 = e_4;
                        float _e76 = kept;
                        uint _e78 = n_10;
                        uint _e80 = e_4;
                        float4 _e82 = state_2.momentum[min(uint(_e78), 0u)][min(uint(_e80), 3u)];
                        state_2.momentum[min(uint(_e69), 0u)][min(uint(_e71), 3u)] = mad((_e22[min(uint(_e73), 3u)]).xxxx, u_1, (_e76 * _e82));
                        float4 _e85 = s_3;
                        uint _e87 = n_10;
                        uint _e89 = e_4;
                        float4 _e91 = state_2.momentum[min(uint(_e87), 0u)][min(uint(_e89), 3u)];
                        s_3 = (_e85 + _e91);
                    } else {
                        uint _e93 = e_4;
                        float4 _e96 = s_3;
                        s_3 = mad((_e22[min(uint(_e93), 3u)]).xxxx, u_1, _e96);
                    }
                    if (RANK_ONE) {
                        uint _e102 = n_10;
                        const float4 _e105 = removal4_((token_3.removal + QK_DIM), (_e102 * 4u));
                        uint _e106 = e_4;
                        float4 _e109 = s_3;
                        s_3 = mad((_e105[min(uint(_e106), 3u)]).xxxx, removed_1, _e109);
                    }
                    uint _e112 = n_10;
                    uint _e114 = e_4;
                    float4 _e116 = s_3;
                    state_2.s[min(uint(_e112), 15u)][min(uint(_e114), 3u)] = _e116;
                }
            }
            if (true) {
                uint _e121 = n_10;
                uint _e123 = n_10;
                float4 _e125[4] = state_2.s[min(uint(_e123), 15u)];
                uint _e127 = n_10;
                float4 _e129 = state_2.z[min(uint(_e127), 15u)];
                add_rows(sums_1, token_3, _e26, _e121, _e125, _e129);
            }
        }
    }
    Sums _e133 = sums_1;
    const Sums sums_3 = _e133;
    return sums_3;
}

Sums ZeroValueSums() {
    return (Sums)0;
}

void write_outputs(inout State state_3, Token token_4, uint b_10, uint i_7, uint column_2, float4 u_2, uint begin, uint end, Sums first)
{
    Sums sums_2 = (Sums)0;
    uint g = (uint)0;
    uint n_11 = (uint)0;
    float factor = (float)0;

    sums_2 = first;
    g = begin;
    uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
    bool loop_init_10 = true;
    while(true) {
        if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
        loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
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
            uint _e16 = params.group;
            uint _e18 = g;
            uint head = ((token_4.head * _e16) + _e18);
            uint _e20 = g;
            if ((_e20 > 0u)) {
                sums_2 = ZeroValueSums();
                n_11 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u, 4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (all(loop_bound_11 == uint2(0u, 0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
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
                        const uint _e29 = q_at(b_10, head, i_7);
                        uint _e30 = n_11;
                        const float4 _e33 = load_q4_(_e29, (_e30 * 4u));
                        uint _e34 = n_11;
                        uint _e36 = n_11;
                        float4 _e38[4] = state_3.s[min(uint(_e36), 15u)];
                        uint _e40 = n_11;
                        float4 _e42 = state_3.z[min(uint(_e40), 15u)];
                        add_rows(sums_2, token_4, _e33, _e34, _e38, _e42);
                    }
                }
            }
            if (BONUS) {
                float _e50 = sums_2.own.x;
                float _e53 = sums_2.own.y;
                float _e57 = sums_2.own.z;
                float _e61 = sums_2.own.w;
                float4 _e65 = sums_2.o;
                sums_2.o = mad(((((_e50 + _e53) + _e57) + _e61)).xxxx, u_2, _e65);
            }
            float _e69 = params.scale;
            factor = _e69;
            if (NORMALISE) {
                float _e74 = sums_2.keys.x;
                float _e77 = sums_2.keys.y;
                float _e81 = sums_2.keys.z;
                float _e85 = sums_2.keys.w;
                float _e89 = params.eps;
                const float _e91 = inverse(((((_e74 + _e77) + _e81) + _e85) + _e89));
                factor = _e91;
            }
            const uint _e92 = o_at(b_10, head, i_7);
            float _e94 = factor;
            float4 _e96 = sums_2.o;
            store_o4_(_e92, column_2, V_DIM, (_e94 * _e96));
        }
    }
    return;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

Token ConstructToken(uint arg0, uint arg1, uint arg2, uint arg3, uint arg4) {
    Token ret = (Token)0;
    ret.head = arg0;
    ret.k = arg1;
    ret.removal = arg2;
    ret.decay = arg3;
    ret.beta = arg4;
    return ret;
}

[numthreads(8, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    uint id = (uint)0;
    State state = (State)0;
    uint n = 0u;
    uint e = (uint)0;
    bool local = (bool)0;
    uint t = 0u;
    float4 u = (float4)0;
    float4 removed = (float4)0;
    bool local_1 = (bool)0;
    uint n_1 = 0u;
    uint e_1 = (uint)0;
    bool local_2 = (bool)0;
    bool local_3 = (bool)0;

    const uint _e2 = group_id(wid);
    id = _e2;
    uint _e4 = id;
    uint _e7 = params.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = id;
    uint _e12 = params.v_slices;
    uint column_3 = (((naga_mod(_e9, _e12) * WORKGROUP) + tid) * 4u);
    uint _e19 = id;
    uint _e22 = params.v_slices;
    id = naga_div(_e19, _e22);
    uint _e26 = params.kv_head_base;
    uint _e27 = id;
    uint _e30 = params.kv_head_count;
    uint h_9 = (_e26 + naga_mod(_e27, _e30));
    uint _e35 = params.batch_base;
    uint _e36 = id;
    uint _e39 = params.kv_head_count;
    uint b_11 = (_e35 + naga_div(_e36, _e39));
    uint _e44 = params.kv_heads;
    uint base_6 = ((((b_11 * _e44) + h_9) * QK_DIM) * STATE_COLUMNS);
    uint2 loop_bound_12 = uint2(4294967295u, 4294967295u);
    bool loop_init_12 = true;
    while(true) {
        if (all(loop_bound_12 == uint2(0u, 0u))) { break; }
        loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
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
            uint2 loop_bound_13 = uint2(4294967295u, 4294967295u);
            bool loop_init_13 = true;
            while(true) {
                if (all(loop_bound_13 == uint2(0u, 0u))) { break; }
                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
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
                    const float4 _e72 = load_state4_(base_6, ((_e67 * 4u) + _e70), column_3);
                    state.s[min(uint(_e63), 15u)][min(uint(_e65), 3u)] = _e72;
                    if (MOMENTUM) {
                        uint _e75 = n;
                        uint _e77 = e;
                        uint _e81 = n;
                        uint _e84 = e;
                        const float4 _e86 = load_state4_((base_6 + V_DIM), ((_e81 * 4u) + _e84), column_3);
                        state.momentum[min(uint(_e75), 0u)][min(uint(_e77), 3u)] = _e86;
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
                        const float _e114 = load_state(((base_6 + (((_e104 * 4u) + _e107) * STATE_COLUMNS)) + V_DIM));
                        state.z[min(uint(_e100), 15u)][min(uint(_e102), 3u)] = _e114;
                    }
                }
            }
        }
    }
    const uint _e121 = token_count(b_11);
    uint _e125 = params.group;
    uint _e128 = params.outputs;
    uint queries = ((_e128 != 0u) ? _e125 : 0u);
    uint2 loop_bound_14 = uint2(4294967295u, 4294967295u);
    bool loop_init_14 = true;
    while(true) {
        if (all(loop_bound_14 == uint2(0u, 0u))) { break; }
        loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
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
            const uint _e137 = token_at(b_11, h_9, _e136, _e121);
            const uint _e138 = k_at(b_11, h_9, _e137);
            const uint _e139 = removal_at(b_11, h_9, _e137);
            const uint _e140 = decay_at(b_11, h_9, _e137);
            const uint _e141 = beta_at(b_11, h_9, _e137);
            Token token_5 = ConstructToken(h_9, _e138, _e139, _e140, _e141);
            const uint _e143 = v_at(b_11, h_9, _e137);
            const float4 _e144 = load_v4_(_e143, column_3);
            u = _e144;
            removed = (0.0).xxxx;
            if (RANK_ONE) {
                const float4 _e150 = held(state, token_5);
                removed = _e150;
            }
            if (false) {
                local_1 = MOMENTUM;
            } else {
                local_1 = true;
            }
            bool _e156 = local_1;
            if (_e156) {
                const float _e158 = beta_element(token_5.beta);
                float4 _e159 = u;
                const float4 _e160 = held(state, token_5);
                u = (_e158 * (_e159 - _e160));
            }
            if (BONUS) {
                float4 _e164 = u;
                write_outputs(state, token_5, b_11, _e137, column_3, _e164, 1u, queries, ZeroValueSums());
            }
            uint _e169 = params.group;
            const uint _e171 = q_at(b_11, (h_9 * _e169), _e137);
            float4 _e172 = u;
            float4 _e173 = removed;
            const Sums _e174 = step_(state, token_5, _e171, _e172, _e173);
            float4 _e175 = u;
            write_outputs(state, token_5, b_11, _e137, column_3, _e175, 0u, (BONUS ? min(queries, 1u) : queries), _e174);
        }
    }
    uint2 loop_bound_15 = uint2(4294967295u, 4294967295u);
    bool loop_init_15 = true;
    while(true) {
        if (all(loop_bound_15 == uint2(0u, 0u))) { break; }
        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
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
            uint2 loop_bound_16 = uint2(4294967295u, 4294967295u);
            bool loop_init_16 = true;
            while(true) {
                if (all(loop_bound_16 == uint2(0u, 0u))) { break; }
                loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
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
                    float4 _e204 = state.s[min(uint(_e200), 15u)][min(uint(_e202), 3u)];
                    store_state4_(base_6, ((_e194 * 4u) + _e197), column_3, _e204);
                    if (MOMENTUM) {
                        uint _e208 = n_1;
                        uint _e211 = e_1;
                        uint _e214 = n_1;
                        uint _e216 = e_1;
                        float4 _e218 = state.momentum[min(uint(_e214), 0u)][min(uint(_e216), 3u)];
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
                        float _e252 = state.z[min(uint(_e248), 15u)][min(uint(_e250), 3u)];
                        store_state(((base_6 + (((_e237 * 4u) + _e240) * STATE_COLUMNS)) + V_DIM), _e252);
                    }
                }
            }
        }
    }
    return;
}
