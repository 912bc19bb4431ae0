//! The texts of a catalog, one by one, as a translator gets them.

use crate::{
    catalog::{Catalog, Entry, Privacy, TextField},
    plural_notes::PluralNotes,
    source_texts,
    template::{self, TokenKind},
};

/// A text to be translated, with what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'c> {
    pub(crate) entry: &'c Entry,
    pub(crate) field: TextField,
    /// Where it stands in its list, from 0; `None` if its field is no list.
    pub(crate) item: Option<usize>,
    pub(crate) source: &'c str,
    pub(crate) translation: Option<&'c str>,
    /// The source text that the translation was made of, if it is another one now.
    pub(crate) old_source: Option<&'c str>,
    /// Where it stands in the catalog: the path and the line.
    pub(crate) place: Option<(&'c str, usize)>,
    plurals: &'c PluralNotes<'c>,
}

impl Unit<'_> {
    /// What it is found by.
    pub(crate) fn key(&self) -> String {
        let key = format!("{} {}", self.entry.code, self.field);
        self.item.map_or(key.clone(), |item| format!("{key} {}", item + 1))
    }

    /// Whether it is not what the source text says now.
    pub(crate) fn is_stale(&self) -> bool {
        self.old_source.is_some()
    }

    /// Whether the source text is written as ICU has it.
    pub(crate) fn is_icu(&self) -> bool {
        template::is_icu(&template::tokens(self.source))
    }

    /// Whether one of its texts has a plural.
    pub(crate) fn has_plural(&self) -> bool {
        let has_plural = |text: &str| {
            template::tokens(text).iter().any(|token| matches!(token.kind, TokenKind::Plural(..)))
        };
        [Some(self.source), self.translation, self.old_source].into_iter().flatten().any(has_plural)
    }

    /// What helps to translate it: the summary, what the placeholders stand for, and which branches plurals need.
    pub(crate) fn notes(&self) -> Vec<String> {
        let summary = &self.entry.summary.get(0).text;
        let summary = (self.field != TextField::Summary && !summary.is_empty()).then(|| summary.clone());
        // A placeholder of one that is secret is an error.
        let params = self.entry.params.iter().enumerate();
        let params = params.filter(|(_, param)| param.privacy != Privacy::Secret);
        let param =
            params.map(|(index, param)| format!("{{{index}}}: {} ({})", param.name, param.ty.as_str()));
        let plurals = self.plurals.of([self.source].into_iter().chain(self.translation), &self.entry.params);
        summary.into_iter().chain(param).chain(plurals).collect()
    }
}

/// Every text that has a source text, with what the catalog has for it in `locale`, of which `plurals` knows the plurals;
/// `place` says where a field stands.
pub(crate) fn units<'c>(
    catalog: &'c Catalog,
    locale: &str,
    plurals: &'c PluralNotes<'c>,
    place: impl Fn(&Entry, TextField) -> Option<(&'c str, usize)>,
) -> Vec<Unit<'c>> {
    let index = catalog.locales.iter().position(|known| known.tag == locale);
    let mut units = Vec::new();
    for entry in &catalog.entries {
        for field in TextField::ALL {
            let written = field.of(entry);
            let (sources, own) = (written.source(), written.own(index).unwrap_or_default());
            if sources.is_empty() {
                continue;
            }
            let stale = entry.stale.iter().find(|mark| Some(mark.locale) == index && mark.field == field);
            let place = place(entry, field);
            for (item, source) in sources.iter().enumerate() {
                let old = stale.map(|mark| mark.source.get(item).map_or("", |old| &**old));
                let translation = own.get(item).copied();
                units.push(Unit {
                    entry,
                    field,
                    item: field.is_list().then_some(item),
                    source,
                    translation,
                    old_source: old
                        .filter(|old| translation.is_some() && !source_texts::is_same(old, source)),
                    place,
                    plurals,
                });
            }
        }
    }
    units
}
