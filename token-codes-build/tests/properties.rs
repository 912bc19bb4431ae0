//! What holds for any catalog: texts come back byte for byte, and nothing panics. The random numbers are always the
//! same, so that a failure is one for everybody.

use std::fmt::Write as _;

use proptest::{
    prelude::*,
    sample::select,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use token_codes_build::{Diagnostics, Source, catalog::Template, cldr::Language, generate, read};

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn texts_come_back_byte_for_byte() {
    const CASES: u32 = 400;
    let accepted = std::cell::Cell::new(0);
    let result = runner(CASES).run(&catalog(), |catalog| {
        let Ok(checked) = read(&Source::new("catalog.yaml", catalog.yaml())) else { return Ok(()) };
        accepted.set(accepted.get() + 1);
        let generated = generate(&checked.catalog).expect("its codes differ");
        let columns =
            columns(&syn::parse_file(&generated).map_err(|error| TestCaseError::fail(error.to_string()))?);
        for (entry, intended) in checked.catalog.entries.iter().zip(&catalog.entries) {
            let values: Vec<_> =
                entry.values.iter().map(|value| value.as_ref().map(ToString::to_string)).collect();
            prop_assert_eq!(values, intended.values.shown());
        }
        for expected in catalog.columns() {
            prop_assert!(columns.contains(&expected), "{expected:?} is not in\n{generated}");
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!(accepted.get() > CASES / 2, "only {} of {CASES} catalogs are accepted", accepted.get());
}

#[test]
fn mutations_of_a_real_catalog_never_panic() {
    let original = include_bytes!("../../catalog.yaml");
    let result = runner(600).run(&prop::collection::vec(mutation(), 1..8), |mutations| {
        let mut bytes = original.to_vec();
        for mutation in &mutations {
            mutation.apply(&mut bytes);
        }
        let found = match Source::from_bytes("catalog.yaml", bytes) {
            Ok(source) => read(&source).map_or_else(|mistakes| mistakes, |checked| checked.warnings),
            Err(mistakes) => mistakes,
        };
        places_are_in_the_text(&found)
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// A text of ICU is read, or what is wrong with it is reported; and what is read is the same when it is written anew.
#[test]
fn plurals_are_read_or_reported() {
    const CASES: u32 = 600;
    let accepted = std::cell::Cell::new(0);
    let broken = prop::collection::vec(mutation(), 0..4);
    let result = runner(CASES).run(&(icu_text(), prop::option::of(broken)), |(text, mutations)| {
        let mut bytes = text.into_bytes();
        mutations.iter().flatten().for_each(|mutation| mutation.apply(&mut bytes));
        let text = String::from_utf8_lossy(&bytes);
        let template = match message_of_icu(&text) {
            Ok(template) => template,
            Err(found) => return places_are_in_the_text(&found),
        };
        accepted.set(accepted.get() + 1);
        let anew = template.with_names(|param| ["n", "m", "k"][param].to_owned());
        let again =
            message_of_icu(&anew).map_err(|found| TestCaseError::fail(format!("{text}\n{anew}\n{found}")))?;
        let language = Language::of("en");
        for number in ["0", "1", "2", "11", "21", "-1", "-2", "1000", "12345678", "m"] {
            let argument = |param: usize| if param == 1 { "{it's}".to_owned() } else { number.to_owned() };
            prop_assert_eq!(template.fill(language, argument), again.fill(language, argument), "{}", anew);
        }
        prop_assert_eq!(again.with_names(|param| ["n", "m", "k"][param].to_owned()), anew);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!(accepted.get() > CASES / 3, "only {} of {CASES} texts are accepted", accepted.get());
}

/// The summary of an entry with the params `n` and `k`, integers, and `m`.
fn message_of_icu(text: &str) -> Result<Template, Diagnostics> {
    let catalog = format!(
        "locales: [en]\nchecks: {{bidi-override: allow}}\ncodes:\n  A1:\n    params: {{n: integer, m: any, k: integer}}\n    \
         message: '{{n}} {{m}} {{k}}'\n    summary: {}\n",
        double_quoted(text)
    );
    let checked = read(&Source::new("catalog.yaml", catalog))?;
    Ok(checked.catalog.entries[0].summary.get(0).clone())
}

/// A text with a plural or a number, and whatever else can stand in one.
fn icu_text() -> impl Strategy<Value = String> {
    let word = || {
        select(vec![
            "word",
            " ",
            "it's",
            "''",
            "'{'",
            "'}'",
            "'{ {'",
            "'{a b}'",
            "#",
            "'#'",
            "$",
            "あ",
            "\n",
            "{m}",
            "{1}",
            "{ k , number }",
        ])
    };
    let branch = move || prop::collection::vec(word(), 0..5).prop_map(|words| words.concat());
    let exactly =
        prop::option::of((-2..3_i32, branch()).prop_map(|(number, text)| format!("={number} {{{text}}}")));
    let branches = (exactly, branch(), branch(), any::<bool>()).prop_map(|(exactly, one, other, is_last)| {
        let exactly = exactly.unwrap_or_default();
        if is_last {
            format!(" one {{{one}}}\n other{{{other}}} {exactly}")
        } else {
            format!("{exactly}other {{{other}}}one{{{one}}}")
        }
    });
    let plural = branches.prop_map(|branches| format!("{{n, plural,{branches}}}"));
    let outside = move || prop::collection::vec(word(), 0..4).prop_map(|words| words.concat());
    let syntax = prop_oneof![3 => plural, 1 => Just("{n, number}".to_owned())];
    (outside(), syntax, outside()).prop_map(|(before, syntax, after)| format!("{before}{syntax}{after}"))
}

fn places_are_in_the_text(diagnostics: &Diagnostics) -> Result<(), TestCaseError> {
    let text = &diagnostics.source().text();
    for diagnostic in diagnostics {
        for span in diagnostic.labels.iter().map(|label| &label.span).chain([&diagnostic.span]) {
            prop_assert!(text.get(span.clone()).is_some(), "{diagnostic:?}");
        }
    }
    prop_assert_eq!(diagnostics.to_string().is_empty(), diagnostics.is_empty());
    Ok(())
}

/// A change to a file; a place is a share of its length.
#[derive(Clone, Debug)]
enum Mutation {
    Delete(u16, usize),
    Insert(u16, Vec<u8>),
    Swap(u16, u16),
    Truncate(u16),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let signs: &[&str] = &[
        "\"",
        "'",
        ":",
        ": ",
        "\n",
        "\r",
        "\t",
        "#",
        " #",
        "{",
        "}",
        "[",
        "]",
        "&",
        "*",
        "!",
        "|",
        ">",
        "@",
        "`",
        "%",
        "-",
        "? ",
        "<<",
        "---\n",
        "...\n",
        "\u{FEFF}",
        "\u{85}",
        "\u{2028}",
        "あ",
        "\u{3099}",
        "\0",
        "\u{7F}",
        "{0}",
        "{9}",
        "\\",
        "~",
        "  ",
        "\n\n",
        "\\u12",
        "null",
        "{n, plural, ",
        "one {",
        "other {",
        "}}",
        "=1 {",
        "{n, number}",
        "{0, date}",
        "'{",
        "''",
        ",",
    ];
    let signs: Vec<Vec<u8>> = signs.iter().map(|sign| sign.as_bytes().to_vec()).collect();
    prop_oneof![
        3 => (any::<u16>(), 1..12_usize).prop_map(|(at, count)| Mutation::Delete(at, count)),
        8 => (any::<u16>(), select(signs)).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        1 => (any::<u16>(), any::<u8>()).prop_map(|(at, byte)| Mutation::Insert(at, vec![byte])),
        2 => (any::<u16>(), any::<u16>()).prop_map(|(a, b)| Mutation::Swap(a, b)),
        1 => any::<u16>().prop_map(Mutation::Truncate),
    ]
}

impl Mutation {
    /// Whole characters are changed, so that what is left is mostly UTF-8.
    fn apply(&self, bytes: &mut Vec<u8>) {
        let place = |share: u16| {
            let at = bytes.len() * usize::from(share) / usize::from(u16::MAX);
            (0..=at).rev().find(|&at| bytes.get(at).is_none_or(|byte| byte & 0xC0 != 0x80)).unwrap_or(0)
        };
        match self {
            Self::Delete(at, count) => {
                let start = place(*at);
                let is_start = |at: &usize| bytes.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80);
                let end = (start..bytes.len()).filter(is_start).nth(*count).unwrap_or(bytes.len());
                bytes.drain(start..end);
            }
            Self::Insert(at, inserted) => {
                let at = place(*at);
                bytes.splice(at..at, inserted.iter().copied());
            }
            Self::Swap(a, b) => {
                let (a, b) = (place(*a), place(*b));
                if a.max(b) < bytes.len() {
                    bytes.swap(a, b);
                }
            }
            Self::Truncate(at) => bytes.truncate(place(*at)),
        }
    }
}

/// A catalog without mistakes, and how each of its texts is written.
#[derive(Clone, Debug)]
struct Intended {
    locales: Vec<&'static str>,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    code: String,
    named: bool,
    types: Vec<&'static str>,
    /// One for each of all locales, of which the catalog has the first few.
    messages: Vec<Written>,
    /// The same.
    summaries: Vec<Written>,
    description: Written,
    causes: Vec<Written>,
    values: Values,
}

/// What an entry has in the columns.
#[derive(Clone, Debug)]
struct Values {
    team: Option<Written>,
    status: Option<i32>,
    retryable: Option<bool>,
    severity: Option<&'static str>,
}

impl Values {
    /// In the order of the columns.
    fn shown(&self) -> [Option<String>; 4] {
        [
            self.team.as_ref().map(|team| team.text.clone()),
            self.status.map(|status| status.to_string()),
            self.retryable.map(|boolean| boolean.to_string()),
            self.severity.map(str::to_owned),
        ]
    }
}

const COLUMNS: &str = "\
columns: {team: text, status: integer, retryable: boolean, severity: [info, not-found, error]}
";

fn values() -> impl Strategy<Value = Values> {
    let severity = prop::option::of(select(vec!["info", "not-found", "error"]));
    (prop::option::of(text(0)), any::<Option<i32>>(), any::<Option<bool>>(), severity)
        .prop_map(|(team, status, retryable, severity)| Values { team, status, retryable, severity })
}

#[derive(Clone, Debug)]
struct Written {
    text: String,
    style: Style,
}

#[derive(Clone, Copy, Debug)]
enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

const LOCALES: [&str; 3] = ["ja", "en", "zh-Hant"];

fn catalog() -> impl Strategy<Value = Intended> {
    (1..=LOCALES.len(), prop::collection::vec(entry(), 1..5)).prop_map(|(locales, mut entries)| {
        for (number, entry) in entries.iter_mut().enumerate() {
            // Each of another kind of code, and no two the same.
            write!(entry.code, "{number}").expect("a string takes all");
        }
        Intended { locales: LOCALES[..locales].to_vec(), entries }
    })
}

/// What may be said of a param.
const TYPES: [&str; 7] =
    ["text", "integer", "boolean", "float", "any", "{type: text}", "{type: integer, privacy: personal}"];

fn entry() -> impl Strategy<Value = Entry> {
    let code = prop_oneof![
        "[A-Z]{2,4}",
        "0{1,5}[0-9]",
        "[0-9]{2}\\.[A-Z]\\.",
        "[A-Z]{3}:[A-Z][a-z]{3}",
        "0[xE]",
        "[a-z]{2}-[a-z]{4}-"
    ];
    let types = prop::collection::vec(select(TYPES.to_vec()), 0..4);
    (code, any::<bool>(), types).prop_flat_map(|(code, named, types)| {
        let params = types.len();
        let all = || prop::collection::vec(text(params), LOCALES.len());
        let causes = prop::collection::vec(text(params), 0..3);
        (Just((code, named, types)), all(), all(), text(0), causes, values()).prop_map(
            |((code, named, types), messages, summaries, description, causes, values)| Entry {
                code,
                named,
                types,
                messages,
                summaries,
                description,
                causes,
                values,
            },
        )
    })
}

/// A text with each of the params, in any order.
fn text(params: usize) -> impl Strategy<Value = Written> {
    let placeholders: Vec<String> = (0..params)
        .map(|param| if param % 2 == 0 { format!("{{{param}}}") } else { format!("{{p{param}}}") })
        .collect();
    let style = select(vec![Style::Plain, Style::Single, Style::Double, Style::Literal, Style::Folded]);
    let pieces = prop::collection::vec(piece(), 1..8);
    (pieces, Just(placeholders).prop_shuffle(), style).prop_map(|(pieces, placeholders, style)| {
        // A word first, so that no text is empty or `null`.
        let mut text = "文w".to_owned();
        for index in 0..pieces.len().max(placeholders.len()) {
            text.extend(pieces.get(index).into_iter().chain(placeholders.get(index)).map(String::as_str));
        }
        Written { text, style }
    })
}

/// Braces have a meaning, and control characters and unusual line breaks are refused.
fn is_accepted(sign: char) -> bool {
    !sign.is_control() && !"{}\u{2028}\u{2029}".contains(sign)
}

fn piece() -> impl Strategy<Value = String> {
    let hostile = [
        "word",
        " ",
        "  ",
        "'",
        "''",
        "\"",
        "\\",
        "\\n",
        "#",
        " #",
        ":",
        ": ",
        "- ",
        "\n",
        "\n\n",
        "\n  ",
        " \n",
        "\t",
        "{{",
        "}}",
        "{{0}}",
        "あ",
        "か\u{3099}",
        "😀",
        "\u{A0}",
        "\u{202E}",
        "\u{200D}",
        "\u{FEFF}",
        "\u{3000}",
        "*/",
        "//",
        "`",
        "$",
        "<b>",
        "&amp;",
        "|",
        ">",
        "%",
        "@",
        "---",
        "...",
        "\u{FFFD}",
    ];
    let hostile: Vec<String> = hostile.iter().map(ToString::to_string).collect();
    prop_oneof![
        4 => select(hostile),
        1 => any::<char>().prop_filter("neither a brace nor refused", |sign| is_accepted(*sign)).prop_map(String::from),
        1 => "[a-zA-Z0-9 ,.()-]{1,12}",
    ]
}

impl Intended {
    fn yaml(&self) -> String {
        let mut out = format!(
            "checks: {{bidi-override: allow}}\nlocales: [{}]\n{COLUMNS}codes:\n",
            self.locales.join(", ")
        );
        for (number, entry) in self.entries.iter().enumerate() {
            entry.write(&mut out, number, &self.locales);
        }
        out
    }

    /// The columns of the generated tables.
    fn columns(&self) -> Vec<Vec<String>> {
        let column = |text: &dyn Fn(&Entry) -> String| self.entries.iter().map(text).collect();
        let mut columns: Vec<Vec<String>> = vec![
            column(&|entry| entry.code.clone()),
            column(&|entry| entry.description.text.clone()),
            column(&|entry| entry.values.team.as_ref().map(|team| team.text.clone()).unwrap_or_default()),
            self.entries.iter().flat_map(|entry| &entry.causes).map(|cause| cause.text.clone()).collect(),
        ];
        for locale in 0..self.locales.len() {
            columns.push(column(&|entry| entry.messages[locale].text.clone()));
            columns.push(column(&|entry| entry.summaries[locale].text.clone()));
        }
        columns
    }
}

impl Entry {
    fn write(&self, out: &mut String, number: usize, locales: &[&str]) {
        writeln!(out, "  {}:", self.code).unwrap();
        if self.named {
            writeln!(out, "    name: name-{number}x").unwrap();
        }
        let params: Vec<_> =
            self.types.iter().enumerate().map(|(param, kind)| format!("p{param}: {kind}")).collect();
        if !params.is_empty() {
            writeln!(out, "    params: {{{}}}", params.join(", ")).unwrap();
        }
        for (field, texts) in [("message", &self.messages), ("summary", &self.summaries)] {
            writeln!(out, "    {field}:").unwrap();
            for (locale, text) in locales.iter().zip(texts) {
                writeln!(out, "      {locale}: {}", text.yaml(8)).unwrap();
            }
        }
        writeln!(out, "    description: {}", self.description.yaml(6)).unwrap();
        if !self.causes.is_empty() {
            out.push_str("    causes:\n");
        }
        for cause in &self.causes {
            writeln!(out, "      - {}", cause.yaml(8)).unwrap();
        }
        let values = &self.values;
        let values = [
            ("team", values.team.as_ref().map(|team| team.yaml(6))),
            ("status", values.status.map(|status| status.to_string())),
            ("retryable", values.retryable.map(|boolean| boolean.to_string())),
            ("severity", values.severity.map(str::to_owned)),
        ];
        for (name, value) in values.iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
            writeln!(out, "    {name}: {value}").unwrap();
        }
    }
}

impl Written {
    /// The text in its style, or in double quotes if it has none in that style; lines below the first have this indent.
    fn yaml(&self, indent: usize) -> String {
        let text = &*self.text;
        let visible = |sign: char| {
            !sign.is_control() && !"\u{85}\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}".contains(sign)
        };
        let one_line = text.chars().all(visible) && text.trim() == text;
        let lines = || {
            text.chars().all(|sign| visible(sign) || sign == '\n')
                && !text.trim_start_matches('\n').is_empty()
        };
        let indentation = " ".repeat(indent);
        match self.style {
            Style::Plain
                if one_line && !text.contains(": ") && !text.contains(" #") && !text.ends_with(':') =>
            {
                text.to_owned()
            }
            Style::Single if one_line => format!("'{}'", text.replace('\'', "''")),
            Style::Literal if lines() => {
                let chomping = match text.len() - text.trim_end_matches('\n').len() {
                    0 => "-",
                    1 => "",
                    _ => "+",
                };
                let body: Vec<_> = text
                    .strip_suffix('\n')
                    .unwrap_or(text)
                    .split('\n')
                    .map(|line| format!("{indentation}{line}"))
                    .collect();
                format!("|{chomping}\n{}", body.join("\n"))
            }
            // Between two words, a line break is a blank.
            Style::Folded if one_line && !text.contains("  ") => {
                format!(">-\n{indentation}{}", text.replace(' ', &format!("\n{indentation}")))
            }
            _ => double_quoted(text),
        }
    }
}

fn double_quoted(text: &str) -> String {
    let escaped = text.chars().map(|sign| match sign {
        '"' | '\\' => format!("\\{sign}"),
        ' '..='~' | 'あ'..='ん' => sign.to_string(),
        _ => format!("\\U{:08X}", u32::from(sign)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// The columns of text in generated code: each a literal with the offsets after it, cut at them.
fn columns(file: &syn::File) -> Vec<Vec<String>> {
    let mut columns = Vec::new();
    collect(quote::ToTokens::to_token_stream(file), &mut columns);
    columns
}

fn collect(tokens: proc_macro2::TokenStream, columns: &mut Vec<Vec<String>>) {
    use proc_macro2::TokenTree;
    let tokens: Vec<_> = tokens.into_iter().collect();
    for window in tokens.windows(3) {
        let [TokenTree::Literal(text), TokenTree::Punct(_), TokenTree::Literal(offsets)] = window else {
            continue;
        };
        let (syn::Lit::Str(text), syn::Lit::ByteStr(offsets)) =
            (syn::Lit::new(text.clone()), syn::Lit::new(offsets.clone()))
        else {
            continue;
        };
        let offsets = offsets.value();
        let (offsets, _) = offsets.as_chunks();
        let offsets: Vec<_> = offsets.iter().map(|bytes| u32::from_le_bytes(*bytes) as usize).collect();
        let text = text.value();
        let rows: Option<Vec<_>> =
            offsets.windows(2).map(|row| text.get(row[0]..row[1]).map(str::to_owned)).collect();
        columns.extend(rows);
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            collect(group.stream(), columns);
        }
    }
}
