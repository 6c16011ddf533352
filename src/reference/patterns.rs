//! Patterns pair by pair, by the definitions of their papers.

use crate::problem::Pattern;

/// Whether a query at position `p` sees key `j` of `len`.
pub fn pattern_sees(pattern: Pattern, p: i64, j: i64, len: i64) -> bool {
    let [a, b, c] = numbers(pattern);
    let apart = (p - j).abs();
    match pattern {
        Pattern::Compressed { .. } => (j * a..(j + 1) * a).all(|token| token <= p),
        Pattern::Sinks { .. } => j < a || apart <= b,
        Pattern::Strided { .. } => apart < a || apart % a == 0,
        Pattern::Fixed { .. } => p.div_euclid(a) == j / a || (0..b).any(|t| j % a == a - 1 - t),
        Pattern::PowersOfTwo { .. } => apart < a || (0..40).any(|n| apart == 1 << n),
        Pattern::Dilated { .. } => (0..=b).any(|n| apart == n * a),
        Pattern::Global { .. } => j < a || (0..a).contains(&p) || apart <= b,
        Pattern::Halo { .. } => {
            let block = p.div_euclid(a);
            p >= 0 && (block * a - b..(block + 1) * a + b).contains(&j)
        }
        Pattern::Neighbourhood { .. } => {
            let line: Vec<i64> = (0..len).filter(|x| (x - p) % b == 0).collect();
            (0..len).contains(&p) && neighbours(&line, p, a).contains(&j)
        }
        Pattern::Neighbourhood2d { .. } => {
            let (rows, columns): (Vec<i64>, Vec<i64>) = ((0..(len + b - 1) / b).collect(), (0..b).collect());
            let inside = (0..len).contains(&p);
            inside
                && neighbours(&rows, p / b, a).contains(&(j / b))
                && neighbours(&columns, p % b, a).contains(&(j % b))
        }
        Pattern::Swin { .. } => {
            let window = |x: i64| (x - c).div_euclid(b);
            p >= 0 && window(p / a) == window(j / a) && window(p % a) == window(j % a)
        }
    }
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

fn numbers(pattern: Pattern) -> [i64; 3] {
    let three = |a: u32, b: u32, c: u32| [a.into(), b.into(), c.into()];
    match pattern {
        Pattern::Compressed { extent } => three(extent, 0, 0),
        Pattern::Sinks { first, window } => three(first, window, 0),
        Pattern::Strided { stride } => three(stride, 0, 0),
        Pattern::Fixed { block, columns } => three(block, columns, 0),
        Pattern::PowersOfTwo { window } => three(window, 0, 0),
        Pattern::Dilated { step, reach } => three(step, reach, 0),
        Pattern::Global { tokens, radius } => three(tokens, radius, 0),
        Pattern::Halo { block, halo } => three(block, halo, 0),
        Pattern::Neighbourhood { kernel, step } => three(kernel, step, 0),
        Pattern::Neighbourhood2d { width, kernel } => three(kernel, width, 0),
        Pattern::Swin { width, side, shift } => three(width, side, shift),
    }
}
