use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK05)]
    Unknown,
    #[token(TOK005)]
    Unfilled { max_hour: u32 },
    NoCode,
    #[token(transparent)]
    Download(),
    #[token(TOK008)]
    Unexpected(#[from] std::fmt::Error, u8),
    #[token(TOK013)]
    NotFound(#[token(token)] u64),
}

fn main() {
    println!("{}", AuthError::NoCode);
}
