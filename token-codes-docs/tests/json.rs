//! The JSON export, and its schema.

use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use token_codes_build::Source;
use token_codes_docs::json::{VERSION, files};

/// The export of a catalog of this project, and its schema.
fn export(path: &str) -> (Value, Schema) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    export_of(&Source::read(&path).unwrap())
}

fn export_of(source: &Source) -> (Value, Schema) {
    let catalog = token_codes_build::read(source).unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog;
    let [schema, export] = &files(&catalog)[..] else { panic!("two files") };
    assert_eq!((&*schema.path, &*export.path), ("catalog-export.schema.json", "catalog.json"));
    (serde_json::from_str(&export.text).unwrap(), Schema::new(&schema.text))
}

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn new(text: &str) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("schema.json", serde_json::from_str(text).unwrap()).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn refuses(&self, export: &Value) -> Result<(), String> {
        self.schemas.validate(export, self.index).map_err(|error| format!("{error:#}"))
    }
}

#[test]
fn exports_are_as_their_schema_says() {
    for path in [
        "catalog.yaml",
        "tests/crates/own-catalog/catalog.yaml",
        "token-codes-docs/tests/typescript/hard.yaml",
    ] {
        let (export, schema) = export(path);
        assert_eq!(schema.refuses(&export), Ok(()), "{path}");
        assert_eq!(export["version"], VERSION);
    }
}

#[test]
fn a_code_has_its_texts_and_their_parts() {
    let (export, _) = export("catalog.yaml");
    let code = &export["codes"][4];
    assert_eq!(code["code"], "TOK005");
    assert_eq!(code["params"][0], json!({"name": "max_hours", "type": "integer", "privacy": "public"}));
    let message = code["message"]["ja"].as_str().unwrap();
    assert!(message.starts_with("トークンリクエストの有効期限は、{max_hours}時間"), "{message}");
    let parts = code["parts"]["message"]["ja"].as_array().unwrap();
    let start = json!(["トークンリクエストの有効期限は、", {"param": "max_hours"}]);
    assert_eq!(parts[..2], start.as_array().unwrap()[..]);
    assert_eq!(code["parts"]["summary"]["en"], json!([code["summary"]["en"]]));
    assert_eq!(export["files"][0]["name"], "catalog.yaml");
    assert_eq!(export["files"][0]["codes"].as_array().unwrap().len(), 13);
}

#[test]
fn what_a_catalog_has_in_its_columns_is_exact() {
    let (export, _) = export("token-codes-docs/tests/typescript/hard.yaml");
    let columns = &export["codes"][0]["columns"];
    assert_eq!(columns["big"], json!(u64::MAX.to_string()));
    assert_eq!(columns["signed"], json!(i64::MIN.to_string()));
    assert_eq!(columns["http_status"], json!(404));
    assert_eq!(columns["retry"], json!(false));
    let severity = json!({
        "name": "severity", "type": "list", "values": ["not-found", "or-else"], "required": false, "contract": false
    });
    assert!(export["columns"].as_array().unwrap().contains(&severity));
    // Of 64 bits, so a text; where a code is given none, it has the default.
    let level = json!({"name": "level", "type": "u64", "required": true, "default": "9007199254740993", "contract": true});
    assert!(export["columns"].as_array().unwrap().contains(&level));
    let levels = [0, 1].map(|code| &export["codes"][code]["columns"]["level"]);
    assert_eq!(levels, [&json!("1"), &level["default"]]);
}

#[test]
fn a_locale_that_is_not_translated_is_absent() {
    let (export, _) = export("token-codes-docs/tests/typescript/hard.yaml");
    let code = &export["codes"][1];
    assert_eq!(code["message"], json!({"en": "value", "ja": "値"}));
    assert_eq!(code["name"], Value::Null);
    assert_eq!(code["summary"], json!({}));
    let fallback = json!({"zh-Hant": ["ja", "en"], "ja": ["en"], "zh-Hant-TW": ["zh-Hant", "ja", "en"]});
    assert_eq!(export["fallback"], fallback);
}

const PLURALS: &str = "\
locales: [en, ru, ja]
checks: {missing-translation: allow, untranslated: allow}
retired: [{code: A0, params: {n: integer}, message: {en: '{n}', ja: '{n, number}'}}]
codes:
  A1:
    params: {n: integer, user: text}
    message:
      en: '{n} {user}'
      ru: '{n, plural, =0 {''{''} one {#} few {{user} #} many {#} other {}}: {user} {n, number}'
    causes: ['{n, selectordinal, one {#} two {} few {} other {}}']
";

