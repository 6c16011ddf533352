//! Runs one case on one device under one policy and compares every output.

use crate::cases::Case;
use crate::tolerance::{Truth, compare};
use crate::{adapters, inputs, journal, twin};
use wgpu_attention::reference::{self, AttentionInputs};
use wgpu_attention::wgpu::{self, util::DeviceExt as _};
use wgpu_attention::{
    Attention, DType, DeviceCaps, Error, Gpu, Plan, Policy, Problem as _, Role, Tensors, Tier,
};

/// A way to run the softmax engine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Route {
    pub(crate) name: &'static str,
    pub(crate) kernel: &'static str,
    pub(crate) splits: u32,
    pub(crate) max_tier: Option<Tier>,
    /// Whether every row is summed key by key; what the device does where it may choose.
    pub(crate) shared_loads: Option<bool>,
}

/// The table of implementations every case runs on.
pub(crate) const ROUTES: &[Route] = &[
    route("flash", "flash", 1, Some(Tier::Plain)),
    route("flash, subgroups", "flash", 1, None),
    route("split 2", "flash", 2, None),
    route("split 5", "flash", 5, Some(Tier::Plain)),
    rows("flash_rows, by features", 1, Some(false)),
    rows("flash_rows, by keys", 1, Some(true)),
    rows("flash_rows, split 2", 2, None),
    route("naive", "naive", 1, None),
];

/// One route a kernel, for groups where every case asks for its own pipelines.
pub(crate) const KERNELS: &[Route] = &[ROUTES[0], rows("flash_rows", 1, None), ROUTES[7]];

const fn route(name: &'static str, kernel: &'static str, splits: u32, max_tier: Option<Tier>) -> Route {
    Route { name, kernel, splits, max_tier, shared_loads: None }
}

const fn rows(name: &'static str, splits: u32, shared_loads: Option<bool>) -> Route {
    Route { name, kernel: "flash_rows", splits, max_tier: None, shared_loads }
}

impl Route {
    fn policy(&self) -> Policy {
        let (splits, max_tier) = (Some(self.splits), self.max_tier);
        Policy { kernel: Some(self.kernel.into()), splits, max_tier, ..Policy::default() }
    }
}

/// A case with its inputs and what should come out.
pub(crate) struct Prepared<'a> {
    pub(crate) case: &'a Case,
    pub(crate) x: AttentionInputs,
    truths: Vec<(Role, &'static str, Truth)>,
}

/// Computes inputs and expectations once for all devices.
pub(crate) fn prepare(case: &Case) -> Prepared<'_> {
    let (x, p) = (inputs::of(case), inputs::joined(&case.problem));
    let (exact, twin) = (reference::attention(&p, &x), twin::attention(&p, &x));
    let truth = |exact, twin, dtype| Truth { exact, twin, dtype };
    let mut truths = vec![
        (Role::O, "o", truth(exact.o, twin.o, p.out_dtype)),
        (Role::Lse, "lse", truth(exact.lse, twin.lse, DType::F32)),
        (Role::Scores, "scores", truth(exact.scores, twin.scores, DType::F32)),
        (Role::PresentK, "present_k", truth(x.k.clone(), x.k.clone(), p.dtype)),
        (Role::PresentV, "present_v", truth(x.v.clone(), x.v.clone(), p.dtype)),
    ];
    truths.retain(|(role, ..)| written(&case.problem).contains(role));
    Prepared { case, x, truths }
}

fn written(p: &Attention) -> Vec<Role> {
    let tensors = p.tensors().expect("cases are valid");
    tensors.into_iter().filter(|(_, _, written)| *written).map(|(role, ..)| role).collect()
}

/// A storage buffer that holds `bytes`.
pub(crate) fn upload(gpu: &Gpu, mut bytes: Vec<u8>) -> wgpu::Buffer {
    bytes.resize(bytes.len().next_multiple_of(4).max(16), 0xff);
    gpu.device().create_buffer_init(&wgpu::util::BufferInitDescriptor {
        label: Some("test"),
        contents: &bytes,
        usage: wgpu::BufferUsages::STORAGE | wgpu::BufferUsages::COPY_SRC,
    })
}

/// The bytes of every output.
pub(crate) type Outputs = Vec<(Role, Vec<u8>)>;

/// Runs a plan on a case's inputs, outputs filled with NaN and banded beforehand.
pub(crate) fn execute(gpu: &Gpu, plan: Plan, p: &Attention, x: &AttentionInputs) -> Result<Outputs, Error> {
    let prepared = gpu.prepare(plan)?;
    let mut buffers = Vec::new();
    for &(role, bytes, written) in &prepared.plan().tensors {
        let data = if written { inputs::view(p, role)?.unwritten() } else { inputs::bytes(p, x, role)? };
        assert!(data.len() as u64 >= bytes, "{role}: the plan wants {bytes} bytes of {}", data.len());
        let len = data.len() as u64;
        buffers.push((role, written, len, upload(gpu, data)));
    }
    let call = buffers.iter().fold(Tensors::new(), |call, (role, _, _, b)| call.with(*role, b));
    let mut encoder = gpu.device().create_command_encoder(&Default::default());
    gpu.record(&mut encoder, &prepared, &call)?;
    gpu.submit(encoder)?;
    let outputs = buffers.iter().filter(|(_, written, ..)| *written);
    outputs.map(|(role, _, len, buffer)| Ok((*role, gpu.read(buffer, *len)?))).collect()
}

