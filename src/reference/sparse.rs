//! Block masks and the stages of block selection, as plain loops.

use crate::kernels::{Choice, Select};
use crate::problem::Attention;

/// The boolean mask `[batch, q_heads, q_len, kv_len]` of a block mask `[batch, q_heads,
/// ceil(q_len / block_q), ceil(kv_len / block_kv)]`.
pub fn expand_block_mask(p: &Attention, block_q: u32, block_kv: u32, blocks: &[bool]) -> Vec<bool> {
    let (nq, nk) = (p.q_len.div_ceil(block_q) as usize, p.kv_len.div_ceil(block_kv) as usize);
    let mut mask = Vec::new();
    for head in 0..(p.batch * p.q_heads) as usize {
        for i in 0..p.q_len as usize {
            let row = &blocks[(head * nq + i / block_q as usize) * nk..][..nk];
            mask.extend((0..p.kv_len as usize).map(|j| row[j / block_kv as usize]));
        }
    }
    mask
}

/// Blocks that [`Select`] chooses, `[batch, heads, rows, blocks]`, by sorting every row.
pub fn select(p: &Select, scores: &[f64]) -> Vec<bool> {
    let (rows, blocks, group) = (p.rows() as usize, p.blocks as usize, p.group as usize);
    let mut out = Vec::new();
    for row in 0..(p.batch * p.heads) as usize * rows {
        let at = |g: usize, c: usize| ((row / rows * group + g) * rows + row % rows) * blocks + c;
        let summed: Vec<f64> = (0..blocks).map(|c| (0..group).map(|g| scores[at(g, c)]).sum()).collect();
        out.extend(select_row(p, row % rows, &summed));
    }
    out
}

/// One row: forced blocks first, then by score, then by index.
fn select_row(p: &Select, row: usize, scores: &[f64]) -> Vec<bool> {
    let position = |i: i64| i + i64::from(p.align_offset);
    let (step, block) = (i64::from(p.row_step), i64::from(p.block));
    let first = position(row as i64 * step).max(0);
    let last = position(((row as i64 + 1) * step).min(p.q_len.into()) - 1);
    let end = i64::from(p.blocks) - 1;
    let own = (first / block).min(end) - i64::from(p.recent)..=(last.max(0) / block).min(end);
    let visible = |c: usize| !p.causal || (last >= 0 && c as i64 <= *own.end());
    let forced = |c: usize| c < p.first as usize || (p.own && own.contains(&(c as i64)));
    let mut order: Vec<usize> = (0..scores.len()).filter(|&c| visible(c)).collect();
    order.sort_by(|&a, &b| {
        // The sum makes both zeros the same.
        let value = |c: usize| if scores[c].is_nan() { f64::NEG_INFINITY } else { scores[c] + 0.0 };
        forced(b).cmp(&forced(a)).then(value(b).total_cmp(&value(a))).then(a.cmp(&b))
    });
    let mass = |n: usize| order[..n].iter().map(|&c| scores[c].max(0.0)).sum::<f64>();
    let wanted = match p.choice {
        Choice::TopK(k) => k as usize,
        Choice::Threshold(t) => order.iter().filter(|&&c| forced(c) || scores[c] >= f64::from(t)).count(),
        Choice::TopP(share) => {
            let goal = f64::from(share) * mass(order.len());
            (0..=order.len()).find(|&n| mass(n) >= goal).unwrap_or(order.len())
        }
    };
    let kept = order.iter().filter(|&&c| forced(c)).count();
    let count = wanted.clamp(p.budget.0 as usize, p.budget.1 as usize).max(kept).min(order.len());
    let mut row = vec![false; scores.len()];
    order[..count].iter().for_each(|&c| row[c] = true);
    row
}
