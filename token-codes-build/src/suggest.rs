//! The nearest word to a misspelt one, and lists of words: in every report of the compiler and of the command alike.
//!
//! Public for `token-codes-cli` alone.

use std::cmp::Reverse;

/// The word that `word` is most likely a misspelling of: of those that are as near, the one that starts like it for longest,
/// and the last of these, since new codes are written at the end.
///
/// The macros have the same rule (token-codes-macros, `errors.rs`); `tests/agreements.rs` holds them together.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let common_start = |known: &str| word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let near = known.into_iter().filter_map(|known| {
        let distance = distance(&word, known)?;
        Some((Reverse(distance), common_start(&known.to_lowercase()), known))
    });
    near.max_by_key(|(distance, common_start, _)| (*distance, *common_start)).map(|(_, _, known)| known)
}

/// The targets whose word is nearest to `word`, in their order; none if all are too far off to be what was meant.
pub fn all_nearest<'a, T>(word: &str, known: impl IntoIterator<Item = (&'a str, T)>) -> Vec<T> {
    /// More than these help nobody to choose.
    const AT_MOST: usize = 5;
    let word = word.to_lowercase();
    let (mut least, mut found) = (usize::MAX, Vec::new());
    for (known, target) in known {
        match distance(&word, known) {
            Some(distance) if distance < least => (least, found) = (distance, vec![target]),
            Some(distance) if distance == least => found.push(target),
            _ => {}
        }
    }
    found.truncate(AT_MOST);
    found
}

/// How far a word in lower case is from a known one; `None` if more than a third of the longer one differs, as in rustc.
fn distance(word: &str, known: &str) -> Option<usize> {
    // The effort grows with the length, and nobody misspells a text. A character is of one to four bytes.
    const LONGEST: usize = 64;
    if word.len().max(known.len()) > 4 * LONGEST {
        return None;
    }
    let known = known.to_lowercase();
    let [one, other] = [word, &known].map(|word| word.chars().count());
    let furthest = one.max(other).max(3) / 3;
    if one.max(other) > LONGEST || one.abs_diff(other) > furthest {
        return None;
    }
    Some(strsim::damerau_levenshtein(word, &known)).filter(|distance| *distance <= furthest)
}

/// The words in backquotes, with commas and a last `and`.
pub(crate) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    joined(words.into_iter().map(|word| format!("`{word}`")))
}

/// The items with commas and a last `and`; of many, how many more there are.
pub(crate) fn joined(items: impl IntoIterator<Item = String>) -> String {
    // A list that nobody reads to its end must not be written out for each of a thousand mistakes.
    const SHOWN: usize = 24;
    let mut items = items.into_iter();
    let mut shown: Vec<String> = items.by_ref().take(SHOWN).collect();
    match items.count() {
        0 => {}
        1 => shown.push("1 more".to_owned()),
        more => shown.push(format!("{more} more")),
    }
    list(&shown, "and")
}

/// `a`, `a and b`, or `a, b and c`.
pub fn list<S: AsRef<str>>(items: &[S], conjunction: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {conjunction} {}", first.join(", "), last.as_ref())
        }
    }
}

/// The text in quotes, as it must be written in YAML to be taken as it is; `…` for a long one.
pub(crate) fn quoted(text: &str) -> String {
    const SHOWN: usize = 60;
    if text.chars().count() > SHOWN || text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        "'…'".to_owned()
    } else if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::{all_nearest, list, listed, nearest, quoted};

    #[test]
    fn nearest_is_near() {
        assert_eq!(nearest("mesage", ["name", "message"]), Some("message"));
        assert_eq!(nearest("JA", ["ja", "en"]), Some("ja"));
        assert_eq!(nearest("nothing", ["ja", "en"]), None);
        assert_eq!(nearest("TOK014", ["TOK004", "TOK010", "TOK013"]), Some("TOK013"));
        assert_eq!(nearest("", ["TOK001"]), None);
    }

    fn all<'a>(word: &str, known: &[&'a str]) -> Vec<&'a str> {
        all_nearest(word, known.iter().map(|word| (*word, *word)))
    }

    #[test]
    fn all_that_are_as_near_come_in_the_order_given() {
        assert_eq!(all("TOK05", &["TOK001", "TOK005", "TOK013"]), ["TOK005"]);
        assert_eq!(all("TOK014", &["TOK004", "TOK005", "TOK013"]), ["TOK004", "TOK013"]);
        assert_eq!(all("TKO005", &["TOK001", "TOK005"]), ["TOK005"]);
        assert_eq!(all("XYZ", &["TOK001", "TOK005"]), [""; 0]);
        assert_eq!(all("A0", &["A1", "A2", "A3", "A4", "A5", "A6"]).len(), 5);
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(listed(["a"]), "`a`");
        assert_eq!(listed(["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!((&*list::<&str>(&[], "or"), &*list(&["a", "b"], "or")), ("", "a or b"));
    }

    #[test]
    fn quotes_are_chosen() {
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("it's \"x\""), "'it''s \"x\"'");
        assert_eq!(quoted(&"x".repeat(99)), "'…'");
    }
}
