//! What a catalog says to services: which columns have a role, which locale logs are in, and who may see a param.

use token_codes_build::{
    Source,
    catalog::{Catalog, Privacy, Roles},
    read,
};

fn catalog(head: &str, entries: &str) -> Catalog {
    let text = format!("{head}\ncodes:\n{entries}");
    read(&Source::new("catalog.yaml", text)).unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog
}

/// The names that have the roles, `-` where none has.
fn names(roles: &Roles) -> [&str; 4] {
    [&roles.http_status, &roles.level, &roles.retry_after, &roles.grpc_status]
        .map(|name| name.as_deref().unwrap_or("-"))
}

#[track_caller]
fn assert_roles(columns: &str, params: &str, expected: [&str; 4]) {
    let head = format!("locales: [en]\nchecks: {{unused-column: allow}}\n{columns}");
    let catalog = catalog(&head, &format!("  A1: {{message: 'a {{0}}', params: {{{params}}}}}\n"));
    assert_eq!(names(&catalog.roles), expected);
}

#[test]
fn a_role_is_had_by_the_column_of_its_name() {
    let columns =
        "columns: {http_status: u16, severity: text, retry_after: integer, grpc_status: [internal]}";
    assert_roles(columns, "a: any", ["http_status", "severity", "retry_after", "grpc_status"]);
    assert_roles("columns: {severity: [low, high]}", "a: any", ["-", "severity", "-", "-"]);
    assert_roles("columns: {level: text}", "a: any", ["-"; 4]);
}

#[test]
fn what_has_the_name_of_a_role_by_chance_does_not_have_it() {
    let columns = "columns: {http_status: text, severity: boolean, retry_after: [soon], grpc_status: u8}";
    assert_roles(columns, "a: any", ["-"; 4]);
    assert_roles(columns, "retry_after: integer", ["-", "-", "retry_after", "-"]);
    for params in [
        "retry_after: float",
        "http_status: integer",
        "a: any, retry_after: {type: integer, privacy: secret}",
    ] {
        assert_roles("", params, ["-"; 4]);
    }
}

#[test]
fn a_role_is_had_by_what_it_is_given_to() {
    let columns = "columns: {http_status: integer, status: integer, severity: text, loud: [warn], rpc: text}";
    let roles = "roles: {grpc_status: rpc, level: loud, http_status: status, retry_after: wait}";
    let params = "wait: {type: integer, privacy: personal}";
    assert_roles(&format!("{columns}\n{roles}"), params, ["status", "loud", "wait", "rpc"]);
}

#[test]
fn one_code_with_the_param_is_enough() {
    let entries = "  A1: {message: one}\n  A2: {message: '{wait}', params: {wait: text}}\n  \
                   A3: {message: 'in {wait}', params: {wait: integer}}\n";
    let catalog = catalog("locales: [en]\nroles: {retry_after: wait}", entries);
    assert_eq!(names(&catalog.roles), ["-", "-", "wait", "-"]);
}

#[test]
fn logs_are_in_the_source_locale_or_in_the_one_that_is_said() {
    let entry = "  A1: {message: {ja: 一つ, en: one}}\n";
    assert_eq!(catalog("locales: [ja, en]", entry).log_locale, 0);
    assert_eq!(catalog("locales: [ja, en]\nlog_locale: en", entry).log_locale, 1);
    assert_eq!(catalog("log_locale: ja\nlocales: [ja, en]", entry).log_locale, 0);
}

#[test]
fn a_param_is_as_private_as_is_said() {
    let params =
        "{a: text, b: {type: text}, c: {privacy: personal, type: text}, d: {type: any, privacy: 'secret'}}";
    let catalog =
        catalog("locales: [en]", &format!("  A1: {{message: '{{a}} {{b}} {{c}}', params: {params}}}\n"));
    let found = catalog.entries[0].params.iter().map(|param| param.privacy);
    assert!(found.eq([Privacy::Public, Privacy::Public, Privacy::Personal, Privacy::Secret]));
}
