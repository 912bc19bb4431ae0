//! A text beside the messages that has plurals or numbers, as ICU has them.
//!
//! What the catalog compiler has checked is shown as it says. Of any other text, what is not understood is shown as it is.

use core::fmt;

use crate::filled_text::FilledText;
use crate::plurals::{CATEGORIES, Counted, OTHER, Plurals};
use crate::value::Value;

/// Shows a text that has plurals or numbers; `None` if it has none.
pub(crate) fn fill(
    plurals: &Plurals,
    filled: &FilledText<'_>,
    f: &mut fmt::Formatter<'_>,
) -> Option<fmt::Result> {
    let text = filled.text();
    is_icu(text).then(|| Reader { plurals, filled }.show(text, None, f))
}

/// Whether there is a plural or a number; two braces are one here.
fn is_icu(mut text: &str) -> bool {
    while let Some(start) = text.find('{') {
        let from_brace = text.split_at(start).1;
        if from_brace.starts_with("{{") {
            text = from_brace.split_at(2).1;
        } else if Argument::read(from_brace).is_some() {
            return true;
        } else {
            text = from_brace.split_at(1).1;
        }
    }
    false
}

/// What stands before the branches of a plural, or a number.
struct Argument<'t> {
    name: &'t str,
    kind: Kind,
    /// The index of the locale by whose rules it is shown.
    language: usize,
    /// The text after it.
    rest: &'t str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Cardinal,
    Ordinal,
    Number,
}

impl<'t> Argument<'t> {
    /// `{name, plural,`, `{name, selectordinal@2,` or `{name, number}`.
    fn read(text: &'t str) -> Option<Self> {
        let (name, rest) = word(skip_blanks(text.strip_prefix('{')?));
        let (kind, rest) = word(skip_blanks(skip_blanks(rest).strip_prefix(',')?));
        let kind = match kind {
            "plural" => Kind::Cardinal,
            "selectordinal" => Kind::Ordinal,
            "number" => Kind::Number,
            _ => return None,
        };
        let (language, rest) = rest.strip_prefix('@').map_or(("0", rest), word);
        let end = if kind == Kind::Number { '}' } else { ',' };
        let rest = skip_blanks(rest).strip_prefix(end)?;
        Some(Self { name, kind, language: language.parse().unwrap_or(usize::MAX), rest })
    }
}

/// The plural whose branch is shown.
#[derive(Clone, Copy)]
struct Counting<'a> {
    value: Option<Value<'a>>,
    language: usize,
    name: &'a str,
}

struct Reader<'r, 'a> {
    plurals: &'r Plurals,
    filled: &'r FilledText<'a>,
}

impl Reader<'_, '_> {
    /// Shows the text of a branch, or all of it.
    fn show(&self, text: &str, counting: Option<Counting<'_>>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = text;
        while let Some(start) = rest.find(['{', '\'', '#']) {
            let (before, found) = rest.split_at(start);
            let (sign, after) = found.split_at(1);
            f.write_str(before)?;
            rest = match (sign, counting) {
                ("'", _) => show_quoted(after, counting.is_some(), f)?,
                ("{", _) => self.show_argument(found, counting, f)?,
                (_, Some(counting)) => {
                    self.show_number(counting, f)?;
                    after
                }
                _ => {
                    f.write_str(sign)?;
                    after
                }
            };
        }
        f.write_str(rest)
    }

