//! `was`: what something was called before it got its name.

use super::field::{Field, Fields};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    identifier,
    reports::Reported,
    yaml::Scalar,
};

/// What can have had another name.
pub(super) struct Renamed {
    /// What it is.
    what: &'static str,
    /// Whether this is a name that it can have.
    is_name: fn(&str) -> bool,
    /// Which names it can have.
    rule: &'static str,
}

/// The name of a code.
pub(super) const NAME: Renamed =
    Renamed { what: "code", is_name: identifier::is_name, rule: "names are in kebab case" };

/// A param.
pub(super) const PARAM: Renamed =
    Renamed { what: "param", is_name: identifier::is_param, rule: "params are in snake case" };

/// A column.
pub(super) const COLUMN: Renamed =
    Renamed { what: "column", is_name: identifier::is_column, rule: "columns are in snake case" };

/// What it was called, if that is said; `today` is what it is called.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    fields: &Fields<'a>,
    today: Option<&str>,
    renamed: &Renamed,
) -> Result<Option<&'a Scalar>, Reported> {
    let Some(field) = fields.get("was")? else { return Ok(None) };
    let was = field.one_word(context, &"former name")?;
    let shown = was.text.escape_debug();
    let (message, help) = if !(renamed.is_name)(&was.text) {
        let message = format!("no {} was ever called `{shown}`", renamed.what);
        (message, format!("write the name that it had; {}", renamed.rule))
    } else if today == Some(&was.text) {
        let message = format!("the {} is still called `{shown}`", renamed.what);
        (message, "write the name that it had before, or remove `was`".to_owned())
    } else {
        return Ok(Some(was));
    };
    Err(context.report(wrong(field, message).help(help)))
}

fn wrong(field: Field<'_>, message: String) -> Diagnostic {
    Diagnostic::new(Kind::InvalidValue, field.place(), message)
}
