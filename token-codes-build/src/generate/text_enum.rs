//! Enums whose variants are texts of the catalog: its locales, and the values that a column lists.

use std::fmt::Write as _;

/// What costs the compiler the same for ten variants and for ten thousand. `Debug` does not, and is written by hand;
/// a derived `PartialEq` is what lets `match` take the constants as patterns.
pub(super) const DERIVES: &str = "::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, \
                                  ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash";

/// An enum with a text for each variant.
pub(super) struct TextEnum<'a> {
    pub(super) name: &'a str,
    /// The doc comments of the enum, and of its functions `all` and `as_str`.
    pub(super) docs: [&'a str; 3],
    /// What its impl has before those functions.
    pub(super) constants: &'a str,
    pub(super) variants: Vec<Variant<'a>>,
    /// The expression for the index of the variant that `text` means, an `Option`.
    pub(super) find: &'a str,
    /// The error of parsing another text.
    pub(super) error: &'a str,
}

/// A variant of such an enum.
pub(super) struct Variant<'a> {
    pub(super) name: &'a str,
    /// The text, which is one that a literal takes as it is.
    pub(super) text: &'a str,
    /// What the doc comment says after the text.
    pub(super) role: &'a str,
}

impl TextEnum<'_> {
    pub(super) fn write(&self, out: &mut String) {
        let Self { name, docs: [doc, all_doc, text_doc], constants, find, error, .. } = self;
        let (mut variants, mut all, mut texts) = (String::new(), Vec::new(), String::new());
        for Variant { name, text, role } in &self.variants {
            let _ = writeln!(variants, "        /// `{text}`{role}.\n        {name},");
            all.push(format!("Self::{name}"));
            let _ = writeln!(texts, "                Self::{name} => \"{text}\",");
        }
        let all = all.join(", ");
        // The error is named, since a variant may be called `Error` or `Err` as well.
        let _ = write!(
            out,
            r"    /// {doc}
    #[non_exhaustive]
    #[derive({DERIVES})]
    pub enum {name} {{
{variants}    }}

    impl {name} {{
{constants}        /// {all_doc}
        #[must_use]
        pub const fn all() -> &'static [Self] {{
            &[{all}]
        }}

        /// {text_doc}
        #[must_use]
        pub const fn as_str(self) -> &'static str {{
            match self {{
{texts}            }}
        }}
    }}

    impl ::core::convert::TryFrom<&str> for {name} {{
        type Error = {error};

        fn try_from(text: &str) -> ::core::result::Result<Self, {error}> {{
            let found = {find};
            found.and_then(|index| Self::all().get(index).copied()).ok_or({error})
        }}
    }}

    impl ::core::str::FromStr for {name} {{
        type Err = {error};

        fn from_str(text: &str) -> ::core::result::Result<Self, {error}> {{
            <Self as ::core::convert::TryFrom<&str>>::try_from(text)
        }}
    }}

"
        );
        write_text_impls(out, name);
    }
}

/// Appends what shows the enum as its text.
pub(super) fn write_text_impls(out: &mut String, name: &str) {
    let _ = write!(
        out,
        r"    impl ::core::fmt::Debug for {name} {{
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{
            f.write_str(self.as_str())
        }}
    }}

    impl ::core::fmt::Display for {name} {{
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{
            f.pad(self.as_str())
        }}
    }}

    impl ::core::convert::AsRef<str> for {name} {{
        fn as_ref(&self) -> &str {{
            self.as_str()
        }}
    }}

    p::impl_serde! {{ {name} }}

"
    );
}
