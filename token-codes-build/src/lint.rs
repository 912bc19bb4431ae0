//! The third stage: what is wrong with a catalog whose shapes are right, and what is a matter of taste.
//!
//! Each rule is a function over the model. None of them changes it, or needs another to have run.

mod alike;
mod codes;
mod columns;
mod duplicates;
mod edges;
mod foreign;
mod icu;
mod identifiers;
mod parity;
mod placeholders;
mod plurals;
mod roles;
mod stale;
mod texts;
mod translations;
mod uses;

pub(crate) use columns::integer_type;

use crate::{
    context::Context,
    diagnostic::{Diagnostic, Level},
    model::Model,
};
use plurals::Categories;

/// Every rule. Of what is found at one place, that of the first is told first.
const RULES: &[fn(&mut Lint<'_, '_, '_>)] = &[
    codes::retired,
    codes::replacements,
    identifiers::columns,
    identifiers::codes,
    translations::missing_message,
    translations::message_without_locale,
    translations::missing,
    translations::missing_source_of_retired,
    translations::compared,
    stale::check,
    texts::check,
    placeholders::check,
    placeholders::undeclared,
    plurals::check,
    plurals::types,
    plurals::unknown_languages,
    foreign::check,
    parity::check,
    duplicates::messages,
    columns::missing,
    columns::unused,
    columns::unbounded,
    roles::check,
];

/// Looks at a catalog.
pub(crate) fn lint<'a>(context: &mut Context<'a, '_>, model: &Model<'a>) {
    let mut lint = Lint { context, model, categories: Categories::default() };
    for rule in RULES {
        rule(&mut lint);
    }
}

/// What every rule is given.
struct Lint<'l, 'r, 'a> {
    context: &'l mut Context<'a, 'r>,
    model: &'l Model<'a>,
    categories: Categories,
}

impl Lint<'_, '_, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.context.report(diagnostic);
    }

    /// Reports what is found in a text in `locale`, at the level that the catalog sets for it.
    fn report_in(&mut self, locale: Option<&str>, diagnostic: Diagnostic) {
        match self.model.levels.of(diagnostic.kind, locale) {
            Level::Allow => {}
            level => {
                self.context.report(diagnostic.at_level(level));
            }
        }
    }
}
