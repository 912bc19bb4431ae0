//! The texts of codes: messages, and what the pages say beside them.

use std::slice;

use super::{
    Item, Side,
    finding::Finding,
    locales,
    pairs::Pairs,
    rule::{Rule, Who},
};
use crate::catalog::{Catalog, Entry, Param, Template, Text, TextField};

/// The locales of two catalogs, as far as texts are compared in them.
pub(super) struct Tongues<'a> {
    /// Those that are in both, each with its place in each.
    shared: Vec<(&'a str, [usize; 2])>,
    source: &'a str,
    /// Those that logs were in, and are in.
    logs: [&'a str; 2],
}

impl<'a> Tongues<'a> {
    pub(super) fn new(old: &'a Catalog, new: &'a Catalog) -> Self {
        let shared = new.locales.iter().enumerate().filter_map(|(place, locale)| {
            let was = old.locales.iter().position(|other| other.tag == locale.tag)?;
            Some((&*locale.tag, [was, place]))
        });
        let logs = [old, new].map(locales::log);
        Self { shared: shared.collect(), source: locales::source(new), logs }
    }

    /// The rule of a text in this locale, and who else notices the edit.
    fn rule(&self, field: TextField, tag: &str) -> (Rule, Option<Who>) {
        let is_message = field == TextField::Message;
        let is_log = is_message && self.logs == [tag; 2];
        match (tag == self.source, is_message) {
            (true, true) => (Rule::SourceTextChanged, is_log.then_some(Who::Logs)),
            (true, false) => (Rule::DetailChanged, None),
            _ if is_log => (Rule::LogTextChanged, None),
            _ => (Rule::TranslationChanged, None),
        }
    }
}

pub(super) fn compare(
    tongues: &Tongues<'_>,
    old: &Entry,
    new: &Entry,
    params: &Pairs<'_, Param>,
    found: &mut Vec<Finding>,
) {
    let sides = [Names::of(old, &params.kept), Names::of(new, &[])];
    for field in TextField::ALL {
        for (tag, places) in &tongues.shared {
            let own = [own(old, field, places[0]), own(new, field, places[1])];
            let is_same = match own {
                [None, None] => true,
                [Some(before), Some(after)] => same(&sides, before, after),
                // What is written for every locale may be written for this one, or the other way round.
                _ => same(&sides, shown(old, field, places[0]), shown(new, field, places[1])),
            };
            if !is_same {
                found.push(changed(tongues, new, field, tag, [(&sides[0], own[0]), (&sides[1], own[1])]));
            }
        }
    }
}

/// The names of an entry's params, by their places.
struct Names<'a> {
    /// As they are in its catalog.
    written: Vec<&'a str>,
    /// As they are in today's.
    today: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn of(entry: &'a Entry, kept: &[(&'a Param, &'a Param)]) -> Self {
        let today = |param: &'a Param| {
            let renamed = kept.iter().find(|(old, _)| old.name == param.name);
            renamed.map_or(&*param.name, |(_, new)| &*new.name)
        };
        Self {
            written: entry.params.iter().map(|param| &*param.name).collect(),
            today: entry.params.iter().map(today).collect(),
        }
    }
}

/// The texts that the entry has in this locale for itself: a list of one, unless it is a list.
///
/// What is the same as in the source locale is no text of another one.
fn own(entry: &Entry, field: TextField, locale: usize) -> Option<&[Template]> {
    fn written<T: PartialEq + Default>(text: &Text<T>, locale: usize) -> Option<&T> {
        let own = match text {
            Text::Same(text) => (locale == 0).then_some(text),
            Text::PerLocale(_) => text.written(locale),
        };
        own.filter(|own| **own != T::default() && (locale == 0 || text.written(0) != Some(own)))
    }
    match field {
        TextField::Message => {
            let message = entry.messages.get(locale).filter(|message| message.translated)?;
            Some(slice::from_ref(&message.template))
        }
        TextField::Summary => written(&entry.summary, locale).map(slice::from_ref),
        TextField::Description => written(&entry.description, locale).map(slice::from_ref),
        TextField::Causes => written(&entry.causes, locale).map(Vec::as_slice),
        TextField::Resolution => written(&entry.resolution, locale).map(Vec::as_slice),
    }
}

/// The texts that are shown in this locale.
fn shown(entry: &Entry, field: TextField, locale: usize) -> &[Template] {
    match field {
        TextField::Message => slice::from_ref(&entry.messages[locale].template),
        TextField::Summary => slice::from_ref(entry.summary.get(locale)),
        TextField::Description => slice::from_ref(entry.description.get(locale)),
        TextField::Causes => entry.causes.get(locale),
        TextField::Resolution => entry.resolution.get(locale),
    }
}

/// Whether the texts show the same, whichever way their placeholders are written.
fn same([old, new]: &[Names<'_>; 2], before: &[Template], after: &[Template]) -> bool {
    let is_same = |(before, after): (&Template, &Template)| {
        (before.text == after.text && old.today == new.today)
            || with_names(before, &old.today) == with_names(after, &new.today)
    };
    before.len() == after.len() && before.iter().zip(after).all(is_same)
}

fn with_names(template: &Template, names: &[&str]) -> String {
    template.with_names(|index| names[index].to_owned())
}

fn changed(
    tongues: &Tongues<'_>,
    entry: &Entry,
    field: TextField,
    tag: &str,
    sides: [(&Names<'_>, Option<&[Template]>); 2],
) -> Finding {
    let code = &entry.code;
    let (rule, also) = tongues.rule(field, tag);
    let what = match sides {
        [(_, None), _] => "new",
        [_, (_, None)] => "gone",
        _ => "another",
    };
    let item = Item::Text { code: code.clone(), field, locale: tag.to_owned() };
    let [before, after] = sides.map(|(names, texts)| {
        let lines = texts?.iter().map(|text| with_names(text, &names.written));
        Some(Side { item: item.clone(), value: Some(lines.collect::<Vec<_>>().join("\n")) })
    });
    Finding::new(rule, before, after, format!("the `{tag}` {field} of `{code}` is {what}")).also(also)
}
