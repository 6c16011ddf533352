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
    uint listed;
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
static const uint RQ = 2u;
static const uint K_FOURS = 1u;
static const uint QK_CHUNKS = 2u;
static const uint V_CHUNKS = 2u;
static const uint V_GROUPS = 1u;
static const uint PART = 16u;
static const uint WORKGROUP = 64u;
static const uint BLOCK_Q = 16u;
static const uint BLOCK_K = 32u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const uint ABREAST = 2u;
static const uint BUNDLE = 16u;
static const bool TURNS = false;
static const bool STAGED = false;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint PARTIAL = 2147483648u;
static const uint STRIDE = 9u;
static const uint FOUR = 32u;
static const uint KEYS = 4u;
static const uint V_ROW = 16u;
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

void store_lse(uint at, float2 x_1)
{
    lse.Store(at*4, asuint((x_1.x + x_1.y)));
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

float2 log_parts(float top, float sum_1)
{
    float _e4 = params.neg_inf;
    float2 seen_2 = ((sum_1 > 0.0) ? float2(top, log(sum_1)) : float2(_e4, 0.0));
    const bool _e14 = is_nan(sum_1);
    return (_e14 ? float2(sum_1, 0.0) : seen_2);
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

Tile ConstructTile(uint arg0, uint arg1, bool arg2, uint arg3) {
    Tile ret = (Tile)0;
    ret.first = arg0;
    ret.end = arg1;
    ret.partly = arg2;
    ret.listed = arg3;
    return ret;
}

Tile tile_at(uint n, uint base_4, Seen seen_1)
{
    const uint _e4 = key_tiles_of_block();
    uint entry = asuint(block_entries.Load((base_4 + naga_div(n, _e4))*4));
    uint _e13 = params.kv_blocks;
    uint block_1 = min((entry & 2147483647u), _e13);
    bool partly = (entry >= PARTIAL);
    uint _e19 = params.block_kv;
    const uint _e21 = key_tiles_of_block();
    uint first_1 = ((block_1 * _e19) + (naga_mod(n, _e21) * BLOCK_K));
    uint _e32 = params.block_kv;
    uint end_2 = min(seen_1.keys.y, ((block_1 + 1u) * _e32));
    const Tile tile_7 = ConstructTile(first_1, (((first_1 + BLOCK_K) <= seen_1.keys.x) ? 0u : end_2), partly, block_1);
    return tile_7;
}

void hold_tile(Tile tile)
{
    tile_block = tile.listed;
    tile_partial = tile.partly;
    return;
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

float next_max(float m, float tile_1)
{
    return max(m, tile_1);
}

float size_of(float4 s_5)
{
    return max(max(s_5.x, s_5.y), max(s_5.z, s_5.w));
}

float4 weights(float4 s_6, float top_2, uint b_7, uint head_1, uint i_3, uint slot_1)
{
    const float4 _e12 = exp_kept4_((s_6 - (((top_2 == MASKED) ? 0.0 : top_2)).xxxx));
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

float3 finish_row(float m_1, float l, uint head_2, uint split_2)
{
    float top_3 = (float)0;
    float shrink = 1.0;
    float sum_3 = (float)0;
    bool local_1 = (bool)0;

    top_3 = m_1;
    sum_3 = l;
    const float _e8 = sink_logit(head_2);
    if ((split_2 == 0u)) {
        local_1 = (_e8 != MASKED);
    } else {
        local_1 = false;
    }
    bool _e16 = local_1;
    if (_e16) {
        float _e17 = top_3;
        top_3 = max(_e17, _e8);
        float _e19 = top_3;
        shrink = exp((m_1 - _e19));
        float _e22 = sum_3;
        float _e23 = shrink;
        float _e25 = top_3;
        sum_3 = ((_e22 * _e23) + exp((_e8 - _e25)));
    }
    float _e29 = shrink;
    float _e30 = sum_3;
    float _e32 = sum_3;
    const bool _e33 = row_seen(_e32);
    float _e36 = top_3;
    float _e37 = sum_3;
    const float2 _e38 = log_parts(_e36, _e37);
    return float3((_e33 ? (_e29 / _e30) : 0.0), _e38);
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
    bool local_2 = (bool)0;
    uint3 tiles_1 = (0u).xxx;
    bool local_3 = (bool)0;
    bool local_4 = (bool)0;

    uint _e3 = params.splits;
    uint split_3 = naga_mod(group, _e3);
    uint _e7 = params.splits;
    uint id_1 = naga_div(group, _e7);
    uint _e12 = params.q_tiles;
    uint first_pack = (naga_div(id_1, (BUNDLE * _e12)) * BUNDLE);
    uint _e20 = params.groups;
    uint _e23 = params.splits;
    uint _e27 = params.q_tiles;
    uint beside = min(BUNDLE, (naga_div(naga_div(_e20, _e23), _e27) - first_pack));
    uint _e33 = params.q_tiles;
    uint in_bundle = (id_1 - (first_pack * _e33));
    uint place = naga_div(in_bundle, beside);
    uint row_6 = naga_div(place, 1u);
    uint _e41 = params.q_tiles;
    if (TURNS) {
        local_2 = (naga_mod(countbits(place), 2u) == 1u);
    } else {
        local_2 = false;
    }
    bool _e54 = local_2;
    uint row_tile_id = (_e54 ? row_6 : ((_e41 - 1u) - row_6));
    uint pack = (first_pack + naga_mod(in_bundle, beside));
    const uint2 _e58 = row_tile(row_tile_id);
    uint _e61 = params.head_base;
    uint _e64 = params.packs;
    uint _e68 = params.pack;
    uint head_base_1 = (_e61 + (naga_mod(pack, _e64) * _e68));
    uint _e73 = params.group;
    uint kv_head = naga_div(head_base_1, _e73);
    uint _e77 = params.batch_base;
    uint _e80 = params.packs;
    uint b_13 = (_e77 + naga_div(pack, _e80));
    const uint _e83 = q_count_1(b_13);
    const uint _e84 = kv_count_2(b_13);
    uint first_row_1 = _e58.x;
    uint _e89 = params.pack;
    uint row_end_1 = min(_e58.y, (_e83 * _e89));
    const int _e92 = align_offset(_e83, _e84);
    uint _e95 = params.pack;
    uint first_query = naga_div(first_row_1, _e95);
    uint _e103 = params.pack;
    uint last_query = naga_div((max(row_end_1, 1u) - 1u), _e103);
    const uint2 _e105 = key_range(first_query, _e92, _e84);
    const uint2 _e106 = key_range(last_query, _e92, _e84);
    Seen seen_3 = ConstructSeen(uint2(_e105.x, _e106.y), int2(asint(asuint(int(first_query)) + asuint(_e92)), asint(asuint(int(last_query)) + asuint(_e92))), b_13, head_base_1, _e92);
    if ((first_row_1 < row_end_1)) {
        local_3 = (seen_3.keys.x < seen_3.keys.y);
    } else {
        local_3 = false;
    }
    bool _e128 = local_3;
    if (_e128) {
        const bool _e131 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
        local_4 = _e131;
    } else {
        local_4 = false;
    }
    bool _e133 = local_4;
    if (_e133) {
        const uint3 _e134 = tile_span(row_tile_id, seen_3, split_3);
        tiles_1 = _e134;
    }
    uint3 _e138 = tiles_1;
    uint _e141 = params.q_offset;
    uint _e144 = params.q_batch;
    const uint _e147 = q_start(b_13);
    uint _e150 = params.q_row;
    uint _e155 = params.k_offset;
    uint _e158 = params.k_batch;
    uint _e163 = params.k_head;
    const uint _e166 = kv_start(b_13);
    uint _e169 = params.k_row;
    uint _e174 = params.v_offset;
    uint _e177 = params.v_batch;
    uint _e182 = params.v_head;
    const uint _e185 = kv_start(b_13);
    uint _e188 = params.v_row;
    uint _e193 = params.lse_batch;
    const uint _e195 = q_start(b_13);
    const Group group_1 = ConstructGroup(seen_3, split_3, first_row_1, row_end_1, _e84, uint2(_e106.x, _e105.y), _e138, ((_e141 + (b_13 * _e144)) + (_e147 * _e150)), (((_e155 + (b_13 * _e158)) + (kv_head * _e163)) + (_e166 * _e169)), (((_e174 + (b_13 * _e177)) + (kv_head * _e182)) + (_e185 * _e188)), ((b_13 * _e193) + _e195));
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

uint key_in(Tile tile_2, uint n_1)
{
    const uint _e4 = key_of((tile_2.first + n_1));
    return min(_e4, (max(tile_2.end, 1u) - 1u));
}

uint key_at(Group g_4, Tile tile_3, uint n_2)
{
    const uint _e4 = key_in(tile_3, n_2);
    uint _e7 = params.k_row;
    return (g_4.k_base + (_e4 * _e7));
}

uint value_at(Group g_5, Tile tile_4, uint n_3)
{
    const uint _e4 = key_in(tile_4, n_3);
    uint _e7 = params.v_row;
    return (g_5.v_base + (_e4 * _e7));
}

bool sees_whole(Group g_6, Tile tile_5)
{
    bool local_5 = (bool)0;
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;

    if ((tile_5.first >= g_6.by_all.x)) {
        local_5 = ((tile_5.first + BLOCK_K) <= min(g_6.by_all.y, tile_5.end));
    } else {
        local_5 = false;
    }
    bool _e17 = local_5;
    if (_e17) {
        local_6 = (g_6.row_end == (g_6.first_row + BLOCK_Q));
    } else {
        local_6 = false;
    }
    bool _e26 = local_6;
    if (_e26) {
        local_7 = !(tile_5.partly);
    } else {
        local_7 = false;
    }
    bool _e32 = local_7;
    return _e32;
}

float edit_one(float s_8, uint b_11, uint head_5, uint i_6, uint slot_2, uint2 keys_1)
{
    bool local_8 = (bool)0;
    bool local_9 = (bool)0;

    const uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_8 = (_e6 >= keys_1.y);
    } else {
        local_8 = true;
    }
    bool _e15 = local_8;
    if (_e15) {
        return MASKED;
    }
    const float _e17 = edit_score(s_8, b_11, head_5, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_9 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_9 = false;
    }
    bool _e26 = local_9;
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
    float top_4 = (float)0;
    uint n_4 = 1u;

    float _e6 = row_part[min(uint((row_3 * TX)), 127u)];
    top_4 = _e6;
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e23 = n_4;
            n_4 = (_e23 + 1u);
        }
        loop_init = false;
        uint _e10 = n_4;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = top_4;
            uint _e17 = n_4;
            float _e20 = row_part[min(uint(((row_3 * TX) + _e17)), 127u)];
            top_4 = max(_e13, _e20);
        }
    }
    float _e25 = top_4;
    return _e25;
}

float row_sum(uint row_4, float part_1)
{
    float sum_4 = (float)0;
    uint n_5 = 1u;

    float _e6 = row_part[min(uint((row_4 * TX)), 127u)];
    sum_4 = _e6;
    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_5;
            n_5 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e10 = n_5;
        if ((_e10 < TX)) {
        } else {
            break;
        }
        {
            float _e13 = sum_4;
            uint _e17 = n_5;
            float _e20 = row_part[min(uint(((row_4 * TX) + _e17)), 127u)];
            sum_4 = (_e13 + _e20);
        }
    }
    float _e25 = sum_4;
    return _e25;
}

