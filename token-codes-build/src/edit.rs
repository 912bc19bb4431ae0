//! Edits of a catalog that leave every other byte of it as it is: comments, order, line breaks, indentation.
//!
//! An [`Editor`] holds a catalog that has been read. Each edit gives another [`Source`], which has been checked as a whole,
//! and compared with what was asked for; [`changes`] says which of its files are to be written.
//!
//! ```
//! use token_codes_build::{Source, edit::{Editor, NewEntry}};
//!
//! let source = Source::new("catalog.yaml", "\
//! locales: [en]
//! codes:
//!   SHOP001:      # the first
//!     message: sold out
//! ");
//! let editor = Editor::open(&source)?;
//! let mut entry = NewEntry::new(editor.next_code("SHOP")?);
//! entry.messages.push(("en".into(), "closed: come back later".into()));
//! let edited = editor.insert(&entry)?;
//! assert_eq!(edited.source.text(), "\
//! locales: [en]
//! codes:
//!   SHOP001:      # the first
//!     message: sold out
//!
//!   SHOP002:
//!     message: 'closed: come back later'
//! ");
//! # Ok::<(), token_codes_build::edit::EditError>(())
//! ```

mod document;
mod entry;
#[cfg(feature = "exchange")]
mod exchange;
mod family;
mod insertion;
mod marks;
mod merge;
mod pseudo;
mod results;
mod retirement;
mod scalar;
mod stub;

use std::{collections::HashSet, fmt, ops::Range};

#[cfg(feature = "exchange")]
pub use crate::exchange::ExchangeFormat;
use document::Document;
use entry::Layout;
pub use entry::{Detail, EntryColumn, NewEntry, NewParam};
use insertion::InsertionPoint;
use merge::Merge;
pub use results::{EditError, Edited, Marked, MarkedText, Merged, MergedText, changes};
pub use retirement::Retirement;
pub(crate) use scalar::in_flow;
use stub::FilledText;

use crate::{
    Checked, Options, Outcome,
    catalog::Catalog,
    check,
    diagnostic::{Diagnostic, Diagnostics, Kind, Level},
    lower,
    parse::{self, Parsed},
    reports::Reports,
    source::{Source, SourceFile},
    source_files,
    yaml::Scalar,
};

/// Whether a word is a whole code and no family: it ends with a number.
#[must_use]
pub fn has_number(word: &str) -> bool {
    !family::split(word).1.is_empty()
}

/// A catalog that can be edited: it has no mistakes, but that it may have no code yet.
pub struct Editor<'s> {
    parsed: Parsed<'s>,
    catalog: Catalog,
}

impl fmt::Debug for Editor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Editor").field("path", &self.parsed.source.path()).finish_non_exhaustive()
    }
}

impl<'s> Editor<'s> {
    /// Reads and checks the catalog.
    ///
    /// # Errors
    ///
    /// [`EditError::Before`], if it has mistakes.
    pub fn open(source: &'s Source) -> Result<Self, EditError> {
        source_files::check_size(source).map_err(EditError::Before)?;
        let mut reports = Reports::default();
        let parsed = parse::parse(source, &mut reports);
        let Outcome { catalog, without_codes, .. } = check(&parsed, Options::default(), &mut reports);
        // A file that has no codes may get its first; of two, one would be left without any.
        let is_good = !reports.iter().any(stops_edits) && matches!(&*without_codes, [] | [_]);
        match catalog {
            Ok(catalog) if is_good => Ok(Self { parsed, catalog }),
            _ => {
                reports.extend(without_codes);
                Err(EditError::Before(Diagnostics::new(source.clone(), reports.into_vec())))
            }
        }
    }

