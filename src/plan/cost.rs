//! FLOPs and bytes, counted exactly from the description.

use crate::problem::{Attention, HostBlockLists, LinearAttention, UpdateRule, product};

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
        Self::pairs(p, all_pairs(p), bytes)
    }

    /// Cost of attention over block lists: the pairs in listed blocks that causal and window
    /// bounds let through. A block named twice counts twice, as it does in the kernels; a partial
    /// one counts whole.
    pub fn blocks(p: &Attention, lists: &HostBlockLists, bytes: u64) -> Self {
        let list = &lists.list;
        let q_blocks = p.q_len.div_ceil(list.block_q.max(1)).max(1);
        let mut pairs = 0;
        for (n, span) in (0u32..).zip(lists.spans.chunks_exact(2)) {
            let first = (n % q_blocks).saturating_mul(list.block_q);
            let blocks = lists.entries.get(span[0] as usize..span[1] as usize).unwrap_or_default();
            for i in first..first.saturating_add(list.block_q).min(p.q_len) {
                let keys = p.visibility.keys(i, p.q_len, p.kv_len);
                let inside = |block: &u32| {
                    let from = (block & !crate::problem::PARTIAL).saturating_mul(list.block_kv);
                    let end = keys.end.min(from.saturating_add(list.block_kv));
                    u64::from(end.saturating_sub(keys.start.max(from)))
                };
                pairs += blocks.iter().map(inside).sum::<u64>();
            }
        }
        // Entries and heads that share a list.
        let sharing = p.batch / list.batch.max(1) * (p.q_heads / list.heads.max(1));
        Self::pairs(p, pairs * u64::from(sharing), bytes)
    }

    /// Cost of gradients by queries, keys and values, and by the additive mask, as far as they are wanted:
    /// for each visible pair, counted as by [`Cost::attention`], its score and the product of its value with
    /// the gradient by the output once, and one product more for every gradient but the mask's, whose sums
    /// are of single numbers.
    pub fn gradient(p: &Attention, [q, k, v]: [bool; 3], bias: bool, bytes: u64) -> Self {
        let (qk, by_value) = (u64::from(p.qk_dim), u64::from(p.v_dim));
        let score = if q || k || v || bias { qk } else { 0 };
        let weight = if q || k || bias { by_value } else { 0 };
        let sums = qk * (u64::from(q) + u64::from(k)) + by_value * u64::from(v);
        Self { flops: all_pairs(p).saturating_mul(2 * (score + weight + sums)), bytes }
    }

    fn pairs(p: &Attention, pairs: u64, bytes: u64) -> Self {
        Self { flops: pairs.saturating_mul(2 * (u64::from(p.qk_dim) + u64::from(p.v_dim))), bytes }
    }

    /// Cost of the recurrence: for every token a read of the state by each query head and an
    /// update, and a read more by the delta rule; `2 qk_dim v_dim` operations each. Chunked
    /// kernels do more than this, in a better order.
    pub fn linear(p: &LinearAttention, bytes: u64) -> Self {
        let tokens = p.ragged.map_or(u64::from(p.batch) * u64::from(p.len), u64::from);
        let updates = if p.rule == UpdateRule::Delta { 2 } else { 1 };
        let passes = u64::from(p.q_heads) + updates * u64::from(p.kv_heads);
        Self { flops: product(&[2, tokens, passes, p.qk_dim.into(), p.v_dim.into()]), bytes }
    }

    /// Cost of the recurrence by chunks of `chunk` tokens, as matrix work: what
    /// [`Cost::linear`] counts, and for every query head the products of the queries and keys of
    /// a chunk that see each other with the weighing of their updates; by rules that correct
    /// themselves those of the keys with each other too, and the solution of their triangle. A
    /// rank-one rule writes two rows a token.
    pub fn chunked(p: &LinearAttention, chunk: u32, bytes: u64) -> Self {
        let chunk = u64::from(chunk.max(1));
        let (whole, rest) = (u64::from(p.len) / chunk, u64::from(p.len) % chunk);
        let triangle = |n: u64| n * (n + 1) / 2;
        let seen = whole * triangle(chunk) + triangle(rest);
        // Strictly before each other.
        let before = seen - u64::from(p.len);
        let dims = u64::from(p.qk_dim) + u64::from(p.v_dim);
        let corrections = if p.rule == UpdateRule::Add { 0 } else { u64::from(p.kv_heads) * before };
        let sources = if p.rule == UpdateRule::RankOne { 2 } else { 1 };
        // Packed sequences are counted as if all were the longest.
        let products = product(&[p.q_heads.into(), seen]).saturating_add(corrections);
        let pairs = product(&[2, dims, p.batch.into(), sources, products]);
        Self { flops: Self::linear(p, bytes).flops.saturating_add(pairs), bytes }
    }
}

