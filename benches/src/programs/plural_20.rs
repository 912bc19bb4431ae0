//! Shows a message with a plural in twenty locales.

token_codes_benches::in_each_locale!(catalog_plural_20);
