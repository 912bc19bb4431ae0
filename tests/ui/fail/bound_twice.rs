use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK013)]
struct TwoMarks {
    #[token(token_id)]
    first: u64,
    #[token(token_id)]
    second: u64,
}

#[derive(Debug, TokenCode)]
#[token(TOK013)]
struct NameAndMark {
    token_id: u64,
    #[token(token_id)]
    other: u64,
}

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct OneFieldForTwo(
    #[token(max_hours)]
    #[token(expires_at)]
    u64,
);

fn main() {}
