//! The service as its clients see it: the real program, asked over loopback.

mod codes;
mod languages;
mod load;
mod log;
mod readme;
mod request;
mod server;

#[path = "../../../../token-codes-service/tests/support/schema.rs"]
mod schema;
