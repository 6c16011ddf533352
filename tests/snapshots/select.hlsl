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

static const uint WORKGROUP = 64u;
static const uint BY_SCORE = 0u;
static const uint LOWEST = 1u;
static const uint FORCED = 4294967295u;
static const uint ALL = 1u;
static const uint NOTHING = 2u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer scores : register(t1);
RWByteAddressBuffer selection : register(u2);
RWByteAddressBuffer ranks : register(u3);

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint wanted(uint chooser, uint allowed)
{
    uint _e4 = params.top_k;
    return _e4;
}

uint row_verdict(uint row)
{
    return BY_SCORE;
}

bool block_forced(uint row_1, uint c_1)
{
    return false;
}

uint rank_at(uint chooser_1, uint n_2)
{
    uint _e4 = params.choosers;
    return ((n_2 * _e4) + chooser_1);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

uint scores_at(uint row_2)
{
    uint _e3 = params.rows_of_head;
    uint head = naga_div(row_2, _e3);
    uint _e7 = params.group;
    uint _e11 = params.score_rows;
    uint _e15 = params.score_rows;
    uint _e20 = params.blocks;
    return ((((head * _e7) * _e11) + naga_mod(row_2, _e15)) * _e20);
}

float score_of(uint at, uint c_2)
{
    float s = 0.0;
    uint g = 0u;

    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e28 = g;
            g = (_e28 + 1u);
        }
        loop_init = false;
        uint _e6 = g;
        uint _e9 = params.group;
        if ((_e6 < _e9)) {
        } else {
            break;
        }
        {
            float _e11 = s;
            uint _e13 = g;
            uint _e16 = params.score_rows;
            uint _e20 = params.blocks;
            float _e25 = asfloat(scores.Load(((at + ((_e13 * _e16) * _e20)) + c_2)*4));
            s = (_e11 + _e25);
        }
    }
    float _e30 = s;
    return _e30;
}

uint rank_of(float x)
{
    uint u = ((x == 0.0) ? 0u : asuint(x));
    if (((u & 2147483647u) > 2139095040u)) {
        return LOWEST;
    }
    return ((u >= 2147483648u) ? ~(u) : (u | 2147483648u));
}

uint count_from(uint chooser_2, uint rank)
{
    uint count = 0u;
    uint n_3 = 0u;

    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_3;
            n_3 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e6 = n_3;
        uint _e9 = params.cells;
        if ((_e6 < _e9)) {
        } else {
            break;
        }
        {
            uint _e11 = count;
            uint _e15 = n_3;
            const uint _e16 = rank_at(chooser_2, _e15);
            uint _e18 = asuint(ranks.Load(_e16*4));
            count = (_e11 + ((_e18 >= rank) ? 1u : 0u));
        }
    }
    uint _e25 = count;
    return _e25;
}

uint4 at_least(uint4 x_1, uint4 least)
{
    return ((x_1 >= least) ? (1u).xxxx : (0u).xxxx);
}

uint4 if_enough(uint4 reached_1, uint4 wanted_1)
{
    return ((reached_1 >= wanted_1) ? reached_1 : (4294967295u).xxxx);
}

