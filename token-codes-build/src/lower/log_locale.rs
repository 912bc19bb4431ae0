//! The header's `log_locale`: the locale that logs are in.

use super::{field::Fields, locales};
use crate::{context::Context, model::Locales};

const EXAMPLE: &str = "name one of `locales`: `log_locale: en`, or leave `log_locale` out";

/// The index of the locale; the source locale, if nothing is said.
pub(super) fn lower(context: &mut Context<'_, '_>, header: &Fields<'_>, locales: &Locales<'_>) -> usize {
    let Some(field) = header.find("log_locale") else { return 0 };
    let tag = field.item(context, "log locale", EXAMPLE).ok();
    tag.and_then(|tag| locales::find(context, locales, tag).ok().flatten()).unwrap_or_default()
}
