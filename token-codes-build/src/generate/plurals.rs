//! What the texts of a catalog need to choose plurals and to group digits.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::write::write_static;
use crate::catalog::{Catalog, Cut, CutKind, Entry, Template};
use crate::cldr::{Case, Category, NumberFormat, PluralKind, Test};

/// Whether a catalog has plurals or numbers, and where.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Used {
    kinds: [bool; 2],
    /// In a text beside the messages.
    pub(super) in_details: bool,
}

/// `None` if it has neither.
pub(super) fn used(catalog: &Catalog) -> Option<Used> {
    let messages = || catalog.entries.iter().flat_map(Entry::message_templates);
    let details = || catalog.entries.iter().flat_map(Entry::details);
    let has = |kind| {
        let mut cuts = messages().chain(details()).flat_map(|text| &text.cuts);
        cuts.any(|cut| matches!(cut.kind, CutKind::Plural(_, of) if of == kind))
    };
    let in_details = details().any(Template::is_icu);
    (in_details || messages().any(Template::is_icu)).then(|| Used { kinds: KINDS.map(has), in_details })
}

const KINDS: [PluralKind; 2] = [PluralKind::Cardinal, PluralKind::Ordinal];

/// The place of a category in the runtime's enum.
pub(super) fn category_index(category: Category) -> usize {
    Category::ALL.iter().position(|other| *other == category).unwrap_or(Category::ALL.len())
}

/// A text beside the messages as `token-codes` fills it (`icu_text.rs` there): with the index of the locale whose rules hold,
/// unless that is the source locale, after the type of each plural and number.
pub(super) fn with_locale(template: &Template, locale: Option<usize>) -> Cow<'_, str> {
    let text = &template.text;
    let Some(locale) = locale.filter(|locale| *locale != 0 && template.is_icu()) else { return text.into() };
    let (mut out, mut written) = (String::new(), 0);
    for cut in &template.cuts {
        let Some(end) = end_of_type(text, cut) else { continue };
        out.push_str(&text[written..end]);
        let _ = write!(out, "@{locale}");
        written = end;
    }
    out.push_str(&text[written..]);
    out.into()
}

fn end_of_type(text: &str, cut: &Cut) -> Option<usize> {
    let ty = match cut.kind {
        CutKind::Plural(_, kind) => kind.as_str(),
        CutKind::Number(_) => "number",
        _ => return None,
    };
    // `#` has none.
    let start = text[cut.start..cut.end].rfind(ty)?;
    Some(cut.start + start + ty.len())
}

/// Appends the table.
pub(super) fn write(out: &mut String, catalog: &Catalog, used: Used) {
    let mut tables = Tables::default();
    let mut languages = String::new();
    for locale in &catalog.locales {
        let [cardinal, ordinal] = [0, 1].map(|kind| {
            let cases = if used.kinds[kind] { locale.language.cases(KINDS[kind]) } else { &[] };
            tables.cases(cases)
        });
        let numbers = tables.format(locale.language.numbers());
        let _ = writeln!(
            languages,
            "            // {}\n            p::Language {{ cardinal: {cardinal:?}, ordinal: {ordinal:?}, numbers: {numbers} }},",
            locale.tag
        );
    }
    let cases = lines(tables.cases.iter().map(case));
    let formats = lines(tables.formats.iter().map(format));
    let in_details = if used.in_details { ".in_details()" } else { "" };
    let value = format!(
        "p::Plurals::new(\n        &[\n{languages}        ],\n        &[{cases}],\n        &[{formats}],\n    ){in_details}"
    );
    write_static(out, "PLURALS", "p::Plurals", &value);
}

/// What the languages share.
#[derive(Default)]
struct Tables {
    cases: Vec<Case>,
    formats: Vec<NumberFormat>,
}

impl Tables {
    /// Where the cases are in the table.
    fn cases(&mut self, cases: &[Case]) -> [usize; 2] {
        if cases.is_empty() {
            return [0; 2];
        }
        let start = self.cases.windows(cases.len()).position(|window| window == cases).unwrap_or_else(|| {
            self.cases.extend(cases);
            self.cases.len() - cases.len()
        });
        [start, start + cases.len()]
    }

    fn format(&mut self, format: NumberFormat) -> usize {
        self.formats.iter().position(|other| *other == format).unwrap_or_else(|| {
            self.formats.push(format);
            self.formats.len() - 1
        })
    }
}

fn lines(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.collect();
    let break_before = "\n            ";
    if items.is_empty() {
        return String::new();
    }
    format!("{break_before}{},\n        ", items.join(&format!(",{break_before}")))
}

fn case(case: &Case) -> String {
    let Case { test, category } = case;
    let set = |set: u128| format!("[{:#x}, {:#x}]", set & u128::from(u64::MAX), set >> 64);
    match *test {
        Test::Is(numbers) => format!("p::Case::Is(p::Category::{category:?}, {})", set(numbers)),
        Test::Ends(numbers) => format!("p::Case::Ends(p::Category::{category:?}, {})", set(numbers)),
        Test::Within { modulus, from, to } => {
            format!("p::Case::Within(p::Category::{category:?}, [{modulus}, {from}, {to}])")
        }
    }
}

fn format(format: &NumberFormat) -> String {
    let NumberFormat { separator, last_group, other_groups, least_before, minus, zero } = *format;
    let groups = [last_group, other_groups, least_before];
    let [separator, zero] = [separator, zero].map(char::escape_default);
    format!("p::NumberFormat::new('{separator}', {groups:?}, \"{}\", '{zero}')", minus.escape_default())
}

/// Whether a message has a line break, or another control character, in what is shown of it.
pub(super) fn breaks_line(template: &Template) -> bool {
    let breaks = |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    if !template.is_icu() {
        return template.text.contains(breaks);
    }
    template.shown(|_| String::new()).contains(breaks)
}
