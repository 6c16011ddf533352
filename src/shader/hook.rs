//! WGSL functions of the user's, linked into kernels.

use super::hook_input::{Declared, Given, HookInput};
use crate::error::{Error, Result};
use crate::problem::Role;
use std::sync::Arc;

/// Which function a hook is; the signatures are fixed.
///
/// `batch` is the sequence, `head` the query head, `q_idx` the query's row in the call (of its own sequence
/// in a ragged batch) and `kv_idx` the key's. A query's *position* among the keys is another number where
/// there are fewer queries than keys, as in decoding: with
/// [`Alignment::BottomRight`](crate::Alignment::BottomRight) it is `q_idx + kv_len - q_len`, which a hook
/// computes from an input of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HookKind {
    /// `fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32`: the score after
    /// scale, soft cap and ALiBi; `MASKED` (or -inf) hides the pair. Gradients want its derivative by `score`
    /// beside it, a function `score_mod_slope` of the same signature.
    ScoreMod,
    /// `fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool`: true is visible.
    MaskMod,
    /// `fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32`: the
    /// weight after the softmax; not normalised again.
    ProbMod,
    /// `fn out_mod(x: f32, batch: u32, head: u32, q_idx: u32, dim: u32) -> f32`: an element of the
    /// output, as it is written.
    OutMod,
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
            Self::OutMod => "out_mod",
            Self::FeatureMap => "feature_map",
        }
    }

    const fn signature(self) -> &'static str {
        match self {
            Self::ScoreMod => "(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32",
            Self::MaskMod => "(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool",
            Self::ProbMod => "(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32",
            Self::OutMod => "(x: f32, batch: u32, head: u32, q_idx: u32, dim: u32) -> f32",
            Self::FeatureMap => "(x: f32) -> f32",
        }
    }
}

/// A function of the user's: plain data.
///
/// The source holds the function and, if it likes, functions, constants and types that it needs, which get
/// names of their own in the kernel. Nothing else: no bindings, variables, attributes or directives, so that
/// a hook can neither reach the kernel's memory nor shadow a name the kernel uses. Nor may it wait for other
/// invocations or end its own (barriers, `discard`), or ask its neighbours (derivatives, subgroups): not all
/// of them call it together.
///
/// It may read numbers and buffers that are declared with it, by their names:
///
/// ```
/// use wgpu_attention::{Attention, Hook, HookInput, HookKind};
/// let source = "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
///     return documents[q_idx] == documents[kv_idx] && q_idx - kv_idx < reach;
/// }";
/// let inputs = [("documents", HookInput::BufferU32(1024)), ("reach", HookInput::U32(256))];
/// let hook = Hook::with_inputs(HookKind::MaskMod, source, &inputs)?;
/// // Another value, the same shader.
/// let p = Attention::new(1, 8, 1024, 64).hook(hook.set("reach", HookInput::U32(128))?);
/// # Ok::<(), wgpu_attention::Error>(())
/// ```
///
/// The call then has a tensor [`Role::User("documents")`](crate::Role::User). Hooks that declare
/// a buffer of the same name share it. An index past the end of a buffer reads some element of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hook {
    source: Arc<str>,
    code: HookCode,
    given: Vec<Given>,
    /// Whether the function reads its batch and its head.
    reads: [bool; 2],
    /// Whether its derivative is there.
    slope: bool,
}

/// What a hook puts into a shader: its text without the values of its inputs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HookCode {
    /// Which function it is.
    pub kind: HookKind,
    /// Its text, inputs by the names they have in the kernel.
    pub text: Arc<str>,
    /// Its inputs.
    pub inputs: Vec<Declared>,
    /// Whether it may run on or leave a buffer, were it not checked as it runs: it loops or indexes.
    pub unbounded: bool,
}

impl Hook {
    /// Checks a source that reads its arguments only.
    ///
    /// # Errors
    /// [`Error::Hook`] with the line in `source` and what is wrong there: the compiler's message
    /// for syntax and types, or the rule that was broken.
    pub fn new(kind: HookKind, source: &str) -> Result<Self> {
        Self::with_inputs(kind, source, &[])
    }

