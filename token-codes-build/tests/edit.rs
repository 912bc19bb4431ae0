//! Edits of catalogs: what they add, and that nothing else changes.

use std::fs;
use std::path::Path;

use proptest::{prelude::*, test_runner::RngSeed};
use token_codes_build::{
    Diagnostics, Kind, Level, Source,
    catalog::Column,
    edit::{Detail, EditError, Edited, Editor, Merged, NewEntry, NewParam},
    read,
};

fn entry(code: &str, locale: &str, message: &str) -> NewEntry {
    let mut entry = NewEntry::new(code);
    entry.messages = vec![(locale.to_owned(), message.to_owned())];
    entry
}

fn insert(catalog: &str, entry: &NewEntry) -> Result<Edited, EditError> {
    insert_entry(&Source::new("catalog.yaml", catalog), entry)
}

fn insert_entry(source: &Source, entry: &NewEntry) -> Result<Edited, EditError> {
    Editor::open(source)?.insert(entry)
}

fn next_code(source: &Source, family: &str) -> Result<String, EditError> {
    Editor::open(source)?.next_code(family)
}

fn stub(source: &Source, locale: &str) -> Result<Option<String>, EditError> {
    Editor::open(source)?.stub(locale)
}

fn merge(source: &Source, stub: &Source) -> Result<Merged, EditError> {
    Editor::open(source)?.merge(stub)
}

/// Asserts that adding `SHOP002` to `catalog` puts `added` between what stands before and after the `‸`.
#[track_caller]
fn assert_added(catalog: &str, added: &str) {
    let (before, after) = catalog.split_once('‸').expect("a caret shows the place");
    let catalog = catalog.replace('‸', "");
    match insert(&catalog, &entry("SHOP002", "en", "closed")) {
        Ok(edited) => {
            assert_eq!(edited.source.text(), format!("{before}{added}{after}"));
            assert_eq!(edited.text().trim_start_matches(' '), edited.text().trim());
            assert!(edited.text().trim().starts_with("SHOP002:"), "{:?}", edited.text());
        }
        Err(refused) => panic!("{refused}"),
    }
}

#[test]
fn it_goes_behind_its_family() {
    assert_added(
        "locales: [en]\ncodes:\n  SHOP001:\n    message: sold\n‸  TOK001:\n    message: void\n",
        "  SHOP002:\n    message: closed\n",
    );
    assert_added(
        "locales: [en]\ncodes:\n  A1:\n    message: sold\n\n  B1:\n    message: void\n‸title: Codes\n",
        "\n  SHOP002:\n    message: closed\n",
    );
}

#[test]
fn an_entry_has_what_its_columns_need() {
    let columns = "\
locales: [en]
columns:
  http_status: {type: integer, required: true, default: 500}
  team: {type: text, required: true}
codes:
  A1:
    message: one
    team: shop
";
    let with = |values: &[(&str, &str)]| {
        let mut entry = entry("A2", "en", "two");
        entry.values = values.iter().map(|(column, value)| ((*column).into(), (*value).into())).collect();
        insert(columns, &entry)
    };
    let added = |values| with(values).unwrap_or_else(|refused| panic!("{refused}")).text().trim().to_owned();
    assert_eq!(added(&[("team", "stock")]), "A2:\n    team: stock\n    message: two");
    // The default may be written, too.
    let written = "A2:\n    http_status: 500\n    team: stock\n    message: two";
    assert_eq!(added(&[("team", "stock"), ("http_status", "500")]), written);
    let refused = with(&[("http_status", "404")]).unwrap_err();
    assert_eq!(kinds(refused.diagnostics()), [Kind::MissingValue]);
    let source = Source::new("catalog.yaml", columns);
    let asked: Vec<_> = Editor::open(&source).unwrap().columns();
    let asked: Vec<_> = asked.iter().map(|column| (column.is_needed, column.default.as_deref())).collect();
    assert_eq!(asked, [(false, Some("500")), (true, None)]);
}

