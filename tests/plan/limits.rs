//! What no device has.

use crate::{base, least, plan_on};
use wgpu_attention::systems::{
    ChunkMemory, Combiner, CoreContext, HyperAttention, NativeSparse, PLaplacian, Segment, Segments,
    VerticalSlash, convit, graph_attention, location,
};
use wgpu_attention::{
    Attention, AttentionGradient, BlockList, Choice, Code, Codes, Cohesion, CompactBlocks, DType, DeviceCaps,
    Divergence, Error, FeatureMap, Gate, Hook, HookKind, HostBlockLists, KeptMass, LabelRule, Layout,
    LinearAttention, LinearGradient, MaskBlocks, MaskShape, Merge, Normaliser, Pattern, Policy, Pool,
    Pooling, Problem, Project, Rows, ScoreOutput, ScoreStage, Select, SelectionForm, Transform, TreeSearch,
    Weigh, WeightFunction,
};

#[test]
fn devices_without_compute_shaders_and_sizes_past_64_bits_are_errors() {
    let none = DeviceCaps { max_groups: 0, ..least() };
    assert!(matches!(plan_on(&none, &base()), Err(Error::Limit { limit: 0, .. })));
    let huge = CompactBlocks {
        rows: u32::MAX,
        heads: u32::MAX,
        batch: u32::MAX,
        ..CompactBlocks::of_mask(&base(), 8, 8)
    };
    assert!(plan_on(&least(), &huge).is_err());
    let most = u32::MAX;
    let states = LinearAttention {
        batch: most,
        kv_heads: most,
        qk_dim: most,
        v_dim: most,
        ..LinearAttention::new(1, 1, 8, 8)
    };
    assert_eq!(states.state_elements(), u64::MAX);
    assert!(plan_on(&least(), &states).is_err());
    // A block of queries longer than there are.
    let list = BlockList {
        block_q: 1 << 16,
        block_kv: 8,
        batch: 1,
        heads: 1,
        entries: 2,
        selection_heads: None,
        mask_mod: false,
    };
    plan_on(&least(), &Attention { blocks: Some(list), ..base() }).unwrap();
}

/// Whatever they plan, or refuse.
#[test]
fn sizes_whose_products_pass_64_bits_are_no_panic() {
    let nothing = Layout { offset: 0, strides: [0; 3] };
    let (most, batch) = (1 << 28, 1 << 28);
    let empty = Attention {
        q_layout: nothing,
        k_layout: nothing,
        v_layout: nothing,
        ..Attention::new(batch, 65_536, 0, 8)
    };
    let labels = Pattern::Labels { heads: 65_536, rule: LabelRule::Same { shift: 0 } };
    for pattern in [None, Some(Pattern::Verticals), Some(labels)] {
        let p = Attention { kv_len: most, pattern, ..empty.clone() };
        let _ = (p.tensors(), plan_on(&least(), &p), HostBlockLists::new(&p, 8, 8, batch, 65_536, &[]));
        let scores = ScoreOutput { stage: ScoreStage::Weights, rows: Some(u32::MAX) };
        let p = Attention { kv_len: 0, scores: Some(scores), ..p };
        let _ = (p.tensors(), plan_on(&least(), &p), plan_on(&least(), &AttentionGradient::new(p.clone())));
    }
    let weigh =
        Weigh { weight_layout: nothing, v_layout: nothing, ..Weigh::new(batch, 65_536, most, most, 8) };
    let linear = LinearAttention {
        q_layout: nothing,
        k_layout: nothing,
        v_layout: nothing,
        ..LinearAttention::new(batch, 65_536, most, 8)
    };
    let rows = Rows { layout: nothing, ..Rows::new(batch, 65_536, most, 65_536) };
    // Sums of what two parts cost.
    let mut place = Attention { v_dim: 1, ..Attention::new(1, 1, 1 << 24, 1024).kv_len(most) }.contiguous();
    (place.q_layout, place.k_layout, place.v_layout) = (nothing, nothing, nothing);
    let _ = plan_on(&least(), &convit(place, 4).unwrap());
    let problems: [Box<dyn Problem>; 6] = [
        Box::new(weigh),
        Box::new(linear.clone()),
        Box::new(LinearGradient::new(linear)),
        Box::new(Divergence { input: rows }),
        Box::new(Transform {
            input_layout: nothing,
            matrix_layout: nothing,
            ..Transform::new(most, 65_536, most, 8, 8)
        }),
        Box::new(KeptMass {
            attention: Attention { blocks: Some(BlockList::new(&empty, 1 << 16, 8, 1)), ..empty },
        }),
    ];
    for problem in problems {
        let _ = problem.plan(&least(), &Policy::default());
    }
}

