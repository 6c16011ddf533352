//! Results, as they are printed and kept.

use super::{Ceilings, HostCost, Target};
use crate::record::Timing;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One measured call. Peers write the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// `prefill`, `decode`, `linear`, `sparse`, `gradient` or `crossover`.
    pub suite: String,
    /// The call, e.g. `causal f32 b1 h8/8 n1024 d64`; the same for everyone who computes it.
    pub call: String,
    /// Who computed it: `wgpu-attention`, or a peer with its version.
    pub by: String,
    /// The kernels, e.g. `flash_rows`; empty if unknown.
    #[serde(default)]
    pub kernel: String,
    /// Tokens, for plots over the length.
    pub len: u32,
    /// What went wrong: wrong results above all.
    #[serde(default)]
    pub fault: Option<String>,
    /// Why there is no time though nothing went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<LeftOut>,
    /// The time, if the result was right.
    #[serde(default)]
    pub figure: Option<Figure>,
    /// Largest difference from the f64 reference.
    #[serde(default)]
    pub error: Option<f64>,
    /// What it may be.
    #[serde(default)]
    pub tolerance: Option<f64>,
}

/// Why a call was not measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// The time limit was reached, or the run broken off, before it was this call's turn.
    NotBegun,
    /// The device or the library does not support it: what it says to that.
    NotSupported(String),
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotBegun => f.write_str("not begun in the time there was"),
            Self::NotSupported(why) => write!(f, "not supported: {why}"),
        }
    }
}

/// What a row says of its call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its result is within its tolerance.
    Right,
    /// It has a time, but its result was compared with nothing.
    Unverified,
    /// It is wrong, or broke off.
    Failed,
    /// There was no time for it.
    NotBegun,
    /// It cannot be run here.
    NotSupported,
}

impl Standing {
    /// All of them, in the order of reports, as they are counted.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Right, "right"),
        (Self::Unverified, "not compared with a reference"),
        (Self::Failed, "failed"),
        (Self::NotBegun, "not begun"),
        (Self::NotSupported, "not supported"),
    ];
}

impl Row {
    /// What it says. A figure alone proves nothing: peers may write one without a comparison.
    pub fn standing(&self) -> Standing {
        match (&self.left_out, &self.fault, &self.figure, self.error.zip(self.tolerance)) {
            (_, Some(_), ..) => Standing::Failed,
            (Some(LeftOut::NotBegun), ..) => Standing::NotBegun,
            (Some(LeftOut::NotSupported(_)), ..) => Standing::NotSupported,
            (.., Some(_), None) => Standing::Unverified,
            (.., Some(_), Some((error, tolerance))) if error <= tolerance => Standing::Right,
            _ => Standing::Failed,
        }
    }

    /// Why it has no time or must not be believed.
    pub fn complaint(&self) -> Option<String> {
        let told = || self.fault.clone().or_else(|| self.left_out.as_ref().map(LeftOut::to_string));
        match (self.standing(), self.error.zip(self.tolerance)) {
            (Standing::Right, _) => None,
            (Standing::Unverified, _) => Some("not compared with a reference".into()),
            (_, off) => told().or_else(|| off.map(|(e, t)| Self::wrong(e, t))).or(Some("no time".into())),
        }
    }

    /// The fault of a result that is off by more than it may be.
    pub(super) fn wrong(error: f64, tolerance: f64) -> String {
        format!("WRONG: off by {error:.1e}, allowed {tolerance:.1e}")
    }

    /// Who computed the library's rows, as it planned the calls.
    pub(super) const OWN: &str = "wgpu-attention";

    /// Whose a row of the library's is, by its own choice or by a kernel that was asked for.
    pub(super) fn own_by(kernel: Option<&str>) -> String {
        kernel.map_or(Self::OWN.into(), |kernel| format!("{}: {kernel}", Self::OWN))
    }

    /// Whether it is the library's, as it planned the call.
    pub fn is_own(&self) -> bool {
        self.by == Self::OWN
    }

    /// Whether it is the library's, by whichever kernel.
    pub fn is_ours(&self) -> bool {
        self.by.starts_with(Self::OWN)
    }
}

/// How many rows say what, e.g. `5 right, 1 failed`.
pub fn counts<'a>(rows: impl Iterator<Item = &'a Row> + Clone) -> String {
    let count = |of: Standing| rows.clone().filter(|r| r.standing() == of).count();
    let some = Standing::ALL.into_iter().map(|(of, name)| (count(of), name)).filter(|(n, _)| *n > 0);
    some.map(|(n, name)| format!("{n} {name}")).collect::<Vec<_>>().join(", ")
}

