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
static const uint QK_DIM = 64u;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer q : register(t1);
ByteAddressBuffer k_2 : register(t2);
RWByteAddressBuffer scores : register(u3);
ByteAddressBuffer lse : register(t4);

float edit_score(float raw, uint b, uint h, uint i_1, uint j_1)
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

float row_log(uint at)
{
    float _e3 = asfloat(lse.Load(at*4));
    return _e3;
}

float3 stat_first()
{
    return (0.0).xxx;
}

float3 stat_next(float3 a, float w)
{
    return max(a, (exp(w)).xxx);
}

float2 stat_end(float3 a_1)
{
    return float2(a_1.x, 0.0);
}

uint2 cell_queries(uint row, uint column, uint q_len)
{
    uint _e5 = params.block_q;
    uint _e11 = params.block_q;
    return uint2((row * _e5), min(((row + 1u) * _e11), q_len));
}

uint2 cell_keys(uint row_1, uint column_1, uint i_2)
{
    uint _e8 = params.block_kv;
    return (uint2(column_1, (column_1 + 1u)) * _e8);
}

bool is_nan(float x)
{
    return ((asuint(x) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_2)
{
    const bool _e3 = is_nan(s_2);
    return (_e3 ? s_2 : max(s_2, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_1)
{
    return (asuint(x_1) == 4286578688u);
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

float exp_kept(float x_2)
{
    const bool _e2 = is_nan(x_2);
    return (_e2 ? x_2 : exp(x_2));
}

float4 exp_kept4_(float4 x_3)
{
    bool4 nan = ((asuint(x_3) & (2147483647u).xxxx) > (2139095040u).xxxx);
    return (nan ? x_3 : exp(x_3));
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

uint2 key_range(uint i_3, int offset, uint kv_count_1)
{
    int lo = int(0);
    int hi = (int)0;

    int p = asint(asuint(int(i_3)) + asuint(offset));
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

float4 scale_q(float4 x_4)
{
    float _e3 = params.scale;
    return (x_4 * asfloat((asuint(_e3) & 2139095040u)));
}

float scale_rest()
{
    float _e2 = params.scale;
    return asfloat(((asuint(_e2) & 2155872255u) | 1065353216u));
}

float scale_pair(float s_3)
{
    const float _e1 = scale_rest();
    return (s_3 * _e1);
}

float4 scale_pairs(float4 s_4)
{
    const float _e1 = scale_rest();
    return (s_4 * _e1);
}

float pair(float4 x_5, float4 k, uint h_1, uint d_3)
{
    return dot(x_5, k);
}

float pair_onto(float s_5, float4 x_6, float4 k_1, uint h_2, uint d_4)
{
    const float _e5 = pair(x_6, k_1, h_2, d_4);
    return (s_5 + _e5);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    uint id = (uint)0;
    float3 acc = (float3)0;
    uint i = (uint)0;
    uint j = (uint)0;
    float s = (float)0;
    uint d = (uint)0;

    const uint _e2 = group_id(wid);
    uint at_1 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = params.cells;
    if ((at_1 >= _e8)) {
        return;
    }
    uint _e12 = params.kv_blocks;
    uint column_2 = naga_mod(at_1, _e12);
    uint _e16 = params.kv_blocks;
    id = naga_div(at_1, _e16);
    uint _e19 = id;
    uint _e22 = params.score_rows;
    uint row_2 = naga_mod(_e19, _e22);
    uint _e24 = id;
    uint _e27 = params.score_rows;
    id = naga_div(_e24, _e27);
    uint _e29 = id;
    uint _e32 = params.q_heads;
    uint h_3 = naga_mod(_e29, _e32);
    uint _e34 = id;
    uint _e37 = params.q_heads;
    uint b_5 = naga_div(_e34, _e37);
    const uint _e39 = q_count_1(b_5);
    const uint _e40 = kv_count_2(b_5);
    const int _e41 = align_offset(_e39, _e40);
    uint _e44 = params.k_offset;
    uint _e47 = params.k_batch;
    uint _e52 = params.group;
    uint _e56 = params.k_head;
    uint k_base = ((_e44 + (b_5 * _e47)) + (naga_div(h_3, _e52) * _e56));
    const uint2 _e59 = cell_queries(row_2, column_2, _e39);
    const float3 _e60 = stat_first();
    acc = _e60;
    i = _e59.x;
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e152 = i;
            i = (_e152 + 1u);
        }
        loop_init = false;
        uint _e64 = i;
        if ((_e64 < _e59.y)) {
        } else {
            break;
        }
        {
            uint _e69 = params.q_offset;
            uint _e72 = params.q_batch;
            uint _e77 = params.q_head;
            uint _e80 = i;
            uint _e83 = params.q_row;
            uint q_at = (((_e69 + (b_5 * _e72)) + (h_3 * _e77)) + (_e80 * _e83));
            uint _e88 = params.lse_batch;
            uint _e92 = params.lse_head;
            uint _e95 = i;
            const float _e97 = row_log((((b_5 * _e88) + (h_3 * _e92)) + _e95));
            uint _e98 = i;
            const uint2 _e99 = key_range(_e98, _e41, _e40);
            uint _e100 = i;
            const uint2 _e101 = cell_keys(row_2, column_2, _e100);
            j = max(_e101.x, _e99.x);
            uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e149 = j;
                    j = (_e149 + 1u);
                }
                loop_init_1 = false;
                uint _e106 = j;
                if ((_e106 < min(_e101.y, _e99.y))) {
                } else {
                    break;
                }
                {
                    s = 0.0;
                    d = 0u;
                    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
                    bool loop_init_2 = true;
                    while(true) {
                        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
                        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                        if (!loop_init_2) {
                            uint _e133 = d;
                            d = (_e133 + 4u);
                        }
                        loop_init_2 = false;
                        uint _e115 = d;
                        if ((_e115 < QK_DIM)) {
                        } else {
                            break;
                        }
                        {
                            float _e118 = s;
                            uint _e119 = d;
                            const float4 _e120 = load_q4_(q_at, _e119);
                            const float4 _e121 = scale_q(_e120);
                            uint _e122 = j;
                            uint _e125 = params.k_row;
                            uint _e128 = d;
                            const float4 _e129 = load_k4_((k_base + (_e122 * _e125)), _e128);
                            uint _e130 = d;
                            const float _e131 = pair(_e121, _e129, h_3, _e130);
                            s = (_e118 + _e131);
                        }
                    }
                    float _e136 = s;
                    const float _e137 = scale_pair(_e136);
                    uint _e138 = i;
                    uint _e139 = j;
                    const float _e140 = edit_score(_e137, b_5, h_3, _e138, _e139);
                    s = _e140;
                    float _e141 = s;
                    if ((_e141 != MASKED)) {
                        float3 _e144 = acc;
                        float _e145 = s;
                        const float3 _e147 = stat_next(_e144, (_e145 - _e97));
                        acc = _e147;
                    }
                }
            }
        }
    }
    float3 _e154 = acc;
    const float2 _e155 = stat_end(_e154);
    scores.Store(at_1*4, asuint((_e155.x + _e155.y)));
    return;
}
