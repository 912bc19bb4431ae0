//! From an error to the body of the reply, as RFC 9457 says: made and serialised.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use serde::Serialize;
use token_codes::{AnyCode, Code, TokenCode};
use token_codes_service::Service;
use token_codes_synthetic::Random;

criterion_group!(benches, problem);
criterion_main!(benches);

const BASE: &str = "https://errors.example.com/";

/// Codes of the catalog of the thirteen: with one argument, with two, and with none.
#[derive(Debug, TokenCode)]
enum Failure {
    #[token(TOK002)]
    NoDownload { download_id: String },
    #[token(TOK005)]
    TooFar { max_hours: u32, expires_at: String },
    #[token(TOK007)]
    Credentials,
    #[token(TOK013)]
    NoToken { token_id: String },
}

/// What one would write for these errors, with the same members.
#[derive(Serialize)]
struct ByHand<'a> {
    #[serde(rename = "type")]
    type_url: String,
    title: &'static str,
    status: u16,
    detail: String,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    params: Option<Params<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Params<'a> {
    Download { download_id: &'a str },
    Expiry { max_hours: u32, expires_at: &'a str },
    Token { token_id: &'a str },
}

impl<'a> ByHand<'a> {
    fn new(failure: &'a Failure, locale: &str) -> Self {
        let (code, status, title, params) = match failure {
            Failure::NoDownload { download_id } => {
                ("TOK002", 404, "Token was not found or has expired", Some(Params::Download { download_id }))
            }
            Failure::TooFar { max_hours, expires_at } => {
                let params = Params::Expiry { max_hours: *max_hours, expires_at };
                ("TOK005", 422, "Token expiry date exceeds the allowed limit", Some(params))
            }
            Failure::Credentials => ("TOK007", 401, "Incorrect username or password", None),
            Failure::NoToken { token_id } => {
                ("TOK013", 404, "Token not found with the provided ID", Some(Params::Token { token_id }))
            }
        };
        let detail = if locale == "ja" { japanese(failure) } else { english(failure) };
        Self { type_url: [BASE, code].concat(), title, status, detail, code, params }
    }
}

fn japanese(failure: &Failure) -> String {
    match failure {
        Failure::NoDownload { download_id } => {
            format!("download Id {download_id} のトークンエントリが見つかりませんでした。")
        }
        Failure::TooFar { max_hours, expires_at } => format!(
            "トークンリクエストの有効期限は、{max_hours}時間より未来日に設定できません。\
             指定された有効期限:{expires_at}。有効期限を適切に調整してください。"
        ),
        Failure::Credentials => "入力したユーザー名またはパスワードが正しくありません。\
                                 認証情報を確認して、もう一度お試しください。"
            .to_owned(),
        Failure::NoToken { token_id } => format!("ID{token_id}のトークンが見つかりませんでした。"),
    }
}

fn english(failure: &Failure) -> String {
    match failure {
        Failure::NoDownload { download_id } => {
            format!("The token entry for download ID {download_id} was not found.")
        }
        Failure::TooFar { max_hours, expires_at } => format!(
            "The expiry date of a token request cannot be set more than {max_hours} hours in the future. \
             Specified expiry date: {expires_at}. Please adjust the expiry date accordingly."
        ),
        Failure::Credentials => {
            "The username or password you entered is incorrect. Please check your credentials and try again."
                .to_owned()
        }
        Failure::NoToken { token_id } => format!("The token with ID {token_id} was not found."),
    }
}

/// For each error its own arguments, and one of the two locales.
fn failures() -> Vec<(Failure, &'static str)> {
    let mut random = Random::new();
    let failure = |number: usize| match number % 4 {
        0 => Failure::NoDownload { download_id: number.to_string() },
        1 => Failure::TooFar { max_hours: 24, expires_at: format!("2026-12-{:02}", 1 + number % 31) },
        2 => Failure::Credentials,
        _ => Failure::NoToken { token_id: format!("{number:08x}") },
    };
    // As they are negotiated.
    let locales = AnyCode::from(Code::TOK001).locales();
    // In no order, that the processor cannot know which comes next.
    (0..1_000).map(|_| (failure(random.below(100_000)), locales[random.below(2)])).collect()
}

fn problem(criterion: &mut Criterion) {
    let failures = failures();
    let service = Service::new(Code::TOK008).type_base(BASE);
    let derived = |(failure, locale): &(Failure, &str)| service.problem(failure, locale).to_vec();
    let by_hand = |(failure, locale): &(Failure, &str)| {
        serde_json::to_vec(&ByHand::new(failure, locale)).expect("its keys are texts")
    };
    for failure in &failures {
        assert_eq!(derived(failure), by_hand(failure));
    }
    let mut group = criterion.benchmark_group("problem");
    group.bench_function("token-codes", |bencher| {
        bencher.iter(|| failures.iter().for_each(|failure| drop(black_box(derived(black_box(failure))))));
    });
    group.bench_function("by-hand", |bencher| {
        bencher.iter(|| failures.iter().for_each(|failure| drop(black_box(by_hand(black_box(failure))))));
    });
    group.finish();
}
