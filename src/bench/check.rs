//! Comparison of outputs with the f64 reference.

use super::Lists;
use crate::error::{Error, Result};
use crate::problem::{Alignment, Attention, Decay, LinearAttention, MaskShape, Role};
use crate::reference::{AttentionInputs, LinearInputs, attention, linear};

/// How many times the error of plain f32 sums over whole rows a kernel may make: it rescales
/// its sums at every tile, and a shader's `exp` is less exact than the host's.
const ERROR_RATIO: f64 = 4.0;
/// Units in the last place of the largest output that are allowed besides.
const ERROR_ULPS: f64 = 8.0;
/// Error of f32 sums of a recurrence relative to the largest output: token by token in f32,
/// thousands of tokens differ from f64 by up to a third of this.
pub(super) const RECURRENCE: f64 = 1.5e-5;

/// What a comparison found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Checked {
    /// Largest difference; NaN if the output holds one.
    pub error: f64,
    /// What it may be.
    pub tolerance: f64,
    /// Rows of each head that were compared.
    pub rows: u32,
    /// Rows compared, all heads together.
    pub rows_of_all: u64,
}

impl Checked {
    /// Whether the error is within the tolerance; NaN is not.
    pub fn passes(&self) -> bool {
        self.error <= self.tolerance
    }
}

/// Inputs and output of a call, contiguous `[batch, heads, len, dim]`, as f32.
#[derive(Debug, Clone, Copy)]
pub struct HeadValues<'a> {
    /// Queries.
    pub q: &'a [f32],
    /// Keys.
    pub k: &'a [f32],
    /// Values.
    pub v: &'a [f32],
    /// The output to check.
    pub o: &'a [f32],
}

/// One key head of a call with the query heads that read it.
struct Group<'a> {
    one: Attention,
    x: AttentionInputs,
    k: &'a [f32],
    v: &'a [f32],
}

/// Compares rows of an output of attention with the f64 reference: up to `heads` key heads, and
/// as many rows of each as `pairs` of query and key are worth, at least two, evenly spread from
/// the first to the last. `None` if there are none. Masks are not known here, only causal and
/// window bounds and `lists`.
///
/// # Errors
/// As [`Attention::validate`]; [`Error::Mismatch`] for a tensor that does not hold all heads.
pub fn check_attention(
    p: &Attention,
    lists: Option<&Lists>,
    x: HeadValues<'_>,
    pairs: u32,
    heads: u32,
) -> Result<Option<Checked>> {
    p.validate()?;
    let rows = p.q_len.min((pairs / p.kv_len.max(1)).max(2));
    let mut found = Found::default();
    let all = p.batch.saturating_mul(p.kv_heads);
    for at in spread(all, heads) {
        let k = of_head(Role::K, x.k, at, p.kv_len, p.qk_dim)?;
        let v = of_head(Role::V, x.v, at, p.kv_len, p.v_dim)?;
        let one = Attention { batch: 1, q_heads: p.group(), kv_heads: 1, blocks: None, ..p.clone() };
        let inputs = AttentionInputs { k: wide(k), v: wide(v), ..Default::default() };
        let mut group = Group { one, x: inputs, k, v };
        let q = of_head(Role::Q, x.q, at, p.group() * p.q_len, p.qk_dim)?;
        let o = of_head(Role::O, x.o, at, p.group() * p.q_len, p.v_dim)?;
        for i in spread(p.q_len, rows) {
            group.row(i, lists, q, o, &mut found);
        }
    }
    let Some(largest) = found.largest else { return Ok(None) };
    let ulp = 2.0 * p.out_dtype.epsilon() * largest;
    let tolerance = ERROR_RATIO * found.plain + ERROR_ULPS * ulp;
    let rows_of_all = u64::from(rows) * u64::from(all.min(heads) * p.group());
    Ok(Some(Checked { error: found.error, tolerance, rows, rows_of_all }))
}

/// Differences so far.
#[derive(Default)]
struct Found {
    error: f64,
    plain: f64,
    largest: Option<f64>,
}

impl Group<'_> {
    fn row(&mut self, i: u32, lists: Option<&Lists>, q: &[f32], o: &[f32], found: &mut Found) {
        let p = &self.one;
        let q = row_of(q, p.q_len, p.qk_dim, i);
        let mut one = row_alone(p, i);
        if let Some(lists) = lists {
            one.mask = Some(MaskShape([1, 1, 1, p.kv_len]));
            self.x.mask = (0..p.kv_len).map(|j| lists.sees(i, j)).collect();
        }
        self.x.q = wide(&q);
        let want = attention(&one, &self.x).o;
        let got = row_of(o, p.q_len, p.v_dim, i);
        let plain = plain_f32(&one, &self.x.mask, &q, self.k, self.v);
        found.error = want.iter().zip(&got).fold(found.error, |e, (w, g)| worse(e, w - f64::from(*g)));
        found.plain = want.iter().zip(&plain).fold(found.plain, |e, (w, g)| worse(e, w - f64::from(*g)));
        found.largest = want.iter().map(|w| w.abs()).chain(found.largest).reduce(f64::max);
    }
}

