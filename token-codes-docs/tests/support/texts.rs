//! Texts that pages must show as they are.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

/// What Markdown, HTML, MDX or one of the renderers would take for something else.
pub const HOSTILE: &[&str] = &[
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
    "at http://host.example:PORT/x",
    "http://10.0.0.256/ https://a.b%zz http://xn--a.b/ http://a.b:99999",
    "see www.% and https://例え.jp、または",
    "https://user:p@host.example/%zz?a=%",
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
    "Use \"quote\", it's done...",
    "'a' \"b\" 'it''s' ''x....",
];

/// A catalog in which each text is this one.
pub fn yaml(text: &str) -> String {
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

/// A catalog in which each text has a plural with this text, without its apostrophes, for one and for all other numbers.
pub fn yaml_with_plurals(text: &str) -> String {
    let mut quoted = String::new();
    let mut is_quoted = false;
    for character in text.replace('\'', "").chars() {
        if is_quoted != ['{', '}', '#'].contains(&character) {
            quoted.push('\'');
            is_quoted = !is_quoted;
        }
        quoted.push(character);
    }
    quoted.push_str(if is_quoted { "'" } else { "" });
    let template = json!(format!("{{n, plural, one {{{quoted}}} other {{{quoted}}}}}"));
    format!(
        "locales: [en]\n\
         checks: {{bidi-override: allow, message-break: allow, doubled-space: allow, edge-space: allow, empty-text: allow}}\n\
         codes:\n  A1:\n    params: {{n: integer}}\n    message: {template}\n    summary: {template}\n    \
         description: {template}\n    causes: [{template}, {template}]\n    resolution: [{template}, {template}]\n"
    )
}

/// Any order of characters and words that mean something.
pub fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "a", "b", "あ", "。", " ", "  ", "\n", "\n\n", "\t", "1", "2.", "10)", "#", "-", "--", "+", "*", "_",
        "**", "`", "```", "~", "~~", "<", ">", "</a>", "<br>", "<!--", "-->", "{", "}", "{0}", "[", "]", "(",
        ")", "!", "|", "\\", "&", "&lt;", "&#60;", ";", ":", ":::", "://", "http", "https://", "www.", "@",
        ".", "$", "$$", "^", "=", "===", "%", "\"", "'", "/", "import ", "export ", "\u{202E}", "\u{3000}",
        "\u{A0}", "😀", "é",
    ];
    vec(prop::sample::select(pieces.to_vec()), 1..12).prop_map(|pieces| pieces.concat())
}
