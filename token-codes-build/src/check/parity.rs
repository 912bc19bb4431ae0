//! Every message of an entry has all of its params, or says which it leaves out.

use std::ops::Range;

use super::{Context, locales::Locales, omits::Omits};
use crate::{
    catalog::Param,
    diagnostic::{Diagnostic, Kind},
    yaml::{Node, Scalar},
};

/// A message that has been read.
pub(super) struct Said<'a> {
    /// The index of its locale.
    pub(super) locale: usize,
    /// What it is called in reports.
    pub(super) what: String,
    pub(super) scalar: &'a Scalar,
    /// Whether its placeholders are without mistakes.
    pub(super) sound: bool,
    /// For each param, whether the message has it.
    pub(super) used: Vec<bool>,
}

/// An entry whose texts have all been read.
pub(super) struct Parity<'a> {
    pub(super) code: &'a str,
    pub(super) params: &'a [Param],
    /// The mapping of the params as written.
    pub(super) written: Option<&'a Node>,
    pub(super) locales: &'a Locales,
    pub(super) omits: &'a Omits,
    pub(super) messages: &'a [Said<'a>],
    /// Whether each message that is written could be read, and without mistakes.
    pub(super) sound: bool,
    /// For each param, whether any text of the entry has it, details included.
    pub(super) used: &'a [bool],
}

impl Parity<'_> {
    pub(super) fn check(&self, context: &mut Context<'_>) {
        let unused: Vec<bool> = (0..self.params.len()).map(|param| self.is_unused(param)).collect();
        for param in (0..self.params.len()).filter(|&param| unused[param]) {
            context.report(self.unused(param));
        }
        // A placeholder that is wrong was probably meant to be the one that is missing.
        for said in self.messages.iter().filter(|said| said.sound) {
            self.check_message(context, said, &unused);
        }
    }

    /// Whether no message has the param: one mistake, in however many locales.
    fn is_unused(&self, param: usize) -> bool {
        let is_omitted = |said: &Said<'_>| self.omits.find(said.locale, param).is_some();
        let is_for_details = self.used[param] && self.messages.iter().all(is_omitted);
        let nobody = !self.messages.iter().any(|said| said.used[param]);
        self.sound && !self.messages.is_empty() && nobody && !is_for_details && !self.omits.broken
    }

    fn unused(&self, param: usize) -> Diagnostic {
        let name = &self.params[param].name;
        let message = format!("no message of `{}` uses the param `{name}`", self.code);
        let into = if self.locales.list.len() > 1 { "the message in each locale" } else { "the message" };
        let help = if self.used[param] {
            let lists: Vec<_> = self.locales.tags().map(|tag| format!("{tag}: [{name}]")).collect();
            format!(
                "put `{{{param}}}` or `{{{name}}}` into {into}; if only details are to show it, write \
                 `omits: {{{}}}` in the entry",
                lists.join(", ")
            )
        } else {
            let rest = self.rest_of_removal(param);
            format!("put `{{{param}}}` or `{{{name}}}` into {into}, or remove the param{rest}")
        };
        Diagnostic::new(Kind::UnusedParam, self.place(name), message).help(help)
    }

    /// What is to be done when a param is removed.
    fn rest_of_removal(&self, param: usize) -> String {
        let is_omitted = (0..self.locales.list.len()).any(|locale| self.omits.find(locale, param).is_some());
        let omits = if is_omitted { ", here and in `omits`" } else { "" };
        match param + 1 {
            next if next < self.params.len() => format!("{omits}; `{{{next}}}` is then `{{{param}}}`"),
            _ => omits.to_owned(),
        }
    }

    /// The param's name where it is declared.
    fn place(&self, name: &str) -> Range<usize> {
        match self.written {
            Some(Node::Mapping(mapping)) => mapping
                .entries
                .iter()
                .find(|(key, _)| key.text == name)
                .map_or(mapping.span.clone(), |(key, _)| key.span.clone()),
            other => other.map_or(0..0, Node::span),
        }
    }

    fn check_message(&self, context: &mut Context<'_>, said: &Said<'_>, unused: &[bool]) {
        let omission = |param: usize| self.omits.find(said.locale, param);
        for param in (0..self.params.len()).filter(|&param| said.used[param]) {
            if let Some(span) = omission(param) {
                context.report(self.needless(said, param, span.clone()));
            }
        }
        let missing: Vec<usize> = (0..self.params.len())
            .filter(|&param| !said.used[param] && !unused[param] && omission(param).is_none())
            .collect();
        // Where `omits` cannot be made out, it may well say so.
        if self.omits.broken || missing.is_empty() {
            return;
        }
        let omits = self.omits.with(said.locale, &missing, self.locales, self.params);
        for param in missing {
            context.report(self.missing(said, param, &omits));
        }
    }

    fn needless(&self, said: &Said<'_>, param: usize, span: Range<usize>) -> Diagnostic {
        let name = &self.params[param].name;
        let message = format!("the {} does not leave out `{{{param}}}` (`{name}`)", said.what);
        Diagnostic::new(Kind::NeedlessOmission, span, message)
            .help(format!("remove `{name}` from `omits`, or the placeholder from the message"))
            .label(said.scalar.span.clone(), "the message")
    }

    fn missing(&self, said: &Said<'_>, param: usize, omits: &str) -> Diagnostic {
        let name = &self.params[param].name;
        let message = format!("the {} of `{}` leaves out `{{{param}}}` (`{name}`)", said.what, self.code);
        let put = format!("put `{{{param}}}` or `{{{name}}}` into it");
        let help = if self.locales.complete {
            format!("{put}; if it is left out on purpose, say so in the entry: `{omits}`")
        } else {
            put
        };
        Diagnostic::new(Kind::MissingPlaceholder, said.scalar.span.clone(), message)
            .help(help)
            .label(self.place(name), "declared here")
    }
}
