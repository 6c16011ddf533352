//! Runs cases: finds the operator, computes, compares.

use super::{Case, CaseTensor, Comparison, Element};
use super::{attention, block_sparse, conv, flex, linear, moba, nsa, rotary};
use crate::device::{DeviceCaps, Gpu};
use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::DType;
use crate::record::HostTensors;
use std::collections::BTreeMap;
use std::fmt;

/// Every operator the library can run as a case.
const OPERATORS: &[Operator] = &[
    attention::OPERATOR,
    block_sparse::OPERATOR,
    conv::OPERATOR,
    flex::OPERATOR,
    linear::OPERATOR,
    moba::OPERATOR,
    nsa::OPERATOR,
    rotary::OPERATOR,
];

/// An operator of the case format.
pub(crate) struct Operator {
    /// Its name in the metadata.
    pub(crate) name: &'static str,
    /// The call that computes every requested output it can; those left out are reported as
    /// unsupported.
    pub(crate) call: fn(&Case) -> Result<Call>,
}

/// How outputs are read from the tensors of a call.
type Read = dyn Fn(&HostTensors) -> Result<Outputs>;

/// A case as the library understands it: what to compute, and how its outputs are read.
pub(crate) struct Call {
    pub(crate) problem: Box<dyn Problem>,
    pub(crate) inputs: HostTensors,
    read: Box<Read>,
}

impl Call {
    pub(crate) fn new(
        problem: impl Problem + 'static,
        inputs: HostTensors,
        read: impl Fn(&HostTensors) -> Result<Outputs> + 'static,
    ) -> Self {
        Self { problem: Box::new(problem), inputs, read: Box::new(read) }
    }
}

/// Computed outputs by name.
pub(crate) type Outputs = BTreeMap<&'static str, Computed>;

/// One computed output, row-major.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Computed {
    shape: Vec<u32>,
    values: Vec<f64>,
}

impl Computed {
    /// Takes the elements of `shape` from the front of `values`, which may end in padding.
    pub(crate) fn floats(shape: Vec<u32>, values: &[f32]) -> Result<Self> {
        let len = shape.iter().try_fold(1usize, |n, &size| n.checked_mul(size as usize));
        let taken = len.and_then(|len| values.get(..len)).ok_or_else(|| {
            let expected = shape.iter().map(|&n| u64::from(n)).fold(1, u64::saturating_mul);
            Error::mismatch("elements of an output", expected, values.len() as u64)
        })?;
        Ok(Self { values: taken.iter().copied().map(f64::from).collect(), shape })
    }
}

/// How a case went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Every expected output was computed and agrees.
    Pass,
    /// An output does not agree.
    Fail,
    /// The operator, an attribute or an output is not known here, or the device cannot run it.
    Unsupported,
    /// The case is malformed or contradicts itself, or the device failed.
    Error,
}

impl Status {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Pass, Self::Fail, Self::Unsupported, Self::Error];
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Unsupported => "unsupported",
            Self::Error => "error",
        })
    }
}

/// The result of a case on a device.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// How it went.
    pub status: Status,
    /// Why it did not pass.
    pub reason: Option<String>,
    /// Every output that was compared.
    pub outputs: BTreeMap<String, Comparison>,
}

impl From<Error> for Outcome {
    /// A case that did not get as far as a comparison.
    fn from(error: Error) -> Self {
        let unsupported = match &error {
            Error::Unsupported { .. } | Error::Limit { .. } => true,
            // A head larger than any that kernels have is no fault of the case.
            Error::OutOfRange { what, max, got, .. } => got > max && ["qk_dim", "v_dim"].contains(&&**what),
            _ => false,
        };
        Self {
            status: if unsupported { Status::Unsupported } else { Status::Error },
            reason: Some(error.to_string()),
            outputs: BTreeMap::new(),
        }
    }
}

/// Names of the operators that [`run`] knows.
pub fn operators() -> impl Iterator<Item = &'static str> {
    OPERATORS.iter().map(|op| op.name)
}

