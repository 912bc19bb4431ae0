//! What an edit of a catalog can be, how grave it is, and for whom.

use std::fmt;

/// Declares [`Rule`] with all that is known of each rule: the one table of edits.
macro_rules! rules {
    ($($rule:ident, $severity:ident, $name:literal, [$($who:ident),*], $about:literal, $instead:literal;)*) => {
        /// The kinds of edits that a diff tells apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $(#[doc = $about] $rule,)*
        }

        impl Rule {
            /// Every rule, in the order in which they are documented.
            pub const ALL: &'static [Self] = &[$(Self::$rule),*];

            /// The stable name, such as `code-removed`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$rule => $name),* }
            }

            /// How grave such an edit is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity),* }
            }

            /// Who notices each such edit; some of them, others as well.
            #[must_use]
            pub const fn who(self) -> &'static [Who] {
                match self { $(Self::$rule => &[$(Who::$who),*]),* }
            }

            /// What it is about, in a sentence.
            #[must_use]
            pub const fn about(self) -> &'static str {
                match self { $(Self::$rule => $about),* }
            }

            /// What to do instead, or with it; empty where nothing is to be done.
            #[must_use]
            pub const fn instead(self) -> &'static str {
                match self { $(Self::$rule => $instead),* }
            }
        }
    };
}

rules! {
    // Codes.
    CodeRemoved, Error, "code-removed", [Clients, Rust, Links], "A code is gone, and not retired: it could be used again for something else.",
        "list it in `retired`, so that nobody uses it again";
    CodeReused, Error, "code-reused", [Clients, Logs, Links], "A code that was retired is used again.",
        "give the entry a code that was never used, and leave this one in `retired`";
    LedgerDropped, Error, "ledger-dropped", [Clients, Links], "A retired code is no longer listed, so that it could be used again.",
        "leave it in `retired`";
    CodeRetired, Major, "code-retired", [Clients, Rust], "A code is retired.",
        "announce it one version before, and leave the entry until then";
    CodeAdded, Minor, "code-added", [Translators], "A code is new.", "";
    CodeReserved, Patch, "code-reserved", [], "A code is retired that the catalog did not have.", "";
    CodeDeprecated, Minor, "code-deprecated", [Rust], "A code is deprecated, so that rustc warns whoever uses it.", "";
    DeprecationChanged, Patch, "deprecation-changed", [], "A code is no longer deprecated, or something else is said of that.", "";
    RetirementChanged, Patch, "retirement-changed", [], "Something else is said, or kept, of a retired code.", "";
    // Names.
    NameMoved, Error, "name-moved", [Rust], "A name is that of another code now: what was compiled for the one means the other.",
        "give the code a name that none had";
    NameChanged, Major, "name-changed", [Clients, Rust], "A code has another name.",
        "leave the name as it is: what users read are the texts";
    ConstantChanged, Major, "constant-changed", [Rust], "A code has no longer the Rust constant that is called like it, since another code would have the same.",
        "give the other code letters or digits that differ by more than signs";
    // Params.
    ParamRemoved, Major, "param-removed", [Clients, Rust], "A param is gone.",
        "leave it until the next major version; `omits` says in which messages it is not shown";
    ParamAdded, Major, "param-added", [Rust], "A param is new, and every error with the code must supply it.",
        "give a new code the new param, and retire this one later";
    ParamRenamed, Major, "param-renamed", [Clients, Rust], "A param has another name.",
        "leave the name as it is: texts show only its value";
    ParamNarrowed, Major, "param-narrowed", [Clients, Rust], "A param takes other values, or fewer, than it did.",
        "leave the type as it is, or give a new code the other one";
    ParamWidened, Warning, "param-widened", [Clients], "A param takes more than it did.",
        "tell whoever reads the argument that it may be of another type";
    ParamsReordered, Warning, "params-reordered", [Clients], "Params stand in another order, which is that of the arguments.",
        "leave their order as it is, and name them in the texts: `{name}`";
    SecretRemoved, Error, "secret-removed", [Clients, Logs], "A param is no longer secret: what fills it is shown.",
        "leave it secret, and add another param for what may be shown";
    SecretAdded, Major, "secret-added", [Clients, Logs], "A param is secret now: nothing shows it any more.",
        "announce it, since clients and logs lose the value";
    PersonalRemoved, Warning, "personal-removed", [Logs], "A param is no longer personal: logs show what fills it.",
        "make sure that it may stand in logs";
    PersonalAdded, Warning, "personal-added", [Clients, Logs], "A param is personal now: logs do not show it any more, nor do replies, unless they are told to.",
        "tell whoever looks for the value in logs and replies";
    // Locales.
    SourceLocaleChanged, Error, "source-locale-changed", [Clients, Logs, Translators], "Another locale is the source locale.",
        "leave it the first of `locales`; `log_locale` says in which one logs are";
    LocaleRemoved, Major, "locale-removed", [Clients, Rust, Translators], "A locale is gone.",
        "leave it; what it lacks is shown in the locale that `fallback` names";
    LocaleAdded, Minor, "locale-added", [Translators], "A locale is new.", "";
    FallbackChanged, Patch, "fallback-changed", [], "Other locales stand in for what a locale lacks.", "";
    DigitsChanged, Patch, "digits-changed", [], "The numbers in a locale have other digits.", "";
    LogLocaleChanged, Warning, "log-locale-changed", [Logs], "Logs are in another locale.",
        "tell whoever searches logs for words of messages; codes stay as they are";
    // Columns.
    ColumnRemoved, Major, "column-removed", [Rust], "A column is gone.", "leave it until the next major version";
    ColumnRenamed, Major, "column-renamed", [Rust], "A column has another name.", "leave the name as it is";
    ColumnRetyped, Major, "column-retyped", [Rust], "A column is of another type, be it that a value needs a larger one.",
        "fix the type in `columns`, such as `u32`, so that a value does not move it";
    RequirementChanged, Major, "requirement-changed", [Rust], "A column is required now, or no longer, so that its accessor has another type.",
        "decide it when the column is new";
    DefaultChanged, Warning, "default-changed", [Rust], "The codes that a column gives its default have another value.",
        "say in the changelog what it was";
    ColumnAdded, Minor, "column-added", [], "A column is new.", "";
    ListedValueRemoved, Major, "listed-value-removed", [Rust], "A column no longer lists a value.", "leave it in the list";
    ListedValueAdded, Minor, "listed-value-added", [], "A column lists a new value.", "";
    ListReordered, Warning, "list-reordered", [Rust], "The values of a list stand in another order, by which Rust compares them.",
        "leave their order as it is, and add new ones where they belong";
    ValueChanged, Warning, "value-changed", [Rust], "A code has another value in a column.",
        "mark the column `contract: true` if clients rely on it";
    // Columns on which clients rely.
    ContractDropped, Error, "contract-dropped", [Clients, Http], "A column is no longer marked `contract`.",
        "leave the mark, and change what must change under it";
    ContractColumnRemoved, Error, "contract-column-removed", [Clients, Http, Rust], "A column that clients rely on is gone.", "leave it";
    ContractColumnRenamed, Error, "contract-column-renamed", [Clients, Http, Rust], "A column that clients rely on has another name.", "leave the name as it is";
    ContractColumnRetyped, Error, "contract-column-retyped", [Clients, Http, Rust], "A column that clients rely on is of another type.", "leave the type as it is";
    ContractValueChanged, Error, "contract-value-changed", [Clients, Http], "A code has another value in a column that clients rely on.",
        "leave the value, and give a new code the other one";
    ContractAdded, Minor, "contract-added", [], "A column is marked `contract`.", "";
    RoleChanged, Major, "role-changed", [], "Services read a role from another column or param.",
        "leave the role where it is, and change values where that is meant";
    // Texts.
    SourceTextChanged, Warning, "source-text-changed", [Translators], "The message in the source locale is another.",
        "look at the translations, which were made from the old one";
    LogTextChanged, Warning, "log-text-changed", [Logs], "The message in the locale that logs are in is another.",
        "search logs for codes, not for words";
    DetailChanged, Patch, "detail-changed", [Translators], "A summary, description, cause or resolution is another in the source locale.", "";
    TranslationChanged, Patch, "translation-changed", [], "A text is another, new or gone in a locale that is not the source locale.", "";
    PageTextChanged, Patch, "page-text-changed", [], "A title, an introduction or a heading of the pages is another.", "";
    // The catalog's own words on edits.
    UnusedAcceptance, Warning, "unused-acceptance", [], "`accepted` has an edit that was not made, or not any more.",
        "remove it, or correct what it names";
}

