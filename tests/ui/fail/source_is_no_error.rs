use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK008)]
struct Unexpected {
    #[source]
    cause: String,
}

fn main() {}
