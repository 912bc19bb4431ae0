//! `message!(CODE, param = value, …)`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{LitStr, Token};

use crate::bind::{Kind, Supply, bind, find_code};
use crate::errors::Errors;
use crate::facts::{Facts, ParamType};
use crate::input::{CodeName, NamedCatalog};
use crate::shown_at::shown_at;

/// An argument.
struct Argument {
    param: Ident,
    value: TokenStream,
}

/// The value of type `Message`.
pub(crate) fn expand(
    catalog: &TokenStream,
    facts: Facts<'_>,
    input: ParseStream<'_>,
) -> syn::Result<TokenStream> {
    let mut errors = Errors::default();
    let code = read_code(input, facts, &mut errors);
    let arguments = if code.is_some() { read_arguments(input, &mut errors) } else { Vec::new() };
    input.parse::<TokenStream>()?;
    let message = code.filter(|_| errors.is_empty()).and_then(|name| {
        let code = find_code(&name, facts, NamedCatalog::Yes, &mut errors)?;
        let supplies: Vec<_> = arguments.iter().map(supply).collect();
        let filled = bind(&code, &supplies, Kind::Argument, name.span(), &mut errors)?;
        let constant = match &name {
            CodeName::Ident(ident) => ident.clone(),
            CodeName::Text(text) => Ident::new(code.variant, text.span()),
        };
        let types: Vec<_> = code.params.iter().map(|param| param.ty).collect();
        Some(write(catalog, &constant, &arguments, &filled, &types))
    });
    Ok(message.unwrap_or_else(|| {
        let errors = errors.into_tokens();
        // A value of the right type, so that each mistake is one error.
        quote!({ #errors #catalog::__private::Message::new(#catalog::Code::all()[0], ()) })
    }))
}

fn read_code(input: ParseStream<'_>, facts: Facts<'_>, errors: &mut Errors) -> Option<CodeName> {
    if input.peek(LitStr) {
        return input.parse().map(CodeName::Text).ok();
    }
    let is_code = input.peek(syn::Ident::peek_any) && !input.peek2(Token![=]);
    if is_code {
        return input.call(Ident::parse_any).map(CodeName::Ident).ok();
    }
    let example = facts.first().unwrap_or("CODE");
    let help = format!("write the code first, and then its arguments: `message!({example}, param = value)`");
    errors.add(input.span(), "no code", help);
    None
}

fn read_arguments(input: ParseStream<'_>, errors: &mut Errors) -> Vec<Argument> {
    let mut arguments = Vec::new();
    while !input.is_empty() {
        if input.parse::<Token![,]>().is_err() {
            errors.add(input.span(), "expected a comma", "write `message!(CODE, param = value, …)`");
            return arguments;
        }
        if input.is_empty() {
            break;
        }
        match read_argument(input) {
            Ok(argument) => arguments.push(argument),
            Err(error) => {
                errors.add(error.span(), "an argument without a name", "write `param = value`");
                until_comma(input);
            }
        }
    }
    arguments
}

fn read_argument(input: ParseStream<'_>) -> syn::Result<Argument> {
    let param = input.call(Ident::parse_any)?;
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(Argument { value: quote!(#param), param });
    }
    input.parse::<Token![=]>()?;
    Ok(Argument { param, value: until_comma(input) })
}

/// The tokens up to the next comma. An expression that the compiler has parsed is a single one.
fn until_comma(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend(input.parse::<TokenTree>());
    }
    tokens
}

fn supply(argument: &Argument) -> Supply {
    let name = argument.param.unraw().to_string();
    let span = argument.param.span();
    Supply { name: None, params: vec![(name, span)], has_mistake: false, span, is_candidate: false }
}

/// The arguments are evaluated in the order in which they are written, and then put in that of the params.
fn write(
    catalog: &TokenStream,
    code: &Ident,
    arguments: &[Argument],
    filled: &[usize],
    types: &[ParamType],
) -> TokenStream {
    let binding = |index: usize| format_ident!("__argument{index}", span = Span::mixed_site());
    let written = arguments.iter().map(|argument| &argument.value);
    let bindings = (0..arguments.len()).map(binding);
    let list = filled.iter().zip(types).rfold(quote!(()), |rest, (&index, ty)| {
        // An argument of the wrong type is reported at the argument.
        let at = place(&arguments[index].value);
        let [role, find] = [ty.role(), ty.find()].map(|name| Ident::new(name, at));
        let (krate, binding) = (shown_at(at, catalog), binding(index));
        let find = quote_spanned!(at=> { #krate::__private::Field::#role(&#binding) }.#find());
        quote!((#catalog::__private::Argument::new(#find, #binding), #rest))
    });
    let args = match filled.len() {
        0 => quote!(()),
        count => quote!(#catalog::__private::Arguments::<_, #count>::new(#list)),
    };
    quote! {
        match (#(#written,)*) {
            (#(#bindings,)*) => #catalog::__private::Message::new(#catalog::Code::#code, #args),
        }
    }
}

/// Where an expression is shown: at its first token, for which one looks in the group that the compiler makes of it.
fn place(value: &TokenStream) -> Span {
    match value.clone().into_iter().next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => place(&group.stream()),
        Some(token) => token.span(),
        None => Span::call_site(),
    }
}
