//! Checks of [`Attention`], and the tensors of a call.

use super::attention::{MAX_AXIS, MAX_DIM};
use super::{Alignment, Attention, DType, Layout, MaskShape, PairFunction, Pattern, Role, product};
use crate::error::{Error, Result, divides, finite, in_range};
use crate::shader::HookKind;

impl Attention {
    /// Every tensor of the call: role, bytes of its view, whether it is written.
    ///
    /// # Errors
    /// As [`Attention::validate`].
    pub fn tensors(&self) -> Result<Vec<(Role, u64, bool)>> {
        self.validate()?;
        let (b, heads) = (self.batch, self.q_heads);
        let view = |role, layout: Layout, dtype: DType, written| {
            // Validated above to fit 32 bits.
            let elements = layout.extent(self.shape(role)).unwrap_or(u64::MAX);
            (role, elements * dtype.bytes(), written)
        };
        let mut all = vec![
            view(Role::Q, self.q_layout, self.dtype, false),
            view(Role::K, self.k_layout, self.dtype, false),
            view(Role::V, self.v_layout, self.dtype, false),
            view(Role::O, self.o_layout, self.out_dtype, true),
        ];
        let mut add = |on: bool, role, bytes, written| {
            if on {
                all.push((role, bytes, written));
            }
        };
        let lse = product(&[4, self.storage_batch(), heads, self.storage_lens().0]);
        add(self.lse, Role::Lse, lse, true);
        add(self.mask.is_some(), Role::Mask, self.mask.map_or(0, MaskShape::elements), false);
        let bias = self.bias.map_or(0, |(dtype, shape)| shape.elements().saturating_mul(dtype.bytes()));
        add(self.bias.is_some(), Role::Bias, bias, false);
        add(self.alibi, Role::AlibiSlopes, product(&[4, heads]), false);
        add(self.sinks, Role::Sinks, product(&[4, heads]), false);
        let cells = |shape: Option<MaskShape>| shape.map_or(0, MaskShape::elements).saturating_mul(4);
        add(self.factors.is_some(), Role::ScoreFactors, cells(self.factors), false);
        add(self.row_weights.is_some(), Role::RowWeights, cells(self.row_weights), false);
        let weights = product(&[4, heads, self.qk_dim]);
        add(self.pair == PairFunction::Additive, Role::PairWeights, weights, false);
        add(self.kv_lengths, Role::KvLengths, product(&[4, b]), false);
        let cache = |len, dim| product(&[b, self.kv_heads, len, dim]).saturating_mul(self.dtype.bytes());
        let past = self.past_len.unwrap_or(0);
        for (dim, from, to) in
            [(self.qk_dim, Role::PastK, Role::PresentK), (self.v_dim, Role::PastV, Role::PresentV)]
        {
            add(self.past_len.is_some(), from, cache(past, dim), false);
            add(self.past_len.is_some(), to, cache(self.kv_len, dim), true);
        }
        let ends = 4 * (u64::from(b) + 1);
        add(self.ragged.is_some(), Role::CuSeqlensQ, ends, false);
        add(self.ragged.is_some(), Role::CuSeqlensKv, ends, false);
        for (role, bytes) in self.pattern_bytes() {
            add(true, role, bytes, false);
        }
        if let Some(blocks) = &self.blocks {
            let [spans, entries, selection] = blocks.bytes(self);
            add(true, Role::BlockSpans, spans, false);
            add(true, Role::BlockEntries, entries, false);
            add(blocks.selection_heads.is_some(), Role::Selection, selection, false);
        }
        let rows = self.score_rows();
        let listed = self.scores.is_some_and(|s| s.rows.is_some());
        add(listed, Role::ScoreRows, product(&[4, rows]), false);
        let scores = product(&[4, b, heads, rows, self.kv_len]);
        add(self.scores.is_some(), Role::Scores, scores, true);
        self.hooks.iter().for_each(|hook| hook.add_tensors(&mut all));
        Ok(all)
    }

    /// Checks that queries and keys are as many: what systems of self-attention ask for.
    ///
    /// # Errors
    /// [`Error::Mismatch`] with both lengths.
    pub(crate) fn check_self(&self) -> Result<()> {
        if self.kv_len == self.q_len {
            return Ok(());
        }
        Err(Error::mismatch("kv_len of self-attention", self.q_len.into(), self.kv_len.into()))
    }

