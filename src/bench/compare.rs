//! Two runs, row by row.

use super::{Record, Row};

/// How one call of a run compares with the same call of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratio {
    /// The call, and who computed it.
    pub what: String,
    /// Seconds in both runs.
    pub seconds: [f64; 2],
}

impl Ratio {
    /// How many times as fast the second is.
    pub fn speed_up(&self) -> f64 {
        self.seconds[0] / self.seconds[1]
    }
}

/// The rows that both runs have, and the names of those only one has or one has wrong.
pub fn compare(a: &Record, b: &Record) -> (Vec<Ratio>, Vec<String>) {
    let name = |r: &Row| format!("{}: {}, {}", r.suite, r.call, r.by);
    let find = |in_: &Record, row: &Row| in_.rows.iter().find(|r| name(r) == name(row)).cloned();
    let mut ratios = Vec::new();
    let mut missing = Vec::new();
    for row in &a.rows {
        let times = (row.figure.as_ref(), find(b, row).and_then(|r| r.figure));
        match times {
            (Some(x), Some(y)) => ratios.push(Ratio { what: name(row), seconds: [x.seconds, y.seconds] }),
            (None, _) => missing.push(format!("{}: no time in the first run", name(row))),
            (_, None) => missing.push(format!("{}: no time in the second run", name(row))),
        }
    }
    missing.extend(
        b.rows
            .iter()
            .filter(|r| find(a, r).is_none())
            .map(|r| format!("{}: only in the second run", name(r))),
    );
    (ratios, missing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::{Ceilings, Figure, Machine};
    use crate::device::DeviceCaps;

    fn record(rows: &[(&str, Option<f64>)]) -> Record {
        let row = |&(call, seconds): &(&str, Option<f64>)| Row {
            suite: "prefill".into(),
            call: call.into(),
            by: "x".into(),
            kernel: String::new(),
            len: 1,
            fault: seconds.is_none().then(|| "wrong".into()),
            left_out: None,
            figure: seconds.map(|seconds| Figure { seconds, ..Figure::default() }),
            error: None,
            tolerance: None,
        };
        Record {
            machine: Machine::now(&DeviceCaps::webgpu_minimum()),
            ceilings: Ceilings::default(),
            host: None,
            rows: rows.iter().map(row).collect(),
            targets: Vec::new(),
        }
    }

    #[test]
    fn rows_meet_by_name_and_wrong_ones_are_named() {
        let a = record(&[("p", Some(2.0)), ("q", Some(1.0)), ("r", None)]);
        let b = record(&[("q", None), ("p", Some(1.0)), ("s", Some(1.0))]);
        let (ratios, missing) = compare(&a, &b);
        assert_eq!(ratios.iter().map(Ratio::speed_up).collect::<Vec<_>>(), [2.0]);
        assert_eq!(missing.len(), 3, "{missing:?}");
    }
}
