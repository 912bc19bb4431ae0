//! A text for a person: of a plural whose number is not known, every branch, and below the text the numbers that each is for.

use token_codes_build::catalog::{Integer, Piece, Plural, Template};
use token_codes_build::cldr::Language;

use crate::arguments::Bound;
use crate::wide;

pub(super) fn show(bound: &Bound<'_>, template: &Template, language: Language) -> String {
    let pieces: Vec<_> = template.pieces().collect();
    let mut view = View { bound, language, choices: Vec::new() };
    let text = view.text(&pieces);
    match &*view.choices {
        [] => text,
        choices => format!("{}\n  {}", text.trim_end_matches('\n'), choices.join("\n  ")),
    }
}

struct View<'a> {
    bound: &'a Bound<'a>,
    language: Language,
    /// A line for each branch that may be shown.
    choices: Vec<String>,
}

impl View<'_> {
    fn text(&mut self, pieces: &[Piece<'_>]) -> String {
        pieces.iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&mut self, piece: &Piece<'_>) -> String {
        match piece {
            Piece::Text(text) => text.clone().into_owned(),
            Piece::Param { index, .. } => self.bound.shown(*index),
            Piece::Number { index, .. } => {
                let shown = self.bound.shown(*index);
                Integer::parse(&shown).map_or(shown, |number| self.language.format(number))
            }
            Piece::Plural(plural) => match self.bound.value(plural.index) {
                Some(value) => self.text(plural.choose(self.language, Integer::parse(value))),
                None => self.all(plural),
            },
        }
    }

    fn all(&mut self, plural: &Plural<'_>) -> String {
        let texts: Vec<_> = plural.branches.iter().map(|branch| self.text(&branch.pieces)).collect();
        let name = self.bound.name(plural.index);
        for (branch, text) in plural.branches.iter().zip(&texts) {
            let numbers = match plural.examples(branch.selector, self.language) {
                numbers if numbers.is_empty() => "no whole number".to_owned(),
                numbers => numbers,
            };
            self.choices.push(format!("{{{name}}} = {numbers}: {}", wide::one_line(text)));
        }
        format!("[{}]", texts.join(" | "))
    }
}
