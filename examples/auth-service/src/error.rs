//! The errors of the service. What a message needs and a type does not have, the compiler asks for.

use std::io;

use token_codes::TokenCode;

/// Why no token was issued.
#[derive(Debug, TokenCode)]
pub enum AuthError {
    #[token(TOK007)]
    BadCredentials,
    #[token(TOK005)]
    ExpiryTooFar { max_hours: u32, expires_at: String },
    #[token(TOK002)]
    EntryMissing(#[token(download_id)] String),
    #[token(transparent)]
    Export(#[from] ExportError),
}

/// The store of another module: an error with a code of its own, and a cause.
#[derive(Debug, TokenCode)]
#[token(TOK003)]
pub struct ExportError {
    pub download_id: String,
    #[source]
    pub cause: io::Error,
}
