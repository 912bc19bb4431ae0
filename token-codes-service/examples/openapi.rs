//! Prints the `OpenAPI` document of a service whose replies have codes.

use service_catalog::Code;
use token_codes_service::utoipa::{Catalog, CodeOf, Failures, Problems};
use utoipa::{OpenApi, ToSchema};

/// What was ordered.
#[derive(ToSchema)]
#[allow(dead_code, reason = "only its schema is looked at")]
struct Order {
    item: String,
    /// Why it is not sent yet.
    #[schema(value_type = Option<CodeSchema>)]
    delayed: Option<Code>,
}

type CodeSchema = CodeOf<Code>;

/// What an order fails with.
struct OrderFailures;

impl Failures for OrderFailures {
    type Code = Code;

    fn codes() -> &'static [Code] {
        &[Code::OutOfStock, Code::PaymentDeclined, Code::TooManyOrders, Code::Closed, Code::Unexpected]
    }
}

/// Order an item.
#[utoipa::path(post, path = "/orders", responses((status = 200, description = "It is ordered", body = Order), Problems<OrderFailures>))]
#[allow(dead_code, reason = "only its documentation is looked at")]
fn order() {}

/// Whatever there is, with whatever may go wrong.
#[utoipa::path(get, path = "/shop", responses((status = 204, description = "It is open"), Problems<Code>))]
#[allow(dead_code, reason = "only its documentation is looked at")]
fn shop() {}

const CATALOG: Catalog<Code> = Catalog::new();

/// The document.
#[derive(OpenApi)]
#[openapi(info(title = "Shop", version = "1"), paths(order, shop), modifiers(&CATALOG))]
pub struct Api;

fn main() {
    println!("{}", Api::openapi().to_pretty_json().expect("a document is JSON"));
}
