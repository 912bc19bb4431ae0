//! One entry: a code with its message and all that is known of it.

use super::{
    Context,
    codes::Taken,
    columns::Columns,
    fields::{Fields, Keys},
    locales::Locales,
    names::Identifiers,
    omits::{self, Omits},
    params,
    parity::{Parity, Said},
    place,
    placeholders::{Checked, Scope},
    spot::Spot,
    texts::{self, Values},
    values,
};
use crate::{
    catalog::{Entry, Message, Template, Text, Value},
    diagnostic::{Diagnostic, Kind},
    identifier,
    yaml::{Node, Scalar},
};

/// The keys that every catalog's entries can have.
pub(super) const KEYS: &[&str] =
    &["name", "params", "message", "omits", "summary", "description", "causes", "resolution"];

/// Checks an entry; its identifiers and messages go to `taken`, unless the code has been refused.
pub(super) fn check<'a>(
    context: &mut Context<'_>,
    locales: &Locales,
    columns: &mut Columns<'a>,
    mut taken: Option<&mut Taken<'a>>,
    code: &'a Scalar,
    node: &'a Node,
) -> Option<Entry> {
    let Some(fields) = fields(context, locales, columns, code, node) else {
        columns.overlook_codes();
        return None;
    };
    let name = check_name(context, &fields);
    let identifiers = match (&mut taken, name) {
        (Some(taken), Ok(name)) => taken.names.add(context, code, name),
        _ => Identifiers::default(),
    };
    let params = match fields.get("params") {
        Some((key, node)) => params::check(context, key, node, &code.text),
        // Under a misspelt key, they are unknown.
        None => (!fields.is_misspelt("params")).then(Vec::new),
    };
    let scope = Scope::new(&code.text, params).declared(context, fields.get("params"));
    let values = values::check(context, columns, &fields);
    let reader = Reader { context, locales, scope, fields: &fields, code, said: Vec::new(), sound: true };
    reader.entry(name, identifiers, values, taken)
}

fn fields<'a>(
    context: &mut Context<'_>,
    locales: &Locales,
    columns: &Columns<'a>,
    code: &Scalar,
    node: &'a Node,
) -> Option<Fields<'a>> {
    let shown = code.text.escape_debug();
    let (kind, message) = match node {
        Node::Mapping(mapping) => {
            let otherwise = "remove it, or declare it in `columns` at the top";
            let keys = Keys { allowed: &columns.keys, complete: columns.complete, otherwise };
            return Some(Fields::read_keys(context, mapping, &format!("the entry `{shown}`"), &keys));
        }
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if scalar.is_null() => {
            (Kind::EmptyValue, format!("the entry `{shown}` is empty"))
        }
        _ => (Kind::WrongShape, format!("the entry `{shown}` is not a mapping")),
    };
    let help = format!("write its message below it:\n{}", message_example(locales));
    context.report(Diagnostic::new(kind, place(code, node), message).help(help));
    None
}

/// The lines of YAML that give a message.
fn message_example(locales: &Locales) -> String {
    match &*locales.list {
        [] | [_] => "message: …".to_owned(),
        all => {
            all.iter().fold("message:".to_owned(), |lines, locale| format!("{lines}\n  {}: …", locale.tag))
        }
    }
}

/// The name, if there is one; an error if it cannot be used, which has been reported.
fn check_name<'a>(context: &mut Context<'_>, fields: &Fields<'a>) -> Result<Option<&'a Scalar>, ()> {
    let Some((key, node)) = fields.get("name") else {
        return if fields.is_misspelt("name") { Err(()) } else { Ok(None) };
    };
    let name = texts::word(context, key, node, "name").ok_or(())?;
    if identifier::is_name(&name.text) {
        return Ok(Some(name));
    }
    let message = format!("the name `{}` is not in kebab case", name.text.escape_debug());
    let rule = "lower-case ASCII letters and digits, a letter first, with single hyphens between words";
    let kebab = heck::ToKebabCase::to_kebab_case(&*name.text);
    let help =
        if identifier::is_name(&kebab) { format!("write `{kebab}`: {rule}") } else { format!("use {rule}") };
    context.report(Diagnostic::new(Kind::InvalidName, name.span.clone(), message).help(help));
    Err(())
}

