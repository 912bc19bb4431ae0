//! The tables: one blob of text and its offsets for each column.

use std::fmt::Write as _;

use heck::ToShoutySnakeCase as _;

use super::code_index::{self, GenerateError};
use super::write::{offsets, push_array, push_numbers, push_offsets, text_column, write_static};
use super::{columns, cuts, plurals};
use crate::catalog::{Catalog, Entry, Locale, Message, Param, Privacy, Roles, Template, Text};

/// Appends every table.
pub(super) fn write(out: &mut String, catalog: &Catalog) -> Result<(), GenerateError> {
    let entries = &catalog.entries;
    write_static(out, "CODES", "p::TextColumn", &text_column(entries.iter().map(|entry| &*entry.code)));
    write_static(out, "NAMES", "p::TextColumn", &text_column(entries.iter().map(|entry| &*entry.name)));
    let plurals = plurals::used(catalog);
    if let Some(used) = plurals {
        plurals::write(out, catalog, used);
    }
    write_static(out, "PARAMS", "p::ParamColumn", &param_column(entries, plurals.is_some()));
    for (index, locale) in catalog.locales.iter().enumerate() {
        let name = column_name("MESSAGES", &locale.tag);
        let messages = entries.iter().map(|entry| &entry.messages[index]);
        write_static(out, &name, "p::TemplateColumn", &template_column(messages, &catalog.locales));
    }
    for detail in details(catalog) {
        detail.write_columns(out, catalog);
    }
    columns::write_tables(out, catalog);
    write_lookup(out, catalog)?;
    write_catalog(out, catalog);
    Ok(())
}

/// The arms of a `match locale` that read a row of one column a locale.
pub(super) fn locale_arms(catalog: &Catalog, column: &str, arguments: &str) -> String {
    let arm = |locale: &crate::catalog::Locale| {
        let column = column_name(column, &locale.tag);
        format!("                Locale::{} => {column}.get({arguments}),\n", locale.variant)
    };
    catalog.locales.iter().map(arm).collect()
}

fn column_name(column: &str, tag: &str) -> String {
    format!("{column}_{}", tag.to_shouty_snake_case())
}

/// A text of every code that may differ from locale to locale: one column if it nowhere does, else one a locale.
pub(super) struct Detail {
    method: &'static str,
    doc: &'static str,
    /// Of each item: the type that its accessor returns, and that of its column.
    types: [&'static str; 2],
    column: &'static str,
    localized: bool,
    body: fn(&[Entry], usize) -> String,
}

/// The details, in the order of a reference page.
pub(super) fn details(catalog: &Catalog) -> [Detail; 4] {
    const TEXT: [&str; 2] = ["&'static str", "p::TextColumn"];
    const LIST: [&str; 2] = ["p::Texts", "p::ListColumn"];
    let any = |localized: fn(&Entry) -> bool| catalog.entries.iter().any(localized);
    [
        Detail {
            method: "summary",
            doc: "The line that says what happened",
            types: TEXT,
            column: "SUMMARIES",
            localized: any(|entry| matches!(entry.summary, Text::PerLocale(_))),
            body: |entries, locale| detail_column(entries.iter().map(|entry| &entry.summary), locale),
        },
        Detail {
            method: "description",
            doc: "What happened, at length",
            types: TEXT,
            column: "DESCRIPTIONS",
            localized: any(|entry| matches!(entry.description, Text::PerLocale(_))),
            body: |entries, locale| detail_column(entries.iter().map(|entry| &entry.description), locale),
        },
        Detail {
            method: "causes",
            doc: "The root causes",
            types: LIST,
            column: "CAUSES",
            localized: any(|entry| matches!(entry.causes, Text::PerLocale(_))),
            body: |entries, locale| list_column(entries.iter().map(|entry| &entry.causes), locale),
        },
        Detail {
            method: "resolution",
            doc: "The steps that resolve it",
            types: LIST,
            column: "RESOLUTIONS",
            localized: any(|entry| matches!(entry.resolution, Text::PerLocale(_))),
            body: |entries, locale| list_column(entries.iter().map(|entry| &entry.resolution), locale),
        },
    ]
}

/// How a text tells `fill` in which locale it is.
const PLURALS_DOC: &str = "
        ///
        /// After the type of a plural or number stands the index of the locale whose rules hold, unless it is the source
        /// locale: `{0, plural@2, …}`.";

impl Detail {
    /// Appends the accessor, and that which takes a locale.
    pub(super) fn write_accessors(&self, out: &mut String, catalog: &Catalog) {
        let Self { method, doc, types: [returned, _], .. } = self;
        let source = self.column_in_source_locale(catalog);
        let plurals = if self.localized && plurals::used(catalog).is_some_and(|used| used.in_details) {
            PLURALS_DOC
        } else {
            ""
        };
        let body = if self.localized {
            let arms = locale_arms(catalog, self.column, "row");
            format!("let row = self as usize;\n            match locale {{\n{arms}            }}")
        } else {
            format!("let _ = locale;\n            {source}.get(self as usize)")
        };
        let _ = write!(
            out,
            r"        /// {doc}, in the source locale; empty if the catalog has none. Placeholders are as written.
        #[inline]
        #[must_use]
        pub const fn {method}(self) -> {returned} {{
            {source}.get(self as usize)
        }}

        /// {doc}, in a locale; empty if the catalog has none. Placeholders are as written.{plurals}
        #[inline]
        #[must_use]
        pub const fn {method}_in(self, locale: Locale) -> {returned} {{
            {body}
        }}

"
        );
    }

