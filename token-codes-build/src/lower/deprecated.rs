//! What is said of a code that is no longer to be used, and of one that is retired.

use super::field::{Field, Fields, Keys};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::{Deprecated, Role, Written},
    reports::Reported,
    yaml::{Mapping, Node, Scalar, Style},
};

/// The keys of `deprecated` if it is a mapping.
const KEYS: [&str; 3] = ["since", "use", "note"];

const EXAMPLE: &str = "say what to do instead: `deprecated: {use: TOK002}`, or with a text";

/// That the code is deprecated, if the entry says so: a note, or a mapping.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    fields: &Fields<'a>,
    code: &str,
) -> Result<Option<Deprecated<'a>>, Reported> {
    let Some(field) = fields.get("deprecated")? else { return Ok(None) };
    let Node::Mapping(mapping) = field.value else {
        check_shape(context, field)?;
        let note = field.remark(context, "note");
        return Ok(Some(Deprecated { since: Ok(None), replacement: Ok(None), note }));
    };
    if mapping.entries.is_empty() && mapping.lost_key.is_none() {
        let message = "`deprecated` says nothing";
        let diagnostic = Diagnostic::new(Kind::EmptyValue, mapping.span.clone(), message);
        return Err(context.report(diagnostic.help(EXAMPLE)));
    }
    Ok(Some(in_mapping(context, mapping, code)))
}

/// Reports what can be no note: another shape, nothing, or `true`, which would be its text.
fn check_shape(context: &mut Context<'_, '_>, field: Field<'_>) -> Result<(), Reported> {
    let word = field.word(context, |field| {
        let wrong = format!("`deprecated` is {}, not a text or a mapping", field.shape());
        field.unexpected("`deprecated` says nothing", wrong).help(EXAMPLE)
    })?;
    if word.style != Style::Plain || !matches!(&*word.text, "true" | "false" | "yes" | "no") {
        return Ok(());
    }
    let message = format!("`deprecated` is `{}`, not a note", word.text);
    Err(context.report(Diagnostic::new(Kind::InvalidValue, word.span.clone(), message).help(EXAMPLE)))
}

fn in_mapping<'a>(context: &mut Context<'a, '_>, mapping: &'a Mapping, code: &str) -> Deprecated<'a> {
    let of = || format!("`deprecated` of `{}`", code.escape_debug());
    let fields = Fields::read(context, mapping, of, &Keys::new(KEYS));
    Deprecated {
        since: fields.remark(context, "since", "value of `since`"),
        replacement: fields.replacement(context),
        note: fields.remark(context, "note", "note"),
    }
}

impl<'a> Field<'a> {
    /// The text that is written here, which is the same in every locale; `what` is what it is called in reports.
    fn remark(
        self,
        context: &mut Context<'a, '_>,
        what: &'static str,
    ) -> Result<Option<Written<'a>>, Reported> {
        let scalar = self.text(context, &what)?;
        Ok(Some(Written { scalar, key: self.key, locale: None, role: Role::Detail(what) }))
    }
}

impl<'a> Fields<'a> {
    /// The text at the key `name`, which is the same in every locale; `what` is what it is called in reports.
    pub(super) fn remark(
        &self,
        context: &mut Context<'a, '_>,
        name: &str,
        what: &'static str,
    ) -> Result<Option<Written<'a>>, Reported> {
        self.get(name)?.map_or(Ok(None), |field| field.remark(context, what))
    }

    /// The code at `use`, which is to be used instead.
    pub(super) fn replacement(&self, context: &mut Context<'a, '_>) -> Result<Option<&'a Scalar>, Reported> {
        let example = "write the code that is used instead, or leave `use` out";
        self.get("use")?.map(|field| field.item(context, "code to use", example)).transpose()
    }
}
