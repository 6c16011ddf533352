// A factor of every head and query; rows of 0 see nothing, and a tile of such rows does no work.
fn row_weight(b: u32, h: u32, i: u32) -> f32 {
    return row_weights[b * params.weight_batch + h * params.weight_head + i * params.weight_row];
}
fn rows_wanted(b: u32, head_base: u32, first_row: u32, row_end: u32) -> bool {
    var wanted = false;
    for (var row = first_row; row < row_end; row++) {
        wanted = wanted || row_weight(b, head_base + row % params.pack, row / params.pack) != 0.0;
    }
    return wanted;
}
