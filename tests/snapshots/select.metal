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
    metal::uint4 x_2,
    metal::uint4 wanted_1
) {
    return metal::select(metal::uint4(4294967295u), x_2, x_2 >= wanted_1);
}

metal::uint4 if_fewer(
    metal::uint4 x_3,
    metal::uint4 wanted_2
) {
    return metal::select(x_3, metal::uint4(0u), x_3 >= wanted_2);
}

Cut cut_for(
    uint chooser_3,
    Ranked all_1,
    uint count_1,
    constant Params& params,
    device type_4 const& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint rank_1 = {};
    uint end = {};
    uint reached = {};
    uint beyond = {};
    bool local_2 = {};
    metal::uint4 in_a = {};
    metal::uint4 in_b = {};
    uint n_4 = {};
    if (count_1 == all_1.forced) {
        return Cut {FORCED, count_1};
    }
    metal::uint4 wanted_3 = metal::uint4(count_1);
    rank_1 = all_1.lowest;
    end = all_1.highest + 1u;
    reached = all_1.allowed;
    beyond = all_1.forced;
    uint2 loop_bound_2 = uint2(4294967295u);
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        uint _e18 = reached;
        if (_e18 != count_1) {
            uint _e22 = end;
            uint _e23 = rank_1;
            local_2 = (_e22 - _e23) > 1u;
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
            uint step = naga_div((_e29 - _e30) + 8u, 9u);
            uint _e36 = rank_1;
            metal::uint4 a = metal::uint4(_e36) + (step * metal::uint4(1u, 2u, 3u, 4u));
            metal::uint4 b = a + metal::uint4(4u * step);
            in_a = metal::uint4(0u);
            in_b = metal::uint4(0u);
            n_4 = 0u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_2 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_2) {
                    uint _e75 = n_4;
                    n_4 = _e75 + 1u;
                }
                loop_init_2 = false;
                uint _e57 = n_4;
                uint _e60 = params.cells;
                if (_e57 < _e60) {
                } else {
                    break;
                }
                {
                    uint _e63 = n_4;
                    uint _e64 = rank_at(chooser_3, _e63, params);
                    uint _e66 = ranks[_e64];
                    metal::uint4 x_4 = metal::uint4(_e66);
                    metal::uint4 _e68 = in_a;
                    metal::uint4 _e69 = at_least(x_4, a);
                    in_a = _e68 + _e69;
                    metal::uint4 _e71 = in_b;
                    metal::uint4 _e72 = at_least(x_4, b);
                    in_b = _e71 + _e72;
                }
            }
            metal::uint4 _e77 = in_a;
            metal::uint4 _e78 = at_least(_e77, wanted_3);
            metal::uint4 _e79 = in_b;
            metal::uint4 _e80 = at_least(_e79, wanted_3);
            metal::uint4 steps = _e78 + _e80;
            metal::uint4 _e82 = in_a;
            metal::uint4 _e83 = if_enough(_e82, wanted_3);
            metal::uint4 _e84 = in_b;
            metal::uint4 _e85 = if_enough(_e84, wanted_3);
            metal::uint4 least_1 = metal::min(_e83, _e85);
            metal::uint4 _e87 = in_a;
            metal::uint4 _e88 = if_fewer(_e87, wanted_3);
            metal::uint4 _e89 = in_b;
            metal::uint4 _e90 = if_fewer(_e89, wanted_3);
            metal::uint4 most = metal::max(_e88, _e90);
            uint _e92 = reached;
            reached = metal::min(_e92, metal::min(metal::min(least_1.x, least_1.y), metal::min(least_1.z, least_1.w)));
            uint _e101 = beyond;
            beyond = metal::max(_e101, metal::max(metal::max(most.x, most.y), metal::max(most.z, most.w)));
            uint _e110 = rank_1;
            rank_1 = _e110 + (step * (((steps.x + steps.y) + steps.z) + steps.w));
            uint _e120 = end;
            uint _e121 = rank_1;
            end = metal::min(_e120, _e121 + step);
        }
    }
    uint _e124 = rank_1;
    uint _e125 = beyond;
    uint _e127 = reached;
    return Cut {_e124, (_e127 == count_1) ? count_1 : (count_1 - _e125)};
}

int naga_div(int lhs, int rhs) {
    return lhs / metal::select(rhs, 1, (lhs == (-2147483647 - 1) & rhs == -1) | (rhs == 0));
}

