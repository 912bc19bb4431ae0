//! Holds `catalog.schema.json`, which editors read, to the checks, which have the last word.

use std::{collections::BTreeSet, fs, path::PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use token_codes_build::diff::Rule;
use token_codes_build::{Diagnostic, Diagnostics, Kind, Level, Source, read};

/// The kinds that a schema can see: it knows the form of each value, but compares no two of them.
const SEEN: &[Kind] = &[
    Kind::EmptyValue,
    Kind::UnknownKey,
    Kind::MissingKey,
    Kind::WrongShape,
    Kind::InvalidValue,
    Kind::UnknownCheck,
    Kind::InvalidLocale,
    Kind::DuplicateLocale,
    Kind::InvalidCode,
    Kind::InvalidName,
    Kind::InvalidParam,
    Kind::TooManyParams,
    Kind::UnknownType,
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn schema_text() -> Value {
    serde_json::from_str(&text("catalog.schema.json")).expect("the schema is JSON")
}

/// The schema, compiled.
struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn new() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("catalog.schema.json", schema_text()).unwrap();
        let index = compiler.compile("catalog.schema.json", &mut schemas).expect("a schema of draft-07");
        Self { schemas, index }
    }

    /// Why the schema refuses a catalog; `None` if the file is no single YAML document, which no schema sees.
    fn refuses(&self, text: &str) -> Option<Result<(), String>> {
        let value = value(serde_yaml::from_str(text).ok()?)?;
        Some(self.schemas.validate(&value, self.index).map_err(|error| format!("{error:#}")))
    }
}

/// The document as an editor's schema check has it: every key is a text.
fn value(yaml: serde_yaml::Value) -> Option<Value> {
    Some(match yaml {
        serde_yaml::Value::Mapping(mapping) => {
            let entries = mapping.into_iter().map(|(key, node)| Some((key_text(&key)?, value(node)?)));
            Value::Object(entries.collect::<Option<_>>()?)
        }
        serde_yaml::Value::Sequence(items) => {
            Value::Array(items.into_iter().map(value).collect::<Option<_>>()?)
        }
        serde_yaml::Value::Tagged(_) => return None,
        // Infinity is no number in JSON.
        other => serde_json::to_value(other).ok().filter(|value| !value.is_null()).unwrap_or(Value::Null),
    })
}

fn key_text(key: &serde_yaml::Value) -> Option<String> {
    match key {
        serde_yaml::Value::String(text) => Some(text.clone()),
        serde_yaml::Value::Number(number) => Some(number.to_string()),
        serde_yaml::Value::Bool(boolean) => Some(boolean.to_string()),
        _ => None,
    }
}

fn found(text: &str) -> Diagnostics {
    read(&Source::new("catalog.yaml", text)).map_or_else(|mistakes| mistakes, |checked| checked.warnings)
}

/// Every input that is kept in `golden/`.
fn goldens() -> Vec<(String, String)> {
    let files = fs::read_dir(root().join("token-codes-build/tests/golden")).unwrap();
    let mut goldens: Vec<_> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        // Those that are not UTF-8 are no catalogs for an editor either.
        .filter_map(|path| Some((path.display().to_string(), fs::read_to_string(&path).ok()?)))
        // An editor takes a byte order mark for no part of the text.
        .map(|(path, text)| (path, text.trim_start_matches('\u{FEFF}').to_owned()))
        .collect();
    goldens.sort();
    assert!(goldens.len() > 20);
    goldens
}

#[test]
fn the_schema_accepts_what_the_checks_accept() {
    let schema = Schema::new();
    let real = [
        "catalog.yaml",
        "tests/crates/own-catalog/catalog.yaml",
        "tests/crates/contract-catalog/catalog.yaml",
    ];
    let real = real.map(|path| (path.to_owned(), text(path)));
    for (path, text) in
        real.iter().chain(&goldens()).chain(&[("this test".to_owned(), EVERYTHING.to_owned())])
    {
        let mistakes = found(text);
        if mistakes.iter().all(|mistake| mistake.level() == Level::Warning) {
            assert_eq!(schema.refuses(text), Some(Ok(())), "{path}");
        }
    }
    assert_eq!(found(EVERYTHING).to_string(), "");
}

