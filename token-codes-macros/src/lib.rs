//! The macros of token-codes. Use them through that crate, which documents them.
//!
//! They know no catalog and read no file. `#[derive(TokenCode)]` hands the type to the `__facts!` macro of the
//! catalog's crate, and that hands it on, together with what is known of the codes, to `expand!`.
//! From there: `input` reads the type, `bind` matches its fields with the placeholders, `derive` writes the impls.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod bind;
mod catalog_path;
mod derive;
mod errors;
mod facts;
mod input;
mod message;
mod shown_at;
mod token_attr;

use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser as _};

use crate::facts::Facts;

/// Implements `TokenCode`, `Display`, `Error` and, for `#[from]` fields, `From`. Documented in `token-codes`.
#[proc_macro_derive(TokenCode, attributes(token, source, from))]
pub fn derive_token_code(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = TokenStream::from(input);
    let catalog = catalog_path::find(&input);
    quote!(#catalog::__facts! { [#catalog] derive #input }).into()
}

/// The second half of the derive and of `message!`: called by the macros that the catalog's build generates, with the
/// path of the catalog, the facts, and what is to be expanded.
#[proc_macro]
pub fn expand(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let expanded = |input: ParseStream<'_>| {
        let catalog = read_catalog(input)?;
        let literal: Literal = input.parse()?;
        let text = literal.to_string();
        let facts = Facts::new(&text, literal.span())?;
        let macro_name: Ident = input.parse()?;
        match &*macro_name.to_string() {
            "derive" => derive::expand(&catalog, macro_name.span(), facts, input),
            _ => message::expand(&catalog, facts, input),
        }
    };
    expanded.parse2(input.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// The path of the catalog, in brackets.
fn read_catalog(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    Ok(match input.parse()? {
        TokenTree::Group(path) => path.stream(),
        // That of a catalog in an older format, which is refused next.
        krate => krate.into(),
    })
}

/// The second half of the derive where token-codes is built without a catalog, and the type names no other.
#[proc_macro]
pub fn expand_without_catalog(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let expanded = |input: ParseStream<'_>| {
        let token_codes = read_catalog(input)?;
        let macro_name: Ident = input.parse()?;
        derive::expand_without_catalog(&token_codes, macro_name.span(), input)
    };
    expanded.parse2(input.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}
