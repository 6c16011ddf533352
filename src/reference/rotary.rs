//! Rotary position embedding.

use crate::problem::Rotary;

/// Rotates `x` `[batch, heads, len, dim]` by tables of `rotary_dim / 2` columns. `positions`
/// `[batch, len]` choose table rows if the problem has `table_rows`.
///
/// # Panics
/// If a table or the positions are shorter than their shapes, a position is past the table's rows, `len` or
/// `heads` is 0 though `x` is not empty, or `rotary_dim` is over `dim`.
pub fn rotary(p: &Rotary, x: &[f64], cos: &[f64], sin: &[f64], positions: &[u32]) -> Vec<f64> {
    let (dim, half) = (p.dim as usize, p.rotary_dim as usize / 2);
    let mut out = x.to_vec();
    for row in 0..x.len() / dim.max(1) {
        let i = row % p.len as usize;
        let b = row / (p.len as usize * p.heads as usize);
        let token = b * p.len as usize + i;
        let table = if p.table_rows.is_some() { positions[token] as usize } else { token };
        for f in 0..half {
            let (first, second) = if p.interleaved { (2 * f, 2 * f + 1) } else { (f, f + half) };
            let (c, s) = (cos[table * half + f], sin[table * half + f]);
            let (a, b) = (x[row * dim + first], x[row * dim + second]);
            out[row * dim + first] = a * c - b * s;
            out[row * dim + second] = b * c + a * s;
        }
    }
    out
}
