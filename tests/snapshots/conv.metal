// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
    uint size3;
};

typedef float OutElem;
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
typedef float type_2[1];
constant uint WORKGROUP = 64u;

float activation(
    float x
) {
    return x;
}

float load_input(
    uint at,
    device type_2 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = input[at];
    return static_cast<float>(_e3);
}

float load_state_in(
    uint at_1
) {
    return 0.0;
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

float padded(
    uint b,
    uint c,
    uint t,
    constant Params& params,
    device type_2 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e5 = params.taps;
    uint past = _e5 - 1u;
    if (t < past) {
        uint _e11 = params.channels;
        float _e16 = load_state_in((((b * _e11) + c) * past) + t);
        return _e16;
    }
    uint _e19 = params.input_offset;
    uint _e22 = params.input_batch;
    uint _e27 = params.input_channel;
    uint at_4 = (_e19 + (b * _e22)) + (c * _e27);
    uint _e33 = params.input_row;
    float _e36 = load_input(at_4 + ((t - past) * _e33), input, _buffer_sizes);
    return _e36;
}

float load_weight(
    uint at_2,
    device type_2 const& weight,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = weight[at_2];
    return static_cast<float>(_e3);
}

float load_channel_bias(
    uint at_3
) {
    return 0.0;
}

void store_o4_(
    uint base,
    uint d,
    uint dim,
    metal::float4 x_1,
    device type_2& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d < dim) {
        o[base + d] = static_cast<float>(x_1.x);
    }
    if ((d + 1u) < dim) {
        o[(base + d) + 1u] = static_cast<float>(x_1.y);
    }
    if ((d + 2u) < dim) {
        o[(base + d) + 2u] = static_cast<float>(x_1.z);
    }
    if ((d + 3u) < dim) {
        o[(base + d) + 3u] = static_cast<float>(x_1.w);
        return;
    } else {
        return;
    }
}
uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}


struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_2 const& input [[user(fake0)]]
, device type_2 const& weight [[user(fake0)]]
, device type_2& o [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    float y = {};
    uint n = 0u;
    uint _e2 = group_id(wid, params);
    uint id = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.cells;
    if (id >= _e8) {
        return;
    }
    uint _e12 = params.len;
    uint t_1 = naga_mod(id, _e12);
    uint _e16 = params.len;
    uint _e20 = params.channels;
    uint c_1 = naga_mod(naga_div(id, _e16), _e20);
    uint _e24 = params.len;
    uint _e27 = params.channels;
    uint b_1 = naga_div(id, _e24 * _e27);
    float _e30 = load_channel_bias(c_1);
    y = _e30;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e53 = n;
            n = _e53 + 1u;
        }
        loop_init = false;
        uint _e34 = n;
        uint _e37 = params.taps;
        if (_e34 < _e37) {
        } else {
            break;
        }
        {
            float _e39 = y;
            uint _e42 = params.taps;
            uint _e44 = n;
            float _e46 = load_weight((c_1 * _e42) + _e44, weight, _buffer_sizes);
            uint _e47 = n;
            float _e49 = padded(b_1, c_1, t_1 + _e47, params, input, _buffer_sizes);
            y = _e39 + (_e46 * _e49);
        }
    }
    uint _e57 = params.o_offset;
    uint _e60 = params.o_batch;
    uint _e65 = params.o_channel;
    uint _e70 = params.o_row;
    uint at_5 = ((_e57 + (b_1 * _e60)) + (c_1 * _e65)) + (t_1 * _e70);
    float _e75 = y;
    float _e76 = activation(_e75);
    store_o4_(at_5, 0u, 1u, metal::float4(_e76, 0.0, 0.0, 0.0), o, _buffer_sizes);
    return;
}
