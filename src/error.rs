//! The one error type of the crate.
//!
//! Flat and comparable, so that tests can name the exact refusal they expect. Every variant
//! says which tensor, field or limit was wrong and carries both numbers where there are two.

use crate::problem::Role;

/// Result with the crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a problem, a plan or a call was refused, or why a device failed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Two sizes that must agree do not.
    #[error("{what}: expected {expected}, got {got}")]
    Mismatch {
        /// Tensor, axis or field at fault.
        what: String,
        /// The size it must have.
        expected: u64,
        /// The size it has.
        got: u64,
    },
    /// A number lies outside the range the library accepts.
    #[error("{what}: {got} is outside {min}..={max}")]
    OutOfRange {
        /// Field at fault.
        what: String,
        /// Smallest accepted value.
        min: u64,
        /// Largest accepted value.
        max: u64,
        /// The value given.
        got: u64,
    },
    /// A scalar that must be finite (or positive) is not.
    #[error("{what}: {got} is not {need}")]
    BadScalar {
        /// Field at fault.
        what: &'static str,
        /// What it must be, e.g. `finite`.
        need: &'static str,
        /// The value given, as text (NaN would not compare equal).
        got: String,
    },
    /// A description contradicts itself.
    #[error("{what}: {why}")]
    Contradiction {
        /// Field at fault.
        what: &'static str,
        /// The rule it breaks.
        why: String,
    },
    /// The sizes of a tensor multiply past what 32-bit indices in a shader can address.
    #[error("{what}: needs {needed} elements, 32-bit indices reach {limit}")]
    IndexOverflow {
        /// Tensor at fault.
        what: String,
        /// Elements spanned.
        needed: u64,
        /// Elements that can be addressed.
        limit: u64,
    },
    /// The problem is sound but this library, device or policy cannot run it.
    #[error("{what} is not supported: {why}")]
    Unsupported {
        /// Feature asked for.
        what: String,
        /// Reason.
        why: String,
    },
    /// A device limit is too small and the plan cannot split the work under it.
    #[error("{what} needs {needed}, the device allows {limit}")]
    Limit {
        /// Limit at fault.
        what: String,
        /// What the problem needs.
        needed: u64,
        /// What the device allows.
        limit: u64,
    },
    /// A tensor the problem calls for was not given.
    #[error("{tensor} is missing: the problem needs it")]
    MissingTensor {
        /// The absent tensor.
        tensor: Role,
    },
    /// A tensor was given that the problem does not use.
    #[error("{tensor} was given, but the problem does not use it")]
    UnusedTensor {
        /// The surplus tensor.
        tensor: Role,
    },
    /// A buffer is smaller than the view of it that the problem describes.
    #[error("{tensor}: the buffer holds {got} bytes, the view needs {needed}")]
    BufferTooSmall {
        /// Tensor at fault.
        tensor: Role,
        /// Bytes the view spans, offset included.
        needed: u64,
        /// Bytes of the buffer.
        got: u64,
    },
    /// A buffer was created without a usage the call needs.
    #[error("{tensor}: the buffer lacks usage {usage}")]
    BufferUsage {
        /// Tensor at fault.
        tensor: Role,
        /// The missing `wgpu::BufferUsages`, by name.
        usage: &'static str,
    },
    /// Data given from the host breaks a rule of the tensor (e.g. falling offsets).
    #[error("{tensor}[{index}]: {got} {why}")]
    BadValue {
        /// Tensor at fault.
        tensor: Role,
        /// Position in it.
        index: usize,
        /// The value found there.
        got: i64,
        /// The rule it breaks, e.g. `is larger than kv_len 77`.
        why: String,
    },
    /// A user's WGSL hook does not parse, validate or keep to its function.
    #[error("hook {hook}, line {line}: {message}")]
    Hook {
        /// `score_mod`, `mask_mod`, `prob_mod`, ...
        hook: &'static str,
        /// Line in the hook's own source, from 1.
        line: u32,
        /// The compiler's message.
        message: String,
    },
    /// An assembled shader was rejected: a defect of this library or of the shader compiler.
    #[error("shader {kernel}: {message}")]
    Shader {
        /// Name of the shader key.
        kernel: String,
        /// The compiler's message.
        message: String,
    },
    /// No adapter matches.
    #[error("no adapter{filter}: {hint}")]
    NoAdapter {
        /// The filter, quoted, or nothing.
        filter: String,
        /// What to do about it.
        hint: String,
    },
    /// The device reported an error while creating or running something.
    #[error("device error: {0}")]
    Device(String),
    /// The device was lost.
    #[error("device lost: {0}")]
    DeviceLost(String),
    /// A file could not be read or is malformed.
    #[error("{file}: {message}")]
    File {
        /// Path as given.
        file: String,
        /// What is wrong.
        message: String,
    },
}

impl Error {
    pub(crate) fn mismatch(what: impl Into<String>, expected: u64, got: u64) -> Self {
        Self::Mismatch { what: what.into(), expected, got }
    }

    pub(crate) fn unsupported(what: impl Into<String>, why: impl Into<String>) -> Self {
        Self::Unsupported { what: what.into(), why: why.into() }
    }
}

/// Checks that `got` lies in `min..=max`.
pub(crate) fn in_range(what: impl Into<String>, got: u64, min: u64, max: u64) -> Result<()> {
    if (min..=max).contains(&got) {
        Ok(())
    } else {
        Err(Error::OutOfRange { what: what.into(), min, max, got })
    }
}

/// Checks that every one of `heads` serves as many query heads.
pub(crate) fn divides(what: &'static str, heads: u32, q_heads: u32) -> Result<()> {
    if heads > 0 && q_heads.is_multiple_of(heads) {
        Ok(())
    } else {
        Err(Error::Contradiction { what, why: format!("{heads} does not divide q_heads {q_heads}") })
    }
}

/// Checks that a scalar is finite.
pub(crate) fn finite(what: &'static str, got: f32) -> Result<()> {
    if got.is_finite() {
        Ok(())
    } else {
        Err(Error::BadScalar { what, need: "finite", got: got.to_string() })
    }
}
