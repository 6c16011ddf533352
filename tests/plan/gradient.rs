//! Plans of gradients.

use crate::{base, kernels, least, plan_on, refusal};
use wgpu_attention::{
    Attention, AttentionGradient, DType, Decay, DeviceCaps, Error, Hook, HookKind, Layout, LinearAttention,
    LinearGradient, MaskShape, Plan, Policy, Problem, Role, ScoreOutput, ScoreStage, StateUse, Tier,
    UpdateRule, WeightFunction,
};

#[test]
fn gradients_fit_eight_buffers_and_keep_no_state_a_token() {
    let scratch = |len| {
        let p = LinearAttention { q_heads: 4, ..LinearAttention::new(2, 2, len, 64) }.contiguous();
        let p = p.rule(UpdateRule::Delta).decay(Decay::PerChannel).state(StateUse::InOut);
        let packed = LinearGradient::new(p.clone().ragged(len));
        plan_on(&least(), &packed).unwrap();
        plan_on(&least(), &LinearGradient::new(p)).unwrap().recording.scratch_bytes()
    };
    // Four rows of 64 and a rate, in four numbers, for every token of four heads.
    assert_eq!(scratch(4096) - scratch(2048), 2048 * 4 * 4 * (4 * 64 + 4));
    let head = LinearGradient::new(LinearAttention::new(2, 2, 40, 8).decay(Decay::PerHead));
    let last = |p: &LinearGradient| *kernels(&plan_on(&least(), p).unwrap()).last().unwrap();
    assert_eq!(last(&head), "linear_gradient_heads_sum");
    let policy = |name: &str| Policy { kernel: Some(name.into()), ..Policy::default() };
    assert!(head.plan(&least(), &policy("linear_gradient")).is_ok());
    assert!(matches!(head.plan(&least(), &policy("chunk")), Err(Error::Unsupported { .. })));
    assert!(matches!(
        refusal(&LinearGradient::new(LinearAttention::new(1, 1, 8, 8).normalised(0.1))),
        Error::Unsupported { .. }
    ));
    // Without tokens only the gradients by states and constants are written; without sequences those.
    let none = LinearAttention::new(2, 2, 0, 8).decay(Decay::PerHead).state(StateUse::InOut);
    assert_eq!(last(&LinearGradient::new(none.clone())), "linear_gradient_heads_sum");
    let nothing = LinearGradient::new(LinearAttention { batch: 0, ..none });
    assert_eq!(kernels(&plan_on(&least(), &nothing).unwrap()), ["linear_gradient_heads_sum"]);
}

#[test]
fn lanes_share_the_states_of_recurrences_where_there_are_subgroups() {
    let p = LinearGradient::new(LinearAttention::new(1, 2, 64, 64).rule(UpdateRule::Delta));
    let gpu = DeviceCaps { subgroups: Some((32, 32)), ..least() };
    let taken = |caps: &DeviceCaps, policy: &Policy| {
        let plan = p.plan(caps, policy).unwrap();
        let keys = plan.recording.dispatches.iter().map(|d| &d.key);
        let walks: Vec<_> = keys.filter(|key| key.kernel == "linear_gradient_keys").collect();
        assert!(walks.iter().all(|key| key.needs.subgroups == walks[0].needs.subgroups));
        (plan.decisions.last().unwrap().kernel.clone(), walks[0].needs.subgroups)
    };
    let any = Policy::default();
    let plain = Policy { max_tier: Some(Tier::Plain), ..any.clone() };
    let lanes = Policy { kernel: Some("linear_gradient_lanes".into()), ..any.clone() };
    let whole = ("linear_gradient".to_owned(), false);
    let shared = ("linear_gradient_lanes".to_owned(), true);
    assert_eq!(taken(&gpu, &any), shared);
    assert_eq!(taken(&gpu, &plain), whole);
    assert_eq!(taken(&least(), &any), whole);
    let processor = DeviceCaps { cpu: true, ..gpu.clone() };
    assert_eq!(taken(&processor, &any), whole);
    assert_eq!(taken(&processor, &lanes), shared);
    let error = p.plan(&least(), &lanes).unwrap_err();
    assert!(error.to_string().contains("no subgroup operations"), "{error}");
}

#[test]
fn long_gradients_are_cut_into_dispatches_as_outputs_are() {
    let p = Attention {
        bias: Some((DType::F32, MaskShape([1, 1, 1, 32_768]))),
        ..Attention::new(8, 32, 32_768, 128)
    };
    let gradient = AttentionGradient::new(p).with_grad_bias();
    let caps = DeviceCaps { max_binding: 1 << 36, max_buffer: 1 << 36, ..least() };
    let longest = |cpu: bool| {
        let plan = gradient.plan(&DeviceCaps { cpu, ..caps.clone() }, &Policy::default()).unwrap();
        let products = kernels(&plan).into_iter().filter(|name| ["gradient", "gradient_bias"].contains(name));
        plan.cost.flops / products.count() as u64
    };
    // A second of a GPU; of a processor's cores a head at least.
    assert!(longest(false) <= 1 << 41, "{}", longest(false));
    assert!(longest(true) < longest(false));
}