typedef float4 ret_load_part[4];
ret_load_part load_part(Group g_7, Tile tile_6, uint first, uint u, uint tid)
{
    float4 x_13[4] = (float4[4])0;

    {
        uint i_8 = (0u + tid);
        const uint _e12 = value_at(g_7, tile_6, (first + naga_div(i_8, V_ROW)));
        const float4 _e20 = load_v4_(_e12, (((u * V_ROW) + naga_mod(i_8, V_ROW)) * 4u));
        x_13[0] = _e20;
    }
    {
        uint i_9 = (64u + tid);
        const uint _e27 = value_at(g_7, tile_6, (first + naga_div(i_9, V_ROW)));
        const float4 _e35 = load_v4_(_e27, (((u * V_ROW) + naga_mod(i_9, V_ROW)) * 4u));
        x_13[1] = _e35;
    }
    {
        uint i_10 = (128u + tid);
        const uint _e42 = value_at(g_7, tile_6, (first + naga_div(i_10, V_ROW)));
        const float4 _e50 = load_v4_(_e42, (((u * V_ROW) + naga_mod(i_10, V_ROW)) * 4u));
        x_13[2] = _e50;
    }
    {
        uint i_11 = (192u + tid);
        const uint _e57 = value_at(g_7, tile_6, (first + naga_div(i_11, V_ROW)));
        const float4 _e65 = load_v4_(_e57, (((u * V_ROW) + naga_mod(i_11, V_ROW)) * 4u));
        x_13[3] = _e65;
    }
    float4 _e66[4] = x_13;
    return _e66;
}

uint2 keys_of(Group g_8, uint row_5)
{
    bool local_10 = (bool)0;

    if (!((row_5 >= g_8.row_end))) {
        const uint _e9 = head_of(g_8, row_5);
        uint _e12 = params.pack;
        const float _e14 = row_weight(g_8.seen.batch, _e9, naga_div(row_5, _e12));
        local_10 = (_e14 == 0.0);
    } else {
        local_10 = true;
    }
    bool _e18 = local_10;
    if (_e18) {
        return (0u).xx;
    }
    uint _e23 = params.pack;
    const uint2 _e28 = key_range(naga_div(row_5, _e23), g_8.seen.offset, g_8.kv_len);
    return _e28;
}

void stage_part(float4 x_14[4], uint tid_1)
{
    uint4 largest = (0u).xxxx;
    bool local_11 = (bool)0;
    bool local_12 = (bool)0;
    bool local_13 = (bool)0;
    bool local_14 = (bool)0;
    bool local_15 = (bool)0;
    bool local_16 = (bool)0;
    bool local_17 = (bool)0;
    bool local_18 = (bool)0;

    {
        uint i_12 = (0u + tid_1);
        if (false) {
            local_11 = (i_12 < 256u);
        } else {
            local_11 = true;
        }
        bool _e13 = local_11;
        if (_e13) {
            kv_tile[min(uint(i_12), 287u)] = x_14[0];
            uint4 _e17 = largest;
            largest = max(_e17, (asuint(x_14[0]) & (2147483647u).xxxx));
        }
    }
    {
        uint i_13 = (64u + tid_1);
        if (false) {
            local_12 = (i_13 < 256u);
        } else {
            local_12 = true;
        }
        bool _e32 = local_12;
        if (_e32) {
            kv_tile[min(uint(i_13), 287u)] = x_14[1];
            uint4 _e36 = largest;
            largest = max(_e36, (asuint(x_14[1]) & (2147483647u).xxxx));
        }
    }
    {
        uint i_14 = (128u + tid_1);
        if (false) {
            local_13 = (i_14 < 256u);
        } else {
            local_13 = true;
        }
        bool _e51 = local_13;
        if (_e51) {
            kv_tile[min(uint(i_14), 287u)] = x_14[2];
            uint4 _e55 = largest;
            largest = max(_e55, (asuint(x_14[2]) & (2147483647u).xxxx));
        }
    }
    {
        uint i_15 = (192u + tid_1);
        if (false) {
            local_14 = (i_15 < 256u);
        } else {
            local_14 = true;
        }
        bool _e70 = local_14;
        if (_e70) {
            kv_tile[min(uint(i_15), 287u)] = x_14[3];
            uint4 _e74 = largest;
            largest = max(_e74, (asuint(x_14[3]) & (2147483647u).xxxx));
        }
    }
    uint4 _e81 = largest;
    if (all((_e81 < (2139095040u).xxxx))) {
        return;
    }
    { uint dummy = 0; InterlockedExchange(v_nonfinite, 1u, dummy); }
    {
        uint i_16 = (0u + tid_1);
        if (false) {
            local_15 = (i_16 < 256u);
        } else {
            local_15 = true;
        }
        bool _e96 = local_15;
        if (_e96) {
            const bool4 _e103 = nonfinite(x_14[0]);
            kv_tile[min(uint(i_16), 287u)] = (_e103 ? (0.0).xxxx : x_14[0]);
        }
    }
    {
        uint i_17 = (64u + tid_1);
        if (false) {
            local_16 = (i_17 < 256u);
        } else {
            local_16 = true;
        }
        bool _e113 = local_16;
        if (_e113) {
            const bool4 _e120 = nonfinite(x_14[1]);
            kv_tile[min(uint(i_17), 287u)] = (_e120 ? (0.0).xxxx : x_14[1]);
        }
    }
    {
        uint i_18 = (128u + tid_1);
        if (false) {
            local_17 = (i_18 < 256u);
        } else {
            local_17 = true;
        }
        bool _e130 = local_17;
        if (_e130) {
            const bool4 _e137 = nonfinite(x_14[2]);
            kv_tile[min(uint(i_18), 287u)] = (_e137 ? (0.0).xxxx : x_14[2]);
        }
    }
    {
        uint i_19 = (192u + tid_1);
        if (false) {
            local_18 = (i_19 < 256u);
        } else {
            local_18 = true;
        }
        bool _e147 = local_18;
        if (_e147) {
            const bool4 _e154 = nonfinite(x_14[3]);
            kv_tile[min(uint(i_19), 287u)] = (_e154 ? (0.0).xxxx : x_14[3]);
            return;
        } else {
            return;
        }
    }
}

typedef uint ret_ZeroValuearray4_uint_[4];
ret_ZeroValuearray4_uint_ ZeroValuearray4_uint_() {
    return (uint[4])0;
}

typedef float4 ret_ZeroValuearray2_float4_[2];
ret_ZeroValuearray2_float4_ ZeroValuearray2_float4_() {
    return (float4[2])0;
}

