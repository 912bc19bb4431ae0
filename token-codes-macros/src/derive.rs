//! The impls that the derive gives.
//!
//! First every mistake is found ([`check`]); what is left cannot fail ([`write`]). Beside mistakes stand bare impls, so
//! that each is one error, and not also one wherever the type is used.

mod at_derive;
mod bounds;
mod check;
mod write;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::parse::ParseStream;

use crate::errors::Errors;
use crate::facts::Facts;
use crate::input::Input;

/// The impls for the type in `input`, which stand `at` the derive.
pub(crate) fn expand(
    catalog: &Ident,
    at: Span,
    facts: Facts<'_>,
    input: ParseStream<'_>,
) -> syn::Result<TokenStream> {
    let mut errors = Errors::default();
    let Some(input) = Input::new(input.parse()?, &mut errors) else { return Ok(errors.into_tokens()) };
    let checked = check::check(&input, facts, &mut errors);
    if errors.is_empty() {
        return Ok(write::impls(catalog, at, &input, &checked));
    }
    let impls = write::bare_impls(catalog, at, &input);
    let errors = errors.into_tokens();
    Ok(quote!(#errors #impls))
}
