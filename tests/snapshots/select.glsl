#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

struct Params {
    uint grid_x;
    uint rows;
    uint rows_of_head;
    uint group;
    uint blocks;
    uint words;
    uint block;
    uint row_step;
    uint q_len;
    uint causal;
    uint own;
    uint recent;
    uint first;
    uint top_k;
    uint fewest;
    uint most;
    uint score_rows;
    uint choosers;
    uint chooser_rows;
    uint cells;
    uint mark_group;
    float bound;
    float row_bound;
    float block_bound;
    int align_offset;
};
const uint WORKGROUP = 64u;
const uint BY_SCORE = 0u;
const uint LOWEST = 1u;
const uint FORCED = 4294967295u;
const uint ALL = 1u;
const uint NOTHING = 2u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_3_block_1Compute { float _group_0_binding_1_cs[]; };

layout(std430) buffer type_4_block_2Compute { uint _group_0_binding_2_cs[]; };

layout(std430) buffer type_4_block_3Compute { uint _group_0_binding_3_cs[]; };


uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint wanted(uint chooser, uint allowed) {
    uint _e4 = _group_0_binding_0_cs.top_k;
    return _e4;
}

uint row_verdict(uint row) {
    return BY_SCORE;
}

bool block_forced(uint row_1, uint c_1) {
    return false;
}

uint rank_at(uint chooser_1, uint n_2) {
    uint _e4 = _group_0_binding_0_cs.choosers;
    return ((n_2 * _e4) + chooser_1);
}

uint scores_at(uint row_2) {
    uint _e3 = _group_0_binding_0_cs.rows_of_head;
    uint head = (row_2 / _e3);
    uint _e7 = _group_0_binding_0_cs.group;
    uint _e11 = _group_0_binding_0_cs.score_rows;
    uint _e15 = _group_0_binding_0_cs.score_rows;
    uint _e20 = _group_0_binding_0_cs.blocks;
    return ((((head * _e7) * _e11) + (row_2 % _e15)) * _e20);
}

float score_of(uint at, uint c_2) {
    float s = 0.0;
    uint g = 0u;
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e28 = g;
            g = (_e28 + 1u);
        }
        loop_init = false;
        uint _e6 = g;
        uint _e9 = _group_0_binding_0_cs.group;
        if ((_e6 < _e9)) {
        } else {
            break;
        }
        {
            float _e11 = s;
            uint _e13 = g;
            uint _e16 = _group_0_binding_0_cs.score_rows;
            uint _e20 = _group_0_binding_0_cs.blocks;
            float _e25 = _group_0_binding_1_cs[((at + ((_e13 * _e16) * _e20)) + c_2)];
            s = (_e11 + _e25);
        }
    }
    float _e30 = s;
    return _e30;
}

uint rank_of(float x) {
    uint u = ((x == 0.0) ? 0u : floatBitsToUint(x));
    if (((u & 2147483647u) > 2139095040u)) {
        return LOWEST;
    }
    return ((u >= 2147483648u) ? ~(u) : (u | 2147483648u));
}

uint count_from(uint chooser_2, uint rank) {
    uint count = 0u;
    uint n_3 = 0u;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e23 = n_3;
            n_3 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e6 = n_3;
        uint _e9 = _group_0_binding_0_cs.cells;
        if ((_e6 < _e9)) {
        } else {
            break;
        }
        {
            uint _e11 = count;
            uint _e15 = n_3;
            uint _e16 = rank_at(chooser_2, _e15);
            uint _e18 = _group_0_binding_3_cs[_e16];
            count = (_e11 + ((_e18 >= rank) ? 1u : 0u));
        }
    }
    uint _e25 = count;
    return _e25;
}

uvec4 at_least(uvec4 x_1, uvec4 least) {
    return mix(uvec4(0u), uvec4(1u), greaterThanEqual(x_1, least));
}

uvec4 if_enough(uvec4 reached_1, uvec4 wanted_1) {
    return mix(uvec4(4294967295u), reached_1, greaterThanEqual(reached_1, wanted_1));
}

