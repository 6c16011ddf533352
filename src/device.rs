//! Adapters, devices and what is known of them.

mod adapters;

#[cfg(not(target_arch = "wasm32"))]
pub use adapters::{adapter, adapters, find};
pub use adapters::{adapter_async, adapters_async, contains, find_async, matches};

use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem, Tier};
use crate::record::{Found, Pipelines, Plans, Prepared, Scratch, SelfCheck, Tuning};
use async_lock::OnceCell;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes between the places of empty tensors: the largest alignment that a device may ask for.
pub(crate) const EMPTY_STRIDE: u64 = 256;

/// Workgroups that a processor has cores for, if those are not known: tens.
pub(crate) const PROCESSOR_GROUPS: u64 = 16;

/// Rounds after which one driver ends the loops of an invocation, see [`DeviceCaps::check_rounds`].
pub(crate) const LOOP_ROUNDS: u32 = 65_535;

/// What plans may know of a device: plain data, so that tests can make it up.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "conformance", derive(serde::Serialize, serde::Deserialize))]
pub struct DeviceCaps {
    /// Adapter's name.
    pub name: String,
    /// Backend, e.g. `vulkan`.
    pub backend: String,
    /// Driver and its version.
    pub driver: String,
    /// Shaders run on the host's processor.
    pub cpu: bool,
    /// On a processor: a load whose address all lanes share is done once, not by every lane.
    #[cfg_attr(feature = "conformance", serde(default))]
    pub shared_loads: bool,
    /// On a processor: it has 32 vector registers, not 16 (AVX-512), however wide the driver's vectors are.
    #[cfg_attr(feature = "conformance", serde(default))]
    pub many_registers: bool,
    /// On a processor: how many threads of it this program may use; 0 where that is not known, as on GPUs.
    #[cfg_attr(feature = "conformance", serde(default))]
    pub cores: u32,
    /// `SHADER_F16`.
    pub f16: bool,
    /// Smallest and largest subgroup, where subgroup operations exist.
    pub subgroups: Option<(u32, u32)>,
    /// Timestamp queries.
    pub timestamps: bool,
    /// Square cooperative matrices with f16 factors and f32 sums, by size (8, 16).
    pub coop_sizes: Vec<u32>,
    /// Tiers that the device claims but a comparison with plain WGSL found wrong.
    #[cfg_attr(feature = "conformance", serde(default))]
    pub declined: Vec<DeclinedTier>,
    /// Bytes of the largest buffer.
    pub max_buffer: u64,
    /// Bytes of the largest storage binding.
    pub max_binding: u64,
    /// Storage buffers of one shader.
    pub max_storage_buffers: u32,
    /// Bytes of workgroup memory.
    pub workgroup_memory: u32,
    /// Invocations of a workgroup.
    pub max_invocations: u32,
    /// Workgroups along one dimension of a dispatch.
    pub max_groups: u32,
    /// Alignment of storage bindings in bytes.
    pub storage_alignment: u32,
}

/// A tier that is switched off on a device, see [`Gpu::self_check_async`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "conformance", derive(serde::Serialize, serde::Deserialize))]
pub struct DeclinedTier {
    /// The tier.
    pub tier: Tier,
    /// What was wrong.
    pub why: String,
}

impl DeviceCaps {
    /// Why a tier is switched off here, if it is.
    pub fn declined(&self, tier: Tier) -> Option<&str> {
        self.declined.iter().find(|d| d.tier == tier).map(|d| d.why.as_str())
    }

    /// The least that WebGPU guarantees, and nothing optional.
    pub fn webgpu_minimum() -> Self {
        Self {
            name: "WebGPU minimum".into(),
            backend: "none".into(),
            driver: String::new(),
            cpu: false,
            shared_loads: false,
            many_registers: false,
            cores: 0,
            f16: false,
            subgroups: None,
            timestamps: false,
            coop_sizes: Vec::new(),
            declined: Vec::new(),
            max_buffer: 256 << 20,
            max_binding: 128 << 20,
            max_storage_buffers: 8,
            workgroup_memory: 16 << 10,
            max_invocations: 256,
            max_groups: 65_535,
            storage_alignment: 256,
        }
    }

