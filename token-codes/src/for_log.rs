//! A message as a line of a log.

use core::fmt;

use crate::args::Arg;
use crate::escaped::{write_escaped, write_escaped_text, write_on_one_line};
use crate::localized::{Content, Localized, write_code};
use crate::params::Privacy;
use crate::value::{MASK, Value};

/// Code and message on one line that its reader can trust: what a log gets. Made by
/// [`TokenCode::for_log`](crate::TokenCode::for_log) and [`Localized::for_log`].
///
/// An argument cannot begin another line, nor hide a part of this one: [`Escaped`](crate::Escaped) says how it is shown.
/// What is [`Personal`](Privacy::Personal) is shown as `‹×›`, and `‹!›` stands after an argument whose `Display` fails.
///
/// ```
/// use token_codes::{Locale, TokenCode, message};
///
/// let forged = message!(TOK013, token_id = "7\n2026-12-01 INFO signed in");
/// let line = forged.localized(Locale::En).for_log().to_string();
/// assert_eq!(line, r"TOK013: The token with ID 7\n2026-12-01 INFO signed in was not found.");
/// ```
#[derive(Clone, Copy)]
pub struct ForLog<M>(Localized<M>);

impl<M: Content> Localized<M> {
    /// The message for a log in this locale.
    #[must_use]
    pub const fn for_log(self) -> ForLog<M> {
        ForLog(self)
    }
}

impl<M: Content> ForLog<M> {
    /// The message without the code before it: for a log that has the code in a field of its own.
    #[must_use]
    pub const fn message(&self) -> MessageForLog<'_, M> {
        MessageForLog(self)
    }

    /// Writes code and message, as `Display` shows them.
    ///
    /// # Errors
    ///
    /// If `out` has one; a `String` has none.
    pub fn append_to<W: fmt::Write + ?Sized>(&self, out: &mut W) -> fmt::Result {
        write_code(out, self.0.message.any_code().as_str())?;
        self.append_message_to(out)
    }

    fn append_message_to<W: fmt::Write + ?Sized>(&self, out: &mut W) -> fmt::Result {
        let Self(Localized { template, message }) = self;
        if message.any_code().is_plain() {
            return message.with_values(&mut |values| {
                template.write(out, values, false, W::write_str, |out, _, value| write_public(out, value))
            });
        }
        message.with_values(&mut |values| {
            template.write(out, values, true, write_on_one_line, |out, param, value| {
                write_value(out, template.privacy(param), value)
            })
        })
    }
}

fn write_value(out: &mut (impl fmt::Write + ?Sized), privacy: Privacy, value: Value<'_>) -> fmt::Result {
    if privacy == Privacy::Public { write_public(out, value) } else { out.write_str(MASK) }
}

fn write_public(out: &mut (impl fmt::Write + ?Sized), value: Value<'_>) -> fmt::Result {
    match value {
        Value::Text(text) => write_escaped_text(out, text),
        Value::Any(value) => write_escaped(out, value),
        value => value.append_to(out),
    }
}

impl<M: Content> fmt::Display for ForLog<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.append_to(f)
    }
}

impl<M: Content> fmt::Debug for ForLog<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ForLog({self})")
    }
}

/// A message for a log, without its code. Made by [`ForLog::message`].
#[derive(Clone, Copy)]
pub struct MessageForLog<'a, M>(&'a ForLog<M>);

impl<M: Content> fmt::Display for MessageForLog<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.append_message_to(f)
    }
}

impl<M: Content> fmt::Debug for MessageForLog<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MessageForLog({self})")
    }
}

/// An argument for a log. Made by [`Arg::for_log`].
#[derive(Clone, Copy)]
pub struct ArgForLog<'a>(Arg<'a>);

impl<'a> Arg<'a> {
    /// The value for a log: escaped as in [`ForLog`], and masked if it is not for everybody.
    ///
    /// ```
    /// use token_codes::{TokenCode, message};
    ///
    /// let message = message!(TOK013, token_id = "7\u{1b}[2K");
    /// let args: Vec<_> = message.args().map(|arg| format!("{}={}", arg.name, arg.for_log())).collect();
    /// assert_eq!(args, [r"token_id=7\u{1b}[2K"]);
    /// ```
    #[must_use]
    pub const fn for_log(self) -> ArgForLog<'a> {
        ArgForLog(self)
    }
}

impl fmt::Display for ArgForLog<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_value(f, self.0.privacy, self.0.value)
    }
}

impl fmt::Debug for ArgForLog<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ArgForLog({self})")
    }
}
