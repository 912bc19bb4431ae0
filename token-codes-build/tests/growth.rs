//! Nothing grows faster than its input: for each dimension in which a catalog can be large, four times as much takes about
//! four times the work.
//!
//! Work is measured twice: in bytes that are allocated, which is the same in every run, and in time that the processor
//! spends on this thread, whatever else it does. Reading and reporting are measured each, since there may be a report on
//! each word.

#[path = "../../tests/support/processor_time.rs"]
mod processor_time;

use std::{
    fmt::{self, Write as _},
    hint::black_box,
};

use processor_time::processor_time;
use token_codes_build::{Source, read};

/// A dimension: its name, and a catalog of which there is as much as one wants.
type Dimension = (&'static str, fn(usize) -> String);

/// Four times the input may take this many times the work. Linear is 4, with a logarithm somewhat more; quadratic is 16.
const MOST_TIME: f64 = 6.5;
const MOST_BYTES: f64 = 5.5;

/// The smaller input takes at least this long, so that what grows faster outweighs what does not.
const LEAST_SECONDS: f64 = 0.02;

/// Some dimensions take no time at all, and are not looked at in larger catalogs than this.
const MOST_SIZE: usize = 4000;

/// How many times the time is measured before it is believed.
const ATTEMPTS: usize = 5;

#[test]
fn four_times_the_input_takes_four_times_as_long_to_read() {
    assert_grow_as_their_input(|catalog| {
        let source = Source::new("catalog.yaml", catalog);
        Work::of(|| drop(black_box(read(&source))))
    });
}

#[test]
fn four_times_the_mistakes_take_four_times_as_long_to_report() {
    assert_grow_as_their_input(|catalog| {
        let found = read(&Source::new("catalog.yaml", catalog));
        let found = found.map_or_else(|mistakes| mistakes, |checked| checked.warnings);
        // Not into a `String`, which grows in steps of its own.
        Work::of(|| write!(Discarded, "{found}").expect("it takes all"))
    });
}

struct Discarded;

impl fmt::Write for Discarded {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        black_box(text);
        Ok(())
    }
}

