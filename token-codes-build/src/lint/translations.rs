//! Messages and texts in every locale, and translations that are none.

use super::Lint;
use crate::{
    diagnostic::{Diagnostic, Kind},
    lower::message_example,
    model::{Body, Localized, Text, Texts, Values},
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
    for (_, body) in lint.model.bodies() {
        let Body { message, summary, description, causes, resolution, .. } = body;
        for field in [message, summary, description].into_iter().flatten().flatten() {
            missing_in(lint, field);
        }
        for field in [causes, resolution].into_iter().flatten().flatten() {
            missing_in(lint, field);
        }
    }
}

fn missing_in<T>(lint: &mut Lint<'_, '_, '_>, field: &Localized<'_, T>) {
    let Values::PerLocale { list, lost_key: None } = &field.values else { return };
    let locales = &lint.model.locales;
    let mut there = vec![false; locales.list.len()];
    list.iter().filter_map(|value| value.locale).for_each(|locale| there[locale] = true);
    let (field, source) = (field.key, &locales.list[0].tag.text);
    let what = &field.text;
    let help = |tag: &str| format!("add `{tag}: …` below `{what}`");
    if !there[0] {
        // Without a source text, nothing stands in for the others, and nothing is said of them.
        let message = format!("`{what}` lacks the source locale `{source}`");
        let diagnostic = Diagnostic::new(Kind::MissingSourceText, field.span.clone(), message);
        return lint.report(diagnostic.help(help(source)));
    }
    for tag in locales.tags().zip(there).filter_map(|(tag, there)| (!there).then_some(tag)) {
        let message = format!("`{what}` lacks the locale `{tag}`; `{source}` stands in");
        let diagnostic = Diagnostic::new(Kind::MissingTranslation, field.span.clone(), message);
        lint.report_in(Some(tag), diagnostic.help(help(tag)));
    }
}

/// Reports texts that were copied from the source locale and not translated.
pub(super) fn untranslated(lint: &mut Lint<'_, '_, '_>) {
    for (_, body) in lint.model.bodies() {
        let Body { message, summary, description, causes, resolution, .. } = body;
        for field in [message, summary, description].into_iter().flatten().flatten() {
            compare(lint, field, |text| vec![Some(text)]);
        }
        for field in [causes, resolution].into_iter().flatten().flatten() {
            compare(lint, field, |texts: &Texts<'_>| texts.iter().map(|text| text.as_ref().ok()).collect());
        }
    }
}

/// Compares the texts of each locale with those of the source locale; `texts` gives those of a value.
fn compare<'m, 'a, T>(
    lint: &mut Lint<'_, '_, '_>,
    field: &'m Localized<'a, T>,
    texts: impl Fn(&'m T) -> Vec<Option<&'m Text<'a>>>,
) {
    let Values::PerLocale { list, .. } = &field.values else { return };
    let Some(source) = list.iter().find(|value| value.locale == Some(0)) else { return };
    let Ok(sources) = source.value.as_ref().map(&texts) else { return };
    for copy in list.iter().filter(|value| value.locale.is_some_and(|locale| locale > 0)) {
        let Ok(copies) = copy.value.as_ref().map(&texts) else { continue };
        for (original, text) in sources.iter().zip(copies) {
            let (Some(original), Some(text)) = (original, text) else { continue };
            let (original, text) = (original.written.scalar, text.written.scalar);
            if original.text == text.text && has_letters(&text.text) {
                let diagnostic = copied(&field.key.text, (source.tag, original), (copy.tag, text));
                lint.report_in(Some(&copy.tag.text), diagnostic);
            }
        }
    }
}

fn copied(
    field: &str,
    (source, original): (&Scalar, &Scalar),
    (tag, text): (&Scalar, &Scalar),
) -> Diagnostic {
    let message = format!("the `{}` text in `{field}` is the same as the `{}` one", tag.text, source.text);
    let help = "translate it; if it is right as it is, set `untranslated: allow` in `checks` at the top";
    Diagnostic::new(Kind::Untranslated, text.span.clone(), message)
        .help(help)
        .label(original.span.clone(), "the source text")
}

/// Whether there is anything to translate: digits, signs and placeholders are the same in all languages.
fn has_letters(text: &str) -> bool {
    let mut shown = 0;
    for token in template::tokens(text) {
        if matches!(token.kind, TokenKind::Index(_) | TokenKind::Name) {
            if text[shown..token.range.start].contains(char::is_alphabetic) {
                return true;
            }
            shown = token.range.end;
        }
    }
    text[shown..].contains(char::is_alphabetic)
}
