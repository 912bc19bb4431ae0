//! From the units of a file to the texts of a catalog that they are.

use std::collections::HashMap;

use super::{Exchange, Translation};
use crate::{
    catalog::{Catalog, TextField},
    diagnostic::{Diagnostic, Kind},
    reports::{Reported, Reports},
    source_texts,
    suggest::nearest,
    yaml::{Node, Scalar, Sequence},
};

/// The texts of a file that a translator says are right.
pub(crate) struct Imported {
    pub(crate) locale: Scalar,
    pub(crate) texts: Vec<ImportedText>,
    /// How many texts of the file are not translated yet, or not said to be right.
    pub(crate) waiting: usize,
}

/// A text of an entry, or a list of them.
pub(crate) struct ImportedText {
    /// The index of the entry in the catalog.
    pub(crate) entry: usize,
    pub(crate) field: TextField,
    pub(crate) node: Node,
    /// Whether all of it is said to be right, and not only some texts of a list.
    pub(crate) settles: bool,
}

/// For how many unknown codes the nearest one is looked for.
const MAX_GUESSES: usize = 16;

/// Finds the texts of the file in the catalog. What is wrong with one costs that one.
pub(crate) fn resolve(
    exchange: Exchange,
    catalog: &Catalog,
    found: &mut Reports,
) -> Result<Imported, Reported> {
    let entries = catalog.entries.iter().enumerate().map(|(index, entry)| (&*entry.code, index)).collect();
    let locale = exchange.locale.and_then(|locale| known_locale(locale, catalog, found));
    let mut resolver = Resolver { catalog, entries, unknown: 0, units: HashMap::new(), found };
    for translation in &exchange.translations {
        resolver.add(translation);
    }
    let locale = locale?;
    let mut units: Vec<_> = resolver.units.into_iter().collect();
    units.sort_by_key(|(place, _)| *place);
    let mut imported = Imported { locale, texts: Vec::new(), waiting: 0 };
    for parts in units.chunk_by(|((one, ..), _), ((other, ..), _)| one == other) {
        let fields = parts.chunk_by(|((_, one, _), _), ((_, other, _), _)| one == other);
        fields.for_each(|parts| imported.add(catalog, parts));
    }
    Ok(imported)
}

/// The locale as the catalog writes it.
fn known_locale(locale: Scalar, catalog: &Catalog, found: &mut Reports) -> Result<Scalar, Reported> {
    if let Some(mistake) = crate::lower::locale_mistake(&locale.text, locale.span.clone()) {
        return Err(found.report(mistake));
    }
    let known = catalog.locales.iter().position(|known| known.tag.eq_ignore_ascii_case(&locale.text));
    if known == Some(0) {
        let message = format!("`{}` is the source locale of the catalog", locale.text);
        let help =
            "name the locale that the texts are translated into; the source texts are changed in the catalog";
        return Err(found.report(Diagnostic::new(Kind::UnknownLocale, locale.span, message).help(help)));
    }
    let tag = known.map(|known| catalog.locales[known].tag.clone());
    Ok(Scalar { text: tag.unwrap_or(locale.text), ..locale })
}

/// Which text of the catalog a unit is: the index of its entry, its field, and the number in its list, from 0.
type Place = (usize, TextField, usize);

struct Resolver<'r, 't> {
    catalog: &'r Catalog,
    /// Where each code is in the catalog.
    entries: HashMap<&'r str, usize>,
    /// How many codes the catalog does not have.
    unknown: usize,
    units: HashMap<Place, &'t Translation>,
    found: &'r mut Reports,
}