    /// Shows what starts with a brace, and gives what is after it.
    fn show_argument<'t>(
        &self,
        text: &'t str,
        counting: Option<Counting<'_>>,
        f: &mut fmt::Formatter<'_>,
    ) -> Result<&'t str, fmt::Error> {
        if let Some(Argument { name, kind, language, rest }) = Argument::read(text) {
            let shown = Counting { value: self.filled.value(name), language, name };
            if kind == Kind::Number {
                self.show_number(shown, f)?;
                return Ok(rest);
            }
            if counting.is_none()
                && let Some((branch, rest)) = self.choose(rest, kind == Kind::Ordinal, shown)
            {
                self.show(branch, Some(shown), f)?;
                return Ok(rest);
            }
        } else if let Some((value, rest)) = self.filled.placeholder(text) {
            value.append_to(f)?;
            return Ok(rest);
        }
        let (brace, rest) = text.split_at(1);
        f.write_str(brace)?;
        Ok(rest)
    }

    fn show_number(&self, number: Counting<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(value) = number.value else { return write!(f, "{{{}}}", number.name) };
        match self.plurals.number(number.language, &value) {
            Some(text) => f.write_str(text.as_str()),
            None => value.append_to(f),
        }
    }

    /// The branch that the number chooses, and the text after the plural.
    fn choose<'t>(
        &self,
        text: &'t str,
        is_ordinal: bool,
        counting: Counting<'_>,
    ) -> Option<(&'t str, &'t str)> {
        let number = counting.value.as_ref().and_then(Counted::of);
        let number_category =
            number.as_ref().map(|number| self.plurals.category(counting.language, is_ordinal, number));
        let (mut exact, mut of_category, mut other) = (None, None, None);
        let mut rest = text;
        loop {
            rest = skip_blanks(rest);
            if let Some(after) = rest.strip_prefix('}') {
                return Some((exact.or(of_category).or(other)?, after));
            }
            let (selector, from_brace) = rest.split_at(rest.find('{')?);
            let (branch, after) = split_branch(from_brace.split_at(1).1)?;
            rest = after;
            let selector = selector.trim_end_matches(BLANKS);
            if let Some(exactly) = selector.strip_prefix('=') {
                let is_it = skip_blanks(exactly)
                    .parse()
                    .is_ok_and(|exactly| number.as_ref().is_some_and(|number| number.is(exactly)));
                exact = exact.or(is_it.then_some(branch));
            } else if let Some(category) = CATEGORIES.iter().position(|word| *word == selector) {
                of_category = of_category.or((number_category == Some(category)).then_some(branch));
                other = other.or((category == OTHER).then_some(branch));
            }
        }
    }
}

/// Shows what follows an apostrophe: the second of two, a quotation up to the next, or nothing of the kind. Gives what is
/// after it.
fn show_quoted<'t>(
    text: &'t str,
    is_branch: bool,
    f: &mut fmt::Formatter<'_>,
) -> Result<&'t str, fmt::Error> {
    if !starts_quotation(text, is_branch) {
        f.write_str("'")?;
        return Ok(text.strip_prefix('\'').unwrap_or(text));
    }
    let mut rest = text;
    loop {
        let (quoted, after) = rest.split_once('\'').unwrap_or((rest, ""));
        f.write_str(quoted)?;
        match after.strip_prefix('\'') {
            Some(after) => rest = after,
            None => return Ok(after),
        }
        f.write_str("'")?;
    }
}

/// The text of a branch, and what is after its brace.
fn split_branch(text: &str) -> Option<(&str, &str)> {
    let (mut depth, mut at) = (0_usize, 0);
    loop {
        let rest = text.get(at..)?;
        at += rest.find(['{', '}', '\''])?;
        let (sign, after) = text.get(at..)?.split_at(1);
        at += 1;
        match sign {
            "{" => depth += 1,
            "}" if depth == 0 => return Some((text.get(..at - 1)?, after)),
            "}" => depth -= 1,
            // Two in a quotation are as if it ended, and another began.
            _ if starts_quotation(after, true) => at += after.find('\'')? + 1,
            _ if after.starts_with('\'') => at += 1,
            _ => {}
        }
    }
}

/// Whether an apostrophe before this quotes.
fn starts_quotation(text: &str, is_branch: bool) -> bool {
    text.starts_with(['{', '}']) || is_branch && text.starts_with('#')
}

const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

fn skip_blanks(text: &str) -> &str {
    text.trim_start_matches(BLANKS)
}

/// The letters, digits and underscores at the start, and the rest.
fn word(text: &str) -> (&str, &str) {
    let ends = |character: char| !character.is_ascii_alphanumeric() && character != '_';
    text.split_at(text.find(ends).unwrap_or(text.len()))
}
