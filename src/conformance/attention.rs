//! `Attention`: ONNX 23 to 25, with sinks, ALiBi, an alignment and the log-sum-exp.

use super::Case;
use super::run::{Computed, Operator, Outputs};
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::problem::{Alignment, Attention, DType, MaskShape, Role, ScoreOutput, ScoreStage};
use crate::record::HostTensors;

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "Attention", run };

const INPUTS: &[&str] = &[
    "Q",
    "K",
    "V",
    "attn_mask",
    "past_key",
    "past_value",
    "nonpad_kv_seqlen",
    "sinks",
    "alibi_slopes",
    "grad_Y",
];
const ATTRIBUTES: &[&str] = &[
    "is_causal",
    "scale",
    "softcap",
    "q_num_heads",
    "kv_num_heads",
    "left_window_size",
    "right_window_size",
    "qk_matmul_output_mode",
    "softmax_precision",
    "alignment",
];
/// Window bounds from here on exclude nothing: axes are shorter.
const UNBOUNDED: i64 = 1 << 28;

/// A case as the library understands it.
#[derive(Debug)]
struct Call {
    problem: Attention,
    inputs: HostTensors,
    /// Q, K, V and Y are `[batch, len, heads * dim]`.
    rank3: bool,
}

fn run(gpu: &Gpu, case: &Case) -> Result<Outputs> {
    let call = describe(case)?;
    let done = gpu.run_host(&gpu.plan(&call.problem)?, &call.inputs)?;
    let p = &call.problem;
    let shape = match call.rank3 {
        true => vec![p.batch, p.q_len, p.q_heads * p.v_dim],
        false => vec![p.batch, p.q_heads, p.q_len, p.v_dim],
    };
    let mut outputs = Outputs::new();
    outputs.insert("Y", Computed::floats(shape, &done.decode(Role::O, p.out_dtype)?)?);
    let f32_outputs = [
        (p.lse, "lse", Role::Lse, vec![p.batch, p.q_heads, p.q_len]),
        (p.scores.is_some(), "qk_matmul_output", Role::Scores, vec![p.batch, p.q_heads, p.q_len, p.kv_len]),
    ];
    for (_, name, role, shape) in f32_outputs.into_iter().filter(|(on, ..)| *on) {
        outputs.insert(name, Computed::floats(shape, &done.decode(role, DType::F32)?)?);
    }
    if p.past_len.is_some() {
        for (name, role, dim) in
            [("present_key", Role::PresentK, p.qk_dim), ("present_value", Role::PresentV, p.v_dim)]
        {
            let shape = vec![p.batch, p.kv_heads, p.kv_len, dim];
            outputs.insert(name, Computed::floats(shape, &done.decode(role, p.dtype)?)?);
        }
    }
    Ok(outputs)
}

/// Maps a case to a problem and its tensors.
fn describe(case: &Case) -> Result<Call> {
    case.check_known(INPUTS, ATTRIBUTES)?;
    let (mut problem, rank3) = shapes(case)?;
    dtypes(case, &mut problem)?;
    scalars(case, &mut problem)?;
    problem.lse = case.expected.contains_key("lse");
    problem.scores = scores(case)?;
    let mut inputs = HostTensors::new();
    for (name, role) in [("Q", Role::Q), ("K", Role::K), ("V", Role::V)] {
        inputs = inputs.floats(role, problem.dtype, &case.floats(name)?);
    }
    inputs = past(case, &problem, inputs)?;
    inputs = mask(case, &mut problem, inputs)?;
    inputs = lengths(case, &mut problem, inputs)?;
    for (name, role, on) in
        [("sinks", Role::Sinks, &mut problem.sinks), ("alibi_slopes", Role::AlibiSlopes, &mut problem.alibi)]
    {
        *on = case.inputs.contains_key(name);
        if *on {
            case.check_shape(name, &[problem.q_heads])?;
            inputs = inputs.floats(role, DType::F32, &case.floats(name)?);
        }
    }
    problem.visibility.alignment = alignment(case, &problem)?;
    Ok(Call { problem, inputs, rank3 })
}