uvec2 digit_of(uint chooser_3, uint cut_1, uint shift_1, uint count_1) {
    uvec4 in_a = uvec4(0u);
    uvec4 in_b = uvec4(0u);
    uvec4 in_c = uvec4(0u);
    uvec4 in_d = uvec4(0u);
    uint n_4 = 0u;
    uvec4 a = (uvec4(cut_1) + (uvec4(0u, 1u, 2u, 3u) << uvec4(shift_1)));
    uvec4 b = (a + uvec4((4u << shift_1)));
    uvec4 c_3 = (b + uvec4((4u << shift_1)));
    uvec4 d = (c_3 + uvec4((4u << shift_1)));
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e63 = n_4;
            n_4 = (_e63 + 1u);
        }
        loop_init_2 = false;
        uint _e39 = n_4;
        uint _e42 = _group_0_binding_0_cs.cells;
        if ((_e39 < _e42)) {
        } else {
            break;
        }
        {
            uint _e45 = n_4;
            uint _e46 = rank_at(chooser_3, _e45);
            uint _e48 = _group_0_binding_3_cs[_e46];
            uvec4 rank_2 = uvec4(_e48);
            uvec4 _e50 = in_a;
            uvec4 _e51 = at_least(rank_2, a);
            in_a = (_e50 + _e51);
            uvec4 _e53 = in_b;
            uvec4 _e54 = at_least(rank_2, b);
            in_b = (_e53 + _e54);
            uvec4 _e56 = in_c;
            uvec4 _e57 = at_least(rank_2, c_3);
            in_c = (_e56 + _e57);
            uvec4 _e59 = in_d;
            uvec4 _e60 = at_least(rank_2, d);
            in_d = (_e59 + _e60);
        }
    }
    uvec4 wanted_2 = uvec4(count_1);
    uvec4 _e66 = in_a;
    uvec4 _e67 = at_least(_e66, wanted_2);
    uvec4 _e68 = in_b;
    uvec4 _e69 = at_least(_e68, wanted_2);
    uvec4 _e71 = in_c;
    uvec4 _e72 = at_least(_e71, wanted_2);
    uvec4 _e74 = in_d;
    uvec4 _e75 = at_least(_e74, wanted_2);
    uvec4 digits = (((_e67 + _e69) + _e72) + _e75);
    uvec4 _e77 = in_a;
    uvec4 _e78 = if_enough(_e77, wanted_2);
    uvec4 _e79 = in_b;
    uvec4 _e80 = if_enough(_e79, wanted_2);
    uvec4 _e82 = in_c;
    uvec4 _e83 = if_enough(_e82, wanted_2);
    uvec4 _e84 = in_d;
    uvec4 _e85 = if_enough(_e84, wanted_2);
    uvec4 least_1 = min(min(_e78, _e80), min(_e83, _e85));
    return uvec2(((((digits.x + digits.y) + digits.z) + digits.w) - 1u), min(min(least_1.x, least_1.y), min(least_1.z, least_1.w)));
}

