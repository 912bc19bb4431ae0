//! The service itself.

use std::io;

use crate::error::{AuthError, ExportError};

const MAX_HOURS: u32 = 24;

/// What a client asks for.
pub struct Request {
    pub user: &'static str,
    pub password: &'static str,
    pub download_id: &'static str,
    pub hours: u32,
    pub accept_language: &'static str,
}

/// The downloads that there are.
pub struct Tokens {
    downloads: [&'static str; 2],
}

impl Tokens {
    pub fn new() -> Self {
        Self { downloads: ["d-17", "broken"] }
    }

    /// A token for a download.
    pub fn issue(&self, request: &Request) -> Result<String, AuthError> {
        if request.password != "secret" {
            return Err(AuthError::BadCredentials);
        }
        if request.hours > MAX_HOURS {
            let expires_at = format!("in {} hours", request.hours);
            return Err(AuthError::ExpiryTooFar { max_hours: MAX_HOURS, expires_at });
        }
        if !self.downloads.contains(&request.download_id) {
            return Err(AuthError::EntryMissing(request.download_id.to_owned()));
        }
        let token = export(request.download_id)?;
        Ok(format!("{token} for {}", request.user))
    }
}

fn export(download_id: &str) -> Result<String, ExportError> {
    if download_id == "broken" {
        let cause = io::Error::other("the archive has no index");
        return Err(ExportError { download_id: download_id.to_owned(), cause });
    }
    Ok(format!("token-{download_id}"))
}
