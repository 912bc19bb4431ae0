//! The rules of the locales in whose texts numbers choose, or have their digits grouped.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use token_codes_build::catalog::Catalog;

use super::literal::quoted;
use super::table::array;
use crate::plurals::{CaseRanges, Numbers};

/// The type of these locales, and their rules.
pub(super) fn write(catalog: &Catalog, locales: &BTreeSet<usize>) -> String {
    let locales: Vec<_> = locales.iter().map(|locale| &catalog.locales[*locale]).collect();
    let tags: Vec<_> = locales.iter().map(|locale| quoted(&locale.tag)).collect();
    let mut out = format!(
        "\n\
/** A locale in whose texts numbers choose, or have their digits grouped. */
type NumbersLocale = {};

/** As CLDR has them. */
const numbers: Readonly<Record<NumbersLocale, Numbers>> = {{
",
        tags.join(" | ")
    );
    for (locale, tag) in locales.iter().zip(tags) {
        write_numbers(&mut out, &tag, &Numbers::new(locale.language));
    }
    out.push_str("};\n");
    out
}

fn write_numbers(out: &mut String, tag: &str, numbers: &Numbers) {
    let Numbers { separator, last_group, other_groups, least_before, minus, digits, plural, selectordinal } =
        numbers;
    let _ = write!(
        out,
        "  {tag}: {{
    separator: {}, lastGroup: {last_group}, otherGroups: {other_groups}, leastBefore: {least_before},
    minus: {}, digits: {},
    plural: {},
    selectordinal: {},
  }},
",
        quoted(&separator.to_string()),
        quoted(minus),
        quoted(digits),
        cases(plural),
        cases(selectordinal)
    );
}

fn cases(cases: &[CaseRanges]) -> String {
    array(cases.iter().map(|CaseRanges { category, modulus, ranges }| {
        let ranges = array(ranges.iter().map(|(from, to)| format!("[{from}, {to}]")));
        format!("[{}, {modulus}, {ranges}]", quoted(category))
    }))
}