/// The locale that is merged stands in for another, whose own texts are those of the source locale so far.
#[test]
fn a_merged_locale_stands_in_for_another() {
    let catalog = "\
locales: [en, fr-CA]
checks: {missing-translation: allow}
codes:
  A1:
    message: {en: one}
    summary: first
    causes: {en: [a], fr-CA: [b]}
";
    let source = Source::new("catalog.yaml", catalog);
    let filled = "locale: fr\ncodes: {A1: {message: un, summary: premier, causes: [c]}}\n";
    let merged =
        merge(&source, &Source::new("fr.yaml", filled)).unwrap_or_else(|refused| panic!("{refused}"));
    assert!(merged.left_out.is_empty(), "{}", merged.left_out);
    let catalog = read(&merged.source).unwrap().catalog;
    assert_eq!(catalog.locales[1].fallback, [2, 0]);
    let entry = &catalog.entries[0];
    assert_eq!(entry.messages[1].template.text, "un");
    assert_eq!((&*entry.summary.get(1).text, &*entry.causes.get(1)[0].text), ("premier", "b"));
    assert!(
        stub(&merged.source, "fr").unwrap().is_none() && stub(&merged.source, "fr-CA").unwrap().is_some()
    );
}

#[test]
fn comments_stay_with_what_they_are_about() {
    assert_added(
        "locales: [en]
codes:
  SHOP001:
    message: 'sold' # at the end
    # below it
‸
  # Tokens.
  TOK001:
    message: void
# The end.
",
        "\n  SHOP002:\n    message: closed\n",
    );
}

#[test]
fn line_breaks_are_those_of_the_file() {
    assert_added(
        "\u{FEFF}locales: [en]\r\ncodes:\r\n  SHOP001:\r\n    message: sold\r\n‸",
        "\r\n  SHOP002:\r\n    message: closed\r\n",
    );
    assert_added(
        "locales: [en]\rcodes:\r  SHOP001:\r    message: sold\r‸",
        "\r  SHOP002:\r    message: closed\r",
    );
    assert_added(
        "locales: [en]\ncodes:\n  SHOP001:\n    message: sold‸",
        "\n\n  SHOP002:\n    message: closed",
    );
    assert_added(
        "locales: [en]\r\ncodes:\r\n SHOP001: {message: sold}‸",
        "\r\n\r\n SHOP002:\r\n  message: closed",
    );
}

#[test]
fn indentation_is_that_of_the_siblings() {
    assert_added(
        "locales: [en]\ncodes:\n     SHOP001:\n        message: sold\n‸",
        "\n     SHOP002:\n        message: closed\n",
    );
    assert_added(
        "locales: [en]\ncodes:\n  A1:\n      message: x\n  SHOP001: {message: sold}\n‸  B1:\n   message: y\n",
        "  SHOP002:\n   message: closed\n",
    );
}

#[test]
fn empty_lines_that_are_part_of_a_text_stay_so() {
    assert_added(
        "locales: [en]\ncodes:\n  SHOP001:\n    message: |+\n      sold\n\n\n‸",
        "  SHOP002:\n    message: closed\n",
    );
    assert_added(
        "locales: [en]\ncodes:\n  A1:\n    message: x\n\n  SHOP001:\n    message: >+ # kept\n      sold\n\n‸  B1:\n    message: |\n      y\n",
        "  SHOP002:\n    message: closed\n\n",
    );
}

#[test]
fn the_first_code_of_a_catalog() {
    let added = "\n  SHOP002:\n    message: closed";
    for catalog in ["locales: [en]\ncodes:‸", "locales: [en]\ncodes: # none yet‸"] {
        assert_added(catalog, added);
    }
    assert_added("codes:\n‸locales: [en]\n", "  SHOP002:\n    message: closed\n");
    for nothing in [" {}", " ~", " null", "  { }"] {
        let catalog = format!("locales: [en]\ncodes:{nothing} # none yet\nretired: [X1]\n");
        let edited = insert(&catalog, &entry("SHOP002", "en", "closed")).unwrap();
        assert_eq!(
            edited.source.text(),
            "locales: [en]\ncodes: # none yet\n  SHOP002:\n    message: closed\nretired: [X1]\n"
        );
        assert_eq!(edited.text(), "  SHOP002:\n    message: closed");
    }
}

#[test]
fn the_first_code_may_have_the_param_of_a_role() {
    let mut first = entry("A1", "en", "in {wait}");
    first.params = vec![NewParam::new("wait", "integer")];
    let edited = insert("locales: [en]\nroles: {retry_after: wait}\ncodes:\n", &first).unwrap();
    assert!(edited.text().contains("wait: integer"), "{}", edited.text());
}

