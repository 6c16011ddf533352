//! What a workgroup of the gradients works on.

use super::By;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{LINEAR_WORKGROUP, flash};
use crate::plan::Policy;
use crate::problem::Attention;
use crate::shader::Const;

/// The work of a workgroup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tile {
    /// `gradient.wgsl`.
    Blocks { side: u32 },
    /// `gradient_rows.wgsl`.
    Rows { threads: u32, own: u32, lanes: bool },
}

impl Tile {
    /// Whole rows where lanes of a processor share every load, tiles of pairs elsewhere.
    pub(super) fn of(p: &Attention, caps: &DeviceCaps, policy: &Policy) -> Result<(Self, &'static str)> {
        let widest = p.qk_dim.max(p.v_dim);
        let rows = Self::rows(p, widest, caps, policy);
        match policy.kernel.as_deref() {
            Some("gradient") => Ok((SQUARE, "asked for")),
            Some("gradient_rows") if widest <= MAX_ROWS => Ok((rows, "asked for")),
            Some("gradient_rows") => {
                let why = format!("head sizes {} and {} are over {MAX_ROWS}", p.qk_dim, p.v_dim);
                Err(Error::unsupported("kernel gradient_rows", why))
            }
            Some(other) => Err(Error::unsupported(
                format!("kernel {other} for gradients of attention"),
                "the kernels are gradient and gradient_rows",
            )),
            None if caps.shares_any_load() && widest <= MAX_ROWS => {
                Ok((rows, "lanes of a processor share every row they load"))
            }
            None => Ok((SQUARE, "runs everywhere")),
        }
    }

    /// As many rows or keys a thread as share each load of four others, while what unrolls fits an
    /// instruction cache; more threads share the work of staging where there is work for every core all the
    /// same.
    fn rows(p: &Attention, widest: u32, caps: &DeviceCaps, policy: &Policy) -> Self {
        let own = if widest <= 64 { 3 } else { 2 };
        let tiles = p.q_len.min(p.kv_len).div_ceil(2 * LINEAR_WORKGROUP * own);
        let busy = caps.keeps_cores_busy(u64::from(p.batch) * u64::from(p.kv_heads) * u64::from(tiles));
        let threads = if busy { 2 * LINEAR_WORKGROUP } else { LINEAR_WORKGROUP };
        Self::Rows { threads, own, lanes: flash::no_lanes(threads, caps, policy).is_none() }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Blocks { .. } => "gradient",
            Self::Rows { .. } => "gradient_rows",
        }
    }

    pub(super) fn threads(self) -> u32 {
        match self {
            Self::Blocks { side } => side * side,
            Self::Rows { threads, .. } => threads,
        }
    }

    /// Rows or keys of a workgroup, and of a tile of the others.
    pub(super) fn sizes(self) -> [u32; 2] {
        match self {
            Self::Blocks { side } => [4 * side; 2],
            Self::Rows { threads, own, .. } => [threads * own, 4],
        }
    }

    /// Rounds of loops that an invocation takes for a tile of others, but for those that end by constants a
    /// driver knows.
    pub(super) fn rounds(self, p: &Attention, by: By) -> u64 {
        let [own, step] = self.sizes();
        let [rows, keys] = if [By::Queries, By::Bias].contains(&by) { [own, step] } else { [step, own] };
        let along = |n: u32, block: u32| u64::from(n.div_ceil(block) + 1);
        let listed = p
            .blocks
            .as_ref()
            .map_or(0, |list| along(rows, list.block_q) * (along(keys, list.block_kv) + 2) + 1);
        let a_tile = match self {
            Self::Blocks { side } => {
                let [of_scores, of_values] = [p.qk_dim, p.v_dim].map(|dim| dim.div_ceil(4 * side));
                let (products, sums) = match by {
                    By::Queries | By::Keys => (of_scores + of_values, of_scores),
                    By::Values => (of_scores, of_values),
                    By::Bias => (of_scores + of_values, 0),
                };
                let staged = step / side + 3;
                4 + products * (staged + side) + sums * (staged + step)
            }
            Self::Rows { threads, .. } => flash::staging_rounds(p, step, threads),
        };
        listed + p.table_rounds(rows, keys, 1) + u64::from(a_tile)
    }

    pub(super) fn consts(self, p: &Attention) -> Vec<(&'static str, Const)> {
        let form = match self {
            Self::Blocks { side } => ("SIDE", side),
            Self::Rows { own, .. } => ("OWN", own),
        };
        let [own, others] = self.sizes();
        [
            form,
            ("WORKGROUP", self.threads()),
            ("BLOCK_OWN", own),
            ("BLOCK", others),
            ("QK_DIM", p.qk_dim),
            ("V_DIM", p.v_dim),
        ]
        .map(|(name, n)| (name, Const::U32(n)))
        .into()
    }
}

/// Tiles of pairs.
pub(super) const SQUARE: Tile = Tile::Blocks { side: 8 };

/// Head sizes whose rows a thread takes whole.
const MAX_ROWS: u32 = 128;
