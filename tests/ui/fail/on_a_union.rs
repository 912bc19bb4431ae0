use token_codes::TokenCode;

#[derive(TokenCode)]
#[token(TOK013)]
union NotFound {
    token_id: u64,
    bytes: [u8; 8],
}

fn main() {}
