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

typedef float OutElem;
struct Params {
    uint grid_x;
    uint rows;
    uint len;
    uint batch_base;
    uint head_base;
    uint head_count;
    uint second;
    uint input_offset;
    uint input_batch;
    uint input_head;
    uint input_row;
    uint o_offset;
    uint o_batch;
    uint o_head;
    uint o_row;
    uint gate_offset;
    uint gate_batch;
    uint gate_head;
    uint gate_row;
    uint gate_channel;
    uint branch_offset;
    uint branch_batch;
    uint branch_head;
    uint branch_row;
    uint weight_offset;
    uint weight_batch;
    uint weight_head;
    uint weight_row;
    float factor;
    float shift;
    float eps;
};
typedef float type_3[1];
typedef metal::float4 type_5[1];
struct type_7 {
    float inner[64];
};
constant uint WORKGROUP = 64u;
constant uint LANES = 16u;
constant uint DIM = 64u;
constant bool NORM = true;

float load_norm_weight(
    uint at,
    device type_3 const& norm_weight,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = norm_weight[at];
    return static_cast<float>(_e3);
}

float norm_factor(
    uint b,
    uint h,
    uint i,
    uint d_2,
    constant Params& params,
    device type_3 const& norm_weight,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e6 = params.weight_offset;
    uint _e9 = params.weight_batch;
    uint _e14 = params.weight_head;
    uint _e19 = params.weight_row;
    float _e23 = load_norm_weight((((_e6 + (b * _e9)) + (h * _e14)) + (i * _e19)) + d_2, norm_weight, _buffer_sizes);
    return _e23;
}

float step_norm(
    float x_1,
    uint b_1,
    uint h_1,
    uint i_1,
    uint d_3,
    constant Params& params,
    device type_3 const& norm_weight,
    thread float& measured,
    thread float& inverse_rms,
    constant _mslBufferSizes& _buffer_sizes
) {
    measured = x_1;
    float _e7 = inverse_rms;
    float _e9 = norm_factor(b_1, h_1, i_1, d_3, params, norm_weight, _buffer_sizes);
    return (x_1 * _e7) * _e9;
}

float activation(
    float x_2
) {
    return x_2 / (1.0 + metal::exp(-(x_2)));
}

float load_gate(
    uint at_1,
    device type_3 const& gate,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = gate[at_1];
    return static_cast<float>(_e3);
}

float row_gate(
    uint b_2,
    uint h_2,
    uint i_2,
    uint d_4,
    constant Params& params,
    device type_3 const& gate,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e6 = params.gate_offset;
    uint _e9 = params.gate_batch;
    uint _e14 = params.gate_head;
    uint _e19 = params.gate_row;
    uint row = ((_e6 + (b_2 * _e9)) + (h_2 * _e14)) + (i_2 * _e19);
    uint _e24 = params.gate_channel;
    float _e27 = load_gate(row + (d_4 * _e24), gate, _buffer_sizes);
    float _e28 = activation(_e27);
    return _e28;
}

float step_gate(
    float x_3,
    uint b_3,
    uint h_3,
    uint i_3,
    uint d_5,
    constant Params& params,
    device type_3 const& gate,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e5 = row_gate(b_3, h_3, i_3, d_5, params, gate, _buffer_sizes);
    return x_3 * _e5;
}

float edit_score(
    float raw,
    uint b_4,
    uint h_4,
    uint i_4,
    uint j,
    constant Params& params,
    device type_3 const& gate,
    device type_3 const& norm_weight,
    thread float& measured,
    thread float& inverse_rms,
    constant _mslBufferSizes& _buffer_sizes
) {
    float s = {};
    s = raw;
    float _e6 = s;
    float _e7 = step_norm(_e6, b_4, h_4, i_4, j, params, norm_weight, measured, inverse_rms, _buffer_sizes);
    s = _e7;
    float _e8 = s;
    float _e9 = step_gate(_e8, b_4, h_4, i_4, j, params, gate, _buffer_sizes);
    s = _e9;
    float _e10 = s;
    return _e10;
}

float load_input(
    uint at_2,
    device type_3 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = input[at_2];
    return static_cast<float>(_e3);
}

void store_o4_(
    uint base,
    uint d_6,
    uint dim,
    metal::float4 x_4,
    device type_5& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_6 < dim) {
        o[(base + d_6) >> 2u] = static_cast<metal::float4>(x_4);
        return;
    } else {
        return;
    }
}

