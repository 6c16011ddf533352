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
static const uint TY = 16u;
static const uint QK_CHUNKS = 2u;
static const uint V_CHUNKS = 2u;
static const uint V_GROUPS = 1u;
static const uint V_PARTS = 2u;
static const uint RQ = 4u;
static const uint WORKGROUP = 128u;
static const uint BLOCK_Q = 64u;
static const uint BLOCK_K = 32u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const bool STAGED = false;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint STRIDE = 9u;
static const uint KEYS = 2u;
static const uint V_ROW = 16u;
static const uint PART = 16u;
static const uint V_FOURS = 2u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_3 : register(t2);
ByteAddressBuffer v_2 : register(t3);
RWByteAddressBuffer o : register(u4);
RWByteAddressBuffer lse : register(u5);
groupshared float row_part[512];
groupshared float4 q_tile[576];
groupshared float4 kv_tile[288];
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
    half4 _e11 = q.Load<half4>(((base + d) >> 2u)*8);
    return float4(_e11);
}

float4 load_k4_(uint base_1, uint d_1)
{
    if ((d_1 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    half4 _e11 = k_3.Load<half4>(((base_1 + d_1) >> 2u)*8);
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

void store_o4_(uint base_3, uint d_3, uint dim, float4 x)
{
    if ((d_3 < dim)) {
        o.Store(((base_3 + d_3) >> 2u)*8, half4(x));
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

    int p_5 = asint(asuint(int(i_1)) + asuint(offset));
    int end_1 = int(kv_count_1);
    hi = end_1;
    int _e11 = params.window_left;
    if ((_e11 >= int(0))) {
        int _e16 = params.window_left;
        lo = clamp(asint(asuint(p_5) - asuint(_e16)), int(0), end_1);
    }
    int _e22 = params.window_right;
    if ((_e22 >= int(0))) {
        int _e27 = params.window_right;
        hi = clamp(asint(asuint(asint(asuint(p_5) + asuint(_e27))) + asuint(int(1))), int(0), end_1);
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
    const float4 _e12 = exp_kept4_((s_6 - (((top_1 == MASKED) ? 0.0 : top_1)).xxxx));
    return _e12;
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
    row_part[min(uint(((row_2 * TX) + tx)), 511u)] = x_12;
    return;
}

float row_max(uint row_3, float part)
{
    float top_3 = (float)0;
    uint n_1 = 1u;

    float _e6 = row_part[min(uint((row_3 * TX)), 511u)];
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
            float _e20 = row_part[min(uint(((row_3 * TX) + _e17)), 511u)];
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

    float _e6 = row_part[min(uint((row_4 * TX)), 511u)];
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
            float _e20 = row_part[min(uint(((row_4 * TX) + _e17)), 511u)];
            sum_3 = (_e13 + _e20);
        }
    }
    float _e25 = sum_3;
    return _e25;
}

uint2 keys_of(Group g_5, uint row_5)
{
    bool local_8 = (bool)0;

    if (!((row_5 >= g_5.row_end))) {
        const uint _e9 = head_of(g_5, row_5);
        uint _e12 = params.pack;
        const float _e14 = row_weight(g_5.seen.batch, _e9, naga_div(row_5, _e12));
        local_8 = (_e14 == 0.0);
    } else {
        local_8 = true;
    }
    bool _e18 = local_8;
    if (_e18) {
        return (0u).xx;
    }
    uint _e23 = params.pack;
    const uint2 _e28 = key_range(naga_div(row_5, _e23), g_5.seen.offset, g_5.kv_len);
    return _e28;
}

typedef float4 ret_ZeroValuearray4_float4_[4];
ret_ZeroValuearray4_float4_ ZeroValuearray4_float4_() {
    return (float4[4])0;
}

void run(uint3 wid_2, uint tid_1)
{
    uint q_at[4] = (uint[4])0;
    float m_2[4] = (float[4])0;
    float l_1[4] = (float[4])0;
    float part_2[4] = (float[4])0;
    float4 acc[8] = (float4[8])0;
    uint t_2 = (uint)0;
    float4 s_10[4] = (float4[4])0;
    uint c = (uint)0;
    bool local_9 = (bool)0;
    bool local_10 = (bool)0;
    bool local_11 = (bool)0;
    uint h_7 = (uint)0;
    bool local_12 = (bool)0;
    bool local_13 = (bool)0;
    float4 p_1[4] = (float4[4])0;
    float4 p_2[4] = (float4[4])0;
    float4 p_3[4] = (float4[4])0;
    float4 p_4[4] = (float4[4])0;
    uint k_2 = (uint)0;

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
        uint row_6 = ((_e8.first_row + 0u) + ty);
        const uint _e35 = query_at(_e8, min(row_6, (_e8.row_end - 1u)));
        q_at[0] = _e35;
        m_2[0] = MASKED;
        if ((row_6 < _e8.row_end)) {
            const uint _e41 = head_of(_e8, row_6);
            uint _e44 = params.pack;
            const uint _e46 = lse_at_1(_e8, _e41, naga_div(row_6, _e44));
            const float _e47 = first_max(_e46);
            m_2[0] = _e47;
        }
        l_1[0] = 0.0;
    }
    {
        uint row_7 = ((_e8.first_row + 16u) + ty);
        const uint _e59 = query_at(_e8, min(row_7, (_e8.row_end - 1u)));
        q_at[1] = _e59;
        m_2[1] = MASKED;
        if ((row_7 < _e8.row_end)) {
            const uint _e65 = head_of(_e8, row_7);
            uint _e68 = params.pack;
            const uint _e70 = lse_at_1(_e8, _e65, naga_div(row_7, _e68));
            const float _e71 = first_max(_e70);
            m_2[1] = _e71;
        }
        l_1[1] = 0.0;
    }
    {
        uint row_8 = ((_e8.first_row + 32u) + ty);
        const uint _e83 = query_at(_e8, min(row_8, (_e8.row_end - 1u)));
        q_at[2] = _e83;
        m_2[2] = MASKED;
        if ((row_8 < _e8.row_end)) {
            const uint _e89 = head_of(_e8, row_8);
            uint _e92 = params.pack;
            const uint _e94 = lse_at_1(_e8, _e89, naga_div(row_8, _e92));
            const float _e95 = first_max(_e94);
            m_2[2] = _e95;
        }
        l_1[2] = 0.0;
    }
    {
        uint row_9 = ((_e8.first_row + 48u) + ty);
        const uint _e107 = query_at(_e8, min(row_9, (_e8.row_end - 1u)));
        q_at[3] = _e107;
        m_2[3] = MASKED;
        if ((row_9 < _e8.row_end)) {
            const uint _e113 = head_of(_e8, row_9);
            uint _e116 = params.pack;
            const uint _e118 = lse_at_1(_e8, _e113, naga_div(row_9, _e116));
            const float _e119 = first_max(_e118);
            m_2[3] = _e119;
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
            uint _e3169 = t_2;
            t_2 = (_e3169 + 1u);
        }
        loop_init_2 = false;
        uint _e150 = t_2;
        if ((_e150 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e154 = t_2;
            const Tile _e158 = tile_at(_e154, _e8.tiles.z, _e8.seen);
            uint key0_ = _e158.first;
            if ((key0_ >= _e158.end)) {
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
                    uint _e1370 = c;
                    c = (_e1370 + 1u);
                }
                loop_init_3 = false;
                uint _e178 = c;
                if ((_e178 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    {
                        uint _e189 = q_at[0];
                        uint _e190 = c;
                        const float4 _e196 = load_q4_(_e189, (((_e190 * TX) + tx_1) * 4u));
                        const float4 _e197 = scale_q(_e196);
                        q_tile[min(uint((((0u + ty) * STRIDE) + tx_1)), 575u)] = _e197;
                    }
                    {
                        uint _e206 = q_at[1];
                        uint _e207 = c;
                        const float4 _e213 = load_q4_(_e206, (((_e207 * TX) + tx_1) * 4u));
                        const float4 _e214 = scale_q(_e213);
                        q_tile[min(uint((((16u + ty) * STRIDE) + tx_1)), 575u)] = _e214;
                    }
                    {
                        uint _e223 = q_at[2];
                        uint _e224 = c;
                        const float4 _e230 = load_q4_(_e223, (((_e224 * TX) + tx_1) * 4u));
                        const float4 _e231 = scale_q(_e230);
                        q_tile[min(uint((((32u + ty) * STRIDE) + tx_1)), 575u)] = _e231;
                    }
                    {
                        uint _e240 = q_at[3];
                        uint _e241 = c;
                        const float4 _e247 = load_q4_(_e240, (((_e241 * TX) + tx_1) * 4u));
                        const float4 _e248 = scale_q(_e247);
                        q_tile[min(uint((((48u + ty) * STRIDE) + tx_1)), 575u)] = _e248;
                    }
                    {
                        uint slot_4 = (0u + ty);
                        if (false) {
                            local_9 = (slot_4 < BLOCK_K);
                        } else {
                            local_9 = true;
                        }
                        bool _e257 = local_9;
                        if (_e257) {
                            const uint _e263 = key_of(min((key0_ + slot_4), (_e158.end - 1u)));
                            uint _e279 = params.k_row;
                            uint _e282 = c;
                            const float4 _e288 = load_k4_((_e8.k_base + (_e263 * _e279)), (((_e282 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_4, 4u) * TX) + naga_div(slot_4, 4u)) * STRIDE) + tx_1)), 287u)] = _e288;
                        }
                    }
                    {
                        uint slot_5 = (16u + ty);
                        if (false) {
                            local_10 = (slot_5 < BLOCK_K);
                        } else {
                            local_10 = true;
                        }
                        bool _e297 = local_10;
                        if (_e297) {
                            const uint _e303 = key_of(min((key0_ + slot_5), (_e158.end - 1u)));
                            uint _e319 = params.k_row;
                            uint _e322 = c;
                            const float4 _e328 = load_k4_((_e8.k_base + (_e303 * _e319)), (((_e322 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_5, 4u) * TX) + naga_div(slot_5, 4u)) * STRIDE) + tx_1)), 287u)] = _e328;
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                    {
                        uint k_at = ((tx_1 * STRIDE) + 0u);
                        float4 k0_ = kv_tile[min(uint(k_at), 287u)];
                        float4 k1_ = kv_tile[min(uint((k_at + 72u)), 287u)];
                        float4 k2_ = kv_tile[min(uint((k_at + 144u)), 287u)];
                        float4 k3_ = kv_tile[min(uint((k_at + 216u)), 287u)];
                        {
                            float4 x_13 = q_tile[min(uint((((0u + ty) * STRIDE) + 0u)), 575u)];
                            uint _e359 = c;
                            uint at_1 = (((_e359 * TX) + 0u) * 4u);
                            const uint _e369 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e371 = s_10[0];
                            const float _e372 = pair(x_13, k0_, _e369, at_1);
                            const float _e373 = pair(x_13, k1_, _e369, at_1);
                            const float _e374 = pair(x_13, k2_, _e369, at_1);
                            const float _e375 = pair(x_13, k3_, _e369, at_1);
                            s_10[0] = (_e371 + float4(_e372, _e373, _e374, _e375));
                        }
                        {
                            float4 x_14 = q_tile[min(uint((((16u + ty) * STRIDE) + 0u)), 575u)];
                            uint _e386 = c;
                            uint at_2 = (((_e386 * TX) + 0u) * 4u);
                            const uint _e396 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                            float4 _e398 = s_10[1];
                            const float _e399 = pair(x_14, k0_, _e396, at_2);
                            const float _e400 = pair(x_14, k1_, _e396, at_2);
                            const float _e401 = pair(x_14, k2_, _e396, at_2);
                            const float _e402 = pair(x_14, k3_, _e396, at_2);
                            s_10[1] = (_e398 + float4(_e399, _e400, _e401, _e402));
                        }
                        {
                            float4 x_15 = q_tile[min(uint((((32u + ty) * STRIDE) + 0u)), 575u)];
                            uint _e413 = c;
                            uint at_3 = (((_e413 * TX) + 0u) * 4u);
                            const uint _e423 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                            float4 _e425 = s_10[2];
                            const float _e426 = pair(x_15, k0_, _e423, at_3);
                            const float _e427 = pair(x_15, k1_, _e423, at_3);
                            const float _e428 = pair(x_15, k2_, _e423, at_3);
                            const float _e429 = pair(x_15, k3_, _e423, at_3);
                            s_10[2] = (_e425 + float4(_e426, _e427, _e428, _e429));
                        }
                        {
                            float4 x_16 = q_tile[min(uint((((48u + ty) * STRIDE) + 0u)), 575u)];
                            uint _e440 = c;
                            uint at_4 = (((_e440 * TX) + 0u) * 4u);
                            const uint _e450 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                            float4 _e452 = s_10[3];
                            const float _e453 = pair(x_16, k0_, _e450, at_4);
                            const float _e454 = pair(x_16, k1_, _e450, at_4);
                            const float _e455 = pair(x_16, k2_, _e450, at_4);
                            const float _e456 = pair(x_16, k3_, _e450, at_4);
                            s_10[3] = (_e452 + float4(_e453, _e454, _e455, _e456));
                        }
                    }
                    {
                        uint k_at_1 = ((tx_1 * STRIDE) + 1u);
                        float4 k0_1 = kv_tile[min(uint(k_at_1), 287u)];
                        float4 k1_1 = kv_tile[min(uint((k_at_1 + 72u)), 287u)];
                        float4 k2_1 = kv_tile[min(uint((k_at_1 + 144u)), 287u)];
                        float4 k3_1 = kv_tile[min(uint((k_at_1 + 216u)), 287u)];
                        {
                            float4 x_17 = q_tile[min(uint((((0u + ty) * STRIDE) + 1u)), 575u)];
                            uint _e489 = c;
                            uint at_5 = (((_e489 * TX) + 1u) * 4u);
                            const uint _e499 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e501 = s_10[0];
                            const float _e502 = pair(x_17, k0_1, _e499, at_5);
                            const float _e503 = pair(x_17, k1_1, _e499, at_5);
                            const float _e504 = pair(x_17, k2_1, _e499, at_5);
                            const float _e505 = pair(x_17, k3_1, _e499, at_5);
                            s_10[0] = (_e501 + float4(_e502, _e503, _e504, _e505));
                        }
                        {
                            float4 x_18 = q_tile[min(uint((((16u + ty) * STRIDE) + 1u)), 575u)];
                            uint _e516 = c;
                            uint at_6 = (((_e516 * TX) + 1u) * 4u);
                            const uint _e526 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                            float4 _e528 = s_10[1];
                            const float _e529 = pair(x_18, k0_1, _e526, at_6);
                            const float _e530 = pair(x_18, k1_1, _e526, at_6);
                            const float _e531 = pair(x_18, k2_1, _e526, at_6);
                            const float _e532 = pair(x_18, k3_1, _e526, at_6);
                            s_10[1] = (_e528 + float4(_e529, _e530, _e531, _e532));
                        }
                        {
                            float4 x_19 = q_tile[min(uint((((32u + ty) * STRIDE) + 1u)), 575u)];
                            uint _e543 = c;
                            uint at_7 = (((_e543 * TX) + 1u) * 4u);
                            const uint _e553 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                            float4 _e555 = s_10[2];
                            const float _e556 = pair(x_19, k0_1, _e553, at_7);
                            const float _e557 = pair(x_19, k1_1, _e553, at_7);
                            const float _e558 = pair(x_19, k2_1, _e553, at_7);
                            const float _e559 = pair(x_19, k3_1, _e553, at_7);
                            s_10[2] = (_e555 + float4(_e556, _e557, _e558, _e559));
                        }
                        {
                            float4 x_20 = q_tile[min(uint((((48u + ty) * STRIDE) + 1u)), 575u)];
                            uint _e570 = c;
                            uint at_8 = (((_e570 * TX) + 1u) * 4u);
                            const uint _e580 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                            float4 _e582 = s_10[3];
                            const float _e583 = pair(x_20, k0_1, _e580, at_8);
                            const float _e584 = pair(x_20, k1_1, _e580, at_8);
                            const float _e585 = pair(x_20, k2_1, _e580, at_8);
                            const float _e586 = pair(x_20, k3_1, _e580, at_8);
                            s_10[3] = (_e582 + float4(_e583, _e584, _e585, _e586));
                        }
                    }
                    {
                        uint k_at_2 = ((tx_1 * STRIDE) + 2u);
                        float4 k0_2 = kv_tile[min(uint(k_at_2), 287u)];
                        float4 k1_2 = kv_tile[min(uint((k_at_2 + 72u)), 287u)];
                        float4 k2_2 = kv_tile[min(uint((k_at_2 + 144u)), 287u)];
                        float4 k3_2 = kv_tile[min(uint((k_at_2 + 216u)), 287u)];
                        {
                            float4 x_21 = q_tile[min(uint((((0u + ty) * STRIDE) + 2u)), 575u)];
                            uint _e619 = c;
                            uint at_9 = (((_e619 * TX) + 2u) * 4u);
                            const uint _e629 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e631 = s_10[0];
                            const float _e632 = pair(x_21, k0_2, _e629, at_9);
                            const float _e633 = pair(x_21, k1_2, _e629, at_9);
                            const float _e634 = pair(x_21, k2_2, _e629, at_9);
                            const float _e635 = pair(x_21, k3_2, _e629, at_9);
                            s_10[0] = (_e631 + float4(_e632, _e633, _e634, _e635));
                        }
                        {
                            float4 x_22 = q_tile[min(uint((((16u + ty) * STRIDE) + 2u)), 575u)];
                            uint _e646 = c;
                            uint at_10 = (((_e646 * TX) + 2u) * 4u);
                            const uint _e656 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                            float4 _e658 = s_10[1];
                            const float _e659 = pair(x_22, k0_2, _e656, at_10);
                            const float _e660 = pair(x_22, k1_2, _e656, at_10);
                            const float _e661 = pair(x_22, k2_2, _e656, at_10);
                            const float _e662 = pair(x_22, k3_2, _e656, at_10);
                            s_10[1] = (_e658 + float4(_e659, _e660, _e661, _e662));
                        }
                        {
                            float4 x_23 = q_tile[min(uint((((32u + ty) * STRIDE) + 2u)), 575u)];
                            uint _e673 = c;
                            uint at_11 = (((_e673 * TX) + 2u) * 4u);
                            const uint _e683 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                            float4 _e685 = s_10[2];
                            const float _e686 = pair(x_23, k0_2, _e683, at_11);
                            const float _e687 = pair(x_23, k1_2, _e683, at_11);
                            const float _e688 = pair(x_23, k2_2, _e683, at_11);
                            const float _e689 = pair(x_23, k3_2, _e683, at_11);
                            s_10[2] = (_e685 + float4(_e686, _e687, _e688, _e689));
                        }
                        {
                            float4 x_24 = q_tile[min(uint((((48u + ty) * STRIDE) + 2u)), 575u)];
                            uint _e700 = c;
                            uint at_12 = (((_e700 * TX) + 2u) * 4u);
                            const uint _e710 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                            float4 _e712 = s_10[3];
                            const float _e713 = pair(x_24, k0_2, _e710, at_12);
                            const float _e714 = pair(x_24, k1_2, _e710, at_12);
                            const float _e715 = pair(x_24, k2_2, _e710, at_12);
                            const float _e716 = pair(x_24, k3_2, _e710, at_12);
                            s_10[3] = (_e712 + float4(_e713, _e714, _e715, _e716));
                        }
                    }
                    {
                        uint k_at_3 = ((tx_1 * STRIDE) + 3u);
                        float4 k0_3 = kv_tile[min(uint(k_at_3), 287u)];
                        float4 k1_3 = kv_tile[min(uint((k_at_3 + 72u)), 287u)];
                        float4 k2_3 = kv_tile[min(uint((k_at_3 + 144u)), 287u)];
                        float4 k3_3 = kv_tile[min(uint((k_at_3 + 216u)), 287u)];
                        {
                            float4 x_25 = q_tile[min(uint((((0u + ty) * STRIDE) + 3u)), 575u)];
                            uint _e749 = c;
                            uint at_13 = (((_e749 * TX) + 3u) * 4u);
                            const uint _e759 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e761 = s_10[0];
                            const float _e762 = pair(x_25, k0_3, _e759, at_13);
                            const float _e763 = pair(x_25, k1_3, _e759, at_13);
                            const float _e764 = pair(x_25, k2_3, _e759, at_13);
                            const float _e765 = pair(x_25, k3_3, _e759, at_13);
                            s_10[0] = (_e761 + float4(_e762, _e763, _e764, _e765));
                        }
                        {
                            float4 x_26 = q_tile[min(uint((((16u + ty) * STRIDE) + 3u)), 575u)];
                            uint _e776 = c;
                            uint at_14 = (((_e776 * TX) + 3u) * 4u);
                            const uint _e786 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                            float4 _e788 = s_10[1];
                            const float _e789 = pair(x_26, k0_3, _e786, at_14);
                            const float _e790 = pair(x_26, k1_3, _e786, at_14);
                            const float _e791 = pair(x_26, k2_3, _e786, at_14);
                            const float _e792 = pair(x_26, k3_3, _e786, at_14);
                            s_10[1] = (_e788 + float4(_e789, _e790, _e791, _e792));
                        }
                        {
                            float4 x_27 = q_tile[min(uint((((32u + ty) * STRIDE) + 3u)), 575u)];
                            uint _e803 = c;
                            uint at_15 = (((_e803 * TX) + 3u) * 4u);
                            const uint _e813 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                            float4 _e815 = s_10[2];
                            const float _e816 = pair(x_27, k0_3, _e813, at_15);
                            const float _e817 = pair(x_27, k1_3, _e813, at_15);
                            const float _e818 = pair(x_27, k2_3, _e813, at_15);
                            const float _e819 = pair(x_27, k3_3, _e813, at_15);
                            s_10[2] = (_e815 + float4(_e816, _e817, _e818, _e819));
                        }
                        {
                            float4 x_28 = q_tile[min(uint((((48u + ty) * STRIDE) + 3u)), 575u)];
                            uint _e830 = c;
                            uint at_16 = (((_e830 * TX) + 3u) * 4u);
                            const uint _e840 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                            float4 _e842 = s_10[3];
                            const float _e843 = pair(x_28, k0_3, _e840, at_16);
                            const float _e844 = pair(x_28, k1_3, _e840, at_16);
                            const float _e845 = pair(x_28, k2_3, _e840, at_16);
                            const float _e846 = pair(x_28, k3_3, _e840, at_16);
                            s_10[3] = (_e842 + float4(_e843, _e844, _e845, _e846));
                        }
                    }
                    {
                        uint k_at_4 = ((tx_1 * STRIDE) + 4u);
                        float4 k0_4 = kv_tile[min(uint(k_at_4), 287u)];
                        float4 k1_4 = kv_tile[min(uint((k_at_4 + 72u)), 287u)];
                        float4 k2_4 = kv_tile[min(uint((k_at_4 + 144u)), 287u)];
                        float4 k3_4 = kv_tile[min(uint((k_at_4 + 216u)), 287u)];
                        {
                            float4 x_29 = q_tile[min(uint((((0u + ty) * STRIDE) + 4u)), 575u)];
                            uint _e879 = c;
                            uint at_17 = (((_e879 * TX) + 4u) * 4u);
                            const uint _e889 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e891 = s_10[0];
                            const float _e892 = pair(x_29, k0_4, _e889, at_17);
                            const float _e893 = pair(x_29, k1_4, _e889, at_17);
                            const float _e894 = pair(x_29, k2_4, _e889, at_17);
                            const float _e895 = pair(x_29, k3_4, _e889, at_17);
                            s_10[0] = (_e891 + float4(_e892, _e893, _e894, _e895));
                        }
                        {
                            float4 x_30 = q_tile[min(uint((((16u + ty) * STRIDE) + 4u)), 575u)];
                            uint _e906 = c;
                            uint at_18 = (((_e906 * TX) + 4u) * 4u);
                            const uint _e916 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                            float4 _e918 = s_10[1];
                            const float _e919 = pair(x_30, k0_4, _e916, at_18);
                            const float _e920 = pair(x_30, k1_4, _e916, at_18);
                            const float _e921 = pair(x_30, k2_4, _e916, at_18);
                            const float _e922 = pair(x_30, k3_4, _e916, at_18);
                            s_10[1] = (_e918 + float4(_e919, _e920, _e921, _e922));
                        }
                        {
                            float4 x_31 = q_tile[min(uint((((32u + ty) * STRIDE) + 4u)), 575u)];
                            uint _e933 = c;
                            uint at_19 = (((_e933 * TX) + 4u) * 4u);
                            const uint _e943 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                            float4 _e945 = s_10[2];
                            const float _e946 = pair(x_31, k0_4, _e943, at_19);
                            const float _e947 = pair(x_31, k1_4, _e943, at_19);
                            const float _e948 = pair(x_31, k2_4, _e943, at_19);
                            const float _e949 = pair(x_31, k3_4, _e943, at_19);
                            s_10[2] = (_e945 + float4(_e946, _e947, _e948, _e949));
                        }
                        {
                            float4 x_32 = q_tile[min(uint((((48u + ty) * STRIDE) + 4u)), 575u)];
                            uint _e960 = c;
                            uint at_20 = (((_e960 * TX) + 4u) * 4u);
                            const uint _e970 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                            float4 _e972 = s_10[3];
                            const float _e973 = pair(x_32, k0_4, _e970, at_20);
                            const float _e974 = pair(x_32, k1_4, _e970, at_20);
                            const float _e975 = pair(x_32, k2_4, _e970, at_20);
                            const float _e976 = pair(x_32, k3_4, _e970, at_20);
                            s_10[3] = (_e972 + float4(_e973, _e974, _e975, _e976));
                        }
                    }
                    {
                        uint k_at_5 = ((tx_1 * STRIDE) + 5u);
                        float4 k0_5 = kv_tile[min(uint(k_at_5), 287u)];
                        float4 k1_5 = kv_tile[min(uint((k_at_5 + 72u)), 287u)];
                        float4 k2_5 = kv_tile[min(uint((k_at_5 + 144u)), 287u)];
                        float4 k3_5 = kv_tile[min(uint((k_at_5 + 216u)), 287u)];
                        {
                            float4 x_33 = q_tile[min(uint((((0u + ty) * STRIDE) + 5u)), 575u)];
                            uint _e1009 = c;
                            uint at_21 = (((_e1009 * TX) + 5u) * 4u);
                            const uint _e1019 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e1021 = s_10[0];
                            const float _e1022 = pair(x_33, k0_5, _e1019, at_21);
                            const float _e1023 = pair(x_33, k1_5, _e1019, at_21);
                            const float _e1024 = pair(x_33, k2_5, _e1019, at_21);
                            const float _e1025 = pair(x_33, k3_5, _e1019, at_21);
                            s_10[0] = (_e1021 + float4(_e1022, _e1023, _e1024, _e1025));
                        }
                        {
                            float4 x_34 = q_tile[min(uint((((16u + ty) * STRIDE) + 5u)), 575u)];
                            uint _e1036 = c;
                            uint at_22 = (((_e1036 * TX) + 5u) * 4u);
                            const uint _e1046 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                            float4 _e1048 = s_10[1];
                            const float _e1049 = pair(x_34, k0_5, _e1046, at_22);
                            const float _e1050 = pair(x_34, k1_5, _e1046, at_22);
                            const float _e1051 = pair(x_34, k2_5, _e1046, at_22);
                            const float _e1052 = pair(x_34, k3_5, _e1046, at_22);
                            s_10[1] = (_e1048 + float4(_e1049, _e1050, _e1051, _e1052));
                        }
                        {
                            float4 x_35 = q_tile[min(uint((((32u + ty) * STRIDE) + 5u)), 575u)];
                            uint _e1063 = c;
                            uint at_23 = (((_e1063 * TX) + 5u) * 4u);
                            const uint _e1073 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                            float4 _e1075 = s_10[2];
                            const float _e1076 = pair(x_35, k0_5, _e1073, at_23);
                            const float _e1077 = pair(x_35, k1_5, _e1073, at_23);
                            const float _e1078 = pair(x_35, k2_5, _e1073, at_23);
                            const float _e1079 = pair(x_35, k3_5, _e1073, at_23);
                            s_10[2] = (_e1075 + float4(_e1076, _e1077, _e1078, _e1079));
                        }
                        {
                            float4 x_36 = q_tile[min(uint((((48u + ty) * STRIDE) + 5u)), 575u)];
                            uint _e1090 = c;
                            uint at_24 = (((_e1090 * TX) + 5u) * 4u);
                            const uint _e1100 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                            float4 _e1102 = s_10[3];
                            const float _e1103 = pair(x_36, k0_5, _e1100, at_24);
                            const float _e1104 = pair(x_36, k1_5, _e1100, at_24);
                            const float _e1105 = pair(x_36, k2_5, _e1100, at_24);
                            const float _e1106 = pair(x_36, k3_5, _e1100, at_24);
                            s_10[3] = (_e1102 + float4(_e1103, _e1104, _e1105, _e1106));
                        }
                    }
                    {
                        uint k_at_6 = ((tx_1 * STRIDE) + 6u);
                        float4 k0_6 = kv_tile[min(uint(k_at_6), 287u)];
                        float4 k1_6 = kv_tile[min(uint((k_at_6 + 72u)), 287u)];
                        float4 k2_6 = kv_tile[min(uint((k_at_6 + 144u)), 287u)];
                        float4 k3_6 = kv_tile[min(uint((k_at_6 + 216u)), 287u)];
                        {
                            float4 x_37 = q_tile[min(uint((((0u + ty) * STRIDE) + 6u)), 575u)];
                            uint _e1139 = c;
                            uint at_25 = (((_e1139 * TX) + 6u) * 4u);
                            const uint _e1149 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e1151 = s_10[0];
                            const float _e1152 = pair(x_37, k0_6, _e1149, at_25);
                            const float _e1153 = pair(x_37, k1_6, _e1149, at_25);
                            const float _e1154 = pair(x_37, k2_6, _e1149, at_25);
                            const float _e1155 = pair(x_37, k3_6, _e1149, at_25);
                            s_10[0] = (_e1151 + float4(_e1152, _e1153, _e1154, _e1155));
                        }
                        {
                            float4 x_38 = q_tile[min(uint((((16u + ty) * STRIDE) + 6u)), 575u)];
                            uint _e1166 = c;
                            uint at_26 = (((_e1166 * TX) + 6u) * 4u);
                            const uint _e1176 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                            float4 _e1178 = s_10[1];
                            const float _e1179 = pair(x_38, k0_6, _e1176, at_26);
                            const float _e1180 = pair(x_38, k1_6, _e1176, at_26);
                            const float _e1181 = pair(x_38, k2_6, _e1176, at_26);
                            const float _e1182 = pair(x_38, k3_6, _e1176, at_26);
                            s_10[1] = (_e1178 + float4(_e1179, _e1180, _e1181, _e1182));
                        }
                        {
                            float4 x_39 = q_tile[min(uint((((32u + ty) * STRIDE) + 6u)), 575u)];
                            uint _e1193 = c;
                            uint at_27 = (((_e1193 * TX) + 6u) * 4u);
                            const uint _e1203 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                            float4 _e1205 = s_10[2];
                            const float _e1206 = pair(x_39, k0_6, _e1203, at_27);
                            const float _e1207 = pair(x_39, k1_6, _e1203, at_27);
                            const float _e1208 = pair(x_39, k2_6, _e1203, at_27);
                            const float _e1209 = pair(x_39, k3_6, _e1203, at_27);
                            s_10[2] = (_e1205 + float4(_e1206, _e1207, _e1208, _e1209));
                        }
                        {
                            float4 x_40 = q_tile[min(uint((((48u + ty) * STRIDE) + 6u)), 575u)];
                            uint _e1220 = c;
                            uint at_28 = (((_e1220 * TX) + 6u) * 4u);
                            const uint _e1230 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                            float4 _e1232 = s_10[3];
                            const float _e1233 = pair(x_40, k0_6, _e1230, at_28);
                            const float _e1234 = pair(x_40, k1_6, _e1230, at_28);
                            const float _e1235 = pair(x_40, k2_6, _e1230, at_28);
                            const float _e1236 = pair(x_40, k3_6, _e1230, at_28);
                            s_10[3] = (_e1232 + float4(_e1233, _e1234, _e1235, _e1236));
                        }
                    }
                    {
                        uint k_at_7 = ((tx_1 * STRIDE) + 7u);
                        float4 k0_7 = kv_tile[min(uint(k_at_7), 287u)];
                        float4 k1_7 = kv_tile[min(uint((k_at_7 + 72u)), 287u)];
                        float4 k2_7 = kv_tile[min(uint((k_at_7 + 144u)), 287u)];
                        float4 k3_7 = kv_tile[min(uint((k_at_7 + 216u)), 287u)];
                        {
                            float4 x_41 = q_tile[min(uint((((0u + ty) * STRIDE) + 7u)), 575u)];
                            uint _e1269 = c;
                            uint at_29 = (((_e1269 * TX) + 7u) * 4u);
                            const uint _e1279 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e1281 = s_10[0];
                            const float _e1282 = pair(x_41, k0_7, _e1279, at_29);
                            const float _e1283 = pair(x_41, k1_7, _e1279, at_29);
                            const float _e1284 = pair(x_41, k2_7, _e1279, at_29);
                            const float _e1285 = pair(x_41, k3_7, _e1279, at_29);
                            s_10[0] = (_e1281 + float4(_e1282, _e1283, _e1284, _e1285));
                        }
                        {
                            float4 x_42 = q_tile[min(uint((((16u + ty) * STRIDE) + 7u)), 575u)];
                            uint _e1296 = c;
                            uint at_30 = (((_e1296 * TX) + 7u) * 4u);
                            const uint _e1306 = head_of(_e8, ((_e8.first_row + 16u) + ty));
                            float4 _e1308 = s_10[1];
                            const float _e1309 = pair(x_42, k0_7, _e1306, at_30);
                            const float _e1310 = pair(x_42, k1_7, _e1306, at_30);
                            const float _e1311 = pair(x_42, k2_7, _e1306, at_30);
                            const float _e1312 = pair(x_42, k3_7, _e1306, at_30);
                            s_10[1] = (_e1308 + float4(_e1309, _e1310, _e1311, _e1312));
                        }
                        {
                            float4 x_43 = q_tile[min(uint((((32u + ty) * STRIDE) + 7u)), 575u)];
                            uint _e1323 = c;
                            uint at_31 = (((_e1323 * TX) + 7u) * 4u);
                            const uint _e1333 = head_of(_e8, ((_e8.first_row + 32u) + ty));
                            float4 _e1335 = s_10[2];
                            const float _e1336 = pair(x_43, k0_7, _e1333, at_31);
                            const float _e1337 = pair(x_43, k1_7, _e1333, at_31);
                            const float _e1338 = pair(x_43, k2_7, _e1333, at_31);
                            const float _e1339 = pair(x_43, k3_7, _e1333, at_31);
                            s_10[2] = (_e1335 + float4(_e1336, _e1337, _e1338, _e1339));
                        }
                        {
                            float4 x_44 = q_tile[min(uint((((48u + ty) * STRIDE) + 7u)), 575u)];
                            uint _e1350 = c;
                            uint at_32 = (((_e1350 * TX) + 7u) * 4u);
                            const uint _e1360 = head_of(_e8, ((_e8.first_row + 48u) + ty));
                            float4 _e1362 = s_10[3];
                            const float _e1363 = pair(x_44, k0_7, _e1360, at_32);
                            const float _e1364 = pair(x_44, k1_7, _e1360, at_32);
                            const float _e1365 = pair(x_44, k2_7, _e1360, at_32);
                            const float _e1366 = pair(x_44, k3_7, _e1360, at_32);
                            s_10[3] = (_e1362 + float4(_e1363, _e1364, _e1365, _e1366));
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                }
            }
            if (true) {
                const bool _e1375 = sees_whole(_e8, _e158);
                local_11 = !(_e1375);
            } else {
                local_11 = true;
            }
            bool edits = local_11;
            {
                float4 _e1381 = s_10[0];
                const float4 _e1382 = scale_pairs(_e1381);
                s_10[0] = _e1382;
                if (edits) {
                    uint row_10 = ((_e8.first_row + 0u) + ty);
                    const uint _e1387 = head_of(_e8, row_10);
                    uint _e1390 = params.pack;
                    uint query_2 = naga_div(row_10, _e1390);
                    float4 _e1394 = s_10[0];
                    const uint2 _e1398 = keys_of(_e8, row_10);
                    const uint2 _e1400 = seen_keys(_e1398, _e158.end, b_13, _e1387, query_2);
                    const float4 _e1401 = edit_four(_e1394, b_13, _e1387, query_2, (key0_ + (tx_1 * 4u)), _e1400);
                    s_10[0] = _e1401;
                }
                float4 _e1404 = s_10[0];
                const float _e1405 = size_of(_e1404);
                const float _e1406 = lanes_max(_e1405);
                part_2[0] = _e1406;
                float _e1410 = part_2[0];
                put_part((0u + ty), tx_1, _e1410);
            }
            {
                float4 _e1413 = s_10[1];
                const float4 _e1414 = scale_pairs(_e1413);
                s_10[1] = _e1414;
                if (edits) {
                    uint row_11 = ((_e8.first_row + 16u) + ty);
                    const uint _e1419 = head_of(_e8, row_11);
                    uint _e1422 = params.pack;
                    uint query_3 = naga_div(row_11, _e1422);
                    float4 _e1426 = s_10[1];
                    const uint2 _e1430 = keys_of(_e8, row_11);
                    const uint2 _e1432 = seen_keys(_e1430, _e158.end, b_13, _e1419, query_3);
                    const float4 _e1433 = edit_four(_e1426, b_13, _e1419, query_3, (key0_ + (tx_1 * 4u)), _e1432);
                    s_10[1] = _e1433;
                }
                float4 _e1436 = s_10[1];
                const float _e1437 = size_of(_e1436);
                const float _e1438 = lanes_max(_e1437);
                part_2[1] = _e1438;
                float _e1442 = part_2[1];
                put_part((16u + ty), tx_1, _e1442);
            }
            {
                float4 _e1445 = s_10[2];
                const float4 _e1446 = scale_pairs(_e1445);
                s_10[2] = _e1446;
                if (edits) {
                    uint row_12 = ((_e8.first_row + 32u) + ty);
                    const uint _e1451 = head_of(_e8, row_12);
                    uint _e1454 = params.pack;
                    uint query_4 = naga_div(row_12, _e1454);
                    float4 _e1458 = s_10[2];
                    const uint2 _e1462 = keys_of(_e8, row_12);
                    const uint2 _e1464 = seen_keys(_e1462, _e158.end, b_13, _e1451, query_4);
                    const float4 _e1465 = edit_four(_e1458, b_13, _e1451, query_4, (key0_ + (tx_1 * 4u)), _e1464);
                    s_10[2] = _e1465;
                }
                float4 _e1468 = s_10[2];
                const float _e1469 = size_of(_e1468);
                const float _e1470 = lanes_max(_e1469);
                part_2[2] = _e1470;
                float _e1474 = part_2[2];
                put_part((32u + ty), tx_1, _e1474);
            }
            {
                float4 _e1477 = s_10[3];
                const float4 _e1478 = scale_pairs(_e1477);
                s_10[3] = _e1478;
                if (edits) {
                    uint row_13 = ((_e8.first_row + 48u) + ty);
                    const uint _e1483 = head_of(_e8, row_13);
                    uint _e1486 = params.pack;
                    uint query_5 = naga_div(row_13, _e1486);
                    float4 _e1490 = s_10[3];
                    const uint2 _e1494 = keys_of(_e8, row_13);
                    const uint2 _e1496 = seen_keys(_e1494, _e158.end, b_13, _e1483, query_5);
                    const float4 _e1497 = edit_four(_e1490, b_13, _e1483, query_5, (key0_ + (tx_1 * 4u)), _e1496);
                    s_10[3] = _e1497;
                }
                float4 _e1500 = s_10[3];
                const float _e1501 = size_of(_e1500);
                const float _e1502 = lanes_max(_e1501);
                part_2[3] = _e1502;
                float _e1506 = part_2[3];
                put_part((48u + ty), tx_1, _e1506);
            }
            GroupMemoryBarrierWithGroupSync();
            {
                float _e1508 = m_2[0];
                float _e1512 = part_2[0];
                const float _e1513 = row_max((0u + ty), _e1512);
                const float _e1514 = next_max(_e1508, _e1513);
                float _e1516 = m_2[0];
                float shrink_1 = exp((_e1516 - _e1514));
                uint row_14 = ((_e8.first_row + 0u) + ty);
                float4 _e1524 = s_10[0];
                const uint _e1525 = head_of(_e8, row_14);
                uint _e1528 = params.pack;
                const float4 _e1533 = weights(_e1524, _e1514, b_13, _e1525, naga_div(row_14, _e1528), (key0_ + (tx_1 * 4u)));
                q_tile[min(uint((((0u + ty) * STRIDE) + tx_1)), 575u)] = _e1533;
                float _e1543 = l_1[0];
                float4 _e1546 = s_10[0];
                const float _e1547 = mass(_e1546, _e1533);
                l_1[0] = ((_e1543 * shrink_1) + _e1547);
                m_2[0] = _e1514;
                {
                    float4 _e1551 = acc[0];
                    acc[0] = (_e1551 * shrink_1);
                }
                {
                    float4 _e1554 = acc[4];
                    acc[4] = (_e1554 * shrink_1);
                }
            }
            {
                float _e1557 = m_2[1];
                float _e1561 = part_2[1];
                const float _e1562 = row_max((16u + ty), _e1561);
                const float _e1563 = next_max(_e1557, _e1562);
                float _e1565 = m_2[1];
                float shrink_2 = exp((_e1565 - _e1563));
                uint row_15 = ((_e8.first_row + 16u) + ty);
                float4 _e1573 = s_10[1];
                const uint _e1574 = head_of(_e8, row_15);
                uint _e1577 = params.pack;
                const float4 _e1582 = weights(_e1573, _e1563, b_13, _e1574, naga_div(row_15, _e1577), (key0_ + (tx_1 * 4u)));
                q_tile[min(uint((((16u + ty) * STRIDE) + tx_1)), 575u)] = _e1582;
                float _e1592 = l_1[1];
                float4 _e1595 = s_10[1];
                const float _e1596 = mass(_e1595, _e1582);
                l_1[1] = ((_e1592 * shrink_2) + _e1596);
                m_2[1] = _e1563;
                {
                    float4 _e1600 = acc[1];
                    acc[1] = (_e1600 * shrink_2);
                }
                {
                    float4 _e1603 = acc[5];
                    acc[5] = (_e1603 * shrink_2);
                }
            }
            {
                float _e1606 = m_2[2];
                float _e1610 = part_2[2];
                const float _e1611 = row_max((32u + ty), _e1610);
                const float _e1612 = next_max(_e1606, _e1611);
                float _e1614 = m_2[2];
                float shrink_3 = exp((_e1614 - _e1612));
                uint row_16 = ((_e8.first_row + 32u) + ty);
                float4 _e1622 = s_10[2];
                const uint _e1623 = head_of(_e8, row_16);
                uint _e1626 = params.pack;
                const float4 _e1631 = weights(_e1622, _e1612, b_13, _e1623, naga_div(row_16, _e1626), (key0_ + (tx_1 * 4u)));
                q_tile[min(uint((((32u + ty) * STRIDE) + tx_1)), 575u)] = _e1631;
                float _e1641 = l_1[2];
                float4 _e1644 = s_10[2];
                const float _e1645 = mass(_e1644, _e1631);
                l_1[2] = ((_e1641 * shrink_3) + _e1645);
                m_2[2] = _e1612;
                {
                    float4 _e1649 = acc[2];
                    acc[2] = (_e1649 * shrink_3);
                }
                {
                    float4 _e1652 = acc[6];
                    acc[6] = (_e1652 * shrink_3);
                }
            }
            {
                float _e1655 = m_2[3];
                float _e1659 = part_2[3];
                const float _e1660 = row_max((48u + ty), _e1659);
                const float _e1661 = next_max(_e1655, _e1660);
                float _e1663 = m_2[3];
                float shrink_4 = exp((_e1663 - _e1661));
                uint row_17 = ((_e8.first_row + 48u) + ty);
                float4 _e1671 = s_10[3];
                const uint _e1672 = head_of(_e8, row_17);
                uint _e1675 = params.pack;
                const float4 _e1680 = weights(_e1671, _e1661, b_13, _e1672, naga_div(row_17, _e1675), (key0_ + (tx_1 * 4u)));
                q_tile[min(uint((((48u + ty) * STRIDE) + tx_1)), 575u)] = _e1680;
                float _e1690 = l_1[3];
                float4 _e1693 = s_10[3];
                const float _e1694 = mass(_e1693, _e1680);
                l_1[3] = ((_e1690 * shrink_4) + _e1694);
                m_2[3] = _e1661;
                {
                    float4 _e1698 = acc[3];
                    acc[3] = (_e1698 * shrink_4);
                }
                {
                    float4 _e1701 = acc[7];
                    acc[7] = (_e1701 * shrink_4);
                }
            }
            {
                h_7 = 0u;
                uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
                bool loop_init_4 = true;
                while(true) {
                    if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
                    loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                    if (!loop_init_4) {
                        uint _e3166 = h_7;
                        h_7 = (_e3166 + 1u);
                    }
                    loop_init_4 = false;
                    uint _e1705 = h_7;
                    if ((_e1705 < V_PARTS)) {
                    } else {
                        break;
                    }
                    {
                        {
                            uint i_8 = (0u + tid_1);
                            if (false) {
                                local_12 = (i_8 < 256u);
                            } else {
                                local_12 = true;
                            }
                            bool _e1716 = local_12;
                            if (_e1716) {
                                uint _e1717 = h_7;
                                const uint _e1728 = key_of(min(((key0_ + (_e1717 * PART)) + naga_div(i_8, V_ROW)), (_e158.end - 1u)));
                                uint _e1732 = params.v_row;
                                const float4 _e1741 = load_v4_((_e8.v_base + (_e1728 * _e1732)), ((0u + naga_mod(i_8, V_ROW)) * 4u));
                                const bool4 _e1742 = nonfinite(_e1741);
                                if (any(_e1742)) {
                                    { uint dummy_1 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_1); }
                                }
                                kv_tile[min(uint(i_8), 287u)] = (_e1742 ? (0.0).xxxx : _e1741);
                            }
                        }
                        {
                            uint i_9 = (128u + tid_1);
                            if (false) {
                                local_13 = (i_9 < 256u);
                            } else {
                                local_13 = true;
                            }
                            bool _e1759 = local_13;
                            if (_e1759) {
                                uint _e1760 = h_7;
                                const uint _e1771 = key_of(min(((key0_ + (_e1760 * PART)) + naga_div(i_9, V_ROW)), (_e158.end - 1u)));
                                uint _e1775 = params.v_row;
                                const float4 _e1784 = load_v4_((_e8.v_base + (_e1771 * _e1775)), ((0u + naga_mod(i_9, V_ROW)) * 4u));
                                const bool4 _e1785 = nonfinite(_e1784);
                                if (any(_e1785)) {
                                    { uint dummy_2 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_2); }
                                }
                                kv_tile[min(uint(i_9), 287u)] = (_e1785 ? (0.0).xxxx : _e1784);
                            }
                        }
                        GroupMemoryBarrierWithGroupSync();
                        {
                            p_1 = ZeroValuearray4_float4_();
                            {
                                uint _e1803 = h_7;
                                float4 _e1809 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e1803 * 4u)) + 0u)), 575u)];
                                p_1[0] = _e1809;
                            }
                            {
                                uint _e1816 = h_7;
                                float4 _e1822 = q_tile[min(uint(((((16u + ty) * STRIDE) + (_e1816 * 4u)) + 0u)), 575u)];
                                p_1[1] = _e1822;
                            }
                            {
                                uint _e1829 = h_7;
                                float4 _e1835 = q_tile[min(uint(((((32u + ty) * STRIDE) + (_e1829 * 4u)) + 0u)), 575u)];
                                p_1[2] = _e1835;
                            }
                            {
                                uint _e1842 = h_7;
                                float4 _e1848 = q_tile[min(uint(((((48u + ty) * STRIDE) + (_e1842 * 4u)) + 0u)), 575u)];
                                p_1[3] = _e1848;
                            }
                            {
                                uint v_at = (0u + tx_1);
                                float4 v0_ = kv_tile[min(uint(v_at), 287u)];
                                float4 v1_ = kv_tile[min(uint((v_at + V_ROW)), 287u)];
                                float4 v2_ = kv_tile[min(uint((v_at + 32u)), 287u)];
                                float4 v3_ = kv_tile[min(uint((v_at + 48u)), 287u)];
                                {
                                    float4 _e1870 = acc[0];
                                    float _e1873 = p_1[0].x;
                                    float _e1877 = p_1[0].y;
                                    float _e1882 = p_1[0].z;
                                    float _e1887 = p_1[0].w;
                                    acc[0] = (_e1870 + ((((_e1873 * v0_) + (_e1877 * v1_)) + (_e1882 * v2_)) + (_e1887 * v3_)));
                                }
                                {
                                    float4 _e1892 = acc[1];
                                    float _e1895 = p_1[1].x;
                                    float _e1899 = p_1[1].y;
                                    float _e1904 = p_1[1].z;
                                    float _e1909 = p_1[1].w;
                                    acc[1] = (_e1892 + ((((_e1895 * v0_) + (_e1899 * v1_)) + (_e1904 * v2_)) + (_e1909 * v3_)));
                                }
                                {
                                    float4 _e1914 = acc[2];
                                    float _e1917 = p_1[2].x;
                                    float _e1921 = p_1[2].y;
                                    float _e1926 = p_1[2].z;
                                    float _e1931 = p_1[2].w;
                                    acc[2] = (_e1914 + ((((_e1917 * v0_) + (_e1921 * v1_)) + (_e1926 * v2_)) + (_e1931 * v3_)));
                                }
                                {
                                    float4 _e1936 = acc[3];
                                    float _e1939 = p_1[3].x;
                                    float _e1943 = p_1[3].y;
                                    float _e1948 = p_1[3].z;
                                    float _e1953 = p_1[3].w;
                                    acc[3] = (_e1936 + ((((_e1939 * v0_) + (_e1943 * v1_)) + (_e1948 * v2_)) + (_e1953 * v3_)));
                                }
                            }
                            {
                                uint v_at_1 = (8u + tx_1);
                                float4 v0_1 = kv_tile[min(uint(v_at_1), 287u)];
                                float4 v1_1 = kv_tile[min(uint((v_at_1 + V_ROW)), 287u)];
                                float4 v2_1 = kv_tile[min(uint((v_at_1 + 32u)), 287u)];
                                float4 v3_1 = kv_tile[min(uint((v_at_1 + 48u)), 287u)];
                                {
                                    float4 _e1978 = acc[4];
                                    float _e1981 = p_1[0].x;
                                    float _e1985 = p_1[0].y;
                                    float _e1990 = p_1[0].z;
                                    float _e1995 = p_1[0].w;
                                    acc[4] = (_e1978 + ((((_e1981 * v0_1) + (_e1985 * v1_1)) + (_e1990 * v2_1)) + (_e1995 * v3_1)));
                                }
                                {
                                    float4 _e2000 = acc[5];
                                    float _e2003 = p_1[1].x;
                                    float _e2007 = p_1[1].y;
                                    float _e2012 = p_1[1].z;
                                    float _e2017 = p_1[1].w;
                                    acc[5] = (_e2000 + ((((_e2003 * v0_1) + (_e2007 * v1_1)) + (_e2012 * v2_1)) + (_e2017 * v3_1)));
                                }
                                {
                                    float4 _e2022 = acc[6];
                                    float _e2025 = p_1[2].x;
                                    float _e2029 = p_1[2].y;
                                    float _e2034 = p_1[2].z;
                                    float _e2039 = p_1[2].w;
                                    acc[6] = (_e2022 + ((((_e2025 * v0_1) + (_e2029 * v1_1)) + (_e2034 * v2_1)) + (_e2039 * v3_1)));
                                }
                                {
                                    float4 _e2044 = acc[7];
                                    float _e2047 = p_1[3].x;
                                    float _e2051 = p_1[3].y;
                                    float _e2056 = p_1[3].z;
                                    float _e2061 = p_1[3].w;
                                    acc[7] = (_e2044 + ((((_e2047 * v0_1) + (_e2051 * v1_1)) + (_e2056 * v2_1)) + (_e2061 * v3_1)));
                                }
                            }
                        }
                        {
                            p_2 = ZeroValuearray4_float4_();
                            {
                                uint _e2074 = h_7;
                                float4 _e2080 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e2074 * 4u)) + 1u)), 575u)];
                                p_2[0] = _e2080;
                            }
                            {
                                uint _e2087 = h_7;
                                float4 _e2093 = q_tile[min(uint(((((16u + ty) * STRIDE) + (_e2087 * 4u)) + 1u)), 575u)];
                                p_2[1] = _e2093;
                            }
                            {
                                uint _e2100 = h_7;
                                float4 _e2106 = q_tile[min(uint(((((32u + ty) * STRIDE) + (_e2100 * 4u)) + 1u)), 575u)];
                                p_2[2] = _e2106;
                            }
                            {
                                uint _e2113 = h_7;
                                float4 _e2119 = q_tile[min(uint(((((48u + ty) * STRIDE) + (_e2113 * 4u)) + 1u)), 575u)];
                                p_2[3] = _e2119;
                            }
                            {
                                uint v_at_2 = (64u + tx_1);
                                float4 v0_2 = kv_tile[min(uint(v_at_2), 287u)];
                                float4 v1_2 = kv_tile[min(uint((v_at_2 + V_ROW)), 287u)];
                                float4 v2_2 = kv_tile[min(uint((v_at_2 + 32u)), 287u)];
                                float4 v3_2 = kv_tile[min(uint((v_at_2 + 48u)), 287u)];
                                {
                                    float4 _e2141 = acc[0];
                                    float _e2144 = p_2[0].x;
                                    float _e2148 = p_2[0].y;
                                    float _e2153 = p_2[0].z;
                                    float _e2158 = p_2[0].w;
                                    acc[0] = (_e2141 + ((((_e2144 * v0_2) + (_e2148 * v1_2)) + (_e2153 * v2_2)) + (_e2158 * v3_2)));
                                }
                                {
                                    float4 _e2163 = acc[1];
                                    float _e2166 = p_2[1].x;
                                    float _e2170 = p_2[1].y;
                                    float _e2175 = p_2[1].z;
                                    float _e2180 = p_2[1].w;
                                    acc[1] = (_e2163 + ((((_e2166 * v0_2) + (_e2170 * v1_2)) + (_e2175 * v2_2)) + (_e2180 * v3_2)));
                                }
                                {
                                    float4 _e2185 = acc[2];
                                    float _e2188 = p_2[2].x;
                                    float _e2192 = p_2[2].y;
                                    float _e2197 = p_2[2].z;
                                    float _e2202 = p_2[2].w;
                                    acc[2] = (_e2185 + ((((_e2188 * v0_2) + (_e2192 * v1_2)) + (_e2197 * v2_2)) + (_e2202 * v3_2)));
                                }
                                {
                                    float4 _e2207 = acc[3];
                                    float _e2210 = p_2[3].x;
                                    float _e2214 = p_2[3].y;
                                    float _e2219 = p_2[3].z;
                                    float _e2224 = p_2[3].w;
                                    acc[3] = (_e2207 + ((((_e2210 * v0_2) + (_e2214 * v1_2)) + (_e2219 * v2_2)) + (_e2224 * v3_2)));
                                }
                            }
                            {
                                uint v_at_3 = (72u + tx_1);
                                float4 v0_3 = kv_tile[min(uint(v_at_3), 287u)];
                                float4 v1_3 = kv_tile[min(uint((v_at_3 + V_ROW)), 287u)];
                                float4 v2_3 = kv_tile[min(uint((v_at_3 + 32u)), 287u)];
                                float4 v3_3 = kv_tile[min(uint((v_at_3 + 48u)), 287u)];
                                {
                                    float4 _e2249 = acc[4];
                                    float _e2252 = p_2[0].x;
                                    float _e2256 = p_2[0].y;
                                    float _e2261 = p_2[0].z;
                                    float _e2266 = p_2[0].w;
                                    acc[4] = (_e2249 + ((((_e2252 * v0_3) + (_e2256 * v1_3)) + (_e2261 * v2_3)) + (_e2266 * v3_3)));
                                }
                                {
                                    float4 _e2271 = acc[5];
                                    float _e2274 = p_2[1].x;
                                    float _e2278 = p_2[1].y;
                                    float _e2283 = p_2[1].z;
                                    float _e2288 = p_2[1].w;
                                    acc[5] = (_e2271 + ((((_e2274 * v0_3) + (_e2278 * v1_3)) + (_e2283 * v2_3)) + (_e2288 * v3_3)));
                                }
                                {
                                    float4 _e2293 = acc[6];
                                    float _e2296 = p_2[2].x;
                                    float _e2300 = p_2[2].y;
                                    float _e2305 = p_2[2].z;
                                    float _e2310 = p_2[2].w;
                                    acc[6] = (_e2293 + ((((_e2296 * v0_3) + (_e2300 * v1_3)) + (_e2305 * v2_3)) + (_e2310 * v3_3)));
                                }
                                {
                                    float4 _e2315 = acc[7];
                                    float _e2318 = p_2[3].x;
                                    float _e2322 = p_2[3].y;
                                    float _e2327 = p_2[3].z;
                                    float _e2332 = p_2[3].w;
                                    acc[7] = (_e2315 + ((((_e2318 * v0_3) + (_e2322 * v1_3)) + (_e2327 * v2_3)) + (_e2332 * v3_3)));
                                }
                            }
                        }
                        {
                            p_3 = ZeroValuearray4_float4_();
                            {
                                uint _e2345 = h_7;
                                float4 _e2351 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e2345 * 4u)) + 2u)), 575u)];
                                p_3[0] = _e2351;
                            }
                            {
                                uint _e2358 = h_7;
                                float4 _e2364 = q_tile[min(uint(((((16u + ty) * STRIDE) + (_e2358 * 4u)) + 2u)), 575u)];
                                p_3[1] = _e2364;
                            }
                            {
                                uint _e2371 = h_7;
                                float4 _e2377 = q_tile[min(uint(((((32u + ty) * STRIDE) + (_e2371 * 4u)) + 2u)), 575u)];
                                p_3[2] = _e2377;
                            }
                            {
                                uint _e2384 = h_7;
                                float4 _e2390 = q_tile[min(uint(((((48u + ty) * STRIDE) + (_e2384 * 4u)) + 2u)), 575u)];
                                p_3[3] = _e2390;
                            }
                            {
                                uint v_at_4 = (128u + tx_1);
                                float4 v0_4 = kv_tile[min(uint(v_at_4), 287u)];
                                float4 v1_4 = kv_tile[min(uint((v_at_4 + V_ROW)), 287u)];
                                float4 v2_4 = kv_tile[min(uint((v_at_4 + 32u)), 287u)];
                                float4 v3_4 = kv_tile[min(uint((v_at_4 + 48u)), 287u)];
                                {
                                    float4 _e2412 = acc[0];
                                    float _e2415 = p_3[0].x;
                                    float _e2419 = p_3[0].y;
                                    float _e2424 = p_3[0].z;
                                    float _e2429 = p_3[0].w;
                                    acc[0] = (_e2412 + ((((_e2415 * v0_4) + (_e2419 * v1_4)) + (_e2424 * v2_4)) + (_e2429 * v3_4)));
                                }
                                {
                                    float4 _e2434 = acc[1];
                                    float _e2437 = p_3[1].x;
                                    float _e2441 = p_3[1].y;
                                    float _e2446 = p_3[1].z;
                                    float _e2451 = p_3[1].w;
                                    acc[1] = (_e2434 + ((((_e2437 * v0_4) + (_e2441 * v1_4)) + (_e2446 * v2_4)) + (_e2451 * v3_4)));
                                }
                                {
                                    float4 _e2456 = acc[2];
                                    float _e2459 = p_3[2].x;
                                    float _e2463 = p_3[2].y;
                                    float _e2468 = p_3[2].z;
                                    float _e2473 = p_3[2].w;
                                    acc[2] = (_e2456 + ((((_e2459 * v0_4) + (_e2463 * v1_4)) + (_e2468 * v2_4)) + (_e2473 * v3_4)));
                                }
                                {
                                    float4 _e2478 = acc[3];
                                    float _e2481 = p_3[3].x;
                                    float _e2485 = p_3[3].y;
                                    float _e2490 = p_3[3].z;
                                    float _e2495 = p_3[3].w;
                                    acc[3] = (_e2478 + ((((_e2481 * v0_4) + (_e2485 * v1_4)) + (_e2490 * v2_4)) + (_e2495 * v3_4)));
                                }
                            }
                            {
                                uint v_at_5 = (136u + tx_1);
                                float4 v0_5 = kv_tile[min(uint(v_at_5), 287u)];
                                float4 v1_5 = kv_tile[min(uint((v_at_5 + V_ROW)), 287u)];
                                float4 v2_5 = kv_tile[min(uint((v_at_5 + 32u)), 287u)];
                                float4 v3_5 = kv_tile[min(uint((v_at_5 + 48u)), 287u)];
                                {
                                    float4 _e2520 = acc[4];
                                    float _e2523 = p_3[0].x;
                                    float _e2527 = p_3[0].y;
                                    float _e2532 = p_3[0].z;
                                    float _e2537 = p_3[0].w;
                                    acc[4] = (_e2520 + ((((_e2523 * v0_5) + (_e2527 * v1_5)) + (_e2532 * v2_5)) + (_e2537 * v3_5)));
                                }
                                {
                                    float4 _e2542 = acc[5];
                                    float _e2545 = p_3[1].x;
                                    float _e2549 = p_3[1].y;
                                    float _e2554 = p_3[1].z;
                                    float _e2559 = p_3[1].w;
                                    acc[5] = (_e2542 + ((((_e2545 * v0_5) + (_e2549 * v1_5)) + (_e2554 * v2_5)) + (_e2559 * v3_5)));
                                }
                                {
                                    float4 _e2564 = acc[6];
                                    float _e2567 = p_3[2].x;
                                    float _e2571 = p_3[2].y;
                                    float _e2576 = p_3[2].z;
                                    float _e2581 = p_3[2].w;
                                    acc[6] = (_e2564 + ((((_e2567 * v0_5) + (_e2571 * v1_5)) + (_e2576 * v2_5)) + (_e2581 * v3_5)));
                                }
                                {
                                    float4 _e2586 = acc[7];
                                    float _e2589 = p_3[3].x;
                                    float _e2593 = p_3[3].y;
                                    float _e2598 = p_3[3].z;
                                    float _e2603 = p_3[3].w;
                                    acc[7] = (_e2586 + ((((_e2589 * v0_5) + (_e2593 * v1_5)) + (_e2598 * v2_5)) + (_e2603 * v3_5)));
                                }
                            }
                        }
                        {
                            p_4 = ZeroValuearray4_float4_();
                            {
                                uint _e2616 = h_7;
                                float4 _e2622 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e2616 * 4u)) + 3u)), 575u)];
                                p_4[0] = _e2622;
                            }
                            {
                                uint _e2629 = h_7;
                                float4 _e2635 = q_tile[min(uint(((((16u + ty) * STRIDE) + (_e2629 * 4u)) + 3u)), 575u)];
                                p_4[1] = _e2635;
                            }
                            {
                                uint _e2642 = h_7;
                                float4 _e2648 = q_tile[min(uint(((((32u + ty) * STRIDE) + (_e2642 * 4u)) + 3u)), 575u)];
                                p_4[2] = _e2648;
                            }
                            {
                                uint _e2655 = h_7;
                                float4 _e2661 = q_tile[min(uint(((((48u + ty) * STRIDE) + (_e2655 * 4u)) + 3u)), 575u)];
                                p_4[3] = _e2661;
                            }
                            {
                                uint v_at_6 = (192u + tx_1);
                                float4 v0_6 = kv_tile[min(uint(v_at_6), 287u)];
                                float4 v1_6 = kv_tile[min(uint((v_at_6 + V_ROW)), 287u)];
                                float4 v2_6 = kv_tile[min(uint((v_at_6 + 32u)), 287u)];
                                float4 v3_6 = kv_tile[min(uint((v_at_6 + 48u)), 287u)];
                                {
                                    float4 _e2683 = acc[0];
                                    float _e2686 = p_4[0].x;
                                    float _e2690 = p_4[0].y;
                                    float _e2695 = p_4[0].z;
                                    float _e2700 = p_4[0].w;
                                    acc[0] = (_e2683 + ((((_e2686 * v0_6) + (_e2690 * v1_6)) + (_e2695 * v2_6)) + (_e2700 * v3_6)));
                                }
                                {
                                    float4 _e2705 = acc[1];
                                    float _e2708 = p_4[1].x;
                                    float _e2712 = p_4[1].y;
                                    float _e2717 = p_4[1].z;
                                    float _e2722 = p_4[1].w;
                                    acc[1] = (_e2705 + ((((_e2708 * v0_6) + (_e2712 * v1_6)) + (_e2717 * v2_6)) + (_e2722 * v3_6)));
                                }
                                {
                                    float4 _e2727 = acc[2];
                                    float _e2730 = p_4[2].x;
                                    float _e2734 = p_4[2].y;
                                    float _e2739 = p_4[2].z;
                                    float _e2744 = p_4[2].w;
                                    acc[2] = (_e2727 + ((((_e2730 * v0_6) + (_e2734 * v1_6)) + (_e2739 * v2_6)) + (_e2744 * v3_6)));
                                }
                                {
                                    float4 _e2749 = acc[3];
                                    float _e2752 = p_4[3].x;
                                    float _e2756 = p_4[3].y;
                                    float _e2761 = p_4[3].z;
                                    float _e2766 = p_4[3].w;
                                    acc[3] = (_e2749 + ((((_e2752 * v0_6) + (_e2756 * v1_6)) + (_e2761 * v2_6)) + (_e2766 * v3_6)));
                                }
                            }
                            {
                                uint v_at_7 = (200u + tx_1);
                                float4 v0_7 = kv_tile[min(uint(v_at_7), 287u)];
                                float4 v1_7 = kv_tile[min(uint((v_at_7 + V_ROW)), 287u)];
                                float4 v2_7 = kv_tile[min(uint((v_at_7 + 32u)), 287u)];
                                float4 v3_7 = kv_tile[min(uint((v_at_7 + 48u)), 287u)];
                                {
                                    float4 _e2791 = acc[4];
                                    float _e2794 = p_4[0].x;
                                    float _e2798 = p_4[0].y;
                                    float _e2803 = p_4[0].z;
                                    float _e2808 = p_4[0].w;
                                    acc[4] = (_e2791 + ((((_e2794 * v0_7) + (_e2798 * v1_7)) + (_e2803 * v2_7)) + (_e2808 * v3_7)));
                                }
                                {
                                    float4 _e2813 = acc[5];
                                    float _e2816 = p_4[1].x;
                                    float _e2820 = p_4[1].y;
                                    float _e2825 = p_4[1].z;
                                    float _e2830 = p_4[1].w;
                                    acc[5] = (_e2813 + ((((_e2816 * v0_7) + (_e2820 * v1_7)) + (_e2825 * v2_7)) + (_e2830 * v3_7)));
                                }
                                {
                                    float4 _e2835 = acc[6];
                                    float _e2838 = p_4[2].x;
                                    float _e2842 = p_4[2].y;
                                    float _e2847 = p_4[2].z;
                                    float _e2852 = p_4[2].w;
                                    acc[6] = (_e2835 + ((((_e2838 * v0_7) + (_e2842 * v1_7)) + (_e2847 * v2_7)) + (_e2852 * v3_7)));
                                }
                                {
                                    float4 _e2857 = acc[7];
                                    float _e2860 = p_4[3].x;
                                    float _e2864 = p_4[3].y;
                                    float _e2869 = p_4[3].z;
                                    float _e2874 = p_4[3].w;
                                    acc[7] = (_e2857 + ((((_e2860 * v0_7) + (_e2864 * v1_7)) + (_e2869 * v2_7)) + (_e2874 * v3_7)));
                                }
                            }
                        }
                        uint _e2879; InterlockedOr(v_nonfinite, 0, _e2879);
                        if ((_e2879 != 0u)) {
                            k_2 = 0u;
                            uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
                            bool loop_init_5 = true;
                            while(true) {
                                if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
                                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                                if (!loop_init_5) {
                                    uint _e3163 = k_2;
                                    k_2 = (_e3163 + 1u);
                                }
                                loop_init_5 = false;
                                uint _e2884 = k_2;
                                if ((_e2884 < PART)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e2888 = h_7;
                                    uint _e2892 = k_2;
                                    const uint _e2898 = key_of(min(((key0_ + (_e2888 * PART)) + _e2892), (_e158.end - 1u)));
                                    uint _e2901 = params.v_row;
                                    uint v_at_8 = (_e8.v_base + (_e2898 * _e2901));
                                    {
                                        const float4 _e2908 = load_v4_(v_at_8, ((0u + tx_1) * 4u));
                                        {
                                            uint _e2914 = h_7;
                                            uint _e2918 = k_2;
                                            uint _e2923 = k_2;
                                            float p_6 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e2914 * 4u)) + naga_div(_e2918, 4u))), 575u)][min(uint(naga_mod(_e2923, 4u)), 3u)];
                                            float4 _e2929 = acc[0];
                                            const bool4 _e2933 = nonfinite(_e2908);
                                            acc[0] = (_e2929 + ((_e2933 & ((p_6 != 0.0)).xxxx) ? (p_6 * _e2908) : (0.0).xxxx));
                                        }
                                        {
                                            uint _e2945 = h_7;
                                            uint _e2949 = k_2;
                                            uint _e2954 = k_2;
                                            float p_7 = q_tile[min(uint(((((16u + ty) * STRIDE) + (_e2945 * 4u)) + naga_div(_e2949, 4u))), 575u)][min(uint(naga_mod(_e2954, 4u)), 3u)];
                                            float4 _e2960 = acc[1];
                                            const bool4 _e2964 = nonfinite(_e2908);
                                            acc[1] = (_e2960 + ((_e2964 & ((p_7 != 0.0)).xxxx) ? (p_7 * _e2908) : (0.0).xxxx));
                                        }
                                        {
                                            uint _e2976 = h_7;
                                            uint _e2980 = k_2;
                                            uint _e2985 = k_2;
                                            float p_8 = q_tile[min(uint(((((32u + ty) * STRIDE) + (_e2976 * 4u)) + naga_div(_e2980, 4u))), 575u)][min(uint(naga_mod(_e2985, 4u)), 3u)];
                                            float4 _e2991 = acc[2];
                                            const bool4 _e2995 = nonfinite(_e2908);
                                            acc[2] = (_e2991 + ((_e2995 & ((p_8 != 0.0)).xxxx) ? (p_8 * _e2908) : (0.0).xxxx));
                                        }
                                        {
                                            uint _e3007 = h_7;
                                            uint _e3011 = k_2;
                                            uint _e3016 = k_2;
                                            float p_9 = q_tile[min(uint(((((48u + ty) * STRIDE) + (_e3007 * 4u)) + naga_div(_e3011, 4u))), 575u)][min(uint(naga_mod(_e3016, 4u)), 3u)];
                                            float4 _e3022 = acc[3];
                                            const bool4 _e3026 = nonfinite(_e2908);
                                            acc[3] = (_e3022 + ((_e3026 & ((p_9 != 0.0)).xxxx) ? (p_9 * _e2908) : (0.0).xxxx));
                                        }
                                    }
                                    {
                                        const float4 _e3037 = load_v4_(v_at_8, ((8u + tx_1) * 4u));
                                        {
                                            uint _e3043 = h_7;
                                            uint _e3047 = k_2;
                                            uint _e3052 = k_2;
                                            float p_10 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e3043 * 4u)) + naga_div(_e3047, 4u))), 575u)][min(uint(naga_mod(_e3052, 4u)), 3u)];
                                            float4 _e3058 = acc[4];
                                            const bool4 _e3062 = nonfinite(_e3037);
                                            acc[4] = (_e3058 + ((_e3062 & ((p_10 != 0.0)).xxxx) ? (p_10 * _e3037) : (0.0).xxxx));
                                        }
                                        {
                                            uint _e3074 = h_7;
                                            uint _e3078 = k_2;
                                            uint _e3083 = k_2;
                                            float p_11 = q_tile[min(uint(((((16u + ty) * STRIDE) + (_e3074 * 4u)) + naga_div(_e3078, 4u))), 575u)][min(uint(naga_mod(_e3083, 4u)), 3u)];
                                            float4 _e3089 = acc[5];
                                            const bool4 _e3093 = nonfinite(_e3037);
                                            acc[5] = (_e3089 + ((_e3093 & ((p_11 != 0.0)).xxxx) ? (p_11 * _e3037) : (0.0).xxxx));
                                        }
                                        {
                                            uint _e3105 = h_7;
                                            uint _e3109 = k_2;
                                            uint _e3114 = k_2;
                                            float p_12 = q_tile[min(uint(((((32u + ty) * STRIDE) + (_e3105 * 4u)) + naga_div(_e3109, 4u))), 575u)][min(uint(naga_mod(_e3114, 4u)), 3u)];
                                            float4 _e3120 = acc[6];
                                            const bool4 _e3124 = nonfinite(_e3037);
                                            acc[6] = (_e3120 + ((_e3124 & ((p_12 != 0.0)).xxxx) ? (p_12 * _e3037) : (0.0).xxxx));
                                        }
                                        {
                                            uint _e3136 = h_7;
                                            uint _e3140 = k_2;
                                            uint _e3145 = k_2;
                                            float p_13 = q_tile[min(uint(((((48u + ty) * STRIDE) + (_e3136 * 4u)) + naga_div(_e3140, 4u))), 575u)][min(uint(naga_mod(_e3145, 4u)), 3u)];
                                            float4 _e3151 = acc[7];
                                            const bool4 _e3155 = nonfinite(_e3037);
                                            acc[7] = (_e3151 + ((_e3155 & ((p_13 != 0.0)).xxxx) ? (p_13 * _e3037) : (0.0).xxxx));
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
    }
    {
        float _e3173 = l_1[0];
        const float _e3174 = lanes_sum(_e3173);
        part_2[0] = _e3174;
        float _e3178 = part_2[0];
        put_part((0u + ty), tx_1, _e3178);
    }
    {
        float _e3181 = l_1[1];
        const float _e3182 = lanes_sum(_e3181);
        part_2[1] = _e3182;
        float _e3186 = part_2[1];
        put_part((16u + ty), tx_1, _e3186);
    }
    {
        float _e3189 = l_1[2];
        const float _e3190 = lanes_sum(_e3189);
        part_2[2] = _e3190;
        float _e3194 = part_2[2];
        put_part((32u + ty), tx_1, _e3194);
    }
    {
        float _e3197 = l_1[3];
        const float _e3198 = lanes_sum(_e3197);
        part_2[3] = _e3198;
        float _e3202 = part_2[3];
        put_part((48u + ty), tx_1, _e3202);
    }
    GroupMemoryBarrierWithGroupSync();
    {
        uint row_18 = ((_e8.first_row + 0u) + ty);
        if ((row_18 < _e8.row_end)) {
            const uint _e3209 = head_of(_e8, row_18);
            uint _e3212 = params.pack;
            uint query_6 = naga_div(row_18, _e3212);
            float _e3215 = m_2[0];
            float _e3219 = part_2[0];
            const float _e3220 = row_sum((0u + ty), _e3219);
            const float2 _e3222 = finish_row(_e3215, _e3220, _e3209, _e8.split);
            const uint _e3223 = output_at(_e8, _e3209, query_6);
            const float _e3225 = row_weight(b_13, _e3209, query_6);
            float factor = (_e3222.x * _e3225);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                float4 _e3233 = acc[0];
                const float4 _e3235 = output((_e3233 * factor), b_13, _e3209, query_6, d_7);
                store_o4_(_e3223, d_7, V_DIM, _e3235);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                float4 _e3242 = acc[4];
                const float4 _e3244 = output((_e3242 * factor), b_13, _e3209, query_6, d_8);
                store_o4_(_e3223, d_8, V_DIM, _e3244);
            }
            if ((tx_1 == 0u)) {
                const uint _e3247 = lse_at_1(_e8, _e3209, query_6);
                uint _e3251 = params.lse_split;
                store_lse((_e3247 + (_e8.split * _e3251)), _e3222.y);
            }
        }
    }
    {
        uint row_19 = ((_e8.first_row + 16u) + ty);
        if ((row_19 < _e8.row_end)) {
            const uint _e3261 = head_of(_e8, row_19);
            uint _e3264 = params.pack;
            uint query_7 = naga_div(row_19, _e3264);
            float _e3267 = m_2[1];
            float _e3271 = part_2[1];
            const float _e3272 = row_sum((16u + ty), _e3271);
            const float2 _e3274 = finish_row(_e3267, _e3272, _e3261, _e8.split);
            const uint _e3275 = output_at(_e8, _e3261, query_7);
            const float _e3277 = row_weight(b_13, _e3261, query_7);
            float factor_1 = (_e3274.x * _e3277);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                float4 _e3285 = acc[1];
                const float4 _e3287 = output((_e3285 * factor_1), b_13, _e3261, query_7, d_9);
                store_o4_(_e3275, d_9, V_DIM, _e3287);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                float4 _e3294 = acc[5];
                const float4 _e3296 = output((_e3294 * factor_1), b_13, _e3261, query_7, d_10);
                store_o4_(_e3275, d_10, V_DIM, _e3296);
            }
            if ((tx_1 == 0u)) {
                const uint _e3299 = lse_at_1(_e8, _e3261, query_7);
                uint _e3303 = params.lse_split;
                store_lse((_e3299 + (_e8.split * _e3303)), _e3274.y);
            }
        }
    }
    {
        uint row_20 = ((_e8.first_row + 32u) + ty);
        if ((row_20 < _e8.row_end)) {
            const uint _e3313 = head_of(_e8, row_20);
            uint _e3316 = params.pack;
            uint query_8 = naga_div(row_20, _e3316);
            float _e3319 = m_2[2];
            float _e3323 = part_2[2];
            const float _e3324 = row_sum((32u + ty), _e3323);
            const float2 _e3326 = finish_row(_e3319, _e3324, _e3313, _e8.split);
            const uint _e3327 = output_at(_e8, _e3313, query_8);
            const float _e3329 = row_weight(b_13, _e3313, query_8);
            float factor_2 = (_e3326.x * _e3329);
            {
                uint d_11 = ((0u + tx_1) * 4u);
                float4 _e3337 = acc[2];
                const float4 _e3339 = output((_e3337 * factor_2), b_13, _e3313, query_8, d_11);
                store_o4_(_e3327, d_11, V_DIM, _e3339);
            }
            {
                uint d_12 = ((8u + tx_1) * 4u);
                float4 _e3346 = acc[6];
                const float4 _e3348 = output((_e3346 * factor_2), b_13, _e3313, query_8, d_12);
                store_o4_(_e3327, d_12, V_DIM, _e3348);
            }
            if ((tx_1 == 0u)) {
                const uint _e3351 = lse_at_1(_e8, _e3313, query_8);
                uint _e3355 = params.lse_split;
                store_lse((_e3351 + (_e8.split * _e3355)), _e3326.y);
            }
        }
    }
    {
        uint row_21 = ((_e8.first_row + 48u) + ty);
        if ((row_21 < _e8.row_end)) {
            const uint _e3365 = head_of(_e8, row_21);
            uint _e3368 = params.pack;
            uint query_9 = naga_div(row_21, _e3368);
            float _e3371 = m_2[3];
            float _e3375 = part_2[3];
            const float _e3376 = row_sum((48u + ty), _e3375);
            const float2 _e3378 = finish_row(_e3371, _e3376, _e3365, _e8.split);
            const uint _e3379 = output_at(_e8, _e3365, query_9);
            const float _e3381 = row_weight(b_13, _e3365, query_9);
            float factor_3 = (_e3378.x * _e3381);
            {
                uint d_13 = ((0u + tx_1) * 4u);
                float4 _e3389 = acc[3];
                const float4 _e3391 = output((_e3389 * factor_3), b_13, _e3365, query_9, d_13);
                store_o4_(_e3379, d_13, V_DIM, _e3391);
            }
            {
                uint d_14 = ((8u + tx_1) * 4u);
                float4 _e3398 = acc[7];
                const float4 _e3400 = output((_e3398 * factor_3), b_13, _e3365, query_9, d_14);
                store_o4_(_e3379, d_14, V_DIM, _e3400);
            }
            if ((tx_1 == 0u)) {
                const uint _e3403 = lse_at_1(_e8, _e3365, query_9);
                uint _e3407 = params.lse_split;
                store_lse((_e3403 + (_e8.split * _e3407)), _e3378.y);
                return;
            } else {
                return;
            }
        } else {
            return;
        }
    }
}

[numthreads(128, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    if (tid == 0) {
        row_part = (float[512])0;
        q_tile = (float4[576])0;
        kv_tile = (float4[288])0;
        v_nonfinite = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, tid);
    return;
}
