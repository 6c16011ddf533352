//! Gradients of softmax attention: the table of cases, by every kernel, against the f64 reference.

use super::attention::{Route, allowance, route};
use super::cases::{self, Case};
use super::{Check, hidden, inputs, twin};
use crate::conformance::catalogue::Engine;
use crate::conformance::guard::View;
use crate::conformance::trial::{Noise, Trial, Wanted};
use crate::error::Result;
use crate::kernels::AttentionGradient;
use crate::plan::{Problem, Tier};
use crate::problem::{Alignment, Attention, BlockList, DType, MaskShape, PARTIAL, Pattern, Role};
use crate::record::HostTensors;
use crate::reference::{self, AttentionInputs, PatternTables};
use crate::shader::{Hook, HookInput, HookKind};
use crate::systems::BlockSparseGradient;
use std::cell::OnceCell;
use std::rc::Rc;

/// The kernels and their tiers.
const ROUTES: [Route; 3] = [
    route("gradient", Tier::Plain, 1),
    route("gradient_rows", Tier::Plain, 1),
    route("gradient_rows", Tier::Subgroup, 1),
];

/// A part of the table: its name, what of it a sample takes one of, its cases, and whether the output is
/// computed in the same plan.
type Group = (&'static str, &'static str, fn() -> Vec<Case>, bool);

/// From exact outputs, so that what is compared is the gradients' own error; and with the forward pass.
const GROUPS: [Group; 15] = [
    ("lengths", "shapes", cases::lengths, false),
    ("head groups", "shapes", cases::groups, false),
    ("visibility", "shapes", cases::visibilities, false),
    ("packed", "shapes", cases::ragged, false),
    ("head sizes", "shapes", cases::head_sizes, false),
    ("types", "shapes", cases::dtypes, false),
    ("scores edited", "shapes", cases::edits, false),
    ("masks", "shapes", cases::masks, false),
    ("views", "shapes", cases::views, false),
    ("cache", "shapes", cases::past, false),
    ("poison", "shapes", hidden::poisoned, false),
    ("empty rows", "shapes", hidden::empty_rows, false),
    ("large logits", "with the forward pass", hidden::large_logits, true),
    ("tiles", "shapes", cases::tiles, false),
    ("with the forward pass", "with the forward pass", with_forward, true),
];

/// Some of every kind: each compiles a forward pass too.
fn with_forward() -> Vec<Case> {
    let firsts: [fn() -> Vec<Case>; 4] = [cases::tiles, cases::ragged, cases::dtypes, cases::groups];
    let firsts = firsts.into_iter().flat_map(|all| all().into_iter().take(2));
    firsts.chain(cases::scores().into_iter().step_by(5)).collect()
}

pub(super) fn checks() -> impl Iterator<Item = Check> {
    let table = GROUPS.into_iter().flat_map(|(group, kind, cases, forward)| {
        let known = move |case: &Case| {
            AttentionGradient { forward, ..AttentionGradient::new(case.problem.clone()) }.validate().is_ok()
        };
        cases().into_iter().filter(known).flat_map(move |case| of_case(group, kind, case, forward))
    });
    table.chain(hooked()).chain(sparse())
}

/// Soft caps as a `score_mod` with its derivative, behind other edits that move the score.
fn hooked() -> impl Iterator<Item = Check> {
    let source = "fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
        return cap * tanh(score / cap);
    }
    fn score_mod_slope(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
        let x = tanh(score / cap);
        return 1.0 - x * x;
    }";
    let capped =
        cases::edits().into_iter().filter(|case| case.problem.softcap == Some(1.5) && !case.problem.alibi);
    capped.flat_map(move |case| {
        let name = format!("gradients/hooks/{} as a score_mod", case.name);
        let known = Rc::new(case);
        ROUTES.into_iter().map(move |route| {
            let case = known.clone();
            let build = move || {
                let (formula, x) = (&case.problem, inputs::of(&case));
                let cap = ("cap", HookInput::F32(formula.softcap.unwrap_or_default()));
                let hook = Hook::with_inputs(HookKind::ScoreMod, source, &[cap])?;
                let p = Attention { softcap: None, ..formula.clone() }.hook(hook);
                let host = inputs::host(&p, &x)?;
                let gradient = AttentionGradient::new(p);
                let (outputs, wanted) = expected(&gradient, formula, &x)?;
                let trial = Trial::of(gradient, joined(host, outputs)).by(route.policy());
                Ok(wanted.into_iter().fold(trial, Trial::wanting))
            };
            let check = Check::trial(format!("{name}/{}", route.name()), Engine::Softmax, build);
            check.of("gradients/shapes").tier(route.tier)
        })
    })
}

