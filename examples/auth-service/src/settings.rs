//! What whoever starts the service can choose.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Issues tokens, and exports the archive that they open.
#[derive(Parser)]
pub struct Settings {
    /// Where to listen; with port 0, the system chooses one
    #[arg(long, default_value = "127.0.0.1:3000")]
    pub address: SocketAddr,
    /// The file with the accounts, sessions, tokens and downloads; made where there is none
    #[arg(long, default_value = "auth-service.redb")]
    pub store: PathBuf,
    /// The file that a download exports
    #[arg(long, default_value = "archive.bin")]
    pub archive: PathBuf,
    /// An account that is made, or given this password, before the service starts
    #[arg(long, env = "AUTH_USER", requires = "password")]
    pub user: Option<String>,
    /// The password of that account
    #[arg(long, env = "AUTH_PASSWORD", hide_env_values = true, requires = "user")]
    pub password: Option<String>,
    /// How far in the future a token may expire
    #[arg(long, value_name = "HOURS", default_value_t = 24)]
    pub max_hours: u32,
    /// How long an access token is good for
    #[arg(long, value_name = "SECONDS", default_value_t = 15 * 60)]
    pub access_lifetime: u32,
    /// How long a refresh token is good for
    #[arg(long, value_name = "SECONDS", default_value_t = 30 * 24 * 60 * 60)]
    pub refresh_lifetime: u32,
    /// How long a download can be fetched
    #[arg(long, value_name = "SECONDS", default_value_t = 60 * 60)]
    pub download_lifetime: u32,
    /// The format of the log, which goes to standard error
    #[arg(long, value_enum, default_value_t = Log::Text)]
    pub log: Log,
}

/// The format of the log.
#[derive(Clone, Copy, ValueEnum)]
pub enum Log {
    /// A line for people.
    Text,
    /// A line of JSON.
    Json,
}

impl Log {
    /// Starts the log. It must be called once.
    pub fn start(self) {
        let log = tracing_subscriber::fmt().with_writer(io::stderr);
        match self {
            Self::Text => log.init(),
            Self::Json => log.json().init(),
        }
    }
}
