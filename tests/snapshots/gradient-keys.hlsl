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
RWByteAddressBuffer o_19 : register(u5);
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
    float s_14 = (x * x);
    float above = (135135.0 + (s_14 * (17325.0 + (s_14 * (378.0 + s_14)))));
    float near = ((x * above) / (135135.0 + (s_14 * (62370.0 + (s_14 * (3150.0 + (s_14 * 28.0)))))));
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
    uint at_1 = ((((_e19 + (b_4 * _e22)) + (h_2 * _e27)) + (i_2 * _e32)) + (j_2 * _e37));
    float _e42 = asfloat(bias.Load(at_1*4));
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

float4 load_g4_(uint base_3, uint d_3)
{
    if ((d_3 >= V_DIM)) {
        return (0.0).xxxx;
    }
    half4 _e11 = grad_o.Load<half4>(((base_3 + d_3) >> 2u)*8);
    return float4(_e11);
}

void store_o4_(uint base_4, uint d_4, uint dim, float4 x_3)
{
    if ((d_4 < dim)) {
        o_19.Store(((base_4 + d_4) >> 2u)*8, half4(x_3));
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

float exp_kept(float x_4)
{
    const bool _e2 = is_nan(x_4);
    return (_e2 ? x_4 : exp(x_4));
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

uint2 key_range(uint i_5, int offset, uint kv_count_2)
{
    int lo = int(0);
    int hi = (int)0;

    int p = asint(asuint(int(i_5)) + asuint(offset));
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

uint q_start(uint b_7)
{
    return 0u;
}

uint kv_start(uint b_8)
{
    return 0u;
}

float4 scale_q(float4 x_6)
{
    float _e3 = params.scale;
    return (x_6 * _e3);
}

float scale_pair(float s_6)
{
    return s_6;
}

float4 scale_pairs(float4 s_7)
{
    return s_7;
}

float pair_onto(float s_8, float4 x_7, float4 k, uint h_5, uint d_5)
{
    return mad(x_7.w, k.w, mad(x_7.z, k.z, mad(x_7.y, k.y, mad(x_7.x, k.x, s_8))));
}

float pair(float4 x_8, float4 k_1, uint h_6, uint d_6)
{
    return dot(x_8, k_1);
}

bool pairs_listed(Owned o, uint h_7, uint2 rows, uint2 keys)
{
    return true;
}

float cap_slope(float s_9)
{
    float _e3 = params.softcap;
    const float _e8 = exp_kept((-2.0 * abs((s_9 / _e3))));
    return ((4.0 * _e8) / ((1.0 + _e8) * (1.0 + _e8)));
}

float score_slope(float s_10, uint b_9, uint h_8, uint i_6, uint j_5)
{
    const float _e5 = cap_slope(s_10);
    return _e5;
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

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
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

Owned owned(uint group)
{
    Owned o_2 = (Owned)0;

    uint _e3 = params.q_tiles;
    uint id_1 = naga_div(group, _e3);
    uint _e7 = params.q_tiles;
    uint tile = naga_mod(group, _e7);
    uint _e11 = params.q_tiles;
    uint place = (OWNS_KEYS ? tile : ((_e11 - 1u) - tile));
    uint _e19 = params.batch_base;
    uint _e22 = params.packs;
    uint b_10 = (_e19 + naga_div(id_1, _e22));
    uint _e27 = params.head_base;
    uint _e30 = params.packs;
    uint head = (_e27 + naga_mod(id_1, _e30));
    const uint _e33 = q_count_1(b_10);
    const uint _e34 = kv_count_1(b_10);
    const int _e35 = align_offset(_e33, _e34);
    uint _e38 = params.kv_len;
    uint count = (OWNS_KEYS ? (RAGGED ? _e34 : _e38) : _e33);
    uint first_1 = min((place * BLOCK_OWN), count);
    uint2 span_1 = uint2(first_1, min((first_1 + BLOCK_OWN), count));
    uint _e52 = params.group;
    o_2 = ConstructOwned(b_10, head, (OWNS_KEYS ? head : naga_div(head, _e52)), span_1, _e33, _e34, _e35, (0u).xx);
    Owned _e61 = o_2;
    const uint2 _e62 = met(_e61, span_1);
    o_2.others = _e62;
    Owned _e63 = o_2;
    const Owned owned_1 = _e63;
    return owned_1;
}

uint query_at(Owned o_3, uint h_9, uint i_7)
{
    uint _e5 = params.q_offset;
    uint _e9 = params.q_batch;
    uint _e14 = params.q_head;
    const uint _e18 = q_start(o_3.b);
    uint _e22 = params.q_row;
    return (((_e5 + (o_3.b * _e9)) + (h_9 * _e14)) + ((_e18 + i_7) * _e22));
}

uint key_at(Owned o_4, uint j_6)
{
    uint _e4 = params.k_offset;
    uint _e8 = params.k_batch;
    uint _e14 = params.k_head;
    const uint _e18 = kv_start(o_4.b);
    uint _e22 = params.k_row;
    return (((_e4 + (o_4.b * _e8)) + (o_4.kv_head * _e14)) + ((_e18 + j_6) * _e22));
}

uint value_at(Owned o_5, uint j_7)
{
    uint _e4 = params.v_offset;
    uint _e8 = params.v_batch;
    uint _e14 = params.v_head;
    const uint _e18 = kv_start(o_5.b);
    uint _e22 = params.v_row;
    return (((_e4 + (o_5.b * _e8)) + (o_5.kv_head * _e14)) + ((_e18 + j_7) * _e22));
}

uint grad_at(Owned o_6, uint h_10, uint i_8)
{
    uint _e5 = params.grad_offset;
    uint _e9 = params.grad_batch;
    uint _e14 = params.grad_head;
    const uint _e18 = q_start(o_6.b);
    uint _e22 = params.grad_row;
    return (((_e5 + (o_6.b * _e9)) + (h_10 * _e14)) + ((_e18 + i_8) * _e22));
}

uint stats_at(Owned o_7, uint h_11, uint i_9)
{
    uint _e6 = params.lse_batch;
    uint _e10 = params.lse_head;
    const uint _e14 = q_start(o_7.b);
    return ((((o_7.b * _e6) + (h_11 * _e10)) + _e14) + i_9);
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
        const Pairs pairs_1 = ConstructPairs(others, o_10.span);
        return pairs_1;
    }
    const Pairs pairs_2 = ConstructPairs(o_10.span, others);
    return pairs_2;
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

float visible_score(Owned o_12, uint h_12, uint i_10, uint j_8, float s_11)
{
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;
    bool local_8 = (bool)0;

    const uint2 _e7 = key_range(i_10, o_12.offset, o_12.kv_len);
    if (!((i_10 >= o_12.q_len))) {
        local_6 = (j_8 < _e7.x);
    } else {
        local_6 = true;
    }
    bool _e16 = local_6;
    if (!(_e16)) {
        local_7 = (j_8 >= _e7.y);
    } else {
        local_7 = true;
    }
    bool _e23 = local_7;
    if (_e23) {
        return MASKED;
    }
    const float _e26 = edit_score(s_11, o_12.b, h_12, i_10, j_8);
    if ((_e26 != MASKED)) {
        local_8 = (_e26 < LOWEST_VISIBLE);
    } else {
        local_8 = false;
    }
    bool _e35 = local_8;
    return (_e35 ? LOWEST_VISIBLE : _e26);
}

float pair_weight(Owned o_13, uint h_13, uint i_11, uint j_9, float product, float by_value, float4 row, bool hides)
{
    float s_12 = (float)0;

    const float _e8 = scale_pair(product);
    s_12 = _e8;
    float _e10 = s_12;
    uint _e18 = params.kv_len;
    const float _e22 = score_slope(_e10, o_13.b, h_13, min(i_11, (o_13.q_len - 1u)), min(j_9, (_e18 - 1u)));
    if (hides) {
        float _e23 = s_12;
        const float _e24 = visible_score(o_13, h_13, i_11, j_9, _e23);
        s_12 = _e24;
    }
    float _e25 = s_12;
    const float _e30 = exp_kept(((_e25 - row.x) - row.y));
    float by_product = ((_e30 * (by_value - row.z)) * _e22);
    float _e37 = s_12;
    return ((_e37 == MASKED) ? 0.0 : (OF_VALUES ? _e30 : by_product));
}

float4 own_score(Owned o_14, uint h_14, uint n_1, uint d_7)
{
    const uint _e4 = key_at(o_14, n_1);
    const float4 _e5 = load_k4_(_e4, d_7);
    return _e5;
}

float4 own_value(Owned o_15, uint h_15, uint n_2, uint d_8)
{
    const uint _e4 = value_at(o_15, n_2);
    const float4 _e5 = load_v4_(_e4, d_8);
    return _e5;
}

float4 other_score(Owned o_16, uint h_16, uint n_3, uint d_9)
{
    const uint _e4 = query_at(o_16, h_16, n_3);
    const float4 _e5 = load_q4_(_e4, d_9);
    const float4 _e6 = scale_q(_e5);
    return _e6;
}

float4 other_value(Owned o_17, uint h_17, uint n_4, uint d_10)
{
    const uint _e4 = grad_at(o_17, h_17, n_4);
    const float4 _e5 = load_g4_(_e4, d_10);
    return _e5;
}

void add_products(inout float4 sums[4], uint ty, uint tx)
{
    {
        {
            float4 x_14 = other_tile[min(uint(((0u + tx) + 0u)), 255u)];
            {
                float _e16 = sums[0].x;
                float4 _e24 = own_tile[min(uint(((0u + (ty * 4u)) + 0u)), 255u)];
                const float _e26 = pair_onto(_e16, _e24, x_14, 0u, 0u);
                sums[0].x = _e26;
            }
            {
                float _e32 = sums[0].y;
                float4 _e40 = own_tile[min(uint(((0u + (ty * 4u)) + 1u)), 255u)];
                const float _e42 = pair_onto(_e32, _e40, x_14, 0u, 0u);
                sums[0].y = _e42;
            }
            {
                float _e48 = sums[0].z;
                float4 _e56 = own_tile[min(uint(((0u + (ty * 4u)) + 2u)), 255u)];
                const float _e58 = pair_onto(_e48, _e56, x_14, 0u, 0u);
                sums[0].z = _e58;
            }
            {
                float _e64 = sums[0].w;
                float4 _e72 = own_tile[min(uint(((0u + (ty * 4u)) + 3u)), 255u)];
                const float _e74 = pair_onto(_e64, _e72, x_14, 0u, 0u);
                sums[0].w = _e74;
            }
        }
        {
            float4 x_15 = other_tile[min(uint(((0u + tx) + 8u)), 255u)];
            {
                float _e87 = sums[1].x;
                float4 _e95 = own_tile[min(uint(((0u + (ty * 4u)) + 0u)), 255u)];
                const float _e97 = pair_onto(_e87, _e95, x_15, 0u, 0u);
                sums[1].x = _e97;
            }
            {
                float _e103 = sums[1].y;
                float4 _e111 = own_tile[min(uint(((0u + (ty * 4u)) + 1u)), 255u)];
                const float _e113 = pair_onto(_e103, _e111, x_15, 0u, 0u);
                sums[1].y = _e113;
            }
            {
                float _e119 = sums[1].z;
                float4 _e127 = own_tile[min(uint(((0u + (ty * 4u)) + 2u)), 255u)];
                const float _e129 = pair_onto(_e119, _e127, x_15, 0u, 0u);
                sums[1].z = _e129;
            }
            {
                float _e135 = sums[1].w;
                float4 _e143 = own_tile[min(uint(((0u + (ty * 4u)) + 3u)), 255u)];
                const float _e145 = pair_onto(_e135, _e143, x_15, 0u, 0u);
                sums[1].w = _e145;
            }
        }
        {
            float4 x_16 = other_tile[min(uint(((0u + tx) + 16u)), 255u)];
            {
                float _e158 = sums[2].x;
                float4 _e166 = own_tile[min(uint(((0u + (ty * 4u)) + 0u)), 255u)];
                const float _e168 = pair_onto(_e158, _e166, x_16, 0u, 0u);
                sums[2].x = _e168;
            }
            {
                float _e174 = sums[2].y;
                float4 _e182 = own_tile[min(uint(((0u + (ty * 4u)) + 1u)), 255u)];
                const float _e184 = pair_onto(_e174, _e182, x_16, 0u, 0u);
                sums[2].y = _e184;
            }
            {
                float _e190 = sums[2].z;
                float4 _e198 = own_tile[min(uint(((0u + (ty * 4u)) + 2u)), 255u)];
                const float _e200 = pair_onto(_e190, _e198, x_16, 0u, 0u);
                sums[2].z = _e200;
            }
            {
                float _e206 = sums[2].w;
                float4 _e214 = own_tile[min(uint(((0u + (ty * 4u)) + 3u)), 255u)];
                const float _e216 = pair_onto(_e206, _e214, x_16, 0u, 0u);
                sums[2].w = _e216;
            }
        }
        {
            float4 x_17 = other_tile[min(uint(((0u + tx) + 24u)), 255u)];
            {
                float _e229 = sums[3].x;
                float4 _e237 = own_tile[min(uint(((0u + (ty * 4u)) + 0u)), 255u)];
                const float _e239 = pair_onto(_e229, _e237, x_17, 0u, 0u);
                sums[3].x = _e239;
            }
            {
                float _e245 = sums[3].y;
                float4 _e253 = own_tile[min(uint(((0u + (ty * 4u)) + 1u)), 255u)];
                const float _e255 = pair_onto(_e245, _e253, x_17, 0u, 0u);
                sums[3].y = _e255;
            }
            {
                float _e261 = sums[3].z;
                float4 _e269 = own_tile[min(uint(((0u + (ty * 4u)) + 2u)), 255u)];
                const float _e271 = pair_onto(_e261, _e269, x_17, 0u, 0u);
                sums[3].z = _e271;
            }
            {
                float _e277 = sums[3].w;
                float4 _e285 = own_tile[min(uint(((0u + (ty * 4u)) + 3u)), 255u)];
                const float _e287 = pair_onto(_e277, _e285, x_17, 0u, 0u);
                sums[3].w = _e287;
            }
        }
    }
    {
        {
            float4 x_18 = other_tile[min(uint(((32u + tx) + 0u)), 255u)];
            {
                float _e301 = sums[0].x;
                float4 _e309 = own_tile[min(uint(((32u + (ty * 4u)) + 0u)), 255u)];
                const float _e311 = pair_onto(_e301, _e309, x_18, 0u, 1u);
                sums[0].x = _e311;
            }
            {
                float _e317 = sums[0].y;
                float4 _e325 = own_tile[min(uint(((32u + (ty * 4u)) + 1u)), 255u)];
                const float _e327 = pair_onto(_e317, _e325, x_18, 0u, 1u);
                sums[0].y = _e327;
            }
            {
                float _e333 = sums[0].z;
                float4 _e341 = own_tile[min(uint(((32u + (ty * 4u)) + 2u)), 255u)];
                const float _e343 = pair_onto(_e333, _e341, x_18, 0u, 1u);
                sums[0].z = _e343;
            }
            {
                float _e349 = sums[0].w;
                float4 _e357 = own_tile[min(uint(((32u + (ty * 4u)) + 3u)), 255u)];
                const float _e359 = pair_onto(_e349, _e357, x_18, 0u, 1u);
                sums[0].w = _e359;
            }
        }
        {
            float4 x_19 = other_tile[min(uint(((32u + tx) + 8u)), 255u)];
            {
                float _e372 = sums[1].x;
                float4 _e380 = own_tile[min(uint(((32u + (ty * 4u)) + 0u)), 255u)];
                const float _e382 = pair_onto(_e372, _e380, x_19, 0u, 1u);
                sums[1].x = _e382;
            }
            {
                float _e388 = sums[1].y;
                float4 _e396 = own_tile[min(uint(((32u + (ty * 4u)) + 1u)), 255u)];
                const float _e398 = pair_onto(_e388, _e396, x_19, 0u, 1u);
                sums[1].y = _e398;
            }
            {
                float _e404 = sums[1].z;
                float4 _e412 = own_tile[min(uint(((32u + (ty * 4u)) + 2u)), 255u)];
                const float _e414 = pair_onto(_e404, _e412, x_19, 0u, 1u);
                sums[1].z = _e414;
            }
            {
                float _e420 = sums[1].w;
                float4 _e428 = own_tile[min(uint(((32u + (ty * 4u)) + 3u)), 255u)];
                const float _e430 = pair_onto(_e420, _e428, x_19, 0u, 1u);
                sums[1].w = _e430;
            }
        }
        {
            float4 x_20 = other_tile[min(uint(((32u + tx) + 16u)), 255u)];
            {
                float _e443 = sums[2].x;
                float4 _e451 = own_tile[min(uint(((32u + (ty * 4u)) + 0u)), 255u)];
                const float _e453 = pair_onto(_e443, _e451, x_20, 0u, 1u);
                sums[2].x = _e453;
            }
            {
                float _e459 = sums[2].y;
                float4 _e467 = own_tile[min(uint(((32u + (ty * 4u)) + 1u)), 255u)];
                const float _e469 = pair_onto(_e459, _e467, x_20, 0u, 1u);
                sums[2].y = _e469;
            }
            {
                float _e475 = sums[2].z;
                float4 _e483 = own_tile[min(uint(((32u + (ty * 4u)) + 2u)), 255u)];
                const float _e485 = pair_onto(_e475, _e483, x_20, 0u, 1u);
                sums[2].z = _e485;
            }
            {
                float _e491 = sums[2].w;
                float4 _e499 = own_tile[min(uint(((32u + (ty * 4u)) + 3u)), 255u)];
                const float _e501 = pair_onto(_e491, _e499, x_20, 0u, 1u);
                sums[2].w = _e501;
            }
        }
        {
            float4 x_21 = other_tile[min(uint(((32u + tx) + 24u)), 255u)];
            {
                float _e514 = sums[3].x;
                float4 _e522 = own_tile[min(uint(((32u + (ty * 4u)) + 0u)), 255u)];
                const float _e524 = pair_onto(_e514, _e522, x_21, 0u, 1u);
                sums[3].x = _e524;
            }
            {
                float _e530 = sums[3].y;
                float4 _e538 = own_tile[min(uint(((32u + (ty * 4u)) + 1u)), 255u)];
                const float _e540 = pair_onto(_e530, _e538, x_21, 0u, 1u);
                sums[3].y = _e540;
            }
            {
                float _e546 = sums[3].z;
                float4 _e554 = own_tile[min(uint(((32u + (ty * 4u)) + 2u)), 255u)];
                const float _e556 = pair_onto(_e546, _e554, x_21, 0u, 1u);
                sums[3].z = _e556;
            }
            {
                float _e562 = sums[3].w;
                float4 _e570 = own_tile[min(uint(((32u + (ty * 4u)) + 3u)), 255u)];
                const float _e572 = pair_onto(_e562, _e570, x_21, 0u, 1u);
                sums[3].w = _e572;
            }
        }
    }
    {
        {
            float4 x_22 = other_tile[min(uint(((64u + tx) + 0u)), 255u)];
            {
                float _e586 = sums[0].x;
                float4 _e594 = own_tile[min(uint(((64u + (ty * 4u)) + 0u)), 255u)];
                const float _e596 = pair_onto(_e586, _e594, x_22, 0u, 2u);
                sums[0].x = _e596;
            }
            {
                float _e602 = sums[0].y;
                float4 _e610 = own_tile[min(uint(((64u + (ty * 4u)) + 1u)), 255u)];
                const float _e612 = pair_onto(_e602, _e610, x_22, 0u, 2u);
                sums[0].y = _e612;
            }
            {
                float _e618 = sums[0].z;
                float4 _e626 = own_tile[min(uint(((64u + (ty * 4u)) + 2u)), 255u)];
                const float _e628 = pair_onto(_e618, _e626, x_22, 0u, 2u);
                sums[0].z = _e628;
            }
            {
                float _e634 = sums[0].w;
                float4 _e642 = own_tile[min(uint(((64u + (ty * 4u)) + 3u)), 255u)];
                const float _e644 = pair_onto(_e634, _e642, x_22, 0u, 2u);
                sums[0].w = _e644;
            }
        }
        {
            float4 x_23 = other_tile[min(uint(((64u + tx) + 8u)), 255u)];
            {
                float _e657 = sums[1].x;
                float4 _e665 = own_tile[min(uint(((64u + (ty * 4u)) + 0u)), 255u)];
                const float _e667 = pair_onto(_e657, _e665, x_23, 0u, 2u);
                sums[1].x = _e667;
            }
            {
                float _e673 = sums[1].y;
                float4 _e681 = own_tile[min(uint(((64u + (ty * 4u)) + 1u)), 255u)];
                const float _e683 = pair_onto(_e673, _e681, x_23, 0u, 2u);
                sums[1].y = _e683;
            }
            {
                float _e689 = sums[1].z;
                float4 _e697 = own_tile[min(uint(((64u + (ty * 4u)) + 2u)), 255u)];
                const float _e699 = pair_onto(_e689, _e697, x_23, 0u, 2u);
                sums[1].z = _e699;
            }
            {
                float _e705 = sums[1].w;
                float4 _e713 = own_tile[min(uint(((64u + (ty * 4u)) + 3u)), 255u)];
                const float _e715 = pair_onto(_e705, _e713, x_23, 0u, 2u);
                sums[1].w = _e715;
            }
        }
        {
            float4 x_24 = other_tile[min(uint(((64u + tx) + 16u)), 255u)];
            {
                float _e728 = sums[2].x;
                float4 _e736 = own_tile[min(uint(((64u + (ty * 4u)) + 0u)), 255u)];
                const float _e738 = pair_onto(_e728, _e736, x_24, 0u, 2u);
                sums[2].x = _e738;
            }
            {
                float _e744 = sums[2].y;
                float4 _e752 = own_tile[min(uint(((64u + (ty * 4u)) + 1u)), 255u)];
                const float _e754 = pair_onto(_e744, _e752, x_24, 0u, 2u);
                sums[2].y = _e754;
            }
            {
                float _e760 = sums[2].z;
                float4 _e768 = own_tile[min(uint(((64u + (ty * 4u)) + 2u)), 255u)];
                const float _e770 = pair_onto(_e760, _e768, x_24, 0u, 2u);
                sums[2].z = _e770;
            }
            {
                float _e776 = sums[2].w;
                float4 _e784 = own_tile[min(uint(((64u + (ty * 4u)) + 3u)), 255u)];
                const float _e786 = pair_onto(_e776, _e784, x_24, 0u, 2u);
                sums[2].w = _e786;
            }
        }
        {
            float4 x_25 = other_tile[min(uint(((64u + tx) + 24u)), 255u)];
            {
                float _e799 = sums[3].x;
                float4 _e807 = own_tile[min(uint(((64u + (ty * 4u)) + 0u)), 255u)];
                const float _e809 = pair_onto(_e799, _e807, x_25, 0u, 2u);
                sums[3].x = _e809;
            }
            {
                float _e815 = sums[3].y;
                float4 _e823 = own_tile[min(uint(((64u + (ty * 4u)) + 1u)), 255u)];
                const float _e825 = pair_onto(_e815, _e823, x_25, 0u, 2u);
                sums[3].y = _e825;
            }
            {
                float _e831 = sums[3].z;
                float4 _e839 = own_tile[min(uint(((64u + (ty * 4u)) + 2u)), 255u)];
                const float _e841 = pair_onto(_e831, _e839, x_25, 0u, 2u);
                sums[3].z = _e841;
            }
            {
                float _e847 = sums[3].w;
                float4 _e855 = own_tile[min(uint(((64u + (ty * 4u)) + 3u)), 255u)];
                const float _e857 = pair_onto(_e847, _e855, x_25, 0u, 2u);
                sums[3].w = _e857;
            }
        }
    }
    {
        {
            float4 x_26 = other_tile[min(uint(((96u + tx) + 0u)), 255u)];
            {
                float _e871 = sums[0].x;
                float4 _e879 = own_tile[min(uint(((96u + (ty * 4u)) + 0u)), 255u)];
                const float _e881 = pair_onto(_e871, _e879, x_26, 0u, 3u);
                sums[0].x = _e881;
            }
            {
                float _e887 = sums[0].y;
                float4 _e895 = own_tile[min(uint(((96u + (ty * 4u)) + 1u)), 255u)];
                const float _e897 = pair_onto(_e887, _e895, x_26, 0u, 3u);
                sums[0].y = _e897;
            }
            {
                float _e903 = sums[0].z;
                float4 _e911 = own_tile[min(uint(((96u + (ty * 4u)) + 2u)), 255u)];
                const float _e913 = pair_onto(_e903, _e911, x_26, 0u, 3u);
                sums[0].z = _e913;
            }
            {
                float _e919 = sums[0].w;
                float4 _e927 = own_tile[min(uint(((96u + (ty * 4u)) + 3u)), 255u)];
                const float _e929 = pair_onto(_e919, _e927, x_26, 0u, 3u);
                sums[0].w = _e929;
            }
        }
        {
            float4 x_27 = other_tile[min(uint(((96u + tx) + 8u)), 255u)];
            {
                float _e942 = sums[1].x;
                float4 _e950 = own_tile[min(uint(((96u + (ty * 4u)) + 0u)), 255u)];
                const float _e952 = pair_onto(_e942, _e950, x_27, 0u, 3u);
                sums[1].x = _e952;
            }
            {
                float _e958 = sums[1].y;
                float4 _e966 = own_tile[min(uint(((96u + (ty * 4u)) + 1u)), 255u)];
                const float _e968 = pair_onto(_e958, _e966, x_27, 0u, 3u);
                sums[1].y = _e968;
            }
            {
                float _e974 = sums[1].z;
                float4 _e982 = own_tile[min(uint(((96u + (ty * 4u)) + 2u)), 255u)];
                const float _e984 = pair_onto(_e974, _e982, x_27, 0u, 3u);
                sums[1].z = _e984;
            }
            {
                float _e990 = sums[1].w;
                float4 _e998 = own_tile[min(uint(((96u + (ty * 4u)) + 3u)), 255u)];
                const float _e1000 = pair_onto(_e990, _e998, x_27, 0u, 3u);
                sums[1].w = _e1000;
            }
        }
        {
            float4 x_28 = other_tile[min(uint(((96u + tx) + 16u)), 255u)];
            {
                float _e1013 = sums[2].x;
                float4 _e1021 = own_tile[min(uint(((96u + (ty * 4u)) + 0u)), 255u)];
                const float _e1023 = pair_onto(_e1013, _e1021, x_28, 0u, 3u);
                sums[2].x = _e1023;
            }
            {
                float _e1029 = sums[2].y;
                float4 _e1037 = own_tile[min(uint(((96u + (ty * 4u)) + 1u)), 255u)];
                const float _e1039 = pair_onto(_e1029, _e1037, x_28, 0u, 3u);
                sums[2].y = _e1039;
            }
            {
                float _e1045 = sums[2].z;
                float4 _e1053 = own_tile[min(uint(((96u + (ty * 4u)) + 2u)), 255u)];
                const float _e1055 = pair_onto(_e1045, _e1053, x_28, 0u, 3u);
                sums[2].z = _e1055;
            }
            {
                float _e1061 = sums[2].w;
                float4 _e1069 = own_tile[min(uint(((96u + (ty * 4u)) + 3u)), 255u)];
                const float _e1071 = pair_onto(_e1061, _e1069, x_28, 0u, 3u);
                sums[2].w = _e1071;
            }
        }
        {
            float4 x_29 = other_tile[min(uint(((96u + tx) + 24u)), 255u)];
            {
                float _e1084 = sums[3].x;
                float4 _e1092 = own_tile[min(uint(((96u + (ty * 4u)) + 0u)), 255u)];
                const float _e1094 = pair_onto(_e1084, _e1092, x_29, 0u, 3u);
                sums[3].x = _e1094;
            }
            {
                float _e1100 = sums[3].y;
                float4 _e1108 = own_tile[min(uint(((96u + (ty * 4u)) + 1u)), 255u)];
                const float _e1110 = pair_onto(_e1100, _e1108, x_29, 0u, 3u);
                sums[3].y = _e1110;
            }
            {
                float _e1116 = sums[3].z;
                float4 _e1124 = own_tile[min(uint(((96u + (ty * 4u)) + 2u)), 255u)];
                const float _e1126 = pair_onto(_e1116, _e1124, x_29, 0u, 3u);
                sums[3].z = _e1126;
            }
            {
                float _e1132 = sums[3].w;
                float4 _e1140 = own_tile[min(uint(((96u + (ty * 4u)) + 3u)), 255u)];
                const float _e1142 = pair_onto(_e1132, _e1140, x_29, 0u, 3u);
                sums[3].w = _e1142;
            }
        }
    }
    {
        {
            float4 x_30 = other_tile[min(uint(((128u + tx) + 0u)), 255u)];
            {
                float _e1156 = sums[0].x;
                float4 _e1164 = own_tile[min(uint(((128u + (ty * 4u)) + 0u)), 255u)];
                const float _e1166 = pair_onto(_e1156, _e1164, x_30, 0u, 4u);
                sums[0].x = _e1166;
            }
            {
                float _e1172 = sums[0].y;
                float4 _e1180 = own_tile[min(uint(((128u + (ty * 4u)) + 1u)), 255u)];
                const float _e1182 = pair_onto(_e1172, _e1180, x_30, 0u, 4u);
                sums[0].y = _e1182;
            }
            {
                float _e1188 = sums[0].z;
                float4 _e1196 = own_tile[min(uint(((128u + (ty * 4u)) + 2u)), 255u)];
                const float _e1198 = pair_onto(_e1188, _e1196, x_30, 0u, 4u);
                sums[0].z = _e1198;
            }
            {
                float _e1204 = sums[0].w;
                float4 _e1212 = own_tile[min(uint(((128u + (ty * 4u)) + 3u)), 255u)];
                const float _e1214 = pair_onto(_e1204, _e1212, x_30, 0u, 4u);
                sums[0].w = _e1214;
            }
        }
        {
            float4 x_31 = other_tile[min(uint(((128u + tx) + 8u)), 255u)];
            {
                float _e1227 = sums[1].x;
                float4 _e1235 = own_tile[min(uint(((128u + (ty * 4u)) + 0u)), 255u)];
                const float _e1237 = pair_onto(_e1227, _e1235, x_31, 0u, 4u);
                sums[1].x = _e1237;
            }
            {
                float _e1243 = sums[1].y;
                float4 _e1251 = own_tile[min(uint(((128u + (ty * 4u)) + 1u)), 255u)];
                const float _e1253 = pair_onto(_e1243, _e1251, x_31, 0u, 4u);
                sums[1].y = _e1253;
            }
            {
                float _e1259 = sums[1].z;
                float4 _e1267 = own_tile[min(uint(((128u + (ty * 4u)) + 2u)), 255u)];
                const float _e1269 = pair_onto(_e1259, _e1267, x_31, 0u, 4u);
                sums[1].z = _e1269;
            }
            {
                float _e1275 = sums[1].w;
                float4 _e1283 = own_tile[min(uint(((128u + (ty * 4u)) + 3u)), 255u)];
                const float _e1285 = pair_onto(_e1275, _e1283, x_31, 0u, 4u);
                sums[1].w = _e1285;
            }
        }
        {
            float4 x_32 = other_tile[min(uint(((128u + tx) + 16u)), 255u)];
            {
                float _e1298 = sums[2].x;
                float4 _e1306 = own_tile[min(uint(((128u + (ty * 4u)) + 0u)), 255u)];
                const float _e1308 = pair_onto(_e1298, _e1306, x_32, 0u, 4u);
                sums[2].x = _e1308;
            }
            {
                float _e1314 = sums[2].y;
                float4 _e1322 = own_tile[min(uint(((128u + (ty * 4u)) + 1u)), 255u)];
                const float _e1324 = pair_onto(_e1314, _e1322, x_32, 0u, 4u);
                sums[2].y = _e1324;
            }
            {
                float _e1330 = sums[2].z;
                float4 _e1338 = own_tile[min(uint(((128u + (ty * 4u)) + 2u)), 255u)];
                const float _e1340 = pair_onto(_e1330, _e1338, x_32, 0u, 4u);
                sums[2].z = _e1340;
            }
            {
                float _e1346 = sums[2].w;
                float4 _e1354 = own_tile[min(uint(((128u + (ty * 4u)) + 3u)), 255u)];
                const float _e1356 = pair_onto(_e1346, _e1354, x_32, 0u, 4u);
                sums[2].w = _e1356;
            }
        }
        {
            float4 x_33 = other_tile[min(uint(((128u + tx) + 24u)), 255u)];
            {
                float _e1369 = sums[3].x;
                float4 _e1377 = own_tile[min(uint(((128u + (ty * 4u)) + 0u)), 255u)];
                const float _e1379 = pair_onto(_e1369, _e1377, x_33, 0u, 4u);
                sums[3].x = _e1379;
            }
            {
                float _e1385 = sums[3].y;
                float4 _e1393 = own_tile[min(uint(((128u + (ty * 4u)) + 1u)), 255u)];
                const float _e1395 = pair_onto(_e1385, _e1393, x_33, 0u, 4u);
                sums[3].y = _e1395;
            }
            {
                float _e1401 = sums[3].z;
                float4 _e1409 = own_tile[min(uint(((128u + (ty * 4u)) + 2u)), 255u)];
                const float _e1411 = pair_onto(_e1401, _e1409, x_33, 0u, 4u);
                sums[3].z = _e1411;
            }
            {
                float _e1417 = sums[3].w;
                float4 _e1425 = own_tile[min(uint(((128u + (ty * 4u)) + 3u)), 255u)];
                const float _e1427 = pair_onto(_e1417, _e1425, x_33, 0u, 4u);
                sums[3].w = _e1427;
            }
        }
    }
    {
        {
            float4 x_34 = other_tile[min(uint(((160u + tx) + 0u)), 255u)];
            {
                float _e1441 = sums[0].x;
                float4 _e1449 = own_tile[min(uint(((160u + (ty * 4u)) + 0u)), 255u)];
                const float _e1451 = pair_onto(_e1441, _e1449, x_34, 0u, 5u);
                sums[0].x = _e1451;
            }
            {
                float _e1457 = sums[0].y;
                float4 _e1465 = own_tile[min(uint(((160u + (ty * 4u)) + 1u)), 255u)];
                const float _e1467 = pair_onto(_e1457, _e1465, x_34, 0u, 5u);
                sums[0].y = _e1467;
            }
            {
                float _e1473 = sums[0].z;
                float4 _e1481 = own_tile[min(uint(((160u + (ty * 4u)) + 2u)), 255u)];
                const float _e1483 = pair_onto(_e1473, _e1481, x_34, 0u, 5u);
                sums[0].z = _e1483;
            }
            {
                float _e1489 = sums[0].w;
                float4 _e1497 = own_tile[min(uint(((160u + (ty * 4u)) + 3u)), 255u)];
                const float _e1499 = pair_onto(_e1489, _e1497, x_34, 0u, 5u);
                sums[0].w = _e1499;
            }
        }
        {
            float4 x_35 = other_tile[min(uint(((160u + tx) + 8u)), 255u)];
            {
                float _e1512 = sums[1].x;
                float4 _e1520 = own_tile[min(uint(((160u + (ty * 4u)) + 0u)), 255u)];
                const float _e1522 = pair_onto(_e1512, _e1520, x_35, 0u, 5u);
                sums[1].x = _e1522;
            }
            {
                float _e1528 = sums[1].y;
                float4 _e1536 = own_tile[min(uint(((160u + (ty * 4u)) + 1u)), 255u)];
                const float _e1538 = pair_onto(_e1528, _e1536, x_35, 0u, 5u);
                sums[1].y = _e1538;
            }
            {
                float _e1544 = sums[1].z;
                float4 _e1552 = own_tile[min(uint(((160u + (ty * 4u)) + 2u)), 255u)];
                const float _e1554 = pair_onto(_e1544, _e1552, x_35, 0u, 5u);
                sums[1].z = _e1554;
            }
            {
                float _e1560 = sums[1].w;
                float4 _e1568 = own_tile[min(uint(((160u + (ty * 4u)) + 3u)), 255u)];
                const float _e1570 = pair_onto(_e1560, _e1568, x_35, 0u, 5u);
                sums[1].w = _e1570;
            }
        }
        {
            float4 x_36 = other_tile[min(uint(((160u + tx) + 16u)), 255u)];
            {
                float _e1583 = sums[2].x;
                float4 _e1591 = own_tile[min(uint(((160u + (ty * 4u)) + 0u)), 255u)];
                const float _e1593 = pair_onto(_e1583, _e1591, x_36, 0u, 5u);
                sums[2].x = _e1593;
            }
            {
                float _e1599 = sums[2].y;
                float4 _e1607 = own_tile[min(uint(((160u + (ty * 4u)) + 1u)), 255u)];
                const float _e1609 = pair_onto(_e1599, _e1607, x_36, 0u, 5u);
                sums[2].y = _e1609;
            }
            {
                float _e1615 = sums[2].z;
                float4 _e1623 = own_tile[min(uint(((160u + (ty * 4u)) + 2u)), 255u)];
                const float _e1625 = pair_onto(_e1615, _e1623, x_36, 0u, 5u);
                sums[2].z = _e1625;
            }
            {
                float _e1631 = sums[2].w;
                float4 _e1639 = own_tile[min(uint(((160u + (ty * 4u)) + 3u)), 255u)];
                const float _e1641 = pair_onto(_e1631, _e1639, x_36, 0u, 5u);
                sums[2].w = _e1641;
            }
        }
        {
            float4 x_37 = other_tile[min(uint(((160u + tx) + 24u)), 255u)];
            {
                float _e1654 = sums[3].x;
                float4 _e1662 = own_tile[min(uint(((160u + (ty * 4u)) + 0u)), 255u)];
                const float _e1664 = pair_onto(_e1654, _e1662, x_37, 0u, 5u);
                sums[3].x = _e1664;
            }
            {
                float _e1670 = sums[3].y;
                float4 _e1678 = own_tile[min(uint(((160u + (ty * 4u)) + 1u)), 255u)];
                const float _e1680 = pair_onto(_e1670, _e1678, x_37, 0u, 5u);
                sums[3].y = _e1680;
            }
            {
                float _e1686 = sums[3].z;
                float4 _e1694 = own_tile[min(uint(((160u + (ty * 4u)) + 2u)), 255u)];
                const float _e1696 = pair_onto(_e1686, _e1694, x_37, 0u, 5u);
                sums[3].z = _e1696;
            }
            {
                float _e1702 = sums[3].w;
                float4 _e1710 = own_tile[min(uint(((160u + (ty * 4u)) + 3u)), 255u)];
                const float _e1712 = pair_onto(_e1702, _e1710, x_37, 0u, 5u);
                sums[3].w = _e1712;
            }
        }
    }
    {
        {
            float4 x_38 = other_tile[min(uint(((192u + tx) + 0u)), 255u)];
            {
                float _e1726 = sums[0].x;
                float4 _e1734 = own_tile[min(uint(((192u + (ty * 4u)) + 0u)), 255u)];
                const float _e1736 = pair_onto(_e1726, _e1734, x_38, 0u, 6u);
                sums[0].x = _e1736;
            }
            {
                float _e1742 = sums[0].y;
                float4 _e1750 = own_tile[min(uint(((192u + (ty * 4u)) + 1u)), 255u)];
                const float _e1752 = pair_onto(_e1742, _e1750, x_38, 0u, 6u);
                sums[0].y = _e1752;
            }
            {
                float _e1758 = sums[0].z;
                float4 _e1766 = own_tile[min(uint(((192u + (ty * 4u)) + 2u)), 255u)];
                const float _e1768 = pair_onto(_e1758, _e1766, x_38, 0u, 6u);
                sums[0].z = _e1768;
            }
            {
                float _e1774 = sums[0].w;
                float4 _e1782 = own_tile[min(uint(((192u + (ty * 4u)) + 3u)), 255u)];
                const float _e1784 = pair_onto(_e1774, _e1782, x_38, 0u, 6u);
                sums[0].w = _e1784;
            }
        }
        {
            float4 x_39 = other_tile[min(uint(((192u + tx) + 8u)), 255u)];
            {
                float _e1797 = sums[1].x;
                float4 _e1805 = own_tile[min(uint(((192u + (ty * 4u)) + 0u)), 255u)];
                const float _e1807 = pair_onto(_e1797, _e1805, x_39, 0u, 6u);
                sums[1].x = _e1807;
            }
            {
                float _e1813 = sums[1].y;
                float4 _e1821 = own_tile[min(uint(((192u + (ty * 4u)) + 1u)), 255u)];
                const float _e1823 = pair_onto(_e1813, _e1821, x_39, 0u, 6u);
                sums[1].y = _e1823;
            }
            {
                float _e1829 = sums[1].z;
                float4 _e1837 = own_tile[min(uint(((192u + (ty * 4u)) + 2u)), 255u)];
                const float _e1839 = pair_onto(_e1829, _e1837, x_39, 0u, 6u);
                sums[1].z = _e1839;
            }
            {
                float _e1845 = sums[1].w;
                float4 _e1853 = own_tile[min(uint(((192u + (ty * 4u)) + 3u)), 255u)];
                const float _e1855 = pair_onto(_e1845, _e1853, x_39, 0u, 6u);
                sums[1].w = _e1855;
            }
        }
        {
            float4 x_40 = other_tile[min(uint(((192u + tx) + 16u)), 255u)];
            {
                float _e1868 = sums[2].x;
                float4 _e1876 = own_tile[min(uint(((192u + (ty * 4u)) + 0u)), 255u)];
                const float _e1878 = pair_onto(_e1868, _e1876, x_40, 0u, 6u);
                sums[2].x = _e1878;
            }
            {
                float _e1884 = sums[2].y;
                float4 _e1892 = own_tile[min(uint(((192u + (ty * 4u)) + 1u)), 255u)];
                const float _e1894 = pair_onto(_e1884, _e1892, x_40, 0u, 6u);
                sums[2].y = _e1894;
            }
            {
                float _e1900 = sums[2].z;
                float4 _e1908 = own_tile[min(uint(((192u + (ty * 4u)) + 2u)), 255u)];
                const float _e1910 = pair_onto(_e1900, _e1908, x_40, 0u, 6u);
                sums[2].z = _e1910;
            }
            {
                float _e1916 = sums[2].w;
                float4 _e1924 = own_tile[min(uint(((192u + (ty * 4u)) + 3u)), 255u)];
                const float _e1926 = pair_onto(_e1916, _e1924, x_40, 0u, 6u);
                sums[2].w = _e1926;
            }
        }
        {
            float4 x_41 = other_tile[min(uint(((192u + tx) + 24u)), 255u)];
            {
                float _e1939 = sums[3].x;
                float4 _e1947 = own_tile[min(uint(((192u + (ty * 4u)) + 0u)), 255u)];
                const float _e1949 = pair_onto(_e1939, _e1947, x_41, 0u, 6u);
                sums[3].x = _e1949;
            }
            {
                float _e1955 = sums[3].y;
                float4 _e1963 = own_tile[min(uint(((192u + (ty * 4u)) + 1u)), 255u)];
                const float _e1965 = pair_onto(_e1955, _e1963, x_41, 0u, 6u);
                sums[3].y = _e1965;
            }
            {
                float _e1971 = sums[3].z;
                float4 _e1979 = own_tile[min(uint(((192u + (ty * 4u)) + 2u)), 255u)];
                const float _e1981 = pair_onto(_e1971, _e1979, x_41, 0u, 6u);
                sums[3].z = _e1981;
            }
            {
                float _e1987 = sums[3].w;
                float4 _e1995 = own_tile[min(uint(((192u + (ty * 4u)) + 3u)), 255u)];
                const float _e1997 = pair_onto(_e1987, _e1995, x_41, 0u, 6u);
                sums[3].w = _e1997;
            }
        }
    }
    {
        {
            float4 x_42 = other_tile[min(uint(((224u + tx) + 0u)), 255u)];
            {
                float _e2011 = sums[0].x;
                float4 _e2019 = own_tile[min(uint(((224u + (ty * 4u)) + 0u)), 255u)];
                const float _e2021 = pair_onto(_e2011, _e2019, x_42, 0u, 7u);
                sums[0].x = _e2021;
            }
            {
                float _e2027 = sums[0].y;
                float4 _e2035 = own_tile[min(uint(((224u + (ty * 4u)) + 1u)), 255u)];
                const float _e2037 = pair_onto(_e2027, _e2035, x_42, 0u, 7u);
                sums[0].y = _e2037;
            }
            {
                float _e2043 = sums[0].z;
                float4 _e2051 = own_tile[min(uint(((224u + (ty * 4u)) + 2u)), 255u)];
                const float _e2053 = pair_onto(_e2043, _e2051, x_42, 0u, 7u);
                sums[0].z = _e2053;
            }
            {
                float _e2059 = sums[0].w;
                float4 _e2067 = own_tile[min(uint(((224u + (ty * 4u)) + 3u)), 255u)];
                const float _e2069 = pair_onto(_e2059, _e2067, x_42, 0u, 7u);
                sums[0].w = _e2069;
            }
        }
        {
            float4 x_43 = other_tile[min(uint(((224u + tx) + 8u)), 255u)];
            {
                float _e2082 = sums[1].x;
                float4 _e2090 = own_tile[min(uint(((224u + (ty * 4u)) + 0u)), 255u)];
                const float _e2092 = pair_onto(_e2082, _e2090, x_43, 0u, 7u);
                sums[1].x = _e2092;
            }
            {
                float _e2098 = sums[1].y;
                float4 _e2106 = own_tile[min(uint(((224u + (ty * 4u)) + 1u)), 255u)];
                const float _e2108 = pair_onto(_e2098, _e2106, x_43, 0u, 7u);
                sums[1].y = _e2108;
            }
            {
                float _e2114 = sums[1].z;
                float4 _e2122 = own_tile[min(uint(((224u + (ty * 4u)) + 2u)), 255u)];
                const float _e2124 = pair_onto(_e2114, _e2122, x_43, 0u, 7u);
                sums[1].z = _e2124;
            }
            {
                float _e2130 = sums[1].w;
                float4 _e2138 = own_tile[min(uint(((224u + (ty * 4u)) + 3u)), 255u)];
                const float _e2140 = pair_onto(_e2130, _e2138, x_43, 0u, 7u);
                sums[1].w = _e2140;
            }
        }
        {
            float4 x_44 = other_tile[min(uint(((224u + tx) + 16u)), 255u)];
            {
                float _e2153 = sums[2].x;
                float4 _e2161 = own_tile[min(uint(((224u + (ty * 4u)) + 0u)), 255u)];
                const float _e2163 = pair_onto(_e2153, _e2161, x_44, 0u, 7u);
                sums[2].x = _e2163;
            }
            {
                float _e2169 = sums[2].y;
                float4 _e2177 = own_tile[min(uint(((224u + (ty * 4u)) + 1u)), 255u)];
                const float _e2179 = pair_onto(_e2169, _e2177, x_44, 0u, 7u);
                sums[2].y = _e2179;
            }
            {
                float _e2185 = sums[2].z;
                float4 _e2193 = own_tile[min(uint(((224u + (ty * 4u)) + 2u)), 255u)];
                const float _e2195 = pair_onto(_e2185, _e2193, x_44, 0u, 7u);
                sums[2].z = _e2195;
            }
            {
                float _e2201 = sums[2].w;
                float4 _e2209 = own_tile[min(uint(((224u + (ty * 4u)) + 3u)), 255u)];
                const float _e2211 = pair_onto(_e2201, _e2209, x_44, 0u, 7u);
                sums[2].w = _e2211;
            }
        }
        {
            float4 x_45 = other_tile[min(uint(((224u + tx) + 24u)), 255u)];
            {
                float _e2224 = sums[3].x;
                float4 _e2232 = own_tile[min(uint(((224u + (ty * 4u)) + 0u)), 255u)];
                const float _e2234 = pair_onto(_e2224, _e2232, x_45, 0u, 7u);
                sums[3].x = _e2234;
            }
            {
                float _e2240 = sums[3].y;
                float4 _e2248 = own_tile[min(uint(((224u + (ty * 4u)) + 1u)), 255u)];
                const float _e2250 = pair_onto(_e2240, _e2248, x_45, 0u, 7u);
                sums[3].y = _e2250;
            }
            {
                float _e2256 = sums[3].z;
                float4 _e2264 = own_tile[min(uint(((224u + (ty * 4u)) + 2u)), 255u)];
                const float _e2266 = pair_onto(_e2256, _e2264, x_45, 0u, 7u);
                sums[3].z = _e2266;
            }
            {
                float _e2272 = sums[3].w;
                float4 _e2280 = own_tile[min(uint(((224u + (ty * 4u)) + 3u)), 255u)];
                const float _e2282 = pair_onto(_e2272, _e2280, x_45, 0u, 7u);
                sums[3].w = _e2282;
                return;
            }
        }
    }
}

float4 summed(Owned o_18, uint h_18, uint n_5, uint d_11)
{
    if (OF_VALUES) {
        const float4 _e5 = other_value(o_18, h_18, n_5, d_11);
        return _e5;
    }
    const float4 _e6 = other_score(o_18, h_18, n_5, d_11);
    return _e6;
}

typedef float4 ret_ZeroValuearray4_float4_[4];
ret_ZeroValuearray4_float4_ ZeroValuearray4_float4_() {
    return (float4[4])0;
}

void run(uint3 wid_2, uint tid)
{
    float4 sum_4[2][4] = (float4[2][4])0;
    uint n_6 = 0u;
    uint h_19 = (uint)0;
    uint at = (uint)0;
    float4 s_13[4] = (float4[4])0;
    uint n_7 = (uint)0;
    uint x_9 = (uint)0;
    float4 g[4] = (float4[4])0;
    uint n_8 = (uint)0;
    uint x_10 = (uint)0;
    float4 w = (float4)0;
    float4 w_1 = (float4)0;
    float4 w_2 = (float4)0;
    float4 w_3 = (float4)0;
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
    uint tx_1 = naga_mod(tid, SIDE);
    uint ty_1 = naga_div(tid, SIDE);
    if ((tid == 0u)) {
        { uint dummy = 0; InterlockedExchange(some_nonfinite, 0u, dummy); }
    }
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e49 = n_6;
            n_6 = (_e49 + 1u);
        }
        loop_init = false;
        uint _e25 = n_6;
        if ((_e25 < SUM_SLICES)) {
        } else {
            break;
        }
        {
            {
                uint _e28 = n_6;
                sum_4[min(uint(_e28), 1u)][0] = (0.0).xxxx;
            }
            {
                uint _e33 = n_6;
                sum_4[min(uint(_e33), 1u)][1] = (0.0).xxxx;
            }
            {
                uint _e38 = n_6;
                sum_4[min(uint(_e38), 1u)][2] = (0.0).xxxx;
            }
            {
                uint _e43 = n_6;
                sum_4[min(uint(_e43), 1u)][3] = (0.0).xxxx;
            }
        }
    }
    const uint2 _e51 = heads_of(_e8);
    h_19 = _e51.x;
    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e896 = h_19;
            h_19 = (_e896 + 1u);
        }
        loop_init_1 = false;
        uint _e54 = h_19;
        if ((_e54 < _e51.y)) {
        } else {
            break;
        }
        {
            at = (naga_div(_e8.others.x, BLOCK) * BLOCK);
            uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
            bool loop_init_2 = true;
            while(true) {
                if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
                loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                if (!loop_init_2) {
                    uint _e892 = at;
                    at = (_e892 + BLOCK);
                }
                loop_init_2 = false;
                uint _e64 = at;
                if ((_e64 < _e8.others.y)) {
                } else {
                    break;
                }
                {
                    uint _e68 = at;
                    const Pairs _e69 = pairs_of(_e8, _e68);
                    uint _e70 = h_19;
                    const bool _e73 = pairs_listed(_e8, _e70, _e69.rows, _e69.keys);
                    if (!(_e73)) {
                        continue;
                    }
                    s_13 = ZeroValuearray4_float4_();
                    n_7 = 0u;
                    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
                    bool loop_init_3 = true;
                    while(true) {
                        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
                        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                        if (!loop_init_3) {
                            uint _e137 = n_7;
                            n_7 = (_e137 + 1u);
                        }
                        loop_init_3 = false;
                        uint _e79 = n_7;
                        if ((_e79 < QK_SLICES)) {
                        } else {
                            break;
                        }
                        {
                            GroupMemoryBarrierWithGroupSync();
                            x_9 = tid;
                            uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
                            bool loop_init_4 = true;
                            while(true) {
                                if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
                                loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                                if (!loop_init_4) {
                                    uint _e133 = x_9;
                                    x_9 = (_e133 + WORKGROUP);
                                }
                                loop_init_4 = false;
                                uint _e83 = x_9;
                                if ((_e83 < 256u)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e86 = x_9;
                                    uint row_1 = naga_div(_e86, SLICE4_);
                                    uint _e89 = x_9;
                                    uint d_12 = naga_mod(_e89, SLICE4_);
                                    uint _e97 = h_19;
                                    uint _e106 = n_7;
                                    const float4 _e112 = own_score(_e8, _e97, min((_e8.span.x + row_1), (_e8.span.y - 1u)), (((_e106 * SLICE4_) + d_12) * 4u));
                                    own_tile[min(uint(((d_12 * BLOCK_OWN) + row_1)), 255u)] = _e112;
                                    uint _e118 = h_19;
                                    uint _e119 = at;
                                    uint _e126 = n_7;
                                    const float4 _e132 = other_score(_e8, _e118, min((_e119 + row_1), (_e8.others.y - 1u)), (((_e126 * SLICE4_) + d_12) * 4u));
                                    other_tile[min(uint(((d_12 * BLOCK) + row_1)), 255u)] = _e132;
                                }
                            }
                            GroupMemoryBarrierWithGroupSync();
                            add_products(s_13, ty_1, tx_1);
                        }
                    }
                    g = ZeroValuearray4_float4_();
                    if (true) {
                        n_8 = 0u;
                        uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
                        bool loop_init_5 = true;
                        while(true) {
                            if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
                            loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                            if (!loop_init_5) {
                                uint _e202 = n_8;
                                n_8 = (_e202 + 1u);
                            }
                            loop_init_5 = false;
                            uint _e144 = n_8;
                            if ((_e144 < V_SLICES)) {
                            } else {
                                break;
                            }
                            {
                                GroupMemoryBarrierWithGroupSync();
                                x_10 = tid;
                                uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
                                bool loop_init_6 = true;
                                while(true) {
                                    if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                                    loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                                    if (!loop_init_6) {
                                        uint _e198 = x_10;
                                        x_10 = (_e198 + WORKGROUP);
                                    }
                                    loop_init_6 = false;
                                    uint _e148 = x_10;
                                    if ((_e148 < 256u)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e151 = x_10;
                                        uint row_2 = naga_div(_e151, SLICE4_);
                                        uint _e154 = x_10;
                                        uint d_13 = naga_mod(_e154, SLICE4_);
                                        uint _e162 = h_19;
                                        uint _e171 = n_8;
                                        const float4 _e177 = own_value(_e8, _e162, min((_e8.span.x + row_2), (_e8.span.y - 1u)), (((_e171 * SLICE4_) + d_13) * 4u));
                                        own_tile[min(uint(((d_13 * BLOCK_OWN) + row_2)), 255u)] = _e177;
                                        uint _e183 = h_19;
                                        uint _e184 = at;
                                        uint _e191 = n_8;
                                        const float4 _e197 = other_value(_e8, _e183, min((_e184 + row_2), (_e8.others.y - 1u)), (((_e191 * SLICE4_) + d_13) * 4u));
                                        other_tile[min(uint(((d_13 * BLOCK) + row_2)), 255u)] = _e197;
                                    }
                                }
                                GroupMemoryBarrierWithGroupSync();
                                add_products(g, ty_1, tx_1);
                            }
                        }
                    }
                    const bool _e204 = hides_some(_e8, _e69);
                    {
                        uint _e205 = at;
                        uint other = ((_e205 + tx_1) + 0u);
                        w = (0.0).xxxx;
                        {
                            uint own = ((_e8.span.x + (ty_1 * 4u)) + 0u);
                            uint i_12 = (OWNS_KEYS ? other : own);
                            uint j_10 = (OWNS_KEYS ? own : other);
                            uint _e224 = h_19;
                            const uint _e229 = stats_at(_e8, _e224, min(i_12, (_e8.q_len - 1u)));
                            float4 row_3 = asfloat(row_stats.Load4(_e229*16));
                            uint _e233 = h_19;
                            float _e236 = s_13[0].x;
                            float _e239 = g[0].x;
                            const float _e240 = pair_weight(_e8, _e233, i_12, j_10, _e236, _e239, row_3, _e204);
                            w.x = _e240;
                        }
                        {
                            uint own_1 = ((_e8.span.x + (ty_1 * 4u)) + 1u);
                            uint i_13 = (OWNS_KEYS ? other : own_1);
                            uint j_11 = (OWNS_KEYS ? own_1 : other);
                            uint _e253 = h_19;
                            const uint _e258 = stats_at(_e8, _e253, min(i_13, (_e8.q_len - 1u)));
                            float4 row_4 = asfloat(row_stats.Load4(_e258*16));
                            uint _e262 = h_19;
                            float _e265 = s_13[0].y;
                            float _e268 = g[0].y;
                            const float _e269 = pair_weight(_e8, _e262, i_13, j_11, _e265, _e268, row_4, _e204);
                            w.y = _e269;
                        }
                        {
                            uint own_2 = ((_e8.span.x + (ty_1 * 4u)) + 2u);
                            uint i_14 = (OWNS_KEYS ? other : own_2);
                            uint j_12 = (OWNS_KEYS ? own_2 : other);
                            uint _e282 = h_19;
                            const uint _e287 = stats_at(_e8, _e282, min(i_14, (_e8.q_len - 1u)));
                            float4 row_5 = asfloat(row_stats.Load4(_e287*16));
                            uint _e291 = h_19;
                            float _e294 = s_13[0].z;
                            float _e297 = g[0].z;
                            const float _e298 = pair_weight(_e8, _e291, i_14, j_12, _e294, _e297, row_5, _e204);
                            w.z = _e298;
                        }
                        {
                            uint own_3 = ((_e8.span.x + (ty_1 * 4u)) + 3u);
                            uint i_15 = (OWNS_KEYS ? other : own_3);
                            uint j_13 = (OWNS_KEYS ? own_3 : other);
                            uint _e311 = h_19;
                            const uint _e316 = stats_at(_e8, _e311, min(i_15, (_e8.q_len - 1u)));
                            float4 row_6 = asfloat(row_stats.Load4(_e316*16));
                            uint _e320 = h_19;
                            float _e323 = s_13[0].w;
                            float _e326 = g[0].w;
                            const float _e327 = pair_weight(_e8, _e320, i_15, j_13, _e323, _e326, row_6, _e204);
                            w.w = _e327;
                        }
                        float4 _e335 = w;
                        weight_tile[min(uint((((ty_1 * BLOCK) + tx_1) + 0u)), 255u)] = _e335;
                    }
                    {
                        uint _e336 = at;
                        uint other_1 = ((_e336 + tx_1) + 8u);
                        w_1 = (0.0).xxxx;
                        {
                            uint own_4 = ((_e8.span.x + (ty_1 * 4u)) + 0u);
                            uint i_16 = (OWNS_KEYS ? other_1 : own_4);
                            uint j_14 = (OWNS_KEYS ? own_4 : other_1);
                            uint _e355 = h_19;
                            const uint _e360 = stats_at(_e8, _e355, min(i_16, (_e8.q_len - 1u)));
                            float4 row_7 = asfloat(row_stats.Load4(_e360*16));
                            uint _e364 = h_19;
                            float _e367 = s_13[1].x;
                            float _e370 = g[1].x;
                            const float _e371 = pair_weight(_e8, _e364, i_16, j_14, _e367, _e370, row_7, _e204);
                            w_1.x = _e371;
                        }
                        {
                            uint own_5 = ((_e8.span.x + (ty_1 * 4u)) + 1u);
                            uint i_17 = (OWNS_KEYS ? other_1 : own_5);
                            uint j_15 = (OWNS_KEYS ? own_5 : other_1);
                            uint _e384 = h_19;
                            const uint _e389 = stats_at(_e8, _e384, min(i_17, (_e8.q_len - 1u)));
                            float4 row_8 = asfloat(row_stats.Load4(_e389*16));
                            uint _e393 = h_19;
                            float _e396 = s_13[1].y;
                            float _e399 = g[1].y;
                            const float _e400 = pair_weight(_e8, _e393, i_17, j_15, _e396, _e399, row_8, _e204);
                            w_1.y = _e400;
                        }
                        {
                            uint own_6 = ((_e8.span.x + (ty_1 * 4u)) + 2u);
                            uint i_18 = (OWNS_KEYS ? other_1 : own_6);
                            uint j_16 = (OWNS_KEYS ? own_6 : other_1);
                            uint _e413 = h_19;
                            const uint _e418 = stats_at(_e8, _e413, min(i_18, (_e8.q_len - 1u)));
                            float4 row_9 = asfloat(row_stats.Load4(_e418*16));
                            uint _e422 = h_19;
                            float _e425 = s_13[1].z;
                            float _e428 = g[1].z;
                            const float _e429 = pair_weight(_e8, _e422, i_18, j_16, _e425, _e428, row_9, _e204);
                            w_1.z = _e429;
                        }
                        {
                            uint own_7 = ((_e8.span.x + (ty_1 * 4u)) + 3u);
                            uint i_19 = (OWNS_KEYS ? other_1 : own_7);
                            uint j_17 = (OWNS_KEYS ? own_7 : other_1);
                            uint _e442 = h_19;
                            const uint _e447 = stats_at(_e8, _e442, min(i_19, (_e8.q_len - 1u)));
                            float4 row_10 = asfloat(row_stats.Load4(_e447*16));
                            uint _e451 = h_19;
                            float _e454 = s_13[1].w;
                            float _e457 = g[1].w;
                            const float _e458 = pair_weight(_e8, _e451, i_19, j_17, _e454, _e457, row_10, _e204);
                            w_1.w = _e458;
                        }
                        float4 _e466 = w_1;
                        weight_tile[min(uint((((ty_1 * BLOCK) + tx_1) + 8u)), 255u)] = _e466;
                    }
                    {
                        uint _e467 = at;
                        uint other_2 = ((_e467 + tx_1) + 16u);
                        w_2 = (0.0).xxxx;
                        {
                            uint own_8 = ((_e8.span.x + (ty_1 * 4u)) + 0u);
                            uint i_20 = (OWNS_KEYS ? other_2 : own_8);
                            uint j_18 = (OWNS_KEYS ? own_8 : other_2);
                            uint _e486 = h_19;
                            const uint _e491 = stats_at(_e8, _e486, min(i_20, (_e8.q_len - 1u)));
                            float4 row_11 = asfloat(row_stats.Load4(_e491*16));
                            uint _e495 = h_19;
                            float _e498 = s_13[2].x;
                            float _e501 = g[2].x;
                            const float _e502 = pair_weight(_e8, _e495, i_20, j_18, _e498, _e501, row_11, _e204);
                            w_2.x = _e502;
                        }
                        {
                            uint own_9 = ((_e8.span.x + (ty_1 * 4u)) + 1u);
                            uint i_21 = (OWNS_KEYS ? other_2 : own_9);
                            uint j_19 = (OWNS_KEYS ? own_9 : other_2);
                            uint _e515 = h_19;
                            const uint _e520 = stats_at(_e8, _e515, min(i_21, (_e8.q_len - 1u)));
                            float4 row_12 = asfloat(row_stats.Load4(_e520*16));
                            uint _e524 = h_19;
                            float _e527 = s_13[2].y;
                            float _e530 = g[2].y;
                            const float _e531 = pair_weight(_e8, _e524, i_21, j_19, _e527, _e530, row_12, _e204);
                            w_2.y = _e531;
                        }
                        {
                            uint own_10 = ((_e8.span.x + (ty_1 * 4u)) + 2u);
                            uint i_22 = (OWNS_KEYS ? other_2 : own_10);
                            uint j_20 = (OWNS_KEYS ? own_10 : other_2);
                            uint _e544 = h_19;
                            const uint _e549 = stats_at(_e8, _e544, min(i_22, (_e8.q_len - 1u)));
                            float4 row_13 = asfloat(row_stats.Load4(_e549*16));
                            uint _e553 = h_19;
                            float _e556 = s_13[2].z;
                            float _e559 = g[2].z;
                            const float _e560 = pair_weight(_e8, _e553, i_22, j_20, _e556, _e559, row_13, _e204);
                            w_2.z = _e560;
                        }
                        {
                            uint own_11 = ((_e8.span.x + (ty_1 * 4u)) + 3u);
                            uint i_23 = (OWNS_KEYS ? other_2 : own_11);
                            uint j_21 = (OWNS_KEYS ? own_11 : other_2);
                            uint _e573 = h_19;
                            const uint _e578 = stats_at(_e8, _e573, min(i_23, (_e8.q_len - 1u)));
                            float4 row_14 = asfloat(row_stats.Load4(_e578*16));
                            uint _e582 = h_19;
                            float _e585 = s_13[2].w;
                            float _e588 = g[2].w;
                            const float _e589 = pair_weight(_e8, _e582, i_23, j_21, _e585, _e588, row_14, _e204);
                            w_2.w = _e589;
                        }
                        float4 _e597 = w_2;
                        weight_tile[min(uint((((ty_1 * BLOCK) + tx_1) + 16u)), 255u)] = _e597;
                    }
                    {
                        uint _e598 = at;
                        uint other_3 = ((_e598 + tx_1) + 24u);
                        w_3 = (0.0).xxxx;
                        {
                            uint own_12 = ((_e8.span.x + (ty_1 * 4u)) + 0u);
                            uint i_24 = (OWNS_KEYS ? other_3 : own_12);
                            uint j_22 = (OWNS_KEYS ? own_12 : other_3);
                            uint _e617 = h_19;
                            const uint _e622 = stats_at(_e8, _e617, min(i_24, (_e8.q_len - 1u)));
                            float4 row_15 = asfloat(row_stats.Load4(_e622*16));
                            uint _e626 = h_19;
                            float _e629 = s_13[3].x;
                            float _e632 = g[3].x;
                            const float _e633 = pair_weight(_e8, _e626, i_24, j_22, _e629, _e632, row_15, _e204);
                            w_3.x = _e633;
                        }
                        {
                            uint own_13 = ((_e8.span.x + (ty_1 * 4u)) + 1u);
                            uint i_25 = (OWNS_KEYS ? other_3 : own_13);
                            uint j_23 = (OWNS_KEYS ? own_13 : other_3);
                            uint _e646 = h_19;
                            const uint _e651 = stats_at(_e8, _e646, min(i_25, (_e8.q_len - 1u)));
                            float4 row_16 = asfloat(row_stats.Load4(_e651*16));
                            uint _e655 = h_19;
                            float _e658 = s_13[3].y;
                            float _e661 = g[3].y;
                            const float _e662 = pair_weight(_e8, _e655, i_25, j_23, _e658, _e661, row_16, _e204);
                            w_3.y = _e662;
                        }
                        {
                            uint own_14 = ((_e8.span.x + (ty_1 * 4u)) + 2u);
                            uint i_26 = (OWNS_KEYS ? other_3 : own_14);
                            uint j_24 = (OWNS_KEYS ? own_14 : other_3);
                            uint _e675 = h_19;
                            const uint _e680 = stats_at(_e8, _e675, min(i_26, (_e8.q_len - 1u)));
                            float4 row_17 = asfloat(row_stats.Load4(_e680*16));
                            uint _e684 = h_19;
                            float _e687 = s_13[3].z;
                            float _e690 = g[3].z;
                            const float _e691 = pair_weight(_e8, _e684, i_26, j_24, _e687, _e690, row_17, _e204);
                            w_3.z = _e691;
                        }
                        {
                            uint own_15 = ((_e8.span.x + (ty_1 * 4u)) + 3u);
                            uint i_27 = (OWNS_KEYS ? other_3 : own_15);
                            uint j_25 = (OWNS_KEYS ? own_15 : other_3);
                            uint _e704 = h_19;
                            const uint _e709 = stats_at(_e8, _e704, min(i_27, (_e8.q_len - 1u)));
                            float4 row_18 = asfloat(row_stats.Load4(_e709*16));
                            uint _e713 = h_19;
                            float _e716 = s_13[3].w;
                            float _e719 = g[3].w;
                            const float _e720 = pair_weight(_e8, _e713, i_27, j_25, _e716, _e719, row_18, _e204);
                            w_3.w = _e720;
                        }
                        float4 _e728 = w_3;
                        weight_tile[min(uint((((ty_1 * BLOCK) + tx_1) + 24u)), 255u)] = _e728;
                    }
                    n_9 = 0u;
                    uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
                    bool loop_init_7 = true;
                    while(true) {
                        if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
                        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                        if (!loop_init_7) {
                            uint _e890 = n_9;
                            n_9 = (_e890 + 1u);
                        }
                        loop_init_7 = false;
                        uint _e731 = n_9;
                        if ((_e731 < SUM_SLICES)) {
                        } else {
                            break;
                        }
                        {
                            GroupMemoryBarrierWithGroupSync();
                            x_11 = tid;
                            uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
                            bool loop_init_8 = true;
                            while(true) {
                                if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
                                loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                                if (!loop_init_8) {
                                    uint _e768 = x_11;
                                    x_11 = (_e768 + WORKGROUP);
                                }
                                loop_init_8 = false;
                                uint _e735 = x_11;
                                if ((_e735 < 256u)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e738 = at;
                                    uint _e739 = x_11;
                                    uint other_4 = (_e738 + naga_div(_e739, SLICE4_));
                                    uint _e743 = n_9;
                                    uint _e746 = x_11;
                                    uint d_14 = (((_e743 * SLICE4_) + naga_mod(_e746, SLICE4_)) * 4u);
                                    y = (0.0).xxxx;
                                    if ((other_4 < _e8.others.y)) {
                                        uint _e758 = h_19;
                                        const float4 _e759 = summed(_e8, _e758, other_4, d_14);
                                        y = _e759;
                                    }
                                    float4 _e760 = y;
                                    const bool _e761 = any_nonfinite(_e760);
                                    if (_e761) {
                                        { uint dummy_1 = 0; InterlockedExchange(some_nonfinite, 1u, dummy_1); }
                                    }
                                    uint _e765 = x_11;
                                    float4 _e767 = y;
                                    other_tile[min(uint(_e765), 255u)] = _e767;
                                }
                            }
                            GroupMemoryBarrierWithGroupSync();
                            uint _e772; InterlockedOr(some_nonfinite, 0, _e772);
                            bool careful = (_e772 != 0u);
                            x_12 = 0u;
                            uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
                            bool loop_init_9 = true;
                            while(true) {
                                if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
                                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                                if (!loop_init_9) {
                                    uint _e887 = x_12;
                                    x_12 = (_e887 + 1u);
                                }
                                loop_init_9 = false;
                                uint _e777 = x_12;
                                if ((_e777 < BLOCK)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e783 = x_12;
                                    float4 w_4 = weight_tile[min(uint(((ty_1 * BLOCK) + _e783)), 255u)];
                                    uint _e788 = x_12;
                                    float4 y_1 = other_tile[min(uint(((_e788 * SLICE4_) + tx_1)), 255u)];
                                    {
                                        if (careful) {
                                            uint _e794 = n_9;
                                            float4 _e797 = sum_4[min(uint(_e794), 1u)][0];
                                            sum_4[min(uint(_e794), 1u)][0] = (_e797 + ((w_4.x == 0.0) ? (0.0).xxxx : (w_4.x * y_1)));
                                        } else {
                                            uint _e807 = n_9;
                                            uint _e812 = n_9;
                                            float4 _e815 = sum_4[min(uint(_e812), 1u)][0];
                                            sum_4[min(uint(_e807), 1u)][0] = mad((w_4.x).xxxx, y_1, _e815);
                                        }
                                    }
                                    {
                                        if (careful) {
                                            uint _e817 = n_9;
                                            float4 _e820 = sum_4[min(uint(_e817), 1u)][1];
                                            sum_4[min(uint(_e817), 1u)][1] = (_e820 + ((w_4.y == 0.0) ? (0.0).xxxx : (w_4.y * y_1)));
                                        } else {
                                            uint _e830 = n_9;
                                            uint _e835 = n_9;
                                            float4 _e838 = sum_4[min(uint(_e835), 1u)][1];
                                            sum_4[min(uint(_e830), 1u)][1] = mad((w_4.y).xxxx, y_1, _e838);
                                        }
                                    }
                                    {
                                        if (careful) {
                                            uint _e840 = n_9;
                                            float4 _e843 = sum_4[min(uint(_e840), 1u)][2];
                                            sum_4[min(uint(_e840), 1u)][2] = (_e843 + ((w_4.z == 0.0) ? (0.0).xxxx : (w_4.z * y_1)));
                                        } else {
                                            uint _e853 = n_9;
                                            uint _e858 = n_9;
                                            float4 _e861 = sum_4[min(uint(_e858), 1u)][2];
                                            sum_4[min(uint(_e853), 1u)][2] = mad((w_4.z).xxxx, y_1, _e861);
                                        }
                                    }
                                    {
                                        if (careful) {
                                            uint _e863 = n_9;
                                            float4 _e866 = sum_4[min(uint(_e863), 1u)][3];
                                            sum_4[min(uint(_e863), 1u)][3] = (_e866 + ((w_4.w == 0.0) ? (0.0).xxxx : (w_4.w * y_1)));
                                        } else {
                                            uint _e876 = n_9;
                                            uint _e881 = n_9;
                                            float4 _e884 = sum_4[min(uint(_e881), 1u)][3];
                                            sum_4[min(uint(_e876), 1u)][3] = mad((w_4.w).xxxx, y_1, _e884);
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
            uint _e1020 = n_10;
            n_10 = (_e1020 + 1u);
        }
        loop_init_10 = false;
        uint _e900 = n_10;
        if ((_e900 < SUM_SLICES)) {
        } else {
            break;
        }
        {
            {
                uint own_16 = ((_e8.span.x + (ty_1 * 4u)) + 0u);
                uint _e910 = n_10;
                uint d_15 = (((_e910 * SLICE4_) + tx_1) * 4u);
                if ((own_16 < _e8.span.y)) {
                    local_9 = (d_15 < SUM_DIM);
                } else {
                    local_9 = false;
                }
                bool _e924 = local_9;
                if (_e924) {
                    const uint _e925 = result_at(_e8, own_16);
                    uint _e927 = n_10;
                    float4 _e930 = sum_4[min(uint(_e927), 1u)][0];
                    const float4 _e931 = finish(_e930);
                    store_o4_(_e925, d_15, SUM_DIM, _e931);
                }
            }
            {
                uint own_17 = ((_e8.span.x + (ty_1 * 4u)) + 1u);
                uint _e939 = n_10;
                uint d_16 = (((_e939 * SLICE4_) + tx_1) * 4u);
                if ((own_17 < _e8.span.y)) {
                    local_10 = (d_16 < SUM_DIM);
                } else {
                    local_10 = false;
                }
                bool _e953 = local_10;
                if (_e953) {
                    const uint _e954 = result_at(_e8, own_17);
                    uint _e956 = n_10;
                    float4 _e959 = sum_4[min(uint(_e956), 1u)][1];
                    const float4 _e960 = finish(_e959);
                    store_o4_(_e954, d_16, SUM_DIM, _e960);
                }
            }
            {
                uint own_18 = ((_e8.span.x + (ty_1 * 4u)) + 2u);
                uint _e968 = n_10;
                uint d_17 = (((_e968 * SLICE4_) + tx_1) * 4u);
                if ((own_18 < _e8.span.y)) {
                    local_11 = (d_17 < SUM_DIM);
                } else {
                    local_11 = false;
                }
                bool _e982 = local_11;
                if (_e982) {
                    const uint _e983 = result_at(_e8, own_18);
                    uint _e985 = n_10;
                    float4 _e988 = sum_4[min(uint(_e985), 1u)][2];
                    const float4 _e989 = finish(_e988);
                    store_o4_(_e983, d_17, SUM_DIM, _e989);
                }
            }
            {
                uint own_19 = ((_e8.span.x + (ty_1 * 4u)) + 3u);
                uint _e997 = n_10;
                uint d_18 = (((_e997 * SLICE4_) + tx_1) * 4u);
                if ((own_19 < _e8.span.y)) {
                    local_12 = (d_18 < SUM_DIM);
                } else {
                    local_12 = false;
                }
                bool _e1011 = local_12;
                if (_e1011) {
                    const uint _e1012 = result_at(_e8, own_19);
                    uint _e1014 = n_10;
                    float4 _e1017 = sum_4[min(uint(_e1014), 1u)][3];
                    const float4 _e1018 = finish(_e1017);
                    store_o4_(_e1012, d_18, SUM_DIM, _e1018);
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
