//! The gradient of linear attention.

use super::{DType, Decay, Direction, FeatureMap, Layout, LinearAttention, Role, StateUse, UpdateRule};
use crate::error::{Error, Result};

/// The gradient of a loss by every input of a [`LinearAttention`], from its gradient by the outputs.
///
/// With `S'_t = exp(g_t) S_{t-1}`, `u_t = v_t` ([`UpdateRule::Add`]) or `u_t = beta_t e_t`,
/// `e_t = v_t - S'_t^T k_t` ([`UpdateRule::Delta`]), `S_t = S'_t + k_t u_t^T` and
/// `o_t = scale S_t^T q_t`, let `dS_t` be the gradient by `S_t`: that by `S'_{t+1}` times
/// `exp(g_{t+1})` (after the last token [`Role::GradStateOut`]) plus `scale q_t do_t^T` of every query
/// head of the group. Then, with `du_t = dS_t^T k_t`,
///
/// | | add | delta |
/// |---|---|---|
/// | `dq_t` | `scale S_t do_t` | `scale S_t do_t` |
/// | `dk_t` | `dS_t u_t` | `dS_t u_t - beta_t S'_t du_t` |
/// | `dv_t` | `du_t` | `beta_t du_t` |
/// | `dbeta_t` | | `du_t . e_t` |
/// | `dS'_t` | `dS_t` | `dS_t - beta_t k_t du_t^T` |
/// | `dg_t` | `S'_t * dS'_t`, summed over values | likewise |
///
/// (Yang et al., Gated Linear Attention, and Parallelizing Linear Transformers with the Delta Rule: the same
/// by chunks; here token by token.) No state is kept a token: memory is that of the tokens' rows. `dg_t` is
/// taken as Gated Linear Attention does, as a sum from the last token on, `dg_t = dg_{t+1} + sum_g q_t *
/// scale S'_t do_t - k_t * (exp(g_{t+1}) dS'_{t+1} u_t) - beta_t k_t * S'_t du_t`, but without what a token
/// reads of itself, which cancels. So its error is a share of the largest `dg` of the sequence, not of each:
/// at most 3e-6 was measured, in 4,096 tokens of weak decays and of strong ones. By a constant of a head
/// ([`Decay::PerHead`]) the gradient is the sum over tokens, where such errors would pile up; there the
/// state's derivative by the constant goes along with the state. It was off by 1e-6 mostly, by 5e-5 where the
/// tokens' parts cancel.
///
/// Tensors, of the linear attention's shapes and views unless said otherwise:
///
/// | read | |
/// |---|---|
/// | [`Role::Q`], [`Role::K`], [`Role::V`], [`Role::Decay`], [`Role::Beta`], [`Role::StateIn`], [`Role::CuSeqlensQ`] | as [`LinearAttention`] reads them |
/// | [`Role::GradO`] | view and type of `o` |
/// | [`Role::GradStateOut`] | f32, where the state is an output; for no gradient a tensor of zeros |
///
/// | written | |
/// |---|---|
/// | [`Role::GradQ`], [`Role::GradK`], [`Role::GradV`] | views of `q`, `k`, `v`, type [`LinearGradient::grad_dtype`] |
/// | [`Role::GradDecay`] | view of `decay`, f32; a head stride of 0 sums over heads |
/// | [`Role::GradBeta`] | view of `beta`, f32; a head stride of 0 sums over heads |
/// | [`Role::GradStateIn`] | f32, where the state is an input |
///
/// GPUs with subgroups share columns and rows of a state among lanes; without them a thread keeps a whole
/// one, so that large heads spill registers. Packed sequences are supported: rows outside of all sequences
/// are not written. Gradients by queries, keys and values that are parts of one packed tensor, by their views,
/// may lie in one buffer likewise.
///
/// ```
/// use wgpu_attention::{Decay, LinearAttention, LinearGradient, UpdateRule};
/// let forward = LinearAttention::new(1, 8, 4096, 64).rule(UpdateRule::Delta).decay(Decay::PerToken);
/// LinearGradient::new(forward).validate()?;
/// # Ok::<(), wgpu_attention::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LinearGradient {
    /// What is differentiated.
    pub linear: LinearAttention,
    /// Element type of the gradients by `q`, `k` and `v`: f32 or the inputs' type.
    pub grad_dtype: DType,
}

impl LinearGradient {
    /// The gradients of `linear`, all in f32.
    pub fn new(linear: LinearAttention) -> Self {
        Self { linear, grad_dtype: DType::F32 }
    }

    /// Sets the element type of the gradients by `q`, `k` and `v`.
    pub fn grad_dtype(mut self, dtype: DType) -> Self {
        self.grad_dtype = dtype;
        self
    }

