// A selection, one bit for each query and key.
fn mask_selected(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    return select(MASKED, s, selects(b, h, i, j));
}
