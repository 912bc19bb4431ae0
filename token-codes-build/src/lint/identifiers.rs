//! Names, and the Rust identifiers of codes and columns, which must be different.

use std::{collections::HashMap, ops::Range};

use super::Lint;
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    identifier,
    model::Entry,
    reports::part,
    yaml::Scalar,
};

/// Reports a code whose constant is named like the accessor of a column.
pub(super) fn columns(lint: &mut Lint<'_, '_, '_>) {
    let columns: HashMap<&str, &Scalar> =
        lint.model.columns.list.iter().map(|column| (&*column.key.text, column.key)).collect();
    if columns.is_empty() {
        return;
    }
    for entry in &lint.model.entries {
        let Some(column) = columns.get(&*identifier::constant(&entry.code.text)) else { continue };
        let there = lint.context.line(&column.span, &entry.code.span);
        let message = format!(
            "`{}` becomes the Rust identifier `{}`, as the column on {there} does",
            entry.code.text.escape_debug(),
            column.text
        );
        let diagnostic = Diagnostic::new(Kind::CollidingIdentifier, entry.code.span.clone(), message)
            .help("give the column another name")
            .label(column.span.clone(), "the column");
        lint.report(diagnostic);
    }
}

/// Reports names that belong to two codes, and identifiers that would: at most once a code.
pub(super) fn codes(lint: &mut Lint<'_, '_, '_>) {
    let mut by_name: HashMap<&str, Owner<'_>> = HashMap::new();
    let mut by_identifier: HashMap<&str, Owner<'_>> = HashMap::new();
    for owner in lint.model.entries.iter().filter_map(Owner::of) {
        if let Some(name) = owner.name {
            let first = *by_name.entry(&name.text).or_insert(owner);
            if !first.is(owner) {
                let diagnostic = duplicate_name(lint.context, first, name);
                lint.report(diagnostic);
                continue;
            }
        }
        let Entry { constant, variant, .. } = owner.entry;
        if let (None, Some(other)) = (owner.name, owner.entry.alike) {
            let first = Origin { code: other, name: None, variant: None };
            let diagnostic = colliding(lint.context, first, owner.origin(), constant);
            lint.report(diagnostic);
            continue;
        }
        let both = [&**constant, &**variant];
        let taken = both.into_iter().find_map(|identifier| {
            let first = *by_identifier.get(identifier)?;
            (!first.is(owner)).then_some((identifier, first))
        });
        match taken {
            Some((identifier, first)) => {
                let diagnostic = colliding(lint.context, first.origin(), owner.origin(), identifier);
                lint.report(diagnostic);
            }
            None => by_identifier.extend(both.map(|identifier| (identifier, owner))),
        }
    }
}

/// An entry that can have a name and identifiers.
#[derive(Clone, Copy)]
struct Owner<'m> {
    entry: &'m Entry<'m>,
    name: Option<&'m Scalar>,
}

/// What an identifier can be made from.
#[derive(Clone, Copy)]
struct Origin<'m> {
    code: &'m Scalar,
    name: Option<&'m Scalar>,
    /// What the name becomes.
    variant: Option<&'m str>,
}

impl<'m> Owner<'m> {
    fn of(entry: &'m Entry<'m>) -> Option<Self> {
        let name = entry.usable.and(part(&entry.body)).and_then(|body| body.name);
        name.ok().map(|name| Self { entry, name })
    }

    fn is(self, other: Self) -> bool {
        std::ptr::eq(self.entry, other.entry)
    }

    fn origin(self) -> Origin<'m> {
        let variant = self.name.map(|_| &*self.entry.variant);
        Origin { code: self.entry.code, name: self.name, variant }
    }
}

impl Origin<'_> {
    /// What the identifier was made from.
    fn span(self, identifier: &str) -> Range<usize> {
        match self.name {
            Some(name) if self.variant == Some(identifier) => name.span.clone(),
            _ => self.code.span.clone(),
        }
    }
}

fn duplicate_name(context: &Context<'_, '_>, first: Owner<'_>, second: &Scalar) -> Diagnostic {
    let place = first.name.map_or(0..0, |name| name.span.clone());
    let there = context.line(&place, &second.span);
    let code = &first.entry.code.text;
    let message = format!("the name `{}` already belongs to `{code}` on {there}", second.text);
    Diagnostic::new(Kind::DuplicateName, second.span.clone(), message)
        .help("give each code a name of its own")
        .label(place, format!("the name of `{code}`"))
}

fn colliding(
    context: &Context<'_, '_>,
    first: Origin<'_>,
    second: Origin<'_>,
    identifier: &str,
) -> Diagnostic {
    let (first_span, here) = (first.span(identifier), second.span(identifier));
    let there = context.line(&first_span, &here);
    let message = format!(
        "`{}` becomes the Rust identifier `{identifier}`, as `{}` on {there} does",
        second.code.text, first.code.text
    );
    Diagnostic::new(Kind::CollidingIdentifier, here, message)
        .help(remedy(first, second, identifier))
        .label(first_span, format!("becomes `{identifier}` too"))
}

/// A variant can be had for another name, and a code with a name does without its constant.
fn remedy(first: Origin<'_>, second: Origin<'_>, identifier: &str) -> String {
    let renamed = [second, first].into_iter().find(|origin| origin.variant == Some(identifier));
    match renamed {
        Some(Origin { code, .. }) => format!("give `{}` another `name`", code.text),
        None => format!("give `{}` a `name`, such as `name: expiry-too-far`", second.code.text),
    }
}
