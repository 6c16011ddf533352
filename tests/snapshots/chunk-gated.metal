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
    uint size6;
    uint size7;
};

typedef float OutElem;
struct Params {
    uint groups;
    uint grid_x;
    uint v_slices;
    uint group;
    uint batch_base;
    uint kv_head_base;
    uint kv_head_count;
    uint kv_heads;
    uint q_token_heads;
    uint token_heads;
    uint reverse_from;
    uint outputs;
    uint len;
    uint total_len;
    uint chunks;
    uint segments;
    uint segment_len;
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
    uint decay_offset;
    uint decay_batch;
    uint decay_head;
    uint decay_row;
    uint beta_offset;
    uint beta_batch;
    uint beta_head;
    uint beta_row;
    uint removal_offset;
    uint removal_batch;
    uint removal_head;
    uint removal_row;
    float scale;
    float eps;
};
typedef metal::float4 type_4[1];
typedef float type_5[1];
struct Chunk {
    uint b;
    uint h;
    uint tokens;
    uint first;
};
struct type_7 {
    metal::float4 inner[64];
};
struct type_8 {
    metal::float4 inner[4];
};
struct type_9 {
    uint inner[4];
};
struct type_11 {
    metal::float4 inner[512];
};
struct type_12 {
    metal::float4 inner[128];
};
struct type_13 {
    float inner[64];
};
struct type_14 {
    float inner[16];
};
struct type_15 {
    metal::float4 inner[8];
};
constant uint WORKGROUP = 64u;
constant uint CHUNK = 16u;
constant uint COLUMNS4_ = 8u;
constant uint ROWS = 4u;
constant uint WIDTH = 1u;
constant bool OUTPUTS = true;
constant uint QK_DIM = 64u;
constant uint V_DIM = 64u;
constant uint STATE_COLUMNS = 64u;
constant bool DELTA = false;
constant bool MOMENTUM = false;
constant bool RANK_ONE = false;
constant bool DECAY = true;
constant bool DECAY_CHANNEL = true;
constant bool NORMALISE = false;
constant bool BONUS = false;
constant uint CHUNK4_ = 4u;
constant bool PAIRWISE = true;
constant uint QK_PAD = 64u;
constant uint TILES_ACROSS = 8u;

