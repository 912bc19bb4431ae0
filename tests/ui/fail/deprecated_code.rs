#![deny(warnings)]

use own_catalog::{Code, message};
use token_codes::TokenCode;

/// The types that have a code are silent.
#[derive(Debug, TokenCode)]
#[token(catalog = own_catalog)]
enum ShopError {
    #[token(ACRONYM)]
    Acronym,
    #[token("XJ.3")]
    Dotted,
}

fn main() {
    println!("{} {}", Code::ACRONYM, Code::Dotted);
    println!("{} {}", message!(ACRONYM), message!("XJ.3"));
    println!("{} {}", ShopError::Acronym, ShopError::Dotted);
}
