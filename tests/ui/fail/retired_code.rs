use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(catalog = own_catalog)]
enum ShopError {
    #[token(XJ000)]
    Constant,
    #[token("XJ-000.U")]
    Text { item: String },
    #[token(XJ_000_U)]
    Identifier,
    #[token(XJ0000)]
    Near,
}

fn main() {
    println!("{} {}", ShopError::Constant, own_catalog::message!(XJ000));
}
