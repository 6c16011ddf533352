struct Params {
    uint grid_x;
    uint cells;
    uint channels;
    uint len;
    uint taps;
    uint input_offset;
    uint input_batch;
    uint input_channel;
    uint input_row;
    uint o_offset;
    uint o_batch;
    uint o_channel;
    uint o_row;
};

static const uint WORKGROUP = 64u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer input : register(t1);
ByteAddressBuffer weight : register(t2);
RWByteAddressBuffer o : register(u3);

float activation(float x)
{
    return x;
}

float load_input(uint at)
{
    float _e3 = asfloat(input.Load(at*4));
    return float(_e3);
}

float load_state_in(uint at_1)
{
    return 0.0;
}

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

float padded(uint b, uint c, uint t)
{
    uint _e5 = params.taps;
    uint past = (_e5 - 1u);
    if ((t < past)) {
        uint _e11 = params.channels;
        const float _e16 = load_state_in(((((b * _e11) + c) * past) + t));
        return _e16;
    }
    uint _e19 = params.input_offset;
    uint _e22 = params.input_batch;
    uint _e27 = params.input_channel;
    uint at_4 = ((_e19 + (b * _e22)) + (c * _e27));
    uint _e33 = params.input_row;
    const float _e36 = load_input((at_4 + ((t - past) * _e33)));
    return _e36;
}

float load_weight(uint at_2)
{
    float _e3 = asfloat(weight.Load(at_2*4));
    return float(_e3);
}

float load_channel_bias(uint at_3)
{
    return 0.0;
}

void store_o4_(uint base, uint d, uint dim, float4 x_1)
{
    if ((d < dim)) {
        o.Store((base + d)*4, asuint(float(x_1.x)));
    }
    if (((d + 1u) < dim)) {
        o.Store(((base + d) + 1u)*4, asuint(float(x_1.y)));
    }
    if (((d + 2u) < dim)) {
        o.Store(((base + d) + 2u)*4, asuint(float(x_1.z)));
    }
    if (((d + 3u) < dim)) {
        o.Store(((base + d) + 3u)*4, asuint(float(x_1.w)));
        return;
    } else {
        return;
    }
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
    float y = (float)0;
    uint n = 0u;

    const uint _e2 = group_id(wid);
    uint id = ((_e2 * WORKGROUP) + tid);
    uint _e8 = params.cells;
    if ((id >= _e8)) {
        return;
    }
    uint _e12 = params.len;
    uint t_1 = naga_mod(id, _e12);
    uint _e16 = params.len;
    uint _e20 = params.channels;
    uint c_1 = naga_mod(naga_div(id, _e16), _e20);
    uint _e24 = params.len;
    uint _e27 = params.channels;
    uint b_1 = naga_div(id, (_e24 * _e27));
    const float _e30 = load_channel_bias(c_1);
    y = _e30;
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e53 = n;
            n = (_e53 + 1u);
        }
        loop_init = false;
        uint _e34 = n;
        uint _e37 = params.taps;
        if ((_e34 < _e37)) {
        } else {
            break;
        }
        {
            float _e39 = y;
            uint _e42 = params.taps;
            uint _e44 = n;
            const float _e46 = load_weight(((c_1 * _e42) + _e44));
            uint _e47 = n;
            const float _e49 = padded(b_1, c_1, (t_1 + _e47));
            y = (_e39 + (_e46 * _e49));
        }
    }
    uint _e57 = params.o_offset;
    uint _e60 = params.o_batch;
    uint _e65 = params.o_channel;
    uint _e70 = params.o_row;
    uint at_5 = (((_e57 + (b_1 * _e60)) + (c_1 * _e65)) + (t_1 * _e70));
    float _e75 = y;
    const float _e76 = activation(_e75);
    store_o4_(at_5, 0u, 1u, float4(_e76, 0.0, 0.0, 0.0));
    return;
}
