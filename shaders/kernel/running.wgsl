// Running values of every channel along each sequence: one thread a channel. `ends` carries them from
// one dispatch to the next.
//
// Constants: WORKGROUP, QK_DIM. `next_value(x, b, h, i, channel, first)` is given, and writes.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    let channel = id % QK_DIM;
    let state = id / QK_DIM;
    if state >= params.groups {
        return;
    }
    let h = params.kv_head_base + state % params.kv_head_count;
    let b = params.batch_base + state / params.kv_head_count;
    let end = (b * params.kv_heads + h) * QK_DIM + channel;
    let tokens = token_count(b);
    var x = 0.0;
    if params.first > 0u {
        x = ends[end];
    }
    for (var t = 0u; t < tokens; t++) {
        x = next_value(x, b, h, token_at(b, h, t, tokens), channel, params.first + t == 0u);
    }
    ends[end] = x;
}