/// The time of a call whose result was right.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Median, by the device's timestamps where it has some.
    pub seconds: f64,
    /// Median on the host's clock, from submission to completion: what peers can be compared by.
    pub host_seconds: f64,
    /// Fastest call.
    pub fastest: f64,
    /// Half the distance between the quartiles over the median.
    pub spread: f64,
    /// Calls timed.
    pub calls: usize,
    /// Medians of all rounds that used this clock, in order. Everything else is of the one in the middle.
    #[serde(default)]
    pub rounds: Vec<f64>,
    /// `device` or `host`: whose clock `seconds` is.
    pub clock: String,
    /// Floating-point operations of a call, by the cost model.
    pub flops: u64,
    /// Bytes that must move at least.
    pub bytes: u64,
    /// Bytes of all buffers of a call, scratch included.
    pub buffer_bytes: u64,
    /// Bytes of scratch memory among them.
    #[serde(default)]
    pub scratch_bytes: u64,
    /// `seconds` over the tokens of a sequence.
    #[serde(default)]
    pub seconds_per_token: f64,
    /// Bytes of the states of a recurrence, one a head; 0 for softmax attention.
    #[serde(default)]
    pub state_bytes: u64,
    /// Tokens of a chunk of a recurrence, 1 token by token.
    #[serde(default)]
    pub chunk: u32,
    /// The unit whose ceiling bounds the call: `f32`, `matrix` or `copy`.
    #[serde(default)]
    pub unit: String,
    /// Share of what that ceiling allows.
    #[serde(default)]
    pub roofline: Option<f64>,
    /// Share of the causal blocks that block lists name.
    #[serde(default)]
    pub density: Option<f64>,
    /// Rows compared with the reference, of how many.
    #[serde(default)]
    pub rows_checked: [u64; 2],
}

impl Figure {
    /// Billions of operations a second.
    pub fn gflops(&self) -> f64 {
        self.flops as f64 / self.seconds / 1e9
    }

    /// Billions of bytes a second.
    pub fn gbytes(&self) -> f64 {
        self.bytes as f64 / self.seconds / 1e9
    }

    /// The share of the ceiling of its unit, if that is known, in words.
    pub fn share(&self) -> Option<String> {
        let above = |share: f64| if share > 1.0 { " (!)" } else { "" };
        self.roofline.map(|share| format!("{:.0}% {}{}", 100.0 * share, self.unit, above(share)))
    }

    /// The slowest round over the fastest: how much the machine gave at one time and not at another.
    pub fn rounds_apart(&self) -> f64 {
        let ends = |from: f64, f: fn(f64, f64) -> f64| self.rounds.iter().copied().fold(from, f);
        ends(0.0, f64::max) / ends(f64::INFINITY, f64::min)
    }

    /// Takes the times of the round in the middle by its median, the faster one of two. Rounds by another
    /// clock than the first's do not count.
    pub(super) fn settle(&mut self, rounds: &[Timing]) {
        let mut counted: Vec<_> = rounds.iter().filter(|t| t.clock() == self.clock).collect();
        self.rounds = counted.iter().map(|t| t.median()).collect();
        counted.sort_by(|a, b| a.median().total_cmp(&b.median()));
        let Some(timing) = counted.get(counted.len().saturating_sub(1) / 2) else { return };
        let faster = self.seconds / timing.median();
        (self.seconds, self.host_seconds) = (timing.median(), timing.host_median());
        (self.fastest, self.spread, self.calls) = (timing.min(), timing.spread(), timing.host.len());
        self.seconds_per_token /= faster;
        self.roofline = self.roofline.map(|share| share * faster);
    }
}

/// Where and when it was measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// Day, `YYYY-MM-DD` (UTC).
    pub date: String,
    /// Commit of the program, as `WGPU_ATTENTION_COMMIT` says; `unknown` if it is not set.
    pub commit: String,
    /// Version of the library.
    pub version: String,
    /// Adapter.
    pub device: String,
    /// Backend.
    pub backend: String,
    /// Driver and its version.
    pub driver: String,
    /// Sizes of cooperative matrices.
    pub matrices: Vec<u32>,
    /// Shaders run on the host's processor.
    pub cpu: bool,
    /// Processor cores of the host.
    pub cores: usize,
    /// Load average at the start, where the system tells.
    pub load: Option<f64>,
    /// Settings of the driver that change its speed.
    pub settings: Vec<String>,
}

/// A whole run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Where and when.
    pub machine: Machine,
    /// What the device can do.
    pub ceilings: Ceilings,
    /// What a call costs the host.
    pub host: Option<HostCost>,
    /// Everything measured.
    pub rows: Vec<Row>,
    /// What was to be reached.
    pub targets: Vec<Target>,
}

