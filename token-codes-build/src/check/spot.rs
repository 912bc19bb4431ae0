//! Where a text stands.

use std::ops::Range;

/// What is to be known of a text beside its value.
pub(super) struct Spot<'a> {
    /// What it is called in reports, such as "`en` message".
    pub(super) what: &'a str,
    /// The tag of its locale; `None` if it is one for all.
    pub(super) locale: Option<&'a str>,
    /// Whether it is a message, rather than a detail.
    pub(super) is_message: bool,
    /// The key that it stands behind.
    pub(super) key: Range<usize>,
}