    /// View, shape and type of the gradient `role` of a tensor of tokens; heads that share a rate share
    /// its gradient.
    pub(crate) fn view(&self, role: Role) -> (Layout, [u32; 4], DType) {
        let p = &self.linear;
        let (layout, of, dtype) = match role {
            Role::GradQ => (p.q_layout, Role::Q, self.grad_dtype),
            Role::GradK => (p.k_layout, Role::K, self.grad_dtype),
            Role::GradV => (p.v_layout, Role::V, self.grad_dtype),
            Role::GradDecay => (p.decay_layout, Role::Decay, DType::F32),
            Role::GradBeta => (p.beta_layout, Role::Beta, DType::F32),
            _ => (p.o_layout, Role::O, p.out_dtype),
        };
        let mut shape = p.shape(of);
        if matches!(role, Role::GradDecay | Role::GradBeta) && layout.strides[1] == 0 {
            shape[1] = 1;
        }
        (layout, shape, dtype)
    }

    /// The gradients by tensors of tokens that there are.
    pub(crate) fn written(&self) -> Vec<Role> {
        let mut all = vec![Role::GradQ, Role::GradK, Role::GradV];
        all.extend(self.linear.decay.is_given().then_some(Role::GradDecay));
        all.extend(self.linear.rule.has_rates().then_some(Role::GradBeta));
        all
    }

    /// Numbers that are kept of every token and head between the walks.
    pub(crate) fn kept_columns(&self) -> u32 {
        let p = &self.linear;
        let [delta, fades] = [p.rule == UpdateRule::Delta, self.fades_by_token()].map(u32::from);
        // Read and written by fours. Sizes are at most 512.
        let [values, rows] = [p.v_dim, p.qk_dim].map(|n| n.next_multiple_of(4));
        (1 + delta) * values + (delta + fades) * rows + 4 * delta
    }

    /// Whether tokens have decays of their own, which have gradients of their own.
    pub(crate) fn fades_by_token(&self) -> bool {
        matches!(self.linear.decay, Decay::PerToken | Decay::PerChannel)
    }

    /// Columns of the largest state that a walk updates: with what goes along with it.
    pub(crate) fn most_columns(&self) -> u32 {
        let columns = if self.linear.decay == Decay::PerHead { 3 * self.linear.v_dim } else { 0 };
        columns.max(self.linear.v_dim + 1)
    }

    /// Every tensor of the call: role, bytes of its view, whether it is written.
    ///
    /// # Errors
    /// As [`LinearGradient::validate`].
    pub fn tensors(&self) -> Result<Vec<(Role, u64, bool)>> {
        self.validate()?;
        let read = |role| !matches!(role, Role::O | Role::StateOut);
        let mut all = self.linear.tensors()?;
        all.retain(|(role, ..)| read(*role));
        let written = self.written().into_iter().map(|role| (role, true));
        for (role, written) in [(Role::GradO, false)].into_iter().chain(written) {
            let (layout, shape, dtype) = self.view(role);
            // Validated above to fit 32 bits.
            all.push((role, layout.extent(shape).unwrap_or(u64::MAX) * dtype.bytes(), written));
        }
        let state = 4 * self.linear.state_elements();
        if self.linear.state.writes() {
            all.push((Role::GradStateOut, state, false));
        }
        if self.linear.state.reads() {
            all.push((Role::GradStateIn, state, true));
        }
        Ok(all)
    }

    /// Checks the description; the planner calls this first.
    ///
    /// # Errors
    /// As [`LinearAttention::validate`]; [`Error::Unsupported`] for what has no gradient here: feature maps,
    /// a normaliser, a bonus, an epilogue, other rules than add and delta, decays with phases or by
    /// competition, other directions than forward and reverse, a state updated in place, gradients of another
    /// type than f32 or the inputs'; [`Error::Contradiction`] for inputs whose view repeats elements, which
    /// no gradient can be written through (but for rates and decays that heads share);
    /// [`Error::IndexOverflow`] where what is kept of all tokens passes 32-bit indices.
    pub fn validate(&self) -> Result<()> {
        let p = &self.linear;
        p.validate()?;
        let refused = |what: &str| Err(Error::unsupported(format!("the gradient of {what}"), WHY));
        if p.maps() != [&FeatureMap::Identity; 2] {
            return refused("feature maps");
        }
        if p.normaliser.is_some() {
            return refused("a normaliser");
        }
        if p.bonus {
            return refused("a bonus");
        }
        if !p.epilogue.is_empty() {
            return refused("an epilogue");
        }
        if !matches!(p.rule, UpdateRule::Add | UpdateRule::Delta) {
            return refused(&format!("the rule {:?}", p.rule));
        }
        if matches!(p.decay, Decay::Polar | Decay::Competing) {
            return refused(&format!("the decay {:?}", p.decay));
        }
        if !matches!(p.direction, Direction::Forward | Direction::Reverse) {
            return refused(&format!("the direction {:?}", p.direction));
        }
        if p.state == StateUse::InPlace {
            let why = "the state before the first token is gone";
            return Err(Error::unsupported("the gradient of a state updated in place", why));
        }
        if self.grad_dtype != DType::F32 && self.grad_dtype != p.dtype {
            let what = format!("{} gradients of {} inputs", self.grad_dtype, p.dtype);
            return Err(Error::unsupported(what, "they are f32 or of the inputs' type"));
        }
        for role in self.written() {
            let (layout, shape, _) = self.view(role);
            layout.check_disjoint(role.name(), shape)?;
        }
        let [batch, heads, len, _] = p.shape(Role::K);
        let columns = self.kept_columns();
        Layout::bhnd(heads, len, columns).check("what is kept of tokens", [batch, heads, len, columns])?;
        let rows = p.state_elements() / u64::from(p.v_dim);
        let (needed, limit) = (rows * u64::from(self.most_columns()), u64::from(u32::MAX));
        if needed > limit {
            return Err(Error::IndexOverflow { what: "gradient of states".into(), needed, limit });
        }
        Ok(())
    }
}

