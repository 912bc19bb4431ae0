//! Texts with plurals: written in another way they are the same, to the diff and to the marks of stale translations.

use token_codes_build::diff::{Rule, diff};
use token_codes_build::edit::Editor;
use token_codes_build::{Source, read};

use crate::random::Random;

/// A catalog with a message in Japanese, where a plural needs no more than `other`, and what was made of it in English.
fn catalog(message: &str, ty: &str) -> Source {
    let text = format!(
        "locales: [ja, en]\ncodes:\n  A1:\n    params: {{n: {ty}, m: any, d: integer}}\n    message:\n      ja: >-\n        \
         {message}\n      en: '{{0}} h {{1}} {{2}}'\n"
    );
    Source::new("catalog.yaml", text)
}

/// What a diff says of the new message, and whether the translation becomes stale.
#[track_caller]
fn edited(old: &Source, new: &Source) -> (Vec<Rule>, bool) {
    let [before, after] = [old, new].map(|source| {
        read(source).unwrap_or_else(|mistakes| panic!("{mistakes}\n{}", source.text())).catalog
    });
    let marked = Editor::open(new).unwrap().mark_stale(&before).unwrap();
    let rules = diff(&before, &after).into_iter().map(|finding| finding.rule).collect();
    (rules, !marked.texts.is_empty())
}

/// A text with two plurals, in one of many ways.
fn written(random: &mut Random) -> String {
    let mut blank = |text: &str| {
        let blanks = ["", " ", "  "];
        let parts = text.split('_').map(|part| format!("{part}{}", random.pick(&blanks)));
        parts.collect::<String>()
    };
    let [head, ordinal] = [blank("{_n_,_plural_,_"), blank("{_d_,_selectordinal_,_")];
    let mut branches =
        ["=0{it''s '{'no hour'}'}", "=1{# hour '#' {m}}", "other{{m}, # hours}"].map(&mut blank);
    let end = blank("}");
    random.shuffle(&mut branches);
    let mut text =
        format!("It's {head}{}{}, {{m}} {ordinal}other{{#.}}}}", branches.concat(), end.trim_end());
    for (plain, other) in [
        ("It's", "It''s"),
        ("'{'no hour'}'", "'{no hour}'"),
        ("# hours", "{n, number} hours"),
        ("# hour ", "{0, number} hour "),
        ("{m}", "{1}"),
        ("it''s", "it's"),
        ("#.", "{2,number}."),
    ] {
        if random.once_in(2) {
            text = text.replace(plain, other);
        }
    }
    text
}

#[test]
fn a_plural_written_in_another_way_is_the_same() {
    for seed in 0..200 {
        let mut random = Random(seed);
        let [old, new] = [(), ()].map(|()| catalog(&written(&mut random), "integer"));
        assert_eq!(edited(&old, &new), (vec![], false), "{}{}", old.text(), new.text());
    }
}

#[test]
fn another_branch_is_another_text() {
    let text = "It's {n, plural, =0 {none} =1 {# hour {m}} other {# hours {m}}}, {m} {d, number}.";
    let old = catalog(text, "integer");
    for (part, other) in [
        ("=0 {none} ", ""),
        ("=0", "=2"),
        ("none", "no hour"),
        ("# hours", "{n} hours"),
        ("# hours", "'#' hours"),
        ("hours {m}", "hours"),
        ("plural", "selectordinal"),
        ("{d, number}", "{d}"),
        ("{n, plural, =0 {none} =1 {# hour {m}} other {# hours {m}}}", "{n} hours {m}"),
    ] {
        let new = catalog(&text.replace(part, other), "integer");
        assert_eq!(edited(&old, &new), (vec![Rule::SourceTextChanged], true), "{}", new.text());
        assert_eq!(edited(&new, &old), (vec![Rule::SourceTextChanged], true), "{}", new.text());
    }
}

#[test]
fn a_plural_is_an_edit_of_the_text_and_a_type_is_one_of_the_param() {
    let [plain, plural] = ["{n} hours {m} {d}", "{n, plural, =1 {# hour} other {# hours}} {m} {d}"];
    let old = catalog(plain, "integer");
    assert_eq!(edited(&old, &catalog(plural, "integer")).0, [Rule::SourceTextChanged]);
    let any = catalog(plain, "any");
    assert_eq!(edited(&any, &catalog(plural, "integer")).0, [Rule::ParamNarrowed, Rule::SourceTextChanged]);
    assert_eq!(edited(&any, &catalog(plain, "integer")).0, [Rule::ParamNarrowed]);
}
