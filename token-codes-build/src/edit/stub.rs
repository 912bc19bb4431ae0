//! The document of a translator: how it is written, and what it holds once it is filled in.

use std::{collections::HashMap, fmt::Write as _, ops::Range};

use super::{pseudo, scalar::on_one_line};
use crate::{
    catalog::{Catalog, Entry, Locale, Privacy, Stale, TextField as Field},
    diagnostic::{Diagnostic, Kind},
    plural_notes::PluralNotes,
    reports::{Reported, Reports},
    suggest::nearest,
    text_field::Written,
    yaml::{Mapping, Node, Scalar, Style},
};

/// Each field of which the entry has texts, but none in this locale alone.
fn lacking<'e>(
    entry: &'e Entry,
    catalog: &Catalog,
    locale: Option<usize>,
) -> impl Iterator<Item = (Field, Written<'e>)> {
    let is_only_locale = locale.is_some() && catalog.locales.len() == 1;
    written(entry).filter(move |(_, written)| !is_only_locale && written.own(locale).is_none())
}

/// Each field of which the entry has texts.
fn written(entry: &Entry) -> impl Iterator<Item = (Field, Written<'_>)> {
    let fields = Field::ALL.into_iter().map(|field| (field, field.of(entry)));
    fields.filter(|(_, written)| !written.source().is_empty())
}

/// A document with every text of `catalog` as a pseudo-locale has it.
pub(super) fn write_pseudo(catalog: &Catalog, locale: &str) -> String {
    let mut text = format!(
        "\
# Each text of the source locale in other letters, longer, and in brackets.
# `token-codes stub --merge` with the name of this file brings them into a catalog.
locale: {}
codes:
",
        on_one_line(locale)
    );
    let plurals = PluralNotes::new(locale);
    let source = catalog.locales[0].language;
    let pseudo = |text: &str| pseudo::text(&plurals.adapted(text, source).unwrap_or_else(|| text.to_owned()));
    for entry in &catalog.entries {
        let _ = writeln!(text, "  {}:", on_one_line(&entry.code));
        for (field, written) in written(entry) {
            let mut texts = written.source().iter().map(|source| on_one_line(&pseudo(source)));
            if field.is_list() {
                let _ = writeln!(text, "    {field}:");
                for item in texts {
                    let _ = writeln!(text, "      - {item}");
                }
            } else if let Some(only) = texts.next() {
                let _ = writeln!(text, "    {field}: {only}");
            }
        }
    }
    text
}

/// A document with an empty text for each of `catalog` that is not in `locale`; `None` if all are.
pub(super) fn write(catalog: &Catalog, locale: &str) -> Option<String> {
    let index = catalog.locales.iter().position(|known| known.tag == locale);
    let mut entries =
        catalog.entries.iter().filter(|entry| lacking(entry, catalog, index).next().is_some()).peekable();
    entries.peek()?;
    let tag = on_one_line(locale);
    let plurals = PluralNotes::new(locale);
    let head: String = plurals.head(catalog).iter().flat_map(|line| ["# ", line, "\n"]).collect();
    let text = format!(
        "\
# Write each text in `{locale}` between its quotes; one that stays empty is left out.
# A placeholder such as {{0}} stands where its value is to be shown; {{{{ and }}}} are braces.
{head}# Then `token-codes stub --merge` with the name of this file brings them into the catalog.
locale: {tag}
codes:
"
    );
    let mut stub = Stub { text, catalog, locale: index, plurals };
    entries.for_each(|entry| stub.entry(entry));
    Some(stub.text)
}

/// A stub that is being written.
struct Stub<'c> {
    text: String,
    catalog: &'c Catalog,
    /// The index of its locale; `None` if the catalog does not have it.
    locale: Option<usize>,
    plurals: PluralNotes<'c>,
}

