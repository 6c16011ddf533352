//! Runs one case on one device under one policy and compares every output.

use crate::cases::Case;
use crate::tolerance::{Truth, compare};
use crate::{adapters, inputs, journal, twin};
use std::collections::BTreeMap;
use wgpu_attention::conformance::Status;
use wgpu_attention::conformance::suite::Check;
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
    Route { max_tier: Some(Tier::Plain), ..rows("flash_rows, by features", 1, Some(false)) },
    rows("flash_rows, by keys", 1, Some(true)),
    // By lanes, where subgroups have eight.
    rows("flash_rows, split 2", 2, Some(false)),
    route("naive", "naive", 1, None),
];

/// One route a kernel, for groups where every case asks for its own pipelines.
pub(crate) const KERNELS: &[Route] = &[ROUTES[0], rows("flash_rows", 1, None), ROUTES[7]];

/// The same, and keys in parts, by subgroups where there are some.
const KERNELS_AND_PARTS: &[Route] = &[KERNELS[0], KERNELS[1], KERNELS[2], ROUTES[2]];

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
    let exact = reference::attention(&p, &x);
    let twin = twin::attention(&p, &x, &exact);
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

/// What came of a route on a device.
const RAN: &str = "runs";
const NO_BUFFERS: &str = "need more storage buffers";
const TOO_WIDE: &str = "too wide for whole rows";
const NO_MATRICES: &str = "ask for matrices, of which it has none";

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

    /// Why the device declines a route, where it may; `None` if it must come out right.
    fn declined(&self, gpu: &Gpu, route: &Route) -> Option<&'static str> {
        let p = &self.case.problem;
        match self.plan(gpu, route) {
            Ok(plan) => {
                let matrices = plan.tier() == Tier::Matrix || p.q_len == 0;
                assert!(matrices || route.kernel != "flash_matrix", "{}: {plan}", self.case.name);
                None
            }
            Err(Error::Limit { what, .. }) if what.contains("storage buffers") => Some(NO_BUFFERS),
            Err(Error::Unsupported { what, .. }) if what == "kernel flash_rows" => {
                let dims = p.qk_dim.max(p.v_dim);
                let shared = route.shared_loads.unwrap_or(gpu.caps().shared_loads);
                assert!(dims > if shared { 256 } else { 128 }, "{}: declined at size {dims}", self.case.name);
                Some(TOO_WIDE)
            }
            Err(Error::Unsupported { what, why }) if what == "kernel flash_matrix" => {
                let none = gpu.caps().coop_sizes.is_empty() && why.contains("lists no cooperative matrices");
                none.then_some(NO_MATRICES)
            }
            Err(_) => None,
        }
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

/// Runs cases on every adapter and route.
pub(crate) fn run_all(group: &str, cases: &[Case]) {
    run_on(group, cases, |_, gpu| Some(gpu.clone()), ROUTES);
}

/// As [`run_all`], by one route a kernel.
pub(crate) fn run_kernels(group: &str, cases: &[Case]) {
    run_on(group, cases, |_, gpu| Some(gpu.clone()), KERNELS);
}

/// As [`run_kernels`], and with the keys in parts.
pub(crate) fn run_parts(group: &str, cases: &[Case]) {
    run_on(group, cases, |_, gpu| Some(gpu.clone()), KERNELS_AND_PARTS);
}

/// Runs cases on the devices `change` makes of the adapters, each of them those that [`adapters::one_of`]
/// gives it; fails with every case that failed. A case that needs more storage buffers than a device has is
/// counted and shown.
pub(crate) fn run_on(
    group: &str,
    cases: &[Case],
    change: impl Fn(&str, &Gpu) -> Option<Gpu>,
    routes: &[Route],
) {
    let mut failures = Vec::new();
    // Of every adapter: seconds, and what came of how many routes.
    let mut tally: BTreeMap<&str, (f64, BTreeMap<&str, usize>)> = BTreeMap::new();
    for (n, case) in cases.iter().enumerate() {
        let prepared = prepare(case);
        adapters::each(|class, gpu| {
            let (seconds, counts) = tally.entry(class).or_default();
            if !n.is_multiple_of(adapters::one_of(1, gpu)) {
                return;
            }
            let Some(gpu) = change(class, gpu) else { return };
            let begin = std::time::Instant::now();
            for route in routes {
                let declined = prepared.declined(&gpu, route);
                *counts.entry(declined.unwrap_or(RAN)).or_default() += 1;
                if declined.is_some() {
                    continue;
                }
                if let Err(e) = prepared.check(&gpu, route, |_| {}) {
                    failures.push(format!("{} on {class}, {}: {e}", case.name, route.name));
                    adapters::say(&format!("{group} FAILED: {}", failures[failures.len() - 1]));
                }
            }
            *seconds += begin.elapsed().as_secs_f64();
        });
    }
    for (class, (seconds, counts)) in &tally {
        let counts: Vec<_> = counts.iter().map(|(what, n)| format!("{n} {what}")).collect();
        let counts = if counts.is_empty() { "left out".into() } else { counts.join(", ") };
        adapters::say(&format!("{group} on {class}: {counts} in {seconds:.1} s"));
    }
    let asked = |counts: &BTreeMap<_, _>| counts.contains_key(RAN) || counts.contains_key(NO_MATRICES);
    assert!(tally.values().any(|(_, counts)| asked(counts)), "{group}: nothing ran");
    assert!(failures.is_empty(), "{group}: {} failed\n{}", failures.len(), failures.join("\n"));
    journal::assert_silent(group);
}

/// Runs checks of the suite on every adapter, each `step`th, none of which may fail, and shows `judge` those
/// that passed.
pub(crate) fn run_checks(
    group: &str,
    checks: &[Check],
    step: impl Fn(&Gpu) -> usize,
    judge: impl Fn(&str, &Gpu, &[&Check]),
) {
    adapters::each(|class, gpu| {
        let own = checks.iter().step_by(step(gpu));
        let findings: Vec<_> = own.map(|check| (check, check.run(gpu))).collect();
        let (passed, others): (Vec<_>, Vec<_>) = findings.iter().partition(|(_, f)| f.status == Status::Pass);
        let (unsupported, failed): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|(_, f)| f.status == Status::Unsupported);
        let count = [passed.len(), unsupported.len()];
        adapters::say(&format!("{group} on {class}: {} passed, {} unsupported", count[0], count[1]));
        assert!(failed.is_empty() && !passed.is_empty(), "{group} on {class}: {failed:#?}");
        let passed: Vec<_> = passed.iter().map(|(check, _)| *check).collect();
        judge(class, gpu, &passed);
    });
    journal::assert_silent(group);
}
