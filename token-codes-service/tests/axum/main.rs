//! The integration with axum, by a real server over loopback. Every reply that should be a problem is held to
//! the schema of RFC 9457.

mod bad_input;
mod failures;
mod headers;
mod languages;
mod other_replies;
#[path = "../support/schema.rs"]
mod schema;
#[path = "../support/server.rs"]
mod server;

use axum::Router;
use axum::handler::Handler;
use axum::routing::get;
use service_catalog::Code;
use token_codes_service::Service;

use crate::server::Server;

/// What the tests are replied to with.
fn service() -> Service {
    Service::new(Code::Unexpected).type_base("https://errors.example.com/#")
}

/// A server with one handler, at `/`, and the layer around it.
fn serve<T: 'static>(handler: impl Handler<T, ()>) -> Server {
    Server::new(Router::new().route("/", get(handler)).layer(service().layer()))
}
