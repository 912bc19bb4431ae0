//! Codes that are never to be used again.

use std::collections::HashMap;

use super::{
    Context, codes,
    lists::{self, duplicate_item},
    part::Part,
};
use crate::{
    diagnostic::{Diagnostic, Kind},
    yaml::Scalar,
};

/// The retired codes, each where it is said to be.
pub(super) type Retired<'a> = HashMap<&'a str, &'a Scalar>;

/// What all files retire: a code that is retired in one may be defined in another by mistake.
pub(super) fn check<'a>(context: &mut Context<'_>, parts: &[Part<'a>]) -> Retired<'a> {
    let mut retired = Retired::new();
    for (key, node) in parts.iter().filter_map(|part| part.fields.get("retired")) {
        let example = "list the codes: `retired: [TOK003]`, or leave `retired` out";
        for code in lists::words(context, key, node, "retired", "retired code", example).unwrap_or_default() {
            add(context, &mut retired, code);
        }
    }
    retired
}

fn add<'a>(context: &mut Context<'_>, retired: &mut Retired<'a>, code: &'a Scalar) {
    if let Some(first) = retired.get(&*code.text) {
        let diagnostic = if context.in_one_file(first.span.start, code.span.start) {
            duplicate_item(code, "code")
        } else {
            let line = context.line(&first.span, &code.span);
            let message = format!("the code `{}` is already retired on {line}", code.text);
            Diagnostic::new(Kind::DuplicateItem, code.span.clone(), message).help("remove one of the two")
        };
        context.report(diagnostic.label(first.span.clone(), "the first"));
    } else if codes::is_valid(context, code) {
        retired.insert(&code.text, code);
    }
}

/// Reports a code that has been retired.
pub(super) fn reused(context: &mut Context<'_>, retired: &Retired<'_>, code: &Scalar) {
    let Some(retirement) = retired.get(&*code.text) else { return };
    let line = context.line(&retirement.span, &code.span);
    let message = format!("the code `{}` was retired on {line}", code.text);
    let diagnostic = Diagnostic::new(Kind::RetiredCode, code.span.clone(), message)
        .help("give the entry a code that was never used, since the old one still means what it meant")
        .label(retirement.span.clone(), "retired here");
    context.report(diagnostic);
}
