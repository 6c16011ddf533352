// Which keys a row sees, from indices alone.
// Lengths and positions stay below 2^28, so sums of three fit an i32.

// Distance from query index to key position, for one batch entry.
fn align_offset(q_count: u32, kv_count: u32) -> i32 {
    if params.align_to_end != 0u {
        return i32(kv_count) - i32(q_count);
    }
    return params.align_offset;
}

// Keys lo..hi visible to the query at index i (x = lo, y = hi).
fn key_range(i: u32, offset: i32, kv_count: u32) -> vec2<u32> {
    let p = i32(i) + offset;
    let end = i32(kv_count);
    var lo = 0;
    var hi = end;
    if params.window_left >= 0 {
        lo = clamp(p - params.window_left, 0, end);
    }
    if params.window_right >= 0 {
        hi = clamp(p + params.window_right + 1, 0, end);
    }
    return vec2<u32>(u32(lo), u32(max(lo, hi)));
}
