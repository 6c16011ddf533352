// A NaN stays one: comparisons and maxima inside the functions may drop it.
fn weight_kept(s: f32, b: u32, head: u32, key: u32) -> f32 {
    return select(weight_of(s, b, head, key), s, is_nan(s));
}
