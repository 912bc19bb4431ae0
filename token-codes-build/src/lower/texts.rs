//! Texts, lists of texts, and maps of locales.

use super::{
    field::{Field, unique},
    locales::{self, UnknownLocale},
    resolve::resolve,
};
use crate::{
    context::Context,
    model::{InLocale, Locales, Localized, Params, Role, Text, Texts, Values, Written},
    reports::Reported,
    yaml::{self, Mapping, Node, Scalar},
};

/// How the texts of an entry are read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r, 'a> {
    pub(super) locales: &'r Locales<'a>,
    pub(super) params: &'r Params<'a>,
}

impl<'a> Reader<'_, 'a> {
    /// A text with placeholders, in each locale.
    pub(super) fn text(
        self,
        context: &mut Context<'a, '_>,
        field: Field<'a>,
        role: Role<'static>,
    ) -> Localized<'a, Text<'a>> {
        self.localized(context, field, |context, field, locale| self.template(context, field, locale, role))
    }

    /// A list of them, in each locale; `item` is what each of them is called.
    pub(super) fn list(
        self,
        context: &mut Context<'a, '_>,
        field: Field<'a>,
        item: &'static str,
    ) -> Localized<'a, Texts<'a>> {
        let name = &field.key.text;
        self.localized(context, field, |context, field, locale| {
            let list = field.list(context, |field| {
                let help = "write each text on a line of its own behind `- `, or leave the key out";
                field
                    .unexpected(format!("`{name}` has no texts"), format!("`{name}` is not a list"))
                    .help(help)
            })?;
            let role = Role::Detail(item);
            Ok(field.items(list).map(|field| self.template(context, field, locale, role)).collect())
        })
    }

    fn template(
        self,
        context: &mut Context<'a, '_>,
        field: Field<'a>,
        locale: Option<&'a Scalar>,
        role: Role<'static>,
    ) -> Result<Text<'a>, Reported> {
        let written = |scalar| Written { scalar, key: field.key, locale, role };
        // What it is called in reports does not depend on its text.
        let scalar = field.text(context, &written(field.key))?;
        Ok(resolve(written(scalar), self.params))
    }

    /// The value or values of a field that can differ from locale to locale.
    fn localized<T>(
        self,
        context: &mut Context<'a, '_>,
        field: Field<'a>,
        read: impl Fn(&mut Context<'a, '_>, Field<'a>, Option<&'a Scalar>) -> Result<T, Reported>,
    ) -> Localized<'a, T> {
        let values = match field.value {
            Node::Mapping(mapping) if !is_unquoted_text(mapping) => {
                let fields = unique(context, mapping);
                let in_locale = |field: Field<'a>| {
                    let (locale, value) = match locales::find(context, self.locales, field.key) {
                        Ok(locale) => (locale, read(context, field, Some(field.key))),
                        // The locale that was meant is not said to be missing as well.
                        Err(UnknownLocale { reported, meant: Some(meant) }) => (Some(meant), Err(reported)),
                        Err(UnknownLocale { meant: None, .. }) => return None,
                    };
                    Some(InLocale { tag: field.key, locale, value })
                };
                let list = fields.list.into_iter().filter_map(in_locale).collect();
                Values::PerLocale { list, lost_key: mapping.lost_key }
            }
            Node::Scalar(scalar) => Values::Same(match self.misread_locales(context, scalar) {
                Some(reported) => Err(reported),
                None => read(context, field, None),
            }),
            _ => Values::Same(read(context, field, None)),
        };
        Localized { key: field.key, values }
    }
}

impl<'a> Reader<'_, 'a> {
    /// Reports `ja:　…` on lines of their own, which are one text to YAML.
    fn misread_locales(self, context: &mut Context<'a, '_>, scalar: &Scalar) -> Option<Reported> {
        let is_locale = |word: &str| self.locales.index(word).is_some();
        let found = yaml::misread_keys(context.source.text(), scalar, is_locale);
        found.into_iter().map(|diagnostic| context.report(diagnostic)).last()
    }
}

/// `{0}`: what was meant as a text, and is a mapping with keys that have no values.
fn is_unquoted_text(mapping: &Mapping) -> bool {
    let empty = |node: &Node| matches!(node, Node::Scalar(scalar) if scalar.is_null());
    mapping.flow && !mapping.entries.is_empty() && mapping.entries.iter().all(|(_, node)| empty(node))
}
