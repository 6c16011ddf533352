//! Named numbers and buffers that a user's function reads.

use super::HookKind;
use crate::error::{Error, Result};
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// What a hook reads besides its arguments, by a name of the user's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum HookInput {
    /// A number. Another value needs no other shader.
    F32(f32),
    /// A signed number, likewise.
    I32(i32),
    /// An unsigned number, likewise.
    U32(u32),
    /// A buffer of so many f32, `name[n]` in the hook; [`Role::User`](crate::Role::User) of the call.
    BufferF32(u32),
    /// A buffer of so many i32.
    BufferI32(u32),
    /// A buffer of so many u32.
    BufferU32(u32),
}

impl HookInput {
    /// Type in WGSL of the number, or of a buffer's element.
    pub(crate) const fn wgsl(self) -> &'static str {
        match self {
            Self::F32(_) | Self::BufferF32(_) => "f32",
            Self::I32(_) | Self::BufferI32(_) => "i32",
            Self::U32(_) | Self::BufferU32(_) => "u32",
        }
    }

    /// Elements of a buffer.
    pub(crate) const fn elements(self) -> Option<u32> {
        match self {
            Self::BufferF32(n) | Self::BufferI32(n) | Self::BufferU32(n) => Some(n),
            _ => None,
        }
    }

    const fn bits(self) -> u32 {
        match self {
            Self::F32(x) => x.to_bits(),
            Self::I32(n) => n.cast_unsigned(),
            Self::U32(n) => n,
            _ => 0,
        }
    }
}

/// A declared input, its value aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Declared {
    /// Name in the user's source.
    pub name: &'static str,
    /// Name in the kernel, which no other has.
    pub linked: &'static str,
    /// Type in WGSL of the number or of the elements.
    pub ty: &'static str,
    /// Whether it is a buffer.
    pub buffer: bool,
}

/// A declared input with its value (the bits of a number) or size (the elements of a buffer).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Given {
    pub(crate) declared: Declared,
    pub(crate) bits: u32,
}

impl Given {
    /// Checks the names and gives each a place that nothing of a kernel has.
    pub(crate) fn all(kind: HookKind, inputs: &[(&'static str, HookInput)]) -> Result<Vec<Self>> {
        let bad = |why: String| Error::Contradiction { what: "inputs of a hook", why };
        let mut all: Vec<Self> = Vec::new();
        for &(name, input) in inputs {
            let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
            if !plain || !name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.contains("__") {
                return Err(bad(format!("`{name}` is no plain name")));
            }
            if name == "params" || name == "MASKED" || name.starts_with(kind.name()) {
                return Err(bad(format!("`{name}` is a name of the kernel or of the hook's own functions")));
            }
            if all.iter().any(|g| g.declared.name == name) {
                return Err(bad(format!("there are two of `{name}`")));
            }
            let linked = interned(format!("{}_input_{name}", kind.name()));
            let declared = Declared { name, linked, ty: input.wgsl(), buffer: input.elements().is_some() };
            all.push(Self { declared, bits: input.elements().unwrap_or(input.bits()) });
        }
        Ok(all)
    }

    /// Gives a declared number another value, or a buffer another size.
    pub(crate) fn set(all: &mut [Self], name: &str, input: HookInput) -> Result<()> {
        let bad = |why: String| Error::Contradiction { what: "inputs of a hook", why };
        let known = all.iter_mut().find(|g| g.declared.name == name);
        let given = known.ok_or_else(|| bad(format!("`{name}` was not declared")))?;
        if given.declared.ty != input.wgsl() || given.declared.buffer != input.elements().is_some() {
            return Err(bad(format!("`{name}` was declared with another type")));
        }
        given.bits = input.elements().unwrap_or(input.bits());
        Ok(())
    }
}

/// The same text for as long as the program runs. Bindings hold such names; there are as many as
/// the program declares inputs.
fn interned(name: String) -> &'static str {
    static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(name.as_str()) {
        return known;
    }
    let kept: &'static str = name.leak();
    names.insert(kept);
    kept
}
