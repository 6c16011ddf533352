//! What is to be reached, and whether it was.

use super::lengths::most_uneven;
use super::{Record, Row, Standing, target_sparse};
use serde::{Deserialize, Serialize};

/// How a target stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Measured, and at least what was wanted.
    Reached,
    /// Measured, and less.
    NotReached,
    /// This run cannot say.
    NotMeasurable,
}

/// One line of what is to be reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// On which device.
    pub place: String,
    /// What is compared.
    pub what: String,
    /// What is wanted, in words.
    pub wanted: String,
    /// What was measured, in the unit of `wanted`.
    pub measured: Option<f64>,
    /// Whether it was reached.
    pub verdict: Verdict,
    /// Which rows, or why there is no number.
    pub note: String,
}

/// Wanted at least, or at most.
#[derive(Debug, Clone, Copy)]
enum Goal {
    AtLeast(f64),
    AtMost(f64),
}

impl Goal {
    fn met(self, x: f64) -> bool {
        match self {
            Self::AtLeast(goal) => x >= goal,
            Self::AtMost(goal) => x <= goal,
        }
    }
}

/// A number with the rows it comes from, or why there is none.
pub(super) type Measured = Result<(f64, String), String>;

/// All targets, as far as a run can tell.
pub fn targets(record: &Record) -> Vec<Target> {
    let mesa = |n: u32| record.machine.driver.contains(&format!("Mesa {n}"));
    let wide = record.machine.settings.iter().any(|s| s == "LP_NATIVE_VECTOR_WIDTH=512");
    let graphics = !record.machine.cpu;
    let on = |holds: bool, place: &str, measured: Measured| match holds {
        true => measured,
        false => Err(format!("needs {place}")),
    };
    let line = |place: &str, what: &str, goal: Goal, holds: bool, measured: Measured| {
        let wanted = match goal {
            Goal::AtLeast(x) => format!("at least {x}"),
            Goal::AtMost(x) => format!("at most {x}"),
        };
        let (measured, verdict, note) = match on(holds, place, measured) {
            Ok((x, note)) if goal.met(x) => (Some(x), Verdict::Reached, note),
            Ok((x, note)) => (Some(x), Verdict::NotReached, note),
            Err(why) => (None, Verdict::NotMeasurable, why),
        };
        Target { place: place.into(), what: what.into(), wanted, measured, verdict, note }
    };
    let dense = |r: &Row| r.suite == "prefill" && r.call.starts_with("causal f32");
    let half = |r: &Row| r.suite == "prefill" && r.call.starts_with("causal f16") && r.len == 8192;
    let softmax = |by: &str| over_peer(record, by, &dense);
    vec![
        line(
            "lavapipe Mesa 26, default settings",
            "causal f32 throughput over burn's",
            Goal::AtLeast(3.0),
            mesa(26) && !wide,
            softmax("burn"),
        ),
        line(
            "lavapipe Mesa 25",
            "causal f32 throughput over ONNX Runtime WebGPU's GroupQueryAttention (even if that is wrong)",
            Goal::AtLeast(1.5),
            mesa(25),
            softmax("onnxruntime"),
        ),
        line(
            "lavapipe Mesa 26, 512-bit vectors",
            "causal f32 throughput over PyTorch's on the same processor",
            Goal::AtLeast(0.5),
            mesa(26) && wide,
            softmax("torch"),
        ),
        line(
            "any device, kernels without matrix units",
            "share of the multiply-add ceiling, dense causal forward, f32",
            Goal::AtLeast(0.6),
            true,
            share(record, &|r| dense(r) && r.is_own(), "f32"),
        ),
        line(
            "any device",
            "chunked linear attention over the recurrent form, 4,096 tokens and more",
            Goal::AtLeast(4.0),
            true,
            over_recurrent(record, &|r| r.kernel.contains("chunk")),
        ),
        line(
            "any device",
            "linear attention as planned over the kernel recurrent, 4,096 tokens and more",
            Goal::AtLeast(4.0),
            true,
            over_recurrent(record, &|r| r.is_own()),
        ),
        line(
            "any device",
            "chunked linear attention over ONNX Runtime WebGPU's LinearAttention",
            Goal::AtLeast(3.0),
            true,
            over_peer(record, "onnxruntime", &|r| r.suite == "linear"),
        ),
        line(
            "any device",
            "recurrences over the length, from 1,024 tokens: longest time a token over the shortest, the most of all",
            Goal::AtMost(1.25),
            true,
            most_uneven(&record.rows),
        ),
        line(
            "any device",
            "block lists at 8,192 tokens: speed-up over dense times share of blocks, the least of all densities",
            Goal::AtLeast(0.85),
            true,
            target_sparse::gain(record),
        ),
        line(
            "any device",
            "choice of blocks at 8,192 tokens: share of dense time, the most of all choices",
            Goal::AtMost(0.1),
            true,
            target_sparse::choice(record),
        ),
        line(
            "any device",
            "a window over the length: time a token at the longest over that at the shortest",
            Goal::AtMost(1.1),
            true,
            target_sparse::window(record),
        ),
        line(
            "NVIDIA GPU",
            "causal f16, 8,192 tokens: share of the throughput of PyTorch's FlashAttention-2",
            Goal::AtLeast(0.5),
            graphics,
            over_peer(record, "FlashAttention-2", &half),
        ),
        line(
            "GPU",
            "share of the f32 ceiling, plain f32, dense causal forward",
            Goal::AtLeast(0.6),
            graphics,
            share(record, &|r| dense(r) && r.is_own(), "f32"),
        ),
        line(
            "GPU",
            "decoding, 32,768 keys, 8 query heads a key head, f16: share of copy bandwidth",
            Goal::AtLeast(0.8),
            graphics,
            share(
                record,
                &|r| r.suite == "decode" && r.call.starts_with("full f16 b8") && r.len == 32_768,
                "copy",
            ),
        ),
        line(
            "NVIDIA GPU",
            "gated DeltaNet, 8,192 tokens: time over flash-linear-attention's",
            Goal::AtMost(2.0),
            graphics,
            over_peer(record, "fla", &|r| r.call.starts_with("linear delta decay token"))
                .map(|(x, note)| (1.0 / x, note)),
        ),
        line(
            "any device",
            "host: plan from the cache and record one call, microseconds",
            Goal::AtMost(20.0),
            true,
            record.host.map_or(Err("not measured".into()), |h| {
                let note = format!(
                    "plan {:.1}, record {:.1}; wgpu's encoder {:.1} besides",
                    h.plan * 1e6,
                    h.record * 1e6,
                    h.encoder * 1e6
                );
                Ok((h.call() * 1e6, note))
            }),
        ),
    ]
}

