//! What is known of a catalog's codes.
//!
//! The facts are one string literal, written by token-codes-build (`generate/facts.rs` there describes it): each line
//! is a code, those of its identifiers that are not the code, and its params, each with a space after it; or a retired
//! code after a `!`, and the one to use instead. It is searched, not parsed, since a derive needs few of what may be ten thousand lines; and taken as
//! it stands in the source, escapes and all, since there are none.

use proc_macro2::Span;

use crate::errors::nearest;

const FORMAT: &str = "\"token-codes facts 6\n";

/// What stands before a retired code.
const RETIRED: char = '!';

/// A code that is never to be used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Retired<'a> {
    pub(crate) code: &'a str,
    /// The code to use instead; `None` if the catalog names none.
    pub(crate) replacement: Option<&'a str>,
}

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
    /// An integer by which a text chooses a plural.
    Plural,
    /// An integer whose digits a text groups, and by which none chooses.
    Number,
    Boolean,
    Float,
    Any,
    /// Any type: what it holds is not read.
    Secret,
}

impl ParamType {
    /// The function of the runtime crate's `Field` that says what the field is for.
    pub(crate) fn role(self) -> &'static str {
        match self {
            Self::Plural => "choosing",
            Self::Number => "grouped",
            _ => "filling",
        }
    }

    /// The method of the runtime crate's `Field` that finds what makes the value.
    pub(crate) fn find(self) -> &'static str {
        match self {
            Self::Text => "__text",
            Self::Integer | Self::Plural | Self::Number => "__integer",
            Self::Boolean => "__boolean",
            Self::Float => "__float",
            Self::Any => "__any",
            Self::Secret => "__secret",
        }
    }

    /// The trait that makes the value; `None` if every type will do.
    pub(crate) fn fill(self) -> Option<&'static str> {
        match self {
            Self::Text => Some("FillText"),
            Self::Integer => Some("FillInteger"),
            Self::Plural => Some("FillPlural"),
            Self::Number => Some("FillNumber"),
            Self::Boolean => Some("FillBoolean"),
            Self::Float => Some("FillFloat"),
            Self::Any => Some("FillAny"),
            Self::Secret => None,
        }
    }
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
        // The identifiers that are not written are those that are the code.
        self.by_code(ident).or_else(|| self.line_at(self.0.find(&format!(" {ident} "))?))
    }

    /// The code that is written so.
    pub(crate) fn by_code(self, code: &str) -> Option<CodeFacts<'a>> {
        if code.starts_with(RETIRED) || code.contains(char::is_whitespace) {
            return None;
        }
        self.line_at(self.0.find(&format!("\n{code} "))? + 1)
    }

    /// The retired code that is written so, or has this identifier.
    pub(crate) fn retired(self, text: &str) -> Option<Retired<'a>> {
        let identifier = |code: &str| {
            let word = |character: char| if character.is_ascii_alphanumeric() { character } else { '_' };
            code.trim_start_matches('_').chars().map(word).collect::<String>()
        };
        let wanted = identifier(text);
        let mut lines = self.0.lines().filter_map(|line| line.strip_prefix(RETIRED)).map(|line| {
            let mut words = line.split_ascii_whitespace();
            Retired { code: words.next().unwrap_or_default(), replacement: words.next() }
        });
        lines.find(|retired| retired.code == text || identifier(retired.code) == wanted)
    }

    /// What was most likely meant by a code that is not in the catalog.
    pub(crate) fn nearest(self, wrong: &str) -> Option<&'a str> {
        let words = |line: &'a str| {
            let mut words = line.split_ascii_whitespace();
            // A code can have a `:`, as every param does; an identifier cannot.
            words.next().into_iter().chain(words.take_while(|word| !word.contains(':')))
        };
        nearest(wrong, self.0.lines().filter(|line| !line.starts_with(RETIRED)).flat_map(words))
    }

    /// One code that the catalog has, as an example.
    pub(crate) fn first(self) -> Option<&'a str> {
        self.0.lines().nth(1)?.split(' ').next().filter(|code| !code.starts_with(RETIRED))
    }

    fn line_at(self, offset: usize) -> Option<CodeFacts<'a>> {
        let start = self.0[..offset].rfind('\n').map_or(0, |line_break| line_break + 1);
        let end = self.0[offset..].find('\n').map_or(self.0.len(), |length| offset + length);
        let mut words = self.0[start..end].split_ascii_whitespace();
        let code = words.next()?;
        let (mut variant, mut params) = (code, Vec::new());
        for word in words {
            match param(word) {
                Some(param) => params.push(param),
                None => variant = word,
            }
        }
        Some(CodeFacts { code, variant, params })
    }
}

