//! What a code is called in an `ErrorInfo`.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, PoisonError, RwLock};

use token_codes::AnyCode;

/// The most characters of a reason, as `google.rpc.ErrorInfo` says.
const LONGEST: usize = 63;

/// The reasons of the codes that are not their own, of the catalogs that have been asked for. A catalog is
/// there for good, and so are its reasons.
static REASONS: LazyLock<RwLock<HashMap<AnyCode, &'static str>>> = LazyLock::new(RwLock::default);

/// The `reason` in the `ErrorInfo` of an error with this code. No other code of its catalog has the same.
///
/// A reason has 3 to 63 capitals, digits and `_`, the first of them a capital, the last no `_`. A code that
/// is so is its own reason. Any other becomes one:
///
/// | code | reason | since |
/// |---|---|---|
/// | `TOK013` | `TOK013` | it is one |
/// | `auth/token-expired` | `AUTH_TOKEN_EXPIRED` | letters become capitals, and other signs `_` |
/// | `000012` | `CODE_000012` | a number, and what is shorter than three, has `CODE_` before it |
/// | `X-3` beside `X.3` | `X_3_F75CC8F7` | the first is `X_3`; another one ends with digits made from the code |
/// | one of 64 characters | its first 54, `_` and such digits | it would be too long |
///
/// So a code that is added after the others changes the reason of none.
///
/// ```
/// assert_eq!(token_codes_service::grpc::reason(token_codes::Code::TOK013), "TOK013");
/// ```
#[must_use]
pub fn reason(code: impl Into<AnyCode>) -> &'static str {
    let code = code.into();
    if is_legal(code.as_str()) { code.as_str() } else { made_up(code) }
}

fn is_legal(code: &str) -> bool {
    (3..=LONGEST).contains(&code.len())
        && code.starts_with(|first: char| first.is_ascii_uppercase())
        && code.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_'))
        && !code.ends_with('_')
}

fn made_up(code: AnyCode) -> &'static str {
    let known = REASONS.read().unwrap_or_else(PoisonError::into_inner).get(&code).copied();
    known.unwrap_or_else(|| {
        let mut known = REASONS.write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been first.
        if !known.contains_key(&code) {
            let codes: Vec<_> = code.catalog().map(|code| (code, code.as_str())).collect();
            known.extend(reasons(&codes).map(|(code, reason)| (code, &*reason.leak())));
        }
        known[&code]
    })
}

/// The reasons of those that are not their own.
fn reasons<K: Copy>(codes: &[(K, &'static str)]) -> impl Iterator<Item = (K, String)> {
    let (own, others): (Vec<_>, Vec<_>) = codes.iter().partition(|(_, code)| is_legal(code));
    let mut taken: HashSet<String> = own.into_iter().map(|(_, code)| code.to_owned()).collect();
    others.into_iter().map(move |(key, code)| {
        let free = candidates(code).find(|reason| taken.insert(reason.clone()));
        (key, free.expect("there is always another candidate"))
    })
}

/// What the reason of a code may be, the best first.
fn candidates(code: &str) -> impl Iterator<Item = String> {
    let form = form(code);
    let start = form[..form.len().min(LONGEST - "_01234567".len())].to_owned();
    let hash = hash(code);
    let marked = (0..).map(move |more| format!("{start}_{:08X}", hash.wrapping_add(more)));
    Some(form).filter(|form| form.len() <= LONGEST).into_iter().chain(marked)
}

/// The code in capitals, digits and `_`.
fn form(code: &str) -> String {
    let sign = |sign: char| if sign.is_ascii_alphanumeric() { sign.to_ascii_uppercase() } else { '_' };
    let form: String = code.chars().map(sign).collect();
    let form = form.trim_matches('_');
    let is_whole = form.len() >= 3 && form.starts_with(|first: char| first.is_ascii_uppercase());
    if is_whole { form.to_owned() } else { format!("CODE_{form}").trim_end_matches('_').to_owned() }
}

/// FNV-1a, which is the same on every machine and in every version.
fn hash(code: &str) -> u32 {
    code.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::{is_legal, reasons};

    #[track_caller]
    fn assert_reasons(codes: &[&'static str], expected: &[&str]) {
        let codes: Vec<_> = codes.iter().map(|code| ((), *code)).collect();
        let found: Vec<_> = reasons(&codes).map(|((), reason)| reason).collect();
        assert_eq!(found, expected);
        assert!(found.iter().all(|reason| is_legal(reason)), "{found:?}");
    }

    #[test]
    fn a_code_that_is_legal_is_its_own_reason() {
        for code in ["TOK013", "A_1", "ABC", "A__9"] {
            assert!(is_legal(code), "{code}");
        }
        for code in ["A1", "ABC_", "_ABC", "1AB", "Abc", "A-B", ""] {
            assert!(!is_legal(code), "{code}");
        }
        assert!(is_legal(&"A".repeat(63)) && !is_legal(&"A".repeat(64)));
    }

    #[test]
    fn other_codes_get_reasons_that_are() {
        let codes = &["auth/token-expired", "000012", "A1", "x", "CDC:Err", "A-"];
        assert_reasons(
            codes,
            &["AUTH_TOKEN_EXPIRED", "CODE_000012", "CODE_A1", "CODE_X", "CDC_ERR", "CODE_A"],
        );
    }

    #[test]
    fn codes_with_the_same_form_differ() {
        assert_reasons(&["X.3", "X-3", "X:3"], &["X_3", "X_3_F75CC8F7", "X_3_E78C0DFC"]);
        // One that is legal keeps it, though it is not the first.
        assert_reasons(&["X.3", "a1", "A1", "X_3"], &["X_3_EF5A7DC8", "CODE_A1", "CODE_A1_9BD5D047"]);
    }

    #[test]
    fn a_long_code_is_cut() {
        let start = "X".repeat(54);
        let cut = [format!("{start}_D19B1AC5"), format!("{start}_B42B1787")];
        assert_reasons(&["x".repeat(64).leak(), "x".repeat(65).leak()], &cut.each_ref().map(|cut| &**cut));
    }
}
