//! The components of `utoipa`, held to the `OpenAPI` document of `token-codes docs` and to real replies.

#[allow(dead_code, reason = "the example prints its document")]
#[path = "../examples/openapi.rs"]
mod example;
#[path = "../../token-codes-docs/tests/support/openapi.rs"]
mod openapi;

use std::path::Path;

use openapi::Document;
use serde_json::{Value, json};
use service_catalog::{Code, message};
use token_codes::{CatalogCode, TokenCode};
use token_codes_build::Source;
use token_codes_service::Service;
use token_codes_service::utoipa::{Catalog, Problems};
use utoipa::{IntoResponses, Modify, OpenApi};

/// The document of an API that has nothing but the components of a catalog.
fn components<C: CatalogCode>() -> Value {
    #[derive(OpenApi)]
    struct Empty;

    let mut document = Empty::openapi();
    Catalog::<C>::new().modify(&mut document);
    serde_json::to_value(document).unwrap()
}

/// What `token-codes docs` writes for the catalog at this path.
fn written(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    let catalog = token_codes_build::read(&Source::read(&path).unwrap()).unwrap().catalog;
    serde_json::from_str(&token_codes_docs::openapi::files(&catalog)[0].text).unwrap()
}

#[track_caller]
fn assert_written<C: CatalogCode>(path: &str) {
    let (document, written) = (components::<C>(), written(path));
    for (section, components) in written["components"].as_object().unwrap() {
        for (name, component) in components.as_object().unwrap() {
            assert_eq!(document["components"][section][name], *component, "{section} {name}");
        }
    }
    assert_eq!(document["components"], written["components"]);
    assert_eq!(document["openapi"], written["openapi"]);
}

// `token-codes-service/src/utoipa` and `token-codes-docs/src/openapi` change together.
#[test]
fn components_are_those_that_the_command_writes() {
    assert_written::<token_codes::Code>("catalog.yaml");
    assert_written::<Code>("tests/crates/service-catalog/catalog.yaml");
    assert_written::<own_catalog::Code>("tests/crates/own-catalog/catalog.yaml");
}

/// Without numbers, a plural is what it is for most of them.
#[test]
fn a_plural_reads_well_without_a_number() {
    let document = components::<Code>();
    let example = &document["components"]["examples"]["SHOP-08Problem"];
    assert_eq!(example["summary"], "{over} items too many");
    assert_eq!(example["value"]["title"], "An item too many");
    assert_eq!(
        example["value"]["detail"],
        "A basket takes no more than 1: 1 item is too many on your 1st try"
    );
}

fn document() -> Document {
    Document::new(serde_json::to_value(example::Api::openapi()).unwrap())
}

#[test]
fn an_operation_has_a_response_for_each_status_of_its_failures() {
    let document = document().json;
    let responses = document["paths"]["/orders"]["post"]["responses"].as_object().unwrap();
    assert!(responses.keys().eq(["200", "402", "409", "429", "500", "503"]), "{responses:?}");
    let schema = &responses["409"]["content"]["application/problem+json"]["schema"];
    assert_eq!(*schema, json!({"$ref": "#/components/schemas/SHOP-02Problem"}));

    let all = &document["paths"]["/shop"]["get"]["responses"];
    for (name, response) in document["components"]["responses"].as_object().unwrap() {
        if let Some(status) = name.strip_prefix("Status") {
            assert_eq!(all[status], *response);
        }
    }
    assert_eq!(Problems::<Code>::responses().len(), all.as_object().unwrap().len() - 1);
}

#[test]
fn real_replies_are_as_the_schemas_say() {
    let mut document = document();
    let declined = |amount: f64| {
        message!(
            PaymentDeclined,
            card = "4111",
            pin = "0000",
            amount = amount,
            fee = 0.1_f32,
            is_final = true
        )
    };
    let errors: [&dyn TokenCode; 7] = [
        &message!(OutOfStock, item = "tea", left = -2, shop = 1.5),
        &declined(9.5),
        &declined(f64::NAN),
        &message!(TooManyOrders, retry_after = 7),
        &message!(Wide, least = i128::MIN, most = u128::MAX),
        &message!(StatusOfNoError),
        &message!(BasketFull, limit = 1, over = 2, tries = 3),
    ];
    let service = Service::new(Code::Unexpected);
    for service in [service.clone().type_base("https://example.com/").show_personal(true), service] {
        for error in errors {
            for locale in ["en", "ja"] {
                let reply = serde_json::from_str(&service.problem(error, locale).to_json()).unwrap();
                for schema in [&*format!("{}Problem", error.any_code()), "Problem"] {
                    assert_eq!(document.accepts(schema, &reply), Ok(()), "{reply}");
                }
            }
        }
    }
}
