//! Gradients by the additive mask.

use super::{AttentionGradient, By, Linked, SQUARE};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::kernels::attention::{AttentionParams, cuts};
use crate::plan::Plan;
use crate::problem::product;
use crate::shader::Const;

impl AttentionGradient {
    /// Adds the gradient by the additive mask. What shares an element is summed in one workgroup, as far as
    /// it fits one dispatch.
    pub(super) fn bias(&self, linked: Linked, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let p = &self.attention;
        let to = self.gradient_view(By::Bias)?;
        let [entries, heads, rows, keys] = to.shape;
        if to.shape.contains(&0) {
            return Ok(());
        }
        let [own, others] = SQUARE.sizes();
        let along = |size: u32, count: u32| u64::from(if size == 1 { 1 } else { count });
        let parts = match p.batch {
            0 => vec![self.whole()],
            _ => cuts(p, &linked.views, By::Bias.flops(p), caps)?,
        };
        for part in parts {
            let (first_head, packs) = (part.heads.0 * p.group(), (part.heads.1 - part.heads.0) * p.group());
            let cells = p.batch.min(part.batch.1 - part.batch.0);
            // At most the elements of the mask, which fit 32 bits.
            let groups = along(entries, cells)
                * along(heads, packs)
                * u64::from(rows.div_ceil(own))
                * u64::from(keys.div_ceil(others));
            // What shares a cell, and the sums of a tile at the end.
            let shared = |size: u32, count: u32| u64::from(if size == 1 { count } else { 1 });
            let rounds = product(&[
                shared(entries, cells),
                shared(heads, packs),
                shared(rows, p.q_len.div_ceil(own)),
                shared(keys, p.kv_len.div_ceil(others)),
                SQUARE.rounds(p, By::Bias),
            ]);
            caps.check_rounds("gradient_bias", rounds.saturating_add((own * (others + 2)).into()))?;
            // What an earlier part has begun.
            let adds = entries == 1 && part.batch.0 > 0 || heads == 1 && first_head > 0;
            let mut key = linked.key.clone();
            key.consts.push(("ADDS", Const::Bool(adds)));
            let params = AttentionParams {
                q_tiles: p.q_len.div_ceil(own),
                cells,
                packs,
                pack: 1,
                ..self.params(&to, part, caps)
            };
            linked.dispatch(p, key, (groups, params), part, caps, plan)?;
        }
        Ok(())
    }
}
