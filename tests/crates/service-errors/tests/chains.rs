//! A coded error is found in `anyhow::Error`, `eyre::Report` and `Box<dyn Error>`, with whatever is around it.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use service_errors::{AuthError, ServiceError};
use token_codes::{Code, CodedError, TokenCode, find_coded};

fn coded() -> Result<(), CodedError> {
    Err(AuthError::BadCredentials)?
}

fn object() -> Result<(), Box<dyn TokenCode + Send + Sync>> {
    Err(AuthError::BadCredentials)?
}

#[track_caller]
fn assert_found(error: &(dyn Error + 'static)) {
    let found = find_coded(error).expect("there is a coded error in it");
    assert_eq!(found.any_code(), Code::TOK007);
    assert_eq!(found.to_string(), AuthError::BadCredentials.to_string());
    let found: &dyn Error = found;
    assert!(found.downcast_ref::<AuthError>().is_some());
}

#[test]
fn it_is_found_in_anyhow() {
    use anyhow::Context as _;

    let plain = || -> anyhow::Result<()> { Ok(coded()?) };
    assert_found(&*plain().unwrap_err());
    assert_found(plain().unwrap_err().as_ref());
    assert_found(&*coded().context("signing in").context("serving").unwrap_err());
    assert_found(&*plain().context("signing in").unwrap_err());
    assert_found(&*object().context("signing in").unwrap_err());
}

#[test]
fn it_is_found_in_eyre() {
    use eyre::WrapErr as _;

    let plain = || -> eyre::Result<()> { Ok(coded()?) };
    assert_found(&*plain().unwrap_err());
    assert_found(&*coded().wrap_err("signing in").wrap_err("serving").unwrap_err());
    assert_found(&*object().wrap_err("signing in").unwrap_err());
}

/// Some error of somebody else's.
#[derive(Debug)]
struct Caused(Box<dyn Error + Send + Sync>);

impl fmt::Display for Caused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("caused")
    }
}

impl Error for Caused {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

#[test]
fn it_is_found_in_a_box() {
    let plain: Box<dyn Error> = coded().unwrap_err().into();
    assert_found(&*plain);
    let shared: Box<dyn Error + Send + Sync> = object().unwrap_err().into();
    // The object itself, where there is no box around it, is not told from other errors.
    assert!(shared.downcast_ref::<AuthError>().is_some() || find_coded(&*shared).is_some());
    let through = || -> Result<(), Box<dyn Error + Send + Sync>> { Ok(object()?) };
    assert_found(&*through().unwrap_err());
    assert_found(&Caused(Box::new(Caused(coded().unwrap_err().into()))));
    let arc: Arc<dyn TokenCode + Send + Sync> = Arc::new(AuthError::BadCredentials);
    assert_found(&Caused(Box::new(arc)));
    let local: Box<dyn TokenCode> = AuthError::BadCredentials.into();
    assert_found(&local);
}

#[derive(Debug, TokenCode)]
#[token(TOK008)]
struct Unexpected(#[source] CodedError);

#[test]
fn the_first_one_is_found() {
    let inner = CodedError::from(AuthError::BadCredentials);
    let outer = CodedError::from(Unexpected(inner));
    assert_eq!(find_coded(&outer).unwrap().any_code(), Code::TOK008);
    assert_found(outer.source().unwrap());
    let service = CodedError::from(ServiceError::from(AuthError::BadCredentials));
    assert_eq!(find_coded(&service).unwrap().any_code(), Code::TOK007);
}

#[test]
fn what_has_no_code_is_not_found() {
    assert!(find_coded(&fmt::Error).is_none());
    assert!(find_coded(&Caused("other".into())).is_none());
    assert!(find_coded(&*anyhow::anyhow!("other").context("around")).is_none());
    // Not told from other errors, as the documentation says.
    assert!(find_coded(&AuthError::BadCredentials).is_none());
}

#[test]
fn a_carrier_is_shown_as_what_is_in_it() {
    let error = CodedError::from(AuthError::BadCredentials);
    assert_eq!(error.to_string(), AuthError::BadCredentials.to_string());
    assert_eq!(
        format!("{error:#} {error:?}"),
        format!("{:#} {:?}", AuthError::BadCredentials, AuthError::BadCredentials)
    );
    assert!(error.downcast_ref::<AuthError>().is_some() && error.downcast_ref::<fmt::Error>().is_none());
    assert_eq!((error.any_code().as_str(), error.args().count()), ("TOK007", 0));
    assert_eq!(size_of::<CodedError>(), 2 * size_of::<usize>());
}
