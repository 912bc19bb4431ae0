//! Any error, as one that has a code.

use std::error::Error;
use std::fmt;
use std::io;
use std::iter::successors;

// What the derive calls too: both are of this version, as the `=` in Cargo.toml has it.
use token_codes::__private::{WithValues, as_coded};
use token_codes::{AnyCode, TokenCode};

use crate::guarded::guarded;
use crate::service::Service;

impl Service {
    /// The error with a code that this one is or was caused by, as [`find_coded`](token_codes::find_coded)
    /// finds it; or else the service's code for what has none, as [`Service::new`] has it.
    ///
    /// So every error of a service can go where one with a code is wanted. What it shows has nothing of the
    /// text of an error without a code; that error is its source, for the log.
    ///
    /// ```
    /// use std::error::Error;
    /// use token_codes::{Code, CodedError, Locale, TokenCode, message};
    /// use token_codes_service::Service;
    ///
    /// let service = Service::new(Code::TOK008);
    /// let error = std::io::Error::other("/var/lib/tokens: disk full");
    /// assert_eq!(service.coded(&error).any_code(), Code::TOK008);
    /// assert_eq!(service.coded(&error).to_string(), Code::TOK008.message(Locale::Ja).as_str());
    /// assert_eq!(service.coded(&error).source().unwrap().to_string(), "/var/lib/tokens: disk full");
    ///
    /// let error = std::io::Error::other(CodedError::from(message!(TOK010)));
    /// assert_eq!(service.coded(&error).any_code(), Code::TOK010);
    /// ```
    pub fn coded<'e>(&self, error: &'e (dyn Error + 'static)) -> Coded<'e> {
        Coded { error, found: find(error), uncoded: self.uncoded() }
    }
}

/// The first error with a code among this one and its sources, as far as they can be asked for.
pub(crate) fn find<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn TokenCode + 'static)> {
    guarded(|| successors(Some(error), |&error| error.source()).take(WALKED).find_map(known)).flatten()
}

/// How many errors of a chain are looked at: one can be its own source.
pub(crate) const WALKED: usize = 100_000;

/// The error with a code that this one is, as far as that can be known: see
/// [`find_coded`](token_codes::find_coded).
pub(crate) fn known<'e>(mut error: &'e (dyn Error + 'static)) -> Option<&'e (dyn TokenCode + 'static)> {
    loop {
        if let Some(coded) = as_coded(error) {
            return Some(coded);
        }
        // It is shown as the error in it, and has the source of that, not it, as its source.
        error = error.downcast_ref::<io::Error>()?.get_ref()?;
    }
}

/// An error of any type, as one that has a code: made by [`Service::coded`].
///
/// Its source is the error as it is, so that the log has all that is around the one with a code.
#[must_use]
pub struct Coded<'e> {
    error: &'e (dyn Error + 'static),
    found: Option<&'e (dyn TokenCode + 'static)>,
    uncoded: AnyCode,
}

impl TokenCode for Coded<'_> {
    type Code = AnyCode;

    fn code(&self) -> AnyCode {
        self.any_code()
    }

    fn any_code(&self) -> AnyCode {
        self.found.map_or(self.uncoded, TokenCode::any_code)
    }

    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result {
        match self.found {
            Some(found) => found.with_values(with),
            None => with(&[]),
        }
    }

    fn as_dyn(&self) -> &dyn TokenCode {
        self
    }
}

impl fmt::Display for Coded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        token_codes::__private::fmt_in_source_locale(self, f)
    }
}

impl fmt::Debug for Coded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Coded").field("code", &self.any_code()).field("error", &self.error).finish()
    }
}

impl Error for Coded<'_> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.error)
    }
}
