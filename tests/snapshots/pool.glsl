#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

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
const uint WORKGROUP = 64u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_2_block_1Compute { float _group_0_binding_1_cs[]; };

layout(std430) buffer type_4_block_2Compute { vec4 _group_0_binding_2_cs[]; };


float load_input(uint at) {
    float _e3 = _group_0_binding_1_cs[at];
    return float(_e3);
}

void store_o4_(uint base, uint d, uint dim, vec4 x) {
    if ((d < dim)) {
        _group_0_binding_2_cs[((base + d) >> 2u)] = vec4(x);
        return;
    } else {
        return;
    }
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

Place place_of(uint id) {
    uint _e3 = _group_0_binding_0_cs.dim;
    uint columns = ((_e3 + 3u) / 4u);
    uint row = (id / columns);
    uint _e11 = _group_0_binding_0_cs.len;
    uint i_1 = (row % _e11);
    uint _e15 = _group_0_binding_0_cs.len;
    uint _e19 = _group_0_binding_0_cs.heads;
    uint h = ((row / _e15) % _e19);
    uint _e23 = _group_0_binding_0_cs.len;
    uint _e26 = _group_0_binding_0_cs.heads;
    uint b = (row / (_e23 * _e26));
    uint _e31 = _group_0_binding_0_cs.input_offset;
    uint _e34 = _group_0_binding_0_cs.input_batch;
    uint _e39 = _group_0_binding_0_cs.input_head;
    uint head_at = ((_e31 + (b * _e34)) + (h * _e39));
    uint _e44 = _group_0_binding_0_cs.o_offset;
    uint _e47 = _group_0_binding_0_cs.o_batch;
    uint _e52 = _group_0_binding_0_cs.o_head;
    uint _e57 = _group_0_binding_0_cs.o_row;
    uint o_at = (((_e44 + (b * _e47)) + (h * _e52)) + (i_1 * _e57));
    return Place(row, b, h, i_1, ((id % columns) * 4u), head_at, o_at);
}

vec4 input_four(uint at_1, uint d_1) {
    vec4 x_1 = vec4(0.0);
    uint n = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e22 = n;
            n = (_e22 + 1u);
        }
        loop_init = false;
        uint _e7 = n;
        uint _e11 = _group_0_binding_0_cs.dim;
        if ((_e7 < min(4u, (_e11 - d_1)))) {
        } else {
            break;
        }
        {
            uint _e15 = n;
            uint _e18 = n;
            float _e20 = load_input(((at_1 + d_1) + _e18));
            x_1[_e15] = _e20;
        }
    }
    vec4 _e24 = x_1;
    return _e24;
}

vec4 pool_next(vec4 acc_1, vec4 x_2) {
    return (acc_1 + x_2);
}

vec4 pool_end(vec4 acc_2, uint count) {
    return (acc_2 / vec4(float(count)));
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    vec4 acc = vec4(0.0);
    uint i = 0u;
    uint _e2 = group_id(wid);
    Place _e6 = place_of(((_e2 * WORKGROUP) + tid));
    uint _e10 = _group_0_binding_0_cs.rows;
    if ((_e6.row >= _e10)) {
        return;
    }
    uint _e15 = _group_0_binding_0_cs.stride;
    uint place = (_e6.i * _e15);
    uint _e19 = _group_0_binding_0_cs.lead;
    uint _e23 = _group_0_binding_0_cs.lead;
    uint first = (max(place, _e19) - _e23);
    uint _e27 = _group_0_binding_0_cs.block;
    uint _e30 = _group_0_binding_0_cs.lead;
    uint _e34 = _group_0_binding_0_cs.tokens;
    uint end = (place + min((_e27 - _e30), (_e34 - place)));
    uint _e41 = _group_0_binding_0_cs.input_row;
    vec4 _e45 = input_four((_e6.head_at + (first * _e41)), _e6.d);
    acc = _e45;
    i = (first + 1u);
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e64 = i;
            i = (_e64 + 1u);
        }
        loop_init_1 = false;
        uint _e50 = i;
        if ((_e50 < end)) {
        } else {
            break;
        }
        {
            vec4 _e52 = acc;
            uint _e54 = i;
            uint _e57 = _group_0_binding_0_cs.input_row;
            vec4 _e61 = input_four((_e6.head_at + (_e54 * _e57)), _e6.d);
            vec4 _e62 = pool_next(_e52, _e61);
            acc = _e62;
        }
    }
    uint _e70 = _group_0_binding_0_cs.dim;
    vec4 _e71 = acc;
    vec4 _e73 = pool_end(_e71, (end - first));
    store_o4_(_e6.o_at, _e6.d, _e70, _e73);
    return;
}

