//! Which field of a type, or argument of `message!`, fills which placeholder.

use proc_macro2::Span;

use crate::errors::{Errors, list, nearest};
use crate::facts::{CodeFacts, Facts, Retired};
use crate::input::{CodeName, NamedCatalog};

/// Something that can fill a placeholder: a field, or an argument.
pub(crate) struct Supply {
    /// Its name, which fills the placeholder of the same name unless `params` say otherwise.
    pub(crate) name: Option<String>,
    /// The placeholders it is said to fill, and where that is said.
    pub(crate) params: Vec<(String, Span)>,
    /// Whether it says so in a way that cannot be read.
    pub(crate) has_mistake: bool,
    /// Where it stands.
    pub(crate) span: Span,
    /// Whether it may have been meant for a placeholder whose name it almost has.
    pub(crate) is_candidate: bool,
}

impl Supply {
    fn is_unmarked(&self) -> bool {
        self.params.is_empty() && !self.has_mistake
    }
}

/// How the supplies are spoken of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    NamedField,
    TupleField,
    Argument,
}

/// The facts of a code, or a mistake.
pub(crate) fn find_code<'a>(
    name: &CodeName,
    facts: Facts<'a>,
    catalog: NamedCatalog,
    errors: &mut Errors,
) -> Option<CodeFacts<'a>> {
    let found = look_up(name, facts);
    if found.is_some() {
        return found;
    }
    let text = name.text();
    if let Some(Retired { code, replacement }) = facts.retired(&text) {
        let help = match replacement {
            Some(instead) => format!("use `{instead}` instead"),
            None => {
                "a code is not used again once it is retired: give another one, or remove this".to_owned()
            }
        };
        errors.add(name.span(), format!("the code `{code}` is retired"), help);
    } else {
        errors.add(name.span(), format!("unknown code `{text}`"), unknown_code_help(&text, facts, catalog));
    }
    None
}

fn look_up<'a>(name: &CodeName, facts: Facts<'a>) -> Option<CodeFacts<'a>> {
    match name {
        CodeName::Ident(_) => facts.by_ident(&name.text()),
        CodeName::Text(_) => facts.by_code(&name.text()),
    }
}

/// Whether the catalog has this code, had it, or has one that it may have been meant for.
pub(crate) fn is_like_known(name: &CodeName, facts: Facts<'_>) -> bool {
    let text = name.text();
    look_up(name, facts).is_some()
        || facts.retired(&text).is_some()
        || is_like_transparent(&text)
        || facts.nearest(&text).is_some()
}

fn is_like_transparent(text: &str) -> bool {
    nearest(text, ["transparent"].into_iter()).is_some()
}

/// What to write instead of a code that the catalog does not have.
fn unknown_code_help(text: &str, facts: Facts<'_>, catalog: NamedCatalog) -> String {
    if is_like_transparent(text) {
        return "did you mean `transparent`?".to_owned();
    }
    let example = facts.first().unwrap_or("CODE");
    match (facts.nearest(text), catalog) {
        (Some(nearest), NamedCatalog::Yes) => format!("did you mean `{nearest}`?"),
        (Some(nearest), NamedCatalog::No) => format!(
            "did you mean `{nearest}`? a code of another catalog needs `#[token(catalog = that_crate)]` before the type"
        ),
        (None, NamedCatalog::Yes) => {
            format!("write a code of the catalog, such as `{example}`, or add `{text}` to the catalog")
        }
        (None, NamedCatalog::No) => other_catalog_help(text, facts),
    }
}

/// What to write for a code that is of a catalog that is not named.
pub(crate) fn other_catalog_help(text: &str, facts: Facts<'_>) -> String {
    let example = facts.first().unwrap_or("CODE");
    format!(
        "write `#[token(catalog = that_crate)]` before the type, with the crate whose catalog has `{text}`, `crate` \
         for this one; without it, codes are those of `token-codes`, such as `{example}`"
    )
}

