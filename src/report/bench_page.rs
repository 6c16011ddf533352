//! The page of `bench`.

use super::page::{escape, head};
use super::plot::{Axis, Colour, Mark, Plot, Series};
use crate::bench::{Figure, Record, Row, Standing, Target, Verdict, costs, counts};
use std::fmt::{self, Write as _};

/// The report of `wgpu-attention bench` as one HTML file that loads nothing.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn html(record: &Record) -> Result<String, fmt::Error> {
    let m = &record.machine;
    let mut out = head(&format!("Benchmark on {}", m.device));
    write!(out, "{}\n<dl>\n", verdict(&record.rows))?;
    let facts = [
        ("Driver", format!("{} ({})", m.driver, m.backend)),
        ("Measured", format!("{}, commit {}, version {}", m.date, m.commit, m.version)),
        (
            "Host",
            format!(
                "{} cores{}",
                m.cores,
                m.load.map_or(String::new(), |l| format!(", load {l:.1} at the start"))
            ),
        ),
        ("Settings", if m.settings.is_empty() { "default".into() } else { m.settings.join(" ") }),
        ("Ceilings", ceilings(record)),
    ];
    for (name, text) in facts {
        writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escape(&text))?;
    }
    out.push_str("</dl>\n<h2>Targets</h2>\n");
    write_targets(record, &mut out)?;
    for plot in [roofline(record), lengths(record)].into_iter().flatten() {
        write!(out, "<figure>\n{}</figure>\n", plot.svg()?)?;
    }
    if let Some(text) = crossovers(record) {
        writeln!(out, "<p>{}</p>", escape(&text))?;
    }
    write_rows(record, &mut out)?;
    write_costs(record, &mut out)?;
    out.push_str(NOTES);
    out.push_str("</main>\n</body>\n</html>\n");
    Ok(out)
}

/// What the rows say together. Green only if every result was compared, and there are some.
fn verdict(rows: &[Row]) -> String {
    let count = |of| rows.iter().filter(|r| r.standing() == of).count();
    let counted = [Standing::Failed, Standing::Unverified, Standing::Right].map(count);
    let (class, text) = match counted {
        [0, 0, 0] => ("fail", "No call was measured.".to_string()),
        [0, 0, _] => ("pass", "Every result timed is within its tolerance of the f64 reference.".to_string()),
        [0, n, _] => ("fail", format!("{n} of {} results were not compared with a reference.", rows.len())),
        [n, ..] => ("fail", format!("{n} of {} rows failed.", rows.len())),
    };
    format!("<p class=\"{class}\">{text}</p>\n<p>Rows: {}.</p>", counts(rows.iter()))
}

