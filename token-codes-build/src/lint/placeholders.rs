//! Placeholders against the params of their entry.

use std::{collections::BTreeSet, ops::Range};

use super::Lint;
use crate::{
    catalog::Cut,
    diagnostic::{Diagnostic, Kind},
    model::{Body, Params, Text},
    suggest::joined,
    template::{self, MAX_WRONG, Name, Token, TokenKind},
    yaml::locate,
};

/// Reports what is wrong with the placeholders of a text, or may be.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>) {
    // A search for one character is fast even where nothing is optimised; an escape may stand for one as well.
    let source = lint.context.source.text();
    let has_foreign = ['%', '$', '｛', '\\'].iter().any(|sign| source.contains(*sign));
    for (entry, body) in lint.model.bodies() {
        for text in body.texts() {
            wrong(lint, &entry.code.text, &body.params, text);
            secret(lint, &body.params, text);
            if has_foreign {
                foreign(lint, text);
            }
            adjacent(lint, text);
        }
    }
}

/// Reports what is no placeholder, or names no param of an entry that has some.
fn wrong(lint: &mut Lint<'_, '_, '_>, code: &str, params: &Params<'_>, text: &Text<'_>) {
    for token in &text.wrong {
        let written = &text.written.scalar.text[token.range.clone()];
        let span = locate(lint.context.source.text(), text.written.scalar, token.range.clone());
        let diagnostic = match &token.kind {
            TokenKind::Lone => lone(span, written),
            TokenKind::Param(_) | TokenKind::Number(_) | TokenKind::Plural(..)
                if params.known().is_empty() =>
            {
                continue;
            }
            TokenKind::Param(Name::Index(..)) => {
                let count = count(params.known().len());
                let message = format!("the {} uses `{written}`, but `{code}` has {count}", text.written);
                unknown(span, message, all_of(params, written), params)
            }
            TokenKind::Param(Name::Name(name)) => {
                let name = &text.written.scalar.text[name.clone()];
                let message =
                    format!("the {} uses `{written}`, but `{code}` has no param `{name}`", text.written);
                let all = all_of(params, written);
                let shown = params.shown().map(|(_, name)| name);
                let help = match lint.context.nearest(name, shown) {
                    Some(guess) => format!("did you mean `{{{guess}}}`? {all}"),
                    None => all,
                };
                unknown(span, message, help, params)
            }
            _ => invalid(span, written),
        };
        lint.report(diagnostic);
    }
}

fn lone(span: Range<usize>, written: &str) -> Diagnostic {
    let help = format!("write `{written}{written}` for a brace; a placeholder is `{{0}}` or `{{max_hours}}`");
    let message = format!("a `{written}` without its partner");
    Diagnostic::new(Kind::InvalidPlaceholder, span, message).help(help)
}

fn invalid(span: Range<usize>, written: &str) -> Diagnostic {
    let meant = template::meant(written).unwrap_or_else(|| "{0}` or `{max_hours}".to_owned());
    let help = format!("write `{meant}`; for the text itself, `{{{written}}}`");
    Diagnostic::new(Kind::InvalidPlaceholder, span, format!("`{written}` is not a placeholder")).help(help)
}

fn unknown(span: Range<usize>, message: String, help: String, params: &Params<'_>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(Kind::UnknownPlaceholder, span, message).here("no such param").help(help);
    match &params.declared {
        Some(declared) => {
            diagnostic.label(declared.clone(), format!("{} declared here", count(params.known().len())))
        }
        None => diagnostic,
    }
}

fn count(params: usize) -> String {
    format!("{params} param{}", if params == 1 { "" } else { "s" })
}

/// The placeholders that an entry can have, for a help.
fn all_of(params: &Params<'_>, written: &str) -> String {
    let placeholders = || params.shown().map(|(index, name)| format!("`{{{index}}}` (`{name}`)"));
    let all = match placeholders().count() {
        0 => "no param can be shown".to_owned(),
        1 => format!("the placeholder is {}", joined(placeholders())),
        _ => format!("the placeholders are {}", joined(placeholders())),
    };
    format!("{all}; for the text itself, write `{{{written}}}`")
}

