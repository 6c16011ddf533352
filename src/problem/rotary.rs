//! Rotary position embedding.

use super::{DType, Layout};
use crate::error::{Error, Result, in_range};

/// Rotary position embedding of a `[batch, heads, len, dim]` tensor (Su et al., RoFormer).
///
/// The first `rotary_dim` features form pairs `(x, y)`, rotated by the angle of their
/// position: `x cos - y sin`, `y cos + x sin`. Pairs are `(f, f + rotary_dim/2)`, or
/// `(2f, 2f + 1)` when interleaved. The rest is copied.
#[derive(Debug, Clone, PartialEq)]
pub struct Rotary {
    /// Sequences.
    pub batch: u32,
    /// Heads, 1 to 65,536.
    pub heads: u32,
    /// Tokens of a sequence.
    pub len: u32,
    /// Features of a head, 1 to 65,536.
    pub dim: u32,
    /// Rotated features, even, at most `dim`.
    pub rotary_dim: u32,
    /// Pairs are neighbours rather than halves.
    pub interleaved: bool,
    /// Element type of input, output and tables.
    pub dtype: DType,
    /// Rows of the `cos` and `sin` tables `[rows, rotary_dim/2]` when positions are given;
    /// without positions the tables are `[batch, len, rotary_dim/2]`.
    pub table_rows: Option<u32>,
    /// View of the input ([`super::Role::Input`]).
    pub input_layout: Layout,
    /// View of the output ([`super::Role::O`]).
    pub output_layout: Layout,
}

impl Rotary {
    /// Rows of the tables.
    pub fn rows(&self) -> u64 {
        self.table_rows.map_or(u64::from(self.batch) * u64::from(self.len), u64::from)
    }

    /// Checks the description.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for sizes past their bounds, [`Error::IndexOverflow`] for views and tables past
    /// 32-bit indices, [`Error::Contradiction`] for an odd `rotary_dim` and an output that overlaps itself.
    pub fn validate(&self) -> Result<()> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("dim", self.dim.into(), 1, 1 << 16)?;
        in_range("rotary_dim", self.rotary_dim.into(), 0, self.dim.into())?;
        if !self.rotary_dim.is_multiple_of(2) {
            return Err(Error::Contradiction {
                what: "rotary_dim",
                why: format!("{} is odd: features turn in pairs", self.rotary_dim),
            });
        }
        if self.table_rows == Some(0) && self.batch > 0 && self.len > 0 {
            return Err(Error::OutOfRange {
                what: "table_rows".into(),
                min: 1,
                max: u32::MAX.into(),
                got: 0,
            });
        }
        let shape = [self.batch, self.heads, self.len, self.dim];
        self.input_layout.check("input", shape)?;
        self.output_layout.check("o", shape)?;
        self.output_layout.check_disjoint("o", shape)?;
        let needed = self.rows().saturating_mul(u64::from(self.rotary_dim / 2));
        let limit = u64::from(u32::MAX);
        if needed > limit {
            return Err(Error::IndexOverflow { what: "cos".into(), needed, limit });
        }
        Ok(())
    }
}
