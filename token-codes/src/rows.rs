//! Several rows of a column that belong to one code.

/// Declares such a list, which iterates over its items as the iterator of a slice does.
macro_rules! rows {
    ($(#[$doc:meta])* $List:ident: $Column:ty => $Item:ty) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $List {
            column: &'static $Column,
            start: usize,
            end: usize,
        }

        impl $List {
            /// How many there are.
            #[must_use]
            pub const fn len(&self) -> usize {
                self.end - self.start
            }

            /// Whether there are none.
            #[must_use]
            pub const fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// The one with this index; `None` if there is none.
            #[must_use]
            pub const fn get(&self, index: usize) -> Option<$Item> {
                if index < self.len() { Some(self.column.item(self.start + index)) } else { None }
            }

            /// Each of them.
            #[must_use]
            pub const fn iter(&self) -> Self {
                Self { ..*self }
            }
        }

        impl IntoIterator for &$List {
            type Item = $Item;
            type IntoIter = $List;

            fn into_iter(self) -> $List {
                self.iter()
            }
        }

        impl Iterator for $List {
            type Item = $Item;

            #[inline]
            fn next(&mut self) -> Option<$Item> {
                let first = self.get(0)?;
                self.start += 1;
                Some(first)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.len(), Some(self.len()))
            }
        }

        impl DoubleEndedIterator for $List {
            fn next_back(&mut self) -> Option<$Item> {
                let last = self.get(self.len().checked_sub(1)?)?;
                self.end -= 1;
                Some(last)
            }
        }

        impl ExactSizeIterator for $List {}

        impl core::iter::FusedIterator for $List {}

        impl core::fmt::Debug for $List {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_list().entries(self.iter()).finish()
            }
        }
    };
}

pub(crate) use rows;
