//! Sign-in, refresh and sign-out.
//!
//! A session has an access token, which is shown with each request, and a refresh token, which is good for two new ones.
//! Each is the session's id and a secret, with a dot between them; only a hash of the secret is kept.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use token_codes::TokenCode;
use token_codes_service::axum::Failure;

use crate::app::App;
use crate::input::Input;
use crate::secret::{self, Hash, RandomError};
use crate::store::{StoreError, Table};
use crate::time;

/// The sessions by their ids: user, device, access and refresh.
pub const TABLE: Table<(String, String, Credential, Credential)> = Table::new("sessions");

/// The hash of a secret, and when it expires.
type Credential = (Hash, i64);

/// What can be wrong with a session.
#[derive(Debug, TokenCode)]
pub enum SessionError {
    #[token(TOK001)]
    InvalidRefreshToken,
    #[token(TOK009)]
    InvalidAccessToken,
    #[token(TOK010)]
    SignOut(#[source] redb::Error),
    #[token(TOK012)]
    MissingDevice,
}

/// Who sends a request, as its access token says.
pub struct Caller {
    pub user: String,
    session_id: String,
}

/// What a client sends to sign in.
#[derive(Deserialize)]
pub struct Credentials {
    user: String,
    password: String,
    device: Option<Device>,
}

#[derive(Deserialize)]
struct Device {
    id: String,
}

/// What a client sends to refresh a session.
#[derive(Deserialize)]
pub struct Refresh {
    refresh_token: String,
}

/// The tokens of a session, as only the client has them.
#[derive(Serialize)]
pub struct Grant {
    access: SessionToken,
    refresh: SessionToken,
}

#[derive(Serialize)]
struct SessionToken {
    token: String,
    expires_at: Timestamp,
}

/// `POST /sessions`
pub async fn sign_in(
    State(app): State<Arc<App>>,
    Input(credentials): Input<Credentials>,
) -> Result<(StatusCode, Json<Grant>), Failure> {
    let device = credentials.device.filter(|device| !device.id.is_empty());
    let device = device.ok_or(SessionError::MissingDevice)?;
    let user = app.passwords.check(&app.store, credentials.user, &credentials.password).await?;
    let session_id = secret::new_id()?;
    let (grant, access, refresh) = new_grant(&app, &session_id)?;
    app.store.insert(TABLE, &session_id, (user, device.id, access, refresh))?;
    Ok((StatusCode::CREATED, Json(grant)))
}

/// `POST /sessions/refresh`: two new tokens; the old ones are no longer good.
pub async fn refresh(
    State(app): State<Arc<App>>,
    Input(Refresh { refresh_token }): Input<Refresh>,
) -> Result<Json<Grant>, Failure> {
    let (session_id, secret) = refresh_token.split_once('.').ok_or(SessionError::InvalidRefreshToken)?;
    let (grant, access, refresh) = new_grant(&app, session_id)?;
    let refreshed = app.store.update(TABLE, session_id, |(user, device, _, old)| {
        opens(&old, secret).then_some((user, device, access, refresh))
    })?;
    if !refreshed {
        return Err(SessionError::InvalidRefreshToken.into());
    }
    Ok(Json(grant))
}

/// `DELETE /sessions/current`
pub async fn sign_out(State(app): State<Arc<App>>, caller: Caller) -> Result<StatusCode, Failure> {
    let removed = app.store.remove(TABLE, &caller.session_id);
    removed.map_err(|StoreError(cause)| SessionError::SignOut(cause))?;
    Ok(StatusCode::NO_CONTENT)
}

impl FromRequestParts<Arc<App>> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Failure> {
        let token = bearer(parts).ok_or(SessionError::InvalidAccessToken)?;
        let (session_id, secret) = token.split_once('.').ok_or(SessionError::InvalidAccessToken)?;
        match app.store.get(TABLE, session_id)? {
            Some((user, _, access, _)) if opens(&access, secret) => {
                Ok(Self { user, session_id: session_id.to_owned() })
            }
            _ => Err(SessionError::InvalidAccessToken.into()),
        }
    }
}

/// The token of `Authorization: Bearer TOKEN`.
fn bearer(parts: &Parts) -> Option<&str> {
    let (scheme, token) = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

/// Whether this is the secret, and still good.
fn opens((hash, expires_at): &Credential, secret: &str) -> bool {
    *hash == secret::hash(secret) && !time::is_past(*expires_at)
}

/// New tokens for a session, and what is kept of the one and the other.
fn new_grant(app: &App, session_id: &str) -> Result<(Grant, Credential, Credential), RandomError> {
    let (access, kept_access) = new_token(session_id, app.settings.access_lifetime)?;
    let (refresh, kept_refresh) = new_token(session_id, app.settings.refresh_lifetime)?;
    Ok((Grant { access, refresh }, kept_access, kept_refresh))
}

fn new_token(session_id: &str, lifetime: u32) -> Result<(SessionToken, Credential), RandomError> {
    let secret = secret::new_secret()?;
    let expires_at = time::after(lifetime);
    let kept = (secret::hash(&secret), expires_at.as_second());
    Ok((SessionToken { token: format!("{session_id}.{secret}"), expires_at }, kept))
}
