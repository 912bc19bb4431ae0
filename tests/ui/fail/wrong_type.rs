use token_codes::{TokenCode, message};

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct ExpiryTooFar {
    max_hours: String,
    expires_at: u64,
}

fn main() {
    println!("{}", message!(TOK005, max_hours = "24", expires_at = 0));
}
