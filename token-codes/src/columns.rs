//! The tables of the columns that a catalog declares itself, in which a code may have no value unless they are required.
//!
//! As the other tables, they are filled by the generated code and private to it.

use core::fmt;

use crate::column_value::{ColumnValue, Rows};
use crate::tables::TextColumn;

/// Which rows have a value: a bit each, that of the first row the lowest.
#[derive(Debug)]
struct Present(&'static [u64]);

impl Present {
    const fn has(&self, row: usize) -> bool {
        (self.0[row / 64] >> (row % 64)) & 1 == 1
    }
}

/// A column of integers or truths; a row without one holds any.
#[derive(Debug)]
pub struct ValueColumn<T: 'static> {
    values: &'static [T],
    present: Present,
}

impl<T: Copy> ValueColumn<T> {
    /// `present` holds a bit for each row.
    #[must_use]
    pub const fn new(values: &'static [T], present: &'static [u64]) -> Self {
        Self { values, present: Present(present) }
    }

    /// The value of a row, if it has one.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&self, row: usize) -> Option<T> {
        if self.present.has(row) { Some(self.values[row]) } else { None }
    }
}

/// A column of integers or truths in which each row has one.
#[derive(Debug)]
pub struct RequiredValueColumn<T: 'static>(&'static [T]);

impl<T: Copy> RequiredValueColumn<T> {
    /// `values` holds one for each row.
    #[must_use]
    pub const fn new(values: &'static [T]) -> Self {
        Self(values)
    }

    /// The value of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&self, row: usize) -> T {
        self.0[row]
    }
}

/// A column of texts; a row without one holds an empty one, which a value may be as well.
#[derive(Debug)]
pub struct OptionalTextColumn {
    texts: TextColumn,
    present: Present,
}

impl OptionalTextColumn {
    /// `present` holds a bit for each row.
    #[must_use]
    pub const fn new(texts: TextColumn, present: &'static [u64]) -> Self {
        Self { texts, present: Present(present) }
    }

    /// The text of a row, if it has one.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&self, row: usize) -> Option<&'static str> {
        if self.present.has(row) { Some(self.texts.get(row)) } else { None }
    }
}

/// A column whose values the catalog lists.
#[derive(Debug)]
pub struct ListedColumn {
    listed: TextColumn,
    indices: ValueColumn<u8>,
}

impl ListedColumn {
    /// `indices` are those of `listed`.
    #[must_use]
    pub const fn new(listed: TextColumn, indices: ValueColumn<u8>) -> Self {
        Self { listed, indices }
    }

    /// The index of a row's value in the list, if it has one.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn index(&self, row: usize) -> Option<usize> {
        match self.indices.get(row) {
            Some(index) => Some(index as usize),
            None => None,
        }
    }
}

/// A column whose values the catalog lists, and in which each row has one.
#[derive(Debug)]
pub struct RequiredListedColumn {
    listed: TextColumn,
    indices: RequiredValueColumn<u8>,
}

impl RequiredListedColumn {
    /// `indices` are those of `listed`.
    #[must_use]
    pub const fn new(listed: TextColumn, indices: RequiredValueColumn<u8>) -> Self {
        Self { listed, indices }
    }

    /// The index of a row's value in the list.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn index(&self, row: usize) -> usize {
        self.indices.get(row) as usize
    }
}

impl<T: Copy + Into<ColumnValue> + fmt::Debug + Sync> Rows for ValueColumn<T> {
    fn value(&self, row: usize) -> Option<ColumnValue> {
        self.get(row).map(T::into)
    }
}

impl<T: Copy + Into<ColumnValue> + fmt::Debug + Sync> Rows for RequiredValueColumn<T> {
    fn value(&self, row: usize) -> Option<ColumnValue> {
        Some(self.get(row).into())
    }
}

impl Rows for TextColumn {
    fn value(&self, row: usize) -> Option<ColumnValue> {
        Some(ColumnValue::Text(self.get(row)))
    }
}

impl Rows for RequiredListedColumn {
    fn value(&self, row: usize) -> Option<ColumnValue> {
        Some(ColumnValue::Text(self.listed.get(self.index(row))))
    }
}

impl Rows for OptionalTextColumn {
    fn value(&self, row: usize) -> Option<ColumnValue> {
        self.get(row).map(ColumnValue::Text)
    }
}

impl Rows for ListedColumn {
    fn value(&self, row: usize) -> Option<ColumnValue> {
        self.index(row).map(|index| ColumnValue::Text(self.listed.get(index)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: usize = 130;
    static NUMBERS: [i64; ROWS] = [-7; ROWS];
    /// The first and the last row of each word.
    static COLUMN: ValueColumn<i64> = ValueColumn::new(&NUMBERS, &[1 | 1 << 63, 1 | 1 << 63, 1 << 1]);

    #[test]
    fn a_row_has_the_bit_of_its_place() {
        for row in 0..ROWS {
            let expected = matches!(row, 0 | 63 | 64 | 127 | 129).then_some(-7);
            assert_eq!(COLUMN.get(row), expected, "{row}");
            assert_eq!(COLUMN.value(row), expected.map(ColumnValue::Signed), "{row}");
        }
    }
}
