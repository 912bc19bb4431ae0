//! When a source text counts as another one, so that its translations are to be looked at again.

use std::slice;

use crate::{
    catalog::{Param, Selector},
    cldr::PluralKind,
    template::{self, Name, Token, TokenKind},
};

/// Whether the two are the same but for white space, and for straight quotes in the place of curly ones.
///
/// How a text is quoted, be it in YAML or in ICU, and in which order the branches of a plural stand, is no part of it.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    is_same_by_name((one, &[]), (other, &[]))
}

/// As [`is_same`], for the texts of a list.
pub(crate) fn are_same(ones: &[impl AsRef<str>], others: &[impl AsRef<str>]) -> bool {
    are_same_by_name((ones, &[]), (others, &[]))
}

/// As [`are_same`], where a placeholder may be written by its name in one, and by its index in the other.
pub(crate) fn are_same_by_name(
    (ones, params): (&[impl AsRef<str>], &[Param]),
    (others, other_params): (&[impl AsRef<str>], &[Param]),
) -> bool {
    let is_same = |(one, other): (&str, &str)| is_same_by_name((one, params), (other, other_params));
    ones.len() == others.len()
        && ones.iter().map(AsRef::as_ref).zip(others.iter().map(AsRef::as_ref)).all(is_same)
}

fn is_same_by_name(one: (&str, &[Param]), other: (&str, &[Param])) -> bool {
    one == other || parts(one) == parts(other)
}

/// What a text shows.
#[derive(PartialEq)]
enum Part<'t> {
    Text(String),
    Param(&'t str),
    Number(&'t str),
    Plural(&'t str, PluralKind, Vec<(Selector, Vec<Self>)>),
}

fn parts<'t>((text, params): (&'t str, &'t [Param])) -> Vec<Part<'t>> {
    let tokens = template::tokens(text);
    if tokens.iter().any(|token| matches!(token.kind, TokenKind::WrongBranch(_) | TokenKind::Icu(_))) {
        // An old text that would be a mistake today: nobody knows what it shows.
        let mut parts = Vec::new();
        push(&mut parts, text);
        return parts;
    }
    Walk { text, params, tokens: tokens.iter(), shown: 0 }.parts("")
}

struct Walk<'t, 'k> {
    text: &'t str,
    params: &'t [Param],
    tokens: slice::Iter<'k, Token>,
    shown: usize,
}

impl<'t> Walk<'t, '_> {
    /// The parts up to the end of the text, or of the branch of a plural that is for this param.
    fn parts(&mut self, counted: &'t str) -> Vec<Part<'t>> {
        let mut parts = Vec::new();
        while let Some(token) = self.tokens.next() {
            push(&mut parts, &self.text[self.shown..token.range.start]);
            self.shown = token.range.end;
            match &token.kind {
                TokenKind::Param(name) => parts.push(Part::Param(self.name(name))),
                TokenKind::Number(name) => parts.push(Part::Number(self.name(name))),
                TokenKind::Hash => parts.push(Part::Number(counted)),
                TokenKind::Plural(name, kind) => {
                    let name = self.name(name);
                    parts.push(Part::Plural(name, *kind, self.branches(name)));
                }
                TokenKind::BranchEnd => return parts,
                TokenKind::Branch(_) | TokenKind::PluralEnd | TokenKind::Dropped => {}
                TokenKind::Invalid | TokenKind::Lone | TokenKind::WrongBranch(_) | TokenKind::Icu(_) => {
                    push(&mut parts, &self.text[token.range.clone()]);
                }
            }
        }
        push(&mut parts, &self.text[self.shown..]);
        parts
    }

    fn branches(&mut self, counted: &'t str) -> Vec<(Selector, Vec<Part<'t>>)> {
        let mut branches = Vec::new();
        while let Some(token) = self.tokens.next() {
            self.shown = token.range.end;
            let TokenKind::Branch(selector) = token.kind else { break };
            branches.push((selector, self.parts(counted)));
        }
        branches.sort_by_key(|(selector, _)| *selector);
        branches
    }

    fn name(&self, name: &Name) -> &'t str {
        let param = match name {
            Name::Index(index, _) => self.params.get(*index),
            Name::Name(_) => None,
        };
        param.map_or(&self.text[name.range().clone()], |param| &param.name)
    }
}

/// Adds what counts of a text; two of them in a row are one.
fn push(parts: &mut Vec<Part<'_>>, text: &str) {
    let straight = |character| match character {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        other => other,
    };
    let mut signs = text.chars().filter(|character| !character.is_whitespace()).map(straight).peekable();
    if signs.peek().is_none() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Text(last)) => last.extend(signs),
        _ => parts.push(Part::Text(signs.collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::{are_same, are_same_by_name, is_same};
    use crate::{Source, read};

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

    #[test]
    fn a_plural_may_be_written_in_more_than_one_way() {
        let text = "it's {n, plural, =0 {none} one {# '{'an hour'}'} other {# {m}}} {l, number}!";
        for other in [
            "it''s {n,plural,=0{none}one{# '{'an hour'}'}other{# {m}}} { l , number } !",
            "it’s {n, plural, other {{n, number} {m}} one {#'{an hour}'} =0 {none}} {l, number}!",
        ] {
            assert!(is_same(text, other), "{other}");
        }
        for (old, new) in [
            ("hour", "hours"),
            ("# {m}", "{n} {m}"),
            ("# {m}", "'#' {m}"),
            ("# {m}", "’#’ {m}"),
            ("=0", "=1"),
            ("=0 {none} ", ""),
            ("plural", "selectordinal"),
            ("{n, plural", "{m, plural"),
            ("{l, number}", "{l}"),
            ("}!", "}!}"),
        ] {
            let other = text.replace(old, new);
            assert!(other != text && !is_same(text, &other), "{other}");
        }
    }

    #[test]
    fn what_stands_after_a_plural_counts() {
        assert!(!is_same("{n, plural, other {#}} a", "{n, plural, other {#}} b"));
        assert!(!is_same("{n, plural, other {#}}", "{n, plural, other {#}"));
        assert!(!is_same("{n, plural, other {#}}", ""));
        for wrong in [
            "{n, plural, ones {#} other {#}}",
            "{n, plural, one {#}, other {#}}",
            "{n, plural, {#}}",
            "{n, plural",
        ] {
            let [one, other] = ["a", "b"].map(|end| format!("{wrong} {end}"));
            assert!(is_same(&one, &one.replace(' ', "\n")) && !is_same(&one, &other), "{wrong}");
        }
    }

    #[test]
    fn indices_are_names_where_the_params_are_known() {
        let source = "locales: [en]\ncodes: {A: {params: {n: integer}, message: '{0}'}}\n";
        let params = &*read(&Source::new("", source)).unwrap().catalog.entries[0].params;
        let texts =
            ["{0, plural, one {# h} other {{0} h}}", "{n, plural, one {{n, number} h} other {{n} h}}"];
        let [index, name] = texts.map(|text| [text]);
        assert!(!are_same(&index, &name));
        assert!(are_same_by_name((&index, params), (&name, params)));
        assert!(!are_same_by_name((&["{0}"], params), (&["n"], params)));
        assert!(!are_same_by_name((&["{7}"], params), (&["{n}"], params)));
    }
}
