//! What a text of the catalog shows on a page: to people who do not know how plurals are written.

use std::borrow::Cow;

use token_codes_build::catalog::{Branch, Piece, Plural, Template};
use token_codes_build::cldr::Language;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    Words(Cow<'a, str>),
    Placeholder(Placeholder<'a>),
    /// Two or more texts, of which a number chooses one.
    Choice(Choice<'a>),
}

/// What stands for the argument of a param.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placeholder<'a> {
    /// The index of the param.
    param: usize,
    /// Such as `{0}` or `{max_hours}`, also where digits are grouped.
    pub(crate) written: Cow<'a, str>,
}

/// The texts of a plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice<'a> {
    /// The number that chooses.
    pub(crate) number: Placeholder<'a>,
    /// Those that some whole number has; the last is that of most numbers.
    pub(crate) options: Vec<Choosable<'a>>,
}

/// A text of a plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choosable<'a> {
    /// The first numbers that have it, such as `1, 21, 31, 41, …`.
    pub(crate) numbers: String,
    /// Words and placeholders.
    pub(crate) parts: Vec<Part<'a>>,
}

/// What stands for a text of a plural in which nothing is.
pub(crate) const NO_WORDS: &str = "—";

/// The parts of a text in a language.
pub(crate) fn parts(template: &Template, language: Language) -> Vec<Part<'_>> {
    let part = |piece| match piece {
        Piece::Plural(plural) => of_plural(plural, language),
        piece => simple(piece, None).into_iter().collect(),
    };
    let mut parts: Vec<_> = template.pieces().flat_map(part).collect();
    (1..parts.len()).for_each(|end| join_word(&mut parts[end - 1..=end]));
    parts
}

/// A choice of ends of a word becomes one of words: `[minute | minutes]` of `minute[ | s]`.
fn join_word(parts: &mut [Part<'_>]) {
    let [Part::Words(words), Part::Choice(choice)] = parts else { return };
    let goes_on = |option: &Choosable<'_>| match option.parts.first() {
        None => true,
        Some(Part::Words(words)) => words.starts_with(char::is_alphabetic),
        Some(_) => false,
    };
    let start = words.trim_end_matches(char::is_alphabetic).len();
    if start < words.len() && choice.options.iter().any(goes_on) {
        let word = words.to_mut().split_off(start);
        choice.options.iter_mut().for_each(|option| option.parts.insert(0, Part::Words(word.clone().into())));
    }
}

/// A piece that is no plural; `number` is that of the plural that it is in.
fn simple<'a>(piece: Piece<'a>, number: Option<&Placeholder<'a>>) -> Option<Part<'a>> {
    match (piece, number) {
        (Piece::Text(words), _) => Some(Part::Words(words)),
        (Piece::Number { written: "#", .. }, Some(number)) => Some(Part::Placeholder(number.clone())),
        (Piece::Param { index, written, .. } | Piece::Number { index, written, .. }, _) => {
            Some(Part::Placeholder(Placeholder::new(index, written)))
        }
        (Piece::Plural(_), _) => None,
    }
}

/// A choice; the text itself, if there is no other in the language.
fn of_plural<'a>(plural: Plural<'a>, language: Language) -> Vec<Part<'a>> {
    let number = Placeholder::new(plural.index, plural.written);
    let examples = plural.branches.iter().map(|branch| plural.examples(branch.selector, language));
    let examples: Vec<_> = examples.collect();
    let used = plural.branches.into_iter().zip(examples).filter(|(_, examples)| !examples.is_empty());
    let mut used: Vec<_> = used.collect();
    // Also in the order of CLDR, the category that most numbers have is the last.
    used.sort_by_key(|(branch, _)| branch.selector);
    let option = |(branch, numbers): (Branch<'a>, String)| Choosable {
        numbers,
        parts: branch.pieces.into_iter().filter_map(|piece| simple(piece, Some(&number))).collect(),
    };
    let mut options: Vec<_> = used.into_iter().map(option).collect();
    match options.pop() {
        Some(only) if options.is_empty() => only.parts,
        last => {
            options.extend(last);
            vec![Part::Choice(Choice { number, options })]
        }
    }
}

impl<'a> Placeholder<'a> {
    fn new(param: usize, written: &'a str) -> Self {
        Self { param, written: plain_placeholder(written) }
    }
}

/// `{limit}` of `{limit, number}`, and of a plural.
pub(crate) fn plain_placeholder(written: &str) -> Cow<'_, str> {
    match written.split_once(',') {
        Some((name, _)) => format!("{{{}}}", name.trim_start_matches('{').trim()).into(),
        None => written.into(),
    }
}

