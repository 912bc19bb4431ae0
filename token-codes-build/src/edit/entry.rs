//! A new entry, as it is asked for and as the lines of a catalog.

use super::scalar::{in_flow, on_one_line, value};
use crate::{
    catalog::{Catalog, Column, ColumnType, Entry, Param, Privacy, Template, Text, Value},
    suggest::listed,
    template::{self, TokenKind},
};

/// An entry that is to be added to a catalog.
///
/// Its parts are taken as they come: what is wrong with them, the check of the catalog says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewEntry {
    /// The code.
    pub code: String,
    /// The path of the file that it is to be in, which may be a new one; `None` for the file of its family, or else the last
    /// that has codes.
    pub file: Option<String>,
    /// The name in kebab case.
    pub name: Option<String>,
    /// The params, in their order.
    pub params: Vec<NewParam>,
    /// The locale and the text of each message.
    pub messages: Vec<(String, String)>,
    /// One line that says what happened.
    pub summary: Option<Detail<String>>,
    /// What happened, at length.
    pub description: Option<Detail<String>>,
    /// The root causes.
    pub causes: Option<Detail<Vec<String>>>,
    /// The steps that resolve it.
    pub resolution: Option<Detail<Vec<String>>>,
    /// The name of each column that it has a value in, and the value as a catalog has it.
    pub values: Vec<(String, String)>,
}

/// A param of a new entry, each part a word as a catalog has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewParam {
    /// Its name.
    pub name: String,
    /// Its type, such as `text`.
    pub ty: String,
    /// Who may see it, such as `personal`; `None` to leave it unsaid.
    pub privacy: Option<String>,
}

impl NewParam {
    /// One of whose privacy nothing is said.
    #[must_use]
    pub fn new(name: impl Into<String>, ty: impl Into<String>) -> Self {
        Self { name: name.into(), ty: ty.into(), privacy: None }
    }

    /// Whether no text of the entry can show it.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.privacy.as_deref() == Some(Privacy::Secret.as_str())
    }

    /// Whether this is the param that a catalog has got.
    fn is(&self, param: &Param) -> bool {
        let privacy = self.privacy.as_deref().unwrap_or(Privacy::Public.as_str());
        (&*param.name, param.ty.as_str(), param.privacy.as_str()) == (&*self.name, &*self.ty, privacy)
    }
}

/// A text of a new entry beside its message, or a list of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail<T> {
    /// One for all locales.
    Same(T),
    /// One for each of these locales.
    PerLocale(Vec<(String, T)>),
}

impl<T> Detail<T> {
    fn all(&self) -> Vec<&T> {
        match self {
            Self::Same(text) => vec![text],
            Self::PerLocale(texts) => texts.iter().map(|(_, text)| text).collect(),
        }
    }
}

impl NewEntry {
    /// One with this code and nothing else yet.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), ..Self::default() }
    }

    /// Whether a text counts by this param, which must then be an integer: it has a plural for it, or shows it with its
    /// digits grouped.
    ///
    /// ```
    /// use token_codes_build::edit::{NewEntry, NewParam};
    ///
    /// let mut entry = NewEntry::new("SHOP042");
    /// entry.params = vec![NewParam::new("left", ""), NewParam::new("item", "text")];
    /// entry.messages = vec![("en".into(), "{0, plural, one {# {1}} other {# {1}s}}".into())];
    /// assert_eq!([entry.counts_by(0), entry.counts_by(1)], [true, false]);
    /// ```
    #[must_use]
    pub fn counts_by(&self, param: usize) -> bool {
        let names = || self.params.iter().map(|param| &*param.name);
        let counts = |text| {
            template::tokens(text).iter().any(|token| match &token.kind {
                TokenKind::Plural(name, _) | TokenKind::Number(name) => {
                    name.index(text, names()) == Some(param)
                }
                _ => false,
            })
        };
        self.texts().any(counts)
    }

    /// Every text in every locale.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let messages = self.messages.iter().map(|(_, text)| text);
        let details = [&self.summary, &self.description].into_iter().flatten().flat_map(Detail::all);
        let lists = [&self.causes, &self.resolution].into_iter().flatten().flat_map(Detail::all).flatten();
        messages.chain(details).chain(lists).map(String::as_str)
    }

    /// Whether this is the entry that a catalog has got, text by text.
    pub(super) fn is(&self, entry: &Entry, catalog: &Catalog) -> bool {
        let index = |locale: &str| catalog.locales.iter().position(|known| known.tag == locale);
        let has_message = |(locale, text): &(String, String)| {
            let message = index(locale).map(|index| &entry.messages[index]);
            message.is_some_and(|message| message.translated && message.template.text == *text)
        };
        let has_value = |(column, found): (&Column, &Option<Value>)| {
            let given = self.values.iter().find(|(name, _)| *name == column.name);
            match (given, found) {
                // A number may be written in more than one way.
                (Some((_, given)), Some(found)) => {
                    matches!(found, Value::Integer(_)) || found.to_string() == *given
                }
                (Some(_), None) => false,
                (None, found) => *found == column.default,
            }
        };
        let has_text = |given: &String, found: &Template| *given == found.text;
        let has_texts = |given: &Vec<String>, found: &Vec<Template>| {
            given.iter().eq(found.iter().map(|found| &found.text))
        };
        entry.name == self.name.as_deref().unwrap_or_default()
            && entry.params.len() == self.params.len()
            && self.params.iter().zip(&entry.params).all(|(given, found)| given.is(found))
            && self.messages.iter().all(has_message)
            && entry.messages.iter().filter(|message| message.translated).count() == self.messages.len()
            && catalog.columns.iter().zip(&entry.values).all(has_value)
            && is_detail(self.summary.as_ref(), &entry.summary, index, has_text)
            && is_detail(self.description.as_ref(), &entry.description, index, has_text)
            && is_detail(self.causes.as_ref(), &entry.causes, index, has_texts)
            && is_detail(self.resolution.as_ref(), &entry.resolution, index, has_texts)
    }
}

