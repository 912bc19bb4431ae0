//! Edits of catalogs as people write them: comments and blank lines at every indentation, texts in every style, in lines and
//! in braces. Each text must come out as it was given, every other as it was, and no comment may be lost or become text.
//!
//! The random numbers are always the same, so that a failure is one for everybody.

use std::fmt::Write as _;

use proptest::{
    prelude::*,
    sample::select,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use token_codes_build::{
    Kind, Source,
    catalog::{Catalog, Entry, Template, Text},
    edit::{Detail, EditError, Editor, NewEntry},
    read,
};

const CASES: u32 = 1500;

fn runner() -> TestRunner {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// A catalog, and what is found in it when it is read.
#[derive(Clone, Debug)]
struct Any {
    text: String,
    comments: usize,
}

/// A text with no more in it than its style can hold.
fn written(indent: usize) -> impl Strategy<Value = String> {
    let pad = " ".repeat(indent);
    let words =
        select(vec!["sold", "one two", "x: y", "売り切れ", "# no comment", "a  b", "it's", "say \"x\""]);
    (words.clone(), words, 0..9_u8).prop_map(move |(one, two, style)| {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\\\""));
        match style {
            0 => "plain words".to_owned(),
            1 => format!("'{}'", one.replace('\'', "''")),
            2 => quoted(one),
            3 => format!("\"{}\n{pad}  {}\"", one.replace('"', "'"), two.replace('"', "'")),
            4 => format!("|\n{pad}{one}\n{pad}{two}"),
            5 => format!("|-\n{pad}  {one}\n\n{pad}   {two}"),
            6 => format!("|+ # kept\n{pad}{one}\n{pad}{two}\n\n"),
            7 => format!(">-\n{pad}{one}\n{pad}{two}"),
            _ => "first\n{pad}second".replace("{pad}", &pad),
        }
    })
}

/// A text in braces.
fn in_braces() -> impl Strategy<Value = String> {
    select(vec!["plain", "'quo''ted'", "\"dou,ble\"", "\"over\n          lines\""]).prop_map(str::to_owned)
}

/// The lines of an entry: its message, and details beside it, in some of the locales or in all at once.
fn entry(code: &'static str, locales: usize) -> impl Strategy<Value = Vec<String>> {
    let tags = ["en", "ja", "fr"];
    let block =
        (prop::collection::vec(written(8), 3), written(6), prop::collection::vec(written(10), 3), 0..6_u8);
    let block = block.prop_map(move |(messages, summary, causes, shape)| {
        let mut lines = vec![format!("  {code}:")];
        if locales == 1 && shape % 2 == 0 {
            // Below the key, there is less room.
            lines.push(format!("    message: {}", summary.clone()));
        } else {
            lines.push("    message:".to_owned());
            let said = tags[..locales].iter().zip(&messages).take(1 + usize::from(shape) % locales.max(1));
            lines.extend(said.map(|(tag, text)| format!("      {tag}: {text}")));
        }
        match shape {
            0 => {}
            1 => lines.push(format!("    summary: {summary}")),
            2 => {
                lines.push("    causes:".to_owned());
                lines.extend(causes.iter().map(|cause| format!("      - {cause}")));
            }
            3 => lines.push("    causes:\n    - one\n    - two".to_owned()),
            4 => lines.push("    resolution: [wait, 'or, not']".to_owned()),
            _ => lines.push(format!("    summary:\n      en: {}", messages[0])),
        }
        lines
    });
    let flow = (in_braces(), in_braces(), in_braces(), 0..4_u8).prop_map(move |(one, two, three, shape)| {
        let message = match shape {
            0 if locales == 1 => one,
            0 | 1 => format!("{{en: {one}}}"),
            _ => format!("{{en: {one}, {}: {two} }}", tags[locales - 1]).replace(&format!(", en: {two}"), ""),
        };
        let rest = if shape % 2 == 0 { String::new() } else { format!(", summary: {three}, causes: [a, b]") };
        vec![format!("  {code}: {{message: {message}{rest}}}")]
    });
    prop_oneof![3 => block, 1 => flow]
}

/// Comments and blank lines, each comment another one.
fn trivia() -> impl Strategy<Value = String> {
    let line = (any::<bool>(), 0..14_usize).prop_map(|(is_comment, indent)| {
        format!("{}{}", " ".repeat(indent), if is_comment { "#@" } else { "" })
    });
    prop::collection::vec(line, 0..3).prop_map(|lines| lines.into_iter().map(|line| line + "\n").collect())
}

