//! Pooling, scores, choices and gates, each alone.

use crate::adapters;
use crate::sparse::{inputs, noise};
use wgpu_attention::{
    Alignment, Attention, Choice, Cohesion, DType, Divergence, Error, Gate, HostTensors, Layout, MapCells,
    Pool, Pooling, Problem, Reduction, Reverse, Role, RowRule, Rows, ScoreOutput, ScoreStage, Scores, Select,
    TreeSearch, WeightMap, reference,
};

fn bits(row: &[bool]) -> Vec<u32> {
    row.chunks(32).map(|word| word.iter().enumerate().fold(0, |w, (n, &on)| w | u32::from(on) << n)).collect()
}

/// Choices with forced blocks, groups, budgets, rows of several queries and short rows.
fn choices() -> Vec<Select> {
    let mut all = Vec::new();
    for choice in [
        Choice::TopK(3),
        // The most that are kept in registers, and one more.
        Choice::TopK(16),
        Choice::TopK(17),
        Choice::TopK(100),
        Choice::Threshold(0.25),
        Choice::TopP(0.5),
        Choice::TopP(1.0),
        // Exact products with quarters, so that every device meets the share where f64 does.
        Choice::Within(0.75),
    ] {
        let plain = Select::new(2, 2, 70, 2, choice);
        all.push(Select { own: true, ..plain.clone() });
        all.push(Select { causal: false, group: 2, row_step: 4, ..plain.clone() });
        all.push(Select {
            first: 1,
            own: true,
            recent: 1,
            budget: (2, 5),
            align_offset: -6,
            ..plain.clone()
        });
        all.push(Select { shared_rows: true, ..plain.clone() });
        // As many rows as an old driver goes over together.
        let steps = Select { row_step: 6, ..plain };
        all.push(Select { rows_together: true, first: 1, own: true, budget: (0, 400), ..steps.clone() });
        let unlike = Some(RowRule::AllBelow(-0.5));
        all.push(Select { row_rule: unlike, block_rule: Some((-0.5, 1)), ..steps.clone() });
        all.push(Select { row_rule: Some(RowRule::NoneBelow(0.0)), own: true, ..steps.clone() });
        all.push(Select { row_rule: Some(RowRule::NoneFrom(0.0)), rows_together: true, ..steps });
    }
    all
}

