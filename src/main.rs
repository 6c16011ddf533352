//! The command `wgpu-attention`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