#[test]
fn a_text_at_the_end_of_the_file_is_not_changed() {
    let catalog = "locales: [en]\ncodes:\n  A1:\n    message: |\n      sold";
    assert_refused(
        insert(catalog, &entry("A2", "en", "y")),
        "\
error[wrong-shape]: the text of `A1` ends with the file; in the midst of it, it would end with a line break
 --> catalog.yaml:5:7
  |
5 |       sold
  |       ^^^^
  |
  = help: end the file with a line break, or begin the text with `|-` instead",
    );
    let catalog = catalog.replace('|', "|-");
    insert(&catalog, &entry("A2", "en", "y")).unwrap();
}

#[track_caller]
fn assert_refused(refused: Result<Edited, EditError>, expected: &str) {
    assert_eq!(refused.expect_err("it is refused").to_string(), expected);
}

#[test]
fn codes_in_braces_are_refused() {
    let refused = insert("locales: [en]\ncodes: {A1: {message: x}}\n", &entry("A2", "en", "y"));
    assert_refused(
        refused,
        "\
error[wrong-shape]: the codes are in braces, where no entry can be added or moved
 --> catalog.yaml:2:1
  |
2 | codes: {A1: {message: x}}
  | ^^^^^
  |
  = help: write each code on a line of its own below `codes:`, without the braces around them all",
    );
    let refused = insert("{locales: [en], codes: {}}\n", &entry("A2", "en", "y")).unwrap_err();
    assert!(refused.to_string().contains("in braces"), "{refused}");
    let refused = insert("locales: [en]\ncodes:\n  ? A1\n  : message: x\n", &entry("A2", "en", "y"));
    assert!(refused.unwrap_err().to_string().contains("does not start its line"));
}

#[test]
fn mistakes_from_before_are_to_be_mended_first() {
    let refused = insert("locales: [en]\ncodes:\n  A1:\n    mesage: x\n", &entry("A2", "en", "y"));
    let Err(EditError::Before(found)) = refused else { panic!("{refused:?}") };
    assert_eq!(kinds(&found), [Kind::UnknownKey]);
}

#[test]
fn mistakes_of_the_entry_are_told_all_at_once() {
    let catalog = "locales: [ja, en]\nretired: [A3]\ncodes:\n  A1:\n    message: {ja: x1, en: y1}\n";
    let mut entry = entry("A3", "fr", "{1}");
    entry.name = Some("Not Kebab".into());
    entry.params = vec![NewParam::new("item", "txt")];
    let refused = insert(catalog, &entry);
    let Err(EditError::After(found)) = refused else { panic!("{refused:?}") };
    let kinds = kinds(&found);
    for kind in [
        Kind::RetiredCode,
        Kind::InvalidName,
        Kind::UnknownType,
        Kind::UnknownLocale,
        Kind::MissingSourceText,
    ] {
        assert!(kinds.contains(&kind), "{kind} is not among {kinds:?}");
    }
}

fn kinds(found: &Diagnostics) -> Vec<Kind> {
    found.iter().map(|diagnostic| diagnostic.kind).collect()
}

#[test]
fn warnings_are_those_of_the_entry() {
    let catalog =
        "locales: [ja, en]\ncodes:\n  A1:\n    message: {ja: x1}\n  B1:\n    message: {ja: x2, en: y2}\n";
    let edited = insert(catalog, &entry("A2", "ja", "x2")).unwrap();
    // `B1` is told to have the message of `A2`, which stands before it.
    assert_eq!(kinds(&edited.warnings), [Kind::MissingTranslation, Kind::DuplicateMessage]);
}

#[test]
fn the_next_code_is_behind_those_in_use_and_the_retired() {
    let source =
        Source::new("catalog.yaml", "locales: [en]\nretired: [A07, B2]\ncodes:\n  A05:\n    message: x\n");
    assert_eq!(next_code(&source, "A").unwrap(), "A08");
    assert_eq!(next_code(&source, "B").unwrap(), "B3");
    assert_eq!(next_code(&source, "C").unwrap(), "C001");
}

