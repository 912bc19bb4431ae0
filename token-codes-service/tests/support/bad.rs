//! Errors that behave as badly as they may.

use std::error::Error;
use std::fmt::{self, Display};

/// What is to be seen nowhere but as an escape: two lines, an escape sequence, a turn of direction.
pub const FORGED: &str = "mika\n2026-12-01 INFO signed in\u{1b}[2K\u{202e}gnp";

/// A value or an error whose `Display` is this function.
#[derive(Debug)]
pub struct Shown(pub fn(&mut fmt::Formatter<'_>) -> fmt::Result);

impl Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0(f)
    }
}

impl Error for Shown {}

/// Fails when it is half shown.
pub const FAILS: Shown = Shown(|f| f.write_str("half").and(Err(fmt::Error)));
/// Panics when it is half shown.
pub const PANICS: Shown = Shown(|f| f.write_str("half").map(|()| panic!("in Display")));

/// Says its number, and has those down to 0 as its causes.
#[derive(Debug)]
pub struct Link(u32, Option<Box<Link>>);

impl Link {
    pub fn chain(length: u32) -> Self {
        (1..length).fold(Self(0, None), |link, number| Self(number, Some(Box::new(link))))
    }
}

impl Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cause {}", self.0)
    }
}

impl Error for Link {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.1.as_deref()?)
    }
}

/// Is its own cause.
#[derive(Debug)]
pub struct Own;

impl Display for Own {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("again")
    }
}

impl Error for Own {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}
