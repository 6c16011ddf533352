//! Strided views of `[batch, heads, len, dim]` tensors.

use crate::error::{Error, Result};

/// The product, saturated: too large for any tensor or device.
pub(crate) fn product<T: Copy + Into<u64>>(of: &[T]) -> u64 {
    of.iter().fold(1, |n: u64, &x| n.saturating_mul(x.into()))
}

/// Where the elements of a `[batch, heads, len, dim]` tensor lie in a buffer.
///
/// All numbers are in elements, not bytes. The last axis is contiguous. The element
/// `[b, h, i, d]` is at `offset + b*strides[0] + h*strides[1] + i*strides[2] + d`.
/// A stride of 0 repeats an input along that axis; outputs may not overlap themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Layout {
    /// Elements before the first one.
    pub offset: u64,
    /// Steps of the batch, head and length axes.
    pub strides: [u64; 3],
}

impl Layout {
    /// Contiguous `[batch, heads, len, dim]` ("bhnd").
    pub const fn bhnd(heads: u32, len: u32, dim: u32) -> Self {
        let (h, n, d) = (heads as u64, len as u64, dim as u64);
        // Saturated strides are refused when a problem is checked.
        Self { offset: 0, strides: [h.saturating_mul(n * d), n * d, d] }
    }

    /// Contiguous `[batch, len, heads, dim]` ("bnhd"), also `[batch, len, heads*dim]`.
    pub const fn bnhd(heads: u32, len: u32, dim: u32) -> Self {
        let (h, n, d) = (heads as u64, len as u64, dim as u64);
        Self { offset: 0, strides: [n.saturating_mul(h * d), d, h * d] }
    }

    /// The same view `offset` elements further on.
    pub const fn at(mut self, offset: u64) -> Self {
        self.offset = self.offset.saturating_add(offset);
        self
    }

    /// One past the largest element index of a tensor of this `[batch, heads, len, dim]`
    /// shape, offset included; 0 for an empty one. `None` if it does not fit 64 bits.
    pub fn extent(&self, shape: [u32; 4]) -> Option<u64> {
        if shape.contains(&0) {
            return Some(0);
        }
        let mut last = self.offset.checked_add(u64::from(shape[3]))?;
        for (&size, &stride) in shape[..3].iter().zip(&self.strides) {
            last = last.checked_add(u64::from(size - 1).checked_mul(stride)?)?;
        }
        Some(last)
    }

    /// Checks that every element of `shape` has an index that fits 32 bits.
    pub(crate) fn check(&self, what: &str, shape: [u32; 4]) -> Result<u64> {
        let limit = u64::from(u32::MAX);
        let needed = self.extent(shape).unwrap_or(u64::MAX);
        // Steps of axes of size one are never taken, but still travel as 32-bit parameters.
        let widest = self.strides.iter().copied().max().unwrap_or(0).max(self.offset);
        if needed.max(widest) > limit {
            return Err(Error::IndexOverflow { what: what.into(), needed: needed.max(widest), limit });
        }
        Ok(needed)
    }

    /// Checks that no two elements of `shape` share a place (for outputs).
    pub(crate) fn check_disjoint(&self, what: &'static str, shape: [u32; 4]) -> Result<()> {
        if shape.contains(&0) {
            return Ok(());
        }
        match self.short_step(shape, &[0, 1, 2], shape[3].into()) {
            None => Ok(()),
            Some((stride, reach)) => Err(Error::Contradiction {
                what,
                why: format!("rows overlap: a step of {stride} elements where {reach} are in use"),
            }),
        }
    }

    /// The first step along some axes, from the shortest on, that is shorter than what is in use below it, and
    /// how much that is: `reach` elements below all of them.
    fn short_step(&self, shape: [u32; 4], axes: &[usize], mut reach: u64) -> Option<(u64, u64)> {
        let steps = axes.iter().filter(|&&a| shape[a] > 1).map(|&a| (self.strides[a], u64::from(shape[a])));
        let mut steps: Vec<(u64, u64)> = steps.collect();
        steps.sort_unstable();
        steps.into_iter().find_map(|(stride, size)| {
            let short = (stride < reach).then_some((stride, reach));
            reach = reach.saturating_add(stride.saturating_mul(size - 1));
            short
        })
    }

