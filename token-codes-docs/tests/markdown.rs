//! The Markdown pages, read by the parser that mdBook has.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::{fs, iter};

use pulldown_cmark::{Event, Tag, TagEnd};
use support::{catalog, events, page, pages, shown};
use token_codes_build::Source;
use token_codes_docs::{File, markdown};

/// A copy of the published page from which the thirteen codes were taken.
const SEED: &str = include_str!("../../tests/seed/token-related-messages.txt");

const THIRTEEN: &str = include_str!("../../catalog.yaml");

#[test]
fn the_japanese_page_of_the_thirteen_codes_reads_as_the_published_one() {
    let files = pages(THIRTEEN);
    let shown = shown(page(&files, "ja/index.md"));
    // The link at its top is the site's, which leads to the content.
    let published = SEED.lines().skip(1).filter(|line| !line.is_empty());
    for (number, (shown, published)) in (1..).zip(shown.iter().zip(published.clone())) {
        assert_eq!(shown, published, "line {number} of the text");
    }
    assert_eq!(shown.len(), published.count());
}

#[test]
fn every_locale_has_a_page_of_all_codes_and_one_a_code() {
    let files = pages(THIRTEEN);
    let code = |number: usize| format!("codes/tok{number:03}.md");
    let below = iter::once("index.md".to_owned()).chain((1..=13).map(code)).collect::<Vec<_>>();
    let expected = ["ja", "en"].iter().flat_map(|tag| below.iter().map(move |path| format!("{tag}/{path}")));
    assert_eq!(files.iter().map(|file| file.path.clone()).collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn the_page_of_a_code_has_all_that_is_known_of_it() {
    let files = pages(THIRTEEN);
    let shown = shown(page(&files, "en/codes/tok005.md"));
    let expected = "\
TOK005
Token expiry date exceeds the allowed limit
Token Related Messages · ja
Message
The expiry date of a token request cannot be set more than {0} hours in the future. Specified expiry date: {1}. Please adjust the expiry date accordingly.
  • {0} = 1: {0} hour
  • {0} = 0, 2, 3, 4, …: {0} hours
Placeholders
  • {0}: max_hours (integer)
  • {1}: expires_at (any)
Description
The expiry date specified in the token request exceeds the maximum allowed time limit from the current time.
Root Cause
  • The expiry date was set too far in the future beyond the system-allowed limit.
Resolution
  1. Set the token expiry date within the allowed time range (not exceeding {0} hours from now).
  2. Adjust the expiry date and resubmit the request.
Attributes
  • http_status (contract): 422
  • severity: info";
    assert_eq!(shown.join("\n"), expected);
}

#[test]
fn what_a_code_does_not_have_has_no_heading() {
    let files = pages("locales: [en]\ncodes:\n  A1: {message: one}\n");
    let all = [
        "Overview",
        "Overview",
        "CodeMessageDescription",
        "A1one",
        "Error Code Details",
        "A1",
        "Message",
        "one",
    ];
    assert_eq!(shown(page(&files, "en/index.md"))[1..], all[1..]);
    assert_eq!(shown(page(&files, "en/codes/a1.md")), ["A1", "catalog", "Message", "one"]);
}

#[test]
fn headings_are_in_the_words_of_the_catalog() {
    let files = pages(
        "\
locales: [ja, en]
headings:
  ja: {overview: 概要, details: 詳細, code: コード, message: メッセージ, description: 説明, causes: 原因, resolution: 対処, params: 引数}
codes:
  A1:
    params: {who: text}
    message: {ja: '{0}', en: '{who} failed'}
    description: d
    causes: [c]
    resolution: [r]
",
    );
    let japanese = "概要 コードメッセージ説明 A1{0} 詳細 A1 メッセージ {0} 説明 d 原因 • c 対処 1. r";
    assert_eq!(words(page(&files, "ja/index.md")), format!("catalog {japanese}"));
    let english = "Overview CodeMessageDescription A1{who} failed Error Code Details A1 Message {who} failed";
    assert!(words(page(&files, "en/index.md")).contains(english));
    assert!(words(page(&files, "ja/codes/a1.md")).contains("引数 • {0}: who (text)"));
}

#[test]
fn columns_are_on_the_page_of_the_code_only() {
    let files = pages(
        "\
locales: [en]
columns: {http_status: integer, owner: text, severity: [info, fatal]}
codes:
  A1: {message: one, http_status: 404, owner: '*us*', severity: fatal}
  A2: {message: two}
",
    );
    let expected = "A1 catalog Message one Attributes • http_status: 404 • owner: *us* • severity: fatal";
    assert_eq!(words(page(&files, "en/codes/a1.md")), expected);
    assert_eq!(words(page(&files, "en/codes/a2.md")), "A2 catalog Message two");
    assert!(!page(&files, "en/index.md").contains("404"));
}

#[test]
fn a_message_that_stands_in_says_of_which_locale_it_is() {
    let files = pages("locales: [ja, en]\ncodes:\n  A1: {message: {ja: 一}, causes: {ja: [原因]}}\n");
    assert!(
        words(page(&files, "en/index.md")).contains("A1一 (ja) Error Code Details A1 Message 一 (ja) Root")
    );
    assert!(!words(page(&files, "ja/index.md")).contains("(ja)"));
}

#[test]
fn a_locale_of_fewer_subtags_stands_in_with_its_headings() {
    let files = pages(
        "locales: [ja, en, fr, fr-CA, de]
fallback: {de: en}
headings: {ja: {message: 文}, fr: {message: Texte}, en: {message: Words}}
codes:
  A1: {message: {ja: 一, fr: un}, causes: {ja: [原因], en: [a cause]}}
",
    );
    let shown = |tag: &str| words(page(&files, &format!("{tag}/codes/a1.md")));
    assert!(shown("fr-CA").contains("Texte un (fr) Root Cause • 原因"), "{}", shown("fr-CA"));
    assert!(shown("de").contains("Words 一 (ja) Root Cause • a cause"), "{}", shown("de"));
    assert!(shown("en").contains("Words 一 (ja) Root Cause • a cause"), "{}", shown("en"));
}

#[test]
fn a_column_that_clients_rely_on_is_marked() {
    let files = pages(
        "\
locales: [en]
columns: {http_status: {type: integer, required: true, default: 500, contract: true}}
codes:
  A1: {message: one}
",
    );
    assert!(words(page(&files, "en/codes/a1.md")).ends_with("• http_status (contract): 500"));
}

#[test]
fn each_file_of_a_catalog_has_a_page_and_the_index_links_them() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("a.yaml", "title: All\ndescription: of them\nlocales: [en]\n"),
        (
            "auth.yaml",
            "title: Sign-in\ndescription: who\ncodes:\n  A1: {message: one}\n  A-1: {message: two}\n",
        ),
        ("index.yaml", "codes:\n  I1: {message: three}\n"),
    ];
    for (path, text) in files {
        fs::write(folder.path().join(path), text).unwrap();
    }
    let source = Source::read(folder.path()).unwrap();
    let files = markdown::files(&token_codes_build::read(&source).unwrap().catalog);
    let paths: Vec<_> = files.iter().map(|file| &*file.path).collect();
    let expected = ["index", "auth", "codes/a1", "codes/a-1", "index-2", "codes/i1"];
    assert_eq!(paths, expected.map(|path| format!("en/{path}.md")));
    assert_eq!(shown(page(&files, "en/index.md")), ["All", "of them", "Sign-in", "who", "index"]);
    assert_eq!(shown(page(&files, "en/auth.md"))[..3], ["Sign-in", "who", "Overview"]);
    assert!(page(&files, "en/codes/i1.md").contains("(../index-2.md#i1)"));
    assert_links_lead_somewhere(&files);
}

