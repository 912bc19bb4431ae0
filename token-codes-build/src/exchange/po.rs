//! PO, the files of gettext: how they are written, and how they are read.
//!
//! The readers at hand either drop the previous source text (`polib`), or do not say where in the file a text stands
//! (`rspolib`), so that no caret could be set.

mod read;

use std::fmt::Write as _;

pub(super) use read::read;

use super::{Head, Unit};

/// The file with these units, each with its context, as `msgmerge` would write it.
pub(super) fn write(head: &Head<'_>, units: &[Unit<'_>]) -> String {
    let Head { title, path, source_locale, locale, plurals } = head;
    let project = if title.is_empty() { path } else { title };
    let language = locale.replace('-', "_");
    let header = format!(
        "Project-Id-Version: {}\n\
         Report-Msgid-Bugs-To: \n\
         PO-Revision-Date: \n\
         Last-Translator: \n\
         Language-Team: \n\
         Language: {language}\n\
         MIME-Version: 1.0\n\
         Content-Type: text/plain; charset=UTF-8\n\
         Content-Transfer-Encoding: 8bit\n\
         X-Source-Language: {source_locale}\n\
         X-Generator: token-codes\n",
        project.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    let plurals: String = plurals.iter().flat_map(|line| ["# ", line, "\n"]).collect();
    let mut text = format!(
        "# Write each text in `{locale}` into its msgstr, and remove `fuzzy` once it is right.\n\
         # A placeholder such as {{0}} stands where its value is to be shown; {{{{ and }}}} are braces.\n\
         {plurals}\
         # Then `token-codes import` with the name of this file brings them into the catalog.\n"
    );
    field(&mut text, "msgid", "");
    field(&mut text, "msgstr", &header);
    for unit in units {
        text.push('\n');
        write_unit(&mut text, unit);
    }
    text
}

fn write_unit(text: &mut String, unit: &Unit<'_>) {
    for note in unit.notes() {
        for line in note.split(['\n', '\r']) {
            let _ = writeln!(text, "#. {line}");
        }
    }
    if let Some((path, line)) = unit.place {
        // Isolates keep a name with blanks together, as gettext writes it.
        let (start, end) =
            if path.contains(char::is_whitespace) { ("\u{2068}", "\u{2069}") } else { ("", "") };
        let _ = writeln!(text, "#: {start}{path}{end}:{line}");
    }
    // With this flag, Weblate checks the texts as ICU has them; the tools of gettext leave out what they do not know.
    let flags = [(unit.is_stale(), "fuzzy"), (unit.is_icu(), "icu-message-format")];
    let flags: Vec<_> = flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| flag).collect();
    if !flags.is_empty() {
        let _ = writeln!(text, "#, {}", flags.join(", "));
    }
    if let Some(old) = unit.old_source {
        field(text, "#| msgid", old);
    }
    field(text, "msgctxt", &unit.key());
    field(text, "msgid", unit.source);
    field(text, "msgstr", unit.translation.unwrap_or_default());
}

/// A keyword with its text; of several lines, each stands on one of its own.
fn field(text: &mut String, keyword: &str, value: &str) {
    let lines: Vec<_> = value.split_inclusive('\n').collect();
    let before = if keyword.starts_with("#|") { "#| " } else { "" };
    if lines.len() > 1 {
        let _ = writeln!(text, "{keyword} \"\"");
        for line in lines {
            let _ = writeln!(text, "{before}\"{}\"", escaped(line));
        }
    } else {
        let _ = writeln!(text, "{keyword} \"{}\"", escaped(value));
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '"' | '\\' => escaped.extend(['\\', sign]),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            _ => escaped.push(sign),
        }
    }
    escaped
}