fn any_catalog() -> impl Strategy<Value = Any> {
    (1..=3_usize).prop_flat_map(|locales| {
        let entries = (entry("A1", locales), entry("B1", locales), entry("A2", locales));
        let trivia = prop::collection::vec(prop_oneof![2 => Just(String::new()), 1 => trivia()], 40);
        (entries, trivia, 1..=3_usize, any::<bool>(), any::<bool>()).prop_map(
            move |((a, b, c), trivia, count, is_listed, ends)| {
                let tags = ["en", "ja", "fr"][..locales].to_vec();
                let head = if is_listed {
                    tags.iter().fold("locales:".to_owned(), |head, tag| format!("{head}\n- {tag}"))
                } else {
                    format!("locales: [{}]", tags.join(", "))
                };
                let checks =
                    "checks: {missing-translation: allow, untranslated: allow, duplicate-message: allow}";
                let lines = [head, checks.to_owned(), "codes:".to_owned()];
                let lines = lines.into_iter().chain([a, b, c].into_iter().take(count).flatten());
                let mut text: String = lines
                    .zip(trivia.iter().cycle())
                    .flat_map(|(line, trivia)| [line, "\n".into(), trivia.clone()])
                    .collect();
                if !ends {
                    text.truncate(text.trim_end().len());
                }
                let mut comments = 0;
                while text.contains("#@") {
                    text = text.replacen("#@", &format!("# c{comments}c"), 1);
                    comments += 1;
                }
                Any { text, comments }
            },
        )
    })
}

/// A text as somebody may want it.
fn given() -> impl Strategy<Value = String> {
    let word = select(vec![
        "a",
        "two words",
        "\n",
        "\n\n",
        "\n ",
        "  ",
        ": ",
        " #x",
        "- ",
        "'",
        "\"",
        "日本",
        "|",
        ", ",
        "[",
        "\t",
        "no",
        "1",
    ]);
    prop::collection::vec(word, 1..6).prop_map(|words| format!("w{}", words.concat()))
}

/// The texts of an entry: what it is called, its locale, and what it says.
fn texts(catalog: &Catalog, entry: &Entry) -> Vec<(&'static str, String, Vec<String>)> {
    let one = |text: &Template| if text.text.is_empty() { Vec::new() } else { vec![text.text.clone()] };
    let many = |texts: &Vec<Template>| texts.iter().map(|text| text.text.clone()).collect::<Vec<_>>();
    let mut all = Vec::new();
    for (index, locale) in catalog.locales.iter().enumerate() {
        let tag = &locale.tag;
        all.push(("message", tag.clone(), one(&entry.messages[index].template)));
        all.push(("summary", tag.clone(), one(entry.summary.get(index))));
        all.push(("description", tag.clone(), one(entry.description.get(index))));
        all.push(("causes", tag.clone(), many(entry.causes.get(index))));
        all.push(("resolution", tag.clone(), many(entry.resolution.get(index))));
    }
    all
}

/// Asserts that each comment is one in `new` if it was one in `old`.
fn comments_are_kept(any: &Any, old: &Catalog, new_text: &str, new: &Catalog) -> Result<(), TestCaseError> {
    let shown = |catalog: &Catalog| format!("{:?}", catalog.entries);
    let (old, new) = (shown(old), shown(new));
    for comment in (0..any.comments).map(|comment| format!("# c{comment}c")) {
        prop_assert!(new_text.contains(&comment) || old.contains(&comment), "{comment} is lost:\n{new_text}");
        prop_assert!(!new.contains(&comment) || old.contains(&comment), "{comment} is text:\n{new_text}");
    }
    Ok(())
}

