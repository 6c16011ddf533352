//! Comparison of gradients with the f64 formulas.

use super::check::{Checked, Errors, RECURRENCE, key_head, of_head, row_alone, spread, wide, worst};
use crate::conformance::SUMS;
use crate::error::Result;
use crate::problem::{Attention, LinearGradient, Role};
use crate::reference::{AttentionInputs, LinearInputs, attention_gradient, linear_gradient};

/// What a call read and wrote, contiguous `[batch, heads, len, dim]`, as f32.
#[derive(Debug, Clone, Copy)]
pub struct GradientValues<'a> {
    /// Queries.
    pub q: &'a [f32],
    /// Keys.
    pub k: &'a [f32],
    /// Values.
    pub v: &'a [f32],
    /// Output.
    pub o: &'a [f32],
    /// Log-sum-exps of its rows.
    pub lse: &'a [f32],
    /// Gradient by the output.
    pub grad_o: &'a [f32],
    /// Gradients by queries, keys and values.
    pub grads: [&'a [f32]; 3],
}

/// Compares gradients with the formulas: of up to `heads` key heads as many rows, and as many keys and
/// values, as `pairs` of query and key are worth, at least two, evenly spread from the first to the last.
/// Those of rows are computed from the inputs alone; those of keys and values, which every row takes part in,
/// from the outputs and log-sum-exps of the call, which must have been compared themselves. The worst of the
/// three is returned; `None` if there are none.
///
/// # Errors
/// As [`Attention::validate`]; [`Error::Mismatch`](crate::Error::Mismatch) for a tensor that does not hold
/// all heads.
pub fn check_gradient(
    p: &Attention,
    x: GradientValues<'_>,
    pairs: u32,
    heads: u32,
) -> Result<Option<Checked>> {
    p.validate()?;
    let (rows, group) = (p.q_len.min((pairs / p.kv_len.max(1)).max(2)), p.group());
    let keys = p.kv_len.min((pairs / p.q_len.max(1)).max(2));
    let all = p.batch.saturating_mul(p.kv_heads);
    let mut found = [Errors::default(); 3];
    let mut note = |n: usize, want: &[f64], got: &[f32]| found[n].note(want, got);
    for at in spread(all, heads) {
        let key_head = |role, values, dim| of_head(role, values, at, p.kv_len, dim);
        let query_head = |role, values, dim| of_head(role, values, at, group * p.q_len, dim);
        let head = Head {
            p,
            q: query_head(Role::Q, x.q, p.qk_dim)?,
            k: key_head(Role::K, x.k, p.qk_dim)?,
            v: key_head(Role::V, x.v, p.v_dim)?,
            o: query_head(Role::O, x.o, p.v_dim)?,
            lse: query_head(Role::Lse, x.lse, 1)?,
            grad_o: query_head(Role::GradO, x.grad_o, p.v_dim)?,
        };
        let (d, dv) = (p.qk_dim as usize, p.v_dim as usize);
        let grad_q = query_head(Role::GradQ, x.grads[0], p.qk_dim)?;
        let of_group = Attention { batch: 1, q_heads: 1, kv_heads: 1, ..p.clone() };
        let mut inputs = AttentionInputs { k: wide(head.k), v: wide(head.v), ..Default::default() };
        for (g, i) in (0..group).flat_map(|g| spread(p.q_len, rows).map(move |i| (g, i))) {
            let row = (g * p.q_len + i) as usize;
            inputs.q = wide(&head.q[row * d..][..d]);
            let grad_o = wide(&head.grad_o[row * dv..][..dv]);
            let want = attention_gradient(&row_alone(&of_group, i), &inputs, &grad_o);
            note(0, &want.q, &grad_q[row * d..][..d]);
        }
        let (grad_k, grad_v) =
            (key_head(Role::GradK, x.grads[1], p.qk_dim)?, key_head(Role::GradV, x.grads[2], p.v_dim)?);
        for j in spread(p.kv_len, keys).map(|j| j as usize) {
            let (by_key, by_value) = head.column(j);
            note(1, &by_key, &grad_k[j * d..][..d]);
            note(2, &by_value, &grad_v[j * dv..][..dv]);
        }
    }
    if all == 0 || p.q_len == 0 || p.kv_len == 0 {
        return Ok(None);
    }
    let rows_of_all = u64::from(rows) * u64::from(all.min(heads) * group);
    Ok(worst(&found, SUMS + 2.0 * p.dtype.epsilon(), rows, rows_of_all))
}

