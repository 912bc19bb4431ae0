//! What led to an error, told within bounds: a chain of causes need not end.

use std::error::Error;

use token_codes::TokenCode;

use crate::coded::{WALKED, known};
use crate::guarded::guarded;

/// How many causes of an error are shown.
const SHOWN: usize = 64;
/// How many are looked at for that; those that repeat what was just said are not shown.
const LOOKED_AT: usize = 1024;

/// What led to an error, the direct cause first.
#[derive(Debug, PartialEq)]
pub(crate) struct Causes {
    /// The causes, but for each that says the same as the one before it, or as the error itself.
    pub(crate) texts: Vec<String>,
    /// `and 12 more`, if there are more.
    pub(crate) left_out: Option<String>,
}

/// A cause.
pub(crate) enum Cause<'e> {
    /// One that is known to have a code.
    Coded(&'e dyn TokenCode),
    /// One of which nothing is known but its text.
    Other(&'e (dyn Error + 'static)),
}

impl<'e> Cause<'e> {
    /// What this cause is, as far as that can be known: see [`find_coded`](token_codes::find_coded).
    fn new(cause: &'e (dyn Error + 'static)) -> Self {
        known(cause).map_or(Self::Other(cause), Self::Coded)
    }

    /// The cause of this one.
    fn next(&self) -> Option<Self> {
        let next = || match *self {
            Self::Coded(error) => {
                error.coded_source().map(Self::Coded).or_else(|| error.source().map(Self::new))
            }
            Self::Other(error) => error.source().map(Self::new),
        };
        guarded(next).flatten()
    }
}

/// The causes of an error, each as `show` has it. `is_own` says whether a text is what the error itself says.
pub(crate) fn causes(
    error: &dyn TokenCode,
    is_own: impl Fn(&str) -> bool,
    show: impl Fn(&Cause<'_>) -> String,
) -> Causes {
    let mut texts: Vec<String> = Vec::new();
    let (mut walked, mut left_out) = (0, 0);
    let mut next = Cause::Coded(error).next();
    while let Some(cause) = next.take_if(|_| walked < WALKED) {
        walked += 1;
        if texts.len() < SHOWN && walked <= LOOKED_AT {
            let text = show(&cause);
            if !texts.last().map_or_else(|| is_own(&text), |last| *last == text) {
                texts.push(text);
            }
        } else {
            left_out += 1;
        }
        next = cause.next();
    }
    let left_out = match (left_out, next) {
        (0, None) => None,
        (_, None) => Some(format!("and {left_out} more")),
        (_, Some(_)) => Some(format!("and more than {left_out} more")),
    };
    Causes { texts, left_out }
}

#[cfg(test)]
mod tests {
    use std::fmt::{self, Display};

    use token_codes::{Code, CodedError, TokenCode};

    use super::*;
    use crate::Service;
    use crate::text::bounded;

    /// Says its number, and has those down to 0 as its causes.
    #[derive(Debug)]
    struct Link(u32, Option<Box<Link>>);

    impl Display for Link {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}", self.0)
        }
    }

    impl Error for Link {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.1.as_deref().map(|link| link as _)
        }
    }

    fn chain(numbers: impl IntoIterator<Item = u32>) -> Link {
        let chain = numbers.into_iter().fold(None, |link, number| Some(Link(number, link.map(Box::new))));
        chain.expect("there is a number")
    }

    /// The causes of what says the same as `error`, and has it as its source.
    fn shown(error: &(dyn Error + 'static)) -> Causes {
        let show = |cause: &Cause<'_>| match cause {
            Cause::Coded(error) => bounded(error, 100),
            Cause::Other(error) => bounded(error, 100),
        };
        let coded = Service::new(Code::TOK008).coded(error);
        causes(&coded, |text| text == bounded(&error, 100), show)
    }

    #[test]
    fn a_long_chain_is_counted() {
        let causes = shown(&chain(0..=10_000));
        assert_eq!(causes.texts.len(), SHOWN);
        assert_eq!((&*causes.texts[0], &*causes.texts[63]), ("9999", "9936"));
        assert_eq!(causes.left_out.as_deref(), Some("and 9936 more"));
    }

    #[test]
    fn a_chain_that_fits_has_nothing_left_out() {
        assert_eq!(shown(&chain(0..=64)).left_out, None);
        assert_eq!(shown(&chain(0..=64)).texts.len(), 64);
        assert_eq!(shown(&chain([0])), Causes { texts: vec![], left_out: None });
    }

    #[test]
    fn what_repeats_its_parent_is_shown_once() {
        assert_eq!(shown(&chain([1, 2, 2, 1, 1, 3, 3])).texts, ["1", "2", "1"]);
    }

    #[derive(Debug)]
    struct Own;

    impl Display for Own {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("again")
        }
    }

    impl Error for Own {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(self)
        }
    }

    #[test]
    fn an_error_that_is_its_own_source_ends() {
        let causes = shown(&Own);
        assert!(causes.texts.is_empty());
        assert_eq!(causes.left_out.as_deref(), Some("and more than 98976 more"));
    }

    #[derive(Debug)]
    struct Panics;

    impl Display for Panics {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            panic!("in Display")
        }
    }

    impl Error for Panics {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            panic!("in source")
        }
    }

    #[test]
    fn a_source_that_panics_is_none() {
        assert_eq!(shown(&Panics), Causes { texts: vec![], left_out: None });
    }

    #[derive(Debug, TokenCode)]
    #[token(TOK003)]
    struct Export {
        download_id: u32,
        #[source]
        cause: Option<Box<Missing>>,
    }

    #[derive(Debug, TokenCode)]
    #[token(TOK002)]
    struct Missing {
        download_id: u32,
        #[source]
        cause: CodedError,
    }

    #[test]
    fn a_cause_with_a_code_is_known_by_its_type() {
        let show = |cause: &Cause<'_>| match cause {
            Cause::Coded(error) => error.any_code().to_string(),
            Cause::Other(_) => "other".to_owned(),
        };
        let inner = Export { download_id: 2, cause: None };
        let cause = Some(Box::new(Missing { download_id: 1, cause: inner.into() }));
        assert_eq!(causes(&Export { download_id: 0, cause }, |_| false, show).texts, ["TOK002", "TOK003"]);
    }
}
