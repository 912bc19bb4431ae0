//! Goes one of the main paths so many times: `main-paths PATH TIMES`. The guard counts the instructions.

use std::env;
use std::fmt::{self, Display, Write as _};
use std::hint::black_box;
use std::process::ExitCode;

use catalog_1000::{Code, Locale};
use token_codes::TokenCode;
use token_codes_build::Source;

/// An integer and a text.
#[derive(Debug, TokenCode)]
#[token(TOK00002, catalog = catalog_1000)]
struct Typed {
    max_hours: u32,
    expires_at: &'static str,
}

/// Two that need `Display`.
#[derive(Debug, TokenCode)]
#[token(TOK00003, catalog = catalog_1000)]
struct Any {
    limit: u32,
    day: &'static str,
}

/// The same message without a plural, with one, and with its digits grouped.
#[derive(Debug, TokenCode)]
#[token(catalog = catalog_counted)]
enum Counted {
    #[token(TOK00000)]
    Plain { max_hours: u32, expires_at: &'static str },
    #[token(TOK00001)]
    Plural { max_hours: u32, expires_at: &'static str },
    #[token(TOK00002)]
    Grouped { max_hours: u32, expires_at: &'static str },
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [path, times] = &*arguments else { return ExitCode::from(2) };
    let Ok(times) = times.parse() else { return ExitCode::from(2) };
    run(path, times)
}

fn run(path: &str, times: usize) -> ExitCode {
    let typed = Typed { max_hours: 24, expires_at: "2026-12-01" };
    let any = Any { limit: 24, day: "2026-12-01" };
    let (max_hours, expires_at) = (24, "2026-12-01");
    let plain = Counted::Plain { max_hours, expires_at };
    let plural = Counted::Plural { max_hours, expires_at };
    let grouped = Counted::Grouped { max_hours: 12_345, expires_at };
    let mut out = String::with_capacity(1_000);
    let mut text = String::with_capacity(1_000);
    let mut append = |message: &dyn Fn(&mut String) -> fmt::Result| {
        text.clear();
        message(&mut text).expect("a `String` takes it");
    };
    let mut display = |message: &dyn Display| {
        out.clear();
        write!(out, "{message}").expect("a `String` takes it");
    };
    match path {
        "from-code-hit" => repeat(times, || Code::from_code(black_box("TOK00500"))),
        "from-code-hit-long" => repeat(times, || Code::from_code(black_box("TOKEN-00509.E"))),
        "from-code-miss" => repeat(times, || Code::from_code(black_box("TOK05000"))),
        "as-str" => repeat(times, || black_box(Code::TOK00500).as_str()),
        "summary" => repeat(times, || black_box(Code::TOK00500).summary()),
        "message" => repeat(times, || black_box(Code::TOK00500).message(Locale::Ja).as_str()),
        "append" => repeat(times, || append(&|out| black_box(&typed).append_to(out))),
        "append-en" => {
            repeat(times, || append(&|out| black_box(&typed).localized(Locale::En).append_to(out)));
        }
        "append-any" => repeat(times, || append(&|out| black_box(&any).append_to(out))),
        "for-log" => repeat(times, || append(&|out| black_box(&typed).for_log().append_to(out))),
        "for-log-any" => repeat(times, || append(&|out| black_box(&any).for_log().append_to(out))),
        "display" => repeat(times, || display(black_box(&typed))),
        "display-any" => repeat(times, || display(black_box(&any))),
        "display-en" => repeat(times, || display(&black_box(&typed).localized(Locale::En))),
        "append-plain" => repeat(times, || append(&|out| black_box(&plain).append_to(out))),
        "append-plural" => repeat(times, || append(&|out| black_box(&plural).append_to(out))),
        "append-grouped" => repeat(times, || append(&|out| black_box(&grouped).append_to(out))),
        "display-plain" => repeat(times, || display(black_box(&plain))),
        "display-plural" => repeat(times, || display(black_box(&plural))),
        "for-log-plain" => repeat(times, || append(&|out| black_box(&plain).for_log().append_to(out))),
        "for-log-plural" => repeat(times, || append(&|out| black_box(&plural).for_log().append_to(out))),
        "compile-1000-codes" => {
            let yaml = token_codes_synthetic::yaml(1_000);
            repeat(times, || compile(&yaml));
        }
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}

fn repeat<T>(times: usize, mut path: impl FnMut() -> T) {
    for _ in 0..times {
        black_box(path());
    }
}

fn compile(yaml: &str) {
    let source = Source::new("catalog.yaml", yaml);
    let checked = token_codes_build::read(black_box(&source)).expect("it has no mistakes");
    black_box(token_codes_build::generate(&checked.catalog).expect("its codes differ"));
}