/// The least of peer's time over own time, over all calls that both computed; both on the host's clock, the
/// one that every peer has.
fn over_peer(record: &Record, peer: &str, asked: &dyn Fn(&Row) -> bool) -> Measured {
    let mut worst: Option<(f64, String)> = None;
    for own in record.rows.iter().filter(|r| asked(r) && r.is_own()) {
        let theirs = record.rows.iter().filter(|r| r.call == own.call && r.by.starts_with(peer));
        for other in theirs {
            let (Some(a), Some(b)) = (&own.figure, &other.figure) else { continue };
            let ratio = b.host_seconds / a.host_seconds;
            if worst.as_ref().is_none_or(|(w, _)| ratio < *w) {
                let wrong = match other.standing() {
                    Standing::Right => "",
                    Standing::Unverified => ", whose result was compared with nothing",
                    _ => ", whose result is WRONG",
                };
                worst = Some((ratio, format!("{} against {}{wrong}", own.call, other.by)));
            }
        }
    }
    worst.ok_or_else(|| format!("no call that {peer} computed too (--peers)"))
}

/// The least share of the ceiling of `unit`, over the rows asked for.
fn share(record: &Record, asked: &dyn Fn(&Row) -> bool, unit: &str) -> Measured {
    let shares = record.rows.iter().filter(|r| asked(r)).filter_map(|r| {
        let figure = r.figure.as_ref().filter(|f| f.unit == unit)?;
        Some((figure.roofline?, format!("{}, {}", r.call, r.kernel)))
    });
    shares.min_by(|a, b| a.0.total_cmp(&b.0)).ok_or_else(|| format!("no row bounded by {unit}"))
}