/// Pairs of all heads that causal and window bounds let through.
fn all_pairs(p: &Attention) -> u64 {
    product(&[visible_pairs(p), p.batch.into(), p.q_heads.into()])
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
    fn block_lists_cost_the_pairs_they_cover() {
        let p = Attention::new(2, 4, 100, 4).causal();
        // Blocks of 32 queries and 16 keys, one list for all heads: the last blocks are cut.
        let lists: Vec<Vec<u32>> = vec![vec![0, 1], vec![0, 3], vec![1], vec![0, 5, 6]];
        let host = HostBlockLists::new(&p, 32, 16, 1, 1, &lists).unwrap();
        let sees = |i: u32, j: u32| j <= i && lists[(i / 32) as usize].contains(&(j / 16));
        let counted = (0..100).map(|i| (0..100).filter(|&j| sees(i, j)).count() as u64).sum::<u64>();
        assert_eq!(Cost::blocks(&p, &host, 7), Cost { flops: 2 * 4 * counted * 16, bytes: 7 });
        let all = vec![(0..7).collect(); 4];
        let host = HostBlockLists::new(&p, 32, 16, 1, 1, &all).unwrap();
        assert_eq!(Cost::blocks(&p, &host, 0), Cost::attention(&p, 0));
    }

    #[test]
    fn lists_of_every_head_and_entry_are_added_up() {
        let p = Attention::new(2, 2, 32, 4);
        let lists = [vec![0], vec![], vec![0, 1], vec![1]];
        let host = HostBlockLists::new(&p, 32, 16, 2, 2, &lists).unwrap();
        assert_eq!(Cost::blocks(&p, &host, 0).flops, 4 * 32 * 16 * 16);
    }

    #[test]
    fn chunks_of_one_token_add_only_their_own_pair() {
        let p = LinearAttention::new(1, 2, 10, 4);
        assert_eq!(Cost::chunked(&p, 1, 0).flops, Cost::linear(&p, 0).flops + 2 * 10 * 2 * 8);
    }

    #[test]
    fn a_chunk_costs_its_triangle_and_the_delta_rule_that_of_its_keys() {
        // Chunks of 4, 4 and 2 tokens: 10 + 10 + 3 pairs.
        let p = LinearAttention::new(1, 4, 10, 8).kv_heads(2);
        assert_eq!(Cost::chunked(&p, 4, 0).flops, Cost::linear(&p, 0).flops + 2 * 16 * 4 * 23);
        let delta = p.rule(UpdateRule::Delta);
        let keys = 2 * 16 * 2 * (23 - 10);
        assert_eq!(Cost::chunked(&delta, 4, 0).flops, Cost::linear(&delta, 0).flops + 2 * 16 * 4 * 23 + keys);
    }

    #[test]
    fn a_window_of_block_lists_costs_only_what_both_let_through() {
        let mut p = Attention::new(1, 1, 64, 4).causal();
        p.visibility.window_left = Some(3);
        let host = HostBlockLists::new(&p, 32, 32, 1, 1, &[vec![0], vec![0, 1]]).unwrap();
        assert_eq!(Cost::blocks(&p, &host, 0), Cost::attention(&p, 0));
    }

    #[test]
    fn no_keys_cost_nothing() {
        assert_eq!(flops(&Attention::new(1, 1, 7, 4).kv_len(0)), 0);
    }
}