/// Every sound catalog among the golden ones takes a code, keeps every byte, and is told nothing new of what it had.
#[test]
fn sound_catalogs_of_every_shape_keep_every_byte() {
    let mut edited = 0;
    for (name, source) in sound_catalogs() {
        let before = read(&source).unwrap();
        let locale = &before.catalog.locales[0].tag;
        let mut new = entry("ZZ-ADDED1", locale, "新しい: #1");
        // What each code needs, it has from the first.
        let needed = |column: &Column| column.required && column.default.is_none();
        new.values = before.catalog.entries.first().map_or_else(Vec::new, |first| {
            let columns =
                before.catalog.columns.iter().zip(&first.values).filter(|(column, _)| needed(column));
            columns
                .map(|(column, value)| (column.name.clone(), value.as_ref().unwrap().to_string()))
                .collect()
        });
        let added = match insert_entry(&source, &new) {
            Ok(added) => added,
            Err(refused) => {
                // At the end of the file, a text below `|` has no line break, and would get one.
                assert!(refused.to_string().contains("ends with the file"), "{name}: {refused}");
                assert!(!source.text().ends_with('\n'), "{name}: {refused}");
                continue;
            }
        };
        assert_kept(&name, source.text(), &added);
        let after = read(&added.source).unwrap();
        let others = after.warnings.iter().filter(|warning| !added.added.contains(&warning.span.start));
        assert_eq!(others.count(), before.warnings.iter().count(), "{name}");
        edited += 1;
    }
    assert!(edited > 60, "only {edited} catalogs were edited");
}

/// The golden catalogs without errors, also the fixed ones, and the real one, each also with other line breaks, without the last of them, and
/// with a byte order mark.
fn sound_catalogs() -> Vec<(String, Source)> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(package.join("tests/golden")).unwrap().map(|file| file.unwrap().path());
    let mut sound = Vec::new();
    for file in files.chain([package.join("../catalog.yaml")]) {
        let Ok(source) = Source::read(&file) else { continue };
        let text = source.text().to_owned();
        // What is added here lacks translations and leaves no param out.
        if ["strict: true", "missing-translation: ", "omits: "].iter().any(|needs| text.contains(needs)) {
            continue;
        }
        let with_mark = format!("\u{FEFF}{}", text.trim_start_matches('\u{FEFF}'));
        let with_returns = text.replace("\r\n", "\n").replace('\n', "\r\n");
        for text in [text.trim_end().to_owned(), with_mark, with_returns, text] {
            let source = Source::new("catalog.yaml", text);
            if file.extension().is_some_and(|extension| extension == "yaml") && read(&source).is_ok() {
                sound.push((file.display().to_string(), source));
            }
        }
    }
    sound
}

/// Asserts that the old text is the new one without the entry and the line breaks around it.
#[track_caller]
fn assert_kept(name: &str, old: &str, new: &Edited) {
    let (text, lines) = (new.source.text(), new.text());
    let length = text.len() - old.len();
    assert!(length - lines.len() <= 4, "{name}: more than line breaks beside the entry:\n{text}");
    let is_kept = (0..=4).filter_map(|breaks| new.added.start.checked_sub(breaks)).any(|start| {
        let inserted =
            text.get(start..start + length).is_some_and(|inserted| inserted.trim() == lines.trim());
        inserted && old.starts_with(&text[..start]) && text[start + length..] == old[start..]
    });
    assert!(is_kept, "{name}:\n{text}");
}

