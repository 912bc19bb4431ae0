//! What an entry says of translations that were made of another source text: `stale: {fr: the old text}`.

use super::{
    field::{Field, Fields, Keys, unique},
    locales::{self, UnknownLocale},
};
use crate::{
    catalog::TextField,
    context::Context,
    model::{Locales, Stale},
    reports::Reported,
    yaml::{Node, Scalar},
};

const EXAMPLE: &str = "name the locale and the source text that its message was translated from: \
                       `stale: {fr: old text}`, or leave `stale` out";

/// The marks of an entry, as far as they can be read.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    locales: &Locales<'a>,
    field: Result<Option<Field<'a>>, Reported>,
) -> Vec<Stale<'a>> {
    let Ok(Some(field)) = field else { return Vec::new() };
    let mapping = field.mapping(context, |field| {
        field.unexpected("`stale` has no value", "`stale` is not a mapping").help(EXAMPLE)
    });
    let fields = mapping.map(|mapping| unique(context, mapping).list).unwrap_or_default();
    let mut marks = Vec::new();
    for field in fields {
        let locale = match locales::find(context, locales, field.key) {
            Ok(locale) => locale,
            Err(UnknownLocale { meant, .. }) => meant,
        };
        let said = in_locale(context, field);
        if let Some(locale) = locale {
            let tag = field.key;
            marks.extend(said.into_iter().map(|(key, field, source)| Stale {
                tag,
                locale,
                field,
                key,
                source,
            }));
        }
    }
    marks
}

/// The fields that are marked in a locale, each with its key and its old texts.
fn in_locale<'a>(
    context: &mut Context<'a, '_>,
    field: Field<'a>,
) -> Vec<(&'a Scalar, TextField, Vec<&'a Scalar>)> {
    let Node::Mapping(mapping) = field.value else {
        let text = field.text(context, &"old source text");
        return text.into_iter().map(|text| (field.key, TextField::Message, vec![text])).collect();
    };
    let of = || format!("`stale` in `{}`", field.key.text.escape_debug());
    let fields = Fields::read(context, mapping, of, &Keys::new(TextField::ALL.map(TextField::as_str)));
    let known =
        fields.list.into_iter().filter_map(|field| Some((field, TextField::of_key(&field.key.text)?)));
    let read = |(said, field): (Field<'a>, TextField)| {
        let texts = if field.is_list() { texts(context, said) } else { text(context, said) };
        Some((said.key, field, texts.ok()?))
    };
    known.filter_map(read).collect()
}

fn text<'a>(context: &mut Context<'a, '_>, field: Field<'a>) -> Result<Vec<&'a Scalar>, Reported> {
    Ok(vec![field.text(context, &"old source text")?])
}

fn texts<'a>(context: &mut Context<'a, '_>, field: Field<'a>) -> Result<Vec<&'a Scalar>, Reported> {
    let name = &field.key.text;
    let list = field.list(context, |field| {
        let help = "write each of the old texts on a line of its own behind `- `";
        field.unexpected(format!("`{name}` has no texts"), format!("`{name}` is not a list")).help(help)
    })?;
    field.items(list).map(|item| item.text(context, &"old source text")).collect()
}
