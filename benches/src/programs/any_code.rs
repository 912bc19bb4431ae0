//! Asks errors behind `dyn` for what every `AnyCode` has, and so must have no other text of a catalog of 10,000 codes
//! in it.

use std::hint::black_box;

use catalog_10000::Code;
use token_codes::{AnyCode, CodedError, TokenCode};

#[derive(Debug, TokenCode)]
#[token(code = AnyCode, catalog = catalog_10000)]
enum ServiceError {
    #[token(TOK00002)]
    TooFar { max_hours: u32, expires_at: &'static str },
    #[token(transparent)]
    Other(CodedError),
}

fn main() {
    let error = ServiceError::TooFar { max_hours: 24, expires_at: "2026-12-01" };
    let error = black_box(CodedError::from(ServiceError::Other(error.into())));
    let code = error.any_code();
    println!("{error:#} {} {:?}", code.summary(), error.localized_in(black_box("en")));
    println!("{:?} {}", error.args(), error.fill(black_box("{0}")));
    println!("{}", code == black_box(Code::all()).iter().copied().map(AnyCode::from).max().unwrap_or(code));
}
