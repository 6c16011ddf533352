//! Steps on the rows of an output.

use crate::problem::{Activation, Epilogue, RowStep};

/// What the steps read, contiguous `[batch, heads, len, ...]` in logical order.
#[derive(Debug, Clone, Default)]
pub struct RowInputs {
    /// Gates of every element, or of every row.
    pub gate: Vec<f64>,
    /// Second branch.
    pub branch: Vec<f64>,
    /// Norm weights of every channel, the same for all rows.
    pub weight: Vec<f64>,
}

/// Applies the steps to rows of `dim` elements.
///
/// # Panics
/// If `dim` is 0, or a gate, branch or weight that a step reads is shorter than its shape.
pub fn edit_rows(epilogue: &Epilogue, dim: usize, rows: &[f64], x: &RowInputs) -> Vec<f64> {
    let mut out = rows.to_vec();
    for (n, row) in out.chunks_exact_mut(dim).enumerate() {
        for &step in &epilogue.steps {
            let mean = row.iter().map(|y| y * y).sum::<f64>() / dim as f64;
            for (d, y) in row.iter_mut().enumerate() {
                let gate = |a| activate(a, x.gate[if epilogue.gate_channels { n * dim + d } else { n }]);
                *y = match step {
                    RowStep::Scale(factor) => *y * f64::from(factor),
                    RowStep::Shift(constant) => *y + f64::from(constant),
                    RowStep::Norm { eps, weight } => {
                        *y / (mean + f64::from(eps)).sqrt() * if weight { x.weight[d] } else { 1.0 }
                    }
                    RowStep::Gate(a) => *y * gate(a),
                    RowStep::Add => *y + x.branch[n * dim + d],
                    RowStep::AddGated(a) => *y + gate(a) * x.branch[n * dim + d],
                    RowStep::Mix(a) => gate(a) * *y + (1.0 - gate(a)) * x.branch[n * dim + d],
                };
            }
        }
    }
    out
}

/// What is applied to one element.
pub(super) fn activate(activation: Activation, x: f64) -> f64 {
    match activation {
        Activation::None => x,
        Activation::Reciprocal => 1.0 / x,
        Activation::Exp => x.exp(),
        Activation::ClampedExp => x.clamp(-1.0, 1.0).exp(),
        Activation::Sigmoid => 1.0 / (1.0 + (-x).exp()),
        Activation::Silu => x / (1.0 + (-x).exp()),
    }
}