fn of_case(group: &str, kind: &str, case: Case, forward: bool) -> impl Iterator<Item = Check> + use<> {
    let kind = format!("gradients/{kind}");
    let (name, dtype) = (format!("gradients/{group}/{}", case.name), case.problem.dtype);
    let widest = case.problem.qk_dim.max(case.problem.v_dim);
    let known = Rc::new((case, OnceCell::new()));
    // How threads are numbered has nothing to do with types.
    let taken = move |route: &Route| {
        (route.kernel == "gradient" || widest <= 128) && (route.tier == Tier::Plain || dtype == DType::F32)
    };
    ROUTES.into_iter().filter(taken).map(move |route| {
        let known = known.clone();
        let build = move || {
            let (case, computed): &(Case, OnceCell<Result<Expected>>) = &known;
            let p = &case.problem;
            let own = AttentionGradient::new(p.clone()).grad_dtype(p.dtype);
            let all = AttentionGradient { forward, grad_bias: p.bias.is_some(), ..own };
            let (inputs, wanted) = computed.get_or_init(|| expectations(case, &all)).clone()?;
            // By masks one kernel has them.
            let grad_bias = all.grad_bias && route.kernel == "gradient";
            let trial = Trial::of(AttentionGradient { grad_bias, ..all }, inputs).by(route.policy());
            let wanted = wanted.into_iter().filter(|w| grad_bias || w.role != Role::GradBias);
            Ok(wanted.fold(trial, Trial::wanting))
        };
        let check = Check::trial(format!("{name}/{}", route.name()), Engine::Softmax, build);
        check.of(kind.clone()).dtype(dtype).tier(route.tier)
    })
}

/// Inputs, and what must come out.
type Expected = (HostTensors, Vec<Wanted>);

/// Tensors as bytes.
type Bytes = Vec<(Role, Vec<u8>)>;

fn expectations(case: &Case, gradient: &AttentionGradient) -> Result<Expected> {
    let (p, x) = (&case.problem, inputs::of(case));
    let (outputs, wanted) = expected(gradient, &inputs::joined(p), &x)?;
    Ok((joined(inputs::host(p, &x)?, outputs), wanted))
}

/// What gradients read beside what the attention does, and what they must be, by the reference's `formula` of
/// it.
pub(in crate::conformance) fn expected(
    gradient: &AttentionGradient,
    formula: &Attention,
    x: &AttentionInputs,
) -> Result<(Bytes, Vec<Wanted>)> {
    let (p, forward) = (&gradient.attention, gradient.forward);
    let exact = reference::attention(formula, x);
    let grad_o = Noise::new(11).rounded(p.out_dtype, exact.o.len(), 1.0);
    let mut read = vec![(Role::GradO, inputs::view(p, Role::O)?.packed(&grad_o))];
    let mut wanted = Vec::new();
    if forward {
        wanted = super::attention::wanted(p, formula, x)?;
    } else {
        read.push((Role::O, inputs::view(p, Role::O)?.packed(&exact.o)));
        read.push((Role::Lse, inputs::view(p, Role::Lse)?.packed(&exact.lse)));
    }
    let want = reference::attention_gradient(formula, x, &grad_o);
    let plain = twin::gradient(formula, x, &exact, &grad_o, forward, &want);
    for (role, of, values, plain) in [
        (Role::GradQ, Role::Q, want.q, plain.q),
        (Role::GradK, Role::K, want.k, plain.k),
        (Role::GradV, Role::V, want.v, plain.v),
    ] {
        let of = match of {
            Role::K if p.past_len.is_some() => Role::PresentK,
            Role::V if p.past_len.is_some() => Role::PresentV,
            of => of,
        };
        let view = Some(View { dtype: p.dtype, ..inputs::view(p, of)? });
        let allowed = Some(allowance(&values, &plain, p.dtype));
        wanted.push(Wanted { role, dtype: p.dtype, values, view, allowed });
    }
    for (there, role, values, plain) in [
        (gradient.grad_sinks, Role::GradSinks, want.sinks, plain.sinks),
        (gradient.grad_bias, Role::GradBias, want.bias, plain.bias),
    ] {
        if there {
            let allowed = Some(allowance(&values, &plain, DType::F32));
            wanted.push(Wanted { role, dtype: DType::F32, values, view: None, allowed });
        }
    }
    Ok((read, wanted))
}

