use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK007)]
    BadCredentials,
    #[token(TOK002)]
    EntryMissing { retries: u8 },
    #[token(TOK013)]
    NotFound { token_id: u64 },
}

fn main() {
    println!("{:?}", AuthError::EntryMissing { retries: 3 }.code());
}
