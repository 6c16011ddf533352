//! Linear attention and gated recurrences: a matrix carried along the sequence.

use super::attention::MAX_AXIS;
use super::{DType, Decay, Direction, Epilogue, FeatureMap, Layout, Role, StateUse, UpdateRule, product};
use crate::error::{Error, Result, divides, finite, in_range};

/// Rows and columns of a state, and features of what reads it, that the kernels are built for.
pub(crate) const MAX_STATE_DIM: u32 = 512;

/// Attention without a softmax, as a recurrence over tokens:
/// `S_t = update(exp(decay_t) S_{t-1}, k_t, v_t)`, `o_t = scale * S_t^T q_t`.
///
/// With a normaliser `o_t = (S_t^T q_t) / (z_t . q_t + eps)`, `z_t = exp(decay_t) z_{t-1} + k_t`
/// (Katharopoulos et al., Transformers are RNNs). With a bonus the current token does not pass
/// through the state: `o_t = scale * (S_{t-1} + (bonus * k_t) v_t^T)^T q_t` (RWKV-6).
///
/// Query head `h` reads the state of key head `h / (q_heads / kv_heads)`. The result does not
/// depend on `chunk_size` but for rounding.
///
/// ```
/// use wgpu_attention::{Decay, LinearAttention, StateUse, UpdateRule};
/// let gated_delta_net = LinearAttention::new(1, 8, 4096, 64)
///     .rule(UpdateRule::Delta)
///     .decay(Decay::PerToken)
///     .state(StateUse::InOut);
/// gated_delta_net.validate()?;
/// # Ok::<(), wgpu_attention::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LinearAttention {
    /// Sequences, at most 2^28.
    pub batch: u32,
    /// Heads of queries and output, 1 to 65,536.
    pub q_heads: u32,
    /// Heads of keys, values and states; divides `q_heads`.
    pub kv_heads: u32,
    /// Tokens of a sequence (the longest one's if ragged), at most 2^28.
    pub len: u32,
    /// Size of a query and of a key, 1 to 512.
    pub qk_dim: u32,
    /// Size of a value, 1 to 512.
    pub v_dim: u32,
    /// Element type of `q`, `k` and `v`.
    pub dtype: DType,
    /// Element type of `o`: f32 or `dtype`.
    pub out_dtype: DType,
    /// Element type of [`Role::Decay`] and [`Role::Beta`]: f32 or `dtype`. Constants of heads
    /// ([`Decay::PerHead`]) are f32 in any case.
    pub rate_dtype: DType,
    /// Factor of the output; `None` is `1 / sqrt(qk_dim)`. A normaliser cancels it.
    pub scale: Option<f32>,
    /// What is done to queries and keys first. Everything that belongs to a key channel (state,
    /// decays, bonus) then belongs to a feature: read `feature_dim` for `qk_dim` there. A state has at most
    /// 512 rows ([`LinearAttention::state_rows`]).
    pub feature_map: FeatureMap,
    /// What is done to keys, if another map: it must give as many features.
    pub key_map: Option<FeatureMap>,
    /// What a token does to the state.
    pub rule: UpdateRule,
    /// How the state fades.
    pub decay: Decay,
    /// Divide by the running sum of key products plus this; a sum of 0 gives zeros.
    pub normaliser: Option<f32>,
    /// Whether [`Role::Bonus`] is given: f32 `[state_heads, feature_dim]`.
    pub bonus: bool,
    /// Order of tokens.
    pub direction: Direction,
    /// State in and out.
    pub state: StateUse,
    /// Packed sequences on the length axis, bounded by [`Role::CuSeqlensQ`]: their tokens in all.
    pub ragged: Option<u32>,
    /// Tokens of a chunk for the chunked kernels, 16, 32 or 64; `None` leaves it to the plan.
    pub chunk_size: Option<u32>,
    /// What is done to the rows of the output, `[storage batch, q_heads, storage len, v_dim]`,
    /// by a dispatch of its own.
    pub epilogue: Epilogue,
    /// View of the queries.
    pub q_layout: Layout,
    /// View of the keys.
    pub k_layout: Layout,
    /// View of the values.
    pub v_layout: Layout,
    /// View of the output.
    pub o_layout: Layout,
    /// View of the decays, `[batch, state_heads, len, n]` with `n` 1, by channel `feature_dim` and as complex
    /// numbers twice that; of [`Decay::PerHead`] `[1, state_heads, 1, 1]`. A stride of 0 repeats.
    pub decay_layout: Layout,
    /// View of the rates, `[batch, kv_heads, len, 1]` (2 with momentum); a head stride of 0 is one
    /// rate a token.
    pub beta_layout: Layout,
    /// View of [`Role::Removal`], `[batch, kv_heads, len, 2 feature_dim]`.
    pub removal_layout: Layout,
}

