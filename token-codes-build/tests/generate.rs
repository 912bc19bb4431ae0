//! The generated Rust, as a compiler reads it. That it also compiles and works is for the tests of `token-codes`.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use token_codes_build::{Source, generate, read};

/// Texts that could end a literal, a comment or a line too early.
const HOSTILE: &[&str] = &[
    "plain",
    "\"quoted\" \\n \\",
    "*/ /* // ///",
    "\"#\"##",
    "{{braces}}",
    "<script>alert(1)</script> [a](b) `c` *d* _e_ & | ~ # $",
    " leading and trailing ",
    "\u{3000}wide space first",
    "two\nlines\n\n  and an indented one\n",
    "\ttab",
    "emoji 👩‍👩‍👧 か\u{3099} ｶﾞ \u{200b}zero width",
    "\u{202e}right to left\u{2066}",
    "1. a\n2. b\n- c\n# d",
    "    indented like code",
    "https://example.com/a_b",
];

/// So that a reader sees what is generated, and a review sees how that changes. `tests/golden_rust.rs` in the root
/// compiles it.
#[test]
fn the_generated_rust_is_as_its_file_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden_rust");
    let catalog = fs::read_to_string(folder.join("catalog.yaml")).expect("the catalog can be read");
    let (file, generated) = (folder.join("generated.rs"), generate_from(&catalog));
    if env::var_os("BLESS").is_some() {
        fs::write(&file, &generated).expect("the file can be written");
    }
    let golden = fs::read_to_string(&file).unwrap_or_default();
    let line = golden.lines().zip(generated.lines()).take_while(|(golden, new)| golden == new).count();
    assert!(
        golden == generated,
        "{} is not what is generated, from line {} on; after a look at the difference, \
         `BLESS=1 cargo test -p token-codes-build --test generate` renews it",
        file.display(),
        line + 1
    );
}

#[test]
fn any_text_gives_rust_that_parses_and_keeps_it() {
    let generated = generate_from(&hostile_catalog());
    let file = syn::parse_file(&generated).unwrap_or_else(|error| panic!("{error}\n{generated}"));
    let literals = string_literals(&file);
    let all: String = HOSTILE.concat();
    let holding = literals.iter().filter(|literal| literal.contains(&all)).count();
    assert_eq!(holding, 4, "message, summary, description and causes each hold all texts");
}

#[test]
fn the_same_catalog_gives_the_same_text() {
    assert_eq!(generate_from(&hostile_catalog()), generate_from(&hostile_catalog()));
}

#[test]
fn the_enum_is_as_small_as_it_can_be() {
    for (codes, repr) in [(1, "u8"), (256, "u8"), (257, "u16"), (65_536, "u16"), (65_537, "u32")] {
        let mut catalog = "locales: [en]\ncodes:\n".to_owned();
        for code in 0..codes {
            writeln!(catalog, "  C{code}: {{message: m}}").expect("a string takes all");
        }
        let generated = generate_from(&catalog);
        assert!(generated.contains(&format!("#[repr({repr})]")), "{codes} codes");
        assert!(generated.starts_with("// @generated"));
    }
}

fn generate_from(catalog: &str) -> String {
    let checked = read(&Source::new("catalog.yaml", catalog)).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    generate(&checked.catalog).expect("its codes differ")
}

fn hostile_catalog() -> String {
    let mut catalog = "title: T\nlocales: [en]\nchecks: {bidi-override: allow}\ncodes:\n".to_owned();
    for (number, text) in HOSTILE.iter().enumerate() {
        let text = yaml_literal(text);
        let entry = format!(
            "  C{number}:\n    message: {text}\n    summary: {text}\n    description: {text}\n    causes: [{text}]\n"
        );
        catalog.push_str(&entry);
    }
    catalog
}

/// The text in double quotes, with each character that is not plain as its number.
fn yaml_literal(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        ' '..='~' if c != '"' && c != '\\' => c.to_string(),
        _ => format!("\\U{:08X}", u32::from(c)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// The literals in the tables.
fn string_literals(file: &syn::File) -> Vec<String> {
    fn collect(tokens: proc_macro2::TokenStream, literals: &mut Vec<String>) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Group(group) => collect(group.stream(), literals),
                proc_macro2::TokenTree::Literal(literal) => {
                    if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                        literals.push(text.value());
                    }
                }
                _ => {}
            }
        }
    }
    let mut literals = Vec::new();
    let tables = file.items.iter().filter(|item| matches!(item, syn::Item::Mod(_)));
    tables.for_each(|item| collect(quote::ToTokens::to_token_stream(item), &mut literals));
    literals
}