    /// Reads a device. `coop` are the adapter's cooperative-matrix configurations.
    pub fn from_device(device: &wgpu::Device, coop: &[wgpu::CooperativeMatrixProperties]) -> Self {
        let (info, limits, features) = (device.adapter_info(), device.limits(), device.features());
        let cpu = info.device_type == wgpu::DeviceType::Cpu;
        let mut coop_sizes: Vec<u32> = coop
            .iter()
            .filter(|c| {
                let square = c.m_size == c.n_size && c.n_size == c.k_size;
                square
                    && c.ab_type == wgpu::CooperativeScalarType::F16
                    && c.cr_type == wgpu::CooperativeScalarType::F32
            })
            .map(|c| c.m_size)
            .collect();
        // Mesa 26's lavapipe ends the process as it compiles matrices for more than eight lanes (512 bits).
        let crashes = cpu && info.subgroup_max_size > 8;
        if crashes || !features.contains(wgpu::Features::EXPERIMENTAL_COOPERATIVE_MATRIX) {
            coop_sizes.clear();
        }
        coop_sizes.sort_unstable();
        coop_sizes.dedup();
        #[cfg(target_arch = "wasm32")]
        let (name, subgroups) = crate::web::facts(device);
        #[cfg(not(target_arch = "wasm32"))]
        let (name, subgroups) = (info.name, features.contains(wgpu::Features::SUBGROUP));
        Self {
            name,
            backend: info.backend.to_string(),
            driver: driver(&info.driver, &info.driver_info),
            cpu,
            shared_loads: cpu && mesa(&info.driver_info) >= Some(25),
            many_registers: cpu && many_registers(),
            cores: if cpu { cores() } else { 0 },
            f16: features.contains(wgpu::Features::SHADER_F16),
            subgroups: subgroups.then_some((info.subgroup_min_size, info.subgroup_max_size)),
            timestamps: features.contains(wgpu::Features::TIMESTAMP_QUERY),
            coop_sizes,
            declined: Vec::new(),
            max_buffer: limits.max_buffer_size,
            max_binding: limits.max_storage_buffer_binding_size,
            max_storage_buffers: limits.max_storage_buffers_per_shader_stage,
            workgroup_memory: limits.max_compute_workgroup_storage_size,
            max_invocations: limits
                .max_compute_invocations_per_workgroup
                .min(limits.max_compute_workgroup_size_x),
            max_groups: limits.max_compute_workgroups_per_dimension,
            storage_alignment: limits.min_storage_buffer_offset_alignment,
        }
    }

    /// Whether every thread takes an equal share of the workgroups, all in a row, as lavapipe's do: where the
    /// first are the longest, one has most of the work. (Causal attention of one head, two threads: 1.46
    /// times as slow.)
    pub(crate) fn shares_in_a_row(&self) -> bool {
        self.cpu && mesa(&self.driver).is_some()
    }

    /// Whether so many workgroups keep every core of a processor busy to the end, long and short ones
    /// together.
    pub(crate) fn keeps_cores_busy(&self, groups: u64) -> bool {
        self.cores > 0 && groups >= (8 * u64::from(self.cores)).max(PROCESSOR_GROUPS)
    }

    /// Name, backend and driver in one line.
    pub fn title(&self) -> String {
        title(&self.name, &self.backend, &self.driver)
    }

    /// Whether lanes share loads from wherever: Mesa 25 shares only those from places known beforehand.
    pub(crate) fn shares_any_load(&self) -> bool {
        self.shared_loads && mesa(&self.driver) != Some(25)
    }

