//! Plans on made-up devices: no GPU is needed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod gradient;
mod limits;

use wgpu_attention::shader::Const;
use wgpu_attention::{
    Alignment, Attention, AttentionGradient, BlockList, CompactBlocks, DType, Decay, DeviceCaps, Error,
    Layout, LinearAttention, MaskShape, Merge, Plan, Policy, Problem, Ragged, Role, Rotary, ScoreOutput,
    ScoreStage, StateUse, StridedCopy, Tier, TileShape, UpdateRule,
};

fn least() -> DeviceCaps {
    DeviceCaps::webgpu_minimum()
}

fn plan_on(caps: &DeviceCaps, p: &impl Problem) -> Result<Plan, Error> {
    p.plan(caps, &Policy::default())
}

fn refusal(p: &impl Problem) -> Error {
    plan_on(&least(), p).expect_err("must be refused")
}

fn base() -> Attention {
    Attention::new(2, 4, 16, 8)
}

fn kernels(plan: &Plan) -> Vec<&'static str> {
    plan.recording.dispatches.iter().map(|d| d.key.kernel).collect()
}

#[test]
fn sixteen_thousand_tokens_fit_256_mib() {
    let whole = |len| plan_on(&least(), &Attention::new(1, 8, len, 64).causal().with_lse()).unwrap();
    let plan = whole(16_384);
    assert!(plan.buffer_bytes() <= 256 << 20, "{} bytes", plan.buffer_bytes());
    assert_eq!(plan.recording.scratch_bytes(), whole(64).recording.scratch_bytes(), "scratch grows");
}

#[test]
fn scratch_of_a_split_grows_with_rows_not_with_pairs() {
    let policy = Policy { splits: Some(4), ..Policy::default() };
    let scratch = |q: u32, kv: u32| {
        let mut p = Attention::new(1, 2, q, 32).kv_len(kv);
        p.lse = true;
        p.plan(&least(), &policy).unwrap().recording.scratch_bytes()
    };
    assert_eq!(scratch(64, 1024), scratch(64, 65_536));
    assert_eq!(2 * scratch(64, 1024), scratch(128, 1024));
}

#[test]
fn a_recurrence_keeps_at_most_a_state_for_each_chunk() {
    for (heads, len) in [(1, 1024), (1, 65_536), (8, 65_536)] {
        for rule in [UpdateRule::Add, UpdateRule::Delta, UpdateRule::Momentum] {
            let p = LinearAttention::new(1, heads, len, 64).rule(rule);
            let scratch = p.plan(&least(), &Policy::default()).unwrap().recording.scratch_bytes();
            let states = scratch / (4 * p.state_elements());
            assert!(states <= u64::from(len / 32), "{states} states of {len} tokens, {rule:?}");
        }
    }
}

#[test]
fn two_passes_fit_a_device_or_give_way_to_chunks() {
    let caps = DeviceCaps { max_binding: 3 << 20, ..least() };
    let first = |heads| kernels(&plan_on(&caps, &LinearAttention::new(1, heads, 4096, 64)).unwrap())[0];
    // 64 tokens of a state leave 48 KiB.
    assert_eq!([first(1), first(64), first(65)], ["intra_chunk", "intra_chunk", "chunk"]);
    // Eight buffers do not hold a packed batch's starts besides.
    let p = LinearAttention::new(1, 2, 100, 64).decay(Decay::PerToken).state(StateUse::InOut);
    let last = |p: &LinearAttention| *kernels(&plan_on(&least(), p).unwrap()).last().unwrap();
    assert_eq!([last(&p), last(&p.clone().ragged(100))], ["inter_chunk", "chunk"]);
}

#[test]
fn processors_own_whole_columns_of_a_state_where_a_thread_holds_them() {
    let cpu = DeviceCaps { cpu: true, workgroup_memory: 32 << 10, ..least() };
    let p = |dim| LinearAttention::new(1, 8, 4096, dim);
    let momentum = |dim| p(dim).rule(UpdateRule::Momentum);
    let first = |caps: &DeviceCaps, p: &LinearAttention| kernels(&plan_on(caps, p).unwrap())[0];
    assert_eq!([first(&cpu, &p(256)), first(&least(), &p(64))], ["recurrent_columns", "intra_chunk"]);
    let four_lanes = DeviceCaps { subgroups: Some((4, 4)), ..cpu.clone() };
    assert_eq!(first(&four_lanes, &p(64)), "chunk");
    assert_eq!([first(&cpu, &p(1)), first(&cpu, &momentum(128))], ["recurrent_columns"; 2]);
    // 7 KiB hold 36 bytes of each of 199 channels, in fours.
    assert_eq!([first(&cpu, &momentum(196)), first(&cpu, &momentum(197))], ["recurrent_columns", "chunk"]);
    let asked = Policy { kernel: Some("recurrent_columns".into()), ..Policy::default() };
    let error = momentum(197).plan(&cpu, &asked).unwrap_err();
    assert!(matches!(error, Error::Limit { needed: 7200, limit: 7168, .. }), "{error}");
}

