//! Pooling, scores, choices and gates, each alone.

use crate::adapters;
use crate::sparse::{inputs, noise};
use wgpu_attention::{
    Attention, Choice, DType, Gate, HostTensors, Layout, MapCells, Pool, Pooling, Reduction, Reverse, Role,
    Rows, ScoreOutput, ScoreStage, Scores, Select, WeightMap, reference,
};

fn bits(row: &[bool]) -> Vec<u32> {
    row.chunks(32).map(|word| word.iter().enumerate().fold(0, |w, (n, &on)| w | u32::from(on) << n)).collect()
}

/// Choices with forced blocks, groups, budgets, rows of several queries and short rows.
fn choices() -> Vec<Select> {
    let mut all = Vec::new();
    for choice in
        [Choice::TopK(3), Choice::TopK(100), Choice::Threshold(0.25), Choice::TopP(0.5), Choice::TopP(1.0)]
    {
        let plain = Select::new(2, 2, 70, 2, choice);
        all.push(Select { own: true, ..plain.clone() });
        all.push(Select { causal: false, group: 2, row_step: 4, ..plain.clone() });
        all.push(Select { first: 1, own: true, recent: 1, budget: (2, 5), align_offset: -6, ..plain });
    }
    all
}

#[test]
fn choices_equal_sorting_ties_and_short_rows_included() {
    for p in choices() {
        let len = (p.batch * p.heads * p.group * p.rows() * p.blocks) as usize;
        // Quarters, so that sums are exact and ties abound.
        let scores: Vec<f32> = noise(len, 5).iter().map(|x| (x * 4.0).round() / 4.0).collect();
        let wide: Vec<f64> = scores.iter().copied().map(f64::from).collect();
        let want = reference::select(&p, &wide);
        let words: Vec<u32> = want.chunks(p.blocks as usize).flat_map(bits).collect();
        let host = HostTensors::new().floats(Role::Scores, DType::F32, &scores);
        adapters::each(|_, gpu| {
            let done = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
            let got: Vec<u32> = bytemuck::pod_collect_to_vec(done.get(Role::Selection).unwrap());
            assert_eq!(got, words, "{p:?} on {}", gpu.caps().title());
        });
    }
}

#[test]
fn a_score_that_is_no_number_is_chosen_last() {
    let p = Select { causal: false, ..Select::new(1, 1, 4, 1, Choice::TopK(2)) };
    let p = Select { q_len: 1, ..p };
    let nan = HostTensors::new().floats(Role::Scores, DType::F32, &[f32::NAN, -1.0, f32::NEG_INFINITY, -2.0]);
    adapters::each(|_, gpu| {
        let done = gpu.run_host(&gpu.plan(&p).unwrap(), &nan).unwrap();
        assert_eq!(done.get(Role::Selection).unwrap(), [0b1010, 0, 0, 0], "{}", gpu.caps().title());
    });
}

#[test]
fn pooled_tokens_equal_plain_loops() {
    let (batch, heads, len, dim, block) = (2usize, 3usize, 37usize, 6usize, 8usize);
    let x = noise(batch * heads * len * dim, 3);
    let input_layout = Layout::bnhd(heads as u32, len as u32, dim as u32);
    let forms = [(Pooling::Mean, 8, 0), (Pooling::Max, 8, 0), (Pooling::Min, 3, 0), (Pooling::Sum, 3, 5)];
    for (pooling, stride, lead) in forms {
        let mut want = Vec::new();
        for (b, h, n, d) in indices([batch, heads, len.div_ceil(stride), dim]) {
            let tokens = (n * stride).saturating_sub(lead)..(n * stride + block - lead).min(len);
            let values = tokens.clone().map(|i| f64::from(x[((b * len + i) * heads + h) * dim + d]));
            want.push(match pooling {
                Pooling::Mean => values.sum::<f64>() / tokens.len() as f64,
                Pooling::Max => values.fold(f64::MIN, f64::max),
                Pooling::Min => values.fold(f64::MAX, f64::min),
                Pooling::Sum => values.sum(),
            });
        }
        let [b, h, n, d, size] = [batch, heads, len, dim, block].map(|n| n as u32);
        let (stride, lead) = (stride as u32, lead as u32);
        let p = Pool { stride, lead, input_layout, ..Pool::new(b, h, n, d, size, pooling) };
        let host = HostTensors::new().floats(Role::Input, DType::F32, &x);
        adapters::each(|_, gpu| {
            let done = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
            near(&done.decode(Role::O, DType::F32).unwrap(), &want);
        });
    }
}

#[test]
fn scores_need_no_values() {
    let shape = ScoreOutput { stage: ScoreStage::Raw, rows: None };
    let p = Attention {
        scores: Some(shape),
        scale: Some(1.0),
        ..Attention::new(1, 2, 5, 4).kv_heads(1).kv_len(7)
    };
    let (q, k) = (noise(2 * 5 * 4, 1), noise(7 * 4, 2));
    let product =
        |(_, row, j, _)| -> f64 { (0..4).map(|d| f64::from(q[row * 4 + d]) * f64::from(k[j * 4 + d])).sum() };
    let want: Vec<f64> = indices([1, 10, 7, 1]).map(product).collect();
    let host = HostTensors::new().floats(Role::Q, DType::F32, &q).floats(Role::K, DType::F32, &k);
    adapters::each(|_, gpu| {
        let done = gpu.run_host(&gpu.plan(&Scores(p.clone())).unwrap(), &host).unwrap();
        near(&done.decode(Role::Scores, DType::F32).unwrap(), &want);
        let weights = ScoreOutput { stage: ScoreStage::Weights, rows: None };
        let of = Scores(Attention { scores: Some(weights), ..p.clone() });
        let done = gpu.run_host(&gpu.plan(&of).unwrap(), &host).unwrap();
        let softmax = want.chunks(7).flat_map(|row| {
            let sum: f64 = row.iter().map(|s| s.exp()).sum();
            row.iter().map(move |s| s.exp() / sum)
        });
        near(&done.decode(Role::Scores, DType::F32).unwrap(), &softmax.collect::<Vec<_>>());
    });
}

