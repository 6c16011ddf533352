//! Flowformer: linear attention in which sources compete for what sinks take in.

use super::Sizes;
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Activation, Direction, EditRows, FeatureMap, Layout, LinearAttention, Role, RowStep};
use crate::record::Slot;

/// Flow attention (Wu et al. 2022, Flowformer). With `f` the sigmoid and sums over the tokens that one
/// sees, `n_i` of them: incoming flow `I_i = f(q_i) . sum_j f(k_j) / n_i`, outgoing
/// `O_j = f(k_j) . sum_i f(q_i) / n_j`; conserved, `I'_i = f(q_i) . sum_j f(k_j) / O_j / n_i` and
/// `O'_j = f(k_j) . sum_i f(q_i) / I_i / n_j`; the share of a source among those that it sees,
/// `c_j = n_j exp(O'_j) / sum_i exp(O'_i)` with `O'` kept in -1..1; and
/// `o_i = sigmoid(I'_i) f(q_i) / (n_i I_i) . sum_j f(k_j) (c_j v_j)^T`. Where all tokens see each other
/// the `n` cancel but for that of `c_j`, by which outputs are `n` times those of the paper's formula.
///
/// Tensors: those of [`LinearAttention`], contiguous `bhnd` in f32.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flowformer {
    /// Sizes.
    pub sizes: Sizes,
    /// Who sees whom: [`Direction::Full`], or for the causal form [`Direction::Forward`].
    pub direction: Direction,
}

/// A tensor between stages: its role in the next one, its place.
type At = (Role, Slot);

impl Flowformer {
    /// Linear attention of values of `dim` elements.
    fn flow(self, dim: u32) -> LinearAttention {
        let p = Sizes { v_dim: dim, ..self.sizes }.unscaled();
        p.feature_map(FeatureMap::Sigmoid).direction(self.direction)
    }

    /// Sums of one number a token.
    fn sums(self) -> LinearAttention {
        Sizes { qk_dim: 1, v_dim: 1, ..self.sizes }.unscaled().direction(self.direction)
    }

    /// Rows of `dim` elements, with a gate for each.
    fn rows(self, dim: u32, steps: &[RowStep]) -> EditRows {
        let Sizes { batch, heads, len, .. } = self.sizes;
        let mut p = EditRows::new(batch, heads, len, dim, steps);
        p.epilogue = p.epilogue.row_gate(Layout::bhnd(heads, len, 1));
        p
    }
}

impl Problem for Flowformer {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let Sizes { heads, len, qk_dim, v_dim, .. } = self.sizes;
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
        let summed = [(Role::Q, ones), (Role::K, ones)];
        let counts = add(&self.sums(), &[summed[0], summed[1], (Role::V, ones)])?;
        let over = |dim| self.rows(dim, &gate(Activation::Reciprocal));
        // 1 / I and 1 / O, then I' and O'.
        let incoming = add(&self.flow(1), &[(Role::V, ones)])?;
        let outgoing = add(&self.flow(1), &back(ones))?;
        let incoming = add(&over(1), &[(Role::Input, counts), (Role::Gate, incoming)])?;
        let outgoing = add(&over(1), &[(Role::Input, counts), (Role::Gate, outgoing)])?;
        let sinks = add(&self.flow(1), &[(Role::V, outgoing)])?;
        let sources = add(&self.flow(1), &back(incoming))?;
        let sinks = add(&over(1), &[(Role::Input, sinks), (Role::Gate, counts)])?;
        let sources = add(&over(1), &[(Role::Input, sources), (Role::Gate, counts)])?;

        // What sources are worth among those before them, and their values by it.
        let compete = gate(Activation::ClampedExp);
        let shares = add(&self.rows(1, &compete), &[(Role::Input, ones), (Role::Gate, sources)])?;
        let mean = self.sums().normalised(0.0);
        let mean = add(&mean, &[summed[0], summed[1], (Role::V, shares)])?;
        let values = [(Role::Input, Slot::Tensor(Role::V)), (Role::Gate, sources)];
        let values = add(&self.rows(v_dim, &compete), &values)?;
        let values = add(&over(v_dim), &[(Role::Input, values), (Role::Gate, mean)])?;
        let sums = add(&self.flow(v_dim).normalised(0.0), &[(Role::V, values)])?;
        let last = self.rows(v_dim, &gate(Activation::Sigmoid)).plan(caps, policy)?;
        plan.append(last, &[(Role::Input, sums), (Role::Gate, sinks)]);
        Ok(plan)
    }
}
