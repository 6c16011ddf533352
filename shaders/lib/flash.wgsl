// What the tiled kernels share: the tiles of a split, the edit of four scores, a row's end.

// Tiles that some row sees, cut to the share of one split (x: first, y: one past the last).
fn split_tiles(key_lo: u32, key_hi: u32, split: u32) -> vec2<u32> {
    let lo = key_lo / BLOCK_K;
    let tiles = max(lo, (key_hi + BLOCK_K - 1u) / BLOCK_K) - lo;
    let share = (tiles + params.splits - 1u) / params.splits;
    return vec2<u32>(lo + min(split * share, tiles), lo + min((split + 1u) * share, tiles));
}

fn edit_one(s: f32, b: u32, head: u32, i: u32, key: u32, keys: vec2<u32>) -> f32 {
    if key < keys.x || key >= keys.y {
        return MASKED;
    }
    let x = edit_score(s, b, head, i, key);
    return select(x, LOWEST_VISIBLE, x != MASKED && x < LOWEST_VISIBLE);
}

// Scores of four keys in a row; hidden ones become MASKED.
fn edit_four(s: vec4<f32>, b: u32, head: u32, i: u32, key: u32, keys: vec2<u32>) -> vec4<f32> {
    return vec4<f32>(
        edit_one(s.x, b, head, i, key, keys),
        edit_one(s.y, b, head, i, key + 1u, keys),
        edit_one(s.z, b, head, i, key + 2u, keys),
        edit_one(s.w, b, head, i, key + 3u, keys),
    );
}

// Factor of the accumulated output (x) and log-sum-exp (y) of a row with maximum m and sum l.
// The sink counts once, in the first split.
fn finish_row(m: f32, l: f32, head: u32, split: u32) -> vec2<f32> {
    var top = m;
    var shrink = 1.0;
    var sum = l;
    let sink = sink_logit(head);
    if split == 0u && sink != MASKED {
        top = max(top, sink);
        shrink = exp(m - top);
        sum = sum * shrink + exp(sink - top);
    }
    // A NaN counts as seen.
    let seen = sum > 0.0 || sum != sum;
    return vec2<f32>(select(0.0, shrink / sum, seen), select(params.neg_inf, top + log(sum), seen));
}
