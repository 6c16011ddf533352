// What the kernels of gradients share. A workgroup owns queries of a head or, with OWNS_KEYS, keys of one,
// and goes over the others: the keys, or the queries of all heads that read these keys. What it adds up is
// its own alone, so that no sum depends on the order of workgroups.

struct Owned {
    b: u32,
    // Head of what is owned, and of its keys.
    head: u32,
    kv_head: u32,
    // First, and one past the last.
    span: vec2<u32>,
    q_len: u32,
    kv_len: u32,
    offset: i32,
    // Others that causal and window bounds let some of them meet (x: first, y: one past the last).
    others: vec2<u32>,
}

fn owned(group: u32) -> Owned {
    let id = group / params.q_tiles;
    let tile = group % params.q_tiles;
    // Under a causal mask later queries and earlier keys have more to do: the longest first.
    let place = select(params.q_tiles - 1u - tile, tile, OWNS_KEYS);
    return owned_at(params.batch_base + id / params.packs, params.head_base + id % params.packs, place);
}

// The tile at a place of a batch entry and a head.
fn owned_at(b: u32, head: u32, place: u32) -> Owned {
    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let offset = align_offset(q_len, kv_len);
    // Keys that are padding have gradients of 0, which are written too.
    let count = select(q_len, select(params.kv_len, kv_len, RAGGED), OWNS_KEYS);
    let first = min(place * BLOCK_OWN, count);
    let span = vec2<u32>(first, min(first + BLOCK_OWN, count));
    var o = Owned(b, head, select(head / params.group, head, OWNS_KEYS), span, q_len, kv_len, offset, vec2<u32>(0u));
    o.others = met(o, span);
    return o;
}

// Others that causal and window bounds let some of the queries or keys x..y meet.
fn met(o: Owned, span: vec2<u32>) -> vec2<u32> {
    if span.x >= span.y {
        return vec2<u32>(0u);
    }
    if OWNS_KEYS {
        return query_range(span, o.offset, o.q_len);
    }
    return vec2<u32>(key_range(span.x, o.offset, o.kv_len).x, key_range(span.y - 1u, o.offset, o.kv_len).y);
}

// Queries that see some of the keys x..y: between bounds that move with them.
fn query_range(keys: vec2<u32>, offset: i32, q_len: u32) -> vec2<u32> {
    let end = i32(q_len);
    var lo = 0;
    var hi = end;
    if params.window_right >= 0 {
        lo = clamp(i32(keys.x) - params.window_right - offset, 0, end);
    }
    if params.window_left >= 0 {
        hi = clamp(i32(keys.y) + params.window_left - offset, 0, end);
    }
    return vec2<u32>(u32(lo), u32(max(lo, hi)));
}

fn query_at(o: Owned, h: u32, i: u32) -> u32 { return params.q_offset + o.b * params.q_batch + h * params.q_head + (q_start(o.b) + i) * params.q_row; }
fn key_at(o: Owned, j: u32) -> u32 { return params.k_offset + o.b * params.k_batch + o.kv_head * params.k_head + (kv_start(o.b) + j) * params.k_row; }
fn value_at(o: Owned, j: u32) -> u32 { return params.v_offset + o.b * params.v_batch + o.kv_head * params.v_head + (kv_start(o.b) + j) * params.v_row; }
fn grad_at(o: Owned, h: u32, i: u32) -> u32 { return params.grad_offset + o.b * params.grad_batch + h * params.grad_head + (q_start(o.b) + i) * params.grad_row; }
fn stats_at(o: Owned, h: u32, i: u32) -> u32 { return o.b * params.lse_batch + h * params.lse_head + q_start(o.b) + i; }

// Where the gradient by the n-th query or key goes.
fn result_at(o: Owned, n: u32) -> u32 {
    return params.o_offset + o.b * params.o_batch + o.head * params.o_head + (select(q_start(o.b), kv_start(o.b), OWNS_KEYS) + n) * params.o_row;
}

// A gradient from its sum: queries carry their scale where they are what is summed.
fn finish(sum: vec4<f32>) -> vec4<f32> { return select(sum * params.scale, sum, OWNS_KEYS); }

// Query heads that what is owned meets (x: first, y: one past the last).
fn heads_of(o: Owned) -> vec2<u32> {
    return select(vec2<u32>(o.head, o.head + 1u), vec2<u32>(o.head, o.head + 1u) * params.group, OWNS_KEYS);
}

// Queries and keys of a tile of pairs (x: first, y: one past the last).
struct Pairs { rows: vec2<u32>, keys: vec2<u32> }

fn pairs_of(o: Owned, first: u32) -> Pairs {
    let others = vec2<u32>(first, min(first + BLOCK, o.others.y));
    if OWNS_KEYS {
        return Pairs(others, o.span);
    }
    return Pairs(o.span, others);
}

// Whether some pair of a tile is hidden by bounds or lies past an end: scores are edited then.
fn hides_some(o: Owned, pairs: Pairs) -> bool {
    let first = key_range(pairs.rows.x, o.offset, o.kv_len);
    let last = key_range(pairs.rows.y - 1u, o.offset, o.kv_len);
    let sizes = select(vec2<u32>(BLOCK_OWN, BLOCK), vec2<u32>(BLOCK, BLOCK_OWN), OWNS_KEYS);
    let full = pairs.rows.y - pairs.rows.x == sizes.x && pairs.keys.y - pairs.keys.x == sizes.y;
    return STAGED || !full || pairs.keys.x < last.x || pairs.keys.y > first.y;
}

// What a pair adds up by: its weight for values, else the gradient by its scaled product. `product` is
// scaled, `by_value` the product of its value with the gradient by the output, `row` what
// kernel/gradient_stats keeps of its query.
fn pair_weight(o: Owned, h: u32, i: u32, j: u32, product: f32, by_value: f32, row: vec4<f32>, hides: bool) -> f32 {
    var s = scale_pair(product);
    // A pair past the ends asks for numbers of the last.
    let slope = score_slope(s, o.b, h, min(i, o.q_len - 1u), min(j, params.kv_len - 1u));
    if hides {
        s = visible_score(o, h, i, j, s);
    }
    let p = exp_kept((s - row.x) - row.y);
    let by_product = p * (by_value - row.z) * slope;
    return select(select(by_product, p, OF_VALUES), 0.0, s == MASKED);
}

fn visible_score(o: Owned, h: u32, i: u32, j: u32, s: f32) -> f32 {
    let keys = key_range(i, o.offset, o.kv_len);
    if i >= o.q_len || j < keys.x || j >= keys.y {
        return MASKED;
    }
    let x = edit_score(s, o.b, h, i, j);
    return select(x, LOWEST_VISIBLE, x != MASKED && x < LOWEST_VISIBLE);
}
