//! Every message of an entry has all of its params, or the entry says which it leaves out.

use std::ops::Range;

use super::{
    Lint,
    uses::{self, Use},
};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::{Body, Locales, Localized, Omits, Param, Text},
    suggest::listed,
    yaml::{Scalar, locate},
};

/// Reports params that a message leaves out, those that no message has, and omissions that are none.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>) {
    for (entry, body) in lint.model.bodies() {
        if body.params.list.is_ok() {
            Parity::new(&entry.code.text, &lint.model.locales, body).check(lint.context);
        }
    }
}

/// An entry whose params are known.
struct Parity<'m, 'a> {
    code: &'m str,
    locales: &'m Locales<'a>,
    params: &'m [Param<'a>],
    omits: &'m Omits<'a>,
    messages: Vec<Message<'m, 'a>>,
    /// Whether each message that is written could be read, and without mistakes.
    is_sure: bool,
    /// For each param, whether any text of the entry has it, details included.
    used: Vec<bool>,
}

/// A message that could be read.
struct Message<'m, 'a> {
    /// The index of its locale.
    locale: Option<usize>,
    text: &'m Text<'a>,
    /// For each param, whether the message has it.
    uses: Vec<Use>,
}

impl<'m, 'a> Parity<'m, 'a> {
    fn new(code: &'m str, locales: &'m Locales<'a>, body: &'m Body<'a>) -> Self {
        let params = body.params.known();
        let mut used = vec![false; params.len()];
        body.texts().flat_map(Text::params).for_each(|param| used[param] = true);
        let written = || body.message.iter().flatten().flat_map(Localized::all);
        let is_sure = written().all(|(_, text)| text.as_ref().is_ok_and(|text| text.wrong.is_empty()));
        let messages = written().filter_map(|(locale, text)| {
            let text = text.as_ref().ok()?;
            Some(Message { locale, text, uses: uses::of(text, params.len()) })
        });
        let messages = messages.collect();
        Self { code, locales, params, omits: &body.omits, messages, is_sure, used }
    }

    fn check(&self, context: &mut Context<'_, '_>) {
        let unused: Vec<bool> = (0..self.params.len()).map(|param| self.is_unused(param)).collect();
        for param in (0..self.params.len()).filter(|&param| unused[param]) {
            context.report(self.unused(param));
        }
        self.check_secret(context);
        let is_spared = |(param, unused): (usize, &bool)| {
            *unused || self.is_for_details(param) || !self.params[param].is_shown()
        };
        let spared: Vec<bool> = unused.iter().enumerate().map(is_spared).collect();
        // A placeholder that is wrong was probably meant to be the one that is missing.
        for message in self.messages.iter().filter(|message| message.text.wrong.is_empty()) {
            self.check_message(context, message, &spared);
        }
    }

