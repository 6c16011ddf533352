//! Reports as HTML with their plots inside, for the command and the browser page.

#[cfg(not(target_arch = "wasm32"))]
mod bench_page;
pub mod conform;
mod page;
mod plot;

#[cfg(not(target_arch = "wasm32"))]
pub use bench_page::html as bench_html;
pub use page::STYLE;
pub use plot::{Axis, Colour, Mark, Plot, Series};

/// What `demo` measured at one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Tokens.
    pub len: u32,
    /// Median time of a call.
    pub seconds: f64,
    /// Floating-point operations of a call.
    pub flops: u64,
    /// Largest difference from the f64 reference; NaN if the output holds one.
    pub error: f64,
    /// What the error may be.
    pub tolerance: f64,
    /// Rows of each head that were compared.
    pub rows_checked: u32,
    /// Rows of each head.
    pub rows: u32,
}

impl Row {
    /// Billions of operations a second.
    pub fn gflops(&self) -> f64 {
        self.flops as f64 / self.seconds / 1e9
    }

    /// Milliseconds and [`Row::gflops`] as text, `-` where the result is wrong.
    pub fn figures(&self) -> [String; 2] {
        if !self.passes() {
            return ["-", "-"].map(String::from);
        }
        [format!("{:.3}", self.seconds * 1e3), format!("{:.2}", self.gflops())]
    }

    /// Whether the error is within the tolerance; NaN is not. One that does not pass has no time to show.
    pub fn passes(&self) -> bool {
        self.error <= self.tolerance
    }
}

/// Everything that the report of `demo` shows.
#[derive(Debug, Clone)]
pub struct Report {
    /// Adapter, backend and driver.
    pub device: String,
    /// Where the inputs come from.
    pub input: String,
    /// The problem without its length.
    pub problem: String,
    /// Why lengths are missing, if some are.
    pub note: Option<String>,
    /// One row a length, in order.
    pub rows: Vec<Row>,
}