/// Rows of a rank-one rule are twice as long as keys: there are none here.
#[test]
fn views_that_a_call_does_not_have_are_not_too_large() {
    plan_on(&DeviceCaps { max_binding: 1 << 36, ..least() }, &LinearAttention::new(1, 32, 131_073, 512))
        .unwrap();
}

#[test]
fn parts_without_denominators_are_not_merged() {
    let part = base().weights(WeightFunction::Sigmoid { bias: -1.0 }, Normaliser::None);
    let segment = Segment { attention: part, names: vec![] };
    let refused = plan_on(&least(), &Segments::joined(vec![segment.clone(), segment]));
    assert!(matches!(refused, Err(Error::Unsupported { .. })), "{refused:?}");
}

/// What stages of a system do not all do is refused, not left out.
#[test]
fn systems_of_several_stages_refuse_what_they_would_leave_out() {
    let plain = Attention::new(1, 2, 32, 8).causal();
    let mask = Hook::new(
        HookKind::MaskMod,
        "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool { return q_idx != 3u; }",
    );
    let score = Hook::new(
        HookKind::ScoreMod,
        "fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 { return -score; }",
    );
    let mut window = plain.clone();
    window.visibility.window_left = Some(3);
    let odd = [
        Attention { softcap: Some(0.1), ..plain.clone() },
        Attention { alibi: true, ..plain.clone() },
        Attention { sinks: true, ..plain.clone() },
        plain.clone().hook(mask.unwrap()),
        plain.clone().past(4),
        window,
    ];
    let of = |p: &Attention| {
        let attention = p.clone();
        let slashes = Choice::TopK(2);
        let lines = VerticalSlash {
            attention: attention.clone(),
            probe: 4,
            verticals: slashes,
            slashes,
            recent: 1,
            first: 1,
        };
        let memory = ChunkMemory {
            attention: attention.clone(),
            chunk_size: 8,
            summary_dim: 4,
            top_k: 2,
            normalised: true,
        };
        let problems: Vec<(&str, Box<dyn Problem>)> = vec![
            ("NSA", Box::new(NativeSparse::new(attention.clone(), 8, 2, 8))),
            ("MInference", Box::new(lines)),
            ("CCA", Box::new(CoreContext { attention: attention.clone(), group: 4, window: 8 })),
            ("HCAM", Box::new(memory)),
            ("Combiner", Box::new(Combiner { attention: attention.clone(), block: 8 })),
        ];
        problems.into_iter().map(|(name, problem)| (name, problem.plan(&least(), &Policy::default())))
    };
    for (name, planned) in of(&plain) {
        assert!(planned.is_ok(), "{name}: {planned:?}");
    }
    for (n, p) in odd.iter().enumerate() {
        for (name, planned) in of(p) {
            assert!(matches!(planned, Err(Error::Unsupported { .. })), "{name}, {n}: {planned:?}");
        }
    }
    let full = Attention::new(1, 2, 32, 8);
    let hyper = |attention| HyperAttention { attention, planes: 3, block: 8, samples: 4 };
    plan_on(&least(), &hyper(full.clone())).unwrap();
    let capped = hyper(Attention { softcap: Some(0.1), ..full.clone() });
    assert!(matches!(plan_on(&least(), &capped), Err(Error::Unsupported { .. })));
    // A hook that a system would replace by its own.
    let own = |attention| PLaplacian { attention, power: 3.0 };
    plan_on(&least(), &own(full.clone())).unwrap();
    let hooked = full.hook(score.unwrap());
    assert!(matches!(plan_on(&least(), &own(hooked.clone())), Err(Error::Unsupported { .. })));
    for made in [location(hooked.clone()), graph_attention(hooked, 5, 0.2)] {
        assert!(matches!(made, Err(Error::Unsupported { .. })), "{made:?}");
    }
}

