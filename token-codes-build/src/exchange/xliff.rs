//! XLIFF 1.2 and 2.0: how they are written, and how they are read.
//!
//! A placeholder is an element without content, so that a tool protects it: `<x id="p0" equiv-text="{0}"/>` in 1.2,
//! `<ph id="p0" equiv="{0}" disp="max_hours"/>` in 2.0, as is `{limit, number}`. A unit that has a plural has no elements: the
//! tools that know plurals of ICU look for them in plain text, and one element within would end it. All else of a text is
//! letter for letter what stands in the catalog.
//!
//! The files are written by hand: a writer of XML would have to be told of every line break and blank that it must not add,
//! and of the carriage returns that it must escape. They are read with `roxmltree`, which knows the bytes of every node.

mod read;

use std::fmt::Write as _;

pub(super) use read::read;

use super::{Head, Unit};
use crate::template;

/// Whether XML 1.0 can hold the character.
pub(super) fn is_allowed(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// XLIFF 1.2.
pub(super) fn write_1(head: &Head<'_>, units: &[Unit<'_>]) -> String {
    let Head { path, source_locale, locale, plurals, .. } = head;
    let [path, source_locale, locale] = [path, source_locale, locale].map(|text| escaped(text));
    let header = if plurals.is_empty() {
        String::new()
    } else {
        format!("    <header>\n      <note>{}</note>\n    </header>\n", escaped(&plurals.join("\n")))
    };
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n  \
         <file original=\"{path}\" source-language=\"{source_locale}\" target-language=\"{locale}\" datatype=\"plaintext\">\n\
         {header}    <body>\n"
    );
    for unit in units {
        write_unit_1(&mut text, unit);
    }
    text + "    </body>\n  </file>\n</xliff>\n"
}

fn write_unit_1(text: &mut String, unit: &Unit<'_>) {
    let inline = |text: &str| {
        inline(text, |id, written, _| format!("<x id=\"{id}\" equiv-text=\"{written}\"/>"), unit)
    };
    let _ = writeln!(text, "      <trans-unit id=\"{}\" xml:space=\"preserve\">", escaped(&unit.key()));
    let _ = writeln!(text, "        <source>{}</source>", inline(unit.source));
    let _ = match unit.translation {
        None => writeln!(text, "        <target state=\"needs-translation\"/>"),
        Some(translation) => {
            let state = if unit.is_stale() { "needs-review-translation" } else { "translated" };
            writeln!(text, "        <target state=\"{state}\">{}</target>", inline(translation))
        }
    };
    if let Some((path, line)) = unit.place {
        let _ = writeln!(
            text,
            "        <context-group purpose=\"location\">\
             <context context-type=\"sourcefile\">{}</context>\
             <context context-type=\"linenumber\">{line}</context></context-group>",
            escaped(path)
        );
    }
    for note in unit.notes() {
        let _ = writeln!(text, "        <note>{}</note>", escaped(&note));
    }
    if let (Some(old), Some(translation)) = (unit.old_source, unit.translation) {
        let _ = writeln!(
            text,
            "        <alt-trans alttranstype=\"previous-version\"><source>{}</source><target>{}</target></alt-trans>",
            inline(old),
            inline(translation)
        );
    }
    text.push_str("      </trans-unit>\n");
}

/// XLIFF 2.0.
pub(super) fn write_2(head: &Head<'_>, units: &[Unit<'_>]) -> String {
    let Head { path, source_locale, locale, plurals, .. } = head;
    let [path, source_locale, locale] = [path, source_locale, locale].map(|text| escaped(text));
    let notes = if plurals.is_empty() {
        String::new()
    } else {
        format!("    <notes>\n      <note>{}</note>\n    </notes>\n", escaped(&plurals.join("\n")))
    };
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"{source_locale}\" trgLang=\"{locale}\">\n  \
         <file id=\"catalog\" original=\"{path}\">\n{notes}"
    );
    for unit in units {
        write_unit_2(&mut text, unit);
    }
    text + "  </file>\n</xliff>\n"
}

