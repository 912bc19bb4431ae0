//! What all pages of a catalog have in common.

use token_codes_build::catalog::{Catalog, Heading, Locale, Message, Template, Text};
use token_codes_build::cldr::Language;

use super::labels::Labels;
use super::language;
use super::text::{PageText, plain, template};
use crate::slug::folder;

/// A page of the catalog in a locale.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) catalog: &'a Catalog,
    /// The index of the locale.
    pub(super) locale: usize,
    pub(super) kind: PageKind<'a>,
    /// The words of the page itself, as opposed to those of the catalog.
    pub(super) labels: &'static Labels,
}

/// Which page it is.
#[derive(Clone, Copy)]
pub(super) enum PageKind<'a> {
    Overview,
    /// That of the code with this slug.
    Code(&'a str),
}

impl<'a> Page<'a> {
    pub(super) fn new(catalog: &'a Catalog, locale: usize, kind: PageKind<'a>) -> Self {
        Self { catalog, locale, kind, labels: Labels::of(&catalog.locales[locale].tag) }
    }

    /// Where it is, from the folder of the site.
    pub(super) fn path(&self) -> String {
        self.path_in(&self.catalog.locales[self.locale])
    }

    /// The same page in another locale.
    pub(super) fn path_in(&self, locale: &Locale) -> String {
        let folder = folder(&locale.tag);
        match self.kind {
            PageKind::Overview => format!("{folder}/index.html"),
            PageKind::Code(slug) => format!("{folder}/codes/{slug}.html"),
        }
    }

    /// From the page to the folder of the site.
    pub(super) fn root(&self) -> &'static str {
        match self.kind {
            PageKind::Overview => "../",
            PageKind::Code(_) => "../../",
        }
    }

    /// From the page to the overview.
    pub(super) fn overview(&self) -> &'static str {
        match self.kind {
            PageKind::Overview => "index.html",
            PageKind::Code(_) => "../index.html",
        }
    }

    /// From the page to the pages of codes.
    pub(super) fn codes(&self) -> &'static str {
        match self.kind {
            PageKind::Overview => "codes/",
            PageKind::Code(_) => "",
        }
    }

    /// From the page to itself in another locale.
    pub(super) fn translated(&self, locale: &Locale) -> String {
        format!("{}{}", self.root(), self.path_in(locale))
    }

    pub(super) fn title(&self) -> PageText<'a> {
        match &*self.catalog.title {
            "" => plain(self.labels.untitled, None),
            title => self.for_every_locale(title),
        }
    }

    pub(super) fn introduction(&self) -> PageText<'a> {
        self.for_every_locale(&self.catalog.description)
    }

    /// What a part of the page is called: in the locale, if the catalog says so.
    pub(super) fn heading(&self, heading: Heading) -> PageText<'a> {
        let headings = &self.catalog.locales[self.locale].headings;
        match headings.written(heading) {
            Some(text) => plain(text, self.lang(headings.locale(heading))),
            None => plain((self.labels.heading)(heading), None),
        }
    }

    /// What the fields are called that are searched, as JSON, in the order of `assets/search/texts.js`.
    pub(super) fn search_fields(&self) -> String {
        let headings = &self.catalog.locales[self.locale].headings;
        let heading = |heading| headings.written(heading).unwrap_or((self.labels.heading)(heading));
        let fields = [
            heading(Heading::Code),
            self.labels.name,
            heading(Heading::Message),
            self.labels.summary,
            heading(Heading::Description),
            heading(Heading::Causes),
            heading(Heading::Resolution),
            heading(Heading::Params),
            heading(Heading::Columns),
        ];
        serde_json::to_string(&fields).expect("texts are JSON")
    }

    /// A message, in its locale or in the one that stands in.
    pub(super) fn message(&self, message: &'a Message) -> PageText<'a> {
        template(&message.template, self.language(message.locale), self.lang(Some(message.locale)))
    }

    /// The text in the locale of the page.
    pub(super) fn text(&self, text: &'a Text<Template>) -> PageText<'a> {
        self.in_its_locale(text, text.get(self.locale))
    }

    /// Each of the texts in the locale of the page.
    pub(super) fn list(&self, list: &'a Text<Vec<Template>>) -> Vec<PageText<'a>> {
        list.get(self.locale).iter().map(|item| self.in_its_locale(list, item)).collect()
    }

    fn in_its_locale<T>(&self, text: &Text<T>, shown: &'a Template) -> PageText<'a> {
        let own = text.locale(self.locale);
        let locale = own.or_else(|| language::guess(self.catalog, &shown.text));
        template(shown, self.language(own.unwrap_or_default()), self.lang(locale))
    }

    /// A text that the catalog has once for all locales.
    pub(super) fn for_every_locale(&self, text: &'a str) -> PageText<'a> {
        plain(text, self.lang(language::guess(self.catalog, text)))
    }

    /// Whose rules hold in the texts of the locale with this index.
    fn language(&self, locale: usize) -> Language {
        self.catalog.locales[locale].language
    }

    /// The `lang` attribute of a text in the locale with this index; `None` if the page is in it.
    fn lang(&self, locale: Option<usize>) -> Option<&'a str> {
        let tag = &*self.catalog.locales[locale?].tag;
        (tag != self.labels.lang).then_some(tag)
    }
}