/// Reports each placeholder of a secret param.
fn secret(lint: &mut Lint<'_, '_, '_>, params: &Params<'_>, text: &Text<'_>) {
    let secret = text.cuts.iter().filter_map(|cut| {
        let param = params.known().get(cut.param()?)?;
        Some((cut, param.name, param.secret()?))
    });
    for (cut, name, said) in secret.take(MAX_WRONG) {
        let part = cut.start..cut.end;
        let (name, written) = (&name.text, &text.written.scalar.text[part.clone()]);
        let message = format!("the {} shows `{written}`, and the param `{name}` is secret", text.written);
        let help = format!(
            "remove the placeholder; if whoever reads the text may see it, make `{name}` `personal` or `public`"
        );
        let span = locate(lint.context.source.text(), text.written.scalar, part);
        let diagnostic = Diagnostic::new(Kind::SecretPlaceholder, span, message).help(help);
        lint.report(diagnostic.label(said.span.clone(), "declared secret here"));
    }
}

/// Reports what is a placeholder in other languages, and was meant for one here.
fn foreign(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>) {
    let scalar = text.written.scalar;
    if !['%', '$', '｛'].iter().any(|sign| scalar.text.contains(*sign)) {
        return;
    }
    for part in foreign_placeholders(text).into_iter().take(MAX_WRONG) {
        let written = &scalar.text[part.clone()];
        let message = format!("the {} has `{written}`, which is no placeholder here", text.written);
        let help = "a placeholder is `{0}` or `{max_hours}`, alone; if it is right as it is, set \
                    `foreign-placeholder: allow` in `checks` at the top";
        let span = locate(lint.context.source.text(), scalar, part);
        let diagnostic = Diagnostic::new(Kind::ForeignPlaceholder, span, message).help(help);
        lint.report_in(text.written.tag(), diagnostic);
    }
}

/// `%s` and `%1$d`, as printf takes them; `${name}`, with the placeholder that it holds; `｛0｝`, in wide braces.
fn foreign_placeholders(text: &Text<'_>) -> Vec<Range<usize>> {
    let written = &*text.written.scalar.text;
    let in_shell =
        text.cuts.iter().filter(|cut| cut.param().is_some() && written[..cut.start].ends_with('$'));
    let mut found: Vec<_> = in_shell.map(|cut| cut.start - 1..cut.end).collect();
    if !has_date_format(written) {
        found.extend(written.match_indices('%').filter_map(|(at, _)| Some(at..at + printf(written, at)?)));
    }
    found.extend(written.match_indices('｛').filter_map(|(at, _)| Some(at..at + wide(&written[at..])?)));
    found.sort_by_key(|part| part.start);
    found
}

/// Whether the text shows how a date is written: `%Y-%m-%d`.
fn has_date_format(text: &str) -> bool {
    ["%Y", "%y", "%m", "%B", "%b"].iter().any(|part| text.contains(part))
}

/// Where the sign stands, if it is not further away than any name is long.
fn soon(text: &str, sign: char) -> Option<usize> {
    text.char_indices().take(64).find(|(_, character)| *character == sign).map(|(at, _)| at)
}

