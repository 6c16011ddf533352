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

static const uint WORKGROUP = 64u;
static const float MASKED = -3.4028235e38;
static const uint ROUND = 8u;

cbuffer params : register(b0) { Params params; }
RWByteAddressBuffer selection : register(u1);
ByteAddressBuffer mask_mod_input_ids : register(t2);
groupshared uint some_seen;
groupshared uint some_hidden;

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

bool mask_mod(uint batch, uint head, uint q_idx, uint kv_idx)
{
    bool local = (bool)0;

    uint _e6 = asuint(mask_mod_input_ids.Load(q_idx*4));
    uint _e9 = asuint(mask_mod_input_ids.Load(kv_idx*4));
    if ((_e6 == _e9)) {
        uint _e16 = params.mask_mod_input_reach;
        local = ((q_idx - kv_idx) < _e16);
    } else {
        local = false;
    }
    bool _e19 = local;
    return _e19;
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    if (tid == 0) {
        some_seen = (uint)0;
        some_hidden = (uint)0;
    }
    GroupMemoryBarrierWithGroupSync();
    uint seen = 0u;
    uint hidden = 0u;
    uint n = 0u;
    uint j = (uint)0;
    bool some = (bool)0;
    bool all_ = (bool)0;
    uint i = (uint)0;
    uint r = (uint)0;

    const uint _e2 = group_id(wid);
    uint _e5 = params.cells;
    if ((_e2 >= _e5)) {
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
    uint b = naga_div(row, (_e29 * _e32));
    if ((tid == 0u)) {
        { uint dummy = 0; InterlockedExchange(some_seen, 0u, dummy); }
        { uint dummy_1 = 0; InterlockedExchange(some_hidden, 0u, dummy_1); }
    }
    GroupMemoryBarrierWithGroupSync();
    uint _e47 = params.block_q;
    uint first = (q_block * _e47);
    uint _e51 = params.block_q;
    uint _e55 = params.q_len;
    uint end = min((first + _e51), _e55);
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e139 = n;
            n = (_e139 + 1u);
        }
        loop_init = false;
        uint _e59 = n;
        uint _e63 = params.blocks;
        if ((_e59 < min(32u, (_e63 - (word * 32u))))) {
        } else {
            break;
        }
        {
            uint _e71 = n;
            uint _e75 = params.block_kv;
            uint key0_ = (((word * 32u) + _e71) * _e75);
            uint _e79 = params.block_kv;
            uint _e83 = params.kv_len;
            uint key_end = min((key0_ + _e79), _e83);
            j = (key0_ + tid);
            uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
            bool loop_init_1 = true;
            while(true) {
                if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
                loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
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
                    uint2 loop_bound_2 = uint2(4294967295u, 4294967295u);
                    bool loop_init_2 = true;
                    while(true) {
                        if (all(loop_bound_2 == uint2(0u, 0u))) { break; }
                        loop_bound_2 -= uint2(loop_bound_2.y == 0u, 1u);
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
                            uint2 loop_bound_3 = uint2(4294967295u, 4294967295u);
                            bool loop_init_3 = true;
                            while(true) {
                                if (all(loop_bound_3 == uint2(0u, 0u))) { break; }
                                loop_bound_3 -= uint2(loop_bound_3.y == 0u, 1u);
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
                                    const bool _e108 = mask_mod(b, h, min((_e101 + _e102), (end - 1u)), _e107);
                                    bool _e109 = some;
                                    some = (_e109 | _e108);
                                    bool _e111 = all_;
                                    all_ = (_e111 & _e108);
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
    uint _e143; InterlockedOr(some_seen, _e142, _e143);
    uint _e145 = hidden;
    uint _e146; InterlockedOr(some_hidden, _e145, _e146);
    GroupMemoryBarrierWithGroupSync();
    if ((tid == 0u)) {
        uint any_; InterlockedOr(some_seen, 0, any_);
        uint _e156 = params.words;
        selection.Store((((2u * row) * _e156) + word)*4, asuint(any_));
        uint _e167 = params.words;
        uint _e172; InterlockedOr(some_hidden, 0, _e172);
        selection.Store(((((2u * row) + 1u) * _e167) + word)*4, asuint((any_ & ~(_e172))));
        return;
    } else {
        return;
    }
}
