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
        let mut params = Vec::with_capacity(error.any_code().params().len());
        params.extend(error.args().map(|arg| Param {
            name: arg.name,
            privacy: arg.privacy,
            argument: Argument::new(arg.value),
        }));
        Self(params)
    }

    /// What fills the placeholders.
    pub(super) fn values(&self) -> impl Iterator<Item = Value<'_>> {
        self.0.iter().map(|param| param.argument.as_ref().map_or(Value::Secret, Argument::value))
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
