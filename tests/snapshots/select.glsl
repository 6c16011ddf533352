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

uint rank_at(uint chooser_1, uint n_3) {
    uint _e4 = _group_0_binding_0_cs.choosers;
    return ((n_3 * _e4) + chooser_1);
}

float score_of(uint row_2, uint c_2) {
    float s = 0.0;
    uint g = 0u;
    uint _e4 = _group_0_binding_0_cs.rows_of_head;
    uint head = (row_2 / _e4);
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e41 = g;
            g = (_e41 + 1u);
        }
        loop_init = false;
        uint _e10 = g;
        uint _e13 = _group_0_binding_0_cs.group;
        if ((_e10 < _e13)) {
        } else {
            break;
        }
        {
            float _e15 = s;
            uint _e19 = _group_0_binding_0_cs.group;
            uint _e21 = g;
            uint _e25 = _group_0_binding_0_cs.score_rows;
            uint _e29 = _group_0_binding_0_cs.score_rows;
            uint _e34 = _group_0_binding_0_cs.blocks;
            float _e38 = _group_0_binding_1_cs[((((((head * _e19) + _e21) * _e25) + (row_2 % _e29)) * _e34) + c_2)];
            s = (_e15 + _e38);
        }
    }
    float _e43 = s;
    return _e43;
}

float score_at(uint chooser_2, uint n_4) {
    uint _e4 = _group_0_binding_0_cs.chooser_rows;
    uint _e8 = _group_0_binding_0_cs.blocks;
    uint _e13 = _group_0_binding_0_cs.blocks;
    float _e15 = score_of(((chooser_2 * _e4) + (n_4 / _e8)), (n_4 % _e13));
    return _e15;
}

uint rank_of(float x) {
    uint u = ((x == 0.0) ? 0u : floatBitsToUint(x));
    if (((u & 2147483647u) > 2139095040u)) {
        return LOWEST;
    }
    return ((u >= 2147483648u) ? ~(u) : (u | 2147483648u));
}

