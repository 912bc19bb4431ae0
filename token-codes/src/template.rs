//! A message with its placeholders.

use core::fmt;

use crate::params::{Params, Privacy};
use crate::plurals::{First, Step};
use crate::tables::{Cut, Cuts, ParamColumn, SpecialCut, TemplateColumn};
use crate::value::Value;

/// The message of a code in one locale, with its placeholders.
///
/// ```
/// use token_codes::{Code, Locale};
///
/// let template = Code::TOK013.message(Locale::Ja);
/// assert_eq!(template.as_str(), "ID{0}のトークンが見つかりませんでした。");
/// assert_eq!(template.with(&["7f3a".into()]).to_string(), "ID7f3aのトークンが見つかりませんでした。");
/// ```
#[derive(Clone, Copy)]
pub struct Template {
    column: &'static TemplateColumn,
    /// Not in the column, so that a program that never asks for them has none in it.
    params: &'static ParamColumn,
    row: usize,
}

impl TemplateColumn {
    /// The message of a row; `params` are those of the same rows. There must be such a row: the template panics where
    /// there is none.
    #[must_use]
    #[inline]
    pub const fn get(&'static self, row: usize, params: &'static ParamColumn) -> Template {
        Template { column: self, params, row }
    }
}

impl Template {
    /// The text as it is written in the catalog, `{0}` and `{{` included.
    #[must_use]
    #[inline]
    pub const fn as_str(&self) -> &'static str {
        self.column.texts.get(self.row)
    }

    /// What its placeholders stand for.
    #[must_use]
    pub const fn params(&self) -> Params {
        self.params.get(self.row)
    }

    /// The message with `values` in the place of its params, `{0}` first.
    ///
    /// A placeholder whose value is missing stays visible by name; a value too many is not shown. The derive and
    /// `message!` have the compiler check both.
    ///
    /// ```
    /// use token_codes::{Code, Locale};
    ///
    /// let template = Code::TOK002.message(Locale::En);
    /// assert!(template.with(&[]).to_string().contains("{download_id}"));
    /// assert!(template.with(&[42_u64.into()]).to_string().contains("42"));
    /// ```
    #[must_use]
    pub const fn with<'a>(self, values: &'a [Value<'a>]) -> Filled<'a> {
        Filled { template: self, values }
    }

    /// Writes the message with `values` in the place of its params.
    #[inline]
    pub(crate) fn append_to<W: fmt::Write + ?Sized>(&self, out: &mut W, values: &[Value<'_>]) -> fmt::Result {
        self.write(out, values, false, W::write_str, |out, _, value| value.append_to(out))
    }

    /// Shows the message with `values` in the place of its params.
    pub(crate) fn fmt(&self, f: &mut fmt::Formatter<'_>, values: &[Value<'_>]) -> fmt::Result {
        if has_flags(f) {
            return self.append_to(f, values);
        }
        self.write(f, values, false, fmt::Formatter::write_str, |f, _, value| value.fmt_without_flags(f))
    }

    /// Writes the text between the placeholders, and the value for each param with its index. If it is masked, no branch of
    /// a plural is to tell what is personal.
    #[inline]
    pub(crate) fn write<'v, W: fmt::Write + ?Sized>(
        &self,
        out: &mut W,
        values: &[Value<'v>],
        is_masked: bool,
        write_text: impl Fn(&mut W, &str) -> fmt::Result,
        write_value: impl Fn(&mut W, usize, Value<'v>) -> fmt::Result,
    ) -> fmt::Result {
        let (mut rest, mut shown) = (self.as_str(), 0);
        let mut cuts = self.column.cuts(self.row);
        while let Some(Cut { start, end, mut param }) = cuts.next() {
            let (before, from_cut) = rest.split_at(start - shown);
            (rest, shown) = (from_cut.split_at(end - start).1, end);
            write_text(out, before)?;
            let mut value = values.get(param);
            if value.is_none() && param != Cut::LEFT_OUT {
                let step = self.step(param, cuts.clone(), values, is_masked);
                let to = shown.max(step.to as usize);
                (rest, shown) = (rest.split_at(to - shown).1, to);
                cuts = cuts.without(step.passed as usize);
                let is_written = step.first == First::Text
                    || step.first == First::Number && self.write_number(out, param, values, is_masked)?;
                param = Cut::param(param);
                value = if is_written { None } else { values.get(param) };
            }
            if let Some(value) = value {
                write_value(out, param, *value)?;
            }
        }
        write_text(out, rest)
    }

    /// How the message goes on after a cut that stands for no value.
    #[inline(never)]
    fn step(&self, bits: usize, cuts: Cuts, values: &[Value<'_>], is_masked: bool) -> Step {
        if bits >= Cut::LEFT_OUT {
            #[allow(clippy::cast_possible_truncation, reason = "a table has this many bits for it")]
            return Step { to: 0, passed: (bits - Cut::LEFT_OUT) as u32, first: First::Text };
        }
        match self.params.plurals {
            Some(plurals) if bits >= Cut::SPECIAL => {
                (plurals.step)(plurals, bits, cuts, self.seen(bits, values, is_masked))
            }
            _ => Step { to: 0, passed: 0, first: First::Number },
        }
    }

    /// The value for the param of a plural or number, if it may be seen.
    #[inline]
    fn seen<'s, 'v>(&self, bits: usize, values: &'s [Value<'v>], is_masked: bool) -> Option<&'s Value<'v>> {
        let param = Cut::param(bits);
        if is_masked && self.privacy(param) != Privacy::Public {
            return None;
        }
        values.get(param)
    }

    /// Writes a number with its digits grouped, or the name of a param without a value; `false` if the value is shown as it
    /// is everywhere.
    #[inline(never)]
    fn write_number<W: fmt::Write + ?Sized>(
        &self,
        out: &mut W,
        bits: usize,
        values: &[Value<'_>],
        is_masked: bool,
    ) -> Result<bool, fmt::Error> {
        let param = Cut::param(bits);
        if values.get(param).is_none() || bits < Cut::SPECIAL {
            self.write_placeholder(out, param)?;
            return Ok(true);
        }
        let text = self
            .params
            .plurals
            .zip(self.seen(bits, values, is_masked))
            .and_then(|(plurals, value)| (plurals.number)(plurals, SpecialCut::new(bits).locale, value));
        match text {
            Some(text) => out.write_str(text.as_str()).map(|()| true),
            None => Ok(false),
        }
    }

    /// Who may see the argument for a param.
    pub(crate) fn privacy(&self, param: usize) -> Privacy {
        self.params().get(param).map_or(Privacy::Secret, |param| param.privacy)
    }

    #[cold]
    fn write_placeholder(&self, out: &mut (impl fmt::Write + ?Sized), param: usize) -> fmt::Result {
        let name = self.params().get(param).map_or("", |param| param.name);
        write!(out, "{{{name}}}")
    }
}

/// Whether a value that is shown by its own `Display` could tell that it is not shown by `{}`.
fn has_flags(f: &fmt::Formatter<'_>) -> bool {
    f.alternate()
        || f.sign_plus()
        || f.sign_minus()
        || f.sign_aware_zero_pad()
        || f.width().is_some()
        || f.precision().is_some()
        || f.align().is_some()
        || f.fill() != ' '
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Template").field(&self.as_str()).finish()
    }
}

/// A message with values for its params, made by [`Template::with`]: displays as the filled text.
#[derive(Clone, Copy, Debug)]
pub struct Filled<'a> {
    template: Template,
    values: &'a [Value<'a>],
}

impl Filled<'_> {
    /// Writes the message, as `Display` shows it: see [`TokenCode::append_to`](crate::TokenCode::append_to).
    ///
    /// # Errors
    ///
    /// If `out` has one, or a value that is shown by its `Display`; a `String` has none.
    ///
    /// ```
    /// use token_codes::{Code, Locale};
    ///
    /// let mut line = String::from("failed: ");
    /// Code::TOK013.message(Locale::En).with(&[7.into()]).append_to(&mut line)?;
    /// assert_eq!(line, "failed: The token with ID 7 was not found.");
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    #[inline]
    pub fn append_to(&self, out: &mut (impl fmt::Write + ?Sized)) -> fmt::Result {
        self.template.append_to(out, self.values)
    }
}

impl fmt::Display for Filled<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.template.fmt(f, self.values)
    }
}
