//! One type for the errors of all catalogs, and the search for them.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;
use core::iter::successors;
use core::ops::Deref;

use crate::token_code::TokenCode;

/// An error with a code of any catalog: one type that `?` takes all of them into.
///
/// It is shown as the error in it, has its source, and gives all that [`TokenCode`] does. Further up, where errors are
/// `anyhow::Error`, `eyre::Report` or `Box<dyn Error>`, [`find_coded`] finds it, with whatever is around it.
///
/// ```
/// use std::error::Error;
/// use token_codes::{Code, CodedError, TokenCode, find_coded};
///
/// #[derive(Debug, TokenCode)]
/// #[token(TOK007)]
/// struct BadCredentials;
///
/// fn check() -> Result<(), BadCredentials> {
///     Err(BadCredentials)
/// }
///
/// fn sign_in() -> Result<(), CodedError> {
///     check()?;
///     Ok(())
/// }
///
/// fn handle() -> Result<(), Box<dyn Error + Send + Sync>> {
///     Ok(sign_in()?)
/// }
///
/// let error = handle().unwrap_err();
/// let coded = find_coded(&*error).expect("it was a `CodedError`");
/// assert_eq!(coded.any_code(), Code::TOK007);
/// ```
///
/// It is not `TokenCode` itself, since `From` takes every type that is; an enum with `#[token(code = AnyCode)]` takes it
/// as a `transparent` field all the same.
pub struct CodedError(Box<dyn TokenCode + Send + Sync>);

impl CodedError {
    /// The error in it, if it is of this type.
    ///
    /// ```
    /// use token_codes::{CodedError, TokenCode};
    /// # #[derive(Debug, TokenCode)]
    /// # #[token(TOK007)]
    /// # struct BadCredentials;
    ///
    /// assert!(CodedError::from(BadCredentials).downcast_ref::<BadCredentials>().is_some());
    /// ```
    #[must_use]
    pub fn downcast_ref<E: Error + 'static>(&self) -> Option<&E> {
        let error: &(dyn Error + 'static) = &*self.0;
        error.downcast_ref()
    }
}

impl<E: TokenCode + Send + Sync + 'static> From<E> for CodedError {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

impl From<Box<dyn TokenCode + Send + Sync>> for CodedError {
    fn from(error: Box<dyn TokenCode + Send + Sync>) -> Self {
        Self(error)
    }
}

impl From<CodedError> for Box<dyn TokenCode + Send + Sync> {
    fn from(error: CodedError) -> Self {
        error.0
    }
}

impl From<CodedError> for Box<dyn TokenCode> {
    fn from(error: CodedError) -> Self {
        error.0
    }
}

impl Deref for CodedError {
    type Target = dyn TokenCode + Send + Sync;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl fmt::Display for CodedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for CodedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Error for CodedError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

/// The first error with a code among this one and its sources, of which it looks at 100,000 at most.
///
/// Found are the types that say nothing of which error they hold: [`CodedError`], `Box<dyn TokenCode>` and
/// `Arc<dyn TokenCode>`, with or without `Send` and `Sync`. An error of a derived type is not, since it
/// cannot be told from others: let it go into a [`CodedError`] before it goes into an `anyhow::Error` or the like, by a
/// function that returns one, or by `.map_err(CodedError::from)?`.
///
/// ```
/// use token_codes::{CodedError, find_coded, message};
///
/// // Also `&*error` of an `anyhow::Error` or an `eyre::Report`.
/// let error: Box<dyn std::error::Error> = CodedError::from(message!(TOK013, token_id = "7f3a")).into();
/// let coded = find_coded(&*error).unwrap();
/// assert_eq!(coded.any_code().as_str(), "TOK013");
/// assert_eq!(coded.args().count(), 1);
///
/// assert!(find_coded(&std::fmt::Error).is_none());
/// ```
#[must_use]
pub fn find_coded<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn TokenCode + 'static)> {
    successors(Some(error), |&error| error.source()).take(WALKED).find_map(as_coded)
}

/// How many errors are looked at: one that is its own source would otherwise be looked at forever.
const WALKED: usize = 100_000;

/// The error in it, if it is one of the types that [`find_coded`] finds.
#[must_use]
pub fn as_coded<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn TokenCode + 'static)> {
    macro_rules! first {
        ($($carrier:ty),+ $(,)?) => {
            None$(.or_else(|| -> Option<&'a (dyn TokenCode + 'static)> { Some(&**error.downcast_ref::<$carrier>()?) }))+
        };
    }
    first!(
        CodedError,
        Box<dyn TokenCode>,
        Box<dyn TokenCode + Send>,
        Box<dyn TokenCode + Sync>,
        Box<dyn TokenCode + Send + Sync>,
        Arc<dyn TokenCode>,
        Arc<dyn TokenCode + Send>,
        Arc<dyn TokenCode + Sync>,
        Arc<dyn TokenCode + Send + Sync>,
    )
}