#[test]
fn lanes_of_a_gpu_share_columns_where_the_policy_and_the_subgroups_allow_it() {
    let gpu = DeviceCaps { subgroups: Some((32, 32)), workgroup_memory: 32 << 10, ..least() };
    let p = |heads, len| LinearAttention::new(1, heads, len, 128);
    let momentum = |heads, len| p(heads, len).rule(UpdateRule::Momentum);
    let first = |caps: &DeviceCaps, p: &LinearAttention| kernels(&plan_on(caps, p).unwrap())[0];
    // Few tokens, and rules that two passes do not know, unless states are so few that segments of them pay.
    assert_eq!([first(&gpu, &p(16, 1)), first(&gpu, &momentum(16, 4096))], ["recurrent_lanes"; 2]);
    let few = LinearAttention::new(1, 1, 4096, 64).rule(UpdateRule::Momentum);
    assert_eq!([first(&gpu, &p(16, 4096)), first(&gpu, &few)], ["intra_chunk", "chunk"]);
    let least = DeviceCaps { subgroups: None, ..gpu.clone() };
    assert_eq!([first(&least, &p(16, 1)), first(&least, &momentum(16, 4096))], ["recurrent", "chunk"]);
    let plain = Policy { max_tier: Some(Tier::Plain), ..Policy::default() };
    assert_eq!(kernels(&momentum(16, 4096).plan(&gpu, &plain).unwrap())[0], "chunk");
    let asked = Policy { kernel: Some("recurrent_lanes".into()), ..Policy::default() };
    let refusal = |caps: &DeviceCaps, p: LinearAttention| p.plan(caps, &asked).unwrap_err();
    assert!(matches!(refusal(&least, p(1, 9)), Error::Unsupported { .. }));
    // Eight lanes hold 28 rows of four columns each with two tokens' rows, 16 with momentum.
    let eight = DeviceCaps { subgroups: Some((8, 32)), ..gpu };
    let wide = |dim| LinearAttention::new(1, 1, 9, dim);
    let momentum = |dim| wide(dim).rule(UpdateRule::Momentum);
    assert_eq!([wide(224), momentum(128)].map(|p| first(&eight, &p)), ["recurrent_lanes"; 2]);
    for (p, numbers) in [(wide(225), 256), (momentum(129), 240)] {
        let error = refusal(&eight, p);
        assert!(matches!(error, Error::Limit { limit: 224, needed, .. } if needed == numbers), "{error}");
    }
}

#[test]
fn a_long_cache_and_few_rows_are_split_and_merged() {
    let mut p = Attention::new(1, 8, 1, 64).kv_len(8192);
    p.visibility.alignment = Alignment::BottomRight;
    let plan = plan_on(&least(), &p).unwrap();
    assert_eq!(kernels(&plan), ["flash", "merge"], "{plan}");
    let one = Policy { splits: Some(1), ..Policy::default() };
    assert_eq!(kernels(&p.plan(&least(), &one).unwrap()), ["flash"]);
}

#[test]
fn f16_is_native_where_the_device_has_it_and_words_elsewhere() {
    let p = base().dtype(DType::F16);
    let with = plan_on(&DeviceCaps { f16: true, ..least() }, &p).unwrap();
    let without = plan_on(&least(), &p).unwrap();
    assert!(with.recording.dispatches.iter().all(|d| d.key.needs.f16));
    assert!(without.recording.dispatches.iter().all(|d| !d.key.needs.f16));
    let bf16 = plan_on(&DeviceCaps { f16: true, ..least() }, &base().dtype(DType::Bf16)).unwrap();
    assert!(bf16.recording.dispatches.iter().all(|d| !d.key.needs.f16));
}

#[test]
fn a_plan_says_what_it_takes_and_what_it_declines() {
    let plan = plan_on(&least(), &base()).unwrap();
    let said = |name: &str| plan.decisions.iter().find(|d| d.kernel == name).map(|d| d.taken);
    assert_eq!((said("flash"), said("naive")), (Some(true), Some(false)));
    assert!(plan.decisions.iter().all(|d| !d.why.is_empty()));
    let text = plan.to_string();
    assert!(text.contains("flash") && text.contains("scratch"), "{text}");
}

