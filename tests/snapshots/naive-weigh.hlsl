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
static const uint V_DIM = 64u;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint V4_ = 16u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer scores : register(t1);
ByteAddressBuffer v_2 : register(t2);
RWByteAddressBuffer o : register(u3);

float4 load_v4_(uint base, uint d)
{
    if ((d >= V_DIM)) {
        return (0.0).xxxx;
    }
    float4 _e11 = asfloat(v_2.Load4(((base + d) >> 2u)*16));
    return float4(_e11);
}

void store_o4_(uint base_1, uint d_1, uint dim, float4 x)
{
    if ((d_1 < dim)) {
        o.Store4(((base_1 + d_1) >> 2u)*16, asuint(float4(x)));
        return;
    } else {
        return;
    }
}

bool is_nan(float x_1)
{
    return ((asuint(x_1) & 2147483647u) > 2139095040u);
}

float keep_visible(float s)
{
    const bool _e3 = is_nan(s);
    return (_e3 ? s : max(s, LOWEST_VISIBLE));
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

bool row_seen(float sum_1)
{
    bool local = (bool)0;

    if (!((sum_1 > 0.0))) {
        const bool _e6 = is_nan(sum_1);
        local = _e6;
    } else {
        local = true;
    }
    bool _e8 = local;
    return _e8;
}

float2 log_parts(float top, float sum_2)
{
    float _e4 = params.neg_inf;
    float2 seen = ((sum_2 > 0.0) ? float2(top, log(sum_2)) : float2(_e4, 0.0));
    const bool _e14 = is_nan(sum_2);
    return (_e14 ? float2(sum_2, 0.0) : seen);
}

float log_sum(float top_1, float sum_3)
{
    const float2 _e2 = log_parts(top_1, sum_3);
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

uint2 key_range(uint i, int offset, uint kv_count_1)
{
    int lo = int(0);
    int hi = (int)0;

    int p = asint(asuint(int(i)) + asuint(offset));
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

uint q_start(uint b)
{
    return 0u;
}

uint q_count_1(uint b_1)
{
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_start(uint b_2)
{
    return 0u;
}

uint kv_count_2(uint b_3)
{
    uint _e3 = params.kv_len;
    return _e3;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    float4 sum = (0.0).xxxx;
    uint j = 0u;

    const uint _e2 = group_id(wid);
    uint at = ((_e2 * WORKGROUP) + tid);
    uint row = naga_div(at, V4_);
    uint _e10 = params.rows;
    if ((row >= _e10)) {
        return;
    }
    uint d_2 = (naga_mod(at, V4_) * 4u);
    uint _e18 = params.q_len;
    uint i_1 = naga_mod(row, _e18);
    uint _e22 = params.q_len;
    uint _e26 = params.q_heads;
    uint h = naga_mod(naga_div(row, _e22), _e26);
    uint _e30 = params.q_len;
    uint _e33 = params.q_heads;
    uint b_4 = naga_div(row, (_e30 * _e33));
    const uint _e36 = q_count_1(b_4);
    if ((i_1 >= _e36)) {
        return;
    }
    uint _e40 = params.v_offset;
    uint _e43 = params.v_batch;
    uint _e48 = params.group;
    uint _e52 = params.v_head;
    const uint _e55 = kv_start(b_4);
    uint _e58 = params.v_row;
    uint v_at = (((_e40 + (b_4 * _e43)) + (naga_div(h, _e48) * _e52)) + (_e55 * _e58));
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e92 = j;
            j = (_e92 + 1u);
        }
        loop_init = false;
        uint _e66 = j;
        const uint _e67 = kv_count_2(b_4);
        if ((_e66 < _e67)) {
        } else {
            break;
        }
        {
            uint _e72 = params.kv_len;
            uint _e74 = j;
            float p_1 = asfloat(scores.Load(((row * _e72) + _e74)*4));
            if (!((p_1 == 0.0))) {
                float4 _e81 = sum;
                uint _e82 = j;
                uint _e85 = params.v_row;
                const float4 _e88 = load_v4_((v_at + (_e82 * _e85)), d_2);
                sum = (_e81 + (p_1 * _e88));
            }
        }
    }
    uint _e96 = params.o_offset;
    uint _e99 = params.o_batch;
    uint _e104 = params.o_head;
    const uint _e107 = q_start(b_4);
    uint _e111 = params.o_row;
    uint o_at = (((_e96 + (b_4 * _e99)) + (h * _e104)) + ((_e107 + i_1) * _e111));
    float4 _e115 = sum;
    store_o4_(o_at, d_2, V_DIM, _e115);
    return;
}
