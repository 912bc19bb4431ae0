//! The replies: for each code, and for all codes with a status.

use std::collections::BTreeMap;

use token_codes::{AnyCode, Role};
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::openapi::{Content, RefOr, Response, ResponseBuilder};

use super::key::{self, reference};
use super::{schema, texts};
use crate::problem::MEDIA_TYPE;
use crate::roles::http_status;

/// The headers that replies may have.
pub(super) fn headers() -> [(&'static str, Header); 2] {
    let seconds = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0));
    let header = |schema, description| {
        HeaderBuilder::new().schema(Some(schema)).description(Some(description)).build()
    };
    [
        ("Content-Language", header(Object::with_type(Type::String), "The locale of the texts")),
        ("Retry-After", header(seconds.build(), "The seconds after which the request may be made again")),
    ]
}

/// Every response by its name. None of a code is called as one of a status.
pub(super) fn all(codes: &[AnyCode]) -> Vec<(String, Response)> {
    let by_status = by_status(codes).into_iter();
    let by_status = by_status.map(|(status, codes)| (format!("Status{status}"), response(&codes)));
    codes.iter().map(|code| (key::of(*code), response(&[*code]))).chain(by_status).collect()
}

/// The codes with each status.
pub(super) fn by_status(codes: &[AnyCode]) -> BTreeMap<u16, Vec<AnyCode>> {
    let mut by_status = BTreeMap::<_, Vec<_>>::new();
    for code in codes {
        by_status.entry(status(*code)).or_default().push(*code);
    }
    by_status
}

/// The status of the reply.
pub(super) fn status(code: AnyCode) -> u16 {
    http_status(code).unwrap_or(500)
}

/// The response with one of these codes.
pub(super) fn response(codes: &[AnyCode]) -> Response {
    let example = |code: &AnyCode| {
        let key = key::of(*code);
        (key.clone(), RefOr::Ref(reference("examples", &key)))
    };
    let content = Content::builder().schema(Some(schema::one_of(codes)));
    let content = content.examples_from_iter(codes.iter().map(example)).build();
    let mut response = ResponseBuilder::new()
        .description(description(codes))
        .content(MEDIA_TYPE, content)
        .header_ref("Content-Language", reference("headers", "Content-Language"));
    if codes.iter().any(|code| may_be_tried_again(*code)) {
        response = response.header_ref("Retry-After", reference("headers", "Retry-After"));
    }
    response.build()
}

/// What happened; in a list, if it may be one of several.
fn description(codes: &[AnyCode]) -> String {
    if let [code] = codes {
        return texts::headline(*code);
    }
    let items = codes.iter().map(|code| format!("- `{code}`: {}", texts::headline(*code)));
    items.collect::<Vec<_>>().join("\n")
}

fn may_be_tried_again(code: AnyCode) -> bool {
    let is_param = |name| code.params().any(|param| param.name == name);
    code.role_name(Role::RetryAfter).is_some_and(is_param) || code.role(Role::RetryAfter).is_some()
}