#[test]
fn nothing_to_compute_is_an_empty_plan() {
    for p in [Attention::new(0, 4, 16, 8), Attention::new(2, 4, 0, 8).kv_len(5)] {
        assert!(plan_on(&least(), &p).unwrap().recording.dispatches.is_empty());
    }
}

#[test]
fn small_limits_are_errors_with_both_numbers() {
    let groups = DeviceCaps { max_groups: 7, ..least() };
    let error = plan_on(&groups, &Attention::new(1, 8, 4096, 8)).unwrap_err();
    assert!(matches!(error, Error::Limit { needed: 512, limit: 49, .. }), "{error}");
    let binding = DeviceCaps { max_binding: 1024, ..least() };
    let error = plan_on(&binding, &Attention::new(1, 1, 64, 16)).unwrap_err();
    assert!(matches!(error, Error::Limit { needed: 4096, limit: 1024, .. }), "{error}");
    let memory = DeviceCaps { workgroup_memory: 4096, ..least() };
    let error = plan_on(&memory, &base()).unwrap_err();
    assert!(matches!(error, Error::Limit { limit: 4096, needed, .. } if needed > 4096), "{error}");
    let buffers = DeviceCaps { max_storage_buffers: 4, ..least() };
    let error = plan_on(&buffers, &base().with_lse()).unwrap_err();
    assert!(matches!(error, Error::Limit { needed: 5, limit: 4, .. }), "{error}");
}

#[test]
fn sizes_out_of_range_name_the_field() {
    let cases: Vec<(Attention, &str, u64)> = vec![
        (Attention { q_heads: 0, ..base() }, "q_heads", 0),
        (Attention { kv_heads: 0, ..base() }, "kv_heads", 0),
        (Attention { qk_dim: 0, ..base() }, "qk_dim", 0),
        (Attention { qk_dim: 1025, ..base() }, "qk_dim", 1025),
        (Attention { v_dim: 0, ..base() }, "v_dim", 0),
        (Attention { v_dim: 2000, ..base() }, "v_dim", 2000),
        (Attention { batch: u32::MAX, ..base() }, "batch", u32::MAX.into()),
        (Attention { q_len: u32::MAX, ..base() }, "q_len", u32::MAX.into()),
        (Attention { kv_len: 1 << 29, ..base() }, "kv_len", 1 << 29),
        (Attention { past_len: Some(17), ..base() }, "past_len", 17),
        (Attention { ragged: Some(Ragged { total_q: 15, total_kv: 16 }), ..base() }, "q_len", 16),
        (Attention { ragged: Some(Ragged { total_q: 16, total_kv: 15 }), ..base() }, "kv_len", 16),
    ];
    for (p, field, value) in cases {
        match refusal(&p) {
            Error::OutOfRange { what, got, .. } => {
                assert!(what.starts_with(field) && got == value, "{what} {got}")
            }
            other => panic!("{field}: {other}"),
        }
    }
    for (set, value) in [(0, -1i32), (1, i32::MIN), (2, i32::MAX)] {
        let mut p = base();
        match set {
            0 => p.visibility.window_left = Some(value as u32),
            1 => p.visibility.alignment = Alignment::Offset(value),
            _ => p.visibility.window_right = Some(value as u32),
        }
        assert!(matches!(refusal(&p), Error::OutOfRange { .. }), "{value}");
    }
}

#[test]
fn scalars_must_be_finite() {
    for (scale, softcap, field) in [
        (Some(f32::NAN), None, "scale"),
        (Some(f32::INFINITY), None, "scale"),
        (None, Some(f32::NAN), "softcap"),
        (None, Some(0.0), "softcap"),
        (None, Some(-1.0), "softcap"),
    ] {
        let error = refusal(&Attention { scale, softcap, ..base() });
        assert!(matches!(&error, Error::BadScalar { what, .. } if *what == field), "{error}");
    }
}

#[test]
fn shapes_that_do_not_fit_name_tensor_and_axis() {
    for (shape, want, got) in
        [([3, 4, 16, 16], 2, 3), ([2, 2, 16, 16], 4, 2), ([2, 4, 8, 16], 16, 8), ([2, 4, 16, 17], 16, 17)]
    {
        let mask = refusal(&Attention { mask: Some(MaskShape(shape)), ..base() });
        assert!(
            matches!(&mask, Error::Mismatch { what, expected, got: g } if what.starts_with("mask") && (*expected, *g) == (want, got)),
            "{mask}"
        );
        let bias = refusal(&Attention { bias: Some((DType::F32, MaskShape(shape))), ..base() });
        assert!(matches!(&bias, Error::Mismatch { what, .. } if what.starts_with("bias")), "{bias}");
    }
}

