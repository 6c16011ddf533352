//! The suites.

use super::{Case, Chooser, Lists};
use crate::device::DeviceCaps;
use crate::problem::{Alignment, Attention, DType, Decay, LinearAttention, UpdateRule};

/// What to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// Dense attention of whole sequences, and what causal and window bounds save.
    Prefill,
    /// Few queries over a long cache.
    Decode,
    /// Linear attention, by chunks and token by token.
    Linear,
    /// Block lists of several densities, the choice of blocks, and a window over the length.
    Sparse,
    /// Softmax attention with its gradients, and the gradients of recurrences.
    Gradient,
    /// The engines over the length: recurrences of every rule, softmax attention, block lists.
    Crossover,
}

/// How large the calls are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A fraction of a second each on a software device: to see that all of it works.
    Quick,
    /// For shaders that run on the host's processor.
    Processor,
    /// For GPUs.
    Graphics,
}

impl Scope {
    /// The scope of a device.
    pub fn of(caps: &DeviceCaps, quick: bool) -> Self {
        match (quick, caps.cpu) {
            (true, _) => Self::Quick,
            (false, true) => Self::Processor,
            (false, false) => Self::Graphics,
        }
    }

    fn pick<T>(self, quick: T, processor: T, graphics: T) -> T {
        match self {
            Self::Quick => quick,
            Self::Processor => processor,
            Self::Graphics => graphics,
        }
    }
}

impl Suite {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Prefill, Self::Decode, Self::Linear, Self::Sparse, Self::Gradient, Self::Crossover];

    /// The name in rows and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Prefill => "prefill",
            Self::Decode => "decode",
            Self::Linear => "linear",
            Self::Sparse => "sparse",
            Self::Gradient => "gradient",
            Self::Crossover => "crossover",
        }
    }

    /// The calls.
    pub fn cases(self, scope: Scope) -> Vec<Case> {
        match self {
            Self::Prefill => prefill(scope),
            Self::Decode => decode(scope),
            Self::Linear => linear(scope),
            Self::Sparse => sparse(scope),
            Self::Gradient => gradient(scope),
            Self::Crossover => crossover(scope),
        }
    }
}

fn prefill(scope: Scope) -> Vec<Case> {
    let (heads, dim) = scope.pick((2, 64), (8, 64), (16, 128));
    let base = |len| Attention::new(1, heads, len, dim).causal();
    let case = |p: &Attention| Case::attention("prefill", p, None);
    let [short, long] = scope.pick([128, 256], [1024, 4096], [2048, 8192]);
    let mut all = Vec::new();
    for len in [short, long] {
        all.push(case(&base(len)));
        all.push(case(&base(len).dtype(DType::F16)));
    }
    all.push(case(&Attention::new(1, heads, short, scope.pick(32, 128, 64)).causal()));
    // What bounds save, at one length.
    let len = scope.pick(256, 4096, 8192);
    all.push(case(&Attention::new(1, heads, len, dim)));
    let mut window = base(len);
    window.visibility.window_left = Some(len / 8);
    all.push(case(&window));
    for kernel in ["flash", "flash_rows"] {
        all.push(case(&base(short)).by(kernel));
    }
    all.push(case(&base(short).dtype(DType::F16)).by("flash_matrix"));
    if scope == Scope::Graphics {
        all.push(case(&base(long).dtype(DType::F16)).by("flash"));
    } else {
        all.push(case(&base(short)).by("naive"));
    }
    all
}

fn decode(scope: Scope) -> Vec<Case> {
    let step = |batch, heads, keys, dim, dtype| {
        let mut p = Attention::new(batch, heads, 1, dim).kv_len(keys).dtype(dtype);
        p = p.kv_heads((heads / 8).max(1));
        p.visibility.alignment = Alignment::BottomRight;
        Case::attention("decode", &p, None)
    };
    let (heads, dim, keys) = scope.pick((8, 64, 512), (16, 64, 16_384), (64, 128, 32_768));
    let mut all = Vec::new();
    for dtype in [DType::F32, DType::F16] {
        all.push(step(1, heads, keys, dim, dtype));
    }
    all.push(step(8, heads, keys / scope.pick(1, 4, 1), dim, DType::F16));
    all.push(step(1, heads, keys / 8, dim, DType::F16));
    all
}

/// Every rule, with a decay that its published forms have.
const RULES: [(UpdateRule, Decay); 8] = [
    (UpdateRule::Add, Decay::None),
    (UpdateRule::Add, Decay::PerHead),
    (UpdateRule::Add, Decay::PerToken),
    (UpdateRule::Add, Decay::PerChannel),
    (UpdateRule::Delta, Decay::None),
    (UpdateRule::Delta, Decay::PerToken),
    (UpdateRule::Momentum, Decay::PerToken),
    (UpdateRule::RankOne, Decay::PerChannel),
];