void run(uint3 wid_2, uint tid_2)
{
    uint q_at[2] = (uint[2])0;
    float m_2[2] = (float[2])0;
    float l_1[2] = (float[2])0;
    float part_2[2] = (float[2])0;
    float4 acc[4] = (float4[4])0;
    uint k_at[4] = (uint[4])0;
    float4 q_next[2] = (float4[2])0;
    float4 k_next[4] = (float4[4])0;
    uint t_3 = (uint)0;
    uint k_after[4] = (uint[4])0;
    float4 s_10[2] = (float4[2])0;
    uint c = (uint)0;
    bool local_19 = (bool)0;
    bool local_20 = (bool)0;
    bool local_21 = (bool)0;
    bool local_22 = (bool)0;
    float4 v_next[4] = (float4[4])0;
    bool local_23 = (bool)0;
    bool local_24 = (bool)0;
    uint h_7 = (uint)0;
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
    if ((tid_2 == 0u)) {
        { uint dummy_1 = 0; InterlockedExchange(v_nonfinite, 0u, dummy_1); }
    }
    uint tx_1 = naga_mod(naga_div(tid_2, ABREAST), TX);
    uint ty = ((naga_div(tid_2, 16u) * ABREAST) + naga_mod(tid_2, ABREAST));
    uint sy = naga_div(tid_2, TX);
    uint sx = naga_mod(tid_2, TX);
    {
        uint row_7 = ((_e8.first_row + 0u) + ty);
        const uint _e50 = query_at(_e8, min(((_e8.first_row + 0u) + sy), (_e8.row_end - 1u)));
        q_at[0] = _e50;
        m_2[0] = MASKED;
        if ((row_7 < _e8.row_end)) {
            const uint _e56 = head_of(_e8, row_7);
            uint _e59 = params.pack;
            const uint _e61 = lse_at_1(_e8, _e56, naga_div(row_7, _e59));
            const float _e62 = first_max(_e61);
            m_2[0] = _e62;
        }
        l_1[0] = 0.0;
    }
    {
        uint row_8 = ((_e8.first_row + 8u) + ty);
        const uint _e78 = query_at(_e8, min(((_e8.first_row + 8u) + sy), (_e8.row_end - 1u)));
        q_at[1] = _e78;
        m_2[1] = MASKED;
        if ((row_8 < _e8.row_end)) {
            const uint _e84 = head_of(_e8, row_8);
            uint _e87 = params.pack;
            const uint _e89 = lse_at_1(_e8, _e84, naga_div(row_8, _e87));
            const float _e90 = first_max(_e89);
            m_2[1] = _e90;
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
    if ((_e8.tiles.x < _e8.tiles.y)) {
        const Tile _e119 = tile_at(_e8.tiles.x, _e8.tiles.z, _e8.seen);
        hold_tile(_e119);
        {
            uint _e122 = q_at[0];
            const float4 _e125 = load_q4_(_e122, (sx * 4u));
            q_next[0] = _e125;
        }
        {
            uint _e128 = q_at[1];
            const float4 _e131 = load_q4_(_e128, (sx * 4u));
            q_next[1] = _e131;
        }
        {
            const uint _e135 = key_at(_e8, _e119, (0u + sy));
            k_at[0] = _e135;
            uint _e138 = k_at[0];
            const float4 _e141 = load_k4_(_e138, (sx * 4u));
            k_next[0] = _e141;
        }
        {
            const uint _e145 = key_at(_e8, _e119, (8u + sy));
            k_at[1] = _e145;
            uint _e148 = k_at[1];
            const float4 _e151 = load_k4_(_e148, (sx * 4u));
            k_next[1] = _e151;
        }
        {
            const uint _e155 = key_at(_e8, _e119, (16u + sy));
            k_at[2] = _e155;
            uint _e158 = k_at[2];
            const float4 _e161 = load_k4_(_e158, (sx * 4u));
            k_next[2] = _e161;
        }
        {
            const uint _e165 = key_at(_e8, _e119, (24u + sy));
            k_at[3] = _e165;
            uint _e168 = k_at[3];
            const float4 _e171 = load_k4_(_e168, (sx * 4u));
            k_next[3] = _e171;
        }
    }
    t_3 = _e8.tiles.x;
    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e2074 = t_3;
            t_3 = (_e2074 + 1u);
        }
        loop_init_2 = false;
        uint _e175 = t_3;
        if ((_e175 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e179 = t_3;
            const Tile _e190 = tile_at(min((_e179 + 1u), (_e8.tiles.y - 1u)), _e8.tiles.z, _e8.seen);
            hold_tile(_e190);
            k_after = ZeroValuearray4_uint_();
            {
                const uint _e196 = key_at(_e8, _e190, (0u + sy));
                k_after[0] = _e196;
            }
            {
                const uint _e200 = key_at(_e8, _e190, (8u + sy));
                k_after[1] = _e200;
            }
            {
                const uint _e204 = key_at(_e8, _e190, (16u + sy));
                k_after[2] = _e204;
            }
            {
                const uint _e208 = key_at(_e8, _e190, (24u + sy));
                k_after[3] = _e208;
            }
            uint _e209 = t_3;
            const Tile _e213 = tile_at(_e209, _e8.tiles.z, _e8.seen);
            hold_tile(_e213);
            if ((_e213.first >= _e213.end)) {
                {
                    uint _e219 = k_after[0];
                    k_at[0] = _e219;
                    uint _e222 = k_at[0];
                    const float4 _e225 = load_k4_(_e222, (sx * 4u));
                    k_next[0] = _e225;
                }
                {
                    uint _e228 = k_after[1];
                    k_at[1] = _e228;
                    uint _e231 = k_at[1];
                    const float4 _e234 = load_k4_(_e231, (sx * 4u));
                    k_next[1] = _e234;
                }
                {
                    uint _e237 = k_after[2];
                    k_at[2] = _e237;
                    uint _e240 = k_at[2];
                    const float4 _e243 = load_k4_(_e240, (sx * 4u));
                    k_next[2] = _e243;
                }
                {
                    uint _e246 = k_after[3];
                    k_at[3] = _e246;
                    uint _e249 = k_at[3];
                    const float4 _e252 = load_k4_(_e249, (sx * 4u));
                    k_next[3] = _e252;
                }
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
                    uint _e1097 = c;
                    c = (_e1097 + 1u);
                }
                loop_init_3 = false;
                uint _e263 = c;
                if ((_e263 < QK_CHUNKS)) {
                } else {
                    break;
                }
                {
                    {
                        float4 _e274 = q_next[0];
                        const float4 _e275 = scale_q(_e274);
                        q_tile[min(uint((((0u + sy) * STRIDE) + sx)), 143u)] = _e275;
                    }
                    {
                        float4 _e284 = q_next[1];
                        const float4 _e285 = scale_q(_e284);
                        q_tile[min(uint((((8u + sy) * STRIDE) + sx)), 143u)] = _e285;
                    }
                    {
                        uint slot_4 = (0u + sy);
                        if (false) {
                            local_19 = (slot_4 < BLOCK_K);
                        } else {
                            local_19 = true;
                        }
                        bool _e294 = local_19;
                        if (_e294) {
                            float4 _e308 = k_next[0];
                            kv_tile[min(uint(((((naga_mod(slot_4, 4u) * 8u) + naga_div(slot_4, 4u)) * STRIDE) + sx)), 287u)] = _e308;
                        }
                    }
                    {
                        uint slot_5 = (8u + sy);
                        if (false) {
                            local_20 = (slot_5 < BLOCK_K);
                        } else {
                            local_20 = true;
                        }
                        bool _e317 = local_20;
                        if (_e317) {
                            float4 _e331 = k_next[1];
                            kv_tile[min(uint(((((naga_mod(slot_5, 4u) * 8u) + naga_div(slot_5, 4u)) * STRIDE) + sx)), 287u)] = _e331;
                        }
                    }
                    {
                        uint slot_6 = (16u + sy);
                        if (false) {
                            local_21 = (slot_6 < BLOCK_K);
                        } else {
                            local_21 = true;
                        }
                        bool _e340 = local_21;
                        if (_e340) {
                            float4 _e354 = k_next[2];
                            kv_tile[min(uint(((((naga_mod(slot_6, 4u) * 8u) + naga_div(slot_6, 4u)) * STRIDE) + sx)), 287u)] = _e354;
                        }
                    }
                    {
                        uint slot_7 = (24u + sy);
                        if (false) {
                            local_22 = (slot_7 < BLOCK_K);
                        } else {
                            local_22 = true;
                        }
                        bool _e363 = local_22;
                        if (_e363) {
                            float4 _e377 = k_next[3];
                            kv_tile[min(uint(((((naga_mod(slot_7, 4u) * 8u) + naga_div(slot_7, 4u)) * STRIDE) + sx)), 287u)] = _e377;
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                    uint _e378 = c;
                    uint column = (((naga_mod((_e378 + 1u), QK_CHUNKS) * TX) + sx) * 4u);
                    {
                        uint _e390 = q_at[0];
                        const float4 _e391 = load_q4_(_e390, column);
                        q_next[0] = _e391;
                    }
                    {
                        uint _e394 = q_at[1];
                        const float4 _e395 = load_q4_(_e394, column);
                        q_next[1] = _e395;
                    }
                    {
                        uint _e398 = k_at[0];
                        uint _e400 = k_after[0];
                        uint _e401 = c;
                        k_at[0] = (((_e401 + 1u) == QK_CHUNKS) ? _e400 : _e398);
                        uint _e409 = k_at[0];
                        const float4 _e410 = load_k4_(_e409, column);
                        k_next[0] = _e410;
                    }
                    {
                        uint _e413 = k_at[1];
                        uint _e415 = k_after[1];
                        uint _e416 = c;
                        k_at[1] = (((_e416 + 1u) == QK_CHUNKS) ? _e415 : _e413);
                        uint _e424 = k_at[1];
                        const float4 _e425 = load_k4_(_e424, column);
                        k_next[1] = _e425;
                    }
                    {
                        uint _e428 = k_at[2];
                        uint _e430 = k_after[2];
                        uint _e431 = c;
                        k_at[2] = (((_e431 + 1u) == QK_CHUNKS) ? _e430 : _e428);
                        uint _e439 = k_at[2];
                        const float4 _e440 = load_k4_(_e439, column);
                        k_next[2] = _e440;
                    }
                    {
                        uint _e443 = k_at[3];
                        uint _e445 = k_after[3];
                        uint _e446 = c;
                        k_at[3] = (((_e446 + 1u) == QK_CHUNKS) ? _e445 : _e443);
                        uint _e454 = k_at[3];
                        const float4 _e455 = load_k4_(_e454, column);
                        k_next[3] = _e455;
                    }
                    {
                        uint _e457 = c;
                        uint at_2 = (((_e457 * TX) + 0u) * 4u);
                        {
                            uint k_at_1 = (((0u + tx_1) * STRIDE) + 0u);
                            float4 k0_ = kv_tile[min(uint(k_at_1), 287u)];
                            float4 k1_ = kv_tile[min(uint((k_at_1 + 72u)), 287u)];
                            float4 k2_ = kv_tile[min(uint((k_at_1 + 144u)), 287u)];
                            float4 k3_ = kv_tile[min(uint((k_at_1 + 216u)), 287u)];
                            {
                                float4 x_15 = q_tile[min(uint((((0u + ty) * STRIDE) + 0u)), 143u)];
                                const uint _e498 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                float4 y = s_10[0];
                                const float _e503 = pair_onto(y.x, x_15, k0_, _e498, at_2);
                                const float _e505 = pair_onto(y.y, x_15, k1_, _e498, at_2);
                                const float _e507 = pair_onto(y.z, x_15, k2_, _e498, at_2);
                                const float _e509 = pair_onto(y.w, x_15, k3_, _e498, at_2);
                                s_10[0] = float4(_e503, _e505, _e507, _e509);
                            }
                            {
                                float4 x_16 = q_tile[min(uint((((8u + ty) * STRIDE) + 0u)), 143u)];
                                const uint _e523 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                float4 y_1 = s_10[1];
                                const float _e528 = pair_onto(y_1.x, x_16, k0_, _e523, at_2);
                                const float _e530 = pair_onto(y_1.y, x_16, k1_, _e523, at_2);
                                const float _e532 = pair_onto(y_1.z, x_16, k2_, _e523, at_2);
                                const float _e534 = pair_onto(y_1.w, x_16, k3_, _e523, at_2);
                                s_10[1] = float4(_e528, _e530, _e532, _e534);
                            }
                        }
                    }
                    {
                        uint _e537 = c;
                        uint at_3 = (((_e537 * TX) + 1u) * 4u);
                        {
                            uint k_at_2 = (((0u + tx_1) * STRIDE) + 1u);
                            float4 k0_1 = kv_tile[min(uint(k_at_2), 287u)];
                            float4 k1_1 = kv_tile[min(uint((k_at_2 + 72u)), 287u)];
                            float4 k2_1 = kv_tile[min(uint((k_at_2 + 144u)), 287u)];
                            float4 k3_1 = kv_tile[min(uint((k_at_2 + 216u)), 287u)];
                            {
                                float4 x_17 = q_tile[min(uint((((0u + ty) * STRIDE) + 1u)), 143u)];
                                const uint _e578 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                float4 y_2 = s_10[0];
                                const float _e583 = pair_onto(y_2.x, x_17, k0_1, _e578, at_3);
                                const float _e585 = pair_onto(y_2.y, x_17, k1_1, _e578, at_3);
                                const float _e587 = pair_onto(y_2.z, x_17, k2_1, _e578, at_3);
                                const float _e589 = pair_onto(y_2.w, x_17, k3_1, _e578, at_3);
                                s_10[0] = float4(_e583, _e585, _e587, _e589);
                            }
                            {
                                float4 x_18 = q_tile[min(uint((((8u + ty) * STRIDE) + 1u)), 143u)];
                                const uint _e603 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                float4 y_3 = s_10[1];
                                const float _e608 = pair_onto(y_3.x, x_18, k0_1, _e603, at_3);
                                const float _e610 = pair_onto(y_3.y, x_18, k1_1, _e603, at_3);
                                const float _e612 = pair_onto(y_3.z, x_18, k2_1, _e603, at_3);
                                const float _e614 = pair_onto(y_3.w, x_18, k3_1, _e603, at_3);
                                s_10[1] = float4(_e608, _e610, _e612, _e614);
                            }
                        }
                    }
                    {
                        uint _e617 = c;
                        uint at_4 = (((_e617 * TX) + 2u) * 4u);
                        {
                            uint k_at_3 = (((0u + tx_1) * STRIDE) + 2u);
                            float4 k0_2 = kv_tile[min(uint(k_at_3), 287u)];
                            float4 k1_2 = kv_tile[min(uint((k_at_3 + 72u)), 287u)];
                            float4 k2_2 = kv_tile[min(uint((k_at_3 + 144u)), 287u)];
                            float4 k3_2 = kv_tile[min(uint((k_at_3 + 216u)), 287u)];
                            {
                                float4 x_19 = q_tile[min(uint((((0u + ty) * STRIDE) + 2u)), 143u)];
                                const uint _e658 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                float4 y_4 = s_10[0];
                                const float _e663 = pair_onto(y_4.x, x_19, k0_2, _e658, at_4);
                                const float _e665 = pair_onto(y_4.y, x_19, k1_2, _e658, at_4);
                                const float _e667 = pair_onto(y_4.z, x_19, k2_2, _e658, at_4);
                                const float _e669 = pair_onto(y_4.w, x_19, k3_2, _e658, at_4);
                                s_10[0] = float4(_e663, _e665, _e667, _e669);
                            }
                            {
                                float4 x_20 = q_tile[min(uint((((8u + ty) * STRIDE) + 2u)), 143u)];
                                const uint _e683 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                float4 y_5 = s_10[1];
                                const float _e688 = pair_onto(y_5.x, x_20, k0_2, _e683, at_4);
                                const float _e690 = pair_onto(y_5.y, x_20, k1_2, _e683, at_4);
                                const float _e692 = pair_onto(y_5.z, x_20, k2_2, _e683, at_4);
                                const float _e694 = pair_onto(y_5.w, x_20, k3_2, _e683, at_4);
                                s_10[1] = float4(_e688, _e690, _e692, _e694);
                            }
                        }
                    }
                    {
                        uint _e697 = c;
                        uint at_5 = (((_e697 * TX) + 3u) * 4u);
                        {
                            uint k_at_4 = (((0u + tx_1) * STRIDE) + 3u);
                            float4 k0_3 = kv_tile[min(uint(k_at_4), 287u)];
                            float4 k1_3 = kv_tile[min(uint((k_at_4 + 72u)), 287u)];
                            float4 k2_3 = kv_tile[min(uint((k_at_4 + 144u)), 287u)];
                            float4 k3_3 = kv_tile[min(uint((k_at_4 + 216u)), 287u)];
                            {
                                float4 x_21 = q_tile[min(uint((((0u + ty) * STRIDE) + 3u)), 143u)];
                                const uint _e738 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                float4 y_6 = s_10[0];
                                const float _e743 = pair_onto(y_6.x, x_21, k0_3, _e738, at_5);
                                const float _e745 = pair_onto(y_6.y, x_21, k1_3, _e738, at_5);
                                const float _e747 = pair_onto(y_6.z, x_21, k2_3, _e738, at_5);
                                const float _e749 = pair_onto(y_6.w, x_21, k3_3, _e738, at_5);
                                s_10[0] = float4(_e743, _e745, _e747, _e749);
                            }
                            {
                                float4 x_22 = q_tile[min(uint((((8u + ty) * STRIDE) + 3u)), 143u)];
                                const uint _e763 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                float4 y_7 = s_10[1];
                                const float _e768 = pair_onto(y_7.x, x_22, k0_3, _e763, at_5);
                                const float _e770 = pair_onto(y_7.y, x_22, k1_3, _e763, at_5);
                                const float _e772 = pair_onto(y_7.z, x_22, k2_3, _e763, at_5);
                                const float _e774 = pair_onto(y_7.w, x_22, k3_3, _e763, at_5);
                                s_10[1] = float4(_e768, _e770, _e772, _e774);
                            }
                        }
                    }
                    {
                        uint _e777 = c;
                        uint at_6 = (((_e777 * TX) + 4u) * 4u);
                        {
                            uint k_at_5 = (((0u + tx_1) * STRIDE) + 4u);
                            float4 k0_4 = kv_tile[min(uint(k_at_5), 287u)];
                            float4 k1_4 = kv_tile[min(uint((k_at_5 + 72u)), 287u)];
                            float4 k2_4 = kv_tile[min(uint((k_at_5 + 144u)), 287u)];
                            float4 k3_4 = kv_tile[min(uint((k_at_5 + 216u)), 287u)];
                            {
                                float4 x_23 = q_tile[min(uint((((0u + ty) * STRIDE) + 4u)), 143u)];
                                const uint _e818 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                float4 y_8 = s_10[0];
                                const float _e823 = pair_onto(y_8.x, x_23, k0_4, _e818, at_6);
                                const float _e825 = pair_onto(y_8.y, x_23, k1_4, _e818, at_6);
                                const float _e827 = pair_onto(y_8.z, x_23, k2_4, _e818, at_6);
                                const float _e829 = pair_onto(y_8.w, x_23, k3_4, _e818, at_6);
                                s_10[0] = float4(_e823, _e825, _e827, _e829);
                            }
                            {
                                float4 x_24 = q_tile[min(uint((((8u + ty) * STRIDE) + 4u)), 143u)];
                                const uint _e843 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                float4 y_9 = s_10[1];
                                const float _e848 = pair_onto(y_9.x, x_24, k0_4, _e843, at_6);
                                const float _e850 = pair_onto(y_9.y, x_24, k1_4, _e843, at_6);
                                const float _e852 = pair_onto(y_9.z, x_24, k2_4, _e843, at_6);
                                const float _e854 = pair_onto(y_9.w, x_24, k3_4, _e843, at_6);
                                s_10[1] = float4(_e848, _e850, _e852, _e854);
                            }
                        }
                    }
                    {
                        uint _e857 = c;
                        uint at_7 = (((_e857 * TX) + 5u) * 4u);
                        {
                            uint k_at_6 = (((0u + tx_1) * STRIDE) + 5u);
                            float4 k0_5 = kv_tile[min(uint(k_at_6), 287u)];
                            float4 k1_5 = kv_tile[min(uint((k_at_6 + 72u)), 287u)];
                            float4 k2_5 = kv_tile[min(uint((k_at_6 + 144u)), 287u)];
                            float4 k3_5 = kv_tile[min(uint((k_at_6 + 216u)), 287u)];
                            {
                                float4 x_25 = q_tile[min(uint((((0u + ty) * STRIDE) + 5u)), 143u)];
                                const uint _e898 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                float4 y_10 = s_10[0];
                                const float _e903 = pair_onto(y_10.x, x_25, k0_5, _e898, at_7);
                                const float _e905 = pair_onto(y_10.y, x_25, k1_5, _e898, at_7);
                                const float _e907 = pair_onto(y_10.z, x_25, k2_5, _e898, at_7);
                                const float _e909 = pair_onto(y_10.w, x_25, k3_5, _e898, at_7);
                                s_10[0] = float4(_e903, _e905, _e907, _e909);
                            }
                            {
                                float4 x_26 = q_tile[min(uint((((8u + ty) * STRIDE) + 5u)), 143u)];
                                const uint _e923 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                float4 y_11 = s_10[1];
                                const float _e928 = pair_onto(y_11.x, x_26, k0_5, _e923, at_7);
                                const float _e930 = pair_onto(y_11.y, x_26, k1_5, _e923, at_7);
                                const float _e932 = pair_onto(y_11.z, x_26, k2_5, _e923, at_7);
                                const float _e934 = pair_onto(y_11.w, x_26, k3_5, _e923, at_7);
                                s_10[1] = float4(_e928, _e930, _e932, _e934);
                            }
                        }
                    }
                    {
                        uint _e937 = c;
                        uint at_8 = (((_e937 * TX) + 6u) * 4u);
                        {
                            uint k_at_7 = (((0u + tx_1) * STRIDE) + 6u);
                            float4 k0_6 = kv_tile[min(uint(k_at_7), 287u)];
                            float4 k1_6 = kv_tile[min(uint((k_at_7 + 72u)), 287u)];
                            float4 k2_6 = kv_tile[min(uint((k_at_7 + 144u)), 287u)];
                            float4 k3_6 = kv_tile[min(uint((k_at_7 + 216u)), 287u)];
                            {
                                float4 x_27 = q_tile[min(uint((((0u + ty) * STRIDE) + 6u)), 143u)];
                                const uint _e978 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                float4 y_12 = s_10[0];
                                const float _e983 = pair_onto(y_12.x, x_27, k0_6, _e978, at_8);
                                const float _e985 = pair_onto(y_12.y, x_27, k1_6, _e978, at_8);
                                const float _e987 = pair_onto(y_12.z, x_27, k2_6, _e978, at_8);
                                const float _e989 = pair_onto(y_12.w, x_27, k3_6, _e978, at_8);
                                s_10[0] = float4(_e983, _e985, _e987, _e989);
                            }
                            {
                                float4 x_28 = q_tile[min(uint((((8u + ty) * STRIDE) + 6u)), 143u)];
                                const uint _e1003 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                float4 y_13 = s_10[1];
                                const float _e1008 = pair_onto(y_13.x, x_28, k0_6, _e1003, at_8);
                                const float _e1010 = pair_onto(y_13.y, x_28, k1_6, _e1003, at_8);
                                const float _e1012 = pair_onto(y_13.z, x_28, k2_6, _e1003, at_8);
                                const float _e1014 = pair_onto(y_13.w, x_28, k3_6, _e1003, at_8);
                                s_10[1] = float4(_e1008, _e1010, _e1012, _e1014);
                            }
                        }
                    }
                    {
                        uint _e1017 = c;
                        uint at_9 = (((_e1017 * TX) + 7u) * 4u);
                        {
                            uint k_at_8 = (((0u + tx_1) * STRIDE) + 7u);
                            float4 k0_7 = kv_tile[min(uint(k_at_8), 287u)];
                            float4 k1_7 = kv_tile[min(uint((k_at_8 + 72u)), 287u)];
                            float4 k2_7 = kv_tile[min(uint((k_at_8 + 144u)), 287u)];
                            float4 k3_7 = kv_tile[min(uint((k_at_8 + 216u)), 287u)];
                            {
                                float4 x_29 = q_tile[min(uint((((0u + ty) * STRIDE) + 7u)), 143u)];
                                const uint _e1058 = head_of(_e8, ((_e8.first_row + 0u) + ty));
                                float4 y_14 = s_10[0];
                                const float _e1063 = pair_onto(y_14.x, x_29, k0_7, _e1058, at_9);
                                const float _e1065 = pair_onto(y_14.y, x_29, k1_7, _e1058, at_9);
                                const float _e1067 = pair_onto(y_14.z, x_29, k2_7, _e1058, at_9);
                                const float _e1069 = pair_onto(y_14.w, x_29, k3_7, _e1058, at_9);
                                s_10[0] = float4(_e1063, _e1065, _e1067, _e1069);
                            }
                            {
                                float4 x_30 = q_tile[min(uint((((8u + ty) * STRIDE) + 7u)), 143u)];
                                const uint _e1083 = head_of(_e8, ((_e8.first_row + 8u) + ty));
                                float4 y_15 = s_10[1];
                                const float _e1088 = pair_onto(y_15.x, x_30, k0_7, _e1083, at_9);
                                const float _e1090 = pair_onto(y_15.y, x_30, k1_7, _e1083, at_9);
                                const float _e1092 = pair_onto(y_15.z, x_30, k2_7, _e1083, at_9);
                                const float _e1094 = pair_onto(y_15.w, x_30, k3_7, _e1083, at_9);
                                s_10[1] = float4(_e1088, _e1090, _e1092, _e1094);
                            }
                        }
                    }
                    GroupMemoryBarrierWithGroupSync();
                }
            }
            const float4 _e1101[4] = load_part(_e8, _e213, 0u, 0u, tid_2);
            v_next = _e1101;
            if (true) {
                const bool _e1106 = sees_whole(_e8, _e213);
                local_23 = !(_e1106);
            } else {
                local_23 = true;
            }
            bool edits = local_23;
            {
                {
                    float4 _e1113 = s_10[0u];
                    const float4 _e1114 = scale_pairs(_e1113);
                    s_10[0u] = _e1114;
                    if (edits) {
                        uint row_9 = ((_e8.first_row + 0u) + ty);
                        const uint _e1119 = head_of(_e8, row_9);
                        uint _e1122 = params.pack;
                        uint query_2 = naga_div(row_9, _e1122);
                        float4 _e1126 = s_10[0u];
                        const uint2 _e1133 = keys_of(_e8, row_9);
                        const uint2 _e1135 = seen_keys(_e1133, _e213.end, b_14, _e1119, query_2);
                        const float4 _e1136 = edit_four(_e1126, b_14, _e1119, query_2, (_e213.first + ((0u + tx_1) * 4u)), _e1135);
                        s_10[0u] = _e1136;
                    }
                    float4 _e1139 = s_10[0u];
                    const float _e1140 = size_of(_e1139);
                    float _e1142 = part_2[0];
                    float4 _e1144 = s_10[0u];
                    const float _e1145 = size_of(_e1144);
                    part_2[0] = (false ? max(_e1142, _e1145) : _e1140);
                }
                float _e1151 = part_2[0];
                const float _e1152 = lanes_max(_e1151);
                part_2[0] = _e1152;
                float _e1156 = part_2[0];
                put_part((0u + ty), tx_1, _e1156);
            }
            {
                {
                    float4 _e1160 = s_10[1u];
                    const float4 _e1161 = scale_pairs(_e1160);
                    s_10[1u] = _e1161;
                    if (edits) {
                        uint row_10 = ((_e8.first_row + 8u) + ty);
                        const uint _e1166 = head_of(_e8, row_10);
                        uint _e1169 = params.pack;
                        uint query_3 = naga_div(row_10, _e1169);
                        float4 _e1173 = s_10[1u];
                        const uint2 _e1180 = keys_of(_e8, row_10);
                        const uint2 _e1182 = seen_keys(_e1180, _e213.end, b_14, _e1166, query_3);
                        const float4 _e1183 = edit_four(_e1173, b_14, _e1166, query_3, (_e213.first + ((0u + tx_1) * 4u)), _e1182);
                        s_10[1u] = _e1183;
                    }
                    float4 _e1186 = s_10[1u];
                    const float _e1187 = size_of(_e1186);
                    float _e1189 = part_2[1];
                    float4 _e1191 = s_10[1u];
                    const float _e1192 = size_of(_e1191);
                    part_2[1] = (false ? max(_e1189, _e1192) : _e1187);
                }
                float _e1198 = part_2[1];
                const float _e1199 = lanes_max(_e1198);
                part_2[1] = _e1199;
                float _e1203 = part_2[1];
                put_part((8u + ty), tx_1, _e1203);
            }
            GroupMemoryBarrierWithGroupSync();
            {
                float _e1205 = m_2[0];
                float _e1209 = part_2[0];
                const float _e1210 = row_max((0u + ty), _e1209);
                const float _e1211 = next_max(_e1205, _e1210);
                float _e1213 = m_2[0];
                float shrink_1 = exp((_e1213 - _e1211));
                m_2[0] = _e1211;
                float _e1218 = l_1[0];
                l_1[0] = (_e1218 * shrink_1);
                {
                    float4 _e1221 = acc[0];
                    acc[0] = (_e1221 * shrink_1);
                }
                {
                    float4 _e1224 = acc[2];
                    acc[2] = (_e1224 * shrink_1);
                }
            }
            {
                float _e1227 = m_2[1];
                float _e1231 = part_2[1];
                const float _e1232 = row_max((8u + ty), _e1231);
                const float _e1233 = next_max(_e1227, _e1232);
                float _e1235 = m_2[1];
                float shrink_2 = exp((_e1235 - _e1233));
                m_2[1] = _e1233;
                float _e1240 = l_1[1];
                l_1[1] = (_e1240 * shrink_2);
                {
                    float4 _e1243 = acc[1];
                    acc[1] = (_e1243 * shrink_2);
                }
                {
                    float4 _e1246 = acc[3];
                    acc[3] = (_e1246 * shrink_2);
                }
            }
            {
                {
                    uint row_11 = ((_e8.first_row + 0u) + ty);
                    float4 _e1253 = s_10[0];
                    float _e1255 = m_2[0];
                    const uint _e1256 = head_of(_e8, row_11);
                    uint _e1259 = params.pack;
                    const float4 _e1267 = weights(_e1253, _e1255, b_14, _e1256, naga_div(row_11, _e1259), (_e213.first + ((0u + tx_1) * 4u)));
                    q_tile[min(uint((((0u + ty) * STRIDE) + tx_1)), 143u)] = _e1267;
                    float _e1276 = l_1[0];
                    float4 _e1278 = s_10[0];
                    const float _e1279 = mass(_e1278, _e1267);
                    l_1[0] = (_e1276 + _e1279);
                }
                {
                    uint row_12 = ((_e8.first_row + 8u) + ty);
                    float4 _e1286 = s_10[1];
                    float _e1288 = m_2[1];
                    const uint _e1289 = head_of(_e8, row_12);
                    uint _e1292 = params.pack;
                    const float4 _e1300 = weights(_e1286, _e1288, b_14, _e1289, naga_div(row_12, _e1292), (_e213.first + ((0u + tx_1) * 4u)));
                    q_tile[min(uint((((8u + ty) * STRIDE) + tx_1)), 143u)] = _e1300;
                    float _e1309 = l_1[1];
                    float4 _e1311 = s_10[1];
                    const float _e1312 = mass(_e1311, _e1300);
                    l_1[1] = (_e1309 + _e1312);
                }
                {
                    if (false) {
                        local_24 = false;
                    } else {
                        local_24 = false;
                    }
                    bool _e1320 = local_24;
                    if (_e1320) {
                        const float4 _e1322[4] = load_part(_e8, _e213, 0u, 0u, tid_2);
                        v_next = _e1322;
                    }
                    h_7 = 0u;
                    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
                    bool loop_init_4 = true;
                    while(true) {
                        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
                        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                        if (!loop_init_4) {
                            uint _e1936 = h_7;
                            h_7 = (_e1936 + PART);
                        }
                        loop_init_4 = false;
                        uint _e1325 = h_7;
                        if ((_e1325 < FOUR)) {
                        } else {
                            break;
                        }
                        {
                            float4 _e1328[4] = v_next;
                            stage_part(_e1328, tid_2);
                            GroupMemoryBarrierWithGroupSync();
                            uint _e1330 = h_7;
                            const float4 _e1334[4] = load_part(_e8, _e213, ((0u + _e1330) + PART), 0u, tid_2);
                            v_next = _e1334;
                            {
                                p_1 = ZeroValuearray2_float4_();
                                {
                                    uint _e1344 = h_7;
                                    float4 _e1350 = q_tile[min(uint(((((0u + ty) * STRIDE) + naga_div(_e1344, 4u)) + 0u)), 143u)];
                                    p_1[0] = _e1350;
                                }
                                {
                                    uint _e1357 = h_7;
                                    float4 _e1363 = q_tile[min(uint(((((8u + ty) * STRIDE) + naga_div(_e1357, 4u)) + 0u)), 143u)];
                                    p_1[1] = _e1363;
                                }
                                {
                                    uint v_at = (0u + tx_1);
                                    float4 v0_ = kv_tile[min(uint(v_at), 287u)];
                                    float4 v1_ = kv_tile[min(uint((v_at + V_ROW)), 287u)];
                                    float4 v2_ = kv_tile[min(uint((v_at + 32u)), 287u)];
                                    float4 v3_ = kv_tile[min(uint((v_at + 48u)), 287u)];
                                    {
                                        float4 _e1387 = p_1[0];
                                        float4 _e1390 = p_1[0];
                                        float4 _e1393 = p_1[0];
                                        float4 _e1396 = p_1[0];
                                        float4 _e1399 = acc[0u];
                                        acc[0u] = mad(_e1387.wwww, v3_, mad(_e1390.zzzz, v2_, mad(_e1393.yyyy, v1_, mad(_e1396.xxxx, v0_, _e1399))));
                                    }
                                    {
                                        float4 _e1407 = p_1[1];
                                        float4 _e1410 = p_1[1];
                                        float4 _e1413 = p_1[1];
                                        float4 _e1416 = p_1[1];
                                        float4 _e1419 = acc[1u];
                                        acc[1u] = mad(_e1407.wwww, v3_, mad(_e1410.zzzz, v2_, mad(_e1413.yyyy, v1_, mad(_e1416.xxxx, v0_, _e1419))));
                                    }
                                }
                                {
                                    uint v_at_1 = (8u + tx_1);
                                    float4 v0_1 = kv_tile[min(uint(v_at_1), 287u)];
                                    float4 v1_1 = kv_tile[min(uint((v_at_1 + V_ROW)), 287u)];
                                    float4 v2_1 = kv_tile[min(uint((v_at_1 + 32u)), 287u)];
                                    float4 v3_1 = kv_tile[min(uint((v_at_1 + 48u)), 287u)];
                                    {
                                        float4 _e1447 = p_1[0];
                                        float4 _e1450 = p_1[0];
                                        float4 _e1453 = p_1[0];
                                        float4 _e1456 = p_1[0];
                                        float4 _e1459 = acc[2u];
                                        acc[2u] = mad(_e1447.wwww, v3_1, mad(_e1450.zzzz, v2_1, mad(_e1453.yyyy, v1_1, mad(_e1456.xxxx, v0_1, _e1459))));
                                    }
                                    {
                                        float4 _e1467 = p_1[1];
                                        float4 _e1470 = p_1[1];
                                        float4 _e1473 = p_1[1];
                                        float4 _e1476 = p_1[1];
                                        float4 _e1479 = acc[3u];
                                        acc[3u] = mad(_e1467.wwww, v3_1, mad(_e1470.zzzz, v2_1, mad(_e1473.yyyy, v1_1, mad(_e1476.xxxx, v0_1, _e1479))));
                                    }
                                }
                            }
                            {
                                p_2 = ZeroValuearray2_float4_();
                                {
                                    uint _e1493 = h_7;
                                    float4 _e1499 = q_tile[min(uint(((((0u + ty) * STRIDE) + naga_div(_e1493, 4u)) + 1u)), 143u)];
                                    p_2[0] = _e1499;
                                }
                                {
                                    uint _e1506 = h_7;
                                    float4 _e1512 = q_tile[min(uint(((((8u + ty) * STRIDE) + naga_div(_e1506, 4u)) + 1u)), 143u)];
                                    p_2[1] = _e1512;
                                }
                                {
                                    uint v_at_2 = (64u + tx_1);
                                    float4 v0_2 = kv_tile[min(uint(v_at_2), 287u)];
                                    float4 v1_2 = kv_tile[min(uint((v_at_2 + V_ROW)), 287u)];
                                    float4 v2_2 = kv_tile[min(uint((v_at_2 + 32u)), 287u)];
                                    float4 v3_2 = kv_tile[min(uint((v_at_2 + 48u)), 287u)];
                                    {
                                        float4 _e1536 = p_2[0];
                                        float4 _e1539 = p_2[0];
                                        float4 _e1542 = p_2[0];
                                        float4 _e1545 = p_2[0];
                                        float4 _e1548 = acc[0u];
                                        acc[0u] = mad(_e1536.wwww, v3_2, mad(_e1539.zzzz, v2_2, mad(_e1542.yyyy, v1_2, mad(_e1545.xxxx, v0_2, _e1548))));
                                    }
                                    {
                                        float4 _e1556 = p_2[1];
                                        float4 _e1559 = p_2[1];
                                        float4 _e1562 = p_2[1];
                                        float4 _e1565 = p_2[1];
                                        float4 _e1568 = acc[1u];
                                        acc[1u] = mad(_e1556.wwww, v3_2, mad(_e1559.zzzz, v2_2, mad(_e1562.yyyy, v1_2, mad(_e1565.xxxx, v0_2, _e1568))));
                                    }
                                }
                                {
                                    uint v_at_3 = (72u + tx_1);
                                    float4 v0_3 = kv_tile[min(uint(v_at_3), 287u)];
                                    float4 v1_3 = kv_tile[min(uint((v_at_3 + V_ROW)), 287u)];
                                    float4 v2_3 = kv_tile[min(uint((v_at_3 + 32u)), 287u)];
                                    float4 v3_3 = kv_tile[min(uint((v_at_3 + 48u)), 287u)];
                                    {
                                        float4 _e1596 = p_2[0];
                                        float4 _e1599 = p_2[0];
                                        float4 _e1602 = p_2[0];
                                        float4 _e1605 = p_2[0];
                                        float4 _e1608 = acc[2u];
                                        acc[2u] = mad(_e1596.wwww, v3_3, mad(_e1599.zzzz, v2_3, mad(_e1602.yyyy, v1_3, mad(_e1605.xxxx, v0_3, _e1608))));
                                    }
                                    {
                                        float4 _e1616 = p_2[1];
                                        float4 _e1619 = p_2[1];
                                        float4 _e1622 = p_2[1];
                                        float4 _e1625 = p_2[1];
                                        float4 _e1628 = acc[3u];
                                        acc[3u] = mad(_e1616.wwww, v3_3, mad(_e1619.zzzz, v2_3, mad(_e1622.yyyy, v1_3, mad(_e1625.xxxx, v0_3, _e1628))));
                                    }
                                }
                            }
                            {
                                p_3 = ZeroValuearray2_float4_();
                                {
                                    uint _e1642 = h_7;
                                    float4 _e1648 = q_tile[min(uint(((((0u + ty) * STRIDE) + naga_div(_e1642, 4u)) + 2u)), 143u)];
                                    p_3[0] = _e1648;
                                }
                                {
                                    uint _e1655 = h_7;
                                    float4 _e1661 = q_tile[min(uint(((((8u + ty) * STRIDE) + naga_div(_e1655, 4u)) + 2u)), 143u)];
                                    p_3[1] = _e1661;
                                }
                                {
                                    uint v_at_4 = (128u + tx_1);
                                    float4 v0_4 = kv_tile[min(uint(v_at_4), 287u)];
                                    float4 v1_4 = kv_tile[min(uint((v_at_4 + V_ROW)), 287u)];
                                    float4 v2_4 = kv_tile[min(uint((v_at_4 + 32u)), 287u)];
                                    float4 v3_4 = kv_tile[min(uint((v_at_4 + 48u)), 287u)];
                                    {
                                        float4 _e1685 = p_3[0];
                                        float4 _e1688 = p_3[0];
                                        float4 _e1691 = p_3[0];
                                        float4 _e1694 = p_3[0];
                                        float4 _e1697 = acc[0u];
                                        acc[0u] = mad(_e1685.wwww, v3_4, mad(_e1688.zzzz, v2_4, mad(_e1691.yyyy, v1_4, mad(_e1694.xxxx, v0_4, _e1697))));
                                    }
                                    {
                                        float4 _e1705 = p_3[1];
                                        float4 _e1708 = p_3[1];
                                        float4 _e1711 = p_3[1];
                                        float4 _e1714 = p_3[1];
                                        float4 _e1717 = acc[1u];
                                        acc[1u] = mad(_e1705.wwww, v3_4, mad(_e1708.zzzz, v2_4, mad(_e1711.yyyy, v1_4, mad(_e1714.xxxx, v0_4, _e1717))));
                                    }
                                }
                                {
                                    uint v_at_5 = (136u + tx_1);
                                    float4 v0_5 = kv_tile[min(uint(v_at_5), 287u)];
                                    float4 v1_5 = kv_tile[min(uint((v_at_5 + V_ROW)), 287u)];
                                    float4 v2_5 = kv_tile[min(uint((v_at_5 + 32u)), 287u)];
                                    float4 v3_5 = kv_tile[min(uint((v_at_5 + 48u)), 287u)];
                                    {
                                        float4 _e1745 = p_3[0];
                                        float4 _e1748 = p_3[0];
                                        float4 _e1751 = p_3[0];
                                        float4 _e1754 = p_3[0];
                                        float4 _e1757 = acc[2u];
                                        acc[2u] = mad(_e1745.wwww, v3_5, mad(_e1748.zzzz, v2_5, mad(_e1751.yyyy, v1_5, mad(_e1754.xxxx, v0_5, _e1757))));
                                    }
                                    {
                                        float4 _e1765 = p_3[1];
                                        float4 _e1768 = p_3[1];
                                        float4 _e1771 = p_3[1];
                                        float4 _e1774 = p_3[1];
                                        float4 _e1777 = acc[3u];
                                        acc[3u] = mad(_e1765.wwww, v3_5, mad(_e1768.zzzz, v2_5, mad(_e1771.yyyy, v1_5, mad(_e1774.xxxx, v0_5, _e1777))));
                                    }
                                }
                            }
                            {
                                p_4 = ZeroValuearray2_float4_();
                                {
                                    uint _e1791 = h_7;
                                    float4 _e1797 = q_tile[min(uint(((((0u + ty) * STRIDE) + naga_div(_e1791, 4u)) + 3u)), 143u)];
                                    p_4[0] = _e1797;
                                }
                                {
                                    uint _e1804 = h_7;
                                    float4 _e1810 = q_tile[min(uint(((((8u + ty) * STRIDE) + naga_div(_e1804, 4u)) + 3u)), 143u)];
                                    p_4[1] = _e1810;
                                }
                                {
                                    uint v_at_6 = (192u + tx_1);
                                    float4 v0_6 = kv_tile[min(uint(v_at_6), 287u)];
                                    float4 v1_6 = kv_tile[min(uint((v_at_6 + V_ROW)), 287u)];
                                    float4 v2_6 = kv_tile[min(uint((v_at_6 + 32u)), 287u)];
                                    float4 v3_6 = kv_tile[min(uint((v_at_6 + 48u)), 287u)];
                                    {
                                        float4 _e1834 = p_4[0];
                                        float4 _e1837 = p_4[0];
                                        float4 _e1840 = p_4[0];
                                        float4 _e1843 = p_4[0];
                                        float4 _e1846 = acc[0u];
                                        acc[0u] = mad(_e1834.wwww, v3_6, mad(_e1837.zzzz, v2_6, mad(_e1840.yyyy, v1_6, mad(_e1843.xxxx, v0_6, _e1846))));
                                    }
                                    {
                                        float4 _e1854 = p_4[1];
                                        float4 _e1857 = p_4[1];
                                        float4 _e1860 = p_4[1];
                                        float4 _e1863 = p_4[1];
                                        float4 _e1866 = acc[1u];
                                        acc[1u] = mad(_e1854.wwww, v3_6, mad(_e1857.zzzz, v2_6, mad(_e1860.yyyy, v1_6, mad(_e1863.xxxx, v0_6, _e1866))));
                                    }
                                }
                                {
                                    uint v_at_7 = (200u + tx_1);
                                    float4 v0_7 = kv_tile[min(uint(v_at_7), 287u)];
                                    float4 v1_7 = kv_tile[min(uint((v_at_7 + V_ROW)), 287u)];
                                    float4 v2_7 = kv_tile[min(uint((v_at_7 + 32u)), 287u)];
                                    float4 v3_7 = kv_tile[min(uint((v_at_7 + 48u)), 287u)];
                                    {
                                        float4 _e1894 = p_4[0];
                                        float4 _e1897 = p_4[0];
                                        float4 _e1900 = p_4[0];
                                        float4 _e1903 = p_4[0];
                                        float4 _e1906 = acc[2u];
                                        acc[2u] = mad(_e1894.wwww, v3_7, mad(_e1897.zzzz, v2_7, mad(_e1900.yyyy, v1_7, mad(_e1903.xxxx, v0_7, _e1906))));
                                    }
                                    {
                                        float4 _e1914 = p_4[1];
                                        float4 _e1917 = p_4[1];
                                        float4 _e1920 = p_4[1];
                                        float4 _e1923 = p_4[1];
                                        float4 _e1926 = acc[3u];
                                        acc[3u] = mad(_e1914.wwww, v3_7, mad(_e1917.zzzz, v2_7, mad(_e1920.yyyy, v1_7, mad(_e1923.xxxx, v0_7, _e1926))));
                                    }
                                }
                            }
                            uint _e1931 = h_7;
                            if (((_e1931 + PART) < FOUR)) {
                                GroupMemoryBarrierWithGroupSync();
                            }
                        }
                    }
                    uint _e1940; InterlockedOr(v_nonfinite, 0, _e1940);
                    if ((_e1940 != 0u)) {
                        k_2 = 0u;
                        uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
                        bool loop_init_5 = true;
                        while(true) {
                            if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
                            loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                            if (!loop_init_5) {
                                uint _e2071 = k_2;
                                k_2 = (_e2071 + 1u);
                            }
                            loop_init_5 = false;
                            uint _e1945 = k_2;
                            if ((_e1945 < FOUR)) {
                            } else {
                                break;
                            }
                            {
                                uint _e1949 = k_2;
                                const uint _e1951 = value_at(_e8, _e213, (0u + _e1949));
                                {
                                    const float4 _e1956 = load_v4_(_e1951, ((0u + tx_1) * 4u));
                                    {
                                        uint _e1962 = k_2;
                                        uint _e1967 = k_2;
                                        float p_6 = q_tile[min(uint((((0u + ty) * STRIDE) + naga_div(_e1962, 4u))), 143u)][min(uint(naga_mod(_e1967, 4u)), 3u)];
                                        float4 _e1973 = acc[0];
                                        const bool4 _e1977 = nonfinite(_e1956);
                                        acc[0] = (_e1973 + ((_e1977 & ((p_6 != 0.0)).xxxx) ? (p_6 * _e1956) : (0.0).xxxx));
                                    }
                                    {
                                        uint _e1989 = k_2;
                                        uint _e1994 = k_2;
                                        float p_7 = q_tile[min(uint((((8u + ty) * STRIDE) + naga_div(_e1989, 4u))), 143u)][min(uint(naga_mod(_e1994, 4u)), 3u)];
                                        float4 _e2000 = acc[1];
                                        const bool4 _e2004 = nonfinite(_e1956);
                                        acc[1] = (_e2000 + ((_e2004 & ((p_7 != 0.0)).xxxx) ? (p_7 * _e1956) : (0.0).xxxx));
                                    }
                                }
                                {
                                    const float4 _e2015 = load_v4_(_e1951, ((8u + tx_1) * 4u));
                                    {
                                        uint _e2021 = k_2;
                                        uint _e2026 = k_2;
                                        float p_8 = q_tile[min(uint((((0u + ty) * STRIDE) + naga_div(_e2021, 4u))), 143u)][min(uint(naga_mod(_e2026, 4u)), 3u)];
                                        float4 _e2032 = acc[2];
                                        const bool4 _e2036 = nonfinite(_e2015);
                                        acc[2] = (_e2032 + ((_e2036 & ((p_8 != 0.0)).xxxx) ? (p_8 * _e2015) : (0.0).xxxx));
                                    }
                                    {
                                        uint _e2048 = k_2;
                                        uint _e2053 = k_2;
                                        float p_9 = q_tile[min(uint((((8u + ty) * STRIDE) + naga_div(_e2048, 4u))), 143u)][min(uint(naga_mod(_e2053, 4u)), 3u)];
                                        float4 _e2059 = acc[3];
                                        const bool4 _e2063 = nonfinite(_e2015);
                                        acc[3] = (_e2059 + ((_e2063 & ((p_9 != 0.0)).xxxx) ? (p_9 * _e2015) : (0.0).xxxx));
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
    {
        float _e2078 = l_1[0];
        const float _e2079 = lanes_sum(_e2078);
        part_2[0] = _e2079;
        float _e2083 = part_2[0];
        put_part((0u + ty), tx_1, _e2083);
    }
    {
        float _e2086 = l_1[1];
        const float _e2087 = lanes_sum(_e2086);
        part_2[1] = _e2087;
        float _e2091 = part_2[1];
        put_part((8u + ty), tx_1, _e2091);
    }
    GroupMemoryBarrierWithGroupSync();
    {
        uint row_13 = ((_e8.first_row + 0u) + ty);
        if ((row_13 < _e8.row_end)) {
            const uint _e2098 = head_of(_e8, row_13);
            uint _e2101 = params.pack;
            uint query_4 = naga_div(row_13, _e2101);
            float _e2104 = m_2[0];
            float _e2108 = part_2[0];
            const float _e2109 = row_sum((0u + ty), _e2108);
            const float3 _e2111 = finish_row(_e2104, _e2109, _e2098, _e8.split);
            const uint _e2112 = output_at(_e8, _e2098, query_4);
            const float _e2114 = row_weight(b_14, _e2098, query_4);
            float factor = (_e2111.x * _e2114);
            {
                uint d_7 = ((0u + tx_1) * 4u);
                float4 _e2122 = acc[0];
                const float4 _e2124 = output((_e2122 * factor), b_14, _e2098, query_4, d_7);
                store_o4_(_e2112, d_7, V_DIM, _e2124);
            }
            {
                uint d_8 = ((8u + tx_1) * 4u);
                float4 _e2131 = acc[2];
                const float4 _e2133 = output((_e2131 * factor), b_14, _e2098, query_4, d_8);
                store_o4_(_e2112, d_8, V_DIM, _e2133);
            }
            if ((tx_1 == 0u)) {
                const uint _e2136 = lse_at_1(_e8, _e2098, query_4);
                uint _e2140 = params.lse_split;
                store_lse((_e2136 + (_e8.split * _e2140)), _e2111.yz);
            }
        }
    }
    {
        uint row_14 = ((_e8.first_row + 8u) + ty);
        if ((row_14 < _e8.row_end)) {
            const uint _e2150 = head_of(_e8, row_14);
            uint _e2153 = params.pack;
            uint query_5 = naga_div(row_14, _e2153);
            float _e2156 = m_2[1];
            float _e2160 = part_2[1];
            const float _e2161 = row_sum((8u + ty), _e2160);
            const float3 _e2163 = finish_row(_e2156, _e2161, _e2150, _e8.split);
            const uint _e2164 = output_at(_e8, _e2150, query_5);
            const float _e2166 = row_weight(b_14, _e2150, query_5);
            float factor_1 = (_e2163.x * _e2166);
            {
                uint d_9 = ((0u + tx_1) * 4u);
                float4 _e2174 = acc[1];
                const float4 _e2176 = output((_e2174 * factor_1), b_14, _e2150, query_5, d_9);
                store_o4_(_e2164, d_9, V_DIM, _e2176);
            }
            {
                uint d_10 = ((8u + tx_1) * 4u);
                float4 _e2183 = acc[3];
                const float4 _e2185 = output((_e2183 * factor_1), b_14, _e2150, query_5, d_10);
                store_o4_(_e2164, d_10, V_DIM, _e2185);
            }
            if ((tx_1 == 0u)) {
                const uint _e2188 = lse_at_1(_e8, _e2150, query_5);
                uint _e2192 = params.lse_split;
                store_lse((_e2188 + (_e8.split * _e2192)), _e2163.yz);
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
void main(uint3 wid : SV_GroupID, uint3 id : SV_GroupThreadID, uint local_invocation_index : SV_GroupIndex)
{
    if (local_invocation_index == 0) {
        row_part = (float[128])0;
        q_tile = (float4[144])0;
        kv_tile = (float4[288])0;
        v_nonfinite = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, id.x);
    return;
}
