//! The texts beside the message, as the command line has them: one for all locales, or `ja=…` for one of them.

use token_codes_build::edit::{Detail, Editor};

use crate::locale;
use crate::mistake::Mistake;

/// A text that is given at most once for all locales, or once for each.
///
/// # Errors
///
/// If it is given otherwise, or for what seems to be a locale that the catalog does not have.
pub(super) fn text(
    editor: &Editor<'_>,
    flag: &str,
    words: &[String],
) -> Result<Option<Detail<String>>, Mistake> {
    let twice = |of: String| {
        Mistake::usage(format!("`{flag}` is given twice{of}")).help("give it once, or once for each locale")
    };
    match texts(editor, flag, words)? {
        None => Ok(None),
        Some(Detail::Same(mut texts)) if texts.len() == 1 => Ok(texts.pop().map(Detail::Same)),
        Some(Detail::Same(_)) => Err(twice(String::new())),
        Some(Detail::PerLocale(texts)) => {
            let only = |(locale, mut texts): (String, Vec<String>)| match (texts.pop(), texts.is_empty()) {
                (Some(text), true) => Ok((locale, text)),
                _ => Err(twice(format!(" in `{locale}`"))),
            };
            texts.into_iter().map(only).collect::<Result<_, _>>().map(|texts| Some(Detail::PerLocale(texts)))
        }
    }
}

/// Texts of a list, in their order.
///
/// # Errors
///
/// If some are for all locales and others for one, or for what seems to be a locale that the catalog does not have.
pub(super) fn texts(
    editor: &Editor<'_>,
    flag: &str,
    words: &[String],
) -> Result<Option<Detail<Vec<String>>>, Mistake> {
    let mut same = Vec::new();
    let mut localized: Vec<(String, Vec<String>)> = Vec::new();
    for word in words {
        match split(editor, word)? {
            (None, text) => same.push(text.to_owned()),
            (Some(locale), text) => match localized.iter_mut().find(|(known, _)| known == locale) {
                Some((_, texts)) => texts.push(text.to_owned()),
                None => localized.push((locale.to_owned(), vec![text.to_owned()])),
            },
        }
    }
    match (same.is_empty(), localized.first()) {
        (true, None) => Ok(None),
        (false, None) => Ok(Some(Detail::Same(same))),
        (true, Some(_)) => Ok(Some(Detail::PerLocale(localized))),
        (false, Some((locale, _))) => {
            let message = format!("`{flag}` is given for all locales, and for `{locale}`");
            let help = format!("write the locale before each: `{flag} {locale}=…`");
            Err(Mistake::usage(message).help(help))
        }
    }
}

/// The locale before the `=`, and the text.
fn split<'w>(editor: &Editor<'_>, word: &'w str) -> Result<(Option<&'w str>, &'w str), Mistake> {
    let Some((before, text)) = word.split_once('=') else { return Ok((None, word)) };
    if editor.locales().any(|locale| locale == before) {
        return Ok((Some(before), text));
    }
    let meant = editor.locales().find(|locale| locale.eq_ignore_ascii_case(before));
    if meant.is_none() && !is_like_locale(before) {
        return Ok((None, word));
    }
    let source = editor.locales().next().unwrap_or_default();
    let all = locale::all(editor.locales());
    let help = format!("{all}; if it is part of the text, write the locale before it: `{source}={before}=…`");
    Err(Mistake::usage(format!("the catalog has no locale `{before}`")).help(help))
}

/// `fr`, `fr-CA` or `fr_CA`; three letters and more are too often a word.
fn is_like_locale(word: &str) -> bool {
    let mut parts = word.split(['-', '_']);
    let is_language = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag =
        |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(is_language) && parts.all(is_subtag)
}
