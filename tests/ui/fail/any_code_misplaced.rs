use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(code = TOK007)]
struct BadCredentials;

#[derive(Debug, TokenCode)]
enum ServiceError {
    #[token(TOK007, code = AnyCode)]
    BadCredentials,
}

fn main() {}
