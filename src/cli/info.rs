//! `info`: what there is to run on.

use super::Format;
use super::adapter::open;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;
use wgpu_attention::device::find;
use wgpu_attention::{Alignment, Attention, DType, DeviceCaps, Policy, Problem, wgpu};

/// Options of `info`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only adapters whose name, driver or backend contains this, or the one of this number
    #[arg(long, value_name = "TEXT|N")]
    adapter: Option<String>,
    /// How to print results
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Prints every adapter.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    for (number, adapter) in find(args.adapter.as_deref())? {
        let facts = Facts::read(number, &adapter);
        match args.format {
            Format::Text => writeln!(out, "{}", facts.text())?,
            Format::Json => writeln!(out, "{}", facts.json())?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What is known of an adapter.
struct Facts {
    /// As `--adapter` takes it.
    number: usize,
    info: wgpu::AdapterInfo,
    features: Vec<&'static str>,
    matrices: Vec<String>,
    /// Or why the device cannot be opened.
    caps: Result<DeviceCaps, String>,
}

impl Facts {
    fn read(number: usize, adapter: &wgpu::Adapter) -> Self {
        let matrix = |c: &wgpu::CooperativeMatrixProperties| {
            format!("{}x{}x{} {:?} into {:?}", c.m_size, c.n_size, c.k_size, c.ab_type, c.cr_type)
        };
        Self {
            number,
            info: adapter.get_info(),
            features: adapter.features().iter_names().map(|(name, _)| name).collect(),
            matrices: adapter.cooperative_matrix_properties().iter().map(matrix).collect(),
            caps: open(adapter).map(|g| g.caps().clone()).map_err(|e| e.to_string()),
        }
    }

    fn text(&self) -> String {
        let (info, mut out) = (&self.info, String::new());
        // Writing to a String cannot fail.
        let mut line = |name: &str, text: String| {
            let _ = writeln!(out, "  {name:<20} {text}");
        };
        line("driver", format!("{} {}", info.driver, info.driver_info));
        line("type", format!("{:?}", info.device_type));
        match &self.caps {
            Err(why) => line("unusable", why.clone()),
            Ok(caps) => {
                limits(caps).into_iter().for_each(|(name, n)| line(name, n.to_string()));
                line("subgroup sizes", subgroups(caps));
                line("16-bit floats", if caps.f16 { "native" } else { "unpacked from words" }.into());
                line("cooperative matrices", or_none(&self.matrices));
                line("features", or_none(&self.features));
                for declined in &caps.declined {
                    line("declined", format!("{}: {}", declined.tier, declined.why));
                }
                for (name, kernels) in typical(caps) {
                    line(name, kernels.unwrap_or_else(|why| why));
                }
            }
        }
        format!("{}: {} ({})\n{out}", self.number, info.name, info.backend)
    }

    fn json(&self) -> Value {
        let info = &self.info;
        let mut facts = json!({
            "number": self.number,
            "adapter": info.name,
            "backend": info.backend.to_string(),
            "driver": info.driver,
            "driver_info": info.driver_info,
            "type": format!("{:?}", info.device_type),
            "features": self.features,
            "cooperative_matrices": self.matrices,
        });
        match &self.caps {
            Err(why) => facts["unusable"] = json!(why),
            Ok(caps) => {
                facts["limits"] = limits(caps).into_iter().map(|(n, v)| (n.to_string(), json!(v))).collect();
                facts["subgroup_sizes"] = json!(caps.subgroups);
                facts["f16"] = json!(caps.f16);
                facts["declined"] = json!(caps.declined);
                let kernels = typical(caps).into_iter().map(|(n, k)| (n.to_string(), json!(k.ok())));
                facts["kernels"] = kernels.collect();
            }
        }
        facts
    }
}

fn or_none<T: AsRef<str>>(list: &[T]) -> String {
    if list.is_empty() {
        return "none".into();
    }
    list.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

fn subgroups(caps: &DeviceCaps) -> String {
    caps.subgroups.map_or("no subgroup operations".into(), |(min, max)| format!("{min} to {max}"))
}

/// The limits that plans depend on.
fn limits(caps: &DeviceCaps) -> [(&'static str, u64); 7] {
    [
        ("buffer bytes", caps.max_buffer),
        ("binding bytes", caps.max_binding),
        ("storage buffers", caps.max_storage_buffers.into()),
        ("workgroup memory", caps.workgroup_memory.into()),
        ("invocations", caps.max_invocations.into()),
        ("workgroups an axis", caps.max_groups.into()),
        ("storage alignment", caps.storage_alignment.into()),
    ]
}

/// Kernels of some typical problems, or why there are none.
fn typical(caps: &DeviceCaps) -> Vec<(&'static str, Result<String, String>)> {
    let prefill = Attention::new(1, 32, 2048, 128).kv_heads(8).causal();
    let mut decode = Attention { q_len: 1, ..prefill.clone() }.kv_len(8192);
    decode.visibility.alignment = Alignment::BottomRight;
    let problems = [
        ("prefill f32", prefill.clone()),
        ("prefill f16", prefill.clone().dtype(DType::F16)),
        ("prefill bf16", prefill.dtype(DType::Bf16)),
        ("decode f32", decode.clone()),
        ("decode f16", decode.dtype(DType::F16)),
    ];
    let kernels = |p: Attention| match p.plan(caps, &Policy::default()) {
        Ok(plan) => {
            let taken = plan.decisions.iter().filter(|d| d.taken);
            Ok(taken.map(|d| d.kernel.as_str()).collect::<Vec<_>>().join(" + "))
        }
        Err(error) => Err(error.to_string()),
    };
    problems.into_iter().map(|(name, p)| (name, kernels(p))).collect()
}
