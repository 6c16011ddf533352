#version 310 es

precision highp float;
precision highp int;

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
struct Ranked {
    uint allowed;
    uint forced;
    uint lowest;
    uint highest;
};
struct Cut {
    uint rank;
    uint ties;
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

uvec4 if_enough(uvec4 x_2, uvec4 wanted_1) {
    return mix(uvec4(4294967295u), x_2, greaterThanEqual(x_2, wanted_1));
}

uvec4 if_fewer(uvec4 x_3, uvec4 wanted_2) {
    return mix(x_3, uvec4(0u), greaterThanEqual(x_3, wanted_2));
}

Cut cut_for(uint chooser_3, Ranked all_1, uint count_1) {
    uint rank_1 = 0u;
    uint end = 0u;
    uint reached = 0u;
    uint beyond = 0u;
    bool local_2 = false;
    uvec4 in_a = uvec4(0u);
    uvec4 in_b = uvec4(0u);
    uint n_4 = 0u;
    if ((count_1 == all_1.forced)) {
        return Cut(FORCED, count_1);
    }
    uvec4 wanted_3 = uvec4(count_1);
    rank_1 = all_1.lowest;
    end = (all_1.highest + 1u);
    reached = all_1.allowed;
    beyond = all_1.forced;
    while(true) {
        uint _e18 = reached;
        if ((_e18 != count_1)) {
            uint _e22 = end;
            uint _e23 = rank_1;
            local_2 = ((_e22 - _e23) > 1u);
        } else {
            local_2 = false;
        }
        bool _e28 = local_2;
        if (_e28) {
        } else {
            break;
        }
        {
            uint _e29 = end;
            uint _e30 = rank_1;
            uint step_ = (((_e29 - _e30) + 8u) / 9u);
            uint _e36 = rank_1;
            uvec4 a = (uvec4(_e36) + (step_ * uvec4(1u, 2u, 3u, 4u)));
            uvec4 b = (a + uvec4((4u * step_)));
            in_a = uvec4(0u);
            in_b = uvec4(0u);
            n_4 = 0u;
            bool loop_init_2 = true;
            while(true) {
                if (!loop_init_2) {
                    uint _e75 = n_4;
                    n_4 = (_e75 + 1u);
                }
                loop_init_2 = false;
                uint _e57 = n_4;
                uint _e60 = _group_0_binding_0_cs.cells;
                if ((_e57 < _e60)) {
                } else {
                    break;
                }
                {
                    uint _e63 = n_4;
                    uint _e64 = rank_at(chooser_3, _e63);
                    uint _e66 = _group_0_binding_3_cs[_e64];
                    uvec4 x_4 = uvec4(_e66);
                    uvec4 _e68 = in_a;
                    uvec4 _e69 = at_least(x_4, a);
                    in_a = (_e68 + _e69);
                    uvec4 _e71 = in_b;
                    uvec4 _e72 = at_least(x_4, b);
                    in_b = (_e71 + _e72);
                }
            }
            uvec4 _e77 = in_a;
            uvec4 _e78 = at_least(_e77, wanted_3);
            uvec4 _e79 = in_b;
            uvec4 _e80 = at_least(_e79, wanted_3);
            uvec4 steps = (_e78 + _e80);
            uvec4 _e82 = in_a;
            uvec4 _e83 = if_enough(_e82, wanted_3);
            uvec4 _e84 = in_b;
            uvec4 _e85 = if_enough(_e84, wanted_3);
            uvec4 least_1 = min(_e83, _e85);
            uvec4 _e87 = in_a;
            uvec4 _e88 = if_fewer(_e87, wanted_3);
            uvec4 _e89 = in_b;
            uvec4 _e90 = if_fewer(_e89, wanted_3);
            uvec4 most = max(_e88, _e90);
            uint _e92 = reached;
            reached = min(_e92, min(min(least_1.x, least_1.y), min(least_1.z, least_1.w)));
            uint _e101 = beyond;
            beyond = max(_e101, max(max(most.x, most.y), max(most.z, most.w)));
            uint _e110 = rank_1;
            rank_1 = (_e110 + (step_ * (((steps.x + steps.y) + steps.z) + steps.w)));
            uint _e120 = end;
            uint _e121 = rank_1;
            end = min(_e120, (_e121 + step_));
        }
    }
    uint _e124 = rank_1;
    uint _e125 = beyond;
    uint _e127 = reached;
    return Cut(_e124, ((_e127 == count_1) ? count_1 : (count_1 - _e125)));
}

Ranked rank_row(uint chooser_4, uint n_5, Ranked before) {
    Ranked all_2 = Ranked(0u, 0u, 0u, 0u);
    uint block = 0u;
    bool local_3 = false;
    bool local_4 = false;
    bool local_5 = false;
    bool local_6 = false;
    bool local_7 = false;
    bool local_8 = false;
    bool local_9 = false;
    bool local_10 = false;
    uint rank_2 = 0u;
    uint _e5 = _group_0_binding_0_cs.chooser_rows;
    uint row_3 = ((chooser_4 * _e5) + n_5);
    uint _e10 = _group_0_binding_0_cs.rows_of_head;
    uint r = (row_3 % _e10);
    uint _e14 = _group_0_binding_0_cs.row_step;
    int _e19 = _group_0_binding_0_cs.align_offset;
    int first = (int((r * _e14)) + _e19);
    uint _e25 = _group_0_binding_0_cs.row_step;
    uint _e29 = _group_0_binding_0_cs.q_len;
    int _e36 = _group_0_binding_0_cs.align_offset;
    int last = ((int(min(((r + 1u) * _e25), _e29)) - 1) + _e36);
    uint _e40 = _group_0_binding_0_cs.blocks;
    int end_1 = (int(_e40) - 1);
    uint _e48 = _group_0_binding_0_cs.block;
    uint _e56 = _group_0_binding_0_cs.block;
    ivec2 own = ivec2(min((max(first, 0) / int(_e48)), end_1), min((max(last, 0) / int(_e56)), end_1));
    uint _e61 = row_verdict(row_3);
    uint _e62 = scores_at(row_3);
    all_2 = before;
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e187 = block;
            block = (_e187 + 1u);
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
            int c_3 = int(_e71);
            if (!((_e61 == NOTHING))) {
                uint _e80 = _group_0_binding_0_cs.causal;
                if ((_e80 != 0u)) {
                    if (!((last < 0))) {
                        local_5 = (c_3 > own.y);
                    } else {
                        local_5 = true;
                    }
                    bool _e93 = local_5;
                    local_4 = _e93;
                } else {
                    local_4 = false;
                }
                bool _e95 = local_4;
                local_3 = _e95;
            } else {
                local_3 = true;
            }
            bool hidden = local_3;
            uint _e100 = _group_0_binding_0_cs.own;
            if ((_e100 != 0u)) {
                uint _e107 = _group_0_binding_0_cs.recent;
                local_6 = ((c_3 + int(_e107)) >= own.x);
            } else {
                local_6 = false;
            }
            bool _e113 = local_6;
            if (_e113) {
                local_7 = (c_3 <= own.y);
            } else {
                local_7 = false;
            }
            bool near = local_7;
            if (!((_e61 == ALL))) {
                uint _e125 = block;
                uint _e128 = _group_0_binding_0_cs.first;
                local_8 = (_e125 < _e128);
            } else {
                local_8 = true;
            }
            bool _e131 = local_8;
            if (!(_e131)) {
                local_9 = near;
            } else {
                local_9 = true;
            }
            bool _e136 = local_9;
            if (!(_e136)) {
                uint _e140 = block;
                bool _e141 = block_forced(row_3, _e140);
                local_10 = _e141;
            } else {
                local_10 = true;
            }
            bool kept = local_10;
            rank_2 = 0u;
            if (!(hidden)) {
                uint _e147 = block;
                float _e148 = score_of(_e62, _e147);
                uint _e149 = rank_of(_e148);
                rank_2 = (kept ? FORCED : max(_e149, LOWEST));
                uint _e155 = all_2.allowed;
                all_2.allowed = (_e155 + 1u);
                uint _e159 = all_2.forced;
                all_2.forced = (_e159 + (kept ? 1u : 0u));
                uint _e166 = all_2.lowest;
                uint _e167 = rank_2;
                all_2.lowest = min(_e166, _e167);
                uint _e171 = all_2.highest;
                uint _e172 = rank_2;
                all_2.highest = max(_e171, (kept ? 0u : _e172));
            }
            uint _e179 = _group_0_binding_0_cs.blocks;
            uint _e181 = block;
            uint _e183 = rank_at(chooser_4, ((n_5 * _e179) + _e181));
            uint _e185 = rank_2;
            _group_0_binding_3_cs[_e183] = _e185;
        }
    }
    Ranked _e189 = all_2;
    return _e189;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    Ranked all_ = Ranked(0u, 0u, 4294967295u, 0u);
    uint n = 0u;
    uint ties = 0u;
    uint n_1 = 0u;
    uint w = 0u;
    uint bits = 0u;
    uint c = 0u;
    bool local = false;
    bool local_1 = false;
    uint _e2 = group_id(wid);
    uint chooser_5 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.choosers;
    if ((chooser_5 >= _e8)) {
        return;
    }
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e27 = n;
            n = (_e27 + 1u);
        }
        loop_init_4 = false;
        uint _e18 = n;
        uint _e21 = _group_0_binding_0_cs.chooser_rows;
        if ((_e18 < _e21)) {
        } else {
            break;
        }
        {
            uint _e23 = n;
            Ranked _e24 = all_;
            Ranked _e25 = rank_row(chooser_5, _e23, _e24);
            all_ = _e25;
        }
    }
    uint _e30 = all_.allowed;
    uint _e31 = wanted(chooser_5, _e30);
    uint _e34 = _group_0_binding_0_cs.fewest;
    uint _e37 = _group_0_binding_0_cs.most;
    uint budget = min(max(_e31, _e34), _e37);
    Ranked _e39 = all_;
    uint _e41 = all_.forced;
    uint _e44 = all_.allowed;
    Cut _e46 = cut_for(chooser_5, _e39, min(max(budget, _e41), _e44));
    uint cut = _e46.rank;
    ties = _e46.ties;
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e140 = n_1;
            n_1 = (_e140 + 1u);
        }
        loop_init_5 = false;
        uint _e52 = n_1;
        uint _e55 = _group_0_binding_0_cs.chooser_rows;
        if ((_e52 < _e55)) {
        } else {
            break;
        }
        {
            uint _e59 = _group_0_binding_0_cs.chooser_rows;
            uint _e61 = n_1;
            uint _e65 = _group_0_binding_0_cs.words;
            uint word = (((chooser_5 * _e59) + _e61) * _e65);
            w = 0u;
            bool loop_init_6 = true;
            while(true) {
                if (!loop_init_6) {
                    uint _e137 = w;
                    w = (_e137 + 1u);
                }
                loop_init_6 = false;
                uint _e69 = w;
                uint _e72 = _group_0_binding_0_cs.words;
                if ((_e69 < _e72)) {
                } else {
                    break;
                }
                {
                    bits = 0u;
                    uint _e76 = w;
                    c = (_e76 * 32u);
                    bool loop_init_7 = true;
                    while(true) {
                        if (!loop_init_7) {
                            uint _e129 = c;
                            c = (_e129 + 1u);
                        }
                        loop_init_7 = false;
                        uint _e80 = c;
                        uint _e83 = _group_0_binding_0_cs.blocks;
                        uint _e84 = w;
                        if ((_e80 < min(_e83, ((_e84 + 1u) * 32u)))) {
                        } else {
                            break;
                        }
                        {
                            uint _e92 = n_1;
                            uint _e95 = _group_0_binding_0_cs.blocks;
                            uint _e97 = c;
                            uint _e99 = rank_at(chooser_5, ((_e92 * _e95) + _e97));
                            uint rank_3 = _group_0_binding_3_cs[_e99];
                            if ((rank_3 == cut)) {
                                uint _e105 = ties;
                                local = (_e105 > 0u);
                            } else {
                                local = false;
                            }
                            bool tie = local;
                            if (!((rank_3 > cut))) {
                                local_1 = tie;
                            } else {
                                local_1 = true;
                            }
                            bool _e115 = local_1;
                            if (_e115) {
                                uint _e116 = bits;
                                uint _e118 = c;
                                bits = (_e116 | (1u << (_e118 % 32u)));
                            }
                            uint _e123 = ties;
                            ties = (_e123 - (tie ? 1u : 0u));
                        }
                    }
                    uint _e132 = w;
                    uint _e135 = bits;
                    _group_0_binding_2_cs[(word + _e132)] = _e135;
                }
            }
        }
    }
    return;
}

