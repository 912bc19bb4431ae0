//! `token-codes completions`: the script with which a shell completes the command line.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::Cli;
use crate::answer::Answer;

/// For which shell.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// The script of a shell.
pub(crate) fn run(request: &Request) -> Answer {
    let mut script = Vec::new();
    clap_complete::generate(request.shell, &mut Cli::command(), "token-codes", &mut script);
    Answer::plain(String::from_utf8_lossy(&script))
}