/// The supply for each param of a code, in their order; `None` if there is a mistake.
///
/// `at` is where a placeholder that nothing fills is reported.
pub(crate) fn bind(
    code: &CodeFacts<'_>,
    supplies: &[Supply],
    kind: Kind,
    at: Span,
    errors: &mut Errors,
) -> Option<Vec<usize>> {
    let mut binding =
        Binding { code, supplies, kind, filled: vec![None; code.params.len()], misnamed: Vec::new() };
    let mut mistakes = Errors::default();
    binding.bind_marked(&mut mistakes);
    binding.bind_named(&mut mistakes);
    binding.bind_only();
    binding.report_unfilled(at, &mut mistakes);
    let filled = binding.filled.into_iter().collect();
    let is_right = mistakes.is_empty();
    errors.append(mistakes);
    if is_right { filled } else { None }
}

struct Binding<'a> {
    code: &'a CodeFacts<'a>,
    supplies: &'a [Supply],
    kind: Kind,
    /// For each param, the supply that fills it.
    filled: Vec<Option<usize>>,
    /// The names that are said to be placeholders, and are not.
    misnamed: Vec<&'a str>,
}

impl Binding<'_> {
    fn param(&self, name: &str) -> Option<usize> {
        self.code.params.iter().position(|param| param.name == name)
    }

    /// Binds the supplies that say which placeholder they fill.
    fn bind_marked(&mut self, errors: &mut Errors) {
        for (index, supply) in self.supplies.iter().enumerate() {
            if supply.has_mistake {
                self.misnamed.push("");
            }
            for (position, (name, span)) in supply.params.iter().enumerate() {
                let Some(param) = self.param(name) else {
                    self.misnamed.push(name);
                    self.report_misnamed(name, *span, errors);
                    continue;
                };
                if position > 0 {
                    let message = "a field fills one placeholder, and this one is marked with two";
                    errors.add(
                        *span,
                        message,
                        "remove one of the marks, or add a field for the other placeholder",
                    );
                } else if self.filled[param].is_some() {
                    self.report_twice(param, *span, errors);
                    continue;
                }
                self.filled[param] = Some(index);
            }
        }
    }

    /// Binds the supplies whose names say it.
    fn bind_named(&mut self, errors: &mut Errors) {
        for (index, supply) in self.supplies.iter().enumerate().filter(|(_, supply)| supply.params.is_empty())
        {
            let Some(param) = supply.name.as_deref().and_then(|name| self.param(name)) else { continue };
            match self.filled[param] {
                None => self.filled[param] = Some(index),
                Some(_) => self.report_twice(param, supply.span, errors),
            }
        }
    }

    /// Binds the one field of a tuple to the one placeholder: neither can be meant for another.
    fn bind_only(&mut self) {
        let fields = self.supplies.iter().enumerate().filter(|(_, supply)| supply.is_candidate);
        let fields: Vec<_> = fields.filter(|_| self.kind == Kind::TupleField).collect();
        if let ([param @ None], [(index, field)]) = (&mut self.filled[..], &fields[..])
            && field.is_unmarked()
        {
            *param = Some(*index);
        }
    }

    fn report_misnamed(&self, name: &str, span: Span, errors: &mut Errors) {
        let code = self.code.code;
        let names: Vec<_> = self.code.params.iter().map(|param| param.name).collect();
        let by_number = name.parse().ok().and_then(|index: usize| names.get(index).copied());
        let meant = by_number.or_else(|| nearest(name, names.iter().copied()));
        let help = match (meant, self.kind) {
            (Some(meant), _) => format!("did you mean `{meant}`?"),
            (None, Kind::Argument) if names.is_empty() => {
                "remove the argument: the message has none".to_owned()
            }
            (None, _) if names.is_empty() => "remove the mark: the message has no placeholders".to_owned(),
            (None, _) => format!("its placeholders are {}", list(&self.placeholders(0..names.len()))),
        };
        errors.add(span, format!("`{code}` has no placeholder `{name}`"), help);
    }

    fn report_twice(&self, param: usize, span: Span, errors: &mut Errors) {
        let placeholder = self.code.placeholder(param);
        let message = format!("the placeholder {placeholder} of `{}` is filled twice", self.code.code);
        let help = match self.kind {
            Kind::Argument => "keep one of the arguments".to_owned(),
            _ => "keep it on one field; a field of another name that is not marked is carried, not shown"
                .to_owned(),
        };
        errors.add(span, message, help);
    }

    /// Reports the placeholders that nothing fills, but for those that another mistake explains.
    fn report_unfilled(&self, at: Span, errors: &mut Errors) {
        let mut unfilled: Vec<usize> =
            (0..self.filled.len()).filter(|&param| self.filled[param].is_none()).collect();
        for name in &self.misnamed {
            let names = unfilled.iter().map(|&param| self.code.params[param].name);
            let meant = nearest(name, names).and_then(|meant| self.param(meant));
            // What is not like any of them was still meant for one, if only one is left.
            let meant = meant.or_else(|| unfilled.first().copied().filter(|_| unfilled.len() == 1));
            unfilled.retain(|&param| Some(param) != meant);
        }
        unfilled.retain(|&param| !self.report_misspelt(param, errors));
        if !unfilled.is_empty() {
            errors.add(at, self.unfilled_message(&unfilled), self.unfilled_help(&unfilled));
        }
    }

    /// Reports a placeholder whose name a field almost has; whether there is such a field.
    fn report_misspelt(&self, param: usize, errors: &mut Errors) -> bool {
        let name = self.code.params[param].name;
        let is_free = |supply: &&Supply| {
            supply.is_candidate
                && supply.is_unmarked()
                && supply.name.as_deref().is_some_and(|name| self.param(name).is_none())
        };
        let candidates = || self.supplies.iter().filter(is_free);
        let Some(meant) = nearest(name, candidates().filter_map(|supply| supply.name.as_deref())) else {
            return false;
        };
        let Some(supply) = candidates().find(|supply| supply.name.as_deref() == Some(meant)) else {
            return false;
        };
        let help = format!("rename the field `{meant}` to `{name}`, or mark it with `#[token({name})]`");
        errors.add(supply.span, self.unfilled_message(&[param]), help);
        true
    }

    fn placeholders(&self, params: impl Iterator<Item = usize>) -> Vec<String> {
        params.map(|param| self.code.placeholder(param)).collect()
    }

    fn unfilled_message(&self, params: &[usize]) -> String {
        let what = match self.kind {
            Kind::Argument => "argument",
            Kind::NamedField | Kind::TupleField => "field",
        };
        let (s, pronoun) = if params.len() == 1 { ("", "it") } else { ("s", "them") };
        let placeholders = list(&self.placeholders(params.iter().copied()));
        format!(
            "`{}` has the placeholder{s} {placeholders}, but no {what} supplies {pronoun}",
            self.code.code
        )
    }

    fn unfilled_help(&self, params: &[usize]) -> String {
        let names = || params.iter().map(|&param| self.code.params[param].name);
        let quoted = list(&names().map(|name| format!("`{name}`")).collect::<Vec<_>>());
        let marks = list(&names().map(|name| format!("`#[token({name})]`")).collect::<Vec<_>>());
        let (s, one, holds) =
            if params.len() == 1 { ("", "the one", "holds it") } else { ("s", "those", "hold them") };
        match self.kind {
            Kind::NamedField => format!("add the field{s} {quoted}, or mark {one} that {holds} with {marks}"),
            Kind::TupleField => format!("mark the field{s} that {holds} with {marks}"),
            Kind::Argument => {
                format!("add {}", list(&names().map(|name| format!("`{name} = …`")).collect::<Vec<_>>()))
            }
        }
    }
}
