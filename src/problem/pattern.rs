//! Patterns of visible pairs that follow from indices, without memory.

use crate::error::{Result, in_range};

/// Which keys a query at position `p` (see [`super::Alignment`]) sees, as a function of indices.
/// Holds together with every other bound and mask; the kernels pass over tiles without a
/// visible pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Key `j` stands for tokens `j * extent .. (j + 1) * extent`, pooled, and is seen once all
    /// of them are past: `(j + 1) * extent - 1 <= p`.
    Compressed {
        /// Tokens a key stands for.
        extent: u32,
    },
    /// The first keys, and the nearest ones: `j < first` or `p - window <= j <= p + window`
    /// (Xiao et al., StreamingLLM).
    Sinks {
        /// Keys at the start that everyone sees.
        first: u32,
        /// Keys at either side; causality hides those after.
        window: u32,
    },
    /// Sparse Transformer, both strided heads in one: `|p - j| < stride` or `(p - j) % stride == 0`
    /// (Child et al.).
    Strided {
        /// Their `l`, about the root of the length.
        stride: u32,
    },
    /// Sparse Transformer, both fixed heads in one: the same block, or one of the last `columns`
    /// of any block.
    Fixed {
        /// Their `l`, about the root of the length.
        block: u32,
        /// Their `c`, the summary columns of a block.
        columns: u32,
    },
    /// The nearest keys and those at distances of a power of two: `|p - j| < window` or a power
    /// (PowerAttention).
    PowersOfTwo {
        /// Distances under this are seen.
        window: u32,
    },
    /// Every `step`-th key, up to `reach` steps away.
    Dilated {
        /// Distance between neighbours.
        step: u32,
        /// Neighbours at either side.
        reach: u32,
    },
    /// Global tokens: `j < tokens`, `p < tokens`, or `|p - j| <= radius` (ETC, with the global
    /// tokens in front).
    Global {
        /// Tokens that see all and are seen by all.
        tokens: u32,
        /// Keys at either side.
        radius: u32,
    },
    /// Blocks with a halo: keys from `halo` before the query's block to `halo` after it
    /// (HaloNet in 1-D; with `halo` 0 a block diagonal).
    Halo {
        /// Tokens of a block.
        block: u32,
        /// Tokens at either side of it.
        halo: u32,
    },
    /// A neighbourhood of exactly `kernel` keys, `step` apart and shifted inward at the borders
    /// (Hassani et al., NATTEN in 1-D). Positions outside `0..kv_len` see nothing.
    Neighbourhood {
        /// Keys of a neighbourhood, odd.
        kernel: u32,
        /// Distance between them (dilation).
        step: u32,
    },
    /// Neighbourhoods of `kernel` by `kernel` on a grid of `width` columns, shifted inward at the
    /// borders (NATTEN in 2-D).
    Neighbourhood2d {
        /// Columns of the grid; tokens lie row by row.
        width: u32,
        /// Side of a neighbourhood, odd.
        kernel: u32,
    },
    /// Windows of `side` by `side` on a grid of `width` columns, shifted by `shift` both ways:
    /// those that the shift cuts at the border stay cut (Liu et al., Swin).
    Swin {
        /// Columns of the grid; tokens lie row by row.
        width: u32,
        /// Side of a window.
        side: u32,
        /// Shift, less than `side`.
        shift: u32,
    },
}

impl Pattern {
    /// The numbers of the pattern, as its fragment reads them.
    pub(crate) fn numbers(self) -> [u32; 3] {
        match self {
            Self::Compressed { extent } => [extent, 0, 0],
            Self::Sinks { first, window } => [first, window, 0],
            Self::Strided { stride } => [stride, 0, 0],
            Self::Fixed { block, columns } => [block, columns, 0],
            Self::PowersOfTwo { window } => [window, 0, 0],
            Self::Dilated { step, reach } => [step, reach, 0],
            Self::Global { tokens, radius } => [tokens, radius, 0],
            Self::Halo { block, halo } => [block, halo, 0],
            Self::Neighbourhood { kernel, step } => [kernel, step, 0],
            Self::Neighbourhood2d { width, kernel } => [kernel, width, 0],
            Self::Swin { width, side, shift } => [width, side, shift],
        }
    }

    pub(crate) fn validate(self) -> Result<()> {
        // Products of two stay inside i32 with lengths under 2^28.
        const MOST: u64 = 1 << 28;
        let (name, divisor) = match self {
            Self::Compressed { extent } => ("extent", extent),
            Self::Strided { stride } => ("stride", stride),
            Self::Fixed { block, .. } | Self::Halo { block, .. } => ("block", block),
            Self::Dilated { step, .. } | Self::Neighbourhood { step, .. } => ("step", step),
            Self::Neighbourhood2d { width, .. } | Self::Swin { width, .. } => ("width", width),
            Self::Sinks { .. } | Self::PowersOfTwo { .. } | Self::Global { .. } => ("pattern", 1),
        };
        in_range(name, divisor.into(), 1, MOST)?;
        if let Self::Neighbourhood { kernel, .. } | Self::Neighbourhood2d { kernel, .. } = self {
            in_range("kernel", kernel.into(), 1, MOST)?;
        }
        if let Self::Swin { side, shift, .. } = self {
            in_range("side", side.into(), 1, MOST)?;
            in_range("shift", shift.into(), 0, u64::from(side) - 1)?;
        }
        for n in self.numbers() {
            in_range("pattern", n.into(), 0, MOST)?;
        }
        Ok(())
    }
}
