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

static const uint WORKGROUP = 64u;
static const uint ROWS = 64u;
static const uint EACH = 1u;
static const uint QUADS = 4u;
static const uint QK_DIM = 64u;
static const uint V_DIM = 64u;
static const bool EDIT = true;
static const bool WEIGHTS = true;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint KEYS = 16u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_2 : register(t2);
RWByteAddressBuffer scores : register(u3);
ByteAddressBuffer lse_parts : register(t4);

float edit_score(float raw, uint b, uint h, uint i, uint j)
{
    float s_1 = (float)0;

    s_1 = raw;
    float _e6 = s_1;
    return _e6;
}

float4 load_q4_(uint base, uint d_1)
{
    if ((d_1 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(q.Load4(((base + d_1) >> 2u)*16));
    return float4(_e11);
}

float4 load_k4_(uint base_1, uint d_2)
{
    if ((d_2 >= QK_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(k_2.Load4(((base_1 + d_2) >> 2u)*16));
    return float4(_e11);
}

float weight(float s_2, uint row, bool hidden)
{
    if (hidden) {
        float _e5 = params.neg_inf;
        return _e5;
    }
    float _e9 = asfloat(lse_parts.Load(0+row*8));
    float _e14 = asfloat(lse_parts.Load(4+row*8));
    return ((s_2 - _e9) - _e14);
}

uint score_row(uint r)
{
    return r;
}

bool is_nan(float x_1)
{
    return ((asuint(x_1) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_3)
{
    const bool _e3 = is_nan(s_3);
    return (_e3 ? s_3 : max(s_3, LOWEST_VISIBLE));
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
    float2 seen_1 = ((sum_1 > 0.0) ? float2(top, log(sum_1)) : float2(_e4, 0.0));
    const bool _e14 = is_nan(sum_1);
    return (_e14 ? float2(sum_1, 0.0) : seen_1);
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

    int p = asint(asuint(int(i_1)) + asuint(offset));
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

float4 scale_q(float4 x_5)
{
    float _e3 = params.scale;
    return (x_5 * asfloat((asuint(_e3) & 2139095040u)));
}

float scale_rest()
{
    float _e2 = params.scale;
    return asfloat(((asuint(_e2) & 2155872255u) | 1065353216u));
}

float scale_pair(float s_4)
{
    const float _e1 = scale_rest();
    return (s_4 * _e1);
}

float4 scale_pairs(float4 s_5)
{
    const float _e1 = scale_rest();
    return (s_5 * _e1);
}

float pair(float4 x_6, float4 k, uint h_1, uint d_3)
{
    return dot(x_6, k);
}

float pair_onto(float s_6, float4 x_7, float4 k_1, uint h_2, uint d_4)
{
    const float _e5 = pair(x_7, k_1, h_2, d_4);
    return (s_6 + _e5);
}

void store_score(uint at, float product, uint b_5, uint h_3, uint i_2, uint j_1, uint2 keys_1)
{
    float s_7 = (float)0;
    bool local_2 = (bool)0;
    bool hidden_1 = (bool)0;

    const float _e7 = scale_pair(product);
    s_7 = _e7;
    if (!((j_1 < keys_1.x))) {
        local_2 = (j_1 >= keys_1.y);
    } else {
        local_2 = true;
    }
    bool _e17 = local_2;
    hidden_1 = _e17;
    bool _e19 = hidden_1;
    if (!(_e19)) {
        float _e21 = s_7;
        const float _e22 = edit_score(_e21, b_5, h_3, i_2, j_1);
        s_7 = _e22;
        float _e23 = s_7;
        hidden_1 = (_e23 == MASKED);
    }
    if (EDIT) {
        if (WEIGHTS) {
            float _e28 = s_7;
            const float _e29 = keep_visible(_e28);
            uint _e32 = params.lse_batch;
            uint _e36 = params.lse_head;
            bool _e40 = hidden_1;
            const float _e41 = weight(_e29, (((b_5 * _e32) + (h_3 * _e36)) + i_2), _e40);
            s_7 = _e41;
        } else {
            float _e42 = s_7;
            float _e45 = params.neg_inf;
            bool _e46 = hidden_1;
            s_7 = (_e46 ? _e45 : _e42);
        }
    } else {
        float _e48 = s_7;
        bool _e49 = hidden_1;
        s_7 = (_e49 ? 0.0 : _e48);
    }
    float _e54 = s_7;
    scores.Store(at*4, asuint(_e54));
    return;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

typedef float4 ret_ZeroValuearray1_float4_[1];
ret_ZeroValuearray1_float4_ ZeroValuearray1_float4_() {
    return (float4[1])0;
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    uint id = (uint)0;
    bool local = (bool)0;
    uint q_at[1] = (uint[1])0;
    uint2 keys[1] = (uint2[1])0;
    float4 s[1][4] = (float4[1][4])0;
    uint seen = 0u;
    uint e = 0u;
    uint d = 0u;
    float4 x[1] = (float4[1])0;
    uint e_1 = (uint)0;
    uint n = (uint)0;
    uint e_2 = (uint)0;
    uint e_3 = 0u;
    uint n_1 = (uint)0;

    const uint _e2 = group_id(wid);
    id = _e2;
    uint _e4 = id;
    uint _e7 = params.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e11 = params.kv_len;
    uint key_tiles = naga_div(((_e11 + KEYS) - 1u), KEYS);
    uint _e18 = id;
    uint j0_ = ((naga_mod(_e18, key_tiles) * KEYS) + (16u * (true ? 0u : naga_div(tid, ROWS))));
    uint _e30 = id;
    id = naga_div(_e30, key_tiles);
    uint _e34 = params.score_rows;
    uint row_tiles = naga_div(((_e34 + 64u) - 1u), 64u);
    uint _e41 = id;
    uint first = ((naga_mod(_e41, row_tiles) * 64u) + naga_mod(tid, ROWS));
    uint _e48 = id;
    id = naga_div(_e48, row_tiles);
    uint _e50 = id;
    uint _e53 = params.q_heads;
    uint h_4 = naga_mod(_e50, _e53);
    uint _e55 = id;
    uint _e58 = params.q_heads;
    uint b_6 = naga_div(_e55, _e58);
    uint _e62 = params.score_rows;
    if (!((first >= _e62))) {
        uint _e69 = params.kv_len;
        local = (j0_ >= _e69);
    } else {
        local = true;
    }
    bool _e72 = local;
    if (_e72) {
        return;
    }
    const uint _e73 = q_count_1(b_6);
    const uint _e74 = kv_count_2(b_6);
    uint _e77 = params.kv_len;
    uint bound = (EDIT ? _e74 : _e77);
    uint _e82 = params.q_offset;
    uint _e85 = params.q_batch;
    uint _e90 = params.q_head;
    const uint _e93 = q_start(b_6);
    uint _e96 = params.q_row;
    uint q_base = (((_e82 + (b_6 * _e85)) + (h_4 * _e90)) + (_e93 * _e96));
    uint _e101 = params.k_offset;
    uint _e104 = params.k_batch;
    uint _e109 = params.group;
    uint _e113 = params.k_head;
    const uint _e116 = kv_start(b_6);
    uint _e119 = params.k_row;
    uint k_at = (((_e101 + (b_6 * _e104)) + (naga_div(h_4, _e109) * _e113)) + (_e116 * _e119));
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e172 = e;
            e = (_e172 + 1u);
        }
        loop_init = false;
        uint _e129 = e;
        if ((_e129 < EACH)) {
        } else {
            break;
        }
        {
            uint _e132 = e;
            uint _e138 = params.score_rows;
            const uint _e142 = score_row(min((first + (_e132 * ROWS)), (_e138 - 1u)));
            if ((_e142 < _e73)) {
                uint _e144 = e;
                keys[min(uint(_e144), 0u)] = uint2(0u, bound);
                if (EDIT) {
                    uint _e149 = e;
                    const int _e151 = align_offset(_e73, _e74);
                    const uint2 _e152 = key_range(_e142, _e151, _e74);
                    keys[min(uint(_e149), 0u)] = _e152;
                }
            }
            uint _e153 = e;
            uint _e162 = params.q_row;
            q_at[min(uint(_e153), 0u)] = (q_base + (min(_e142, (max(_e73, 1u) - 1u)) * _e162));
            uint _e165 = seen;
            uint _e166 = e;
            uint _e169 = keys[min(uint(_e166), 0u)].y;
            seen = max(_e165, _e169);
        }
    }
    uint _e174 = seen;
    if ((_e174 > j0_)) {
        uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
        bool loop_init_1 = true;
        while(true) {
            if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
            loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
            if (!loop_init_1) {
                uint _e275 = d;
                d = (_e275 + 4u);
            }
            loop_init_1 = false;
            uint _e178 = d;
            if ((_e178 < QK_DIM)) {
            } else {
                break;
            }
            {
                x = ZeroValuearray1_float4_();
                e_1 = 0u;
                uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
                bool loop_init_2 = true;
                while(true) {
                    if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
                    loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                    if (!loop_init_2) {
                        uint _e197 = e_1;
                        e_1 = (_e197 + 1u);
                    }
                    loop_init_2 = false;
                    uint _e185 = e_1;
                    if ((_e185 < EACH)) {
                    } else {
                        break;
                    }
                    {
                        uint _e188 = e_1;
                        uint _e190 = e_1;
                        uint _e192 = q_at[min(uint(_e190), 0u)];
                        uint _e193 = d;
                        const float4 _e194 = load_q4_(_e192, _e193);
                        const float4 _e195 = scale_q(_e194);
                        x[min(uint(_e188), 0u)] = _e195;
                    }
                }
                n = 0u;
                uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
                bool loop_init_3 = true;
                while(true) {
                    if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
                    loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                    if (!loop_init_3) {
                        uint _e273 = n;
                        n = (_e273 + 1u);
                    }
                    loop_init_3 = false;
                    uint _e201 = n;
                    if ((_e201 < QUADS)) {
                    } else {
                        break;
                    }
                    {
                        uint _e205 = n;
                        uint4 j_2 = min((((j0_ + (4u * _e205))).xxxx + uint4(0u, 1u, 2u, 3u)), ((bound - 1u)).xxxx);
                        uint _e222 = params.k_row;
                        uint4 at_1 = ((k_at).xxxx + (j_2 * _e222));
                        uint _e226 = d;
                        const float4 _e227 = load_k4_(at_1.x, _e226);
                        uint _e229 = d;
                        const float4 _e230 = load_k4_(at_1.y, _e229);
                        uint _e232 = d;
                        const float4 _e233 = load_k4_(at_1.z, _e232);
                        uint _e235 = d;
                        const float4 _e236 = load_k4_(at_1.w, _e235);
                        e_2 = 0u;
                        uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
                        bool loop_init_4 = true;
                        while(true) {
                            if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
                            loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                            if (!loop_init_4) {
                                uint _e270 = e_2;
                                e_2 = (_e270 + 1u);
                            }
                            loop_init_4 = false;
                            uint _e239 = e_2;
                            if ((_e239 < EACH)) {
                            } else {
                                break;
                            }
                            {
                                uint _e242 = e_2;
                                uint _e244 = n;
                                float4 _e246 = s[min(uint(_e242), 0u)][min(uint(_e244), 3u)];
                                uint _e247 = e_2;
                                float4 _e249 = x[min(uint(_e247), 0u)];
                                uint _e250 = d;
                                const float _e251 = pair(_e249, _e227, h_4, _e250);
                                uint _e252 = e_2;
                                float4 _e254 = x[min(uint(_e252), 0u)];
                                uint _e255 = d;
                                const float _e256 = pair(_e254, _e230, h_4, _e255);
                                uint _e257 = e_2;
                                float4 _e259 = x[min(uint(_e257), 0u)];
                                uint _e260 = d;
                                const float _e261 = pair(_e259, _e233, h_4, _e260);
                                uint _e262 = e_2;
                                float4 _e264 = x[min(uint(_e262), 0u)];
                                uint _e265 = d;
                                const float _e266 = pair(_e264, _e236, h_4, _e265);
                                s[min(uint(_e242), 0u)][min(uint(_e244), 3u)] = (_e246 + float4(_e251, _e256, _e261, _e266));
                            }
                        }
                    }
                }
            }
        }
    }
    uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e335 = e_3;
            e_3 = (_e335 + 1u);
        }
        loop_init_5 = false;
        uint _e280 = e_3;
        if ((_e280 < EACH)) {
        } else {
            break;
        }
        {
            uint _e283 = e_3;
            uint r_1 = (first + (_e283 * ROWS));
            uint _e289 = params.score_rows;
            if ((r_1 < _e289)) {
                uint _e291 = id;
                uint _e294 = params.score_rows;
                uint _e299 = params.kv_len;
                uint cell = (((_e291 * _e294) + r_1) * _e299);
                const uint _e301 = score_row(r_1);
                n_1 = 0u;
                uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
                bool loop_init_6 = true;
                while(true) {
                    if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                    loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                    if (!loop_init_6) {
                        uint _e332 = n_1;
                        n_1 = (_e332 + 1u);
                    }
                    loop_init_6 = false;
                    uint _e304 = n_1;
                    uint _e308 = params.kv_len;
                    if ((_e304 < min(16u, (_e308 - j0_)))) {
                    } else {
                        break;
                    }
                    {
                        uint _e313 = n_1;
                        uint _e315 = e_3;
                        uint _e317 = n_1;
                        uint _e321 = n_1;
                        float _e325 = s[min(uint(_e315), 0u)][min(uint(naga_div(_e317, 4u)), 3u)][min(uint(naga_mod(_e321, 4u)), 3u)];
                        uint _e326 = n_1;
                        uint _e328 = e_3;
                        uint2 _e330 = keys[min(uint(_e328), 0u)];
                        store_score(((cell + j0_) + _e313), _e325, b_6, h_4, _e301, (j0_ + _e326), _e330);
                    }
                }
            }
        }
    }
    return;
}
