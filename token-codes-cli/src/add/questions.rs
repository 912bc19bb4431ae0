//! Asks on a terminal for what the command line does not say of a new entry.
//!
//! Each answer is checked at once, as part of the catalog, so that nobody types a whole entry only to have it refused.

use std::io::{BufRead as _, Write as _, stdin};

use token_codes_build::edit::{Detail, Editor, EntryColumn, NewEntry};
use token_codes_build::{Kind, Level};

use super::param;
use crate::mistake::Mistake;

/// Asks for the name, the params, the messages, the summary and the values in columns, as far as `entry` lacks them.
///
/// # Errors
///
/// If the input ends.
pub(super) fn ask(editor: &Editor<'_>, entry: &mut NewEntry) -> Result<(), Mistake> {
    let locales: Vec<_> = editor.locales().map(str::to_owned).collect();
    let mut catalog = InCatalog { editor, open: &locales, locales: &locales };
    if !catalog.mistakes(entry).is_empty() {
        // No answer helps; the report tells it all.
        return Ok(());
    }
    // Whoever gives a message on the command line gives the params that it needs too.
    let asks_params = entry.params.is_empty() && entry.messages.is_empty();
    if entry.name.is_none() {
        entry.name = catalog.ask("name, in kebab case (Enter for none)", |answer| {
            let name = (!answer.is_empty()).then(|| answer.to_owned());
            Ok((with(entry, |entry| entry.name.clone_from(&name)), name))
        })?;
    }
    if asks_params {
        entry.params =
            catalog.ask("params, such as `item:text count:integer id:any` (Enter for none)", |answer| {
                let params = answer.split_whitespace().map(param).collect::<Result<Vec<_>, _>>()?;
                Ok((with(entry, |entry| entry.params.clone_from(&params)), params))
            })?;
    }
    for (index, locale) in locales.iter().enumerate() {
        catalog.open = &locales[index + 1..];
        ask_message(&catalog, locale, entry)?;
    }
    if entry.summary.is_none() {
        entry.summary = catalog.ask("summary (Enter for none)", |answer| {
            let summary = (!answer.is_empty()).then(|| Detail::Same(answer.to_owned()));
            Ok((with(entry, |entry| entry.summary.clone_from(&summary)), summary))
        })?;
    }
    editor.columns().iter().try_for_each(|column| ask_value(&catalog, column, entry))
}

fn ask_message(catalog: &InCatalog<'_>, locale: &String, entry: &mut NewEntry) -> Result<(), Mistake> {
    if entry.messages.iter().any(|(given, _)| given == locale) {
        return Ok(());
    }
    let is_source = catalog.locales.first() == Some(locale);
    let shown = entry.params.iter().enumerate().filter(|(_, param)| !param.is_secret());
    let names = shown.map(|(index, param)| format!(", {{{index}}} is {}", param.name));
    let is_needed = is_source || !catalog.mistakes(entry).is_empty();
    let hint = if is_needed { "" } else { " (Enter to leave it out)" };
    let question = format!("message in `{locale}`{}{hint}", names.collect::<String>());
    entry.messages = catalog.ask(&question, |answer| {
        let mut messages = entry.messages.clone();
        if !answer.is_empty() {
            messages.push((locale.clone(), answer.to_owned()));
            messages.sort_by_key(|(of, _)| catalog.locales.iter().position(|locale| locale == of));
        } else if is_source {
            return Err(format!("every code has a message in `{locale}`, the source locale"));
        }
        Ok((with(entry, |entry| entry.messages.clone_from(&messages)), messages))
    })?;
    Ok(())
}

fn ask_value(catalog: &InCatalog<'_>, column: &EntryColumn, entry: &mut NewEntry) -> Result<(), Mistake> {
    let EntryColumn { name, takes, is_needed, default, .. } = column;
    if entry.values.iter().any(|(given, _)| given == name) {
        return Ok(());
    }
    let hint = match default {
        Some(default) => format!(" (Enter for {default:?})"),
        None if *is_needed => String::new(),
        None => " (Enter for none)".to_owned(),
    };
    entry.values = catalog.ask(&format!("{name}, {takes}{hint}"), |answer| {
        let mut values = entry.values.clone();
        if !answer.is_empty() {
            values.push((name.clone(), answer.to_owned()));
        } else if *is_needed {
            return Err(format!("every code has a value in `{name}`"));
        }
        Ok((with(entry, |entry| entry.values.clone_from(&values)), values))
    })?;
    Ok(())
}

/// The entry with a change.
fn with(entry: &NewEntry, change: impl FnOnce(&mut NewEntry)) -> NewEntry {
    let mut entry = entry.clone();
    change(&mut entry);
    entry
}

/// The catalog that the answers must fit.
struct InCatalog<'a> {
    editor: &'a Editor<'a>,
    locales: &'a [String],
    /// Those that are still to be asked for.
    open: &'a [String],
}

impl InCatalog<'_> {
    /// Asks until the answer is a good one: `read` says what it means, and what the entry is with it.
    fn ask<T>(
        &self,
        question: &str,
        read: impl Fn(&str) -> Result<(NewEntry, T), String>,
    ) -> Result<T, Mistake> {
        loop {
            let answer = line(question)?;
            let mistakes = match read(answer.trim()) {
                Ok((entry, value)) => match self.mistakes(&entry) {
                    mistakes if mistakes.is_empty() => return Ok(value),
                    mistakes => mistakes,
                },
                Err(mistake) => vec![Mistake::usage(mistake)],
            };
            for mistake in mistakes {
                show(&format!("{}\n", mistake.text));
            }
        }
    }

    /// What would be wrong with the entry, whatever the answers that are still to come.
    fn mistakes(&self, entry: &NewEntry) -> Vec<Mistake> {
        let mut entry = entry.clone();
        let params = entry.params.iter().enumerate().filter(|(_, param)| !param.is_secret());
        let params: Vec<_> = params.map(|(index, _)| format!("{{{index}}}")).collect();
        for locale in self.open {
            if !entry.messages.iter().any(|(given, _)| given == locale) {
                // Like no other message, nor like that of another locale.
                let words = [&[entry.code.clone(), locale.clone()], &*params].concat();
                entry.messages.push((locale.clone(), words.join(" … ")));
            }
        }
        let Err(refused) = self.editor.insert(&entry) else { return Vec::new() };
        let found = refused.diagnostics();
        // The values in columns are asked for last.
        let is_to_come = |kind: Kind| matches!(kind, Kind::UnusedColumn | Kind::MissingValue);
        let errors = found.iter().filter(|found| found.level() == Level::Error && !is_to_come(found.kind));
        errors
            .map(|error| {
                let mistake = Mistake::answer(&error.message);
                if let Some(help) = &error.help { mistake.help(help) } else { mistake }
            })
            .collect()
    }
}

/// Puts a question and reads the answer.
fn line(question: &str) -> Result<String, Mistake> {
    show(&format!("{question}: "));
    let mut answer = String::new();
    match stdin().lock().read_line(&mut answer) {
        Ok(0) => {
            show("\n");
            Err(Mistake::answer("nothing was written: the input has ended"))
        }
        Ok(_) => Ok(answer),
        Err(error) => Err(Mistake::answer(format!("nothing was written: the input cannot be read: {error}"))),
    }
}

/// Questions go to standard error: the answer of the command alone is on standard output.
fn show(text: &str) {
    let mut stderr = anstream::stderr();
    // If standard error is closed, there is nobody left to ask.
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}
