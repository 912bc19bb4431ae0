//! The compiled tables against the page that the catalog was taken from: every character of it.

use std::fmt::{self, Write as _};
use std::path::Path;

use token_codes::{Code, Locale, TokenCode, message};

/// A copy of the published page.
const PAGE: &str = include_str!("seed/token-related-messages.txt");

#[test]
fn the_tables_hold_the_page_character_for_character() {
    let (title, introduction) = title_and_introduction();
    let written = page(&title, &introduction);
    for (number, (page, tables)) in (1..).zip(PAGE.lines().zip(written.lines())) {
        assert_eq!(tables, page, "line {number} of the page (right) is not what the tables hold (left)");
    }
    assert_eq!(written, PAGE);
}

#[test]
fn there_are_thirteen_codes_in_the_order_of_the_page() {
    let codes: Vec<_> = Code::all().iter().map(Code::to_string).collect();
    let expected: Vec<_> = (1..=13).map(|number| format!("TOK{number:03}")).collect();
    assert_eq!(codes, expected);
}

/// The page has no English message, and Japanese no plural.
#[test]
fn the_english_of_the_expiry_has_a_plural_and_the_japanese_is_that_of_the_page() {
    let shown = |max_hours: u32, locale| {
        message!(TOK005, max_hours, expires_at = "2026-12-01").localized(locale).to_string()
    };
    for (max_hours, plural) in
        [(0, "0 hours"), (1, "1 hour"), (2, "2 hours"), (24, "24 hours"), (1000, "1,000 hours")]
    {
        let english = format!(
            "The expiry date of a token request cannot be set more than {plural} in the future. Specified expiry date: \
             2026-12-01. Please adjust the expiry date accordingly."
        );
        assert_eq!(shown(max_hours, Locale::En), english);
        let japanese = format!(
            "トークンリクエストの有効期限は、{max_hours}時間より未来日に設定できません。指定された有効期限:2026-12-01。\
             有効期限を適切に調整してください。"
        );
        assert_eq!(shown(max_hours, Locale::Ja), japanese);
    }
    let japanese = "トークンリクエストの有効期限は、{0}時間より未来日に設定できません。指定された有効期限:{1}。有効期限を適切に調整してください。";
    assert_eq!(Code::TOK005.message(Locale::Ja).as_str(), japanese);
    assert!(
        PAGE.contains(&format!("\nTOK005{japanese}")) && PAGE.contains(&format!("\nMessage\n\n{japanese}\n"))
    );
}

/// The page, written from the tables in the layout of the published one.
fn page(title: &str, introduction: &str) -> String {
    let mut page = String::new();
    write_page(&mut page, title, introduction).expect("a string takes all");
    page.trim_end_matches('\n').to_owned()
}

fn write_page(page: &mut String, title: &str, introduction: &str) -> fmt::Result {
    write!(page, "メインコンテンツまでスキップ\n\n{title}\n\n{introduction}\n\n\n")?;
    page.push_str("Overview\n\nCodeMessageDescription\n");
    for &code in Code::all() {
        writeln!(page, "{code}{}{}", code.message(Locale::Ja).as_str(), code.summary())?;
    }
    page.push_str("\nError Code Details\n");
    for &code in Code::all() {
        writeln!(page, "\n{code}\n\nMessage\n\n{}", code.message(Locale::Ja).as_str())?;
        writeln!(page, "\nDescription\n\n{}", code.description())?;
        page.push_str("\nRoot Cause\n\n");
        page.extend(code.causes().map(|cause| format!("  • {cause}\n")));
        page.push_str("\nResolution\n\n");
        page.extend((1..).zip(code.resolution()).map(|(number, step)| format!("  {number}. {step}\n")));
    }
    Ok(())
}

/// These two are not in the tables: no program needs them at run time.
fn title_and_introduction() -> (String, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog.yaml");
    let source = token_codes_build::Source::read(&path).expect("the catalog can be read");
    let checked = token_codes_build::read(&source).expect("the catalog has no mistakes");
    assert!(checked.warnings.is_empty(), "{}", checked.warnings);
    (checked.catalog.title, checked.catalog.description)
}
