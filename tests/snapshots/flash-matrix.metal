// language: metal2.4
#include <metal_stdlib>
#include <simd/simd.h>

using metal::uint;

struct _mslBufferSizes {
    uint size1;
    uint size2;
    uint size3;
    uint size4;
    uint size5;
};

typedef half OutElem;
typedef metal::simdgroup_half16x16 Left;
typedef metal::simdgroup_half16x16 Right;
typedef metal::simdgroup_float16x16 Sum;
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
    uint tile_keys;
    float weight_bias;
    float gain;
    float shift;
    float epsilon;
};
typedef metal::half4 type_6[1];
typedef float type_7[1];
struct Seen {
    metal::uint2 keys;
    metal::int2 positions;
    uint batch;
    uint head;
    int offset;
    char _pad5[4];
};
struct Tile {
    uint first;
    uint end;
    bool partly;
    char _pad3[3];
};
struct type_13 {
    float inner[128];
};
struct type_14 {
    half inner[13824];
};
struct type_15 {
    float inner[4352];
};
struct type_17 {
    metal::float4 inner[8];
};
constant uint SIZE = 16u;
constant uint STRIPS = 4u;
constant uint LANES = 32u;
constant uint TX = 2u;
constant uint QK_CHUNKS = 1u;
constant uint V_CHUNKS = 1u;
constant uint WORKGROUP = 128u;
constant uint BLOCK_Q = 64u;
constant uint BLOCK_K = 64u;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant bool STAGED = false;
constant bool ROLLED = false;
constant float MASKED = -340282350000000000000000000000000000000.0;
constant float LOWEST_VISIBLE = -340282330000000000000000000000000000000.0;
constant float SLACK = 4.0;
constant uint FOURS = 8u;
constant uint HALVES = 72u;
constant uint FLOATS = 68u;
constant uint KV = 4608u;
constant uint P = 9216u;

float edit_score(
    float raw,
    uint b,
    uint h,
    uint i,
    uint j
) {
    float s = {};
    s = raw;
    float _e6 = s;
    return _e6;
}

