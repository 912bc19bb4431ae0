//! What a translator gets: the messages that lack a locale, to be filled in and merged.

use std::fmt::Write as _;

use super::scalar::on_one_line;
use crate::catalog::{Catalog, Entry};

/// A document with an empty message for each entry of `catalog` that has none in `locale`; `None` if none lacks it.
pub(super) fn write(catalog: &Catalog, locale: &str) -> Option<String> {
    let index = catalog.locales.iter().position(|known| known.tag == locale);
    let lacks = |entry: &&Entry| index.is_none_or(|index| !entry.messages[index].translated);
    let mut entries = catalog.entries.iter().filter(lacks).peekable();
    entries.peek()?;
    let tag = on_one_line(locale);
    let mut text = format!(
        "\
# Write each message in `{locale}` between its quotes; one that stays empty is left out.
# A placeholder such as {{0}} stands where its value is to be shown; {{{{ and }}}} are braces.
# Then `token-codes stub --merge` with the name of this file brings them into the catalog.
locale: {tag}
codes:
"
    );
    for entry in entries {
        write_entry(&mut text, catalog, entry);
    }
    Some(text)
}

fn write_entry(text: &mut String, catalog: &Catalog, entry: &Entry) {
    let _ = writeln!(text, "  {}:", on_one_line(&entry.code));
    if !entry.summary.get(0).text.is_empty() {
        let _ = writeln!(text, "    # {}", on_one_line(&entry.summary.get(0).text));
    }
    for (index, param) in entry.params.iter().enumerate() {
        let _ = writeln!(text, "    # {{{index}}}: {} ({})", param.name, param.ty.as_str());
    }
    for (locale, message) in
        catalog.locales.iter().zip(&entry.messages).filter(|(_, message)| message.translated)
    {
        let _ = writeln!(text, "    # {}: {}", locale.tag, on_one_line(&message.template.text));
    }
    text.push_str("    message: \"\"\n");
}
