//! The routes, and what they share.

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::routing::{delete, get, post};
use token_codes::Code;
use token_codes_service::Service;

use crate::accounts::{self, PasswordCheck};
use crate::locks::Locks;
use crate::settings::Settings;
use crate::store::Store;
use crate::{downloads, sessions, tokens};

/// What the routes share.
pub struct App {
    pub settings: Settings,
    pub store: Store,
    pub passwords: PasswordCheck,
    pub locks: Locks,
}

impl App {
    /// Opens the store, and makes the account that the settings name.
    pub fn open(settings: Settings) -> Result<Self, Box<dyn Error>> {
        let store = Store::open(&settings.store)?;
        if let (Some(user), Some(password)) = (&settings.user, &settings.password) {
            accounts::set_password(&store, user, password)?;
        }
        Ok(Self { settings, store, passwords: PasswordCheck::new()?, locks: Locks::default() })
    }
}

/// The service as a whole: every reply to a failure is made by the layer.
pub fn router(app: App) -> Router {
    let service = Service::new(Code::TOK008).type_base("https://errors.example.com/");
    Router::new()
        .route("/sessions", post(sessions::sign_in))
        .route("/sessions/current", delete(sessions::sign_out))
        .route("/sessions/refresh", post(sessions::refresh))
        .route("/tokens", post(tokens::issue))
        .route("/tokens/{token_id}", get(tokens::show).delete(tokens::revoke))
        .route("/tokens/{token_id}/downloads", post(downloads::create))
        .route("/downloads/{download_id}", get(downloads::export))
        .layer(service.layer().on_failure(token_codes_service::tracing::emit))
        .with_state(Arc::new(app))
}
