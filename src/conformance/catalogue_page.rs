//! The catalogue as text: the page beside `src/systems/`, the list of the README.

use super::catalogue::{Family, systems};
use super::left_out::LEFT_OUT;
use std::fmt::Write as _;

/// First line of the list in the README.
pub const BEGIN: &str = "<!-- systems: made by `cargo xtask systems` -->";
/// Last line of it.
pub const END: &str = "<!-- /systems -->";

/// The whole catalogue as a page of Markdown, with the systems left out.
pub fn page() -> String {
    let all = systems();
    let mut text = format!(
        "<!-- Made by `cargo xtask systems` from the code; do not edit. -->\n\n{} published systems, each \
         run against the formula of its paper by `wgpu-attention systems NAME`.\n",
        all.len()
    );
    for family in Family::ALL {
        let mut rows = all.iter().filter(|s| s.family == family).peekable();
        if rows.peek().is_none() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "\n# {family}\n\n| name | system | paper | engine: parts | built by |\n|---|---|---|---|---|\n"
        );
        for s in rows {
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {}: {} | [`crate::{}`] |",
                s.name, s.title, s.paper, s.engine, s.parts, s.builder
            );
        }
    }
    text.push_str("\n# Left out\n\n| system | family | reason |\n|---|---|---|\n");
    for l in LEFT_OUT {
        let _ = writeln!(text, "| {} | {} | {} |", l.title, l.family, l.reason);
    }
    text
}

/// The titles by family, between [`BEGIN`] and [`END`].
pub fn brief() -> String {
    let all = systems();
    let mut text = format!("{BEGIN}\n| family | {} systems |\n|---|---|\n", all.len());
    for family in Family::ALL {
        let titles: Vec<_> = all.iter().filter(|s| s.family == family).map(|s| s.title).collect();
        if !titles.is_empty() {
            let _ = writeln!(text, "| {family} | {} |", titles.join(" · "));
        }
    }
    text.push_str(END);
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_system_is_both_in_and_out() {
        let word = |title: &str| title.to_lowercase();
        let inside: Vec<_> = systems().iter().map(|s| word(s.title)).collect();
        for (n, l) in LEFT_OUT.iter().enumerate() {
            assert!(!inside.contains(&word(l.title)), "{} is in the catalogue", l.title);
            assert!(LEFT_OUT[..n].iter().all(|o| o.title != l.title), "{} stands twice", l.title);
            assert!(l.reason.len() > 20, "{} has no reason", l.title);
        }
        assert!(LEFT_OUT.is_sorted_by_key(|l| l.family));
    }

    #[test]
    fn cells_do_not_break_the_table() {
        for s in systems() {
            for cell in [s.title, s.paper, s.parts] {
                assert!(!cell.contains(['|', '\n', '[']), "{}: {cell}", s.name);
            }
        }
    }
}
