use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct ExpiryTooFar;

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK013)]
    NotFound,
}

fn main() {
    println!("{ExpiryTooFar} {}", AuthError::NotFound);
}
