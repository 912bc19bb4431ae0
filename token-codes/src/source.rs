//! The cause of an error, as `Error::source` gives it.

use core::error::Error;

use crate::token_code::TokenCode;

/// An error: a type that is one, or an object. A field can hold it in an `Option`, or point to it: see
/// [`Field`](crate::field::Field).
pub trait AsError<'a> {
    /// The error.
    fn as_error(&self) -> &(dyn Error + 'a);
}

/// Has no impl: it is asked for where a field is marked as the source and holds no error, and says so.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the source of an error: it does not implement `Error`",
    label = "this field is marked as the source",
    note = "a source is a type that implements `Error`, a pointer to one such as `Box<dyn Error + Send + Sync>`, or an \
            `Option` of these"
)]
pub trait SourceField {
    /// The error.
    fn source(&self) -> Option<&(dyn Error + 'static)>;
}

/// As [`SourceField`], for a field that is not marked.
#[diagnostic::on_unimplemented(
    message = "a field named `source` is the source of the error, but `{Self}` does not implement `Error`",
    label = "this field is the source because of its name",
    note = "to keep it as data, write its name as `r#source` in the type; nothing else changes, and no other place \
            needs the `r#`"
)]
pub trait FieldNamedSource {
    /// The error.
    fn source(&self) -> Option<&(dyn Error + 'static)>;
}

impl<'a, T: Error + 'a> AsError<'a> for T {
    fn as_error(&self) -> &(dyn Error + 'a) {
        self
    }
}

macro_rules! as_error {
    ($($object:ty),+ $(,)?) => {$(
        impl<'a> AsError<'a> for $object {
            fn as_error(&self) -> &(dyn Error + 'a) {
                self
            }
        }
    )+};
}

as_error! {
    dyn Error + 'a,
    dyn Error + Send + 'a,
    dyn Error + Sync + 'a,
    dyn Error + Send + Sync + 'a,
    dyn TokenCode + 'a,
    dyn TokenCode + Send + 'a,
    dyn TokenCode + Sync + 'a,
    dyn TokenCode + Send + Sync + 'a,
}
