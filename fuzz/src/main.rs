//! The catalog compiler on any bytes: it neither panics nor hangs, and every place it names is in the text.
//!
//! `fuzz/run` builds this for libFuzzer, with `--cfg fuzzing`. Otherwise it is a command that runs the same on the files
//! it is given, so that it compiles with the workspace, and replays a finding without libFuzzer.

#![cfg_attr(fuzzing, no_main)]

use token_codes_build::{Diagnostics, Source, generate, read};

/// Divides an input into the files of a catalog: ASCII's file separator, which no catalog can hold.
const SEPARATOR: u8 = 0x1C;

/// What is done with each input.
fn target(bytes: &[u8]) {
    let files = bytes.split(|byte| *byte == SEPARATOR).map(<[u8]>::to_vec);
    let files = files.enumerate().map(|(index, bytes)| (format!("catalog/{index}.yaml"), bytes));
    let source = match Source::from_files("catalog", files) {
        Ok(source) => source,
        Err(mistakes) => return inspect(&mistakes),
    };
    match read(&source) {
        Ok(checked) => {
            inspect(&checked.warnings);
            assert!(!checked.warnings.has_errors());
            let forbidden = |sign: char| sign.is_control() && !"\t\n\r\u{85}".contains(sign);
            assert!(!source.text().contains(forbidden), "a control character is accepted");
            assert!(generate(&checked.catalog).expect("its codes differ").starts_with("// @generated"));
        }
        Err(mistakes) => {
            assert!(mistakes.has_errors(), "refused without a reason");
            inspect(&mistakes);
        }
    }
}

fn inspect(diagnostics: &Diagnostics) {
    let source = diagnostics.source();
    for diagnostic in diagnostics {
        for span in diagnostic.labels.iter().map(|label| &label.span).chain([&diagnostic.span]) {
            assert!(source.text().get(span.clone()).is_some(), "{diagnostic:?}");
            let file = source.file_at(span.start);
            assert!(span.end <= file.span.end, "{diagnostic:?} reaches out of {file:?}");
        }
    }
    assert_eq!(diagnostics.to_string().is_empty(), diagnostics.is_empty());
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| target(bytes));

#[cfg(not(fuzzing))]
fn main() -> std::io::Result<()> {
    for path in std::env::args_os().skip(1) {
        target(&std::fs::read(path)?);
    }
    Ok(())
}
