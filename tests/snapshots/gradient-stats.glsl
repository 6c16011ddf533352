#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

struct Params {
    uint groups;
    uint grid_x;
    uint splits;
    uint q_tiles;
    uint batch_base;
    uint head_base;
    uint packs;
    uint pack;
    uint group;
    uint q_heads;
    uint q_len;
    uint kv_len;
    uint total_q;
    uint total_kv;
    uint rows;
    uint cells;
    uint score_rows;
    uint q_offset;
    uint q_batch;
    uint q_head;
    uint q_row;
    uint k_offset;
    uint k_batch;
    uint k_head;
    uint k_row;
    uint v_offset;
    uint v_batch;
    uint v_head;
    uint v_row;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    uint o_split;
    uint lse_split;
    uint lse_batch;
    uint lse_head;
    uint mask_offset;
    uint mask_batch;
    uint mask_head;
    uint mask_row;
    uint mask_key;
    uint mask_kv_len;
    uint bias_offset;
    uint bias_batch;
    uint bias_head;
    uint bias_row;
    uint bias_key;
    uint bias_kv_len;
    uint block_q;
    uint block_kv;
    uint kv_blocks;
    uint block_entries;
    uint list_batch;
    uint list_group;
    uint list_head;
    uint select_batch;
    uint select_group;
    uint select_words;
    uint label_q_batch;
    uint label_q_head;
    uint label_kv_batch;
    uint label_kv_head;
    uint align_to_end;
    int align_offset;
    int window_left;
    int window_right;
    float scale;
    float softcap;
    float neg_inf;
    float sink;
    uint factor_batch;
    uint factor_head;
    uint factor_row;
    uint factor_key;
    uint weight_batch;
    uint weight_head;
    uint weight_row;
    uint grad_offset;
    uint grad_batch;
    uint grad_head;
    uint grad_row;
    uint none;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
const uint WORKGROUP = 64u;
const uint V_DIM = 64u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_3_block_1Compute { float _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) readonly buffer type_3_block_3Compute { float _group_0_binding_3_cs[]; };

layout(std430) buffer type_5_block_4Compute { vec4 _group_0_binding_4_cs[]; };


float load_input(uint at) {
    float _e3 = _group_0_binding_1_cs[at];
    return float(_e3);
}

vec4 load_grad_o4_(uint base, uint d_1) {
    if ((d_1 >= V_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_2_cs[((base + d_1) >> 2u)];
    return vec4(_e11);
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

vec2 part_lse(uint at_1) {
    float _e3 = _group_0_binding_3_cs[at_1];
    return vec2(_e3, 0.0);
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    float sum = 0.0;
    uint d = 0u;
    uint n = 0u;
    uint _e2 = group_id(wid);
    uint at_2 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.cells;
    if ((at_2 >= _e8)) {
        return;
    }
    uint _e12 = _group_0_binding_0_cs.total_q;
    uint i = (at_2 % _e12);
    uint _e16 = _group_0_binding_0_cs.head_base;
    uint _e19 = _group_0_binding_0_cs.total_q;
    uint _e23 = _group_0_binding_0_cs.packs;
    uint h = (_e16 + ((at_2 / _e19) % _e23));
    uint _e28 = _group_0_binding_0_cs.batch_base;
    uint _e31 = _group_0_binding_0_cs.total_q;
    uint _e34 = _group_0_binding_0_cs.packs;
    uint b = (_e28 + (at_2 / (_e31 * _e34)));
    uint _e40 = _group_0_binding_0_cs.q_heads;
    uint _e45 = _group_0_binding_0_cs.total_q;
    uint row = ((((b * _e40) + h) * _e45) + i);
    uint _e50 = _group_0_binding_0_cs.o_offset;
    uint _e53 = _group_0_binding_0_cs.o_batch;
    uint _e58 = _group_0_binding_0_cs.o_head;
    uint _e63 = _group_0_binding_0_cs.o_row;
    uint o_at = (((_e50 + (b * _e53)) + (h * _e58)) + (i * _e63));
    uint _e68 = _group_0_binding_0_cs.grad_offset;
    uint _e71 = _group_0_binding_0_cs.grad_batch;
    uint _e76 = _group_0_binding_0_cs.grad_head;
    uint _e81 = _group_0_binding_0_cs.grad_row;
    uint grad_at = (((_e68 + (b * _e71)) + (h * _e76)) + (i * _e81));
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e114 = d;
            d = (_e114 + 4u);
        }
        loop_init = false;
        uint _e88 = d;
        if ((_e88 < V_DIM)) {
        } else {
            break;
        }
        {
            uint _e91 = d;
            vec4 _e92 = load_grad_o4_(grad_at, _e91);
            n = 0u;
            bool loop_init_1 = true;
            while(true) {
                if (!loop_init_1) {
                    uint _e112 = n;
                    n = (_e112 + 1u);
                }
                loop_init_1 = false;
                uint _e95 = n;
                uint _e98 = d;
                if ((_e95 < min(4u, (V_DIM - _e98)))) {
                } else {
                    break;
                }
                {
                    uint _e102 = n;
                    uint _e104 = d;
                    uint _e106 = n;
                    float _e108 = load_input(((o_at + _e104) + _e106));
                    float _e109 = sum;
                    sum = fma(_e92[_e102], _e108, _e109);
                }
            }
        }
    }
    vec2 _e119 = part_lse(row);
    float _e120 = sum;
    _group_0_binding_4_cs[row] = vec4(_e119, _e120, 0.0);
    return;
}

