//! Codes that are never to be used again.

use std::collections::HashMap;

use super::{
    Context, codes,
    fields::Fields,
    lists::{self, duplicate_item},
};
use crate::{
    diagnostic::{Diagnostic, Kind},
    yaml::Scalar,
};

/// The retired codes, each where it is said to be.
pub(super) type Retired<'a> = HashMap<&'a str, &'a Scalar>;

pub(super) fn check<'a>(context: &mut Context<'_>, fields: &Fields<'a>) -> Retired<'a> {
    let mut retired = Retired::new();
    let Some((key, node)) = fields.get("retired") else { return retired };
    let example = "list the codes: `retired: [TOK003]`, or leave `retired` out";
    for code in lists::words(context, key, node, "retired", "retired code", example).unwrap_or_default() {
        if let Some(first) = retired.get(&*code.text) {
            let diagnostic = duplicate_item(code, "code").label(first.span.clone(), "the first");
            context.report(diagnostic);
        } else if codes::is_valid(context, code) {
            retired.insert(&code.text, code);
        }
    }
    retired
}

/// Reports a code that has been retired.
pub(super) fn reused(context: &mut Context<'_>, retired: &Retired<'_>, code: &Scalar) {
    let Some(retirement) = retired.get(&*code.text) else { return };
    let line = context.line(retirement.span.start);
    let message = format!("the code `{}` was retired on line {line}", code.text);
    let diagnostic = Diagnostic::new(Kind::RetiredCode, code.span.clone(), message)
        .help("give the entry a code that was never used, since the old one still means what it meant")
        .label(retirement.span.clone(), "retired here");
    context.report(diagnostic);
}
