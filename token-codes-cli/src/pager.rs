//! The pager: a long text on a terminal is read in `$TOKEN_CODES_PAGER`, `$PAGER` or `less`, as in git.

use std::borrow::Cow;
use std::env;
use std::io::{IsTerminal as _, Write as _, stdout};
use std::process::{Child, Command, Stdio};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};

/// Shows the text in the pager; `false` if there is none, and the text is still to be written.
pub(crate) fn show(text: &str) -> bool {
    if !stdout().is_terminal() {
        return false;
    }
    let words = words(env::var("TOKEN_CODES_PAGER").ok(), env::var("PAGER").ok());
    let Some(mut pager) = words.and_then(|words| start(&words)) else { return false };
    // Ctrl-C is for the pager; without a handler, it would end this process and leave the pager with the terminal.
    // Where there is already one, this one is not needed.
    let _ = ctrlc::set_handler(|| {});
    if let Some(mut stdin) = pager.stdin.take() {
        // Whoever quits early has seen enough.
        let _ = stdin.write_all(coloured(text).as_bytes());
    }
    // How it ended says nothing about the text.
    let _ = pager.wait();
    true
}

/// The text as the terminal beyond the pager is to get it.
fn coloured(text: &str) -> Cow<'_, str> {
    match AutoStream::choice(&stdout()) {
        ColorChoice::Never => strip_str(text).to_string().into(),
        _ => text.into(),
    }
}

/// The pager's command line; `None` if there is to be no pager.
///
/// An empty variable and `cat` say so. A command line with an open quote cannot be run, so it is none either.
fn words(own: Option<String>, common: Option<String>) -> Option<Vec<String>> {
    let line = own.or(common).unwrap_or_else(|| "less".to_owned());
    let words = shlex::split(&line)?;
    match words.as_slice() {
        [] => None,
        [only] if only == "cat" => None,
        _ => Some(words),
    }
}

/// `None` if it cannot be started.
fn start(words: &[String]) -> Option<Child> {
    let (program, arguments) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        // As git does: end at once if the text fits on the screen (F), show colours (R), leave the text there (X).
        command.env("LESS", "FRX");
    }
    command.spawn().ok()
}

#[cfg(test)]
mod tests {
    fn words(own: Option<&str>, common: Option<&str>) -> Option<Vec<String>> {
        super::words(own.map(Into::into), common.map(Into::into))
    }

    #[test]
    fn the_own_variable_comes_before_the_common_one_and_both_before_less() {
        assert_eq!(words(None, None).unwrap(), ["less"]);
        assert_eq!(words(None, Some("most")).unwrap(), ["most"]);
        assert_eq!(words(Some("more"), Some("most")).unwrap(), ["more"]);
    }

    #[test]
    fn a_pager_can_have_arguments() {
        assert_eq!(words(None, Some("less -R '+/a b'")).unwrap(), ["less", "-R", "+/a b"]);
    }

    #[test]
    fn nothing_and_cat_are_no_pager() {
        for none in ["", "  ", "cat", "less 'open"] {
            assert_eq!(words(None, Some(none)), None);
        }
        assert_eq!(words(Some(""), Some("less")), None);
    }
}