fn ceilings(record: &Record) -> String {
    let c = &record.ceilings;
    let rate = |name: &str, x: Option<f64>, unit: &str| x.map(|x| format!("{name} {:.1} {unit}", x / 1e9));
    let launch = c.launch.map(|s| format!("launch {:.0} us", s * 1e6));
    let all = [
        rate("f32", c.f32, "GFLOP/s"),
        rate("f16", c.f16, "GFLOP/s"),
        rate("matrix", c.matrix, "GFLOP/s"),
        rate("copy", c.copy, "GB/s"),
        launch,
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn table(titles: &[&str], out: &mut String) -> fmt::Result {
    out.push_str("<div class=\"wide\"><table>\n<thead><tr>");
    for title in titles {
        // As the cells below are.
        let class = if ["by", "from", "why"].contains(title) { " class=\"text\"" } else { "" };
        write!(out, "<th{class}>{title}</th>")?;
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    Ok(())
}

/// What this run tells first; what needs another device or suite is folded away.
fn write_targets(record: &Record, out: &mut String) -> fmt::Result {
    let (untold, told): (Vec<_>, Vec<_>) =
        record.targets.iter().partition(|t| t.verdict == Verdict::NotMeasurable);
    table(&["target", "wanted", "measured", "", "from"], out)?;
    for t in told {
        let reached = t.verdict == Verdict::Reached;
        let (class, word) = if reached { ("pass", "reached") } else { ("fail", "not reached") };
        let measured = t.measured.map_or(String::new(), |x| format!("{x:.2}"));
        write_target(t, &format!("<td>{measured}</td><td class=\"{class}\">{word}</td>"), out)?;
    }
    out.push_str("</tbody>\n</table></div>\n");
    if untold.is_empty() {
        return Ok(());
    }
    writeln!(out, "<details><summary>{} not measurable in this run</summary>", untold.len())?;
    table(&["target", "wanted", "why"], out)?;
    for t in untold {
        write_target(t, "", out)?;
    }
    out.push_str("</tbody>\n</table></div>\n</details>\n");
    Ok(())
}

/// A row of a target: what and where, what is wanted, the cells of what was measured, and the note.
fn write_target(t: &Target, measured: &str, out: &mut String) -> fmt::Result {
    writeln!(
        out,
        "<tr><td class=\"text\">{}</td><td>{}</td>{measured}<td class=\"text\">{}</td></tr>",
        escape(&format!("{}: {}", t.place, t.what)),
        escape(&t.wanted),
        escape(&t.note)
    )
}

/// Of the tables of rows.
const COLUMNS: [&str; 10] =
    ["call", "by", "ms", "&plusmn;", "GFLOP/s", "GB/s", "of unit", "buffers, MB", "rows checked", "error"];

fn write_rows(record: &Record, out: &mut String) -> fmt::Result {
    let mut suite = "";
    for row in &record.rows {
        if row.suite != suite {
            if !suite.is_empty() {
                out.push_str("</tbody>\n</table></div>\n");
            }
            suite = &row.suite;
            writeln!(out, "<h2>{}</h2>", escape(suite))?;
            table(&COLUMNS, out)?;
        }
        let by = if row.kernel.is_empty() { row.by.clone() } else { format!("{} ({})", row.by, row.kernel) };
        write!(
            out,
            "<tr><td class=\"text\">{}</td><td class=\"text\">{}</td>",
            escape(&row.call),
            escape(&by)
        )?;
        match &row.figure {
            Some(f) => write_figure(row, f, out)?,
            None => {
                let class = if row.standing() == Standing::Failed { "fail text" } else { "text" };
                let why = row.complaint().unwrap_or_default();
                writeln!(out, "<td colspan=\"8\" class=\"{class}\">{}</td></tr>", escape(&why))?;
            }
        }
    }
    if !suite.is_empty() {
        out.push_str("</tbody>\n</table></div>\n");
    }
    Ok(())
}

fn write_figure(row: &Row, f: &Figure, out: &mut String) -> fmt::Result {
    let share = f.share().unwrap_or_default();
    // Peers do not tell.
    let buffers = match f.buffer_bytes {
        0 => String::new(),
        bytes => format!("{:.1}", bytes as f64 / 1e6),
    };
    let checked = match f.rows_checked {
        [_, 0] => String::new(),
        [some, all] => format!("{some} of {all}"),
    };
    write!(
        out,
        "<td>{:.3}</td><td>{:.0} %</td><td>{:.2}</td><td>{:.2}</td><td>{share}</td><td>{buffers}</td>\
         <td>{checked}</td>",
        f.seconds * 1e3,
        f.spread * 100.0,
        f.gflops(),
        f.gbytes()
    )?;
    match (row.complaint(), row.error) {
        (None, Some(error)) => writeln!(out, "<td>{error:.0e}</td></tr>")?,
        (why, _) => writeln!(out, "<td class=\"fail\">{}</td></tr>", escape(&why.unwrap_or_default()))?,
    }
    Ok(())
}

fn write_costs(record: &Record, out: &mut String) -> fmt::Result {
    let all = costs(&record.rows);
    if all.is_empty() {
        return Ok(());
    }
    out.push_str("<h2>Measured time over what the counted work predicts</h2>\n");
    table(&["call", "ratio"], out)?;
    for (call, ratio) in all {
        let class = if (0.75..=1.25).contains(&ratio) { "pass" } else { "fail" };
        writeln!(
            out,
            "<tr><td class=\"text\">{}</td><td class=\"{class}\">{ratio:.2}</td></tr>",
            escape(&call)
        )?;
    }
    out.push_str("</tbody>\n</table></div>\n");
    Ok(())
}

/// FLOP/s over FLOPs a byte, under the ceilings.
fn roofline(record: &Record) -> Option<Plot> {
    let own: Vec<&Figure> = own(record).filter_map(|r| r.figure.as_ref()).filter(|f| f.bytes > 0).collect();
    let (copy, compute) = (record.ceilings.copy?, record.ceilings.f32?);
    let at = |f: &Figure| (f.flops as f64 / f.bytes as f64, f.gflops());
    let low = own.iter().map(|f| at(f).0).fold(1.0, f64::min).min(0.5 * compute / copy);
    let high = own.iter().map(|f| at(f).0).fold(1.0, f64::max).max(8.0 * compute / copy);
    let roof = |rate: f64| [low, rate / copy, high].map(|x| (x, (x * copy).min(rate) / 1e9)).to_vec();
    let line = |name, colour, points| Series { name, colour, points, mark: Mark::Line };
    let dots = |name, colour, unit: &str| Series {
        name,
        colour,
        points: own.iter().filter(|f| (f.unit == "matrix") == (unit == "matrix")).map(|f| at(f)).collect(),
        mark: Mark::Dots,
    };
    let mut series = vec![line("f32 multiply-adds", Colour::First, roof(compute))];
    if let Some(matrix) = record.ceilings.matrix {
        series.push(line("matrix unit", Colour::Second, roof(matrix)));
    }
    series.push(dots("calls", Colour::First, "f32"));
    if own.iter().any(|f| f.unit == "matrix") {
        series.push(dots("calls on the matrix unit", Colour::Second, "matrix"));
    }
    Some(Plot {
        title: "Roofline",
        x: Axis { title: "FLOPs a byte", base: 10.0 },
        y_title: "GFLOP/s",
        series,
    })
}

fn own(record: &Record) -> impl Iterator<Item = &Row> {
    record.rows.iter().filter(|r| r.is_own())
}

/// The rule that stands for recurrences in the plot: every rule is in the table.
const RULE: &str = "linear delta decay token";

/// Names of the engines in the suite `crossover`.
const ENGINES: [(&str, Colour); 3] = [
    ("softmax, causal", Colour::First),
    ("block lists", Colour::Second),
    ("gated delta rule", Colour::Third),
];

/// What an engine took at a length.
#[derive(Clone, Copy)]
struct Point {
    len: f64,
    ms: f64,
    /// Share of the blocks that lists name.
    density: Option<f64>,
}

/// The points of each engine.
fn engines(record: &Record) -> [Vec<Point>; 3] {
    let of = |engine: usize| {
        let mine = |r: &&Row| match engine {
            0 => r.call.starts_with("causal") && !r.call.contains("blocks"),
            1 => r.call.contains("blocks"),
            _ => r.call.starts_with(RULE),
        };
        let rows = own(record).filter(|r| r.suite == "crossover").filter(mine);
        let point = |r: &Row| {
            let f = r.figure.as_ref()?;
            Some(Point { len: f64::from(r.len), ms: f.seconds * 1e3, density: f.density })
        };
        rows.filter_map(point).collect()
    };
    [of(0), of(1), of(2)]
}

/// Time over the length for the three engines.
fn lengths(record: &Record) -> Option<Plot> {
    let series: Vec<Series> = ENGINES
        .iter()
        .zip(engines(record))
        .filter(|(_, points)| !points.is_empty())
        .map(|(&(name, colour), points)| Series {
            name,
            colour,
            points: points.into_iter().map(|p| (p.len, p.ms)).collect(),
            mark: Mark::LineAndDots,
        })
        .collect();
    let x = Axis { title: "length in tokens", base: 2.0 };
    (!series.is_empty()).then_some(Plot { title: "Time over length", x, y_title: "time in ms", series })
}

/// From which length on an engine is faster than causal softmax attention. Lists of few blocks name more of
/// them than of many, so their share there is told too.
fn crossovers(record: &Record) -> Option<String> {
    let [dense, sparse, linear] = engines(record);
    if dense.is_empty() {
        return None;
    }
    let from = |name: &str, other: &[Point]| {
        let time = |n: f64| dense.iter().find(|p| p.len == n).map(|p| p.ms);
        // From here on it stays faster.
        let slower = other.iter().filter(|p| time(p.len).is_some_and(|d| p.ms >= d)).map(|p| p.len);
        let last_slower = slower.fold(0.0, f64::max);
        let faster = other.iter().filter(|p| p.len > last_slower && time(p.len).is_some());
        let Some(p) = faster.min_by(|a, b| a.len.total_cmp(&b.len)) else {
            return format!("{name} never faster than causal softmax here");
        };
        let share = p.density.map(|d| format!(", where they name {:.1} % of the blocks", 100.0 * d));
        format!("{name} faster than causal softmax from {} tokens on{}", p.len, share.unwrap_or_default())
    };
    let lists = (!sparse.is_empty()).then(|| from("block lists are", &sparse) + "; ");
    Some(format!(
        "At these lengths {}{}.",
        lists.unwrap_or_default(),
        from("the gated delta rule is", &linear)
    ))
}

const NOTES: &str = "\
<p>Time: median, by the device's timestamps where it has some, else from submission to completion on the \
host's clock; &plusmn; is half the distance between the quartiles. A multiply-add counts as two \
operations; only pairs that bounds and lists let through are counted. Of unit: share of what the ceiling \
of the unit that bounds the call allows, measured in the same run by small shaders; (!) marks more than \
all of it, which says that the device gave less while the ceiling was measured. Buffers: all tensors and \
scratch memory of a call. Error: largest difference from the f64 reference in the output that was timed, \
over the rows checked: of calls with more than two key heads those of two, and of softmax attention as \
many rows of each head as 131,072 pairs of query and key are worth, two at least, spread evenly from the \
first to the last.</p>\n";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DeviceCaps;
    use crate::bench::{Ceilings, Machine};

    fn record() -> Record {
        let row = |call: &str, len, seconds| Row {
            suite: "crossover".into(),
            call: call.into(),
            by: "wgpu-attention".into(),
            kernel: "k".into(),
            len,
            fault: None,
            left_out: None,
            figure: Some(Figure {
                seconds,
                flops: 1_000_000,
                bytes: 1000,
                unit: "f32".into(),
                ..Figure::default()
            }),
            error: Some(1e-7),
            tolerance: Some(1e-6),
        };
        let mut rows = vec![row("causal a", 128, 1e-3), row("causal b", 256, 4e-3)];
        rows.extend([row(RULE, 128, 2e-3), row("linear add decay none", 128, 5e-4), row(RULE, 256, 3e-3)]);
        let ceilings = Ceilings { f32: Some(1e10), copy: Some(1e9), ..Ceilings::default() };
        let machine = Machine::now(&DeviceCaps { name: "a <device>".into(), ..DeviceCaps::webgpu_minimum() });
        Record { machine, ceilings, host: None, rows, targets: Vec::new() }
    }

    #[test]
    fn the_page_is_whole_and_names_the_crossover() {
        let page = html(&record()).unwrap();
        assert_eq!(page.matches("<svg").count(), 2);
        assert!(page.contains("a &lt;device&gt;"));
        assert!(
            page.contains("the gated delta rule is faster than causal softmax from 256 tokens on"),
            "{page}"
        );
        assert!(!page.replace("http://www.w3.org/2000/svg", "").contains("http"));
    }

    #[test]
    fn a_row_without_a_time_says_why() {
        let mut record = record();
        (record.rows[0].figure, record.rows[0].fault) = (None, Some("WRONG: off".into()));
        let page = html(&record).unwrap();
        assert!(page.contains("1 of 5 rows failed") && page.contains("WRONG: off"));
    }

    #[test]
    fn the_headline_is_green_only_if_all_was_compared_and_there_is_something() {
        let mut record = record();
        let green = |record: &Record| html(record).unwrap().contains("Every result timed is within");
        assert!(green(&record));
        record.rows[0].tolerance = None;
        assert!(!green(&record));
        assert!(html(&record).unwrap().contains("1 of 5 results were not compared"));
        record.rows.clear();
        assert!(html(&record).unwrap().contains("No call was measured"));
        assert!(!green(&record));
    }

    #[test]
    fn lists_are_told_with_the_blocks_they_name_and_a_ceiling_has_no_dots() {
        let mut record = record();
        let mut lists = record.rows[1].clone();
        lists.call = "causal blocks 5 of 64, 40.0 % b".into();
        if let Some(f) = &mut lists.figure {
            (f.seconds, f.density, f.rows_checked) = (1e-3, Some(0.4), [16, 256]);
        }
        record.rows.push(lists);
        let page = html(&record).unwrap();
        let told = "block lists are faster than causal softmax from 256 tokens on, where they name 40.0 %";
        assert!(page.contains(told) && page.contains("<td>16 of 256</td>"), "{page}");
        // A dot a call and one in the legend.
        let roofline = roofline(&record).unwrap().svg().unwrap();
        assert_eq!(roofline.matches("<circle").count(), record.rows.len() + 1);
    }
}
