//! Names, and the Rust identifiers of the codes, which must be different.

use std::{collections::HashMap, ops::Range};

use super::Context;
use crate::{
    diagnostic::{Diagnostic, Kind},
    identifier,
    yaml::Scalar,
};

/// The names and identifiers that are taken.
#[derive(Default)]
pub(super) struct Names<'a> {
    names: HashMap<&'a str, Owner<'a>>,
    identifiers: HashMap<String, Owner<'a>>,
}

#[derive(Clone, Copy)]
struct Owner<'a> {
    code: &'a Scalar,
    name: Option<&'a Scalar>,
}

impl<'a> Names<'a> {
    /// Takes the name and the identifiers of a code, or reports who has them; at most one report a code.
    pub(super) fn add(&mut self, context: &mut Context<'_>, code: &'a Scalar, name: Option<&'a Scalar>) {
        let owner = Owner { code, name };
        if let Some(name) = name {
            if let Some(first) = self.names.get(&*name.text) {
                return duplicate_name(context, *first, name);
            }
            self.names.insert(&name.text, owner);
        }
        let constant = identifier::constant(&code.text);
        let variant = identifier::variant(name.map_or(&*code.text, |name| &name.text));
        for identifier in [&constant, &variant] {
            if let Some(first) = self.identifiers.get(identifier)
                && first.code.text != code.text
            {
                return colliding(context, *first, owner, identifier);
            }
        }
        self.identifiers.insert(constant, owner);
        self.identifiers.insert(variant, owner);
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

/// A variant can be had for another name, but a constant only for another code.
fn remedy(first: Owner<'_>, second: Owner<'_>, identifier: &str) -> String {
    let renamed = [second, first].into_iter().find(|owner| !owner.is_constant(identifier));
    match renamed {
        Some(Owner { code, name: Some(_) }) => format!("give `{}` another `name`", code.text),
        Some(Owner { code, name: None }) => {
            format!("give `{}` a `name`, such as `name: expiry-too-far`", code.text)
        }
        None => {
            "change one of the codes: as a Rust constant, each character but letters and digits becomes `_`"
                .into()
        }
    }
}

impl Owner<'_> {
    fn is_constant(self, identifier: &str) -> bool {
        identifier::constant(&self.code.text) == identifier
    }

    /// What the identifier was made from.
    fn place(self, identifier: &str) -> Range<usize> {
        match self.name {
            Some(name) if !self.is_constant(identifier) => name.span.clone(),
            _ => self.code.span.clone(),
        }
    }
}
