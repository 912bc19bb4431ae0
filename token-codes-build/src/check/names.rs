//! Names, and the Rust identifiers of the codes, which must be different.

use std::{collections::HashMap, ops::Range};

use super::Context;
use crate::{
    diagnostic::{Diagnostic, Kind},
    identifier,
    yaml::Scalar,
};

/// The names and identifiers that are taken.
pub(super) struct Names<'a> {
    by_name: HashMap<&'a str, Owner<'a>>,
    by_identifier: HashMap<String, Owner<'a>>,
    /// The codes that would have a constant in common, by that constant.
    alike: HashMap<String, Vec<&'a Scalar>>,
}

/// The Rust identifiers of a code.
#[derive(Default)]
pub(super) struct Identifiers {
    /// What looks like the code; the variant, if another code looks the same.
    pub(super) constant: String,
    /// What the name becomes; the constant, if there is no name.
    pub(super) variant: String,
}

#[derive(Clone, Copy)]
struct Owner<'a> {
    code: &'a Scalar,
    name: Option<&'a Scalar>,
}

impl<'a> Names<'a> {
    /// For these codes, each of which stands there once.
    pub(super) fn of(codes: impl Iterator<Item = &'a Scalar>) -> Self {
        let mut alike: HashMap<_, Vec<_>> = HashMap::new();
        for code in codes {
            alike.entry(identifier::constant(&code.text)).or_default().push(code);
        }
        alike.retain(|_, codes| codes.len() > 1);
        Self { by_name: HashMap::new(), by_identifier: HashMap::new(), alike }
    }

    /// Takes the name and the identifiers of a code, or reports who has them; at most one report a code.
    pub(super) fn add(
        &mut self,
        context: &mut Context<'_>,
        code: &'a Scalar,
        name: Option<&'a Scalar>,
    ) -> Identifiers {
        let owner = Owner { code, name };
        if let Some(name) = name {
            if let Some(first) = self.by_name.get(&*name.text) {
                duplicate_name(context, *first, name);
                return Identifiers::default();
            }
            self.by_name.insert(&name.text, owner);
        }
        let constant = identifier::constant(&code.text);
        let other =
            self.alike.get(&constant).and_then(|alike| alike.iter().find(|other| other.text != code.text));
        let identifiers = match (owner.variant(), other) {
            (Some(variant), Some(_)) => Identifiers { constant: variant.clone(), variant },
            (Some(variant), None) => Identifiers { constant, variant },
            (None, None) => Identifiers { constant: constant.clone(), variant: constant },
            (None, Some(other)) => {
                colliding(context, Owner { code: other, name: None }, owner, &constant);
                return Identifiers::default();
            }
        };
        self.take(context, owner, &identifiers);
        identifiers
    }

    fn take(&mut self, context: &mut Context<'_>, owner: Owner<'a>, identifiers: &Identifiers) {
        let both = [&identifiers.constant, &identifiers.variant];
        for identifier in both {
            if let Some(first) = self.by_identifier.get(identifier)
                && first.code.text != owner.code.text
            {
                return colliding(context, *first, owner, identifier);
            }
        }
        self.by_identifier.extend(both.map(|identifier| (identifier.clone(), owner)));
    }
}

fn duplicate_name(context: &mut Context<'_>, first: Owner<'_>, second: &Scalar) {
    let place = first.name.map_or(0..0, |name| name.span.clone());
    let line = context.line(&place, &second.span);
    let message = format!("the name `{}` already belongs to `{}` on {line}", second.text, first.code.text);
    let diagnostic = Diagnostic::new(Kind::DuplicateName, second.span.clone(), message)
        .help("give each code a name of its own")
        .label(place, format!("the name of `{}`", first.code.text));
    context.report(diagnostic);
}

fn colliding(context: &mut Context<'_>, first: Owner<'_>, second: Owner<'_>, identifier: &str) {
    let place = first.place(identifier);
    let here = second.place(identifier);
    let line = context.line(&place, &here);
    let message = format!(
        "`{}` becomes the Rust identifier `{identifier}`, as `{}` on {line} does",
        second.code.text, first.code.text
    );
    let diagnostic = Diagnostic::new(Kind::CollidingIdentifier, here, message)
        .help(remedy(first, second, identifier))
        .label(place, format!("becomes `{identifier}` too"));
    context.report(diagnostic);
}

/// A variant can be had for another name, and a code with a name does without its constant.
fn remedy(first: Owner<'_>, second: Owner<'_>, identifier: &str) -> String {
    let renamed = [second, first].into_iter().find(|owner| owner.variant().as_deref() == Some(identifier));
    match renamed {
        Some(Owner { code, .. }) => format!("give `{}` another `name`", code.text),
        None => format!("give `{}` a `name`, such as `name: expiry-too-far`", second.code.text),
    }
}

impl Owner<'_> {
    fn variant(self) -> Option<String> {
        self.name.map(|name| identifier::variant(&name.text))
    }

    /// What the identifier was made from.
    fn place(self, identifier: &str) -> Range<usize> {
        match self.name {
            Some(name) if self.variant().as_deref() == Some(identifier) => name.span.clone(),
            _ => self.code.span.clone(),
        }
    }
}
