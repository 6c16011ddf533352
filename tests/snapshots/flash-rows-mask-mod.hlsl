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
};

static const uint WORKGROUP = 16u;
static const uint RQ = 8u;
static const uint BLOCK_Q = 128u;
static const uint BLOCK_K = 16u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const bool STAGED = true;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint QK4_ = 16u;
static const uint V4_ = 16u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_1 : register(t2);
ByteAddressBuffer v_1 : register(t3);
RWByteAddressBuffer o : register(u4);
RWByteAddressBuffer lse : register(u5);
ByteAddressBuffer mask_mod_input_ids : register(t6);
groupshared float4 k_tile[256];
groupshared float4 v_tile[256];
groupshared uint v_nonfinite;

bool mask_mod(uint batch, uint head, uint q_idx, uint kv_idx)
{
    bool local_4 = (bool)0;

    uint _e6 = asuint(mask_mod_input_ids.Load(q_idx*4));
    uint _e9 = asuint(mask_mod_input_ids.Load(kv_idx*4));
    if ((_e6 == _e9)) {
        uint _e16 = params.mask_mod_input_reach;
        local_4 = ((q_idx - kv_idx) < _e16);
    } else {
        local_4 = false;
    }
    bool _e19 = local_4;
    return _e19;
}

float hook_mask(float s_1, uint b, uint h, uint i, uint j)
{
    const bool _e6 = mask_mod(b, h, i, j);
    return (_e6 ? s_1 : MASKED);
}

float edit_score(float raw, uint b_1, uint h_1, uint i_1, uint j_1)
{
    float s_2 = (float)0;

    s_2 = raw;
    float _e6 = s_2;
    const float _e7 = hook_mask(_e6, b_1, h_1, i_1, j_1);
    s_2 = _e7;
    float _e8 = s_2;
    return _e8;
}

