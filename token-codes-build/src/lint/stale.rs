//! Translations that were made of a source text which is another one now.

use std::ops::Range;

use super::Lint;
use crate::{
    catalog::TextField,
    diagnostic::{Diagnostic, Kind},
    model::{Body, Localized, Stale, Text, Texts, Values},
    reports::{Reported, part},
    source_texts,
    yaml::Scalar,
};

/// Reports each translation that is marked as stale, and each mark that says nothing.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>) {
    for (entry, body) in lint.model.bodies() {
        for mark in &body.stale {
            if let Some(diagnostic) = diagnostic(lint, &entry.code.text, body, mark) {
                lint.report_in(Some(&mark.tag.text), diagnostic);
            }
        }
    }
}

/// What is to be said of a mark; nothing, if a text that it is about could not be read.
fn diagnostic(lint: &Lint<'_, '_, '_>, code: &str, body: &Body<'_>, mark: &Stale<'_>) -> Option<Diagnostic> {
    let (tag, field) = (&mark.tag.text, mark.field);
    let locales = &lint.model.locales.list;
    if mark.locale == 0 {
        return Some(needless(
            mark,
            format!("`{tag}` is the source locale, which is translated from nothing"),
        ));
    }
    let texts = texts_of(body, field)?;
    let Some(translation) = texts.of(mark.locale) else {
        return Some(needless(mark, format!("`{code}` has no {field} in `{tag}` that could be stale")));
    };
    let (source, translation) = (texts.of(0)?.as_ref().ok()?, translation.as_ref().ok()?);
    let Some(changed) = changed(source, &mark.source) else {
        let source = &locales[0].tag.text;
        let is = if field.is_list() { "are" } else { "is" };
        let message = format!("the {field} of `{code}` in `{source}` {is} what `{tag}` was translated from");
        return Some(needless(mark, message));
    };
    let at = |texts: &[&Scalar]| place(texts, changed);
    let goes = if field.is_list() { "go" } else { "goes" };
    let message = format!("the `{tag}` {field} of `{code}` {goes} with an older source text");
    let diagnostic = Diagnostic::new(Kind::StaleTranslation, at(translation)?, message)
        .here("translated from the old text")
        .label(at(&mark.source).unwrap_or_else(|| mark.key.span.clone()), "the old text")
        .naming_its_code();
    let diagnostic = match at(source) {
        Some(now) => diagnostic.label(now, "the text now"),
        None => diagnostic,
    };
    Some(diagnostic.help(format!("revise the translation, then remove {} from `stale`", named(mark))))
}

/// The mark as it is to be found in the entry.
fn named(mark: &Stale<'_>) -> String {
    if mark.tag.span == mark.key.span {
        format!("`{}`", mark.tag.text)
    } else {
        format!("`{}` of `{}`", mark.key.text, mark.tag.text)
    }
}

fn needless(mark: &Stale<'_>, message: String) -> Diagnostic {
    Diagnostic::new(Kind::NeedlessStale, mark.key.span.clone(), message)
        .help(format!("remove {} from `stale`", named(mark)))
        .naming_its_code()
}

/// The index of the first text that is not what it was; `None` if all are.
fn changed(now: &[&Scalar], old: &[&Scalar]) -> Option<usize> {
    let mut both = now.iter().zip(old);
    let differing = both.position(|(now, old)| !source_texts::is_same(&now.text, &old.text));
    differing.or_else(|| (now.len() != old.len()).then(|| now.len().min(old.len())))
}

/// Where the text with this index stands, or else the last one.
fn place(texts: &[&Scalar], index: usize) -> Option<Range<usize>> {
    texts.get(index).or(texts.last()).map(|text| text.span.clone())
}

/// The texts of a field, as far as they can be read, in each locale that has some of its own.
struct FieldTexts<'m>(Vec<(usize, Result<Vec<&'m Scalar>, Reported>)>);

impl<'m> FieldTexts<'m> {
    fn of(&self, locale: usize) -> Option<&Result<Vec<&'m Scalar>, Reported>> {
        self.0.iter().find(|(index, _)| *index == locale).map(|(_, texts)| texts)
    }
}

/// `None` if the field itself could not be read.
fn texts_of<'m>(body: &'m Body<'_>, field: TextField) -> Option<FieldTexts<'m>> {
    let one = |text: &'m Text<'_>| Ok(vec![text.written.scalar]);
    let many = |texts: &'m Texts<'_>| texts.iter().map(|text| Ok(part(text)?.written.scalar)).collect();
    Some(match field {
        TextField::Message => per_locale(body.message.as_ref().ok()?.as_ref(), one),
        TextField::Summary => per_locale(body.summary.as_ref().ok()?.as_ref(), one),
        TextField::Description => per_locale(body.description.as_ref().ok()?.as_ref(), one),
        TextField::Causes => per_locale(body.causes.as_ref().ok()?.as_ref(), many),
        TextField::Resolution => per_locale(body.resolution.as_ref().ok()?.as_ref(), many),
    })
}

fn per_locale<'m, T>(
    field: Option<&'m Localized<'_, T>>,
    read: impl Fn(&'m T) -> Result<Vec<&'m Scalar>, Reported>,
) -> FieldTexts<'m> {
    let Some(Localized { values: Values::PerLocale { list, .. }, .. }) = field else {
        return FieldTexts(Vec::new());
    };
    let texts = list.iter().filter_map(|text| Some((text.locale?, part(&text.value).and_then(&read))));
    FieldTexts(texts.collect())
}
