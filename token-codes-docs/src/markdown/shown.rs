//! What is shown of a text of the catalog.

use std::slice;

use token_codes_build::catalog::Template;
use token_codes_build::cldr::Language;

use crate::parts::{Choice, NO_WORDS, Part, choices, parts, text};

/// A text with its placeholders as they are written, and `{{` and `}}` as the braces they stand for; not yet Markdown.
pub(super) struct Shown {
    /// Where there is a choice, with what most numbers have.
    pub(super) text: String,
    /// On one line, with all that there is: `[{0} hour | {0} hours]`.
    pub(super) in_short: String,
    /// What the numbers have of each choice: `{0} = 1: {0} hour`.
    pub(super) choices: Vec<String>,
}

impl Shown {
    pub(super) fn new(template: &Template, language: Language) -> Self {
        let parts = parts(template, language);
        Self {
            text: text(&parts),
            in_short: parts.iter().map(in_short).collect(),
            choices: choices(&parts).flat_map(lines).collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.in_short.is_empty()
    }
}

fn in_short(part: &Part<'_>) -> String {
    match part {
        Part::Choice(choice) => {
            let options: Vec<_> = choice.options.iter().map(|option| text(&option.parts)).collect();
            format!("[{}]", options.join(" | "))
        }
        part => text(slice::from_ref(part)),
    }
}

fn lines<'a>(choice: &'a Choice<'_>) -> impl Iterator<Item = String> + use<'a> {
    choice.options.iter().map(|option| {
        let text = text(&option.parts);
        let text = if text.trim().is_empty() { NO_WORDS } else { &text };
        format!("{} = {}: {text}", choice.number.written, option.numbers)
    })
}