#[test]
fn plurals_are_in_parts_with_the_rules_of_the_locale_that_they_are_in() {
    let (export, schema) = export_of(&Source::new("catalog.yaml", PLURALS));
    assert_eq!(schema.refuses(&export), Ok(()));
    let parts = &export["codes"][0]["parts"];
    let number = json!({"param": "n", "kind": "number", "locale": "ru"});
    let branch = |selector: &str, parts: Value| json!({"selector": selector, "parts": parts});
    let user = json!({"param": "user"});
    let plural = json!({"param": "n", "kind": "plural", "locale": "ru", "branches": [
        branch("=0", json!(["{"])),
        branch("one", json!([number])),
        branch("few", json!([user, " ", number])),
        branch("many", json!([number])),
        branch("other", json!([])),
    ]});
    assert_eq!(parts["message"]["ru"], json!([plural, ": ", user, " ", number]));
    // One text for every locale is in the source locale.
    let number = json!({"param": "n", "kind": "number", "locale": "en"});
    let branches = [
        branch("one", json!([number])),
        branch("two", json!([])),
        branch("few", json!([])),
        branch("other", json!([])),
    ];
    let ordinal = json!({"param": "n", "kind": "selectordinal", "locale": "en", "branches": branches});
    assert_eq!(parts["causes"], json!({"en": [[ordinal]], "ru": [[ordinal]], "ja": [[ordinal]]}));
    let written = "{n, plural, =0 {'{'} one {#} few {{user} #} many {#} other {}}: {user} {n, number}";
    assert_eq!(export["codes"][0]["message"]["ru"], written);
}

#[test]
fn numbers_are_said_for_the_locales_that_need_them() {
    let (export, _) = export_of(&Source::new("catalog.yaml", PLURALS));
    let numbers = export["numbers"].as_object().unwrap();
    // Also of what is kept of a retired code.
    assert!(numbers.keys().eq(["en", "ja", "ru"]));
    let one = json!([{"category": "one", "modulus": 0, "ranges": [[1, 1]]}]);
    assert_eq!(numbers["en"]["plural"], one);
    assert_eq!(numbers["ja"]["plural"], json!([]));
    let digits = ["separator", "digits", "minus"].map(|field| &numbers["en"][field]);
    assert_eq!(digits, [",", "0123456789", "-"]);
    assert_eq!(export["native_digits"], json!([]));
    let native = PLURALS.replace("locales: [en, ru, ja]", "locales: [en, ru, ja, mr]\nnative_digits: [mr]");
    assert_eq!(export_of(&Source::new("catalog.yaml", native)).0["native_digits"], json!(["mr"]));

    let plain =
        Source::new("catalog.yaml", "locales: [en]\ncodes: {A: {params: {n: integer}, message: '{n}'}}\n");
    assert_eq!(export_of(&plain).0["numbers"], json!({}));
}

#[test]
fn the_schema_rejects_what_no_plural_is() {
    let (good, schema) = export_of(&Source::new("catalog.yaml", PLURALS));
    let plural = "/codes/0/parts/message/ru/0";
    for (place, value) in [
        ("/kind", json!("select")),
        ("/kind", json!("number")),
        ("/branches", json!([])),
        ("/branches/4/selector", json!("few")),
        ("/branches/0/selector", json!("=00")),
        ("/branches/0/selector", json!("0")),
        ("/branches/0/parts", json!("text")),
        ("/locale", json!(null)),
    ] {
        let mut export = good.clone();
        *export.pointer_mut(&format!("{plural}{place}")).unwrap_or_else(|| panic!("there is no {place}")) =
            value;
        assert!(schema.refuses(&export).is_err(), "{place}");
    }
    for field in ["param", "kind", "locale", "branches"] {
        let mut export = good.clone();
        export.pointer_mut(plural).unwrap().as_object_mut().unwrap().remove(field);
        assert!(schema.refuses(&export).is_err(), "without {field}");
    }
}

#[test]
fn the_schema_rejects_what_is_no_export() {
    let (good, schema) = export("token-codes-docs/tests/typescript/hard.yaml");
    let wrong: [(&str, Value); 14] = [
        ("/version", json!(1)),
        ("/locales", json!([])),
        ("/locales/0", json!(1)),
        ("/columns/0", json!({"name": "a", "type": "list"})),
        ("/columns/0", json!({"name": "a", "type": "text", "values": ["b"]})),
        ("/columns/0/type", json!("u128")),
        ("/codes", json!([])),
        ("/codes/0/code", json!(12)),
        ("/codes/0/message", json!({})),
        ("/codes/0/params/0", json!({"name": "a"})),
        ("/codes/0/columns/big", json!(1.5)),
        ("/codes/0/columns/big", json!(u64::MAX)),
        ("/codes/0/parts/message/en/0", json!({"param": "a", "other": 1})),
        ("/codes/0/parts/message", json!({})),
    ];
    for (place, value) in wrong {
        let mut export = good.clone();
        *export.pointer_mut(place).unwrap_or_else(|| panic!("there is no {place}")) = value;
        assert!(schema.refuses(&export).is_err(), "{place}");
    }
    for field in good.as_object().unwrap().keys() {
        let mut export = good.clone();
        export.as_object_mut().unwrap().remove(field);
        assert!(schema.refuses(&export).is_err(), "without {field}");
    }
}
