//! When a source text counts as another one, so that its translations are to be looked at again.

use crate::{
    catalog::{Branch, Cut, CutKind, Param, Piece, Plural, Selector, pieces},
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
    // An old text that would be a mistake today: nobody knows what it shows.
    let (cuts, names) = cuts(text, params).unwrap_or_default();
    of_pieces(pieces(text, &cuts), &names)
}

/// Where a text is to be cut, and the names of the params that are meant there, by their indexes; `None` if it is a mistake.
fn cuts<'t>(text: &'t str, params: &'t [Param]) -> Option<(Vec<Cut>, Vec<&'t str>)> {
    let (mut cuts, mut names, mut counted) = (Vec::new(), Vec::new(), None);
    for Token { range, kind } in template::tokens(text) {
        if matches!(kind, TokenKind::WrongBranch(_) | TokenKind::Icu(_)) {
            return None;
        }
        let cut = kind.cut(counted, |name| {
            let param = match name {
                Name::Index(index, _) => params.get(*index),
                Name::Name(_) => None,
            };
            names.push(param.map_or(&text[name.range().clone()], |param| &*param.name));
            Some(names.len() - 1)
        });
        if let Some(CutKind::Plural(param, _)) = cut {
            counted = Some(param);
        }
        cuts.extend(cut.map(|kind| Cut { start: range.start, end: range.end, kind }));
    }
    Some((cuts, names))
}

fn of_pieces<'t>(pieces: Vec<Piece<'_>>, names: &[&'t str]) -> Vec<Part<'t>> {
    let part = |piece| match piece {
        Piece::Text(text) => Part::Text(what_counts(&text)),
        Piece::Param { index, .. } => Part::Param(names[index]),
        Piece::Number { index, .. } => Part::Number(names[index]),
        Piece::Plural(Plural { index, kind, branches, .. }) => {
            let branch = |branch: Branch<'_>| (branch.selector, of_pieces(branch.pieces, names));
            let mut branches: Vec<_> = branches.into_iter().map(branch).collect();
            branches.sort_by_key(|(selector, _)| *selector);
            Part::Plural(names[index], kind, branches)
        }
    };
    let parts = pieces.into_iter().map(part);
    parts.filter(|part| !matches!(part, Part::Text(text) if text.is_empty())).collect()
}

/// What counts of a text.
fn what_counts(text: &str) -> String {
    let straight = |character| match character {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        other => other,
    };
    text.chars().filter(|character| !character.is_whitespace()).map(straight).collect()
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
