//! FLOPs and bytes, counted exactly from the description.

use crate::problem::{Attention, LinearAttention, UpdateRule};

/// Arithmetic and compulsory memory traffic of a call.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// Floating-point operations: a multiply-add is two. Products only, the softmax is not counted.
    pub flops: u64,
    /// Bytes that must move at least once: inputs read and outputs written.
    pub bytes: u64,
}

impl Cost {
    /// Cost of dense attention: `2 (qk_dim + v_dim)` operations for each visible pair, by the
    /// causal and window bounds. Masks, lengths and block lists given as data are not known here,
    /// and patterns are not counted: with them it is an upper bound.
    pub fn attention(p: &Attention, bytes: u64) -> Self {
        let pairs = visible_pairs(p) * u64::from(p.batch) * u64::from(p.q_heads);
        Self { flops: pairs.saturating_mul(2 * u64::from(p.qk_dim + p.v_dim)), bytes }
    }
}

impl Cost {
    /// Cost of the recurrence: for every token a read of the state by each query head and an
    /// update, and a read more by the delta rule; `2 qk_dim v_dim` operations each. Chunked
    /// kernels do more than this, in a better order.
    pub fn linear(p: &LinearAttention, bytes: u64) -> Self {
        let tokens = p.ragged.map_or(u64::from(p.batch) * u64::from(p.len), u64::from);
        let updates = if p.rule == UpdateRule::Delta { 2 } else { 1 };
        let passes = u64::from(p.q_heads) + updates * u64::from(p.kv_heads);
        Self { flops: 2 * tokens * passes * u64::from(p.qk_dim) * u64::from(p.v_dim), bytes }
    }
}

/// Pairs of one head that causal and window bounds let through.
fn visible_pairs(p: &Attention) -> u64 {
    let v = p.visibility;
    if v.right().is_none() && v.window_left.is_none() {
        return u64::from(p.q_len) * u64::from(p.kv_len);
    }
    (0..p.q_len).map(|i| v.keys(i, p.q_len, p.kv_len)).map(|k| u64::from(k.end - k.start)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Alignment;

    fn flops(p: &Attention) -> u64 {
        Cost::attention(p, 0).flops
    }

    #[test]
    fn full_attention_counts_every_pair() {
        assert_eq!(flops(&Attention::new(2, 3, 10, 4)), 2 * 3 * 100 * 2 * 8);
    }

    #[test]
    fn causal_attention_counts_the_triangle_with_its_diagonal() {
        assert_eq!(flops(&Attention::new(1, 1, 10, 4).causal()), 55 * 16);
    }

    #[test]
    fn a_decode_step_costs_a_full_pass_over_the_cache() {
        let mut p = Attention::new(1, 1, 1, 4).kv_len(100).causal();
        p.visibility.alignment = Alignment::BottomRight;
        assert_eq!(flops(&p), 100 * 16);
    }

    #[test]
    fn a_window_costs_its_width() {
        let mut p = Attention::new(1, 1, 1000, 4).causal();
        p.visibility.window_left = Some(9);
        assert_eq!(flops(&p), (55 + 990 * 10) * 16);
    }

    #[test]
    fn a_recurrence_costs_the_same_for_every_token() {
        let cost = |p: &LinearAttention| Cost::linear(p, 0).flops;
        assert_eq!(cost(&LinearAttention::new(1, 2, 10, 4)), 10 * 2 * (2 + 2) * 16);
        let delta = LinearAttention::new(1, 4, 10, 4).kv_heads(2).rule(UpdateRule::Delta);
        assert_eq!(cost(&delta), 10 * 2 * (4 + 4) * 16);
    }

    #[test]
    fn no_keys_cost_nothing() {
        assert_eq!(flops(&Attention::new(1, 1, 7, 4).kv_len(0)), 0);
    }
}
