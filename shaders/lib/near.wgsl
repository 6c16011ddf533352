// Whether place j is among the KERNEL nearest to place i of a line of `len`, shifted inward at
// its ends. The size is pattern_a.
fn near_in_line(i: i32, j: i32, len: i32) -> bool {
    let size = i32(params.pattern_a);
    let first = clamp(i - size / 2, 0, max(len - size, 0));
    return j >= first && j < first + size;
}
