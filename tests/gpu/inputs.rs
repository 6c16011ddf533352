//! Seeded inputs, rounded to their types, so that device and reference see the same values.

use crate::cases::Case;
use wgpu_attention::reference::AttentionInputs;
use wgpu_attention::{Attention, DType, MaskShape, PairFunction};

/// SplitMix64 (Steele, Lea and Flood).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    /// Between -1 and 1, rounded to `dtype`.
    pub(crate) fn floats(&mut self, dtype: DType, len: usize, amplitude: f32) -> Vec<f64> {
        let unit = |n: u64| (n >> 40) as f32 / 8_388_608.0 - 1.0;
        let raw: Vec<f32> = (0..len).map(|_| unit(self.next()) * amplitude).collect();
        dtype.round(&raw).into_iter().map(f64::from).collect()
    }
}

/// The problem over the joined cache: what the reference computes.
pub(crate) fn joined(p: &Attention) -> Attention {
    let whole = Attention { past_len: None, ..p.clone() };
    whole.contiguous()
}

/// Inputs of a case before its `edit`.
fn plain(case: &Case) -> AttentionInputs {
    let p = &joined(&case.problem);
    let mut random =
        Random::new(case.name.bytes().fold(7u64, |n, b| n.wrapping_mul(31).wrapping_add(b.into())));
    let (q_len, kv_len) = p.storage_lens();
    let count = |heads: u32, len: u32, dim: u32| (p.storage_batch() * heads * len * dim) as usize;
    let elements = |m: Option<MaskShape>| m.map_or(0, |m| m.elements() as usize);
    let bias = p.bias.map_or(Vec::new(), |(dtype, shape)| {
        let mut bias = random.floats(dtype, elements(Some(shape)), 2.0);
        // Some pairs hidden, some as good as hidden.
        for x in &mut bias {
            match random.below(8) {
                0 => *x = f64::NEG_INFINITY,
                1 if dtype != DType::F16 => *x = -1e9,
                _ => {}
            }
        }
        dtype.round(&bias.iter().map(|&x| x as f32).collect::<Vec<_>>()).into_iter().map(f64::from).collect()
    });
    AttentionInputs {
        q: random.floats(p.dtype, count(p.q_heads, q_len, p.qk_dim), case.amplitude),
        k: random.floats(p.dtype, count(p.kv_heads, kv_len, p.qk_dim), case.amplitude),
        v: random.floats(p.dtype, count(p.kv_heads, kv_len, p.v_dim), 1.0),
        mask: (0..elements(p.mask)).map(|_| random.below(4) > 0).collect(),
        bias,
        alibi_slopes: if p.alibi { random.floats(DType::F32, p.q_heads as usize, 0.5) } else { vec![] },
        sinks: if p.sinks { random.floats(DType::F32, p.q_heads as usize, 2.0) } else { vec![] },
        factors: random.floats(DType::F32, elements(p.factors), 1.5),
        row_weights: {
            let mut w = random.floats(DType::F32, elements(p.row_weights), 1.5);
            w.iter_mut().step_by(3).for_each(|w| *w = 0.0);
            w
        },
        pair_weights: if p.pair == PairFunction::Additive {
            random.floats(DType::F32, (p.q_heads * p.qk_dim) as usize, 1.0)
        } else {
            vec![]
        },
        kv_lengths: case.kv_lengths.clone(),
        cu_seqlens_q: case.cu_seqlens[0].clone(),
        cu_seqlens_kv: case.cu_seqlens[1].clone(),
        score_rows: case.score_rows.clone(),
    }
}

/// Inputs of a case.
pub(crate) fn of(case: &Case) -> AttentionInputs {
    let mut x = plain(case);
    (case.edit)(&case.problem, &mut x);
    x
}
