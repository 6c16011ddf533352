//! The command as it is started: what it writes and how it ends where something is in its way. No device.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const RECORD: &str = "benches/results/2026-11-27-nvidia-h200-second/linear.json";

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wgpu-attention"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn run(args: &[&str]) -> (Output, String) {
    let output = command(args).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, errors)
}

fn temporary(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("wgpu-attention-{}-{name}", std::process::id()))
}

#[test]
fn a_file_that_cannot_be_written_is_told_before_anything_is_measured() {
    for args in [
        &["bench", "--json", "no/such/folder/x", "--quick"][..],
        &["bench", "--html", "no/such/folder/x", "--quick"],
        &["conform", "--json", "no/such/folder/x"],
        &["demo", "--out", "no/such/folder/x"],
    ] {
        let (output, errors) = run(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(errors.starts_with("error: no/such/folder/x: "), "{args:?}: {errors}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn all_is_written_and_printed_though_one_file_cannot_be() {
    let html = temporary("page.html");
    let path = html.to_str().unwrap();
    let (output, errors) = run(&["bench", "--from", RECORD, "--json", "/dev/full", "--html", path]);
    let page = std::fs::read_to_string(&html).unwrap();
    std::fs::remove_file(html).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.starts_with("error: /dev/full: "), "{errors}");
    assert!(page.contains("</html>") && String::from_utf8_lossy(&output.stdout).contains("targets"));
}

#[test]
fn any_fault_of_an_own_call_fails_the_run_and_what_was_left_out_does_not() {
    let path = temporary("altered.json");
    let of = |key: &str, value: serde_json::Value| {
        let mut record: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(RECORD).unwrap()).unwrap();
        record["rows"][0]["figure"] = serde_json::Value::Null;
        record["rows"][0][key] = value;
        std::fs::write(&path, record.to_string()).unwrap();
        let (output, errors) = run(&["bench", "--from", path.to_str().unwrap()]);
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned(), errors)
    };
    let (status, _, errors) = of("fault", "device error: two runs of one call gave different bits".into());
    assert_eq!(status, Some(1));
    assert!(errors.starts_with("error: 1 of "), "{errors}");
    let (status, table, errors) = of("left_out", "not_begun".into());
    assert_eq!((status, errors.as_str()), (Some(0), ""));
    assert!(table.contains("calls: 1 not begun\n") && !table.contains("FAILED"), "{table}");
    // Most targets need other suites: a line for all of them.
    assert!(table.contains(" are not measurable by these suites") && !table.contains("not measurable here"));
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let closed = |args: &[&str]| {
        // Closed before the command starts, which could write all before a later end.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = command(args).stdout(writer).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
        output.status.code()
    };
    assert_eq!(closed(&["systems"]), Some(141));
    assert_eq!(closed(&["conform", "--list"]), Some(141));
    // What is to be kept is kept.
    let json = temporary("record.json");
    assert_eq!(closed(&["bench", "--from", RECORD, "--json", json.to_str().unwrap()]), Some(0));
    assert!(std::fs::read_to_string(&json).unwrap().contains("\"rows\""));
    std::fs::remove_file(json).unwrap();
}

#[test]
fn a_file_of_another_kind_is_told_from_what_was_expected() {
    let report = "benches/results/2026-11-27-nvidia-h200-second/conform.json";
    for (args, expected) in [
        (&["bench", "--compare", RECORD, report][..], "expected a run that `bench --json` wrote"),
        (&["bench", "--from", RECORD, "--peers", RECORD], "expected rows of a peer"),
        (&["conform", "--compare", RECORD], "expected reports that `conform --json` wrote"),
    ] {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(report).exists());
        let (output, errors) = run(args);
        assert_eq!(output.status.code(), Some(1));
        assert!(errors.contains(expected), "{args:?}: {errors}");
    }
}

#[test]
fn a_check_that_does_not_exist_is_an_error_that_says_where_they_are_listed() {
    for args in [&["conform", "--case", "x"][..], &["conform", "--filter", "no such", "--list"]] {
        let (output, errors) = run(args);
        assert_eq!(output.status.code(), Some(1));
        assert!(errors.contains("conform --list --all"), "{args:?}: {errors}");
    }
}
