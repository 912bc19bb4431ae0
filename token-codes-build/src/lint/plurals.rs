//! The plurals of a text against the rules of its language.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use super::Lint;
use crate::{
    catalog::{CutKind, ParamType, Selector},
    cldr::{Category, Language, PluralKind},
    diagnostic::{Diagnostic, Kind},
    model::{Branch, Model, Param, Params, Plural, Text},
    suggest::{self, listed},
    template::MAX_WRONG,
    yaml::locate,
};

/// Reports what a plural lacks, or has too much of, in its language.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>) {
    for (_, body) in lint.model.bodies() {
        for text in body.texts().filter(|text| !text.plurals.is_empty()) {
            // What is wrong in so many is wrong in all.
            for plural in text.plurals.iter().take(MAX_WRONG) {
                let name = named(&body.params, text, plural);
                categories(lint, text, plural, &name);
                repeated_branches(lint, text, plural, &name);
            }
            repeated_plurals(lint, &body.params, text);
        }
    }
}

/// The param of a plural as reports name it: `max_hours`, or, if the text has its number, `{0}` with its name.
fn named(params: &Params<'_>, text: &Text<'_>, plural: &Plural) -> String {
    let written = &text.written.scalar.text[plural.name.clone()];
    let name = plural.param.and_then(|param| params.known().get(param)).map(|param| &*param.name.text);
    match name {
        Some(name) if name != written => format!("`{{{written}}}` (`{name}`)"),
        _ => format!("`{written}`"),
    }
}

/// Reports the categories that a plural lacks, and those that its language does not have: one mistake each.
fn categories(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, plural: &Plural, name: &str) {
    let language = language(lint.model, text);
    let missing = plural.missing(language);
    // The branch that is missing may be one that does not say right what it is for.
    if !missing.is_empty() && plural.is_sure() {
        let diagnostic = lacking(lint, text, plural, name, &missing);
        lint.report(diagnostic);
    }
    let is_unknown = |branch: &&Branch| matches!(branch.selector, Some(Selector::Category(category)) if !language.has(plural.kind, category));
    let unknown: Vec<_> = plural.branches.iter().filter(is_unknown).take(Category::ALL.len()).collect();
    if !unknown.is_empty() {
        let diagnostic = foreign(lint, text, plural, &unknown);
        lint.report(diagnostic);
    }
}

fn lacking(
    lint: &mut Lint<'_, '_, '_>,
    text: &Text<'_>,
    plural: &Plural,
    name: &str,
    missing: &[Category],
) -> Diagnostic {
    let words = || missing.iter().map(|category| category.as_str());
    let lacks = if missing.len() == 1 { "category" } else { "categories" };
    let message =
        format!("the plural of {name} in the {} lacks the {lacks} {}", text.written, listed(words()));
    let branches: Vec<_> = words().map(|category| format!("{category} {{…}}")).collect();
    let help = format!("add `{}`: {}", branches.join(" "), lint.categories.of(lint.model, text, plural.kind));
    let span = locate(lint.context.source.text(), text.written.scalar, head(text, plural));
    Diagnostic::new(Kind::MissingCategory, span, message).help(help)
}

fn foreign(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, plural: &Plural, unknown: &[&Branch]) -> Diagnostic {
    let scalar = text.written.scalar;
    let place = |branch: &Branch| locate(lint.context.source.text(), scalar, branch.at.clone());
    let words = || unknown.iter().map(|branch| &scalar.text[branch.at.clone()]);
    let tag = tag(lint.model, text);
    let (no, remove) = match unknown.len() {
        1 => ("category", "branch"),
        _ => ("categories", "branches"),
    };
    let message = format!("the language of `{tag}` does not have the {no} {}", listed(words()));
    let diagnostic = Diagnostic::new(Kind::UnknownCategory, place(unknown[0]), message);
    let labels = unknown[1..].iter().map(|branch| place(branch)).collect::<Vec<_>>();
    let diagnostic =
        labels.into_iter().fold(diagnostic, |diagnostic, span| diagnostic.label(span, "nor this one"));
    let all = lint.categories.of(lint.model, text, plural.kind);
    diagnostic.help(format!("remove the {remove}: {all}"))
}

/// `max_hours, plural`, of the braces that a plural starts with.
fn head(text: &Text<'_>, plural: &Plural) -> Range<usize> {
    let after = &text.written.scalar.text[plural.name.end..];
    let kind = plural.kind.as_str();
    let end = after.find(kind).map_or(0, |start| start + kind.len());
    plural.name.start..plural.name.end + end
}

/// Reports each branch that is for the same as one before it.
fn repeated_branches(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, plural: &Plural, name: &str) {
    let scalar = text.written.scalar;
    let (mut first, mut found) = (BTreeMap::new(), 0);
    for branch in &plural.branches {
        let Some(selector) = branch.selector else { continue };
        let first: &Branch = first.entry(selector).or_insert(branch);
        if first.at == branch.at {
            continue;
        }
        let [there, here] =
            [first, branch].map(|branch| locate(lint.context.source.text(), scalar, branch.at.clone()));
        let message = format!("the plural of {name} has two branches for `{selector}`");
        let diagnostic = Diagnostic::new(Kind::RepeatedBranch, here, message).label(there, "the first");
        lint.report(diagnostic.help("remove one of the two"));
        found += 1;
        if found == MAX_WRONG {
            return;
        }
    }
}

