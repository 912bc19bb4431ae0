//! The header's `checks` and `strict`: which of the matters of taste are reported, and how.

use std::collections::HashSet;

use super::{
    Context,
    fields::Fields,
    lists::{self, duplicate_item},
    locales::Locales,
    place,
    texts::unknown_locale,
    unique,
};
use crate::{
    diagnostic::{Diagnostic, Kind, Level},
    suggest::{listed, nearest},
    yaml::{Node, Scalar, Style},
};

const KEYS: &[&str] = &["level", "locales"];

const EXAMPLE: &str = "name the check and its level: `checks: {untranslated: allow}`";

/// At which level each kind is reported.
#[derive(Default)]
pub(super) struct Levels {
    strict: bool,
    set: Vec<Setting>,
}

struct Setting {
    kind: Kind,
    /// `None` if only the locales are set.
    level: Option<Level>,
    /// The locales that are checked; `None` if all are.
    locales: Option<Vec<String>>,
}

impl Levels {
    /// The level of a report on a text in `locale`; `None` there if the text is in no locale.
    pub(super) fn of(&self, kind: Kind, locale: Option<&str>) -> Level {
        let Some(setting) = self.set.iter().find(|setting| setting.kind == kind) else {
            return self.default_of(kind);
        };
        let is_checked = match (&setting.locales, locale) {
            (Some(locales), Some(locale)) => locales.iter().any(|checked| checked == locale),
            _ => true,
        };
        if is_checked { setting.level.unwrap_or_else(|| self.default_of(kind)) } else { Level::Allow }
    }

    fn default_of(&self, kind: Kind) -> Level {
        match kind.level() {
            Level::Warning if self.strict => Level::Error,
            level => level,
        }
    }
}

/// Reads the settings; `strict` is what the caller wants.
pub(super) fn check(
    context: &mut Context<'_>,
    fields: &Fields<'_>,
    locales: &Locales,
    strict: bool,
) -> Levels {
    let mut levels = Levels { strict: strict | strict_in_catalog(context, fields), set: Vec::new() };
    let Some((key, node)) = fields.get("checks") else { return levels };
    let (kind, message) = match node {
        Node::Mapping(mapping) => {
            for (name, node) in unique(context, mapping) {
                let kind = settable(context, name);
                let setting = setting(context, locales, name, node);
                levels.set.extend(kind.zip(setting).map(|(kind, setting)| Setting { kind, ..setting }));
            }
            return levels;
        }
        Node::Broken(..) => return levels,
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, "`checks` has no value"),
        _ => (Kind::WrongShape, "`checks` is not a mapping"),
    };
    let help = format!("{EXAMPLE}, or leave `checks` out");
    context.report(Diagnostic::new(kind, place(key, node), message).help(help));
    levels
}

fn strict_in_catalog(context: &mut Context<'_>, fields: &Fields<'_>) -> bool {
    let Some((key, node)) = fields.get("strict") else { return false };
    let help = "write `strict: true` to make an error of every warning, or leave `strict` out";
    let Some(word) = lists::word(context, key, node, "value of `strict`", help) else { return false };
    // In quotes, other readers take it for a text.
    if word.style == Style::Plain && matches!(&*word.text, "true" | "false") {
        return word.text == "true";
    }
    let written = context.written(&word.span).escape_debug();
    let message = format!("`strict` is `{written}`, not `true` or `false`");
    context.report(Diagnostic::new(Kind::InvalidValue, word.span.clone(), message).help(help));
    false
}

/// The kind with this name, if its level can be set.
fn settable(context: &mut Context<'_>, name: &Scalar) -> Option<Kind> {
    let find = |name: &str| Kind::ALL.iter().copied().find(|kind| kind.name() == name);
    let kind = find(&name.text);
    if kind.is_some_and(Kind::is_settable) {
        return kind;
    }
    let names = || Kind::ALL.iter().filter(|kind| kind.is_settable()).map(|kind| kind.name());
    let all = format!("the checks that can be set are {}", listed(names()));
    let shown = name.text.escape_debug();
    let guess = nearest(&name.text, names());
    let (message, help) = if kind.is_some() {
        (format!("the level of `{shown}` cannot be set"), format!("remove it; {all}"))
    } else {
        let help = match guess {
            Some(guess) => format!("did you mean `{guess}`? {all}"),
            None => format!("remove it; {all}"),
        };
        (format!("there is no check `{shown}`"), help)
    };
    context.report(Diagnostic::new(Kind::UnknownCheck, name.span.clone(), message).help(help));
    // What was meant to be allowed is not reported as well.
    guess.filter(|_| kind.is_none()).and_then(find)
}

/// What is set for a check; its kind is filled in by the caller.
fn setting(context: &mut Context<'_>, locales: &Locales, name: &Scalar, node: &Node) -> Option<Setting> {
    let kind = Kind::UnknownCheck;
    let Node::Mapping(mapping) = node else {
        return level(context, name, node).map(|level| Setting { kind, level: Some(level), locales: None });
    };
    let of = format!("the check `{}`", name.text.escape_debug());
    let fields = Fields::read(context, mapping, &of, KEYS);
    let level = fields.get("level").map(|(key, node)| level(context, key, node));
    let locales = fields.get("locales").map(|(key, node)| tags(context, locales, key, node));
    // What is wrong has been reported; the check is then left as it is, rather than half set.
    let setting = Setting { kind, level: transposed(level)?, locales: transposed(locales)? };
    (setting.level.is_some() || setting.locales.is_some()).then_some(setting)
}

/// What is not there is in order; what is there must be.
#[expect(clippy::option_option, reason = "the outer one is that of a mistake")]
fn transposed<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    match value {
        None => Some(None),
        Some(value) => value.map(Some),
    }
}

fn level(context: &mut Context<'_>, key: &Scalar, node: &Node) -> Option<Level> {
    let words = || Level::ALL.into_iter().map(Level::as_str);
    let all = format!("the levels are {}", listed(words()));
    let word = lists::word(context, key, node, "level", &all)?;
    let named = |word: &str| Level::ALL.into_iter().find(|level| level.as_str() == word);
    if let Some(level) = named(&word.text) {
        return Some(level);
    }
    let meant = match &*word.text.to_ascii_lowercase() {
        "warn" => Some("warning"),
        "deny" | "forbid" | "true" | "on" => Some("error"),
        "ignore" | "off" | "false" | "none" => Some("allow"),
        other => nearest(other, words()),
    };
    let help = meant.map_or(all.clone(), |meant| format!("write `{meant}`; {all}"));
    let message = format!("there is no level `{}`", word.text.escape_debug());
    context.report(Diagnostic::new(Kind::InvalidValue, word.span.clone(), message).help(help));
    meant.and_then(named)
}

/// The locales that a check is restricted to.
fn tags(context: &mut Context<'_>, locales: &Locales, key: &Scalar, node: &Node) -> Option<Vec<String>> {
    let example = "list them: `locales: [fr]`, or leave `locales` out";
    let words = lists::words(context, key, node, "locales", "locale", example)?;
    let mut seen = HashSet::new();
    for tag in &words {
        if !seen.insert(&tag.text) {
            context.report(duplicate_item(tag, "locale"));
        } else if locales.complete && locales.index(&tag.text).is_none() {
            let guess = nearest(&tag.text, locales.tags());
            context.report(unknown_locale(locales, tag, guess));
        }
    }
    Some(words.into_iter().map(|tag| tag.text.clone()).collect())
}