impl LinearAttention {
    /// Equal head counts and sizes in f32, contiguous `bhnd`; adds, without decay.
    pub fn new(batch: u32, heads: u32, len: u32, dim: u32) -> Self {
        let empty = Layout { offset: 0, strides: [0; 3] };
        let problem = Self {
            batch,
            q_heads: heads,
            kv_heads: heads,
            len,
            qk_dim: dim,
            v_dim: dim,
            dtype: DType::F32,
            out_dtype: DType::F32,
            rate_dtype: DType::F32,
            scale: None,
            feature_map: FeatureMap::Identity,
            key_map: None,
            rule: UpdateRule::Add,
            decay: Decay::None,
            normaliser: None,
            bonus: false,
            direction: Direction::Forward,
            state: StateUse::None,
            ragged: None,
            chunk_size: None,
            epilogue: Epilogue::default(),
            q_layout: empty,
            k_layout: empty,
            v_layout: empty,
            o_layout: empty,
            decay_layout: empty,
            beta_layout: empty,
            removal_layout: empty,
        };
        problem.contiguous()
    }

    /// Sets the heads of keys and values. Contiguous `bhnd` again.
    pub fn kv_heads(mut self, kv_heads: u32) -> Self {
        self.kv_heads = kv_heads;
        self.contiguous()
    }

    /// Sets the size of values. Contiguous `bhnd` again.
    pub fn v_dim(mut self, v_dim: u32) -> Self {
        self.v_dim = v_dim;
        self.contiguous()
    }

    /// Sets the element type of inputs, rates and output.
    pub fn dtype(mut self, dtype: DType) -> Self {
        self.dtype = dtype;
        self.out_dtype = dtype;
        self.rate_dtype = dtype;
        self
    }

    /// Maps queries and keys. Contiguous `bhnd` again.
    pub fn feature_map(mut self, map: FeatureMap) -> Self {
        self.feature_map = map;
        self.contiguous()
    }

    /// Maps keys by another map than queries.
    pub fn key_map(mut self, map: FeatureMap) -> Self {
        self.key_map = Some(map);
        self
    }

    /// The maps of queries and of keys.
    pub(crate) fn maps(&self) -> [&FeatureMap; 2] {
        [&self.feature_map, self.key_map.as_ref().unwrap_or(&self.feature_map)]
    }

    /// Features of a query or key: the rows of the state.
    pub fn feature_dim(&self) -> u32 {
        self.feature_map.features(self.qk_dim)
    }

    /// The same recurrence on features that were computed already.
    pub(crate) fn mapped(&self) -> Self {
        let (qk_dim, n) = (self.feature_dim(), self.storage_len());
        Self {
            scale: Some(self.effective_scale()),
            feature_map: FeatureMap::Identity,
            key_map: None,
            qk_dim,
            q_layout: Layout::bhnd(self.q_heads, n, qk_dim),
            k_layout: Layout::bhnd(self.kv_heads, n, qk_dim),
            ..self.clone()
        }
    }

    /// Sets the update rule; contiguous `bhnd` rates where it needs another number of them.
    pub fn rule(mut self, rule: UpdateRule) -> Self {
        let before = self.rates();
        self.rule = rule;
        if self.rates() != before {
            self.beta_layout = Layout::bhnd(self.kv_heads, self.storage_len(), self.rates());
        }
        self
    }

    /// Sets who sees whom; contiguous `bhnd` decays where there are more or fewer states.
    pub fn direction(mut self, direction: Direction) -> Self {
        let before = self.state_heads();
        self.direction = direction;
        if self.state_heads() != before {
            self.decay_layout = self.contiguous_decay(Layout::bhnd);
        }
        self
    }

