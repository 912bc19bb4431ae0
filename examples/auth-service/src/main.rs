//! An HTTP service that issues tokens. Whatever fails in it has one of the thirteen codes of the token catalog, and
//! no line here says how a failure is shown: `token-codes-service` writes the replies and the log.
//!
//! The README beside this folder has requests to try.

mod accounts;
mod app;
mod downloads;
mod input;
mod locks;
mod secret;
mod sessions;
mod settings;
mod store;
mod time;
mod tokens;

use std::error::Error;

use clap::Parser;
use tokio::net::TcpListener;

use crate::app::App;
use crate::settings::Settings;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let settings = Settings::parse();
    settings.log.start();
    let listener = TcpListener::bind(settings.address).await?;
    let app = App::open(settings)?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, app::router(app)).with_graceful_shutdown(stopped()).await?;
    Ok(())
}

/// Ends on Ctrl-C: the requests at hand are answered, and the store is closed.
async fn stopped() {
    // Without the signal there is no end but being killed, which the store survives.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
