//! Texts, lists of texts, and maps of locales.

use std::fmt::Display;

use super::{
    field::{Field, unique},
    locales::{self, UnknownLocale},
};
use crate::{
    catalog::Cut,
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::{InLocale, Locales, Localized, Params, Role, Text, Texts, Values, Written},
    reports::Reported,
    suggest::quoted,
    template::{self, Token, TokenKind},
    yaml::{Mapping, Node, Scalar, Style},
};

/// A text; an error if what is written is none, or would be lost in part. `what` is what it is called in reports.
pub(super) fn text<'a>(
    context: &mut Context<'a, '_>,
    field: Field<'a>,
    what: &dyn Display,
) -> Result<&'a Scalar, Reported> {
    let scalar = word(context, field, what)?;
    match comment_after(context, scalar) {
        Some(diagnostic) => Err(context.report(diagnostic)),
        None => Ok(scalar),
    }
}

/// A text that cannot have a blank in it, so that a comment after it is a comment.
pub(super) fn word<'a>(
    context: &mut Context<'a, '_>,
    field: Field<'a>,
    what: &dyn Display,
) -> Result<&'a Scalar, Reported> {
    let source = context.source.text();
    field.word(context, |field| {
        if field.is_null() {
            return nothing(field, what);
        }
        let written = source.get(field.place()).unwrap_or_default();
        if let Some(sign @ ('{' | '[')) = written.chars().next() {
            let message = format!("a text that starts with `{sign}` is not in quotes");
            let help = format!("put it in quotes: {}", quoted(written));
            return Diagnostic::new(Kind::WrongShape, field.place(), message).help(help);
        }
        let message = format!("the {what} is {}, not a text", field.shape());
        let help = "write one text; a long one can go on the lines below `|`, indented";
        Diagnostic::new(Kind::WrongShape, field.place(), message).help(help)
    })
}

fn nothing(field: Field<'_>, what: &dyn Display) -> Diagnostic {
    let (message, help) = match field.null() {
        "" => (
            format!("the {what} has no text"),
            "write a text, or leave the key out if it is not required".to_owned(),
        ),
        null => (format!("YAML takes `{null}` for no text at all"), format!("put it in quotes: \"{null}\"")),
    };
    Diagnostic::new(Kind::EmptyValue, field.place(), message).help(help)
}

/// `番号 #1 は` without quotes, of which YAML gives only the first word.
fn comment_after(context: &Context<'_, '_>, scalar: &Scalar) -> Option<Diagnostic> {
    let after = context.source.text().get(scalar.span.end..)?;
    let comment = after.trim_start_matches([' ', '\t']);
    if scalar.style != Style::Plain || !comment.starts_with('#') {
        return None;
    }
    let start = scalar.span.end + after.len() - comment.len();
    let end = start + comment.find(['\n', '\r']).unwrap_or(comment.len());
    let whole = quoted(context.written(&(scalar.span.start..end)).trim_end());
    let message = "YAML takes the rest of this text for a comment".to_owned();
    let help = format!("put the text in quotes: {whole}; a comment goes on a line of its own");
    Some(Diagnostic::new(Kind::LostText, start..end, message).help(help))
}

/// How the texts of an entry are read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r, 'a> {
    pub(super) locales: &'r Locales<'a>,
    pub(super) params: &'r Params<'a>,
}

impl<'a> Reader<'_, 'a> {
    /// A text with placeholders, in each locale.
    pub(super) fn text(
        self,
        context: &mut Context<'a, '_>,
        field: Field<'a>,
        role: Role<'static>,
    ) -> Localized<'a, Text<'a>> {
        self.localized(context, field, |context, field, locale| self.template(context, field, locale, role))
    }

    /// A list of them, in each locale; `item` is what each of them is called.
    pub(super) fn list(
        self,
        context: &mut Context<'a, '_>,
        field: Field<'a>,
        item: &'static str,
    ) -> Localized<'a, Texts<'a>> {
        let name = &field.key.text;
        self.localized(context, field, |context, field, locale| {
            let list = field.list(context, |field| {
                let help = "write each text on a line of its own behind `- `, or leave the key out";
                field
                    .unexpected(format!("`{name}` has no texts"), format!("`{name}` is not a list"))
                    .help(help)
            })?;
            let role = Role::Detail(item);
            Ok(field.items(list).map(|field| self.template(context, field, locale, role)).collect())
        })
    }

    fn template(
        self,
        context: &mut Context<'a, '_>,
        field: Field<'a>,
        locale: Option<&'a Scalar>,
        role: Role<'static>,
    ) -> Result<Text<'a>, Reported> {
        let written = |scalar| Written { scalar, key: field.key, locale, role };
        // What it is called in reports does not depend on its text.
        let scalar = text(context, field, &written(field.key))?;
        let (cuts, wrong) = resolve(&scalar.text, self.params);
        Ok(Text { written: written(scalar), cuts, wrong })
    }

    /// The value or values of a field that can differ from locale to locale.
    fn localized<T>(
        self,
        context: &mut Context<'a, '_>,
        field: Field<'a>,
        read: impl Fn(&mut Context<'a, '_>, Field<'a>, Option<&'a Scalar>) -> Result<T, Reported>,
    ) -> Localized<'a, T> {
        let values = match field.value {
            Node::Mapping(mapping) if !is_unquoted_text(mapping) => {
                let fields = unique(context, mapping);
                let in_locale = |field: Field<'a>| {
                    let (locale, value) = match locales::find(context, self.locales, field.key) {
                        Ok(locale) => (locale, read(context, field, Some(field.key))),
                        // The locale that was meant is not said to be missing as well.
                        Err(UnknownLocale { reported, meant: Some(meant) }) => (Some(meant), Err(reported)),
                        Err(UnknownLocale { meant: None, .. }) => return None,
                    };
                    Some(InLocale { tag: field.key, locale, value })
                };
                let list = fields.list.into_iter().filter_map(in_locale).collect();
                Values::PerLocale { list, lost_key: mapping.lost_key }
            }
            _ => Values::Same(read(context, field, None)),
        };
        Localized { key: field.key, values }
    }
}

/// `{0}`: what was meant as a text, and is a mapping with keys that have no values.
fn is_unquoted_text(mapping: &Mapping) -> bool {
    let empty = |node: &Node| matches!(node, Node::Scalar(scalar) if scalar.is_null());
    mapping.flow && !mapping.entries.is_empty() && mapping.entries.iter().all(|(_, node)| empty(node))
}

/// The placeholders and doubled braces of a text, and what is neither or of no param.
fn resolve(text: &str, params: &Params<'_>) -> (Vec<Cut>, Vec<Token>) {
    let (mut cuts, mut wrong) = (Vec::new(), Vec::new());
    for token in template::tokens(text) {
        let Token { range, kind } = &token;
        let param = match kind {
            TokenKind::Index(index) => Some(*index).filter(|&index| index < params.known().len()),
            TokenKind::Name => params.names().position(|name| name == &text[range.start + 1..range.end - 1]),
            TokenKind::Brace | TokenKind::Invalid | TokenKind::Lone => None,
        };
        if param.is_some() || *kind == TokenKind::Brace {
            cuts.push(Cut { start: range.start, end: range.end, param });
        } else {
            wrong.push(token);
        }
        if wrong.len() == template::MAX_WRONG {
            break;
        }
    }
    (cuts, wrong)
}