impl Prepared<'_> {
    /// The same inputs and expectations for a problem that says the same in other words.
    pub(crate) fn said<'b>(&self, case: &'b Case) -> Prepared<'b> {
        Prepared { case, x: self.x.clone(), truths: self.truths.clone() }
    }

    /// Plans the case for a route.
    pub(crate) fn plan(&self, gpu: &Gpu, route: &Route) -> Result<Plan, Error> {
        let own = gpu.caps();
        let shared_loads = route.shared_loads.unwrap_or(own.shared_loads);
        self.case.problem.plan(&DeviceCaps { shared_loads, ..own.clone() }, &route.policy())
    }

    /// Compares outputs with what should come out.
    pub(crate) fn compare(&self, kernel: &str, outputs: &Outputs) -> Result<(), String> {
        for (role, name, truth) in &self.truths {
            let (_, bytes) = outputs.iter().find(|(r, _)| r == role).ok_or(format!("{name}: no output"))?;
            let view = inputs::view(&self.case.problem, *role).map_err(|e| e.to_string())?;
            let got = view.checked(bytes).map_err(|e| format!("{name}: {e}"))?;
            compare(name, kernel, &got, truth)?;
        }
        Ok(())
    }

    /// Runs the case on one route after `edit`ing the plan.
    pub(crate) fn check(
        &self,
        gpu: &Gpu,
        route: &Route,
        edit: impl Fn(&mut Plan),
    ) -> Result<Outputs, String> {
        let mut plan = self.plan(gpu, route).map_err(|e| e.to_string())?;
        edit(&mut plan);
        let outputs = execute(gpu, plan, &self.case.problem, &self.x).map_err(|e| e.to_string())?;
        self.compare(route.name, &outputs)?;
        Ok(outputs)
    }
}

/// Runs cases on every adapter and route; fails with every case that failed. A case that needs
/// more storage buffers than a device has is counted and shown.
pub(crate) fn run_all(group: &str, cases: &[Case]) {
    run_on(group, cases, |_, gpu| Some(gpu.clone()), ROUTES);
}

/// As [`run_all`], by one route a kernel. Mesa's GLES has lavapipe's compiler, which takes seconds a
/// kernel: where both are there, every third case is run on it.
pub(crate) fn run_kernels(group: &str, cases: &[Case]) {
    let both = adapters::all().iter().any(|(class, _)| *class == "lavapipe");
    let (thirds, others): (Vec<_>, Vec<_>) = cases.iter().enumerate().partition(|(n, _)| n % 3 == 0);
    let [thirds, others] =
        [thirds, others].map(|part| part.into_iter().map(|(_, case)| case.clone()).collect::<Vec<_>>());
    run_on(group, &thirds, |_, gpu| Some(gpu.clone()), KERNELS);
    run_on(group, &others, |class, gpu| (class != "gles" || !both).then(|| gpu.clone()), KERNELS);
}

/// As [`run_all`], on the devices `change` makes of the adapters.
pub(crate) fn run_on(
    group: &str,
    cases: &[Case],
    change: impl Fn(&str, &Gpu) -> Option<Gpu>,
    routes: &[Route],
) {
    let mut failures = Vec::new();
    let mut tally: Vec<(&str, usize, usize, f64)> =
        adapters::all().iter().map(|(name, _)| (*name, 0, 0, 0.0)).collect();
    for case in cases {
        let prepared = prepare(case);
        adapters::each(|class, gpu| {
            let tally = tally.iter_mut().find(|(name, ..)| *name == class);
            let (Some(tally), Some(gpu)) = (tally, change(class, gpu)) else { return };
            let begin = std::time::Instant::now();
            for route in routes {
                match prepared.plan(&gpu, route) {
                    Err(Error::Limit { what, .. }) if what.contains("storage buffers") => {
                        tally.2 += 1;
                        continue;
                    }
                    // Known before any device is asked: heads too wide for whole rows.
                    Err(Error::Unsupported { what, .. }) if what == "kernel flash_rows" => {
                        let dims = case.problem.qk_dim.max(case.problem.v_dim);
                        let most =
                            if route.shared_loads.unwrap_or(gpu.caps().shared_loads) { 256 } else { 128 };
                        assert!(dims > most, "{}: declined at size {dims}", case.name);
                        continue;
                    }
                    _ => {}
                }
                tally.1 += 1;
                if let Err(e) = prepared.check(&gpu, route, |_| {}) {
                    failures.push(format!("{} on {class}, {}: {e}", case.name, route.name));
                    adapters::say(&format!("{group} FAILED: {}", failures[failures.len() - 1]));
                }
            }
            tally.3 += begin.elapsed().as_secs_f64();
        });
    }
    for (class, run, skipped, seconds) in &tally {
        let skipped =
            if *skipped > 0 { format!(", {skipped} need more storage buffers") } else { String::new() };
        adapters::say(&format!("{group} on {class}: {run} runs in {seconds:.1} s{skipped}"));
    }
    assert!(tally.iter().any(|t| t.1 > 0), "{group}: nothing ran");
    assert!(failures.is_empty(), "{group}: {} failed\n{}", failures.len(), failures.join("\n"));
    journal::assert_silent(group);
}
