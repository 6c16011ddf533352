// The user's score_mod. It may hide a pair with MASKED or -inf.
fn hook_score(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let x = score_mod(s, b, h, i, j);
    return select(x, MASKED, is_neg_inf(x));
}
