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
    uint groups;
    uint grid_x;
    uint splits;
    uint q_tiles;
    uint batch_base;
    uint head_base;
    uint packs;
    uint pack;
    uint group;
    uint q_heads;
    uint q_len;
    uint kv_len;
    uint total_q;
    uint total_kv;
    uint rows;
    uint cells;
    uint score_rows;
    uint q_offset;
    uint q_batch;
    uint q_head;
    uint q_row;
    uint k_offset;
    uint k_batch;
    uint k_head;
    uint k_row;
    uint v_offset;
    uint v_batch;
    uint v_head;
    uint v_row;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    uint o_split;
    uint lse_split;
    uint lse_batch;
    uint lse_head;
    uint mask_offset;
    uint mask_batch;
    uint mask_head;
    uint mask_row;
    uint mask_key;
    uint mask_kv_len;
    uint bias_offset;
    uint bias_batch;
    uint bias_head;
    uint bias_row;
    uint bias_key;
    uint bias_kv_len;
    uint block_q;
    uint block_kv;
    uint kv_blocks;
    uint block_entries;
    uint list_batch;
    uint list_group;
    uint list_head;
    uint select_batch;
    uint select_group;
    uint select_words;
    uint label_q_batch;
    uint label_q_head;
    uint label_kv_batch;
    uint label_kv_head;
    uint align_to_end;
    int align_offset;
    int window_left;
    int window_right;
    float scale;
    float softcap;
    float neg_inf;
    float sink;
    uint factor_batch;
    uint factor_head;
    uint factor_row;
    uint factor_key;
    uint weight_batch;
    uint weight_head;
    uint weight_row;
    uint grad_offset;
    uint grad_batch;
    uint grad_head;
    uint grad_row;
    uint none;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
typedef metal::uint2 type_4[1];
typedef uint type_5[1];
constant uint WORKGROUP = 64u;
constant uint PARTIAL = 2147483648u;

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}
uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}


struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_4 const& block_spans [[user(fake0)]]
, device type_5 const& block_entries [[user(fake0)]]
, device type_5& listed [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint n = 0u;
    uint n_1 = {};
    uint _e2 = group_id(wid, params);
    uint list = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.cells;
    if (list >= _e8) {
        return;
    }
    uint _e12 = params.kv_blocks;
    uint words = naga_div(_e12 + 15u, 16u);
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e28 = n;
            n = _e28 + 1u;
        }
        loop_init = false;
        uint _e19 = n;
        if (_e19 < words) {
        } else {
            break;
        }
        {
            uint _e23 = n;
            listed[(list * words) + _e23] = 0u;
        }
    }
    metal::uint2 _e32 = block_spans[list];
    uint _e35 = params.block_entries;
    metal::uint2 span = metal::min(_e32, metal::uint2(_e35));
    n_1 = span.x;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e72 = n_1;
            n_1 = _e72 + 1u;
        }
        loop_init_1 = false;
        uint _e40 = n_1;
        if (_e40 < span.y) {
        } else {
            break;
        }
        {
            uint _e44 = n_1;
            uint entry = block_entries[_e44];
            uint block = entry & 2147483647u;
            uint _e51 = params.kv_blocks;
            if (block < _e51) {
                uint _e59 = listed[(list * words) + naga_div(block, 16u)];
                listed[(list * words) + naga_div(block, 16u)] = _e59 | (((entry >= PARTIAL) ? 3u : 1u) << (2u * naga_mod(block, 16u)));
            }
        }
    }
    return;
}
