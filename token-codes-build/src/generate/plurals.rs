//! What the texts of a catalog need to choose plurals and to group digits.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::iter;

use super::write::{push_bytes, write_static};
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
            tables.rules(cases)
        });
        let numbers = tables.format(locale.language.numbers());
        let _ = writeln!(
            languages,
            "            // {}\n            p::Language {{ cardinal: {cardinal}, ordinal: {ordinal}, numbers: {numbers} }},",
            locale.tag
        );
    }
    let mut rules = String::new();
    push_bytes(&mut rules, tables.rules.into_iter());
    let formats = lines(tables.formats.iter().map(format));
    let in_details = if used.in_details { ".in_details()" } else { "" };
    let value = format!(
        "p::Plurals::new(\n        &[\n{languages}        ],\n        {rules},\n        &[{formats}],\n    ){in_details}"
    );
    write_static(out, "PLURALS", "p::Plurals", &value);
}

/// What the languages share.
#[derive(Default)]
struct Tables {
    rules: Vec<u8>,
    formats: Vec<NumberFormat>,
}

impl Tables {
    /// Where the rules of a language start in the table.
    fn rules(&mut self, cases: &[Case]) -> usize {
        let mut bytes: Vec<_> = cases.iter().flat_map(rule).collect();
        bytes.extend(rule_bytes(Category::Other, 3, &[]));
        // Each stands once, alone or in another.
        self.rules.windows(bytes.len()).position(|window| window == bytes).unwrap_or_else(|| {
            self.rules.extend(&bytes);
            self.rules.len() - bytes.len()
        })
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

/// A case as `token-codes` reads it (`Plurals::new` there).
fn rule(&Case { test, category }: &Case) -> Vec<u8> {
    match test {
        Test::Is(numbers) => rule_bytes(category, 0, &numbers.to_le_bytes()),
        Test::Ends(numbers) => rule_bytes(category, 1, &numbers.to_le_bytes()),
        Test::Within { modulus, from, to } => {
            rule_bytes(category, 2, [modulus, from, to].map(u32::to_le_bytes).as_flattened())
        }
    }
}

fn rule_bytes(category: Category, test: u8, numbers: &[u8]) -> Vec<u8> {
    // A set has no bits beyond its last; the three numbers of a range are three, whatever they end with.
    let used = numbers.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let numbers = if test == 2 { numbers } else { &numbers[..used] };
    let category =
        Category::ALL.iter().zip(0..).find(|(other, _)| **other == category).map_or(0, |(_, index)| index);
    let length = u8::try_from(numbers.len()).unwrap_or(u8::MAX);
    [&[category + 16 * test, length][..], numbers].concat()
}

fn format(format: &NumberFormat) -> String {
    let NumberFormat { separator, last_group, other_groups, least_before, minus, zero } = *format;
    let groups = [last_group, other_groups, least_before];
    let quoted = |character: char| format!("'{}'", character.escape_default());
    let missing = 3_usize.saturating_sub(minus.chars().count());
    let minus: Vec<_> =
        iter::repeat_n("'\\0'".to_owned(), missing).chain(minus.chars().map(quoted)).collect();
    let [separator, zero, minus] = [quoted(separator), quoted(zero), minus.join(", ")];
    format!("p::NumberFormat::new({separator}, {groups:?}, [{minus}], {zero})")
}

/// Whether a message has a line break, or another control character, in what is shown of it.
pub(super) fn breaks_line(template: &Template) -> bool {
    let breaks = |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    if !template.is_icu() {
        return template.text.contains(breaks);
    }
    template.shown(|_| String::new()).contains(breaks)
}