impl<'t> Resolver<'_, 't> {
    fn add(&mut self, translation: &'t Translation) {
        let placed = self.place(&translation.key).and_then(|place| {
            self.check_source(place, translation)?;
            Ok(place)
        });
        match placed {
            Err(mistake) => {
                self.found.report(mistake);
            }
            Ok(place) => {
                if let Some(first) = self.units.get(&place) {
                    let message = format!("`{}` stands twice in the file", translation.key.text);
                    let mistake = Diagnostic::new(Kind::DuplicateKey, translation.key.span.clone(), message);
                    let mistake = mistake.help("remove one of the two");
                    self.found.report(mistake.label(first.key.span.clone(), "the first"));
                } else {
                    self.units.insert(place, translation);
                }
            }
        }
    }

    fn place(&mut self, key: &Scalar) -> Result<Place, Diagnostic> {
        let mut words = key.text.split(' ');
        let [code, field] = [words.next(), words.next()].map(Option::unwrap_or_default);
        let wrong = |message: String, help: String| {
            Diagnostic::new(Kind::UnknownKey, key.span.clone(), message).help(help)
        };
        let Some(&entry) = self.entries.get(code) else {
            self.unknown += 1;
            let known = self.catalog.entries.iter().filter(|_| self.unknown <= MAX_GUESSES);
            let help = match nearest(code, known.map(|entry| &*entry.code)) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "remove the entry, or export the texts again".to_owned(),
            };
            return Err(wrong(format!("the catalog has no code `{}`", code.escape_debug()), help));
        };
        let Some(field) = TextField::of_key(field) else {
            let help = match nearest(field, TextField::ALL.map(TextField::as_str)) {
                Some(nearest) => format!("did you mean `{code} {nearest}`?"),
                None => format!("write such as `{code} message`"),
            };
            return Err(wrong(format!("`{}` names no text of `{code}`", key.text.escape_debug()), help));
        };
        let count = field.of(&self.catalog.entries[entry]).source().len();
        let number = words.next().map(str::parse::<usize>);
        let item = match (field.is_list(), number) {
            (false, None) => Some(0),
            (true, Some(Ok(number))) => number.checked_sub(1),
            _ => None,
        };
        if let Some(item) = item.filter(|item| *item < count && words.next().is_none()) {
            return Ok((entry, field, item));
        }
        let help = match count {
            0 => format!("remove it; `{code}` has no {field}"),
            1 if !field.is_list() => format!("write `{code} {field}`"),
            _ => format!("the texts are `{code} {field} 1` to `{code} {field} {count}`"),
        };
        Err(wrong(format!("the catalog has no `{}`", key.text.escape_debug()), help))
    }

    /// Whether the file was exported before the source text was changed.
    fn check_source(&self, (entry, field, item): Place, translation: &Translation) -> Result<(), Diagnostic> {
        let now = field.of(&self.catalog.entries[entry]).source()[item];
        let Some(source) = &translation.source else { return Ok(()) };
        if source_texts::is_same(&source.text, now) {
            return Ok(());
        }
        let message =
            format!("the source text of `{}` is another one in the catalog now", translation.key.text);
        let help = "export the texts again, and look at what is marked there";
        Err(Diagnostic::new(Kind::StaleTranslation, source.span.clone(), message)
            .at_level(crate::Level::Error)
            .help(help))
    }
}

impl Imported {
    /// Adds a field, of which these are the texts.
    fn add(&mut self, catalog: &Catalog, parts: &[(Place, &Translation)]) {
        let Some(&((entry, field, _), first)) = parts.first() else { return };
        let done = parts.iter().filter(|(_, part)| part.is_done).count();
        self.waiting += parts.len() - done;
        if done == 0 {
            return;
        }
        let scalar = |translation: &Translation| translation.text.clone().filter(|_| translation.is_done);
        if !field.is_list() {
            let node = scalar(first).map(Node::Scalar);
            self.texts.extend(node.map(|node| ImportedText { entry, field, node, settles: true }));
            return;
        }
        let written = field.of(&catalog.entries[entry]);
        let index = catalog.locales.iter().position(|known| known.tag == self.locale.text);
        let (count, own) = (written.source().len(), written.own(index).unwrap_or_default());
        let item = |item: usize| {
            let part = parts.iter().find(|((_, _, number), _)| *number == item).map(|(_, part)| *part);
            // What is not said to be right stays as it is in the catalog.
            part.and_then(scalar).or_else(|| {
                let text = (*own.get(item)?).to_owned();
                let span = part.unwrap_or(first).key.span.clone();
                Some(Scalar { span, text, style: first.key.style })
            })
        };
        match (0..count).map(item).collect::<Option<Vec<_>>>() {
            Some(items) => {
                let span = items.first().map_or(0..0, |item| item.span.clone());
                let node =
                    Node::Sequence(Sequence { span, items: items.into_iter().map(Node::Scalar).collect() });
                self.texts.push(ImportedText { entry, field, node, settles: done == count });
            }
            // A list is there as a whole, or not at all.
            None => self.waiting += done,
        }
    }
}
