//! Every kind of shader the plans ask for: assembled, validated, and translated to the
//! languages of all backends. No GPU is needed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod spirv_val;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use wgpu_attention::conformance::{Language, systems, validate};
use wgpu_attention::shader::{ShaderKey, Target, assemble};
use wgpu_attention::{
    Activation, Attention, BlockList, CausalConv, Choice, Code, Codes, Cohesion, CompactBlocks, DType, Decay,
    DeviceCaps, Direction, Divergence, EditRows, Error, FeatureMap, Gate, GateSums, LabelRule, Layout,
    LinearAttention, LinearGradient, MapCells, MaskShape, Merge, Normaliser, PairFunction, Pattern, Plan,
    Policy, Pool, Pooling, PrefixScan, Problem, Project, Reduction, Reorder, Reverse, Rotary, RowRule,
    RowStep, Rows, ScoreOutput, ScoreStage, Select, SelectionForm, SortCodes, StateUse, StridedCopy, Tier,
    Transform, TreeSearch, UpdateRule, Weigh, WeightFunction, WeightMap,
};
use wgpu_attention::{AttentionGradient, Hook, HookInput, HookKind, KeptMass, MaskBlocks, Scores};
use wgpu_attention::{Ceiling, Unit};

const TYPES: [DType; 3] = [DType::F32, DType::F16, DType::Bf16];

/// Devices that differ in what shaders may use.
fn devices() -> Vec<DeviceCaps> {
    let least = DeviceCaps { max_storage_buffers: 16, ..DeviceCaps::webgpu_minimum() };
    let f16 = DeviceCaps { f16: true, ..least.clone() };
    let subgroups = |min, max| DeviceCaps { subgroups: Some((min, max)), f16: true, ..least.clone() };
    vec![
        DeviceCaps { cpu: true, ..least.clone() },
        DeviceCaps { cpu: true, shared_loads: true, ..least.clone() },
        DeviceCaps {
            cpu: true,
            shared_loads: true,
            many_registers: true,
            driver: "llvmpipe Mesa 26.0.0 (LLVM 22.1.0)".into(),
            ..least.clone()
        },
        DeviceCaps { cpu: true, ..subgroups(8, 8) },
        DeviceCaps { cpu: true, shared_loads: true, many_registers: true, cores: 1, ..subgroups(8, 8) },
        least.clone(),
        f16,
        subgroups(4, 4),
        subgroups(8, 8),
        subgroups(32, 32),
        subgroups(64, 64),
        subgroups(8, 32),
        DeviceCaps { coop_sizes: vec![8], cpu: true, workgroup_memory: 32 << 10, ..subgroups(8, 8) },
        DeviceCaps { coop_sizes: vec![16], workgroup_memory: 48 << 10, ..subgroups(32, 32) },
        DeviceCaps {
            coop_sizes: vec![8],
            backend: "metal".into(),
            workgroup_memory: 32 << 10,
            ..subgroups(32, 32)
        },
    ]
}