    /// Sets the decay. Contiguous `bhnd` again.
    pub fn decay(mut self, decay: Decay) -> Self {
        self.decay = decay;
        self.contiguous()
    }

    /// Sets where the state comes from and goes to.
    pub fn state(mut self, state: StateUse) -> Self {
        self.state = state;
        self
    }

    /// Divides by the running sum of key products plus `eps`.
    pub fn normalised(mut self, eps: f32) -> Self {
        self.normaliser = Some(eps);
        self
    }

    /// Packs `batch` sequences of at most `len` tokens, `total` in all. Contiguous again.
    pub fn ragged(mut self, total: u32) -> Self {
        self.ragged = Some(total);
        self.contiguous()
    }

    /// Makes every view contiguous `bhnd` (`[heads, total, dim]` if ragged).
    pub fn contiguous(self) -> Self {
        self.views_by(Layout::bhnd)
    }

    /// Makes every view contiguous `bnhd` (`[total, heads, dim]` if ragged), as ONNX packs them.
    pub fn contiguous_bnhd(self) -> Self {
        self.views_by(Layout::bnhd)
    }

    fn views_by(mut self, of: fn(u32, u32, u32) -> Layout) -> Self {
        let (kv, n, features) = (self.kv_heads, self.storage_len(), self.feature_dim());
        self.q_layout = of(self.q_heads, n, self.qk_dim);
        self.k_layout = of(kv, n, self.qk_dim);
        self.v_layout = of(kv, n, self.v_dim);
        self.o_layout = of(self.q_heads, n, self.v_dim);
        self.decay_layout = self.contiguous_decay(of);
        self.beta_layout = of(kv, n, self.rates());
        self.removal_layout = of(kv, n, features.saturating_mul(2));
        self
    }

    fn contiguous_decay(&self, of: fn(u32, u32, u32) -> Layout) -> Layout {
        match self.decay {
            Decay::None | Decay::PerHead | Decay::Competing => Layout { offset: 0, strides: [0, 1, 0] },
            decay => {
                let channels = decay.channels(self.feature_dim());
                of(self.state_heads(), self.storage_len(), channels)
            }
        }
    }

    /// Numbers of a token in [`Role::Beta`]: one a state.
    fn rates(&self) -> u32 {
        self.state_parts()
    }

    /// Heads of states, and of what belongs to a state: `kv_heads`, twice as many in both
    /// directions.
    pub fn state_heads(&self) -> u32 {
        self.kv_heads.saturating_mul(self.direction.states())
    }

    /// Rows of a state: features, twice as many if they are complex.
    pub fn state_rows(&self) -> u32 {
        let parts = if self.decay == Decay::Polar { 2 } else { 1 };
        self.feature_dim().saturating_mul(parts)
    }

    /// The factor of the output.
    pub fn effective_scale(&self) -> f32 {
        self.scale.unwrap_or(1.0 / (self.qk_dim as f32).sqrt())
    }

    /// Query heads that share a state.
    pub fn group(&self) -> u32 {
        self.q_heads / self.kv_heads.max(1)
    }

    /// Places on the length axes of the buffers.
    pub fn storage_len(&self) -> u32 {
        self.ragged.unwrap_or(self.len)
    }

    /// Batch entries that the buffers of tokens hold: 1 if ragged.
    pub fn storage_batch(&self) -> u32 {
        if self.ragged.is_some() { 1 } else { self.batch }
    }

    /// States that a token changes together: two with momentum.
    pub(crate) fn state_parts(&self) -> u32 {
        if self.rule == UpdateRule::Momentum { 2 } else { 1 }
    }

    /// Columns of the state: values, and the sum of keys with a normaliser.
    pub fn state_columns(&self) -> u32 {
        self.state_parts().saturating_mul(self.v_dim).saturating_add(self.normaliser.is_some().into())
    }

    /// Does this to the rows of the output.
    pub fn epilogue(mut self, epilogue: Epilogue) -> Self {
        self.epilogue = epilogue;
        self
    }

    /// Elements of the state.
    pub fn state_elements(&self) -> u64 {
        product(&[self.batch, self.state_heads(), self.state_rows(), self.state_columns()])
    }

