//! The forms of the derive, as a service writes them.

use std::fmt;
use std::io;

use token_codes::{Code, Locale, TokenCode, message};

#[derive(Debug)]
pub struct Timestamp(u64);

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}s", self.0)
    }
}

#[derive(Debug, TokenCode)]
#[token(TOK003)]
pub struct DownloadError {
    download_id: u64,
}

#[derive(Debug, TokenCode)]
pub enum AuthError {
    #[token(TOK007)]
    BadCredentials,
    #[token(TOK005)]
    ExpiryTooFar { max_hours: u32, expires_at: Timestamp },
    #[token(TOK002)]
    EntryMissing(#[token(download_id)] u64),
    #[token(TOK008)]
    Unexpected {
        #[source]
        cause: io::Error,
    },
    #[token(transparent)]
    Download(#[from] DownloadError),
}

#[derive(Debug, TokenCode)]
#[token(TOK013, catalog = token_codes)]
pub struct NamedCatalog {
    token_id: u64,
}

fn main() {
    let errors = [
        AuthError::BadCredentials,
        AuthError::ExpiryTooFar { max_hours: 24, expires_at: Timestamp(1) },
        AuthError::EntryMissing(2),
        AuthError::Unexpected { cause: io::Error::other("cause") },
        DownloadError { download_id: 3 }.into(),
    ];
    let codes = errors.each_ref().map(TokenCode::code);
    assert_eq!(codes, [Code::TOK007, Code::TOK005, Code::TOK002, Code::TOK008, Code::TOK003]);
    for error in &errors {
        println!("{error:#} {}", error.localized(Locale::En));
    }
    println!("{}", NamedCatalog { token_id: 4 });
    let when = Timestamp(5);
    println!("{}", message!(TOK005, max_hours = 24, expires_at = when));
}