#[test]
fn contradictions_are_refused() {
    let overlap = Attention { o_layout: Layout { offset: 0, strides: [512, 128, 7] }, ..base() };
    let ragged = Some(Ragged { total_q: 32, total_kv: 32 });
    for (p, field) in [
        (Attention { kv_heads: 3, ..base() }, "kv_heads"),
        (overlap, "o"),
        (Attention { ragged, kv_lengths: true, ..base() }.contiguous(), "kv_lengths"),
        (Attention { ragged, past_len: Some(4), ..base() }.contiguous(), "past_len"),
    ] {
        let error = refusal(&p);
        assert!(matches!(&error, Error::Contradiction { what, .. } if *what == field), "{error}");
    }
}

#[test]
fn masks_of_packed_sequences_fit_a_binding_or_are_refused() {
    // 5,120 bytes of a mask for each of three sequences of 40 rows and 32 keys; 3,840 of queries.
    let p = Attention::new(3, 1, 40, 8).kv_len(32);
    let p = Attention {
        ragged: Some(Ragged { total_q: 120, total_kv: 96 }),
        bias: Some((DType::F32, MaskShape([3, 1, 40, 32]))),
        ..p
    };
    let p = p.contiguous();
    let on = |max_binding| DeviceCaps { max_binding, max_storage_buffers: 16, ..least() };
    let gradient = AttentionGradient::new(p.clone()).with_forward().with_grad_bias();
    for max_binding in [8 << 10, 15 << 10] {
        for outcome in [plan_on(&on(max_binding), &p), plan_on(&on(max_binding), &gradient)] {
            match outcome {
                Ok(plan) => assert!(max_binding > 8 << 10 && promises(&plan, &on(max_binding)).is_ok()),
                Err(e) => assert!(matches!(e, Error::Limit { needed: 15_360, limit: 8192, .. }), "{e}"),
            }
        }
    }
}

#[test]
fn unsupported_wishes_say_why() {
    let scores = Some(ScoreOutput { stage: ScoreStage::Raw, rows: None });
    let ragged = Some(Ragged { total_q: 32, total_kv: 32 });
    for p in [
        Attention { dtype: DType::F16, out_dtype: DType::Bf16, ..base() },
        Attention { ragged, scores, ..base() }.contiguous(),
    ] {
        assert!(matches!(refusal(&p), Error::Unsupported { .. }));
    }
    let policy = Policy { kernel: Some("fast".into()), ..Policy::default() };
    let error = base().plan(&least(), &policy).unwrap_err();
    assert!(matches!(&error, Error::Unsupported { what, .. } if what.contains("fast")), "{error}");
}

/// Threads, rows and keys of the first kernel's tile.
fn tile_of(plan: &Plan) -> [Const; 3] {
    let consts = &plan.recording.dispatches[0].key.consts;
    ["WORKGROUP", "BLOCK_Q", "BLOCK_K"].map(|n| consts.iter().find(|c| c.0 == n).unwrap().1)
}

#[test]
fn tiles_are_planned_as_asked_or_say_why_not() {
    let caps = DeviceCaps { workgroup_memory: 1 << 16, max_invocations: 1024, ..least() };
    let p = Attention::new(1, 2, 1000, 64);
    let by = |tile| Policy { tile: Some(tile), ..Policy::default() };
    for tile in TileShape::ALL {
        let plan = p.plan(&caps, &by(tile)).unwrap();
        let kernel = if tile.keys >= 32 { "flash" } else { "flash_rows" };
        assert_eq!(plan.recording.dispatches[0].key.kernel, kernel, "{tile}");
        assert_eq!(tile_of(&plan), [tile.threads, tile.rows, tile.keys].map(Const::U32), "{tile}");
        assert_eq!(tile.to_string().parse(), Ok(tile));
        let other = Policy {
            kernel: Some(if kernel == "flash" { "flash_rows" } else { "flash" }.into()),
            ..by(tile)
        };
        assert!(matches!(p.plan(&caps, &other), Err(Error::Unsupported { .. })), "{tile}");
    }
    let wide = TileShape { threads: 256, rows: 64, keys: 64 };
    let small = p.plan(&least(), &by(wide)).unwrap_err();
    assert!(matches!(small, Error::Limit { needed: 20_484, limit: 16_384, .. }), "{small:?}");
    for (p, tile) in [
        (p.clone(), TileShape { threads: 3, rows: 5, keys: 7 }),
        (Attention::new(1, 2, 1000, 256), TileShape { threads: 64, rows: 256, keys: 8 }),
    ] {
        assert!(matches!(p.plan(&caps, &by(tile)), Err(Error::Unsupported { .. })), "{tile}");
    }
    assert!("64x32".parse::<TileShape>().is_err());
}

