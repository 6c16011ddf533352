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

static const uint WORKGROUP = 64u;
static const uint CHUNK = 16u;
static const uint COLUMNS4_ = 8u;
static const uint ROWS = 4u;
static const uint WIDTH = 1u;
static const bool OUTPUTS = true;
static const bool VALUES = true;
static const uint SOURCES = 1u;
static const uint KEPT4_ = 16u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const uint STATE_COLUMNS = 64u;
static const bool DELTA = false;
static const bool MOMENTUM = false;
static const bool RANK_ONE = false;
static const bool DECAY = true;
static const bool DECAY_CHANNEL = true;
static const bool NORMALISE = false;
static const bool BONUS = false;
static const uint TILES_ACROSS = 8u;
static const bool OWNED = false;
static const uint CHUNK4_ = 4u;
static const bool PAIRWISE = true;
static const uint QK_PAD = 64u;
static const uint ACROSS = 8u;
static const uint STEP = 64u;
static const uint OWN = 0u;
static const bool CORRECTED = false;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k : register(t2);
ByteAddressBuffer v : register(t3);
RWByteAddressBuffer o : register(u4);
ByteAddressBuffer decay : register(t5);
ByteAddressBuffer state_in : register(t6);
RWByteAddressBuffer state_out : register(u7);
groupshared float4 a_tile[64];
groupshared float4 u_tile[128];
groupshared float4 s_tile[512];
groupshared float z_tile[64];
groupshared float4 o_tile[1];
groupshared float norm[16];

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

float load_decay(uint at)
{
    float _e3 = asfloat(decay.Load(at*4));
    return float(_e3);
}

float load_beta(uint at_1)
{
    return 1.0;
}

float load_removal(uint at_2)
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

float load_bonus(uint at_5)
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
    float n_13 = clamp(round((log_ * 1.442695)), -127.0, 127.0);
    float r_15 = mad(n_13, 0.00021219444, mad(n_13, -0.6933594, log_));
    sum_1 = mad(r_15, 0.0001984127, 0.0013888889);
    float _e19 = sum_1;
    sum_1 = mad(r_15, _e19, 0.008333334);
    float _e22 = sum_1;
    sum_1 = mad(r_15, _e22, 0.041666668);
    float _e25 = sum_1;
    sum_1 = mad(r_15, _e25, 0.16666667);
    float _e28 = sum_1;
    sum_1 = mad(r_15, _e28, 0.5);
    float _e31 = sum_1;
    sum_1 = mad(r_15, _e31, 1.0);
    float _e40 = sum_1;
    const Fade fade_1 = ConstructFade(asfloat((asint(asuint(naga_f2i32(n_13)) + asuint(int(127))) << 23u)), (r_15 * _e40));
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

float4 channel_decays(uint at_6, uint d_4)
{
    float4 r = (0.0).xxxx;
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
                const float _e19 = load_decay(((at_6 + d_4) + _e17));
                r[min(uint(_e14), 3u)] = _e19;
            }
        }
    }
    float4 _e23 = r;
    return _e23;
}

float4 bonus4_(uint h_8, uint d_5)
{
    float4 r_1 = (0.0).xxxx;
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
                r_1[min(uint(_e14), 3u)] = _e21;
            }
        }
    }
    float4 _e25 = r_1;
    return _e25;
}

float4 removal4_(uint at_7, uint d_6)
{
    float4 r_2 = (0.0).xxxx;
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
                const float _e19 = load_removal(((at_7 + d_6) + _e17));
                r_2[min(uint(_e14), 3u)] = _e19;
            }
        }
    }
    float4 _e23 = r_2;
    return _e23;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

Chunk ConstructChunk(uint arg0, uint arg1, uint arg2, uint arg3) {
    Chunk ret = (Chunk)0;
    ret.b = arg0;
    ret.h = arg1;
    ret.tokens = arg2;
    ret.first = arg3;
    return ret;
}

Chunk chunk_of(uint state)
{
    uint _e3 = params.batch_base;
    uint _e6 = params.kv_head_count;
    uint b_10 = (_e3 + naga_div(state, _e6));
    uint _e11 = params.kv_head_base;
    uint _e14 = params.kv_head_count;
    const uint _e17 = token_count(b_10);
    const Chunk chunk = ConstructChunk(b_10, (_e11 + naga_mod(state, _e14)), _e17, 0u);
    return chunk;
}

uint chunk_token(Chunk c, uint t_1)
{
    const uint _e11 = token_at(c.b, c.h, min((c.first + t_1), (c.tokens - 1u)), c.tokens);
    return _e11;
}

bool chunk_holds(Chunk c_1, uint t_2)
{
    return ((c_1.first + t_2) < c_1.tokens);
}

uint key_row(Chunk c_2, uint t_3)
{
    const uint _e4 = chunk_token(c_2, t_3);
    const uint _e5 = k_at(c_2.b, c_2.h, _e4);
    return _e5;
}

float faded(Chunk c_3, uint t_4)
{
    const uint _e4 = chunk_token(c_3, t_4);
    const uint _e5 = decay_at(c_3.b, c_3.h, _e4);
    const float _e6 = load_decay(_e5);
    return _e6;
}

float4 faded4_(Chunk c_4, uint t_5, uint d_7)
{
    const uint _e5 = chunk_token(c_4, t_5);
    const uint _e6 = decay_at(c_4.b, c_4.h, _e5);
    const float4 _e7 = channel_decays(_e6, d_7);
    return _e7;
}

bool reads_before(bool corrects)
{
    bool local = (bool)0;

    if (true) {
        local = RANK_ONE;
    } else {
        local = true;
    }
    bool _e7 = local;
    return (corrects ? _e7 : BONUS);
}

uint reader_row(Chunk c_5, uint head, bool corrects_1, uint t_6)
{
    const uint _e4 = chunk_token(c_5, t_6);
    if (!(corrects_1)) {
        const uint _e7 = q_at(c_5.b, head, _e4);
        return _e7;
    }
    if (RANK_ONE) {
        const uint _e11 = removal_at(c_5.b, c_5.h, _e4);
        return _e11;
    }
    const uint _e14 = k_at(c_5.b, c_5.h, _e4);
    return _e14;
}

float4 reader4_(uint row, bool corrects_2, uint d_8)
{
    if (!(corrects_2)) {
        const float4 _e4 = load_q4_(row, d_8);
        return _e4;
    }
    if (RANK_ONE) {
        const float4 _e6 = removal4_(row, d_8);
        return _e6;
    }
    const float4 _e7 = load_k4_(row, d_8);
    return _e7;
}

float reader_faded(Chunk c_6, bool corrects_3, uint t_7)
{
    if (false) {
        return 0.0;
    }
    const bool _e5 = reads_before(corrects_3);
    if (!(_e5)) {
        const float _e7 = faded(c_6, t_7);
        return _e7;
    }
    if ((t_7 == 0u)) {
        return 0.0;
    }
    const float _e13 = faded(c_6, (t_7 - 1u));
    return _e13;
}

float4 reader_faded4_(Chunk c_7, bool corrects_4, uint t_8, uint d_9)
{
    if (false) {
        return (0.0).xxxx;
    }
    if (false) {
        const float _e8 = reader_faded(c_7, corrects_4, t_8);
        return (_e8).xxxx;
    }
    const bool _e10 = reads_before(corrects_4);
    if (!(_e10)) {
        const float4 _e12 = faded4_(c_7, t_8, d_9);
        return _e12;
    }
    if ((t_8 == 0u)) {
        return (0.0).xxxx;
    }
    const float4 _e19 = faded4_(c_7, (t_8 - 1u), d_9);
    return _e19;
}

uint source_row(Chunk c_8, bool written, uint t_9)
{
    if (written) {
        const uint _e5 = chunk_token(c_8, t_9);
        const uint _e6 = removal_at(c_8.b, c_8.h, _e5);
        return (_e6 + QK_DIM);
    }
    const uint _e9 = key_row(c_8, t_9);
    return _e9;
}

float4 source4_(uint row_1, bool written_1, uint d_10)
{
    if (written_1) {
        const float4 _e3 = removal4_(row_1, d_10);
        return _e3;
    }
    const float4 _e4 = load_k4_(row_1, d_10);
    return _e4;
}

