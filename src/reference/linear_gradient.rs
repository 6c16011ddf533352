//! The gradient of linear attention: every state is kept, and each step is differentiated backwards.

use super::LinearInputs;
use crate::problem::{Decay, Direction, LinearAttention, UpdateRule};
use rayon::prelude::*;

/// Gradients by the inputs, contiguous as those are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LinearGradients {
    /// By queries.
    pub q: Vec<f64>,
    /// By keys.
    pub k: Vec<f64>,
    /// By values.
    pub v: Vec<f64>,
    /// By logs of decays.
    pub decay: Vec<f64>,
    /// By rates, `[batch, kv_heads, len]`: heads that share one have parts of its gradient.
    pub beta: Vec<f64>,
    /// By the state before the first token.
    pub state: Vec<f64>,
}

/// Gradients of a loss by the inputs of [`linear`](super::linear), from those by its output and by the
/// state after the last token; either is zeros if empty. The rule is add or delta, the order forward or
/// reverse, and nothing is mapped, normalised or added. The problem must be valid and the inputs of its
/// shapes.
///
/// # Panics
/// As [`linear`](super::linear), and if `state` is neither empty nor whole.
pub fn linear_gradient(p: &LinearAttention, x: &LinearInputs, o: &[f64], state: &[f64]) -> LinearGradients {
    let (kv, d, dv) = (p.kv_heads as usize, p.qk_dim as usize, p.v_dim as usize);
    let zeros = |like: &[f64]| vec![0.0; like.len()];
    let mut all = LinearGradients {
        q: zeros(&x.q),
        k: zeros(&x.k),
        v: zeros(&x.v),
        decay: zeros(&x.decay),
        beta: zeros(&x.beta),
        state: vec![0.0; p.batch as usize * kv * d * dv],
    };
    let walks: Vec<_> = (0..p.batch as usize * kv)
        .into_par_iter()
        .map(|at| Walk { p, x, o, b: at / kv, h: at % kv }.back(state))
        .collect();
    for (at, (steps, start)) in walks.into_iter().enumerate() {
        all.state[at * d * dv..][..d * dv].copy_from_slice(&start);
        let walk = Walk { p, x, o, b: at / kv, h: at % kv };
        for step in steps {
            let n = walk.at(step.i);
            add(&mut all.k, n, &step.k);
            add(&mut all.v, n, &step.v);
            for (g, row) in step.q.iter().enumerate() {
                add(&mut all.q, walk.query_at(g, step.i), row);
            }
            if p.rule == UpdateRule::Delta {
                all.beta[n] += step.beta;
            }
            for (c, y) in step.decay.iter().enumerate().filter(|_| p.decay != Decay::None) {
                all.decay[walk.decay_at(step.i, c)] += y;
            }
        }
    }
    all
}

/// Adds a row to that of number `n`.
fn add(to: &mut [f64], n: usize, row: &[f64]) {
    to[n * row.len()..][..row.len()].iter_mut().zip(row).for_each(|(x, y)| *x += y);
}

/// Gradients by what belongs to token `i`.
struct Step {
    i: usize,
    q: Vec<Vec<f64>>,
    k: Vec<f64>,
    v: Vec<f64>,
    decay: Vec<f64>,
    beta: f64,
}

/// One state on its way along a sequence.
struct Walk<'a> {
    p: &'a LinearAttention,
    x: &'a LinearInputs,
    o: &'a [f64],
    b: usize,
    h: usize,
}