    /// The catalog; it may have no code yet.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The tags of the locales, the source locale first.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.catalog.locales.iter().map(|locale| &*locale.tag)
    }

    /// The columns in which a new entry can have values.
    #[must_use]
    pub fn columns(&self) -> Vec<EntryColumn> {
        self.catalog.columns.iter().map(EntryColumn::new).collect()
    }

    /// The next free code of a family: `SHOP042` for `SHOP` if the highest is `SHOP041`, be it in use or retired.
    ///
    /// A family that the catalog does not have yet starts with `001`.
    ///
    /// # Errors
    ///
    /// If the family has no higher number.
    pub fn next_code(&self, family: &str) -> Result<String, EditError> {
        self.next_code_beside(family, &Catalog::default())
    }

    /// As [`next_code`](Self::next_code), and also behind those of `other`: the catalog as it was before, some of whose codes
    /// may have been deleted since.
    ///
    /// # Errors
    ///
    /// If the family has no higher number.
    pub fn next_code_beside(&self, family: &str, other: &Catalog) -> Result<String, EditError> {
        let taken = [&self.catalog, other].into_iter().flat_map(|catalog| {
            let codes = catalog.entries.iter().map(|entry| &*entry.code);
            codes.chain(catalog.retired.iter().map(|retired| &*retired.code))
        });
        family::next(family, taken).ok_or_else(|| {
            let message = format!("`{family}` has no number behind its highest");
            let help = "write the code with a number that is free";
            let at = self.last_document().file.span.start;
            self.refuse(Diagnostic::new(Kind::InvalidCode, at..at, message).help(help))
        })
    }

    /// The file in which a new code belongs: the one with the highest of its family, or the only one; `None` if its family
    /// is new, and the catalog has several files.
    #[must_use]
    pub fn file_of(&self, code: &str) -> Option<&'s SourceFile> {
        let source: &'s Source = self.parsed.source;
        if let [only] = source.files() {
            return Some(only);
        }
        let files = source.files().iter().zip(&self.catalog.files);
        let numbered = files.flat_map(|(file, part)| {
            self.catalog.entries[part.entries.clone()].iter().map(move |entry| (file, &*entry.code))
        });
        let kin = numbered.filter_map(|(file, other)| Some((family::number_among(other, code)?, file)));
        kin.max_by_key(|(number, _)| *number).map(|(_, file)| file)
    }

    /// Adds an entry to the catalog: after the last code of its family, or else after all of its file.
    ///
    /// # Errors
    ///
    /// If the catalog would have mistakes with the entry in it; also if its codes are in braces.
    pub fn insert(&self, entry: &NewEntry) -> Result<Edited, EditError> {
        let source = self.parsed.source;
        let default = || &self.file_of(&entry.code).unwrap_or(self.last_document().file).path;
        let path = entry.file.as_ref().unwrap_or_else(default);
        let document = Document::all(&self.parsed).find(|document| document.file.path == *path);
        let place = match &document {
            Some(document) => {
                insertion::point(document, &entry.code).map_err(|diagnostic| self.refuse(diagnostic))?
            }
            None => InsertionPoint::in_new_file(),
        };
        let columns = self.columns();
        let layout = Layout {
            only_locale: match &*self.catalog.locales {
                [only] => Some(&only.tag),
                _ => None,
            },
            columns: &columns,
            indent: place.indent,
            is_swallowed: &|indent| document.is_some_and(|document| document.is_swallowed(place.at, indent)),
        };
        let (lines, ends_line) = entry::lines(entry, &layout);
        let insertion = place.insert(&lines, ends_line);
        let (edited, added) = if document.is_some() {
            (document::apply(source, insertion.splices), insertion.added)
        } else {
            let text: String = insertion.splices.into_iter().map(|splice| splice.text).collect();
            let edited = source.with_file(path, &text);
            let start =
                edited.files().iter().find(|file| file.path == *path).map_or(0, |file| file.span.start);
            (edited, start + insertion.added.start..start + insertion.added.end)
        };
        let checked = check_edited(&edited)?;
        if !self.has_gained(entry, &checked.catalog) {
            // No way to write a catalog is known that leads here; but nobody would see it happen.
            let message = format!("`{}` cannot be added here without a change of something else", entry.code);
            let diagnostic = Diagnostic::new(Kind::AmbiguousYaml, place.at..place.at, message);
            return Err(self.refuse(diagnostic.help("write the entry by hand")));
        }
        let warnings = about(&checked.warnings, &added);
        Ok(Edited { source: edited, added, warnings })
    }

    /// Whether `after` is the catalog with just this entry in it, as it was asked for.
    fn has_gained(&self, entry: &NewEntry, after: &Catalog) -> bool {
        let is_new = |found: &&crate::catalog::Entry| found.code == entry.code;
        let mut new = after.entries.iter().filter(is_new);
        let others = after.entries.iter().filter(|found| !is_new(found));
        new.next().is_some_and(|found| entry.is(found, after))
            && new.next().is_none()
            && self.catalog.entries.iter().eq(others)
            && self.catalog.retired == after.retired
            && head(&self.catalog) == head(after)
    }

    /// A document for a translator: each text that is not in `locale`, empty, with what there is of it in comments. `None`
    /// if every text is.
    ///
    /// [`merge`](Self::merge) brings it back. The locale need not be one of the catalog yet.
    ///
    /// # Errors
    ///
    /// [`EditError::Given`], if the catalog cannot have this locale.
    pub fn stub(&self, locale: &str) -> Result<Option<String>, EditError> {
        Self::check_locale(locale)?;
        Ok(stub::write(&self.catalog, locale))
    }

    /// A filled stub that needs no translator: every text of the source locale in other letters, longer, and in brackets,
    /// with its placeholders and doubled braces as they are. It shows what does not come from the catalog, and what breaks
    /// where texts are longer.
    ///
    /// ```
    /// use token_codes_build::{Source, edit::Editor};
    ///
    /// let source = Source::new("catalog.yaml", "locales: [en]\ncodes: {A1: {message: The shop is closed}}\n");
    /// let stub = Editor::open(&source)?.pseudo("en-XA")?;
    /// assert!(stub.ends_with("  A1:\n    message: '[!!! Ťĥé šĥōþ îš çľōšéđ ōñé ţŵō !!!]'\n"), "{stub}");
    /// # Ok::<(), token_codes_build::edit::EditError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`EditError::Given`], if the catalog cannot have this locale, or it is the source locale.
    pub fn pseudo(&self, locale: &str) -> Result<String, EditError> {
        self.check_target(locale)?;
        Ok(stub::write_pseudo(&self.catalog, locale))
    }

    /// Whether a catalog can have this locale.
    fn check_locale(locale: &str) -> Result<(), EditError> {
        lower::locale_mistake(locale, 0..locale.len())
            .map_or(Ok(()), |mistake| Err(no_locale(locale, mistake)))
    }

    /// Whether texts can be translated into this locale.
    fn check_target(&self, locale: &str) -> Result<(), EditError> {
        Self::check_locale(locale)?;
        if self.catalog.locales[0].tag != locale {
            return Ok(());
        }
        let message = format!("`{locale}` is the source locale of the catalog");
        let mistake = Diagnostic::new(Kind::UnknownLocale, 0..locale.len(), message);
        Err(no_locale(locale, mistake.help("name another locale")))
    }

    /// Brings the texts of a filled [`stub`](Self::stub) into the catalog, and their locale into its list if it lacks it.
    ///
    /// A text that is empty, or that the catalog already has as it is, is left out; one that the catalog has in other words
    /// is put in their place. What does not fit is left out and reported, and the rest is merged.
    ///
    /// # Errors
    ///
    /// If nothing of the stub can be used, or the catalog would have mistakes with its texts in it.
    pub fn merge(&self, stub: &Source) -> Result<Merged, EditError> {
        let both = self.with_file(stub)?;
        let file = both.file_at(both.text().len());
        let mut found = Reports::default();
        let given = |found: Reports| EditError::Given(Diagnostics::new(both.clone(), found.into_vec()));
        let Ok(root) = parse::parse_file(&both, file, &mut found) else { return Err(given(found)) };
        let Ok(filled) = stub::read(&root, &self.catalog, &mut found) else { return Err(given(found)) };
        self.merge_texts(&both, file.span.start, filled.locale, filled.texts, found)
    }

    /// The catalog with another file after its own, so that one report can tell of both.
    fn with_file(&self, file: &Source) -> Result<Source, EditError> {
        let mut both = self.parsed.source.clone();
        both.push(file.path(), file.text());
        source_files::check_size(&both).map_err(EditError::Given)?;
        Ok(both)
    }

    /// Brings texts into the catalog that stand in `both` after the byte `start`, where the catalog ends; `found` is what is
    /// wrong with others there.
    fn merge_texts(
        &self,
        both: &Source,
        start: usize,
        locale: &Scalar,
        texts: Vec<FilledText<'_>>,
        mut found: Reports,
    ) -> Result<Merged, EditError> {
        let source = self.parsed.source;
        let index = self.catalog.locales.iter().position(|known| known.tag == locale.text);
        let mut texts = self.new_texts(texts, locale, &mut found);
        let left_out = |found: Reports| Diagnostics::new(both.clone(), found.into_vec());
        let merged = |source, texts, left_out| Merged {
            source,
            locale: locale.text.clone(),
            texts,
            waiting: 0,
            left_out,
        };
        if texts.is_empty() {
            if found.any().is_some() {
                return Err(EditError::Given(left_out(found)));
            }
            return Ok(merged(source.clone(), Vec::new(), left_out(found)));
        }
        let expected = self.with_fitting(both, start, locale, &mut texts, &mut found)?;
        let merge = Merge::new(&self.catalog, locale, &texts);
        let splices = Document::all(&self.parsed).flat_map(|document| merge.splices(document)).collect();
        let edited = document::apply(source, splices);
        if check_edited(&edited)?.catalog != expected {
            let message = "the texts cannot be merged without a change of another text";
            let diagnostic = Diagnostic::new(Kind::AmbiguousYaml, 0..0, message).help("write them by hand");
            return Err(self.refuse(diagnostic));
        }
        let texts = texts.iter().map(|text| MergedText {
            code: self.catalog.entries[text.entry].code.clone(),
            field: text.field.as_str(),
            revised: text.is_new && text.own_in(&self.catalog, index).is_some(),
            confirmed: !text.is_new,
        });
        Ok(merged(edited, texts.collect(), left_out(found)))
    }

    /// The catalog with those of the texts that fit it; `stub` is where the stub starts in `both`.
    ///
    /// What is wrong with a text costs that text; without it, the others may be wrong in another way.
    fn with_fitting(
        &self,
        both: &Source,
        stub: usize,
        locale: &Scalar,
        texts: &mut Vec<FilledText<'_>>,
        found: &mut Reports,
    ) -> Result<Catalog, EditError> {
        loop {
            let trees = Merge::new(&self.catalog, locale, texts).grafted(&self.parsed.trees);
            let mut reports = Reports::default();
            let catalog = check(&Parsed { source: both, trees }, Options::default(), &mut reports).catalog;
            let mut errors = reports.into_vec();
            errors.retain(stops_edits);
            if errors.is_empty()
                && let Ok(catalog) = catalog
            {
                return Ok(catalog);
            }
            let is_in_stub = errors.iter().all(|error| error.span.start >= stub);
            let blamed = blamed(&errors, texts);
            found.extend(errors);
            let Some(blamed) = blamed else {
                let found = Diagnostics::new(both.clone(), std::mem::take(found).into_vec());
                return Err(if is_in_stub { EditError::Given(found) } else { EditError::After(found) });
            };
            let mut index = 0..;
            texts.retain(|_| index.next().is_none_or(|index| !blamed.contains(&index)));
        }
    }

    /// The texts that the catalog does not have in this locale as they are, or marks as stale; what cannot be put in is
    /// reported.
    fn new_texts<'n>(
        &self,
        mut texts: Vec<FilledText<'n>>,
        locale: &Scalar,
        found: &mut Reports,
    ) -> Vec<FilledText<'n>> {
        let index = self.catalog.locales.iter().position(|known| known.tag == locale.text);
        let is_of_use = |text: &mut FilledText<'n>| {
            let (new, old) = (text.texts(), text.own_in(&self.catalog, index));
            match old {
                Some(old) if old == new => {
                    text.is_new = false;
                    text.settles && text.mark(&self.catalog, &locale.text).is_some()
                }
                Some(old) if old.len() != new.len() => {
                    found.report(text.of_other_length(&self.catalog, old.len()));
                    false
                }
                _ => true,
            }
        };
        texts.retain_mut(is_of_use);
        texts
    }

    /// The last file that has codes, or else the last of all.
    fn last_document(&self) -> Document<'_> {
        let last = Document::all(&self.parsed).rfind(|document| !document.codes().is_empty());
        let last = last.or_else(|| Document::all(&self.parsed).next_back());
        last.expect("a catalog without mistakes has a file")
    }

    /// The refusal of an edit that has no place in the catalog.
    fn refuse(&self, diagnostic: Diagnostic) -> EditError {
        EditError::Before(Diagnostics::new(self.parsed.source.clone(), vec![diagnostic]))
    }
}

