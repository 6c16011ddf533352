//! Compiled pipelines by [`ShaderKey`].

use crate::error::{Error, Result};
use crate::shader::{Access, ShaderKey, Target, WgslSource, assemble};
use async_lock::OnceCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A compiled shader and the layout of its bindings.
#[derive(Debug)]
pub(crate) struct Pipeline {
    pub(crate) pipeline: wgpu::ComputePipeline,
    pub(crate) layout: wgpu::BindGroupLayout,
}

/// Pipelines of one device; shared by every plan made on it.
#[derive(Debug, Default)]
pub(crate) struct Pipelines {
    map: Mutex<HashMap<ShaderKey, Entry>>,
}

/// A pipeline, or one that is being compiled.
type Entry = Arc<OnceCell<Arc<Pipeline>>>;

impl Pipelines {
    /// The pipeline of `key`, compiled on first use: once, whoever asks for it meanwhile.
    pub(crate) async fn get(&self, device: &wgpu::Device, key: &ShaderKey) -> Result<Arc<Pipeline>> {
        let known = self.held().get(key).cloned();
        let entry = known.unwrap_or_else(|| self.held().entry(key.clone()).or_default().clone());
        entry.get_or_try_init(async || Ok(Arc::new(compile(device, key).await?))).await.cloned()
    }

    /// Lets go of those that no plan holds.
    pub(crate) fn trim(&self) {
        let held = |made: &Arc<Pipeline>| Arc::strong_count(made) > 1;
        self.held().retain(|_, entry| Arc::strong_count(entry) > 1 || entry.get().is_some_and(held));
    }

    /// How many pipelines there are.
    pub(crate) fn len(&self) -> usize {
        self.held().values().filter(|entry| entry.is_initialized()).count()
    }

    fn held(&self) -> MutexGuard<'_, HashMap<ShaderKey, Entry>> {
        // A poisoned map still holds only whole entries.
        self.map.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn compile(device: &wgpu::Device, key: &ShaderKey) -> Result<Pipeline> {
    let target = if cfg!(target_arch = "wasm32") { Target::Browser } else { Target::Native };
    let source = assemble(key, target);
    let label = key.to_string();
    // GLES takes fewer than 256 bytes.
    let short: String = label.chars().take(200).collect();
    // A driver's own failure is an internal error.
    let internal = device.push_error_scope(wgpu::ErrorFilter::Internal);
    let validation = device.push_error_scope(wgpu::ErrorFilter::Validation);
    let layout = device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
        label: Some(key.kernel),
        entries: &layout_entries(key),
    });
    let module = shader_module(device, key, &source.text);
    let pipeline_layout = device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
        label: Some(key.kernel),
        bind_group_layouts: &[Some(&layout)],
        immediate_size: 0,
    });
    let create = || {
        device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
            label: Some(&short),
            layout: Some(&pipeline_layout),
            module: &module,
            entry_point: Some("main"),
            compilation_options: wgpu::PipelineCompilationOptions {
                // Kernels set up their workgroup memory themselves: for GLSL, naga writes the zeros of
                // every element out, which Mesa compiled for a minute.
                zero_initialize_workgroup_memory: false,
                ..Default::default()
            },
            cache: None,
        })
    };
    #[cfg(not(target_arch = "wasm32"))]
    let pipeline = Ok(create());
    // Both are popped before the first wait: scopes are a stack, and other calls may run meanwhile.
    let (validation, internal) = (validation.pop(), internal.pop());
    #[cfg(target_arch = "wasm32")]
    let pipeline = crate::web::pipeline(device, create).await;
    // What is wrong with the text says more than that there is no pipeline of it.
    let error = validation.await.or(internal.await).map(|error| error.to_string());
    match (error, pipeline) {
        (None, Ok(pipeline)) => Ok(Pipeline { pipeline, layout }),
        (Some(message), _) | (None, Err(message)) => {
            Err(Error::Shader { kernel: label, message: located(&source, message) })
        }
    }
}

/// A compiler's message, with the fragment that the first line it names comes from: naga's `wgsl:12:43`,
/// Tint's `:12:43`.
fn located(source: &WgslSource, message: String) -> String {
    let words: Vec<&str> = message.split(':').collect();
    let line = words.windows(2).find_map(|pair| {
        pair[1].starts_with(|c: char| c.is_ascii_digit()).then(|| pair[0].parse().ok()).flatten()
    });
    match line.map(|line| source.locate(line)) {
        Some((part, line)) => format!("{message}\nThat is line {line} of {part}."),
        None => message,
    }
}

fn shader_module(device: &wgpu::Device, key: &ShaderKey, text: &str) -> wgpu::ShaderModule {
    let descriptor = wgpu::ShaderModuleDescriptor {
        label: Some(key.kernel),
        source: wgpu::ShaderSource::Wgsl(text.into()),
    };
    if key.has_unbounded_code() {
        return device.create_shader_module(descriptor);
    }
    // SAFETY: the text is the library's own, but for hooks without loops and indices. Its loops end: each
    // counts up to a bound read before the loop. Its indices stay inside the ranges bound: the plan checks
    // every view against 32-bit indices, and the executor every buffer against its view; data-dependent
    // lengths are cut to those bounds in `mask/lengths_*.wgsl`.
    unsafe {
        device.create_shader_module_trusted(
            descriptor,
            wgpu::ShaderRuntimeChecks {
                bounds_checks: false,
                force_loop_bounding: false,
                ..wgpu::ShaderRuntimeChecks::checked()
            },
        )
    }
}

fn layout_entries(key: &ShaderKey) -> Vec<wgpu::BindGroupLayoutEntry> {
    let entry = |binding, ty| wgpu::BindGroupLayoutEntry {
        binding,
        visibility: wgpu::ShaderStages::COMPUTE,
        ty: wgpu::BindingType::Buffer { ty, has_dynamic_offset: false, min_binding_size: None },
        count: None,
    };
    let mut entries = vec![entry(0, wgpu::BufferBindingType::Uniform)];
    for (n, binding) in (1..).zip(&key.bindings) {
        let read_only = binding.access == Access::Read;
        entries.push(entry(n, wgpu::BufferBindingType::Storage { read_only }));
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_the_fragment_of_its_line() {
        let parts = vec![(1, "header"), (10, "lib/rows.wgsl"), (40, "kernel/flash.wgsl")];
        let source = WgslSource { text: String::new(), parts };
        let message = located(&source, "no definition\n  \u{250c}\u{2500} wgsl:12:43\n".into());
        assert!(message.ends_with("That is line 3 of lib/rows.wgsl."), "{message}");
        let message = located(&source, "Error while parsing WGSL: :41:16 error: expected ';'".into());
        assert!(message.ends_with("That is line 2 of kernel/flash.wgsl."), "{message}");
        assert_eq!(located(&source, "out of memory: 3:".into()), "out of memory: 3:");
    }
}
