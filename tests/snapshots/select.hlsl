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

static const uint WORKGROUP = 64u;
static const uint LOWEST = 1u;
static const uint FORCED = 4294967295u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer scores : register(t1);
RWByteAddressBuffer selection : register(u2);
RWByteAddressBuffer ranks : register(u3);

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint wanted(uint row, uint allowed)
{
    uint _e4 = params.top_k;
    return _e4;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

float score_of(uint row_1, uint c_1)
{
    float s = 0.0;
    uint g = 0u;

    uint _e4 = params.rows_of_head;
    uint head = naga_div(row_1, _e4);
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
            float _e38 = asfloat(scores.Load(((((((head * _e19) + _e21) * _e25) + naga_mod(row_1, _e29)) * _e34) + c_1)*4));
            s = (_e15 + _e38);
        }
    }
    float _e43 = s;
    return _e43;
}

uint rank_of(float x)
{
    uint u = ((x == 0.0) ? 0u : asuint(x));
    if (((u & 2147483647u) > 2139095040u)) {
        return LOWEST;
    }
    return ((u >= 2147483648u) ? ~(u) : (u | 2147483648u));
}

uint count_from(uint row_2, uint rank)
{
    uint count = 0u;
    uint c_2 = 0u;

    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e27 = c_2;
            c_2 = (_e27 + 1u);
        }
        loop_init_1 = false;
        uint _e6 = c_2;
        uint _e9 = params.blocks;
        if ((_e6 < _e9)) {
        } else {
            break;
        }
        {
            uint _e11 = count;
            uint _e17 = params.blocks;
            uint _e19 = c_2;
            uint _e22 = asuint(ranks.Load(((row_2 * _e17) + _e19)*4));
            count = (_e11 + ((_e22 >= rank) ? 1u : 0u));
        }
    }
    uint _e29 = count;
    return _e29;
}

uint4 at_least(uint4 x_1, uint4 least)
{
    return ((x_1 >= least) ? (1u).xxxx : (0u).xxxx);
}

uint digit_of(uint row_3, uint cut_1, uint shift, uint count_1)
{
    uint4 in_a = (0u).xxxx;
    uint4 in_b = (0u).xxxx;
    uint4 in_c = (0u).xxxx;
    uint4 in_d = (0u).xxxx;
    uint n_1 = 0u;

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
            uint _e67 = n_1;
            n_1 = (_e67 + 1u);
        }
        loop_init_2 = false;
        uint _e39 = n_1;
        uint _e42 = params.blocks;
        if ((_e39 < _e42)) {
        } else {
            break;
        }
        {
            uint _e47 = params.blocks;
            uint _e49 = n_1;
            uint _e52 = asuint(ranks.Load(((row_3 * _e47) + _e49)*4));
            uint4 rank_2 = (_e52).xxxx;
            uint4 _e54 = in_a;
            const uint4 _e55 = at_least(rank_2, a);
            in_a = (_e54 + _e55);
            uint4 _e57 = in_b;
            const uint4 _e58 = at_least(rank_2, b);
            in_b = (_e57 + _e58);
            uint4 _e60 = in_c;
            const uint4 _e61 = at_least(rank_2, c_3);
            in_c = (_e60 + _e61);
            uint4 _e63 = in_d;
            const uint4 _e64 = at_least(rank_2, d);
            in_d = (_e63 + _e64);
        }
    }
    uint4 wanted_1 = (count_1).xxxx;
    uint4 _e70 = in_a;
    const uint4 _e71 = at_least(_e70, wanted_1);
    uint4 _e72 = in_b;
    const uint4 _e73 = at_least(_e72, wanted_1);
    uint4 _e75 = in_c;
    const uint4 _e76 = at_least(_e75, wanted_1);
    uint4 _e78 = in_d;
    const uint4 _e79 = at_least(_e78, wanted_1);
    uint4 digits = (((_e71 + _e73) + _e76) + _e79);
    return ((((digits.x + digits.y) + digits.z) + digits.w) - 1u);
}

int naga_div(int lhs, int rhs) {
    return lhs / (((lhs == int(-2147483647 - 1) & rhs == -1) | (rhs == 0)) ? 1 : rhs);
}

