//! From a model without mistakes to the catalog as a program sees it.

use crate::{
    catalog::{
        Acceptance, Catalog, CatalogFile, Column, ColumnType, Deprecated, Entry, Headings, IntegerType,
        Locale, Message, Param, Retired, Stale, Template, Text, Translations, Value,
    },
    cldr::Language,
    lint::integer_type,
    model::{self, Accepted, Body, DeclaredType, Localized, Model, Values, Written},
    reports::{Reported, part},
    roles,
    yaml::Scalar,
};

/// The catalog; an error if a part of it could not be read.
///
/// That the parts fit together is what [`lint`](crate::lint) looks at: where it has found an error, there is no catalog.
pub(crate) fn assemble(model: &Model<'_>) -> Result<Catalog, Reported> {
    if let Some(reported) = model.lost_entries.or(model.locales.incomplete).or(model.columns.incomplete) {
        return Err(reported);
    }
    let mut catalog = Catalog {
        locales: locales(model),
        log_locale: model.log_locale,
        roles: roles::resolve(model),
        columns: columns(model)?,
        accepted: part(&model.accepted)?.iter().map(accepted).collect(),
        retired: model.retired.iter().map(|code| retired(model, code)).collect::<Result<_, _>>()?,
        entries: model.entries.iter().map(|code| entry(model, code)).collect::<Result<_, _>>()?,
        ..Catalog::default()
    };
    for file in &model.files {
        let (title, description) = (remark(&file.title)?, remark(&file.description)?);
        if file.has_locales {
            (catalog.title, catalog.description) = (title.clone(), description.clone());
        }
        let (path, entries) = (file.path.to_owned(), file.entries.clone());
        catalog.files.push(CatalogFile { path, title, description, entries });
    }
    Ok(catalog)
}

/// A text that stands for itself; empty if there is none.
fn remark(written: &Result<Option<Written<'_>>, Reported>) -> Result<String, Reported> {
    Ok(written.map_err(|reported| reported)?.map(|written| written.scalar.text.clone()).unwrap_or_default())
}

fn locales(model: &Model<'_>) -> Vec<Locale> {
    let locale = |(index, locale): (usize, &model::Locale<'_>)| Locale {
        tag: locale.tag.text.clone(),
        variant: locale.variant.clone(),
        headings: Headings::default(),
        fallback: model.fallback.of(index),
        language: language(&locale.tag.text, model.native_digits[index]),
    };
    let mut locales: Vec<_> = model.locales.list.iter().enumerate().map(locale).collect();
    for heading in &model.headings {
        if let Some(index) = heading.locale.filter(|index| *index < locales.len()) {
            let text = heading.written.scalar.text.clone();
            locales[index].headings.texts.insert(heading.heading, (text, index));
        }
    }
    for &index in &model.fallback.order {
        let next = model.fallback.next[index];
        // A source locale in another language is a last resort for texts; headings have English ones.
        if next.is_chosen {
            let Headings { texts } = locales[next.locale].headings.clone();
            let own = &mut locales[index].headings.texts;
            for (heading, text) in texts {
                own.entry(heading).or_insert(text);
            }
        }
    }
    locales
}

fn language(tag: &str, has_native_digits: bool) -> Language {
    let language = Language::of(tag);
    if has_native_digits { language.with_native_digits() } else { language }
}

fn columns(model: &Model<'_>) -> Result<Vec<Column>, Reported> {
    let column = |(index, column): (usize, &model::Column<'_>)| {
        let declared = part(&column.ty)?;
        let ty = match declared {
            DeclaredType::Text => ColumnType::Text,
            DeclaredType::Boolean => ColumnType::Boolean,
            DeclaredType::Listed(list) => ColumnType::Listed(list.clone()),
            DeclaredType::Integer(Some(fixed)) => ColumnType::Integer(*fixed),
            // Where no type holds all of them, that has been reported, and what is made here is not used.
            DeclaredType::Integer(None) => {
                ColumnType::Integer(integer_type(model, index).unwrap_or(IntegerType::I64))
            }
        };
        let inferred = matches!(declared, DeclaredType::Integer(None));
        let default = part(&column.default)?.as_ref().map(|default| value(declared, default));
        let (name, required, contract) = (column.key.text.clone(), column.required, column.contract);
        Ok(Column { name, ty, inferred, required, default, contract, was: word(column.was)? })
    };
    model.columns.list.iter().enumerate().map(column).collect()
}

fn entry(model: &Model<'_>, entry: &model::Entry<'_>) -> Result<Entry, Reported> {
    entry.usable?;
    let body = part(&entry.body)?;
    let params = part(&body.params.list)?;
    let values = model.columns.list.iter().zip(&body.values);
    Ok(Entry {
        code: entry.code.text.clone(),
        constant: entry.constant.clone(),
        name: body.name?.map(|name| name.text.clone()).unwrap_or_default(),
        was: word(body.was)?,
        variant: entry.variant.clone(),
        params: params.iter().map(param).collect::<Result<_, _>>()?,
        messages: messages(model, body)?,
        summary: detail(model, &body.summary, template)?,
        description: detail(model, &body.description, template)?,
        causes: detail(model, &body.causes, templates)?,
        resolution: detail(model, &body.resolution, templates)?,
        deprecated: part(&body.deprecated)?.as_ref().map(deprecated).transpose()?,
        values: values.map(|(column, own)| value_or_default(column, own)).collect::<Result<_, _>>()?,
        stale: stale(body),
    })
}

