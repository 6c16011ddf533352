//! WGSL functions of the user's, linked into kernels.

use crate::error::{Error, Result};
use std::sync::Arc;

/// Which function a hook is; the signatures are fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HookKind {
    /// `fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32`:
    /// the score after scale, soft cap and ALiBi; `MASKED` (or -inf) hides the pair.
    ScoreMod,
    /// `fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool`: true is visible.
    MaskMod,
    /// `fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32`: the
    /// weight after the softmax; not normalised again.
    ProbMod,
    /// `fn feature_map(x: f32) -> f32`: an element of a query or key, before the products of
    /// linear attention.
    FeatureMap,
}

impl HookKind {
    /// The function's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ScoreMod => "score_mod",
            Self::MaskMod => "mask_mod",
            Self::ProbMod => "prob_mod",
            Self::FeatureMap => "feature_map",
        }
    }
}

/// A function of the user's: plain data, compared and hashed by its text.
///
/// The source holds the function and, if it likes, helper functions and constants whose names
/// begin with the hook's own name and an underscore (`score_mod_slope`). Nothing else: no
/// bindings, variables, types, attributes or directives, so that a hook can neither reach the
/// kernel's memory nor shadow a name the kernel uses.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hook {
    kind: HookKind,
    source: Arc<str>,
}

impl Hook {
    /// Checks a source.
    ///
    /// # Errors
    /// [`Error::Hook`] with the line in `source` and what is wrong there: the compiler's message
    /// for syntax and types, or the rule that was broken.
    pub fn new(kind: HookKind, source: &str) -> Result<Self> {
        scope(kind, source).and_then(|()| compile(kind, source)).map_err(|(line, message)| Error::Hook {
            hook: kind.name(),
            line,
            message,
        })?;
        Ok(Self { kind, source: source.into() })
    }

    /// Which function it is.
    pub fn kind(&self) -> HookKind {
        self.kind
    }

    /// Its source.
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// A line of the source (from 1) and what is wrong with it.
type Fault = (u32, String);

/// Checks that only the hook and its helpers are declared.
fn scope(kind: HookKind, source: &str) -> Result<(), Fault> {
    let mut depth = 0usize;
    let mut words = words(source)?.into_iter().peekable();
    while let Some((line, word)) = words.next() {
        match word {
            "{" => depth += 1,
            "}" if depth == 0 => return Err((line, "closes a brace that was not opened".into())),
            "}" => depth -= 1,
            "@" => return Err((line, "attributes are not allowed in a hook".into())),
            "fn" | "const" if depth == 0 => {
                let name = words.next().map_or("", |(_, name)| name);
                let own = name
                    .strip_prefix(kind.name())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
                if !own {
                    let hook = kind.name();
                    return Err((line, format!("`{name}` must be named `{hook}` or `{hook}_...`")));
                }
            }
            "alias" | "struct" | "var" | "override" | "enable" | "requires" | "diagnostic"
            | "const_assert" | "let"
                if depth == 0 =>
            {
                return Err((line, format!("`{word}` is not allowed outside the functions of a hook")));
            }
            _ => {}
        }
    }
    if depth > 0 {
        return Err((source.lines().count().max(1) as u32, "a brace is not closed".into()));
    }
    Ok(())
}

/// Words and the characters `{ } @` with their lines, comments left out.
fn words(source: &str) -> Result<Vec<(u32, &str)>, Fault> {
    let bytes = source.as_bytes();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1u32);
    while at < bytes.len() {
        let rest = &bytes[at..];
        let length = match rest {
            [b'/', b'/', ..] => rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len()),
            [b'/', b'*', ..] => comment(rest).ok_or((line, "a comment is not closed".to_string()))?,
            [b'{' | b'}' | b'@', ..] => 1,
            [b, ..] if is_word(*b) => rest.iter().position(|b| !is_word(*b)).unwrap_or(rest.len()),
            _ => 1,
        };
        let token = &source.as_bytes()[at..at + length];
        if matches!(token[0], b'{' | b'}' | b'@') || is_word(token[0]) {
            // Only ASCII and whole multi-byte words are cut out.
            found.push((line, source.get(at..at + length).unwrap_or("")));
        }
        line += token.iter().filter(|b| **b == b'\n').count() as u32;
        at += length;
    }
    Ok(found)
}

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80
}

