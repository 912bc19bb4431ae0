//! What points to an error with a code has that code.

#[cfg(feature = "alloc")]
use alloc::{boxed::Box, sync::Arc};
use core::fmt;

use crate::any_code::AnyCode;
use crate::token_code::TokenCode;
use crate::value::WithValues;

macro_rules! token_code {
    ($pointer:ty) => {
        /// The code and the message are those of the error that it points to.
        #[diagnostic::do_not_recommend]
        impl<E: TokenCode> TokenCode for $pointer {
            type Code = E::Code;

            #[inline]
            fn code(&self) -> E::Code {
                E::code(self)
            }

            #[inline]
            fn any_code(&self) -> AnyCode {
                E::any_code(self)
            }

            fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result {
                E::with_values(self, with)
            }

            fn as_dyn(&self) -> &dyn TokenCode {
                E::as_dyn(self)
            }

            fn coded_source(&self) -> Option<&dyn TokenCode> {
                E::coded_source(self)
            }
        }
    };
}

token_code!(&E);
#[cfg(feature = "alloc")]
token_code!(Box<E>);
#[cfg(feature = "alloc")]
token_code!(Arc<E>);