#[test]
fn no_page_is_called_as_the_index_of_its_folder_or_as_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let head = "locales: [en, con]\nchecks: {missing-translation: allow}\n";
    fs::write(folder.path().join("a.yaml"), head).unwrap();
    for (number, family) in ["aux", "README", "en", "codes", "index"].into_iter().enumerate() {
        let text = format!("codes:\n  C{number}: {{message: {{en: {family}}}}}\n");
        fs::write(folder.path().join(format!("{family}.yaml")), text).unwrap();
    }
    let source = Source::read(folder.path()).unwrap();
    let files = markdown::files(&token_codes_build::read(&source).unwrap().catalog);
    let pages = files.iter().map(|file| &*file.path).filter(|path| !path.contains("/codes/"));
    let expected = ["index", "readme-2", "aux-2", "codes", "en-2", "index-2"];
    let expected = ["en", "con-2"].map(|folder| expected.map(|page| format!("{folder}/{page}.md"))).concat();
    assert_eq!(pages.collect::<Vec<_>>(), expected);
    assert_links_lead_somewhere(&files);
}

#[test]
fn a_code_of_any_length_has_a_page() {
    let code = "LONG-".repeat(60);
    let files =
        pages(&format!("locales: [en]\ncodes:\n  {code}1: {{message: one}}\n  {code}2: {{message: two}}\n"));
    let longest = files.iter().map(|file| file.path.len()).max();
    assert!(longest < Some(150), "{longest:?}");
    let folder = tempfile::tempdir().unwrap();
    token_codes_docs::folder::Folder::new(folder.path(), "markdown").write(&files).unwrap();
    assert_links_lead_somewhere(&files);
}