/// One axis varied at a time.
fn attention_problems() -> Vec<Attention> {
    let base = || Attention::new(2, 4, 64, 64).kv_heads(2).with_lse();
    let mut all = vec![base()];
    for dtype in TYPES {
        all.push(base().dtype(dtype));
        all.push(Attention { out_dtype: DType::F32, ..base().dtype(dtype) });
        for dim in [3, 17, 18] {
            let mut p = Attention::new(2, 4, 64, dim).dtype(dtype);
            p.lse = true;
            all.push(p);
        }
        all.push(Attention { bias: Some((dtype, MaskShape([2, 1, 64, 64]))), ..base() });
        all.push(base().kv_len(96).dtype(dtype).past(32));
    }
    for (qk, v) in [(1, 1), (80, 128), (128, 200), (256, 256), (576, 512), (1024, 1024)] {
        all.push(Attention::new(1, 1, 64, qk).v_dim(v));
    }
    let arguments = "batch: u32, head: u32, q_idx: u32, kv_idx: u32";
    for (kind, text) in [
        (
            HookKind::ScoreMod,
            format!(
                "fn score_mod(score: f32, {arguments}) -> f32 {{ return 2.0 * score; }}
                fn score_mod_slope(score: f32, {arguments}) -> f32 {{ return 2.0; }}"
            ),
        ),
        (HookKind::MaskMod, format!("fn mask_mod({arguments}) -> bool {{ return q_idx > kv_idx; }}")),
        (HookKind::ProbMod, format!("fn prob_mod(prob: f32, {arguments}) -> f32 {{ return 0.5 * prob; }}")),
    ] {
        all.push(base().hook(Hook::new(kind, &text).unwrap()));
    }
    all.push(Attention { softcap: Some(2.0), ..base() });
    all.push(Attention { alibi: true, ..base() });
    all.push(Attention { sinks: true, ..base() });
    all.push(Attention { kv_lengths: true, ..base() });
    all.push(Attention { mask: Some(MaskShape([1, 1, 64, 64])), ..base() });
    all.push(Attention { lse: false, ..base() });
    all.push(base().ragged(90, 90));
    for stage in
        [ScoreStage::Raw, ScoreStage::Softcap, ScoreStage::Bias, ScoreStage::Weights, ScoreStage::LogWeights]
    {
        for rows in [None, Some(3)] {
            let scores = Some(ScoreOutput { stage, rows });
            all.push(Attention { scores, softcap: Some(2.0), ..base() });
            // Several rows a thread, on processors.
            let many = Attention::new(2, 4, 300, 64).kv_heads(2);
            let rows = rows.map(|_| 300);
            all.push(Attention { scores: Some(ScoreOutput { stage, rows }), ..many });
        }
    }
    let each = [
        WeightFunction::SignedExp,
        WeightFunction::OverQueries,
        WeightFunction::Sigmoid { bias: 1.0 },
        WeightFunction::Relu,
        WeightFunction::SquaredRelu,
        WeightFunction::Laplace,
        WeightFunction::EluPlusOne,
        WeightFunction::Softplus,
        WeightFunction::Identity,
    ];
    for weight in each {
        all.push(base().weights(weight, Normaliser::AbsSum));
    }
    for normaliser in [
        Normaliser::SumAtLeastOne,
        Normaliser::None,
        Normaliser::MeanDeviation { gain: 1.0, shift: 0.0, epsilon: 1e-3 },
        Normaliser::Reweighted { offset: 0.5, power: 2.0 },
    ] {
        all.push(Attention { lse: false, ..base() }.weights(WeightFunction::Softplus, normaliser));
    }
    all.push(base().weights(WeightFunction::Relu, Normaliser::Count));
    all.push(Attention { denominator: Some(1.0), ..base() });
    all.push(Attention { factors: Some(MaskShape([1, 4, 1, 64])), ..base() });
    all.push(Attention { factors: Some(MaskShape([1, 4, 1, 64])), softcap: Some(2.0), ..base() });
    all.push(Attention { row_weights: Some(MaskShape([2, 4, 64, 1])), ..base() });
    let own =
        [("slope", HookInput::F32(0.5)), ("ids", HookInput::BufferI32(64)), ("least", HookInput::U32(3))];
    for (kind, text) in [
        (
            HookKind::OutMod,
            "fn out_mod(x: f32, batch: u32, head: u32, q_idx: u32, dim: u32) -> f32 {\n return x * slope + f32(ids[q_idx]) + f32(least); }",
        ),
        (
            HookKind::MaskMod,
            "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {\n return slope > 0.0 && ids[q_idx] == ids[kv_idx] && q_idx > least; }",
        ),
    ] {
        all.push(base().hook(Hook::with_inputs(kind, text, &own).unwrap()));
    }
    for pair in [PairFunction::Additive, PairFunction::NegDistance] {
        all.push(Attention { pair, ..base() });
    }
    let everything = Attention {
        softcap: Some(2.0),
        alibi: true,
        sinks: true,
        kv_lengths: true,
        mask: Some(MaskShape([1, 1, 64, 64])),
        bias: Some((DType::Bf16, MaskShape([1, 1, 64, 64]))),
        ..base().dtype(DType::F16)
    };
    all.push(everything);
    all
}