float4 key_faded4_(Chunk c_9, uint t_10, uint d_11)
{
    if (false) {
        return (0.0).xxxx;
    }
    if (false) {
        const float _e7 = faded(c_9, t_10);
        return (_e7).xxxx;
    }
    const float4 _e9 = faded4_(c_9, t_10, d_11);
    return _e9;
}

float4 load_state4_(uint base_4, uint d_12, uint column)
{
    float4 r_3 = (0.0).xxxx;
    uint n_4 = 0u;
    bool local_1 = (bool)0;

    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
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
                const float _e29 = load_state((((base_4 + (d_12 * STATE_COLUMNS)) + column) + _e27));
                r_3[min(uint(_e21), 3u)] = _e29;
            }
        }
    }
    float4 _e33 = r_3;
    return _e33;
}

void store_state4_(uint base_5, uint d_13, uint column_1, float4 x_6)
{
    uint n_5 = 0u;
    bool local_2 = (bool)0;

    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
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
                store_state((((base_5 + (d_13 * STATE_COLUMNS)) + column_1) + _e23), x_6[min(uint(_e25), 3u)]);
            }
        }
    }
    return;
}

float4 mad_(float x_7, float4 s_1, float4 acc)
{
    if (OWNED) {
        return mad((x_7).xxxx, s_1, acc);
    }
    return ((x_7 * s_1) + acc);
}

float4 add_products(float4 x_8, float4 k0_, float4 k1_, float4 k2_, float4 k3_, float4 acc_1)
{
    if (true) {
        return (acc_1 + float4(dot(x_8, k0_), dot(x_8, k1_), dot(x_8, k2_), dot(x_8, k3_)));
    }
    const float4 _e25 = mad_(x_8.x, float4(k0_.x, k1_.x, k2_.x, k3_.x), acc_1);
    const float4 _e26 = mad_(x_8.y, float4(k0_.y, k1_.y, k2_.y, k3_.y), _e25);
    const float4 _e39 = mad_(x_8.z, float4(k0_.z, k1_.z, k2_.z, k3_.z), _e26);
    const float4 _e40 = mad_(x_8.w, float4(k0_.w, k1_.w, k2_.w, k3_.w), _e39);
    return _e40;
}

typedef float4 ret_ZeroValuearray4_float4_[4];
ret_ZeroValuearray4_float4_ ZeroValuearray4_float4_() {
    return (float4[4])0;
}

typedef float4 ret_weigh_updates[4];
ret_weigh_updates weigh_updates(uint i0_, uint across, uint j_begin, uint j_end, uint first, float4 start[4])
{
    float4 acc_2[4] = (float4[4])0;
    uint j = (uint)0;
    float4 a[4] = (float4[4])0;
    uint r_4 = (uint)0;
    uint w = (uint)0;
    uint r_5 = (uint)0;

    acc_2 = start;
    j = j_begin;
    uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
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
            a = ZeroValuearray4_float4_();
            r_4 = 0u;
            uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
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
                    float4 _e29 = a_tile[min(uint((((i0_ + _e20) * CHUNK4_) + naga_div(_e24, 4u))), 63u)];
                    a[min(uint(_e17), 3u)] = _e29;
                }
            }
            w = 0u;
            uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
            bool loop_init_7 = true;
            while(true) {
                if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
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
                    float4 u0_ = u_tile[min(uint(at_8), 127u)];
                    float4 u1_ = u_tile[min(uint((at_8 + COLUMNS4_)), 127u)];
                    float4 u2_ = u_tile[min(uint((at_8 + 16u)), 127u)];
                    float4 u3_ = u_tile[min(uint((at_8 + 24u)), 127u)];
                    r_5 = 0u;
                    uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
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
                            float _e73 = a[min(uint(_e70), 3u)].y;
                            uint _e74 = r_5;
                            float _e77 = a[min(uint(_e74), 3u)].x;
                            uint _e78 = r_5;
                            uint _e81 = w;
                            float4 _e84 = acc_2[min(uint(((_e78 * WIDTH) + _e81)), 3u)];
                            const float4 _e85 = mad_(_e77, u0_, _e84);
                            const float4 _e86 = mad_(_e73, u1_, _e85);
                            uint _e87 = r_5;
                            uint _e90 = w;
                            uint _e93 = r_5;
                            float _e96 = a[min(uint(_e93), 3u)].w;
                            uint _e97 = r_5;
                            float _e100 = a[min(uint(_e97), 3u)].z;
                            const float4 _e101 = mad_(_e100, u2_, _e86);
                            const float4 _e102 = mad_(_e96, u3_, _e101);
                            acc_2[min(uint(((_e87 * WIDTH) + _e90)), 3u)] = _e102;
                        }
                    }
                }
            }
        }
    }
    float4 _e112[4] = acc_2;
    return _e112;
}

void solve_updates(Chunk c_10, uint tid)
{
    return;
}

typedef uint ret_ZeroValuearray4_uint_[4];
ret_ZeroValuearray4_uint_ ZeroValuearray4_uint_() {
    return (uint[4])0;
}

