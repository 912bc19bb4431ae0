//! Which tokens are in use.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use token_codes::TokenCode;

/// Another operation uses the token.
#[derive(Debug, TokenCode)]
#[token(TOK011)]
pub struct TokenInUse;

/// The tokens that an operation is using.
#[derive(Clone, Default)]
pub struct Locks(Arc<Mutex<HashSet<String>>>);

/// Keeps every other operation from using a token, until it is dropped.
pub struct Lock {
    locks: Locks,
    token_id: String,
}

impl Locks {
    /// Takes a token, unless somebody else has it.
    pub fn take(&self, token_id: &str) -> Result<Lock, TokenInUse> {
        if !self.taken().insert(token_id.to_owned()) {
            return Err(TokenInUse);
        }
        Ok(Lock { locks: self.clone(), token_id: token_id.to_owned() })
    }

    fn taken(&self) -> MutexGuard<'_, HashSet<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.locks.taken().remove(&self.token_id);
    }
}
