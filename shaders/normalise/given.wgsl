// Softmax by a log-sum-exp that an earlier pass found, each weight changed by the user's
// prob_mod and not normalised again.
fn first_max(lse_at: u32) -> f32 { return lse_parts[lse_at].x; }
fn next_max(m: f32, tile: f32) -> f32 { return m; }
fn size_of(s: vec4<f32>) -> f32 { return 0.0; }

fn weight_one(s: f32, top: f32, b: u32, head: u32, i: u32, slot: u32) -> f32 {
    if s == MASKED {
        return 0.0;
    }
    let rest = lse_parts[b * params.lse_batch + head * params.lse_head + q_start(b) + i].y;
    return prob_mod(exp_kept((s - top) - rest), b, head, i, key_of(slot));
}

fn weights(s: vec4<f32>, top: f32, b: u32, head: u32, i: u32, slot: u32) -> vec4<f32> {
    return vec4<f32>(
        weight_one(s.x, top, b, head, i, slot),
        weight_one(s.y, top, b, head, i, slot + 1u),
        weight_one(s.z, top, b, head, i, slot + 2u),
        weight_one(s.w, top, b, head, i, slot + 3u),
    );
}