/// Reads the texts of an entry.
struct Reader<'r, 'c, 'a> {
    context: &'r mut Context<'c>,
    locales: &'r Locales,
    scope: Scope<'a>,
    fields: &'r Fields<'a>,
    code: &'a Scalar,
    /// The messages that could be read.
    said: Vec<Said<'a>>,
    /// Whether those are all that are written, and without mistakes in their placeholders.
    sound: bool,
}

impl<'a> Reader<'_, '_, 'a> {
    fn entry(
        mut self,
        name: Result<Option<&Scalar>, ()>,
        identifiers: Identifiers,
        values: Option<Vec<Option<Value>>>,
        taken: Option<&mut Taken<'a>>,
    ) -> Option<Entry> {
        let code = self.code;
        // All of them are read before any is asked for, so that every mistake is found.
        let messages = self.messages();
        let summary = self.text("summary");
        let description = self.text("description");
        let causes = self.texts("causes", "cause");
        let resolution = self.texts("resolution", "resolution step");
        self.parity();
        self.duplicates(taken);
        let params = self.scope.params.clone();
        self.scope.finish(self.context);
        let name = name.ok()?;
        Some(Entry {
            code: code.text.clone(),
            constant: identifiers.constant,
            name: name.map(|name| name.text.clone()).unwrap_or_default(),
            variant: identifiers.variant,
            params: params?,
            messages: messages?,
            summary: summary?,
            description: description?,
            causes: causes?,
            resolution: resolution?,
            values: values?,
        })
    }

    /// Compares the messages with the params.
    fn parity(&mut self) {
        let params = self.scope.params.as_deref();
        let omits = match self.fields.get("omits") {
            Some(field) => omits::check(self.context, self.locales, self.scope.code, params, field),
            None => Omits::none(self.fields.is_misspelt("omits")),
        };
        let Some(params) = params else { return };
        let written = self.fields.get("params").map(|(_, node)| node);
        let parity = Parity {
            code: self.scope.code,
            params,
            written,
            locales: self.locales,
            omits: &omits,
            messages: &self.said,
            sound: self.sound,
            used: &self.scope.used,
        };
        parity.check(self.context);
    }

    fn duplicates(&mut self, taken: Option<&mut Taken<'a>>) {
        let Some(taken) = taken.filter(|_| self.locales.complete) else { return };
        for said in &self.said {
            let tag = self.locales.list.get(said.locale).map(|locale| &*locale.tag);
            taken.messages.add(self.context, self.code, said.scalar, (said.locale, tag));
        }
    }

