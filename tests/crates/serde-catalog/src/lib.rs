//! A catalog whose enums are in the formats of serde: the dependency on token-codes has one word more.
token_codes::include_catalog!();