    /// Where it is said that a message in this locale leaves this param out.
    fn omission(&self, locale: Option<usize>, param: usize) -> Option<&'a Scalar> {
        self.omits.written.get(&(locale?, param)).copied()
    }

    /// Whether no message has the param: one mistake, in however many locales.
    fn is_unused(&self, param: usize) -> bool {
        let is_sure = self.is_sure && self.omits.incomplete.is_none() && self.params[param].is_shown();
        is_sure && !self.messages.is_empty() && self.is_in_no_message(param) && !self.is_for_details(param)
    }

    fn is_in_no_message(&self, param: usize) -> bool {
        self.messages.iter().all(|message| message.uses[param] == Use::Never)
    }

    /// Whether only details are to show the param: no translation needs to say again what the source locale says.
    fn is_for_details(&self, param: usize) -> bool {
        self.used[param] && self.is_in_no_message(param) && self.omission(Some(0), param).is_some()
    }

    fn unused(&self, param: usize) -> Diagnostic {
        let name = &self.params[param].name.text;
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
        Diagnostic::new(Kind::UnusedParam, self.params[param].name.span.clone(), message).help(help)
    }

    /// What is to be done when a param is removed.
    fn rest_of_removal(&self, param: usize) -> String {
        let is_omitted = self.omits.written.keys().any(|(_, omitted)| *omitted == param);
        let omits = if is_omitted { ", here and in `omits`" } else { "" };
        match param + 1 {
            next if next < self.params.len() => format!("{omits}; `{{{next}}}` is then `{{{param}}}`"),
            _ => omits.to_owned(),
        }
    }

    /// Reports what a message leaves out, but for the params that are `spared`.
    fn check_message(&self, context: &mut Context<'_, '_>, message: &Message<'_, '_>, spared: &[bool]) {
        let is_used = |&param: &usize| message.uses[param] == Use::Always && self.params[param].is_shown();
        for param in (0..self.params.len()).filter(is_used) {
            if let Some(omission) = self.omission(message.locale, param) {
                context.report(self.needless(message, param, omission));
            }
        }
        let is_missing = |&param: &usize| {
            message.uses[param] != Use::Always
                && !spared[param]
                && self.omission(message.locale, param).is_none()
        };
        let missing: Vec<usize> = (0..self.params.len()).filter(is_missing).collect();
        // Where `omits` cannot be made out, it may well say so.
        if self.omits.incomplete.is_some() || missing.is_empty() {
            return;
        }
        let omits = self.omits_with(message.locale, &missing);
        for param in missing {
            let diagnostic = match message.uses[param] {
                Use::Sometimes(plural) => self.missing_in_branches(context, message, plural, param, &omits),
                _ => self.missing(message, param, &omits),
            };
            context.report(diagnostic);
        }
    }

    /// Reports the omissions of what no message can have.
    fn check_secret(&self, context: &mut Context<'_, '_>) {
        for (&(_, param), omission) in &self.omits.written {
            let Some(said) = self.params[param].secret() else { continue };
            let name = &self.params[param].name.text;
            let message = format!("`{name}` is secret, so that every message leaves it out");
            let diagnostic = Diagnostic::new(Kind::NeedlessOmission, omission.span.clone(), message);
            let diagnostic = diagnostic.label(said.span.clone(), "declared secret here");
            context.report(diagnostic.help(format!("remove `{name}` from `omits`")));
        }
    }

    fn needless(&self, message: &Message<'_, '_>, param: usize, omission: &Scalar) -> Diagnostic {
        let name = &self.params[param].name.text;
        let what = &message.text.written;
        let said = format!("the {what} does not leave out `{{{param}}}` (`{name}`)");
        Diagnostic::new(Kind::NeedlessOmission, omission.span.clone(), said)
            .help(format!("remove `{name}` from `omits`, or the placeholder from the message"))
            .label(what.scalar.span.clone(), "the message")
    }

    fn missing(&self, message: &Message<'_, '_>, param: usize, omits: &str) -> Diagnostic {
        let name = &self.params[param].name.text;
        let what = &message.text.written;
        let said = format!("the {what} of `{}` leaves out `{{{param}}}` (`{name}`)", self.code);
        let put = format!("put `{{{param}}}` or `{{{name}}}` into it");
        self.leaves_out(param, what.scalar.span.clone(), said, put, omits)
    }

    /// That some branches of a plural show the param, and others do not.
    fn missing_in_branches(
        &self,
        context: &Context<'_, '_>,
        message: &Message<'_, '_>,
        plural: usize,
        param: usize,
        omits: &str,
    ) -> Diagnostic {
        let name = &self.params[param].name.text;
        let what = &message.text.written;
        let lacking = uses::lacking(message.text, plural, param);
        let words = || lacking.iter().map(|branch| &what.scalar.text[branch.at.clone()]);
        let leave = if lacking.len() == 1 { "branch" } else { "branches" };
        let said = format!(
            "the {what} of `{}` leaves out `{{{param}}}` (`{name}`) in the {leave} {}",
            self.code,
            listed(words())
        );
        let put =
            format!("put `{{{param}}}` or `{{{name}}}` into every branch, or before or after the plural");
        let at = lacking.first().map_or(0..0, |branch| branch.at.clone());
        let span = locate(context.source.text(), what.scalar, at);
        self.leaves_out(param, span, said, put, omits)
    }

    fn leaves_out(
        &self,
        param: usize,
        span: Range<usize>,
        said: String,
        put: String,
        omits: &str,
    ) -> Diagnostic {
        let help = if self.locales.incomplete.is_none() {
            format!("{put}; if it is left out on purpose, say so in the entry: `{omits}`")
        } else {
            put
        };
        Diagnostic::new(Kind::MissingPlaceholder, span, said)
            .help(help)
            .label(self.params[param].name.span.clone(), "declared here")
    }

    /// `omits` as it is to be written if the message in `locale` leaves out these params too.
    fn omits_with(&self, locale: Option<usize>, more: &[usize]) -> String {
        let of = |index: usize| -> Vec<&str> {
            let params = (0..self.params.len()).filter(|&param| {
                let is_omitted = self.omission(Some(index), param).is_some() && self.params[param].is_shown();
                is_omitted || (locale == Some(index) && more.contains(&param))
            });
            params.map(|param| &*self.params[param].name.text).collect()
        };
        let lists = self.locales.tags().enumerate().map(|(index, tag)| (tag, of(index)));
        let lists: Vec<_> = lists
            .filter(|(_, params)| !params.is_empty())
            .map(|(tag, params)| format!("{tag}: [{}]", params.join(", ")))
            .collect();
        format!("omits: {{{}}}", lists.join(", "))
    }
}
