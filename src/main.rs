//! The program: `majlis <verb>`. See [`majlis::cli`].

fn main() -> std::process::ExitCode {
    majlis::cli::main()
}
