//! `LinearAttention`: ONNX 27.

use super::Case;
use super::run::{Call, Computed, Operator, Outputs};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{DType, Decay, Layout, LinearAttention, LinearGradient, Role, StateUse, UpdateRule};
use crate::record::HostTensors;

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "LinearAttention", call };

const INPUTS: &[&str] =
    &["query", "key", "value", "past_state", "decay", "beta", "grad_output", "grad_present_state"];
const ATTRIBUTES: &[&str] = &["q_num_heads", "kv_num_heads", "scale", "update_rule", "chunk_size"];

/// Gradients by the inputs, and where they are.
const GRADIENTS: &[(&str, Role)] = &[
    ("grad_query", Role::GradQ),
    ("grad_key", Role::GradK),
    ("grad_value", Role::GradV),
    ("grad_decay", Role::GradDecay),
    ("grad_beta", Role::GradBeta),
    ("grad_past_state", Role::GradStateIn),
];

/// A call with its gradient.
#[derive(Clone, PartialEq)]
struct WithGradient(LinearAttention, LinearGradient);

impl Problem for WithGradient {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let mut plan = self.0.plan(caps, policy)?;
        plan.append(self.1.plan(caps, policy)?, &[]);
        Ok(plan)
    }
}

fn call(case: &Case) -> Result<Call> {
    let (problem, inputs) = describe(case)?;
    for (name, shape) in starts(&problem) {
        if case.inputs.contains_key(name) {
            case.check_shape(name, &shape)?;
        }
    }
    if !GRADIENTS.iter().any(|(name, _)| case.expected.contains_key(*name)) {
        return Ok(Call::new(problem.clone(), inputs, move |done| read(&problem, done)));
    }
    let (gradient, inputs) = differentiate(case, &problem, inputs)?;
    let shapes = shapes(case)?;
    Ok(Call::new(WithGradient(problem.clone(), gradient), inputs, move |done| {
        let mut outputs = read(&problem, done)?;
        for (name, role, shape) in &shapes {
            outputs.insert(name, Computed::floats(shape.clone(), &done.decode(*role, DType::F32)?)?);
        }
        Ok(outputs)
    }))
}