impl<'a> Choice<'a> {
    /// The text that most numbers have.
    pub(crate) fn usual(&self) -> &[Part<'a>] {
        self.options.last().map_or(&[], |option| &option.parts)
    }
}

/// The choices in a text.
pub(crate) fn choices<'p, 'a>(parts: &'p [Part<'a>]) -> impl Iterator<Item = &'p Choice<'a>> {
    parts.iter().filter_map(|part| match part {
        Part::Choice(choice) => Some(choice),
        _ => None,
    })
}

/// The placeholder of a param, as a text has it.
pub(crate) fn placeholder<'p>(parts: &'p [Part<'_>], param: usize) -> Option<&'p str> {
    let of_param = |found: &'p Placeholder<'_>| (found.param == param).then_some(&*found.written);
    parts.iter().find_map(|part| match part {
        Part::Words(_) => None,
        Part::Placeholder(found) => of_param(found),
        Part::Choice(choice) => of_param(&choice.number)
            .or_else(|| choice.options.iter().find_map(|option| placeholder(&option.parts, param))),
    })
}

/// The text as most numbers have it.
pub(crate) fn text(parts: &[Part<'_>]) -> String {
    let part = |part: &Part<'_>| match part {
        Part::Words(words) => words.to_string(),
        Part::Placeholder(placeholder) => placeholder.written.to_string(),
        Part::Choice(choice) => text(choice.usual()),
    };
    parts.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use token_codes_build::{Source, read};

    use super::{choices, parts, placeholder, text};

    /// The text as most numbers have it, and what each number has.
    #[track_caller]
    fn assert_shown(locale: &str, message: &str, usual: &str, options: &[(&str, &str)]) {
        let yaml = format!(
            "locales: [{locale}]\nchecks: {{message-break: allow}}\n\
             codes: {{A: {{params: {{n: integer}}, message: {message:?}}}}}\n"
        );
        let catalog = read(&Source::new("catalog.yaml", yaml)).unwrap().catalog;
        let parts = parts(&catalog.entries[0].messages[0].template, catalog.locales[0].language);
        assert_eq!(text(&parts), usual);
        let found = choices(&parts).flat_map(|choice| &choice.options);
        let found: Vec<_> = found.map(|option| (&*option.numbers, text(&option.parts))).collect();
        let found: Vec<_> = found.iter().map(|(numbers, text)| (*numbers, &**text)).collect();
        assert_eq!(found, options);
        let written = usual.split_inclusive('}').find_map(|part| part.find('{').map(|start| &part[start..]));
        assert_eq!(placeholder(&parts, 0), written);
    }

    #[test]
    fn each_number_has_its_text_and_what_most_have_is_last() {
        assert_shown(
            "en",
            "{n, plural, other {# files} one {# file} =0 {none}}",
            "{n} files",
            &[("0", "none"), ("1", "{n} file"), ("2, 3, 4, 5, …", "{n} files")],
        );
        assert_shown(
            "ru",
            "{0, plural, =11 {одиннадцать} one {# час} few {# часа} many {# часов} other {# часа}}",
            "{0} часов",
            &[
                ("11", "одиннадцать"),
                ("1, 21, 31, 41, …", "{0} час"),
                ("2, 3, 4, 22, …", "{0} часа"),
                ("0, 5, 6, 7, …", "{0} часов"),
            ],
        );
    }

    #[test]
    fn what_no_number_has_is_left_out() {
        let exact = "{n, plural, =-1 {a {n}} =1 {b} =7 {c} one {d} other {e {n}}}";
        let options = [("-1", "a {n}"), ("1", "b"), ("7", "c"), ("0, 2, 3, 4, …", "e {n}")];
        assert_shown("en", exact, "e {n}", &options);
        assert_shown("ja", "あと{n, plural, other {#時間}}", "あと{n}時間", &[]);
        assert_shown("en", "at most { n , number }", "at most {n}", &[]);
    }

    #[test]
    fn a_word_is_not_broken() {
        let options = [("1", "hour"), ("0, 2, 3, 4, …", "hours")];
        assert_shown("en", "{n} hour{n, plural, one {} other {s}}", "{n} hours", &options);
        let options = [("1", "(an hour)"), ("0, 2, 3, 4, …", "({n})")];
        assert_shown("en", "in{n, plural, one {(an hour)} other {(#)}}", "in({n})", &options);
    }
}
