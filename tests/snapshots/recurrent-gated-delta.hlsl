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

static const uint WORKGROUP = 64u;
static const uint COLUMNS = 32u;
static const uint PARTS = 2u;
static const uint KEYS4_ = 8u;
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

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k : register(t2);
ByteAddressBuffer v : register(t3);
RWByteAddressBuffer o : register(u4);
ByteAddressBuffer decay : register(t5);
ByteAddressBuffer beta : register(t6);
ByteAddressBuffer state_in : register(t7);
RWByteAddressBuffer state_out : register(u8);
groupshared float sums[128];
groupshared float norms[128];

float4 load_q4_(uint base, uint d)
{
    if ((d >= QK_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(q.Load4(((base + d) >> 2u)*16));
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

float load_v(uint at)
{
    float _e3 = asfloat(v.Load(at*4));
    return float(_e3);
}

float4 load_v4_(uint base_2, uint d_2)
{
    float4 r = (0.0).xxxx;

    if ((d_2 < V_DIM)) {
        const float _e9 = load_v((base_2 + d_2));
        r.x = _e9;
    }
    if (((d_2 + 1u) < V_DIM)) {
        const float _e18 = load_v(((base_2 + d_2) + 1u));
        r.y = _e18;
    }
    if (((d_2 + 2u) < V_DIM)) {
        const float _e27 = load_v(((base_2 + d_2) + 2u));
        r.z = _e27;
    }
    if (((d_2 + 3u) < V_DIM)) {
        const float _e36 = load_v(((base_2 + d_2) + 3u));
        r.w = _e36;
    }
    float4 _e37 = r;
    return _e37;
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

float load_decay(uint at_1)
{
    float _e3 = asfloat(decay.Load(at_1*4));
    return float(_e3);
}

float load_beta(uint at_2)
{
    float _e3 = asfloat(beta.Load(at_2*4));
    return float(_e3);
}

float load_removal(uint at_3)
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

uint token_at(uint b_2, uint h, uint t, uint n)
{
    const uint _e4 = token_start(b_2);
    uint _e10 = params.reverse_from;
    return (_e4 + ((h >= _e10) ? ((n - 1u) - t) : t));
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

float load_state(uint at_4)
{
    float _e3 = asfloat(state_in.Load(at_4*4));
    return _e3;
}

void store_state(uint at_5, float x_1)
{
    state_out.Store(at_5*4, asuint(x_1));
    return;
}

float load_bonus(uint at_6)
{
    return 0.0;
}

Fade ConstructFade(float arg0, float arg1) {
    Fade ret = (Fade)0;
    ret.power = arg0;
    ret.gain = arg1;
    return ret;
}

int naga_f2i32(float value) {
    return int(clamp(value, -2147483600.0, 2147483500.0));
}

Fade fade_of(float x_2)
{
    float sum_1 = (float)0;

    float log_ = ((x_2 < -88.0) ? -88.0 : x_2);
    float n_14 = clamp(round((log_ * 1.442695)), -127.0, 127.0);
    float r_6 = mad(n_14, 0.00021219444, mad(n_14, -0.6933594, log_));
    sum_1 = mad(r_6, 0.0001984127, 0.0013888889);
    float _e19 = sum_1;
    sum_1 = mad(r_6, _e19, 0.008333334);
    float _e22 = sum_1;
    sum_1 = mad(r_6, _e22, 0.041666668);
    float _e25 = sum_1;
    sum_1 = mad(r_6, _e25, 0.16666667);
    float _e28 = sum_1;
    sum_1 = mad(r_6, _e28, 0.5);
    float _e31 = sum_1;
    sum_1 = mad(r_6, _e31, 1.0);
    float _e40 = sum_1;
    const Fade fade_1 = ConstructFade(asfloat((asint(asuint(naga_f2i32(n_14)) + asuint(int(127))) << 23u)), (r_6 * _e40));
    return fade_1;
}

float fade(float x_3)
{
    const Fade _e1 = fade_of(x_3);
    return mad(_e1.power, _e1.gain, _e1.power);
}

float4 fade4_(float4 x_4)
{
    const float _e2 = fade(x_4.x);
    const float _e4 = fade(x_4.y);
    const float _e6 = fade(x_4.z);
    const float _e8 = fade(x_4.w);
    return float4(_e2, _e4, _e6, _e8);
}

typedef Fade ret_Constructarray4_Fade_[4];
ret_Constructarray4_Fade_ Constructarray4_Fade_(Fade arg0, Fade arg1, Fade arg2, Fade arg3) {
    Fade ret[4] = { arg0, arg1, arg2, arg3 };
    return ret;
}

float4 fade_state(float4 s, float4 x_5)
{
    const Fade _e3 = fade_of(x_5.x);
    const Fade _e5 = fade_of(x_5.y);
    const Fade _e7 = fade_of(x_5.z);
    const Fade _e9 = fade_of(x_5.w);
    Fade f[4] = Constructarray4_Fade_(_e3, _e5, _e7, _e9);
    float4 scaled = (s * float4(f[0].power, f[1].power, f[2].power, f[3].power));
    return mad(scaled, float4(f[0].gain, f[1].gain, f[2].gain, f[3].gain), scaled);
}

float4 channel_decays(uint at_7, uint d_4)
{
    float4 r_1 = (0.0).xxxx;
    uint n_1 = 0u;

    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
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
                const float _e19 = load_decay(((at_7 + d_4) + _e17));
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
    uint n_2 = 0u;

    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
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
                const float _e21 = load_bonus((((h_8 * QK_DIM) + d_5) + _e19));
                r_2[min(uint(_e14), 3u)] = _e21;
            }
        }
    }
    float4 _e25 = r_2;
    return _e25;
}

float4 removal4_(uint at_8, uint d_6)
{
    float4 r_3 = (0.0).xxxx;
    uint n_3 = 0u;

    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
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
                const float _e19 = load_removal(((at_8 + d_6) + _e17));
                r_3[min(uint(_e14), 3u)] = _e19;
            }
        }
    }
    float4 _e23 = r_3;
    return _e23;
}