#[test]
fn a_catalog_with_codes_in_one_file_of_two_is_one_page() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), "title: All\ndescription: of them\nlocales: [en]\n").unwrap();
    fs::write(folder.path().join("b.yaml"), "codes:\n  A1: {message: one}\n").unwrap();
    let source = Source::read(folder.path()).unwrap();
    let files = markdown::files(&token_codes_build::read(&source).unwrap().catalog);
    assert_eq!(files.len(), 2);
    assert_eq!(shown(page(&files, "en/index.md"))[..3], ["All", "of them", "Overview"]);
}

#[test]
fn links_lead_somewhere() {
    assert_links_lead_somewhere(&pages(THIRTEEN));
    let odd = "\
locales: [en, zh-Hant]
checks: {untranslated: allow}
codes:
  A.1: {message: {en: one, zh-Hant: one}}
  a-1: {message: {en: two, zh-Hant: two}}
  \"000012\": {message: {en: three, zh-Hant: three}}
  message: {message: {en: four, zh-Hant: four}}
  MESSAGE-2: {message: {en: five, zh-Hant: five}}
  ab: {message: {en: six, zh-Hant: six}}
  Ab: {message: {en: seven, zh-Hant: seven}}
  AB-1: {message: {en: eight, zh-Hant: eight}}
  a_b: {message: {en: nine, zh-Hant: nine}}
  overview: {message: {en: ten, zh-Hant: ten}}
  CON: {message: {en: eleven, zh-Hant: eleven}}
";
    assert_links_lead_somewhere(&pages(odd));
}

#[test]
fn the_anchor_of_a_code_is_the_one_that_its_heading_has() {
    let files = pages(THIRTEEN);
    assert!(page(&files, "ja/index.md").contains("| [TOK005](#tok005) |"));
    assert!(page(&files, "ja/codes/tok005.md").contains("(../index.md#tok005)"));
    for file in &files {
        assert!(!file.text.contains(" id="), "{}", file.path);
    }
    let odd =
        "locales: [en]\ncodes:\n  A.1: {message: one}\n  message: {message: two}\n  B_1: {message: three}\n";
    let files = pages(odd);
    for anchor in ["[A.1](#a1)", "[message](#message-1)", "[B\\_1](#b_1)"] {
        assert!(page(&files, "en/index.md").contains(&format!("\n| {anchor} | ")), "{anchor}");
    }
}

