use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK013)]
    Misspelt(#[token(token_di)] u64),
    #[token(TOK013)]
    Unlike(#[token(user)] u64),
    #[token(TOK007)]
    NoneToFill(#[token(user)] u64),
    #[token(TOK005)]
    ByNumber(#[token(0)] u64, #[token(expires_at)] u64),
}

fn main() {}
