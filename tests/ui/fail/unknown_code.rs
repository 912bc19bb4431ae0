use token_codes::{TokenCode, message};

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK05)]
    ExpiryTooFar { max_hours: u32 },
    #[token(ExpiryToFar)]
    ByName { max_hours: u32 },
    #[token("TOK-005")]
    AsText { max_hours: u32 },
    #[token(Unauthorized)]
    Unlike,
    #[token(transparant)]
    Download(std::io::Error),
}

fn main() {
    println!("{}", AuthError::Unlike);
    println!("{}", message!(TOK014));
}