impl Machine {
    /// What is known of a device and of this moment.
    pub fn now(caps: &crate::DeviceCaps) -> Self {
        let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let load = std::fs::read_to_string("/proc/loadavg").ok();
        let setting = |name: &str| std::env::var(name).ok().map(|value| format!("{name}={value}"));
        Self {
            date: date(seconds.map_or(0, |s| s.as_secs())),
            commit: commit(),
            version: env!("CARGO_PKG_VERSION").into(),
            device: caps.name.clone(),
            backend: caps.backend.clone(),
            driver: caps.driver.clone(),
            matrices: caps.coop_sizes.clone(),
            cpu: caps.cpu,
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            load: load.and_then(|text| text.split(' ').next()?.parse().ok()),
            settings: ["LP_NATIVE_VECTOR_WIDTH", "LP_NUM_THREADS"].into_iter().filter_map(setting).collect(),
        }
    }
}

/// What `WGPU_ATTENTION_COMMIT` says, now or as the program was built. Git would speak of the folder that the
/// program happens to run in.
fn commit() -> String {
    let now = std::env::var("WGPU_ATTENTION_COMMIT").ok();
    now.or_else(|| option_env!("WGPU_ATTENTION_COMMIT").map(String::from)).unwrap_or("unknown".into())
}

/// The day of a Unix time, `YYYY-MM-DD`, in the Gregorian calendar.
pub fn date(seconds: u64) -> String {
    // Days of 400 years, after which leap years come again.
    const CYCLE: u64 = 146_097;
    let days = seconds / 86_400;
    let (mut days, mut year) = (days % CYCLE, 1970 + 400 * (days / CYCLE));
    let leap = |y: u64| y.is_multiple_of(4) && (!y.is_multiple_of(100) || y.is_multiple_of(400));
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let lengths = [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in lengths {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_round_in_the_middle_counts_and_all_are_kept() {
        let timing = |seconds| Timing { device: Vec::new(), host: vec![seconds; 3] };
        let first =
            || Figure { seconds: 2.0, roofline: Some(0.25), clock: "host".into(), ..Figure::default() };
        let mut f = first();
        let mut rounds: Vec<_> = [2.0, 4.0, 0.5, 1.0].map(timing).into();
        rounds.push(Timing { device: vec![0.1; 3], ..timing(1.0) });
        f.settle(&rounds);
        assert_eq!((f.seconds, f.host_seconds, f.roofline), (1.0, 1.0, Some(0.5)));
        assert_eq!((f.rounds.as_slice(), f.rounds_apart()), ([2.0, 4.0, 0.5, 1.0].as_slice(), 8.0));
        let mut slower = first();
        slower.settle(&[2.0, 3.0, 4.0].map(timing));
        assert_eq!((slower.seconds, slower.roofline), (3.0, Some(0.25 * 2.0 / 3.0)));
    }

    #[test]
    fn a_figure_is_right_only_if_it_was_compared_and_what_was_left_out_has_not_failed() {
        let row = |fault: Option<&str>, left_out: Option<LeftOut>, error, tolerance| Row {
            suite: "prefill".into(),
            call: "causal".into(),
            by: "x".into(),
            kernel: String::new(),
            len: 1,
            fault: fault.map(String::from),
            figure: left_out.is_none().then(Figure::default),
            left_out,
            error,
            tolerance,
        };
        let rows = [
            row(None, None, Some(1e-7), Some(1e-6)),
            row(None, None, None, None),
            row(None, None, Some(1e-5), Some(1e-6)),
            row(Some("device error: lost"), None, Some(1e-7), Some(1e-6)),
            row(None, Some(LeftOut::NotBegun), None, None),
            row(None, Some(LeftOut::NotSupported("no matrices".into())), None, None),
        ];
        let of: Vec<_> = rows.iter().map(Row::standing).collect();
        use Standing::{Failed, NotBegun, NotSupported, Right, Unverified};
        assert_eq!(of, [Right, Unverified, Failed, Failed, NotBegun, NotSupported]);
        assert_eq!(rows[0].complaint(), None);
        assert_eq!(rows[2].complaint().unwrap(), "WRONG: off by 1.0e-5, allowed 1.0e-6");
        assert_eq!(rows[5].complaint().unwrap(), "not supported: no matrices");
        let counted = "1 right, 1 not compared with a reference, 2 failed, 1 not begun, 1 not supported";
        assert_eq!(counts(rows.iter()), counted);
    }

    #[test]
    fn a_share_above_the_ceiling_is_marked() {
        let of = |roofline| Figure { roofline, unit: "f32".into(), ..Figure::default() }.share();
        assert_eq!(
            (of(Some(0.5)).unwrap(), of(Some(1.1)).unwrap()),
            ("50% f32".into(), "110% f32 (!)".into())
        );
        assert_eq!(of(None), None);
    }

    #[test]
    fn days_are_counted_through_leap_years() {
        assert_eq!(date(0), "1970-01-01");
        assert_eq!(date(951_782_400), "2000-02-29");
        assert_eq!(date(951_782_400 + 86_400 * 146_097), "2400-02-29");
        assert_eq!(date(u64::MAX).len(), "584554051223-11-09".len());
        assert_eq!(date(1_795_478_400), "2026-11-24");
    }
}
