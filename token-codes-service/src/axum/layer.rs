//! The layer that makes the replies.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::response::{IntoResponse, Response};
use http::{Method, Request, StatusCode};
use pin_project_lite::pin_project;
use token_codes::TokenCode;
use tower_layer::Layer;

use crate::axum::accept_language::AcceptLanguage;
use crate::axum::failure::Carried;
use crate::axum::reply;
use crate::problem::Problem;
use crate::service::Service;

impl Service {
    /// The layer of an axum router, or of any tower service, that makes the replies to its failures: see
    /// [the module](crate::axum).
    pub fn layer(&self) -> FailureLayer {
        FailureLayer { service: self.clone(), on_failure: None }
    }
}

/// The layer that [`Service::layer`] gives.
#[derive(Clone)]
#[must_use]
pub struct FailureLayer {
    service: Service,
    on_failure: Option<Arc<Hook>>,
}

type Hook = dyn Fn(&dyn TokenCode) + Send + Sync;

impl FailureLayer {
    /// Calls `hook` with each error that a reply is made of: for the log.
    ///
    /// An error without a code is the source of the one that the hook gets, as [`Service::coded`] says.
    /// Replies that were made without a [`Failure`](crate::axum::Failure) are told too if their status is 500
    /// or more.
    pub fn on_failure(mut self, hook: impl Fn(&dyn TokenCode) + Send + Sync + 'static) -> Self {
        self.on_failure = Some(Arc::new(hook));
        self
    }

    /// What is replied in the place of `response`.
    fn reply(&self, mut response: Response, asked: &Asked) -> Response {
        let status = response.status();
        if !status.is_client_error() && !status.is_server_error() {
            return response;
        }
        let problem = match response.extensions_mut().remove() {
            Some(Carried { failure, status: own }) => {
                let problem = failure.coded(&self.service, |error| {
                    self.tell(error);
                    self.problem(error, asked)
                });
                if status == own { problem } else { problem.with_status(status.as_u16()) }
            }
            None if reply::is_problem(response.headers()) => return response,
            None => self.other(status, asked),
        };
        reply::replace(response, problem, asked.is_head)
    }

    /// In the place of a reply that nobody has made a problem of.
    fn other(&self, status: StatusCode, asked: &Asked) -> Problem {
        let reply = OtherReply(status);
        let error = self.service.coded(&reply);
        // What the client is to blame for is no failure of the service.
        if status.is_server_error() {
            self.tell(&error);
        }
        self.problem(&error, asked).with_status(status.as_u16())
    }

    fn tell(&self, error: &dyn TokenCode) {
        if let Some(hook) = &self.on_failure {
            hook(error);
        }
    }

    fn problem(&self, error: &dyn TokenCode, asked: &Asked) -> Problem {
        self.service.problem(error, error.any_code().negotiate(&asked.languages))
    }
}

impl fmt::Debug for FailureLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FailureLayer").field("service", &self.service).finish_non_exhaustive()
    }
}

impl<S> Layer<S> for FailureLayer {
    type Service = FailureService<S>;

    fn layer(&self, inner: S) -> FailureService<S> {
        FailureService { inner, layer: Arc::new(self.clone()) }
    }
}

/// A reply with a status of failure that no [`Failure`](crate::axum::Failure) has made: what the log gets of
/// it.
#[derive(Debug)]
struct OtherReply(StatusCode);

impl fmt::Display for OtherReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a reply with the status {} that is no problem", self.0)
    }
}

impl Error for OtherReply {}

/// A service with a [`FailureLayer`] around it.
#[derive(Clone, Debug)]
pub struct FailureService<S> {
    inner: S,
    layer: Arc<FailureLayer>,
}

impl<S, B> tower_service::Service<Request<B>> for FailureService<S>
where
    S: tower_service::Service<Request<B>, Response: IntoResponse>,
{
    type Response = Response;
    type Error = S::Error;
    type Future = ReplyFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let asked = Asked {
            languages: AcceptLanguage::of(request.headers()),
            is_head: request.method() == Method::HEAD,
        };
        ReplyFuture { inner: self.inner.call(request), layer: Arc::clone(&self.layer), asked }
    }
}

pin_project! {
    /// The reply of a [`FailureService`].
    #[derive(Debug)]
    pub struct ReplyFuture<F> {
        #[pin]
        inner: F,
        layer: Arc<FailureLayer>,
        asked: Asked,
    }
}

/// What the reply depends on of the request.
#[derive(Debug)]
struct Asked {
    languages: AcceptLanguage,
    is_head: bool,
}

impl<F: Future<Output = Result<R, E>>, R: IntoResponse, E> Future for ReplyFuture<F> {
    type Output = Result<Response, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let response = ready!(this.inner.poll(cx))?.into_response();
        Poll::Ready(Ok(this.layer.reply(response, this.asked)))
    }
}
