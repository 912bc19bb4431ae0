//! A request, and what must hold for the reply to each failure.

use std::sync::LazyLock;
use std::time::Duration;

use serde_json::Value;
use token_codes::{Code, TokenCode};
use ureq::http::{self, HeaderMap};
use ureq::{Agent, Body};

use crate::schema;
use crate::server::Server;

/// A request to a service.
#[must_use]
pub struct Request<'s> {
    server: &'s Server,
    head: http::request::Builder,
    body: Vec<u8>,
}

impl<'s> Request<'s> {
    pub fn new(server: &'s Server, method: &str, path: &str) -> Self {
        let head = http::Request::builder().method(method).uri(format!("{}{path}", server.address()));
        Self { server, head, body: Vec::new() }
    }

    pub fn header(mut self, name: &str, value: &[u8]) -> Self {
        self.head = self.head.header(name, value);
        self
    }

    pub fn bearer(self, token: &str) -> Self {
        self.header("Authorization", format!("Bearer {token}").as_bytes())
    }

    pub fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    pub fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header("Content-Type", content_type.as_bytes())
    }

    /// The reply, with its body still to come.
    pub fn start(self) -> http::Response<Body> {
        AGENT.run(self.head.body(self.body).expect("it is a request")).expect("the service replies")
    }

    pub fn send(self) -> Reply {
        let server = self.server;
        let (head, body) = self.start().into_parts();
        let body = body.into_with_config().limit(u64::MAX).read_to_vec().expect("the body comes");
        let reply = Reply { status: head.status.as_u16(), headers: head.headers, body };
        if reply.status >= 400 {
            server.keep_failure(format!("{:?}", reply.headers).as_bytes());
            server.keep_failure(&reply.body);
        }
        reply
    }
}

static AGENT: LazyLock<Agent> = LazyLock::new(|| {
    let timeout = Some(Duration::from_mins(1));
    let config = Agent::config_builder().http_status_as_error(false).timeout_global(timeout);
    config.output_buffer_size(1 << 20).build().into()
});

/// A reply.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }

    /// A member of the body.
    pub fn text(&self, member: &str) -> String {
        self.json()[member].as_str().expect("the member is text").to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("the header is text"))
    }

    /// Holds the reply to all that this error says, in this language.
    #[track_caller]
    pub fn is(&self, error: &dyn TokenCode, locale: &str) {
        self.is_with_status(error, locale, status(error));
    }

    /// The same where the reply had a status before it had a code.
    #[track_caller]
    pub fn is_with_status(&self, error: &dyn TokenCode, locale: &str, status: u16) {
        let problem = schema::problem(&self.body);
        let message = error.localized_in(locale).expect("the catalog has the locale").to_string();
        assert_eq!(problem["detail"], message);
        assert_eq!(problem["code"], error.any_code().as_str());
        assert_eq!(problem["type"], format!("https://errors.example.com/{}", error.any_code()));
        assert_eq!(problem["status"], status);
        assert_eq!(self.status, status);
        for arg in error.args() {
            let shown = &problem["params"][arg.name];
            assert_eq!(
                shown.as_str().map_or_else(|| shown.to_string(), str::to_owned),
                arg.value.to_string()
            );
        }
        assert_eq!(self.header("Content-Type"), "application/problem+json");
        assert_eq!(self.header("Content-Language"), locale);
        assert_eq!(self.header("Vary").to_ascii_lowercase(), "accept-language");
    }
}

/// What the catalog says.
fn status(error: &dyn TokenCode) -> u16 {
    Code::try_from(error.any_code()).expect("it is of this catalog").http_status()
}

/// Sends the request in each language, and holds the replies to what this error says.
#[track_caller]
pub fn fails<'s>(request: impl Fn() -> Request<'s>, error: &dyn TokenCode) {
    for locale in ["ja", "en"] {
        request().header("Accept-Language", locale.as_bytes()).send().is(error, locale);
    }
}
