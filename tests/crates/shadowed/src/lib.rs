//! Every name that an expansion could lean on means something else here, and there is no prelude.
#![no_implicit_prelude]
#![deny(warnings, clippy::all, clippy::pedantic, missing_docs)]

// A catalog with a column of each type, of which the tables too must lean on nothing.
::token_codes::include_catalog!();

pub mod errors;

#[test]
fn values_are_there() {
    ::std::assert_eq!(Code::A1.status(), ::std::option::Option::Some(404));
    ::std::assert_eq!(Code::A1.severity(), ::std::option::Option::Some(Severity::Error));
    ::std::assert_eq!(Code::A1.team(), ::std::option::Option::Some("shop"));
    ::std::assert_eq!(Code::A1.retryable(), ::std::option::Option::Some(true));
    ::std::assert_eq!(Code::A2.severity(), ::std::option::Option::None);
}
