//! What the generic params of a type must be, for its impls.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{GenericArgument, PathArguments, Type};

use super::check::{CheckedCase, Message, Source};
use crate::facts::ParamType;
use crate::input::Input;

/// What a type in the fields must be, for them to do their part.
pub(super) enum Bound<'a> {
    /// An error with a code, in a `transparent` field.
    Coded(&'a Type),
    /// What fills a placeholder, by this trait.
    Fills(&'a Type, &'static str),
    /// The source.
    Error(&'a Type),
}

/// What is asked of the types that name a generic param.
pub(super) fn bounds<'a>(input: &Input, cases: &[CheckedCase<'a>]) -> Vec<Bound<'a>> {
    let mut bounds = Vec::new();
    for case in cases {
        match &case.message {
            Message::Transparent(field) => bounds.push((&field.ty, Bound::Coded(&field.ty))),
            Message::Code { args, source, .. } => {
                bounds.extend(args.iter().filter_map(|(field, param)| {
                    let ty = if *param == ParamType::Any { &field.ty } else { pointee(&field.ty) };
                    Some((&field.ty, Bound::Fills(ty, param.fill()?)))
                }));
                bounds.extend(source.as_ref().map(Source::field).map(|field| {
                    let ty = pointee(inside(&field.ty, &["Option"]).unwrap_or(&field.ty));
                    (&field.ty, Bound::Error(ty))
                }));
            }
        }
    }
    let needs_bound = needs_bound(input);
    bounds.into_iter().filter(|(ty, _)| needs_bound(ty)).map(|(_, bound)| bound).collect()
}

/// Tells whether a field's type names a generic param of the type that is derived for.
///
/// If it names that type, too, as in `Box<Tree<T>>`, the impls themselves are what a bound would ask for, and the
/// compiler would go round in circles.
fn needs_bound(input: &Input) -> impl Fn(&Type) -> bool {
    let params: HashSet<_> =
        input.generics.type_params().map(|param| param.ident.unraw().to_string()).collect();
    let itself = HashSet::from([input.ident.unraw().to_string(), "Self".to_owned()]);
    move |ty| {
        let names = || ty.to_token_stream();
        !params.is_empty() && names_any(names(), &params) && !names_any(names(), &itself)
    }
}

/// Whether the last field of a struct may be one whose size is not known, such as `str`.
pub(super) fn may_be_unsized(input: &Input) -> bool {
    let [case] = &input.cases[..] else { return false };
    let Some(last) = case.fields.last().filter(|_| !input.is_enum) else { return false };
    match peeled(&last.ty) {
        Type::Slice(_) | Type::TraitObject(_) => true,
        Type::Path(path) if path.path.segments.last().is_some_and(|last| is_unsized_name(&last.ident)) => {
            true
        }
        ty => names_any(ty.to_token_stream(), &maybe_unsized_params(input)),
    }
}

fn is_unsized_name(ident: &syn::Ident) -> bool {
    ["str", "CStr", "OsStr", "Path"].iter().any(|name| ident == name)
}

/// The generic params with `?Sized`.
fn maybe_unsized_params(input: &Input) -> HashSet<String> {
    let is_maybe = |bound: &syn::TypeParamBound| matches!(bound, syn::TypeParamBound::Trait(bound) if bound.maybe.is_some());
    let inline = input.generics.type_params().filter(|param| param.bounds.iter().any(is_maybe));
    let inline = inline.map(|param| param.ident.unraw().to_string());
    let predicates = input.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let clauses = predicates.filter_map(|predicate| match predicate {
        syn::WherePredicate::Type(bound) if bound.bounds.iter().any(is_maybe) => {
            Some(bound.bounded_ty.to_token_stream().to_string())
        }
        _ => None,
    });
    inline.chain(clauses).collect()
}

/// Whether one of the names stands alone among the tokens, and not after `::`.
fn names_any(tokens: TokenStream, names: &HashSet<String>) -> bool {
    let mut after_path = false;
    tokens.into_iter().any(|token| {
        let after_path = std::mem::replace(
            &mut after_path,
            matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':'),
        );
        match token {
            TokenTree::Ident(ident) => !after_path && names.contains(&ident.unraw().to_string()),
            TokenTree::Group(group) => names_any(group.stream(), names),
            _ => false,
        }
    })
}

/// What a field points to, which is what is to fill a placeholder, or to be the source.
fn pointee(ty: &Type) -> &Type {
    let inner = match peeled(ty) {
        Type::Reference(reference) => Some(&*reference.elem),
        ty => inside(ty, &["Arc", "Box", "Rc"]),
    };
    inner.map_or(ty, pointee)
}

/// `T` of `Option<T>`, if that is one of the names.
fn inside<'a>(ty: &'a Type, names: &[&str]) -> Option<&'a Type> {
    let Type::Path(path) = peeled(ty) else { return None };
    let last = path.path.segments.last().filter(|last| names.iter().any(|name| last.ident == name))?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(ty) if arguments.args.len() == 1 => Some(ty),
        _ => None,
    }
}

/// A type without the parentheses, and the invisible ones that a macro's `$ty` stands in.
fn peeled(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            ty => return ty,
        };
    }
}