    fn write_columns(&self, out: &mut String, catalog: &Catalog) {
        let [_, ty] = self.types;
        if !self.localized {
            return write_static(out, self.column, ty, &(self.body)(&catalog.entries, 0));
        }
        for (index, locale) in catalog.locales.iter().enumerate() {
            let name = column_name(self.column, &locale.tag);
            write_static(out, &name, ty, &(self.body)(&catalog.entries, index));
        }
    }

    /// What `AnyCode` reads of it.
    fn references(&self, catalog: &Catalog) -> String {
        let locales = if self.localized { &catalog.locales[..] } else { &[] };
        let columns: Vec<_> =
            locales.iter().map(|locale| format!("&{}", column_name(self.column, &locale.tag))).collect();
        if columns.is_empty() { format!("&[&{}]", self.column) } else { format!("&[{}]", columns.join(", ")) }
    }

    fn column_in_source_locale(&self, catalog: &Catalog) -> String {
        if self.localized {
            column_name(self.column, &catalog.locales[0].tag)
        } else {
            self.column.to_owned()
        }
    }
}

fn detail_column<'a>(rows: impl Iterator<Item = &'a Text<Template>> + Clone, locale: usize) -> String {
    text_column(rows.map(|row| plurals::with_locale(row.get(locale), row.locale(locale))))
}

fn list_column<'a>(rows: impl Iterator<Item = &'a Text<Vec<Template>>> + Clone, locale: usize) -> String {
    let items = rows.clone().flat_map(|row| {
        let locale_of_row = row.locale(locale);
        row.get(locale).iter().map(move |item| plurals::with_locale(item, locale_of_row))
    });
    let mut out = format!("p::ListColumn::new({}, ", text_column(items));
    push_offsets(&mut out, rows.map(|row| row.get(locale).len()));
    out.push(')');
    out
}

fn param_column(entries: &[Entry], has_plurals: bool) -> String {
    let params = entries.iter().flat_map(|entry| &entry.params);
    let text = |param: &Param| format!("{}{}{}", &param.ty.as_str()[..1], privacy_sign(param), param.name);
    let texts: Vec<_> = params.map(text).collect();
    let mut out = format!("p::ParamColumn::new({}, ", text_column(texts.iter().map(String::as_str)));
    push_offsets(&mut out, entries.iter().map(|entry| entry.params.len()));
    out.push_str(if has_plurals { ").with_plurals(&PLURALS)" } else { ")" });
    out
}

/// What stands before the name of a param that is not public.
pub(super) fn privacy_sign(param: &Param) -> &'static str {
    match param.privacy {
        Privacy::Public => "",
        Privacy::Personal => "~",
        Privacy::Secret => "!",
    }
}

fn template_column<'a>(rows: impl Iterator<Item = &'a Message> + Clone, locales: &[Locale]) -> String {
    let texts = text_column(rows.clone().map(|row| &*row.template.text));
    let mut out = format!("p::TemplateColumn::new({texts}, ");
    let cuts: Vec<_> =
        rows.map(|row| cuts::triples(&row.template, row.locale, &locales[row.locale])).collect();
    let starts = offsets(cuts.len() + 1, cuts.iter().map(|row| 3 * row.len()));
    push_numbers(&mut out, starts.chain(cuts.iter().flatten().flatten().copied()));
    out.push(')');
    out
}

fn write_lookup(out: &mut String, catalog: &Catalog) -> Result<(), GenerateError> {
    let entries = &catalog.entries;
    let mut all = String::new();
    push_array(&mut all, entries.iter().map(|entry| format!("Code::{}", entry.variant)));
    let _ = writeln!(out, "    static ALL: [Code; {}] = {all};\n", entries.len());
    code_index::write(out, entries)
}

/// Appends what `AnyCode` reads.
fn write_catalog(out: &mut String, catalog: &Catalog) {
    let tags: Vec<_> = catalog.locales.iter().map(|locale| format!("\"{}\"", locale.tag)).collect();
    let messages: Vec<_> =
        catalog.locales.iter().map(|locale| format!("&{}", column_name("MESSAGES", &locale.tag))).collect();
    let details = details(catalog);
    let summaries = details[0].column_in_source_locale(catalog);
    let details = details.map(|detail| detail.references(catalog)).join(", ");
    let _ = writeln!(
        out,
        "    static CATALOG: p::CatalogTables = p::CatalogTables {{
        locales: &[{}],
        log_locale: {},
        plain: {},
        roles: {:?},
        codes: &CODES,
        names: &NAMES,
        summaries: &{summaries},
        params: &PARAMS,
        messages: &[{}],
        columns: &[{}],
        details: p::Details::new({details}, &{:?}),
    }};",
        tags.join(", "),
        catalog.log_locale,
        is_plain(catalog),
        roles(&catalog.roles),
        messages.join(", "),
        columns::references(catalog),
        deprecated(&catalog.entries),
    );
}

/// The rows of the codes that are deprecated.
fn deprecated(entries: &[Entry]) -> Vec<usize> {
    let rows = entries.iter().enumerate().filter(|(_, entry)| entry.deprecated.is_some());
    rows.map(|(row, _)| row).collect()
}

/// Whether every message is one line, as a log has it, and every param public.
fn is_plain(catalog: &Catalog) -> bool {
    catalog.entries.iter().all(|entry| {
        entry.params.iter().all(|param| param.privacy == Privacy::Public)
            && entry.messages.iter().all(|message| !plurals::breaks_line(&message.template))
    })
}

/// The names for each role, in the order of the enum `Role` of the runtime crate.
fn roles(roles: &Roles) -> [&str; 4] {
    let Roles { http_status, level, retry_after, grpc_status } = roles;
    [http_status, level, retry_after, grpc_status].map(|name| name.as_deref().unwrap_or_default())
}
