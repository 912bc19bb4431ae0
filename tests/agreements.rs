//! What two crates must agree on without sharing code: the catalog compiler writes it, and the runtime crate or the macros
//! read it. Each test runs both sides on the same inputs, and names the files that must change together.
//!
//! The macros' side is their own source, since a crate of macros exports nothing else.

#[allow(dead_code, reason = "only some of it is compared")]
#[path = "../token-codes-macros/src/errors.rs"]
mod errors;
#[allow(dead_code, reason = "only some of it is compared")]
#[path = "../token-codes-macros/src/facts.rs"]
mod facts;

use std::fmt::Write as _;

use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use proptest::prelude::*;
use token_codes::__private::{CodeIndex, ParamColumn, TemplateColumn, TextColumn};
use token_codes::Value;
use token_codes_build::catalog::{Catalog, ParamType, Privacy};
use token_codes_build::{Source, generate, read, suggest};

/// Codes as catalogs have them, and some that are alike but for their length or one sign.
fn codes() -> impl Strategy<Value = Vec<String>> {
    let short = prop::collection::btree_set("[A-C0-1]{1,3}", 1..40);
    let any = prop::collection::btree_set("[A-Za-z0-9][A-Za-z0-9.:/_-]{0,30}", 1..80);
    let alike = prop::collection::btree_set("[0-3AB]{7,12}", 1..40);
    prop_oneof![short, any, alike].prop_map(|codes| codes.into_iter().collect())
}

fn catalog(codes: &[String]) -> Catalog {
    let mut text = "locales: [en]\nchecks: {duplicate-message: allow}\ncodes:\n".to_owned();
    for (number, code) in codes.iter().enumerate() {
        writeln!(text, "  '{code}': {{name: long-name-{number}, message: m}}").expect("a string takes all");
    }
    checked(&text)
}

/// The literals in the definition of a table, in their order.
fn literals(generated: &str, table: &str) -> Vec<Literal> {
    fn collect(tokens: TokenStream, literals: &mut Vec<Literal>) {
        for token in tokens {
            match token {
                TokenTree::Literal(literal) => literals.push(literal),
                TokenTree::Group(group) => collect(group.stream(), literals),
                _ => {}
            }
        }
    }
    let start = generated.find(&format!("    static {table}: ")).expect("there is such a table");
    let end = start + generated[start..].find(";\n\n").expect("it ends");
    let value = generated[start..end].split_once(" = ").expect("it has a value").1;
    let mut literals = Vec::new();
    collect(value.parse().expect("it is Rust"), &mut literals);
    literals
}

fn bytes(literal: &Literal) -> &'static [u8] {
    let syn::Lit::ByteStr(bytes) = syn::Lit::new(literal.clone()) else { panic!("{literal} is not bytes") };
    Vec::leak(bytes.value())
}

fn text(literal: &Literal) -> &'static str {
    let syn::Lit::Str(text) = syn::Lit::new(literal.clone()) else { panic!("{literal} is no text") };
    String::leak(text.value())
}

/// The index that a program would have; what it finds are rows.
fn index(generated: &str) -> CodeIndex<usize> {
    let by_slot = literals(generated, "BY_SLOT");
    let (rows, _) = bytes(&by_slot[0]).as_chunks::<4>();
    let rows: Vec<usize> = rows.iter().map(|row| u32::from_le_bytes(*row) as usize).collect();
    let by_code = literals(generated, "BY_CODE");
    let multiplier = by_code[0].to_string();
    let multiplier = u64::from_str_radix(multiplier.trim_start_matches("0x"), 16).expect("it is a number");
    CodeIndex::new(multiplier, bytes(&by_code[1]), bytes(&by_code[2]), Vec::leak(rows))
}

