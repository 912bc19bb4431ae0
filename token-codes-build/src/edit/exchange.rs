//! What the tools of translators read and write, out of a catalog and into it.

use std::collections::HashMap;

use super::{Document, EditError, Editor, ExchangeFormat, Merged, stub::FilledText};
use crate::{
    catalog::{Entry, TextField},
    diagnostic::{Diagnostic, Diagnostics, Kind, Level},
    exchange::{self, Head, Imported, ImportedText, Unit},
    plural_notes::PluralNotes,
    reports::Reports,
    source::{Lines, Source},
    yaml::{Node, Scalar},
};

impl Editor<'_> {
    /// Every text of the catalog with what there is of it in `locale`, as a file for the tools of translators: one unit for
    /// each text, with its summary, its params and its place. One that is stale is marked as to be looked at, with the source
    /// text that it was made of.
    ///
    /// [`import`](Self::import) brings it back. The locale need not be one of the catalog yet.
    ///
    /// ```
    /// use token_codes_build::{Source, edit::{Editor, ExchangeFormat}};
    ///
    /// let source = Source::new("catalog.yaml", "locales: [en]\ncodes: {A1: {message: closed}}\n");
    /// let editor = Editor::open(&source)?;
    /// let po = editor.export("fr", ExchangeFormat::Po)?;
    /// assert!(po.ends_with("\n#: catalog.yaml:2\nmsgctxt \"A1 message\"\nmsgid \"closed\"\nmsgstr \"\"\n"));
    ///
    /// let translated = Source::new("fr.po", po.replace("\"closed\"\nmsgstr \"\"", "\"closed\"\nmsgstr \"fermé\""));
    /// let merged = editor.import(&translated)?;
    /// assert_eq!(merged.source.text(), "locales: [en, fr]\ncodes: {A1: {message: {en: closed, fr: fermé}}}\n");
    /// # Ok::<(), token_codes_build::edit::EditError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`EditError::Given`], if the catalog cannot have this locale, or it is the source locale; [`EditError::Before`], if a
    /// text has a character that the format cannot hold.
    pub fn export(&self, locale: &str, format: ExchangeFormat) -> Result<String, EditError> {
        self.check_target(locale)?;
        let source_locale = &self.catalog.locales[0].tag;
        let places = Places::new(self);
        let plurals = PluralNotes::new(locale);
        let units = exchange::units(&self.catalog, locale, &plurals, |entry, field| places.of(entry, field));
        if let Some((unit, sign)) = exchange::unfit(format, &units) {
            return Err(self.refuse(places.unfit(unit, sign)));
        }
        let (title, path) = (&self.catalog.title, self.parsed.source.path());
        let head = Head { title, path, source_locale, locale, plurals: plurals.head(&self.catalog) };
        Ok(exchange::write(format, &head, &units))
    }

    /// Brings the texts of a file into the catalog that [`export`](Self::export) has written and a translator's tool has
    /// filled in: PO or XLIFF, which the file itself says.
    ///
    /// A text counts if the translator says that it is right: it is not empty, and not fuzzy, or in a state that asks for
    /// another look. It is then stale no more. Of a list, texts that do not count stay what they are in the catalog. What
    /// does not fit is left out and reported, and the rest is merged.
    ///
    /// # Errors
    ///
    /// If nothing of the file can be used, or the catalog would have mistakes with its texts in it.
    pub fn import(&self, file: &Source) -> Result<Merged, EditError> {
        let both = self.with_file(file)?;
        let given = |found: Reports| EditError::Given(Diagnostics::new(both.clone(), found.into_vec()));
        let place = both.file_at(both.text().len());
        let mut found = Reports::default();
        let read = exchange::read(&both, place, &mut found);
        let imported = read.and_then(|read| exchange::resolve(read, &self.catalog, &mut found));
        let Ok(Imported { locale, texts, waiting }) = imported else { return Err(given(found)) };
        let filled = texts.iter().map(|text| {
            let ImportedText { entry, field, ref node, settles } = *text;
            FilledText { entry, field, node, is_new: true, settles }
        });
        let merged = self.merge_texts(&both, place.span.start, &locale, filled.collect(), found)?;
        Ok(Merged { waiting, ..merged })
    }
}

/// Where the texts of a catalog stand.
struct Places<'s> {
    /// The key of each field of an entry, by the code.
    keys: HashMap<&'s str, Vec<&'s Scalar>>,
    lines: Lines<'s>,
    source: &'s Source,
}

impl<'s> Places<'s> {
    fn new(editor: &'s Editor<'_>) -> Self {
        let mut keys = HashMap::new();
        for (code, node) in Document::all(&editor.parsed).flat_map(|document| document.codes()) {
            if let Node::Mapping(entry) = node {
                keys.insert(&*code.text, entry.entries.iter().map(|(key, _)| key).collect());
            }
        }
        let source = editor.parsed.source;
        Self { keys, lines: source.lines(), source }
    }

    fn key(&self, entry: &Entry, field: TextField) -> Option<&'s Scalar> {
        self.keys.get(&*entry.code)?.iter().find(|key| key.text == field.as_str()).copied()
    }

    fn of(&self, entry: &Entry, field: TextField) -> Option<(&'s str, usize)> {
        let start = self.key(entry, field)?.span.start;
        Some((&self.source.file_at(start).path, self.lines.position(start).line))
    }

    fn unfit(&self, unit: &Unit<'_>, sign: char) -> Diagnostic {
        let span = self.key(unit.entry, unit.field).map_or(0..0, |key| key.span.clone());
        let (code, number) = (&unit.entry.code, u32::from(sign));
        let message =
            format!("the {} of `{code}` has the character U+{number:04X}, which XML cannot hold", unit.field);
        Diagnostic::new(Kind::SuspiciousCharacter, span, message)
            .at_level(Level::Error)
            .help("remove it, or export the texts as PO")
    }
}
