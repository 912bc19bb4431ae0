//! The messages that a translator has filled in, as a stub holds them.

use crate::{
    catalog::Catalog,
    diagnostic::{Diagnostic, Kind},
    reports::Reports,
    suggest::nearest,
    yaml::{self, Mapping, Node, Scalar, Style},
};

/// The messages of a stub that are filled in.
pub(super) struct Translations {
    pub(super) locale: Scalar,
    /// Each with its code.
    pub(super) messages: Vec<(Scalar, Scalar)>,
}

impl Translations {
    /// The messages that the catalog does not have, each with its code; `found` gets what does not fit it.
    pub(super) fn new_in<'a>(&'a self, catalog: &Catalog, found: &mut Reports) -> Vec<(&'a str, &'a str)> {
        let index = catalog.locales.iter().position(|locale| locale.tag == self.locale.text);
        let mut new = Vec::new();
        for (code, message) in &self.messages {
            let Some(entry) = catalog.entry(&code.text) else {
                found.report(unknown_code(code, catalog));
                continue;
            };
            match index.map(|index| &entry.messages[index]).filter(|message| message.translated) {
                None => new.push((&*code.text, &*message.text)),
                Some(present) if present.template.text == message.text => {}
                Some(_) => {
                    found.report(translated(code, message, &self.locale.text));
                }
            }
        }
        new
    }
}

fn unknown_code(code: &Scalar, catalog: &Catalog) -> Diagnostic {
    let help = match nearest(&code.text, catalog.entries.iter().map(|entry| &*entry.code)) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "remove the entry".to_owned(),
    };
    let message = format!("the catalog has no code `{}`", code.text);
    Diagnostic::new(Kind::UnknownKey, code.span.clone(), message).help(help)
}

fn translated(code: &Scalar, message: &Scalar, locale: &str) -> Diagnostic {
    let said = format!("the catalog already has another message of `{}` in `{locale}`", code.text);
    let help = "remove it here, or change the one in the catalog";
    Diagnostic::new(Kind::DuplicateKey, message.span.clone(), said).help(help)
}

/// Reads a stub; `None` if it is none, and `found` then says why.
pub(super) fn read(text: &str, found: &mut Reports) -> Option<Translations> {
    let root = yaml::parse(text, 0, &crate::parse::LAYOUT, found).ok()?;
    let Node::Mapping(root) = &root else {
        found.report(wrong(
            &root,
            "the stub is not a mapping",
            "it starts with the keys `locale:` and `codes:`",
        ));
        return None;
    };
    unknown_keys(root, &["locale", "codes"], found);
    let locale = match root.get("locale") {
        Some(Node::Scalar(locale)) if !locale.is_null() => Some(locale.clone()),
        other => {
            let place = Node::Scalar(Scalar {
                span: root.span.start..root.span.start,
                text: String::new(),
                style: Style::Plain,
            });
            let help = "say it at the top, such as `locale: fr`";
            found.report(wrong(other.unwrap_or(&place), "the stub does not say its locale", help));
            None
        }
    };
    let mut messages = Vec::new();
    match root.get("codes") {
        Some(Node::Mapping(codes)) => {
            for (code, entry) in &codes.entries {
                messages.extend(message(code, entry, found).map(|message| (code.clone(), message)));
            }
        }
        Some(other) => {
            found.report(wrong(other, "the codes of the stub are not a mapping", EXAMPLE));
        }
        None => {}
    }
    Some(Translations { locale: locale?, messages })
}

const EXAMPLE: &str = "write each as a key with its message:\ncodes:\n  TOK001:\n    message: \"…\"";

/// The message of an entry, if it is filled in.
fn message(code: &Scalar, entry: &Node, found: &mut Reports) -> Option<Scalar> {
    let Node::Mapping(entry) = entry else {
        found.report(wrong(entry, &format!("the entry `{}` is not a mapping", code.text), EXAMPLE));
        return None;
    };
    unknown_keys(entry, &["message"], found);
    match entry.get("message")? {
        Node::Scalar(message) => Some(message).filter(|message| !message.text.is_empty()).cloned(),
        other => {
            found.report(wrong(other, &format!("the message of `{}` is not a text", code.text), EXAMPLE));
            None
        }
    }
}

fn unknown_keys(mapping: &Mapping, known: &[&str], found: &mut Reports) {
    for (key, _) in mapping.entries.iter().filter(|(key, _)| !known.contains(&&*key.text)) {
        let help = match nearest(&key.text, known.iter().copied()) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "remove it".to_owned(),
        };
        let message = format!("a stub has no key `{}` here", key.text);
        found.report(Diagnostic::new(Kind::UnknownKey, key.span.clone(), message).help(help));
    }
}

fn wrong(node: &Node, message: &str, help: &str) -> Diagnostic {
    Diagnostic::new(Kind::WrongShape, node.span(), message).help(help)
}