/// What a catalog says beside its codes.
fn head(catalog: &Catalog) -> impl PartialEq + use<'_> {
    let columns = catalog.columns.iter().map(|column| &column.name);
    let files = catalog.files.iter().filter(|file| !file.title.is_empty() || !file.description.is_empty());
    let files = files.map(|file| (&file.path, &file.title, &file.description));
    (
        (&catalog.title, &catalog.description, &catalog.locales),
        (columns.collect::<Vec<_>>(), files.collect::<Vec<_>>()),
    )
}

/// The indices of the texts that the errors are about; `None` if one of them is about something else, or all texts are wrong.
fn blamed(errors: &[Diagnostic], texts: &[FilledText<'_>]) -> Option<HashSet<usize>> {
    // The texts of a list need not stand together.
    let places = texts.iter().enumerate();
    let places = places.flat_map(|(index, text)| text.places().into_iter().map(move |place| (place, index)));
    let mut places: Vec<_> = places.collect();
    places.sort_by_key(|(span, _)| span.start);
    let text_at = |at: usize| {
        let (span, index) = &places[places.partition_point(|(span, _)| span.start <= at).checked_sub(1)?];
        (at < span.end.max(span.start + 1)).then_some(*index)
    };
    let text_of = |error: &Diagnostic| {
        let labels = error.labels.iter().map(|label| label.span.start);
        std::iter::once(error.span.start).chain(labels).find_map(text_at)
    };
    let blamed: HashSet<_> = errors.iter().map(text_of).collect::<Option<_>>()?;
    (!blamed.is_empty() && blamed.len() < texts.len()).then_some(blamed)
}

fn no_locale(locale: &str, mistake: Diagnostic) -> EditError {
    EditError::Given(Diagnostics::new(Source::new("locale", locale), vec![mistake]))
}

/// Whether a catalog with this in it cannot be edited. Where a stale translation is an error, it is an edit that marks it, and
/// another one that ends it.
fn stops_edits(found: &Diagnostic) -> bool {
    found.level() == Level::Error && !matches!(found.kind, Kind::StaleTranslation | Kind::NeedlessStale)
}

/// The catalog after an edit, or the errors that are in it then.
fn check_edited(edited: &Source) -> Result<Checked, EditError> {
    source_files::check_size(edited).map_err(EditError::After)?;
    let mut reports = Reports::default();
    let parsed = parse::parse(edited, &mut reports);
    let Outcome { catalog, without_codes, .. } = check(&parsed, Options::default(), &mut reports);
    reports.extend(without_codes);
    let mut found = reports.into_vec();
    match catalog {
        Ok(catalog) if !found.iter().any(stops_edits) => {
            Ok(Checked { catalog, warnings: Diagnostics::new(edited.clone(), found) })
        }
        _ => {
            found.retain(stops_edits);
            Err(EditError::After(Diagnostics::new(edited.clone(), found)))
        }
    }
}

/// Those that are about something among these bytes.
fn about(found: &Diagnostics, bytes: &Range<usize>) -> Diagnostics {
    let touches = |span: &Range<usize>| bytes.contains(&span.start);
    let about = found.iter().filter(|diagnostic| {
        touches(&diagnostic.span) || diagnostic.labels.iter().any(|label| touches(&label.span))
    });
    Diagnostics::new(found.source().clone(), about.cloned().collect())
}

#[cfg(test)]
mod tests {
    use std::{fmt::Write as _, time::Instant};

    use super::{Document, Editor, Merge, NewEntry, document, stub};
    use crate::{Source, parse::count, reports::Reports};

    fn source(files: &[(&str, &str)]) -> Source {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Source::from_files("c", files).unwrap()
    }

    /// How often each file is parsed by `edit`.
    #[track_caller]
    fn assert_parsed(edit: impl FnOnce(), expected: &[(&str, usize)]) {
        count::take();
        edit();
        let counts: Vec<_> = count::take().into_iter().collect();
        let expected: Vec<_> = expected.iter().map(|(path, times)| ((*path).to_owned(), *times)).collect();
        assert_eq!(counts, expected);
    }

    #[test]
    fn an_edit_parses_a_file_before_and_after_and_no_more() {
        let source = source(&[
            ("c/a.yaml", "locales: [en]\ncolumns: {n: integer}\ncodes:\n  A1:\n    message: x\n    n: 1\n"),
            ("c/b.yaml", "retired: [A2]\ncodes:\n  B1:\n    message: y\n"),
        ]);
        let insert = || {
            let editor = Editor::open(&source).unwrap();
            let mut entry = NewEntry::new(editor.next_code("A").unwrap());
            entry.messages.push((editor.locales().next().unwrap().to_owned(), "new".to_owned()));
            entry.values.push((editor.columns()[0].name.clone(), "2".to_owned()));
            entry.file = editor.file_of(&entry.code).map(|file| file.path.clone());
            assert_eq!(editor.insert(&entry).unwrap().source.files().len(), 2);
        };
        assert_parsed(insert, &[("c/a.yaml", 2), ("c/b.yaml", 2)]);
        let stub = Source::new("fr.yaml", "locale: fr\ncodes: {A1: {message: neuf}, B1: {message: '{0}'}}\n");
        let merge = || {
            let editor = Editor::open(&source).unwrap();
            assert!(editor.stub("fr").unwrap().is_some());
            let merged = editor.merge(&stub).unwrap();
            assert_eq!((merged.texts.len(), merged.left_out.len()), (1, 1));
        };
        assert_parsed(merge, &[("c/a.yaml", 2), ("c/b.yaml", 2), ("fr.yaml", 1)]);
    }

    /// What a stub takes for each of many codes is what it takes for each of few; reading and checking are measured elsewhere.
    #[test]
    fn a_stub_takes_no_more_for_each_text_if_there_are_many() {
        let time_of_each = |codes: u32| {
            let mut catalog = "locales: [en]\ncodes:\n".to_owned();
            let mut stub = "locale: fr\ncodes:\n".to_owned();
            for code in 0..codes {
                let _ = write!(catalog, "  A{code}:\n    message: sold {code}\n    causes: [x]\n");
                let _ = writeln!(stub, "  A{code}: {{message: vendu {code}, causes: [y]}}");
            }
            let (catalog, stub) = (Source::new("c", catalog), Source::new("s", stub));
            let editor = Editor::open(&catalog).unwrap();
            let root =
                crate::yaml::parse(stub.text(), 0, &crate::parse::LAYOUT, &mut Reports::default()).unwrap();
            let run = || {
                let start = processor_time();
                let mut found = Reports::default();
                let filled = stub::read(&root, &editor.catalog, &mut found).unwrap();
                let texts = editor.new_texts(filled.texts, filled.locale, &mut found);
                let merge = Merge::new(&editor.catalog, filled.locale, &texts);
                let trees = merge.grafted(&editor.parsed.trees);
                let splices: Vec<_> =
                    Document::all(&editor.parsed).flat_map(|document| merge.splices(document)).collect();
                assert!(trees.len() == 1 && splices.len() > 2 * codes as usize);
                assert!(document::apply(&catalog, splices).text().len() > catalog.text().len());
                (processor_time() - start) / f64::from(codes)
            };
            (0..5).map(|_| run()).fold(f64::INFINITY, f64::min)
        };
        let (few, many) = (time_of_each(250), time_of_each(4000));
        assert!(many < 2.5 * few, "each of few codes takes {few} s, each of many {many} s");
    }

    /// The seconds for which this thread has run, where the system tells; other programs do not count.
    fn processor_time() -> f64 {
        thread_local!(static START: Instant = Instant::now());
        let run = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
        let nanoseconds = run.as_deref().and_then(|run| run.split(' ').next()?.parse::<f64>().ok());
        nanoseconds.map_or_else(|| START.with(|start| start.elapsed().as_secs_f64()), |run| run / 1e9)
    }
}