fn policies() -> Vec<Policy> {
    let kernels = [None, Some("flash"), Some("flash_rows"), Some("flash_matrix"), Some("naive")];
    let policy = |kernel: Option<&str>, splits, max_tier| Policy {
        kernel: kernel.map(Into::into),
        splits: Some(splits),
        max_tier,
        ..Policy::default()
    };
    let mut all: Vec<Policy> = kernels.into_iter().map(|k| policy(k, 1, None)).collect();
    all.push(policy(Some("flash"), 3, None));
    all.push(policy(Some("flash"), 1, Some(Tier::Plain)));
    all
}

/// Kernels of linear attention; not every device and problem has the first two.
const RECURRENCES: [&str; 6] =
    ["two_pass", "recurrent_lanes", "recurrent", "recurrent_columns", "chunk", "chunk_split"];

/// Recurrences of every rule, decay and map, by every kernel.
fn linear_plans(caps: &DeviceCaps) -> Vec<Plan> {
    let mut plans = Vec::new();
    for (dtype, dim) in [(DType::F32, 8), (DType::F16, 7), (DType::Bf16, 8)] {
        for decay in [Decay::None, Decay::PerHead, Decay::PerToken, Decay::PerChannel] {
            let base = LinearAttention::new(2, 2, 99, dim).dtype(dtype).decay(decay);
            let maps = [
                FeatureMap::Relu,
                FeatureMap::EluPlusOne,
                FeatureMap::Sigmoid,
                FeatureMap::SquaredRelu,
                FeatureMap::Silu,
                FeatureMap::PlainExp,
                FeatureMap::Exp,
                FeatureMap::Softmax,
                FeatureMap::SignedSoftmax,
                FeatureMap::Taylor,
                FeatureMap::Fastmax,
                FeatureMap::RandomPositive { features: 9 },
                FeatureMap::Focused { power: 3 },
            ];
            let mut problems = vec![base.clone().rule(UpdateRule::Delta), base.clone().normalised(0.1)];
            problems.push(LinearAttention { bonus: true, ..base.clone() });
            problems.push(base.clone().rule(UpdateRule::Momentum));
            problems.push(base.clone().rule(UpdateRule::RankOne));
            problems.push(base.clone().direction(Direction::Both));
            if decay == Decay::None {
                problems.extend(maps.map(|map| base.clone().feature_map(map)));
                problems.push(base.clone().decay(Decay::Polar));
                problems.push(base.clone().direction(Direction::Full).normalised(0.1));
                problems.push(base.clone().direction(Direction::Prefix(40)));
            }
            for p in problems {
                let p = p.state(StateUse::InOut);
                for name in RECURRENCES {
                    let policy = Policy { kernel: Some(name.into()), splits: Some(2), ..Policy::default() };
                    match p.plan(caps, &policy) {
                        Ok(plan) => plans.push(plan),
                        Err(Error::Unsupported { .. } | Error::Limit { .. }) => {
                            assert!(p.bonus || RECURRENCES[..2].contains(&name), "{name}: {p:?}");
                        }
                        Err(e) => panic!("{e}: {p:?}"),
                    }
                }
            }
        }
    }
    for rule in [UpdateRule::Add, UpdateRule::Delta] {
        let p = LinearAttention::new(1, 2, 70, 24).dtype(DType::F16).rule(rule);
        let policy =
            Policy { kernel: Some("two_pass".into()), max_tier: Some(Tier::Matrix), ..Policy::default() };
        plans.extend(p.plan(caps, &policy).ok());
    }
    let in_place = LinearAttention::new(2, 2, 9, 8).ragged(18).state(StateUse::InPlace);
    plans.push(in_place.plan(caps, &Policy::default()).unwrap());
    for dtype in TYPES {
        for given in [false, true] {
            let base = CausalConv { dtype, state_out: true, ..CausalConv::new(1, 3, 9, 4) };
            let conv = CausalConv { bias: given, state_in: given, ..base };
            plans.push(conv.plan(caps, &Policy::default()).unwrap());
        }
    }
    let competing = LinearAttention::new(2, 2, 99, 8).key_map(FeatureMap::Identity).decay(Decay::Competing);
    plans.push(competing.plan(caps, &Policy::default()).unwrap());
    for dtype in TYPES {
        for state in [StateUse::None, StateUse::InOut, StateUse::InPlace] {
            let scan = PrefixScan { dtype, state, lse: true, ..PrefixScan::new(1, 2, 70, 12) };
            plans.push(scan.plan(caps, &Policy::default()).unwrap());
        }
    }
    plans.extend(linear_gradient_plans(caps));
    plans.extend(epilogue_plans(caps));
    plans
}

