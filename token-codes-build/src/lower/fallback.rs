//! The header's `fallback`: which locale stands in for which.

use std::cmp::Reverse;

use super::{
    field::{Field, Fields, unique},
    locales,
};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::{Fallback, Locales, StandIn},
    yaml::Scalar,
};

const EXAMPLE: &str = "name a locale, and the one that stands in for it: `fallback: {fr: en}`";

/// That the catalog has a locale stand in for another.
#[derive(Clone, Copy)]
struct Written<'a> {
    tag: &'a Scalar,
    /// The index of the locale that stands in.
    next: usize,
    next_tag: &'a Scalar,
}

/// What stands in for each locale: what the catalog says, or else what the tags do.
pub(super) fn lower(context: &mut Context<'_, '_>, header: &Fields<'_>, locales: &Locales<'_>) -> Fallback {
    let written = written(context, header, locales);
    report_circles(context, &written);
    let mut next: Vec<_> = written.iter().map(|written| written.map(|written| written.next)).collect();
    for locale in 1..next.len() {
        if next[locale].is_none() {
            next[locale] = by_tag(locales, locale, &next);
        }
    }
    let stand_in = |next: &Option<usize>| StandIn { locale: next.unwrap_or(0), is_chosen: next.is_some() };
    Fallback { order: order(&next), next: next.iter().map(stand_in).collect() }
}

/// What `fallback` says of each locale, as far as it can be so.
fn written<'a>(
    context: &mut Context<'_, '_>,
    header: &Fields<'a>,
    locales: &Locales<'_>,
) -> Vec<Option<Written<'a>>> {
    let mut all = vec![None; locales.list.len()];
    let Some(field) = header.find("fallback") else { return all };
    let mapping = field.mapping(context, |field| {
        let diagnostic = field.unexpected("`fallback` has no value", "`fallback` is not a mapping");
        diagnostic.help(format!("{EXAMPLE}, or leave `fallback` out"))
    });
    let Ok(mapping) = mapping else { return all };
    for field in unique(context, mapping).list {
        if let Some((locale, written)) = stand_in(context, locales, field) {
            all[locale] = Some(written);
        }
    }
    all
}

/// A locale, and what stands in for it; `None` if one of the two cannot be.
fn stand_in<'a>(
    context: &mut Context<'_, '_>,
    locales: &Locales<'_>,
    field: Field<'a>,
) -> Option<(usize, Written<'a>)> {
    let tag = field.key;
    // Both are looked at, so that every mistake is found.
    let locale = locales::find(context, locales, tag).ok().flatten();
    let next_tag = field.item(context, "locale that stands in", EXAMPLE).ok()?;
    let next = locales::find(context, locales, next_tag).ok().flatten();
    let (locale, next) = (locale?, next?);
    let (span, message) = if locale == 0 {
        let message = format!("nothing stands in for the source locale `{}`", tag.text);
        (tag.span.clone(), message)
    } else if locale == next {
        (next_tag.span.clone(), format!("`{}` cannot stand in for itself", tag.text))
    } else {
        return Some((locale, Written { tag, next, next_tag }));
    };
    let help = match locale {
        0 => "remove it: every text is there in the source locale",
        _ => "name another locale, or remove it",
    };
    context.report(Diagnostic::new(Kind::InvalidFallback, span, message).help(help));
    None
}

/// Reports each way that leads from a locale back to it.
fn report_circles(context: &mut Context<'_, '_>, written: &[Option<Written<'_>>]) {
    let mut is_seen = vec![false; written.len()];
    for start in 0..written.len() {
        let mut way = Vec::new();
        let mut locale = start;
        while let Some(step) = written[locale].filter(|_| !std::mem::replace(&mut is_seen[locale], true)) {
            way.push((locale, step));
            locale = step.next;
        }
        // The way may end at one that was seen before it.
        if let Some(first) = way.iter().position(|(of, _)| *of == locale) {
            let circle: Vec<_> = way[first..].iter().map(|(_, step)| *step).collect();
            context.report(circular(&circle));
        }
    }
}

fn circular(circle: &[Written<'_>]) -> Diagnostic {
    /// More than these nobody follows.
    const SHOWN: usize = 8;
    let mut way: Vec<_> = circle.iter().map(|step| format!("`{}`", step.tag.text)).collect();
    if way.len() > SHOWN {
        let more = format!("{} more", way.len() - SHOWN);
        way.truncate(SHOWN);
        way.push(more);
    }
    way.push(way[0].clone());
    let message = format!("these locales stand in for each other in a circle: {}", way.join(" -> "));
    let help = "remove one of them, or name another locale: each way must end at the source locale";
    let label = |step: &Written<'_>| format!("stands in for `{}`", step.tag.text);
    let diagnostic = Diagnostic::new(Kind::InvalidFallback, circle[0].next_tag.span.clone(), message);
    let diagnostic = diagnostic.here(label(&circle[0])).help(help);
    circle[1..]
        .iter()
        .take(SHOWN - 1)
        .fold(diagnostic, |diagnostic, step| diagnostic.label(step.next_tag.span.clone(), label(step)))
}

/// The locale whose tag has the most of the first subtags of this one's, such as `zh` for `zh-Hant`; not one for which this
/// one stands in itself.
fn by_tag(locales: &Locales<'_>, locale: usize, next: &[Option<usize>]) -> Option<usize> {
    let tag = &locales.list[locale].tag.text;
    let starts_it = |start: &str| {
        let is_start = tag.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
        is_start && tag[start.len()..].starts_with('-')
    };
    let mut near: Vec<_> = locales.tags().enumerate().filter(|(_, tag)| starts_it(tag)).collect();
    near.sort_by_key(|(_, tag)| Reverse(tag.len()));
    near.into_iter().map(|(index, _)| index).find(|near| !leads_to(next, *near, locale))
}

/// Whether `to` is on the way from a locale over those that stand in for it.
fn leads_to(next: &[Option<usize>], from: usize, to: usize) -> bool {
    // A way in a circle has been reported.
    std::iter::successors(Some(from), |locale| next[*locale]).take(next.len()).any(|locale| locale == to)
}

/// The locales, each after the one that is next to it.
fn order(next: &[Option<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(next.len());
    let mut is_placed = vec![false; next.len()];
    for start in 0..next.len() {
        let mut way = Vec::new();
        let mut locale = start;
        while !std::mem::replace(&mut is_placed[locale], true) {
            way.push(locale);
            locale = next[locale].unwrap_or(0);
        }
        order.extend(way.into_iter().rev());
    }
    order
}
