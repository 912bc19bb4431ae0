//! The roles: what a service reads of a code, whatever the catalog calls the column that says it.

use crate::{
    catalog::{ParamType, Roles},
    model::{DeclaredType, Model, Param},
};

/// What a service reads of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ServiceRole {
    HttpStatus,
    Level,
    RetryAfter,
    GrpcStatus,
}

/// The levels of a log, the mildest first.
const LEVELS: &[&str] = &[
    "trace",
    "debug",
    "info",
    "notice",
    "warn",
    "warning",
    "error",
    "critical",
    "alert",
    "emergency",
    "fatal",
];

/// The codes of gRPC, in the order of their numbers, but for `ok`, which no error is.
const GRPC_STATUSES: &[&str] = &[
    "cancelled",
    "unknown",
    "invalid-argument",
    "deadline-exceeded",
    "not-found",
    "already-exists",
    "permission-denied",
    "resource-exhausted",
    "failed-precondition",
    "aborted",
    "out-of-range",
    "unimplemented",
    "internal",
    "unavailable",
    "data-loss",
    "unauthenticated",
];

impl ServiceRole {
    /// Every role, in the order in which they are documented.
    pub(crate) const ALL: [Self; 4] = [Self::HttpStatus, Self::Level, Self::RetryAfter, Self::GrpcStatus];

    /// The key for it in `roles`.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::HttpStatus => "http_status",
            Self::Level => "level",
            Self::RetryAfter => "retry_after",
            Self::GrpcStatus => "grpc_status",
        }
    }

    /// The column, or the param, that has the role where `roles` gives it to none.
    const fn default_name(self) -> &'static str {
        match self {
            Self::Level => "severity",
            _ => self.key(),
        }
    }

    /// Whether a param can have it.
    pub(crate) const fn takes_params(self) -> bool {
        matches!(self, Self::RetryAfter)
    }

    /// Whether it is read from integers; otherwise it is from words.
    pub(crate) const fn is_number(self) -> bool {
        matches!(self, Self::HttpStatus | Self::RetryAfter)
    }

    /// Whether a column of this type can have it.
    pub(crate) fn fits_column(self, ty: &DeclaredType) -> bool {
        match ty {
            DeclaredType::Integer(_) => self.is_number(),
            DeclaredType::Text | DeclaredType::Listed(_) => !self.is_number(),
            DeclaredType::Boolean => false,
        }
    }

    /// Whether this param can have it, or may be meant to: one that is secret is shown to nobody.
    pub(crate) fn fits_param(self, param: &Param<'_>) -> bool {
        let is_other = param.ty.is_ok_and(|ty| ty != ParamType::Integer);
        self.takes_params() && !is_other && param.secret().is_none()
    }

    /// The words that it is read from; none if it is read from integers.
    pub(crate) const fn words(self) -> &'static [&'static str] {
        match self {
            Self::HttpStatus | Self::RetryAfter => &[],
            Self::Level => LEVELS,
            Self::GrpcStatus => GRPC_STATUSES,
        }
    }

    /// Whether this is a value that it can be read from. What is no number at all is not of the column's type, and a mistake
    /// of its own.
    pub(crate) fn means(self, value: &str) -> bool {
        let number = || value.parse::<i128>();
        match self {
            Self::HttpStatus => number().map_or(true, |number| (100..=599).contains(&number)),
            Self::RetryAfter => number().map_or(true, |seconds| seconds >= 0),
            Self::Level => LEVELS.contains(&value),
            Self::GrpcStatus => {
                GRPC_STATUSES.contains(&value) || GRPC_STATUSES.iter().any(|status| capitals(status) == value)
            }
        }
    }
}

/// `NOT_FOUND` for `not-found`, as gRPC itself has it.
fn capitals(status: &str) -> String {
    status.replace('-', "_").to_ascii_uppercase()
}

/// The names that have the roles: those that the catalog gives them to, and elsewhere those that fit and are called so.
pub(crate) fn resolve(model: &Model<'_>) -> Roles {
    let name = |role: ServiceRole| {
        let said = model.roles.iter().find(|said| said.role == role).map(|said| &*said.name.text);
        let default = || Some(role.default_name()).filter(|name| fits(model, role, name));
        said.or_else(default).map(str::to_owned)
    };
    Roles {
        http_status: name(ServiceRole::HttpStatus),
        level: name(ServiceRole::Level),
        retry_after: name(ServiceRole::RetryAfter),
        grpc_status: name(ServiceRole::GrpcStatus),
    }
}

/// Whether a column of this name, or a param, can have the role.
pub(crate) fn fits(model: &Model<'_>, role: ServiceRole, name: &str) -> bool {
    let column = model.columns.list.iter().find(|column| column.key.text == name);
    let is_column = column.is_some_and(|column| column.ty.as_ref().is_ok_and(|ty| role.fits_column(ty)));
    is_column || params(model, role, name).any(|param| role.fits_param(param))
}

/// The params of this name, if a param can have the role.
pub(crate) fn params<'m, 'a>(
    model: &'m Model<'a>,
    role: ServiceRole,
    name: &str,
) -> impl Iterator<Item = &'m Param<'a>> {
    let bodies = model.bodies().filter(move |_| role.takes_params());
    bodies.flat_map(|(_, body)| body.params.known()).filter(move |param| param.name.text == name)
}

#[cfg(test)]
mod tests {
    use super::ServiceRole;

    #[test]
    fn what_a_role_can_be_read_from() {
        for (role, good, wrong) in [
            (ServiceRole::HttpStatus, ["100", "599"], ["99", "600"]),
            (ServiceRole::RetryAfter, ["0", "18446744073709551615"], ["-1", "-60"]),
            (ServiceRole::Level, ["trace", "fatal"], ["Error", ""]),
            (ServiceRole::GrpcStatus, ["not-found", "NOT_FOUND"], ["not_found", "NOT-FOUND"]),
        ] {
            assert_eq!(
                [good, wrong].map(|values| values.map(|value| role.means(value))),
                [[true; 2], [false; 2]]
            );
        }
    }
}
