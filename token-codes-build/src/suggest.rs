//! The nearest word to a misspelt one, and lists of words.

/// The candidate that `word` is most likely a misspelling of.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The effort grows with the length, and no candidate is that long.
    if word.len() > 64 {
        return None;
    }
    let word = word.to_lowercase();
    let limit = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        // Too long or too short to be near: a character is of one to four bytes.
        .filter(|candidate| candidate.len() <= 4 * (word.len() + limit))
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, _)| distance <= limit)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
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
    match &*shown {
        [] => String::new(),
        [item] => item.clone(),
        [items @ .., last] => format!("{} and {last}", items.join(", ")),
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
    use super::{listed, nearest, quoted};

    #[test]
    fn nearest_is_near() {
        assert_eq!(nearest("mesage", ["name", "message"]), Some("message"));
        assert_eq!(nearest("JA", ["ja", "en"]), Some("ja"));
        assert_eq!(nearest("nothing", ["ja", "en"]), None);
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(listed(["a"]), "`a`");
        assert_eq!(listed(["a", "b", "c"]), "`a`, `b` and `c`");
    }

    #[test]
    fn quotes_are_chosen() {
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("it's \"x\""), "'it''s \"x\"'");
        assert_eq!(quoted(&"x".repeat(99)), "'…'");
    }
}