/// Compares gradients of a recurrence by what tokens have with the f64 walk that keeps every state, of up to
/// `heads` key heads. All is contiguous `[batch, heads, len, dim]`. The worst gradient is returned; `None` if
/// there are none.
///
/// # Errors
/// As [`LinearGradient::validate`]; [`Error::Mismatch`](crate::Error::Mismatch) for a tensor that does not
/// hold all heads.
pub fn check_linear_gradient(
    gradient: &LinearGradient,
    x: &LinearInputs,
    grad_o: &[f64],
    grads: &[(Role, Vec<f32>)],
    heads: u32,
) -> Result<Option<Checked>> {
    gradient.validate()?;
    let p = &gradient.linear;
    let all = p.batch.saturating_mul(p.kv_heads);
    let rows = p.len * p.group();
    let mut found = vec![Errors::default(); grads.len()];
    for at in spread(all, heads) {
        let (one, inputs) = key_head(p, x, at)?;
        let grad_o = of_head(Role::GradO, grad_o, at, rows, p.v_dim)?;
        let want = linear_gradient(&one, &inputs, grad_o, &[]);
        for ((role, got), found) in grads.iter().zip(&mut found) {
            let want = match role {
                Role::GradQ => &want.q,
                Role::GradK => &want.k,
                Role::GradV => &want.v,
                Role::GradDecay => &want.decay,
                _ => &want.beta,
            };
            // As long as one head's inputs, which are addressable.
            found.note(want, of_head(*role, got, at, want.len() as u32, 1)?);
        }
    }
    if all == 0 || p.len == 0 {
        return Ok(None);
    }
    let rows_of_all = u64::from(rows) * u64::from(all.min(heads));
    Ok(worst(&found, RECURRENCE + 2.0 * gradient.grad_dtype.epsilon(), p.len, rows_of_all))
}

/// One key head with the query heads that read it.
struct Head<'a> {
    p: &'a Attention,
    q: &'a [f32],
    k: &'a [f32],
    v: &'a [f32],
    o: &'a [f32],
    lse: &'a [f32],
    grad_o: &'a [f32],
}

fn dot(x: &[f32], y: &[f32]) -> f64 {
    x.iter().zip(y).map(|(x, y)| f64::from(*x) * f64::from(*y)).sum()
}

fn add(sum: &mut [f64], factor: f64, x: &[f32]) {
    sum.iter_mut().zip(x).for_each(|(s, x)| *s += factor * f64::from(*x));
}

