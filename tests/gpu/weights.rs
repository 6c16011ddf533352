//! Weight functions, normalisers and forms of the score, by every tiled kernel.

use crate::cases::{Case, problem};
use crate::runner::{KERNELS, ROUTES, Route, run_on};
use wgpu_attention::{
    Alignment, Attention, DType, MaskShape, Normaliser, PairFunction, ScoreOutput, ScoreStage, WeightFunction,
};

fn base() -> Attention {
    problem([2, 4, 2], [37, 70], [12, 20])
}

/// One route a kernel and a split; not `naive`, which only knows softmax.
fn routes(splits: bool) -> Vec<Route> {
    let split = if splits { Some(ROUTES[3]) } else { None };
    KERNELS[..2].iter().copied().chain(split).collect()
}

fn run(group: &str, cases: &[Case], splits: bool) {
    run_on(group, cases, |_, gpu| Some(gpu.clone()), &routes(splits));
}

fn with(p: Attention, weight: WeightFunction, normaliser: Normaliser) -> Case {
    let p = p.weights(weight, normaliser);
    let lse = matches!(normaliser, Normaliser::Sum | Normaliser::AbsSum | Normaliser::Count);
    Case::new(format!("{weight:?} by {normaliser:?}"), Attention { lse, ..p })
}

/// Causal to the end, masked, so that rows see few keys and some none.
fn hard(p: Attention) -> Attention {
    let mut p = Attention { mask: Some(MaskShape([2, 1, 37, 70])), ..p.causal() };
    p.visibility.alignment = Alignment::Offset(-3);
    p
}

#[test]
fn every_function_agrees_with_the_reference() {
    use WeightFunction::{EluPlusOne, Identity, Laplace, Relu, Sigmoid, SignedExp, Softplus, SquaredRelu};
    let cases = [
        with(hard(base()), SignedExp, Normaliser::AbsSum).amplitude(4.0),
        with(base(), Sigmoid { bias: -2.0 }, Normaliser::None),
        with(hard(base()), Sigmoid { bias: 0.0 }, Normaliser::Sum).amplitude(6.0),
        with(hard(base()), Relu, Normaliser::Count),
        with(base().dtype(DType::F16), SquaredRelu, Normaliser::Sum),
        with(hard(base()), Laplace, Normaliser::Sum),
        with(hard(base()), EluPlusOne, Normaliser::Sum),
        with(base(), Softplus, Normaliser::Sum).amplitude(12.0),
        with(hard(base()), Identity, Normaliser::AbsSum),
        with(base(), Identity, Normaliser::None),
    ];
    run("weight functions", &cases, true);
}

#[test]
fn normalisers_that_need_a_pass_first_agree_with_the_reference() {
    let moments = Normaliser::MeanDeviation { gain: 1.5, shift: 0.1, epsilon: 1e-3 };
    let sharp = Normaliser::Reweighted { offset: 0.3, power: 3.0 };
    let cases = [
        with(base(), WeightFunction::Identity, moments),
        with(base().causal(), WeightFunction::Identity, moments),
        with(base().causal(), WeightFunction::Softplus, sharp),
        with(hard(base()), WeightFunction::OverQueries, Normaliser::Sum),
        with(base(), WeightFunction::OverQueries, Normaliser::None),
    ];
    let cases = cases.map(|case| Case { problem: Attention { lse: false, ..case.problem.clone() }, ..case });
    run("statistics first", &cases, true);
    let bounded = with(base(), WeightFunction::Identity, Normaliser::SumAtLeastOne);
    run("a sum of at least one", &[bounded], false);
}

#[test]
fn an_extra_term_joins_the_denominator() {
    let one = |p: Attention| Attention { denominator: Some(1.0), ..p };
    let cases = [
        Case::new("softmax off by one", one(hard(base()))),
        with(one(base()), WeightFunction::Relu, Normaliser::Sum),
        with(one(hard(base())), WeightFunction::SignedExp, Normaliser::AbsSum),
        with(Attention { sinks: true, ..base() }, WeightFunction::EluPlusOne, Normaliser::Sum),
    ];
    run("extra terms", &cases, true);
}

