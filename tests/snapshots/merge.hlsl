struct Params {
    uint grid_x;
    uint rows;
    uint parts;
    uint batch;
    uint heads;
    uint len;
    uint row_batch;
    uint total_len;
    uint whole;
    uint first;
    uint reverse_from;
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
    bool local_1 = (bool)0;

    if (!((sum_1 > 0.0))) {
        const bool _e6 = is_nan(sum_1);
        local_1 = _e6;
    } else {
        local_1 = true;
    }
    bool _e8 = local_1;
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

uint token_start(uint b)
{
    return 0u;
}

uint token_count(uint b_1)
{
    uint _e3 = params.len;
    return _e3;
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
    bool local = (bool)0;
    float top = MASKED;
    uint p = 0u;
    float sum = 0.0;
    float4 acc = (0.0).xxxx;
    uint p_1 = 0u;

    const uint _e2 = group_id(wid);
    uint at_3 = ((_e2 * WORKGROUP) + tid);
    uint d_2 = (naga_mod(at_3, V4_) * 4u);
    uint _e14 = params.len;
    uint t = naga_mod(naga_div(at_3, V4_), _e14);
    uint _e20 = params.len;
    uint _e24 = params.heads;
    uint h = naga_mod(naga_div(naga_div(at_3, V4_), _e20), _e24);
    uint _e30 = params.len;
    uint _e34 = params.heads;
    uint b_2 = naga_div(naga_div(naga_div(at_3, V4_), _e30), _e34);
    uint _e38 = params.batch;
    if (!((b_2 >= _e38))) {
        const uint _e43 = token_count(b_2);
        local = (t >= _e43);
    } else {
        local = true;
    }
    bool _e46 = local;
    if (_e46) {
        return;
    }
    const uint _e47 = token_start(b_2);
    uint i = (_e47 + t);
    uint _e51 = params.row_batch;
    uint _e55 = params.total_len;
    uint row_1 = (((b_2 * _e51) + (h * _e55)) + i);
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e82 = p;
            p = (_e82 + 1u);
        }
        loop_init = false;
        uint _e63 = p;
        uint _e66 = params.parts;
        if ((_e63 < _e66)) {
        } else {
            break;
        }
        {
            uint _e68 = p;
            uint _e71 = params.rows;
            const float2 _e74 = part_lse(((_e68 * _e71) + row_1));
            const bool _e76 = is_neg_inf(_e74.x);
            if (!(_e76)) {
                float _e78 = top;
                top = max(_e78, _e74.x);
            }
        }
    }
    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e125 = p_1;
            p_1 = (_e125 + 1u);
        }
        loop_init_1 = false;
        uint _e91 = p_1;
        uint _e94 = params.parts;
        if ((_e91 < _e94)) {
        } else {
            break;
        }
        {
            uint _e96 = p_1;
            uint _e99 = params.rows;
            const float2 _e102 = part_lse(((_e96 * _e99) + row_1));
            const bool _e104 = is_neg_inf(_e102.x);
            if (!(_e104)) {
                float _e107 = top;
                const float _e111 = exp_kept(((_e102.x - _e107) + _e102.y));
                float _e112 = sum;
                sum = (_e112 + _e111);
                float4 _e114 = acc;
                uint _e115 = p_1;
                uint _e118 = params.rows;
                const float4 _e121 = partial_o4_(((_e115 * _e118) + row_1), d_2);
                acc = (_e114 + (_e111 * _e121));
            }
        }
    }
    uint _e129 = params.o_offset;
    uint _e132 = params.o_batch;
    uint _e137 = params.o_head;
    uint _e142 = params.o_row;
    uint o_at = (((_e129 + (b_2 * _e132)) + (h * _e137)) + (i * _e142));
    float4 _e146 = acc;
    float _e147 = sum;
    float _e150 = sum;
    const bool _e151 = row_seen(_e150);
    store_o4_(o_at, d_2, V_DIM, (_e146 * (MEAN ? (_e151 ? (1.0 / _e147) : 0.0) : 1.0)));
    if ((d_2 == 0u)) {
        float _e160 = top;
        float _e161 = sum;
        const float2 _e162 = log_parts(_e160, _e161);
        store_lse(row_1, _e162);
        return;
    } else {
        return;
    }
}