/// Gradients of every rule and decay, of all types, in registers and in memory.
fn linear_gradient_plans(caps: &DeviceCaps) -> Vec<Plan> {
    let mut plans = Vec::new();
    for (n, dtype) in TYPES.into_iter().enumerate() {
        for decay in [Decay::None, Decay::PerHead, Decay::PerToken, Decay::PerChannel] {
            let base = LinearAttention::new(2, 2, 99, [8, 7, 6][n]).v_dim(12).dtype(dtype).decay(decay);
            let packed = base.clone().ragged(99).direction(Direction::Reverse).state(StateUse::InOut);
            for p in [base.clone().rule(UpdateRule::Delta), packed.rule(UpdateRule::Delta), base] {
                let gradient = LinearGradient::new(p).grad_dtype(dtype);
                plans.push(gradient.plan(caps, &Policy::default()).unwrap());
            }
        }
    }
    let long = LinearAttention::new(1, 1, 9, 140).v_dim(132).decay(Decay::PerChannel);
    plans.push(LinearGradient::new(long.rule(UpdateRule::Delta)).plan(caps, &Policy::default()).unwrap());
    plans
}

/// Every step, in every element type.
fn epilogue_plans(caps: &DeviceCaps) -> Vec<Plan> {
    let mut plans = Vec::new();
    let norm = |weight| RowStep::Norm { eps: 1e-6, weight };
    let orders = [
        vec![norm(true), RowStep::Gate(Activation::Silu), RowStep::Scale(0.5), RowStep::Add],
        vec![RowStep::Mix(Activation::Sigmoid), norm(false)],
        vec![RowStep::AddGated(Activation::None), RowStep::Shift(1.0)],
        vec![RowStep::Gate(Activation::Reciprocal)],
        vec![RowStep::Gate(Activation::ClampedExp)],
        vec![RowStep::Gate(Activation::Exp)],
    ];
    for dtype in TYPES {
        for (steps, dim) in orders.iter().zip([8, 7, 130, 1, 2]) {
            let mut rows = EditRows { dtype, out_dtype: dtype, ..EditRows::new(1, 2, 9, dim, steps) };
            rows.epilogue.dtype = dtype;
            rows.second = (dim == 8).then_some(144);
            plans.push(rows.plan(caps, &Policy::default()).unwrap());
        }
    }
    plans
}

fn other_plans(caps: &DeviceCaps) -> Vec<Plan> {
    let mut plans = linear_plans(caps);
    let default = Policy::default();
    // Sizes of cooperative matrices are known of no made-up device above.
    for caps in [caps.clone(), DeviceCaps { coop_sizes: vec![8], ..caps.clone() }] {
        for unit in [Unit::F32, Unit::F32Fused, Unit::F16, Unit::F16Fused, Unit::Matrix, Unit::Copy] {
            plans.extend(Ceiling { unit, groups: 2, rounds: 1 }.plan(&caps, &default));
        }
    }
    for dtype in TYPES {
        for dim in [7, 8] {
            let layout = Layout::bhnd(2, 5, dim);
            let (input_layout, output_layout) = (layout, layout);
            let merge = Merge { parts: 3, batch: 1, heads: 2, len: 5, dim, dtype, layout, lse: dim == 8 };
            plans.push(merge.plan(caps, &default).unwrap());
            let copy = StridedCopy { batch: 1, heads: 2, len: 5, dim, dtype, input_layout, output_layout };
            plans.push(copy.plan(caps, &default).unwrap());
            let sums = GateSums { rows: 10, q_len: 5, kv_len: 5, most: 3.0 };
            plans.push(sums.plan(caps, &default).unwrap());
            let block = if dim == 8 { 4 } else { 1 };
            let transform = Transform { dtype, ..Transform::new(1, 2, 5, dim, block) };
            plans.push(transform.plan(caps, &default).unwrap());
            let weigh = Weigh { dtype, causal: dim == 8, ..Weigh::new(1, 2, 5, 6, dim) };
            plans.push(weigh.plan(caps, &default).unwrap());
            for table_rows in [None, Some(9)] {
                let rotary = Rotary {
                    batch: 1,
                    heads: 2,
                    len: 5,
                    dim,
                    rotary_dim: 6,
                    interleaved: dim == 8,
                    dtype,
                    table_rows,
                    input_layout,
                    output_layout,
                };
                plans.push(rotary.plan(caps, &default).unwrap());
            }
        }
    }
    plans
}

