//! What the components of a code are called.

use token_codes::AnyCode;
use utoipa::openapi::Ref;

/// The name of the components of a code: the code with `Problem` after it.
///
/// Of what a code may have in it, such a name cannot have `:` and `/`. They become `.3A` and `.2F`; and a `.`
/// before what would then look like one of these is `.2E`, so that no two codes have the same name. It is as
/// `token-codes-docs/src/openapi/key.rs` has it.
pub(super) fn of(code: AnyCode) -> String {
    let code = [".2E", ".2F", ".3A"]
        .iter()
        .fold(code.as_str().to_owned(), |code, escape| code.replace(escape, &escape.replace('.', ".2E")));
    code.replace(':', ".3A").replace('/', ".2F") + "Problem"
}

/// A reference to a component in a section of the components, such as `schemas`.
pub(super) fn reference(section: &str, key: &str) -> Ref {
    Ref::new(format!("#/components/{section}/{key}"))
}
