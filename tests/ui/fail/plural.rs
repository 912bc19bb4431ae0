use own_catalog::message;
use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(PLURAL, catalog = own_catalog)]
struct Plural {
    files: String,
    place: Option<u32>,
    bytes: f64,
}

#[derive(Debug, TokenCode)]
#[token(PLURAL, catalog = own_catalog)]
struct Generic<T>(#[token(files)] Box<T>, #[token(place)] T, #[token(bytes)] u64);

fn main() {
    println!("{}", message!(PLURAL, files = "1", place = 1.0, bytes = Some(1)));
    println!("{}", Generic(Box::new("1"), "1", 1));
}
