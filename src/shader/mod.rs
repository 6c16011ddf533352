//! From a [`ShaderKey`] to WGSL.
//!
//! Shaders are plain WGSL fragments (folder `shaders/`) behind a generated header of `enable`
//! lines, constants, aliases, one `struct Params` and the bindings. What varies is which
//! fragments are linked. The key is the only input of [`assemble`] and the key of the pipeline
//! cache, so a pipeline and its text cannot disagree.

mod assemble;
mod fragments;
mod hook;
mod hook_input;
mod key;
mod params;
mod pattern;
mod unroll;

pub use assemble::{Target, WgslSource, assemble};
pub use fragments::Fragment;
pub(crate) use fragments::*;
pub use hook::{Hook, HookCode, HookKind};
pub use hook_input::{Declared, HookInput};
pub use key::{Access, Binding, Const, Needs, ShaderKey};
pub(crate) use params::params;
pub(crate) use pattern::pattern_fragments;
