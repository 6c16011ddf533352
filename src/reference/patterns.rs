//! Patterns pair by pair, by the definitions of their papers.

use crate::problem::{Attention, LabelRule, Pattern};

/// A pair of a query and a key, with what patterns know of it besides their positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PatternPair {
    /// Query head.
    pub head: u32,
    /// Keys before and after the query that the head sees.
    pub window: [u32; 2],
    /// Labels of the query and the key.
    pub labels: [u32; 2],
}

/// Whether a query at position `p` sees key `j` of `len`.
pub fn pattern_sees(pattern: &Pattern, pair: PatternPair, p: i64, j: i64, len: i64) -> bool {
    let [a, b, c] = pattern.numbers().map(i64::from);
    let (ahead, head) = (p - j, i64::from(pair.head));
    match pattern {
        Pattern::All(of) => of.iter().all(|x| pattern_sees(x, pair, p, j, len)),
        Pattern::Any(of) => of.iter().any(|x| pattern_sees(x, pair, p, j, len)),
        Pattern::On { pattern, .. } => p >= 0 && pattern_sees(pattern, pair, p / a % b, j / a % b, b),
        Pattern::Window { .. } => (p - a..=p + b).contains(&j),
        Pattern::FirstKeys { .. } => j < a,
        Pattern::FirstQueries { .. } => (0..a).contains(&p),
        Pattern::Multiples { .. } => ahead.rem_euclid(a) == 0,
        Pattern::Powers => (0..40).any(|n| ahead.abs() == 1 << n),
        Pattern::Columns { .. } => (0..b).any(|t| j % a == a - 1 - t),
        Pattern::Blocks { .. } => {
            let block = (p - c).div_euclid(a);
            p >= 0 && (block * a + c - b..(block + 1) * a + c + b).contains(&j)
        }
        Pattern::Neighbourhood { .. } => {
            let line: Vec<i64> = (0..len).filter(|x| (x - p) % b == 0).collect();
            (0..len).contains(&p) && neighbours(&line, p, a).contains(&j)
        }
        Pattern::Compressed { .. } => (j * a..(j + 1) * a).all(|token| token <= p),
        Pattern::Members { .. } => (p * a..(p + 1) * a).contains(&j),
        Pattern::Heads { .. } => head % a == b,
        Pattern::HeadPhase { .. } => j % a == head % a,
        Pattern::HeadWindows => (p - i64::from(pair.window[0])..=p + i64::from(pair.window[1])).contains(&j),
        Pattern::Labels { rule, .. } => labels_agree(*rule, pair.labels.map(u64::from)),
    }
}

fn labels_agree(rule: LabelRule, [q, kv]: [u64; 2]) -> bool {
    match rule {
        LabelRule::Same { shift } => q / (1 << shift) == kv / (1 << shift),
        LabelRule::UpTo { bits } => kv % (1 << bits) <= q % (1 << bits),
        LabelRule::Below { bits } => kv % (1 << bits) < q % (1 << bits),
    }
}

/// The boolean mask `[batch, q_heads, q_len, kv_len]` of an attention's pattern, from the
/// contents of [`crate::Role::HeadWindows`], [`crate::Role::QLabels`] and
/// [`crate::Role::KvLabels`] as far as it asks for them. For batches that are not ragged.
pub fn pattern_mask(p: &Attention, windows: &[u32], q_labels: &[u32], kv_labels: &[u32]) -> Vec<bool> {
    let offset = p.visibility.alignment.offset(p.q_len, p.kv_len);
    let Some(pattern) = &p.pattern else {
        return vec![true; (p.batch * p.q_heads * p.q_len * p.kv_len) as usize];
    };
    let label = |labels: &[u32], b: u32, head: u32, len: u32, i: u32| {
        let heads = pattern.label_heads().unwrap_or(1);
        let row = b * heads + head / (p.q_heads / heads);
        labels.get((row * len + i) as usize).copied().unwrap_or(0)
    };
    let mut mask = Vec::new();
    for n in 0..p.batch * p.q_heads * p.q_len {
        let (b, head, i) = (n / p.q_len / p.q_heads, n / p.q_len % p.q_heads, n % p.q_len);
        let window = [0, 1].map(|side| windows.get(2 * head as usize + side).copied().unwrap_or(0));
        mask.extend((0..p.kv_len).map(|j| {
            let labels = [label(q_labels, b, head, p.q_len, i), label(kv_labels, b, head, p.kv_len, j)];
            let pair = PatternPair { head, window, labels };
            pattern_sees(pattern, pair, i64::from(i) + offset, j.into(), p.kv_len.into())
        }));
    }
    mask
}

/// The `size` places of a line that are nearest to `x`, all on one side at its ends.
fn neighbours(line: &[i64], x: i64, size: i64) -> Vec<i64> {
    let size = size as usize;
    let at = line.iter().position(|&y| y == x).unwrap_or(0);
    let mut first = at.saturating_sub(size / 2);
    while first > 0 && first + size > line.len() {
        first -= 1;
    }
    line.iter().copied().skip(first).take(size).collect()
}