#[test]
fn tiles_follow_the_device_and_the_lists() {
    let gpu = DeviceCaps { workgroup_memory: 48 << 10, ..least() };
    let cpu = |many_registers| DeviceCaps { cpu: true, shared_loads: true, many_registers, ..gpu.clone() };
    let p = Attention::new(1, 8, 1000, 64);
    let wide = Attention::new(1, 8, 1000, 128);
    let listed = |q, kv| Attention { blocks: Some(BlockList::new(&p, q, kv, 64)), ..p.clone() };
    let windowed = |left| {
        let mut p = p.clone().causal();
        p.visibility.window_left = Some(left);
        p
    };
    for (caps, p, shape) in [
        (&gpu, p.clone(), [128, 64, 64]),
        (&least(), p.clone(), [128, 64, 32]),
        (&gpu, Attention::new(1, 8, 8, 64).kv_len(1000), [64, 8, 32]),
        // Tiles of lists have the keys of dense ones, unless blocks are shorter.
        (&gpu, listed(64, 64), [128, 64, 64]),
        (&gpu, listed(32, 128), [64, 32, 64]),
        (&gpu, listed(64, 32), [128, 64, 32]),
        (&cpu(false), p.clone(), [64, 256, 8]),
        (&cpu(false), wide.clone(), [64, 256, 4]),
        (&cpu(true), p.clone(), [64, 256, 4]),
        (&DeviceCaps { subgroups: Some((16, 16)), ..cpu(true) }, p.clone(), [128, 512, 4]),
        // Twice the threads where there are eight tiles for every core, and as many as need no splits.
        (&DeviceCaps { cores: 2, ..cpu(true) }, p.clone(), [128, 512, 4]),
        (&DeviceCaps { cores: 2, ..cpu(true) }, windowed(2048), [128, 512, 4]),
        (&DeviceCaps { cores: 2, ..cpu(true) }, windowed(2047), [64, 256, 4]),
        (&DeviceCaps { cores: 3, ..cpu(true) }, p.clone(), [64, 256, 4]),
        (&DeviceCaps { cores: 1, ..cpu(true) }, Attention::new(1, 8, 512, 64), [64, 256, 4]),
        (&cpu(true), Attention::new(1, 8, 1000, 32), [64, 256, 8]),
        (&cpu(true), wide.clone(), [64, 192, 4]),
        (&cpu(true), Attention::new(1, 8, 16, 128).kv_len(1 << 16), [8, 16, 4]),
        (
            &cpu(true),
            Attention { blocks: Some(BlockList::new(&wide, 64, 64, 64)), ..wide.clone() },
            [32, 64, 4],
        ),
    ] {
        let plan = plan_on(caps, &p).unwrap();
        assert_eq!(tile_of(&plan), shape.map(Const::U32), "{}: {:?}", caps.many_registers, plan.decisions);
    }
}

#[test]
fn indices_past_32_bits_are_refused_before_any_dispatch() {
    let long = Attention::new(64, 64, 1 << 20, 64);
    assert!(matches!(refusal(&long), Error::IndexOverflow { limit: 0xffff_ffff, .. }));
    let far = Attention { q_layout: Layout::bhnd(4, 16, 8).at(u64::MAX), ..base() };
    assert!(matches!(refusal(&far), Error::IndexOverflow { .. }));
    let scores = Some(ScoreOutput { stage: ScoreStage::Raw, rows: None });
    let cells = Attention { scores, ..Attention::new(1, 1, 1 << 17, 1) };
    assert!(matches!(refusal(&cells), Error::IndexOverflow { needed, .. } if needed == 1 << 34));
    let policy = Policy { kernel: Some("naive".into()), ..Policy::default() };
    let error = Attention::new(1, 1, 1 << 17, 1).plan(&least(), &policy).unwrap_err();
    assert!(matches!(error, Error::IndexOverflow { needed, .. } if needed == 1 << 34));
}

