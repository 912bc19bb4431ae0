//! What a translator is told of plurals: which texts they have in a locale, and for which numbers.

use std::cell::OnceCell;

use crate::{
    catalog::{Catalog, Param, ParamType, Privacy, Selector},
    cldr::{Category, Language, PluralKind},
    template::{self, Token, TokenKind},
};

/// The plurals of a locale.
#[derive(Debug)]
pub(crate) struct PluralNotes<'l> {
    locale: &'l str,
    language: Language,
    cardinal: OnceCell<String>,
    ordinal: OnceCell<String>,
}

impl<'l> PluralNotes<'l> {
    pub(crate) fn new(locale: &'l str) -> Self {
        let language = Language::of(locale);
        Self { locale, language, cardinal: OnceCell::new(), ordinal: OnceCell::new() }
    }

    /// How plurals are written; nothing if no text of the catalog can have one.
    pub(crate) fn head(&self, catalog: &Catalog) -> Vec<String> {
        let is_counted = |param: &Param| param.ty == ParamType::Integer && param.privacy != Privacy::Secret;
        if !catalog.entries.iter().flat_map(|entry| &entry.params).any(is_counted) {
            return Vec::new();
        }
        vec![
            "{0, plural, one {# hour} other {# hours}} shows one of its texts, chosen by the number {0}; # is the number."
                .to_owned(),
            format!("In `{}`, its texts are: {}.", self.locale, self.categories(PluralKind::Cardinal)),
            "A text that has one is ICU MessageFormat as a whole: '{' and '}' are braces, '' is an apostrophe.".to_owned(),
        ]
    }

    /// For each plural of these texts, what it has in this locale.
    #[cfg(feature = "exchange")]
    pub(crate) fn of<'t>(&self, texts: impl IntoIterator<Item = &'t str>, params: &[Param]) -> Vec<String> {
        let mut notes = Vec::new();
        for text in texts {
            for token in template::tokens(text) {
                let TokenKind::Plural(name, kind) = &token.kind else { continue };
                let index = name.index(text, params.iter().map(|param| &*param.name));
                let name =
                    index.map_or_else(|| text[name.range().clone()].to_owned(), |index| index.to_string());
                let (word, categories) = (kind.as_str(), self.categories(*kind));
                let note = format!("{{{name}, {word}}} in {}: {categories}", self.locale);
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        notes
    }

    /// The categories, each with the first numbers that it is for.
    fn categories(&self, kind: PluralKind) -> &str {
        let known = match kind {
            PluralKind::Cardinal => &self.cardinal,
            PluralKind::Ordinal => &self.ordinal,
        };
        known.get_or_init(|| {
            let categories = self.language.categories(kind).into_iter().map(|category| {
                let examples = self.language.examples(kind, category);
                let examples = if examples.is_empty() { "no whole number" } else { &*examples };
                format!("{} ({examples})", category.as_str())
            });
            categories.collect::<Vec<_>>().join(", ")
        })
    }

    /// A text of another language with the branches that its plurals need in this locale; `None` if it has no plural.
    ///
    /// A branch stays what it is if it is for the same numbers in both; each other one is that for `other`.
    pub(crate) fn adapted(&self, text: &str, from: Language) -> Option<String> {
        let tokens = template::tokens(text);
        let mut tokens = tokens.iter();
        let (mut adapted, mut shown) = (String::new(), 0);
        while let Some(token) = tokens.next() {
            if let TokenKind::Plural(_, kind) = token.kind {
                adapted.push_str(&text[shown..token.range.end]);
                let (branches, end) = branches(&mut tokens);
                for (selector, branch) in self.needed(&branches, kind, from) {
                    adapted.extend([" ", &selector.to_string(), " {", &text[branch], "}"]);
                }
                adapted.push('}');
                shown = end;
            }
        }
        (shown > 0).then(|| adapted + &text[shown..])
    }

    fn needed(&self, branches: &[Branch], kind: PluralKind, from: Language) -> Vec<Branch> {
        let find = |category| branches.iter().find(|(selector, _)| *selector == Selector::Category(category));
        let is_same =
            |category: &Category| self.language.examples(kind, *category) == from.examples(kind, *category);
        let exact = branches.iter().filter(|(selector, _)| matches!(selector, Selector::Exactly(_)));
        let has_own = |number| branches.iter().any(|(selector, _)| selector.is_exactly(number));
        let categories = self.language.needed(kind, has_own).into_iter().filter_map(|category| {
            let own = Some(category).filter(is_same).and_then(find);
            Some((Selector::Category(category), own.or_else(|| find(Category::Other))?.1.clone()))
        });
        exact.cloned().chain(categories).collect()
    }
}

/// A branch, and where its text stands.
type Branch = (Selector, std::ops::Range<usize>);

/// The branches of a plural, and where it ends.
fn branches<'t>(tokens: &mut impl Iterator<Item = &'t Token>) -> (Vec<Branch>, usize) {
    let (mut branches, mut start, mut end) = (Vec::new(), 0, 0);
    let mut open = None;
    for token in tokens {
        end = token.range.end;
        match token.kind {
            TokenKind::Branch(selector) => (open, start) = (Some(selector), end),
            TokenKind::BranchEnd => {
                branches.extend(open.take().map(|selector| (selector, start..token.range.start)));
            }
            TokenKind::PluralEnd => break,
            _ => {}
        }
    }
    (branches, end)
}

