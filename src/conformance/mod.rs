//! Case files, tolerances and outcomes, shared by the tests and the commands.
//!
//! A case is one `.safetensors` file: the inputs of an operator, its attributes, and the outputs
//! an independent oracle computed. [`Case::read`] reads one, [`run`] computes it on a device and
//! compares. Each operator is one file here and one entry of the table in `run.rs`.

mod attention;
mod attributes;
mod block_sparse;
mod case;
mod conv;
mod flex;
mod linear;
mod moba;
mod nsa;
mod rotary;
mod run;
mod tolerance;
mod translate;

pub use attributes::Attributes;
pub use case::{Case, CaseTensor, Element};
pub use run::{Outcome, Status, operators, run};
pub use tolerance::{Comparison, Tolerance};
pub use translate::{Language, translate, validate};
