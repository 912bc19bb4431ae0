//! The first half of the derive: which crate's catalog serves the type.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::parse::{ParseStream, Parser as _};

use crate::token_attr::{Item, items};

/// The path in `#[token(catalog = path)]` before the type, or that of token-codes itself.
///
/// Only the attributes are read, and mistakes in them are left for the second half to report.
pub(crate) fn find(input: &TokenStream) -> TokenStream {
    let attributes = |input: ParseStream<'_>| {
        let attributes = input.call(syn::Attribute::parse_outer)?;
        input.parse::<TokenStream>()?;
        Ok(attributes)
    };
    let attributes = attributes.parse2(input.clone()).unwrap_or_default();
    let token_attributes = attributes.iter().filter(|attribute| attribute.path().is_ident("token"));
    token_attributes
        .flat_map(|attribute| items(attribute).unwrap_or_default())
        .find_map(|item| match item {
            Item::Catalog(path) => Some(path.into_token_stream()),
            // So that a string is the one mistake.
            Item::NoPath(_, text) => {
                Some(text?.parse_with(syn::Path::parse_mod_style).ok()?.into_token_stream())
            }
            _ => None,
        })
        .unwrap_or_else(|| quote!(::token_codes))
}
