//! The compile key of a shader.

use super::{Fragment, HookCode};
use crate::problem::Pattern;
use std::fmt;

/// How a shader uses a buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// `var<storage, read>`.
    Read,
    /// `var<storage, read_write>`.
    ReadWrite,
}

/// A storage buffer of a shader: `var<storage, access> name: array<element>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Binding {
    /// Name in WGSL.
    pub name: &'static str,
    /// Element type in WGSL.
    pub element: &'static str,
    /// How it is used.
    pub access: Access,
}

/// A compile-time constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Const {
    /// `u32`.
    U32(u32),
    /// `bool`.
    Bool(bool),
}

impl fmt::Display for Const {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::U32(n) => write!(f, "{n}"),
            Self::Bool(b) => write!(f, "{b}"),
        }
    }
}

/// Optional WGSL extensions of a shader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Needs {
    /// `enable f16`.
    pub f16: bool,
    /// Subgroup operations.
    pub subgroups: bool,
    /// Cooperative matrices.
    pub coop: bool,
}

/// Everything that decides the text of a shader. Problem sizes are parameters, not part of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ShaderKey {
    /// Name of the kernel.
    pub kernel: &'static str,
    /// Fragments in link order; one of them holds the entry point `main`.
    pub fragments: Vec<Fragment>,
    /// Constants of the header. `WORKGROUP` is the workgroup size.
    pub consts: Vec<(&'static str, Const)>,
    /// Aliases of the header.
    pub aliases: Vec<(&'static str, &'static str)>,
    /// Storage buffers, bound at 1, 2, ... of group 0; the parameters are at 0.
    pub bindings: Vec<Binding>,
    /// Declaration of `struct Params`.
    pub params: &'static str,
    /// Functions `(s, batch, head, i, j) -> s` that `edit_score` calls in this order; `None`
    /// for kernels without scores.
    pub score_stages: Option<Vec<&'static str>>,
    /// Those of them that have a derivative, `NAME_slope`, which `score_slope` multiplies; `None` for kernels
    /// without gradients. That of all others is 1.
    pub score_slopes: Option<Vec<&'static str>>,
    /// Which pairs are visible by their indices: decides `pattern_sees` and `pattern_tile`.
    pub pattern: Option<Pattern>,
    /// Functions of the user's.
    pub hooks: Vec<HookCode>,
    /// Extensions.
    pub needs: Needs,
    /// Whether marked loops are written out: for GPUs.
    pub unrolled: bool,
}

impl fmt::Display for ShaderKey {
    /// The kernel's name and its constants, e.g. `flash QK_DIM=64 V_DIM=64 softcap`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kernel)?;
        for (name, value) in &self.consts {
            write!(f, " {name}={value}")?;
        }
        for stage in self.score_stages.iter().flatten() {
            write!(f, " {stage}")?;
        }
        for fragment in &self.fragments {
            if let Some(io) = fragment.path.strip_prefix("io/") {
                write!(f, " {}", io.trim_end_matches(".wgsl"))?;
                fragment.tensor.map_or(Ok(()), |tensor| write!(f, "({tensor})"))?;
            }
        }
        Ok(())
    }
}

impl ShaderKey {
    /// Whether part of the text comes from a user and loops or indexes as it likes.
    pub(crate) fn has_unbounded_code(&self) -> bool {
        self.hooks.iter().any(|hook| hook.unbounded)
    }
}