#[cfg(test)]
mod tests {
    use super::PluralNotes;
    use crate::cldr::Language;

    #[track_caller]
    fn assert_adapted(locale: &str, text: &str, expected: &str) {
        assert_eq!(
            PluralNotes::new(locale).adapted(text, Language::of("en")).as_deref(),
            Some(expected),
            "{locale}"
        );
    }

    #[test]
    fn a_text_gets_the_branches_of_another_language() {
        let text = "in {0,plural, =0 {no '{'time'}'} one {# hour} other {# of {m}} }, '{'{m}";
        assert_adapted("en", text, "in {0,plural, =0 {no '{'time'}'} one {# hour} other {# of {m}}}, '{'{m}");
        assert_adapted(
            "ru",
            text,
            "in {0,plural, =0 {no '{'time'}'} one {# of {m}} few {# of {m}} many {# of {m}} other {# of {m}}}, '{'{m}",
        );
        assert_adapted("ja", text, "in {0,plural, =0 {no '{'time'}'} other {# of {m}}}, '{'{m}");
        assert_adapted("tlh", "{0,plural,one{a}other{b}}", "{0,plural, other {b}}");
        // In French, 0 is `one` as well; in German, the numbers are those of English.
        let hour = "{n, plural, one {an hour} other {# hours}}";
        assert_adapted("fr", hour, "{n, plural, one {# hours} many {# hours} other {# hours}}");
        assert_adapted("de", hour, hour);
        assert_adapted("cs", hour, "{n, plural, one {an hour} few {# hours} other {# hours}}");
        assert_adapted(
            "ar",
            hour,
            "{n, plural, zero {# hours} one {an hour} two {# hours} few {# hours} many {# hours} other {# hours}}",
        );
        // Where each number of a category has its own branch, none is needed for the category.
        let items = "{n, plural, =1 {an item} other {# items}}";
        assert_adapted("de", items, items);
        assert_adapted("fr", items, "{n, plural, =1 {an item} one {# items} many {# items} other {# items}}");
        let place = "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}";
        assert_adapted("sv", place, "{n, selectordinal, one {#th} other {#th}}");
        for text in ["{0} '{{n}}", "{n, number} h", ""] {
            assert_eq!(PluralNotes::new("ru").adapted(text, Language::of("en")), None);
        }
    }

    #[cfg(feature = "exchange")]
    #[test]
    fn each_plural_is_told_once() {
        let texts = ["{m} {0, plural, other {#}}", "{0, plural, other {#}} {7, selectordinal, other {#}}"];
        let notes = PluralNotes::new("ja").of(texts, &[]);
        assert_eq!(
            notes,
            ["{0, plural} in ja: other (0, 1, 2, 3, …)", "{7, selectordinal} in ja: other (0, 1, 2, 3, …)"]
        );
    }
}
