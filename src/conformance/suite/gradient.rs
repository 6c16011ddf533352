//! Gradients of softmax attention: the table of cases, by every kernel, against the f64 reference.

use super::attention::{allowance, by};
use super::cases::{self, Case};
use super::{Check, hidden, inputs, twin};
use crate::conformance::catalogue::Engine;
use crate::conformance::guard::View;
use crate::conformance::trial::{Noise, Trial, Wanted};
use crate::error::Result;
use crate::kernels::AttentionGradient;
use crate::plan::Tier;
use crate::problem::Role;
use crate::record::HostTensors;
use crate::reference;
use std::cell::OnceCell;
use std::rc::Rc;

/// The kernels.
const KERNELS: [&str; 2] = ["gradient", "gradient_rows"];

/// A part of the table: its name, its cases, and whether the output is computed in the same plan.
type Group = (&'static str, fn() -> Vec<Case>, bool);

/// From exact outputs, so that what is compared is the gradients' own error; and with the forward pass.
const GROUPS: [Group; 14] = [
    ("lengths", cases::lengths, false),
    ("head groups", cases::groups, false),
    ("visibility", cases::visibilities, false),
    ("packed", cases::ragged, false),
    ("head sizes", cases::head_sizes, false),
    ("types", cases::dtypes, false),
    ("scores edited", cases::edits, false),
    ("masks", cases::masks, false),
    ("views", cases::views, false),
    ("poison", hidden::poisoned, false),
    ("empty rows", hidden::empty_rows, false),
    ("large logits", hidden::large_logits, true),
    ("tiles", cases::tiles, false),
    ("with the forward pass", with_forward, true),
];

/// Some of every kind: each compiles a forward pass too.
fn with_forward() -> Vec<Case> {
    let firsts: [fn() -> Vec<Case>; 4] = [cases::tiles, cases::ragged, cases::dtypes, cases::groups];
    firsts.into_iter().flat_map(|all| all().into_iter().take(2)).collect()
}

pub(super) fn checks() -> impl Iterator<Item = Check> {
    GROUPS.into_iter().flat_map(|(group, cases, forward)| {
        let known = |case: &Case| AttentionGradient::new(case.problem.clone()).validate().is_ok();
        cases().into_iter().filter(known).flat_map(move |case| of_case(group, case, forward))
    })
}

fn of_case(group: &str, case: Case, forward: bool) -> impl Iterator<Item = Check> + use<> {
    let group = format!("gradients/{group}");
    let (name, dtype) = (format!("{group}/{}", case.name), case.problem.dtype);
    let widest = case.problem.qk_dim.max(case.problem.v_dim);
    let known = Rc::new((case, OnceCell::new()));
    let kernels = KERNELS.into_iter().filter(move |&kernel| kernel == "gradient" || widest <= 128);
    kernels.map(move |kernel| {
        let known = known.clone();
        let build = move || {
            let (case, computed): &(Case, OnceCell<Result<Expected>>) = &known;
            let (inputs, wanted) = computed.get_or_init(|| expectations(case, forward)).clone()?;
            let problem = AttentionGradient { forward, ..AttentionGradient::new(case.problem.clone()) };
            let trial = Trial::of(problem, inputs).by(by(kernel, Tier::Plain));
            Ok(wanted.into_iter().fold(trial, Trial::wanting))
        };
        let check = Check::trial(format!("{name}/{kernel}"), Engine::Softmax, build);
        check.of(group.clone()).dtype(dtype).tier(Tier::Plain)
    })
}

/// Inputs, and what must come out.
type Expected = (HostTensors, Vec<Wanted>);

fn expectations(case: &Case, forward: bool) -> Result<Expected> {
    let (p, x) = (&case.problem, inputs::of(case));
    let exact = reference::attention(p, &x);
    let grad_o = Noise::new(11).rounded(p.out_dtype, exact.o.len(), 1.0);
    let mut host = inputs::host(p, &x)?.bytes(Role::GradO, inputs::view(p, Role::O)?.packed(&grad_o));
    let mut wanted = Vec::new();
    if forward {
        wanted = super::attention::wanted(p, p, &x)?;
    } else {
        host = host.bytes(Role::O, inputs::view(p, Role::O)?.packed(&exact.o));
        host = host.bytes(Role::Lse, inputs::view(p, Role::Lse)?.packed(&exact.lse));
    }
    let want = reference::attention_gradient(p, &x, &grad_o);
    let plain = twin::gradient(p, &x, &exact, &grad_o, forward, &want);
    for (role, of, values, plain) in [
        (Role::GradQ, Role::Q, want.q, plain.q),
        (Role::GradK, Role::K, want.k, plain.k),
        (Role::GradV, Role::V, want.v, plain.v),
    ] {
        let view = Some(View { dtype: p.dtype, ..inputs::view(p, of)? });
        let allowed = Some(allowance(&values, &plain, p.dtype));
        wanted.push(Wanted { role, dtype: p.dtype, values, view, allowed });
    }
    Ok((host, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_cases_of_both_kernels() {
        for (group, ..) in GROUPS {
            for kernel in KERNELS {
                let of = |c: &Check| c.group == format!("gradients/{group}") && c.name.ends_with(kernel);
                assert!(checks().any(|c| of(&c)), "{group} by {kernel}");
            }
        }
    }
}
