// @generated from the catalog: edit that, not this file.
// token-codes-build 0.1.0, 6 codes.

#[allow(unused_imports, clippy::allow_attributes, clippy::pub_use, reason = "generated")]
pub use self::__token_codes::{Code, Locale, Severity, Kind};

#[allow(
    clippy::all,
    clippy::cargo,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
    deprecated,
    long_running_const_eval,
    non_camel_case_types,
    non_upper_case_globals,
    rustdoc::bare_urls,
    unused_qualifications,
    reason = "generated"
)]
mod __token_codes {
    use super::__private as p;

    /// A locale of the catalog.
    ///
    /// `parse` finds the nearest: for `en-US`, and for what `LANG` holds (`en_US.UTF-8`), it is `en` if there is no other.
    #[non_exhaustive]
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash)]
    pub enum Locale {
        /// `en`, the source locale.
        En,
        /// `pt-BR`.
        PtBr,
        /// `pt-BR-abl1943`.
        PtBrAbl1943,
    }

    impl Locale {
        /// The locale that every code has a message in, and that `Display` uses.
        pub const SOURCE: Self = Self::En;

        /// The locale that suits a client best, by the value of its header `Accept-Language`: that with the highest
        /// quality, or else the source locale. `token_codes::negotiate` says it in full.
        ///
        /// `en-GB;q=0.8, ja` asks for `ja`, or else for `en-GB` or `en`.
        #[must_use]
        pub fn negotiate(accept_language: impl ::core::convert::AsRef<[u8]>) -> Self {
            let index = p::negotiate(Self::all(), accept_language);
            Self::all().get(index).copied().unwrap_or(Self::SOURCE)
        }

        /// Every locale, the source locale first.
        #[must_use]
        pub const fn all() -> &'static [Self] {
            &[Self::En, Self::PtBr, Self::PtBrAbl1943]
        }

        /// The tag as it is written in the catalog.
        #[must_use]
        pub const fn as_str(self) -> &'static str {
            match self {
                Self::En => "en",
                Self::PtBr => "pt-BR",
                Self::PtBrAbl1943 => "pt-BR-abl1943",
            }
        }
    }

    impl ::core::convert::TryFrom<&str> for Locale {
        type Error = p::UnknownLocale;

        fn try_from(text: &str) -> ::core::result::Result<Self, p::UnknownLocale> {
            let found = p::find_locale(Self::all(), text);
            found.and_then(|index| Self::all().get(index).copied()).ok_or(p::UnknownLocale)
        }
    }

    impl ::core::str::FromStr for Locale {
        type Err = p::UnknownLocale;

        fn from_str(text: &str) -> ::core::result::Result<Self, p::UnknownLocale> {
            <Self as ::core::convert::TryFrom<&str>>::try_from(text)
        }
    }

    impl ::core::fmt::Debug for Locale {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.as_str())
        }
    }

    impl ::core::fmt::Display for Locale {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(self.as_str())
        }
    }

    impl ::core::convert::AsRef<str> for Locale {
        fn as_ref(&self) -> &str {
            self.as_str()
        }
    }

    p::impl_serde! { Locale }

    /// A code of the catalog.
    ///
    /// A shop
    ///
    /// What goes wrong in a \*shop\*.
    ///
    /// \# Not a heading
    ///
    /// # Examples
    ///
    /// ```
    #[doc = ::core::concat!(" use ", ::core::env!("CARGO_CRATE_NAME"), "::{Code, Locale};")]
    ///
    /// let code = Code::SHOP_01;
    /// assert_eq!(code.as_str(), "SHOP-01");
    /// assert_eq!(Code::from_code("SHOP-01"), Some(code));
    /// println!("{}", code.message(Locale::SOURCE).as_str());
    /// ```
    #[non_exhaustive]
    #[repr(u8)]
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash)]
    pub enum Code {
        /// `SHOP-01`: An item is gone
        ///
        /// - `en`: '{item}' is out of stock in {2}: {left} left, {{no placeholder}}
        /// - `pt-BR`: {2}: faltam {0}
        ///
        /// **Placeholders**
        /// - `{0}`: `item`, text
        /// - `{1}`: `left`, integer
        /// - `{2}`: `shop`, any
        ///
        /// **Columns**
        /// - `http_status`: 409
        /// - `severity`: not-so-bad
        /// - `team`: the "night" shift
        /// - `retryable`: true
        /// - `offset`: -300
        /// - `retry_after`: 5
        /// - `kind`: client
        /// - `owner`: the stock
        ///
        /// Two lines,
        /// and an \`end\`.
        ///
        /// **Causes**
        /// - Somebody was faster than {item}
        /// - \- not a list
        /// - \--- not a rule
        /// - not code
        ///
        /// **Resolution**
        /// 1. Wait
        /// 1. Ask
        OutOfStock,
        /// `000012`
        ///
        /// - `en`: Digits
        /// - `pt-BR`: Dígitos
        ///
        /// **Columns**
        /// - `team`: 
        /// - `retryable`: false
        /// - `retry_after`: 5
        /// - `kind`: server
        /// - `owner`: the shop
        _000012,
        /// `a-code-of-more-than-eight-bytes`
        ///
        /// - `en`: Long
        ///
        /// **Columns**
        /// - `retry_after`: 5
        /// - `kind`: server
        /// - `owner`: the shop
        #[deprecated(since = "2026-11", note = "use `000012` instead; \"long\" \\ said")]
        a_code_of_more_than_eight_bytes,
        /// `X.3`
        ///
        /// - `en`: A dot
        /// - `pt-BR`: Um ponto
        ///
        /// **Columns**
        /// - `retry_after`: 5
        /// - `kind`: server
        /// - `owner`: the shop
        #[deprecated(note = "dots are confusing")]
        Dotted,
        /// `X-3`
        ///
        /// - `en`: A dash
        /// - `pt-BR`: Um traço
        ///
        /// **Columns**
        /// - `retry_after`: 5
        /// - `kind`: server
        /// - `owner`: the shop
        Dashed,
        /// `SHOP-02`: {items, plural, one {An item} other {# items}} left
        ///
        /// - `en`: {items, plural, =0 {Nothing: it''s '{'empty'}' for {customer}} one {# item of {customer, number}} other {# items of {2}} =-1 {one too many for {2}}} in the {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place, '{'open'}'
        /// - `pt-BR`: {items, plural, one {# item} many {# de itens} other {# itens}}, lugar {place, number}, {customer, plural, one {cliente} many {clientes} other {clientes}}
        ///
        /// **Placeholders**
        /// - `{0}`: `items`, integer
        /// - `{1}`: `place`, integer
        /// - `{2}`: `customer`, integer
        ///
        /// **Columns**
        /// - `retry_after`: 5
        /// - `kind`: server
        /// - `owner`: the shop
        ///
        /// **Causes**
        /// - A limit of {items, number}
        /// - It's '{items}', {{not a plural}}
        Limits,
    }

    /// The codes as they are written in the catalog.
    impl Code {
        /// `SHOP-01`: An item is gone
        ///
        /// - `en`: '{item}' is out of stock in {2}: {left} left, {{no placeholder}}
        /// - `pt-BR`: {2}: faltam {0}
        ///
        /// **Placeholders**
        /// - `{0}`: `item`, text
        /// - `{1}`: `left`, integer
        /// - `{2}`: `shop`, any
        pub const SHOP_01: Self = Code::OutOfStock;
        /// `SHOP-02`: {items, plural, one {An item} other {# items}} left
        ///
        /// - `en`: {items, plural, =0 {Nothing: it''s '{'empty'}' for {customer}} one {# item of {customer, number}} other {# items of {2}} =-1 {one too many for {2}}} in the {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place, '{'open'}'
        /// - `pt-BR`: {items, plural, one {# item} many {# de itens} other {# itens}}, lugar {place, number}, {customer, plural, one {cliente} many {clientes} other {clientes}}
        ///
        /// **Placeholders**
        /// - `{0}`: `items`, integer
        /// - `{1}`: `place`, integer
        /// - `{2}`: `customer`, integer
        pub const SHOP_02: Self = Code::Limits;
    }

    impl Code {
        /// Every code, in the order of the catalog.
        #[must_use]
        pub const fn all() -> &'static [Self] {
            &ALL
        }

        /// The code that is written so in the catalog, letter for letter.
        #[must_use]
        pub const fn from_code(code: &str) -> ::core::option::Option<Self> {
            if code.len() > 8 { Self::from_long_code(code) } else { BY_CODE.find_short(code) }
        }

        const fn from_long_code(code: &str) -> ::core::option::Option<Self> {
            match BY_CODE.find_long(code) {
                ::core::option::Option::Some(found) if p::equal(found.as_str(), code) => {
                    ::core::option::Option::Some(found)
                }
                _ => ::core::option::Option::None,
            }
        }

        /// The code as it is written in the catalog.
        #[inline]
        #[must_use]
        pub const fn as_str(self) -> &'static str {
            CODES.get(self as usize)
        }

        /// The short name; `None` if the catalog has none.
        #[inline]
        #[must_use]
        pub const fn name(self) -> ::core::option::Option<&'static str> {
            match NAMES.get(self as usize) {
                name if name.is_empty() => ::core::option::Option::None,
                name => ::core::option::Option::Some(name),
            }
        }

        /// What the placeholders stand for.
        #[inline]
        #[must_use]
        pub const fn params(self) -> p::Params {
            PARAMS.get(self as usize)
        }

        /// The message in a locale; in the one that stands in, where the catalog has no translation.
        #[inline]
        #[must_use]
        pub const fn message(self, locale: Locale) -> p::Template {
            let row = self as usize;
            match locale {
                Locale::En => MESSAGES_EN.get(row, &PARAMS),
                Locale::PtBr => MESSAGES_PT_BR.get(row, &PARAMS),
                Locale::PtBrAbl1943 => MESSAGES_PT_BR_ABL1943.get(row, &PARAMS),
            }
        }

        /// The line that says what happened, in the source locale; empty if the catalog has none. Placeholders are as written.
        #[inline]
        #[must_use]
        pub const fn summary(self) -> &'static str {
            SUMMARIES_EN.get(self as usize)
        }

        /// The line that says what happened, in a locale; empty if the catalog has none. Placeholders are as written.
        ///
        /// After the type of a plural or number stands the index of the locale whose rules hold, unless it is the source
        /// locale: `{0, plural@2, …}`.
        #[inline]
        #[must_use]
        pub const fn summary_in(self, locale: Locale) -> &'static str {
            let row = self as usize;
            match locale {
                Locale::En => SUMMARIES_EN.get(row),
                Locale::PtBr => SUMMARIES_PT_BR.get(row),
                Locale::PtBrAbl1943 => SUMMARIES_PT_BR_ABL1943.get(row),
            }
        }

        /// What happened, at length, in the source locale; empty if the catalog has none. Placeholders are as written.
        #[inline]
        #[must_use]
        pub const fn description(self) -> &'static str {
            DESCRIPTIONS.get(self as usize)
        }

        /// What happened, at length, in a locale; empty if the catalog has none. Placeholders are as written.
        #[inline]
        #[must_use]
        pub const fn description_in(self, locale: Locale) -> &'static str {
            let _ = locale;
            DESCRIPTIONS.get(self as usize)
        }

        /// The root causes, in the source locale; empty if the catalog has none. Placeholders are as written.
        #[inline]
        #[must_use]
        pub const fn causes(self) -> p::Texts {
            CAUSES.get(self as usize)
        }

        /// The root causes, in a locale; empty if the catalog has none. Placeholders are as written.
        #[inline]
        #[must_use]
        pub const fn causes_in(self, locale: Locale) -> p::Texts {
            let _ = locale;
            CAUSES.get(self as usize)
        }

        /// The steps that resolve it, in the source locale; empty if the catalog has none. Placeholders are as written.
        #[inline]
        #[must_use]
        pub const fn resolution(self) -> p::Texts {
            RESOLUTIONS_EN.get(self as usize)
        }

        /// The steps that resolve it, in a locale; empty if the catalog has none. Placeholders are as written.
        ///
        /// After the type of a plural or number stands the index of the locale whose rules hold, unless it is the source
        /// locale: `{0, plural@2, …}`.
        #[inline]
        #[must_use]
        pub const fn resolution_in(self, locale: Locale) -> p::Texts {
            let row = self as usize;
            match locale {
                Locale::En => RESOLUTIONS_EN.get(row),
                Locale::PtBr => RESOLUTIONS_PT_BR.get(row),
                Locale::PtBrAbl1943 => RESOLUTIONS_PT_BR_ABL1943.get(row),
            }
        }

    }

    /// The columns that the catalog declares.
    impl Code {
        /// What it has in the column `http_status`; `None` if the catalog says nothing.
        #[must_use]
        pub const fn http_status(self) -> ::core::option::Option<u16> {
            COLUMN_HTTP_STATUS.get(self as usize)
        }

        /// What it has in the column `severity`; `None` if the catalog says nothing.
        #[must_use]
        pub const fn severity(self) -> ::core::option::Option<Severity> {
            match COLUMN_SEVERITY.index(self as usize) {
                ::core::option::Option::Some(index) => ::core::option::Option::Some(Severity::all()[index]),
                ::core::option::Option::None => ::core::option::Option::None,
            }
        }

        /// What it has in the column `team`; `None` if the catalog says nothing.
        #[must_use]
        pub const fn team(self) -> ::core::option::Option<&'static str> {
            COLUMN_TEAM.get(self as usize)
        }

        /// What it has in the column `retryable`; `None` if the catalog says nothing.
        #[must_use]
        pub const fn retryable(self) -> ::core::option::Option<bool> {
            COLUMN_RETRYABLE.get(self as usize)
        }

        /// What it has in the column `offset`; `None` if the catalog says nothing.
        #[must_use]
        pub const fn offset(self) -> ::core::option::Option<i16> {
            COLUMN_OFFSET.get(self as usize)
        }

        /// What it has in the column `retry_after`; every code has a value.
        ///
        /// Clients rely on it.
        #[must_use]
        pub const fn retry_after(self) -> u8 {
            COLUMN_RETRY_AFTER.get(self as usize)
        }

        /// What it has in the column `kind`; every code has a value.
        #[must_use]
        pub const fn kind(self) -> Kind {
            Kind::all()[COLUMN_KIND.index(self as usize)]
        }

        /// What it has in the column `owner`; every code has a value.
        #[must_use]
        pub const fn owner(self) -> &'static str {
            COLUMN_OWNER.get(self as usize)
        }

    }

    impl p::CatalogCode for Code {
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

    impl ::core::fmt::Debug for Code {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.as_str())
        }
    }

    impl ::core::fmt::Display for Code {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(self.as_str())
        }
    }

    impl ::core::convert::AsRef<str> for Code {
        fn as_ref(&self) -> &str {
            self.as_str()
        }
    }

    p::impl_serde! { Code }

    /// A value of the column `severity`, in the order in which the catalog lists them.
    #[non_exhaustive]
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash)]
    pub enum Severity {
        /// `info`.
        Info,
        /// `not-so-bad`.
        NotSoBad,
    }

    impl Severity {
        /// Every value, in the order of the catalog.
        #[must_use]
        pub const fn all() -> &'static [Self] {
            &[Self::Info, Self::NotSoBad]
        }

        /// The value as it is written in the catalog.
        #[must_use]
        pub const fn as_str(self) -> &'static str {
            match self {
                Self::Info => "info",
                Self::NotSoBad => "not-so-bad",
            }
        }
    }

    impl ::core::convert::TryFrom<&str> for Severity {
        type Error = p::UnknownColumnValue;

        fn try_from(text: &str) -> ::core::result::Result<Self, p::UnknownColumnValue> {
            let found = p::find_text(Self::all(), text);
            found.and_then(|index| Self::all().get(index).copied()).ok_or(p::UnknownColumnValue)
        }
    }

    impl ::core::str::FromStr for Severity {
        type Err = p::UnknownColumnValue;

        fn from_str(text: &str) -> ::core::result::Result<Self, p::UnknownColumnValue> {
            <Self as ::core::convert::TryFrom<&str>>::try_from(text)
        }
    }

    impl ::core::fmt::Debug for Severity {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.as_str())
        }
    }

    impl ::core::fmt::Display for Severity {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(self.as_str())
        }
    }

    impl ::core::convert::AsRef<str> for Severity {
        fn as_ref(&self) -> &str {
            self.as_str()
        }
    }

    p::impl_serde! { Severity }

    /// A value of the column `kind`, in the order in which the catalog lists them.
    #[non_exhaustive]
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash)]
    pub enum Kind {
        /// `client`.
        Client,
        /// `server`.
        Server,
    }

    impl Kind {
        /// Every value, in the order of the catalog.
        #[must_use]
        pub const fn all() -> &'static [Self] {
            &[Self::Client, Self::Server]
        }

        /// The value as it is written in the catalog.
        #[must_use]
        pub const fn as_str(self) -> &'static str {
            match self {
                Self::Client => "client",
                Self::Server => "server",
            }
        }
    }

    impl ::core::convert::TryFrom<&str> for Kind {
        type Error = p::UnknownColumnValue;

        fn try_from(text: &str) -> ::core::result::Result<Self, p::UnknownColumnValue> {
            let found = p::find_text(Self::all(), text);
            found.and_then(|index| Self::all().get(index).copied()).ok_or(p::UnknownColumnValue)
        }
    }

    impl ::core::str::FromStr for Kind {
        type Err = p::UnknownColumnValue;

        fn from_str(text: &str) -> ::core::result::Result<Self, p::UnknownColumnValue> {
            <Self as ::core::convert::TryFrom<&str>>::try_from(text)
        }
    }

    impl ::core::fmt::Debug for Kind {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.as_str())
        }
    }

    impl ::core::fmt::Display for Kind {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(self.as_str())
        }
    }

    impl ::core::convert::AsRef<str> for Kind {
        fn as_ref(&self) -> &str {
            self.as_str()
        }
    }

    p::impl_serde! { Kind }

    static CODES: p::TextColumn = p::TextColumn::new(
        "\
        SHOP-01\
        000012\
        a-code-of-more-than-eight-bytes\
        X.3\
        X-3\
        SHOP-02",
        b"\
        \0\0\0\0\x07\0\0\0\x0d\0\0\0,\0\0\0/\0\0\02\0\0\09\0\0\0",
    );

    static NAMES: p::TextColumn = p::TextColumn::new(
        "\
        out-of-stock\
        dotted\
        dashed\
        limits",
        b"\
        \0\0\0\0\x0c\0\0\0\x0c\0\0\0\x0c\0\0\0\x12\0\0\0\x18\0\0\0\x1e\0\0\0",
    );

    static PLURALS: p::Plurals = p::Plurals::new(
        &[
            // en
            p::Language { cardinal: 0, ordinal: 5, numbers: 0 },
            // pt-BR
            p::Language { cardinal: 49, ordinal: 3, numbers: 1 },
            // pt-BR-abl1943
            p::Language { cardinal: 49, ordinal: 3, numbers: 1 },
        ],
        b"\
        \x01\x01\x025\0\x11\x0c\x02\0\x20\x80\0\x02\x08\x20\x80\0\x02\x08\x12\x0c\x04\0@\0\x01\x04\x10@\0\x01\x04\
        \x10\x13\x0c\x08\0\x80\0\x02\x08\x20\x80\0\x02\x08\x205\0\x01\x01\x03$\x0c@B\x0f\0\0\0\0\0\0\0\
        \0\05\0",
        &[
            p::NumberFormat::new(',', [3, 3, 1], ['\0', '\0', '-'], '0'),
            p::NumberFormat::new('.', [3, 3, 1], ['\0', '\0', '-'], '0'),
        ],
    ).in_details();

    static PARAMS: p::ParamColumn = p::ParamColumn::new(p::TextColumn::new(
        "\
        titem\
        ileft\
        ashop\
        iitems\
        iplace\
        i~customer",
        b"\
        \0\0\0\0\x05\0\0\0\x0a\0\0\0\x0f\0\0\0\x15\0\0\0\x1b\0\0\0%\0\0\0",
    ), b"\
        \0\0\0\0\x03\0\0\0\x03\0\0\0\x03\0\0\0\x03\0\0\0\x03\0\0\0\x06\0\0\0").with_plurals(&PLURALS);

    static MESSAGES_EN: p::TemplateColumn = p::TemplateColumn::new(p::TextColumn::new(
        "\
        '{item}' is out of stock in {2}: {left} left, {{no placeholder}}\
        Digits\
        Long\
        A dot\
        A dash\
        {items, plural, =0 {Nothing: it''s '{'empty'}' for {customer}} one {# item of {customer, number}} other {# items of {2}} =-1 {one too many for {2}}} in the {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place, '{'open'}'",
        b"\
        \0\0\0\0@\0\0\0F\0\0\0J\0\0\0O\0\0\0U\0\0\0D\x01\0\0",
    ), b"\
        \x07\0\0\0\x16\0\0\0\x16\0\0\0\x16\0\0\0\x16\0\0\0\x16\0\0\0s\0\0\0\x01\0\0\0\
        \x07\0\0\0\0\0\0\0\x1c\0\0\0\x1f\0\0\0\x02\0\0\0!\0\0\0'\0\0\0\x01\0\0\0\
        /\0\0\00\0\0\0\0\0\0\xc0?\0\0\0@\0\0\0\0\0\0\xc0\0\0\0\0\x0f\0\0\0\
        \0\0\0\xa0\xff\xff\xff\xff~\0\0\0\x0e\0\0\x80\0\0\0\0\x14\0\0\0\x02\0\0\x80\x01\0\0\0\
        E\0\0\0\x08\0\0@\x05\0\0\0j\0\0\0\x09\0\0@\x1f\0\0\0\x20\0\0\0\0\0\0\xc0\
        #\0\0\0$\0\0\0\0\0\0\xc0%\0\0\0&\0\0\0\0\0\0\xc0+\0\0\0,\0\0\0\
        \0\0\0\xc0-\0\0\0.\0\0\0\0\0\0\xc03\0\0\0=\0\0\0\x02\0\0\0=\0\0\0\
        \x94\0\0\0\x06\0\0\xc0N\0\0\0`\0\0\0\x02\0\0\x80`\0\0\0\x94\0\0\0\x04\0\0\xc0\
        t\0\0\0w\0\0\0\x02\0\0\0w\0\0\0\x94\0\0\0\x02\0\0\xc0\x8f\0\0\0\x92\0\0\0\
        \x02\0\0\0\x92\0\0\0\x94\0\0\0\0\0\0\xc0\x9c\0\0\0\xb2\0\0\0\x01\0\0\xb0\x01\0\0\0\
        \xb9\0\0\0\x03\0\0@\x02\0\0\0\xc3\0\0\0\x03\0\0@\x03\0\0\0\xcd\0\0\0\x03\0\0@\
        \x05\0\0\0\xd9\0\0\0\x03\0\0@\xbb\0\0\0\xdd\0\0\0\x03\0\0\xc0\xc5\0\0\0\xdd\0\0\0\
        \x02\0\0\xc0\xcf\0\0\0\xdd\0\0\0\x01\0\0\xc0\xdb\0\0\0\xdd\0\0\0\0\0\0\xc0\xe5\0\0\0\
        \xe6\0\0\0\0\0\0\xc0\xe7\0\0\0\xe8\0\0\0\0\0\0\xc0\xec\0\0\0\xed\0\0\0\0\0\0\xc0\
        \xee\0\0\0\xef\0\0\0\0\0\0\xc0");

    static MESSAGES_PT_BR: p::TemplateColumn = p::TemplateColumn::new(p::TextColumn::new(
        "\
        {2}: faltam {0}\
        Dígitos\
        Long\
        Um ponto\
        Um traço\
        {items, plural, one {# item} many {# de itens} other {# itens}}, lugar {place, number}, {customer, plural, one {cliente} many {clientes} other {clientes}}",
        b"\
        \0\0\0\0\x0f\0\0\0\x17\0\0\0\x1b\0\0\0#\0\0\0,\0\0\0\xc6\0\0\0",
    ), b"\
        \x07\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0:\0\0\0\0\0\0\0\
        \x03\0\0\0\x02\0\0\0\x0c\0\0\0\x0f\0\0\0\0\0\0\0\0\0\0\0\x0f\0\0\0\0\x01\0\xa0\
        \x01\0\0\0\x16\0\0\0\x02\0\0@\x04\0\0\0$\0\0\0\x02\0\0@\x05\0\0\07\0\0\0\
        \x02\0\0@\x1b\0\0\0?\0\0\0\x02\0\0\xc0-\0\0\0?\0\0\0\x01\0\0\xc0=\0\0\0\
        ?\0\0\0\0\0\0\xc0G\0\0\0V\0\0\0\x01\x01\0\x80X\0\0\0j\0\0\0\x02\x01\0\xa0\
        \x01\0\0\0p\0\0\0\x02\0\0\0\x04\0\0\0\x7f\0\0\0\x02\0\0\0\x05\0\0\0\x90\0\0\0\
        \x02\0\0\0w\0\0\0\x9a\0\0\0\x02\0\0\xc0\x87\0\0\0\x9a\0\0\0\x01\0\0\xc0\x98\0\0\0\
        \x9a\0\0\0\0\0\0\xc0");

    static MESSAGES_PT_BR_ABL1943: p::TemplateColumn = p::TemplateColumn::new(p::TextColumn::new(
        "\
        {2}: faltam {0}\
        Dígitos\
        Long\
        Um ponto\
        Um traço\
        {items, plural, one {# item} many {# de itens} other {# itens}}, lugar {place, number}, {customer, plural, one {cliente} many {clientes} other {clientes}}",
        b"\
        \0\0\0\0\x0f\0\0\0\x17\0\0\0\x1b\0\0\0#\0\0\0,\0\0\0\xc6\0\0\0",
    ), b"\
        \x07\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0:\0\0\0\0\0\0\0\
        \x03\0\0\0\x02\0\0\0\x0c\0\0\0\x0f\0\0\0\0\0\0\0\0\0\0\0\x0f\0\0\0\0\x01\0\xa0\
        \x01\0\0\0\x16\0\0\0\x02\0\0@\x04\0\0\0$\0\0\0\x02\0\0@\x05\0\0\07\0\0\0\
        \x02\0\0@\x1b\0\0\0?\0\0\0\x02\0\0\xc0-\0\0\0?\0\0\0\x01\0\0\xc0=\0\0\0\
        ?\0\0\0\0\0\0\xc0G\0\0\0V\0\0\0\x01\x01\0\x80X\0\0\0j\0\0\0\x02\x01\0\xa0\
        \x01\0\0\0p\0\0\0\x02\0\0\0\x04\0\0\0\x7f\0\0\0\x02\0\0\0\x05\0\0\0\x90\0\0\0\
        \x02\0\0\0w\0\0\0\x9a\0\0\0\x02\0\0\xc0\x87\0\0\0\x9a\0\0\0\x01\0\0\xc0\x98\0\0\0\
        \x9a\0\0\0\0\0\0\xc0");

    static SUMMARIES_EN: p::TextColumn = p::TextColumn::new(
        "\
        An item is gone\
        {items, plural, one {An item} other {# items}} left",
        b"\
        \0\0\0\0\x0f\0\0\0\x0f\0\0\0\x0f\0\0\0\x0f\0\0\0\x0f\0\0\0B\0\0\0",
    );

    static SUMMARIES_PT_BR: p::TextColumn = p::TextColumn::new(
        "\
        Falta um item\
        {items, plural@1, one {Falta # item} many {Faltam # de itens} other {Faltam # itens}}",
        b"\
        \0\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0b\0\0\0",
    );

    static SUMMARIES_PT_BR_ABL1943: p::TextColumn = p::TextColumn::new(
        "\
        Falta um item\
        {items, plural@1, one {Falta # item} many {Faltam # de itens} other {Faltam # itens}}",
        b"\
        \0\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0\x0d\0\0\0b\0\0\0",
    );

    static DESCRIPTIONS: p::TextColumn = p::TextColumn::new(
        "\
        Two lines,\nand an `end`.",
        b"\
        \0\0\0\0\x18\0\0\0\x18\0\0\0\x18\0\0\0\x18\0\0\0\x18\0\0\0\x18\0\0\0",
    );

    static CAUSES: p::ListColumn = p::ListColumn::new(p::TextColumn::new(
        "\
        Somebody was faster than {item}\
        - not a list\
        --- not a rule\
        \u{20}   not code\
        A limit of {items, number}\
        It's '{items}', {{not a plural}}",
        b"\
        \0\0\0\0\x1f\0\0\0+\0\0\09\0\0\0E\0\0\0_\0\0\0\x7f\0\0\0",
    ), b"\
        \0\0\0\0\x04\0\0\0\x04\0\0\0\x04\0\0\0\x04\0\0\0\x04\0\0\0\x06\0\0\0");

    static RESOLUTIONS_EN: p::ListColumn = p::ListColumn::new(p::TextColumn::new(
        "\
        Wait\
        Ask",
        b"\
        \0\0\0\0\x04\0\0\0\x07\0\0\0",
    ), b"\
        \0\0\0\0\x02\0\0\0\x02\0\0\0\x02\0\0\0\x02\0\0\0\x02\0\0\0\x02\0\0\0");

    static RESOLUTIONS_PT_BR: p::ListColumn = p::ListColumn::new(p::TextColumn::new(
        "\
        Espere",
        b"\
        \0\0\0\0\x06\0\0\0",
    ), b"\
        \0\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0");

    static RESOLUTIONS_PT_BR_ABL1943: p::ListColumn = p::ListColumn::new(p::TextColumn::new(
        "\
        Espere",
        b"\
        \0\0\0\0\x06\0\0\0",
    ), b"\
        \0\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0");

    static COLUMN_HTTP_STATUS: p::ValueColumn<u16> = p::ValueColumn::new(&[
        409, 0, 0, 0, 0, 0,
    ], &[
        0x1,
    ]);

    static COLUMN_SEVERITY: p::ListedColumn = p::ListedColumn::new(p::TextColumn::new(
        "\
        info\
        not-so-bad",
        b"\
        \0\0\0\0\x04\0\0\0\x0e\0\0\0",
    ), p::ValueColumn::new(&[
        1, 0, 0, 0, 0, 0,
    ], &[
        0x1,
    ]));

    static COLUMN_TEAM: p::OptionalTextColumn = p::OptionalTextColumn::new(p::TextColumn::new(
        "\
        the \"night\" shift",
        b"\
        \0\0\0\0\x11\0\0\0\x11\0\0\0\x11\0\0\0\x11\0\0\0\x11\0\0\0\x11\0\0\0",
    ), &[
        0x3,
    ]);

    static COLUMN_RETRYABLE: p::ValueColumn<bool> = p::ValueColumn::new(&[
        true, false, false, false, false, false,
    ], &[
        0x3,
    ]);

    static COLUMN_OFFSET: p::ValueColumn<i16> = p::ValueColumn::new(&[
        -300, 0, 0, 0, 0, 0,
    ], &[
        0x1,
    ]);

    static COLUMN_RETRY_AFTER: p::RequiredValueColumn<u8> = p::RequiredValueColumn::new(&[
        5, 5, 5, 5, 5, 5,
    ]);

    static COLUMN_KIND: p::RequiredListedColumn = p::RequiredListedColumn::new(p::TextColumn::new(
        "\
        client\
        server",
        b"\
        \0\0\0\0\x06\0\0\0\x0c\0\0\0",
    ), p::RequiredValueColumn::new(&[
        0, 1, 1, 1, 1, 1,
    ]));

    static COLUMN_OWNER: p::TextColumn = p::TextColumn::new(
        "\
        the stock\
        the shop\
        the shop\
        the shop\
        the shop\
        the shop",
        b"\
        \0\0\0\0\x09\0\0\0\x11\0\0\0\x19\0\0\0!\0\0\0)\0\0\01\0\0\0",
    );

    static ALL: [Code; 6] = [
        Code::OutOfStock, Code::_000012, Code::a_code_of_more_than_eight_bytes, Code::Dotted, Code::Dashed,
        Code::Limits,
    ];

    static BY_SLOT: [Code; 64] = p::CodeIndex::codes(&ALL, b"\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x04\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0\x05\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");

    static BY_CODE: p::CodeIndex<Code> = p::CodeIndex::new(0x9e3779b97f4a7c15, b"\
        \0\0", b"\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xffX-3\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff000012\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        SHOP-01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xffrpJ\x13G\xa2\x87\xfe\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        X.3\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xffSHOP-02\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\
        \xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", &BY_SLOT);

    static CATALOG: p::CatalogTables = p::CatalogTables {
        locales: &["en", "pt-BR", "pt-BR-abl1943"],
        log_locale: 0,
        plain: false,
        roles: ["http_status", "severity", "retry_after", ""],
        codes: &CODES,
        names: &NAMES,
        summaries: &SUMMARIES_EN,
        params: &PARAMS,
        messages: &[&MESSAGES_EN, &MESSAGES_PT_BR, &MESSAGES_PT_BR_ABL1943],
        columns: &[p::AnyColumn { name: "http_status", rows: &COLUMN_HTTP_STATUS }, p::AnyColumn { name: "severity", rows: &COLUMN_SEVERITY }, p::AnyColumn { name: "team", rows: &COLUMN_TEAM }, p::AnyColumn { name: "retryable", rows: &COLUMN_RETRYABLE }, p::AnyColumn { name: "offset", rows: &COLUMN_OFFSET }, p::AnyColumn { name: "retry_after", rows: &COLUMN_RETRY_AFTER }, p::AnyColumn { name: "kind", rows: &COLUMN_KIND }, p::AnyColumn { name: "owner", rows: &COLUMN_OWNER }],
        details: p::Details::new(&[&SUMMARIES_EN, &SUMMARIES_PT_BR, &SUMMARIES_PT_BR_ABL1943], &[&DESCRIPTIONS], &[&CAUSES], &[&RESOLUTIONS_EN, &RESOLUTIONS_PT_BR, &RESOLUTIONS_PT_BR_ABL1943], &[2, 3]),
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __token_codes_facts {
    ([$($catalog:tt)*] $($item:tt)*) => {
        $($catalog)*::__private::expand! { [$($catalog)*]
"token-codes facts 6
SHOP-01 SHOP_01 OutOfStock item:t left:i shop:a 
000012 _000012 
a-code-of-more-than-eight-bytes a_code_of_more_than_eight_bytes 
X.3 Dotted 
X-3 Dashed 
SHOP-02 SHOP_02 Limits items:p place:p customer:p 
"
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
