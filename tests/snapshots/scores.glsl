#version 430 core
#extension GL_ARB_compute_shader : require
#extension GL_ARB_shader_storage_buffer_object : require
layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

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
const uint WORKGROUP = 64u;
const uint ROWS = 64u;
const uint EACH = 1u;
const uint QUADS = 4u;
const uint QK_DIM = 64u;
const uint V_DIM = 64u;
const bool EDIT = true;
const bool WEIGHTS = true;
const float MASKED = -3.4028235e38;
const float LOWEST_VISIBLE = -3.4028233e38;
const uint KEYS = 16u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) readonly buffer type_5_block_1Compute { vec4 _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_5_block_2Compute { vec4 _group_0_binding_2_cs[]; };

layout(std430) buffer type_6_block_3Compute { float _group_0_binding_3_cs[]; };

layout(std430) readonly buffer type_8_block_4Compute { vec2 _group_0_binding_4_cs[]; };


float edit_score(float raw, uint b, uint h, uint i, uint j) {
    float s_1 = 0.0;
    s_1 = raw;
    float _e6 = s_1;
    return _e6;
}

vec4 load_q4_(uint base, uint d_1) {
    if ((d_1 >= QK_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_1_cs[((base + d_1) >> 2u)];
    return vec4(_e11);
}

vec4 load_k4_(uint base_1, uint d_2) {
    if ((d_2 >= QK_DIM)) {
        return vec4(0.0);
    }
    vec4 _e11 = _group_0_binding_2_cs[((base_1 + d_2) >> 2u)];
    return vec4(_e11);
}

float weight(float s_2, uint row, bool hidden) {
    if (hidden) {
        float _e5 = _group_0_binding_0_cs.neg_inf;
        return _e5;
    }
    float _e9 = _group_0_binding_4_cs[row].x;
    float _e14 = _group_0_binding_4_cs[row].y;
    return ((s_2 - _e9) - _e14);
}

uint score_row(uint r) {
    return r;
}

bool is_nan(float x_1) {
    return ((floatBitsToUint(x_1) & 2147483647u) > 2139095040u);
}

float keep_visible(float s_3) {
    bool _e3 = is_nan(s_3);
    return (_e3 ? s_3 : max(s_3, LOWEST_VISIBLE));
}

bool is_neg_inf(float x_2) {
    return (floatBitsToUint(x_2) == 4286578688u);
}

bvec4 nonfinite(vec4 v) {
    uvec4 exponent = uvec4(2139095040u);
    return equal((floatBitsToUint(v) & exponent), exponent);
}

bool any_nonfinite(vec4 v_1) {
    bvec4 _e1 = nonfinite(v_1);
    return any(_e1);
}

float exp_kept(float x_3) {
    bool _e2 = is_nan(x_3);
    return (_e2 ? x_3 : exp(x_3));
}

vec4 exp_kept4_(vec4 x_4) {
    bvec4 nan = greaterThan((floatBitsToUint(x_4) & uvec4(2147483647u)), uvec4(2139095040u));
    return mix(exp(x_4), x_4, nan);
}

bool row_seen(float sum) {
    bool local_1 = false;
    if (!((sum > 0.0))) {
        bool _e6 = is_nan(sum);
        local_1 = _e6;
    } else {
        local_1 = true;
    }
    bool _e8 = local_1;
    return _e8;
}

vec2 log_parts(float top, float sum_1) {
    float _e4 = _group_0_binding_0_cs.neg_inf;
    vec2 seen_1 = ((sum_1 > 0.0) ? vec2(top, log(sum_1)) : vec2(_e4, 0.0));
    bool _e14 = is_nan(sum_1);
    return (_e14 ? vec2(sum_1, 0.0) : seen_1);
}

float log_sum(float top_1, float sum_2) {
    vec2 _e2 = log_parts(top_1, sum_2);
    return (_e2.x + _e2.y);
}

uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

int align_offset(uint q_count, uint kv_count) {
    uint _e4 = _group_0_binding_0_cs.align_to_end;
    if ((_e4 != 0u)) {
        return (int(kv_count) - int(q_count));
    }
    int _e12 = _group_0_binding_0_cs.align_offset;
    return _e12;
}

uvec2 key_range(uint i_1, int offset, uint kv_count_1) {
    int lo = 0;
    int hi = 0;
    int p = (int(i_1) + offset);
    int end = int(kv_count_1);
    hi = end;
    int _e11 = _group_0_binding_0_cs.window_left;
    if ((_e11 >= 0)) {
        int _e16 = _group_0_binding_0_cs.window_left;
        lo = min(max((p - _e16), 0), end);
    }
    int _e22 = _group_0_binding_0_cs.window_right;
    if ((_e22 >= 0)) {
        int _e27 = _group_0_binding_0_cs.window_right;
        hi = min(max(((p + _e27) + 1), 0), end);
    }
    int _e33 = lo;
    int _e35 = lo;
    int _e36 = hi;
    return uvec2(uint(_e33), uint(max(_e35, _e36)));
}

uint q_start(uint b_1) {
    return 0u;
}

uint q_count_1(uint b_2) {
    uint _e3 = _group_0_binding_0_cs.q_len;
    return _e3;
}

uint kv_start(uint b_3) {
    return 0u;
}

uint kv_count_2(uint b_4) {
    uint _e3 = _group_0_binding_0_cs.kv_len;
    return _e3;
}

vec4 scale_q(vec4 x_5) {
    float _e3 = _group_0_binding_0_cs.scale;
    return (x_5 * uintBitsToFloat((floatBitsToUint(_e3) & 2139095040u)));
}

float scale_rest() {
    float _e2 = _group_0_binding_0_cs.scale;
    return uintBitsToFloat(((floatBitsToUint(_e2) & 2155872255u) | 1065353216u));
}

float scale_pair(float s_4) {
    float _e1 = scale_rest();
    return (s_4 * _e1);
}

vec4 scale_pairs(vec4 s_5) {
    float _e1 = scale_rest();
    return (s_5 * _e1);
}

float pair(vec4 x_6, vec4 k, uint h_1, uint d_3) {
    return dot(x_6, k);
}

float pair_onto(float s_6, vec4 x_7, vec4 k_1, uint h_2, uint d_4) {
    float _e5 = pair(x_7, k_1, h_2, d_4);
    return (s_6 + _e5);
}

void store_score(uint at, float product, uint b_5, uint h_3, uint i_2, uint j_1, uvec2 keys_1) {
    float s_7 = 0.0;
    bool local_2 = false;
    bool hidden_1 = false;
    float _e7 = scale_pair(product);
    s_7 = _e7;
    if (!((j_1 < keys_1.x))) {
        local_2 = (j_1 >= keys_1.y);
    } else {
        local_2 = true;
    }
    bool _e17 = local_2;
    hidden_1 = _e17;
    bool _e19 = hidden_1;
    if (!(_e19)) {
        float _e21 = s_7;
        float _e22 = edit_score(_e21, b_5, h_3, i_2, j_1);
        s_7 = _e22;
        float _e23 = s_7;
        hidden_1 = (_e23 == MASKED);
    }
    if (EDIT) {
        if (WEIGHTS) {
            float _e28 = s_7;
            float _e29 = keep_visible(_e28);
            uint _e32 = _group_0_binding_0_cs.lse_batch;
            uint _e36 = _group_0_binding_0_cs.lse_head;
            bool _e40 = hidden_1;
            float _e41 = weight(_e29, (((b_5 * _e32) + (h_3 * _e36)) + i_2), _e40);
            s_7 = _e41;
        } else {
            float _e42 = s_7;
            float _e45 = _group_0_binding_0_cs.neg_inf;
            bool _e46 = hidden_1;
            s_7 = (_e46 ? _e45 : _e42);
        }
    } else {
        float _e48 = s_7;
        bool _e49 = hidden_1;
        s_7 = (_e49 ? 0.0 : _e48);
    }
    float _e54 = s_7;
    _group_0_binding_3_cs[at] = _e54;
    return;
}

void main() {
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint id = 0u;
    bool local = false;
    uint q_at[1] = uint[1](0u);
    uvec2 keys[1] = uvec2[1](uvec2(0u));
    vec4 s[1][4] = vec4[1][4](vec4[4](vec4(0.0), vec4(0.0), vec4(0.0), vec4(0.0)));
    uint seen = 0u;
    uint e = 0u;
    uint d = 0u;
    vec4 x[1] = vec4[1](vec4(0.0));
    uint e_1 = 0u;
    uint n = 0u;
    uint e_2 = 0u;
    uint e_3 = 0u;
    uint n_1 = 0u;
    uint _e2 = group_id(wid);
    id = _e2;
    uint _e4 = id;
    uint _e7 = _group_0_binding_0_cs.groups;
    if ((_e4 >= _e7)) {
        return;
    }
    uint _e11 = _group_0_binding_0_cs.kv_len;
    uint key_tiles = (((_e11 + KEYS) - 1u) / KEYS);
    uint _e18 = id;
    uint j0_ = (((_e18 % key_tiles) * KEYS) + (16u * (true ? 0u : (tid / ROWS))));
    uint _e30 = id;
    id = (_e30 / key_tiles);
    uint _e34 = _group_0_binding_0_cs.score_rows;
    uint row_tiles = (((_e34 + 64u) - 1u) / 64u);
    uint _e41 = id;
    uint first = (((_e41 % row_tiles) * 64u) + (tid % ROWS));
    uint _e48 = id;
    id = (_e48 / row_tiles);
    uint _e50 = id;
    uint _e53 = _group_0_binding_0_cs.q_heads;
    uint h_4 = (_e50 % _e53);
    uint _e55 = id;
    uint _e58 = _group_0_binding_0_cs.q_heads;
    uint b_6 = (_e55 / _e58);
    uint _e62 = _group_0_binding_0_cs.score_rows;
    if (!((first >= _e62))) {
        uint _e69 = _group_0_binding_0_cs.kv_len;
        local = (j0_ >= _e69);
    } else {
        local = true;
    }
    bool _e72 = local;
    if (_e72) {
        return;
    }
    uint _e73 = q_count_1(b_6);
    uint _e74 = kv_count_2(b_6);
    uint _e77 = _group_0_binding_0_cs.kv_len;
    uint bound = (EDIT ? _e74 : _e77);
    uint _e82 = _group_0_binding_0_cs.q_offset;
    uint _e85 = _group_0_binding_0_cs.q_batch;
    uint _e90 = _group_0_binding_0_cs.q_head;
    uint _e93 = q_start(b_6);
    uint _e96 = _group_0_binding_0_cs.q_row;
    uint q_base = (((_e82 + (b_6 * _e85)) + (h_4 * _e90)) + (_e93 * _e96));
    uint _e101 = _group_0_binding_0_cs.k_offset;
    uint _e104 = _group_0_binding_0_cs.k_batch;
    uint _e109 = _group_0_binding_0_cs.group;
    uint _e113 = _group_0_binding_0_cs.k_head;
    uint _e116 = kv_start(b_6);
    uint _e119 = _group_0_binding_0_cs.k_row;
    uint k_at = (((_e101 + (b_6 * _e104)) + ((h_4 / _e109) * _e113)) + (_e116 * _e119));
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e172 = e;
            e = (_e172 + 1u);
        }
        loop_init = false;
        uint _e129 = e;
        if ((_e129 < EACH)) {
        } else {
            break;
        }
        {
            uint _e132 = e;
            uint _e138 = _group_0_binding_0_cs.score_rows;
            uint _e142 = score_row(min((first + (_e132 * ROWS)), (_e138 - 1u)));
            if ((_e142 < _e73)) {
                uint _e144 = e;
                keys[_e144] = uvec2(0u, bound);
                if (EDIT) {
                    uint _e149 = e;
                    int _e151 = align_offset(_e73, _e74);
                    uvec2 _e152 = key_range(_e142, _e151, _e74);
                    keys[_e149] = _e152;
                }
            }
            uint _e153 = e;
            uint _e162 = _group_0_binding_0_cs.q_row;
            q_at[_e153] = (q_base + (min(_e142, (max(_e73, 1u) - 1u)) * _e162));
            uint _e165 = seen;
            uint _e166 = e;
            uint _e169 = keys[_e166].y;
            seen = max(_e165, _e169);
        }
    }
    uint _e174 = seen;
    if ((_e174 > j0_)) {
        bool loop_init_1 = true;
        while(true) {
            if (!loop_init_1) {
                uint _e275 = d;
                d = (_e275 + 4u);
            }
            loop_init_1 = false;
            uint _e178 = d;
            if ((_e178 < QK_DIM)) {
            } else {
                break;
            }
            {
                x = vec4[1](vec4(0.0));
                e_1 = 0u;
                bool loop_init_2 = true;
                while(true) {
                    if (!loop_init_2) {
                        uint _e197 = e_1;
                        e_1 = (_e197 + 1u);
                    }
                    loop_init_2 = false;
                    uint _e185 = e_1;
                    if ((_e185 < EACH)) {
                    } else {
                        break;
                    }
                    {
                        uint _e188 = e_1;
                        uint _e190 = e_1;
                        uint _e192 = q_at[_e190];
                        uint _e193 = d;
                        vec4 _e194 = load_q4_(_e192, _e193);
                        vec4 _e195 = scale_q(_e194);
                        x[_e188] = _e195;
                    }
                }
                n = 0u;
                bool loop_init_3 = true;
                while(true) {
                    if (!loop_init_3) {
                        uint _e273 = n;
                        n = (_e273 + 1u);
                    }
                    loop_init_3 = false;
                    uint _e201 = n;
                    if ((_e201 < QUADS)) {
                    } else {
                        break;
                    }
                    {
                        uint _e205 = n;
                        uvec4 j_2 = min((uvec4((j0_ + (4u * _e205))) + uvec4(0u, 1u, 2u, 3u)), uvec4((bound - 1u)));
                        uint _e222 = _group_0_binding_0_cs.k_row;
                        uvec4 at_1 = (uvec4(k_at) + (j_2 * _e222));
                        uint _e226 = d;
                        vec4 _e227 = load_k4_(at_1.x, _e226);
                        uint _e229 = d;
                        vec4 _e230 = load_k4_(at_1.y, _e229);
                        uint _e232 = d;
                        vec4 _e233 = load_k4_(at_1.z, _e232);
                        uint _e235 = d;
                        vec4 _e236 = load_k4_(at_1.w, _e235);
                        e_2 = 0u;
                        bool loop_init_4 = true;
                        while(true) {
                            if (!loop_init_4) {
                                uint _e270 = e_2;
                                e_2 = (_e270 + 1u);
                            }
                            loop_init_4 = false;
                            uint _e239 = e_2;
                            if ((_e239 < EACH)) {
                            } else {
                                break;
                            }
                            {
                                uint _e242 = e_2;
                                uint _e244 = n;
                                vec4 _e246 = s[_e242][_e244];
                                uint _e247 = e_2;
                                vec4 _e249 = x[_e247];
                                uint _e250 = d;
                                float _e251 = pair(_e249, _e227, h_4, _e250);
                                uint _e252 = e_2;
                                vec4 _e254 = x[_e252];
                                uint _e255 = d;
                                float _e256 = pair(_e254, _e230, h_4, _e255);
                                uint _e257 = e_2;
                                vec4 _e259 = x[_e257];
                                uint _e260 = d;
                                float _e261 = pair(_e259, _e233, h_4, _e260);
                                uint _e262 = e_2;
                                vec4 _e264 = x[_e262];
                                uint _e265 = d;
                                float _e266 = pair(_e264, _e236, h_4, _e265);
                                s[_e242][_e244] = (_e246 + vec4(_e251, _e256, _e261, _e266));
                            }
                        }
                    }
                }
            }
        }
    }
    bool loop_init_5 = true;
    while(true) {
        if (!loop_init_5) {
            uint _e335 = e_3;
            e_3 = (_e335 + 1u);
        }
        loop_init_5 = false;
        uint _e280 = e_3;
        if ((_e280 < EACH)) {
        } else {
            break;
        }
        {
            uint _e283 = e_3;
            uint r_1 = (first + (_e283 * ROWS));
            uint _e289 = _group_0_binding_0_cs.score_rows;
            if ((r_1 < _e289)) {
                uint _e291 = id;
                uint _e294 = _group_0_binding_0_cs.score_rows;
                uint _e299 = _group_0_binding_0_cs.kv_len;
                uint cell = (((_e291 * _e294) + r_1) * _e299);
                uint _e301 = score_row(r_1);
                n_1 = 0u;
                bool loop_init_6 = true;
                while(true) {
                    if (!loop_init_6) {
                        uint _e332 = n_1;
                        n_1 = (_e332 + 1u);
                    }
                    loop_init_6 = false;
                    uint _e304 = n_1;
                    uint _e308 = _group_0_binding_0_cs.kv_len;
                    if ((_e304 < min(16u, (_e308 - j0_)))) {
                    } else {
                        break;
                    }
                    {
                        uint _e313 = n_1;
                        uint _e315 = e_3;
                        uint _e317 = n_1;
                        uint _e321 = n_1;
                        float _e325 = s[_e315][(_e317 / 4u)][(_e321 % 4u)];
                        uint _e326 = n_1;
                        uint _e328 = e_3;
                        uvec2 _e330 = keys[_e328];
                        store_score(((cell + j0_) + _e313), _e325, b_6, h_4, _e301, (j0_ + _e326), _e330);
                    }
                }
            }
        }
    }
    return;
}

