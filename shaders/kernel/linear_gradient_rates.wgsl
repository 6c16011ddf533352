// Gradients by numbers of tokens, from what walks kept: one thread a number. By a rate it is the product
// of the update with the gradient by it, by a decay the sum over the rows that it fades; heads that
// share a number add up.
//
// Constants: WORKGROUP, COUNT (columns that add up), CHANNELS (numbers of a token and head), PRODUCT (by a
// rate).

const FIRST: u32 = select(FADE_BACK, UPDATE_BACK, PRODUCT);

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid) * WORKGROUP + tid;
    let channel = id % CHANNELS;
    id /= CHANNELS;
    let t = id % params.len;
    id /= params.len;
    if id >= params.groups {
        return;
    }
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;
    if t >= token_count(b) {
        return;
    }
    let i = token_start(b) + t;
    var sum = 0.0;
    for (var n = 0u; n < params.sharing; n++) {
        let row = kept_at(b, h + n, i);
        for (var c = 0u; c < COUNT; c++) {
            var x = kept[row + FIRST + channel + c];
            if PRODUCT {
                x *= kept[row + UPDATE + c];
            }
            sum += x;
        }
    }
    o[o_at(b, h, i) + channel] = sum;
}
