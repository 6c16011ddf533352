//! Patterns of visible pairs that follow from indices, in almost no memory.

use super::Role;
use crate::error::{Result, divides, in_range};

/// Which keys a query at position `p` (see [`super::Alignment`]) sees, as a function of indices.
/// Holds together with every other bound and mask; the kernels pass over tiles without a
/// visible pair.
///
/// The variants are simple rules and the ways to combine them; published patterns are functions
/// below. Sizes up to [`Pattern::MOST`].
///
/// ```
/// use wgpu_attention::{Attention, Pattern};
/// // The first four keys and a window, but for every second head: it sees every eighth key.
/// let far = Pattern::Heads { every: 2, phase: 1 }.and(Pattern::Multiples { step: 8 });
/// let near = Pattern::Heads { every: 2, phase: 0 }.and(Pattern::sinks(4, 256));
/// let p = Attention { pattern: Some(near.or(far)), ..Attention::new(1, 8, 4096, 64).causal() };
/// p.validate()?;
/// # Ok::<(), wgpu_attention::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Pairs that all of these show.
    All(Vec<Pattern>),
    /// Pairs that at least one of these shows.
    Any(Vec<Pattern>),
    /// Pairs that this does not show. No tile is passed over for it.
    Not(Box<Pattern>),
    /// A pattern along one axis of a grid: position `p` counts as `(p / step) % len`, key `j`
    /// likewise, of `len`. With `len` over every position this is a pattern of blocks of `step`.
    /// Positions before the first see nothing.
    On {
        /// Tokens between neighbours on the axis.
        step: u32,
        /// Places on the axis.
        len: u32,
        /// The pattern of the places.
        pattern: Box<Pattern>,
    },
    /// The nearest keys: `p - left <= j <= p + right`.
    Window {
        /// Keys before the position.
        left: u32,
        /// Keys after it.
        right: u32,
    },
    /// The first keys: `j < count`.
    FirstKeys {
        /// How many.
        count: u32,
    },
    /// The first positions see every key: `0 <= p < count`.
    FirstQueries {
        /// How many.
        count: u32,
    },
    /// Distances that are a multiple: `(p - j) % step == 0`.
    Multiples {
        /// Distance of neighbours.
        step: u32,
    },
    /// Distances that are a power of two, either way.
    Powers,
    /// The last columns of every block: `j % block >= block - columns`.
    Columns {
        /// Keys of a block.
        block: u32,
        /// Columns of a block that all see.
        columns: u32,
    },
    /// The block that holds `p`, and `halo` keys at either side of it. Blocks begin at
    /// `shift - size, shift, shift + size, ...`; those cut at the borders stay cut.
    Blocks {
        /// Tokens of a block.
        size: u32,
        /// Tokens at either side.
        halo: u32,
        /// Where a block begins, less than `size`.
        shift: u32,
    },
    /// Exactly `kernel` keys, `step` apart, about `p` and shifted inward at the borders (Hassani
    /// et al., NATTEN). Positions outside `0..kv_len` see nothing.
    Neighbourhood {
        /// Keys of a neighbourhood, odd.
        kernel: u32,
        /// Distance between them (dilation).
        step: u32,
    },
    /// Key `j` stands for the `extent` tokens from `j * stride` on, pooled, and is seen once all of
    /// them are past: `j * stride + extent - 1 <= p`.
    Compressed {
        /// Tokens a key stands for.
        extent: u32,
        /// Tokens from one key to the next.
        stride: u32,
    },
    /// Position `p` stands for a group of keys and sees its members: `j / extent == p`.
    Members {
        /// Keys of a group.
        extent: u32,
    },
    /// Query heads `h` with `h % every == phase` see every key, the others none: to be
    /// intersected with the pattern of those heads.
    Heads {
        /// Heads that take turns.
        every: u32,
        /// Whose turn it is, less than `every`.
        phase: u32,
    },
    /// Every head sees keys of its own turn: `j % stride == h % stride` (Huang et al., Hepos).
    HeadPhase {
        /// Heads that take turns.
        stride: u32,
    },
    /// A window for each query head, from [`super::Role::HeadWindows`].
    HeadWindows,
    /// Keys that [`super::Role::Verticals`] names, for each batch entry and query head.
    Verticals,
    /// Distances that [`super::Role::Slashes`] names, for each batch entry and query head: bit `t` is
    /// the diagonal of pairs with `j - p = t - (kv_len - 1)`; later keys have none.
    Slashes,
    /// By labels of queries and keys, from [`super::Role::QLabels`] and [`super::Role::KvLabels`]:
    /// segments, clusters, or the places that reordered tokens came from.
    Labels {
        /// Heads with labels of their own; divides `q_heads`.
        heads: u32,
        /// Which labels go together.
        rule: LabelRule,
    },
}

