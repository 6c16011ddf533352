//! What a choice of blocks keeps: its density and its share of the attention.

/// Share of blocks that lists name: [`crate::Role::BlockSpans`] (pairs of first and past-the-last
/// entry) over `blocks` to choose from in every list. 0 without lists.
pub fn density(spans: &[u32], blocks: u32) -> f64 {
    let lists = spans.len() / 2;
    let named: u64 = spans.chunks_exact(2).map(|s| u64::from(s[1].saturating_sub(s[0]))).sum();
    if lists == 0 || blocks == 0 { 0.0 } else { named as f64 / (lists as f64 * f64::from(blocks)) }
}

/// Share of every row's attention that falls on the visited keys, from the log-sum-exps of the
/// sparse and of the dense attention: `exp(lse_sparse - lse_dense)`. 1 for a row that sees
/// nothing in either.
pub fn kept_mass(sparse_lse: &[f32], dense_lse: &[f32]) -> Vec<f64> {
    let share = |(&sparse, &dense): (&f32, &f32)| {
        if dense == f32::NEG_INFINITY { 1.0 } else { (f64::from(sparse) - f64::from(dense)).exp() }
    };
    sparse_lse.iter().zip(dense_lse).map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn density_counts_named_blocks() {
        assert_eq!(density(&[0, 2, 2, 2, 4, 8], 4), 0.5);
        assert_eq!((density(&[], 4), density(&[0, 0], 0)), (0.0, 0.0));
    }

    #[test]
    fn mass_is_the_share_of_the_denominator() {
        let dense = [4f32.ln(), 0.0, f32::NEG_INFINITY];
        let kept = kept_mass(&[1f32.ln(), f32::NEG_INFINITY, f32::NEG_INFINITY], &dense);
        assert!((kept[0] - 0.25).abs() < 1e-7, "{kept:?}");
        assert_eq!(kept[1..], [0.0, 1.0]);
    }
}
