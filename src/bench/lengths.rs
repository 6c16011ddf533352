//! What recurrences cost over the length, and from which length on less than softmax attention.

use super::target::Measured;
use super::{Figure, Row};

/// From this length on the time of a token is expected to be the same.
const FLAT_FROM: u32 = 1024;

/// One recurrence over all lengths measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Growth {
    /// The call without its length, e.g. `linear add decay none f32 b1 h2/2 d64`.
    pub call: String,
    /// Lengths and seconds a token, in order.
    pub per_token: Vec<(u32, f64)>,
    /// The longest time of a token over the shortest, from 1,024 tokens on, if there are two lengths.
    pub unevenness: Option<f64>,
    /// Scratch memory that a chunk adds, in states.
    pub chunk_states: f64,
    /// The length from which on it took less time than causal softmax attention, and by how many
    /// times at the longest length of both. Between lengths measured, the ratio of times is taken
    /// as a power of the length.
    pub beats_softmax: Option<(u32, f64)>,
}

/// Every recurrence of the suite `crossover`, in the order of the rows.
pub fn growth(rows: &[Row]) -> Vec<Growth> {
    let own = |r: &&Row| r.suite == "crossover" && r.is_own() && r.figure.is_some();
    let own: Vec<&Row> = rows.iter().filter(own).collect();
    let mut calls: Vec<String> = Vec::new();
    for row in own.iter().filter(|r| r.call.starts_with("linear")) {
        let call = without_length(&row.call);
        if !calls.contains(&call) {
            calls.push(call);
        }
    }
    calls.into_iter().filter_map(|call| of_call(call, &own)).collect()
}

/// The most uneven recurrence.
pub(super) fn most_uneven(rows: &[Row]) -> Measured {
    let all = growth(rows).into_iter().filter_map(|g| Some((g.unevenness?, g.call)));
    all.max_by(|a, b| a.0.total_cmp(&b.0)).ok_or_else(|| "no recurrence at two such lengths".into())
}

fn of_call(call: String, own: &[&Row]) -> Option<Growth> {
    let mut measured: Vec<(u32, &Figure)> = own
        .iter()
        .filter(|r| without_length(&r.call) == call)
        .filter_map(|r| Some((r.len, r.figure.as_ref()?)))
        .collect();
    measured.sort_by_key(|m| m.0);
    let per_token: Vec<(u32, f64)> =
        measured.iter().map(|(n, f)| (*n, f.seconds / f64::from((*n).max(1)))).collect();
    let long = || per_token.iter().filter(|t| t.0 >= FLAT_FROM).map(|t| t.1);
    let unevenness =
        (long().count() > 1).then(|| long().fold(0.0, f64::max) / long().fold(f64::INFINITY, f64::min));
    let (first, last) = (measured.first()?, measured.last()?);
    let added = last.1.scratch_bytes.saturating_sub(first.1.scratch_bytes) as f64;
    let chunks = f64::from(last.0 - first.0) / f64::from(last.1.chunk.max(1));
    let states = last.1.state_bytes as f64 * chunks;
    Some(Growth {
        unevenness: unevenness.filter(|x| x.is_finite() && *x > 0.0),
        chunk_states: if states > 0.0 { added / states } else { 0.0 },
        beats_softmax: crossing(&ratios(&measured, own)),
        call,
        per_token,
    })
}

/// How many times the recurrence's time causal softmax attention took, at every length of both.
fn ratios(measured: &[(u32, &Figure)], own: &[&Row]) -> Vec<(u32, f64)> {
    let softmax = |len: u32| {
        let dense = |r: &&&Row| r.len == len && r.call.starts_with("causal") && !r.call.contains("blocks");
        own.iter().find(dense).and_then(|r| r.figure.as_ref())
    };
    measured.iter().filter_map(|(n, f)| Some((*n, softmax(*n)?.seconds / f.seconds))).collect()
}

/// Where the ratio exceeds 1 for good, and its last value.
fn crossing(ratios: &[(u32, f64)]) -> Option<(u32, f64)> {
    let (_, last) = *ratios.last()?;
    let slower = ratios.iter().rposition(|r| r.1 <= 1.0);
    let length = match slower {
        None => ratios.first()?.0,
        Some(n) => {
            let ((n0, r0), (n1, r1)) = (ratios[n], *ratios.get(n + 1)?);
            let along = -r0.ln() / (r1.ln() - r0.ln());
            let [from, to] = [n0, n1].map(|n| f64::from(n).ln());
            // Between two lengths, which are u32.
            (from + along * (to - from)).exp().round() as u32
        }
    };
    Some((length, last))
}

fn without_length(call: &str) -> String {
    let length = |w: &&str| w.strip_prefix('n').is_some_and(|n| n.parse::<u32>().is_ok());
    call.split(' ').filter(|w| !length(w)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(call: &str, len: u32, seconds: f64, scratch_bytes: u64) -> Row {
        let figure = Figure { seconds, scratch_bytes, state_bytes: 100, chunk: 16, ..Figure::default() };
        Row {
            suite: "crossover".into(),
            call: call.replace('N', &len.to_string()),
            by: "wgpu-attention".into(),
            kernel: String::new(),
            len,
            fault: None,
            left_out: None,
            figure: Some(figure),
            error: None,
            tolerance: None,
        }
    }

    #[test]
    fn a_line_crosses_a_parabola_once() {
        let mut rows = Vec::new();
        for len in [256, 1024, 4096, 16_384] {
            let n = f64::from(len);
            rows.push(row("causal f32 nN d64", len, n * n, 0));
            rows.push(row("linear add decay none f32 nN d64", len, 2000.0 * n, u64::from(len) * 100 / 32));
        }
        let all = growth(&rows);
        let [one] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(one.call, "linear add decay none f32 d64");
        assert!((one.unevenness.unwrap() - 1.0).abs() < 1e-9 && (one.chunk_states - 0.5).abs() < 1e-9);
        assert_eq!(one.beats_softmax, Some((2000, 8.192)));
        assert_eq!(most_uneven(&rows[..4]), Err("no recurrence at two such lengths".into()));
        rows.push(row("linear delta decay none f32 nN d64", 1024, 3e6, 0));
        rows.push(row("linear delta decay none f32 nN d64", 4096, 8e6, 0));
        let (x, call) = most_uneven(&rows).unwrap();
        assert!((x - 1.5).abs() < 1e-9 && call == "linear delta decay none f32 d64");
        assert_eq!(crossing(&[(128, 0.5), (256, 0.9)]), None);
        assert_eq!(crossing(&[(128, 2.0), (256, 4.0)]), Some((128, 4.0)));
    }
}