/// How long the name or number in wide braces is that a text starts with; other words in them are a text.
fn wide(text: &str) -> Option<usize> {
    let end = soon(text, '｝')?;
    let name = &text['｛'.len_utf8()..end];
    let is_of_name = |sign: char| {
        sign.is_ascii_alphanumeric() || matches!(sign, '_' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＿')
    };
    (!name.is_empty() && name.chars().all(is_of_name)).then_some(end + '｝'.len_utf8())
}

/// How long the conversion of printf at `at` is: `%s`, `%-5d`, `%1$s`, `%(name)s`.
fn printf(text: &str, at: usize) -> Option<usize> {
    let (before, text) = text.split_at(at);
    // `100%d'accord` is a percentage, and `%%` is how printf writes a percent sign.
    if before.ends_with(|sign: char| sign == '%' || sign.is_ascii_digit()) {
        return None;
    }
    let after = text.strip_prefix('%')?;
    let after = match after.strip_prefix('(') {
        Some(name) => &name[soon(name, ')')? + 1..],
        None => after,
    };
    // A space is a flag to printf as well, and `100 % sure` a text; so is `'`, and `the %'s` another.
    let flags = |sign: char| sign.is_ascii_digit() || "$-+#.*".contains(sign);
    let after = after.trim_start_matches(flags).trim_start_matches(['h', 'l', 'q', 'j', 'z', 't', 'L']);
    // The others are rare, and letters after a percent sign are not.
    let conversion = after.chars().next().filter(|sign| "diusxf@".contains(*sign))?;
    let end = text.len() - after.len() + conversion.len_utf8();
    // Scripts without upper and lower case write no spaces: `%sさん`.
    let goes_on = |sign: char| sign.is_numeric() || sign.is_lowercase() || sign.is_uppercase();
    (!text[end..].starts_with(goes_on) && !is_in_address(before, &text[1..])).then_some(end)
}

/// Whether what follows a percent sign is a byte in an address: `https://a.example/b%20d`, `a%2f%2fb`.
fn is_in_address(before: &str, after: &str) -> bool {
    let is_byte = after.len() > 1 && after.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    // A word is as long as an address gets, and no longer than can be looked at for each sign.
    let word = || &before[before.floor_char_boundary(before.len().saturating_sub(256))..];
    let word = || word().rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_short = || !after.bytes().take(2).all(|byte| byte.is_ascii_digit());
    is_byte
        && (word().contains("://")
            || is_short() && before.ends_with(|sign: char| sign.is_ascii_alphanumeric()))
}

/// Reports each run of placeholders with nothing between them: of `12345`, nobody can tell where `{0}` ends and `{1}`
/// begins.
fn adjacent(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>) {
    let is_together = |first: &Cut, second: &Cut| {
        first.param().is_some() && second.param().is_some() && first.end == second.start
    };
    let runs = text.cuts.chunk_by(is_together).filter(|run| run.len() > 1);
    for run in runs.take(MAX_WRONG) {
        let written = |range: Range<usize>| &text.written.scalar.text[range];
        let [first, second, ..] = run else { continue };
        let between = format!("{} {}", written(first.start..first.end), written(second.start..second.end));
        let message = format!(
            "the {} has nothing between the placeholders `{}`",
            text.written,
            written(first.start..second.end)
        );
        let help = format!(
            "put a space or a sign between them: `{between}`; if they are to touch, set `adjacent-placeholders: \
             allow` in `checks` at the top"
        );
        let part = first.start..run[run.len() - 1].end;
        let span = locate(lint.context.source.text(), text.written.scalar, part);
        let diagnostic = Diagnostic::new(Kind::AdjacentPlaceholders, span, message).help(help);
        lint.report_in(text.written.tag(), diagnostic);
    }
}

/// Reports the placeholders of an entry that declares no params: one mistake, however often they are used.
pub(super) fn undeclared(lint: &mut Lint<'_, '_, '_>) {
    for (entry, body) in lint.model.bodies() {
        if !matches!(&body.params.list, Ok(params) if params.is_empty()) {
            continue;
        }
        let Some((text, token)) = placeholders(body).next() else { continue };
        let written = &text.written.scalar.text[token.range.clone()];
        let message =
            format!("the {} uses `{written}`, but `{}` has no params", text.written, entry.code.text);
        let Needed { params, is_counted_from_0 } = needed(body);
        let numbers =
            if is_counted_from_0 { "" } else { ", and number the placeholders from `{0}` on, without a gap" };
        let help = format!(
            "declare it: `params: {{{}}}`{numbers}; for the text itself, write `{{{written}}}`",
            params.join(", ")
        );
        let span = locate(lint.context.source.text(), text.written.scalar, token.range.clone());
        lint.report(Diagnostic::new(Kind::UnknownPlaceholder, span, message).help(help));
    }
}

/// The placeholders of which no param is known.
fn placeholders<'m, 'a>(body: &'m Body<'a>) -> impl Iterator<Item = (&'m Text<'a>, &'m Token)> {
    let wrong = body.texts().flat_map(|text| text.wrong.iter().map(move |token| (text, token)));
    wrong.filter(|(_, token)| token.name().is_some())
}

/// The params that the placeholders call for, as they are to be declared.
struct Needed {
    params: Vec<String>,
    /// Whether each number up to the highest is used, so that the placeholders can stay as they are.
    is_counted_from_0: bool,
}

fn needed(body: &Body<'_>) -> Needed {
    // More would not be read by anyone.
    const SHOWN: usize = 14;
    let numbers = placeholders(body).filter_map(|(_, token)| match token.name() {
        Some(Name::Index(index, _)) => Some(*index),
        _ => None,
    });
    let numbers: BTreeSet<usize> = numbers.collect();
    let is_counted_from_0 = numbers.iter().enumerate().all(|(index, number)| index == *number);
    let numbered = (0..numbers.len().min(SHOWN)).map(|index| format!("param_{index}: any"));
    let mut params: Vec<String> = numbered.collect();
    for (text, token) in placeholders(body) {
        let Some(Name::Name(name)) = token.name() else { continue };
        let param = format!("{}: any", &text.written.scalar.text[name.clone()]);
        if !params.contains(&param) && params.len() < SHOWN {
            params.push(param);
        }
    }
    Needed { params, is_counted_from_0 }
}