/// Which labels of a query and of a key go together. Two facts may share a label: one in its low
/// bits, one above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LabelRule {
    /// `kv >> shift == q >> shift`.
    Same {
        /// Low bits that take no part, at most 31.
        shift: u32,
    },
    /// `kv <= q`, by the low `bits`.
    UpTo {
        /// Low bits that take part, 1 to 32.
        bits: u32,
    },
    /// `kv < q`, by the low `bits`.
    Below {
        /// Low bits that take part, 1 to 32.
        bits: u32,
    },
}

impl Pattern {
    /// The largest size; sums of a few stay inside i32 with lengths up to this.
    pub const MOST: u32 = 1 << 28;

    /// Pairs that both show.
    pub fn and(self, other: Self) -> Self {
        Self::All(vec![self, other])
    }

    /// Pairs that at least one of both shows.
    pub fn or(self, other: Self) -> Self {
        Self::Any(vec![self, other])
    }

    /// This pattern of blocks of `size` tokens, in place of tokens.
    pub fn of_blocks(self, size: u32) -> Self {
        Self::On { step: size, len: Self::MOST, pattern: Box::new(self) }
    }

    /// One pattern for each axis of a grid of `dims`, the last varying fastest; a pair must be
    /// seen along all. Axes without one of their own see everything.
    pub fn on_grid(dims: &[u32], along: impl IntoIterator<Item = Self>) -> Self {
        let step = |axis: usize| dims[axis + 1..].iter().fold(1u32, |n, &d| n.saturating_mul(d));
        let axes = dims.iter().zip(along).enumerate();
        Self::All(
            axes.map(|(n, (&len, pattern))| Self::On { step: step(n), len, pattern: Box::new(pattern) })
                .collect(),
        )
    }

    /// The first keys, and those of a window on either side (Xiao et al., StreamingLLM).
    pub fn sinks(first: u32, window: u32) -> Self {
        Self::FirstKeys { count: first }.or(Self::Window { left: window, right: window })
    }

    /// Sparse Transformer, both strided heads in one (Child et al.): `|p - j| < stride`, or a
    /// multiple of it.
    pub fn strided(stride: u32) -> Self {
        let near = stride.saturating_sub(1);
        Self::Window { left: near, right: near }.or(Self::Multiples { step: stride })
    }

    /// Sparse Transformer, both fixed heads in one: the same block, or one of the last `columns`
    /// of any block.
    pub fn fixed(block: u32, columns: u32) -> Self {
        Self::Blocks { size: block, halo: 0, shift: 0 }.or(Self::Columns { block, columns })
    }

    /// The nearest keys and those at distances of a power of two (Chen et al., PowerAttention).
    pub fn powers_of_two(window: u32) -> Self {
        let near = window.saturating_sub(1);
        Self::Window { left: near, right: near }.or(Self::Powers)
    }

    /// Every `step`-th key, up to `reach` steps away.
    pub fn dilated(step: u32, reach: u32) -> Self {
        let far = step.saturating_mul(reach).min(Self::MOST);
        Self::Window { left: far, right: far }.and(Self::Multiples { step })
    }

    /// Global tokens in front, which see all and are seen by all, and a radius for the others
    /// (Ainslie et al., ETC).
    pub fn global(tokens: u32, radius: u32) -> Self {
        let near = Self::Window { left: radius, right: radius };
        Self::Any(vec![Self::FirstKeys { count: tokens }, Self::FirstQueries { count: tokens }, near])
    }

