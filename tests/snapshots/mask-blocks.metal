// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
};

struct Params {
    uint grid_x;
    uint cells;
    uint words;
    uint blocks;
    uint q_blocks;
    uint heads;
    uint block_q;
    uint block_kv;
    uint q_len;
    uint kv_len;
    uint mask_mod_input_reach;
};
typedef uint type_1[1];
constant uint WORKGROUP = 64u;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant uint ROUND = 8u;

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

bool mask_mod(
    uint batch,
    uint head,
    uint q_idx,
    uint kv_idx,
    constant Params& params,
    device type_1 const& mask_mod_input_ids,
    constant _mslBufferSizes& _buffer_sizes
) {
    bool local = {};
    uint _e6 = mask_mod_input_ids[q_idx];
    uint _e9 = mask_mod_input_ids[kv_idx];
    if (_e6 == _e9) {
        uint _e16 = params.mask_mod_input_reach;
        local = (q_idx - kv_idx) < _e16;
    } else {
        local = false;
    }
    bool _e19 = local;
    return _e19;
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
, device type_1& selection [[user(fake0)]]
, device type_1 const& mask_mod_input_ids [[user(fake0)]]
, threadgroup metal::atomic_uint& some_seen
, threadgroup metal::atomic_uint& some_hidden
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (tid == 0u) {
        metal::atomic_store_explicit(&some_seen, 0, metal::memory_order_relaxed);
        metal::atomic_store_explicit(&some_hidden, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    uint seen = 0u;
    uint hidden = 0u;
    uint n = 0u;
    uint j = {};
    bool some = {};
    bool all = {};
    uint i = {};
    uint r = {};
    uint _e2 = group_id(wid, params);
    uint _e5 = params.cells;
    if (_e2 >= _e5) {
        return;
    }
    uint _e9 = params.words;
    uint word = naga_mod(_e2, _e9);
    uint _e13 = params.words;
    uint row = naga_div(_e2, _e13);
    uint _e17 = params.q_blocks;
    uint q_block = naga_mod(row, _e17);
    uint _e21 = params.q_blocks;
    uint _e25 = params.heads;
    uint h = naga_mod(naga_div(row, _e21), _e25);
    uint _e29 = params.q_blocks;
    uint _e32 = params.heads;
    uint b = naga_div(row, _e29 * _e32);
    if (tid == 0u) {
        metal::atomic_store_explicit(&some_seen, 0u, metal::memory_order_relaxed);
        metal::atomic_store_explicit(&some_hidden, 0u, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    uint _e47 = params.block_q;
    uint first = q_block * _e47;
    uint _e51 = params.block_q;
    uint _e55 = params.q_len;
    uint end = metal::min(first + _e51, _e55);
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e139 = n;
            n = _e139 + 1u;
        }
        loop_init = false;
        uint _e59 = n;
        uint _e63 = params.blocks;
        if (_e59 < metal::min(32u, _e63 - (word * 32u))) {
        } else {
            break;
        }
        {
            uint _e71 = n;
            uint _e75 = params.block_kv;
            uint key0_ = ((word * 32u) + _e71) * _e75;
            uint _e79 = params.block_kv;
            uint _e83 = params.kv_len;
            uint key_end = metal::min(key0_ + _e79, _e83);
            j = key0_ + tid;
            uint2 loop_bound_1 = uint2(4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e135 = j;
                    j = _e135 + WORKGROUP;
                }
                loop_init_1 = false;
                uint _e87 = j;
                if (_e87 < key_end) {
                } else {
                    break;
                }
                {
                    some = false;
                    all = true;
                    i = first;
                    uint2 loop_bound_2 = uint2(4294967295u);
                    bool loop_init_2 = true;
                    while(true) {
                        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
                        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                        if (!loop_init_2) {
                            uint _e116 = i;
                            i = _e116 + ROUND;
                        }
                        loop_init_2 = false;
                        uint _e94 = i;
                        if (_e94 < end) {
                        } else {
                            break;
                        }
                        {
                            r = 0u;
                            uint2 loop_bound_3 = uint2(4294967295u);
                            bool loop_init_3 = true;
                            while(true) {
                                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                                if (!loop_init_3) {
                                    uint _e114 = r;
                                    r = _e114 + 1u;
                                }
                                loop_init_3 = false;
                                uint _e98 = r;
                                if (_e98 < ROUND) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e101 = i;
                                    uint _e102 = r;
                                    uint _e107 = j;
                                    bool _e108 = mask_mod(b, h, metal::min(_e101 + _e102, end - 1u), _e107, params, mask_mod_input_ids, _buffer_sizes);
                                    bool _e109 = some;
                                    some = _e109 | _e108;
                                    bool _e111 = all;
                                    all = _e111 & _e108;
                                }
                            }
                        }
                    }
                    uint _e119 = seen;
                    uint _e122 = n;
                    bool _e124 = some;
                    seen = _e119 | (_e124 ? (1u << _e122) : 0u);
                    uint _e127 = hidden;
                    uint _e129 = n;
                    bool _e132 = all;
                    hidden = _e127 | (_e132 ? 0u : (1u << _e129));
                }
            }
        }
    }
    uint _e142 = seen;
    uint _e143 = metal::atomic_fetch_or_explicit(&some_seen, _e142, metal::memory_order_relaxed);
    uint _e145 = hidden;
    uint _e146 = metal::atomic_fetch_or_explicit(&some_hidden, _e145, metal::memory_order_relaxed);
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    if (tid == 0u) {
        uint any = metal::atomic_load_explicit(&some_seen, metal::memory_order_relaxed);
        uint _e156 = params.words;
        selection[((2u * row) * _e156) + word] = any;
        uint _e167 = params.words;
        uint _e172 = metal::atomic_load_explicit(&some_hidden, metal::memory_order_relaxed);
        selection[(((2u * row) + 1u) * _e167) + word] = any & ~(_e172);
        return;
    } else {
        return;
    }
}