fn find(index: &CodeIndex<usize>, codes: &[String], code: &str) -> Option<usize> {
    let found = if code.len() > 8 { index.find_long(code) } else { index.find_short(code) };
    // As the generated `from_code` does.
    found.filter(|row| code.len() <= 8 || codes[*row] == code)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// `generate/code_index.rs` of token-codes-build and `code_index.rs` of token-codes.
    #[test]
    fn the_index_that_the_build_writes_is_the_one_that_a_program_searches(codes in codes()) {
        let generated = generate(&catalog(&codes)).expect("its codes differ");
        let index = index(&generated);
        for (row, code) in codes.iter().enumerate() {
            prop_assert_eq!(find(&index, &codes, code), Some(row), "{}", code);
            for wrong in [&code[1..], &code[..code.len() - 1], &format!("{code}A"), &format!("{code}\0")] {
                let expected = codes.iter().position(|code| code == wrong);
                prop_assert_eq!(find(&index, &codes, wrong), expected, "{}", wrong);
            }
        }
    }

    /// `suggest.rs` of token-codes-build and `errors.rs` of token-codes-macros.
    #[test]
    fn a_misspelt_word_is_read_alike(word in "[A-Ca-c]{0,9}", known in prop::collection::vec("[A-Ca-c]{1,9}", 0..9)) {
        let known = || known.iter().map(String::as_str);
        prop_assert_eq!(suggest::nearest(&word, known()), errors::nearest(&word, known()));
    }

    /// The same files.
    #[test]
    fn words_are_listed_alike(words in prop::collection::vec("[a-c]{1,3}", 0..5)) {
        prop_assert_eq!(suggest::list(&words, "and"), errors::list(&words));
    }
}

#[test]
fn a_word_that_is_too_long_is_read_alike() {
    for length in [63, 64, 65] {
        let (word, known) = ("x".repeat(length), "x".repeat(length - 1) + "y");
        let nearest = [suggest::nearest(&word, [&*known]), errors::nearest(&word, [&*known].into_iter())];
        assert_eq!(nearest, [Some(&*known).filter(|_| length <= 64); 2]);
    }
}

const EVERY_PARAM: &str = "
locales: [en]
codes:
  SHOP-01:
    name: out-of-stock
    params:
      item: text
      left: integer
      is_new: boolean
      share: {type: float, privacy: personal}
      shop: any
      key: {type: any, privacy: secret}
    message: '{{a}} {shop}: {0} }} {left}{{ {is_new} {3}'
  '000012': {message: digits}
  X.1: {name: first, message: one, deprecated: say X-1}
  X-1: {name: second, message: two}
retired: [OLD-1, {code: OLD-2, use: X.1}]
";

/// What stands before the literal.
const FACTS: &str = "expand! { [$($catalog)*]\n";

fn checked(catalog: &str) -> Catalog {
    read(&Source::new("catalog.yaml", catalog)).unwrap_or_else(|found| panic!("{found}")).catalog
}

fn facts_literal(catalog: &Catalog) -> String {
    let generated = generate(catalog).expect("its codes differ");
    let start = generated.find(FACTS).expect("there are facts") + FACTS.len();
    let end = start + generated[start..].find("\n        $($item)*").expect("they end");
    generated[start..end].to_owned()
}

fn facts(literal: &str) -> facts::Facts<'_> {
    facts::Facts::new(literal, Span::call_site())
        .unwrap_or_else(|error| panic!("the macros refuse them: {error}"))
}

