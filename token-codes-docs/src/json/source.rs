//! From an export back to a catalog, so that another can be compared with it.
//!
//! JSON is YAML, so a catalog is written in it, and the catalog compiler reads that as any other.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Error, Value, json};
use token_codes_build::{Diagnostics, Kind, Source};

use super::VERSION;

/// What is read of an export. A field that is missing is an error: an older version did not write all that is compared.
#[derive(Deserialize)]
struct Export {
    version: u32,
    title: String,
    description: String,
    locales: Vec<String>,
    log_locale: String,
    /// Older exports of this version have none.
    #[serde(default)]
    native_digits: Vec<String>,
    fallback: BTreeMap<String, Vec<String>>,
    headings: BTreeMap<String, BTreeMap<String, String>>,
    roles: BTreeMap<String, String>,
    #[serde(default)]
    retired: Vec<Retired>,
    columns: Vec<Column>,
    files: Vec<File>,
    codes: Vec<Code>,
}

/// A retired code, with what is said of it.
#[derive(Deserialize)]
struct Retired {
    code: String,
    entry: Option<Code>,
    #[serde(flatten)]
    said: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
struct Column {
    name: String,
    r#type: String,
    #[serde(default)]
    values: Vec<String>,
    required: bool,
    default: Option<Value>,
    contract: bool,
}

#[derive(Deserialize)]
struct File {
    name: String,
    title: String,
    description: String,
    codes: Vec<String>,
}

#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "it is what the export calls it")]
struct Code {
    code: String,
    name: Option<String>,
    params: Vec<Param>,
    message: BTreeMap<String, Value>,
    summary: BTreeMap<String, Value>,
    description: BTreeMap<String, Value>,
    causes: BTreeMap<String, Value>,
    resolution: BTreeMap<String, Value>,
    columns: BTreeMap<String, Value>,
    deprecated: Option<Value>,
    parts: Parts,
}

#[derive(Deserialize)]
struct Param {
    name: String,
    r#type: String,
    privacy: String,
}

#[derive(Deserialize)]
struct Parts {
    message: BTreeMap<String, Vec<Value>>,
}

/// Why an export cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// It is no JSON, or lacks what every export of this version has.
    Json(Error),
    /// It is of another version of the format.
    Version(u32),
    /// It is larger than a catalog may be.
    Catalog(Diagnostics),
}

impl std::fmt::Display for ExportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json(error) => error.fmt(f),
            Self::Version(version) => {
                write!(f, "it is of version {version} of the format, and this is version {VERSION}")
            }
            Self::Catalog(mistakes) => mistakes.fmt(f),
        }
    }
}

impl std::error::Error for ExportError {}

/// A catalog that says what the export does; `path` is shown as its path.
///
/// ```
/// use token_codes_build::{Source, read};
///
/// let yaml = "locales: [en]\nretired: [A1]\ncodes: {A2: {params: {who: any}, message: 'no {0}'}}\n";
/// let catalog = read(&Source::new("catalog.yaml", yaml)).unwrap().catalog;
/// let export = &token_codes_docs::json::files(&catalog)[1].text;
/// let source = token_codes_docs::json::source("catalog.json", export).unwrap();
/// let again = read(&source).unwrap().catalog;
/// assert_eq!(token_codes_build::diff::diff(&catalog, &again), []);
/// ```
///
/// # Errors
///
/// If it is no export, one of another version, or one that lacks a field which this version writes.
pub fn source(path: &str, export: &str) -> Result<Source, ExportError> {
    let export: Export = serde_json::from_str(export).map_err(ExportError::Json)?;
    if export.version != VERSION {
        return Err(ExportError::Version(export.version));
    }
    let is_header = |file: &File| file.title == export.title && file.description == export.description;
    let header = export.files.iter().position(is_header).unwrap_or_default();
    let codes: BTreeMap<&str, &Code> = export.codes.iter().map(|code| (&*code.code, code)).collect();
    let files = export.files.iter().enumerate().filter_map(|(index, file)| {
        let own: Vec<_> = file.codes.iter().filter_map(|code| codes.get(&**code).copied()).collect();
        let text = export.file(file, &own, index == header)?;
        Some((file.name.clone(), text.into_bytes()))
    });
    Source::from_files(path, files).map_err(ExportError::Catalog)
}