impl<'c> Stub<'c> {
    fn entry(&mut self, entry: &Entry) {
        let fields: Vec<_> = lacking(entry, self.catalog, self.locale).collect();
        let is_asked = |wanted: Field| fields.iter().any(|(field, _)| *field == wanted);
        let _ = writeln!(self.text, "  {}:", on_one_line(&entry.code));
        // What is not asked for helps to understand what is.
        let summary = &entry.summary.get(0).text;
        if !is_asked(Field::Summary) && !summary.is_empty() {
            let _ = writeln!(self.text, "    # {}", on_one_line(summary));
        }
        // A placeholder of one that is secret is an error.
        let params = entry.params.iter().enumerate().filter(|(_, param)| param.privacy != Privacy::Secret);
        for (index, param) in params {
            let _ = writeln!(self.text, "    # {{{index}}}: {} ({})", param.name, param.ty.as_str());
        }
        if !is_asked(Field::Message) {
            self.known("    ", &Field::Message.of(entry), 0);
        }
        for (field, written) in &fields {
            if !field.is_list() {
                self.asked("    ", written, 0);
                let _ = writeln!(self.text, "    {}: \"\"", field.as_str());
                continue;
            }
            let _ = writeln!(self.text, "    {}:", field.as_str());
            for item in 0..written.source().len() {
                self.asked("      ", written, item);
                self.text.push_str("      - \"\"\n");
            }
        }
    }

    /// Comments with what there is of a text.
    fn known(&mut self, indent: &str, written: &Written<'_>, item: usize) {
        for (locale, known) in self.texts(written, item) {
            let tag = locale.map(|locale| format!("{}: ", locale.tag)).unwrap_or_default();
            let _ = writeln!(self.text, "{indent}# {tag}{}", on_one_line(known));
        }
    }

    /// The same for a text that is to be written; of one with a plural, also with the branches that are needed.
    fn asked(&mut self, indent: &str, written: &Written<'_>, item: usize) {
        self.known(indent, written, item);
        let adapted = self.texts(written, item).into_iter().find_map(|(locale, known)| {
            self.plurals.adapted(known, locale.unwrap_or(&self.catalog.locales[0]).language)
        });
        if let Some(adapted) = adapted {
            let _ = writeln!(self.text, "{indent}# to be filled in: {}", on_one_line(&adapted));
        }
    }

    /// What there is of a text, each with its locale; without one if it is for all.
    fn texts<'w>(&self, written: &Written<'w>, item: usize) -> Vec<(Option<&'c Locale>, &'w str)> {
        match written {
            Written::Same(texts) => vec![(None, texts[item])],
            Written::PerLocale(all) => {
                let all = self.catalog.locales.iter().zip(all);
                let texts = all.map(|(locale, texts)| Some((Some(locale), *texts.as_ref()?.get(item)?)));
                texts.flatten().collect()
            }
        }
    }
}

/// What a stub holds.
pub(super) struct Filled<'n> {
    pub(super) locale: &'n Scalar,
    /// The texts that are filled in, as far as they are without mistakes.
    pub(super) texts: Vec<FilledText<'n>>,
}

/// A text that a translator has written, or a list of them.
#[derive(Clone, Copy)]
pub(super) struct FilledText<'n> {
    /// The index of the entry in the catalog.
    pub(super) entry: usize,
    pub(super) field: Field,
    pub(super) node: &'n Node,
    /// Whether the catalog has another text in its place, or none.
    pub(super) is_new: bool,
    /// Whether the translator vouches for all of it, so that it is stale no more.
    pub(super) settles: bool,
}

