//! Placeholders of other languages in a text, which were meant for some of here.

use std::ops::Range;

use super::Lint;
use crate::{
    catalog::CutKind,
    diagnostic::{Diagnostic, Kind},
    model::Text,
    template::MAX_WRONG,
    yaml::locate,
};

/// Reports what is a placeholder in other languages, and was meant for one here.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>) {
    // A search for one character is fast even where nothing is optimised; an escape may stand for one as well.
    let source = lint.context.source.text();
    if !['%', '$', '｛', '\\'].iter().any(|sign| source.contains(*sign)) {
        return;
    }
    for (_, body) in lint.model.bodies() {
        for text in body.texts() {
            report(lint, text);
        }
    }
}

fn report(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>) {
    let scalar = text.written.scalar;
    if !['%', '$', '｛'].iter().any(|sign| scalar.text.contains(*sign)) {
        return;
    }
    for part in foreign_placeholders(text).into_iter().take(MAX_WRONG) {
        let written = &scalar.text[part.clone()];
        let message = format!("the {} has `{written}`, which is no placeholder here", text.written);
        let is_plural = written.starts_with('｛') && !written.ends_with('｝');
        let form = if is_plural {
            "a plural is `{max_hours, plural, one {…} other {…}}`"
        } else {
            "a placeholder is `{0}` or `{max_hours}`, alone"
        };
        let help = format!(
            "{form}; if it is right as it is, set `foreign-placeholder: allow` in `checks` at the top"
        );
        let span = locate(lint.context.source.text(), scalar, part);
        let diagnostic = Diagnostic::new(Kind::ForeignPlaceholder, span, message).help(help);
        lint.report_in(text.written.tag(), diagnostic);
    }
}

/// `%s` and `%1$d`, as printf takes them; `${name}`, with the placeholder that it holds; `｛0｝`, in wide braces.
fn foreign_placeholders(text: &Text<'_>) -> Vec<Range<usize>> {
    let written = &*text.written.scalar.text;
    // `${limit, number}` is none of a shell, and may be a price.
    let is_param = |kind: CutKind| matches!(kind, CutKind::Param(_));
    let in_shell = text.cuts.iter().filter(|cut| is_param(cut.kind) && written[..cut.start].ends_with('$'));
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
    if let Some(plural) = wide_plural(text) {
        return Some(plural);
    }
    let end = soon(text, '｝')?;
    let name = &text['｛'.len_utf8()..end];
    let is_of_name = |sign: char| {
        sign.is_ascii_alphanumeric() || matches!(sign, '_' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＿')
    };
    (!name.is_empty() && name.chars().all(is_of_name)).then_some(end + '｝'.len_utf8())
}

/// How long the wide brace, name and type of a plural are that a text starts with.
fn wide_plural(text: &str) -> Option<usize> {
    let comma = text.char_indices().take(64).find(|(_, sign)| matches!(sign, ',' | '，'))?;
    let start = comma.0 + comma.1.len_utf8();
    let ty = text[start..].trim_start();
    let word = ["plural", "selectordinal"].into_iter().find(|word| ty.starts_with(word))?;
    Some(text.len() - ty.len() + word.len())
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
