use own_catalog::ShopError;
use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK007)]
    BadCredentials,
    #[token(transparent)]
    Shop(ShopError<'static>),
}

#[derive(Debug, TokenCode)]
#[token(transparent)]
struct Wrapper {
    inner: ShopError<'static>,
}

fn main() {}
