use own_catalog::ShopError;
use token_codes::{Code, CodedError, Locale, TokenCode};

#[derive(Debug, TokenCode)]
#[token(TOK007)]
struct BadCredentials;

#[derive(Debug, TokenCode)]
#[token(code = AnyCode)]
enum ServiceError {
    #[token(transparent)]
    Auth(BadCredentials),
    #[token(transparent)]
    Shop(ShopError<'static>),
    #[token(transparent)]
    NoCode(std::fmt::Error),
}

#[derive(Debug, TokenCode)]
enum OneCatalog {
    #[token(transparent)]
    Service(ServiceError),
    #[token(transparent)]
    Coded(CodedError),
}

fn main() {
    let error = ServiceError::Auth(BadCredentials);
    let _ = error.localized(Locale::En);
    let _: Code = error.code();
}
