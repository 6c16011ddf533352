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
    uint mask_mod_input_reach;
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
static const uint ABREAST = 1u;
static const uint BUNDLE = 16u;
static const bool TURNS = false;
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
ByteAddressBuffer mask_mod_input_ids : register(t6);
groupshared float4 k_tile[256];
groupshared float4 v_tile[256];
groupshared uint v_nonfinite;

bool mask_mod(uint batch, uint head, uint q_idx, uint kv_idx)
{
    bool local = (bool)0;

    uint _e6 = asuint(mask_mod_input_ids.Load(q_idx*4));
    uint _e9 = asuint(mask_mod_input_ids.Load(kv_idx*4));
    if ((_e6 == _e9)) {
        uint _e16 = params.mask_mod_input_reach;
        local = ((q_idx - kv_idx) < _e16);
    } else {
        local = false;
    }
    bool _e19 = local;
    return _e19;
}

float hook_mask(float s, uint b, uint h, uint i, uint j)
{
    const bool _e6 = mask_mod(b, h, i, j);
    return (_e6 ? s : MASKED);
}

float edit_score(float raw, uint b_1, uint h_1, uint i_1, uint j_1)
{
    float s_1 = (float)0;

    s_1 = raw;
    float _e6 = s_1;
    const float _e7 = hook_mask(_e6, b_1, h_1, i_1, j_1);
    s_1 = _e7;
    float _e8 = s_1;
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

uint2 key_range(uint i_2, int offset, uint kv_count_1)
{
    int lo = int(0);
    int hi = (int)0;

    int p_1 = asint(asuint(int(i_2)) + asuint(offset));
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
    const Tile tile_7 = ConstructTile((n * BLOCK_K), seen_1.keys.y, false, 0u);
    return tile_7;
}

void hold_tile(Tile tile)
{
    return;
}

uint key_of(uint slot)
{
    return slot;
}

uint2 seen_keys(uint2 keys, uint end, uint b_6, uint h_4, uint i_3)
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

float size_of(float4 s_6)
{
    return max(max(s_6.x, s_6.y), max(s_6.z, s_6.w));
}

float4 weights(float4 s_7, float top_2, uint b_7, uint head_1, uint i_4, uint slot_1)
{
    const float4 _e12 = exp_kept4_((s_7 - (((top_2 == MASKED) ? 0.0 : top_2)).xxxx));
    return _e12;
}

float mass(float4 s_8, float4 p)
{
    return (((p.x + p.y) + p.z) + p.w);
}

float sink_logit(uint h_5)
{
    return MASKED;
}

float3 finish_row(float m_1, float l, uint head_2, uint split_2)
{
    float top_3 = (float)0;
    float shrink = 1.0;
    float sum_3 = (float)0;
    bool local_2 = (bool)0;

    top_3 = m_1;
    sum_3 = l;
    const float _e8 = sink_logit(head_2);
    if ((split_2 == 0u)) {
        local_2 = (_e8 != MASKED);
    } else {
        local_2 = false;
    }
    bool _e16 = local_2;
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
    bool local_3 = (bool)0;
    uint3 tiles_1 = (0u).xxx;
    bool local_4 = (bool)0;
    bool local_5 = (bool)0;

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
    uint row_2 = naga_div(place, 1u);
    uint _e41 = params.q_tiles;
    if (TURNS) {
        local_3 = (naga_mod(countbits(place), 2u) == 1u);
    } else {
        local_3 = false;
    }
    bool _e54 = local_3;
    uint row_tile_id = (_e54 ? row_2 : ((_e41 - 1u) - row_2));
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
        local_4 = (seen_3.keys.x < seen_3.keys.y);
    } else {
        local_4 = false;
    }
    bool _e128 = local_4;
    if (_e128) {
        const bool _e131 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
        local_5 = _e131;
    } else {
        local_5 = false;
    }
    bool _e133 = local_5;
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
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;
    bool local_8 = (bool)0;

    if ((tile_5.first >= g_6.by_all.x)) {
        local_6 = ((tile_5.first + BLOCK_K) <= min(g_6.by_all.y, tile_5.end));
    } else {
        local_6 = false;
    }
    bool _e17 = local_6;
    if (_e17) {
        local_7 = (g_6.row_end == (g_6.first_row + BLOCK_Q));
    } else {
        local_7 = false;
    }
    bool _e26 = local_7;
    if (_e26) {
        local_8 = !(tile_5.partly);
    } else {
        local_8 = false;
    }
    bool _e32 = local_8;
    return _e32;
}

