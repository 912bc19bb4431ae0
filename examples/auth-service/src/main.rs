//! A service that issues download tokens. Its errors have the codes of the token catalog, and whoever handles them,
//! here a log and a reply to the client, needs to know nothing of the types.
//!
//! `cargo run -p auth-service` answers a few requests.

mod error;
mod reply;
mod tokens;

use crate::error::AuthError;
use crate::tokens::{Request, Tokens};

fn main() {
    let tokens = Tokens::new();
    let requests = [
        Request { user: "mika", password: "secret", download_id: "d-17", hours: 8, accept_language: "ja" },
        Request { user: "mika", password: "wrong", download_id: "d-17", hours: 8, accept_language: "en" },
        Request { user: "mika", password: "secret", download_id: "d-17", hours: 72, accept_language: "en" },
        Request { user: "mika", password: "secret", download_id: "d-99", hours: 8, accept_language: "ja" },
        Request { user: "mika", password: "secret", download_id: "broken", hours: 8, accept_language: "fr" },
    ];
    for request in &requests {
        match tokens.issue(request) {
            Ok(token) => println!("200 {token}"),
            Err(error) => {
                reply::log(&error);
                println!("{}", reply::body(&error, status(&error), request.accept_language));
            }
        }
    }
}

/// What only this service can know of its errors is a `match` on them, not on codes.
fn status(error: &AuthError) -> u16 {
    match error {
        AuthError::BadCredentials => 401,
        AuthError::ExpiryTooFar { .. } => 422,
        AuthError::EntryMissing(_) => 404,
        AuthError::Export(_) => 500,
    }
}