#[test]
fn the_schema_refuses_what_it_can_see() {
    let schema = Schema::new();
    let mut seen = BTreeSet::new();
    for (path, text) in
        goldens().into_iter().chain(WRONG.iter().map(|text| ((*text).to_owned(), (*text).to_owned())))
    {
        let found = found(&text);
        let kinds: Vec<Kind> = found.iter().map(|mistake| mistake.kind).collect();
        let visible = found.iter().filter(|mistake| is_seen(mistake));
        let visible = visible.filter(|mistake| !is_taken_for_a_column(mistake, &text));
        let visible: Vec<Kind> = visible.map(|mistake| mistake.kind).collect();
        if visible.is_empty() {
            continue;
        }
        if let Some(result) = schema.refuses(&text) {
            assert!(result.is_err(), "{path}: the schema accepts {visible:?}");
            // Only where nothing else is wrong is it known to be what the schema saw.
            seen.extend(visible.iter().copied().filter(|kind| kinds.iter().all(|other| other == kind)));
        }
    }
    // Of columns, it knows the form of their names.
    let optional_default = "team: {type: text, default: a}";
    for columns in ["httpStatus: integer", "type: text", "severity: [Error]", optional_default] {
        let text = format!("locales: [ja]\ncolumns: {{{columns}}}\ncodes:\n  A1: {{message: a}}\n");
        assert!(found(&text).iter().any(|mistake| mistake.kind == Kind::InvalidColumn), "{columns}");
        assert!(schema.refuses(&text).is_some_and(|result| result.is_err()), "{columns}");
    }
    let params = (0..256).map(|param| format!("p{param}: any")).collect::<Vec<_>>().join(", ");
    let many = format!("locales: [ja]\ncodes:\n  A1: {{message: a, params: {{{params}}}}}\n");
    assert!(found(&many).iter().any(|mistake| mistake.kind == Kind::TooManyParams));
    assert!(schema.refuses(&many).is_some_and(|result| result.is_err()));
    seen.insert(Kind::TooManyParams);
    assert_eq!(seen, SEEN.iter().copied().collect());
}

/// A schema sees one file, so what may stand in another one is nothing that it can miss.
fn is_seen(mistake: &Diagnostic) -> bool {
    let elsewhere = ["the catalog has no `locales`", "the catalog has no `codes`"];
    SEEN.contains(&mistake.kind) && !elsewhere.contains(&&*mistake.message)
}

/// In a folder of files, one has the locales for all, and not every one needs codes.
#[test]
fn the_schema_accepts_each_file_of_a_folder() {
    let schema = Schema::new();
    let files = ["locales: [ja]\n", "retired: [B1]\n", "title: A\ncodes:\n  A1: {message: a}\n"];
    let named = |(index, text): (usize, &&str)| (format!("{index}.yaml"), text.as_bytes().to_vec());
    let source = Source::from_files("catalog", files.iter().enumerate().map(named)).unwrap();
    assert_eq!(read(&source).unwrap().warnings.to_string(), "");
    for file in files {
        assert_eq!(schema.refuses(file), Some(Ok(())), "{file}");
    }
    // A file that does nothing for the others and has no codes is not a part of any catalog.
    for file in ["title: A\n", "title: A\ndescription: a\n", "{}\n"] {
        assert!(schema.refuses(file).is_some_and(|result| result.is_err()), "{file}");
    }
}

/// Where a catalog declares columns, the schema takes an unknown key of an entry for one of them.
fn is_taken_for_a_column(mistake: &Diagnostic, catalog: &str) -> bool {
    let has_columns = catalog.lines().any(|line| line.starts_with("columns:"));
    mistake.kind == Kind::UnknownKey && mistake.message.starts_with("the entry") && has_columns
}

