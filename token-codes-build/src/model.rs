//! What a catalog says, in types: what [`lower`](crate::lower) makes of the trees, and [`lint`](crate::lint) looks at.
//!
//! Every part knows its place. A part of which nothing could be made is `Err(Reported)`; a part that is left out is `None`.

mod plural;

use std::{
    collections::{HashMap, HashSet},
    fmt, iter,
    ops::Range,
};

use crate::{
    catalog::{Cut, CutKind, Heading, IntegerType, List, ParamType, Privacy},
    diagnostic::{Diagnostic, Kind, Level},
    diff::Rule,
    reports::Reported,
    roles::ServiceRole,
    template::{Token, TokenKind},
    text_field::TextField,
    yaml::Scalar,
};

pub(crate) use plural::{Branch, Plural};

/// A catalog.
pub(crate) struct Model<'a> {
    pub(crate) files: Vec<File<'a>>,
    pub(crate) locales: Locales<'a>,
    pub(crate) fallback: Fallback,
    /// The index of the locale that logs are in.
    pub(crate) log_locale: usize,
    /// For each locale, whether its numbers are in the digits of its language's script.
    pub(crate) native_digits: Vec<bool>,
    pub(crate) headings: Vec<HeadingText<'a>>,
    pub(crate) levels: Levels<'a>,
    pub(crate) columns: Columns<'a>,
    /// The roles that are given to a column or param that is there.
    pub(crate) roles: Vec<NamedRole<'a>>,
    /// The edits that are accepted.
    pub(crate) accepted: Result<Vec<Accepted<'a>>, Reported>,
    /// The codes that are never to be used again.
    pub(crate) retired: Vec<Retired<'a>>,
    /// The entries of all files, in their order.
    pub(crate) entries: Vec<Entry<'a>>,
    /// What to say of files that lack codes, where a catalog has to have some.
    pub(crate) without_codes: Vec<Diagnostic>,
    /// Set if there may be more entries than these.
    pub(crate) lost_entries: Option<Reported>,
}

/// A file of the catalog.
pub(crate) struct File<'a> {
    pub(crate) path: &'a str,
    /// Whether the locales are listed in it, and with them what holds for the catalog as a whole.
    pub(crate) has_locales: bool,
    pub(crate) title: Result<Option<Written<'a>>, Reported>,
    pub(crate) description: Result<Option<Written<'a>>, Reported>,
    /// Which of the entries stand in it.
    pub(crate) entries: Range<usize>,
}

/// The locales of a catalog, the source locale first.
#[derive(Default)]
pub(crate) struct Locales<'a> {
    pub(crate) list: Vec<Locale<'a>>,
    pub(crate) index: HashMap<&'a str, usize>,
    /// Set if the list has mistakes: then no text can be said to lack a locale, or to be in an unknown one.
    pub(crate) incomplete: Option<Reported>,
}

/// A locale.
pub(crate) struct Locale<'a> {
    pub(crate) tag: &'a Scalar,
    /// The variant of the generated enum.
    pub(crate) variant: String,
}

/// Which locale stands in for which.
#[derive(Default)]
pub(crate) struct Fallback {
    /// For each locale, the one that is next to it; the source locale has itself.
    pub(crate) next: Vec<StandIn>,
    /// The locales, each after the one that is next to it.
    pub(crate) order: Vec<usize>,
}

/// The locale that is next to another.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct StandIn {
    /// Its index.
    pub(crate) locale: usize,
    /// Whether the catalog says so, or the tags do; if not, it is the source locale, for want of another.
    pub(crate) is_chosen: bool,
}

impl Fallback {
    /// The locales that stand in for this one, the nearest first: the last is the source locale, which has none itself.
    pub(crate) fn of(&self, locale: usize) -> Vec<usize> {
        let next = |locale: usize| (locale != 0).then(|| self.next[locale].locale);
        // A way in a circle has been reported.
        iter::successors(next(locale), |locale| next(*locale)).take(self.next.len()).collect()
    }

