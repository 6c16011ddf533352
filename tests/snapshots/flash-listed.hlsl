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
static const uint V_GROUPS = 1u;
static const uint V_PARTS = 2u;
static const uint RQ = 2u;
static const uint WORKGROUP = 64u;
static const uint BLOCK_Q = 16u;
static const uint BLOCK_K = 32u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const bool STAGED = false;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint PARTIAL = 2147483648u;
static const uint STRIDE = 9u;
static const uint KEYS = 4u;
static const uint V_ROW = 16u;
static const uint PART = 16u;
static const uint V_FOURS = 4u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_3 : register(t2);
ByteAddressBuffer v_2 : register(t3);
RWByteAddressBuffer o : register(u4);
RWByteAddressBuffer lse : register(u5);
ByteAddressBuffer block_spans : register(t6);
ByteAddressBuffer block_entries : register(t7);
static uint tile_block = (uint)0;
static bool tile_partial = (bool)0;
groupshared float row_part[128];
groupshared float4 q_tile[144];
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
    float4 _e11 = asfloat(q.Load4(((base + d) >> 2u)*16));
    return float4(_e11);
}

float4 load_k4_(uint base_1, uint d_1)
{
    if ((d_1 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(k_3.Load4(((base_1 + d_1) >> 2u)*16));
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

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint row_tiles_of_block()
{
    uint _e2 = params.block_q;
    uint _e5 = params.pack;
    return naga_div((((_e2 * _e5) + BLOCK_Q) - 1u), BLOCK_Q);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

uint2 row_tile(uint t)
{
    uint _e3 = params.block_q;
    uint _e6 = params.pack;
    uint rows = (_e3 * _e6);
    const uint _e8 = row_tiles_of_block();
    uint block = (naga_div(t, _e8) * rows);
    const uint _e11 = row_tiles_of_block();
    uint at_1 = (naga_mod(t, _e11) * BLOCK_Q);
    return uint2((block + at_1), (block + min((at_1 + BLOCK_Q), rows)));
}

uint2 list_span(uint b_5, uint head, uint t_1)
{
    uint _e5 = params.list_batch;
    uint _e9 = params.list_group;
    uint _e13 = params.list_head;
    const uint _e16 = row_tiles_of_block();
    uint cell = (((b_5 * _e5) + (naga_div(head, _e9) * _e13)) + naga_div(t_1, _e16));
    uint2 _e21 = asuint(block_spans.Load2(cell*8));
    uint _e24 = params.block_entries;
    uint2 span = min(_e21, (_e24).xx);
    uint _e35 = params.kv_blocks;
    return uint2(span.x, min((max(span.x, span.y) - span.x), _e35));
}

uint key_tiles_of_block()
{
    uint _e2 = params.block_kv;
    return naga_div(((_e2 + BLOCK_K) - 1u), BLOCK_K);
}

uint2 split_share(uint tiles, uint split)
{
    uint _e4 = params.splits;
    uint _e10 = params.splits;
    uint share = naga_div(((tiles + _e4) - 1u), _e10);
    return uint2(min((split * share), tiles), min(((split + 1u) * share), tiles));
}

uint3 tile_span(uint t_2, Seen seen, uint split_1)
{
    const uint2 _e5 = list_span(seen.batch, seen.head, t_2);
    const uint _e7 = key_tiles_of_block();
    const uint2 _e9 = split_share((_e5.y * _e7), split_1);
    return uint3(_e9, _e5.x);
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
    const uint _e4 = key_tiles_of_block();
    uint entry = asuint(block_entries.Load((base_4 + naga_div(n, _e4))*4));
    uint _e13 = params.kv_blocks;
    uint block_1 = min((entry & 2147483647u), _e13);
    bool partly = (entry >= PARTIAL);
    tile_block = block_1;
    tile_partial = partly;
    uint _e21 = params.block_kv;
    const uint _e23 = key_tiles_of_block();
    uint first = ((block_1 * _e21) + (naga_mod(n, _e23) * BLOCK_K));
    uint _e34 = params.block_kv;
    uint end_2 = min(seen_1.keys.y, ((block_1 + 1u) * _e34));
    const Tile tile_2 = ConstructTile(first, (((first + BLOCK_K) <= seen_1.keys.x) ? 0u : end_2), partly);
    return tile_2;
}

uint key_of(uint slot)
{
    return slot;
}

uint2 seen_keys(uint2 keys, uint end, uint b_6, uint h_3, uint i_2)
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

float4 weights(float4 s_6, float top_1, uint b_7, uint head_1, uint i_3, uint slot_1)
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

float2 finish_row(float m_1, float l, uint head_2, uint split_2)
{
    float top_2 = (float)0;
    float shrink = 1.0;
    float sum_2 = (float)0;
    bool local_1 = (bool)0;

    top_2 = m_1;
    sum_2 = l;
    const float _e8 = sink_logit(head_2);
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

float row_weight(uint b_8, uint h_5, uint i_4)
{
    return 1.0;
}

bool rows_wanted(uint b_9, uint head_base, uint first_row, uint row_end)
{
    return true;
}

float4 output(float4 x_9, uint b_10, uint h_6, uint i_5, uint d_6)
{
    return x_9;
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
    uint b_13 = (_e40 + naga_div(pack, _e43));
    const uint _e46 = q_count_1(b_13);
    const uint _e47 = kv_count_2(b_13);
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

uint output_at(Group g_2, uint head_3, uint query)
{
    uint _e5 = params.o_offset;
    uint _e9 = params.o_split;
    uint _e16 = params.o_batch;
    uint _e21 = params.o_head;
    const uint _e26 = q_start(g_2.seen.batch);
    uint _e30 = params.o_row;
    return ((((_e5 + (g_2.split * _e9)) + (g_2.seen.batch * _e16)) + (head_3 * _e21)) + ((_e26 + query) * _e30));
}

uint lse_at_1(Group g_3, uint head_4, uint query_1)
{
    uint _e6 = params.lse_head;
    return ((g_3.lse_base + (head_4 * _e6)) + query_1);
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

float edit_one(float s_8, uint b_11, uint head_5, uint i_6, uint slot_2, uint2 keys_1)
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
    const float _e17 = edit_score(s_8, b_11, head_5, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_7 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_7 = false;
    }
    bool _e26 = local_7;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

float4 edit_four(float4 s_9, uint b_12, uint head_6, uint i_7, uint slot_3, uint2 keys_2)
{
    const float _e7 = edit_one(s_9.x, b_12, head_6, i_7, slot_3, keys_2);
    const float _e11 = edit_one(s_9.y, b_12, head_6, i_7, (slot_3 + 1u), keys_2);
    const float _e15 = edit_one(s_9.z, b_12, head_6, i_7, (slot_3 + 2u), keys_2);
    const float _e19 = edit_one(s_9.w, b_12, head_6, i_7, (slot_3 + 3u), keys_2);
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
    row_part[min(uint(((row_2 * TX) + tx)), 127u)] = x_12;
    return;
}

float row_max(uint row_3, float part)
{
    float top_3 = (float)0;
    uint n_1 = 1u;

    float _e6 = row_part[min(uint((row_3 * TX)), 127u)];
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
            float _e20 = row_part[min(uint(((row_3 * TX) + _e17)), 127u)];
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

    float _e6 = row_part[min(uint((row_4 * TX)), 127u)];
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
            float _e20 = row_part[min(uint(((row_4 * TX) + _e17)), 127u)];
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

typedef float4 ret_ZeroValuearray2_float4_[2];
ret_ZeroValuearray2_float4_ ZeroValuearray2_float4_() {
    return (float4[2])0;
}

void run(uint3 wid_2, uint tid_1)
{
    uint q_at[2] = (uint[2])0;
    float m_2[2] = (float[2])0;
    float l_1[2] = (float[2])0;
    float part_2[2] = (float[2])0;
    float4 acc[4] = (float4[4])0;
    uint t_3 = (uint)0;
    float4 s_10[2] = (float4[2])0;
    uint c = (uint)0;
    bool local_9 = (bool)0;
    bool local_10 = (bool)0;
    bool local_11 = (bool)0;
    bool local_12 = (bool)0;
    bool local_13 = (bool)0;
    uint h_7 = (uint)0;
    bool local_14 = (bool)0;
    bool local_15 = (bool)0;
    bool local_16 = (bool)0;
    bool local_17 = (bool)0;
    float4 p_1[2] = (float4[2])0;
    float4 p_2[2] = (float4[2])0;
    float4 p_3[2] = (float4[2])0;
    float4 p_4[2] = (float4[2])0;
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
    uint b_14 = _e8.seen.batch;
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
        uint row_7 = ((_e8.first_row + 8u) + ty);
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
    t_3 = _e8.tiles.x;
    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e2061 = t_3;
            t_3 = (_e2061 + 1u);
        }
        loop_init_2 = false;
        uint _e90 = t_3;
        if ((_e90 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e94 = t_3;
            const Tile _e98 = tile_at(_e94, _e8.tiles.z, _e8.seen);
            uint key0_ = _e98.first;
            if ((key0_ >= _e98.end)) {
                continue;
            }
            s_10 = ZeroValuearray2_float4_();
            {
                s_10[0] = (0.0).xxxx;
            }
            {
                s_10[1] = (0.0).xxxx;
            }
            c = 0u;
            uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e918 = c;
                    c = (_e918 + 1u);
                }
                loop_init_3 = false;
                uint _e112 = c;
                if ((_e112 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    {
                        uint _e123 = q_at[0];
                        uint _e124 = c;
                        const float4 _e130 = load_q4_(_e123, (((_e124 * TX) + tx_1) * 4u));
                        const float4 _e131 = scale_q(_e130);
                        q_tile[min(uint((((0u + ty) * STRIDE) + tx_1)), 143u)] = _e131;
                    }
                    {
                        uint _e140 = q_at[1];
                        uint _e141 = c;
                        const float4 _e147 = load_q4_(_e140, (((_e141 * TX) + tx_1) * 4u));
                        const float4 _e148 = scale_q(_e147);
                        q_tile[min(uint((((8u + ty) * STRIDE) + tx_1)), 143u)] = _e148;
                    }
                    {
                        uint slot_4 = (0u + ty);
                        if (false) {
                            local_9 = (slot_4 < BLOCK_K);
                        } else {
                            local_9 = true;
                        }
                        bool _e157 = local_9;
                        if (_e157) {
                            const uint _e163 = key_of(min((key0_ + slot_4), (_e98.end - 1u)));
                            uint _e179 = params.k_row;
                            uint _e182 = c;
                            const float4 _e188 = load_k4_((_e8.k_base + (_e163 * _e179)), (((_e182 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_4, 4u) * TX) + naga_div(slot_4, 4u)) * STRIDE) + tx_1)), 287u)] = _e188;
                        }
                    }
                    {
                        uint slot_5 = (8u + ty);
                        if (false) {
                            local_10 = (slot_5 < BLOCK_K);
                        } else {
                            local_10 = true;
                        }
                        bool _e197 = local_10;
                        if (_e197) {
                            const uint _e203 = key_of(min((key0_ + slot_5), (_e98.end - 1u)));
                            uint _e219 = params.k_row;
                            uint _e222 = c;
                            const float4 _e228 = load_k4_((_e8.k_base + (_e203 * _e219)), (((_e222 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_5, 4u) * TX) + naga_div(slot_5, 4u)) * STRIDE) + tx_1)), 287u)] = _e228;
                        }
                    }
                    {
                        uint slot_6 = (16u + ty);
                        if (false) {
                            local_11 = (slot_6 < BLOCK_K);
                        } else {
                            local_11 = true;
                        }
                        bool _e237 = local_11;
                        if (_e237) {
                            const uint _e243 = key_of(min((key0_ + slot_6), (_e98.end - 1u)));
                            uint _e259 = params.k_row;
                            uint _e262 = c;
                            const float4 _e268 = load_k4_((_e8.k_base + (_e243 * _e259)), (((_e262 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_6, 4u) * TX) + naga_div(slot_6, 4u)) * STRIDE) + tx_1)), 287u)] = _e268;
                        }
                    }
                    {
                        uint slot_7 = (24u + ty);
                        if (false) {
                            local_12 = (slot_7 < BLOCK_K);
                        } else {
                            local_12 = true;
                        }
                        bool _e277 = local_12;
                        if (_e277) {
                            const uint _e283 = key_of(min((key0_ + slot_7), (_e98.end - 1u)));
                            uint _e299 = params.k_row;
                            uint _e302 = c;
                            const float4 _e308 = load_k4_((_e8.k_base + (_e283 * _e299)), (((_e302 * TX) + tx_1) * 4u));
                            kv_tile[min(uint(((((naga_mod(slot_7, 4u) * TX) + naga_div(slot_7, 4u)) * STRIDE) + tx_1)), 287u)] = _e308;
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
                            float4 x_13 = q_tile[min(uint((((0u + ty) * STRIDE) + 0u)), 143u)];
                            uint _e339 = c;
                            uint at_2 = (((_e339 * TX) + 0u) * 4u);
                            const uint _e349 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e351 = s_10[0];
                            const float _e352 = pair(x_13, k0_, _e349, at_2);
                            const float _e353 = pair(x_13, k1_, _e349, at_2);
                            const float _e354 = pair(x_13, k2_, _e349, at_2);
                            const float _e355 = pair(x_13, k3_, _e349, at_2);
                            s_10[0] = (_e351 + float4(_e352, _e353, _e354, _e355));
                        }
                        {
                            float4 x_14 = q_tile[min(uint((((8u + ty) * STRIDE) + 0u)), 143u)];
                            uint _e366 = c;
                            uint at_3 = (((_e366 * TX) + 0u) * 4u);
                            const uint _e376 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            float4 _e378 = s_10[1];
                            const float _e379 = pair(x_14, k0_, _e376, at_3);
                            const float _e380 = pair(x_14, k1_, _e376, at_3);
                            const float _e381 = pair(x_14, k2_, _e376, at_3);
                            const float _e382 = pair(x_14, k3_, _e376, at_3);
                            s_10[1] = (_e378 + float4(_e379, _e380, _e381, _e382));
                        }
                    }
                    {
                        uint k_at_1 = ((tx_1 * STRIDE) + 1u);
                        float4 k0_1 = kv_tile[min(uint(k_at_1), 287u)];
                        float4 k1_1 = kv_tile[min(uint((k_at_1 + 72u)), 287u)];
                        float4 k2_1 = kv_tile[min(uint((k_at_1 + 144u)), 287u)];
                        float4 k3_1 = kv_tile[min(uint((k_at_1 + 216u)), 287u)];
                        {
                            float4 x_15 = q_tile[min(uint((((0u + ty) * STRIDE) + 1u)), 143u)];
                            uint _e415 = c;
                            uint at_4 = (((_e415 * TX) + 1u) * 4u);
                            const uint _e425 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e427 = s_10[0];
                            const float _e428 = pair(x_15, k0_1, _e425, at_4);
                            const float _e429 = pair(x_15, k1_1, _e425, at_4);
                            const float _e430 = pair(x_15, k2_1, _e425, at_4);
                            const float _e431 = pair(x_15, k3_1, _e425, at_4);
                            s_10[0] = (_e427 + float4(_e428, _e429, _e430, _e431));
                        }
                        {
                            float4 x_16 = q_tile[min(uint((((8u + ty) * STRIDE) + 1u)), 143u)];
                            uint _e442 = c;
                            uint at_5 = (((_e442 * TX) + 1u) * 4u);
                            const uint _e452 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            float4 _e454 = s_10[1];
                            const float _e455 = pair(x_16, k0_1, _e452, at_5);
                            const float _e456 = pair(x_16, k1_1, _e452, at_5);
                            const float _e457 = pair(x_16, k2_1, _e452, at_5);
                            const float _e458 = pair(x_16, k3_1, _e452, at_5);
                            s_10[1] = (_e454 + float4(_e455, _e456, _e457, _e458));
                        }
                    }
                    {
                        uint k_at_2 = ((tx_1 * STRIDE) + 2u);
                        float4 k0_2 = kv_tile[min(uint(k_at_2), 287u)];
                        float4 k1_2 = kv_tile[min(uint((k_at_2 + 72u)), 287u)];
                        float4 k2_2 = kv_tile[min(uint((k_at_2 + 144u)), 287u)];
                        float4 k3_2 = kv_tile[min(uint((k_at_2 + 216u)), 287u)];
                        {
                            float4 x_17 = q_tile[min(uint((((0u + ty) * STRIDE) + 2u)), 143u)];
                            uint _e491 = c;
                            uint at_6 = (((_e491 * TX) + 2u) * 4u);
                            const uint _e501 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e503 = s_10[0];
                            const float _e504 = pair(x_17, k0_2, _e501, at_6);
                            const float _e505 = pair(x_17, k1_2, _e501, at_6);
                            const float _e506 = pair(x_17, k2_2, _e501, at_6);
                            const float _e507 = pair(x_17, k3_2, _e501, at_6);
                            s_10[0] = (_e503 + float4(_e504, _e505, _e506, _e507));
                        }
                        {
                            float4 x_18 = q_tile[min(uint((((8u + ty) * STRIDE) + 2u)), 143u)];
                            uint _e518 = c;
                            uint at_7 = (((_e518 * TX) + 2u) * 4u);
                            const uint _e528 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            float4 _e530 = s_10[1];
                            const float _e531 = pair(x_18, k0_2, _e528, at_7);
                            const float _e532 = pair(x_18, k1_2, _e528, at_7);
                            const float _e533 = pair(x_18, k2_2, _e528, at_7);
                            const float _e534 = pair(x_18, k3_2, _e528, at_7);
                            s_10[1] = (_e530 + float4(_e531, _e532, _e533, _e534));
                        }
                    }
                    {
                        uint k_at_3 = ((tx_1 * STRIDE) + 3u);
                        float4 k0_3 = kv_tile[min(uint(k_at_3), 287u)];
                        float4 k1_3 = kv_tile[min(uint((k_at_3 + 72u)), 287u)];
                        float4 k2_3 = kv_tile[min(uint((k_at_3 + 144u)), 287u)];
                        float4 k3_3 = kv_tile[min(uint((k_at_3 + 216u)), 287u)];
                        {
                            float4 x_19 = q_tile[min(uint((((0u + ty) * STRIDE) + 3u)), 143u)];
                            uint _e567 = c;
                            uint at_8 = (((_e567 * TX) + 3u) * 4u);
                            const uint _e577 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e579 = s_10[0];
                            const float _e580 = pair(x_19, k0_3, _e577, at_8);
                            const float _e581 = pair(x_19, k1_3, _e577, at_8);
                            const float _e582 = pair(x_19, k2_3, _e577, at_8);
                            const float _e583 = pair(x_19, k3_3, _e577, at_8);
                            s_10[0] = (_e579 + float4(_e580, _e581, _e582, _e583));
                        }
                        {
                            float4 x_20 = q_tile[min(uint((((8u + ty) * STRIDE) + 3u)), 143u)];
                            uint _e594 = c;
                            uint at_9 = (((_e594 * TX) + 3u) * 4u);
                            const uint _e604 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            float4 _e606 = s_10[1];
                            const float _e607 = pair(x_20, k0_3, _e604, at_9);
                            const float _e608 = pair(x_20, k1_3, _e604, at_9);
                            const float _e609 = pair(x_20, k2_3, _e604, at_9);
                            const float _e610 = pair(x_20, k3_3, _e604, at_9);
                            s_10[1] = (_e606 + float4(_e607, _e608, _e609, _e610));
                        }
                    }
                    {
                        uint k_at_4 = ((tx_1 * STRIDE) + 4u);
                        float4 k0_4 = kv_tile[min(uint(k_at_4), 287u)];
                        float4 k1_4 = kv_tile[min(uint((k_at_4 + 72u)), 287u)];
                        float4 k2_4 = kv_tile[min(uint((k_at_4 + 144u)), 287u)];
                        float4 k3_4 = kv_tile[min(uint((k_at_4 + 216u)), 287u)];
                        {
                            float4 x_21 = q_tile[min(uint((((0u + ty) * STRIDE) + 4u)), 143u)];
                            uint _e643 = c;
                            uint at_10 = (((_e643 * TX) + 4u) * 4u);
                            const uint _e653 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e655 = s_10[0];
                            const float _e656 = pair(x_21, k0_4, _e653, at_10);
                            const float _e657 = pair(x_21, k1_4, _e653, at_10);
                            const float _e658 = pair(x_21, k2_4, _e653, at_10);
                            const float _e659 = pair(x_21, k3_4, _e653, at_10);
                            s_10[0] = (_e655 + float4(_e656, _e657, _e658, _e659));
                        }
                        {
                            float4 x_22 = q_tile[min(uint((((8u + ty) * STRIDE) + 4u)), 143u)];
                            uint _e670 = c;
                            uint at_11 = (((_e670 * TX) + 4u) * 4u);
                            const uint _e680 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            float4 _e682 = s_10[1];
                            const float _e683 = pair(x_22, k0_4, _e680, at_11);
                            const float _e684 = pair(x_22, k1_4, _e680, at_11);
                            const float _e685 = pair(x_22, k2_4, _e680, at_11);
                            const float _e686 = pair(x_22, k3_4, _e680, at_11);
                            s_10[1] = (_e682 + float4(_e683, _e684, _e685, _e686));
                        }
                    }
                    {
                        uint k_at_5 = ((tx_1 * STRIDE) + 5u);
                        float4 k0_5 = kv_tile[min(uint(k_at_5), 287u)];
                        float4 k1_5 = kv_tile[min(uint((k_at_5 + 72u)), 287u)];
                        float4 k2_5 = kv_tile[min(uint((k_at_5 + 144u)), 287u)];
                        float4 k3_5 = kv_tile[min(uint((k_at_5 + 216u)), 287u)];
                        {
                            float4 x_23 = q_tile[min(uint((((0u + ty) * STRIDE) + 5u)), 143u)];
                            uint _e719 = c;
                            uint at_12 = (((_e719 * TX) + 5u) * 4u);
                            const uint _e729 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e731 = s_10[0];
                            const float _e732 = pair(x_23, k0_5, _e729, at_12);
                            const float _e733 = pair(x_23, k1_5, _e729, at_12);
                            const float _e734 = pair(x_23, k2_5, _e729, at_12);
                            const float _e735 = pair(x_23, k3_5, _e729, at_12);
                            s_10[0] = (_e731 + float4(_e732, _e733, _e734, _e735));
                        }
                        {
                            float4 x_24 = q_tile[min(uint((((8u + ty) * STRIDE) + 5u)), 143u)];
                            uint _e746 = c;
                            uint at_13 = (((_e746 * TX) + 5u) * 4u);
                            const uint _e756 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            float4 _e758 = s_10[1];
                            const float _e759 = pair(x_24, k0_5, _e756, at_13);
                            const float _e760 = pair(x_24, k1_5, _e756, at_13);
                            const float _e761 = pair(x_24, k2_5, _e756, at_13);
                            const float _e762 = pair(x_24, k3_5, _e756, at_13);
                            s_10[1] = (_e758 + float4(_e759, _e760, _e761, _e762));
                        }
                    }
                    {
                        uint k_at_6 = ((tx_1 * STRIDE) + 6u);
                        float4 k0_6 = kv_tile[min(uint(k_at_6), 287u)];
                        float4 k1_6 = kv_tile[min(uint((k_at_6 + 72u)), 287u)];
                        float4 k2_6 = kv_tile[min(uint((k_at_6 + 144u)), 287u)];
                        float4 k3_6 = kv_tile[min(uint((k_at_6 + 216u)), 287u)];
                        {
                            float4 x_25 = q_tile[min(uint((((0u + ty) * STRIDE) + 6u)), 143u)];
                            uint _e795 = c;
                            uint at_14 = (((_e795 * TX) + 6u) * 4u);
                            const uint _e805 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e807 = s_10[0];
                            const float _e808 = pair(x_25, k0_6, _e805, at_14);
                            const float _e809 = pair(x_25, k1_6, _e805, at_14);
                            const float _e810 = pair(x_25, k2_6, _e805, at_14);
                            const float _e811 = pair(x_25, k3_6, _e805, at_14);
                            s_10[0] = (_e807 + float4(_e808, _e809, _e810, _e811));
                        }
                        {
                            float4 x_26 = q_tile[min(uint((((8u + ty) * STRIDE) + 6u)), 143u)];
                            uint _e822 = c;
                            uint at_15 = (((_e822 * TX) + 6u) * 4u);
                            const uint _e832 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            float4 _e834 = s_10[1];
                            const float _e835 = pair(x_26, k0_6, _e832, at_15);
                            const float _e836 = pair(x_26, k1_6, _e832, at_15);
                            const float _e837 = pair(x_26, k2_6, _e832, at_15);
                            const float _e838 = pair(x_26, k3_6, _e832, at_15);
                            s_10[1] = (_e834 + float4(_e835, _e836, _e837, _e838));
                        }
                    }
                    {
                        uint k_at_7 = ((tx_1 * STRIDE) + 7u);
                        float4 k0_7 = kv_tile[min(uint(k_at_7), 287u)];
                        float4 k1_7 = kv_tile[min(uint((k_at_7 + 72u)), 287u)];
                        float4 k2_7 = kv_tile[min(uint((k_at_7 + 144u)), 287u)];
                        float4 k3_7 = kv_tile[min(uint((k_at_7 + 216u)), 287u)];
                        {
                            float4 x_27 = q_tile[min(uint((((0u + ty) * STRIDE) + 7u)), 143u)];
                            uint _e871 = c;
                            uint at_16 = (((_e871 * TX) + 7u) * 4u);
                            const uint _e881 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                            float4 _e883 = s_10[0];
                            const float _e884 = pair(x_27, k0_7, _e881, at_16);
                            const float _e885 = pair(x_27, k1_7, _e881, at_16);
                            const float _e886 = pair(x_27, k2_7, _e881, at_16);
                            const float _e887 = pair(x_27, k3_7, _e881, at_16);
                            s_10[0] = (_e883 + float4(_e884, _e885, _e886, _e887));
                        }
                        {
                            float4 x_28 = q_tile[min(uint((((8u + ty) * STRIDE) + 7u)), 143u)];
                            uint _e898 = c;
                            uint at_17 = (((_e898 * TX) + 7u) * 4u);
                            const uint _e908 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                            float4 _e910 = s_10[1];
                            const float _e911 = pair(x_28, k0_7, _e908, at_17);
                            const float _e912 = pair(x_28, k1_7, _e908, at_17);
                            const float _e913 = pair(x_28, k2_7, _e908, at_17);
                            const float _e914 = pair(x_28, k3_7, _e908, at_17);
                            s_10[1] = (_e910 + float4(_e911, _e912, _e913, _e914));
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                }
            }
            if (true) {
                const bool _e923 = sees_whole(_e8, _e98);
                local_13 = !(_e923);
            } else {
                local_13 = true;
            }
            bool edits = local_13;
            {
                float4 _e929 = s_10[0];
                const float4 _e930 = scale_pairs(_e929);
                s_10[0] = _e930;
                if (edits) {
                    uint row_8 = ((_e8.first_row + 0u) + ty);
                    const uint _e935 = head_of(_e8, row_8);
                    uint _e938 = params.pack;
                    uint query_2 = naga_div(row_8, _e938);
                    float4 _e942 = s_10[0];
                    const uint2 _e946 = keys_of(_e8, row_8);
                    const uint2 _e948 = seen_keys(_e946, _e98.end, b_14, _e935, query_2);
                    const float4 _e949 = edit_four(_e942, b_14, _e935, query_2, (key0_ + (tx_1 * 4u)), _e948);
                    s_10[0] = _e949;
                }
                float4 _e952 = s_10[0];
                const float _e953 = size_of(_e952);
                const float _e954 = lanes_max(_e953);
                part_2[0] = _e954;
                float _e958 = part_2[0];
                put_part((0u + ty), tx_1, _e958);
            }
            {
                float4 _e961 = s_10[1];
                const float4 _e962 = scale_pairs(_e961);
                s_10[1] = _e962;
                if (edits) {
                    uint row_9 = ((_e8.first_row + 8u) + ty);
                    const uint _e967 = head_of(_e8, row_9);
                    uint _e970 = params.pack;
                    uint query_3 = naga_div(row_9, _e970);
                    float4 _e974 = s_10[1];
                    const uint2 _e978 = keys_of(_e8, row_9);
                    const uint2 _e980 = seen_keys(_e978, _e98.end, b_14, _e967, query_3);
                    const float4 _e981 = edit_four(_e974, b_14, _e967, query_3, (key0_ + (tx_1 * 4u)), _e980);
                    s_10[1] = _e981;
                }
                float4 _e984 = s_10[1];
                const float _e985 = size_of(_e984);
                const float _e986 = lanes_max(_e985);
                part_2[1] = _e986;
                float _e990 = part_2[1];
                put_part((8u + ty), tx_1, _e990);
            }
            GroupMemoryBarrierWithGroupSync();
            {
                float _e992 = m_2[0];
                float _e996 = part_2[0];
                const float _e997 = row_max((0u + ty), _e996);
                const float _e998 = next_max(_e992, _e997);
                float _e1000 = m_2[0];
                float shrink_1 = exp((_e1000 - _e998));
                uint row_10 = ((_e8.first_row + 0u) + ty);
                float4 _e1008 = s_10[0];
                const uint _e1009 = head_of(_e8, row_10);
                uint _e1012 = params.pack;
                const float4 _e1017 = weights(_e1008, _e998, b_14, _e1009, naga_div(row_10, _e1012), (key0_ + (tx_1 * 4u)));
                q_tile[min(uint((((0u + ty) * STRIDE) + tx_1)), 143u)] = _e1017;
                float _e1027 = l_1[0];
                float4 _e1030 = s_10[0];
                const float _e1031 = mass(_e1030, _e1017);
                l_1[0] = ((_e1027 * shrink_1) + _e1031);
                m_2[0] = _e998;
                {
                    float4 _e1035 = acc[0];
                    acc[0] = (_e1035 * shrink_1);
                }
                {
                    float4 _e1038 = acc[2];
                    acc[2] = (_e1038 * shrink_1);
                }
            }
            {
                float _e1041 = m_2[1];
                float _e1045 = part_2[1];
                const float _e1046 = row_max((8u + ty), _e1045);
                const float _e1047 = next_max(_e1041, _e1046);
                float _e1049 = m_2[1];
                float shrink_2 = exp((_e1049 - _e1047));
                uint row_11 = ((_e8.first_row + 8u) + ty);
                float4 _e1057 = s_10[1];
                const uint _e1058 = head_of(_e8, row_11);
                uint _e1061 = params.pack;
                const float4 _e1066 = weights(_e1057, _e1047, b_14, _e1058, naga_div(row_11, _e1061), (key0_ + (tx_1 * 4u)));
                q_tile[min(uint((((8u + ty) * STRIDE) + tx_1)), 143u)] = _e1066;
                float _e1076 = l_1[1];
                float4 _e1079 = s_10[1];
                const float _e1080 = mass(_e1079, _e1066);
                l_1[1] = ((_e1076 * shrink_2) + _e1080);
                m_2[1] = _e1047;
                {
                    float4 _e1084 = acc[1];
                    acc[1] = (_e1084 * shrink_2);
                }
                {
                    float4 _e1087 = acc[3];
                    acc[3] = (_e1087 * shrink_2);
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
                        uint _e2058 = h_7;
                        h_7 = (_e2058 + 1u);
                    }
                    loop_init_4 = false;
                    uint _e1091 = h_7;
                    if ((_e1091 < V_PARTS)) {
                    } else {
                        break;
                    }
                    {
                        {
                            uint i_8 = (0u + tid_1);
                            if (false) {
                                local_14 = (i_8 < 256u);
                            } else {
                                local_14 = true;
                            }
                            bool _e1102 = local_14;
                            if (_e1102) {
                                uint _e1103 = h_7;
                                const uint _e1114 = key_of(min(((key0_ + (_e1103 * PART)) + naga_div(i_8, V_ROW)), (_e98.end - 1u)));
                                uint _e1118 = params.v_row;
                                const float4 _e1127 = load_v4_((_e8.v_base + (_e1114 * _e1118)), ((0u + naga_mod(i_8, V_ROW)) * 4u));
                                const bool4 _e1128 = nonfinite(_e1127);
                                if (any(_e1128)) {
                                    { uint dummy_1 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_1); }
                                }
                                kv_tile[min(uint(i_8), 287u)] = (_e1128 ? (0.0).xxxx : _e1127);
                            }
                        }
                        {
                            uint i_9 = (64u + tid_1);
                            if (false) {
                                local_15 = (i_9 < 256u);
                            } else {
                                local_15 = true;
                            }
                            bool _e1145 = local_15;
                            if (_e1145) {
                                uint _e1146 = h_7;
                                const uint _e1157 = key_of(min(((key0_ + (_e1146 * PART)) + naga_div(i_9, V_ROW)), (_e98.end - 1u)));
                                uint _e1161 = params.v_row;
                                const float4 _e1170 = load_v4_((_e8.v_base + (_e1157 * _e1161)), ((0u + naga_mod(i_9, V_ROW)) * 4u));
                                const bool4 _e1171 = nonfinite(_e1170);
                                if (any(_e1171)) {
                                    { uint dummy_2 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_2); }
                                }
                                kv_tile[min(uint(i_9), 287u)] = (_e1171 ? (0.0).xxxx : _e1170);
                            }
                        }
                        {
                            uint i_10 = (128u + tid_1);
                            if (false) {
                                local_16 = (i_10 < 256u);
                            } else {
                                local_16 = true;
                            }
                            bool _e1188 = local_16;
                            if (_e1188) {
                                uint _e1189 = h_7;
                                const uint _e1200 = key_of(min(((key0_ + (_e1189 * PART)) + naga_div(i_10, V_ROW)), (_e98.end - 1u)));
                                uint _e1204 = params.v_row;
                                const float4 _e1213 = load_v4_((_e8.v_base + (_e1200 * _e1204)), ((0u + naga_mod(i_10, V_ROW)) * 4u));
                                const bool4 _e1214 = nonfinite(_e1213);
                                if (any(_e1214)) {
                                    { uint dummy_3 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_3); }
                                }
                                kv_tile[min(uint(i_10), 287u)] = (_e1214 ? (0.0).xxxx : _e1213);
                            }
                        }
                        {
                            uint i_11 = (192u + tid_1);
                            if (false) {
                                local_17 = (i_11 < 256u);
                            } else {
                                local_17 = true;
                            }
                            bool _e1231 = local_17;
                            if (_e1231) {
                                uint _e1232 = h_7;
                                const uint _e1243 = key_of(min(((key0_ + (_e1232 * PART)) + naga_div(i_11, V_ROW)), (_e98.end - 1u)));
                                uint _e1247 = params.v_row;
                                const float4 _e1256 = load_v4_((_e8.v_base + (_e1243 * _e1247)), ((0u + naga_mod(i_11, V_ROW)) * 4u));
                                const bool4 _e1257 = nonfinite(_e1256);
                                if (any(_e1257)) {
                                    { uint dummy_4 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_4); }
                                }
                                kv_tile[min(uint(i_11), 287u)] = (_e1257 ? (0.0).xxxx : _e1256);
                            }
                        }
                        GroupMemoryBarrierWithGroupSync();
                        {
                            p_1 = ZeroValuearray2_float4_();
                            {
                                uint _e1275 = h_7;
                                float4 _e1281 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e1275 * 4u)) + 0u)), 143u)];
                                p_1[0] = _e1281;
                            }
                            {
                                uint _e1288 = h_7;
                                float4 _e1294 = q_tile[min(uint(((((8u + ty) * STRIDE) + (_e1288 * 4u)) + 0u)), 143u)];
                                p_1[1] = _e1294;
                            }
                            {
                                uint v_at = (0u + tx_1);
                                float4 v0_ = kv_tile[min(uint(v_at), 287u)];
                                float4 v1_ = kv_tile[min(uint((v_at + V_ROW)), 287u)];
                                float4 v2_ = kv_tile[min(uint((v_at + 32u)), 287u)];
                                float4 v3_ = kv_tile[min(uint((v_at + 48u)), 287u)];
                                {
                                    float4 _e1316 = acc[0];
                                    float _e1319 = p_1[0].x;
                                    float _e1323 = p_1[0].y;
                                    float _e1328 = p_1[0].z;
                                    float _e1333 = p_1[0].w;
                                    acc[0] = (_e1316 + ((((_e1319 * v0_) + (_e1323 * v1_)) + (_e1328 * v2_)) + (_e1333 * v3_)));
                                }
                                {
                                    float4 _e1338 = acc[1];
                                    float _e1341 = p_1[1].x;
                                    float _e1345 = p_1[1].y;
                                    float _e1350 = p_1[1].z;
                                    float _e1355 = p_1[1].w;
                                    acc[1] = (_e1338 + ((((_e1341 * v0_) + (_e1345 * v1_)) + (_e1350 * v2_)) + (_e1355 * v3_)));
                                }
                            }
                            {
                                uint v_at_1 = (8u + tx_1);
                                float4 v0_1 = kv_tile[min(uint(v_at_1), 287u)];
                                float4 v1_1 = kv_tile[min(uint((v_at_1 + V_ROW)), 287u)];
                                float4 v2_1 = kv_tile[min(uint((v_at_1 + 32u)), 287u)];
                                float4 v3_1 = kv_tile[min(uint((v_at_1 + 48u)), 287u)];
                                {
                                    float4 _e1380 = acc[2];
                                    float _e1383 = p_1[0].x;
                                    float _e1387 = p_1[0].y;
                                    float _e1392 = p_1[0].z;
                                    float _e1397 = p_1[0].w;
                                    acc[2] = (_e1380 + ((((_e1383 * v0_1) + (_e1387 * v1_1)) + (_e1392 * v2_1)) + (_e1397 * v3_1)));
                                }
                                {
                                    float4 _e1402 = acc[3];
                                    float _e1405 = p_1[1].x;
                                    float _e1409 = p_1[1].y;
                                    float _e1414 = p_1[1].z;
                                    float _e1419 = p_1[1].w;
                                    acc[3] = (_e1402 + ((((_e1405 * v0_1) + (_e1409 * v1_1)) + (_e1414 * v2_1)) + (_e1419 * v3_1)));
                                }
                            }
                        }
                        {
                            p_2 = ZeroValuearray2_float4_();
                            {
                                uint _e1432 = h_7;
                                float4 _e1438 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e1432 * 4u)) + 1u)), 143u)];
                                p_2[0] = _e1438;
                            }
                            {
                                uint _e1445 = h_7;
                                float4 _e1451 = q_tile[min(uint(((((8u + ty) * STRIDE) + (_e1445 * 4u)) + 1u)), 143u)];
                                p_2[1] = _e1451;
                            }
                            {
                                uint v_at_2 = (64u + tx_1);
                                float4 v0_2 = kv_tile[min(uint(v_at_2), 287u)];
                                float4 v1_2 = kv_tile[min(uint((v_at_2 + V_ROW)), 287u)];
                                float4 v2_2 = kv_tile[min(uint((v_at_2 + 32u)), 287u)];
                                float4 v3_2 = kv_tile[min(uint((v_at_2 + 48u)), 287u)];
                                {
                                    float4 _e1473 = acc[0];
                                    float _e1476 = p_2[0].x;
                                    float _e1480 = p_2[0].y;
                                    float _e1485 = p_2[0].z;
                                    float _e1490 = p_2[0].w;
                                    acc[0] = (_e1473 + ((((_e1476 * v0_2) + (_e1480 * v1_2)) + (_e1485 * v2_2)) + (_e1490 * v3_2)));
                                }
                                {
                                    float4 _e1495 = acc[1];
                                    float _e1498 = p_2[1].x;
                                    float _e1502 = p_2[1].y;
                                    float _e1507 = p_2[1].z;
                                    float _e1512 = p_2[1].w;
                                    acc[1] = (_e1495 + ((((_e1498 * v0_2) + (_e1502 * v1_2)) + (_e1507 * v2_2)) + (_e1512 * v3_2)));
                                }
                            }
                            {
                                uint v_at_3 = (72u + tx_1);
                                float4 v0_3 = kv_tile[min(uint(v_at_3), 287u)];
                                float4 v1_3 = kv_tile[min(uint((v_at_3 + V_ROW)), 287u)];
                                float4 v2_3 = kv_tile[min(uint((v_at_3 + 32u)), 287u)];
                                float4 v3_3 = kv_tile[min(uint((v_at_3 + 48u)), 287u)];
                                {
                                    float4 _e1537 = acc[2];
                                    float _e1540 = p_2[0].x;
                                    float _e1544 = p_2[0].y;
                                    float _e1549 = p_2[0].z;
                                    float _e1554 = p_2[0].w;
                                    acc[2] = (_e1537 + ((((_e1540 * v0_3) + (_e1544 * v1_3)) + (_e1549 * v2_3)) + (_e1554 * v3_3)));
                                }
                                {
                                    float4 _e1559 = acc[3];
                                    float _e1562 = p_2[1].x;
                                    float _e1566 = p_2[1].y;
                                    float _e1571 = p_2[1].z;
                                    float _e1576 = p_2[1].w;
                                    acc[3] = (_e1559 + ((((_e1562 * v0_3) + (_e1566 * v1_3)) + (_e1571 * v2_3)) + (_e1576 * v3_3)));
                                }
                            }
                        }
                        {
                            p_3 = ZeroValuearray2_float4_();
                            {
                                uint _e1589 = h_7;
                                float4 _e1595 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e1589 * 4u)) + 2u)), 143u)];
                                p_3[0] = _e1595;
                            }
                            {
                                uint _e1602 = h_7;
                                float4 _e1608 = q_tile[min(uint(((((8u + ty) * STRIDE) + (_e1602 * 4u)) + 2u)), 143u)];
                                p_3[1] = _e1608;
                            }
                            {
                                uint v_at_4 = (128u + tx_1);
                                float4 v0_4 = kv_tile[min(uint(v_at_4), 287u)];
                                float4 v1_4 = kv_tile[min(uint((v_at_4 + V_ROW)), 287u)];
                                float4 v2_4 = kv_tile[min(uint((v_at_4 + 32u)), 287u)];
                                float4 v3_4 = kv_tile[min(uint((v_at_4 + 48u)), 287u)];
                                {
                                    float4 _e1630 = acc[0];
                                    float _e1633 = p_3[0].x;
                                    float _e1637 = p_3[0].y;
                                    float _e1642 = p_3[0].z;
                                    float _e1647 = p_3[0].w;
                                    acc[0] = (_e1630 + ((((_e1633 * v0_4) + (_e1637 * v1_4)) + (_e1642 * v2_4)) + (_e1647 * v3_4)));
                                }
                                {
                                    float4 _e1652 = acc[1];
                                    float _e1655 = p_3[1].x;
                                    float _e1659 = p_3[1].y;
                                    float _e1664 = p_3[1].z;
                                    float _e1669 = p_3[1].w;
                                    acc[1] = (_e1652 + ((((_e1655 * v0_4) + (_e1659 * v1_4)) + (_e1664 * v2_4)) + (_e1669 * v3_4)));
                                }
                            }
                            {
                                uint v_at_5 = (136u + tx_1);
                                float4 v0_5 = kv_tile[min(uint(v_at_5), 287u)];
                                float4 v1_5 = kv_tile[min(uint((v_at_5 + V_ROW)), 287u)];
                                float4 v2_5 = kv_tile[min(uint((v_at_5 + 32u)), 287u)];
                                float4 v3_5 = kv_tile[min(uint((v_at_5 + 48u)), 287u)];
                                {
                                    float4 _e1694 = acc[2];
                                    float _e1697 = p_3[0].x;
                                    float _e1701 = p_3[0].y;
                                    float _e1706 = p_3[0].z;
                                    float _e1711 = p_3[0].w;
                                    acc[2] = (_e1694 + ((((_e1697 * v0_5) + (_e1701 * v1_5)) + (_e1706 * v2_5)) + (_e1711 * v3_5)));
                                }
                                {
                                    float4 _e1716 = acc[3];
                                    float _e1719 = p_3[1].x;
                                    float _e1723 = p_3[1].y;
                                    float _e1728 = p_3[1].z;
                                    float _e1733 = p_3[1].w;
                                    acc[3] = (_e1716 + ((((_e1719 * v0_5) + (_e1723 * v1_5)) + (_e1728 * v2_5)) + (_e1733 * v3_5)));
                                }
                            }
                        }
                        {
                            p_4 = ZeroValuearray2_float4_();
                            {
                                uint _e1746 = h_7;
                                float4 _e1752 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e1746 * 4u)) + 3u)), 143u)];
                                p_4[0] = _e1752;
                            }
                            {
                                uint _e1759 = h_7;
                                float4 _e1765 = q_tile[min(uint(((((8u + ty) * STRIDE) + (_e1759 * 4u)) + 3u)), 143u)];
                                p_4[1] = _e1765;
                            }
                            {
                                uint v_at_6 = (192u + tx_1);
                                float4 v0_6 = kv_tile[min(uint(v_at_6), 287u)];
                                float4 v1_6 = kv_tile[min(uint((v_at_6 + V_ROW)), 287u)];
                                float4 v2_6 = kv_tile[min(uint((v_at_6 + 32u)), 287u)];
                                float4 v3_6 = kv_tile[min(uint((v_at_6 + 48u)), 287u)];
                                {
                                    float4 _e1787 = acc[0];
                                    float _e1790 = p_4[0].x;
                                    float _e1794 = p_4[0].y;
                                    float _e1799 = p_4[0].z;
                                    float _e1804 = p_4[0].w;
                                    acc[0] = (_e1787 + ((((_e1790 * v0_6) + (_e1794 * v1_6)) + (_e1799 * v2_6)) + (_e1804 * v3_6)));
                                }
                                {
                                    float4 _e1809 = acc[1];
                                    float _e1812 = p_4[1].x;
                                    float _e1816 = p_4[1].y;
                                    float _e1821 = p_4[1].z;
                                    float _e1826 = p_4[1].w;
                                    acc[1] = (_e1809 + ((((_e1812 * v0_6) + (_e1816 * v1_6)) + (_e1821 * v2_6)) + (_e1826 * v3_6)));
                                }
                            }
                            {
                                uint v_at_7 = (200u + tx_1);
                                float4 v0_7 = kv_tile[min(uint(v_at_7), 287u)];
                                float4 v1_7 = kv_tile[min(uint((v_at_7 + V_ROW)), 287u)];
                                float4 v2_7 = kv_tile[min(uint((v_at_7 + 32u)), 287u)];
                                float4 v3_7 = kv_tile[min(uint((v_at_7 + 48u)), 287u)];
                                {
                                    float4 _e1851 = acc[2];
                                    float _e1854 = p_4[0].x;
                                    float _e1858 = p_4[0].y;
                                    float _e1863 = p_4[0].z;
                                    float _e1868 = p_4[0].w;
                                    acc[2] = (_e1851 + ((((_e1854 * v0_7) + (_e1858 * v1_7)) + (_e1863 * v2_7)) + (_e1868 * v3_7)));
                                }
                                {
                                    float4 _e1873 = acc[3];
                                    float _e1876 = p_4[1].x;
                                    float _e1880 = p_4[1].y;
                                    float _e1885 = p_4[1].z;
                                    float _e1890 = p_4[1].w;
                                    acc[3] = (_e1873 + ((((_e1876 * v0_7) + (_e1880 * v1_7)) + (_e1885 * v2_7)) + (_e1890 * v3_7)));
                                }
                            }
                        }
                        uint _e1895; InterlockedOr(v_nonfinite, 0, _e1895);
                        if ((_e1895 != 0u)) {
                            k_2 = 0u;
                            uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
                            bool loop_init_5 = true;
                            while(true) {
                                if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
                                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                                if (!loop_init_5) {
                                    uint _e2055 = k_2;
                                    k_2 = (_e2055 + 1u);
                                }
                                loop_init_5 = false;
                                uint _e1900 = k_2;
                                if ((_e1900 < PART)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e1904 = h_7;
                                    uint _e1908 = k_2;
                                    const uint _e1914 = key_of(min(((key0_ + (_e1904 * PART)) + _e1908), (_e98.end - 1u)));
                                    uint _e1917 = params.v_row;
                                    uint v_at_8 = (_e8.v_base + (_e1914 * _e1917));
                                    {
                                        const float4 _e1924 = load_v4_(v_at_8, ((0u + tx_1) * 4u));
                                        {
                                            uint _e1930 = h_7;
                                            uint _e1934 = k_2;
                                            uint _e1939 = k_2;
                                            float p_6 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e1930 * 4u)) + naga_div(_e1934, 4u))), 143u)][min(uint(naga_mod(_e1939, 4u)), 3u)];
                                            float4 _e1945 = acc[0];
                                            const bool4 _e1949 = nonfinite(_e1924);
                                            acc[0] = (_e1945 + ((_e1949 & ((p_6 != 0.0)).xxxx) ? (p_6 * _e1924) : (0.0).xxxx));
                                        }
                                        {
                                            uint _e1961 = h_7;
                                            uint _e1965 = k_2;
                                            uint _e1970 = k_2;
                                            float p_7 = q_tile[min(uint(((((8u + ty) * STRIDE) + (_e1961 * 4u)) + naga_div(_e1965, 4u))), 143u)][min(uint(naga_mod(_e1970, 4u)), 3u)];
                                            float4 _e1976 = acc[1];
                                            const bool4 _e1980 = nonfinite(_e1924);
                                            acc[1] = (_e1976 + ((_e1980 & ((p_7 != 0.0)).xxxx) ? (p_7 * _e1924) : (0.0).xxxx));
                                        }
                                    }
                                    {
                                        const float4 _e1991 = load_v4_(v_at_8, ((8u + tx_1) * 4u));
                                        {
                                            uint _e1997 = h_7;
                                            uint _e2001 = k_2;
                                            uint _e2006 = k_2;
                                            float p_8 = q_tile[min(uint(((((0u + ty) * STRIDE) + (_e1997 * 4u)) + naga_div(_e2001, 4u))), 143u)][min(uint(naga_mod(_e2006, 4u)), 3u)];
                                            float4 _e2012 = acc[2];
                                            const bool4 _e2016 = nonfinite(_e1991);
                                            acc[2] = (_e2012 + ((_e2016 & ((p_8 != 0.0)).xxxx) ? (p_8 * _e1991) : (0.0).xxxx));
                                        }
                                        {
                                            uint _e2028 = h_7;
                                            uint _e2032 = k_2;
                                            uint _e2037 = k_2;
                                            float p_9 = q_tile[min(uint(((((8u + ty) * STRIDE) + (_e2028 * 4u)) + naga_div(_e2032, 4u))), 143u)][min(uint(naga_mod(_e2037, 4u)), 3u)];
                                            float4 _e2043 = acc[3];
                                            const bool4 _e2047 = nonfinite(_e1991);
                                            acc[3] = (_e2043 + ((_e2047 & ((p_9 != 0.0)).xxxx) ? (p_9 * _e1991) : (0.0).xxxx));
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
        float _e2065 = l_1[0];
        const float _e2066 = lanes_sum(_e2065);
        part_2[0] = _e2066;
        float _e2070 = part_2[0];
        put_part((0u + ty), tx_1, _e2070);
    }
    {
        float _e2073 = l_1[1];
        const float _e2074 = lanes_sum(_e2073);
        part_2[1] = _e2074;
        float _e2078 = part_2[1];
        put_part((8u + ty), tx_1, _e2078);
    }
    GroupMemoryBarrierWithGroupSync();
    {
        uint row_12 = ((_e8.first_row + 0u) + ty);
        if ((row_12 < _e8.row_end)) {
            const uint _e2085 = head_of(_e8, row_12);
            uint _e2088 = params.pack;
            uint query_4 = naga_div(row_12, _e2088);
            float _e2091 = m_2[0];
            float _e2095 = part_2[0];
            const float _e2096 = row_sum((0u + ty), _e2095);
            const float2 _e2098 = finish_row(_e2091, _e2096, _e2085, _e8.split);
            const uint _e2099 = output_at(_e8, _e2085, query_4);
            const float _e2101 = row_weight(b_14, _e2085, query_4);
            float factor = (_e2098.x * _e2101);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                float4 _e2109 = acc[0];
                const float4 _e2111 = output((_e2109 * factor), b_14, _e2085, query_4, d_7);
                store_o4_(_e2099, d_7, V_DIM, _e2111);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                float4 _e2118 = acc[2];
                const float4 _e2120 = output((_e2118 * factor), b_14, _e2085, query_4, d_8);
                store_o4_(_e2099, d_8, V_DIM, _e2120);
            }
            if ((tx_1 == 0u)) {
                const uint _e2123 = lse_at_1(_e8, _e2085, query_4);
                uint _e2127 = params.lse_split;
                store_lse((_e2123 + (_e8.split * _e2127)), _e2098.y);
            }
        }
    }
    {
        uint row_13 = ((_e8.first_row + 8u) + ty);
        if ((row_13 < _e8.row_end)) {
            const uint _e2137 = head_of(_e8, row_13);
            uint _e2140 = params.pack;
            uint query_5 = naga_div(row_13, _e2140);
            float _e2143 = m_2[1];
            float _e2147 = part_2[1];
            const float _e2148 = row_sum((8u + ty), _e2147);
            const float2 _e2150 = finish_row(_e2143, _e2148, _e2137, _e8.split);
            const uint _e2151 = output_at(_e8, _e2137, query_5);
            const float _e2153 = row_weight(b_14, _e2137, query_5);
            float factor_1 = (_e2150.x * _e2153);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                float4 _e2161 = acc[1];
                const float4 _e2163 = output((_e2161 * factor_1), b_14, _e2137, query_5, d_9);
                store_o4_(_e2151, d_9, V_DIM, _e2163);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                float4 _e2170 = acc[3];
                const float4 _e2172 = output((_e2170 * factor_1), b_14, _e2137, query_5, d_10);
                store_o4_(_e2151, d_10, V_DIM, _e2172);
            }
            if ((tx_1 == 0u)) {
                const uint _e2175 = lse_at_1(_e8, _e2137, query_5);
                uint _e2179 = params.lse_split;
                store_lse((_e2175 + (_e8.split * _e2179)), _e2150.y);
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
        row_part = (float[128])0;
        q_tile = (float4[144])0;
        kv_tile = (float4[288])0;
        v_nonfinite = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, tid);
    return;
}
