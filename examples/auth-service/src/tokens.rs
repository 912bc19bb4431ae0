//! Tokens: what a user lets others do, and until when.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use token_codes::TokenCode;
use token_codes_service::axum::Failure;

use crate::app::App;
use crate::input::Input;
use crate::secret;
use crate::sessions::Caller;
use crate::store::{StoreError, Table};
use crate::time;

/// How many functions a token can have.
const MAX_FUNCTIONS: usize = 32;

/// The tokens by their ids: user, functions, and when it expires.
pub const TABLE: Table<(String, Vec<String>, i64)> = Table::new("tokens");

/// What can be wrong with a token, or with the request for one.
#[derive(Debug, TokenCode)]
pub enum TokenError {
    #[token(TOK005)]
    ExpiryTooFar { max_hours: u32, expires_at: Timestamp },
    #[token(TOK006)]
    TooManyFunctions,
    #[token(TOK013)]
    NotFound { token_id: String },
}

/// What a client asks for.
#[derive(Deserialize)]
pub struct TokenRequest {
    functions: Vec<String>,
    expires_at: Timestamp,
}

/// A token.
#[derive(Serialize)]
pub struct Token {
    pub id: String,
    functions: Vec<String>,
    expires_at: Timestamp,
}

/// `POST /tokens`
pub async fn issue(
    State(app): State<Arc<App>>,
    caller: Caller,
    Input(TokenRequest { functions, expires_at }): Input<TokenRequest>,
) -> Result<(StatusCode, Json<Token>), Failure> {
    let max_hours = app.settings.max_hours;
    if expires_at.duration_since(Timestamp::now()) > SignedDuration::from_hours(max_hours.into()) {
        return Err(TokenError::ExpiryTooFar { max_hours, expires_at }.into());
    }
    if functions.len() > MAX_FUNCTIONS {
        return Err(TokenError::TooManyFunctions.into());
    }
    let id = secret::new_id()?;
    app.store.insert(TABLE, &id, (caller.user, functions.clone(), expires_at.as_second()))?;
    Ok((StatusCode::CREATED, Json(Token { id, functions, expires_at })))
}

/// `GET /tokens/{token_id}`
pub async fn show(
    State(app): State<Arc<App>>,
    caller: Caller,
    Path(token_id): Path<String>,
) -> Result<Json<Token>, Failure> {
    let token = find(&app, &caller, &token_id)?;
    Ok(Json(token.ok_or(TokenError::NotFound { token_id })?))
}

/// `DELETE /tokens/{token_id}`
pub async fn revoke(
    State(app): State<Arc<App>>,
    caller: Caller,
    Path(token_id): Path<String>,
) -> Result<StatusCode, Failure> {
    let token = find(&app, &caller, &token_id)?.ok_or(TokenError::NotFound { token_id })?;
    let _lock = app.locks.take(&token.id)?;
    app.store.remove(TABLE, &token.id)?;
    Ok(StatusCode::NO_CONTENT)
}

/// The token of this id; none once it has expired, and none to others than its user.
pub fn find(app: &App, caller: &Caller, token_id: &str) -> Result<Option<Token>, StoreError> {
    let row = app.store.get(TABLE, token_id)?;
    let row = row.filter(|(user, _, expires_at)| *user == caller.user && !time::is_past(*expires_at));
    Ok(row.map(|(_, functions, expires_at)| Token {
        id: token_id.to_owned(),
        functions,
        expires_at: time::stored(expires_at),
    }))
}
