//! Published systems that the library expresses: what each is, how it is composed, and a trial
//! of it against the formula of its paper.

use super::textbook;
use super::trial::Trial;
use std::fmt;

/// A published mechanism.
#[derive(Debug, Clone, Copy)]
pub struct System {
    /// Its name in commands: lower case with hyphens.
    pub name: &'static str,
    /// Its name in text.
    pub title: &'static str,
    /// Authors, year and title or arXiv number.
    pub paper: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// The engine that does most of its work.
    pub engine: Engine,
    /// What it is composed of, in the library's terms.
    pub parts: &'static str,
    /// The public function or type that builds it, below `wgpu_attention`.
    pub builder: &'static str,
    /// A small problem of it, random inputs, and outputs by the formula of the paper.
    pub trial: fn() -> Trial,
}

/// Families of mechanisms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Exact softmax attention.
    Exact,
    /// Linear attention.
    Linear,
    /// State-space models and gated recurrences.
    StateSpace,
    /// Sparse, windowed and block-gated attention.
    Sparse,
    /// Decoding and key-value caches.
    Decoding,
    /// A sequence shared by devices.
    Sharded,
    /// Positions and biases.
    Positions,
    /// Head structure.
    Heads,
    /// Normalisers and edits of weights.
    Weights,
    /// Other operators.
    Other,
    /// What analysis needs.
    Analysis,
}

impl Family {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 11] = [
        Self::Exact,
        Self::Linear,
        Self::StateSpace,
        Self::Sparse,
        Self::Decoding,
        Self::Sharded,
        Self::Positions,
        Self::Heads,
        Self::Weights,
        Self::Other,
        Self::Analysis,
    ];
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Exact => "Exact softmax attention",
            Self::Linear => "Linear attention",
            Self::StateSpace => "State-space models and gated recurrences",
            Self::Sparse => "Sparse, windowed and block-gated attention",
            Self::Decoding => "Decoding and key-value caches",
            Self::Sharded => "Sequence shared by devices",
            Self::Positions => "Positions and biases",
            Self::Heads => "Head structure",
            Self::Weights => "Normalisers and edits of weights",
            Self::Other => "Other operators",
            Self::Analysis => "Analysis",
        })
    }
}

/// The engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Engine {
    /// Tiled softmax attention.
    Softmax,
    /// A state carried along the sequence.
    Recurrence,
    /// Blocks chosen by scores, then the softmax engine.
    Selection,
    /// Partial results joined.
    Merge,
    /// Operators around the engines: convolution, rotary embedding, copies.
    Operator,
}

impl Engine {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 5] =
        [Self::Softmax, Self::Recurrence, Self::Selection, Self::Merge, Self::Operator];
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Softmax => "softmax",
            Self::Recurrence => "recurrence",
            Self::Selection => "selection",
            Self::Merge => "merge",
            Self::Operator => "operator",
        })
    }
}

/// Every system, by family and then in the order of the files in `textbook/`.
pub fn systems() -> Vec<&'static System> {
    let mut all: Vec<&'static System> = textbook::GROUPS.iter().flat_map(|group| group.iter()).collect();
    all.sort_by_key(|s| s.family);
    all
}

/// The system of that name.
pub fn system(name: &str) -> Option<&'static System> {
    systems().into_iter().find(|s| s.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_of_commands_and_differ() {
        let mut seen = std::collections::BTreeSet::new();
        for s in systems() {
            assert!(s.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            assert!(seen.insert(s.name), "{} stands twice", s.name);
            assert!(
                !s.title.is_empty() && !s.paper.is_empty() && !s.parts.is_empty() && !s.builder.is_empty()
            );
        }
    }

    #[test]
    fn every_trial_compares_numbers_that_are_not_all_alike() {
        for s in systems() {
            let trial = (s.trial)();
            let wanted: Vec<_> = trial.steps.iter().flat_map(|step| &step.wanted).collect();
            assert!(!wanted.is_empty(), "{} compares nothing", s.name);
            for w in wanted {
                let differ = w.values.iter().any(|x| *x != w.values[0]);
                assert!(differ && !w.values.iter().any(|x| x.is_nan()), "{}: {}", s.name, w.role);
            }
        }
    }
}
