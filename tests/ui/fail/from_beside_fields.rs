use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK008)]
    Unexpected {
        #[from]
        cause: std::fmt::Error,
        user: String,
    },
    #[token(TOK008)]
    TwoSources(#[source] std::fmt::Error, #[source] std::fmt::Error),
}

fn main() {}
