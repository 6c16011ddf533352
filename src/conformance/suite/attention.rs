//! Softmax attention: the table of cases, by every kernel and tier, against the f64 reference.

use super::cases::{self, Case};
use super::{Check, hidden, inputs, twin};
use crate::conformance::Tolerance;
use crate::conformance::catalogue::Engine;
use crate::conformance::trial::{Trial, Wanted};
use crate::error::Result;
use crate::plan::{Policy, Tier, TileShape};
use crate::problem::{Attention, DType, Role};
use crate::record::HostTensors;
use crate::reference::{self, AttentionInputs};
use std::cell::OnceCell;
use std::rc::Rc;

/// A way to run the softmax engine.
#[derive(Debug, Clone, Copy)]
pub(super) struct Route {
    pub(super) kernel: &'static str,
    pub(super) tier: Tier,
    splits: u32,
    tile: Option<TileShape>,
}

pub(super) const fn route(kernel: &'static str, tier: Tier, splits: u32) -> Route {
    Route { kernel, tier, splits, tile: None }
}

/// A policy that names a kernel, a tier and one pass over the keys.
pub(super) fn by(kernel: &str, tier: Tier) -> Policy {
    Policy { kernel: Some(kernel.into()), splits: Some(1), max_tier: Some(tier), ..Policy::default() }
}

/// By every kernel and tier, in one pass over the keys and in several.
pub(super) const ROUTES: &[Route] = &[
    route("flash", Tier::Plain, 1),
    route("flash", Tier::Subgroup, 1),
    route("flash_rows", Tier::Plain, 1),
    route("naive", Tier::Plain, 1),
    route("flash", Tier::Plain, 5),
    route("flash", Tier::Subgroup, 2),
    route("flash_rows", Tier::Plain, 2),
    route("flash_rows", Tier::Subgroup, 1),
];

/// In one pass: for groups where every case asks for its own pipelines, which are slow to compile.
const KERNELS: &[Route] = ROUTES.split_at(4).0;

/// By cooperative matrices, which take inputs and outputs of f16.
pub(super) const MATRICES: &[Route] =
    &[route("flash_matrix", Tier::Matrix, 1), route("flash_matrix", Tier::Matrix, 3)];

/// By every tile that tuning may choose.
const TILES: &[Route] = &{
    let mut all = [route("", Tier::Plain, 1); TileShape::ALL.len()];
    let mut n = 0;
    while n < all.len() {
        all[n].tile = Some(TileShape::ALL[n]);
        n += 1;
    }
    all
};

impl Route {
    pub(super) fn policy(self) -> Policy {
        match self.tile {
            Some(tile) => Policy { tile: Some(tile), max_tier: Some(self.tier), ..Policy::default() },
            None => Policy { splits: Some(self.splits), ..by(self.kernel, self.tier) },
        }
    }

    pub(super) fn name(self) -> String {
        if let Some(tile) = self.tile {
            return format!("tile {tile}");
        }
        let tier = if self.tier == Tier::Plain { String::new() } else { format!(" {}", self.tier) };
        let splits = if self.splits == 1 { String::new() } else { format!(" in {} parts", self.splits) };
        format!("{}{tier}{splits}", self.kernel)
    }
}

/// A part of the table: its name, its cases, the routes they take.
type Group = (&'static str, fn() -> Vec<Case>, &'static [Route]);

/// The table.
pub(super) fn checks() -> impl Iterator<Item = Check> {
    let groups: [Group; 15] = [
        ("lengths", cases::lengths, ROUTES),
        ("head groups", cases::groups, ROUTES),
        ("visibility", cases::visibilities, ROUTES),
        ("packed", cases::ragged, ROUTES),
        ("cache", cases::past, ROUTES),
        ("head sizes", cases::head_sizes, KERNELS),
        ("types", cases::dtypes, KERNELS),
        ("scores edited", cases::edits, KERNELS),
        ("masks", cases::masks, KERNELS),
        ("views", cases::views, KERNELS),
        ("scores out", cases::scores, KERNELS),
        ("poison", hidden::poisoned, ROUTES),
        ("empty rows", hidden::empty_rows, ROUTES),
        ("large logits", hidden::large_logits, ROUTES),
        ("tiles", tiled, TILES),
    ];
    let table = groups.into_iter().flat_map(|(group, cases, routes)| {
        cases().into_iter().flat_map(move |case| of_case(group, case, routes))
    });
    // Of types and of tiles there is one each there.
    let others = groups.into_iter().filter(|(group, ..)| !["types", "tiles"].contains(group));
    let sizes = ("model sizes", cases::model_sizes as fn() -> Vec<Case>, MATRICES);
    table.chain(others.chain([sizes]).flat_map(|(group, cases, _)| {
        cases::for_matrices(cases())
            .into_iter()
            .flat_map(move |case| of_case(&format!("matrices: {group}"), case, MATRICES))
    }))
}

