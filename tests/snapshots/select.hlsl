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

uint rank_at(uint chooser_1, uint n_3)
{
    uint _e4 = params.choosers;
    return ((n_3 * _e4) + chooser_1);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

float score_of(uint row_2, uint c_2)
{
    float s = 0.0;
    uint g = 0u;

    uint _e4 = params.rows_of_head;
    uint head = naga_div(row_2, _e4);
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e41 = g;
            g = (_e41 + 1u);
        }
        loop_init = false;
        uint _e10 = g;
        uint _e13 = params.group;
        if ((_e10 < _e13)) {
        } else {
            break;
        }
        {
            float _e15 = s;
            uint _e19 = params.group;
            uint _e21 = g;
            uint _e25 = params.score_rows;
            uint _e29 = params.score_rows;
            uint _e34 = params.blocks;
            float _e38 = asfloat(scores.Load(((((((head * _e19) + _e21) * _e25) + naga_mod(row_2, _e29)) * _e34) + c_2)*4));
            s = (_e15 + _e38);
        }
    }
    float _e43 = s;
    return _e43;
}

float score_at(uint chooser_2, uint n_4)
{
    uint _e4 = params.chooser_rows;
    uint _e8 = params.blocks;
    uint _e13 = params.blocks;
    const float _e15 = score_of(((chooser_2 * _e4) + naga_div(n_4, _e8)), naga_mod(n_4, _e13));
    return _e15;
}

uint rank_of(float x)
{
    uint u = ((x == 0.0) ? 0u : asuint(x));
    if (((u & 2147483647u) > 2139095040u)) {
        return LOWEST;
    }
    return ((u >= 2147483648u) ? ~(u) : (u | 2147483648u));
}

