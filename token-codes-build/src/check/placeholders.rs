//! Placeholders against the params of their entry.

use std::ops::Range;

use super::{Context, adjacent, characters, spaces, spot::Spot};
use crate::{
    catalog::{Cut, Param, Template},
    diagnostic::{Diagnostic, Kind},
    suggest::{joined, nearest},
    template::{self, Piece, PieceKind},
    yaml::{Node, Scalar, locate},
};

/// A text with more wrong placeholders than this is another kind of text; the others are not looked at.
pub(super) const MAX_WRONG: usize = 32;

/// The entry that a text belongs to.
pub(super) struct Scope<'a> {
    pub(super) code: &'a str,
    /// `None` if `params` is broken: then no placeholder is known to be wrong.
    pub(super) params: Option<Vec<Param>>,
    /// Where they are declared.
    declared: Option<Range<usize>>,
    /// The placeholders of an entry that declares no params: one mistake, however often they are used.
    undeclared: Vec<Undeclared>,
    /// For each param, whether one of the texts has it.
    pub(super) used: Vec<bool>,
}

struct Undeclared {
    span: Range<usize>,
    what: String,
    written: String,
    kind: PieceKind,
}

/// A text and whether its placeholders are without mistakes.
pub(super) struct Checked {
    pub(super) template: Template,
    pub(super) sound: bool,
}

impl<'a> Scope<'a> {
    pub(super) fn new(code: &'a str, params: Option<Vec<Param>>) -> Self {
        let used = vec![false; params.as_ref().map_or(0, Vec::len)];
        Self { code, params, declared: None, undeclared: Vec::new(), used }
    }

    /// Says where the params are declared, if they are.
    pub(super) fn declared(mut self, context: &Context<'_>, params: Option<(&Scalar, &Node)>) -> Self {
        if let Some((key, Node::Mapping(mapping))) = params {
            let span = &mapping.span;
            // Those on lines of their own are marked by their key.
            let is_line = context.on_one_line(span.start, span.end.saturating_sub(1));
            let place = if is_line && mapping.flow { span.clone() } else { key.span.clone() };
            self.declared = Some(place);
        }
        self
    }

    /// Adds where the params are declared.
    fn with_params(&self, count: usize, diagnostic: Diagnostic) -> Diagnostic {
        let Some(declared) = &self.declared else { return diagnostic };
        let plural = if count == 1 { "" } else { "s" };
        diagnostic.label(declared.clone(), format!("{count} param{plural} declared here"))
    }

    /// Reads a text.
    pub(super) fn template(
        &mut self,
        context: &mut Context<'_>,
        scalar: &Scalar,
        spot: &Spot<'_>,
    ) -> Checked {
        characters::check(context, scalar, spot);
        spaces::check(context, scalar, spot);
        let mut cuts = Vec::new();
        let mut wrong = 0;
        for piece in template::pieces(&scalar.text) {
            match self.resolve(context, scalar, &piece, spot.what) {
                Some(param) => cuts.push(Cut { start: piece.range.start, end: piece.range.end, param }),
                None => wrong += 1,
            }
            if wrong == MAX_WRONG {
                break;
            }
        }
        adjacent::check(context, scalar, &cuts, spot);
        cuts.iter().filter_map(|cut| cut.param).for_each(|param| self.used[param] = true);
        Checked { template: Template { text: scalar.text.clone(), cuts }, sound: wrong == 0 }
    }

    /// What is shown for a piece: a param, or nothing for a brace; `None` if it is wrong.
    #[expect(clippy::option_option, reason = "the inner one is that of `Cut::param`")]
    fn resolve(
        &mut self,
        context: &mut Context<'_>,
        scalar: &Scalar,
        piece: &Piece,
        what: &str,
    ) -> Option<Option<usize>> {
        let written = &scalar.text[piece.range.clone()];
        let span = || locate(context.text, scalar, piece.range.clone());
        if matches!(piece.kind, PieceKind::Invalid | PieceKind::Lone) {
            let diagnostic = invalid(span(), written, piece.kind);
            context.report(diagnostic);
            return None;
        }
        if piece.kind == PieceKind::Brace {
            return Some(None);
        }
        let params = self.params.as_ref()?;
        if let Some(param) = find(params, written, piece.kind) {
            return Some(Some(param));
        }
        let span = span();
        if params.is_empty() {
            let (what, written) = (what.to_owned(), written.to_owned());
            self.undeclared.push(Undeclared { span, what, written, kind: piece.kind });
        } else {
            let diagnostic = unknown(self.code, params, span, written, piece.kind, what);
            context.report(self.with_params(params.len(), diagnostic));
        }
        None
    }

