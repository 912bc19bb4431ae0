use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum ShopError {
    #[token("XJ001.U")]
    OutOfStock { item: String },
    #[token(TOK7)]
    NearAnother,
}

// With it, there is nothing more to say.
#[derive(Debug, TokenCode)]
#[token(catalog = own_catalog)]
enum Named {
    #[token(XJ001)]
    Near,
    #[token(Unlike)]
    Unlike,
}

fn main() {
    println!("{} {}", ShopError::NearAnother, Named::Near);
}
