//! `BlockSparseAttention`: attention under a block mask.

use super::run::{Call, Computed, Operator, Outputs};
use super::{Case, gradient};
use crate::error::{Error, Result};
use crate::problem::{Alignment, Attention, DType, Role};
use crate::record::HostTensors;
use crate::systems::{BlockSparse, BlockSparseGradient};

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "BlockSparseAttention", call };

const INPUTS: &[&str] = &["Q", "K", "V", "block_mask", gradient::INPUT];
const ATTRIBUTES: &[&str] = &["is_causal", "block_size_q", "block_size_kv", "scale", "alignment"];

fn call(case: &Case) -> Result<Call> {
    let (problem, inputs) = describe(case)?;
    let (inputs, gradient) = gradient::of(case, &problem.attention, inputs)?;
    if let Some(g) = gradient {
        let BlockSparse { block_q, block_kv, .. } = problem;
        let under_mask = BlockSparseGradient { gradient: g.clone(), block_q, block_kv };
        return Ok(Call::new(under_mask, inputs, move |done| {
            let mut outputs = read(&g.attention, done)?;
            gradient::read(&g, &[], false, done, &mut outputs)?;
            Ok(outputs)
        }));
    }
    let p = problem.attention.clone();
    Ok(Call::new(problem, inputs, move |done| read(&p, done)))
}

/// `Y`, and the log-sum-exp if it was asked for.
pub(crate) fn read(p: &Attention, done: &HostTensors) -> Result<Outputs> {
    let mut outputs = Outputs::new();
    let shape = vec![p.batch, p.q_heads, p.q_len, p.v_dim];
    outputs.insert("Y", Computed::floats(shape, &done.decode(Role::O, p.out_dtype)?)?);
    if p.lse {
        let shape = vec![p.batch, p.q_heads, p.q_len];
        outputs.insert("lse", Computed::floats(shape, &done.decode(Role::Lse, DType::F32)?)?);
    }
    Ok(outputs)
}

fn describe(case: &Case) -> Result<(BlockSparse, HostTensors)> {
    case.check_known(INPUTS, ATTRIBUTES)?;
    let mut p = attention(case)?;
    let a = &case.attributes;
    p.scale = a.float("scale")?;
    p.visibility.causal = a.flag("is_causal")?;
    p.visibility.alignment = match a.text("alignment")? {
        None => Alignment::TopLeft,
        Some("bottom_right") => Alignment::BottomRight,
        Some(other) => {
            let why = format!("{other:?} is not \"bottom_right\"");
            return Err(Error::Contradiction { what: "alignment", why });
        }
    };
    p.lse = case.expected.contains_key("lse");
    let size = |name| {
        let size = a.count(name)?;
        size.ok_or(Error::Contradiction { what: name, why: "the attribute is missing".into() })
    };
    let (block_q, block_kv) = (size("block_size_q")?, size("block_size_kv")?);
    let blocks = [p.batch, p.q_heads, p.q_len.div_ceil(block_q), p.kv_len.div_ceil(block_kv)];
    case.check_shape("block_mask", &blocks)?;
    let inputs = tensors(case, &p)?.bools(Role::BlockMask, &case.bools("block_mask")?);
    Ok((BlockSparse { attention: p, block_q, block_kv }, inputs))
}

/// Attention of the shapes and types of 4D `Q`, `K` and `V`; `Y` in the type it is compared in.
pub(crate) fn attention(case: &Case) -> Result<Attention> {
    let sizes = |name| match case.input(name)?.shape[..] {
        [b, h, n, d] => Ok([b, h, n, d]),
        ref shape => Err(Error::mismatch(format!("{name}: rank"), 4, shape.len() as u64)),
    };
    let ([b, h, n, d], [_, kv_heads, kv_len, _], [.., v_dim]) = (sizes("Q")?, sizes("K")?, sizes("V")?);
    case.check_shape("K", &[b, kv_heads, kv_len, d])?;
    case.check_shape("V", &[b, kv_heads, kv_len, v_dim])?;
    let dtype = case.common_dtype(&["Q", "K", "V"])?;
    let wanted = case.expected.get("Y").and_then(|y| y.dtype());
    let out_dtype = if wanted.is_none_or(|w| w == dtype) { dtype } else { DType::F32 };
    let p = Attention { kv_heads, kv_len, v_dim, dtype, out_dtype, ..Attention::new(b, h, n, d) };
    Ok(p.contiguous())
}

/// `Q`, `K` and `V` as inputs of that attention.
pub(crate) fn tensors(case: &Case, p: &Attention) -> Result<HostTensors> {
    [("Q", Role::Q), ("K", Role::K), ("V", Role::V)]
        .into_iter()
        .try_fold(HostTensors::new(), |all, (name, role)| Ok(all.floats(role, p.dtype, &case.floats(name)?)))
}
