//! One case file.

use super::{Attributes, Tolerance};
use crate::error::{Error, Result};
use crate::problem::DType;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};
use std::collections::BTreeMap;
use std::path::Path;

/// Element type of a tensor in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    /// F32, F16 or BF16.
    Float(DType),
    /// BOOL, one byte an element.
    Bool,
    /// I32.
    I32,
    /// I64.
    I64,
}

impl std::fmt::Display for Element {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match self {
            Self::Float(DType::F32) => "F32",
            Self::Float(DType::F16) => "F16",
            Self::Float(DType::Bf16) => "BF16",
            Self::Bool => "BOOL",
            Self::I32 => "I32",
            Self::I64 => "I64",
        };
        f.write_str(name)
    }
}

/// A tensor of a file, row-major.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseTensor {
    /// Sizes of its axes.
    pub shape: Vec<u32>,
    /// Type of its elements.
    pub element: Element,
    bytes: Vec<u8>,
}

/// Inputs of an operator with the outputs an oracle expects.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Path or name it was read from.
    pub file: String,
    /// Operator.
    pub op: String,
    /// Attributes of the operator.
    pub attributes: Attributes,
    /// When an output passes.
    pub tolerance: Tolerance,
    /// Who computed the expected outputs; may be empty.
    pub source: String,
    /// Inputs by name.
    pub inputs: BTreeMap<String, CaseTensor>,
    /// Expected outputs by name, without the prefix `expected.` they have in the file.
    pub expected: BTreeMap<String, CaseTensor>,
}

impl CaseTensor {
    fn new(view: &TensorView<'_>) -> std::result::Result<Self, String> {
        let element = match view.dtype() {
            Dtype::F32 => Element::Float(DType::F32),
            Dtype::F16 => Element::Float(DType::F16),
            Dtype::BF16 => Element::Float(DType::Bf16),
            Dtype::BOOL => Element::Bool,
            Dtype::I32 => Element::I32,
            Dtype::I64 => Element::I64,
            other => return Err(format!("dtype {other:?} is none of F32, F16, BF16, BOOL, I32, I64")),
        };
        let size = |&n: &usize| u32::try_from(n).map_err(|_| format!("an axis of {n} does not fit 32 bits"));
        let shape = view.shape().iter().map(size).collect::<std::result::Result<_, _>>()?;
        Ok(Self { shape, element, bytes: view.data().to_vec() })
    }

    /// Every element as f64: exact for floats and 32-bit integers; `true` is 1.
    pub fn values(&self) -> Vec<f64> {
        match self.element {
            Element::Float(dtype) => {
                dtype.decode(&self.bytes, self.bytes.len()).into_iter().map(f64::from).collect()
            }
            Element::Bool => self.bytes.iter().map(|&b| f64::from(u8::from(b != 0))).collect(),
            // Lengths and indices are far below 2^53.
            Element::I32 | Element::I64 => self.integers().into_iter().map(|n| n as f64).collect(),
        }
    }

    fn integers(&self) -> Vec<i64> {
        if self.element == Element::I32 {
            let word = |c: &[u8]| i32::from_le_bytes([c[0], c[1], c[2], c[3]]).into();
            return self.bytes.chunks_exact(4).map(word).collect();
        }
        let word = |c: &[u8]| i64::from_le_bytes([c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]]);
        self.bytes.chunks_exact(8).map(word).collect()
    }

    /// The type of its elements if they are floats.
    pub fn dtype(&self) -> Option<DType> {
        if let Element::Float(dtype) = self.element { Some(dtype) } else { None }
    }
}

