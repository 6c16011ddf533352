//! The page of `demo` around its plots.

use super::plot::{Axis, Colour, Mark, Plot, Series};
use super::{Report, Row};
use std::fmt::{self, Write as _};

/// The style sheet of every report.
pub const STYLE: &str = include_str!("style.css");

impl Report {
    /// The report as one HTML file that loads nothing.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub fn html(&self) -> Result<String, fmt::Error> {
        let mut out = head(&format!("Attention on {}", self.device));
        let wrong = self.rows.iter().filter(|r| !r.passes()).count();
        let verdict = match wrong {
            0 => {
                "<p class=\"pass\">Every length is within its tolerance of the f64 reference.</p>".to_string()
            }
            n => format!("<p class=\"fail\">{n} of {} lengths exceed their tolerance.</p>", self.rows.len()),
        };
        write!(out, "{verdict}\n<dl>\n")?;
        let version = format!("wgpu-attention {}", env!("CARGO_PKG_VERSION"));
        for (name, text) in [("Input", &self.input), ("Problem", &self.problem), ("Program", &version)] {
            writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escape(text))?;
        }
        out.push_str("</dl>\n");
        self.write_table(&mut out)?;
        out.push_str(NOTES);
        self.write_plots(&mut out)?;
        out.push_str("</main>\n</body>\n</html>\n");
        Ok(out)
    }

    fn write_table(&self, out: &mut String) -> fmt::Result {
        out.push_str("<div class=\"wide\"><table>\n<thead><tr>");
        for title in ["tokens", "time, ms", "GFLOP/s", "error", "tolerance", "rows checked", ""] {
            write!(out, "<th>{title}</th>")?;
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for r in &self.rows {
            let (class, mark) = if r.passes() { ("pass", "within") } else { ("fail", "too large") };
            let [time, speed] = r.figures();
            writeln!(
                out,
                "<tr><td>{}</td><td>{time}</td><td>{speed}</td><td>{:.1e}</td><td>{:.1e}</td>\
                 <td>{}/{}</td><td class=\"{class}\">{mark}</td></tr>",
                r.len, r.error, r.tolerance, r.rows_checked, r.rows
            )?;
        }
        out.push_str("</tbody>\n</table></div>\n");
        if let Some(note) = &self.note {
            writeln!(out, "<p>The lengths {}.</p>", escape(note))?;
        }
        Ok(())
    }

    fn write_plots(&self, out: &mut String) -> fmt::Result {
        self.plots().iter().try_for_each(|plot| write!(out, "<figure>\n{}</figure>\n", plot.svg()?))
    }

    /// The table and the plots alone, to be put into another page.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub fn figures(&self) -> Result<String, fmt::Error> {
        let mut out = String::new();
        self.write_table(&mut out)?;
        self.write_plots(&mut out)?;
        Ok(out)
    }

    fn plots(&self) -> [Plot; 3] {
        let points =
            |value: &dyn Fn(&Row) -> f64| self.rows.iter().map(|r| (f64::from(r.len), value(r))).collect();
        let line = |name, colour, value: &dyn Fn(&Row) -> f64| Series {
            name,
            colour,
            points: points(value),
            mark: Mark::LineAndDots,
        };
        // What has no logarithm is not drawn.
        let right = |r: &Row, value: f64| if r.passes() { value } else { f64::NAN };
        let time = line("median of a call", Colour::First, &|r| right(r, r.seconds * 1e3));
        let speed = line("multiply-adds of both products", Colour::First, &|r| right(r, r.gflops()));
        let error = line("error", Colour::First, &|r| r.error);
        let tolerance = line("tolerance", Colour::Second, &|r| r.tolerance);
        let x = Axis { title: "length in tokens", base: 2.0 };
        let plot = |title, y_title, series| Plot { title, x, y_title, series };
        [
            plot("Time over length", "time in ms", vec![time]),
            plot("Throughput over length", "GFLOP/s", vec![speed]),
            plot("Error over length", "largest difference", vec![error, tolerance]),
        ]
    }
}

const NOTES: &str = "<p>Time: median from submission to completion, on the host's clock. GFLOP/s: \
a multiply-add counts as two; only pairs that the causal bound lets through are counted. Error: largest \
difference from the f64 reference over all heads and features of the rows checked, in the output that \
was timed. Tolerance: 4 times the error of plain f32 sums on the same rows, plus 8 units in the last \
place of the largest output.</p>\n";

/// The page up to its heading.
pub(super) fn head(title: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    )
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(error: f64) -> Report {
        let row = Row {
            len: 64,
            seconds: 1e-3,
            flops: 2_000_000,
            error,
            tolerance: 1e-6,
            rows_checked: 64,
            rows: 64,
        };
        Report {
            device: "a <device>".into(),
            input: "x".into(),
            problem: "y".into(),
            note: None,
            rows: vec![row],
        }
    }

    #[test]
    fn the_page_is_whole_and_loads_nothing() {
        let html = report(1e-7).html().unwrap();
        assert_eq!(html.matches("<svg").count(), 3);
        assert!(html.contains("a &lt;device&gt;") && html.contains("<td>2.00</td>"));
        let outside = html.replace("http://www.w3.org/2000/svg", "");
        for link in ["http:", "https:", "src=", "href=", "@import", "url("] {
            assert!(!outside.contains(link), "{link}");
        }
    }

    #[test]
    fn a_wrong_row_is_marked() {
        assert!(!report(1e-7).html().unwrap().contains("class=\"fail\""));
        assert!(report(1e-3).html().unwrap().contains("too large"));
        assert!(report(f64::NAN).html().unwrap().contains("too large"));
    }

    #[test]
    fn a_wrong_row_has_no_time_and_no_dot() {
        let [right, wrong] = [1e-7, 1e-3].map(|error| report(error).html().unwrap());
        assert!(right.contains("<td>1.000</td>") && !wrong.contains("<td>1.000</td>"));
        // Of time, throughput, error and tolerance the last two stay.
        assert_eq!([right, wrong].map(|html| html.matches("<circle").count()), [4, 2]);
    }
}
