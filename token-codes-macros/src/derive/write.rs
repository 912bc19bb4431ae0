//! The impls of a type without mistakes, and the bare ones beside mistakes.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{WherePredicate, parse_quote};

use super::at_derive::at_derive;
use super::bounds::{Bound, bounds, may_be_unsized};
use super::check::{CheckedCase, Message, Source};
use crate::facts::ParamType;
use crate::input::{Case, CaseField, Input};
use crate::shown_at::shown_at;

/// How many values are held without an allocation: `FEW` in the runtime crate.
const FEW: usize = 8;

/// The impls.
pub(super) fn impls(
    catalog: &TokenStream,
    at: Span,
    input: &Input,
    cases: &[CheckedCase<'_>],
) -> TokenStream {
    let writer = Writer::new(catalog, at, input);
    let bounds = writer.bounds(&bounds(input, cases));
    let token_code = writer.token_code(&bounds, cases);
    let display = writer.display(&bounds, cases);
    let error = writer.error(&bounds, cases);
    let from = cases.iter().filter_map(|case| Some(writer.from(case.case, case.from?)));
    quote!(#token_code #display #error #(#from)*)
}

/// Impls that are never run, since there are mistakes.
///
/// `code` stands in for the catalog's enum if there is no catalog.
pub(super) fn bare_impls(
    catalog: &TokenStream,
    code: Option<TokenStream>,
    at: Span,
    input: &Input,
) -> TokenStream {
    let mut writer = Writer::new(catalog, at, input);
    writer.code = code.unwrap_or(writer.code);
    let bounds: Vec<_> = writer.self_bound().into_iter().collect();
    let never = quote_spanned!(at=> ::core::unreachable!());
    let from = input.cases.iter().filter_map(|case| match &case.fields[..] {
        [field] if field.from.is_some() => Some(writer.from(case, field)),
        _ => None,
    });
    let token_code = writer.token_code_impl(&bounds, &never, &never, &never, None);
    let display = writer.display_impl(&bounds, &never);
    let error = writer.error_impl(&bounds, &TokenStream::new());
    quote!(#token_code #display #error #(#from)*)
}

struct Writer<'a> {
    /// The path of the catalog.
    catalog: &'a TokenStream,
    /// Where the derive stands.
    at: Span,
    input: &'a Input,
    private: TokenStream,
    /// The catalog's enum.
    code: TokenStream,
    may_be_unsized: bool,
}

impl<'a> Writer<'a> {
    fn new(catalog: &'a TokenStream, at: Span, input: &'a Input) -> Self {
        let krate = shown_at(at, catalog);
        let (private, code) = (quote_spanned!(at=> #krate::__private), quote_spanned!(at=> #krate::Code));
        Self { catalog, at, input, private, code, may_be_unsized: may_be_unsized(input) }
    }

    /// What the type's own generic params must be.
    fn bounds(&self, bounds: &[Bound<'_>]) -> Vec<TokenStream> {
        let (at, private) = (self.at, &self.private);
        let written = bounds.iter().map(|bound| match bound {
            Bound::Coded(ty) => {
                let (ty, code) = (at_derive(ty, at), self.code_type());
                let code = (!self.input.any_code).then(|| quote_spanned!(at=> <Code = #code>));
                quote_spanned!(at=> #ty: #private::TokenCodeTrait #code)
            }
            Bound::Fills(ty, fill) => {
                let (ty, fill) = (at_derive(ty, at), Ident::new(fill, at));
                quote_spanned!(at=> #ty: #private::#fill)
            }
            Bound::Error(ty) => {
                let ty = at_derive(ty, at);
                quote_spanned!(at=> #ty: ::core::error::Error + 'static)
            }
        });
        self.self_bound().into_iter().chain(written).collect()
    }

    /// `Error` takes `Debug`, which a generic type has only if its params have it.
    fn self_bound(&self) -> Option<TokenStream> {
        let is_generic = self.input.generics.type_params().next().is_some();
        is_generic.then(|| quote_spanned!(self.at=> Self: ::core::fmt::Debug))
    }

    fn token_code(&self, bounds: &[TokenStream], cases: &[CheckedCase<'_>]) -> TokenStream {
        let (at, private) = (self.at, &self.private);
        let any_code = quote_spanned! {at=>
            ::core::convert::Into::into(#private::TokenCodeTrait::code(self))
        };
        let with_values = self.with_values(cases);
        self.token_code_impl(
            bounds,
            &self.codes(cases),
            &any_code,
            &with_values,
            self.coded_source(cases).as_ref(),
        )
    }

    fn codes(&self, cases: &[CheckedCase<'_>]) -> TokenStream {
        let (at, private, code_type) = (self.at, &self.private, &self.code);
        self.match_self(cases.iter().map(|case| match &case.message {
            Message::Code { code, .. } => {
                let pattern = self.pattern(case.case, []);
                let code = at_derive(code, at);
                let code = quote_spanned!(at=> #code_type::#code);
                if self.input.any_code {
                    let any_code = quote_spanned!(at=> <#private::AnyCode as ::core::convert::From<_>>);
                    return quote_spanned!(at=> #pattern => #any_code::from(#code));
                }
                quote_spanned!(at=> #pattern => #code)
            }
            Message::Transparent(field) => {
                let (pattern, error) = (self.pattern(case.case, [*field]), self.error_in(field));
                if self.input.any_code {
                    return quote_spanned!(at=> #pattern => #private::TokenCodeTrait::any_code(#error));
                }
                quote_spanned!(at=> #pattern => #private::code_of::<#code_type>(#error))
            }
        }))
    }

    fn with_values(&self, cases: &[CheckedCase<'_>]) -> TokenStream {
        let (at, private) = (self.at, &self.private);
        self.match_self(cases.iter().map(|CheckedCase { case, message, .. }| match message {
            Message::Code { args, .. } => {
                let shown = case
                    .fields
                    .iter()
                    .filter(|field| args.iter().any(|(arg, _)| core::ptr::eq(*arg, *field)));
                let pattern = self.pattern(case, shown);
                let values = args.iter().map(|(field, ty)| self.value(field, *ty));
                let (with, count) = (quote_spanned!(at=> __with(&[#(#values),*])), args.len());
                if count <= FEW {
                    return quote_spanned!(at=> #pattern => #with);
                }
                quote_spanned!(at=> #pattern => { const { #private::check_count(#count) }; #with })
            }
            Message::Transparent(field) => {
                let (pattern, error) = (self.pattern(case, [*field]), self.error_in(field));
                quote_spanned!(at=> #pattern => #private::TokenCodeTrait::with_values(#error, __with))
            }
        }))
    }

    /// The error in a `transparent` field: as a trait object, if it can be of any catalog.
    fn error_in(&self, field: &CaseField) -> TokenStream {
        let (at, binding) = (field.span(), binding(field));
        let krate = shown_at(at, self.catalog);
        let find =
            if self.input.any_code { quote_spanned!(at=> __object) } else { quote_spanned!(at=> __error) };
        quote_spanned!(at=> { #krate::__private::Field::transparent(#binding) }.#find()(#binding))
    }

    /// What `code()` gives.
    fn code_type(&self) -> TokenStream {
        let private = &self.private;
        if self.input.any_code { quote_spanned!(self.at=> #private::AnyCode) } else { self.code.clone() }
    }

    /// The value of a field for a param of this type. A field of the wrong type is reported at the field.
    fn value(&self, field: &CaseField, ty: ParamType) -> TokenStream {
        let (at, binding) = (field.span(), binding(field));
        let krate = shown_at(at, self.catalog);
        if ty == ParamType::Any {
            return quote_spanned!(at=> #krate::__private::FillAny::any(#binding));
        }
        let [role, find] = [ty.role(), ty.find()].map(|name| Ident::new(name, at));
        quote_spanned!(at=> { #krate::__private::Field::#role(#binding) }.#find()(#binding))
    }

    fn display(&self, bounds: &[TokenStream], cases: &[CheckedCase<'_>]) -> TokenStream {
        let (at, private) = (self.at, &self.private);
        let mut arms: Vec<_> = cases
            .iter()
            .filter_map(|case| match &case.message {
                Message::Transparent(field) => {
                    let (pattern, field) = (self.pattern(case.case, [*field]), binding(field));
                    Some(quote_spanned!(at=> #pattern => ::core::fmt::Display::fmt(#field, __f)))
                }
                Message::Code { .. } => None,
            })
            .collect();
        let fmt = quote_spanned!(at=> #private::fmt_in_source_locale(self, __f));
        if arms.is_empty() && !cases.is_empty() {
            return self
                .display_impl(bounds, &if self.may_be_unsized { self.fmt_unsized(cases) } else { fmt });
        }
        if arms.len() < cases.len() {
            arms.push(quote_spanned!(at=> _ => #fmt));
        }
        self.display_impl(bounds, &self.match_self(arms.into_iter()))
    }

    /// `fmt` for a type that has no `TokenCode` if it is unsized.
    fn fmt_unsized(&self, cases: &[CheckedCase<'_>]) -> TokenStream {
        let (private, code, with_values) = (&self.private, self.codes(cases), self.with_values(cases));
        quote_spanned! {self.at=>
            let __with = &mut #private::in_source_locale(#code, __f);
            #with_values
        }
    }

    fn error(&self, bounds: &[TokenStream], cases: &[CheckedCase<'_>]) -> TokenStream {
        let at = self.at;
        let source =
            self.match_sources(cases, "__source", &quote_spanned!(at=> ::core::error::Error::source));
        let source = source.map(|body| {
            quote_spanned! {at=>
                fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                    #body
                }
            }
        });
        self.error_impl(bounds, &source.unwrap_or_default())
    }

    /// `coded_source`, if there is a source.
    fn coded_source(&self, cases: &[CheckedCase<'_>]) -> Option<TokenStream> {
        let (at, private) = (self.at, &self.private);
        let of_error = quote_spanned!(at=> #private::TokenCodeTrait::coded_source);
        let body = self.match_sources(cases, "__coded", &of_error)?;
        Some(quote_spanned! {at=>
            fn coded_source(&self) -> ::core::option::Option<&dyn #private::TokenCodeTrait> {
                #body
            }
        })
    }

    /// What gives the source in each case, by the method `find` of its field, or `of_error` of a `transparent` one;
    /// `None` if no case has one.
    fn match_sources(
        &self,
        cases: &[CheckedCase<'_>],
        find: &str,
        of_error: &TokenStream,
    ) -> Option<TokenStream> {
        let at = self.at;
        let arms = cases.iter().filter_map(|case| match &case.message {
            Message::Transparent(field) => {
                let (pattern, error) = (self.pattern(case.case, [*field]), self.error_in(field));
                Some(quote_spanned!(at=> #pattern => #of_error(#error)))
            }
            Message::Code { source, .. } => {
                let source = source.as_ref()?;
                let pattern = self.pattern(case.case, [source.field()]);
                let source = self.source(source, find);
                Some(quote_spanned!(at=> #pattern => #source))
            }
        });
        let mut arms: Vec<_> = arms.collect();
        if arms.is_empty() {
            return None;
        }
        if arms.len() < cases.len() {
            arms.push(quote_spanned!(at=> _ => ::core::option::Option::None));
        }
        Some(self.match_self(arms.into_iter()))
    }

    /// The cause in a field, which may be optional, by this method of `Field`. A field that is no error is reported at the
    /// field.
    fn source(&self, source: &Source<'_>, find: &str) -> TokenStream {
        let field = source.field();
        let (at, binding) = (field.span(), binding(field));
        let krate = shown_at(at, self.catalog);
        let find = Ident::new(find, at);
        let make = match source {
            Source::Marked(_) => quote_spanned!(at=> marked_source),
            Source::Named(_) => quote_spanned!(at=> named_source),
        };
        quote_spanned!(at=> { #krate::__private::Field::#make(#binding) }.#find()(#binding))
    }

    fn from(&self, case: &Case, field: &CaseField) -> TokenStream {
        let at = self.at;
        let variant = self.variant(case);
        let (ty, member) = (at_derive(&field.ty, at), at_derive(&field.member, at));
        self.impl_of(
            &quote_spanned!(at=> ::core::convert::From<#ty>),
            &[],
            &quote_spanned! {at=>
                fn from(__value: #ty) -> Self {
                    Self #variant { #member: __value }
                }
            },
        )
    }

    /// `#[inline]` what only those call who know the type: a library's types then cost nothing where nobody does.
    fn token_code_impl(
        &self,
        bounds: &[TokenStream],
        code: &TokenStream,
        any_code: &TokenStream,
        with_values: &TokenStream,
        coded_source: Option<&TokenStream>,
    ) -> TokenStream {
        let (at, private, code_type) = (self.at, &self.private, self.code_type());
        // No impl for what is unsized, which can be no trait object. The lifetime keeps rustc from asking at once.
        let sized =
            self.may_be_unsized.then(|| quote_spanned!(at=> for<'__a> Self: #private::SizedFor<'__a>));
        let bounds: Vec<_> = bounds.iter().cloned().chain(sized).collect();
        self.impl_of(&quote_spanned!(at=> #private::TokenCodeTrait), &bounds, &quote_spanned! {at=>
            type Code = #code_type;

            #[inline]
            fn code(&self) -> #code_type {
                #code
            }

            #[inline]
            fn any_code(&self) -> #private::AnyCode {
                #any_code
            }

            fn with_values<'__a>(&'__a self, __with: #private::WithValues<'_, '__a>) -> ::core::fmt::Result {
                #with_values
            }

            #[inline]
            fn as_dyn(&self) -> &dyn #private::TokenCodeTrait {
                self
            }

            #coded_source
        })
    }

    fn display_impl(&self, bounds: &[TokenStream], body: &TokenStream) -> TokenStream {
        self.impl_of(
            &quote_spanned!(self.at=> ::core::fmt::Display),
            bounds,
            &quote_spanned! {self.at=>
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #body
                }
            },
        )
    }

    fn error_impl(&self, bounds: &[TokenStream], source: &TokenStream) -> TokenStream {
        self.impl_of(&quote_spanned!(self.at=> ::core::error::Error), bounds, source)
    }

    fn impl_of(&self, of: &TokenStream, bounds: &[TokenStream], items: &TokenStream) -> TokenStream {
        let at = self.at;
        let ident = at_derive(&self.input.ident, at);
        let mut generics = self.input.generics.clone();
        if !bounds.is_empty() {
            let bounds = bounds.iter().map(|bound| -> WherePredicate { parse_quote!(#bound) });
            generics.make_where_clause().predicates.extend(bounds);
        }
        let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
        let (impl_generics, ty_generics) = (at_derive(impl_generics, at), at_derive(ty_generics, at));
        let where_clause = at_derive(where_clause, at);
        quote_spanned! {at=>
            #[automatically_derived]
            impl #impl_generics #of for #ident #ty_generics #where_clause {
                #items
            }
        }
    }

    /// `match self { … }`, also for an enum that has no variants.
    fn match_self(&self, arms: impl Iterator<Item = TokenStream>) -> TokenStream {
        if self.input.cases.is_empty() {
            return quote_spanned!(self.at=> match *self {});
        }
        quote_spanned!(self.at=> match self { #(#arms,)* })
    }

    /// The pattern of a struct or variant, that takes these fields.
    fn pattern<'f>(&self, case: &Case, fields: impl IntoIterator<Item = &'f CaseField>) -> TokenStream {
        let at = self.at;
        let variant = self.variant(case);
        let fields = fields.into_iter().map(|field| {
            let (member, binding) = (at_derive(&field.member, at), binding(field));
            quote_spanned!(at=> #member: #binding,)
        });
        quote_spanned!(at=> Self #variant { #(#fields)* .. })
    }

    /// `::Variant`, or nothing for a struct.
    fn variant(&self, case: &Case) -> TokenStream {
        if !self.input.is_enum {
            return TokenStream::new();
        }
        let ident = at_derive(&case.ident, self.at);
        quote_spanned!(self.at=> ::#ident)
    }
}

/// The name that a pattern takes a field as. Its place is the field's, so that what the compiler has to say of its
/// type is shown there; it has the field's number and not its name, which may be one that a lint dislikes.
fn binding(field: &CaseField) -> Ident {
    Ident::new(&format!("__field{}", field.index), field.span())
}
