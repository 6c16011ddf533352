//! The command `wgpu-attention`.

mod cli;
mod report;

fn main() -> std::process::ExitCode {
    cli::main()
}
