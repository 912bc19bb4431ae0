//! The columns of a catalog, as whoever writes an entry needs to know them.

use crate::{
    suggest::listed,
    yaml::{Node, Scalar},
};

/// A column in which a new entry can have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryColumn {
    /// Its name.
    pub name: String,
    /// What it takes, in the words of the catalog: a type, such as `integer`, or the values that it lists.
    pub takes: String,
    is_quoted: bool,
}

impl EntryColumn {
    /// The columns that a catalog declares here.
    pub(super) fn read(declared: &Node) -> Vec<Self> {
        let Node::Mapping(declared) = declared else { return Vec::new() };
        declared.entries.iter().filter_map(|(name, kind)| Self::new(name, kind)).collect()
    }

    fn new(name: &Scalar, kind: &Node) -> Option<Self> {
        let (takes, is_quoted) = match kind {
            Node::Scalar(kind) => (kind.text.clone(), kind.text == "text"),
            Node::Sequence(values) => (format!("one of {}", listed(values.words())), true),
            _ => return None,
        };
        Some(Self { name: name.text.clone(), takes, is_quoted })
    }

    /// A value of this column that must stand in the catalog as it was given: in quotes, `404` is no number.
    pub(super) fn is_written_as_is(&self, value: &str) -> bool {
        let signs = value.strip_prefix(['-', '+']).unwrap_or(value);
        !self.is_quoted && !signs.is_empty() && signs.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }
}

#[cfg(test)]
mod tests {
    use super::EntryColumn;
    use crate::yaml;

    #[test]
    fn numbers_and_truths_have_no_quotes() {
        let declared = "{a: u16, b: text, c: [on, no-way], d: boolean}";
        let columns = EntryColumn::read(
            &yaml::parse(declared, 0, &crate::parse::LAYOUT, &mut crate::reports::Reports::default())
                .unwrap(),
        );
        let takes: Vec<&str> = columns.iter().map(|column| &*column.takes).collect();
        assert_eq!(takes, ["u16", "text", "one of `on` and `no-way`", "boolean"]);
        for value in ["404", "-1", "true", "0x10"] {
            let is: Vec<bool> = columns.iter().map(|column| column.is_written_as_is(value)).collect();
            assert_eq!(is, [true, false, false, true], "{value}");
        }
        for value in ["", "-", "- a", "a: b", "1 #", "[1]", "&a"] {
            assert!(!columns[0].is_written_as_is(value), "{value}");
        }
    }
}
