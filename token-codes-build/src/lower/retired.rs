//! The codes that are never used again, and what is kept of their entries.

use std::collections::HashMap;

use super::{
    entries::{self, BodyReader, check_code},
    field::{Field, Fields, Keys, duplicate_item, missing_key},
    files::File,
};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    identifier,
    model::{Columns, Entry, Locales, Retired},
    reports::Reported,
    yaml::{Mapping, Node, Scalar},
};

/// The keys of a retired code, beside those that its entry had.
pub(super) const KEYS: [&str; 4] = ["code", "since", "why", "use"];

const EXAMPLE: &str = "list the codes: `retired: [TOK003]`, or leave `retired` out";

/// The codes that the files retire, each once. One that is retired in one file may be defined in another by mistake.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    files: &[File<'a>],
    locales: &Locales<'a>,
    columns: &Columns<'a>,
) -> Vec<Retired<'a>> {
    let names = columns.list.iter().map(|column| &*column.key.text);
    let keys = Keys::new(KEYS.into_iter().chain(entries::KEYS).chain(names)).incomplete(columns.incomplete);
    let reader = Reader { body: BodyReader { locales, columns }, keys };
    let mut retired: Vec<Retired<'a>> = Vec::new();
    let mut first: HashMap<&str, &Scalar> = HashMap::new();
    for field in files.iter().filter_map(|file| file.fields.find("retired")) {
        let list = field.list(context, |field| {
            field.unexpected("`retired` has no value", "`retired` is not a list").help(EXAMPLE)
        });
        for item in list.into_iter().flat_map(|list| field.items(list)) {
            let Ok(item) = reader.item(context, item) else { continue };
            if let Some(first) = first.get(&*item.code.text) {
                retired_twice(context, first, item.code);
            } else {
                first.insert(&item.code.text, item.code);
                retired.push(item);
            }
        }
    }
    retired
}

/// Reads the items of the list.
struct Reader<'r, 'a> {
    body: BodyReader<'r, 'a>,
    keys: Keys<'a>,
}

impl<'a> Reader<'_, 'a> {
    fn item(&self, context: &mut Context<'a, '_>, item: Field<'a>) -> Result<Retired<'a>, Reported> {
        if let Node::Mapping(mapping) = item.value {
            return self.mapping(context, mapping);
        }
        let code = code(context, item)?;
        Ok(Retired { code, since: Ok(None), why: Ok(None), replacement: Ok(None), entry: None })
    }

    /// A code with what is said of it, and what is kept of its entry.
    fn mapping(&self, context: &mut Context<'a, '_>, mapping: &'a Mapping) -> Result<Retired<'a>, Reported> {
        let fields = Fields::read(context, mapping, || "the retired code".to_owned(), &self.keys);
        let Some(field) = fields.get("code")? else {
            let help = "write `code: TOK003` in it, with the code that is retired";
            return Err(context.report(missing_key(mapping, "the retired code", help, "code")));
        };
        let code = code(context, field)?;
        Ok(Retired {
            code,
            since: fields.remark(context, "since", "value of `since`"),
            why: fields.remark(context, "why", "value of `why`"),
            replacement: fields.replacement(context),
            entry: self.entry(context, code, mapping, &fields),
        })
    }

    /// What is kept of the entry, if anything is.
    fn entry(
        &self,
        context: &mut Context<'a, '_>,
        code: &'a Scalar,
        mapping: &Mapping,
        fields: &Fields<'a>,
    ) -> Option<Entry<'a>> {
        fields.list.iter().find(|field| !KEYS.contains(&&*field.key.text))?;
        let body = self.body.read(context, code, fields);
        let constant = identifier::constant(&code.text);
        let variant = entries::variant(body.name.ok().flatten(), &constant);
        let (span, body) = (mapping.span.clone(), Ok(body));
        Some(Entry { code, span, usable: Ok(()), constant, variant, alike: None, body })
    }
}

/// The code that is retired.
fn code<'a>(context: &mut Context<'a, '_>, field: Field<'a>) -> Result<&'a Scalar, Reported> {
    let code = field.item(context, "retired code", EXAMPLE)?;
    check_code(context, code).map(|()| code)
}

fn retired_twice(context: &mut Context<'_, '_>, first: &Scalar, second: &Scalar) {
    let diagnostic = if context.in_one_file(first.span.start, second.span.start) {
        duplicate_item(second, "code")
    } else {
        let line = context.line(&first.span, &second.span);
        let message = format!("the code `{}` is already retired on {line}", second.text);
        Diagnostic::new(Kind::DuplicateItem, second.span.clone(), message).help("remove one of the two")
    };
    context.report(diagnostic.label(first.span.clone(), "the first"));
}
