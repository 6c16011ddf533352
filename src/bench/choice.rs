//! The choice of blocks, without the attention that follows it.

use super::Checked;
use crate::device::Gpu;
use crate::error::Result;
use crate::kernels::{Choice, Pooling};
use crate::plan::{Cost, Plan, Problem};
use crate::problem::Attention;
use crate::record::Slot;
use crate::systems::{Moba, PooledGate};

/// Error of f32 sums over a head's features, relative to the largest score.
const SUMS: f64 = 1e-5;

/// A choice of `top_k` blocks of `block` keys in causal self-attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chooser {
    /// For every query, by mean keys (MoBA); otherwise for every block of queries, by mean queries
    /// and mean keys (the form of SeerAttention's gate and of SpargeAttn's estimate).
    pub each_query: bool,
    /// Keys of a block, and queries where they choose together.
    pub block: u32,
    /// Blocks of a row, forced ones among them.
    pub top_k: u32,
}

impl Chooser {
    /// What it is called in rows.
    pub fn name(self) -> &'static str {
        if self.each_query { "MoBA" } else { "pooled gate" }
    }

    /// Its work in a call of `p`: all stages up to the block lists.
    pub(super) fn plan(self, p: &Attention, gpu: &Gpu) -> Result<Plan> {
        let attention = p.clone();
        let problem: Box<dyn Problem> = if self.each_query {
            Box::new(Moba { attention, chunk_size: self.block, top_k: self.top_k, selection: true })
        } else {
            Box::new(PooledGate {
                attention,
                block_size: self.block,
                q_pooling: Pooling::Mean,
                k_pooling: Pooling::Mean,
                choice: Choice::TopK(self.top_k),
                budget: (1, self.top_k),
                selection: true,
            })
        };
        let mut plan = gpu.explain(&*problem)?;
        let dispatches = &mut plan.recording.dispatches;
        let lists = dispatches.iter().rposition(|d| d.key.kernel == "compact");
        dispatches.truncate(lists.map_or(0, |n| n + 1));
        let used = |role| plan.recording.all().flat_map(|d| &d.binds).any(|b| b.slot == Slot::Tensor(role));
        plan.tensors.retain(|(role, ..)| used(*role));
        let [rows, blocks] = [self.rows(p), p.kv_len.div_ceil(self.block)].map(u64::from);
        let heads = u64::from(p.batch) * u64::from(p.q_heads);
        plan.cost = Cost {
            flops: 2 * heads * rows * blocks * u64::from(p.qk_dim),
            bytes: plan.tensors.iter().map(|(_, bytes, _)| bytes).sum(),
        };
        Ok(plan)
    }

    /// Rows that choose, of a head.
    fn rows(self, p: &Attention) -> u32 {
        if self.each_query { p.q_len } else { p.q_len.div_ceil(self.block) }
    }

    /// Compares rows of the first and the last head of a [`Selection`](crate::Role::Selection) with f64
    /// scores: no block that is left out may score higher than one that is taken, by more than the rounding
    /// of sums. A wrong number of blocks, a later one, or a forced one left out is an infinite error.
    pub(super) fn check(
        self,
        p: &Attention,
        q: &[f32],
        k: &[f32],
        bits: &[u32],
        pairs: u32,
    ) -> Option<Checked> {
        let (rows, words) = (self.rows(p), p.kv_len.div_ceil(self.block).div_ceil(32) as usize);
        let count = (pairs / p.kv_len.max(1)).clamp(2, rows.max(2)).min(rows);
        let heads = p.batch * p.q_heads;
        let mut found = Found::default();
        let checked: Vec<u32> = if heads > 1 { vec![0, heads - 1] } else { (0..heads).collect() };
        for &head in &checked {
            let of = Head {
                q: part(q, head, p.q_len, p.qk_dim)?,
                k: part(k, head / p.group(), p.kv_len, p.qk_dim)?,
                dim: p.qk_dim as usize,
            };
            for n in 0..count {
                // Below `rows`, a u32.
                let row = (u64::from(n) * u64::from(rows - 1) / u64::from((count - 1).max(1))) as u32;
                let at = (head as usize * rows as usize + row as usize) * words;
                self.row(&of, p, row, bits.get(at..at + words)?, &mut found);
            }
        }
        let tolerance = (SUMS + 2.0 * p.dtype.epsilon()) * found.largest;
        let rows_of_all = u64::from(count) * checked.len() as u64;
        (rows_of_all > 0).then_some(Checked { error: found.error, tolerance, rows: count, rows_of_all })
    }

    fn row(self, of: &Head<'_>, p: &Attention, row: u32, bits: &[u32], found: &mut Found) {
        let (first, len) = if self.each_query {
            (row, 1)
        } else {
            (row * self.block, self.block.min(p.q_len - row * self.block))
        };
        let own = first / self.block;
        let query = mean(of.q, of.dim, first, len);
        let (mut best_left, mut worst_taken, mut taken) = (f64::NEG_INFINITY, f64::INFINITY, 0);
        for c in 0..p.kv_len.div_ceil(self.block) {
            let chosen = bits[(c / 32) as usize] >> (c % 32) & 1 == 1;
            let forced = c == own || (!self.each_query && c == 0);
            taken += u32::from(chosen);
            if c > own || forced {
                let right = chosen == (c <= own);
                found.error = if right { found.error } else { f64::INFINITY };
                continue;
            }
            let key = mean(of.k, of.dim, c * self.block, self.block.min(p.kv_len - c * self.block));
            let score: f64 = query.iter().zip(&key).map(|(q, k)| q * k).sum();
            let size: f64 = query.iter().zip(&key).map(|(q, k)| (q * k).abs()).sum();
            found.largest = found.largest.max(size);
            if chosen {
                worst_taken = worst_taken.min(score);
            } else {
                best_left = best_left.max(score);
            }
        }
        found.error = found.error.max(best_left - worst_taken);
        if taken != self.top_k.min(own + 1).max(1 + u32::from(!self.each_query && own > 0)) {
            found.error = f64::INFINITY;
        }
    }
}

