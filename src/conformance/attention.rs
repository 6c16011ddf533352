//! `Attention`: ONNX 23 to 25, with sinks, ALiBi, an alignment and the log-sum-exp.

use super::run::{Call, Computed, Operator, Outputs};
use super::{Case, gradient};
use crate::error::{Error, Result};
use crate::problem::{Alignment, Attention, DType, MaskShape, Role, ScoreOutput, ScoreStage};
use crate::record::HostTensors;

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "Attention", call };

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
    gradient::INPUT,
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
struct Described {
    problem: Attention,
    inputs: HostTensors,
    /// Q, K, V and Y are `[batch, len, heads * dim]`.
    rank3: bool,
}

fn call(case: &Case) -> Result<Call> {
    let Described { problem, inputs, rank3 } = describe(case)?;
    let (inputs, gradient) = gradient::of(case, &problem, inputs)?;
    if let Some(g) = gradient {
        let mask = case.inputs.get("attn_mask").map_or(Vec::new(), |mask| mask.shape.clone());
        return Ok(Call::new(g.clone(), inputs, move |done| {
            let mut outputs = read(&g.attention, rank3, done)?;
            gradient::read(&g, &mask, rank3, done, &mut outputs)?;
            Ok(outputs)
        }));
    }
    let p = problem.clone();
    Ok(Call::new(problem, inputs, move |done| read(&p, rank3, done)))
}