/// Block lists, patterns and the stages of selection.
fn sparse_plans(caps: &DeviceCaps) -> Vec<Plan> {
    let base = Attention::new(2, 4, 64, 64).kv_heads(2).with_lse();
    let compact = |form| CompactBlocks { form, ..CompactBlocks::of_mask(&base, 16, 16) };
    let list = compact(SelectionForm::Bits).list(16, 16).unwrap();
    let mut all = vec![
        Attention { blocks: Some(BlockList { selection_heads: Some(4), ..list.clone() }), ..base.clone() },
        Attention {
            blocks: Some(BlockList { heads: 2, ..list.clone() }),
            softcap: Some(2.0),
            ..base.clone()
        },
        Attention {
            blocks: Some(BlockList { block_kv: 1, selection_heads: Some(4), ..list.clone() }),
            ..base.clone()
        },
        Attention { blocks: Some(list), ..base.clone() },
    ];
    // Every rule in one shader, along an axis and not.
    let label = |rule| Pattern::Labels { heads: 1, rule };
    let rules = Pattern::Any(vec![
        Pattern::Compressed { extent: 7, stride: 3 },
        Pattern::Members { extent: 7 },
        Pattern::sinks(3, 10),
        Pattern::fixed(24, 2),
        Pattern::powers_of_two(3),
        Pattern::dilated(3, 5),
        Pattern::global(2, 6),
        Pattern::neighbourhood(&[8, 8], &[3, 3], &[1, 2], &[true, false]),
        Pattern::Heads { every: 2, phase: 1 },
        Pattern::HeadPhase { stride: 2 },
        Pattern::HeadWindows,
        Pattern::Not(Box::new(Pattern::Verticals)),
        Pattern::Slashes,
        label(LabelRule::Same { shift: 1 }),
        label(LabelRule::UpTo { bits: 32 }),
        label(LabelRule::Below { bits: 8 }),
    ]);
    all.push(Attention { pattern: Some(rules.clone().of_blocks(4).and(rules)), lse: false, ..base.clone() });
    let mut plans = gradient_plans(caps, &all);
    for kernel in ["flash", "flash_rows"] {
        for p in &all {
            let policy = Policy { kernel: Some(kernel.into()), ..Default::default() };
            plans.push(p.plan(caps, &policy).unwrap());
        }
    }
    let default = Policy::default();
    for form in [SelectionForm::Bits, SelectionForm::Bytes] {
        plans.push(compact(form).plan(caps, &default).unwrap());
    }
    let plain =
        "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {\n return q_idx > kv_idx; }";
    let masked = base.clone().hook(Hook::new(HookKind::MaskMod, plain).unwrap());
    let stage = MaskBlocks::new(masked.clone());
    plans.push(stage.plan(caps, &default).unwrap());
    let listed = Attention { blocks: Some(stage.list().unwrap()), ..masked };
    plans.push(listed.plan(caps, &default).unwrap());
    plans.push(KeptMass { attention: listed }.plan(caps, &default).unwrap());
    for choice in [Choice::TopK(2), Choice::Threshold(0.5), Choice::TopP(0.9), Choice::Within(0.9)] {
        plans.push(Select::new(1, 2, 64, 16, choice).plan(caps, &default).unwrap());
    }
    for rule in [RowRule::AllBelow(0.5), RowRule::NoneBelow(0.5), RowRule::NoneFrom(0.5)] {
        let select = Select::new(1, 2, 64, 16, Choice::TopK(2));
        let marked = Select { row_rule: Some(rule), block_rule: Some((0.5, 1)), ..select };
        plans.push(marked.plan(caps, &default).unwrap());
    }
    plans.push(Divergence { input: Rows::new(1, 2, 64, 8) }.plan(caps, &default).unwrap());
    let logs = ScoreOutput { stage: ScoreStage::LogWeights, rows: None };
    plans.push(Scores(Attention { scores: Some(logs), ..base.clone() }).plan(caps, &default).unwrap());
    let blocks = MapCells::Blocks { block_q: 16, block_kv: 16 };
    for (cells, reduction) in [
        (blocks, Reduction::Max),
        (MapCells::ROWS, Reduction::Entropy),
        (blocks, Reduction::Lse),
        (MapCells::Diagonals, Reduction::Sum),
    ] {
        let map = WeightMap { attention: base.clone(), cells, reduction };
        plans.push(map.plan(caps, &default).unwrap());
    }
    for code in [Code::Signs, Code::Argmax, Code::ArgmaxSigned] {
        plans.push(Codes { input: Rows::new(1, 2, 64, 8), code }.plan(caps, &default).unwrap());
    }
    plans.push(SortCodes { batch: 1, heads: 2, len: 64 }.plan(caps, &default).unwrap());
    let layout = Layout::bhnd(2, 64, 8);
    for dtype in TYPES {
        for pooling in [Pooling::Mean, Pooling::Max, Pooling::Min, Pooling::Sum] {
            let pool = Pool { dtype, ..Pool::new(1, 2, 64, 8, 16, pooling) };
            plans.push(pool.plan(caps, &default).unwrap());
        }
        let input = Rows { dtype, ..Rows::new(1, 2, 64, 8) };
        plans.push(Project { input: input.clone(), features: 6 }.plan(caps, &default).unwrap());
        plans.push(Cohesion { input: input.clone(), block: 4 }.plan(caps, &default).unwrap());
        let attention = base.clone().dtype(dtype);
        let search = TreeSearch { attention, block_q: 16, block_kv: 4, kept: 3, own: true };
        plans.push(search.plan(caps, &default).unwrap());
        plans.push(Reverse { input: input.clone(), block: 4 }.plan(caps, &default).unwrap());
        plans.push(Reorder { input, len: 32, index_heads: 1 }.plan(caps, &default).unwrap());
        let gate = Gate { parts: 3, batch: 1, heads: 2, len: 64, dim: 8, dtype, layout };
        plans.push(gate.plan(caps, &default).unwrap());
    }
    plans
}

