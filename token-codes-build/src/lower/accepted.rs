//! The header's `accepted`: the edits that are made though they break somebody, and why.

use super::field::{Field, Fields, Keys, missing_key};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    diff::Rule,
    model::Accepted,
    reports::Reported,
    yaml::{Mapping, Scalar},
};

const KEYS: [&str; 7] = ["rule", "code", "param", "column", "locale", "to", "reason"];

const EXAMPLE: &str =
    "list the edits: `accepted: [{rule: name-changed, code: TOK005, to: expiry-too-far, reason: …}]`";

/// The acceptances, in their order.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    header: &Fields<'a>,
) -> Result<Vec<Accepted<'a>>, Reported> {
    let Some(field) = header.get("accepted")? else { return Ok(Vec::new()) };
    let list = field.list(context, |field| {
        let wrong = "`accepted` is not a list";
        field.unexpected("`accepted` has no value", wrong).help(format!("{EXAMPLE}, or leave it out"))
    })?;
    let accepted: Vec<_> = field.items(list).map(|field| acceptance(context, field)).collect();
    accepted.into_iter().collect()
}

fn acceptance<'a>(context: &mut Context<'a, '_>, field: Field<'a>) -> Result<Accepted<'a>, Reported> {
    let mapping = field.mapping(context, |field| {
        field.unexpected("an accepted edit is missing", "an accepted edit is not a mapping").help(EXAMPLE)
    })?;
    let fields = Fields::read(context, mapping, || "an accepted edit".to_owned(), &Keys::new(KEYS));
    // All are looked at, so that every mistake is found.
    let rule = required(context, mapping, &fields, "rule").and_then(|word| rule(context, word));
    let reason = required(context, mapping, &fields, "reason").and_then(|reason| stated(context, reason));
    let [code, param, column, locale, to] = ["code", "param", "column", "locale", "to"].map(|key| {
        let Some(field) = fields.get(key)? else { return Ok(None) };
        field.one_word(context, &key).map(Some)
    });
    Ok(Accepted {
        rule: rule?,
        code: code?,
        param: param?,
        column: column?,
        locale: locale?,
        to: to?,
        reason: reason?,
    })
}

fn required<'a>(
    context: &mut Context<'a, '_>,
    mapping: &Mapping,
    fields: &Fields<'a>,
    key: &'static str,
) -> Result<&'a Scalar, Reported> {
    if let Some(field) = fields.get(key)? {
        return field.text(context, &key);
    }
    let help = format!("add `{key}: …`; {EXAMPLE}");
    Err(context.report(missing_key(mapping, "an accepted edit", &help, key)))
}

fn stated<'a>(context: &mut Context<'_, '_>, reason: &'a Scalar) -> Result<&'a Scalar, Reported> {
    if !reason.text.trim().is_empty() {
        return Ok(reason);
    }
    let message = "the reason of an accepted edit is empty";
    let help = "say why it is made all the same, for whoever reads the catalog next year";
    Err(context.report(Diagnostic::new(Kind::EmptyValue, reason.span.clone(), message).help(help)))
}

fn rule(context: &mut Context<'_, '_>, word: &Scalar) -> Result<Rule, Reported> {
    if let Some(rule) = Rule::named(&word.text) {
        return Ok(rule);
    }
    let all = "`docs/evolution.md` lists the rules";
    let help = match context.nearest(&word.text, Rule::ALL.iter().map(|rule| rule.name())) {
        Some(guess) => format!("did you mean `{guess}`? {all}"),
        None => format!("{all}, and so does each report of `token-codes diff`"),
    };
    let message = format!("there is no rule `{}`", word.text.escape_debug());
    Err(context.report(Diagnostic::new(Kind::InvalidValue, word.span.clone(), message).help(help)))
}
