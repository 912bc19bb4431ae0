//! Codes that differ only in the number at their end.

/// What stands before the digits at the end of a code, and these.
pub(super) fn split(code: &str) -> (&str, &str) {
    code.split_at(code.trim_end_matches(|character: char| character.is_ascii_digit()).len())
}

/// The number of `code`, if it has one and is of the family of `other`: its digits, such that the larger one compares so.
pub(super) fn number_among<'a>(code: &'a str, other: &str) -> Option<(usize, &'a str)> {
    let (family, digits) = split(code);
    let digits_alone = digits.trim_start_matches('0');
    (family == split(other).0 && !digits.is_empty()).then_some((digits_alone.len(), digits_alone))
}

/// The code after the highest of the family in `taken`, with as many digits as the family has; `None` if there is no
/// higher number.
pub(super) fn next<'a>(family: &str, taken: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut highest = 0_u64;
    let mut width = None;
    for code in taken {
        let (prefix, digits) = split(code);
        if prefix != family || digits.is_empty() {
            continue;
        }
        highest = highest.max(digits.parse().ok()?);
        // Where the numbers are not padded, they have the fewest digits at first.
        width = Some(width.map_or(digits.len(), |width: usize| width.min(digits.len())));
    }
    let next = highest.checked_add(1)?;
    let width = width.unwrap_or(3);
    Some(format!("{family}{next:0width$}"))
}

#[cfg(test)]
mod tests {
    use super::{next, number_among, split};

    #[track_caller]
    fn assert_next(taken: &[&str], expected: &str) {
        assert_eq!(next("SHOP", taken.iter().copied()).as_deref(), Some(expected));
    }

    #[test]
    fn a_family_is_what_stands_before_the_number() {
        assert_eq!(split("SHOP042"), ("SHOP", "042"));
        assert_eq!(split("DM-load-34019"), ("DM-load-", "34019"));
        assert_eq!(split("000012"), ("", "000012"));
        assert_eq!(split("NO"), ("NO", ""));
    }

    #[test]
    fn numbers_compare_as_such_however_long_they_are() {
        let number = |code| number_among(code, "SHOP001");
        assert!(number("SHOP10") > number("SHOP009"));
        assert!(number("SHOP100000000000000000000000000000000") > number("SHOP99"));
        assert_eq!((number("SHOP"), number("TOK001")), (None, None));
    }

    #[test]
    fn the_next_number_is_padded_like_the_others() {
        assert_next(&[], "SHOP001");
        assert_next(&["SHOP", "SHOPS07", "TOK013"], "SHOP001");
        assert_next(&["SHOP041", "SHOP003"], "SHOP042");
        assert_next(&["SHOP1", "SHOP10"], "SHOP11");
        assert_next(&["SHOP999"], "SHOP1000");
        assert_next(&["SHOP00007"], "SHOP00008");
    }

    #[test]
    fn there_is_an_end_to_all_numbers() {
        assert_eq!(next("A", ["A18446744073709551615"].into_iter()), None);
        assert_eq!(next("A", ["A99999999999999999999"].into_iter()), None);
    }
}
