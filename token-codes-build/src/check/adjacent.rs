//! Placeholders with nothing between them: of `12345`, nobody can tell where `{0}` ends and `{1}` begins.

use super::{Context, placeholders::MAX_WRONG, spot::Spot};
use crate::{
    catalog::Cut,
    diagnostic::{Diagnostic, Kind},
    yaml::{Scalar, locate},
};

/// Reports each run of placeholders.
pub(super) fn check(context: &mut Context<'_>, scalar: &Scalar, cuts: &[Cut], spot: &Spot<'_>) {
    let is_together = |first: &Cut, second: &Cut| {
        first.param.is_some() && second.param.is_some() && first.end == second.start
    };
    let runs = cuts.chunk_by(is_together).filter(|run| run.len() > 1);
    for run in runs.take(MAX_WRONG) {
        let part = run[0].start..run[run.len() - 1].end;
        let written = &scalar.text[part.start..run[1].end];
        let between =
            format!("{} {}", &scalar.text[run[0].start..run[0].end], &scalar.text[run[1].start..run[1].end]);
        let message = format!("the {} has nothing between the placeholders `{written}`", spot.what);
        let help = format!(
            "put a space or a sign between them: `{between}`; if they are to touch, set `adjacent-placeholders: \
             allow` in `checks` at the top"
        );
        let span = locate(context.text, scalar, part);
        let diagnostic = Diagnostic::new(Kind::AdjacentPlaceholders, span, message).help(help);
        context.report_in(spot.locale, diagnostic);
    }
}
