//! What the columns and params with a role say of an error.

use token_codes::{AnyCode, ColumnValue, Role, TokenCode, Value};

/// The status of an HTTP reply to this code, if it has one that stands for an error. With another, clients
/// would take the reply for what they asked for.
pub(crate) fn http_status(code: AnyCode) -> Option<u16> {
    let status = u16::try_from(unsigned(code.role(Role::HttpStatus)?)?).ok()?;
    (400..=599).contains(&status).then_some(status)
}

/// The seconds after which it is worth another try: what the error says is nearer to it than what its code
/// does.
pub(crate) fn retry_after(error: &dyn TokenCode) -> Option<u64> {
    let code = error.any_code();
    let name = code.role_name(Role::RetryAfter)?;
    let argument = code.params().position(|param| param.name == name).and_then(|index| error.arg(index));
    let argument = match argument {
        Some(Value::Unsigned(seconds)) => Some(seconds),
        Some(Value::Signed(seconds)) => u64::try_from(seconds).ok(),
        _ => None,
    };
    argument.or_else(|| unsigned(code.role(Role::RetryAfter)?))
}

fn unsigned(value: ColumnValue) -> Option<u64> {
    match value {
        ColumnValue::Unsigned(number) => Some(number),
        ColumnValue::Signed(number) => u64::try_from(number).ok(),
        _ => None,
    }
}
