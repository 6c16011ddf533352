//! Chosen shaders as they were: the assembled WGSL and what naga makes of it for every backend.
//! A change of a shader shows here as what it does to each language. `cargo xtask snapshots` writes
//! them anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod spirv_val;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use wgpu_attention::conformance::{Language, translate};
use wgpu_attention::shader::{ShaderKey, Target, assemble};
use wgpu_attention::{
    Activation, Attention, AttentionGradient, CausalConv, Choice, CompactBlocks, DType, Decay, DeviceCaps,
    EditRows, Hook, HookInput, HookKind, Layout, LinearAttention, LinearGradient, MapCells, MaskBlocks,
    MaskShape, Merge, Pattern, Policy, Pool, Pooling, PrefixScan, Problem, Reduction, Rotary, RowStep,
    ScoreOutput, ScoreStage, Scores, Select, SelectionForm, StateUse, Tier, UpdateRule, WeightMap,
};

/// A made-up device with everything but subgroups.
fn caps() -> DeviceCaps {
    DeviceCaps { max_storage_buffers: 16, f16: true, ..DeviceCaps::webgpu_minimum() }
}

fn by(kernel: &str, tier: Tier) -> Policy {
    Policy { kernel: Some(kernel.into()), splits: Some(1), max_tier: Some(tier), ..Policy::default() }
}

/// The shader of the kernel `name` in the plan of a problem.
fn shader(p: &impl Problem, caps: &DeviceCaps, policy: &Policy, name: &str) -> ShaderKey {
    let plan = p.plan(caps, policy).unwrap_or_else(|e| panic!("{name}: {e}"));
    let found = plan.recording.all().map(|d| &d.key).find(|key| key.kernel == name);
    let names = || plan.recording.all().map(|d| d.key.kernel).collect::<Vec<_>>();
    found.unwrap_or_else(|| panic!("no {name} among {:?}", names())).clone()
}

/// The chosen ones, each by the name of its file.
fn chosen() -> Vec<(&'static str, ShaderKey)> {
    let base = || Attention::new(2, 4, 64, 64).kv_heads(2).causal().with_lse();
    let any = Policy::default();
    let plain = |p: &Attention, kernel| shader(p, &caps(), &by(kernel, Tier::Plain), kernel);
    let lanes = DeviceCaps { subgroups: Some((32, 32)), ..caps() };
    let matrices = DeviceCaps { coop_sizes: vec![16], workgroup_memory: 48 << 10, ..lanes.clone() };
    let everything = Attention {
        softcap: Some(2.0),
        alibi: true,
        sinks: true,
        kv_lengths: true,
        mask: Some(MaskShape([1, 1, 64, 64])),
        bias: Some((DType::F32, MaskShape([1, 1, 64, 64]))),
        ..base().dtype(DType::Bf16)
    };
    let list = CompactBlocks { form: SelectionForm::Bits, ..CompactBlocks::of_mask(&base(), 16, 16) };
    let listed = Attention { blocks: Some(list.list(16, 16).unwrap()), ..base() };
    let mask = "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {\n    return ids[q_idx] == ids[kv_idx] && q_idx - kv_idx < reach;\n}";
    let inputs = [("ids", HookInput::BufferU32(64)), ("reach", HookInput::U32(9))];
    let hooked = base().hook(Hook::with_inputs(HookKind::MaskMod, mask, &inputs).unwrap());
    let linear = LinearAttention::new(1, 2, 256, 64).state(StateUse::InOut);
    let delta = linear.clone().rule(UpdateRule::Delta).decay(Decay::PerToken);
    let recurrence = |p: &LinearAttention, kernel: &str| {
        shader(p, &caps(), &Policy { kernel: Some(kernel.into()), ..Policy::default() }, kernel)
    };
    let gradient = |wanted, p: &Attention| AttentionGradient {
        wanted,
        ..AttentionGradient::new(p.clone()).grad_dtype(p.dtype)
    };
    let by_keys = gradient([false, true, false], &everything.clone().dtype(DType::F16));
    let by_queries = gradient([true, false, false], &base());
    let by_bias = gradient([false; 3], &everything).with_grad_bias();
    let layout = Layout::bhnd(2, 64, 64);
    let merge =
        Merge { parts: 3, batch: 1, heads: 2, len: 64, dim: 64, dtype: DType::F16, layout, lse: true };
    let rotary = Rotary {
        batch: 1,
        heads: 2,
        len: 64,
        dim: 64,
        rotary_dim: 32,
        interleaved: false,
        dtype: DType::F32,
        table_rows: None,
        input_layout: layout,
        output_layout: layout,
    };
    let map = WeightMap {
        attention: base(),
        cells: MapCells::Blocks { block_q: 16, block_kv: 16 },
        reduction: Reduction::Max,
    };
    let logs = ScoreOutput { stage: ScoreStage::LogWeights, rows: None };
    let steps = [RowStep::Norm { eps: 1e-6, weight: true }, RowStep::Gate(Activation::Silu)];
    let pattern =
        Pattern::sinks(3, 10).or(Pattern::neighbourhood(&[8, 8], &[3, 3], &[1, 1], &[false, false]));
    vec![
        ("flash-f32", plain(&base(), "flash")),
        ("flash-f16", plain(&base().dtype(DType::F16), "flash")),
        ("flash-subgroups", shader(&base(), &lanes, &by("flash", Tier::Subgroup), "flash")),
        ("flash-everything", plain(&everything, "flash")),
        ("flash-listed", plain(&listed, "flash")),
        (
            "flash-matrix",
            shader(&base().dtype(DType::F16), &matrices, &by("flash_matrix", Tier::Matrix), "flash_matrix"),
        ),
        ("flash-rows", plain(&base(), "flash_rows")),
        ("flash-rows-mask-mod", plain(&hooked, "flash_rows")),
        ("flash-rows-pattern", plain(&Attention { pattern: Some(pattern), ..base() }, "flash_rows")),
        ("gradient-keys", shader(&by_keys, &caps(), &by("gradient", Tier::Plain), "gradient")),
        ("gradient-rows", shader(&by_queries, &caps(), &by("gradient_rows", Tier::Plain), "gradient_rows")),
        ("gradient-bias", shader(&by_bias, &caps(), &any, "gradient_bias")),
        ("gradient-stats", shader(&by_queries, &caps(), &any, "gradient_stats")),
        ("block-bits", shader(&AttentionGradient::new(listed), &caps(), &any, "block_bits")),
        ("naive-weigh", shader(&base(), &caps(), &by("naive", Tier::Plain), "weigh")),
        ("merge", shader(&merge, &caps(), &any, "merge")),
        ("recurrent-gated-delta", recurrence(&delta, "recurrent")),
        ("recurrent-columns-gated-delta", recurrence(&delta, "recurrent_columns")),
        (
            "recurrent-lanes-gated-delta",
            shader(&delta, &lanes, &by("recurrent_lanes", Tier::Subgroup), "recurrent_lanes"),
        ),
        (
            "linear-gradient-keys-lanes",
            shader(
                &LinearGradient::new(delta.clone()),
                &lanes,
                &by("linear_gradient_lanes", Tier::Subgroup),
                "linear_gradient_keys",
            ),
        ),
        ("chunk-gated", recurrence(&linear.clone().decay(Decay::PerChannel), "chunk")),
        ("chunk-gated-delta", recurrence(&delta, "chunk")),
        ("prefix-scan", shader(&PrefixScan::new(1, 2, 70, 12), &caps(), &any, "prefix")),
        ("conv", shader(&CausalConv::new(1, 3, 9, 4), &caps(), &any, "conv")),
        ("epilogue", shader(&EditRows::new(1, 2, 9, 64, &steps), &caps(), &any, "epilogue")),
        ("rotary", shader(&rotary, &caps(), &any, "rotary")),
        ("pool", shader(&Pool::new(1, 2, 64, 8, 16, Pooling::Mean), &caps(), &any, "pool")),
        ("scores", shader(&Scores(Attention { scores: Some(logs), ..base() }), &caps(), &any, "scores")),
        ("select", shader(&Select::new(1, 2, 64, 16, Choice::TopK(2)), &caps(), &any, "select")),
        ("compact", shader(&list, &caps(), &any, "compact")),
        ("mask-blocks", shader(&MaskBlocks::new(hooked), &caps(), &any, "mask_blocks")),
        ("weight-map", shader(&map, &caps(), &any, "weight_map")),
    ]
}

