//! Buffers whose every byte outside a view is watched, and whose view starts as NaN.

use wgpu_attention::{DType, Layout};

/// Byte of bands and gaps.
const BAND: u8 = 0xa5;
/// Byte of unwritten elements: NaN in every float type.
const UNWRITTEN: u8 = 0xff;
/// Bytes after the view.
const TAIL: usize = 256;

/// A strided tensor in a larger buffer.
#[derive(Debug, Clone)]
pub(crate) struct Guarded {
    pub(crate) name: &'static str,
    pub(crate) dtype: DType,
    pub(crate) layout: Layout,
    pub(crate) shape: [u32; 4],
}

impl Guarded {
    /// A contiguous tensor of `len` elements.
    pub(crate) fn flat(name: &'static str, dtype: DType, len: u64) -> Self {
        let len = u32::try_from(len).expect("test tensors are small");
        Self { name, dtype, layout: Layout::bhnd(1, 1, len), shape: [1, 1, 1, len] }
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
        let used = self.layout.extent(self.shape).expect("small") as usize * self.width();
        vec![fill; used.next_multiple_of(4) + TAIL]
    }

    /// The bytes of an output before the call.
    pub(crate) fn unwritten(&self) -> Vec<u8> {
        let mut bytes = self.empty_buffer(BAND);
        for at in self.places() {
            bytes[at * self.width()..][..self.width()].fill(UNWRITTEN);
        }
        bytes
    }

    /// The bytes of an input; everything outside the view is NaN.
    pub(crate) fn packed(&self, values: &[f64]) -> Vec<u8> {
        let values: Vec<f32> = values.iter().map(|&x| x as f32).collect();
        let encoded = self.dtype.encode(&values);
        let (mut bytes, w) = (self.empty_buffer(UNWRITTEN), self.width());
        for (n, at) in self.places().enumerate() {
            bytes[at * w..][..w].copy_from_slice(&encoded[n * w..][..w]);
        }
        bytes
    }

    /// The elements after the call, in logical order, if no byte outside the view changed.
    pub(crate) fn checked(&self, bytes: &[u8]) -> Result<Vec<f32>, String> {
        let w = self.width();
        let mut inside = vec![false; bytes.len()];
        let mut encoded = Vec::new();
        for at in self.places() {
            inside[at * w..][..w].fill(true);
            encoded.extend_from_slice(&bytes[at * w..][..w]);
        }
        let touched = (0..bytes.len()).find(|&n| !inside[n] && bytes[n] != BAND);
        if let Some(n) = touched {
            return Err(format!(
                "{}: byte {n} of {}, outside the view, was overwritten with {:#04x}",
                self.name,
                bytes.len(),
                bytes[n]
            ));
        }
        Ok(self.dtype.decode(&encoded, encoded.len() / w))
    }
}

#[test]
fn a_write_into_a_gap_a_band_or_the_tail_is_noticed() {
    let layout = Layout { offset: 3, strides: [24, 12, 4] };
    let tensor = Guarded { name: "o", dtype: DType::F16, layout, shape: [2, 2, 3, 3] };
    let clean = tensor.unwritten();
    assert!(tensor.checked(&clean).unwrap().iter().all(|x| x.is_nan()));
    let last = clean.len() - 1;
    for at in [0, 5, 2 * (3 + 3), last] {
        let mut dirty = clean.clone();
        dirty[at] ^= 1;
        assert!(tensor.checked(&dirty).is_err(), "byte {at}");
    }
}