/// Gradients of all attention that has them, by both kernels; with the forward pass, and in f32.
fn gradient_plans(caps: &DeviceCaps, attention: &[Attention]) -> Vec<Plan> {
    let mut plans = Vec::new();
    for p in attention {
        for kernel in ["gradient", "gradient_rows"] {
            let policy = Policy { kernel: Some(kernel.into()), ..Default::default() };
            let own = AttentionGradient { grad_bias: p.bias.is_some(), ..AttentionGradient::new(p.clone()) };
            let own = own.grad_dtype(p.dtype);
            let wide = own.clone().grad_dtype(DType::F32).with_forward();
            for gradient in [own, wide] {
                match gradient.plan(caps, &policy) {
                    Ok(plan) => plans.push(plan),
                    Err(Error::Unsupported { what, .. })
                        if what.contains("gradients of attention with") || what.contains("gradient_rows") => {
                    }
                    Err(e) => panic!("{e}: {p:?}"),
                }
            }
        }
    }
    assert!(!plans.is_empty());
    plans
}

/// The published systems, on one device: their hooks are files of `shaders/` too.
fn system_plans(caps: &DeviceCaps) -> Vec<Plan> {
    let trials = systems().into_iter().map(|s| (s.name, (s.trial)()));
    let mut plans = Vec::new();
    for (name, trial) in trials {
        for step in &trial.steps {
            let plan = step.problem.plan(caps, &step.policy.clone().unwrap_or_default());
            plans.push(plan.unwrap_or_else(|e| panic!("{name}: {e}")));
        }
    }
    plans
}