float column_sum(uint half_, uint column)
{
    float sum_2 = 0.0;
    uint p = 0u;

    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
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
            float _e19 = sums[min(uint((((half_ * WORKGROUP) + (_e13 * COLUMNS)) + column)), 127u)];
            sum_2 = (_e9 + _e19);
        }
    }
    float _e24 = sum_2;
    return _e24;
}

float norm_sum(uint half_1)
{
    float sum_3 = 0.0;
    uint p_1 = 0u;

    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
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
            float _e17 = norms[min(uint(((half_1 * WORKGROUP) + (_e12 * COLUMNS))), 127u)];
            sum_3 = (_e8 + _e17);
        }
    }
    float _e22 = sum_3;
    return _e22;
}

float4 load_state4_(uint base_4, uint d_7, uint column_1)
{
    float4 r_4 = (0.0).xxxx;
    uint n_4 = 0u;

    uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
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
                const float _e23 = load_state(((base_4 + ((d_7 + _e17) * STATE_COLUMNS)) + column_1));
                r_4[min(uint(_e15), 3u)] = _e23;
            }
        }
    }
    float4 _e27 = r_4;
    return _e27;
}

void store_state4_(uint base_5, uint d_8, uint column_2, float4 x_6)
{
    uint n_5 = 0u;

    uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
    bool loop_init_6 = true;
    while(true) {
        if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
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
                store_state(((base_5 + ((d_8 + _e13) * STATE_COLUMNS)) + column_2), x_6[min(uint(_e19), 3u)]);
            }
        }
    }
    return;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

typedef float4 ret_ZeroValuearray8_float4_[8];
ret_ZeroValuearray8_float4_ ZeroValuearray8_float4_() {
    return (float4[8])0;
}

