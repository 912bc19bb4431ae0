//! A synthetic catalog of one message with a plural in twenty locales.

token_codes::include_catalog!();
