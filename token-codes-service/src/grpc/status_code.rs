//! Which of gRPC's status codes an error has.

use token_codes::{AnyCode, ColumnValue, Role};
use tonic::Code;

use crate::roles::http_status;

/// Those that stand for an error, by their names in lower case and without `_`.
const NAMES: [(&str, Code); 17] = [
    ("aborted", Code::Aborted),
    ("alreadyexists", Code::AlreadyExists),
    ("canceled", Code::Cancelled),
    ("cancelled", Code::Cancelled),
    ("dataloss", Code::DataLoss),
    ("deadlineexceeded", Code::DeadlineExceeded),
    ("failedprecondition", Code::FailedPrecondition),
    ("internal", Code::Internal),
    ("invalidargument", Code::InvalidArgument),
    ("notfound", Code::NotFound),
    ("outofrange", Code::OutOfRange),
    ("permissiondenied", Code::PermissionDenied),
    ("resourceexhausted", Code::ResourceExhausted),
    ("unauthenticated", Code::Unauthenticated),
    ("unavailable", Code::Unavailable),
    ("unimplemented", Code::Unimplemented),
    ("unknown", Code::Unknown),
];

/// What the catalog says, or else what its HTTP status means.
pub(super) fn status_code(code: AnyCode) -> Code {
    let said = match code.role(Role::GrpcStatus) {
        Some(ColumnValue::Text(word)) => named(word),
        _ => None,
    };
    said.unwrap_or_else(|| of_http(http_status(code)))
}

fn named(word: &str) -> Option<Code> {
    let name: String =
        word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    NAMES.iter().find_map(|(known, code)| (name == *known).then_some(*code))
}

/// The other way round what `google.rpc.Code` says of each; of statuses that several have, that which says
/// least.
fn of_http(status: Option<u16>) -> Code {
    match status {
        Some(400 | 422) => Code::InvalidArgument,
        Some(401) => Code::Unauthenticated,
        Some(403) => Code::PermissionDenied,
        Some(404 | 410) => Code::NotFound,
        Some(408 | 504) => Code::DeadlineExceeded,
        Some(409) => Code::Aborted,
        Some(413 | 429) => Code::ResourceExhausted,
        Some(416) => Code::OutOfRange,
        Some(499) => Code::Cancelled,
        Some(501) => Code::Unimplemented,
        Some(502 | 503) => Code::Unavailable,
        Some(..=499) => Code::FailedPrecondition,
        Some(500..) => Code::Internal,
        None => Code::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use tonic::Code;

    use super::{named, of_http};

    #[test]
    fn a_word_is_read_however_it_is_written() {
        for word in ["not-found", "NOT_FOUND", "NotFound", "not found"] {
            assert_eq!(named(word), Some(Code::NotFound), "{word}");
        }
        assert_eq!(named("OK"), None, "an error is not that");
        assert_eq!(named("missing"), None);
    }

    #[test]
    fn every_code_but_ok_has_a_name() {
        for number in 1..=16 {
            let code = Code::from_i32(number);
            assert_eq!(named(&format!("{code:?}")), Some(code));
        }
    }

    #[test]
    fn an_http_status_becomes_a_code() {
        let codes = [404, 418, 500, 503, 599].map(|status| of_http(Some(status)));
        let expected =
            [Code::NotFound, Code::FailedPrecondition, Code::Internal, Code::Unavailable, Code::Internal];
        assert_eq!(codes, expected);
        assert_eq!(of_http(None), Code::Unknown);
    }
}
