//! Texts for a terminal.

use std::fmt::{self, Display, Write};

use token_codes::Escaped;

/// A text that cannot steer a terminal: what is escaped in a log is escaped, but for line feeds and backslashes.
pub(super) struct Visible<'a>(pub(super) &'a dyn Display);

impl Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Writer(f), "{}", self.0)
    }
}

struct Writer<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl Write for Writer<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for part in text.split_inclusive(KEPT) {
            let end = part.strip_suffix(KEPT).unwrap_or(part).len();
            let (text, kept) = part.split_at(end);
            write!(self.0, "{}{kept}", Escaped::new(&text))?;
        }
        Ok(())
    }
}

const KEPT: [char; 2] = ['\n', '\\'];
