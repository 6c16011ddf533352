//! A pattern as WGSL: the fragments of its rules, and the functions that combine them.

use super::{Fragment, fragments as f};
use crate::problem::{LabelRule, Pattern};

/// The fragments of a pattern, each once.
pub(crate) fn pattern_fragments(pattern: &Pattern) -> Vec<Fragment> {
    let mut all = vec![f::PATTERN_LIB];
    for (_, fragment) in pattern.leaves().into_iter().filter_map(rule) {
        if !all.contains(&fragment) {
            all.push(fragment);
        }
    }
    all
}

/// `pattern_sees` and `pattern_tile`, which `mask/pattern.wgsl` and `tiles/pattern.wgsl` call.
pub(super) fn functions(pattern: &Pattern) -> String {
    let sees = expression(
        pattern,
        &Form { prefix: "sees", rows: "row", p: "p".into(), j: "j".into(), len: Some("len".into()) },
    );
    let tile = expression(
        pattern,
        &Form { prefix: "tile", rows: "rows", p: "p".into(), j: "keys".into(), len: None },
    );
    format!(
        "fn pattern_sees(row: Row, p: i32, j: i32, len: i32) -> bool {{\n    return {sees};\n}}\n\
         fn pattern_tile(rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {{\n    return {tile};\n}}\n"
    )
}

/// One of the two questions, and the places that it is about: of a pair, with the number of
/// places, or of a tile.
struct Form {
    prefix: &'static str,
    rows: &'static str,
    p: String,
    j: String,
    len: Option<String>,
}

impl Form {
    /// The same question along an axis.
    fn on(&self, step: u32, len: u32) -> Self {
        let (p, j) = (&self.p, &self.j);
        let call = |function: &str, of: &str| format!("{function}({step}, {len}, {of})");
        match self.len {
            Some(_) => Self {
                p: call("axis_place", p),
                j: call("axis_place", j),
                len: Some(len.to_string()),
                ..*self
            },
            None => Self { p: call("axis_places", p), j: call("axis_keys", j), len: None, ..*self },
        }
    }

    /// Whether there is a place at all.
    fn begun(&self) -> String {
        let last = if self.len.is_some() { "" } else { ".y" };
        format!("{}{last} >= 0", self.p)
    }
}

fn expression(pattern: &Pattern, form: &Form) -> String {
    let join = |of: &[Pattern], with: &str, none: &str| match of {
        [] => none.to_string(),
        of => format!("({})", of.iter().map(|p| expression(p, form)).collect::<Vec<_>>().join(with)),
    };
    match pattern {
        Pattern::All(of) => join(of, " && ", "true"),
        Pattern::Any(of) => join(of, " || ", "false"),
        Pattern::Not(_) if form.len.is_none() => "true".into(),
        Pattern::Not(of) => format!("!{}", expression(of, form)),
        Pattern::On { step, len, pattern } => {
            format!("({} && {})", form.begun(), expression(pattern, &form.on(*step, *len)))
        }
        leaf => {
            let name = rule(leaf).map_or("", |(name, _)| name);
            let [a, b, c] = leaf.numbers();
            let len = form.len.as_ref().map_or(String::new(), |len| format!(", {len}"));
            format!(
                "{}_{name}(vec3<u32>({a}u, {b}u, {c}u), {}, {}, {}{len})",
                form.prefix, form.rows, form.p, form.j
            )
        }
    }
}

/// The name of a simple rule in WGSL and the fragment that has it.
fn rule(leaf: &Pattern) -> Option<(&'static str, Fragment)> {
    Some(match leaf {
        Pattern::All(_) | Pattern::Any(_) | Pattern::Not(_) | Pattern::On { .. } => return None,
        Pattern::Window { .. } => ("window", f::PATTERN_WINDOW),
        Pattern::FirstKeys { .. } => ("first_keys", f::PATTERN_FIRST_KEYS),
        Pattern::FirstQueries { .. } => ("first_queries", f::PATTERN_FIRST_QUERIES),
        Pattern::Multiples { .. } => ("multiples", f::PATTERN_MULTIPLES),
        Pattern::Powers => ("powers", f::PATTERN_POWERS),
        Pattern::Columns { .. } => ("columns", f::PATTERN_COLUMNS),
        Pattern::Blocks { .. } => ("blocks", f::PATTERN_BLOCKS),
        Pattern::Neighbourhood { .. } => ("neighbourhood", f::PATTERN_NEIGHBOURHOOD),
        Pattern::Compressed { .. } => ("compressed", f::PATTERN_COMPRESSED),
        Pattern::Members { .. } => ("members", f::PATTERN_MEMBERS),
        Pattern::Heads { .. } => ("heads", f::PATTERN_HEADS),
        Pattern::HeadPhase { .. } => ("head_phase", f::PATTERN_HEAD_PHASE),
        Pattern::Verticals => ("verticals", f::PATTERN_VERTICALS),
        Pattern::Slashes => ("slashes", f::PATTERN_SLASHES),
        Pattern::HeadWindows => ("head_windows", f::PATTERN_HEAD_WINDOWS),
        Pattern::Labels { rule: LabelRule::Same { .. }, .. } => ("same_label", f::PATTERN_LABELS),
        Pattern::Labels { rule: LabelRule::UpTo { .. }, .. } => ("label_up_to", f::PATTERN_LABELS),
        Pattern::Labels { rule: LabelRule::Below { .. }, .. } => ("label_below", f::PATTERN_LABELS),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_one_kind_share_a_fragment() {
        let window = |n| Pattern::Window { left: n, right: 0 };
        let pattern = window(3).or(window(5).of_blocks(4));
        assert_eq!(pattern_fragments(&pattern), [f::PATTERN_LIB, f::PATTERN_WINDOW]);
        let text = functions(&pattern);
        assert!(text.contains("sees_window(vec3<u32>(3u, 0u, 0u), row, p, j, len)"), "{text}");
        assert!(text.contains("axis_keys(4, 268435456, keys)"), "{text}");
    }
}
