//! The values of one message, taken out of its error.

use core::fmt;

use crate::value::{Value, WithValues};

/// How many values are held without an allocation.
const FEW: usize = 8;

/// What fills the placeholders of one message.
///
/// They are taken out of the error, not read from it when they are asked for, so that what holds them is `Send`,
/// whatever else the error has in it.
#[derive(Clone)]
pub struct Values<'a>(Held<'a>);

#[derive(Clone)]
enum Held<'a> {
    Few {
        values: [Value<'a>; FEW],
        count: usize,
    },
    #[cfg(feature = "alloc")]
    Many(alloc::vec::Vec<Value<'a>>),
}

impl<'a> Values<'a> {
    /// Those that `give` hands over.
    pub(crate) fn take(give: impl FnOnce(WithValues<'_, 'a>) -> fmt::Result) -> Self {
        let mut taken = Self(Held::Few { values: [Value::Text(""); FEW], count: 0 });
        // Nothing is written, so nothing can fail.
        let _ = give(&mut |values| {
            taken.hold(values);
            Ok(())
        });
        taken
    }

    /// In place, since the array is large. Nothing was held before.
    fn hold(&mut self, given: &[Value<'a>]) {
        #[cfg(feature = "alloc")]
        if given.len() > FEW {
            self.0 = Held::Many(given.to_vec());
        }
        match &mut self.0 {
            Held::Few { values, count } => {
                *count = given.len().min(FEW);
                values[..*count].copy_from_slice(&given[..*count]);
            }
            #[cfg(feature = "alloc")]
            Held::Many(_) => {}
        }
    }

    pub(crate) fn as_slice(&self) -> &[Value<'a>] {
        match &self.0 {
            Held::Few { values, count } => &values[..*count],
            #[cfg(feature = "alloc")]
            Held::Many(values) => values,
        }
    }
}

/// For the derive and `message!`: whether the values of a message can be held.
///
/// # Panics
///
/// If they cannot, at compile time.
pub const fn check_count(count: usize) {
    assert!(
        count <= FEW || cfg!(feature = "alloc"),
        "a message with more than eight placeholders needs the feature `alloc` of token-codes"
    );
}