#[test]
fn gradients_take_memory_for_rows_not_for_pairs() {
    let of = |len| AttentionGradient::new(Attention::new(1, 8, len, 64).causal().with_lse());
    let scratch = |len| plan_on(&least(), &of(len)).unwrap().recording.scratch_bytes();
    // The log-sum-exp in two numbers, and what every weight's gradient is relative to.
    assert_eq!(scratch(4096), 16 * 8 * 4096);
    assert_eq!(scratch(16_384), 4 * scratch(4096));
    // Half the pairs, five products where the output took two.
    let dense = AttentionGradient::new(Attention::new(1, 8, 256, 64)).plan(&least(), &Policy::default());
    assert_eq!(dense.unwrap().cost.flops, 5 * 2 * 8 * 256 * 256 * 64);
}

#[test]
fn gradients_that_are_not_wanted_cost_nothing() {
    let all = AttentionGradient::new(base());
    let plan = |wanted| plan_on(&least(), &AttentionGradient { wanted, ..all.clone() }).unwrap();
    let written = |wanted| -> Vec<_> {
        let plan: Plan = plan(wanted);
        plan.tensors.iter().filter(|(_, _, written)| *written).map(|(role, ..)| *role).collect()
    };
    assert_eq!(written([true; 3]), [Role::GradQ, Role::GradK, Role::GradV]);
    assert_eq!(written([true, false, false]), [Role::GradQ]);
    assert_eq!(kernels(&plan([true, false, false])), ["gradient_stats", "gradient"]);
    assert_eq!(kernels(&plan([true; 3])), ["gradient_stats", "gradient", "gradient", "gradient"]);
    // Values alone need no products with the gradient by the output.
    let of = |wanted| plan(wanted).cost.flops;
    assert_eq!(of([false, false, true]) * 3, of([true, false, false]) * 2);
    let with_forward = plan_on(&least(), &AttentionGradient::new(base()).with_forward()).unwrap();
    assert_eq!(kernels(&with_forward)[..2], ["flash", "gradient_stats"]);
    let reads = |plan: &Plan, role| plan.tensors.iter().any(|&(r, _, written)| r == role && !written);
    assert!(!reads(&with_forward, Role::O) && reads(&plan([true; 3]), Role::Lse));
}

#[test]
fn gradients_that_are_not_known_are_refused() {
    let refused = |attention: Attention, what: &str| {
        let error = refusal(&AttentionGradient::new(attention));
        assert!(matches!(error, Error::Unsupported { .. }) && error.to_string().contains(what), "{error}");
    };
    let scores = Some(ScoreOutput { stage: ScoreStage::Weights, rows: None });
    refused(Attention { scores, ..base() }, "scores as an output");
    let with = |attention| AttentionGradient::new(attention).with_forward();
    plan_on(&least(), &with(Attention { scores, ..base() })).unwrap();
    // Gradients by past and new keys together.
    let past = plan_on(&least(), &with(base().past(3))).unwrap();
    let bytes =
        |role| past.tensors.iter().find(|(r, ..)| *r == role).map(|&(_, bytes, written)| (bytes, written));
    assert_eq!(bytes(Role::GradK), bytes(Role::PresentK));
    assert_eq!(bytes(Role::PresentV).map(|(_, written)| written), Some(true));
    refused(base().weights(WeightFunction::Relu, wgpu_attention::Normaliser::Sum), "other than a softmax");
    refused(Attention { row_weights: Some(MaskShape([1, 4, 1, 1])), ..base() }, "weights of rows");
    let hook = |source: &str| {
        let signature = "(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32";
        Hook::new(HookKind::ScoreMod, &source.replace("()", signature)).unwrap()
    };
    let cube = "fn score_mod() { return score * score * score; }";
    refused(base().hook(hook(cube)), "no score_mod_slope");
    let known = hook(&format!("{cube} fn score_mod_slope() {{ return 3.0 * score * score; }}"));
    plan_on(&least(), &AttentionGradient::new(base().hook(known))).unwrap();
    let no_mask = refusal(&AttentionGradient::new(base()).with_grad_bias());
    assert!(matches!(no_mask, Error::Contradiction { what: "grad_bias", .. }), "{no_mask}");
    let overlap = Attention { k_layout: Layout { offset: 0, strides: [0, 128, 8] }, ..base() };
    let error = refusal(&AttentionGradient::new(overlap));
    assert!(matches!(error, Error::Contradiction { what: "grad_k", .. }), "{error}");
    let narrow = refusal(&AttentionGradient::new(base()).grad_dtype(DType::F16));
    assert!(matches!(narrow, Error::Unsupported { .. }), "{narrow}");
    let policy = Policy { kernel: Some("flash".into()), ..Policy::default() };
    let other = AttentionGradient::new(base()).plan(&least(), &policy).unwrap_err();
    assert!(other.to_string().contains("gradient_rows"), "{other}");
}
