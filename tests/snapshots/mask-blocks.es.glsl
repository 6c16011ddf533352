#version 310 es

precision highp float;
precision highp int;

layout(local_size_x = 64, local_size_y = 1, local_size_z = 1) in;

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
const uint WORKGROUP = 64u;
const float MASKED = -3.4028235e38;
const uint ROUND = 8u;

layout(std140) uniform Params_block_0Compute { Params _group_0_binding_0_cs; };

layout(std430) buffer type_1_block_1Compute { uint _group_0_binding_1_cs[]; };

layout(std430) readonly buffer type_1_block_2Compute { uint _group_0_binding_2_cs[]; };

shared uint some_seen;

shared uint some_hidden;


uint group_id(uvec3 wid_1) {
    uint _e4 = _group_0_binding_0_cs.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

bool mask_mod(uint batch, uint head, uint q_idx, uint kv_idx) {
    bool local = false;
    uint _e6 = _group_0_binding_2_cs[q_idx];
    uint _e9 = _group_0_binding_2_cs[kv_idx];
    if ((_e6 == _e9)) {
        uint _e16 = _group_0_binding_0_cs.mask_mod_input_reach;
        local = ((q_idx - kv_idx) < _e16);
    } else {
        local = false;
    }
    bool _e19 = local;
    return _e19;
}

void main() {
    if (gl_LocalInvocationID == uvec3(0u)) {
        some_seen = 0u;
        some_hidden = 0u;
    }
    memoryBarrierShared();
    barrier();
    uvec3 wid = gl_WorkGroupID;
    uint tid = gl_LocalInvocationIndex;
    uint seen = 0u;
    uint hidden = 0u;
    uint n = 0u;
    uint j = 0u;
    bool some = false;
    bool all_ = false;
    uint i = 0u;
    uint r = 0u;
    uint _e2 = group_id(wid);
    uint _e5 = _group_0_binding_0_cs.cells;
    if ((_e2 >= _e5)) {
        return;
    }
    uint _e9 = _group_0_binding_0_cs.words;
    uint word = (_e2 % _e9);
    uint _e13 = _group_0_binding_0_cs.words;
    uint row = (_e2 / _e13);
    uint _e17 = _group_0_binding_0_cs.q_blocks;
    uint q_block = (row % _e17);
    uint _e21 = _group_0_binding_0_cs.q_blocks;
    uint _e25 = _group_0_binding_0_cs.heads;
    uint h = ((row / _e21) % _e25);
    uint _e29 = _group_0_binding_0_cs.q_blocks;
    uint _e32 = _group_0_binding_0_cs.heads;
    uint b = (row / (_e29 * _e32));
    if ((tid == 0u)) {
        atomicExchange(some_seen, 0u);
        atomicExchange(some_hidden, 0u);
    }
    memoryBarrierShared();
    barrier();
    uint _e47 = _group_0_binding_0_cs.block_q;
    uint first = (q_block * _e47);
    uint _e51 = _group_0_binding_0_cs.block_q;
    uint _e55 = _group_0_binding_0_cs.q_len;
    uint end = min((first + _e51), _e55);
    bool loop_init = true;
    while(true) {
        if (!loop_init) {
            uint _e139 = n;
            n = (_e139 + 1u);
        }
        loop_init = false;
        uint _e59 = n;
        uint _e63 = _group_0_binding_0_cs.blocks;
        if ((_e59 < min(32u, (_e63 - (word * 32u))))) {
        } else {
            break;
        }
        {
            uint _e71 = n;
            uint _e75 = _group_0_binding_0_cs.block_kv;
            uint key0_ = (((word * 32u) + _e71) * _e75);
            uint _e79 = _group_0_binding_0_cs.block_kv;
            uint _e83 = _group_0_binding_0_cs.kv_len;
            uint key_end = min((key0_ + _e79), _e83);
            j = (key0_ + tid);
            bool loop_init_1 = true;
            while(true) {
                if (!loop_init_1) {
                    uint _e135 = j;
                    j = (_e135 + WORKGROUP);
                }
                loop_init_1 = false;
                uint _e87 = j;
                if ((_e87 < key_end)) {
                } else {
                    break;
                }
                {
                    some = false;
                    all_ = true;
                    i = first;
                    bool loop_init_2 = true;
                    while(true) {
                        if (!loop_init_2) {
                            uint _e116 = i;
                            i = (_e116 + ROUND);
                        }
                        loop_init_2 = false;
                        uint _e94 = i;
                        if ((_e94 < end)) {
                        } else {
                            break;
                        }
                        {
                            r = 0u;
                            bool loop_init_3 = true;
                            while(true) {
                                if (!loop_init_3) {
                                    uint _e114 = r;
                                    r = (_e114 + 1u);
                                }
                                loop_init_3 = false;
                                uint _e98 = r;
                                if ((_e98 < ROUND)) {
                                } else {
                                    break;
                                }
                                {
                                    uint _e101 = i;
                                    uint _e102 = r;
                                    uint _e107 = j;
                                    bool _e108 = mask_mod(b, h, min((_e101 + _e102), (end - 1u)), _e107);
                                    bool _e109 = some;
                                    some = (_e109 || _e108);
                                    bool _e111 = all_;
                                    all_ = (_e111 && _e108);
                                }
                            }
                        }
                    }
                    uint _e119 = seen;
                    uint _e122 = n;
                    bool _e124 = some;
                    seen = (_e119 | (_e124 ? (1u << _e122) : 0u));
                    uint _e127 = hidden;
                    uint _e129 = n;
                    bool _e132 = all_;
                    hidden = (_e127 | (_e132 ? 0u : (1u << _e129)));
                }
            }
        }
    }
    uint _e142 = seen;
    uint _e143 = atomicOr(some_seen, _e142);
    uint _e145 = hidden;
    uint _e146 = atomicOr(some_hidden, _e145);
    memoryBarrierShared();
    barrier();
    if ((tid == 0u)) {
        uint any_ = atomicOr(some_seen, 0u);
        uint _e156 = _group_0_binding_0_cs.words;
        _group_0_binding_1_cs[(((2u * row) * _e156) + word)] = any_;
        uint _e167 = _group_0_binding_0_cs.words;
        uint _e172 = atomicOr(some_hidden, 0u);
        _group_0_binding_1_cs[((((2u * row) + 1u) * _e167) + word)] = (any_ & ~(_e172));
        return;
    } else {
        return;
    }
}

