#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

struct Params {
    uint grid_x;
    uint lists;
    uint lists_of_head;
    uint rows_of_list;
    uint heads_of_list;
    uint rows;
    uint blocks;
    uint words;
};
const uint WORKGROUP = 64u;
const uint PARTIAL = 2147483648u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_1_block_1Compute { uint _group_0_binding_1_cs[]; };

layout(std430) buffer type_3_block_2Compute { uvec2 _group_0_binding_2_cs[]; };

layout(std430) buffer type_1_block_3Compute { uint _group_0_binding_3_cs[]; };


uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint selected_word(uint row_1, uint w_1) {
    uint _e5 = _group_0_binding_0_cs.words;
    uint _e9 = _group_0_binding_1_cs[((row_1 * _e5) + w_1)];
    return _e9;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint at = 0u;
    uint w = 0u;
    uint some = 0u;
    uint all_ = 0u;
    uint h = 0u;
    uint row = 0u;
    uint n = 0u;
    uint _e2 = group_id(wid);
    uint cell = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.lists;
    if ((cell >= _e8)) {
        return;
    }
    uint _e12 = _group_0_binding_0_cs.lists_of_head;
    uint list = (cell % _e12);
    uint _e16 = _group_0_binding_0_cs.lists_of_head;
    uint _e20 = _group_0_binding_0_cs.heads_of_list;
    uint head = ((cell / _e16) * _e20);
    uint _e24 = _group_0_binding_0_cs.rows_of_list;
    uint row0_ = (list * _e24);
    uint _e28 = _group_0_binding_0_cs.rows_of_list;
    uint _e32 = _group_0_binding_0_cs.rows;
    uint row1_ = min((row0_ + _e28), _e32);
    uint _e36 = _group_0_binding_0_cs.blocks;
    uint first = (cell * _e36);
    at = first;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e122 = w;
            w = (_e122 + 1u);
        }
        loop_init = false;
        uint _e41 = w;
        uint _e44 = _group_0_binding_0_cs.words;
        if ((_e41 < _e44)) {
        } else {
            break;
        }
        {
            some = 0u;
            all_ = 4294967295u;
            h = head;
            bool loop_init_1 = true;
            while(true) {
                if (!loop_init_1) {
                    uint _e77 = h;
                    h = (_e77 + 1u);
                }
                loop_init_1 = false;
                uint _e51 = h;
                uint _e54 = _group_0_binding_0_cs.heads_of_list;
                if ((_e51 < (head + _e54))) {
                } else {
                    break;
                }
                {
                    row = row0_;
                    bool loop_init_2 = true;
                    while(true) {
                        if (!loop_init_2) {
                            uint _e74 = row;
                            row = (_e74 + 1u);
                        }
                        loop_init_2 = false;
                        uint _e58 = row;
                        if ((_e58 < row1_)) {
                        } else {
                            break;
                        }
                        {
                            uint _e60 = h;
                            uint _e63 = _group_0_binding_0_cs.rows;
                            uint _e65 = row;
                            uint _e67 = w;
                            uint _e68 = selected_word(((_e60 * _e63) + _e65), _e67);
                            uint _e69 = some;
                            some = (_e69 | _e68);
                            uint _e71 = all_;
                            all_ = (_e71 & _e68);
                        }
                    }
                }
            }
            uint _e79 = w;
            n = (_e79 * 32u);
            bool loop_init_3 = true;
            while(true) {
                if (!loop_init_3) {
                    uint _e119 = n;
                    n = (_e119 + 1u);
                }
                loop_init_3 = false;
                uint _e83 = n;
                uint _e86 = _group_0_binding_0_cs.blocks;
                uint _e87 = w;
                if ((_e83 < min(_e86, ((_e87 + 1u) * 32u)))) {
                } else {
                    break;
                }
                {
                    uint _e95 = n;
                    uint bit = (1u << (_e95 % 32u));
                    uint _e99 = some;
                    if (((_e99 & bit) != 0u)) {
                        uint _e104 = at;
                        uint _e106 = n;
                        uint _e109 = all_;
                        _group_0_binding_3_cs[_e104] = (_e106 | (((_e109 & bit) != 0u) ? 0u : PARTIAL));
                        uint _e116 = at;
                        at = (_e116 + 1u);
                    }
                }
            }
        }
    }
    uint _e126 = at;
    _group_0_binding_2_cs[cell] = uvec2(first, _e126);
    return;
}

