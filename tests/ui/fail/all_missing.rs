use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct ExpiryTooFar {
    user: String,
}

fn main() {}
