//! A catalog with columns in which every code has a value, and with a locale that stands in for another.
token_codes::include_catalog!();