/// Length of the block comment that `bytes` begins with; they nest.
fn comment(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut at) = (0usize, 0);
    while at < bytes.len() {
        match bytes[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => {
                (depth, at) = (depth - 1, at + 2);
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
    None
}

/// Compiles the hook alone and checks its signature.
fn compile(kind: HookKind, source: &str) -> Result<(), Fault> {
    use naga::valid::{Capabilities, ValidationFlags, Validator};
    use naga::{Scalar, TypeInner};
    let prelude = "const MASKED: f32 = -3.4028234e38;\n";
    let text = format!("{prelude}{source}\n");
    let line = |n: Option<u32>| n.unwrap_or(2).saturating_sub(1).max(1);
    let module = naga::front::wgsl::parse_str(&text)
        .map_err(|e| (line(e.location(&text).map(|l| l.line_number)), e.message().to_string()))?;
    Validator::new(ValidationFlags::all(), Capabilities::empty()).validate(&module).map_err(|e| {
        // Of a function and a place in it, the place.
        let lines = e.spans().map(|(span, _)| span.location(&text).line_number);
        (line(lines.max()), e.emit_to_string(&text))
    })?;
    let found = module.functions.iter().find(|(_, f)| f.name.as_deref() == Some(kind.name()));
    let Some((_, function)) = found else {
        return Err((1, format!("there is no function `{}`", kind.name())));
    };
    let scalar = |ty| match module.types[ty].inner {
        TypeInner::Scalar(s) => Some(s),
        _ => None,
    };
    let got: Vec<_> = function.arguments.iter().map(|a| scalar(a.ty)).collect();
    let result = function.result.as_ref().and_then(|r| scalar(r.ty));
    let indices = [Some(Scalar::U32); 4];
    let (want, returns) = match kind {
        HookKind::ScoreMod | HookKind::ProbMod => {
            ([&[Some(Scalar::F32)], &indices[..]].concat(), Scalar::F32)
        }
        HookKind::MaskMod => (indices.to_vec(), Scalar::BOOL),
        HookKind::FeatureMap => (vec![Some(Scalar::F32)], Scalar::F32),
    };
    if got != want || result != Some(returns) {
        return Err((1, format!("`{}` must have the signature its documentation gives", kind.name())));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {\n    return q_idx >= kv_idx;\n}";

    fn fault(source: &str) -> (u32, String) {
        match Hook::new(HookKind::MaskMod, source) {
            Err(Error::Hook { hook: "mask_mod", line, message }) => (line, message),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_plain_hook_with_helpers_is_taken() {
        Hook::new(HookKind::MaskMod, PLAIN).unwrap();
        let helped =
            format!("const mask_mod_width = 3u; // {{ a comment }}\n/* fn main /* nested */ */\n{PLAIN}");
        Hook::new(HookKind::MaskMod, &helped).unwrap();
    }

    #[test]
    fn syntax_and_type_errors_name_the_line_of_the_source() {
        assert_eq!(fault(&PLAIN.replace(">=", ">=;")).0, 2);
        assert_eq!(fault(&PLAIN.replace("q_idx >= kv_idx", "q_idx + kv_idx")).0, 2);
        // naga keeps no place of a bare literal: the function's is the nearest.
        assert_eq!(fault(&PLAIN.replace("q_idx >= kv_idx", "1.0")).0, 1);
        assert_eq!(fault(&PLAIN.replace("q_idx >= kv_idx", "q_idx >= unknown")).0, 2);
    }

    #[test]
    fn a_hook_cannot_break_out_of_its_function() {
        for (extra, word) in [
            ("@compute @workgroup_size(1) fn mask_mod_main() {}", "attributes"),
            ("fn main() {}", "main"),
            ("fn exp(x: f32) -> f32 { return x; }", "exp"),
            ("const BLOCK_K = 1u;", "BLOCK_K"),
            ("alias vec4 = vec3<f32>;", "alias"),
            ("var<private> mask_mod_x: f32;", "var"),
            ("override mask_mod_x: f32;", "override"),
            ("}", "closes"),
            ("fn mask_mod_x() {", "not closed"),
            ("/* open", "comment"),
        ] {
            let (line, message) = fault(&format!("{PLAIN}\n{extra}"));
            assert!(line >= 4 && message.contains(word), "{extra}: line {line}: {message}");
        }
    }

    #[test]
    fn another_signature_is_refused() {
        assert!(fault(&PLAIN.replace("head: u32", "head: i32")).1.contains("signature"));
        assert!(fault("fn mask_mod_other() {}").1.contains("no function"));
        assert!(fault("").1.contains("no function"));
    }
}