#[test]
fn the_other_operators_refuse_too() {
    let layout = Layout::bhnd(2, 3, 8);
    let merge = Merge { parts: 2, batch: 1, heads: 2, len: 3, dim: 8, dtype: DType::F32, layout, lse: false };
    assert!(matches!(refusal(&Merge { dim: 0, ..merge.clone() }), Error::OutOfRange { .. }));
    assert!(matches!(refusal(&Merge { heads: 0, ..merge.clone() }), Error::OutOfRange { .. }));
    assert!(matches!(refusal(&Merge { parts: u32::MAX, ..merge }), Error::IndexOverflow { .. }));
    let copy = StridedCopy {
        batch: 1,
        heads: 2,
        len: 3,
        dim: 8,
        dtype: DType::F32,
        input_layout: layout,
        output_layout: layout,
    };
    assert!(matches!(refusal(&StridedCopy { dim: 0, ..copy.clone() }), Error::OutOfRange { .. }));
    let overlap = Layout { offset: 0, strides: [48, 24, 7] };
    assert!(matches!(refusal(&StridedCopy { output_layout: overlap, ..copy }), Error::Contradiction { .. }));
    let rotary = Rotary {
        batch: 1,
        heads: 2,
        len: 3,
        dim: 8,
        rotary_dim: 8,
        interleaved: false,
        dtype: DType::F32,
        table_rows: None,
        input_layout: layout,
        output_layout: layout,
    };
    assert!(matches!(
        refusal(&Rotary { rotary_dim: 9, ..rotary.clone() }),
        Error::OutOfRange { got: 9, max: 8, .. }
    ));
    assert!(matches!(refusal(&Rotary { rotary_dim: 7, ..rotary.clone() }), Error::Contradiction { .. }));
    assert!(matches!(refusal(&Rotary { table_rows: Some(0), ..rotary }), Error::OutOfRange { got: 0, .. }));
}

/// SplitMix64 (Steele, Lea and Flood).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Mostly small, now and then at an end of the range.
    fn size(&mut self) -> u32 {
        match self.next() % 60 {
            0 => 0,
            1 => u32::MAX,
            2 => 1 << (self.next() % 32),
            3 => self.next() as u32,
            _ => (self.next() % 70) as u32,
        }
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.next().is_multiple_of(4)).then(|| make(self))
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.next() as usize % from.len()].clone()
    }

    fn layout(&mut self, usual: Layout) -> Layout {
        let other = self.maybe(|r| Layout {
            offset: u64::from(r.size()) << (r.next() % 40),
            strides: [(); 3].map(|()| u64::from(r.size()) << (r.next() % 40)),
        });
        other.unwrap_or(usual)
    }

    fn mask(&mut self, p: &Attention) -> MaskShape {
        let full = [p.batch, p.q_heads, p.q_len, p.kv_len];
        MaskShape(full.map(|n| if self.next().is_multiple_of(2) { 1 } else { n }))
    }
}

fn random_problem(r: &mut Random) -> Attention {
    let types = [DType::F32, DType::F16, DType::Bf16];
    let kv_heads = r.size();
    let mut p = Attention {
        kv_heads,
        q_heads: kv_heads.wrapping_mul(r.size() % 5),
        kv_len: r.size(),
        v_dim: r.size(),
        dtype: r.pick(&types),
        scale: r.maybe(|r| f32::from_bits(r.next() as u32)),
        softcap: r.maybe(|r| f32::from_bits(r.next() as u32)),
        alibi: r.next().is_multiple_of(2),
        sinks: r.next().is_multiple_of(2),
        kv_lengths: r.next().is_multiple_of(4),
        lse: r.next().is_multiple_of(2),
        past_len: r.maybe(Random::size),
        ragged: r.maybe(|r| Ragged { total_q: r.size(), total_kv: r.size() }),
        ..Attention::new(r.size(), 1, r.size(), r.size())
    }
    .contiguous();
    p.out_dtype = r.pick(&[DType::F32, p.dtype]);
    p.visibility.causal = r.next().is_multiple_of(2);
    p.visibility.window_left = r.maybe(Random::size);
    p.visibility.window_right = r.maybe(Random::size);
    p.visibility.alignment =
        r.pick(&[Alignment::TopLeft, Alignment::BottomRight, Alignment::Offset(r.0 as i32 >> (r.0 % 32))]);
    let (mask, bias) = (r.mask(&p), r.mask(&p));
    p.mask = r.maybe(|_| mask);
    p.bias = r.maybe(|r| (r.pick(&types), bias));
    p.scores = r.maybe(|r| ScoreOutput {
        stage: r.pick(&[ScoreStage::Raw, ScoreStage::Softcap, ScoreStage::Bias, ScoreStage::Weights]),
        rows: r.maybe(Random::size),
    });
    p.q_layout = r.layout(p.q_layout);
    p.o_layout = r.layout(p.o_layout);
    p
}

