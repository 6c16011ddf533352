//! Block masks and the stages of block selection, as plain loops.

use crate::kernels::{Choice, RowRule, Select, TreeSearch};
use crate::problem::Attention;
use std::ops::Range;

/// The boolean mask `[batch, q_heads, q_len, kv_len]` of a block mask `[batch, q_heads,
/// ceil(q_len / block_q), ceil(kv_len / block_kv)]`.
///
/// # Panics
/// If `blocks` is shorter than its shape, or a block's size is 0.
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
///
/// # Panics
/// As [`select_marked`]: a rule that wants numbers finds none.
pub fn select(p: &Select, scores: &[f64]) -> Vec<bool> {
    select_marked(p, scores, &[], &[])
}

/// As [`select`], with the numbers of rows and of blocks that its rules want.
///
/// # Panics
/// If the scores, or numbers that a rule wants, are shorter than their shapes, and for some choices that are
/// refused when they are planned, as those of blocks of 0 keys, or of a budget whose fewest is over its most.
pub fn select_marked(p: &Select, scores: &[f64], row_marks: &[f64], block_marks: &[f64]) -> Vec<bool> {
    let (rows, blocks, group) = (p.rows() as usize, p.blocks as usize, p.group as usize);
    let mut out = Vec::new();
    for head in 0..(p.batch * p.heads) as usize {
        let mut cells = Vec::new();
        for row in 0..rows {
            let at = |g: usize, c: usize| {
                let (rows, row) = if p.shared_rows { (1, 0) } else { (rows, row) };
                ((head * group + g) * rows + row) * blocks + c
            };
            let (all, none) = match p.row_rule {
                None => (false, false),
                Some(RowRule::AllBelow(bound)) => (row_marks[head * rows + row] < bound.into(), false),
                Some(RowRule::NoneBelow(bound)) => (false, row_marks[head] < bound.into()),
                Some(RowRule::NoneFrom(bound)) => (false, row_marks[head] >= bound.into()),
            };
            for c in 0..blocks {
                let marked = p.block_rule.is_some_and(|(bound, heads)| {
                    let of = head / (p.heads / heads) as usize;
                    block_marks[of * blocks + c] < bound.into()
                });
                let (visible, forced) = place(p, row, c);
                let score = (0..group).map(|g| scores[at(g, c)]).sum();
                cells.push(Cell { score, visible: visible && !none, forced: forced || all || marked });
            }
        }
        let together = if p.rows_together { rows * blocks } else { blocks };
        out.extend(cells.chunks(together.max(1)).flat_map(|set| select_set(p, set)));
    }
    out
}

/// One block of one row.
struct Cell {
    score: f64,
    visible: bool,
    forced: bool,
}

/// Whether a row may choose a block, and whether it must, by where they stand.
fn place(p: &Select, row: usize, c: usize) -> (bool, bool) {
    let position = |i: i64| i + i64::from(p.align_offset);
    let (step, block) = (i64::from(p.row_step), i64::from(p.block));
    let first = position(row as i64 * step).max(0);
    let last = position(((row as i64 + 1) * step).min(p.q_len.into()) - 1);
    let end = i64::from(p.blocks) - 1;
    let own = (first / block).min(end) - i64::from(p.recent)..=(last.max(0) / block).min(end);
    let visible = !p.causal || (last >= 0 && c as i64 <= *own.end());
    (visible, c < p.first as usize || (p.own && own.contains(&(c as i64))))
}