impl Export {
    /// The text of a file; `None` if it has nothing to say.
    fn file(&self, file: &File, codes: &[&Code], is_header: bool) -> Option<String> {
        let mut keys = Ordered::default();
        if is_header {
            self.header(&mut keys);
        } else if codes.is_empty() {
            return None;
        }
        for (key, text) in [("title", &file.title), ("description", &file.description)] {
            if !text.is_empty() {
                keys.add(key, text);
            }
        }
        if !codes.is_empty() {
            let mut entries = Ordered::default();
            for code in codes {
                entries.add_mapping(&code.code, self.entry(code));
            }
            keys.add_mapping("codes", entries);
        }
        Some(yaml(&keys))
    }

    fn header(&self, keys: &mut Ordered) {
        // What it was checked for when it was written is not asked again.
        let settable = Kind::ALL.iter().filter(|kind| kind.is_settable());
        keys.add("checks", settable.map(|kind| (kind.name(), "allow")).collect::<BTreeMap<_, _>>());
        keys.add("locales", &self.locales);
        keys.add("log_locale", &self.log_locale);
        keys.add("native_digits", &self.native_digits);
        let next = self.fallback.iter().filter_map(|(locale, way)| Some((locale, way.first()?)));
        keys.add("fallback", next.collect::<BTreeMap<_, _>>());
        keys.add("headings", &self.headings);
        // Any values may stand in one that has a role by its name alone.
        let is_said = |(role, name): &(&String, &String)| match &***role {
            "level" => *name != "severity",
            role => *name != role,
        };
        keys.add("roles", self.roles.iter().filter(is_said).collect::<BTreeMap<_, _>>());
        let retired = self.retired.iter().map(|retired| Node::Mapping(self.retired(retired)));
        keys.add_list("retired", retired.collect());
        let mut columns = Ordered::default();
        self.columns.iter().for_each(|column| columns.add_mapping(&column.name, column.declaration()));
        keys.add_mapping("columns", columns);
    }

    fn retired(&self, retired: &Retired) -> Ordered {
        let mut keys = retired.entry.as_ref().map(|entry| self.entry(entry)).unwrap_or_default();
        keys.add("code", &retired.code);
        retired.said.iter().for_each(|(key, text)| keys.add(key, text));
        keys
    }

    fn entry(&self, code: &Code) -> Ordered {
        let mut keys = Ordered::default();
        if let Some(deprecated) = &code.deprecated {
            keys.add("deprecated", deprecated);
        }
        if let Some(name) = &code.name {
            keys.add("name", name);
        }
        let mut params = Ordered::default();
        for Param { name, r#type, privacy } in &code.params {
            params.add(name, json!({"type": r#type, "privacy": privacy}));
        }
        keys.add_mapping("params", params);
        keys.add("message", &code.message);
        keys.add("omits", code.omits());
        let details = [
            ("summary", &code.summary),
            ("description", &code.description),
            ("causes", &code.causes),
            ("resolution", &code.resolution),
        ];
        for (key, texts) in details {
            match self.same(texts) {
                Some(text) => keys.add(key, text),
                None => keys.add(key, texts),
            }
        }
        for column in &self.columns {
            if let Some(value) = code.columns.get(&column.name) {
                keys.add(&column.name, column.value(value));
            }
        }
        keys
    }

    /// The text that is the same for every locale: its plurals are those of the source locale, and of no other.
    fn same<'t>(&self, texts: &'t BTreeMap<String, Value>) -> Option<&'t Value> {
        let text = texts.values().next()?;
        let is_same = texts.len() == self.locales.len() && texts.values().all(|other| other == text);
        is_same.then_some(text)
    }
}

impl Column {
    fn declaration(&self) -> Ordered {
        let mut keys = Ordered::default();
        if self.r#type == "list" {
            keys.add("type", &self.values);
        } else {
            keys.add("type", &self.r#type);
        }
        keys.add("required", self.required);
        keys.add("contract", self.contract);
        if let Some(default) = &self.default {
            keys.add("default", self.value(default));
        }
        keys
    }