#[test]
fn no_problem_makes_planning_panic_or_break_its_promises() {
    let mut r = Random(11);
    let (mut planned, mut refused, mut gradients) = (0, 0, 0);
    for _ in 0..40_000 {
        let p = random_problem(&mut r);
        let caps = DeviceCaps {
            f16: r.next().is_multiple_of(2),
            max_binding: r.pick(&[4096, 128 << 20, 0xffff_fffc]),
            max_groups: r.pick(&[7, 65_535]),
            max_storage_buffers: r.pick(&[8, 16]),
            ..least()
        };
        let policy = Policy {
            kernel: r.pick(&[None, Some("naive".into()), Some("flash".into())]),
            splits: r.pick(&[None, Some(0), Some(1), Some(5), Some(u32::MAX)]),
            ..Policy::default()
        };
        let kernel = r.pick(&[None, Some("gradient".into()), Some("gradient_rows".into())]);
        let gradient = AttentionGradient {
            forward: r.next().is_multiple_of(2),
            wanted: [(); 3].map(|()| !r.next().is_multiple_of(3)),
            grad_bias: p.bias.is_some() && r.next().is_multiple_of(2),
            ..AttentionGradient::new(p.clone())
        };
        let own = Policy { kernel, ..policy.clone() };
        let outcome = std::panic::catch_unwind(|| gradient.plan(&caps, &own));
        if let Ok(plan) = outcome.unwrap_or_else(|_| panic!("panicked on {gradient:?} {caps:?} {own:?}")) {
            gradients += 1;
            promises(&plan, &caps).unwrap_or_else(|e| panic!("{e}: {gradient:?} {caps:?} {own:?}"));
        }
        let outcome = std::panic::catch_unwind(|| p.plan(&caps, &policy));
        let Ok(plan) = outcome.unwrap_or_else(|_| panic!("panicked on {p:?} {caps:?} {policy:?}")) else {
            refused += 1;
            continue;
        };
        planned += 1;
        promises(&plan, &caps).unwrap_or_else(|e| panic!("{e}: {p:?} {caps:?} {policy:?}"));
    }
    assert!(
        planned > 500 && refused > 500 && gradients > 500,
        "the generator is one-sided: {planned} planned, {refused} refused, {gradients} gradients"
    );
}

/// What every plan holds to.
fn promises(plan: &Plan, caps: &DeviceCaps) -> Result<(), String> {
    for d in plan.recording.all() {
        let key = d.key.kernel;
        if d.grid.iter().any(|&n| n == 0 || n > caps.max_groups) {
            return Err(format!("{key}: grid {:?}", d.grid));
        }
        if d.binds.len() != d.key.bindings.len() {
            return Err(format!("{key}: {} binds for {} bindings", d.binds.len(), d.key.bindings.len()));
        }
        if d.binds.len() > caps.max_storage_buffers as usize {
            return Err(format!("{key}: {} storage buffers", d.binds.len()));
        }
        for bind in &d.binds {
            if bind.size > caps.max_binding || !bind.size.is_multiple_of(4) {
                return Err(format!("{key}: {bind:?}"));
            }
            if !bind.offset.is_multiple_of(u64::from(caps.storage_alignment)) {
                return Err(format!("{key}: {bind:?} is not aligned"));
            }
            let whole = match bind.slot {
                wgpu_attention::record::Slot::Tensor(role) => tensor_bytes(plan, role),
                wgpu_attention::record::Slot::Scratch(n) => plan.recording.scratch.get(n).copied(),
                wgpu_attention::record::Slot::Kept(n) => plan.recording.kept.get(n).copied(),
            };
            let whole = whole.ok_or_else(|| format!("{key}: {bind:?} names no buffer of the plan"))?;
            if bind.size > 0 && bind.offset + bind.size > whole.next_multiple_of(4) {
                return Err(format!("{key}: {bind:?} passes the end of {whole} bytes"));
            }
        }
    }
    Ok(())
}

fn tensor_bytes(plan: &Plan, role: Role) -> Option<u64> {
    plan.tensors.iter().find(|(r, ..)| *r == role).map(|(_, bytes, _)| *bytes)
}

#[test]
fn memory_grows_with_the_length_but_for_naive() {
    let bytes = |kernel: &str, len| {
        let policy = Policy { kernel: Some(kernel.into()), ..Policy::default() };
        let p = Attention::new(1, 2, len, 64).causal().with_lse();
        p.plan(&least(), &policy).unwrap().buffer_bytes()
    };
    for kernel in ["flash", "flash_rows"] {
        assert!(bytes(kernel, 16_384) <= 4 * bytes(kernel, 4096), "{kernel}");
    }
    assert!(bytes("naive", 2048) > 8 * bytes("naive", 512));
}

