//! Cuts a call into parts whose buffers each fit a storage binding.

use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::problem::{Layout, Role};
use crate::record::{Bind, Slot};

/// A strided tensor as a kernel binds it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    pub(crate) role: Role,
    pub(crate) slot: Slot,
    pub(crate) layout: Layout,
    /// `[batch, heads, len, dim]`.
    pub(crate) shape: [u32; 4],
    pub(crate) element_bytes: u64,
    /// Query heads of the tensor for each head the call counts (the group, for q and o).
    pub(crate) heads_per_head: u32,
    /// Elements from the first copy of the tensor to the last (partial results of a split), 0
    /// for a single one.
    pub(crate) to_last_copy: u64,
}

/// Batch entries and (key) heads of one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) batch: (u32, u32),
    pub(crate) heads: (u32, u32),
}

impl View {
    /// The view of `len` tokens from token `from` on.
    pub(crate) fn cut(self, from: u32, len: u32) -> Self {
        let mut shape = self.shape;
        shape[2] = shape[2].min(len);
        Self { layout: self.layout.at(u64::from(from) * self.layout.strides[2]), shape, ..self }
    }

    /// Elements `first..end` that a part touches.
    fn span(&self, part: Part) -> (u64, u64) {
        if self.shape.contains(&0) {
            return (0, 0);
        }
        // A tensor with one entry or head on an axis serves every index of it.
        let pick = |(from, to): (u32, u32), size: u32, scale: u32| {
            let (from, to) = (u64::from(from) * u64::from(scale), u64::from(to) * u64::from(scale));
            if u64::from(size) <= from { (0, u64::from(size)) } else { (from, to.min(u64::from(size))) }
        };
        let (b0, b1) = pick(part.batch, self.shape[0], 1);
        let (h0, h1) = pick(part.heads, self.shape[1], self.heads_per_head);
        let [sb, sh, sn] = self.layout.strides;
        let first = self.layout.offset + b0 * sb + h0 * sh;
        let last = self.layout.offset
            + (b1 - 1) * sb
            + (h1 - 1) * sh
            + u64::from(self.shape[2] - 1) * sn
            + u64::from(self.shape[3])
            + self.to_last_copy;
        (first, last)
    }

    /// The bound range of a part, and the number of elements before it.
    pub(crate) fn bind(&self, part: Part, caps: &DeviceCaps) -> (Bind, u64) {
        let (first, last) = self.span(part);
        let align = u64::from(caps.storage_alignment).max(16);
        let offset = first * self.element_bytes / align * align;
        let end = (last * self.element_bytes).next_multiple_of(4);
        let size = if last == 0 { 0 } else { end - offset };
        (Bind { slot: self.slot, offset, size }, offset / self.element_bytes)
    }

    /// The layout's offset as the shader sees it: from the bound range, modulo 2^32, so that
    /// absolute batch and head indices lead to the right place.
    pub(crate) fn relative_offset(&self, before: u64) -> u32 {
        // Truncation is the point: see above.
        (self.layout.offset as u32).wrapping_sub(before as u32)
    }
}

/// Parts that each fit the device's binding limit: as many batch entries as possible, and if
/// one entry is too large, as many heads of it as possible.
pub(crate) fn parts(views: &[View], batch: u32, heads: u32, caps: &DeviceCaps) -> Result<Vec<Part>> {
    let fits = |part| views.iter().all(|v| v.bind(part, caps).0.size <= caps.max_binding);
    let mut out = Vec::new();
    let mut b = 0;
    while b < batch {
        let count = largest(batch - b, |n| fits(Part { batch: (b, b + n), heads: (0, heads) }));
        if count > 0 {
            out.push(Part { batch: (b, b + count), heads: (0, heads) });
            b += count;
            continue;
        }
        let mut h = 0;
        while h < heads {
            let whole = Part { batch: (b, b + 1), heads: (h, h + 1) };
            let count = largest(heads - h, |n| fits(Part { heads: (h, h + n), ..whole }));
            if count == 0 {
                let size = |v: &&View| v.bind(whole, caps).0.size;
                let worst = views.iter().max_by_key(size);
                return Err(Error::Limit {
                    what: format!(
                        "{} of one batch entry and head, bytes in one binding",
                        worst.map_or("tensor", |v| v.role.name())
                    ),
                    needed: worst.as_ref().map_or(0, size),
                    limit: caps.max_binding,
                });
            }
            out.push(Part { heads: (h, h + count), ..whole });
            h += count;
        }
        b += 1;
    }
    Ok(out)
}