uint count_from(uint chooser_3, uint rank)
{
    uint count = 0u;
    uint n_5 = 0u;

    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_5;
            n_5 = (_e23 + 1u);
        }
        loop_init_1 = false;
        uint _e6 = n_5;
        uint _e9 = params.cells;
        if ((_e6 < _e9)) {
        } else {
            break;
        }
        {
            uint _e11 = count;
            uint _e15 = n_5;
            const uint _e16 = rank_at(chooser_3, _e15);
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

uint digit_of(uint chooser_4, uint cut_1, uint shift, uint count_1)
{
    uint4 in_a = (0u).xxxx;
    uint4 in_b = (0u).xxxx;
    uint4 in_c = (0u).xxxx;
    uint4 in_d = (0u).xxxx;
    uint n_6 = 0u;

    uint4 a = ((cut_1).xxxx + (uint4(0u, 1u, 2u, 3u) << (shift).xxxx));
    uint4 b = (a + ((4u << shift)).xxxx);
    uint4 c_3 = (b + ((4u << shift)).xxxx);
    uint4 d = (c_3 + ((4u << shift)).xxxx);
    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e63 = n_6;
            n_6 = (_e63 + 1u);
        }
        loop_init_2 = false;
        uint _e39 = n_6;
        uint _e42 = params.cells;
        if ((_e39 < _e42)) {
        } else {
            break;
        }
        {
            uint _e45 = n_6;
            const uint _e46 = rank_at(chooser_4, _e45);
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
    uint4 wanted_1 = (count_1).xxxx;
    uint4 _e66 = in_a;
    const uint4 _e67 = at_least(_e66, wanted_1);
    uint4 _e68 = in_b;
    const uint4 _e69 = at_least(_e68, wanted_1);
    uint4 _e71 = in_c;
    const uint4 _e72 = at_least(_e71, wanted_1);
    uint4 _e74 = in_d;
    const uint4 _e75 = at_least(_e74, wanted_1);
    uint4 digits = (((_e67 + _e69) + _e72) + _e75);
    return ((((digits.x + digits.y) + digits.z) + digits.w) - 1u);
}

int naga_div(int lhs, int rhs) {
    return lhs / (((lhs == int(-2147483647 - 1) & rhs == -1) | (rhs == 0)) ? 1 : rhs);
}

uint2 rank_row(uint chooser_5, uint n_7)
{
    uint2 counts_1 = (0u).xx;
    uint block = 0u;
    bool local_2 = (bool)0;
    bool local_3 = (bool)0;
    bool local_4 = (bool)0;
    bool local_5 = (bool)0;
    bool local_6 = (bool)0;
    bool local_7 = (bool)0;
    bool local_8 = (bool)0;
    bool local_9 = (bool)0;
    uint rank_1 = (uint)0;

    uint _e4 = params.chooser_rows;
    uint row_3 = ((chooser_5 * _e4) + n_7);
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
    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e172 = block;
            block = (_e172 + 1u);
        }
        loop_init_3 = false;
        uint _e66 = block;
        uint _e69 = params.blocks;
        if ((_e66 < _e69)) {
        } else {
            break;
        }
        {
            uint _e71 = block;
            int c_4 = int(_e71);
            if (!((_e60 == NOTHING))) {
                uint _e80 = params.causal;
                if ((_e80 != 0u)) {
                    if (!((last < int(0)))) {
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
            uint _e100 = params.own;
            if ((_e100 != 0u)) {
                uint _e107 = params.recent;
                local_5 = (asint(asuint(c_4) + asuint(int(_e107))) >= own.x);
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
                uint _e128 = params.first;
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
                const bool _e141 = block_forced(row_3, _e140);
                local_9 = _e141;
            } else {
                local_9 = true;
            }
            bool kept = local_9;
            rank_1 = 0u;
            if (!(hidden)) {
                uint _e147 = block;
                const float _e148 = score_of(row_3, _e147);
                const uint _e149 = rank_of(_e148);
                rank_1 = (kept ? FORCED : max(_e149, LOWEST));
                uint2 _e154 = counts_1;
                counts_1 = (_e154 + uint2(1u, (kept ? 1u : 0u)));
            }
            uint _e164 = params.blocks;
            uint _e166 = block;
            const uint _e168 = rank_at(chooser_5, ((n_7 * _e164) + _e166));
            uint _e170 = rank_1;
            ranks.Store(_e168*4, asuint(_e170));
        }
    }
    uint2 _e174 = counts_1;
    return _e174;
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    uint2 counts = (0u).xx;
    uint n = 0u;
    uint cut = 0u;
    uint n_1 = 0u;
    uint above = 0u;
    uint ties = (uint)0;
    uint n_2 = 0u;
    uint bits = (uint)0;
    uint c = (uint)0;
    bool local = (bool)0;
    bool local_1 = (bool)0;

    const uint _e2 = group_id(wid);
    uint chooser_6 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = params.choosers;
    if ((chooser_6 >= _e8)) {
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
            const uint2 _e22 = rank_row(chooser_6, _e21);
            counts = (_e20 + _e22);
        }
    }
    uint _e28 = counts.x;
    const uint _e29 = wanted(chooser_6, _e28);
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
            const uint _e57 = digit_of(chooser_6, _e56, shift_1, count_2);
            cut = (_e55 | (_e57 << shift_1));
        }
    }
    uint _e65 = cut;
    if ((_e65 < FORCED)) {
        uint _e68 = cut;
        const uint _e71 = count_from(chooser_6, (_e68 + 1u));
        above = _e71;
    }
    uint _e72 = above;
    ties = (count_2 - _e72);
    uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
    bool loop_init_6 = true;
    while(true) {
        if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_6) {
            uint _e164 = n_2;
            n_2 = (_e164 + 1u);
        }
        loop_init_6 = false;
        uint _e77 = n_2;
        uint _e80 = params.chooser_rows;
        uint _e83 = params.words;
        if ((_e77 < (_e80 * _e83))) {
        } else {
            break;
        }
        {
            uint _e86 = n_2;
            uint _e89 = params.words;
            uint block_1 = (naga_mod(_e86, _e89) * 32u);
            bits = 0u;
            c = block_1;
            uint2 loop_bound_7 = uint2(4294967295u, 4294967295u);
            bool loop_init_7 = true;
            while(true) {
                if (all(loop_bound_7 == uint2(0u, 0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                if (!loop_init_7) {
                    uint _e148 = c;
                    c = (_e148 + 1u);
                }
                loop_init_7 = false;
                uint _e96 = c;
                uint _e99 = params.blocks;
                if ((_e96 < min(_e99, (block_1 + 32u)))) {
                } else {
                    break;
                }
                {
                    uint _e105 = n_2;
                    uint _e108 = params.words;
                    uint _e112 = params.blocks;
                    uint _e114 = c;
                    const uint _e116 = rank_at(chooser_6, ((naga_div(_e105, _e108) * _e112) + _e114));
                    uint rank_3 = asuint(ranks.Load(_e116*4));
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
                        bits = (_e135 | (1u << naga_mod(_e137, 32u)));
                    }
                    uint _e142 = ties;
                    ties = (_e142 - (tie ? 1u : 0u));
                }
            }
            uint _e153 = params.chooser_rows;
            uint _e157 = params.words;
            uint _e159 = n_2;
            uint _e162 = bits;
            selection.Store((((chooser_6 * _e153) * _e157) + _e159)*4, asuint(_e162));
        }
    }
    return;
}
