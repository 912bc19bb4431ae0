use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum AuthError {
    // Two fields for one placeholder.
    #[token(TOK013)]
    TwoFields(u64, String),
    // One field for two.
    #[token(TOK005)]
    TwoPlaceholders(u64),
    // The one field is the source.
    #[token(TOK013)]
    Source(#[source] std::fmt::Error),
}

fn main() {}
