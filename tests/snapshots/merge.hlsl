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

void store_lse(uint at, float x_1)
{
    lse.Store(at*4, asuint(x_1));
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

float log_sum(float top_1, float sum_2)
{
    float _e4 = params.neg_inf;
    const bool _e10 = is_nan(sum_2);
    return (_e10 ? sum_2 : ((sum_2 > 0.0) ? (top_1 + log(sum_2)) : _e4));
}

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

float4 partial_o4_(uint row, uint d_1)
{
    float4 r = (0.0).xxxx;

    uint at_1 = ((row * V_DIM) + d_1);
    float _e11 = asfloat(partial_o.Load(at_1*4));
    r.x = _e11;
    if (((d_1 + 1u) < V_DIM)) {
        float _e21 = asfloat(partial_o.Load((at_1 + 1u)*4));
        r.y = _e21;
    }
    if (((d_1 + 2u) < V_DIM)) {
        float _e31 = asfloat(partial_o.Load((at_1 + 2u)*4));
        r.z = _e31;
    }
    if (((d_1 + 3u) < V_DIM)) {
        float _e41 = asfloat(partial_o.Load((at_1 + 3u)*4));
        r.w = _e41;
    }
    float4 _e42 = r;
    return _e42;
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
    uint at_2 = ((_e2 * WORKGROUP) + tid);
    uint row_1 = naga_div(at_2, V4_);
    uint _e10 = params.rows;
    if ((row_1 >= _e10)) {
        return;
    }
    uint d_2 = (naga_mod(at_2, V4_) * 4u);
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
            uint _e26 = p;
            uint _e29 = params.rows;
            float x_6 = asfloat(partial_lse.Load(((_e26 * _e29) + row_1)*4));
            const bool _e34 = is_neg_inf(x_6);
            if (!(_e34)) {
                float _e36 = top;
                top = max(_e36, x_6);
            }
        }
    }
    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e80 = p_1;
            p_1 = (_e80 + 1u);
        }
        loop_init_1 = false;
        uint _e48 = p_1;
        uint _e51 = params.parts;
        if ((_e48 < _e51)) {
        } else {
            break;
        }
        {
            uint _e54 = p_1;
            uint _e57 = params.rows;
            float x_7 = asfloat(partial_lse.Load(((_e54 * _e57) + row_1)*4));
            const bool _e62 = is_neg_inf(x_7);
            if (!(_e62)) {
                float _e64 = top;
                const float _e66 = exp_kept((x_7 - _e64));
                float _e67 = sum;
                sum = (_e67 + _e66);
                float4 _e69 = acc;
                uint _e70 = p_1;
                uint _e73 = params.rows;
                const float4 _e76 = partial_o4_(((_e70 * _e73) + row_1), d_2);
                acc = (_e69 + (_e66 * _e76));
            }
        }
    }
    uint _e84 = params.len;
    uint i = naga_mod(row_1, _e84);
    uint _e88 = params.len;
    uint _e92 = params.heads;
    uint h = naga_mod(naga_div(row_1, _e88), _e92);
    uint _e96 = params.len;
    uint _e99 = params.heads;
    uint b = naga_div(row_1, (_e96 * _e99));
    uint _e104 = params.o_offset;
    uint _e107 = params.o_batch;
    uint _e112 = params.o_head;
    uint _e117 = params.o_row;
    uint o_at = (((_e104 + (b * _e107)) + (h * _e112)) + (i * _e117));
    float4 _e121 = acc;
    float _e122 = sum;
    float _e125 = sum;
    const bool _e126 = row_seen(_e125);
    store_o4_(o_at, d_2, V_DIM, (_e121 * (MEAN ? (_e126 ? (1.0 / _e122) : 0.0) : 1.0)));
    if ((d_2 == 0u)) {
        float _e135 = top;
        float _e136 = sum;
        const float _e137 = log_sum(_e135, _e136);
        store_lse(row_1, _e137);
        return;
    } else {
        return;
    }
}