/// The gradients that others start from, and their shapes: by the output and by the last state.
fn starts(p: &LinearAttention) -> [(&'static str, Vec<u32>); 2] {
    let o = vec![p.batch, p.len, p.q_heads.saturating_mul(p.v_dim)];
    let state = vec![p.batch, p.kv_heads, p.qk_dim, p.v_dim];
    [("grad_output", o), ("grad_present_state", state)]
}

/// The gradients of a case's call, and the gradients that it starts from, at least one: the other is zeros
/// where it is not given.
fn differentiate(
    case: &Case,
    p: &LinearAttention,
    mut inputs: HostTensors,
) -> Result<(LinearGradient, HostTensors)> {
    if !case.inputs.contains_key("grad_present_state") {
        case.input("grad_output")?;
    }
    let dtype = case.common_dtype(&["grad_output"])?;
    let out_dtype = if dtype == p.dtype { dtype } else { DType::F32 };
    let gradient = LinearGradient::new(LinearAttention { out_dtype, ..p.clone() });
    let kinds = [(Role::GradO, out_dtype), (Role::GradStateOut, DType::F32)];
    for ((name, shape), (role, dtype)) in starts(p).into_iter().zip(kinds) {
        let values = if case.inputs.contains_key(name) {
            case.floats(name)?
        } else {
            // The tensors of a valid problem are addressed by 32 bits.
            p.validate()?;
            vec![0.0; shape.iter().map(|&n| n as usize).product()]
        };
        inputs = inputs.floats(role, dtype, &values);
    }
    Ok((gradient, inputs))
}

/// The gradients that there are, each of its input's shape.
fn shapes(case: &Case) -> Result<Vec<(&'static str, Role, Vec<u32>)>> {
    let given = |(name, _): &&(&'static str, Role)| case.inputs.contains_key(input_of(name));
    GRADIENTS
        .iter()
        .filter(given)
        .map(|&(name, role)| Ok((name, role, case.input(input_of(name))?.shape.clone())))
        .collect()
}

/// The input that a gradient is by.
fn input_of(gradient: &str) -> &str {
    gradient.strip_prefix("grad_").unwrap_or(gradient)
}

fn read(p: &LinearAttention, done: &HostTensors) -> Result<Outputs> {
    let o = vec![p.batch, p.len, p.q_heads * p.v_dim];
    let output = Computed::floats(o, &done.decode(Role::O, p.out_dtype)?)?;
    let state = vec![p.batch, p.kv_heads, p.qk_dim, p.v_dim];
    let state = Computed::floats(state, &done.decode(Role::StateOut, DType::F32)?)?;
    Ok(Outputs::from([("output", output), ("present_state", state)]))
}

/// Maps a case to a problem and its tensors.
fn describe(case: &Case) -> Result<(LinearAttention, HostTensors)> {
    case.check_known(INPUTS, ATTRIBUTES)?;
    let mut problem = sizes(case)?;
    (problem.rule, problem.decay) = rule(case, &problem)?;
    problem.scale = case.attributes.float("scale")?.filter(|&s| s != 0.0);
    problem = problem.dtype(case.common_dtype(&["query", "key", "value"])?).contiguous_bnhd();
    let wanted = case.expected.get("output").and_then(|o| o.dtype());
    problem.out_dtype = wanted.filter(|&w| w == problem.dtype).unwrap_or(DType::F32);
    let rates = case.common_dtype(&["decay", "beta"])?;
    problem.rate_dtype = if rates == problem.dtype { rates } else { DType::F32 };
    let mut inputs = HostTensors::new();
    for (name, role) in [("query", Role::Q), ("key", Role::K), ("value", Role::V)] {
        inputs = inputs.floats(role, problem.dtype, &case.floats(name)?);
    }
    if problem.decay != Decay::None {
        inputs = inputs.floats(Role::Decay, problem.rate_dtype, &case.floats("decay")?);
    }
    if problem.rule == UpdateRule::Delta {
        problem.beta_layout = beta(case, &problem)?;
        inputs = inputs.floats(Role::Beta, problem.rate_dtype, &case.floats("beta")?);
    }
    problem.state = StateUse::Out;
    if case.inputs.contains_key("past_state") {
        case.check_shape("past_state", &[problem.batch, problem.kv_heads, problem.qk_dim, problem.v_dim])?;
        problem.state = StateUse::InOut;
        inputs = inputs.floats(Role::StateIn, DType::F32, &case.floats("past_state")?);
    }
    Ok((problem, inputs))
}

fn sizes(case: &Case) -> Result<LinearAttention> {
    let heads = |name| {
        let missing = || Error::Contradiction { what: name, why: "it is required".into() };
        case.attributes.count(name)?.ok_or_else(missing)
    };
    let (q_heads, kv_heads) = (heads("q_num_heads")?, heads("kv_num_heads")?);
    let &[batch, len, hidden] = &case.input("query")?.shape[..] else {
        let rank = case.input("query")?.shape.len() as u64;
        return Err(Error::mismatch("query: rank", 3, rank));
    };
    let v_hidden = case.input("value")?.shape.last().copied().unwrap_or(0);
    for (attribute, heads, name, hidden) in
        [("q_num_heads", q_heads, "query", hidden), ("kv_num_heads", kv_heads, "value", v_hidden)]
    {
        if !hidden.is_multiple_of(heads) {
            let why = format!("{attribute} {heads} does not divide the last axis of {name}, {hidden}");
            return Err(case.bad(why));
        }
    }
    let problem = LinearAttention { q_heads, ..LinearAttention::new(batch, kv_heads, len, hidden / q_heads) }
        .v_dim(v_hidden / kv_heads);
    // Head counts are at most 2^32 / 1, their products with sizes are those of the file.
    case.check_shape("key", &[batch, len, kv_heads.saturating_mul(problem.qk_dim)])?;
    case.check_shape("value", &[batch, len, v_hidden])?;
    Ok(problem)
}

fn rule(case: &Case, p: &LinearAttention) -> Result<(UpdateRule, Decay)> {
    let name = case.attributes.text("update_rule")?.unwrap_or("gated_delta");
    let (gated, rule) = match name {
        "linear" => (false, UpdateRule::Add),
        "gated" => (true, UpdateRule::Add),
        "delta" => (false, UpdateRule::Delta),
        "gated_delta" => (true, UpdateRule::Delta),
        other => {
            let why = "ONNX defines linear, gated, delta and gated_delta";
            return Err(Error::unsupported(format!("update_rule {other:?}"), why));
        }
    };
    let given = |name: &str| case.inputs.contains_key(name);
    for (input, wanted) in [("decay", gated), ("beta", rule == UpdateRule::Delta)] {
        if given(input) != wanted {
            let verb = if wanted { "requires" } else { "forbids" };
            return Err(case.bad(format!("update_rule {name} {verb} the input {input}")));
        }
    }
    if !gated {
        return Ok((rule, Decay::None));
    }
    let channels = p.kv_heads.saturating_mul(p.qk_dim);
    // ONNX takes the shorter form where both fit.
    let last = last_axis(case, "decay", [p.kv_heads, channels])?;
    case.check_shape("decay", &[p.batch, p.len, last])?;
    Ok((rule, if last == p.kv_heads { Decay::PerToken } else { Decay::PerChannel }))
}

/// One rate a head, or one a token.
fn beta(case: &Case, p: &LinearAttention) -> Result<Layout> {
    let last = last_axis(case, "beta", [p.kv_heads, 1])?;
    case.check_shape("beta", &[p.batch, p.len, last])?;
    let shared = Layout { offset: 0, strides: [p.len.into(), 0, 1] };
    Ok(if last == p.kv_heads { p.beta_layout } else { shared })
}

/// Size of the last axis of an input that may have one of two.
fn last_axis(case: &Case, name: &str, sizes: [u32; 2]) -> Result<u32> {
    let last = case.input(name)?.shape.last().copied().unwrap_or(0);
    if !sizes.contains(&last) {
        let [one, other] = sizes;
        return Err(case.bad(format!("{name}: the last axis must be {one} or {other}, not {last}")));
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::Element;
    use crate::conformance::run::plan;

    #[test]
    fn gradients_are_computed_where_one_is_expected() {
        let f32s = Element::Float(DType::F32);
        let attributes = r#"{"q_num_heads":2,"kv_num_heads":1,"update_rule":"delta"}"#;
        let written = |expected: &str| {
            let tensors: [(&str, Element, &[u32]); 6] = [
                ("query", f32s, &[1, 5, 8]),
                ("key", f32s, &[1, 5, 4]),
                ("value", f32s, &[1, 5, 6]),
                ("beta", f32s, &[1, 5, 1]),
                ("grad_output", f32s, &[1, 5, 12]),
                (expected, f32s, &[1, 5, 4]),
            ];
            let case = Case::of_zeros("LinearAttention", attributes, &tensors);
            let tensors = plan(&case, &DeviceCaps::webgpu_minimum()).unwrap().tensors;
            tensors.into_iter().filter(|t| t.2).map(|t| t.0).collect::<Vec<_>>()
        };
        let forward = [Role::O, Role::StateOut];
        assert_eq!(written("expected.output"), forward);
        let gradients = [Role::GradQ, Role::GradK, Role::GradV, Role::GradBeta];
        assert_eq!(written("expected.grad_key"), [&forward[..], &gradients].concat());
    }

    #[test]
    fn a_gradient_of_another_shape_is_an_error_though_nothing_asks_for_it() {
        let f32s = Element::Float(DType::F32);
        let attributes = r#"{"q_num_heads":1,"kv_num_heads":1,"update_rule":"linear"}"#;
        let planned = |name: &str, shape: &[u32]| {
            let row: &[u32] = &[1, 5, 4];
            let tensors = [("query", f32s, row), ("key", f32s, row), ("value", f32s, row)];
            let others = [(name, f32s, shape), ("expected.output", f32s, row)];
            let case = Case::of_zeros("LinearAttention", attributes, &[&tensors[..], &others].concat());
            plan(&case, &DeviceCaps::webgpu_minimum())
        };
        assert!(planned("grad_output", &[1, 5, 4]).is_ok());
        for (name, shape) in [("grad_output", &[1, 6, 4][..]), ("grad_present_state", &[1, 4, 4])] {
            let refused = planned(name, shape).map(|_| ());
            assert!(
                matches!(&refused, Err(Error::Mismatch { what, .. }) if what.contains(name)),
                "{refused:?}"
            );
        }
    }
}
