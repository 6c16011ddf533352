// Element of the second branch.
fn load_branch(at: u32) -> f32 { return f32(branch[at]); }