metal::float4 load_q4_(
    uint base,
    uint d,
    device type_6 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::half4 _e11 = q[(base + d) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_1,
    device type_6 const& k_4,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_1 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::half4 _e11 = k_4[(base_1 + d_1) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_2,
    device type_6 const& v_1,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::half4 _e11 = v_1[(base_2 + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_3,
    uint d_3,
    uint dim,
    metal::float4 x,
    device type_6& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 < dim) {
        o[(base_3 + d_3) >> 2u] = static_cast<metal::half4>(x);
        return;
    } else {
        return;
    }
}

void store_lse(
    uint at,
    float x_1,
    device type_7& lse,
    constant _mslBufferSizes& _buffer_sizes
) {
    lse[at] = x_1;
    return;
}

bool is_nan(
    float x_2
) {
    return (as_type<uint>(x_2) & 2147483647u) > 2139095040u;
}

float keep_visible(
    float s_1
) {
    bool _e3 = is_nan(s_1);
    return _e3 ? s_1 : metal::max(s_1, LOWEST_VISIBLE);
}

bool is_neg_inf(
    float x_3
) {
    return as_type<uint>(x_3) == 4286578688u;
}

bool any_nonfinite(
    metal::float4 v
) {
    metal::uint4 exponent = metal::uint4(2139095040u);
    return metal::any((as_type<metal::uint4>(v) & exponent) == exponent);
}

float exp_kept(
    float x_4
) {
    bool _e2 = is_nan(x_4);
    return _e2 ? x_4 : metal::exp(x_4);
}

metal::float4 exp_kept4_(
    metal::float4 x_5
) {
    metal::bool4 nan = (as_type<metal::uint4>(x_5) & metal::uint4(2147483647u)) > metal::uint4(2139095040u);
    return metal::select(metal::exp(x_5), x_5, nan);
}

bool row_seen(
    float sum
) {
    bool local = {};
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local = _e6;
    } else {
        local = true;
    }
    bool _e8 = local;
    return _e8;
}

float log_sum(
    float top,
    float sum_1,
    constant Params& params
) {
    float _e4 = params.neg_inf;
    bool _e10 = is_nan(sum_1);
    return _e10 ? sum_1 : ((sum_1 > 0.0) ? (top + metal::log(sum_1)) : _e4);
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
    uint i_1,
    int offset,
    uint kv_count_1,
    constant Params& params
) {
    int lo = 0;
    int hi = {};
    int p_1 = as_type<int>(as_type<uint>(static_cast<int>(i_1)) + as_type<uint>(offset));
    int end_1 = static_cast<int>(kv_count_1);
    hi = end_1;
    int _e11 = params.window_left;
    if (_e11 >= 0) {
        int _e16 = params.window_left;
        lo = metal::clamp(as_type<int>(as_type<uint>(p_1) - as_type<uint>(_e16)), 0, end_1);
    }
    int _e22 = params.window_right;
    if (_e22 >= 0) {
        int _e27 = params.window_right;
        hi = metal::clamp(as_type<int>(as_type<uint>(as_type<int>(as_type<uint>(p_1) + as_type<uint>(_e27))) + as_type<uint>(1)), 0, end_1);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return metal::uint2(static_cast<uint>(_e33), static_cast<uint>(metal::max(_e35, _e36)));
}

uint q_start(
    uint b_1
) {
    return 0u;
}

uint q_count_1(
    uint b_2,
    constant Params& params
) {
    uint _e3 = params.q_len;
    return _e3;
}

uint kv_start(
    uint b_3
) {
    return 0u;
}

uint kv_count_2(
    uint b_4,
    constant Params& params
) {
    uint _e3 = params.kv_len;
    return _e3;
}

metal::float4 scale_q(
    metal::float4 x_6,
    constant Params& params
) {
    float _e3 = params.scale;
    return x_6 * _e3;
}

float pair(
    metal::float4 x_7,
    metal::float4 k,
    uint h_1,
    uint d_4
) {
    return metal::dot(x_7, k);
}

float pair_onto(
    float s_2,
    metal::float4 x_8,
    metal::float4 k_1,
    uint h_2,
    uint d_5
) {
    return metal::fma(x_8.w, k_1.w, metal::fma(x_8.z, k_1.z, metal::fma(x_8.y, k_1.y, metal::fma(x_8.x, k_1.x, s_2))));
}

float scale_pair(
    float s_3
) {
    return s_3;
}

metal::float4 scale_pairs(
    metal::float4 s_4
) {
    return s_4;
}

metal::uint2 row_tile(
    uint t
) {
    return metal::uint2(t * BLOCK_Q, (t + 1u) * BLOCK_Q);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

metal::uint2 split_share(
    uint tiles,
    uint split,
    constant Params& params
) {
    uint _e4 = params.splits;
    uint _e10 = params.splits;
    uint share = naga_div((tiles + _e4) - 1u, _e10);
    return metal::uint2(metal::min(split * share, tiles), metal::min((split + 1u) * share, tiles));
}

metal::uint3 tile_span(
    uint b_5,
    uint head,
    uint t_1,
    Seen seen,
    uint split_1,
    constant Params& params
) {
    uint lo_1 = naga_div(seen.keys.x, BLOCK_K);
    uint tiles_2 = metal::max(lo_1, naga_div((seen.keys.y + BLOCK_K) - 1u, BLOCK_K)) - lo_1;
    metal::uint2 _e19 = split_share(tiles_2, split_1, params);
    return metal::uint3(_e19 + metal::uint2(lo_1), 0u);
}

Tile tile_at(
    uint n,
    uint base_4,
    Seen seen_1
) {
    return Tile {n * BLOCK_K, seen_1.keys.y, false};
}

uint key_of(
    uint slot
) {
    return slot;
}

metal::uint2 seen_keys(
    metal::uint2 keys,
    uint end,
    uint b_6,
    uint h_3,
    uint i_2
) {
    return metal::min(keys, metal::uint2(end));
}

float first_max(
    uint lse_at
) {
    return MASKED;
}

float next_max(
    float m,
    float tile
) {
    return metal::max(m, tile);
}

float size_of(
    metal::float4 s_5
) {
    return metal::max(metal::max(s_5.x, s_5.y), metal::max(s_5.z, s_5.w));
}

metal::float4 weights(
    metal::float4 s_6,
    float top_1,
    uint b_7,
    uint head_1,
    uint i_3,
    uint slot_1
) {
    metal::float4 _e8 = exp_kept4_(s_6 - metal::float4(top_1));
    return metal::select(_e8, metal::float4(0.0), s_6 == metal::float4(-340282350000000000000000000000000000000.0));
}

float mass(
    metal::float4 s_7,
    metal::float4 p
) {
    return ((p.x + p.y) + p.z) + p.w;
}

float sink_logit(
    uint h_4
) {
    return MASKED;
}

metal::float2 finish_row(
    float m_1,
    float l,
    uint head_2,
    uint split_2,
    constant Params& params
) {
    float top_2 = {};
    float shrink = 1.0;
    float sum_2 = {};
    bool local_1 = {};
    top_2 = m_1;
    sum_2 = l;
    float _e8 = sink_logit(head_2);
    if (split_2 == 0u) {
        local_1 = _e8 != MASKED;
    } else {
        local_1 = false;
    }
    bool _e16 = local_1;
    if (_e16) {
        float _e17 = top_2;
        top_2 = metal::max(_e17, _e8);
        float _e19 = top_2;
        shrink = metal::exp(m_1 - _e19);
        float _e22 = sum_2;
        float _e23 = shrink;
        float _e25 = top_2;
        sum_2 = (_e22 * _e23) + metal::exp(_e8 - _e25);
    }
    float _e29 = shrink;
    float _e30 = sum_2;
    float _e32 = sum_2;
    bool _e33 = row_seen(_e32);
    float _e36 = top_2;
    float _e37 = sum_2;
    float _e38 = log_sum(_e36, _e37, params);
    return metal::float2(_e33 ? (_e29 / _e30) : 0.0, _e38);
}

float row_weight(
    uint b_8,
    uint h_5,
    uint i_4
) {
    return 1.0;
}

bool rows_wanted(
    uint b_9,
    uint head_base,
    uint first_row,
    uint row_end
) {
    return true;
}

metal::float4 output(
    metal::float4 x_9,
    uint b_10,
    uint h_6,
    uint i_5,
    uint d_6
) {
    return x_9;
}

float edit_one(
    float s_8,
    uint b_11,
    uint head_3,
    uint i_6,
    uint slot_2,
    metal::uint2 keys_1
) {
    bool local_2 = {};
    bool local_3 = {};
    uint _e6 = key_of(slot_2);
    if (!((_e6 < keys_1.x))) {
        local_2 = _e6 >= keys_1.y;
    } else {
        local_2 = true;
    }
    bool _e15 = local_2;
    if (_e15) {
        return MASKED;
    }
    float _e17 = edit_score(s_8, b_11, head_3, i_6, _e6);
    if (_e17 != MASKED) {
        local_3 = _e17 < LOWEST_VISIBLE;
    } else {
        local_3 = false;
    }
    bool _e26 = local_3;
    return _e26 ? LOWEST_VISIBLE : _e17;
}

metal::float4 edit_four(
    metal::float4 s_9,
    uint b_12,
    uint head_4,
    uint i_7,
    uint slot_3,
    metal::uint2 keys_2
) {
    float _e7 = edit_one(s_9.x, b_12, head_4, i_7, slot_3, keys_2);
    float _e11 = edit_one(s_9.y, b_12, head_4, i_7, slot_3 + 1u, keys_2);
    float _e15 = edit_one(s_9.z, b_12, head_4, i_7, slot_3 + 2u, keys_2);
    float _e19 = edit_one(s_9.w, b_12, head_4, i_7, slot_3 + 3u, keys_2);
    return metal::float4(_e7, _e11, _e15, _e19);
}

float lanes_max(
    float x_10,
    thread uint& lanes
) {
    float r = {};
    uint step = 1u;
    r = x_10;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e18 = step;
            step = _e18 << 1u;
        }
        loop_init = false;
        uint _e4 = step;
        if (_e4 < TX) {
        } else {
            break;
        }
        {
            float _e7 = r;
            float _e8 = r;
            float _e9 = r;
            uint _e10 = step;
            float unnamed = metal::simd_shuffle_xor(_e9, _e10);
            uint _e13 = step;
            uint _e15 = lanes;
            r = (_e13 < _e15) ? metal::max(_e8, unnamed) : _e7;
        }
    }
    float _e21 = r;
    return _e21;
}

float lanes_sum(
    float x_11,
    thread uint& lanes
) {
    float r_1 = {};
    uint step_1 = 1u;
    r_1 = x_11;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e18 = step_1;
            step_1 = _e18 << 1u;
        }
        loop_init_1 = false;
        uint _e4 = step_1;
        if (_e4 < TX) {
        } else {
            break;
        }
        {
            float _e7 = r_1;
            float _e8 = r_1;
            float _e9 = r_1;
            uint _e10 = step_1;
            float unnamed_1 = metal::simd_shuffle_xor(_e9, _e10);
            uint _e13 = step_1;
            uint _e15 = lanes;
            r_1 = (_e13 < _e15) ? (_e8 + unnamed_1) : _e7;
        }
    }
    float _e21 = r_1;
    return _e21;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

void put_part(
    uint row,
    uint tx,
    float x_12,
    threadgroup type_13& row_part,
    thread uint& lanes
) {
    bool local_4 = {};
    uint _e4 = lanes;
    if (_e4 < TX) {
        uint _e10 = lanes;
        local_4 = naga_mod(tx, _e10) == 0u;
    } else {
        local_4 = false;
    }
    bool _e15 = local_4;
    if (_e15) {
        row_part.inner[(row * TX) + tx] = x_12;
        return;
    } else {
        return;
    }
}

float row_max(
    uint row_1,
    float part,
    threadgroup type_13& row_part,
    thread uint& lanes
) {
    float top_3 = {};
    uint n_1 = 0u;
    top_3 = part;
    uint _e4 = lanes;
    if (_e4 < TX) {
        uint2 loop_bound_2 = uint2(4294967295u);
        bool loop_init_2 = true;
        while(true) {
            if (metal::all(loop_bound_2 == uint2(0u))) { break; }
            loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
            if (!loop_init_2) {
                uint _e21 = n_1;
                uint _e23 = lanes;
                n_1 = _e21 + _e23;
            }
            loop_init_2 = false;
            uint _e9 = n_1;
            if (_e9 < TX) {
            } else {
                break;
            }
            {
                float _e12 = top_3;
                uint _e16 = n_1;
                float _e19 = row_part.inner[(row_1 * TX) + _e16];
                top_3 = metal::max(_e12, _e19);
            }
        }
    }
    float _e25 = top_3;
    return _e25;
}

float row_sum(
    uint row_2,
    float part_1,
    threadgroup type_13& row_part,
    thread uint& lanes
) {
    float sum_3 = 0.0;
    uint n_2 = 0u;
    uint _e3 = lanes;
    if (_e3 >= TX) {
        return part_1;
    }
    uint2 loop_bound_3 = uint2(4294967295u);
    bool loop_init_3 = true;
    while(true) {
        if (metal::all(loop_bound_3 == uint2(0u))) { break; }
        loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
        if (!loop_init_3) {
            uint _e22 = n_2;
            uint _e24 = lanes;
            n_2 = _e22 + _e24;
        }
        loop_init_3 = false;
        uint _e10 = n_2;
        if (_e10 < TX) {
        } else {
            break;
        }
        {
            float _e13 = sum_3;
            uint _e17 = n_2;
            float _e20 = row_part.inner[(row_2 * TX) + _e17];
            sum_3 = _e13 + _e20;
        }
    }
    float _e26 = sum_3;
    return _e26;
}

metal::float4 four_floats(
    uint at_1,
    threadgroup type_15& floats
) {
    float _e3 = floats.inner[at_1];
    float _e8 = floats.inner[at_1 + 1u];
    float _e13 = floats.inner[at_1 + 2u];
    float _e18 = floats.inner[at_1 + 3u];
    return metal::float4(_e3, _e8, _e13, _e18);
}

void put_floats(
    uint at_2,
    metal::float4 x_13,
    threadgroup type_15& floats
) {
    floats.inner[at_2] = x_13.x;
    floats.inner[at_2 + 1u] = x_13.y;
    floats.inner[at_2 + 2u] = x_13.z;
    floats.inner[at_2 + 3u] = x_13.w;
    return;
}

void put_halves(
    uint at_3,
    metal::half4 x_14,
    threadgroup type_14& halves
) {
    halves.inner[at_3] = x_14.x;
    halves.inner[at_3 + 1u] = x_14.y;
    halves.inner[at_3 + 2u] = x_14.z;
    halves.inner[at_3 + 3u] = x_14.w;
    return;
}

void put_strip(
    uint at_4,
    Sum s0_,
    Sum s1_,
    Sum s2_,
    Sum s3_,
    threadgroup type_15& floats
) {
    simdgroup_store(s0_, &floats.inner[at_4], FLOATS);
    simdgroup_store(s1_, &floats.inner[at_4 + SIZE], FLOATS);
    simdgroup_store(s2_, &floats.inner[at_4 + 32u], FLOATS);
    simdgroup_store(s3_, &floats.inner[at_4 + 48u], FLOATS);
    return;
}

metal::simdgroup_half16x16 NagaCooperativeLoad(const threadgroup half* ptr, int stride, bool is_row_major) {
    metal::simdgroup_half16x16 m;
    simdgroup_load(m, ptr, stride, 0, is_row_major);
    return m;
}

metal::simdgroup_float16x16 NagaCooperativeMultiplyAdd(const thread metal::simdgroup_half16x16& a, const thread metal::simdgroup_half16x16& b, const thread metal::simdgroup_float16x16& c) {
    metal::simdgroup_float16x16 d;
    simdgroup_multiply_accumulate(d,a,b,c);
    return d;
}

void run(
    metal::uint3 wid_2,
    uint tid,
    constant Params& params,
    device type_6 const& q,
    device type_6 const& k_4,
    device type_6 const& v_1,
    device type_6& o,
    device type_7& lse,
    thread uint& lanes,
    threadgroup type_14& halves,
    threadgroup type_15& floats,
    threadgroup metal::atomic_uint& v_nonfinite,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint id = {};
    metal::uint3 tiles_1 = metal::uint3(0u);
    bool local_5 = {};
    float factor = 0.0;
    metal::uint2 keys_3 = metal::uint2(0u);
    float m_2 = MASKED;
    float l_1 = 0.0;
    type_17 acc = {};
    uint n_3 = 0u;
    bool staged = false;
    uint t_2 = {};
    Sum s0_1 = {};
    Sum s1_1 = {};
    Sum s2_1 = {};
    Sum s3_1 = {};
    uint c = {};
    bool local_6 = {};
    uint n_4 = {};
    metal::half4 x_15 = {};
    uint n_5 = {};
    metal::half4 x_16 = {};
    uint d_7 = {};
    bool local_7 = {};
    bool local_8 = {};
    bool local_9 = {};
    bool local_10 = {};
    bool local_11 = {};
    float part_2 = {};
    uint n_6 = {};
    metal::float4 s_10 = {};
    uint n_7 = {};
    uint n_8 = {};
    uint c_1 = {};
    uint n_9 = {};
    metal::half4 x_17 = {};
    Sum o0_ = {};
    Sum o1_ = {};
    Sum o2_ = {};
    Sum o3_ = {};
    uint k_2 = {};
    uint k_3 = {};
    uint n_10 = {};
    uint n_11 = {};
    uint c_2 = 0u;
    uint n_12 = {};
    uint _e2 = group_id(wid_2, params);
    uint _e5 = params.groups;
    id = metal::min(_e2, _e5 - 1u);
    uint _e10 = id;
    uint _e13 = params.splits;
    uint split_3 = naga_mod(_e10, _e13);
    uint _e15 = id;
    uint _e18 = params.splits;
    id = naga_div(_e15, _e18);
    uint _e20 = id;
    uint _e23 = params.q_tiles;
    uint row_tile_id = naga_mod(_e20, _e23);
    metal::uint2 _e25 = row_tile(row_tile_id);
    uint _e26 = id;
    uint _e29 = params.q_tiles;
    id = naga_div(_e26, _e29);
    uint _e33 = params.head_base;
    uint _e34 = id;
    uint _e37 = params.packs;
    uint _e41 = params.pack;
    uint head_base_1 = _e33 + (naga_mod(_e34, _e37) * _e41);
    uint _e46 = params.group;
    uint kv_head = naga_div(head_base_1, _e46);
    uint _e50 = params.batch_base;
    uint _e51 = id;
    uint _e54 = params.packs;
    uint b_13 = _e50 + naga_div(_e51, _e54);
    uint _e57 = q_count_1(b_13, params);
    uint _e58 = kv_count_2(b_13, params);
    uint first_row_1 = _e25.x;
    uint _e64 = params.pack;
    uint _e69 = params.groups;
    uint row_end_1 = (_e2 < _e69) ? metal::min(_e25.y, _e57 * _e64) : 0u;
    int _e72 = align_offset(_e57, _e58, params);
    uint _e75 = params.pack;
    uint first_query = naga_div(first_row_1, _e75);
    uint _e83 = params.pack;
    uint last_query = naga_div(metal::max(row_end_1, 1u) - 1u, _e83);
    metal::uint2 _e85 = key_range(first_query, _e72, _e58, params);
    metal::uint2 _e86 = key_range(last_query, _e72, _e58, params);
    Seen seen_2 = Seen {metal::uint2(_e85.x, _e86.y), metal::int2(as_type<int>(as_type<uint>(static_cast<int>(first_query)) + as_type<uint>(_e72)), as_type<int>(as_type<uint>(static_cast<int>(last_query)) + as_type<uint>(_e72))), b_13, head_base_1, _e72};
    if (first_row_1 < row_end_1) {
        bool _e102 = rows_wanted(b_13, head_base_1, first_row_1, row_end_1);
        local_5 = _e102;
    } else {
        local_5 = false;
    }
    bool _e104 = local_5;
    if (_e104) {
        metal::uint3 _e105 = tile_span(b_13, head_base_1, row_tile_id, seen_2, split_3, params);
        tiles_1 = _e105;
    }
    if (tid == 0u) {
        metal::atomic_store_explicit(&v_nonfinite, 0u, metal::memory_order_relaxed);
    }
    uint strip = naga_div(tid, LANES) * SIZE;
    uint own = naga_div(tid, TX);
    uint tx_1 = naga_mod(tid, TX);
    uint _e120 = params.q_offset;
    uint _e123 = params.q_batch;
    uint _e126 = q_start(b_13);
    uint _e129 = params.q_row;
    uint q_base = (_e120 + (b_13 * _e123)) + (_e126 * _e129);
    uint _e134 = params.k_offset;
    uint _e137 = params.k_batch;
    uint _e142 = params.k_head;
    uint _e145 = kv_start(b_13);
    uint _e148 = params.k_row;
    uint k_base = ((_e134 + (b_13 * _e137)) + (kv_head * _e142)) + (_e145 * _e148);
    uint _e153 = params.v_offset;
    uint _e156 = params.v_batch;
    uint _e161 = params.v_head;
    uint _e164 = kv_start(b_13);
    uint _e167 = params.v_row;
    uint v_base = ((_e153 + (b_13 * _e156)) + (kv_head * _e161)) + (_e164 * _e167);
    uint _e172 = params.lse_batch;
    uint _e174 = q_start(b_13);
    uint lse_base = (b_13 * _e172) + _e174;
    uint row_3 = first_row_1 + own;
    uint _e179 = params.pack;
    uint query = naga_div(row_3, _e179);
    uint _e183 = params.pack;
    uint head_5 = head_base_1 + naga_mod(row_3, _e183);
    uint _e188 = params.lse_head;
    uint lse_at_1 = (lse_base + (head_5 * _e188)) + query;
    if (row_3 < row_end_1) {
        float _e202 = row_weight(b_13, head_5, query);
        factor = _e202;
        metal::uint2 _e203 = key_range(query, _e72, _e58, params);
        float _e206 = factor;
        keys_3 = (_e206 == 0.0) ? metal::uint2(0u) : _e203;
        float _e210 = first_max(lse_at_1);
        m_2 = _e210;
    }
    uint2 loop_bound_4 = uint2(4294967295u);
    bool loop_init_4 = true;
    while(true) {
        if (metal::all(loop_bound_4 == uint2(0u))) { break; }
        loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
        if (!loop_init_4) {
            uint _e222 = n_3;
            n_3 = _e222 + 1u;
        }
        loop_init_4 = false;
        uint _e214 = n_3;
        if (_e214 < 8u) {
        } else {
            break;
        }
        {
            uint _e217 = n_3;
            acc.inner[_e217] = metal::float4(0.0);
        }
    }
    uint _e227 = params.tile_keys;
    uint width = ROLLED ? _e227 : BLOCK_K;
    uint _e233 = tiles_1.x;
    t_2 = _e233;
    uint2 loop_bound_5 = uint2(4294967295u);
    bool loop_init_5 = true;
    while(true) {
        if (metal::all(loop_bound_5 == uint2(0u))) { break; }
        loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
        if (!loop_init_5) {
            uint _e818 = t_2;
            t_2 = _e818 + 1u;
        }
        loop_init_5 = false;
        uint _e235 = t_2;
        uint _e237 = tiles_1.y;
        if (_e235 < _e237) {
        } else {
            break;
        }
        {
            uint _e239 = t_2;
            uint _e241 = tiles_1.z;
            Tile _e242 = tile_at(_e239, _e241, seen_2);
            uint key0_ = _e242.first;
            if (key0_ >= _e242.end) {
                continue;
            }
            s0_1 = Sum {};
            s1_1 = Sum {};
            s2_1 = Sum {};
            s3_1 = Sum {};
            c = 0u;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e434 = c;
                    c = _e434 + 1u;
                }
                loop_init_6 = false;
                uint _e256 = c;
                if (_e256 < QK_CHUNKS) {
                } else {
                    break;
                }
                {
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    if (true) {
                        bool _e262 = staged;
                        local_6 = !(_e262);
                    } else {
                        local_6 = true;
                    }
                    bool _e265 = local_6;
                    if (_e265) {
                        n_4 = tid;
                        uint2 loop_bound_7 = uint2(4294967295u);
                        bool loop_init_7 = true;
                        while(true) {
                            if (metal::all(loop_bound_7 == uint2(0u))) { break; }
                            loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
                            if (!loop_init_7) {
                                uint _e320 = n_4;
                                n_4 = _e320 + WORKGROUP;
                            }
                            loop_init_7 = false;
                            uint _e267 = n_4;
                            if (_e267 < 1024u) {
                            } else {
                                break;
                            }
                            {
                                uint _e270 = n_4;
                                uint r_2 = first_row_1 + naga_div(_e270, SIZE);
                                x_15 = metal::half4(0.0h);
                                if (r_2 < row_end_1) {
                                    uint _e280 = params.pack;
                                    uint _e285 = params.q_head;
                                    uint _e290 = params.pack;
                                    uint _e294 = params.q_row;
                                    uint at_5 = (q_base + ((head_base_1 + naga_mod(r_2, _e280)) * _e285)) + (naga_div(r_2, _e290) * _e294);
                                    uint _e297 = c;
                                    uint _e300 = n_4;
                                    metal::float4 _e306 = load_q4_(at_5, (_e297 * BLOCK_K) + (naga_mod(_e300, SIZE) * 4u), q, _buffer_sizes);
                                    x_15 = static_cast<metal::half4>(_e306);
                                }
                                uint _e308 = n_4;
                                uint _e313 = n_4;
                                metal::half4 _e319 = x_15;
                                put_halves((naga_div(_e308, SIZE) * HALVES) + (naga_mod(_e313, SIZE) * 4u), _e319, halves);
                            }
                        }
                    }
                    n_5 = tid;
                    uint2 loop_bound_8 = uint2(4294967295u);
                    bool loop_init_8 = true;
                    while(true) {
                        if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                        loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                        if (!loop_init_8) {
                            uint _e367 = n_5;
                            n_5 = _e367 + WORKGROUP;
                        }
                        loop_init_8 = false;
                        uint _e324 = n_5;
                        if (_e324 < 1024u) {
                        } else {
                            break;
                        }
                        {
                            uint _e327 = n_5;
                            uint _e331 = key_of(key0_ + naga_div(_e327, SIZE));
                            x_16 = metal::half4(0.0h);
                            if (_e331 < _e242.end) {
                                uint _e339 = params.k_row;
                                uint _e342 = c;
                                uint _e345 = n_5;
                                metal::float4 _e351 = load_k4_(k_base + (_e331 * _e339), (_e342 * BLOCK_K) + (naga_mod(_e345, SIZE) * 4u), k_4, _buffer_sizes);
                                x_16 = static_cast<metal::half4>(_e351);
                            }
                            uint _e354 = n_5;
                            uint _e360 = n_5;
                            metal::half4 _e366 = x_16;
                            put_halves((KV + (naga_div(_e354, SIZE) * HALVES)) + (naga_mod(_e360, SIZE) * 4u), _e366, halves);
                        }
                    }
                    staged = true;
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    d_7 = 0u;
                    uint2 loop_bound_9 = uint2(4294967295u);
                    bool loop_init_9 = true;
                    while(true) {
                        if (metal::all(loop_bound_9 == uint2(0u))) { break; }
                        loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
                        if (!loop_init_9) {
                            uint _e430 = d_7;
                            d_7 = _e430 + SIZE;
                        }
                        loop_init_9 = false;
                        uint _e373 = d_7;
                        if (_e373 < width) {
                            uint _e377 = c;
                            uint _e380 = d_7;
                            local_7 = ((_e377 * BLOCK_K) + _e380) < QK_DIM;
                        } else {
                            local_7 = false;
                        }
                        bool _e385 = local_7;
                        if (_e385) {
                        } else {
                            break;
                        }
                        {
                            uint _e389 = d_7;
                            metal::simdgroup_half16x16 x_18 = NagaCooperativeLoad(&halves.inner[(strip * HALVES) + _e389], HALVES, false);
                            uint _e396 = d_7;
                            Sum _e401 = s0_1;
                            s0_1 = NagaCooperativeMultiplyAdd(x_18, NagaCooperativeLoad(&halves.inner[KV + _e396], HALVES, true), _e401);
                            uint _e405 = d_7;
                            Sum _e410 = s1_1;
                            s1_1 = NagaCooperativeMultiplyAdd(x_18, NagaCooperativeLoad(&halves.inner[5760u + _e405], HALVES, true), _e410);
                            uint _e414 = d_7;
                            Sum _e419 = s2_1;
                            s2_1 = NagaCooperativeMultiplyAdd(x_18, NagaCooperativeLoad(&halves.inner[6912u + _e414], HALVES, true), _e419);
                            uint _e423 = d_7;
                            Sum _e428 = s3_1;
                            s3_1 = NagaCooperativeMultiplyAdd(x_18, NagaCooperativeLoad(&halves.inner[8064u + _e423], HALVES, true), _e428);
                        }
                    }
                }
            }
            Sum _e438 = s0_1;
            Sum _e439 = s1_1;
            Sum _e440 = s2_1;
            Sum _e441 = s3_1;
            put_strip(strip * FLOATS, _e438, _e439, _e440, _e441, floats);
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            if (key0_ >= _e86.x) {
                local_8 = (key0_ + BLOCK_K) <= metal::min(_e85.y, _e242.end);
            } else {
                local_8 = false;
            }
            bool _e453 = local_8;
            if (_e453) {
                local_9 = row_end_1 == (first_row_1 + BLOCK_Q);
            } else {
                local_9 = false;
            }
            bool _e460 = local_9;
            if (_e460) {
                local_10 = !(_e242.partly);
            } else {
                local_10 = false;
            }
            bool whole = local_10;
            if (true) {
                local_11 = !(whole);
            } else {
                local_11 = true;
            }
            bool edits = local_11;
            part_2 = MASKED;
            n_6 = 0u;
            uint2 loop_bound_10 = uint2(4294967295u);
            bool loop_init_10 = true;
            while(true) {
                if (metal::all(loop_bound_10 == uint2(0u))) { break; }
                loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                if (!loop_init_10) {
                    uint _e510 = n_6;
                    n_6 = _e510 + 1u;
                }
                loop_init_10 = false;
                uint _e477 = n_6;
                if (_e477 < FOURS) {
                } else {
                    break;
                }
                {
                    uint _e480 = n_6;
                    uint k_5 = ((_e480 * TX) + tx_1) * 4u;
                    metal::float4 _e489 = four_floats((own * FLOATS) + k_5, floats);
                    float _e492 = params.scale;
                    s_10 = _e489 * _e492;
                    if (edits) {
                        metal::float4 _e495 = s_10;
                        metal::uint2 _e497 = keys_3;
                        metal::uint2 _e499 = seen_keys(_e497, _e242.end, b_13, head_5, query);
                        metal::float4 _e500 = edit_four(_e495, b_13, head_5, query, key0_ + k_5, _e499);
                        s_10 = _e500;
                        metal::float4 _e504 = s_10;
                        put_floats((own * FLOATS) + k_5, _e504, floats);
                    }
                    float _e505 = part_2;
                    metal::float4 _e506 = s_10;
                    float _e507 = size_of(_e506);
                    part_2 = metal::max(_e505, _e507);
                }
            }
            float _e512 = m_2;
            float _e513 = part_2;
            float _e514 = lanes_max(_e513, lanes);
            float _e515 = next_max(_e512, _e514);
            float _e516 = m_2;
            if (_e515 > (_e516 + SLACK)) {
                float _e520 = m_2;
                float shrink_1 = metal::exp(_e520 - _e515);
                m_2 = _e515;
                float _e523 = l_1;
                l_1 = _e523 * shrink_1;
                n_7 = 0u;
                uint2 loop_bound_11 = uint2(4294967295u);
                bool loop_init_11 = true;
                while(true) {
                    if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                    loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                    if (!loop_init_11) {
                        uint _e535 = n_7;
                        n_7 = _e535 + 1u;
                    }
                    loop_init_11 = false;
                    uint _e527 = n_7;
                    if (_e527 < 8u) {
                    } else {
                        break;
                    }
                    {
                        uint _e530 = n_7;
                        metal::float4 _e532 = acc.inner[_e530];
                        acc.inner[_e530] = _e532 * shrink_1;
                    }
                }
            }
            float _e539 = params.scale;
            float scale = edits ? 1.0 : _e539;
            n_8 = 0u;
            uint2 loop_bound_12 = uint2(4294967295u);
            bool loop_init_12 = true;
            while(true) {
                if (metal::all(loop_bound_12 == uint2(0u))) { break; }
                loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                if (!loop_init_12) {
                    uint _e571 = n_8;
                    n_8 = _e571 + 1u;
                }
                loop_init_12 = false;
                uint _e544 = n_8;
                if (_e544 < FOURS) {
                } else {
                    break;
                }
                {
                    uint _e547 = n_8;
                    uint k_6 = ((_e547 * TX) + tx_1) * 4u;
                    metal::float4 _e556 = four_floats((own * FLOATS) + k_6, floats);
                    metal::float4 s_11 = _e556 * scale;
                    float _e558 = m_2;
                    metal::float4 _e560 = weights(s_11, _e558, b_13, head_5, query, key0_ + k_6);
                    float _e561 = l_1;
                    float _e562 = mass(s_11, _e560);
                    l_1 = _e561 + _e562;
                    put_halves((P + (own * HALVES)) + k_6, static_cast<metal::half4>(_e560), halves);
                }
            }
            c_1 = 0u;
            uint2 loop_bound_13 = uint2(4294967295u);
            bool loop_init_13 = true;
            while(true) {
                if (metal::all(loop_bound_13 == uint2(0u))) { break; }
                loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
                if (!loop_init_13) {
                    uint _e815 = c_1;
                    c_1 = _e815 + 1u;
                }
                loop_init_13 = false;
                uint _e575 = c_1;
                if (_e575 < V_CHUNKS) {
                } else {
                    break;
                }
                {
                    n_9 = tid;
                    uint2 loop_bound_14 = uint2(4294967295u);
                    bool loop_init_14 = true;
                    while(true) {
                        if (metal::all(loop_bound_14 == uint2(0u))) { break; }
                        loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                        if (!loop_init_14) {
                            uint _e627 = n_9;
                            n_9 = _e627 + WORKGROUP;
                        }
                        loop_init_14 = false;
                        uint _e579 = n_9;
                        if (_e579 < 1024u) {
                        } else {
                            break;
                        }
                        {
                            uint _e582 = n_9;
                            uint _e586 = key_of(key0_ + naga_div(_e582, SIZE));
                            x_17 = metal::half4(0.0h);
                            if (_e586 < _e242.end) {
                                uint _e594 = params.v_row;
                                uint _e597 = c_1;
                                uint _e600 = n_9;
                                metal::float4 _e606 = load_v4_(v_base + (_e586 * _e594), (_e597 * BLOCK_K) + (naga_mod(_e600, SIZE) * 4u), v_1, _buffer_sizes);
                                x_17 = static_cast<metal::half4>(_e606);
                                metal::half4 _e608 = x_17;
                                bool _e610 = any_nonfinite(static_cast<metal::float4>(_e608));
                                if (_e610) {
                                    metal::atomic_store_explicit(&v_nonfinite, 1u, metal::memory_order_relaxed);
                                }
                            }
                            uint _e614 = n_9;
                            uint _e620 = n_9;
                            metal::half4 _e626 = x_17;
                            put_halves((KV + (naga_div(_e614, SIZE) * HALVES)) + (naga_mod(_e620, SIZE) * 4u), _e626, halves);
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    o0_ = Sum {};
                    o1_ = Sum {};
                    o2_ = Sum {};
                    o3_ = Sum {};
                    k_2 = 0u;
                    uint2 loop_bound_15 = uint2(4294967295u);
                    bool loop_init_15 = true;
                    while(true) {
                        if (metal::all(loop_bound_15 == uint2(0u))) { break; }
                        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
                        if (!loop_init_15) {
                            uint _e702 = k_2;
                            k_2 = _e702 + SIZE;
                        }
                        loop_init_15 = false;
                        uint _e640 = k_2;
                        if (_e640 < width) {
                        } else {
                            break;
                        }
                        {
                            uint _e647 = k_2;
                            metal::simdgroup_half16x16 p_2 = NagaCooperativeLoad(&halves.inner[(P + (strip * HALVES)) + _e647], HALVES, false);
                            uint _e654 = k_2;
                            Sum _e661 = o0_;
                            o0_ = NagaCooperativeMultiplyAdd(p_2, NagaCooperativeLoad(&halves.inner[KV + (_e654 * HALVES)], HALVES, false), _e661);
                            uint _e665 = k_2;
                            Sum _e674 = o1_;
                            o1_ = NagaCooperativeMultiplyAdd(p_2, NagaCooperativeLoad(&halves.inner[(KV + (_e665 * HALVES)) + SIZE], HALVES, false), _e674);
                            uint _e678 = k_2;
                            Sum _e687 = o2_;
                            o2_ = NagaCooperativeMultiplyAdd(p_2, NagaCooperativeLoad(&halves.inner[(KV + (_e678 * HALVES)) + 32u], HALVES, false), _e687);
                            uint _e691 = k_2;
                            Sum _e700 = o3_;
                            o3_ = NagaCooperativeMultiplyAdd(p_2, NagaCooperativeLoad(&halves.inner[(KV + (_e691 * HALVES)) + 48u], HALVES, false), _e700);
                        }
                    }
                    Sum _e707 = o0_;
                    Sum _e708 = o1_;
                    Sum _e709 = o2_;
                    Sum _e710 = o3_;
                    put_strip(strip * FLOATS, _e707, _e708, _e709, _e710, floats);
                    uint _e712 = metal::atomic_load_explicit(&v_nonfinite, metal::memory_order_relaxed);
                    bool careful = _e712 != 0u;
                    if (careful) {
                        k_3 = 0u;
                        uint2 loop_bound_16 = uint2(4294967295u);
                        bool loop_init_16 = true;
                        while(true) {
                            if (metal::all(loop_bound_16 == uint2(0u))) { break; }
                            loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                            if (!loop_init_16) {
                                uint _e785 = k_3;
                                k_3 = _e785 + 1u;
                            }
                            loop_init_16 = false;
                            uint _e717 = k_3;
                            if (_e717 < BLOCK_K) {
                            } else {
                                break;
                            }
                            {
                                uint _e725 = k_3;
                                half _e728 = halves.inner[(P + (own * HALVES)) + _e725];
                                float p_3 = static_cast<float>(_e728);
                                n_10 = 0u;
                                uint2 loop_bound_17 = uint2(4294967295u);
                                bool loop_init_17 = true;
                                while(true) {
                                    if (metal::all(loop_bound_17 == uint2(0u))) { break; }
                                    loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                                    if (!loop_init_17) {
                                        uint _e782 = n_10;
                                        n_10 = _e782 + 1u;
                                    }
                                    loop_init_17 = false;
                                    uint _e732 = n_10;
                                    if (_e732 < FOURS) {
                                    } else {
                                        break;
                                    }
                                    {
                                        uint _e736 = k_3;
                                        uint _e740 = n_10;
                                        uint at_6 = (KV + (_e736 * HALVES)) + (((_e740 * TX) + tx_1) * 4u);
                                        half _e749 = halves.inner[at_6];
                                        half _e754 = halves.inner[at_6 + 1u];
                                        half _e759 = halves.inner[at_6 + 2u];
                                        half _e764 = halves.inner[at_6 + 3u];
                                        metal::float4 v_2 = static_cast<metal::float4>(metal::half4(_e749, _e754, _e759, _e764));
                                        uint _e767 = c_1;
                                        uint _e770 = n_10;
                                        metal::float4 _e773 = acc.inner[(_e767 * FOURS) + _e770];
                                        acc.inner[(_e767 * FOURS) + _e770] = _e773 + ((p_3 == 0.0) ? metal::float4(0.0) : (p_3 * v_2));
                                    }
                                }
                            }
                        }
                    }
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    if (!(careful)) {
                        n_11 = 0u;
                        uint2 loop_bound_18 = uint2(4294967295u);
                        bool loop_init_18 = true;
                        while(true) {
                            if (metal::all(loop_bound_18 == uint2(0u))) { break; }
                            loop_bound_18 -= uint2(loop_bound_18.y == 0u, 1u);
                            if (!loop_init_18) {
                                uint _e812 = n_11;
                                n_11 = _e812 + 1u;
                            }
                            loop_init_18 = false;
                            uint _e790 = n_11;
                            if (_e790 < FOURS) {
                            } else {
                                break;
                            }
                            {
                                uint _e793 = c_1;
                                uint _e796 = n_11;
                                metal::float4 _e799 = acc.inner[(_e793 * FOURS) + _e796];
                                uint _e802 = n_11;
                                metal::float4 _e809 = four_floats((own * FLOATS) + (((_e802 * TX) + tx_1) * 4u), floats);
                                acc.inner[(_e793 * FOURS) + _e796] = _e799 + _e809;
                            }
                        }
                    }
                }
            }
        }
    }
    float _e820 = l_1;
    float _e821 = lanes_sum(_e820, lanes);
    if (row_3 < row_end_1) {
        float _e823 = m_2;
        metal::float2 _e824 = finish_row(_e823, _e821, head_5, split_3, params);
        uint _e827 = params.o_offset;
        uint _e830 = params.o_split;
        uint _e835 = params.o_batch;
        uint _e840 = params.o_head;
        uint _e843 = q_start(b_13);
        uint _e847 = params.o_row;
        uint at_7 = (((_e827 + (split_3 * _e830)) + (b_13 * _e835)) + (head_5 * _e840)) + ((_e843 + query) * _e847);
        uint2 loop_bound_19 = uint2(4294967295u);
        bool loop_init_19 = true;
        while(true) {
            if (metal::all(loop_bound_19 == uint2(0u))) { break; }
            loop_bound_19 -= uint2(loop_bound_19.y == 0u, 1u);
            if (!loop_init_19) {
                uint _e887 = c_2;
                c_2 = _e887 + 1u;
            }
            loop_init_19 = false;
            uint _e852 = c_2;
            if (_e852 < V_CHUNKS) {
            } else {
                break;
            }
            {
                n_12 = 0u;
                uint2 loop_bound_20 = uint2(4294967295u);
                bool loop_init_20 = true;
                while(true) {
                    if (metal::all(loop_bound_20 == uint2(0u))) { break; }
                    loop_bound_20 -= uint2(loop_bound_20.y == 0u, 1u);
                    if (!loop_init_20) {
                        uint _e884 = n_12;
                        n_12 = _e884 + 1u;
                    }
                    loop_init_20 = false;
                    uint _e857 = n_12;
                    if (_e857 < FOURS) {
                    } else {
                        break;
                    }
                    {
                        uint _e860 = c_2;
                        uint _e863 = n_12;
                        uint d_8 = (_e860 * BLOCK_K) + (((_e863 * TX) + tx_1) * 4u);
                        uint _e871 = c_2;
                        uint _e874 = n_12;
                        metal::float4 _e877 = acc.inner[(_e871 * FOURS) + _e874];
                        float _e879 = factor;
                        metal::float4 _e882 = output(_e877 * (_e824.x * _e879), b_13, head_5, query, d_8);
                        store_o4_(at_7, d_8, V_DIM, _e882, o, _buffer_sizes);
                    }
                }
            }
        }
        if (tx_1 == 0u) {
            uint _e893 = params.lse_split;
            store_lse(lse_at_1 + (split_3 * _e893), _e824.y, lse, _buffer_sizes);
            return;
        } else {
            return;
        }
    } else {
        return;
    }
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(128)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint subgroup [[simdgroup_index_in_threadgroup]]
, uint size [[threads_per_simdgroup]]
, uint lane [[thread_index_in_simdgroup]]
, uint __local_invocation_index [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_6 const& q [[user(fake0)]]
, device type_6 const& k_4 [[user(fake0)]]
, device type_6 const& v_1 [[user(fake0)]]
, device type_6& o [[user(fake0)]]
, device type_7& lse [[user(fake0)]]
, threadgroup type_14& halves
, threadgroup type_15& floats
, threadgroup metal::atomic_uint& v_nonfinite
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    uint lanes = {};
    if (__local_invocation_index == 0u) {
        halves = {};
        floats = {};
        metal::atomic_store_explicit(&v_nonfinite, 0, metal::memory_order_relaxed);
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    lanes = size;
    run(wid, (subgroup * size) + lane, params, q, k_4, v_1, o, lse, lanes, halves, floats, v_nonfinite, _buffer_sizes);
    return;
}