#[test]
fn choices_equal_sorting_ties_and_short_rows_included() {
    for p in choices() {
        let score_rows = if p.shared_rows { 1 } else { p.rows() };
        let len = (p.batch * p.heads * p.group * score_rows * p.blocks) as usize;
        // Quarters, so that sums are exact and ties abound.
        let scores: Vec<f32> = noise(len, 5).iter().map(|x| (x * 4.0).round() / 4.0).collect();
        let wide: Vec<f64> = scores.iter().copied().map(f64::from).collect();
        let row_marks = if p.row_rule.is_some() { noise((4 * p.rows()) as usize, 6) } else { Vec::new() };
        let block_marks = if p.block_rule.is_some() { noise((2 * p.blocks) as usize, 7) } else { Vec::new() };
        let [rows, blocks] =
            [&row_marks, &block_marks].map(|x| x.iter().copied().map(f64::from).collect::<Vec<_>>());
        let want = reference::select_marked(&p, &wide, &rows, &blocks);
        let words: Vec<u32> = want.chunks(p.blocks as usize).flat_map(bits).collect();
        let mut host = HostTensors::new().floats(Role::Scores, DType::F32, &scores);
        match p.row_rule {
            Some(RowRule::AllBelow(_)) => host = host.floats(Select::ROW_MARKS, DType::F32, &row_marks),
            Some(_) => host = host.floats(Select::ROW_MARKS, DType::F32, &row_marks[..4]),
            None => {}
        }
        if p.block_rule.is_some() {
            host = host.floats(Select::BLOCK_MARKS, DType::F32, &block_marks);
        }
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
    let with_lse = host.clone().floats(Role::Lse, DType::F32, &lse);
    let blocks = MapCells::Blocks { block_q: 16, block_kv: 32 };
    for (cells, reduction) in [
        (blocks, Reduction::Max),
        (blocks, Reduction::Sum),
        (MapCells::COLUMNS, Reduction::Sum),
        (MapCells::ROWS, Reduction::Entropy),
        (MapCells::ROWS, Reduction::Lse),
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
                // Of whole rows.
                Reduction::Lse => want.lse[head * 50 + i],
            };
        }
        let p = WeightMap { attention: p.clone(), cells, reduction };
        let host = if reduction == Reduction::Lse { &host } else { &with_lse };
        adapters::each(|_, gpu| {
            let done = gpu.run_host(&gpu.plan(&p).unwrap(), host).unwrap();
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

#[test]
fn cohesion_is_the_mean_cosine_of_all_pairs() {
    let (len, dim) = (150usize, 18usize);
    let mut x = noise(2 * len * 3 * dim, 9);
    // A row of zeros, and a block of equal rows.
    x[..dim].fill(0.0);
    for i in 8..16 {
        x.copy_within(8 * 3 * dim..(8 * 3 + 3) * dim, i * 3 * dim);
    }
    for block in [8usize, 100] {
        let mut want = Vec::new();
        for (b, h, n, _) in indices([2, 3, len.div_ceil(block), 1]) {
            let rows: Vec<&[f32]> = (n * block..((n + 1) * block).min(len))
                .map(|i| &x[((b * len + i) * 3 + h) * dim..][..dim])
                .collect();
            let product = |a: &[f32], c: &[f32]| -> f64 {
                a.iter().zip(c).map(|(a, c)| f64::from(*a) * f64::from(*c)).sum()
            };
            let cosine = |a: &[f32], c: &[f32]| {
                let size = (product(a, a) * product(c, c)).sqrt();
                if size == 0.0 { 0.0 } else { product(a, c) / size }
            };
            let all: f64 = rows.iter().flat_map(|a| rows.iter().map(move |c| cosine(a, c))).sum();
            want.push(all / (rows.len() * rows.len()) as f64);
        }
        let input = Rows { layout: Layout::bnhd(3, 150, 18), ..Rows::new(2, 3, 150, 18) };
        let p = Cohesion { input, block: block as u32 };
        let host = HostTensors::new().floats(Role::Input, DType::F32, &x);
        adapters::each(|_, gpu| {
            let done = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
            near(&done.decode(Role::O, DType::F32).unwrap(), &want);
        });
    }
}

#[test]
fn divergence_is_the_distance_of_distributions() {
    let (rows, dim) = (12usize, 9usize);
    let positive = |seed| noise(rows * dim, seed).iter().map(|x| x.max(0.0)).collect::<Vec<f32>>();
    let (p, mut q) = (positive(1), positive(2));
    // Equal but for the sum, which does not count.
    (0..dim).for_each(|d| q[d] = 4.0 * p[d]);
    let want: Vec<f64> = p
        .chunks(dim)
        .zip(q.chunks(dim))
        .map(|(p, q)| {
            let share = |x: &[f32]| -> Vec<f64> {
                let sum: f64 = x.iter().copied().map(f64::from).sum();
                x.iter().map(|&x| f64::from(x) / sum).collect()
            };
            let (p, q) = (share(p), share(q));
            let apart = |x: &[f64]| -> f64 {
                let each = x.iter().enumerate().filter(|(_, x)| **x > 0.0);
                each.map(|(n, x)| x * (2.0 * x / (p[n] + q[n])).ln()).sum()
            };
            (apart(&p) + apart(&q)) / 2.0
        })
        .collect();
    let input = Rows::new(2, 3, 2, 9);
    let host = HostTensors::new().floats(Role::Input, DType::F32, &p).floats(Role::Scores, DType::F32, &q);
    adapters::each(|_, gpu| {
        let done = gpu.run_host(&gpu.plan(&Divergence { input: input.clone() }).unwrap(), &host).unwrap();
        // The root makes much of the rounding of a small one.
        let squared = |x: &f32| x * x;
        let got: Vec<f32> = done.decode(Role::O, DType::F32).unwrap().iter().map(squared).collect();
        near(&got, &want);
    });
}

/// Blocks in two words, few and many kept, bounds on both sides, queries before the first key.
#[test]
fn a_search_keeps_the_best_halves() {
    let base = Attention::new(2, 4, 50, 12).kv_heads(2).kv_len(180);
    let mut end = base.clone().causal();
    end.visibility.alignment = Alignment::BottomRight;
    let mut window = base.clone().causal();
    window.visibility.window_left = Some(70);
    window.visibility.alignment = Alignment::Offset(-9);
    for (attention, kept, own) in
        [(base.clone(), 5, false), (base, 64, false), (end, 5, true), (window, 3, true)]
    {
        let p = TreeSearch { attention, block_q: 7, block_kv: 4, kept, own };
        let (all, x) = inputs(&p.attention);
        let asked = all.iter().filter(|(role, _)| *role != Role::V);
        let host = asked.fold(HostTensors::new(), |host, (role, bytes)| host.bytes(role, bytes.to_vec()));
        let chosen = reference::tree_search(&p, &x.q, &x.k);
        assert!(chosen.contains(&true) && (kept == 64 || chosen.contains(&false)));
        let words: Vec<u32> = chosen.chunks(45).flat_map(bits).collect();
        adapters::each(|_, gpu| {
            let done = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
            let got: Vec<u32> = bytemuck::pod_collect_to_vec(done.get(Role::Selection).unwrap());
            assert_eq!(got, words, "{p:?} on {}", gpu.caps().title());
        });
    }
}

#[test]
fn searches_and_rules_that_do_not_fit_are_refused() {
    let caps = wgpu_attention::DeviceCaps::webgpu_minimum();
    let plan = |p: &dyn Problem| p.plan(&caps, &Default::default()).unwrap_err();
    let search =
        TreeSearch { attention: Attention::new(1, 2, 50, 8), block_q: 8, block_kv: 4, kept: 257, own: true };
    assert!(matches!(plan(&search), Error::OutOfRange { got: 257, max: 256, .. }));
    let wide = Cohesion { input: Rows::new(1, 2, 9, 513), block: 4 };
    assert!(matches!(plan(&wide), Error::OutOfRange { got: 513, max: 512, .. }));
    let select = Select::new(1, 4, 64, 16, Choice::TopK(2));
    let heads = Select { block_rule: Some((0.5, 3)), ..select.clone() };
    assert!(matches!(plan(&heads), Error::Contradiction { what: "heads of block_rule", .. }));
    let bound = Select { row_rule: Some(RowRule::NoneBelow(f32::NAN)), ..select };
    assert!(matches!(plan(&bound), Error::BadScalar { what: "row_rule", .. }));
}