impl Walk<'_> {
    /// Tokens in the order the state visits them.
    fn order(&self) -> Vec<usize> {
        let tokens = match self.p.ragged {
            Some(_) => self.x.cu_seqlens[self.b] as usize..self.x.cu_seqlens[self.b + 1] as usize,
            None => 0..self.p.storage_len() as usize,
        };
        if self.p.direction == Direction::Reverse { tokens.rev().collect() } else { tokens.collect() }
    }

    /// Batch entry of the tensors of tokens.
    fn entry(&self) -> usize {
        if self.p.ragged.is_some() { 0 } else { self.b }
    }

    fn at(&self, i: usize) -> usize {
        (self.entry() * self.p.kv_heads as usize + self.h) * self.p.storage_len() as usize + i
    }

    fn query_at(&self, g: usize, i: usize) -> usize {
        let head = self.h * self.p.group() as usize + g;
        (self.entry() * self.p.q_heads as usize + head) * self.p.storage_len() as usize + i
    }

    fn decay_at(&self, i: usize, c: usize) -> usize {
        match self.p.decay {
            Decay::PerHead => self.h,
            Decay::PerChannel => self.at(i) * self.p.qk_dim as usize + c,
            _ => self.at(i),
        }
    }

    /// The state faded by token `i`, what the rule writes with its key, and what that is to a rate of 1.
    fn step(&self, i: usize, state: &[f64]) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
        let (p, x, d, dv) = (self.p, self.x, self.p.qk_dim as usize, self.p.v_dim as usize);
        let fade = |c| if p.decay == Decay::None { 1.0 } else { x.decay[self.decay_at(i, c)].exp() };
        let faded: Vec<f64> = state.iter().enumerate().map(|(n, y)| fade(n / dv) * y).collect();
        let (k, v) = (&x.k[self.at(i) * d..][..d], &x.v[self.at(i) * dv..][..dv]);
        if p.rule == UpdateRule::Add {
            return (faded, v.to_vec(), v.to_vec());
        }
        let held = |e: usize| (0..d).map(|c| faded[c * dv + e] * k[c]).sum::<f64>();
        let missing: Vec<f64> = (0..dv).map(|e| v[e] - held(e)).collect();
        let written = missing.iter().map(|y| x.beta[self.at(i)] * y).collect();
        (faded, written, missing)
    }

    /// Gradients of every token, and by the state before the first.
    fn back(&self, state: &[f64]) -> (Vec<Step>, Vec<f64>) {
        let (d, dv) = (self.p.qk_dim as usize, self.p.v_dim as usize);
        let own = |all: &[f64]| match all.is_empty() {
            true => vec![0.0; d * dv],
            false => all[(self.b * self.p.kv_heads as usize + self.h) * d * dv..][..d * dv].to_vec(),
        };
        let order = self.order();
        let mut states = vec![own(&self.x.state)];
        for (t, &i) in order.iter().enumerate() {
            let (mut next, written, _) = self.step(i, &states[t]);
            for (n, y) in next.iter_mut().enumerate() {
                *y += self.x.k[self.at(i) * d + n / dv] * written[n % dv];
            }
            states.push(next);
        }
        let mut grad = own(state);
        let mut steps = Vec::new();
        for (t, &i) in order.iter().enumerate().rev() {
            steps.push(self.back_step(i, &states[t], &states[t + 1], &mut grad));
        }
        (steps, grad)
    }

    /// Takes the gradient by the state after token `i` to that by the state before it.
    fn back_step(&self, i: usize, before: &[f64], after: &[f64], grad: &mut [f64]) -> Step {
        let (p, d, dv) = (self.p, self.p.qk_dim as usize, self.p.v_dim as usize);
        let scale = f64::from(p.effective_scale());
        let mut q = Vec::new();
        for g in 0..p.group() as usize {
            let at = self.query_at(g, i);
            let row = &self.x.q[at * d..][..d];
            let o = |e: usize| self.o.get(at * dv + e).map_or(0.0, |y| scale * y);
            q.push((0..d).map(|c| (0..dv).map(|e| after[c * dv + e] * o(e)).sum()).collect());
            grad.iter_mut().enumerate().for_each(|(n, y)| *y += row[n / dv] * o(n % dv));
        }
        let (faded, written, missing) = self.step(i, before);
        let key = &self.x.k[self.at(i) * d..][..d];
        let mut k: Vec<f64> = (0..d).map(|c| (0..dv).map(|e| grad[c * dv + e] * written[e]).sum()).collect();
        let mut v: Vec<f64> = (0..dv).map(|e| (0..d).map(|c| grad[c * dv + e] * key[c]).sum()).collect();
        let mut beta = 0.0;
        if p.rule == UpdateRule::Delta {
            beta = v.iter().zip(&missing).map(|(y, m)| y * m).sum();
            v.iter_mut().for_each(|y| *y *= self.x.beta[self.at(i)]);
            for (n, y) in grad.iter_mut().enumerate() {
                k[n / dv] -= faded[n] * v[n % dv];
                *y -= key[n / dv] * v[n % dv];
            }
        }
        let mut decay = vec![0.0; d];
        for (n, y) in grad.iter_mut().enumerate().filter(|_| p.decay != Decay::None) {
            decay[n / dv] += faded[n] * *y;
            *y *= self.x.decay[self.decay_at(i, n / dv)].exp();
        }
        Step { i, q, k, v, decay, beta }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::Noise;
    use crate::conformance::suite::recurrence_inputs::inputs;
    use crate::problem::StateUse;
    use crate::reference::linear;

    /// The loss whose gradient by the outputs is given.
    fn loss(p: &LinearAttention, x: &LinearInputs, o: &[f64], state: &[f64]) -> f64 {
        let out = linear(p, x);
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        dot(&out.o, o) + dot(&out.state, state)
    }

    type Part = fn(&mut LinearInputs) -> &mut Vec<f64>;

    fn check(p: &LinearAttention, seed: u64) {
        let (x, _) = inputs(p, seed, 0.5);
        let mut noise = Noise::new(seed ^ 3);
        let mut some = |n: usize| noise.floats(n).into_iter().map(f64::from).collect::<Vec<f64>>();
        let out = linear(p, &x);
        let o = some(out.o.len());
        let state = if p.state.writes() { some(out.state.len()) } else { Vec::new() };
        let got = linear_gradient(p, &x, &o, &state);
        let parts: [(&str, Part, &[f64]); 6] = [
            ("q", |x| &mut x.q, &got.q),
            ("k", |x| &mut x.k, &got.k),
            ("v", |x| &mut x.v, &got.v),
            ("decay", |x| &mut x.decay, &got.decay),
            ("beta", |x| &mut x.beta, &got.beta),
            ("state", |x| &mut x.state, &got.state),
        ];
        for (name, part, got) in parts {
            let len = part(&mut x.clone()).len();
            assert!(got.len() == len || name == "state", "{name}");
            for (n, got) in got.iter().enumerate().take(len) {
                let moved = |by: f64| {
                    let mut x = x.clone();
                    part(&mut x)[n] += by;
                    loss(p, &x, &o, &state)
                };
                let want = (moved(1e-4) - moved(-1e-4)) / 2e-4;
                assert!((got - want).abs() < 2e-6 * (1.0 + want.abs()), "{name}[{n}]: {got} {want} {p:?}");
            }
        }
    }

    #[test]
    fn gradients_are_those_of_the_forward_recurrence() {
        let states = [StateUse::InOut, StateUse::None, StateUse::In, StateUse::Out];
        let mut n = 0;
        for rule in [UpdateRule::Add, UpdateRule::Delta] {
            for decay in [Decay::None, Decay::PerHead, Decay::PerToken, Decay::PerChannel] {
                let base = LinearAttention { q_heads: 4, ..LinearAttention::new(2, 2, 5, 3) };
                let p = base.v_dim(2).rule(rule).decay(decay).state(states[n % 4]);
                check(&p, n as u64);
                check(&p.direction(Direction::Reverse).state(StateUse::InOut), n as u64);
                n += 1;
            }
        }
        let packed = LinearAttention::new(4, 1, 7, 2).ragged(7).decay(Decay::PerChannel);
        check(&packed.rule(UpdateRule::Delta).state(StateUse::InOut), 9);
    }
}
