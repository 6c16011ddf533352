// The user's mask_mod.
fn hook_mask(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    return select(MASKED, s, mask_mod(b, h, i, j));
}
