//! The parts of the tiled kernels that make weights of scores.

use super::attention::AttentionParams;
use super::edits::Edits;
use super::io::KeyIo;
use super::{flash, statistics};
use crate::problem::{Attention, Normaliser, Statistic, WeightFunction};
use crate::record::Slot;
use crate::shader::{self, Access, Binding, Fragment, HookKind};

/// Links a pass that finds the weights itself: the function, what it is adjusted by, the mass it is
/// divided by. `stats` are the numbers an earlier pass found.
pub(crate) fn link(p: &Attention, io: &mut KeyIo<'_>, edits: &mut Edits, stats: Option<Slot>) {
    match p.weight {
        WeightFunction::Exp => io.key.fragments.push(shader::ONLINE),
        WeightFunction::SignedExp => io.key.fragments.push(shader::SIGNED),
        function => {
            io.key.fragments.extend([shader::EACH, shader::WEIGHT_KEPT, adjust(p)]);
            io.key.fragments.extend(of_each(function));
        }
    }
    if let Some(slot) = stats {
        io.key.bindings.push(Binding { name: "stats", element: "vec2<f32>", access: Access::Read });
        edits.add(slot, statistics::bytes(p));
    }
    io.key.fragments.extend(match p.normaliser {
        Normaliser::Sum | Normaliser::Reweighted { .. } => [shader::MASS_SUM, shader::FINISH_SUM],
        Normaliser::AbsSum => [shader::MASS_ABS, shader::FINISH_SUM],
        Normaliser::Count => [shader::MASS_COUNT, shader::FINISH_SUM],
        Normaliser::SumAtLeastOne => [shader::MASS_SUM, shader::FINISH_AT_LEAST_ONE],
        Normaliser::None | Normaliser::MeanDeviation { .. } => [shader::MASS_SUM, shader::FINISH_NONE],
    });
    edits.sink(p, io);
}

/// Links a pass over softmax weights known by their `lse`, which the user's `prob_mod` changes.
pub(crate) fn link_given(p: &Attention, io: &mut KeyIo<'_>, edits: &mut Edits, lse: Slot) {
    io.reads_lse_parts();
    edits.add(lse, 8 * flash::rows(p));
    edits.hook(p, io, HookKind::ProbMod, shader::GIVEN);
    io.key.fragments.extend([shader::MASS_SUM, shader::FINISH_GIVEN]);
}

/// The function of one score.
pub(crate) fn of_each(function: WeightFunction) -> &'static [Fragment] {
    match function {
        WeightFunction::Sigmoid { .. } => &[shader::WEIGHT_SIGMOID],
        WeightFunction::Relu => &[shader::WEIGHT_RELU],
        WeightFunction::SquaredRelu => &[shader::WEIGHT_SQUARED_RELU],
        WeightFunction::Laplace => &[shader::WEIGHT_LAPLACE],
        WeightFunction::EluPlusOne => &[shader::WEIGHT_ELU],
        WeightFunction::Softplus => &[shader::LOG_LIB, shader::WEIGHT_SOFTPLUS],
        WeightFunction::OverQueries => &[shader::WEIGHT_OVER_QUERIES],
        // Exponentials have their own running state.
        WeightFunction::Identity | WeightFunction::Exp | WeightFunction::SignedExp => {
            &[shader::WEIGHT_IDENTITY]
        }
    }
}

fn adjust(p: &Attention) -> Fragment {
    match p.statistic() {
        Some(Statistic::Moments) => shader::ADJUST_MOMENTS,
        Some(Statistic::Share) => shader::ADJUST_SHARE,
        Some(Statistic::ColumnLse) | None => shader::ADJUST_NONE,
    }
}

/// The numbers of the weight function and its normaliser.
pub(crate) fn set_params(p: &Attention, params: &mut AttentionParams) {
    params.sink = p.denominator.unwrap_or(0.0).ln();
    if let WeightFunction::Sigmoid { bias } = p.weight {
        params.weight_bias = bias;
    }
    match p.normaliser {
        Normaliser::MeanDeviation { gain, shift, epsilon } => {
            (params.gain, params.shift, params.epsilon) = (gain, shift, epsilon);
        }
        Normaliser::Reweighted { offset, power } => (params.gain, params.shift) = (power, offset),
        _ => {}
    }
}

/// Whether partial results over disjoint keys are averaged by their masses; else they are added.
/// `None` if neither is right.
pub(crate) fn merges_by_mass(p: &Attention) -> Option<bool> {
    match p.normaliser {
        Normaliser::Sum | Normaliser::AbsSum | Normaliser::Count | Normaliser::Reweighted { .. } => {
            Some(true)
        }
        Normaliser::None | Normaliser::MeanDeviation { .. } => Some(false),
        Normaliser::SumAtLeastOne => None,
    }
}
