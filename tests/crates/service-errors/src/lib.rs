//! The errors of a service that has two catalogs, under every lint that a user may deny.
#![deny(warnings, clippy::all, clippy::pedantic, missing_docs)]

use std::rc::Rc;
use std::sync::Arc;

use own_catalog::ShopError;
use token_codes::{CodedError, TokenCode};

/// An error of the catalog of token-codes.
#[derive(Debug, TokenCode)]
pub enum AuthError {
    /// Without a placeholder.
    #[token(TOK007)]
    BadCredentials,
    /// With two.
    #[token(TOK005)]
    ExpiryTooFar {
        /// Fills `{0}`.
        max_hours: u32,
        /// Fills `{1}`.
        expires_at: String,
    },
}

/// What the service fails with: errors of both catalogs, of its own, and of any other.
#[derive(Debug, TokenCode)]
#[token(code = AnyCode)]
pub enum ServiceError {
    /// Of one catalog.
    #[token(transparent)]
    Auth(#[from] AuthError),
    /// Of another.
    #[token(transparent)]
    Shop(#[from] ShopError<'static>),
    /// Of its own, with a cause.
    #[token(TOK008)]
    Unexpected(#[from] std::io::Error),
    /// With a placeholder.
    #[token(TOK013)]
    NotFound {
        /// Fills it.
        token_id: u64,
    },
    /// Of any.
    #[token(transparent)]
    Other(#[from] CodedError),
    /// Of any, in a box.
    #[token(transparent)]
    Boxed(#[from] Box<dyn TokenCode + Send + Sync>),
    /// Of any, shared.
    #[token(transparent)]
    Shared(#[from] Arc<dyn TokenCode + Send + Sync>),
}

/// Of any catalog, for one thread.
#[derive(Debug, TokenCode)]
#[token(code = AnyCode)]
pub enum LocalError {
    /// Of any.
    #[token(transparent)]
    Counted(#[from] Rc<dyn TokenCode>),
    /// Of one, in two pointers.
    #[token(transparent)]
    Typed(Rc<Box<ShopError<'static>>>),
    /// Of any, in a box.
    #[token(transparent)]
    Boxed(#[from] Box<dyn TokenCode>),
}

/// The codes of this one are of the other catalog.
#[derive(Debug, TokenCode)]
#[token(catalog = own_catalog, code = token_codes::AnyCode)]
pub enum Checkout<T> {
    /// Of that catalog.
    #[token(Ready)]
    Ready,
    /// Of any.
    #[token(transparent)]
    Other(T),
}

/// One catalog: boxes are what clippy asks for, for large errors.
#[derive(Debug, TokenCode)]
pub enum Outer<'a> {
    /// In a box.
    #[token(transparent)]
    Boxed(#[from] Box<AuthError>),
    /// Shared.
    #[token(transparent)]
    Shared(#[from] Arc<AuthError>),
    /// In both.
    #[token(transparent)]
    Both(Arc<Box<AuthError>>),
    /// Borrowed.
    #[token(transparent)]
    Borrowed(&'a AuthError),
    /// Shared by one thread; such a pointer is no error itself.
    #[token(transparent)]
    Counted(#[from] Rc<AuthError>),
    /// In two that are none.
    #[token(transparent)]
    Twice(Rc<Rc<AuthError>>),
}