/// Texts that are hard to write, among others. The seed is fixed, so that a failure is one for everybody.
fn text() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\r",
        ":",
        ": ",
        "#",
        " #",
        "-",
        "- ",
        "?",
        "|",
        ">",
        "'",
        "\"",
        "\\",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "[",
        "]",
        ",",
        "{{",
        "}}",
        "~",
        "null",
        "0E0001",
        "on",
        "---",
        "...",
        "<<",
        "a",
        "日本語",
        "か\u{3099}",
        "😀",
        "\u{A0}",
        "\u{3000}",
        "\u{85}",
        "\u{2028}",
        "\u{FEFF}",
    ]);
    let sign = prop_oneof![sign.prop_map(str::to_owned), "[ -~]", any::<char>().prop_map(String::from)];
    prop::collection::vec(sign, 0..8)
        .prop_map(|signs| signs.concat().replace(['{', '}'], "{{"))
        // In the file, they are refused; in an escape, the check says what is wrong with them.
        .prop_filter("control characters", |text| {
            !text.contains(|c: char| c.is_control() && !"\n\t\r\u{85}".contains(c))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::with_cases(800) })]

    #[test]
    fn texts_are_read_as_they_were_given(message in text(), cause in text(), width in 1..5_usize) {
        let indent = " ".repeat(width);
        let end = if width % 2 == 0 { "" } else { "\n" };
        let catalog = format!(
            "locales: [en]\nchecks: {{bidi-override: allow}}\ncodes:\n{indent}A1:\n{indent}{indent}message: x\n{indent}A9:\n{indent}{indent}message: y{end}"
        );
        let mut new = entry("A2", "en", &message);
        new.causes = Some(Detail::Same(vec![cause.clone()]));
        new.summary = Some(Detail::Same(message.clone()));
        match insert(&catalog, &new) {
            Ok(edited) => {
                let catalog = read(&edited.source).unwrap().catalog;
                let entry = catalog.entry("A2").unwrap();
                prop_assert_eq!(&entry.messages[0].template.text, &message);
                prop_assert_eq!(&entry.summary.get(0).text, &message);
                prop_assert_eq!(&entry.causes.get(0)[0].text, &cause);
            }
            Err(refused) => {
                // What is refused is refused for what it says, not for how it is written.
                let kinds = kinds(refused.diagnostics());
                let of_texts = [Kind::InvalidPlaceholder, Kind::ControlCharacter];
                prop_assert!(kinds.iter().all(|kind| of_texts.contains(kind)), "{}", refused);
            }
        }
    }
}

#[test]
fn only_errors_are_told_of_a_refusal() {
    let refused =
        insert("locales: [en]\ncodes:\n  A1:\n    message: ''\n", &entry("A2", "en", "{x}")).unwrap_err();
    assert!(refused.diagnostics().iter().all(|diagnostic| diagnostic.level() == Level::Error));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::with_cases(500) })]

    /// Whatever a catalog looks like, nothing panics, and what is edited is a catalog with one more code.
    #[test]
    fn edits_of_any_catalog_keep_its_entries(edits in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, text()), 0..4)) {
        let mut catalog = SHAPES.to_owned();
        for (at, length, text) in edits {
            let start = catalog.floor_char_boundary(at.index(catalog.len()));
            let end = catalog.floor_char_boundary((start + length).min(catalog.len()));
            catalog.replace_range(start..end, &text);
        }
        let source = Source::new("catalog.yaml", catalog);
        if let Ok(edited) = insert_entry(&source, &entry("A3", "en", "added")) {
            let (before, after) = (read(&source).unwrap().catalog, read(&edited.source).unwrap().catalog);
            prop_assert_eq!(after.entries.len(), before.entries.len() + 1);
            assert_kept("", source.text(), &edited);
        }
        if let Ok(Some(stub)) = stub(&source, "fr") {
            let _ = merge(&source, &Source::new("fr.yaml", stub.replace("\"\"", "x")));
        }
        let _ = next_code(&source, "A");
    }
}

#[test]
fn the_catalog_that_is_mutated_is_sound() {
    let edited = insert(SHAPES, &entry("A3", "en", "added")).unwrap();
    assert_kept("", SHAPES, &edited);
}

const SHAPES: &str = "\
# A head.
title: Codes
locales: [en]
codes:
  A1:
    message: |+
      one

    # inside
  A2: {message: two} # behind

  B1:
    message: \"three
      lines\"
    causes:
    - >-
      folded
      text
# The end.
";

