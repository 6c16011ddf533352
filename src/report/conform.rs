//! The report of `conform`: one device or several side by side, as text and as an HTML page.

use super::page::{escape, head};
use crate::conformance::{Cell, CellKey, Report, Status};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Every engine, tier and type that occurs, in order.
fn rows(reports: &[Report]) -> BTreeSet<CellKey> {
    reports.iter().flat_map(|r| r.cells().into_keys()).collect()
}

fn verdict(report: &Report) -> String {
    let count = |status| report.count(status);
    let (failed, all) = (count(Status::Fail) + count(Status::Error), report.findings.len());
    let unsupported = count(Status::Unsupported);
    let (passed, seconds) = (count(Status::Pass), report.seconds);
    // Reports of the time before samples do not say how many there are.
    let of =
        if report.in_suite > all { format!(", a sample of {},", report.in_suite) } else { String::new() };
    let missing = if report.missing > 0 {
        format!(", BROKEN OFF before {} more", report.missing)
    } else {
        String::new()
    };
    format!(
        "{passed} passed, {failed} failed, {unsupported} not supported of {all}{of} in {seconds:.0} s{missing}"
    )
}

/// The counts, and every failure with the command that repeats it.
pub fn text(reports: &[Report]) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    for (n, report) in reports.iter().enumerate() {
        let _ =
            writeln!(out, "[{}] {} in {}: {}", n + 1, report.device.title(), report.host, verdict(report));
    }
    let _ = write!(out, "{:<12}{:<10}{:<6}", "engine", "tier", "type");
    for n in 1..=reports.len() {
        let _ = write!(out, "{:>20}", format!("[{n}]"));
    }
    out.push('\n');
    for key in rows(reports) {
        let (engine, tier, dtype) = key;
        let _ = write!(out, "{engine:<12}{:<10}{:<6}", tier.to_string(), dtype.to_string());
        for report in reports {
            let _ = write!(out, "{:>20}", report.cells().get(&key).map_or("-".into(), brief));
        }
        out.push('\n');
    }
    for report in reports {
        for f in report.findings.iter().filter(|f| f.failed()) {
            let why = f.reason.as_ref().map_or("", |r| r.text.as_str());
            let _ = writeln!(
                out,
                "{} on {}: {}\n  {why}\n  {}",
                f.status,
                report.device.name,
                f.case,
                f.command(&report.device)
            );
        }
    }
    out
}

/// A cell in a few letters.
fn brief(cell: &Cell) -> String {
    let mut parts = vec![format!("{} pass", cell.passed)];
    if cell.failed > 0 {
        parts.push(format!("{} FAIL", cell.failed));
    }
    if cell.unsupported() > 0 {
        parts.push(format!("{} n/s", cell.unsupported()));
    }
    parts.join(", ")
}

/// Facts of the report's device, to be put into another page.
pub fn device_facts(report: &Report) -> String {
    let mut out = String::new();
    facts(&mut out, report);
    out
}

/// What was found on one device, to be put into another page.
pub fn findings(report: &Report) -> String {
    let mut out = String::new();
    table(&mut out, std::slice::from_ref(report));
    outcome(&mut out, report);
    out
}

