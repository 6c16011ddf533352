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
    constant Params& params,
    device type_3 const& scores,
    device type_4& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    Ranked all_2 = Ranked {0u, 0u, 4294967295u, 0u};
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
    int end_1 = as_type<int>(as_type<uint>(static_cast<int>(_e39)) - as_type<uint>(1));
    uint _e47 = params.block;
    uint _e55 = params.block;
    metal::int2 own = metal::int2(metal::min(naga_div(metal::max(first, 0), static_cast<int>(_e47)), end_1), metal::min(naga_div(metal::max(last, 0), static_cast<int>(_e55)), end_1));
    uint _e60 = row_verdict(row_3);
    uint _e61 = scores_at(row_3, params);
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e191 = block;
            block = _e191 + 1u;
        }
        loop_init_3 = false;
        uint _e70 = block;
        uint _e73 = params.blocks;
        if (_e70 < _e73) {
        } else {
            break;
        }
        {
            uint _e75 = block;
            int c_3 = static_cast<int>(_e75);
            if (!((_e60 == NOTHING))) {
                uint _e84 = params.causal;
                if (_e84 != 0u) {
                    if (!((last < 0))) {
                        local_5 = c_3 > own.y;
                    } else {
                        local_5 = true;
                    }
                    bool _e97 = local_5;
                    local_4 = _e97;
                } else {
                    local_4 = false;
                }
                bool _e99 = local_4;
                local_3 = _e99;
            } else {
                local_3 = true;
            }
            bool hidden = local_3;
            uint _e104 = params.own;
            if (_e104 != 0u) {
                uint _e111 = params.recent;
                local_6 = as_type<int>(as_type<uint>(c_3) + as_type<uint>(static_cast<int>(_e111))) >= own.x;
            } else {
                local_6 = false;
            }
            bool _e117 = local_6;
            if (_e117) {
                local_7 = c_3 <= own.y;
            } else {
                local_7 = false;
            }
            bool near = local_7;
            if (!((_e60 == ALL))) {
                uint _e129 = block;
                uint _e132 = params.first;
                local_8 = _e129 < _e132;
            } else {
                local_8 = true;
            }
            bool _e135 = local_8;
            if (!(_e135)) {
                local_9 = near;
            } else {
                local_9 = true;
            }
            bool _e140 = local_9;
            if (!(_e140)) {
                uint _e144 = block;
                bool _e145 = block_forced(row_3, _e144);
                local_10 = _e145;
            } else {
                local_10 = true;
            }
            bool kept = local_10;
            rank_2 = 0u;
            if (!(hidden)) {
                uint _e151 = block;
                float _e152 = score_of(_e61, _e151, params, scores, _buffer_sizes);
                uint _e153 = rank_of(_e152);
                rank_2 = kept ? FORCED : metal::max(_e153, LOWEST);
                uint _e159 = all_2.allowed;
                all_2.allowed = _e159 + 1u;
                uint _e163 = all_2.forced;
                all_2.forced = _e163 + (kept ? 1u : 0u);
                uint _e170 = all_2.lowest;
                uint _e171 = rank_2;
                all_2.lowest = metal::min(_e170, _e171);
                uint _e175 = all_2.highest;
                uint _e176 = rank_2;
                all_2.highest = metal::max(_e175, kept ? 0u : _e176);
            }
            uint _e183 = params.blocks;
            uint _e185 = block;
            uint _e187 = rank_at(chooser_4, (n_5 * _e183) + _e185, params);
            uint _e189 = rank_2;
            ranks[_e187] = _e189;
        }
    }
    Ranked _e193 = all_2;
    return _e193;
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
            uint _e43 = n;
            n = _e43 + 1u;
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
            Ranked _e24 = rank_row(chooser_5, _e23, params, scores, ranks, _buffer_sizes);
            uint _e26 = all.allowed;
            uint _e30 = all.forced;
            uint _e34 = all.lowest;
            uint _e38 = all.highest;
            all = Ranked {_e26 + _e24.allowed, _e30 + _e24.forced, metal::min(_e34, _e24.lowest), metal::max(_e38, _e24.highest)};
        }
    }
    uint _e46 = all.allowed;
    uint _e47 = wanted(chooser_5, _e46, params);
    uint _e50 = params.fewest;
    uint _e53 = params.most;
    uint budget = metal::clamp(_e47, _e50, _e53);
    Ranked _e55 = all;
    uint _e57 = all.forced;
    uint _e60 = all.allowed;
    Cut _e62 = cut_for(chooser_5, _e55, metal::min(metal::max(budget, _e57), _e60), params, ranks, _buffer_sizes);
    uint cut = _e62.rank;
    ties = _e62.ties;
    uint2 loop_bound_6 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e156 = n_1;
            n_1 = _e156 + 1u;
        }
        loop_init_5 = false;
        uint _e68 = n_1;
        uint _e71 = params.chooser_rows;
        if (_e68 < _e71) {
        } else {
            break;
        }
        {
            uint _e75 = params.chooser_rows;
            uint _e77 = n_1;
            uint _e81 = params.words;
            uint word = ((chooser_5 * _e75) + _e77) * _e81;
            w = 0u;
            uint2 loop_bound_7 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e153 = w;
                    w = _e153 + 1u;
                }
                loop_init_6 = false;
                uint _e85 = w;
                uint _e88 = params.words;
                if (_e85 < _e88) {
                } else {
                    break;
                }
                {
                    bits = 0u;
                    uint _e92 = w;
                    c = _e92 * 32u;
                    uint2 loop_bound_8 = uint2(4294967295u);
                    bool loop_init_7 = true;
                    while(true) {
                        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_7) {
                            uint _e145 = c;
                            c = _e145 + 1u;
                        }
                        loop_init_7 = false;
                        uint _e96 = c;
                        uint _e99 = params.blocks;
                        uint _e100 = w;
                        if (_e96 < metal::min(_e99, (_e100 + 1u) * 32u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e108 = n_1;
                            uint _e111 = params.blocks;
                            uint _e113 = c;
                            uint _e115 = rank_at(chooser_5, (_e108 * _e111) + _e113, params);
                            uint rank_3 = ranks[_e115];
                            if (rank_3 == cut) {
                                uint _e121 = ties;
                                local = _e121 > 0u;
                            } else {
                                local = false;
                            }
                            bool tie = local;
                            if (!((rank_3 > cut))) {
                                local_1 = tie;
                            } else {
                                local_1 = true;
                            }
                            bool _e131 = local_1;
                            if (_e131) {
                                uint _e132 = bits;
                                uint _e134 = c;
                                bits = _e132 | (1u << naga_mod(_e134, 32u));
                            }
                            uint _e139 = ties;
                            ties = _e139 - (tie ? 1u : 0u);
                        }
                    }
                    uint _e148 = w;
                    uint _e151 = bits;
                    selection[word + _e148] = _e151;
                }
            }
        }
    }
    return;
}