/// Every distinct shader of those problems on those devices.
fn keys() -> Vec<ShaderKey> {
    let mut seen = HashSet::new();
    let mut keys = Vec::new();
    for (n, caps) in devices().into_iter().enumerate() {
        let mut plans = other_plans(&caps);
        if n == 0 {
            plans.extend(system_plans(&caps));
        }
        plans.extend(sparse_plans(&caps));
        plans.extend(gradient_plans(&caps, &attention_problems()));
        for p in attention_problems() {
            for policy in policies() {
                match p.plan(&caps, &policy) {
                    Ok(plan) => plans.push(plan),
                    Err(Error::Unsupported { what, .. })
                        if ["flash_rows", "flash_matrix", "prob_mod", "in the naive kernel", "splits of"]
                            .iter()
                            .any(|w| what.contains(w)) => {}
                    Err(e) => panic!("{e}: {p:?} {policy:?}"),
                }
            }
        }
        let all = plans.iter().flat_map(|plan| plan.recording.all()).map(|d| &d.key);
        keys.extend(all.filter(|key| seen.insert((*key).clone())).cloned());
    }
    keys
}

#[test]
fn every_shader_is_valid_and_reaches_every_language_that_can_express_it() {
    let keys = keys();
    assert!(keys.len() > 100, "only {} shaders", keys.len());
    let mut left_out: BTreeMap<(Language, &str), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    let (judges, mut unjudged) = (spirv_val::is_there(), 0);
    for key in &keys {
        let shader = match validate(key) {
            Ok(shader) => shader,
            Err(e) => {
                wrong.push(format!("{e}: {key}"));
                continue;
            }
        };
        for language in Language::ALL {
            let outcome = std::panic::catch_unwind(|| shader.write(language).map_err(|e| e.to_string()));
            let outcome = outcome.unwrap_or_else(|_| Err("the writer panicked".into()));
            match (outcome, language.refusal(key)) {
                (Ok(text), None) => {
                    assert!(text.len() > 100, "{key}: {language:?} is empty");
                    if judges && language == Language::SpirV {
                        match spirv_val::judge("shader", &text) {
                            Ok(judged) => unjudged += usize::from(!judged),
                            Err(e) => wrong.push(format!("spirv-val: {e}: {key}")),
                        }
                    }
                }
                (Err(_), Some(reason)) => *left_out.entry((language, reason)).or_default() += 1,
                (Ok(_), Some(_)) => wrong.push(format!("{language:?} can express {key} after all")),
                (Err(e), None) => wrong.push(format!("{language:?}: {e}: {key}")),
            }
        }
    }
    println!("{} shaders in {:?}", keys.len(), Language::ALL);
    println!("spirv-val: {}", if judges { format!("{unjudged} not judged") } else { "not there".into() });
    for ((language, reason), count) in &left_out {
        println!("{language:?}: {count} left out: {reason}");
    }
    assert!(wrong.is_empty(), "{} translations\n{}", wrong.len(), wrong.join("\n"));
    let languages: Vec<Language> = left_out.keys().map(|(l, _)| *l).collect();
    assert_eq!(languages, [Language::Hlsl, Language::GlslEs, Language::Glsl]);
}

#[test]
fn browsers_get_the_enable_line_that_naga_refuses() {
    for key in keys() {
        let (native, browser) = (assemble(&key, Target::Native), assemble(&key, Target::Browser));
        assert!(!native.text.contains("enable subgroups;"), "{key}");
        assert_eq!(browser.text.contains("enable subgroups;"), key.needs.subgroups, "{key}");
        let without = browser.text.replace("enable subgroups;\n", "");
        assert_eq!(without, native.text, "{key}");
    }
}

/// Writes every shader as browsers get it, for another compiler to judge (`cargo xtask dawn`):
/// JSON, to the file that `WGPU_ATTENTION_SHADERS` names.
#[test]
fn shaders_are_handed_to_other_compilers() {
    let Some(file) = std::env::var_os("WGPU_ATTENTION_SHADERS") else { return };
    let shader = |key: &ShaderKey| serde_json::json!({ "name": key.to_string(), "text": assemble(key, Target::Browser).text });
    // No browser has cooperative matrices, and none is given rows by lanes.
    let native =
        |key: &ShaderKey| key.needs.coop || key.fragments.iter().any(|f| f.path == "rows/by_lanes.wgsl");
    let (native, keys): (Vec<_>, Vec<_>) = keys().into_iter().partition(native);
    println!("{} shaders; {} that browsers are not given left out", keys.len(), native.len());
    let shaders: Vec<_> = keys.iter().map(shader).collect();
    std::fs::write(file, serde_json::to_string(&shaders).unwrap()).unwrap();
}

