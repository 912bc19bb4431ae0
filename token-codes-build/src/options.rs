//! How a catalog is to be checked.

/// What the caller of [`read_with`](crate::read_with) or [`compile_with`](crate::compile_with) wants; the default is what
/// the catalog itself says.
///
/// ```
/// # use token_codes_build::{Level, Options, Source, read, read_with};
/// let source = Source::new("catalog.yaml", "\
/// locales: [ja, en]
/// codes:
///   TOK001: {message: {ja: 不正なトークンです。}}
/// ");
/// assert_eq!(read(&source).unwrap().warnings.len(), 1);
/// let mistakes = read_with(&source, Options::default().strict(true)).unwrap_err();
/// assert!(mistakes.iter().all(|mistake| mistake.level() == Level::Error));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub(crate) strict: bool,
}

impl Options {
    /// Whether a warning is an error, unless `checks` in the catalog sets its level; as `strict: true` in the catalog.
    #[must_use]
    pub const fn strict(self, strict: bool) -> Self {
        Self { strict }
    }
}