fn retired(model: &Model<'_>, retired: &model::Retired<'_>) -> Result<Retired, Reported> {
    Ok(Retired {
        code: retired.code.text.clone(),
        since: remark(&retired.since)?,
        why: remark(&retired.why)?,
        replacement: retired.replacement?.map(|code| code.text.clone()),
        entry: retired.entry.as_ref().map(|kept| entry(model, kept)).transpose()?,
    })
}

fn deprecated(deprecated: &model::Deprecated<'_>) -> Result<Deprecated, Reported> {
    Ok(Deprecated {
        since: remark(&deprecated.since)?,
        replacement: deprecated.replacement?.map(|code| code.text.clone()),
        note: remark(&deprecated.note)?,
    })
}

fn stale(body: &Body<'_>) -> Vec<Stale> {
    let mark = |mark: &model::Stale<'_>| {
        let source = mark.source.iter().map(|text| text.text.clone()).collect();
        Stale { locale: mark.locale, field: mark.field, source }
    };
    let mut marks: Vec<_> = body.stale.iter().map(mark).collect();
    marks.sort_by_key(|mark| (mark.locale, mark.field));
    marks
}

fn param(param: &model::Param<'_>) -> Result<Param, Reported> {
    let (name, privacy) = (param.name.text.clone(), param.privacy?.privacy);
    Ok(Param { name, ty: param.ty?, privacy, was: word(param.was)? })
}

fn word(written: Result<Option<&Scalar>, Reported>) -> Result<Option<String>, Reported> {
    Ok(written?.map(|word| word.text.clone()))
}

fn accepted(accepted: &Accepted<'_>) -> Acceptance {
    let word = |written: Option<&Scalar>| written.map(|word| word.text.clone());
    Acceptance {
        rule: accepted.rule,
        code: word(accepted.code),
        param: word(accepted.param),
        column: word(accepted.column),
        locale: word(accepted.locale),
        to: word(accepted.to),
        reason: accepted.reason.text.clone(),
    }
}

/// The message in each locale. An entry without one, or without one in the source locale, has been reported: what is made
/// of it here is not used.
fn messages(model: &Model<'_>, body: &Body<'_>) -> Result<Vec<Message>, Reported> {
    let mut own = vec![None; model.locales.list.len()];
    for (locale, text) in part(&body.message)?.iter().flat_map(Localized::all) {
        if let Some(written) = locale.and_then(|locale| own.get_mut(locale)) {
            *written = Some(template(part(text)?)?);
        }
    }
    let shown = model.fallback.shown(|locale| own[locale].is_some());
    let lacking = own.iter().zip(&shown).filter(|(own, _)| own.is_none());
    let stand_ins: Vec<_> = lacking.map(|(_, &locale)| own[locale].clone().unwrap_or_default()).collect();
    let mut stand_ins = stand_ins.into_iter();
    let message = |(own, locale): (Option<Template>, usize)| Message {
        translated: own.is_some(),
        template: own.or_else(|| stand_ins.next()).unwrap_or_default(),
        locale,
    };
    Ok(own.into_iter().zip(shown).map(message).collect())
}

/// A text or list that may be left out; `read` makes it of what is written.
fn detail<T, U: Clone + Default>(
    model: &Model<'_>,
    field: &Result<Option<Localized<'_, T>>, Reported>,
    read: impl Fn(&T) -> Result<U, Reported>,
) -> Result<Text<U>, Reported> {
    let Some(field) = part(field)? else {
        return Ok(Text::Same(U::default()));
    };
    let read = |value: &Result<T, Reported>| part(value).and_then(&read);
    match &field.values {
        Values::Same(value) => Ok(Text::Same(read(value)?)),
        Values::PerLocale { list, .. } => {
            let mut own = vec![None; model.locales.list.len()];
            for value in list {
                if let Some(text) = value.locale.and_then(|locale| own.get_mut(locale)) {
                    *text = Some(read(&value.value)?);
                }
            }
            let shown = model.fallback.shown(|locale| own[locale].is_some());
            Ok(Text::PerLocale(Translations { own, shown }))
        }
    }
}

fn templates(texts: &model::Texts<'_>) -> Result<Vec<Template>, Reported> {
    texts.iter().map(|text| part(text).and_then(template)).collect()
}

#[expect(clippy::unnecessary_wraps, reason = "as `templates`")]
fn template(text: &model::Text<'_>) -> Result<Template, Reported> {
    // Only what is kept of a retired code can be that, and is shown as it stands.
    let cuts = if text.is_broken() { Vec::new() } else { text.cuts.clone() };
    Ok(Template { text: text.written.scalar.text.clone(), cuts })
}

/// What an entry has in a column: what it is given, or else the default.
fn value_or_default(
    column: &model::Column<'_>,
    own: &Result<Option<model::Value<'_>>, Reported>,
) -> Result<Option<Value>, Reported> {
    let (own, ty) = (part(own)?.as_ref(), part(&column.ty)?);
    let default = part(&column.default)?.as_ref();
    Ok(own.or(default).map(|given| value(ty, given)))
}

fn value(ty: &DeclaredType, value: &model::Value<'_>) -> Value {
    match value {
        model::Value::Text(written) => Value::Text(written.scalar.text.clone()),
        model::Value::Integer(number) => Value::Integer(*number),
        model::Value::Boolean(boolean) => Value::Boolean(*boolean),
        model::Value::Listed(index) => {
            let text = match ty {
                DeclaredType::Listed(list) => list.values[*index].text.clone(),
                _ => String::new(),
            };
            Value::Listed { index: *index, text }
        }
    }
}
