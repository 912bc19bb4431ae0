//! A new entry as the lines of a catalog.

use super::{
    columns::EntryColumn,
    scalar::{on_one_line, value},
};

/// An entry that is to be added to a catalog.
///
/// Its parts are taken as they come: what is wrong with them, the check of the catalog says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewEntry {
    /// The code.
    pub code: String,
    /// The path of the file that it is to be in, which may be a new one; `None` for the file of its family, or else the last
    /// that has codes.
    pub file: Option<String>,
    /// The name in kebab case.
    pub name: Option<String>,
    /// The name and the type of each param.
    pub params: Vec<(String, String)>,
    /// The locale and the text of each message.
    pub messages: Vec<(String, String)>,
    /// One line that says what happened, for all locales.
    pub summary: Option<String>,
    /// What happened, at length, for all locales.
    pub description: Option<String>,
    /// The root causes, for all locales.
    pub causes: Vec<String>,
    /// The steps that resolve it, for all locales.
    pub resolution: Vec<String>,
    /// The name of each column that it has a value in, and the value as a catalog has it.
    pub values: Vec<(String, String)>,
}

impl NewEntry {
    /// The text that comes last where the entry is written.
    pub(super) fn last_text(&self) -> &str {
        let lists = self.resolution.last().or(self.causes.last());
        let texts = lists.or(self.description.as_ref()).or(self.summary.as_ref());
        texts.or(self.messages.last().map(|(_, message)| message)).map_or("", |text| text)
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

/// The lines of the entry, without a line break behind the last; `only_locale` is that of a catalog that has just one.
pub(super) fn lines(
    entry: &NewEntry,
    only_locale: Option<&str>,
    columns: &[EntryColumn],
    indent: Indent,
) -> String {
    let mut lines = Lines { text: String::new(), indent };
    lines.key(0, &entry.code);
    if let Some(name) = &entry.name {
        lines.pair(1, "name", name);
    }
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
    lines.mapping("params", &entry.params);
    match entry.messages.as_slice() {
        // As one writes it in a catalog of one locale.
        [(locale, message)] if Some(&**locale) == only_locale => lines.pair(1, "message", message),
        messages => lines.mapping("message", messages),
    }
    for (key, text) in [("summary", &entry.summary), ("description", &entry.description)] {
        if let Some(text) = text {
            lines.pair(1, key, text);
        }
    }
    lines.list("causes", &entry.causes);
    lines.list("resolution", &entry.resolution);
    lines.text
}

struct Lines {
    text: String,
    indent: Indent,
}

impl Lines {
    fn key(&mut self, depth: usize, key: &str) {
        self.start(depth);
        self.text.push_str(&on_one_line(key));
        self.text.push(':');
    }

    fn pair(&mut self, depth: usize, key: &str, text: &str) {
        self.key(depth, key);
        self.text.push(' ');
        self.value(depth, text);
    }

    fn as_is(&mut self, depth: usize, key: &str, value: &str) {
        self.key(depth, key);
        self.text.push(' ');
        self.text.push_str(value);
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

    fn list(&mut self, key: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.key(1, key);
        for item in items {
            self.start(2);
            self.text.push_str("- ");
            self.value(2, item);
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
        self.text.push_str(&value(text, code + depth * step, step));
    }
}

#[cfg(test)]
mod tests {
    use super::{EntryColumn, Indent, NewEntry, lines};
    use crate::yaml;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn all_that_an_entry_can_have() {
        let entry = NewEntry {
            code: "0E0001".into(),
            name: Some("out-of-stock".into()),
            params: pairs(&[("item", "text")]),
            messages: pairs(&[("ja", "商品 {0} は"), ("en", "{0}\nis gone")]),
            summary: Some("Gone: sold".into()),
            description: Some("All of it.".into()),
            causes: vec!["- sold".into()],
            resolution: vec!["Wait.".into(), "Buy\nless.".into()],
            values: pairs(&[("http_status", "404"), ("team", "404")]),
            ..NewEntry::default()
        };
        let written = "   '0E0001':
      name: out-of-stock
      http_status: 404
      team: '404'
      params:
         item: text
      message:
         ja: 商品 {0} は
         en: |-
            {0}
            is gone
      summary: 'Gone: sold'
      description: All of it.
      causes:
         - '- sold'
      resolution:
         - Wait.
         - |-
            Buy
            less.";
        let declared = yaml::parse(
            "{http_status: integer, team: text}",
            0,
            &crate::parse::LAYOUT,
            &mut crate::reports::Reports::default(),
        )
        .unwrap();
        let columns = EntryColumn::read(&declared);
        assert_eq!(lines(&entry, Some("ja"), &columns, Indent { code: 3, step: 3 }), written);
    }

    #[test]
    fn in_one_locale_the_message_is_its_text() {
        let entry = NewEntry { code: "A1".into(), messages: pairs(&[("en", "gone")]), ..NewEntry::default() };
        assert_eq!(lines(&entry, Some("en"), &[], Indent { code: 2, step: 2 }), "  A1:\n    message: gone");
        assert_eq!(
            lines(&entry, None, &[], Indent { code: 2, step: 2 }),
            "  A1:\n    message:\n      en: gone"
        );
    }
}