/// Why other parts have no gradient.
const WHY: &str = "sums and the delta rule, their decays and states have one";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Epilogue, RowStep};

    fn base() -> LinearAttention {
        LinearAttention::new(2, 4, 33, 16)
    }

    #[test]
    fn every_tensor_is_listed_with_its_bytes() {
        let p = LinearAttention { q_heads: 8, ..base() }.dtype(DType::F16).v_dim(24);
        let p = p.rule(UpdateRule::Delta).decay(Decay::PerChannel).state(StateUse::InOut);
        let shared = Layout { offset: 0, strides: [33, 0, 1] };
        let gradient = LinearGradient::new(LinearAttention { beta_layout: shared, ..p.clone() });
        let all = gradient.grad_dtype(DType::F16).tensors().unwrap();
        let bytes = |role| all.iter().find(|(r, ..)| *r == role).map(|&(_, b, written)| (b, written));
        assert_eq!(bytes(Role::GradO), Some((2 * 2 * 8 * 33 * 24, false)));
        assert_eq!(bytes(Role::GradQ), Some((2 * 2 * 8 * 33 * 16, true)));
        assert_eq!(bytes(Role::GradDecay), Some((4 * 2 * 4 * 33 * 16, true)));
        assert_eq!(bytes(Role::GradBeta), Some((4 * 2 * 33, true)));
        assert_eq!(bytes(Role::GradStateOut), Some((4 * 2 * 4 * 16 * 24, false)));
        assert_eq!(bytes(Role::GradStateIn), Some((4 * 2 * 4 * 16 * 24, true)));
        assert_eq!((bytes(Role::O), bytes(Role::StateOut)), (None, None));
        let none = LinearGradient::new(base()).tensors().unwrap();
        assert_eq!(none.len(), 7);
    }

    #[test]
    fn what_has_no_gradient_says_so() {
        let refused = |p: LinearAttention, word: &str| match LinearGradient::new(p).validate() {
            Err(Error::Unsupported { what, .. }) => assert!(what.contains(word), "{what}"),
            other => panic!("{word}: {other:?}"),
        };
        refused(base().feature_map(FeatureMap::Relu), "feature maps");
        refused(base().key_map(FeatureMap::Relu), "feature maps");
        refused(base().normalised(1e-3), "normaliser");
        refused(LinearAttention { bonus: true, ..base() }, "bonus");
        refused(base().epilogue(Epilogue::new(&[RowStep::Scale(2.0)], 4, 33, 16)), "epilogue");
        refused(base().rule(UpdateRule::Momentum), "Momentum");
        refused(base().rule(UpdateRule::RankOne), "RankOne");
        refused(base().decay(Decay::Polar), "Polar");
        refused(base().decay(Decay::Competing), "Competing");
        refused(base().direction(Direction::Both), "Both");
        refused(base().direction(Direction::Full), "Full");
        refused(base().direction(Direction::Prefix(3)), "Prefix");
        refused(base().state(StateUse::InPlace), "in place");
        let narrow = LinearGradient::new(base()).grad_dtype(DType::F16).validate();
        assert!(matches!(narrow, Err(Error::Unsupported { .. })));
    }

    #[test]
    fn a_gradient_needs_a_place_of_its_own_for_every_element() {
        let repeated = Layout { offset: 0, strides: [0, 33 * 16, 16] };
        let p = LinearAttention { k_layout: repeated, ..base() };
        assert!(p.validate().is_ok());
        let refused = LinearGradient::new(p).validate();
        assert!(matches!(refused, Err(Error::Contradiction { what: "grad_k", .. })), "{refused:?}");
    }

    #[test]
    fn what_is_kept_of_tokens_must_be_addressable() {
        let long = LinearAttention::new(1, 6, 1 << 20, 256).rule(UpdateRule::Delta);
        assert!(long.validate().is_ok());
        assert!(matches!(LinearGradient::new(long).validate(), Err(Error::IndexOverflow { .. })));
    }
}
