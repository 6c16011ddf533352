#version 310 es

precision highp float;
precision highp int;

layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

struct Params {
    uint grid_x;
    uint rows;
    uint len;
    uint batch_base;
    uint head_base;
    uint head_count;
    uint second;
    uint input_offset;
    uint input_batch;
    uint input_head;
    uint input_row;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    uint gate_offset;
    uint gate_batch;
    uint gate_head;
    uint gate_row;
    uint gate_channel;
    uint branch_offset;
    uint branch_batch;
    uint branch_head;
    uint branch_row;
    uint weight_offset;
    uint weight_batch;
    uint weight_head;
    uint weight_row;
    float factor;
    float shift;
    float eps;
};
const uint WORKGROUP = 64u;
const uint LANES = 16u;
const uint DIM = 64u;
const bool NORM = true;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_3_block_1Compute { float _group_0_binding_1_cs[]; };

layout(std430) buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_3_block_3Compute { float _group_0_binding_3_cs[]; };

layout(std430) readonly buffer type_3_block_4Compute { float _group_0_binding_4_cs[]; };

float measured = 0.0;

float inverse_rms = 0.0;

shared float squares[64];


float load_norm_weight(uint at) {
    float _e3 = _group_0_binding_4_cs[at];
    return float(_e3);
}

float norm_factor(uint b, uint h, uint i, uint d_2) {
    uint _e6 = _group_0_binding_0_cs.weight_offset;
    uint _e9 = _group_0_binding_0_cs.weight_batch;
    uint _e14 = _group_0_binding_0_cs.weight_head;
    uint _e19 = _group_0_binding_0_cs.weight_row;
    float _e23 = load_norm_weight(((((_e6 + (b * _e9)) + (h * _e14)) + (i * _e19)) + d_2));
    return _e23;
}

float step_norm(float x_1, uint b_1, uint h_1, uint i_1, uint d_3) {
    measured = x_1;
    float _e7 = inverse_rms;
    float _e9 = norm_factor(b_1, h_1, i_1, d_3);
    return ((x_1 * _e7) * _e9);
}

float activation(float x_2) {
    return (x_2 / (1.0 + exp(-(x_2))));
}

float load_gate(uint at_1) {
    float _e3 = _group_0_binding_3_cs[at_1];
    return float(_e3);
}

float row_gate(uint b_2, uint h_2, uint i_2, uint d_4) {
    uint _e6 = _group_0_binding_0_cs.gate_offset;
    uint _e9 = _group_0_binding_0_cs.gate_batch;
    uint _e14 = _group_0_binding_0_cs.gate_head;
    uint _e19 = _group_0_binding_0_cs.gate_row;
    uint row = (((_e6 + (b_2 * _e9)) + (h_2 * _e14)) + (i_2 * _e19));
    uint _e24 = _group_0_binding_0_cs.gate_channel;
    float _e27 = load_gate((row + (d_4 * _e24)));
    float _e28 = activation(_e27);
    return _e28;
}

float step_gate(float x_3, uint b_3, uint h_3, uint i_3, uint d_5) {
    float _e5 = row_gate(b_3, h_3, i_3, d_5);
    return (x_3 * _e5);
}

float edit_score(float raw, uint b_4, uint h_4, uint i_4, uint j) {
    float s = 0.0;
    s = raw;
    float _e6 = s;
    float _e7 = step_norm(_e6, b_4, h_4, i_4, j);
    s = _e7;
    float _e8 = s;
    float _e9 = step_gate(_e8, b_4, h_4, i_4, j);
    s = _e9;
    float _e10 = s;
    return _e10;
}

float load_input(uint at_2) {
    float _e3 = _group_0_binding_1_cs[at_2];
    return float(_e3);
}

void store_o4_(uint base, uint d_6, uint dim, vec4 x_4) {
    if ((d_6 < dim)) {
        _group_0_binding_2_cs[((base + d_6) >> 2u)] = vec4(x_4);
        return;
    } else {
        return;
    }
}