void run(uint3 wid_2, uint tid)
{
    uint id_1 = (uint)0;
    float4 s_1[8] = (float4[8])0;
    float4 z[8] = (float4[8])0;
    float4 momentum[8] = (float4[8])0;
    uint n_6 = 0u;
    uint half_2 = 0u;
    uint t_1 = 0u;
    float u = (float)0;
    float4 before[8] = (float4[8])0;
    float before_decay = (float)0;
    bool local = (bool)0;
    float4 held = (float4)0;
    uint n_7 = (uint)0;
    float4 x_7 = (float4)0;
    uint n_8 = (uint)0;
    float4 held_1 = (float4)0;
    uint n_9 = (uint)0;
    float kept = (float)0;
    uint n_10 = (uint)0;
    uint g = (uint)0;
    float4 sum_4 = (float4)0;
    float4 norm = (float4)0;
    uint n_11 = (uint)0;
    float factor = (float)0;
    float4 r_5 = (float4)0;
    uint n_12 = (uint)0;
    uint n_13 = 0u;
    bool local_1 = (bool)0;

    const uint _e2 = group_id(wid_2);
    id_1 = _e2;
    uint _e4 = id_1;
    uint _e7 = params.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = id_1;
    uint _e12 = params.v_slices;
    uint first_column = (naga_mod(_e9, _e12) * COLUMNS);
    uint _e16 = id_1;
    uint _e19 = params.v_slices;
    id_1 = naga_div(_e16, _e19);
    uint _e23 = params.kv_head_base;
    uint _e24 = id_1;
    uint _e27 = params.kv_head_count;
    uint h_9 = (_e23 + naga_mod(_e24, _e27));
    uint _e32 = params.batch_base;
    uint _e33 = id_1;
    uint _e36 = params.kv_head_count;
    uint b_10 = (_e32 + naga_div(_e33, _e36));
    uint column_3 = (first_column + naga_mod(tid, COLUMNS));
    bool own = (column_3 < V_DIM);
    uint d0_ = ((naga_div(tid, COLUMNS) * KEYS4_) * 4u);
    uint _e52 = params.kv_heads;
    uint state_base = ((((b_10 * _e52) + h_9) * QK_DIM) * STATE_COLUMNS);
    uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
    bool loop_init_7 = true;
    while(true) {
        if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
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
            s_1[min(uint(_e67), 7u)] = (0.0).xxxx;
            uint _e71 = n_6;
            z[min(uint(_e71), 7u)] = (0.0).xxxx;
            uint _e75 = n_6;
            momentum[min(uint(_e75), 7u)] = (0.0).xxxx;
            if (own) {
                uint _e79 = n_6;
                uint _e81 = n_6;
                const float4 _e85 = load_state4_(state_base, (d0_ + (_e81 * 4u)), column_3);
                s_1[min(uint(_e79), 7u)] = _e85;
                if (MOMENTUM) {
                    uint _e87 = n_6;
                    uint _e89 = n_6;
                    const float4 _e95 = load_state4_(state_base, (d0_ + (_e89 * 4u)), (V_DIM + column_3));
                    momentum[min(uint(_e87), 7u)] = _e95;
                }
            }
            if (NORMALISE) {
                uint _e97 = n_6;
                uint _e99 = n_6;
                const float4 _e104 = load_state4_(state_base, (d0_ + (_e99 * 4u)), V_DIM);
                z[min(uint(_e97), 7u)] = _e104;
            }
        }
    }
    const uint _e110 = token_count(b_10);
    uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
    bool loop_init_8 = true;
    while(true) {
        if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
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
            const uint _e116 = token_at(b_10, h_9, _e115, _e110);
            const uint _e117 = k_at(b_10, h_9, _e116);
            const uint _e118 = v_at(b_10, h_9, _e116);
            u = 0.0;
            if (own) {
                const float4 _e121 = load_v4_(_e118, column_3);
                u = _e121.x;
            }
            before = ZeroValuearray8_float4_();
            if (BONUS) {
                float4 _e126[8] = s_1;
                before = _e126;
            }
            before_decay = 0.0;
            const uint _e129 = removal_at(b_10, h_9, _e116);
            if (true) {
                local = RANK_ONE;
            } else {
                local = true;
            }
            bool _e135 = local;
            if (_e135) {
                held = (0.0).xxxx;
                n_7 = 0u;
                uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
                bool loop_init_9 = true;
                while(true) {
                    if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
                    loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
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
                            float4 _e145 = held;
                            uint _e146 = n_7;
                            float4 _e148 = s_1[min(uint(_e146), 7u)];
                            uint _e149 = n_7;
                            const float4 _e153 = removal4_(_e129, (d0_ + (_e149 * 4u)));
                            held = (_e145 + (_e148 * _e153));
                        } else {
                            float4 _e156 = held;
                            uint _e157 = n_7;
                            float4 _e159 = s_1[min(uint(_e157), 7u)];
                            uint _e160 = n_7;
                            const float4 _e164 = load_k4_(_e117, (d0_ + (_e160 * 4u)));
                            held = (_e156 + (_e159 * _e164));
                        }
                    }
                }
                uint _e171 = half_2;
                float _e177 = held.x;
                float _e179 = held.y;
                float _e182 = held.z;
                float _e185 = held.w;
                sums[min(uint(((_e171 * WORKGROUP) + tid)), 127u)] = (((_e177 + _e179) + _e182) + _e185);
                GroupMemoryBarrierWithGroupSync();
                uint _e187 = half_2;
                const float _e190 = column_sum(_e187, naga_mod(tid, COLUMNS));
                before_decay = _e190;
                uint _e192 = half_2;
                half_2 = (1u - _e192);
            }
            if (DECAY) {
                const uint _e195 = decay_at(b_10, h_9, _e116);
                const float _e196 = load_decay(_e195);
                x_7 = (_e196).xxxx;
                n_8 = 0u;
                uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
                bool loop_init_10 = true;
                while(true) {
                    if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
                    loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
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
                            const float4 _e209 = channel_decays(_e195, (d0_ + (_e205 * 4u)));
                            x_7 = _e209;
                        }
                        uint _e210 = n_8;
                        uint _e212 = n_8;
                        float4 _e214 = s_1[min(uint(_e212), 7u)];
                        float4 _e215 = x_7;
                        const float4 _e216 = fade_state(_e214, _e215);
                        s_1[min(uint(_e210), 7u)] = _e216;
                        uint _e217 = n_8;
                        uint _e219 = n_8;
                        float4 _e221 = z[min(uint(_e219), 7u)];
                        float4 _e222 = x_7;
                        const float4 _e223 = fade_state(_e221, _e222);
                        z[min(uint(_e217), 7u)] = _e223;
                    }
                }
            }
            if (DELTA) {
                held_1 = (0.0).xxxx;
                n_9 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u, 4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (all(loop_bound_11 == uint2(0u, 0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
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
                        float4 _e236 = held_1;
                        uint _e237 = n_9;
                        float4 _e239 = s_1[min(uint(_e237), 7u)];
                        uint _e240 = n_9;
                        const float4 _e244 = load_k4_(_e117, (d0_ + (_e240 * 4u)));
                        held_1 = (_e236 + (_e239 * _e244));
                    }
                }
                uint _e251 = half_2;
                float _e257 = held_1.x;
                float _e259 = held_1.y;
                float _e262 = held_1.z;
                float _e265 = held_1.w;
                sums[min(uint(((_e251 * WORKGROUP) + tid)), 127u)] = (((_e257 + _e259) + _e262) + _e265);
                GroupMemoryBarrierWithGroupSync();
                const uint _e267 = beta_at(b_10, h_9, _e116);
                const float _e268 = load_beta(_e267);
                float _e269 = u;
                uint _e270 = half_2;
                const float _e273 = column_sum(_e270, naga_mod(tid, COLUMNS));
                u = (_e268 * (_e269 - _e273));
                uint _e277 = half_2;
                half_2 = (1u - _e277);
            }
            kept = 0.0;
            if (MOMENTUM) {
                const uint _e282 = beta_at(b_10, h_9, _e116);
                const float _e283 = load_beta(_e282);
                float _e284 = u;
                float _e285 = before_decay;
                u = (_e283 * (_e284 - _e285));
                const uint _e288 = beta_at(b_10, h_9, _e116);
                const float _e291 = load_beta((_e288 + 1u));
                kept = _e291;
            }
            n_10 = 0u;
            uint2 loop_bound_12 = uint2(4294967295u, 4294967295u);
            bool loop_init_12 = true;
            while(true) {
                if (all(loop_bound_12 == uint2(0u, 0u))) { break; }
                loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
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
                    const float4 _e301 = load_k4_(_e117, (d0_ + (_e297 * 4u)));
                    if (MOMENTUM) {
                        uint _e303 = n_10;
                        float _e305 = kept;
                        uint _e306 = n_10;
                        float4 _e308 = momentum[min(uint(_e306), 7u)];
                        float _e310 = u;
                        momentum[min(uint(_e303), 7u)] = ((_e305 * _e308) + (_e301 * _e310));
                        uint _e313 = n_10;
                        float4 _e315 = s_1[min(uint(_e313), 7u)];
                        uint _e316 = n_10;
                        float4 _e318 = momentum[min(uint(_e316), 7u)];
                        s_1[min(uint(_e313), 7u)] = (_e315 + _e318);
                    } else {
                        uint _e320 = n_10;
                        float4 _e322 = s_1[min(uint(_e320), 7u)];
                        float _e323 = u;
                        s_1[min(uint(_e320), 7u)] = (_e322 + (_e301 * _e323));
                    }
                    if (RANK_ONE) {
                        uint _e327 = n_10;
                        float4 _e329 = s_1[min(uint(_e327), 7u)];
                        uint _e332 = n_10;
                        const float4 _e336 = removal4_((_e129 + QK_DIM), (d0_ + (_e332 * 4u)));
                        float _e337 = before_decay;
                        s_1[min(uint(_e327), 7u)] = (_e329 + (_e336 * _e337));
                    }
                    uint _e340 = n_10;
                    float4 _e342 = z[min(uint(_e340), 7u)];
                    z[min(uint(_e340), 7u)] = (_e342 + _e301);
                    if (BONUS) {
                        uint _e345 = n_10;
                        float4 _e347 = before[min(uint(_e345), 7u)];
                        uint _e348 = n_10;
                        const float4 _e352 = bonus4_(h_9, (d0_ + (_e348 * 4u)));
                        float _e354 = u;
                        before[min(uint(_e345), 7u)] = (_e347 + ((_e352 * _e301) * _e354));
                    }
                }
            }
            g = 0u;
            uint2 loop_bound_13 = uint2(4294967295u, 4294967295u);
            bool loop_init_13 = true;
            while(true) {
                if (all(loop_bound_13 == uint2(0u, 0u))) { break; }
                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                if (!loop_init_13) {
                    uint _e501 = g;
                    g = (_e501 + 1u);
                }
                loop_init_13 = false;
                uint _e362 = g;
                uint _e366 = params.group;
                uint _e369 = params.outputs;
                if ((_e362 < ((_e369 != 0u) ? _e366 : 0u))) {
                } else {
                    break;
                }
                {
                    uint _e376 = params.group;
                    uint _e378 = g;
                    uint head = ((h_9 * _e376) + _e378);
                    const uint _e380 = q_at(b_10, head, _e116);
                    sum_4 = (0.0).xxxx;
                    norm = (0.0).xxxx;
                    n_11 = 0u;
                    uint2 loop_bound_14 = uint2(4294967295u, 4294967295u);
                    bool loop_init_14 = true;
                    while(true) {
                        if (all(loop_bound_14 == uint2(0u, 0u))) { break; }
                        loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
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
                            const float4 _e396 = load_q4_(_e380, (d0_ + (_e392 * 4u)));
                            if (BONUS) {
                                float4 _e398 = sum_4;
                                uint _e399 = n_11;
                                float4 _e401 = before[min(uint(_e399), 7u)];
                                sum_4 = (_e398 + (_e396 * _e401));
                            } else {
                                float4 _e404 = sum_4;
                                uint _e405 = n_11;
                                float4 _e407 = s_1[min(uint(_e405), 7u)];
                                sum_4 = (_e404 + (_e396 * _e407));
                            }
                            float4 _e410 = norm;
                            uint _e411 = n_11;
                            float4 _e413 = z[min(uint(_e411), 7u)];
                            norm = (_e410 + (_e396 * _e413));
                        }
                    }
                    uint _e420 = half_2;
                    float _e426 = sum_4.x;
                    float _e428 = sum_4.y;
                    float _e431 = sum_4.z;
                    float _e434 = sum_4.w;
                    sums[min(uint(((_e420 * WORKGROUP) + tid)), 127u)] = (((_e426 + _e428) + _e431) + _e434);
                    if (NORMALISE) {
                        uint _e438 = half_2;
                        float _e444 = norm.x;
                        float _e446 = norm.y;
                        float _e449 = norm.z;
                        float _e452 = norm.w;
                        norms[min(uint(((_e438 * WORKGROUP) + tid)), 127u)] = (((_e444 + _e446) + _e449) + _e452);
                    }
                    GroupMemoryBarrierWithGroupSync();
                    if (((tid * 4u) < COLUMNS)) {
                        float _e460 = params.scale;
                        factor = _e460;
                        if (NORMALISE) {
                            uint _e463 = half_2;
                            const float _e464 = norm_sum(_e463);
                            float _e467 = params.eps;
                            const float _e469 = inverse((_e464 + _e467));
                            factor = _e469;
                        }
                        r_5 = (0.0).xxxx;
                        n_12 = 0u;
                        uint2 loop_bound_15 = uint2(4294967295u, 4294967295u);
                        bool loop_init_15 = true;
                        while(true) {
                            if (all(loop_bound_15 == uint2(0u, 0u))) { break; }
                            loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
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
                                const float _e486 = column_sum(_e481, ((tid * 4u) + _e484));
                                r_5[min(uint(_e478), 3u)] = (_e480 * _e486);
                            }
                        }
                        const uint _e491 = o_at(b_10, head, _e116);
                        float4 _e496 = r_5;
                        store_o4_(_e491, (first_column + (tid * 4u)), V_DIM, _e496);
                    }
                    uint _e498 = half_2;
                    half_2 = (1u - _e498);
                }
            }
        }
    }
    uint2 loop_bound_16 = uint2(4294967295u, 4294967295u);
    bool loop_init_16 = true;
    while(true) {
        if (all(loop_bound_16 == uint2(0u, 0u))) { break; }
        loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
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
                float4 _e517 = s_1[min(uint(_e515), 7u)];
                store_state4_(state_base, (d0_ + (_e511 * 4u)), column_3, _e517);
                if (MOMENTUM) {
                    uint _e519 = n_13;
                    uint _e525 = n_13;
                    float4 _e527 = momentum[min(uint(_e525), 7u)];
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
                float4 _e542 = z[min(uint(_e540), 7u)];
                store_state4_(state_base, (d0_ + (_e535 * 4u)), V_DIM, _e542);
            }
        }
    }
    return;
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint3 id : SV_GroupThreadID, uint local_invocation_index : SV_GroupIndex)
{
    if (local_invocation_index == 0) {
        sums = (float[128])0;
        norms = (float[128])0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, id.x);
    return;
}
