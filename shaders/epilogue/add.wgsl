// Adds the branch.
fn step_add(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 { return x + row_branch(b, h, i, d); }