    /// Shape `[batch, heads, len, dim]` in memory of a view.
    pub fn shape(&self, role: Role) -> [u32; 4] {
        let (b, n) = (self.storage_batch(), self.storage_len());
        match role {
            Role::Q => [b, self.q_heads, n, self.qk_dim],
            Role::K => [b, self.kv_heads, n, self.qk_dim],
            Role::V => [b, self.kv_heads, n, self.v_dim],
            Role::Decay if self.decay == Decay::PerHead => [1, self.state_heads(), 1, 1],
            Role::Decay => [b, self.state_heads(), n, self.decay.channels(self.feature_dim())],
            Role::Beta => [b, self.kv_heads, n, self.rates()],
            Role::Removal => [b, self.kv_heads, n, self.feature_dim().saturating_mul(2)],
            _ => [b, self.q_heads, n, self.v_dim],
        }
    }

    /// Element type of the decays: constants of a head are always f32.
    pub fn decay_dtype(&self) -> DType {
        if self.decay == Decay::PerHead { DType::F32 } else { self.rate_dtype }
    }

    /// The tensors of the call that have a view.
    fn views(&self) -> impl Iterator<Item = (Role, Layout, DType)> {
        let all = [
            (true, Role::Q, self.q_layout, self.dtype),
            (true, Role::K, self.k_layout, self.dtype),
            (true, Role::V, self.v_layout, self.dtype),
            (true, Role::O, self.o_layout, self.out_dtype),
            (self.decay.is_given(), Role::Decay, self.decay_layout, self.decay_dtype()),
            (self.rule.has_rates(), Role::Beta, self.beta_layout, self.rate_dtype),
            (self.rule == UpdateRule::RankOne, Role::Removal, self.removal_layout, self.dtype),
        ];
        all.into_iter().filter_map(|(there, role, layout, dtype)| there.then_some((role, layout, dtype)))
    }

    /// Every tensor of the call: role, bytes of its view, whether it is written.
    ///
    /// # Errors
    /// As [`LinearAttention::validate`].
    pub fn tensors(&self) -> Result<Vec<(Role, u64, bool)>> {
        self.validate()?;
        let bytes = |(role, layout, dtype): (Role, Layout, DType)| {
            // Validated above to fit 32 bits.
            let elements = layout.extent(self.shape(role)).unwrap_or(u64::MAX);
            (role, elements * dtype.bytes(), role == Role::O)
        };
        let mut all: Vec<_> = self.views().map(bytes).collect();
        let state = 4 * self.state_elements();
        let mut add = |on: bool, role, bytes, written| {
            if on {
                all.push((role, bytes, written));
            }
        };
        add(matches!(self.state, StateUse::In | StateUse::InOut), Role::StateIn, state, false);
        add(self.state.writes(), Role::StateOut, state, true);
        add(
            self.bonus,
            Role::Bonus,
            4 * u64::from(self.state_heads()) * u64::from(self.feature_dim()),
            false,
        );
        let projection = 4 * u64::from(self.feature_dim()) * u64::from(self.qk_dim);
        add(self.maps().iter().any(|m| m.is_random()), Role::Projection, projection, false);
        add(self.ragged.is_some(), Role::CuSeqlensQ, 4 * (u64::from(self.batch) + 1), false);
        for (role, layout, shape) in self.epilogue.views(self.shape(Role::O)) {
            let elements = layout.extent(shape).unwrap_or(u64::MAX);
            all.push((role, elements * self.epilogue.dtype.bytes(), false));
        }
        for map in self.maps() {
            if let FeatureMap::User(hook) = map {
                hook.add_tensors(&mut all);
            }
        }
        Ok(all)
    }