float row_input(uint at_3) {
    float _e1 = load_input(at_3);
    return _e1;
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        squares = float[64](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    float sum = 0.0;
    uint d = 0u;
    uint n = 0u;
    uint d_1 = 0u;
    vec4 x = vec4(0.0);
    uint n_1 = 0u;
    uint lane = (tid % LANES);
    uint _e4 = group_id(wid);
    uint id = ((_e4 * 4u) + (tid / LANES));
    uint _e12 = _group_0_binding_0_cs.rows;
    uint row_1 = min(id, (_e12 - 1u));
    uint _e18 = _group_0_binding_0_cs.len;
    uint i_5 = (row_1 % _e18);
    uint _e22 = _group_0_binding_0_cs.head_base;
    uint _e25 = _group_0_binding_0_cs.len;
    uint _e29 = _group_0_binding_0_cs.head_count;
    uint h_5 = (_e22 + ((row_1 / _e25) % _e29));
    uint _e34 = _group_0_binding_0_cs.batch_base;
    uint _e37 = _group_0_binding_0_cs.len;
    uint _e40 = _group_0_binding_0_cs.head_count;
    uint b_5 = (_e34 + (row_1 / (_e37 * _e40)));
    uint _e46 = _group_0_binding_0_cs.input_offset;
    uint _e49 = _group_0_binding_0_cs.input_batch;
    uint _e54 = _group_0_binding_0_cs.input_head;
    uint _e59 = _group_0_binding_0_cs.input_row;
    uint at_4 = (((_e46 + (b_5 * _e49)) + (h_5 * _e54)) + (i_5 * _e59));
    if (NORM) {
        d = lane;
        bool loop_init = true;
        while(true) {
            if (!loop_init) {
                uint _e81 = d;
                d = (_e81 + LANES);
            }
            loop_init = false;
            uint _e66 = d;
            if ((_e66 < DIM)) {
            } else {
                break;
            }
            {
                uint _e69 = d;
                float _e71 = row_input((at_4 + _e69));
                uint _e72 = d;
                float _e73 = edit_score(_e71, b_5, h_5, i_5, _e72);
                float _e74 = sum;
                float _e76 = measured;
                float _e78 = measured;
                sum = (_e74 + (_e76 * _e78));
            }
        }
        float _e86 = sum;
        squares[tid] = _e86;
        memoryBarrierShared();
        barrier();
        sum = 0.0;
        bool loop_init_1 = true;
        while(true) {
            if (!loop_init_1) {
                uint _e102 = n;
                n = (_e102 + 1u);
            }
            loop_init_1 = false;
            uint _e90 = n;
            if ((_e90 < LANES)) {
            } else {
                break;
            }
            {
                float _e93 = sum;
                uint _e96 = n;
                float _e99 = squares[((tid - lane) + _e96)];
                sum = (_e93 + _e99);
            }
        }
        float _e105 = sum;
        float _e110 = _group_0_binding_0_cs.eps;
        inverse_rms = (1.0 / sqrt(((_e105 / 64.0) + _e110)));
    }
    uint _e117 = _group_0_binding_0_cs.rows;
    if ((id >= _e117)) {
        return;
    }
    uint _e121 = _group_0_binding_0_cs.o_offset;
    uint _e124 = _group_0_binding_0_cs.o_batch;
    uint _e129 = _group_0_binding_0_cs.o_head;
    uint _e134 = _group_0_binding_0_cs.o_row;
    uint o_at = (((_e121 + (b_5 * _e124)) + (h_5 * _e129)) + (i_5 * _e134));
    d_1 = (lane * 4u);
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e172 = d_1;
            d_1 = (_e172 + 64u);
        }
        loop_init_2 = false;
        uint _e140 = d_1;
        if ((_e140 < DIM)) {
        } else {
            break;
        }
        {
            x = vec4(0.0);
            n_1 = 0u;
            bool loop_init_3 = true;
            while(true) {
                if (!loop_init_3) {
                    uint _e167 = n_1;
                    n_1 = (_e167 + 1u);
                }
                loop_init_3 = false;
                uint _e148 = n_1;
                uint _e151 = d_1;
                if ((_e148 < min(4u, (DIM - _e151)))) {
                } else {
                    break;
                }
                {
                    uint _e155 = n_1;
                    uint _e157 = d_1;
                    uint _e159 = n_1;
                    float _e161 = row_input(((at_4 + _e157) + _e159));
                    uint _e162 = d_1;
                    uint _e163 = n_1;
                    float _e165 = edit_score(_e161, b_5, h_5, i_5, (_e162 + _e163));
                    x[_e155] = _e165;
                }
            }
            uint _e169 = d_1;
            vec4 _e171 = x;
            store_o4_(o_at, _e169, DIM, _e171);
        }
    }
    return;
}

