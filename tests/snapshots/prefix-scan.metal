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
    uint groups;
    uint slices;
    uint len;
    uint heads;
    uint batch_base;
    uint head_base;
    uint head_count;
    uint q_offset;
    uint q_batch;
    uint q_head;
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
    uint lse_offset;
    uint lse_row;
    float scale;
    float neg_inf;
};
typedef metal::float4 type_4[1];
struct type_8 {
    float inner[64];
};
constant uint WORKGROUP = 64u;
constant uint QK_DIM = 12u;
constant uint V_DIM = 12u;
constant bool CONTINUED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;

metal::float4 load_q4_(
    uint base,
    uint d,
    device type_4 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = q[(base + d) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_1,
    device type_4 const& k,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k[(base_1 + d_1) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_2,
    device type_4 const& v_2,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = v_2[(base_2 + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_3,
    uint d_3,
    uint dim,
    metal::float4 x,
    device type_4& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 < dim) {
        o[(base_3 + d_3) >> 2u] = static_cast<metal::float4>(x);
        return;
    } else {
        return;
    }
}

float load_state(
    uint at
) {
    return 0.0;
}

void store_state(
    uint at_1,
    float x_1
) {
    return;
}

void store_lse(
    uint at_2,
    metal::float2 x_2
) {
    return;
}

bool is_nan(
    float x_3
) {
    return (as_type<uint>(x_3) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s
) {
    bool _e3 = is_nan(s);
    return _e3 ? s : metal::max(s, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_4
) {
    return as_type<uint>(x_4) == 4286578688u;
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
    float x_5
) {
    bool _e2 = is_nan(x_5);
    return _e2 ? x_5 : metal::exp(x_5);
}

metal::float4 exp_kept4_(
    metal::float4 x_6
) {
    metal::bool4 nan = (as_type<metal::uint4>(x_6) & metal::uint4(2147483647u)) > metal::uint4(2139095040u);
    return metal::select(metal::exp(x_6), x_6, nan);
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
    float top_1,
    float sum_2,
    constant Params& params
) {
    float _e4 = params.neg_inf;
    metal::float2 seen = (sum_2 > 0.0) ? metal::float2(top_1, metal::log(sum_2)) : metal::float2(_e4, 0.0);
    bool _e14 = is_nan(sum_2);
    return _e14 ? metal::float2(sum_2, 0.0) : seen;
}

float log_sum(
    float top_2,
    float sum_3,
    constant Params& params
) {
    metal::float2 _e2 = log_parts(top_2, sum_3, params);
    return _e2.x + _e2.y;
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

float score(
    uint q_row,
    uint k_row,
    constant Params& params,
    device type_4 const& q,
    device type_4 const& k,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 sum_4 = metal::float4(0.0);
    uint d_4 = 0u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e17 = d_4;
            d_4 = _e17 + 4u;
        }
        loop_init = false;
        uint _e7 = d_4;
        if (_e7 < QK_DIM) {
        } else {
            break;
        }
        {
            metal::float4 _e10 = sum_4;
            uint _e11 = d_4;
            metal::float4 _e12 = load_q4_(q_row, _e11, q, _buffer_sizes);
            uint _e13 = d_4;
            metal::float4 _e14 = load_k4_(k_row, _e13, k, _buffer_sizes);
            sum_4 = _e10 + (_e12 * _e14);
        }
    }
    float _e22 = params.scale;
    float _e24 = sum_4.x;
    float _e26 = sum_4.y;
    float _e29 = sum_4.z;
    float _e32 = sum_4.w;
    return _e22 * (((_e24 + _e26) + _e29) + _e32);
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
, device type_4 const& q [[user(fake0)]]
, device type_4 const& k [[user(fake0)]]
, device type_4 const& v_2 [[user(fake0)]]
, device type_4& o [[user(fake0)]]
, threadgroup type_8& scores
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (tid == 0u) {
        scores = {};
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    float top = MASKED;
    float sum = 0.0;
    metal::float4 acc = metal::float4(0.0);
    uint n = 0u;
    uint first = 0u;
    uint t = {};
    uint n_1 = 0u;
    uint _e2 = group_id(wid, params);
    uint _e5 = params.groups;
    if (_e2 >= _e5) {
        return;
    }
    uint _e9 = params.slices;
    uint column = ((naga_mod(_e2, _e9) * WORKGROUP) + tid) * 4u;
    uint _e18 = params.slices;
    uint row = naga_div(_e2, _e18);
    uint _e22 = params.head_base;
    uint _e25 = params.head_count;
    uint h = _e22 + naga_mod(row, _e25);
    uint _e30 = params.batch_base;
    uint _e33 = params.head_count;
    uint b = _e30 + naga_div(row, _e33);
    uint _e38 = params.q_offset;
    uint _e41 = params.q_batch;
    uint _e46 = params.q_head;
    uint q_row_1 = (_e38 + (b * _e41)) + (h * _e46);
    uint _e51 = params.k_offset;
    uint _e54 = params.k_batch;
    uint _e59 = params.k_head;
    uint k_rows = (_e51 + (b * _e54)) + (h * _e59);
    uint _e64 = params.v_offset;
    uint _e67 = params.v_batch;
    uint _e72 = params.v_head;
    uint v_rows = (_e64 + (b * _e67)) + (h * _e72);
    uint _e77 = params.o_offset;
    uint _e80 = params.o_batch;
    uint _e85 = params.o_head;
    uint o_rows = (_e77 + (b * _e80)) + (h * _e85);
    uint _e90 = params.heads;
    uint place = (b * _e90) + h;
    uint state = place * 13u;
    if (CONTINUED) {
        float _e105 = load_state(state + V_DIM);
        bool _e106 = is_neg_inf(_e105);
        if (!(_e106)) {
            top = _e105;
            sum = 1.0;
            uint2 loop_bound_1 = uint2(4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (metal::all(loop_bound_1 == uint2(0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
                if (!loop_init_1) {
                    uint _e125 = n;
                    n = _e125 + 1u;
                }
                loop_init_1 = false;
                uint _e111 = n;
                if (_e111 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e114 = n;
                    if ((column + _e114) < V_DIM) {
                        uint _e118 = n;
                        uint _e121 = n;
                        float _e123 = load_state((state + column) + _e121);
                        acc[_e118] = _e123;
                    }
                }
            }
        }
    }
    uint2 loop_bound_2 = uint2(4294967295u);
    bool loop_init_2 = true;
    while(true) {
        if (metal::all(loop_bound_2 == uint2(0u))) { break; }
        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
        if (!loop_init_2) {
            uint _e224 = first;
            first = _e224 + WORKGROUP;
        }
        loop_init_2 = false;
        uint _e129 = first;
        uint _e132 = params.len;
        if (_e129 < _e132) {
        } else {
            break;
        }
        {
            uint _e134 = first;
            uint _e138 = params.len;
            if ((_e134 + tid) < _e138) {
                uint _e142 = first;
                uint _e146 = params.k_row;
                float _e149 = score(q_row_1, k_rows + ((_e142 + tid) * _e146), params, q, k, _buffer_sizes);
                scores.inner[tid] = _e149;
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            t = 0u;
            uint2 loop_bound_3 = uint2(4294967295u);
            bool loop_init_3 = true;
            while(true) {
                if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                if (!loop_init_3) {
                    uint _e222 = t;
                    t = _e222 + 1u;
                }
                loop_init_3 = false;
                uint _e152 = t;
                uint _e156 = params.len;
                uint _e157 = first;
                if (_e152 < metal::min(WORKGROUP, _e156 - _e157)) {
                } else {
                    break;
                }
                {
                    uint _e162 = t;
                    float s_1 = scores.inner[_e162];
                    float _e165 = top;
                    float next = metal::max(_e165, s_1);
                    float _e167 = top;
                    float _e169 = exp_kept(_e167 - next);
                    float _e171 = exp_kept(s_1 - next);
                    float _e172 = sum;
                    sum = (_e172 * _e169) + _e171;
                    metal::float4 _e175 = acc;
                    acc = _e175 * _e169;
                    if (column < V_DIM) {
                        metal::float4 _e179 = acc;
                        uint _e180 = first;
                        uint _e181 = t;
                        uint _e185 = params.v_row;
                        metal::float4 _e188 = load_v4_(v_rows + ((_e180 + _e181) * _e185), column, v_2, _buffer_sizes);
                        acc = _e179 + (_e171 * _e188);
                        uint _e191 = first;
                        uint _e192 = t;
                        uint _e196 = params.o_row;
                        metal::float4 _e200 = acc;
                        float _e201 = sum;
                        store_o4_(o_rows + ((_e191 + _e192) * _e196), column, V_DIM, _e200 / metal::float4(_e201), o, _buffer_sizes);
                    }
                    top = next;
                    if (column == 0u) {
                        uint _e208 = params.lse_row;
                        uint _e212 = params.lse_offset;
                        uint _e214 = first;
                        uint _e216 = t;
                        float _e218 = top;
                        float _e219 = sum;
                        metal::float2 _e220 = log_parts(_e218, _e219, params);
                        store_lse((((place * _e208) + _e212) + _e214) + _e216, _e220);
                    }
                }
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        }
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e249 = n_1;
            n_1 = _e249 + 1u;
        }
        loop_init_4 = false;
        uint _e229 = n_1;
        if (_e229 < 4u) {
        } else {
            break;
        }
        {
            uint _e232 = n_1;
            if ((column + _e232) < V_DIM) {
                uint _e237 = n_1;
                uint _e239 = n_1;
                float _e241 = acc[_e239];
                float _e242 = sum;
                float _e244 = sum;
                bool _e245 = row_seen(_e244);
                store_state((state + column) + _e237, _e245 ? (_e241 / _e242) : 0.0);
            }
        }
    }
    if (column == 0u) {
        float _e255 = top;
        float _e256 = sum;
        float _e257 = log_sum(_e255, _e256, params);
        store_state(state + V_DIM, _e257);
        return;
    } else {
        return;
    }
}
