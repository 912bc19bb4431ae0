use token_codes::TokenCode;

#[derive(Debug)]
struct Timestamp(u64);

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct ExpiryTooFar(#[token(max_hours)] u32, #[token(expires_at)] Timestamp);

fn main() {}
