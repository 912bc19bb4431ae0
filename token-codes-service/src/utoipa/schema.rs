//! The schemas: of a code, of the problem with each code, and of any problem.

use token_codes::{AnyCode, Param, ParamType, Privacy};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{
    Discriminator, Object, ObjectBuilder, OneOfBuilder, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::{Deprecated, RefOr, Schema};

use super::key::{self, reference};
use super::texts;

/// Every schema by its name. None of a code is called `Code` or `Problem`.
pub(super) fn all(codes: &[AnyCode]) -> Vec<(String, RefOr<Schema>)> {
    let problems = codes.iter().map(|code| (key::of(*code), problem(*code).into()));
    let others = [("Code".to_owned(), code(codes).into()), ("Problem".to_owned(), one_of(codes))];
    problems.chain(others).collect()
}

/// A code, with what each stands for where generators of clients look for it.
pub(super) fn code(codes: &[AnyCode]) -> Object {
    let descriptions: Vec<_> = codes.iter().map(|code| texts::headline(*code)).collect();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(codes.iter().map(|code| code.as_str())))
        .extensions(Some(Extensions::from_iter([("x-enum-descriptions", descriptions)])))
        .build()
}

/// A problem with one of these codes.
pub(super) fn one_of(codes: &[AnyCode]) -> RefOr<Schema> {
    let schema = |code: &AnyCode| reference("schemas", &key::of(*code));
    if let [code] = codes {
        return schema(code).into();
    }
    let mapping = codes.iter().map(|code| (code.as_str(), schema(code).ref_location));
    let one_of = OneOfBuilder::new().discriminator(Some(Discriminator::with_mapping("code", mapping)));
    codes.iter().fold(one_of, |one_of, code| one_of.item(schema(code))).into()
}

/// The problem with one code. What is not `required` may be absent from a reply.
fn problem(code: AnyCode) -> Object {
    let mut problem = ObjectBuilder::new()
        .description(texts::description(code))
        .deprecated(code.is_deprecated().then_some(Deprecated::True))
        .property(
            "type",
            ObjectBuilder::new()
                .schema_type(Type::String)
                .format(Some(SchemaFormat::Custom("uri-reference".into()))),
        )
        // Not the one of the code: an error without a code gets the one that the service has for it, and
        // keeps its status.
        .property(
            "status",
            ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(400)).maximum(Some(599)),
        )
        .property("detail", Object::with_type(Type::String))
        .property("code", ObjectBuilder::new().schema_type(Type::String).enum_values(Some([code.as_str()])));
    let mut required = vec!["status", "detail", "code"];
    if !code.summary().is_empty() {
        problem = problem.property("title", Object::with_type(Type::String));
        required.push("title");
    }
    if shown(code).next().is_some() {
        problem = problem.property("params", params(code));
        required.extend(always_shown(code).next().map(|_| "params"));
    }
    required.into_iter().fold(problem, ObjectBuilder::required).build()
}

fn params(code: AnyCode) -> Object {
    let params =
        shown(code).fold(ObjectBuilder::new(), |params, param| params.property(param.name, value(param)));
    always_shown(code).fold(params, |params, param| params.required(param.name)).build()
}

/// The params that a reply can list.
fn shown(code: AnyCode) -> impl Iterator<Item = Param> {
    code.params().filter(|param| matches!(param.privacy, Privacy::Public | Privacy::Personal))
}

/// Those that it lists whatever the service has chosen for personal ones.
fn always_shown(code: AnyCode) -> impl Iterator<Item = Param> {
    code.params().filter(|param| param.privacy == Privacy::Public)
}

fn value(param: Param) -> Object {
    let ty = match param.ty {
        ParamType::Integer => Type::Integer.into(),
        ParamType::Boolean => Type::Boolean.into(),
        // JSON has no number for one that is infinite or none.
        ParamType::Float => SchemaType::from_iter([Type::Number, Type::Null]),
        _ => Type::String.into(),
    };
    Object::with_type(ty)
}