/// The problem of query `i` alone, where it stands with all of them there.
pub(super) fn row_alone(p: &Attention, i: u32) -> Attention {
    let mut one = Attention { q_len: 1, ..p.clone() }.contiguous();
    // Lengths stay below 2^28.
    let base =
        if p.visibility.alignment == Alignment::BottomRight { p.kv_len as i32 - p.q_len as i32 } else { 0 };
    one.visibility.alignment = Alignment::Offset(base + i as i32);
    one
}

/// Compares an output of linear attention with the f64 recurrence: up to `heads` key heads,
/// evenly spread, every row. `x` holds all heads. `None` if there are none.
///
/// # Errors
/// As [`LinearAttention::validate`]; [`Error::Mismatch`] for a tensor that does not hold all heads.
pub fn check_linear(p: &LinearAttention, x: &LinearInputs, o: &[f32], heads: u32) -> Result<Option<Checked>> {
    p.validate()?;
    let mut found = Errors::default();
    let rows = p.len * p.group();
    let all = p.batch.saturating_mul(p.kv_heads);
    for at in spread(all, heads) {
        let (one, inputs) = key_head(p, x, at)?;
        found.note(&linear(&one, &inputs).o, of_head(Role::O, o, at, rows, p.v_dim)?);
    }
    if all.min(heads) == 0 || rows == 0 {
        return Ok(None);
    }
    let rows_of_all = u64::from(rows) * u64::from(all.min(heads));
    Ok(worst(&[found], RECURRENCE + 2.0 * p.out_dtype.epsilon(), p.len, rows_of_all))
}

/// Largest difference and largest element of a tensor.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Errors {
    error: f64,
    largest: f64,
}

impl Errors {
    pub(super) fn note(&mut self, want: &[f64], got: &[f32]) {
        self.error = want.iter().zip(got).fold(self.error, |e, (w, g)| worse(e, w - f64::from(*g)));
        self.largest = want.iter().fold(self.largest, |m, w| m.max(w.abs()));
    }
}

/// The tensor that is furthest off what it may be off, a share `allowed` of its largest element.
pub(super) fn worst(found: &[Errors], allowed: f64, rows: u32, rows_of_all: u64) -> Option<Checked> {
    let checked = |found: &Errors| Checked {
        error: found.error,
        tolerance: allowed * found.largest,
        rows,
        rows_of_all,
    };
    // One that does not pass is the worst, NaN too.
    let share =
        |c: &Checked| if c.passes() { c.error / c.tolerance.max(f64::MIN_POSITIVE) } else { f64::MAX };
    found.iter().map(checked).max_by(|a, b| share(a).total_cmp(&share(b)))
}

/// Key head `at` of a recurrence with the queries that read it, as a problem of its own.
pub(super) fn key_head(
    p: &LinearAttention,
    x: &LinearInputs,
    at: u32,
) -> Result<(LinearAttention, LinearInputs)> {
    let all = p.batch.saturating_mul(p.kv_heads).max(1);
    let part = |role, values, len, dim| Ok::<_, Error>(of_head(role, values, at, len, dim)?.to_vec());
    // Without decays or rates there is nothing to take.
    let share = |values: &[f64]| values.len() as u32 / all;
    let inputs = LinearInputs {
        q: part(Role::Q, &x.q, p.len * p.group(), p.qk_dim)?,
        k: part(Role::K, &x.k, p.len, p.qk_dim)?,
        v: part(Role::V, &x.v, p.len, p.v_dim)?,
        decay: match p.decay {
            // The same for every sequence.
            Decay::PerHead => of_head(Role::Decay, &x.decay, at % p.kv_heads, 1, 1)?.to_vec(),
            _ => part(Role::Decay, &x.decay, share(&x.decay), 1)?,
        },
        beta: part(Role::Beta, &x.beta, share(&x.beta), 1)?,
        removal: part(Role::Removal, &x.removal, share(&x.removal), 1)?,
        bonus: x.bonus.clone(),
        ..Default::default()
    };
    Ok((LinearAttention { batch: 1, q_heads: p.group(), kv_heads: 1, ..p.clone() }, inputs))
}

/// Head `at` of a tensor whose heads are `[len, dim]`.
pub(super) fn of_head<T>(role: Role, all: &[T], at: u32, len: u32, dim: u32) -> Result<&[T]> {
    let size = len as usize * dim as usize;
    let end = size * (at as usize + 1);
    let missing = || Error::mismatch(format!("elements of {role}"), end as u64, all.len() as u64);
    all.get(end - size..end).ok_or_else(missing)
}

/// Up to `count` of `0..all`, from the first to the last.
pub(super) fn spread(all: u32, count: u32) -> impl Iterator<Item = u32> {
    let count = all.min(count);
    let at =
        move |n: u32| if count > 1 { u64::from(n) * u64::from(all - 1) / u64::from(count - 1) } else { 0 };
    // Below `all`, a u32.
    (0..count).map(move |n| at(n) as u32)
}

