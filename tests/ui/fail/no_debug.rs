use token_codes::TokenCode;

#[derive(TokenCode)]
#[token(TOK007)]
struct BadCredentials;

fn main() {}