fn assert_grow_as_their_input(work: fn(&str) -> Work) {
    let wrong: Vec<_> = DIMENSIONS.iter().filter_map(|dimension| growth(*dimension, work)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What grows too fast, if anything does.
fn growth((name, catalog): Dimension, work: fn(&str) -> Work) -> Option<String> {
    let mut size = 250;
    let mut small = work(&catalog(size));
    while small.seconds < LEAST_SECONDS && size < MOST_SIZE {
        size *= 2;
        small = work(&catalog(size));
    }
    let (few, many) = (catalog(size), catalog(4 * size));
    let large = work(&many);
    let bytes = large.bytes / small.bytes;
    if bytes > MOST_BYTES {
        return Some(format!("{name}, {size}: {bytes:.1} times the bytes"));
    }
    let mut times = large.seconds / small.seconds;
    for _ in 1..ATTEMPTS {
        // What takes no time does not grow.
        if times <= MOST_TIME || large.seconds < LEAST_SECONDS {
            return None;
        }
        times = times.min(work(&many).seconds / work(&few).seconds);
    }
    (times > MOST_TIME).then(|| format!("{name}, {size}: {times:.1} times the time"))
}

struct Work {
    bytes: f64,
    seconds: f64,
}

impl Work {
    fn of(run: impl FnOnce()) -> Self {
        let mut seconds = 0.0;
        let allocated = allocation_counter::measure(|| {
            let start = processor_time();
            run();
            seconds = processor_time() - start;
        });
        #[expect(clippy::cast_precision_loss, reason = "no number of bytes is that large")]
        Self { bytes: allocated.bytes_total as f64, seconds }
    }
}

const ENTRY: &str = "locales: [en]\ncodes:\n  A1:\n    message: x\n";

/// An entry that goes on with these lines.
fn entry(lines: &str) -> String {
    format!("{ENTRY}    {lines}\n")
}

/// An entry with a list or mapping of many items in brackets.
fn flow(key: &str, item: impl Fn(usize) -> String, count: usize) -> String {
    let items: Vec<_> = (0..count).map(item).collect();
    let (open, close) = if key == "params" { ('{', '}') } else { ('[', ']') };
    entry(&format!("{key}: {open}{}{close}", items.join(", ")))
}

/// Many entries.
fn entries(lines: impl Fn(usize) -> String, count: usize) -> String {
    // All codes are of one length, so that a report on each is.
    (2..count).fold(ENTRY.to_owned(), |mut text, index| {
        writeln!(text, "  A{index:05}:\n    {}", lines(index)).expect("a String takes all");
        text
    })
}

/// An entry whose message this is.
fn message(written: &str) -> String {
    format!("locales: [en]\ncodes:\n  A1:\n    message: {written}\n")
}

/// An entry whose message this is, with two params that it can have.
fn plural(text: &str) -> String {
    message(&format!("\"{text}\"\n    params: {{n: integer, m: any}}"))
}

/// So many branches for single numbers.
fn exactly(count: usize) -> String {
    (0..count).fold(String::new(), |text, number| text + &format!("={number} {{a}} "))
}

#[rustfmt::skip]
const DIMENSIONS: &[Dimension] = &[
    // One line.
    ("aliases", |count| flow("causes", |index| format!("*a{index}"), count)),
    ("anchors", |count| flow("causes", |index| format!("&a{index} x"), count)),
    ("tags", |count| flow("causes", |index| format!("!a{index} x"), count)),
    ("keys in brackets that are not closed", |count| flow("params", |index| format!("k{index}: v"), count).replace('}', "")),
    ("keys in brackets, and a text after them", |count| flow("params", |index| format!("k{index}: v"), count).replace('}', "} x")),
    ("keys in brackets without a value", |count| flow("params", |index| format!("k{index}: "), count)),
    ("keys in brackets, and a control character", |count| flow("params", |index| format!("k{index}: "), count).replace('}', ", z: \u{1}}")),
    ("texts that are nothing", |count| flow("causes", |_| "~".to_owned(), count)),
    ("texts with a wrong placeholder", |count| flow("causes", |index| format!("'{{{index}}}'"), count)),
    ("texts that change the direction", |count| flow("causes", |_| "'\u{202E}'".to_owned(), count)),
    ("texts that readers take differently", |count| flow("causes", |_| "\"a\u{85}b\"".to_owned(), count)),
    ("wide texts", |count| flow("causes", |_| "あ".to_owned(), count)),
    ("full-width commas", |count| message(&"，".repeat(count)).replace("[en]", &format!("[{}]", "a，b, ".repeat(count)))),
    ("codes in brackets that stand twice", |count| format!("locales: [en]\ncodes: {{{}}}\n", "A1: {message: x},".repeat(count))),
    ("keys in brackets that look like others", |count| flow("params", |index| format!("k{index}：x"), count)),
    // One text.
    ("placeholders in one text", |count| message(&format!("'{}'", "a {9} ".repeat(count)))),
    ("placeholders in a block", |count| message(&format!("|\n{}", "      some {9} text\n".repeat(count)))),
    ("placeholders in a folded text", |count| message(&format!("\"some\n{}\"", "      {9} text\n".repeat(count)))),
    // Plurals.
    ("number signs of a plural", |count| plural(&format!("{{n, plural, one {{{0}}} other {{{0}}}}}", "# ".repeat(count)))),
    ("long branches", |count| plural(&format!("{{n, plural, one {{{0}}} other {{{0}}}}}", "word ".repeat(count)))),
    ("branches of a plural", |count| plural(&format!("{{n, plural, {} one {{#}} other {{#}}}}", exactly(count)))),
    ("branches that leave a param out", |count| plural(&format!("{{n, plural, {} one {{#}} other {{{{m}}}}}}", exactly(count)))),
    ("branches for the same", |count| plural(&format!("{{n, plural, {} one {{#}} other {{#}}}}", "=1 {a} ".repeat(count)))),
    ("plurals with branches for the same", |count| plural(&"{n, plural, one {#} one {#} other {#}} ".repeat(count))),
    ("branches that are empty", |count| plural(&"{n, plural, one {} other {}}".repeat(count))),
    ("branches for what is no category", |count| plural(&format!("{{n, plural, {} other {{#}}}}", "ones {a} ".repeat(count)))),
    ("branches for categories of other languages", |count| plural(&format!("{{n, plural, {} other {{#}}}}", "few {a} ".repeat(count)))),
    ("plurals in one text", |count| plural(&"{n, plural, one {#} other {#}} ".repeat(count))),
    ("plurals without other", |count| plural(&"{n, plural, one {#}} ".repeat(count))),
    ("plurals of unknown params", |count| plural(&"{k, plural, one {#}} ".repeat(count))),
    ("plurals that touch", |count| plural(&"{n, plural, one {# } other { #}}".repeat(count))),
    ("plurals that are not closed", |count| plural(&"{n, plural, one {# ".repeat(count))),
    ("plurals in plurals", |count| plural(&format!("{}{}", "{n, plural, other {".repeat(count), "}}".repeat(count)))),
    ("plurals with commas", |count| plural(&format!("{{n, plural, one {{#}}{} other {{#}}}}", ", ".repeat(count)))),
    ("plurals with blank lines", |count| message(&format!("|\n      {{n, plural, one {{#}}\n{}      other {{#}}}}\n    params: {{n: integer}}", "\n".repeat(count)))),
    ("numbers", |count| plural(&"{n, number} ".repeat(count))),
    ("braces within braces", |count| plural(&format!("{{n, number}} {}{}", "{".repeat(count), "}".repeat(count)))),
    ("quotations", |count| plural(&format!("{{n, number}} {}", "'{' ".repeat(count)))),
    ("quotations that do not end", |count| plural(&format!("{{n, number}} {}", "'{ {n} ".repeat(count)))),
    ("quoted placeholders", |count| plural(&format!("{{n, number}} {}", "'{n}' ".repeat(count)))),
    ("dates", |count| plural(&"{n, date, short} ".repeat(count))),
    ("texts with a plural", |count| flow("causes", |_| "'{n, plural, one {#}}'".to_owned(), count) + "    params: {n: integer}\n"),
    ("texts with a plural of what is no integer", |count| flow("causes", |_| "'{n, plural, one {#} other {#}}'".to_owned(), count) + "    params: {n: any}\n"),
    ("entries with a plural", |count| entries(|index| format!("message: '{{n, plural, one {{# {index}}}}}'\n    params: {{n: integer}}"), count)),
    ("escapes", |count| message(&format!("\"{}\"", "\\u3042{9}".repeat(count)))),
    ("doubled apostrophes", |count| message(&format!("'{}'", "it''s {9} ".repeat(count)))),
    ("blanks", |count| message(&format!("a{}b", " ".repeat(10 * count)))),
    ("tabs in a text", |count| message(&format!("\"a{}b\"", "\t".repeat(10 * count)))),
    ("control characters", |count| message(&"\u{1}".repeat(count))),
    ("colons in a text", |count| entry(&format!("summary: {}", "a: ".repeat(count)))),
    ("number signs in a text", |count| entry(&format!("summary: {}", "a:b # ".repeat(count)))),
    ("a quote that is never closed", |count| entry(&format!("summary: \"{}", "x: y\n      ".repeat(count)))),
    // One entry.
    ("syntax errors in one entry", |count| entry(&"k: @x\n    ".repeat(count))),
    ("tabs in one entry", |count| entry(&"k: v\n\t".repeat(count))),
    ("lines without a key", |count| entry(&"k\n    ".repeat(count))),
    ("comments in an entry", |count| entry(&format!("{}k\n    l: x", "# c\n    ".repeat(count)))),
    ("comments in a text", |count| entry(&format!("summary: a\n{}      b", "      # c\n".repeat(count)))),
    ("merge keys", |count| entry(&"<<: x\n    ".repeat(count))),
    ("lists as keys", |count| entry(&"? [a]\n    : x\n    ".repeat(count))),
    ("items", |count| entry(&format!("causes:\n      {}x", "- ".repeat(count)))),
    ("lines indented with no-break spaces", |count| entry(&"\n\u{A0}\u{A0}k: x".repeat(count))),
    ("unknown keys of one entry", |count| (0..count).fold(ENTRY.to_owned(), |text, index| text + &format!("    k{index}: x\n"))),
    ("params", |count| entry(&(0..count).fold("params:".to_owned(), |text, index| text + &format!("\n      p{index}: any")))),
    ("params of an unknown type", |count| entry(&(0..count).fold("params:".to_owned(), |text, index| text + &format!("\n      p{index}: intteger")))),
    ("params of an unknown privacy", |count| entry(&(0..count).fold("params:".to_owned(), |text, index| text + &format!("\n      p{index}: {{type: any, privacy: perssonal}}")))),
    ("placeholders of a secret param", |count| entry(&format!("params: {{p: {{type: any, privacy: secret}}}}\n    causes: ['{}']", "a {p} ".repeat(count)))),
    ("texts with a secret param", |count| flow("causes", |_| "'{p}'".to_owned(), count) + "    params: {p: {type: any, privacy: secret}}\n"),
    // Many entries.
    ("entries", |count| entries(|index| format!("message: x {index}"), count)),
    ("entries with one message", |count| entries(|_| "message: x".to_owned(), count)),
    ("entries with a syntax error", |count| entries(|_| "message: @x".to_owned(), count)),
    ("entries with tabs", |count| entries(|_| "\tmessage: x".to_owned(), count)),
    ("entries that readers take differently", |count| entries(|_| "message: \"a\u{85}b\"".to_owned(), count)),
    ("entries with an anchor", |count| entries(|index| format!("message: &a{index} x"), count)),
    ("entries with a key that is unknown", |count| entries(|_| "mesage: x".to_owned(), count)),
    ("entries that end with carriage returns", |count| entries(|index| format!("message: x {index}"), count).replace('\n', "\r")),
    ("entries that end with both", |count| entries(|index| format!("message: @x {index}"), count).replace('\n', "\r\n")),
    ("entries that stand twice", |count| ENTRY.to_owned() + &"  A1: {message: x}\n".repeat(count)),
    ("entries with a value that a role cannot have", |count| "columns: {s: integer}\nroles: {http_status: s}\n".to_owned() + &entries(|index| format!("message: x {index}\n    s: 9"), count)),
    ("entries with a word that a role cannot have", |count| "columns: {s: text}\nroles: {grpc_status: s}\n".to_owned() + &entries(|index| format!("message: x {index}\n    s: not-foound"), count)),
    // The file.
    ("documents", |count| ENTRY.to_owned() + &"---\na: b\n".repeat(count)),
    ("directives", |count| "%FOO\n".repeat(count) + "---\n" + ENTRY),
    ("directives of tags", |count| (0..count).fold(String::new(), |text, index| text + &format!("%TAG !a{index}! tag:x\n")) + "---\n" + ENTRY),
    ("directives before no document", |count| "%YAML 1.2\n".repeat(count) + ENTRY),
    ("keys at the top", |count| (0..count).fold(ENTRY.to_owned(), |text, index| text + &format!("k{index}: @\n"))),
    ("lists at the top", |count| (0..count).fold(ENTRY.to_owned(), |text, index| text + &format!("k{index}:\n  - a\n")) + "b: @\n"),
    ("comments", |count| ENTRY.to_owned() + &"# c\n".repeat(count) + "  A2: {message: @}\n"),
    ("empty lines", |count| ENTRY.to_owned() + &"\n".repeat(10 * count) + "  A2: {message: @}\n"),
    ("byte order marks", |count| ENTRY.to_owned() + &"\u{FEFF}\n".repeat(count)),
    ("locales", |count| (0..count).fold("locales:\n".to_owned(), |text, index| text + &format!("  - aa-{index}\n")) + "codes:\n  A1:\n    message: {aa-0: x}\n"),
    ("columns", |count| (0..count).fold("columns:\n".to_owned(), |text, index| text + &format!("  c{index}: integer\n")) + ENTRY),
    ("values of a column", |count| format!("columns:\n  c: [{}]\n{ENTRY}", (0..count).map(|index| format!("v{index}")).collect::<Vec<_>>().join(", "))),
    ("codes without a value that they need", |count| {
        (0..count).fold("locales: [en]\ncolumns: {c: {type: text, required: true}}\ncodes:\n".to_owned(), |text, index| text + &format!("  A{index}: {{message: m{index}}}\n"))
    }),
    ("locales that stand in for one another, and texts in none of them", |count| {
        let count = (count / 4).min(256);
        let locales: Vec<_> = (0..count).map(|index| format!("aa-{index}")).collect();
        let fallback: Vec<_> = (2..count).map(|index| format!("aa-{index}: aa-{}", index - 1)).collect();
        let codes = (0..50).fold(String::new(), |text, index| text + &format!("  A{index}: {{message: {{aa-0: m{index}}}, summary: {{aa-0: s}}}}\n"));
        format!("locales: [{}]\nfallback: {{{}}}\ncodes:\n{codes}", locales.join(", "), fallback.join(", "))
    }),
    ("locales in a circle", |count| {
        let count = (count / 4).min(255);
        let locales: Vec<_> = (0..count).map(|index| format!("aa-{index}")).collect();
        let circle: Vec<_> = (0..count).map(|index| format!("aa-{index}: aa-{}", (index + 1) % count)).collect();
        format!("locales: [en, {}]\nfallback: {{{}}}\n{}", locales.join(", "), circle.join(", "), &ENTRY["locales: [en]\n".len()..])
    }),
    // Of two at once there is the square root of each, so that the catalog is as long.
    ("locales and unknown keys", |count| {
        let locales: Vec<_> = (0..count / 4).map(|index| format!("aa-{index}")).collect();
        let keys = (0..count / 4).fold(String::new(), |text, index| text + &format!("      bb-{index}: x\n"));
        format!("locales: [{}]\ncodes:\n  A1:\n    message:\n      aa-0: x\n{keys}", locales.join(", "))
    }),
    ("columns and unknown keys", |count| {
        let columns = (0..count / 4).fold(String::new(), |text, index| text + &format!("  column{index}: integer\n"));
        let keys = (0..count / 4).fold(String::new(), |text, index| text + &format!("    key{index}: x\n"));
        format!("columns:\n{columns}{ENTRY}{keys}")
    }),
];
