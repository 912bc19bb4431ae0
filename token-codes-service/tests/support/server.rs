//! A real server, and a client that sends what no HTTP library would.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use axum::Router;

use super::schema;

/// A server of this router for as long as the test runs.
pub struct Server(SocketAddr);

impl Server {
    pub fn new(app: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        listener.set_nonblocking(true).expect("it can be");
        thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).expect("it is not blocking");
                axum::serve(listener, app).await.expect("it runs");
            });
        });
        Self(address)
    }

    /// The reply to `GET` of this path with these lines of headers.
    pub fn get(&self, path: &str, headers: &str) -> Reply {
        self.ask("GET", path, headers.as_bytes(), b"")
    }

    /// The reply to a request. Each line of `headers` ends with a line break.
    pub fn ask(&self, method: &str, path: &str, headers: &[u8], body: &[u8]) -> Reply {
        let start = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n",
            body.len()
        );
        self.send(&[start.as_bytes(), headers, b"\r\n", body].concat())
    }

    fn send(&self, request: &[u8]) -> Reply {
        let mut stream = self.connect();
        stream.write_all(request).expect("it takes the request");
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).expect("it replies in time");
        Reply::parse(&reply)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.0).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("it can have one");
        stream
    }
}

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    fn parse(reply: &[u8]) -> Self {
        let end = reply.windows(4).position(|end| end == b"\r\n\r\n").expect("the headers end");
        let head = std::str::from_utf8(&reply[..end]).expect("the headers are text");
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(": ").expect("a header");
            (name.to_ascii_lowercase(), value.to_owned())
        });
        Self { status, headers: headers.collect(), body: reply[end + 4..].to_vec() }
    }

    /// All values of a header.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(its, _)| its == name).map(|(_, value)| &**value).collect()
    }

    /// The value of a header that is there once.
    pub fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers(name);
        assert!(values.len() < 2, "{name}: {values:?}");
        values.first().copied()
    }

    /// The body, which is a problem, as are the headers.
    pub fn problem(&self) -> serde_json::Value {
        let problem = schema::problem(&self.body);
        assert_eq!(problem["status"], self.status, "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"));
        assert_eq!(self.header("content-length"), Some(&*self.body.len().to_string()));
        problem
    }
}