Ranked rank_row(
    uint chooser_4,
    uint n_5,
    Ranked before,
    constant Params& params,
    device type_3 const& scores,
    device type_4& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    Ranked all_2 = {};
    uint block = 0u;
    bool local_3 = {};
    bool local_4 = {};
    bool local_5 = {};
    bool local_6 = {};
    bool local_7 = {};
    bool local_8 = {};
    bool local_9 = {};
    bool local_10 = {};
    uint rank_2 = {};
    uint _e5 = params.chooser_rows;
    uint row_3 = (chooser_4 * _e5) + n_5;
    uint _e10 = params.rows_of_head;
    uint r = naga_mod(row_3, _e10);
    uint _e14 = params.row_step;
    int _e19 = params.align_offset;
    int first = as_type<int>(as_type<uint>(static_cast<int>(r * _e14)) + as_type<uint>(_e19));
    uint _e25 = params.row_step;
    uint _e29 = params.q_len;
    int _e36 = params.align_offset;
    int last = as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(static_cast<int>(metal::min((r + 1u) * _e25, _e29))) - as_type<uint>(1))) + as_type<uint>(_e36));
    uint _e40 = params.blocks;
    int end_1 = as_type<int>(as_type<uint>(static_cast<int>(_e40)) - as_type<uint>(1));
    uint _e48 = params.block;
    uint _e56 = params.block;
    metal::int2 own = metal::int2(metal::min(naga_div(metal::max(first, 0), static_cast<int>(_e48)), end_1), metal::min(naga_div(metal::max(last, 0), static_cast<int>(_e56)), end_1));
    uint _e61 = row_verdict(row_3);
    uint _e62 = scores_at(row_3, params);
    all_2 = before;
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e187 = block;
            block = _e187 + 1u;
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
            int c_3 = static_cast<int>(_e71);
            if (!((_e61 == NOTHING))) {
                uint _e80 = params.causal;
                if (_e80 != 0u) {
                    if (!((last < 0))) {
                        local_5 = c_3 > own.y;
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
            uint _e100 = params.own;
            if (_e100 != 0u) {
                uint _e107 = params.recent;
                local_6 = as_type<int>(as_type<uint>(c_3) + as_type<uint>(static_cast<int>(_e107))) >= own.x;
            } else {
                local_6 = false;
            }
            bool _e113 = local_6;
            if (_e113) {
                local_7 = c_3 <= own.y;
            } else {
                local_7 = false;
            }
            bool near = local_7;
            if (!((_e61 == ALL))) {
                uint _e125 = block;
                uint _e128 = params.first;
                local_8 = _e125 < _e128;
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
                float _e148 = score_of(_e62, _e147, params, scores, _buffer_sizes);
                uint _e149 = rank_of(_e148);
                rank_2 = kept ? FORCED : metal::max(_e149, LOWEST);
                uint _e155 = all_2.allowed;
                all_2.allowed = _e155 + 1u;
                uint _e159 = all_2.forced;
                all_2.forced = _e159 + (kept ? 1u : 0u);
                uint _e166 = all_2.lowest;
                uint _e167 = rank_2;
                all_2.lowest = metal::min(_e166, _e167);
                uint _e171 = all_2.highest;
                uint _e172 = rank_2;
                all_2.highest = metal::max(_e171, kept ? 0u : _e172);
            }
            uint _e179 = params.blocks;
            uint _e181 = block;
            uint _e183 = rank_at(chooser_4, (n_5 * _e179) + _e181, params);
            uint _e185 = rank_2;
            ranks[_e183] = _e185;
        }
    }
    Ranked _e189 = all_2;
    return _e189;
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
    Ranked all = Ranked {0u, 0u, 4294967295u, 0u};
    uint n = 0u;
    uint ties = {};
    uint n_1 = 0u;
    uint w = {};
    uint bits = {};
    uint c = {};
    bool local = {};
    bool local_1 = {};
    uint _e2 = group_id(wid, params);
    uint chooser_5 = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.choosers;
    if (chooser_5 >= _e8) {
        return;
    }
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e27 = n;
            n = _e27 + 1u;
        }
        loop_init_4 = false;
        uint _e18 = n;
        uint _e21 = params.chooser_rows;
        if (_e18 < _e21) {
        } else {
            break;
        }
        {
            uint _e23 = n;
            Ranked _e24 = all;
            Ranked _e25 = rank_row(chooser_5, _e23, _e24, params, scores, ranks, _buffer_sizes);
            all = _e25;
        }
    }
    uint _e30 = all.allowed;
    uint _e31 = wanted(chooser_5, _e30, params);
    uint _e34 = params.fewest;
    uint _e37 = params.most;
    uint budget = metal::clamp(_e31, _e34, _e37);
    Ranked _e39 = all;
    uint _e41 = all.forced;
    uint _e44 = all.allowed;
    Cut _e46 = cut_for(chooser_5, _e39, metal::min(metal::max(budget, _e41), _e44), params, ranks, _buffer_sizes);
    uint cut = _e46.rank;
    ties = _e46.ties;
    uint2 loop_bound_6 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e140 = n_1;
            n_1 = _e140 + 1u;
        }
        loop_init_5 = false;
        uint _e52 = n_1;
        uint _e55 = params.chooser_rows;
        if (_e52 < _e55) {
        } else {
            break;
        }
        {
            uint _e59 = params.chooser_rows;
            uint _e61 = n_1;
            uint _e65 = params.words;
            uint word = ((chooser_5 * _e59) + _e61) * _e65;
            w = 0u;
            uint2 loop_bound_7 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e137 = w;
                    w = _e137 + 1u;
                }
                loop_init_6 = false;
                uint _e69 = w;
                uint _e72 = params.words;
                if (_e69 < _e72) {
                } else {
                    break;
                }
                {
                    bits = 0u;
                    uint _e76 = w;
                    c = _e76 * 32u;
                    uint2 loop_bound_8 = uint2(4294967295u);
                    bool loop_init_7 = true;
                    while(true) {
                        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_7) {
                            uint _e129 = c;
                            c = _e129 + 1u;
                        }
                        loop_init_7 = false;
                        uint _e80 = c;
                        uint _e83 = params.blocks;
                        uint _e84 = w;
                        if (_e80 < metal::min(_e83, (_e84 + 1u) * 32u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e92 = n_1;
                            uint _e95 = params.blocks;
                            uint _e97 = c;
                            uint _e99 = rank_at(chooser_5, (_e92 * _e95) + _e97, params);
                            uint rank_3 = ranks[_e99];
                            if (rank_3 == cut) {
                                uint _e105 = ties;
                                local = _e105 > 0u;
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
                                bits = _e116 | (1u << naga_mod(_e118, 32u));
                            }
                            uint _e123 = ties;
                            ties = _e123 - (tie ? 1u : 0u);
                        }
                    }
                    uint _e132 = w;
                    uint _e135 = bits;
                    selection[word + _e132] = _e135;
                }
            }
        }
    }
    return;
}