pub(in crate::conformance) fn joined(host: HostTensors, more: Bytes) -> HostTensors {
    more.into_iter().fold(host, |host, (role, bytes)| host.bytes(role, bytes))
}

/// Gradients by all kernels of attention that shows the pairs of a mask, in whatever form; `hidden` says how.
fn under_mask<P: Problem + 'static>(
    name: String,
    p: Attention,
    hidden: impl Fn(&Attention) -> Result<(AttentionGradient, Vec<bool>, HostTensors)> + Clone + 'static,
    problem: impl Fn(AttentionGradient) -> P + Clone + 'static,
) -> impl Iterator<Item = Check> {
    let name = format!("gradients/{name}");
    ROUTES.into_iter().map(move |route| {
        let (p, hidden, problem) = (p.clone(), hidden.clone(), problem.clone());
        let build = move || {
            let x = inputs::of(&Case::new("gradients", p.clone()));
            let (gradient, mask, lists) = hidden(&p)?;
            let shape = MaskShape([p.batch, p.q_heads, p.q_len, p.kv_len]);
            let dense = Attention { mask: Some(shape), ..p.clone() };
            let x = AttentionInputs { mask, ..x };
            let (outputs, wanted) = expected(&gradient, &dense, &x)?;
            let host = [Role::Q, Role::K, Role::V]
                .into_iter()
                .try_fold(lists, |host, role| Ok(host.bytes(role, inputs::bytes(&p, &x, role)?)))?;
            let trial = Trial::of(problem(gradient), joined(host, outputs)).by(route.policy());
            Ok(wanted.into_iter().fold(trial, Trial::wanting))
        };
        Check::trial(format!("{name}/{}", route.name()), Engine::Softmax, build).tier(route.tier)
    })
}

/// Block masks, lists of which a selection hides parts, single keys, and patterns.
fn sparse() -> impl Iterator<Item = Check> {
    let mut grouped = Attention::new(2, 4, 75, 20).kv_heads(2).kv_len(130).with_lse().causal();
    grouped.visibility.alignment = Alignment::BottomRight;
    let masked = [(16, 48), (7, 5)].into_iter().flat_map(move |(block_q, block_kv)| {
        let hidden = move |p: &Attention| {
            let blocks = p.batch * p.q_heads * p.q_len.div_ceil(block_q) * p.kv_len.div_ceil(block_kv);
            let mut noise = Noise::new(9);
            let blocks: Vec<bool> = (0..blocks).map(|_| noise.below(5) < 2).collect();
            let gradient = AttentionGradient::new(p.clone()).with_forward();
            let mask = reference::expand_block_mask(p, block_q, block_kv, &blocks);
            Ok((gradient, mask, HostTensors::new().bools(Role::BlockMask, &blocks)))
        };
        let problem = move |gradient| BlockSparseGradient { gradient, block_q, block_kv };
        let name = format!("block masks/{block_q} queries x {block_kv} keys");
        under_mask(name, grouped.clone(), hidden, problem)
    });
    let p = Attention::new(2, 4, 45, 8).kv_heads(2).kv_len(70).with_lse();
    let listed = [(16, 16), (1, 1)].into_iter().flat_map(move |(block_q, block_kv)| {
        let hidden = move |p: &Attention| selected(p, block_q, block_kv);
        let name = format!("lists with a selection/{block_q} queries x {block_kv} keys");
        under_mask(name, p.clone(), hidden, |gradient| gradient)
    });
    let patterns = [
        ("sinks", Pattern::sinks(3, 10)),
        ("strided", Pattern::strided(23)),
        ("neighbourhood", Pattern::neighbourhood(&[10, 15], &[5, 3], &[1, 2], &[false, false])),
    ];
    let patterns = patterns.into_iter().flat_map(|(name, pattern)| {
        let mut p = Attention::new(1, 2, 150, 8).kv_heads(1).kv_len(140).with_lse();
        p.visibility.alignment = Alignment::BottomRight;
        let hidden = move |p: &Attention| {
            let shown = Attention { pattern: Some(pattern.clone()), ..p.clone() };
            let mask = reference::pattern_mask(&shown, &Default::default());
            Ok((AttentionGradient::new(shown), mask, HostTensors::new()))
        };
        under_mask(format!("patterns/{name}"), p, hidden, |gradient| gradient)
    });
    let mut by_head = Attention::new(1, 4, 70, 8).kv_heads(2).with_lse();
    by_head.visibility.alignment = Alignment::BottomRight;
    let windows = vec![0, 3, 10, 0, 140, u32::MAX, 2, 2];
    let by_head = under_mask(
        "patterns/windows of heads".into(),
        by_head,
        move |p: &Attention| {
            let shown = Attention { pattern: Some(Pattern::HeadWindows), ..p.clone() };
            let tables = PatternTables { head_windows: windows.clone(), ..Default::default() };
            let mask = reference::pattern_mask(&shown, &tables);
            let given = HostTensors::new().indices(Role::HeadWindows, &windows);
            Ok((AttentionGradient::new(shown), mask, given))
        },
        |gradient| gradient,
    );
    masked.chain(by_head).chain(listed).chain(patterns).map(|c| c.of("gradients/sparse"))
}

