//! Without `std`: neither what the derive writes nor the tables need it, nor an allocator.
#![no_std]

use token_codes::{Code, Message, TokenCode, message};

/// An error of a device.
#[derive(Debug, TokenCode)]
pub enum DeviceError {
    /// Without a placeholder.
    #[token(TOK012)]
    NoDevice,
    /// With two.
    #[token(TOK005)]
    TooFar {
        /// Fills `{0}`.
        max_hours: u8,
        /// Fills `{1}`.
        expires_at: u64,
    },
    /// With a cause.
    #[token(TOK008)]
    Unexpected(#[from] core::fmt::Error),
}

/// A message without a type.
pub const SIGNED_OUT: Message<Code, ()> = message!(TOK010);

#[cfg(test)]
mod tests {
    use core::error::Error;
    use core::fmt::Write as _;

    use token_codes::Locale;

    use super::*;

    /// A display of some bytes, in the place of a `String`.
    struct Screen([u8; 512], usize);

    impl core::fmt::Write for Screen {
        fn write_str(&mut self, text: &str) -> core::fmt::Result {
            let end = self.1 + text.len();
            self.0.get_mut(self.1..end).ok_or(core::fmt::Error)?.copy_from_slice(text.as_bytes());
            self.1 = end;
            Ok(())
        }
    }

    #[test]
    fn messages_are_written_without_an_allocator() {
        let mut screen = Screen([0; 512], 0);
        let error = DeviceError::TooFar { max_hours: 24, expires_at: 99 };
        write!(screen, "{}", error.localized(Locale::En)).unwrap();
        let expected = "The expiry date of a token request cannot be set more than 24 hours in the future. \
                        Specified expiry date: 99. Please adjust the expiry date accordingly.";
        assert_eq!(core::str::from_utf8(&screen.0[..screen.1]), Ok(expected));
        let mut direct = Screen([0; 512], 0);
        error.localized(Locale::En).append_to(&mut direct).unwrap();
        assert_eq!(direct.0, screen.0);
        assert!(DeviceError::from(core::fmt::Error).source().is_some());
        assert_eq!(SIGNED_OUT.code(), Code::TOK010);
    }
}
