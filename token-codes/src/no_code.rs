//! The enum that stands in for a catalog's where there is none.

use core::fmt;

use crate::any_code::AnyCode;
use crate::catalog_code::CatalogCode;
use crate::template::Template;

/// The code of a type that names no catalog. There is none, but its impls are whole, so that this is one error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoCode {}

impl fmt::Display for NoCode {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl From<NoCode> for AnyCode {
    fn from(code: NoCode) -> Self {
        match code {}
    }
}

impl CatalogCode for NoCode {
    type Locale = &'static str;

    const SOURCE_LOCALE: &'static str = "";

    fn all() -> &'static [Self] {
        &[]
    }

    fn as_str(self) -> &'static str {
        match self {}
    }

    fn message(self, _: &'static str) -> Template {
        match self {}
    }
}