fn read(p: &Attention, rank3: bool, done: &HostTensors) -> Result<Outputs> {
    let shape = match rank3 {
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
fn describe(case: &Case) -> Result<Described> {
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
    Ok(Described { problem, inputs, rank3 })
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
    let rank = case.input("Q")?.shape.len();
    for name in ["K", "V"] {
        let got = case.input(name)?.shape.len();
        if got != rank {
            return Err(Error::mismatch(format!("{name}: rank"), rank as u64, got as u64));
        }
    }
    let kv_num_heads = case.attributes.count("kv_num_heads")?;
    let q = sizes(case, "Q", case.attributes.count("q_num_heads")?)?;
    let k = sizes(case, "K", kv_num_heads)?;
    let v = sizes(case, "V", kv_num_heads)?;
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
    let values =
        case.bools("attn_mask").map_err(|_| case.wrong_element("attn_mask", "booleans or floats"))?;
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
    // A last axis that is shorter than the keys hides those past its end, which may not be among the valid
    // ones.
    let mask = case.inputs.get("attn_mask").and_then(|mask| mask.shape.last()).copied();
    for (index, got) in case.integers("nonpad_kv_seqlen")?.into_iter().enumerate() {
        let fits = u32::try_from(got).ok().filter(|&n| n <= p.kv_len);
        let range = || case.bad(format!("nonpad_kv_seqlen[{index}]: {got} is not in 0..={}", p.kv_len));
        lengths.push(fits.ok_or_else(range)?);
    }
    let most = lengths.iter().copied().max().unwrap_or(0);
    if let Some(last) = mask.filter(|&last| last < most) {
        let what = "attn_mask: last axis, as many as the largest of nonpad_kv_seqlen";
        return Err(Error::mismatch(what, most.into(), last.into()));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::Element;

    const F32: Element = Element::Float(DType::F32);
    const F16: Element = Element::Float(DType::F16);
    type Tensors<'a> = Vec<(&'a str, Element, &'a [u32])>;

    /// Batch 2, heads 4 over 2, 3 queries, 5 keys, sizes 8 and 6.
    fn tensors<'a>() -> Tensors<'a> {
        vec![
            ("Q", F32, &[2, 4, 3, 8]),
            ("K", F32, &[2, 2, 5, 8]),
            ("V", F32, &[2, 2, 5, 6]),
            ("expected.Y", F32, &[2, 4, 3, 6]),
        ]
    }

    fn described<'a>(
        attributes: &str,
        more: impl IntoIterator<Item = (&'a str, Element, &'a [u32])>,
    ) -> Result<Described> {
        let all: Tensors<'a> = tensors().into_iter().chain(more).collect();
        describe(&Case::of_zeros("Attention", attributes, &all))
    }

    #[test]
    fn sizes_come_from_the_inputs() {
        let p = described("{}", []).unwrap().problem;
        assert_eq!((p.batch, p.q_heads, p.kv_heads, p.q_len), (2, 4, 2, 3));
        assert_eq!((p.kv_len, p.qk_dim, p.v_dim, p.past_len), (5, 8, 6, None));
        assert_eq!(p.k_layout, crate::Layout::bhnd(2, 5, 8));
        p.validate().unwrap();
    }

    #[test]
    fn three_axes_are_views_by_heads() {
        let attributes = r#"{"q_num_heads": 4, "kv_num_heads": 2}"#;
        let all: Tensors<'_> = vec![
            ("Q", F32, &[2, 3, 32]),
            ("K", F32, &[2, 5, 16]),
            ("V", F32, &[2, 5, 12]),
            ("past_key", F32, &[2, 2, 7, 8]),
            ("past_value", F32, &[2, 2, 7, 6]),
            ("expected.Y", F32, &[2, 3, 24]),
        ];
        let call = describe(&Case::of_zeros("Attention", attributes, &all)).unwrap();
        assert!(call.rank3);
        assert_eq!(call.problem.k_layout, crate::Layout::bnhd(2, 5, 8));
        assert_eq!((call.problem.kv_len, call.problem.past_len), (12, Some(7)));
        assert_eq!(call.problem.visibility.alignment, Alignment::Offset(7));
        for bad in
            ["{}", r#"{"q_num_heads": 5, "kv_num_heads": 2}"#, r#"{"q_num_heads": 0, "kv_num_heads": 2}"#]
        {
            assert!(describe(&Case::of_zeros("Attention", bad, &all)).is_err(), "{bad}");
        }
    }

    #[test]
    fn alignment_follows_the_cache_unless_stated() {
        let at = |attributes: &str, more: Tensors<'static>| {
            described(attributes, more).map(|c| c.problem.visibility.alignment)
        };
        let lengths = || vec![("nonpad_kv_seqlen", Element::I64, &[2u32][..])];
        assert_eq!(at("{}", vec![]), Ok(Alignment::TopLeft));
        assert_eq!(at("{}", lengths()), Ok(Alignment::BottomRight));
        assert_eq!(at(r#"{"alignment": "bottom_right"}"#, vec![]), Ok(Alignment::BottomRight));
        assert!(at(r#"{"alignment": "top"}"#, vec![]).is_err());
    }

    #[test]
    fn a_gradient_of_another_shape_is_an_error_though_nothing_asks_for_it() {
        let plan = |shape: &'static [u32]| {
            let all: Tensors<'_> = vec![
                ("Q", F32, &[2, 4, 3, 8]),
                ("K", F32, &[2, 2, 5, 8]),
                ("V", F32, &[2, 2, 5, 6]),
                ("grad_Y", F32, shape),
                ("expected.Y", F32, &[2, 4, 3, 6]),
            ];
            (OPERATOR.call)(&Case::of_zeros("Attention", "{}", &all)).map(|_| ())
        };
        assert_eq!(plan(&[2, 4, 3, 6]), Ok(()));
        let wrong = Error::mismatch("grad_Y: axis 3", 6, 8);
        assert_eq!(plan(&[2, 4, 3, 8]), Err(wrong));
    }

    #[test]
    fn masks_of_every_rank_align_at_the_right() {
        let shape = |mask: &'static [u32]| {
            described("{}", [("attn_mask", Element::Bool, mask)]).map(|c| c.problem.mask.unwrap().0)
        };
        assert_eq!(shape(&[]), Ok([1, 1, 1, 1]));
        assert_eq!(shape(&[5]), Ok([1, 1, 1, 5]));
        assert_eq!(shape(&[3, 4]), Ok([1, 1, 3, 4]));
        assert_eq!(shape(&[4, 1, 5]), Ok([1, 4, 1, 5]));
        // A last axis of 1 is short, not broadcast: one visible key, then hidden ones.
        assert_eq!(shape(&[2, 1, 3, 1]), Ok([2, 1, 3, 2]));
        assert!(shape(&[1, 1, 1, 1, 5]).is_err());
        for (mask, fits) in [(&[3, 6][..], false), (&[2, 5], false), (&[3, 5], true)] {
            let p = described("{}", [("attn_mask", F16, mask)]).unwrap().problem;
            assert_eq!(p.validate().is_ok(), fits, "{mask:?}");
            assert_eq!(p.bias.unwrap().0, DType::F16);
        }
    }

    #[test]
    fn a_short_mask_hides_by_its_own_kind() {
        assert_eq!(hide_second(&[true, false], false), [true, false, false, false]);
        assert_eq!(hide_second(&[1.5], f32::NEG_INFINITY), [1.5, f32::NEG_INFINITY]);
    }

    #[test]
    fn scalars_map_to_options() {
        let attributes = r#"{"softcap": 0.0, "left_window_size": 4, "right_window_size": -1,
            "is_causal": 1, "scale": 0.5, "softmax_precision": 11}"#;
        let p = described(attributes, []).unwrap().problem;
        assert_eq!((p.softcap, p.scale, p.visibility.causal), (None, Some(0.5), true));
        assert_eq!((p.visibility.window_left, p.visibility.window_right), (Some(4), None));
        for bad in [
            r#"{"left_window_size": -2}"#,
            r#"{"softmax_precision": 7}"#,
            r#"{"qk_matmul_output_mode": 4}"#,
            r#"{"q_num_heads": 8}"#,
            r#"{"is_causal": "yes"}"#,
        ] {
            assert!(described(bad, []).is_err(), "{bad}");
        }
        let unknown = described(r#"{"dropout": 0.1}"#, []).unwrap_err();
        assert!(matches!(unknown, Error::Unsupported { .. }), "{unknown}");
    }

    #[test]
    fn outputs_are_those_expected() {
        let more: Tensors<'_> = vec![
            ("expected.lse", F32, &[2, 4, 3]),
            ("expected.qk_matmul_output", F32, &[2, 4, 3, 5]),
            ("expected.present_key", F32, &[2, 2, 5, 8]),
        ];
        let p = described(r#"{"qk_matmul_output_mode": 3}"#, more).unwrap().problem;
        assert!(p.lse);
        assert_eq!(p.scores, Some(ScoreOutput { stage: ScoreStage::Weights, rows: None }));
        assert_eq!(p.past_len, Some(0));
    }

    #[test]
    fn y_is_computed_in_the_type_it_is_compared_in() {
        let out = |expected| {
            let all: Tensors<'_> = vec![
                ("Q", F16, &[1, 1, 1, 2]),
                ("K", F16, &[1, 1, 1, 2]),
                ("V", F16, &[1, 1, 1, 2]),
                ("expected.Y", expected, &[1, 1, 1, 2]),
            ];
            let p = describe(&Case::of_zeros("Attention", "{}", &all)).unwrap().problem;
            (p.dtype, p.out_dtype)
        };
        assert_eq!(out(F16), (DType::F16, DType::F16));
        assert_eq!(out(F32), (DType::F16, DType::F32));
    }

    #[test]
    fn inputs_that_contradict_are_refused() {
        for more in [
            vec![("past_key", F32, &[2, 2, 7, 8][..])],
            vec![("past_key", F32, &[2, 2, 7, 9]), ("past_value", F32, &[2, 2, 7, 6])],
            vec![("past_key", F32, &[2, 2, 7, 8]), ("past_value", F32, &[2, 2, 6, 6])],
            vec![("nonpad_kv_seqlen", F32, &[2])],
            vec![("nonpad_kv_seqlen", Element::I64, &[3])],
            vec![("nonpad_kv_seqlen", Element::I64, &[2]), ("expected.present_key", F32, &[2, 2, 5, 8])],
            vec![("attn_mask", Element::I64, &[3, 5])],
            vec![("sinks", F32, &[2])],
            vec![("K", Element::Bool, &[2, 2, 5, 8])],
            vec![("K", F32, &[2, 2, 5, 9])],
            vec![("V", F32, &[2, 1, 5, 6])],
            vec![("mystery", F32, &[1])],
        ] {
            assert!(described("{}", more.clone()).is_err(), "{more:?}");
        }
    }
}
