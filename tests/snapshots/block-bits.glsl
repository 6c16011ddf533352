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
const uint PARTIAL = 2147483648u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_4_block_1Compute { uvec2 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { uint _group_0_binding_2_cs[]; };

layout(std430) buffer type_5_block_3Compute { uint _group_0_binding_3_cs[]; };


uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint n = 0u;
    uint n_1 = 0u;
    uint _e2 = group_id(wid);
    uint list = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.cells;
    if ((list >= _e8)) {
        return;
    }
    uint _e12 = _group_0_binding_0_cs.kv_blocks;
    uint words = ((_e12 + 15u) / 16u);
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e28 = n;
            n = (_e28 + 1u);
        }
        loop_init = false;
        uint _e19 = n;
        if ((_e19 < words)) {
        } else {
            break;
        }
        {
            uint _e23 = n;
            _group_0_binding_3_cs[((list * words) + _e23)] = 0u;
        }
    }
    uvec2 _e32 = _group_0_binding_1_cs[list];
    uint _e35 = _group_0_binding_0_cs.block_entries;
    uvec2 span = min(_e32, uvec2(_e35));
    n_1 = span.x;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e72 = n_1;
            n_1 = (_e72 + 1u);
        }
        loop_init_1 = false;
        uint _e40 = n_1;
        if ((_e40 < span.y)) {
        } else {
            break;
        }
        {
            uint _e44 = n_1;
            uint entry = _group_0_binding_2_cs[_e44];
            uint block = (entry & 2147483647u);
            uint _e51 = _group_0_binding_0_cs.kv_blocks;
            if ((block < _e51)) {
                uint _e59 = _group_0_binding_3_cs[((list * words) + (block / 16u))];
                _group_0_binding_3_cs[((list * words) + (block / 16u))] = (_e59 | (((entry >= PARTIAL) ? 3u : 1u) << (2u * (block % 16u))));
            }
        }
    }
    return;
}

