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
    uint grad_offset;
    uint grad_batch;
    uint grad_head;
    uint grad_row;
    uint none;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};

struct Owned {
    uint b;
    uint head;
    uint kv_head;
    int _pad3_0;
    uint2 span;
    uint q_len;
    uint kv_len;
    int offset;
    int _pad7_0;
    uint2 others;
};

struct Pairs {
    uint2 rows;
    uint2 keys;
};

static const uint SIDE = 8u;
static const uint WORKGROUP = 64u;
static const uint BLOCK_OWN = 32u;
static const uint BLOCK = 32u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const bool STAGED = true;
static const bool RAGGED = false;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const bool OWNS_KEYS = true;
static const bool OF_VALUES = false;
static const uint SLICE4_ = 8u;
static const uint QK_SLICES = 2u;
static const uint V_SLICES = 2u;
static const uint SUM_DIM = 64u;
static const uint SUM_SLICES = 2u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_2 : register(t2);
ByteAddressBuffer v_2 : register(t3);
ByteAddressBuffer grad_o : register(t4);
RWByteAddressBuffer o_22 : register(u5);
ByteAddressBuffer row_stats : register(t6);
ByteAddressBuffer kv_lengths : register(t7);
ByteAddressBuffer alibi_slopes : register(t8);
ByteAddressBuffer bias : register(t9);
ByteAddressBuffer mask : register(t10);
groupshared float4 own_tile[256];
groupshared float4 other_tile[256];
groupshared float4 weight_tile[256];
groupshared uint some_nonfinite;

float tanh_kept(float x)
{
    float s_15 = (x * x);
    float above = (135135.0 + (s_15 * (17325.0 + (s_15 * (378.0 + s_15)))));
    float near = ((x * above) / (135135.0 + (s_15 * (62370.0 + (s_15 * (3150.0 + (s_15 * 28.0)))))));
    float far = (1.0 - (2.0 / (1.0 + exp((2.0 * min(abs(x), 15.0))))));
    return ((abs(x) >= 1.0) ? ((x > 0.0) ? far : -(far)) : near);
}

