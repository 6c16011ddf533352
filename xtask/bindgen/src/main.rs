//! `bindgen FILE.wasm FOLDER`: the JavaScript around a wasm file. The lock file keeps this program
//! and the `wasm-bindgen` that the file was built with at one version, which they must have.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder] = arguments.as_slice() else {
        eprintln!("usage: bindgen FILE.wasm FOLDER");
        return ExitCode::FAILURE;
    };
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let done = bindgen.input_path(input).web(true).and_then(|b| b.typescript(false).generate(folder));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{input}: {error:?}");
            ExitCode::FAILURE
        }
    }
}
