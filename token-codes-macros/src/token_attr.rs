//! What stands in `#[token(…)]`.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitInt, LitStr, Path, Token};

/// One of the items, which are separated by commas.
pub(crate) enum Item {
    /// `catalog = path`
    Catalog(Path),
    /// `code = AnyCode`
    AnyCode(Ident),
    /// A code, `transparent`, or, before a field, a param.
    Word(Ident),
    /// `"XJ001.U"`: a code that is no identifier.
    Text(LitStr),
    /// `0`: the number of a placeholder, which is not how one is named.
    Number(LitInt),
    /// `key = …`, with another key.
    Unknown(Ident),
}

impl Item {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Catalog(path) => syn::spanned::Spanned::span(path),
            Self::AnyCode(ident) | Self::Word(ident) | Self::Unknown(ident) => ident.span(),
            Self::Text(text) => text.span(),
            Self::Number(number) => number.span(),
        }
    }
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Text);
        }
        if input.peek(LitInt) {
            return input.parse().map(Self::Number);
        }
        let word = input.call(Ident::parse_any)?;
        if !input.peek(Token![=]) {
            return Ok(Self::Word(word));
        }
        input.parse::<Token![=]>()?;
        if word == "catalog" {
            return input.call(Path::parse_mod_style).map(Self::Catalog);
        }
        let value = input.fork().call(Path::parse_mod_style);
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<proc_macro2::TokenTree>()?;
        }
        let is_any_code = word == "code" && value.is_ok_and(|path| ends_with_any_code(&path));
        Ok(if is_any_code { Self::AnyCode(word) } else { Self::Unknown(word) })
    }
}

fn ends_with_any_code(path: &Path) -> bool {
    path.segments.last().is_some_and(|last| last.ident == "AnyCode")
}

/// The items of an attribute; none for `#[token()]`.
pub(crate) fn items(attribute: &Attribute) -> syn::Result<Vec<Item>> {
    let items = attribute.parse_args_with(Punctuated::<Item, Token![,]>::parse_terminated)?;
    Ok(items.into_iter().collect())
}
