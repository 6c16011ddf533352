//! `MoBA`: attention over chosen chunks.

use super::Case;
use super::block_sparse::{attention, tensors};
use super::run::{Call, Computed, Operator, Outputs};
use crate::error::{Error, Result};
use crate::problem::Role;
use crate::record::HostTensors;
use crate::systems::Moba;

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "MoBA", call };

fn call(case: &Case) -> Result<Call> {
    case.check_known(&["Q", "K", "V"], &["chunk_size", "top_k", "scale"])?;
    let mut p = attention(case)?;
    p.scale = case.attributes.float("scale")?;
    let problem = Moba {
        chunk_size: required(case, "chunk_size")?,
        top_k: required(case, "top_k")?,
        selection: case.expected.contains_key("selected"),
        attention: p,
    };
    let inputs = tensors(case, &problem.attention)?;
    Ok(Call::new(problem.clone(), inputs, move |done| read(&problem, done)))
}

fn read(problem: &Moba, done: &HostTensors) -> Result<Outputs> {
    let p = &problem.attention;
    let shape = vec![p.batch, p.q_heads, p.q_len, p.v_dim];
    let mut outputs = Outputs::from([("Y", Computed::floats(shape, &done.decode(Role::O, p.out_dtype)?)?)]);
    if problem.selection {
        let chunks = p.kv_len.div_ceil(problem.chunk_size);
        let selected: Vec<f32> =
            rows(done, chunks)?.iter().flatten().map(|&on| f32::from(u8::from(on))).collect();
        outputs.insert("selected", Computed::floats(vec![p.batch, p.q_heads, p.q_len, chunks], &selected)?);
    }
    Ok(outputs)
}

/// An attribute without a default.
pub(crate) fn required(case: &Case, name: &'static str) -> Result<u32> {
    let count = case.attributes.count(name)?;
    count.ok_or(Error::Contradiction { what: name, why: "the attribute is missing".into() })
}

/// The rows of a selection of `blocks` columns.
pub(crate) fn rows(done: &HostTensors, blocks: u32) -> Result<Vec<Vec<bool>>> {
    let words: Vec<u32> = bytemuck::pod_collect_to_vec(done.get(Role::Selection)?);
    let bit = |row: &[u32], n: u32| row[n as usize / 32] >> (n % 32) & 1 == 1;
    Ok(words
        .chunks_exact(blocks.div_ceil(32).max(1) as usize)
        .map(|row| (0..blocks).map(|n| bit(row, n)).collect())
        .collect())
}