/// Each of these has one mistake.
const WRONG: &[&str] = &[
    "locales: [ja]\nheadings: {ja: {titel: a}}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nheadings: {ja: 概要}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nheadings: {ja: {overview: [a]}}\ncodes:\n  A1: {message: a}\n",
    "titel: x\nlocales: [ja]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, colour: red}\n",
    "locales: [ja]\nchecks: {untranslated: {level: allow, locale: [ja]}}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncodes:\n  A1: {name: a}\n",
    "locales: [ja]\ncodes: {}\n",
    "locales: []\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncodes:\n  A1:\n",
    "locales: [ja]\ncodes:\n  A1: {message: null}\n",
    "locales: [ja]\nretired: [~]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nretired: [{since: 2026-11}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nretired: [{code: B1, because: a}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nretired: [{code: B1, why: [a]}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nretired: [{code: B1, causes: a}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nretired: [{code: B 1}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, deprecated: true}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, deprecated: [b]}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, deprecated: {}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, deprecated: {reason: b}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: [a]}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, causes: b}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, params: [b]}\n",
    "locales: [ja]\ncodes: [A1]\n",
    "locales: ja\ncodes:\n  A1: {message: a}\n",
    "locales: [ja, ja]\ncodes:\n  A1: {message: a}\n",
    "locales: [e_n]\ncodes:\n  A1: {message: a}\n",
    "locales: [toolonglanguage]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncodes:\n  A 1: {message: a}\n",
    "locales: [ja]\ncodes:\n  '---': {message: a}\n",
    "locales: [ja]\nretired: [A 1]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, name: A_b}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, name: a--b}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, params: {maxHours: any}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, params: {a__b: any}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, params: {type: any}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: '{0}', params: {a: u32}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: '{0}', params: {a: {type: u32}}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: '{0}', params: {a: {privacy: personal}}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: '{0}', params: {a: {type: any, privacy: pii}}}\n",
    "locales: [ja]\ncodes:\n  A1: {message: '{0}', params: {a: {type: any, private: true}}}\n",
    "locales: [ja]\nroles: {http: a}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nroles: {level: }\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nroles: severity\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nnative_digits: {ja: hanidec}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nlog_locale: [ja]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncolumns: {a: float}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncolumns: {a: }\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncolumns: [a]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncolumns: {a: []}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncolumns: {a: {required: true}}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncolumns: {a: {type: text, needed: true}}\ncodes:\n  A1: {message: a, a: b}\n",
    "locales: [ja]\ncolumns: {a: {type: text, contract: 'true'}}\ncodes:\n  A1: {message: a, a: b}\n",
    "locales: [ja]\ncolumns: {a: {type: text, required: true, default: }}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncolumns: {a: {type: text, required: true, default: [a]}}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja, en]\nfallback: [en]\ncodes:\n  A1: {message: {ja: a, en: b}}\n",
    "locales: [ja, en]\nfallback: {en: [ja]}\ncodes:\n  A1: {message: {ja: a, en: b}}\n",
    "locales: [ja]\ncolumns: {a: text}\ncodes:\n  A1: {message: a, a: }\n",
    "locales: [ja]\ncolumns: {a: text}\ncodes:\n  A1: {message: a, a: [b]}\n",
    "locales: [ja]\naccepted: {rule: name-changed}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\naccepted: [name-changed]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\naccepted: [{rule: name-changed}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\naccepted: [{rule: renamed, reason: a}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\naccepted: [{rule: name-changed, code: [A1], reason: a}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\naccepted: [{rule: name-changed, name: a, reason: a}]\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\ncodes:\n  A1: {message: a, name: a, was: A_b}\n",
    "locales: [ja]\ncolumns: {a: {type: text, was: B}}\ncodes:\n  A1: {message: a, a: b}\n",
    "locales: [ja]\ncodes:\n  A1: {message: '{0}', params: {a: {type: any, was: B}}}\n",
    "locales: [ja, en]\ncodes:\n  A1: {message: {ja: a, en: b}, stale: c}\n",
    "locales: [ja, en]\ncodes:\n  A1: {message: {ja: a, en: b}, stale: {en: }}\n",
    "locales: [ja, en]\ncodes:\n  A1: {message: {ja: a, en: b}, stale: {en: [c]}}\n",
    "locales: [ja, en]\ncodes:\n  A1: {message: {ja: a, en: b}, stale: {en: {text: c}}}\n",
    "locales: [ja, en]\ncodes:\n  A1: {message: {ja: a, en: b}, stale: {en: {causes: c}}}\n",
    "locales: [ja]\nstrict: yes please\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nstrict: 'true'\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nchecks: {untranslated: warn}\ncodes:\n  A1: {message: a}\n",
    "locales: [ja]\nchecks: {duplicate-code: allow}\ncodes:\n  A1: {message: a}\n",
];