float4 load_q4_(uint base, uint d_6)
{
    if ((d_6 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(q.Load4(((base + d_6) >> 2u)*16));
    return float4(_e11);
}

float4 load_k4_(uint base_1, uint d_7)
{
    if ((d_7 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(k_1.Load4(((base_1 + d_7) >> 2u)*16));
    return float4(_e11);
}

float4 load_v4_(uint base_2, uint d_8)
{
    if ((d_8 >= V_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(v_1.Load4(((base_2 + d_8) >> 2u)*16));
    return float4(_e11);
}

void store_o4_(uint base_3, uint d_9, uint dim, float4 x_2)
{
    if ((d_9 < dim)) {
        o.Store4(((base_3 + d_9) >> 2u)*16, asuint(float4(x_2)));
        return;
    } else {
        return;
    }
}

void store_lse(uint at, float x_3)
{
    lse.Store(at*4, asuint(x_3));
    return;
}

bool is_nan(float x_4)
{
    return ((asuint(x_4) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_3)
{
    const bool _e3 = is_nan(s_3);
    return (_e3 ? s_3 : max(s_3, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_5)
{
    return (asuint(x_5) == 4286578688u);
}

bool any_nonfinite(float4 v)
{
    uint4 exponent = (2139095040u).xxxx;
    return any(((asuint(v) & exponent) == exponent));
}

float exp_kept(float x_6)
{
    const bool _e2 = is_nan(x_6);
    return (_e2 ? x_6 : exp(x_6));
}

float4 exp_kept4_(float4 x_7)
{
    bool4 nan = ((asuint(x_7) & (2147483647u).xxxx) > (2139095040u).xxxx);
    return (nan ? x_7 : exp(x_7));
}

bool row_seen(float sum)
{
    bool local_5 = (bool)0;

    if (!((sum > 0.0))) {
        const bool _e6 = is_nan(sum);
        local_5 = _e6;
    } else {
        local_5 = true;
    }
    bool _e8 = local_5;
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

uint2 key_range(uint i_2, int offset, uint kv_count_1)
{
    int lo = int(0);
    int hi = (int)0;

    int p_1 = asint(asuint(int(i_2)) + asuint(offset));
    int end = int(kv_count_1);
    hi = end;
    int _e11 = params.window_left;
    if ((_e11 >= int(0))) {
        int _e16 = params.window_left;
        lo = clamp(asint(asuint(p_1) - asuint(_e16)), int(0), end);
    }
    int _e22 = params.window_right;
    if ((_e22 >= int(0))) {
        int _e27 = params.window_right;
        hi = clamp(asint(asuint(asint(asuint(p_1) + asuint(_e27))) + asuint(int(1))), int(0), end);
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

float4 scale_q(float4 x_8)
{
    float _e3 = params.scale;
    return (x_8 * _e3);
}

float pair(float4 x_9, float4 k, uint h_2, uint d_10)
{
    return dot(x_9, k);
}

float scale_pair(float s_4)
{
    return s_4;
}

float4 scale_pairs(float4 s_5)
{
    return s_5;
}

uint2 row_tile(uint t_1)
{
    return uint2((t_1 * BLOCK_Q), ((t_1 + 1u) * BLOCK_Q));
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint2 split_share(uint tiles_1, uint split)
{
    uint _e4 = params.splits;
    uint _e10 = params.splits;
    uint share = naga_div(((tiles_1 + _e4) - 1u), _e10);
    return uint2(min((split * share), tiles_1), min(((split + 1u) * share), tiles_1));
}

uint3 tile_span(uint b_6, uint head_1, uint t_2, Seen seen, uint split_1)
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

Tile tile_at(uint n_3, uint base_4, Seen seen_1)
{
    const Tile tile_1 = ConstructTile((n_3 * BLOCK_K), seen_1.keys.y, false);
    return tile_1;
}

uint key_of(uint slot)
{
    return slot;
}

float first_max(uint lse_at)
{
    return MASKED;
}

float next_max(float m_1, float tile)
{
    return max(m_1, tile);
}

float size_of(float4 s_6)
{
    return max(max(s_6.x, s_6.y), max(s_6.z, s_6.w));
}

float4 weights(float4 s_7, float top_1, uint b_7, uint head_2, uint i_3, uint slot_1)
{
    const float4 _e8 = exp_kept4_((s_7 - (top_1).xxxx));
    return ((s_7 == (-3.4028235e38).xxxx) ? (0.0).xxxx : _e8);
}

float mass(float4 s_8, float4 p)
{
    return (((p.x + p.y) + p.z) + p.w);
}

float sink_logit(uint h_3)
{
    return MASKED;
}

float2 finish_row(float m_2, float l_1, uint head_3, uint split_2)
{
    float top_2 = (float)0;
    float shrink_1 = 1.0;
    float sum_2 = (float)0;
    bool local_6 = (bool)0;

    top_2 = m_2;
    sum_2 = l_1;
    const float _e8 = sink_logit(head_3);
    if ((split_2 == 0u)) {
        local_6 = (_e8 != MASKED);
    } else {
        local_6 = false;
    }
    bool _e16 = local_6;
    if (_e16) {
        float _e17 = top_2;
        top_2 = max(_e17, _e8);
        float _e19 = top_2;
        shrink_1 = exp((m_2 - _e19));
        float _e22 = sum_2;
        float _e23 = shrink_1;
        float _e25 = top_2;
        sum_2 = ((_e22 * _e23) + exp((_e8 - _e25)));
    }
    float _e29 = shrink_1;
    float _e30 = sum_2;
    float _e32 = sum_2;
    const bool _e33 = row_seen(_e32);
    float _e36 = top_2;
    float _e37 = sum_2;
    const float _e38 = log_sum(_e36, _e37);
    return float2((_e33 ? (_e29 / _e30) : 0.0), _e38);
}

float row_weight(uint b_8, uint h_4, uint i_4)
{
    return 1.0;
}

bool rows_wanted(uint b_9, uint head_base, uint first_row, uint row_end)
{
    return true;
}

float4 output(float4 x_10, uint b_10, uint h_5, uint i_5, uint d_11)
{
    return x_10;
}

float edit_one(float s_9, uint b_11, uint head_4, uint i_6, uint slot_2, uint2 keys)
{
    bool local_7 = (bool)0;
    bool local_8 = (bool)0;

    const uint _e6 = key_of(slot_2);
    if (!((_e6 < keys.x))) {
        local_7 = (_e6 >= keys.y);
    } else {
        local_7 = true;
    }
    bool _e15 = local_7;
    if (_e15) {
        return MASKED;
    }
    const float _e17 = edit_score(s_9, b_11, head_4, i_6, _e6);
    if ((_e17 != MASKED)) {
        local_8 = (_e17 < LOWEST_VISIBLE);
    } else {
        local_8 = false;
    }
    bool _e26 = local_8;
    return (_e26 ? LOWEST_VISIBLE : _e17);
}

float4 edit_four(float4 s_10, uint b_12, uint head_5, uint i_7, uint slot_3, uint2 keys_1)
{
    const float _e7 = edit_one(s_10.x, b_12, head_5, i_7, slot_3, keys_1);
    const float _e11 = edit_one(s_10.y, b_12, head_5, i_7, (slot_3 + 1u), keys_1);
    const float _e15 = edit_one(s_10.z, b_12, head_5, i_7, (slot_3 + 2u), keys_1);
    const float _e19 = edit_one(s_10.w, b_12, head_5, i_7, (slot_3 + 3u), keys_1);
    return float4(_e7, _e11, _e15, _e19);
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

typedef float4 ret_ZeroValuearray8_float4_[8];
ret_ZeroValuearray8_float4_ ZeroValuearray8_float4_() {
    return (float4[8])0;
}

typedef float ret_ZeroValuearray8_float_[8];
ret_ZeroValuearray8_float_ ZeroValuearray8_float_() {
    return (float[8])0;
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
    uint id = (uint)0;
    uint3 tiles = (uint3)0;
    float4 q_row[8][16] = (float4[8][16])0;
    float4 acc[8][16] = (float4[8][16])0;
    uint2 row_keys[8] = (uint2[8])0;
    float row_factor[8] = (float[8])0;
    float m[8] = (float[8])0;
    float l[8] = (float[8])0;
    uint r = 0u;
    uint d = (uint)0;
    uint d_1 = (uint)0;
    uint t = (uint)0;
    uint n = (uint)0;
    float4 x = (float4)0;
    uint n_1 = (uint)0;
    float4 x_1 = (float4)0;
    bool local = (bool)0;
    bool local_1 = (bool)0;
    bool local_2 = (bool)0;
    uint k4_ = (uint)0;
    float4 s[8] = (float4[8])0;
    uint r_1 = (uint)0;
    uint d_2 = (uint)0;
    uint r_2 = (uint)0;
    float shrink[8] = (float[8])0;
    uint r_3 = (uint)0;
    bool local_3 = (bool)0;
    uint n_2 = (uint)0;
    uint d_3 = (uint)0;
    uint r_4 = (uint)0;
    uint d_4 = (uint)0;
    uint r_5 = (uint)0;
    uint r_6 = 0u;
    uint d_5 = (uint)0;

    const uint _e2 = group_id(wid);
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
    uint b_13 = (_e49 + naga_div(_e50, _e53));
    const uint _e56 = q_count_1(b_13);
    const uint _e57 = kv_count_2(b_13);
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
    Seen seen_2 = ConstructSeen(uint2(_e77.x, _e78.y), int2(asint(asuint(int(first_query)) + asuint(_e66)), asint(asuint(int(last_query)) + asuint(_e66))), b_13, head_base_1, _e66);
    const uint3 _e88 = tile_span(b_13, head_base_1, row_tile_id, seen_2, split_3);
    tiles = _e88;
    const bool _e90 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
    if (!(_e90)) {
        uint _e94 = tiles.x;
        tiles.y = _e94;
    }
    if ((tid == 0u)) {
        { uint dummy = 0; InterlockedExchange(v_nonfinite, 0u, dummy); }
    }
    uint _e101 = params.q_offset;
    uint _e104 = params.q_batch;
    const uint _e107 = q_start(b_13);
    uint _e110 = params.q_row;
    uint q_base = ((_e101 + (b_13 * _e104)) + (_e107 * _e110));
    uint _e115 = params.k_offset;
    uint _e118 = params.k_batch;
    uint _e123 = params.k_head;
    const uint _e126 = kv_start(b_13);
    uint _e129 = params.k_row;
    uint k_base = (((_e115 + (b_13 * _e118)) + (kv_head * _e123)) + (_e126 * _e129));
    uint _e134 = params.v_offset;
    uint _e137 = params.v_batch;
    uint _e142 = params.v_head;
    const uint _e145 = kv_start(b_13);
    uint _e148 = params.v_row;
    uint v_base = (((_e134 + (b_13 * _e137)) + (kv_head * _e142)) + (_e145 * _e148));
    uint _e153 = params.lse_batch;
    const uint _e155 = q_start(b_13);
    uint lse_base = ((b_13 * _e153) + _e155);
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e291 = r;
            r = (_e291 + 1u);
        }
        loop_init = false;
        uint _e165 = r;
        if ((_e165 < RQ)) {
        } else {
            break;
        }
        {
            uint _e168 = r;
            uint row = ((first_row_1 + (_e168 * WORKGROUP)) + tid);
            uint _e175 = params.pack;
            uint _e180 = params.q_head;
            uint _e185 = params.pack;
            uint _e189 = params.q_row;
            uint at_1 = ((q_base + ((head_base_1 + naga_mod(row, _e175)) * _e180)) + (naga_div(row, _e185) * _e189));
            d = 0u;
            uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e214 = d;
                    d = (_e214 + 1u);
                }
                loop_init_1 = false;
                uint _e194 = d;
                if ((_e194 < QK4_)) {
                } else {
                    break;
                }
                {
                    uint _e197 = r;
                    uint _e199 = d;
                    q_row[min(uint(_e197), 7u)][min(uint(_e199), 15u)] = (0.0).xxxx;
                    if ((row < row_end_1)) {
                        uint _e204 = r;
                        uint _e206 = d;
                        uint _e208 = d;
                        const float4 _e211 = load_q4_(at_1, (_e208 * 4u));
                        const float4 _e212 = scale_q(_e211);
                        q_row[min(uint(_e204), 7u)][min(uint(_e206), 15u)] = _e212;
                    }
                }
            }
            d_1 = 0u;
            uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
            bool loop_init_2 = true;
            while(true) {
                if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
                loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                if (!loop_init_2) {
                    uint _e228 = d_1;
                    d_1 = (_e228 + 1u);
                }
                loop_init_2 = false;
                uint _e218 = d_1;
                if ((_e218 < V4_)) {
                } else {
                    break;
                }
                {
                    uint _e221 = r;
                    uint _e223 = d_1;
                    acc[min(uint(_e221), 7u)][min(uint(_e223), 15u)] = (0.0).xxxx;
                }
            }
            uint _e230 = r;
            row_keys[min(uint(_e230), 7u)] = (0u).xx;
            uint _e234 = r;
            row_factor[min(uint(_e234), 7u)] = 0.0;
            if ((row < row_end_1)) {
                uint _e238 = r;
                uint _e242 = params.pack;
                uint _e247 = params.pack;
                const float _e249 = row_weight(b_13, (head_base_1 + naga_mod(row, _e242)), naga_div(row, _e247));
                row_factor[min(uint(_e238), 7u)] = _e249;
                uint _e250 = r;
                uint _e254 = params.pack;
                const uint2 _e256 = key_range(naga_div(row, _e254), _e66, _e57);
                uint _e259 = r;
                float _e261 = row_factor[min(uint(_e259), 7u)];
                row_keys[min(uint(_e250), 7u)] = ((_e261 == 0.0) ? (0u).xx : _e256);
            }
            uint _e265 = r;
            m[min(uint(_e265), 7u)] = MASKED;
            if ((row < row_end_1)) {
                uint _e269 = r;
                uint _e273 = params.pack;
                uint _e278 = params.lse_head;
                uint _e283 = params.pack;
                const float _e286 = first_max(((lse_base + ((head_base_1 + naga_mod(row, _e273)) * _e278)) + naga_div(row, _e283)));
                m[min(uint(_e269), 7u)] = _e286;
            }
            uint _e287 = r;
            l[min(uint(_e287), 7u)] = 0.0;
        }
    }
    uint _e294 = tiles.x;
    t = _e294;
    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e765 = t;
            t = (_e765 + 1u);
        }
        loop_init_3 = false;
        uint _e296 = t;
        uint _e298 = tiles.y;
        if ((_e296 < _e298)) {
        } else {
            break;
        }
        {
            uint _e300 = t;
            uint _e302 = tiles.z;
            const Tile _e303 = tile_at(_e300, _e302, seen_2);
            uint key0_ = _e303.first;
            if ((key0_ >= _e303.end)) {
                continue;
            }
            GroupMemoryBarrierWithGroupSync();
            n = tid;
            uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
            bool loop_init_4 = true;
            while(true) {
                if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
                loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                if (!loop_init_4) {
                    uint _e336 = n;
                    n = (_e336 + WORKGROUP);
                }
                loop_init_4 = false;
                uint _e308 = n;
                if ((_e308 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e311 = n;
                    const uint _e315 = key_of((key0_ + naga_div(_e311, QK4_)));
                    x = (0.0).xxxx;
                    if ((_e315 < _e303.end)) {
                        uint _e323 = params.k_row;
                        uint _e326 = n;
                        const float4 _e331 = load_k4_((k_base + (_e315 * _e323)), (naga_mod(_e326, QK4_) * 4u));
                        x = _e331;
                    }
                    uint _e333 = n;
                    float4 _e335 = x;
                    k_tile[min(uint(_e333), 255u)] = _e335;
                }
            }
            n_1 = tid;
            uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
            bool loop_init_5 = true;
            while(true) {
                if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                if (!loop_init_5) {
                    uint _e372 = n_1;
                    n_1 = (_e372 + WORKGROUP);
                }
                loop_init_5 = false;
                uint _e340 = n_1;
                if ((_e340 < 256u)) {
                } else {
                    break;
                }
                {
                    uint _e343 = n_1;
                    const uint _e347 = key_of((key0_ + naga_div(_e343, V4_)));
                    x_1 = (0.0).xxxx;
                    if ((_e347 < _e303.end)) {
                        uint _e355 = params.v_row;
                        uint _e358 = n_1;
                        const float4 _e363 = load_v4_((v_base + (_e347 * _e355)), (naga_mod(_e358, V4_) * 4u));
                        x_1 = _e363;
                        float4 _e364 = x_1;
                        const bool _e365 = any_nonfinite(_e364);
                        if (_e365) {
                            { uint dummy_1 = 0; InterlockedExchange(v_nonfinite, 1u, dummy_1); }
                        }
                    }
                    uint _e369 = n_1;
                    float4 _e371 = x_1;
                    v_tile[min(uint(_e369), 255u)] = _e371;
                }
            }
            GroupMemoryBarrierWithGroupSync();
            uint _e376; InterlockedOr(v_nonfinite, 0, _e376);
            bool careful = (_e376 != 0u);
            if ((key0_ >= _e78.x)) {
                local = ((key0_ + BLOCK_K) <= min(_e77.y, _e303.end));
            } else {
                local = false;
            }
            bool _e390 = local;
            if (_e390) {
                local_1 = (row_end_1 == (first_row_1 + BLOCK_Q));
            } else {
                local_1 = false;
            }
            bool _e397 = local_1;
            if (_e397) {
                local_2 = !(_e303.partly);
            } else {
                local_2 = false;
            }
            bool whole = local_2;
            k4_ = 0u;
            uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e761 = k4_;
                    k4_ = (_e761 + 4u);
                }
                loop_init_6 = false;
                uint _e406 = k4_;
                if ((_e406 < BLOCK_K)) {
                } else {
                    break;
                }
                {
                    s = ZeroValuearray8_float4_();
                    r_1 = 0u;
                    uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
                    bool loop_init_7 = true;
                    while(true) {
                        if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
                        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                        if (!loop_init_7) {
                            uint _e421 = r_1;
                            r_1 = (_e421 + 1u);
                        }
                        loop_init_7 = false;
                        uint _e413 = r_1;
                        if ((_e413 < RQ)) {
                        } else {
                            break;
                        }
                        {
                            uint _e416 = r_1;
                            s[min(uint(_e416), 7u)] = (0.0).xxxx;
                        }
                    }
                    d_2 = 0u;
                    uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_8) {
                            uint _e511 = d_2;
                            d_2 = (_e511 + 1u);
                        }
                        loop_init_8 = false;
                        uint _e425 = d_2;
                        if ((_e425 < QK4_)) {
                        } else {
                            break;
                        }
                        {
                            uint _e429 = k4_;
                            uint _e432 = d_2;
                            float4 k0_ = k_tile[min(uint(((_e429 * QK4_) + _e432)), 255u)];
                            uint _e437 = k4_;
                            uint _e442 = d_2;
                            float4 k1_ = k_tile[min(uint((((_e437 + 1u) * QK4_) + _e442)), 255u)];
                            uint _e447 = k4_;
                            uint _e452 = d_2;
                            float4 k2_ = k_tile[min(uint((((_e447 + 2u) * QK4_) + _e452)), 255u)];
                            uint _e457 = k4_;
                            uint _e462 = d_2;
                            float4 k3_ = k_tile[min(uint((((_e457 + 3u) * QK4_) + _e462)), 255u)];
                            r_2 = 0u;
                            uint2 loop_bound_9 = uint2(4294967295u, 4294967295u);
                            bool loop_init_9 = true;
                            while(true) {
                                if (all(loop_bound_9 == uint2(0u, 0u))) { break; }
                                loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                                if (!loop_init_9) {
                                    uint _e508 = r_2;
                                    r_2 = (_e508 + 1u);
                                }
                                loop_init_9 = false;
                                uint _e468 = r_2;
                                if ((_e468 < RQ)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e471 = r_2;
                                    uint _e473 = d_2;
                                    float4 x_11 = q_row[min(uint(_e471), 7u)][min(uint(_e473), 15u)];
                                    uint _e476 = r_2;
                                    uint _e483 = params.pack;
                                    uint head_6 = (head_base_1 + naga_mod(((first_row_1 + (_e476 * WORKGROUP)) + tid), _e483));
                                    uint _e486 = r_2;
                                    float4 _e488 = s[min(uint(_e486), 7u)];
                                    uint _e489 = d_2;
                                    const float _e492 = pair(x_11, k0_, head_6, (_e489 * 4u));
                                    uint _e493 = d_2;
                                    const float _e496 = pair(x_11, k1_, head_6, (_e493 * 4u));
                                    uint _e497 = d_2;
                                    const float _e500 = pair(x_11, k2_, head_6, (_e497 * 4u));
                                    uint _e501 = d_2;
                                    const float _e504 = pair(x_11, k3_, head_6, (_e501 * 4u));
                                    s[min(uint(_e486), 7u)] = (_e488 + float4(_e492, _e496, _e500, _e504));
                                }
                            }
                        }
                    }
                    shrink = ZeroValuearray8_float_();
                    r_3 = 0u;
                    uint2 loop_bound_10 = uint2(4294967295u, 4294967295u);
                    bool loop_init_10 = true;
                    while(true) {
                        if (all(loop_bound_10 == uint2(0u, 0u))) { break; }
                        loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                        if (!loop_init_10) {
                            uint _e604 = r_3;
                            r_3 = (_e604 + 1u);
                        }
                        loop_init_10 = false;
                        uint _e517 = r_3;
                        if ((_e517 < RQ)) {
                        } else {
                            break;
                        }
                        {
                            uint _e520 = r_3;
                            uint row_1 = ((first_row_1 + (_e520 * WORKGROUP)) + tid);
                            uint _e527 = params.pack;
                            uint head_7 = (head_base_1 + naga_mod(row_1, _e527));
                            uint _e530 = r_3;
                            uint _e532 = r_3;
                            float4 _e534 = s[min(uint(_e532), 7u)];
                            const float4 _e535 = scale_pairs(_e534);
                            s[min(uint(_e530), 7u)] = _e535;
                            if (false) {
                                local_3 = !(whole);
                            } else {
                                local_3 = true;
                            }
                            bool _e541 = local_3;
                            if (_e541) {
                                uint _e542 = r_3;
                                uint _e544 = r_3;
                                float4 _e546 = s[min(uint(_e544), 7u)];
                                uint _e549 = params.pack;
                                uint _e551 = k4_;
                                uint _e553 = r_3;
                                uint2 _e555 = row_keys[min(uint(_e553), 7u)];
                                const float4 _e559 = edit_four(_e546, b_13, head_7, naga_div(row_1, _e549), (key0_ + _e551), min(_e555, (_e303.end).xx));
                                s[min(uint(_e542), 7u)] = _e559;
                            }
                            uint _e560 = r_3;
                            float _e562 = m[min(uint(_e560), 7u)];
                            uint _e563 = r_3;
                            float4 _e565 = s[min(uint(_e563), 7u)];
                            const float _e566 = size_of(_e565);
                            const float _e567 = next_max(_e562, _e566);
                            uint _e568 = r_3;
                            uint _e570 = r_3;
                            float _e572 = m[min(uint(_e570), 7u)];
                            shrink[min(uint(_e568), 7u)] = exp((_e572 - _e567));
                            uint _e575 = r_3;
                            m[min(uint(_e575), 7u)] = _e567;
                            uint _e577 = r_3;
                            float4 _e579 = s[min(uint(_e577), 7u)];
                            uint _e582 = params.pack;
                            uint _e584 = k4_;
                            const float4 _e586 = weights(_e579, _e567, b_13, head_7, naga_div(row_1, _e582), (key0_ + _e584));
                            uint _e587 = r_3;
                            uint _e589 = r_3;
                            float _e591 = l[min(uint(_e589), 7u)];
                            uint _e592 = r_3;
                            float _e594 = shrink[min(uint(_e592), 7u)];
                            uint _e596 = r_3;
                            float4 _e598 = s[min(uint(_e596), 7u)];
                            const float _e599 = mass(_e598, _e586);
                            l[min(uint(_e587), 7u)] = ((_e591 * _e594) + _e599);
                            uint _e601 = r_3;
                            s[min(uint(_e601), 7u)] = _e586;
                        }
                    }
                    if (careful) {
                        n_2 = 0u;
                        uint2 loop_bound_11 = uint2(4294967295u, 4294967295u);
                        bool loop_init_11 = true;
                        while(true) {
                            if (all(loop_bound_11 == uint2(0u, 0u))) { break; }
                            loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                            if (!loop_init_11) {
                                uint _e668 = n_2;
                                n_2 = (_e668 + 1u);
                            }
                            loop_init_11 = false;
                            uint _e608 = n_2;
                            if ((_e608 < 4u)) {
                            } else {
                                break;
                            }
                            {
                                d_3 = 0u;
                                uint2 loop_bound_12 = uint2(4294967295u, 4294967295u);
                                bool loop_init_12 = true;
                                while(true) {
                                    if (all(loop_bound_12 == uint2(0u, 0u))) { break; }
                                    loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                                    if (!loop_init_12) {
                                        uint _e665 = d_3;
                                        d_3 = (_e665 + 1u);
                                    }
                                    loop_init_12 = false;
                                    uint _e613 = d_3;
                                    if ((_e613 < V4_)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e617 = k4_;
                                        uint _e618 = n_2;
                                        uint _e622 = d_3;
                                        float4 v_2 = v_tile[min(uint((((_e617 + _e618) * V4_) + _e622)), 255u)];
                                        r_4 = 0u;
                                        uint2 loop_bound_13 = uint2(4294967295u, 4294967295u);
                                        bool loop_init_13 = true;
                                        while(true) {
                                            if (all(loop_bound_13 == uint2(0u, 0u))) { break; }
                                            loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                                            if (!loop_init_13) {
                                                uint _e662 = r_4;
                                                r_4 = (_e662 + 1u);
                                            }
                                            loop_init_13 = false;
                                            uint _e628 = r_4;
                                            if ((_e628 < RQ)) {
                                            } else {
                                                break;
                                            }
                                            {
                                                uint _e631 = r_4;
                                                uint _e633 = n_2;
                                                float p_2 = s[min(uint(_e631), 7u)][min(uint(_e633), 3u)];
                                                uint _e636 = r_4;
                                                uint _e638 = d_3;
                                                uint _e640 = r_4;
                                                uint _e642 = d_3;
                                                float4 _e644 = acc[min(uint(_e640), 7u)][min(uint(_e642), 15u)];
                                                uint _e645 = r_4;
                                                float _e647 = shrink[min(uint(_e645), 7u)];
                                                uint _e648 = n_2;
                                                acc[min(uint(_e636), 7u)][min(uint(_e638), 15u)] = ((_e644 * ((_e648 == 0u) ? _e647 : 1.0)) + ((p_2 == 0.0) ? (0.0).xxxx : (p_2 * v_2)));
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    } else {
                        d_4 = 0u;
                        uint2 loop_bound_14 = uint2(4294967295u, 4294967295u);
                        bool loop_init_14 = true;
                        while(true) {
                            if (all(loop_bound_14 == uint2(0u, 0u))) { break; }
                            loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                            if (!loop_init_14) {
                                uint _e759 = d_4;
                                d_4 = (_e759 + 1u);
                            }
                            loop_init_14 = false;
                            uint _e672 = d_4;
                            if ((_e672 < V4_)) {
                            } else {
                                break;
                            }
                            {
                                uint _e676 = k4_;
                                uint _e679 = d_4;
                                float4 v0_ = v_tile[min(uint(((_e676 * V4_) + _e679)), 255u)];
                                uint _e684 = k4_;
                                uint _e689 = d_4;
                                float4 v1_ = v_tile[min(uint((((_e684 + 1u) * V4_) + _e689)), 255u)];
                                uint _e694 = k4_;
                                uint _e699 = d_4;
                                float4 v2_ = v_tile[min(uint((((_e694 + 2u) * V4_) + _e699)), 255u)];
                                uint _e704 = k4_;
                                uint _e709 = d_4;
                                float4 v3_ = v_tile[min(uint((((_e704 + 3u) * V4_) + _e709)), 255u)];
                                r_5 = 0u;
                                uint2 loop_bound_15 = uint2(4294967295u, 4294967295u);
                                bool loop_init_15 = true;
                                while(true) {
                                    if (all(loop_bound_15 == uint2(0u, 0u))) { break; }
                                    loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                                    if (!loop_init_15) {
                                        uint _e756 = r_5;
                                        r_5 = (_e756 + 1u);
                                    }
                                    loop_init_15 = false;
                                    uint _e715 = r_5;
                                    if ((_e715 < RQ)) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e718 = r_5;
                                        uint _e720 = d_4;
                                        uint _e722 = r_5;
                                        uint _e724 = d_4;
                                        float4 _e726 = acc[min(uint(_e722), 7u)][min(uint(_e724), 15u)];
                                        uint _e727 = r_5;
                                        float _e729 = shrink[min(uint(_e727), 7u)];
                                        uint _e731 = r_5;
                                        float _e734 = s[min(uint(_e731), 7u)].x;
                                        uint _e737 = r_5;
                                        float _e740 = s[min(uint(_e737), 7u)].y;
                                        uint _e743 = r_5;
                                        float _e746 = s[min(uint(_e743), 7u)].z;
                                        uint _e749 = r_5;
                                        float _e752 = s[min(uint(_e749), 7u)].w;
                                        acc[min(uint(_e718), 7u)][min(uint(_e720), 15u)] = (((((_e726 * _e729) + (_e734 * v0_)) + (_e740 * v1_)) + (_e746 * v2_)) + (_e752 * v3_));
                                    }
                                }
                            }
                        }
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
            uint _e867 = r_6;
            r_6 = (_e867 + 1u);
        }
        loop_init_16 = false;
        uint _e769 = r_6;
        if ((_e769 < RQ)) {
        } else {
            break;
        }
        {
            uint _e772 = r_6;
            uint row_2 = ((first_row_1 + (_e772 * WORKGROUP)) + tid);
            if ((row_2 < row_end_1)) {
                uint _e780 = params.pack;
                uint head_8 = (head_base_1 + naga_mod(row_2, _e780));
                const uint _e783 = q_start(b_13);
                uint _e786 = params.pack;
                uint i_8 = (_e783 + naga_div(row_2, _e786));
                uint _e789 = r_6;
                float _e791 = m[min(uint(_e789), 7u)];
                uint _e792 = r_6;
                float _e794 = l[min(uint(_e792), 7u)];
                const float2 _e795 = finish_row(_e791, _e794, head_8, split_3);
                uint _e798 = params.o_offset;
                uint _e801 = params.o_split;
                uint _e806 = params.o_batch;
                uint _e811 = params.o_head;
                uint _e816 = params.o_row;
                uint at_2 = ((((_e798 + (split_3 * _e801)) + (b_13 * _e806)) + (head_8 * _e811)) + (i_8 * _e816));
                d_5 = 0u;
                uint2 loop_bound_17 = uint2(4294967295u, 4294967295u);
                bool loop_init_17 = true;
                while(true) {
                    if (all(loop_bound_17 == uint2(0u, 0u))) { break; }
                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                    if (!loop_init_17) {
                        uint _e848 = d_5;
                        d_5 = (_e848 + 1u);
                    }
                    loop_init_17 = false;
                    uint _e821 = d_5;
                    if ((_e821 < V4_)) {
                    } else {
                        break;
                    }
                    {
                        uint _e824 = d_5;
                        uint _e828 = r_6;
                        uint _e830 = d_5;
                        float4 _e832 = acc[min(uint(_e828), 7u)][min(uint(_e830), 15u)];
                        uint _e834 = r_6;
                        float _e836 = row_factor[min(uint(_e834), 7u)];
                        uint _e841 = params.pack;
                        uint _e843 = d_5;
                        const float4 _e846 = output((_e832 * (_e795.x * _e836)), b_13, head_8, naga_div(row_2, _e841), (_e843 * 4u));
                        store_o4_(at_2, (_e824 * 4u), V_DIM, _e846);
                    }
                }
                uint _e852 = params.lse_split;
                uint _e857 = params.lse_head;
                uint _e862 = params.pack;
                store_lse((((lse_base + (split_3 * _e852)) + (head_8 * _e857)) + naga_div(row_2, _e862)), _e795.y);
            }
        }
    }
    return;
}
