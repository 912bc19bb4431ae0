//! The impls that the derive gives.
//!
//! First every mistake is found ([`check`]); what is left cannot fail ([`write`]). Beside mistakes stand bare impls, so
//! that each is one error, and not also one wherever the type is used.

mod at_derive;
mod bounds;
mod check;
mod write;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::ParseStream;

use crate::errors::Errors;
use crate::facts::Facts;
use crate::input::Input;

/// The impls for the type in `input`, which stand `at` the derive.
pub(crate) fn expand(
    catalog: &TokenStream,
    at: Span,
    facts: Facts<'_>,
    input: ParseStream<'_>,
) -> syn::Result<TokenStream> {
    let mut errors = Errors::default();
    let Some(input) = Input::new(input.parse()?, &mut errors) else { return Ok(errors.into_tokens()) };
    if !errors.is_catalog_unknown() {
        let checked = check::check(&input, facts, &mut errors);
        if errors.is_empty() {
            return Ok(write::impls(catalog, at, &input, &checked));
        }
    }
    let impls = write::bare_impls(catalog, None, at, &input);
    let errors = errors.into_tokens();
    Ok(quote!(#errors #impls))
}

/// What there is for the type in `input` where no catalog serves: the one mistake, and bare impls.
pub(crate) fn expand_without_catalog(
    token_codes: &TokenStream,
    at: Span,
    input: ParseStream<'_>,
) -> syn::Result<TokenStream> {
    let mut errors = Errors::default();
    let Some(input) = Input::new(input.parse()?, &mut errors) else { return Ok(errors.into_tokens()) };
    if !errors.is_catalog_unknown() {
        add_no_catalog(&input, &mut errors);
    }
    let no_code = quote!(#token_codes::__private::NoCode);
    let impls = write::bare_impls(token_codes, Some(no_code), at, &input);
    let errors = errors.into_tokens();
    Ok(quote!(#errors #impls))
}

fn add_no_catalog(input: &Input, errors: &mut Errors) {
    let code = input.cases.iter().find_map(|case| case.token.as_ref()?.code());
    let code = code.map(|code| (code.span(), format!("whose catalog has `{}`", code.text())));
    let (span, whose) = code.unwrap_or_else(|| (input.ident.span(), "that has its catalog".to_owned()));
    let help = format!(
        "write `#[token(catalog = that_crate)]` before the type, with the crate {whose}, `crate` for this one; for the \
         thirteen codes of `token-codes` itself, let it have its feature `catalog`"
    );
    errors.add(span, "the type names no catalog, and `token-codes` is built without its own", help);
}