/// Reports each plural of a param that has one before it in the text.
fn repeated_plurals(lint: &mut Lint<'_, '_, '_>, params: &Params<'_>, text: &Text<'_>) {
    let mut firsts = HashMap::new();
    let known = text.plurals.iter().filter_map(|plural| Some((plural.param?, plural)));
    let again = known.filter_map(|(param, plural)| {
        let first: &Plural = firsts.entry(param).or_insert(plural);
        (first.range != plural.range).then_some((first, plural))
    });
    for (first, plural) in again.take(MAX_WRONG) {
        let name = named(params, text, plural);
        repeated_plural(lint, text, [first, plural], &name);
    }
}

fn repeated_plural(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, both: [&Plural; 2], name: &str) {
    let [there, here] =
        both.map(|plural| locate(lint.context.source.text(), text.written.scalar, head(text, plural)));
    let message = format!("the {} has two plurals of {name}", text.written);
    let help = "write one, whose branches have all the words that depend on the number";
    let diagnostic = Diagnostic::new(Kind::RepeatedPlural, here, message).label(there, "the first");
    lint.report(diagnostic.help(help));
}

/// Reports each param that plurals or numbers need to be an integer, and that is none: one mistake, in however many texts.
pub(super) fn types(lint: &mut Lint<'_, '_, '_>) {
    for (_, body) in lint.model.bodies() {
        let mut seen = HashSet::new();
        for text in body.texts().filter(|text| text.is_icu) {
            for cut in &text.cuts {
                let (param, is_plural) = match cut.kind {
                    CutKind::Plural(param, _) => (param, true),
                    CutKind::Number(param) => (param, false),
                    _ => continue,
                };
                let param = &body.params.known()[param];
                let Ok(ty) = param.ty else { continue };
                if ty != ParamType::Integer && seen.insert(&param.name.text) {
                    let part = cut.start..cut.end;
                    let diagnostic = mismatched(lint, text, param, ty, part, is_plural);
                    lint.report(diagnostic);
                }
            }
        }
    }
}

fn mismatched(
    lint: &Lint<'_, '_, '_>,
    text: &Text<'_>,
    param: &Param<'_>,
    ty: ParamType,
    part: Range<usize>,
    is_plural: bool,
) -> Diagnostic {
    let name = &param.name.text;
    let is = format!("the param `{name}` is of type `{}`", ty.as_str());
    let message = if is_plural {
        format!("{is}, and the {} has a plural of it", text.written)
    } else {
        format!("{is}, and the {} has its digits grouped", text.written)
    };
    let span = locate(lint.context.source.text(), text.written.scalar, part);
    Diagnostic::new(Kind::MismatchedPlural, span, message)
        .help(format!("declare it as `{name}: integer`; or write `{{{name}}}`"))
        .label(param.name.span.clone(), "declared here")
}

/// Reports, once for each locale, that a text in it has a plural and nothing is known of its language.
pub(super) fn unknown_languages(lint: &mut Lint<'_, '_, '_>) {
    let model = lint.model;
    let texts = model.bodies().flat_map(|(_, body)| body.texts()).filter(|text| !text.plurals.is_empty());
    let tags: HashSet<_> = texts.map(|text| tag(model, text)).collect();
    for locale in &model.locales.list {
        let tag = &*locale.tag.text;
        if tags.contains(tag) && !Language::of(tag).is_known() {
            let message =
                format!("no plural rules are known of the language of `{tag}`: all numbers are `other`");
            let help = "write branches for `other`, and for single numbers such as `=1`; if that is right, set \
                        `unknown-language: allow` in `checks` at the top";
            let diagnostic = Diagnostic::new(Kind::UnknownLanguage, locale.tag.span.clone(), message);
            lint.report_in(Some(tag), diagnostic.help(help));
        }
    }
}

/// The tag of the locale that a text is in: one for all locales is in the source locale.
fn tag<'m>(model: &'m Model<'_>, text: &'m Text<'_>) -> &'m str {
    text.written.tag().or_else(|| model.locales.tags().next()).unwrap_or_default()
}

/// The language that a text is in.
pub(super) fn language(model: &Model<'_>, text: &Text<'_>) -> Language {
    Language::of(tag(model, text))
}

/// A plural with a branch for each category of the language.
pub(super) fn example(language: Language, name: &str, kind: PluralKind) -> String {
    let branches = language.categories(kind);
    let branches: Vec<_> = branches.iter().map(|category| format!("{} {{…}}", category.as_str())).collect();
    format!("{{{name}, {}, {}}}", kind.as_str(), branches.join(" "))
}

/// What is said of the categories of locales: they are told in many reports, and it takes time to find their numbers.
#[derive(Default)]
pub(super) struct Categories {
    said: HashMap<(String, PluralKind), String>,
}

impl Categories {
    /// The categories of the locale that a text is in, each with its first numbers.
    pub(super) fn of(&mut self, model: &Model<'_>, text: &Text<'_>, kind: PluralKind) -> &str {
        let tag = tag(model, text);
        self.said.entry((tag.to_owned(), kind)).or_insert_with(|| {
            let language = Language::of(tag);
            let all = language.categories(kind).into_iter().map(|category| numbers(language, kind, category));
            let all: Vec<_> = all.collect();
            match (&*all, kind) {
                ([only], _) => format!("`{tag}` has only {only}"),
                (_, PluralKind::Cardinal) => format!("`{tag}` has {}", suggest::list(&all, "and")),
                (_, PluralKind::Ordinal) => {
                    format!("of ordinals, `{tag}` has {}", suggest::list(&all, "and"))
                }
            }
        })
    }
}

fn numbers(language: Language, kind: PluralKind, category: Category) -> String {
    let name = category.as_str();
    match &*language.examples(kind, category) {
        "" => format!("`{name}` (no whole number)"),
        numbers => format!("`{name}` ({numbers})"),
    }
}
