//! What roles are given to, and whether that says what they are read for.

use super::Lint;
use crate::{
    catalog::ParamType,
    diagnostic::{Diagnostic, Kind},
    model::{DeclaredType, NamedRole, Param},
    roles::{self, ServiceRole},
    suggest::listed,
    yaml::Scalar,
};

/// Reports roles whose column is of another type, and the values that mean nothing to them.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>) {
    for named in &lint.model.roles {
        let column = named.column.map(|column| &lint.model.columns.list[column]);
        let ty = column.map(|column| column.ty.as_ref());
        match ty {
            // What is wrong with the column has been reported.
            Some(Err(_)) => {}
            Some(Ok(ty)) if named.role.fits_column(ty) => values(lint, named),
            _ if roles::fits(lint.model, named.role, &named.name.text) => {}
            _ => mismatched(lint, named),
        }
    }
}

/// Reports the values in the column that mean nothing to the role.
fn values(lint: &mut Lint<'_, '_, '_>, named: &NamedRole<'_>) {
    for value in named.values.iter().filter(|value| !named.role.means(&value.text)) {
        let message = format!(
            "`{}` in the column `{}` is no {}",
            value.text.escape_debug(),
            named.name.text,
            meaning(named.role)
        );
        let help = help(lint, named.role, value);
        let diagnostic = Diagnostic::new(Kind::MismatchedRole, value.span.clone(), message).help(help);
        let role = format!("the column of the role `{}`", named.role.key());
        lint.report(diagnostic.label(named.name.span.clone(), role));
    }
}

/// What a value of a role is.
const fn meaning(role: ServiceRole) -> &'static str {
    match role {
        ServiceRole::HttpStatus => "HTTP status",
        ServiceRole::Level => "level of a log",
        ServiceRole::RetryAfter => "number of seconds",
        ServiceRole::GrpcStatus => "status of gRPC",
    }
}

/// What to write instead of a value that means nothing to the role.
fn help(lint: &mut Lint<'_, '_, '_>, role: ServiceRole, value: &Scalar) -> String {
    let all = match role {
        ServiceRole::HttpStatus => {
            return "write one from 100 to 599, or give the role another column".into();
        }
        ServiceRole::RetryAfter => return "write it without the `-`, or give the role another column".into(),
        ServiceRole::Level => format!("the levels are {}", listed(role.words().iter().copied())),
        ServiceRole::GrpcStatus => {
            let all = listed(role.words().iter().copied());
            format!("the statuses are {all}, or the same in capitals, such as `NOT_FOUND`")
        }
    };
    match lint.context.nearest(&value.text, role.words().iter().copied()) {
        Some(guess) => format!("did you mean `{guess}`? {all}"),
        None => format!("{all}; or give the role another column"),
    }
}

/// Reports a role that has a column, or a param, of another type than it is read from.
fn mismatched(lint: &mut Lint<'_, '_, '_>, named: &NamedRole<'_>) {
    let (role, name) = (named.role, &named.name.text);
    let column = named.column.map(|column| &lint.model.columns.list[column]);
    let param = roles::params(lint.model, role, name).next();
    let secret = param.and_then(Param::secret);
    let (found, place) = match (column, param) {
        (Some(column), _) => {
            let found = column.ty.as_ref().map_or("another", described);
            (format!("the column `{name}` is {found}"), column.key)
        }
        (None, Some(param)) => {
            let ty = param.ty.map_or("another", ParamType::as_str);
            let found = if secret.is_some() { "secret" } else { ty };
            (format!("the param `{name}` is `{found}`"), secret.unwrap_or(param.name))
        }
        (None, None) => return,
    };
    let (wanted, example) = match role {
        ServiceRole::HttpStatus => ("a column of integers", "integer"),
        ServiceRole::RetryAfter => ("a column or a param of integers", "integer"),
        ServiceRole::Level => ("a column of texts, or one with a list", "[info, warning, error]"),
        ServiceRole::GrpcStatus => ("a column of texts, or one with a list", "[not-found, internal]"),
    };
    let message = format!("the role `{}` is read from {wanted}, and {found}", role.key());
    let help = format!("give the role another column, or declare this one as `{name}: {example}`");
    let diagnostic = Diagnostic::new(Kind::MismatchedRole, named.name.span.clone(), message).help(help);
    lint.report(diagnostic.label(place.span.clone(), "declared here"));
}

/// What a column of this type is, for a report.
const fn described(ty: &DeclaredType) -> &'static str {
    match ty {
        DeclaredType::Text => "one of texts",
        DeclaredType::Boolean => "one of booleans",
        DeclaredType::Integer(_) => "one of integers",
        DeclaredType::Listed(_) => "one with a list",
    }
}
