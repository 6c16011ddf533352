//! Columns and diagonals chosen by a probe.

use super::chain::{Chain, check_used, used, windowless};
use crate::device::DeviceCaps;
use crate::error::{Result, in_range};
use crate::kernels::{Choice, MapCells, Reduction, RowRule, Select, StridedCopy, WeightMap};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Alignment, Attention, DType, Layout, Pattern, Role};
use crate::record::Slot;

/// Vertical-slash attention (Jiang et al. 2024, MInference; the second pattern of FlexPrefill, Lai et
/// al. 2025): the exact weights of the last `probe` queries, summed by key and by distance, choose
/// the keys and the distances that every query sees. Causal self-attention.
///
/// Of equal sums the earlier key and the greater distance go first. With [`Choice::TopP`] as many
/// are chosen as hold that share of the probe's mass.
#[derive(Debug, Clone, PartialEq)]
pub struct VerticalSlash {
    /// Self-attention; made causal. Its own `pattern` and `blocks` are not used.
    pub attention: Attention,
    /// Queries at the end whose weights are summed.
    pub probe: u32,
    /// Keys that all see.
    pub verticals: Choice,
    /// Distances that all see.
    pub slashes: Choice,
    /// Distances from 0 that are always seen.
    pub recent: u32,
    /// Keys from the first on that are always seen.
    pub first: u32,
}

impl VerticalSlash {
    pub(super) fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        in_range("probe", self.probe.into(), 1, p.q_len.into())?;
        p.check_self()?;
        // The last queries stand for all, and are scored plainly.
        let (blocks, pattern, scores) = (p.blocks.clone(), p.pattern.clone(), p.scores);
        check_used(p, &Attention { visibility: windowless(p), blocks, pattern, scores, ..used(p) })
    }

    /// The last queries over all keys.
    pub(super) fn probe(&self) -> Attention {
        let p = &self.attention;
        let before = p.q_len - self.probe;
        let mut probe = Attention {
            q_len: self.probe,
            q_layout: p.q_layout.at(u64::from(before) * p.q_layout.strides[2]),
            o_layout: Layout::bhnd(p.q_heads, self.probe, p.v_dim),
            out_dtype: DType::F32,
            scale: p.scale,
            lse: true,
            ..Attention::of_tensors(p)
        }
        .causal();
        // At most 2^28.
        probe.visibility.alignment = Alignment::Offset(before as i32);
        probe
    }

    /// Adds the choices of both, by the log-sum-exps of the probe, and for the heads alone that a rule and
    /// its numbers leave: the attention over them, and where they lie.
    pub(super) fn choose(
        &self,
        chain: &mut Chain<'_>,
        lse: Slot,
        rule: Option<(RowRule, Slot)>,
    ) -> Result<(Attention, Vec<(Role, Slot)>)> {
        let p = &self.attention;
        let verticals = self.best(chain, lse, MapCells::COLUMNS, rule)?;
        let slashes = self.best(chain, lse, MapCells::Diagonals, rule)?;
        let pattern = Some(Pattern::Verticals.or(Pattern::Slashes));
        let attend = Attention { pattern, blocks: None, ..p.clone() }.causal();
        Ok((attend, vec![(Role::Verticals, verticals), (Role::Slashes, slashes)]))
    }

    /// Adds the sums over `cells` and the choice of the best of them.
    fn best(
        &self,
        chain: &mut Chain<'_>,
        lse: Slot,
        cells: MapCells,
        rule: Option<(RowRule, Slot)>,
    ) -> Result<Slot> {
        let p = &self.attention;
        let vertical = cells == MapCells::COLUMNS;
        let map = WeightMap { attention: self.probe(), cells, reduction: Reduction::Sum };
        let [mut sums] = chain.run(&map, &[(Role::Lse, lse)], [Role::Scores])?;
        if !vertical {
            // Diagonals past the last query's own key have no pairs.
            let trimmed = StridedCopy {
                batch: p.batch,
                heads: p.q_heads,
                len: 1,
                dim: p.kv_len,
                dtype: DType::F32,
                input_layout: Layout::bhnd(p.q_heads, 1, p.kv_len + self.probe - 1),
                output_layout: Layout::bhnd(p.q_heads, 1, p.kv_len),
            };
            [sums] = chain.run(&trimmed, &[(Role::Input, sums)], [Role::O])?;
        }
        let choice = if vertical { self.verticals } else { self.slashes };
        let plain = Select::new(p.batch, p.q_heads, 1, 1, choice);
        let select = if vertical {
            Select { blocks: p.kv_len, causal: false, first: self.first, ..plain }
        } else {
            // The last diagonals are the nearest.
            let align_offset = p.kv_len as i32 - 1;
            let (own, recent) = (self.recent > 0, self.recent.saturating_sub(1));
            Select { blocks: p.kv_len, causal: false, align_offset, own, recent, ..plain }
        };
        let select = Select { row_rule: rule.map(|(rule, _)| rule), ..select };
        let mut places = vec![(Role::Scores, sums)];
        places.extend(rule.map(|(_, marks)| (Select::ROW_MARKS, marks)));
        let [chosen] = chain.run(&select, &places, [Role::Selection])?;
        Ok(chosen)
    }
}

impl Problem for VerticalSlash {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let mut chain = Chain::new(caps, policy);
        let [_, lse] = chain.run(&self.probe(), &[], [Role::O, Role::Lse])?;
        let (attend, places) = self.choose(&mut chain, lse, None)?;
        chain.run(&attend, &places, [])?;
        Ok(chain.finish())
    }
}
