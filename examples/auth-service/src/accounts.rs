//! Who may sign in.

use std::thread::available_parallelism;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use token_codes::TokenCode;
use tokio::sync::Semaphore;
use tokio::task::block_in_place;

use crate::store::{Store, StoreError, Table};

/// Names, and hashes of passwords.
pub const TABLE: Table<String> = Table::new("accounts");

/// Why somebody is not let in.
#[derive(Debug, TokenCode)]
pub enum AccountError {
    /// The client is not told which of the two it is.
    #[token(TOK007)]
    Refused(#[source] Refusal),
    #[token(TOK008)]
    Hash(#[from] password_hash::Error),
    #[token(transparent)]
    Store(#[from] StoreError),
}

/// What the log says of incorrect credentials.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no account `{0}`")]
    NoAccount(String),
    #[error("the password of `{0}` is another one")]
    WrongPassword(String),
}

/// Makes an account, or gives one another password.
pub fn set_password(store: &Store, name: &str, password: &str) -> Result<(), AccountError> {
    Ok(store.insert(TABLE, name, hash(password)?)?)
}

/// Compares passwords with those of accounts.
pub struct PasswordCheck {
    /// Hashing takes a lot of memory, so no more go on at once than there are processors.
    turns: Semaphore,
    /// Is compared with where there is no account: the time that a reply takes then does not tell.
    no_account: String,
}

impl PasswordCheck {
    pub fn new() -> Result<Self, password_hash::Error> {
        let turns = available_parallelism().map_or(1, usize::from);
        Ok(Self { turns: Semaphore::new(turns), no_account: hash("")? })
    }

    /// The name of the account, if this is its password.
    pub async fn check(&self, store: &Store, name: String, password: &str) -> Result<String, AccountError> {
        let known = store.get(TABLE, &name)?;
        // It is never closed.
        let _turn = self.turns.acquire().await.ok();
        let matches = block_in_place(|| verify(password, known.as_ref().unwrap_or(&self.no_account)))?;
        match known {
            None => Err(AccountError::Refused(Refusal::NoAccount(name))),
            Some(_) if !matches => Err(AccountError::Refused(Refusal::WrongPassword(name))),
            Some(_) => Ok(name),
        }
    }
}

fn hash(password: &str) -> Result<String, password_hash::Error> {
    Ok(Argon2::default().hash_password(password.as_bytes())?.to_string())
}

fn verify(password: &str, hash: &str) -> Result<bool, password_hash::Error> {
    match Argon2::default().verify_password(password.as_bytes(), &PasswordHash::new(hash)?) {
        Ok(()) => Ok(true),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(error),
    }
}