/// Whether `found` is what was `given`, of which `is_same` compares two.
fn is_detail<G, F>(
    given: Option<&Detail<G>>,
    found: &Text<F>,
    index: impl Fn(&str) -> Option<usize>,
    is_same: impl Fn(&G, &F) -> bool,
) -> bool
where
    F: Default + PartialEq,
{
    match (given, found) {
        (None, Text::Same(found)) => *found == F::default(),
        (Some(Detail::Same(given)), Text::Same(found)) => is_same(given, found),
        (Some(Detail::PerLocale(given)), Text::PerLocale(found)) => {
            let has = |(locale, given): &(String, G)| {
                let found = index(locale).and_then(|index| found.own()[index].as_ref());
                found.is_some_and(|found| is_same(given, found))
            };
            given.iter().all(has) && found.own().iter().flatten().count() == given.len()
        }
        _ => false,
    }
}

/// A column in which a new entry can have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntryColumn {
    /// Its name.
    pub name: String,
    /// What it takes, in the words of the catalog: a type, such as `integer`, or the values that it lists.
    pub takes: String,
    /// Whether a code must be given a value: the column is required, and has no default.
    pub is_needed: bool,
    /// What a code has that is not given a value.
    pub default: Option<String>,
    is_quoted: bool,
}

impl EntryColumn {
    pub(super) fn new(column: &Column) -> Self {
        let (takes, is_quoted) = match &column.ty {
            ColumnType::Text => ("text".to_owned(), true),
            ColumnType::Boolean => ("boolean".to_owned(), false),
            ColumnType::Integer(_) if column.inferred => ("integer".to_owned(), false),
            ColumnType::Integer(ty) => (ty.as_str().to_owned(), false),
            ColumnType::Listed(list) => {
                (format!("one of {}", listed(list.values.iter().map(|value| &*value.text))), true)
            }
        };
        let is_needed = column.required && column.default.is_none();
        let default = column.default.as_ref().map(Value::to_string);
        Self { name: column.name.clone(), takes, is_needed, default, is_quoted }
    }

    /// A value of this column that must stand in the catalog as it was given: in quotes, `404` is no number.
    fn is_written_as_is(&self, value: &str) -> bool {
        let signs = value.strip_prefix(['-', '+']).unwrap_or(value);
        !self.is_quoted && !signs.is_empty() && signs.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }
}

/// How far the lines of an entry are indented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Indent {
    /// The code.
    pub(super) code: usize,
    /// What is below a key, from that key on.
    pub(super) step: usize,
}

/// How the lines of an entry are to be written.
pub(super) struct Layout<'a> {
    /// The locale of a catalog that has just one.
    pub(super) only_locale: Option<&'a str>,
    pub(super) columns: &'a [EntryColumn],
    pub(super) indent: Indent,
    /// Whether what follows a text of several lines, given how far that is indented, would become part of it.
    pub(super) is_swallowed: &'a dyn Fn(usize) -> bool,
}