    /// Checks a source that reads named inputs as well.
    ///
    /// # Errors
    /// As [`Hook::new`], an input that was not declared among them; [`Error::Contradiction`] for
    /// a name that is none or stands twice.
    pub fn with_inputs(kind: HookKind, source: &str, inputs: &[(&'static str, HookInput)]) -> Result<Self> {
        let given = Given::all(kind, inputs)?;
        let inputs: Vec<Declared> = given.iter().map(|g| g.declared).collect();
        let (text, unbounded, [slope, reads @ ..]) = checked(kind, source, &inputs)
            .map_err(|(line, message)| Error::Hook { hook: kind.name(), line, message })?;
        let code = HookCode { kind, text: text.into(), inputs, unbounded };
        Ok(Self { source: source.into(), code, given, reads, slope })
    }

    /// The hook with another value of a declared number, or another size of a buffer. It is the
    /// same shader: a pipeline that was compiled serves on.
    ///
    /// # Errors
    /// [`Error::Contradiction`] for a name or a type that was not declared.
    pub fn set(mut self, name: &str, input: HookInput) -> Result<Self> {
        Given::set(&mut self.given, name, input)?;
        Ok(self)
    }

    /// Which function it is.
    pub fn kind(&self) -> HookKind {
        self.code.kind
    }

    /// Its source.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What it puts into a shader.
    pub fn code(&self) -> &HookCode {
        &self.code
    }

    /// Whether the function's result may depend on the batch entry and on the head.
    pub fn reads(&self) -> [bool; 2] {
        self.reads
    }

    /// Whether its source has its derivative, `NAME_slope` of the same signature.
    pub fn has_slope(&self) -> bool {
        self.slope
    }

    /// The values of its numbers, as they follow a kernel's parameters.
    pub(crate) fn values(&self) -> Vec<u8> {
        let numbers = self.given.iter().filter(|g| !g.declared.buffer);
        numbers.flat_map(|g| g.bits.to_le_bytes()).collect()
    }

    /// Adds its buffers to the tensors of a call, each once.
    pub(crate) fn add_tensors(&self, tensors: &mut Vec<(Role, u64, bool)>) {
        for (input, bytes) in self.buffers() {
            let role = Role::User(input.name);
            match tensors.iter_mut().find(|(known, ..)| *known == role) {
                Some(known) => known.1 = known.1.max(bytes),
                None => tensors.push((role, bytes, false)),
            }
        }
    }

    /// Its buffers: name of the user's, and bytes.
    pub(crate) fn buffers(&self) -> impl Iterator<Item = (&Declared, u64)> {
        let buffers = self.given.iter().filter(|g| g.declared.buffer);
        buffers.map(|g| (&g.declared, 4 * u64::from(g.bits)))
    }
}

/// A line of the source (from 1) and what is wrong with it.
type Fault = (u32, String);

/// The text of a source in a kernel, whether that is [`unbounded`], and what [`compile`] says of it.
fn checked(kind: HookKind, source: &str, inputs: &[Declared]) -> Result<(String, bool, [bool; 3]), Fault> {
    let tokens = tokens(source)?;
    let unbounded = unbounded(&tokens);
    let helpers = scope(kind, source, &tokens)?;
    // By the names that it has, so that what is wrong is said in the source's own words.
    let text = link(kind, source, &tokens, inputs, &[])?;
    let found = compile(kind, &text, inputs)?;
    if helpers.is_empty() {
        return Ok((text, unbounded, found));
    }
    let text = link(kind, source, &tokens, inputs, &helpers)?;
    compile(kind, &text, inputs).map(|found| (text, unbounded, found))
}

/// Checks that only the hook and its helpers are declared; the names of these that could be the kernel's.
fn scope<'a>(kind: HookKind, source: &str, tokens: &[Token<'a>]) -> Result<Vec<&'a str>, Fault> {
    let (mut depth, mut helpers) = (0usize, Vec::new());
    for (n, &Token { line, text, .. }) in tokens.iter().enumerate() {
        match text {
            "{" => depth += 1,
            "}" if depth == 0 => return Err((line, "closes a brace that was not opened".into())),
            "}" => depth -= 1,
            "@" => return Err((line, "attributes are not allowed in a hook".into())),
            "fn" | "const" | "alias" | "struct" if depth == 0 => {
                let name = text_at(tokens, n + 1);
                let own = name
                    .strip_prefix(kind.name())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
                if !own {
                    helpers.push(name);
                }
            }
            "var" | "override" | "enable" | "requires" | "diagnostic" | "const_assert" | "let"
                if depth == 0 =>
            {
                return Err((line, format!("`{text}` is not allowed outside the functions of a hook")));
            }
            _ => {}
        }
    }
    if depth > 0 {
        return Err((source.lines().count().max(1) as u32, "a brace is not closed".into()));
    }
    let together = tokens.iter().enumerate().find(|(n, token)| {
        let calls =
            text_at(tokens, n + 1) == "(" && asks_others(token.text) && !helpers.contains(&token.text);
        calls || token.text == "discard"
    });
    if let Some((_, Token { line, text, .. })) = together {
        let why = format!("`{text}` is not allowed in a hook: not all invocations call it together");
        return Err((*line, why));
    }
    Ok(helpers)
}