/// The same parts, cut to at most so many (key) heads of all entries together, at least one; where `whole`,
/// entries stay together.
pub(crate) fn shorter(cuts: Vec<Part>, most: u64, whole: bool) -> Vec<Part> {
    let steps = |(from, to): (u32, u32), step: u64| {
        let step = step.clamp(1, u64::from((to - from).max(1))) as usize;
        (from..to).step_by(step).map(move |n| (n, to.min(n.saturating_add(step as u32))))
    };
    let cut = |part: Part| {
        let [entries, heads] = [part.batch, part.heads].map(|(from, to)| u64::from(to - from));
        let at_once = if whole { entries } else { (most / heads.max(1)).max(1) };
        let of_heads = steps(part.heads, most / at_once.min(entries).max(1));
        of_heads.flat_map(move |heads| steps(part.batch, at_once).map(move |batch| Part { batch, heads }))
    };
    cuts.into_iter().flat_map(cut).collect()
}

/// Largest `n` in `0..=max` for which `fits` holds, given that it holds below whenever above.
fn largest(max: u32, fits: impl Fn(u32) -> bool) -> u32 {
    if fits(max) {
        return max;
    }
    let (mut good, mut bad) = (0, max);
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        if fits(middle) { good = middle } else { bad = middle }
    }
    good
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(shape: [u32; 4]) -> View {
        View {
            role: Role::K,
            slot: Slot::Tensor(Role::K),
            layout: Layout::bhnd(shape[1], shape[2], shape[3]),
            shape,
            element_bytes: 4,
            heads_per_head: 1,
            to_last_copy: 0,
        }
    }

    fn caps(max_binding: u64) -> DeviceCaps {
        DeviceCaps { max_binding, ..DeviceCaps::webgpu_minimum() }
    }

    #[test]
    fn a_batch_too_large_for_one_binding_is_cut() {
        let v = view([4, 2, 64, 16]);
        let one = 2 * 64 * 16 * 4;
        let cut = parts(&[v], 4, 2, &caps(2 * one)).unwrap();
        assert_eq!(cut.len(), 2);
        assert_eq!(cut[1], Part { batch: (2, 4), heads: (0, 2) });
        let (bind, before) = v.bind(cut[1], &caps(2 * one));
        assert_eq!((bind.offset, bind.size, before), (2 * one, 2 * one, one / 2));
        assert_eq!(v.relative_offset(before).wrapping_add(2 * 2048), 0);
    }

    #[test]
    fn every_copy_of_a_split_is_bound() {
        let copies = View { to_last_copy: 2 * 4096, ..view([2, 2, 64, 16]) };
        let all = Part { batch: (0, 2), heads: (0, 2) };
        assert_eq!(copies.bind(all, &caps(1 << 20)).0.size, 3 * 4096 * 4);
        assert_eq!(parts(&[copies], 2, 2, &caps(3 * 4096 * 4)).unwrap(), [all]);
    }

    #[test]
    fn an_entry_too_large_is_cut_by_heads() {
        let cut = parts(&[view([2, 4, 64, 16])], 2, 4, &caps(64 * 16 * 4)).unwrap();
        assert_eq!(cut.len(), 8);
    }

    #[test]
    fn long_work_is_cut_by_entries_then_by_heads() {
        let all = Part { batch: (1, 4), heads: (0, 5) };
        let of = |most, whole| shorter(vec![all], most, whole);
        assert_eq!(of(15, false), [all]);
        assert_eq!(of(10, false), [(1, 3), (3, 4)].map(|batch| Part { batch, heads: (0, 5) }));
        let by_two = of(2, false);
        assert_eq!(by_two.len(), 9);
        assert_eq!(by_two[8], Part { batch: (3, 4), heads: (4, 5) });
        assert_eq!(of(0, false).len(), 15);
        assert_eq!(of(6, true), [(0, 2), (2, 4), (4, 5)].map(|heads| Part { heads, ..all }));
        assert_eq!(of(0, true).len(), 5);
        assert_eq!(shorter(vec![Part { batch: (0, 0), heads: (0, 5) }], 1, true), []);
    }

    #[test]
    fn a_head_too_large_is_an_error_with_both_numbers() {
        let err = parts(&[view([1, 1, 64, 16])], 1, 1, &caps(1024)).unwrap_err();
        assert!(matches!(err, Error::Limit { needed: 4096, limit: 1024, .. }), "{err}");
    }
}