/// Every sound catalog takes a translation of every message, and nothing else in it is changed.
#[test]
fn sound_catalogs_of_every_shape_take_translations() {
    let mut merged = 0;
    for (name, source) in sound_catalogs() {
        let before = read(&source).unwrap().catalog;
        let empty =
            Source::new("nn.yaml", stub(&source, "nn").unwrap().expect("no message is in this locale"));
        assert!(merge(&source, &empty).unwrap().texts.is_empty(), "{name}");
        let filled = before.entries.iter().map(|entry| {
            let text = serde_json::to_string(&format!("nn: {}", entry.messages[0].template.text)).unwrap();
            format!("  {:?}: {{message: {text}}}\n", entry.code)
        });
        let filled = Source::new("nn.yaml", format!("locale: nn\ncodes:\n{}", filled.collect::<String>()));
        let after = match merge(&source, &filled) {
            Ok(merged) => read(&merged.source).unwrap().catalog,
            Err(refused) => {
                let is_at_end = refused.to_string().contains("without a change of another text");
                assert!(is_at_end && !source.text().ends_with('\n'), "{name}: {refused}");
                continue;
            }
        };
        assert_eq!(after.locales.last().unwrap().tag, "nn");
        for (old, new) in before.entries.iter().zip(&after.entries) {
            let (translation, others) = new.messages.split_last().unwrap();
            assert_eq!(translation.template.text, format!("nn: {}", old.messages[0].template.text), "{name}");
            assert_eq!(others, old.messages, "{name}");
        }
        merged += 1;
    }
    assert!(merged > 50, "only {merged} catalogs were translated");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::with_cases(400) })]

    #[test]
    fn translations_are_read_as_they_were_given(text in text()) {
        let catalog = "locales: [en]\nchecks: {bidi-override: allow}\ncodes:\n  A1: {message: x}\n  B1:\n    message: y\n  C1:\n    message: z\n";
        let written = serde_json::to_string(&text).unwrap().replace('\u{7F}', "\\u007F");
        let written = written.chars().map(|sign| match sign {
            '\u{80}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' => format!("\\u{:04X}", u32::from(sign)),
            sign => sign.to_string(),
        });
        let written: String = written.collect();
        let stub = format!("locale: fr\ncodes: {{A1: {{message: {written}}}, B1: {{message: {written}}}}}\n");
        let source = Source::new("catalog.yaml", catalog);
        match merge(&source, &Source::new("fr.yaml", stub)) {
            Ok(merged) => {
                let catalog = read(&merged.source).unwrap().catalog;
                for entry in catalog.entries.iter().filter(|entry| entry.messages.len() > 1 && entry.messages[1].translated) {
                    prop_assert_eq!(&entry.messages[1].template.text, &text);
                }
                prop_assert_eq!(merged.texts.len(), if text.is_empty() { 0 } else { 2 });
            }
            Err(refused) => {
                let of_texts = [Kind::InvalidPlaceholder, Kind::ControlCharacter];
                prop_assert!(kinds(refused.diagnostics()).iter().all(|kind| of_texts.contains(kind)), "{}", refused);
            }
        }
    }
}

/// What only details show needs no placeholder in a translation of the message, and nobody has to say so once more.
#[test]
fn a_secret_param_is_none_of_a_translation() {
    let text = "\
locales: [ja, en]
codes:
  SHOP001:
    params:
      user: {type: text, privacy: personal}   # who paid
      card:
        privacy: secret
        type: any
      paid: boolean
    message: {en: '{user}: {paid}', ja: '{user}は{paid}'}
    summary: {ja: '{0}の決済'}
";
    let source = Source::new("catalog.yaml", text);
    let asked = stub(&source, "en").unwrap().unwrap();
    assert!(asked.contains("    # {0}: user (text)\n    # {2}: paid (boolean)\n"), "{asked}");
    let merged = |summary: &str| {
        let stub = format!("locale: en\ncodes:\n  SHOP001:\n    summary: '{summary}'\n");
        merge(&source, &Source::new("en.yaml", stub))
    };
    let new = merged("the payment of {0}").unwrap_or_else(|refused| panic!("{refused}"));
    let expected = text.replace("の決済'}", "の決済', en: \"the payment of {0}\"}");
    assert_eq!(new.source.text(), expected);
    let refused = merged("the payment of {0} with {1}").unwrap_err();
    assert_eq!(kinds(refused.diagnostics()), [Kind::SecretPlaceholder]);
}

#[test]
fn a_param_for_details_alone_is_none_of_a_merged_message() {
    let source = Source::new(
        "catalog.yaml",
        "locales: [en]
codes:
  SHOP001:
    params: {name: text}
    message: sold
    causes: [\"{name} was sold\"]
    omits: {en: [name]}
",
    );
    let stub = Source::new("ja.yaml", "locale: ja\ncodes:\n  SHOP001:\n    message: 売り切れ\n");
    let merged = merge(&source, &stub).unwrap_or_else(|refused| panic!("{refused}"));
    assert!(merged.left_out.is_empty());
    assert_eq!(
        merged.source.text(),
        "locales: [en, ja]
codes:
  SHOP001:
    params: {name: text}
    message:
      en: sold
      ja: 売り切れ
    causes: [\"{name} was sold\"]
    omits: {en: [name]}
"
    );
}
