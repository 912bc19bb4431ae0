//! What there is to search in an entry.

use token_codes_build::catalog::{self, Catalog, Entry, Param, Template, Value};

use crate::fold::fold;
use crate::placeholders;
use crate::search::variants::{has_plural, variants};

/// A field of an entry, the most telling one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Code,
    Name,
    Message,
    Summary,
    Description,
    Causes,
    Resolution,
    Params,
    Columns,
}

impl Field {
    /// Its key in the catalog.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Message => "message",
            Self::Summary => "summary",
            Self::Description => "description",
            Self::Causes => "causes",
            Self::Resolution => "resolution",
            Self::Params => "params",
            Self::Columns => "columns",
        }
    }
}

/// A text of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) field: Field,
    /// The index of its locale; `None` if it is for every locale.
    pub(super) locale: Option<usize>,
    /// With its placeholders by name, and of each plural all branches.
    pub(super) shown: String,
    /// Of a text with plurals, what it can become.
    variants: Vec<String>,
}

impl Text {
    fn new(field: Field, locale: Option<usize>, template: &Template, params: &[Param]) -> Self {
        let variants = if has_plural(template) { variants(template) } else { Vec::new() };
        Self { field, locale, shown: placeholders::shown(template, params), variants }
    }

    fn plain(field: Field, text: &str) -> Self {
        Self { field, locale: None, shown: text.to_owned(), variants: Vec::new() }
    }

    /// As words are looked for in it: also those of which a branch has only the end.
    pub(super) fn folded(&self) -> String {
        std::iter::once(&self.shown)
            .chain(&self.variants)
            .map(|text| fold(text))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// All texts of an entry, the most telling ones first.
pub(super) fn of(catalog: &Catalog, entry: &Entry) -> Vec<Text> {
    let mut texts = vec![Text::plain(Field::Code, &entry.code), Text::plain(Field::Name, &entry.name)];
    texts.extend((0..catalog.locales.len()).filter_map(|locale| message(entry, locale)));
    let mut add = |field, (locale, template): (_, &Template)| {
        texts.push(Text::new(field, locale, template, &entry.params));
    };
    written(&entry.summary).for_each(|text| add(Field::Summary, text));
    written(&entry.description).for_each(|text| add(Field::Description, text));
    for (field, lists) in [(Field::Causes, &entry.causes), (Field::Resolution, &entry.resolution)] {
        let items = written(lists).flat_map(|(locale, list)| list.iter().map(move |item| (locale, item)));
        items.for_each(|text| add(field, text));
    }
    texts.extend(entry.params.iter().map(|param| Text::plain(Field::Params, &param.name)));
    let values = entry.values.iter().flatten();
    texts.extend(values.filter_map(|value| match value {
        Value::Text(text) => Some(Text::plain(Field::Columns, text)),
        // Words such as `error` are in too many.
        Value::Integer(_) | Value::Boolean(_) | Value::Listed { .. } => None,
    }));
    texts
}

/// The message that the catalog has for the locale with this index.
pub(super) fn message(entry: &Entry, locale: usize) -> Option<Text> {
    let message = &entry.messages[locale];
    message.translated.then(|| Text::new(Field::Message, Some(locale), &message.template, &entry.params))
}

/// Each text that is in the catalog, with its locale if it is for one only.
fn written<T>(text: &catalog::Text<T>) -> impl Iterator<Item = (Option<usize>, &T)> {
    let (same, own) = match text {
        catalog::Text::Same(text) => (Some(text), &[][..]),
        catalog::Text::PerLocale(texts) => (None, texts.own()),
    };
    let own = own.iter().enumerate().filter_map(|(locale, text)| Some((Some(locale), text.as_ref()?)));
    same.map(|text| (None, text)).into_iter().chain(own)
}