/// `[batch, heads, len, dim]` of a 3D or 4D input; `heads` is the attribute.
fn sizes(case: &Case, name: &str, heads: Option<u32>) -> Result<[u32; 4]> {
    match (&case.input(name)?.shape[..], heads) {
        (&[b, h, n, d], None) => Ok([b, h, n, d]),
        (&[b, h, n, d], Some(heads)) if h == heads => Ok([b, h, n, d]),
        (&[_, h, _, _], Some(heads)) => {
            Err(Error::mismatch(format!("{name}: heads"), heads.into(), h.into()))
        }
        (&[b, n, hidden], Some(heads)) if hidden.is_multiple_of(heads) => Ok([b, heads, n, hidden / heads]),
        (&[_, _, hidden], Some(heads)) => {
            Err(case.bad(format!("{name}: {heads} heads do not divide its last axis of {hidden}")))
        }
        ([_, _, _], None) => {
            Err(case.bad(format!("{name} has 3 axes: q_num_heads and kv_num_heads must be given")))
        }
        (shape, _) => Err(case.bad(format!("{name} has {} axes, not 3 or 4", shape.len()))),
    }
}

/// A problem of the inputs' sizes, and whether they have 3 axes.
fn shapes(case: &Case) -> Result<(Attention, bool)> {
    let kv_num_heads = case.attributes.count("kv_num_heads")?;
    let q = sizes(case, "Q", case.attributes.count("q_num_heads")?)?;
    let k = sizes(case, "K", kv_num_heads)?;
    let v = sizes(case, "V", kv_num_heads)?;
    let rank = case.input("Q")?.shape.len();
    for name in ["K", "V"] {
        let got = case.input(name)?.shape.len();
        if got != rank {
            return Err(Error::mismatch(format!("{name}: rank"), rank as u64, got as u64));
        }
    }
    for (what, want, got) in [
        ("K: batch", q[0], k[0]),
        ("V: batch", q[0], v[0]),
        ("K: head size", q[3], k[3]),
        ("V: heads", k[1], v[1]),
        ("V: length", k[2], v[2]),
    ] {
        if want != got {
            return Err(Error::mismatch(what, want.into(), got.into()));
        }
    }
    let past = past_len(case, k, v[3])?;
    let kv_len = past.unwrap_or(0).checked_add(k[2]).ok_or_else(|| Error::IndexOverflow {
        what: "past and new keys".into(),
        needed: u64::from(past.unwrap_or(0)) + u64::from(k[2]),
        limit: u32::MAX.into(),
    })?;
    let mut p = Attention {
        kv_heads: k[1],
        kv_len,
        v_dim: v[3],
        past_len: past,
        ..Attention::new(q[0], q[1], q[2], q[3])
    };
    p = if rank == 3 { p.contiguous_bnhd() } else { p.contiguous() };
    Ok((p, rank == 3))
}

/// Tokens of the cache. Without one, present outputs hold the new tokens alone.
fn past_len(case: &Case, k: [u32; 4], v_dim: u32) -> Result<Option<u32>> {
    let has = |name: &str| case.inputs.contains_key(name);
    let wants = |name: &str| case.expected.contains_key(name);
    let present = wants("present_key") || wants("present_value");
    if has("nonpad_kv_seqlen") && (has("past_key") || has("past_value") || present) {
        return Err(case.bad("nonpad_kv_seqlen excludes past and present".into()));
    }
    match (has("past_key"), has("past_value")) {
        (false, false) => Ok(present.then_some(0)),
        (true, true) => {
            let len = case.input("past_key")?.shape.get(2).copied().unwrap_or(0);
            case.check_shape("past_key", &[k[0], k[1], len, k[3]])?;
            case.check_shape("past_value", &[k[0], k[1], len, v_dim])?;
            Ok(Some(len))
        }
        _ => Err(case.bad("past_key and past_value go together".into())),
    }
}

/// The type of the tensors: theirs, or f32 where they differ. Y is computed in the type it is
/// compared in.
fn dtypes(case: &Case, p: &mut Attention) -> Result<()> {
    p.dtype = case.common_dtype(&["Q", "K", "V", "past_key", "past_value"])?;
    p.out_dtype = match case.expected.get("Y").and_then(|y| y.dtype()) {
        Some(wanted) if wanted == p.dtype => p.dtype,
        Some(_) => DType::F32,
        None => p.dtype,
    };
    Ok(())
}

fn scalars(case: &Case, p: &mut Attention) -> Result<()> {
    let a = &case.attributes;
    p.scale = a.float("scale")?;
    // 0 stands for no cap.
    p.softcap = a.float("softcap")?.filter(|&cap| cap != 0.0);
    p.visibility.causal = a.flag("is_causal")?;
    let window = |name| -> Result<Option<u32>> {
        let size = a.int_from(name, -1, -1)?;
        // -1 and bounds past every axis exclude nothing; the others fit.
        Ok((0..UNBOUNDED).contains(&size).then_some(size as u32))
    };
    p.visibility.window_left = window("left_window_size")?;
    p.visibility.window_right = window("right_window_size")?;
    match a.int("softmax_precision")? {
        // f32, f16, f64 and bf16 by ONNX's numbers; the softmax is in f32 whatever it says.
        None | Some(1 | 10 | 11 | 16) => Ok(()),
        Some(other) => Err(Error::Contradiction {
            what: "softmax_precision",
            why: format!("{other} is none of 1, 10, 11, 16"),
        }),
    }
}

