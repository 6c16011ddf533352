// Which blocks the user's mask_mod shows at all, and which it shows whole: one workgroup for 32
// blocks of keys and a block of queries. Two rows of bits for each block of queries: blocks with
// some visible pair, blocks without a hidden one.
//
// Constants: WORKGROUP.

const ROUND: u32 = 8u;

var<workgroup> some_seen: atomic<u32>;
var<workgroup> some_hidden: atomic<u32>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid);
    if at >= params.cells {
        return;
    }
    let word = at % params.words;
    let row = at / params.words;
    let q_block = row % params.q_blocks;
    let h = (row / params.q_blocks) % params.heads;
    let b = row / (params.q_blocks * params.heads);
    if tid == 0u {
        atomicStore(&some_seen, 0u);
        atomicStore(&some_hidden, 0u);
    }
    workgroupBarrier();
    var seen = 0u;
    var hidden = 0u;
    let first = q_block * params.block_q;
    let end = min(first + params.block_q, params.q_len);
    for (var n = 0u; n < min(32u, params.blocks - word * 32u); n++) {
        let key0 = (word * 32u + n) * params.block_kv;
        let key_end = min(key0 + params.block_kv, params.kv_len);
        for (var j = key0 + tid; j < key_end; j += WORKGROUP) {
            // Rounds of several rows, so that the answers stay in registers; the last row fills up.
            var some = false;
            var all = true;
            for (var i = first; i < end; i += ROUND) {
                for (var r = 0u; r < ROUND; r++) { // unroll
                    let visible = mask_mod(b, h, min(i + r, end - 1u), j);
                    some = some | visible;
                    all = all & visible;
                }
            }
            seen |= select(0u, 1u << n, some);
            hidden |= select(1u << n, 0u, all);
        }
    }
    atomicOr(&some_seen, seen);
    atomicOr(&some_hidden, hidden);
    workgroupBarrier();
    if tid == 0u {
        let any = atomicLoad(&some_seen);
        selection[2u * row * params.words + word] = any;
        selection[(2u * row + 1u) * params.words + word] = any & ~atomicLoad(&some_hidden);
    }
}