    /// Checks the description; every planner calls this first.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for sizes past their bounds; [`Error::Mismatch`] for a map of keys that gives
    /// another number of features than that of queries; [`Error::BadScalar`] for a scale, normaliser or
    /// number of the epilogue that is not finite; [`Error::IndexOverflow`] for views and states past 32-bit
    /// indices; [`Error::Contradiction`] for parts that exclude each other, and an output whose rows overlap;
    /// [`Error::Unsupported`] for element types that do not mix, and decays or directions that do not go with
    /// the rest.
    pub fn validate(&self) -> Result<()> {
        in_range("q_heads", self.q_heads.into(), 1, 1 << 16)?;
        in_range("kv_heads", self.kv_heads.into(), 1, 1 << 16)?;
        in_range("qk_dim", self.qk_dim.into(), 1, MAX_STATE_DIM.into())?;
        in_range("v_dim", self.v_dim.into(), 1, MAX_STATE_DIM.into())?;
        for map in self.maps() {
            map.validate()?;
            let (expected, got) = (self.feature_dim().into(), map.features(self.qk_dim).into());
            if expected != got {
                return Err(Error::mismatch("features of keys", expected, got));
            }
        }
        in_range("features", self.state_rows().into(), 1, MAX_STATE_DIM.into())?;
        in_range("batch", self.batch.into(), 0, MAX_AXIS)?;
        in_range("len", self.len.into(), 0, MAX_AXIS)?;
        divides("kv_heads", self.kv_heads, self.q_heads)?;
        finite("scale", self.effective_scale())?;
        if let Some(eps) = self.normaliser {
            finite("normaliser", eps)?;
        }
        if let Some(total) = self.ragged {
            in_range("len of a ragged batch", self.len.into(), 0, total.into())?;
        }
        if let Some(size) = self.chunk_size.filter(|n| ![16, 32, 64].contains(n)) {
            return Err(Error::Contradiction {
                what: "chunk_size",
                why: format!("{size} is not 16, 32 or 64"),
            });
        }
        self.validate_views()?;
        self.validate_combinations()
    }

    fn validate_views(&self) -> Result<()> {
        for (role, layout, _) in self.views() {
            layout.check(role.name(), self.shape(role))?;
        }
        self.o_layout.check_disjoint("o", self.shape(Role::O))?;
        self.epilogue.validate(self.shape(Role::O))?;
        let (needed, limit) = (self.state_elements(), u64::from(u32::MAX));
        if needed > limit {
            return Err(Error::IndexOverflow { what: "state_out".into(), needed, limit });
        }
        Ok(())
    }

    fn validate_combinations(&self) -> Result<()> {
        let contradiction = |what, why: &str| Err(Error::Contradiction { what, why: why.into() });
        for (what, dtype) in [("output", self.out_dtype), ("rates", self.rate_dtype)] {
            if dtype != DType::F32 && dtype != self.dtype {
                return Err(Error::unsupported(
                    format!("{dtype} {what} of {} inputs", self.dtype),
                    "they are f32 or of the inputs' type",
                ));
            }
        }
        if self.rule != UpdateRule::Add && self.normaliser.is_some() {
            return contradiction("normaliser", "only sums of products have a sum of weights to divide by");
        }
        if self.rule != UpdateRule::Add && self.bonus {
            return contradiction("bonus", "only the add rule writes the token's own product");
        }
        if self.normaliser.is_some() && self.bonus {
            return contradiction("bonus", "the normaliser does not count the current token twice");
        }
        if self.normaliser.is_some() && self.state == StateUse::InPlace {
            return contradiction("state", "value slices share the sum of keys, so it needs two buffers");
        }
        self.validate_direction()?;
        self.validate_decay()
    }

    fn validate_decay(&self) -> Result<()> {
        let contradiction = |what, why: &str| Err(Error::Contradiction { what, why: why.into() });
        if self.decay == Decay::Competing {
            if self.rule != UpdateRule::Add || self.normaliser.is_some() || self.bonus {
                return contradiction("decay", "competing keys are weights that sum to one already");
            }
            if self.state != StateUse::None || self.direction == Direction::Both {
                return Err(Error::unsupported(
                    "competing keys with a carried state or in both directions",
                    "the sums of exponentials are not part of the state",
                ));
            }
        }
        if self.decay != Decay::Polar {
            return Ok(());
        }
        if self.normaliser.is_some() || self.bonus {
            return contradiction("decay", "rotated products have no sum of weights, and no bonus");
        }
        if !matches!(self.rule, UpdateRule::Add | UpdateRule::Delta) || self.direction == Direction::Both {
            return Err(Error::unsupported(
                format!("polar decay with {:?}, {:?}", self.rule, self.direction),
                "it goes with the rules add and delta, in one direction",
            ));
        }
        Ok(())
    }

