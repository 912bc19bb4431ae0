//! A synthetic catalog of one message with a number in twenty locales.

token_codes::include_catalog!();
