//! The enums `Locale` and `Code`, and their impls.

use std::fmt::Write as _;

use super::{
    columns, docs, tables,
    text_enum::{DERIVES, TextEnum, Variant, write_text_impls},
    write::push_escaped,
};
use crate::catalog::{Catalog, Entry};

/// Appends the enum `Locale`.
pub(super) fn write_locale(out: &mut String, catalog: &Catalog) {
    let constants = format!(
        "        /// The locale that every code has a message in, and that `Display` uses.
        pub const SOURCE: Self = Self::{};

        /// The locale that suits a client best, by the value of its header `Accept-Language`: that with the highest
        /// quality, or else the source locale. `token_codes::negotiate` says it in full.
        ///
        /// `en-GB;q=0.8, ja` asks for `ja`, or else for `en-GB` or `en`.
        #[must_use]
        pub fn negotiate(accept_language: impl ::core::convert::AsRef<[u8]>) -> Self {{
            let index = p::negotiate(Self::all(), accept_language);
            Self::all().get(index).copied().unwrap_or(Self::SOURCE)
        }}\n\n",
        catalog.locales[0].variant
    );
    let variants = catalog.locales.iter().enumerate().map(|(index, locale)| Variant {
        name: &locale.variant,
        text: &locale.tag,
        role: if index == 0 { ", the source locale" } else { "" },
    });
    let locale = TextEnum {
        name: "Locale",
        docs: [
            "A locale of the catalog.
    ///
    /// `parse` finds the nearest: for `en-US`, and for what `LANG` holds (`en_US.UTF-8`), it is `en` if there is no other.",
            "Every locale, the source locale first.",
            "The tag as it is written in the catalog.",
        ],
        constants: &constants,
        variants: variants.collect(),
        find: "p::find_locale(Self::all(), text)",
        error: "p::UnknownLocale",
    };
    locale.write(out);
}

/// Appends the enum `Code`.
pub(super) fn write_code(out: &mut String, catalog: &Catalog) {
    docs::write_catalog(out, catalog);
    let repr = match catalog.entries.len() {
        0..=0x100 => "u8",
        0x101..=0x1_0000 => "u16",
        _ => "u32",
    };
    let _ = writeln!(out, "    #[non_exhaustive]\n    #[repr({repr})]\n    #[derive({DERIVES})]");
    out.push_str("    pub enum Code {\n");
    for entry in &catalog.entries {
        docs::write_entry(out, catalog, entry);
        write_deprecated(out, entry);
        let _ = writeln!(out, "        {},", entry.variant);
    }
    out.push_str("    }\n\n");
    write_constants(out, catalog);
    write_accessors(out, catalog);
    write_code_impls(out);
    write_text_impls(out, "Code");
}

/// Appends a constant for each code as it is written; where that is the variant itself, there is nothing to add.
fn write_constants(out: &mut String, catalog: &Catalog) {
    out.push_str("    /// The codes as they are written in the catalog.\n");
    out.push_str("    impl Code {\n");
    for entry in catalog.entries.iter().filter(|entry| entry.constant != entry.variant) {
        let Entry { constant, variant, .. } = entry;
        docs::write_usage(out, catalog, entry);
        write_deprecated(out, entry);
        // Not `Self::{variant}`: to find that, rustc goes through all variants.
        let _ = writeln!(out, "        pub const {constant}: Self = Code::{variant};");
    }
    out.push_str("    }\n\n");
}

/// Appends the attribute of a code that is deprecated.
fn write_deprecated(out: &mut String, entry: &Entry) {
    let Some(deprecated) = &entry.deprecated else { return };
    let instead = deprecated.replacement.as_ref().map(|code| format!("use `{code}` instead"));
    let note = instead.into_iter().chain(Some(deprecated.note.clone()).filter(|note| !note.is_empty()));
    let note = note.collect::<Vec<_>>().join("; ");
    let items = [("since", &deprecated.since), ("note", &note)];
    let items = items.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| {
        let mut item = format!("{key} = \"");
        push_escaped(&mut item, text);
        item + "\""
    });
    let _ = writeln!(out, "        #[deprecated({})]", items.collect::<Vec<_>>().join(", "));
}

