//! Which adapters a command runs on.

use wgpu_attention::device::{adapter, adapters, find};
use wgpu_attention::{Gpu, wgpu};

/// The options of commands that run on one adapter.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct One {
    /// The first adapter whose name, driver or backend contains this, or the one of this number in `info`; by
    /// default the fastest kind
    #[arg(long, value_name = "TEXT|N")]
    adapter: Option<String>,
}

/// The options of commands that run on one adapter or on all.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Several {
    #[command(flatten)]
    one: One,
    /// Every adapter there is
    #[arg(long, conflicts_with = "adapter")]
    all_adapters: bool,
}

impl One {
    /// Opens it.
    pub(super) fn open(&self) -> wgpu_attention::Result<Gpu> {
        open(&adapter(self.adapter.as_deref())?)
    }
}

impl Several {
    /// The adapters that were asked for, at least one.
    pub(super) fn found(&self) -> wgpu_attention::Result<Vec<wgpu::Adapter>> {
        if !self.all_adapters {
            return Ok(vec![adapter(self.one.adapter.as_deref())?]);
        }
        Ok(find(None)?.into_iter().map(|(_, adapter)| adapter).collect())
    }
}

/// Opens an adapter. What it claims is checked first: no command may show or try a plan that calls would not
/// get.
pub(super) fn open(adapter: &wgpu::Adapter) -> wgpu_attention::Result<Gpu> {
    let gpu = Gpu::from_adapter(adapter)?;
    gpu.self_check();
    Ok(gpu)
}

/// Opens an adapter once more, from an instance of its own: of what one instance opened, GLES lets one thread
/// at a time have the context, and others break off after a second.
pub(super) fn open_again(adapter: &wgpu::Adapter) -> wgpu_attention::Result<Gpu> {
    let info = adapter.get_info();
    let same = adapters().into_iter().find(|other| other.get_info() == info);
    open(same.as_ref().unwrap_or(adapter))
}
