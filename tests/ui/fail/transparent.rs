use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK013)]
struct NotFound {
    token_id: u64,
}

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(transparent)]
    TwoFields(NotFound, u64),
    #[token(transparent)]
    NoField,
    #[token(transparent)]
    WithSource(#[source] NotFound),
    #[token(transparent)]
    WithMark(#[token(token_id)] NotFound),
}

fn main() {}