    /// A value as a catalog has it: an integer of 64 bits is a text in the export.
    fn value(&self, value: &Value) -> Value {
        match value {
            Value::String(digits) if matches!(&*self.r#type, "u64" | "i64") => {
                serde_json::from_str(digits).unwrap_or_else(|_| value.clone())
            }
            _ => value.clone(),
        }
    }
}

impl Code {
    /// The params that the message in each locale leaves out.
    fn omits(&self) -> BTreeMap<&String, Vec<&String>> {
        let omitted = self.parts.message.iter().map(|(locale, parts)| {
            let is_shown = |param: &Param| has_param(parts, &param.name);
            let params = self.params.iter().filter(|param| param.privacy != "secret" && !is_shown(param));
            (locale, params.map(|param| &param.name).collect::<Vec<_>>())
        });
        omitted.filter(|(_, params)| !params.is_empty()).collect()
    }
}

/// Whether parts show a param whichever branches are chosen, or choose by it.
fn has_param(parts: &[Value], name: &str) -> bool {
    let in_branch = |branch: &Value| branch["parts"].as_array().is_some_and(|parts| has_param(parts, name));
    let in_every = |part: &Value| part["branches"].as_array().is_some_and(|all| all.iter().all(in_branch));
    parts.iter().any(|part| part["param"] == name || in_every(part))
}

/// A mapping in the order in which it was put together.
#[derive(Default)]
struct Ordered(Vec<(String, Node)>);

enum Node {
    Leaf(Value),
    Mapping(Ordered),
    List(Vec<Node>),
}

impl Ordered {
    /// Adds a key, unless it has nothing.
    fn add(&mut self, key: &str, value: impl Serialize) {
        let value = serde_json::to_value(value).expect("every key is a text, and nothing in it can fail");
        let is_empty = match &value {
            Value::Array(items) => items.is_empty(),
            Value::Object(keys) => keys.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.0.push((key.to_owned(), Node::Leaf(value)));
        }
    }

    /// Adds a key with a list, unless that is empty.
    fn add_list(&mut self, key: &str, list: Vec<Node>) {
        if !list.is_empty() {
            self.0.push((key.to_owned(), Node::List(list)));
        }
    }

    /// Adds a key with a mapping, unless that is empty.
    fn add_mapping(&mut self, key: &str, mapping: Self) {
        if !mapping.0.is_empty() {
            self.0.push((key.to_owned(), Node::Mapping(mapping)));
        }
    }
}

impl Serialize for Ordered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, node)| (key, node)))
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leaf(value) => value.serialize(serializer),
            Self::Mapping(mapping) => mapping.serialize(serializer),
            Self::List(list) => list.serialize(serializer),
        }
    }
}

/// JSON in which every character may stand in YAML.
fn yaml(keys: &Ordered) -> String {
    let json = serde_json::to_string_pretty(keys).expect("every key is a text, and nothing in it can fail");
    let mut yaml = String::with_capacity(json.len());
    for sign in json.chars() {
        // All others that are not seen can stand there as they are; these are below U+10000.
        let is_escaped = sign.is_control() && sign != '\n' || "\u{2028}\u{2029}\u{FEFF}".contains(sign);
        if is_escaped {
            let _ = write!(yaml, "\\u{:04X}", u32::from(sign));
        } else {
            yaml.push(sign);
        }
    }
    yaml
}
