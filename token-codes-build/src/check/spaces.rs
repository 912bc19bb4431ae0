//! Texts that are empty, and spaces where nobody sees them.

use std::ops::Range;

use super::{Context, placeholders::MAX_WRONG, spot::Spot};
use crate::{
    diagnostic::{Diagnostic, Kind},
    yaml::{Scalar, locate_blank},
};

pub(super) fn check(context: &mut Context<'_>, scalar: &Scalar, spot: &Spot<'_>) {
    let text = &*scalar.text;
    // The line break at the end of a text below `|` is not seen as a space.
    let lines = text.trim_end_matches('\n');
    if lines.trim().is_empty() {
        return empty(context, scalar, spot);
    }
    let start = lines.len() - lines.trim_start_matches(is_space).len();
    let end = lines.trim_end_matches(is_space).len();
    if start > 0 {
        edge(context, scalar, 0..start, "starts", spot);
    }
    if end < lines.len() {
        edge(context, scalar, end..lines.len(), "ends", spot);
    }
    for space in [" ", "\u{3000}"] {
        doubled(context, scalar, start..end, space, spot);
    }
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{A0}' | '\u{3000}')
}

fn empty(context: &mut Context<'_>, scalar: &Scalar, spot: &Spot<'_>) {
    let help = "write a text; if it is to be empty, set `empty-text: allow` in `checks` at the top";
    let span = if scalar.span.is_empty() { spot.key.clone() } else { scalar.span.clone() };
    let message = format!("the {} is empty", spot.what);
    context.report_in(spot.locale, Diagnostic::new(Kind::EmptyText, span, message).help(help));
}

fn edge(context: &mut Context<'_>, scalar: &Scalar, part: Range<usize>, verb: &str, spot: &Spot<'_>) {
    let message = format!("the {} {verb} with a space", spot.what);
    let span = locate_blank(context.text, scalar, part);
    let diagnostic = Diagnostic::new(Kind::EdgeSpace, span, message).help("remove it");
    context.report_in(spot.locale, diagnostic);
}

/// Reports the runs of a space within the lines of the text.
fn doubled(context: &mut Context<'_>, scalar: &Scalar, part: Range<usize>, space: &str, spot: &Spot<'_>) {
    let text = &scalar.text[..part.end];
    let two = space.repeat(2);
    let mut at = part.start;
    let mut found = 0;
    while let Some(start) = text[at..].find(&two).map(|offset| at + offset) {
        let length = text[start..].len() - text[start..].trim_start_matches(space).len();
        at = start + length;
        // At the start of a line they indent it, and at its end they mean a line break in Markdown.
        let is_inside = !text[..start].ends_with('\n') && !text[at..].starts_with('\n');
        if is_inside {
            let count = length / space.len();
            let message = format!("the {} has {count} spaces in a row", spot.what);
            let span = locate_blank(context.text, scalar, start..at);
            let diagnostic = Diagnostic::new(Kind::DoubledSpace, span, message).help("write one space");
            context.report_in(spot.locale, diagnostic);
            found += 1;
        }
        if found == MAX_WRONG {
            return;
        }
    }
}
