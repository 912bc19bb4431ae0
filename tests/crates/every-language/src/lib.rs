//! A catalog of one text in every language that CLDR knows.
#![no_std]

token_codes::include_catalog!();