/// Cases of every kind, a few of each: every tile compiles all of them.
fn tiled() -> Vec<Case> {
    let hidden = [hidden::poisoned(), hidden::empty_rows(), hidden::large_logits()];
    cases::tiles().into_iter().chain(hidden.into_iter().flat_map(|all| all.into_iter().take(1))).collect()
}

/// A case with what it must give, computed once for all routes.
struct Known {
    case: Case,
    computed: OnceCell<Result<(HostTensors, Vec<Wanted>)>>,
}

fn of_case(group: &str, case: Case, routes: &'static [Route]) -> impl Iterator<Item = Check> + use<> {
    let group = format!("softmax/{group}");
    let (name, dtype) = (format!("{group}/{}", case.name), case.problem.dtype);
    let known = Rc::new(Known { case, computed: OnceCell::new() });
    routes.iter().map(move |&route| {
        let known = known.clone();
        let build = move || {
            let (inputs, wanted) = known.computed.get_or_init(|| expectations(&known.case)).clone()?;
            let trial = Trial::of(known.case.problem.clone(), inputs).by(route.policy());
            Ok(wanted.into_iter().fold(trial, Trial::wanting))
        };
        let check = Check::trial(format!("{name}/{}", route.name()), Engine::Softmax, build);
        check.of(group.clone()).dtype(dtype).tier(route.tier)
    })
}

/// Inputs of a case and what must come out.
pub(super) fn expectations(case: &Case) -> Result<(HostTensors, Vec<Wanted>)> {
    let x = inputs::of(case);
    let host = inputs::host(&case.problem, &x)?;
    Ok((host, wanted(&case.problem, &inputs::joined(&case.problem), &x)?))
}

/// What a problem must write, by the reference's `formula` of it over the joined cache.
pub(in crate::conformance) fn wanted(
    p: &Attention,
    formula: &Attention,
    x: &AttentionInputs,
) -> Result<Vec<Wanted>> {
    let exact = reference::attention(formula, x);
    let plain = twin::attention(formula, x, &exact);
    let all = [
        (Role::O, exact.o, plain.o, p.out_dtype),
        (Role::Lse, exact.lse, plain.lse, DType::F32),
        (Role::Scores, exact.scores, plain.scores, DType::F32),
        (Role::PresentK, x.k.clone(), x.k.clone(), p.dtype),
        (Role::PresentV, x.v.clone(), x.v.clone(), p.dtype),
    ];
    let written = written(p)?;
    let kept = all.into_iter().filter(|(role, ..)| written.contains(role));
    let wanted = kept.map(|(role, values, twin, dtype)| {
        let allowed = Some(allowance(&values, &twin, dtype));
        Ok(Wanted { role, dtype, view: Some(inputs::view(p, role)?), values, allowed })
    });
    wanted.collect()
}

fn written(p: &Attention) -> Result<Vec<Role>> {
    Ok(p.tensors()?.into_iter().filter(|(_, _, written)| *written).map(|(role, ..)| role).collect())
}

/// Three times the error of plain f32, and two units in the last place of the largest value.
pub(super) fn allowance(exact: &[f64], twin: &[f64], dtype: DType) -> Tolerance {
    let finite = || exact.iter().zip(twin).filter(|(e, _)| e.is_finite());
    // Where plain f32 overflows it allows nothing.
    let own = finite().map(|(e, t)| (t - e).abs()).filter(|x| x.is_finite()).fold(0.0, f64::max);
    let largest = finite().fold(0.0f64, |m, (e, _)| m.max(e.abs()));
    Tolerance { rtol: 0.0, atol: 3.0 * own + 4.0 * dtype.epsilon() * largest }
}
