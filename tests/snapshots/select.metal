// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
    uint size3;
};

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
typedef float type_3[1];
typedef uint type_4[1];
constant uint WORKGROUP = 64u;
constant uint BY_SCORE = 0u;
constant uint LOWEST = 1u;
constant uint FORCED = 4294967295u;
constant uint ALL = 1u;
constant uint NOTHING = 2u;

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

uint wanted(
    uint chooser,
    uint allowed,
    constant Params& params
) {
    uint _e4 = params.top_k;
    return _e4;
}

uint row_verdict(
    uint row
) {
    return BY_SCORE;
}

bool block_forced(
    uint row_1,
    uint c_1
) {
    return false;
}

uint rank_at(
    uint chooser_1,
    uint n_3,
    constant Params& params
) {
    uint _e4 = params.choosers;
    return (n_3 * _e4) + chooser_1;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

float score_of(
    uint row_2,
    uint c_2,
    constant Params& params,
    device type_3 const& scores,
    constant _mslBufferSizes& _buffer_sizes
) {
    float s = 0.0;
    uint g = 0u;
    uint _e4 = params.rows_of_head;
    uint head = naga_div(row_2, _e4);
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e41 = g;
            g = _e41 + 1u;
        }
        loop_init = false;
        uint _e10 = g;
        uint _e13 = params.group;
        if (_e10 < _e13) {
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
            float _e38 = scores[(((((head * _e19) + _e21) * _e25) + naga_mod(row_2, _e29)) * _e34) + c_2];
            s = _e15 + _e38;
        }
    }
    float _e43 = s;
    return _e43;
}

float score_at(
    uint chooser_2,
    uint n_4,
    constant Params& params,
    device type_3 const& scores,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = params.chooser_rows;
    uint _e8 = params.blocks;
    uint _e13 = params.blocks;
    float _e15 = score_of((chooser_2 * _e4) + naga_div(n_4, _e8), naga_mod(n_4, _e13), params, scores, _buffer_sizes);
    return _e15;
}

uint rank_of(
    float x
) {
    uint u = (x == 0.0) ? 0u : as_type<uint>(x);
    if ((u & 2147483647u) > 2139095040u) {
        return LOWEST;
    }
    return (u >= 2147483648u) ? ~(u) : (u | 2147483648u);
}

uint count_from(
    uint chooser_3,
    uint rank,
    constant Params& params,
    device type_4 const& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint count = 0u;
    uint n_5 = 0u;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_5;
            n_5 = _e23 + 1u;
        }
        loop_init_1 = false;
        uint _e6 = n_5;
        uint _e9 = params.cells;
        if (_e6 < _e9) {
        } else {
            break;
        }
        {
            uint _e11 = count;
            uint _e15 = n_5;
            uint _e16 = rank_at(chooser_3, _e15, params);
            uint _e18 = ranks[_e16];
            count = _e11 + ((_e18 >= rank) ? 1u : 0u);
        }
    }
    uint _e25 = count;
    return _e25;
}

metal::uint4 at_least(
    metal::uint4 x_1,
    metal::uint4 least
) {
    return metal::select(metal::uint4(0u), metal::uint4(1u), x_1 >= least);
}

uint digit_of(
    uint chooser_4,
    uint cut_1,
    uint shift,
    uint count_1,
    constant Params& params,
    device type_4 const& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::uint4 in_a = metal::uint4(0u);
    metal::uint4 in_b = metal::uint4(0u);
    metal::uint4 in_c = metal::uint4(0u);
    metal::uint4 in_d = metal::uint4(0u);
    uint n_6 = 0u;
    metal::uint4 a = metal::uint4(cut_1) + (metal::uint4(0u, 1u, 2u, 3u) << metal::uint4(shift));
    metal::uint4 b = a + metal::uint4(4u << shift);
    metal::uint4 c_3 = b + metal::uint4(4u << shift);
    metal::uint4 d = c_3 + metal::uint4(4u << shift);
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e63 = n_6;
            n_6 = _e63 + 1u;
        }
        loop_init_2 = false;
        uint _e39 = n_6;
        uint _e42 = params.cells;
        if (_e39 < _e42) {
        } else {
            break;
        }
        {
            uint _e45 = n_6;
            uint _e46 = rank_at(chooser_4, _e45, params);
            uint _e48 = ranks[_e46];
            metal::uint4 rank_2 = metal::uint4(_e48);
            metal::uint4 _e50 = in_a;
            metal::uint4 _e51 = at_least(rank_2, a);
            in_a = _e50 + _e51;
            metal::uint4 _e53 = in_b;
            metal::uint4 _e54 = at_least(rank_2, b);
            in_b = _e53 + _e54;
            metal::uint4 _e56 = in_c;
            metal::uint4 _e57 = at_least(rank_2, c_3);
            in_c = _e56 + _e57;
            metal::uint4 _e59 = in_d;
            metal::uint4 _e60 = at_least(rank_2, d);
            in_d = _e59 + _e60;
        }
    }
    metal::uint4 wanted_1 = metal::uint4(count_1);
    metal::uint4 _e66 = in_a;
    metal::uint4 _e67 = at_least(_e66, wanted_1);
    metal::uint4 _e68 = in_b;
    metal::uint4 _e69 = at_least(_e68, wanted_1);
    metal::uint4 _e71 = in_c;
    metal::uint4 _e72 = at_least(_e71, wanted_1);
    metal::uint4 _e74 = in_d;
    metal::uint4 _e75 = at_least(_e74, wanted_1);
    metal::uint4 digits = ((_e67 + _e69) + _e72) + _e75;
    return (((digits.x + digits.y) + digits.z) + digits.w) - 1u;
}