    /// Whether whole rows go key by key: where lanes share loads, but for many rows where they share only
    /// some, which took five times as long as with a key a lane (Mesa 25.0, LLVM 15, head size 64).
    pub(crate) fn rows_by_keys(&self, rows: u64, widest: u32) -> bool {
        self.shares_any_load() || (self.shared_loads && (rows < 128 || widest > 128))
    }

    /// Refuses a kernel whose invocations take so many rounds of loops in one dispatch where the driver ends
    /// them after 65,535 in all, without a word: lavapipe of Mesa 22.3 (25 does not).
    pub(crate) fn check_rounds(&self, kernel: &str, needed: u64) -> Result<()> {
        match self.loop_rounds() {
            Some(limit) if needed > limit => {
                Err(Error::Limit { what: format!("{kernel}: rounds of its loops"), needed, limit })
            }
            _ => Ok(()),
        }
    }

    /// How many those are.
    pub(crate) fn loop_rounds(&self) -> Option<u64> {
        (self.cpu && mesa(&self.driver).is_some_and(|major| major < 25)).then_some(LOOP_ROUNDS.into())
    }

    /// FLOPs that one dispatch should not exceed, for watchdogs end those that take seconds: a second of a
    /// GPU of 2 TFLOP/s or of ten cores.
    pub(crate) fn longest_dispatch(&self) -> u64 {
        if self.cpu { 1 << 38 } else { 1 << 41 }
    }

    /// Whether the driver leaves a loop of so many rounds as it is, and the arrays it walks in memory, read
    /// lane by lane, but compiles it quickly where the text has it written out: lavapipe from LLVM 22 on.
    /// (Rows of 256: 6.5 times as fast.)
    pub(crate) fn rolls_loops_over(&self, rounds: u32) -> bool {
        rounds > 32 && self.cpu && mesa(&self.driver) >= Some(26)
    }
}

/// Threads of this program's processor, on which a software driver runs; 0 where that is not known.
fn cores() -> u32 {
    std::thread::available_parallelism().map_or(0, |n| u32::try_from(n.get()).unwrap_or(u32::MAX))
}

/// Whether the processor of this program, which a software driver compiles for, has 32 vector registers.
fn many_registers() -> bool {
    #[cfg(target_arch = "x86_64")]
    return std::arch::is_x86_feature_detected!("avx512vl");
    #[cfg(not(target_arch = "x86_64"))]
    false
}

