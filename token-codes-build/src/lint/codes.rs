//! Codes that are never to be used again, and those that are used instead.

use std::collections::{HashMap, HashSet};

use super::Lint;
use crate::{
    diagnostic::{Diagnostic, Kind},
    yaml::Scalar,
};

/// Reports a code that has been retired.
pub(super) fn retired(lint: &mut Lint<'_, '_, '_>) {
    let retired: HashMap<&str, _> =
        lint.model.retired.iter().map(|retired| (&*retired.code.text, retired.code)).collect();
    for entry in &lint.model.entries {
        let code = entry.code;
        let Some(retirement) = retired.get(&*code.text) else { continue };
        let there = lint.context.line(&retirement.span, &code.span);
        let message = format!("the code `{}` was retired on {there}", code.text);
        let diagnostic = Diagnostic::new(Kind::RetiredCode, code.span.clone(), message)
            .help("give the entry a code that was never used, since the old one still means what it meant")
            .label(retirement.span.clone(), "retired here");
        lint.report(diagnostic);
    }
}

/// Reports a code that is to be used instead of another, and cannot be.
pub(super) fn replacements(lint: &mut Lint<'_, '_, '_>) {
    if lint.model.lost_entries.is_some() {
        return;
    }
    let model = lint.model;
    let of_retired = model.retired.iter().map(|retired| (retired.code, retired.replacement));
    let of_deprecated = model.bodies().filter_map(|(entry, body)| {
        let deprecated = body.deprecated.as_ref().ok()?.as_ref()?;
        Some((entry.code, deprecated.replacement))
    });
    let named = of_retired.chain(of_deprecated);
    let named: Vec<_> = named.filter_map(|(code, instead)| Some((code, instead.ok()??))).collect();
    if named.is_empty() {
        return;
    }
    let live: HashSet<&str> = model.entries.iter().map(|entry| &*entry.code.text).collect();
    let wrong =
        |(code, instead): &&(&Scalar, &Scalar)| code.text == instead.text || !live.contains(&*instead.text);
    for (code, instead) in named.iter().filter(wrong) {
        let diagnostic = wrong_replacement(lint, code, instead);
        lint.report(diagnostic);
    }
}

fn wrong_replacement(lint: &mut Lint<'_, '_, '_>, code: &Scalar, instead: &Scalar) -> Diagnostic {
    let (model, span) = (lint.model, instead.span.clone());
    let shown = instead.text.escape_debug();
    let diagnostic = |message: String| Diagnostic::new(Kind::UnknownCode, span.clone(), message);
    if code.text == instead.text {
        let message = format!("`{shown}` is to be used instead of itself");
        return diagnostic(message).help("name another code, or leave `use` out");
    }
    let Some(retired) = model.retired.iter().find(|retired| retired.code.text == instead.text) else {
        let codes = model.entries.iter().map(|entry| &*entry.code.text);
        let help = match lint.context.nearest(&instead.text, codes) {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => "name a code of the catalog, or leave `use` out".to_owned(),
        };
        return diagnostic(format!("`use` names `{shown}`, which is no code of the catalog")).help(help);
    };
    let help = match retired.replacement {
        Ok(Some(next)) if next.text != code.text => {
            format!("name `{}`, which replaces it, or leave `use` out", next.text.escape_debug())
        }
        _ => "name a code that is in use, or leave `use` out".to_owned(),
    };
    diagnostic(format!("`use` names `{shown}`, which is retired"))
        .help(help)
        .label(retired.code.span.clone(), "retired here")
}
