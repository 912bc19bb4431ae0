//! One enum over errors of several catalogs.

use std::error::Error;
use std::io;
use std::rc::Rc;
use std::sync::Arc;

use own_catalog::ShopError;
use service_errors::{AuthError, Checkout, LocalError, ServiceError};
use token_codes::{AnyCode, Code, CodedError, TokenCode};

fn auth() -> Result<(), AuthError> {
    Err(AuthError::BadCredentials)
}

fn shop() -> Result<(), ShopError<'static>> {
    Err(ShopError::OutOfStock { item: "tea", left: 0, shop: 1.5 })
}

fn service(step: u8) -> Result<(), ServiceError> {
    match step {
        0 => auth()?,
        1 => shop()?,
        2 => return Err(ServiceError::NotFound { token_id: 7 }),
        _ => return Err(io::Error::other("disk full").into()),
    }
    Ok(())
}

#[test]
fn each_error_keeps_the_code_and_the_text_of_its_catalog() {
    let errors: Vec<_> = (0..4).map(|step| service(step).expect_err("it fails")).collect();
    let codes = [
        AnyCode::from(Code::TOK007),
        own_catalog::Code::OutOfStock.into(),
        Code::TOK013.into(),
        Code::TOK008.into(),
    ];
    for (error, code) in errors.iter().zip(codes) {
        assert_eq!((error.code(), error.any_code()), (code, code));
        assert_eq!(format!("{error:#}"), format!("{code}: {error}"));
        let mut appended = String::new();
        error.append_to(&mut appended).expect("a string takes all");
        assert_eq!(appended, error.to_string());
    }
    assert_eq!(errors[0].to_string(), AuthError::BadCredentials.to_string());
    assert_eq!(errors[1].localized_in("de").unwrap().to_string(), "0xteatea in 1.5");
    assert_eq!(errors[1].args().map(|arg| arg.name).collect::<Vec<_>>(), ["item", "left", "shop"]);
    assert!(errors[0].localized_in("de").is_none());
    assert_eq!(errors[2].to_string(), token_codes::message!(TOK013, token_id = 7).to_string());
    assert_eq!(errors[3].source().expect("it has one").to_string(), "disk full");
    // The catalog's enum is got back from the code.
    assert_eq!(Code::try_from(errors[0].code()), Ok(Code::TOK007));
    assert!(Code::try_from(errors[1].code()).is_err());
}

#[test]
fn an_object_of_any_catalog_is_one_of_them() {
    let object: Box<dyn TokenCode + Send + Sync> = shop().unwrap_err().into();
    let shared: Arc<dyn TokenCode + Send + Sync> = Arc::new(shop().unwrap_err());
    let coded: CodedError = shop().unwrap_err().into();
    for error in [ServiceError::from(object), shared.into(), coded.into()] {
        assert_eq!(error.code(), own_catalog::Code::OutOfStock);
        assert_eq!(error.to_string(), shop().unwrap_err().to_string());
        assert_eq!(error.args().count(), 3);
    }
}

#[test]
fn an_object_of_one_thread_is_one_of_them() {
    let counted: Rc<dyn TokenCode> = Rc::new(shop().unwrap_err());
    let boxed: Box<dyn TokenCode> = shop().unwrap_err().into();
    let typed = LocalError::Typed(Rc::new(Box::new(shop().unwrap_err())));
    for error in [LocalError::from(counted), boxed.into(), typed] {
        assert_eq!(error.code(), own_catalog::Code::OutOfStock);
        assert_eq!(error.to_string(), shop().unwrap_err().to_string());
        assert!(error.source().is_none());
    }
}

#[test]
fn such_an_enum_can_be_generic_and_have_another_catalog() {
    assert_eq!(Checkout::<AuthError>::Ready.code(), own_catalog::Code::Ready);
    assert_eq!(Checkout::Other(AuthError::BadCredentials).code(), Code::TOK007);
    let nested = Checkout::Other(service(1).unwrap_err());
    assert_eq!(nested.code(), own_catalog::Code::OutOfStock);
    let shared: Arc<dyn TokenCode + Send + Sync> = Arc::new(nested);
    assert_eq!(Checkout::Other(shared).code(), own_catalog::Code::OutOfStock);
}

#[test]
fn codes_of_several_catalogs_are_keys_of_one_map() {
    use std::collections::{BTreeMap, HashMap};
    let codes = || (0..4).chain(0..4).map(|step| service(step).unwrap_err().code());
    let (mut hashed, mut sorted) = (HashMap::new(), BTreeMap::new());
    for code in codes() {
        *hashed.entry(code).or_insert(0) += 1;
        *sorted.entry(code).or_insert(0) += 1;
    }
    assert!(hashed.len() == 4 && hashed.values().chain(sorted.values()).all(|&count| count == 2));
    // A catalog's codes stand together, in its order; the catalogs in that of their first codes.
    let sorted: Vec<_> = sorted.into_keys().map(AnyCode::as_str).collect();
    assert_eq!(sorted, ["TOK007", "TOK008", "TOK013", "XJ001.U"]);
    assert!(Code::all().iter().copied().map(AnyCode::from).is_sorted());
}
