//! Patterns pair by pair, by the definitions of their papers.

use crate::problem::{Attention, LabelRule, Pattern};

/// A pair of a query and a key, with what patterns know of it besides their positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PatternPair {
    /// Query head.
    pub head: u32,
    /// Keys before and after the query that the head sees.
    pub window: [u32; 2],
    /// Whether the head's verticals and slashes name the pair.
    pub vertical: bool,
    /// As above.
    pub slash: bool,
    /// Labels of the query and the key.
    pub labels: [u32; 2],
}

/// Whether a query at position `p` sees key `j` of `len`.
///
/// # Panics
/// For some patterns that [`Attention::validate`] refuses, as those of steps of 0.
pub fn pattern_sees(pattern: &Pattern, pair: PatternPair, p: i64, j: i64, len: i64) -> bool {
    let [a, b, c] = pattern.numbers().map(i64::from);
    let (ahead, head) = (p - j, i64::from(pair.head));
    match pattern {
        Pattern::All(of) => of.iter().all(|x| pattern_sees(x, pair, p, j, len)),
        Pattern::Any(of) => of.iter().any(|x| pattern_sees(x, pair, p, j, len)),
        Pattern::Not(of) => !pattern_sees(of, pair, p, j, len),
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
        Pattern::Compressed { .. } => (j * b..j * b + a).all(|token| token <= p),
        Pattern::Members { .. } => (p * a..(p + 1) * a).contains(&j),
        Pattern::Heads { .. } => head % a == b,
        Pattern::HeadPhase { .. } => j % a == head % a,
        Pattern::Verticals => pair.vertical,
        Pattern::Slashes => pair.slash,
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

/// Contents of the tensors that patterns ask for, by the names of their roles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PatternTables {
    /// [`crate::Role::HeadWindows`].
    pub head_windows: Vec<u32>,
    /// [`crate::Role::QLabels`].
    pub q_labels: Vec<u32>,
    /// [`crate::Role::KvLabels`].
    pub kv_labels: Vec<u32>,
    /// [`crate::Role::Verticals`].
    pub verticals: Vec<u32>,
    /// [`crate::Role::Slashes`].
    pub slashes: Vec<u32>,
}

/// The boolean mask `[batch, q_heads, q_len, kv_len]` of an attention's pattern. For batches that
/// are not ragged.
///
/// # Panics
/// For some problems that [`Attention::validate`] refuses, as those of patterns of steps of 0 or labels of 0
/// heads. What is missing of a table counts as 0.
pub fn pattern_mask(p: &Attention, tables: &PatternTables) -> Vec<bool> {
    let offset = p.visibility.alignment.offset(p.q_len, p.kv_len);
    let Some(pattern) = &p.pattern else {
        return vec![true; (p.batch * p.q_heads * p.q_len * p.kv_len) as usize];
    };
    let at = |table: &[u32], n: u32| table.get(n as usize).copied().unwrap_or(0);
    let bit = |table: &[u32], row: u32, bits: u32, n: u32| {
        at(table, row * bits.div_ceil(32) + n / 32) >> (n % 32) & 1 == 1
    };
    let mut mask = Vec::new();
    for n in 0..p.batch * p.q_heads * p.q_len {
        let (row, i) = (n / p.q_len, n % p.q_len);
        let (b, head) = (row / p.q_heads, row % p.q_heads);
        let heads = pattern.label_heads().unwrap_or(1);
        let labels_of = b * heads + head / (p.q_heads / heads);
        mask.extend((0..p.kv_len).map(|j| {
            let pair = PatternPair {
                head,
                window: [0, 1].map(|side| at(&tables.head_windows, 2 * head + side)),
                labels: [
                    at(&tables.q_labels, labels_of * p.q_len + i),
                    at(&tables.kv_labels, labels_of * p.kv_len + j),
                ],
                vertical: bit(&tables.verticals, row, p.kv_len, j),
                slash: u32::try_from(i64::from(j + p.kv_len - 1) - (i64::from(i) + offset))
                    .is_ok_and(|t| t < p.kv_len && bit(&tables.slashes, row, p.kv_len, t)),
            };
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