uint2 digit_of(uint chooser_3, uint cut_1, uint shift_1, uint count_1)
{
    uint4 in_a = (0u).xxxx;
    uint4 in_b = (0u).xxxx;
    uint4 in_c = (0u).xxxx;
    uint4 in_d = (0u).xxxx;
    uint n_4 = 0u;

    uint4 a = ((cut_1).xxxx + (uint4(0u, 1u, 2u, 3u) << (shift_1).xxxx));
    uint4 b = (a + ((4u << shift_1)).xxxx);
    uint4 c_3 = (b + ((4u << shift_1)).xxxx);
    uint4 d = (c_3 + ((4u << shift_1)).xxxx);
    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e63 = n_4;
            n_4 = (_e63 + 1u);
        }
        loop_init_2 = false;
        uint _e39 = n_4;
        uint _e42 = params.cells;
        if ((_e39 < _e42)) {
        } else {
            break;
        }
        {
            uint _e45 = n_4;
            const uint _e46 = rank_at(chooser_3, _e45);
            uint _e48 = asuint(ranks.Load(_e46*4));
            uint4 rank_2 = (_e48).xxxx;
            uint4 _e50 = in_a;
            const uint4 _e51 = at_least(rank_2, a);
            in_a = (_e50 + _e51);
            uint4 _e53 = in_b;
            const uint4 _e54 = at_least(rank_2, b);
            in_b = (_e53 + _e54);
            uint4 _e56 = in_c;
            const uint4 _e57 = at_least(rank_2, c_3);
            in_c = (_e56 + _e57);
            uint4 _e59 = in_d;
            const uint4 _e60 = at_least(rank_2, d);
            in_d = (_e59 + _e60);
        }
    }
    uint4 wanted_2 = (count_1).xxxx;
    uint4 _e66 = in_a;
    const uint4 _e67 = at_least(_e66, wanted_2);
    uint4 _e68 = in_b;
    const uint4 _e69 = at_least(_e68, wanted_2);
    uint4 _e71 = in_c;
    const uint4 _e72 = at_least(_e71, wanted_2);
    uint4 _e74 = in_d;
    const uint4 _e75 = at_least(_e74, wanted_2);
    uint4 digits = (((_e67 + _e69) + _e72) + _e75);
    uint4 _e77 = in_a;
    const uint4 _e78 = if_enough(_e77, wanted_2);
    uint4 _e79 = in_b;
    const uint4 _e80 = if_enough(_e79, wanted_2);
    uint4 _e82 = in_c;
    const uint4 _e83 = if_enough(_e82, wanted_2);
    uint4 _e84 = in_d;
    const uint4 _e85 = if_enough(_e84, wanted_2);
    uint4 least_1 = min(min(_e78, _e80), min(_e83, _e85));
    return uint2(((((digits.x + digits.y) + digits.z) + digits.w) - 1u), min(min(least_1.x, least_1.y), min(least_1.z, least_1.w)));
}

int naga_div(int lhs, int rhs) {
    return lhs / (((lhs == int(-2147483647 - 1) & rhs == -1) | (rhs == 0)) ? 1 : rhs);
}