#[test]
fn an_entry_comes_out_as_it_was_given_and_nothing_is_lost() {
    let edited = std::cell::Cell::new(0);
    let inputs = (any_catalog(), select(vec!["A9", "B9", "C9"]), given(), given(), given(), 0..4_u8);
    let result = runner().run(&inputs, |(any, code, message, summary, cause, shape)| {
        let source = Source::new("catalog.yaml", any.text.clone());
        let Ok(before) = read(&source) else { return Ok(()) };
        let before = before.catalog;
        let mut entry = NewEntry::new(code);
        entry.messages = vec![("en".to_owned(), message.clone())];
        match shape {
            0 => {}
            1 => entry.summary = Some(Detail::Same(summary.clone())),
            2 => {
                entry.causes =
                    Some(Detail::PerLocale(vec![("en".into(), vec![summary.clone(), cause.clone()])]));
            }
            _ => entry.causes = Some(Detail::Same(vec![cause.clone()])),
        }
        let new = match Editor::open(&source).unwrap().insert(&entry) {
            Ok(new) => new,
            Err(error) => {
                // At the end of the file, a text below `|` has no line break, and would get one.
                let is_at_end = error.to_string().contains("ends with the file");
                prop_assert!(is_at_end && !any.text.ends_with('\n'), "{}\n{}", error, any.text);
                return Ok(());
            }
        };
        edited.set(edited.get() + 1);
        let after = read(&new.source).unwrap().catalog;
        let found = after.entry(code).unwrap();
        prop_assert_eq!(&found.messages[0].template.text, &message);
        match (&found.summary, &found.causes, shape) {
            (Text::Same(found), _, 1) => prop_assert_eq!(&found.text, &summary),
            (_, Text::PerLocale(found), 2) => {
                let found: Vec<_> = found.own()[0].iter().flatten().map(|text| &text.text).collect();
                prop_assert_eq!(found, [&summary, &cause]);
            }
            (_, Text::Same(found), 3) => prop_assert_eq!(&found[0].text, &cause),
            (_, _, shape) => prop_assert_eq!(shape, 0),
        }
        let others: Vec<_> = after.entries.iter().filter(|entry| entry.code != code).collect();
        prop_assert_eq!(others, before.entries.iter().collect::<Vec<_>>());
        let text = new.source.text();
        let rest = text.replacen(new.text(), "", 1);
        let lines =
            |text: &str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(lines(&rest), lines(&any.text));
        comments_are_kept(&any, &before, text, &after)
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!(edited.get() > CASES / 3, "only {} of {CASES} catalogs are edited", edited.get());
}

#[test]
fn translations_come_out_as_they_were_given_and_nothing_is_lost() {
    let merged_count = std::cell::Cell::new(0);
    let inputs =
        (any_catalog(), select(vec!["en", "ja", "fr", "nn"]), prop::collection::vec(given(), 6), any::<u8>());
    let result = runner().run(&inputs, |(any, locale, given, chosen)| {
        let source = Source::new("catalog.yaml", any.text.clone());
        let Ok(before) = read(&source) else { return Ok(()) };
        let before = before.catalog;
        let mut stub = format!("locale: {locale}\ncodes:\n");
        let mut wanted = Vec::new();
        let mut texts_given = given.iter().cycle();
        for (index, entry) in before.entries.iter().enumerate() {
            writeln!(stub, "  {}:", entry.code).unwrap();
            for (field, _, old) in
                texts(&before, entry).into_iter().take(5).filter(|(_, _, old)| !old.is_empty())
            {
                if chosen & (1 << ((index * 3 + field.len()) % 8)) == 0 && field != "message" {
                    continue;
                }
                let new: Vec<_> = old.iter().map(|_| texts_given.next().unwrap().clone()).collect();
                let json = if ["causes", "resolution"].contains(&field) {
                    serde_json::to_string(&new)
                } else {
                    serde_json::to_string(&new[0])
                };
                writeln!(stub, "    {field}: {}", json.unwrap()).unwrap();
                wanted.push((entry.code.clone(), field, new));
            }
        }
        let merged = match Editor::open(&source).unwrap().merge(&Source::new("stub.yaml", stub.clone())) {
            Ok(merged) => merged,
            Err(error @ EditError::Before(_)) => {
                let kinds: Vec<_> = error.diagnostics().iter().map(|found| found.kind).collect();
                let is_at_end = kinds == [Kind::AmbiguousYaml] && !any.text.ends_with('\n');
                prop_assert!(is_at_end, "{}\n{}\n{}", error, any.text, stub);
                return Ok(());
            }
            Err(error) => return Err(TestCaseError::fail(format!("{error}\n{}", any.text))),
        };
        prop_assert!(merged.left_out.is_empty(), "{}", merged.left_out);
        merged_count.set(merged_count.get() + 1);
        let after = read(&merged.source).unwrap().catalog;
        for (old, new) in before.entries.iter().zip(&after.entries) {
            let old_texts = texts(&before, old);
            for (field, tag, found) in texts(&after, new) {
                let asked = wanted.iter().find(|(code, asked, _)| *code == new.code && *asked == field);
                if tag == locale
                    && let Some((_, _, asked)) = asked
                {
                    prop_assert_eq!(&found, asked, "{} of {}:\n{}", field, new.code, merged.source.text());
                } else if let Some((_, _, old)) =
                    old_texts.iter().find(|(of, in_tag, _)| *of == field && *in_tag == tag)
                {
                    // Where a locale has none of its own, that of the source locale stands in, which may be another now.
                    let stands_in =
                        locale == before.locales[0].tag && asked.is_some_and(|(_, _, asked)| *asked == found);
                    prop_assert!(
                        found == *old || stands_in,
                        "{field} of {}:\n{}",
                        new.code,
                        merged.source.text()
                    );
                }
            }
        }
        comments_are_kept(&any, &before, merged.source.text(), &after)
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!(merged_count.get() > CASES / 3, "only {} of {CASES} catalogs are edited", merged_count.get());
}

/// A stub with other texts for each that the entries have in the source locale; `word` says which.
fn revised(catalog: &Catalog, locale: &str, word: &str, given: &[String]) -> String {
    let mut stub = format!("locale: {locale}\ncodes:\n");
    let mut given = given.iter().cycle();
    for entry in &catalog.entries {
        writeln!(stub, "  {}:", entry.code).unwrap();
        for (field, _, old) in texts(catalog, entry).into_iter().take(5).filter(|(_, _, old)| !old.is_empty())
        {
            let new: Vec<_> = old.iter().map(|_| format!("{word} {}", given.next().unwrap())).collect();
            let is_list = ["causes", "resolution"].contains(&field);
            let json = if is_list { serde_json::to_string(&new) } else { serde_json::to_string(&new[0]) };
            writeln!(stub, "    {field}: {}", json.unwrap()).unwrap();
        }
    }
    stub
}

/// Each translation is marked with the source text that it was made of, once that is another one; and the same translation once
/// more ends the mark.
#[test]
fn marks_come_and_go_and_nothing_is_lost() {
    let marked_count = std::cell::Cell::new(0);
    let inputs = (any_catalog(), prop::collection::vec(given(), 6));
    let result = runner().run(&inputs, |(any, given)| {
        let source = Source::new("catalog.yaml", any.text.clone());
        let Ok(plain) = read(&source) else { return Ok(()) };
        let merge = |source: &Source, stub: &str| {
            let merged = Editor::open(source).unwrap().merge(&Source::new("stub.yaml", stub));
            merged.ok().map(|merged| merged.source)
        };
        let french = revised(&plain.catalog, "nn", "one", &given);
        let Some(base) = merge(&source, &french) else { return Ok(()) };
        let before = read(&base).unwrap().catalog;
        let Some(now) = merge(&base, &revised(&before, "en", "two", &given)) else { return Ok(()) };
        let editor = Editor::open(&now).unwrap();
        let marked = match editor.mark_stale(&before) {
            Ok(marked) => marked,
            Err(error) => {
                prop_assert!(!any.text.ends_with('\n'), "{}\n{}", error, now.text());
                return Ok(());
            }
        };
        marked_count.set(marked_count.get() + 1);
        let after = read(&marked.source).unwrap().catalog;
        let locale = after.locales.iter().position(|locale| locale.tag == "nn").unwrap();
        for (old, new) in before.entries.iter().zip(&after.entries) {
            let sources = texts(&before, old).into_iter().take(5).filter(|(_, _, source)| !source.is_empty());
            let marks = new.stale.iter().filter(|mark| mark.locale == locale);
            let marks: Vec<_> = marks.map(|mark| (mark.field.as_str(), mark.source.clone())).collect();
            let expected: Vec<_> = sources.map(|(field, _, source)| (field, source)).collect();
            prop_assert_eq!(marks, expected, "{}", marked.source.text());
        }
        comments_are_kept(&any, &plain.catalog, marked.source.text(), &after)?;
        let again = Editor::open(&marked.source).unwrap().merge(&Source::new("stub.yaml", french));
        let again =
            again.map_err(|error| TestCaseError::fail(format!("{error}\n{}", marked.source.text())))?;
        prop_assert!(again.texts.iter().all(|text| text.confirmed), "{:?}", again.texts);
        let end = read(&again.source).unwrap().catalog;
        prop_assert!(end.entries.iter().all(|entry| entry.stale.iter().all(|mark| mark.locale != locale)));
        comments_are_kept(&any, &plain.catalog, again.source.text(), &end)
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!(marked_count.get() > CASES / 3, "only {} of {CASES} catalogs are marked", marked_count.get());
}
