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

static const uint WORKGROUP = 64u;
static const uint PARTIAL = 2147483648u;

cbuffer params : register(b0) { Params params; }
ByteAddressBuffer block_spans : register(t1);
ByteAddressBuffer block_entries : register(t2);
RWByteAddressBuffer listed : register(u3);

uint group_id(uint3 wid_1)
{
    uint _e4 = params.grid_x;
    return ((wid_1.y * _e4) + wid_1.x);
}

uint naga_div(uint lhs, uint rhs) {
    return lhs / (rhs == 0u ? 1u : rhs);
}

uint naga_mod(uint lhs, uint rhs) {
    return lhs % (rhs == 0u ? 1u : rhs);
}

[numthreads(64, 1, 1)]
void main(uint3 wid : SV_GroupID, uint tid : SV_GroupIndex)
{
    uint n = 0u;
    uint n_1 = (uint)0;

    const uint _e2 = group_id(wid);
    uint list = ((_e2 * WORKGROUP) + tid);
    uint _e8 = params.cells;
    if ((list >= _e8)) {
        return;
    }
    uint _e12 = params.kv_blocks;
    uint words = naga_div((_e12 + 15u), 16u);
    uint2 loop_bound = uint2(4294967295u, 4294967295u);
    bool loop_init = true;
    while(true) {
        if (all(loop_bound == uint2(0u, 0u))) { break; }
        loop_bound -= uint2(loop_bound.y == 0u, 1u);
        if (!loop_init) {
            uint _e28 = n;
            n = (_e28 + 1u);
        }
        loop_init = false;
        uint _e19 = n;
        if ((_e19 < words)) {
        } else {
            break;
        }
        {
            uint _e23 = n;
            listed.Store(((list * words) + _e23)*4, asuint(0u));
        }
    }
    uint2 _e32 = asuint(block_spans.Load2(list*8));
    uint _e35 = params.block_entries;
    uint2 span = min(_e32, (_e35).xx);
    n_1 = span.x;
    uint2 loop_bound_1 = uint2(4294967295u, 4294967295u);
    bool loop_init_1 = true;
    while(true) {
        if (all(loop_bound_1 == uint2(0u, 0u))) { break; }
        loop_bound_1 -= uint2(loop_bound_1.y == 0u, 1u);
        if (!loop_init_1) {
            uint _e72 = n_1;
            n_1 = (_e72 + 1u);
        }
        loop_init_1 = false;
        uint _e40 = n_1;
        if ((_e40 < span.y)) {
        } else {
            break;
        }
        {
            uint _e44 = n_1;
            uint entry = asuint(block_entries.Load(_e44*4));
            uint block = (entry & 2147483647u);
            uint _e51 = params.kv_blocks;
            if ((block < _e51)) {
                uint _e59 = asuint(listed.Load(((list * words) + naga_div(block, 16u))*4));
                listed.Store(((list * words) + naga_div(block, 16u))*4, asuint((_e59 | (((entry >= PARTIAL) ? 3u : 1u) << (2u * naga_mod(block, 16u))))));
            }
        }
    }
    return;
}
