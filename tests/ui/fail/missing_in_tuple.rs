use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct ExpiryTooFar(#[token(max_hours)] u32, String);

fn main() {
    println!("{}", ExpiryTooFar(24, String::new()));
}
