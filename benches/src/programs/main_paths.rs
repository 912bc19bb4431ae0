//! Goes one of the main paths so many times: `main-paths PATH TIMES`. The guard counts the instructions.

use std::env;
use std::fmt::Write as _;
use std::hint::black_box;
use std::process::ExitCode;

use catalog_1000::{Code, Locale};
use token_codes::TokenCode;
use token_codes_build::Source;

/// Of the tenth entry but one: an integer and a text.
#[derive(Debug, TokenCode)]
#[token(TOK00002, catalog = catalog_1000)]
struct Typed {
    max_hours: u32,
    expires_at: &'static str,
}

/// The next: two of any type.
#[derive(Debug, TokenCode)]
#[token(TOK00003, catalog = catalog_1000)]
struct Any {
    limit: u32,
    day: &'static str,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [path, times] = &*arguments else { return ExitCode::from(2) };
    let Ok(times) = times.parse() else { return ExitCode::from(2) };
    run(path, times)
}

fn run(path: &str, times: usize) -> ExitCode {
    let mut out = String::with_capacity(1_000);
    let typed = Typed { max_hours: 24, expires_at: "2026-12-01" };
    let any = Any { limit: 24, day: "2026-12-01" };
    let yaml = token_codes_synthetic::yaml(1_000);
    for _ in 0..times {
        out.clear();
        match path {
            "from-code-hit" => _ = black_box(Code::from_code(black_box("TOK00500"))),
            "from-code-hit-long" => _ = black_box(Code::from_code(black_box("TOKEN-00509.E"))),
            "from-code-miss" => _ = black_box(Code::from_code(black_box("TOK05000"))),
            "as-str" => _ = black_box(black_box(Code::TOK00500).as_str()),
            "summary" => _ = black_box(black_box(Code::TOK00500).summary()),
            "message" => _ = black_box(black_box(Code::TOK00500).message(Locale::Ja).as_str()),
            "display" => write!(out, "{}", black_box(&typed)).expect("a `String` takes it"),
            "display-any" => write!(out, "{}", black_box(&any)).expect("a `String` takes it"),
            "display-en" => {
                write!(out, "{}", black_box(&typed).localized(Locale::En)).expect("a `String` takes it");
            }
            "compile-1000-codes" => compile(&yaml),
            _ => return ExitCode::from(2),
        }
        black_box(&out);
    }
    ExitCode::SUCCESS
}

fn compile(yaml: &str) {
    let source = Source::new("catalog.yaml", yaml);
    let checked = token_codes_build::read(black_box(&source)).expect("it has no mistakes");
    black_box(token_codes_build::generate(&checked.catalog));
}
