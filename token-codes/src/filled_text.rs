//! A text of a catalog beside the message, filled.

use core::fmt;

use crate::params::Params;
use crate::value::Value;
use crate::values::Values;

/// A summary, description, cause or step with values in the place of its placeholders: displays as the filled text.
/// Made by [`TokenCode::fill`](crate::TokenCode::fill) and [`AnyCode::fill`](crate::AnyCode::fill).
///
/// Unlike a message, such a text is read for its placeholders when it is shown: few have any, and a table of where
/// they are would be in every program that reads the text.
#[derive(Clone)]
pub struct FilledText<'a> {
    text: &'a str,
    params: Params,
    values: Values<'a>,
}

impl<'a> FilledText<'a> {
    pub(crate) const fn new(text: &'a str, params: Params, values: Values<'a>) -> Self {
        Self { text, params, values }
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    /// The value for what stands between braces: `0`, or the name of a param.
    pub(crate) fn value(&self, placeholder: &str) -> Option<Value<'a>> {
        let index = if placeholder.starts_with(|first: char| first.is_ascii_digit()) {
            placeholder.parse().ok()?
        } else {
            self.params.iter().position(|param| param.name == placeholder)?
        };
        self.values.as_slice().get(index).copied()
    }

    /// The value that `text`, which starts with a brace, is to be shown as, and what is after it.
    pub(crate) fn placeholder<'t>(&self, text: &'t str) -> Option<(Value<'a>, &'t str)> {
        let inside = text.strip_prefix('{')?;
        let (name, from_brace) = inside.split_at(inside.find(['{', '}'])?);
        Some((self.value(name)?, from_brace.strip_prefix('}')?))
    }
}

impl fmt::Display for FilledText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(plurals) = self.params.plurals()
            && let Some(fill) = plurals.fill
            && let Some(filled) = fill(plurals, self, f)
        {
            return filled;
        }
        let mut rest = self.text;
        while let Some(start) = rest.find(['{', '}']) {
            let (before, text) = rest.split_at(start);
            f.write_str(before)?;
            if let Some((value, after)) = self.placeholder(text) {
                value.append_to(f)?;
                rest = after;
            } else {
                let (brace, after) = text.split_at(1);
                f.write_str(brace)?;
                rest = after.strip_prefix(brace).unwrap_or(after);
            }
        }
        f.write_str(rest)
    }
}

impl fmt::Debug for FilledText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FilledText").field(&format_args!("{self}")).finish()
    }
}
