//! Keys past what drivers loop over in one invocation, and rows that no sequence has.

use crate::{adapters, journal};
use wgpu_attention::{
    Attention, AttentionGradient, DType, Error, Gpu, HostTensors, MapCells, Policy, Ragged, Reduction, Role,
    Tensors, WeightMap,
};

/// Mesa 22.3 ended the loops of an invocation after 65,535 rounds in all: outputs lacked the last keys.
#[test]
fn the_last_of_many_keys_count() {
    const KEYS: usize = 60_000;
    // Scores are equal, so that the output is the share of keys whose value is 1: the last quarter.
    let one = |dim: usize| {
        let values: Vec<f32> =
            (0..KEYS * dim).map(|n| f32::from(u8::from(n / dim >= KEYS / 4 * 3))).collect();
        let host = HostTensors::new().floats(Role::Q, DType::F32, &vec![0.0; dim]);
        let host = host.floats(Role::K, DType::F32, &vec![0.0; KEYS * dim]);
        (dim, host.floats(Role::V, DType::F32, &values))
    };
    let all = [4, 128].map(one);
    adapters::each(|class, gpu| {
        for (dim, host) in &all {
            let p = Attention::new(1, 1, 1, *dim as u32).kv_len(KEYS as u32);
            for kernel in ["flash", "flash_rows", "naive"] {
                let policy = Policy { kernel: Some(kernel.into()), splits: Some(1), ..Policy::default() };
                let prepared = match gpu.with_policy(policy).plan(&p) {
                    // Two passes that do not merge.
                    Err(Error::Limit { what, .. }) if what.starts_with("naive: rounds") => continue,
                    other => other.unwrap(),
                };
                let got = gpu.run_host(&prepared, host).unwrap().decode(Role::O, DType::F32).unwrap();
                let worst = got.iter().fold(0.0f32, |worst, x| worst.max((x - 0.25).abs()));
                assert!(worst < 1e-4, "{class}: {kernel} of size {dim} is off by {worst}");
            }
        }
    });
    journal::assert_silent("many keys");
}

/// Merges read partial results of rows that a sequence has, and of no others.
#[test]
fn splits_leave_rows_of_no_sequence_as_they_are() {
    let (heads, rows, dim, keys) = (2usize, 8usize, 4usize, 600usize);
    let mut p = Attention::new(4, 2, 2, 4).kv_len(150).with_lse();
    p.ragged = Some(Ragged { total_q: 8, total_kv: 600 });
    let p = p.contiguous();
    // Of three queries too many for two, two are taken; one sequence is empty.
    let starts = [1u32, 2, 2, 5, 6];
    let mine = |row: usize| [1, 2, 3, 5].contains(&row);
    let fill = |gpu: &Gpu, count: usize, x: f32| {
        let bytes: Vec<u8> = vec![x; count].into_iter().flat_map(f32::to_le_bytes).collect();
        gpu.upload("rows", bytes.len() as u64, &bytes).unwrap()
    };
    adapters::each(|class, gpu| {
        let table = |values: &[u32]| {
            let bytes: Vec<u8> = values.iter().flat_map(|x| x.to_le_bytes()).collect();
            gpu.upload("offsets", bytes.len() as u64, &bytes).unwrap()
        };
        for splits in [1, 3] {
            let policy = Policy { splits: Some(splits), ..Policy::default() };
            let prepared = gpu.with_policy(policy).plan(&p).unwrap();
            let inputs = [heads * rows * dim, heads * keys * dim, heads * keys * dim]
                .map(|count| fill(gpu, count, 0.5));
            let [o, lse] = [heads * rows * dim, heads * rows].map(|count| fill(gpu, count, -7.0));
            let [q_starts, kv_starts] = [table(&starts), table(&[0, 150, 300, 450, 600])];
            let call = Tensors::new()
                .with(Role::Q, &inputs[0])
                .with(Role::K, &inputs[1])
                .with(Role::V, &inputs[2])
                .with(Role::CuSeqlensQ, &q_starts)
                .with(Role::CuSeqlensKv, &kv_starts)
                .with(Role::O, &o)
                .with(Role::Lse, &lse);
            let mut encoder = gpu.device().create_command_encoder(&Default::default());
            gpu.record(&mut encoder, &prepared, &call).unwrap();
            gpu.submit(encoder).unwrap();
            let floats = |buffer: &wgpu::Buffer| {
                let bytes = gpu.read(buffer, buffer.size()).unwrap();
                bytes.chunks_exact(4).map(|x| f32::from_le_bytes(x.try_into().unwrap())).collect::<Vec<_>>()
            };
            for (n, x) in floats(&o).into_iter().enumerate() {
                let want = if mine(n / dim % rows) { 0.5 } else { -7.0 };
                assert!((x - want).abs() < 1e-5, "{class}, {splits} splits, o[{n}]: {x} for {want}");
            }
            for (n, x) in floats(&lse).into_iter().enumerate() {
                let want = if mine(n % rows) { 0.5 + 150f32.ln() } else { -7.0 };
                assert!((x - want).abs() < 1e-5, "{class}, {splits} splits, lse[{n}]: {x} for {want}");
            }
        }
    });
    journal::assert_silent("rows of no sequence");
}