/// Whether a builtin function is of a whole workgroup or of neighbours.
fn asks_others(name: &str) -> bool {
    let derivative = ["dpdx", "dpdy", "fwidth"].into_iter().find_map(|begin| name.strip_prefix(begin));
    let subgroup =
        name.strip_prefix("subgroup").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()));
    derivative.is_some_and(|rest| ["", "Coarse", "Fine"].contains(&rest))
        || subgroup
        || matches!(name, "workgroupBarrier" | "storageBarrier" | "textureBarrier" | "workgroupUniformLoad")
        || matches!(name, "quadBroadcast" | "quadSwapX" | "quadSwapY" | "quadSwapDiagonal")
}

/// A word or a character of a source: its line from 1, and where it begins.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    line: u32,
    at: usize,
    text: &'a str,
}

/// A token's text; nothing before the first and after the last.
fn text_at<'a>(tokens: &[Token<'a>], n: usize) -> &'a str {
    tokens.get(n).map_or("", |token| token.text)
}

/// The words of a source and its other characters but blanks, comments left out.
fn tokens(source: &str) -> Result<Vec<Token<'_>>, Fault> {
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1u32);
    while let Some(first) = source[at..].chars().next() {
        let rest = &source[at..];
        let length = if rest.starts_with("//") {
            rest.find(ends_line).unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment(rest.as_bytes()).ok_or((line, "a comment is not closed".to_string()))?
        } else if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let text = &rest[..length];
        if !is_blank(first) && !rest.starts_with("//") && !rest.starts_with("/*") {
            found.push(Token { line, at, text });
        }
        line += text.matches('\n').count() as u32;
        at += length;
    }
    Ok(found)
}

