use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
struct BadCredentials;

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK007)]
    BadCredentials,
    Unexpected,
    #[token]
    Empty,
}

#[derive(Debug, TokenCode)]
#[token(TOK007)]
enum Misplaced {
    BadCredentials,
}

fn main() {
    println!("{BadCredentials} {} {}", AuthError::Unexpected, Misplaced::BadCredentials);
}