/// The lines of the entry, without a line break after the last; and whether that line break is part of its last text.
pub(super) fn lines(entry: &NewEntry, layout: &Layout<'_>) -> (String, bool) {
    let mut lines = Lines::new(layout.indent);
    lines.key(0, &entry.code);
    if let Some(name) = &entry.name {
        lines.pair(1, "name", name);
    }
    let columns = layout.columns;
    let declared = |name: &str| columns.iter().position(|column| column.name == name);
    let mut values: Vec<_> = entry.values.iter().collect();
    values.sort_by_key(|(name, _)| declared(name).unwrap_or(columns.len()));
    for (name, value) in values {
        let column = declared(name).map(|index| &columns[index]);
        match column.filter(|column| column.is_written_as_is(value)) {
            Some(_) => lines.as_is(1, name, value),
            None => lines.pair(1, name, value),
        }
    }
    lines.params(&entry.params);
    match entry.messages.as_slice() {
        // As one writes it in a catalog of one locale.
        [(locale, message)] if Some(&**locale) == layout.only_locale => lines.pair(1, "message", message),
        messages => lines.mapping("message", messages),
    }
    lines.detail("summary", entry.summary.as_ref(), |lines, depth, key, text| lines.pair(depth, key, text));
    lines.detail("description", entry.description.as_ref(), |lines, depth, key, text| {
        lines.pair(depth, key, text);
    });
    lines.detail("causes", entry.causes.as_ref(), |lines, depth, key, items| lines.list(depth, key, items));
    lines.detail("resolution", entry.resolution.as_ref(), |lines, depth, key, items| {
        lines.list(depth, key, items);
    });
    lines.finish(layout.is_swallowed)
}

/// Lines of a mapping, as they are written.
pub(super) struct Lines {
    text: String,
    /// The last text: where it starts, how far the lines below it are indented, and what it is.
    last: Option<(usize, usize, String)>,
    indent: Indent,
}

impl Lines {
    pub(super) fn new(indent: Indent) -> Self {
        Self { text: String::new(), last: None, indent }
    }

    fn key(&mut self, depth: usize, key: &str) {
        self.start(depth);
        self.text.push_str(&on_one_line(key));
        self.text.push(':');
    }

    pub(super) fn pair(&mut self, depth: usize, key: &str, text: &str) {
        self.key(depth, key);
        self.text.push(' ');
        self.value(depth, text);
    }

    fn as_is(&mut self, depth: usize, key: &str, value: &str) {
        self.key(depth, key);
        self.text.push(' ');
        self.text.push_str(value);
    }

    fn params(&mut self, params: &[NewParam]) {
        if params.is_empty() {
            return;
        }
        self.key(1, "params");
        for NewParam { name, ty, privacy } in params {
            match privacy {
                None => self.pair(2, name, ty),
                Some(privacy) => {
                    let mapping = format!("{{type: {}, privacy: {}}}", in_flow(ty), in_flow(privacy));
                    self.as_is(2, name, &mapping);
                }
            }
        }
    }

    fn mapping(&mut self, key: &str, pairs: &[(String, String)]) {
        if pairs.is_empty() {
            return;
        }
        self.key(1, key);
        for (key, text) in pairs {
            self.pair(2, key, text);
        }
    }

    pub(super) fn list(&mut self, depth: usize, key: &str, items: &[String]) {
        self.key(depth, key);
        for item in items {
            self.start(depth + 1);
            self.text.push_str("- ");
            self.value(depth + 1, item);
        }
    }

    fn detail<T>(&mut self, key: &str, detail: Option<&Detail<T>>, write: fn(&mut Self, usize, &str, &T)) {
        match detail {
            None => {}
            Some(Detail::Same(value)) => write(self, 1, key, value),
            Some(Detail::PerLocale(values)) => {
                self.key(1, key);
                for (locale, value) in values {
                    write(self, 2, locale, value);
                }
            }
        }
    }

