//! What block lists, their choice and windows are to reach.

use super::target::Measured;
use super::{Record, Row};

/// Own rows of the suite at 8,192 tokens.
fn rows(record: &Record) -> impl Iterator<Item = &Row> {
    record.rows.iter().filter(|r| r.suite == "sparse" && r.len == 8192 && r.is_own())
}

fn dense(record: &Record) -> Result<&Row, String> {
    let plain = |r: &&Row| r.call.starts_with("causal f") && r.figure.is_some();
    rows(record).find(plain).ok_or_else(|| "no dense row of 8,192 tokens".into())
}

/// The least speed-up over dense times density, of all lists. The density is that of the blocks that
/// the lists name; a block on the diagonal is half hidden, which the share of pairs knows.
pub(super) fn gain(record: &Record) -> Measured {
    let dense = dense(record)?;
    let gains = rows(record).filter(|r| r.call.starts_with("causal blocks")).filter_map(|r| {
        let (f, base) = (r.figure.as_ref()?, dense.figure.as_ref()?);
        let faster = base.seconds / f.seconds;
        let pairs = f.flops as f64 / base.flops as f64;
        let note = format!(
            "{}: {faster:.2} times as fast; by the {:.2} % of pairs that are seen {:.2}",
            r.call,
            100.0 * pairs,
            faster * pairs
        );
        Some((faster * f.density?, note))
    });
    gains.min_by(|a, b| a.0.total_cmp(&b.0)).ok_or_else(|| "no row over block lists".into())
}

/// The most of dense time that a choice takes.
pub(super) fn choice(record: &Record) -> Measured {
    let dense = dense(record)?;
    let shares = rows(record).filter(|r| r.call.starts_with("choice")).filter_map(|r| {
        let seconds = [r, dense].map(|r| r.figure.as_ref().map(|f| f.seconds));
        Some((seconds[0]? / seconds[1]?, r.call.clone()))
    });
    shares.max_by(|a, b| a.0.total_cmp(&b.0)).ok_or_else(|| "no row of a choice".into())
}

/// Time a token of a window at the longest length over that at the shortest.
pub(super) fn window(record: &Record) -> Measured {
    let all = record.rows.iter().filter(|r| r.suite == "sparse" && r.is_own());
    let each: Vec<(u32, f64)> = all
        .filter(|r| r.call.starts_with("causal window"))
        .filter_map(|r| Some((r.len, r.figure.as_ref()?.seconds / f64::from(r.len))))
        .collect();
    let (first, last) = (each.iter().min_by_key(|r| r.0), each.iter().max_by_key(|r| r.0));
    match (first, last) {
        (Some(a), Some(b)) if a.0 < b.0 => Ok((b.1 / a.1, format!("{} and {} tokens", a.0, b.0))),
        _ => Err("no window at two lengths".into()),
    }
}
