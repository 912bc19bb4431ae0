//! A key with its value, and mappings that have a fixed set of keys: the one place where shapes are told apart.

use std::{
    collections::{HashMap, HashSet},
    fmt::Display,
    ops::Range,
};

use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    lines,
    reports::Reported,
    suggest::{listed, quoted},
    yaml::{self, Mapping, Node, Scalar, Sequence, Style},
};

/// A key, and what is written for it.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    pub(super) key: &'a Scalar,
    pub(super) value: &'a Node,
}

impl<'a> Field<'a> {
    /// The mapping that is written here; if it is another shape, the report on that.
    pub(super) fn mapping(
        self,
        context: &mut Context<'_, '_>,
        otherwise: impl FnOnce(Self) -> Diagnostic,
    ) -> Result<&'a Mapping, Reported> {
        match self.value {
            Node::Mapping(mapping) => Ok(mapping),
            _ => Err(self.refuse(context, otherwise)),
        }
    }

    /// The list that is written here; if it is another shape, the report on that.
    pub(super) fn list(
        self,
        context: &mut Context<'_, '_>,
        otherwise: impl FnOnce(Self) -> Diagnostic,
    ) -> Result<&'a Sequence, Reported> {
        match self.value {
            Node::Sequence(sequence) => Ok(sequence),
            _ => Err(self.refuse(context, otherwise)),
        }
    }

    /// The word or text that is written here; if it is another shape or nothing, the report on that.
    pub(super) fn word(
        self,
        context: &mut Context<'_, '_>,
        otherwise: impl FnOnce(Self) -> Diagnostic,
    ) -> Result<&'a Scalar, Reported> {
        match self.value {
            Node::Scalar(scalar) if !scalar.is_null() => Ok(scalar),
            _ => Err(self.refuse(context, otherwise)),
        }
    }

    /// The text that is written here; an error if it is none, or would be lost in part. `what` is what it is called in reports.
    pub(super) fn text(
        self,
        context: &mut Context<'a, '_>,
        what: &dyn Display,
    ) -> Result<&'a Scalar, Reported> {
        let scalar = self.one_word(context, what)?;
        match comment_after(context, scalar) {
            Some(diagnostic) => Err(context.report(diagnostic)),
            None => Ok(scalar),
        }
    }

    /// A text that cannot have a blank in it, so that a comment after it is a comment.
    pub(super) fn one_word(
        self,
        context: &mut Context<'a, '_>,
        what: &dyn Display,
    ) -> Result<&'a Scalar, Reported> {
        let source = context.source.text();
        self.word(context, |field| {
            if field.is_null() {
                return field.nothing(what);
            }
            let written = source.get(field.place()).unwrap_or_default();
            if let Some(sign @ ('{' | '[')) = written.chars().next() {
                let message = format!("a text that starts with `{sign}` is not in quotes");
                let help = format!("put it in quotes: {}", quoted(written));
                return Diagnostic::new(Kind::WrongShape, field.place(), message).help(help);
            }
            let message = format!("the {what} is {}, not a text", field.shape());
            let help = "write one text; a long one can go on the lines below `|`, indented";
            Diagnostic::new(Kind::WrongShape, field.place(), message).help(help)
        })
    }

    fn nothing(self, what: &dyn Display) -> Diagnostic {
        let (message, help) = match self.null() {
            "" => (
                format!("the {what} has no text"),
                "write a text, or leave the key out if it is not required".to_owned(),
            ),
            null => {
                (format!("YAML takes `{null}` for no text at all"), format!("put it in quotes: \"{null}\""))
            }
        };
        Diagnostic::new(Kind::EmptyValue, self.place(), message).help(help)
    }

    /// Reports the value, unless it is what has been reported already.
    fn refuse(self, context: &mut Context<'_, '_>, otherwise: impl FnOnce(Self) -> Diagnostic) -> Reported {
        match self.value {
            Node::Broken(_, reported) => *reported,
            value => {
                let misread = yaml::misread(context.source.text(), value);
                context.report(misread.unwrap_or_else(|| otherwise(self)))
            }
        }
    }

    /// The word of a list or setting, where any word will do so far; `item` says what it is there for.
    pub(super) fn item(
        self,
        context: &mut Context<'_, '_>,
        item: &str,
        example: &str,
    ) -> Result<&'a Scalar, Reported> {
        self.word(context, |field| {
            let wrong = format!("the {item} is {}, not a word", field.shape());
            field.unexpected(format!("the {item} is missing"), wrong).help(example)
        })
    }

    /// The `true` or `false` that is written for a setting; `help` says what it does.
    pub(super) fn boolean(self, context: &mut Context<'_, '_>, help: &str) -> Result<bool, Reported> {
        let key = &self.key.text;
        let word = self.item(context, &format!("value of `{key}`"), help)?;
        // In quotes, other readers take it for a text.
        if word.style == Style::Plain && matches!(&*word.text, "true" | "false") {
            return Ok(word.text == "true");
        }
        let written = context.written(&word.span).escape_debug();
        let message = format!("`{key}` is `{written}`, not `true` or `false`");
        Err(context.report(Diagnostic::new(Kind::InvalidValue, word.span.clone(), message).help(help)))
    }

    /// The words of the list `what`, each of which is an `item`. An item that is none has been reported.
    pub(super) fn words(
        self,
        context: &mut Context<'_, '_>,
        what: &str,
        item: &str,
        example: &str,
    ) -> Result<Vec<Result<&'a Scalar, Reported>>, Reported> {
        let list = self.list(context, |field| {
            field
                .unexpected(format!("`{what}` has no value"), format!("`{what}` is not a list"))
                .help(example)
        })?;
        Ok(self.items(list).map(|field| field.item(context, item, example)).collect())
    }

    /// The items of a list, each as if it stood at its key.
    pub(super) fn items(self, list: &'a Sequence) -> impl Iterator<Item = Self> {
        list.items.iter().map(move |value| Self { value, ..self })
    }

    /// The report on a value of the wrong shape; `nothing` is what to say if none is written.
    pub(super) fn unexpected(self, nothing: impl Into<String>, wrong: impl Into<String>) -> Diagnostic {
        if self.is_null() {
            Diagnostic::new(Kind::EmptyValue, self.place(), nothing)
        } else {
            Diagnostic::new(Kind::WrongShape, self.place(), wrong)
        }
    }

    /// Whether nothing is written, or what YAML takes for nothing.
    pub(super) fn is_null(self) -> bool {
        matches!(self.value, Node::Scalar(scalar) if scalar.is_null())
    }

    /// What YAML takes for nothing, as it is written: `~`, `null`; empty if nothing is.
    pub(super) fn null(self) -> &'a str {
        match self.value {
            Node::Scalar(scalar) => &scalar.text,
            _ => "",
        }
    }

    /// What the value is.
    pub(super) fn shape(self) -> &'static str {
        match self.value {
            Node::Mapping(_) => "a mapping",
            Node::Sequence(_) => "a list",
            Node::Scalar(_) | Node::Broken(..) => "a text",
        }
    }

    /// Where to show what is wrong with the value: the value, or its key if nothing is written.
    pub(super) fn place(self) -> Range<usize> {
        let span = self.value.span();
        if span.is_empty() { self.key.span.clone() } else { span }
    }
}

