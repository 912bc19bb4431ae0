//! A synthetic catalog of 13 codes.

token_codes::include_catalog!();
