//! What the pages in one locale say.

use std::path::Path;

use token_codes_build::catalog::{Catalog, CatalogFile, Entry, Heading, Locale, Template, Text};

use super::Family;
use super::escape::inline;
use super::shown::Shown;

/// The catalog in one locale.
#[derive(Clone, Copy)]
pub(super) struct LocaleView<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) families: &'a [Family<'a>],
    /// Of the codes, in the order of the entries.
    pub(super) slugs: &'a [String],
    /// The index of the locale.
    pub(super) locale: usize,
}

impl<'a> LocaleView<'a> {
    pub(super) fn locale(self) -> &'a Locale {
        &self.catalog.locales[self.locale]
    }

    /// What a part of a page is called, as Markdown.
    pub(super) fn heading(self, heading: Heading) -> String {
        inline(self.locale().headings.get(heading))
    }

    /// The title of a family's page.
    pub(super) fn title(self, family: &Family<'a>) -> &'a str {
        let file = family.file;
        let of_catalog = if self.families.len() == 1 { &*self.catalog.title } else { "" };
        [&file.title, of_catalog].into_iter().find(|title| !title.is_empty()).unwrap_or(stem(file))
    }

    /// The title of the page that a reader opens first.
    pub(super) fn index_title(self) -> &'a str {
        match self.families {
            [family] => self.title(family),
            _ if self.catalog.title.is_empty() => self.locale().headings.get(Heading::Overview),
            _ => &self.catalog.title,
        }
    }

    /// The introduction of a family's page.
    pub(super) fn description(self, family: &Family<'a>) -> &'a str {
        let is_only = self.families.len() == 1 && family.file.description.is_empty();
        if is_only { &self.catalog.description } else { &family.file.description }
    }

    /// The entries of a family, each with its slug.
    pub(super) fn entries(self, family: &Family<'a>) -> impl Iterator<Item = (&'a Entry, &'a str)> + use<'a> {
        let range = family.file.entries.clone();
        self.catalog.entries[range.clone()].iter().zip(self.slugs[range].iter().map(|slug| &**slug))
    }

    /// What is shown of the message.
    pub(super) fn message(self, entry: &Entry) -> Shown {
        let message = &entry.messages[self.locale];
        self.shown(&message.template, message.locale)
    }

    /// What is shown of a text.
    pub(super) fn text(self, text: &Text<Template>) -> Shown {
        self.shown(text.get(self.locale), self.locale_of(text))
    }

    /// What is shown of each text of a list.
    pub(super) fn list(self, list: &Text<Vec<Template>>) -> Vec<Shown> {
        let locale = self.locale_of(list);
        list.get(self.locale).iter().map(|template| self.shown(template, locale)).collect()
    }

    fn shown(self, template: &Template, locale: usize) -> Shown {
        Shown::new(template, self.catalog.locales[locale].language)
    }

    /// The locale whose rules hold in a text.
    fn locale_of<T>(self, text: &Text<T>) -> usize {
        text.locale(self.locale).unwrap_or_default()
    }

    /// The tag of the locale whose message stands in for that of this one, if one does.
    pub(super) fn stand_in(self, entry: &Entry) -> Option<&'a str> {
        let message = &entry.messages[self.locale];
        (!message.translated).then(|| &*self.catalog.locales[message.locale].tag)
    }
}

/// The name of a catalog's file, such as `auth`.
pub(super) fn stem(file: &CatalogFile) -> &str {
    Path::new(&file.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}
