// Factor of the current token's own product.
fn bonus_element(at: u32) -> f32 { return bonus[at]; }