fn write_accessors(out: &mut String, catalog: &Catalog) {
    let messages = tables::locale_arms(catalog, "MESSAGES", "row, &PARAMS");
    let _ = write!(
        out,
        r"    impl Code {{
        /// Every code, in the order of the catalog.
        #[must_use]
        pub const fn all() -> &'static [Self] {{
            &ALL
        }}

        /// The code that is written so in the catalog, letter for letter.
        #[must_use]
        pub const fn from_code(code: &str) -> ::core::option::Option<Self> {{
            if code.len() > 8 {{ Self::from_long_code(code) }} else {{ BY_CODE.find_short(code) }}
        }}

        const fn from_long_code(code: &str) -> ::core::option::Option<Self> {{
            match BY_CODE.find_long(code) {{
                ::core::option::Option::Some(found) if p::equal(found.as_str(), code) => {{
                    ::core::option::Option::Some(found)
                }}
                _ => ::core::option::Option::None,
            }}
        }}

        /// The code as it is written in the catalog.
        #[inline]
        #[must_use]
        pub const fn as_str(self) -> &'static str {{
            CODES.get(self as usize)
        }}

        /// The short name; `None` if the catalog has none.
        #[inline]
        #[must_use]
        pub const fn name(self) -> ::core::option::Option<&'static str> {{
            match NAMES.get(self as usize) {{
                name if name.is_empty() => ::core::option::Option::None,
                name => ::core::option::Option::Some(name),
            }}
        }}

        /// What the placeholders stand for.
        #[inline]
        #[must_use]
        pub const fn params(self) -> p::Params {{
            PARAMS.get(self as usize)
        }}

        /// The message in a locale; in the one that stands in, where the catalog has no translation.
        #[inline]
        #[must_use]
        pub const fn message(self, locale: Locale) -> p::Template {{
            let row = self as usize;
            match locale {{
{messages}            }}
        }}

"
    );
    for detail in tables::details(catalog) {
        detail.write_accessors(out, catalog);
    }
    out.push_str("    }\n\n");
    columns::write_accessors(out, catalog);
}

fn write_code_impls(out: &mut String) {
    out.push_str(
        r"    impl p::CatalogCode for Code {
        type Locale = Locale;

        const SOURCE_LOCALE: Locale = Locale::SOURCE;

        fn all() -> &'static [Self] {
            &ALL
        }

        fn as_str(self) -> &'static str {
            self.as_str()
        }

        fn message(self, locale: Locale) -> p::Template {
            self.message(locale)
        }
    }

    impl ::core::convert::From<Code> for p::AnyCode {
        fn from(code: Code) -> Self {
            Self::new(&CATALOG, code as usize)
        }
    }

    impl ::core::convert::TryFrom<p::AnyCode> for Code {
        type Error = p::UnknownCode;

        fn try_from(code: p::AnyCode) -> ::core::result::Result<Self, p::UnknownCode> {
            code.row_in(&CATALOG).and_then(|row| ALL.get(row).copied()).ok_or(p::UnknownCode)
        }
    }

    impl ::core::cmp::PartialEq<Code> for p::AnyCode {
        fn eq(&self, code: &Code) -> bool {
            self.row_in(&CATALOG) == ::core::option::Option::Some(*code as usize)
        }
    }

    impl ::core::cmp::PartialEq<p::AnyCode> for Code {
        fn eq(&self, code: &p::AnyCode) -> bool {
            code == self
        }
    }

    impl ::core::convert::TryFrom<&str> for Code {
        type Error = p::UnknownCode;

        fn try_from(code: &str) -> ::core::result::Result<Self, p::UnknownCode> {
            Self::from_code(code).ok_or(p::UnknownCode)
        }
    }

    impl ::core::str::FromStr for Code {
        type Err = p::UnknownCode;

        fn from_str(code: &str) -> ::core::result::Result<Self, p::UnknownCode> {
            Self::from_code(code).ok_or(p::UnknownCode)
        }
    }

",
    );
}
