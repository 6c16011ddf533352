//! What `conform` found on a device: the JSON that is sent, compared and shown.

use super::catalogue::Engine;
use super::run::Status;
use super::suite::suite;
use crate::device::DeviceCaps;
use crate::plan::Tier;
use crate::problem::DType;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The report of one device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Version of this library.
    pub library: String,
    /// Where the library ran and what compiled its shaders: `native, naga`, or a browser's name.
    pub host: String,
    /// The device.
    pub device: DeviceCaps,
    /// Seconds from the first check to the last.
    pub seconds: f64,
    /// How many checks the suite has, whether they were asked for or not.
    #[serde(default)]
    pub in_suite: usize,
    /// Checks that were asked for and had not run yet as this was written.
    #[serde(default)]
    pub missing: usize,
    /// What was found, in the order of the suite.
    pub findings: Vec<Finding>,
}

/// How one check went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Name of the check.
    pub case: String,
    /// The engine it is about.
    pub engine: Engine,
    /// The tier it ran at, or should have.
    pub tier: Tier,
    /// Element type of its inputs.
    pub dtype: DType,
    /// How it went.
    pub status: Status,
    /// Why it did not pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Where it came closest to failing, or failed worst.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst: Option<Worst>,
}

/// Why a check did not pass.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reason {
    /// What kind of reason it is.
    pub kind: Kind,
    /// The same for people.
    pub text: String,
}

/// Kinds of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The device lacks the tier, or no kernel of it takes the problem.
    Tier,
    /// A limit of the device is too small.
    Limit,
    /// The kernel, or the library, does not take the problem.
    Problem,
    /// An output is wrong.
    Wrong,
    /// The device's compiler refused a shader.
    Compiler,
    /// A damaged kernel, or a tier that misbehaves, was not noticed.
    Unnoticed,
    /// The device, or the case itself, failed.
    Device,
}

/// The output of a check that used the most of what it was allowed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Worst {
    /// Largest difference from what was expected.
    pub error: f64,
    /// The largest difference over what that element was allowed; above 1 it fails.
    pub share: f64,
    /// The element: call, output and index.
    pub at: String,
}

/// Everything found of one engine, tier and element type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// Checks that passed.
    pub passed: usize,
    /// Checks that failed, or could not be finished.
    pub failed: usize,
    /// Checks that the device does not support, by reason.
    pub unsupported: BTreeMap<Reason, usize>,
    /// The check that came closest to failing, or failed worst.
    pub worst: Option<(String, Worst)>,
}

/// What a [`Cell`] is about.
pub type CellKey = (Engine, Tier, DType);

impl Report {
    /// A report without findings.
    pub fn new(host: impl Into<String>, device: &DeviceCaps) -> Self {
        Self {
            library: env!("CARGO_PKG_VERSION").into(),
            host: host.into(),
            device: device.clone(),
            seconds: 0.0,
            in_suite: suite().count(),
            missing: 0,
            findings: Vec::new(),
        }
    }

    /// The findings by engine, tier and element type.
    pub fn cells(&self) -> BTreeMap<CellKey, Cell> {
        let mut cells: BTreeMap<CellKey, Cell> = BTreeMap::new();
        for finding in &self.findings {
            cells.entry((finding.engine, finding.tier, finding.dtype)).or_default().add(finding);
        }
        cells
    }

    /// Checks of each status.
    pub fn count(&self, status: Status) -> usize {
        self.findings.iter().filter(|f| f.status == status).count()
    }

    /// Whether something ran, nothing failed and nothing is missing.
    pub fn passed(&self) -> bool {
        self.missing == 0 && self.count(Status::Pass) > 0 && !self.findings.iter().any(Finding::failed)
    }
}

impl Finding {
    /// Whether it is a failure: wrong, or not finished.
    pub fn failed(&self) -> bool {
        matches!(self.status, Status::Fail | Status::Error)
    }

    /// What repeats it alone on a device: a command, or for a browser the page's address.
    pub fn command(&self, device: &DeviceCaps) -> String {
        if device.backend == wgpu::Backend::BrowserWebGpu.to_str() {
            return format!("index.html#filter={}", self.case);
        }
        // Drivers of one chip may bear its name alike: only the title tells them apart.
        format!("wgpu-attention conform --adapter {:?} --case {:?}", device.title(), self.case)
    }
}

impl Cell {
    fn add(&mut self, finding: &Finding) {
        match (finding.status, &finding.reason) {
            (Status::Pass, _) => self.passed += 1,
            (Status::Unsupported, Some(reason)) => *self.unsupported.entry(reason.clone()).or_default() += 1,
            _ => self.failed += 1,
        }
        let Some(worst) = &finding.worst else { return };
        if self.worst.as_ref().is_none_or(|(_, known)| worst.share > known.share) {
            self.worst = Some((finding.case.clone(), worst.clone()));
        }
    }

    /// Checks that the device does not support.
    pub fn unsupported(&self) -> usize {
        self.unsupported.values().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(status: Status, share: f64) -> Finding {
        Finding {
            case: format!("case {share}"),
            engine: Engine::Softmax,
            tier: Tier::Plain,
            dtype: DType::F16,
            status,
            reason: (status != Status::Pass).then(|| Reason { kind: Kind::Tier, text: "why".into() }),
            worst: Some(Worst { error: 1e-7, share, at: "call 0, o[3]".into() }),
        }
    }

    #[test]
    fn a_report_survives_json_and_counts_its_cells() {
        let mut report = Report::new("native", &DeviceCaps::webgpu_minimum());
        assert!(!report.passed(), "nothing ran");
        report.findings = vec![finding(Status::Pass, 0.2), finding(Status::Unsupported, 0.0)];
        assert!(report.passed());
        assert!(!Report { missing: 1, ..report.clone() }.passed());
        report.findings.push(finding(Status::Error, 0.5));
        assert!(!report.passed());
        let json = serde_json::to_string(&report).unwrap();
        let back: Report = serde_json::from_str(&json).unwrap();
        assert_eq!(report, back);
        let cells = back.cells();
        let cell = &cells[&(Engine::Softmax, Tier::Plain, DType::F16)];
        assert_eq!((cell.passed, cell.failed, cell.unsupported()), (1, 1, 1));
        assert_eq!(cell.worst.as_ref().unwrap().0, "case 0.5");
    }
}