float edit_one(float s_9, uint b_11, uint head_5, uint i_7, uint slot_2, uint2 keys_1)
{
    bool local_9 = (bool)0;
    bool local_10 = (bool)0;

    const uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_9 = (_e6 >= keys_1.y);
    } else {
        local_9 = true;
    }
    bool _e15 = local_9;
    if (_e15) {
        return MASKED;
    }
    const float _e17 = edit_score(s_9, b_11, head_5, i_7, _e6);
    if ((_e17 != MASKED)) {
        local_10 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_10 = false;
    }
    bool _e26 = local_10;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

float4 edit_four(float4 s_10, uint b_12, uint head_6, uint i_8, uint slot_3, uint2 keys_2)
{
    const float _e7 = edit_one(s_10.x, b_12, head_6, i_8, slot_3, keys_2);
    const float _e11 = edit_one(s_10.y, b_12, head_6, i_8, (slot_3 + 1u), keys_2);
    const float _e15 = edit_one(s_10.z, b_12, head_6, i_8, (slot_3 + 2u), keys_2);
    const float _e19 = edit_one(s_10.w, b_12, head_6, i_8, (slot_3 + 3u), keys_2);
    return float4(_e7, _e11, _e15, _e19);
}

void attend(inout Rows rows, TileAt tile_6)
{
    float4 s_11[8] = (float4[8])0;
    uint r = 0u;
    uint d_7 = 0u;
    uint r_1 = (uint)0;
    float shrink_1[8] = (float[8])0;
    uint r_2 = 0u;
    bool local_11 = (bool)0;
    uint n_4 = 0u;
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
            float4 k0_ = k_tile[min(uint(((tile_6.first * QK4_) + _e24)), 255u)];
            uint _e34 = d_7;
            float4 k1_ = k_tile[min(uint((((tile_6.first + 1u) * QK4_) + _e34)), 255u)];
            uint _e44 = d_7;
            float4 k2_ = k_tile[min(uint((((tile_6.first + 2u) * QK4_) + _e44)), 255u)];
            uint _e54 = d_7;
            float4 k3_ = k_tile[min(uint((((tile_6.first + 3u) * QK4_) + _e54)), 255u)];
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
                    float4 x_12 = rows.q[min(uint(_e64), 7u)][min(uint(_e66), 15u)];
                    uint _e71 = rows.first;
                    uint _e72 = r_1;
                    uint _e76 = params.pack;
                    uint head_7 = (tile_6.head_base + naga_mod((_e71 + _e72), _e76));
                    uint _e79 = r_1;
                    float4 _e81 = s_11[min(uint(_e79), 7u)];
                    uint _e82 = d_7;
                    const float _e85 = pair(x_12, k0_, head_7, (_e82 * 4u));
                    uint _e86 = d_7;
                    const float _e89 = pair(x_12, k1_, head_7, (_e86 * 4u));
                    uint _e90 = d_7;
                    const float _e93 = pair(x_12, k2_, head_7, (_e90 * 4u));
                    uint _e94 = d_7;
                    const float _e97 = pair(x_12, k3_, head_7, (_e94 * 4u));
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
            uint _e113 = rows.first;
            uint _e114 = r_2;
            uint row_3 = (_e113 + _e114);
            uint _e119 = params.pack;
            uint head_8 = (tile_6.head_base + naga_mod(row_3, _e119));
            uint _e122 = r_2;
            uint _e124 = r_2;
            float4 _e126 = s_11[min(uint(_e124), 7u)];
            const float4 _e127 = scale_pairs(_e126);
            s_11[min(uint(_e122), 7u)] = _e127;
            if (false) {
                local_11 = tile_6.hides;
            } else {
                local_11 = true;
            }
            bool _e133 = local_11;
            if (_e133) {
                uint _e134 = r_2;
                uint _e136 = r_2;
                float4 _e138 = s_11[min(uint(_e136), 7u)];
                uint _e142 = params.pack;
                uint _e146 = r_2;
                uint2 _e148 = rows.keys[min(uint(_e146), 7u)];
                uint _e153 = params.pack;
                const uint2 _e155 = seen_keys(_e148, tile_6.end, tile_6.batch, head_8, naga_div(row_3, _e153));
                const float4 _e156 = edit_four(_e138, tile_6.batch, head_8, naga_div(row_3, _e142), tile_6.slot, _e155);
                s_11[min(uint(_e134), 7u)] = _e156;
            }
            uint _e158 = r_2;
            float _e160 = rows.m[min(uint(_e158), 7u)];
            uint _e161 = r_2;
            float4 _e163 = s_11[min(uint(_e161), 7u)];
            const float _e164 = size_of(_e163);
            const float _e165 = next_max(_e160, _e164);
            uint _e166 = r_2;
            uint _e169 = r_2;
            float _e171 = rows.m[min(uint(_e169), 7u)];
            shrink_1[min(uint(_e166), 7u)] = exp((_e171 - _e165));
            uint _e175 = r_2;
            rows.m[min(uint(_e175), 7u)] = _e165;
            uint _e177 = r_2;
            float4 _e179 = s_11[min(uint(_e177), 7u)];
            uint _e183 = params.pack;
            const float4 _e186 = weights(_e179, _e165, tile_6.batch, head_8, naga_div(row_3, _e183), tile_6.slot);
            uint _e188 = r_2;
            uint _e191 = r_2;
            float _e193 = rows.l[min(uint(_e191), 7u)];
            uint _e194 = r_2;
            float _e196 = shrink_1[min(uint(_e194), 7u)];
            uint _e198 = r_2;
            float4 _e200 = s_11[min(uint(_e198), 7u)];
            const float _e201 = mass(_e200, _e186);
            rows.l[min(uint(_e188), 7u)] = ((_e193 * _e196) + _e201);
            uint _e203 = r_2;
            s_11[min(uint(_e203), 7u)] = _e186;
        }
    }
    if (tile_6.careful) {
        uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
        bool loop_init_4 = true;
        while(true) {
            if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
            loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
            if (!loop_init_4) {
                uint _e273 = n_4;
                n_4 = (_e273 + 1u);
            }
            loop_init_4 = false;
            uint _e211 = n_4;
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
                        uint _e221 = n_4;
                        uint _e225 = d_8;
                        float4 v_3 = v_tile[min(uint((((tile_6.first + _e221) * V4_) + _e225)), 255u)];
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
                                uint _e236 = n_4;
                                float p_2 = s_11[min(uint(_e234), 7u)][min(uint(_e236), 3u)];
                                uint _e240 = r_3;
                                uint _e242 = d_8;
                                uint _e245 = r_3;
                                uint _e247 = d_8;
                                float4 _e249 = rows.acc[min(uint(_e245), 7u)][min(uint(_e247), 15u)];
                                uint _e250 = r_3;
                                float _e252 = shrink_1[min(uint(_e250), 7u)];
                                uint _e253 = n_4;
                                rows.acc[min(uint(_e240), 7u)][min(uint(_e242), 15u)] = ((_e249 * ((_e253 == 0u) ? _e252 : 1.0)) + ((p_2 == 0.0) ? (0.0).xxxx : (p_2 * v_3)));
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
                float4 v0_ = v_tile[min(uint(((tile_6.first * V4_) + _e284)), 255u)];
                uint _e294 = d_9;
                float4 v1_ = v_tile[min(uint((((tile_6.first + 1u) * V4_) + _e294)), 255u)];
                uint _e304 = d_9;
                float4 v2_ = v_tile[min(uint((((tile_6.first + 2u) * V4_) + _e304)), 255u)];
                uint _e314 = d_9;
                float4 v3_ = v_tile[min(uint((((tile_6.first + 3u) * V4_) + _e314)), 255u)];
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
                        float4 _e333 = rows.acc[min(uint(_e329), 7u)][min(uint(_e331), 15u)];
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
                        rows.acc[min(uint(_e324), 7u)][min(uint(_e326), 15u)] = (((((_e333 * _e336) + (_e341 * v0_)) + (_e347 * v1_)) + (_e353 * v2_)) + (_e359 * v3_));
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

void run(uint3 wid_2, uint tid)
{
    Rows rows_1 = (Rows)0;
    float row_factor[8] = (float[8])0;
    uint2 own_1 = uint2(4294967295u, 0u);
    uint r_5 = 0u;
    uint d_10 = (uint)0;
    uint d_11 = (uint)0;
    uint t_2 = (uint)0;
    uint n_5 = (uint)0;
    float4 x_10 = (float4)0;
    uint n_6 = (uint)0;
    float4 x_11 = (float4)0;
    bool local_12 = (bool)0;
    bool local_13 = (bool)0;
    uint n_7 = (uint)0;
    uint r_6 = 0u;
    uint d_12 = (uint)0;

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
    if ((tid == 0u)) {
        { uint dummy = 0; InterlockedExchange(v_nonfinite, 0u, dummy); }
    }
    rows_1.first = (_e8.first_row + (tid * RQ));
    uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
    bool loop_init_9 = true;
    while(true) {
        if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
        loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
        if (!loop_init_9) {
            uint _e154 = r_5;
            r_5 = (_e154 + 1u);
        }
        loop_init_9 = false;
        uint _e31 = r_5;
        if ((_e31 < RQ)) {
        } else {
            break;
        }
        {
            uint _e35 = rows_1.first;
            uint _e36 = r_5;
            uint row_4 = (_e35 + _e36);
            const uint _e38 = query_at(_e8, row_4);
            d_10 = 0u;
            uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
            bool loop_init_10 = true;
            while(true) {
                if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
                loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                if (!loop_init_10) {
                    uint _e64 = d_10;
                    d_10 = (_e64 + 1u);
                }
                loop_init_10 = false;
                uint _e41 = d_10;
                if ((_e41 < QK4_)) {
                } else {
                    break;
                }
                {
                    uint _e45 = r_5;
                    uint _e47 = d_10;
                    rows_1.q[min(uint(_e45), 7u)][min(uint(_e47), 15u)] = (0.0).xxxx;
                    if ((row_4 < _e8.row_end)) {
                        uint _e54 = r_5;
                        uint _e56 = d_10;
                        uint _e58 = d_10;
                        const float4 _e61 = load_q4_(_e38, (_e58 * 4u));
                        const float4 _e62 = scale_q(_e61);
                        rows_1.q[min(uint(_e54), 7u)][min(uint(_e56), 15u)] = _e62;
                    }
                }
            }
            d_11 = 0u;
            uint2 loop_bound_11 = uint2(4294967295u, 4294967295u);
            bool loop_init_11 = true;
            while(true) {
                if (all(loop_bound_11 == uint2(0u, 0u))) { break; }
                loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                if (!loop_init_11) {
                    uint _e79 = d_11;
                    d_11 = (_e79 + 1u);
                }
                loop_init_11 = false;
                uint _e68 = d_11;
                if ((_e68 < V4_)) {
                } else {
                    break;
                }
                {
                    uint _e72 = r_5;
                    uint _e74 = d_11;
                    rows_1.acc[min(uint(_e72), 7u)][min(uint(_e74), 15u)] = (0.0).xxxx;
                }
            }
            uint _e82 = r_5;
            rows_1.keys[min(uint(_e82), 7u)] = (0u).xx;
            uint _e87 = r_5;
            rows_1.m[min(uint(_e87), 7u)] = MASKED;
            uint _e91 = r_5;
            rows_1.l[min(uint(_e91), 7u)] = 0.0;
            uint _e94 = r_5;
            row_factor[min(uint(_e94), 7u)] = 0.0;
            if ((row_4 < _e8.row_end)) {
                uint _e99 = r_5;
                const uint _e101 = head_of(_e8, row_4);
                uint _e104 = params.pack;
                const float _e106 = row_weight(b_14, _e101, naga_div(row_4, _e104));
                row_factor[min(uint(_e99), 7u)] = _e106;
                uint _e108 = r_5;
                uint _e112 = params.pack;
                const uint2 _e117 = key_range(naga_div(row_4, _e112), _e8.seen.offset, _e8.kv_len);
                uint _e120 = r_5;
                float _e122 = row_factor[min(uint(_e120), 7u)];
                rows_1.keys[min(uint(_e108), 7u)] = ((_e122 == 0.0) ? (0u).xx : _e117);
                uint _e127 = r_5;
                const uint _e129 = head_of(_e8, row_4);
                uint _e132 = params.pack;
                const uint _e134 = lse_at_1(_e8, _e129, naga_div(row_4, _e132));
                const float _e135 = first_max(_e134);
                rows_1.m[min(uint(_e127), 7u)] = _e135;
            }
            uint _e137 = own_1.x;
            uint _e139 = r_5;
            uint _e142 = rows_1.keys[min(uint(_e139), 7u)].x;
            uint _e145 = own_1.y;
            uint _e147 = r_5;
            uint _e150 = rows_1.keys[min(uint(_e147), 7u)].y;
            own_1 = uint2(min(_e137, _e142), max(_e145, _e150));
        }
    }
    uint2 _e156 = own_1;
    const uint2 _e157 = seen_together(_e156);
    own_1 = _e157;
    t_2 = _e8.tiles.x;
    uint2 loop_bound_12 = uint2(4294967295u, 4294967295u);
    bool loop_init_12 = true;
    while(true) {
        if (all(loop_bound_12 == uint2(0u, 0u))) { break; }
        loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
        if (!loop_init_12) {
            uint _e287 = t_2;
            t_2 = (_e287 + 1u);
        }
        loop_init_12 = false;
        uint _e161 = t_2;
        if ((_e161 < _e8.tiles.y)) {
        } else {
            break;
        }
        {
            uint _e165 = t_2;
            const Tile _e169 = tile_at(_e165, _e8.tiles.z, _e8.seen);
            hold_tile(_e169);
            uint key0_ = _e169.first;
            if ((key0_ >= _e169.end)) {
                continue;
            }
            GroupMemoryBarrierWithGroupSync();
            n_5 = tid;
            uint2 loop_bound_13 = uint2(4294967295u, 4294967295u);
            bool loop_init_13 = true;
            while(true) {
                if (all(loop_bound_13 == uint2(0u, 0u))) { break; }
                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                if (!loop_init_13) {
                    uint _e203 = n_5;
                    n_5 = (_e203 + WORKGROUP);
                }
                loop_init_13 = false;
                uint _e174 = n_5;
                if ((_e174 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e177 = n_5;
                    const uint _e181 = key_of((key0_ + naga_div(_e177, QK4_)));
                    x_10 = (0.0).xxxx;
                    if ((_e181 < _e169.end)) {
                        uint _e190 = params.k_row;
                        uint _e193 = n_5;
                        const float4 _e198 = load_k4_((_e8.k_base + (_e181 * _e190)), (naga_mod(_e193, QK4_) * 4u));
                        x_10 = _e198;
                    }
                    uint _e200 = n_5;
                    float4 _e202 = x_10;
                    k_tile[min(uint(_e200), 255u)] = _e202;
                }
            }
            n_6 = tid;
            uint2 loop_bound_14 = uint2(4294967295u, 4294967295u);
            bool loop_init_14 = true;
            while(true) {
                if (all(loop_bound_14 == uint2(0u, 0u))) { break; }
                loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                if (!loop_init_14) {
                    uint _e240 = n_6;
                    n_6 = (_e240 + WORKGROUP);
                }
                loop_init_14 = false;
                uint _e207 = n_6;
                if ((_e207 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e210 = n_6;
                    const uint _e214 = key_of((key0_ + naga_div(_e210, V4_)));
                    x_11 = (0.0).xxxx;
                    if ((_e214 < _e169.end)) {
                        uint _e223 = params.v_row;
                        uint _e226 = n_6;
                        const float4 _e231 = load_v4_((_e8.v_base + (_e214 * _e223)), (naga_mod(_e226, V4_) * 4u));
                        x_11 = _e231;
                        float4 _e232 = x_11;
                        const bool _e233 = any_nonfinite(_e232);
                        if (_e233) {
                            { uint dummy_1 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_1); }
                        }
                    }
                    uint _e237 = n_6;
                    float4 _e239 = x_11;
                    v_tile[min(uint(_e237), 255u)] = _e239;
                }
            }
            GroupMemoryBarrierWithGroupSync();
            uint _e244; InterlockedOr(v_nonfinite, 0, _e244);
            bool careful = (_e244 != 0u);
            const bool _e247 = sees_whole(_e8, _e169);
            if (!(_e169.partly)) {
                uint _e253 = own_1.y;
                if ((key0_ < _e253)) {
                    uint _e260 = own_1.x;
                    local_13 = ((key0_ + BLOCK_K) > _e260);
                } else {
                    local_13 = false;
                }
                bool _e263 = local_13;
                local_12 = _e263;
            } else {
                local_12 = true;
            }
            bool _e265 = local_12;
            if (_e265) {
                n_7 = 0u;
                uint2 loop_bound_15 = uint2(4294967295u, 4294967295u);
                bool loop_init_15 = true;
                while(true) {
                    if (all(loop_bound_15 == uint2(0u, 0u))) { break; }
                    loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                    if (!loop_init_15) {
                        uint _e284 = n_7;
                        n_7 = (_e284 + 1u);
                    }
                    loop_init_15 = false;
                    uint _e268 = n_7;
                    if ((_e268 < 4u)) {
                    } else {
                        break;
                    }
                    {
                        uint _e273 = n_7;
                        uint _e278 = n_7;
                        attend(rows_1, ConstructTileAt(b_14, _e8.seen.head, (key0_ + (_e273 * PASS_)), _e169.end, (_e278 * PASS_), !(_e247), careful, tid));
                    }
                }
            }
        }
    }
    uint2 loop_bound_16 = uint2(4294967295u, 4294967295u);
    bool loop_init_16 = true;
    while(true) {
        if (all(loop_bound_16 == uint2(0u, 0u))) { break; }
        loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
        if (!loop_init_16) {
            uint _e353 = r_6;
            r_6 = (_e353 + 1u);
        }
        loop_init_16 = false;
        uint _e291 = r_6;
        if ((_e291 < RQ)) {
        } else {
            break;
        }
        {
            uint _e295 = rows_1.first;
            uint _e296 = r_6;
            uint row_5 = (_e295 + _e296);
            if ((row_5 < _e8.row_end)) {
                const uint _e300 = head_of(_e8, row_5);
                uint _e303 = params.pack;
                uint query_2 = naga_div(row_5, _e303);
                uint _e306 = r_6;
                float _e308 = rows_1.m[min(uint(_e306), 7u)];
                uint _e310 = r_6;
                float _e312 = rows_1.l[min(uint(_e310), 7u)];
                const float3 _e314 = finish_row(_e308, _e312, _e300, _e8.split);
                const uint _e315 = output_at(_e8, _e300, query_2);
                d_12 = 0u;
                uint2 loop_bound_17 = uint2(4294967295u, 4294967295u);
                bool loop_init_17 = true;
                while(true) {
                    if (all(loop_bound_17 == uint2(0u, 0u))) { break; }
                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                    if (!loop_init_17) {
                        uint _e342 = d_12;
                        d_12 = (_e342 + 1u);
                    }
                    loop_init_17 = false;
                    uint _e318 = d_12;
                    if ((_e318 < V4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e321 = d_12;
                        uint _e326 = r_6;
                        uint _e328 = d_12;
                        float4 _e330 = rows_1.acc[min(uint(_e326), 7u)][min(uint(_e328), 15u)];
                        uint _e332 = r_6;
                        float _e334 = row_factor[min(uint(_e332), 7u)];
                        uint _e337 = d_12;
                        const float4 _e340 = output((_e330 * (_e314.x * _e334)), b_14, _e300, query_2, (_e337 * 4u));
                        store_o4_(_e315, (_e321 * 4u), V_DIM, _e340);
                    }
                }
                const uint _e344 = lse_at_1(_e8, _e300, query_2);
                uint _e348 = params.lse_split;
                store_lse((_e344 + (_e8.split * _e348)), _e314.yz);
            }
        }
    }
    return;
}

[numthreads(16, 1, 1)]
void main(uint3 wid : SV_GroupID, uint3 id : SV_GroupThreadID, uint local_invocation_index : SV_GroupIndex)
{
    if (local_invocation_index == 0) {
        k_tile = (float4[256])0;
        v_tile = (float4[256])0;
        v_nonfinite = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    run(wid, id.x);
    return;
}