    /// For each locale, the index of the one whose text is shown in it, given which of them have a text: itself, or the
    /// nearest that stands in. Where not even the source locale has one, it is that all the same.
    pub(crate) fn shown(&self, has_text: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut shown = vec![0; self.next.len()];
        for &locale in &self.order {
            shown[locale] = if has_text(locale) { locale } else { shown[self.next[locale].locale] };
        }
        shown
    }
}

/// What a part of the reference pages is called in a locale.
pub(crate) struct HeadingText<'a> {
    /// The index of the locale; `None` if it is not listed.
    pub(crate) locale: Option<usize>,
    pub(crate) heading: Heading,
    pub(crate) written: Written<'a>,
}

impl<'a> Locales<'a> {
    pub(crate) fn index(&self, tag: &str) -> Option<usize> {
        self.index.get(tag).copied()
    }

    pub(crate) fn tags(&self) -> impl Iterator<Item = &'a str> {
        self.list.iter().map(|locale| &*locale.tag.text)
    }
}

/// At which level each kind is reported.
#[derive(Default)]
pub(crate) struct Levels<'a> {
    pub(crate) strict: bool,
    pub(crate) set: HashMap<Kind, Setting<'a>>,
}

/// What `checks` says of a kind.
pub(crate) struct Setting<'a> {
    /// `None` if only the locales are set.
    pub(crate) level: Option<Level>,
    /// The locales that are checked; `None` if all are.
    pub(crate) locales: Option<HashSet<&'a str>>,
}

impl Levels<'_> {
    /// The level of a report on a text in `locale`; `None` there if the text is in no locale.
    pub(crate) fn of(&self, kind: Kind, locale: Option<&str>) -> Level {
        let default = match kind.level() {
            Level::Warning if self.strict => Level::Error,
            level => level,
        };
        let Some(setting) = self.set.get(&kind) else { return default };
        let is_checked = match (&setting.locales, locale) {
            (Some(locales), Some(locale)) => locales.contains(locale),
            _ => true,
        };
        if is_checked { setting.level.unwrap_or(default) } else { Level::Allow }
    }
}

/// The columns that a catalog declares.
#[derive(Default)]
pub(crate) struct Columns<'a> {
    pub(crate) list: Vec<Column<'a>>,
    /// Set if there may be more, so that an unknown key of an entry may be one.
    pub(crate) incomplete: Option<Reported>,
}

/// A column.
pub(crate) struct Column<'a> {
    pub(crate) key: &'a Scalar,
    pub(crate) ty: Result<DeclaredType, Reported>,
    /// Whether every code has a value in it.
    pub(crate) required: bool,
    /// What a code has that is not given a value.
    pub(crate) default: Result<Option<Value<'a>>, Reported>,
    /// Whether clients rely on it.
    pub(crate) contract: bool,
    pub(crate) was: Result<Option<&'a Scalar>, Reported>,
}

/// What a column is declared to hold.
pub(crate) enum DeclaredType {
    Text,
    Boolean,
    /// `None` if the smallest type is to be taken that holds all values.
    Integer(Option<IntegerType>),
    Listed(List),
}

/// What `roles` gives a role to.
pub(crate) struct NamedRole<'a> {
    pub(crate) role: ServiceRole,
    /// The name of a column, or of a param.
    pub(crate) name: &'a Scalar,
    /// The index of the column; `None` if only params have the name.
    pub(crate) column: Option<usize>,
    /// The values that the column lists; or else its default, and what entries have in it, whether it can hold that or not.
    pub(crate) values: Vec<&'a Scalar>,
}

/// An edit that is made all the same.
pub(crate) struct Accepted<'a> {
    pub(crate) rule: Rule,
    pub(crate) code: Option<&'a Scalar>,
    pub(crate) param: Option<&'a Scalar>,
    pub(crate) column: Option<&'a Scalar>,
    pub(crate) locale: Option<&'a Scalar>,
    pub(crate) to: Option<&'a Scalar>,
    pub(crate) reason: &'a Scalar,
}