#[test]
fn a_line_of_the_text_is_found_in_its_file() {
    let key = &keys()[0];
    let source = assemble(key, Target::Native);
    for ((first, name), fragment) in source.parts[1..].iter().zip(&key.fragments) {
        assert_eq!((source.locate(*first), *name), ((*name, 1), fragment.path));
        let line = source.text.lines().nth(*first as usize - 1).unwrap();
        assert_eq!(Some(line), fragment.text().lines().next());
    }
}

/// Bytes of the workgroup variables that the entry point of a module uses: compilers drop the others.
fn workgroup_bytes(module: &naga::Module) -> u32 {
    use naga::valid::{Capabilities, ValidationFlags, Validator};
    let info = Validator::new(ValidationFlags::empty(), Capabilities::all()).validate(module).unwrap();
    let uses = info.get_entry_point(0);
    let vars = module.global_variables.iter();
    vars.filter(|(id, v)| v.space == naga::AddressSpace::WorkGroup && !uses[*id].is_empty())
        .map(|(_, v)| module.types[v.ty].inner.size(module.to_ctx()))
        .sum()
}

#[test]
fn workgroup_memory_is_what_the_plan_counts() {
    let (mut checked, mut seen) = (0, HashSet::new());
    for p in attention_problems() {
        for policy in policies() {
            for caps in devices() {
                let Ok(plan) = p.plan(&caps, &policy) else { continue };
                for key in plan.recording.all().map(|d| &d.key) {
                    if !seen.insert(key.clone()) {
                        continue;
                    }
                    let Ok(module) = naga::front::wgsl::parse_str(&assemble(key, Target::Native).text) else {
                        continue;
                    };
                    let used = workgroup_bytes(&module);
                    if used == 0 {
                        continue;
                    }
                    // With a byte less there may be another kernel, or none; never this one.
                    let less = DeviceCaps { workgroup_memory: used - 1, ..caps.clone() };
                    let kept =
                        p.plan(&less, &policy).is_ok_and(|plan| plan.recording.all().any(|d| d.key == *key));
                    assert!(!kept, "{key}: uses {used} bytes, planned where there are {}", used - 1);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 50, "only {checked} kernels with workgroup memory");
}

/// Files under a folder with one ending, as paths from it.
fn files(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).expect("the source tree is there") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/");
                found.push((name, std::fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_file_of_shaders_is_used() {
    let keys = keys();
    let linked: BTreeSet<&str> = keys.iter().flat_map(|k| &k.fragments).map(|f| f.path).collect();
    // The hooks of published systems are no fragments: the systems name their files.
    let systems: String =
        files(&root().join("src/systems"), "rs").into_iter().map(|(_, text)| text).collect();
    let there: Vec<String> =
        files(&root().join("shaders"), "wgsl").into_iter().map(|(name, _)| name).collect();
    let is_used = |name: &str| match name.strip_prefix("systems/") {
        Some(hook) => systems.contains(&format!("\"{}\"", hook.trim_end_matches(".wgsl"))),
        None => linked.contains(name),
    };
    let unused: Vec<_> = there.iter().filter(|name| !is_used(name)).collect();
    assert!(unused.is_empty(), "nothing uses {unused:?}");
    let missing: Vec<_> = linked.iter().filter(|path| !there.iter().any(|name| name == **path)).collect();
    assert!(missing.is_empty(), "not in the folder: {missing:?}");
}

#[test]
fn files_stay_small() {
    for (folder, ending, most) in [("src", "rs", 700), ("tests", "rs", 700), ("shaders", "wgsl", 300)] {
        for (name, text) in files(&root().join(folder), ending) {
            let lines = text.lines().count();
            assert!(lines <= most, "{folder}/{name} has {lines} lines, at most {most} are allowed");
        }
    }
}

#[test]
fn only_the_recorder_and_the_device_drive_wgpu() {
    for (name, text) in files(&root().join("src"), "rs") {
        if name.starts_with("record/") || name == "device.rs" {
            continue;
        }
        for call in [".write_buffer(", "create_command_encoder(", ".map_async("] {
            assert!(!text.contains(call), "src/{name} calls {call}");
        }
    }
}
