//! Messages that two codes have in common: a support engineer who has only the text cannot tell which it was.

use std::{borrow::Cow, collections::HashMap};

use super::{Lint, alike, texts::is_blank};
use crate::{
    diagnostic::{Diagnostic, Kind},
    model::Localized,
    yaml::Scalar,
};

/// Reports a message that another code has in the same locale.
pub(super) fn messages(lint: &mut Lint<'_, '_, '_>) {
    if lint.model.locales.incomplete.is_some() {
        return;
    }
    // The first code that has a text in a locale, and the text.
    let mut first: HashMap<(Option<usize>, Cow<'_, str>), [&Scalar; 2]> = HashMap::new();
    for (entry, body) in lint.model.bodies().filter(|(entry, _)| entry.usable.is_ok()) {
        for (locale, message) in body.message.iter().flatten().flat_map(Localized::all) {
            let Ok(message) = message else { continue };
            let scalar = message.written.scalar;
            // That a text is empty is a mistake of its own.
            if is_blank(&scalar.text) {
                continue;
            }
            let [code, text] = *first.entry((locale, alike::key(message))).or_insert([entry.code, scalar]);
            if text.span != scalar.span {
                let there = lint.context.line(&text.span, &scalar.span);
                let message =
                    format!("`{}` has the same message as `{}` on {there}", entry.code.text, code.text);
                let help = "say what is different, or remove one of the two codes; if they are to be the same, set \
                            `duplicate-message: allow` in `checks` at the top";
                let diagnostic = Diagnostic::new(Kind::DuplicateMessage, scalar.span.clone(), message)
                    .naming_its_code()
                    .help(help)
                    .label(text.span.clone(), "the first");
                let tag = locale.and_then(|locale| lint.model.locales.list.get(locale));
                lint.report_in(tag.map(|locale| &*locale.tag.text), diagnostic);
            }
        }
    }
}
