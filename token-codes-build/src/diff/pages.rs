//! What stands on the reference pages beside the codes: titles, introductions, headings.

use std::path::Path;

use super::{Item, Side, finding::Finding, rule::Rule};
use crate::catalog::{Catalog, CatalogFile, Heading};

pub(super) fn compare(old: &Catalog, new: &Catalog, found: &mut Vec<Finding>) {
    let titles = (&*old.title, &*new.title);
    let introductions = (&*old.description, &*new.description);
    found.extend(changed("the title of the catalog", &Item::Title(None), titles));
    found.extend(changed("the introduction of the catalog", &Item::Introduction(None), introductions));
    for new_file in families(new) {
        if let Some(old_file) = families(old).find(|old| name(old) == name(new_file)) {
            family(old_file, new_file, found);
        }
    }
    for (place, locale) in new.locales.iter().enumerate() {
        if let Some(was) = old.locales.iter().position(|old| old.tag == locale.tag) {
            headings([(old, was), (new, place)], found);
        }
    }
}

/// The files that are families of their own: the title of the one with the locales is that of the catalog.
fn families(catalog: &Catalog) -> impl Iterator<Item = &CatalogFile> {
    let is_family = |file: &&CatalogFile| {
        catalog.files.len() > 1 && (&file.title, &file.description) != (&catalog.title, &catalog.description)
    };
    catalog.files.iter().filter(is_family)
}

/// The file's name, without its folder.
fn name(file: &CatalogFile) -> String {
    Path::new(&file.path).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn family(old: &CatalogFile, new: &CatalogFile, found: &mut Vec<Finding>) {
    let name = name(new);
    let what = |part: &str| format!("the {part} of `{name}`");
    let (titles, introductions) = ((&*old.title, &*new.title), (&*old.description, &*new.description));
    found.extend(changed(&what("title"), &Item::Title(Some(name.clone())), titles));
    found.extend(changed(&what("introduction"), &Item::Introduction(Some(name.clone())), introductions));
}

/// The headings of a locale, in each of the catalogs the one with this index; not those of others that stand in.
fn headings([old, new]: [(&Catalog, usize); 2], found: &mut Vec<Finding>) {
    fn own((catalog, index): (&Catalog, usize), heading: Heading) -> &str {
        let headings = &catalog.locales[index].headings;
        headings.written(heading).filter(|_| headings.locale(heading) == Some(index)).unwrap_or_default()
    }
    let tag = &new.0.locales[new.1].tag;
    for heading in Heading::ALL {
        let key = heading.key();
        let item = Item::Heading { locale: tag.clone(), key };
        let what = format!("the `{tag}` heading `{key}`");
        found.extend(changed(&what, &item, (own(old, heading), own(new, heading))));
    }
}

/// The finding on a text; one that is empty is not there.
fn changed(what: &str, item: &Item, (before, after): (&str, &str)) -> Option<Finding> {
    let side = |text: &str| {
        let text = Some(text).filter(|text| !text.is_empty())?;
        Some(Side { item: item.clone(), value: Some(text.to_owned()) })
    };
    let state = match (before, after) {
        _ if before == after => return None,
        ("", _) => "new",
        (_, "") => "gone",
        _ => "another",
    };
    Some(Finding::new(Rule::PageTextChanged, side(before), side(after), format!("{what} is {state}")))
}
