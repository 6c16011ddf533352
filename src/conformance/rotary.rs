//! `RotaryEmbedding`: ONNX 23.

use super::Case;
use super::run::{Call, Computed, Operator, Outputs};
use crate::error::{Error, Result};
use crate::problem::{DType, Layout, Role, Rotary};
use crate::record::HostTensors;

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "RotaryEmbedding", call };

const INPUTS: &[&str] = &["X", "cos_cache", "sin_cache", "position_ids"];
const ATTRIBUTES: &[&str] = &["interleaved", "rotary_embedding_dim", "num_heads"];

fn call(case: &Case) -> Result<Call> {
    let (problem, inputs) = describe(case)?;
    let (shape, dtype) = (case.input("X")?.shape.clone(), problem.dtype);
    Ok(Call::new(problem, inputs, move |done| {
        let y = Computed::floats(shape.clone(), &done.decode(Role::O, dtype)?)?;
        Ok(Outputs::from([("Y", y)]))
    }))
}

/// Maps a case to a problem and its tensors.
fn describe(case: &Case) -> Result<(Rotary, HostTensors)> {
    case.check_known(INPUTS, ATTRIBUTES)?;
    let heads = case.attributes.count("num_heads").or_else(|e| match case.attributes.int("num_heads") {
        // 0 is ONNX's default and stands for none.
        Ok(Some(0)) => Ok(None),
        _ => Err(e),
    })?;
    let ([batch, heads, len, dim], layout) = match (&case.input("X")?.shape[..], heads) {
        (&[b, h, n, d], None) => ([b, h, n, d], Layout::bhnd(h, n, d)),
        (&[b, h, n, d], Some(heads)) if heads == h => ([b, h, n, d], Layout::bhnd(h, n, d)),
        (&[_, h, _, _], Some(heads)) => return Err(Error::mismatch("X: heads", heads.into(), h.into())),
        (&[b, n, hidden], Some(h)) if hidden.is_multiple_of(h) => {
            ([b, h, n, hidden / h], Layout::bnhd(h, n, hidden / h))
        }
        (shape, heads) => {
            let heads = heads.map_or("none".into(), |n| n.to_string());
            let why = format!("X {shape:?} is neither 4D nor 3D with num_heads ({heads}) that divide it");
            return Err(case.bad(why));
        }
    };
    let rotary_dim = match case.attributes.within("rotary_embedding_dim", [0, dim], 0)? {
        0 => dim,
        given => given,
    };
    let mut problem = Rotary {
        batch,
        heads,
        len,
        dim,
        rotary_dim,
        interleaved: case.attributes.flag("interleaved")?,
        dtype: dtype(case)?,
        table_rows: None,
        input_layout: layout,
        output_layout: layout,
    };
    let inputs = tables(case, &mut problem)?;
    Ok((problem, inputs))
}

/// The type everything is computed in: that of all inputs and of Y, or f32 where they differ.
fn dtype(case: &Case) -> Result<DType> {
    let common = case.common_dtype(&["X", "cos_cache", "sin_cache"])?;
    let wanted = case.expected.get("Y").and_then(|y| y.dtype());
    Ok(if wanted.is_none_or(|w| w == common) { common } else { DType::F32 })
}

fn tables(case: &Case, p: &mut Rotary) -> Result<HostTensors> {
    let half = p.rotary_dim / 2;
    let mut inputs = HostTensors::new();
    let rows = case.input("cos_cache")?.shape.first().copied().unwrap_or(0);
    let given = case.inputs.contains_key("position_ids");
    let shape = if given { vec![rows, half] } else { vec![p.batch, p.len, half] };
    case.check_shape("cos_cache", &shape)?;
    case.check_shape("sin_cache", &shape)?;
    if given {
        p.table_rows = Some(rows);
        inputs = inputs.indices(Role::Positions, &positions(case, p, rows)?);
    }
    for (name, role) in [("X", Role::Input), ("cos_cache", Role::Cos), ("sin_cache", Role::Sin)] {
        inputs = inputs.floats(role, p.dtype, &case.floats(name)?);
    }
    Ok(inputs)
}

fn positions(case: &Case, p: &Rotary, rows: u32) -> Result<Vec<u32>> {
    case.check_shape("position_ids", &[p.batch, p.len])?;
    let row = |(index, got): (usize, i64)| {
        let fits = u32::try_from(got).ok().filter(|&n| n < rows);
        fits.ok_or_else(|| case.bad(format!("position_ids[{index}]: {got} is not in 0..{rows}")))
    };
    case.integers("position_ids")?.into_iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::Element;

    const F32: Element = Element::Float(DType::F32);

    fn described(attributes: &str, x: &[u32], table: &[u32], positions: Option<&[u32]>) -> Result<Rotary> {
        let mut tensors =
            vec![("X", F32, x), ("cos_cache", F32, table), ("sin_cache", F32, table), ("expected.Y", F32, x)];
        tensors.extend(positions.map(|shape| ("position_ids", Element::I64, shape)));
        describe(&Case::of_zeros("RotaryEmbedding", attributes, &tensors)).map(|(p, _)| p)
    }

    #[test]
    fn both_ranks_are_views_of_the_input() {
        let p = described("{}", &[2, 4, 3, 8], &[50, 4], Some(&[2, 3])).unwrap();
        assert_eq!((p.rotary_dim, p.table_rows, p.input_layout), (8, Some(50), Layout::bhnd(4, 3, 8)));
        let attributes = r#"{"num_heads": 4, "rotary_embedding_dim": 4, "interleaved": 1}"#;
        let p = described(attributes, &[2, 3, 32], &[2, 3, 2], None).unwrap();
        assert_eq!((p.rotary_dim, p.table_rows, p.input_layout), (4, None, Layout::bnhd(4, 3, 8)));
        assert!(p.interleaved);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for (attributes, x, table, positions) in [
            ("{}", &[2, 3, 32][..], &[50, 4][..], Some(&[2, 3][..])),
            (r#"{"num_heads": 5}"#, &[2, 3, 32], &[50, 4], Some(&[2, 3])),
            (r#"{"num_heads": 3}"#, &[2, 4, 3, 8], &[50, 4], Some(&[2, 3])),
            ("{}", &[2, 4, 3, 8], &[50, 3], Some(&[2, 3])),
            ("{}", &[2, 4, 3, 8], &[50, 4], Some(&[2, 4])),
            ("{}", &[2, 4, 3, 8], &[0, 4], Some(&[2, 3])),
            ("{}", &[2, 4, 3, 8], &[2, 2, 4], None),
        ] {
            assert!(described(attributes, x, table, positions).is_err(), "{attributes} {x:?} {table:?}");
        }
    }
}