impl<'n> FilledText<'n> {
    pub(super) fn texts(&self) -> Vec<&'n str> {
        match self.node {
            Node::Scalar(text) => vec![&text.text],
            Node::Sequence(items) => items.words().collect(),
            _ => Vec::new(),
        }
    }

    /// Where it stands, and where each of its texts does.
    pub(super) fn places(&self) -> Vec<Range<usize>> {
        let Node::Sequence(list) = self.node else { return vec![self.node.span()] };
        let start = list.span.start;
        std::iter::once(start..start + 1).chain(list.items.iter().map(Node::span)).collect()
    }

    /// The texts that the catalog has in its place, in the locale with this index alone.
    pub(super) fn own_in<'c>(&self, catalog: &'c Catalog, locale: Option<usize>) -> Option<Vec<&'c str>> {
        match self.field.of(&catalog.entries[self.entry]) {
            Written::Same(texts) => (locale.is_some() && catalog.locales.len() == 1).then_some(texts),
            Written::PerLocale(mut all) => all.swap_remove(locale?),
        }
    }

    /// The mark of the text that the catalog has in its place, if that is stale.
    pub(super) fn mark<'c>(&self, catalog: &'c Catalog, locale: &str) -> Option<&'c Stale> {
        let mut marks = catalog.entries[self.entry].stale.iter();
        marks.find(|mark| mark.field == self.field && catalog.locales[mark.locale].tag == locale)
    }

    /// The report that it is a list of another length than the one in its place.
    pub(super) fn of_other_length(&self, catalog: &Catalog, length: usize) -> Diagnostic {
        let (code, field) = (&catalog.entries[self.entry].code, self.field.as_str());
        let message = format!(
            "the {field} of `{code}` are {length} texts in the catalog already, not {}",
            self.texts().len()
        );
        let help = "write as many as there are, or change the list in the catalog by hand";
        Diagnostic::new(Kind::WrongShape, self.node.span(), message).help(help)
    }
}

/// Reads a stub for this catalog.
///
/// # Errors
///
/// If it is none. What is wrong with a part of it costs that part.
pub(super) fn read<'n>(
    root: &'n Node,
    catalog: &Catalog,
    found: &mut Reports,
) -> Result<Filled<'n>, Reported> {
    let Node::Mapping(root) = root else {
        let help = "it starts with the keys `locale:` and `codes:`";
        return Err(found.report(wrong(root, "the stub is not a mapping", help)));
    };
    unknown_keys(root, &["locale", "codes"], found);
    let locale = match root.get("locale") {
        Some(Node::Scalar(locale)) if !locale.is_null() => Ok(locale),
        other => {
            let start = root.span.start;
            let top = Scalar { span: start..start, text: String::new(), style: Style::Plain };
            let help = "say it at the top, such as `locale: fr`";
            let place = other.cloned().unwrap_or(Node::Scalar(top));
            Err(found.report(wrong(&place, "the stub does not say its locale", help)))
        }
    };
    let entries = catalog.entries.iter().enumerate().map(|(index, entry)| (&*entry.code, index)).collect();
    let mut reader = Reader { catalog, entries, seen: HashMap::new(), texts: Vec::new(), unknown: 0 };
    match root.get("codes") {
        Some(Node::Mapping(codes)) => {
            codes.entries.iter().for_each(|(code, entry)| reader.entry(code, entry, found));
        }
        Some(Node::Broken(..)) | None => {}
        Some(other) => {
            found.report(wrong(other, "the codes of the stub are not a mapping", EXAMPLE));
        }
    }
    Ok(Filled { locale: locale?, texts: reader.texts })
}

const EXAMPLE: &str = "write each as a key with its texts:\ncodes:\n  TOK001:\n    message: \"…\"";

/// For how many unknown codes the nearest one is looked for, among all of the catalog.
const MAX_GUESSES: usize = 16;

/// Reads the entries of a stub.
struct Reader<'c, 'n> {
    catalog: &'c Catalog,
    /// Where each code is in the catalog.
    entries: HashMap<&'c str, usize>,
    /// The codes of the stub.
    seen: HashMap<&'n str, &'n Scalar>,
    texts: Vec<FilledText<'n>>,
    /// How many codes the catalog does not have.
    unknown: usize,
}

