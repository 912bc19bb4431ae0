//! Whatever a text holds, the pages show it as it is.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;
use support::{page, pages, shown};

/// What Markdown, HTML, MDX or one of the renderers would take for something else.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<!-- no comment -->",
    "</td></tr></table>",
    "{{ mustache }} {% liquid %} {0} {process.exit()} ${x}",
    "\"quotes\" and 'apostrophes'",
    "[click](javascript:alert(1))",
    "](javascript:alert(1))",
    "![image](x.png) [^1] [ref] [[wiki]]",
    "[ref]: https://example.com",
    "a | b \\| c \\\\| d",
    "|---|",
    "--|--",
    "# heading",
    "Title {#anchor}",
    "### a ###",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "    code",
    "```\nfence\n```",
    "~~~",
    "> quote",
    "===",
    "---",
    "a\n===",
    "a\n---",
    "a\n|---|",
    ": definition",
    "a\n: definition",
    ":::note",
    "::directive[x]{y} :name[x]",
    "import x from 'y'",
    "export const x = 1",
    "see\n\nexport failed",
    "&lt; &#60; &amp; & &copy",
    "*a* _b_ **c** __d__ ~~e~~ `f` ^g^ $h$ $$i$$ ||j||",
    "snake_case \\ back\\slash \\",
    "https://example.com/a_b?c=d&e=f www.example.com/a_b mailto:a_b@example.com",
    "<https://example.com> <a@b.c>",
    "first\nsecond\n\nthird\n\n\n- fourth",
    "a  \nb\\\nc",
    "\u{202E}gnp.exe\u{202C} \u{2066}x\u{2069} \u{200F}",
    "　全角の空白　",
    "\u{A0}no break\u{A0}",
    "- [ ] task",
    "[!NOTE] alert",
    "1\\. 2",
    "#hash @mention #1",
    "+++",
    "%% comment %%",
    "==mark==",
    "a -- b --- c ...",
];

/// A catalog in which each text is this one.
fn yaml(text: &str) -> String {
    // In a message, and whatever else has placeholders, a brace is written twice.
    let template = json!(text.replace('{', "{{").replace('}', "}}"));
    let text = json!(text);
    format!(
        "title: {text}\ndescription: {text}\nlocales: [en]\n\
         checks: {{bidi-override: allow, message-break: allow, doubled-space: allow, edge-space: allow, empty-text: allow}}\n\
         headings: {{en: {{overview: {text}}}}}\n\
         codes:\n  A1:\n    message: {template}\n    summary: {template}\n    description: {template}\n    \
         causes: [{template}, {template}]\n    resolution: [{template}, {template}]\n"
    )
}

/// The lines of a text that a renderer shows: the spaces at their edges are not seen, and neither are empty lines.
fn lines(text: &str) -> Vec<&str> {
    text.split('\n').map(|line| line.trim_matches([' ', '\t'])).filter(|line| !line.is_empty()).collect()
}

/// What the page of all codes shows.
fn expected(text: &str) -> Vec<String> {
    let lines = lines(text);
    let mut all = Vec::new();
    let mut add = |before: &str, after: &str| {
        let joined = format!("{before}{}{after}", lines.join("\n"));
        all.extend(joined.split('\n').map(str::to_owned));
    };
    add("", "");
    add("", "");
    add("", "\nCodeMessageDescription");
    let row = lines.join("\n");
    add("A1", &format!("{row}\nError Code Details\nA1\nMessage"));
    add("", "\nDescription");
    add("", "\nRoot Cause");
    add("  • ", "");
    add("  • ", "\nResolution");
    add("  1. ", "");
    add("  2. ", "");
    all
}

fn assert_shown(text: &str) {
    let files = pages(&yaml(text));
    let markdown = page(&files, "en/index.md");
    assert_eq!(shown(markdown), expected(text), "{text:?} is written as\n{markdown}");
    // The same blocks, so it is enough that nothing in it is taken for markup.
    assert!(shown(page(&files, "en/codes/a1.md")).len() > 8);
}

#[test]
fn hostile_texts_are_shown() {
    for text in HOSTILE {
        assert_shown(text);
    }
}

/// Any order of characters and words that mean something.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "a", "b", "あ", "。", " ", "  ", "\n", "\n\n", "\t", "1", "2.", "10)", "#", "-", "--", "+", "*", "_",
        "**", "`", "```", "~", "~~", "<", ">", "</a>", "<br>", "<!--", "-->", "{", "}", "{0}", "[", "]", "(",
        ")", "!", "|", "\\", "&", "&lt;", "&#60;", ";", ":", ":::", "://", "http", "https://", "www.", "@",
        ".", "$", "$$", "^", "=", "===", "%", "\"", "'", "/", "import ", "export ", "\u{202E}", "\u{3000}",
        "\u{A0}", "😀", "é",
    ];
    vec(prop::sample::select(pieces.to_vec()), 1..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_shown(text in text()) {
        prop_assume!(!lines(&text).is_empty());
        assert_shown(&text);
    }
}
