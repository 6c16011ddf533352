//! Loops written out.

use std::collections::HashMap;

/// What marks a loop over a constant range whose iterations are to follow one another in the text. Arrays
/// of a function stay in registers only if every index is known, and loads overlap only in straight code;
/// compilers of GPUs leave such loops as they are more often than not.
const MARK: &str = " { // unroll\n";

/// Numbers of a shader by name.
pub(super) struct Numbers(HashMap<String, u32>);

impl Numbers {
    /// The `u32` constants that a text declares, one a line.
    pub(super) fn of(text: &str) -> Self {
        let mut known = Self(HashMap::new());
        for line in text.lines() {
            let declared = line.strip_prefix("const ").and_then(|x| x.split_once(": u32 = "));
            let Some((name, value)) = declared.and_then(|(name, x)| Some((name, x.split_once(';')?.0)))
            else {
                continue;
            };
            if let Some(n) = known.value(value) {
                known.0.insert(name.into(), n);
            }
        }
        known
    }

    /// Sums of products of names, numbers and parentheses, from left to right.
    fn value(&self, text: &str) -> Option<u32> {
        let mut rest = text.trim();
        let sum = self.sum(&mut rest)?;
        rest.is_empty().then_some(sum)
    }

    fn sum(&self, rest: &mut &str) -> Option<u32> {
        let mut n = self.product(rest)?;
        while let Some(sign) = operator(rest, &['+', '-']) {
            let m = self.product(rest)?;
            n = if sign == '+' { n.checked_add(m)? } else { n.checked_sub(m)? };
        }
        Some(n)
    }

    fn product(&self, rest: &mut &str) -> Option<u32> {
        let mut n = self.factor(rest)?;
        while let Some(sign) = operator(rest, &['*', '/', '%']) {
            let m = self.factor(rest)?;
            n = match sign {
                '*' => n.checked_mul(m)?,
                '/' => n.checked_div(m)?,
                _ => n.checked_rem(m)?,
            };
        }
        Some(n)
    }

    fn factor(&self, rest: &mut &str) -> Option<u32> {
        if operator(rest, &['(']).is_some() {
            let n = self.sum(rest)?;
            return operator(rest, &[')']).map(|_| n);
        }
        let word = rest.trim_start();
        let end = word.find(|c: char| c != '_' && !c.is_ascii_alphanumeric()).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        *rest = after;
        self.0.get(word).copied().or_else(|| word.trim_end_matches('u').parse().ok())
    }
}

/// The operator that a text begins with, taken off it.
fn operator(rest: &mut &str, among: &[char]) -> Option<char> {
    let found = rest.trim_start().chars().next().filter(|c| among.contains(c))?;
    *rest = &rest.trim_start()[1..];
    Some(found)
}

/// `for (var NAME = 0u; NAME < BOUND; NAME++)` as its name and bound.
fn range(head: &str) -> Option<(&str, &str)> {
    let (name, rest) = head.strip_prefix("for (var ")?.split_once(" = 0u; ")?;
    let (bound, step) = rest.strip_prefix(name)?.strip_prefix(" < ")?.split_once("; ")?;
    (step.strip_prefix(name)? == "++)").then_some((name, bound))
}

/// The text with every marked loop written out. A loop that is no range of a known length stays.
pub(super) fn unroll(text: &str, known: &Numbers) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(mark) = rest.find(MARK) {
        let start = rest[..mark].rfind("for (").unwrap_or(mark);
        let (head, body) = (&rest[start..mark], &rest[mark + MARK.len()..]);
        out.push_str(&rest[..start]);
        let end = block(body);
        let inside = unroll(&body[..end], known);
        match range(head).and_then(|(name, bound)| Some((name, known.value(bound)?))) {
            Some((name, count)) => {
                for n in 0..count {
                    out.push_str(&format!("{{\nconst {name} = {n}u;\n{inside}}}\n"));
                }
            }
            None => out.push_str(&format!("{head} {{\n{inside}}}\n")),
        }
        rest = body[end..].strip_prefix("}\n").unwrap_or(&body[end..]);
    }
    out + rest
}

/// Where the block that a text begins inside of ends.
fn block(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_wgsl_reads_them() {
        let text = "const A: u32 = 8u;\nconst B: u32 = (A + 7u) / 4u * 2u; // six\nconst C: f32 = 1.0;\nconst D: u32 = A - 2u - B % 4u;\n";
        let known = Numbers::of(text);
        assert_eq!(known.0, [("A", 8), ("B", 6), ("D", 4)].map(|(n, x)| (n.to_string(), x)).into());
        for bad in ["", "A +", "A - 9u", "A / 0u", "E", "(A", "A A"] {
            assert_eq!(known.value(bad), None, "{bad}");
        }
    }

    #[test]
    fn marked_loops_are_written_out_from_the_inside_and_others_stay() {
        let known = Numbers::of("const N: u32 = 2u;\n");
        let text = "for (var i = 0u; i < N; i++) { // unroll\nfor (var j = 0u; j < 2u; j++) { // unroll\nx[i * N + j] = 0.0;\n}\n}\nfor (var i = 0u; i < N; i++) {\ny += x[i];\n}\n";
        let out = unroll(text, &known);
        assert_eq!(out.matches("x[i * N + j] = 0.0;").count(), 4);
        assert!(out.ends_with("for (var i = 0u; i < N; i++) {\ny += x[i];\n}\n"), "{out}");
        let whole = |body: &str| {
            format!(
                "const N: u32 = 2u;\nfn f() -> f32 {{\nvar x: array<f32, 4>;\nvar y = 0.0;\n{body}return y;\n}}\n"
            )
        };
        assert!(naga::front::wgsl::parse_str(&whole(&out)).is_ok(), "{out}");
    }

    #[test]
    fn a_loop_of_unknown_length_is_left_without_its_mark() {
        let out =
            unroll("for (var i = 0u; i < params.n; i++) { // unroll\na();\n}\nb();\n", &Numbers::of(""));
        assert_eq!(out, "for (var i = 0u; i < params.n; i++) {\na();\n}\nb();\n");
    }
}