float row_input(
    uint at_3,
    device type_3 const& input,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e1 = load_input(at_3, input, _buffer_sizes);
    return _e1;
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
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
, device type_5& o [[user(fake0)]]
, device type_3 const& gate [[user(fake0)]]
, device type_3 const& norm_weight [[user(fake0)]]
, threadgroup type_7& squares
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    float measured = {};
    float inverse_rms = {};
    if (tid == 0u) {
        squares = {};
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    float sum = 0.0;
    uint d = {};
    uint n = 0u;
    uint d_1 = {};
    metal::float4 x = {};
    uint n_1 = {};
    uint lane = naga_mod(tid, LANES);
    uint _e4 = group_id(wid, params);
    uint id = (_e4 * 4u) + naga_div(tid, LANES);
    uint _e12 = params.rows;
    uint row_1 = metal::min(id, _e12 - 1u);
    uint _e18 = params.len;
    uint i_5 = naga_mod(row_1, _e18);
    uint _e22 = params.head_base;
    uint _e25 = params.len;
    uint _e29 = params.head_count;
    uint h_5 = _e22 + naga_mod(naga_div(row_1, _e25), _e29);
    uint _e34 = params.batch_base;
    uint _e37 = params.len;
    uint _e40 = params.head_count;
    uint b_5 = _e34 + naga_div(row_1, _e37 * _e40);
    uint _e46 = params.input_offset;
    uint _e49 = params.input_batch;
    uint _e54 = params.input_head;
    uint _e59 = params.input_row;
    uint at_4 = ((_e46 + (b_5 * _e49)) + (h_5 * _e54)) + (i_5 * _e59);
    if (NORM) {
        d = lane;
        uint2 loop_bound = uint2(4294967295u);
        bool loop_init = true;
        while(true) {
            if (metal::all(loop_bound == uint2(0u))) { break; }
            loop_bound -= uint2(loop_bound.y == 0u, 1u);
            if (!loop_init) {
                uint _e81 = d;
                d = _e81 + LANES;
            }
            loop_init = false;
            uint _e66 = d;
            if (_e66 < DIM) {
            } else {
                break;
            }
            {
                uint _e69 = d;
                float _e71 = row_input(at_4 + _e69, input, _buffer_sizes);
                uint _e72 = d;
                float _e73 = edit_score(_e71, b_5, h_5, i_5, _e72, params, gate, norm_weight, measured, inverse_rms, _buffer_sizes);
                float _e74 = sum;
                float _e76 = measured;
                float _e78 = measured;
                sum = _e74 + (_e76 * _e78);
            }
        }
        float _e86 = sum;
        squares.inner[tid] = _e86;
        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        sum = 0.0;
        uint2 loop_bound_1 = uint2(4294967295u);
        bool loop_init_1 = true;
        while(true) {
            if (metal::all(loop_bound_1 == uint2(0u))) { break; }
            loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
            if (!loop_init_1) {
                uint _e102 = n;
                n = _e102 + 1u;
            }
            loop_init_1 = false;
            uint _e90 = n;
            if (_e90 < LANES) {
            } else {
                break;
            }
            {
                float _e93 = sum;
                uint _e96 = n;
                float _e99 = squares.inner[(tid - lane) + _e96];
                sum = _e93 + _e99;
            }
        }
        float _e105 = sum;
        float _e110 = params.eps;
        inverse_rms = 1.0 / metal::sqrt((_e105 / 64.0) + _e110);
    }
    uint _e117 = params.rows;
    if (id >= _e117) {
        return;
    }
    uint _e121 = params.o_offset;
    uint _e124 = params.o_batch;
    uint _e129 = params.o_head;
    uint _e134 = params.o_row;
    uint o_at = ((_e121 + (b_5 * _e124)) + (h_5 * _e129)) + (i_5 * _e134);
    d_1 = lane * 4u;
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e172 = d_1;
            d_1 = _e172 + 64u;
        }
        loop_init_2 = false;
        uint _e140 = d_1;
        if (_e140 < DIM) {
        } else {
            break;
        }
        {
            x = metal::float4(0.0);
            n_1 = 0u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e167 = n_1;
                    n_1 = _e167 + 1u;
                }
                loop_init_3 = false;
                uint _e148 = n_1;
                uint _e151 = d_1;
                if (_e148 < metal::min(4u, DIM - _e151)) {
                } else {
                    break;
                }
                {
                    uint _e155 = n_1;
                    uint _e157 = d_1;
                    uint _e159 = n_1;
                    float _e161 = row_input((at_4 + _e157) + _e159, input, _buffer_sizes);
                    uint _e162 = d_1;
                    uint _e163 = n_1;
                    float _e165 = edit_score(_e161, b_5, h_5, i_5, _e162 + _e163, params, gate, norm_weight, measured, inverse_rms, _buffer_sizes);
                    x[_e155] = _e165;
                }
            }
            uint _e169 = d_1;
            metal::float4 _e171 = x;
            store_o4_(o_at, _e169, DIM, _e171, o, _buffer_sizes);
        }
    }
    return;
}