metal::float4 load_q4_(
    uint base,
    uint d_2,
    device type_4 const& q,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_2 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = q[(base + d_2) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_k4_(
    uint base_1,
    uint d_3,
    device type_4 const& k,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_3 >= QK_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = k[(base_1 + d_3) >> 2u];
    return static_cast<metal::float4>(_e11);
}

metal::float4 load_v4_(
    uint base_2,
    uint d_4,
    device type_4 const& v,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_4 >= V_DIM) {
        return metal::float4(0.0);
    }
    metal::float4 _e11 = v[(base_2 + d_4) >> 2u];
    return static_cast<metal::float4>(_e11);
}

void store_o4_(
    uint base_3,
    uint d_5,
    uint dim,
    metal::float4 x,
    device type_4& o,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (d_5 < dim) {
        o[(base_3 + d_5) >> 2u] = static_cast<metal::float4>(x);
        return;
    } else {
        return;
    }
}

float decay_element(
    uint at,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = decay[at];
    return static_cast<float>(_e3);
}

float beta_element(
    uint at_1
) {
    return 1.0;
}

uint token_start(
    uint b
) {
    return 0u;
}

uint token_count(
    uint b_1,
    constant Params& params
) {
    uint _e3 = params.len;
    return _e3;
}

uint group_id(
    metal::uint3 wid_1,
    constant Params& params
) {
    uint _e4 = params.grid_x;
    return (wid_1.y * _e4) + wid_1.x;
}

uint token_at(
    uint b_2,
    uint h,
    uint t,
    uint n_2,
    constant Params& params
) {
    uint _e4 = token_start(b_2);
    uint _e10 = params.reverse_from;
    return _e4 + ((h >= _e10) ? ((n_2 - 1u) - t) : t);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % metal::select(rhs, 1u, rhs == 0u);
}

uint q_at(
    uint b_3,
    uint h_1,
    uint i,
    constant Params& params
) {
    uint _e5 = params.q_offset;
    uint _e8 = params.q_batch;
    uint _e13 = params.q_token_heads;
    uint _e17 = params.q_head;
    uint _e22 = params.q_row;
    return ((_e5 + (b_3 * _e8)) + (naga_mod(h_1, _e13) * _e17)) + (i * _e22);
}

uint k_at(
    uint b_4,
    uint h_2,
    uint i_1,
    constant Params& params
) {
    uint _e5 = params.k_offset;
    uint _e8 = params.k_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.k_head;
    uint _e22 = params.k_row;
    return ((_e5 + (b_4 * _e8)) + (naga_mod(h_2, _e13) * _e17)) + (i_1 * _e22);
}

uint v_at(
    uint b_5,
    uint h_3,
    uint i_2,
    constant Params& params
) {
    uint _e5 = params.v_offset;
    uint _e8 = params.v_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.v_head;
    uint _e22 = params.v_row;
    return ((_e5 + (b_5 * _e8)) + (naga_mod(h_3, _e13) * _e17)) + (i_2 * _e22);
}

uint o_at(
    uint b_6,
    uint h_4,
    uint i_3,
    constant Params& params
) {
    uint _e5 = params.o_offset;
    uint _e8 = params.o_batch;
    uint _e13 = params.o_head;
    uint _e18 = params.o_row;
    return ((_e5 + (b_6 * _e8)) + (h_4 * _e13)) + (i_3 * _e18);
}

uint decay_at(
    uint b_7,
    uint h_5,
    uint i_4,
    constant Params& params
) {
    uint _e5 = params.decay_offset;
    uint _e8 = params.decay_batch;
    uint _e13 = params.decay_head;
    uint _e18 = params.decay_row;
    return ((_e5 + (b_7 * _e8)) + (h_5 * _e13)) + (i_4 * _e18);
}

uint beta_at(
    uint b_8,
    uint h_6,
    uint i_5,
    constant Params& params
) {
    uint _e5 = params.beta_offset;
    uint _e8 = params.beta_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.beta_head;
    uint _e22 = params.beta_row;
    return ((_e5 + (b_8 * _e8)) + (naga_mod(h_6, _e13) * _e17)) + (i_5 * _e22);
}

uint removal_at(
    uint b_9,
    uint h_7,
    uint i_6,
    constant Params& params
) {
    uint _e5 = params.removal_offset;
    uint _e8 = params.removal_batch;
    uint _e13 = params.token_heads;
    uint _e17 = params.removal_head;
    uint _e22 = params.removal_row;
    return ((_e5 + (b_9 * _e8)) + (naga_mod(h_7, _e13) * _e17)) + (i_6 * _e22);
}

float inverse(
    float sum
) {
    return (sum == 0.0) ? 0.0 : (1.0 / sum);
}

float load_state(
    uint at_2,
    device type_5 const& state_in,
    constant _mslBufferSizes& _buffer_sizes
) {
    float _e3 = state_in[at_2];
    return _e3;
}

void store_state(
    uint at_3,
    float x_1,
    device type_5& state_out,
    constant _mslBufferSizes& _buffer_sizes
) {
    state_out[at_3] = x_1;
    return;
}

float bonus_element(
    uint at_4
) {
    return 0.0;
}

float fade(
    float x_2
) {
    float r = {};
    r = 1.0 + (x_2 * 0.125);
    float _e8 = r;
    r = 1.0 + ((x_2 * 0.14285715) * _e8);
    float _e14 = r;
    r = 1.0 + ((x_2 * 0.16666667) * _e14);
    float _e20 = r;
    r = 1.0 + ((x_2 * 0.2) * _e20);
    float _e26 = r;
    r = 1.0 + ((x_2 * 0.25) * _e26);
    float _e32 = r;
    r = 1.0 + ((x_2 * 0.33333334) * _e32);
    float _e38 = r;
    r = 1.0 + ((x_2 * 0.5) * _e38);
    float _e42 = r;
    r = 1.0 + (x_2 * _e42);
    float _e47 = r;
    return (metal::abs(x_2) <= 0.5) ? _e47 : metal::exp(x_2);
}

metal::float4 fade4_(
    metal::float4 x_3
) {
    float _e2 = fade(x_3.x);
    float _e4 = fade(x_3.y);
    float _e6 = fade(x_3.z);
    float _e8 = fade(x_3.w);
    return metal::float4(_e2, _e4, _e6, _e8);
}

uint chunk_token(
    Chunk c_1,
    uint t_1,
    constant Params& params
) {
    uint _e11 = token_at(c_1.b, c_1.h, metal::min(c_1.first + t_1, c_1.tokens - 1u), c_1.tokens, params);
    return _e11;
}

bool chunk_holds(
    Chunk c_2,
    uint t_2
) {
    return (c_2.first + t_2) < c_2.tokens;
}

uint key_row(
    Chunk c_3,
    uint t_3,
    constant Params& params
) {
    uint _e4 = chunk_token(c_3, t_3, params);
    uint _e5 = k_at(c_3.b, c_3.h, _e4, params);
    return _e5;
}

float faded(
    Chunk c_4,
    uint t_4,
    constant Params& params,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint _e4 = chunk_token(c_4, t_4, params);
    uint _e5 = decay_at(c_4.b, c_4.h, _e4, params);
    float _e6 = decay_element(_e5, decay, _buffer_sizes);
    return _e6;
}

metal::float4 faded4_(
    Chunk c_5,
    uint t_5,
    uint d_6,
    constant Params& params,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_1 = metal::float4(0.0);
    uint _e5 = chunk_token(c_5, t_5, params);
    uint _e6 = decay_at(c_5.b, c_5.h, _e5, params);
    if (d_6 < QK_DIM) {
        float _e14 = decay_element(_e6 + d_6, decay, _buffer_sizes);
        r_1.x = _e14;
    }
    if ((d_6 + 1u) < QK_DIM) {
        float _e23 = decay_element((_e6 + d_6) + 1u, decay, _buffer_sizes);
        r_1.y = _e23;
    }
    if ((d_6 + 2u) < QK_DIM) {
        float _e32 = decay_element((_e6 + d_6) + 2u, decay, _buffer_sizes);
        r_1.z = _e32;
    }
    if ((d_6 + 3u) < QK_DIM) {
        float _e41 = decay_element((_e6 + d_6) + 3u, decay, _buffer_sizes);
        r_1.w = _e41;
    }
    metal::float4 _e42 = r_1;
    return _e42;
}

float query_faded(
    Chunk c_6,
    uint t_6,
    constant Params& params,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (false) {
        return 0.0;
    }
    if (true) {
        float _e5 = faded(c_6, t_6, params, decay, _buffer_sizes);
        return _e5;
    }
    if (t_6 == 0u) {
        return 0.0;
    }
    float _e11 = faded(c_6, t_6 - 1u, params, decay, _buffer_sizes);
    return _e11;
}

metal::float4 query_faded4_(
    Chunk c_7,
    uint t_7,
    uint d_7,
    constant Params& params,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (false) {
        return metal::float4(0.0);
    }
    if (false) {
        float _e7 = query_faded(c_7, t_7, params, decay, _buffer_sizes);
        return metal::float4(_e7);
    }
    if (true) {
        metal::float4 _e10 = faded4_(c_7, t_7, d_7, params, decay, _buffer_sizes);
        return _e10;
    }
    if (t_7 == 0u) {
        return metal::float4(0.0);
    }
    metal::float4 _e17 = faded4_(c_7, t_7 - 1u, d_7, params, decay, _buffer_sizes);
    return _e17;
}

metal::float4 key_faded4_(
    Chunk c_8,
    uint t_8,
    uint d_8,
    constant Params& params,
    device type_5 const& decay,
    constant _mslBufferSizes& _buffer_sizes
) {
    if (false) {
        return metal::float4(0.0);
    }
    if (false) {
        float _e7 = faded(c_8, t_8, params, decay, _buffer_sizes);
        return metal::float4(_e7);
    }
    metal::float4 _e9 = faded4_(c_8, t_8, d_8, params, decay, _buffer_sizes);
    return _e9;
}

metal::float4 bonus4_(
    uint h_8,
    uint d_9
) {
    metal::float4 r_2 = metal::float4(0.0);
    uint n_3 = 0u;
    uint2 loop_bound = uint2(4294967295u);
    bool loop_init = true;
    while(true) {
        if (metal::all(loop_bound == uint2(0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e23 = n_3;
            n_3 = _e23 + 1u;
        }
        loop_init = false;
        uint _e7 = n_3;
        if (_e7 < 4u) {
        } else {
            break;
        }
        {
            uint _e10 = n_3;
            if ((d_9 + _e10) < QK_DIM) {
                uint _e14 = n_3;
                uint _e19 = n_3;
                float _e21 = bonus_element(((h_8 * QK_DIM) + d_9) + _e19);
                r_2[_e14] = _e21;
            }
        }
    }
    metal::float4 _e25 = r_2;
    return _e25;
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / metal::select(rhs, 1u, rhs == 0u);
}

void gram(
    Chunk c_9,
    uint tid_1,
    uint head,
    bool of_keys,
    constant Params& params,
    device type_4 const& q,
    device type_4 const& k,
    device type_5 const& decay,
    threadgroup type_7& a_tile,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint tile = {};
    type_8 acc = {};
    type_9 row = {};
    uint r_3 = {};
    bool local_2 = {};
    uint d_10 = {};
    uint r_4 = {};
    metal::float4 x_4 = {};
    metal::float4 g_1 = {};
    bool local_3 = {};
    bool local_4 = {};
    bool local_5 = {};
    bool local_6 = {};
    uint r_5 = {};
    metal::float4 x_5 = {};
    metal::float4 g_2 = {};
    bool local_7 = {};
    uint r_6 = {};
    metal::float4 x_6 = {};
    bool local_8 = {};
    tile = tid_1;
    uint2 loop_bound_1 = uint2(4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (metal::all(loop_bound_1 == uint2(0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e296 = tile;
            tile = _e296 + WORKGROUP;
        }
        loop_init_1 = false;
        uint _e5 = tile;
        if (_e5 < 16u) {
        } else {
            break;
        }
        {
            uint _e8 = tile;
            uint i0_2 = naga_div(_e8, CHUNK4_) * ROWS;
            uint _e13 = tile;
            uint j0_ = naga_mod(_e13, CHUNK4_) * 4u;
            acc = type_8 {};
            row = type_9 {};
            r_3 = 0u;
            uint2 loop_bound_2 = uint2(4294967295u);
            bool loop_init_2 = true;
            while(true) {
                if (metal::all(loop_bound_2 == uint2(0u))) { break; }
                loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
                if (!loop_init_2) {
                    uint _e44 = r_3;
                    r_3 = _e44 + 1u;
                }
                loop_init_2 = false;
                uint _e24 = r_3;
                if (_e24 < ROWS) {
                } else {
                    break;
                }
                {
                    uint _e27 = r_3;
                    acc.inner[_e27] = metal::float4(0.0);
                    uint _e31 = r_3;
                    uint _e33 = chunk_token(c_9, i0_2 + _e31, params);
                    uint _e34 = r_3;
                    uint _e37 = q_at(c_9.b, head, _e33, params);
                    row.inner[_e34] = _e37;
                    if (of_keys) {
                        uint _e38 = r_3;
                        uint _e42 = k_at(c_9.b, c_9.h, _e33, params);
                        row.inner[_e38] = _e42;
                    }
                }
            }
            if (j0_ < (i0_2 + ROWS)) {
                local_2 = (c_9.first + j0_) < c_9.tokens;
            } else {
                local_2 = false;
            }
            bool seen = local_2;
            if (seen) {
                uint _e57 = key_row(c_9, j0_, params);
                uint _e60 = key_row(c_9, j0_ + 1u, params);
                uint _e63 = key_row(c_9, j0_ + 2u, params);
                uint _e66 = key_row(c_9, j0_ + 3u, params);
                d_10 = 0u;
                uint2 loop_bound_3 = uint2(4294967295u);
                bool loop_init_3 = true;
                while(true) {
                    if (metal::all(loop_bound_3 == uint2(0u))) { break; }
                    loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
                    if (!loop_init_3) {
                        uint _e222 = d_10;
                        d_10 = _e222 + 4u;
                    }
                    loop_init_3 = false;
                    uint _e69 = d_10;
                    if (_e69 < QK_DIM) {
                    } else {
                        break;
                    }
                    {
                        uint _e72 = d_10;
                        metal::float4 _e73 = load_k4_(_e57, _e72, k, _buffer_sizes);
                        uint _e74 = d_10;
                        metal::float4 _e75 = load_k4_(_e60, _e74, k, _buffer_sizes);
                        uint _e76 = d_10;
                        metal::float4 _e77 = load_k4_(_e63, _e76, k, _buffer_sizes);
                        uint _e78 = d_10;
                        metal::float4 _e79 = load_k4_(_e66, _e78, k, _buffer_sizes);
                        if (PAIRWISE) {
                            uint _e81 = d_10;
                            metal::float4 _e82 = key_faded4_(c_9, j0_, _e81, params, decay, _buffer_sizes);
                            uint _e85 = d_10;
                            metal::float4 _e86 = key_faded4_(c_9, j0_ + 1u, _e85, params, decay, _buffer_sizes);
                            uint _e89 = d_10;
                            metal::float4 _e90 = key_faded4_(c_9, j0_ + 2u, _e89, params, decay, _buffer_sizes);
                            uint _e93 = d_10;
                            metal::float4 _e94 = key_faded4_(c_9, j0_ + 3u, _e93, params, decay, _buffer_sizes);
                            uint _e96 = d_10;
                            metal::float4 _e97 = bonus4_(c_9.h, _e96);
                            r_4 = 0u;
                            uint2 loop_bound_4 = uint2(4294967295u);
                            bool loop_init_4 = true;
                            while(true) {
                                if (metal::all(loop_bound_4 == uint2(0u))) { break; }
                                loop_bound_4 -= uint2(loop_bound_4.y == 0u, 1u);
                                if (!loop_init_4) {
                                    uint _e187 = r_4;
                                    r_4 = _e187 + 1u;
                                }
                                loop_init_4 = false;
                                uint _e100 = r_4;
                                if (_e100 < ROWS) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e103 = r_4;
                                    uint i_8 = i0_2 + _e103;
                                    x_4 = metal::float4 {};
                                    g_1 = metal::float4 {};
                                    if (of_keys) {
                                        uint _e109 = r_4;
                                        uint _e111 = row.inner[_e109];
                                        uint _e112 = d_10;
                                        metal::float4 _e113 = load_k4_(_e111, _e112, k, _buffer_sizes);
                                        x_4 = _e113;
                                        uint _e114 = d_10;
                                        metal::float4 _e115 = key_faded4_(c_9, i_8, _e114, params, decay, _buffer_sizes);
                                        g_1 = _e115;
                                    } else {
                                        uint _e116 = r_4;
                                        uint _e118 = row.inner[_e116];
                                        uint _e119 = d_10;
                                        metal::float4 _e120 = load_q4_(_e118, _e119, q, _buffer_sizes);
                                        x_4 = _e120;
                                        uint _e121 = d_10;
                                        metal::float4 _e122 = query_faded4_(c_9, i_8, _e121, params, decay, _buffer_sizes);
                                        g_1 = _e122;
                                    }
                                    metal::float4 _e123 = g_1;
                                    if (BONUS) {
                                        local_3 = i_8 == j0_;
                                    } else {
                                        local_3 = false;
                                    }
                                    bool _e131 = local_3;
                                    metal::float4 w0_ = _e131 ? _e97 : metal::exp(_e123 - _e82);
                                    metal::float4 _e133 = g_1;
                                    if (BONUS) {
                                        local_4 = i_8 == (j0_ + 1u);
                                    } else {
                                        local_4 = false;
                                    }
                                    bool _e143 = local_4;
                                    metal::float4 w1_ = _e143 ? _e97 : metal::exp(_e133 - _e86);
                                    metal::float4 _e145 = g_1;
                                    if (BONUS) {
                                        local_5 = i_8 == (j0_ + 2u);
                                    } else {
                                        local_5 = false;
                                    }
                                    bool _e155 = local_5;
                                    metal::float4 w2_ = _e155 ? _e97 : metal::exp(_e145 - _e90);
                                    metal::float4 _e157 = g_1;
                                    if (BONUS) {
                                        local_6 = i_8 == (j0_ + 3u);
                                    } else {
                                        local_6 = false;
                                    }
                                    bool _e167 = local_6;
                                    metal::float4 w3_ = _e167 ? _e97 : metal::exp(_e157 - _e94);
                                    uint _e169 = r_4;
                                    metal::float4 _e171 = acc.inner[_e169];
                                    metal::float4 _e172 = x_4;
                                    metal::float4 _e175 = x_4;
                                    metal::float4 _e178 = x_4;
                                    metal::float4 _e181 = x_4;
                                    acc.inner[_e169] = _e171 + metal::float4(metal::dot(_e172, w0_ * _e73), metal::dot(_e175, w1_ * _e75), metal::dot(_e178, w2_ * _e77), metal::dot(_e181, w3_ * _e79));
                                }
                            }
                        } else {
                            r_5 = 0u;
                            uint2 loop_bound_5 = uint2(4294967295u);
                            bool loop_init_5 = true;
                            while(true) {
                                if (metal::all(loop_bound_5 == uint2(0u))) { break; }
                                loop_bound_5 -= uint2(loop_bound_5.y == 0u, 1u);
                                if (!loop_init_5) {
                                    uint _e220 = r_5;
                                    r_5 = _e220 + 1u;
                                }
                                loop_init_5 = false;
                                uint _e191 = r_5;
                                if (_e191 < ROWS) {
                                } else {
                                    break;
                                }
                                {
                                    x_5 = metal::float4 {};
                                    if (of_keys) {
                                        uint _e196 = r_5;
                                        uint _e198 = row.inner[_e196];
                                        uint _e199 = d_10;
                                        metal::float4 _e200 = load_k4_(_e198, _e199, k, _buffer_sizes);
                                        x_5 = _e200;
                                    } else {
                                        uint _e201 = r_5;
                                        uint _e203 = row.inner[_e201];
                                        uint _e204 = d_10;
                                        metal::float4 _e205 = load_q4_(_e203, _e204, q, _buffer_sizes);
                                        x_5 = _e205;
                                    }
                                    uint _e206 = r_5;
                                    metal::float4 _e208 = acc.inner[_e206];
                                    metal::float4 _e209 = x_5;
                                    metal::float4 _e211 = x_5;
                                    metal::float4 _e213 = x_5;
                                    metal::float4 _e215 = x_5;
                                    acc.inner[_e206] = _e208 + metal::float4(metal::dot(_e209, _e73), metal::dot(_e211, _e75), metal::dot(_e213, _e77), metal::dot(_e215, _e79));
                                }
                            }
                        }
                    }
                }
            }
            g_2 = metal::float4(0.0);
            if (DECAY) {
                local_7 = false;
            } else {
                local_7 = false;
            }
            bool _e233 = local_7;
            if (_e233) {
                float _e234 = faded(c_9, j0_, params, decay, _buffer_sizes);
                float _e237 = faded(c_9, j0_ + 1u, params, decay, _buffer_sizes);
                float _e240 = faded(c_9, j0_ + 2u, params, decay, _buffer_sizes);
                float _e243 = faded(c_9, j0_ + 3u, params, decay, _buffer_sizes);
                g_2 = metal::float4(_e234, _e237, _e240, _e243);
            }
            r_6 = 0u;
            uint2 loop_bound_6 = uint2(4294967295u);
            bool loop_init_6 = true;
            while(true) {
                if (metal::all(loop_bound_6 == uint2(0u))) { break; }
                loop_bound_6 -= uint2(loop_bound_6.y == 0u, 1u);
                if (!loop_init_6) {
                    uint _e294 = r_6;
                    r_6 = _e294 + 1u;
                }
                loop_init_6 = false;
                uint _e247 = r_6;
                if (_e247 < ROWS) {
                } else {
                    break;
                }
                {
                    uint _e250 = r_6;
                    uint i_9 = i0_2 + _e250;
                    uint _e252 = r_6;
                    metal::float4 _e254 = acc.inner[_e252];
                    x_6 = _e254;
                    if (DECAY) {
                        local_8 = false;
                    } else {
                        local_8 = false;
                    }
                    bool _e261 = local_8;
                    if (_e261) {
                        metal::float4 _e262 = x_6;
                        float _e263 = faded(c_9, i_9, params, decay, _buffer_sizes);
                        metal::float4 _e265 = g_2;
                        x_6 = _e262 * metal::exp(metal::float4(_e263) - _e265);
                    }
                    metal::uint4 j_4 = metal::uint4(j0_, j0_ + 1u, j0_ + 2u, j0_ + 3u);
                    metal::uint4 last = metal::uint4(i_9 + (of_keys ? 0u : 1u));
                    metal::float4 _e290 = x_6;
                    a_tile.inner[(i_9 * CHUNK4_) + naga_div(j0_, 4u)] = metal::select(metal::float4(0.0), _e290, j_4 < last);
                }
            }
        }
    }
    return;
}

type_8 read_state(
    Chunk c_10,
    uint head_1,
    bool of_keys_1,
    uint i0_,
    uint across,
    constant Params& params,
    device type_4 const& q,
    device type_4 const& k,
    device type_5 const& decay,
    threadgroup type_11& s_tile,
    constant _mslBufferSizes& _buffer_sizes
) {
    type_8 acc_1 = {};
    type_9 row_1 = {};
    uint r_7 = 0u;
    uint w = {};
    uint d_11 = 0u;
    type_8 x_7 = {};
    uint r_8 = {};
    uint w_1 = {};
    uint r_9 = {};
    bool local_9 = {};
    uint r_10 = 0u;
    float g_3 = {};
    uint w_2 = {};
    uint2 loop_bound_7 = uint2(4294967295u);
    bool loop_init_7 = true;
    while(true) {
        if (metal::all(loop_bound_7 == uint2(0u))) { break; }
        loop_bound_7 -= uint2(loop_bound_7.y == 0u, 1u);
        if (!loop_init_7) {
            uint _e41 = r_7;
            r_7 = _e41 + 1u;
        }
        loop_init_7 = false;
        uint _e9 = r_7;
        if (_e9 < ROWS) {
        } else {
            break;
        }
        {
            uint _e12 = r_7;
            uint _e14 = chunk_token(c_10, i0_ + _e12, params);
            uint _e15 = r_7;
            uint _e18 = q_at(c_10.b, head_1, _e14, params);
            row_1.inner[_e15] = _e18;
            if (of_keys_1) {
                uint _e19 = r_7;
                uint _e23 = k_at(c_10.b, c_10.h, _e14, params);
                row_1.inner[_e19] = _e23;
            }
            w = 0u;
            uint2 loop_bound_8 = uint2(4294967295u);
            bool loop_init_8 = true;
            while(true) {
                if (metal::all(loop_bound_8 == uint2(0u))) { break; }
                loop_bound_8 -= uint2(loop_bound_8.y == 0u, 1u);
                if (!loop_init_8) {
                    uint _e38 = w;
                    w = _e38 + 1u;
                }
                loop_init_8 = false;
                uint _e26 = w;
                if (_e26 < WIDTH) {
                } else {
                    break;
                }
                {
                    uint _e29 = r_7;
                    uint _e32 = w;
                    acc_1.inner[(_e29 * WIDTH) + _e32] = metal::float4(0.0);
                }
            }
        }
    }
    uint2 loop_bound_9 = uint2(4294967295u);
    bool loop_init_9 = true;
    while(true) {
        if (metal::all(loop_bound_9 == uint2(0u))) { break; }
        loop_bound_9 -= uint2(loop_bound_9.y == 0u, 1u);
        if (!loop_init_9) {
            uint _e164 = d_11;
            d_11 = _e164 + 4u;
        }
        loop_init_9 = false;
        uint _e45 = d_11;
        if (_e45 < QK_DIM) {
        } else {
            break;
        }
        {
            x_7 = type_8 {};
            r_8 = 0u;
            uint2 loop_bound_10 = uint2(4294967295u);
            bool loop_init_10 = true;
            while(true) {
                if (metal::all(loop_bound_10 == uint2(0u))) { break; }
                loop_bound_10 -= uint2(loop_bound_10.y == 0u, 1u);
                if (!loop_init_10) {
                    uint _e89 = r_8;
                    r_8 = _e89 + 1u;
                }
                loop_init_10 = false;
                uint _e52 = r_8;
                if (_e52 < ROWS) {
                } else {
                    break;
                }
                {
                    if (of_keys_1) {
                        uint _e55 = r_8;
                        uint _e57 = r_8;
                        uint _e59 = row_1.inner[_e57];
                        uint _e60 = d_11;
                        metal::float4 _e61 = load_k4_(_e59, _e60, k, _buffer_sizes);
                        x_7.inner[_e55] = _e61;
                    } else {
                        uint _e62 = r_8;
                        uint _e64 = r_8;
                        uint _e66 = row_1.inner[_e64];
                        uint _e67 = d_11;
                        metal::float4 _e68 = load_q4_(_e66, _e67, q, _buffer_sizes);
                        x_7.inner[_e62] = _e68;
                    }
                    if (DECAY_CHANNEL) {
                        if (of_keys_1) {
                            uint _e70 = r_8;
                            metal::float4 _e72 = x_7.inner[_e70];
                            uint _e73 = r_8;
                            uint _e75 = d_11;
                            metal::float4 _e76 = key_faded4_(c_10, i0_ + _e73, _e75, params, decay, _buffer_sizes);
                            x_7.inner[_e70] = _e72 * metal::exp(_e76);
                        } else {
                            uint _e79 = r_8;
                            metal::float4 _e81 = x_7.inner[_e79];
                            uint _e82 = r_8;
                            uint _e84 = d_11;
                            metal::float4 _e85 = query_faded4_(c_10, i0_ + _e82, _e84, params, decay, _buffer_sizes);
                            x_7.inner[_e79] = _e81 * metal::exp(_e85);
                        }
                    }
                }
            }
            w_1 = 0u;
            uint2 loop_bound_11 = uint2(4294967295u);
            bool loop_init_11 = true;
            while(true) {
                if (metal::all(loop_bound_11 == uint2(0u))) { break; }
                loop_bound_11 -= uint2(loop_bound_11.y == 0u, 1u);
                if (!loop_init_11) {
                    uint _e162 = w_1;
                    w_1 = _e162 + 1u;
                }
                loop_init_11 = false;
                uint _e93 = w_1;
                if (_e93 < WIDTH) {
                } else {
                    break;
                }
                {
                    uint _e96 = d_11;
                    uint _e102 = w_1;
                    uint at_5 = ((_e96 * COLUMNS4_) + (across * WIDTH)) + _e102;
                    metal::float4 s0_ = s_tile.inner[at_5];
                    metal::float4 s1_ = s_tile.inner[at_5 + COLUMNS4_];
                    metal::float4 s2_ = s_tile.inner[at_5 + 16u];
                    metal::float4 s3_ = s_tile.inner[at_5 + 24u];
                    r_9 = 0u;
                    uint2 loop_bound_12 = uint2(4294967295u);
                    bool loop_init_12 = true;
                    while(true) {
                        if (metal::all(loop_bound_12 == uint2(0u))) { break; }
                        loop_bound_12 -= uint2(loop_bound_12.y == 0u, 1u);
                        if (!loop_init_12) {
                            uint _e159 = r_9;
                            r_9 = _e159 + 1u;
                        }
                        loop_init_12 = false;
                        uint _e124 = r_9;
                        if (_e124 < ROWS) {
                        } else {
                            break;
                        }
                        {
                            uint _e127 = r_9;
                            uint _e130 = w_1;
                            metal::float4 _e133 = acc_1.inner[(_e127 * WIDTH) + _e130];
                            uint _e134 = r_9;
                            float _e137 = x_7.inner[_e134].x;
                            uint _e139 = r_9;
                            float _e142 = x_7.inner[_e139].y;
                            uint _e145 = r_9;
                            float _e148 = x_7.inner[_e145].z;
                            uint _e151 = r_9;
                            float _e154 = x_7.inner[_e151].w;
                            acc_1.inner[(_e127 * WIDTH) + _e130] = _e133 + ((((_e137 * s0_) + (_e142 * s1_)) + (_e148 * s2_)) + (_e154 * s3_));
                        }
                    }
                }
            }
        }
    }
    if (DECAY) {
        local_9 = false;
    } else {
        local_9 = false;
    }
    bool _e172 = local_9;
    if (_e172) {
        uint2 loop_bound_13 = uint2(4294967295u);
        bool loop_init_13 = true;
        while(true) {
            if (metal::all(loop_bound_13 == uint2(0u))) { break; }
            loop_bound_13 -= uint2(loop_bound_13.y == 0u, 1u);
            if (!loop_init_13) {
                uint _e205 = r_10;
                r_10 = _e205 + 1u;
            }
            loop_init_13 = false;
            uint _e175 = r_10;
            if (_e175 < ROWS) {
            } else {
                break;
            }
            {
                g_3 = float {};
                if (of_keys_1) {
                    uint _e180 = r_10;
                    float _e182 = faded(c_10, i0_ + _e180, params, decay, _buffer_sizes);
                    g_3 = _e182;
                } else {
                    uint _e183 = r_10;
                    float _e185 = query_faded(c_10, i0_ + _e183, params, decay, _buffer_sizes);
                    g_3 = _e185;
                }
                w_2 = 0u;
                uint2 loop_bound_14 = uint2(4294967295u);
                bool loop_init_14 = true;
                while(true) {
                    if (metal::all(loop_bound_14 == uint2(0u))) { break; }
                    loop_bound_14 -= uint2(loop_bound_14.y == 0u, 1u);
                    if (!loop_init_14) {
                        uint _e202 = w_2;
                        w_2 = _e202 + 1u;
                    }
                    loop_init_14 = false;
                    uint _e188 = w_2;
                    if (_e188 < WIDTH) {
                    } else {
                        break;
                    }
                    {
                        uint _e191 = r_10;
                        uint _e194 = w_2;
                        metal::float4 _e197 = acc_1.inner[(_e191 * WIDTH) + _e194];
                        float _e198 = g_3;
                        acc_1.inner[(_e191 * WIDTH) + _e194] = _e197 * metal::exp(_e198);
                    }
                }
            }
        }
    }
    type_8 _e207 = acc_1;
    return _e207;
}

type_8 weigh_updates(
    uint i0_1,
    uint across_1,
    uint j_begin,
    uint j_end,
    type_8 start,
    threadgroup type_7& a_tile,
    threadgroup type_12& u_tile
) {
    type_8 acc_2 = {};
    uint j = {};
    type_8 a = {};
    uint r_11 = {};
    uint w_3 = {};
    uint r_12 = {};
    acc_2 = start;
    j = j_begin;
    uint2 loop_bound_15 = uint2(4294967295u);
    bool loop_init_15 = true;
    while(true) {
        if (metal::all(loop_bound_15 == uint2(0u))) { break; }
        loop_bound_15 -= uint2(loop_bound_15.y == 0u, 1u);
        if (!loop_init_15) {
            uint _e105 = j;
            j = _e105 + 4u;
        }
        loop_init_15 = false;
        uint _e7 = j;
        if (_e7 < j_end) {
        } else {
            break;
        }
        {
            a = type_8 {};
            r_11 = 0u;
            uint2 loop_bound_16 = uint2(4294967295u);
            bool loop_init_16 = true;
            while(true) {
                if (metal::all(loop_bound_16 == uint2(0u))) { break; }
                loop_bound_16 -= uint2(loop_bound_16.y == 0u, 1u);
                if (!loop_init_16) {
                    uint _e30 = r_11;
                    r_11 = _e30 + 1u;
                }
                loop_init_16 = false;
                uint _e13 = r_11;
                if (_e13 < ROWS) {
                } else {
                    break;
                }
                {
                    uint _e16 = r_11;
                    uint _e19 = r_11;
                    uint _e23 = j;
                    metal::float4 _e28 = a_tile.inner[((i0_1 + _e19) * CHUNK4_) + naga_div(_e23, 4u)];
                    a.inner[_e16] = _e28;
                }
            }
            w_3 = 0u;
            uint2 loop_bound_17 = uint2(4294967295u);
            bool loop_init_17 = true;
            while(true) {
                if (metal::all(loop_bound_17 == uint2(0u))) { break; }
                loop_bound_17 -= uint2(loop_bound_17.y == 0u, 1u);
                if (!loop_init_17) {
                    uint _e103 = w_3;
                    w_3 = _e103 + 1u;
                }
                loop_init_17 = false;
                uint _e34 = w_3;
                if (_e34 < WIDTH) {
                } else {
                    break;
                }
                {
                    uint _e37 = j;
                    uint _e43 = w_3;
                    uint at_6 = ((_e37 * COLUMNS4_) + (across_1 * WIDTH)) + _e43;
                    metal::float4 u0_ = u_tile.inner[at_6];
                    metal::float4 u1_ = u_tile.inner[at_6 + COLUMNS4_];
                    metal::float4 u2_ = u_tile.inner[at_6 + 16u];
                    metal::float4 u3_ = u_tile.inner[at_6 + 24u];
                    r_12 = 0u;
                    uint2 loop_bound_18 = uint2(4294967295u);
                    bool loop_init_18 = true;
                    while(true) {
                        if (metal::all(loop_bound_18 == uint2(0u))) { break; }
                        loop_bound_18 -= uint2(loop_bound_18.y == 0u, 1u);
                        if (!loop_init_18) {
                            uint _e100 = r_12;
                            r_12 = _e100 + 1u;
                        }
                        loop_init_18 = false;
                        uint _e65 = r_12;
                        if (_e65 < ROWS) {
                        } else {
                            break;
                        }
                        {
                            uint _e68 = r_12;
                            uint _e71 = w_3;
                            metal::float4 _e74 = acc_2.inner[(_e68 * WIDTH) + _e71];
                            uint _e75 = r_12;
                            float _e78 = a.inner[_e75].x;
                            uint _e80 = r_12;
                            float _e83 = a.inner[_e80].y;
                            uint _e86 = r_12;
                            float _e89 = a.inner[_e86].z;
                            uint _e92 = r_12;
                            float _e95 = a.inner[_e92].w;
                            acc_2.inner[(_e68 * WIDTH) + _e71] = _e74 + ((((_e78 * u0_) + (_e83 * u1_)) + (_e89 * u2_)) + (_e95 * u3_));
                        }
                    }
                }
            }
        }
    }
    type_8 _e108 = acc_2;
    return _e108;
}

void solve_updates(
    Chunk c_11,
    uint tid_2
) {
    return;
}

metal::float4 load_state4_(
    uint base_4,
    uint d_12,
    uint column,
    device type_5 const& state_in,
    constant _mslBufferSizes& _buffer_sizes
) {
    metal::float4 r_13 = metal::float4(0.0);
    uint n_4 = 0u;
    bool local_10 = {};
    uint2 loop_bound_19 = uint2(4294967295u);
    bool loop_init_19 = true;
    while(true) {
        if (metal::all(loop_bound_19 == uint2(0u))) { break; }
        loop_bound_19 -= uint2(loop_bound_19.y == 0u, 1u);
        if (!loop_init_19) {
            uint _e31 = n_4;
            n_4 = _e31 + 1u;
        }
        loop_init_19 = false;
        uint _e8 = n_4;
        if (_e8 < 4u) {
        } else {
            break;
        }
        {
            if (d_12 < QK_DIM) {
                uint _e15 = n_4;
                local_10 = (column + _e15) < V_DIM;
            } else {
                local_10 = false;
            }
            bool _e20 = local_10;
            if (_e20) {
                uint _e21 = n_4;
                uint _e27 = n_4;
                float _e29 = load_state(((base_4 + (d_12 * STATE_COLUMNS)) + column) + _e27, state_in, _buffer_sizes);
                r_13[_e21] = _e29;
            }
        }
    }
    metal::float4 _e33 = r_13;
    return _e33;
}

void load_updates(
    Chunk c_12,
    uint tid_3,
    uint first_column,
    constant Params& params,
    device type_4 const& v,
    threadgroup type_12& u_tile,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint n_5 = {};
    metal::float4 x_8 = {};
    n_5 = tid_3;
    uint2 loop_bound_20 = uint2(4294967295u);
    bool loop_init_20 = true;
    while(true) {
        if (metal::all(loop_bound_20 == uint2(0u))) { break; }
        loop_bound_20 -= uint2(loop_bound_20.y == 0u, 1u);
        if (!loop_init_20) {
            uint _e29 = n_5;
            n_5 = _e29 + WORKGROUP;
        }
        loop_init_20 = false;
        uint _e4 = n_5;
        if (_e4 < 128u) {
        } else {
            break;
        }
        {
            uint _e7 = n_5;
            uint t_9 = naga_div(_e7, COLUMNS4_);
            x_8 = metal::float4(0.0);
            bool _e13 = chunk_holds(c_12, t_9);
            if (_e13) {
                uint _e16 = chunk_token(c_12, t_9, params);
                uint _e17 = v_at(c_12.b, c_12.h, _e16, params);
                uint _e18 = n_5;
                metal::float4 _e24 = load_v4_(_e17, first_column + (naga_mod(_e18, COLUMNS4_) * 4u), v, _buffer_sizes);
                x_8 = _e24;
            }
            uint _e26 = n_5;
            metal::float4 _e28 = x_8;
            u_tile.inner[_e26] = _e28;
        }
    }
    return;
}

void sum_norms(
    Chunk c_13,
    uint tid_4,
    uint head_2,
    constant Params& params,
    device type_4 const& q,
    device type_5 const& decay,
    threadgroup type_7& a_tile,
    threadgroup type_13& z_tile,
    threadgroup type_14& norm,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint i_7 = {};
    metal::float4 sum_1 = {};
    uint d_13 = {};
    uint j_1 = {};
    i_7 = tid_4;
    uint2 loop_bound_21 = uint2(4294967295u);
    bool loop_init_21 = true;
    while(true) {
        if (metal::all(loop_bound_21 == uint2(0u))) { break; }
        loop_bound_21 -= uint2(loop_bound_21.y == 0u, 1u);
        if (!loop_init_21) {
            uint _e92 = i_7;
            i_7 = _e92 + WORKGROUP;
        }
        loop_init_21 = false;
        uint _e4 = i_7;
        if (_e4 < CHUNK) {
        } else {
            break;
        }
        {
            uint _e8 = i_7;
            uint _e9 = chunk_token(c_13, _e8, params);
            uint _e10 = q_at(c_13.b, head_2, _e9, params);
            sum_1 = metal::float4(0.0);
            d_13 = 0u;
            uint2 loop_bound_22 = uint2(4294967295u);
            bool loop_init_22 = true;
            while(true) {
                if (metal::all(loop_bound_22 == uint2(0u))) { break; }
                loop_bound_22 -= uint2(loop_bound_22.y == 0u, 1u);
                if (!loop_init_22) {
                    uint _e52 = d_13;
                    d_13 = _e52 + 4u;
                }
                loop_init_22 = false;
                uint _e16 = d_13;
                if (_e16 < QK_DIM) {
                } else {
                    break;
                }
                {
                    uint _e20 = d_13;
                    float _e22 = z_tile.inner[_e20];
                    uint _e24 = d_13;
                    float _e28 = z_tile.inner[_e24 + 1u];
                    uint _e30 = d_13;
                    float _e34 = z_tile.inner[_e30 + 2u];
                    uint _e36 = d_13;
                    float _e40 = z_tile.inner[_e36 + 3u];
                    metal::float4 z_1 = metal::float4(_e22, _e28, _e34, _e40);
                    metal::float4 _e42 = sum_1;
                    uint _e43 = d_13;
                    metal::float4 _e44 = load_q4_(_e10, _e43, q, _buffer_sizes);
                    uint _e45 = i_7;
                    uint _e46 = d_13;
                    metal::float4 _e47 = query_faded4_(c_13, _e45, _e46, params, decay, _buffer_sizes);
                    sum_1 = _e42 + ((_e44 * metal::exp(_e47)) * z_1);
                }
            }
            j_1 = 0u;
            uint2 loop_bound_23 = uint2(4294967295u);
            bool loop_init_23 = true;
            while(true) {
                if (metal::all(loop_bound_23 == uint2(0u))) { break; }
                loop_bound_23 -= uint2(loop_bound_23.y == 0u, 1u);
                if (!loop_init_23) {
                    uint _e71 = j_1;
                    j_1 = _e71 + 1u;
                }
                loop_init_23 = false;
                uint _e57 = j_1;
                if (_e57 < CHUNK4_) {
                } else {
                    break;
                }
                {
                    metal::float4 _e60 = sum_1;
                    uint _e62 = i_7;
                    uint _e65 = j_1;
                    metal::float4 _e68 = a_tile.inner[(_e62 * CHUNK4_) + _e65];
                    sum_1 = _e60 + _e68;
                }
            }
            uint _e74 = i_7;
            float _e77 = sum_1.x;
            float _e79 = sum_1.y;
            float _e82 = sum_1.z;
            float _e85 = sum_1.w;
            float _e89 = params.eps;
            float _e91 = inverse((((_e77 + _e79) + _e82) + _e85) + _e89);
            norm.inner[_e74] = _e91;
        }
    }
    return;
}

void write_outputs(
    Chunk c_14,
    uint tid_5,
    uint head_3,
    uint first_column_1,
    constant Params& params,
    device type_4 const& q,
    device type_4 const& k,
    device type_4& o,
    device type_5 const& decay,
    threadgroup type_7& a_tile,
    threadgroup type_11& s_tile,
    threadgroup type_12& u_tile,
    threadgroup type_14& norm,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint tile_1 = {};
    uint r_14 = {};
    float factor = {};
    uint w_4 = {};
    tile_1 = tid_5;
    uint2 loop_bound_24 = uint2(4294967295u);
    bool loop_init_24 = true;
    while(true) {
        if (metal::all(loop_bound_24 == uint2(0u))) { break; }
        loop_bound_24 -= uint2(loop_bound_24.y == 0u, 1u);
        if (!loop_init_24) {
            uint _e74 = tile_1;
            tile_1 = _e74 + WORKGROUP;
        }
        loop_init_24 = false;
        uint _e5 = tile_1;
        if (_e5 < 32u) {
        } else {
            break;
        }
        {
            uint _e8 = tile_1;
            uint i0_3 = naga_div(_e8, TILES_ACROSS) * ROWS;
            uint _e13 = tile_1;
            uint across_2 = naga_mod(_e13, TILES_ACROSS);
            bool _e16 = chunk_holds(c_14, i0_3);
            if (!(_e16)) {
                continue;
            }
            type_8 _e19 = read_state(c_14, head_3, false, i0_3, across_2, params, q, k, decay, s_tile, _buffer_sizes);
            type_8 _e23 = weigh_updates(i0_3, across_2, 0u, i0_3 + ROWS, _e19, a_tile, u_tile);
            r_14 = 0u;
            uint2 loop_bound_25 = uint2(4294967295u);
            bool loop_init_25 = true;
            while(true) {
                if (metal::all(loop_bound_25 == uint2(0u))) { break; }
                loop_bound_25 -= uint2(loop_bound_25.y == 0u, 1u);
                if (!loop_init_25) {
                    uint _e72 = r_14;
                    r_14 = _e72 + 1u;
                }
                loop_init_25 = false;
                uint _e26 = r_14;
                if (_e26 < ROWS) {
                } else {
                    break;
                }
                {
                    uint _e29 = r_14;
                    bool _e31 = chunk_holds(c_14, i0_3 + _e29);
                    if (_e31) {
                        uint _e33 = r_14;
                        uint _e35 = chunk_token(c_14, i0_3 + _e33, params);
                        uint _e36 = o_at(c_14.b, head_3, _e35, params);
                        float _e39 = params.scale;
                        factor = _e39;
                        if (NORMALISE) {
                            uint _e43 = r_14;
                            float _e46 = norm.inner[i0_3 + _e43];
                            factor = _e46;
                        }
                        w_4 = 0u;
                        uint2 loop_bound_26 = uint2(4294967295u);
                        bool loop_init_26 = true;
                        while(true) {
                            if (metal::all(loop_bound_26 == uint2(0u))) { break; }
                            loop_bound_26 -= uint2(loop_bound_26.y == 0u, 1u);
                            if (!loop_init_26) {
                                uint _e69 = w_4;
                                w_4 = _e69 + 1u;
                            }
                            loop_init_26 = false;
                            uint _e49 = w_4;
                            if (_e49 < WIDTH) {
                            } else {
                                break;
                            }
                            {
                                uint _e54 = w_4;
                                float _e60 = factor;
                                uint _e61 = r_14;
                                uint _e64 = w_4;
                                store_o4_(_e36, first_column_1 + (((across_2 * WIDTH) + _e54) * 4u), V_DIM, _e60 * _e23.inner[(_e61 * WIDTH) + _e64], o, _buffer_sizes);
                            }
                        }
                    }
                }
            }
        }
    }
    return;
}

void update_state(
    Chunk c_15,
    uint tid_6,
    constant Params& params,
    device type_4 const& k,
    device type_5 const& decay,
    threadgroup type_11& s_tile,
    threadgroup type_12& u_tile,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint tile_2 = {};
    type_15 acc_3 = {};
    uint w_5 = {};
    uint e_1 = {};
    uint j_2 = {};
    metal::float4 k0_ = {};
    metal::float4 k1_ = {};
    uint w_6 = {};
    uint e_2 = {};
    uint w_7 = {};
    uint e_3 = {};
    tile_2 = tid_6;
    uint2 loop_bound_27 = uint2(4294967295u);
    bool loop_init_27 = true;
    while(true) {
        if (metal::all(loop_bound_27 == uint2(0u))) { break; }
        loop_bound_27 -= uint2(loop_bound_27.y == 0u, 1u);
        if (!loop_init_27) {
            uint _e215 = tile_2;
            tile_2 = _e215 + WORKGROUP;
        }
        loop_init_27 = false;
        uint _e3 = tile_2;
        if (_e3 < 64u) {
        } else {
            break;
        }
        {
            uint _e6 = tile_2;
            uint d_15 = naga_div(_e6, TILES_ACROSS) * 8u;
            uint _e11 = tile_2;
            uint across_3 = naga_mod(_e11, TILES_ACROSS);
            metal::float4 _e15 = key_faded4_(c_15, 15u, d_15, params, decay, _buffer_sizes);
            metal::float4 _e19 = key_faded4_(c_15, 15u, d_15 + 4u, params, decay, _buffer_sizes);
            metal::float4 _e20 = fade4_(_e15);
            metal::float4 _e21 = fade4_(_e19);
            acc_3 = type_15 {};
            w_5 = 0u;
            uint2 loop_bound_28 = uint2(4294967295u);
            bool loop_init_28 = true;
            while(true) {
                if (metal::all(loop_bound_28 == uint2(0u))) { break; }
                loop_bound_28 -= uint2(loop_bound_28.y == 0u, 1u);
                if (!loop_init_28) {
                    uint _e81 = w_5;
                    w_5 = _e81 + 1u;
                }
                loop_init_28 = false;
                uint _e26 = w_5;
                if (_e26 < WIDTH) {
                } else {
                    break;
                }
                {
                    uint _e34 = w_5;
                    uint at_7 = ((d_15 * COLUMNS4_) + (across_3 * WIDTH)) + _e34;
                    e_1 = 0u;
                    uint2 loop_bound_29 = uint2(4294967295u);
                    bool loop_init_29 = true;
                    while(true) {
                        if (metal::all(loop_bound_29 == uint2(0u))) { break; }
                        loop_bound_29 -= uint2(loop_bound_29.y == 0u, 1u);
                        if (!loop_init_29) {
                            uint _e78 = e_1;
                            e_1 = _e78 + 1u;
                        }
                        loop_init_29 = false;
                        uint _e38 = e_1;
                        if (_e38 < 4u) {
                        } else {
                            break;
                        }
                        {
                            uint _e41 = e_1;
                            uint _e44 = w_5;
                            uint _e47 = e_1;
                            uint _e50 = e_1;
                            metal::float4 _e55 = s_tile.inner[at_7 + (_e50 * COLUMNS4_)];
                            acc_3.inner[(_e41 * WIDTH) + _e44] = _e20[_e47] * _e55;
                            uint _e57 = e_1;
                            uint _e62 = w_5;
                            uint _e65 = e_1;
                            uint _e68 = e_1;
                            metal::float4 _e75 = s_tile.inner[at_7 + ((_e68 + 4u) * COLUMNS4_)];
                            acc_3.inner[((_e57 + 4u) * WIDTH) + _e62] = _e21[_e65] * _e75;
                        }
                    }
                }
            }
            uint steps = metal::min(CHUNK, c_15.tokens - c_15.first);
            j_2 = 0u;
            uint2 loop_bound_30 = uint2(4294967295u);
            bool loop_init_30 = true;
            while(true) {
                if (metal::all(loop_bound_30 == uint2(0u))) { break; }
                loop_bound_30 -= uint2(loop_bound_30.y == 0u, 1u);
                if (!loop_init_30) {
                    uint _e179 = j_2;
                    j_2 = _e179 + 1u;
                }
                loop_init_30 = false;
                uint _e90 = j_2;
                if (_e90 < steps) {
                } else {
                    break;
                }
                {
                    uint _e92 = j_2;
                    uint _e93 = key_row(c_15, _e92, params);
                    metal::float4 _e94 = load_k4_(_e93, d_15, k, _buffer_sizes);
                    k0_ = _e94;
                    metal::float4 _e98 = load_k4_(_e93, d_15 + 4u, k, _buffer_sizes);
                    k1_ = _e98;
                    if (DECAY_CHANNEL) {
                        metal::float4 _e101 = k0_;
                        uint _e102 = j_2;
                        metal::float4 _e103 = key_faded4_(c_15, _e102, d_15, params, decay, _buffer_sizes);
                        k0_ = _e101 * metal::exp(_e15 - _e103);
                        metal::float4 _e107 = k1_;
                        uint _e108 = j_2;
                        metal::float4 _e111 = key_faded4_(c_15, _e108, d_15 + 4u, params, decay, _buffer_sizes);
                        k1_ = _e107 * metal::exp(_e19 - _e111);
                    } else {
                        if (DECAY) {
                            uint _e117 = j_2;
                            float _e118 = faded(c_15, _e117, params, decay, _buffer_sizes);
                            float w_8 = metal::exp(_e15.x - _e118);
                            metal::float4 _e121 = k0_;
                            k0_ = _e121 * w_8;
                            metal::float4 _e123 = k1_;
                            k1_ = _e123 * w_8;
                        }
                    }
                    w_6 = 0u;
                    uint2 loop_bound_31 = uint2(4294967295u);
                    bool loop_init_31 = true;
                    while(true) {
                        if (metal::all(loop_bound_31 == uint2(0u))) { break; }
                        loop_bound_31 -= uint2(loop_bound_31.y == 0u, 1u);
                        if (!loop_init_31) {
                            uint _e176 = w_6;
                            w_6 = _e176 + 1u;
                        }
                        loop_init_31 = false;
                        uint _e127 = w_6;
                        if (_e127 < WIDTH) {
                        } else {
                            break;
                        }
                        {
                            uint _e131 = j_2;
                            uint _e137 = w_6;
                            metal::float4 u = u_tile.inner[((_e131 * COLUMNS4_) + (across_3 * WIDTH)) + _e137];
                            e_2 = 0u;
                            uint2 loop_bound_32 = uint2(4294967295u);
                            bool loop_init_32 = true;
                            while(true) {
                                if (metal::all(loop_bound_32 == uint2(0u))) { break; }
                                loop_bound_32 -= uint2(loop_bound_32.y == 0u, 1u);
                                if (!loop_init_32) {
                                    uint _e173 = e_2;
                                    e_2 = _e173 + 1u;
                                }
                                loop_init_32 = false;
                                uint _e143 = e_2;
                                if (_e143 < 4u) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e146 = e_2;
                                    uint _e149 = w_6;
                                    metal::float4 _e152 = acc_3.inner[(_e146 * WIDTH) + _e149];
                                    uint _e153 = e_2;
                                    float _e155 = k0_[_e153];
                                    acc_3.inner[(_e146 * WIDTH) + _e149] = _e152 + (_e155 * u);
                                    uint _e158 = e_2;
                                    uint _e163 = w_6;
                                    metal::float4 _e166 = acc_3.inner[((_e158 + 4u) * WIDTH) + _e163];
                                    uint _e167 = e_2;
                                    float _e169 = k1_[_e167];
                                    acc_3.inner[((_e158 + 4u) * WIDTH) + _e163] = _e166 + (_e169 * u);
                                }
                            }
                        }
                    }
                }
            }
            w_7 = 0u;
            uint2 loop_bound_33 = uint2(4294967295u);
            bool loop_init_33 = true;
            while(true) {
                if (metal::all(loop_bound_33 == uint2(0u))) { break; }
                loop_bound_33 -= uint2(loop_bound_33.y == 0u, 1u);
                if (!loop_init_33) {
                    uint _e213 = w_7;
                    w_7 = _e213 + 1u;
                }
                loop_init_33 = false;
                uint _e183 = w_7;
                if (_e183 < WIDTH) {
                } else {
                    break;
                }
                {
                    e_3 = 0u;
                    uint2 loop_bound_34 = uint2(4294967295u);
                    bool loop_init_34 = true;
                    while(true) {
                        if (metal::all(loop_bound_34 == uint2(0u))) { break; }
                        loop_bound_34 -= uint2(loop_bound_34.y == 0u, 1u);
                        if (!loop_init_34) {
                            uint _e210 = e_3;
                            e_3 = _e210 + 1u;
                        }
                        loop_init_34 = false;
                        uint _e188 = e_3;
                        if (_e188 < 8u) {
                        } else {
                            break;
                        }
                        {
                            uint _e192 = e_3;
                            uint _e199 = w_7;
                            uint _e202 = e_3;
                            uint _e205 = w_7;
                            metal::float4 _e208 = acc_3.inner[(_e202 * WIDTH) + _e205];
                            s_tile.inner[(((d_15 + _e192) * COLUMNS4_) + (across_3 * WIDTH)) + _e199] = _e208;
                        }
                    }
                }
            }
        }
    }
    return;
}

void update_norm(
    Chunk c_16,
    uint tid_7,
    constant Params& params,
    device type_4 const& k,
    device type_5 const& decay,
    threadgroup type_13& z_tile,
    constant _mslBufferSizes& _buffer_sizes
) {
    uint d_14 = {};
    metal::float4 z = {};
    uint j_3 = {};
    uint n_6 = {};
    d_14 = tid_7 * 4u;
    uint2 loop_bound_35 = uint2(4294967295u);
    bool loop_init_35 = true;
    while(true) {
        if (metal::all(loop_bound_35 == uint2(0u))) { break; }
        loop_bound_35 -= uint2(loop_bound_35.y == 0u, 1u);
        if (!loop_init_35) {
            uint _e77 = d_14;
            d_14 = _e77 + 256u;
        }
        loop_init_35 = false;
        uint _e5 = d_14;
        if (_e5 < QK_PAD) {
        } else {
            break;
        }
        {
            uint _e9 = d_14;
            metal::float4 _e10 = key_faded4_(c_16, 15u, _e9, params, decay, _buffer_sizes);
            metal::float4 _e11 = fade4_(_e10);
            uint _e13 = d_14;
            float _e15 = z_tile.inner[_e13];
            uint _e17 = d_14;
            float _e21 = z_tile.inner[_e17 + 1u];
            uint _e23 = d_14;
            float _e27 = z_tile.inner[_e23 + 2u];
            uint _e29 = d_14;
            float _e33 = z_tile.inner[_e29 + 3u];
            z = _e11 * metal::float4(_e15, _e21, _e27, _e33);
            uint steps_1 = metal::min(CHUNK, c_16.tokens - c_16.first);
            j_3 = 0u;
            uint2 loop_bound_36 = uint2(4294967295u);
            bool loop_init_36 = true;
            while(true) {
                if (metal::all(loop_bound_36 == uint2(0u))) { break; }
                loop_bound_36 -= uint2(loop_bound_36.y == 0u, 1u);
                if (!loop_init_36) {
                    uint _e59 = j_3;
                    j_3 = _e59 + 1u;
                }
                loop_init_36 = false;
                uint _e44 = j_3;
                if (_e44 < steps_1) {
                } else {
                    break;
                }
                {
                    metal::float4 _e46 = z;
                    uint _e47 = j_3;
                    uint _e48 = key_row(c_16, _e47, params);
                    uint _e49 = d_14;
                    metal::float4 _e50 = load_k4_(_e48, _e49, k, _buffer_sizes);
                    uint _e51 = j_3;
                    uint _e52 = d_14;
                    metal::float4 _e53 = key_faded4_(c_16, _e51, _e52, params, decay, _buffer_sizes);
                    z = _e46 + (_e50 * metal::exp(_e10 - _e53));
                }
            }
            n_6 = 0u;
            uint2 loop_bound_37 = uint2(4294967295u);
            bool loop_init_37 = true;
            while(true) {
                if (metal::all(loop_bound_37 == uint2(0u))) { break; }
                loop_bound_37 -= uint2(loop_bound_37.y == 0u, 1u);
                if (!loop_init_37) {
                    uint _e75 = n_6;
                    n_6 = _e75 + 1u;
                }
                loop_init_37 = false;
                uint _e63 = n_6;
                if (_e63 < 4u) {
                } else {
                    break;
                }
                {
                    uint _e67 = d_14;
                    uint _e68 = n_6;
                    uint _e71 = n_6;
                    float _e73 = z[_e71];
                    z_tile.inner[_e67 + _e68] = _e73;
                }
            }
        }
    }
    return;
}

struct main_Input {
};
[[max_total_threads_per_threadgroup(64)]] kernel void main_(
  metal::uint3 wid [[threadgroup_position_in_grid]]
, uint tid [[thread_index_in_threadgroup]]
, constant Params& params [[user(fake0)]]
, device type_4 const& q [[user(fake0)]]
, device type_4 const& k [[user(fake0)]]
, device type_4 const& v [[user(fake0)]]
, device type_4& o [[user(fake0)]]
, device type_5 const& decay [[user(fake0)]]
, device type_5 const& state_in [[user(fake0)]]
, device type_5& state_out [[user(fake0)]]
, threadgroup type_7& a_tile
, threadgroup type_11& s_tile
, threadgroup type_12& u_tile
, threadgroup type_13& z_tile
, threadgroup type_14& norm
, constant _mslBufferSizes& _buffer_sizes [[user(fake0)]]
) {
    if (tid == 0u) {
        a_tile = {};
        s_tile = {};
        u_tile = {};
        z_tile = {};
        norm = {};
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    uint id = {};
    Chunk c = {};
    uint n = {};
    uint d = {};
    uint first = {};
    uint g = {};
    uint n_1 = {};
    uint e = {};
    bool local = {};
    bool local_1 = {};
    uint d_1 = {};
    uint _e2 = group_id(wid, params);
    id = _e2;
    uint _e4 = id;
    uint _e7 = params.groups;
    if (_e4 >= _e7) {
        return;
    }
    uint _e9 = id;
    uint _e12 = params.v_slices;
    uint first_column_2 = (naga_mod(_e9, _e12) * COLUMNS4_) * 4u;
    uint _e18 = id;
    uint _e21 = params.v_slices;
    id = naga_div(_e18, _e21);
    uint _e23 = id;
    uint _e26 = params.segments;
    uint segment = naga_mod(_e23, _e26);
    uint _e28 = id;
    uint _e31 = params.segments;
    id = naga_div(_e28, _e31);
    uint _e37 = params.kv_head_base;
    uint _e38 = id;
    uint _e41 = params.kv_head_count;
    c.h = _e37 + naga_mod(_e38, _e41);
    uint _e47 = params.batch_base;
    uint _e48 = id;
    uint _e51 = params.kv_head_count;
    c.b = _e47 + naga_div(_e48, _e51);
    uint _e56 = c.b;
    uint _e57 = token_count(_e56, params);
    c.tokens = _e57;
    uint _e59 = c.b;
    uint _e62 = params.kv_heads;
    uint _e65 = c.h;
    uint _e69 = params.segments;
    uint state = (((_e59 * _e62) + _e65) * _e69) + segment;
    uint state_base = (state * QK_DIM) * STATE_COLUMNS;
    uint _e78 = params.segment_len;
    uint begin = segment * _e78;
    uint _e82 = params.segment_len;
    uint _e85 = c.tokens;
    uint end = metal::min(begin + _e82, _e85);
    n = tid;
    uint2 loop_bound_38 = uint2(4294967295u);
    bool loop_init_38 = true;
    while(true) {
        if (metal::all(loop_bound_38 == uint2(0u))) { break; }
        loop_bound_38 -= uint2(loop_bound_38.y == 0u, 1u);
        if (!loop_init_38) {
            uint _e104 = n;
            n = _e104 + WORKGROUP;
        }
        loop_init_38 = false;
        uint _e88 = n;
        if (_e88 < 512u) {
        } else {
            break;
        }
        {
            uint _e92 = n;
            uint _e94 = n;
            uint _e97 = n;
            metal::float4 _e103 = load_state4_(state_base, naga_div(_e94, COLUMNS4_), first_column_2 + (naga_mod(_e97, COLUMNS4_) * 4u), state_in, _buffer_sizes);
            s_tile.inner[_e92] = _e103;
        }
    }
    if (NORMALISE) {
        d = tid;
        uint2 loop_bound_39 = uint2(4294967295u);
        bool loop_init_39 = true;
        while(true) {
            if (metal::all(loop_bound_39 == uint2(0u))) { break; }
            loop_bound_39 -= uint2(loop_bound_39.y == 0u, 1u);
            if (!loop_init_39) {
                uint _e129 = d;
                d = _e129 + WORKGROUP;
            }
            loop_init_39 = false;
            uint _e109 = d;
            if (_e109 < QK_PAD) {
            } else {
                break;
            }
            {
                uint _e113 = d;
                z_tile.inner[_e113] = 0.0;
                uint _e116 = d;
                if (_e116 < QK_DIM) {
                    uint _e120 = d;
                    uint _e122 = d;
                    float _e128 = load_state((state_base + (_e122 * STATE_COLUMNS)) + V_DIM, state_in, _buffer_sizes);
                    z_tile.inner[_e120] = _e128;
                }
            }
        }
    }
    first = begin;
    uint2 loop_bound_40 = uint2(4294967295u);
    bool loop_init_40 = true;
    while(true) {
        if (metal::all(loop_bound_40 == uint2(0u))) { break; }
        loop_bound_40 -= uint2(loop_bound_40.y == 0u, 1u);
        if (!loop_init_40) {
            uint _e173 = first;
            first = _e173 + CHUNK;
        }
        loop_init_40 = false;
        uint _e133 = first;
        if (_e133 < end) {
        } else {
            break;
        }
        {
            uint _e136 = first;
            c.first = _e136;
            Chunk _e137 = c;
            load_updates(_e137, tid, first_column_2, params, v, u_tile, _buffer_sizes);
            if (DELTA) {
                Chunk _e139 = c;
                gram(_e139, tid, 0u, true, params, q, k, decay, a_tile, _buffer_sizes);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
            if (DELTA) {
                Chunk _e143 = c;
                solve_updates(_e143, tid);
            }
            g = 0u;
            uint2 loop_bound_41 = uint2(4294967295u);
            bool loop_init_41 = true;
            while(true) {
                if (metal::all(loop_bound_41 == uint2(0u))) { break; }
                loop_bound_41 -= uint2(loop_bound_41.y == 0u, 1u);
                if (!loop_init_41) {
                    uint _e168 = g;
                    g = _e168 + 1u;
                }
                loop_init_41 = false;
                uint _e146 = g;
                uint _e150 = params.group;
                if (_e146 < (OUTPUTS ? _e150 : 0u)) {
                } else {
                    break;
                }
                {
                    uint _e155 = c.h;
                    uint _e158 = params.group;
                    uint _e160 = g;
                    uint head_4 = (_e155 * _e158) + _e160;
                    Chunk _e162 = c;
                    gram(_e162, tid, head_4, false, params, q, k, decay, a_tile, _buffer_sizes);
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    if (NORMALISE) {
                        Chunk _e165 = c;
                        sum_norms(_e165, tid, head_4, params, q, decay, a_tile, z_tile, norm, _buffer_sizes);
                        metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                    }
                    Chunk _e166 = c;
                    write_outputs(_e166, tid, head_4, first_column_2, params, q, k, o, decay, a_tile, s_tile, u_tile, norm, _buffer_sizes);
                    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
                }
            }
            Chunk _e170 = c;
            update_state(_e170, tid, params, k, decay, s_tile, u_tile, _buffer_sizes);
            if (NORMALISE) {
                Chunk _e172 = c;
                update_norm(_e172, tid, params, k, decay, z_tile, _buffer_sizes);
            }
            metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
        }
    }
    metal::threadgroup_barrier(metal::mem_flags::mem_threadgroup);
    n_1 = tid;
    uint2 loop_bound_42 = uint2(4294967295u);
    bool loop_init_42 = true;
    while(true) {
        if (metal::all(loop_bound_42 == uint2(0u))) { break; }
        loop_bound_42 -= uint2(loop_bound_42.y == 0u, 1u);
        if (!loop_init_42) {
            uint _e219 = n_1;
            n_1 = _e219 + WORKGROUP;
        }
        loop_init_42 = false;
        uint _e177 = n_1;
        if (_e177 < 512u) {
        } else {
            break;
        }
        {
            uint _e180 = n_1;
            uint d_16 = naga_div(_e180, COLUMNS4_);
            uint _e183 = n_1;
            uint column_1 = first_column_2 + (naga_mod(_e183, COLUMNS4_) * 4u);
            e = 0u;
            uint2 loop_bound_43 = uint2(4294967295u);
            bool loop_init_43 = true;
            while(true) {
                if (metal::all(loop_bound_43 == uint2(0u))) { break; }
                loop_bound_43 -= uint2(loop_bound_43.y == 0u, 1u);
                if (!loop_init_43) {
                    uint _e217 = e;
                    e = _e217 + 1u;
                }
                loop_init_43 = false;
                uint _e191 = e;
                if (_e191 < 4u) {
                } else {
                    break;
                }
                {
                    if (d_16 < QK_DIM) {
                        uint _e198 = e;
                        local = (column_1 + _e198) < V_DIM;
                    } else {
                        local = false;
                    }
                    bool _e203 = local;
                    if (_e203) {
                        uint _e208 = e;
                        uint _e211 = n_1;
                        uint _e213 = e;
                        float _e215 = s_tile.inner[_e211][_e213];
                        store_state(((state_base + (d_16 * STATE_COLUMNS)) + column_1) + _e208, _e215, state_out, _buffer_sizes);
                    }
                }
            }
        }
    }
    if (NORMALISE) {
        local_1 = first_column_2 == 0u;
    } else {
        local_1 = false;
    }
    bool _e228 = local_1;
    if (_e228) {
        d_1 = tid;
        uint2 loop_bound_44 = uint2(4294967295u);
        bool loop_init_44 = true;
        while(true) {
            if (metal::all(loop_bound_44 == uint2(0u))) { break; }
            loop_bound_44 -= uint2(loop_bound_44.y == 0u, 1u);
            if (!loop_init_44) {
                uint _e243 = d_1;
                d_1 = _e243 + WORKGROUP;
            }
            loop_init_44 = false;
            uint _e230 = d_1;
            if (_e230 < QK_DIM) {
            } else {
                break;
            }
            {
                uint _e233 = d_1;
                uint _e240 = d_1;
                float _e242 = z_tile.inner[_e240];
                store_state((state_base + (_e233 * STATE_COLUMNS)) + V_DIM, _e242, state_out, _buffer_sizes);
            }
        }
        return;
    } else {
        return;
    }
}
