//! A server whose one method fails, and a client that calls it.

use std::convert::Infallible;
use std::future::Ready;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use token_codes::TokenCode;
use token_codes_service::Service;
use tonic::body::Body;
use tonic::server::{NamedService, UnaryService};
use tonic::transport::{Endpoint, Server};
use tonic::{Request, Response, Status};
use tonic_prost::ProstCodec;

/// What a client gets of a call that fails with this error. It takes 8 KiB of headers.
pub async fn fail(
    service: Service,
    error: impl TokenCode + Send + Sync + 'static,
    languages: &'static str,
) -> Status {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    let failing = Failing { service, error: Arc::new(error) };
    let connections = tokio_stream::wrappers::TcpListenerStream::new(listener);
    let server = tokio::spawn(Server::builder().add_service(failing).serve_with_incoming(connections));

    let endpoint = Endpoint::try_from(format!("http://{address}")).expect("it is an address");
    let channel = endpoint.http2_max_header_list_size(8 << 10).connect().await.expect("it listens");
    let mut client = tonic::client::Grpc::new(channel);
    client.ready().await.expect("it is");
    let mut request = Request::new("tea".to_owned());
    request.metadata_mut().insert("accept-language", languages.parse().expect("it is a header"));
    let path = http::uri::PathAndQuery::from_static("/shop.Shop/Order");
    let reply = client.unary(request, path, ProstCodec::<String, String>::default()).await;
    server.abort();
    let status = reply.expect_err("it fails");
    assert!(size(&status) <= 7 << 10, "{} bytes of {status:?}", size(&status));
    status
}

/// The bytes of the trailers, as HTTP/2 counts them.
fn size(status: &Status) -> usize {
    let mut headers = http::HeaderMap::new();
    status.add_header(&mut headers).expect("they are headers");
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 32).sum()
}

#[derive(Clone)]
struct Failing {
    service: Service,
    error: Arc<dyn TokenCode + Send + Sync>,
}

struct Order(Failing);

impl UnaryService<String> for Order {
    type Response = String;
    type Future = Ready<Result<Response<String>, Status>>;

    fn call(&mut self, request: Request<String>) -> Self::Future {
        std::future::ready(Err(self.0.service.status_for(&*self.0.error, request.metadata())))
    }
}

impl NamedService for Failing {
    const NAME: &'static str = "shop.Shop";
}

impl tower_service::Service<http::Request<Body>> for Failing {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        let order = Order(self.clone());
        let mut grpc = tonic::server::Grpc::new(ProstCodec::<String, String>::default());
        Box::pin(async move { Ok(grpc.unary(order, request).await) })
    }
}
