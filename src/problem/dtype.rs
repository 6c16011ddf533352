//! Element types of tensors.

use std::fmt;

/// Element type of a tensor in device memory. All arithmetic is in f32 whatever this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "conformance", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "conformance", serde(rename_all = "snake_case"))]
pub enum DType {
    /// IEEE 754 binary32, 4 bytes.
    #[default]
    F32,
    /// IEEE 754 binary16, 2 bytes. Read natively where the device has `SHADER_F16`,
    /// unpacked from 32-bit words elsewhere.
    F16,
    /// bfloat16, 2 bytes. Always unpacked from 32-bit words.
    Bf16,
}

impl DType {
    /// Size of one element in bytes.
    pub const fn bytes(self) -> u64 {
        match self {
            Self::F32 => 4,
            Self::F16 | Self::Bf16 => 2,
        }
    }

    /// Largest relative rounding error of a conversion from f32 (half a unit in the last place).
    pub const fn epsilon(self) -> f64 {
        match self {
            Self::F32 => 5.960_464_477_539_063e-8,
            Self::F16 => 4.882_812_5e-4,
            Self::Bf16 => 3.906_25e-3,
        }
    }

    /// Encodes `values` as little-endian bytes, rounding to nearest even, padded with zeros
    /// to a multiple of four bytes as wgpu buffers need.
    pub fn encode(self, values: &[f32]) -> Vec<u8> {
        let mut bytes: Vec<u8> = match self {
            Self::F32 => bytemuck::cast_slice(values).to_vec(),
            Self::F16 => values.iter().flat_map(|&x| half::f16::from_f32(x).to_le_bytes()).collect(),
            Self::Bf16 => values.iter().flat_map(|&x| half::bf16::from_f32(x).to_le_bytes()).collect(),
        };
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        bytes
    }

    /// Decodes the first `len` little-endian elements of `bytes`; fewer if `bytes` ends before.
    pub fn decode(self, bytes: &[u8], len: usize) -> Vec<f32> {
        let pair = |c: &[u8]| [c[0], c[1]];
        match self {
            Self::F32 => bytes
                .chunks_exact(4)
                .take(len)
                .map(|c| f32::from_le_bytes([c[0], c[1], c[2], c[3]]))
                .collect(),
            Self::F16 => {
                bytes.chunks_exact(2).take(len).map(|c| half::f16::from_le_bytes(pair(c)).to_f32()).collect()
            }
            Self::Bf16 => {
                bytes.chunks_exact(2).take(len).map(|c| half::bf16::from_le_bytes(pair(c)).to_f32()).collect()
            }
        }
    }

    /// Rounds every value to this type and back.
    pub fn round(self, values: &[f32]) -> Vec<f32> {
        self.decode(&self.encode(values), values.len())
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::F32 => "f32",
            Self::F16 => "f16",
            Self::Bf16 => "bf16",
        })
    }
}