#[test]
fn processors_that_load_once_what_lanes_share_take_whole_rows_for_few_and_for_wide_ones() {
    let kernel = |shared_loads, p: &Attention| {
        let caps = DeviceCaps { cpu: true, shared_loads, ..least() };
        let plan = p.plan(&caps, &Policy::default()).unwrap();
        plan.recording.dispatches[0].key.kernel
    };
    let decode = Attention::new(1, 8, 1, 64).kv_heads(2).kv_len(4096);
    assert_eq!((kernel(false, &decode), kernel(true, &decode)), ("flash", "flash_rows"));
    let wide = Attention::new(1, 8, 1024, 256).causal();
    assert_eq!((kernel(false, &wide), kernel(true, &wide)), ("flash", "flash_rows"));
    let wider = Attention::new(1, 8, 1024, 257).causal();
    assert_eq!(kernel(true, &wider), "flash");
}

#[test]
fn classes_hold_for_lengths_up_to_the_next_power_of_two() {
    let class = |len, dim| Attention::new(1, 8, len, dim).causal().class();
    assert_eq!(class(513, 64), class(1024, 64));
    assert_ne!(class(512, 64), class(513, 64));
    assert_ne!(class(1024, 64), class(1024, 128));
    let listed = Attention { kv_lengths: true, ..Attention::new(1, 8, 512, 64) };
    assert_eq!(listed.class(), None);
}

#[test]
fn lists_over_the_limits_are_errors_with_both_numbers() {
    let caps = DeviceCaps { max_binding: 8192, ..least() };
    let p = Attention::new(1, 1, 64, 16);
    let with = |entries| Attention { blocks: Some(BlockList::new(&p, 16, 1, entries)), ..p.clone() };
    plan_on(&caps, &with(2048)).unwrap();
    let error = plan_on(&caps, &with(2049)).unwrap_err();
    assert!(matches!(error, Error::Limit { needed: 8196, limit: 8192, .. }), "{error}");
    // 2^16 heads, 2^14 lists of 2^10 blocks each: more entries than 31 bits number.
    let many = Attention::new(1, 1 << 16, 1 << 14, 1);
    let refused = CompactBlocks::of_mask(&many, 1, 16).list(1, 16).unwrap_err();
    assert!(matches!(refused, Error::IndexOverflow { needed, .. } if needed == 1 << 40), "{refused}");
}

#[test]
fn matrices_take_f16_where_a_gpu_lists_them_and_decline_what_they_would_round() {
    let gpu = DeviceCaps {
        f16: true,
        subgroups: Some((32, 32)),
        coop_sizes: vec![16],
        workgroup_memory: 48 << 10,
        ..least()
    };
    let kernel = |caps: &DeviceCaps, p: &Attention| {
        p.plan(caps, &Policy::default()).unwrap().recording.dispatches[0].key.kernel
    };
    let p = Attention::new(1, 8, 512, 128).causal().dtype(DType::F16);
    assert_eq!(kernel(&gpu, &p), "flash_matrix");
    let allowed = Policy { rounds_to_f16: true, ..Policy::default() };
    for (caps, p, why) in [
        (gpu.clone(), p.clone().dtype(DType::Bf16), "inputs of bf16"),
        (gpu.clone(), p.clone().dtype(DType::F32), "inputs of f32"),
        (gpu.clone(), Attention { out_dtype: DType::F32, ..p.clone() }, "the output is f32"),
        (gpu.clone(), Attention::new(1, 8, 512, 264).dtype(DType::F16), "over 256"),
        (DeviceCaps { coop_sizes: vec![], ..gpu.clone() }, p.clone(), "lists no cooperative matrices"),
        (DeviceCaps { subgroups: Some((8, 32)), ..gpu.clone() }, p.clone(), "subgroups of 8 to 32"),
        (DeviceCaps { cpu: true, ..gpu.clone() }, p.clone(), "a processor"),
    ] {
        let plan = p.plan(&caps, &Policy::default()).unwrap();
        let said = plan.decisions.iter().find(|d| d.kernel == "flash_matrix").unwrap();
        assert!(!said.taken && said.why.contains(why), "{why}: {}", said.why);
        let rounds = p.plan(&caps, &allowed).unwrap().tier() == Tier::Matrix;
        assert_eq!(rounds, why.starts_with("inputs") || why.starts_with("the output"), "{why}");
    }
}
