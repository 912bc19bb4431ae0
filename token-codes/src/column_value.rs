//! What a code has in the columns of its catalog.

use core::fmt;
use core::iter::FusedIterator;

/// What a code has in a column that its catalog declares: for code that does not know the catalog.
///
/// Where the catalog is known, its enum has an accessor of the column's name and type. See
/// [`AnyCode::column`](crate::AnyCode::column).
///
/// ```
/// use token_codes::ColumnValue;
///
/// assert_eq!(ColumnValue::Unsigned(422).to_string(), "422");
/// assert_eq!(ColumnValue::Boolean(true).to_string(), "true");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnValue {
    /// In a `text` column; and in one with a list, the word of that list.
    Text(&'static str),
    /// In an integer column whose type is signed.
    Signed(i64),
    /// In an integer column whose type is unsigned, as it is if `integer` is all that the catalog says and no value is
    /// negative.
    Unsigned(u64),
    /// In a `boolean` column.
    Boolean(bool),
}

impl fmt::Display for ColumnValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => text.fmt(f),
            Self::Signed(number) => number.fmt(f),
            Self::Unsigned(number) => number.fmt(f),
            Self::Boolean(truth) => truth.fmt(f),
        }
    }
}

macro_rules! from_integer {
    ($variant:ident: $($integer:ty),+) => {$(
        impl From<$integer> for ColumnValue {
            fn from(number: $integer) -> Self {
                Self::$variant(number.into())
            }
        }
    )+};
}

from_integer!(Signed: i8, i16, i32, i64);
from_integer!(Unsigned: u8, u16, u32, u64);

impl From<bool> for ColumnValue {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

/// What a code has in the columns of its catalog: an iterator over their names and its values, in the order in which
/// they are declared, without those in which it has none. Made by [`AnyCode::columns`](crate::AnyCode::columns).
#[derive(Clone)]
pub struct ColumnValues {
    columns: core::slice::Iter<'static, AnyColumn>,
    row: usize,
}

impl ColumnValues {
    pub(crate) fn new(columns: &'static [AnyColumn], row: usize) -> Self {
        Self { columns: columns.iter(), row }
    }
}

impl Iterator for ColumnValues {
    type Item = (&'static str, ColumnValue);

    fn next(&mut self) -> Option<Self::Item> {
        self.columns.find_map(|column| Some((column.name, column.rows.value(self.row)?)))
    }
}

impl FusedIterator for ColumnValues {}

impl fmt::Debug for ColumnValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clone()).finish()
    }
}

/// A column of any type, as [`AnyCode`](crate::AnyCode) reads it.
#[derive(Debug)]
pub struct AnyColumn {
    /// Its name in the catalog.
    pub name: &'static str,
    /// Its values.
    pub rows: &'static dyn Rows,
}

/// The values of a column of any type.
pub trait Rows: fmt::Debug + Sync {
    /// The value of a row, if it has one.
    fn value(&self, row: usize) -> Option<ColumnValue>;
}
