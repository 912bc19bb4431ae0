//! A synthetic catalog of thirteen messages with numbers, each without a plural, with one, and with its digits grouped.

token_codes::include_catalog!();
