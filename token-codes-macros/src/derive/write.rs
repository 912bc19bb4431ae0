//! The impls of a type without mistakes, and the bare ones beside mistakes.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{GenericArgument, PathArguments, Type, parse_quote};

use super::check::{CheckedCase, Message};
use crate::facts::ParamType;
use crate::input::{Case, CaseField, Input};

/// The impls.
pub(super) fn impls(catalog: &Ident, input: &Input, cases: &[CheckedCase<'_>]) -> TokenStream {
    let writer = Writer { catalog, input, private: quote!(#catalog::__private) };
    let bounds = writer.bounds(cases);
    let token_code = writer.token_code(&bounds, cases);
    let display = writer.display(&bounds, cases);
    let error = writer.error(&bounds, cases);
    let from = cases.iter().filter_map(|case| Some(writer.from(case.case, case.from?)));
    quote!(#token_code #display #error #(#from)*)
}

/// Impls that are never run, since there are mistakes.
pub(super) fn bare_impls(catalog: &Ident, input: &Input) -> TokenStream {
    let writer = Writer { catalog, input, private: quote!(#catalog::__private) };
    let bounds = writer.self_bound();
    let never = quote!(::core::unreachable!());
    let from = input.cases.iter().filter_map(|case| match &case.fields[..] {
        [field] if field.from.is_some() => Some(writer.from(case, field)),
        _ => None,
    });
    let token_code = writer.token_code_impl(&bounds, &never, &never);
    let display = writer.display_impl(&bounds, &never);
    let error = writer.error_impl(&bounds, &TokenStream::new());
    quote!(#token_code #display #error #(#from)*)
}

struct Writer<'a> {
    /// `$crate` of the catalog's crate.
    catalog: &'a Ident,
    input: &'a Input,
    private: TokenStream,
}

impl Writer<'_> {
    fn token_code(&self, bounds: &[TokenStream], cases: &[CheckedCase<'_>]) -> TokenStream {
        let (catalog, private) = (self.catalog, &self.private);
        let code = self.match_self(cases.iter().map(|case| match &case.message {
            Message::Code { code, .. } => {
                let pattern = self.pattern(case.case, []);
                quote!(#pattern => #catalog::Code::#code)
            }
            Message::Transparent(field) => {
                let (pattern, field) = (self.pattern(case.case, [*field]), binding(field));
                quote!(#pattern => #private::code_of::<#catalog::Code>(#field))
            }
        }));
        self.token_code_impl(bounds, &code, &self.with_values(cases))
    }

    fn with_values(&self, cases: &[CheckedCase<'_>]) -> TokenStream {
        let private = &self.private;
        self.match_self(cases.iter().map(|CheckedCase { case, message, .. }| match message {
            Message::Code { args, .. } => {
                let shown = case
                    .fields
                    .iter()
                    .filter(|field| args.iter().any(|(arg, _)| core::ptr::eq(*arg, *field)));
                let pattern = self.pattern(case, shown);
                let values = args.iter().map(|(field, ty)| self.value(field, *ty));
                quote!(#pattern => __with(&[#(#values),*]))
            }
            Message::Transparent(field) => {
                let (pattern, field) = (self.pattern(case, [*field]), binding(field));
                quote!(#pattern => #private::TokenCodeTrait::with_values(#field, __with))
            }
        }))
    }

    /// The value of a field for a param of this type. A field of the wrong type is reported at the field.
    fn value(&self, field: &CaseField, ty: ParamType) -> TokenStream {
        let ((fill, method), private, field) = (fill(ty), &self.private, binding(field));
        quote!(#private::#fill::#method(#field))
    }

    fn display(&self, bounds: &[TokenStream], cases: &[CheckedCase<'_>]) -> TokenStream {
        let private = &self.private;
        let mut arms: Vec<_> = cases
            .iter()
            .filter_map(|case| match &case.message {
                Message::Transparent(field) => {
                    let (pattern, field) = (self.pattern(case.case, [*field]), binding(field));
                    Some(quote!(#pattern => ::core::fmt::Display::fmt(#field, __f)))
                }
                Message::Code { .. } => None,
            })
            .collect();
        let fmt = quote!(#private::fmt_in_source_locale(self, __f));
        if arms.is_empty() && !cases.is_empty() {
            return self.display_impl(bounds, &fmt);
        }
        if arms.len() < cases.len() {
            arms.push(quote!(_ => #fmt));
        }
        self.display_impl(bounds, &self.match_self(arms.into_iter()))
    }

    fn error(&self, bounds: &[TokenStream], cases: &[CheckedCase<'_>]) -> TokenStream {
        let mut arms: Vec<_> = cases
            .iter()
            .filter_map(|case| match &case.message {
                Message::Transparent(field) => {
                    let (pattern, field) = (self.pattern(case.case, [*field]), binding(field));
                    Some(quote!(#pattern => ::core::error::Error::source(#field)))
                }
                Message::Code { source, .. } => {
                    let field = (*source)?;
                    let pattern = self.pattern(case.case, [field]);
                    let source = source_of(field);
                    Some(quote!(#pattern => #source))
                }
            })
            .collect();
        if arms.is_empty() {
            return self.error_impl(bounds, &TokenStream::new());
        }
        if arms.len() < cases.len() {
            arms.push(quote!(_ => ::core::option::Option::None));
        }
        let private = &self.private;
        let body = self.match_self(arms.into_iter());
        let source = quote! {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                #[allow(unused_imports)]
                use #private::AsError as _;
                #body
            }
        };
        self.error_impl(bounds, &source)
    }

    fn from(&self, case: &Case, field: &CaseField) -> TokenStream {
        let CaseField { ty, member, .. } = field;
        let variant = self.input.is_enum.then_some(&case.ident).into_iter();
        let body = quote!(Self #(::#variant)* { #member: __value });
        self.impl_of(
            &quote!(::core::convert::From<#ty>),
            &[],
            &quote! {
                fn from(__value: #ty) -> Self {
                    #body
                }
            },
        )
    }

    /// `#[inline]` what only those call who know the type: a library's types then cost nothing where nobody does.
    fn token_code_impl(
        &self,
        bounds: &[TokenStream],
        code: &TokenStream,
        with_values: &TokenStream,
    ) -> TokenStream {
        let (catalog, private) = (self.catalog, &self.private);
        self.impl_of(&quote!(#private::TokenCodeTrait), bounds, &quote! {
            type Code = #catalog::Code;

            #[inline]
            fn code(&self) -> Self::Code {
                #code
            }

            #[inline]
            fn any_code(&self) -> #private::AnyCode {
                ::core::convert::Into::into(#private::TokenCodeTrait::code(self))
            }

            #[allow(unused_variables)]
            fn with_values<'__a>(&'__a self, __with: #private::WithValues<'_, '__a>) -> ::core::fmt::Result {
                #with_values
            }

            #[inline]
            fn as_dyn(&self) -> &dyn #private::TokenCodeTrait {
                self
            }
        })
    }

    fn display_impl(&self, bounds: &[TokenStream], body: &TokenStream) -> TokenStream {
        self.impl_of(
            &quote!(::core::fmt::Display),
            bounds,
            &quote! {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #body
                }
            },
        )
    }

    fn error_impl(&self, bounds: &[TokenStream], source: &TokenStream) -> TokenStream {
        self.impl_of(&quote!(::core::error::Error), bounds, source)
    }

    fn impl_of(&self, of: &TokenStream, bounds: &[TokenStream], items: &TokenStream) -> TokenStream {
        let ident = &self.input.ident;
        let mut generics = self.input.generics.clone();
        if !bounds.is_empty() {
            generics
                .make_where_clause()
                .predicates
                .extend(bounds.iter().map(|bound| -> syn::WherePredicate { parse_quote!(#bound) }));
        }
        let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #impl_generics #of for #ident #ty_generics #where_clause {
                #items
            }
        }
    }

    /// `match self { … }`, also for an enum that has no variants.
    fn match_self(&self, arms: impl Iterator<Item = TokenStream>) -> TokenStream {
        if self.input.cases.is_empty() {
            return quote!(match *self {});
        }
        quote!(match self { #(#arms,)* })
    }

    /// The pattern of a struct or variant, that takes these fields.
    fn pattern<'f>(&self, case: &Case, fields: impl IntoIterator<Item = &'f CaseField>) -> TokenStream {
        let variant = self.input.is_enum.then_some(&case.ident).into_iter();
        let fields = fields.into_iter().map(|field| {
            let (member, binding) = (&field.member, binding(field));
            quote!(#member: #binding,)
        });
        // Where `..` stands, rustc reads the file, which is to be the user's: that of the catalog can have 40 MB.
        let rest = quote_spanned!(case.ident.span()=> ..);
        quote!(Self #(::#variant)* { #(#fields)* #rest })
    }

    /// What the type's own generic params must be, for the fields to do their part.
    fn bounds(&self, cases: &[CheckedCase<'_>]) -> Vec<TokenStream> {
        let private = &self.private;
        let mut bounds = self.self_bound();
        let catalog = self.catalog;
        for case in cases {
            match &case.message {
                Message::Transparent(field) if self.is_generic(&field.ty) => {
                    let ty = &field.ty;
                    bounds.push(quote!(#ty: #private::TokenCodeTrait<Code = #catalog::Code>));
                }
                Message::Transparent(_) => {}
                Message::Code { args, source, .. } => {
                    for (CaseField { ty, .. }, param) in
                        args.iter().filter(|(field, _)| self.is_generic(&field.ty))
                    {
                        let (fill, _) = fill(*param);
                        bounds.push(quote!(#ty: #private::#fill));
                    }
                    if let Some(field) = source.filter(|field| self.is_generic(&field.ty)) {
                        let ty = inside_option(&field.ty).unwrap_or(&field.ty);
                        bounds.push(quote!(#ty: ::core::error::Error + 'static));
                    }
                }
            }
        }
        bounds
    }

    /// `Error` takes `Debug`, which a generic type has only if its params have it.
    fn self_bound(&self) -> Vec<TokenStream> {
        let is_generic = self.input.generics.type_params().next().is_some();
        is_generic.then(|| quote!(Self: ::core::fmt::Debug)).into_iter().collect()
    }

    /// Whether a type names a generic param of the type that is derived for.
    fn is_generic(&self, ty: &Type) -> bool {
        let params: HashSet<_> =
            self.input.generics.type_params().map(|param| param.ident.to_string()).collect();
        !params.is_empty() && names_any(ty.to_token_stream(), &params)
    }
}

fn names_any(tokens: TokenStream, names: &HashSet<String>) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.contains(&ident.to_string()),
        TokenTree::Group(group) => names_any(group.stream(), names),
        _ => false,
    })
}

/// The name that a pattern takes a field as. Its place is the field's, so that what the compiler has to say of its
/// type is shown there.
fn binding(field: &CaseField) -> Ident {
    let name = match &field.member {
        syn::Member::Named(ident) => ident.unraw().to_string(),
        syn::Member::Unnamed(index) => index.index.to_string(),
    };
    Ident::new(&format!("__field_{name}"), field.span())
}

/// The trait and the method that make a value of a field for a param of this type.
fn fill(ty: ParamType) -> (Ident, Ident) {
    let name = |text| Ident::new(text, proc_macro2::Span::call_site());
    match ty {
        ParamType::Text => (name("FillText"), name("text")),
        ParamType::Integer => (name("FillInteger"), name("integer")),
        ParamType::Any => (name("FillAny"), name("any")),
    }
}

/// The cause in a field, which may be optional.
fn source_of(field: &CaseField) -> TokenStream {
    let binding = binding(field);
    let as_error = quote_spanned!(field.ty.span()=> as_error);
    if inside_option(&field.ty).is_none() {
        return quote!(::core::option::Option::Some(#binding.#as_error()));
    }
    quote! {
        match #binding {
            ::core::option::Option::Some(#binding) => ::core::option::Option::Some(#binding.#as_error()),
            ::core::option::Option::None => ::core::option::Option::None,
        }
    }
}

/// `T` of `Option<T>`.
fn inside_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(ty) if arguments.args.len() == 1 => Some(ty),
        _ => None,
    }
}