float softcap(float s, uint b, uint h, uint i, uint j)
{
    float _e7 = params.softcap;
    float _e10 = params.softcap;
    const float _e12 = tanh_kept((s / _e10));
    return (_e7 * _e12);
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

bool is_nan(float x_1)
{
    return ((asuint(x_1) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_2)
{
    const bool _e3 = is_nan(s_2);
    return (_e3 ? s_2 : max(s_2, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_2)
{
    return (asuint(x_2) == 4286578688u);
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
    uint at_4 = ((((_e19 + (b_4 * _e22)) + (h_2 * _e27)) + (i_2 * _e32)) + (j_2 * _e37));
    float _e42 = asfloat(bias.Load(at_4*4));
    float x_13 = float(_e42);
    const float _e45 = keep_visible((s_3 + x_13));
    const bool _e47 = is_neg_inf(x_13);
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
    uint at_5 = ((((_e12 + (b_5 * _e15)) + (h_3 * _e20)) + (i_3 * _e25)) + (j_3 * _e30));
    uint _e37 = asuint(mask.Load((at_5 >> 2u)*4));
    uint byte = ((_e37 >> ((at_5 & 3u) * 8u)) & 255u);
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

float exp_kept(float x_3)
{
    const bool _e2 = is_nan(x_3);
    return (_e2 ? x_3 : exp(x_3));
}

float softcap_slope(float s_6, uint b_7, uint h_5, uint i_5, uint j_5)
{
    float _e7 = params.softcap;
    const float _e12 = exp_kept((-2.0 * abs((s_6 / _e7))));
    return ((4.0 * _e12) / ((1.0 + _e12) * (1.0 + _e12)));
}

float score_slope(float raw_1, uint b_8, uint h_6, uint i_6, uint j_6)
{
    float s_7 = (float)0;
    float slope = 1.0;

    s_7 = raw_1;
    float _e8 = slope;
    float _e9 = s_7;
    const float _e10 = softcap_slope(_e9, b_8, h_6, i_6, j_6);
    slope = (_e8 * _e10);
    float _e12 = s_7;
    const float _e13 = softcap(_e12, b_8, h_6, i_6, j_6);
    s_7 = _e13;
    float _e14 = slope;
    return _e14;
}

float4 load_q4_(uint base, uint d)
{
    if ((d >= QK_DIM)) {
        return (0.0).xxxx;
    }
    half4 _e11 = q.Load<half4>(((base + d) >> 2u)*8);
    return float4(_e11);
}

float4 load_k4_(uint base_1, uint d_1)
{
    if ((d_1 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    half4 _e11 = k_2.Load<half4>(((base_1 + d_1) >> 2u)*8);
    return float4(_e11);
}

float4 load_v4_(uint base_2, uint d_2)
{
    if ((d_2 >= V_DIM)) {
        return (0.0).xxxx;
    }
    half4 _e11 = v_2.Load<half4>(((base_2 + d_2) >> 2u)*8);
    return float4(_e11);
}

float4 load_grad_o4_(uint base_3, uint d_3)
{
    if ((d_3 >= V_DIM)) {
        return (0.0).xxxx;
    }
    half4 _e11 = grad_o.Load<half4>(((base_3 + d_3) >> 2u)*8);
    return float4(_e11);
}

void store_o4_(uint base_4, uint d_4, uint dim, float4 x_4)
{
    if ((d_4 < dim)) {
        o_22.Store(((base_4 + d_4) >> 2u)*8, half4(x_4));
        return;
    } else {
        return;
    }
}

bool4 nonfinite(float4 v)
{
    uint4 exponent = (2139095040u).xxxx;
    return ((asuint(v) & exponent) == exponent);
}

bool any_nonfinite(float4 v_1)
{
    const bool4 _e1 = nonfinite(v_1);
    return any(_e1);
}

float4 exp_kept4_(float4 x_5)
{
    bool4 nan = ((asuint(x_5) & (2147483647u).xxxx) > (2139095040u).xxxx);
    return (nan ? x_5 : exp(x_5));
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

float2 log_parts(float top, float sum_1)
{
    float _e4 = params.neg_inf;
    float2 seen = ((sum_1 > 0.0) ? float2(top, log(sum_1)) : float2(_e4, 0.0));
    const bool _e14 = is_nan(sum_1);
    return (_e14 ? float2(sum_1, 0.0) : seen);
}

float log_sum(float top_1, float sum_2)
{
    const float2 _e2 = log_parts(top_1, sum_2);
    return (_e2.x + _e2.y);
}

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint2 key_range(uint i_7, int offset, uint kv_count_2)
{
    int lo = int(0);
    int hi = (int)0;

    int p = asint(asuint(int(i_7)) + asuint(offset));
    int end = int(kv_count_2);
    hi = end;
    int _e11 = params.window_left;
    if ((_e11 >= int(0))) {
        int _e16 = params.window_left;
        lo = clamp(asint(asuint(p) - asuint(_e16)), int(0), end);
    }
    int _e22 = params.window_right;
    if ((_e22 >= int(0))) {
        int _e27 = params.window_right;
        hi = clamp(asint(asuint(asint(asuint(p) + asuint(_e27))) + asuint(int(1))), int(0), end);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return uint2(uint(_e33), uint(max(_e35, _e36)));
}

uint q_start(uint b_9)
{
    return 0u;
}

uint kv_start(uint b_10)
{
    return 0u;
}

float4 scale_q(float4 x_6)
{
    float _e3 = params.scale;
    return (x_6 * _e3);
}

float scale_pair(float s_8)
{
    return s_8;
}

float4 scale_pairs(float4 s_9)
{
    return s_9;
}

float pair_onto(float s_10, float4 x_7, float4 k, uint h_7, uint d_5)
{
    return mad(x_7.w, k.w, mad(x_7.z, k.z, mad(x_7.y, k.y, mad(x_7.x, k.x, s_10))));
}

float pair(float4 x_8, float4 k_1, uint h_8, uint d_6)
{
    return dot(x_8, k_1);
}

bool pairs_listed(Owned o, uint h_9, uint2 rows, uint2 keys)
{
    return true;
}

uint2 query_range(uint2 keys_1, int offset_1, uint q_len)
{
    int lo_1 = int(0);
    int hi_1 = (int)0;

    int end_1 = int(q_len);
    hi_1 = end_1;
    int _e9 = params.window_right;
    if ((_e9 >= int(0))) {
        int _e16 = params.window_right;
        lo_1 = clamp(asint(asuint(asint(asuint(int(keys_1.x)) - asuint(_e16))) - asuint(offset_1)), int(0), end_1);
    }
    int _e23 = params.window_left;
    if ((_e23 >= int(0))) {
        int _e30 = params.window_left;
        hi_1 = clamp(asint(asuint(asint(asuint(int(keys_1.y)) + asuint(_e30))) - asuint(offset_1)), int(0), end_1);
    }
    int _e35 = lo_1;
    int _e37 = lo_1;
    int _e38 = hi_1;
    return uint2(uint(_e35), uint(max(_e37, _e38)));
}

uint2 met(Owned o_1, uint2 span)
{
    if ((span.x >= span.y)) {
        return (0u).xx;
    }
    if (OWNS_KEYS) {
        const uint2 _e10 = query_range(span, o_1.offset, o_1.q_len);
        return _e10;
    }
    const uint2 _e14 = key_range(span.x, o_1.offset, o_1.kv_len);
    const uint2 _e21 = key_range((span.y - 1u), o_1.offset, o_1.kv_len);
    return uint2(_e14.x, _e21.y);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

Owned ConstructOwned(uint arg0, uint arg1, uint arg2, uint2 arg3, uint arg4, uint arg5, int arg6, uint2 arg7) {
    Owned ret = (Owned)0;
    ret.b = arg0;
    ret.head = arg1;
    ret.kv_head = arg2;
    ret.span = arg3;
    ret.q_len = arg4;
    ret.kv_len = arg5;
    ret.offset = arg6;
    ret.others = arg7;
    return ret;
}

Owned owned_at(uint b_11, uint head, uint place)
{
    Owned o_2 = (Owned)0;

    const uint _e3 = q_count_1(b_11);
    const uint _e4 = kv_count_1(b_11);
    const int _e5 = align_offset(_e3, _e4);
    uint _e8 = params.kv_len;
    uint count = (OWNS_KEYS ? (RAGGED ? _e4 : _e8) : _e3);
    uint first_1 = min((place * BLOCK_OWN), count);
    uint2 span_1 = uint2(first_1, min((first_1 + BLOCK_OWN), count));
    uint _e22 = params.group;
    o_2 = ConstructOwned(b_11, head, (OWNS_KEYS ? head : naga_div(head, _e22)), span_1, _e3, _e4, _e5, (0u).xx);
    Owned _e31 = o_2;
    const uint2 _e32 = met(_e31, span_1);
    o_2.others = _e32;
    Owned _e33 = o_2;
    const Owned owned_1 = _e33;
    return owned_1;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

Owned owned(uint group)
{
    uint _e3 = params.q_tiles;
    uint id_1 = naga_div(group, _e3);
    uint _e7 = params.q_tiles;
    uint tile = naga_mod(group, _e7);
    uint _e11 = params.q_tiles;
    uint place_1 = (OWNS_KEYS ? tile : ((_e11 - 1u) - tile));
    uint _e19 = params.batch_base;
    uint _e22 = params.packs;
    uint _e27 = params.head_base;
    uint _e30 = params.packs;
    const Owned _e33 = owned_at((_e19 + naga_div(id_1, _e22)), (_e27 + naga_mod(id_1, _e30)), place_1);
    const Owned owned_2 = _e33;
    return owned_2;
}

uint query_at(Owned o_3, uint h_10, uint i_8)
{
    uint _e5 = params.q_offset;
    uint _e9 = params.q_batch;
    uint _e14 = params.q_head;
    const uint _e18 = q_start(o_3.b);
    uint _e22 = params.q_row;
    return (((_e5 + (o_3.b * _e9)) + (h_10 * _e14)) + ((_e18 + i_8) * _e22));
}

uint key_at(Owned o_4, uint j_7)
{
    uint _e4 = params.k_offset;
    uint _e8 = params.k_batch;
    uint _e14 = params.k_head;
    const uint _e18 = kv_start(o_4.b);
    uint _e22 = params.k_row;
    return (((_e4 + (o_4.b * _e8)) + (o_4.kv_head * _e14)) + ((_e18 + j_7) * _e22));
}

uint value_at(Owned o_5, uint j_8)
{
    uint _e4 = params.v_offset;
    uint _e8 = params.v_batch;
    uint _e14 = params.v_head;
    const uint _e18 = kv_start(o_5.b);
    uint _e22 = params.v_row;
    return (((_e4 + (o_5.b * _e8)) + (o_5.kv_head * _e14)) + ((_e18 + j_8) * _e22));
}

uint grad_at(Owned o_6, uint h_11, uint i_9)
{
    uint _e5 = params.grad_offset;
    uint _e9 = params.grad_batch;
    uint _e14 = params.grad_head;
    const uint _e18 = q_start(o_6.b);
    uint _e22 = params.grad_row;
    return (((_e5 + (o_6.b * _e9)) + (h_11 * _e14)) + ((_e18 + i_9) * _e22));
}

uint stats_at(Owned o_7, uint h_12, uint i_10)
{
    uint _e6 = params.lse_batch;
    uint _e10 = params.lse_head;
    const uint _e14 = q_start(o_7.b);
    return ((((o_7.b * _e6) + (h_12 * _e10)) + _e14) + i_10);
}

uint result_at(Owned o_8, uint n)
{
    uint _e4 = params.o_offset;
    uint _e8 = params.o_batch;
    uint _e14 = params.o_head;
    const uint _e18 = q_start(o_8.b);
    const uint _e20 = kv_start(o_8.b);
    uint _e26 = params.o_row;
    return (((_e4 + (o_8.b * _e8)) + (o_8.head * _e14)) + (((OWNS_KEYS ? _e20 : _e18) + n) * _e26));
}

float4 finish(float4 sum_3)
{
    float _e3 = params.scale;
    return (OWNS_KEYS ? sum_3 : (sum_3 * _e3));
}

uint2 heads_of(Owned o_9)
{
    uint _e13 = params.group;
    return (OWNS_KEYS ? (uint2(o_9.head, (o_9.head + 1u)) * _e13) : uint2(o_9.head, (o_9.head + 1u)));
}

Pairs ConstructPairs(uint2 arg0, uint2 arg1) {
    Pairs ret = (Pairs)0;
    ret.rows = arg0;
    ret.keys = arg1;
    return ret;
}

Pairs pairs_of(Owned o_10, uint first)
{
    uint2 others = uint2(first, min((first + BLOCK), o_10.others.y));
    if (OWNS_KEYS) {
        const Pairs pairs_2 = ConstructPairs(others, o_10.span);
        return pairs_2;
    }
    const Pairs pairs_3 = ConstructPairs(o_10.span, others);
    return pairs_3;
}

bool hides_some(Owned o_11, Pairs pairs)
{
    bool local_2 = (bool)0;
    bool local_3 = (bool)0;
    bool local_4 = (bool)0;
    bool local_5 = (bool)0;

    const uint2 _e6 = key_range(pairs.rows.x, o_11.offset, o_11.kv_len);
    const uint2 _e13 = key_range((pairs.rows.y - 1u), o_11.offset, o_11.kv_len);
    uint2 sizes = uint2(32u, 32u);
    if (((pairs.rows.y - pairs.rows.x) == sizes.x)) {
        local_2 = ((pairs.keys.y - pairs.keys.x) == sizes.y);
    } else {
        local_2 = false;
    }
    bool full = local_2;
    if (false) {
        local_3 = !(full);
    } else {
        local_3 = true;
    }
    bool _e40 = local_3;
    if (!(_e40)) {
        local_4 = (pairs.keys.x < _e13.x);
    } else {
        local_4 = true;
    }
    bool _e49 = local_4;
    if (!(_e49)) {
        local_5 = (pairs.keys.y > _e6.y);
    } else {
        local_5 = true;
    }
    bool _e58 = local_5;
    return _e58;
}

float visible_score(Owned o_12, uint h_13, uint i_11, uint j_9, float s_11)
{
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;
    bool local_8 = (bool)0;

    const uint2 _e7 = key_range(i_11, o_12.offset, o_12.kv_len);
    if (!((i_11 >= o_12.q_len))) {
        local_6 = (j_9 < _e7.x);
    } else {
        local_6 = true;
    }
    bool _e16 = local_6;
    if (!(_e16)) {
        local_7 = (j_9 >= _e7.y);
    } else {
        local_7 = true;
    }
    bool _e23 = local_7;
    if (_e23) {
        return MASKED;
    }
    const float _e26 = edit_score(s_11, o_12.b, h_13, i_11, j_9);
    if ((_e26 != MASKED)) {
        local_8 = (_e26 < LOWEST_VISIBLE);
    } else {
        local_8 = false;
    }
    bool _e35 = local_8;
    return (_e35 ? LOWEST_VISIBLE : _e26);
}

float pair_weight(Owned o_13, uint h_14, uint i_12, uint j_10, float product, float by_value, float4 row, bool hides)
{
    float s_12 = (float)0;

    const float _e8 = scale_pair(product);
    s_12 = _e8;
    float _e10 = s_12;
    uint _e18 = params.kv_len;
    const float _e22 = score_slope(_e10, o_13.b, h_14, min(i_12, (o_13.q_len - 1u)), min(j_10, (_e18 - 1u)));
    if (hides) {
        float _e23 = s_12;
        const float _e24 = visible_score(o_13, h_14, i_12, j_10, _e23);
        s_12 = _e24;
    }
    float _e25 = s_12;
    const float _e30 = exp_kept(((_e25 - row.x) - row.y));
    float by_product = ((_e30 * (by_value - row.z)) * _e22);
    float _e37 = s_12;
    return ((_e37 == MASKED) ? 0.0 : (OF_VALUES ? _e30 : by_product));
}

float4 own_score(Owned o_14, uint h_15, uint n_1, uint d_7)
{
    const uint _e4 = key_at(o_14, n_1);
    const float4 _e5 = load_k4_(_e4, d_7);
    return _e5;
}

float4 own_value(Owned o_15, uint h_16, uint n_2, uint d_8)
{
    const uint _e4 = value_at(o_15, n_2);
    const float4 _e5 = load_v4_(_e4, d_8);
    return _e5;
}

float4 other_score(Owned o_16, uint h_17, uint n_3, uint d_9)
{
    const uint _e4 = query_at(o_16, h_17, n_3);
    const float4 _e5 = load_q4_(_e4, d_9);
    const float4 _e6 = scale_q(_e5);
    return _e6;
}

float4 other_value(Owned o_17, uint h_18, uint n_4, uint d_10)
{
    const uint _e4 = grad_at(o_17, h_18, n_4);
    const float4 _e5 = load_grad_o4_(_e4, d_10);
    return _e5;
}

void add_products(inout float4 sums[4], uint tid)
{
    {
        {
            float4 x_14 = other_tile[min(uint(((0u + naga_mod(tid, SIDE)) + 0u)), 255u)];
            {
                float _e17 = sums[0].x;
                float4 _e27 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e29 = pair_onto(_e17, _e27, x_14, 0u, 0u);
                sums[0].x = _e29;
            }
            {
                float _e35 = sums[0].y;
                float4 _e45 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e47 = pair_onto(_e35, _e45, x_14, 0u, 0u);
                sums[0].y = _e47;
            }
            {
                float _e53 = sums[0].z;
                float4 _e63 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e65 = pair_onto(_e53, _e63, x_14, 0u, 0u);
                sums[0].z = _e65;
            }
            {
                float _e71 = sums[0].w;
                float4 _e81 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e83 = pair_onto(_e71, _e81, x_14, 0u, 0u);
                sums[0].w = _e83;
            }
        }
        {
            float4 x_15 = other_tile[min(uint(((0u + naga_mod(tid, SIDE)) + 8u)), 255u)];
            {
                float _e98 = sums[1].x;
                float4 _e108 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e110 = pair_onto(_e98, _e108, x_15, 0u, 0u);
                sums[1].x = _e110;
            }
            {
                float _e116 = sums[1].y;
                float4 _e126 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e128 = pair_onto(_e116, _e126, x_15, 0u, 0u);
                sums[1].y = _e128;
            }
            {
                float _e134 = sums[1].z;
                float4 _e144 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e146 = pair_onto(_e134, _e144, x_15, 0u, 0u);
                sums[1].z = _e146;
            }
            {
                float _e152 = sums[1].w;
                float4 _e162 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e164 = pair_onto(_e152, _e162, x_15, 0u, 0u);
                sums[1].w = _e164;
            }
        }
        {
            float4 x_16 = other_tile[min(uint(((0u + naga_mod(tid, SIDE)) + 16u)), 255u)];
            {
                float _e179 = sums[2].x;
                float4 _e189 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e191 = pair_onto(_e179, _e189, x_16, 0u, 0u);
                sums[2].x = _e191;
            }
            {
                float _e197 = sums[2].y;
                float4 _e207 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e209 = pair_onto(_e197, _e207, x_16, 0u, 0u);
                sums[2].y = _e209;
            }
            {
                float _e215 = sums[2].z;
                float4 _e225 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e227 = pair_onto(_e215, _e225, x_16, 0u, 0u);
                sums[2].z = _e227;
            }
            {
                float _e233 = sums[2].w;
                float4 _e243 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e245 = pair_onto(_e233, _e243, x_16, 0u, 0u);
                sums[2].w = _e245;
            }
        }
        {
            float4 x_17 = other_tile[min(uint(((0u + naga_mod(tid, SIDE)) + 24u)), 255u)];
            {
                float _e260 = sums[3].x;
                float4 _e270 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e272 = pair_onto(_e260, _e270, x_17, 0u, 0u);
                sums[3].x = _e272;
            }
            {
                float _e278 = sums[3].y;
                float4 _e288 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e290 = pair_onto(_e278, _e288, x_17, 0u, 0u);
                sums[3].y = _e290;
            }
            {
                float _e296 = sums[3].z;
                float4 _e306 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e308 = pair_onto(_e296, _e306, x_17, 0u, 0u);
                sums[3].z = _e308;
            }
            {
                float _e314 = sums[3].w;
                float4 _e324 = own_tile[min(uint(((0u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e326 = pair_onto(_e314, _e324, x_17, 0u, 0u);
                sums[3].w = _e326;
            }
        }
    }
    {
        {
            float4 x_18 = other_tile[min(uint(((32u + naga_mod(tid, SIDE)) + 0u)), 255u)];
            {
                float _e342 = sums[0].x;
                float4 _e352 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e354 = pair_onto(_e342, _e352, x_18, 0u, 1u);
                sums[0].x = _e354;
            }
            {
                float _e360 = sums[0].y;
                float4 _e370 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e372 = pair_onto(_e360, _e370, x_18, 0u, 1u);
                sums[0].y = _e372;
            }
            {
                float _e378 = sums[0].z;
                float4 _e388 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e390 = pair_onto(_e378, _e388, x_18, 0u, 1u);
                sums[0].z = _e390;
            }
            {
                float _e396 = sums[0].w;
                float4 _e406 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e408 = pair_onto(_e396, _e406, x_18, 0u, 1u);
                sums[0].w = _e408;
            }
        }
        {
            float4 x_19 = other_tile[min(uint(((32u + naga_mod(tid, SIDE)) + 8u)), 255u)];
            {
                float _e423 = sums[1].x;
                float4 _e433 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e435 = pair_onto(_e423, _e433, x_19, 0u, 1u);
                sums[1].x = _e435;
            }
            {
                float _e441 = sums[1].y;
                float4 _e451 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e453 = pair_onto(_e441, _e451, x_19, 0u, 1u);
                sums[1].y = _e453;
            }
            {
                float _e459 = sums[1].z;
                float4 _e469 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e471 = pair_onto(_e459, _e469, x_19, 0u, 1u);
                sums[1].z = _e471;
            }
            {
                float _e477 = sums[1].w;
                float4 _e487 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e489 = pair_onto(_e477, _e487, x_19, 0u, 1u);
                sums[1].w = _e489;
            }
        }
        {
            float4 x_20 = other_tile[min(uint(((32u + naga_mod(tid, SIDE)) + 16u)), 255u)];
            {
                float _e504 = sums[2].x;
                float4 _e514 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e516 = pair_onto(_e504, _e514, x_20, 0u, 1u);
                sums[2].x = _e516;
            }
            {
                float _e522 = sums[2].y;
                float4 _e532 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e534 = pair_onto(_e522, _e532, x_20, 0u, 1u);
                sums[2].y = _e534;
            }
            {
                float _e540 = sums[2].z;
                float4 _e550 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e552 = pair_onto(_e540, _e550, x_20, 0u, 1u);
                sums[2].z = _e552;
            }
            {
                float _e558 = sums[2].w;
                float4 _e568 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e570 = pair_onto(_e558, _e568, x_20, 0u, 1u);
                sums[2].w = _e570;
            }
        }
        {
            float4 x_21 = other_tile[min(uint(((32u + naga_mod(tid, SIDE)) + 24u)), 255u)];
            {
                float _e585 = sums[3].x;
                float4 _e595 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e597 = pair_onto(_e585, _e595, x_21, 0u, 1u);
                sums[3].x = _e597;
            }
            {
                float _e603 = sums[3].y;
                float4 _e613 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e615 = pair_onto(_e603, _e613, x_21, 0u, 1u);
                sums[3].y = _e615;
            }
            {
                float _e621 = sums[3].z;
                float4 _e631 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e633 = pair_onto(_e621, _e631, x_21, 0u, 1u);
                sums[3].z = _e633;
            }
            {
                float _e639 = sums[3].w;
                float4 _e649 = own_tile[min(uint(((32u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e651 = pair_onto(_e639, _e649, x_21, 0u, 1u);
                sums[3].w = _e651;
            }
        }
    }
    {
        {
            float4 x_22 = other_tile[min(uint(((64u + naga_mod(tid, SIDE)) + 0u)), 255u)];
            {
                float _e667 = sums[0].x;
                float4 _e677 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e679 = pair_onto(_e667, _e677, x_22, 0u, 2u);
                sums[0].x = _e679;
            }
            {
                float _e685 = sums[0].y;
                float4 _e695 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e697 = pair_onto(_e685, _e695, x_22, 0u, 2u);
                sums[0].y = _e697;
            }
            {
                float _e703 = sums[0].z;
                float4 _e713 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e715 = pair_onto(_e703, _e713, x_22, 0u, 2u);
                sums[0].z = _e715;
            }
            {
                float _e721 = sums[0].w;
                float4 _e731 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e733 = pair_onto(_e721, _e731, x_22, 0u, 2u);
                sums[0].w = _e733;
            }
        }
        {
            float4 x_23 = other_tile[min(uint(((64u + naga_mod(tid, SIDE)) + 8u)), 255u)];
            {
                float _e748 = sums[1].x;
                float4 _e758 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e760 = pair_onto(_e748, _e758, x_23, 0u, 2u);
                sums[1].x = _e760;
            }
            {
                float _e766 = sums[1].y;
                float4 _e776 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e778 = pair_onto(_e766, _e776, x_23, 0u, 2u);
                sums[1].y = _e778;
            }
            {
                float _e784 = sums[1].z;
                float4 _e794 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e796 = pair_onto(_e784, _e794, x_23, 0u, 2u);
                sums[1].z = _e796;
            }
            {
                float _e802 = sums[1].w;
                float4 _e812 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e814 = pair_onto(_e802, _e812, x_23, 0u, 2u);
                sums[1].w = _e814;
            }
        }
        {
            float4 x_24 = other_tile[min(uint(((64u + naga_mod(tid, SIDE)) + 16u)), 255u)];
            {
                float _e829 = sums[2].x;
                float4 _e839 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e841 = pair_onto(_e829, _e839, x_24, 0u, 2u);
                sums[2].x = _e841;
            }
            {
                float _e847 = sums[2].y;
                float4 _e857 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e859 = pair_onto(_e847, _e857, x_24, 0u, 2u);
                sums[2].y = _e859;
            }
            {
                float _e865 = sums[2].z;
                float4 _e875 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e877 = pair_onto(_e865, _e875, x_24, 0u, 2u);
                sums[2].z = _e877;
            }
            {
                float _e883 = sums[2].w;
                float4 _e893 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e895 = pair_onto(_e883, _e893, x_24, 0u, 2u);
                sums[2].w = _e895;
            }
        }
        {
            float4 x_25 = other_tile[min(uint(((64u + naga_mod(tid, SIDE)) + 24u)), 255u)];
            {
                float _e910 = sums[3].x;
                float4 _e920 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e922 = pair_onto(_e910, _e920, x_25, 0u, 2u);
                sums[3].x = _e922;
            }
            {
                float _e928 = sums[3].y;
                float4 _e938 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e940 = pair_onto(_e928, _e938, x_25, 0u, 2u);
                sums[3].y = _e940;
            }
            {
                float _e946 = sums[3].z;
                float4 _e956 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e958 = pair_onto(_e946, _e956, x_25, 0u, 2u);
                sums[3].z = _e958;
            }
            {
                float _e964 = sums[3].w;
                float4 _e974 = own_tile[min(uint(((64u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e976 = pair_onto(_e964, _e974, x_25, 0u, 2u);
                sums[3].w = _e976;
            }
        }
    }
    {
        {
            float4 x_26 = other_tile[min(uint(((96u + naga_mod(tid, SIDE)) + 0u)), 255u)];
            {
                float _e992 = sums[0].x;
                float4 _e1002 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1004 = pair_onto(_e992, _e1002, x_26, 0u, 3u);
                sums[0].x = _e1004;
            }
            {
                float _e1010 = sums[0].y;
                float4 _e1020 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1022 = pair_onto(_e1010, _e1020, x_26, 0u, 3u);
                sums[0].y = _e1022;
            }
            {
                float _e1028 = sums[0].z;
                float4 _e1038 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1040 = pair_onto(_e1028, _e1038, x_26, 0u, 3u);
                sums[0].z = _e1040;
            }
            {
                float _e1046 = sums[0].w;
                float4 _e1056 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1058 = pair_onto(_e1046, _e1056, x_26, 0u, 3u);
                sums[0].w = _e1058;
            }
        }
        {
            float4 x_27 = other_tile[min(uint(((96u + naga_mod(tid, SIDE)) + 8u)), 255u)];
            {
                float _e1073 = sums[1].x;
                float4 _e1083 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1085 = pair_onto(_e1073, _e1083, x_27, 0u, 3u);
                sums[1].x = _e1085;
            }
            {
                float _e1091 = sums[1].y;
                float4 _e1101 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1103 = pair_onto(_e1091, _e1101, x_27, 0u, 3u);
                sums[1].y = _e1103;
            }
            {
                float _e1109 = sums[1].z;
                float4 _e1119 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1121 = pair_onto(_e1109, _e1119, x_27, 0u, 3u);
                sums[1].z = _e1121;
            }
            {
                float _e1127 = sums[1].w;
                float4 _e1137 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1139 = pair_onto(_e1127, _e1137, x_27, 0u, 3u);
                sums[1].w = _e1139;
            }
        }
        {
            float4 x_28 = other_tile[min(uint(((96u + naga_mod(tid, SIDE)) + 16u)), 255u)];
            {
                float _e1154 = sums[2].x;
                float4 _e1164 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1166 = pair_onto(_e1154, _e1164, x_28, 0u, 3u);
                sums[2].x = _e1166;
            }
            {
                float _e1172 = sums[2].y;
                float4 _e1182 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1184 = pair_onto(_e1172, _e1182, x_28, 0u, 3u);
                sums[2].y = _e1184;
            }
            {
                float _e1190 = sums[2].z;
                float4 _e1200 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1202 = pair_onto(_e1190, _e1200, x_28, 0u, 3u);
                sums[2].z = _e1202;
            }
            {
                float _e1208 = sums[2].w;
                float4 _e1218 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1220 = pair_onto(_e1208, _e1218, x_28, 0u, 3u);
                sums[2].w = _e1220;
            }
        }
        {
            float4 x_29 = other_tile[min(uint(((96u + naga_mod(tid, SIDE)) + 24u)), 255u)];
            {
                float _e1235 = sums[3].x;
                float4 _e1245 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1247 = pair_onto(_e1235, _e1245, x_29, 0u, 3u);
                sums[3].x = _e1247;
            }
            {
                float _e1253 = sums[3].y;
                float4 _e1263 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1265 = pair_onto(_e1253, _e1263, x_29, 0u, 3u);
                sums[3].y = _e1265;
            }
            {
                float _e1271 = sums[3].z;
                float4 _e1281 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1283 = pair_onto(_e1271, _e1281, x_29, 0u, 3u);
                sums[3].z = _e1283;
            }
            {
                float _e1289 = sums[3].w;
                float4 _e1299 = own_tile[min(uint(((96u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1301 = pair_onto(_e1289, _e1299, x_29, 0u, 3u);
                sums[3].w = _e1301;
            }
        }
    }
    {
        {
            float4 x_30 = other_tile[min(uint(((128u + naga_mod(tid, SIDE)) + 0u)), 255u)];
            {
                float _e1317 = sums[0].x;
                float4 _e1327 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1329 = pair_onto(_e1317, _e1327, x_30, 0u, 4u);
                sums[0].x = _e1329;
            }
            {
                float _e1335 = sums[0].y;
                float4 _e1345 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1347 = pair_onto(_e1335, _e1345, x_30, 0u, 4u);
                sums[0].y = _e1347;
            }
            {
                float _e1353 = sums[0].z;
                float4 _e1363 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1365 = pair_onto(_e1353, _e1363, x_30, 0u, 4u);
                sums[0].z = _e1365;
            }
            {
                float _e1371 = sums[0].w;
                float4 _e1381 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1383 = pair_onto(_e1371, _e1381, x_30, 0u, 4u);
                sums[0].w = _e1383;
            }
        }
        {
            float4 x_31 = other_tile[min(uint(((128u + naga_mod(tid, SIDE)) + 8u)), 255u)];
            {
                float _e1398 = sums[1].x;
                float4 _e1408 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1410 = pair_onto(_e1398, _e1408, x_31, 0u, 4u);
                sums[1].x = _e1410;
            }
            {
                float _e1416 = sums[1].y;
                float4 _e1426 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1428 = pair_onto(_e1416, _e1426, x_31, 0u, 4u);
                sums[1].y = _e1428;
            }
            {
                float _e1434 = sums[1].z;
                float4 _e1444 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1446 = pair_onto(_e1434, _e1444, x_31, 0u, 4u);
                sums[1].z = _e1446;
            }
            {
                float _e1452 = sums[1].w;
                float4 _e1462 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1464 = pair_onto(_e1452, _e1462, x_31, 0u, 4u);
                sums[1].w = _e1464;
            }
        }
        {
            float4 x_32 = other_tile[min(uint(((128u + naga_mod(tid, SIDE)) + 16u)), 255u)];
            {
                float _e1479 = sums[2].x;
                float4 _e1489 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1491 = pair_onto(_e1479, _e1489, x_32, 0u, 4u);
                sums[2].x = _e1491;
            }
            {
                float _e1497 = sums[2].y;
                float4 _e1507 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1509 = pair_onto(_e1497, _e1507, x_32, 0u, 4u);
                sums[2].y = _e1509;
            }
            {
                float _e1515 = sums[2].z;
                float4 _e1525 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1527 = pair_onto(_e1515, _e1525, x_32, 0u, 4u);
                sums[2].z = _e1527;
            }
            {
                float _e1533 = sums[2].w;
                float4 _e1543 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1545 = pair_onto(_e1533, _e1543, x_32, 0u, 4u);
                sums[2].w = _e1545;
            }
        }
        {
            float4 x_33 = other_tile[min(uint(((128u + naga_mod(tid, SIDE)) + 24u)), 255u)];
            {
                float _e1560 = sums[3].x;
                float4 _e1570 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1572 = pair_onto(_e1560, _e1570, x_33, 0u, 4u);
                sums[3].x = _e1572;
            }
            {
                float _e1578 = sums[3].y;
                float4 _e1588 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1590 = pair_onto(_e1578, _e1588, x_33, 0u, 4u);
                sums[3].y = _e1590;
            }
            {
                float _e1596 = sums[3].z;
                float4 _e1606 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1608 = pair_onto(_e1596, _e1606, x_33, 0u, 4u);
                sums[3].z = _e1608;
            }
            {
                float _e1614 = sums[3].w;
                float4 _e1624 = own_tile[min(uint(((128u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1626 = pair_onto(_e1614, _e1624, x_33, 0u, 4u);
                sums[3].w = _e1626;
            }
        }
    }
    {
        {
            float4 x_34 = other_tile[min(uint(((160u + naga_mod(tid, SIDE)) + 0u)), 255u)];
            {
                float _e1642 = sums[0].x;
                float4 _e1652 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1654 = pair_onto(_e1642, _e1652, x_34, 0u, 5u);
                sums[0].x = _e1654;
            }
            {
                float _e1660 = sums[0].y;
                float4 _e1670 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1672 = pair_onto(_e1660, _e1670, x_34, 0u, 5u);
                sums[0].y = _e1672;
            }
            {
                float _e1678 = sums[0].z;
                float4 _e1688 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1690 = pair_onto(_e1678, _e1688, x_34, 0u, 5u);
                sums[0].z = _e1690;
            }
            {
                float _e1696 = sums[0].w;
                float4 _e1706 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1708 = pair_onto(_e1696, _e1706, x_34, 0u, 5u);
                sums[0].w = _e1708;
            }
        }
        {
            float4 x_35 = other_tile[min(uint(((160u + naga_mod(tid, SIDE)) + 8u)), 255u)];
            {
                float _e1723 = sums[1].x;
                float4 _e1733 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1735 = pair_onto(_e1723, _e1733, x_35, 0u, 5u);
                sums[1].x = _e1735;
            }
            {
                float _e1741 = sums[1].y;
                float4 _e1751 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1753 = pair_onto(_e1741, _e1751, x_35, 0u, 5u);
                sums[1].y = _e1753;
            }
            {
                float _e1759 = sums[1].z;
                float4 _e1769 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1771 = pair_onto(_e1759, _e1769, x_35, 0u, 5u);
                sums[1].z = _e1771;
            }
            {
                float _e1777 = sums[1].w;
                float4 _e1787 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1789 = pair_onto(_e1777, _e1787, x_35, 0u, 5u);
                sums[1].w = _e1789;
            }
        }
        {
            float4 x_36 = other_tile[min(uint(((160u + naga_mod(tid, SIDE)) + 16u)), 255u)];
            {
                float _e1804 = sums[2].x;
                float4 _e1814 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1816 = pair_onto(_e1804, _e1814, x_36, 0u, 5u);
                sums[2].x = _e1816;
            }
            {
                float _e1822 = sums[2].y;
                float4 _e1832 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1834 = pair_onto(_e1822, _e1832, x_36, 0u, 5u);
                sums[2].y = _e1834;
            }
            {
                float _e1840 = sums[2].z;
                float4 _e1850 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1852 = pair_onto(_e1840, _e1850, x_36, 0u, 5u);
                sums[2].z = _e1852;
            }
            {
                float _e1858 = sums[2].w;
                float4 _e1868 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1870 = pair_onto(_e1858, _e1868, x_36, 0u, 5u);
                sums[2].w = _e1870;
            }
        }
        {
            float4 x_37 = other_tile[min(uint(((160u + naga_mod(tid, SIDE)) + 24u)), 255u)];
            {
                float _e1885 = sums[3].x;
                float4 _e1895 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1897 = pair_onto(_e1885, _e1895, x_37, 0u, 5u);
                sums[3].x = _e1897;
            }
            {
                float _e1903 = sums[3].y;
                float4 _e1913 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1915 = pair_onto(_e1903, _e1913, x_37, 0u, 5u);
                sums[3].y = _e1915;
            }
            {
                float _e1921 = sums[3].z;
                float4 _e1931 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e1933 = pair_onto(_e1921, _e1931, x_37, 0u, 5u);
                sums[3].z = _e1933;
            }
            {
                float _e1939 = sums[3].w;
                float4 _e1949 = own_tile[min(uint(((160u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e1951 = pair_onto(_e1939, _e1949, x_37, 0u, 5u);
                sums[3].w = _e1951;
            }
        }
    }
    {
        {
            float4 x_38 = other_tile[min(uint(((192u + naga_mod(tid, SIDE)) + 0u)), 255u)];
            {
                float _e1967 = sums[0].x;
                float4 _e1977 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e1979 = pair_onto(_e1967, _e1977, x_38, 0u, 6u);
                sums[0].x = _e1979;
            }
            {
                float _e1985 = sums[0].y;
                float4 _e1995 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e1997 = pair_onto(_e1985, _e1995, x_38, 0u, 6u);
                sums[0].y = _e1997;
            }
            {
                float _e2003 = sums[0].z;
                float4 _e2013 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e2015 = pair_onto(_e2003, _e2013, x_38, 0u, 6u);
                sums[0].z = _e2015;
            }
            {
                float _e2021 = sums[0].w;
                float4 _e2031 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e2033 = pair_onto(_e2021, _e2031, x_38, 0u, 6u);
                sums[0].w = _e2033;
            }
        }
        {
            float4 x_39 = other_tile[min(uint(((192u + naga_mod(tid, SIDE)) + 8u)), 255u)];
            {
                float _e2048 = sums[1].x;
                float4 _e2058 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e2060 = pair_onto(_e2048, _e2058, x_39, 0u, 6u);
                sums[1].x = _e2060;
            }
            {
                float _e2066 = sums[1].y;
                float4 _e2076 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e2078 = pair_onto(_e2066, _e2076, x_39, 0u, 6u);
                sums[1].y = _e2078;
            }
            {
                float _e2084 = sums[1].z;
                float4 _e2094 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e2096 = pair_onto(_e2084, _e2094, x_39, 0u, 6u);
                sums[1].z = _e2096;
            }
            {
                float _e2102 = sums[1].w;
                float4 _e2112 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e2114 = pair_onto(_e2102, _e2112, x_39, 0u, 6u);
                sums[1].w = _e2114;
            }
        }
        {
            float4 x_40 = other_tile[min(uint(((192u + naga_mod(tid, SIDE)) + 16u)), 255u)];
            {
                float _e2129 = sums[2].x;
                float4 _e2139 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e2141 = pair_onto(_e2129, _e2139, x_40, 0u, 6u);
                sums[2].x = _e2141;
            }
            {
                float _e2147 = sums[2].y;
                float4 _e2157 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e2159 = pair_onto(_e2147, _e2157, x_40, 0u, 6u);
                sums[2].y = _e2159;
            }
            {
                float _e2165 = sums[2].z;
                float4 _e2175 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e2177 = pair_onto(_e2165, _e2175, x_40, 0u, 6u);
                sums[2].z = _e2177;
            }
            {
                float _e2183 = sums[2].w;
                float4 _e2193 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e2195 = pair_onto(_e2183, _e2193, x_40, 0u, 6u);
                sums[2].w = _e2195;
            }
        }
        {
            float4 x_41 = other_tile[min(uint(((192u + naga_mod(tid, SIDE)) + 24u)), 255u)];
            {
                float _e2210 = sums[3].x;
                float4 _e2220 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e2222 = pair_onto(_e2210, _e2220, x_41, 0u, 6u);
                sums[3].x = _e2222;
            }
            {
                float _e2228 = sums[3].y;
                float4 _e2238 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e2240 = pair_onto(_e2228, _e2238, x_41, 0u, 6u);
                sums[3].y = _e2240;
            }
            {
                float _e2246 = sums[3].z;
                float4 _e2256 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e2258 = pair_onto(_e2246, _e2256, x_41, 0u, 6u);
                sums[3].z = _e2258;
            }
            {
                float _e2264 = sums[3].w;
                float4 _e2274 = own_tile[min(uint(((192u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e2276 = pair_onto(_e2264, _e2274, x_41, 0u, 6u);
                sums[3].w = _e2276;
            }
        }
    }
    {
        {
            float4 x_42 = other_tile[min(uint(((224u + naga_mod(tid, SIDE)) + 0u)), 255u)];
            {
                float _e2292 = sums[0].x;
                float4 _e2302 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e2304 = pair_onto(_e2292, _e2302, x_42, 0u, 7u);
                sums[0].x = _e2304;
            }
            {
                float _e2310 = sums[0].y;
                float4 _e2320 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e2322 = pair_onto(_e2310, _e2320, x_42, 0u, 7u);
                sums[0].y = _e2322;
            }
            {
                float _e2328 = sums[0].z;
                float4 _e2338 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e2340 = pair_onto(_e2328, _e2338, x_42, 0u, 7u);
                sums[0].z = _e2340;
            }
            {
                float _e2346 = sums[0].w;
                float4 _e2356 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e2358 = pair_onto(_e2346, _e2356, x_42, 0u, 7u);
                sums[0].w = _e2358;
            }
        }
        {
            float4 x_43 = other_tile[min(uint(((224u + naga_mod(tid, SIDE)) + 8u)), 255u)];
            {
                float _e2373 = sums[1].x;
                float4 _e2383 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e2385 = pair_onto(_e2373, _e2383, x_43, 0u, 7u);
                sums[1].x = _e2385;
            }
            {
                float _e2391 = sums[1].y;
                float4 _e2401 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e2403 = pair_onto(_e2391, _e2401, x_43, 0u, 7u);
                sums[1].y = _e2403;
            }
            {
                float _e2409 = sums[1].z;
                float4 _e2419 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e2421 = pair_onto(_e2409, _e2419, x_43, 0u, 7u);
                sums[1].z = _e2421;
            }
            {
                float _e2427 = sums[1].w;
                float4 _e2437 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e2439 = pair_onto(_e2427, _e2437, x_43, 0u, 7u);
                sums[1].w = _e2439;
            }
        }
        {
            float4 x_44 = other_tile[min(uint(((224u + naga_mod(tid, SIDE)) + 16u)), 255u)];
            {
                float _e2454 = sums[2].x;
                float4 _e2464 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e2466 = pair_onto(_e2454, _e2464, x_44, 0u, 7u);
                sums[2].x = _e2466;
            }
            {
                float _e2472 = sums[2].y;
                float4 _e2482 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e2484 = pair_onto(_e2472, _e2482, x_44, 0u, 7u);
                sums[2].y = _e2484;
            }
            {
                float _e2490 = sums[2].z;
                float4 _e2500 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e2502 = pair_onto(_e2490, _e2500, x_44, 0u, 7u);
                sums[2].z = _e2502;
            }
            {
                float _e2508 = sums[2].w;
                float4 _e2518 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e2520 = pair_onto(_e2508, _e2518, x_44, 0u, 7u);
                sums[2].w = _e2520;
            }
        }
        {
            float4 x_45 = other_tile[min(uint(((224u + naga_mod(tid, SIDE)) + 24u)), 255u)];
            {
                float _e2535 = sums[3].x;
                float4 _e2545 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 0u)), 255u)];
                const float _e2547 = pair_onto(_e2535, _e2545, x_45, 0u, 7u);
                sums[3].x = _e2547;
            }
            {
                float _e2553 = sums[3].y;
                float4 _e2563 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 1u)), 255u)];
                const float _e2565 = pair_onto(_e2553, _e2563, x_45, 0u, 7u);
                sums[3].y = _e2565;
            }
            {
                float _e2571 = sums[3].z;
                float4 _e2581 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 2u)), 255u)];
                const float _e2583 = pair_onto(_e2571, _e2581, x_45, 0u, 7u);
                sums[3].z = _e2583;
            }
            {
                float _e2589 = sums[3].w;
                float4 _e2599 = own_tile[min(uint(((224u + (naga_div(tid, SIDE) * 4u)) + 3u)), 255u)];
                const float _e2601 = pair_onto(_e2589, _e2599, x_45, 0u, 7u);
                sums[3].w = _e2601;
                return;
            }
        }
    }
}

uint weight_at(uint tid_1, uint c)
{
    return (((naga_div(tid_1, SIDE) * BLOCK) + naga_mod(tid_1, SIDE)) + (c * SIDE));
}

void add_scores(inout float4 s_13[4], Owned o_18, uint h_19, uint at, uint tid_2)
{
    uint n_5 = 0u;
    uint x_9 = (uint)0;

    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e62 = n_5;
            n_5 = (_e62 + 1u);
        }
        loop_init = false;
        uint _e7 = n_5;
        if ((_e7 < QK_SLICES)) {
        } else {
            break;
        }
        {
            GroupMemoryBarrierWithGroupSync();
            x_9 = tid_2;
            uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e58 = x_9;
                    x_9 = (_e58 + WORKGROUP);
                }
                loop_init_1 = false;
                uint _e11 = x_9;
                if ((_e11 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e14 = x_9;
                    uint row_1 = naga_div(_e14, SLICE4_);
                    uint _e17 = x_9;
                    uint d_12 = naga_mod(_e17, SLICE4_);
                    uint _e33 = n_5;
                    const float4 _e39 = own_score(o_18, h_19, min((o_18.span.x + row_1), (o_18.span.y - 1u)), (((_e33 * SLICE4_) + d_12) * 4u));
                    own_tile[min(uint(((d_12 * BLOCK_OWN) + row_1)), 255u)] = _e39;
                    uint _e51 = n_5;
                    const float4 _e57 = other_score(o_18, h_19, min((at + row_1), (o_18.others.y - 1u)), (((_e51 * SLICE4_) + d_12) * 4u));
                    other_tile[min(uint(((d_12 * BLOCK) + row_1)), 255u)] = _e57;
                }
            }
            GroupMemoryBarrierWithGroupSync();
            add_products(s_13, tid_2);
        }
    }
    return;
}

void add_values(inout float4 g[4], Owned o_19, uint h_20, uint at_1, uint tid_3)
{
    uint n_6 = 0u;
    uint x_10 = (uint)0;

    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e62 = n_6;
            n_6 = (_e62 + 1u);
        }
        loop_init_2 = false;
        uint _e7 = n_6;
        if ((_e7 < V_SLICES)) {
        } else {
            break;
        }
        {
            GroupMemoryBarrierWithGroupSync();
            x_10 = tid_3;
            uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e58 = x_10;
                    x_10 = (_e58 + WORKGROUP);
                }
                loop_init_3 = false;
                uint _e11 = x_10;
                if ((_e11 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e14 = x_10;
                    uint row_2 = naga_div(_e14, SLICE4_);
                    uint _e17 = x_10;
                    uint d_13 = naga_mod(_e17, SLICE4_);
                    uint _e33 = n_6;
                    const float4 _e39 = own_value(o_19, h_20, min((o_19.span.x + row_2), (o_19.span.y - 1u)), (((_e33 * SLICE4_) + d_13) * 4u));
                    own_tile[min(uint(((d_13 * BLOCK_OWN) + row_2)), 255u)] = _e39;
                    uint _e51 = n_6;
                    const float4 _e57 = other_value(o_19, h_20, min((at_1 + row_2), (o_19.others.y - 1u)), (((_e51 * SLICE4_) + d_13) * 4u));
                    other_tile[min(uint(((d_13 * BLOCK) + row_2)), 255u)] = _e57;
                }
            }
            GroupMemoryBarrierWithGroupSync();
            add_products(g, tid_3);
        }
    }
    return;
}

typedef float4 ret_ZeroValuearray4_float4_[4];
ret_ZeroValuearray4_float4_ ZeroValuearray4_float4_() {
    return (float4[4])0;
}

void weigh_pairs(Owned o_20, uint h_21, uint at_2, uint tid_4, Pairs pairs_1)
{
    float4 s_14[4] = ZeroValuearray4_float4_();
    float4 g_1[4] = ZeroValuearray4_float4_();
    float4 w = (0.0).xxxx;
    float4 w_1 = (0.0).xxxx;
    float4 w_2 = (0.0).xxxx;
    float4 w_3 = (0.0).xxxx;

    add_scores(s_14, o_20, h_21, at_2, tid_4);
    if (true) {
        add_values(g_1, o_20, h_21, at_2, tid_4);
    }
    const bool _e10 = hides_some(o_20, pairs_1);
    {
        uint other = ((at_2 + naga_mod(tid_4, SIDE)) + 0u);
        {
            uint own = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 0u);
            uint i_13 = (OWNS_KEYS ? other : own);
            uint j_11 = (OWNS_KEYS ? own : other);
            const uint _e38 = stats_at(o_20, h_21, min(i_13, (o_20.q_len - 1u)));
            float4 row_3 = asfloat(row_stats.Load4(_e38*16));
            float _e44 = s_14[0].x;
            float _e47 = g_1[0].x;
            const float _e48 = pair_weight(o_20, h_21, i_13, j_11, _e44, _e47, row_3, _e10);
            w.x = _e48;
        }
        {
            uint own_1 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 1u);
            uint i_14 = (OWNS_KEYS ? other : own_1);
            uint j_12 = (OWNS_KEYS ? own_1 : other);
            const uint _e67 = stats_at(o_20, h_21, min(i_14, (o_20.q_len - 1u)));
            float4 row_4 = asfloat(row_stats.Load4(_e67*16));
            float _e73 = s_14[0].y;
            float _e76 = g_1[0].y;
            const float _e77 = pair_weight(o_20, h_21, i_14, j_12, _e73, _e76, row_4, _e10);
            w.y = _e77;
        }
        {
            uint own_2 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 2u);
            uint i_15 = (OWNS_KEYS ? other : own_2);
            uint j_13 = (OWNS_KEYS ? own_2 : other);
            const uint _e96 = stats_at(o_20, h_21, min(i_15, (o_20.q_len - 1u)));
            float4 row_5 = asfloat(row_stats.Load4(_e96*16));
            float _e102 = s_14[0].z;
            float _e105 = g_1[0].z;
            const float _e106 = pair_weight(o_20, h_21, i_15, j_13, _e102, _e105, row_5, _e10);
            w.z = _e106;
        }
        {
            uint own_3 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 3u);
            uint i_16 = (OWNS_KEYS ? other : own_3);
            uint j_14 = (OWNS_KEYS ? own_3 : other);
            const uint _e125 = stats_at(o_20, h_21, min(i_16, (o_20.q_len - 1u)));
            float4 row_6 = asfloat(row_stats.Load4(_e125*16));
            float _e131 = s_14[0].w;
            float _e134 = g_1[0].w;
            const float _e135 = pair_weight(o_20, h_21, i_16, j_14, _e131, _e134, row_6, _e10);
            w.w = _e135;
        }
        const uint _e137 = weight_at(tid_4, 0u);
        float4 _e139 = w;
        weight_tile[min(uint(_e137), 255u)] = _e139;
    }
    {
        uint other_1 = ((at_2 + naga_mod(tid_4, SIDE)) + 8u);
        {
            uint own_4 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 0u);
            uint i_17 = (OWNS_KEYS ? other_1 : own_4);
            uint j_15 = (OWNS_KEYS ? own_4 : other_1);
            const uint _e167 = stats_at(o_20, h_21, min(i_17, (o_20.q_len - 1u)));
            float4 row_7 = asfloat(row_stats.Load4(_e167*16));
            float _e173 = s_14[1].x;
            float _e176 = g_1[1].x;
            const float _e177 = pair_weight(o_20, h_21, i_17, j_15, _e173, _e176, row_7, _e10);
            w_1.x = _e177;
        }
        {
            uint own_5 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 1u);
            uint i_18 = (OWNS_KEYS ? other_1 : own_5);
            uint j_16 = (OWNS_KEYS ? own_5 : other_1);
            const uint _e196 = stats_at(o_20, h_21, min(i_18, (o_20.q_len - 1u)));
            float4 row_8 = asfloat(row_stats.Load4(_e196*16));
            float _e202 = s_14[1].y;
            float _e205 = g_1[1].y;
            const float _e206 = pair_weight(o_20, h_21, i_18, j_16, _e202, _e205, row_8, _e10);
            w_1.y = _e206;
        }
        {
            uint own_6 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 2u);
            uint i_19 = (OWNS_KEYS ? other_1 : own_6);
            uint j_17 = (OWNS_KEYS ? own_6 : other_1);
            const uint _e225 = stats_at(o_20, h_21, min(i_19, (o_20.q_len - 1u)));
            float4 row_9 = asfloat(row_stats.Load4(_e225*16));
            float _e231 = s_14[1].z;
            float _e234 = g_1[1].z;
            const float _e235 = pair_weight(o_20, h_21, i_19, j_17, _e231, _e234, row_9, _e10);
            w_1.z = _e235;
        }
        {
            uint own_7 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 3u);
            uint i_20 = (OWNS_KEYS ? other_1 : own_7);
            uint j_18 = (OWNS_KEYS ? own_7 : other_1);
            const uint _e254 = stats_at(o_20, h_21, min(i_20, (o_20.q_len - 1u)));
            float4 row_10 = asfloat(row_stats.Load4(_e254*16));
            float _e260 = s_14[1].w;
            float _e263 = g_1[1].w;
            const float _e264 = pair_weight(o_20, h_21, i_20, j_18, _e260, _e263, row_10, _e10);
            w_1.w = _e264;
        }
        const uint _e266 = weight_at(tid_4, 1u);
        float4 _e268 = w_1;
        weight_tile[min(uint(_e266), 255u)] = _e268;
    }
    {
        uint other_2 = ((at_2 + naga_mod(tid_4, SIDE)) + 16u);
        {
            uint own_8 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 0u);
            uint i_21 = (OWNS_KEYS ? other_2 : own_8);
            uint j_19 = (OWNS_KEYS ? own_8 : other_2);
            const uint _e296 = stats_at(o_20, h_21, min(i_21, (o_20.q_len - 1u)));
            float4 row_11 = asfloat(row_stats.Load4(_e296*16));
            float _e302 = s_14[2].x;
            float _e305 = g_1[2].x;
            const float _e306 = pair_weight(o_20, h_21, i_21, j_19, _e302, _e305, row_11, _e10);
            w_2.x = _e306;
        }
        {
            uint own_9 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 1u);
            uint i_22 = (OWNS_KEYS ? other_2 : own_9);
            uint j_20 = (OWNS_KEYS ? own_9 : other_2);
            const uint _e325 = stats_at(o_20, h_21, min(i_22, (o_20.q_len - 1u)));
            float4 row_12 = asfloat(row_stats.Load4(_e325*16));
            float _e331 = s_14[2].y;
            float _e334 = g_1[2].y;
            const float _e335 = pair_weight(o_20, h_21, i_22, j_20, _e331, _e334, row_12, _e10);
            w_2.y = _e335;
        }
        {
            uint own_10 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 2u);
            uint i_23 = (OWNS_KEYS ? other_2 : own_10);
            uint j_21 = (OWNS_KEYS ? own_10 : other_2);
            const uint _e354 = stats_at(o_20, h_21, min(i_23, (o_20.q_len - 1u)));
            float4 row_13 = asfloat(row_stats.Load4(_e354*16));
            float _e360 = s_14[2].z;
            float _e363 = g_1[2].z;
            const float _e364 = pair_weight(o_20, h_21, i_23, j_21, _e360, _e363, row_13, _e10);
            w_2.z = _e364;
        }
        {
            uint own_11 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 3u);
            uint i_24 = (OWNS_KEYS ? other_2 : own_11);
            uint j_22 = (OWNS_KEYS ? own_11 : other_2);
            const uint _e383 = stats_at(o_20, h_21, min(i_24, (o_20.q_len - 1u)));
            float4 row_14 = asfloat(row_stats.Load4(_e383*16));
            float _e389 = s_14[2].w;
            float _e392 = g_1[2].w;
            const float _e393 = pair_weight(o_20, h_21, i_24, j_22, _e389, _e392, row_14, _e10);
            w_2.w = _e393;
        }
        const uint _e395 = weight_at(tid_4, 2u);
        float4 _e397 = w_2;
        weight_tile[min(uint(_e395), 255u)] = _e397;
    }
    {
        uint other_3 = ((at_2 + naga_mod(tid_4, SIDE)) + 24u);
        {
            uint own_12 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 0u);
            uint i_25 = (OWNS_KEYS ? other_3 : own_12);
            uint j_23 = (OWNS_KEYS ? own_12 : other_3);
            const uint _e425 = stats_at(o_20, h_21, min(i_25, (o_20.q_len - 1u)));
            float4 row_15 = asfloat(row_stats.Load4(_e425*16));
            float _e431 = s_14[3].x;
            float _e434 = g_1[3].x;
            const float _e435 = pair_weight(o_20, h_21, i_25, j_23, _e431, _e434, row_15, _e10);
            w_3.x = _e435;
        }
        {
            uint own_13 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 1u);
            uint i_26 = (OWNS_KEYS ? other_3 : own_13);
            uint j_24 = (OWNS_KEYS ? own_13 : other_3);
            const uint _e454 = stats_at(o_20, h_21, min(i_26, (o_20.q_len - 1u)));
            float4 row_16 = asfloat(row_stats.Load4(_e454*16));
            float _e460 = s_14[3].y;
            float _e463 = g_1[3].y;
            const float _e464 = pair_weight(o_20, h_21, i_26, j_24, _e460, _e463, row_16, _e10);
            w_3.y = _e464;
        }
        {
            uint own_14 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 2u);
            uint i_27 = (OWNS_KEYS ? other_3 : own_14);
            uint j_25 = (OWNS_KEYS ? own_14 : other_3);
            const uint _e483 = stats_at(o_20, h_21, min(i_27, (o_20.q_len - 1u)));
            float4 row_17 = asfloat(row_stats.Load4(_e483*16));
            float _e489 = s_14[3].z;
            float _e492 = g_1[3].z;
            const float _e493 = pair_weight(o_20, h_21, i_27, j_25, _e489, _e492, row_17, _e10);
            w_3.z = _e493;
        }
        {
            uint own_15 = ((o_20.span.x + (naga_div(tid_4, SIDE) * 4u)) + 3u);
            uint i_28 = (OWNS_KEYS ? other_3 : own_15);
            uint j_26 = (OWNS_KEYS ? own_15 : other_3);
            const uint _e512 = stats_at(o_20, h_21, min(i_28, (o_20.q_len - 1u)));
            float4 row_18 = asfloat(row_stats.Load4(_e512*16));
            float _e518 = s_14[3].w;
            float _e521 = g_1[3].w;
            const float _e522 = pair_weight(o_20, h_21, i_28, j_26, _e518, _e521, row_18, _e10);
            w_3.w = _e522;
        }
        const uint _e524 = weight_at(tid_4, 3u);
        float4 _e526 = w_3;
        weight_tile[min(uint(_e524), 255u)] = _e526;
        return;
    }
}

float4 summed(Owned o_21, uint h_22, uint n_7, uint d_11)
{
    if (OF_VALUES) {
        const float4 _e5 = other_value(o_21, h_22, n_7, d_11);
        return _e5;
    }
    const float4 _e6 = other_score(o_21, h_22, n_7, d_11);
    return _e6;
}

void run(uint3 wid_2, uint tid_5)
{
    float4 sum_4[2][4] = (float4[2][4])0;
    uint n_8 = 0u;
    uint h_23 = (uint)0;
    uint at_3 = (uint)0;
    uint n_9 = (uint)0;
    uint x_11 = (uint)0;
    float4 y = (float4)0;
    uint x_12 = (uint)0;
    uint n_10 = 0u;
    bool local_9 = (bool)0;
    bool local_10 = (bool)0;
    bool local_11 = (bool)0;
    bool local_12 = (bool)0;

    const uint _e2 = group_id(wid_2);
    uint _e5 = params.groups;
    if ((_e2 >= _e5)) {
        return;
    }
    const uint _e7 = group_id(wid_2);
    const Owned _e8 = owned(_e7);
    if ((_e8.span.x >= _e8.span.y)) {
        return;
    }
    uint tx = naga_mod(tid_5, SIDE);
    uint ty = naga_div(tid_5, SIDE);
    if ((tid_5 == 0u)) {
        { uint dummy = 0; InterlockedExchange(some_nonfinite, 0u, dummy); }
    }
    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e49 = n_8;
            n_8 = (_e49 + 1u);
        }
        loop_init_4 = false;
        uint _e25 = n_8;
        if ((_e25 < SUM_SLICES)) {
        } else {
            break;
        }
        {
            {
                uint _e28 = n_8;
                sum_4[min(uint(_e28), 1u)][0] = (0.0).xxxx;
            }
            {
                uint _e33 = n_8;
                sum_4[min(uint(_e33), 1u)][1] = (0.0).xxxx;
            }
            {
                uint _e38 = n_8;
                sum_4[min(uint(_e38), 1u)][2] = (0.0).xxxx;
            }
            {
                uint _e43 = n_8;
                sum_4[min(uint(_e43), 1u)][3] = (0.0).xxxx;
            }
        }
    }
    const uint2 _e51 = heads_of(_e8);
    h_23 = _e51.x;
    uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e244 = h_23;
            h_23 = (_e244 + 1u);
        }
        loop_init_5 = false;
        uint _e54 = h_23;
        if ((_e54 < _e51.y)) {
        } else {
            break;
        }
        {
            at_3 = (naga_div(_e8.others.x, BLOCK) * BLOCK);
            uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e240 = at_3;
                    at_3 = (_e240 + BLOCK);
                }
                loop_init_6 = false;
                uint _e64 = at_3;
                if ((_e64 < _e8.others.y)) {
                } else {
                    break;
                }
                {
                    uint _e68 = at_3;
                    const Pairs _e69 = pairs_of(_e8, _e68);
                    uint _e70 = h_23;
                    const bool _e73 = pairs_listed(_e8, _e70, _e69.rows, _e69.keys);
                    if (!(_e73)) {
                        continue;
                    }
                    uint _e75 = h_23;
                    uint _e76 = at_3;
                    weigh_pairs(_e8, _e75, _e76, tid_5, _e69);
                    n_9 = 0u;
                    uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
                    bool loop_init_7 = true;
                    while(true) {
                        if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
                        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                        if (!loop_init_7) {
                            uint _e238 = n_9;
                            n_9 = (_e238 + 1u);
                        }
                        loop_init_7 = false;
                        uint _e79 = n_9;
                        if ((_e79 < SUM_SLICES)) {
                        } else {
                            break;
                        }
                        {
                            GroupMemoryBarrierWithGroupSync();
                            x_11 = tid_5;
                            uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
                            bool loop_init_8 = true;
                            while(true) {
                                if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
                                loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                                if (!loop_init_8) {
                                    uint _e116 = x_11;
                                    x_11 = (_e116 + WORKGROUP);
                                }
                                loop_init_8 = false;
                                uint _e83 = x_11;
                                if ((_e83 < 256u)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e86 = at_3;
                                    uint _e87 = x_11;
                                    uint other_4 = (_e86 + naga_div(_e87, SLICE4_));
                                    uint _e91 = n_9;
                                    uint _e94 = x_11;
                                    uint d_14 = (((_e91 * SLICE4_) + naga_mod(_e94, SLICE4_)) * 4u);
                                    y = (0.0).xxxx;
                                    if ((other_4 < _e8.others.y)) {
                                        uint _e106 = h_23;
                                        const float4 _e107 = summed(_e8, _e106, other_4, d_14);
                                        y = _e107;
                                    }
                                    float4 _e108 = y;
                                    const bool _e109 = any_nonfinite(_e108);
                                    if (_e109) {
                                        { uint dummy_1 = 0; InterlockedExchange(some_nonfinite, 1u, dummy_1); }
                                    }
                                    uint _e113 = x_11;
                                    float4 _e115 = y;
                                    other_tile[min(uint(_e113), 255u)] = _e115;
                                }
                            }
                            GroupMemoryBarrierWithGroupSync();
                            uint _e120; InterlockedOr(some_nonfinite, 0, _e120);
                            bool careful = (_e120 != 0u);
                            x_12 = 0u;
                            uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
                            bool loop_init_9 = true;
                            while(true) {
                                if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
                                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                                if (!loop_init_9) {
                                    uint _e235 = x_12;
                                    x_12 = (_e235 + 1u);
                                }
                                loop_init_9 = false;
                                uint _e125 = x_12;
                                if ((_e125 < BLOCK)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e131 = x_12;
                                    float4 w_4 = weight_tile[min(uint(((ty * BLOCK) + _e131)), 255u)];
                                    uint _e136 = x_12;
                                    float4 y_1 = other_tile[min(uint(((_e136 * SLICE4_) + tx)), 255u)];
                                    {
                                        if (careful) {
                                            uint _e142 = n_9;
                                            float4 _e145 = sum_4[min(uint(_e142), 1u)][0];
                                            sum_4[min(uint(_e142), 1u)][0] = (_e145 + ((w_4.x == 0.0) ? (0.0).xxxx : (w_4.x * y_1)));
                                        } else {
                                            uint _e155 = n_9;
                                            uint _e160 = n_9;
                                            float4 _e163 = sum_4[min(uint(_e160), 1u)][0];
                                            sum_4[min(uint(_e155), 1u)][0] = mad((w_4.x).xxxx, y_1, _e163);
                                        }
                                    }
                                    {
                                        if (careful) {
                                            uint _e165 = n_9;
                                            float4 _e168 = sum_4[min(uint(_e165), 1u)][1];
                                            sum_4[min(uint(_e165), 1u)][1] = (_e168 + ((w_4.y == 0.0) ? (0.0).xxxx : (w_4.y * y_1)));
                                        } else {
                                            uint _e178 = n_9;
                                            uint _e183 = n_9;
                                            float4 _e186 = sum_4[min(uint(_e183), 1u)][1];
                                            sum_4[min(uint(_e178), 1u)][1] = mad((w_4.y).xxxx, y_1, _e186);
                                        }
                                    }
                                    {
                                        if (careful) {
                                            uint _e188 = n_9;
                                            float4 _e191 = sum_4[min(uint(_e188), 1u)][2];
                                            sum_4[min(uint(_e188), 1u)][2] = (_e191 + ((w_4.z == 0.0) ? (0.0).xxxx : (w_4.z * y_1)));
                                        } else {
                                            uint _e201 = n_9;
                                            uint _e206 = n_9;
                                            float4 _e209 = sum_4[min(uint(_e206), 1u)][2];
                                            sum_4[min(uint(_e201), 1u)][2] = mad((w_4.z).xxxx, y_1, _e209);
                                        }
                                    }
                                    {
                                        if (careful) {
                                            uint _e211 = n_9;
                                            float4 _e214 = sum_4[min(uint(_e211), 1u)][3];
                                            sum_4[min(uint(_e211), 1u)][3] = (_e214 + ((w_4.w == 0.0) ? (0.0).xxxx : (w_4.w * y_1)));
                                        } else {
                                            uint _e224 = n_9;
                                            uint _e229 = n_9;
                                            float4 _e232 = sum_4[min(uint(_e229), 1u)][3];
                                            sum_4[min(uint(_e224), 1u)][3] = mad((w_4.w).xxxx, y_1, _e232);
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
    bool loop_init_10 = true;
    while(true) {
        if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
        loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
        if (!loop_init_10) {
            uint _e368 = n_10;
            n_10 = (_e368 + 1u);
        }
        loop_init_10 = false;
        uint _e248 = n_10;
        if ((_e248 < SUM_SLICES)) {
        } else {
            break;
        }
        {
            {
                uint own_16 = ((_e8.span.x + (ty * 4u)) + 0u);
                uint _e258 = n_10;
                uint d_15 = (((_e258 * SLICE4_) + tx) * 4u);
                if ((own_16 < _e8.span.y)) {
                    local_9 = (d_15 < SUM_DIM);
                } else {
                    local_9 = false;
                }
                bool _e272 = local_9;
                if (_e272) {
                    const uint _e273 = result_at(_e8, own_16);
                    uint _e275 = n_10;
                    float4 _e278 = sum_4[min(uint(_e275), 1u)][0];
                    const float4 _e279 = finish(_e278);
                    store_o4_(_e273, d_15, SUM_DIM, _e279);
                }
            }
            {
                uint own_17 = ((_e8.span.x + (ty * 4u)) + 1u);
                uint _e287 = n_10;
                uint d_16 = (((_e287 * SLICE4_) + tx) * 4u);
                if ((own_17 < _e8.span.y)) {
                    local_10 = (d_16 < SUM_DIM);
                } else {
                    local_10 = false;
                }
                bool _e301 = local_10;
                if (_e301) {
                    const uint _e302 = result_at(_e8, own_17);
                    uint _e304 = n_10;
                    float4 _e307 = sum_4[min(uint(_e304), 1u)][1];
                    const float4 _e308 = finish(_e307);
                    store_o4_(_e302, d_16, SUM_DIM, _e308);
                }
            }
            {
                uint own_18 = ((_e8.span.x + (ty * 4u)) + 2u);
                uint _e316 = n_10;
                uint d_17 = (((_e316 * SLICE4_) + tx) * 4u);
                if ((own_18 < _e8.span.y)) {
                    local_11 = (d_17 < SUM_DIM);
                } else {
                    local_11 = false;
                }
                bool _e330 = local_11;
                if (_e330) {
                    const uint _e331 = result_at(_e8, own_18);
                    uint _e333 = n_10;
                    float4 _e336 = sum_4[min(uint(_e333), 1u)][2];
                    const float4 _e337 = finish(_e336);
                    store_o4_(_e331, d_17, SUM_DIM, _e337);
                }
            }
            {
                uint own_19 = ((_e8.span.x + (ty * 4u)) + 3u);
                uint _e345 = n_10;
                uint d_18 = (((_e345 * SLICE4_) + tx) * 4u);
                if ((own_19 < _e8.span.y)) {
                    local_12 = (d_18 < SUM_DIM);
                } else {
                    local_12 = false;
                }
                bool _e359 = local_12;
                if (_e359) {
                    const uint _e360 = result_at(_e8, own_19);
                    uint _e362 = n_10;
                    float4 _e365 = sum_4[min(uint(_e362), 1u)][3];
                    const float4 _e366 = finish(_e365);
                    store_o4_(_e360, d_18, SUM_DIM, _e366);
                }
            }
        }
    }
    return;
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint3 id : SV_GroupThreadID, uint local_invocation_index : SV_GroupIndex)
{
    if (local_invocation_index == 0) {
        own_tile = (float4[256])0;
        other_tile = (float4[256])0;
        weight_tile = (float4[256])0;
        some_nonfinite = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, id.x);
    return;
}
