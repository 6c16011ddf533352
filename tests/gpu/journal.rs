//! Keeps what wgpu and the Vulkan validation layer log, so that tests can demand silence.

use log::{Level, LevelFilter, Log, Metadata, Record};
use std::sync::{Mutex, MutexGuard, PoisonError};

struct Journal {
    lines: Mutex<Lines>,
}

#[derive(Default)]
struct Lines {
    all: usize,
    layer_missing: bool,
    complaints: Vec<String>,
}

static JOURNAL: Journal =
    Journal { lines: Mutex::new(Lines { all: 0, layer_missing: false, complaints: Vec::new() }) };

impl Journal {
    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Log for Journal {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("wgpu")
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let text = record.args().to_string();
        let mut lines = self.lines();
        lines.all += 1;
        lines.layer_missing |= text.contains("unable to find layer");
        if record.level() == Level::Error {
            lines.complaints.push(format!("{}: {text}", record.target()));
        }
    }

    fn flush(&self) {}
}

/// Starts the journal; call it before wgpu's instance is made.
pub(crate) fn start() {
    log::set_logger(&JOURNAL).expect("no other logger in this binary");
    // The layer's absence is logged at this level.
    log::set_max_level(LevelFilter::Debug);
}

/// Whether the Vulkan validation layer watches this run.
pub(crate) fn layer_present() -> bool {
    assert!(JOURNAL.lines().all > 0, "the journal heard nothing at all: it is not connected");
    wgpu_attention::wgpu::InstanceFlags::from_env_or_default()
        .contains(wgpu_attention::wgpu::InstanceFlags::VALIDATION)
        && !JOURNAL.lines().layer_missing
}

/// Forgets what a driver's loader said while adapters were looked for: EGL complains about
/// every platform it tries. The Vulkan layer's words stay.
pub(crate) fn forget_probing() {
    JOURNAL.lines().complaints.retain(|line| !line.starts_with("wgpu_hal::gles"));
}

/// Fails if wgpu or the validation layer reported an error since the start.
pub(crate) fn assert_silent(context: &str) {
    let complaints = JOURNAL.lines().complaints.clone();
    assert!(complaints.is_empty(), "{context}: errors were logged:\n{}", complaints.join("\n"));
}

#[test]
fn an_error_in_the_log_is_noticed() {
    let journal = Journal { lines: Mutex::default() };
    let record = Record::builder()
        .level(Level::Error)
        .target("wgpu_hal::vulkan::instance")
        .args(format_args!("VALIDATION: wrong"))
        .build();
    journal.log(&record);
    assert_eq!(journal.lines().complaints.len(), 1);
}
