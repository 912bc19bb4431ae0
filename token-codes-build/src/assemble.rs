//! From a model without mistakes to the catalog as a program sees it.

use crate::{
    catalog::{
        Catalog, CatalogFile, Column, ColumnType, Entry, Headings, IntegerType, Locale, Message, Param,
        Template, Text, Value,
    },
    lint::integer_type,
    model::{self, Body, DeclaredType, Localized, Model, Values, Written},
    reports::{Reported, part},
    roles,
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
        retired: model.retired.iter().map(|code| code.text.clone()).collect(),
        entries: model.entries.iter().map(|code| entry(model, code)).collect::<Result<_, _>>()?,
        ..Catalog::default()
    };
    for file in &model.files {
        let (title, description) = (title(&file.title)?, title(&file.description)?);
        if file.has_locales {
            (catalog.title, catalog.description) = (title.clone(), description.clone());
        }
        let (path, entries) = (file.path.to_owned(), file.entries.clone());
        catalog.files.push(CatalogFile { path, title, description, entries });
    }
    Ok(catalog)
}

fn title(written: &Result<Option<Written<'_>>, Reported>) -> Result<String, Reported> {
    Ok(written.map_err(|reported| reported)?.map(|written| written.scalar.text.clone()).unwrap_or_default())
}

fn locales(model: &Model<'_>) -> Vec<Locale> {
    let locale = |locale: &model::Locale<'_>| Locale {
        tag: locale.tag.text.clone(),
        variant: locale.variant.clone(),
        headings: Headings::default(),
        fallback: Vec::new(),
    };
    let mut locales: Vec<_> = model.locales.list.iter().map(locale).collect();
    for heading in &model.headings {
        if let Some(locale) = heading.locale.and_then(|locale| locales.get_mut(locale)) {
            locale.headings.texts.insert(heading.heading, heading.written.scalar.text.clone());
        }
    }
    locales
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
        let name = column.key.text.clone();
        Ok(Column { name, ty, inferred, required: false, default: None, contract: false })
    };
    model.columns.list.iter().enumerate().map(column).collect()
}

fn entry(model: &Model<'_>, entry: &model::Entry<'_>) -> Result<Entry, Reported> {
    entry.usable?;
    let body = part(&entry.body)?;
    let params = part(&body.params.list)?;
    let values = body.values.iter().enumerate();
    Ok(Entry {
        code: entry.code.text.clone(),
        constant: entry.constant.clone(),
        name: body.name?.map(|name| name.text.clone()).unwrap_or_default(),
        variant: entry.variant.clone(),
        params: params.iter().map(param).collect::<Result<_, _>>()?,
        messages: messages(model, body)?,
        summary: detail(model, &body.summary, template)?,
        description: detail(model, &body.description, template)?,
        causes: detail(model, &body.causes, templates)?,
        resolution: detail(model, &body.resolution, templates)?,
        values: values.map(|(column, value)| self::value(model, column, value)).collect::<Result<_, _>>()?,
    })
}

fn param(param: &model::Param<'_>) -> Result<Param, Reported> {
    Ok(Param { name: param.name.text.clone(), ty: param.ty, privacy: param.privacy?.privacy })
}

/// The message in each locale. An entry without one, or without one in the source locale, has been reported: what is made
/// of it here is not used.
fn messages(model: &Model<'_>, body: &Body<'_>) -> Result<Vec<Message>, Reported> {
    let mut templates = vec![None; model.locales.list.len()];
    for (locale, text) in part(&body.message)?.iter().flat_map(Localized::all) {
        if let Some(written) = locale.and_then(|locale| templates.get_mut(locale)) {
            *written = Some(template(part(text)?)?);
        }
    }
    let source = templates.first().cloned().flatten().unwrap_or_default();
    let message = |written: Option<Template>| Message {
        translated: written.is_some(),
        template: written.unwrap_or_else(|| source.clone()),
    };
    Ok(templates.into_iter().map(message).collect())
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
            let mut texts = vec![None; model.locales.list.len()];
            for value in list {
                if let Some(text) = value.locale.and_then(|locale| texts.get_mut(locale)) {
                    *text = Some(read(&value.value)?);
                }
            }
            Ok(Text::PerLocale(texts))
        }
    }
}

fn templates(texts: &model::Texts<'_>) -> Result<Vec<Template>, Reported> {
    texts.iter().map(|text| part(text).and_then(template)).collect()
}

#[expect(clippy::unnecessary_wraps, reason = "as `templates`")]
fn template(text: &model::Text<'_>) -> Result<Template, Reported> {
    Ok(Template { text: text.written.scalar.text.clone(), cuts: text.cuts.clone() })
}

fn value(
    model: &Model<'_>,
    column: usize,
    value: &Result<Option<model::Value<'_>>, Reported>,
) -> Result<Option<Value>, Reported> {
    let Some(value) = part(value)? else { return Ok(None) };
    Ok(Some(match value {
        model::Value::Text(written) => Value::Text(written.scalar.text.clone()),
        model::Value::Integer(number) => Value::Integer(*number),
        model::Value::Boolean(boolean) => Value::Boolean(*boolean),
        model::Value::Listed(index) => {
            let text = match &model.columns.list[column].ty {
                Ok(DeclaredType::Listed(list)) => list.values[*index].text.clone(),
                _ => String::new(),
            };
            Value::Listed { index: *index, text }
        }
    }))
}
