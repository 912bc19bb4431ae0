use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK007)]
struct Located {
    source: String,
}

#[derive(Debug, TokenCode)]
enum Variants {
    #[token(TOK007)]
    Number { source: Option<u32> },
}

fn main() {}
