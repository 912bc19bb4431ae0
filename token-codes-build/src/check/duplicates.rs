//! Messages that two codes have in common: a support engineer who has only the text cannot tell which it was.

use std::{collections::HashMap, ops::Range};

use super::Context;
use crate::{
    diagnostic::{Diagnostic, Kind},
    yaml::Scalar,
};

/// The messages that have been seen, each with the code that has it; by locale.
#[derive(Default)]
pub(super) struct Messages<'a> {
    first: HashMap<(usize, &'a str), First<'a>>,
}

struct First<'a> {
    code: &'a str,
    span: Range<usize>,
}

impl<'a> Messages<'a> {
    /// Takes a message, or reports which code has it; `locale` is its index and tag.
    pub(super) fn add(
        &mut self,
        context: &mut Context<'_>,
        code: &'a Scalar,
        scalar: &'a Scalar,
        locale: (usize, Option<&str>),
    ) {
        // That a text is empty is a mistake of its own.
        if scalar.text.trim().is_empty() {
            return;
        }
        let new = First { code: &code.text, span: scalar.span.clone() };
        let first = self.first.entry((locale.0, &scalar.text)).or_insert(new);
        if first.span == scalar.span {
            return;
        }
        let line = context.line(&first.span, &scalar.span);
        let message = format!("`{}` has the same message as `{}` on {line}", code.text, first.code);
        let help = "say what is different, or remove one of the two codes; if they are to be the same, set \
                    `duplicate-message: allow` in `checks` at the top";
        let diagnostic = Diagnostic::new(Kind::DuplicateMessage, scalar.span.clone(), message)
            .help(help)
            .label(first.span.clone(), "the first");
        context.report_in(locale.1, diagnostic);
    }
}
