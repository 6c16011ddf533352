//! Random expressions over the indices of a pair: as WGSL, and as what they come to.

use crate::conformance::trial::Noise;
use std::rc::Rc;

/// `[batch, head, q_idx, kv_idx]`.
pub(super) type At = [u32; 4];

/// An expression and its value.
#[derive(Clone)]
pub(super) struct Expression<T> {
    pub(super) text: String,
    pub(super) value: Rc<dyn Fn(At) -> T>,
}

impl<T> Expression<T> {
    fn new(text: String, value: impl Fn(At) -> T + 'static) -> Self {
        Self { text, value: Rc::new(value) }
    }
}

const INDICES: [&str; 4] = ["batch", "head", "q_idx", "kv_idx"];

/// A whole number. What is on the left depends on an index, so that nothing is computed, and found
/// to overflow, by the compiler; numbers wrap around in WGSL as here.
fn number(noise: &mut Noise, depth: u32) -> Expression<u32> {
    // Queries and keys twice as often as entries and heads.
    let index = noise.pick([0, 1, 2, 2, 3, 3]);
    if depth == 0 || noise.once_in(3) {
        return Expression::new(INDICES[index].into(), move |at| at[index]);
    }
    let left = number(noise, depth - 1);
    let (a, text) = (left.value, left.text);
    let n = noise.below(24) + 1;
    match noise.below(6) {
        0 => Expression::new(format!("({text} + {n}u)"), move |at| a(at).wrapping_add(n)),
        1 => Expression::new(format!("({text} / {n}u)"), move |at| a(at) / n),
        2 => Expression::new(format!("({text} % {n}u)"), move |at| a(at) % n),
        3 => {
            let Expression { text: other, value: b } = number(noise, depth - 1);
            Expression::new(format!("({text} - {other})"), move |at| a(at).wrapping_sub(b(at)))
        }
        4 => {
            let Expression { text: other, value: b } = number(noise, depth - 1);
            Expression::new(format!("max({text}, {other})"), move |at| a(at).max(b(at)))
        }
        _ => {
            let Expression { text: other, value: b } = number(noise, depth - 1);
            Expression::new(format!("({text} ^ {other})"), move |at| a(at) ^ b(at))
        }
    }
}

/// A condition.
pub(super) fn condition(noise: &mut Noise, depth: u32) -> Expression<bool> {
    if depth == 0 || noise.once_in(3) {
        let Expression { text: left, value: a } = number(noise, 2);
        let Expression { text: right, value: b } = number(noise, 2);
        return match noise.below(4) {
            0 => Expression::new(format!("({left} >= {right})"), move |at| a(at) >= b(at)),
            1 => Expression::new(format!("({left} < {right})"), move |at| a(at) < b(at)),
            2 => Expression::new(format!("({left} % 8u != {right} % 8u)"), move |at| a(at) % 8 != b(at) % 8),
            _ => Expression::new(format!("({left} / 16u == {right} / 16u)"), move |at| {
                a(at) / 16 == b(at) / 16
            }),
        };
    }
    let Expression { text: left, value: a } = condition(noise, depth - 1);
    let Expression { text: right, value: b } = condition(noise, depth - 1);
    match noise.below(3) {
        0 => Expression::new(format!("({left} && {right})"), move |at| a(at) && b(at)),
        1 => Expression::new(format!("({left} || {right})"), move |at| a(at) || b(at)),
        _ => Expression::new(format!("(!{left} || {right})"), move |at| !a(at) || b(at)),
    }
}

/// What is added to a score: a multiple of 1/8 below 4, exact in f32; -inf where the pair is hidden.
pub(super) fn addend(noise: &mut Noise) -> Expression<f64> {
    let Expression { text, value } = number(noise, 3);
    let shown = noise.once_in(2).then(|| condition(noise, 1));
    let term = format!("score + f32({text} % 32u) * 0.125");
    let amount = move |at| f64::from(value(at) % 32) * 0.125;
    match shown {
        None => Expression::new(term, amount),
        Some(Expression { text, value: shown }) => {
            let value = move |at| if shown(at) { amount(at) } else { f64::NEG_INFINITY };
            Expression::new(format!("select(MASKED, {term}, {text})"), value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shader::{Hook, HookKind};

    #[test]
    fn every_expression_is_a_hook_that_compiles_and_some_are_neither_empty_nor_full() {
        let mut mixed = 0;
        for seed in 0..200 {
            let noise = &mut Noise::new(seed);
            let shown = condition(noise, 2);
            let arguments = "batch: u32, head: u32, q_idx: u32, kv_idx: u32";
            let mask = format!("fn mask_mod({arguments}) -> bool {{ return {}; }}", shown.text);
            Hook::new(HookKind::MaskMod, &mask).unwrap_or_else(|e| panic!("{mask}: {e}"));
            let score =
                format!("fn score_mod(score: f32, {arguments}) -> f32 {{ return {}; }}", addend(noise).text);
            Hook::new(HookKind::ScoreMod, &score).unwrap_or_else(|e| panic!("{score}: {e}"));
            let visible = (0..400).filter(|n| (shown.value)([0, 1, n / 20, n % 20])).count();
            mixed += usize::from((1..400).contains(&visible));
        }
        assert!(mixed > 80, "{mixed}");
    }
}
