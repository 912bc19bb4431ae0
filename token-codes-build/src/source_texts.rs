//! When a source text counts as another one, so that its translations are to be looked at again.

/// Whether the two are the same but for white space, and for straight quotes in the place of curly ones.
///
/// How a text is quoted in YAML is no part of it.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    significant(one).eq(significant(other))
}

/// As [`is_same`], for the texts of a list.
pub(crate) fn are_same(ones: &[impl AsRef<str>], others: &[impl AsRef<str>]) -> bool {
    ones.len() == others.len()
        && ones.iter().zip(others).all(|(one, other)| is_same(one.as_ref(), other.as_ref()))
}

fn significant(text: &str) -> impl Iterator<Item = char> {
    let straight = |character| match character {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        other => other,
    };
    text.chars().filter(|character| !character.is_whitespace()).map(straight)
}

#[cfg(test)]
mod tests {
    use super::{are_same, is_same};

    #[test]
    fn white_space_and_quotes_make_no_other_text() {
        for (one, other) in
            [("a b", "a\n b "), ("it’s “x”", "it's \"x\""), ("期限　です", "期限です"), ("", " ")]
        {
            assert!(is_same(one, other), "{one:?} {other:?}");
        }
        for (one, other) in [("a", "A"), ("a", "a."), ("{0}", "{1}"), ("it's", "its"), ("", "a")] {
            assert!(!is_same(one, other), "{one:?} {other:?}");
        }
        assert!(are_same(&["a", "b c"], &["a", "b  c"]) && !are_same(&["a"], &["a", ""]));
    }
}
