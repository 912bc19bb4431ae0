//! What is known of a catalog's codes.
//!
//! The facts are one string literal, written by token-codes-build (`generate/facts.rs` there describes it): each line
//! is a code, its constant, its variant and its params, each with a space after it. It is searched, not parsed, since
//! a derive needs few of what may be ten thousand lines; and taken as it stands in the source, escapes and all, since
//! there are none.

use proc_macro2::Span;

use crate::errors::nearest;

const FORMAT: &str = "\"token-codes facts 1\n";

/// The codes of a catalog.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a>(&'a str);

/// What is known of one code.
pub(crate) struct CodeFacts<'a> {
    /// As it is written in the catalog.
    pub(crate) code: &'a str,
    /// Its variant in the enum.
    pub(crate) variant: &'a str,
    /// Its params, `{0}` first.
    pub(crate) params: Vec<ParamFacts<'a>>,
}

/// What is known of a param.
pub(crate) struct ParamFacts<'a> {
    pub(crate) name: &'a str,
    pub(crate) ty: ParamType,
}

/// Which Rust types can fill a param.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParamType {
    Text,
    Integer,
    Any,
}

impl<'a> Facts<'a> {
    /// The facts in a literal, quotes included.
    pub(crate) fn new(literal: &'a str, span: Span) -> syn::Result<Self> {
        let Some(lines) = literal.strip_prefix(FORMAT).and_then(|rest| rest.strip_suffix('"')) else {
            let message = "this catalog was compiled by a version of token-codes-build that the derive does not know\n\
                           help: let `token-codes` and `token-codes-build` have the same version";
            return Err(syn::Error::new(span, message));
        };
        // The line break before the first line is what every search for a code begins with.
        let start = literal.len() - 1 - lines.len() - 1;
        Ok(Self(&literal[start..literal.len() - 1]))
    }

    /// The code with this constant or variant.
    pub(crate) fn by_ident(self, ident: &str) -> Option<CodeFacts<'a>> {
        self.line_at(self.0.find(&format!(" {ident} "))?)
    }

    /// The code that is written so.
    pub(crate) fn by_code(self, code: &str) -> Option<CodeFacts<'a>> {
        if code.contains(char::is_whitespace) {
            return None;
        }
        self.line_at(self.0.find(&format!("\n{code} "))? + 1)
    }

    /// What was most likely meant by a code that is not in the catalog.
    pub(crate) fn nearest(self, wrong: &str) -> Option<&'a str> {
        let words = self.0.lines().flat_map(|line| line.split(' ').take(3));
        nearest(wrong, words.filter(|word| !word.is_empty()))
    }

    /// One code that the catalog has, as an example.
    pub(crate) fn first(self) -> Option<&'a str> {
        self.0.lines().nth(1)?.split(' ').next()
    }

    fn line_at(self, offset: usize) -> Option<CodeFacts<'a>> {
        let start = self.0[..offset].rfind('\n').map_or(0, |line_break| line_break + 1);
        let end = self.0[offset..].find('\n').map_or(self.0.len(), |length| offset + length);
        let mut words = self.0[start..end].split_ascii_whitespace();
        let (code, _constant, variant) = (words.next()?, words.next()?, words.next()?);
        Some(CodeFacts { code, variant, params: words.filter_map(param).collect() })
    }
}

impl CodeFacts<'_> {
    /// `` {1} (`expires_at`) ``
    pub(crate) fn placeholder(&self, index: usize) -> String {
        format!("{{{index}}} (`{}`)", self.params[index].name)
    }
}

fn param(word: &str) -> Option<ParamFacts<'_>> {
    let (name, ty) = word.split_once(':')?;
    let ty = match ty {
        "text" => ParamType::Text,
        "integer" => ParamType::Integer,
        _ => ParamType::Any,
    };
    Some(ParamFacts { name, ty })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LITERAL: &str = "\"token-codes facts 1\n\
        TOK005 TOK005 ExpiryTooFar max_hours:integer expires_at:any \n\
        XJ001.U XJ001_U Xj001U \n\"";

    fn facts() -> Facts<'static> {
        Facts::new(LITERAL, Span::call_site()).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn a_code_is_found_by_constant_variant_and_text() {
        for found in [facts().by_ident("TOK005"), facts().by_ident("ExpiryTooFar"), facts().by_code("TOK005")]
        {
            let found = found.expect("TOK005 is there");
            assert_eq!((found.code, found.variant), ("TOK005", "ExpiryTooFar"));
            let params: Vec<_> = found.params.iter().map(|param| (param.name, param.ty)).collect();
            assert_eq!(params, [("max_hours", ParamType::Integer), ("expires_at", ParamType::Any)]);
        }
        assert_eq!(facts().by_code("XJ001.U").expect("it is there").params.len(), 0);
    }

    #[test]
    fn what_is_no_code_is_not_found() {
        for wrong in ["TOK00", "OK005", "max_hours", "integer", "facts", ""] {
            assert!(facts().by_ident(wrong).is_none(), "{wrong}");
            assert!(facts().by_code(wrong).is_none(), "{wrong}");
        }
        assert!(facts().by_code("TOK005 TOK005").is_none());
    }

    #[test]
    fn another_format_is_refused() {
        assert!(Facts::new("\"token-codes facts 2\n\"", Span::call_site()).is_err());
    }

    #[test]
    fn the_nearest_is_a_code() {
        assert_eq!(facts().nearest("TOK05"), Some("TOK005"));
        assert_eq!(facts().nearest("ExpiryToFar"), Some("ExpiryTooFar"));
        assert_eq!(facts().nearest("Completely"), None);
        assert_eq!(facts().first(), Some("TOK005"));
    }
}
