#version 310 es

precision highp float;
precision highp int;

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
const bool INTERLEAVED = false;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_3_block_1Compute { float _group_0_binding_1_cs[]; };

layout(std430) buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_3_block_3Compute { float _group_0_binding_3_cs[]; };

layout(std430) readonly buffer type_3_block_4Compute { float _group_0_binding_4_cs[]; };


float load_input(uint at) {
    float _e3 = _group_0_binding_1_cs[at];
    return float(_e3);
}

void store_o4_(uint base, uint d, uint dim, vec4 x_1) {
    if ((d < dim)) {
        _group_0_binding_2_cs[((base + d) >> 2u)] = vec4(x_1);
        return;
    } else {
        return;
    }
}

float load_cos_table(uint at_1) {
    float _e3 = _group_0_binding_3_cs[at_1];
    return float(_e3);
}

float load_sin_table(uint at_2) {
    float _e3 = _group_0_binding_4_cs[at_2];
    return float(_e3);
}

uint table_row(uint b, uint i) {
    uint _e4 = _group_0_binding_0_cs.len;
    return ((b * _e4) + i);
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
    uint b_1 = (row / (_e23 * _e26));
    uint _e31 = _group_0_binding_0_cs.input_offset;
    uint _e34 = _group_0_binding_0_cs.input_batch;
    uint _e39 = _group_0_binding_0_cs.input_head;
    uint head_at = ((_e31 + (b_1 * _e34)) + (h * _e39));
    uint _e44 = _group_0_binding_0_cs.o_offset;
    uint _e47 = _group_0_binding_0_cs.o_batch;
    uint _e52 = _group_0_binding_0_cs.o_head;
    uint _e57 = _group_0_binding_0_cs.o_row;
    uint o_at = (((_e44 + (b_1 * _e47)) + (h * _e52)) + (i_1 * _e57));
    return Place(row, b_1, h, i_1, ((id % columns) * 4u), head_at, o_at);
}

vec4 input_four(uint at_3, uint d_1) {
    vec4 x_2 = vec4(0.0);
    uint n_1 = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e22 = n_1;
            n_1 = (_e22 + 1u);
        }
        loop_init = false;
        uint _e7 = n_1;
        uint _e11 = _group_0_binding_0_cs.dim;
        if ((_e7 < min(4u, (_e11 - d_1)))) {
        } else {
            break;
        }
        {
            uint _e15 = n_1;
            uint _e18 = n_1;
            float _e20 = load_input(((at_3 + d_1) + _e18));
            x_2[_e15] = _e20;
        }
    }
    vec4 _e24 = x_2;
    return _e24;
}

float rotated(uint input_at, uint table, uint d_2) {
    float _e4 = load_input((input_at + d_2));
    uint _e7 = _group_0_binding_0_cs.rotary_dim;
    if ((d_2 >= _e7)) {
        return _e4;
    }
    uint _e11 = _group_0_binding_0_cs.rotary_dim;
    uint pairs = (_e11 / 2u);
    uint f = (INTERLEAVED ? (d_2 / 2u) : (d_2 % pairs));
    bool first = (INTERLEAVED ? ((d_2 % 2u) == 0u) : (d_2 < pairs));
    uint step_ = (INTERLEAVED ? 1u : pairs);
    float _e30 = load_cos_table((table + f));
    float _e32 = load_sin_table((table + f));
    if (first) {
        float _e36 = load_input(((input_at + d_2) + step_));
        return ((_e4 * _e30) - (_e36 * _e32));
    }
    float _e42 = load_input(((input_at + d_2) - step_));
    return ((_e4 * _e30) + (_e42 * _e32));
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    vec4 x = vec4(0.0);
    uint n = 0u;
    uint _e2 = group_id(wid);
    Place _e6 = place_of(((_e2 * WORKGROUP) + tid));
    uint _e10 = _group_0_binding_0_cs.rows;
    if ((_e6.row >= _e10)) {
        return;
    }
    uint _e16 = _group_0_binding_0_cs.input_row;
    uint input_at_1 = (_e6.head_at + (_e6.i * _e16));
    uint _e21 = table_row(_e6.b, _e6.i);
    uint _e24 = _group_0_binding_0_cs.rotary_dim;
    uint table_1 = (_e21 * (_e24 / 2u));
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e49 = n;
            n = (_e49 + 1u);
        }
        loop_init_1 = false;
        uint _e33 = n;
        uint _e37 = _group_0_binding_0_cs.dim;
        if ((_e33 < min(4u, (_e37 - _e6.d)))) {
        } else {
            break;
        }
        {
            uint _e42 = n;
            uint _e45 = n;
            float _e47 = rotated(input_at_1, table_1, (_e6.d + _e45));
            x[_e42] = _e47;
        }
    }
    uint _e55 = _group_0_binding_0_cs.dim;
    vec4 _e56 = x;
    store_o4_(_e6.o_at, _e6.d, _e55, _e56);
    return;
}

