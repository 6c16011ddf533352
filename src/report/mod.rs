//! Reports: HTML files with their plots inside.

pub(crate) mod bench_page;
mod page;
mod plot;

/// What was measured at one length.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    /// Tokens.
    pub(crate) len: u32,
    /// Median time of a call.
    pub(crate) seconds: f64,
    /// Floating-point operations of a call.
    pub(crate) flops: u64,
    /// Largest difference from the f64 reference; NaN if the output holds one.
    pub(crate) error: f64,
    /// What the error may be.
    pub(crate) tolerance: f64,
    /// Rows of each head that were compared.
    pub(crate) rows_checked: u32,
    /// Rows of each head.
    pub(crate) rows: u32,
}

impl Row {
    /// Billions of operations a second.
    pub(crate) fn gflops(&self) -> f64 {
        self.flops as f64 / self.seconds / 1e9
    }

    /// Whether the error is within the tolerance; NaN is not.
    pub(crate) fn passes(&self) -> bool {
        self.error <= self.tolerance
    }
}

/// Everything the page shows.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    /// Adapter, backend and driver.
    pub(crate) device: String,
    /// Where the inputs come from.
    pub(crate) input: String,
    /// The problem without its length.
    pub(crate) problem: String,
    /// Why lengths are missing, if some are.
    pub(crate) note: Option<String>,
    /// One row a length, in order.
    pub(crate) rows: Vec<Row>,
}