/// The major version in a driver's `Mesa 26.2.6 (LLVM 22.1.8)`: llvmpipe keeps values that all lanes
/// share as one from 25 on.
fn mesa(driver_info: &str) -> Option<u32> {
    let (_, version) = driver_info.split_once("Mesa ")?;
    version.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn driver(name: &str, version: &str) -> String {
    format!("{name} {version}").trim().to_string()
}

fn title(name: &str, backend: &str, driver: &str) -> String {
    // Browsers do not name the driver.
    let driver = if driver.is_empty() { String::new() } else { format!(", {driver}") };
    format!("{name} ({backend}{driver})")
}

/// A device with the library's caches. Cheap to clone; clones share the caches.
#[derive(Debug, Clone)]
pub struct Gpu {
    pub(crate) device: wgpu::Device,
    pub(crate) queue: wgpu::Queue,
    pub(crate) pipelines: Arc<Pipelines>,
    pub(crate) plans: Arc<Plans>,
    pub(crate) scratch: Arc<Scratch>,
    pub(crate) empty: [wgpu::Buffer; 2],
    caps: Arc<DeviceCaps>,
    /// The same after the self-check.
    pub(crate) checked: Arc<OnceCell<Arc<DeviceCaps>>>,
    pub(crate) trust: SelfCheck,
    pub(crate) tuning: Tuning,
    pub(crate) tuned: Arc<Found>,
    policy: Policy,
    /// Why the device was lost, if it was.
    lost: Loss,
    /// Whether this library opened the device, so that its callbacks are the library's.
    own: bool,
}

impl Gpu {
    /// Opens the first adapter that `filter` means (see [`find`]); without one, the adapter wgpu prefers for
    /// speed.
    ///
    /// # Errors
    /// [`Error::NoAdapter`], or [`Error::Device`] if the device cannot be opened.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(filter: Option<&str>) -> Result<Self> {
        pollster::block_on(Self::new_async(filter))
    }

    /// As [`Gpu::new`], for targets that may not block.
    ///
    /// # Errors
    /// As [`Gpu::new`].
    pub async fn new_async(filter: Option<&str>) -> Result<Self> {
        Self::from_adapter_async(&adapter_async(filter).await?).await
    }

    /// Opens an adapter with every feature and limit the library can use.
    ///
    /// # Errors
    /// [`Error::Device`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_adapter(adapter: &wgpu::Adapter) -> Result<Self> {
        pollster::block_on(Self::from_adapter_async(adapter))
    }

    /// As [`Gpu::from_adapter`], for targets that may not block.
    ///
    /// # Errors
    /// [`Error::Device`].
    pub async fn from_adapter_async(adapter: &wgpu::Adapter) -> Result<Self> {
        let features = Self::features(adapter);
        // SAFETY: cooperative matrices are marked experimental because their shaders may be miscompiled;
        // before the first plan with them the self-check compares attention by them with plain WGSL.
        let experimental = if features.contains(wgpu::Features::EXPERIMENTAL_COOPERATIVE_MATRIX) {
            unsafe { wgpu::ExperimentalFeatures::enabled() }
        } else {
            wgpu::ExperimentalFeatures::disabled()
        };
        let descriptor = wgpu::DeviceDescriptor {
            label: Some("wgpu-attention"),
            required_features: features,
            required_limits: adapter.limits(),
            experimental_features: experimental,
            ..Default::default()
        };
        let (device, queue) = Self::request_device_async(adapter, &descriptor).await?;
        let gpu = Self { own: true, ..Self::from_device_of(adapter, device, queue)? };
        let loss = gpu.loss();
        gpu.device
            .set_device_lost_callback(move |reason, message| loss.tell(format!("{reason:?}: {message}")));
        Ok(gpu)
    }

    /// Opens a device to share: as wgpu's `request_device`, but in browsers with subgroups where the adapter
    /// has them, which wgpu 30 cannot ask for.
    ///
    /// # Errors
    /// [`Error::Device`].
    pub async fn request_device_async(
        adapter: &wgpu::Adapter,
        descriptor: &wgpu::DeviceDescriptor<'_>,
    ) -> Result<(wgpu::Device, wgpu::Queue)> {
        #[cfg(target_arch = "wasm32")]
        let asked = crate::web::with_subgroups(|| adapter.request_device(descriptor));
        #[cfg(not(target_arch = "wasm32"))]
        let asked = adapter.request_device(descriptor);
        asked.await.map_err(|e| Error::Device(e.to_string()))
    }

    /// The features of an adapter that the library can use, for programs that open a device to share. Limits
    /// are used as far as they go: `adapter.limits()` are best. `EXPERIMENTAL_COOPERATIVE_MATRIX` is granted only
    /// with `experimental_features`. In browsers [`Gpu::request_device_async`] adds subgroups.
    pub fn features(adapter: &wgpu::Adapter) -> wgpu::Features {
        let wanted = wgpu::Features::SHADER_F16
            | wgpu::Features::SUBGROUP
            | wgpu::Features::TIMESTAMP_QUERY
            | wgpu::Features::EXPERIMENTAL_COOPERATIVE_MATRIX;
        adapter.features() & wanted
    }

    /// Shares the device of an existing wgpu program. What the device was opened with decides
    /// which kernels run: `SHADER_F16`, `SUBGROUP` and raised limits are used where they are; cooperative
    /// matrices need [`Gpu::from_device_of`].
    ///
    /// The program's callbacks stay as they are and are run by nothing here but what waits. If the device is
    /// lost it says so by [`Gpu::loss`] (browsers tell the library too); until then calls fail as wgpu has
    /// calls on a lost device fail.
    /// Plans that use more than plain WGSL are compared with it once, and the verdict is kept in the user's
    /// cache folder, in browsers as long as the page: see [`Gpu::with_self_check`].
    ///
    /// # Errors
    /// [`Error::Device`].
    pub fn from_device(device: wgpu::Device, queue: wgpu::Queue) -> Result<Self> {
        Self::with_coop(device, queue, &[])
    }

    /// As [`Gpu::from_device`], with the adapter that the device was opened from, which tells what
    /// cooperative matrices there are. They are used if the device has `EXPERIMENTAL_COOPERATIVE_MATRIX`.
    ///
    /// # Errors
    /// [`Error::Device`].
    pub fn from_device_of(adapter: &wgpu::Adapter, device: wgpu::Device, queue: wgpu::Queue) -> Result<Self> {
        Self::with_coop(device, queue, &adapter.cooperative_matrix_properties())
    }

    fn with_coop(
        device: wgpu::Device,
        queue: wgpu::Queue,
        coop: &[wgpu::CooperativeMatrixProperties],
    ) -> Result<Self> {
        let caps = DeviceCaps::from_device(&device, coop);
        // One to read and one to write: no dispatch may do both to a buffer.
        let empty = [(); 2].map(|()| {
            device.create_buffer(&wgpu::BufferDescriptor {
                label: Some("wgpu-attention empty"),
                size: EMPTY_STRIDE * 16,
                usage: wgpu::BufferUsages::STORAGE,
                mapped_at_creation: false,
            })
        });
        let lost = Loss::default();
        #[cfg(target_arch = "wasm32")]
        crate::web::tell_loss(&device, lost.clone());
        Ok(Self {
            device,
            queue,
            pipelines: Arc::default(),
            plans: Arc::default(),
            scratch: Arc::default(),
            empty,
            caps: Arc::new(caps),
            checked: Arc::default(),
            trust: SelfCheck::default(),
            tuning: Tuning::default(),
            tuned: Arc::default(),
            policy: Policy::default(),
            lost,
            own: false,
        })
    }

    /// The same device and caches under another policy.
    pub fn with_policy(&self, policy: Policy) -> Self {
        Self { policy, ..self.clone() }
    }

    /// The same device and caches, with plans made for other capabilities. Only for tests: a
    /// plan for what the device lacks will fail to compile.
    pub fn with_caps(&self, caps: DeviceCaps) -> Self {
        let caps = Arc::new(caps);
        let checked = Arc::new(OnceCell::from(caps.clone()));
        Self { caps, checked, ..self.clone() }
    }

    /// The same device and caches, with tiers trusted in another way and not checked yet.
    pub fn with_self_check(&self, trust: SelfCheck) -> Self {
        Self { trust, checked: Arc::default(), ..self.clone() }
    }

    /// The same device and caches, with plans that follow measurements or do not; what this process
    /// found so far is forgotten.
    pub fn with_tuning(&self, tuning: Tuning) -> Self {
        Self { tuning, tuned: Arc::default(), plans: Arc::default(), ..self.clone() }
    }

    /// The wgpu device.
    pub fn device(&self) -> &wgpu::Device {
        &self.device
    }

    /// The wgpu queue.
    pub fn queue(&self) -> &wgpu::Queue {
        &self.queue
    }

    /// What plans know of the device; after the self-check also which tiers it failed.
    pub fn caps(&self) -> &DeviceCaps {
        self.known()
    }

    /// The capabilities that plans are made for: one value until the self-check, one after.
    fn known(&self) -> &Arc<DeviceCaps> {
        self.checked.get().unwrap_or(&self.caps)
    }

    /// Pipelines compiled so far on this device, less those let go of by [`Gpu::trim`].
    pub fn pipelines_compiled(&self) -> usize {
        self.pipelines.len()
    }

    /// Lets go of kept plans, and of pipelines and scratch memory that no [`Prepared`] of the caller's holds.
    /// A call that needs one later makes it again.
    pub fn trim(&self) {
        self.plans.clear();
        self.pipelines.trim();
        self.scratch.clear();
    }

    /// Plans a problem for this device and prepares it; an equal problem that was planned before
    /// is found again (see [`Keep`](crate::plan::Keep)). The first plan that uses more than plain WGSL runs
    /// the self-check.
    ///
    /// # Errors
    /// Whatever is wrong with the problem, or keeps the device from running it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn plan(&self, problem: &(impl Problem + ?Sized)) -> Result<Prepared> {
        pollster::block_on(self.plan_async(problem))
    }

    /// As [`Gpu::plan`], for targets that may not block.
    ///
    /// # Errors
    /// As [`Gpu::plan`].
    pub async fn plan_async(&self, problem: &(impl Problem + ?Sized)) -> Result<Prepared> {
        loop {
            let caps = self.known().clone();
            if let Some(prepared) = self.plans.find(problem, &self.policy, &caps) {
                return Ok(prepared);
            }
            let plan = self.planned(problem, &caps)?;
            if plan.tier() > Tier::Plain {
                self.self_check_async(&|_| {}).await;
                // Whoever checked, and whenever: the plan may know nothing of it.
                if !Arc::ptr_eq(&caps, self.known()) {
                    continue;
                }
            }
            let prepared = self.prepare_async(plan).await?;
            self.plans.keep(problem, &self.policy, &caps, &prepared);
            return Ok(prepared);
        }
    }

    /// Plans a problem for this device without compiling anything.
    ///
    /// # Errors
    /// As [`Gpu::plan`].
    pub fn explain(&self, problem: &(impl Problem + ?Sized)) -> Result<Plan> {
        self.planned(problem, self.known())
    }

    fn planned(&self, problem: &(impl Problem + ?Sized), caps: &DeviceCaps) -> Result<Plan> {
        let tuned = if self.policy == Policy::default() { self.tuned(problem) } else { None };
        if let Some(policy) = tuned {
            // A problem that asks for more than its class may have no such plan.
            if let Ok(mut plan) = problem.plan(caps, &policy) {
                let why = format!("measured fastest for its class: {policy}");
                plan.take("tune", why);
                return Ok(plan);
            }
        }
        problem.plan(caps, &self.policy)
    }

    /// Submits one encoder.
    ///
    /// # Errors
    /// [`Error::DeviceLost`].
    pub fn submit(&self, encoder: wgpu::CommandEncoder) -> Result<()> {
        self.check_lost()?;
        self.queue.submit([encoder.finish()]);
        Ok(())
    }

    /// What the program's callback tells of a shared device's loss by. It holds nothing of the device.
    pub fn loss(&self) -> Loss {
        self.lost.clone()
    }

    pub(crate) fn check_lost(&self) -> Result<()> {
        if self.own {
            // wgpu tells of a loss while it polls; what the poll itself reports comes again in `wait`.
            let _ = self.device.poll(wgpu::PollType::Poll);
        }
        let lost = self.lost.0.lock().unwrap_or_else(PoisonError::into_inner);
        lost.as_ref().map_or(Ok(()), |why| Err(Error::DeviceLost(why.clone())))
    }
}

/// Whether a device is lost, and why; all clones say the same. See [`Gpu::loss`].
#[derive(Debug, Clone, Default)]
pub struct Loss(Arc<Mutex<Option<String>>>);

impl Loss {
    /// Says that the device is lost: calls are [`Error::DeviceLost`] from then on.
    pub fn tell(&self, why: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(why);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_mesa_is_read_from_the_drivers_text() {
        assert_eq!(mesa("Mesa 26.2.6-1 (LLVM 22.1.8)"), Some(26));
        assert_eq!(mesa("Mesa 22.3.6 (LLVM 15.0.6)"), Some(22));
        assert_eq!((mesa(""), mesa("SwiftShader driver"), mesa("Mesa git")), (None, None, None));
    }
}
