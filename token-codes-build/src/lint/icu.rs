//! What is wrong with the syntax of a text with a plural, and what to write instead.

mod unclosed;

use std::ops::Range;

use super::{Lint, plurals};
use crate::{
    cldr::{Category, Language, PluralKind},
    diagnostic::{Diagnostic, Kind},
    model::Text,
    suggest::listed,
    template::{IcuMistake, IcuMistakeKind as Mistake, is_selector},
    yaml::{Style, locate, locate_blank},
};

/// The types that a placeholder can have.
pub(super) const TYPES: [&str; 3] = ["plural", "selectordinal", "number"];

/// What is told of a mistake.
struct Told {
    kind: Kind,
    message: String,
    help: String,
}

fn told(kind: Kind, message: impl Into<String>, help: impl Into<String>) -> Told {
    Told { kind, message: message.into(), help: help.into() }
}

/// The report on a mistake, which takes the `whole` with it.
pub(super) fn report(
    lint: &mut Lint<'_, '_, '_>,
    text: &Text<'_>,
    whole: &Range<usize>,
    mistake: &IcuMistake,
) -> Diagnostic {
    let scalar = text.written.scalar;
    let language = plurals::language(lint.model, text);
    let at = &scalar.text[mistake.at.clone()];
    let rest = &scalar.text[mistake.at.end..whole.end];
    let argument = match mistake.kind {
        Mistake::Offset | Mistake::Comma | Mistake::UnknownSelector | Mistake::NoSelector => {
            Argument::around(text, whole, language)
        }
        _ => Argument::of(&scalar.text[whole.clone()], language),
    };
    let told = match mistake.kind {
        Mistake::Unclosed => match unclosed::branch(&scalar.text[whole.clone()]) {
            Some(branch) => return branch.report(lint, text, whole.start),
            None => unclosed::argument(&scalar.text[whole.clone()], &argument),
        },
        Mistake::QuotedPlaceholder => quoted_placeholder(at),
        Mistake::UnclosedQuote => told(
            Kind::InvalidQuote,
            "the apostrophe starts a quotation that does not end",
            "write `''` for an apostrophe before a brace or a `#`; what is quoted ends with another: `'{'`",
        ),
        Mistake::DoubledBrace => doubled_brace(at, rest, &argument),
        Mistake::NoName => no_name(at, &argument),
        Mistake::UnsupportedType => unsupported(at, &argument),
        Mistake::UnknownType => unknown_type(lint, at),
        Mistake::NumberStyle => number_style(at, &argument),
        Mistake::Nested => told(
            Kind::InvalidPlural,
            "a plural in a branch of another",
            "put one before or after the other; if that cannot be said so, pass one of the numbers as a `text`",
        ),
        Mistake::NoBranches => no_branches(at, rest, &argument),
        Mistake::Offset => told(
            Kind::UnsupportedFormat,
            format!("`{at}` is not supported"),
            format!("remove it, and pass the number that is to be shown as `{}`", argument.name),
        ),
        Mistake::NoComma => told(
            Kind::InvalidPlural,
            if at.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '_') {
                format!("a comma is missing after `{at}`")
            } else {
                format!("`{at}` stands where a comma is needed")
            },
            "write `, ` after the name, and after `plural`: `{max_hours, plural, …}`",
        ),
        Mistake::Comma => told(
            Kind::InvalidPlural,
            if at == "," {
                "a comma between branches".to_owned()
            } else {
                format!("`{at}` between branches")
            },
            format!("remove it: `{}`", argument.example()),
        ),
        Mistake::Blank => told(
            Kind::InvalidPlural,
            format!("the blank is another than a space (U+{:04X})", number(at)),
            "write a space",
        ),
        Mistake::UnknownSelector => unknown_selector(lint, text, at, &argument),
        Mistake::InvalidNumber => invalid_number(at),
        Mistake::NoText => no_text(at, rest),
        Mistake::NoSelector => told(
            Kind::InvalidPlural,
            "the branch does not say for which numbers it is",
            format!("write a category or a number before it: `{}`", argument.example()),
        ),
    };
    let locate = if mistake.kind == Mistake::Blank { locate_blank } else { locate };
    let span = locate(lint.context.source.text(), scalar, mistake.at.clone());
    let apostrophes = apostrophes(text, &told.help);
    Diagnostic::new(told.kind, span, told.message).help(told.help + apostrophes)
}

/// What is to be known of apostrophes where some are to be written.
pub(super) fn apostrophes(text: &Text<'_>, help: &str) -> &'static str {
    let has_some = text.written.scalar.style == Style::SingleQuoted && help.contains('\'');
    if has_some { "; within `'…'` of YAML, write each apostrophe twice" } else { "" }
}

/// What is known of the braces that a mistake is in.
struct Argument<'t> {
    name: &'t str,
    kind: PluralKind,
    language: Language,
}

impl<'t> Argument<'t> {
    /// Of those that this part of the text starts with.
    fn of(written: &'t str, language: Language) -> Self {
        let mut words = written.trim_start_matches('{').split([',', '{', '}']).map(str::trim);
        let name = words.next().unwrap_or_default();
        let is_ordinal = words.next().is_some_and(|ty| ty.starts_with(PluralKind::Ordinal.as_str()));
        Self { name, kind: if is_ordinal { PluralKind::Ordinal } else { PluralKind::Cardinal }, language }
    }

    /// Of the plural around this part of the text.
    fn around(text: &'t Text<'_>, part: &Range<usize>, language: Language) -> Self {
        let before = text.plurals.iter().take_while(|plural| plural.range.start < part.start);
        let (name, kind) = match before.last() {
            Some(plural) => (&text.written.scalar.text[plural.name.clone()], plural.kind),
            None => ("max_hours", PluralKind::Cardinal),
        };
        Self { name, kind, language }
    }

