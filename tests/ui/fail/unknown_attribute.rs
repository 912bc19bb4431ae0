use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK007, severity = "high")]
    BadCredentials,
    #[token(TOK007, catalogue = token_codes)]
    Misspelt,
    #[token(TOK007, TOK008)]
    TwoCodes,
    #[token(7)]
    Number,
    #[token(TOK013)]
    OnField(#[token(token_id = 3)] u64),
    #[token(TOK007 TOK008)]
    NoComma,
}

fn main() {}
