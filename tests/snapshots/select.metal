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
struct type_7 {
    uint inner[2];
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
constant uint WORKGROUP = 64u;
constant uint LEADERS = 2u;
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

void seen(
    uint rank,
    thread type_7& leaders
) {
    uint x = {};
    x = rank;
    {
        uint _e4 = leaders.inner[0];
        uint _e5 = x;
        uint lower = metal::min(_e4, _e5);
        uint _e11 = leaders.inner[0];
        uint _e12 = x;
        leaders.inner[0] = metal::max(_e11, _e12);
        x = lower;
    }
    {
        uint _e16 = leaders.inner[1];
        uint _e17 = x;
        uint lower_1 = metal::min(_e16, _e17);
        uint _e23 = leaders.inner[1];
        uint _e24 = x;
        leaders.inner[1] = metal::max(_e23, _e24);
        x = lower_1;
        return;
    }
}

Cut cut_for(
    uint chooser_1,
    Ranked all_1,
    uint count,
    thread type_7& leaders
) {
    Cut cut_1 = Cut {0u, 0u};
    {
        if (0u < count) {
            uint _e11 = leaders.inner[0];
            uint _e14 = cut_1.ties;
            uint _e19 = leaders.inner[0];
            uint _e21 = cut_1.rank;
            cut_1 = Cut {_e11, (_e19 == _e21) ? (_e14 + 1u) : 1u};
        }
    }
    {
        if (1u < count) {
            uint _e29 = leaders.inner[1];
            uint _e32 = cut_1.ties;
            uint _e37 = leaders.inner[1];
            uint _e39 = cut_1.rank;
            cut_1 = Cut {_e29, (_e37 == _e39) ? (_e32 + 1u) : 1u};
        }
    }
    Cut _e43 = cut_1;
    return _e43;
}

uint rank_at(
    uint chooser_2,
    uint n_2,
    constant Params& params
) {
    uint _e4 = params.choosers;
    return (n_2 * _e4) + chooser_2;
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
    float x_1
) {
    uint u = (x_1 == 0.0) ? 0u : as_type<uint>(x_1);
    if ((u & 2147483647u) > 2139095040u) {
        return LOWEST;
    }
    return (u >= 2147483648u) ? ~(u) : (u | 2147483648u);
}

uint count_from(
    uint chooser_3,
    uint rank_1,
    constant Params& params,
    device type_4 const& ranks,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint count_1 = 0u;
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
            uint _e11 = count_1;
            uint _e15 = n_3;
            uint _e16 = rank_at(chooser_3, _e15, params);
            uint _e18 = ranks[_e16];
            count_1 = _e11 + ((_e18 >= rank_1) ? 1u : 0u);
        }
    }
    uint _e25 = count_1;
    return _e25;
}

int naga_div(int lhs, int rhs) {
    return lhs / metal::select(rhs, 1, (lhs == (-2147483647 - 1) & rhs == -1) | (rhs == 0));
}

