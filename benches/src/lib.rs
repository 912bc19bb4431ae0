//! What the figures and their guard share.
#![deny(missing_docs)]

pub mod executable;

/// A program that shows a message with a number of hours in each locale of a catalog.
#[macro_export]
macro_rules! in_each_locale {
    ($catalog:ident) => {
        use std::hint::black_box;

        use token_codes::TokenCode;

        #[derive(Debug, TokenCode)]
        #[token(TOK00000, catalog = $catalog)]
        struct Expired {
            max_hours: u32,
            expires_at: &'static str,
        }

        fn main() {
            let error = black_box(Expired { max_hours: 24, expires_at: "2026-12-01" });
            for locale in black_box($catalog::Locale::all()) {
                let message = error.localized(*locale);
                let mut text = String::new();
                message.append_to(&mut text).expect("a `String` takes it");
                println!("{text} {message}");
            }
            println!("{}", error.for_log());
        }
    };
}