int naga_div(int lhs, int rhs) {
    return lhs / metal::select(rhs, 1, (lhs == (-2147483647 - 1) & rhs == -1) | (rhs == 0));
}

metal::uint2 rank_row(
    uint chooser_5,
    uint n_7,
    constant Params& params,
    device type_3 const& scores,
    device type_4& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::uint2 counts_1 = metal::uint2(0u);
    uint block = 0u;
    bool local_2 = {};
    bool local_3 = {};
    bool local_4 = {};
    bool local_5 = {};
    bool local_6 = {};
    bool local_7 = {};
    bool local_8 = {};
    bool local_9 = {};
    uint rank_1 = {};
    uint _e4 = params.chooser_rows;
    uint row_3 = (chooser_5 * _e4) + n_7;
    uint _e9 = params.rows_of_head;
    uint r = naga_mod(row_3, _e9);
    uint _e13 = params.row_step;
    int _e18 = params.align_offset;
    int first = as_type<int>(as_type<uint>(static_cast<int>(r * _e13)) + as_type<uint>(_e18));
    uint _e24 = params.row_step;
    uint _e28 = params.q_len;
    int _e35 = params.align_offset;
    int last = as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(static_cast<int>(metal::min((r + 1u) * _e24, _e28))) - as_type<uint>(1))) + as_type<uint>(_e35));
    uint _e39 = params.blocks;
    int end = as_type<int>(as_type<uint>(static_cast<int>(_e39)) - as_type<uint>(1));
    uint _e47 = params.block;
    uint _e55 = params.block;
    metal::int2 own = metal::int2(metal::min(naga_div(metal::max(first, 0), static_cast<int>(_e47)), end), metal::min(naga_div(metal::max(last, 0), static_cast<int>(_e55)), end));
    uint _e60 = row_verdict(row_3);
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e172 = block;
            block = _e172 + 1u;
        }
        loop_init_3 = false;
        uint _e66 = block;
        uint _e69 = params.blocks;
        if (_e66 < _e69) {
        } else {
            break;
        }
        {
            uint _e71 = block;
            int c_4 = static_cast<int>(_e71);
            if (!((_e60 == NOTHING))) {
                uint _e80 = params.causal;
                if (_e80 != 0u) {
                    if (!((last < 0))) {
                        local_4 = c_4 > own.y;
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
            if (_e100 != 0u) {
                uint _e107 = params.recent;
                local_5 = as_type<int>(as_type<uint>(c_4) + as_type<uint>(static_cast<int>(_e107))) >= own.x;
            } else {
                local_5 = false;
            }
            bool _e113 = local_5;
            if (_e113) {
                local_6 = c_4 <= own.y;
            } else {
                local_6 = false;
            }
            bool near = local_6;
            if (!((_e60 == ALL))) {
                uint _e125 = block;
                uint _e128 = params.first;
                local_7 = _e125 < _e128;
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
                float _e148 = score_of(row_3, _e147, params, scores, _buffer_sizes);
                uint _e149 = rank_of(_e148);
                rank_1 = kept ? FORCED : metal::max(_e149, LOWEST);
                metal::uint2 _e154 = counts_1;
                counts_1 = _e154 + metal::uint2(1u, kept ? 1u : 0u);
            }
            uint _e164 = params.blocks;
            uint _e166 = block;
            uint _e168 = rank_at(chooser_5, (n_7 * _e164) + _e166, params);
            uint _e170 = rank_1;
            ranks[_e168] = _e170;
        }
    }
    metal::uint2 _e174 = counts_1;
    return _e174;
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_3 const& scores [[user(fake0)]]
, device type_4& selection [[user(fake0)]]
, device type_4& ranks [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    metal::uint2 counts = metal::uint2(0u);
    uint n = 0u;
    uint cut = 0u;
    uint n_1 = 0u;
    uint above = 0u;
    uint ties = {};
    uint n_2 = 0u;
    uint bits = {};
    uint c = {};
    bool local = {};
    bool local_1 = {};
    uint _e2 = group_id(wid, params);
    uint chooser_6 = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.choosers;
    if (chooser_6 >= _e8) {
        return;
    }
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e25 = n;
            n = _e25 + 1u;
        }
        loop_init_4 = false;
        uint _e15 = n;
        uint _e18 = params.chooser_rows;
        if (_e15 < _e18) {
        } else {
            break;
        }
        {
            metal::uint2 _e20 = counts;
            uint _e21 = n;
            metal::uint2 _e22 = rank_row(chooser_6, _e21, params, scores, ranks, _buffer_sizes);
            counts = _e20 + _e22;
        }
    }
    uint _e28 = counts.x;
    uint _e29 = wanted(chooser_6, _e28, params);
    uint _e32 = params.fewest;
    uint _e35 = params.most;
    uint budget = metal::clamp(_e29, _e32, _e35);
    uint _e38 = counts.y;
    uint _e41 = counts.x;
    uint count_2 = metal::min(metal::max(budget, _e38), _e41);
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e61 = n_1;
            n_1 = _e61 + 1u;
        }
        loop_init_5 = false;
        uint _e47 = n_1;
        if (_e47 < 8u) {
        } else {
            break;
        }
        {
            uint _e52 = n_1;
            uint shift_1 = 28u - (4u * _e52);
            uint _e55 = cut;
            uint _e56 = cut;
            uint _e57 = digit_of(chooser_6, _e56, shift_1, count_2, params, ranks, _buffer_sizes);
            cut = _e55 | (_e57 << shift_1);
        }
    }
    uint _e65 = cut;
    if (_e65 < FORCED) {
        uint _e68 = cut;
        uint _e71 = count_from(chooser_6, _e68 + 1u, params, ranks, _buffer_sizes);
        above = _e71;
    }
    uint _e72 = above;
    ties = count_2 - _e72;
    uint2 loop_bound_6 = uint2(4294967295u);
    bool loop_init_6 = true;
    while(true) {
        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_6) {
            uint _e164 = n_2;
            n_2 = _e164 + 1u;
        }
        loop_init_6 = false;
        uint _e77 = n_2;
        uint _e80 = params.chooser_rows;
        uint _e83 = params.words;
        if (_e77 < (_e80 * _e83)) {
        } else {
            break;
        }
        {
            uint _e86 = n_2;
            uint _e89 = params.words;
            uint block_1 = naga_mod(_e86, _e89) * 32u;
            bits = 0u;
            c = block_1;
            uint2 loop_bound_7 = uint2(4294967295u);
            bool loop_init_7 = true;
            while(true) {
                if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                if (!loop_init_7) {
                    uint _e148 = c;
                    c = _e148 + 1u;
                }
                loop_init_7 = false;
                uint _e96 = c;
                uint _e99 = params.blocks;
                if (_e96 < metal::min(_e99, block_1 + 32u)) {
                } else {
                    break;
                }
                {
                    uint _e105 = n_2;
                    uint _e108 = params.words;
                    uint _e112 = params.blocks;
                    uint _e114 = c;
                    uint _e116 = rank_at(chooser_6, (naga_div(_e105, _e108) * _e112) + _e114, params);
                    uint rank_3 = ranks[_e116];
                    uint _e119 = cut;
                    if (rank_3 == _e119) {
                        uint _e123 = ties;
                        local = _e123 > 0u;
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
                        bits = _e135 | (1u << naga_mod(_e137, 32u));
                    }
                    uint _e142 = ties;
                    ties = _e142 - (tie ? 1u : 0u);
                }
            }
            uint _e153 = params.chooser_rows;
            uint _e157 = params.words;
            uint _e159 = n_2;
            uint _e162 = bits;
            selection[((chooser_6 * _e153) * _e157) + _e159] = _e162;
        }
    }
    return;
}
