//! Messages and texts in every locale, and translations that are none.

use super::{
    Lint,
    alike::is_alike,
    uses::{self, Use},
};
use crate::{
    diagnostic::{Diagnostic, Kind, Level},
    lower::message_example,
    model::{Body, Entry, InLocale, Localized, Params, Role, Text, Texts, Values},
    reports::Reported,
    suggest::listed,
    template::{self, TokenKind},
    yaml::Scalar,
};

/// Reports an entry without a message.
pub(super) fn missing_message(lint: &mut Lint<'_, '_, '_>) {
    for (entry, body) in lint.model.bodies() {
        if matches!(body.message, Ok(None)) {
            let message = format!("`{}` has no message", entry.code.text.escape_debug());
            let help = format!("add it below the code:\n{}", message_example(&lint.model.locales));
            lint.report(Diagnostic::new(Kind::MissingKey, entry.code.span.clone(), message).help(help));
        }
    }
}

/// Reports a message that does not say in which locale it is; it need not, if there is only one.
pub(super) fn message_without_locale(lint: &mut Lint<'_, '_, '_>) {
    let locales = &lint.model.locales;
    if locales.incomplete.is_some() || locales.list.len() < 2 {
        return;
    }
    for (_, body) in lint.model.bodies() {
        let Ok(Some(Localized { values: Values::Same(Ok(text)), .. })) = &body.message else { continue };
        let message = "the message does not say in which locale it is";
        let help = format!("write it in each locale:\n{}", message_example(locales));
        let span = text.written.scalar.span.clone();
        lint.report(Diagnostic::new(Kind::TextWithoutLocale, span, message).help(help));
    }
}

/// Reports texts that lack a locale.
pub(super) fn missing(lint: &mut Lint<'_, '_, '_>) {
    if lint.model.locales.incomplete.is_some() || lint.model.locales.list.is_empty() {
        return;
    }
    for (entry, body) in lint.model.bodies() {
        body.text_fields().for_each(|field| missing_in(lint, entry, field));
        body.list_fields().for_each(|field| missing_in(lint, entry, field));
    }
}

/// Reports texts of retired codes that lack the source locale. Others stand in where they lack another.
pub(super) fn missing_source_of_retired(lint: &mut Lint<'_, '_, '_>) {
    if lint.model.locales.incomplete.is_some() || lint.model.locales.list.is_empty() {
        return;
    }
    for (entry, body) in lint.model.retired_bodies() {
        let texts = body.text_fields().filter_map(|field| missing_source(lint, entry, field));
        let lists = body.list_fields().filter_map(|field| missing_source(lint, entry, field));
        for diagnostic in texts.chain(lists).collect::<Vec<_>>() {
            lint.report(diagnostic);
        }
    }
}

/// The report on a field that lacks the source locale: nothing stands in for that.
fn missing_source<T>(
    lint: &Lint<'_, '_, '_>,
    entry: &Entry<'_>,
    field: &Localized<'_, T>,
) -> Option<Diagnostic> {
    let Values::PerLocale { list, lost_key: None } = &field.values else { return None };
    if list.iter().any(|value| value.locale == Some(0)) {
        return None;
    }
    let (source, what) = (&lint.model.locales.list[0].tag.text, &field.key.text);
    let message =
        format!("`{what}` of `{}` lacks the source locale `{source}`", entry.code.text.escape_debug());
    let diagnostic = Diagnostic::new(Kind::MissingSourceText, field.key.span.clone(), message);
    Some(diagnostic.help(format!("add `{source}: …` below `{what}`")))
}

