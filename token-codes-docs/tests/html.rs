//! What the site promises of every page, without a browser; `tests/site` tries it in one.

use token_codes_build::Source;
use token_codes_build::catalog::Catalog;
use token_codes_docs::{File, html};

fn catalog(text: &str) -> Catalog {
    token_codes_build::read(&Source::new("catalog.yaml", text)).unwrap().catalog
}

fn the_thirteen() -> Vec<File> {
    html::files(&catalog(include_str!("../../catalog.yaml")))
}

#[track_caller]
fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    &files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}")).text
}

fn pages(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| file.text.starts_with("<!doctype html>"))
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let parts = page.split(&format!(" {attribute}=\"")).skip(1).collect::<Vec<_>>();
    parts.into_iter().map(|part| part.split('"').next().unwrap()).collect()
}

#[test]
fn each_code_has_a_page_in_each_locale() {
    let files = the_thirteen();
    assert_eq!(pages(&files).count(), 1 + 2 * (1 + 13));
    for path in ["index.html", "ja/index.html", "en/codes/tok013.html"] {
        text(&files, path);
    }
}

#[test]
fn addresses_are_relative_and_name_a_file() {
    let files = the_thirteen();
    for page in pages(&files) {
        let addresses = [values(&page.text, "href"), values(&page.text, "src")].concat();
        assert!(!addresses.is_empty());
        for address in addresses {
            assert!(!address.contains(':') && !address.starts_with('/'), "{}: {address}", page.path);
            assert!(address.contains('.') || address.starts_with('#'), "{}: {address}", page.path);
        }
    }
}

#[test]
fn nothing_may_leave_a_page_and_no_script_or_style_is_in_one() {
    let files = the_thirteen();
    for page in pages(&files) {
        let policy = values(&page.text, "content").into_iter().find(|content| content.contains("-src"));
        assert!(policy.unwrap().starts_with("default-src 'none'; "), "{}", page.path);
        assert!(page.text.matches("<script").count() == page.text.matches("></script>").count());
        assert!(!page.text.contains("<style") && !page.text.contains(" style="), "{}", page.path);
    }
}

#[test]
fn a_page_is_in_the_language_of_its_own_words_and_each_text_in_its_own() {
    let files = html::files(&catalog(
        "\
title: Codes
locales: [fr, ja]
headings: {fr: {resolution: Solution}}
codes:
  A:
    message: {fr: un, ja: 一}
    description: {fr: deux}
    resolution: [三]
",
    ));
    let french = text(&files, "fr/codes/a.html");
    assert_eq!(values(french, "lang")[0], "en");
    assert!(french.contains(r#"<p id="page_message_text" lang="fr" dir="auto">un</p>"#));
    assert!(french.contains(r#"<h2 lang="fr" dir="auto">Solution</h2>"#));
    assert!(french.contains(r#"<li lang="ja" dir="auto">三</li>"#));
    let japanese = text(&files, "ja/codes/a.html");
    assert_eq!(values(japanese, "lang")[0], "ja");
    assert!(japanese.contains(r#"<p id="page_message_text" dir="auto">一</p>"#));
    assert!(japanese.contains(r#"<p lang="fr" dir="auto">deux</p>"#));
    assert!(japanese.contains(r#"<h2 dir="auto">解決方法</h2>"#));
}

#[test]
fn what_stands_in_is_in_its_own_language() {
    let files = html::files(&catalog(
        "\
locales: [ja, fr, fr-CA]
headings: {ja: {message: 文}, fr: {resolution: Solution}}
columns: {level: {type: u8, required: true, default: 7, contract: true}}
codes:
  A:
    message: {ja: 一, fr: un}
    description: {ja: 二}
    resolution: {ja: [三], fr: [trois]}
",
    ));
    let canadian = text(&files, "fr-CA/codes/a.html");
    assert!(canadian.contains(r#"<p id="page_message_text" lang="fr" dir="auto">un</p>"#));
    assert!(canadian.contains(r#"<span lang="fr" data-locale-name>fr</span>"#));
    assert!(canadian.contains(r#"<h2 lang="fr" dir="auto">Solution</h2>"#));
    assert!(canadian.contains(r#"<li lang="fr" dir="auto">trois</li>"#));
    assert!(canadian.contains(r#"<p lang="ja" dir="auto">二</p>"#));
    assert!(!canadian.contains("文"));
    assert!(canadian.contains(r#"<code>level</code> <span class="note">part of the interface</span></th>"#));
    assert!(canadian.contains(r#"<td dir="auto">7</td>"#));
    assert!(text(&files, "search-data.js").contains(r#""fallback":[null,0,1]"#));
}

#[test]
fn texts_are_escaped_and_braces_are_what_they_stand_for() {
    let files = html::files(&catalog(
        "\
locales: [en]
codes:
  A:1:
    params: {what: any}
    message: \"<b>{what}</b> {{ x }} & 'y'\"
",
    ));
    let page = text(&files, "en/codes/a-1.html");
    assert!(
        page.contains(r#"&#60;b&#62;<var dir="ltr">{what}</var>&#60;/b&#62; { x } &#38; &#39;y&#39;</p>"#),
        "{page}"
    );
    assert!(text(&files, "search-data.js").contains(r#"["\u003cb>","{what}","\u003c/b> { x } & 'y'"]"#));
}

#[test]
fn what_a_number_chooses_is_set_off_and_listed() {
    let files = html::files(&catalog(
        "\
locales: [en]
codes:
  A1:
    params: {n: integer}
    message: '{n, plural, =0 {} one {# <hour>} other {# hours}} ahead'
    summary: '{n, number} at most'
",
    ));
    let page = text(&files, "en/codes/a1.html");
    let var = r#"<var dir="ltr">{n}</var>"#;
    assert!(
        page.contains(&format!(r#"dir="auto"><span class="choice">{var} hours</span> ahead</p>"#)),
        "{page}"
    );
    let list = format!(
        "<dl class=\"choices\" dir=\"auto\">\
         <div><dt>{var} = 0</dt><dd>—</dd></div>\
         <div><dt>{var} = 1</dt><dd>{var} &#60;hour&#62;</dd></div>\
         <div><dt>{var} = 2, 3, 4, 5, …</dt><dd>{var} hours</dd></div></dl>"
    );
    assert!(page.contains(&list), "{page}");
    assert!(page.contains(&format!(r#"<p class="lead" dir="auto">{var} at most</p>"#)), "{page}");
    let short = format!(r#"<span class="choice">[ | {var} &#60;hour&#62; | {var} hours]</span> ahead</td>"#);
    assert!(text(&files, "en/index.html").contains(&short));
}

/// The text of a page's element, without its markup.
fn content<'a>(page: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let inside = page.split(start).nth(1).unwrap().split(end).next().unwrap();
    let texts = inside.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.map(str::trim).filter(|text| !text.is_empty()).collect()
}

#[test]
fn the_japanese_overview_reads_as_the_published_one() {
    let files = the_thirteen();
    let overview = content(text(&files, "ja/index.html"), "</thead>", "</table>").concat();
    let published = include_str!("../../tests/seed/token-related-messages.txt");
    let rows = published.lines().skip_while(|line| *line != "CodeMessageDescription").skip(1);
    let rows: String = rows.take_while(|line| !line.is_empty()).collect();
    assert!(rows.starts_with("TOK001") && rows.contains("TOK013"));
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(squeezed(&overview), squeezed(&rows));
}
