//! What no device has.

use crate::{base, least, plan_on};
use wgpu_attention::systems::{
    ChunkMemory, Combiner, CoreContext, HyperAttention, NativeSparse, PLaplacian, Segment, Segments,
    VerticalSlash, graph_attention, location,
};
use wgpu_attention::{
    Attention, AttentionGradient, BlockList, Choice, CompactBlocks, DeviceCaps, Divergence, Error, Hook,
    HookKind, HostBlockLists, KeptMass, LabelRule, Layout, LinearAttention, LinearGradient, Normaliser,
    Pattern, Policy, Problem, Rows, ScoreOutput, ScoreStage, Transform, Weigh, WeightFunction,
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
