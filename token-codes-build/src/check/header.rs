//! What holds for a catalog as a whole, and so stands in one of its files.

use super::{
    Context, duplicate_key,
    fields::{Fields, missing_key},
    part::Part,
};

/// The keys that each file has for itself; all others are the header's.
const OF_EACH_FILE: &[&str] = &["title", "description", "retired", "codes"];

/// The keys that hold for all files, from whichever has them.
pub(super) struct Header<'p, 'a> {
    pub(super) fields: Fields<'a>,
    parts: &'p [Part<'a>],
}

impl<'p, 'a> Header<'p, 'a> {
    /// Collects the keys of the header, and reports those that stand in two files.
    pub(super) fn read(context: &mut Context<'_>, parts: &'p [Part<'a>]) -> Self {
        let mut fields = Fields::default();
        for part in parts {
            fields.add_misspelt(&part.fields);
            for (key, node) in part.fields.pairs().filter(|(key, _)| !OF_EACH_FILE.contains(&&*key.text)) {
                match fields.get(&key.text) {
                    Some((first, _)) => {
                        let help = format!("`{}` holds for all files: remove one of the two", key.text);
                        duplicate_key(context, first, key, &help);
                    }
                    None => fields.add(key, node),
                }
            }
        }
        Self { fields, parts }
    }

    /// Reports a key that no file has; in the first file, since it can stand in any.
    pub(super) fn missing_key(&self, context: &mut Context<'_>, help: &str, name: &str) {
        let Some(root) = self.parts.iter().find_map(|part| part.root) else { return };
        let place = if context.has_one_file() { "" } else { "in one of the files, " };
        context.report(missing_key(root, "the catalog", &format!("{place}{help}"), name));
    }
}