uint2 rank_row(uint row_4)
{
    uint2 counts = (0u).xx;
    uint n_2 = 0u;
    bool local_2 = (bool)0;
    bool local_3 = (bool)0;
    bool local_4 = (bool)0;
    bool local_5 = (bool)0;
    bool local_6 = (bool)0;
    uint rank_1 = (uint)0;

    uint _e3 = params.rows_of_head;
    uint r = naga_mod(row_4, _e3);
    uint _e7 = params.row_step;
    int _e12 = params.align_offset;
    int first = asint(asuint(int((r * _e7))) + asuint(_e12));
    uint _e18 = params.row_step;
    uint _e22 = params.q_len;
    int _e29 = params.align_offset;
    int last = asint(asuint(asint(asuint(int(min(((r + 1u) * _e18), _e22))) - asuint(int(1)))) + asuint(_e29));
    uint _e33 = params.blocks;
    int end = asint(asuint(int(_e33)) - asuint(int(1)));
    uint _e41 = params.block;
    uint _e49 = params.block;
    int2 own = int2(min(naga_div(max(first, int(0)), int(_e41)), end), min(naga_div(max(last, int(0)), int(_e49)), end));
    uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e143 = n_2;
            n_2 = (_e143 + 1u);
        }
        loop_init_3 = false;
        uint _e59 = n_2;
        uint _e62 = params.blocks;
        if ((_e59 < _e62)) {
        } else {
            break;
        }
        {
            uint _e64 = n_2;
            int c_4 = int(_e64);
            uint _e68 = params.causal;
            if ((_e68 != 0u)) {
                if (!((last < int(0)))) {
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
            uint _e87 = params.first;
            if (!((_e84 < _e87))) {
                uint _e94 = params.own;
                if ((_e94 != 0u)) {
                    uint _e101 = params.recent;
                    local_5 = (asint(asuint(c_4) + asuint(int(_e101))) >= own.x);
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
                const float _e120 = score_of(row_4, _e119);
                const uint _e121 = rank_of(_e120);
                rank_1 = (kept ? FORCED : max(_e121, LOWEST));
                uint2 _e126 = counts;
                counts = (_e126 + uint2(1u, (kept ? 1u : 0u)));
            }
            uint _e136 = params.blocks;
            uint _e138 = n_2;
            uint _e141 = rank_1;
            ranks.Store(((row_4 * _e136) + _e138)*4, asuint(_e141));
        }
    }
    uint2 _e145 = counts;
    return _e145;
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    uint cut = 0u;
    uint n = 0u;
    uint above = 0u;
    uint ties = (uint)0;
    uint w = 0u;
    uint bits = (uint)0;
    uint c = (uint)0;
    bool local = (bool)0;
    bool local_1 = (bool)0;

    const uint _e2 = group_id(wid);
    uint row_5 = ((_e2 * WORKGROUP) + tid);
    uint _e8 = params.rows;
    if ((row_5 >= _e8)) {
        return;
    }
    const uint2 _e10 = rank_row(row_5);
    const uint _e12 = wanted(row_5, _e10.x);
    uint _e15 = params.fewest;
    uint _e18 = params.most;
    uint budget = clamp(_e12, _e15, _e18);
    uint count_2 = min(max(budget, _e10.y), _e10.x);
    uint2 loop_bound_4 = uint2(4294967295u, 4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (all(loop_bound_4 == uint2(0u, 0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
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
            const uint _e38 = digit_of(row_5, _e37, shift_1, count_2);
            cut = (_e36 | (_e38 << shift_1));
        }
    }
    uint _e46 = cut;
    if ((_e46 < FORCED)) {
        uint _e49 = cut;
        const uint _e52 = count_from(row_5, (_e49 + 1u));
        above = _e52;
    }
    uint _e53 = above;
    ties = (count_2 - _e53);
    uint2 loop_bound_5 = uint2(4294967295u, 4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (all(loop_bound_5 == uint2(0u, 0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e130 = w;
            w = (_e130 + 1u);
        }
        loop_init_5 = false;
        uint _e58 = w;
        uint _e61 = params.words;
        if ((_e58 < _e61)) {
        } else {
            break;
        }
        {
            bits = 0u;
            uint _e65 = w;
            c = (_e65 * 32u);
            uint2 loop_bound_6 = uint2(4294967295u, 4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (all(loop_bound_6 == uint2(0u, 0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e118 = c;
                    c = (_e118 + 1u);
                }
                loop_init_6 = false;
                uint _e69 = c;
                uint _e72 = params.blocks;
                uint _e73 = w;
                if ((_e69 < min(_e72, ((_e73 + 1u) * 32u)))) {
                } else {
                    break;
                }
                {
                    uint _e83 = params.blocks;
                    uint _e85 = c;
                    uint rank_3 = asuint(ranks.Load(((row_5 * _e83) + _e85)*4));
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
                        bits = (_e105 | (1u << naga_mod(_e107, 32u)));
                    }
                    uint _e112 = ties;
                    ties = (_e112 - (tie ? 1u : 0u));
                }
            }
            uint _e123 = params.words;
            uint _e125 = w;
            uint _e128 = bits;
            selection.Store(((row_5 * _e123) + _e125)*4, asuint(_e128));
        }
    }
    return;
}
