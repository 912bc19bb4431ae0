//! A running service, and what it has logged.

use std::io::{BufRead, BufReader, Read};
use std::mem;
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process, prlimit};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::request::Request;

pub const USER: &str = "mika";
pub const PASSWORD: &str = "s3cret of mika";

/// The folder with the store and the archive of a service, which can be started more than once.
pub struct Folder(TempDir);

impl Folder {
    /// A folder without a store, and with a short archive.
    pub fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder can be made"));
        std::fs::write(folder.archive(), "the archive").expect("the archive can be written");
        folder
    }

    pub fn archive(&self) -> PathBuf {
        self.0.path().join("archive.bin")
    }

    pub fn start(&self, args: &[&str]) -> Server {
        self.start_for(USER, args)
    }

    /// Starts the service with this account.
    pub fn start_for(&self, user: &str, args: &[&str]) -> Server {
        // A write that is refused is an error then, as on a full disk, and not the end of the program.
        let mut program = Command::new("sh");
        program.args(["-c", r#"trap '' XFSZ; exec "$0" "$@""#, env!("CARGO_BIN_EXE_auth-service")]);
        program.env("AUTH_USER", user).env("AUTH_PASSWORD", PASSWORD);
        Server::new(&mut program, self, args)
    }
}

/// A running service. When it is dropped, no secret may have been in its log, nor in a reply to a failure.
pub struct Server {
    child: Child,
    address: String,
    log: Option<JoinHandle<String>>,
    /// What only the client may see, and only when it gets it.
    secrets: Mutex<Vec<String>>,
    /// The replies to what failed.
    failures: Mutex<Vec<Vec<u8>>>,
}

impl Server {
    fn new(program: &mut Command, folder: &Folder, args: &[&str]) -> Self {
        let mut child = program
            .args(["--address", "127.0.0.1:0", "--store"])
            .arg(folder.0.path().join("store.redb"))
            .arg("--archive")
            .arg(folder.archive())
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the service starts");
        let (stdout, stderr) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
        let mut address = String::new();
        BufReader::new(stdout).read_line(&mut address).expect("it says where it is");
        let log = Some(thread::spawn(|| read(stderr)));
        let secrets = Mutex::new(vec![PASSWORD.to_owned()]);
        Self { child, address: address.trim_end().to_owned(), log, secrets, failures: Mutex::default() }
    }

    /// Where it listens, such as `http://127.0.0.1:4711`.
    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn get(&self, path: &str) -> Request<'_> {
        Request::new(self, "GET", path)
    }

    pub fn post(&self, path: &str) -> Request<'_> {
        Request::new(self, "POST", path)
    }

    pub fn delete(&self, path: &str) -> Request<'_> {
        Request::new(self, "DELETE", path)
    }

    /// A session of this user: the access token and the refresh token.
    pub fn sign_in_as(&self, user: &str) -> (String, String) {
        let reply = self.post("/sessions").json(&credentials(user, PASSWORD)).send();
        assert_eq!(reply.status, 201, "{reply:?}");
        self.tokens(&reply.json())
    }

    pub fn sign_in(&self) -> (String, String) {
        self.sign_in_as(USER)
    }

    /// The access token and the refresh token in a reply.
    pub fn tokens(&self, grant: &Value) -> (String, String) {
        let token = |kind: &str| grant[kind]["token"].as_str().expect("a token is text").to_owned();
        let tokens = (token("access"), token("refresh"));
        let mut secrets = self.secrets.lock().expect("no test has failed");
        for token in [&tokens.0, &tokens.1] {
            let (_, secret) = token.split_once('.').expect("a token has two parts");
            secrets.push(secret.to_owned());
        }
        tokens
    }

    /// The id of a new token.
    pub fn new_token(&self, access: &str) -> String {
        let reply = self.post("/tokens").bearer(access).json(&token_request()).send();
        assert_eq!(reply.status, 201, "{reply:?}");
        reply.text("id")
    }

    /// The path of a new download of this token.
    pub fn new_download(&self, access: &str, token_id: &str) -> String {
        let reply = self.post(&format!("/tokens/{token_id}/downloads")).bearer(access).send();
        assert_eq!(reply.status, 201, "{reply:?}");
        format!("/downloads/{}", reply.text("id"))
    }

    /// Keeps a reply to look for secrets in it.
    pub fn keep_failure(&self, reply: &[u8]) {
        self.failures.lock().expect("no test has failed").push(reply.to_owned());
    }

    /// Lets the service write no more to any file, as if the disk were full. Only Linux can do this to another process.
    pub fn fill_disk(&self) {
        let limit = Rlimit { current: Some(0), maximum: Some(0) };
        prlimit(Some(Pid::from_child(&self.child)), Resource::Fsize, limit).expect("it is a child");
    }

    /// Ends the service as Ctrl-C does, and gives its log.
    pub fn stop(mut self) -> String {
        kill_process(Pid::from_child(&self.child), Signal::INT).expect("it is a child");
        assert!(self.child.wait().expect("it ends").success());
        self.searched_log()
    }

    /// The log, in which there is no secret, nor is there one in the replies.
    fn searched_log(&mut self) -> String {
        let log = self.log.take().map_or_else(String::new, |log| log.join().expect("the log is UTF-8"));
        let failures = mem::take(&mut *self.failures.lock().expect("no test has failed"));
        for secret in &*self.secrets.lock().expect("no test has failed") {
            assert!(!log.contains(secret), "`{secret}` is in the log:\n{log}");
            for failure in failures.iter().map(|failure| String::from_utf8_lossy(failure)) {
                assert!(!failure.contains(secret), "`{secret}` is in a reply:\n{failure}");
            }
        }
        log
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if !thread::panicking() {
            self.searched_log();
        }
    }
}

fn read(mut stderr: ChildStderr) -> String {
    let mut log = String::new();
    stderr.read_to_string(&mut log).expect("the log is UTF-8");
    log
}

/// What is sent to sign in.
pub fn credentials(user: &str, password: &str) -> Value {
    json!({"user": user, "password": password, "device": {"id": "phone"}})
}

/// What is sent for a token that is good for an hour.
pub fn token_request() -> Value {
    json!({"functions": ["read"], "expires_at": in_hours(1)})
}

/// So many hours from now, as the service writes it.
pub fn in_hours(hours: i64) -> String {
    let second = jiff::Timestamp::now().as_second() + hours * 3600;
    jiff::Timestamp::from_second(second).expect("it is in this millennium").to_string()
}
