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
    uint lists;
    uint lists_of_head;
    uint rows_of_list;
    uint heads_of_list;
    uint rows;
    uint blocks;
    uint words;
};
typedef uint type_1[1];
typedef metal::uint2 type_3[1];
constant uint WORKGROUP = 64u;
constant uint PARTIAL = 2147483648u;

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

uint selected_word(
    uint row_1,
    uint w_1,
    constant Params& params,
    device type_1 const& selection,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e5 = params.words;
    uint _e9 = selection[(row_1 * _e5) + w_1];
    return _e9;
}
uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}


struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_1 const& selection [[user(fake0)]]
, device type_3& block_spans [[user(fake0)]]
, device type_1& block_entries [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint at = {};
    uint w = 0u;
    uint some = {};
    uint all = {};
    uint h = {};
    uint row = {};
    uint n = {};
    uint _e2 = group_id(wid, params);
    uint cell = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.lists;
    if (cell >= _e8) {
        return;
    }
    uint _e12 = params.lists_of_head;
    uint list = naga_mod(cell, _e12);
    uint _e16 = params.lists_of_head;
    uint _e20 = params.heads_of_list;
    uint head = naga_div(cell, _e16) * _e20;
    uint _e24 = params.rows_of_list;
    uint row0_ = list * _e24;
    uint _e28 = params.rows_of_list;
    uint _e32 = params.rows;
    uint row1_ = metal::min(row0_ + _e28, _e32);
    uint _e36 = params.blocks;
    uint first = cell * _e36;
    at = first;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e122 = w;
            w = _e122 + 1u;
        }
        loop_init = false;
        uint _e41 = w;
        uint _e44 = params.words;
        if (_e41 < _e44) {
        } else {
            break;
        }
        {
            some = 0u;
            all = 4294967295u;
            h = head;
            uint2 loop_bound_1 = uint2(4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e77 = h;
                    h = _e77 + 1u;
                }
                loop_init_1 = false;
                uint _e51 = h;
                uint _e54 = params.heads_of_list;
                if (_e51 < (head + _e54)) {
                } else {
                    break;
                }
                {
                    row = row0_;
                    uint2 loop_bound_2 = uint2(4294967295u);
                    bool loop_init_2 = true;
                    while(true) {
                        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
                        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                        if (!loop_init_2) {
                            uint _e74 = row;
                            row = _e74 + 1u;
                        }
                        loop_init_2 = false;
                        uint _e58 = row;
                        if (_e58 < row1_) {
                        } else {
                            break;
                        }
                        {
                            uint _e60 = h;
                            uint _e63 = params.rows;
                            uint _e65 = row;
                            uint _e67 = w;
                            uint _e68 = selected_word((_e60 * _e63) + _e65, _e67, params, selection, _buffer_sizes);
                            uint _e69 = some;
                            some = _e69 | _e68;
                            uint _e71 = all;
                            all = _e71 & _e68;
                        }
                    }
                }
            }
            uint _e79 = w;
            n = _e79 * 32u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e119 = n;
                    n = _e119 + 1u;
                }
                loop_init_3 = false;
                uint _e83 = n;
                uint _e86 = params.blocks;
                uint _e87 = w;
                if (_e83 < metal::min(_e86, (_e87 + 1u) * 32u)) {
                } else {
                    break;
                }
                {
                    uint _e95 = n;
                    uint bit = 1u << naga_mod(_e95, 32u);
                    uint _e99 = some;
                    if ((_e99 & bit) != 0u) {
                        uint _e104 = at;
                        uint _e106 = n;
                        uint _e109 = all;
                        block_entries[_e104] = _e106 | (((_e109 & bit) != 0u) ? 0u : PARTIAL);
                        uint _e116 = at;
                        at = _e116 + 1u;
                    }
                }
            }
        }
    }
    uint _e126 = at;
    block_spans[cell] = metal::uint2(first, _e126);
    return;
}
