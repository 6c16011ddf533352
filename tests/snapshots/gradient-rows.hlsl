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

struct Mine {
    uint first;
    int _pad1_0;
    int _pad1_1;
    int _pad1_2;
    float4 score[3][16];
    float4 value[3][16];
    float4 stats[3];
    float4 sum[3][16];
};

struct TileAt {
    uint first;
    uint h;
    bool hides;
    bool careful;
};

static const uint OWN = 3u;
static const uint WORKGROUP = 64u;
static const uint BLOCK_OWN = 192u;
static const uint BLOCK = 4u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const bool STAGED = false;
static const bool RAGGED = false;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const bool OWNS_KEYS = false;
static const bool OF_VALUES = false;
static const uint QK4_ = 16u;
static const uint V4_ = 16u;
static const uint VALUE4_ = 16u;
static const uint SUM_DIM = 64u;
static const uint SUM4_ = 16u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_2 : register(t2);
ByteAddressBuffer v_2 : register(t3);
ByteAddressBuffer grad_o : register(t4);
RWByteAddressBuffer o_19 : register(u5);
ByteAddressBuffer row_stats : register(t6);
groupshared float4 score_tile[64];
groupshared float4 value_tile[64];
groupshared float4 sum_tile[64];
groupshared float4 stats_tile[4];
groupshared uint some_nonfinite;

float edit_score(float raw, uint b, uint h, uint i, uint j)
{
    float s = (float)0;

    s = raw;
    float _e6 = s;
    return _e6;
}

float score_slope(float raw_1, uint b_1, uint h_1, uint i_1, uint j_1)
{
    float s_1 = (float)0;
    float slope = 1.0;

    s_1 = raw_1;
    float _e8 = slope;
    return _e8;
}

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
    float4 _e11 = asfloat(k_2.Load4(((base_1 + d_1) >> 2u)*16));
    return float4(_e11);
}