/// Every key, and texts and codes that look like something else.
const EVERYTHING: &str = r#"
title: 2026
description: true
locales: [ja, zh-Hant]
fallback: {zh-Hant: ja}
log_locale: zh-Hant
native_digits: []
headings:
  ja: {overview: 概要, details: a, code: b, message: c, description: d, causes: 1, resolution: e, params: 引数, columns: f, retired: g, deprecated: h}
checks:
  untranslated: allow
  uneven-details: allow
  stale-translation: allow
  needless-stale: allow
  missing-translation: {level: error, locales: [zh-Hant]}
strict: true
retired:
  - 000012
  - 1e3
  - "NO"
  - false
  - {code: 000014, since: 2026, why: 1, use: 000013}
  - {code: X1, name: a-1, params: {a: {type: any}}, message: {ja: "{0}"}, omits: {ja: []}, summary: a, causes: [1], stale: {zh-Hant: b}, http_status: 404}
accepted:
  - {rule: name-changed, code: 000013, to: a-1, reason: "1"}
  - {rule: param-narrowed, code: 000013, param: share, to: float, reason: 2}
  - {rule: default-changed, column: retry_after, to: 5, reason: it was too long}
  - {rule: locale-removed, locale: fr, reason: true}
columns:
  http_status: integer
  least: i64
  severity: [info, on, not-found, too_much, true]
  loudness: [info, alert]
  rpc: text
  team: text
  retryable: boolean
  retry_after: {type: integer, required: true, default: 5, contract: true}
  kind: {type: [client, server], required: false, contract: false, was: side}
roles: {http_status: http_status, level: loudness, retry_after: max_hours, grpc_status: rpc}
codes:
  000013:
    name: a-1
    was: a-0
    params:
      max_hours: integer
      when: {type: any}
      who: {type: text, privacy: personal, was: user}
      is_new: boolean
      share: float
      key: {type: any, privacy: secret}
    message: {ja: "{0} {1} {who} {3} {4}", zh-Hant: "{0} {1} {is_new} {share}"}
    omits: {zh-Hant: [who]}
    summary: 1.5
    description: {ja: no, zh-Hant: 12}
    causes: [1, true, a]
    resolution: {ja: [0x10], zh-Hant: []}
    http_status: 422
    least: -9223372036854775808
    severity: true
    team: 007
    loudness: alert
    rpc: internal
    retryable: false
    kind: client
    deprecated: {since: 2026-11, use: true, note: false}
    stale: {zh-Hant: {message: 1, summary: true, description: 12, causes: [1], resolution: []}}
  true:
    message: {ja: 1, zh-Hant: 2}
  B1: {message: {ja: 3, zh-Hant: 4}, deprecated: 12}
  "-A.b:c/d_e":
    message: {ja: one, zh-Hant: two}
"#;

/// The keys under `properties`, wherever they are.
fn keys<'a>(schema: &'a Value, keys: &mut BTreeSet<&'a str>) {
    let Value::Object(object) = schema else { return };
    for (word, value) in object {
        if word == "properties" {
            let properties = value.as_object().expect("properties are a mapping");
            for (key, property) in properties {
                let description = property["description"].as_str().unwrap_or_default();
                assert!(description.len() > 10, "`{key}` is not described");
                keys.insert(key);
            }
        }
        self::keys(value, keys);
        if let Value::Array(items) = value {
            for item in items {
                self::keys(item, keys);
            }
        }
    }
}

