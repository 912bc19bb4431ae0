//! Codes that are not to be used any more, in each format.

mod support;

use serde_json::{Value, json};
use support::catalog;
use token_codes_docs::{File, html, json, markdown, openapi, typescript};

const CATALOG: &str = "\
locales: [en, ja]
headings: {ja: {retired: 廃止済み}}
retired:
- OLD1
- code: OLD2
  since: 2026-11
  why: it <was> never *used*
  use: NEW1
  params: {day: any}
  message: {en: 'closed on {0}'}
- {code: OLD3, use: NEW2, summary: no message}
codes:
  NEW1: {message: {en: closed, ja: 休み}}
  NEW2:
    message: {en: 'open on {day}', ja: '{day}は営業'}
    params: {day: any}
    deprecated: {since: 2.1, use: NEW1, note: it is never open}
";

#[track_caller]
fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    &files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}")).text
}

#[test]
fn markdown_has_them_at_the_end_and_keeps_their_pages() {
    let files = markdown::files(&catalog(CATALOG));
    let index = text(&files, "en/index.md");
    let list = "\n## Retired\n\n\
        - OLD1\n\
        - [OLD2](codes/old2.md) (2026-11) → [NEW1](codes/new1.md): it \\<was> never \\*used\\*\n\
        - [OLD3](codes/old3.md) → [NEW2](codes/new2.md)\n";
    assert!(index.ends_with(list), "{index}");
    assert!(index.contains("| [NEW2](#new2) *(Deprecated)* | open on \\{day\\} |"), "{index}");
    let deprecated = "**Deprecated** (2\\.1) → [NEW1](codes/new1.md)\n\nit is never open\n";
    assert!(index.contains(deprecated), "{index}");
    assert!(text(&files, "ja/index.md").contains("\n## 廃止済み\n"));

    let page = text(&files, "ja/codes/old2.md");
    let all = "[catalog](../index.md) · [en](../../en/codes/old2.md)\n\n\
        **廃止済み** (2026-11) → [NEW1](new1.md)\n\nit \\<was> never \\*used\\*\n";
    assert!(page.contains(all), "{page}");
    assert!(page.contains("closed on \\{0\\} *(en)*"), "{page}");
    assert!(!text(&files, "en/codes/old3.md").contains("## Message"));
    assert!(files.iter().all(|file| !file.path.contains("old1")));
}

#[test]
fn of_several_families_the_first_page_has_them() {
    let files = [("c/a.yaml", CATALOG), ("c/b.yaml", "codes:\n  B1: {message: {en: b, ja: c}}\n")];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let source = token_codes_build::Source::from_files("c", files).unwrap();
    let files = markdown::files(&token_codes_build::read(&source).unwrap().catalog);
    assert!(text(&files, "en/index.md").contains("\n## Retired\n\n- OLD1\n"));
    assert!(!text(&files, "en/a.md").contains("## Retired"));
    assert!(text(&files, "en/codes/old2.md").contains("\n[Overview](../index.md) · "));
}

#[test]
fn the_site_shows_them_and_finds_what_is_kept() {
    let files = html::files(&catalog(CATALOG));
    let overview = text(&files, "en/index.html");
    assert!(overview.contains(r#"<section id="page_retired">"#), "{overview}");
    let row = r#"<a href="codes/old2.html" dir="auto">OLD2</a> <bdi>(2026-11)</bdi> → <a href="codes/new1.html" dir="auto">NEW1</a>"#;
    assert!(overview.contains(row), "{overview}");
    assert!(overview.contains("<bdi>OLD1</bdi>") && !overview.contains("old1.html"), "{overview}");
    assert!(overview.contains(r#"NEW2</a> <span class="note">Deprecated</span>"#), "{overview}");

    let page = text(&files, "en/codes/old2.html");
    let notice = r#"<strong dir="auto">Retired</strong> <bdi>(2026-11)</bdi> → <a href="new1.html" dir="auto">NEW1</a> "#;
    assert!(page.contains(notice) && page.contains("it &#60;was&#62; never"), "{page}");
    assert!(!page.contains(r#"rel="prev""#) && !page.contains(r#"rel="next""#), "{page}");
    assert!(!text(&files, "en/codes/new2.html").contains(r#"rel="next""#));
    assert!(!text(&files, "en/codes/old3.html").contains("page_message"));

    let data = text(&files, "search-data.js");
    assert!(data.contains(r#""retired":["OLD1"]"#), "{data}");
    assert!(
        data.contains(r#"{"code":"OLD2","slug":"old2","#) && data.contains(r#""retired":true}"#),
        "{data}"
    );
    assert!(data.contains(r#""retired":false}"#), "{data}");
}

#[test]
fn json_has_what_is_said_and_what_is_kept() {
    let files = json::files(&catalog(CATALOG));
    let export: Value = serde_json::from_str(text(&files, "catalog.json")).unwrap();
    let retired = &export["retired"];
    assert_eq!(retired[0], json!({"code": "OLD1"}));
    let said = ["code", "since", "use", "why"].map(|key| &retired[1][key]);
    assert_eq!(said, ["OLD2", "2026-11", "NEW1", "it <was> never *used*"]);
    assert_eq!(retired[1]["entry"]["message"], json!({"en": "closed on {day}"}));
    assert_eq!(retired[2]["entry"]["message"], json!({}));
    let deprecated = json!({"since": "2.1", "use": "NEW1", "note": "it is never open"});
    assert_eq!(export["codes"][1]["deprecated"], deprecated);
    assert_eq!(export["codes"][0].get("deprecated"), None);
}

#[test]
fn typescript_marks_and_lists_them() {
    let files = typescript::files(&catalog(CATALOG));
    let module = text(&files, "catalog.ts");
    let param = "  /** open on \\{day\\}\n   * @deprecated use NEW1 instead; it is never open\n   */\n  readonly \"NEW2\": ";
    assert!(module.contains(param), "{module}");
    let deprecated = "\n  [\"NEW2\", { since: \"2.1\", use: \"NEW1\", note: \"it is never open\" }],\n]);\n";
    assert!(module.contains(deprecated), "{module}");
    let retired = "\n  [\"OLD1\", {  }],\n  [\"OLD2\", { since: \"2026-11\", use: \"NEW1\", why: \"it \\u003cwas> never *used*\" }],\n";
    assert!(module.contains(retired), "{module}");
    assert!(!module.contains("  | \"OLD2\""), "{module}");
}

#[test]
fn openapi_marks_the_problems_of_deprecated_codes() {
    let files = openapi::files(&catalog(CATALOG));
    let document: Value = serde_json::from_str(&files[0].text).unwrap();
    let marked =
        ["NEW1Problem", "NEW2Problem"].map(|schema| &document["components"]["schemas"][schema]["deprecated"]);
    assert_eq!(marked, [&Value::Null, &json!(true)]);
}
