//! Annotations of GitHub Actions, which it shows beside the lines of a pull request.

use token_codes_build::{Diagnostic, Diagnostics, Level};

use crate::github::{Annotation, Annotator};

pub(super) fn write(found: &Diagnostics) -> String {
    let annotator = Annotator::new(found.source());
    found.iter().map(|diagnostic| annotator.write(annotation(diagnostic), diagnostic.span.start)).collect()
}

fn annotation(diagnostic: &Diagnostic) -> Annotation<'_> {
    let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    Annotation {
        level: if diagnostic.level() == Level::Error { "error" } else { "warning" },
        span: diagnostic.has_place().then(|| diagnostic.span.clone()),
        title: diagnostic.kind.name(),
        text: format!("{}{help}", diagnostic.message),
    }
}
