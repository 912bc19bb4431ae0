use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct ExpiryTooFar {
    max_hours: u32,
}

fn main() {
    // The type is used as if it were right: one mistake gives one error.
    let error: Box<dyn TokenCode> = Box::new(ExpiryTooFar { max_hours: 24 });
    println!("{error} {:?}", error.source());
}