/// A code with what is written below it.
pub(crate) struct Entry<'a> {
    pub(crate) code: &'a Scalar,
    /// From the code to the end of what is written below it.
    pub(crate) span: Range<usize>,
    /// Whether the code can be used: codes can be written like this, and none before is the same.
    pub(crate) usable: Result<(), Reported>,
    /// The associated constant that looks like the code; the variant, if another code would have the same.
    pub(crate) constant: String,
    /// What the name becomes; the constant, if there is no name.
    pub(crate) variant: String,
    /// Another code that would have the same constant.
    pub(crate) alike: Option<&'a Scalar>,
    pub(crate) body: Result<Body<'a>, Reported>,
}

/// What is written below a code.
pub(crate) struct Body<'a> {
    pub(crate) name: Result<Option<&'a Scalar>, Reported>,
    /// What the name was.
    pub(crate) was: Result<Option<&'a Scalar>, Reported>,
    pub(crate) params: Params<'a>,
    pub(crate) message: Result<Option<Localized<'a, Text<'a>>>, Reported>,
    pub(crate) omits: Omits<'a>,
    pub(crate) stale: Vec<Stale<'a>>,
    pub(crate) summary: Result<Option<Localized<'a, Text<'a>>>, Reported>,
    pub(crate) description: Result<Option<Localized<'a, Text<'a>>>, Reported>,
    pub(crate) causes: Result<Option<Localized<'a, Texts<'a>>>, Reported>,
    pub(crate) resolution: Result<Option<Localized<'a, Texts<'a>>>, Reported>,
    pub(crate) deprecated: Result<Option<Deprecated<'a>>, Reported>,
    /// In the order of the columns.
    pub(crate) values: Vec<Result<Option<Value<'a>>, Reported>>,
}

/// A code that is never to be used again.
pub(crate) struct Retired<'a> {
    pub(crate) code: &'a Scalar,
    pub(crate) since: Result<Option<Written<'a>>, Reported>,
    pub(crate) why: Result<Option<Written<'a>>, Reported>,
    /// The code that is used instead.
    pub(crate) replacement: Result<Option<&'a Scalar>, Reported>,
    /// What is kept of its entry; `None` if nothing is.
    pub(crate) entry: Option<Entry<'a>>,
}

/// That a code is no longer to be used by those who write programs.
pub(crate) struct Deprecated<'a> {
    pub(crate) since: Result<Option<Written<'a>>, Reported>,
    /// The code that is used instead.
    pub(crate) replacement: Result<Option<&'a Scalar>, Reported>,
    pub(crate) note: Result<Option<Written<'a>>, Reported>,
}

/// What says that a translation was made of another source text.
pub(crate) struct Stale<'a> {
    /// The key that names the locale.
    pub(crate) tag: &'a Scalar,
    /// The index of the locale.
    pub(crate) locale: usize,
    pub(crate) field: TextField,
    /// Where it is said: the key that names the field, or the locale.
    pub(crate) key: &'a Scalar,
    /// That source text, or each of them.
    pub(crate) source: Vec<&'a Scalar>,
}

/// The params of an entry.
pub(crate) struct Params<'a> {
    /// An error if it is not clear which there are: then no placeholder is known to be wrong.
    pub(crate) list: Result<Vec<Param<'a>>, Reported>,
    /// Where they are declared.
    pub(crate) declared: Option<Range<usize>>,
}

/// A param.
pub(crate) struct Param<'a> {
    pub(crate) name: &'a Scalar,
    pub(crate) ty: Result<ParamType, Reported>,
    pub(crate) privacy: Result<SaidPrivacy<'a>, Reported>,
    pub(crate) was: Result<Option<&'a Scalar>, Reported>,
}

/// Who may see what fills a param.
#[derive(Clone, Copy, Default)]
pub(crate) struct SaidPrivacy<'a> {
    pub(crate) privacy: Privacy,
    /// The word that says so; `None` where nothing is said.
    pub(crate) word: Option<&'a Scalar>,
}

impl<'a> Param<'a> {
    /// Whether texts can show it: it is not secret, and nothing keeps that from being known.
    pub(crate) fn is_shown(&self) -> bool {
        self.privacy.is_ok_and(|said| said.privacy != Privacy::Secret)
    }