    /// The query's block and a halo about it, on a grid of `dims` (Vaswani et al., HaloNet).
    pub fn halo(dims: &[u32], size: u32, halo: u32) -> Self {
        Self::on_grid(dims, dims.iter().map(|_| Self::Blocks { size, halo, shift: 0 }))
    }

    /// Windows of `side` tokens along every axis of a grid, shifted by `shift` (Liu et al., Swin).
    pub fn swin(dims: &[u32], side: u32, shift: u32) -> Self {
        Self::on_grid(dims, dims.iter().map(|_| Self::Blocks { size: side, halo: 0, shift }))
    }

    /// Neighbourhoods of `kernel` tokens, `dilation` apart, along every axis of a grid; shifted
    /// inward at the borders, or ending at the query along a causal axis (Hassani et al., NATTEN).
    /// The three describe one axis of `dims` each.
    pub fn neighbourhood(dims: &[u32], kernel: &[u32], dilation: &[u32], causal: &[bool]) -> Self {
        let along = kernel.iter().zip(dilation).zip(causal).map(|((&kernel, &step), &causal)| {
            let left = step.saturating_mul(kernel.saturating_sub(1)).min(Self::MOST);
            let ending = Self::Window { left, right: 0 }.and(Self::Multiples { step });
            if causal { ending } else { Self::Neighbourhood { kernel, step } }
        });
        Self::on_grid(dims, along)
    }

    /// Tensors that the pattern asks for.
    pub fn needs(&self) -> Vec<Role> {
        let mut all = Vec::new();
        for (rule, role) in [
            (Self::HeadWindows, Role::HeadWindows),
            (Self::Verticals, Role::Verticals),
            (Self::Slashes, Role::Slashes),
        ] {
            if self.leaves().contains(&&rule) {
                all.push(role);
            }
        }
        if self.label_heads().is_some() {
            all.extend([Role::QLabels, Role::KvLabels]);
        }
        all
    }

    /// The simple rules of the pattern.
    pub(crate) fn leaves(&self) -> Vec<&Self> {
        match self {
            Self::All(of) | Self::Any(of) => of.iter().flat_map(Self::leaves).collect(),
            Self::On { pattern, .. } | Self::Not(pattern) => pattern.leaves(),
            leaf => vec![leaf],
        }
    }

    /// Rounds of the loops over tables that say whether a tile of so many queries and keys of `pack` heads may
    /// hold a visible pair.
    pub(crate) fn rounds(&self, queries: u32, keys: u32, pack: u32) -> u64 {
        let of_heads = |each: u32| 1 + u64::from(pack) * u64::from(each);
        match self {
            Self::All(of) | Self::Any(of) => of.iter().map(|p| p.rounds(queries, keys, pack)).sum(),
            Self::On { pattern, .. } => pattern.rounds(queries, keys, pack),
            Self::Labels { .. } | Self::Slashes => of_heads(queries + keys + 5),
            Self::Verticals => of_heads(keys + 3),
            Self::HeadWindows => of_heads(1),
            _ => 0,
        }
    }

    /// Heads of the labels; `None` if the pattern asks for none.
    pub(crate) fn label_heads(&self) -> Option<u32> {
        self.leaves()
            .iter()
            .find_map(|leaf| if let Self::Labels { heads, .. } = leaf { Some(*heads) } else { None })
    }

    /// The numbers of a simple rule, as its fragment reads them.
    pub(crate) fn numbers(&self) -> [u32; 3] {
        match *self {
            Self::All(_) | Self::Any(_) | Self::Not(_) | Self::Powers => [0, 0, 0],
            Self::HeadWindows | Self::Verticals | Self::Slashes => [0, 0, 0],
            Self::On { step, len, .. } => [step, len, 0],
            Self::Window { left, right } => [left, right, 0],
            Self::FirstKeys { count } | Self::FirstQueries { count } => [count, 0, 0],
            Self::Multiples { step } => [step, 0, 0],
            Self::Columns { block, columns } => [block, columns, 0],
            Self::Blocks { size, halo, shift } => [size, halo, shift],
            Self::Neighbourhood { kernel, step } => [kernel, step, 0],
            Self::Compressed { extent, stride } => [extent, stride, 0],
            Self::Members { extent } => [extent, 0, 0],
            Self::Heads { every, phase } => [every, phase, 0],
            Self::HeadPhase { stride } => [stride, 0, 0],
            Self::Labels { heads, rule: LabelRule::Same { shift: n } } => [heads, n, 0],
            Self::Labels { heads, rule: LabelRule::UpTo { bits: n } | LabelRule::Below { bits: n } } => {
                [heads, u32::MAX.checked_shr(32u32.saturating_sub(n)).unwrap_or(0), 0]
            }
        }
    }

