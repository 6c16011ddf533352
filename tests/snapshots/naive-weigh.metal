// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
    uint size3;
};

typedef float OutElem;
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
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant uint V4_ = 16u;

metal::float4 load_v4_(
    uint base,
    uint d,
    device type_5 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = v_2[(base + d) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_1,
    uint d_1,
    uint dim,
    metal::float4 x,
    device type_5& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 < dim) {
        o[(base_1 + d_1) >> 2u] = static_cast<metal::float4>(x);
        return;
    } else {
        return;
    }
}

bool is_nan(
    float x_1
) {
    return (as_type<uint>(x_1) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s
) {
    bool _e3 = is_nan(s);
    return _e3 ? s : metal::max(s, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_2
) {
    return as_type<uint>(x_2) == 4286578688u;
}

metal::bool4 nonfinite(
    metal::float4 v
) {
    metal::uint4 exponent = metal::uint4(2139095040u);
    return (as_type<metal::uint4>(v) & exponent) == exponent;
}

bool any_nonfinite(
    metal::float4 v_1
) {
    metal::bool4 _e1 = nonfinite(v_1);
    return metal::any(_e1);
}

float exp_kept(
    float x_3
) {
    bool _e2 = is_nan(x_3);
    return _e2 ? x_3 : metal::exp(x_3);
}

metal::float4 exp_kept4_(
    metal::float4 x_4
) {
    metal::bool4 nan = (as_type<metal::uint4>(x_4) & metal::uint4(2147483647u)) > metal::uint4(2139095040u);
    return metal::select(metal::exp(x_4), x_4, nan);
}

bool row_seen(
    float sum_1
) {
    bool local = {};
    if (!((sum_1 > 0.0))) {
        bool _e6 = is_nan(sum_1);
        local = _e6;
    } else {
        local = true;
    }
    bool _e8 = local;
    return _e8;
}

metal::float2 log_parts(
    float top,
    float sum_2,
    constant Params& params
) {
    float _e4 = params.neg_inf;
    metal::float2 seen = (sum_2 > 0.0) ? metal::float2(top, metal::log(sum_2)) : metal::float2(_e4, 0.0);
    bool _e14 = is_nan(sum_2);
    return _e14 ? metal::float2(sum_2, 0.0) : seen;
}

float log_sum(
    float top_1,
    float sum_3,
    constant Params& params
) {
    metal::float2 _e2 = log_parts(top_1, sum_3, params);
    return _e2.x + _e2.y;
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

int align_offset(
    uint q_count,
    uint kv_count,
    constant Params& params
) {
    uint _e4 = params.align_to_end;
    if (_e4 != 0u) {
        return as_type<int>(as_type<uint>(static_cast<int>(kv_count)) - as_type<uint>(static_cast<int>(q_count)));
    }
    int _e12 = params.align_offset;
    return _e12;
}

metal::uint2 key_range(
    uint i,
    int offset,
    uint kv_count_1,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p = as_type<int>(as_type<uint>(static_cast<int>(i)) + as_type<uint>(offset));
    int end = static_cast<int>(kv_count_1);
    hi = end;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p) - as_type<uint>(_e16)), 0, end);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return metal::uint2(static_cast<uint>(_e33), static_cast<uint>(metal::max(_e35, _e36)));
}

uint q_start(
    uint b
) {
    return 0u;
}

uint q_count_1(
    uint b_1,
    constant Params& params
) {
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_start(
    uint b_2
) {
    return 0u;
}

uint kv_count_2(
    uint b_3,
    constant Params& params
) {
    uint _e3 = params.kv_len;
    return _e3;
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
, device type_3 const& scores [[user(fake0)]]
, device type_5 const& v_2 [[user(fake0)]]
, device type_5& o [[user(fake0)]]
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    metal::float4 sum = metal::float4(0.0);
    uint j = 0u;
    uint _e2 = group_id(wid, params);
    uint at = (_e2 * WORKGROUP) + tid;
    uint row = naga_div(at, V4_);
    uint _e10 = params.rows;
    if (row >= _e10) {
        return;
    }
    uint d_2 = naga_mod(at, V4_) * 4u;
    uint _e18 = params.q_len;
    uint i_1 = naga_mod(row, _e18);
    uint _e22 = params.q_len;
    uint _e26 = params.q_heads;
    uint h = naga_mod(naga_div(row, _e22), _e26);
    uint _e30 = params.q_len;
    uint _e33 = params.q_heads;
    uint b_4 = naga_div(row, _e30 * _e33);
    uint _e36 = q_count_1(b_4, params);
    if (i_1 >= _e36) {
        return;
    }
    uint _e40 = params.v_offset;
    uint _e43 = params.v_batch;
    uint _e48 = params.group;
    uint _e52 = params.v_head;
    uint _e55 = kv_start(b_4);
    uint _e58 = params.v_row;
    uint v_at = ((_e40 + (b_4 * _e43)) + (naga_div(h, _e48) * _e52)) + (_e55 * _e58);
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e92 = j;
            j = _e92 + 1u;
        }
        loop_init = false;
        uint _e66 = j;
        uint _e67 = kv_count_2(b_4, params);
        if (_e66 < _e67) {
        } else {
            break;
        }
        {
            uint _e72 = params.kv_len;
            uint _e74 = j;
            float p_1 = scores[(row * _e72) + _e74];
            if (!((p_1 == 0.0))) {
                metal::float4 _e81 = sum;
                uint _e82 = j;
                uint _e85 = params.v_row;
                metal::float4 _e88 = load_v4_(v_at + (_e82 * _e85), d_2, v_2, _buffer_sizes);
                sum = _e81 + (p_1 * _e88);
            }
        }
    }
    uint _e96 = params.o_offset;
    uint _e99 = params.o_batch;
    uint _e104 = params.o_head;
    uint _e107 = q_start(b_4);
    uint _e111 = params.o_row;
    uint o_at = ((_e96 + (b_4 * _e99)) + (h * _e104)) + ((_e107 + i_1) * _e111);
    metal::float4 _e115 = sum;
    store_o4_(o_at, d_2, V_DIM, _e115, o, _buffer_sizes);
    return;
}
