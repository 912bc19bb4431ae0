use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(transparent)]
struct Wrapper(std::fmt::Error);

fn main() {}