/// Computes a case and compares its outputs. Never fails: what goes wrong is the outcome.
#[cfg(not(target_arch = "wasm32"))]
pub fn run(gpu: &Gpu, case: &Case) -> Outcome {
    pollster::block_on(run_async(gpu, case))
}

/// As [`run()`], for targets that may not block.
pub async fn run_async(gpu: &Gpu, case: &Case) -> Outcome {
    let Some(operator) = OPERATORS.iter().find(|op| op.name == case.op) else {
        let known: Vec<_> = operators().collect();
        let why = format!("the operators are {}", known.join(", "));
        return Error::unsupported(format!("operator {}", case.op), why).into();
    };
    match compute(operator, gpu, case).await {
        Ok(outputs) => judge(case, &outputs),
        Err(error) => error.into(),
    }
}

/// Outputs are floats of the type of an input, or f32; what names or marks blocks is not.
fn check_types(case: &Case) -> Result<()> {
    for (name, tensor) in &case.expected {
        let (fits, need) = match (name.as_str(), tensor.element) {
            ("selected", element) => (element == Element::Bool, "booleans"),
            ("block_indices", element) => (element == Element::I64, "I64"),
            (_, Element::Float(DType::F32)) => (true, ""),
            (_, element @ Element::Float(_)) => {
                (case.inputs.values().any(|input| input.element == element), "F32 or the type of an input")
            }
            _ => (false, "floats"),
        };
        if !fits {
            return Err(case.bad(format!("expected.{name} must hold {need}, not {}", tensor.element)));
        }
    }
    Ok(())
}

/// The plan of a case on a made-up device.
pub(crate) fn plan(case: &Case, caps: &DeviceCaps) -> Result<Plan> {
    let unknown = || Error::unsupported(format!("operator {}", case.op), "no operator has this name");
    let operator = OPERATORS.iter().find(|op| op.name == case.op).ok_or_else(unknown)?;
    (operator.call)(case)?.problem.plan(caps, &Policy::default())
}

async fn compute(operator: &Operator, gpu: &Gpu, case: &Case) -> Result<Outputs> {
    check_types(case)?;
    let call = (operator.call)(case)?;
    let prepared = gpu.plan_async(call.problem.as_ref()).await?;
    let done = gpu.run_host_async(&prepared, &call.inputs).await?;
    (call.read)(&done)
}

/// Compares what was computed with what was expected.
fn judge(case: &Case, computed: &Outputs) -> Outcome {
    let mut outputs = BTreeMap::new();
    let (mut wrong, mut absent) = (Vec::new(), Vec::new());
    for (name, want) in &case.expected {
        let Some(got) = computed.get(name.as_str()) else {
            absent.push(name.as_str());
            continue;
        };
        if got.shape != want.shape {
            wrong.push(format!("{name}: shape {:?}, expected {:?}", got.shape, want.shape));
            continue;
        }
        let values = rounded(&got.values, want);
        let comparison = case.tolerance.compare(&values, &want.values());
        if let Some((index, got, want)) = comparison.first {
            let (count, all) = (comparison.wrong, values.len());
            wrong.push(format!(
                "{name}: {count} of {all} differ, first [{index}]: {got:e}, expected {want:e}"
            ));
        }
        outputs.insert(name.clone(), comparison);
    }
    let (status, reason) = match (wrong.is_empty(), absent.is_empty()) {
        (false, _) => (Status::Fail, Some(wrong.join("; "))),
        (true, false) => {
            (Status::Unsupported, Some(format!("the call has no such outputs: {}", absent.join(", "))))
        }
        (true, true) => (Status::Pass, None),
    };
    Outcome { status, reason, outputs }
}

