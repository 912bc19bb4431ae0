//! `token-codes explain`: what a code means, what causes it and how to resolve it.

mod human;
mod show;

use std::path::Path;

use clap::Args;
use serde::Serialize;
use token_codes_build::catalog::{Catalog, Entry, Param, Template, Text};
use token_codes_build::cldr::Language;
use token_codes_docs::{ColumnsJson, Notice};

use crate::answer::Answer;
use crate::arguments::{self, Bound};
use crate::catalog_file::{self, Loaded};
use crate::format::{Format, json_line};
use crate::mistake::Mistake;
use crate::{find, locale};

/// What is asked.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The code, its name or its number, such as `TOK005` or `expiry-too-far`, in any letter case; or a text with the code in it
    #[arg(value_name = "CODE")]
    code: String,

    /// What its placeholders stand for, by name or index: `max_hours=24` or `0=24`; one left out stays visible
    #[arg(value_name = "PARAM=VALUE")]
    arguments: Vec<String>,

    /// The locale of the texts, such as `en` [default: the catalog's first]
    #[arg(long, value_name = "LOCALE")]
    locale: Option<String>,

    /// How to show it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// All that is known of a code, in one locale and with its arguments filled in.
///
/// As JSON, the fields keep their names; others may be added.
#[derive(Debug, Serialize)]
struct Explanation<'a> {
    /// What the reader should know beside it; a program sees it in `translated`.
    #[serde(skip)]
    note: Option<String>,
    code: String,
    name: Option<String>,
    /// What is said of it, if it is retired or deprecated; else left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<Notice<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<Notice<'a>>,
    locale: String,
    /// Whether the message is in that locale; if not, it is that of the locale that stands in.
    translated: bool,
    params: Vec<Filled>,
    message: String,
    /// Empty if the catalog has none, as are the other texts and lists.
    summary: String,
    /// What it has in the catalog's columns, each with the column's name.
    columns: ColumnsJson<'a>,
    description: String,
    causes: Vec<String>,
    resolution: Vec<String>,
}

/// A param with what the command line gives for it.
#[derive(Debug, Serialize)]
struct Filled {
    name: String,
    r#type: &'static str,
    value: Option<String>,
}

/// Explains a code of the catalog.
///
/// # Errors
///
/// All mistakes in the request, in the order of the command line.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let loaded = catalog_file::load(catalog).map_err(|mistake| {
        // What is wrong with the arguments whatever the catalog says is told in the same run.
        let mut mistakes = vec![mistake];
        arguments::bind(None, &request.arguments, &mut mistakes);
        mistakes
    })?;
    let explanation = explain(&loaded, request)?;
    Ok(match request.format {
        Format::Human => Answer::page(&explanation).note(explanation.note),
        Format::Json => Answer::page(json_line(&explanation)),
    })
}

fn explain<'a>(loaded: &'a Loaded, request: &Request) -> Result<Explanation<'a>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let found = find::entry(loaded, &request.code).map_err(|mistake| mistakes.push(mistake)).ok();
    let bound = arguments::bind(found.map(|(entry, _)| entry), &request.arguments, &mut mistakes);
    let locale = locale::find(&loaded.catalog, request.locale.as_deref());
    match (found, locale) {
        (Some((entry, retired)), Ok(locale)) if mistakes.is_empty() => {
            let fill = |text: &Template, language| match request.format {
                Format::Human => show::show(&bound, text, language),
                Format::Json => bound.fill(text, language),
            };
            let explanation = build(&loaded.catalog, entry, locale, &bound, fill);
            Ok(Explanation { retired: retired.map(Notice::of_retired), ..explanation })
        }
        (_, locale) => {
            mistakes.extend(locale.err());
            Err(mistakes)
        }
    }
}

fn build<'a>(
    catalog: &'a Catalog,
    entry: &'a Entry,
    locale: usize,
    bound: &Bound<'_>,
    fill: impl Fn(&Template, Language) -> String,
) -> Explanation<'a> {
    let message = &entry.messages[locale];
    let is_other = !message.translated && !message.template.text.is_empty();
    let note = is_other.then(|| {
        let [wanted, instead] = [locale, message.locale].map(|locale| &catalog.locales[locale].tag);
        format!("`{}` has no message in `{wanted}`, so the one in `{instead}` is shown", entry.code)
    });
    let language = |locale: usize| catalog.locales[locale].language;
    let fill_text =
        |text: &Text<Template>| fill(text.get(locale), language(text.locale(locale).unwrap_or(0)));
    let fill_list = |list: &Text<Vec<Template>>| {
        let language = language(list.locale(locale).unwrap_or(0));
        list.get(locale).iter().map(|text| fill(text, language)).collect()
    };
    Explanation {
        note,
        code: entry.code.clone(),
        name: Some(entry.name.clone()).filter(|name| !name.is_empty()),
        retired: None,
        deprecated: Notice::of_deprecated(entry),
        locale: catalog.locales[locale].tag.clone(),
        translated: message.translated,
        params: entry
            .params
            .iter()
            .enumerate()
            .map(|(index, param)| filled(param, bound.value(index)))
            .collect(),
        message: fill(&message.template, language(message.locale)),
        summary: fill_text(&entry.summary),
        columns: ColumnsJson::new(catalog, entry),
        description: fill_text(&entry.description),
        causes: fill_list(&entry.causes),
        resolution: fill_list(&entry.resolution),
    }
}

fn filled(param: &Param, value: Option<&str>) -> Filled {
    Filled { name: param.name.clone(), r#type: param.ty.as_str(), value: value.map(str::to_owned) }
}
