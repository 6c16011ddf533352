// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
    uint size3;
    uint size4;
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
typedef float type_3[1];
typedef metal::float4 type_5[1];
constant uint WORKGROUP = 64u;
constant uint V_DIM = 64u;

float load_input(
    uint at,
    device type_3 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = input[at];
    return static_cast<float>(_e3);
}

metal::float4 load_grad_o4_(
    uint base,
    uint d_1,
    device type_5 const& grad_o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = grad_o[(base + d_1) >> 2u];
    return static_cast<metal::float4>(_e11);
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

metal::float2 part_lse(
    uint at_1,
    device type_3 const& partial_lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = partial_lse[at_1];
    return metal::float2(_e3, 0.0);
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
, device type_3 const& input [[user(fake0)]]
, device type_5 const& grad_o [[user(fake0)]]
, device type_3 const& partial_lse [[user(fake0)]]
, device type_5& row_stats [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    float sum = 0.0;
    uint d = 0u;
    uint n = {};
    uint _e2 = group_id(wid, params);
    uint at_2 = (_e2 * WORKGROUP) + tid;
    uint _e8 = params.cells;
    if (at_2 >= _e8) {
        return;
    }
    uint _e12 = params.total_q;
    uint i = naga_mod(at_2, _e12);
    uint _e16 = params.head_base;
    uint _e19 = params.total_q;
    uint _e23 = params.packs;
    uint h = _e16 + naga_mod(naga_div(at_2, _e19), _e23);
    uint _e28 = params.batch_base;
    uint _e31 = params.total_q;
    uint _e34 = params.packs;
    uint b = _e28 + naga_div(at_2, _e31 * _e34);
    uint _e40 = params.q_heads;
    uint _e45 = params.total_q;
    uint row = (((b * _e40) + h) * _e45) + i;
    uint _e50 = params.o_offset;
    uint _e53 = params.o_batch;
    uint _e58 = params.o_head;
    uint _e63 = params.o_row;
    uint o_at = ((_e50 + (b * _e53)) + (h * _e58)) + (i * _e63);
    uint _e68 = params.grad_offset;
    uint _e71 = params.grad_batch;
    uint _e76 = params.grad_head;
    uint _e81 = params.grad_row;
    uint grad_at = ((_e68 + (b * _e71)) + (h * _e76)) + (i * _e81);
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e114 = d;
            d = _e114 + 4u;
        }
        loop_init = false;
        uint _e88 = d;
        if (_e88 < V_DIM) {
        } else {
            break;
        }
        {
            uint _e91 = d;
            metal::float4 _e92 = load_grad_o4_(grad_at, _e91, grad_o, _buffer_sizes);
            n = 0u;
            uint2 loop_bound_1 = uint2(4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e112 = n;
                    n = _e112 + 1u;
                }
                loop_init_1 = false;
                uint _e95 = n;
                uint _e98 = d;
                if (_e95 < metal::min(4u, V_DIM - _e98)) {
                } else {
                    break;
                }
                {
                    uint _e102 = n;
                    uint _e104 = d;
                    uint _e106 = n;
                    float _e108 = load_input((o_at + _e104) + _e106, input, _buffer_sizes);
                    float _e109 = sum;
                    sum = metal::fma(_e92[_e102], _e108, _e109);
                }
            }
        }
    }
    metal::float2 _e119 = part_lse(row, partial_lse, _buffer_sizes);
    float _e120 = sum;
    row_stats[row] = metal::float4(_e119, _e120, 0.0);
    return;
}
