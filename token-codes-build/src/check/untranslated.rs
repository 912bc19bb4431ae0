//! Texts that were copied from the source locale and not translated.

use super::{Context, locales::Locales};
use crate::{
    diagnostic::{Diagnostic, Kind},
    template::{self, PieceKind},
    yaml::{Node, Scalar},
};

/// Compares each locale's texts with those of the source locale; `what` names them.
pub(super) fn check(
    context: &mut Context<'_>,
    locales: &Locales,
    values: &[(usize, &Scalar, &Node)],
    what: &str,
) {
    let Some((_, source_tag, source)) = values.iter().find(|(index, ..)| *index == 0) else { return };
    for (index, tag, node) in values.iter().filter(|(index, ..)| (1..locales.list.len()).contains(index)) {
        debug_assert_eq!(locales.list[*index].tag, tag.text);
        match (source, node) {
            (Node::Scalar(source), Node::Scalar(text)) => {
                compare(context, (source_tag, source), (tag, text), what);
            }
            (Node::Sequence(sources), Node::Sequence(texts)) => {
                for pair in sources.items.iter().zip(&texts.items) {
                    if let (Node::Scalar(source), Node::Scalar(text)) = pair {
                        compare(context, (source_tag, source), (tag, text), what);
                    }
                }
            }
            _ => {}
        }
    }
}

fn compare(context: &mut Context<'_>, source: (&Scalar, &Scalar), copy: (&Scalar, &Scalar), what: &str) {
    let ((source_tag, source), (tag, text)) = (source, copy);
    if source.text != text.text || text.is_null() || !has_letters(&text.text) {
        return;
    }
    let message = format!("the `{}` text in `{what}` is the same as the `{}` one", tag.text, source_tag.text);
    let help = "translate it; if it is right as it is, set `untranslated: allow` in `checks` at the top";
    let diagnostic = Diagnostic::new(Kind::Untranslated, text.span.clone(), message)
        .help(help)
        .label(source.span.clone(), "the source text");
    context.report_in(Some(&tag.text), diagnostic);
}

/// Whether there is anything to translate: digits, signs and placeholders are the same in all languages.
fn has_letters(text: &str) -> bool {
    let mut shown = 0;
    for piece in template::pieces(text) {
        if matches!(piece.kind, PieceKind::Index(_) | PieceKind::Name) {
            if text[shown..piece.range.start].contains(char::is_alphabetic) {
                return true;
            }
            shown = piece.range.end;
        }
    }
    text[shown..].contains(char::is_alphabetic)
}
