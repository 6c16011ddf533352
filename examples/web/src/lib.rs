//! Conformance and a short benchmark on the GPU of whoever opens the page. JavaScript asks for one
//! step after another, so that the page stays alive and shows how far it is; everything that is
//! computed, and everything that is said about it, comes from the library.
#![cfg(target_arch = "wasm32")]

mod benchmark;

use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use wgpu_attention::Gpu;
use wgpu_attention::conformance::{Check, Finding, Report, quick, sample};
use wgpu_attention::report;

/// A run of the page: a device, and what was found on it.
#[wasm_bindgen]
pub struct Session {
    gpu: Gpu,
    checks: Vec<Check>,
    report: Report,
    /// By place among the checks.
    findings: RefCell<BTreeMap<usize, Finding>>,
    benchmark: report::Report,
}

#[wasm_bindgen]
impl Session {
    /// Opens the browser's device. `host` says where the page runs, for the report.
    pub async fn open(host: String) -> Result<Session, JsError> {
        let gpu = Gpu::new_async(None).await?;
        let report = Report::new(host, gpu.caps());
        let benchmark = benchmark::empty(&gpu);
        Ok(Self { gpu, checks: Vec::new(), report, findings: RefCell::default(), benchmark })
    }

    /// How many checks the suite has.
    pub fn in_suite(&self) -> usize {
        self.report.in_suite
    }

    /// Chooses the sample that has every group of checks. Gives their names.
    pub fn choose_quick(&mut self) -> Vec<String> {
        self.chosen(quick().collect())
    }

    /// Chooses the checks whose name contains one of the words of `filter` (all, if it is empty), and
    /// of these every `every`th. Gives their names.
    pub fn choose(&mut self, filter: &str, every: usize) -> Vec<String> {
        self.chosen(sample(filter, every).collect())
    }

    fn chosen(&mut self, checks: Vec<Check>) -> Vec<String> {
        self.checks = checks;
        self.findings.take();
        self.checks.iter().map(|c| c.name.clone()).collect()
    }

    /// Runs check `n` of those chosen; what it found, as JSON. The next may begin before this one ends:
    /// a browser compiles shaders elsewhere.
    pub async fn check(&self, n: usize) -> Result<String, JsError> {
        let check = self.checks.get(n).ok_or_else(|| JsError::new("no such check was chosen"))?;
        let finding = check.run_async(&self.gpu, &|_| {}).await;
        let json = serde_json::to_string(&finding)?;
        self.findings.borrow_mut().insert(n, finding);
        Ok(json)
    }

    /// Says that all the checks are over, and how long they took.
    pub fn took(&mut self, seconds: f64) {
        self.report.seconds = seconds;
        self.report.findings = self.findings.take().into_values().collect();
        // The self-check may have declined a tier.
        self.report.device = self.gpu.caps().clone();
    }

    /// Times attention over `len` tokens and checks the very output that was timed; the seconds of
    /// a call.
    pub async fn time(&mut self, len: u32) -> Result<f64, JsError> {
        let row = benchmark::row(&self.gpu, len).await?;
        let seconds = row.seconds;
        self.benchmark.rows.push(row);
        Ok(seconds)
    }

    /// The device's name, backend and driver.
    pub fn device(&self) -> String {
        self.gpu.caps().title()
    }

    /// Whether something ran and nothing failed.
    pub fn passed(&self) -> bool {
        self.report.passed() && self.benchmark.rows.iter().all(report::Row::passes)
    }

    /// The report that `conform` writes, as JSON.
    pub fn json(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.report)?)
    }

    /// Facts of the device as HTML.
    pub fn facts(&self) -> String {
        report::conform::device_facts(&self.report)
    }

    /// What the checks found, as HTML.
    pub fn findings(&self) -> String {
        report::conform::findings(&self.report)
    }

    /// The benchmark's table and plots as HTML.
    pub fn figures(&self) -> Result<String, JsError> {
        Ok(self.benchmark.figures()?)
    }
}