impl<'n> Reader<'_, 'n> {
    fn entry(&mut self, code: &'n Scalar, node: &'n Node, found: &mut Reports) {
        let Some(&index) = self.entries.get(&*code.text) else {
            self.unknown += 1;
            found.report(unknown_code(code, self.catalog, self.unknown <= MAX_GUESSES));
            return;
        };
        if let Some(first) = self.seen.insert(&code.text, code) {
            let message = format!("the code `{}` stands twice in the stub", code.text);
            let diagnostic = Diagnostic::new(Kind::DuplicateKey, code.span.clone(), message);
            found.report(diagnostic.help("remove one of the two").label(first.span.clone(), "the first"));
            return;
        }
        let entry = match node {
            Node::Mapping(entry) => entry,
            Node::Broken(..) => return,
            other => {
                found.report(wrong(other, &format!("the entry `{}` is not a mapping", code.text), EXAMPLE));
                return;
            }
        };
        unknown_keys(entry, &Field::ALL.map(Field::as_str), found);
        for field in Field::ALL {
            let mut written = entry.entries.iter().filter(|(key, _)| key.text == field.as_str());
            let Some((key, node)) = written.next() else { continue };
            for (again, _) in written {
                let message = format!("the key `{}` stands twice", again.text);
                let diagnostic = Diagnostic::new(Kind::DuplicateKey, again.span.clone(), message);
                found.report(diagnostic.help("remove one of the two").label(key.span.clone(), "the first"));
            }
            if self.is_filled(code, field, index, node, found) {
                self.texts.push(FilledText { entry: index, field, node, is_new: true, settles: true });
            }
        }
    }

    /// Whether a text is filled in; what is wrong with it is reported.
    fn is_filled(&self, code: &Scalar, field: Field, entry: usize, node: &Node, found: &mut Reports) -> bool {
        let name = field.as_str();
        let mistake = match (node, field.is_list()) {
            (Node::Broken(..), _) => return false,
            (Node::Scalar(text), _) if text.text.is_empty() => return false,
            (Node::Scalar(_), false) => None,
            (Node::Sequence(list), true) => {
                let texts: Vec<_> = list.words().collect();
                if texts.len() == list.items.len() && texts.iter().all(|text| text.is_empty()) {
                    return false;
                }
                let is_text = |item: &&Node| matches!(item, Node::Scalar(text) if !text.text.is_empty());
                let gap = list.items.iter().find(|item| !is_text(item));
                gap.map(|gap| {
                    let message = format!("an item of the {name} of `{}` is not filled in", code.text);
                    wrong(gap, &message, "write all of the items, or leave all of them empty")
                })
            }
            (other, false) => {
                Some(wrong(other, &format!("the {name} of `{}` is not a text", code.text), EXAMPLE))
            }
            (other, true) => {
                let help = "write each text on a line of its own after `- `";
                Some(wrong(other, &format!("the {name} of `{}` is not a list", code.text), help))
            }
        };
        let has_source = !field.of(&self.catalog.entries[entry]).source().is_empty();
        let mistake = mistake.or_else(|| {
            let message = format!("`{}` has no {name} in the catalog", code.text);
            let help = "remove it, or write it in the catalog in the source locale first";
            (!has_source).then(|| Diagnostic::new(Kind::UnknownKey, node.span(), message).help(help))
        });
        let is_good = mistake.is_none();
        if let Some(mistake) = mistake {
            found.report(mistake);
        }
        is_good
    }
}

fn unknown_code(code: &Scalar, catalog: &Catalog, guesses: bool) -> Diagnostic {
    let known = catalog.entries.iter().filter(|_| guesses).map(|entry| &*entry.code);
    let help = match nearest(&code.text, known) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "remove the entry".to_owned(),
    };
    let message = format!("the catalog has no code `{}`", code.text);
    Diagnostic::new(Kind::UnknownKey, code.span.clone(), message).help(help)
}

fn unknown_keys(mapping: &Mapping, known: &[&str], found: &mut Reports) {
    for (key, _) in mapping.entries.iter().filter(|(key, _)| !known.contains(&&*key.text)) {
        let help = match nearest(&key.text, known.iter().copied()) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "remove it".to_owned(),
        };
        let message = format!("a stub has no key `{}` here", key.text);
        found.report(Diagnostic::new(Kind::UnknownKey, key.span.clone(), message).help(help));
    }
}

fn wrong(node: &Node, message: &str, help: &str) -> Diagnostic {
    Diagnostic::new(Kind::WrongShape, node.span(), message).help(help)
}