impl Case {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::File`] if it cannot be read or is malformed.
    pub fn read(path: &Path) -> Result<Self> {
        let file = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => Self::parse(&file, &bytes),
            Err(error) => Err(Error::File { file, message: error.to_string() }),
        }
    }

    /// Reads the contents of a file; `file` names it in errors.
    ///
    /// # Errors
    /// [`Error::File`] if it is malformed.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self> {
        Self::decode(file, bytes).map_err(|message| Error::File { file: file.into(), message })
    }

    fn decode(file: &str, bytes: &[u8]) -> std::result::Result<Self, String> {
        let tensors = SafeTensors::deserialize(bytes).map_err(|e| e.to_string())?;
        let (_, header) = SafeTensors::read_metadata(bytes).map_err(|e| e.to_string())?;
        let metadata = header.metadata().as_ref().ok_or("it has no metadata")?;
        let text = |key: &str| metadata.get(key).ok_or_else(|| format!("its metadata lack `{key}`"));
        let json = |key: &str, e: serde_json::Error| format!("metadata `{key}`: {e}");
        let attributes = match metadata.get("attributes") {
            Some(text) => serde_json::from_str(text).map_err(|e| json("attributes", e))?,
            None => serde_json::Map::new(),
        };
        let tolerance: Tolerance =
            serde_json::from_str(text("tolerance")?).map_err(|e| json("tolerance", e))?;
        let mut case = Self {
            file: file.into(),
            op: text("op")?.clone(),
            attributes: Attributes::new(attributes),
            tolerance: tolerance.validate().map_err(|e| e.to_string())?,
            source: metadata.get("source").cloned().unwrap_or_default(),
            inputs: BTreeMap::new(),
            expected: BTreeMap::new(),
        };
        for (name, view) in tensors.iter() {
            let tensor = CaseTensor::new(&view).map_err(|why| format!("{name}: {why}"))?;
            match name.strip_prefix("expected.") {
                Some(output) => case.expected.insert(output.into(), tensor),
                None => case.inputs.insert(name.into(), tensor),
            };
        }
        if case.expected.is_empty() {
            return Err("it expects no outputs".into());
        }
        Ok(case)
    }

    /// Refuses inputs an operator does not know: they may change its meaning.
    pub(crate) fn check_known(&self, inputs: &[&str], attributes: &[&str]) -> Result<()> {
        if let Some(name) = self.inputs.keys().find(|name| !inputs.contains(&name.as_str())) {
            return Err(Error::unsupported(format!("input {name}"), format!("unknown to {}", self.op)));
        }
        self.attributes.check_known(&self.op, attributes)
    }

    /// An input that must be there.
    pub(crate) fn input(&self, name: &str) -> Result<&CaseTensor> {
        self.inputs.get(name).ok_or_else(|| self.bad(format!("input {name} is missing")))
    }

    /// An input's elements as f32; it must be of floats.
    pub(crate) fn floats(&self, name: &str) -> Result<Vec<f32>> {
        let tensor = self.input(name)?;
        let dtype = tensor.dtype().ok_or_else(|| self.wrong_element(name, "floats"))?;
        Ok(dtype.decode(&tensor.bytes, tensor.bytes.len()))
    }

    /// An input's elements; it must be of integers.
    pub(crate) fn integers(&self, name: &str) -> Result<Vec<i64>> {
        let tensor = self.input(name)?;
        match tensor.element {
            Element::I32 | Element::I64 => Ok(tensor.integers()),
            _ => Err(self.wrong_element(name, "integers")),
        }
    }

    /// An input's elements; it must be of booleans.
    pub(crate) fn bools(&self, name: &str) -> Result<Vec<bool>> {
        let tensor = self.input(name)?;
        if tensor.element != Element::Bool {
            return Err(self.wrong_element(name, "booleans"));
        }
        Ok(tensor.bytes.iter().map(|&b| b != 0).collect())
    }

    /// Checks the shape of an input.
    pub(crate) fn check_shape(&self, name: &str, want: &[u32]) -> Result<()> {
        let got = &self.input(name)?.shape;
        if got.len() != want.len() {
            return Err(Error::mismatch(format!("{name}: rank"), want.len() as u64, got.len() as u64));
        }
        match (0..want.len()).find(|&axis| got[axis] != want[axis]) {
            None => Ok(()),
            Some(n) => Err(Error::mismatch(format!("{name}: axis {n}"), want[n].into(), got[n].into())),
        }
    }

    /// The element type shared by all of `names` that are there, f32 if they differ.
    pub(crate) fn common_dtype(&self, names: &[&str]) -> Result<DType> {
        let mut common = None;
        for name in names.iter().filter(|name| self.inputs.contains_key(**name)) {
            let dtype = self.input(name)?.dtype().ok_or_else(|| self.wrong_element(name, "floats"))?;
            common = Some(if common.is_none_or(|c| c == dtype) { dtype } else { DType::F32 });
        }
        Ok(common.unwrap_or_default())
    }

    pub(crate) fn wrong_element(&self, name: &str, need: &str) -> Error {
        let got = self.inputs.get(name).map_or("nothing".into(), |t| t.element.to_string());
        self.bad(format!("input {name} must hold {need}, not {got}"))
    }

    pub(crate) fn bad(&self, message: String) -> Error {
        Error::File { file: self.file.clone(), message }
    }
}

#[cfg(test)]
impl Case {
    /// A case of zeros: names, elements and shapes of its tensors; a prefix `expected.` counts.
    pub(crate) fn of_zeros(op: &str, attributes: &str, tensors: &[(&str, Element, &[u32])]) -> Self {
        let mut case = Self {
            file: "test".into(),
            op: op.into(),
            attributes: Attributes::new(serde_json::from_str(attributes).unwrap()),
            tolerance: Tolerance { rtol: 0.0, atol: 0.0 },
            source: String::new(),
            inputs: BTreeMap::new(),
            expected: BTreeMap::new(),
        };
        for &(name, element, shape) in tensors {
            let bytes = match element {
                Element::Float(dtype) => dtype.bytes() as usize,
                Element::Bool => 1,
                Element::I32 => 4,
                Element::I64 => 8,
            };
            let bytes = vec![0; bytes * shape.iter().product::<u32>() as usize];
            let tensor = CaseTensor { shape: shape.to_vec(), element, bytes };
            match name.strip_prefix("expected.") {
                Some(output) => case.expected.insert(output.into(), tensor),
                None => case.inputs.insert(name.into(), tensor),
            };
        }
        case
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METADATA: &str = r#""__metadata__":{"op":"Attention","attributes":"{\"is_causal\":1}",
        "tolerance":"{\"rtol\":0.1,\"atol\":0}","source":"hand"}"#;
    const Q: &str = r#""Q":{"dtype":"F16","shape":[1,2],"data_offsets":[0,4]}"#;
    const Y: &str = r#""expected.Y":{"dtype":"I64","shape":[1],"data_offsets":[4,12]}"#;
    const DATA: &[u8] = &[0, 0x3c, 0, 0xc0, 5, 0, 0, 0, 0, 0, 0, 0];

    fn file(entries: &[&str], data: &[u8]) -> Vec<u8> {
        let header = format!("{{{}}}", entries.join(","));
        let mut bytes = (header.len() as u64).to_le_bytes().to_vec();
        bytes.extend_from_slice(header.as_bytes());
        bytes.extend_from_slice(data);
        bytes
    }

    fn refused(bytes: &[u8]) -> String {
        match Case::parse("bad", bytes).unwrap_err() {
            Error::File { file, message } if file == "bad" => message,
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_case_holds_what_its_file_says() {
        let case = Case::parse("good", &file(&[METADATA, Q, Y], DATA)).unwrap();
        assert_eq!((case.op.as_str(), case.source.as_str()), ("Attention", "hand"));
        assert_eq!(case.attributes.flag("is_causal"), Ok(true));
        assert_eq!(case.floats("Q").unwrap(), [1.0, -2.0]);
        assert_eq!(case.expected["Y"].values(), [5.0]);
        assert_eq!(case.tolerance, Tolerance { rtol: 0.1, atol: 0.0 });
    }

    #[test]
    fn every_truncation_is_refused() {
        let whole = file(&[METADATA, Q, Y], DATA);
        for len in 0..whole.len() {
            refused(&whole[..len]);
        }
    }

    #[test]
    fn no_flipped_byte_panics() {
        let whole = file(&[METADATA, Q, Y], DATA);
        for at in 0..whole.len() {
            for flip in [1, 0x20, 0x80, 0xff] {
                let mut bytes = whole.clone();
                bytes[at] ^= flip;
                if let Ok(case) = Case::parse("flipped", &bytes) {
                    case.inputs.values().chain(case.expected.values()).for_each(|t| drop(t.values()));
                }
            }
        }
    }

    #[test]
    fn random_bytes_are_refused() {
        let mut state = 1u64;
        for len in 0..400 {
            let random = |_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 56) as u8
            };
            let mut bytes: Vec<u8> = (0..len).map(random).collect();
            refused(&bytes);
            // With a plausible length in front the header itself is read.
            bytes.splice(0..8.min(len), (len as u64 / 2).to_le_bytes());
            refused(&bytes);
        }
    }

    #[test]
    fn offsets_and_sizes_must_agree() {
        for entry in [
            r#""Q":{"dtype":"F16","shape":[1,2],"data_offsets":[0,6]}"#,
            r#""Q":{"dtype":"F16","shape":[1,3],"data_offsets":[0,4]}"#,
            r#""Q":{"dtype":"F16","shape":[1,2],"data_offsets":[4,0]}"#,
            r#""Q":{"dtype":"F16","shape":[4294967296,4294967296,2],"data_offsets":[0,4]}"#,
            r#""Q":{"dtype":"F16","shape":[-1],"data_offsets":[0,4]}"#,
            r#""Q":{"dtype":"F99","shape":[1,2],"data_offsets":[0,4]}"#,
        ] {
            refused(&file(&[METADATA, entry, Y], DATA));
        }
        let long = r#""Q":{"dtype":"F16","shape":[4294967296,0],"data_offsets":[0,0]}"#;
        let y = r#""expected.Y":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]}"#;
        assert!(refused(&file(&[METADATA, long, y], &[1])).contains("does not fit 32 bits"));
    }

    #[test]
    fn types_outside_the_format_are_named() {
        let f64 = r#""Q":{"dtype":"F64","shape":[],"data_offsets":[0,8]}"#;
        let y = r#""expected.Y":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}"#;
        assert!(refused(&file(&[METADATA, f64, y], DATA)).contains("Q: dtype F64"));
    }

    #[test]
    fn metadata_must_be_complete_and_parse() {
        for (metadata, word) in [
            (r#""__metadata__":{"op":"A"}"#, "tolerance"),
            (r#""__metadata__":{"tolerance":"{\"rtol\":0,\"atol\":0}"}"#, "op"),
            (r#""__metadata__":{"op":"A","tolerance":"{\"rtol\":0}"}"#, "atol"),
            (r#""__metadata__":{"op":"A","tolerance":"{\"rtol\":-1,\"atol\":0}"}"#, "rtol"),
            (
                r#""__metadata__":{"op":"A","tolerance":"{\"rtol\":0,\"atol\":0}","attributes":"[]"}"#,
                "attributes",
            ),
        ] {
            let message = refused(&file(&[metadata, Q, Y], DATA));
            assert!(message.contains(word), "{message}");
        }
        assert!(refused(&file(&[Q, Y], DATA)).contains("metadata"));
        assert!(refused(&file(&[METADATA, Q], &DATA[..4])).contains("no outputs"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = Case::read(Path::new("no/such.safetensors")).unwrap_err();
        assert!(matches!(error, Error::File { file, .. } if file == "no/such.safetensors"));
    }
}
