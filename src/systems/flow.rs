//! Flowformer: linear attention in which sources compete for what sinks take in.

use super::Sizes;
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Activation, Direction, EditRows, FeatureMap, Layout, LinearAttention, Role, RowStep};
use crate::record::Slot;

/// Flow attention of all tokens (Wu et al. 2022, Flowformer), with `f` the sigmoid:
/// incoming flow `I_i = f(q_i) . sum_j f(k_j)`, outgoing `O_j = f(k_j) . sum_i f(q_i)`; conserved,
/// `I'_i = f(q_i) . sum_j f(k_j) / O_j` and `O'_j = f(k_j) . sum_i f(q_i) / I_i`; and
/// `o_i = sigmoid(I'_i) (f(q_i) / I_i) . sum_j f(k_j) (len softmax_j(O'_j) v_j)^T`, where `O'` is kept in
/// -1..1.
///
/// Tensors: those of [`LinearAttention`], contiguous `bhnd` in f32.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flowformer(pub Sizes);

/// A tensor between stages: its role in the next one, its place.
type At = (Role, Slot);

impl Flowformer {
    /// Linear attention of values of `dim` elements by all tokens.
    fn flow(self, dim: u32) -> LinearAttention {
        let p = Sizes { v_dim: dim, ..self.0 }.unscaled();
        p.feature_map(FeatureMap::Sigmoid).direction(Direction::Full)
    }

    /// Rows of `dim` elements, with a gate for each.
    fn rows(self, dim: u32, steps: &[RowStep]) -> EditRows {
        let Sizes { batch, heads, len, .. } = self.0;
        let mut p = EditRows::new(batch, heads, len, dim, steps);
        p.epilogue = p.epilogue.row_gate(Layout::bhnd(heads, len, 1));
        p
    }
}

impl Problem for Flowformer {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let Sizes { batch, heads, len, qk_dim, v_dim } = self.0;
        let mut plan = Plan::empty();
        let mut add = |p: &dyn Problem, places: &[At]| -> Result<Slot> {
            let next = p.plan(caps, policy)?;
            let o = plan.scratch_for(&next, Role::O);
            plan.append(next, &[places, &[o]].concat());
            Ok(o.1)
        };
        let swapped = [(Role::Q, Slot::Tensor(Role::K)), (Role::K, Slot::Tensor(Role::Q))];
        let back = |v| [swapped[0], swapped[1], (Role::V, v)];
        let gate = |activation| [RowStep::Gate(activation)];

        let mut ones = self.rows(1, &[RowStep::Scale(0.0), RowStep::Shift(1.0)]);
        ones.input_layout = Layout::bhnd(heads, len, qk_dim);
        let ones = add(&ones, &[(Role::Input, Slot::Tensor(Role::Q))])?;
        let inverse = self.rows(1, &gate(Activation::Reciprocal));
        let incoming = add(&self.flow(1), &[(Role::V, ones)])?;
        let outgoing = add(&self.flow(1), &back(ones))?;
        let incoming = add(&inverse, &[(Role::Input, ones), (Role::Gate, incoming)])?;
        let outgoing = add(&inverse, &[(Role::Input, ones), (Role::Gate, outgoing)])?;
        let sinks = add(&self.flow(1), &[(Role::V, outgoing)])?;
        let sources = add(&self.flow(1), &back(incoming))?;

        // The mean of the exponentials, once a row, by a recurrence of ones.
        let compete = gate(Activation::ClampedExp);
        let shares = add(&self.rows(1, &compete), &[(Role::Input, ones), (Role::Gate, sources)])?;
        let mut mean = LinearAttention::new(batch, heads, len, 1).direction(Direction::Full);
        mean.scale = Some(1.0 / len.max(1) as f32);
        let mean = add(&mean, &[(Role::Q, ones), (Role::K, ones), (Role::V, shares)])?;
        let values = [(Role::Input, Slot::Tensor(Role::V)), (Role::Gate, sources)];
        let values = add(&self.rows(v_dim, &compete), &values)?;
        let sums = add(&self.flow(v_dim).normalised(0.0), &[(Role::V, values)])?;
        let over = self.rows(v_dim, &gate(Activation::Reciprocal));
        let sums = add(&over, &[(Role::Input, sums), (Role::Gate, mean)])?;
        let last = self.rows(v_dim, &gate(Activation::Sigmoid)).plan(caps, policy)?;
        plan.append(last, &[(Role::Input, sums), (Role::Gate, sinks)]);
        Ok(plan)
    }
}
