#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

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
const uint WORKGROUP = 64u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_2_block_1Compute { float _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_2_block_2Compute { float _group_0_binding_2_cs[]; };

layout(std430) buffer type_2_block_3Compute { float _group_0_binding_3_cs[]; };


float activation(float x) {
    return x;
}

float load_input(uint at) {
    float _e3 = _group_0_binding_1_cs[at];
    return float(_e3);
}

float load_state_in(uint at_1) {
    return 0.0;
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

float padded(uint b, uint c, uint t) {
    uint _e5 = _group_0_binding_0_cs.taps;
    uint past = (_e5 - 1u);
    if ((t < past)) {
        uint _e11 = _group_0_binding_0_cs.channels;
        float _e16 = load_state_in(((((b * _e11) + c) * past) + t));
        return _e16;
    }
    uint _e19 = _group_0_binding_0_cs.input_offset;
    uint _e22 = _group_0_binding_0_cs.input_batch;
    uint _e27 = _group_0_binding_0_cs.input_channel;
    uint at_4 = ((_e19 + (b * _e22)) + (c * _e27));
    uint _e33 = _group_0_binding_0_cs.input_row;
    float _e36 = load_input((at_4 + ((t - past) * _e33)));
    return _e36;
}

float load_weight(uint at_2) {
    float _e3 = _group_0_binding_2_cs[at_2];
    return float(_e3);
}

float load_channel_bias(uint at_3) {
    return 0.0;
}

void store_o4_(uint base, uint d, uint dim, vec4 x_1) {
    if ((d < dim)) {
        _group_0_binding_3_cs[(base + d)] = float(x_1.x);
    }
    if (((d + 1u) < dim)) {
        _group_0_binding_3_cs[((base + d) + 1u)] = float(x_1.y);
    }
    if (((d + 2u) < dim)) {
        _group_0_binding_3_cs[((base + d) + 2u)] = float(x_1.z);
    }
    if (((d + 3u) < dim)) {
        _group_0_binding_3_cs[((base + d) + 3u)] = float(x_1.w);
        return;
    } else {
        return;
    }
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    float y = 0.0;
    uint n = 0u;
    uint _e2 = group_id(wid);
    uint id = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.cells;
    if ((id >= _e8)) {
        return;
    }
    uint _e12 = _group_0_binding_0_cs.len;
    uint t_1 = (id % _e12);
    uint _e16 = _group_0_binding_0_cs.len;
    uint _e20 = _group_0_binding_0_cs.channels;
    uint c_1 = ((id / _e16) % _e20);
    uint _e24 = _group_0_binding_0_cs.len;
    uint _e27 = _group_0_binding_0_cs.channels;
    uint b_1 = (id / (_e24 * _e27));
    float _e30 = load_channel_bias(c_1);
    y = _e30;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e53 = n;
            n = (_e53 + 1u);
        }
        loop_init = false;
        uint _e34 = n;
        uint _e37 = _group_0_binding_0_cs.taps;
        if ((_e34 < _e37)) {
        } else {
            break;
        }
        {
            float _e39 = y;
            uint _e42 = _group_0_binding_0_cs.taps;
            uint _e44 = n;
            float _e46 = load_weight(((c_1 * _e42) + _e44));
            uint _e47 = n;
            float _e49 = padded(b_1, c_1, (t_1 + _e47));
            y = (_e39 + (_e46 * _e49));
        }
    }
    uint _e57 = _group_0_binding_0_cs.o_offset;
    uint _e60 = _group_0_binding_0_cs.o_batch;
    uint _e65 = _group_0_binding_0_cs.o_channel;
    uint _e70 = _group_0_binding_0_cs.o_row;
    uint at_5 = (((_e57 + (b_1 * _e60)) + (c_1 * _e65)) + (t_1 * _e70));
    float _e75 = y;
    float _e76 = activation(_e75);
    store_o4_(at_5, 0u, 1u, vec4(_e76, 0.0, 0.0, 0.0));
    return;
}

