// An element of the second branch.
fn row_branch(b: u32, h: u32, i: u32, d: u32) -> f32 {
    return load_branch(params.branch_offset + b * params.branch_batch + h * params.branch_head + i * params.branch_row + d);
}
