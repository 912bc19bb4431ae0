//! The path of the catalog in what the macros write.

use proc_macro2::{Span, TokenStream, TokenTree};

/// The path of a catalog, shown `at` a place.
///
/// A path that begins elsewhere would be shown there: that of `$crate` in the file of the catalog, which can have 40 MB
/// that rustc would read for it.
pub(crate) fn shown_at(at: Span, catalog: &TokenStream) -> TokenStream {
    let shown = |mut token: TokenTree| {
        // Wherever it is shown, `$crate` is the crate that it came from.
        let is_krate = matches!(&token, TokenTree::Ident(ident) if ident == "$crate");
        token.set_span(if is_krate { token.span().located_at(at) } else { at });
        token
    };
    catalog.clone().into_iter().map(shown).collect()
}