fn missing_in<T>(lint: &mut Lint<'_, '_, '_>, entry: &Entry<'_>, field: &Localized<'_, T>) {
    // More than these are told in one report, or a long list of locales would be told again for each text.
    const APART: usize = 8;
    let Values::PerLocale { list, lost_key: None } = &field.values else { return };
    if let Some(diagnostic) = missing_source(lint, entry, field) {
        // Without a source text, nothing stands in for the others, and nothing is said of them.
        return lint.report(diagnostic);
    }
    let locales = &lint.model.locales;
    let mut there = vec![false; locales.list.len()];
    for locale in list.iter().filter_map(|value| value.locale) {
        there[locale] = true;
    }
    let what = &field.key.text;
    let of = format!("`{what}` of `{}`", entry.code.text.escape_debug());
    let help = |tag: &str| format!("add `{tag}: …` below `{what}`");
    let missing = |message: String, tag: &str| {
        let diagnostic = Diagnostic::new(Kind::MissingTranslation, field.key.span.clone(), message);
        diagnostic.naming_its_code().help(help(tag))
    };
    let levels = &lint.model.levels;
    let tag = |locale: usize| &*locales.list[locale].tag.text;
    let is_checked = |locale: usize| levels.of(Kind::MissingTranslation, Some(tag(locale))) != Level::Allow;
    let lacking: Vec<_> = (0..there.len()).filter(|&locale| !there[locale] && is_checked(locale)).collect();
    if lacking.is_empty() {
        return;
    }
    let shown = lint.model.fallback.shown(|locale| there[locale]);
    if lacking.len() <= APART {
        for locale in lacking {
            let (tag, instead) = (tag(locale), tag(shown[locale]));
            let message = format!("{of} lacks the locale `{tag}`; `{instead}` stands in");
            lint.report_in(Some(tag), missing(message, tag));
        }
    } else {
        let mut instead: Vec<_> = lacking.iter().map(|&locale| shown[locale]).collect();
        instead.sort_unstable();
        instead.dedup();
        let stand = if instead.len() == 1 { "stands" } else { "stand" };
        let [all, instead] = [&lacking, &instead].map(|list| listed(list.iter().map(|&locale| tag(locale))));
        let message = format!("{of} lacks {} locales: {all}; {instead} {stand} in", lacking.len());
        lint.report_in(Some(tag(lacking[0])), missing(message, tag(lacking[0])));
    }
}

/// Reports translations that are none, and those that do not go with their source texts.
pub(super) fn compared(lint: &mut Lint<'_, '_, '_>) {
    for (_, body) in lint.model.bodies() {
        body.list_fields().for_each(|field| uneven_list(lint, field));
        for pair in pairs(body) {
            untranslated(lint, &pair);
            if pair.texts[0].written.role != Role::Message {
                uneven(lint, &pair, &body.params);
            }
        }
    }
}

/// Reports a text that was copied from the source locale and not translated.
fn untranslated(lint: &mut Lint<'_, '_, '_>, pair: &Pair<'_, '_>) {
    let [original, text] = pair.texts;
    if is_alike(original, text) && has_letters(&text.written.scalar.text) {
        let diagnostic = copied(pair);
        lint.report_in(Some(&pair.tag.text), diagnostic);
    }
}

/// A text in the source locale, and the one in another locale that stands in its place.
struct Pair<'m, 'a> {
    field: &'m str,
    source: &'m Scalar,
    tag: &'m Scalar,
    texts: [&'m Text<'a>; 2],
}

/// The texts of an entry beside those in the source locale.
fn pairs<'m, 'a>(body: &'m Body<'a>) -> Vec<Pair<'m, 'a>> {
    let mut pairs = Vec::new();
    body.text_fields().for_each(|field| pair_up(field, std::slice::from_ref, &mut pairs));
    let texts = |list: &'m Result<Texts<'a>, Reported>| list.as_deref().unwrap_or_default();
    body.list_fields().for_each(|field| pair_up(field, texts, &mut pairs));
    pairs
}

