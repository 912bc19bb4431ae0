//! `$crate` in what the macros write.

use proc_macro2::{Ident, Span};

/// `$crate`, shown `at` a place. Wherever it is shown, it is the crate that it came from.
///
/// A path that begins elsewhere would be shown there: in the file of the catalog, which can have 40 MB that rustc would
/// read for it.
pub(crate) fn shown_at(at: Span, krate: &Ident) -> Ident {
    let mut krate = krate.clone();
    krate.set_span(krate.span().located_at(at));
    krate
}
