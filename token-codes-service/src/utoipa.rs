//! The problems of a catalog in the `OpenAPI` document of a service. Feature `utoipa`.
//!
//! ```
//! use token_codes::Code;
//! use token_codes_service::utoipa::{Catalog, Problems};
//! use utoipa::OpenApi;
//!
//! #[utoipa::path(get, path = "/token", responses((status = 200, description = "It"), Problems<Code>))]
//! async fn token() {}
//!
//! const CATALOG: Catalog<Code> = Catalog::new();
//! #[derive(OpenApi)]
//! #[openapi(paths(token), modifiers(&CATALOG))]
//! struct Api;
//! # assert!(Api::openapi().to_json().unwrap().contains("#/components/schemas/TOK002Problem"));
//! ```
//!
//! An operation that fails with some of the codes says which: see [`Failures`].
//!
//! A catalog has these components in a document. They are those that `token-codes docs --format openapi`
//! writes.
//!
//! | component | of | describes |
//! |---|---|---|
//! | schema | `Code` | the codes, with a description for each in `x-enum-descriptions`: see [`CodeOf`] |
//! | schema | `TOK013Problem` | the problem with that code, and the types of its params |
//! | schema | `Problem` | any of these, to be told apart by `code` |
//! | example | `TOK013Problem` | one of them in the source locale, without what is personal |
//! | response | `TOK013Problem` | the reply for that code |
//! | response | `Status404` | the reply for the codes with that status |
//! | header | `Content-Language`, `Retry-After` | what the feature `axum` sends with them |
//!
//! A problem is what [`Service::problem`](crate::Service::problem) gives. Secret params are not in its schema;
//! personal ones are, but need not be in a reply. In the name of a component, a `:` of a code is `.3A`, and a
//! `/` is `.2F`.

mod example;
mod key;
mod response;
mod schema;
mod texts;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use token_codes::{AnyCode, CatalogCode};
use utoipa::openapi::{ComponentsBuilder, OpenApi, RefOr, Response, Schema};
use utoipa::{IntoResponses, Modify, PartialSchema, ToSchema};

/// The codes that an operation may fail with, or all of a service.
///
/// The enum of a catalog has all of its own. Another type says which, and can have codes of several catalogs
/// as [`AnyCode`]. Among those of an operation should be the code that [`Service::new`](crate::Service::new)
/// got, if that may happen, too.
///
/// ```
/// use token_codes::Code;
/// use token_codes_service::utoipa::Failures;
///
/// /// An error of this service, or any other type.
/// struct SignIn;
///
/// impl Failures for SignIn {
///     type Code = Code;
///
///     fn codes() -> &'static [Code] {
///         &[Code::TOK007, Code::TOK008, Code::TOK012]
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which codes an operation fails with",
    note = "implement `Failures` for it, or take the enum of a catalog, which has all of its codes"
)]
pub trait Failures {
    /// The enum of the catalog; [`AnyCode`] for codes of several.
    type Code: Copy + Into<AnyCode> + 'static;

    /// The codes.
    fn codes() -> &'static [Self::Code];
}

impl<C: CatalogCode> Failures for C {
    type Code = C;

    fn codes() -> &'static [C] {
        C::all()
    }
}

fn codes<F: Failures>() -> Vec<AnyCode> {
    F::codes().iter().map(|code| (*code).into()).collect()
}

/// The replies for all [`Failures`] of an operation, one for each status: stands among its `responses`.
///
/// They refer to components of the [`Catalog`].
#[derive(Debug)]
pub struct Problems<F>(PhantomData<F>);

impl<F: Failures> IntoResponses for Problems<F> {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let by_status = response::by_status(&codes::<F>()).into_iter();
        by_status.map(|(status, codes)| (status.to_string(), response::response(&codes).into())).collect()
    }
}

/// What puts the components into a document: stands among its `modifiers`, once.
///
/// `F` is the enum of the catalog, or what has the codes of all catalogs of the service.
#[derive(Debug)]
pub struct Catalog<F>(PhantomData<F>);

impl<F> Catalog<F> {
    /// Those of these codes.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<F> Default for Catalog<F> {
    fn default() -> Self {
        Self::new()
    }
}

impl<F: Failures> Modify for Catalog<F> {
    fn modify(&self, document: &mut OpenApi) {
        let codes = codes::<F>();
        let components = document.components.take().unwrap_or_default();
        let mut components = ComponentsBuilder::from(components)
            .schemas_from_iter(schema::all(&codes))
            .responses_from_iter(response::all(&codes));
        for (name, header) in response::headers() {
            components = components.header(name, header);
        }
        for code in codes {
            components = components.example(key::of(code), example::example(code));
        }
        document.components = Some(components.build());
    }
}

/// The schema of a code, for a field of a type with a schema: the component `Code` of the [`Catalog`] with
/// the same `F`.
///
/// ```
/// type CodeSchema = token_codes_service::utoipa::CodeOf<token_codes::Code>;
///
/// #[derive(utoipa::ToSchema)]
/// struct Attempt {
///     #[schema(value_type = CodeSchema)]
///     code: token_codes::Code,
/// }
/// ```
#[derive(Debug)]
pub struct CodeOf<F>(PhantomData<F>);

impl<F: Failures> PartialSchema for CodeOf<F> {
    fn schema() -> RefOr<Schema> {
        schema::code(&codes::<F>()).into()
    }
}

impl<F: Failures> ToSchema for CodeOf<F> {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Code")
    }
}
