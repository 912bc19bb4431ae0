//! A synthetic catalog of 10000 codes.

token_codes::include_catalog!();
