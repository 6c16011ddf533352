//! Small limits, so that small problems are cut into parts and laid out on 2-D grids, and
//! devices without f16.

use crate::cases::{self, Case, problem};
use crate::runner::{KERNELS, ROUTES, prepare, run_on};
use crate::{adapters, journal};
use wgpu_attention::{Attention, DType, DeviceCaps, Gpu, MaskShape};

/// The flash routes; the naive kernel does not cut its matrix of scores.
const FLASH: usize = 3;

fn limited(gpu: &Gpu, max_binding: u64, max_groups: u32) -> Gpu {
    gpu.with_caps(DeviceCaps { max_binding, max_groups, ..gpu.caps().clone() })
}

#[test]
fn small_bindings_cut_batches_and_heads() {
    let p = problem([3, 4, 2], [64, 64], [16, 16]).causal();
    let mask = Attention { mask: Some(MaskShape([3, 4, 64, 64])), ..p.clone() };
    let bias = Attention { bias: Some((DType::F32, MaskShape([1, 4, 64, 64]))), ..p.clone() };
    let cases = [
        Case::new("cut", p.clone()),
        Case::new("cut bnhd", p.clone().contiguous_bnhd()),
        Case::new("cut with a mask", mask),
        Case::new("cut with a bias", bias),
        Case::new("cut f16", p.dtype(DType::F16)),
    ];
    // One entry of q is 16 KiB and one pair of its heads 8 KiB; a mask head pair is 8 KiB, of a
    // bias 32 KiB.
    for max_binding in [40 << 10, 33 << 10] {
        run_on("cuts", &cases, |_, gpu| Some(limited(gpu, max_binding, 65_535)), &ROUTES[..1]);
    }
    let parts = |gpu: &Gpu| {
        let plan = prepare(&cases[0]).plan(gpu, &ROUTES[0]).expect("fits in parts");
        plan.recording.dispatches.len()
    };
    for (class, gpu) in adapters::all() {
        assert_eq!(parts(gpu), 1, "{class}");
        assert!(parts(&limited(gpu, 33 << 10, 65_535)) > 1, "{class}: nothing was cut");
    }
}

#[test]
fn small_bindings_cut_single_heads() {
    let p = problem([2, 4, 2], [64, 64], [16, 16]).causal();
    let case = [Case::new("cut by heads", p)];
    let change = |gpu: &Gpu| limited(gpu, 9 << 10, 65_535);
    run_on("cuts by heads", &case, |_, gpu| Some(change(gpu)), &ROUTES[..1]);
    for (class, gpu) in adapters::all() {
        let plan = prepare(&case[0]).plan(&change(gpu), &ROUTES[0]).expect("fits in parts");
        assert_eq!(plan.recording.dispatches.len(), 4, "{class}");
    }
}

#[test]
fn small_grids_go_two_dimensional() {
    // 7 x 7 groups hold it, 7 x 1 do not; the copies of a cache and merges go 2-D as well.
    let cases = [Case::new("2-D grid", problem([2, 4, 2], [65, 65], [8, 8]).causal())];
    run_on("2-D grids", &cases, |_, gpu| Some(limited(gpu, 128 << 20, 24)), ROUTES);
    let small = cases.iter().map(prepare);
    for (prepared, (_, gpu)) in small.zip(adapters::all()) {
        let plan = prepared.plan(&limited(gpu, 128 << 20, 7), &ROUTES[0]).expect("fits in two dimensions");
        assert!(plan.recording.dispatches.iter().all(|d| d.grid[0] <= 7), "{plan}");
    }
    let past = cases::past();
    run_on("2-D grids, past", &past, |_, gpu| Some(limited(gpu, 128 << 20, 24)), &ROUTES[..FLASH]);
}

#[test]
fn f16_is_unpacked_where_the_device_lacks_it() {
    let without = |gpu: &Gpu| {
        let caps = gpu.caps();
        // Elsewhere the table has run it so already.
        caps.f16.then(|| gpu.with_caps(DeviceCaps { f16: false, ..caps.clone() }))
    };
    let f16 = |case: &Case| case.problem.dtype == DType::F16 || case.problem.out_dtype == DType::F16;
    let cases: Vec<Case> = cases::dtypes().into_iter().filter(f16).collect();
    if adapters::all().iter().all(|(_, gpu)| without(gpu).is_none()) {
        adapters::say("packed f16: no adapter has f16, the table itself ran packed");
        return;
    }
    run_on("packed f16", &cases, |_, gpu| without(gpu), KERNELS);
    journal::assert_silent("packed f16");
}
