//! The header's `roles`: which column, or param, a service reads for what.

use super::{
    entries::Entries,
    field::{Field, Fields, Keys},
    files::File,
};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::{Columns, Entry, NamedRole},
    reports::Reported,
    roles::ServiceRole,
    suggest::listed,
    yaml::{Mapping, Node, Scalar},
};

const EXAMPLE: &str = "name the column of each: `roles: {http_status: status, level: severity}`";

/// What roles are given to, as far as that is there.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    header: &Fields<'a>,
    files: &[File<'a>],
    columns: &Columns<'a>,
    entries: &Entries<'a>,
) -> Vec<NamedRole<'a>> {
    let Some(field) = header.find("roles") else { return Vec::new() };
    let mapping = field.mapping(context, |field| {
        let diagnostic = field.unexpected("`roles` has no value", "`roles` is not a mapping");
        diagnostic.help(format!("{EXAMPLE}, or leave `roles` out"))
    });
    let Ok(mapping) = mapping else { return Vec::new() };
    let keys = Keys::new(ServiceRole::ALL.map(ServiceRole::key));
    let fields = Fields::read(context, mapping, || "`roles`".to_owned(), &keys);
    let reader = Reader { header, files, columns, entries };
    let roles = ServiceRole::ALL.into_iter();
    roles.filter_map(|role| reader.named(context, role, fields.find(role.key())?).ok()).collect()
}

/// Looks up what a role is given to.
struct Reader<'r, 'a> {
    header: &'r Fields<'a>,
    files: &'r [File<'a>],
    columns: &'r Columns<'a>,
    entries: &'r Entries<'a>,
}

impl<'a> Reader<'_, 'a> {
    fn named(
        &self,
        context: &mut Context<'a, '_>,
        role: ServiceRole,
        field: Field<'a>,
    ) -> Result<NamedRole<'a>, Reported> {
        let name = field.item(context, &format!("column of the role `{}`", role.key()), EXAMPLE)?;
        let column = self.columns.list.iter().position(|column| column.key.text == name.text);
        if column.is_some() {
            return Ok(NamedRole { role, name, column, values: self.values(&name.text) });
        }
        // The first code of a catalog may still get such a param.
        let may_come = role.takes_params() && self.entries.list.is_empty();
        if !may_come && !self.params(role).any(|param| param == name.text) {
            self.unknown(context, role, name)?;
        }
        Ok(NamedRole { role, name, column, values: Vec::new() })
    }

    /// The entries with a param that may have the role.
    fn entries(&self, role: ServiceRole) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.list.iter().filter(move |_| role.takes_params())
    }

    /// The params that may have the role.
    fn params(&self, role: ServiceRole) -> impl Iterator<Item = &'a str> {
        self.entries(role).flat_map(|entry| &entry.body).flat_map(|body| body.params.names())
    }

    /// Set if there may be more such params.
    fn lost_params(&self, role: ServiceRole) -> Option<Reported> {
        let lost = |entry: &Entry<'_>| match &entry.body {
            Ok(body) => body.params.list.as_ref().err().copied(),
            Err(reported) => Some(*reported),
        };
        self.entries.lost.filter(|_| role.takes_params()).or_else(|| self.entries(role).find_map(lost))
    }

    /// Reports a column that is not declared, unless it may be one that could not be read.
    fn unknown(
        &self,
        context: &mut Context<'a, '_>,
        role: ServiceRole,
        name: &Scalar,
    ) -> Result<(), Reported> {
        if let Some(reported) = self.columns.incomplete.or_else(|| self.lost_params(role)) {
            return Err(reported);
        }
        let columns = || self.columns.list.iter().map(|column| &*column.key.text);
        let guess = context.nearest(&name.text, columns().chain(self.params(role)));
        let all = match columns().count() {
            0 => "the catalog declares no columns".to_owned(),
            _ => format!("the columns are {}", listed(columns())),
        };
        let help = match guess {
            Some(guess) => format!("did you mean `{guess}`? {all}"),
            None => format!("declare it in `columns` at the top, or remove the role; {all}"),
        };
        let what = if role.takes_params() { "neither a column nor a param" } else { "no column" };
        let message = format!("the catalog has {what} `{}`", name.text.escape_debug());
        Err(context.report(Diagnostic::new(Kind::UnknownColumn, name.span.clone(), message).help(help)))
    }

    /// What stands in a column: the values that it lists; or else what it has by default, and what the entries have in it.
    fn values(&self, column: &str) -> Vec<&'a Scalar> {
        let declared = self.header.find("columns").and_then(|field| mapping(field.value)?.get(column));
        let (ty, default) = match declared {
            Some(Node::Mapping(declared)) => (declared.get("type"), declared.get("default")),
            declared => (declared, None),
        };
        if let Some(Node::Sequence(list)) = ty {
            return list.items.iter().filter_map(scalar).collect();
        }
        let codes = self.files.iter().filter_map(|file| mapping(file.fields.find("codes")?.value));
        let entries = codes.flat_map(|codes| &codes.entries).filter_map(|(_, entry)| mapping(entry));
        let values = entries.filter_map(|entry| entry.get(column));
        default.into_iter().chain(values).filter_map(scalar).collect()
    }
}

fn mapping(node: &Node) -> Option<&Mapping> {
    match node {
        Node::Mapping(mapping) => Some(mapping),
        _ => None,
    }
}

fn scalar(node: &Node) -> Option<&Scalar> {
    match node {
        Node::Scalar(scalar) if !scalar.is_null() => Some(scalar),
        _ => None,
    }
}