fn ending(language: Language) -> &'static str {
    match language {
        Language::SpirV => "spv.txt",
        Language::Msl => "metal",
        Language::Hlsl => "hlsl",
        Language::GlslEs => "es.glsl",
        Language::Glsl => "glsl",
    }
}

/// Every file of the snapshots and what it holds.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (name, key) in chosen() {
        files.push((format!("{name}.wgsl"), assemble(&key, Target::Native).text));
        for language in Language::ALL.into_iter().filter(|l| l.refusal(&key).is_none()) {
            let text = translate(&key, language).unwrap_or_else(|e| panic!("{name}: {e}"));
            files.push((format!("{name}.{}", ending(language)), text));
        }
    }
    files
}

#[test]
fn spirv_val_accepts_them() {
    if !spirv_val::is_there() {
        return println!("spirv-val is not there: nothing was judged");
    }
    let files = files();
    let words = files.iter().filter(|(name, _)| name.ends_with(ending(Language::SpirV)));
    let wrong = words.filter_map(|(name, text)| spirv_val::judge(name, text).err().map(|e| (name, e)));
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(spirv_val::judge("damaged", "07230203 00010300 00000000 00000010 00000000 deadbeef").is_err());
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

#[test]
fn shaders_are_what_they_were() {
    let files = files();
    let write = std::env::var_os("WGPU_ATTENTION_SNAPSHOTS").is_some();
    if write {
        let _ = std::fs::remove_dir_all(folder());
        std::fs::create_dir_all(folder()).unwrap();
        files.iter().for_each(|(name, text)| std::fs::write(folder().join(name), text).unwrap());
    }
    let read = |name: &str| std::fs::read_to_string(folder().join(name)).unwrap_or_default();
    let changed: Vec<_> =
        files.iter().filter(|(name, text)| read(name) != *text).map(|(name, _)| name).collect();
    assert!(
        changed.is_empty(),
        "changed: {changed:?}; if that is meant: cargo xtask snapshots, and look at the difference"
    );
    let known: BTreeSet<String> = files.into_iter().map(|(name, _)| name).collect();
    let there =
        std::fs::read_dir(folder()).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned());
    let stray: Vec<String> = there.filter(|name| !known.contains(name)).collect();
    assert!(stray.is_empty(), "no shader is called so any more: {stray:?}");
}
