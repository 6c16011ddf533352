//! Seeded inputs, rounded to their types, so that device and reference see the same values.

use super::cases::Case;
use crate::conformance::guard::View;
use crate::conformance::trial::Noise;
use crate::error::{Error, Result};
use crate::problem::{Attention, DType, Layout, MaskShape, PairFunction, Role};
use crate::record::HostTensors;
use crate::reference::AttentionInputs;

/// The problem over the joined cache: what the reference computes.
pub fn joined(p: &Attention) -> Attention {
    let whole = Attention { past_len: None, ..p.clone() };
    whole.contiguous()
}

/// Inputs of a case before its `edit`.
fn plain(case: &Case) -> AttentionInputs {
    let p = &joined(&case.problem);
    let mut random =
        Noise::new(case.name.bytes().fold(7u64, |n, b| n.wrapping_mul(31).wrapping_add(b.into())));
    let (q_len, kv_len) = p.storage_lens();
    let count = |heads: u32, len: u32, dim: u32| (p.storage_batch() * heads * len * dim) as usize;
    let elements = |m: Option<MaskShape>| m.map_or(0, |m| m.elements() as usize);
    let bias = p.bias.map_or(Vec::new(), |(dtype, shape)| {
        let mut bias = random.rounded(dtype, elements(Some(shape)), 2.0);
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
        q: random.rounded(p.dtype, count(p.q_heads, q_len, p.qk_dim), case.amplitude),
        k: random.rounded(p.dtype, count(p.kv_heads, kv_len, p.qk_dim), case.amplitude),
        v: random.rounded(p.dtype, count(p.kv_heads, kv_len, p.v_dim), 1.0),
        mask: (0..elements(p.mask)).map(|_| random.below(4) > 0).collect(),
        bias,
        alibi_slopes: if p.alibi { random.rounded(DType::F32, p.q_heads as usize, 0.5) } else { vec![] },
        sinks: if p.sinks { random.rounded(DType::F32, p.q_heads as usize, 2.0) } else { vec![] },
        factors: random.rounded(DType::F32, elements(p.factors), 1.5),
        row_weights: {
            let mut w = random.rounded(DType::F32, elements(p.row_weights), 1.5);
            w.iter_mut().step_by(3).for_each(|w| *w = 0.0);
            w
        },
        pair_weights: if p.pair == PairFunction::Additive {
            random.rounded(DType::F32, (p.q_heads * p.qk_dim) as usize, 1.0)
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
pub fn of(case: &Case) -> AttentionInputs {
    let mut x = plain(case);
    (case.edit)(&case.problem, &mut x);
    x
}

/// Where a float tensor lies in its buffer.
///
/// # Errors
/// [`Error::UnusedTensor`] for a role that is no float tensor of attention.
pub fn view(p: &Attention, role: Role) -> Result<View> {
    let shape = p.shape(role);
    let strided = |layout, dtype| View { dtype, layout, shape };
    let cache = |len, dim| View {
        dtype: p.dtype,
        layout: Layout::bhnd(p.kv_heads, len, dim),
        shape: [p.batch, p.kv_heads, len, dim],
    };
    let rows = u64::from(p.storage_batch() * p.q_heads * p.storage_lens().0);
    let past = p.past_len.unwrap_or(0);
    Ok(match role {
        Role::Q => strided(p.q_layout, p.dtype),
        Role::K => strided(p.k_layout, p.dtype),
        Role::V => strided(p.v_layout, p.dtype),
        Role::O => strided(p.o_layout, p.out_dtype),
        Role::PastK => cache(past, p.qk_dim),
        Role::PastV => cache(past, p.v_dim),
        Role::PresentK => cache(p.kv_len, p.qk_dim),
        Role::PresentV => cache(p.kv_len, p.v_dim),
        Role::Lse => View::flat(DType::F32, rows),
        Role::Bias => {
            let (dtype, shape) = p.bias.ok_or(Error::UnusedTensor { tensor: role })?;
            View::flat(dtype, shape.elements())
        }
        Role::ScoreFactors => View::flat(DType::F32, p.factors.map_or(0, |m| m.elements())),
        Role::RowWeights => View::flat(DType::F32, p.row_weights.map_or(0, |m| m.elements())),
        Role::PairWeights => View::flat(DType::F32, (p.q_heads * p.qk_dim).into()),
        Role::AlibiSlopes | Role::Sinks => View::flat(DType::F32, p.q_heads.into()),
        Role::Scores => {
            let cells = p.batch * p.q_heads * p.score_rows() * p.kv_len;
            View::flat(DType::F32, cells.into())
        }
        other => return Err(Error::UnusedTensor { tensor: other }),
    })
}

/// Tokens `from..to` of a `[groups, len, dim]` tensor.
fn tokens(all: &[f64], len: u32, dim: u32, from: u32, to: u32) -> Vec<f64> {
    if len == 0 {
        return Vec::new();
    }
    let cut = |head: &[f64]| head[(from * dim) as usize..(to * dim) as usize].to_vec();
    all.chunks_exact((len * dim) as usize).flat_map(cut).collect()
}

/// The bytes of an input where the problem's views expect them.
///
/// # Errors
/// [`Error::UnusedTensor`] for a role that is no input of attention.
pub fn bytes(p: &Attention, x: &AttentionInputs, role: Role) -> Result<Vec<u8>> {
    let past = p.past_len.unwrap_or(0);
    let kv_len = joined(p).storage_lens().1;
    let part = |all: &[f64], dim, from, to| Ok(view(p, role)?.packed(&tokens(all, kv_len, dim, from, to)));
    let words = |values: &[u32]| Ok(values.iter().flat_map(|n| n.to_le_bytes()).collect());
    match role {
        Role::Q => Ok(view(p, role)?.packed(&x.q)),
        Role::K => part(&x.k, p.qk_dim, past, kv_len),
        Role::V => part(&x.v, p.v_dim, past, kv_len),
        Role::PastK => part(&x.k, p.qk_dim, 0, past),
        Role::PastV => part(&x.v, p.v_dim, 0, past),
        Role::Bias => Ok(view(p, role)?.packed(&x.bias)),
        Role::AlibiSlopes => Ok(view(p, role)?.packed(&x.alibi_slopes)),
        Role::Sinks => Ok(view(p, role)?.packed(&x.sinks)),
        Role::PairWeights => Ok(view(p, role)?.packed(&x.pair_weights)),
        Role::ScoreFactors => Ok(view(p, role)?.packed(&x.factors)),
        Role::RowWeights => Ok(view(p, role)?.packed(&x.row_weights)),
        Role::Mask => Ok(x.mask.iter().map(|&m| u8::from(m)).collect()),
        Role::KvLengths => words(&x.kv_lengths),
        Role::CuSeqlensQ => words(&x.cu_seqlens_q),
        Role::CuSeqlensKv => words(&x.cu_seqlens_kv),
        Role::ScoreRows => words(&x.score_rows),
        other => Err(Error::UnusedTensor { tensor: other }),
    }
}

/// Every input of a problem.
///
/// # Errors
/// As [`Attention::tensors`] and [`bytes`].
pub fn host(p: &Attention, x: &AttentionInputs) -> Result<HostTensors> {
    let tensors = p.tensors()?;
    let inputs = tensors.into_iter().filter(|(_, _, written)| !*written);
    inputs
        .map(|(role, ..)| role)
        .try_fold(HostTensors::new(), |all, role| Ok(all.bytes(role, bytes(p, x, role)?)))
}
