//! The rows that a table needs.

use std::collections::BTreeMap;

/// The rows by which the lookup finds what each tag has; `missing` says what that is without a row.
pub fn rows<T: PartialEq + Clone>(
    tags: &[String],
    mut of_tag: impl FnMut(&str) -> T,
    missing: impl Fn(&str) -> T,
) -> BTreeMap<String, T> {
    let values: Vec<_> = tags.iter().map(|tag| (tag, of_tag(tag), missing(tag))).collect();
    let mut rows: BTreeMap<String, T> = BTreeMap::new();
    for (tag, value, missing) in &values {
        let with_it = || {
            let mut rows = rows.clone();
            rows.insert((*tag).clone(), value.clone());
            rows
        };
        let begins = |other: &str| other.strip_prefix(tag.as_str()).is_some_and(|rest| rest.starts_with('-'));
        // Of this tag alone, but a row for a script can save those for its regions, where another script is the usual one.
        let concerned = |other: &str| other == *tag || tag.contains('-') && begins(other);
        let wrong = |rows: &BTreeMap<String, T>| {
            let concerned = values.iter().filter(|(other, ..)| concerned(other));
            concerned.filter(|(tag, value, missing)| find(rows, tag).unwrap_or(missing) != value).count()
        };
        let is_wrong = find(&rows, tag).unwrap_or(missing) != value;
        let now = wrong(&rows);
        if is_wrong || now > 1 && wrong(&with_it()) + 1 < now {
            rows = with_it();
        }
    }
    rows
}

/// As the compiler looks it up.
fn find<'a, T>(rows: &'a BTreeMap<String, T>, tag: &str) -> Option<&'a T> {
    candidates(tag).iter().find_map(|tag| rows.get(tag))
}

/// The tags of which a row may be found, the most exact first.
pub fn candidates(tag: &str) -> Vec<String> {
    let subtags: Vec<_> = tag.split('-').collect();
    match subtags[..] {
        [language, script, region] => {
            let shorter =
                [format!("{language}-{script}"), format!("{language}-{region}"), language.to_owned()];
            [tag.to_owned()].into_iter().chain(shorter).collect()
        }
        [language, _] => vec![tag.to_owned(), language.to_owned()],
        _ => vec![tag.to_owned()],
    }
}
