//! `token-codes man`: the manual page, from what `--help` says.

use clap::{Args, CommandFactory as _};
use clap_mangen::Man;

use crate::Cli;
use crate::answer::Answer;
use crate::mistake::{Mistake, list};

/// Of which command.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The subcommand, such as `explain`; without it, the page of `token-codes` itself
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// The page in roff, which `man` reads.
///
/// # Errors
///
/// If there is no such subcommand.
pub(crate) fn run(request: &Request) -> Result<Answer, Vec<Mistake>> {
    // The page says what `help` would.
    let mut whole = Cli::command().disable_help_subcommand(true);
    // It gives the options that all of them take to the subcommands, and the subcommands their names.
    whole.build();
    let page = match &request.command {
        None => whole,
        Some(name) => subcommand(&whole, name)?,
    };
    let mut roff = Vec::new();
    Man::new(page).render(&mut roff).expect("memory can always be written");
    Ok(Answer::plain(String::from_utf8_lossy(&roff)))
}

fn subcommand(whole: &clap::Command, name: &str) -> Result<clap::Command, Mistake> {
    whole.find_subcommand(name).cloned().ok_or_else(|| {
        let names: Vec<String> =
            whole.get_subcommands().map(|command| format!("`{}`", command.get_name())).collect();
        Mistake::usage(format!("there is no command `{name}`"))
            .help(format!("the commands are {}", list(&names, "and")))
    })
}
