use std::path::PathBuf;

use token_codes::TokenCode;

#[derive(Debug)]
struct Newtype(String);

#[derive(Debug, TokenCode)]
#[token(XJ002, catalog = own_catalog)]
struct Path {
    item: PathBuf,
    shop: PathBuf,
}

#[derive(Debug, TokenCode)]
#[token("XJ001.U", catalog = own_catalog)]
struct Others {
    item: Newtype,
    left: Option<u8>,
    shop: Option<Newtype>,
}

fn main() {
    let item = Some("text");
    println!("{}", own_catalog::message!(XJ002, item, shop = 1));
}