    fn start(&mut self, depth: usize) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&" ".repeat(self.indent.code + depth * self.indent.step));
    }

    fn value(&mut self, depth: usize, text: &str) {
        let Indent { code, step } = self.indent;
        let indent = code + depth * step;
        self.last = Some((self.text.len(), indent + step, text.to_owned()));
        self.text.push_str(&value(text, indent, step));
    }

    /// All of them, as [`lines`] gives them; the last text is written on one line if it would otherwise take what follows it
    /// for its own.
    pub(super) fn finish(mut self, is_swallowed: &dyn Fn(usize) -> bool) -> (String, bool) {
        let Some((start, indent, text)) = self.last.filter(|(start, ..)| self.text[*start..].contains('\n'))
        else {
            return (self.text, false);
        };
        if is_swallowed(indent) {
            self.text.truncate(start);
            self.text.push_str(&on_one_line(&text));
            return (self.text, false);
        }
        (self.text, text.ends_with('\n'))
    }
}

#[cfg(test)]
mod tests {
    use super::{Detail, EntryColumn, Indent, Layout, NewEntry, NewParam, lines};
    use crate::{Source, read};

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    /// The columns that a catalog declares like this.
    fn columns(declared: &str) -> Vec<EntryColumn> {
        let head = "locales: [en]\nchecks: {unused-column: allow}\ncodes: {A1: {message: x}}\n";
        let catalog = read(&Source::new("", format!("{head}columns: {declared}\n"))).unwrap().catalog;
        catalog.columns.iter().map(EntryColumn::new).collect()
    }

    fn layout<'a>(only_locale: Option<&'a str>, columns: &'a [EntryColumn], step: usize) -> Layout<'a> {
        Layout { only_locale, columns, indent: Indent { code: step, step }, is_swallowed: &|_| false }
    }

    #[test]
    fn all_that_an_entry_can_have() {
        let entry = NewEntry {
            code: "0E0001".into(),
            name: Some("out-of-stock".into()),
            params: vec![
                NewParam::new("item", "text"),
                NewParam { privacy: Some("personal".into()), ..NewParam::new("user", "any") },
            ],
            messages: pairs(&[("ja", "商品 {0} は"), ("en", "{0}\nis gone")]),
            summary: Some(Detail::Same("Gone: sold".into())),
            description: Some(Detail::PerLocale(pairs(&[("ja", "全部"), ("en", "All of it.")]))),
            causes: Some(Detail::PerLocale(vec![("ja".into(), vec!["- sold".into()])])),
            resolution: Some(Detail::Same(vec!["Wait.".into(), "Buy\nless.".into()])),
            values: pairs(&[("http_status", "404"), ("team", "404")]),
            ..NewEntry::default()
        };
        let written = "   '0E0001':
      name: out-of-stock
      http_status: 404
      team: '404'
      params:
         item: text
         user: {type: any, privacy: personal}
      message:
         ja: 商品 {0} は
         en: |-
            {0}
            is gone
      summary: 'Gone: sold'
      description:
         ja: 全部
         en: All of it.
      causes:
         ja:
            - '- sold'
      resolution:
         - Wait.
         - |-
            Buy
            less.";
        let columns = columns("{http_status: integer, team: text}");
        let layout = layout(Some("ja"), &columns, 3);
        assert_eq!(lines(&entry, &layout), (written.to_owned(), false));
        // What follows would become part of the last text.
        let layout = Layout { is_swallowed: &|indent| indent == 12, ..layout };
        let on_one_line = written.replace("|-\n            Buy\n            less.", "\"Buy\\nless.\"");
        assert_eq!(lines(&entry, &layout), (on_one_line, false));
    }

    #[test]
    fn in_one_locale_the_message_is_its_text() {
        let entry = NewEntry { code: "A1".into(), messages: pairs(&[("en", "gone")]), ..NewEntry::default() };
        assert_eq!(lines(&entry, &layout(Some("en"), &[], 2)).0, "  A1:\n    message: gone");
        assert_eq!(lines(&entry, &layout(None, &[], 2)).0, "  A1:\n    message:\n      en: gone");
    }

    #[test]
    fn numbers_and_booleans_have_no_quotes() {
        let columns = columns("{a: u16, b: text, c: [on, no-way], d: boolean, e: integer}");
        let takes: Vec<&str> = columns.iter().map(|column| &*column.takes).collect();
        assert_eq!(takes, ["u16", "text", "one of `on` and `no-way`", "boolean", "integer"]);
        for value in ["404", "-1", "true", "0x10"] {
            let is: Vec<bool> = columns.iter().map(|column| column.is_written_as_is(value)).collect();
            assert_eq!(is, [true, false, false, true, true], "{value}");
        }
        for value in ["", "-", "- a", "a: b", "1 #", "[1]", "&a"] {
            assert!(!columns[0].is_written_as_is(value), "{value}");
        }
    }
}
