//! Gradients by the additive mask.

use super::{AttentionGradient, By, Linked, SQUARE};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::attention::{AttentionParams, cuts};
use crate::plan::{Plan, grid};
use crate::problem::Role;
use crate::shader::Const;

impl AttentionGradient {
    /// Adds the gradient by the additive mask. What shares an element is summed in one workgroup, as far as it fits one dispatch.
    pub(super) fn bias(&self, linked: Linked, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let p = &self.attention;
        let to = self.gradient_view(By::Bias)?;
        let [entries, heads, rows, keys] = to.shape;
        if to.shape.contains(&0) {
            return Ok(());
        }
        let [own, others] = SQUARE.sizes();
        let along = |size: u32, count: u32| u64::from(if size == 1 { 1 } else { count });
        let parts = if p.batch == 0 { vec![self.whole()] } else { cuts(p, &linked.views, caps)? };
        for part in parts {
            let (first_head, packs) = (part.heads.0 * p.group(), (part.heads.1 - part.heads.0) * p.group());
            let cells = p.batch.min(part.batch.1 - part.batch.0);
            let groups = [
                along(entries, cells),
                along(heads, packs),
                along(rows, rows.div_ceil(own)),
                along(keys, keys.div_ceil(others)),
            ];
            let groups =
                groups.into_iter().try_fold(1, u64::checked_mul).ok_or_else(|| Error::IndexOverflow {
                    what: Role::GradBias.name().into(),
                    needed: u64::MAX,
                    limit: u32::MAX.into(),
                })?;
            let grid = grid(groups, caps)?;
            // What an earlier part has begun.
            let adds = entries == 1 && part.batch.0 > 0 || heads == 1 && first_head > 0;
            let mut key = linked.key.clone();
            key.consts.push(("ADDS", Const::Bool(adds)));
            let params = AttentionParams {
                // At most u32::MAX, or `grid` had refused.
                groups: groups as u32,
                grid_x: grid[0],
                q_tiles: p.q_len.div_ceil(own),
                cells,
                packs,
                pack: 1,
                ..self.params(&to, part, caps)
            };
            linked.dispatch(p, key, &params, part, caps, plan)?;
        }
        Ok(())
    }
}
