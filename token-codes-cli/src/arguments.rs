//! Binds the `param=value` words of a command line to the params of a code.

use std::fmt::Display;
use std::num::IntErrorKind;
use std::str::FromStr;

use token_codes_build::catalog::{Entry, Param, ParamType, Template};
use token_codes_build::cldr::Language;
use token_codes_build::suggest::all_nearest;

use crate::mistake::{Mistake, list};
use crate::placeholders;

/// The arguments of one code.
#[derive(Debug)]
pub(crate) struct Bound<'a> {
    params: &'a [Param],
    /// The value for each param; `None` where the command line has none.
    values: Vec<Option<Value<'a>>>,
}

#[derive(Debug)]
struct Value<'a> {
    /// The word that gave it, such as `max_hours=24`.
    word: &'a str,
    /// What is shown in place of the placeholder.
    shown: String,
}

impl Bound<'_> {
    /// The template's text with the arguments filled in; a placeholder without one stays visible by its name.
    pub(crate) fn fill(&self, template: &Template, language: Language) -> String {
        template.fill(language, |index| self.shown(index))
    }

    /// What is shown for the param with this index: its value, or its placeholder.
    pub(crate) fn shown(&self, index: usize) -> String {
        self.value(index).map_or_else(|| placeholders::placeholder(&self.params[index]), str::to_owned)
    }

    /// The name of the param with this index.
    pub(crate) fn name(&self, index: usize) -> &str {
        &self.params[index].name
    }

    /// What the command line gives for the param with this index.
    pub(crate) fn value(&self, index: usize) -> Option<&str> {
        self.values[index].as_ref().map(|value| &*value.shown)
    }
}

/// Binds `words` to the params of `entry`, and adds all mistakes in them to `mistakes`.
///
/// Without an entry (nobody knows the code) only those mistakes are found that are ones for every code.
pub(crate) fn bind<'a>(
    entry: Option<&'a Entry>,
    words: &'a [String],
    mistakes: &mut Vec<Mistake>,
) -> Bound<'a> {
    let params = entry.map_or(&[][..], |entry| &entry.params);
    let mut bound = Bound { params, values: params.iter().map(|_| None).collect() };
    for word in words {
        if let Err(mistake) = bind_one(entry, word, &mut bound.values) {
            mistakes.push(mistake);
        }
    }
    bound
}

fn bind_one<'a>(
    entry: Option<&Entry>,
    word: &'a str,
    values: &mut [Option<Value<'a>>],
) -> Result<(), Mistake> {
    let (key, value) = split(entry, word)?;
    let Some(entry) = entry else { return Ok(()) };
    let index = find_param(entry, key)?;
    let param = &entry.params[index];
    if let Some(earlier) = &values[index] {
        let message = format!("`{word}` gives `{}` a second time", param.name);
        return Err(Mistake::usage(message).help(format!("leave it out, or the earlier `{}`", earlier.word)));
    }
    // It counts as given even if its value is wrong: that is one mistake, not two.
    let shown = show_as(param, value);
    values[index] = Some(Value { word, shown: shown.as_deref().unwrap_or(value).to_owned() });
    shown.map(drop)
}

/// The param's name or index, and its value.
fn split<'a>(entry: Option<&Entry>, word: &'a str) -> Result<(&'a str, &'a str), Mistake> {
    let mistake = match word.split_once('=') {
        Some((key, value)) if !key.is_empty() => return Ok((key, value)),
        Some(_) => Mistake::usage(format!("`{word}` has no param before the `=`")),
        None => Mistake::usage(format!("the argument `{word}` has no `=`")),
    };
    let mistake = mistake.help("write it as `param=value`");
    Err(match entry {
        Some(entry) => mistake.help(describe_params(entry)),
        None => mistake,
    })
}

/// The index of the param that `key` names or counts.
fn find_param(entry: &Entry, key: &str) -> Result<usize, Mistake> {
    // The name of a param is a Rust identifier, so it is never taken for an index.
    if key.bytes().all(|byte| byte.is_ascii_digit()) {
        let index = key.parse().ok().filter(|index| *index < entry.params.len());
        return index.ok_or_else(|| {
            Mistake::usage(format!("`{}` has no placeholder {{{key}}}", entry.code))
                .help(describe_params(entry))
        });
    }
    if let Some(index) = entry.params.iter().position(|param| param.name == key) {
        return Ok(index);
    }
    let mut mistake = Mistake::usage(format!("`{}` has no param `{key}`", entry.code));
    let names = entry.params.iter().map(|param| param.name.as_str());
    if let Some(name) = all_nearest(key, names.map(|name| (name, name))).first() {
        mistake = mistake.help(format!("did you mean `{name}`?"));
    }
    Err(mistake.help(describe_params(entry)))
}

/// The params of a code, for a help line.
fn describe_params(entry: &Entry) -> String {
    let code = &entry.code;
    let params = entry.params.iter().enumerate();
    let params: Vec<String> =
        params.map(|(index, param)| format!("`{}` ({{{index}}})", param.name)).collect();
    match params.as_slice() {
        [] => format!("`{code}` has no params"),
        [only] => format!("the only param of `{code}` is {only}"),
        several => format!("the params of `{code}` are {}", list(several, "and")),
    }
}

fn show_parsed<T: FromStr + Display>(
    param: &Param,
    value: &str,
    what: &str,
    example: &str,
) -> Result<String, Mistake> {
    value.parse::<T>().map(|value| value.to_string()).map_err(|_| {
        Mistake::usage(format!("`{}` takes {what}, not `{value}`", param.name))
            .help(format!("write it as in `{}={example}`", param.name))
    })
}

/// The value as a program shows it that has it in the param's type.
fn show_as(param: &Param, value: &str) -> Result<String, Mistake> {
    match param.ty {
        ParamType::Text | ParamType::Any => Ok(value.to_owned()),
        ParamType::Integer => show_integer(value).map_err(|kind| {
            let help = match kind {
                IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => {
                    "it must fit into 128 bits".to_owned()
                }
                _ => format!("write it in digits, such as `{}=24`", param.name),
            };
            Mistake::usage(format!("`{}` takes an integer, not `{value}`", param.name)).help(help)
        }),
        ParamType::Boolean => show_parsed::<bool>(param, value, "`true` or `false`", "true"),
        ParamType::Float => show_parsed::<f64>(param, value, "a number", "1.5"),
    }
}

/// Any of Rust's integers fits into one of the two widest.
fn show_integer(value: &str) -> Result<String, IntErrorKind> {
    if let Ok(integer) = value.parse::<u128>() {
        return Ok(integer.to_string());
    }
    value.parse::<i128>().map(|integer| integer.to_string()).map_err(|error| *error.kind())
}

#[cfg(test)]
mod tests {
    use super::show_integer;

    #[test]
    fn integers_of_every_width_are_shown_as_rust_shows_them() {
        for (given, shown) in [("24", "24"), ("+24", "24"), ("-1", "-1"), ("007", "7"), ("-0", "0")] {
            assert_eq!(show_integer(given).as_deref(), Ok(shown));
        }
        for widest in [u128::MAX.to_string(), i128::MIN.to_string()] {
            assert_eq!(show_integer(&widest), Ok(widest));
        }
    }

    #[test]
    fn all_else_is_no_integer() {
        for given in ["", "soon", "24h", "1.5", "1e3", "0x10", " 24", "1_000", "２４", "-"] {
            assert!(show_integer(given).is_err(), "{given:?}");
        }
        assert!(show_integer(&"9".repeat(50)).is_err());
    }
}
