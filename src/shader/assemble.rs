//! Joins header and fragments.

use super::unroll::{Numbers, unroll};
use super::{Access, Const, Fragment, ShaderKey};
use std::fmt::Write as _;

/// The compiler the text is for; they disagree about `enable subgroups`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Target {
    /// naga inside wgpu: refuses `enable subgroups;`.
    #[default]
    Native,
    /// A browser's compiler: demands it.
    Browser,
}

/// Assembled WGSL with a map from its lines to the files they came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WgslSource {
    /// The text.
    pub text: String,
    /// First line (from 1) of every part, and the part's name.
    pub parts: Vec<(u32, &'static str)>,
}

impl WgslSource {
    /// The part and the line in it that hold line `line` of the text.
    pub fn locate(&self, line: u32) -> (&'static str, u32) {
        let part = self.parts.iter().rev().find(|(start, _)| *start <= line);
        part.map_or(("header", line), |&(start, name)| (name, line - start + 1))
    }
}

/// Assembles the shader of a key.
pub fn assemble(key: &ShaderKey, target: Target) -> WgslSource {
    let mut text = header(key, target);
    let mut parts = vec![(1, "header")];
    let texts: Vec<_> = key.fragments.iter().map(Fragment::text).collect();
    let known =
        key.unrolled.then(|| Numbers::of(&texts.iter().fold(text.clone(), |all, fragment| all + fragment)));
    for (fragment, source) in key.fragments.iter().zip(&texts) {
        // A line count of shader text stays far below u32::MAX.
        parts.push((text.lines().count() as u32 + 1, fragment.path));
        match &known {
            Some(known) => text.push_str(&unroll(source, known)),
            None => text.push_str(source),
        }
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    for hook in &key.hooks {
        parts.push((text.lines().count() as u32 + 1, hook.kind.name()));
        text.push_str(&hook.text);
        text.push('\n');
    }
    WgslSource { text, parts }
}

/// The struct of parameters: the kernel's, then the numbers of its hooks.
fn params_of(key: &ShaderKey) -> String {
    let mut out = key.params.trim_end().trim_end_matches('}').to_string();
    for input in key.hooks.iter().flat_map(|h| &h.inputs).filter(|i| !i.buffer) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "    {}: {},", input.linked, input.ty);
    }
    out + "}\n"
}

/// The derivative of an edited score by the scaled product: a factor of each stage that has one, at what the
/// stages before it give.
fn score_slope(stages: &[&str], slopes: &[&str]) -> String {
    let mut out = String::from(
        "fn score_slope(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {\n    var s = raw;\n    var slope = 1.0;\n",
    );
    let end = stages.iter().rposition(|stage| slopes.contains(stage)).map_or(0, |last| last + 1);
    for stage in &stages[..end] {
        if slopes.contains(stage) {
            let _ = writeln!(out, "    slope *= {stage}_slope(s, b, h, i, j);");
        }
        let _ = writeln!(out, "    s = {stage}(s, b, h, i, j);");
    }
    out + "    return slope;\n}\n"
}

fn header(key: &ShaderKey, target: Target) -> String {
    let mut out = String::new();
    if key.needs.f16 {
        out.push_str("enable f16;\n");
    }
    if key.needs.subgroups && target == Target::Browser {
        out.push_str("enable subgroups;\n");
    }
    if key.needs.coop {
        out.push_str("enable wgpu_cooperative_matrix;\n");
    }
    // Writing to a String cannot fail.
    for (name, value) in &key.consts {
        let _ = match value {
            Const::U32(n) => writeln!(out, "const {name}: u32 = {n}u;"),
            Const::Bool(b) => writeln!(out, "const {name}: bool = {b};"),
        };
    }
    for (name, ty) in &key.aliases {
        let _ = writeln!(out, "alias {name} = {ty};");
    }
    out.push_str(&params_of(key));
    out.push_str("@group(0) @binding(0) var<uniform> params: Params;\n");
    for (i, b) in key.bindings.iter().enumerate() {
        let access = match b.access {
            Access::Read => "read",
            Access::ReadWrite => "read_write",
        };
        let n = i + 1;
        let (name, element) = (b.name, b.element);
        let _ = writeln!(out, "@group(0) @binding({n}) var<storage, {access}> {name}: array<{element}>;");
    }
    if let Some(stages) = &key.score_stages {
        out.push_str("fn edit_score(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {\n    var s = raw;\n");
        for stage in stages {
            let _ = writeln!(out, "    s = {stage}(s, b, h, i, j);");
        }
        out.push_str("    return s;\n}\n");
    }
    if let Some(slopes) = &key.score_slopes {
        out.push_str(&score_slope(key.score_stages.as_deref().unwrap_or_default(), slopes));
    }
    if let Some(pattern) = &key.pattern {
        out.push_str(&super::pattern::functions(pattern));
    }
    out
}
