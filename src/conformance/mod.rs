//! Case files, tolerances and outcomes, shared by the tests and the commands.
//!
//! A case is one `.safetensors` file: the inputs of an operator, its attributes, and the outputs
//! an independent oracle computed. [`Case::read`] reads one, [`run`] computes it on a device and
//! compares. Each operator is one file here and one entry of the table in `run.rs`.

mod attention;
mod attributes;
mod block_sparse;
mod case;
mod catalogue;
mod catalogue_page;
mod conv;
mod flex;
pub mod fuzz;
mod gradient;
mod guard;
mod left_out;
mod linear;
mod moba;
mod nsa;
mod report;
mod rotary;
mod run;
pub mod suite;
mod textbook;
mod tolerance;
mod translate;
mod trial;

pub use attributes::Attributes;
pub use case::{Case, CaseTensor, Element};
pub use catalogue::{Engine, Family, System, system, systems};
pub use catalogue_page::{BEGIN, END, brief, page};
pub use guard::View;
pub use left_out::{LEFT_OUT, LeftOut};
pub use report::{Cell, CellKey, Finding, Kind, Reason, Report, Worst};
#[cfg(not(target_arch = "wasm32"))]
pub use run::run;
pub use run::{Outcome, Status, operators, run_async};
pub use suite::{Check, quick, sample, suite};
pub use tolerance::{Comparison, Tolerance};
pub use translate::{Language, ValidShader, translate, validate};
pub use trial::{Alike, Noise, SUMS, Step, Tensor, Trial, Verdict, Wanted};
