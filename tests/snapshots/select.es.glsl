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
    float bound;
    int align_offset;
};
const uint WORKGROUP = 64u;
const uint LOWEST = 1u;
const uint FORCED = 4294967295u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_3_block_1Compute { float _group_0_binding_1_cs[]; };

layout(std430) buffer type_4_block_2Compute { uint _group_0_binding_2_cs[]; };

layout(std430) buffer type_4_block_3Compute { uint _group_0_binding_3_cs[]; };


uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint wanted(uint row, uint allowed) {
    uint _e4 = _group_0_binding_0_cs.top_k;
    return _e4;
}

float score_of(uint row_1, uint c_1) {
    float s = 0.0;
    uint g = 0u;
    uint _e4 = _group_0_binding_0_cs.rows_of_head;
    uint head = (row_1 / _e4);
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
            float _e38 = _group_0_binding_1_cs[((((((head * _e19) + _e21) * _e25) + (row_1 % _e29)) * _e34) + c_1)];
            s = (_e15 + _e38);
        }
    }
    float _e43 = s;
    return _e43;
}

uint rank_of(float x) {
    uint u = ((x == 0.0) ? 0u : floatBitsToUint(x));
    if (((u & 2147483647u) > 2139095040u)) {
        return LOWEST;
    }
    return ((u >= 2147483648u) ? ~(u) : (u | 2147483648u));
}

uint count_from(uint row_2, uint rank) {
    uint count = 0u;
    uint c_2 = 0u;
    bool loop_init_1 = true;
    while(true) {
        if (!loop_init_1) {
            uint _e27 = c_2;
            c_2 = (_e27 + 1u);
        }
        loop_init_1 = false;
        uint _e6 = c_2;
        uint _e9 = _group_0_binding_0_cs.blocks;
        if ((_e6 < _e9)) {
        } else {
            break;
        }
        {
            uint _e11 = count;
            uint _e17 = _group_0_binding_0_cs.blocks;
            uint _e19 = c_2;
            uint _e22 = _group_0_binding_3_cs[((row_2 * _e17) + _e19)];
            count = (_e11 + ((_e22 >= rank) ? 1u : 0u));
        }
    }
    uint _e29 = count;
    return _e29;
}

uvec4 at_least(uvec4 x_1, uvec4 least) {
    return mix(uvec4(0u), uvec4(1u), greaterThanEqual(x_1, least));
}

uint digit_of(uint row_3, uint cut_1, uint shift, uint count_1) {
    uvec4 in_a = uvec4(0u);
    uvec4 in_b = uvec4(0u);
    uvec4 in_c = uvec4(0u);
    uvec4 in_d = uvec4(0u);
    uint n_1 = 0u;
    uvec4 a = (uvec4(cut_1) + (uvec4(0u, 1u, 2u, 3u) << uvec4(shift)));
    uvec4 b = (a + uvec4((4u << shift)));
    uvec4 c_3 = (b + uvec4((4u << shift)));
    uvec4 d = (c_3 + uvec4((4u << shift)));
    bool loop_init_2 = true;
    while(true) {
        if (!loop_init_2) {
            uint _e67 = n_1;
            n_1 = (_e67 + 1u);
        }
        loop_init_2 = false;
        uint _e39 = n_1;
        uint _e42 = _group_0_binding_0_cs.blocks;
        if ((_e39 < _e42)) {
        } else {
            break;
        }
        {
            uint _e47 = _group_0_binding_0_cs.blocks;
            uint _e49 = n_1;
            uint _e52 = _group_0_binding_3_cs[((row_3 * _e47) + _e49)];
            uvec4 rank_2 = uvec4(_e52);
            uvec4 _e54 = in_a;
            uvec4 _e55 = at_least(rank_2, a);
            in_a = (_e54 + _e55);
            uvec4 _e57 = in_b;
            uvec4 _e58 = at_least(rank_2, b);
            in_b = (_e57 + _e58);
            uvec4 _e60 = in_c;
            uvec4 _e61 = at_least(rank_2, c_3);
            in_c = (_e60 + _e61);
            uvec4 _e63 = in_d;
            uvec4 _e64 = at_least(rank_2, d);
            in_d = (_e63 + _e64);
        }
    }
    uvec4 wanted_1 = uvec4(count_1);
    uvec4 _e70 = in_a;
    uvec4 _e71 = at_least(_e70, wanted_1);
    uvec4 _e72 = in_b;
    uvec4 _e73 = at_least(_e72, wanted_1);
    uvec4 _e75 = in_c;
    uvec4 _e76 = at_least(_e75, wanted_1);
    uvec4 _e78 = in_d;
    uvec4 _e79 = at_least(_e78, wanted_1);
    uvec4 digits = (((_e71 + _e73) + _e76) + _e79);
    return ((((digits.x + digits.y) + digits.z) + digits.w) - 1u);
}

