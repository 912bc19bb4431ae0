use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum ShopError {
    #[token("XJ001.U")]
    OutOfStock { item: String },
    #[token(TOK7)]
    NearAnother,
}

// Several codes, and none that is like one of the thirteen: one mistake.
#[derive(Debug, TokenCode)]
enum Several {
    #[token("XJ001.U")]
    OutOfStock { item: String },
    #[token(Ready)]
    Ready,
    #[token(TooMany)]
    TooMany(#[source] std::io::Error),
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
    println!("{} {} {}", ShopError::NearAnother, Several::Ready, Named::Near);
}
