//! What an event says: each text of it on one line, and of bounded length.

use ::tracing::field::Value as Field;
use ::tracing::{Event, Metadata};
use token_codes::{Arg, Escaped, Privacy, TokenCode, Value};

use crate::text::bounded;
use crate::text::causes::{Cause, causes};

/// How long the message and each argument are at most, in bytes before what is escaped.
const MAX_TEXT: usize = 8 << 10;
/// The same for each cause.
const MAX_CAUSE: usize = 1 << 10;

/// Tells the subscriber of the error. The fields of the callsite are those of its code.
pub(super) fn dispatch(error: &dyn TokenCode, callsite: &'static Metadata<'static>) {
    let code = error.any_code();
    let (text, name) = (code.as_str(), code.name());
    let message = bounded(&error.for_log().message(), MAX_TEXT);
    let args: Vec<_> = error.args().map(field).collect();
    let chain = chain(error);

    let mut values: Vec<Option<&dyn Field>> = vec![Some(&message), Some(&text)];
    values.extend(name.as_ref().map(|name| Some(name as _)));
    values.extend(args.iter().map(Option::as_deref));
    values.push(chain.as_ref().map(|chain| chain as _));
    // Hidden, since it is for macros; those of `tracing` 0.1.44 are made of it, so no 0.1 can be without it.
    Event::dispatch(callsite, &callsite.fields().value_set_all(&values));
}

/// The argument with its type; `None` if nobody may see it, nor that it is there.
fn field(arg: Arg<'_>) -> Option<Box<dyn Field>> {
    Some(match (arg.privacy, arg.value) {
        (Privacy::Secret, _) => return None,
        (Privacy::Public, Value::Signed(number)) => Box::new(number),
        (Privacy::Public, Value::Unsigned(number)) => Box::new(number),
        (Privacy::Public, Value::WideSigned(number)) => narrowed::<i64, _>(number.get()),
        (Privacy::Public, Value::WideUnsigned(number)) => narrowed::<u64, _>(number.get()),
        (Privacy::Public, Value::Float(number)) => Box::new(number),
        (Privacy::Public, Value::Float32(number)) => Box::new(shortest(number)),
        (Privacy::Public, Value::Boolean(truth)) => Box::new(truth),
        _ => Box::new(bounded(&arg.for_log(), MAX_TEXT)),
    })
}

/// As the narrower type if it fits: few subscribers have numbers of more than 64 bits.
fn narrowed<N: TryFrom<W> + Field + 'static, W: Copy + Field + 'static>(number: W) -> Box<dyn Field> {
    match N::try_from(number) {
        Ok(narrow) => Box::new(narrow),
        Err(_) => Box::new(number),
    }
}

/// The number that is shown with the same digits: 0.1 for 0.1, not 0.10000000149011612.
fn shortest(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| number.into())
}

/// The causes, the direct one first; `None` if there are none.
fn chain(error: &dyn TokenCode) -> Option<String> {
    let causes = causes(error, |text| text == bounded(&error.for_log(), MAX_CAUSE), cause);
    let chain: Vec<String> = causes.texts.into_iter().chain(causes.left_out).collect();
    (!chain.is_empty()).then(|| chain.join(": "))
}

/// A cause that is known to have a code masks its arguments; of others, nothing is known but their text.
fn cause(cause: &Cause<'_>) -> String {
    match cause {
        Cause::Coded(error) => bounded(&error.for_log(), MAX_CAUSE),
        Cause::Other(error) => Escaped::new(bounded(error, MAX_CAUSE)).to_string(),
    }
}
