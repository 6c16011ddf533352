//! What the trials of published mechanisms leave out.

use crate::adapters;
use crate::sparse::{assert_near, expected, inputs, output};
use wgpu_attention::reference;
use wgpu_attention::systems::PooledGate;
use wgpu_attention::{Attention, Choice, Pooling, Select};

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
fn a_pooled_gate_keeps_to_its_budget_in_both_directions() {
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
