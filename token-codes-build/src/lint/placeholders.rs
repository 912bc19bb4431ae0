//! Placeholders against the params of their entry.

use std::{collections::BTreeMap, ops::Range};

use super::{Lint, icu};
use crate::{
    catalog::{Cut, CutKind, quote},
    diagnostic::{Diagnostic, Kind},
    model::{Body, Params, Text},
    suggest::joined,
    template::{self, MAX_WRONG, Name, Token, TokenKind},
    yaml::locate,
};

/// Reports what is wrong with the placeholders of a text, or may be.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>) {
    for (entry, body) in lint.model.bodies() {
        for text in body.texts() {
            wrong(lint, &entry.code.text, &body.params, text);
            secret(lint, &body.params, text);
            adjacent(lint, text);
        }
    }
}

/// Reports what is no placeholder, or names no param of an entry that has some.
fn wrong(lint: &mut Lint<'_, '_, '_>, code: &str, params: &Params<'_>, text: &Text<'_>) {
    for token in &text.wrong {
        let written = &text.written.scalar.text[token.range.clone()];
        let diagnostic = match &token.kind {
            TokenKind::Icu(mistake) | TokenKind::WrongBranch(mistake) => {
                icu::report(lint, text, &token.range, mistake)
            }
            TokenKind::Lone => lone(place(lint, text, token), text, token),
            _ => match token.name() {
                Some(_) if params.known().is_empty() => continue,
                Some(name) => unknown(lint, code, params, (text, token, name)),
                None => invalid(place(lint, text, token), text, written),
            },
        };
        lint.report(diagnostic);
    }
}

/// Where a token stands; of a plural, the name of its param.
fn place(lint: &Lint<'_, '_, '_>, text: &Text<'_>, token: &Token) -> Range<usize> {
    let part = match &token.kind {
        TokenKind::Plural(name, _) => name.range(),
        _ => &token.range,
    };
    locate(lint.context.source.text(), text.written.scalar, part.clone())
}

/// A placeholder as reports name it.
fn named(text: &Text<'_>, token: &Token) -> String {
    let written = &text.written.scalar.text[token.range.clone()];
    if matches!(token.kind, TokenKind::Plural(..)) { format!("{written} …}}") } else { written.to_owned() }
}

/// How a part of a text is to be written that is to be shown as it is now written.
fn literal(text: &Text<'_>, written: &str) -> String {
    if !text.is_icu {
        return written.replace('{', "{{").replace('}', "}}");
    }
    let mut literal = String::new();
    quote(&mut literal, written, false);
    literal
}

fn lone(span: Range<usize>, text: &Text<'_>, token: &Token) -> Diagnostic {
    let written = &text.written.scalar.text[token.range.clone()];
    let brace = literal(text, written);
    let apostrophes = icu::apostrophes(text, &brace);
    let meant = match of_fluent(&text.written.scalar.text[token.range.end..]) {
        Some(name) => format!("a plural is `{{{name}, plural, one {{…}} other {{…}}}}`"),
        None => "a placeholder is `{0}` or `{max_hours}`".to_owned(),
    };
    let help = format!("write `{brace}` for a brace; {meant}{apostrophes}");
    let message = format!("a `{written}` without its partner");
    Diagnostic::new(Kind::InvalidPlaceholder, span, message).help(help)
}

/// The param by which Fluent chooses, if this follows a brace: ` $count -> `.
fn of_fluent(after: &str) -> Option<&str> {
    let after = after.trim_start().strip_prefix('$')?;
    let end = after.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_')?;
    after[end..].trim_start().starts_with("->").then_some(&after[..end])
}

fn invalid(span: Range<usize>, text: &Text<'_>, written: &str) -> Diagnostic {
    let meant = template::meant(written).unwrap_or_else(|| "{0}` or `{max_hours}".to_owned());
    let literal = literal(text, written);
    let apostrophes = icu::apostrophes(text, &literal);
    let help = format!("write `{meant}`; for the text itself, `{literal}`{apostrophes}");
    Diagnostic::new(Kind::InvalidPlaceholder, span, format!("`{written}` is not a placeholder")).help(help)
}

