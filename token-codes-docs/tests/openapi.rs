//! The `OpenAPI` document.

#[path = "support/openapi.rs"]
mod openapi;
mod support;

use std::path::Path;

use openapi::Document;
use serde_json::{Value, json};
use support::{catalog, texts};
use token_codes_build::Source;
use token_codes_build::catalog::Catalog;
use token_codes_docs::openapi::files;

#[track_caller]
fn document(catalog: &Catalog) -> Document {
    let [file] = &files(catalog)[..] else { panic!("one file") };
    assert_eq!(file.path, "openapi.json");
    let document = Document::new(serde_json::from_str(&file.text).unwrap());
    assert_eq!(document.json["components"]["examples"].as_object().unwrap().len(), catalog.entries.len());
    document
}

#[test]
fn documents_are_sound() {
    for path in [
        "catalog.yaml",
        "token-codes-docs/tests/typescript/hard.yaml",
        "tests/crates/own-catalog/catalog.yaml",
        "tests/crates/service-catalog/catalog.yaml",
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
        let read = token_codes_build::read(&Source::read(&path).unwrap());
        document(&read.unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog);
    }
}

#[test]
fn any_text_is_a_text() {
    for text in texts::HOSTILE {
        let document = document(&catalog(&texts::yaml(text)));
        assert_eq!(document.json["info"]["title"], json!(text));
        assert_eq!(document.json["components"]["schemas"]["A1Problem"]["description"], json!(text));
    }
}

#[test]
fn params_have_types_and_only_public_ones_must_be_there() {
    let catalog = catalog(
        "locales: [en]\ncodes:\n  A1:\n    message: '{text} {integer} {any} {float} {boolean} {user}'\n    params: \
         {text: text, integer: integer, any: any, float: float, boolean: boolean, \
         user: {type: text, privacy: personal}, password: {type: text, privacy: secret}}\n",
    );
    let mut document = document(&catalog);
    let reply = |params: Value| json!({"status": 500, "detail": "", "code": "A1", "params": params});
    let params = json!({"text": "", "integer": u64::MAX, "any": "", "float": 0.5, "boolean": false});
    assert_eq!(document.accepts("A1Problem", &reply(params.clone())), Ok(()));
    for (name, value) in [("float", json!(null)), ("integer", json!(i64::MIN)), ("user", json!("ann"))] {
        let mut params = params.clone();
        params[name] = value;
        assert_eq!(document.accepts("A1Problem", &reply(params)), Ok(()), "{name}");
    }
    for (name, value) in [
        ("text", json!(1)),
        ("integer", json!(0.5)),
        ("any", json!(null)),
        ("float", json!("1")),
        ("boolean", json!("true")),
        ("user", json!(1)),
    ] {
        let mut params = params.clone();
        params[name] = value;
        assert!(document.accepts("A1Problem", &reply(params)).is_err(), "{name}");
    }
    for name in ["text", "integer", "any", "float", "boolean"] {
        let mut params = params.clone();
        params.as_object_mut().unwrap().remove(name);
        assert!(document.accepts("A1Problem", &reply(params)).is_err(), "without {name}");
    }
    assert!(!document.json.to_string().contains("password"));
}

#[test]
fn what_a_code_has_is_there_and_what_it_has_not_is_not() {
    let yaml = "locales: [en]\ncodes:\n  A1: {message: a}\n  A2: {message: 'b {user}', summary: c, params: \
                {user: {type: text, privacy: personal}}}\n";
    let mut document = document(&catalog(yaml));
    let reply = |code| json!({"status": 404, "detail": "", "code": code, "title": "", "type": "urn:a"});
    assert_eq!(document.accepts("A2Problem", &reply("A2")), Ok(()));
    for member in ["status", "detail", "code", "title"] {
        let mut reply = reply("A2");
        reply.as_object_mut().unwrap().remove(member);
        assert!(document.accepts("A2Problem", &reply).is_err(), "without {member}");
    }
    assert!(document.accepts("A2Problem", &reply("A1")).is_err());
    assert!(document.accepts("Problem", &reply("A3")).is_err());
    let mut wrong = reply("A2");
    wrong["status"] = json!(200);
    assert!(document.accepts("A2Problem", &wrong).is_err());
    let properties = &document.json["components"]["schemas"]["A1Problem"]["properties"];
    assert!(properties.get("params").is_none() && properties.get("title").is_none(), "{properties}");
}

#[test]
fn a_response_is_for_the_codes_of_a_status() {
    let yaml = "locales: [en]\ncolumns: {http_status: integer, retry_after: integer}\ncodes:\n  \
                A1: {message: one, http_status: 404}\n  A2: {message: two, http_status: 404, retry_after: 3}\n  \
                A3: {message: three}\n  A4: {message: four, http_status: 204}\n  \
                A5: {message: '{retry_after}', http_status: 429, params: {retry_after: integer}}\n";
    let document = document(&catalog(yaml));
    let responses = &document.json["components"]["responses"];
    let codes = |status: &str| {
        let content = &responses[status]["content"]["application/problem+json"];
        content["examples"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(codes("Status404"), ["A1Problem", "A2Problem"]);
    assert_eq!(codes("Status500"), ["A3Problem", "A4Problem"]);
    assert_eq!(responses["Status404"]["description"], "- `A1`: one\n- `A2`: two");
    assert_eq!(responses["A1Problem"]["description"], "one");
    let retried: Vec<_> = responses.as_object().unwrap().iter().collect();
    let retried = retried.iter().filter(|(_, response)| response["headers"].get("Retry-After").is_some());
    assert!(retried.map(|(name, _)| &***name).eq(["A2Problem", "A5Problem", "Status404", "Status429"]));
}

#[test]
fn numbers_choose_and_names_are_readable() {
    let yaml = "locales: [en]\ncodes:\n  A1:\n    params: {hours: integer, user: text}\n    \
                message: '{user} has {hours, plural, =0 {none} one {# hour} other {# hours}}'\n    \
                summary: '{hours, plural, one {An hour} other {{hours, number} hours}}'\n  \
                A2: {params: {hours: integer}, message: '{hours, plural, one {# hour} other {# hours}}'}\n";
    let document = document(&catalog(yaml));
    let components = &document.json["components"];
    let example = &components["examples"]["A1Problem"];
    assert_eq!(example["summary"], "{hours} hours");
    assert_eq!(example["value"]["detail"], "{user} has 1 hour");
    assert_eq!(example["value"]["title"], "An hour");
    assert_eq!(example["value"]["params"]["hours"], 1);
    assert_eq!(components["responses"]["A2Problem"]["description"], "{hours} hours");
    assert!(!document.json.to_string().contains("plural"), "{:#}", document.json);
}
