//! Which of the known words a mistyped one was meant to be.

/// More than these help nobody to choose.
const AT_MOST: usize = 5;

/// The targets whose word is nearest to `word`, best first; none if all are too far off to be what was meant.
///
/// Upper and lower case count as the same, so that `tok005` finds `TOK005`.
pub(crate) fn nearest<'a, T>(word: &str, known: impl IntoIterator<Item = (&'a str, T)>) -> Vec<T> {
    let word = word.to_lowercase();
    let mut least = usize::MAX;
    let mut found = Vec::new();
    for (candidate, target) in known {
        let candidate = candidate.to_lowercase();
        let distance = strsim::osa_distance(&word, &candidate);
        if distance > furthest(&word, &candidate) || distance > least {
            continue;
        }
        if distance < least {
            least = distance;
            found.clear();
        }
        found.push(target);
    }
    found.truncate(AT_MOST);
    found
}

/// A third of the longer word may differ, as in rustc.
fn furthest(word: &str, candidate: &str) -> usize {
    word.chars().count().max(candidate.chars().count()).max(3) / 3
}

#[cfg(test)]
mod tests {
    fn nearest(word: &str, known: &[&'static str]) -> Vec<&'static str> {
        super::nearest(word, known.iter().map(|word| (*word, *word)))
    }

    #[test]
    fn the_nearest_come_in_the_order_given() {
        assert_eq!(nearest("TOK05", &["TOK001", "TOK005", "TOK013"]), ["TOK005"]);
        assert_eq!(nearest("TOK014", &["TOK004", "TOK005", "TOK013"]), ["TOK004", "TOK013"]);
    }

    #[test]
    fn case_and_swapped_letters_are_small_mistakes() {
        assert_eq!(nearest("tok005", &["TOK001", "TOK005"]), ["TOK005"]);
        assert_eq!(nearest("TKO005", &["TOK001", "TOK005"]), ["TOK005"]);
    }

    #[test]
    fn far_off_words_are_no_suggestion() {
        assert_eq!(nearest("XYZ", &["TOK001", "TOK005"]), [""; 0]);
        assert_eq!(nearest("", &["TOK001"]), [""; 0]);
    }

    #[test]
    fn a_crowd_is_cut_short() {
        assert_eq!(nearest("A0", &["A1", "A2", "A3", "A4", "A5", "A6"]).len(), super::AT_MOST);
    }
}
