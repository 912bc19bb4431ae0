use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct ExpiryTooFar {
    max_hours: u32,
    expire_at: String,
}

fn main() {}
