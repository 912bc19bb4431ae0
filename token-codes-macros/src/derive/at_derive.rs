//! Where the tokens stand that the derive writes: at the derive, as those of std's derives do.
//!
//! What rustc says of code then goes by that. A deprecated variant is silent in its own impls, and so are the lints that
//! are for code that a person has written; a name from a macro still means what it meant there.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// The user's tokens, such as a name or a type, as a part of what the derive writes.
///
/// They keep their place in the file, so that an error is shown there.
pub(super) fn at_derive(tokens: impl ToTokens, derive: Span) -> TokenStream {
    let moved = |token: TokenTree| match token {
        // It is the crate that its place belongs to.
        TokenTree::Ident(ident) if ident == "$crate" => ident.into(),
        TokenTree::Group(group) => {
            let mut moved = Group::new(group.delimiter(), at_derive(group.stream(), derive));
            moved.set_span(group.span().resolved_at(derive));
            moved.into()
        }
        mut token => {
            token.set_span(token.span().resolved_at(derive));
            token
        }
    };
    tokens.into_token_stream().into_iter().map(moved).collect()
}
