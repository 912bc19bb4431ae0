//! Which language a text is in that the catalog gives for every locale.

use token_codes_build::catalog::Catalog;

/// The tag of the first locale that is written as the text is: with kana or Chinese characters, or without. `None` if the
/// catalog has no such locale.
///
/// It decides on fonts, line breaks, and the voice of a screen reader. All of them do worse with English that is called
/// Japanese than with French that is called English.
pub(super) fn guess<'a>(catalog: &'a Catalog, text: &str) -> Option<&'a str> {
    let is_cjk = text.chars().any(is_kana_or_chinese);
    let mut tags = catalog.locales.iter().map(|locale| &*locale.tag);
    tags.find(|tag| is_cjk_language(tag) == is_cjk)
}

fn is_kana_or_chinese(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_cjk_language(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    ["ja", "yue", "zh"].iter().any(|cjk| language.eq_ignore_ascii_case(cjk))
}