/// Gradients sum over a group's queries in one invocation: right, or refused with both numbers.
#[test]
fn gradients_over_many_queries_are_right_or_refused() {
    const LEN: usize = 8000;
    let mut p = AttentionGradient::new(Attention::new(1, 8, LEN as u32, 4).kv_heads(1).kv_len(4));
    p.wanted = [false, false, true];
    let count = |heads: usize, rows: usize| vec![0.0; heads * rows * 4];
    let host = HostTensors::new()
        .floats(Role::Q, DType::F32, &count(8, LEN))
        .floats(Role::K, DType::F32, &count(1, 4))
        .floats(Role::V, DType::F32, &count(1, 4))
        .floats(Role::O, DType::F32, &count(8, LEN))
        .floats(Role::Lse, DType::F32, &vec![4f32.ln(); 8 * LEN])
        .floats(Role::GradO, DType::F32, &vec![1.0; 8 * LEN * 4]);
    adapters::each(|class, gpu| {
        let prepared = match gpu.plan(&p) {
            Err(Error::Limit { what, needed, limit }) => {
                assert!(what.contains("rounds") && needed > limit, "{what}");
                return adapters::say(&format!("{class}: a gradient over 64,000 rows is refused: {what}"));
            }
            other => other.unwrap(),
        };
        let got = gpu.run_host(&prepared, &host).unwrap().decode(Role::GradV, DType::F32).unwrap();
        let want = (8 * LEN / 4) as f32;
        assert!(got.iter().all(|x| (x / want - 1.0).abs() < 1e-4), "{class}: {got:?} for {want}");
    });
    journal::assert_silent("gradients over many queries");
}

/// A cell of a map goes over all of its pairs in one invocation.
#[test]
fn maps_of_large_cells_are_right_or_refused() {
    adapters::each(|class, gpu| {
        for side in [64u32, 256] {
            let p = Attention::new(1, 1, side, 64).with_lse();
            let floats = |role: Role, count: u32, x: f32| {
                HostTensors::new().floats(role, DType::F32, &vec![x; count as usize])
            };
            let host = floats(Role::Q, side * 64, 0.0)
                .floats(Role::K, DType::F32, &vec![0.0; side as usize * 64])
                .floats(Role::Lse, DType::F32, &vec![(side as f32).ln(); side as usize]);
            for cells in [MapCells::Blocks { block_q: side, block_kv: side }, MapCells::Diagonals] {
                let map = WeightMap { attention: p.clone(), cells, reduction: Reduction::Sum };
                let prepared = match gpu.plan(&map) {
                    Err(Error::Limit { what, .. }) if what.starts_with("weight_map: rounds") => {
                        adapters::say(&format!("{class}: {cells:?} is refused: {what}"));
                        continue;
                    }
                    other => other.unwrap(),
                };
                let got = gpu.run_host(&prepared, &host).unwrap().decode(Role::Scores, DType::F32).unwrap();
                let sum: f32 = got.iter().sum();
                assert!((sum / side as f32 - 1.0).abs() < 1e-4, "{class}: {cells:?} sums to {sum}");
            }
        }
    });
    journal::assert_silent("maps of large cells");
}