    /// A plural as it is to be written.
    fn example(&self) -> String {
        plurals::example(self.language, self.name, self.kind)
    }
}

fn quoted_placeholder(at: &str) -> Told {
    let word = at.trim_matches(['\'', '{', '}']);
    told(
        Kind::InvalidQuote,
        format!("the placeholder `{{{word}}}` is quoted, so that nothing would fill it"),
        format!(
            "write `''{{{word}}}''` for a placeholder in apostrophes; for the text itself, `'{{'{word}'}}'`"
        ),
    )
}

fn doubled_brace(at: &str, rest: &str, argument: &Argument<'_>) -> Told {
    let brace = &at[..1];
    if !rest.is_empty() {
        let help = format!("write it once: `{}`; for a brace, `'{brace}'`", argument.example());
        return told(Kind::InvalidPlural, format!("`{at}` before a plural"), help);
    }
    told(
        Kind::InvalidQuote,
        format!("`{at}` is no brace in a text with a plural or a `number`"),
        format!("write `'{brace}'` for a brace"),
    )
}

fn no_text(selector: &str, rest: &str) -> Told {
    let message = match rest.trim_start().chars().next() {
        Some(brace @ '｛') => format!("`{brace}` is another brace than `{{`"),
        _ => format!("no `{{` follows `{selector}`"),
    };
    told(Kind::InvalidPlural, message, format!("write its text in braces: `{selector} {{…}}`"))
}

fn no_name(at: &str, argument: &Argument<'_>) -> Told {
    if let Some(name) = argument.name.strip_prefix('$').filter(|name| !name.is_empty()) {
        let message = format!("`{}` is no name of a param", argument.name);
        return told(Kind::InvalidPlaceholder, message, format!("write `{name}`, without the `$`"));
    }
    let message = match at.trim() {
        "" | "{" => "the braces name no param".to_owned(),
        word => format!("`{word}` is no name of a param"),
    };
    let help = "write `{0}` or `{max_hours}` for a placeholder, `'{'` for a brace";
    told(Kind::InvalidPlaceholder, message, help)
}

/// A type that ICU has, and catalogs have not.
fn unsupported(ty: &str, argument: &Argument<'_>) -> Told {
    let name = argument.name;
    let pass = |what: &str, how: &str| {
        format!("{how} the {what} where the error is made, pass it as a `text`, and write `{{{name}}}`")
    };
    let help = match ty {
        "select" => format!(
            "make a code of each case, or pass the words that differ as a `text`, and write `{{{name}}}`"
        ),
        "choice" => format!("write a plural: `{}`", argument.example()),
        "ordinal" => format!("write `{}`", Argument { kind: PluralKind::Ordinal, ..*argument }.example()),
        "date" | "time" | "duration" => pass(ty, "format"),
        "spellout" => pass("number", "spell out"),
        "list" => pass("items", "join").replace("pass it", "pass them"),
        _ => pass("amount", "format"),
    };
    told(Kind::UnsupportedFormat, format!("the type `{ty}` is not supported"), help)
}

fn unknown_type(lint: &mut Lint<'_, '_, '_>, at: &str) -> Told {
    let all = format!("the types are {}", listed(TYPES));
    let help = match lint.context.nearest(at, TYPES) {
        Some(guess) => format!("did you mean `{guess}`? {all}"),
        None => format!("{all}; what else is to be formatted is passed as a `text`"),
    };
    let message = if at.starts_with('{') {
        "the placeholder has a comma and no type".to_owned()
    } else {
        format!("placeholders have no type `{at}`")
    };
    told(Kind::UnsupportedFormat, message, help)
}

fn number_style(at: &str, argument: &Argument<'_>) -> Told {
    let name = argument.name;
    let style = at.trim_matches([',', ' ']);
    let help = format!(
        "write `{{{name}, number}}`; for another form, format the number where the error is made, pass it as a `text`, \
         and write `{{{name}}}`"
    );
    told(Kind::UnsupportedFormat, format!("a `number` has no style `{style}`"), help)
}

fn no_branches(ty: &str, rest: &str, argument: &Argument<'_>) -> Told {
    let is_comma_missing = rest.trim_start().starts_with(|next| !matches!(next, ',' | '}'));
    let message = if is_comma_missing {
        format!("a comma is missing after `{ty}`")
    } else {
        format!("the plural of `{}` has no branches", argument.name)
    };
    told(Kind::InvalidPlural, message, format!("write `{}`", argument.example()))
}

fn unknown_selector(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, at: &str, argument: &Argument<'_>) -> Told {
    let all = lint.categories.of(lint.model, text, argument.kind).to_owned();
    let help = if at.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("write `={at}` for the number itself; {all}")
    } else {
        match lint.context.nearest(at, Category::ALL.map(Category::as_str)) {
            Some(guess) => format!("did you mean `{guess}`? {all}"),
            None => format!("{all}; a number is written `=0`"),
        }
    };
    told(Kind::UnknownCategory, format!("there is no category `{at}`"), help)
}

fn invalid_number(at: &str) -> Told {
    let number = at.trim_start_matches('=').trim_start();
    if is_selector(&format!("={number}")) {
        let what = if at.starts_with("==") { "more than one `=`" } else { "a blank in it" };
        return told(Kind::InvalidPlural, format!("`{at}` has {what}"), format!("write `={number}`"));
    }
    let help = format!("write a whole number from {} to {}, such as `=0`, or a category", i32::MIN, i32::MAX);
    told(Kind::InvalidPlural, format!("`{at}` is no number that a branch can be for"), help)
}

fn number(at: &str) -> u32 {
    at.chars().next().map_or(0, u32::from)
}