pub(super) fn wide(x: &[f32]) -> Vec<f64> {
    x.iter().copied().map(f64::from).collect()
}

/// The larger error; NaN is the largest of all.
pub(super) fn worse(a: f64, difference: f64) -> f64 {
    if a.is_nan() || difference.is_nan() { f64::NAN } else { a.max(difference.abs()) }
}

/// Row `i` of every head.
fn row_of(x: &[f32], len: u32, dim: u32, i: u32) -> Vec<f32> {
    let (len, dim, i) = (len as usize, dim as usize, i as usize);
    x.chunks_exact(len * dim).flat_map(|head| &head[i * dim..][..dim]).copied().collect()
}

/// Attention of one query a head with plain f32 sums over whole rows, nothing tiled: what the
/// precision of the inputs allows.
fn plain_f32(p: &Attention, mask: &[bool], q: &[f32], k: &[f32], v: &[f32]) -> Vec<f32> {
    let (d, dv) = (p.qk_dim as usize, p.v_dim as usize);
    let seen = |j: &u32| mask.get(*j as usize).is_none_or(|m| *m);
    let keys: Vec<u32> = p.visibility.keys(0, 1, p.kv_len).filter(seen).collect();
    let mut out = Vec::with_capacity(q.len() / d * dv);
    for q in q.chunks_exact(d) {
        let score = |&j: &u32| {
            q.iter().zip(&k[j as usize * d..]).map(|(x, y)| x * y).sum::<f32>() * p.effective_scale()
        };
        let s: Vec<f32> = keys.iter().map(score).collect();
        let top = s.iter().copied().fold(f32::MIN, f32::max);
        let weights: Vec<f32> = s.iter().map(|s| (s - top).exp()).collect();
        let sum: f32 = weights.iter().sum();
        let mut o = vec![0.0_f32; dv];
        for (&j, w) in keys.iter().zip(&weights) {
            o.iter_mut().zip(&v[j as usize * dv..]).for_each(|(o, v)| *o += w / sum * v);
        }
        out.append(&mut o);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::values;
    use crate::problem::{Decay, Role, UpdateRule};

    fn exact(p: &Attention, lists: Option<&Lists>, [q, k, v]: [&[f32]; 3]) -> Vec<f32> {
        let mut p = p.clone();
        let mut x = AttentionInputs { q: wide(q), k: wide(k), v: wide(v), ..Default::default() };
        if let Some(lists) = lists {
            p.mask = Some(MaskShape([1, 1, p.q_len, p.kv_len]));
            let pair = |i| (0..p.kv_len).map(move |j| lists.sees(i, j));
            x.mask = (0..p.q_len).flat_map(pair).collect();
        }
        attention(&p, &x).o.iter().map(|x| *x as f32).collect()
    }

    #[test]
    fn a_right_output_passes_and_one_wrong_number_does_not() {
        let p = Attention::new(2, 4, 40, 8).kv_heads(2).causal();
        let [q, k, v] =
            [(Role::Q, 4), (Role::K, 2), (Role::V, 2)].map(|(r, h)| values(r, 2 * h * 40 * 8, None));
        for lists in [None, Some(Lists::new(40, 16, 0.5))] {
            let mut o = exact(&p, lists.as_ref(), [&q, &k, &v]);
            let check = |o: &[f32]| {
                check_attention(&p, lists.as_ref(), HeadValues { q: &q, k: &k, v: &v, o }, 1 << 20, 64)
                    .unwrap()
                    .unwrap()
            };
            let good = check(&o);
            assert!(good.passes() && good.rows == 40 && good.rows_of_all == 320, "{good:?}");
            o[1777] += 1e-3;
            assert!(!check(&o).passes());
            o[1777] = f32::NAN;
            assert!(check(&o).error.is_nan() && !check(&o).passes());
        }
    }

    #[test]
    fn a_wrong_state_shows_in_the_output_of_a_recurrence() {
        let p = LinearAttention::new(1, 2, 30, 8).rule(UpdateRule::Delta).decay(Decay::PerToken);
        let one = |role, size| wide(&values(role, size, Some(8)));
        let x = LinearInputs {
            q: one(Role::Q, 480),
            k: one(Role::K, 480),
            v: one(Role::V, 480),
            decay: one(Role::Decay, 60),
            beta: one(Role::Beta, 60),
            ..Default::default()
        };
        let mut o: Vec<f32> = linear(&p, &x).o.iter().map(|x| *x as f32).collect();
        assert!(check_linear(&p, &x, &o, 2).unwrap().unwrap().passes());
        o[479] += 1e-3;
        assert!(!check_linear(&p, &x, &o, 2).unwrap().unwrap().passes());
        let short = check_linear(&p, &x, &o[1..], 2).unwrap_err();
        assert_eq!(short, Error::mismatch("elements of o", 480, 479));
    }

    #[test]
    fn rows_are_spread_from_the_first_to_the_last() {
        assert_eq!(spread(10, 4).collect::<Vec<_>>(), [0, 3, 6, 9]);
        assert_eq!(spread(2, 4).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(spread(5, 1).collect::<Vec<_>>(), [0]);
    }
}