/// How grave an edit is. The mildest is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nobody has to do anything.
    Patch,
    /// There is more than there was.
    Minor,
    /// It may be noticed.
    Warning,
    /// It breaks somebody, as a new major version may.
    Major,
    /// It should not be: codes get another meaning, secrets are shown, clients are let down.
    Error,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: [Self; 5] = [Self::Error, Self::Major, Self::Warning, Self::Minor, Self::Patch];

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Major => "major",
            Self::Warning => "warning",
            Self::Minor => "minor",
            Self::Patch => "patch",
        }
    }
}

/// Who notices an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// Programs that are sent errors: they match on codes, and read arguments.
    Clients,
    /// Rust code that derives errors, or calls the accessors of codes.
    Rust,
    /// Whatever reads the status and headers of replies.
    Http,
    /// Whatever searches or parses logs.
    Logs,
    /// Whoever translates the texts.
    Translators,
    /// Links to the reference pages.
    Links,
}

impl Who {
    /// All of them, in the order in which they are documented.
    pub const ALL: [Self; 6] =
        [Self::Clients, Self::Rust, Self::Http, Self::Logs, Self::Translators, Self::Links];

    /// The word for them.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clients => "clients",
            Self::Rust => "rust",
            Self::Http => "http",
            Self::Logs => "logs",
            Self::Translators => "translators",
            Self::Links => "links",
        }
    }
}

/// Which part of a version is to grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bump {
    /// None: nothing has changed for anybody.
    None,
    /// The last.
    Patch,
    /// The second.
    Minor,
    /// The first.
    Major,
}

impl Bump {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl Rule {
    /// The rule of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }

    /// The version that such an edit asks for.
    #[must_use]
    pub fn bump(self) -> Bump {
        match self.severity() {
            _ if self == Self::UnusedAcceptance => Bump::None,
            Severity::Error | Severity::Major => Bump::Major,
            Severity::Warning | Severity::Minor => Bump::Minor,
            Severity::Patch => Bump::Patch,
        }
    }
}

/// Displays what the value's `as_str` gives.
macro_rules! display {
    ($($name:ident: $word:ident),*) => {
        $(impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.$word())
            }
        })*
    };
}

display!(Rule: name, Severity: as_str, Who: as_str, Bump: as_str);
