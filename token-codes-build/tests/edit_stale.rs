//! Marks of stale translations: how they are set against an earlier state of the catalog, and how a new text ends them.

use token_codes_build::{
    Source,
    catalog::{Catalog, TextField},
    edit::Editor,
    read,
};

fn catalog(text: &str) -> Catalog {
    read(&Source::new("catalog.yaml", text)).unwrap_or_else(|found| panic!("{found}\n{text}")).catalog
}

/// The catalog `now` with the marks that it gets against `base`.
#[track_caller]
fn marked(base: &str, now: &str) -> String {
    let source = Source::new("catalog.yaml", now);
    let editor = Editor::open(&source).unwrap_or_else(|error| panic!("{error}"));
    let marked = editor.mark_stale(&catalog(base)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(marked.texts.is_empty(), marked.source.text() == now);
    marked.source.text().to_owned()
}

/// `now`, which gets no mark.
#[track_caller]
fn assert_unmarked(base: &str, now: &str) {
    assert_eq!(marked(base, now), now);
}

/// The catalog with a stub in it.
#[track_caller]
fn merged(catalog: &str, stub: &str) -> String {
    let source = Source::new("catalog.yaml", catalog);
    let editor = Editor::open(&source).unwrap_or_else(|error| panic!("{error}"));
    let merged = editor.merge(&Source::new("stub.yaml", stub)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(merged.left_out.to_string(), "");
    merged.source.text().to_owned()
}

const BLOCK: &str = "\
locales: [ja, en, no]   # no is Norwegian
codes:
  A1:                   # the first
    params: {n: integer}
    message:
      ja: '{0}時間'
      en: \"{0} hours\"
      # three is few
      'no': '{0} timer'
    causes:
      ja: [甲, 乙]
      en:
      - 'a'   # first
      - b
  # the second
  A2:
    message: {ja: 二, en: two, 'no': to}
";

#[test]
fn a_translation_is_marked_when_its_source_text_has_changed() {
    let now = BLOCK.replace("'{0}時間'", "'最大{0}時間'").replace("乙", "丙");
    let expected = now.replace(
        "      - b\n",
        "      - b\n    stale:\n      en: {message: \"{0}時間\", causes: [甲, 乙]}\n      'no': '{0}時間'\n",
    );
    assert_eq!(marked(BLOCK, &now), expected);
    let windows = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(marked(&windows(BLOCK), &windows(&now)), windows(&expected));
}

#[test]
fn what_has_been_translated_again_is_not_marked() {
    let now = BLOCK.replace("'{0}時間'", "'最大{0}時間'").replace("\"{0} hours\"", "at most {0} hours");
    let expected = now.replace("      - b\n", "      - b\n    stale:\n      'no': '{0}時間'\n");
    assert_eq!(marked(BLOCK, &now), expected);
    let new = format!("{BLOCK}  A3: {{message: {{ja: 三, en: three, 'no': tre}}}}\n");
    assert_unmarked(BLOCK, &new);
    assert_unmarked(&new, BLOCK);
}

#[test]
fn form_alone_makes_nothing_stale() {
    assert_unmarked(BLOCK, &BLOCK.replace("'{0}時間'", "\"{0}  \\u6642\\u9593\""));
    assert_unmarked(BLOCK, &BLOCK.replace("'{0}時間'", "\"{n}時間\""));
    assert_unmarked(
        BLOCK,
        &BLOCK.replace("      ja: [甲, 乙]\n", "      ja:\n      - >\n        甲\n      - 乙\n"),
    );
    // Other params in the same words are another text only if they are shown by other names.
    let swapped = "locales: [ja, en]\ncodes:\n  A1:\n    params: {b: any, a: any}\n    message: {ja: '{a}{b}。', en: '{0} {1}'}\n";
    let swapped = swapped.replace("{a}{b}", "{a}、{b}");
    let base = "locales: [ja, en]\ncodes:\n  A1:\n    params: {a: any, b: any}\n    message: {ja: '{0}、{1}。', en: '{0} {1}'}\n";
    assert_unmarked(base, &swapped);
}

#[test]
fn in_braces_a_mark_is_written_in_braces() {
    let base = "locales: [en, fr, de]\ncodes: {A1: {message: {en: 'a, b', fr: c, de: d}, summary: x}}\n";
    let now = base.replace("'a, b'", "e");
    let expected = now.replace("summary: x}", "summary: x, stale: {fr: \"a, b\", de: \"a, b\"}}");
    assert_eq!(marked(base, &now), expected);
    let french = merged(&expected, "locale: fr\ncodes: {A1: {message: f}}\n");
    assert_eq!(
        french,
        now.replace("fr: c", "fr: f").replace("summary: x}", "summary: x, stale: {de: \"a, b\"}}")
    );
    let both = merged(&french, "locale: de\ncodes: {A1: {message: g}}\n");
    assert_eq!(both, now.replace("fr: c, de: d", "fr: f, de: g"));
}

#[test]
fn a_mark_keeps_the_text_that_the_translation_was_made_of() {
    let first = BLOCK.replace("'{0}時間'", "'最大{0}時間'");
    let marked_once = marked(BLOCK, &first);
    let second = marked_once.replace("最大{0}時間", "{0}時間まで").replace("甲, 乙", "甲, 丁");
    let expected =
        second.replace("      en: '{0}時間'\n", "      en: {message: \"{0}時間\", causes: [甲, 乙]}\n");
    assert_eq!(marked(&marked_once, &second), expected);
}

#[test]
fn marks_in_any_form_are_added_to() {
    let base = "locales: [en, fr, de]\ncodes:\n  A1:\n    message: {en: a, fr: b, de: c}\n    summary: {en: d, fr: e}\n";
    let stale =
        |text: &str| format!("{}    stale:{text}", base.replace("en: a", "en: A").replace("en: d", "en: D"));
    for (before, after) in [
        ("\n      de: 'x' # kept\n", "\n      de: 'x' # kept\n      fr: {message: a, summary: d}\n"),
        ("\n      fr: |-\n        x\n", "\n      fr: {message: x, summary: d}\n      de: a\n"),
        (
            "\n      fr:\n        summary: x\n\n  # end\n",
            "\n      fr: {message: a, summary: x}\n      de: a\n\n  # end\n",
        ),
        (" {fr: {summary: x}, de: 'y' } # kept\n", " {fr: {message: a, summary: x}, de: 'y' } # kept\n"),
        (
            "\n      fr: 'x' # kept\n      de: y\n",
            "\n      fr: {message: x, summary: d} # kept\n      de: y\n",
        ),
        ("\n      de: x", "\n      de: x\n      fr: {message: a, summary: d}"),
    ] {
        assert_eq!(marked(base, &stale(before)), stale(after));
    }
}

#[test]
fn a_text_that_ends_with_the_file_stays_what_it_is() {
    let base =
        "locales: [en, fr]\ncodes:\n  A1:\n    summary: x\n    message:\n      en: a\n      fr: |\n        b";
    let now = base.replace("en: a", "en: c");
    assert_eq!(marked(base, &now), now.replace("    summary", "    stale:\n      fr: a\n    summary"));
}

#[test]
fn a_new_text_ends_its_mark_and_no_other() {
    let now = marked(BLOCK, &BLOCK.replace("'{0}時間'", "'最大{0}時間'").replace("乙", "丙"));
    let message = merged(&now, "locale: en\ncodes: {A1: {message: 'up to {0} hours'}}\n");
    let expected = now.replace("\"{0} hours\"", "up to {0} hours");
    assert_eq!(
        message,
        expected.replace("en: {message: \"{0}時間\", causes: [甲, 乙]}", "en: {causes: [甲, 乙]}")
    );
    // The same text once more says that it is right.
    let confirmed = merged(&message, "locale: en\ncodes: {A1: {causes: [a, b]}}\n");
    assert_eq!(confirmed, message.replace("      en: {causes: [甲, 乙]}\n", ""));
    let last = merged(&confirmed, "locale: 'no'\ncodes: {A1: {message: 'inntil {0} timer'}}\n");
    let expected = confirmed.replace("'{0} timer'", "inntil {0} timer");
    assert_eq!(last, expected.replace("    stale:\n      'no': '{0}時間'\n", ""));
}

#[test]
fn a_text_before_the_mark_can_be_added_when_the_mark_goes() {
    let text = "locales: [en, fr, de]\ncodes:\n  A1:\n    message:\n      en: a\n      fr: b\n    stale:\n      fr: x\n";
    let merged = merged(text, "locale: fr\ncodes: {A1: {message: \"c\\nd\"}}\n");
    assert_eq!(merged, text.replace("fr: b\n    stale:\n      fr: x\n", "fr: |-\n        c\n        d\n"));
}

#[test]
fn an_error_that_a_translation_is_stale_is_no_obstacle() {
    let strict = format!(
        "strict: true\n{}",
        BLOCK.replace("      ja: [甲, 乙]\n", "      ja: [甲, 乙]\n      'no': [c, d]\n")
    );
    let now = marked(&strict, &strict.replace("ja: 二", "ja: 弐"));
    assert!(read(&Source::new("catalog.yaml", &*now)).is_err());
    let half = merged(&now, "locale: en\ncodes: {A2: {message: TWO}}\n");
    let whole = merged(&half, "locale: 'no'\ncodes: {A2: {message: to}}\n");
    assert_eq!(whole, strict.replace("ja: 二, en: two", "ja: 弐, en: TWO"));
    catalog(&whole);
}

#[test]
fn each_file_of_a_folder_gets_its_marks() {
    let files = |one: &str| {
        let files = [
            ("c/a.yaml", format!("codes:\n  A1:\n    message: {{en: {one}, fr: b}}\n")),
            ("c/b.yaml", "locales: [en, fr]\ncodes:\n  B1: {message: {en: c, fr: d}}\n".to_owned()),
        ];
        let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes()));
        Source::from_files("c", files).unwrap()
    };
    let base = read(&files("a")).unwrap().catalog;
    let now = files("z");
    let marked = Editor::open(&now).unwrap().mark_stale(&base).unwrap();
    assert_eq!(
        marked.source,
        now.with_file("c/a.yaml", "codes:\n  A1:\n    message: {en: z, fr: b}\n    stale:\n      fr: a\n")
    );
    let [text] = &*marked.texts else { panic!("{:?}", marked.texts) };
    assert_eq!((&*text.code, &*text.locale, text.field), ("A1", "fr", TextField::Message));
}

#[test]
fn with_another_source_locale_nothing_is_compared() {
    assert_unmarked(BLOCK, &BLOCK.replace("[ja, en, no]", "[en, ja, no]"));
}