/// `generate/facts.rs` of token-codes-build and `facts.rs` of token-codes-macros.
#[test]
fn the_facts_that_the_build_writes_are_those_that_the_macros_read() {
    let catalog = checked(EVERY_PARAM);
    let literal = facts_literal(&catalog);
    let facts = facts(&literal);
    let retired = |code, replacement| Some(facts::Retired { code, replacement });
    assert_eq!(facts.retired("OLD-1"), retired("OLD-1", None));
    assert_eq!(facts.retired("OLD_2"), retired("OLD-2", Some("X.1")));
    for entry in &catalog.entries {
        let idents = [&entry.constant, &entry.variant].map(|ident| facts.by_ident(ident));
        for found in idents.into_iter().chain([facts.by_code(&entry.code)]) {
            let found = found.unwrap_or_else(|| panic!("{} is not found", entry.code));
            assert_eq!((found.code, found.variant), (&*entry.code, &*entry.variant));
            let params: Vec<_> =
                found.params.iter().map(|param| (param.name, format!("{:?}", param.ty))).collect();
            let expected = entry.params.iter().map(|param| match param.privacy {
                // Any type fills it, since what it holds is not read.
                Privacy::Secret => (&*param.name, "Secret".to_owned()),
                _ => (&*param.name, format!("{:?}", param.ty)),
            });
            assert_eq!(params, expected.collect::<Vec<_>>());
        }
    }
}

/// The same files: a number chooses a plural, or has its digits grouped, if it does so in any text of any locale.
#[test]
fn the_facts_say_what_a_number_is_for() {
    let catalog = checked(
        "
locales: [en, ja, de]
codes:
  ALL:
    params: {plain: integer, once: integer, third: integer, total: integer, late: integer, in_list: integer}
    message:
      en: '{plain} {once, plural, one {#} other {#}} {third} {total} {late} {in_list}'
      ja: '{plain} {once} {third, selectordinal, other {#}} {total, number} {late, number} {in_list}'
      de: '{plain} {once} {third} {total} {late} {in_list}'
    description: {en: a, ja: b, de: '{late, plural, one {#} other {#}}'}
    resolution: {en: [a, b], ja: [c, d], de: [e, '{in_list, number}']}
  SAME:
    params: {plain: integer, late: integer}
    message: {en: '{plain} {late}', ja: '{plain}: {late}', de: '{plain}; {late}'}
    summary: '{late, plural, one {#} other {#}}'
",
    );
    let literal = facts_literal(&catalog);
    let uses = |code| {
        let found = facts(&literal).by_code(code).expect("it is there");
        found.params.iter().map(|param| param.ty).collect::<Vec<_>>()
    };
    let [integer, plural, number] =
        [facts::ParamType::Integer, facts::ParamType::Plural, facts::ParamType::Number];
    assert_eq!(uses("ALL"), [integer, plural, plural, number, plural, number]);
    assert_eq!(uses("SAME"), [integer, plural]);
}

/// `generate/tables.rs` and `generate/write.rs` of token-codes-build, and `numbers.rs`, `tables.rs` and `params.rs` of
/// token-codes: numbers as bytes, the mark for a brace, the letters of types and the signs of privacies.
#[test]
fn the_tables_that_the_build_writes_are_those_that_a_program_reads() {
    let catalog = checked(EVERY_PARAM);
    let generated = generate(&catalog).expect("its codes differ");
    let column = |literals: &[Literal]| TextColumn::new(text(&literals[0]), bytes(&literals[1]));
    let [params, messages] = ["PARAMS", "MESSAGES_EN"].map(|table| literals(&generated, table));
    let params: &'static _ = Box::leak(Box::new(ParamColumn::new(column(&params), bytes(&params[2]))));
    let messages: &'static _ =
        Box::leak(Box::new(TemplateColumn::new(column(&messages), bytes(&messages[2]))));
    for (row, entry) in catalog.entries.iter().enumerate() {
        let found = params.get(row).map(|param| (param.name, param.ty.as_str(), param.privacy.as_str()));
        let expected =
            entry.params.iter().map(|param| (&*param.name, param.ty.as_str(), param.privacy.as_str()));
        assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        let values: Vec<Value<'_>> = ParamType::ALL.map(|ty| Value::Text(ty.as_str())).into();
        let language = catalog.locales[0].language;
        let argument = |param: usize| ParamType::ALL[param].as_str().to_owned();
        let expected = entry.messages[0].template.fill(language, argument);
        assert_eq!(messages.get(row, params).with(&values).to_string(), expected);
    }
}
