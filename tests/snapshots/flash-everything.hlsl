struct Params {
    uint groups;
    uint grid_x;
    uint splits;
    uint q_tiles;
    uint batch_base;
    uint head_base;
    uint packs;
    uint pack;
    uint group;
    uint q_heads;
    uint q_len;
    uint kv_len;
    uint total_q;
    uint total_kv;
    uint rows;
    uint cells;
    uint score_rows;
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
    uint o_split;
    uint lse_split;
    uint lse_batch;
    uint lse_head;
    uint mask_offset;
    uint mask_batch;
    uint mask_head;
    uint mask_row;
    uint mask_key;
    uint mask_kv_len;
    uint bias_offset;
    uint bias_batch;
    uint bias_head;
    uint bias_row;
    uint bias_key;
    uint bias_kv_len;
    uint block_q;
    uint block_kv;
    uint kv_blocks;
    uint block_entries;
    uint list_batch;
    uint list_group;
    uint list_head;
    uint select_batch;
    uint select_group;
    uint select_words;
    uint label_q_batch;
    uint label_q_head;
    uint label_kv_batch;
    uint label_kv_head;
    uint align_to_end;
    int align_offset;
    int window_left;
    int window_right;
    float scale;
    float softcap;
    float neg_inf;
    float sink;
    uint factor_batch;
    uint factor_head;
    uint factor_row;
    uint factor_key;
    uint weight_batch;
    uint weight_head;
    uint weight_row;
    uint tile_keys;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};

struct Seen {
    uint2 keys;
    int2 positions;
    uint batch;
    uint head;
    int offset;
    int _end_pad_0;
};

struct Tile {
    uint first;
    uint end;
    bool partly;
};

static const uint TX = 8u;
static const uint TY = 8u;
static const uint QK_CHUNKS = 2u;
static const uint V_CHUNKS = 2u;
static const uint RQ = 4u;
static const uint WORKGROUP = 64u;
static const uint BLOCK_Q = 32u;
static const uint BLOCK_K = 32u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint STRIDE = 9u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_3 : register(t2);
ByteAddressBuffer v_2 : register(t3);
RWByteAddressBuffer o : register(u4);
RWByteAddressBuffer lse : register(u5);
ByteAddressBuffer kv_lengths : register(t6);
ByteAddressBuffer alibi_slopes : register(t7);
ByteAddressBuffer bias : register(t8);
ByteAddressBuffer mask : register(t9);
ByteAddressBuffer sinks : register(t10);
groupshared float row_part[256];
groupshared float4 q_tile[288];
groupshared float4 kv_tile[288];
groupshared float4 p_tile[288];
groupshared uint v_nonfinite;

float softcap(float s, uint b, uint h, uint i, uint j)
{
    float _e7 = params.softcap;
    float _e10 = params.softcap;
    return (_e7 * tanh(clamp((s / _e10), -15.0, 15.0)));
}

int align_offset(uint q_count, uint kv_count)
{
    uint _e4 = params.align_to_end;
    if ((_e4 != 0u)) {
        return asint(asuint(int(kv_count)) - asuint(int(q_count)));
    }
    int _e12 = params.align_offset;
    return _e12;
}