/// `番号 #1 は` without quotes, of which YAML gives only the first word.
fn comment_after(context: &Context<'_, '_>, scalar: &Scalar) -> Option<Diagnostic> {
    let after = context.source.text().get(scalar.span.end..)?;
    let comment = after.trim_start_matches([' ', '\t']);
    if scalar.style != Style::Plain || !comment.starts_with('#') {
        return None;
    }
    let start = scalar.span.end + after.len() - comment.len();
    let end = lines::end(context.source.text(), start);
    let whole = quoted(context.written(&(scalar.span.start..end)).trim_end());
    let message = "YAML takes the rest of this text for a comment".to_owned();
    let help = format!("put the text in quotes: {whole}; a comment goes on a line of its own");
    Some(Diagnostic::new(Kind::LostText, start..end, message).help(help))
}

/// The fields whose key is the first of its kind; the others are reported.
pub(super) fn unique<'a>(context: &mut Context<'_, '_>, mapping: &'a Mapping) -> Fields<'a> {
    let mut fields = Fields { lost_key: mapping.lost_key, ..Fields::default() };
    fields.add_first(context, mapping);
    fields
}

pub(super) fn duplicate_key(
    context: &mut Context<'_, '_>,
    first: &Scalar,
    second: &Scalar,
    help: &str,
) -> Reported {
    let line = context.line(&first.span, &second.span);
    let message = format!("the key `{}` already stands on {line}", second.text);
    let diagnostic = Diagnostic::new(Kind::DuplicateKey, second.span.clone(), message);
    let diagnostic = diagnostic.here("given again").label(first.span.clone(), "first given here");
    context.report(diagnostic.help(help))
}

pub(super) fn duplicate_item(second: &Scalar, item: &str) -> Diagnostic {
    let message = format!("the {item} `{}` stands twice in this list", second.text.escape_debug());
    Diagnostic::new(Kind::DuplicateItem, second.span.clone(), message).help("remove one of the two")
}

/// Words that are all different, in their order.
#[derive(Default)]
struct Words<'a> {
    list: Vec<&'a str>,
    /// Where each stands, once there are so many that a search one by one would take longer.
    index: HashMap<&'a str, usize>,
}

impl<'a> Words<'a> {
    const FEW: usize = 16;

    fn position(&self, word: &str) -> Option<usize> {
        if self.list.len() <= Self::FEW {
            return self.list.iter().position(|other| *other == word);
        }
        self.index.get(word).copied()
    }

    fn add(&mut self, word: &'a str) {
        self.list.push(word);
        if self.list.len() > Self::FEW {
            let unindexed = self.index.len()..self.list.len();
            self.index.extend(unindexed.map(|index| (self.list[index], index)));
        }
    }
}

/// The keys that a mapping can have.
pub(super) struct Keys<'a> {
    words: Words<'a>,
    /// Set if there may be more: a key that is like none of them may then be in order.
    incomplete: Option<Reported>,
    /// What to do with a key that is none of them.
    otherwise: &'static str,
}

