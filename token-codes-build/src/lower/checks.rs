//! The header's `checks` and `strict`: which of the matters of taste are reported, and how.

use std::collections::HashSet;

use super::{
    field::{Field, Fields, Keys, duplicate_item, unique},
    locales,
};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind, Level},
    model::{Levels, Locales, Setting},
    options::Options,
    reports::Reported,
    suggest::listed,
    yaml::{Node, Scalar},
};

const KEYS: [&str; 2] = ["level", "locales"];

const EXAMPLE: &str = "name the check and its level: `checks: {untranslated: allow}`";

/// Reads the settings; `options` are those of the caller.
pub(super) fn lower<'a>(
    context: &mut Context<'_, '_>,
    header: &Fields<'a>,
    locales: &Locales<'a>,
    options: Options,
) -> Levels<'a> {
    let strict = header.find("strict").map(|field| {
        let help = "write `strict: true` to make an error of every warning, or leave `strict` out";
        field.boolean(context, help)
    });
    let mut levels = Levels { strict: options.strict || strict == Some(Ok(true)), ..Levels::default() };
    let Some(field) = header.find("checks") else { return levels };
    let mapping = field.mapping(context, |field| {
        let diagnostic = field.unexpected("`checks` has no value", "`checks` is not a mapping");
        diagnostic.help(format!("{EXAMPLE}, or leave `checks` out"))
    });
    let Ok(mapping) = mapping else { return levels };
    for field in unique(context, mapping).list {
        let kind = settable(context, field.key);
        let setting = setting(context, locales, field);
        if let (Ok(kind), Ok(Some(setting))) = (kind, setting) {
            // Of one that is also there misspelt, the first counts.
            levels.set.entry(kind).or_insert(setting);
        }
    }
    levels
}

/// The kind with this name, if its level can be set.
fn settable(context: &mut Context<'_, '_>, name: &Scalar) -> Result<Kind, Reported> {
    let find = |name: &str| Kind::ALL.iter().copied().find(|kind| kind.name() == name);
    let kind = find(&name.text);
    if let Some(kind) = kind.filter(|kind| kind.is_settable()) {
        return Ok(kind);
    }
    let names = || Kind::ALL.iter().filter(|kind| kind.is_settable()).map(|kind| kind.name());
    let all = format!("the checks that can be set are {}", listed(names()));
    let shown = name.text.escape_debug();
    let guess = context.nearest(&name.text, names()).filter(|_| kind.is_none());
    let message = match kind {
        Some(_) => format!("the level of `{shown}` cannot be set"),
        None => format!("there is no check `{shown}`"),
    };
    let help = match guess {
        Some(guess) => format!("did you mean `{guess}`? {all}"),
        None => format!("remove it; {all}"),
    };
    let diagnostic = Diagnostic::new(Kind::UnknownCheck, name.span.clone(), message).help(help);
    let reported = context.report(diagnostic);
    // What was meant to be allowed is not reported as well.
    guess.and_then(find).ok_or(reported)
}

/// What is set for a check, if anything is. After a mistake, it is left as it is rather than half set.
fn setting<'a>(
    context: &mut Context<'_, '_>,
    locales: &Locales<'a>,
    field: Field<'a>,
) -> Result<Option<Setting<'a>>, Reported> {
    let Node::Mapping(mapping) = field.value else {
        return level(context, field).map(|level| Some(Setting { level: Some(level), locales: None }));
    };
    let of = || format!("the check `{}`", field.key.text.escape_debug());
    let fields = Fields::read(context, mapping, of, &Keys::new(KEYS));
    let level = fields.find("level").map(|field| level(context, field)).transpose();
    let locales = fields.find("locales").map(|field| tags(context, locales, field)).transpose();
    let setting = Setting { level: level?, locales: locales? };
    Ok((setting.level.is_some() || setting.locales.is_some()).then_some(setting))
}

fn level(context: &mut Context<'_, '_>, field: Field<'_>) -> Result<Level, Reported> {
    let words = || Level::ALL.into_iter().map(Level::as_str);
    let all = format!("the levels are {}", listed(words()));
    let word = field.item(context, "level", &all)?;
    let named = |word: &str| Level::ALL.into_iter().find(|level| level.as_str() == word);
    if let Some(level) = named(&word.text) {
        return Ok(level);
    }
    let meant = match &*word.text.to_ascii_lowercase() {
        "warn" => Some("warning"),
        "deny" | "forbid" | "true" | "on" => Some("error"),
        "ignore" | "off" | "false" | "none" => Some("allow"),
        other => context.nearest(other, words()),
    };
    let help = meant.map_or(all.clone(), |meant| format!("write `{meant}`; {all}"));
    let message = format!("there is no level `{}`", word.text.escape_debug());
    let diagnostic = Diagnostic::new(Kind::InvalidValue, word.span.clone(), message).help(help);
    let reported = context.report(diagnostic);
    meant.and_then(named).ok_or(reported)
}

/// The locales that a check is restricted to.
fn tags<'a>(
    context: &mut Context<'_, '_>,
    locales: &Locales<'a>,
    field: Field<'a>,
) -> Result<HashSet<&'a str>, Reported> {
    let example = "list them: `locales: [fr]`, or leave `locales` out";
    let words = field.words(context, "locales", "locale", example)?;
    let mut tags = HashSet::new();
    for tag in words.into_iter().flatten() {
        if tags.insert(&*tag.text) {
            // That it is unknown has been reported; it is nobody's locale then.
            let _ = locales::find(context, locales, tag);
        } else {
            context.report(duplicate_item(tag, "locale"));
        }
    }
    Ok(tags)
}