/// Asserts that each link leads to a page, and each with a fragment to a heading of it, that of the code if it is one's.
#[track_caller]
fn assert_links_lead_somewhere(files: &[File]) {
    let anchors: BTreeMap<&str, Vec<(String, String)>> =
        files.iter().map(|file| (&*file.path, anchors(&file.text))).collect();
    let mut seen = BTreeSet::new();
    for file in files {
        for (link, text) in links(&file.text) {
            let (to, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let to = if to.is_empty() { file.path.clone() } else { resolve(&file.path, to) };
            let anchors = anchors.get(&*to).unwrap_or_else(|| panic!("{}: {link} leads nowhere", file.path));
            if !fragment.is_empty() {
                let heading = anchors.iter().find(|(anchor, _)| anchor == fragment);
                let (_, heading) = heading.unwrap_or_else(|| panic!("{}: no anchor for {link}", file.path));
                assert!(
                    link.starts_with("../") || *heading == text,
                    "{}: {link} leads to {heading}",
                    file.path
                );
            }
            seen.insert(to);
        }
    }
    let indexes = files.iter().filter(|file| file.path.ends_with("/index.md")).map(|file| file.path.clone());
    seen.extend(indexes);
    assert_eq!(seen.len(), files.len(), "every page is linked");
}

/// The addresses of the links, and their texts.
fn links(markdown: &str) -> Vec<(String, String)> {
    let mut links: Vec<(String, String)> = Vec::new();
    let mut is_link = false;
    for event in events(markdown) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                links.push((dest_url.to_string(), String::new()));
                is_link = true;
            }
            Event::End(TagEnd::Link) => is_link = false,
            Event::Text(text) if is_link => links.last_mut().unwrap().1 += &text,
            _ => {}
        }
    }
    links
}

/// The `id`s that Docusaurus and mdBook give to the headings of a page, and their texts.
fn anchors(markdown: &str) -> Vec<(String, String)> {
    let (mut ids, mut heading) = (Vec::<(String, String)>::new(), None::<String>);
    for event in events(markdown) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) => heading.iter_mut().for_each(|heading| *heading += &text),
            Event::End(TagEnd::Heading(_)) => {
                let heading = heading.take().unwrap();
                let kept = heading.to_lowercase().replace(' ', "-");
                let kept: String =
                    kept.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
                let mut numbered =
                    iter::once(kept.clone()).chain((1..).map(|number| format!("{kept}-{number}")));
                let id = numbered.find(|id| ids.iter().all(|(known, _)| known != id)).unwrap();
                ids.push((id, heading));
            }
            _ => {}
        }
    }
    ids
}

fn resolve(from: &str, to: &str) -> String {
    let mut path = PathBuf::from(from);
    path.pop();
    for part in Path::new(to).components() {
        match part {
            Component::ParentDir => assert!(path.pop(), "{to} leads out of the folder"),
            part => path.push(part),
        }
    }
    path.to_str().unwrap().replace('\\', "/")
}

fn words(markdown: &str) -> String {
    let lines = shown(markdown);
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_same_catalog_gives_the_same_pages() {
    assert_eq!(markdown::files(&catalog(THIRTEEN)), markdown::files(&catalog(THIRTEEN)));
}

#[test]
fn what_a_number_chooses_is_said_in_words_of_the_page() {
    let files = pages(
        "\
locales: [en, ja]
codes:
  A1:
    params: {max_hours: integer, limit: integer}
    message:
      en: '{max_hours, plural, one {# hour} other {# hours}} ahead, {limit, number} at most'
      ja: '{0, plural, other {#時間}}先、{1, number}まで'
    summary: {en: '{0, plural, =0 {Now} one {Soon} other {Later}}'}
    description: {en: '{0, plural, one {} other {Wait.}}'}
    resolution: {en: ['Wait {0, plural, one {an hour} other {# hours}}.', Try again.]}
checks: {missing-translation: allow}
",
    );
    let english = "\
A1
Later
  • {0} = 0: Now
  • {0} = 1: Soon
  • {0} = 2, 3, 4, 5, …: Later
catalog · ja
Message
{max_hours} hours ahead, {limit} at most
  • {max_hours} = 1: {max_hours} hour
  • {max_hours} = 0, 2, 3, 4, …: {max_hours} hours
Placeholders
  • {0}: max_hours (integer)
  • {1}: limit (integer)
Description
Wait.
  • {0} = 1: —
  • {0} = 0, 2, 3, 4, …: Wait.
Resolution
  1. Wait {0} hours.
  • {0} = 1: an hour
  • {0} = 0, 2, 3, 4, …: {0} hours
  2. Try again.";
    assert_eq!(shown(page(&files, "en/codes/a1.md")).join("\n"), english);
    let row = "A1[{max_hours} hour | {max_hours} hours] ahead, {limit} at most[Now | Soon | Later]";
    assert!(shown(page(&files, "en/index.md")).contains(&row.to_owned()));
    assert!(words(page(&files, "ja/codes/a1.md")).contains("{0}時間先、{1}まで"));
}
