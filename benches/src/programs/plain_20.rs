//! Shows a message with a number in twenty locales.

token_codes_benches::in_each_locale!(catalog_plain_20);