/// Pairs up the texts of a field; `texts` gives those of a value.
fn pair_up<'m, 'a, T>(
    field: &'m Localized<'a, T>,
    texts: impl Fn(&'m Result<T, Reported>) -> &'m [Result<Text<'a>, Reported>],
    pairs: &mut Vec<Pair<'m, 'a>>,
) {
    for (source, copy) in beside_source(field) {
        for both in texts(&source.value).iter().zip(texts(&copy.value)) {
            if let (Ok(original), Ok(text)) = both {
                let texts = [original, text];
                pairs.push(Pair { field: &field.key.text, source: source.tag, tag: copy.tag, texts });
            }
        }
    }
}

/// The value in each locale but the source locale, with that in the source locale.
fn beside_source<'m, 'a, T>(
    field: &'m Localized<'a, T>,
) -> impl Iterator<Item = (&'m InLocale<'a, T>, &'m InLocale<'a, T>)> {
    let list = match &field.values {
        Values::PerLocale { list, .. } => &**list,
        Values::Same(_) => &[],
    };
    let source = list.iter().find(|value| value.locale == Some(0));
    let others = list.iter().filter(|value| value.locale.is_some_and(|locale| locale > 0));
    source.into_iter().flat_map(move |source| others.clone().map(move |other| (source, other)))
}

/// Reports a detail that shows other params than in the source locale.
fn uneven(lint: &mut Lint<'_, '_, '_>, pair: &Pair<'_, '_>, params: &Params<'_>) {
    let [original, text] = pair.texts;
    for (here, there) in [(text, original), (original, text)] {
        if original.is_broken() || text.is_broken() {
            return;
        }
        let [uses, others] = [here, there].map(|text| uses::of(text, params.known().len()));
        // What shows a secret param is to be changed, and not the other.
        let is_less = |param: usize| uses[param].is_less_than(others[param]);
        let is_missing = |param: &usize| is_less(*param) && params.known()[*param].is_shown();
        if let Some(param) = there.params().find(is_missing) {
            let is_never = uses[param] == Use::Never;
            let diagnostic =
                uneven_text(params, param, here, there, if is_never { "" } else { " in a branch" });
            lint.report_in(Some(&pair.tag.text), diagnostic);
        }
    }
}

/// Reports a list that has more or fewer texts than in the source locale.
fn uneven_list(lint: &mut Lint<'_, '_, '_>, field: &Localized<'_, Texts<'_>>) {
    for (source, other) in beside_source(field) {
        let (Ok(sources), Ok(texts)) = (&source.value, &other.value) else { continue };
        if sources.len() == texts.len() {
            continue;
        }
        let (there, tag) = (&source.tag.text, &other.tag.text);
        let message = format!(
            "`{}` has {} in `{tag}`, but {} in `{there}`",
            field.key.text,
            count(texts),
            count(sources)
        );
        let help =
            format!("write each text in each locale, or leave `{tag}` out, so that another stands in for it");
        let diagnostic = Diagnostic::new(Kind::UnevenDetails, other.tag.span.clone(), message)
            .help(help)
            .label(source.tag.span.clone(), "the source locale");
        lint.report_in(Some(tag), diagnostic);
    }
}

fn count(texts: &Texts<'_>) -> String {
    match texts.len() {
        0 => "no text".to_owned(),
        1 => "1 text".to_owned(),
        count => format!("{count} texts"),
    }
}

fn uneven_text(
    params: &Params<'_>,
    param: usize,
    here: &Text<'_>,
    there: &Text<'_>,
    branch: &str,
) -> Diagnostic {
    let name = params.names().nth(param).unwrap_or_default();
    let message = format!(
        "the {} leaves out `{{{param}}}` (`{name}`){branch}, which the {} has",
        here.written, there.written
    );
    let help = format!(
        "put `{{{param}}}` or `{{{name}}}` into it; if the two are to differ, set `uneven-details: allow` in `checks` \
         at the top"
    );
    Diagnostic::new(Kind::UnevenDetails, here.written.scalar.span.clone(), message)
        .help(help)
        .label(there.written.scalar.span.clone(), "shows it")
}

fn copied(pair: &Pair<'_, '_>) -> Diagnostic {
    let Pair { field, source, tag, texts: [original, text] } = pair;
    let message = format!("the `{}` text in `{field}` is the same as the `{}` one", tag.text, source.text);
    let help = "translate it; if it is right as it is, set `untranslated: allow` in `checks` at the top";
    Diagnostic::new(Kind::Untranslated, text.written.scalar.span.clone(), message)
        .help(help)
        .label(original.written.scalar.span.clone(), "the source text")
}

/// Whether there is anything to translate: digits, signs and placeholders are the same in all languages.
fn has_letters(text: &str) -> bool {
    let mut shown = 0;
    for token in template::tokens(text) {
        if !matches!(token.kind, TokenKind::Invalid | TokenKind::Lone) {
            if text[shown..token.range.start].contains(char::is_alphabetic) {
                return true;
            }
            shown = token.range.end;
        }
    }
    text[shown..].contains(char::is_alphabetic)
}