/// Lists that two query heads share, some of whose blocks only some queries see.
fn selected(
    p: &Attention,
    block_q: u32,
    block_kv: u32,
) -> Result<(AttentionGradient, Vec<bool>, HostTensors)> {
    let (rows, blocks, group) = (p.q_len as usize, p.kv_len.div_ceil(block_kv) as usize, p.group() as usize);
    let mut noise = Noise::new(4);
    let heads = (p.batch * p.kv_heads) as usize;
    let chosen: Vec<bool> = (0..heads * rows * blocks).map(|_| noise.below(5) < 2).collect();
    let (mut spans, mut entries) = (Vec::new(), Vec::new());
    for head in 0..heads {
        for first in (0..rows).step_by(block_q as usize) {
            let queries = first..(first + block_q as usize).min(rows);
            let from = entries.len() as u32;
            for block in 0..blocks {
                let seen = queries.clone().filter(|i| chosen[(head * rows + i) * blocks + block]).count();
                // Blocks that all queries see are whole.
                let partly = if seen < queries.len() { PARTIAL } else { 0 };
                if seen > 0 {
                    entries.push(block as u32 | partly);
                }
            }
            spans.extend([from, entries.len() as u32]);
        }
    }
    let words: Vec<u32> = chosen
        .chunks(blocks)
        .flat_map(|row| row.chunks(32))
        .map(|word| word.iter().enumerate().fold(0, |w, (n, &on)| w | u32::from(on) << n))
        .collect();
    let mask = (0..heads * group * rows * p.kv_len as usize).map(|at| {
        let (j, row) = (at % p.kv_len as usize, at / p.kv_len as usize);
        chosen[((row / rows / group) * rows + row % rows) * blocks + j / block_kv as usize]
    });
    let list = BlockList::new(p, block_q, block_kv, entries.len() as u32);
    let list = BlockList { heads: p.kv_heads, selection_heads: Some(p.kv_heads), ..list };
    let host = HostTensors::new().indices(Role::BlockSpans, &spans).indices(Role::BlockEntries, &entries);
    let attention = Attention { blocks: Some(list), ..p.clone() };
    Ok((AttentionGradient::new(attention), mask.collect(), host.indices(Role::Selection, &words)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_cases_of_all_kernels() {
        for (group, ..) in GROUPS {
            for route in ROUTES {
                let of = |c: &Check| {
                    c.name.starts_with(&format!("gradients/{group}/")) && c.name.ends_with(&route.name())
                };
                assert!(checks().any(|c| of(&c)), "{group} by {}", route.name());
            }
        }
    }
}
