//! What the columns and params of a catalog are for.

/// What a column, or a param, tells those who handle an error of any catalog. `roles` in the catalog says which it is.
///
/// ```
/// use token_codes::{AnyCode, Code, ColumnValue, Role};
///
/// let code = AnyCode::from(Code::TOK001);
/// let status = match code.role(Role::HttpStatus) {
///     Some(ColumnValue::Unsigned(status)) => status,
///     _ => 500,
/// };
/// # assert!((400..=599).contains(&status));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The status of an HTTP reply: a column of integers, by default the one named `http_status`.
    HttpStatus,
    /// The level of a log: a column of texts such as `warning`, by default the one named `severity`.
    Level,
    /// The seconds after which a client may try again: a param or a column of integers, by default those named
    /// `retry_after`.
    RetryAfter,
    /// The status of a gRPC reply: a column of texts such as `not-found`, by default the one named `grpc_status`.
    GrpcStatus,
}

impl Role {
    pub(crate) const COUNT: usize = 4;
}
