//! Messages that two codes have in common: a support engineer who has only the text cannot tell which it was.

use std::collections::HashMap;

use super::Lint;
use crate::{
    diagnostic::{Diagnostic, Kind},
    model::{Localized, Text, Written},
    yaml::Scalar,
};

/// Reports a message that another code has in the same locale.
pub(super) fn messages(lint: &mut Lint<'_, '_, '_>) {
    if lint.model.locales.incomplete.is_some() {
        return;
    }
    // By locale and text, the first code that has it.
    let mut first: HashMap<(Option<usize>, &str), (&Scalar, &Scalar)> = HashMap::new();
    for (entry, body) in lint.model.bodies().filter(|(entry, _)| entry.usable.is_ok()) {
        for (locale, message) in body.message.iter().flatten().flat_map(Localized::all) {
            let Ok(Text { written: Written { scalar, .. }, .. }) = message else { continue };
            // That a text is empty is a mistake of its own.
            if scalar.text.trim().is_empty() {
                continue;
            }
            let (code, text) = *first.entry((locale, &scalar.text)).or_insert((entry.code, scalar));
            if text.span != scalar.span {
                let there = lint.context.line(&text.span, &scalar.span);
                let message =
                    format!("`{}` has the same message as `{}` on {there}", entry.code.text, code.text);
                let help = "say what is different, or remove one of the two codes; if they are to be the same, set \
                            `duplicate-message: allow` in `checks` at the top";
                let diagnostic = Diagnostic::new(Kind::DuplicateMessage, scalar.span.clone(), message)
                    .help(help)
                    .label(text.span.clone(), "the first");
                let tag = locale.and_then(|locale| lint.model.locales.list.get(locale));
                lint.report_in(tag.map(|locale| &*locale.tag.text), diagnostic);
            }
        }
    }
}