uint count_from(uint chooser_3, uint rank) {
    uint count = 0u;
    uint n_5 = 0u;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e23 = n_5;
            n_5 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e6 = n_5;
        uint _e9 = _group_0_binding_0_cs.cells;
        if ((_e6 < _e9)) {
        } else {
            break;
        }
        {
            uint _e11 = count;
            uint _e15 = n_5;
            uint _e16 = rank_at(chooser_3, _e15);
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

uint digit_of(uint chooser_4, uint cut_1, uint shift, uint count_1) {
    uvec4 in_a = uvec4(0u);
    uvec4 in_b = uvec4(0u);
    uvec4 in_c = uvec4(0u);
    uvec4 in_d = uvec4(0u);
    uint n_6 = 0u;
    uvec4 a = (uvec4(cut_1) + (uvec4(0u, 1u, 2u, 3u) << uvec4(shift)));
    uvec4 b = (a + uvec4((4u << shift)));
    uvec4 c_3 = (b + uvec4((4u << shift)));
    uvec4 d = (c_3 + uvec4((4u << shift)));
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e63 = n_6;
            n_6 = (_e63 + 1u);
        }
        loop_init_2 = false;
        uint _e39 = n_6;
        uint _e42 = _group_0_binding_0_cs.cells;
        if ((_e39 < _e42)) {
        } else {
            break;
        }
        {
            uint _e45 = n_6;
            uint _e46 = rank_at(chooser_4, _e45);
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
    uvec4 wanted_1 = uvec4(count_1);
    uvec4 _e66 = in_a;
    uvec4 _e67 = at_least(_e66, wanted_1);
    uvec4 _e68 = in_b;
    uvec4 _e69 = at_least(_e68, wanted_1);
    uvec4 _e71 = in_c;
    uvec4 _e72 = at_least(_e71, wanted_1);
    uvec4 _e74 = in_d;
    uvec4 _e75 = at_least(_e74, wanted_1);
    uvec4 digits = (((_e67 + _e69) + _e72) + _e75);
    return ((((digits.x + digits.y) + digits.z) + digits.w) - 1u);
}

uvec2 rank_row(uint chooser_5, uint n_7) {
    uvec2 counts_1 = uvec2(0u);
    uint block = 0u;
    bool local_2 = false;
    bool local_3 = false;
    bool local_4 = false;
    bool local_5 = false;
    bool local_6 = false;
    bool local_7 = false;
    bool local_8 = false;
    bool local_9 = false;
    uint rank_1 = 0u;
    uint _e4 = _group_0_binding_0_cs.chooser_rows;
    uint row_3 = ((chooser_5 * _e4) + n_7);
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
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e172 = block;
            block = (_e172 + 1u);
        }
        loop_init_3 = false;
        uint _e66 = block;
        uint _e69 = _group_0_binding_0_cs.blocks;
        if ((_e66 < _e69)) {
        } else {
            break;
        }
        {
            uint _e71 = block;
            int c_4 = int(_e71);
            if (!((_e60 == NOTHING))) {
                uint _e80 = _group_0_binding_0_cs.causal;
                if ((_e80 != 0u)) {
                    if (!((last < 0))) {
                        local_4 = (c_4 > own.y);
                    } else {
                        local_4 = true;
                    }
                    bool _e93 = local_4;
                    local_3 = _e93;
                } else {
                    local_3 = false;
                }
                bool _e95 = local_3;
                local_2 = _e95;
            } else {
                local_2 = true;
            }
            bool hidden = local_2;
            uint _e100 = _group_0_binding_0_cs.own;
            if ((_e100 != 0u)) {
                uint _e107 = _group_0_binding_0_cs.recent;
                local_5 = ((c_4 + int(_e107)) >= own.x);
            } else {
                local_5 = false;
            }
            bool _e113 = local_5;
            if (_e113) {
                local_6 = (c_4 <= own.y);
            } else {
                local_6 = false;
            }
            bool near = local_6;
            if (!((_e60 == ALL))) {
                uint _e125 = block;
                uint _e128 = _group_0_binding_0_cs.first;
                local_7 = (_e125 < _e128);
            } else {
                local_7 = true;
            }
            bool _e131 = local_7;
            if (!(_e131)) {
                local_8 = near;
            } else {
                local_8 = true;
            }
            bool _e136 = local_8;
            if (!(_e136)) {
                uint _e140 = block;
                bool _e141 = block_forced(row_3, _e140);
                local_9 = _e141;
            } else {
                local_9 = true;
            }
            bool kept = local_9;
            rank_1 = 0u;
            if (!(hidden)) {
                uint _e147 = block;
                float _e148 = score_of(row_3, _e147);
                uint _e149 = rank_of(_e148);
                rank_1 = (kept ? FORCED : max(_e149, LOWEST));
                uvec2 _e154 = counts_1;
                counts_1 = (_e154 + uvec2(1u, (kept ? 1u : 0u)));
            }
            uint _e164 = _group_0_binding_0_cs.blocks;
            uint _e166 = block;
            uint _e168 = rank_at(chooser_5, ((n_7 * _e164) + _e166));
            uint _e170 = rank_1;
            _group_0_binding_3_cs[_e168] = _e170;
        }
    }
    uvec2 _e174 = counts_1;
    return _e174;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uvec2 counts = uvec2(0u);
    uint n = 0u;
    uint cut = 0u;
    uint n_1 = 0u;
    uint above = 0u;
    uint ties = 0u;
    uint n_2 = 0u;
    uint bits = 0u;
    uint c = 0u;
    bool local = false;
    bool local_1 = false;
    uint _e2 = group_id(wid);
    uint chooser_6 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.choosers;
    if ((chooser_6 >= _e8)) {
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
            uvec2 _e22 = rank_row(chooser_6, _e21);
            counts = (_e20 + _e22);
        }
    }
    uint _e28 = counts.x;
    uint _e29 = wanted(chooser_6, _e28);
    uint _e32 = _group_0_binding_0_cs.fewest;
    uint _e35 = _group_0_binding_0_cs.most;
    uint budget = min(max(_e29, _e32), _e35);
    uint _e38 = counts.y;
    uint _e41 = counts.x;
    uint count_2 = min(max(budget, _e38), _e41);
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e61 = n_1;
            n_1 = (_e61 + 1u);
        }
        loop_init_5 = false;
        uint _e47 = n_1;
        if ((_e47 < 8u)) {
        } else {
            break;
        }
        {
            uint _e52 = n_1;
            uint shift_1 = (28u - (4u * _e52));
            uint _e55 = cut;
            uint _e56 = cut;
            uint _e57 = digit_of(chooser_6, _e56, shift_1, count_2);
            cut = (_e55 | (_e57 << shift_1));
        }
    }
    uint _e65 = cut;
    if ((_e65 < FORCED)) {
        uint _e68 = cut;
        uint _e71 = count_from(chooser_6, (_e68 + 1u));
        above = _e71;
    }
    uint _e72 = above;
    ties = (count_2 - _e72);
    bool loop_init_6 = true;
    while(true) {
        if (!loop_init_6) {
            uint _e164 = n_2;
            n_2 = (_e164 + 1u);
        }
        loop_init_6 = false;
        uint _e77 = n_2;
        uint _e80 = _group_0_binding_0_cs.chooser_rows;
        uint _e83 = _group_0_binding_0_cs.words;
        if ((_e77 < (_e80 * _e83))) {
        } else {
            break;
        }
        {
            uint _e86 = n_2;
            uint _e89 = _group_0_binding_0_cs.words;
            uint block_1 = ((_e86 % _e89) * 32u);
            bits = 0u;
            c = block_1;
            bool loop_init_7 = true;
            while(true) {
                if (!loop_init_7) {
                    uint _e148 = c;
                    c = (_e148 + 1u);
                }
                loop_init_7 = false;
                uint _e96 = c;
                uint _e99 = _group_0_binding_0_cs.blocks;
                if ((_e96 < min(_e99, (block_1 + 32u)))) {
                } else {
                    break;
                }
                {
                    uint _e105 = n_2;
                    uint _e108 = _group_0_binding_0_cs.words;
                    uint _e112 = _group_0_binding_0_cs.blocks;
                    uint _e114 = c;
                    uint _e116 = rank_at(chooser_6, (((_e105 / _e108) * _e112) + _e114));
                    uint rank_3 = _group_0_binding_3_cs[_e116];
                    uint _e119 = cut;
                    if ((rank_3 == _e119)) {
                        uint _e123 = ties;
                        local = (_e123 > 0u);
                    } else {
                        local = false;
                    }
                    bool tie = local;
                    uint _e128 = cut;
                    if (!((rank_3 > _e128))) {
                        local_1 = tie;
                    } else {
                        local_1 = true;
                    }
                    bool _e134 = local_1;
                    if (_e134) {
                        uint _e135 = bits;
                        uint _e137 = c;
                        bits = (_e135 | (1u << (_e137 % 32u)));
                    }
                    uint _e142 = ties;
                    ties = (_e142 - (tie ? 1u : 0u));
                }
            }
            uint _e153 = _group_0_binding_0_cs.chooser_rows;
            uint _e157 = _group_0_binding_0_cs.words;
            uint _e159 = n_2;
            uint _e162 = bits;
            _group_0_binding_2_cs[(((chooser_6 * _e153) * _e157) + _e159)] = _e162;
        }
    }
    return;
}