    /// The word that makes it secret, if one does.
    pub(crate) fn secret(&self) -> Option<&'a Scalar> {
        self.privacy.ok().filter(|said| said.privacy == Privacy::Secret)?.word
    }
}

impl<'a> Params<'a> {
    /// Those that are known.
    pub(crate) fn known(&self) -> &[Param<'a>] {
        self.list.as_deref().unwrap_or_default()
    }

    /// The names of those that are known.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.known().iter().map(|param| &*param.name.text)
    }

    /// Those that a text can show, each with its index.
    pub(crate) fn shown(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.known()
            .iter()
            .enumerate()
            .filter(|(_, param)| param.is_shown())
            .map(|(index, param)| (index, &*param.name.text))
    }
}

/// The params that messages leave out on purpose.
#[derive(Default)]
pub(crate) struct Omits<'a> {
    /// Where it is said, by the index of the locale and that of the param.
    pub(crate) written: HashMap<(usize, usize), &'a Scalar>,
    /// Set if there may be more.
    pub(crate) incomplete: Option<Reported>,
}

/// What an entry has in a column.
pub(crate) enum Value<'a> {
    Text(Written<'a>),
    Integer(i128),
    Boolean(bool),
    /// The index in the list of the column.
    Listed(usize),
}

/// The value of a field that may differ from locale to locale.
pub(crate) struct Localized<'a, T> {
    /// The key of the field.
    pub(crate) key: &'a Scalar,
    pub(crate) values: Values<'a, T>,
}

/// One value for all locales, or one for each.
pub(crate) enum Values<'a, T> {
    Same(Result<T, Reported>),
    PerLocale {
        /// In the order of the file.
        list: Vec<InLocale<'a, T>>,
        /// Set if there may be more.
        lost_key: Option<Reported>,
    },
}

/// A value in a locale.
pub(crate) struct InLocale<'a, T> {
    pub(crate) tag: &'a Scalar,
    /// The index of the locale; `None` if it is not listed, and the list has mistakes.
    pub(crate) locale: Option<usize>,
    pub(crate) value: Result<T, Reported>,
}

impl<'a, T> Localized<'a, T> {
    /// Each value, with the index of its locale; the one for all locales has that of the source locale.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Option<usize>, &Result<T, Reported>)> + use<'_, 'a, T> {
        let (same, list) = match &self.values {
            Values::Same(value) => (Some((Some(0), value)), &[][..]),
            Values::PerLocale { list, .. } => (None, &**list),
        };
        same.into_iter().chain(list.iter().map(|value| (value.locale, &value.value)))
    }
}

/// A text that may have placeholders.
pub(crate) struct Text<'a> {
    pub(crate) written: Written<'a>,
    /// Its placeholders, plurals and doubled braces.
    pub(crate) cuts: Vec<Cut>,
    /// Whether it is written as `MessageFormat` of ICU has it.
    pub(crate) is_icu: bool,
    /// Its plurals, in order; also those whose param is not known.
    pub(crate) plurals: Vec<Plural>,
    /// The braces that are neither, and the placeholders of which no param is known.
    pub(crate) wrong: Vec<Token>,
}

/// The texts of a list.
pub(crate) type Texts<'a> = Vec<Result<Text<'a>, Reported>>;

impl Text<'_> {
    /// The params that it shows or chooses by, each as often as it does.
    pub(crate) fn params(&self) -> impl Iterator<Item = usize> {
        self.cuts.iter().filter_map(|cut| match cut.kind {
            CutKind::Plural(param, _) => Some(param),
            _ => cut.param(),
        })
    }

    /// Whether a part of it could not be read, so that it is not known what the text shows.
    pub(crate) fn is_broken(&self) -> bool {
        let is_broken = |token: &Token| {
            matches!(token.kind, TokenKind::Icu(_) | TokenKind::WrongBranch(_) | TokenKind::Plural(..))
        };
        self.wrong.iter().any(is_broken)
    }
}

