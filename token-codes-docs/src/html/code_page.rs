//! The page of a code.

use askama::Template;
use token_codes_build::catalog::{Column, Entry, Heading, Value};

use super::notice::{Link, PageNotice};
use super::page::Page;
use super::text::PageText;
use crate::Notice;
use crate::parts::{NO_WORDS, Part, placeholder};

#[derive(Template)]
#[template(path = "code.html", whitespace = "minimize")]
struct CodePage<'a> {
    page: Page<'a>,
    code: &'a str,
    notice: Option<PageNotice<'a>>,
    params: Vec<Param<'a>>,
    message: PageText<'a>,
    /// The locale that stands in for that of the page.
    instead: Option<&'a str>,
    summary: PageText<'a>,
    description: PageText<'a>,
    causes: Vec<PageText<'a>>,
    resolution: Vec<PageText<'a>>,
    others: Vec<Other<'a>>,
    /// What else the code has.
    columns: Vec<(&'a Column, &'a Value)>,
    previous: Option<Link<'a>>,
    next: Option<Link<'a>>,
}

/// What a placeholder stands for.
struct Param<'a> {
    placeholder: String,
    name: &'a str,
    kind: &'static str,
}

/// The message in another locale.
struct Other<'a> {
    tag: &'a str,
    message: PageText<'a>,
}

/// The page of the entry with this index.
pub(super) fn render<'a>(page: Page<'a>, slugs: &'a [String], index: usize) -> String {
    let (entry, retired) = page.catalog.with_retired().nth(index).expect("there is a slug for each page");
    let message = &entry.messages[page.locale];
    let shown_message = page.message(message);
    // Only codes in use have neighbours.
    let link = |index: usize| {
        let entry = page.catalog.entries.get(index)?;
        Some(Link { slug: &slugs[index], code: &entry.code })
    };
    let page = CodePage {
        page,
        code: &entry.code,
        notice: Notice::of(entry, retired).map(|notice| PageNotice::new(page, slugs, notice)),
        params: params(entry, &shown_message),
        message: shown_message,
        instead: (!message.translated && !message.template.text.is_empty())
            .then(|| &*page.catalog.locales[message.locale].tag),
        summary: page.text(&entry.summary),
        description: page.text(&entry.description),
        causes: page.list(&entry.causes),
        resolution: page.list(&entry.resolution),
        others: others(page, entry),
        columns: values(page, entry),
        previous: index.checked_sub(1).filter(|_| retired.is_none()).and_then(link),
        next: link(index + 1),
    };
    page.render().expect("all that is shown is text")
}

/// The params, with their placeholders as the message has them.
fn params<'a>(entry: &'a Entry, message: &PageText<'_>) -> Vec<Param<'a>> {
    let params = entry.params.iter().enumerate().map(|(index, param)| Param {
        placeholder: placeholder(&message.parts, index).map_or_else(|| format!("{{{index}}}"), str::to_owned),
        name: &param.name,
        kind: param.ty.as_str(),
    });
    params.collect()
}

fn values<'a>(page: Page<'a>, entry: &'a Entry) -> Vec<(&'a Column, &'a Value)> {
    let values = page.catalog.columns.iter().zip(&entry.values);
    values.filter_map(|(column, value)| Some((column, value.as_ref()?))).collect()
}

/// The messages that the catalog has in other locales.
fn others<'a>(page: Page<'a>, entry: &'a Entry) -> Vec<Other<'a>> {
    let messages = entry.messages.iter().enumerate();
    let others = messages.filter(|(locale, message)| *locale != page.locale && message.translated);
    let tag = |locale: usize| &*page.catalog.locales[locale].tag;
    let others = others.map(|(locale, message)| Other { tag: tag(locale), message: page.message(message) });
    others.collect()
}
