//! Published systems that the library does not express, each with the reason.

use super::catalogue::Family;

/// A published mechanism that is left out.
#[derive(Debug, Clone, Copy)]
pub struct LeftOut {
    /// Its name in text.
    pub title: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// Why.
    pub reason: &'static str,
}

const fn out(family: Family, title: &'static str, reason: &'static str) -> LeftOut {
    LeftOut { title, family, reason }
}

/// The systems left out, by family.
pub const LEFT_OUT: &[LeftOut] = &[out(
    Family::Exact,
    "ReCon",
    "its forward pass is plain cross-attention; what is new is a gradient that stops",
)];