/// The page: it loads nothing.
pub fn html(reports: &[Report]) -> String {
    let wrong = reports.iter().filter(|r| !r.passed()).count();
    let title = match reports {
        [one] => format!("Conformance of {}", one.device.name),
        all => format!("Conformance of {} devices", all.len()),
    };
    let mut out = head(&title);
    let _ = match wrong {
        0 if reports.is_empty() => writeln!(out, "<p class=\"fail\">No device was tried.</p>"),
        0 => {
            writeln!(out, "<p class=\"pass\">Every check passes or is not supported for a stated reason.</p>")
        }
        n => writeln!(out, "<p class=\"fail\">{n} of {} devices fail.</p>", reports.len()),
    };
    devices(&mut out, reports);
    table(&mut out, reports);
    for (n, report) in reports.iter().enumerate() {
        details(&mut out, n + 1, report);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn devices(out: &mut String, reports: &[Report]) {
    out.push_str("<ol class=\"devices\">\n");
    for r in reports {
        let class = if r.passed() { "pass" } else { "fail" };
        let _ = writeln!(
            out,
            "<li><b>{}</b><br>{}<br><span class=\"{class}\">{}</span></li>",
            escape(&r.device.title()),
            escape(&r.host),
            verdict(r)
        );
    }
    out.push_str("</ol>\n");
}

/// Counts by engine, tier and type; a column a device.
fn table(out: &mut String, reports: &[Report]) {
    out.push_str("<div class=\"wide\"><table class=\"matrix\">\n<thead><tr><th>engine, tier, type</th>");
    for n in 1..=reports.len() {
        let _ = write!(out, "<th>device {n}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for key in rows(reports) {
        let (engine, tier, dtype) = key;
        let _ = write!(out, "<tr><th>{engine}, {tier}, {dtype}</th>");
        for report in reports {
            let cells = report.cells();
            let _ = match cells.get(&key) {
                None => write!(out, "<td class=\"none\">none</td>"),
                Some(cell) => write!(out, "<td>{}</td>", counts(cell)),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

fn counts(cell: &Cell) -> String {
    let mut parts = Vec::new();
    if cell.failed > 0 {
        parts.push(format!("<span class=\"fail\">{} failed</span>", cell.failed));
    }
    if cell.passed > 0 {
        parts.push(format!("<span class=\"pass\">{} passed</span>", cell.passed));
    }
    if cell.unsupported() > 0 {
        parts.push(format!("<span class=\"none\">{} not supported</span>", cell.unsupported()));
    }
    parts.join("<br>")
}

fn details(out: &mut String, n: usize, report: &Report) {
    let _ = writeln!(out, "<h2>Device {n}: {}</h2>", escape(&report.device.name));
    facts(out, report);
    outcome(out, report);
}

/// Failures, reasons and largest errors.
fn outcome(out: &mut String, report: &Report) {
    let failures: Vec<_> = report.findings.iter().filter(|f| f.failed()).collect();
    if !failures.is_empty() {
        out.push_str("<h3>Failures</h3>\n<ul>\n");
        for f in failures.iter().take(200) {
            let why = f.reason.as_ref().map_or("", |r| r.text.as_str());
            let _ = writeln!(
                out,
                "<li><b class=\"fail\">{}</b> ({})<br>{}<br><code>{}</code></li>",
                escape(&f.case),
                f.status,
                escape(why),
                escape(&f.command(&report.device))
            );
        }
        let _ = writeln!(out, "</ul>\n<p>{} in all.</p>", failures.len());
    }
    reasons(out, report);
    worst(out, report);
}

fn facts(out: &mut String, report: &Report) {
    let d = &report.device;
    let on = |b: bool| if b { "yes" } else { "no" };
    let sizes: Vec<String> = d.coop_sizes.iter().map(u32::to_string).collect();
    let facts = [
        ("Backend", d.backend.clone()),
        ("Driver", d.driver.clone()),
        ("Ran in", report.host.clone()),
        ("Library", report.library.clone()),
        ("f16", on(d.f16).into()),
        ("Subgroups", d.subgroups.map_or("none".into(), |(a, b)| format!("of {a} to {b}"))),
        ("Matrices", if sizes.is_empty() { "none".into() } else { format!("of {}", sizes.join(", ")) }),
        ("Workgroup", format!("{} invocations, {} bytes", d.max_invocations, d.workgroup_memory)),
        ("Bindings", format!("{} storage buffers of {} MiB", d.max_storage_buffers, d.max_binding >> 20)),
    ];
    out.push_str("<dl>\n");
    for (name, value) in facts {
        let _ = writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escape(&value));
    }
    for declined in &d.declined {
        let _ = writeln!(
            out,
            "<dt>Declined</dt><dd class=\"fail\">{}: {}</dd>",
            declined.tier,
            escape(&declined.why)
        );
    }
    out.push_str("</dl>\n");
}

/// Why checks are not supported, and how many for each reason.
fn reasons(out: &mut String, report: &Report) {
    let cells = report.cells();
    if cells.values().all(|c| c.unsupported.is_empty()) {
        return;
    }
    out.push_str("<h3>Not supported</h3>\n<ul>\n");
    for ((engine, tier, dtype), cell) in &cells {
        for (reason, count) in &cell.unsupported {
            let _ = writeln!(
                out,
                "<li>{engine}, {tier}, {dtype}: {count} ({:?}): {}</li>",
                reason.kind,
                escape(&reason.text)
            );
        }
    }
    out.push_str("</ul>\n");
}

/// The largest error of every engine, tier and type.
fn worst(out: &mut String, report: &Report) {
    out.push_str("<h3>Largest errors</h3>\n<div class=\"wide\"><table class=\"errors\">\n");
    out.push_str("<thead><tr><th>engine, tier, type</th><th>error</th><th>of allowed</th><th>where</th></tr></thead>\n<tbody>\n");
    for ((engine, tier, dtype), cell) in report.cells() {
        let Some((case, worst)) = cell.worst else { continue };
        let _ = writeln!(
            out,
            "<tr><th>{engine}, {tier}, {dtype}</th><td>{:.1e}</td><td>{:.0} %</td><td class=\"where\">{}: {}</td></tr>",
            worst.error,
            worst.share * 100.0,
            escape(&case),
            escape(&worst.at)
        );
    }
    out.push_str("</tbody>\n</table></div>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::{Engine, Finding, Kind, Reason, Worst};
    use crate::{DType, DeviceCaps, Tier};

    fn report(status: Status) -> Report {
        let mut report = Report::new("native", &DeviceCaps::webgpu_minimum());
        let finding = |status: Status, tier| Finding {
            case: "softmax/a <case>".into(),
            engine: Engine::Softmax,
            tier,
            dtype: DType::F32,
            status,
            reason: (status != Status::Pass)
                .then(|| Reason { kind: Kind::Tier, text: "no such <tier>".into() }),
            worst: Some(Worst { error: 1e-7, share: 0.25, at: "call 0, o[7]".into() }),
        };
        report.findings = vec![finding(status, Tier::Plain), finding(Status::Unsupported, Tier::Subgroup)];
        report
    }

    #[test]
    fn a_page_of_two_devices_is_whole_and_loads_nothing() {
        let page = html(&[report(Status::Pass), report(Status::Fail)]);
        for text in ["device 2", "1 of 2 devices fail", "no such &lt;tier&gt;", "--case", "25 %"] {
            assert!(page.contains(text), "{text} in {page}");
        }
        for link in ["http:", "https:", "src=", "@import", "url("] {
            assert!(!page.contains(link), "{link}");
        }
        assert!(html(&[report(Status::Pass)]).contains("Every check passes"));
        assert!(html(&[]).contains("No device was tried"));
        let broken_off = Report { missing: 7, ..report(Status::Pass) };
        assert!(html(std::slice::from_ref(&broken_off)).contains("1 of 1 devices fail"));
        assert!(text(&[broken_off]).contains("BROKEN OFF before 7 more"));
    }

    #[test]
    fn the_text_has_a_line_a_cell_and_repeats_failures() {
        let lines = text(&[report(Status::Fail)]);
        assert!(lines.contains("1 FAIL") && lines.contains("1 n/s") && lines.contains("--case"), "{lines}");
    }
}