/// Rows that share a budget: forced blocks first, then by score, then by index.
fn select_set(p: &Select, cells: &[Cell]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..cells.len()).filter(|&c| cells[c].visible).collect();
    order.sort_by(|&a, &b| {
        // The sum makes both zeros the same.
        let value = |c: usize| if cells[c].score.is_nan() { f64::NEG_INFINITY } else { cells[c].score + 0.0 };
        cells[b].forced.cmp(&cells[a].forced).then(value(b).total_cmp(&value(a))).then(a.cmp(&b))
    });
    let mass = |n: usize| order[..n].iter().map(|&c| cells[c].score.max(0.0)).sum::<f64>();
    let kept = order.iter().filter(|&&c| cells[c].forced).count();
    let wanted = match p.choice {
        Choice::TopK(k) => k as usize,
        Choice::Threshold(t) => {
            order.iter().filter(|&&c| cells[c].forced || cells[c].score >= f64::from(t)).count()
        }
        Choice::TopP(share) | Choice::Within(share) => {
            let goal = f64::from(share) * mass(order.len());
            let enough = (0..=order.len()).find(|&n| mass(n) >= goal).unwrap_or(order.len());
            match p.choice {
                Choice::TopP(_) => enough,
                _ if mass(enough) > goal => (enough - 1).max(kept + 1),
                _ => enough.max(kept + 1),
            }
        }
    };
    let count = wanted.clamp(p.budget.0 as usize, p.budget.1 as usize).max(kept).min(order.len());
    let mut chosen = vec![false; cells.len()];
    order[..count].iter().for_each(|&c| chosen[c] = true);
    chosen
}

/// Blocks that [`TreeSearch`] finds, `[batch, q_heads, q_blocks, kv_blocks]`, for contiguous queries and
/// keys.
///
/// # Panics
/// If queries or keys are shorter than their shapes, where that is read, and for some searches that are
/// refused when they are planned, as those of blocks of size 0.
pub fn tree_search(p: &TreeSearch, q: &[f64], k: &[f64]) -> Vec<bool> {
    let a = &p.attention;
    let (rows, blocks) = (a.q_len.div_ceil(p.block_q), a.kv_len.div_ceil(p.block_kv));
    let mut out = Vec::new();
    for head in 0..a.batch * a.q_heads {
        let product = |i: u32, key: u32| -> f64 {
            let dim = a.qk_dim as usize;
            let row = (head * a.q_len + i) as usize * dim;
            let key = (head / a.group() * a.kv_len + key) as usize * dim;
            q[row..row + dim].iter().zip(&k[key..key + dim]).map(|(q, k)| q * k).sum()
        };
        for row in 0..rows {
            let queries = row * p.block_q..((row + 1) * p.block_q).min(a.q_len);
            let seen = |i| a.visibility.keys(i, a.q_len, a.kv_len);
            let keys = seen(queries.start).start..seen(queries.end - 1).end;
            let visible =
                if keys.is_empty() { 0..0 } else { keys.start / p.block_kv..keys.end.div_ceil(p.block_kv) };
            let worth = |half: &Range<u32>| {
                let middle = (half.start * p.block_kv + (half.end * p.block_kv).min(a.kv_len)) / 2;
                queries.clone().map(|i| product(i, middle)).fold(f64::NEG_INFINITY, f64::max)
            };
            let found = descend(visible.clone(), p.kept, worth);
            let own = seen(queries.start).end.saturating_sub(1) / p.block_kv;
            out.extend(
                (0..blocks).map(|c| found.contains(&c) || (p.own && c >= own && visible.contains(&c))),
            );
        }
    }
    out
}

/// What is left of `blocks` when ranges have been halved down to single ones.
fn descend(blocks: Range<u32>, kept: u32, worth: impl Fn(&Range<u32>) -> f64) -> Vec<u32> {
    let count = blocks.len() as u32;
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for n in 0..kept {
        let first = ranges.last().map_or(blocks.start, |r| r.end);
        ranges.push(first..first + count / kept + u32::from(n < count % kept));
    }
    while ranges.iter().any(|r| r.len() > 1) {
        let split = |r: &Range<u32>| {
            let middle = (r.start + r.end).div_ceil(2);
            [r.start..middle, middle..r.end]
        };
        let halves: Vec<Range<u32>> = ranges.iter().flat_map(split).filter(|r| !r.is_empty()).collect();
        let scores: Vec<f64> = halves.iter().map(&worth).collect();
        let mut order: Vec<usize> = (0..halves.len()).collect();
        order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
        order.truncate(kept as usize);
        order.sort_unstable();
        ranges = order.into_iter().map(|n| halves[n].clone()).collect();
    }
    ranges.into_iter().filter(|r| !r.is_empty()).map(|r| r.start).collect()
}
