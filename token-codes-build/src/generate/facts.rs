//! What the macros know of a catalog.
//!
//! A macro that reads the catalog file goes stale after an edit and sees only one crate. So the build writes a
//! `macro_rules!` that carries the facts, and hands them on to the second half of the derive, with the user's tokens
//! and spans intact: any crate's catalog serves any crate downstream of it.
//!
//! The facts are one string literal, which the macros search instead of parsing it: its text must be free of escapes,
//! and is, since codes, identifiers and param names are of ASCII letters, digits and a few signs. rustc copies it into
//! every expansion, so it says nothing twice. Each line is
//!
//! ```text
//! TOK005 ExpiryTooFar max_hours:p expires_at:a
//! XJ001.U XJ001_U OutOfStock item:t key:!
//! !TOK004 TOK005
//! ```
//!
//! the code, its constant and its variant where they are not the code, and its params with the first letter of their
//! types, each with a space after it; or, at the end, a retired code after a `!`, and the one to use instead if there is one.
//! In the place of a type stand `!` for a secret, and for an integer `p` if a text of the entry chooses a plural by it, or `n`
//! if one groups its digits: an error for a field that is none names that.

use std::fmt::Write as _;
use std::iter;

use crate::catalog::{Catalog, CutKind, Entry, Privacy};

/// The version of this format: the first line. The macros refuse any other.
const FORMAT: &str = "token-codes facts 6";

/// Appends the macros.
pub(super) fn write(out: &mut String, catalog: &Catalog) {
    out.push_str(
        r#"#[doc(hidden)]
#[macro_export]
macro_rules! __token_codes_facts {
    ([$($catalog:tt)*] $($item:tt)*) => {
        $($catalog)*::__private::expand! { [$($catalog)*]
""#,
    );
    let _ = writeln!(out, "{FORMAT}");
    for entry in &catalog.entries {
        for word in words(entry) {
            out.extend([word, " "]);
        }
        for (index, param) in entry.params.iter().enumerate() {
            let _ = write!(out, "{}:{} ", param.name, letter(entry, index));
        }
        out.push('\n');
    }
    for retired in &catalog.retired {
        let _ = write!(out, "!{} ", retired.code);
        if let Some(instead) = &retired.replacement {
            let _ = write!(out, "{instead} ");
        }
        out.push('\n');
    }
    out.push_str(
        r#""
        $($item)* }
    };
}

/// A coded message without an error type of its own, with the checks of the derive.
///
/// `message!(CODE, param = value, …)` takes one argument for each param of the code, in any order; `param` alone
/// stands for `param = param`. The code is written as a constant of `Code`, as a variant, or as a string. It gives a
/// `Message`, which displays as the message, and is an error that implements `TokenCode`.
#[doc(hidden)]
#[macro_export]
macro_rules! __token_codes_message {
    // The compiler parses the expressions; what it cannot is for the macro to explain.
    ($code:tt $(, $param:ident $(= $value:expr)?)* $(,)?) => {
        $crate::__facts! { [$crate] message $code $(, $param $(= $value)?)* }
    };
    ($($other:tt)*) => {
        $crate::__facts! { [$crate] message $($other)* }
    };
}

#[allow(unused_imports, clippy::allow_attributes, clippy::pub_use, reason = "generated")]
#[doc(hidden)]
pub use __token_codes_facts as __facts;

// `message!` looks in the root of the crate. Whoever includes this file takes it from there, so that this import is what
// fails elsewhere, and nothing else.
#[doc(hidden)]
pub mod include_catalog_belongs_in_the_root_of_the_crate {
    #[allow(unused_imports, clippy::allow_attributes, clippy::pub_use, reason = "generated")]
    pub use __token_codes_message as message;
}
"#,
    );
}

/// The code, and those of its identifiers that are not it; the variant last.
fn words(entry: &Entry) -> impl Iterator<Item = &str> {
    let Entry { code, constant, variant, .. } = entry;
    let constant = Some(constant).filter(|constant| *constant != code && *constant != variant);
    let variant = Some(variant).filter(|variant| *variant != code);
    iter::once(code).chain(constant).chain(variant).map(String::as_str)
}

/// What stands for the type of the param with this index. Only integers are in plurals, or have their digits grouped.
fn letter(entry: &Entry, index: usize) -> &'static str {
    let param = &entry.params[index];
    if param.privacy == Privacy::Secret {
        return "!";
    }
    let uses = entry.message_templates().chain(entry.details()).flat_map(|template| &template.cuts);
    let uses = uses.filter_map(|cut| match cut.kind {
        CutKind::Plural(param, _) if param == index => Some("p"),
        CutKind::Number(param) if param == index => Some("n"),
        _ => None,
    });
    uses.max().unwrap_or(&param.ty.as_str()[..1])
}