/// Values in the type of the expected tensor.
fn rounded(values: &[f64], want: &CaseTensor) -> Vec<f64> {
    match want.dtype() {
        Some(dtype) => {
            // They were f32 to begin with.
            let narrow: Vec<f32> = values.iter().map(|&x| x as f32).collect();
            dtype.round(&narrow).into_iter().map(f64::from).collect()
        }
        None => values.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(expected: &[&str], computed: &[(&'static str, f32)]) -> Outcome {
        let names: Vec<String> = expected.iter().map(|name| format!("expected.{name}")).collect();
        let tensors: Vec<_> =
            names.iter().map(|name| (name.as_str(), Element::Float(DType::F32), &[2u32][..])).collect();
        let case = Case::of_zeros("Attention", "{}", &tensors);
        let outputs = computed.iter().map(|&(name, x)| (name, Computed::floats(vec![2], &[x; 4]).unwrap()));
        judge(&case, &outputs.collect())
    }

    #[test]
    fn a_case_passes_only_if_everything_expected_agrees() {
        assert_eq!(judged(&["Y", "lse"], &[("Y", 0.0), ("lse", 0.0)]).status, Status::Pass);
        assert_eq!(judged(&["Y", "lse"], &[("Y", 0.0), ("lse", 1.0)]).status, Status::Fail);
        assert_eq!(judged(&["Y"], &[("Y", f32::NAN)]).status, Status::Fail);
    }

    #[test]
    fn heads_that_are_too_large_are_not_supported_and_none_are_an_error() {
        let status = |d: u32| {
            let shape = &[1, 1, 1, d][..];
            let tensors = ["Q", "K", "V"].map(|name| (name, Element::Float(DType::F32), shape));
            let case = Case::of_zeros("Attention", "{}", &tensors);
            let problem = (attention::OPERATOR.call)(&case).unwrap().problem;
            Outcome::from(problem.plan(&DeviceCaps::webgpu_minimum(), &Policy::default()).unwrap_err()).status
        };
        assert_eq!([status(1025), status(0)], [Status::Unsupported, Status::Error]);
    }

    #[test]
    fn outputs_left_out_are_named_but_do_not_hide_a_failure() {
        let outcome = judged(&["Y", "grad_Q"], &[("Y", 0.0)]);
        assert_eq!(outcome.status, Status::Unsupported);
        assert!(outcome.reason.unwrap().contains("grad_Q"));
        assert_eq!(judged(&["Y", "grad_Q"], &[("Y", 1.0)]).status, Status::Fail);
    }

    #[test]
    fn outputs_have_a_type_that_the_format_gives_them() {
        const HALF: Element = Element::Float(DType::F16);
        let of = |name, element, q| {
            check_types(&Case::of_zeros("MoBA", "{}", &[("Q", q, &[1]), (name, element, &[1])]))
        };
        for (name, element) in [
            ("expected.Y", HALF),
            ("expected.Y", Element::Float(DType::F32)),
            ("expected.selected", Element::Bool),
            ("expected.block_indices", Element::I64),
        ] {
            assert_eq!(of(name, element, HALF), Ok(()), "{name}");
        }
        for (name, element) in [
            ("expected.Y", HALF),
            ("expected.Y", Element::Bool),
            ("expected.lse", Element::I32),
            ("expected.selected", Element::Float(DType::F32)),
            ("expected.block_indices", Element::I32),
        ] {
            let error = of(name, element, Element::Float(DType::F32)).unwrap_err();
            assert!(error.to_string().contains(name), "{error}");
        }
    }

    #[test]
    fn another_shape_fails() {
        let case = Case::of_zeros("Attention", "{}", &[("expected.Y", Element::Bool, &[2, 1])]);
        let outputs = Outputs::from([("Y", Computed::floats(vec![1, 2], &[0.0; 2]).unwrap())]);
        assert_eq!(judge(&case, &outputs).status, Status::Fail);
        assert!(Computed::floats(vec![3], &[0.0; 2]).is_err());
    }

    #[test]
    fn narrow_outputs_are_rounded_before_they_are_compared() {
        let case = Case::of_zeros("Attention", "{}", &[("expected.Y", Element::Float(DType::F16), &[1])]);
        // Half of the smallest f16 rounds to 0.
        let outputs = Outputs::from([("Y", Computed::floats(vec![1], &[2.9e-8]).unwrap())]);
        assert_eq!(judge(&case, &outputs).status, Status::Pass);
    }
}
