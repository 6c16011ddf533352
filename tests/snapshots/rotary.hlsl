struct Params {
    uint grid_x;
    uint rows;
    uint heads;
    uint len;
    uint dim;
    uint input_offset;
    uint input_batch;
    uint input_head;
    uint input_row;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    uint rotary_dim;
    uint table_batch;
    uint table_rows;
    uint block;
    uint stride;
    uint lead;
    uint tokens;
};

struct Place {
    uint row;
    uint b;
    uint h;
    uint i;
    uint d;
    uint head_at;
    uint o_at;
};

static const uint WORKGROUP = 64u;
static const bool INTERLEAVED = false;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer input : register(t1);
RWByteAddressBuffer o : register(u2);
ByteAddressBuffer cos_table : register(t3);
ByteAddressBuffer sin_table : register(t4);

float load_input(uint at)
{
    float _e3 = asfloat(input.Load(at*4));
    return float(_e3);
}

void store_o4_(uint base, uint d, uint dim, float4 x_1)
{
    if ((d < dim)) {
        o.Store4(((base + d) >> 2u)*16, asuint(float4(x_1)));
        return;
    } else {
        return;
    }
}

float load_cos_table(uint at_1)
{
    float _e3 = asfloat(cos_table.Load(at_1*4));
    return float(_e3);
}

float load_sin_table(uint at_2)
{
    float _e3 = asfloat(sin_table.Load(at_2*4));
    return float(_e3);
}

uint table_row(uint b, uint i)
{
    uint _e4 = params.len;
    return ((b * _e4) + i);
}

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

Place ConstructPlace(uint arg0, uint arg1, uint arg2, uint arg3, uint arg4, uint arg5, uint arg6) {
    Place ret = (Place)0;
    ret.row = arg0;
    ret.b = arg1;
    ret.h = arg2;
    ret.i = arg3;
    ret.d = arg4;
    ret.head_at = arg5;
    ret.o_at = arg6;
    return ret;
}

Place place_of(uint id)
{
    uint _e3 = params.dim;
    uint columns = naga_div((_e3 + 3u), 4u);
    uint row = naga_div(id, columns);
    uint _e11 = params.len;
    uint i_1 = naga_mod(row, _e11);
    uint _e15 = params.len;
    uint _e19 = params.heads;
    uint h = naga_mod(naga_div(row, _e15), _e19);
    uint _e23 = params.len;
    uint _e26 = params.heads;
    uint b_1 = naga_div(row, (_e23 * _e26));
    uint _e31 = params.input_offset;
    uint _e34 = params.input_batch;
    uint _e39 = params.input_head;
    uint head_at = ((_e31 + (b_1 * _e34)) + (h * _e39));
    uint _e44 = params.o_offset;
    uint _e47 = params.o_batch;
    uint _e52 = params.o_head;
    uint _e57 = params.o_row;
    uint o_at = (((_e44 + (b_1 * _e47)) + (h * _e52)) + (i_1 * _e57));
    const Place place = ConstructPlace(row, b_1, h, i_1, (naga_mod(id, columns) * 4u), head_at, o_at);
    return place;
}

float4 input_four(uint at_3, uint d_1)
{
    float4 x_2 = (0.0).xxxx;
    uint n_1 = 0u;

    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e22 = n_1;
            n_1 = (_e22 + 1u);
        }
        loop_init = false;
        uint _e7 = n_1;
        uint _e11 = params.dim;
        if ((_e7 < min(4u, (_e11 - d_1)))) {
        } else {
            break;
        }
        {
            uint _e15 = n_1;
            uint _e18 = n_1;
            const float _e20 = load_input(((at_3 + d_1) + _e18));
            x_2[min(uint(_e15), 3u)] = _e20;
        }
    }
    float4 _e24 = x_2;
    return _e24;
}

float rotated(uint input_at, uint table, uint d_2)
{
    const float _e4 = load_input((input_at + d_2));
    uint _e7 = params.rotary_dim;
    if ((d_2 >= _e7)) {
        return _e4;
    }
    uint _e11 = params.rotary_dim;
    uint pairs = naga_div(_e11, 2u);
    uint f = (INTERLEAVED ? naga_div(d_2, 2u) : naga_mod(d_2, pairs));
    bool first = (INTERLEAVED ? (naga_mod(d_2, 2u) == 0u) : (d_2 < pairs));
    uint step_ = (INTERLEAVED ? 1u : pairs);
    const float _e30 = load_cos_table((table + f));
    const float _e32 = load_sin_table((table + f));
    if (first) {
        const float _e36 = load_input(((input_at + d_2) + step_));
        return ((_e4 * _e30) - (_e36 * _e32));
    }
    const float _e42 = load_input(((input_at + d_2) - step_));
    return ((_e4 * _e30) + (_e42 * _e32));
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    float4 x = (0.0).xxxx;
    uint n = 0u;

    const uint _e2 = group_id(wid);
    const Place _e6 = place_of(((_e2 * WORKGROUP) + tid));
    uint _e10 = params.rows;
    if ((_e6.row >= _e10)) {
        return;
    }
    uint _e16 = params.input_row;
    uint input_at_1 = (_e6.head_at + (_e6.i * _e16));
    const uint _e21 = table_row(_e6.b, _e6.i);
    uint _e24 = params.rotary_dim;
    uint table_1 = (_e21 * naga_div(_e24, 2u));
    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e49 = n;
            n = (_e49 + 1u);
        }
        loop_init_1 = false;
        uint _e33 = n;
        uint _e37 = params.dim;
        if ((_e33 < min(4u, (_e37 - _e6.d)))) {
        } else {
            break;
        }
        {
            uint _e42 = n;
            uint _e45 = n;
            const float _e47 = rotated(input_at_1, table_1, (_e6.d + _e45));
            x[min(uint(_e42), 3u)] = _e47;
        }
    }
    uint _e55 = params.dim;
    float4 _e56 = x;
    store_o4_(_e6.o_at, _e6.d, _e55, _e56);
    return;
}
