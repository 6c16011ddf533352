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
static const bool STAGED = false;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint STRIDE = 9u;
static const uint KEYS = 4u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_4 : register(t2);
ByteAddressBuffer v_2 : register(t3);
RWByteAddressBuffer o : register(u4);
RWByteAddressBuffer lse : register(u5);
groupshared float row_part[256];
groupshared float4 q_tile[288];
groupshared float4 kv_tile[288];
groupshared float4 p_tile[288];
groupshared uint v_nonfinite;

float edit_score(float raw, uint b, uint h, uint i, uint j)
{
    float s = (float)0;

    s = raw;
    float _e6 = s;
    return _e6;
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
    float4 _e11 = asfloat(k_4.Load4(((base_1 + d_1) >> 2u)*16));
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

float keep_visible(float s_1)
{
    const bool _e3 = is_nan(s_1);
    return (_e3 ? s_1 : max(s_1, LOWEST_VISIBLE));
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

int align_offset(uint q_count, uint kv_count)
{
    uint _e4 = params.align_to_end;
    if ((_e4 != 0u)) {
        return asint(asuint(int(kv_count)) - asuint(int(q_count)));
    }
    int _e12 = params.align_offset;
    return _e12;
}

uint2 key_range(uint i_1, int offset, uint kv_count_1)
{
    int lo = int(0);
    int hi = (int)0;

    int p_1 = asint(asuint(int(i_1)) + asuint(offset));
    int end_1 = int(kv_count_1);
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

uint q_start(uint b_1)
{
    return 0u;
}

uint q_count_1(uint b_2)
{
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_start(uint b_3)
{
    return 0u;
}

uint kv_count_2(uint b_4)
{
    uint _e3 = params.kv_len;
    return _e3;
}

float4 scale_q(float4 x_6)
{
    float _e3 = params.scale;
    return (x_6 * _e3);
}

float scale_pair(float s_2)
{
    return s_2;
}

float4 scale_pairs(float4 s_3)
{
    return s_3;
}

float pair_onto(float s_4, float4 x_7, float4 k, uint h_1, uint d_4)
{
    return mad(x_7.w, k.w, mad(x_7.z, k.z, mad(x_7.y, k.y, mad(x_7.x, k.x, s_4))));
}

float pair(float4 x_8, float4 k_1, uint h_2, uint d_5)
{
    return dot(x_8, k_1);
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

uint3 tile_span(uint t_1, Seen seen, uint split_1)
{
    uint lo_1 = naga_div(seen.keys.x, BLOCK_K);
    uint tiles_2 = (max(lo_1, naga_div(((seen.keys.y + BLOCK_K) - 1u), BLOCK_K)) - lo_1);
    const uint2 _e17 = split_share(tiles_2, split_1);
    return uint3((_e17 + (lo_1).xx), 0u);
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
    const Tile tile_2 = ConstructTile((n * BLOCK_K), seen_1.keys.y, false);
    return tile_2;
}

uint key_of(uint slot)
{
    return slot;
}

uint2 seen_keys(uint2 keys, uint end, uint b_5, uint h_3, uint i_2)
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

float size_of(float4 s_5)
{
    return max(max(s_5.x, s_5.y), max(s_5.z, s_5.w));
}

float4 weights(float4 s_6, float top_1, uint b_6, uint head, uint i_3, uint slot_1)
{
    const float4 _e8 = exp_kept4_((s_6 - (top_1).xxxx));
    return ((s_6 == (-3.4028235e38).xxxx) ? (0.0).xxxx : _e8);
}

float mass(float4 s_7, float4 p)
{
    return (((p.x + p.y) + p.z) + p.w);
}

float sink_logit(uint h_4)
{
    return MASKED;
}

float2 finish_row(float m_1, float l, uint head_1, uint split_2)
{
    float top_2 = (float)0;
    float shrink = 1.0;
    float sum_2 = (float)0;
    bool local_1 = (bool)0;

    top_2 = m_1;
    sum_2 = l;
    const float _e8 = sink_logit(head_1);
    if ((split_2 == 0u)) {
        local_1 = (_e8 != MASKED);
    } else {
        local_1 = false;
    }
    bool _e16 = local_1;
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

float row_weight(uint b_7, uint h_5, uint i_4)
{
    return 1.0;
}

bool rows_wanted(uint b_8, uint head_base, uint first_row, uint row_end)
{
    return true;
}

float4 output(float4 x_9, uint b_9, uint h_6, uint i_5, uint d_6)
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
    bool local_2 = (bool)0;

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
    uint b_12 = (_e40 + naga_div(pack, _e43));
    const uint _e46 = q_count_1(b_12);
    const uint _e47 = kv_count_2(b_12);
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
    Seen seen_2 = ConstructSeen(uint2(_e68.x, _e69.y), int2(asint(asuint(int(first_query)) + asuint(_e55)), asint(asuint(int(last_query)) + asuint(_e55))), b_12, head_base_1, _e55);
    if ((first_row_1 < row_end_1)) {
        const bool _e85 = rows_wanted(b_12, head_base_1, first_row_1, row_end_1);
        local_2 = _e85;
    } else {
        local_2 = false;
    }
    bool _e87 = local_2;
    if (_e87) {
        const uint3 _e88 = tile_span(row_tile_id, seen_2, split_3);
        tiles_1 = _e88;
    }
    uint3 _e92 = tiles_1;
    uint _e95 = params.q_offset;
    uint _e98 = params.q_batch;
    const uint _e101 = q_start(b_12);
    uint _e104 = params.q_row;
    uint _e109 = params.k_offset;
    uint _e112 = params.k_batch;
    uint _e117 = params.k_head;
    const uint _e120 = kv_start(b_12);
    uint _e123 = params.k_row;
    uint _e128 = params.v_offset;
    uint _e131 = params.v_batch;
    uint _e136 = params.v_head;
    const uint _e139 = kv_start(b_12);
    uint _e142 = params.v_row;
    uint _e147 = params.lse_batch;
    const uint _e149 = q_start(b_12);
    const Group group_1 = ConstructGroup(seen_2, split_3, first_row_1, row_end_1, _e47, uint2(_e69.x, _e68.y), _e92, ((_e95 + (b_12 * _e98)) + (_e101 * _e104)), (((_e109 + (b_12 * _e112)) + (kv_head * _e117)) + (_e120 * _e123)), (((_e128 + (b_12 * _e131)) + (kv_head * _e136)) + (_e139 * _e142)), ((b_12 * _e147) + _e149));
    return group_1;
}

uint head_of(Group g, uint row)
{
    uint _e6 = params.pack;
    return (g.seen.head + naga_mod(row, _e6));
}

uint query_at(Group g_1, uint row_1)
{
    const uint _e3 = head_of(g_1, row_1);
    uint _e6 = params.q_head;
    uint _e11 = params.pack;
    uint _e15 = params.q_row;
    return ((g_1.q_base + (_e3 * _e6)) + (naga_div(row_1, _e11) * _e15));
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
    bool local_3 = (bool)0;
    bool local_4 = (bool)0;
    bool local_5 = (bool)0;

    if ((tile_1.first >= g_4.by_all.x)) {
        local_3 = ((tile_1.first + BLOCK_K) <= min(g_4.by_all.y, tile_1.end));
    } else {
        local_3 = false;
    }
    bool _e17 = local_3;
    if (_e17) {
        local_4 = (g_4.row_end == (g_4.first_row + BLOCK_Q));
    } else {
        local_4 = false;
    }
    bool _e26 = local_4;
    if (_e26) {
        local_5 = !(tile_1.partly);
    } else {
        local_5 = false;
    }
    bool _e32 = local_5;
    return _e32;
}

float edit_one(float s_8, uint b_10, uint head_4, uint i_6, uint slot_2, uint2 keys_1)
{
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;

    const uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_6 = (_e6 >= keys_1.y);
    } else {
        local_6 = true;
    }
    bool _e15 = local_6;
    if (_e15) {
        return MASKED;
    }
    const float _e17 = edit_score(s_8, b_10, head_4, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_7 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_7 = false;
    }
    bool _e26 = local_7;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

float4 edit_four(float4 s_9, uint b_11, uint head_5, uint i_7, uint slot_3, uint2 keys_2)
{
    const float _e7 = edit_one(s_9.x, b_11, head_5, i_7, slot_3, keys_2);
    const float _e11 = edit_one(s_9.y, b_11, head_5, i_7, (slot_3 + 1u), keys_2);
    const float _e15 = edit_one(s_9.z, b_11, head_5, i_7, (slot_3 + 2u), keys_2);
    const float _e19 = edit_one(s_9.w, b_11, head_5, i_7, (slot_3 + 3u), keys_2);
    return float4(_e7, _e11, _e15, _e19);
}

float lanes_max(float x_10)
{
    return x_10;
}

float lanes_sum(float x_11)
{
    return x_11;
}

void put_part(uint row_2, uint tx, float x_12)
{
    row_part[min(uint(((row_2 * TX) + tx)), 255u)] = x_12;
    return;
}

float row_max(uint row_3, float part)
{
    float top_3 = (float)0;
    uint n_1 = 1u;

    float _e6 = row_part[min(uint((row_3 * TX)), 255u)];
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
            float _e20 = row_part[min(uint(((row_3 * TX) + _e17)), 255u)];
            top_3 = max(_e13, _e20);
        }
    }
    float _e25 = top_3;
    return _e25;
}

float row_sum(uint row_4, float part_1)
{
    float sum_3 = (float)0;
    uint n_2 = 1u;

    float _e6 = row_part[min(uint((row_4 * TX)), 255u)];
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
            float _e20 = row_part[min(uint(((row_4 * TX) + _e17)), 255u)];
            sum_3 = (_e13 + _e20);
        }
    }
    float _e25 = sum_3;
    return _e25;
}

typedef float4 ret_ZeroValuearray4_float4_[4];
ret_ZeroValuearray4_float4_ ZeroValuearray4_float4_() {
    return (float4[4])0;
}

void run(uint3 wid_2, uint tid_1)
{
    uint row_q[4] = (uint[4])0;
    uint row_head[4] = (uint[4])0;
    uint2 row_keys[4] = (uint2[4])0;
    float row_factor[4] = (float[4])0;
    float m_2[4] = (float[4])0;
    float l_1[4] = (float[4])0;
    float part_2[4] = (float[4])0;
    float4 acc[8] = (float4[8])0;
    bool staged = false;
    uint t_2 = (uint)0;
    float4 s_10[4] = (float4[4])0;
    uint c = (uint)0;
    bool local_8 = (bool)0;
    bool local_9 = (bool)0;
    uint k_2 = (uint)0;
    uint k_3 = (uint)0;

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
    uint b_13 = _e8.seen.batch;
    if ((tid_1 == 0u)) {
        { uint dummy = 0; InterlockedExchange(v_nonfinite, 0u, dummy); }
    }
    uint tx_1 = naga_mod(tid_1, TX);
    uint ty = naga_div(tid_1, TX);
    {
        uint row_5 = ((_e8.first_row + 0u) + ty);
        uint _e36 = params.pack;
        row_q[0] = naga_div(row_5, _e36);
        const uint _e39 = head_of(_e8, row_5);
        row_head[0] = _e39;
        row_keys[0] = (0u).xx;
        row_factor[0] = 0.0;
        if ((row_5 < _e8.row_end)) {
            uint _e49 = row_head[0];
            uint _e51 = row_q[0];
            const float _e52 = row_weight(b_13, _e49, _e51);
            row_factor[0] = _e52;
            uint _e55 = row_q[0];
            const uint2 _e59 = key_range(_e55, _e8.seen.offset, _e8.kv_len);
            float _e63 = row_factor[0];
            row_keys[0] = ((_e63 == 0.0) ? (0u).xx : _e59);
        }
        m_2[0] = MASKED;
        if ((row_5 < _e8.row_end)) {
            uint _e73 = row_head[0];
            uint _e75 = row_q[0];
            const uint _e76 = lse_at_1(_e8, _e73, _e75);
            const float _e77 = first_max(_e76);
            m_2[0] = _e77;
        }
        l_1[0] = 0.0;
    }
    {
        uint row_6 = ((_e8.first_row + 8u) + ty);
        uint _e87 = params.pack;
        row_q[1] = naga_div(row_6, _e87);
        const uint _e90 = head_of(_e8, row_6);
        row_head[1] = _e90;
        row_keys[1] = (0u).xx;
        row_factor[1] = 0.0;
        if ((row_6 < _e8.row_end)) {
            uint _e100 = row_head[1];
            uint _e102 = row_q[1];
            const float _e103 = row_weight(b_13, _e100, _e102);
            row_factor[1] = _e103;
            uint _e106 = row_q[1];
            const uint2 _e110 = key_range(_e106, _e8.seen.offset, _e8.kv_len);
            float _e114 = row_factor[1];
            row_keys[1] = ((_e114 == 0.0) ? (0u).xx : _e110);
        }
        m_2[1] = MASKED;
        if ((row_6 < _e8.row_end)) {
            uint _e124 = row_head[1];
            uint _e126 = row_q[1];
            const uint _e127 = lse_at_1(_e8, _e124, _e126);
            const float _e128 = first_max(_e127);
            m_2[1] = _e128;
        }
        l_1[1] = 0.0;
    }
    {
        uint row_7 = ((_e8.first_row + 16u) + ty);
        uint _e138 = params.pack;
        row_q[2] = naga_div(row_7, _e138);
        const uint _e141 = head_of(_e8, row_7);
        row_head[2] = _e141;
        row_keys[2] = (0u).xx;
        row_factor[2] = 0.0;
        if ((row_7 < _e8.row_end)) {
            uint _e151 = row_head[2];
            uint _e153 = row_q[2];
            const float _e154 = row_weight(b_13, _e151, _e153);
            row_factor[2] = _e154;
            uint _e157 = row_q[2];
            const uint2 _e161 = key_range(_e157, _e8.seen.offset, _e8.kv_len);
            float _e165 = row_factor[2];
            row_keys[2] = ((_e165 == 0.0) ? (0u).xx : _e161);
        }
        m_2[2] = MASKED;
        if ((row_7 < _e8.row_end)) {
            uint _e175 = row_head[2];
            uint _e177 = row_q[2];
            const uint _e178 = lse_at_1(_e8, _e175, _e177);
            const float _e179 = first_max(_e178);
            m_2[2] = _e179;
        }
        l_1[2] = 0.0;
    }
    {
        uint row_8 = ((_e8.first_row + 24u) + ty);
        uint _e189 = params.pack;
        row_q[3] = naga_div(row_8, _e189);
        const uint _e192 = head_of(_e8, row_8);
        row_head[3] = _e192;
        row_keys[3] = (0u).xx;
        row_factor[3] = 0.0;
        if ((row_8 < _e8.row_end)) {
            uint _e202 = row_head[3];
            uint _e204 = row_q[3];
            const float _e205 = row_weight(b_13, _e202, _e204);
            row_factor[3] = _e205;
            uint _e208 = row_q[3];
            const uint2 _e212 = key_range(_e208, _e8.seen.offset, _e8.kv_len);
            float _e216 = row_factor[3];
            row_keys[3] = ((_e216 == 0.0) ? (0u).xx : _e212);
        }
        m_2[3] = MASKED;
        if ((row_8 < _e8.row_end)) {
            uint _e226 = row_head[3];
            uint _e228 = row_q[3];
            const uint _e229 = lse_at_1(_e8, _e226, _e228);
            const float _e230 = first_max(_e229);
            m_2[3] = _e230;
        }
        l_1[3] = 0.0;
    }
    {
        acc[0] = (0.0).xxxx;
    }
    {
        acc[1] = (0.0).xxxx;
    }
    {
        acc[2] = (0.0).xxxx;
    }
    {
        acc[3] = (0.0).xxxx;
    }
    {
        acc[4] = (0.0).xxxx;
    }
    {
        acc[5] = (0.0).xxxx;
    }
    {
        acc[6] = (0.0).xxxx;
    }
    {
        acc[7] = (0.0).xxxx;
    }
    t_2 = _e8.tiles.x;
    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e4195 = t_2;
            t_2 = (_e4195 + 1u);
        }
        loop_init_2 = false;
        uint _e263 = t_2;
        if ((_e263 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e267 = t_2;
            const Tile _e271 = tile_at(_e267, _e8.tiles.z, _e8.seen);
            uint key0_ = _e271.first;
            if ((key0_ >= _e271.end)) {
                continue;
            }
            s_10 = ZeroValuearray4_float4_();
            {
                s_10[0] = (0.0).xxxx;
            }
            {
                s_10[1] = (0.0).xxxx;
            }
            {
                s_10[2] = (0.0).xxxx;
            }
            {
                s_10[3] = (0.0).xxxx;
            }
            c = 0u;
            uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e1675 = c;
                    c = (_e1675 + 1u);
                }
                loop_init_3 = false;
                uint _e291 = c;
                if ((_e291 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    if (false) {
                        bool _e297 = staged;
                        local_8 = !(_e297);
                    } else {
                        local_8 = true;
                    }
                    bool _e300 = local_8;
                    if (_e300) {
                        {
                            uint row_9 = min(((_e8.first_row + 0u) + ty), (_e8.row_end - 1u));
                            const uint _e316 = query_at(_e8, row_9);
                            uint _e317 = c;
                            const float4 _e323 = load_q4_(_e316, (((_e317 * TX) + tx_1) * 4u));
                            const float4 _e324 = scale_q(_e323);
                            q_tile[min(uint((((0u + ty) * STRIDE) + tx_1)), 287u)] = _e324;
                        }
                        {
                            uint row_10 = min(((_e8.first_row + 8u) + ty), (_e8.row_end - 1u));
                            const uint _e340 = query_at(_e8, row_10);
                            uint _e341 = c;
                            const float4 _e347 = load_q4_(_e340, (((_e341 * TX) + tx_1) * 4u));
                            const float4 _e348 = scale_q(_e347);
                            q_tile[min(uint((((8u + ty) * STRIDE) + tx_1)), 287u)] = _e348;
                        }
                        {
                            uint row_11 = min(((_e8.first_row + 16u) + ty), (_e8.row_end - 1u));
                            const uint _e364 = query_at(_e8, row_11);
                            uint _e365 = c;
                            const float4 _e371 = load_q4_(_e364, (((_e365 * TX) + tx_1) * 4u));
                            const float4 _e372 = scale_q(_e371);
                            q_tile[min(uint((((16u + ty) * STRIDE) + tx_1)), 287u)] = _e372;
                        }
                        {
                            uint row_12 = min(((_e8.first_row + 24u) + ty), (_e8.row_end - 1u));
                            const uint _e388 = query_at(_e8, row_12);
                            uint _e389 = c;
                            const float4 _e395 = load_q4_(_e388, (((_e389 * TX) + tx_1) * 4u));
                            const float4 _e396 = scale_q(_e395);
                            q_tile[min(uint((((24u + ty) * STRIDE) + tx_1)), 287u)] = _e396;
                        }
                    }
                    {
                        uint slot_4 = (0u + ty);
                        if ((slot_4 < BLOCK_K)) {
                            const uint _e406 = key_of(min((key0_ + slot_4), (_e271.end - 1u)));
                            uint _e422 = params.k_row;
                            uint _e425 = c;
                            const float4 _e431 = load_k4_((_e8.k_base + (_e406 * _e422)), (((_e425 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_4, 4u) * TX) + naga_div(slot_4, 4u)) * STRIDE) + tx_1)), 287u)] = _e431;
                        }
                    }
                    {
                        uint slot_5 = (8u + ty);
                        if ((slot_5 < BLOCK_K)) {
                            const uint _e441 = key_of(min((key0_ + slot_5), (_e271.end - 1u)));
                            uint _e457 = params.k_row;
                            uint _e460 = c;
                            const float4 _e466 = load_k4_((_e8.k_base + (_e441 * _e457)), (((_e460 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_5, 4u) * TX) + naga_div(slot_5, 4u)) * STRIDE) + tx_1)), 287u)] = _e466;
                        }
                    }
                    {
                        uint slot_6 = (16u + ty);
                        if ((slot_6 < BLOCK_K)) {
                            const uint _e476 = key_of(min((key0_ + slot_6), (_e271.end - 1u)));
                            uint _e492 = params.k_row;
                            uint _e495 = c;
                            const float4 _e501 = load_k4_((_e8.k_base + (_e476 * _e492)), (((_e495 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_6, 4u) * TX) + naga_div(slot_6, 4u)) * STRIDE) + tx_1)), 287u)] = _e501;
                        }
                    }
                    {
                        uint slot_7 = (24u + ty);
                        if ((slot_7 < BLOCK_K)) {
                            const uint _e511 = key_of(min((key0_ + slot_7), (_e271.end - 1u)));
                            uint _e527 = params.k_row;
                            uint _e530 = c;
                            const float4 _e536 = load_k4_((_e8.k_base + (_e511 * _e527)), (((_e530 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_7, 4u) * TX) + naga_div(slot_7, 4u)) * STRIDE) + tx_1)), 287u)] = _e536;
                        }
                    }
                    staged = true;
                    GroupMemoryBarrierWithGroupSync();
                    {
                        uint k_at = ((tx_1 * STRIDE) + 0u);
                        float4 k0_ = kv_tile[min(uint(k_at), 287u)];
                        float4 k1_ = kv_tile[min(uint((k_at + 72u)), 287u)];
                        float4 k2_ = kv_tile[min(uint((k_at + 144u)), 287u)];
                        float4 k3_ = kv_tile[min(uint((k_at + 216u)), 287u)];
                        {
                            float4 x_13 = q_tile[min(uint((((0u + ty) * STRIDE) + 0u)), 287u)];
                            uint _e568 = c;
                            uint at_1 = (((_e568 * TX) + 0u) * 4u);
                            float4 _e575 = s_10[0];
                            uint _e577 = row_head[0];
                            const float _e578 = pair(x_13, k0_, _e577, at_1);
                            uint _e580 = row_head[0];
                            const float _e581 = pair(x_13, k1_, _e580, at_1);
                            uint _e583 = row_head[0];
                            const float _e584 = pair(x_13, k2_, _e583, at_1);
                            uint _e586 = row_head[0];
                            const float _e587 = pair(x_13, k3_, _e586, at_1);
                            s_10[0] = (_e575 + float4(_e578, _e581, _e584, _e587));
                        }
                        {
                            float4 x_14 = q_tile[min(uint((((8u + ty) * STRIDE) + 0u)), 287u)];
                            uint _e598 = c;
                            uint at_2 = (((_e598 * TX) + 0u) * 4u);
                            float4 _e605 = s_10[1];
                            uint _e607 = row_head[1];
                            const float _e608 = pair(x_14, k0_, _e607, at_2);
                            uint _e610 = row_head[1];
                            const float _e611 = pair(x_14, k1_, _e610, at_2);
                            uint _e613 = row_head[1];
                            const float _e614 = pair(x_14, k2_, _e613, at_2);
                            uint _e616 = row_head[1];
                            const float _e617 = pair(x_14, k3_, _e616, at_2);
                            s_10[1] = (_e605 + float4(_e608, _e611, _e614, _e617));
                        }
                        {
                            float4 x_15 = q_tile[min(uint((((16u + ty) * STRIDE) + 0u)), 287u)];
                            uint _e628 = c;
                            uint at_3 = (((_e628 * TX) + 0u) * 4u);
                            float4 _e635 = s_10[2];
                            uint _e637 = row_head[2];
                            const float _e638 = pair(x_15, k0_, _e637, at_3);
                            uint _e640 = row_head[2];
                            const float _e641 = pair(x_15, k1_, _e640, at_3);
                            uint _e643 = row_head[2];
                            const float _e644 = pair(x_15, k2_, _e643, at_3);
                            uint _e646 = row_head[2];
                            const float _e647 = pair(x_15, k3_, _e646, at_3);
                            s_10[2] = (_e635 + float4(_e638, _e641, _e644, _e647));
                        }
                        {
                            float4 x_16 = q_tile[min(uint((((24u + ty) * STRIDE) + 0u)), 287u)];
                            uint _e658 = c;
                            uint at_4 = (((_e658 * TX) + 0u) * 4u);
                            float4 _e665 = s_10[3];
                            uint _e667 = row_head[3];
                            const float _e668 = pair(x_16, k0_, _e667, at_4);
                            uint _e670 = row_head[3];
                            const float _e671 = pair(x_16, k1_, _e670, at_4);
                            uint _e673 = row_head[3];
                            const float _e674 = pair(x_16, k2_, _e673, at_4);
                            uint _e676 = row_head[3];
                            const float _e677 = pair(x_16, k3_, _e676, at_4);
                            s_10[3] = (_e665 + float4(_e668, _e671, _e674, _e677));
                        }
                    }
                    {
                        uint k_at_1 = ((tx_1 * STRIDE) + 1u);
                        float4 k0_1 = kv_tile[min(uint(k_at_1), 287u)];
                        float4 k1_1 = kv_tile[min(uint((k_at_1 + 72u)), 287u)];
                        float4 k2_1 = kv_tile[min(uint((k_at_1 + 144u)), 287u)];
                        float4 k3_1 = kv_tile[min(uint((k_at_1 + 216u)), 287u)];
                        {
                            float4 x_17 = q_tile[min(uint((((0u + ty) * STRIDE) + 1u)), 287u)];
                            uint _e710 = c;
                            uint at_5 = (((_e710 * TX) + 1u) * 4u);
                            float4 _e717 = s_10[0];
                            uint _e719 = row_head[0];
                            const float _e720 = pair(x_17, k0_1, _e719, at_5);
                            uint _e722 = row_head[0];
                            const float _e723 = pair(x_17, k1_1, _e722, at_5);
                            uint _e725 = row_head[0];
                            const float _e726 = pair(x_17, k2_1, _e725, at_5);
                            uint _e728 = row_head[0];
                            const float _e729 = pair(x_17, k3_1, _e728, at_5);
                            s_10[0] = (_e717 + float4(_e720, _e723, _e726, _e729));
                        }
                        {
                            float4 x_18 = q_tile[min(uint((((8u + ty) * STRIDE) + 1u)), 287u)];
                            uint _e740 = c;
                            uint at_6 = (((_e740 * TX) + 1u) * 4u);
                            float4 _e747 = s_10[1];
                            uint _e749 = row_head[1];
                            const float _e750 = pair(x_18, k0_1, _e749, at_6);
                            uint _e752 = row_head[1];
                            const float _e753 = pair(x_18, k1_1, _e752, at_6);
                            uint _e755 = row_head[1];
                            const float _e756 = pair(x_18, k2_1, _e755, at_6);
                            uint _e758 = row_head[1];
                            const float _e759 = pair(x_18, k3_1, _e758, at_6);
                            s_10[1] = (_e747 + float4(_e750, _e753, _e756, _e759));
                        }
                        {
                            float4 x_19 = q_tile[min(uint((((16u + ty) * STRIDE) + 1u)), 287u)];
                            uint _e770 = c;
                            uint at_7 = (((_e770 * TX) + 1u) * 4u);
                            float4 _e777 = s_10[2];
                            uint _e779 = row_head[2];
                            const float _e780 = pair(x_19, k0_1, _e779, at_7);
                            uint _e782 = row_head[2];
                            const float _e783 = pair(x_19, k1_1, _e782, at_7);
                            uint _e785 = row_head[2];
                            const float _e786 = pair(x_19, k2_1, _e785, at_7);
                            uint _e788 = row_head[2];
                            const float _e789 = pair(x_19, k3_1, _e788, at_7);
                            s_10[2] = (_e777 + float4(_e780, _e783, _e786, _e789));
                        }
                        {
                            float4 x_20 = q_tile[min(uint((((24u + ty) * STRIDE) + 1u)), 287u)];
                            uint _e800 = c;
                            uint at_8 = (((_e800 * TX) + 1u) * 4u);
                            float4 _e807 = s_10[3];
                            uint _e809 = row_head[3];
                            const float _e810 = pair(x_20, k0_1, _e809, at_8);
                            uint _e812 = row_head[3];
                            const float _e813 = pair(x_20, k1_1, _e812, at_8);
                            uint _e815 = row_head[3];
                            const float _e816 = pair(x_20, k2_1, _e815, at_8);
                            uint _e818 = row_head[3];
                            const float _e819 = pair(x_20, k3_1, _e818, at_8);
                            s_10[3] = (_e807 + float4(_e810, _e813, _e816, _e819));
                        }
                    }
                    {
                        uint k_at_2 = ((tx_1 * STRIDE) + 2u);
                        float4 k0_2 = kv_tile[min(uint(k_at_2), 287u)];
                        float4 k1_2 = kv_tile[min(uint((k_at_2 + 72u)), 287u)];
                        float4 k2_2 = kv_tile[min(uint((k_at_2 + 144u)), 287u)];
                        float4 k3_2 = kv_tile[min(uint((k_at_2 + 216u)), 287u)];
                        {
                            float4 x_21 = q_tile[min(uint((((0u + ty) * STRIDE) + 2u)), 287u)];
                            uint _e852 = c;
                            uint at_9 = (((_e852 * TX) + 2u) * 4u);
                            float4 _e859 = s_10[0];
                            uint _e861 = row_head[0];
                            const float _e862 = pair(x_21, k0_2, _e861, at_9);
                            uint _e864 = row_head[0];
                            const float _e865 = pair(x_21, k1_2, _e864, at_9);
                            uint _e867 = row_head[0];
                            const float _e868 = pair(x_21, k2_2, _e867, at_9);
                            uint _e870 = row_head[0];
                            const float _e871 = pair(x_21, k3_2, _e870, at_9);
                            s_10[0] = (_e859 + float4(_e862, _e865, _e868, _e871));
                        }
                        {
                            float4 x_22 = q_tile[min(uint((((8u + ty) * STRIDE) + 2u)), 287u)];
                            uint _e882 = c;
                            uint at_10 = (((_e882 * TX) + 2u) * 4u);
                            float4 _e889 = s_10[1];
                            uint _e891 = row_head[1];
                            const float _e892 = pair(x_22, k0_2, _e891, at_10);
                            uint _e894 = row_head[1];
                            const float _e895 = pair(x_22, k1_2, _e894, at_10);
                            uint _e897 = row_head[1];
                            const float _e898 = pair(x_22, k2_2, _e897, at_10);
                            uint _e900 = row_head[1];
                            const float _e901 = pair(x_22, k3_2, _e900, at_10);
                            s_10[1] = (_e889 + float4(_e892, _e895, _e898, _e901));
                        }
                        {
                            float4 x_23 = q_tile[min(uint((((16u + ty) * STRIDE) + 2u)), 287u)];
                            uint _e912 = c;
                            uint at_11 = (((_e912 * TX) + 2u) * 4u);
                            float4 _e919 = s_10[2];
                            uint _e921 = row_head[2];
                            const float _e922 = pair(x_23, k0_2, _e921, at_11);
                            uint _e924 = row_head[2];
                            const float _e925 = pair(x_23, k1_2, _e924, at_11);
                            uint _e927 = row_head[2];
                            const float _e928 = pair(x_23, k2_2, _e927, at_11);
                            uint _e930 = row_head[2];
                            const float _e931 = pair(x_23, k3_2, _e930, at_11);
                            s_10[2] = (_e919 + float4(_e922, _e925, _e928, _e931));
                        }
                        {
                            float4 x_24 = q_tile[min(uint((((24u + ty) * STRIDE) + 2u)), 287u)];
                            uint _e942 = c;
                            uint at_12 = (((_e942 * TX) + 2u) * 4u);
                            float4 _e949 = s_10[3];
                            uint _e951 = row_head[3];
                            const float _e952 = pair(x_24, k0_2, _e951, at_12);
                            uint _e954 = row_head[3];
                            const float _e955 = pair(x_24, k1_2, _e954, at_12);
                            uint _e957 = row_head[3];
                            const float _e958 = pair(x_24, k2_2, _e957, at_12);
                            uint _e960 = row_head[3];
                            const float _e961 = pair(x_24, k3_2, _e960, at_12);
                            s_10[3] = (_e949 + float4(_e952, _e955, _e958, _e961));
                        }
                    }
                    {
                        uint k_at_3 = ((tx_1 * STRIDE) + 3u);
                        float4 k0_3 = kv_tile[min(uint(k_at_3), 287u)];
                        float4 k1_3 = kv_tile[min(uint((k_at_3 + 72u)), 287u)];
                        float4 k2_3 = kv_tile[min(uint((k_at_3 + 144u)), 287u)];
                        float4 k3_3 = kv_tile[min(uint((k_at_3 + 216u)), 287u)];
                        {
                            float4 x_25 = q_tile[min(uint((((0u + ty) * STRIDE) + 3u)), 287u)];
                            uint _e994 = c;
                            uint at_13 = (((_e994 * TX) + 3u) * 4u);
                            float4 _e1001 = s_10[0];
                            uint _e1003 = row_head[0];
                            const float _e1004 = pair(x_25, k0_3, _e1003, at_13);
                            uint _e1006 = row_head[0];
                            const float _e1007 = pair(x_25, k1_3, _e1006, at_13);
                            uint _e1009 = row_head[0];
                            const float _e1010 = pair(x_25, k2_3, _e1009, at_13);
                            uint _e1012 = row_head[0];
                            const float _e1013 = pair(x_25, k3_3, _e1012, at_13);
                            s_10[0] = (_e1001 + float4(_e1004, _e1007, _e1010, _e1013));
                        }
                        {
                            float4 x_26 = q_tile[min(uint((((8u + ty) * STRIDE) + 3u)), 287u)];
                            uint _e1024 = c;
                            uint at_14 = (((_e1024 * TX) + 3u) * 4u);
                            float4 _e1031 = s_10[1];
                            uint _e1033 = row_head[1];
                            const float _e1034 = pair(x_26, k0_3, _e1033, at_14);
                            uint _e1036 = row_head[1];
                            const float _e1037 = pair(x_26, k1_3, _e1036, at_14);
                            uint _e1039 = row_head[1];
                            const float _e1040 = pair(x_26, k2_3, _e1039, at_14);
                            uint _e1042 = row_head[1];
                            const float _e1043 = pair(x_26, k3_3, _e1042, at_14);
                            s_10[1] = (_e1031 + float4(_e1034, _e1037, _e1040, _e1043));
                        }
                        {
                            float4 x_27 = q_tile[min(uint((((16u + ty) * STRIDE) + 3u)), 287u)];
                            uint _e1054 = c;
                            uint at_15 = (((_e1054 * TX) + 3u) * 4u);
                            float4 _e1061 = s_10[2];
                            uint _e1063 = row_head[2];
                            const float _e1064 = pair(x_27, k0_3, _e1063, at_15);
                            uint _e1066 = row_head[2];
                            const float _e1067 = pair(x_27, k1_3, _e1066, at_15);
                            uint _e1069 = row_head[2];
                            const float _e1070 = pair(x_27, k2_3, _e1069, at_15);
                            uint _e1072 = row_head[2];
                            const float _e1073 = pair(x_27, k3_3, _e1072, at_15);
                            s_10[2] = (_e1061 + float4(_e1064, _e1067, _e1070, _e1073));
                        }
                        {
                            float4 x_28 = q_tile[min(uint((((24u + ty) * STRIDE) + 3u)), 287u)];
                            uint _e1084 = c;
                            uint at_16 = (((_e1084 * TX) + 3u) * 4u);
                            float4 _e1091 = s_10[3];
                            uint _e1093 = row_head[3];
                            const float _e1094 = pair(x_28, k0_3, _e1093, at_16);
                            uint _e1096 = row_head[3];
                            const float _e1097 = pair(x_28, k1_3, _e1096, at_16);
                            uint _e1099 = row_head[3];
                            const float _e1100 = pair(x_28, k2_3, _e1099, at_16);
                            uint _e1102 = row_head[3];
                            const float _e1103 = pair(x_28, k3_3, _e1102, at_16);
                            s_10[3] = (_e1091 + float4(_e1094, _e1097, _e1100, _e1103));
                        }
                    }
                    {
                        uint k_at_4 = ((tx_1 * STRIDE) + 4u);
                        float4 k0_4 = kv_tile[min(uint(k_at_4), 287u)];
                        float4 k1_4 = kv_tile[min(uint((k_at_4 + 72u)), 287u)];
                        float4 k2_4 = kv_tile[min(uint((k_at_4 + 144u)), 287u)];
                        float4 k3_4 = kv_tile[min(uint((k_at_4 + 216u)), 287u)];
                        {
                            float4 x_29 = q_tile[min(uint((((0u + ty) * STRIDE) + 4u)), 287u)];
                            uint _e1136 = c;
                            uint at_17 = (((_e1136 * TX) + 4u) * 4u);
                            float4 _e1143 = s_10[0];
                            uint _e1145 = row_head[0];
                            const float _e1146 = pair(x_29, k0_4, _e1145, at_17);
                            uint _e1148 = row_head[0];
                            const float _e1149 = pair(x_29, k1_4, _e1148, at_17);
                            uint _e1151 = row_head[0];
                            const float _e1152 = pair(x_29, k2_4, _e1151, at_17);
                            uint _e1154 = row_head[0];
                            const float _e1155 = pair(x_29, k3_4, _e1154, at_17);
                            s_10[0] = (_e1143 + float4(_e1146, _e1149, _e1152, _e1155));
                        }
                        {
                            float4 x_30 = q_tile[min(uint((((8u + ty) * STRIDE) + 4u)), 287u)];
                            uint _e1166 = c;
                            uint at_18 = (((_e1166 * TX) + 4u) * 4u);
                            float4 _e1173 = s_10[1];
                            uint _e1175 = row_head[1];
                            const float _e1176 = pair(x_30, k0_4, _e1175, at_18);
                            uint _e1178 = row_head[1];
                            const float _e1179 = pair(x_30, k1_4, _e1178, at_18);
                            uint _e1181 = row_head[1];
                            const float _e1182 = pair(x_30, k2_4, _e1181, at_18);
                            uint _e1184 = row_head[1];
                            const float _e1185 = pair(x_30, k3_4, _e1184, at_18);
                            s_10[1] = (_e1173 + float4(_e1176, _e1179, _e1182, _e1185));
                        }
                        {
                            float4 x_31 = q_tile[min(uint((((16u + ty) * STRIDE) + 4u)), 287u)];
                            uint _e1196 = c;
                            uint at_19 = (((_e1196 * TX) + 4u) * 4u);
                            float4 _e1203 = s_10[2];
                            uint _e1205 = row_head[2];
                            const float _e1206 = pair(x_31, k0_4, _e1205, at_19);
                            uint _e1208 = row_head[2];
                            const float _e1209 = pair(x_31, k1_4, _e1208, at_19);
                            uint _e1211 = row_head[2];
                            const float _e1212 = pair(x_31, k2_4, _e1211, at_19);
                            uint _e1214 = row_head[2];
                            const float _e1215 = pair(x_31, k3_4, _e1214, at_19);
                            s_10[2] = (_e1203 + float4(_e1206, _e1209, _e1212, _e1215));
                        }
                        {
                            float4 x_32 = q_tile[min(uint((((24u + ty) * STRIDE) + 4u)), 287u)];
                            uint _e1226 = c;
                            uint at_20 = (((_e1226 * TX) + 4u) * 4u);
                            float4 _e1233 = s_10[3];
                            uint _e1235 = row_head[3];
                            const float _e1236 = pair(x_32, k0_4, _e1235, at_20);
                            uint _e1238 = row_head[3];
                            const float _e1239 = pair(x_32, k1_4, _e1238, at_20);
                            uint _e1241 = row_head[3];
                            const float _e1242 = pair(x_32, k2_4, _e1241, at_20);
                            uint _e1244 = row_head[3];
                            const float _e1245 = pair(x_32, k3_4, _e1244, at_20);
                            s_10[3] = (_e1233 + float4(_e1236, _e1239, _e1242, _e1245));
                        }
                    }
                    {
                        uint k_at_5 = ((tx_1 * STRIDE) + 5u);
                        float4 k0_5 = kv_tile[min(uint(k_at_5), 287u)];
                        float4 k1_5 = kv_tile[min(uint((k_at_5 + 72u)), 287u)];
                        float4 k2_5 = kv_tile[min(uint((k_at_5 + 144u)), 287u)];
                        float4 k3_5 = kv_tile[min(uint((k_at_5 + 216u)), 287u)];
                        {
                            float4 x_33 = q_tile[min(uint((((0u + ty) * STRIDE) + 5u)), 287u)];
                            uint _e1278 = c;
                            uint at_21 = (((_e1278 * TX) + 5u) * 4u);
                            float4 _e1285 = s_10[0];
                            uint _e1287 = row_head[0];
                            const float _e1288 = pair(x_33, k0_5, _e1287, at_21);
                            uint _e1290 = row_head[0];
                            const float _e1291 = pair(x_33, k1_5, _e1290, at_21);
                            uint _e1293 = row_head[0];
                            const float _e1294 = pair(x_33, k2_5, _e1293, at_21);
                            uint _e1296 = row_head[0];
                            const float _e1297 = pair(x_33, k3_5, _e1296, at_21);
                            s_10[0] = (_e1285 + float4(_e1288, _e1291, _e1294, _e1297));
                        }
                        {
                            float4 x_34 = q_tile[min(uint((((8u + ty) * STRIDE) + 5u)), 287u)];
                            uint _e1308 = c;
                            uint at_22 = (((_e1308 * TX) + 5u) * 4u);
                            float4 _e1315 = s_10[1];
                            uint _e1317 = row_head[1];
                            const float _e1318 = pair(x_34, k0_5, _e1317, at_22);
                            uint _e1320 = row_head[1];
                            const float _e1321 = pair(x_34, k1_5, _e1320, at_22);
                            uint _e1323 = row_head[1];
                            const float _e1324 = pair(x_34, k2_5, _e1323, at_22);
                            uint _e1326 = row_head[1];
                            const float _e1327 = pair(x_34, k3_5, _e1326, at_22);
                            s_10[1] = (_e1315 + float4(_e1318, _e1321, _e1324, _e1327));
                        }
                        {
                            float4 x_35 = q_tile[min(uint((((16u + ty) * STRIDE) + 5u)), 287u)];
                            uint _e1338 = c;
                            uint at_23 = (((_e1338 * TX) + 5u) * 4u);
                            float4 _e1345 = s_10[2];
                            uint _e1347 = row_head[2];
                            const float _e1348 = pair(x_35, k0_5, _e1347, at_23);
                            uint _e1350 = row_head[2];
                            const float _e1351 = pair(x_35, k1_5, _e1350, at_23);
                            uint _e1353 = row_head[2];
                            const float _e1354 = pair(x_35, k2_5, _e1353, at_23);
                            uint _e1356 = row_head[2];
                            const float _e1357 = pair(x_35, k3_5, _e1356, at_23);
                            s_10[2] = (_e1345 + float4(_e1348, _e1351, _e1354, _e1357));
                        }
                        {
                            float4 x_36 = q_tile[min(uint((((24u + ty) * STRIDE) + 5u)), 287u)];
                            uint _e1368 = c;
                            uint at_24 = (((_e1368 * TX) + 5u) * 4u);
                            float4 _e1375 = s_10[3];
                            uint _e1377 = row_head[3];
                            const float _e1378 = pair(x_36, k0_5, _e1377, at_24);
                            uint _e1380 = row_head[3];
                            const float _e1381 = pair(x_36, k1_5, _e1380, at_24);
                            uint _e1383 = row_head[3];
                            const float _e1384 = pair(x_36, k2_5, _e1383, at_24);
                            uint _e1386 = row_head[3];
                            const float _e1387 = pair(x_36, k3_5, _e1386, at_24);
                            s_10[3] = (_e1375 + float4(_e1378, _e1381, _e1384, _e1387));
                        }
                    }
                    {
                        uint k_at_6 = ((tx_1 * STRIDE) + 6u);
                        float4 k0_6 = kv_tile[min(uint(k_at_6), 287u)];
                        float4 k1_6 = kv_tile[min(uint((k_at_6 + 72u)), 287u)];
                        float4 k2_6 = kv_tile[min(uint((k_at_6 + 144u)), 287u)];
                        float4 k3_6 = kv_tile[min(uint((k_at_6 + 216u)), 287u)];
                        {
                            float4 x_37 = q_tile[min(uint((((0u + ty) * STRIDE) + 6u)), 287u)];
                            uint _e1420 = c;
                            uint at_25 = (((_e1420 * TX) + 6u) * 4u);
                            float4 _e1427 = s_10[0];
                            uint _e1429 = row_head[0];
                            const float _e1430 = pair(x_37, k0_6, _e1429, at_25);
                            uint _e1432 = row_head[0];
                            const float _e1433 = pair(x_37, k1_6, _e1432, at_25);
                            uint _e1435 = row_head[0];
                            const float _e1436 = pair(x_37, k2_6, _e1435, at_25);
                            uint _e1438 = row_head[0];
                            const float _e1439 = pair(x_37, k3_6, _e1438, at_25);
                            s_10[0] = (_e1427 + float4(_e1430, _e1433, _e1436, _e1439));
                        }
                        {
                            float4 x_38 = q_tile[min(uint((((8u + ty) * STRIDE) + 6u)), 287u)];
                            uint _e1450 = c;
                            uint at_26 = (((_e1450 * TX) + 6u) * 4u);
                            float4 _e1457 = s_10[1];
                            uint _e1459 = row_head[1];
                            const float _e1460 = pair(x_38, k0_6, _e1459, at_26);
                            uint _e1462 = row_head[1];
                            const float _e1463 = pair(x_38, k1_6, _e1462, at_26);
                            uint _e1465 = row_head[1];
                            const float _e1466 = pair(x_38, k2_6, _e1465, at_26);
                            uint _e1468 = row_head[1];
                            const float _e1469 = pair(x_38, k3_6, _e1468, at_26);
                            s_10[1] = (_e1457 + float4(_e1460, _e1463, _e1466, _e1469));
                        }
                        {
                            float4 x_39 = q_tile[min(uint((((16u + ty) * STRIDE) + 6u)), 287u)];
                            uint _e1480 = c;
                            uint at_27 = (((_e1480 * TX) + 6u) * 4u);
                            float4 _e1487 = s_10[2];
                            uint _e1489 = row_head[2];
                            const float _e1490 = pair(x_39, k0_6, _e1489, at_27);
                            uint _e1492 = row_head[2];
                            const float _e1493 = pair(x_39, k1_6, _e1492, at_27);
                            uint _e1495 = row_head[2];
                            const float _e1496 = pair(x_39, k2_6, _e1495, at_27);
                            uint _e1498 = row_head[2];
                            const float _e1499 = pair(x_39, k3_6, _e1498, at_27);
                            s_10[2] = (_e1487 + float4(_e1490, _e1493, _e1496, _e1499));
                        }
                        {
                            float4 x_40 = q_tile[min(uint((((24u + ty) * STRIDE) + 6u)), 287u)];
                            uint _e1510 = c;
                            uint at_28 = (((_e1510 * TX) + 6u) * 4u);
                            float4 _e1517 = s_10[3];
                            uint _e1519 = row_head[3];
                            const float _e1520 = pair(x_40, k0_6, _e1519, at_28);
                            uint _e1522 = row_head[3];
                            const float _e1523 = pair(x_40, k1_6, _e1522, at_28);
                            uint _e1525 = row_head[3];
                            const float _e1526 = pair(x_40, k2_6, _e1525, at_28);
                            uint _e1528 = row_head[3];
                            const float _e1529 = pair(x_40, k3_6, _e1528, at_28);
                            s_10[3] = (_e1517 + float4(_e1520, _e1523, _e1526, _e1529));
                        }
                    }
                    {
                        uint k_at_7 = ((tx_1 * STRIDE) + 7u);
                        float4 k0_7 = kv_tile[min(uint(k_at_7), 287u)];
                        float4 k1_7 = kv_tile[min(uint((k_at_7 + 72u)), 287u)];
                        float4 k2_7 = kv_tile[min(uint((k_at_7 + 144u)), 287u)];
                        float4 k3_7 = kv_tile[min(uint((k_at_7 + 216u)), 287u)];
                        {
                            float4 x_41 = q_tile[min(uint((((0u + ty) * STRIDE) + 7u)), 287u)];
                            uint _e1562 = c;
                            uint at_29 = (((_e1562 * TX) + 7u) * 4u);
                            float4 _e1569 = s_10[0];
                            uint _e1571 = row_head[0];
                            const float _e1572 = pair(x_41, k0_7, _e1571, at_29);
                            uint _e1574 = row_head[0];
                            const float _e1575 = pair(x_41, k1_7, _e1574, at_29);
                            uint _e1577 = row_head[0];
                            const float _e1578 = pair(x_41, k2_7, _e1577, at_29);
                            uint _e1580 = row_head[0];
                            const float _e1581 = pair(x_41, k3_7, _e1580, at_29);
                            s_10[0] = (_e1569 + float4(_e1572, _e1575, _e1578, _e1581));
                        }
                        {
                            float4 x_42 = q_tile[min(uint((((8u + ty) * STRIDE) + 7u)), 287u)];
                            uint _e1592 = c;
                            uint at_30 = (((_e1592 * TX) + 7u) * 4u);
                            float4 _e1599 = s_10[1];
                            uint _e1601 = row_head[1];
                            const float _e1602 = pair(x_42, k0_7, _e1601, at_30);
                            uint _e1604 = row_head[1];
                            const float _e1605 = pair(x_42, k1_7, _e1604, at_30);
                            uint _e1607 = row_head[1];
                            const float _e1608 = pair(x_42, k2_7, _e1607, at_30);
                            uint _e1610 = row_head[1];
                            const float _e1611 = pair(x_42, k3_7, _e1610, at_30);
                            s_10[1] = (_e1599 + float4(_e1602, _e1605, _e1608, _e1611));
                        }
                        {
                            float4 x_43 = q_tile[min(uint((((16u + ty) * STRIDE) + 7u)), 287u)];
                            uint _e1622 = c;
                            uint at_31 = (((_e1622 * TX) + 7u) * 4u);
                            float4 _e1629 = s_10[2];
                            uint _e1631 = row_head[2];
                            const float _e1632 = pair(x_43, k0_7, _e1631, at_31);
                            uint _e1634 = row_head[2];
                            const float _e1635 = pair(x_43, k1_7, _e1634, at_31);
                            uint _e1637 = row_head[2];
                            const float _e1638 = pair(x_43, k2_7, _e1637, at_31);
                            uint _e1640 = row_head[2];
                            const float _e1641 = pair(x_43, k3_7, _e1640, at_31);
                            s_10[2] = (_e1629 + float4(_e1632, _e1635, _e1638, _e1641));
                        }
                        {
                            float4 x_44 = q_tile[min(uint((((24u + ty) * STRIDE) + 7u)), 287u)];
                            uint _e1652 = c;
                            uint at_32 = (((_e1652 * TX) + 7u) * 4u);
                            float4 _e1659 = s_10[3];
                            uint _e1661 = row_head[3];
                            const float _e1662 = pair(x_44, k0_7, _e1661, at_32);
                            uint _e1664 = row_head[3];
                            const float _e1665 = pair(x_44, k1_7, _e1664, at_32);
                            uint _e1667 = row_head[3];
                            const float _e1668 = pair(x_44, k2_7, _e1667, at_32);
                            uint _e1670 = row_head[3];
                            const float _e1671 = pair(x_44, k3_7, _e1670, at_32);
                            s_10[3] = (_e1659 + float4(_e1662, _e1665, _e1668, _e1671));
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                }
            }
            if (true) {
                const bool _e1680 = sees_whole(_e8, _e271);
                local_9 = !(_e1680);
            } else {
                local_9 = true;
            }
            bool edits = local_9;
            {
                float4 _e1686 = s_10[0];
                const float4 _e1687 = scale_pairs(_e1686);
                s_10[0] = _e1687;
                if (edits) {
                    float4 _e1690 = s_10[0];
                    uint _e1692 = row_head[0];
                    uint _e1694 = row_q[0];
                    uint2 _e1699 = row_keys[0];
                    uint _e1702 = row_head[0];
                    uint _e1704 = row_q[0];
                    const uint2 _e1705 = seen_keys(_e1699, _e271.end, b_13, _e1702, _e1704);
                    const float4 _e1706 = edit_four(_e1690, b_13, _e1692, _e1694, (key0_ + (tx_1 * 4u)), _e1705);
                    s_10[0] = _e1706;
                }
                float4 _e1709 = s_10[0];
                const float _e1710 = size_of(_e1709);
                const float _e1711 = lanes_max(_e1710);
                part_2[0] = _e1711;
                float _e1715 = part_2[0];
                put_part((0u + ty), tx_1, _e1715);
            }
            {
                float4 _e1718 = s_10[1];
                const float4 _e1719 = scale_pairs(_e1718);
                s_10[1] = _e1719;
                if (edits) {
                    float4 _e1722 = s_10[1];
                    uint _e1724 = row_head[1];
                    uint _e1726 = row_q[1];
                    uint2 _e1731 = row_keys[1];
                    uint _e1734 = row_head[1];
                    uint _e1736 = row_q[1];
                    const uint2 _e1737 = seen_keys(_e1731, _e271.end, b_13, _e1734, _e1736);
                    const float4 _e1738 = edit_four(_e1722, b_13, _e1724, _e1726, (key0_ + (tx_1 * 4u)), _e1737);
                    s_10[1] = _e1738;
                }
                float4 _e1741 = s_10[1];
                const float _e1742 = size_of(_e1741);
                const float _e1743 = lanes_max(_e1742);
                part_2[1] = _e1743;
                float _e1747 = part_2[1];
                put_part((8u + ty), tx_1, _e1747);
            }
            {
                float4 _e1750 = s_10[2];
                const float4 _e1751 = scale_pairs(_e1750);
                s_10[2] = _e1751;
                if (edits) {
                    float4 _e1754 = s_10[2];
                    uint _e1756 = row_head[2];
                    uint _e1758 = row_q[2];
                    uint2 _e1763 = row_keys[2];
                    uint _e1766 = row_head[2];
                    uint _e1768 = row_q[2];
                    const uint2 _e1769 = seen_keys(_e1763, _e271.end, b_13, _e1766, _e1768);
                    const float4 _e1770 = edit_four(_e1754, b_13, _e1756, _e1758, (key0_ + (tx_1 * 4u)), _e1769);
                    s_10[2] = _e1770;
                }
                float4 _e1773 = s_10[2];
                const float _e1774 = size_of(_e1773);
                const float _e1775 = lanes_max(_e1774);
                part_2[2] = _e1775;
                float _e1779 = part_2[2];
                put_part((16u + ty), tx_1, _e1779);
            }
            {
                float4 _e1782 = s_10[3];
                const float4 _e1783 = scale_pairs(_e1782);
                s_10[3] = _e1783;
                if (edits) {
                    float4 _e1786 = s_10[3];
                    uint _e1788 = row_head[3];
                    uint _e1790 = row_q[3];
                    uint2 _e1795 = row_keys[3];
                    uint _e1798 = row_head[3];
                    uint _e1800 = row_q[3];
                    const uint2 _e1801 = seen_keys(_e1795, _e271.end, b_13, _e1798, _e1800);
                    const float4 _e1802 = edit_four(_e1786, b_13, _e1788, _e1790, (key0_ + (tx_1 * 4u)), _e1801);
                    s_10[3] = _e1802;
                }
                float4 _e1805 = s_10[3];
                const float _e1806 = size_of(_e1805);
                const float _e1807 = lanes_max(_e1806);
                part_2[3] = _e1807;
                float _e1811 = part_2[3];
                put_part((24u + ty), tx_1, _e1811);
            }
            GroupMemoryBarrierWithGroupSync();
            {
                float _e1813 = m_2[0];
                float _e1817 = part_2[0];
                const float _e1818 = row_max((0u + ty), _e1817);
                const float _e1819 = next_max(_e1813, _e1818);
                float _e1821 = m_2[0];
                float shrink_1 = exp((_e1821 - _e1819));
                float4 _e1825 = s_10[0];
                uint _e1827 = row_head[0];
                uint _e1829 = row_q[0];
                const float4 _e1833 = weights(_e1825, _e1819, b_13, _e1827, _e1829, (key0_ + (tx_1 * 4u)));
                p_tile[min(uint((((0u + ty) * STRIDE) + tx_1)), 287u)] = _e1833;
                float _e1843 = l_1[0];
                float4 _e1846 = s_10[0];
                const float _e1847 = mass(_e1846, _e1833);
                l_1[0] = ((_e1843 * shrink_1) + _e1847);
                m_2[0] = _e1819;
                {
                    float4 _e1851 = acc[0];
                    acc[0] = (_e1851 * shrink_1);
                }
                {
                    float4 _e1854 = acc[4];
                    acc[4] = (_e1854 * shrink_1);
                }
            }
            {
                float _e1857 = m_2[1];
                float _e1861 = part_2[1];
                const float _e1862 = row_max((8u + ty), _e1861);
                const float _e1863 = next_max(_e1857, _e1862);
                float _e1865 = m_2[1];
                float shrink_2 = exp((_e1865 - _e1863));
                float4 _e1869 = s_10[1];
                uint _e1871 = row_head[1];
                uint _e1873 = row_q[1];
                const float4 _e1877 = weights(_e1869, _e1863, b_13, _e1871, _e1873, (key0_ + (tx_1 * 4u)));
                p_tile[min(uint((((8u + ty) * STRIDE) + tx_1)), 287u)] = _e1877;
                float _e1887 = l_1[1];
                float4 _e1890 = s_10[1];
                const float _e1891 = mass(_e1890, _e1877);
                l_1[1] = ((_e1887 * shrink_2) + _e1891);
                m_2[1] = _e1863;
                {
                    float4 _e1895 = acc[1];
                    acc[1] = (_e1895 * shrink_2);
                }
                {
                    float4 _e1898 = acc[5];
                    acc[5] = (_e1898 * shrink_2);
                }
            }
            {
                float _e1901 = m_2[2];
                float _e1905 = part_2[2];
                const float _e1906 = row_max((16u + ty), _e1905);
                const float _e1907 = next_max(_e1901, _e1906);
                float _e1909 = m_2[2];
                float shrink_3 = exp((_e1909 - _e1907));
                float4 _e1913 = s_10[2];
                uint _e1915 = row_head[2];
                uint _e1917 = row_q[2];
                const float4 _e1921 = weights(_e1913, _e1907, b_13, _e1915, _e1917, (key0_ + (tx_1 * 4u)));
                p_tile[min(uint((((16u + ty) * STRIDE) + tx_1)), 287u)] = _e1921;
                float _e1931 = l_1[2];
                float4 _e1934 = s_10[2];
                const float _e1935 = mass(_e1934, _e1921);
                l_1[2] = ((_e1931 * shrink_3) + _e1935);
                m_2[2] = _e1907;
                {
                    float4 _e1939 = acc[2];
                    acc[2] = (_e1939 * shrink_3);
                }
                {
                    float4 _e1942 = acc[6];
                    acc[6] = (_e1942 * shrink_3);
                }
            }
            {
                float _e1945 = m_2[3];
                float _e1949 = part_2[3];
                const float _e1950 = row_max((24u + ty), _e1949);
                const float _e1951 = next_max(_e1945, _e1950);
                float _e1953 = m_2[3];
                float shrink_4 = exp((_e1953 - _e1951));
                float4 _e1957 = s_10[3];
                uint _e1959 = row_head[3];
                uint _e1961 = row_q[3];
                const float4 _e1965 = weights(_e1957, _e1951, b_13, _e1959, _e1961, (key0_ + (tx_1 * 4u)));
                p_tile[min(uint((((24u + ty) * STRIDE) + tx_1)), 287u)] = _e1965;
                float _e1975 = l_1[3];
                float4 _e1978 = s_10[3];
                const float _e1979 = mass(_e1978, _e1965);
                l_1[3] = ((_e1975 * shrink_4) + _e1979);
                m_2[3] = _e1951;
                {
                    float4 _e1983 = acc[3];
                    acc[3] = (_e1983 * shrink_4);
                }
                {
                    float4 _e1986 = acc[7];
                    acc[7] = (_e1986 * shrink_4);
                }
            }
            {
                {
                    uint slot_8 = (0u + ty);
                    if ((slot_8 < BLOCK_K)) {
                        const uint _e1997 = key_of(min((key0_ + slot_8), (_e271.end - 1u)));
                        uint _e2001 = params.v_row;
                        const float4 _e2008 = load_v4_((_e8.v_base + (_e1997 * _e2001)), ((0u + tx_1) * 4u));
                        const bool _e2009 = any_nonfinite(_e2008);
                        if (_e2009) {
                            { uint dummy_1 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_1); }
                        }
                        kv_tile[min(uint(((slot_8 * STRIDE) + tx_1)), 287u)] = _e2008;
                    }
                }
                {
                    uint slot_9 = (8u + ty);
                    if ((slot_9 < BLOCK_K)) {
                        const uint _e2026 = key_of(min((key0_ + slot_9), (_e271.end - 1u)));
                        uint _e2030 = params.v_row;
                        const float4 _e2037 = load_v4_((_e8.v_base + (_e2026 * _e2030)), ((0u + tx_1) * 4u));
                        const bool _e2038 = any_nonfinite(_e2037);
                        if (_e2038) {
                            { uint dummy_2 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_2); }
                        }
                        kv_tile[min(uint(((slot_9 * STRIDE) + tx_1)), 287u)] = _e2037;
                    }
                }
                {
                    uint slot_10 = (16u + ty);
                    if ((slot_10 < BLOCK_K)) {
                        const uint _e2055 = key_of(min((key0_ + slot_10), (_e271.end - 1u)));
                        uint _e2059 = params.v_row;
                        const float4 _e2066 = load_v4_((_e8.v_base + (_e2055 * _e2059)), ((0u + tx_1) * 4u));
                        const bool _e2067 = any_nonfinite(_e2066);
                        if (_e2067) {
                            { uint dummy_3 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_3); }
                        }
                        kv_tile[min(uint(((slot_10 * STRIDE) + tx_1)), 287u)] = _e2066;
                    }
                }
                {
                    uint slot_11 = (24u + ty);
                    if ((slot_11 < BLOCK_K)) {
                        const uint _e2084 = key_of(min((key0_ + slot_11), (_e271.end - 1u)));
                        uint _e2088 = params.v_row;
                        const float4 _e2095 = load_v4_((_e8.v_base + (_e2084 * _e2088)), ((0u + tx_1) * 4u));
                        const bool _e2096 = any_nonfinite(_e2095);
                        if (_e2096) {
                            { uint dummy_4 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_4); }
                        }
                        kv_tile[min(uint(((slot_11 * STRIDE) + tx_1)), 287u)] = _e2095;
                    }
                }
                GroupMemoryBarrierWithGroupSync();
                uint _e2105; InterlockedOr(v_nonfinite, 0, _e2105);
                if ((_e2105 == 0u)) {
                    {
                        uint v_at = (0u + tx_1);
                        float4 v0_ = kv_tile[min(uint(v_at), 287u)];
                        float4 v1_ = kv_tile[min(uint((v_at + STRIDE)), 287u)];
                        float4 v2_ = kv_tile[min(uint((v_at + 18u)), 287u)];
                        float4 v3_ = kv_tile[min(uint((v_at + 27u)), 287u)];
                        {
                            float4 p_2 = p_tile[min(uint((((0u + ty) * STRIDE) + 0u)), 287u)];
                            float4 _e2138 = acc[0];
                            acc[0] = (_e2138 + ((((p_2.x * v0_) + (p_2.y * v1_)) + (p_2.z * v2_)) + (p_2.w * v3_)));
                        }
                        {
                            float4 p_3 = p_tile[min(uint((((8u + ty) * STRIDE) + 0u)), 287u)];
                            float4 _e2160 = acc[1];
                            acc[1] = (_e2160 + ((((p_3.x * v0_) + (p_3.y * v1_)) + (p_3.z * v2_)) + (p_3.w * v3_)));
                        }
                        {
                            float4 p_4 = p_tile[min(uint((((16u + ty) * STRIDE) + 0u)), 287u)];
                            float4 _e2182 = acc[2];
                            acc[2] = (_e2182 + ((((p_4.x * v0_) + (p_4.y * v1_)) + (p_4.z * v2_)) + (p_4.w * v3_)));
                        }
                        {
                            float4 p_5 = p_tile[min(uint((((24u + ty) * STRIDE) + 0u)), 287u)];
                            float4 _e2204 = acc[3];
                            acc[3] = (_e2204 + ((((p_5.x * v0_) + (p_5.y * v1_)) + (p_5.z * v2_)) + (p_5.w * v3_)));
                        }
                    }
                    {
                        uint v_at_1 = (36u + tx_1);
                        float4 v0_1 = kv_tile[min(uint(v_at_1), 287u)];
                        float4 v1_1 = kv_tile[min(uint((v_at_1 + STRIDE)), 287u)];
                        float4 v2_1 = kv_tile[min(uint((v_at_1 + 18u)), 287u)];
                        float4 v3_1 = kv_tile[min(uint((v_at_1 + 27u)), 287u)];
                        {
                            float4 p_6 = p_tile[min(uint((((0u + ty) * STRIDE) + 1u)), 287u)];
                            float4 _e2247 = acc[0];
                            acc[0] = (_e2247 + ((((p_6.x * v0_1) + (p_6.y * v1_1)) + (p_6.z * v2_1)) + (p_6.w * v3_1)));
                        }
                        {
                            float4 p_7 = p_tile[min(uint((((8u + ty) * STRIDE) + 1u)), 287u)];
                            float4 _e2269 = acc[1];
                            acc[1] = (_e2269 + ((((p_7.x * v0_1) + (p_7.y * v1_1)) + (p_7.z * v2_1)) + (p_7.w * v3_1)));
                        }
                        {
                            float4 p_8 = p_tile[min(uint((((16u + ty) * STRIDE) + 1u)), 287u)];
                            float4 _e2291 = acc[2];
                            acc[2] = (_e2291 + ((((p_8.x * v0_1) + (p_8.y * v1_1)) + (p_8.z * v2_1)) + (p_8.w * v3_1)));
                        }
                        {
                            float4 p_9 = p_tile[min(uint((((24u + ty) * STRIDE) + 1u)), 287u)];
                            float4 _e2313 = acc[3];
                            acc[3] = (_e2313 + ((((p_9.x * v0_1) + (p_9.y * v1_1)) + (p_9.z * v2_1)) + (p_9.w * v3_1)));
                        }
                    }
                    {
                        uint v_at_2 = (72u + tx_1);
                        float4 v0_2 = kv_tile[min(uint(v_at_2), 287u)];
                        float4 v1_2 = kv_tile[min(uint((v_at_2 + STRIDE)), 287u)];
                        float4 v2_2 = kv_tile[min(uint((v_at_2 + 18u)), 287u)];
                        float4 v3_2 = kv_tile[min(uint((v_at_2 + 27u)), 287u)];
                        {
                            float4 p_10 = p_tile[min(uint((((0u + ty) * STRIDE) + 2u)), 287u)];
                            float4 _e2356 = acc[0];
                            acc[0] = (_e2356 + ((((p_10.x * v0_2) + (p_10.y * v1_2)) + (p_10.z * v2_2)) + (p_10.w * v3_2)));
                        }
                        {
                            float4 p_11 = p_tile[min(uint((((8u + ty) * STRIDE) + 2u)), 287u)];
                            float4 _e2378 = acc[1];
                            acc[1] = (_e2378 + ((((p_11.x * v0_2) + (p_11.y * v1_2)) + (p_11.z * v2_2)) + (p_11.w * v3_2)));
                        }
                        {
                            float4 p_12 = p_tile[min(uint((((16u + ty) * STRIDE) + 2u)), 287u)];
                            float4 _e2400 = acc[2];
                            acc[2] = (_e2400 + ((((p_12.x * v0_2) + (p_12.y * v1_2)) + (p_12.z * v2_2)) + (p_12.w * v3_2)));
                        }
                        {
                            float4 p_13 = p_tile[min(uint((((24u + ty) * STRIDE) + 2u)), 287u)];
                            float4 _e2422 = acc[3];
                            acc[3] = (_e2422 + ((((p_13.x * v0_2) + (p_13.y * v1_2)) + (p_13.z * v2_2)) + (p_13.w * v3_2)));
                        }
                    }
                    {
                        uint v_at_3 = (108u + tx_1);
                        float4 v0_3 = kv_tile[min(uint(v_at_3), 287u)];
                        float4 v1_3 = kv_tile[min(uint((v_at_3 + STRIDE)), 287u)];
                        float4 v2_3 = kv_tile[min(uint((v_at_3 + 18u)), 287u)];
                        float4 v3_3 = kv_tile[min(uint((v_at_3 + 27u)), 287u)];
                        {
                            float4 p_14 = p_tile[min(uint((((0u + ty) * STRIDE) + 3u)), 287u)];
                            float4 _e2465 = acc[0];
                            acc[0] = (_e2465 + ((((p_14.x * v0_3) + (p_14.y * v1_3)) + (p_14.z * v2_3)) + (p_14.w * v3_3)));
                        }
                        {
                            float4 p_15 = p_tile[min(uint((((8u + ty) * STRIDE) + 3u)), 287u)];
                            float4 _e2487 = acc[1];
                            acc[1] = (_e2487 + ((((p_15.x * v0_3) + (p_15.y * v1_3)) + (p_15.z * v2_3)) + (p_15.w * v3_3)));
                        }
                        {
                            float4 p_16 = p_tile[min(uint((((16u + ty) * STRIDE) + 3u)), 287u)];
                            float4 _e2509 = acc[2];
                            acc[2] = (_e2509 + ((((p_16.x * v0_3) + (p_16.y * v1_3)) + (p_16.z * v2_3)) + (p_16.w * v3_3)));
                        }
                        {
                            float4 p_17 = p_tile[min(uint((((24u + ty) * STRIDE) + 3u)), 287u)];
                            float4 _e2531 = acc[3];
                            acc[3] = (_e2531 + ((((p_17.x * v0_3) + (p_17.y * v1_3)) + (p_17.z * v2_3)) + (p_17.w * v3_3)));
                        }
                    }
                    {
                        uint v_at_4 = (144u + tx_1);
                        float4 v0_4 = kv_tile[min(uint(v_at_4), 287u)];
                        float4 v1_4 = kv_tile[min(uint((v_at_4 + STRIDE)), 287u)];
                        float4 v2_4 = kv_tile[min(uint((v_at_4 + 18u)), 287u)];
                        float4 v3_4 = kv_tile[min(uint((v_at_4 + 27u)), 287u)];
                        {
                            float4 p_18 = p_tile[min(uint((((0u + ty) * STRIDE) + 4u)), 287u)];
                            float4 _e2574 = acc[0];
                            acc[0] = (_e2574 + ((((p_18.x * v0_4) + (p_18.y * v1_4)) + (p_18.z * v2_4)) + (p_18.w * v3_4)));
                        }
                        {
                            float4 p_19 = p_tile[min(uint((((8u + ty) * STRIDE) + 4u)), 287u)];
                            float4 _e2596 = acc[1];
                            acc[1] = (_e2596 + ((((p_19.x * v0_4) + (p_19.y * v1_4)) + (p_19.z * v2_4)) + (p_19.w * v3_4)));
                        }
                        {
                            float4 p_20 = p_tile[min(uint((((16u + ty) * STRIDE) + 4u)), 287u)];
                            float4 _e2618 = acc[2];
                            acc[2] = (_e2618 + ((((p_20.x * v0_4) + (p_20.y * v1_4)) + (p_20.z * v2_4)) + (p_20.w * v3_4)));
                        }
                        {
                            float4 p_21 = p_tile[min(uint((((24u + ty) * STRIDE) + 4u)), 287u)];
                            float4 _e2640 = acc[3];
                            acc[3] = (_e2640 + ((((p_21.x * v0_4) + (p_21.y * v1_4)) + (p_21.z * v2_4)) + (p_21.w * v3_4)));
                        }
                    }
                    {
                        uint v_at_5 = (180u + tx_1);
                        float4 v0_5 = kv_tile[min(uint(v_at_5), 287u)];
                        float4 v1_5 = kv_tile[min(uint((v_at_5 + STRIDE)), 287u)];
                        float4 v2_5 = kv_tile[min(uint((v_at_5 + 18u)), 287u)];
                        float4 v3_5 = kv_tile[min(uint((v_at_5 + 27u)), 287u)];
                        {
                            float4 p_22 = p_tile[min(uint((((0u + ty) * STRIDE) + 5u)), 287u)];
                            float4 _e2683 = acc[0];
                            acc[0] = (_e2683 + ((((p_22.x * v0_5) + (p_22.y * v1_5)) + (p_22.z * v2_5)) + (p_22.w * v3_5)));
                        }
                        {
                            float4 p_23 = p_tile[min(uint((((8u + ty) * STRIDE) + 5u)), 287u)];
                            float4 _e2705 = acc[1];
                            acc[1] = (_e2705 + ((((p_23.x * v0_5) + (p_23.y * v1_5)) + (p_23.z * v2_5)) + (p_23.w * v3_5)));
                        }
                        {
                            float4 p_24 = p_tile[min(uint((((16u + ty) * STRIDE) + 5u)), 287u)];
                            float4 _e2727 = acc[2];
                            acc[2] = (_e2727 + ((((p_24.x * v0_5) + (p_24.y * v1_5)) + (p_24.z * v2_5)) + (p_24.w * v3_5)));
                        }
                        {
                            float4 p_25 = p_tile[min(uint((((24u + ty) * STRIDE) + 5u)), 287u)];
                            float4 _e2749 = acc[3];
                            acc[3] = (_e2749 + ((((p_25.x * v0_5) + (p_25.y * v1_5)) + (p_25.z * v2_5)) + (p_25.w * v3_5)));
                        }
                    }
                    {
                        uint v_at_6 = (216u + tx_1);
                        float4 v0_6 = kv_tile[min(uint(v_at_6), 287u)];
                        float4 v1_6 = kv_tile[min(uint((v_at_6 + STRIDE)), 287u)];
                        float4 v2_6 = kv_tile[min(uint((v_at_6 + 18u)), 287u)];
                        float4 v3_6 = kv_tile[min(uint((v_at_6 + 27u)), 287u)];
                        {
                            float4 p_26 = p_tile[min(uint((((0u + ty) * STRIDE) + 6u)), 287u)];
                            float4 _e2792 = acc[0];
                            acc[0] = (_e2792 + ((((p_26.x * v0_6) + (p_26.y * v1_6)) + (p_26.z * v2_6)) + (p_26.w * v3_6)));
                        }
                        {
                            float4 p_27 = p_tile[min(uint((((8u + ty) * STRIDE) + 6u)), 287u)];
                            float4 _e2814 = acc[1];
                            acc[1] = (_e2814 + ((((p_27.x * v0_6) + (p_27.y * v1_6)) + (p_27.z * v2_6)) + (p_27.w * v3_6)));
                        }
                        {
                            float4 p_28 = p_tile[min(uint((((16u + ty) * STRIDE) + 6u)), 287u)];
                            float4 _e2836 = acc[2];
                            acc[2] = (_e2836 + ((((p_28.x * v0_6) + (p_28.y * v1_6)) + (p_28.z * v2_6)) + (p_28.w * v3_6)));
                        }
                        {
                            float4 p_29 = p_tile[min(uint((((24u + ty) * STRIDE) + 6u)), 287u)];
                            float4 _e2858 = acc[3];
                            acc[3] = (_e2858 + ((((p_29.x * v0_6) + (p_29.y * v1_6)) + (p_29.z * v2_6)) + (p_29.w * v3_6)));
                        }
                    }
                    {
                        uint v_at_7 = (252u + tx_1);
                        float4 v0_7 = kv_tile[min(uint(v_at_7), 287u)];
                        float4 v1_7 = kv_tile[min(uint((v_at_7 + STRIDE)), 287u)];
                        float4 v2_7 = kv_tile[min(uint((v_at_7 + 18u)), 287u)];
                        float4 v3_7 = kv_tile[min(uint((v_at_7 + 27u)), 287u)];
                        {
                            float4 p_30 = p_tile[min(uint((((0u + ty) * STRIDE) + 7u)), 287u)];
                            float4 _e2901 = acc[0];
                            acc[0] = (_e2901 + ((((p_30.x * v0_7) + (p_30.y * v1_7)) + (p_30.z * v2_7)) + (p_30.w * v3_7)));
                        }
                        {
                            float4 p_31 = p_tile[min(uint((((8u + ty) * STRIDE) + 7u)), 287u)];
                            float4 _e2923 = acc[1];
                            acc[1] = (_e2923 + ((((p_31.x * v0_7) + (p_31.y * v1_7)) + (p_31.z * v2_7)) + (p_31.w * v3_7)));
                        }
                        {
                            float4 p_32 = p_tile[min(uint((((16u + ty) * STRIDE) + 7u)), 287u)];
                            float4 _e2945 = acc[2];
                            acc[2] = (_e2945 + ((((p_32.x * v0_7) + (p_32.y * v1_7)) + (p_32.z * v2_7)) + (p_32.w * v3_7)));
                        }
                        {
                            float4 p_33 = p_tile[min(uint((((24u + ty) * STRIDE) + 7u)), 287u)];
                            float4 _e2967 = acc[3];
                            acc[3] = (_e2967 + ((((p_33.x * v0_7) + (p_33.y * v1_7)) + (p_33.z * v2_7)) + (p_33.w * v3_7)));
                        }
                    }
                } else {
                    k_2 = 0u;
                    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
                    bool loop_init_4 = true;
                    while(true) {
                        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
                        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                        if (!loop_init_4) {
                            uint _e3089 = k_2;
                            k_2 = (_e3089 + 1u);
                        }
                        loop_init_4 = false;
                        uint _e2982 = k_2;
                        if ((_e2982 < BLOCK_K)) {
                        } else {
                            break;
                        }
                        {
                            uint _e2986 = k_2;
                            float4 v_3 = kv_tile[min(uint(((_e2986 * STRIDE) + tx_1)), 287u)];
                            {
                                uint _e2997 = k_2;
                                uint _e3002 = k_2;
                                float p_34 = p_tile[min(uint((((0u + ty) * STRIDE) + naga_div(_e2997, 4u))), 287u)][min(uint(naga_mod(_e3002, 4u)), 3u)];
                                float4 _e3008 = acc[0];
                                acc[0] = (_e3008 + ((p_34 == 0.0) ? (0.0).xxxx : (p_34 * v_3)));
                            }
                            {
                                uint _e3021 = k_2;
                                uint _e3026 = k_2;
                                float p_35 = p_tile[min(uint((((8u + ty) * STRIDE) + naga_div(_e3021, 4u))), 287u)][min(uint(naga_mod(_e3026, 4u)), 3u)];
                                float4 _e3032 = acc[1];
                                acc[1] = (_e3032 + ((p_35 == 0.0) ? (0.0).xxxx : (p_35 * v_3)));
                            }
                            {
                                uint _e3045 = k_2;
                                uint _e3050 = k_2;
                                float p_36 = p_tile[min(uint((((16u + ty) * STRIDE) + naga_div(_e3045, 4u))), 287u)][min(uint(naga_mod(_e3050, 4u)), 3u)];
                                float4 _e3056 = acc[2];
                                acc[2] = (_e3056 + ((p_36 == 0.0) ? (0.0).xxxx : (p_36 * v_3)));
                            }
                            {
                                uint _e3069 = k_2;
                                uint _e3074 = k_2;
                                float p_37 = p_tile[min(uint((((24u + ty) * STRIDE) + naga_div(_e3069, 4u))), 287u)][min(uint(naga_mod(_e3074, 4u)), 3u)];
                                float4 _e3080 = acc[3];
                                acc[3] = (_e3080 + ((p_37 == 0.0) ? (0.0).xxxx : (p_37 * v_3)));
                            }
                        }
                    }
                }
                GroupMemoryBarrierWithGroupSync();
            }
            {
                {
                    uint slot_12 = (0u + ty);
                    if ((slot_12 < BLOCK_K)) {
                        const uint _e3100 = key_of(min((key0_ + slot_12), (_e271.end - 1u)));
                        uint _e3104 = params.v_row;
                        const float4 _e3111 = load_v4_((_e8.v_base + (_e3100 * _e3104)), ((8u + tx_1) * 4u));
                        const bool _e3112 = any_nonfinite(_e3111);
                        if (_e3112) {
                            { uint dummy_5 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_5); }
                        }
                        kv_tile[min(uint(((slot_12 * STRIDE) + tx_1)), 287u)] = _e3111;
                    }
                }
                {
                    uint slot_13 = (8u + ty);
                    if ((slot_13 < BLOCK_K)) {
                        const uint _e3129 = key_of(min((key0_ + slot_13), (_e271.end - 1u)));
                        uint _e3133 = params.v_row;
                        const float4 _e3140 = load_v4_((_e8.v_base + (_e3129 * _e3133)), ((8u + tx_1) * 4u));
                        const bool _e3141 = any_nonfinite(_e3140);
                        if (_e3141) {
                            { uint dummy_6 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_6); }
                        }
                        kv_tile[min(uint(((slot_13 * STRIDE) + tx_1)), 287u)] = _e3140;
                    }
                }
                {
                    uint slot_14 = (16u + ty);
                    if ((slot_14 < BLOCK_K)) {
                        const uint _e3158 = key_of(min((key0_ + slot_14), (_e271.end - 1u)));
                        uint _e3162 = params.v_row;
                        const float4 _e3169 = load_v4_((_e8.v_base + (_e3158 * _e3162)), ((8u + tx_1) * 4u));
                        const bool _e3170 = any_nonfinite(_e3169);
                        if (_e3170) {
                            { uint dummy_7 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_7); }
                        }
                        kv_tile[min(uint(((slot_14 * STRIDE) + tx_1)), 287u)] = _e3169;
                    }
                }
                {
                    uint slot_15 = (24u + ty);
                    if ((slot_15 < BLOCK_K)) {
                        const uint _e3187 = key_of(min((key0_ + slot_15), (_e271.end - 1u)));
                        uint _e3191 = params.v_row;
                        const float4 _e3198 = load_v4_((_e8.v_base + (_e3187 * _e3191)), ((8u + tx_1) * 4u));
                        const bool _e3199 = any_nonfinite(_e3198);
                        if (_e3199) {
                            { uint dummy_8 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_8); }
                        }
                        kv_tile[min(uint(((slot_15 * STRIDE) + tx_1)), 287u)] = _e3198;
                    }
                }
                GroupMemoryBarrierWithGroupSync();
                uint _e3208; InterlockedOr(v_nonfinite, 0, _e3208);
                if ((_e3208 == 0u)) {
                    {
                        uint v_at_8 = (0u + tx_1);
                        float4 v0_8 = kv_tile[min(uint(v_at_8), 287u)];
                        float4 v1_8 = kv_tile[min(uint((v_at_8 + STRIDE)), 287u)];
                        float4 v2_8 = kv_tile[min(uint((v_at_8 + 18u)), 287u)];
                        float4 v3_8 = kv_tile[min(uint((v_at_8 + 27u)), 287u)];
                        {
                            float4 p_38 = p_tile[min(uint((((0u + ty) * STRIDE) + 0u)), 287u)];
                            float4 _e3241 = acc[4];
                            acc[4] = (_e3241 + ((((p_38.x * v0_8) + (p_38.y * v1_8)) + (p_38.z * v2_8)) + (p_38.w * v3_8)));
                        }
                        {
                            float4 p_39 = p_tile[min(uint((((8u + ty) * STRIDE) + 0u)), 287u)];
                            float4 _e3263 = acc[5];
                            acc[5] = (_e3263 + ((((p_39.x * v0_8) + (p_39.y * v1_8)) + (p_39.z * v2_8)) + (p_39.w * v3_8)));
                        }
                        {
                            float4 p_40 = p_tile[min(uint((((16u + ty) * STRIDE) + 0u)), 287u)];
                            float4 _e3285 = acc[6];
                            acc[6] = (_e3285 + ((((p_40.x * v0_8) + (p_40.y * v1_8)) + (p_40.z * v2_8)) + (p_40.w * v3_8)));
                        }
                        {
                            float4 p_41 = p_tile[min(uint((((24u + ty) * STRIDE) + 0u)), 287u)];
                            float4 _e3307 = acc[7];
                            acc[7] = (_e3307 + ((((p_41.x * v0_8) + (p_41.y * v1_8)) + (p_41.z * v2_8)) + (p_41.w * v3_8)));
                        }
                    }
                    {
                        uint v_at_9 = (36u + tx_1);
                        float4 v0_9 = kv_tile[min(uint(v_at_9), 287u)];
                        float4 v1_9 = kv_tile[min(uint((v_at_9 + STRIDE)), 287u)];
                        float4 v2_9 = kv_tile[min(uint((v_at_9 + 18u)), 287u)];
                        float4 v3_9 = kv_tile[min(uint((v_at_9 + 27u)), 287u)];
                        {
                            float4 p_42 = p_tile[min(uint((((0u + ty) * STRIDE) + 1u)), 287u)];
                            float4 _e3350 = acc[4];
                            acc[4] = (_e3350 + ((((p_42.x * v0_9) + (p_42.y * v1_9)) + (p_42.z * v2_9)) + (p_42.w * v3_9)));
                        }
                        {
                            float4 p_43 = p_tile[min(uint((((8u + ty) * STRIDE) + 1u)), 287u)];
                            float4 _e3372 = acc[5];
                            acc[5] = (_e3372 + ((((p_43.x * v0_9) + (p_43.y * v1_9)) + (p_43.z * v2_9)) + (p_43.w * v3_9)));
                        }
                        {
                            float4 p_44 = p_tile[min(uint((((16u + ty) * STRIDE) + 1u)), 287u)];
                            float4 _e3394 = acc[6];
                            acc[6] = (_e3394 + ((((p_44.x * v0_9) + (p_44.y * v1_9)) + (p_44.z * v2_9)) + (p_44.w * v3_9)));
                        }
                        {
                            float4 p_45 = p_tile[min(uint((((24u + ty) * STRIDE) + 1u)), 287u)];
                            float4 _e3416 = acc[7];
                            acc[7] = (_e3416 + ((((p_45.x * v0_9) + (p_45.y * v1_9)) + (p_45.z * v2_9)) + (p_45.w * v3_9)));
                        }
                    }
                    {
                        uint v_at_10 = (72u + tx_1);
                        float4 v0_10 = kv_tile[min(uint(v_at_10), 287u)];
                        float4 v1_10 = kv_tile[min(uint((v_at_10 + STRIDE)), 287u)];
                        float4 v2_10 = kv_tile[min(uint((v_at_10 + 18u)), 287u)];
                        float4 v3_10 = kv_tile[min(uint((v_at_10 + 27u)), 287u)];
                        {
                            float4 p_46 = p_tile[min(uint((((0u + ty) * STRIDE) + 2u)), 287u)];
                            float4 _e3459 = acc[4];
                            acc[4] = (_e3459 + ((((p_46.x * v0_10) + (p_46.y * v1_10)) + (p_46.z * v2_10)) + (p_46.w * v3_10)));
                        }
                        {
                            float4 p_47 = p_tile[min(uint((((8u + ty) * STRIDE) + 2u)), 287u)];
                            float4 _e3481 = acc[5];
                            acc[5] = (_e3481 + ((((p_47.x * v0_10) + (p_47.y * v1_10)) + (p_47.z * v2_10)) + (p_47.w * v3_10)));
                        }
                        {
                            float4 p_48 = p_tile[min(uint((((16u + ty) * STRIDE) + 2u)), 287u)];
                            float4 _e3503 = acc[6];
                            acc[6] = (_e3503 + ((((p_48.x * v0_10) + (p_48.y * v1_10)) + (p_48.z * v2_10)) + (p_48.w * v3_10)));
                        }
                        {
                            float4 p_49 = p_tile[min(uint((((24u + ty) * STRIDE) + 2u)), 287u)];
                            float4 _e3525 = acc[7];
                            acc[7] = (_e3525 + ((((p_49.x * v0_10) + (p_49.y * v1_10)) + (p_49.z * v2_10)) + (p_49.w * v3_10)));
                        }
                    }
                    {
                        uint v_at_11 = (108u + tx_1);
                        float4 v0_11 = kv_tile[min(uint(v_at_11), 287u)];
                        float4 v1_11 = kv_tile[min(uint((v_at_11 + STRIDE)), 287u)];
                        float4 v2_11 = kv_tile[min(uint((v_at_11 + 18u)), 287u)];
                        float4 v3_11 = kv_tile[min(uint((v_at_11 + 27u)), 287u)];
                        {
                            float4 p_50 = p_tile[min(uint((((0u + ty) * STRIDE) + 3u)), 287u)];
                            float4 _e3568 = acc[4];
                            acc[4] = (_e3568 + ((((p_50.x * v0_11) + (p_50.y * v1_11)) + (p_50.z * v2_11)) + (p_50.w * v3_11)));
                        }
                        {
                            float4 p_51 = p_tile[min(uint((((8u + ty) * STRIDE) + 3u)), 287u)];
                            float4 _e3590 = acc[5];
                            acc[5] = (_e3590 + ((((p_51.x * v0_11) + (p_51.y * v1_11)) + (p_51.z * v2_11)) + (p_51.w * v3_11)));
                        }
                        {
                            float4 p_52 = p_tile[min(uint((((16u + ty) * STRIDE) + 3u)), 287u)];
                            float4 _e3612 = acc[6];
                            acc[6] = (_e3612 + ((((p_52.x * v0_11) + (p_52.y * v1_11)) + (p_52.z * v2_11)) + (p_52.w * v3_11)));
                        }
                        {
                            float4 p_53 = p_tile[min(uint((((24u + ty) * STRIDE) + 3u)), 287u)];
                            float4 _e3634 = acc[7];
                            acc[7] = (_e3634 + ((((p_53.x * v0_11) + (p_53.y * v1_11)) + (p_53.z * v2_11)) + (p_53.w * v3_11)));
                        }
                    }
                    {
                        uint v_at_12 = (144u + tx_1);
                        float4 v0_12 = kv_tile[min(uint(v_at_12), 287u)];
                        float4 v1_12 = kv_tile[min(uint((v_at_12 + STRIDE)), 287u)];
                        float4 v2_12 = kv_tile[min(uint((v_at_12 + 18u)), 287u)];
                        float4 v3_12 = kv_tile[min(uint((v_at_12 + 27u)), 287u)];
                        {
                            float4 p_54 = p_tile[min(uint((((0u + ty) * STRIDE) + 4u)), 287u)];
                            float4 _e3677 = acc[4];
                            acc[4] = (_e3677 + ((((p_54.x * v0_12) + (p_54.y * v1_12)) + (p_54.z * v2_12)) + (p_54.w * v3_12)));
                        }
                        {
                            float4 p_55 = p_tile[min(uint((((8u + ty) * STRIDE) + 4u)), 287u)];
                            float4 _e3699 = acc[5];
                            acc[5] = (_e3699 + ((((p_55.x * v0_12) + (p_55.y * v1_12)) + (p_55.z * v2_12)) + (p_55.w * v3_12)));
                        }
                        {
                            float4 p_56 = p_tile[min(uint((((16u + ty) * STRIDE) + 4u)), 287u)];
                            float4 _e3721 = acc[6];
                            acc[6] = (_e3721 + ((((p_56.x * v0_12) + (p_56.y * v1_12)) + (p_56.z * v2_12)) + (p_56.w * v3_12)));
                        }
                        {
                            float4 p_57 = p_tile[min(uint((((24u + ty) * STRIDE) + 4u)), 287u)];
                            float4 _e3743 = acc[7];
                            acc[7] = (_e3743 + ((((p_57.x * v0_12) + (p_57.y * v1_12)) + (p_57.z * v2_12)) + (p_57.w * v3_12)));
                        }
                    }
                    {
                        uint v_at_13 = (180u + tx_1);
                        float4 v0_13 = kv_tile[min(uint(v_at_13), 287u)];
                        float4 v1_13 = kv_tile[min(uint((v_at_13 + STRIDE)), 287u)];
                        float4 v2_13 = kv_tile[min(uint((v_at_13 + 18u)), 287u)];
                        float4 v3_13 = kv_tile[min(uint((v_at_13 + 27u)), 287u)];
                        {
                            float4 p_58 = p_tile[min(uint((((0u + ty) * STRIDE) + 5u)), 287u)];
                            float4 _e3786 = acc[4];
                            acc[4] = (_e3786 + ((((p_58.x * v0_13) + (p_58.y * v1_13)) + (p_58.z * v2_13)) + (p_58.w * v3_13)));
                        }
                        {
                            float4 p_59 = p_tile[min(uint((((8u + ty) * STRIDE) + 5u)), 287u)];
                            float4 _e3808 = acc[5];
                            acc[5] = (_e3808 + ((((p_59.x * v0_13) + (p_59.y * v1_13)) + (p_59.z * v2_13)) + (p_59.w * v3_13)));
                        }
                        {
                            float4 p_60 = p_tile[min(uint((((16u + ty) * STRIDE) + 5u)), 287u)];
                            float4 _e3830 = acc[6];
                            acc[6] = (_e3830 + ((((p_60.x * v0_13) + (p_60.y * v1_13)) + (p_60.z * v2_13)) + (p_60.w * v3_13)));
                        }
                        {
                            float4 p_61 = p_tile[min(uint((((24u + ty) * STRIDE) + 5u)), 287u)];
                            float4 _e3852 = acc[7];
                            acc[7] = (_e3852 + ((((p_61.x * v0_13) + (p_61.y * v1_13)) + (p_61.z * v2_13)) + (p_61.w * v3_13)));
                        }
                    }
                    {
                        uint v_at_14 = (216u + tx_1);
                        float4 v0_14 = kv_tile[min(uint(v_at_14), 287u)];
                        float4 v1_14 = kv_tile[min(uint((v_at_14 + STRIDE)), 287u)];
                        float4 v2_14 = kv_tile[min(uint((v_at_14 + 18u)), 287u)];
                        float4 v3_14 = kv_tile[min(uint((v_at_14 + 27u)), 287u)];
                        {
                            float4 p_62 = p_tile[min(uint((((0u + ty) * STRIDE) + 6u)), 287u)];
                            float4 _e3895 = acc[4];
                            acc[4] = (_e3895 + ((((p_62.x * v0_14) + (p_62.y * v1_14)) + (p_62.z * v2_14)) + (p_62.w * v3_14)));
                        }
                        {
                            float4 p_63 = p_tile[min(uint((((8u + ty) * STRIDE) + 6u)), 287u)];
                            float4 _e3917 = acc[5];
                            acc[5] = (_e3917 + ((((p_63.x * v0_14) + (p_63.y * v1_14)) + (p_63.z * v2_14)) + (p_63.w * v3_14)));
                        }
                        {
                            float4 p_64 = p_tile[min(uint((((16u + ty) * STRIDE) + 6u)), 287u)];
                            float4 _e3939 = acc[6];
                            acc[6] = (_e3939 + ((((p_64.x * v0_14) + (p_64.y * v1_14)) + (p_64.z * v2_14)) + (p_64.w * v3_14)));
                        }
                        {
                            float4 p_65 = p_tile[min(uint((((24u + ty) * STRIDE) + 6u)), 287u)];
                            float4 _e3961 = acc[7];
                            acc[7] = (_e3961 + ((((p_65.x * v0_14) + (p_65.y * v1_14)) + (p_65.z * v2_14)) + (p_65.w * v3_14)));
                        }
                    }
                    {
                        uint v_at_15 = (252u + tx_1);
                        float4 v0_15 = kv_tile[min(uint(v_at_15), 287u)];
                        float4 v1_15 = kv_tile[min(uint((v_at_15 + STRIDE)), 287u)];
                        float4 v2_15 = kv_tile[min(uint((v_at_15 + 18u)), 287u)];
                        float4 v3_15 = kv_tile[min(uint((v_at_15 + 27u)), 287u)];
                        {
                            float4 p_66 = p_tile[min(uint((((0u + ty) * STRIDE) + 7u)), 287u)];
                            float4 _e4004 = acc[4];
                            acc[4] = (_e4004 + ((((p_66.x * v0_15) + (p_66.y * v1_15)) + (p_66.z * v2_15)) + (p_66.w * v3_15)));
                        }
                        {
                            float4 p_67 = p_tile[min(uint((((8u + ty) * STRIDE) + 7u)), 287u)];
                            float4 _e4026 = acc[5];
                            acc[5] = (_e4026 + ((((p_67.x * v0_15) + (p_67.y * v1_15)) + (p_67.z * v2_15)) + (p_67.w * v3_15)));
                        }
                        {
                            float4 p_68 = p_tile[min(uint((((16u + ty) * STRIDE) + 7u)), 287u)];
                            float4 _e4048 = acc[6];
                            acc[6] = (_e4048 + ((((p_68.x * v0_15) + (p_68.y * v1_15)) + (p_68.z * v2_15)) + (p_68.w * v3_15)));
                        }
                        {
                            float4 p_69 = p_tile[min(uint((((24u + ty) * STRIDE) + 7u)), 287u)];
                            float4 _e4070 = acc[7];
                            acc[7] = (_e4070 + ((((p_69.x * v0_15) + (p_69.y * v1_15)) + (p_69.z * v2_15)) + (p_69.w * v3_15)));
                        }
                    }
                } else {
                    k_3 = 0u;
                    uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
                    bool loop_init_5 = true;
                    while(true) {
                        if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
                        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                        if (!loop_init_5) {
                            uint _e4192 = k_3;
                            k_3 = (_e4192 + 1u);
                        }
                        loop_init_5 = false;
                        uint _e4085 = k_3;
                        if ((_e4085 < BLOCK_K)) {
                        } else {
                            break;
                        }
                        {
                            uint _e4089 = k_3;
                            float4 v_4 = kv_tile[min(uint(((_e4089 * STRIDE) + tx_1)), 287u)];
                            {
                                uint _e4100 = k_3;
                                uint _e4105 = k_3;
                                float p_70 = p_tile[min(uint((((0u + ty) * STRIDE) + naga_div(_e4100, 4u))), 287u)][min(uint(naga_mod(_e4105, 4u)), 3u)];
                                float4 _e4111 = acc[4];
                                acc[4] = (_e4111 + ((p_70 == 0.0) ? (0.0).xxxx : (p_70 * v_4)));
                            }
                            {
                                uint _e4124 = k_3;
                                uint _e4129 = k_3;
                                float p_71 = p_tile[min(uint((((8u + ty) * STRIDE) + naga_div(_e4124, 4u))), 287u)][min(uint(naga_mod(_e4129, 4u)), 3u)];
                                float4 _e4135 = acc[5];
                                acc[5] = (_e4135 + ((p_71 == 0.0) ? (0.0).xxxx : (p_71 * v_4)));
                            }
                            {
                                uint _e4148 = k_3;
                                uint _e4153 = k_3;
                                float p_72 = p_tile[min(uint((((16u + ty) * STRIDE) + naga_div(_e4148, 4u))), 287u)][min(uint(naga_mod(_e4153, 4u)), 3u)];
                                float4 _e4159 = acc[6];
                                acc[6] = (_e4159 + ((p_72 == 0.0) ? (0.0).xxxx : (p_72 * v_4)));
                            }
                            {
                                uint _e4172 = k_3;
                                uint _e4177 = k_3;
                                float p_73 = p_tile[min(uint((((24u + ty) * STRIDE) + naga_div(_e4172, 4u))), 287u)][min(uint(naga_mod(_e4177, 4u)), 3u)];
                                float4 _e4183 = acc[7];
                                acc[7] = (_e4183 + ((p_73 == 0.0) ? (0.0).xxxx : (p_73 * v_4)));
                            }
                        }
                    }
                }
                GroupMemoryBarrierWithGroupSync();
            }
        }
    }
    {
        float _e4199 = l_1[0];
        const float _e4200 = lanes_sum(_e4199);
        part_2[0] = _e4200;
        float _e4204 = part_2[0];
        put_part((0u + ty), tx_1, _e4204);
    }
    {
        float _e4207 = l_1[1];
        const float _e4208 = lanes_sum(_e4207);
        part_2[1] = _e4208;
        float _e4212 = part_2[1];
        put_part((8u + ty), tx_1, _e4212);
    }
    {
        float _e4215 = l_1[2];
        const float _e4216 = lanes_sum(_e4215);
        part_2[2] = _e4216;
        float _e4220 = part_2[2];
        put_part((16u + ty), tx_1, _e4220);
    }
    {
        float _e4223 = l_1[3];
        const float _e4224 = lanes_sum(_e4223);
        part_2[3] = _e4224;
        float _e4228 = part_2[3];
        put_part((24u + ty), tx_1, _e4228);
    }
    GroupMemoryBarrierWithGroupSync();
    {
        uint row_13 = ((_e8.first_row + 0u) + ty);
        if ((row_13 < _e8.row_end)) {
            float _e4236 = m_2[0];
            float _e4240 = part_2[0];
            const float _e4241 = row_sum((0u + ty), _e4240);
            uint _e4243 = row_head[0];
            const float2 _e4245 = finish_row(_e4236, _e4241, _e4243, _e8.split);
            uint _e4247 = row_head[0];
            uint _e4249 = row_q[0];
            const uint _e4250 = output_at(_e8, _e4247, _e4249);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                float4 _e4257 = acc[0];
                float _e4260 = row_factor[0];
                uint _e4264 = row_head[0];
                uint _e4266 = row_q[0];
                const float4 _e4267 = output((_e4257 * (_e4245.x * _e4260)), b_13, _e4264, _e4266, d_7);
                store_o4_(_e4250, d_7, V_DIM, _e4267);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                float4 _e4274 = acc[4];
                float _e4277 = row_factor[0];
                uint _e4281 = row_head[0];
                uint _e4283 = row_q[0];
                const float4 _e4284 = output((_e4274 * (_e4245.x * _e4277)), b_13, _e4281, _e4283, d_8);
                store_o4_(_e4250, d_8, V_DIM, _e4284);
            }
            if ((tx_1 == 0u)) {
                uint _e4288 = row_head[0];
                uint _e4290 = row_q[0];
                const uint _e4291 = lse_at_1(_e8, _e4288, _e4290);
                uint _e4295 = params.lse_split;
                store_lse((_e4291 + (_e8.split * _e4295)), _e4245.y);
            }
        }
    }
    {
        uint row_14 = ((_e8.first_row + 8u) + ty);
        if ((row_14 < _e8.row_end)) {
            float _e4306 = m_2[1];
            float _e4310 = part_2[1];
            const float _e4311 = row_sum((8u + ty), _e4310);
            uint _e4313 = row_head[1];
            const float2 _e4315 = finish_row(_e4306, _e4311, _e4313, _e8.split);
            uint _e4317 = row_head[1];
            uint _e4319 = row_q[1];
            const uint _e4320 = output_at(_e8, _e4317, _e4319);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                float4 _e4327 = acc[1];
                float _e4330 = row_factor[1];
                uint _e4334 = row_head[1];
                uint _e4336 = row_q[1];
                const float4 _e4337 = output((_e4327 * (_e4315.x * _e4330)), b_13, _e4334, _e4336, d_9);
                store_o4_(_e4320, d_9, V_DIM, _e4337);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                float4 _e4344 = acc[5];
                float _e4347 = row_factor[1];
                uint _e4351 = row_head[1];
                uint _e4353 = row_q[1];
                const float4 _e4354 = output((_e4344 * (_e4315.x * _e4347)), b_13, _e4351, _e4353, d_10);
                store_o4_(_e4320, d_10, V_DIM, _e4354);
            }
            if ((tx_1 == 0u)) {
                uint _e4358 = row_head[1];
                uint _e4360 = row_q[1];
                const uint _e4361 = lse_at_1(_e8, _e4358, _e4360);
                uint _e4365 = params.lse_split;
                store_lse((_e4361 + (_e8.split * _e4365)), _e4315.y);
            }
        }
    }
    {
        uint row_15 = ((_e8.first_row + 16u) + ty);
        if ((row_15 < _e8.row_end)) {
            float _e4376 = m_2[2];
            float _e4380 = part_2[2];
            const float _e4381 = row_sum((16u + ty), _e4380);
            uint _e4383 = row_head[2];
            const float2 _e4385 = finish_row(_e4376, _e4381, _e4383, _e8.split);
            uint _e4387 = row_head[2];
            uint _e4389 = row_q[2];
            const uint _e4390 = output_at(_e8, _e4387, _e4389);
            {
                uint d_11 = ((0u + tx_1) * 4u);
                float4 _e4397 = acc[2];
                float _e4400 = row_factor[2];
                uint _e4404 = row_head[2];
                uint _e4406 = row_q[2];
                const float4 _e4407 = output((_e4397 * (_e4385.x * _e4400)), b_13, _e4404, _e4406, d_11);
                store_o4_(_e4390, d_11, V_DIM, _e4407);
            }
            {
                uint d_12 = ((8u + tx_1) * 4u);
                float4 _e4414 = acc[6];
                float _e4417 = row_factor[2];
                uint _e4421 = row_head[2];
                uint _e4423 = row_q[2];
                const float4 _e4424 = output((_e4414 * (_e4385.x * _e4417)), b_13, _e4421, _e4423, d_12);
                store_o4_(_e4390, d_12, V_DIM, _e4424);
            }
            if ((tx_1 == 0u)) {
                uint _e4428 = row_head[2];
                uint _e4430 = row_q[2];
                const uint _e4431 = lse_at_1(_e8, _e4428, _e4430);
                uint _e4435 = params.lse_split;
                store_lse((_e4431 + (_e8.split * _e4435)), _e4385.y);
            }
        }
    }
    {
        uint row_16 = ((_e8.first_row + 24u) + ty);
        if ((row_16 < _e8.row_end)) {
            float _e4446 = m_2[3];
            float _e4450 = part_2[3];
            const float _e4451 = row_sum((24u + ty), _e4450);
            uint _e4453 = row_head[3];
            const float2 _e4455 = finish_row(_e4446, _e4451, _e4453, _e8.split);
            uint _e4457 = row_head[3];
            uint _e4459 = row_q[3];
            const uint _e4460 = output_at(_e8, _e4457, _e4459);
            {
                uint d_13 = ((0u + tx_1) * 4u);
                float4 _e4467 = acc[3];
                float _e4470 = row_factor[3];
                uint _e4474 = row_head[3];
                uint _e4476 = row_q[3];
                const float4 _e4477 = output((_e4467 * (_e4455.x * _e4470)), b_13, _e4474, _e4476, d_13);
                store_o4_(_e4460, d_13, V_DIM, _e4477);
            }
            {
                uint d_14 = ((8u + tx_1) * 4u);
                float4 _e4484 = acc[7];
                float _e4487 = row_factor[3];
                uint _e4491 = row_head[3];
                uint _e4493 = row_q[3];
                const float4 _e4494 = output((_e4484 * (_e4455.x * _e4487)), b_13, _e4491, _e4493, d_14);
                store_o4_(_e4460, d_14, V_DIM, _e4494);
            }
            if ((tx_1 == 0u)) {
                uint _e4498 = row_head[3];
                uint _e4500 = row_q[3];
                const uint _e4501 = lse_at_1(_e8, _e4498, _e4500);
                uint _e4505 = params.lse_split;
                store_lse((_e4501 + (_e8.split * _e4505)), _e4455.y);
                return;
            } else {
                return;
            }
        } else {
            return;
        }
    }
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