    /// Whether a tensor of this view and shape shares no element with another in the same buffer, as far as
    /// that is seen at once: they lie one after the other, or do so within a step of axes that both take, as
    /// the parts of a packed tensor do.
    pub(crate) fn is_apart(&self, shape: [u32; 4], other: &Self, others: [u32; 4]) -> bool {
        let mut axes: Vec<usize> = (0..3).filter(|&a| self.strides[a] == other.strides[a]).collect();
        axes.sort_unstable_by_key(|&a| std::cmp::Reverse(self.strides[a]));
        (0..=axes.len()).any(|taken| {
            let within = |layout: &Self, mut shape: [u32; 4]| {
                axes[..taken].iter().for_each(|&a| shape[a] = shape[a].min(1));
                layout.extent(shape)
            };
            within(self, shape).zip(within(other, others)).is_some_and(|(end, ends)| {
                let reach = end.max(ends).saturating_sub(self.offset.min(other.offset));
                let either = std::array::from_fn(|a| shape[a].max(others[a]));
                let follow = end <= other.offset || ends <= self.offset;
                follow && self.short_step(either, &axes[..taken], reach).is_none()
            })
        })
    }

    /// True if every row starts at a multiple of `n` elements.
    pub(crate) fn aligned(&self, n: u64) -> bool {
        self.offset.is_multiple_of(n) && self.strides.iter().all(|s| s % n == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extent_counts_the_offset_and_the_last_row() {
        assert_eq!(Layout::bhnd(2, 3, 4).at(5).extent([2, 2, 3, 4]), Some(5 + 48));
        assert_eq!(Layout::bnhd(2, 3, 4).extent([2, 2, 3, 4]), Some(48));
        assert_eq!(Layout::bhnd(2, 3, 4).extent([0, 2, 3, 4]), Some(0));
    }

    #[test]
    fn parts_of_a_packed_tensor_lie_apart() {
        let apart = |a: Layout, shape, b: Layout, others| {
            let [there, back] = [a.is_apart(shape, &b, others), b.is_apart(others, &a, shape)];
            assert_eq!(there, back);
            there
        };
        // [batch, len, 4 + 2 + 2 heads, 8]: queries, keys and values of a projection.
        let packed = |first: u64| Layout { offset: 8 * first, strides: [10 * 64, 8, 64] };
        let (q, kv) = ([3, 4, 10, 8], [3, 2, 10, 8]);
        assert!(apart(packed(0), q, packed(4), kv) && apart(packed(4), kv, packed(6), kv));
        assert!(!apart(packed(0), q, packed(3), kv) && !apart(packed(0), q, packed(0), q));
        // Keys that would reach into the next token's queries.
        assert!(!apart(packed(0), q, packed(7), kv));
        // [batch, len, heads, 3, 8], and one whole tensor after another.
        let by_head = |n: u64| Layout { offset: 8 * n, strides: [10 * 96, 24, 96] };
        assert!(apart(by_head(0), q, by_head(2), q) && !apart(by_head(0), q, by_head(3), q));
        let whole = Layout::bhnd(4, 10, 8);
        assert!(apart(whole, q, whole.at(3 * 4 * 10 * 8), kv) && !apart(whole, q, whole.at(900), kv));
        // Heads of one token that reach into the next token of the other.
        let steps = |offset| Layout { offset, strides: [0, 24, 100] };
        assert!(!apart(steps(0), [1, 4, 10, 8], steps(8), [1, 5, 1, 8]));
        assert!(apart(steps(0), [1, 4, 10, 8], steps(8), [1, 4, 1, 8]));
        // A tensor without elements meets none.
        assert!(apart(whole, [0, 4, 10, 8], whole, q));
    }

    #[test]
    fn overlapping_outputs_are_refused() {
        let bad = Layout { offset: 0, strides: [24, 12, 3] };
        assert!(bad.check_disjoint("o", [2, 2, 3, 4]).is_err());
        assert!(Layout::bnhd(2, 3, 4).check_disjoint("o", [2, 2, 3, 4]).is_ok());
        assert!(Layout::bhnd(2, 3, 4).check_disjoint("o", [2, 2, 3, 4]).is_ok());
    }

    #[test]
    fn indices_past_32_bits_are_refused() {
        let err = Layout::bhnd(64, 1 << 20, 64).check("k", [2, 64, 1 << 20, 64]).unwrap_err();
        assert!(matches!(err, Error::IndexOverflow { limit: 4_294_967_295, .. }));
    }
}
