//! A synthetic catalog of 1000 codes.

token_codes::include_catalog!();
