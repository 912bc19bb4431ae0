//! Errors in boxes, by `?` and as sources.

use std::error::Error;
use std::rc::Rc;
use std::sync::Arc;

use service_errors::{AuthError, Outer};
use token_codes::{AnyCode, Code, CodedError, TokenCode};

type Object = Box<dyn TokenCode + Send + Sync>;

fn fail() -> Result<(), AuthError> {
    Err(AuthError::BadCredentials)
}

fn object() -> Result<(), Object> {
    Ok(fail()?)
}

fn coded() -> Result<(), CodedError> {
    Ok(fail()?)
}

macro_rules! question_mark {
    ($($from:ident => $to:ty),+ $(,)?) => {{
        $({
            fn through() -> Result<(), $to> {
                $from()?;
                Ok(())
            }
            let error = through().expect_err("it fails");
            assert_eq!(error.to_string(), AuthError::BadCredentials.to_string(), stringify!($from, $to));
        })+
    }};
}

#[test]
fn the_question_mark_takes_errors_into_every_box() {
    question_mark! {
        fail => Box<dyn TokenCode>,
        fail => Box<dyn TokenCode + Send>,
        fail => Box<dyn TokenCode + Sync>,
        fail => Object,
        fail => CodedError,
        fail => Box<dyn Error>,
        fail => Box<dyn Error + Send + Sync>,
        object => Object,
        object => Box<dyn TokenCode>,
        object => CodedError,
        object => Box<dyn Error>,
        object => Box<dyn Error + Send + Sync>,
        object => anyhow::Error,
        object => eyre::Report,
        coded => CodedError,
        coded => Object,
        coded => Box<dyn TokenCode>,
        coded => Box<dyn Error>,
        coded => Box<dyn Error + Send + Sync>,
        coded => anyhow::Error,
        coded => eyre::Report,
    }
}

#[test]
fn a_borrowed_error_goes_into_a_box_that_lives_as_long() {
    let error = AuthError::BadCredentials;
    let object: Box<dyn TokenCode + '_> = (&error).into();
    assert_eq!(object.any_code(), Code::TOK007);
}

#[test]
fn an_object_becomes_an_error_without_a_box_around_it() {
    let object: Object = AuthError::BadCredentials.into();
    let error: Box<dyn Error + Send + Sync> = object;
    assert!(error.downcast_ref::<AuthError>().is_some());
}

macro_rules! caused_by {
    ($($name:ident($cause:ty)),+ $(,)?) => {$(
        #[derive(Debug, TokenCode)]
        #[token(TOK008)]
        struct $name(#[source] $cause);
    )+};
}

caused_by! {
    ByBox(Box<dyn TokenCode>),
    BySendBox(Box<dyn TokenCode + Send>),
    BySyncBox(Box<dyn TokenCode + Sync>),
    ByObject(Box<dyn TokenCode + Send + Sync>),
    ByArc(Arc<dyn TokenCode + Send + Sync>),
    ByRc(Rc<dyn TokenCode>),
    ByOption(Option<Box<dyn TokenCode + Send + Sync>>),
    ByCoded(CodedError),
    ByTyped(Box<AuthError>),
    ByShared(Arc<AuthError>),
    ByError(Box<dyn Error>),
}

/// With `#[from]`.
#[derive(Debug, TokenCode)]
enum Wrapping {
    #[token(TOK008)]
    Object(#[from] Box<dyn TokenCode + Send + Sync>),
    #[token(TOK009)]
    Local(#[from] Box<dyn TokenCode>),
    #[token(TOK010)]
    Coded(#[from] CodedError),
}

#[test]
fn an_object_is_a_source() {
    let cause = || AuthError::BadCredentials;
    let errors: [Box<dyn Error>; 11] = [
        Box::new(ByBox(cause().into())),
        Box::new(BySendBox(cause().into())),
        Box::new(BySyncBox(cause().into())),
        Box::new(ByObject(cause().into())),
        Box::new(ByArc(Arc::new(cause()))),
        Box::new(ByRc(Rc::new(cause()))),
        Box::new(ByOption(Some(cause().into()))),
        Box::new(ByCoded(cause().into())),
        Box::new(ByTyped(Box::new(cause()))),
        Box::new(ByShared(Arc::new(cause()))),
        Box::new(ByError(Box::new(cause()))),
    ];
    for error in errors {
        let source = error.source().unwrap_or_else(|| panic!("{error:?} has a source"));
        assert_eq!(source.to_string(), cause().to_string(), "{error:?}");
    }
    assert!(ByOption(None).source().is_none());

    let through = || -> Result<(), Wrapping> { Ok(object()?) };
    let error = through().expect_err("it fails");
    assert_eq!(error.code(), Code::TOK008);
    assert_eq!(error.source().expect("it has one").to_string(), cause().to_string());
    assert_eq!(Wrapping::from(Box::<dyn TokenCode>::from(cause())).code(), Code::TOK009);
    assert_eq!(Wrapping::from(CodedError::from(cause())).code(), Code::TOK010);
}

#[test]
fn transparent_sees_through_pointers() {
    let inner = AuthError::ExpiryTooFar { max_hours: 24, expires_at: "2026-12-01".into() };
    let again = || AuthError::ExpiryTooFar { max_hours: 24, expires_at: "2026-12-01".into() };
    let outer = [
        Outer::from(Box::new(again())),
        Outer::from(Arc::new(again())),
        Outer::Both(Arc::new(Box::new(again()))),
        Outer::Borrowed(&inner),
        Outer::from(Rc::new(again())),
        Outer::Twice(Rc::new(Rc::new(again()))),
    ];
    for error in outer {
        assert_eq!(error.code(), Code::TOK005);
        assert_eq!(format!("{error:#}"), format!("{inner:#}"));
        assert_eq!(error.args().count(), 2);
        assert_eq!(
            error.localized_in("en").unwrap().to_string(),
            inner.localized_in("en").unwrap().to_string()
        );
        assert!(error.source().is_none());
    }
}

#[test]
fn a_pointer_has_the_code_of_what_it_points_to() {
    fn code(error: impl TokenCode<Code = Code>) -> Code {
        error.code()
    }
    assert_eq!(code(Box::new(AuthError::BadCredentials)), Code::TOK007);
    assert_eq!(code(Arc::new(AuthError::BadCredentials)), Code::TOK007);
    assert_eq!(code(&AuthError::BadCredentials), Code::TOK007);
    let shared: Arc<dyn TokenCode> = Arc::new(AuthError::BadCredentials);
    assert_eq!(TokenCode::code(&shared), AnyCode::from(Code::TOK007));
}
