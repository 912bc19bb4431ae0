//! What an entry says its messages leave out on purpose: `omits: {en: [expires_at]}`.

use super::{
    field::{Field, duplicate_item, unique},
    locales::{self, UnknownLocale},
};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::{Locales, Omits, Params},
    reports::{Reported, part},
    suggest::listed,
    yaml::Scalar,
};

const EXAMPLE: &str = "name the locale and the params: `omits: {en: [expires_at]}`, or leave `omits` out";

/// The omissions of the code `code`.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    locales: &Locales<'a>,
    code: &str,
    params: &Params<'_>,
    field: Result<Option<Field<'a>>, Reported>,
) -> Omits<'a> {
    let mut omits = Omits::default();
    let read = field.and_then(|field| match field {
        Some(field) => read(context, locales, code, params, field, &mut omits),
        None => Ok(()),
    });
    omits.incomplete = read.err();
    omits
}

fn read<'a>(
    context: &mut Context<'a, '_>,
    locales: &Locales<'a>,
    code: &str,
    params: &Params<'_>,
    field: Field<'a>,
    omits: &mut Omits<'a>,
) -> Result<(), Reported> {
    let mapping = field.mapping(context, |field| {
        field.unexpected("`omits` has no value", "`omits` is not a mapping").help(EXAMPLE)
    })?;
    let mut read = Ok(());
    for field in unique(context, mapping).list {
        let locale = match locales::find(context, locales, field.key) {
            Ok(locale) => locale,
            // The locale that was meant is not said to leave a param out as well.
            Err(UnknownLocale { meant, .. }) => meant,
        };
        match listed_params(context, code, params, field) {
            Ok(params) => {
                for (param, word) in params {
                    omits.written.extend(locale.map(|locale| ((locale, param), word)));
                }
            }
            Err(reported) => read = Err(reported),
        }
    }
    read
}

/// The params that are said to be left out in a locale, each with the word that says so.
fn listed_params<'a>(
    context: &mut Context<'_, '_>,
    code: &str,
    params: &Params<'_>,
    field: Field<'a>,
) -> Result<Vec<(usize, &'a Scalar)>, Reported> {
    let words = field.words(context, &field.key.text, "param", EXAMPLE)?;
    let mut found: Vec<Result<(usize, &Scalar), Reported>> = Vec::new();
    let mut seen = vec![false; params.known().len()];
    for word in words {
        let param = word.and_then(|word| Ok((param(context, code, params, word)?, word)));
        if let Ok((index, word)) = param
            && std::mem::replace(&mut seen[index], true)
        {
            context.report(duplicate_item(word, "param"));
        }
        found.push(param);
    }
    found.into_iter().collect()
}

fn param(
    context: &mut Context<'_, '_>,
    code: &str,
    params: &Params<'_>,
    word: &Scalar,
) -> Result<usize, Reported> {
    part(&params.list)?;
    let index = |name: &str| params.names().position(|other| other == name);
    if let Some(index) = index(&word.text) {
        return Ok(index);
    }
    let shown: Vec<_> = params.shown().map(|(_, name)| name).collect();
    let guess = context.nearest(&word.text, shown.iter().copied());
    let all = listed(shown.iter().copied());
    let help = match guess {
        Some(guess) => format!("did you mean `{guess}`? the params are {all}"),
        None if shown.is_empty() => "remove it".to_owned(),
        None => format!("remove it; the params are {all}"),
    };
    let message = format!("`{code}` has no param `{}`", word.text.escape_debug());
    let diagnostic = Diagnostic::new(Kind::UnknownParam, word.span.clone(), message).help(help);
    let reported = context.report(diagnostic);
    guess.and_then(index).ok_or(reported)
}
