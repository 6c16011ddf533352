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
    uint n_2,
    constant Params& params
) {
    uint _e4 = params.choosers;
    return (n_2 * _e4) + chooser_1;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

uint scores_at(
    uint row_2,
    constant Params& params
) {
    uint _e3 = params.rows_of_head;
    uint head = naga_div(row_2, _e3);
    uint _e7 = params.group;
    uint _e11 = params.score_rows;
    uint _e15 = params.score_rows;
    uint _e20 = params.blocks;
    return (((head * _e7) * _e11) + naga_mod(row_2, _e15)) * _e20;
}

float score_of(
    uint at,
    uint c_2,
    constant Params& params,
    device type_3 const& scores,
    constant _mslBufferSizes& _buffer_sizes
) {
    float s = 0.0;
    uint g = 0u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e28 = g;
            g = _e28 + 1u;
        }
        loop_init = false;
        uint _e6 = g;
        uint _e9 = params.group;
        if (_e6 < _e9) {
        } else {
            break;
        }
        {
            float _e11 = s;
            uint _e13 = g;
            uint _e16 = params.score_rows;
            uint _e20 = params.blocks;
            float _e25 = scores[(at + ((_e13 * _e16) * _e20)) + c_2];
            s = _e11 + _e25;
        }
    }
    float _e30 = s;
    return _e30;
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
    uint chooser_2,
    uint rank,
    constant Params& params,
    device type_4 const& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint count = 0u;
    uint n_3 = 0u;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e23 = n_3;
            n_3 = _e23 + 1u;
        }
        loop_init_1 = false;
        uint _e6 = n_3;
        uint _e9 = params.cells;
        if (_e6 < _e9) {
        } else {
            break;
        }
        {
            uint _e11 = count;
            uint _e15 = n_3;
            uint _e16 = rank_at(chooser_2, _e15, params);
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

metal::uint4 if_enough(
    metal::uint4 reached_1,
    metal::uint4 wanted_1
) {
    return metal::select(metal::uint4(4294967295u), reached_1, reached_1 >= wanted_1);
}

metal::uint2 digit_of(
    uint chooser_3,
    uint cut_1,
    uint shift_1,
    uint count_1,
    constant Params& params,
    device type_4 const& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::uint4 in_a = metal::uint4(0u);
    metal::uint4 in_b = metal::uint4(0u);
    metal::uint4 in_c = metal::uint4(0u);
    metal::uint4 in_d = metal::uint4(0u);
    uint n_4 = 0u;
    metal::uint4 a = metal::uint4(cut_1) + (metal::uint4(0u, 1u, 2u, 3u) << metal::uint4(shift_1));
    metal::uint4 b = a + metal::uint4(4u << shift_1);
    metal::uint4 c_3 = b + metal::uint4(4u << shift_1);
    metal::uint4 d = c_3 + metal::uint4(4u << shift_1);
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e63 = n_4;
            n_4 = _e63 + 1u;
        }
        loop_init_2 = false;
        uint _e39 = n_4;
        uint _e42 = params.cells;
        if (_e39 < _e42) {
        } else {
            break;
        }
        {
            uint _e45 = n_4;
            uint _e46 = rank_at(chooser_3, _e45, params);
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
    metal::uint4 wanted_2 = metal::uint4(count_1);
    metal::uint4 _e66 = in_a;
    metal::uint4 _e67 = at_least(_e66, wanted_2);
    metal::uint4 _e68 = in_b;
    metal::uint4 _e69 = at_least(_e68, wanted_2);
    metal::uint4 _e71 = in_c;
    metal::uint4 _e72 = at_least(_e71, wanted_2);
    metal::uint4 _e74 = in_d;
    metal::uint4 _e75 = at_least(_e74, wanted_2);
    metal::uint4 digits = ((_e67 + _e69) + _e72) + _e75;
    metal::uint4 _e77 = in_a;
    metal::uint4 _e78 = if_enough(_e77, wanted_2);
    metal::uint4 _e79 = in_b;
    metal::uint4 _e80 = if_enough(_e79, wanted_2);
    metal::uint4 _e82 = in_c;
    metal::uint4 _e83 = if_enough(_e82, wanted_2);
    metal::uint4 _e84 = in_d;
    metal::uint4 _e85 = if_enough(_e84, wanted_2);
    metal::uint4 least_1 = metal::min(metal::min(_e78, _e80), metal::min(_e83, _e85));
    return metal::uint2((((digits.x + digits.y) + digits.z) + digits.w) - 1u, metal::min(metal::min(least_1.x, least_1.y), metal::min(least_1.z, least_1.w)));
}

int naga_div(int lhs, int rhs) {
    return lhs / metal::select(rhs, 1, (lhs == (-2147483647 - 1) & rhs == -1) | (rhs == 0));
}

metal::uint2 rank_row(
    uint chooser_4,
    uint n_5,
    constant Params& params,
    device type_3 const& scores,
    device type_4& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::uint2 counts_1 = metal::uint2(0u);
    uint block = 0u;
    bool local_5 = {};
    bool local_6 = {};
    bool local_7 = {};
    bool local_8 = {};
    bool local_9 = {};
    bool local_10 = {};
    bool local_11 = {};
    bool local_12 = {};
    uint rank_1 = {};
    uint _e4 = params.chooser_rows;
    uint row_3 = (chooser_4 * _e4) + n_5;
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
    uint _e61 = scores_at(row_3, params);
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e173 = block;
            block = _e173 + 1u;
        }
        loop_init_3 = false;
        uint _e67 = block;
        uint _e70 = params.blocks;
        if (_e67 < _e70) {
        } else {
            break;
        }
        {
            uint _e72 = block;
            int c_4 = static_cast<int>(_e72);
            if (!((_e60 == NOTHING))) {
                uint _e81 = params.causal;
                if (_e81 != 0u) {
                    if (!((last < 0))) {
                        local_7 = c_4 > own.y;
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
            if (_e101 != 0u) {
                uint _e108 = params.recent;
                local_8 = as_type<int>(as_type<uint>(c_4) + as_type<uint>(static_cast<int>(_e108))) >= own.x;
            } else {
                local_8 = false;
            }
            bool _e114 = local_8;
            if (_e114) {
                local_9 = c_4 <= own.y;
            } else {
                local_9 = false;
            }
            bool near = local_9;
            if (!((_e60 == ALL))) {
                uint _e126 = block;
                uint _e129 = params.first;
                local_10 = _e126 < _e129;
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
                float _e149 = score_of(_e61, _e148, params, scores, _buffer_sizes);
                uint _e150 = rank_of(_e149);
                rank_1 = kept ? FORCED : metal::max(_e150, LOWEST);
                metal::uint2 _e155 = counts_1;
                counts_1 = _e155 + metal::uint2(1u, kept ? 1u : 0u);
            }
            uint _e165 = params.blocks;
            uint _e167 = block;
            uint _e169 = rank_at(chooser_4, (n_5 * _e165) + _e167, params);
            uint _e171 = rank_1;
            ranks[_e169] = _e171;
        }
    }
    metal::uint2 _e175 = counts_1;
    return _e175;
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
    uint reached = 0u;
    uint shift = 32u;
    bool local = {};
    bool local_1 = {};
    uint ties = {};
    bool local_2 = {};
    uint n_1 = 0u;
    uint w = {};
    uint bits = {};
    uint c = {};
    bool local_3 = {};
    bool local_4 = {};
    uint _e2 = group_id(wid, params);
    uint chooser_5 = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.choosers;
    if (chooser_5 >= _e8) {
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
            metal::uint2 _e22 = rank_row(chooser_5, _e21, params, scores, ranks, _buffer_sizes);
            counts = _e20 + _e22;
        }
    }
    uint _e28 = counts.x;
    uint _e29 = wanted(chooser_5, _e28, params);
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
            uint _e79 = shift;
            shift = _e79 - 4u;
        }
        loop_init_5 = false;
        uint _e49 = shift;
        if (_e49 > 0u) {
            uint _e54 = shift;
            if (!((_e54 == 32u))) {
                uint _e60 = reached;
                local_1 = _e60 != count_2;
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
            metal::uint2 _e70 = digit_of(chooser_5, _e66, _e67 - 4u, count_2, params, ranks, _buffer_sizes);
            uint _e71 = cut;
            uint _e73 = shift;
            cut = _e71 | (_e70.x << (_e73 - 4u));
            reached = _e70.y;
        }
    }
    ties = count_2;
    uint _e83 = reached;
    if (_e83 != count_2) {
        uint _e87 = cut;
        local_2 = _e87 < FORCED;
    } else {
        local_2 = false;
    }
    bool _e91 = local_2;
    if (_e91) {
        uint _e92 = ties;
        uint _e93 = cut;
        uint _e96 = count_from(chooser_5, _e93 + 1u, params, ranks, _buffer_sizes);
        ties = _e92 - _e96;
    }
    uint2 loop_bound_6 = uint2(4294967295u);
    bool loop_init_6 = true;
    while(true) {
        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_6) {
            uint _e190 = n_1;
            n_1 = _e190 + 1u;
        }
        loop_init_6 = false;
        uint _e100 = n_1;
        uint _e103 = params.chooser_rows;
        if (_e100 < _e103) {
        } else {
            break;
        }
        {
            uint _e107 = params.chooser_rows;
            uint _e109 = n_1;
            uint _e113 = params.words;
            uint word = ((chooser_5 * _e107) + _e109) * _e113;
            w = 0u;
            uint2 loop_bound_7 = uint2(4294967295u);
            bool loop_init_7 = true;
            while(true) {
                if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                if (!loop_init_7) {
                    uint _e187 = w;
                    w = _e187 + 1u;
                }
                loop_init_7 = false;
                uint _e117 = w;
                uint _e120 = params.words;
                if (_e117 < _e120) {
                } else {
                    break;
                }
                {
                    bits = 0u;
                    uint _e124 = w;
                    c = _e124 * 32u;
                    uint2 loop_bound_8 = uint2(4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_8) {
                            uint _e179 = c;
                            c = _e179 + 1u;
                        }
                        loop_init_8 = false;
                        uint _e128 = c;
                        uint _e131 = params.blocks;
                        uint _e132 = w;
                        if (_e128 < metal::min(_e131, (_e132 + 1u) * 32u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e140 = n_1;
                            uint _e143 = params.blocks;
                            uint _e145 = c;
                            uint _e147 = rank_at(chooser_5, (_e140 * _e143) + _e145, params);
                            uint rank_3 = ranks[_e147];
                            uint _e150 = cut;
                            if (rank_3 == _e150) {
                                uint _e154 = ties;
                                local_3 = _e154 > 0u;
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
                                bits = _e166 | (1u << naga_mod(_e168, 32u));
                            }
                            uint _e173 = ties;
                            ties = _e173 - (tie ? 1u : 0u);
                        }
                    }
                    uint _e182 = w;
                    uint _e185 = bits;
                    selection[word + _e182] = _e185;
                }
            }
        }
    }
    return;
}
