//! The second stage: from the trees to typed entries, in which every part knows its place.
//!
//! This is the only part that matches on the shapes of YAML. It reads words for what they name: a key, a locale, a type, a
//! column, a param. A mistake ends nothing: it is reported, and what comes after it is read all the same. What follows
//! from a mistake that has been reported is not reported again, so that one mistake gives one report.

mod accepted;
mod checks;
mod columns;
mod deprecated;
mod entries;
mod fallback;
mod field;
mod files;
mod headings;
mod integers;
mod locales;
mod log_locale;
mod native_digits;
mod omits;
mod params;
mod resolve;
mod retired;
mod roles;
mod stale;
mod texts;
mod values;
mod was;

use crate::{context::Context, model::Model, options::Options, parse::Parsed};
pub(crate) use entries::message_example;
pub(crate) use locales::mistake as locale_mistake;

use entries::Entries;
use files::Header;

/// Reads the trees of a catalog.
pub(crate) fn lower<'a>(
    context: &mut Context<'a, '_>,
    parsed: &'a Parsed<'a>,
    options: Options,
) -> Model<'a> {
    let files = files::lower(context, parsed);
    let header = Header::of(context, &files);
    let locales = locales::lower(context, &header);
    let fallback = fallback::lower(context, &header.fields, &locales);
    let levels = checks::lower(context, &header.fields, &locales, options);
    let log_locale = log_locale::lower(context, &header.fields, &locales);
    let native_digits = native_digits::lower(context, &header.fields, &locales);
    let headings = headings::lower(context, &header.fields, &locales);
    let titles: Vec<_> = files.iter().map(|file| file.titles(context)).collect();
    let accepted = accepted::lower(context, &header.fields);
    let columns = columns::lower(context, &header.fields);
    let retired = retired::lower(context, &files, &locales, &columns);
    let entries = Entries::lower(context, &files, &locales, &columns);
    let roles = roles::lower(context, &header.fields, &files, &columns, &entries);
    let files = files.iter().zip(titles).zip(&entries.of_files);
    Model {
        files: files.map(|((file, titles), entries)| file.with(titles, entries.clone())).collect(),
        locales,
        log_locale,
        native_digits,
        fallback,
        headings,
        levels,
        columns,
        roles,
        accepted,
        retired,
        entries: entries.list,
        without_codes: entries.without_codes,
        lost_entries: entries.lost,
    }
}
