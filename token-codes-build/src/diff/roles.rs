//! The roles: what services read of a code, and from which column or param.

use super::{
    Item, Side,
    finding::Finding,
    pairs::Pairs,
    rule::{Rule, Who},
};
use crate::{
    catalog::{Catalog, Column, ColumnType, ParamType, Privacy},
    roles::ServiceRole,
};

/// Who notices what a service reads for this role.
const fn reader(role: ServiceRole) -> Who {
    match role {
        ServiceRole::HttpStatus | ServiceRole::RetryAfter => Who::Http,
        ServiceRole::Level => Who::Logs,
        ServiceRole::GrpcStatus => Who::Clients,
    }
}

/// What has the role in a catalog.
fn name(catalog: &Catalog, role: ServiceRole) -> Option<&str> {
    let roles = &catalog.roles;
    let name = match role {
        ServiceRole::HttpStatus => &roles.http_status,
        ServiceRole::Level => &roles.level,
        ServiceRole::RetryAfter => &roles.retry_after,
        ServiceRole::GrpcStatus => &roles.grpc_status,
    };
    name.as_deref()
}

/// Who notices what stands in this column by its roles.
pub(super) fn readers<'a>(catalog: &'a Catalog, column: &'a str) -> impl Iterator<Item = Who> + 'a {
    let has = move |role: &ServiceRole| name(catalog, *role) == Some(column);
    ServiceRole::ALL.into_iter().filter(has).map(reader)
}

pub(super) fn compare(old: &Catalog, new: &Catalog, columns: &Pairs<'_, Column>, found: &mut Vec<Finding>) {
    for role in ServiceRole::ALL {
        let (before, after) = (name(old, role), name(new, role));
        let renamed = |name: &str| {
            let mut kept = columns.kept.iter();
            kept.find(|(old, _)| old.name == name).map(|(_, new)| new.name.clone())
        };
        let today = before.map(|name| renamed(name).unwrap_or_else(|| name.to_owned()));
        // Where what has the role is new or gone, or can have it only now or no longer, that has been said.
        let is_told = match (today.as_deref(), after) {
            (today, after) if today == after => true,
            (None, Some(after)) => !fits(old, role, after),
            (Some(today), None) => !fits(new, role, today),
            _ => false,
        };
        if !is_told {
            found.push(changed(role, before, after));
        }
    }
}

fn changed(role: ServiceRole, before: Option<&str>, after: Option<&str>) -> Finding {
    let word = |name: Option<&str>| name.map_or("nothing".into(), |name| format!("`{name}`"));
    let key = role.key();
    let message = format!("the role `{key}` is read from {}, and was from {}", word(after), word(before));
    let side = |name: Option<&str>| Side { item: Item::Role(key), value: name.map(str::to_owned) };
    Finding::new(Rule::RoleChanged, side(before), side(after), message).also([reader(role)])
}

/// Whether a column of this name, or a param, can have the role.
fn fits(catalog: &Catalog, role: ServiceRole, name: &str) -> bool {
    let fits_column = |column: &Column| match column.ty {
        ColumnType::Integer(_) => role.is_number(),
        ColumnType::Text | ColumnType::Listed(_) => !role.is_number(),
        ColumnType::Boolean => false,
    };
    let is_column = catalog.columns.iter().any(|column| column.name == name && fits_column(column));
    let mut params = catalog.entries.iter().flat_map(|entry| &entry.params).filter(|_| role.takes_params());
    is_column
        || params.any(|param| {
            param.name == name && param.ty == ParamType::Integer && param.privacy != Privacy::Secret
        })
}