/// The least of the time token by token over that of the fastest row asked for, over all calls that both
/// computed.
fn over_recurrent(record: &Record, asked: &dyn Fn(&Row) -> bool) -> Measured {
    let own = |r: &&Row| r.suite == "linear" && r.len >= 4096 && r.is_ours();
    let seconds = |r: &Row| r.figure.as_ref().map(|f| f.seconds);
    let recurrent = Row::own_by(Some("recurrent"));
    let slow = record.rows.iter().filter(own).filter(|r| r.by == recurrent);
    let ratios = slow.filter_map(|slow| {
        let same = record.rows.iter().filter(own).filter(|r| r.call == slow.call && asked(r));
        let fast = same.filter_map(seconds).min_by(f64::total_cmp)?;
        Some((seconds(slow)? / fast, slow.call.clone()))
    });
    ratios.min_by(|a, b| a.0.total_cmp(&b.0)).ok_or_else(|| "no row of both".into())
}

/// How the times of bounds and lists agree with the cost model: for every call of 4,096 tokens or
/// more of the suites `prefill` and `sparse` its time a FLOP over that of a call of the same
/// kernel, length and type that it is to be compared with: full attention, or else causal.
pub fn costs(rows: &[Row]) -> Vec<(String, f64)> {
    let shape = |r: &Row| {
        r.call
            .split(' ')
            .filter(|w| w.starts_with(['b', 'h', 'n', 'd', 'f']))
            .skip_while(|w| *w == "full" || *w == "blocks")
            .map(String::from)
            .collect::<Vec<_>>()
    };
    let rate = |r: &Row| r.figure.as_ref().map(|f| f.seconds / f.flops as f64);
    let own = || {
        rows.iter()
            .filter(|r| r.is_own() && r.len >= 4096 && ["prefill", "sparse"].contains(&r.suite.as_str()))
    };
    let plain = |r: &&Row| !r.call.contains("window") && !r.call.contains("blocks");
    let attends = |r: &&Row| !r.call.starts_with("choice");
    let mut all = Vec::new();
    for row in own().filter(attends) {
        let like = |r: &&Row| {
            r.suite == row.suite
                && shape(r) == shape(row)
                && r.kernel == row.kernel
                && plain(r)
                && r.call != row.call
        };
        let full = own().filter(like).find(|r| r.call.starts_with("full"));
        let base = full.or_else(|| {
            own().filter(like).find(|r| r.call.starts_with("causal") && !row.call.starts_with("full"))
        });
        if let (Some(own), Some(base)) = (rate(row), base.and_then(rate)) {
            all.push((row.call.clone(), own / base));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::{Ceilings, Figure, Machine};
    use crate::device::DeviceCaps;

    fn row(suite: &str, call: &str, by: &str, len: u32, seconds: f64, flops: u64) -> Row {
        let figure = Figure {
            seconds,
            host_seconds: seconds,
            flops,
            unit: "f32".into(),
            roofline: Some(0.5),
            ..Figure::default()
        };
        Row {
            suite: suite.into(),
            call: call.into(),
            by: by.into(),
            kernel: "k".into(),
            len,
            fault: None,
            left_out: None,
            figure: Some(figure),
            error: None,
            tolerance: None,
        }
    }

    fn record(rows: Vec<Row>) -> Record {
        let caps =
            DeviceCaps { driver: "llvmpipe Mesa 26.2".into(), cpu: true, ..DeviceCaps::webgpu_minimum() };
        let mut machine = Machine::now(&caps);
        machine.settings.clear();
        Record { machine, ceilings: Ceilings::default(), host: None, rows, targets: Vec::new() }
    }

    #[test]
    fn the_worst_call_counts_and_absent_devices_are_not_measurable() {
        let call = |n: u32| format!("causal f32 b1 h8/8 n{n} d64");
        let rows = vec![
            row("prefill", &call(1024), Row::OWN, 1024, 1.0, 1),
            row("prefill", &call(1024), "burn 0.22", 1024, 4.0, 1),
            row("prefill", &call(4096), Row::OWN, 4096, 1.0, 1),
            row("prefill", &call(4096), "burn 0.22", 4096, 2.0, 1),
        ];
        let all = targets(&record(rows));
        assert_eq!((all[0].measured, all[0].verdict), (Some(2.0), Verdict::NotReached));
        assert_eq!((all[2].measured, all[2].verdict), (None, Verdict::NotMeasurable));
        assert_eq!(all[3].verdict, Verdict::NotReached);
    }

    #[test]
    fn lists_are_judged_by_their_blocks_choices_and_windows_by_time() {
        let of =
            |call: &str, len: u32, seconds: f64, flops| row("sparse", call, Row::OWN, len, seconds, flops);
        let mut lists = of("causal blocks 9 of 128, 10.0 % f32 b1 h1/1 n8192 d64", 8192, 0.125, 5);
        lists.figure.as_mut().unwrap().density = Some(0.1);
        let rows = vec![
            of("causal f32 b1 h1/1 n8192 d64", 8192, 1.0, 100),
            lists,
            of("choice of MoBA, 8 of 64 blocks f32 b1 h1/1 n8192 d64", 8192, 0.2, 7),
            of("choice of pooled gate, 8 of 64 blocks f32 b1 h1/1 n8192 d64", 8192, 0.01, 7),
            of("causal window 511 f32 b1 h1/1 n4096 d64", 4096, 0.5, 7),
            of("causal window 511 f32 b1 h1/1 n8192 d64", 8192, 1.25, 7),
        ];
        let all = targets(&record(rows));
        let find = |start: &str| all.iter().find(|t| t.what.starts_with(start)).unwrap();
        let got =
            ["block lists", "choice", "a window"].map(|start| (find(start).measured, find(start).verdict));
        let missed = Verdict::NotReached;
        assert_eq!(got, [(Some(0.8), missed), (Some(0.2), missed), (Some(1.25), missed)]);
        assert!(find("block lists").note.ends_with("by the 5.00 % of pairs that are seen 0.40"));
    }

    #[test]
    fn a_call_that_costs_what_it_covers_has_ratio_one() {
        let rows = vec![
            row("prefill", "full f32 b1 h8/8 n4096 d64", Row::OWN, 4096, 2.0, 200),
            row("prefill", "causal f32 b1 h8/8 n4096 d64", Row::OWN, 4096, 1.5, 100),
            row("prefill", "causal window 512 f32 b1 h8/8 n4096 d64", Row::OWN, 4096, 0.5, 50),
            row("prefill", "causal f16 b1 h8/8 n4096 d64", Row::OWN, 4096, 9.0, 100),
            row("sparse", "causal f32 b1 h1/1 n8192 d64", Row::OWN, 8192, 1.0, 100),
            row("sparse", "causal blocks 9 of 64, 5.0 % f32 b1 h1/1 n8192 d64", Row::OWN, 8192, 0.2, 10),
        ];
        let got = costs(&rows);
        let ratios: Vec<f64> = got.iter().map(|c| c.1).collect();
        assert_eq!(ratios, [1.5, 1.0, 2.0], "{got:?}");
    }
}