impl Head<'_> {
    fn dims(&self) -> (usize, usize) {
        (self.p.qk_dim as usize, self.p.v_dim as usize)
    }

    fn score(&self, row: usize, j: usize) -> f64 {
        let d = self.dims().0;
        dot(&self.q[row * d..][..d], &self.k[j * d..][..d]) * f64::from(self.p.effective_scale())
    }

    /// Gradients by a key and its value.
    fn column(&self, j: usize) -> (Vec<f64>, Vec<f64>) {
        let (p, (d, dv)) = (self.p, self.dims());
        let (mut by_key, mut by_value) = (vec![0.0; d], vec![0.0; dv]);
        for row in 0..self.lse.len() {
            // Below the number of queries, a u32.
            let i = (row % p.q_len as usize) as u32;
            let keys = p.visibility.keys(i, p.q_len, p.kv_len);
            if !(keys.start as usize..keys.end as usize).contains(&j) {
                continue;
            }
            let weight = (self.score(row, j) - f64::from(self.lse[row])).exp();
            let grad = &self.grad_o[row * dv..][..dv];
            let by_weight = dot(grad, &self.v[j * dv..][..dv]) - dot(grad, &self.o[row * dv..][..dv]);
            add(&mut by_value, weight, grad);
            add(&mut by_key, weight * by_weight * f64::from(p.effective_scale()), &self.q[row * d..][..d]);
        }
        (by_key, by_value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::values;
    use crate::problem::{Decay, LinearAttention, UpdateRule};
    use crate::reference::attention;

    #[test]
    fn right_gradients_pass_and_one_wrong_number_does_not() {
        let p = Attention::new(2, 4, 40, 8).kv_heads(2).causal();
        let make = |role, heads: usize| values(role, 2 * heads * 40 * 8, None);
        let [q, k, v, grad_o] =
            [(Role::Q, 4), (Role::K, 2), (Role::V, 2), (Role::GradO, 4)].map(|(r, h)| make(r, h));
        let narrow = |x: &[f64]| x.iter().map(|&x| x as f32).collect::<Vec<_>>();
        let x = AttentionInputs { q: wide(&q), k: wide(&k), v: wide(&v), ..Default::default() };
        let (out, want) = (attention(&p, &x), attention_gradient(&p, &x, &wide(&grad_o)));
        let (o, lse) = (narrow(&out.o), narrow(&out.lse));
        let right = [want.q, want.k, want.v].map(|x| narrow(&x));
        let check = |grads: &[Vec<f32>; 3]| {
            let grads = [&grads[0][..], &grads[1], &grads[2]];
            let x = GradientValues { q: &q, k: &k, v: &v, o: &o, lse: &lse, grad_o: &grad_o, grads };
            check_gradient(&p, x, 1 << 20, 64).unwrap().unwrap()
        };
        assert!(check(&right).passes(), "{:?}", check(&right));
        for n in 0..3 {
            for wrong in [1e-3, f32::NAN] {
                let mut grads = right.clone();
                grads[n][777 % 640] += wrong;
                assert!(!check(&grads).passes(), "{n} {wrong}");
            }
        }
    }

    #[test]
    fn gradients_of_a_recurrence_are_compared_whole() {
        let p = LinearAttention::new(1, 3, 20, 8).rule(UpdateRule::Delta).decay(Decay::PerToken);
        let p = LinearGradient::new(p);
        let make = |role, len| wide(&values(role, len, Some(8)));
        let [q, k, v, grad_o] = [Role::Q, Role::K, Role::V, Role::GradO].map(|role| make(role, 480));
        let [decay, beta] = [Role::Decay, Role::Beta].map(|role| make(role, 60));
        let x = LinearInputs { q, k, v, decay, beta, ..Default::default() };
        let want = linear_gradient(&p.linear, &x, &grad_o, &[]);
        let narrow = |x: Vec<f64>| x.iter().map(|&x| x as f32).collect::<Vec<_>>();
        let right = [
            (Role::GradQ, narrow(want.q)),
            (Role::GradK, narrow(want.k)),
            (Role::GradV, narrow(want.v)),
            (Role::GradDecay, narrow(want.decay)),
            (Role::GradBeta, narrow(want.beta)),
        ];
        let check =
            |grads: &[(Role, Vec<f32>)]| check_linear_gradient(&p, &x, &grad_o, grads, 2).unwrap().unwrap();
        assert!(check(&right).passes(), "{:?}", check(&right));
        for n in 0..right.len() {
            for wrong in [1e-3, f32::NAN] {
                let mut grads = right.clone();
                *grads[n].1.last_mut().unwrap() += wrong;
                assert!(!check(&grads).passes(), "{n} {wrong}");
            }
        }
    }
}