float4 load_v4_(uint base_2, uint d_2)
{
    if ((d_2 >= V_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(v_2.Load4(((base_2 + d_2) >> 2u)*16));
    return float4(_e11);
}

float4 load_grad_o4_(uint base_3, uint d_3)
{
    if ((d_3 >= V_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(grad_o.Load4(((base_3 + d_3) >> 2u)*16));
    return float4(_e11);
}

void store_o4_(uint base_4, uint d_4, uint dim, float4 x)
{
    if ((d_4 < dim)) {
        o_19.Store4(((base_4 + d_4) >> 2u)*16, asuint(float4(x)));
        return;
    } else {
        return;
    }
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

float exp_kept(float x_3)
{
    const bool _e2 = is_nan(x_3);
    return (_e2 ? x_3 : exp(x_3));
}

float4 exp_kept4_(float4 x_4)
{
    bool4 nan = ((asuint(x_4) & (2147483647u).xxxx) > (2139095040u).xxxx);
    return (nan ? x_4 : exp(x_4));
}

bool row_seen(float sum)
{
    bool local = (bool)0;

    if (!((sum > 0.0))) {
        const bool _e6 = is_nan(sum);
        local = _e6;
    } else {
        local = true;
    }
    bool _e8 = local;
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

int align_offset(uint q_count, uint kv_count)
{
    uint _e4 = params.align_to_end;
    if ((_e4 != 0u)) {
        return asint(asuint(int(kv_count)) - asuint(int(q_count)));
    }
    int _e12 = params.align_offset;
    return _e12;
}

uint2 key_range(uint i_2, int offset, uint kv_count_1)
{
    int lo = int(0);
    int hi = (int)0;

    int p = asint(asuint(int(i_2)) + asuint(offset));
    int end = int(kv_count_1);
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

uint q_start(uint b_2)
{
    return 0u;
}

uint q_count_1(uint b_3)
{
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_start(uint b_4)
{
    return 0u;
}

uint kv_count_2(uint b_5)
{
    uint _e3 = params.kv_len;
    return _e3;
}

float4 scale_q(float4 x_5)
{
    float _e3 = params.scale;
    return (x_5 * _e3);
}

float scale_pair(float s_3)
{
    return s_3;
}

float4 scale_pairs(float4 s_4)
{
    return s_4;
}

float pair_onto(float s_5, float4 x_6, float4 k, uint h_2, uint d_5)
{
    return mad(x_6.w, k.w, mad(x_6.z, k.z, mad(x_6.y, k.y, mad(x_6.x, k.x, s_5))));
}

float pair(float4 x_7, float4 k_1, uint h_3, uint d_6)
{
    return dot(x_7, k_1);
}

bool pairs_listed(Owned o, uint h_4, uint2 rows, uint2 keys)
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

Owned owned_at(uint b_6, uint head, uint place)
{
    Owned o_2 = (Owned)0;

    const uint _e3 = q_count_1(b_6);
    const uint _e4 = kv_count_2(b_6);
    const int _e5 = align_offset(_e3, _e4);
    uint _e8 = params.kv_len;
    uint count = (OWNS_KEYS ? (RAGGED ? _e4 : _e8) : _e3);
    uint first_1 = min((place * BLOCK_OWN), count);
    uint2 span_1 = uint2(first_1, min((first_1 + BLOCK_OWN), count));
    uint _e22 = params.group;
    o_2 = ConstructOwned(b_6, head, (OWNS_KEYS ? head : naga_div(head, _e22)), span_1, _e3, _e4, _e5, (0u).xx);
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
    uint tile_1 = naga_mod(group, _e7);
    uint _e11 = params.q_tiles;
    uint place_1 = (OWNS_KEYS ? tile_1 : ((_e11 - 1u) - tile_1));
    uint _e19 = params.batch_base;
    uint _e22 = params.packs;
    uint _e27 = params.head_base;
    uint _e30 = params.packs;
    const Owned _e33 = owned_at((_e19 + naga_div(id_1, _e22)), (_e27 + naga_mod(id_1, _e30)), place_1);
    const Owned owned_2 = _e33;
    return owned_2;
}

uint query_at(Owned o_3, uint h_5, uint i_3)
{
    uint _e5 = params.q_offset;
    uint _e9 = params.q_batch;
    uint _e14 = params.q_head;
    const uint _e18 = q_start(o_3.b);
    uint _e22 = params.q_row;
    return (((_e5 + (o_3.b * _e9)) + (h_5 * _e14)) + ((_e18 + i_3) * _e22));
}

uint key_at(Owned o_4, uint j_2)
{
    uint _e4 = params.k_offset;
    uint _e8 = params.k_batch;
    uint _e14 = params.k_head;
    const uint _e18 = kv_start(o_4.b);
    uint _e22 = params.k_row;
    return (((_e4 + (o_4.b * _e8)) + (o_4.kv_head * _e14)) + ((_e18 + j_2) * _e22));
}

uint value_at(Owned o_5, uint j_3)
{
    uint _e4 = params.v_offset;
    uint _e8 = params.v_batch;
    uint _e14 = params.v_head;
    const uint _e18 = kv_start(o_5.b);
    uint _e22 = params.v_row;
    return (((_e4 + (o_5.b * _e8)) + (o_5.kv_head * _e14)) + ((_e18 + j_3) * _e22));
}

uint grad_at(Owned o_6, uint h_6, uint i_4)
{
    uint _e5 = params.grad_offset;
    uint _e9 = params.grad_batch;
    uint _e14 = params.grad_head;
    const uint _e18 = q_start(o_6.b);
    uint _e22 = params.grad_row;
    return (((_e5 + (o_6.b * _e9)) + (h_6 * _e14)) + ((_e18 + i_4) * _e22));
}

uint stats_at(Owned o_7, uint h_7, uint i_5)
{
    uint _e6 = params.lse_batch;
    uint _e10 = params.lse_head;
    const uint _e14 = q_start(o_7.b);
    return ((((o_7.b * _e6) + (h_7 * _e10)) + _e14) + i_5);
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
    bool local_1 = (bool)0;
    bool local_2 = (bool)0;
    bool local_3 = (bool)0;
    bool local_4 = (bool)0;

    const uint2 _e6 = key_range(pairs.rows.x, o_11.offset, o_11.kv_len);
    const uint2 _e13 = key_range((pairs.rows.y - 1u), o_11.offset, o_11.kv_len);
    uint2 sizes = uint2(192u, 4u);
    if (((pairs.rows.y - pairs.rows.x) == sizes.x)) {
        local_1 = ((pairs.keys.y - pairs.keys.x) == sizes.y);
    } else {
        local_1 = false;
    }
    bool full = local_1;
    if (true) {
        local_2 = !(full);
    } else {
        local_2 = true;
    }
    bool _e40 = local_2;
    if (!(_e40)) {
        local_3 = (pairs.keys.x < _e13.x);
    } else {
        local_3 = true;
    }
    bool _e49 = local_3;
    if (!(_e49)) {
        local_4 = (pairs.keys.y > _e6.y);
    } else {
        local_4 = true;
    }
    bool _e58 = local_4;
    return _e58;
}

float visible_score(Owned o_12, uint h_8, uint i_6, uint j_4, float s_6)
{
    bool local_5 = (bool)0;
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;

    const uint2 _e7 = key_range(i_6, o_12.offset, o_12.kv_len);
    if (!((i_6 >= o_12.q_len))) {
        local_5 = (j_4 < _e7.x);
    } else {
        local_5 = true;
    }
    bool _e16 = local_5;
    if (!(_e16)) {
        local_6 = (j_4 >= _e7.y);
    } else {
        local_6 = true;
    }
    bool _e23 = local_6;
    if (_e23) {
        return MASKED;
    }
    const float _e26 = edit_score(s_6, o_12.b, h_8, i_6, j_4);
    if ((_e26 != MASKED)) {
        local_7 = (_e26 < LOWEST_VISIBLE);
    } else {
        local_7 = false;
    }
    bool _e35 = local_7;
    return (_e35 ? LOWEST_VISIBLE : _e26);
}

float pair_weight(Owned o_13, uint h_9, uint i_7, uint j_5, float product, float by_value, float4 row, bool hides)
{
    float s_7 = (float)0;

    const float _e8 = scale_pair(product);
    s_7 = _e8;
    float _e10 = s_7;
    uint _e18 = params.kv_len;
    const float _e22 = score_slope(_e10, o_13.b, h_9, min(i_7, (o_13.q_len - 1u)), min(j_5, (_e18 - 1u)));
    if (hides) {
        float _e23 = s_7;
        const float _e24 = visible_score(o_13, h_9, i_7, j_5, _e23);
        s_7 = _e24;
    }
    float _e25 = s_7;
    const float _e30 = exp_kept(((_e25 - row.x) - row.y));
    float by_product = ((_e30 * (by_value - row.z)) * _e22);
    float _e37 = s_7;
    return ((_e37 == MASKED) ? 0.0 : (OF_VALUES ? _e30 : by_product));
}

float4 own_score(Owned o_14, uint h_10, uint n_1, uint d_7)
{
    const uint _e4 = query_at(o_14, h_10, n_1);
    const float4 _e5 = load_q4_(_e4, d_7);
    const float4 _e6 = scale_q(_e5);
    return _e6;
}

float4 own_value(Owned o_15, uint h_11, uint n_2, uint d_8)
{
    const uint _e4 = grad_at(o_15, h_11, n_2);
    const float4 _e5 = load_grad_o4_(_e4, d_8);
    return _e5;
}

float4 other_score(Owned o_16, uint h_12, uint n_3, uint d_9)
{
    const uint _e4 = key_at(o_16, n_3);
    const float4 _e5 = load_k4_(_e4, d_9);
    return _e5;
}

float4 other_value(Owned o_17, uint h_13, uint n_4, uint d_10)
{
    const uint _e4 = value_at(o_17, n_4);
    const float4 _e5 = load_v4_(_e4, d_10);
    return _e5;
}

void hold_sum(uint n_5, float4 x_8)
{
    sum_tile[min(uint(n_5), 63u)] = x_8;
    const bool _e4 = any_nonfinite(x_8);
    if (_e4) {
        { uint dummy = 0; InterlockedExchange(some_nonfinite, 1u, dummy); }
        return;
    } else {
        return;
    }
}

typedef float ret_ZeroValuearray3_float_[3];
ret_ZeroValuearray3_float_ ZeroValuearray3_float_() {
    return (float[3])0;
}

void meet(inout Mine mine, Owned o_18, TileAt tile)
{
    float s_8[4][3] = (float[4][3])0;
    float g[4][3] = (float[4][3])0;
    uint n_6 = 0u;
    uint r = (uint)0;
    uint d_11 = 0u;
    uint n_7 = (uint)0;
    uint r_1 = (uint)0;
    uint d_12 = 0u;
    uint n_8 = (uint)0;
    uint r_2 = (uint)0;
    uint n_9 = 0u;
    uint r_3 = (uint)0;
    uint d_13 = 0u;
    uint n_10 = (uint)0;
    uint r_4 = (uint)0;
    uint d_14 = 0u;
    uint c = (uint)0;
    float sums[3] = (float[3])0;
    uint r_5 = (uint)0;
    uint n_11 = (uint)0;
    uint r_6 = (uint)0;
    uint r_7 = (uint)0;

    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e29 = n_6;
            n_6 = (_e29 + 1u);
        }
        loop_init = false;
        uint _e7 = n_6;
        if ((_e7 < BLOCK)) {
        } else {
            break;
        }
        {
            r = 0u;
            uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e26 = r;
                    r = (_e26 + 1u);
                }
                loop_init_1 = false;
                uint _e12 = r;
                if ((_e12 < OWN)) {
                } else {
                    break;
                }
                {
                    uint _e15 = n_6;
                    uint _e17 = r;
                    s_8[min(uint(_e15), 3u)][min(uint(_e17), 2u)] = 0.0;
                    uint _e20 = n_6;
                    uint _e22 = r;
                    g[min(uint(_e20), 3u)][min(uint(_e22), 2u)] = 0.0;
                }
            }
        }
    }
    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e81 = d_11;
            d_11 = (_e81 + 1u);
        }
        loop_init_2 = false;
        uint _e33 = d_11;
        if ((_e33 < QK4_)) {
        } else {
            break;
        }
        {
            n_7 = 0u;
            uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e78 = n_7;
                    n_7 = (_e78 + 1u);
                }
                loop_init_3 = false;
                uint _e38 = n_7;
                if ((_e38 < BLOCK)) {
                } else {
                    break;
                }
                {
                    uint _e42 = n_7;
                    uint _e45 = d_11;
                    float4 x_11 = score_tile[min(uint(((_e42 * QK4_) + _e45)), 63u)];
                    r_1 = 0u;
                    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
                    bool loop_init_4 = true;
                    while(true) {
                        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
                        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                        if (!loop_init_4) {
                            uint _e75 = r_1;
                            r_1 = (_e75 + 1u);
                        }
                        loop_init_4 = false;
                        uint _e51 = r_1;
                        if ((_e51 < OWN)) {
                        } else {
                            break;
                        }
                        {
                            uint _e54 = n_7;
                            uint _e56 = r_1;
                            uint _e58 = n_7;
                            uint _e60 = r_1;
                            float _e62 = s_8[min(uint(_e58), 3u)][min(uint(_e60), 2u)];
                            uint _e64 = r_1;
                            uint _e66 = d_11;
                            float4 _e68 = mine.score[min(uint(_e64), 2u)][min(uint(_e66), 15u)];
                            uint _e70 = d_11;
                            const float _e73 = pair_onto(_e62, _e68, x_11, tile.h, (_e70 * 4u));
                            s_8[min(uint(_e54), 3u)][min(uint(_e56), 2u)] = _e73;
                        }
                    }
                }
            }
        }
    }
    if (true) {
        uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
        bool loop_init_5 = true;
        while(true) {
            if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
            loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
            if (!loop_init_5) {
                uint _e134 = d_12;
                d_12 = (_e134 + 1u);
            }
            loop_init_5 = false;
            uint _e86 = d_12;
            if ((_e86 < VALUE4_)) {
            } else {
                break;
            }
            {
                n_8 = 0u;
                uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
                bool loop_init_6 = true;
                while(true) {
                    if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                    loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                    if (!loop_init_6) {
                        uint _e131 = n_8;
                        n_8 = (_e131 + 1u);
                    }
                    loop_init_6 = false;
                    uint _e91 = n_8;
                    if ((_e91 < BLOCK)) {
                    } else {
                        break;
                    }
                    {
                        uint _e95 = n_8;
                        uint _e98 = d_12;
                        float4 x_12 = value_tile[min(uint(((_e95 * V4_) + _e98)), 63u)];
                        r_2 = 0u;
                        uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
                        bool loop_init_7 = true;
                        while(true) {
                            if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
                            loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                            if (!loop_init_7) {
                                uint _e128 = r_2;
                                r_2 = (_e128 + 1u);
                            }
                            loop_init_7 = false;
                            uint _e104 = r_2;
                            if ((_e104 < OWN)) {
                            } else {
                                break;
                            }
                            {
                                uint _e107 = n_8;
                                uint _e109 = r_2;
                                uint _e111 = n_8;
                                uint _e113 = r_2;
                                float _e115 = g[min(uint(_e111), 3u)][min(uint(_e113), 2u)];
                                uint _e117 = r_2;
                                uint _e119 = d_12;
                                float4 _e121 = mine.value[min(uint(_e117), 2u)][min(uint(_e119), 15u)];
                                uint _e123 = d_12;
                                const float _e126 = pair_onto(_e115, _e121, x_12, tile.h, (_e123 * 4u));
                                g[min(uint(_e107), 3u)][min(uint(_e109), 2u)] = _e126;
                            }
                        }
                    }
                }
            }
        }
    }
    uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
    bool loop_init_8 = true;
    while(true) {
        if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
        if (!loop_init_8) {
            uint _e203 = n_9;
            n_9 = (_e203 + 1u);
        }
        loop_init_8 = false;
        uint _e138 = n_9;
        if ((_e138 < BLOCK)) {
        } else {
            break;
        }
        {
            r_3 = 0u;
            uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
            bool loop_init_9 = true;
            while(true) {
                if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                if (!loop_init_9) {
                    uint _e200 = r_3;
                    r_3 = (_e200 + 1u);
                }
                loop_init_9 = false;
                uint _e143 = r_3;
                if ((_e143 < OWN)) {
                } else {
                    break;
                }
                {
                    uint _e147 = mine.first;
                    uint _e148 = r_3;
                    uint own = (_e147 + _e148);
                    if (OWNS_KEYS) {
                        uint _e151 = n_9;
                        uint _e153 = r_3;
                        uint _e157 = n_9;
                        uint _e159 = n_9;
                        uint _e161 = r_3;
                        float _e163 = s_8[min(uint(_e159), 3u)][min(uint(_e161), 2u)];
                        uint _e164 = n_9;
                        uint _e166 = r_3;
                        float _e168 = g[min(uint(_e164), 3u)][min(uint(_e166), 2u)];
                        uint _e170 = n_9;
                        float4 _e172 = stats_tile[min(uint(_e170), 3u)];
                        const float _e174 = pair_weight(o_18, tile.h, (tile.first + _e157), own, _e163, _e168, _e172, tile.hides);
                        s_8[min(uint(_e151), 3u)][min(uint(_e153), 2u)] = _e174;
                    } else {
                        uint _e175 = n_9;
                        uint _e177 = r_3;
                        uint _e181 = n_9;
                        uint _e183 = n_9;
                        uint _e185 = r_3;
                        float _e187 = s_8[min(uint(_e183), 3u)][min(uint(_e185), 2u)];
                        uint _e188 = n_9;
                        uint _e190 = r_3;
                        float _e192 = g[min(uint(_e188), 3u)][min(uint(_e190), 2u)];
                        uint _e194 = r_3;
                        float4 _e196 = mine.stats[min(uint(_e194), 2u)];
                        const float _e198 = pair_weight(o_18, tile.h, own, (tile.first + _e181), _e187, _e192, _e196, tile.hides);
                        s_8[min(uint(_e175), 3u)][min(uint(_e177), 2u)] = _e198;
                    }
                }
            }
        }
    }
    if (tile.careful) {
        uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
        bool loop_init_10 = true;
        while(true) {
            if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
            loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
            if (!loop_init_10) {
                uint _e259 = d_13;
                d_13 = (_e259 + 1u);
            }
            loop_init_10 = false;
            uint _e208 = d_13;
            if ((_e208 < SUM4_)) {
            } else {
                break;
            }
            {
                n_10 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u, 4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (all(loop_bound_11 == uint2(0u, 0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                    if (!loop_init_11) {
                        uint _e256 = n_10;
                        n_10 = (_e256 + 1u);
                    }
                    loop_init_11 = false;
                    uint _e213 = n_10;
                    if ((_e213 < BLOCK)) {
                    } else {
                        break;
                    }
                    {
                        uint _e217 = n_10;
                        uint _e220 = d_13;
                        float4 x_13 = sum_tile[min(uint(((_e217 * SUM4_) + _e220)), 63u)];
                        r_4 = 0u;
                        uint2 loop_bound_12 = uint2(4294967295u, 4294967295u);
                        bool loop_init_12 = true;
                        while(true) {
                            if (all(loop_bound_12 == uint2(0u, 0u))) { break; }
                            loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                            if (!loop_init_12) {
                                uint _e253 = r_4;
                                r_4 = (_e253 + 1u);
                            }
                            loop_init_12 = false;
                            uint _e226 = r_4;
                            if ((_e226 < OWN)) {
                            } else {
                                break;
                            }
                            {
                                uint _e230 = r_4;
                                uint _e232 = d_13;
                                float4 _e234 = mine.sum[min(uint(_e230), 2u)][min(uint(_e232), 15u)];
                                uint _e235 = n_10;
                                uint _e237 = r_4;
                                float _e239 = s_8[min(uint(_e235), 3u)][min(uint(_e237), 2u)];
                                uint _e243 = n_10;
                                uint _e245 = r_4;
                                float _e247 = s_8[min(uint(_e243), 3u)][min(uint(_e245), 2u)];
                                mine.sum[min(uint(_e230), 2u)][min(uint(_e232), 15u)] = (_e234 + ((_e247 == 0.0) ? (0.0).xxxx : (_e239 * x_13)));
                            }
                        }
                    }
                }
            }
        }
        return;
    } else {
        uint2 loop_bound_13 = uint2(4294967295u, 4294967295u);
        bool loop_init_13 = true;
        while(true) {
            if (all(loop_bound_13 == uint2(0u, 0u))) { break; }
            loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
            if (!loop_init_13) {
                uint _e350 = d_14;
                d_14 = (_e350 + 1u);
            }
            loop_init_13 = false;
            uint _e263 = d_14;
            if ((_e263 < SUM4_)) {
            } else {
                break;
            }
            {
                c = 0u;
                uint2 loop_bound_14 = uint2(4294967295u, 4294967295u);
                bool loop_init_14 = true;
                while(true) {
                    if (all(loop_bound_14 == uint2(0u, 0u))) { break; }
                    loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                    if (!loop_init_14) {
                        uint _e347 = c;
                        c = (_e347 + 1u);
                    }
                    loop_init_14 = false;
                    uint _e268 = c;
                    if ((_e268 < 4u)) {
                    } else {
                        break;
                    }
                    {
                        sums = ZeroValuearray3_float_();
                        r_5 = 0u;
                        uint2 loop_bound_15 = uint2(4294967295u, 4294967295u);
                        bool loop_init_15 = true;
                        while(true) {
                            if (all(loop_bound_15 == uint2(0u, 0u))) { break; }
                            loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                            if (!loop_init_15) {
                                uint _e289 = r_5;
                                r_5 = (_e289 + 1u);
                            }
                            loop_init_15 = false;
                            uint _e275 = r_5;
                            if ((_e275 < OWN)) {
                            } else {
                                break;
                            }
                            {
                                uint _e278 = r_5;
                                uint _e281 = r_5;
                                uint _e283 = d_14;
                                uint _e285 = c;
                                float _e287 = mine.sum[min(uint(_e281), 2u)][min(uint(_e283), 15u)][min(uint(_e285), 3u)];
                                sums[min(uint(_e278), 2u)] = _e287;
                            }
                        }
                        n_11 = 0u;
                        uint2 loop_bound_16 = uint2(4294967295u, 4294967295u);
                        bool loop_init_16 = true;
                        while(true) {
                            if (all(loop_bound_16 == uint2(0u, 0u))) { break; }
                            loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                            if (!loop_init_16) {
                                uint _e326 = n_11;
                                n_11 = (_e326 + 1u);
                            }
                            loop_init_16 = false;
                            uint _e293 = n_11;
                            if ((_e293 < BLOCK)) {
                            } else {
                                break;
                            }
                            {
                                uint _e297 = n_11;
                                uint _e300 = d_14;
                                uint _e303 = c;
                                float x_14 = sum_tile[min(uint(((_e297 * SUM4_) + _e300)), 63u)][min(uint(_e303), 3u)];
                                r_6 = 0u;
                                uint2 loop_bound_17 = uint2(4294967295u, 4294967295u);
                                bool loop_init_17 = true;
                                while(true) {
                                    if (all(loop_bound_17 == uint2(0u, 0u))) { break; }
                                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                                    if (!loop_init_17) {
                                        uint _e323 = r_6;
                                        r_6 = (_e323 + 1u);
                                    }
                                    loop_init_17 = false;
                                    uint _e308 = r_6;
                                    if ((_e308 < OWN)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e311 = r_6;
                                        uint _e313 = n_11;
                                        uint _e315 = r_6;
                                        float _e317 = s_8[min(uint(_e313), 3u)][min(uint(_e315), 2u)];
                                        uint _e318 = r_6;
                                        float _e320 = sums[min(uint(_e318), 2u)];
                                        sums[min(uint(_e311), 2u)] = mad(_e317, x_14, _e320);
                                    }
                                }
                            }
                        }
                        r_7 = 0u;
                        uint2 loop_bound_18 = uint2(4294967295u, 4294967295u);
                        bool loop_init_18 = true;
                        while(true) {
                            if (all(loop_bound_18 == uint2(0u, 0u))) { break; }
                            loop_bound_18 -= uint2(loop_bound_18.y == 0u, 1u);
                            if (!loop_init_18) {
                                uint _e344 = r_7;
                                r_7 = (_e344 + 1u);
                            }
                            loop_init_18 = false;
                            uint _e330 = r_7;
                            if ((_e330 < OWN)) {
                            } else {
                                break;
                            }
                            {
                                uint _e334 = r_7;
                                uint _e336 = d_14;
                                uint _e338 = c;
                                uint _e340 = r_7;
                                float _e342 = sums[min(uint(_e340), 2u)];
                                mine.sum[min(uint(_e334), 2u)][min(uint(_e336), 15u)][min(uint(_e338), 3u)] = _e342;
                            }
                        }
                    }
                }
            }
        }
        return;
    }
}

TileAt ConstructTileAt(uint arg0, uint arg1, bool arg2, bool arg3) {
    TileAt ret = (TileAt)0;
    ret.first = arg0;
    ret.h = arg1;
    ret.hides = arg2;
    ret.careful = arg3;
    return ret;
}

void run(uint3 wid_2, uint tid)
{
    Mine mine_1 = (Mine)0;
    uint r_8 = 0u;
    uint d_15 = (uint)0;
    uint h_14 = (uint)0;
    uint r_9 = (uint)0;
    uint d_16 = (uint)0;
    uint d_17 = (uint)0;
    uint at = (uint)0;
    uint n_12 = (uint)0;
    float4 x_9 = (float4)0;
    uint n_13 = (uint)0;
    float4 x_10 = (float4)0;
    bool local_8 = (bool)0;
    bool local_9 = (bool)0;
    uint r_10 = 0u;
    uint d_18 = (uint)0;

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
    if ((tid == 0u)) {
        { uint dummy_1 = 0; InterlockedExchange(some_nonfinite, 0u, dummy_1); }
    }
    mine_1.first = (_e8.span.x + (tid * OWN));
    uint _e26 = mine_1.first;
    uint _e28 = mine_1.first;
    const uint2 _e35 = met(_e8, uint2(_e26, min((_e28 + OWN), _e8.span.y)));
    uint2 loop_bound_19 = uint2(4294967295u, 4294967295u);
    bool loop_init_19 = true;
    while(true) {
        if (all(loop_bound_19 == uint2(0u, 0u))) { break; }
        loop_bound_19 -= uint2(loop_bound_19.y == 0u, 1u);
        if (!loop_init_19) {
            uint _e57 = r_8;
            r_8 = (_e57 + 1u);
        }
        loop_init_19 = false;
        uint _e38 = r_8;
        if ((_e38 < OWN)) {
        } else {
            break;
        }
        {
            d_15 = 0u;
            uint2 loop_bound_20 = uint2(4294967295u, 4294967295u);
            bool loop_init_20 = true;
            while(true) {
                if (all(loop_bound_20 == uint2(0u, 0u))) { break; }
                loop_bound_20 -= uint2(loop_bound_20.y == 0u, 1u);
                if (!loop_init_20) {
                    uint _e54 = d_15;
                    d_15 = (_e54 + 1u);
                }
                loop_init_20 = false;
                uint _e43 = d_15;
                if ((_e43 < SUM4_)) {
                } else {
                    break;
                }
                {
                    uint _e47 = r_8;
                    uint _e49 = d_15;
                    mine_1.sum[min(uint(_e47), 2u)][min(uint(_e49), 15u)] = (0.0).xxxx;
                }
            }
        }
    }
    const uint2 _e59 = heads_of(_e8);
    h_14 = _e59.x;
    uint2 loop_bound_21 = uint2(4294967295u, 4294967295u);
    bool loop_init_21 = true;
    while(true) {
        if (all(loop_bound_21 == uint2(0u, 0u))) { break; }
        loop_bound_21 -= uint2(loop_bound_21.y == 0u, 1u);
        if (!loop_init_21) {
            uint _e264 = h_14;
            h_14 = (_e264 + 1u);
        }
        loop_init_21 = false;
        uint _e62 = h_14;
        if ((_e62 < _e59.y)) {
        } else {
            break;
        }
        {
            r_9 = 0u;
            uint2 loop_bound_22 = uint2(4294967295u, 4294967295u);
            bool loop_init_22 = true;
            while(true) {
                if (all(loop_bound_22 == uint2(0u, 0u))) { break; }
                loop_bound_22 -= uint2(loop_bound_22.y == 0u, 1u);
                if (!loop_init_22) {
                    uint _e125 = r_9;
                    r_9 = (_e125 + 1u);
                }
                loop_init_22 = false;
                uint _e67 = r_9;
                if ((_e67 < OWN)) {
                } else {
                    break;
                }
                {
                    uint _e71 = mine_1.first;
                    uint _e72 = r_9;
                    uint n_14 = min((_e71 + _e72), (_e8.span.y - 1u));
                    d_16 = 0u;
                    uint2 loop_bound_23 = uint2(4294967295u, 4294967295u);
                    bool loop_init_23 = true;
                    while(true) {
                        if (all(loop_bound_23 == uint2(0u, 0u))) { break; }
                        loop_bound_23 -= uint2(loop_bound_23.y == 0u, 1u);
                        if (!loop_init_23) {
                            uint _e95 = d_16;
                            d_16 = (_e95 + 1u);
                        }
                        loop_init_23 = false;
                        uint _e81 = d_16;
                        if ((_e81 < QK4_)) {
                        } else {
                            break;
                        }
                        {
                            uint _e85 = r_9;
                            uint _e87 = d_16;
                            uint _e89 = h_14;
                            uint _e90 = d_16;
                            const float4 _e93 = own_score(_e8, _e89, n_14, (_e90 * 4u));
                            mine_1.score[min(uint(_e85), 2u)][min(uint(_e87), 15u)] = _e93;
                        }
                    }
                    d_17 = 0u;
                    uint2 loop_bound_24 = uint2(4294967295u, 4294967295u);
                    bool loop_init_24 = true;
                    while(true) {
                        if (all(loop_bound_24 == uint2(0u, 0u))) { break; }
                        loop_bound_24 -= uint2(loop_bound_24.y == 0u, 1u);
                        if (!loop_init_24) {
                            uint _e113 = d_17;
                            d_17 = (_e113 + 1u);
                        }
                        loop_init_24 = false;
                        uint _e99 = d_17;
                        if ((_e99 < VALUE4_)) {
                        } else {
                            break;
                        }
                        {
                            uint _e103 = r_9;
                            uint _e105 = d_17;
                            uint _e107 = h_14;
                            uint _e108 = d_17;
                            const float4 _e111 = own_value(_e8, _e107, n_14, (_e108 * 4u));
                            mine_1.value[min(uint(_e103), 2u)][min(uint(_e105), 15u)] = _e111;
                        }
                    }
                    if (true) {
                        uint _e117 = r_9;
                        uint _e120 = h_14;
                        const uint _e121 = stats_at(_e8, _e120, n_14);
                        float4 _e123 = asfloat(row_stats.Load4(_e121*16));
                        mine_1.stats[min(uint(_e117), 2u)] = _e123;
                    }
                }
            }
            at = (naga_div(_e8.others.x, BLOCK) * BLOCK);
            uint2 loop_bound_25 = uint2(4294967295u, 4294967295u);
            bool loop_init_25 = true;
            while(true) {
                if (all(loop_bound_25 == uint2(0u, 0u))) { break; }
                loop_bound_25 -= uint2(loop_bound_25.y == 0u, 1u);
                if (!loop_init_25) {
                    uint _e260 = at;
                    at = (_e260 + BLOCK);
                }
                loop_init_25 = false;
                uint _e134 = at;
                if ((_e134 < _e8.others.y)) {
                } else {
                    break;
                }
                {
                    uint _e138 = at;
                    const Pairs _e139 = pairs_of(_e8, _e138);
                    uint _e140 = h_14;
                    const bool _e143 = pairs_listed(_e8, _e140, _e139.rows, _e139.keys);
                    if (!(_e143)) {
                        continue;
                    }
                    GroupMemoryBarrierWithGroupSync();
                    n_12 = tid;
                    uint2 loop_bound_26 = uint2(4294967295u, 4294967295u);
                    bool loop_init_26 = true;
                    while(true) {
                        if (all(loop_bound_26 == uint2(0u, 0u))) { break; }
                        loop_bound_26 -= uint2(loop_bound_26.y == 0u, 1u);
                        if (!loop_init_26) {
                            uint _e179 = n_12;
                            n_12 = (_e179 + WORKGROUP);
                        }
                        loop_init_26 = false;
                        uint _e146 = n_12;
                        if ((_e146 < 64u)) {
                        } else {
                            break;
                        }
                        {
                            x_9 = (0.0).xxxx;
                            uint _e152 = at;
                            uint _e153 = n_12;
                            if (((_e152 + naga_div(_e153, QK4_)) < _e8.others.y)) {
                                uint _e160 = h_14;
                                uint _e161 = at;
                                uint _e162 = n_12;
                                uint _e166 = n_12;
                                const float4 _e171 = other_score(_e8, _e160, (_e161 + naga_div(_e162, QK4_)), (naga_mod(_e166, QK4_) * 4u));
                                x_9 = _e171;
                            }
                            uint _e173 = n_12;
                            float4 _e175 = x_9;
                            score_tile[min(uint(_e173), 63u)] = _e175;
                            if (true) {
                                uint _e177 = n_12;
                                float4 _e178 = x_9;
                                hold_sum(_e177, _e178);
                            }
                        }
                    }
                    n_13 = tid;
                    uint2 loop_bound_27 = uint2(4294967295u, 4294967295u);
                    bool loop_init_27 = true;
                    while(true) {
                        if (all(loop_bound_27 == uint2(0u, 0u))) { break; }
                        loop_bound_27 -= uint2(loop_bound_27.y == 0u, 1u);
                        if (!loop_init_27) {
                            uint _e216 = n_13;
                            n_13 = (_e216 + WORKGROUP);
                        }
                        loop_init_27 = false;
                        uint _e183 = n_13;
                        if ((_e183 < 64u)) {
                        } else {
                            break;
                        }
                        {
                            x_10 = (0.0).xxxx;
                            uint _e189 = at;
                            uint _e190 = n_13;
                            if (((_e189 + naga_div(_e190, V4_)) < _e8.others.y)) {
                                uint _e197 = h_14;
                                uint _e198 = at;
                                uint _e199 = n_13;
                                uint _e203 = n_13;
                                const float4 _e208 = other_value(_e8, _e197, (_e198 + naga_div(_e199, V4_)), (naga_mod(_e203, V4_) * 4u));
                                x_10 = _e208;
                            }
                            if (OF_VALUES) {
                                uint _e210 = n_13;
                                float4 _e211 = x_10;
                                hold_sum(_e210, _e211);
                            } else {
                                uint _e213 = n_13;
                                float4 _e215 = x_10;
                                value_tile[min(uint(_e213), 63u)] = _e215;
                            }
                        }
                    }
                    if (OWNS_KEYS) {
                        local_8 = (tid < BLOCK);
                    } else {
                        local_8 = false;
                    }
                    bool _e225 = local_8;
                    if (_e225) {
                        uint _e229 = h_14;
                        uint _e230 = at;
                        const uint _e237 = stats_at(_e8, _e229, min((_e230 + tid), (_e8.others.y - 1u)));
                        float4 _e239 = asfloat(row_stats.Load4(_e237*16));
                        stats_tile[min(uint(tid), 3u)] = _e239;
                    }
                    GroupMemoryBarrierWithGroupSync();
                    uint _e241; InterlockedOr(some_nonfinite, 0, _e241);
                    bool careful = (_e241 != 0u);
                    const bool _e244 = hides_some(_e8, _e139);
                    uint _e245 = at;
                    if ((_e245 < _e35.y)) {
                        uint _e250 = at;
                        local_9 = ((_e250 + BLOCK) > _e35.x);
                    } else {
                        local_9 = false;
                    }
                    bool _e256 = local_9;
                    if (_e256) {
                        uint _e257 = at;
                        uint _e258 = h_14;
                        meet(mine_1, _e8, ConstructTileAt(_e257, _e258, _e244, careful));
                    }
                }
            }
        }
    }
    uint2 loop_bound_28 = uint2(4294967295u, 4294967295u);
    bool loop_init_28 = true;
    while(true) {
        if (all(loop_bound_28 == uint2(0u, 0u))) { break; }
        loop_bound_28 -= uint2(loop_bound_28.y == 0u, 1u);
        if (!loop_init_28) {
            uint _e303 = r_10;
            r_10 = (_e303 + 1u);
        }
        loop_init_28 = false;
        uint _e268 = r_10;
        if ((_e268 < OWN)) {
        } else {
            break;
        }
        {
            uint _e272 = mine_1.first;
            uint _e273 = r_10;
            if (((_e272 + _e273) < _e8.span.y)) {
                d_18 = 0u;
                uint2 loop_bound_29 = uint2(4294967295u, 4294967295u);
                bool loop_init_29 = true;
                while(true) {
                    if (all(loop_bound_29 == uint2(0u, 0u))) { break; }
                    loop_bound_29 -= uint2(loop_bound_29.y == 0u, 1u);
                    if (!loop_init_29) {
                        uint _e300 = d_18;
                        d_18 = (_e300 + 1u);
                    }
                    loop_init_29 = false;
                    uint _e280 = d_18;
                    if ((_e280 < SUM4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e284 = mine_1.first;
                        uint _e285 = r_10;
                        const uint _e287 = result_at(_e8, (_e284 + _e285));
                        uint _e288 = d_18;
                        uint _e293 = r_10;
                        uint _e295 = d_18;
                        float4 _e297 = mine_1.sum[min(uint(_e293), 2u)][min(uint(_e295), 15u)];
                        const float4 _e298 = finish(_e297);
                        store_o4_(_e287, (_e288 * 4u), SUM_DIM, _e298);
                    }
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
        score_tile = (float4[64])0;
        value_tile = (float4[64])0;
        sum_tile = (float4[64])0;
        stats_tile = (float4[4])0;
        some_nonfinite = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, id.x);
    return;
}