void gram(Chunk c_11, uint tid_1, uint head_1, bool corrects_5, bool written_2)
{
    uint tile = (uint)0;
    float4 acc_3[4] = (float4[4])0;
    uint row_2[4] = (uint[4])0;
    uint r_6 = (uint)0;
    bool local_3 = (bool)0;
    uint d_14 = (uint)0;
    uint r_7 = (uint)0;
    bool local_4 = (bool)0;
    bool local_5 = (bool)0;
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;
    uint r_8 = (uint)0;
    float4 g = (float4)0;
    bool local_8 = (bool)0;
    uint r_9 = (uint)0;
    float4 x_9 = (float4)0;
    bool local_9 = (bool)0;

    tile = tid_1;
    uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
    bool loop_init_9 = true;
    while(true) {
        if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
        loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
        if (!loop_init_9) {
            uint _e254 = tile;
            tile = (_e254 + WORKGROUP);
        }
        loop_init_9 = false;
        uint _e6 = tile;
        if ((_e6 < 16u)) {
        } else {
            break;
        }
        {
            uint _e9 = tile;
            uint i0_3 = (naga_div(_e9, CHUNK4_) * ROWS);
            uint _e14 = tile;
            uint j0_ = (naga_mod(_e14, CHUNK4_) * 4u);
            acc_3 = ZeroValuearray4_float4_();
            row_2 = ZeroValuearray4_uint_();
            r_6 = 0u;
            uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
            bool loop_init_10 = true;
            while(true) {
                if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
                loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                if (!loop_init_10) {
                    uint _e38 = r_6;
                    r_6 = (_e38 + 1u);
                }
                loop_init_10 = false;
                uint _e25 = r_6;
                if ((_e25 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e28 = r_6;
                    acc_3[min(uint(_e28), 3u)] = (0.0).xxxx;
                    uint _e32 = r_6;
                    uint _e34 = r_6;
                    const uint _e36 = reader_row(c_11, head_1, corrects_5, (i0_3 + _e34));
                    row_2[min(uint(_e32), 3u)] = _e36;
                }
            }
            if ((j0_ < (i0_3 + ROWS))) {
                local_3 = ((c_11.first + j0_) < c_11.tokens);
            } else {
                local_3 = false;
            }
            bool seen = local_3;
            if (seen) {
                const uint _e51 = source_row(c_11, written_2, j0_);
                const uint _e54 = source_row(c_11, written_2, (j0_ + 1u));
                const uint _e57 = source_row(c_11, written_2, (j0_ + 2u));
                const uint _e60 = source_row(c_11, written_2, (j0_ + 3u));
                d_14 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u, 4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (all(loop_bound_11 == uint2(0u, 0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                    if (!loop_init_11) {
                        uint _e180 = d_14;
                        d_14 = (_e180 + 4u);
                    }
                    loop_init_11 = false;
                    uint _e63 = d_14;
                    if ((_e63 < QK_DIM)) {
                    } else {
                        break;
                    }
                    {
                        uint _e66 = d_14;
                        const float4 _e67 = source4_(_e51, written_2, _e66);
                        uint _e68 = d_14;
                        const float4 _e69 = source4_(_e54, written_2, _e68);
                        uint _e70 = d_14;
                        const float4 _e71 = source4_(_e57, written_2, _e70);
                        uint _e72 = d_14;
                        const float4 _e73 = source4_(_e60, written_2, _e72);
                        if (PAIRWISE) {
                            uint _e75 = d_14;
                            const float4 _e76 = key_faded4_(c_11, j0_, _e75);
                            uint _e79 = d_14;
                            const float4 _e80 = key_faded4_(c_11, (j0_ + 1u), _e79);
                            uint _e83 = d_14;
                            const float4 _e84 = key_faded4_(c_11, (j0_ + 2u), _e83);
                            uint _e87 = d_14;
                            const float4 _e88 = key_faded4_(c_11, (j0_ + 3u), _e87);
                            uint _e90 = d_14;
                            const float4 _e91 = bonus4_(c_11.h, _e90);
                            r_7 = 0u;
                            uint2 loop_bound_12 = uint2(4294967295u, 4294967295u);
                            bool loop_init_12 = true;
                            while(true) {
                                if (all(loop_bound_12 == uint2(0u, 0u))) { break; }
                                loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                                if (!loop_init_12) {
                                    uint _e159 = r_7;
                                    r_7 = (_e159 + 1u);
                                }
                                loop_init_12 = false;
                                uint _e94 = r_7;
                                if ((_e94 < ROWS)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e97 = r_7;
                                    uint i_8 = (i0_3 + _e97);
                                    uint _e99 = r_7;
                                    uint _e101 = row_2[min(uint(_e99), 3u)];
                                    uint _e102 = d_14;
                                    const float4 _e103 = reader4_(_e101, corrects_5, _e102);
                                    uint _e104 = d_14;
                                    const float4 _e105 = reader_faded4_(c_11, corrects_5, i_8, _e104);
                                    if (BONUS) {
                                        local_4 = (i_8 == j0_);
                                    } else {
                                        local_4 = false;
                                    }
                                    bool _e113 = local_4;
                                    float4 w0_ = (_e113 ? _e91 : exp((_e105 - _e76)));
                                    if (BONUS) {
                                        local_5 = (i_8 == (j0_ + 1u));
                                    } else {
                                        local_5 = false;
                                    }
                                    bool _e124 = local_5;
                                    float4 w1_ = (_e124 ? _e91 : exp((_e105 - _e80)));
                                    if (BONUS) {
                                        local_6 = (i_8 == (j0_ + 2u));
                                    } else {
                                        local_6 = false;
                                    }
                                    bool _e135 = local_6;
                                    float4 w2_ = (_e135 ? _e91 : exp((_e105 - _e84)));
                                    if (BONUS) {
                                        local_7 = (i_8 == (j0_ + 3u));
                                    } else {
                                        local_7 = false;
                                    }
                                    bool _e146 = local_7;
                                    float4 w3_ = (_e146 ? _e91 : exp((_e105 - _e88)));
                                    uint _e148 = r_7;
                                    uint _e154 = r_7;
                                    float4 _e156 = acc_3[min(uint(_e154), 3u)];
                                    const float4 _e157 = add_products(_e103, (w0_ * _e67), (w1_ * _e69), (w2_ * _e71), (w3_ * _e73), _e156);
                                    acc_3[min(uint(_e148), 3u)] = _e157;
                                }
                            }
                        } else {
                            r_8 = 0u;
                            uint2 loop_bound_13 = uint2(4294967295u, 4294967295u);
                            bool loop_init_13 = true;
                            while(true) {
                                if (all(loop_bound_13 == uint2(0u, 0u))) { break; }
                                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                                if (!loop_init_13) {
                                    uint _e178 = r_8;
                                    r_8 = (_e178 + 1u);
                                }
                                loop_init_13 = false;
                                uint _e163 = r_8;
                                if ((_e163 < ROWS)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e166 = r_8;
                                    uint _e168 = row_2[min(uint(_e166), 3u)];
                                    uint _e169 = d_14;
                                    const float4 _e170 = reader4_(_e168, corrects_5, _e169);
                                    uint _e171 = r_8;
                                    uint _e173 = r_8;
                                    float4 _e175 = acc_3[min(uint(_e173), 3u)];
                                    const float4 _e176 = add_products(_e170, _e67, _e69, _e71, _e73, _e175);
                                    acc_3[min(uint(_e171), 3u)] = _e176;
                                }
                            }
                        }
                    }
                }
            }
            g = (0.0).xxxx;
            if (DECAY) {
                local_8 = false;
            } else {
                local_8 = false;
            }
            bool _e191 = local_8;
            if (_e191) {
                const float _e192 = faded(c_11, j0_);
                const float _e195 = faded(c_11, (j0_ + 1u));
                const float _e198 = faded(c_11, (j0_ + 2u));
                const float _e201 = faded(c_11, (j0_ + 3u));
                g = float4(_e192, _e195, _e198, _e201);
            }
            r_9 = 0u;
            uint2 loop_bound_14 = uint2(4294967295u, 4294967295u);
            bool loop_init_14 = true;
            while(true) {
                if (all(loop_bound_14 == uint2(0u, 0u))) { break; }
                loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                if (!loop_init_14) {
                    uint _e252 = r_9;
                    r_9 = (_e252 + 1u);
                }
                loop_init_14 = false;
                uint _e205 = r_9;
                if ((_e205 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e208 = r_9;
                    uint i_9 = (i0_3 + _e208);
                    uint _e210 = r_9;
                    float4 _e212 = acc_3[min(uint(_e210), 3u)];
                    x_9 = _e212;
                    if (DECAY) {
                        local_9 = false;
                    } else {
                        local_9 = false;
                    }
                    bool _e219 = local_9;
                    if (_e219) {
                        float4 _e220 = x_9;
                        const float _e221 = reader_faded(c_11, corrects_5, i_9);
                        float4 _e223 = g;
                        x_9 = (_e220 * exp(((_e221).xxxx - _e223)));
                    }
                    uint4 j_3 = uint4(j0_, (j0_ + 1u), (j0_ + 2u), (j0_ + 3u));
                    uint4 last = ((i_9 + (corrects_5 ? 0u : 1u))).xxxx;
                    float4 _e248 = x_9;
                    a_tile[min(uint(((i_9 * CHUNK4_) + naga_div(j0_, 4u))), 63u)] = ((j_3 < last) ? _e248 : (0.0).xxxx);
                }
            }
        }
    }
    return;
}

typedef float4 ret_read_state[4];
ret_read_state read_state(Chunk c_12, uint head_2, bool corrects_6, uint i0_1, uint across_1)
{
    float4 acc_4[4] = (float4[4])0;
    uint row_3[4] = (uint[4])0;
    uint r_10 = 0u;
    uint w_1 = (uint)0;
    uint d_15 = 0u;
    float4 x_10[4] = (float4[4])0;
    uint r_11 = (uint)0;
    uint w_2 = (uint)0;
    uint r_12 = (uint)0;
    bool local_10 = (bool)0;
    uint r_13 = 0u;
    uint w_3 = (uint)0;

    uint2 loop_bound_15 = uint2(4294967295u, 4294967295u);
    bool loop_init_15 = true;
    while(true) {
        if (all(loop_bound_15 == uint2(0u, 0u))) { break; }
        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
        if (!loop_init_15) {
            uint _e34 = r_10;
            r_10 = (_e34 + 1u);
        }
        loop_init_15 = false;
        uint _e9 = r_10;
        if ((_e9 < ROWS)) {
        } else {
            break;
        }
        {
            uint _e12 = r_10;
            uint _e14 = r_10;
            const uint _e16 = reader_row(c_12, head_2, corrects_6, (i0_1 + _e14));
            row_3[min(uint(_e12), 3u)] = _e16;
            w_1 = 0u;
            uint2 loop_bound_16 = uint2(4294967295u, 4294967295u);
            bool loop_init_16 = true;
            while(true) {
                if (all(loop_bound_16 == uint2(0u, 0u))) { break; }
                loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                if (!loop_init_16) {
                    uint _e31 = w_1;
                    w_1 = (_e31 + 1u);
                }
                loop_init_16 = false;
                uint _e19 = w_1;
                if ((_e19 < WIDTH)) {
                } else {
                    break;
                }
                {
                    uint _e22 = r_10;
                    uint _e25 = w_1;
                    acc_4[min(uint(((_e22 * WIDTH) + _e25)), 3u)] = (0.0).xxxx;
                }
            }
        }
    }
    uint2 loop_bound_17 = uint2(4294967295u, 4294967295u);
    bool loop_init_17 = true;
    while(true) {
        if (all(loop_bound_17 == uint2(0u, 0u))) { break; }
        loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
        if (!loop_init_17) {
            uint _e143 = d_15;
            d_15 = (_e143 + 4u);
        }
        loop_init_17 = false;
        uint _e38 = d_15;
        if ((_e38 < QK_DIM)) {
        } else {
            break;
        }
        {
            x_10 = ZeroValuearray4_float4_();
            r_11 = 0u;
            uint2 loop_bound_18 = uint2(4294967295u, 4294967295u);
            bool loop_init_18 = true;
            while(true) {
                if (all(loop_bound_18 == uint2(0u, 0u))) { break; }
                loop_bound_18 -= uint2(loop_bound_18.y == 0u, 1u);
                if (!loop_init_18) {
                    uint _e66 = r_11;
                    r_11 = (_e66 + 1u);
                }
                loop_init_18 = false;
                uint _e45 = r_11;
                if ((_e45 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e48 = r_11;
                    uint _e50 = r_11;
                    uint _e52 = row_3[min(uint(_e50), 3u)];
                    uint _e53 = d_15;
                    const float4 _e54 = reader4_(_e52, corrects_6, _e53);
                    x_10[min(uint(_e48), 3u)] = _e54;
                    if (DECAY_CHANNEL) {
                        uint _e56 = r_11;
                        float4 _e58 = x_10[min(uint(_e56), 3u)];
                        uint _e59 = r_11;
                        uint _e61 = d_15;
                        const float4 _e62 = reader_faded4_(c_12, corrects_6, (i0_1 + _e59), _e61);
                        x_10[min(uint(_e56), 3u)] = (_e58 * exp(_e62));
                    }
                }
            }
            w_2 = 0u;
            uint2 loop_bound_19 = uint2(4294967295u, 4294967295u);
            bool loop_init_19 = true;
            while(true) {
                if (all(loop_bound_19 == uint2(0u, 0u))) { break; }
                loop_bound_19 -= uint2(loop_bound_19.y == 0u, 1u);
                if (!loop_init_19) {
                    uint _e141 = w_2;
                    w_2 = (_e141 + 1u);
                }
                loop_init_19 = false;
                uint _e70 = w_2;
                if ((_e70 < WIDTH)) {
                } else {
                    break;
                }
                {
                    uint _e73 = d_15;
                    uint _e79 = w_2;
                    uint at_9 = (((_e73 * COLUMNS4_) + (across_1 * WIDTH)) + _e79);
                    float4 s0_ = s_tile[min(uint(at_9), 511u)];
                    float4 s1_ = s_tile[min(uint((at_9 + COLUMNS4_)), 511u)];
                    float4 s2_ = s_tile[min(uint((at_9 + 16u)), 511u)];
                    float4 s3_ = s_tile[min(uint((at_9 + 24u)), 511u)];
                    r_12 = 0u;
                    uint2 loop_bound_20 = uint2(4294967295u, 4294967295u);
                    bool loop_init_20 = true;
                    while(true) {
                        if (all(loop_bound_20 == uint2(0u, 0u))) { break; }
                        loop_bound_20 -= uint2(loop_bound_20.y == 0u, 1u);
                        if (!loop_init_20) {
                            uint _e138 = r_12;
                            r_12 = (_e138 + 1u);
                        }
                        loop_init_20 = false;
                        uint _e101 = r_12;
                        if ((_e101 < ROWS)) {
                        } else {
                            break;
                        }
                        {
                            uint _e104 = r_12;
                            float _e107 = x_10[min(uint(_e104), 3u)].y;
                            uint _e108 = r_12;
                            float _e111 = x_10[min(uint(_e108), 3u)].x;
                            uint _e112 = r_12;
                            uint _e115 = w_2;
                            float4 _e118 = acc_4[min(uint(((_e112 * WIDTH) + _e115)), 3u)];
                            const float4 _e119 = mad_(_e111, s0_, _e118);
                            const float4 _e120 = mad_(_e107, s1_, _e119);
                            uint _e121 = r_12;
                            uint _e124 = w_2;
                            uint _e127 = r_12;
                            float _e130 = x_10[min(uint(_e127), 3u)].w;
                            uint _e131 = r_12;
                            float _e134 = x_10[min(uint(_e131), 3u)].z;
                            const float4 _e135 = mad_(_e134, s2_, _e120);
                            const float4 _e136 = mad_(_e130, s3_, _e135);
                            acc_4[min(uint(((_e121 * WIDTH) + _e124)), 3u)] = _e136;
                        }
                    }
                }
            }
        }
    }
    if (DECAY) {
        local_10 = false;
    } else {
        local_10 = false;
    }
    bool _e151 = local_10;
    if (_e151) {
        uint2 loop_bound_21 = uint2(4294967295u, 4294967295u);
        bool loop_init_21 = true;
        while(true) {
            if (all(loop_bound_21 == uint2(0u, 0u))) { break; }
            loop_bound_21 -= uint2(loop_bound_21.y == 0u, 1u);
            if (!loop_init_21) {
                uint _e178 = r_13;
                r_13 = (_e178 + 1u);
            }
            loop_init_21 = false;
            uint _e154 = r_13;
            if ((_e154 < ROWS)) {
            } else {
                break;
            }
            {
                uint _e157 = r_13;
                const float _e159 = reader_faded(c_12, corrects_6, (i0_1 + _e157));
                w_3 = 0u;
                uint2 loop_bound_22 = uint2(4294967295u, 4294967295u);
                bool loop_init_22 = true;
                while(true) {
                    if (all(loop_bound_22 == uint2(0u, 0u))) { break; }
                    loop_bound_22 -= uint2(loop_bound_22.y == 0u, 1u);
                    if (!loop_init_22) {
                        uint _e175 = w_3;
                        w_3 = (_e175 + 1u);
                    }
                    loop_init_22 = false;
                    uint _e162 = w_3;
                    if ((_e162 < WIDTH)) {
                    } else {
                        break;
                    }
                    {
                        uint _e165 = r_13;
                        uint _e168 = w_3;
                        float4 _e171 = acc_4[min(uint(((_e165 * WIDTH) + _e168)), 3u)];
                        acc_4[min(uint(((_e165 * WIDTH) + _e168)), 3u)] = (_e171 * exp(_e159));
                    }
                }
            }
        }
    }
    float4 _e180[4] = acc_4;
    return _e180;
}

uint first_tile(uint tid_2)
{
    return (OWNED ? 0u : tid_2);
}

uint across_of(uint tile_1, uint tid_3)
{
    return (OWNED ? tid_3 : naga_mod(tile_1, TILES_ACROSS));
}

typedef float4 ret_ZeroValuearray8_float4_[8];
ret_ZeroValuearray8_float4_ ZeroValuearray8_float4_() {
    return (float4[8])0;
}

void update_state(Chunk c_13, uint tid_4)
{
    uint tile_2 = (uint)0;
    float4 acc_5[8] = (float4[8])0;
    uint w_4 = (uint)0;
    uint e = (uint)0;
    uint n_6 = (uint)0;
    bool local_11 = (bool)0;
    float4 k0_1 = (float4)0;
    float4 k1_1 = (float4)0;
    uint w_5 = (uint)0;
    uint e_1 = (uint)0;
    uint w_6 = (uint)0;
    uint e_2 = (uint)0;

    const uint _e2 = first_tile(tid_4);
    tile_2 = _e2;
    uint2 loop_bound_23 = uint2(4294967295u, 4294967295u);
    bool loop_init_23 = true;
    while(true) {
        if (all(loop_bound_23 == uint2(0u, 0u))) { break; }
        loop_bound_23 -= uint2(loop_bound_23.y == 0u, 1u);
        if (!loop_init_23) {
            uint _e239 = tile_2;
            tile_2 = (_e239 + STEP);
        }
        loop_init_23 = false;
        uint _e4 = tile_2;
        if ((_e4 < 64u)) {
        } else {
            break;
        }
        {
            uint _e7 = tile_2;
            uint d_20 = (naga_div(_e7, ACROSS) * 8u);
            uint _e12 = tile_2;
            const uint _e13 = across_of(_e12, tid_4);
            const float4 _e15 = key_faded4_(c_13, 15u, d_20);
            const float4 _e19 = key_faded4_(c_13, 15u, (d_20 + 4u));
            const float4 _e20 = fade4_(_e15);
            const float4 _e21 = fade4_(_e19);
            acc_5 = ZeroValuearray8_float4_();
            w_4 = 0u;
            uint2 loop_bound_24 = uint2(4294967295u, 4294967295u);
            bool loop_init_24 = true;
            while(true) {
                if (all(loop_bound_24 == uint2(0u, 0u))) { break; }
                loop_bound_24 -= uint2(loop_bound_24.y == 0u, 1u);
                if (!loop_init_24) {
                    uint _e81 = w_4;
                    w_4 = (_e81 + 1u);
                }
                loop_init_24 = false;
                uint _e26 = w_4;
                if ((_e26 < WIDTH)) {
                } else {
                    break;
                }
                {
                    uint _e34 = w_4;
                    uint at_10 = (((d_20 * COLUMNS4_) + (_e13 * WIDTH)) + _e34);
                    e = 0u;
                    uint2 loop_bound_25 = uint2(4294967295u, 4294967295u);
                    bool loop_init_25 = true;
                    while(true) {
                        if (all(loop_bound_25 == uint2(0u, 0u))) { break; }
                        loop_bound_25 -= uint2(loop_bound_25.y == 0u, 1u);
                        if (!loop_init_25) {
                            uint _e78 = e;
                            e = (_e78 + 1u);
                        }
                        loop_init_25 = false;
                        uint _e38 = e;
                        if ((_e38 < 4u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e41 = e;
                            uint _e44 = w_4;
                            uint _e47 = e;
                            uint _e50 = e;
                            float4 _e55 = s_tile[min(uint((at_10 + (_e50 * COLUMNS4_))), 511u)];
                            acc_5[min(uint(((_e41 * WIDTH) + _e44)), 7u)] = (_e20[min(uint(_e47), 3u)] * _e55);
                            uint _e57 = e;
                            uint _e62 = w_4;
                            uint _e65 = e;
                            uint _e68 = e;
                            float4 _e75 = s_tile[min(uint((at_10 + ((_e68 + 4u) * COLUMNS4_))), 511u)];
                            acc_5[min(uint((((_e57 + 4u) * WIDTH) + _e62)), 7u)] = (_e21[min(uint(_e65), 3u)] * _e75);
                        }
                    }
                }
            }
            uint steps = min(CHUNK, (c_13.tokens - c_13.first));
            n_6 = 0u;
            uint2 loop_bound_26 = uint2(4294967295u, 4294967295u);
            bool loop_init_26 = true;
            while(true) {
                if (all(loop_bound_26 == uint2(0u, 0u))) { break; }
                loop_bound_26 -= uint2(loop_bound_26.y == 0u, 1u);
                if (!loop_init_26) {
                    uint _e203 = n_6;
                    n_6 = (_e203 + 1u);
                }
                loop_init_26 = false;
                uint _e90 = n_6;
                if ((_e90 < (SOURCES * steps))) {
                } else {
                    break;
                }
                {
                    if (RANK_ONE) {
                        uint _e97 = n_6;
                        local_11 = (_e97 >= steps);
                    } else {
                        local_11 = false;
                    }
                    bool written_3 = local_11;
                    uint _e101 = n_6;
                    uint _e102 = n_6;
                    uint j_4 = (written_3 ? (_e102 - steps) : _e101);
                    const uint _e105 = source_row(c_13, written_3, j_4);
                    const float4 _e106 = source4_(_e105, written_3, d_20);
                    k0_1 = _e106;
                    const float4 _e110 = source4_(_e105, written_3, (d_20 + 4u));
                    k1_1 = _e110;
                    if (DECAY_CHANNEL) {
                        float4 _e113 = k0_1;
                        const float4 _e114 = key_faded4_(c_13, j_4, d_20);
                        k0_1 = (_e113 * exp((_e15 - _e114)));
                        float4 _e118 = k1_1;
                        const float4 _e121 = key_faded4_(c_13, j_4, (d_20 + 4u));
                        k1_1 = (_e118 * exp((_e19 - _e121)));
                    } else {
                        if (DECAY) {
                            const float _e127 = faded(c_13, j_4);
                            float w_8 = exp((_e15.x - _e127));
                            float4 _e130 = k0_1;
                            k0_1 = (_e130 * w_8);
                            float4 _e132 = k1_1;
                            k1_1 = (_e132 * w_8);
                        }
                    }
                    w_5 = 0u;
                    uint2 loop_bound_27 = uint2(4294967295u, 4294967295u);
                    bool loop_init_27 = true;
                    while(true) {
                        if (all(loop_bound_27 == uint2(0u, 0u))) { break; }
                        loop_bound_27 -= uint2(loop_bound_27.y == 0u, 1u);
                        if (!loop_init_27) {
                            uint _e200 = w_5;
                            w_5 = (_e200 + 1u);
                        }
                        loop_init_27 = false;
                        uint _e136 = w_5;
                        if ((_e136 < WIDTH)) {
                        } else {
                            break;
                        }
                        {
                            uint _e149 = w_5;
                            float4 u = u_tile[min(uint(((((j_4 + (written_3 ? OWN : 0u)) * COLUMNS4_) + (_e13 * WIDTH)) + _e149)), 127u)];
                            e_1 = 0u;
                            uint2 loop_bound_28 = uint2(4294967295u, 4294967295u);
                            bool loop_init_28 = true;
                            while(true) {
                                if (all(loop_bound_28 == uint2(0u, 0u))) { break; }
                                loop_bound_28 -= uint2(loop_bound_28.y == 0u, 1u);
                                if (!loop_init_28) {
                                    uint _e197 = e_1;
                                    e_1 = (_e197 + 1u);
                                }
                                loop_init_28 = false;
                                uint _e155 = e_1;
                                if ((_e155 < 4u)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e158 = e_1;
                                    uint _e161 = w_5;
                                    uint _e164 = e_1;
                                    float _e166 = k0_1[min(uint(_e164), 3u)];
                                    uint _e167 = e_1;
                                    uint _e170 = w_5;
                                    float4 _e173 = acc_5[min(uint(((_e167 * WIDTH) + _e170)), 7u)];
                                    const float4 _e174 = mad_(_e166, u, _e173);
                                    acc_5[min(uint(((_e158 * WIDTH) + _e161)), 7u)] = _e174;
                                    uint _e175 = e_1;
                                    uint _e180 = w_5;
                                    uint _e183 = e_1;
                                    float _e185 = k1_1[min(uint(_e183), 3u)];
                                    uint _e186 = e_1;
                                    uint _e191 = w_5;
                                    float4 _e194 = acc_5[min(uint((((_e186 + 4u) * WIDTH) + _e191)), 7u)];
                                    const float4 _e195 = mad_(_e185, u, _e194);
                                    acc_5[min(uint((((_e175 + 4u) * WIDTH) + _e180)), 7u)] = _e195;
                                }
                            }
                        }
                    }
                }
            }
            w_6 = 0u;
            uint2 loop_bound_29 = uint2(4294967295u, 4294967295u);
            bool loop_init_29 = true;
            while(true) {
                if (all(loop_bound_29 == uint2(0u, 0u))) { break; }
                loop_bound_29 -= uint2(loop_bound_29.y == 0u, 1u);
                if (!loop_init_29) {
                    uint _e237 = w_6;
                    w_6 = (_e237 + 1u);
                }
                loop_init_29 = false;
                uint _e207 = w_6;
                if ((_e207 < WIDTH)) {
                } else {
                    break;
                }
                {
                    e_2 = 0u;
                    uint2 loop_bound_30 = uint2(4294967295u, 4294967295u);
                    bool loop_init_30 = true;
                    while(true) {
                        if (all(loop_bound_30 == uint2(0u, 0u))) { break; }
                        loop_bound_30 -= uint2(loop_bound_30.y == 0u, 1u);
                        if (!loop_init_30) {
                            uint _e234 = e_2;
                            e_2 = (_e234 + 1u);
                        }
                        loop_init_30 = false;
                        uint _e212 = e_2;
                        if ((_e212 < 8u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e216 = e_2;
                            uint _e223 = w_6;
                            uint _e226 = e_2;
                            uint _e229 = w_6;
                            float4 _e232 = acc_5[min(uint(((_e226 * WIDTH) + _e229)), 7u)];
                            s_tile[min(uint(((((d_20 + _e216) * COLUMNS4_) + (_e13 * WIDTH)) + _e223)), 511u)] = _e232;
                        }
                    }
                }
            }
        }
    }
    return;
}

void update_norm(Chunk c_14, uint tid_5)
{
    uint d_16 = (uint)0;
    float4 z = (float4)0;
    uint j_1 = (uint)0;
    uint n_7 = (uint)0;

    d_16 = (tid_5 * 4u);
    uint2 loop_bound_31 = uint2(4294967295u, 4294967295u);
    bool loop_init_31 = true;
    while(true) {
        if (all(loop_bound_31 == uint2(0u, 0u))) { break; }
        loop_bound_31 -= uint2(loop_bound_31.y == 0u, 1u);
        if (!loop_init_31) {
            uint _e77 = d_16;
            d_16 = (_e77 + 256u);
        }
        loop_init_31 = false;
        uint _e5 = d_16;
        if ((_e5 < QK_PAD)) {
        } else {
            break;
        }
        {
            uint _e9 = d_16;
            const float4 _e10 = key_faded4_(c_14, 15u, _e9);
            const float4 _e11 = fade4_(_e10);
            uint _e13 = d_16;
            float _e15 = z_tile[min(uint(_e13), 63u)];
            uint _e17 = d_16;
            float _e21 = z_tile[min(uint((_e17 + 1u)), 63u)];
            uint _e23 = d_16;
            float _e27 = z_tile[min(uint((_e23 + 2u)), 63u)];
            uint _e29 = d_16;
            float _e33 = z_tile[min(uint((_e29 + 3u)), 63u)];
            z = (_e11 * float4(_e15, _e21, _e27, _e33));
            uint steps_1 = min(CHUNK, (c_14.tokens - c_14.first));
            j_1 = 0u;
            uint2 loop_bound_32 = uint2(4294967295u, 4294967295u);
            bool loop_init_32 = true;
            while(true) {
                if (all(loop_bound_32 == uint2(0u, 0u))) { break; }
                loop_bound_32 -= uint2(loop_bound_32.y == 0u, 1u);
                if (!loop_init_32) {
                    uint _e59 = j_1;
                    j_1 = (_e59 + 1u);
                }
                loop_init_32 = false;
                uint _e44 = j_1;
                if ((_e44 < steps_1)) {
                } else {
                    break;
                }
                {
                    float4 _e46 = z;
                    uint _e47 = j_1;
                    const uint _e48 = key_row(c_14, _e47);
                    uint _e49 = d_16;
                    const float4 _e50 = load_k4_(_e48, _e49);
                    uint _e51 = j_1;
                    uint _e52 = d_16;
                    const float4 _e53 = key_faded4_(c_14, _e51, _e52);
                    z = (_e46 + (_e50 * exp((_e10 - _e53))));
                }
            }
            n_7 = 0u;
            uint2 loop_bound_33 = uint2(4294967295u, 4294967295u);
            bool loop_init_33 = true;
            while(true) {
                if (all(loop_bound_33 == uint2(0u, 0u))) { break; }
                loop_bound_33 -= uint2(loop_bound_33.y == 0u, 1u);
                if (!loop_init_33) {
                    uint _e75 = n_7;
                    n_7 = (_e75 + 1u);
                }
                loop_init_33 = false;
                uint _e63 = n_7;
                if ((_e63 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e67 = d_16;
                    uint _e68 = n_7;
                    uint _e71 = n_7;
                    float _e73 = z[min(uint(_e71), 3u)];
                    z_tile[min(uint((_e67 + _e68)), 63u)] = _e73;
                }
            }
        }
    }
    return;
}

void load_momentum(uint tid_6, uint base_6, uint first_column)
{
    return;
}

void store_momentum(uint tid_7, uint base_7, uint first_column_1)
{
    return;
}

void open_chunk(Chunk c_15, uint tid_8)
{
    return;
}

void load_updates(Chunk c_16, uint tid_9, uint first_column_2)
{
    uint n_8 = (uint)0;
    float4 x_11 = (float4)0;
    bool local_12 = (bool)0;
    bool local_13 = (bool)0;

    n_8 = tid_9;
    uint2 loop_bound_34 = uint2(4294967295u, 4294967295u);
    bool loop_init_34 = true;
    while(true) {
        if (all(loop_bound_34 == uint2(0u, 0u))) { break; }
        loop_bound_34 -= uint2(loop_bound_34.y == 0u, 1u);
        if (!loop_init_34) {
            uint _e40 = n_8;
            n_8 = (_e40 + WORKGROUP);
        }
        loop_init_34 = false;
        uint _e4 = n_8;
        if ((_e4 < 128u)) {
        } else {
            break;
        }
        {
            uint _e7 = n_8;
            uint t_11 = naga_div(_e7, COLUMNS4_);
            x_11 = (0.0).xxxx;
            if (VALUES) {
                local_12 = (t_11 < CHUNK);
            } else {
                local_12 = false;
            }
            bool _e19 = local_12;
            if (_e19) {
                const bool _e22 = chunk_holds(c_16, t_11);
                local_13 = _e22;
            } else {
                local_13 = false;
            }
            bool _e24 = local_13;
            if (_e24) {
                const uint _e27 = chunk_token(c_16, t_11);
                const uint _e28 = v_at(c_16.b, c_16.h, _e27);
                uint _e29 = n_8;
                const float4 _e35 = load_v4_(_e28, (first_column_2 + (naga_mod(_e29, COLUMNS4_) * 4u)));
                x_11 = _e35;
            }
            uint _e37 = n_8;
            float4 _e39 = x_11;
            u_tile[min(uint(_e37), 127u)] = _e39;
        }
    }
    return;
}

void sum_norms(Chunk c_17, uint tid_10, uint head_3)
{
    uint i_7 = (uint)0;
    float4 sum_2 = (float4)0;
    uint d_17 = (uint)0;
    uint j_2 = (uint)0;

    i_7 = tid_10;
    uint2 loop_bound_35 = uint2(4294967295u, 4294967295u);
    bool loop_init_35 = true;
    while(true) {
        if (all(loop_bound_35 == uint2(0u, 0u))) { break; }
        loop_bound_35 -= uint2(loop_bound_35.y == 0u, 1u);
        if (!loop_init_35) {
            uint _e93 = i_7;
            i_7 = (_e93 + WORKGROUP);
        }
        loop_init_35 = false;
        uint _e4 = i_7;
        if ((_e4 < CHUNK)) {
        } else {
            break;
        }
        {
            uint _e8 = i_7;
            const uint _e9 = chunk_token(c_17, _e8);
            const uint _e10 = q_at(c_17.b, head_3, _e9);
            sum_2 = (0.0).xxxx;
            d_17 = 0u;
            uint2 loop_bound_36 = uint2(4294967295u, 4294967295u);
            bool loop_init_36 = true;
            while(true) {
                if (all(loop_bound_36 == uint2(0u, 0u))) { break; }
                loop_bound_36 -= uint2(loop_bound_36.y == 0u, 1u);
                if (!loop_init_36) {
                    uint _e53 = d_17;
                    d_17 = (_e53 + 4u);
                }
                loop_init_36 = false;
                uint _e16 = d_17;
                if ((_e16 < QK_DIM)) {
                } else {
                    break;
                }
                {
                    uint _e20 = d_17;
                    float _e22 = z_tile[min(uint(_e20), 63u)];
                    uint _e24 = d_17;
                    float _e28 = z_tile[min(uint((_e24 + 1u)), 63u)];
                    uint _e30 = d_17;
                    float _e34 = z_tile[min(uint((_e30 + 2u)), 63u)];
                    uint _e36 = d_17;
                    float _e40 = z_tile[min(uint((_e36 + 3u)), 63u)];
                    float4 z_1 = float4(_e22, _e28, _e34, _e40);
                    float4 _e42 = sum_2;
                    uint _e43 = d_17;
                    const float4 _e44 = load_q4_(_e10, _e43);
                    uint _e46 = i_7;
                    uint _e47 = d_17;
                    const float4 _e48 = reader_faded4_(c_17, false, _e46, _e47);
                    sum_2 = (_e42 + ((_e44 * exp(_e48)) * z_1));
                }
            }
            j_2 = 0u;
            uint2 loop_bound_37 = uint2(4294967295u, 4294967295u);
            bool loop_init_37 = true;
            while(true) {
                if (all(loop_bound_37 == uint2(0u, 0u))) { break; }
                loop_bound_37 -= uint2(loop_bound_37.y == 0u, 1u);
                if (!loop_init_37) {
                    uint _e72 = j_2;
                    j_2 = (_e72 + 1u);
                }
                loop_init_37 = false;
                uint _e58 = j_2;
                if ((_e58 < CHUNK4_)) {
                } else {
                    break;
                }
                {
                    float4 _e61 = sum_2;
                    uint _e63 = i_7;
                    uint _e66 = j_2;
                    float4 _e69 = a_tile[min(uint(((_e63 * CHUNK4_) + _e66)), 63u)];
                    sum_2 = (_e61 + _e69);
                }
            }
            uint _e75 = i_7;
            float _e78 = sum_2.x;
            float _e80 = sum_2.y;
            float _e83 = sum_2.z;
            float _e86 = sum_2.w;
            float _e90 = params.eps;
            const float _e92 = inverse(((((_e78 + _e80) + _e83) + _e86) + _e90));
            norm[min(uint(_e75), 15u)] = _e92;
        }
    }
    return;
}

typedef float4 ret_read_first[4];
ret_read_first read_first(Chunk c_18, uint head_4, uint i0_2, uint across_2)
{
    const float4 _e9[4] = read_state(c_18, head_4, false, i0_2, across_2);
    const float4 _e10[4] = weigh_updates(i0_2, across_2, 0u, (i0_2 + ROWS), 0u, _e9);
    return _e10;
}

void keep_outputs(Chunk c_19, uint tid_11, uint head_5)
{
    uint tile_3 = (uint)0;
    uint n_9 = (uint)0;

    const uint _e3 = first_tile(tid_11);
    tile_3 = _e3;
    uint2 loop_bound_38 = uint2(4294967295u, 4294967295u);
    bool loop_init_38 = true;
    while(true) {
        if (all(loop_bound_38 == uint2(0u, 0u))) { break; }
        loop_bound_38 -= uint2(loop_bound_38.y == 0u, 1u);
        if (!loop_init_38) {
            uint _e41 = tile_3;
            tile_3 = (_e41 + STEP);
        }
        loop_init_38 = false;
        uint _e5 = tile_3;
        if ((_e5 < 32u)) {
        } else {
            break;
        }
        {
            uint _e8 = tile_3;
            uint i0_4 = (naga_div(_e8, ACROSS) * ROWS);
            uint _e13 = tile_3;
            const uint _e14 = across_of(_e13, tid_11);
            const float4 _e15[4] = read_first(c_19, head_5, i0_4, _e14);
            n_9 = 0u;
            uint2 loop_bound_39 = uint2(4294967295u, 4294967295u);
            bool loop_init_39 = true;
            while(true) {
                if (all(loop_bound_39 == uint2(0u, 0u))) { break; }
                loop_bound_39 -= uint2(loop_bound_39.y == 0u, 1u);
                if (!loop_init_39) {
                    uint _e39 = n_9;
                    n_9 = (_e39 + 1u);
                }
                loop_init_39 = false;
                uint _e18 = n_9;
                if ((_e18 < 4u)) {
                } else {
                    break;
                }
                {
                    uint _e22 = n_9;
                    uint _e31 = n_9;
                    uint _e36 = n_9;
                    o_tile[min(uint(((((i0_4 + naga_div(_e22, WIDTH)) * COLUMNS4_) + (_e14 * WIDTH)) + naga_mod(_e31, WIDTH))), 0u)] = _e15[min(uint(_e36), 3u)];
                }
            }
        }
    }
    return;
}

void write_outputs(Chunk c_20, uint tid_12, uint head_6, uint first_column_3)
{
    uint tile_4 = (uint)0;
    float4 sum_3[4] = (float4[4])0;
    uint n_10 = (uint)0;
    uint r_14 = (uint)0;
    float factor = (float)0;
    uint w_7 = (uint)0;

    const uint _e4 = first_tile(tid_12);
    tile_4 = _e4;
    uint2 loop_bound_40 = uint2(4294967295u, 4294967295u);
    bool loop_init_40 = true;
    while(true) {
        if (all(loop_bound_40 == uint2(0u, 0u))) { break; }
        loop_bound_40 -= uint2(loop_bound_40.y == 0u, 1u);
        if (!loop_init_40) {
            uint _e105 = tile_4;
            tile_4 = (_e105 + STEP);
        }
        loop_init_40 = false;
        uint _e6 = tile_4;
        if ((_e6 < 32u)) {
        } else {
            break;
        }
        {
            uint _e9 = tile_4;
            uint i0_5 = (naga_div(_e9, ACROSS) * ROWS);
            uint _e14 = tile_4;
            const uint _e15 = across_of(_e14, tid_12);
            const bool _e16 = chunk_holds(c_20, i0_5);
            if (!(_e16)) {
                continue;
            }
            sum_3 = ZeroValuearray4_float4_();
            if (false) {
                n_10 = 0u;
                uint2 loop_bound_41 = uint2(4294967295u, 4294967295u);
                bool loop_init_41 = true;
                while(true) {
                    if (all(loop_bound_41 == uint2(0u, 0u))) { break; }
                    loop_bound_41 -= uint2(loop_bound_41.y == 0u, 1u);
                    if (!loop_init_41) {
                        uint _e45 = n_10;
                        n_10 = (_e45 + 1u);
                    }
                    loop_init_41 = false;
                    uint _e23 = n_10;
                    if ((_e23 < 4u)) {
                    } else {
                        break;
                    }
                    {
                        uint _e26 = n_10;
                        uint _e29 = n_10;
                        uint _e38 = n_10;
                        float4 _e43 = o_tile[min(uint(((((i0_5 + naga_div(_e29, WIDTH)) * COLUMNS4_) + (_e15 * WIDTH)) + naga_mod(_e38, WIDTH))), 0u)];
                        sum_3[min(uint(_e26), 3u)] = _e43;
                    }
                }
                float4 _e51[4] = sum_3;
                const float4 _e52[4] = weigh_updates(i0_5, _e15, 0u, (i0_5 + ROWS), OWN, _e51);
                sum_3 = _e52;
            } else {
                const float4 _e53[4] = read_first(c_20, head_6, i0_5, _e15);
                sum_3 = _e53;
            }
            r_14 = 0u;
            uint2 loop_bound_42 = uint2(4294967295u, 4294967295u);
            bool loop_init_42 = true;
            while(true) {
                if (all(loop_bound_42 == uint2(0u, 0u))) { break; }
                loop_bound_42 -= uint2(loop_bound_42.y == 0u, 1u);
                if (!loop_init_42) {
                    uint _e103 = r_14;
                    r_14 = (_e103 + 1u);
                }
                loop_init_42 = false;
                uint _e56 = r_14;
                if ((_e56 < ROWS)) {
                } else {
                    break;
                }
                {
                    uint _e59 = r_14;
                    const bool _e61 = chunk_holds(c_20, (i0_5 + _e59));
                    if (_e61) {
                        uint _e63 = r_14;
                        const uint _e65 = chunk_token(c_20, (i0_5 + _e63));
                        const uint _e66 = o_at(c_20.b, head_6, _e65);
                        float _e69 = params.scale;
                        factor = _e69;
                        if (NORMALISE) {
                            uint _e73 = r_14;
                            float _e76 = norm[min(uint((i0_5 + _e73)), 15u)];
                            factor = _e76;
                        }
                        w_7 = 0u;
                        uint2 loop_bound_43 = uint2(4294967295u, 4294967295u);
                        bool loop_init_43 = true;
                        while(true) {
                            if (all(loop_bound_43 == uint2(0u, 0u))) { break; }
                            loop_bound_43 -= uint2(loop_bound_43.y == 0u, 1u);
                            if (!loop_init_43) {
                                uint _e100 = w_7;
                                w_7 = (_e100 + 1u);
                            }
                            loop_init_43 = false;
                            uint _e79 = w_7;
                            if ((_e79 < WIDTH)) {
                            } else {
                                break;
                            }
                            {
                                uint _e84 = w_7;
                                float _e90 = factor;
                                uint _e91 = r_14;
                                uint _e94 = w_7;
                                float4 _e97 = sum_3[min(uint(((_e91 * WIDTH) + _e94)), 3u)];
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

void run(uint3 wid_2, uint tid_13)
{
    uint id_1 = (uint)0;
    Chunk c_21 = (Chunk)0;
    uint n_11 = (uint)0;
    uint d_18 = (uint)0;
    uint first_1 = (uint)0;
    uint g_1 = (uint)0;
    uint n_12 = (uint)0;
    bool local_14 = (bool)0;
    uint d_19 = (uint)0;

    const uint _e2 = group_id(wid_2);
    id_1 = _e2;
    uint _e4 = id_1;
    uint _e7 = params.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = id_1;
    uint _e12 = params.v_slices;
    uint first_column_4 = ((naga_mod(_e9, _e12) * COLUMNS4_) * 4u);
    uint _e18 = id_1;
    uint _e21 = params.v_slices;
    id_1 = naga_div(_e18, _e21);
    uint _e23 = id_1;
    uint _e26 = params.segments;
    uint segment = naga_mod(_e23, _e26);
    uint _e28 = id_1;
    uint _e31 = params.segments;
    id_1 = naga_div(_e28, _e31);
    uint _e33 = id_1;
    const Chunk _e34 = chunk_of(_e33);
    c_21 = _e34;
    uint _e37 = c_21.b;
    uint _e40 = params.kv_heads;
    uint _e43 = c_21.h;
    uint _e47 = params.segments;
    uint state_1 = ((((_e37 * _e40) + _e43) * _e47) + segment);
    uint state_base = ((state_1 * QK_DIM) * STATE_COLUMNS);
    uint _e56 = params.segment_len;
    uint begin = (segment * _e56);
    uint _e60 = params.segment_len;
    uint _e63 = c_21.tokens;
    uint end = min((begin + _e60), _e63);
    n_11 = tid_13;
    uint2 loop_bound_44 = uint2(4294967295u, 4294967295u);
    bool loop_init_44 = true;
    while(true) {
        if (all(loop_bound_44 == uint2(0u, 0u))) { break; }
        loop_bound_44 -= uint2(loop_bound_44.y == 0u, 1u);
        if (!loop_init_44) {
            uint _e82 = n_11;
            n_11 = (_e82 + WORKGROUP);
        }
        loop_init_44 = false;
        uint _e66 = n_11;
        if ((_e66 < 512u)) {
        } else {
            break;
        }
        {
            uint _e70 = n_11;
            uint _e72 = n_11;
            uint _e75 = n_11;
            const float4 _e81 = load_state4_(state_base, naga_div(_e72, COLUMNS4_), (first_column_4 + (naga_mod(_e75, COLUMNS4_) * 4u)));
            s_tile[min(uint(_e70), 511u)] = _e81;
        }
    }
    load_momentum(tid_13, state_base, first_column_4);
    if (NORMALISE) {
        d_18 = tid_13;
        uint2 loop_bound_45 = uint2(4294967295u, 4294967295u);
        bool loop_init_45 = true;
        while(true) {
            if (all(loop_bound_45 == uint2(0u, 0u))) { break; }
            loop_bound_45 -= uint2(loop_bound_45.y == 0u, 1u);
            if (!loop_init_45) {
                uint _e107 = d_18;
                d_18 = (_e107 + WORKGROUP);
            }
            loop_init_45 = false;
            uint _e87 = d_18;
            if ((_e87 < QK_PAD)) {
            } else {
                break;
            }
            {
                uint _e91 = d_18;
                z_tile[min(uint(_e91), 63u)] = 0.0;
                uint _e94 = d_18;
                if ((_e94 < QK_DIM)) {
                    uint _e98 = d_18;
                    uint _e100 = d_18;
                    const float _e106 = load_state(((state_base + (_e100 * STATE_COLUMNS)) + V_DIM));
                    z_tile[min(uint(_e98), 63u)] = _e106;
                }
            }
        }
    }
    first_1 = begin;
    uint2 loop_bound_46 = uint2(4294967295u, 4294967295u);
    bool loop_init_46 = true;
    while(true) {
        if (all(loop_bound_46 == uint2(0u, 0u))) { break; }
        loop_bound_46 -= uint2(loop_bound_46.y == 0u, 1u);
        if (!loop_init_46) {
            uint _e159 = first_1;
            first_1 = (_e159 + CHUNK);
        }
        loop_init_46 = false;
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
            GroupMemoryBarrierWithGroupSync();
            if (CORRECTED) {
                Chunk _e123 = c_21;
                solve_updates(_e123, tid_13);
            }
            g_1 = 0u;
            uint2 loop_bound_47 = uint2(4294967295u, 4294967295u);
            bool loop_init_47 = true;
            while(true) {
                if (all(loop_bound_47 == uint2(0u, 0u))) { break; }
                loop_bound_47 -= uint2(loop_bound_47.y == 0u, 1u);
                if (!loop_init_47) {
                    uint _e154 = g_1;
                    g_1 = (_e154 + 1u);
                }
                loop_init_47 = false;
                uint _e126 = g_1;
                uint _e130 = params.group;
                if ((_e126 < (OUTPUTS ? _e130 : 0u))) {
                } else {
                    break;
                }
                {
                    uint _e135 = c_21.h;
                    uint _e138 = params.group;
                    uint _e140 = g_1;
                    uint head_7 = ((_e135 * _e138) + _e140);
                    Chunk _e142 = c_21;
                    gram(_e142, tid_13, head_7, false, false);
                    GroupMemoryBarrierWithGroupSync();
                    if (false) {
                        Chunk _e146 = c_21;
                        keep_outputs(_e146, tid_13, head_7);
                        GroupMemoryBarrierWithGroupSync();
                        Chunk _e147 = c_21;
                        gram(_e147, tid_13, head_7, false, true);
                        GroupMemoryBarrierWithGroupSync();
                    }
                    if (NORMALISE) {
                        Chunk _e151 = c_21;
                        sum_norms(_e151, tid_13, head_7);
                        GroupMemoryBarrierWithGroupSync();
                    }
                    Chunk _e152 = c_21;
                    write_outputs(_e152, tid_13, head_7, first_column_4);
                    GroupMemoryBarrierWithGroupSync();
                }
            }
            Chunk _e156 = c_21;
            update_state(_e156, tid_13);
            if (NORMALISE) {
                Chunk _e158 = c_21;
                update_norm(_e158, tid_13);
            }
            GroupMemoryBarrierWithGroupSync();
        }
    }
    GroupMemoryBarrierWithGroupSync();
    n_12 = tid_13;
    uint2 loop_bound_48 = uint2(4294967295u, 4294967295u);
    bool loop_init_48 = true;
    while(true) {
        if (all(loop_bound_48 == uint2(0u, 0u))) { break; }
        loop_bound_48 -= uint2(loop_bound_48.y == 0u, 1u);
        if (!loop_init_48) {
            uint _e179 = n_12;
            n_12 = (_e179 + WORKGROUP);
        }
        loop_init_48 = false;
        uint _e163 = n_12;
        if ((_e163 < 512u)) {
        } else {
            break;
        }
        {
            uint _e166 = n_12;
            uint _e169 = n_12;
            uint _e176 = n_12;
            float4 _e178 = s_tile[min(uint(_e176), 511u)];
            store_state4_(state_base, naga_div(_e166, COLUMNS4_), (first_column_4 + (naga_mod(_e169, COLUMNS4_) * 4u)), _e178);
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
        uint2 loop_bound_49 = uint2(4294967295u, 4294967295u);
        bool loop_init_49 = true;
        while(true) {
            if (all(loop_bound_49 == uint2(0u, 0u))) { break; }
            loop_bound_49 -= uint2(loop_bound_49.y == 0u, 1u);
            if (!loop_init_49) {
                uint _e203 = d_19;
                d_19 = (_e203 + WORKGROUP);
            }
            loop_init_49 = false;
            uint _e190 = d_19;
            if ((_e190 < QK_DIM)) {
            } else {
                break;
            }
            {
                uint _e193 = d_19;
                uint _e200 = d_19;
                float _e202 = z_tile[min(uint(_e200), 63u)];
                store_state(((state_base + (_e193 * STATE_COLUMNS)) + V_DIM), _e202);
            }
        }
        return;
    } else {
        return;
    }
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint3 id : SV_GroupThreadID, uint local_invocation_index : SV_GroupIndex)
{
    if (local_invocation_index == 0) {
        a_tile = (float4[64])0;
        u_tile = (float4[128])0;
        s_tile = (float4[512])0;
        z_tile = (float[64])0;
        o_tile = (float4[1])0;
        norm = (float[16])0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, id.x);
    return;
}
