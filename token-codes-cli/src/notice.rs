//! What a person is told of a code that is not to be used any more.

use token_codes_docs::Notice;

/// `retired since 2026-11, use TOK002 instead`.
pub(crate) fn headline(notice: &Notice<'_>) -> String {
    let mut line = if notice.is_retired { "retired" } else { "deprecated" }.to_owned();
    if !notice.since.is_empty() {
        line = format!("{line} since {}", notice.since);
    }
    notice.replacement.map_or(line.clone(), |code| format!("{line}, use {code} instead"))
}
