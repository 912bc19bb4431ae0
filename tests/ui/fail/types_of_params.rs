use own_catalog::message;
use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TYPES, catalog = own_catalog)]
struct Types {
    fresh: u8,
    weight: u32,
    count: bool,
}

#[derive(Debug, TokenCode)]
#[token(PRIVATE, catalog = own_catalog)]
struct WithoutSecret {
    user: String,
    file: String,
}

fn main() {
    println!("{}", message!(TYPES, fresh = "true", weight = 1, count = 1.5));
}