fn scores(case: &Case) -> Result<Option<ScoreOutput>> {
    let stage = match case.attributes.int("qk_matmul_output_mode")?.unwrap_or(0) {
        0 => ScoreStage::Raw,
        1 => ScoreStage::Softcap,
        2 => ScoreStage::Bias,
        3 => ScoreStage::Weights,
        other => {
            return Err(Error::Contradiction {
                what: "qk_matmul_output_mode",
                why: format!("{other} is none of 0, 1, 2, 3"),
            });
        }
    };
    Ok(case.expected.contains_key("qk_matmul_output").then_some(ScoreOutput { stage, rows: None }))
}

fn past(case: &Case, p: &Attention, mut inputs: HostTensors) -> Result<HostTensors> {
    for (name, role) in [("past_key", Role::PastK), ("past_value", Role::PastV)] {
        if case.inputs.contains_key(name) {
            inputs = inputs.floats(role, p.dtype, &case.floats(name)?);
        } else if p.past_len.is_some() {
            inputs = inputs.floats(role, p.dtype, &[]);
        }
    }
    Ok(inputs)
}

/// The mask: boolean or additive, of any rank up to 4. A last axis shorter than the keys hides
/// those past its end, also where it is 1; the library broadcasts 1, so that is padded to 2.
fn mask(case: &Case, p: &mut Attention, inputs: HostTensors) -> Result<HostTensors> {
    let Some(tensor) = case.inputs.get("attn_mask") else {
        return Ok(inputs);
    };
    let rank = tensor.shape.len();
    if rank > 4 {
        return Err(Error::OutOfRange { what: "attn_mask: rank".into(), min: 0, max: 4, got: rank as u64 });
    }
    let mut shape = [1; 4];
    shape[4 - rank..].copy_from_slice(&tensor.shape);
    let pad = rank > 0 && shape[3] == 1 && p.kv_len > 1;
    if pad {
        shape[3] = 2;
    }
    if let Some(dtype) = tensor.dtype() {
        p.bias = Some((dtype, MaskShape(shape)));
        let values = case.floats("attn_mask")?;
        let values = if pad { hide_second(&values, f32::NEG_INFINITY) } else { values };
        return Ok(inputs.floats(Role::Bias, dtype, &values));
    }
    p.mask = Some(MaskShape(shape));
    let values = case.bools("attn_mask")?;
    let values = if pad { hide_second(&values, false) } else { values };
    Ok(inputs.bools(Role::Mask, &values))
}

/// Puts `hidden` after every element.
fn hide_second<T: Copy>(values: &[T], hidden: T) -> Vec<T> {
    values.iter().flat_map(|&x| [x, hidden]).collect()
}

fn lengths(case: &Case, p: &mut Attention, inputs: HostTensors) -> Result<HostTensors> {
    if !case.inputs.contains_key("nonpad_kv_seqlen") {
        return Ok(inputs);
    }
    case.check_shape("nonpad_kv_seqlen", &[p.batch])?;
    let mut lengths = Vec::new();
    for (index, got) in case.integers("nonpad_kv_seqlen")?.into_iter().enumerate() {
        let fits = u32::try_from(got).ok().filter(|&n| n <= p.kv_len);
        lengths.push(fits.ok_or_else(|| Error::BadValue {
            tensor: Role::KvLengths,
            index,
            got,
            why: format!("is not in 0..={}", p.kv_len),
        })?);
    }
    p.kv_lengths = true;
    Ok(inputs.indices(Role::KvLengths, &lengths))
}

/// ONNX counts the valid keys before the queries: those of the cache, or the lengths less the
/// queries themselves, or none.
fn alignment(case: &Case, p: &Attention) -> Result<Alignment> {
    match (case.attributes.text("alignment")?, p.past_len) {
        (Some("bottom_right"), _) => Ok(Alignment::BottomRight),
        (Some(other), _) => {
            Err(Error::Contradiction { what: "alignment", why: format!("{other:?} is not \"bottom_right\"") })
        }
        (None, _) if p.kv_lengths => Ok(Alignment::BottomRight),
        (None, Some(past)) => Ok(Alignment::Offset(i32::try_from(past).map_err(|_| Error::OutOfRange {
            what: "past length".into(),
            min: 0,
            max: i32::MAX as u64,
            got: past.into(),
        })?)),
        (None, None) => Ok(Alignment::TopLeft),
    }
}
