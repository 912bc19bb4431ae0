//! From codes, names and locales to Rust identifiers.
//!
//! A code's **constant** looks like the code, its **variant** like Rust: it is made from the name. Without a name, the
//! constant is the variant. Both live in `Code::`, so one identifier must not belong to two codes: codes that look the
//! same need names, and have no constants.
//!
//! | code | name | constant | variant |
//! |---|---|---|---|
//! | `TOK005` | `expiry-too-far` | `TOK005` | `ExpiryTooFar` |
//! | `TOK006` | | `TOK006` | `TOK006` |
//! | `XJ001.U` | | `XJ001_U` | `XJ001_U` |
//! | `000012` | | `_000012` | `_000012` |
//! | `self` | | `self_` | `self_` |
//! | `A.1` | `first` | | `First` |
//! | `A-1` | `second` | | `Second` |

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};

/// Rust's keywords, those reserved for later included.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

/// The associated functions of the generated `Code`, which a constant or a column would clash with.
pub(crate) const FUNCTIONS: &[&str] = &[
    "all",
    "as_str",
    "causes",
    "causes_in",
    "description",
    "description_in",
    "from_code",
    "from_long_code",
    "message",
    "name",
    "params",
    "resolution",
    "resolution_in",
    "summary",
    "summary_in",
];

/// The functions that `Code` has from traits that are in scope everywhere: a column of that name would hide one.
const TRAIT_FUNCTIONS: &[&str] = &[
    "as_ref",
    "clamp",
    "clone",
    "clone_from",
    "cmp",
    "eq",
    "fmt",
    "from",
    "from_str",
    "ge",
    "gt",
    "hash",
    "into",
    "le",
    "lt",
    "max",
    "min",
    "ne",
    "partial_cmp",
    "to_owned",
    "to_string",
    "try_from",
    "try_into",
];

/// The types and traits that every module has: an enum of that name would hide one.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Whether `Code` has a function of this name.
pub(crate) fn is_function(name: &str) -> bool {
    FUNCTIONS.contains(&name) || TRAIT_FUNCTIONS.contains(&name)
}

/// Whether this is the name of a type in every program.
pub(crate) fn is_in_prelude(name: &str) -> bool {
    PRELUDE.contains(&name)
}

/// The constant for a code: each character that an identifier cannot have becomes `_`.
pub(crate) fn constant(code: &str) -> String {
    let legal = |character: char| if character.is_ascii_alphanumeric() { character } else { '_' };
    usable(code.chars().map(legal).collect())
}

/// The variant for a name; also that of a locale.
pub(crate) fn variant(name: &str) -> String {
    let camel = name.to_upper_camel_case();
    usable(camel.chars().filter(|&character| character.is_ascii_alphanumeric()).collect())
}

fn usable(mut identifier: String) -> String {
    if identifier.starts_with(|first: char| first.is_ascii_digit()) {
        identifier.insert(0, '_');
    }
    if identifier.is_empty()
        || identifier == "_"
        || is_keyword(&identifier)
        || FUNCTIONS.contains(&&*identifier)
    {
        identifier.push('_');
    }
    identifier
}

pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

/// Whether a param or a column can have this name: snake case, as rustc sees it, no keyword, and no underscore at the
/// start, which would hide a param that is never used.
pub(crate) fn is_param(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && !name.trim_end_matches('_').contains("__")
        && !is_keyword(name)
}

/// Whether a column can have this name, which becomes a function and a part of other names.
pub(crate) fn is_column(name: &str) -> bool {
    is_param(name) && name.split('_').all(|word| !word.is_empty())
}

/// The name for a param or a column that comes nearest to this one.
pub(crate) fn param_like(name: &str) -> Option<String> {
    let ascii: String = name
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() { character } else { '_' })
        .collect();
    let mut snake = ascii.to_snake_case();
    if is_keyword(&snake) {
        snake.push('_');
    }
    is_param(&snake).then_some(snake)
}

/// Whether a name is in kebab case.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::{constant, is_name, is_param, param_like, variant};

    #[test]
    fn constants_look_like_the_code() {
        for (code, expected) in [
            ("TOK005", "TOK005"),
            ("XJ001.U", "XJ001_U"),
            ("000012", "_000012"),
            ("0E0001", "_0E0001"),
            ("DM-load-unit-34019", "DM_load_unit_34019"),
            ("CDC:ErrMixedCase", "CDC_ErrMixedCase"),
            ("a/b", "a_b"),
            ("self", "self_"),
            ("Self", "Self_"),
            ("crate", "crate_"),
            ("super", "super_"),
            ("all", "all_"),
            ("from_code", "from_code_"),
            ("NO", "NO"),
        ] {
            assert_eq!(constant(code), expected);
        }
    }

    #[test]
    fn variants_look_like_rust() {
        for (name, expected) in [
            ("expiry-too-far", "ExpiryTooFar"),
            ("http-2", "Http2"),
            ("self", "Self_"),
            ("zh-Hant", "ZhHant"),
        ] {
            assert_eq!(variant(name), expected);
        }
    }

    #[test]
    fn names_are_in_kebab_case() {
        for name in ["a", "expiry-too-far", "http-2", "a1-2b"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "-a", "a-", "a--b", "A", "a_b", "1a", "é", "a b"] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn params_are_in_snake_case() {
        for name in ["a", "max_hours", "x1", "union", "type_", "a__"] {
            assert!(is_param(name), "{name}");
        }
        for name in ["", "_a", "a__b", "maxHours", "a-b", "1a", "type", "gen", "yield", "é"] {
            assert!(!is_param(name), "{name}");
        }
        assert_eq!(param_like("maxHours").as_deref(), Some("max_hours"));
        assert_eq!(param_like("type").as_deref(), Some("type_"));
        assert_eq!(param_like("_a").as_deref(), Some("a"));
        assert_eq!(param_like("a__b").as_deref(), Some("a_b"));
        assert_eq!(param_like("1a"), None);
    }
}
