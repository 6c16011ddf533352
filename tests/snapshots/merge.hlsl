struct Params {
    uint grid_x;
    uint rows;
    uint parts;
    uint heads;
    uint len;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    float neg_inf;
};

static const uint WORKGROUP = 64u;
static const uint V_DIM = 64u;
static const bool MEAN = true;
static const float MASKED = -3.4028235e38;
static const float LOWEST_VISIBLE = -3.4028233e38;
static const uint V4_ = 16u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer partial_o : register(t1);
ByteAddressBuffer partial_lse : register(t2);
RWByteAddressBuffer o : register(u3);
RWByteAddressBuffer lse : register(u4);

void store_o4_(uint base, uint d, uint dim, float4 x)
{
    if ((d < dim)) {
        o.Store(((base + d) >> 2u)*8, half4(x));
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

float keep_visible(float s)
{
    const bool _e3 = is_nan(s);
    return (_e3 ? s : max(s, LOWEST_VISIBLE));
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

float2 log_parts(float top_1, float sum_2)
{
    float _e4 = params.neg_inf;
    float2 seen = ((sum_2 > 0.0) ? float2(top_1, log(sum_2)) : float2(_e4, 0.0));
    const bool _e14 = is_nan(sum_2);
    return (_e14 ? float2(sum_2, 0.0) : seen);
}

float log_sum(float top_2, float sum_3)
{
    const float2 _e2 = log_parts(top_2, sum_3);
    return (_e2.x + _e2.y);
}

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

float4 partial_o4_(uint row, uint d_1)
{
    float4 r = (0.0).xxxx;

    uint at_2 = ((row * V_DIM) + d_1);
    float _e11 = asfloat(partial_o.Load(at_2*4));
    r.x = _e11;
    if (((d_1 + 1u) < V_DIM)) {
        float _e21 = asfloat(partial_o.Load((at_2 + 1u)*4));
        r.y = _e21;
    }
    if (((d_1 + 2u) < V_DIM)) {
        float _e31 = asfloat(partial_o.Load((at_2 + 2u)*4));
        r.z = _e31;
    }
    if (((d_1 + 3u) < V_DIM)) {
        float _e41 = asfloat(partial_o.Load((at_2 + 3u)*4));
        r.w = _e41;
    }
    float4 _e42 = r;
    return _e42;
}

float2 part_lse(uint at_1)
{
    float _e3 = asfloat(partial_lse.Load(at_1*4));
    return float2(_e3, 0.0);
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
    float top = MASKED;
    uint p = 0u;
    float sum = 0.0;
    float4 acc = (0.0).xxxx;
    uint p_1 = 0u;

    const uint _e2 = group_id(wid);
    uint at_3 = ((_e2 * WORKGROUP) + tid);
    uint row_1 = naga_div(at_3, V4_);
    uint _e10 = params.rows;
    if ((row_1 >= _e10)) {
        return;
    }
    uint d_2 = (naga_mod(at_3, V4_) * 4u);
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e39 = p;
            p = (_e39 + 1u);
        }
        loop_init = false;
        uint _e20 = p;
        uint _e23 = params.parts;
        if ((_e20 < _e23)) {
        } else {
            break;
        }
        {
            uint _e25 = p;
            uint _e28 = params.rows;
            const float2 _e31 = part_lse(((_e25 * _e28) + row_1));
            const bool _e33 = is_neg_inf(_e31.x);
            if (!(_e33)) {
                float _e35 = top;
                top = max(_e35, _e31.x);
            }
        }
    }
    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e82 = p_1;
            p_1 = (_e82 + 1u);
        }
        loop_init_1 = false;
        uint _e48 = p_1;
        uint _e51 = params.parts;
        if ((_e48 < _e51)) {
        } else {
            break;
        }
        {
            uint _e53 = p_1;
            uint _e56 = params.rows;
            const float2 _e59 = part_lse(((_e53 * _e56) + row_1));
            const bool _e61 = is_neg_inf(_e59.x);
            if (!(_e61)) {
                float _e64 = top;
                const float _e68 = exp_kept(((_e59.x - _e64) + _e59.y));
                float _e69 = sum;
                sum = (_e69 + _e68);
                float4 _e71 = acc;
                uint _e72 = p_1;
                uint _e75 = params.rows;
                const float4 _e78 = partial_o4_(((_e72 * _e75) + row_1), d_2);
                acc = (_e71 + (_e68 * _e78));
            }
        }
    }
    uint _e86 = params.len;
    uint i = naga_mod(row_1, _e86);
    uint _e90 = params.len;
    uint _e94 = params.heads;
    uint h = naga_mod(naga_div(row_1, _e90), _e94);
    uint _e98 = params.len;
    uint _e101 = params.heads;
    uint b = naga_div(row_1, (_e98 * _e101));
    uint _e106 = params.o_offset;
    uint _e109 = params.o_batch;
    uint _e114 = params.o_head;
    uint _e119 = params.o_row;
    uint o_at = (((_e106 + (b * _e109)) + (h * _e114)) + (i * _e119));
    float4 _e123 = acc;
    float _e124 = sum;
    float _e127 = sum;
    const bool _e128 = row_seen(_e127);
    store_o4_(o_at, d_2, V_DIM, (_e123 * (MEAN ? (_e128 ? (1.0 / _e124) : 0.0) : 1.0)));
    if ((d_2 == 0u)) {
        float _e137 = top;
        float _e138 = sum;
        const float2 _e139 = log_parts(_e137, _e138);
        store_lse(row_1, _e139);
        return;
    } else {
        return;
    }
}