fn write_unit_2(text: &mut String, unit: &Unit<'_>) {
    let placeholder = |id: &str, written: &str, name: &str| {
        let disp = if name.is_empty() { String::new() } else { format!(" disp=\"{name}\"") };
        format!("<ph id=\"{id}\" equiv=\"{written}\"{disp}/>")
    };
    let inline = |text: &str| inline(text, placeholder, unit);
    let _ = writeln!(text, "    <unit id=\"{}\" xml:space=\"preserve\">", id_of(&unit.key()));
    let place = unit.place.map(|(path, line)| ("location", format!("{path}:{line}")));
    let notes = place.into_iter().chain(unit.notes().into_iter().map(|note| ("description", note)));
    let old = unit.old_source.map(|old| ("previous-source", old.to_owned()));
    let notes: Vec<_> = notes.chain(old).collect();
    if !notes.is_empty() {
        text.push_str("      <notes>\n");
        for (category, note) in notes {
            let _ = writeln!(text, "        <note category=\"{category}\">{}</note>", escaped(&note));
        }
        text.push_str("      </notes>\n");
    }
    let state = match unit.translation {
        None => "state=\"initial\"",
        Some(_) if unit.is_stale() => "state=\"initial\" subState=\"token-codes:stale\"",
        Some(_) => "state=\"translated\"",
    };
    let _ = writeln!(text, "      <segment {state}>\n        <source>{}</source>", inline(unit.source));
    if let Some(translation) = unit.translation {
        let _ = writeln!(text, "        <target>{}</target>", inline(translation));
    }
    text.push_str("      </segment>\n    </unit>\n");
}

/// The id of a unit in XLIFF 2.0, which can have no blank and no slash; no code has the sign that stands for it.
fn id_of(key: &str) -> String {
    key.replace(' ', ":").replace('/', "·")
}

/// What an id of XLIFF 2.0 stands for: the last of its parts are the field and the number in it.
fn key_of(id: &str) -> String {
    let number = |last: &str| last.bytes().all(|byte| byte.is_ascii_digit());
    let (before, last) = id.rsplit_once(':').unwrap_or((id, ""));
    let key = match before.rsplit_once(':') {
        Some((code, field)) if number(last) => format!("{code} {field} {last}"),
        _ => format!("{before} {last}"),
    };
    key.replace('·', "/")
}

/// A text with its placeholders as elements, which `element` writes: of the id, the text and the name of the param. Where
/// a text of the unit has a plural, all are plain text, or a tool would miss elements in one that are in the other.
fn inline(text: &str, element: impl Fn(&str, &str, &str) -> String, unit: &Unit<'_>) -> String {
    if unit.has_plural() {
        return escaped(text);
    }
    let params = &unit.entry.params;
    let mut shown = 0;
    let mut seen = vec![0; params.len()];
    let mut inline = String::new();
    for token in template::tokens(text) {
        let written = &text[token.range.clone()];
        let name = token.name();
        let index = name.and_then(|name| name.index(text, params.iter().map(|param| &*param.name)));
        let Some((index, param)) = index.and_then(|index| Some((index, params.get(index)?))) else {
            continue;
        };
        seen[index] += 1;
        let id = if seen[index] == 1 { format!("p{index}") } else { format!("p{index}-{}", seen[index]) };
        inline.push_str(&escaped(&text[shown..token.range.start]));
        inline.push_str(&element(&id, written, &param.name));
        shown = token.range.end;
    }
    inline + &escaped(&text[shown..])
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // A reader would make a line feed of it.
            '\r' => escaped.push_str("&#13;"),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{id_of, key_of};

    #[test]
    fn ids_lead_back_to_their_keys() {
        for (key, id) in [
            ("TOK005 message", "TOK005:message"),
            ("0/1:2 resolution 12", "0·1:2:resolution:12"),
            ("A:causes:7 summary", "A:causes:7:summary"),
        ] {
            assert_eq!((id_of(key), key_of(id)), (id.to_owned(), key.to_owned()));
        }
        assert_eq!(key_of("nothing"), "nothing ");
    }
}
