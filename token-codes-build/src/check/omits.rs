//! What an entry says its messages leave out on purpose: `omits: {en: [expires_at]}`.

use std::{collections::HashMap, ops::Range};

use super::{
    Context,
    lists::{self, duplicate_item},
    locales::Locales,
    place, texts, unique,
};
use crate::{
    catalog::Param,
    diagnostic::{Diagnostic, Kind},
    suggest::{listed, nearest},
    yaml::{Node, Scalar},
};

const EXAMPLE: &str = "name the locale and the params: `omits: {en: [expires_at]}`, or leave `omits` out";

/// The params that messages leave out on purpose.
pub(super) struct Omits {
    /// Where it is said, by the index of the locale and that of the param.
    said: HashMap<(usize, usize), Range<usize>>,
    /// Whether the entry has `omits`, and part of it cannot be made out.
    pub(super) broken: bool,
}

impl Omits {
    /// Those of an entry without `omits`, or with one that cannot be made out.
    pub(super) fn none(broken: bool) -> Self {
        Self { said: HashMap::new(), broken }
    }

    /// Where it is said that the message in this locale leaves this param out.
    pub(super) fn find(&self, locale: usize, param: usize) -> Option<&Range<usize>> {
        self.said.get(&(locale, param))
    }

    /// `omits` as it is to be written if the message in `locale` leaves out these params too.
    pub(super) fn with(&self, locale: usize, more: &[usize], locales: &Locales, params: &[Param]) -> String {
        let of = |index: usize| -> Vec<&str> {
            let said = (0..params.len()).filter(|&param| {
                self.find(index, param).is_some() || (index == locale && more.contains(&param))
            });
            said.map(|param| &*params[param].name).collect()
        };
        let lists = locales.tags().enumerate().map(|(index, tag)| (tag, of(index)));
        let lists: Vec<_> = lists
            .filter(|(_, params)| !params.is_empty())
            .map(|(tag, params)| format!("{tag}: [{}]", params.join(", ")))
            .collect();
        format!("omits: {{{}}}", lists.join(", "))
    }
}

/// Reads `omits`; `params` are those of the entry, `None` if they are not known.
pub(super) fn check(
    context: &mut Context<'_>,
    locales: &Locales,
    code: &str,
    params: Option<&[Param]>,
    (key, node): (&Scalar, &Node),
) -> Omits {
    let mut omits = Omits::none(false);
    let (kind, message) = match node {
        Node::Mapping(mapping) => {
            for (tag, node) in unique(context, mapping) {
                let locale = locale(context, locales, tag);
                let listed = listed_params(context, code, params, tag, node);
                omits.broken |= listed.is_none();
                for (param, span) in listed.unwrap_or_default() {
                    omits.said.extend(locale.map(|locale| ((locale, param), span)));
                }
            }
            return omits;
        }
        Node::Broken(..) => return Omits::none(true),
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, "`omits` has no value"),
        _ => (Kind::WrongShape, "`omits` is not a mapping"),
    };
    context.report(Diagnostic::new(kind, place(key, node), message).help(EXAMPLE));
    Omits::none(true)
}

/// The params that are said to be left out in a locale; `None` if one of them cannot be made out.
fn listed_params(
    context: &mut Context<'_>,
    code: &str,
    params: Option<&[Param]>,
    tag: &Scalar,
    node: &Node,
) -> Option<HashMap<usize, Range<usize>>> {
    let words = lists::words(context, tag, node, &tag.text, "param", EXAMPLE)?;
    // An item that is no word has been reported.
    let all_words = matches!(node, Node::Sequence(sequence) if sequence.items.len() == words.len());
    let mut found = all_words.then(HashMap::new);
    for word in words {
        let param = params.and_then(|params| param(context, code, params, word));
        found = found.zip(param).map(|(mut found, param)| {
            if found.insert(param, word.span.clone()).is_some() {
                context.report(duplicate_item(word, "param"));
            }
            found
        });
    }
    found
}

fn locale(context: &mut Context<'_>, locales: &Locales, tag: &Scalar) -> Option<usize> {
    let index = locales.index(&tag.text);
    if index.is_none() && locales.complete {
        let guess = nearest(&tag.text, locales.tags());
        context.report(texts::unknown_locale(locales, tag, guess));
        // The locale that was meant is not said to leave a param out as well.
        return guess.and_then(|guess| locales.index(guess));
    }
    index
}

fn param(context: &mut Context<'_>, code: &str, params: &[Param], word: &Scalar) -> Option<usize> {
    let names = || params.iter().map(|param| &*param.name);
    if let Some(index) = names().position(|name| name == word.text) {
        return Some(index);
    }
    let message = format!("`{code}` has no param `{}`", word.text.escape_debug());
    let guess = nearest(&word.text, names());
    let help = match (guess, params) {
        (Some(guess), _) => format!("did you mean `{guess}`? the params are {}", listed(names())),
        (None, []) => "remove it".to_owned(),
        (None, _) => format!("remove it; the params are {}", listed(names())),
    };
    context.report(Diagnostic::new(Kind::UnknownParam, word.span.clone(), message).help(help));
    guess.and_then(|guess| names().position(|name| name == guess))
}