    /// Keeps a message for the checks that need all of them.
    fn say(&mut self, locale: usize, what: String, message: Option<(&'a Scalar, &Checked)>) {
        let Some((scalar, checked)) = message else {
            self.sound = false;
            return;
        };
        let mut used = vec![false; self.scope.used.len()];
        checked.template.cuts.iter().filter_map(|cut| cut.param).for_each(|param| used[param] = true);
        self.sound &= checked.sound;
        self.said.push(Said { locale, what, scalar, sound: checked.sound, used });
    }

    fn messages(&mut self) -> Option<Vec<Message>> {
        let code = self.code;
        let Some((key, node)) = self.fields.get("message") else {
            if !self.fields.is_misspelt("message") {
                let message = format!("`{}` has no message", code.text.escape_debug());
                let help = format!("add it below the code:\n{}", message_example(self.locales));
                self.context.report(Diagnostic::new(Kind::MissingKey, code.span.clone(), message).help(help));
            }
            return None;
        };
        match texts::values(self.context, self.locales, key, node, "message") {
            Values::Same(node) => self.only_message(key, node),
            Values::PerLocale(values) => self.localized_messages(&values),
        }
    }

    /// A message that does not say in which locale it is; it need not, if there is only one.
    fn only_message(&mut self, key: &Scalar, node: &'a Node) -> Option<Vec<Message>> {
        let scalar = texts::text(self.context, key, node, "message")?;
        if self.locales.complete && self.locales.list.len() > 1 {
            let message = "the message does not say in which locale it is";
            let help = format!("write it in each locale:\n{}", message_example(self.locales));
            let diagnostic = Diagnostic::new(Kind::TextWithoutLocale, scalar.span.clone(), message);
            self.context.report(diagnostic.help(help));
        }
        let spot = Spot { what: "message", locale: None, is_message: true, key: key.span.clone() };
        let checked = self.scope.template(self.context, scalar, &spot);
        self.say(0, "message".to_owned(), Some((scalar, &checked)));
        Some(vec![Message { template: checked.template, translated: true }])
    }

    fn localized_messages(&mut self, values: &[(usize, &Scalar, &'a Node)]) -> Option<Vec<Message>> {
        let mut templates = vec![None; self.locales.list.len()];
        for &(index, key, node) in values {
            let checked = self.template(key, node, "message", Some(key));
            let what = in_locale("message", Some(key));
            self.say(index, what, checked.as_ref().map(|(scalar, checked)| (*scalar, checked)));
            if let (Some((_, checked)), Some(template)) = (checked, templates.get_mut(index)) {
                *template = Some(checked.template);
            }
        }
        let source = templates.first()?.clone()?;
        let message = |template: Option<Template>| Message {
            translated: template.is_some(),
            template: template.unwrap_or_else(|| source.clone()),
        };
        Some(templates.into_iter().map(message).collect())
    }

    /// A text with its placeholders checked; `locale` is the key that it stands behind, if it is in a locale.
    fn template<'n>(
        &mut self,
        key: &Scalar,
        node: &'n Node,
        what: &str,
        locale: Option<&Scalar>,
    ) -> Option<(&'n Scalar, Checked)> {
        let is_message = what == "message";
        let what = in_locale(what, locale);
        let scalar = texts::text(self.context, key, node, &what)?;
        let locale = locale.map(|locale| &*locale.text);
        let spot = Spot { what: &what, locale, is_message, key: key.span.clone() };
        Some((scalar, self.scope.template(self.context, scalar, &spot)))
    }

    /// A text that may be left out.
    fn text(&mut self, name: &str) -> Option<Text<Template>> {
        self.optional(name, |reader, key, node, locale| {
            reader.template(key, node, name, locale).map(|(_, checked)| checked.template)
        })
    }

    /// A list of texts that may be left out; `item` is what each of them is called.
    fn texts(&mut self, name: &str, item: &str) -> Option<Text<Vec<Template>>> {
        self.optional(name, |reader, key, node, locale| {
            let items = texts::items(reader.context, key, node, name)?;
            let templates: Vec<_> =
                items.iter().map(|node| Some(reader.template(key, node, item, locale)?.1.template)).collect();
            templates.into_iter().collect()
        })
    }

    /// A field that may be left out, with one value or one for each locale.
    fn optional<T: Clone + Default>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Self, &Scalar, &Node, Option<&Scalar>) -> Option<T>,
    ) -> Option<Text<T>> {
        let Some((key, node)) = self.fields.get(name) else { return Some(Text::Same(T::default())) };
        let values = match texts::values(self.context, self.locales, key, node, name) {
            Values::Same(node) => return read(self, key, node, None).map(Text::Same),
            Values::PerLocale(values) => values,
        };
        let mut found: Vec<Option<T>> = vec![None; self.locales.list.len()];
        for (index, key, node) in values {
            let value = read(self, key, node, Some(key));
            if let Some(found) = found.get_mut(index) {
                *found = value;
            }
        }
        // A text without a source is a mistake, and has been reported.
        found.first()?.as_ref()?;
        Some(Text::PerLocale(found))
    }
}

/// What a text is called in reports: "`en` message", or "message" if it is in no locale.
fn in_locale(what: &str, locale: Option<&Scalar>) -> String {
    locale.map_or(what.to_owned(), |locale| format!("`{}` {what}", locale.text.escape_debug()))
}