/// What ends a line, and with it a comment, in WGSL.
fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What separates words in WGSL.
fn is_blank(c: char) -> bool {
    ends_line(c) || matches!(c, ' ' | '\t' | '\u{200e}' | '\u{200f}')
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || (!c.is_ascii() && !is_blank(c))
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

/// Whether a source has a loop or an index: without either it ends, and reads nothing out of place.
fn unbounded(tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(|token| matches!(token.text, "for" | "while" | "loop" | "["))
}

/// The source with every input and every helper by its name in the kernel.
fn link(
    kind: HookKind,
    source: &str,
    tokens: &[Token<'_>],
    inputs: &[Declared],
    helpers: &[&str],
) -> Result<String, Fault> {
    let (mut text, mut done, mut members) = (String::new(), 0, false);
    for (n, &Token { line, at, text: word }) in tokens.iter().enumerate() {
        let (before, after) = (text_at(tokens, n.wrapping_sub(1)), text_at(tokens, n + 1));
        // A struct's own names reach from its word to its brace.
        members = (members || word == "struct") && word != "}";
        let input = inputs.iter().find(|i| i.name == word);
        let known = input.is_some() || helpers.contains(&word);
        // Neither `v.x` nor a member `x: f32` is what is called `x` outside.
        if !known || before == "." || (members && after == ":") {
            continue;
        }
        text.push_str(&source[done..at]);
        match input {
            Some(_)
                if after == ":" || matches!(before, "fn" | "const" | "alias" | "struct" | "let" | "var") =>
            {
                return Err((line, format!("`{word}` is an input of the hook and declared again")));
            }
            Some(input) => text.extend([if input.buffer { "" } else { "params." }, input.linked]),
            None => text.extend([kind.name(), "_own_", word]),
        }
        done = at + word.len();
    }
    text.push_str(&source[done..]);
    Ok(text)
}

/// Declarations that stand for the kernel around a hook.
fn prelude(inputs: &[Declared]) -> String {
    let numbers = inputs.iter().filter(|i| !i.buffer).map(|i| format!(" {}: {},", i.linked, i.ty));
    let numbers: String = numbers.collect();
    let mut text = String::from("const MASKED: f32 = -3.4028234e38;");
    if !numbers.is_empty() {
        text += &format!(" struct Params {{{numbers} }} @group(0) @binding(0) var<uniform> params: Params;");
    }
    for (n, input) in (1..).zip(inputs.iter().filter(|i| i.buffer)) {
        let (name, ty) = (input.linked, input.ty);
        text += &format!(" @group(0) @binding({n}) var<storage, read> {name}: array<{ty}>;");
    }
    text
}

/// Compiles the hook alone and checks its signature; whether its derivative is there, and whether it reads
/// its batch and its head.
fn compile(kind: HookKind, source: &str, inputs: &[Declared]) -> Result<[bool; 3], Fault> {
    use naga::valid::{Capabilities, ValidationFlags, Validator};
    use naga::{Scalar, TypeInner};
    // What stands for the kernel comes last, so that lines are the source's.
    let text = format!("{source}\n{}\n", prelude(inputs));
    let last = source.lines().count().max(1) as u32;
    let line = |n: Option<u32>| n.unwrap_or(1).clamp(1, last);
    let module = naga::front::wgsl::parse_str(&text)
        .map_err(|e| (line(e.location(&text).map(|l| l.line_number)), e.message().to_string()))?;
    let info =
        Validator::new(ValidationFlags::all(), Capabilities::empty()).validate(&module).map_err(|e| {
            // Of a function and a place in it, the place.
            let lines = e.spans().map(|(span, _)| span.location(&text).line_number);
            (line(lines.max()), e.emit_to_string(&text))
        })?;
    let named = |name: &str| module.functions.iter().find(|(_, f)| f.name.as_deref() == Some(name));
    let found = named(kind.name());
    let Some((handle, function)) = found else {
        return Err((1, format!("there is no function `{}`", kind.name())));
    };
    let slope = named("score_mod_slope").filter(|_| kind == HookKind::ScoreMod);
    let scalar = |ty| match module.types[ty].inner {
        TypeInner::Scalar(s) => Some(s),
        _ => None,
    };
    let signature = |f: &naga::Function| {
        let arguments: Vec<_> = f.arguments.iter().map(|a| scalar(a.ty)).collect();
        (arguments, f.result.as_ref().and_then(|r| scalar(r.ty)))
    };
    let indices = [Some(Scalar::U32); 4];
    let (want, returns) = match kind {
        HookKind::ScoreMod | HookKind::ProbMod | HookKind::OutMod => {
            ([&[Some(Scalar::F32)], &indices[..]].concat(), Scalar::F32)
        }
        HookKind::MaskMod => (indices.to_vec(), Scalar::BOOL),
        HookKind::FeatureMap => (vec![Some(Scalar::F32)], Scalar::F32),
    };
    let wanted = (want, Some(returns));
    for (handle, function) in [Some((handle, function)), slope].into_iter().flatten() {
        if signature(function) != wanted {
            let at = module.functions.get_span(handle).location(&text).line_number;
            let name = function.name.as_deref().unwrap_or_default();
            return Err((line(Some(at)), format!("it must be `fn {name}{}`", kind.signature())));
        }
    }
    let first = u32::from(kind != HookKind::MaskMod);
    let reads = |n: u32| {
        function.expressions.iter().any(|(e, expression)| {
            matches!(expression, naga::Expression::FunctionArgument(at) if *at == n)
                && info[handle][e].ref_count > 0
        })
    };
    Ok([slope.is_some(), reads(first), reads(first + 1)])
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
    fn a_function_of_another_signature_is_named_with_its_line_and_the_right_one() {
        let (line, message) =
            fault("// Causal.\n\nfn mask_mod(q_idx: u32, kv_idx: u32) -> bool { return true; }");
        assert_eq!(line, 3);
        assert!(message.contains("`fn mask_mod(batch: u32, head: u32, q_idx: u32"), "{message}");
        let signature = HookKind::ScoreMod.signature();
        let source = format!(
            "fn score_mod{signature} {{ return score; }}\nfn score_mod_slope(x: f32) -> f32 {{ return 1.0; }}"
        );
        let error = Hook::new(HookKind::ScoreMod, &source).unwrap_err();
        assert!(
            matches!(&error, Error::Hook { line: 2, message, .. } if message.contains("fn score_mod_slope(score: f32")),
            "{error}"
        );
    }

    #[test]
    fn helpers_get_names_that_no_kernel_uses() {
        let helped = "struct Pair { q: u32, k: u32 }\nalias vec4 = Pair;\nconst BLOCK_K = 3u;\n\
            fn exp(x: Pair) -> u32 { return x.q + BLOCK_K - x.k; }\nfn main(k: u32) -> u32 { return k; }\n";
        let source =
            format!("{helped}{}", PLAIN.replace("q_idx >= kv_idx", "exp(vec4(q_idx, main(kv_idx))) < 2u"));
        let text = Hook::new(HookKind::MaskMod, &source).unwrap().code().text.to_string();
        for name in ["Pair", "vec4", "BLOCK_K", "exp", "main"] {
            let found = tokens(&text).unwrap().into_iter().filter(|token| token.text == name).count();
            assert_eq!(found, 0, "{name}: {text}");
        }
        assert!(text.contains("x.q + mask_mod_own_BLOCK_K - x.k"), "{text}");
        // Comments, members, and what looks like a builtin that needs others.
        let edges = "struct Edge { step: f32, width: u32 }\nconst width = 3u;\nfn quadMean(x: u32) -> u32 { return x; }\n\
            fn step(a: u32, b: u32) -> bool { return a >= b; }\n\
            fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {\n\
            let quad = quadMean(q_idx / 4u);\nvar edge: Edge;\nedge.width = width;\n\
            return /* An edge. */ step(q_idx + edge.width + quad, // Soft.\r kv_idx\n);\n}";
        let text = Hook::new(HookKind::MaskMod, edges).unwrap().code().text.to_string();
        for part in [
            "/* An edge. */ mask_mod_own_step(",
            "edge.width = mask_mod_own_width;",
            "Edge { step: f32, width: u32 }",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        // Two of the same name are an error as ever, and a message quotes the source's own lines.
        let (line, message) = fault(&format!("{source}\nfn main() {{}}"));
        assert!(line > 5, "{line}: {message}");
        let (line, message) = fault(&PLAIN.replace(">=", "+"));
        assert!(line == 2 && message.contains("wgsl:1:1"), "{line}: {message}");
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
            ("fn helper() { workgroupBarrier(); }", "workgroupBarrier"),
            ("fn helper() { discard; }", "discard"),
            ("fn helper(x: f32) -> f32 { return dpdxFine(x); }", "dpdxFine"),
            ("fn helper(x: f32) -> f32 { return subgroupAdd(x); }", "subgroupAdd"),
            ("fn helper() { workgroupBarrier\u{200e}(); }", "workgroupBarrier"),
            ("fn helper() {} // over\rfn other() { storageBarrier(); }", "storageBarrier"),
            ("fn 5f() {}", "5"),
            ("const _ = 1;", "_"),
            ("const w = 3", "expected"),
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
        assert!(fault(&PLAIN.replace("head: u32", "head: i32")).1.contains("it must be `fn mask_mod("));
        assert!(fault("fn mask_mod_other() {}").1.contains("no function"));
        assert!(fault("").1.contains("no function"));
    }

    const READS: &str = "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {\n    return ids[q_idx] == ids[kv_idx] &&\n        q_idx - kv_idx < reach;\n}";

    #[test]
    fn inputs_are_read_by_name_and_their_values_are_no_part_of_the_text() {
        let inputs = [("ids", HookInput::BufferU32(9)), ("reach", HookInput::U32(3))];
        let hook = Hook::with_inputs(HookKind::MaskMod, READS, &inputs).unwrap();
        assert_eq!(hook.values(), 3u32.to_le_bytes());
        assert_eq!(hook.buffers().map(|(d, bytes)| (d.name, bytes)).collect::<Vec<_>>(), [("ids", 36)]);
        assert_eq!(hook.reads(), [false, false]);
        let other = hook.clone().set("reach", HookInput::U32(7)).unwrap();
        assert!(other.code() == hook.code() && other != hook && hook.code().unbounded);
        assert!(!Hook::new(HookKind::MaskMod, PLAIN).unwrap().code().unbounded);
        let looping = PLAIN.replace("return", "loop { break; } return");
        assert!(Hook::new(HookKind::MaskMod, &looping).unwrap().code().unbounded);
        assert!(matches!(hook.clone().set("reach", HookInput::F32(1.0)), Err(Error::Contradiction { .. })));
        assert!(matches!(hook.set("width", HookInput::U32(1)), Err(Error::Contradiction { .. })));
    }

    #[test]
    fn undeclared_and_clashing_inputs_are_refused() {
        let with = |source: &str, inputs: &[(&'static str, HookInput)]| {
            Hook::with_inputs(HookKind::MaskMod, source, inputs)
        };
        let ids = ("ids", HookInput::BufferU32(9));
        let undeclared = with(READS, &[ids]);
        assert!(
            matches!(&undeclared, Err(Error::Hook { line: 3, message, .. }) if message.contains("reach"))
        );
        for names in [["ids", "ids"], ["ids", "params"], ["ids", "mask_mod"], ["ids", "a b"], ["ids", "2"]] {
            let inputs = names.map(|name| (name, HookInput::BufferU32(1)));
            assert!(matches!(with(READS, &inputs), Err(Error::Contradiction { .. })), "{names:?}");
        }
        let shadowed = READS.replace("return", "let reach = 3u; return");
        let reach = ("reach", HookInput::U32(3));
        assert!(matches!(with(&shadowed, &[ids, reach]), Err(Error::Hook { line: 2, .. })));
        assert!(matches!(with(PLAIN, &[("head", HookInput::U32(3))]), Err(Error::Hook { line: 1, .. })));
        // A buffer is no number.
        assert!(matches!(with(READS, &[("ids", HookInput::U32(1)), reach]), Err(Error::Hook { .. })));
        // A parameter of the kernel is out of reach.
        let reaching = PLAIN.replace("q_idx >= kv_idx", "params.q_len > 3u");
        assert!(matches!(with(&reaching, &[reach]), Err(Error::Hook { line: 2, .. })));
    }

    #[test]
    fn what_a_mask_depends_on_is_known() {
        let reads = |body: &str| {
            Hook::new(HookKind::MaskMod, &PLAIN.replace("q_idx >= kv_idx", body)).unwrap().reads()
        };
        assert_eq!(reads("q_idx >= kv_idx"), [false, false]);
        assert_eq!(reads("q_idx >= kv_idx + head"), [false, true]);
        assert_eq!(reads("batch == kv_idx"), [true, false]);
    }
}
