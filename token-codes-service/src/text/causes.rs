//! What led to an error, told within bounds: a chain of causes need not end.

use std::error::Error;
use std::io;

use token_codes::TokenCode;
// Not for use by hand; this crate is of one version with it, as the `=` in Cargo.toml has it.
use token_codes::__private::as_coded;

use super::guarded;

/// How many causes of an error are shown.
const SHOWN: usize = 64;
/// How many are looked at for that; those that repeat what was just said are not shown.
const LOOKED_AT: usize = 1024;
/// How many are counted: an error can be its own source.
const WALKED: usize = 100_000;

/// What led to an error, the direct cause first.
#[derive(Debug, PartialEq)]
pub(crate) struct Causes {
    /// The causes, but for each that says the same as the one before it, or as the error itself.
    pub(crate) texts: Vec<String>,
    /// `and 12 more`, if there are more.
    pub(crate) left_out: Option<String>,
}

/// The causes of an error, each as `show` has it. `is_own` says whether a text is what the error itself says.
pub(crate) fn causes(
    error: &dyn Error,
    is_own: impl Fn(&str) -> bool,
    show: impl Fn(&(dyn Error + 'static)) -> String,
) -> Causes {
    let mut texts: Vec<String> = Vec::new();
    let (mut walked, mut left_out) = (0, 0);
    let mut next = source(error);
    while let Some(cause) = next.filter(|_| walked < WALKED) {
        walked += 1;
        if texts.len() < SHOWN && walked <= LOOKED_AT {
            let text = show(cause);
            if !texts.last().map_or_else(|| is_own(&text), |last| *last == text) {
                texts.push(text);
            }
        } else {
            left_out += 1;
        }
        next = source(cause);
    }
    let left_out = match (left_out, next) {
        (0, None) => None,
        (_, None) => Some(format!("and {left_out} more")),
        (_, Some(_)) => Some(format!("and more than {left_out} more")),
    };
    Causes { texts, left_out }
}

/// The error with a code that this cause is, as far as that can be known: see [`find_coded`](token_codes::find_coded).
pub(crate) fn coded<'e>(cause: &'e (dyn Error + 'static)) -> Option<&'e (dyn TokenCode + 'static)> {
    // An `io::Error` is shown as the error in it, and has the source of that, not it, as its source.
    let in_io = || as_coded(cause.downcast_ref::<io::Error>()?.get_ref()?);
    as_coded(cause).or_else(in_io)
}

fn source<'e>(error: &'e dyn Error) -> Option<&'e (dyn Error + 'static)> {
    guarded(|| error.source()).flatten()
}

#[cfg(test)]
mod tests {
    use std::fmt::{self, Display};

    use super::*;
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

    fn shown(error: &dyn Error) -> Causes {
        causes(error, |text| text == bounded(&error, 100), |cause| bounded(&cause, 100))
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
}
