//! The cause of an error, as `Error::source` gives it.

use core::error::Error;

/// What a `#[source]` field can be: an error, or something that points to one, such as `Box<dyn Error + Send + Sync>`.
///
/// The derive calls it as a method, so that the compiler follows the pointer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the source of an error: it does not implement `Error`",
    label = "marked as the source"
)]
pub trait AsError<'a> {
    /// The error.
    fn as_error(&self) -> &(dyn Error + 'a);
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
}
