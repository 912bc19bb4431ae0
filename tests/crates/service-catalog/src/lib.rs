//! The catalog of a shop that has all that an integration can make use of.
#![no_std]
token_codes::include_catalog!();
