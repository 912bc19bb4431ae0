//! `Box<dyn TokenCode>` and `Arc<dyn TokenCode>`, with and without `Send` and `Sync`: errors like others.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;

use crate::any_code::AnyCode;
use crate::token_code::TokenCode;
use crate::value::WithValues;

macro_rules! object {
    ($($auto:ident)*) => {
        /// `?` takes an error of any catalog into the box.
        ///
        /// ```
        /// use token_codes::{TokenCode, message};
        ///
        /// fn sign_in() -> Result<(), Box<dyn TokenCode + Send + Sync>> {
        ///     Err(message!(TOK007))?
        /// }
        ///
        /// // The box is an error itself, so `?` takes it on.
        /// fn handle() -> Result<(), Box<dyn std::error::Error>> {
        ///     Ok(sign_in()?)
        /// }
        /// assert!(handle().is_err());
        /// ```
        impl<'a, E: TokenCode $(+ $auto)* + 'a> From<E> for Box<dyn TokenCode $(+ $auto)* + 'a> {
            fn from(error: E) -> Self {
                Box::new(error)
            }
        }

        /// The error in the box, as it is. `?` into `Box<dyn Error>` and the like keeps the box, of which
        /// [`find_coded`](crate::find_coded) finds the code.
        impl Error for Box<dyn TokenCode $(+ $auto)* + '_> {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                (**self).source()
            }
        }

        /// The code and the message are those of the error that it points to.
        #[diagnostic::do_not_recommend]
        impl TokenCode for Arc<dyn TokenCode $(+ $auto)* + '_> {
            type Code = AnyCode;

            fn code(&self) -> AnyCode {
                (**self).any_code()
            }

            fn any_code(&self) -> AnyCode {
                (**self).any_code()
            }

            fn with_values<'v>(&'v self, with: WithValues<'_, 'v>) -> fmt::Result {
                (**self).with_values(with)
            }

            fn as_dyn(&self) -> &dyn TokenCode {
                (**self).as_dyn()
            }

            fn coded_source(&self) -> Option<&dyn TokenCode> {
                (**self).coded_source()
            }
        }
    };
}

object!();
object!(Send);
object!(Sync);
object!(Send Sync);

impl<'a> From<Box<dyn TokenCode + Send + Sync + 'a>> for Box<dyn TokenCode + 'a> {
    fn from(error: Box<dyn TokenCode + Send + Sync + 'a>) -> Self {
        error
    }
}
