//! Diagnostics of `miette`, as its graphical handler draws them.
#![deny(warnings, clippy::all, clippy::pedantic)]

#[path = "support/bad.rs"]
mod bad;

use std::error::Error;
use std::fmt;
use std::fs;
use std::path::Path;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, Severity};
use service_catalog::{Code, message};
use token_codes::{CodedError, TokenCode};
use token_codes_service::Service;
use token_codes_service::miette::CodeReport;

use crate::bad::{FAILS, FORGED, Link, Own, PANICS};

fn service() -> Service {
    Service::new(Code::Unexpected).type_base("https://errors.example.com/")
}

fn report(error: &dyn TokenCode) -> CodeReport {
    service().report(error, "en")
}

/// What a terminal without colours shows, 80 columns wide.
fn drawn(report: &CodeReport) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor())
        .with_width(80)
        .with_links(false);
    let mut text = String::new();
    handler.render_report(&mut text, report).expect("a string takes all");
    text
}

/// The param `shop` is shown as its value wants.
#[derive(Debug, TokenCode)]
#[token(OutOfStock, catalog = service_catalog)]
struct OutOfStock<T: fmt::Display + Sync> {
    item: &'static str,
    left: u8,
    shop: T,
    #[source]
    cause: Option<Box<dyn Error + Send + Sync>>,
}

fn out_of_stock<T: fmt::Display + Sync>(shop: T) -> OutOfStock<T> {
    OutOfStock { item: "tea", left: 2, shop, cause: None }
}

fn too_many_orders() -> impl TokenCode + Send + Sync {
    message!(TooManyOrders, retry_after = 30)
}

fn caused_by(cause: impl Into<Box<dyn Error + Send + Sync>>) -> OutOfStock<&'static str> {
    OutOfStock { cause: Some(cause.into()), ..out_of_stock("Leeds") }
}

/// The text of each cause.
fn causes(report: &CodeReport) -> Vec<String> {
    std::iter::successors(report.source(), |&cause| cause.source()).map(ToString::to_string).collect()
}

#[test]
fn reports_are_drawn_as_in_the_golden_file() {
    let refused = CodedError::from(message!(Closed));
    let caused = OutOfStock { cause: Some(refused.into()), ..out_of_stock("Leeds") };
    let forged = OutOfStock { cause: Some(FORGED.into()), ..out_of_stock(FORGED) };
    let reports = [
        ("a warning with a cause that has a code", report(&caused)),
        ("the same in another locale", service().report(&caused, "ja")),
        ("a warning with two steps", report(&too_many_orders())),
        ("a plural", report(&message!(BasketFull, limit = 1000, over = 1, tries = 3))),
        ("texts that would steer the terminal", report(&forged)),
        ("an advice without a page", Service::new(Code::Closed).report(&message!(StatusOfNoError), "en")),
    ];
    let reports = reports.iter().map(|(what, report)| format!("# {what}\n{}", drawn(report)));
    let found = reports.collect::<Vec<_>>().join("\n");
    expect_golden("tests/golden/miette.txt", &found);
}

/// Compares a file with what it should hold, or renews it.
#[track_caller]
fn expect_golden(path: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, found).expect("the file can be written");
    }
    let expected = fs::read_to_string(&path).expect("the file is there");
    assert!(
        expected == found,
        "{} is another; after a look at it, `BLESS=1 cargo test -p token-codes-service --features miette --test \
         miette` renews it\n--- expected\n{expected}\n--- found\n{found}",
        path.display()
    );
}

#[test]
fn question_mark_takes_it_into_a_result_of_miette() {
    fn run() -> Result<(), CodedError> {
        Err(too_many_orders())?
    }
    fn main() -> miette::Result<()> {
        run().map_err(|error| service().report(&*error, "ja"))?;
        Ok(())
    }
    let report = main().unwrap_err();
    assert_eq!(report.to_string(), "注文が多すぎます：30秒後に再試行してください");
    assert_eq!(report.downcast_ref::<CodeReport>().unwrap().any_code(), Code::TooManyOrders);
}

#[test]
fn the_severity_is_that_of_the_code() {
    let errors: [(&dyn TokenCode, Severity); 4] = [
        (&message!(StatusOfNoError), Severity::Advice), // info
        (&too_many_orders(), Severity::Warning),
        (&message!(Unexpected), Severity::Error), // critical
        (&message!(Closed), Severity::Error),     // which says nothing of it
    ];
    for (error, severity) in errors {
        assert_eq!(report(error).severity(), Some(severity), "{error}");
    }
}

#[test]
fn nothing_is_there_for_what_the_code_lacks() {
    let report = Service::new(Code::Unexpected).report(&message!(Closed), "en");
    assert!(report.help().is_none() && report.url().is_none() && report.source().is_none());
}

#[test]
fn a_tag_that_means_no_locale_gives_the_source_locale() {
    let help = |locale| service().report(&too_many_orders(), locale).help().unwrap().to_string();
    assert_eq!(help("de-AT"), "1. 30 Sekunden warten.\n2. Mehr auf einmal bestellen.");
    assert_eq!(help("tlh"), help("en"));
    assert_eq!(service().report(&message!(Closed), "tlh").to_string(), "The shop is closed");
}

#[test]
fn help_has_the_plurals_of_its_locale() {
    let help = |over, locale| {
        let error = message!(BasketFull, limit = 9, over = over, tries = 1);
        service().report(&error, locale).help().unwrap().to_string()
    };
    assert_eq!([help(1, "en"), help(2, "en")], ["Take an item out.", "Take 2 items out."]);
    assert_eq!([help(1, "de"), help(2, "de")], ["Einen Artikel herausnehmen.", "2 Artikel herausnehmen."]);
    assert_eq!([help(1, "ja"), help(1, "tlh")], ["1点取り出してください。", "Take an item out."]);
}

#[test]
fn lines_and_backslashes_are_as_they_were() {
    let error = out_of_stock("C:\\temp\nand more");
    assert_eq!(report(&error).to_string(), "'tea' is out of stock in C:\\temp\nand more: 2 left");
}

#[test]
fn values_that_cannot_be_shown_leave_the_rest() {
    for bad in [FAILS, PANICS] {
        let text = report(&out_of_stock(bad)).to_string();
        assert!(text.starts_with("'tea' is out of stock in half‹!›"), "{text}");
    }
    for bad in [FAILS, PANICS] {
        assert!(drawn(&report(&caused_by(bad))).contains("half‹!›"));
    }
}

#[test]
fn what_is_long_is_cut() {
    let long = "x\n".repeat(1 << 19);
    let report = report(&OutOfStock { cause: Some(long.clone().into()), ..out_of_stock(&long) });
    for text in [report.to_string(), causes(&report).concat()] {
        assert!(text.len() < (8 << 10) + 50 && text.ends_with("bytes left out)"), "{} bytes", text.len());
    }
}

#[test]
fn a_chain_is_counted_to_its_end_or_until_it_has_none() {
    let found = causes(&report(&caused_by(Link::chain(10_000))));
    assert_eq!(found.len(), 65);
    assert_eq!((&*found[0], &*found[63], &*found[64]), ("cause 9999", "cause 9936", "and 9936 more"));
    assert_eq!(causes(&report(&caused_by(Own))), ["again", "and more than 98976 more"]);
}
