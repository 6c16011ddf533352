//! Published mechanisms, against textbook versions in f64.

use crate::adapters;
use crate::sparse::{assert_near, expected, inputs, output};
use wgpu_attention::reference::{self, AttentionInputs};
use wgpu_attention::systems::{Moba, NativeSparse, PooledGate};
use wgpu_attention::{Attention, Choice, DType, HostTensors, MaskShape, Pooling, Role, Select};

/// Means of blocks of a `[groups, len, dim]` tensor.
fn means(x: &[f64], len: usize, dim: usize, block: usize) -> Vec<f64> {
    let mean = |tokens: &[f64]| -> Vec<f64> {
        let count = tokens.len() / dim;
        (0..dim).map(|d| tokens.iter().skip(d).step_by(dim).sum::<f64>() / count as f64).collect()
    };
    x.chunks(len * dim).flat_map(|head| head.chunks(block * dim).flat_map(mean).collect::<Vec<_>>()).collect()
}

/// Products `[heads, rows, blocks]` of queries with the keys of their group.
fn products(q: &[f64], k: &[f64], p: &Attention, rows: usize, blocks: usize) -> Vec<f64> {
    let (dim, group) = (p.qk_dim as usize, p.group() as usize);
    let product = |n: usize| {
        let (head, row, c) = (n / blocks / rows, n / blocks % rows, n % blocks);
        let (q, k) = (&q[(head * rows + row) * dim..][..dim], &k[(head / group * blocks + c) * dim..][..dim]);
        q.iter().zip(k).map(|(a, b)| a * b).sum()
    };
    (0..(p.batch * p.q_heads) as usize * rows * blocks).map(product).collect()
}

#[test]
fn moba_attends_to_the_best_chunks() {
    let p = Attention::new(1, 4, 90, 16).kv_heads(2).with_lse();
    let (host, x) = inputs(&p);
    let scores = products(&x.q, &means(&x.k, 90, 16, 16), &p, 90, 6);
    let select = Select { own: true, ..Select::new(1, 4, 90, 16, Choice::TopK(3)) };
    let chosen = reference::select(&select, &scores);
    let causal = p.clone().causal();
    let want = expected(&causal, &x, reference::expand_block_mask(&p, 1, 16, &chosen));
    let moba = Moba { attention: p, chunk_size: 16, top_k: 3, selection: false };
    adapters::each(|_, gpu| assert_near(gpu, "MoBA", output(gpu, &moba, &host), &want));
}

#[test]
fn a_pooled_gate_keeps_the_blocks_of_most_mass() {
    for causal in [true, false] {
        let mut p = Attention::new(1, 4, 90, 16).kv_heads(2).with_lse();
        p.visibility.causal = causal;
        let (host, x) = inputs(&p);
        let (q, k) = (means(&x.q, 90, 16, 16), means(&x.k, 90, 16, 16));
        let mut weights = products(&q, &k, &p, 6, 6);
        for (n, row) in weights.chunks_mut(6).enumerate() {
            let seen = if causal { n % 6 + 1 } else { 6 };
            let sum: f64 = row[..seen].iter().map(|s| (s / 4.0).exp()).sum();
            row.iter_mut().for_each(|s| *s = (*s / 4.0).exp() / sum);
        }
        let choice = Choice::TopP(0.6);
        let select = Select {
            row_step: 16,
            causal,
            first: 1,
            own: true,
            budget: (2, 4),
            ..Select::new(1, 4, 90, 16, choice)
        };
        let chosen = reference::select(&select, &weights);
        let want = expected(&p, &x, reference::expand_block_mask(&p, 16, 16, &chosen));
        let gate = PooledGate {
            attention: p,
            block_size: 16,
            q_pooling: Pooling::Mean,
            k_pooling: Pooling::Mean,
            choice,
            budget: (2, 4),
            selection: false,
        };
        adapters::each(|_, gpu| assert_near(gpu, "pooled gate", output(gpu, &gate, &host), &want));
    }
}

/// One branch: attention under a mask, by the reference.
fn branch(p: &Attention, x: &AttentionInputs, mask: Vec<bool>) -> reference::AttentionOutputs {
    let shape = MaskShape([p.batch, p.q_heads, p.q_len, p.kv_len]);
    reference::attention(
        &Attention { mask: Some(shape), ..p.clone() },
        &AttentionInputs { mask, ..x.clone() },
    )
}

#[test]
fn native_sparse_attention_sums_three_gated_branches() {
    let (len, block, window, heads) = (70usize, 16usize, 20usize, 4usize);
    let p = Attention::new(1, 4, 70, 16).kv_heads(2);
    let (host, x) = inputs(&p);
    let blocks = len.div_ceil(block);
    let compressed = Attention { kv_len: blocks as u32, ..p.clone() }.contiguous();
    let pooled =
        AttentionInputs { k: means(&x.k, len, 16, block), v: means(&x.v, len, 16, block), ..x.clone() };
    let past = |n: usize| (n % blocks + 1) * block - 1 <= n / blocks % len;
    let cmp = branch(&compressed, &pooled, (0..heads * len * blocks).map(past).collect());
    let products = products(&x.q, &pooled.k, &p, len, blocks);
    let weight = |(n, s): (usize, &f64)| if past(n) { (s / 4.0 - cmp.lse[n / blocks]).exp() } else { 0.0 };
    let weights: Vec<f64> = products.iter().enumerate().map(weight).collect();
    let select =
        Select { group: 2, first: 1, own: true, recent: 1, ..Select::new(1, 2, 70, 16, Choice::TopK(3)) };
    // Both heads of a group share a choice.
    let chosen: Vec<bool> = reference::select(&select, &weights)
        .chunks(len * blocks)
        .flat_map(|head| [head, head].concat())
        .collect();
    let causal = p.clone().causal();
    let slc = branch(&causal, &x, reference::expand_block_mask(&p, 1, 16, &chosen));
    let near = |n: usize| n % len + window > n / len % len;
    let swa = branch(&causal, &x, (0..heads * len * len).map(near).collect());

    let gates: Vec<f32> = (0..3 * heads * len).map(|n| 0.25 + (n % 7) as f32 / 8.0).collect();
    let gate = |b: usize, n: usize| f64::from(gates[b * heads * len + n / 16]);
    let want: Vec<f64> = (0..heads * len * 16)
        .map(|n| gate(0, n) * cmp.o[n] + gate(1, n) * slc.o[n] + gate(2, n) * swa.o[n])
        .collect();
    let nsa = NativeSparse { attention: p, block_size: 16, top_k: 3, window_size: 20, selection: false };
    let host: HostTensors = host.floats(Role::Gates, DType::F32, &gates);
    adapters::each(|_, gpu| {
        let done = gpu.run_host(&gpu.plan(&nsa).unwrap(), &host).unwrap();
        let got = done.decode(Role::O, DType::F32).unwrap();
        for (n, (&g, &w)) in got.iter().zip(&want).enumerate() {
            // Three outputs under 1, each good to a few roundings of 2^-24.
            assert!((f64::from(g) - w).abs() < 2e-6, "[{n}] on {}: {g}, expected {w}", gpu.caps().title());
        }
    });
}