#[test]
fn other_forms_of_the_score_agree_with_the_reference() {
    let of = |pair, p: Attention| Attention { pair, ..p };
    let scores = |stage, p: Attention| Attention { scores: Some(ScoreOutput { stage, rows: None }), ..p };
    let cases = [
        Case::new("distance", of(PairFunction::NegDistance, hard(base()))),
        Case::new("distance, f16", of(PairFunction::NegDistance, base().dtype(DType::F16))),
        Case::new("additive", of(PairFunction::Additive, hard(base()))),
        Case::new("additive, odd size", of(PairFunction::Additive, problem([1, 2, 1], [9, 40], [13, 5]))),
        Case::new("additive, scaled", Attention { scale: Some(0.5), ..of(PairFunction::Additive, base()) }),
        Case::new("distances as scores", scores(ScoreStage::Bias, of(PairFunction::NegDistance, base()))),
        Case::new("logs of weights", scores(ScoreStage::LogWeights, hard(base()))),
    ];
    run("forms of the score", &cases, true);
}

#[test]
fn poison_behind_masks_stays_there_and_seen_poison_comes_out() {
    let spoil = |case: Case| {
        case.edit(|_, x| {
            for row in x.mask.chunks_exact_mut(70) {
                row[5] = false;
            }
            for (data, dim) in [(&mut x.k, 12), (&mut x.v, 20)] {
                for head in data.chunks_exact_mut(70 * dim) {
                    head[5 * dim] = f64::NAN;
                }
            }
            // Seen by the last row of the first entry and head.
            x.q[36 * 12] = f64::NAN;
        })
    };
    let p = || Attention { mask: Some(MaskShape([2, 1, 37, 70])), lse: false, ..base() };
    let cases = [
        spoil(with(p(), WeightFunction::SignedExp, Normaliser::AbsSum)),
        spoil(with(p(), WeightFunction::Relu, Normaliser::Count)),
        spoil(with(p(), WeightFunction::Laplace, Normaliser::None)),
        spoil(Case::new("distance", Attention { pair: PairFunction::NegDistance, ..p() })),
    ]
    .map(|case| Case { problem: Attention { lse: false, ..case.problem.clone() }, ..case });
    run("poison", &cases, false);
}

#[test]
fn lengths_hold_for_every_function() {
    let lengths = |case: Case| {
        let problem = Attention { kv_lengths: true, lse: false, ..case.problem.clone() };
        Case { kv_lengths: vec![70, 11], problem, ..case }
    };
    let cases = [
        lengths(with(base(), WeightFunction::OverQueries, Normaliser::Sum)),
        lengths(with(base(), WeightFunction::Softplus, Normaliser::Count)),
    ];
    run("lengths", &cases, false);
}

#[test]
fn factors_of_scores_and_rows_agree_with_the_reference() {
    let factors = |shape, p: Attention| Attention { factors: Some(MaskShape(shape)), ..p };
    let weighted = |shape, p: Attention| Attention { row_weights: Some(MaskShape(shape)), ..p };
    let ragged_free = hard(base());
    let cases = [
        Case::new("factors by head", factors([1, 4, 1, 1], base())),
        Case::new(
            "factors by key, capped",
            Attention { softcap: Some(1.5), ..factors([1, 1, 1, 70], base()) },
        ),
        Case::new("factors of all", factors([2, 4, 37, 70], ragged_free)),
        Case::new("weights of heads", weighted([1, 4, 1, 1], base().causal())),
        Case::new("weights of heads and tokens", weighted([2, 4, 37, 1], hard(base()))),
        Case::new(
            "heads switched off, sinks and log-sum-exps",
            Attention { sinks: true, lse: true, ..weighted([1, 4, 1, 1], base()) },
        )
        .edit(|_, x| x.row_weights = vec![0.0, 1.0, 0.0, 0.5]),
        Case::new("heads switched off, values poisoned", weighted([1, 4, 1, 1], base())).edit(|_, x| {
            // Query heads 0 and 1 read key head 0.
            x.row_weights = vec![0.0, 0.0, 1.0, 0.5];
            let half = 70 * 20;
            x.v.chunks_exact_mut(2 * half).for_each(|entry| entry[..half].fill(f64::NAN));
        }),
    ];
    run("factors", &cases, true);
}
