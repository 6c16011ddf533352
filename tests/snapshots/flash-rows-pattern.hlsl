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
    uint none;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};

struct Row {
    uint b;
    uint head;
    uint i;
    uint j;
};

struct RowTile {
    uint b;
    uint head;
    uint first;
    uint last;
    int2 keys;
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

struct Group {
    Seen seen;
    uint split;
    uint first_row;
    uint row_end;
    uint kv_len;
    uint2 by_all;
    int _pad6_0;
    int _pad6_1;
    uint3 tiles;
    uint q_base;
    uint k_base;
    uint v_base;
    uint lse_base;
    int _end_pad_0;
};

struct Rows {
    uint first;
    int _pad1_0;
    int _pad1_1;
    int _pad1_2;
    float4 q[8][16];
    float4 acc[8][16];
    uint2 keys[8];
    float m[8];
    float l[8];
};

struct TileAt {
    uint batch;
    uint head_base;
    uint slot;
    uint end;
    uint first;
    bool hides;
    bool careful;
    uint tid;
};

static const uint RQ = 8u;
static const uint WORKGROUP = 16u;
static const uint BLOCK_Q = 128u;
static const uint BLOCK_K = 16u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const bool STAGED = true;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint PASS_ = 4u;
static const uint QK4_ = 16u;
static const uint V4_ = 16u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_2 : register(t2);
ByteAddressBuffer v_2 : register(t3);
RWByteAddressBuffer o : register(u4);
RWByteAddressBuffer lse : register(u5);
groupshared float4 k_tile[256];
groupshared float4 v_tile[256];
groupshared uint v_nonfinite;

int align_offset(uint q_count, uint kv_count)
{
    uint _e4 = params.align_to_end;
    if ((_e4 != 0u)) {
        return asint(asuint(int(kv_count)) - asuint(int(q_count)));
    }
    int _e12 = params.align_offset;
    return _e12;
}

uint q_count_1(uint b)
{
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_count_1(uint b_1)
{
    uint _e3 = params.kv_len;
    return _e3;
}

bool sees_first_keys(uint3 n, Row row, int p, int j, int len)
{
    return (j < int(n.x));
}

bool sees_window(uint3 n_1, Row row_1, int p_1, int j_1, int len_1)
{
    bool local = (bool)0;

    if ((asint(asuint(p_1) - asuint(j_1)) <= int(n_1.x))) {
        local = (asint(asuint(j_1) - asuint(p_1)) <= int(n_1.y));
    } else {
        local = false;
    }
    bool _e16 = local;
    return _e16;
}

int naga_abs(int val) {
    return val >= 0 ? val : asint(-asuint(val));
}

int naga_mod(int lhs, int rhs) {
    int divisor = ((lhs == int(-2147483647 - 1) & rhs == -1) | (rhs == 0)) ? 1 : rhs;
    return lhs - (lhs / divisor) * divisor;
}

int naga_div(int lhs, int rhs) {
    return lhs / (((lhs == int(-2147483647 - 1) & rhs == -1) | (rhs == 0)) ? 1 : rhs);
}

bool sees_neighbourhood(uint3 n_2, Row row_2, int p_2, int j_2, int len_2)
{
    bool local_1 = (bool)0;
    bool local_2 = (bool)0;
    bool local_3 = (bool)0;

    int size = int(n_2.x);
    int step_3 = int(n_2.y);
    if (!((p_2 < int(0)))) {
        local_1 = (p_2 >= len_2);
    } else {
        local_1 = true;
    }
    bool _e16 = local_1;
    if (!(_e16)) {
        local_2 = (naga_mod(naga_abs(asint(asuint(p_2) - asuint(j_2))), step_3) != int(0));
    } else {
        local_2 = true;
    }
    bool _e26 = local_2;
    if (_e26) {
        return false;
    }
    int places = naga_div(asint(asuint(asint(asuint(asint(asuint(len_2) - asuint(naga_mod(p_2, step_3)))) + asuint(step_3))) - asuint(int(1))), step_3);
    int first = clamp(asint(asuint(naga_div(p_2, step_3)) - asuint(naga_div(size, int(2)))), int(0), max(asint(asuint(places) - asuint(size)), int(0)));
    if ((naga_div(j_2, step_3) >= first)) {
        local_3 = (naga_div(j_2, step_3) < asint(asuint(first) + asuint(size)));
    } else {
        local_3 = false;
    }
    bool _e51 = local_3;
    return _e51;
}

int axis_place(int step_, int len_3, int token)
{
    return naga_mod(naga_div(max(token, int(0)), step_), len_3);
}

bool pattern_sees(Row row_3, int p_3, int j_3, int len_4)
{
    bool local_4 = (bool)0;
    bool local_5 = (bool)0;
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;
    bool local_8 = (bool)0;

    const bool _e8 = sees_first_keys(uint3(3u, 0u, 0u), row_3, p_3, j_3, len_4);
    if (!(_e8)) {
        const bool _e16 = sees_window(uint3(10u, 10u, 0u), row_3, p_3, j_3, len_4);
        local_4 = _e16;
    } else {
        local_4 = true;
    }
    bool _e18 = local_4;
    if (!(_e18)) {
        if ((p_3 >= int(0))) {
            const int _e32 = axis_place(int(8), int(8), p_3);
            const int _e35 = axis_place(int(8), int(8), j_3);
            const bool _e37 = sees_neighbourhood(uint3(3u, 1u, 0u), row_3, _e32, _e35, int(8));
            local_6 = _e37;
        } else {
            local_6 = false;
        }
        bool _e39 = local_6;
        if (_e39) {
            if ((p_3 >= int(0))) {
                const int _e52 = axis_place(int(1), int(8), p_3);
                const int _e55 = axis_place(int(1), int(8), j_3);
                const bool _e57 = sees_neighbourhood(uint3(3u, 1u, 0u), row_3, _e52, _e55, int(8));
                local_8 = _e57;
            } else {
                local_8 = false;
            }
            bool _e59 = local_8;
            local_7 = _e59;
        } else {
            local_7 = false;
        }
        bool _e61 = local_7;
        local_5 = _e61;
    } else {
        local_5 = true;
    }
    bool _e63 = local_5;
    return _e63;
}

Row ConstructRow(uint arg0, uint arg1, uint arg2, uint arg3) {
    Row ret = (Row)0;
    ret.b = arg0;
    ret.head = arg1;
    ret.i = arg2;
    ret.j = arg3;
    return ret;
}

float mask_pattern(float s, uint b_2, uint h, uint i, uint j_4)
{
    const uint _e6 = q_count_1(b_2);
    const uint _e7 = kv_count_1(b_2);
    const int _e8 = align_offset(_e6, _e7);
    int p_9 = asint(asuint(int(i)) + asuint(_e8));
    const uint _e13 = kv_count_1(b_2);
    const bool _e15 = pattern_sees(ConstructRow(b_2, h, i, j_4), p_9, int(j_4), int(_e13));
    return (_e15 ? s : MASKED);
}

float edit_score(float raw, uint b_3, uint h_1, uint i_1, uint j_5)
{
    float s_1 = (float)0;

    s_1 = raw;
    float _e6 = s_1;
    const float _e7 = mask_pattern(_e6, b_3, h_1, i_1, j_5);
    s_1 = _e7;
    float _e8 = s_1;
    return _e8;
}

bool tile_first_keys(uint3 n_3, RowTile rows, int2 p_4, int2 keys)
{
    return (keys.x < int(n_3.x));
}

bool tile_window(uint3 n_4, RowTile rows_1, int2 p_5, int2 keys_1)
{
    bool local_9 = (bool)0;

    if ((keys_1.x <= asint(asuint(p_5.y) + asuint(int(n_4.y))))) {
        local_9 = (keys_1.y > asint(asuint(p_5.x) - asuint(int(n_4.x))));
    } else {
        local_9 = false;
    }
    bool _e19 = local_9;
    return _e19;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

bool tile_neighbourhood(uint3 n_5, RowTile rows_2, int2 p_6, int2 keys_2)
{
    bool local_10 = (bool)0;

    int reach = int((min(n_5.x, naga_div(268435456u, n_5.y)) * n_5.y));
    if ((keys_2.x <= asint(asuint(p_6.y) + asuint(reach)))) {
        local_10 = (keys_2.y > asint(asuint(p_6.x) - asuint(reach)));
    } else {
        local_10 = false;
    }
    bool _e23 = local_10;
    return _e23;
}

int2 naga_div(int2 lhs, int2 rhs) {
    return lhs / (((lhs == int(-2147483647 - 1) & rhs == -1) | (rhs == 0)) ? 1 : rhs);
}

int2 naga_mod(int2 lhs, int2 rhs) {
    int2 divisor = ((lhs == int(-2147483647 - 1) & rhs == -1) | (rhs == 0)) ? 1 : rhs;
    return lhs - (lhs / divisor) * divisor;
}

int2 axis_places(int step_1, int len_5, int2 tokens)
{
    int2 at_1 = naga_div(max(tokens, (int(0)).xx), (step_1).xx);
    return ((naga_div(at_1.x, len_5) == naga_div(at_1.y, len_5)) ? naga_mod(at_1, (len_5).xx) : int2(int(0), asint(asuint(len_5) - asuint(int(1)))));
}

int2 axis_keys(int step_2, int len_6, int2 keys_3)
{
    const int2 _e7 = axis_places(step_2, len_6, asint(asuint(keys_3) - asuint(int2(int(0), int(1)))));
    return asint(asuint(_e7) + asuint(int2(int(0), int(1))));
}

bool pattern_tile(RowTile rows_3, int2 p_7, int2 keys_4)
{
    bool local_11 = (bool)0;
    bool local_12 = (bool)0;
    bool local_13 = (bool)0;
    bool local_14 = (bool)0;
    bool local_15 = (bool)0;

    const bool _e7 = tile_first_keys(uint3(3u, 0u, 0u), rows_3, p_7, keys_4);
    if (!(_e7)) {
        const bool _e15 = tile_window(uint3(10u, 10u, 0u), rows_3, p_7, keys_4);
        local_11 = _e15;
    } else {
        local_11 = true;
    }
    bool _e17 = local_11;
    if (!(_e17)) {
        if ((p_7.y >= int(0))) {
            const int2 _e32 = axis_places(int(8), int(8), p_7);
            const int2 _e35 = axis_keys(int(8), int(8), keys_4);
            const bool _e36 = tile_neighbourhood(uint3(3u, 1u, 0u), rows_3, _e32, _e35);
            local_13 = _e36;
        } else {
            local_13 = false;
        }
        bool _e38 = local_13;
        if (_e38) {
            if ((p_7.y >= int(0))) {
                const int2 _e52 = axis_places(int(1), int(8), p_7);
                const int2 _e55 = axis_keys(int(1), int(8), keys_4);
                const bool _e56 = tile_neighbourhood(uint3(3u, 1u, 0u), rows_3, _e52, _e55);
                local_15 = _e56;
            } else {
                local_15 = false;
            }
            bool _e58 = local_15;
            local_14 = _e58;
        } else {
            local_14 = false;
        }
        bool _e60 = local_14;
        local_12 = _e60;
    } else {
        local_12 = true;
    }
    bool _e62 = local_12;
    return _e62;
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

void store_o4_(uint base_3, uint d_3, uint dim, float4 x)
{
    if ((d_3 < dim)) {
        o.Store4(((base_3 + d_3) >> 2u)*16, asuint(float4(x)));
        return;
    } else {
        return;
    }
}

void store_lse(uint at, float x_1)
{
    lse.Store(at*4, asuint(x_1));
    return;
}

bool is_nan(float x_2)
{
    return ((asuint(x_2) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_2)
{
    const bool _e3 = is_nan(s_2);
    return (_e3 ? s_2 : max(s_2, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_3)
{
    return (asuint(x_3) == 4286578688u);
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
    bool local_16 = (bool)0;

    if (!((sum > 0.0))) {
        const bool _e6 = is_nan(sum);
        local_16 = _e6;
    } else {
        local_16 = true;
    }
    bool _e8 = local_16;
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

uint2 key_range(uint i_2, int offset, uint kv_count_2)
{
    int lo = int(0);
    int hi = (int)0;

    int p_10 = asint(asuint(int(i_2)) + asuint(offset));
    int end_1 = int(kv_count_2);
    hi = end_1;
    int _e11 = params.window_left;
    if ((_e11 >= int(0))) {
        int _e16 = params.window_left;
        lo = clamp(asint(asuint(p_10) - asuint(_e16)), int(0), end_1);
    }
    int _e22 = params.window_right;
    if ((_e22 >= int(0))) {
        int _e27 = params.window_right;
        hi = clamp(asint(asuint(asint(asuint(p_10) + asuint(_e27))) + asuint(int(1))), int(0), end_1);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return uint2(uint(_e33), uint(max(_e35, _e36)));
}

uint q_start(uint b_4)
{
    return 0u;
}

uint kv_start(uint b_5)
{
    return 0u;
}

float4 scale_q(float4 x_6)
{
    float _e3 = params.scale;
    return (x_6 * _e3);
}

float scale_pair(float s_3)
{
    return s_3;
}

float4 scale_pairs(float4 s_4)
{
    return s_4;
}

float pair_onto(float s_5, float4 x_7, float4 k, uint h_2, uint d_4)
{
    return mad(x_7.w, k.w, mad(x_7.z, k.z, mad(x_7.y, k.y, mad(x_7.x, k.x, s_5))));
}

float pair(float4 x_8, float4 k_1, uint h_3, uint d_5)
{
    return dot(x_8, k_1);
}

uint2 row_tile(uint t)
{
    return uint2((t * BLOCK_Q), ((t + 1u) * BLOCK_Q));
}

uint2 split_share(uint tiles, uint split)
{
    uint _e4 = params.splits;
    uint _e10 = params.splits;
    uint share = naga_div(((tiles + _e4) - 1u), _e10);
    return uint2(min((split * share), tiles), min(((split + 1u) * share), tiles));
}

uint3 tile_span(uint t_1, Seen seen, uint split_1)
{
    uint lo_1 = naga_div(seen.keys.x, BLOCK_K);
    uint tiles_2 = (max(lo_1, naga_div(((seen.keys.y + BLOCK_K) - 1u), BLOCK_K)) - lo_1);
    const uint2 _e17 = split_share(tiles_2, split_1);
    return uint3((_e17 + (lo_1).xx), 0u);
}

RowTile ConstructRowTile(uint arg0, uint arg1, uint arg2, uint arg3, int2 arg4) {
    RowTile ret = (RowTile)0;
    ret.b = arg0;
    ret.head = arg1;
    ret.first = arg2;
    ret.last = arg3;
    ret.keys = arg4;
    return ret;
}

Tile ConstructTile(uint arg0, uint arg1, bool arg2) {
    Tile ret = (Tile)0;
    ret.first = arg0;
    ret.end = arg1;
    ret.partly = arg2;
    return ret;
}

Tile tile_at(uint n_6, uint base_4, Seen seen_1)
{
    uint2 keys_8 = uint2((n_6 * BLOCK_K), min(((n_6 + 1u) * BLOCK_K), seen_1.keys.y));
    uint2 queries = uint2(asint(asuint(seen_1.positions) - asuint((seen_1.offset).xx)));
    RowTile rows_6 = ConstructRowTile(seen_1.batch, seen_1.head, queries.x, queries.y, int2(keys_8));
    const bool _e29 = pattern_tile(rows_6, seen_1.positions, int2(keys_8));
    const Tile tile_3 = ConstructTile(keys_8.x, (_e29 ? keys_8.y : 0u), false);
    return tile_3;
}

uint key_of(uint slot)
{
    return slot;
}

uint2 seen_keys(uint2 keys_5, uint end, uint b_6, uint h_4, uint i_3)
{
    return min(keys_5, (end).xx);
}

float first_max(uint lse_at)
{
    return MASKED;
}

float next_max(float m, float tile)
{
    return max(m, tile);
}

float size_of(float4 s_6)
{
    return max(max(s_6.x, s_6.y), max(s_6.z, s_6.w));
}

float4 weights(float4 s_7, float top_1, uint b_7, uint head, uint i_4, uint slot_1)
{
    const float4 _e12 = exp_kept4_((s_7 - (((top_1 == MASKED) ? 0.0 : top_1)).xxxx));
    return _e12;
}

float mass(float4 s_8, float4 p_8)
{
    return (((p_8.x + p_8.y) + p_8.z) + p_8.w);
}

float sink_logit(uint h_5)
{
    return MASKED;
}

float2 finish_row(float m_1, float l, uint head_1, uint split_2)
{
    float top_2 = (float)0;
    float shrink = 1.0;
    float sum_2 = (float)0;
    bool local_17 = (bool)0;

    top_2 = m_1;
    sum_2 = l;
    const float _e8 = sink_logit(head_1);
    if ((split_2 == 0u)) {
        local_17 = (_e8 != MASKED);
    } else {
        local_17 = false;
    }
    bool _e16 = local_17;
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

float row_weight(uint b_8, uint h_6, uint i_5)
{
    return 1.0;
}

bool rows_wanted(uint b_9, uint head_base, uint first_row, uint row_end)
{
    return true;
}

float4 output(float4 x_9, uint b_10, uint h_7, uint i_6, uint d_6)
{
    return x_9;
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

Group ConstructGroup(Seen arg0, uint arg1, uint arg2, uint arg3, uint arg4, uint2 arg5, uint3 arg6, uint arg7, uint arg8, uint arg9, uint arg10) {
    Group ret = (Group)0;
    ret.seen = arg0;
    ret.split = arg1;
    ret.first_row = arg2;
    ret.row_end = arg3;
    ret.kv_len = arg4;
    ret.by_all = arg5;
    ret.tiles = arg6;
    ret.q_base = arg7;
    ret.k_base = arg8;
    ret.v_base = arg9;
    ret.lse_base = arg10;
    return ret;
}

Group group_of(uint group)
{
    uint3 tiles_1 = (0u).xxx;
    bool local_18 = (bool)0;

    uint _e3 = params.splits;
    uint split_3 = naga_mod(group, _e3);
    uint _e7 = params.splits;
    uint _e11 = params.q_tiles;
    uint row_tile_id = naga_mod(naga_div(group, _e7), _e11);
    uint _e15 = params.splits;
    uint _e19 = params.q_tiles;
    uint pack = naga_div(naga_div(group, _e15), _e19);
    const uint2 _e21 = row_tile(row_tile_id);
    uint _e24 = params.head_base;
    uint _e27 = params.packs;
    uint _e31 = params.pack;
    uint head_base_1 = (_e24 + (naga_mod(pack, _e27) * _e31));
    uint _e36 = params.group;
    uint kv_head = naga_div(head_base_1, _e36);
    uint _e40 = params.batch_base;
    uint _e43 = params.packs;
    uint b_13 = (_e40 + naga_div(pack, _e43));
    const uint _e46 = q_count_1(b_13);
    const uint _e47 = kv_count_1(b_13);
    uint first_row_1 = _e21.x;
    uint _e52 = params.pack;
    uint row_end_1 = min(_e21.y, (_e46 * _e52));
    const int _e55 = align_offset(_e46, _e47);
    uint _e58 = params.pack;
    uint first_query = naga_div(first_row_1, _e58);
    uint _e66 = params.pack;
    uint last_query = naga_div((max(row_end_1, 1u) - 1u), _e66);
    const uint2 _e68 = key_range(first_query, _e55, _e47);
    const uint2 _e69 = key_range(last_query, _e55, _e47);
    Seen seen_2 = ConstructSeen(uint2(_e68.x, _e69.y), int2(asint(asuint(int(first_query)) + asuint(_e55)), asint(asuint(int(last_query)) + asuint(_e55))), b_13, head_base_1, _e55);
    if ((first_row_1 < row_end_1)) {
        const bool _e85 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
        local_18 = _e85;
    } else {
        local_18 = false;
    }
    bool _e87 = local_18;
    if (_e87) {
        const uint3 _e88 = tile_span(row_tile_id, seen_2, split_3);
        tiles_1 = _e88;
    }
    uint3 _e92 = tiles_1;
    uint _e95 = params.q_offset;
    uint _e98 = params.q_batch;
    const uint _e101 = q_start(b_13);
    uint _e104 = params.q_row;
    uint _e109 = params.k_offset;
    uint _e112 = params.k_batch;
    uint _e117 = params.k_head;
    const uint _e120 = kv_start(b_13);
    uint _e123 = params.k_row;
    uint _e128 = params.v_offset;
    uint _e131 = params.v_batch;
    uint _e136 = params.v_head;
    const uint _e139 = kv_start(b_13);
    uint _e142 = params.v_row;
    uint _e147 = params.lse_batch;
    const uint _e149 = q_start(b_13);
    const Group group_1 = ConstructGroup(seen_2, split_3, first_row_1, row_end_1, _e47, uint2(_e69.x, _e68.y), _e92, ((_e95 + (b_13 * _e98)) + (_e101 * _e104)), (((_e109 + (b_13 * _e112)) + (kv_head * _e117)) + (_e120 * _e123)), (((_e128 + (b_13 * _e131)) + (kv_head * _e136)) + (_e139 * _e142)), ((b_13 * _e147) + _e149));
    return group_1;
}

uint head_of(Group g, uint row_4)
{
    uint _e6 = params.pack;
    return (g.seen.head + naga_mod(row_4, _e6));
}

uint query_at(Group g_1, uint row_5)
{
    const uint _e3 = head_of(g_1, row_5);
    uint _e6 = params.q_head;
    uint _e11 = params.pack;
    uint _e15 = params.q_row;
    return ((g_1.q_base + (_e3 * _e6)) + (naga_div(row_5, _e11) * _e15));
}

uint output_at(Group g_2, uint head_2, uint query)
{
    uint _e5 = params.o_offset;
    uint _e9 = params.o_split;
    uint _e16 = params.o_batch;
    uint _e21 = params.o_head;
    const uint _e26 = q_start(g_2.seen.batch);
    uint _e30 = params.o_row;
    return ((((_e5 + (g_2.split * _e9)) + (g_2.seen.batch * _e16)) + (head_2 * _e21)) + ((_e26 + query) * _e30));
}

uint lse_at_1(Group g_3, uint head_3, uint query_1)
{
    uint _e6 = params.lse_head;
    return ((g_3.lse_base + (head_3 * _e6)) + query_1);
}

bool sees_whole(Group g_4, Tile tile_1)
{
    bool local_19 = (bool)0;
    bool local_20 = (bool)0;
    bool local_21 = (bool)0;

    if ((tile_1.first >= g_4.by_all.x)) {
        local_19 = ((tile_1.first + BLOCK_K) <= min(g_4.by_all.y, tile_1.end));
    } else {
        local_19 = false;
    }
    bool _e17 = local_19;
    if (_e17) {
        local_20 = (g_4.row_end == (g_4.first_row + BLOCK_Q));
    } else {
        local_20 = false;
    }
    bool _e26 = local_20;
    if (_e26) {
        local_21 = !(tile_1.partly);
    } else {
        local_21 = false;
    }
    bool _e32 = local_21;
    return _e32;
}

float edit_one(float s_9, uint b_11, uint head_4, uint i_7, uint slot_2, uint2 keys_6)
{
    bool local_22 = (bool)0;
    bool local_23 = (bool)0;

    const uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_6.x))) {
        local_22 = (_e6 >= keys_6.y);
    } else {
        local_22 = true;
    }
    bool _e15 = local_22;
    if (_e15) {
        return MASKED;
    }
    const float _e17 = edit_score(s_9, b_11, head_4, i_7, _e6);
    if ((_e17 != MASKED)) {
        local_23 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_23 = false;
    }
    bool _e26 = local_23;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

float4 edit_four(float4 s_10, uint b_12, uint head_5, uint i_8, uint slot_3, uint2 keys_7)
{
    const float _e7 = edit_one(s_10.x, b_12, head_5, i_8, slot_3, keys_7);
    const float _e11 = edit_one(s_10.y, b_12, head_5, i_8, (slot_3 + 1u), keys_7);
    const float _e15 = edit_one(s_10.z, b_12, head_5, i_8, (slot_3 + 2u), keys_7);
    const float _e19 = edit_one(s_10.w, b_12, head_5, i_8, (slot_3 + 3u), keys_7);
    return float4(_e7, _e11, _e15, _e19);
}

void attend(inout Rows rows_4, TileAt tile_2)
{
    float4 s_11[8] = (float4[8])0;
    uint r = 0u;
    uint d_7 = 0u;
    uint r_1 = (uint)0;
    float shrink_1[8] = (float[8])0;
    uint r_2 = 0u;
    bool local_24 = (bool)0;
    uint n_7 = 0u;
    uint d_8 = (uint)0;
    uint r_3 = (uint)0;
    uint d_9 = 0u;
    uint r_4 = (uint)0;

    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e13 = r;
            r = (_e13 + 1u);
        }
        loop_init = false;
        uint _e5 = r;
        if ((_e5 < RQ)) {
        } else {
            break;
        }
        {
            uint _e8 = r;
            s_11[min(uint(_e8), 7u)] = (0.0).xxxx;
        }
    }
    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e104 = d_7;
            d_7 = (_e104 + 1u);
        }
        loop_init_1 = false;
        uint _e17 = d_7;
        if ((_e17 < QK4_)) {
        } else {
            break;
        }
        {
            uint _e24 = d_7;
            float4 k0_ = k_tile[min(uint(((tile_2.first * QK4_) + _e24)), 255u)];
            uint _e34 = d_7;
            float4 k1_ = k_tile[min(uint((((tile_2.first + 1u) * QK4_) + _e34)), 255u)];
            uint _e44 = d_7;
            float4 k2_ = k_tile[min(uint((((tile_2.first + 2u) * QK4_) + _e44)), 255u)];
            uint _e54 = d_7;
            float4 k3_ = k_tile[min(uint((((tile_2.first + 3u) * QK4_) + _e54)), 255u)];
            r_1 = 0u;
            uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
            bool loop_init_2 = true;
            while(true) {
                if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
                loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                if (!loop_init_2) {
                    uint _e101 = r_1;
                    r_1 = (_e101 + 1u);
                }
                loop_init_2 = false;
                uint _e60 = r_1;
                if ((_e60 < RQ)) {
                } else {
                    break;
                }
                {
                    uint _e64 = r_1;
                    uint _e66 = d_7;
                    float4 x_12 = rows_4.q[min(uint(_e64), 7u)][min(uint(_e66), 15u)];
                    uint _e71 = rows_4.first;
                    uint _e72 = r_1;
                    uint _e76 = params.pack;
                    uint head_6 = (tile_2.head_base + naga_mod((_e71 + _e72), _e76));
                    uint _e79 = r_1;
                    float4 _e81 = s_11[min(uint(_e79), 7u)];
                    uint _e82 = d_7;
                    const float _e85 = pair(x_12, k0_, head_6, (_e82 * 4u));
                    uint _e86 = d_7;
                    const float _e89 = pair(x_12, k1_, head_6, (_e86 * 4u));
                    uint _e90 = d_7;
                    const float _e93 = pair(x_12, k2_, head_6, (_e90 * 4u));
                    uint _e94 = d_7;
                    const float _e97 = pair(x_12, k3_, head_6, (_e94 * 4u));
                    s_11[min(uint(_e79), 7u)] = (_e81 + float4(_e85, _e89, _e93, _e97));
                }
            }
        }
    }
    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e206 = r_2;
            r_2 = (_e206 + 1u);
        }
        loop_init_3 = false;
        uint _e109 = r_2;
        if ((_e109 < RQ)) {
        } else {
            break;
        }
        {
            uint _e113 = rows_4.first;
            uint _e114 = r_2;
            uint row_6 = (_e113 + _e114);
            uint _e119 = params.pack;
            uint head_7 = (tile_2.head_base + naga_mod(row_6, _e119));
            uint _e122 = r_2;
            uint _e124 = r_2;
            float4 _e126 = s_11[min(uint(_e124), 7u)];
            const float4 _e127 = scale_pairs(_e126);
            s_11[min(uint(_e122), 7u)] = _e127;
            if (false) {
                local_24 = tile_2.hides;
            } else {
                local_24 = true;
            }
            bool _e133 = local_24;
            if (_e133) {
                uint _e134 = r_2;
                uint _e136 = r_2;
                float4 _e138 = s_11[min(uint(_e136), 7u)];
                uint _e142 = params.pack;
                uint _e146 = r_2;
                uint2 _e148 = rows_4.keys[min(uint(_e146), 7u)];
                uint _e153 = params.pack;
                const uint2 _e155 = seen_keys(_e148, tile_2.end, tile_2.batch, head_7, naga_div(row_6, _e153));
                const float4 _e156 = edit_four(_e138, tile_2.batch, head_7, naga_div(row_6, _e142), tile_2.slot, _e155);
                s_11[min(uint(_e134), 7u)] = _e156;
            }
            uint _e158 = r_2;
            float _e160 = rows_4.m[min(uint(_e158), 7u)];
            uint _e161 = r_2;
            float4 _e163 = s_11[min(uint(_e161), 7u)];
            const float _e164 = size_of(_e163);
            const float _e165 = next_max(_e160, _e164);
            uint _e166 = r_2;
            uint _e169 = r_2;
            float _e171 = rows_4.m[min(uint(_e169), 7u)];
            shrink_1[min(uint(_e166), 7u)] = exp((_e171 - _e165));
            uint _e175 = r_2;
            rows_4.m[min(uint(_e175), 7u)] = _e165;
            uint _e177 = r_2;
            float4 _e179 = s_11[min(uint(_e177), 7u)];
            uint _e183 = params.pack;
            const float4 _e186 = weights(_e179, _e165, tile_2.batch, head_7, naga_div(row_6, _e183), tile_2.slot);
            uint _e188 = r_2;
            uint _e191 = r_2;
            float _e193 = rows_4.l[min(uint(_e191), 7u)];
            uint _e194 = r_2;
            float _e196 = shrink_1[min(uint(_e194), 7u)];
            uint _e198 = r_2;
            float4 _e200 = s_11[min(uint(_e198), 7u)];
            const float _e201 = mass(_e200, _e186);
            rows_4.l[min(uint(_e188), 7u)] = ((_e193 * _e196) + _e201);
            uint _e203 = r_2;
            s_11[min(uint(_e203), 7u)] = _e186;
        }
    }
    if (tile_2.careful) {
        uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
        bool loop_init_4 = true;
        while(true) {
            if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
            loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
            if (!loop_init_4) {
                uint _e273 = n_7;
                n_7 = (_e273 + 1u);
            }
            loop_init_4 = false;
            uint _e211 = n_7;
            if ((_e211 < 4u)) {
            } else {
                break;
            }
            {
                d_8 = 0u;
                uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
                bool loop_init_5 = true;
                while(true) {
                    if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
                    loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                    if (!loop_init_5) {
                        uint _e270 = d_8;
                        d_8 = (_e270 + 1u);
                    }
                    loop_init_5 = false;
                    uint _e216 = d_8;
                    if ((_e216 < V4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e221 = n_7;
                        uint _e225 = d_8;
                        float4 v_3 = v_tile[min(uint((((tile_2.first + _e221) * V4_) + _e225)), 255u)];
                        r_3 = 0u;
                        uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
                        bool loop_init_6 = true;
                        while(true) {
                            if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                            loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                            if (!loop_init_6) {
                                uint _e267 = r_3;
                                r_3 = (_e267 + 1u);
                            }
                            loop_init_6 = false;
                            uint _e231 = r_3;
                            if ((_e231 < RQ)) {
                            } else {
                                break;
                            }
                            {
                                uint _e234 = r_3;
                                uint _e236 = n_7;
                                float p_11 = s_11[min(uint(_e234), 7u)][min(uint(_e236), 3u)];
                                uint _e240 = r_3;
                                uint _e242 = d_8;
                                uint _e245 = r_3;
                                uint _e247 = d_8;
                                float4 _e249 = rows_4.acc[min(uint(_e245), 7u)][min(uint(_e247), 15u)];
                                uint _e250 = r_3;
                                float _e252 = shrink_1[min(uint(_e250), 7u)];
                                uint _e253 = n_7;
                                rows_4.acc[min(uint(_e240), 7u)][min(uint(_e242), 15u)] = ((_e249 * ((_e253 == 0u) ? _e252 : 1.0)) + ((p_11 == 0.0) ? (0.0).xxxx : (p_11 * v_3)));
                            }
                        }
                    }
                }
            }
        }
        return;
    } else {
        uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
        bool loop_init_7 = true;
        while(true) {
            if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
            loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
            if (!loop_init_7) {
                uint _e366 = d_9;
                d_9 = (_e366 + 1u);
            }
            loop_init_7 = false;
            uint _e277 = d_9;
            if ((_e277 < V4_)) {
            } else {
                break;
            }
            {
                uint _e284 = d_9;
                float4 v0_ = v_tile[min(uint(((tile_2.first * V4_) + _e284)), 255u)];
                uint _e294 = d_9;
                float4 v1_ = v_tile[min(uint((((tile_2.first + 1u) * V4_) + _e294)), 255u)];
                uint _e304 = d_9;
                float4 v2_ = v_tile[min(uint((((tile_2.first + 2u) * V4_) + _e304)), 255u)];
                uint _e314 = d_9;
                float4 v3_ = v_tile[min(uint((((tile_2.first + 3u) * V4_) + _e314)), 255u)];
                r_4 = 0u;
                uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
                bool loop_init_8 = true;
                while(true) {
                    if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
                    loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                    if (!loop_init_8) {
                        uint _e363 = r_4;
                        r_4 = (_e363 + 1u);
                    }
                    loop_init_8 = false;
                    uint _e320 = r_4;
                    if ((_e320 < RQ)) {
                    } else {
                        break;
                    }
                    {
                        uint _e324 = r_4;
                        uint _e326 = d_9;
                        uint _e329 = r_4;
                        uint _e331 = d_9;
                        float4 _e333 = rows_4.acc[min(uint(_e329), 7u)][min(uint(_e331), 15u)];
                        uint _e334 = r_4;
                        float _e336 = shrink_1[min(uint(_e334), 7u)];
                        uint _e338 = r_4;
                        float _e341 = s_11[min(uint(_e338), 7u)].x;
                        uint _e344 = r_4;
                        float _e347 = s_11[min(uint(_e344), 7u)].y;
                        uint _e350 = r_4;
                        float _e353 = s_11[min(uint(_e350), 7u)].z;
                        uint _e356 = r_4;
                        float _e359 = s_11[min(uint(_e356), 7u)].w;
                        rows_4.acc[min(uint(_e324), 7u)][min(uint(_e326), 15u)] = (((((_e333 * _e336) + (_e341 * v0_)) + (_e347 * v1_)) + (_e353 * v2_)) + (_e359 * v3_));
                    }
                }
            }
        }
        return;
    }
}

uint2 seen_together(uint2 own)
{
    return own;
}

TileAt ConstructTileAt(uint arg0, uint arg1, uint arg2, uint arg3, uint arg4, bool arg5, bool arg6, uint arg7) {
    TileAt ret = (TileAt)0;
    ret.batch = arg0;
    ret.head_base = arg1;
    ret.slot = arg2;
    ret.end = arg3;
    ret.first = arg4;
    ret.hides = arg5;
    ret.careful = arg6;
    ret.tid = arg7;
    return ret;
}

void run(uint3 wid_2, uint tid_1)
{
    Rows rows_5 = (Rows)0;
    float row_factor[8] = (float[8])0;
    uint2 own_1 = uint2(4294967295u, 0u);
    uint t_2 = (uint)0;
    uint n_8 = (uint)0;
    float4 x_10 = (float4)0;
    uint n_9 = (uint)0;
    float4 x_11 = (float4)0;
    bool local_25 = (bool)0;
    bool local_26 = (bool)0;

    const uint _e2 = group_id(wid_2);
    uint _e5 = params.groups;
    if ((_e2 >= _e5)) {
        return;
    }
    const uint _e7 = group_id(wid_2);
    const Group _e8 = group_of(_e7);
    if ((_e8.first_row >= _e8.row_end)) {
        return;
    }
    uint b_14 = _e8.seen.batch;
    if ((tid_1 == 0u)) {
        { uint dummy = 0; InterlockedExchange(v_nonfinite, 0u, dummy); }
    }
    rows_5.first = (_e8.first_row + (tid_1 * RQ));
    {
        uint _e31 = rows_5.first;
        uint row_7 = (_e31 + 0u);
        const uint _e33 = query_at(_e8, row_7);
        {
            rows_5.q[0][0] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e45 = load_q4_(_e33, 0u);
                const float4 _e46 = scale_q(_e45);
                rows_5.q[0][0] = _e46;
            }
        }
        {
            rows_5.q[0][1] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e58 = load_q4_(_e33, 4u);
                const float4 _e59 = scale_q(_e58);
                rows_5.q[0][1] = _e59;
            }
        }
        {
            rows_5.q[0][2] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e71 = load_q4_(_e33, 8u);
                const float4 _e72 = scale_q(_e71);
                rows_5.q[0][2] = _e72;
            }
        }
        {
            rows_5.q[0][3] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e84 = load_q4_(_e33, 12u);
                const float4 _e85 = scale_q(_e84);
                rows_5.q[0][3] = _e85;
            }
        }
        {
            rows_5.q[0][4] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e97 = load_q4_(_e33, 16u);
                const float4 _e98 = scale_q(_e97);
                rows_5.q[0][4] = _e98;
            }
        }
        {
            rows_5.q[0][5] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e110 = load_q4_(_e33, 20u);
                const float4 _e111 = scale_q(_e110);
                rows_5.q[0][5] = _e111;
            }
        }
        {
            rows_5.q[0][6] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e123 = load_q4_(_e33, 24u);
                const float4 _e124 = scale_q(_e123);
                rows_5.q[0][6] = _e124;
            }
        }
        {
            rows_5.q[0][7] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e136 = load_q4_(_e33, 28u);
                const float4 _e137 = scale_q(_e136);
                rows_5.q[0][7] = _e137;
            }
        }
        {
            rows_5.q[0][8] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e149 = load_q4_(_e33, 32u);
                const float4 _e150 = scale_q(_e149);
                rows_5.q[0][8] = _e150;
            }
        }
        {
            rows_5.q[0][9] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e162 = load_q4_(_e33, 36u);
                const float4 _e163 = scale_q(_e162);
                rows_5.q[0][9] = _e163;
            }
        }
        {
            rows_5.q[0][10] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e175 = load_q4_(_e33, 40u);
                const float4 _e176 = scale_q(_e175);
                rows_5.q[0][10] = _e176;
            }
        }
        {
            rows_5.q[0][11] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e188 = load_q4_(_e33, 44u);
                const float4 _e189 = scale_q(_e188);
                rows_5.q[0][11] = _e189;
            }
        }
        {
            rows_5.q[0][12] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e201 = load_q4_(_e33, 48u);
                const float4 _e202 = scale_q(_e201);
                rows_5.q[0][12] = _e202;
            }
        }
        {
            rows_5.q[0][13] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e214 = load_q4_(_e33, 52u);
                const float4 _e215 = scale_q(_e214);
                rows_5.q[0][13] = _e215;
            }
        }
        {
            rows_5.q[0][14] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e227 = load_q4_(_e33, 56u);
                const float4 _e228 = scale_q(_e227);
                rows_5.q[0][14] = _e228;
            }
        }
        {
            rows_5.q[0][15] = (0.0).xxxx;
            if ((row_7 < _e8.row_end)) {
                const float4 _e240 = load_q4_(_e33, 60u);
                const float4 _e241 = scale_q(_e240);
                rows_5.q[0][15] = _e241;
            }
        }
        {
            rows_5.acc[0][0] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][1] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][2] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][3] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][4] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][5] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][6] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][7] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][8] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][9] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][10] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][11] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][12] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][13] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][14] = (0.0).xxxx;
        }
        {
            rows_5.acc[0][15] = (0.0).xxxx;
        }
        rows_5.keys[0] = (0u).xx;
        rows_5.m[0] = MASKED;
        rows_5.l[0] = 0.0;
        row_factor[0] = 0.0;
        if ((row_7 < _e8.row_end)) {
            const uint _e337 = head_of(_e8, row_7);
            uint _e340 = params.pack;
            const float _e342 = row_weight(b_14, _e337, naga_div(row_7, _e340));
            row_factor[0] = _e342;
            uint _e347 = params.pack;
            const uint2 _e352 = key_range(naga_div(row_7, _e347), _e8.seen.offset, _e8.kv_len);
            float _e356 = row_factor[0];
            rows_5.keys[0] = ((_e356 == 0.0) ? (0u).xx : _e352);
            const uint _e362 = head_of(_e8, row_7);
            uint _e365 = params.pack;
            const uint _e367 = lse_at_1(_e8, _e362, naga_div(row_7, _e365));
            const float _e368 = first_max(_e367);
            rows_5.m[0] = _e368;
        }
        uint _e370 = own_1.x;
        uint _e374 = rows_5.keys[0].x;
        uint _e377 = own_1.y;
        uint _e381 = rows_5.keys[0].y;
        own_1 = uint2(min(_e370, _e374), max(_e377, _e381));
    }
    {
        uint _e386 = rows_5.first;
        uint row_8 = (_e386 + 1u);
        const uint _e388 = query_at(_e8, row_8);
        {
            rows_5.q[1][0] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e400 = load_q4_(_e388, 0u);
                const float4 _e401 = scale_q(_e400);
                rows_5.q[1][0] = _e401;
            }
        }
        {
            rows_5.q[1][1] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e413 = load_q4_(_e388, 4u);
                const float4 _e414 = scale_q(_e413);
                rows_5.q[1][1] = _e414;
            }
        }
        {
            rows_5.q[1][2] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e426 = load_q4_(_e388, 8u);
                const float4 _e427 = scale_q(_e426);
                rows_5.q[1][2] = _e427;
            }
        }
        {
            rows_5.q[1][3] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e439 = load_q4_(_e388, 12u);
                const float4 _e440 = scale_q(_e439);
                rows_5.q[1][3] = _e440;
            }
        }
        {
            rows_5.q[1][4] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e452 = load_q4_(_e388, 16u);
                const float4 _e453 = scale_q(_e452);
                rows_5.q[1][4] = _e453;
            }
        }
        {
            rows_5.q[1][5] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e465 = load_q4_(_e388, 20u);
                const float4 _e466 = scale_q(_e465);
                rows_5.q[1][5] = _e466;
            }
        }
        {
            rows_5.q[1][6] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e478 = load_q4_(_e388, 24u);
                const float4 _e479 = scale_q(_e478);
                rows_5.q[1][6] = _e479;
            }
        }
        {
            rows_5.q[1][7] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e491 = load_q4_(_e388, 28u);
                const float4 _e492 = scale_q(_e491);
                rows_5.q[1][7] = _e492;
            }
        }
        {
            rows_5.q[1][8] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e504 = load_q4_(_e388, 32u);
                const float4 _e505 = scale_q(_e504);
                rows_5.q[1][8] = _e505;
            }
        }
        {
            rows_5.q[1][9] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e517 = load_q4_(_e388, 36u);
                const float4 _e518 = scale_q(_e517);
                rows_5.q[1][9] = _e518;
            }
        }
        {
            rows_5.q[1][10] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e530 = load_q4_(_e388, 40u);
                const float4 _e531 = scale_q(_e530);
                rows_5.q[1][10] = _e531;
            }
        }
        {
            rows_5.q[1][11] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e543 = load_q4_(_e388, 44u);
                const float4 _e544 = scale_q(_e543);
                rows_5.q[1][11] = _e544;
            }
        }
        {
            rows_5.q[1][12] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e556 = load_q4_(_e388, 48u);
                const float4 _e557 = scale_q(_e556);
                rows_5.q[1][12] = _e557;
            }
        }
        {
            rows_5.q[1][13] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e569 = load_q4_(_e388, 52u);
                const float4 _e570 = scale_q(_e569);
                rows_5.q[1][13] = _e570;
            }
        }
        {
            rows_5.q[1][14] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e582 = load_q4_(_e388, 56u);
                const float4 _e583 = scale_q(_e582);
                rows_5.q[1][14] = _e583;
            }
        }
        {
            rows_5.q[1][15] = (0.0).xxxx;
            if ((row_8 < _e8.row_end)) {
                const float4 _e595 = load_q4_(_e388, 60u);
                const float4 _e596 = scale_q(_e595);
                rows_5.q[1][15] = _e596;
            }
        }
        {
            rows_5.acc[1][0] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][1] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][2] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][3] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][4] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][5] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][6] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][7] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][8] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][9] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][10] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][11] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][12] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][13] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][14] = (0.0).xxxx;
        }
        {
            rows_5.acc[1][15] = (0.0).xxxx;
        }
        rows_5.keys[1] = (0u).xx;
        rows_5.m[1] = MASKED;
        rows_5.l[1] = 0.0;
        row_factor[1] = 0.0;
        if ((row_8 < _e8.row_end)) {
            const uint _e692 = head_of(_e8, row_8);
            uint _e695 = params.pack;
            const float _e697 = row_weight(b_14, _e692, naga_div(row_8, _e695));
            row_factor[1] = _e697;
            uint _e702 = params.pack;
            const uint2 _e707 = key_range(naga_div(row_8, _e702), _e8.seen.offset, _e8.kv_len);
            float _e711 = row_factor[1];
            rows_5.keys[1] = ((_e711 == 0.0) ? (0u).xx : _e707);
            const uint _e717 = head_of(_e8, row_8);
            uint _e720 = params.pack;
            const uint _e722 = lse_at_1(_e8, _e717, naga_div(row_8, _e720));
            const float _e723 = first_max(_e722);
            rows_5.m[1] = _e723;
        }
        uint _e725 = own_1.x;
        uint _e729 = rows_5.keys[1].x;
        uint _e732 = own_1.y;
        uint _e736 = rows_5.keys[1].y;
        own_1 = uint2(min(_e725, _e729), max(_e732, _e736));
    }
    {
        uint _e741 = rows_5.first;
        uint row_9 = (_e741 + 2u);
        const uint _e743 = query_at(_e8, row_9);
        {
            rows_5.q[2][0] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e755 = load_q4_(_e743, 0u);
                const float4 _e756 = scale_q(_e755);
                rows_5.q[2][0] = _e756;
            }
        }
        {
            rows_5.q[2][1] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e768 = load_q4_(_e743, 4u);
                const float4 _e769 = scale_q(_e768);
                rows_5.q[2][1] = _e769;
            }
        }
        {
            rows_5.q[2][2] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e781 = load_q4_(_e743, 8u);
                const float4 _e782 = scale_q(_e781);
                rows_5.q[2][2] = _e782;
            }
        }
        {
            rows_5.q[2][3] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e794 = load_q4_(_e743, 12u);
                const float4 _e795 = scale_q(_e794);
                rows_5.q[2][3] = _e795;
            }
        }
        {
            rows_5.q[2][4] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e807 = load_q4_(_e743, 16u);
                const float4 _e808 = scale_q(_e807);
                rows_5.q[2][4] = _e808;
            }
        }
        {
            rows_5.q[2][5] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e820 = load_q4_(_e743, 20u);
                const float4 _e821 = scale_q(_e820);
                rows_5.q[2][5] = _e821;
            }
        }
        {
            rows_5.q[2][6] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e833 = load_q4_(_e743, 24u);
                const float4 _e834 = scale_q(_e833);
                rows_5.q[2][6] = _e834;
            }
        }
        {
            rows_5.q[2][7] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e846 = load_q4_(_e743, 28u);
                const float4 _e847 = scale_q(_e846);
                rows_5.q[2][7] = _e847;
            }
        }
        {
            rows_5.q[2][8] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e859 = load_q4_(_e743, 32u);
                const float4 _e860 = scale_q(_e859);
                rows_5.q[2][8] = _e860;
            }
        }
        {
            rows_5.q[2][9] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e872 = load_q4_(_e743, 36u);
                const float4 _e873 = scale_q(_e872);
                rows_5.q[2][9] = _e873;
            }
        }
        {
            rows_5.q[2][10] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e885 = load_q4_(_e743, 40u);
                const float4 _e886 = scale_q(_e885);
                rows_5.q[2][10] = _e886;
            }
        }
        {
            rows_5.q[2][11] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e898 = load_q4_(_e743, 44u);
                const float4 _e899 = scale_q(_e898);
                rows_5.q[2][11] = _e899;
            }
        }
        {
            rows_5.q[2][12] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e911 = load_q4_(_e743, 48u);
                const float4 _e912 = scale_q(_e911);
                rows_5.q[2][12] = _e912;
            }
        }
        {
            rows_5.q[2][13] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e924 = load_q4_(_e743, 52u);
                const float4 _e925 = scale_q(_e924);
                rows_5.q[2][13] = _e925;
            }
        }
        {
            rows_5.q[2][14] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e937 = load_q4_(_e743, 56u);
                const float4 _e938 = scale_q(_e937);
                rows_5.q[2][14] = _e938;
            }
        }
        {
            rows_5.q[2][15] = (0.0).xxxx;
            if ((row_9 < _e8.row_end)) {
                const float4 _e950 = load_q4_(_e743, 60u);
                const float4 _e951 = scale_q(_e950);
                rows_5.q[2][15] = _e951;
            }
        }
        {
            rows_5.acc[2][0] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][1] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][2] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][3] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][4] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][5] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][6] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][7] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][8] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][9] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][10] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][11] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][12] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][13] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][14] = (0.0).xxxx;
        }
        {
            rows_5.acc[2][15] = (0.0).xxxx;
        }
        rows_5.keys[2] = (0u).xx;
        rows_5.m[2] = MASKED;
        rows_5.l[2] = 0.0;
        row_factor[2] = 0.0;
        if ((row_9 < _e8.row_end)) {
            const uint _e1047 = head_of(_e8, row_9);
            uint _e1050 = params.pack;
            const float _e1052 = row_weight(b_14, _e1047, naga_div(row_9, _e1050));
            row_factor[2] = _e1052;
            uint _e1057 = params.pack;
            const uint2 _e1062 = key_range(naga_div(row_9, _e1057), _e8.seen.offset, _e8.kv_len);
            float _e1066 = row_factor[2];
            rows_5.keys[2] = ((_e1066 == 0.0) ? (0u).xx : _e1062);
            const uint _e1072 = head_of(_e8, row_9);
            uint _e1075 = params.pack;
            const uint _e1077 = lse_at_1(_e8, _e1072, naga_div(row_9, _e1075));
            const float _e1078 = first_max(_e1077);
            rows_5.m[2] = _e1078;
        }
        uint _e1080 = own_1.x;
        uint _e1084 = rows_5.keys[2].x;
        uint _e1087 = own_1.y;
        uint _e1091 = rows_5.keys[2].y;
        own_1 = uint2(min(_e1080, _e1084), max(_e1087, _e1091));
    }
    {
        uint _e1096 = rows_5.first;
        uint row_10 = (_e1096 + 3u);
        const uint _e1098 = query_at(_e8, row_10);
        {
            rows_5.q[3][0] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1110 = load_q4_(_e1098, 0u);
                const float4 _e1111 = scale_q(_e1110);
                rows_5.q[3][0] = _e1111;
            }
        }
        {
            rows_5.q[3][1] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1123 = load_q4_(_e1098, 4u);
                const float4 _e1124 = scale_q(_e1123);
                rows_5.q[3][1] = _e1124;
            }
        }
        {
            rows_5.q[3][2] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1136 = load_q4_(_e1098, 8u);
                const float4 _e1137 = scale_q(_e1136);
                rows_5.q[3][2] = _e1137;
            }
        }
        {
            rows_5.q[3][3] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1149 = load_q4_(_e1098, 12u);
                const float4 _e1150 = scale_q(_e1149);
                rows_5.q[3][3] = _e1150;
            }
        }
        {
            rows_5.q[3][4] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1162 = load_q4_(_e1098, 16u);
                const float4 _e1163 = scale_q(_e1162);
                rows_5.q[3][4] = _e1163;
            }
        }
        {
            rows_5.q[3][5] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1175 = load_q4_(_e1098, 20u);
                const float4 _e1176 = scale_q(_e1175);
                rows_5.q[3][5] = _e1176;
            }
        }
        {
            rows_5.q[3][6] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1188 = load_q4_(_e1098, 24u);
                const float4 _e1189 = scale_q(_e1188);
                rows_5.q[3][6] = _e1189;
            }
        }
        {
            rows_5.q[3][7] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1201 = load_q4_(_e1098, 28u);
                const float4 _e1202 = scale_q(_e1201);
                rows_5.q[3][7] = _e1202;
            }
        }
        {
            rows_5.q[3][8] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1214 = load_q4_(_e1098, 32u);
                const float4 _e1215 = scale_q(_e1214);
                rows_5.q[3][8] = _e1215;
            }
        }
        {
            rows_5.q[3][9] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1227 = load_q4_(_e1098, 36u);
                const float4 _e1228 = scale_q(_e1227);
                rows_5.q[3][9] = _e1228;
            }
        }
        {
            rows_5.q[3][10] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1240 = load_q4_(_e1098, 40u);
                const float4 _e1241 = scale_q(_e1240);
                rows_5.q[3][10] = _e1241;
            }
        }
        {
            rows_5.q[3][11] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1253 = load_q4_(_e1098, 44u);
                const float4 _e1254 = scale_q(_e1253);
                rows_5.q[3][11] = _e1254;
            }
        }
        {
            rows_5.q[3][12] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1266 = load_q4_(_e1098, 48u);
                const float4 _e1267 = scale_q(_e1266);
                rows_5.q[3][12] = _e1267;
            }
        }
        {
            rows_5.q[3][13] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1279 = load_q4_(_e1098, 52u);
                const float4 _e1280 = scale_q(_e1279);
                rows_5.q[3][13] = _e1280;
            }
        }
        {
            rows_5.q[3][14] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1292 = load_q4_(_e1098, 56u);
                const float4 _e1293 = scale_q(_e1292);
                rows_5.q[3][14] = _e1293;
            }
        }
        {
            rows_5.q[3][15] = (0.0).xxxx;
            if ((row_10 < _e8.row_end)) {
                const float4 _e1305 = load_q4_(_e1098, 60u);
                const float4 _e1306 = scale_q(_e1305);
                rows_5.q[3][15] = _e1306;
            }
        }
        {
            rows_5.acc[3][0] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][1] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][2] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][3] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][4] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][5] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][6] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][7] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][8] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][9] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][10] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][11] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][12] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][13] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][14] = (0.0).xxxx;
        }
        {
            rows_5.acc[3][15] = (0.0).xxxx;
        }
        rows_5.keys[3] = (0u).xx;
        rows_5.m[3] = MASKED;
        rows_5.l[3] = 0.0;
        row_factor[3] = 0.0;
        if ((row_10 < _e8.row_end)) {
            const uint _e1402 = head_of(_e8, row_10);
            uint _e1405 = params.pack;
            const float _e1407 = row_weight(b_14, _e1402, naga_div(row_10, _e1405));
            row_factor[3] = _e1407;
            uint _e1412 = params.pack;
            const uint2 _e1417 = key_range(naga_div(row_10, _e1412), _e8.seen.offset, _e8.kv_len);
            float _e1421 = row_factor[3];
            rows_5.keys[3] = ((_e1421 == 0.0) ? (0u).xx : _e1417);
            const uint _e1427 = head_of(_e8, row_10);
            uint _e1430 = params.pack;
            const uint _e1432 = lse_at_1(_e8, _e1427, naga_div(row_10, _e1430));
            const float _e1433 = first_max(_e1432);
            rows_5.m[3] = _e1433;
        }
        uint _e1435 = own_1.x;
        uint _e1439 = rows_5.keys[3].x;
        uint _e1442 = own_1.y;
        uint _e1446 = rows_5.keys[3].y;
        own_1 = uint2(min(_e1435, _e1439), max(_e1442, _e1446));
    }
    {
        uint _e1451 = rows_5.first;
        uint row_11 = (_e1451 + 4u);
        const uint _e1453 = query_at(_e8, row_11);
        {
            rows_5.q[4][0] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1465 = load_q4_(_e1453, 0u);
                const float4 _e1466 = scale_q(_e1465);
                rows_5.q[4][0] = _e1466;
            }
        }
        {
            rows_5.q[4][1] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1478 = load_q4_(_e1453, 4u);
                const float4 _e1479 = scale_q(_e1478);
                rows_5.q[4][1] = _e1479;
            }
        }
        {
            rows_5.q[4][2] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1491 = load_q4_(_e1453, 8u);
                const float4 _e1492 = scale_q(_e1491);
                rows_5.q[4][2] = _e1492;
            }
        }
        {
            rows_5.q[4][3] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1504 = load_q4_(_e1453, 12u);
                const float4 _e1505 = scale_q(_e1504);
                rows_5.q[4][3] = _e1505;
            }
        }
        {
            rows_5.q[4][4] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1517 = load_q4_(_e1453, 16u);
                const float4 _e1518 = scale_q(_e1517);
                rows_5.q[4][4] = _e1518;
            }
        }
        {
            rows_5.q[4][5] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1530 = load_q4_(_e1453, 20u);
                const float4 _e1531 = scale_q(_e1530);
                rows_5.q[4][5] = _e1531;
            }
        }
        {
            rows_5.q[4][6] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1543 = load_q4_(_e1453, 24u);
                const float4 _e1544 = scale_q(_e1543);
                rows_5.q[4][6] = _e1544;
            }
        }
        {
            rows_5.q[4][7] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1556 = load_q4_(_e1453, 28u);
                const float4 _e1557 = scale_q(_e1556);
                rows_5.q[4][7] = _e1557;
            }
        }
        {
            rows_5.q[4][8] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1569 = load_q4_(_e1453, 32u);
                const float4 _e1570 = scale_q(_e1569);
                rows_5.q[4][8] = _e1570;
            }
        }
        {
            rows_5.q[4][9] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1582 = load_q4_(_e1453, 36u);
                const float4 _e1583 = scale_q(_e1582);
                rows_5.q[4][9] = _e1583;
            }
        }
        {
            rows_5.q[4][10] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1595 = load_q4_(_e1453, 40u);
                const float4 _e1596 = scale_q(_e1595);
                rows_5.q[4][10] = _e1596;
            }
        }
        {
            rows_5.q[4][11] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1608 = load_q4_(_e1453, 44u);
                const float4 _e1609 = scale_q(_e1608);
                rows_5.q[4][11] = _e1609;
            }
        }
        {
            rows_5.q[4][12] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1621 = load_q4_(_e1453, 48u);
                const float4 _e1622 = scale_q(_e1621);
                rows_5.q[4][12] = _e1622;
            }
        }
        {
            rows_5.q[4][13] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1634 = load_q4_(_e1453, 52u);
                const float4 _e1635 = scale_q(_e1634);
                rows_5.q[4][13] = _e1635;
            }
        }
        {
            rows_5.q[4][14] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1647 = load_q4_(_e1453, 56u);
                const float4 _e1648 = scale_q(_e1647);
                rows_5.q[4][14] = _e1648;
            }
        }
        {
            rows_5.q[4][15] = (0.0).xxxx;
            if ((row_11 < _e8.row_end)) {
                const float4 _e1660 = load_q4_(_e1453, 60u);
                const float4 _e1661 = scale_q(_e1660);
                rows_5.q[4][15] = _e1661;
            }
        }
        {
            rows_5.acc[4][0] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][1] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][2] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][3] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][4] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][5] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][6] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][7] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][8] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][9] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][10] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][11] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][12] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][13] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][14] = (0.0).xxxx;
        }
        {
            rows_5.acc[4][15] = (0.0).xxxx;
        }
        rows_5.keys[4] = (0u).xx;
        rows_5.m[4] = MASKED;
        rows_5.l[4] = 0.0;
        row_factor[4] = 0.0;
        if ((row_11 < _e8.row_end)) {
            const uint _e1757 = head_of(_e8, row_11);
            uint _e1760 = params.pack;
            const float _e1762 = row_weight(b_14, _e1757, naga_div(row_11, _e1760));
            row_factor[4] = _e1762;
            uint _e1767 = params.pack;
            const uint2 _e1772 = key_range(naga_div(row_11, _e1767), _e8.seen.offset, _e8.kv_len);
            float _e1776 = row_factor[4];
            rows_5.keys[4] = ((_e1776 == 0.0) ? (0u).xx : _e1772);
            const uint _e1782 = head_of(_e8, row_11);
            uint _e1785 = params.pack;
            const uint _e1787 = lse_at_1(_e8, _e1782, naga_div(row_11, _e1785));
            const float _e1788 = first_max(_e1787);
            rows_5.m[4] = _e1788;
        }
        uint _e1790 = own_1.x;
        uint _e1794 = rows_5.keys[4].x;
        uint _e1797 = own_1.y;
        uint _e1801 = rows_5.keys[4].y;
        own_1 = uint2(min(_e1790, _e1794), max(_e1797, _e1801));
    }
    {
        uint _e1806 = rows_5.first;
        uint row_12 = (_e1806 + 5u);
        const uint _e1808 = query_at(_e8, row_12);
        {
            rows_5.q[5][0] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1820 = load_q4_(_e1808, 0u);
                const float4 _e1821 = scale_q(_e1820);
                rows_5.q[5][0] = _e1821;
            }
        }
        {
            rows_5.q[5][1] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1833 = load_q4_(_e1808, 4u);
                const float4 _e1834 = scale_q(_e1833);
                rows_5.q[5][1] = _e1834;
            }
        }
        {
            rows_5.q[5][2] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1846 = load_q4_(_e1808, 8u);
                const float4 _e1847 = scale_q(_e1846);
                rows_5.q[5][2] = _e1847;
            }
        }
        {
            rows_5.q[5][3] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1859 = load_q4_(_e1808, 12u);
                const float4 _e1860 = scale_q(_e1859);
                rows_5.q[5][3] = _e1860;
            }
        }
        {
            rows_5.q[5][4] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1872 = load_q4_(_e1808, 16u);
                const float4 _e1873 = scale_q(_e1872);
                rows_5.q[5][4] = _e1873;
            }
        }
        {
            rows_5.q[5][5] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1885 = load_q4_(_e1808, 20u);
                const float4 _e1886 = scale_q(_e1885);
                rows_5.q[5][5] = _e1886;
            }
        }
        {
            rows_5.q[5][6] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1898 = load_q4_(_e1808, 24u);
                const float4 _e1899 = scale_q(_e1898);
                rows_5.q[5][6] = _e1899;
            }
        }
        {
            rows_5.q[5][7] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1911 = load_q4_(_e1808, 28u);
                const float4 _e1912 = scale_q(_e1911);
                rows_5.q[5][7] = _e1912;
            }
        }
        {
            rows_5.q[5][8] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1924 = load_q4_(_e1808, 32u);
                const float4 _e1925 = scale_q(_e1924);
                rows_5.q[5][8] = _e1925;
            }
        }
        {
            rows_5.q[5][9] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1937 = load_q4_(_e1808, 36u);
                const float4 _e1938 = scale_q(_e1937);
                rows_5.q[5][9] = _e1938;
            }
        }
        {
            rows_5.q[5][10] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1950 = load_q4_(_e1808, 40u);
                const float4 _e1951 = scale_q(_e1950);
                rows_5.q[5][10] = _e1951;
            }
        }
        {
            rows_5.q[5][11] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1963 = load_q4_(_e1808, 44u);
                const float4 _e1964 = scale_q(_e1963);
                rows_5.q[5][11] = _e1964;
            }
        }
        {
            rows_5.q[5][12] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1976 = load_q4_(_e1808, 48u);
                const float4 _e1977 = scale_q(_e1976);
                rows_5.q[5][12] = _e1977;
            }
        }
        {
            rows_5.q[5][13] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e1989 = load_q4_(_e1808, 52u);
                const float4 _e1990 = scale_q(_e1989);
                rows_5.q[5][13] = _e1990;
            }
        }
        {
            rows_5.q[5][14] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e2002 = load_q4_(_e1808, 56u);
                const float4 _e2003 = scale_q(_e2002);
                rows_5.q[5][14] = _e2003;
            }
        }
        {
            rows_5.q[5][15] = (0.0).xxxx;
            if ((row_12 < _e8.row_end)) {
                const float4 _e2015 = load_q4_(_e1808, 60u);
                const float4 _e2016 = scale_q(_e2015);
                rows_5.q[5][15] = _e2016;
            }
        }
        {
            rows_5.acc[5][0] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][1] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][2] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][3] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][4] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][5] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][6] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][7] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][8] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][9] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][10] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][11] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][12] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][13] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][14] = (0.0).xxxx;
        }
        {
            rows_5.acc[5][15] = (0.0).xxxx;
        }
        rows_5.keys[5] = (0u).xx;
        rows_5.m[5] = MASKED;
        rows_5.l[5] = 0.0;
        row_factor[5] = 0.0;
        if ((row_12 < _e8.row_end)) {
            const uint _e2112 = head_of(_e8, row_12);
            uint _e2115 = params.pack;
            const float _e2117 = row_weight(b_14, _e2112, naga_div(row_12, _e2115));
            row_factor[5] = _e2117;
            uint _e2122 = params.pack;
            const uint2 _e2127 = key_range(naga_div(row_12, _e2122), _e8.seen.offset, _e8.kv_len);
            float _e2131 = row_factor[5];
            rows_5.keys[5] = ((_e2131 == 0.0) ? (0u).xx : _e2127);
            const uint _e2137 = head_of(_e8, row_12);
            uint _e2140 = params.pack;
            const uint _e2142 = lse_at_1(_e8, _e2137, naga_div(row_12, _e2140));
            const float _e2143 = first_max(_e2142);
            rows_5.m[5] = _e2143;
        }
        uint _e2145 = own_1.x;
        uint _e2149 = rows_5.keys[5].x;
        uint _e2152 = own_1.y;
        uint _e2156 = rows_5.keys[5].y;
        own_1 = uint2(min(_e2145, _e2149), max(_e2152, _e2156));
    }
    {
        uint _e2161 = rows_5.first;
        uint row_13 = (_e2161 + 6u);
        const uint _e2163 = query_at(_e8, row_13);
        {
            rows_5.q[6][0] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2175 = load_q4_(_e2163, 0u);
                const float4 _e2176 = scale_q(_e2175);
                rows_5.q[6][0] = _e2176;
            }
        }
        {
            rows_5.q[6][1] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2188 = load_q4_(_e2163, 4u);
                const float4 _e2189 = scale_q(_e2188);
                rows_5.q[6][1] = _e2189;
            }
        }
        {
            rows_5.q[6][2] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2201 = load_q4_(_e2163, 8u);
                const float4 _e2202 = scale_q(_e2201);
                rows_5.q[6][2] = _e2202;
            }
        }
        {
            rows_5.q[6][3] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2214 = load_q4_(_e2163, 12u);
                const float4 _e2215 = scale_q(_e2214);
                rows_5.q[6][3] = _e2215;
            }
        }
        {
            rows_5.q[6][4] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2227 = load_q4_(_e2163, 16u);
                const float4 _e2228 = scale_q(_e2227);
                rows_5.q[6][4] = _e2228;
            }
        }
        {
            rows_5.q[6][5] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2240 = load_q4_(_e2163, 20u);
                const float4 _e2241 = scale_q(_e2240);
                rows_5.q[6][5] = _e2241;
            }
        }
        {
            rows_5.q[6][6] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2253 = load_q4_(_e2163, 24u);
                const float4 _e2254 = scale_q(_e2253);
                rows_5.q[6][6] = _e2254;
            }
        }
        {
            rows_5.q[6][7] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2266 = load_q4_(_e2163, 28u);
                const float4 _e2267 = scale_q(_e2266);
                rows_5.q[6][7] = _e2267;
            }
        }
        {
            rows_5.q[6][8] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2279 = load_q4_(_e2163, 32u);
                const float4 _e2280 = scale_q(_e2279);
                rows_5.q[6][8] = _e2280;
            }
        }
        {
            rows_5.q[6][9] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2292 = load_q4_(_e2163, 36u);
                const float4 _e2293 = scale_q(_e2292);
                rows_5.q[6][9] = _e2293;
            }
        }
        {
            rows_5.q[6][10] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2305 = load_q4_(_e2163, 40u);
                const float4 _e2306 = scale_q(_e2305);
                rows_5.q[6][10] = _e2306;
            }
        }
        {
            rows_5.q[6][11] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2318 = load_q4_(_e2163, 44u);
                const float4 _e2319 = scale_q(_e2318);
                rows_5.q[6][11] = _e2319;
            }
        }
        {
            rows_5.q[6][12] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2331 = load_q4_(_e2163, 48u);
                const float4 _e2332 = scale_q(_e2331);
                rows_5.q[6][12] = _e2332;
            }
        }
        {
            rows_5.q[6][13] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2344 = load_q4_(_e2163, 52u);
                const float4 _e2345 = scale_q(_e2344);
                rows_5.q[6][13] = _e2345;
            }
        }
        {
            rows_5.q[6][14] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2357 = load_q4_(_e2163, 56u);
                const float4 _e2358 = scale_q(_e2357);
                rows_5.q[6][14] = _e2358;
            }
        }
        {
            rows_5.q[6][15] = (0.0).xxxx;
            if ((row_13 < _e8.row_end)) {
                const float4 _e2370 = load_q4_(_e2163, 60u);
                const float4 _e2371 = scale_q(_e2370);
                rows_5.q[6][15] = _e2371;
            }
        }
        {
            rows_5.acc[6][0] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][1] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][2] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][3] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][4] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][5] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][6] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][7] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][8] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][9] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][10] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][11] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][12] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][13] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][14] = (0.0).xxxx;
        }
        {
            rows_5.acc[6][15] = (0.0).xxxx;
        }
        rows_5.keys[6] = (0u).xx;
        rows_5.m[6] = MASKED;
        rows_5.l[6] = 0.0;
        row_factor[6] = 0.0;
        if ((row_13 < _e8.row_end)) {
            const uint _e2467 = head_of(_e8, row_13);
            uint _e2470 = params.pack;
            const float _e2472 = row_weight(b_14, _e2467, naga_div(row_13, _e2470));
            row_factor[6] = _e2472;
            uint _e2477 = params.pack;
            const uint2 _e2482 = key_range(naga_div(row_13, _e2477), _e8.seen.offset, _e8.kv_len);
            float _e2486 = row_factor[6];
            rows_5.keys[6] = ((_e2486 == 0.0) ? (0u).xx : _e2482);
            const uint _e2492 = head_of(_e8, row_13);
            uint _e2495 = params.pack;
            const uint _e2497 = lse_at_1(_e8, _e2492, naga_div(row_13, _e2495));
            const float _e2498 = first_max(_e2497);
            rows_5.m[6] = _e2498;
        }
        uint _e2500 = own_1.x;
        uint _e2504 = rows_5.keys[6].x;
        uint _e2507 = own_1.y;
        uint _e2511 = rows_5.keys[6].y;
        own_1 = uint2(min(_e2500, _e2504), max(_e2507, _e2511));
    }
    {
        uint _e2516 = rows_5.first;
        uint row_14 = (_e2516 + 7u);
        const uint _e2518 = query_at(_e8, row_14);
        {
            rows_5.q[7][0] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2530 = load_q4_(_e2518, 0u);
                const float4 _e2531 = scale_q(_e2530);
                rows_5.q[7][0] = _e2531;
            }
        }
        {
            rows_5.q[7][1] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2543 = load_q4_(_e2518, 4u);
                const float4 _e2544 = scale_q(_e2543);
                rows_5.q[7][1] = _e2544;
            }
        }
        {
            rows_5.q[7][2] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2556 = load_q4_(_e2518, 8u);
                const float4 _e2557 = scale_q(_e2556);
                rows_5.q[7][2] = _e2557;
            }
        }
        {
            rows_5.q[7][3] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2569 = load_q4_(_e2518, 12u);
                const float4 _e2570 = scale_q(_e2569);
                rows_5.q[7][3] = _e2570;
            }
        }
        {
            rows_5.q[7][4] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2582 = load_q4_(_e2518, 16u);
                const float4 _e2583 = scale_q(_e2582);
                rows_5.q[7][4] = _e2583;
            }
        }
        {
            rows_5.q[7][5] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2595 = load_q4_(_e2518, 20u);
                const float4 _e2596 = scale_q(_e2595);
                rows_5.q[7][5] = _e2596;
            }
        }
        {
            rows_5.q[7][6] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2608 = load_q4_(_e2518, 24u);
                const float4 _e2609 = scale_q(_e2608);
                rows_5.q[7][6] = _e2609;
            }
        }
        {
            rows_5.q[7][7] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2621 = load_q4_(_e2518, 28u);
                const float4 _e2622 = scale_q(_e2621);
                rows_5.q[7][7] = _e2622;
            }
        }
        {
            rows_5.q[7][8] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2634 = load_q4_(_e2518, 32u);
                const float4 _e2635 = scale_q(_e2634);
                rows_5.q[7][8] = _e2635;
            }
        }
        {
            rows_5.q[7][9] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2647 = load_q4_(_e2518, 36u);
                const float4 _e2648 = scale_q(_e2647);
                rows_5.q[7][9] = _e2648;
            }
        }
        {
            rows_5.q[7][10] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2660 = load_q4_(_e2518, 40u);
                const float4 _e2661 = scale_q(_e2660);
                rows_5.q[7][10] = _e2661;
            }
        }
        {
            rows_5.q[7][11] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2673 = load_q4_(_e2518, 44u);
                const float4 _e2674 = scale_q(_e2673);
                rows_5.q[7][11] = _e2674;
            }
        }
        {
            rows_5.q[7][12] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2686 = load_q4_(_e2518, 48u);
                const float4 _e2687 = scale_q(_e2686);
                rows_5.q[7][12] = _e2687;
            }
        }
        {
            rows_5.q[7][13] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2699 = load_q4_(_e2518, 52u);
                const float4 _e2700 = scale_q(_e2699);
                rows_5.q[7][13] = _e2700;
            }
        }
        {
            rows_5.q[7][14] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2712 = load_q4_(_e2518, 56u);
                const float4 _e2713 = scale_q(_e2712);
                rows_5.q[7][14] = _e2713;
            }
        }
        {
            rows_5.q[7][15] = (0.0).xxxx;
            if ((row_14 < _e8.row_end)) {
                const float4 _e2725 = load_q4_(_e2518, 60u);
                const float4 _e2726 = scale_q(_e2725);
                rows_5.q[7][15] = _e2726;
            }
        }
        {
            rows_5.acc[7][0] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][1] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][2] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][3] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][4] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][5] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][6] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][7] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][8] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][9] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][10] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][11] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][12] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][13] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][14] = (0.0).xxxx;
        }
        {
            rows_5.acc[7][15] = (0.0).xxxx;
        }
        rows_5.keys[7] = (0u).xx;
        rows_5.m[7] = MASKED;
        rows_5.l[7] = 0.0;
        row_factor[7] = 0.0;
        if ((row_14 < _e8.row_end)) {
            const uint _e2822 = head_of(_e8, row_14);
            uint _e2825 = params.pack;
            const float _e2827 = row_weight(b_14, _e2822, naga_div(row_14, _e2825));
            row_factor[7] = _e2827;
            uint _e2832 = params.pack;
            const uint2 _e2837 = key_range(naga_div(row_14, _e2832), _e8.seen.offset, _e8.kv_len);
            float _e2841 = row_factor[7];
            rows_5.keys[7] = ((_e2841 == 0.0) ? (0u).xx : _e2837);
            const uint _e2847 = head_of(_e8, row_14);
            uint _e2850 = params.pack;
            const uint _e2852 = lse_at_1(_e8, _e2847, naga_div(row_14, _e2850));
            const float _e2853 = first_max(_e2852);
            rows_5.m[7] = _e2853;
        }
        uint _e2855 = own_1.x;
        uint _e2859 = rows_5.keys[7].x;
        uint _e2862 = own_1.y;
        uint _e2866 = rows_5.keys[7].y;
        own_1 = uint2(min(_e2855, _e2859), max(_e2862, _e2866));
    }
    uint2 _e2869 = own_1;
    const uint2 _e2870 = seen_together(_e2869);
    own_1 = _e2870;
    t_2 = _e8.tiles.x;
    uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
    bool loop_init_9 = true;
    while(true) {
        if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
        loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
        if (!loop_init_9) {
            uint _e3012 = t_2;
            t_2 = (_e3012 + 1u);
        }
        loop_init_9 = false;
        uint _e2874 = t_2;
        if ((_e2874 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e2878 = t_2;
            const Tile _e2882 = tile_at(_e2878, _e8.tiles.z, _e8.seen);
            uint key0_ = _e2882.first;
            if ((key0_ >= _e2882.end)) {
                continue;
            }
            GroupMemoryBarrierWithGroupSync();
            n_8 = tid_1;
            uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
            bool loop_init_10 = true;
            while(true) {
                if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
                loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                if (!loop_init_10) {
                    uint _e2916 = n_8;
                    n_8 = (_e2916 + WORKGROUP);
                }
                loop_init_10 = false;
                uint _e2887 = n_8;
                if ((_e2887 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e2890 = n_8;
                    const uint _e2894 = key_of((key0_ + naga_div(_e2890, QK4_)));
                    x_10 = (0.0).xxxx;
                    if ((_e2894 < _e2882.end)) {
                        uint _e2903 = params.k_row;
                        uint _e2906 = n_8;
                        const float4 _e2911 = load_k4_((_e8.k_base + (_e2894 * _e2903)), (naga_mod(_e2906, QK4_) * 4u));
                        x_10 = _e2911;
                    }
                    uint _e2913 = n_8;
                    float4 _e2915 = x_10;
                    k_tile[min(uint(_e2913), 255u)] = _e2915;
                }
            }
            n_9 = tid_1;
            uint2 loop_bound_11 = uint2(4294967295u, 4294967295u);
            bool loop_init_11 = true;
            while(true) {
                if (all(loop_bound_11 == uint2(0u, 0u))) { break; }
                loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                if (!loop_init_11) {
                    uint _e2953 = n_9;
                    n_9 = (_e2953 + WORKGROUP);
                }
                loop_init_11 = false;
                uint _e2920 = n_9;
                if ((_e2920 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e2923 = n_9;
                    const uint _e2927 = key_of((key0_ + naga_div(_e2923, V4_)));
                    x_11 = (0.0).xxxx;
                    if ((_e2927 < _e2882.end)) {
                        uint _e2936 = params.v_row;
                        uint _e2939 = n_9;
                        const float4 _e2944 = load_v4_((_e8.v_base + (_e2927 * _e2936)), (naga_mod(_e2939, V4_) * 4u));
                        x_11 = _e2944;
                        float4 _e2945 = x_11;
                        const bool _e2946 = any_nonfinite(_e2945);
                        if (_e2946) {
                            { uint dummy_1 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_1); }
                        }
                    }
                    uint _e2950 = n_9;
                    float4 _e2952 = x_11;
                    v_tile[min(uint(_e2950), 255u)] = _e2952;
                }
            }
            GroupMemoryBarrierWithGroupSync();
            uint _e2957; InterlockedOr(v_nonfinite, 0, _e2957);
            bool careful = (_e2957 != 0u);
            const bool _e2960 = sees_whole(_e8, _e2882);
            if (!(_e2882.partly)) {
                uint _e2966 = own_1.y;
                if ((key0_ < _e2966)) {
                    uint _e2973 = own_1.x;
                    local_26 = ((key0_ + BLOCK_K) > _e2973);
                } else {
                    local_26 = false;
                }
                bool _e2976 = local_26;
                local_25 = _e2976;
            } else {
                local_25 = true;
            }
            bool _e2978 = local_25;
            if (_e2978) {
                {
                    attend(rows_5, ConstructTileAt(b_14, _e8.seen.head, (key0_ + 0u), _e2882.end, 0u, !(_e2960), careful, tid_1));
                }
                {
                    attend(rows_5, ConstructTileAt(b_14, _e8.seen.head, (key0_ + 4u), _e2882.end, 4u, !(_e2960), careful, tid_1));
                }
                {
                    attend(rows_5, ConstructTileAt(b_14, _e8.seen.head, (key0_ + 8u), _e2882.end, 8u, !(_e2960), careful, tid_1));
                }
                {
                    attend(rows_5, ConstructTileAt(b_14, _e8.seen.head, (key0_ + 12u), _e2882.end, 12u, !(_e2960), careful, tid_1));
                }
            }
        }
    }
    {
        uint _e3016 = rows_5.first;
        uint row_15 = (_e3016 + 0u);
        if ((row_15 < _e8.row_end)) {
            const uint _e3020 = head_of(_e8, row_15);
            uint _e3023 = params.pack;
            uint query_2 = naga_div(row_15, _e3023);
            float _e3027 = rows_5.m[0];
            float _e3030 = rows_5.l[0];
            const float2 _e3032 = finish_row(_e3027, _e3030, _e3020, _e8.split);
            const uint _e3033 = output_at(_e8, _e3020, query_2);
            {
                float4 _e3039 = rows_5.acc[0][0];
                float _e3042 = row_factor[0];
                const float4 _e3046 = output((_e3039 * (_e3032.x * _e3042)), b_14, _e3020, query_2, 0u);
                store_o4_(_e3033, 0u, V_DIM, _e3046);
            }
            {
                float4 _e3052 = rows_5.acc[0][1];
                float _e3055 = row_factor[0];
                const float4 _e3059 = output((_e3052 * (_e3032.x * _e3055)), b_14, _e3020, query_2, 4u);
                store_o4_(_e3033, 4u, V_DIM, _e3059);
            }
            {
                float4 _e3065 = rows_5.acc[0][2];
                float _e3068 = row_factor[0];
                const float4 _e3072 = output((_e3065 * (_e3032.x * _e3068)), b_14, _e3020, query_2, 8u);
                store_o4_(_e3033, 8u, V_DIM, _e3072);
            }
            {
                float4 _e3078 = rows_5.acc[0][3];
                float _e3081 = row_factor[0];
                const float4 _e3085 = output((_e3078 * (_e3032.x * _e3081)), b_14, _e3020, query_2, 12u);
                store_o4_(_e3033, 12u, V_DIM, _e3085);
            }
            {
                float4 _e3091 = rows_5.acc[0][4];
                float _e3094 = row_factor[0];
                const float4 _e3098 = output((_e3091 * (_e3032.x * _e3094)), b_14, _e3020, query_2, 16u);
                store_o4_(_e3033, 16u, V_DIM, _e3098);
            }
            {
                float4 _e3104 = rows_5.acc[0][5];
                float _e3107 = row_factor[0];
                const float4 _e3111 = output((_e3104 * (_e3032.x * _e3107)), b_14, _e3020, query_2, 20u);
                store_o4_(_e3033, 20u, V_DIM, _e3111);
            }
            {
                float4 _e3117 = rows_5.acc[0][6];
                float _e3120 = row_factor[0];
                const float4 _e3124 = output((_e3117 * (_e3032.x * _e3120)), b_14, _e3020, query_2, 24u);
                store_o4_(_e3033, 24u, V_DIM, _e3124);
            }
            {
                float4 _e3130 = rows_5.acc[0][7];
                float _e3133 = row_factor[0];
                const float4 _e3137 = output((_e3130 * (_e3032.x * _e3133)), b_14, _e3020, query_2, 28u);
                store_o4_(_e3033, 28u, V_DIM, _e3137);
            }
            {
                float4 _e3143 = rows_5.acc[0][8];
                float _e3146 = row_factor[0];
                const float4 _e3150 = output((_e3143 * (_e3032.x * _e3146)), b_14, _e3020, query_2, 32u);
                store_o4_(_e3033, 32u, V_DIM, _e3150);
            }
            {
                float4 _e3156 = rows_5.acc[0][9];
                float _e3159 = row_factor[0];
                const float4 _e3163 = output((_e3156 * (_e3032.x * _e3159)), b_14, _e3020, query_2, 36u);
                store_o4_(_e3033, 36u, V_DIM, _e3163);
            }
            {
                float4 _e3169 = rows_5.acc[0][10];
                float _e3172 = row_factor[0];
                const float4 _e3176 = output((_e3169 * (_e3032.x * _e3172)), b_14, _e3020, query_2, 40u);
                store_o4_(_e3033, 40u, V_DIM, _e3176);
            }
            {
                float4 _e3182 = rows_5.acc[0][11];
                float _e3185 = row_factor[0];
                const float4 _e3189 = output((_e3182 * (_e3032.x * _e3185)), b_14, _e3020, query_2, 44u);
                store_o4_(_e3033, 44u, V_DIM, _e3189);
            }
            {
                float4 _e3195 = rows_5.acc[0][12];
                float _e3198 = row_factor[0];
                const float4 _e3202 = output((_e3195 * (_e3032.x * _e3198)), b_14, _e3020, query_2, 48u);
                store_o4_(_e3033, 48u, V_DIM, _e3202);
            }
            {
                float4 _e3208 = rows_5.acc[0][13];
                float _e3211 = row_factor[0];
                const float4 _e3215 = output((_e3208 * (_e3032.x * _e3211)), b_14, _e3020, query_2, 52u);
                store_o4_(_e3033, 52u, V_DIM, _e3215);
            }
            {
                float4 _e3221 = rows_5.acc[0][14];
                float _e3224 = row_factor[0];
                const float4 _e3228 = output((_e3221 * (_e3032.x * _e3224)), b_14, _e3020, query_2, 56u);
                store_o4_(_e3033, 56u, V_DIM, _e3228);
            }
            {
                float4 _e3234 = rows_5.acc[0][15];
                float _e3237 = row_factor[0];
                const float4 _e3241 = output((_e3234 * (_e3032.x * _e3237)), b_14, _e3020, query_2, 60u);
                store_o4_(_e3033, 60u, V_DIM, _e3241);
            }
            const uint _e3242 = lse_at_1(_e8, _e3020, query_2);
            uint _e3246 = params.lse_split;
            store_lse((_e3242 + (_e8.split * _e3246)), _e3032.y);
        }
    }
    {
        uint _e3252 = rows_5.first;
        uint row_16 = (_e3252 + 1u);
        if ((row_16 < _e8.row_end)) {
            const uint _e3256 = head_of(_e8, row_16);
            uint _e3259 = params.pack;
            uint query_3 = naga_div(row_16, _e3259);
            float _e3263 = rows_5.m[1];
            float _e3266 = rows_5.l[1];
            const float2 _e3268 = finish_row(_e3263, _e3266, _e3256, _e8.split);
            const uint _e3269 = output_at(_e8, _e3256, query_3);
            {
                float4 _e3275 = rows_5.acc[1][0];
                float _e3278 = row_factor[1];
                const float4 _e3282 = output((_e3275 * (_e3268.x * _e3278)), b_14, _e3256, query_3, 0u);
                store_o4_(_e3269, 0u, V_DIM, _e3282);
            }
            {
                float4 _e3288 = rows_5.acc[1][1];
                float _e3291 = row_factor[1];
                const float4 _e3295 = output((_e3288 * (_e3268.x * _e3291)), b_14, _e3256, query_3, 4u);
                store_o4_(_e3269, 4u, V_DIM, _e3295);
            }
            {
                float4 _e3301 = rows_5.acc[1][2];
                float _e3304 = row_factor[1];
                const float4 _e3308 = output((_e3301 * (_e3268.x * _e3304)), b_14, _e3256, query_3, 8u);
                store_o4_(_e3269, 8u, V_DIM, _e3308);
            }
            {
                float4 _e3314 = rows_5.acc[1][3];
                float _e3317 = row_factor[1];
                const float4 _e3321 = output((_e3314 * (_e3268.x * _e3317)), b_14, _e3256, query_3, 12u);
                store_o4_(_e3269, 12u, V_DIM, _e3321);
            }
            {
                float4 _e3327 = rows_5.acc[1][4];
                float _e3330 = row_factor[1];
                const float4 _e3334 = output((_e3327 * (_e3268.x * _e3330)), b_14, _e3256, query_3, 16u);
                store_o4_(_e3269, 16u, V_DIM, _e3334);
            }
            {
                float4 _e3340 = rows_5.acc[1][5];
                float _e3343 = row_factor[1];
                const float4 _e3347 = output((_e3340 * (_e3268.x * _e3343)), b_14, _e3256, query_3, 20u);
                store_o4_(_e3269, 20u, V_DIM, _e3347);
            }
            {
                float4 _e3353 = rows_5.acc[1][6];
                float _e3356 = row_factor[1];
                const float4 _e3360 = output((_e3353 * (_e3268.x * _e3356)), b_14, _e3256, query_3, 24u);
                store_o4_(_e3269, 24u, V_DIM, _e3360);
            }
            {
                float4 _e3366 = rows_5.acc[1][7];
                float _e3369 = row_factor[1];
                const float4 _e3373 = output((_e3366 * (_e3268.x * _e3369)), b_14, _e3256, query_3, 28u);
                store_o4_(_e3269, 28u, V_DIM, _e3373);
            }
            {
                float4 _e3379 = rows_5.acc[1][8];
                float _e3382 = row_factor[1];
                const float4 _e3386 = output((_e3379 * (_e3268.x * _e3382)), b_14, _e3256, query_3, 32u);
                store_o4_(_e3269, 32u, V_DIM, _e3386);
            }
            {
                float4 _e3392 = rows_5.acc[1][9];
                float _e3395 = row_factor[1];
                const float4 _e3399 = output((_e3392 * (_e3268.x * _e3395)), b_14, _e3256, query_3, 36u);
                store_o4_(_e3269, 36u, V_DIM, _e3399);
            }
            {
                float4 _e3405 = rows_5.acc[1][10];
                float _e3408 = row_factor[1];
                const float4 _e3412 = output((_e3405 * (_e3268.x * _e3408)), b_14, _e3256, query_3, 40u);
                store_o4_(_e3269, 40u, V_DIM, _e3412);
            }
            {
                float4 _e3418 = rows_5.acc[1][11];
                float _e3421 = row_factor[1];
                const float4 _e3425 = output((_e3418 * (_e3268.x * _e3421)), b_14, _e3256, query_3, 44u);
                store_o4_(_e3269, 44u, V_DIM, _e3425);
            }
            {
                float4 _e3431 = rows_5.acc[1][12];
                float _e3434 = row_factor[1];
                const float4 _e3438 = output((_e3431 * (_e3268.x * _e3434)), b_14, _e3256, query_3, 48u);
                store_o4_(_e3269, 48u, V_DIM, _e3438);
            }
            {
                float4 _e3444 = rows_5.acc[1][13];
                float _e3447 = row_factor[1];
                const float4 _e3451 = output((_e3444 * (_e3268.x * _e3447)), b_14, _e3256, query_3, 52u);
                store_o4_(_e3269, 52u, V_DIM, _e3451);
            }
            {
                float4 _e3457 = rows_5.acc[1][14];
                float _e3460 = row_factor[1];
                const float4 _e3464 = output((_e3457 * (_e3268.x * _e3460)), b_14, _e3256, query_3, 56u);
                store_o4_(_e3269, 56u, V_DIM, _e3464);
            }
            {
                float4 _e3470 = rows_5.acc[1][15];
                float _e3473 = row_factor[1];
                const float4 _e3477 = output((_e3470 * (_e3268.x * _e3473)), b_14, _e3256, query_3, 60u);
                store_o4_(_e3269, 60u, V_DIM, _e3477);
            }
            const uint _e3478 = lse_at_1(_e8, _e3256, query_3);
            uint _e3482 = params.lse_split;
            store_lse((_e3478 + (_e8.split * _e3482)), _e3268.y);
        }
    }
    {
        uint _e3488 = rows_5.first;
        uint row_17 = (_e3488 + 2u);
        if ((row_17 < _e8.row_end)) {
            const uint _e3492 = head_of(_e8, row_17);
            uint _e3495 = params.pack;
            uint query_4 = naga_div(row_17, _e3495);
            float _e3499 = rows_5.m[2];
            float _e3502 = rows_5.l[2];
            const float2 _e3504 = finish_row(_e3499, _e3502, _e3492, _e8.split);
            const uint _e3505 = output_at(_e8, _e3492, query_4);
            {
                float4 _e3511 = rows_5.acc[2][0];
                float _e3514 = row_factor[2];
                const float4 _e3518 = output((_e3511 * (_e3504.x * _e3514)), b_14, _e3492, query_4, 0u);
                store_o4_(_e3505, 0u, V_DIM, _e3518);
            }
            {
                float4 _e3524 = rows_5.acc[2][1];
                float _e3527 = row_factor[2];
                const float4 _e3531 = output((_e3524 * (_e3504.x * _e3527)), b_14, _e3492, query_4, 4u);
                store_o4_(_e3505, 4u, V_DIM, _e3531);
            }
            {
                float4 _e3537 = rows_5.acc[2][2];
                float _e3540 = row_factor[2];
                const float4 _e3544 = output((_e3537 * (_e3504.x * _e3540)), b_14, _e3492, query_4, 8u);
                store_o4_(_e3505, 8u, V_DIM, _e3544);
            }
            {
                float4 _e3550 = rows_5.acc[2][3];
                float _e3553 = row_factor[2];
                const float4 _e3557 = output((_e3550 * (_e3504.x * _e3553)), b_14, _e3492, query_4, 12u);
                store_o4_(_e3505, 12u, V_DIM, _e3557);
            }
            {
                float4 _e3563 = rows_5.acc[2][4];
                float _e3566 = row_factor[2];
                const float4 _e3570 = output((_e3563 * (_e3504.x * _e3566)), b_14, _e3492, query_4, 16u);
                store_o4_(_e3505, 16u, V_DIM, _e3570);
            }
            {
                float4 _e3576 = rows_5.acc[2][5];
                float _e3579 = row_factor[2];
                const float4 _e3583 = output((_e3576 * (_e3504.x * _e3579)), b_14, _e3492, query_4, 20u);
                store_o4_(_e3505, 20u, V_DIM, _e3583);
            }
            {
                float4 _e3589 = rows_5.acc[2][6];
                float _e3592 = row_factor[2];
                const float4 _e3596 = output((_e3589 * (_e3504.x * _e3592)), b_14, _e3492, query_4, 24u);
                store_o4_(_e3505, 24u, V_DIM, _e3596);
            }
            {
                float4 _e3602 = rows_5.acc[2][7];
                float _e3605 = row_factor[2];
                const float4 _e3609 = output((_e3602 * (_e3504.x * _e3605)), b_14, _e3492, query_4, 28u);
                store_o4_(_e3505, 28u, V_DIM, _e3609);
            }
            {
                float4 _e3615 = rows_5.acc[2][8];
                float _e3618 = row_factor[2];
                const float4 _e3622 = output((_e3615 * (_e3504.x * _e3618)), b_14, _e3492, query_4, 32u);
                store_o4_(_e3505, 32u, V_DIM, _e3622);
            }
            {
                float4 _e3628 = rows_5.acc[2][9];
                float _e3631 = row_factor[2];
                const float4 _e3635 = output((_e3628 * (_e3504.x * _e3631)), b_14, _e3492, query_4, 36u);
                store_o4_(_e3505, 36u, V_DIM, _e3635);
            }
            {
                float4 _e3641 = rows_5.acc[2][10];
                float _e3644 = row_factor[2];
                const float4 _e3648 = output((_e3641 * (_e3504.x * _e3644)), b_14, _e3492, query_4, 40u);
                store_o4_(_e3505, 40u, V_DIM, _e3648);
            }
            {
                float4 _e3654 = rows_5.acc[2][11];
                float _e3657 = row_factor[2];
                const float4 _e3661 = output((_e3654 * (_e3504.x * _e3657)), b_14, _e3492, query_4, 44u);
                store_o4_(_e3505, 44u, V_DIM, _e3661);
            }
            {
                float4 _e3667 = rows_5.acc[2][12];
                float _e3670 = row_factor[2];
                const float4 _e3674 = output((_e3667 * (_e3504.x * _e3670)), b_14, _e3492, query_4, 48u);
                store_o4_(_e3505, 48u, V_DIM, _e3674);
            }
            {
                float4 _e3680 = rows_5.acc[2][13];
                float _e3683 = row_factor[2];
                const float4 _e3687 = output((_e3680 * (_e3504.x * _e3683)), b_14, _e3492, query_4, 52u);
                store_o4_(_e3505, 52u, V_DIM, _e3687);
            }
            {
                float4 _e3693 = rows_5.acc[2][14];
                float _e3696 = row_factor[2];
                const float4 _e3700 = output((_e3693 * (_e3504.x * _e3696)), b_14, _e3492, query_4, 56u);
                store_o4_(_e3505, 56u, V_DIM, _e3700);
            }
            {
                float4 _e3706 = rows_5.acc[2][15];
                float _e3709 = row_factor[2];
                const float4 _e3713 = output((_e3706 * (_e3504.x * _e3709)), b_14, _e3492, query_4, 60u);
                store_o4_(_e3505, 60u, V_DIM, _e3713);
            }
            const uint _e3714 = lse_at_1(_e8, _e3492, query_4);
            uint _e3718 = params.lse_split;
            store_lse((_e3714 + (_e8.split * _e3718)), _e3504.y);
        }
    }
    {
        uint _e3724 = rows_5.first;
        uint row_18 = (_e3724 + 3u);
        if ((row_18 < _e8.row_end)) {
            const uint _e3728 = head_of(_e8, row_18);
            uint _e3731 = params.pack;
            uint query_5 = naga_div(row_18, _e3731);
            float _e3735 = rows_5.m[3];
            float _e3738 = rows_5.l[3];
            const float2 _e3740 = finish_row(_e3735, _e3738, _e3728, _e8.split);
            const uint _e3741 = output_at(_e8, _e3728, query_5);
            {
                float4 _e3747 = rows_5.acc[3][0];
                float _e3750 = row_factor[3];
                const float4 _e3754 = output((_e3747 * (_e3740.x * _e3750)), b_14, _e3728, query_5, 0u);
                store_o4_(_e3741, 0u, V_DIM, _e3754);
            }
            {
                float4 _e3760 = rows_5.acc[3][1];
                float _e3763 = row_factor[3];
                const float4 _e3767 = output((_e3760 * (_e3740.x * _e3763)), b_14, _e3728, query_5, 4u);
                store_o4_(_e3741, 4u, V_DIM, _e3767);
            }
            {
                float4 _e3773 = rows_5.acc[3][2];
                float _e3776 = row_factor[3];
                const float4 _e3780 = output((_e3773 * (_e3740.x * _e3776)), b_14, _e3728, query_5, 8u);
                store_o4_(_e3741, 8u, V_DIM, _e3780);
            }
            {
                float4 _e3786 = rows_5.acc[3][3];
                float _e3789 = row_factor[3];
                const float4 _e3793 = output((_e3786 * (_e3740.x * _e3789)), b_14, _e3728, query_5, 12u);
                store_o4_(_e3741, 12u, V_DIM, _e3793);
            }
            {
                float4 _e3799 = rows_5.acc[3][4];
                float _e3802 = row_factor[3];
                const float4 _e3806 = output((_e3799 * (_e3740.x * _e3802)), b_14, _e3728, query_5, 16u);
                store_o4_(_e3741, 16u, V_DIM, _e3806);
            }
            {
                float4 _e3812 = rows_5.acc[3][5];
                float _e3815 = row_factor[3];
                const float4 _e3819 = output((_e3812 * (_e3740.x * _e3815)), b_14, _e3728, query_5, 20u);
                store_o4_(_e3741, 20u, V_DIM, _e3819);
            }
            {
                float4 _e3825 = rows_5.acc[3][6];
                float _e3828 = row_factor[3];
                const float4 _e3832 = output((_e3825 * (_e3740.x * _e3828)), b_14, _e3728, query_5, 24u);
                store_o4_(_e3741, 24u, V_DIM, _e3832);
            }
            {
                float4 _e3838 = rows_5.acc[3][7];
                float _e3841 = row_factor[3];
                const float4 _e3845 = output((_e3838 * (_e3740.x * _e3841)), b_14, _e3728, query_5, 28u);
                store_o4_(_e3741, 28u, V_DIM, _e3845);
            }
            {
                float4 _e3851 = rows_5.acc[3][8];
                float _e3854 = row_factor[3];
                const float4 _e3858 = output((_e3851 * (_e3740.x * _e3854)), b_14, _e3728, query_5, 32u);
                store_o4_(_e3741, 32u, V_DIM, _e3858);
            }
            {
                float4 _e3864 = rows_5.acc[3][9];
                float _e3867 = row_factor[3];
                const float4 _e3871 = output((_e3864 * (_e3740.x * _e3867)), b_14, _e3728, query_5, 36u);
                store_o4_(_e3741, 36u, V_DIM, _e3871);
            }
            {
                float4 _e3877 = rows_5.acc[3][10];
                float _e3880 = row_factor[3];
                const float4 _e3884 = output((_e3877 * (_e3740.x * _e3880)), b_14, _e3728, query_5, 40u);
                store_o4_(_e3741, 40u, V_DIM, _e3884);
            }
            {
                float4 _e3890 = rows_5.acc[3][11];
                float _e3893 = row_factor[3];
                const float4 _e3897 = output((_e3890 * (_e3740.x * _e3893)), b_14, _e3728, query_5, 44u);
                store_o4_(_e3741, 44u, V_DIM, _e3897);
            }
            {
                float4 _e3903 = rows_5.acc[3][12];
                float _e3906 = row_factor[3];
                const float4 _e3910 = output((_e3903 * (_e3740.x * _e3906)), b_14, _e3728, query_5, 48u);
                store_o4_(_e3741, 48u, V_DIM, _e3910);
            }
            {
                float4 _e3916 = rows_5.acc[3][13];
                float _e3919 = row_factor[3];
                const float4 _e3923 = output((_e3916 * (_e3740.x * _e3919)), b_14, _e3728, query_5, 52u);
                store_o4_(_e3741, 52u, V_DIM, _e3923);
            }
            {
                float4 _e3929 = rows_5.acc[3][14];
                float _e3932 = row_factor[3];
                const float4 _e3936 = output((_e3929 * (_e3740.x * _e3932)), b_14, _e3728, query_5, 56u);
                store_o4_(_e3741, 56u, V_DIM, _e3936);
            }
            {
                float4 _e3942 = rows_5.acc[3][15];
                float _e3945 = row_factor[3];
                const float4 _e3949 = output((_e3942 * (_e3740.x * _e3945)), b_14, _e3728, query_5, 60u);
                store_o4_(_e3741, 60u, V_DIM, _e3949);
            }
            const uint _e3950 = lse_at_1(_e8, _e3728, query_5);
            uint _e3954 = params.lse_split;
            store_lse((_e3950 + (_e8.split * _e3954)), _e3740.y);
        }
    }
    {
        uint _e3960 = rows_5.first;
        uint row_19 = (_e3960 + 4u);
        if ((row_19 < _e8.row_end)) {
            const uint _e3964 = head_of(_e8, row_19);
            uint _e3967 = params.pack;
            uint query_6 = naga_div(row_19, _e3967);
            float _e3971 = rows_5.m[4];
            float _e3974 = rows_5.l[4];
            const float2 _e3976 = finish_row(_e3971, _e3974, _e3964, _e8.split);
            const uint _e3977 = output_at(_e8, _e3964, query_6);
            {
                float4 _e3983 = rows_5.acc[4][0];
                float _e3986 = row_factor[4];
                const float4 _e3990 = output((_e3983 * (_e3976.x * _e3986)), b_14, _e3964, query_6, 0u);
                store_o4_(_e3977, 0u, V_DIM, _e3990);
            }
            {
                float4 _e3996 = rows_5.acc[4][1];
                float _e3999 = row_factor[4];
                const float4 _e4003 = output((_e3996 * (_e3976.x * _e3999)), b_14, _e3964, query_6, 4u);
                store_o4_(_e3977, 4u, V_DIM, _e4003);
            }
            {
                float4 _e4009 = rows_5.acc[4][2];
                float _e4012 = row_factor[4];
                const float4 _e4016 = output((_e4009 * (_e3976.x * _e4012)), b_14, _e3964, query_6, 8u);
                store_o4_(_e3977, 8u, V_DIM, _e4016);
            }
            {
                float4 _e4022 = rows_5.acc[4][3];
                float _e4025 = row_factor[4];
                const float4 _e4029 = output((_e4022 * (_e3976.x * _e4025)), b_14, _e3964, query_6, 12u);
                store_o4_(_e3977, 12u, V_DIM, _e4029);
            }
            {
                float4 _e4035 = rows_5.acc[4][4];
                float _e4038 = row_factor[4];
                const float4 _e4042 = output((_e4035 * (_e3976.x * _e4038)), b_14, _e3964, query_6, 16u);
                store_o4_(_e3977, 16u, V_DIM, _e4042);
            }
            {
                float4 _e4048 = rows_5.acc[4][5];
                float _e4051 = row_factor[4];
                const float4 _e4055 = output((_e4048 * (_e3976.x * _e4051)), b_14, _e3964, query_6, 20u);
                store_o4_(_e3977, 20u, V_DIM, _e4055);
            }
            {
                float4 _e4061 = rows_5.acc[4][6];
                float _e4064 = row_factor[4];
                const float4 _e4068 = output((_e4061 * (_e3976.x * _e4064)), b_14, _e3964, query_6, 24u);
                store_o4_(_e3977, 24u, V_DIM, _e4068);
            }
            {
                float4 _e4074 = rows_5.acc[4][7];
                float _e4077 = row_factor[4];
                const float4 _e4081 = output((_e4074 * (_e3976.x * _e4077)), b_14, _e3964, query_6, 28u);
                store_o4_(_e3977, 28u, V_DIM, _e4081);
            }
            {
                float4 _e4087 = rows_5.acc[4][8];
                float _e4090 = row_factor[4];
                const float4 _e4094 = output((_e4087 * (_e3976.x * _e4090)), b_14, _e3964, query_6, 32u);
                store_o4_(_e3977, 32u, V_DIM, _e4094);
            }
            {
                float4 _e4100 = rows_5.acc[4][9];
                float _e4103 = row_factor[4];
                const float4 _e4107 = output((_e4100 * (_e3976.x * _e4103)), b_14, _e3964, query_6, 36u);
                store_o4_(_e3977, 36u, V_DIM, _e4107);
            }
            {
                float4 _e4113 = rows_5.acc[4][10];
                float _e4116 = row_factor[4];
                const float4 _e4120 = output((_e4113 * (_e3976.x * _e4116)), b_14, _e3964, query_6, 40u);
                store_o4_(_e3977, 40u, V_DIM, _e4120);
            }
            {
                float4 _e4126 = rows_5.acc[4][11];
                float _e4129 = row_factor[4];
                const float4 _e4133 = output((_e4126 * (_e3976.x * _e4129)), b_14, _e3964, query_6, 44u);
                store_o4_(_e3977, 44u, V_DIM, _e4133);
            }
            {
                float4 _e4139 = rows_5.acc[4][12];
                float _e4142 = row_factor[4];
                const float4 _e4146 = output((_e4139 * (_e3976.x * _e4142)), b_14, _e3964, query_6, 48u);
                store_o4_(_e3977, 48u, V_DIM, _e4146);
            }
            {
                float4 _e4152 = rows_5.acc[4][13];
                float _e4155 = row_factor[4];
                const float4 _e4159 = output((_e4152 * (_e3976.x * _e4155)), b_14, _e3964, query_6, 52u);
                store_o4_(_e3977, 52u, V_DIM, _e4159);
            }
            {
                float4 _e4165 = rows_5.acc[4][14];
                float _e4168 = row_factor[4];
                const float4 _e4172 = output((_e4165 * (_e3976.x * _e4168)), b_14, _e3964, query_6, 56u);
                store_o4_(_e3977, 56u, V_DIM, _e4172);
            }
            {
                float4 _e4178 = rows_5.acc[4][15];
                float _e4181 = row_factor[4];
                const float4 _e4185 = output((_e4178 * (_e3976.x * _e4181)), b_14, _e3964, query_6, 60u);
                store_o4_(_e3977, 60u, V_DIM, _e4185);
            }
            const uint _e4186 = lse_at_1(_e8, _e3964, query_6);
            uint _e4190 = params.lse_split;
            store_lse((_e4186 + (_e8.split * _e4190)), _e3976.y);
        }
    }
    {
        uint _e4196 = rows_5.first;
        uint row_20 = (_e4196 + 5u);
        if ((row_20 < _e8.row_end)) {
            const uint _e4200 = head_of(_e8, row_20);
            uint _e4203 = params.pack;
            uint query_7 = naga_div(row_20, _e4203);
            float _e4207 = rows_5.m[5];
            float _e4210 = rows_5.l[5];
            const float2 _e4212 = finish_row(_e4207, _e4210, _e4200, _e8.split);
            const uint _e4213 = output_at(_e8, _e4200, query_7);
            {
                float4 _e4219 = rows_5.acc[5][0];
                float _e4222 = row_factor[5];
                const float4 _e4226 = output((_e4219 * (_e4212.x * _e4222)), b_14, _e4200, query_7, 0u);
                store_o4_(_e4213, 0u, V_DIM, _e4226);
            }
            {
                float4 _e4232 = rows_5.acc[5][1];
                float _e4235 = row_factor[5];
                const float4 _e4239 = output((_e4232 * (_e4212.x * _e4235)), b_14, _e4200, query_7, 4u);
                store_o4_(_e4213, 4u, V_DIM, _e4239);
            }
            {
                float4 _e4245 = rows_5.acc[5][2];
                float _e4248 = row_factor[5];
                const float4 _e4252 = output((_e4245 * (_e4212.x * _e4248)), b_14, _e4200, query_7, 8u);
                store_o4_(_e4213, 8u, V_DIM, _e4252);
            }
            {
                float4 _e4258 = rows_5.acc[5][3];
                float _e4261 = row_factor[5];
                const float4 _e4265 = output((_e4258 * (_e4212.x * _e4261)), b_14, _e4200, query_7, 12u);
                store_o4_(_e4213, 12u, V_DIM, _e4265);
            }
            {
                float4 _e4271 = rows_5.acc[5][4];
                float _e4274 = row_factor[5];
                const float4 _e4278 = output((_e4271 * (_e4212.x * _e4274)), b_14, _e4200, query_7, 16u);
                store_o4_(_e4213, 16u, V_DIM, _e4278);
            }
            {
                float4 _e4284 = rows_5.acc[5][5];
                float _e4287 = row_factor[5];
                const float4 _e4291 = output((_e4284 * (_e4212.x * _e4287)), b_14, _e4200, query_7, 20u);
                store_o4_(_e4213, 20u, V_DIM, _e4291);
            }
            {
                float4 _e4297 = rows_5.acc[5][6];
                float _e4300 = row_factor[5];
                const float4 _e4304 = output((_e4297 * (_e4212.x * _e4300)), b_14, _e4200, query_7, 24u);
                store_o4_(_e4213, 24u, V_DIM, _e4304);
            }
            {
                float4 _e4310 = rows_5.acc[5][7];
                float _e4313 = row_factor[5];
                const float4 _e4317 = output((_e4310 * (_e4212.x * _e4313)), b_14, _e4200, query_7, 28u);
                store_o4_(_e4213, 28u, V_DIM, _e4317);
            }
            {
                float4 _e4323 = rows_5.acc[5][8];
                float _e4326 = row_factor[5];
                const float4 _e4330 = output((_e4323 * (_e4212.x * _e4326)), b_14, _e4200, query_7, 32u);
                store_o4_(_e4213, 32u, V_DIM, _e4330);
            }
            {
                float4 _e4336 = rows_5.acc[5][9];
                float _e4339 = row_factor[5];
                const float4 _e4343 = output((_e4336 * (_e4212.x * _e4339)), b_14, _e4200, query_7, 36u);
                store_o4_(_e4213, 36u, V_DIM, _e4343);
            }
            {
                float4 _e4349 = rows_5.acc[5][10];
                float _e4352 = row_factor[5];
                const float4 _e4356 = output((_e4349 * (_e4212.x * _e4352)), b_14, _e4200, query_7, 40u);
                store_o4_(_e4213, 40u, V_DIM, _e4356);
            }
            {
                float4 _e4362 = rows_5.acc[5][11];
                float _e4365 = row_factor[5];
                const float4 _e4369 = output((_e4362 * (_e4212.x * _e4365)), b_14, _e4200, query_7, 44u);
                store_o4_(_e4213, 44u, V_DIM, _e4369);
            }
            {
                float4 _e4375 = rows_5.acc[5][12];
                float _e4378 = row_factor[5];
                const float4 _e4382 = output((_e4375 * (_e4212.x * _e4378)), b_14, _e4200, query_7, 48u);
                store_o4_(_e4213, 48u, V_DIM, _e4382);
            }
            {
                float4 _e4388 = rows_5.acc[5][13];
                float _e4391 = row_factor[5];
                const float4 _e4395 = output((_e4388 * (_e4212.x * _e4391)), b_14, _e4200, query_7, 52u);
                store_o4_(_e4213, 52u, V_DIM, _e4395);
            }
            {
                float4 _e4401 = rows_5.acc[5][14];
                float _e4404 = row_factor[5];
                const float4 _e4408 = output((_e4401 * (_e4212.x * _e4404)), b_14, _e4200, query_7, 56u);
                store_o4_(_e4213, 56u, V_DIM, _e4408);
            }
            {
                float4 _e4414 = rows_5.acc[5][15];
                float _e4417 = row_factor[5];
                const float4 _e4421 = output((_e4414 * (_e4212.x * _e4417)), b_14, _e4200, query_7, 60u);
                store_o4_(_e4213, 60u, V_DIM, _e4421);
            }
            const uint _e4422 = lse_at_1(_e8, _e4200, query_7);
            uint _e4426 = params.lse_split;
            store_lse((_e4422 + (_e8.split * _e4426)), _e4212.y);
        }
    }
    {
        uint _e4432 = rows_5.first;
        uint row_21 = (_e4432 + 6u);
        if ((row_21 < _e8.row_end)) {
            const uint _e4436 = head_of(_e8, row_21);
            uint _e4439 = params.pack;
            uint query_8 = naga_div(row_21, _e4439);
            float _e4443 = rows_5.m[6];
            float _e4446 = rows_5.l[6];
            const float2 _e4448 = finish_row(_e4443, _e4446, _e4436, _e8.split);
            const uint _e4449 = output_at(_e8, _e4436, query_8);
            {
                float4 _e4455 = rows_5.acc[6][0];
                float _e4458 = row_factor[6];
                const float4 _e4462 = output((_e4455 * (_e4448.x * _e4458)), b_14, _e4436, query_8, 0u);
                store_o4_(_e4449, 0u, V_DIM, _e4462);
            }
            {
                float4 _e4468 = rows_5.acc[6][1];
                float _e4471 = row_factor[6];
                const float4 _e4475 = output((_e4468 * (_e4448.x * _e4471)), b_14, _e4436, query_8, 4u);
                store_o4_(_e4449, 4u, V_DIM, _e4475);
            }
            {
                float4 _e4481 = rows_5.acc[6][2];
                float _e4484 = row_factor[6];
                const float4 _e4488 = output((_e4481 * (_e4448.x * _e4484)), b_14, _e4436, query_8, 8u);
                store_o4_(_e4449, 8u, V_DIM, _e4488);
            }
            {
                float4 _e4494 = rows_5.acc[6][3];
                float _e4497 = row_factor[6];
                const float4 _e4501 = output((_e4494 * (_e4448.x * _e4497)), b_14, _e4436, query_8, 12u);
                store_o4_(_e4449, 12u, V_DIM, _e4501);
            }
            {
                float4 _e4507 = rows_5.acc[6][4];
                float _e4510 = row_factor[6];
                const float4 _e4514 = output((_e4507 * (_e4448.x * _e4510)), b_14, _e4436, query_8, 16u);
                store_o4_(_e4449, 16u, V_DIM, _e4514);
            }
            {
                float4 _e4520 = rows_5.acc[6][5];
                float _e4523 = row_factor[6];
                const float4 _e4527 = output((_e4520 * (_e4448.x * _e4523)), b_14, _e4436, query_8, 20u);
                store_o4_(_e4449, 20u, V_DIM, _e4527);
            }
            {
                float4 _e4533 = rows_5.acc[6][6];
                float _e4536 = row_factor[6];
                const float4 _e4540 = output((_e4533 * (_e4448.x * _e4536)), b_14, _e4436, query_8, 24u);
                store_o4_(_e4449, 24u, V_DIM, _e4540);
            }
            {
                float4 _e4546 = rows_5.acc[6][7];
                float _e4549 = row_factor[6];
                const float4 _e4553 = output((_e4546 * (_e4448.x * _e4549)), b_14, _e4436, query_8, 28u);
                store_o4_(_e4449, 28u, V_DIM, _e4553);
            }
            {
                float4 _e4559 = rows_5.acc[6][8];
                float _e4562 = row_factor[6];
                const float4 _e4566 = output((_e4559 * (_e4448.x * _e4562)), b_14, _e4436, query_8, 32u);
                store_o4_(_e4449, 32u, V_DIM, _e4566);
            }
            {
                float4 _e4572 = rows_5.acc[6][9];
                float _e4575 = row_factor[6];
                const float4 _e4579 = output((_e4572 * (_e4448.x * _e4575)), b_14, _e4436, query_8, 36u);
                store_o4_(_e4449, 36u, V_DIM, _e4579);
            }
            {
                float4 _e4585 = rows_5.acc[6][10];
                float _e4588 = row_factor[6];
                const float4 _e4592 = output((_e4585 * (_e4448.x * _e4588)), b_14, _e4436, query_8, 40u);
                store_o4_(_e4449, 40u, V_DIM, _e4592);
            }
            {
                float4 _e4598 = rows_5.acc[6][11];
                float _e4601 = row_factor[6];
                const float4 _e4605 = output((_e4598 * (_e4448.x * _e4601)), b_14, _e4436, query_8, 44u);
                store_o4_(_e4449, 44u, V_DIM, _e4605);
            }
            {
                float4 _e4611 = rows_5.acc[6][12];
                float _e4614 = row_factor[6];
                const float4 _e4618 = output((_e4611 * (_e4448.x * _e4614)), b_14, _e4436, query_8, 48u);
                store_o4_(_e4449, 48u, V_DIM, _e4618);
            }
            {
                float4 _e4624 = rows_5.acc[6][13];
                float _e4627 = row_factor[6];
                const float4 _e4631 = output((_e4624 * (_e4448.x * _e4627)), b_14, _e4436, query_8, 52u);
                store_o4_(_e4449, 52u, V_DIM, _e4631);
            }
            {
                float4 _e4637 = rows_5.acc[6][14];
                float _e4640 = row_factor[6];
                const float4 _e4644 = output((_e4637 * (_e4448.x * _e4640)), b_14, _e4436, query_8, 56u);
                store_o4_(_e4449, 56u, V_DIM, _e4644);
            }
            {
                float4 _e4650 = rows_5.acc[6][15];
                float _e4653 = row_factor[6];
                const float4 _e4657 = output((_e4650 * (_e4448.x * _e4653)), b_14, _e4436, query_8, 60u);
                store_o4_(_e4449, 60u, V_DIM, _e4657);
            }
            const uint _e4658 = lse_at_1(_e8, _e4436, query_8);
            uint _e4662 = params.lse_split;
            store_lse((_e4658 + (_e8.split * _e4662)), _e4448.y);
        }
    }
    {
        uint _e4668 = rows_5.first;
        uint row_22 = (_e4668 + 7u);
        if ((row_22 < _e8.row_end)) {
            const uint _e4672 = head_of(_e8, row_22);
            uint _e4675 = params.pack;
            uint query_9 = naga_div(row_22, _e4675);
            float _e4679 = rows_5.m[7];
            float _e4682 = rows_5.l[7];
            const float2 _e4684 = finish_row(_e4679, _e4682, _e4672, _e8.split);
            const uint _e4685 = output_at(_e8, _e4672, query_9);
            {
                float4 _e4691 = rows_5.acc[7][0];
                float _e4694 = row_factor[7];
                const float4 _e4698 = output((_e4691 * (_e4684.x * _e4694)), b_14, _e4672, query_9, 0u);
                store_o4_(_e4685, 0u, V_DIM, _e4698);
            }
            {
                float4 _e4704 = rows_5.acc[7][1];
                float _e4707 = row_factor[7];
                const float4 _e4711 = output((_e4704 * (_e4684.x * _e4707)), b_14, _e4672, query_9, 4u);
                store_o4_(_e4685, 4u, V_DIM, _e4711);
            }
            {
                float4 _e4717 = rows_5.acc[7][2];
                float _e4720 = row_factor[7];
                const float4 _e4724 = output((_e4717 * (_e4684.x * _e4720)), b_14, _e4672, query_9, 8u);
                store_o4_(_e4685, 8u, V_DIM, _e4724);
            }
            {
                float4 _e4730 = rows_5.acc[7][3];
                float _e4733 = row_factor[7];
                const float4 _e4737 = output((_e4730 * (_e4684.x * _e4733)), b_14, _e4672, query_9, 12u);
                store_o4_(_e4685, 12u, V_DIM, _e4737);
            }
            {
                float4 _e4743 = rows_5.acc[7][4];
                float _e4746 = row_factor[7];
                const float4 _e4750 = output((_e4743 * (_e4684.x * _e4746)), b_14, _e4672, query_9, 16u);
                store_o4_(_e4685, 16u, V_DIM, _e4750);
            }
            {
                float4 _e4756 = rows_5.acc[7][5];
                float _e4759 = row_factor[7];
                const float4 _e4763 = output((_e4756 * (_e4684.x * _e4759)), b_14, _e4672, query_9, 20u);
                store_o4_(_e4685, 20u, V_DIM, _e4763);
            }
            {
                float4 _e4769 = rows_5.acc[7][6];
                float _e4772 = row_factor[7];
                const float4 _e4776 = output((_e4769 * (_e4684.x * _e4772)), b_14, _e4672, query_9, 24u);
                store_o4_(_e4685, 24u, V_DIM, _e4776);
            }
            {
                float4 _e4782 = rows_5.acc[7][7];
                float _e4785 = row_factor[7];
                const float4 _e4789 = output((_e4782 * (_e4684.x * _e4785)), b_14, _e4672, query_9, 28u);
                store_o4_(_e4685, 28u, V_DIM, _e4789);
            }
            {
                float4 _e4795 = rows_5.acc[7][8];
                float _e4798 = row_factor[7];
                const float4 _e4802 = output((_e4795 * (_e4684.x * _e4798)), b_14, _e4672, query_9, 32u);
                store_o4_(_e4685, 32u, V_DIM, _e4802);
            }
            {
                float4 _e4808 = rows_5.acc[7][9];
                float _e4811 = row_factor[7];
                const float4 _e4815 = output((_e4808 * (_e4684.x * _e4811)), b_14, _e4672, query_9, 36u);
                store_o4_(_e4685, 36u, V_DIM, _e4815);
            }
            {
                float4 _e4821 = rows_5.acc[7][10];
                float _e4824 = row_factor[7];
                const float4 _e4828 = output((_e4821 * (_e4684.x * _e4824)), b_14, _e4672, query_9, 40u);
                store_o4_(_e4685, 40u, V_DIM, _e4828);
            }
            {
                float4 _e4834 = rows_5.acc[7][11];
                float _e4837 = row_factor[7];
                const float4 _e4841 = output((_e4834 * (_e4684.x * _e4837)), b_14, _e4672, query_9, 44u);
                store_o4_(_e4685, 44u, V_DIM, _e4841);
            }
            {
                float4 _e4847 = rows_5.acc[7][12];
                float _e4850 = row_factor[7];
                const float4 _e4854 = output((_e4847 * (_e4684.x * _e4850)), b_14, _e4672, query_9, 48u);
                store_o4_(_e4685, 48u, V_DIM, _e4854);
            }
            {
                float4 _e4860 = rows_5.acc[7][13];
                float _e4863 = row_factor[7];
                const float4 _e4867 = output((_e4860 * (_e4684.x * _e4863)), b_14, _e4672, query_9, 52u);
                store_o4_(_e4685, 52u, V_DIM, _e4867);
            }
            {
                float4 _e4873 = rows_5.acc[7][14];
                float _e4876 = row_factor[7];
                const float4 _e4880 = output((_e4873 * (_e4684.x * _e4876)), b_14, _e4672, query_9, 56u);
                store_o4_(_e4685, 56u, V_DIM, _e4880);
            }
            {
                float4 _e4886 = rows_5.acc[7][15];
                float _e4889 = row_factor[7];
                const float4 _e4893 = output((_e4886 * (_e4684.x * _e4889)), b_14, _e4672, query_9, 60u);
                store_o4_(_e4685, 60u, V_DIM, _e4893);
            }
            const uint _e4894 = lse_at_1(_e8, _e4672, query_9);
            uint _e4898 = params.lse_split;
            store_lse((_e4894 + (_e8.split * _e4898)), _e4684.y);
            return;
        } else {
            return;
        }
    }
}

[numthreads(16, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    if (tid == 0) {
        k_tile = (float4[256])0;
        v_tile = (float4[256])0;
        v_nonfinite = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, tid);
    return;
}
