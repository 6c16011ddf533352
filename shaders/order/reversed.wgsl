// Blocks in place, the rows of each from last to first.
fn row_index(b: u32, h: u32, i: u32) -> u32 {
    let at = i % params.block;
    return i - at + params.block - 1u - at;
}