    /// Reports the placeholders of an entry that declares no params.
    pub(super) fn finish(self, context: &mut Context<'_>) {
        let Some(first) = self.undeclared.first() else { return };
        let message =
            format!("the {} uses `{}`, but `{}` has no params", first.what, first.written, self.code);
        let help = format!(
            "declare it: `params: {{{}}}`; for the text itself, write `{{{}}}`",
            self.needed().join(", "),
            first.written
        );
        context.report(Diagnostic::new(Kind::UnknownPlaceholder, first.span.clone(), message).help(help));
    }

    /// The params that the placeholders call for.
    fn needed(&self) -> Vec<String> {
        // More would not be read by anyone.
        const SHOWN: usize = 14;
        let numbers = self.undeclared.iter().filter_map(|placeholder| match placeholder.kind {
            PieceKind::Index(index) => Some(index.saturating_add(1).min(SHOWN)),
            _ => None,
        });
        let mut needed: Vec<String> =
            (0..numbers.max().unwrap_or(0)).map(|index| format!("param_{index}: any")).collect();
        for placeholder in self.undeclared.iter().filter(|placeholder| placeholder.kind == PieceKind::Name) {
            let param = format!("{}: any", placeholder.written.trim_matches(['{', '}']));
            if !needed.contains(&param) && needed.len() < SHOWN {
                needed.push(param);
            }
        }
        needed
    }
}

fn find(params: &[Param], written: &str, kind: PieceKind) -> Option<usize> {
    if let PieceKind::Index(index) = kind {
        return (index < params.len()).then_some(index);
    }
    let name = written.strip_prefix('{')?.strip_suffix('}')?;
    params.iter().position(|param| param.name == name)
}

fn invalid(span: Range<usize>, written: &str, kind: PieceKind) -> Diagnostic {
    let (message, help) = if kind == PieceKind::Lone {
        let help =
            format!("write `{written}{written}` for a brace; a placeholder is `{{0}}` or `{{max_hours}}`");
        (format!("a `{written}` without its partner"), help)
    } else {
        let meant = template::meant(written).unwrap_or_else(|| "{0}` or `{max_hours}".to_owned());
        (
            format!("`{written}` is not a placeholder"),
            format!("write `{meant}`; for the text itself, `{{{written}}}`"),
        )
    };
    Diagnostic::new(Kind::InvalidPlaceholder, span, message).help(help)
}

fn unknown(
    code: &str,
    params: &[Param],
    span: Range<usize>,
    written: &str,
    kind: PieceKind,
    what: &str,
) -> Diagnostic {
    let placeholders: Vec<_> =
        params.iter().enumerate().map(|(index, param)| format!("`{{{index}}}` (`{}`)", param.name)).collect();
    let verb = if params.len() == 1 { "placeholder is" } else { "placeholders are" };
    let all = format!("the {verb} {}; for the text itself, write `{{{written}}}`", joined(&placeholders));
    let name = written.trim_matches(['{', '}']);
    let guess = match kind {
        PieceKind::Name => nearest(name, params.iter().map(|param| &*param.name)),
        _ => None,
    };
    let (count, plural) = (params.len(), if params.len() == 1 { "" } else { "s" });
    let message = match kind {
        PieceKind::Name => format!("the {what} uses `{written}`, but `{code}` has no param `{name}`"),
        _ => format!("the {what} uses `{written}`, but `{code}` has {count} param{plural}"),
    };
    let help = match guess {
        Some(guess) => format!("did you mean `{{{guess}}}`? {all}"),
        None => all,
    };
    Diagnostic::new(Kind::UnknownPlaceholder, span, message).here("no such param").help(help)
}