/// A text as it is written; displayed as what it is called in reports, such as "`en` message".
#[derive(Clone, Copy)]
pub(crate) struct Written<'a> {
    pub(crate) scalar: &'a Scalar,
    /// The key at which it stands.
    pub(crate) key: &'a Scalar,
    /// The key that says its locale; `None` if it is one for all.
    pub(crate) locale: Option<&'a Scalar>,
    pub(crate) role: Role<'a>,
}

/// What a text is there for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role<'a> {
    /// The message of an entry.
    Message,
    /// A title, a summary, a cause: whatever has just a name.
    Detail(&'static str),
    /// What the reference pages call one of their parts.
    Heading,
    /// What an entry has in this column.
    Value(&'a str),
}

impl Written<'_> {
    /// The tag of its locale.
    pub(crate) fn tag(&self) -> Option<&str> {
        self.locale.map(|tag| &*tag.text)
    }
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(tag) = self.locale {
            write!(f, "`{}` ", tag.text.escape_debug())?;
        }
        match self.role {
            Role::Message => f.write_str("message"),
            Role::Detail(name) => f.write_str(name),
            Role::Heading => write!(f, "heading `{}`", self.key.text),
            Role::Value(column) => write!(f, "value of `{column}`"),
        }
    }
}

impl<'a> Model<'a> {
    /// The entries whose contents could be read, each with its code.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = (&Entry<'a>, &Body<'a>)> {
        self.entries.iter().filter_map(|entry| Some((entry, entry.body.as_ref().ok()?)))
    }

    /// Every text of the catalog that cannot have placeholders.
    pub(crate) fn plain_texts(&self) -> impl Iterator<Item = &Written<'a>> {
        let titles = self.files.iter().flat_map(|file| [&file.title, &file.description]);
        let headings = self.headings.iter().map(|heading| &heading.written);
        let defaults = self.columns.list.iter().map(|column| &column.default);
        let values = self.bodies().flat_map(|(_, body)| &body.values).chain(defaults).flatten().flatten();
        let values = values.filter_map(|value| match value {
            Value::Text(written) => Some(written),
            _ => None,
        });
        titles.flatten().flatten().chain(headings).chain(values).chain(self.remarks())
    }

    /// What is said of retired and deprecated codes.
    fn remarks(&self) -> impl Iterator<Item = &Written<'a>> {
        let retired = self.retired.iter().flat_map(|retired| [&retired.since, &retired.why]);
        let deprecated = self.bodies().filter_map(|(_, body)| body.deprecated.as_ref().ok()?.as_ref());
        let deprecated = deprecated.flat_map(|deprecated| [&deprecated.since, &deprecated.note]);
        retired.chain(deprecated).flatten().flatten()
    }

    /// What is kept of retired codes, where it could be read.
    pub(crate) fn retired_bodies(&self) -> impl Iterator<Item = (&Entry<'a>, &Body<'a>)> {
        let entries = self.retired.iter().filter_map(|retired| retired.entry.as_ref());
        entries.filter_map(|entry| Some((entry, entry.body.as_ref().ok()?)))
    }
}

impl<'a> Body<'a> {
    /// The fields that hold a text.
    pub(crate) fn text_fields(&self) -> impl Iterator<Item = &Localized<'a, Text<'a>>> {
        [&self.message, &self.summary, &self.description].into_iter().flatten().flatten()
    }

    /// The fields that hold a list of texts.
    pub(crate) fn list_fields(&self) -> impl Iterator<Item = &Localized<'a, Texts<'a>>> {
        [&self.causes, &self.resolution].into_iter().flatten().flatten()
    }

    /// The texts that may have placeholders, in the order of a reference page.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text<'a>> {
        fn all<'b, 'a, T>(field: &'b Localized<'a, T>) -> impl Iterator<Item = &'b T> + use<'b, 'a, T> {
            field.all().filter_map(|(_, value)| value.as_ref().ok())
        }
        let lists = self.list_fields().flat_map(all);
        self.text_fields().flat_map(all).chain(lists.flatten().flatten())
    }
}
