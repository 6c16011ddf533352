// What patterns are asked about, and places along an axis of a grid.

// A pair: batch entry, query head, query and key, whatever axis the rule looks along.
struct Row {
    b: u32,
    head: u32,
    i: u32,
    j: u32,
}

// A tile: batch entry, first head, first and last query, and keys.
struct RowTile {
    b: u32,
    head: u32,
    first: u32,
    last: u32,
    keys: vec2<i32>,
}

// The place of a token on an axis of `len` places, `step` tokens apart.
fn axis_place(step: i32, len: i32, token: i32) -> i32 {
    return (max(token, 0) / step) % len;
}

// The places of tokens x..=y: all, if they go round.
fn axis_places(step: i32, len: i32, tokens: vec2<i32>) -> vec2<i32> {
    let at = max(tokens, vec2<i32>(0)) / step;
    return select(vec2<i32>(0, len - 1), at % len, at.x / len == at.y / len);
}

// The places of tokens x..y.
fn axis_keys(step: i32, len: i32, keys: vec2<i32>) -> vec2<i32> {
    return axis_places(step, len, keys - vec2<i32>(0, 1)) + vec2<i32>(0, 1);
}