impl<'a> Keys<'a> {
    pub(super) fn new(keys: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words = Words::default();
        for key in keys {
            words.add(key);
        }
        Self { words, incomplete: None, otherwise: "remove it" }
    }

    pub(super) fn incomplete(self, incomplete: Option<Reported>) -> Self {
        Self { incomplete, ..self }
    }

    pub(super) fn otherwise(self, otherwise: &'static str) -> Self {
        Self { otherwise, ..self }
    }
}

/// A mapping with a fixed set of keys.
#[derive(Default)]
pub(super) struct Fields<'a> {
    pub(super) list: Vec<Field<'a>>,
    keys: Words<'a>,
    /// Set if a key stands twice.
    repeated: Option<Reported>,
    /// The keys that seem to be there under a misspelt name.
    misspelt: HashSet<&'a str>,
    /// Set if there is a key that the mapping cannot have.
    unknown: Option<Reported>,
    /// Set if there was a key that could not be read.
    lost_key: Option<Reported>,
}

impl<'a> Fields<'a> {
    /// Reads the mapping, and reports the keys that are unknown or stand twice; `of` names the mapping.
    pub(super) fn read(
        context: &mut Context<'_, '_>,
        mapping: &'a Mapping,
        of: impl FnOnce() -> String,
        keys: &Keys<'a>,
    ) -> Self {
        let mut fields = unique(context, mapping);
        let is_unknown = |key: &&Scalar| keys.words.position(&key.text).is_none();
        let unknown: Vec<_> = fields.list.iter().map(|field| field.key).filter(is_unknown).collect();
        if !unknown.is_empty() {
            fields.report_unknown(context, &of(), keys, &unknown);
        }
        fields
    }

    fn report_unknown(
        &mut self,
        context: &mut Context<'_, '_>,
        of: &str,
        keys: &Keys<'a>,
        unknown: &[&Scalar],
    ) {
        for key in unknown {
            let guess = context.nearest(&key.text, keys.words.list.iter().copied());
            if keys.incomplete.is_none() || guess.is_some() {
                self.unknown = Some(context.report(unknown_key(key, of, keys, guess)));
                self.misspelt.extend(guess);
            }
        }
    }

    /// Those of what could not be read at all.
    pub(super) fn unreadable(reported: Reported) -> Self {
        Self { lost_key: Some(reported), ..Self::default() }
    }

    /// Adds each field whose key is the first of its kind, and reports the others.
    fn add_first(&mut self, context: &mut Context<'_, '_>, mapping: &'a Mapping) {
        self.list.reserve(mapping.entries.len());
        for (key, value) in &mapping.entries {
            match self.keys.position(&key.text) {
                None => self.add(Field { key, value }),
                Some(first) => {
                    let first = self.list[first].key;
                    self.repeated = Some(duplicate_key(context, first, key, "remove one of the two"));
                }
            }
        }
    }

    pub(super) fn add(&mut self, field: Field<'a>) {
        self.keys.add(&field.key.text);
        self.list.push(field);
    }

    /// Set if a key stands twice or could not be read, so that it is not clear which there are.
    pub(super) fn unclear(&self) -> Option<Reported> {
        self.lost_key.or(self.repeated)
    }

    /// Takes over which keys cannot be said to be missing.
    pub(super) fn add_misspelt(&mut self, other: &Self) {
        self.misspelt.extend(&other.misspelt);
        self.unknown = self.unknown.or(other.unknown);
        self.lost_key = self.lost_key.or(other.lost_key);
    }

    /// The field with this key, if there is one.
    pub(super) fn find(&self, name: &str) -> Option<Field<'a>> {
        self.keys.position(name).map(|index| self.list[index])
    }

    /// The field with this key, `None` if it is left out; an error if a key has been reported that was probably meant to be
    /// this one, misspelt or not to be read at all.
    pub(super) fn get(&self, name: &str) -> Result<Option<Field<'a>>, Reported> {
        match self.find(name) {
            Some(field) => Ok(Some(field)),
            None => {
                self.lost_key.or(self.unknown.filter(|_| self.misspelt.contains(name))).map_or(Ok(None), Err)
            }
        }
    }
}

fn unknown_key(key: &Scalar, of: &str, keys: &Keys<'_>, guess: Option<&str>) -> Diagnostic {
    let all = listed(keys.words.list.iter().copied());
    let help = match guess {
        Some(guess) => format!("did you mean `{guess}`? the keys are {all}"),
        None => format!("{}; the keys are {all}", keys.otherwise),
    };
    let message = format!("{of} has no key `{}`", key.text);
    Diagnostic::new(Kind::UnknownKey, key.span.clone(), message).help(help)
}

/// The report on a key that is not there; placed at the first key of the mapping that lacks it.
pub(super) fn missing_key(mapping: &Mapping, of: &str, help: &str, name: &str) -> Diagnostic {
    let span = mapping.entries.first().map_or(mapping.span.clone(), |(key, _)| key.span.clone());
    Diagnostic::new(Kind::MissingKey, span, format!("{of} has no `{name}`")).help(help)
}
