//! The arguments of an error in the reply to it.

use serde::{Serialize, Serializer};
use token_codes::{Privacy, TokenCode, Value};

use crate::problem::argument::Argument;

/// The arguments by name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Params(Vec<Param>);

#[derive(Clone, Debug, PartialEq)]
struct Param {
    name: &'static str,
    privacy: Privacy,
    /// `None` if it is secret.
    argument: Option<Argument>,
}

impl Params {
    /// All of them, since the texts may show those that the client does not get by name.
    pub(super) fn of(error: &dyn TokenCode) -> Self {
        let names = error.any_code().params();
        let mut params = Vec::with_capacity(names.len());
        // Not by way of `args`, which copies the values so that they can be kept. It has no error of its own.
        let _ = error.with_values(&mut |values| {
            params.extend(names.clone().zip(values).map(|(param, value)| Param {
                name: param.name,
                privacy: param.privacy,
                argument: Argument::new(*value),
            }));
            Ok(())
        });
        Self(params)
    }

    /// Gives what fills the placeholders: few without an allocation.
    pub(super) fn with_values<T>(&self, with: impl FnOnce(&[Value<'_>]) -> T) -> T {
        let values =
            self.0.iter().map(|param| param.argument.as_ref().map_or(Value::Secret, Argument::value));
        let mut few = [Value::Secret; 4];
        let Some(places) = few.get_mut(..self.0.len()) else { return with(&values.collect::<Vec<_>>()) };
        places.iter_mut().zip(values).for_each(|(place, value)| *place = value);
        with(places)
    }

    /// Leaves what the client gets by name.
    pub(super) fn hide(&mut self, shows_personal: bool) {
        self.0.retain(|param| match param.privacy {
            Privacy::Public => true,
            Privacy::Personal => shows_personal,
            _ => false,
        });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|param| (param.name, &param.argument)))
    }
}
