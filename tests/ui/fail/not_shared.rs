use std::error::Error;
use std::rc::Rc;

use token_codes::{TokenCode, message};

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK013)]
    Counted(#[token(token_id)] Rc<str>),
    #[token(TOK002)]
    Boxed { download_id: Box<dyn Error> },
}

fn main() {
    let id = 7;
    let _ = message!(TOK013, token_id = format_args!("{id}"));
}