impl CodeFacts<'_> {
    /// `` {1} (`expires_at`) ``; a secret has no placeholder.
    pub(crate) fn placeholder(&self, index: usize) -> String {
        let ParamFacts { name, ty } = &self.params[index];
        if *ty == ParamType::Secret {
            format!("`{name}` (secret)")
        } else {
            format!("{{{index}}} (`{name}`)")
        }
    }
}

fn param(word: &str) -> Option<ParamFacts<'_>> {
    let (name, ty) = word.split_once(':')?;
    let ty = match ty {
        "t" => ParamType::Text,
        "i" => ParamType::Integer,
        "p" => ParamType::Plural,
        "n" => ParamType::Number,
        "b" => ParamType::Boolean,
        "f" => ParamType::Float,
        "!" => ParamType::Secret,
        _ => ParamType::Any,
    };
    Some(ParamFacts { name, ty })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LITERAL: &str = "\"token-codes facts 6\n\
        TOK005 ExpiryTooFar max_hours:p expires_at:a \n\
        TOK006 \n\
        XJ001.U XJ001_U OutOfStock item:t left:i total:n key:! \n\
        XJ:2 XJ_2 \n\
        !TOK007 TOK005 \n\
        !XJ-3 \n\"";

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
            assert_eq!(params, [("max_hours", ParamType::Plural), ("expires_at", ParamType::Any)]);
        }
        for found in [facts().by_code("XJ001.U"), facts().by_ident("XJ001_U"), facts().by_ident("OutOfStock")]
        {
            let found = found.expect("XJ001.U is there");
            assert_eq!((found.code, found.variant), ("XJ001.U", "OutOfStock"));
            let types: Vec<_> = found.params.iter().map(|param| param.ty).collect();
            assert_eq!(types, [ParamType::Text, ParamType::Integer, ParamType::Number, ParamType::Secret]);
        }
        for (code, variant) in [("TOK006", "TOK006"), ("XJ:2", "XJ_2")] {
            let found = facts().by_code(code).expect("it is there");
            assert_eq!((found.code, found.variant, found.params.len()), (code, variant, 0));
            assert_eq!(facts().by_ident(variant).expect("it is there").code, code);
        }
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
    fn a_retired_code_is_no_code() {
        let instead = Some("TOK005");
        for (text, code, replacement) in
            [("TOK007", "TOK007", instead), ("XJ-3", "XJ-3", None), ("XJ_3", "XJ-3", None)]
        {
            assert_eq!(facts().retired(text), Some(Retired { code, replacement }));
            assert!(facts().by_ident(text).is_none() && facts().by_code(text).is_none());
        }
        assert!(facts().by_code("!TOK007").is_none());
        assert_eq!(facts().nearest("XJ-3"), None);
        for other in ["TOK005", "TOK00", "!TOK007", ""] {
            assert_eq!(facts().retired(other), None);
        }
    }

    #[test]
    fn another_format_is_refused() {
        assert!(Facts::new("\"token-codes facts 5\n\"", Span::call_site()).is_err());
    }

    #[test]
    fn the_nearest_is_a_code() {
        assert_eq!(facts().nearest("TOK05"), Some("TOK005"));
        assert_eq!(facts().nearest("ExpiryToFar"), Some("ExpiryTooFar"));
        assert_eq!(facts().nearest("Completely"), None);
        assert_eq!(facts().first(), Some("TOK005"));
    }
}
