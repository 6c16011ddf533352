//! `NativeSparseAttention`: compressed, selected and window branches.

use super::Case;
use super::block_sparse::{attention, tensors};
use super::moba::{required, rows};
use super::run::{Call, Computed, Operator, Outputs};
use crate::error::{Result, in_range};
use crate::problem::{DType, Role};
use crate::record::HostTensors;
use crate::systems::NativeSparse;

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "NativeSparseAttention", call };

const INPUTS: &[&str] = &["Q", "K", "V", "g_cmp", "g_slc", "g_swa"];
const ATTRIBUTES: &[&str] = &["block_size", "top_k", "window_size", "scale"];

fn call(case: &Case) -> Result<Call> {
    case.check_known(INPUTS, ATTRIBUTES)?;
    let mut p = attention(case)?;
    p.scale = case.attributes.float("scale")?;
    // The first block, a query's own and the one before it are chosen in any case.
    let top_k = required(case, "top_k")?;
    in_range("top_k", top_k.into(), 3, u32::MAX.into())?;
    let problem = NativeSparse {
        selection: case.expected.contains_key("block_indices"),
        ..NativeSparse::new(
            p,
            required(case, "block_size")?,
            top_k,
            case.attributes.within("window_size", [0, 1 << 28], 0)?,
        )
    };
    let p = &problem.attention;
    let branches = if problem.window_size > 0 { &INPUTS[3..] } else { &INPUTS[3..5] };
    let mut gates = Vec::new();
    for name in branches {
        case.check_shape(name, &[p.batch, p.q_heads, p.q_len])?;
        gates.extend(case.floats(name)?);
    }
    let inputs = tensors(case, p)?.floats(Role::Gates, DType::F32, &gates);
    Ok(Call::new(problem.clone(), inputs, move |done| read(&problem, done)))
}

fn read(problem: &NativeSparse, done: &HostTensors) -> Result<Outputs> {
    let p = &problem.attention;
    let shape = vec![p.batch, p.q_heads, p.q_len, p.v_dim];
    let mut outputs = Outputs::from([("Y", Computed::floats(shape, &done.decode(Role::O, p.out_dtype)?)?)]);
    if problem.selection {
        let blocks = p.kv_len.div_ceil(problem.block_size);
        let shape = vec![p.batch, p.kv_heads, p.q_len, problem.top_k];
        let indices: Vec<f32> =
            rows(done, blocks)?.iter().flat_map(|row| ascending(row, problem.top_k)).collect();
        outputs.insert("block_indices", Computed::floats(shape, &indices)?);
    }
    Ok(outputs)
}

/// Indices of the blocks that are on, then -1 up to `top_k` of them.
fn ascending(row: &[bool], top_k: u32) -> Vec<f32> {
    let chosen = row.iter().enumerate().filter(|(_, on)| **on).map(|(n, _)| n as f32);
    chosen.chain(std::iter::repeat(-1.0)).take(top_k as usize).collect()
}
