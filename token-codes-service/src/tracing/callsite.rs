//! The callsites: what a subscriber knows of an event before there is one.
//!
//! The macros of `tracing` write one where they stand, as a static. Which args a code has is known to its catalog, so
//! its callsite is made when it is first emitted, and kept: there are at most as many as there are codes times calls.

use std::collections::HashMap;
use std::panic::Location;
use std::sync::{LazyLock, OnceLock, PoisonError, RwLock};

use ::tracing::callsite::{DefaultCallsite, Identifier};
use ::tracing::field::FieldSet;
use ::tracing::metadata::Kind;
use ::tracing::subscriber::Interest;
use ::tracing::{Callsite, Level, Metadata};
use token_codes::AnyCode;

/// What has a callsite of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub(super) code: AnyCode,
    pub(super) target: &'static str,
    pub(super) location: &'static Location<'static>,
}

static CALLSITES: LazyLock<RwLock<HashMap<Place, &'static DefaultCallsite>>> = LazyLock::new(RwLock::default);

impl Place {
    /// Its callsite; `level` is that of its code.
    pub(super) fn callsite(self, level: Level) -> &'static DefaultCallsite {
        let known = CALLSITES.read().unwrap_or_else(PoisonError::into_inner).get(&self).copied();
        known.unwrap_or_else(|| {
            let mut callsites = CALLSITES.write().unwrap_or_else(PoisonError::into_inner);
            callsites.entry(self).or_insert_with(|| self.new_callsite(level))
        })
    }

    fn new_callsite(self, level: Level) -> &'static DefaultCallsite {
        let owner: &'static Owner = leak(Owner::default());
        let metadata = leak(Metadata::new(
            format!("token_code.{}", self.code).leak(),
            self.target,
            level,
            Some(self.location.file()),
            Some(self.location.line()),
            None,
            FieldSet::new(field_names(self.code).leak(), Identifier(owner)),
            Kind::EVENT,
        ));
        owner.0.get_or_init(|| DefaultCallsite::new(metadata))
    }
}

/// The names of the fields, in the order in which `event` gives their values.
fn field_names(code: AnyCode) -> Vec<&'static str> {
    let mut names = vec!["message", "error.type"];
    names.extend(code.name().map(|_| "name"));
    names.extend(code.params().map(|param| &*format!("args.{}", param.name).leak()));
    names.push("chain");
    names
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Whether a subscriber wants what is emitted there: what `tracing`'s macros ask.
pub(super) fn is_enabled(callsite: &'static DefaultCallsite) -> bool {
    let interest = callsite.interest();
    let wanted = || ::tracing::dispatcher::get_default(|dispatch| dispatch.enabled(callsite.metadata()));
    interest.is_always() || (!interest.is_never() && wanted())
}

/// The callsite as its own fields know it: they name it before it is made of them.
#[derive(Default)]
struct Owner(OnceLock<DefaultCallsite>);

impl Callsite for Owner {
    fn set_interest(&self, interest: Interest) {
        if let Some(callsite) = self.0.get() {
            callsite.set_interest(interest);
        }
    }

    fn metadata(&self) -> &Metadata<'_> {
        self.0.get().expect("nobody sees the fields before the callsite is made of them").metadata()
    }
}
