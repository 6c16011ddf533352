// The user's mask_mod, asked only in blocks that it hides a part of.
fn hook_mask(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    if !tile_partial {
        return s;
    }
    return select(MASKED, s, mask_mod(b, h, i, j));
}
