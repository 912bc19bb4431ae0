//! The figures as a table.

use clap::builder::styling::Style;

use super::{Counts, Stats};

const HEADING: Style = Style::new().bold();

const HEADS: [&str; 7] = ["locale", "texts", "translated", "stale", "shared", "missing", "complete"];

/// How many columns are words, which stand on the left; the others are numbers.
const WORDS: usize = 2;

pub(super) fn write(stats: &Stats<'_>) -> String {
    let rows = stats.locales.iter().flat_map(|locale| {
        [row(locale.locale, "messages", locale.messages), row(locale.locale, "details", locale.details)]
    });
    let rows: Vec<Row> = [HEADS.map(str::to_owned)].into_iter().chain(rows).collect();
    let table = table(&rows);
    let (head, body) = table.split_once('\n').unwrap_or((&table, ""));
    let mut counts = vec![counted(stats.codes, "code"), counted(stats.params, "param")];
    let notices = [(stats.deprecated, "deprecated"), (stats.retired, "retired")];
    let notices = notices.into_iter().filter(|(count, _)| *count > 0);
    counts.extend(notices.map(|(count, what)| format!("{count} {what}")));
    let counts = counts.join(", ");
    let has_shared = stats.locales.iter().any(|locale| locale.details.shared > 0);
    let legend = if has_shared {
        "\nshared: one text for every locale, which counts as a translation into none\n"
    } else {
        ""
    };
    format!("{counts}\n\n{HEADING}{head}{HEADING:#}\n{body}{legend}")
}

type Row = [String; HEADS.len()];

fn row(locale: &str, texts: &str, counts: Counts) -> Row {
    let Counts { translated, shared, missing, stale, percent } = counts;
    let [translated, stale, shared, missing] =
        [translated, stale, shared, missing].map(|count| count.to_string());
    [locale.to_owned(), texts.to_owned(), translated, stale, shared, missing, format!("{percent}%")]
}

/// The columns, aligned; all is ASCII, locales too.
fn table(rows: &[Row]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let line = |row: &Row| {
        let cells = row.iter().enumerate().map(|(column, cell)| match width(column) {
            width if column < WORDS => format!("{cell:width$}"),
            width => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ") + "\n"
    };
    rows.iter().map(line).collect()
}

/// Such as `3 codes`.
fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
