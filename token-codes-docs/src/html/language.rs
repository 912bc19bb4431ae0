//! Which language a text is in that the catalog gives for every locale.

use token_codes_build::catalog::Catalog;

/// The index of the first locale that is written as the text is: with kana or Chinese characters, or without. `None` if
/// the catalog has no such locale.
///
/// It decides on fonts, line breaks, and the voice of a screen reader. All of them do worse with English that is called
/// Japanese than with French that is called English.
pub(super) fn guess(catalog: &Catalog, text: &str) -> Option<usize> {
    let is_cjk = text.chars().any(is_kana_or_chinese);
    catalog.locales.iter().position(|locale| is_cjk_language(&locale.tag) == is_cjk)
}

fn is_kana_or_chinese(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_cjk_language(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    ["ja", "yue", "zh"].iter().any(|cjk| language.eq_ignore_ascii_case(cjk))
}

#[cfg(test)]
mod tests {
    use token_codes_build::{Source, read};

    #[track_caller]
    fn assert_guess(tags: &[&str], text: &str, tag: Option<&str>) {
        let catalog =
            format!("locales: [{0}]\ncodes: {{A: {{message: {{{1}: x}}}}}}\n", tags.join(", "), tags[0]);
        let catalog = read(&Source::new("", catalog)).unwrap().catalog;
        let guess = super::guess(&catalog, text);
        assert_eq!(guess.map(|locale| &*catalog.locales[locale].tag), tag, "{text}");
    }

    #[test]
    fn a_text_is_in_the_first_language_that_is_written_so() {
        assert_guess(&["ja", "en", "fr"], "Not found", Some("en"));
        assert_guess(&["ja", "en", "fr"], "not found は英語です", Some("ja"));
        assert_guess(&["en", "zh-Hant", "ja"], "不是總覽", Some("zh-Hant"));
        assert_guess(&["en"], "ﾄｰｸﾝ", None);
        assert_guess(&["ja"], "Not found", None);
    }
}
