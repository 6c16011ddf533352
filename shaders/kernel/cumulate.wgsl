// Running sums of log decays within each chunk, in the order tokens are visited: one thread a
// chunk and channel. Chunked kernels form every decay ratio as exp of a difference of these.
//
// Constants: WORKGROUP, CHUNK, CHANNELS.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid) * WORKGROUP + tid;
    let channel = id % CHANNELS;
    id /= CHANNELS;
    let first = (id % params.chunks) * CHUNK;
    id /= params.chunks;
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;
    if id >= params.groups {
        return;
    }
    let tokens = token_count(b);
    var sum = 0.0;
    for (var t = first; t < min(first + CHUNK, tokens); t++) {
        let i = token_at(b, h, t, tokens);
        sum += max(load_decay(decay_at(b, h, i) + channel), EMPTIED);
        cumulated[o_at(b, h, i) + channel] = sum;
    }
}