/// Queries and keys of a head.
struct Head<'a> {
    q: &'a [f32],
    k: &'a [f32],
    dim: usize,
}

#[derive(Default)]
struct Found {
    error: f64,
    largest: f64,
}

fn part(all: &[f32], head: u32, len: u32, dim: u32) -> Option<&[f32]> {
    let size = len as usize * dim as usize;
    all.get(size * head as usize..size * (head as usize + 1))
}

/// The mean of `len` rows.
fn mean(x: &[f32], dim: usize, first: u32, len: u32) -> Vec<f64> {
    let rows = first as usize..(first + len) as usize;
    let sum = |d: usize| rows.clone().map(|i| f64::from(x[i * dim + d])).sum::<f64>();
    (0..dim).map(|d| sum(d) / f64::from(len)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::values;
    use crate::problem::Role;

    #[test]
    fn a_block_that_scores_less_than_one_left_out_is_an_error() {
        let p = Attention::new(1, 1, 64, 8).causal();
        let [q, k] = [Role::Q, Role::K].map(|role| values(role, 512, None));
        let chooser = Chooser { each_query: true, block: 16, top_k: 2 };
        let of = Head { q: &q, k: &k, dim: 8 };
        let scores = |i: u32| -> Vec<f64> {
            let query = mean(of.q, 8, i, 1);
            let score = |c| mean(of.k, 8, 16 * c, 16).iter().zip(&query).map(|(k, q)| k * q).sum();
            (0..i / 16).map(score).collect()
        };
        let order = |i: u32| {
            let scores = scores(i);
            let mut order: Vec<usize> = (0..scores.len()).collect();
            order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
            order
        };
        let right: Vec<u32> =
            (0..64u32).map(|i| 1 << (i / 16) | order(i).first().map_or(0, |&c| 1 << c)).collect();
        let check = |bits: &[u32]| chooser.check(&p, &q, &k, bits, 1 << 20).unwrap();
        assert!(check(&right).passes() && check(&right).rows == 64);
        let [best, next, worst] = order(63)[..] else { panic!("three blocks before the last") };
        for wrong in [0b1000 | 1 << worst, 1 << best | 1 << next, 0b1000 | 1 << best | 1 << next, 0b1000] {
            let mut bits = right.clone();
            bits[63] = wrong;
            assert!(!check(&bits).passes(), "{wrong:b}");
        }
    }
}