uint2 rank_row(uint chooser_4, uint n_5)
{
    uint2 counts_1 = (0u).xx;
    uint block = 0u;
    bool local_5 = (bool)0;
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;
    bool local_8 = (bool)0;
    bool local_9 = (bool)0;
    bool local_10 = (bool)0;
    bool local_11 = (bool)0;
    bool local_12 = (bool)0;
    uint rank_1 = (uint)0;

    uint _e4 = params.chooser_rows;
    uint row_3 = ((chooser_4 * _e4) + n_5);
    uint _e9 = params.rows_of_head;
    uint r = naga_mod(row_3, _e9);
    uint _e13 = params.row_step;
    int _e18 = params.align_offset;
    int first = asint(asuint(int((r * _e13))) + asuint(_e18));
    uint _e24 = params.row_step;
    uint _e28 = params.q_len;
    int _e35 = params.align_offset;
    int last = asint(asuint(asint(asuint(int(min(((r + 1u) * _e24), _e28))) - asuint(int(1)))) + asuint(_e35));
    uint _e39 = params.blocks;
    int end = asint(asuint(int(_e39)) - asuint(int(1)));
    uint _e47 = params.block;
    uint _e55 = params.block;
    int2 own = int2(min(naga_div(max(first, int(0)), int(_e47)), end), min(naga_div(max(last, int(0)), int(_e55)), end));
    const uint _e60 = row_verdict(row_3);
    const uint _e61 = scores_at(row_3);
    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e173 = block;
            block = (_e173 + 1u);
        }
        loop_init_3 = false;
        uint _e67 = block;
        uint _e70 = params.blocks;
        if ((_e67 < _e70)) {
        } else {
            break;
        }
        {
            uint _e72 = block;
            int c_4 = int(_e72);
            if (!((_e60 == NOTHING))) {
                uint _e81 = params.causal;
                if ((_e81 != 0u)) {
                    if (!((last < int(0)))) {
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
            uint _e101 = params.own;
            if ((_e101 != 0u)) {
                uint _e108 = params.recent;
                local_8 = (asint(asuint(c_4) + asuint(int(_e108))) >= own.x);
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
                uint _e129 = params.first;
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
                const bool _e142 = block_forced(row_3, _e141);
                local_12 = _e142;
            } else {
                local_12 = true;
            }
            bool kept = local_12;
            rank_1 = 0u;
            if (!(hidden)) {
                uint _e148 = block;
                const float _e149 = score_of(_e61, _e148);
                const uint _e150 = rank_of(_e149);
                rank_1 = (kept ? FORCED : max(_e150, LOWEST));
                uint2 _e155 = counts_1;
                counts_1 = (_e155 + uint2(1u, (kept ? 1u : 0u)));
            }
            uint _e165 = params.blocks;
            uint _e167 = block;
            const uint _e169 = rank_at(chooser_4, ((n_5 * _e165) + _e167));
            uint _e171 = rank_1;
            ranks.Store(_e169*4, asuint(_e171));
        }
    }
    uint2 _e175 = counts_1;
    return _e175;
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    uint2 counts = (0u).xx;
    uint n = 0u;
    uint cut = 0u;
    uint reached = 0u;
    uint shift = 32u;
    bool local = (bool)0;
    bool local_1 = (bool)0;
    uint ties = (uint)0;
    bool local_2 = (bool)0;
    uint n_1 = 0u;
    uint w = (uint)0;
    uint bits = (uint)0;
    uint c = (uint)0;
    bool local_3 = (bool)0;
    bool local_4 = (bool)0;

    const uint _e2 = group_id(wid);
    uint chooser_5 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = params.choosers;
    if ((chooser_5 >= _e8)) {
        return;
    }
    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e25 = n;
            n = (_e25 + 1u);
        }
        loop_init_4 = false;
        uint _e15 = n;
        uint _e18 = params.chooser_rows;
        if ((_e15 < _e18)) {
        } else {
            break;
        }
        {
            uint2 _e20 = counts;
            uint _e21 = n;
            const uint2 _e22 = rank_row(chooser_5, _e21);
            counts = (_e20 + _e22);
        }
    }
    uint _e28 = counts.x;
    const uint _e29 = wanted(chooser_5, _e28);
    uint _e32 = params.fewest;
    uint _e35 = params.most;
    uint budget = clamp(_e29, _e32, _e35);
    uint _e38 = counts.y;
    uint _e41 = counts.x;
    uint count_2 = min(max(budget, _e38), _e41);
    uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
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
            const uint2 _e70 = digit_of(chooser_5, _e66, (_e67 - 4u), count_2);
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
        const uint _e96 = count_from(chooser_5, (_e93 + 1u));
        ties = (_e92 - _e96);
    }
    uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
    bool loop_init_6 = true;
    while(true) {
        if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_6) {
            uint _e190 = n_1;
            n_1 = (_e190 + 1u);
        }
        loop_init_6 = false;
        uint _e100 = n_1;
        uint _e103 = params.chooser_rows;
        if ((_e100 < _e103)) {
        } else {
            break;
        }
        {
            uint _e107 = params.chooser_rows;
            uint _e109 = n_1;
            uint _e113 = params.words;
            uint word = (((chooser_5 * _e107) + _e109) * _e113);
            w = 0u;
            uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
            bool loop_init_7 = true;
            while(true) {
                if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                if (!loop_init_7) {
                    uint _e187 = w;
                    w = (_e187 + 1u);
                }
                loop_init_7 = false;
                uint _e117 = w;
                uint _e120 = params.words;
                if ((_e117 < _e120)) {
                } else {
                    break;
                }
                {
                    bits = 0u;
                    uint _e124 = w;
                    c = (_e124 * 32u);
                    uint2 loop_bound_8 = uint2(4294967295u, 4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (all(loop_bound_8 == uint2(0u, 0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_8) {
                            uint _e179 = c;
                            c = (_e179 + 1u);
                        }
                        loop_init_8 = false;
                        uint _e128 = c;
                        uint _e131 = params.blocks;
                        uint _e132 = w;
                        if ((_e128 < min(_e131, ((_e132 + 1u) * 32u)))) {
                        } else {
                            break;
                        }
                        {
                            uint _e140 = n_1;
                            uint _e143 = params.blocks;
                            uint _e145 = c;
                            const uint _e147 = rank_at(chooser_5, ((_e140 * _e143) + _e145));
                            uint rank_3 = asuint(ranks.Load(_e147*4));
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
                                bits = (_e166 | (1u << naga_mod(_e168, 32u)));
                            }
                            uint _e173 = ties;
                            ties = (_e173 - (tie ? 1u : 0u));
                        }
                    }
                    uint _e182 = w;
                    uint _e185 = bits;
                    selection.Store((word + _e182)*4, asuint(_e185));
                }
            }
        }
    }
    return;
}
