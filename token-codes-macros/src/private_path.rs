//! What the expansions call in the runtime crate.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

/// The path of what the catalog's crate has for macros, shown `at` a place.
///
/// Wherever it is shown, `$crate` is the crate that it came from.
pub(crate) fn private(catalog: &Ident, at: Span) -> TokenStream {
    let mut catalog = catalog.clone();
    catalog.set_span(catalog.span().located_at(at));
    quote_spanned!(at=> #catalog::__private)
}
