//! Numbers that say how far estimates from means can be trusted.

use super::LINEAR_WORKGROUP;
use super::rows::{Rows, Step};
use crate::device::DeviceCaps;
use crate::error::{Result, in_range};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Role, product};
use crate::shader::{self, Const};

/// How alike the rows of a block are: the mean cosine of all pairs of them, each with itself too, which is
/// the squared length of the mean of the rows divided by theirs (Zhang et al. 2025, SpargeAttn).
/// [`Role::Input`] `[batch, heads, len, dim]` to [`Role::O`] f32 `[batch, heads, ceil(len / block)]`, 1 for
/// equal directions. A row of zeros has a cosine of 0 with all.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohesion {
    /// The rows, of at most 512 features.
    pub input: Rows,
    /// Rows of a block.
    pub block: u32,
}

impl Problem for Cohesion {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let x = &self.input;
        in_range("block", self.block.into(), 1, 1 << 28)?;
        in_range("dim", x.dim.into(), 1, 512)?;
        let block = u64::from(self.block.min(x.len));
        let passes = block.div_ceil(LINEAR_WORKGROUP.into());
        let lengths = passes * u64::from(x.dim.div_ceil(4) + 3);
        caps.check_rounds("cohesion", block + lengths + u64::from(LINEAR_WORKGROUP))?;
        let o = Rows::new(x.batch, x.heads, x.len.div_ceil(self.block), 1);
        let mut step = Step::new("cohesion", caps);
        step.input(x)?;
        step.output(&o)?;
        step.constant("QUADS", Const::U32(x.dim.div_ceil(4).div_ceil(LINEAR_WORKGROUP)));
        let params = |grid| super::rows::RowsParams {
            rows: o.count() as u32,
            len: o.len,
            from_len: x.len,
            block: self.block,
            ..x.params(&o.layout, grid)
        };
        let why = format!("mean cosines of {} blocks of {}", o.count(), self.block);
        // A workgroup a block.
        let threads = o.count() * u64::from(LINEAR_WORKGROUP);
        step.finish(&[shader::GROUP_LIB, shader::PLACE_LIB, shader::COHESION], threads, params, why)
    }
}

/// How far two distributions are apart: the root of the Jensen-Shannon divergence in nats,
/// `sqrt((KL(p | m) + KL(q | m)) / 2)` with `m = (p + q) / 2`, of the rows of [`Role::Input`] f32 `[batch,
/// heads, len, dim]` and of [`Role::Scores`] f32, of the same shape and contiguous, each divided by its
/// sum. [`Role::O`] f32 `[batch, heads, len]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Divergence {
    /// The first distributions; no number is negative.
    pub input: Rows,
}

impl Problem for Divergence {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let x = &self.input;
        caps.check_rounds("divergence", 2 * (u64::from(x.dim) + 1))?;
        let o = Rows::new(x.batch, x.heads, x.len, 1);
        let mut step = Step::new("divergence", caps);
        step.input(x)?;
        step.table(Role::Scores, "f32", product(&[x.batch, x.heads, x.len, x.dim]), false)?;
        step.output(&o)?;
        let why = format!("of {} rows of {}", x.count(), x.dim);
        let fragments = [shader::GROUP_LIB, shader::LOG_LIB, shader::DIVERGENCE];
        step.finish(&fragments, x.count(), |grid| x.params(&o.layout, grid), why)
    }
}