Ranked rank_row(
    uint chooser_4,
    uint n_4,
    Ranked before,
    constant Params& params,
    device type_3 const& scores,
    device type_4& ranks,
    thread type_7& leaders,
    constant _mslBufferSizes& _buffer_sizes
) {
    Ranked all_2 = {};
    uint block = 0u;
    bool local_2 = {};
    bool local_3 = {};
    bool local_4 = {};
    bool local_5 = {};
    bool local_6 = {};
    bool local_7 = {};
    bool local_8 = {};
    bool local_9 = {};
    uint rank_2 = {};
    uint _e5 = params.chooser_rows;
    uint row_3 = (chooser_4 * _e5) + n_4;
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
    int end = as_type<int>(as_type<uint>(static_cast<int>(_e40)) - as_type<uint>(1));
    uint _e48 = params.block;
    uint _e56 = params.block;
    metal::int2 own = metal::int2(metal::min(naga_div(metal::max(first, 0), static_cast<int>(_e48)), end), metal::min(naga_div(metal::max(last, 0), static_cast<int>(_e56)), end));
    uint _e61 = row_verdict(row_3);
    uint _e62 = scores_at(row_3, params);
    all_2 = before;
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e188 = block;
            block = _e188 + 1u;
        }
        loop_init_2 = false;
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
                        local_4 = c_3 > own.y;
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
                local_5 = as_type<int>(as_type<uint>(c_3) + as_type<uint>(static_cast<int>(_e107))) >= own.x;
            } else {
                local_5 = false;
            }
            bool _e113 = local_5;
            if (_e113) {
                local_6 = c_3 <= own.y;
            } else {
                local_6 = false;
            }
            bool near = local_6;
            if (!((_e61 == ALL))) {
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
            uint _e183 = rank_at(chooser_4, (n_4 * _e179) + _e181, params);
            uint _e185 = rank_2;
            ranks[_e183] = _e185;
            uint _e186 = rank_2;
            seen(_e186, leaders);
        }
    }
    Ranked _e190 = all_2;
    return _e190;
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
    type_7 leaders = {};
    Ranked all = Ranked {0u, 0u, 4294967295u, 0u};
    uint n = 0u;
    Cut cut = {};
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
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e27 = n;
            n = _e27 + 1u;
        }
        loop_init_3 = false;
        uint _e18 = n;
        uint _e21 = params.chooser_rows;
        if (_e18 < _e21) {
        } else {
            break;
        }
        {
            uint _e23 = n;
            Ranked _e24 = all;
            Ranked _e25 = rank_row(chooser_5, _e23, _e24, params, scores, ranks, leaders, _buffer_sizes);
            all = _e25;
        }
    }
    uint _e30 = all.allowed;
    uint _e31 = wanted(chooser_5, _e30, params);
    uint _e34 = params.fewest;
    uint _e37 = params.most;
    uint budget = metal::clamp(_e31, _e34, _e37);
    uint _e40 = all.forced;
    uint _e43 = all.allowed;
    uint count_2 = metal::min(metal::max(budget, _e40), _e43);
    cut = Cut {FORCED, count_2};
    uint _e49 = all.forced;
    if (count_2 > _e49) {
        Ranked _e51 = all;
        Cut _e52 = cut_for(chooser_5, _e51, count_2, leaders);
        cut = _e52;
    }
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e149 = n_1;
            n_1 = _e149 + 1u;
        }
        loop_init_4 = false;
        uint _e55 = n_1;
        uint _e58 = params.chooser_rows;
        if (_e55 < _e58) {
        } else {
            break;
        }
        {
            uint _e62 = params.chooser_rows;
            uint _e64 = n_1;
            uint _e68 = params.words;
            uint word = ((chooser_5 * _e62) + _e64) * _e68;
            w = 0u;
            uint2 loop_bound_5 = uint2(4294967295u);
            bool loop_init_5 = true;
            while(true) {
                if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                if (!loop_init_5) {
                    uint _e146 = w;
                    w = _e146 + 1u;
                }
                loop_init_5 = false;
                uint _e72 = w;
                uint _e75 = params.words;
                if (_e72 < _e75) {
                } else {
                    break;
                }
                {
                    bits = 0u;
                    uint _e79 = w;
                    c = _e79 * 32u;
                    uint2 loop_bound_6 = uint2(4294967295u);
                    bool loop_init_6 = true;
                    while(true) {
                        if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                        loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                        if (!loop_init_6) {
                            uint _e138 = c;
                            c = _e138 + 1u;
                        }
                        loop_init_6 = false;
                        uint _e83 = c;
                        uint _e86 = params.blocks;
                        uint _e87 = w;
                        if (_e83 < metal::min(_e86, (_e87 + 1u) * 32u)) {
                        } else {
                            break;
                        }
                        {
                            uint _e95 = n_1;
                            uint _e98 = params.blocks;
                            uint _e100 = c;
                            uint _e102 = rank_at(chooser_5, (_e95 * _e98) + _e100, params);
                            uint rank_3 = ranks[_e102];
                            uint _e106 = cut.rank;
                            if (rank_3 == _e106) {
                                uint _e111 = cut.ties;
                                local = _e111 > 0u;
                            } else {
                                local = false;
                            }
                            bool tie = local;
                            uint _e117 = cut.rank;
                            if (!((rank_3 > _e117))) {
                                local_1 = tie;
                            } else {
                                local_1 = true;
                            }
                            bool _e123 = local_1;
                            if (_e123) {
                                uint _e124 = bits;
                                uint _e126 = c;
                                bits = _e124 | (1u << naga_mod(_e126, 32u));
                            }
                            uint _e132 = cut.ties;
                            cut.ties = _e132 - (tie ? 1u : 0u);
                        }
                    }
                    uint _e141 = w;
                    uint _e144 = bits;
                    selection[word + _e141] = _e144;
                }
            }
        }
    }
    return;
}