    /// Checks the description; every planner calls this first.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a zero head count or a size past its bounds;
    /// [`Error::Mismatch`] for shapes that do not fit; [`Error::BadScalar`] for a scale, soft cap,
    /// denominator, number of the normaliser or bias of the sigmoid that is not finite, a soft cap that is
    /// not above 0 and a denominator below 0; [`Error::IndexOverflow`] for views past 32-bit indices;
    /// [`Error::Contradiction`] for parts that exclude each other, and an output whose rows overlap;
    /// [`Error::Unsupported`] for element types that do not mix, weights that have no meaning or no kernel
    /// with the rest, block lists with past tokens or with scores as an output, and scores of a ragged batch.
    pub fn validate(&self) -> Result<()> {
        let axis = MAX_AXIS;
        in_range("q_heads", self.q_heads.into(), 1, 1 << 16)?;
        in_range("kv_heads", self.kv_heads.into(), 1, 1 << 16)?;
        in_range("qk_dim", self.qk_dim.into(), 1, MAX_DIM.into())?;
        in_range("v_dim", self.v_dim.into(), 1, MAX_DIM.into())?;
        in_range("batch", self.batch.into(), 0, axis)?;
        in_range("q_len", self.q_len.into(), 0, axis)?;
        in_range("kv_len", self.kv_len.into(), 0, axis)?;
        divides("kv_heads", self.kv_heads, self.q_heads)?;
        finite("scale", self.effective_scale())?;
        if let Some(cap) = self.softcap {
            finite("softcap", cap)?;
            if cap <= 0.0 {
                return Err(Error::BadScalar {
                    what: "softcap",
                    need: "greater than 0",
                    got: cap.to_string(),
                });
            }
        }
        if let Alignment::Offset(n) = self.visibility.alignment {
            in_range("alignment offset, distance from 0", n.unsigned_abs().into(), 0, axis)?;
        }
        for w in [self.visibility.window_left, self.visibility.window_right].into_iter().flatten() {
            in_range("window", w.into(), 0, axis)?;
        }
        self.validate_views()?;
        if let Some(pattern) = &self.pattern {
            pattern.validate(self.q_heads)?;
            self.validate_labels(pattern)?;
        }
        if let Some(blocks) = &self.blocks {
            blocks.validate(self)?;
        }
        self.validate_weights()?;
        self.validate_combinations()
    }

    fn validate_labels(&self, pattern: &Pattern) -> Result<()> {
        for leaf in pattern.leaves() {
            if let (Pattern::Labels { heads, .. }, Some(first)) = (leaf, pattern.label_heads()) {
                if *heads != first {
                    return Err(Error::mismatch("heads of labels", first.into(), (*heads).into()));
                }
            }
        }
        for (role, bytes) in self.pattern_bytes() {
            let limit = u64::from(u32::MAX);
            if bytes / 4 > limit {
                return Err(Error::IndexOverflow { what: role.name().into(), needed: bytes / 4, limit });
            }
        }
        Ok(())
    }

    fn validate_views(&self) -> Result<()> {
        for (role, layout) in [
            (Role::Q, &self.q_layout),
            (Role::K, &self.k_layout),
            (Role::V, &self.v_layout),
            (Role::O, &self.o_layout),
        ] {
            layout.check(role.name(), self.shape(role))?;
        }
        self.o_layout.check_disjoint("o", self.shape(Role::O))?;
        let full = [self.batch, self.q_heads, self.q_len, self.kv_len];
        if let Some(mask) = self.mask {
            mask.check("mask", full)?;
        }
        if let Some((_, mask)) = self.bias {
            mask.check("bias", full)?;
        }
        if let Some(shape) = self.factors {
            shape.check_whole("score_factors", full)?;
        }
        if let Some(shape) = self.row_weights {
            shape.check_whole("row_weights", [self.batch, self.q_heads, self.q_len, 1])?;
        }
        let limit = u64::from(u32::MAX);
        let rows = self.score_rows().max(self.q_len);
        let cells = [self.batch, self.q_heads, rows]
            .iter()
            .try_fold(1u64, |n, &s| n.checked_mul(s.into()))
            .unwrap_or(u64::MAX);
        let cells = if self.scores.is_some() { cells.saturating_mul(self.kv_len.into()) } else { cells };
        if cells > limit {
            let what = if self.scores.is_some() { "scores" } else { "rows" };
            return Err(Error::IndexOverflow { what: what.into(), needed: cells, limit });
        }
        Ok(())
    }

    fn validate_combinations(&self) -> Result<()> {
        if self.out_dtype != DType::F32 && self.out_dtype != self.dtype && self.dtype != DType::F32 {
            return Err(Error::unsupported(
                format!("{} output of {} inputs", self.out_dtype, self.dtype),
                "the output is f32 or of the inputs' type",
            ));
        }
        if self.hook_of(HookKind::FeatureMap).is_some() {
            return Err(Error::Contradiction {
                what: "feature_map",
                why: "it is a hook of linear attention".into(),
            });
        }
        for (n, hook) in self.hooks.iter().enumerate() {
            if self.hooks[..n].iter().any(|h| h.kind() == hook.kind()) {
                return Err(Error::Contradiction {
                    what: hook.kind().name(),
                    why: "there are two of them".into(),
                });
            }
        }
        if let Some(past) = self.past_len {
            in_range("past_len", past.into(), 0, self.kv_len.into())?;
            if self.ragged.is_some() {
                return Err(Error::Contradiction {
                    what: "past_len",
                    why: "a ragged batch has no cache".into(),
                });
            }
            for (role, dim) in [(Role::PresentK, self.qk_dim), (Role::PresentV, self.v_dim)] {
                let shape = [self.batch, self.kv_heads, self.kv_len, dim];
                Layout::bhnd(self.kv_heads, self.kv_len, dim).check(role.name(), shape)?;
            }
        }
        if let Some(r) = self.ragged {
            in_range("q_len of a ragged batch", self.q_len.into(), 0, r.total_q.into())?;
            in_range("kv_len of a ragged batch", self.kv_len.into(), 0, r.total_kv.into())?;
            if self.kv_lengths {
                return Err(Error::Contradiction {
                    what: "kv_lengths",
                    why: "a ragged batch has its lengths from cu_seqlens_kv".into(),
                });
            }
            if self.scores.is_some() {
                return Err(Error::unsupported("scores of a ragged batch", "rows have no common index"));
            }
        }
        Ok(())
    }
}
