//! The files of translators' tools: what is written, what comes back, and what is said of mistakes in them.
//!
//! The random numbers are always the same, so that a failure is one for everybody.

use std::fmt::Write as _;

use proptest::{
    prelude::*,
    sample::select,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use token_codes_build::{
    Level, Source,
    catalog::Catalog,
    edit::{EditError, Editor, ExchangeFormat, Merged},
    read,
};

const CATALOG: &str = "\
title: Shop
locales: [en, fr, zh-Hant]
codes:
  SHOP001:
    params:
      item: text
      left: integer
      card: {type: any, privacy: secret}
    message:
      en: \"Of {item}, there are {1} left & <none> {{soon}}.\"
      fr: 'De {0}, il reste {left}.'
    summary: The item is almost out of stock
    resolution:
      en: ['Wait for {item}.', 'Ask \"us\".']
      fr: ['Attendez {item}.', 'Demandez.']
    stale:
      fr: {message: \"{left} of {item}\", resolution: ['Wait for {item}.', Call us.]}
  S/2:
    message: {en: closed, fr: fermé, zh-Hant: 關}
";

fn open(source: &Source) -> Editor<'_> {
    Editor::open(source).unwrap_or_else(|error| panic!("{error}\n{}", source.text()))
}

fn catalog(text: &str) -> Source {
    Source::new("catalog.yaml", text)
}

fn exported(text: &str, format: ExchangeFormat) -> String {
    open(&catalog(text)).export("fr", format).unwrap_or_else(|error| panic!("{error}"))
}

/// The catalog with what is in the file.
#[track_caller]
fn imported(text: &str, file: &str) -> Merged {
    let source = catalog(text);
    open(&source).import(&Source::new("fr", file)).unwrap_or_else(|error| panic!("{error}\n{file}"))
}

/// What is said of a file of which nothing is of use.
#[track_caller]
fn refused(text: &str, file: &str) -> String {
    let source = catalog(text);
    match open(&source).import(&Source::new("fr", file)) {
        Err(EditError::Given(found)) => found.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn po_is_as_gettext_writes_it() {
    let po = exported(CATALOG, ExchangeFormat::Po);
    let (header, units) = po.split_once("\n\n").unwrap();
    assert!(header.contains("\"Language: fr\\n\"\n"), "{header}");
    assert_eq!(
        units,
        r#"#. The item is almost out of stock
#. {0}: item (text)
#. {1}: left (integer)
#: catalog.yaml:9
#, fuzzy
#| msgid "{left} of {item}"
msgctxt "SHOP001 message"
msgid "Of {item}, there are {1} left & <none> {{soon}}."
msgstr "De {0}, il reste {left}."

#. {0}: item (text)
#. {1}: left (integer)
#: catalog.yaml:12
msgctxt "SHOP001 summary"
msgid "The item is almost out of stock"
msgstr ""

#. The item is almost out of stock
#. {0}: item (text)
#. {1}: left (integer)
#: catalog.yaml:13
msgctxt "SHOP001 resolution 1"
msgid "Wait for {item}."
msgstr "Attendez {item}."

#. The item is almost out of stock
#. {0}: item (text)
#. {1}: left (integer)
#: catalog.yaml:13
#, fuzzy
#| msgid "Call us."
msgctxt "SHOP001 resolution 2"
msgid "Ask \"us\"."
msgstr "Demandez."

#: catalog.yaml:19
msgctxt "S/2 message"
msgid "closed"
msgstr "fermé"
"#
    );
}

#[test]
fn xliff_has_placeholders_that_tools_protect() {
    let one = exported(CATALOG, ExchangeFormat::Xliff1);
    for part in [
        "<file original=\"catalog.yaml\" source-language=\"en\" target-language=\"fr\" datatype=\"plaintext\">",
        "<trans-unit id=\"SHOP001 message\" xml:space=\"preserve\">",
        "<source>Of <x id=\"p0\" equiv-text=\"{item}\"/>, there are <x id=\"p1\" equiv-text=\"{1}\"/> left &amp; \
         &lt;none&gt; {{soon}}.</source>",
        "<target state=\"needs-review-translation\">De <x id=\"p0\" equiv-text=\"{0}\"/>, il reste <x id=\"p1\" \
         equiv-text=\"{left}\"/>.</target>",
        "<context context-type=\"linenumber\">9</context>",
        "<note>{1}: left (integer)</note>",
        "<alt-trans alttranstype=\"previous-version\"><source>Call us.</source><target>Demandez.</target></alt-trans>",
        "<target state=\"needs-translation\"/>",
        "<target state=\"translated\">fermé</target>",
    ] {
        assert!(one.contains(part), "{part}\n{one}");
    }
    let two = exported(CATALOG, ExchangeFormat::Xliff2);
    for part in [
        "srcLang=\"en\" trgLang=\"fr\">",
        "<unit id=\"S·2:message\" xml:space=\"preserve\">",
        "<segment state=\"initial\" subState=\"token-codes:stale\">",
        "Of <ph id=\"p0\" equiv=\"{item}\" disp=\"item\"/>, there",
        "<note category=\"location\">catalog.yaml:9</note>",
        "<note category=\"previous-source\">Call us.</note>",
    ] {
        assert!(two.contains(part), "{part}\n{two}");
    }
    for file in [one, two] {
        let document = roxmltree::Document::parse(&file).unwrap();
        assert!(document.descendants().any(|node| node.text() == Some("closed")));
        assert!(!file.contains("card"), "a secret is shown");
    }
}

#[test]
fn what_is_not_right_yet_waits() {
    for format in ExchangeFormat::ALL {
        let merged = imported(CATALOG, &exported(CATALOG, format));
        assert_eq!((merged.source.text(), merged.waiting), (CATALOG, 3), "{format}");
        assert_eq!((merged.texts.len(), merged.left_out.len()), (0, 0));
    }
}

/// What a translator does in each format: the message is confirmed, the second step is written anew, and so on.
#[test]
fn what_is_right_is_merged_and_stale_no_more() {
    let expected = CATALOG
        .replace("'Demandez.'", "Demandez « à nous ».")
        .replace("    summary: The", "    summary:\n      en: The")
        .replace("stock\n    resolution", "stock\n      fr: Presque épuisé\n    resolution")
        .replace(
            "    stale:\n      fr: {message: \"{left} of {item}\", resolution: ['Wait for {item}.', Call us.]}\n",
            "",
        );
    let po = exported(CATALOG, ExchangeFormat::Po)
        .replace("#, fuzzy\n", "")
        .replace("stock\"\nmsgstr \"\"", "stock\"\nmsgstr \"Presque \"\n\"épuisé\"")
        .replace("Demandez.", "Demandez « à nous ».");
    let one = exported(CATALOG, ExchangeFormat::Xliff1)
        .replace("<target state=\"needs-review-translation\">", "<target state=\"final\">")
        .replacen("<target state=\"needs-translation\"/>", "<target>Presque épuisé</target>", 1)
        .replace("Demandez.", "Demandez « à nous ».");
    let two = exported(CATALOG, ExchangeFormat::Xliff2)
        .replace(" state=\"initial\" subState=\"token-codes:stale\"", " state=\"final\"")
        .replacen(
            "<segment state=\"initial\">\n        <source>The item is almost out of stock</source>",
            "<segment><source>The item </source><target>Presque </target></segment><segment>\
             <source>is almost out of stock</source><target>épuisé</target>",
            1,
        )
        .replace("Demandez.", "Demandez « à nous ».");
    for file in [po, one, two] {
        let merged = imported(CATALOG, &file);
        assert_eq!(merged.source.text(), expected, "{file}");
        let told = merged.texts.iter().map(|text| (text.field, text.revised, text.confirmed));
        let told: Vec<_> = told.collect();
        assert_eq!(told, [("message", false, true), ("summary", false, false), ("resolution", true, false)],);
        assert_eq!((merged.waiting, merged.left_out.to_string()), (0, String::new()));
    }
}

#[test]
fn of_a_list_what_is_not_right_yet_stays() {
    let po = exported(CATALOG, ExchangeFormat::Po).replace("Attendez", "Patientez pour");
    let merged = imported(CATALOG, &po);
    assert_eq!(merged.source.text(), CATALOG.replace("'Attendez {item}.'", "\"Patientez pour {item}.\""));
    assert_eq!(merged.waiting, 3);
    // Where there is nothing to stay, the list waits as a whole.
    let new = CATALOG.replace("      fr: ['Attendez {item}.', 'Demandez.']\n", "").replace(
        "{message: \"{left} of {item}\", resolution: ['Wait for {item}.', Call us.]}",
        "\"{left} of {item}\"",
    );
    let po = exported(&new, ExchangeFormat::Po).replace(
        "msgid \"Wait for {item}.\"\nmsgstr \"\"",
        "msgid \"Wait for {item}.\"\nmsgstr \"Attendez {item}.\"",
    );
    let merged = imported(&new, &po);
    assert_eq!((merged.source.text(), merged.waiting), (&*new, 4));
}

#[test]
fn a_new_locale_comes_into_the_list() {
    let text = "locales: [en]\ncodes:\n  A1: {message: closed}\n";
    for format in ExchangeFormat::ALL {
        let file = open(&catalog(text)).export("pt-BR", format).unwrap();
        let file = match format {
            ExchangeFormat::Po => file.replace("\"closed\"\nmsgstr \"\"", "\"closed\"\nmsgstr \"fechado\""),
            ExchangeFormat::Xliff1 => file.replace("state=\"needs-translation\"/>", ">fechado</target>"),
            ExchangeFormat::Xliff2 => file
                .replace("state=\"initial\"", "state=\"translated\"")
                .replace("</source>", "</source><target>fechado</target>"),
        };
        let merged = imported(text, &file);
        let expected = "locales: [en, pt-BR]\ncodes:\n  A1: {message: {en: closed, pt-BR: fechado}}\n";
        assert_eq!((merged.source.text(), &*merged.locale), (expected, "pt-BR"), "{file}");
    }
}

const SMALL: &str = "locales: [en, fr]\ncodes:\n  A1:\n    params: {n: integer}\n    message: {en: \"{0} left\", fr: \"{0} encore\"}\n    causes: {en: [a], fr: [à]}\n";

#[test]
fn a_wrong_placeholder_is_shown_in_its_file() {
    let po = exported(SMALL, ExchangeFormat::Po)
        .replace("{0} encore", "encore \"\n\"{1}, \\\"{n}\\\"")
        .replace("à", "â");
    let merged = imported(SMALL, &po);
    assert_eq!(merged.source.text(), SMALL.replace("[à]", "[â]"));
    assert_eq!(
        merged.left_out.to_string(),
        "error[unknown-placeholder]: the `fr` message uses `{1}`, but `A1` has 1 param\n  --> fr:26:2\n   |\n26 | \"{1}, \\\"{n}\\\"\"\n   |  \
         ^^^ no such param\n   |\n  ::: catalog.yaml:4:13\n   |\n 4 |     params: {n: integer}\n   |             ------------ 1 param \
         declared here\n   |\n   = help: the placeholder is `{0}` (`n`); for the text itself, write `{{1}}`"
    );
    let one = exported(SMALL, ExchangeFormat::Xliff1);
    for (old, new, place, caret) in [
        ("/> encore", "/> &amp;&#10;encore {x}", "fr:14:83", "^^^ no such param"),
        (
            "equiv-text=\"{0}\"/> encore",
            "equiv-text=\"{7}\"/> encore",
            "fr:13:41",
            "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no such param",
        ),
    ] {
        let file = one.replace(old, new);
        assert_ne!(file, one);
        let report = imported(SMALL, &file.replace("à", "â")).left_out.to_string();
        assert!(report.contains(caret), "{place}\n{report}");
    }
}

#[test]
fn mistakes_have_their_place_and_help() {
    let po = exported(SMALL, ExchangeFormat::Po);
    for (old, new, message, place) in [
        ("msgctxt \"A1 message\"", "msgctxt \"A2 message\"", "the catalog has no code `A2`", "fr:23:9"),
        ("msgctxt \"A1 message\"", "msgctxt \"A1 mesage\"", "`A1 mesage` names no text of `A1`", "fr:23:9"),
        (
            "msgctxt \"A1 causes 1\"\nmsgid \"a\"",
            "msgctxt \"A1 message\"\nmsgid \"{0} left\"",
            "`A1 message` stands twice in the file",
            "fr:29:9",
        ),
        ("\"A1 causes 1\"", "\"A1 causes 2\"", "the catalog has no `A1 causes 2`", "fr:29:9"),
        ("msgctxt \"A1 message\"\n", "", "the entry does not say which text", "fr:23:7"),
        ("{0} left", "{0} gone", "the source text of `A1 message` is another one", "fr:24:7"),
        ("msgid \"{0}", "msgis \"{0}", "`msgis` is no keyword", "fr:24:1"),
        ("encore\"", "encore", "a text whose quotes are not closed", "fr:25:8"),
        ("encore\"", "enc\\ore\"", "an escape that gettext does not have", "fr:25:16"),
        ("encore\"", "encore\" x", "something follows the text in quotes", "fr:25:20"),
        ("Language: fr", "Language: ", "the file does not say its locale", "fr:1:1"),
        ("Language: fr", "Language: f r", "`f r` is not a locale", "fr:14:12"),
        ("Language: fr", "Language: en", "`en` is the source locale", "fr:14:12"),
    ] {
        let file = po.replace(old, new);
        assert_ne!(file, po, "{old}");
        let source = catalog(SMALL);
        let report = match open(&source).import(&Source::new("fr", &*file)) {
            Ok(merged) => merged.left_out,
            Err(EditError::Given(found)) => found,
            Err(other) => panic!("{other}"),
        };
        let [mistake] = &report.iter().collect::<Vec<_>>()[..] else { panic!("{new}: {report}") };
        assert!(mistake.message.starts_with(message), "{report}");
        assert!(mistake.help.is_some() && mistake.level() == Level::Error);
        let shown = report.to_string();
        assert!(shown.contains(&format!("--> {place}\n")), "{place}\n{shown}");
    }
}

#[test]
fn what_is_no_xliff_is_said() {
    let one = exported(SMALL, ExchangeFormat::Xliff1);
    for (file, message, place) in [
        (one.replace("</target>", ""), "the file is not well-formed XML", "fr:15:"),
        (one.replace("version=\"1.2\"", "version=\"3\""), "the file is not XLIFF of a version", "fr:2:1"),
        (one.replace(" target-language=\"fr\"", ""), "the file does not say its locale", "fr:3:3"),
        (
            format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{}", one.split_once('\n').unwrap().1),
            "the file is not well-formed",
            "fr:1:",
        ),
        ("<".to_owned(), "the file is not well-formed", "fr:1:"),
        (String::new(), "the file does not say its locale", "fr:1:1"),
    ] {
        let report = refused(SMALL, &file);
        assert!(report.contains(message) && report.contains(&format!("--> {place}")), "{report}");
    }
}

#[test]
fn the_locale_of_an_export_is_checked() {
    let source = catalog(SMALL);
    for (locale, message) in
        [("en", "`en` is the source locale of the catalog"), ("f_r", "`f_r` is not a locale")]
    {
        let Err(EditError::Given(found)) = open(&source).export(locale, ExchangeFormat::Po) else { panic!() };
        assert_eq!(found.iter().next().unwrap().message, message);
    }
}

#[test]
fn a_character_that_xml_cannot_hold_is_refused() {
    let text = SMALL.replace("[a]", "[\"a\\uFFFE\"]");
    let source = catalog(&text);
    let Err(EditError::Before(found)) = open(&source).export("fr", ExchangeFormat::Xliff2) else { panic!() };
    assert_eq!(
        found.iter().next().unwrap().message,
        "the causes of `A1` has the character U+FFFE, which XML cannot hold"
    );
    open(&source).export("fr", ExchangeFormat::Po).unwrap();
}

const PLURALS: &str = "\
locales: [en, ru, ja]
codes:
  A1:
    params: {n: integer, item: text}
    message:
      en: \"It's {n, plural, one {# '{'an hour'}'} other {# <hours>}} to {item}.\"
      ru: 'До {item}: {0, plural, one {# час} few {# часа} many {# часов} other {# часа}}.'
      ja: '{item}まで{n}時間'
    summary: {en: '{n, number} hours to {item}', ja: '{item}まで{n, number}時間'}
    causes: {en: ['It is the {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}.']}
";

fn exported_in(locale: &str, format: ExchangeFormat) -> String {
    open(&catalog(PLURALS)).export(locale, format).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn po_tells_tools_and_translators_of_plurals() {
    let po = exported_in("ru", ExchangeFormat::Po);
    let message = "#. {1}: item (text)\n#. {0, plural} in ru: one (";
    let texts = "#: catalog.yaml:5\n#, icu-message-format\nmsgctxt \"A1 message\"\nmsgid \"It's {n, plural, one {# '{'an hour'}'} other {# \
                 <hours>}} to {item}.\"\nmsgstr \"До {item}: {0, plural, one {# час} few {# часа} many {# часов} other {# часа}}.\"\n";
    let ordinal = "#. {0, selectordinal} in ru: other (0, 1, 2, 3, …)\n";
    for part in
        [message, ", few (2, 3, 4, 22, …), many (0, 5, 6, 7, …), other (no whole number)\n", texts, ordinal]
    {
        assert!(po.contains(part), "{part}\n{po}");
    }
    let head = po.split("\nmsgid").next().unwrap();
    for line in [
        "# {0, plural, one {# hour} other {# hours}} shows one of its texts",
        "# In `ru`, its texts are: one (",
        "# A text that has one is ICU MessageFormat as a whole: '{' and '}' are braces, '' is an apostrophe.",
    ] {
        assert!(head.contains(line), "{line}\n{head}");
    }
    // Where no param is a number, nobody asks.
    assert!(
        !exported(
            "locales: [en, fr]\ncodes: {A1: {params: {n: text}, message: {en: '{n}', fr: '{n}.'}}}\n",
            ExchangeFormat::Po
        )
        .contains("plural")
    );
}

#[test]
fn a_stale_text_with_a_plural_has_both_flags() {
    let text =
        PLURALS.replace("    causes:", "    stale: {ru: 'it is {n, plural, other {#}} {item}'}\n    causes:");
    let po = open(&catalog(&text)).export("ru", ExchangeFormat::Po).unwrap();
    assert!(
        po.contains("#, fuzzy, icu-message-format\n#| msgid \"it is {n, plural, other {#}} {item}\"\n"),
        "{po}"
    );
    // The mark says nothing where only the form is another.
    let text = text.replace(
        "it is {n, plural, other {#}} {item}",
        "It\u{2019}s {n,plural,other{# <hours>} one{# ''{an hour}''}} to {item}.",
    );
    let po = open(&catalog(&text)).export("ru", ExchangeFormat::Po);
    assert!(!po.unwrap().contains("#, fuzzy"));
}

#[test]
fn within_a_plural_xliff_has_text_alone() {
    for (format, number) in [
        (
            ExchangeFormat::Xliff1,
            "<source><x id=\"p0\" equiv-text=\"{n, number}\"/> hours to <x id=\"p1\" equiv-text=\"{item}\"/></source>",
        ),
        (
            ExchangeFormat::Xliff2,
            "<source><ph id=\"p0\" equiv=\"{n, number}\" disp=\"n\"/> hours to <ph id=\"p1\" equiv=\"{item}\" disp=\"item\"/></source>",
        ),
    ] {
        let file = exported_in("ja", format);
        for part in [
            number,
            "<source>It's {n, plural, one {# '{'an hour'}'} other {# &lt;hours&gt;}} to {item}.</source>",
            // A tool would miss the elements in the source text.
            "{item}まで{n}時間</target>",
            "{0, plural} in ja: other (0, 1, 2, 3, …)</note>",
            "<note>{0, plural, one {# hour} other {# hours}} shows one of its texts",
        ] {
            assert!(file.contains(part), "{part}\n{file}");
        }
        roxmltree::Document::parse(&file).unwrap();
    }
}

#[test]
fn texts_with_plurals_come_back_as_they_were() {
    for format in ExchangeFormat::ALL {
        for locale in ["ru", "ja"] {
            let file = exported_in(locale, format);
            let merged = imported(PLURALS, &file);
            assert_eq!((merged.source.text(), merged.texts.len()), (PLURALS, 0), "{file}");
        }
        let revised = exported_in("ru", format).replace("# часов", "# часов ровно");
        let merged = imported(PLURALS, &revised);
        assert_eq!(merged.source.text(), PLURALS.replace("# часов", "# часов ровно"));
    }
}

#[test]
fn a_branch_that_the_locale_needs_is_missed_in_its_file() {
    for (format, line) in [
        (ExchangeFormat::Po, "msgstr \"До"),
        (ExchangeFormat::Xliff1, "До"),
        (ExchangeFormat::Xliff2, "<target>До"),
    ] {
        let file = exported_in("ru", format).replace("few {# часа} many {# часов}", "few {# ч} two {#}");
        let report = refused(PLURALS, &file);
        let branches = "{item}: {0, plural, one {# час} few {# ч} two {#} other {# часа}}.";
        for part in [
            "error[missing-category]: the plural of `{0}` (`n`) in the `ru` message lacks the category `many`\n  --> fr:",
            "error[unknown-category]: the language of `ru` does not have the category `two`\n  --> fr:",
            &format!("{line} {branches}"),
        ] {
            assert!(report.contains(part), "{part}\n{report}");
        }
    }
}

/// Files that were exported when no text had a plural.
#[test]
fn a_text_without_a_plural_may_get_one() {
    let plain =
        "locales: [en, ru]\ncodes:\n  A1:\n    params: {n: integer}\n    message:\n      en: '{0} hours'\n";
    let plural = "{n, plural, one {# час} few {# часа} many {# часов} other {# часа}}";
    let old =
        "msgid \"\"\nmsgstr \"Language: ru\\n\"\n\nmsgctxt \"A1 message\"\nmsgid \"{0} hours\"\nmsgstr \"";
    for translation in [plural, "{0} ч"] {
        let merged = imported(plain, &format!("{old}{translation}\"\n"));
        assert_eq!(merged.left_out.to_string(), "");
        assert!(
            merged.source.text().ends_with(&format!("      ru: '{translation}'\n")),
            "{}",
            merged.source.text()
        );
    }
    let unit = "<trans-unit id=\"A1 message\"><source><x id=\"p0\" equiv-text=\"{0}\"/> hours</source><target><x id=\"p0\"/> ч</target></trans-unit>";
    let xliff =
        format!("<xliff version=\"1.2\"><file target-language=\"ru\"><body>{unit}</body></file></xliff>");
    assert!(imported(plain, &xliff).source.text().ends_with("      ru: '{0} ч'\n"));
    // The source text has got a plural since: the translation is to be looked at.
    let now = plain.replace("'{0} hours'", "'{n, plural, one {# hour} other {# hours}}'");
    let said = refused(&now, &format!("{old}{{0}} ч\"\n"));
    assert!(said.contains("the source text of `A1 message` is another one in the catalog now"), "{said}");
}

/// Texts with all that could be lost.
fn text() -> impl Strategy<Value = String> {
    let part = select(vec![
        "{0}",
        "{n}",
        "{0, number}",
        "{n, plural, =0 {none '}' '#'} one {# & {n}}\n other {''#'' <b>}}",
        "{{",
        "}}",
        "\"",
        "\\",
        "\\n",
        "'",
        " ",
        "\t",
        "\n",
        "\n\n",
        "é",
        "e\u{301}",
        "期限",
        "😀",
        "&",
        "&amp;",
        "<",
        ">",
        "<x id=\"1\"/>",
        "]]>",
        "<!--",
        "%s",
        "#",
        "#~",
        "a",
        "word ",
        "\u{a0}",
        "\u{200b}",
        "msgid",
        "- ",
        ": ",
    ]);
    prop::collection::vec(part, 1..8)
        .prop_map(|parts| parts.concat())
        .prop_filter("it is empty", |text| !text.trim().is_empty())
}

/// A catalog with these texts: a source text, its translation if there is one, and whether that is stale.
type Texts = Vec<(String, Option<(String, bool)>)>;

fn build(texts: &Texts, with_translations: bool) -> Source {
    let head =
        "locales: [en, de]\ncodes:\n  A0: {params: {n: integer}, message: {en: \"{0}\", de: \"{0}.\"}}\n";
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let mut yaml = head.to_owned();
    for (index, (source, translation)) in texts.iter().enumerate() {
        let translated = translation.as_ref().filter(|_| with_translations);
        let german = translated.map_or(String::new(), |(text, _)| format!(", de: {}", quoted(text)));
        let stale =
            translated.filter(|(_, is_stale)| *is_stale).map_or("", |_| "\n    stale: {de: {summary: old}}");
        let _ = write!(
            yaml,
            "  A/{index}:\n    params: {{n: integer}}\n    message: {{en: \"{{0}} {index}\", de: \"{index} {{0}}\"}}\n    \
             summary: {{en: {}{german}}}{stale}\n",
            quoted(source)
        );
    }
    catalog(&yaml)
}

fn is_good(source: &Source) -> Option<Catalog> {
    read(source).ok().map(|checked| checked.catalog)
}

#[test]
fn round_trips_lose_nothing() {
    let config =
        Config { cases: 400, failure_persistence: None, max_global_rejects: 100_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let texts = prop::collection::vec((text(), prop::option::of((text(), any::<bool>()))), 1..4);
    let result = runner.run(&texts, |texts| {
        let (whole, bare) = (build(&texts, true), build(&texts, false));
        let Some(catalog) = is_good(&whole) else { return Err(TestCaseError::reject("no catalog")) };
        for format in ExchangeFormat::ALL {
            let file = open(&whole).export("de", format).unwrap();
            // Nothing is new to the catalog that it is from.
            let same = open(&whole).import(&Source::new("de", &*file)).unwrap();
            prop_assert_eq!(same.source.text(), whole.text());
            // To one without the translations, all are that are not stale.
            let merged = open(&bare).import(&Source::new("de", &*file)).unwrap();
            prop_assert_eq!(merged.left_out.to_string(), "");
            let after = is_good(&merged.source).unwrap();
            for (index, (_, translation)) in texts.iter().enumerate() {
                let (before, after) = (&catalog.entries[index + 1], &after.entries[index + 1]);
                let is_stale = translation.as_ref().is_some_and(|(_, is_stale)| *is_stale);
                let expected = before.summary.written(1).filter(|_| !is_stale);
                prop_assert_eq!(after.summary.written(1), expected, "{}\n{}", format, file);
            }
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// Whatever is cut off or left out, there is a report or an edit, and no panic.
#[test]
fn nothing_panics() {
    let source = catalog(SMALL);
    let editor = open(&source);
    for format in ExchangeFormat::ALL {
        let file = editor.export("fr", format).unwrap();
        for (at, sign) in file.char_indices() {
            let without = format!("{}{}", &file[..at], &file[at + sign.len_utf8()..]);
            for broken in [&file[..at], &without] {
                match editor.import(&Source::new("fr", broken)) {
                    Ok(merged) => drop(merged.left_out.to_string()),
                    Err(error) => drop(error.to_string()),
                }
            }
        }
    }
}

/// The names of the elements directly in one, in their order, each once.
fn parts<'d>(node: roxmltree::Node<'d, '_>) -> Vec<&'d str> {
    let elements = node.children().filter(roxmltree::Node::is_element);
    let mut names: Vec<_> = elements.map(|node| node.tag_name().name()).collect();
    names.dedup();
    names
}

/// What the schemas of XLIFF ask for: which elements stand where and in which order, and which ids are unique.
#[test]
fn the_elements_of_xliff_are_in_their_order() {
    let in_order = |names: &[&str], order: &[&str]| {
        let places: Option<Vec<_>> =
            names.iter().map(|name| order.iter().position(|other| other == name)).collect();
        places.is_some_and(|places| places.is_sorted())
    };
    for (format, unit, order) in [
        (
            ExchangeFormat::Xliff1,
            "trans-unit",
            &["source", "target", "context-group", "note", "alt-trans"][..],
        ),
        (ExchangeFormat::Xliff2, "unit", &["notes", "segment"]),
        (ExchangeFormat::Xliff2, "segment", &["source", "target"]),
    ] {
        let file = exported(CATALOG, format);
        let document = roxmltree::Document::parse(&file).unwrap();
        let namespace = document.root_element().tag_name().namespace().unwrap();
        assert!(namespace.starts_with("urn:oasis:names:tc:xliff:document:"), "{namespace}");
        assert!(
            document
                .descendants()
                .all(|node| { !node.is_element() || node.tag_name().namespace() == Some(namespace) })
        );
        let units: Vec<_> = document.descendants().filter(|node| node.tag_name().name() == unit).collect();
        assert_eq!(units.len(), 5);
        for unit in &units {
            assert!(in_order(&parts(*unit), order), "{:?}", parts(*unit));
        }
        let ids: std::collections::BTreeSet<_> =
            units.iter().filter_map(|unit| unit.attribute("id")).collect();
        let is_name =
            |id: &&str| id.chars().all(|sign| sign.is_ascii_alphanumeric() || "-._:·".contains(sign));
        match unit {
            "segment" => assert!(ids.is_empty()),
            "unit" => assert!(ids.len() == units.len() && ids.iter().all(is_name), "{ids:?}"),
            _ => assert_eq!(ids.len(), units.len()),
        }
        for text in
            document.descendants().filter(|node| ["source", "target"].contains(&node.tag_name().name()))
        {
            let inline = text.children().filter(roxmltree::Node::is_element);
            let ids: Vec<_> = inline.map(|node| node.attribute("id").unwrap()).collect();
            let unique: std::collections::BTreeSet<_> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{ids:?}");
        }
    }
}
