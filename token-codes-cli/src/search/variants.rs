//! The texts that a text with plurals can become: one for each choice of branches.

use std::collections::HashSet;

use token_codes_build::catalog::{Piece, Template};

/// What stands for a value.
pub(super) const PLACEHOLDER: char = '\0';

/// The variants of a text may together be this many times as long as the text with all of its branches; a plural that
/// would make them longer is a value. So two or three plurals have every branch, and a search stays quick whatever there is.
const MOST: usize = 64;

/// The variants of a text, with [`PLACEHOLDER`] for each value; one, if it has no plural.
pub(super) fn variants(template: &Template) -> Vec<String> {
    let parts: Vec<_> = template.pieces().map(alternatives).collect();
    let total: usize = parts.iter().map(|part| length(part)).sum();
    let value = [PLACEHOLDER.to_string()];
    let mut variants = vec![String::new()];
    for part in &parts {
        let own = length(part);
        let is_too_much = variants.len() * (part.len() * (total - own) + own) > MOST * total;
        match if part.len() > 1 && is_too_much { &value } else { &part[..] } {
            [only] => variants.iter_mut().for_each(|variant| *variant += only),
            texts => {
                let with =
                    |text: &String| variants.iter().map(|variant| variant.clone() + text).collect::<Vec<_>>();
                variants = texts.iter().flat_map(with).collect();
            }
        }
    }
    variants
}

/// A text with plurals as it stands in the catalog: with a value in the place of each of them, too.
pub(super) fn as_written(template: &Template) -> Option<String> {
    let part = |piece| match piece {
        Piece::Text(text) => text.into_owned(),
        Piece::Param { .. } | Piece::Number { .. } | Piece::Plural(_) => PLACEHOLDER.into(),
    };
    has_plural(template).then(|| template.pieces().map(part).collect())
}

pub(super) fn has_plural(template: &Template) -> bool {
    template.pieces().any(|piece| matches!(piece, Piece::Plural(_)))
}

/// What a piece can be; each once.
fn alternatives(piece: Piece<'_>) -> Vec<String> {
    match piece {
        Piece::Text(text) => vec![text.into_owned()],
        Piece::Param { .. } | Piece::Number { .. } => vec![PLACEHOLDER.into()],
        Piece::Plural(plural) => {
            let mut known = HashSet::new();
            let texts = plural.branches.into_iter();
            let texts =
                texts.map(|branch| branch.pieces.into_iter().flat_map(alternatives).collect::<String>());
            texts.filter(|text| known.insert(text.clone())).collect()
        }
    }
}

/// In characters, as the search of the site counts them.
fn length(alternatives: &[String]) -> usize {
    alternatives.iter().map(|text| text.chars().count()).sum()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use token_codes_build::{Source, read};

    use super::variants;

    fn of(text: &str) -> Vec<String> {
        let params = "{a: integer, b: integer, c: integer, d: integer}";
        let yaml = format!(
            "locales: [en]\ncodes: {{A: {{params: {params}, message: '{{a}}{{b}}{{c}}{{d}}', summary: '{text}'}}}}\n"
        );
        let catalog = read(&Source::new("", yaml)).unwrap().catalog;
        variants(catalog.entries[0].summary.get(0))
    }

    #[test]
    fn there_is_one_for_each_choice_of_branches() {
        assert_eq!(of("plain {a}"), ["plain \0"]);
        let two = "{a, plural, =0 {no} one {#} other {#}} x {b, plural, one {} other {s}}";
        assert_eq!(of(two), ["no x ", "\0 x ", "no x s", "\0 x s"]);
    }

    #[test]
    fn there_are_not_too_many() {
        let plural =
            |param: char| format!("{{{param}, plural, =0 {{no}} =5 {{five}} one {{an}} other {{#}}}}");
        let four: String = "abcd".chars().map(plural).collect();
        let found = of(&four);
        assert_eq!(found.len(), 64);
        assert!(found.iter().all(|text| text.ends_with('\0')));

        let mut branches = String::new();
        for number in 0..1_000 {
            write!(branches, " ={number} {{number {number}}}").unwrap();
        }
        let numbers = format!("{{a, plural,{branches} other {{#}}}}");
        assert_eq!(of(&numbers).len(), 1_001);
        let padding = "x".repeat(10_000);
        assert_eq!(of(&format!("{padding}{numbers}")), [padding + "\0"]);
    }
}