#[test]
fn maps_of_the_weights_equal_the_weights_reduced() {
    let mut p = Attention::new(1, 4, 50, 16).kv_heads(2).kv_len(70).with_lse().causal();
    p.visibility.window_left = Some(30);
    let weights = ScoreOutput { stage: ScoreStage::Weights, rows: None };
    let (host, x) = inputs(&p);
    let want = reference::attention(&Attention { scores: Some(weights), ..p.clone() }, &x);
    let lse: Vec<f32> = want.lse.iter().map(|&l| l as f32).collect();
    let given = ["q", "k"].map(|name| host.iter().find(|(role, _)| role.name() == name).unwrap());
    let host = given.iter().fold(HostTensors::new(), |all, (role, bytes)| all.bytes(*role, bytes.to_vec()));
    let host = host.floats(Role::Lse, DType::F32, &lse);
    let blocks = MapCells::Blocks { block_q: 16, block_kv: 32 };
    for (cells, reduction) in [
        (blocks, Reduction::Max),
        (blocks, Reduction::Sum),
        (MapCells::COLUMNS, Reduction::Sum),
        (MapCells::ROWS, Reduction::Entropy),
        (MapCells::Diagonals, Reduction::Sum),
    ] {
        let (rows, columns) = match cells {
            MapCells::Blocks { block_q, block_kv } => (50u32.div_ceil(block_q), 70u32.div_ceil(block_kv)),
            MapCells::Diagonals => (1, 119),
        };
        let mut map = vec![0.0f64; (4 * rows * columns) as usize];
        for (_, head, i, j) in indices([1, 4, 50, 70]) {
            let (r, c) = match cells {
                MapCells::Blocks { block_q, block_kv } => (i / block_q as usize, j / block_kv as usize),
                MapCells::Diagonals => (0, j + 49 - i),
            };
            let w = want.scores[(head * 50 + i) * 70 + j];
            let cell = &mut map[(head * rows as usize + r) * columns as usize + c];
            *cell = match reduction {
                Reduction::Max => cell.max(w),
                Reduction::Sum => *cell + w,
                Reduction::Entropy if w > 0.0 => *cell - w * w.ln(),
                Reduction::Entropy => *cell,
            };
        }
        let p = WeightMap { attention: p.clone(), cells, reduction };
        adapters::each(|_, gpu| {
            let done = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
            near(&done.decode(Role::Scores, DType::F32).unwrap(), &map);
        });
    }
}

#[test]
fn gates_weigh_branches() {
    let (parts, rows, dim) = (3, 2 * 5, 6);
    let (o, gates) = (noise(parts * rows * dim, 1), noise(parts * rows, 2));
    let sum = |(_, row, d, _): (_, usize, usize, _)| -> f64 {
        (0..parts).map(|p| f64::from(gates[p * rows + row]) * f64::from(o[(p * rows + row) * dim + d])).sum()
    };
    let want: Vec<f64> = indices([1, rows, dim, 1]).map(sum).collect();
    let layout = Layout::bhnd(2, 5, 6);
    let p = Gate { parts: 3, batch: 1, heads: 2, len: 5, dim: 6, dtype: DType::F32, layout };
    let host =
        HostTensors::new().floats(Role::PartialO, DType::F32, &o).floats(Role::Gates, DType::F32, &gates);
    adapters::each(|_, gpu| {
        let done = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
        near(&done.decode(Role::O, DType::F32).unwrap(), &want);
    });
}

fn indices(shape: [usize; 4]) -> impl Iterator<Item = (usize, usize, usize, usize)> {
    let [_, b, c, d] = shape;
    (0..shape.iter().product()).map(move |n: usize| (n / d / c / b, n / d / c % b, n / d % c, n % d))
}

/// Sums of a few products of numbers under 1: a few roundings.
#[track_caller]
fn near(got: &[f32], want: &[f64]) {
    assert_eq!(got.len(), want.len());
    for (n, (&g, &w)) in got.iter().zip(want).enumerate() {
        assert!((f64::from(g) - w).abs() < 1e-6 * w.abs().max(1.0), "[{n}]: got {g}, expected {w}");
    }
}

#[test]
fn rows_are_reversed_in_blocks() {
    let (len, dim) = (11usize, 6usize);
    let x = noise(2 * 3 * len * dim, 7);
    let layout = Layout::bnhd(3, 11, 6);
    for block in [1usize, 4] {
        let mut want = Vec::new();
        for (b, h, i, d) in indices([2, 3, len.next_multiple_of(block), dim]) {
            let row = i / block * block + block - 1 - i % block;
            want.push(if row < len { f64::from(x[((b * len + row) * 3 + h) * dim + d]) } else { 0.0 });
        }
        let input = Rows { layout, ..Rows::new(2, 3, 11, 6) };
        let p = Reverse { input, block: block as u32 };
        let host = HostTensors::new().floats(Role::Input, DType::F32, &x);
        adapters::each(|_, gpu| {
            let done = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
            near(&done.decode(Role::O, DType::F32).unwrap(), &want);
        });
    }
}
