//! Which locale of a catalog is meant.

/// The index of the locale that `wanted` means, as browsers and environment variables write it.
///
/// It is the one with the most subtags of those that `wanted` starts with (the lookup of RFC 4647, section 3.4): `en-US`
/// means `en-US`, or else `en`. Letter case is ignored, `_` is `-`, and an encoding (`.UTF-8`) and a modifier (`@euro`)
/// say nothing about the locale. `None` if there is none, as for `C` and `*`.
///
/// `"…".parse::<Locale>()`, [`localized_in`](crate::TokenCode::localized_in) and the methods of
/// [`AnyCode`](crate::AnyCode) find theirs so.
///
/// ```
/// use token_codes::{Locale, find_locale};
///
/// assert_eq!(find_locale(&["ja", "en"], "en_US.UTF-8"), Some(1));
/// assert_eq!(find_locale(&["zh", "zh-Hant"], "zh-Hant-TW"), Some(1));
/// assert_eq!(find_locale(&["ja", "en"], "fr"), None);
/// assert_eq!("en-US".parse(), Ok(Locale::En));
/// ```
#[must_use]
pub fn find_locale(locales: &[impl AsRef<str>], wanted: &str) -> Option<usize> {
    let wanted = wanted.trim_ascii();
    // A tag that was found before is one of these texts itself, which takes no look at its letters.
    if let Some(index) = locales.iter().position(|tag| core::ptr::eq(tag.as_ref(), wanted)) {
        return Some(index);
    }
    let tags = locales.iter().map(AsRef::as_ref).enumerate();
    tags.filter(|(_, tag)| starts_with(wanted, tag)).max_by_key(|(_, tag)| tag.len()).map(|(index, _)| index)
}

/// Whether the first subtags of `wanted` are those of `tag`.
fn starts_with(wanted: &str, tag: &str) -> bool {
    let Some((start, rest)) = wanted.as_bytes().split_at_checked(tag.len()) else { return false };
    let same = |(a, b): (&u8, u8)| a.eq_ignore_ascii_case(&b) || (*a, b) == (b'_', b'-');
    start.iter().zip(tag.bytes()).all(same) && matches!(rest, [] | [b'-' | b'_' | b'.' | b'@', ..])
}
