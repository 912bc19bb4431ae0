//! The dependency has another name: the catalog's path is all that has to say so.

use coded::{TokenCode, message};

/// Says it on the type.
#[derive(Debug, TokenCode)]
#[token(TOK013, catalog = coded)]
pub struct NotFound {
    /// Fills the placeholder.
    pub token_id: u64,
}

/// `message!` needs nothing.
#[must_use]
pub fn not_found() -> String {
    message!(TOK013, token_id = 7).to_string()
}

#[test]
fn a_renamed_dependency_serves() {
    assert_eq!(NotFound { token_id: 7 }.to_string(), not_found());
}
