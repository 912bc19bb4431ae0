//! Texts of a pseudo-locale: readable, in letters that no font or encoding gets right by chance, longer, and bracketed.

use crate::{
    catalog::Selector,
    cldr::Category,
    template::{self, TokenKind},
};

/// Words that fill a text up, of growing length.
const FILLERS: [&str; 8] = ["ōñé", "ţŵō", "ţĥŕéé", "ƒōũŕ", "ƒîṽé", "šîẋ", "šéṽéñ", "éîĝĥţ"];

/// The text as a pseudo-locale has it; only what is shown is other letters.
///
/// Its words are longer by about two fifths, as a translation can be. Where the brackets are cut off, it was too long;
/// where there are none, a text was not taken from the catalog.
pub(super) fn text(source: &str) -> String {
    let words = source.trim();
    if words.is_empty() {
        return source.to_owned();
    }
    let start = source.len() - source.trim_start().len();
    let (before, after) = (&source[..start], &source[start + words.len()..]);
    format!("{before}[!!! {}{} !!!]{after}", accented(words), filler(words))
}

fn accented(text: &str) -> String {
    let mut accented = String::with_capacity(2 * text.len());
    let mut shown = 0;
    for token in template::tokens(text) {
        accented.extend(text[shown..token.range.start].chars().map(accent));
        accented.push_str(&text[token.range.clone()]);
        shown = token.range.end;
    }
    accented.extend(text[shown..].chars().map(accent));
    accented
}

/// Words for two fifths of the characters that are shown.
fn filler(text: &str) -> String {
    let length = length(text) * 2 / 5;
    let mut filler = String::new();
    let mut count = 0;
    for word in FILLERS.iter().cycle() {
        if count >= length {
            break;
        }
        filler.push(' ');
        filler.push_str(word);
        count += 1 + word.chars().count();
    }
    filler
}

/// How many characters are shown, of a plural those of its branch for `other`.
fn length(text: &str) -> usize {
    let (mut length, mut shown, mut counts) = (0, 0, true);
    for token in template::tokens(text) {
        if counts {
            length += text[shown..token.range.start].chars().count();
        }
        shown = token.range.end;
        match token.kind {
            TokenKind::Branch(selector) => counts = selector == Selector::Category(Category::Other),
            TokenKind::PluralEnd => counts = true,
            _ => {}
        }
    }
    length + text[shown..].chars().count()
}

fn accent(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "åḃçđéƒĝĥîĵķľḿñōþqŕšţũṽŵẋýžÅḂÇĐÉƑĜĤÎĴĶĽḾÑŐÞQŔŠŤŨṼŴẊÝŽ";
    PLAIN.find(letter).and_then(|index| ACCENTED.chars().nth(index)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn placeholders_and_braces_stay_what_they_are() {
        assert_eq!(text("Token {0}"), "[!!! Ťōķéñ {0} ōñé !!!]");
        assert_eq!(text("{{a}} {max_hours}{0}\n"), "[!!! {{å}} {max_hours}{0} ōñé !!!]\n");
        assert_eq!((&*text(""), &*text(" \n")), ("", " \n"));
        assert_eq!(text("期限"), "[!!! 期限 !!!]");
    }

    #[test]
    fn of_a_plural_only_what_is_shown_is_changed() {
        let source =
            "don''t '{'go'}': {n, plural, =0 {now} one {# hour} other {{n, number} of {max}}} {d, number}";
        let expected = "[!!! đōñ''ţ '{'ĝō'}': {n, plural, =0 {ñōŵ} one {# ĥōũŕ} other {{n, number} ōƒ {max}}} {d, number} ōñé \
            ţŵō !!!]";
        assert_eq!(text(source), expected);
        let branches = |text: &str| text.repeat(40);
        let long = format!("{{n, plural, =0 {{{}}} other {{word word}}}}", branches("word "));
        assert!(text(&long).ends_with(" ōñé !!!]"), "{}", text(&long));
    }

    #[test]
    fn a_text_is_longer_by_two_fifths() {
        for words in [5, 20, 100] {
            let source = "words ".repeat(words);
            let (long, short) = (text(&source).chars().count() - 9, source.chars().count());
            assert!((135 * short..165 * short).contains(&(100 * long)), "{long} {short}");
        }
    }
}
