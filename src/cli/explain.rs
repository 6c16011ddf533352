//! `explain`: the plan for a problem.

use super::Format;
use super::adapter::One;
use clap::ValueEnum;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::ExitCode;
use wgpu_attention::conformance::{Language, translate};
use wgpu_attention::record::Dispatch;
use wgpu_attention::shader::{ShaderKey, Target, assemble};
use wgpu_attention::{Alignment, Attention, DType, DeviceCaps, Plan, Policy, Problem, TileShape};

/// Options of `explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Sequences
    #[arg(long, default_value_t = 1)]
    batch: u32,
    /// Heads of queries and output
    #[arg(long, default_value_t = 8)]
    q_heads: u32,
    /// Heads of keys and values [default: as q-heads]
    #[arg(long)]
    kv_heads: Option<u32>,
    /// Queries of a sequence
    #[arg(long, default_value_t = 1024)]
    q_len: u32,
    /// Keys of a sequence, those of a cache included [default: as q-len]
    #[arg(long)]
    kv_len: Option<u32>,
    /// Size of a query and of a key
    #[arg(long, default_value_t = 64)]
    qk_dim: u32,
    /// Size of a value [default: as qk-dim]
    #[arg(long)]
    v_dim: Option<u32>,
    /// Element type of the tensors
    #[arg(long, value_enum, default_value = "f32")]
    dtype: Element,
    /// No key after the query's own position
    #[arg(long)]
    causal: bool,
    /// Keys before the query's position
    #[arg(long)]
    window_left: Option<u32>,
    /// Keys after the query's position
    #[arg(long)]
    window_right: Option<u32>,
    /// The last query stands at the last key, not the first at the first
    #[arg(long)]
    bottom_right: bool,
    /// Factor of the scores [default: 1 / sqrt(qk-dim)]
    #[arg(long)]
    scale: Option<f32>,
    /// Soft cap of the scores
    #[arg(long)]
    softcap: Option<f32>,
    /// Keys that come from a cache
    #[arg(long)]
    past_len: Option<u32>,
    /// With the log-sum-exp as an output
    #[arg(long)]
    lse: bool,
    /// Only this kernel
    #[arg(long)]
    kernel: Option<String>,
    /// Parts that the keys are split into
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    splits: Option<u32>,
    /// Only this tile of the softmax kernels, as rows x keys / threads
    #[arg(long)]
    tile: Option<TileShape>,
    #[command(flatten)]
    adapter: One,
    /// Plan for the least that WebGPU guarantees, without a device
    #[arg(long, conflicts_with = "adapter")]
    no_adapter: bool,
    /// Print the plan's shaders instead, in this language
    #[arg(long, value_enum, value_name = "LANGUAGE", conflicts_with = "format")]
    shaders: Option<Shaders>,
    /// How to print the plan
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// [`DType`] on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Element {
    F32,
    F16,
    Bf16,
}

impl From<Element> for DType {
    fn from(element: Element) -> Self {
        match element {
            Element::F32 => Self::F32,
            Element::F16 => Self::F16,
            Element::Bf16 => Self::Bf16,
        }
    }
}

/// Languages of `--shaders`.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Shaders {
    Wgsl,
    Spirv,
    Msl,
    Hlsl,
    GlslEs,
    Glsl,
}

impl Shaders {
    fn text(self, key: &ShaderKey) -> wgpu_attention::Result<String> {
        let language = match self {
            Self::Wgsl => return Ok(assemble(key, Target::Native).text),
            Self::Spirv => Language::SpirV,
            Self::Msl => Language::Msl,
            Self::Hlsl => Language::Hlsl,
            Self::GlslEs => Language::GlslEs,
            Self::Glsl => Language::Glsl,
        };
        match language.refusal(key) {
            Some(why) => Ok(format!("not expressible: {why}\n")),
            None => translate(key, language),
        }
    }
}

/// Prints the plan.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let caps = match args.no_adapter {
        true => DeviceCaps::webgpu_minimum(),
        false => args.adapter.open()?.caps().clone(),
    };
    let policy =
        Policy { kernel: args.kernel.clone(), splits: args.splits, tile: args.tile, ..Policy::default() };
    let plan = args.problem().plan(&caps, &policy)?;
    let mut out = std::io::stdout();
    if let Some(language) = args.shaders {
        for dispatch in plan.recording.all() {
            writeln!(out, "// {}\n{}", dispatch.key, language.text(&dispatch.key)?)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    match args.format {
        Format::Text => writeln!(out, "device: {}\n{plan}", caps.title())?,
        Format::Json => writeln!(out, "{}", json(&caps, &plan))?,
    }
    Ok(ExitCode::SUCCESS)
}

impl Args {
    fn problem(&self) -> Attention {
        let mut p = Attention {
            kv_heads: self.kv_heads.unwrap_or(self.q_heads),
            kv_len: self.kv_len.unwrap_or(self.q_len),
            v_dim: self.v_dim.unwrap_or(self.qk_dim),
            past_len: self.past_len,
            scale: self.scale,
            softcap: self.softcap,
            lse: self.lse,
            ..Attention::new(self.batch, self.q_heads, self.q_len, self.qk_dim)
        };
        p.visibility.causal = self.causal;
        p.visibility.window_left = self.window_left;
        p.visibility.window_right = self.window_right;
        if self.bottom_right {
            p.visibility.alignment = Alignment::BottomRight;
        }
        p.dtype(self.dtype.into()).contiguous()
    }
}

fn json(caps: &DeviceCaps, plan: &Plan) -> Value {
    let decisions = plan.decisions.iter();
    let listed = |dispatches: &[Dispatch]| {
        let of = dispatches.iter();
        of.map(|d| json!({ "shader": d.key.to_string(), "workgroups": d.grid })).collect::<Vec<_>>()
    };
    json!({
        "device": caps.title(),
        "decisions": decisions
            .map(|d| json!({ "kernel": d.kernel, "taken": d.taken, "why": d.why }))
            .collect::<Vec<_>>(),
        "once": listed(&plan.recording.ahead),
        "dispatches": listed(&plan.recording.dispatches),
        "scratch_bytes": plan.recording.scratch_bytes(),
        "buffer_bytes": plan.buffer_bytes(),
        "flops": plan.cost.flops,
        "bytes": plan.cost.bytes,
    })
}