/// The keys that the checks name in their help on an unknown key.
fn allowed(text: &str) -> Vec<String> {
    let found = found(text);
    let unknown = found.iter().find(|mistake| mistake.kind == Kind::UnknownKey).expect("an unknown key");
    unknown.help.as_deref().unwrap().split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_schema_has_the_keys_that_the_checks_have() {
    let schema = schema_text();
    let mut described = BTreeSet::new();
    keys(&schema, &mut described);
    let in_checks = [
        allowed("xyzxyz: 1\n"),
        allowed("codes: {A1: {xyzxyz: 1}}\n"),
        allowed("locales: [ja]\nheadings: {ja: {xyzxyz: 1}}\n"),
        allowed("checks: {untranslated: {xyzxyz: 1}}\n"),
        allowed("columns: {a: {xyzxyz: 1}}\n"),
        allowed("roles: {xyzxyz: 1}\n"),
        allowed("codes: {A1: {params: {a: {xyzxyz: 1}}}}\n"),
        allowed("codes: {A1: {deprecated: {xyzxyz: 1}}}\n"),
        allowed("retired: [{xyzxyz: 1}]\n"),
        allowed("accepted: [{xyzxyz: 1}]\n"),
        allowed("locales: [ja]\ncodes: {A1: {stale: {ja: {xyzxyz: 1}}}}\n"),
        Kind::ALL.iter().filter(|kind| kind.is_settable()).map(|kind| kind.name().to_owned()).collect(),
    ];
    let in_checks = in_checks.concat();
    let in_checks: BTreeSet<&str> = in_checks.iter().map(|key| &**key).collect();
    assert_eq!(described, in_checks);
}

/// The rules that `accepted` can name are those that there are.
#[test]
fn the_schema_has_the_rules_of_edits() {
    let schema = schema_text();
    let rules = &schema["definitions"]["acceptance"]["properties"]["rule"]["enum"];
    let rules: Vec<&str> = rules.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(rules, Rule::ALL.iter().map(|rule| rule.name()).collect::<Vec<_>>());
}

/// The level that the schema tells for each check is the one that it has.
#[test]
fn the_schema_tells_the_levels() {
    let schema = schema_text();
    for kind in Kind::ALL.iter().filter(|kind| kind.is_settable()) {
        let description = &schema["properties"]["checks"]["properties"][kind.name()]["description"];
        let description = description.as_str().unwrap();
        let about = kind.about().trim_end_matches('.');
        assert!(description.starts_with(about), "{kind}: {description}");
        assert!(
            description.to_lowercase().ends_with(&format!("{} by default.", kind.level())),
            "{kind}: {description}"
        );
    }
}

/// The schema cannot know which columns a catalog declares: where there are any, it takes every key of an entry for one
/// whose name a column can have, and every text, number or boolean for its value. The build has the last word.
#[test]
fn the_schema_leaves_what_columns_hold_to_the_build() {
    let schema = Schema::new();
    for (columns, entry, kind) in [
        ("columns: {team: text}\n", "team: a, colour: red", Kind::UnknownKey),
        ("columns: {team: u8}\n", "team: 256", Kind::MismatchedValue),
        ("columns: {team: [a]}\n", "team: b", Kind::MismatchedValue),
    ] {
        let text = format!("locales: [ja]\n{columns}codes:\n  A1: {{message: a, {entry}}}\n");
        assert!(found(&text).iter().any(|mistake| mistake.kind == kind), "{text}");
        assert_eq!(schema.refuses(&text), Some(Ok(())), "{text}");
    }
    let closed = "locales: [ja]\ncodes:\n  A1: {message: a, colour: red}\n";
    assert!(schema.refuses(closed).is_some_and(|result| result.is_err()));
}

/// Without columns, the keys of an entry are those that are described.
#[test]
fn the_schema_closes_the_entry_where_there_are_no_columns() {
    let schema = schema_text();
    let closed = &schema["then"]["properties"]["codes"]["additionalProperties"]["propertyNames"]["enum"];
    let closed: BTreeSet<&str> = closed.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let described = schema["definitions"]["entry"]["properties"].as_object().unwrap();
    assert_eq!(closed, described.keys().map(String::as_str).collect());
}

/// Every kind of object says what it may hold, so that a misspelt key is seen.
#[test]
fn the_schema_leaves_nothing_open() {
    fn check(schema: &Value, path: &str) {
        if schema["type"] == "object" {
            assert!(!schema["additionalProperties"].is_null(), "{path}");
        }
        match schema {
            Value::Object(object) => {
                for (key, value) in object {
                    check(value, &format!("{path}/{key}"));
                }
            }
            Value::Array(items) => {
                for item in items {
                    check(item, path);
                }
            }
            _ => {}
        }
    }
    check(&schema_text(), "");
}

#[test]
fn the_catalog_names_its_schema() {
    assert!(text("catalog.yaml").starts_with("# yaml-language-server: $schema=catalog.schema.json\n"));
}
