//! Buffers whose every byte outside a view is watched, and whose view starts as NaN.

use crate::problem::{DType, Layout};

/// Byte of bands and gaps.
const BAND: u8 = 0xa5;
/// Byte of unwritten elements: NaN in every float type.
const UNWRITTEN: u8 = 0xff;
/// Bytes after the view.
const TAIL: usize = 256;

/// A strided tensor in a larger buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Element type.
    pub dtype: DType,
    /// Where the elements lie.
    pub layout: Layout,
    /// `[batch, heads, len, dim]`.
    pub shape: [u32; 4],
}

impl View {
    /// A contiguous tensor of `len` elements, at most `u32::MAX`.
    pub fn flat(dtype: DType, len: u64) -> Self {
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        Self { dtype, layout: Layout::bhnd(1, 1, len), shape: [1, 1, 1, len] }
    }

    /// Element index of every element, in logical order.
    fn places(&self) -> impl Iterator<Item = usize> + '_ {
        let [nb, nh, nn, nd] = self.shape.map(u64::from);
        let [sb, sh, sn] = self.layout.strides;
        (0..nb * nh * nn * nd).map(move |at| {
            let (d, n, h, b) = (at % nd, at / nd % nn, at / nd / nn % nh, at / nd / nn / nh);
            (self.layout.offset + b * sb + h * sh + n * sn + d) as usize
        })
    }

    fn width(&self) -> usize {
        self.dtype.bytes() as usize
    }

    fn empty_buffer(&self, fill: u8) -> Vec<u8> {
        let used = self.layout.extent(self.shape).unwrap_or(0) as usize * self.width();
        vec![fill; used.next_multiple_of(4) + TAIL]
    }

    /// The bytes of an output before the call.
    pub fn unwritten(&self) -> Vec<u8> {
        let mut bytes = self.empty_buffer(BAND);
        for at in self.places() {
            bytes[at * self.width()..][..self.width()].fill(UNWRITTEN);
        }
        bytes
    }

    /// The bytes of an input; everything outside the view is NaN.
    pub fn packed(&self, values: &[f64]) -> Vec<u8> {
        let values: Vec<f32> = values.iter().map(|&x| x as f32).collect();
        let encoded = self.dtype.encode(&values);
        let (mut bytes, w) = (self.empty_buffer(UNWRITTEN), self.width());
        for (n, at) in self.places().enumerate() {
            bytes[at * w..][..w].copy_from_slice(&encoded[n * w..][..w]);
        }
        bytes
    }

    /// The bytes of the elements after the call, in logical order; those past the end of
    /// `bytes` are left out.
    pub fn elements(&self, bytes: &[u8]) -> Vec<u8> {
        let w = self.width();
        self.places().filter_map(|at| bytes.get(at * w..(at + 1) * w)).flatten().copied().collect()
    }

    /// Says which byte outside the view changed in the call, if one did.
    pub fn overwritten(&self, bytes: &[u8]) -> Option<String> {
        let w = self.width();
        let mut inside = vec![false; bytes.len()];
        for at in self.places() {
            if let Some(element) = inside.get_mut(at * w..(at + 1) * w) {
                element.fill(true);
            }
        }
        let n = (0..bytes.len()).find(|&n| !inside[n] && bytes[n] != BAND)?;
        let (all, byte) = (bytes.len(), bytes[n]);
        Some(format!("byte {n} of {all}, outside the view, was overwritten with {byte:#04x}"))
    }

    /// The elements after the call, in logical order, if no byte outside the view changed.
    ///
    /// # Errors
    /// What [`View::overwritten`] says.
    pub fn checked(&self, bytes: &[u8]) -> Result<Vec<f32>, String> {
        let encoded = self.elements(bytes);
        let decoded = self.dtype.decode(&encoded, encoded.len() / self.width());
        self.overwritten(bytes).map_or(Ok(decoded), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_into_a_gap_a_band_or_the_tail_is_noticed() {
        let layout = Layout { offset: 3, strides: [24, 12, 4] };
        let tensor = View { dtype: DType::F16, layout, shape: [2, 2, 3, 3] };
        let clean = tensor.unwritten();
        assert!(tensor.checked(&clean).unwrap().iter().all(|x| x.is_nan()));
        let last = clean.len() - 1;
        for at in [0, 5, 2 * (3 + 3), last] {
            let mut dirty = clean.clone();
            dirty[at] ^= 1;
            assert!(tensor.checked(&dirty).is_err(), "byte {at}");
        }
    }
}