uint q_count_1(uint b_1)
{
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_count_1(uint b_2)
{
    uint _e3 = asuint(kv_lengths.Load(b_2*4));
    uint _e6 = params.kv_len;
    return min(_e3, _e6);
}

int naga_abs(int val) {
    return val >= 0 ? val : asint(-asuint(val));
}

float alibi(float s_1, uint b_3, uint h_1, uint i_1, uint j_1)
{
    const uint _e5 = q_count_1(b_3);
    const uint _e6 = kv_count_1(b_3);
    const int _e7 = align_offset(_e5, _e6);
    float _e10 = asfloat(alibi_slopes.Load(h_1*4));
    return (s_1 - (_e10 * float(naga_abs(asint(asuint(asint(asuint(int(i_1)) + asuint(_e7))) - asuint(int(j_1)))))));
}

bool is_nan(float x)
{
    return ((asuint(x) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_2)
{
    const bool _e3 = is_nan(s_2);
    return (_e3 ? s_2 : max(s_2, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_1)
{
    return (asuint(x_1) == 4286578688u);
}

float bias_add(float s_3, uint b_4, uint h_2, uint i_2, uint j_2)
{
    bool local = (bool)0;

    uint _e7 = params.bias_kv_len;
    if (!((j_2 >= _e7))) {
        local = (s_3 == MASKED);
    } else {
        local = true;
    }
    bool _e15 = local;
    if (_e15) {
        return MASKED;
    }
    uint _e19 = params.bias_offset;
    uint _e22 = params.bias_batch;
    uint _e27 = params.bias_head;
    uint _e32 = params.bias_row;
    uint _e37 = params.bias_key;
    uint at_1 = ((((_e19 + (b_4 * _e22)) + (h_2 * _e27)) + (i_2 * _e32)) + (j_2 * _e37));
    float _e42 = asfloat(bias.Load(at_1*4));
    float x_17 = float(_e42);
    const float _e45 = keep_visible((s_3 + x_17));
    const bool _e47 = is_neg_inf(x_17);
    return (_e47 ? MASKED : _e45);
}

float mask_boolean(float s_4, uint b_5, uint h_3, uint i_3, uint j_3)
{
    uint _e7 = params.mask_kv_len;
    if ((j_3 >= _e7)) {
        return MASKED;
    }
    uint _e12 = params.mask_offset;
    uint _e15 = params.mask_batch;
    uint _e20 = params.mask_head;
    uint _e25 = params.mask_row;
    uint _e30 = params.mask_key;
    uint at_2 = ((((_e12 + (b_5 * _e15)) + (h_3 * _e20)) + (i_3 * _e25)) + (j_3 * _e30));
    uint _e37 = asuint(mask.Load((at_2 >> 2u)*4));
    uint byte = ((_e37 >> ((at_2 & 3u) * 8u)) & 255u);
    return ((byte != 0u) ? s_4 : MASKED);
}

float edit_score(float raw, uint b_6, uint h_4, uint i_4, uint j_4)
{
    float s_5 = (float)0;

    s_5 = raw;
    float _e6 = s_5;
    const float _e7 = softcap(_e6, b_6, h_4, i_4, j_4);
    s_5 = _e7;
    float _e8 = s_5;
    const float _e9 = alibi(_e8, b_6, h_4, i_4, j_4);
    s_5 = _e9;
    float _e10 = s_5;
    const float _e11 = bias_add(_e10, b_6, h_4, i_4, j_4);
    s_5 = _e11;
    float _e12 = s_5;
    const float _e13 = mask_boolean(_e12, b_6, h_4, i_4, j_4);
    s_5 = _e13;
    float _e14 = s_5;
    return _e14;
}

float2 unpack_word(uint w)
{
    return float2(asfloat((w << 16u)), asfloat((w & 4294901760u)));
}

float4 load_q4_(uint base, uint d)
{
    if ((d >= QK_DIM)) {
        return (0.0).xxxx;
    }
    uint2 w_1 = asuint(q.Load2(((base + d) >> 2u)*8));
    const float2 _e13 = unpack_word(w_1.x);
    const float2 _e15 = unpack_word(w_1.y);
    return float4(_e13, _e15);
}

float4 load_k4_(uint base_1, uint d_1)
{
    if ((d_1 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    uint2 w_2 = asuint(k_3.Load2(((base_1 + d_1) >> 2u)*8));
    const float2 _e13 = unpack_word(w_2.x);
    const float2 _e15 = unpack_word(w_2.y);
    return float4(_e13, _e15);
}

uint bf16_bits(float x_2)
{
    uint u = asuint(x_2);
    uint rounded = (((u + 32767u) + ((u >> 16u) & 1u)) >> 16u);
    uint quiet = ((u >> 16u) | 64u);
    return (((u & 2147483647u) > 2139095040u) ? quiet : rounded);
}

uint pack_word(float2 v)
{
    const uint _e2 = bf16_bits(v.x);
    const uint _e4 = bf16_bits(v.y);
    return (_e2 | (_e4 << 16u));
}

float4 load_v4_(uint base_2, uint d_2)
{
    if ((d_2 >= V_DIM)) {
        return (0.0).xxxx;
    }
    uint2 w_3 = asuint(v_2.Load2(((base_2 + d_2) >> 2u)*8));
    const float2 _e13 = unpack_word(w_3.x);
    const float2 _e15 = unpack_word(w_3.y);
    return float4(_e13, _e15);
}

void store_o4_(uint base_3, uint d_3, uint dim, float4 x_3)
{
    if ((d_3 < dim)) {
        const uint _e11 = pack_word(x_3.xy);
        o.Store(((base_3 + d_3) >> 1u)*4, asuint(_e11));
    }
    if (((d_3 + 2u) < dim)) {
        const uint _e23 = pack_word(x_3.zw);
        o.Store((((base_3 + d_3) + 2u) >> 1u)*4, asuint(_e23));
        return;
    } else {
        return;
    }
}

void store_lse(uint at, float x_4)
{
    lse.Store(at*4, asuint(x_4));
    return;
}

bool any_nonfinite(float4 v_1)
{
    uint4 exponent = (2139095040u).xxxx;
    return any(((asuint(v_1) & exponent) == exponent));
}

float exp_kept(float x_5)
{
    const bool _e2 = is_nan(x_5);
    return (_e2 ? x_5 : exp(x_5));
}

float4 exp_kept4_(float4 x_6)
{
    bool4 nan = ((asuint(x_6) & (2147483647u).xxxx) > (2139095040u).xxxx);
    return (nan ? x_6 : exp(x_6));
}

bool row_seen(float sum)
{
    bool local_1 = (bool)0;

    if (!((sum > 0.0))) {
        const bool _e6 = is_nan(sum);
        local_1 = _e6;
    } else {
        local_1 = true;
    }
    bool _e8 = local_1;
    return _e8;
}

float log_sum(float top, float sum_1)
{
    float _e4 = params.neg_inf;
    const bool _e10 = is_nan(sum_1);
    return (_e10 ? sum_1 : ((sum_1 > 0.0) ? (top + log(sum_1)) : _e4));
}

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint2 key_range(uint i_5, int offset, uint kv_count_2)
{
    int lo = int(0);
    int hi = (int)0;

    int p_1 = asint(asuint(int(i_5)) + asuint(offset));
    int end_1 = int(kv_count_2);
    hi = end_1;
    int _e11 = params.window_left;
    if ((_e11 >= int(0))) {
        int _e16 = params.window_left;
        lo = clamp(asint(asuint(p_1) - asuint(_e16)), int(0), end_1);
    }
    int _e22 = params.window_right;
    if ((_e22 >= int(0))) {
        int _e27 = params.window_right;
        hi = clamp(asint(asuint(asint(asuint(p_1) + asuint(_e27))) + asuint(int(1))), int(0), end_1);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return uint2(uint(_e33), uint(max(_e35, _e36)));
}

uint q_start(uint b_7)
{
    return 0u;
}

uint kv_start(uint b_8)
{
    return 0u;
}

float4 scale_q(float4 x_7)
{
    float _e3 = params.scale;
    return (x_7 * _e3);
}

float pair(float4 x_8, float4 k, uint h_5, uint d_4)
{
    return dot(x_8, k);
}

float pair_onto(float s_6, float4 x_9, float4 k_1, uint h_6, uint d_5)
{
    return mad(x_9.w, k_1.w, mad(x_9.z, k_1.z, mad(x_9.y, k_1.y, mad(x_9.x, k_1.x, s_6))));
}

float scale_pair(float s_7)
{
    return s_7;
}

float4 scale_pairs(float4 s_8)
{
    return s_8;
}

uint2 row_tile(uint t)
{
    return uint2((t * BLOCK_Q), ((t + 1u) * BLOCK_Q));
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint2 split_share(uint tiles, uint split)
{
    uint _e4 = params.splits;
    uint _e10 = params.splits;
    uint share = naga_div(((tiles + _e4) - 1u), _e10);
    return uint2(min((split * share), tiles), min(((split + 1u) * share), tiles));
}

uint3 tile_span(uint b_9, uint head, uint t_1, Seen seen, uint split_1)
{
    uint lo_1 = naga_div(seen.keys.x, BLOCK_K);
    uint tiles_2 = (max(lo_1, naga_div(((seen.keys.y + BLOCK_K) - 1u), BLOCK_K)) - lo_1);
    const uint2 _e19 = split_share(tiles_2, split_1);
    return uint3((_e19 + (lo_1).xx), 0u);
}

Tile ConstructTile(uint arg0, uint arg1, bool arg2) {
    Tile ret = (Tile)0;
    ret.first = arg0;
    ret.end = arg1;
    ret.partly = arg2;
    return ret;
}

Tile tile_at(uint n, uint base_4, Seen seen_1)
{
    const Tile tile_1 = ConstructTile((n * BLOCK_K), seen_1.keys.y, false);
    return tile_1;
}

uint key_of(uint slot)
{
    return slot;
}

uint2 seen_keys(uint2 keys, uint end, uint b_10, uint h_7, uint i_6)
{
    return min(keys, (end).xx);
}

float first_max(uint lse_at)
{
    return MASKED;
}

float next_max(float m, float tile)
{
    return max(m, tile);
}

float size_of(float4 s_9)
{
    return max(max(s_9.x, s_9.y), max(s_9.z, s_9.w));
}

float4 weights(float4 s_10, float top_1, uint b_11, uint head_1, uint i_7, uint slot_1)
{
    const float4 _e8 = exp_kept4_((s_10 - (top_1).xxxx));
    return ((s_10 == (-3.4028235e38).xxxx) ? (0.0).xxxx : _e8);
}

float mass(float4 s_11, float4 p)
{
    return (((p.x + p.y) + p.z) + p.w);
}

float sink_logit(uint h_8)
{
    float _e3 = asfloat(sinks.Load(h_8*4));
    return _e3;
}

float2 finish_row(float m_1, float l, uint head_2, uint split_2)
{
    float top_2 = (float)0;
    float shrink = 1.0;
    float sum_2 = (float)0;
    bool local_2 = (bool)0;

    top_2 = m_1;
    sum_2 = l;
    const float _e8 = sink_logit(head_2);
    if ((split_2 == 0u)) {
        local_2 = (_e8 != MASKED);
    } else {
        local_2 = false;
    }
    bool _e16 = local_2;
    if (_e16) {
        float _e17 = top_2;
        top_2 = max(_e17, _e8);
        float _e19 = top_2;
        shrink = exp((m_1 - _e19));
        float _e22 = sum_2;
        float _e23 = shrink;
        float _e25 = top_2;
        sum_2 = ((_e22 * _e23) + exp((_e8 - _e25)));
    }
    float _e29 = shrink;
    float _e30 = sum_2;
    float _e32 = sum_2;
    const bool _e33 = row_seen(_e32);
    float _e36 = top_2;
    float _e37 = sum_2;
    const float _e38 = log_sum(_e36, _e37);
    return float2((_e33 ? (_e29 / _e30) : 0.0), _e38);
}

float row_weight(uint b_12, uint h_9, uint i_8)
{
    return 1.0;
}

bool rows_wanted(uint b_13, uint head_base, uint first_row, uint row_end)
{
    return true;
}

float4 output(float4 x_10, uint b_14, uint h_10, uint i_9, uint d_6)
{
    return x_10;
}

float edit_one(float s_12, uint b_15, uint head_3, uint i_10, uint slot_2, uint2 keys_1)
{
    bool local_3 = (bool)0;
    bool local_4 = (bool)0;

    const uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_3 = (_e6 >= keys_1.y);
    } else {
        local_3 = true;
    }
    bool _e15 = local_3;
    if (_e15) {
        return MASKED;
    }
    const float _e17 = edit_score(s_12, b_15, head_3, i_10, _e6);
    if ((_e17 != MASKED)) {
        local_4 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_4 = false;
    }
    bool _e26 = local_4;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

float4 edit_four(float4 s_13, uint b_16, uint head_4, uint i_11, uint slot_3, uint2 keys_2)
{
    const float _e7 = edit_one(s_13.x, b_16, head_4, i_11, slot_3, keys_2);
    const float _e11 = edit_one(s_13.y, b_16, head_4, i_11, (slot_3 + 1u), keys_2);
    const float _e15 = edit_one(s_13.z, b_16, head_4, i_11, (slot_3 + 2u), keys_2);
    const float _e19 = edit_one(s_13.w, b_16, head_4, i_11, (slot_3 + 3u), keys_2);
    return float4(_e7, _e11, _e15, _e19);
}

float lanes_max(float x_11)
{
    return x_11;
}

float lanes_sum(float x_12)
{
    return x_12;
}

void put_part(uint row, uint tx, float x_13)
{
    row_part[min(uint(((row * TX) + tx)), 255u)] = x_13;
    return;
}

float row_max(uint row_1, float part)
{
    float top_3 = (float)0;
    uint n_1 = 1u;

    float _e6 = row_part[min(uint((row_1 * TX)), 255u)];
    top_3 = _e6;
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e23 = n_1;
            n_1 = (_e23 + 1u);
        }
        loop_init = false;
        uint _e10 = n_1;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = top_3;
            uint _e17 = n_1;
            float _e20 = row_part[min(uint(((row_1 * TX) + _e17)), 255u)];
            top_3 = max(_e13, _e20);
        }
    }
    float _e25 = top_3;
    return _e25;
}

float row_sum(uint row_2, float part_1)
{
    float sum_3 = (float)0;
    uint n_2 = 1u;

    float _e6 = row_part[min(uint((row_2 * TX)), 255u)];
    sum_3 = _e6;
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
        uint _e10 = n_2;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = sum_3;
            uint _e17 = n_2;
            float _e20 = row_part[min(uint(((row_2 * TX) + _e17)), 255u)];
            sum_3 = (_e13 + _e20);
        }
    }
    float _e25 = sum_3;
    return _e25;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

Seen ConstructSeen(uint2 arg0, int2 arg1, uint arg2, uint arg3, int arg4) {
    Seen ret = (Seen)0;
    ret.keys = arg0;
    ret.positions = arg1;
    ret.batch = arg2;
    ret.head = arg3;
    ret.offset = arg4;
    return ret;
}

typedef float4 ret_ZeroValuearray4_float4_[4];
ret_ZeroValuearray4_float4_ ZeroValuearray4_float4_() {
    return (float4[4])0;
}

void run(uint3 wid_2, uint tid_1)
{
    uint id = (uint)0;
    uint3 tiles_1 = (uint3)0;
    uint row_q[4] = (uint[4])0;
    uint row_head[4] = (uint[4])0;
    uint2 row_keys[4] = (uint2[4])0;
    float row_factor[4] = (float[4])0;
    float m_2[4] = (float[4])0;
    float l_1[4] = (float[4])0;
    float part_2[4] = (float[4])0;
    uint r = 0u;
    float4 acc[8] = (float4[8])0;
    uint n_3 = 0u;
    bool staged = false;
    uint t_2 = (uint)0;
    float4 s_14[4] = (float4[4])0;
    uint r_1 = (uint)0;
    uint c = (uint)0;
    bool local_5 = (bool)0;
    uint n_4 = (uint)0;
    float4 x_14 = (float4)0;
    uint n_5 = (uint)0;
    float4 x_15 = (float4)0;
    uint d_7 = (uint)0;
    uint r_2 = (uint)0;
    uint r_3 = (uint)0;
    uint r_4 = (uint)0;
    uint c_1 = (uint)0;
    uint c_2 = (uint)0;
    uint n_6 = (uint)0;
    float4 x_16 = (float4)0;
    uint k4_ = (uint)0;
    uint r_5 = (uint)0;
    uint k_2 = (uint)0;
    uint r_6 = (uint)0;
    uint r_7 = 0u;
    uint r_8 = 0u;
    uint c_3 = (uint)0;

    const uint _e2 = group_id(wid_2);
    id = _e2;
    uint _e4 = id;
    uint _e7 = params.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e9 = id;
    uint _e12 = params.splits;
    uint split_3 = naga_mod(_e9, _e12);
    uint _e14 = id;
    uint _e17 = params.splits;
    id = naga_div(_e14, _e17);
    uint _e19 = id;
    uint _e22 = params.q_tiles;
    uint row_tile_id = naga_mod(_e19, _e22);
    const uint2 _e24 = row_tile(row_tile_id);
    uint _e25 = id;
    uint _e28 = params.q_tiles;
    id = naga_div(_e25, _e28);
    uint _e32 = params.head_base;
    uint _e33 = id;
    uint _e36 = params.packs;
    uint _e40 = params.pack;
    uint head_base_1 = (_e32 + (naga_mod(_e33, _e36) * _e40));
    uint _e45 = params.group;
    uint kv_head = naga_div(head_base_1, _e45);
    uint _e49 = params.batch_base;
    uint _e50 = id;
    uint _e53 = params.packs;
    uint b_17 = (_e49 + naga_div(_e50, _e53));
    const uint _e56 = q_count_1(b_17);
    const uint _e57 = kv_count_1(b_17);
    uint first_row_1 = _e24.x;
    uint _e62 = params.pack;
    uint row_end_1 = min(_e24.y, (_e56 * _e62));
    if ((first_row_1 >= row_end_1)) {
        return;
    }
    const int _e66 = align_offset(_e56, _e57);
    uint _e69 = params.pack;
    uint first_query = naga_div(first_row_1, _e69);
    uint _e75 = params.pack;
    uint last_query = naga_div((row_end_1 - 1u), _e75);
    const uint2 _e77 = key_range(first_query, _e66, _e57);
    const uint2 _e78 = key_range(last_query, _e66, _e57);
    Seen seen_2 = ConstructSeen(uint2(_e77.x, _e78.y), int2(asint(asuint(int(first_query)) + asuint(_e66)), asint(asuint(int(last_query)) + asuint(_e66))), b_17, head_base_1, _e66);
    const uint3 _e88 = tile_span(b_17, head_base_1, row_tile_id, seen_2, split_3);
    tiles_1 = _e88;
    const bool _e90 = rows_wanted(b_17, head_base_1, first_row_1, row_end_1);
    if (!(_e90)) {
        uint _e94 = tiles_1.x;
        tiles_1.y = _e94;
    }
    if ((tid_1 == 0u)) {
        { uint dummy = 0; InterlockedExchange(v_nonfinite, 0u, dummy); }
    }
    uint tx_1 = naga_mod(tid_1, TX);
    uint ty = naga_div(tid_1, TX);
    uint _e105 = params.q_offset;
    uint _e108 = params.q_batch;
    const uint _e111 = q_start(b_17);
    uint _e114 = params.q_row;
    uint q_base = ((_e105 + (b_17 * _e108)) + (_e111 * _e114));
    uint _e119 = params.k_offset;
    uint _e122 = params.k_batch;
    uint _e127 = params.k_head;
    const uint _e130 = kv_start(b_17);
    uint _e133 = params.k_row;
    uint k_base = (((_e119 + (b_17 * _e122)) + (kv_head * _e127)) + (_e130 * _e133));
    uint _e138 = params.v_offset;
    uint _e141 = params.v_batch;
    uint _e146 = params.v_head;
    const uint _e149 = kv_start(b_17);
    uint _e152 = params.v_row;
    uint v_base = (((_e138 + (b_17 * _e141)) + (kv_head * _e146)) + (_e149 * _e152));
    uint _e157 = params.lse_batch;
    const uint _e159 = q_start(b_17);
    uint lse_base = ((b_17 * _e157) + _e159);
    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e245 = r;
            r = (_e245 + 1u);
        }
        loop_init_2 = false;
        uint _e170 = r;
        if ((_e170 < RQ)) {
        } else {
            break;
        }
        {
            uint _e176 = r;
            uint row_3 = ((first_row_1 + (ty * RQ)) + _e176);
            uint _e178 = r;
            uint _e182 = params.pack;
            row_q[min(uint(_e178), 3u)] = naga_div(row_3, _e182);
            uint _e184 = r;
            uint _e188 = params.pack;
            row_head[min(uint(_e184), 3u)] = (head_base_1 + naga_mod(row_3, _e188));
            uint _e191 = r;
            row_keys[min(uint(_e191), 3u)] = (0u).xx;
            uint _e195 = r;
            row_factor[min(uint(_e195), 3u)] = 0.0;
            if ((row_3 < row_end_1)) {
                uint _e199 = r;
                uint _e201 = r;
                uint _e203 = row_head[min(uint(_e201), 3u)];
                uint _e204 = r;
                uint _e206 = row_q[min(uint(_e204), 3u)];
                const float _e207 = row_weight(b_17, _e203, _e206);
                row_factor[min(uint(_e199), 3u)] = _e207;
                uint _e208 = r;
                uint _e210 = r;
                uint _e212 = row_q[min(uint(_e210), 3u)];
                const uint2 _e213 = key_range(_e212, _e66, _e57);
                uint _e216 = r;
                float _e218 = row_factor[min(uint(_e216), 3u)];
                row_keys[min(uint(_e208), 3u)] = ((_e218 == 0.0) ? (0u).xx : _e213);
            }
            uint _e222 = r;
            m_2[min(uint(_e222), 3u)] = MASKED;
            if ((row_3 < row_end_1)) {
                uint _e226 = r;
                uint _e228 = r;
                uint _e230 = row_head[min(uint(_e228), 3u)];
                uint _e233 = params.lse_head;
                uint _e236 = r;
                uint _e238 = row_q[min(uint(_e236), 3u)];
                const float _e240 = first_max(((lse_base + (_e230 * _e233)) + _e238));
                m_2[min(uint(_e226), 3u)] = _e240;
            }
            uint _e241 = r;
            l_1[min(uint(_e241), 3u)] = 0.0;
        }
    }
    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e258 = n_3;
            n_3 = (_e258 + 1u);
        }
        loop_init_3 = false;
        uint _e250 = n_3;
        if ((_e250 < 8u)) {
        } else {
            break;
        }
        {
            uint _e253 = n_3;
            acc[min(uint(_e253), 7u)] = (0.0).xxxx;
        }
    }
    uint _e263 = tiles_1.x;
    t_2 = _e263;
    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e796 = t_2;
            t_2 = (_e796 + 1u);
        }
        loop_init_4 = false;
        uint _e265 = t_2;
        uint _e267 = tiles_1.y;
        if ((_e265 < _e267)) {
        } else {
            break;
        }
        {
            uint _e269 = t_2;
            uint _e271 = tiles_1.z;
            const Tile _e272 = tile_at(_e269, _e271, seen_2);
            uint key0_ = _e272.first;
            if ((key0_ >= _e272.end)) {
                continue;
            }
            s_14 = ZeroValuearray4_float4_();
            r_1 = 0u;
            uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
            bool loop_init_5 = true;
            while(true) {
                if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                if (!loop_init_5) {
                    uint _e288 = r_1;
                    r_1 = (_e288 + 1u);
                }
                loop_init_5 = false;
                uint _e280 = r_1;
                if ((_e280 < RQ)) {
                } else {
                    break;
                }
                {
                    uint _e283 = r_1;
                    s_14[min(uint(_e283), 3u)] = (0.0).xxxx;
                }
            }
            c = 0u;
            uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e484 = c;
                    c = (_e484 + 1u);
                }
                loop_init_6 = false;
                uint _e292 = c;
                if ((_e292 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    if (false) {
                        bool _e298 = staged;
                        local_5 = !(_e298);
                    } else {
                        local_5 = true;
                    }
                    bool _e301 = local_5;
                    if (_e301) {
                        n_4 = tid_1;
                        uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
                        bool loop_init_7 = true;
                        while(true) {
                            if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
                            loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                            if (!loop_init_7) {
                                uint _e356 = n_4;
                                n_4 = (_e356 + WORKGROUP);
                            }
                            loop_init_7 = false;
                            uint _e303 = n_4;
                            if ((_e303 < 256u)) {
                            } else {
                                break;
                            }
                            {
                                uint _e306 = n_4;
                                uint row_4 = (first_row_1 + naga_div(_e306, TX));
                                x_14 = (0.0).xxxx;
                                if ((row_4 < row_end_1)) {
                                    uint _e316 = params.pack;
                                    uint _e321 = params.q_head;
                                    uint _e326 = params.pack;
                                    uint _e330 = params.q_row;
                                    uint at_3 = ((q_base + ((head_base_1 + naga_mod(row_4, _e316)) * _e321)) + (naga_div(row_4, _e326) * _e330));
                                    uint _e333 = c;
                                    uint _e336 = n_4;
                                    const float4 _e342 = load_q4_(at_3, (((_e333 * TX) + naga_mod(_e336, TX)) * 4u));
                                    const float4 _e343 = scale_q(_e342);
                                    x_14 = _e343;
                                }
                                uint _e345 = n_4;
                                uint _e350 = n_4;
                                float4 _e355 = x_14;
                                q_tile[min(uint(((naga_div(_e345, TX) * STRIDE) + naga_mod(_e350, TX))), 287u)] = _e355;
                            }
                        }
                    }
                    n_5 = tid_1;
                    uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_8) {
                            uint _e400 = n_5;
                            n_5 = (_e400 + WORKGROUP);
                        }
                        loop_init_8 = false;
                        uint _e360 = n_5;
                        if ((_e360 < 256u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e363 = n_5;
                            const uint _e367 = key_of((key0_ + naga_div(_e363, TX)));
                            x_15 = (0.0).xxxx;
                            if ((_e367 < _e272.end)) {
                                uint _e375 = params.k_row;
                                uint _e378 = c;
                                uint _e381 = n_5;
                                const float4 _e387 = load_k4_((k_base + (_e367 * _e375)), (((_e378 * TX) + naga_mod(_e381, TX)) * 4u));
                                x_15 = _e387;
                            }
                            uint _e389 = n_5;
                            uint _e394 = n_5;
                            float4 _e399 = x_15;
                            kv_tile[min(uint(((naga_div(_e389, TX) * STRIDE) + naga_mod(_e394, TX))), 287u)] = _e399;
                        }
                    }
                    staged = true;
                    GroupMemoryBarrierWithGroupSync();
                    d_7 = 0u;
                    uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
                    bool loop_init_9 = true;
                    while(true) {
                        if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
                        loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                        if (!loop_init_9) {
                            uint _e481 = d_7;
                            d_7 = (_e481 + 1u);
                        }
                        loop_init_9 = false;
                        uint _e406 = d_7;
                        if ((_e406 < TX)) {
                        } else {
                            break;
                        }
                        {
                            uint _e413 = d_7;
                            uint k_at = (((tx_1 * 4u) * STRIDE) + _e413);
                            float4 k0_ = kv_tile[min(uint(k_at), 287u)];
                            float4 k1_ = kv_tile[min(uint((k_at + STRIDE)), 287u)];
                            float4 k2_ = kv_tile[min(uint((k_at + 18u)), 287u)];
                            float4 k3_ = kv_tile[min(uint((k_at + 27u)), 287u)];
                            r_2 = 0u;
                            uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
                            bool loop_init_10 = true;
                            while(true) {
                                if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
                                loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                                if (!loop_init_10) {
                                    uint _e478 = r_2;
                                    r_2 = (_e478 + 1u);
                                }
                                loop_init_10 = false;
                                uint _e435 = r_2;
                                if ((_e435 < RQ)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e441 = r_2;
                                    uint _e445 = d_7;
                                    float4 x_18 = q_tile[min(uint(((((ty * RQ) + _e441) * STRIDE) + _e445)), 287u)];
                                    uint _e449 = c;
                                    uint _e452 = d_7;
                                    uint at_4 = (((_e449 * TX) + _e452) * 4u);
                                    uint _e456 = r_2;
                                    float4 _e458 = s_14[min(uint(_e456), 3u)];
                                    uint _e459 = r_2;
                                    uint _e461 = row_head[min(uint(_e459), 3u)];
                                    const float _e462 = pair(x_18, k0_, _e461, at_4);
                                    uint _e463 = r_2;
                                    uint _e465 = row_head[min(uint(_e463), 3u)];
                                    const float _e466 = pair(x_18, k1_, _e465, at_4);
                                    uint _e467 = r_2;
                                    uint _e469 = row_head[min(uint(_e467), 3u)];
                                    const float _e470 = pair(x_18, k2_, _e469, at_4);
                                    uint _e471 = r_2;
                                    uint _e473 = row_head[min(uint(_e471), 3u)];
                                    const float _e474 = pair(x_18, k3_, _e473, at_4);
                                    s_14[min(uint(_e456), 3u)] = (_e458 + float4(_e462, _e466, _e470, _e474));
                                }
                            }
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                }
            }
            r_3 = 0u;
            uint2 loop_bound_11 = uint2(4294967295u, 4294967295u);
            bool loop_init_11 = true;
            while(true) {
                if (all(loop_bound_11 == uint2(0u, 0u))) { break; }
                loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                if (!loop_init_11) {
                    uint _e533 = r_3;
                    r_3 = (_e533 + 1u);
                }
                loop_init_11 = false;
                uint _e488 = r_3;
                if ((_e488 < RQ)) {
                } else {
                    break;
                }
                {
                    uint _e491 = r_3;
                    uint _e493 = r_3;
                    float4 _e495 = s_14[min(uint(_e493), 3u)];
                    const float4 _e496 = scale_pairs(_e495);
                    uint _e497 = r_3;
                    uint _e499 = row_head[min(uint(_e497), 3u)];
                    uint _e500 = r_3;
                    uint _e502 = row_q[min(uint(_e500), 3u)];
                    uint _e506 = r_3;
                    uint2 _e508 = row_keys[min(uint(_e506), 3u)];
                    uint _e510 = r_3;
                    uint _e512 = row_head[min(uint(_e510), 3u)];
                    uint _e513 = r_3;
                    uint _e515 = row_q[min(uint(_e513), 3u)];
                    const uint2 _e516 = seen_keys(_e508, _e272.end, b_17, _e512, _e515);
                    const float4 _e517 = edit_four(_e496, b_17, _e499, _e502, (key0_ + (tx_1 * 4u)), _e516);
                    s_14[min(uint(_e491), 3u)] = _e517;
                    uint _e518 = r_3;
                    uint _e520 = r_3;
                    float4 _e522 = s_14[min(uint(_e520), 3u)];
                    const float _e523 = size_of(_e522);
                    const float _e524 = lanes_max(_e523);
                    part_2[min(uint(_e518), 3u)] = _e524;
                    uint _e527 = r_3;
                    uint _e529 = r_3;
                    float _e531 = part_2[min(uint(_e529), 3u)];
                    put_part(((ty * RQ) + _e527), tx_1, _e531);
                }
            }
            GroupMemoryBarrierWithGroupSync();
            r_4 = 0u;
            uint2 loop_bound_12 = uint2(4294967295u, 4294967295u);
            bool loop_init_12 = true;
            while(true) {
                if (all(loop_bound_12 == uint2(0u, 0u))) { break; }
                loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                if (!loop_init_12) {
                    uint _e609 = r_4;
                    r_4 = (_e609 + 1u);
                }
                loop_init_12 = false;
                uint _e537 = r_4;
                if ((_e537 < RQ)) {
                } else {
                    break;
                }
                {
                    uint _e540 = r_4;
                    float _e542 = m_2[min(uint(_e540), 3u)];
                    uint _e545 = r_4;
                    uint _e547 = r_4;
                    float _e549 = part_2[min(uint(_e547), 3u)];
                    const float _e550 = row_max(((ty * RQ) + _e545), _e549);
                    const float _e551 = next_max(_e542, _e550);
                    uint _e552 = r_4;
                    float _e554 = m_2[min(uint(_e552), 3u)];
                    float shrink_1 = exp((_e554 - _e551));
                    uint _e557 = r_4;
                    float4 _e559 = s_14[min(uint(_e557), 3u)];
                    uint _e560 = r_4;
                    uint _e562 = row_head[min(uint(_e560), 3u)];
                    uint _e563 = r_4;
                    uint _e565 = row_q[min(uint(_e563), 3u)];
                    const float4 _e569 = weights(_e559, _e551, b_17, _e562, _e565, (key0_ + (tx_1 * 4u)));
                    uint _e573 = r_4;
                    p_tile[min(uint(((((ty * RQ) + _e573) * STRIDE) + tx_1)), 287u)] = _e569;
                    uint _e579 = r_4;
                    uint _e581 = r_4;
                    float _e583 = l_1[min(uint(_e581), 3u)];
                    uint _e585 = r_4;
                    float4 _e587 = s_14[min(uint(_e585), 3u)];
                    const float _e588 = mass(_e587, _e569);
                    l_1[min(uint(_e579), 3u)] = ((_e583 * shrink_1) + _e588);
                    uint _e590 = r_4;
                    m_2[min(uint(_e590), 3u)] = _e551;
                    c_1 = 0u;
                    uint2 loop_bound_13 = uint2(4294967295u, 4294967295u);
                    bool loop_init_13 = true;
                    while(true) {
                        if (all(loop_bound_13 == uint2(0u, 0u))) { break; }
                        loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                        if (!loop_init_13) {
                            uint _e606 = c_1;
                            c_1 = (_e606 + 1u);
                        }
                        loop_init_13 = false;
                        uint _e594 = c_1;
                        if ((_e594 < V_CHUNKS)) {
                        } else {
                            break;
                        }
                        {
                            uint _e597 = c_1;
                            uint _e600 = r_4;
                            float4 _e603 = acc[min(uint(((_e597 * RQ) + _e600)), 7u)];
                            acc[min(uint(((_e597 * RQ) + _e600)), 7u)] = (_e603 * shrink_1);
                        }
                    }
                }
            }
            c_2 = 0u;
            uint2 loop_bound_14 = uint2(4294967295u, 4294967295u);
            bool loop_init_14 = true;
            while(true) {
                if (all(loop_bound_14 == uint2(0u, 0u))) { break; }
                loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                if (!loop_init_14) {
                    uint _e793 = c_2;
                    c_2 = (_e793 + 1u);
                }
                loop_init_14 = false;
                uint _e613 = c_2;
                if ((_e613 < V_CHUNKS)) {
                } else {
                    break;
                }
                {
                    n_6 = tid_1;
                    uint2 loop_bound_15 = uint2(4294967295u, 4294967295u);
                    bool loop_init_15 = true;
                    while(true) {
                        if (all(loop_bound_15 == uint2(0u, 0u))) { break; }
                        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                        if (!loop_init_15) {
                            uint _e661 = n_6;
                            n_6 = (_e661 + WORKGROUP);
                        }
                        loop_init_15 = false;
                        uint _e617 = n_6;
                        if ((_e617 < 256u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e620 = n_6;
                            const uint _e624 = key_of((key0_ + naga_div(_e620, TX)));
                            x_16 = (0.0).xxxx;
                            if ((_e624 < _e272.end)) {
                                uint _e632 = params.v_row;
                                uint _e635 = c_2;
                                uint _e638 = n_6;
                                const float4 _e644 = load_v4_((v_base + (_e624 * _e632)), (((_e635 * TX) + naga_mod(_e638, TX)) * 4u));
                                x_16 = _e644;
                                float4 _e645 = x_16;
                                const bool _e646 = any_nonfinite(_e645);
                                if (_e646) {
                                    { uint dummy_1 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_1); }
                                }
                            }
                            uint _e650 = n_6;
                            uint _e655 = n_6;
                            float4 _e660 = x_16;
                            kv_tile[min(uint(((naga_div(_e650, TX) * STRIDE) + naga_mod(_e655, TX))), 287u)] = _e660;
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                    uint _e665; InterlockedOr(v_nonfinite, 0, _e665);
                    if ((_e665 == 0u)) {
                        k4_ = 0u;
                        uint2 loop_bound_16 = uint2(4294967295u, 4294967295u);
                        bool loop_init_16 = true;
                        while(true) {
                            if (all(loop_bound_16 == uint2(0u, 0u))) { break; }
                            loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                            if (!loop_init_16) {
                                uint _e736 = k4_;
                                k4_ = (_e736 + 1u);
                            }
                            loop_init_16 = false;
                            uint _e670 = k4_;
                            if ((_e670 < TX)) {
                            } else {
                                break;
                            }
                            {
                                uint _e673 = k4_;
                                uint v_at = (((_e673 * 4u) * STRIDE) + tx_1);
                                float4 v0_ = kv_tile[min(uint(v_at), 287u)];
                                float4 v1_ = kv_tile[min(uint((v_at + STRIDE)), 287u)];
                                float4 v2_ = kv_tile[min(uint((v_at + 18u)), 287u)];
                                float4 v3_ = kv_tile[min(uint((v_at + 27u)), 287u)];
                                r_5 = 0u;
                                uint2 loop_bound_17 = uint2(4294967295u, 4294967295u);
                                bool loop_init_17 = true;
                                while(true) {
                                    if (all(loop_bound_17 == uint2(0u, 0u))) { break; }
                                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                                    if (!loop_init_17) {
                                        uint _e733 = r_5;
                                        r_5 = (_e733 + 1u);
                                    }
                                    loop_init_17 = false;
                                    uint _e699 = r_5;
                                    if ((_e699 < RQ)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e705 = r_5;
                                        uint _e709 = k4_;
                                        float4 p_2 = p_tile[min(uint(((((ty * RQ) + _e705) * STRIDE) + _e709)), 287u)];
                                        uint _e713 = c_2;
                                        uint _e716 = r_5;
                                        float4 _e719 = acc[min(uint(((_e713 * RQ) + _e716)), 7u)];
                                        acc[min(uint(((_e713 * RQ) + _e716)), 7u)] = (_e719 + ((((p_2.x * v0_) + (p_2.y * v1_)) + (p_2.z * v2_)) + (p_2.w * v3_)));
                                    }
                                }
                            }
                        }
                    } else {
                        k_2 = 0u;
                        uint2 loop_bound_18 = uint2(4294967295u, 4294967295u);
                        bool loop_init_18 = true;
                        while(true) {
                            if (all(loop_bound_18 == uint2(0u, 0u))) { break; }
                            loop_bound_18 -= uint2(loop_bound_18.y == 0u, 1u);
                            if (!loop_init_18) {
                                uint _e790 = k_2;
                                k_2 = (_e790 + 1u);
                            }
                            loop_init_18 = false;
                            uint _e740 = k_2;
                            if ((_e740 < BLOCK_K)) {
                            } else {
                                break;
                            }
                            {
                                uint _e744 = k_2;
                                float4 v_3 = kv_tile[min(uint(((_e744 * STRIDE) + tx_1)), 287u)];
                                r_6 = 0u;
                                uint2 loop_bound_19 = uint2(4294967295u, 4294967295u);
                                bool loop_init_19 = true;
                                while(true) {
                                    if (all(loop_bound_19 == uint2(0u, 0u))) { break; }
                                    loop_bound_19 -= uint2(loop_bound_19.y == 0u, 1u);
                                    if (!loop_init_19) {
                                        uint _e787 = r_6;
                                        r_6 = (_e787 + 1u);
                                    }
                                    loop_init_19 = false;
                                    uint _e752 = r_6;
                                    if ((_e752 < RQ)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e758 = r_6;
                                        uint _e762 = k_2;
                                        uint _e767 = k_2;
                                        float p_3 = p_tile[min(uint(((((ty * RQ) + _e758) * STRIDE) + naga_div(_e762, 4u))), 287u)][min(uint(naga_mod(_e767, 4u)), 3u)];
                                        uint _e772 = c_2;
                                        uint _e775 = r_6;
                                        float4 _e778 = acc[min(uint(((_e772 * RQ) + _e775)), 7u)];
                                        acc[min(uint(((_e772 * RQ) + _e775)), 7u)] = (_e778 + ((p_3 == 0.0) ? (0.0).xxxx : (p_3 * v_3)));
                                    }
                                }
                            }
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                }
            }
        }
    }
    uint2 loop_bound_20 = uint2(4294967295u, 4294967295u);
    bool loop_init_20 = true;
    while(true) {
        if (all(loop_bound_20 == uint2(0u, 0u))) { break; }
        loop_bound_20 -= uint2(loop_bound_20.y == 0u, 1u);
        if (!loop_init_20) {
            uint _e817 = r_7;
            r_7 = (_e817 + 1u);
        }
        loop_init_20 = false;
        uint _e800 = r_7;
        if ((_e800 < RQ)) {
        } else {
            break;
        }
        {
            uint _e803 = r_7;
            uint _e805 = r_7;
            float _e807 = l_1[min(uint(_e805), 3u)];
            const float _e808 = lanes_sum(_e807);
            part_2[min(uint(_e803), 3u)] = _e808;
            uint _e811 = r_7;
            uint _e813 = r_7;
            float _e815 = part_2[min(uint(_e813), 3u)];
            put_part(((ty * RQ) + _e811), tx_1, _e815);
        }
    }
    GroupMemoryBarrierWithGroupSync();
    uint2 loop_bound_21 = uint2(4294967295u, 4294967295u);
    bool loop_init_21 = true;
    while(true) {
        if (all(loop_bound_21 == uint2(0u, 0u))) { break; }
        loop_bound_21 -= uint2(loop_bound_21.y == 0u, 1u);
        if (!loop_init_21) {
            uint _e932 = r_8;
            r_8 = (_e932 + 1u);
        }
        loop_init_21 = false;
        uint _e821 = r_8;
        if ((_e821 < RQ)) {
        } else {
            break;
        }
        {
            uint _e827 = r_8;
            uint row_5 = ((first_row_1 + (ty * RQ)) + _e827);
            if ((row_5 < row_end_1)) {
                uint _e830 = r_8;
                float _e832 = m_2[min(uint(_e830), 3u)];
                uint _e835 = r_8;
                uint _e837 = r_8;
                float _e839 = part_2[min(uint(_e837), 3u)];
                const float _e840 = row_sum(((ty * RQ) + _e835), _e839);
                uint _e841 = r_8;
                uint _e843 = row_head[min(uint(_e841), 3u)];
                const float2 _e844 = finish_row(_e832, _e840, _e843, split_3);
                const uint _e845 = q_start(b_17);
                uint _e846 = r_8;
                uint _e848 = row_q[min(uint(_e846), 3u)];
                uint i_12 = (_e845 + _e848);
                uint _e852 = params.o_offset;
                uint _e855 = params.o_split;
                uint _e860 = params.o_batch;
                uint _e863 = r_8;
                uint _e865 = row_head[min(uint(_e863), 3u)];
                uint _e868 = params.o_head;
                uint _e873 = params.o_row;
                uint at_5 = ((((_e852 + (split_3 * _e855)) + (b_17 * _e860)) + (_e865 * _e868)) + (i_12 * _e873));
                c_3 = 0u;
                uint2 loop_bound_22 = uint2(4294967295u, 4294967295u);
                bool loop_init_22 = true;
                while(true) {
                    if (all(loop_bound_22 == uint2(0u, 0u))) { break; }
                    loop_bound_22 -= uint2(loop_bound_22.y == 0u, 1u);
                    if (!loop_init_22) {
                        uint _e909 = c_3;
                        c_3 = (_e909 + 1u);
                    }
                    loop_init_22 = false;
                    uint _e878 = c_3;
                    if ((_e878 < V_CHUNKS)) {
                    } else {
                        break;
                    }
                    {
                        uint _e881 = c_3;
                        uint d_8 = (((_e881 * TX) + tx_1) * 4u);
                        uint _e888 = c_3;
                        uint _e891 = r_8;
                        float4 _e894 = acc[min(uint(((_e888 * RQ) + _e891)), 7u)];
                        uint _e896 = r_8;
                        float _e898 = row_factor[min(uint(_e896), 3u)];
                        uint _e901 = r_8;
                        uint _e903 = row_head[min(uint(_e901), 3u)];
                        uint _e904 = r_8;
                        uint _e906 = row_q[min(uint(_e904), 3u)];
                        const float4 _e907 = output((_e894 * (_e844.x * _e898)), b_17, _e903, _e906, d_8);
                        store_o4_(at_5, d_8, V_DIM, _e907);
                    }
                }
                if ((tx_1 == 0u)) {
                    uint _e915 = params.lse_split;
                    uint _e918 = r_8;
                    uint _e920 = row_head[min(uint(_e918), 3u)];
                    uint _e923 = params.lse_head;
                    uint _e926 = r_8;
                    uint _e928 = row_q[min(uint(_e926), 3u)];
                    uint lse_at_1 = (((lse_base + (split_3 * _e915)) + (_e920 * _e923)) + _e928);
                    store_lse(lse_at_1, _e844.y);
                }
            }
        }
    }
    return;
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    if (tid == 0) {
        row_part = (float[256])0;
        q_tile = (float4[288])0;
        kv_tile = (float4[288])0;
        p_tile = (float4[288])0;
        v_nonfinite = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, tid);
    return;
}
