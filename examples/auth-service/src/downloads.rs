//! Downloads: a token is exported by the id of a download, for as long as that is good.

use std::io;
use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use serde::Serialize;
use token_codes::TokenCode;
use token_codes_service::axum::Failure;
use tokio::fs::File;
use tokio_util::io::ReaderStream;

use crate::app::App;
use crate::secret;
use crate::sessions::Caller;
use crate::store::{StoreError, Table};
use crate::time;
use crate::tokens::{self, Token, TokenError};

/// How many bytes of the archive are read at once.
const CHUNK: usize = 64 << 10;

/// The downloads by their ids: the token's id, and when it expires.
pub const TABLE: Table<(String, i64)> = Table::new("downloads");

/// What can be wrong with a download.
#[derive(Debug, TokenCode)]
pub enum DownloadError {
    #[token(TOK002)]
    NotFound { download_id: String },
    #[token(TOK003)]
    Export {
        download_id: String,
        #[source]
        cause: io::Error,
    },
}

/// A download.
#[derive(Serialize)]
pub struct Download {
    id: String,
    expires_at: Timestamp,
}

/// `POST /tokens/{token_id}/downloads`
pub async fn create(
    State(app): State<Arc<App>>,
    caller: Caller,
    Path(token_id): Path<String>,
) -> Result<(StatusCode, Json<Download>), Failure> {
    let token = tokens::find(&app, &caller, &token_id)?.ok_or(TokenError::NotFound { token_id })?;
    let id = secret::new_id()?;
    let expires_at = time::after(app.settings.download_lifetime);
    app.store.insert(TABLE, &id, (token.id, expires_at.as_second()))?;
    Ok((StatusCode::CREATED, Json(Download { id, expires_at })))
}

/// `GET /downloads/{download_id}`: the archive. The token is in use until the client has all of it, or has gone away.
pub async fn export(
    State(app): State<Arc<App>>,
    caller: Caller,
    Path(download_id): Path<String>,
) -> Result<Body, Failure> {
    let Some(token) = find(&app, &caller, &download_id)? else {
        return Err(DownloadError::NotFound { download_id }.into());
    };
    let lock = app.locks.take(&token.id)?;
    let failed = move |cause| DownloadError::Export { download_id: download_id.clone(), cause };
    let archive = File::open(&app.settings.archive).await.map_err(&failed)?;
    let mut chunks = ReaderStream::with_capacity(archive, CHUNK);
    // Some files are opened, but cannot be read: with the first chunk at hand, there is still a reply to make.
    let first = chunks.try_next().await.map_err(&failed)?;
    let chunks = stream::iter(first.map(Ok)).chain(chunks).map_err(move |cause| {
        let _until_the_end = &lock;
        let error = failed(cause);
        // The reply is under way. It ends too early, and the log says why.
        token_codes_service::tracing::emit(&error);
        error
    });
    Ok(Body::from_stream(chunks))
}

/// The token that a download exports, if both are still good.
fn find(app: &App, caller: &Caller, download_id: &str) -> Result<Option<Token>, StoreError> {
    match app.store.get(TABLE, download_id)? {
        Some((token_id, expires_at)) if !time::is_past(expires_at) => tokens::find(app, caller, &token_id),
        _ => Ok(None),
    }
}