/// Every kernel whose loops grow with a size, by a problem of that size that an old driver finishes and one whose
/// loops it would end, without a word.
#[test]
fn loops_that_an_old_driver_ends_are_refused() {
    type Make = fn(u32) -> Box<dyn Problem>;
    fn hook(kind: HookKind, code: &str) -> Hook {
        Hook::new(kind, code).unwrap()
    }
    // Without a second pass over whole rows, keys would be split.
    fn whole(p: Attention) -> Box<dyn Problem> {
        let code =
            "fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 { return prob; }";
        Box::new(p.hook(hook(HookKind::ProbMod, code)))
    }
    fn one(keys: u32) -> Attention {
        Attention::new(1, 1, 2, 4).kv_len(keys)
    }
    fn listed(keys: u32, block: u32) -> Attention {
        let list = BlockList::new(&one(keys), 2, block, keys.div_ceil(block));
        Attention { blocks: Some(list), ..one(keys) }
    }
    fn labels(p: Attention) -> Attention {
        Attention { pattern: Some(Pattern::Labels { heads: 1, rule: LabelRule::Same { shift: 0 } }), ..p }
    }
    fn by_values(p: Attention) -> Box<dyn Problem> {
        Box::new(AttentionGradient { wanted: [false, false, true], ..AttentionGradient::new(p.with_lse()) })
    }
    fn compact(blocks: u32, form: SelectionForm) -> Box<dyn Problem> {
        let (heads_of_list, rows_of_list) = (1, 1);
        Box::new(CompactBlocks { batch: 1, heads: 1, rows: 1, blocks, heads_of_list, rows_of_list, form })
    }
    let cases: [(&str, [u32; 2], Make); 29] = [
        ("flash", [15_000, 20_000], |keys| whole(Attention::new(1, 1, 32, 128).kv_len(keys))),
        ("flash", [6_000, 10_000], |keys| whole(labels(Attention::new(1, 1, 64, 4).kv_len(keys)))),
        ("flash", [2_500, 3_500], |keys| whole(listed(keys, 2))),
        ("gradient", [18_000, 20_000], |rows| by_values(Attention::new(1, 1, rows, 64).kv_len(4))),
        ("gradient", [14_000, 20_000], |rows| by_values(labels(Attention::new(1, 1, rows, 4).kv_len(4)))),
        ("gradient_bias", [4_000, 8_000], |rows| {
            let bias = Some((DType::F32, MaskShape([1, 1, 1, 4])));
            let p = Attention { bias, ..Attention::new(2, 4, rows, 4).kv_len(4).with_lse() };
            Box::new(AttentionGradient { wanted: [false; 3], ..AttentionGradient::new(p).with_grad_bias() })
        }),
        ("recurrent_columns", [512, 2048], |heads| {
            Box::new(LinearAttention::new(1, heads, 64, 64).kv_heads(1))
        }),
        ("gradient_sinks", [20_000, 30_000], |batch| {
            let p = Attention { sinks: true, ..Attention::new(batch, 1, 1, 4).kv_len(4).with_lse() };
            Box::new(AttentionGradient { wanted: [false; 3], ..AttentionGradient::new(p) })
        }),
        ("block_bits", [120_000, 130_000], |keys| by_values(listed(keys, 2))),
        ("kept", [130_000, 140_000], |keys| Box::new(KeptMass { attention: listed(keys, 2) })),
        ("statistics", [30_000, 40_000], |keys| {
            let p = Attention { v_dim: 4, ..Attention::new(1, 1, 1, 512).kv_len(keys) }.contiguous();
            let normaliser = Normaliser::MeanDeviation { gain: 1.0, shift: 0.0, epsilon: 0.0 };
            Box::new(p.weights(WeightFunction::Identity, normaliser))
        }),
        ("mask_blocks", [16_000, 16_384], |rows| {
            let code = "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool { return true; }";
            let attention = Attention::new(1, 1, rows, 4).kv_len(2048).hook(hook(HookKind::MaskMod, code));
            Box::new(MaskBlocks { attention, block_q: rows, block_kv: 64 })
        }),
        ("compact", [50_000, 60_000], |blocks| compact(blocks, SelectionForm::Bits)),
        ("compact", [25_000, 32_000], |blocks| compact(blocks, SelectionForm::Bytes)),
        ("select", [15_000, 17_000], |blocks| {
            Box::new(Select { blocks, ..Select::new(1, 1, 1, 1, Choice::TopK(1)) })
        }),
        ("select", [500, 700], |blocks| {
            Box::new(Select { blocks, ..Select::new(1, 1, 1, 1, Choice::TopP(0.5)) })
        }),
        ("select", [500, 700], |group| {
            Box::new(Select { group, blocks: 100, ..Select::new(1, 1, 1, 1, Choice::TopK(1)) })
        }),
        ("tree", [128, 132], |dim| {
            let attention = Attention::new(1, 1, 64, dim).kv_len(1 << 16);
            Box::new(TreeSearch { attention, block_q: 64, block_kv: 8, kept: 256, own: false })
        }),
        ("features", [120, 128], |features| {
            let map = FeatureMap::RandomPositive { features };
            let p = LinearAttention { v_dim: 4, ..LinearAttention::new(1, 1, 2, 512).feature_map(map) };
            Box::new(LinearAttention { normaliser: None, ..p }.contiguous())
        }),
        ("pool", [65_535, 65_536], |len| Box::new(Pool::new(1, 1, len, 4, len, Pooling::Mean))),
        ("cohesion", [60_000, 65_000], |len| {
            Box::new(Cohesion { input: Rows::new(1, 1, len, 4), block: len })
        }),
        ("divergence", [32_766, 32_767], |dim| Box::new(Divergence { input: Rows::new(1, 1, 1, dim) })),
        ("project", [10_000, 11_000], |dim| {
            Box::new(Project { input: Rows::new(1, 1, 1, dim), features: 4 })
        }),
        ("codes", [65_535, 65_536], |dim| {
            Box::new(Codes { input: Rows::new(1, 1, 1, dim), code: Code::Argmax })
        }),
        ("codes", [32_767, 32_768], |dim| {
            Box::new(Codes { input: Rows::new(1, 1, 1, dim), code: Code::ArgmaxSigned })
        }),
        ("merge", [32_766, 32_767], |parts| {
            let layout = Layout::bhnd(1, 1, 4);
            Box::new(Merge {
                parts,
                batch: 1,
                heads: 1,
                len: 1,
                dim: 4,
                dtype: DType::F32,
                layout,
                lse: false,
            })
        }),
        ("gate", [65_534, 65_535], |parts| {
            let layout = Layout::bhnd(1, 1, 4);
            Box::new(Gate { parts, batch: 1, heads: 1, len: 1, dim: 4, dtype: DType::F32, layout })
        }),
        ("transform", [16_000, 16_384], |dim| {
            let matrix_layout = Layout::bhnd(1, 0, dim * 4);
            let same = Transform::new(1, 1, 1, dim, dim);
            Box::new(Transform { matrix_layout: Layout { strides: [0; 3], ..matrix_layout }, ..same })
        }),
        ("weight_map", [100, 140], |side| {
            let cells = wgpu_attention::MapCells::Blocks { block_q: side, block_kv: side };
            let attention = Attention::new(1, 1, side, 16).with_lse();
            let reduction = wgpu_attention::Reduction::Sum;
            Box::new(wgpu_attention::WeightMap { attention, cells, reduction })
        }),
    ];
    let on = |driver: &str| DeviceCaps { cpu: true, driver: driver.into(), max_binding: 1 << 31, ..least() };
    let (old, new) = (on("llvmpipe Mesa 22.3.6 (LLVM 15.0.6)"), on("llvmpipe Mesa 25.0.1 (LLVM 19.1.7)"));
    let mut wrong = Vec::new();
    for (kernel, [short, long], make) in cases {
        let plan = |caps, size| make(size).plan(caps, &Policy::default()).err();
        let (fits, refused, elsewhere) = (plan(&old, short), plan(&old, long), plan(&new, long));
        let what = format!("{kernel}: rounds of its loops");
        let named = matches!(&refused, Some(Error::Limit { what: x, .. }) if *x == what);
        if fits.is_some() || elsewhere.is_some() || !named {
            wrong.push(format!("{kernel} of {short}: {fits:?}, {long}: {refused:?}, {elsewhere:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