    /// Checks the pattern of an attention with `q_heads`.
    pub(crate) fn validate(&self, q_heads: u32) -> Result<()> {
        const MOST: u64 = Pattern::MOST as u64;
        match self {
            Self::All(of) | Self::Any(of) => return of.iter().try_for_each(|p| p.validate(q_heads)),
            Self::Not(pattern) => return pattern.validate(q_heads),
            Self::On { pattern, .. } => pattern.validate(q_heads)?,
            Self::Labels { heads, rule } => return validate_labels(*heads, *rule, q_heads),
            _ => {}
        }
        let [a, b, c] = self.numbers();
        for n in [a, b, c] {
            in_range("pattern", n.into(), 0, MOST)?;
        }
        let divisors: &[(&'static str, u32)] = match self {
            Self::On { .. } => &[("step", a), ("len", b)],
            Self::Multiples { .. } => &[("step", a)],
            Self::Columns { .. } => &[("block", a)],
            Self::Blocks { .. } => &[("size", a)],
            Self::Neighbourhood { .. } => &[("kernel", a), ("step", b)],
            Self::Compressed { .. } => &[("extent", a), ("stride", b)],
            Self::Members { .. } => &[("extent", a)],
            Self::Heads { .. } => &[("every", a)],
            Self::HeadPhase { .. } => &[("stride", a)],
            _ => &[],
        };
        for &(name, n) in divisors {
            in_range(name, n.into(), 1, MOST)?;
        }
        match self {
            Self::Blocks { .. } => in_range("shift", c.into(), 0, u64::from(a) - 1),
            Self::Heads { .. } => in_range("phase", b.into(), 0, u64::from(a) - 1),
            _ => Ok(()),
        }
    }
}

fn validate_labels(heads: u32, rule: LabelRule, q_heads: u32) -> Result<()> {
    divides("heads of labels", heads, q_heads)?;
    match rule {
        LabelRule::Same { shift } => in_range("shift of labels", shift.into(), 0, 31),
        LabelRule::UpTo { bits } | LabelRule::Below { bits } => {
            in_range("bits of labels", bits.into(), 1, 32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_checked_at_any_depth() {
        let bad = [
            Pattern::Multiples { step: 0 },
            Pattern::Blocks { size: 4, halo: 0, shift: 4 },
            Pattern::Heads { every: 2, phase: 2 },
            Pattern::Window { left: u32::MAX, right: 0 },
            Pattern::Labels { heads: 3, rule: LabelRule::Same { shift: 0 } },
            Pattern::Labels { heads: 1, rule: LabelRule::UpTo { bits: 0 } },
        ];
        for pattern in bad {
            assert!(pattern.validate(4).is_err(), "{pattern:?}");
            let deep = Pattern::Powers.or(Pattern::swin(&[4, 4], 2, 1).and(pattern).of_blocks(8));
            assert!(deep.validate(4).is_err(), "{deep:?}");
        }
        assert_eq!(Pattern::global(2, 5).and(Pattern::HeadWindows).validate(4), Ok(()));
    }

    #[test]
    fn a_grid_steps_by_the_axes_within() {
        let along = |n| Pattern::Neighbourhood { kernel: n, step: 1 };
        let Pattern::All(axes) = Pattern::on_grid(&[4, 5, 6], [along(1), along(3), along(5)]) else {
            panic!()
        };
        let steps: Vec<_> = axes.iter().map(|axis| axis.numbers()[..2].to_vec()).collect();
        assert_eq!(steps, [[30, 4], [6, 5], [1, 6]]);
    }
}