uvec2 rank_row(uint chooser_4, uint n_5) {
    uvec2 counts_1 = uvec2(0u);
    uint block = 0u;
    bool local_5 = false;
    bool local_6 = false;
    bool local_7 = false;
    bool local_8 = false;
    bool local_9 = false;
    bool local_10 = false;
    bool local_11 = false;
    bool local_12 = false;
    uint rank_1 = 0u;
    uint _e4 = _group_0_binding_0_cs.chooser_rows;
    uint row_3 = ((chooser_4 * _e4) + n_5);
    uint _e9 = _group_0_binding_0_cs.rows_of_head;
    uint r = (row_3 % _e9);
    uint _e13 = _group_0_binding_0_cs.row_step;
    int _e18 = _group_0_binding_0_cs.align_offset;
    int first = (int((r * _e13)) + _e18);
    uint _e24 = _group_0_binding_0_cs.row_step;
    uint _e28 = _group_0_binding_0_cs.q_len;
    int _e35 = _group_0_binding_0_cs.align_offset;
    int last = ((int(min(((r + 1u) * _e24), _e28)) - 1) + _e35);
    uint _e39 = _group_0_binding_0_cs.blocks;
    int end = (int(_e39) - 1);
    uint _e47 = _group_0_binding_0_cs.block;
    uint _e55 = _group_0_binding_0_cs.block;
    ivec2 own = ivec2(min((max(first, 0) / int(_e47)), end), min((max(last, 0) / int(_e55)), end));
    uint _e60 = row_verdict(row_3);
    uint _e61 = scores_at(row_3);
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e173 = block;
            block = (_e173 + 1u);
        }
        loop_init_3 = false;
        uint _e67 = block;
        uint _e70 = _group_0_binding_0_cs.blocks;
        if ((_e67 < _e70)) {
        } else {
            break;
        }
        {
            uint _e72 = block;
            int c_4 = int(_e72);
            if (!((_e60 == NOTHING))) {
                uint _e81 = _group_0_binding_0_cs.causal;
                if ((_e81 != 0u)) {
                    if (!((last < 0))) {
                        local_7 = (c_4 > own.y);
                    } else {
                        local_7 = true;
                    }
                    bool _e94 = local_7;
                    local_6 = _e94;
                } else {
                    local_6 = false;
                }
                bool _e96 = local_6;
                local_5 = _e96;
            } else {
                local_5 = true;
            }
            bool hidden = local_5;
            uint _e101 = _group_0_binding_0_cs.own;
            if ((_e101 != 0u)) {
                uint _e108 = _group_0_binding_0_cs.recent;
                local_8 = ((c_4 + int(_e108)) >= own.x);
            } else {
                local_8 = false;
            }
            bool _e114 = local_8;
            if (_e114) {
                local_9 = (c_4 <= own.y);
            } else {
                local_9 = false;
            }
            bool near = local_9;
            if (!((_e60 == ALL))) {
                uint _e126 = block;
                uint _e129 = _group_0_binding_0_cs.first;
                local_10 = (_e126 < _e129);
            } else {
                local_10 = true;
            }
            bool _e132 = local_10;
            if (!(_e132)) {
                local_11 = near;
            } else {
                local_11 = true;
            }
            bool _e137 = local_11;
            if (!(_e137)) {
                uint _e141 = block;
                bool _e142 = block_forced(row_3, _e141);
                local_12 = _e142;
            } else {
                local_12 = true;
            }
            bool kept = local_12;
            rank_1 = 0u;
            if (!(hidden)) {
                uint _e148 = block;
                float _e149 = score_of(_e61, _e148);
                uint _e150 = rank_of(_e149);
                rank_1 = (kept ? FORCED : max(_e150, LOWEST));
                uvec2 _e155 = counts_1;
                counts_1 = (_e155 + uvec2(1u, (kept ? 1u : 0u)));
            }
            uint _e165 = _group_0_binding_0_cs.blocks;
            uint _e167 = block;
            uint _e169 = rank_at(chooser_4, ((n_5 * _e165) + _e167));
            uint _e171 = rank_1;
            _group_0_binding_3_cs[_e169] = _e171;
        }
    }
    uvec2 _e175 = counts_1;
    return _e175;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uvec2 counts = uvec2(0u);
    uint n = 0u;
    uint cut = 0u;
    uint reached = 0u;
    uint shift = 32u;
    bool local = false;
    bool local_1 = false;
    uint ties = 0u;
    bool local_2 = false;
    uint n_1 = 0u;
    uint w = 0u;
    uint bits = 0u;
    uint c = 0u;
    bool local_3 = false;
    bool local_4 = false;
    uint _e2 = group_id(wid);
    uint chooser_5 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.choosers;
    if ((chooser_5 >= _e8)) {
        return;
    }
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e25 = n;
            n = (_e25 + 1u);
        }
        loop_init_4 = false;
        uint _e15 = n;
        uint _e18 = _group_0_binding_0_cs.chooser_rows;
        if ((_e15 < _e18)) {
        } else {
            break;
        }
        {
            uvec2 _e20 = counts;
            uint _e21 = n;
            uvec2 _e22 = rank_row(chooser_5, _e21);
            counts = (_e20 + _e22);
        }
    }
    uint _e28 = counts.x;
    uint _e29 = wanted(chooser_5, _e28);
    uint _e32 = _group_0_binding_0_cs.fewest;
    uint _e35 = _group_0_binding_0_cs.most;
    uint budget = min(max(_e29, _e32), _e35);
    uint _e38 = counts.y;
    uint _e41 = counts.x;
    uint count_2 = min(max(budget, _e38), _e41);
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e79 = shift;
            shift = (_e79 - 4u);
        }
        loop_init_5 = false;
        uint _e49 = shift;
        if ((_e49 > 0u)) {
            uint _e54 = shift;
            if (!((_e54 == 32u))) {
                uint _e60 = reached;
                local_1 = (_e60 != count_2);
            } else {
                local_1 = true;
            }
            bool _e63 = local_1;
            local = _e63;
        } else {
            local = false;
        }
        bool _e65 = local;
        if (_e65) {
        } else {
            break;
        }
        {
            uint _e66 = cut;
            uint _e67 = shift;
            uvec2 _e70 = digit_of(chooser_5, _e66, (_e67 - 4u), count_2);
            uint _e71 = cut;
            uint _e73 = shift;
            cut = (_e71 | (_e70.x << (_e73 - 4u)));
            reached = _e70.y;
        }
    }
    ties = count_2;
    uint _e83 = reached;
    if ((_e83 != count_2)) {
        uint _e87 = cut;
        local_2 = (_e87 < FORCED);
    } else {
        local_2 = false;
    }
    bool _e91 = local_2;
    if (_e91) {
        uint _e92 = ties;
        uint _e93 = cut;
        uint _e96 = count_from(chooser_5, (_e93 + 1u));
        ties = (_e92 - _e96);
    }
    bool loop_init_6 = true;
    while(true) {
        if (!loop_init_6) {
            uint _e190 = n_1;
            n_1 = (_e190 + 1u);
        }
        loop_init_6 = false;
        uint _e100 = n_1;
        uint _e103 = _group_0_binding_0_cs.chooser_rows;
        if ((_e100 < _e103)) {
        } else {
            break;
        }
        {
            uint _e107 = _group_0_binding_0_cs.chooser_rows;
            uint _e109 = n_1;
            uint _e113 = _group_0_binding_0_cs.words;
            uint word = (((chooser_5 * _e107) + _e109) * _e113);
            w = 0u;
            bool loop_init_7 = true;
            while(true) {
                if (!loop_init_7) {
                    uint _e187 = w;
                    w = (_e187 + 1u);
                }
                loop_init_7 = false;
                uint _e117 = w;
                uint _e120 = _group_0_binding_0_cs.words;
                if ((_e117 < _e120)) {
                } else {
                    break;
                }
                {
                    bits = 0u;
                    uint _e124 = w;
                    c = (_e124 * 32u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (!loop_init_8) {
                            uint _e179 = c;
                            c = (_e179 + 1u);
                        }
                        loop_init_8 = false;
                        uint _e128 = c;
                        uint _e131 = _group_0_binding_0_cs.blocks;
                        uint _e132 = w;
                        if ((_e128 < min(_e131, ((_e132 + 1u) * 32u)))) {
                        } else {
                            break;
                        }
                        {
                            uint _e140 = n_1;
                            uint _e143 = _group_0_binding_0_cs.blocks;
                            uint _e145 = c;
                            uint _e147 = rank_at(chooser_5, ((_e140 * _e143) + _e145));
                            uint rank_3 = _group_0_binding_3_cs[_e147];
                            uint _e150 = cut;
                            if ((rank_3 == _e150)) {
                                uint _e154 = ties;
                                local_3 = (_e154 > 0u);
                            } else {
                                local_3 = false;
                            }
                            bool tie = local_3;
                            uint _e159 = cut;
                            if (!((rank_3 > _e159))) {
                                local_4 = tie;
                            } else {
                                local_4 = true;
                            }
                            bool _e165 = local_4;
                            if (_e165) {
                                uint _e166 = bits;
                                uint _e168 = c;
                                bits = (_e166 | (1u << (_e168 % 32u)));
                            }
                            uint _e173 = ties;
                            ties = (_e173 - (tie ? 1u : 0u));
                        }
                    }
                    uint _e182 = w;
                    uint _e185 = bits;
                    _group_0_binding_2_cs[(word + _e182)] = _e185;
                }
            }
        }
    }
    return;
}