uvec2 rank_row(uint row_4) {
    uvec2 counts = uvec2(0u);
    uint n_2 = 0u;
    bool local_2 = false;
    bool local_3 = false;
    bool local_4 = false;
    bool local_5 = false;
    bool local_6 = false;
    uint rank_1 = 0u;
    uint _e3 = _group_0_binding_0_cs.rows_of_head;
    uint r = (row_4 % _e3);
    uint _e7 = _group_0_binding_0_cs.row_step;
    int _e12 = _group_0_binding_0_cs.align_offset;
    int first = (int((r * _e7)) + _e12);
    uint _e18 = _group_0_binding_0_cs.row_step;
    uint _e22 = _group_0_binding_0_cs.q_len;
    int _e29 = _group_0_binding_0_cs.align_offset;
    int last = ((int(min(((r + 1u) * _e18), _e22)) - 1) + _e29);
    uint _e33 = _group_0_binding_0_cs.blocks;
    int end = (int(_e33) - 1);
    uint _e41 = _group_0_binding_0_cs.block;
    uint _e49 = _group_0_binding_0_cs.block;
    ivec2 own = ivec2(min((max(first, 0) / int(_e41)), end), min((max(last, 0) / int(_e49)), end));
    bool loop_init_3 = true;
    while(true) {
        if (!loop_init_3) {
            uint _e143 = n_2;
            n_2 = (_e143 + 1u);
        }
        loop_init_3 = false;
        uint _e59 = n_2;
        uint _e62 = _group_0_binding_0_cs.blocks;
        if ((_e59 < _e62)) {
        } else {
            break;
        }
        {
            uint _e64 = n_2;
            int c_4 = int(_e64);
            uint _e68 = _group_0_binding_0_cs.causal;
            if ((_e68 != 0u)) {
                if (!((last < 0))) {
                    local_3 = (c_4 > own.y);
                } else {
                    local_3 = true;
                }
                bool _e81 = local_3;
                local_2 = _e81;
            } else {
                local_2 = false;
            }
            bool hidden = local_2;
            uint _e84 = n_2;
            uint _e87 = _group_0_binding_0_cs.first;
            if (!((_e84 < _e87))) {
                uint _e94 = _group_0_binding_0_cs.own;
                if ((_e94 != 0u)) {
                    uint _e101 = _group_0_binding_0_cs.recent;
                    local_5 = ((c_4 + int(_e101)) >= own.x);
                } else {
                    local_5 = false;
                }
                bool _e107 = local_5;
                if (_e107) {
                    local_6 = (c_4 <= own.y);
                } else {
                    local_6 = false;
                }
                bool _e113 = local_6;
                local_4 = _e113;
            } else {
                local_4 = true;
            }
            bool kept = local_4;
            rank_1 = 0u;
            if (!(hidden)) {
                uint _e119 = n_2;
                float _e120 = score_of(row_4, _e119);
                uint _e121 = rank_of(_e120);
                rank_1 = (kept ? FORCED : max(_e121, LOWEST));
                uvec2 _e126 = counts;
                counts = (_e126 + uvec2(1u, (kept ? 1u : 0u)));
            }
            uint _e136 = _group_0_binding_0_cs.blocks;
            uint _e138 = n_2;
            uint _e141 = rank_1;
            _group_0_binding_3_cs[((row_4 * _e136) + _e138)] = _e141;
        }
    }
    uvec2 _e145 = counts;
    return _e145;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint cut = 0u;
    uint n = 0u;
    uint above = 0u;
    uint ties = 0u;
    uint w = 0u;
    uint bits = 0u;
    uint c = 0u;
    bool local = false;
    bool local_1 = false;
    uint _e2 = group_id(wid);
    uint row_5 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = _group_0_binding_0_cs.rows;
    if ((row_5 >= _e8)) {
        return;
    }
    uvec2 _e10 = rank_row(row_5);
    uint _e12 = wanted(row_5, _e10.x);
    uint _e15 = _group_0_binding_0_cs.fewest;
    uint _e18 = _group_0_binding_0_cs.most;
    uint budget = min(max(_e12, _e15), _e18);
    uint count_2 = min(max(budget, _e10.y), _e10.x);
    bool loop_init_4 = true;
    while(true) {
        if (!loop_init_4) {
            uint _e42 = n;
            n = (_e42 + 1u);
        }
        loop_init_4 = false;
        uint _e28 = n;
        if ((_e28 < 8u)) {
        } else {
            break;
        }
        {
            uint _e33 = n;
            uint shift_1 = (28u - (4u * _e33));
            uint _e36 = cut;
            uint _e37 = cut;
            uint _e38 = digit_of(row_5, _e37, shift_1, count_2);
            cut = (_e36 | (_e38 << shift_1));
        }
    }
    uint _e46 = cut;
    if ((_e46 < FORCED)) {
        uint _e49 = cut;
        uint _e52 = count_from(row_5, (_e49 + 1u));
        above = _e52;
    }
    uint _e53 = above;
    ties = (count_2 - _e53);
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e130 = w;
            w = (_e130 + 1u);
        }
        loop_init_5 = false;
        uint _e58 = w;
        uint _e61 = _group_0_binding_0_cs.words;
        if ((_e58 < _e61)) {
        } else {
            break;
        }
        {
            bits = 0u;
            uint _e65 = w;
            c = (_e65 * 32u);
            bool loop_init_6 = true;
            while(true) {
                if (!loop_init_6) {
                    uint _e118 = c;
                    c = (_e118 + 1u);
                }
                loop_init_6 = false;
                uint _e69 = c;
                uint _e72 = _group_0_binding_0_cs.blocks;
                uint _e73 = w;
                if ((_e69 < min(_e72, ((_e73 + 1u) * 32u)))) {
                } else {
                    break;
                }
                {
                    uint _e83 = _group_0_binding_0_cs.blocks;
                    uint _e85 = c;
                    uint rank_3 = _group_0_binding_3_cs[((row_5 * _e83) + _e85)];
                    uint _e89 = cut;
                    if ((rank_3 == _e89)) {
                        uint _e93 = ties;
                        local = (_e93 > 0u);
                    } else {
                        local = false;
                    }
                    bool tie = local;
                    uint _e98 = cut;
                    if (!((rank_3 > _e98))) {
                        local_1 = tie;
                    } else {
                        local_1 = true;
                    }
                    bool _e104 = local_1;
                    if (_e104) {
                        uint _e105 = bits;
                        uint _e107 = c;
                        bits = (_e105 | (1u << (_e107 % 32u)));
                    }
                    uint _e112 = ties;
                    ties = (_e112 - (tie ? 1u : 0u));
                }
            }
            uint _e123 = _group_0_binding_0_cs.words;
            uint _e125 = w;
            uint _e128 = bits;
            _group_0_binding_2_cs[((row_5 * _e123) + _e125)] = _e128;
        }
    }
    return;
}

