//! What stands in `#[token(…)]`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitInt, LitStr, Path, Token};

/// One of the items, which are separated by commas.
pub(crate) enum Item {
    /// `catalog = path`
    Catalog(Path),
    /// `code = AnyCode`
    AnyCode(Ident),
    /// `catalog = …`, with something else: a string, or nothing.
    NoPath(Span, Option<LitStr>),
    /// A code, `transparent`, or, before a field, a param.
    Word(Ident),
    /// `my_codes::Code::SHOP001`, which is not how a code is named.
    Path(Path),
    /// `"XJ001.U"`: a code that is no identifier.
    Text(LitStr),
    /// `0`: the number of a placeholder, which is not how one is named.
    Number(LitInt),
    /// `key = value`, with another key.
    Unknown(Ident, TokenStream),
}

impl Item {
    pub(crate) fn span(&self) -> Span {
        match self {
            // A path of several tokens would be underlined at the first of them only.
            Self::Catalog(path) | Self::Path(path) => {
                path.segments.last().map_or_else(Span::call_site, |last| last.ident.span())
            }
            Self::NoPath(span, _) => *span,
            Self::AnyCode(ident) | Self::Word(ident) | Self::Unknown(ident, _) => ident.span(),
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
        if input.peek(Token![::]) || (input.peek(Ident::peek_any) && input.peek2(Token![::])) {
            return input.call(Path::parse_mod_style).map(Self::Path);
        }
        let word = input.call(Ident::parse_any)?;
        if !input.peek(Token![=]) {
            return Ok(if word == "catalog" { Self::NoPath(word.span(), None) } else { Self::Word(word) });
        }
        input.parse::<Token![=]>()?;
        if word == "catalog" {
            return Ok(catalog(&word, input));
        }
        let value = until_comma(input);
        let is_any_code = word == "code" && ends_with_any_code(&value);
        Ok(if is_any_code { Self::AnyCode(word) } else { Self::Unknown(word, value) })
    }
}

fn ends_with_any_code(value: &TokenStream) -> bool {
    let path = Path::parse_mod_style.parse2(value.clone()).ok();
    path.is_some_and(|path| path.segments.last().is_some_and(|last| last.ident == "AnyCode"))
}

/// What stands after `catalog =`.
fn catalog(key: &Ident, input: ParseStream<'_>) -> Item {
    let path = input.fork();
    if path.call(Path::parse_mod_style).is_ok() && (path.is_empty() || path.peek(Token![,])) {
        return input
            .call(Path::parse_mod_style)
            .map_or_else(|_| Item::NoPath(key.span(), None), Item::Catalog);
    }
    let value = until_comma(input);
    let span = value.clone().into_iter().next().map_or_else(|| key.span(), |token| token.span());
    Item::NoPath(span, syn::parse2(value).ok())
}

fn until_comma(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend(input.parse::<TokenTree>());
    }
    tokens
}

/// The items of an attribute; none for `#[token()]`.
pub(crate) fn items(attribute: &Attribute) -> syn::Result<Vec<Item>> {
    let items = attribute.parse_args_with(Punctuated::<Item, Token![,]>::parse_terminated)?;
    Ok(items.into_iter().collect())
}

/// A path or another value as the user writes it.
pub(crate) fn as_written(tokens: impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}
