//! Which keys a query sees, as far as it follows from indices alone.

use super::product;
use crate::error::{Error, Result};

/// Where query 0 stands on the key axis; causal and window bounds count from there.
///
/// Query `i` has position `p = i + offset`; causal attention lets it see keys `j <= p`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Alignment {
    /// `offset = 0`: query `i` stands at key `i`.
    #[default]
    TopLeft,
    /// `offset = kv_len - q_len`, of each batch entry: the last query stands at the last key.
    BottomRight,
    /// A given offset, the same for every batch entry, e.g. the number of past tokens; at most 2^28 from 0.
    Offset(i32),
}

impl Alignment {
    /// The offset for one batch entry.
    pub fn offset(self, q_len: u32, kv_len: u32) -> i64 {
        match self {
            Self::TopLeft => 0,
            Self::BottomRight => i64::from(kv_len) - i64::from(q_len),
            Self::Offset(n) => i64::from(n),
        }
    }
}

/// Causal and window bounds: query position `p` sees keys
/// `p - window_left <= j <= p + window_right`, and `j <= p` when causal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Visibility {
    /// No key after the query's own position.
    pub causal: bool,
    /// Keys before the query's position, at most 2^28; `None` is unbounded.
    pub window_left: Option<u32>,
    /// Keys after the query's position, at most 2^28; `None` is unbounded.
    pub window_right: Option<u32>,
    /// Where query 0 stands.
    pub alignment: Alignment,
}

impl Visibility {
    /// The right bound with causality folded in.
    pub fn right(self) -> Option<u32> {
        if self.causal { Some(0) } else { self.window_right }
    }

    /// Keys `lo..hi` visible to query `i`, for a batch entry of these lengths.
    pub fn keys(self, i: u32, q_len: u32, kv_len: u32) -> std::ops::Range<u32> {
        let p = i64::from(i) + self.alignment.offset(q_len, kv_len);
        let end = i64::from(kv_len);
        let lo = self.window_left.map_or(0, |w| (p - i64::from(w)).clamp(0, end));
        let hi = self.right().map_or(end, |w| (p + i64::from(w) + 1).clamp(0, end));
        // Both lie in 0..=kv_len, which is a u32.
        lo as u32..hi.max(lo) as u32
    }
}

/// Shape of a mask that broadcasts to `[batch, q_heads, q_len, kv_len]`; contiguous.
///
/// Each axis is 1 or full. The last may also be shorter than `kv_len` (and not 1): keys past
/// its end are hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MaskShape(pub [u32; 4]);

impl MaskShape {
    /// Elements of the mask.
    pub fn elements(self) -> u64 {
        product(&self.0)
    }

    /// Steps along batch, head, query and key; 0 where the axis is broadcast.
    pub fn strides(self) -> [u32; 4] {
        let [_, h, q, k] = self.0;
        let step = |size: u32, n: u32| if size == 1 { 0 } else { n };
        [
            step(self.0[0], h.wrapping_mul(q).wrapping_mul(k)),
            step(h, q.wrapping_mul(k)),
            step(q, k),
            step(k, 1),
        ]
    }

    /// Keys that the mask covers.
    pub fn kv_len(self, full: u32) -> u32 {
        if self.0[3] == 1 { full } else { self.0[3] }
    }

    /// As [`MaskShape::check`], without shorter last axes.
    pub(crate) fn check_whole(self, what: &'static str, full: [u32; 4]) -> Result<()> {
        self.check(what, full)?;
        if ![1, full[3]].contains(&self.0[3]) {
            let axis = format!("{what}: axis 3 (kv_len, or 1 to broadcast)");
            return Err(Error::mismatch(axis, full[3].into(), self.0[3].into()));
        }
        Ok(())
    }

    pub(crate) fn check(self, what: &'static str, full: [u32; 4]) -> Result<()> {
        const AXES: [&str; 4] = ["batch", "q_heads", "q_len", "kv_len"];
        for axis in 0..4 {
            let (got, want) = (self.0[axis], full[axis]);
            let fits = got == want || got == 1 || (axis == 3 && got < want);
            if !fits {
                return Err(Error::mismatch(
                    format!("{what}: axis {axis} ({}, or 1 to broadcast)", AXES[axis]),
                    u64::from(want),
                    u64::from(got),
                ));
            }
        }
        let limit = u64::from(u32::MAX);
        let needed = self.0.iter().try_fold(1u64, |n, &s| n.checked_mul(u64::from(s)));
        match needed {
            Some(n) if n <= limit => Ok(()),
            n => Err(Error::IndexOverflow { what: what.into(), needed: n.unwrap_or(u64::MAX), limit }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_and_causality_meet() {
        let v = Visibility {
            causal: true,
            window_left: Some(2),
            window_right: Some(5),
            alignment: Alignment::BottomRight,
        };
        assert_eq!(v.keys(0, 4, 10), 4..7);
        assert_eq!(v.keys(3, 4, 10), 7..10);
    }

    #[test]
    fn queries_before_the_first_key_see_nothing() {
        let v = Visibility { causal: true, alignment: Alignment::BottomRight, ..Default::default() };
        assert_eq!(v.keys(0, 4, 2), 0..0);
        assert_eq!(v.keys(1, 4, 2), 0..0);
        assert_eq!(v.keys(2, 4, 2), 0..1);
    }

    #[test]
    fn broadcast_axes_have_no_stride() {
        assert_eq!(MaskShape([2, 1, 4, 6]).strides(), [24, 0, 6, 1]);
        assert_eq!(MaskShape([1, 1, 1, 1]).strides(), [0, 0, 0, 0]);
        assert!(MaskShape([2, 1, 4, 7]).check("mask", [2, 3, 4, 6]).is_err());
        assert!(MaskShape([2, 1, 4, 5]).check("mask", [2, 3, 4, 6]).is_ok());
    }
}
