//! The plurals of a text against the rules of its language.

use std::collections::HashMap;

use crate::{
    cldr::{Category, Language, PluralKind},
    model::{Model, Text},
    suggest,
};

/// The tag of the locale that a text is in: one for all locales is in the source locale.
fn tag<'m>(model: &'m Model<'_>, text: &'m Text<'_>) -> &'m str {
    text.written.tag().or_else(|| model.locales.tags().next()).unwrap_or_default()
}

/// The language that a text is in.
pub(super) fn language(model: &Model<'_>, text: &Text<'_>) -> Language {
    Language::of(tag(model, text))
}

/// A plural with a branch for each category of the language.
pub(super) fn example(language: Language, name: &str, kind: PluralKind) -> String {
    let branches = language.categories(kind);
    let branches: Vec<_> = branches.iter().map(|category| format!("{} {{…}}", category.as_str())).collect();
    format!("{{{name}, {}, {}}}", kind.as_str(), branches.join(" "))
}

/// What is said of the categories of locales: they are told in many reports, and it takes time to find their numbers.
#[derive(Default)]
pub(super) struct Categories {
    said: HashMap<(String, PluralKind), String>,
}

impl Categories {
    /// The categories of the locale that a text is in, each with its first numbers.
    pub(super) fn of(&mut self, model: &Model<'_>, text: &Text<'_>, kind: PluralKind) -> &str {
        let tag = tag(model, text);
        self.said.entry((tag.to_owned(), kind)).or_insert_with(|| {
            let language = Language::of(tag);
            let all = language.categories(kind).into_iter().map(|category| numbers(language, kind, category));
            let all: Vec<_> = all.collect();
            match (&*all, kind) {
                ([only], _) => format!("`{tag}` has only {only}"),
                (_, PluralKind::Cardinal) => format!("`{tag}` has {}", suggest::list(&all, "and")),
                (_, PluralKind::Ordinal) => {
                    format!("of ordinals, `{tag}` has {}", suggest::list(&all, "and"))
                }
            }
        })
    }
}

fn numbers(language: Language, kind: PluralKind, category: Category) -> String {
    let name = category.as_str();
    match &*language.examples(kind, category) {
        "" => format!("`{name}` (no whole number)"),
        numbers => format!("`{name}` ({numbers})"),
    }
}