/// The report on a placeholder of a param that the entry does not have.
fn unknown(
    lint: &mut Lint<'_, '_, '_>,
    code: &str,
    params: &Params<'_>,
    (text, token, name): (&Text<'_>, &Token, &Name),
) -> Diagnostic {
    let uses = format!("the {} uses `{}`, but `{code}` has", text.written, named(text, token));
    let all = all_of(params, text, token);
    let (message, help) = match name {
        Name::Index(..) => (format!("{uses} {}", count(params.known().len())), all),
        Name::Name(name) => {
            let name = &text.written.scalar.text[name.clone()];
            let help = match lint.context.nearest(name, params.shown().map(|(_, name)| name)) {
                Some(guess) => format!("did you mean `{}`? {all}", like(token, guess)),
                None => all,
            };
            (format!("{uses} no param `{name}`"), help)
        }
    };
    let diagnostic = Diagnostic::new(Kind::UnknownPlaceholder, place(lint, text, token), message)
        .here("no such param")
        .help(help);
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

/// A placeholder of a param; of a plural, the name alone.
fn like(token: &Token, name: &str) -> String {
    match token.kind {
        TokenKind::Plural(..) => name.to_owned(),
        TokenKind::Number(_) => format!("{{{name}, number}}"),
        _ => format!("{{{name}}}"),
    }
}

/// The placeholders that an entry can have, for a help.
fn all_of(params: &Params<'_>, text: &Text<'_>, token: &Token) -> String {
    let placeholders = || params.shown().map(|(index, name)| format!("`{{{index}}}` (`{name}`)"));
    let all = match placeholders().count() {
        0 => "no param can be shown".to_owned(),
        1 => format!("the placeholder is {}", joined(placeholders())),
        _ => format!("the placeholders are {}", joined(placeholders())),
    };
    all + &or_text(text, token)
}

/// How what looks like a placeholder is to be written if it is a text; of a plural, nobody would take it for one.
fn or_text(text: &Text<'_>, token: &Token) -> String {
    if matches!(token.kind, TokenKind::Plural(..)) {
        return String::new();
    }
    let literal = literal(text, &text.written.scalar.text[token.range.clone()]);
    let apostrophes = icu::apostrophes(text, &literal);
    format!("; for the text itself, write `{literal}`{apostrophes}")
}

/// Reports each placeholder and plural of a secret param.
fn secret(lint: &mut Lint<'_, '_, '_>, params: &Params<'_>, text: &Text<'_>) {
    let of_param = |cut: &Cut| match cut.kind {
        CutKind::Plural(param, _) => Some((param, "chooses by")),
        // The plural around it has been told.
        CutKind::Number(_) if cut.end - cut.start == "#".len() => None,
        CutKind::Param(param) | CutKind::Number(param) => Some((param, "shows")),
        _ => None,
    };
    let secret = text.cuts.iter().filter_map(|cut| {
        let (param, verb) = of_param(cut)?;
        let param = params.known().get(param)?;
        Some((cut, verb, param.name, param.secret()?))
    });
    for (cut, verb, name, said) in secret.take(MAX_WRONG) {
        let part = cut.start..cut.end;
        let (name, written) = (&name.text, &text.written.scalar.text[part.clone()]);
        let (what, rest) = if verb == "shows" { ("placeholder", "") } else { ("plural", " …}") };
        let message =
            format!("the {} {verb} `{written}{rest}`, and the param `{name}` is secret", text.written);
        let help = format!(
            "remove the {what}; if whoever reads the text may see it, make `{name}` `personal` or `public`"
        );
        let span = locate(lint.context.source.text(), text.written.scalar, part);
        let diagnostic = Diagnostic::new(Kind::SecretPlaceholder, span, message).help(help);
        lint.report(diagnostic.label(said.span.clone(), "declared secret here"));
    }
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
        let named = named(text, token);
        let message = format!("the {} uses `{named}`, but `{}` has no params", text.written, entry.code.text);
        let Needed { params, is_counted_from_0 } = needed(body);
        let numbers =
            if is_counted_from_0 { "" } else { ", and number the placeholders from `{0}` on, without a gap" };
        let help =
            format!("declare it: `params: {{{}}}`{numbers}{}", params.join(", "), or_text(text, token));
        let span = place(lint, text, token);
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
    let ty = |is_integer: bool| if is_integer { "integer" } else { "any" };
    // Of each number and each name, whether a plural or a number needs it to be an integer.
    let (mut numbers, mut names) = (BTreeMap::new(), Vec::<(&str, bool)>::new());
    for (text, token) in placeholders(body) {
        let is_integer = matches!(token.kind, TokenKind::Plural(..) | TokenKind::Number(_));
        match token.name() {
            Some(Name::Index(index, _)) => *numbers.entry(*index).or_insert(false) |= is_integer,
            Some(Name::Name(name)) => {
                let name = &text.written.scalar.text[name.clone()];
                match names.iter().position(|(other, _)| *other == name) {
                    Some(place) => names[place].1 |= is_integer,
                    None if names.len() < SHOWN => names.push((name, is_integer)),
                    None => {}
                }
            }
            None => {}
        }
    }
    let is_counted_from_0 = numbers.keys().enumerate().all(|(index, number)| index == *number);
    let numbered = numbers.values().enumerate().map(|(index, is)| format!("param_{index}: {}", ty(*is)));
    let with_names = names.iter().map(|(name, is)| format!("{name}: {}", ty(*is)));
    Needed { params: numbered.chain(with_names).take(SHOWN).collect(), is_counted_from_0 }
}
