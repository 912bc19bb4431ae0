//! Random names and secrets.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use token_codes::TokenCode;

/// The system gave no random bytes.
#[derive(Debug, TokenCode)]
#[token(TOK008)]
pub struct RandomError(#[from] getrandom::Error);

/// What is kept of a secret. A secret is random and long, so it needs no salt, and no slow hash.
pub type Hash = [u8; 32];

/// The name of something new: 128 random bits, so no two are the same.
pub fn new_id() -> Result<String, RandomError> {
    random::<16>()
}

/// A secret: 256 random bits, so nobody guesses it.
pub fn new_secret() -> Result<String, RandomError> {
    random::<32>()
}

/// The hash of a secret.
pub fn hash(secret: &str) -> Hash {
    Sha256::digest(secret).into()
}

fn random<const BYTES: usize>() -> Result<String, RandomError> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}