fn linear(scope: Scope) -> Vec<Case> {
    let (heads, len, dim) = scope.pick((2, 256, 32), (8, 4096, 64), (16, 8192, 128));
    let mut all = Vec::new();
    for (rule, decay) in RULES {
        let p = LinearAttention::new(1, heads, len, dim).rule(rule).decay(decay);
        all.push(Case::linear("linear", &p));
        let kernels = ["recurrent", "recurrent_lanes", "chunk"];
        all.extend(kernels.map(|kernel| Case::linear("linear", &p).by(kernel)));
    }
    let p = LinearAttention::new(1, heads, len, dim).rule(UpdateRule::Delta).decay(Decay::PerToken);
    all.push(Case::linear("linear", &p.dtype(DType::F16)));
    all
}

fn sparse(scope: Scope) -> Vec<Case> {
    let (heads, len, dim, block) = scope.pick((1, 512, 32, 32), (1, 8192, 64, 128), (16, 8192, 128, 128));
    let dtype = scope.pick(DType::F32, DType::F32, DType::F16);
    let p = Attention::new(1, heads, len, dim).dtype(dtype).causal();
    let mut all = vec![Case::attention("sparse", &p, None)];
    for density in [0.5, 0.25, 0.125, 0.0625] {
        all.push(Case::attention("sparse", &p, Some(Lists::new(len, block, density))));
    }
    for each_query in [true, false] {
        all.push(Case::choice("sparse", &p, Chooser { each_query, block, top_k: len / block / 8 }));
    }
    let longest = scope.pick(512, 32_768, 65_536);
    for len in std::iter::successors(Some(longest / 8), |n| (n * 2 <= longest).then_some(n * 2)) {
        let mut window = Attention::new(1, heads, len, dim).dtype(dtype).causal();
        window.visibility.window_left = Some(scope.pick(31, 511, 1023));
        all.push(Case::attention("sparse", &window, None));
    }
    all
}

fn gradient(scope: Scope) -> Vec<Case> {
    let (heads, dim) = scope.pick((2, 64), (8, 64), (16, 128));
    let base = |len| Attention::new(1, heads, len, dim).causal();
    let case = |p: &Attention| Case::gradient("gradient", p);
    let [short, long] = scope.pick([128, 256], [1024, 4096], [2048, 8192]);
    let mut all = vec![case(&base(short)), case(&base(long)), case(&base(short).dtype(DType::F16))];
    all.push(case(&Attention::new(1, heads, short, scope.pick(32, 128, 64)).causal()));
    all.push(case(&base(short).kv_heads(heads / 2)));
    let mut window = base(long);
    window.visibility.window_left = Some(long / 8);
    all.push(case(&window));
    all.extend(["gradient", "gradient_rows"].map(|kernel| case(&base(short)).by(kernel)));
    let len = scope.pick(256, 2048, 8192);
    for (rule, decay) in
        RULES.into_iter().filter(|(rule, _)| matches!(rule, UpdateRule::Add | UpdateRule::Delta))
    {
        let p = LinearAttention::new(1, heads, len, dim).rule(rule).decay(decay);
        all.push(Case::linear_gradient("gradient", &p));
    }
    all
}

fn crossover(scope: Scope) -> Vec<Case> {
    let (heads, dim) = scope.pick((1, 32), (2, 64), (16, 128));
    let (shortest, longest) = scope.pick((128, 512), (128, 65_536), (512, 65_536));
    // What grows with the square of the length ends where it takes seconds.
    let longest_pairs = scope.pick(512, 8192, 65_536);
    let doubled = |n: &u32| (n * 2 <= longest).then_some(n * 2);
    let mut all = Vec::new();
    for len in std::iter::successors(Some(shortest), doubled) {
        if len <= longest_pairs {
            let p = Attention::new(1, heads, len, dim).causal();
            all.push(Case::attention("crossover", &p, None));
            all.push(Case::attention("crossover", &p, Some(Lists::new(len, 64, 0.125))));
        }
        for (rule, decay) in RULES {
            let p = LinearAttention::new(1, heads, len, dim).rule(rule).decay(decay);
            all.push(Case::linear("crossover", &p));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_suite_measures_a_call_twice() {
        for scope in [Scope::Quick, Scope::Processor, Scope::Graphics] {
            for suite in Suite::ALL {
                let cases = suite.cases(scope);
                let names: BTreeSet<_> = cases.iter().map(|c| (&c.call, c.kernel)).collect();
                assert_eq!(names.len(), cases.len(), "{suite:?} {scope:?}");
                assert!(cases.iter().all(|c| c.suite == suite.name() && !c.is_empty()));
            }
        }
    }
}
