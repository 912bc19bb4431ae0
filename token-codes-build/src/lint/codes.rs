//! Codes that are never to be used again.

use std::collections::HashMap;

use super::Lint;
use crate::diagnostic::{Diagnostic, Kind};

/// Reports a code that has been retired.
pub(super) fn retired(lint: &mut Lint<'_, '_, '_>) {
    let retired: HashMap<&str, _> = lint.model.retired.iter().map(|code| (&*code.text, *code)).collect();
    for entry in &lint.model.entries {
        let code = entry.code;
        let Some(retirement) = retired.get(&*code.text) else { continue };
        let there = lint.context.line(&retirement.span, &code.span);
        let message = format!("the code `{}` was retired on {there}", code.text);
        let diagnostic = Diagnostic::new(Kind::RetiredCode, code.span.clone(), message)
            .help("give the entry a code that was never used, since the old one still means what it meant")
            .label(retirement.span.clone(), "retired here");
        lint.report(diagnostic);
    }
}