    fn validate_direction(&self) -> Result<()> {
        let contradiction = |what, why: &str| Err(Error::Contradiction { what, why: why.into() });
        let at_once = matches!(self.direction, Direction::Full | Direction::Prefix(_));
        if let Direction::Prefix(tokens) = self.direction {
            in_range("prefix", tokens.into(), 0, self.len.into())?;
            if self.ragged.is_some() {
                return Err(Error::unsupported("a prefix in a ragged batch", "its sequences are cut alike"));
            }
        }
        if at_once && !matches!(self.decay, Decay::None | Decay::Competing) {
            return contradiction("decay", "tokens that read one state at once are at no distance in it");
        }
        if at_once && self.bonus {
            return contradiction("bonus", "a state that all tokens read has no current token");
        }
        if self.direction == Direction::Both && self.normaliser.is_some() {
            return contradiction("normaliser", "each direction would divide by a sum of its own");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> LinearAttention {
        LinearAttention::new(2, 4, 33, 16)
    }

    #[test]
    fn every_tensor_of_a_full_problem_is_listed_with_its_bytes() {
        let p = base().kv_heads(2).v_dim(24).rule(UpdateRule::Delta).decay(Decay::PerChannel);
        let all = p.state(StateUse::InOut).tensors().unwrap();
        let bytes = |role| all.iter().find(|(r, ..)| *r == role).map(|(_, b, _)| *b);
        assert_eq!(bytes(Role::Decay), Some(4 * 2 * 2 * 33 * 16));
        assert_eq!(bytes(Role::Beta), Some(4 * 2 * 2 * 33));
        assert_eq!(bytes(Role::StateOut), Some(4 * 2 * 2 * 16 * 24));
        assert_eq!(bytes(Role::O), Some(4 * 2 * 4 * 33 * 24));
        assert_eq!(bytes(Role::Bonus), None);
    }

    #[test]
    fn combinations_without_a_meaning_are_refused() {
        let field = |p: LinearAttention| match p.validate() {
            Err(Error::Contradiction { what, .. }) => what,
            other => panic!("{other:?}"),
        };
        assert_eq!(field(base().rule(UpdateRule::Delta).normalised(0.0)), "normaliser");
        assert_eq!(field(LinearAttention { bonus: true, ..base().rule(UpdateRule::Delta) }), "bonus");
        assert_eq!(field(LinearAttention { bonus: true, ..base().normalised(0.0) }), "bonus");
        assert_eq!(field(base().normalised(0.0).state(StateUse::InPlace)), "state");
        assert_eq!(field(base().normalised(0.0).direction(Direction::Both)), "normaliser");
        assert_eq!(field(base().decay(Decay::PerToken).direction(Direction::Full)), "decay");
        assert_eq!(field(base().decay(Decay::PerHead).direction(Direction::Prefix(3))), "decay");
        assert_eq!(field(base().decay(Decay::Polar).normalised(0.0)), "decay");
        assert_eq!(field(base().rule(UpdateRule::RankOne).normalised(0.0)), "normaliser");
        let bonus = LinearAttention { bonus: true, ..base().direction(Direction::Full) };
        assert_eq!(field(bonus), "bonus");
        let polar = base().decay(Decay::Polar).rule(UpdateRule::Momentum);
        assert!(matches!(polar.validate(), Err(Error::Unsupported { .. })));
        assert_eq!(field(LinearAttention { chunk_size: Some(48), ..base() }), "chunk_size");
        assert_eq!(field(base().kv_heads(3)), "kv_heads");
    }

    #[test]
    fn sizes_past_their_bounds_name_the_field_and_both_numbers() {
        let err = LinearAttention::new(1, 1, 4, 513).validate().unwrap_err();
        assert_eq!(err, Error::OutOfRange { what: "qk_dim".into(), min: 1, max: 512, got: 513 });
        let err = LinearAttention { ragged: Some(8), ..base() }.contiguous().validate().unwrap_err();
        assert!(matches!(err, Error::OutOfRange { max: 8, got: 33, .. }), "{err}");
    }
}
