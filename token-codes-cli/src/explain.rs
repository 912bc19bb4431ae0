//! `token-codes explain`: what a code means, what causes it and how to resolve it.

use std::fmt;

use clap::Args;
use clap::builder::styling::Style;
use token_codes_build::catalog::{Catalog, Entry};

use crate::arguments::{self, Bound};
use crate::mistake::{Mistake, list};
use crate::suggest;

const HEADING: Style = Style::new().bold();

/// What is asked.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The code, such as `TOK005`
    #[arg(value_name = "CODE")]
    pub(crate) code: String,

    /// What its placeholders stand for, by name or index: `max_hours=24` or `0=24`; one left out stays visible
    #[arg(value_name = "PARAM=VALUE")]
    pub(crate) arguments: Vec<String>,

    /// The locale of the texts, such as `en` [default: the catalog's first]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) locale: Option<String>,
}

/// All that is known of a code, in one locale and with its arguments filled in. Its `Display` is the layout.
#[derive(Debug)]
pub(crate) struct Explanation {
    /// What the reader should know beside it.
    pub(crate) note: Option<String>,
    code: String,
    name: String,
    message: String,
    summary: String,
    /// What it has in the catalog's columns, each with the column's name.
    columns: Vec<(String, String)>,
    description: String,
    causes: Vec<String>,
    resolution: Vec<String>,
}

/// Explains a code of the catalog.
///
/// # Errors
///
/// All mistakes in the request, in the order of the command line.
pub(crate) fn explain(catalog: &Catalog, request: &Request) -> Result<Explanation, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let entry = catalog.entry(&request.code);
    if entry.is_none() {
        mistakes.push(unknown_code(catalog, &request.code));
    }
    let bound = arguments::bind(entry, &request.arguments, &mut mistakes);
    let locale = find_locale(catalog, request.locale.as_deref());
    match (entry, locale) {
        (Some(entry), Ok(locale)) if mistakes.is_empty() => Ok(build(catalog, entry, locale, &bound)),
        (_, locale) => {
            mistakes.extend(locale.err());
            Err(mistakes)
        }
    }
}

fn unknown_code(catalog: &Catalog, code: &str) -> Mistake {
    // Whoever remembers a short name instead of the code finds the code by it.
    let words = catalog.entries.iter().flat_map(|entry| [(&*entry.code, entry), (&*entry.name, entry)]);
    let mut nearest = suggest::nearest(code, words.filter(|(word, _)| !word.is_empty()));
    nearest.dedup_by_key(|entry| &entry.code);
    let mistake = Mistake::answer(format!("the catalog has no code `{code}`"));
    match (nearest.as_slice(), catalog.entries.first()) {
        ([], None) => mistake.help("it has no codes at all"),
        ([], Some(first)) => {
            mistake.help(format!("it has {} of them, such as {}", catalog.entries.len(), title(first)))
        }
        (nearest, _) => {
            let titles: Vec<String> = nearest.iter().map(|entry| title(entry)).collect();
            mistake.help(format!("did you mean {}?", list(&titles, "or")))
        }
    }
}

/// The code with its short name, for a help line.
fn title(Entry { code, name, .. }: &Entry) -> String {
    if name.is_empty() { format!("`{code}`") } else { format!("`{code}` ({name})") }
}

/// The index of the locale in the catalog; without a tag, of the source locale.
fn find_locale(catalog: &Catalog, tag: Option<&str>) -> Result<usize, Mistake> {
    let Some(tag) = tag else { return Ok(0) };
    // Language tags are the same in upper and lower case (RFC 5646).
    let found = catalog.locales.iter().position(|locale| locale.tag.eq_ignore_ascii_case(tag));
    found.ok_or_else(|| {
        let tags: Vec<String> = catalog.locales.iter().map(|locale| format!("`{}`", locale.tag)).collect();
        let help = match tags.as_slice() {
            [only] => format!("its only locale is {only}"),
            several => format!("its locales are {}", list(several, "and")),
        };
        Mistake::usage(format!("the catalog has no locale `{tag}`")).help(help)
    })
}

fn build(catalog: &Catalog, entry: &Entry, locale: usize, bound: &Bound<'_>) -> Explanation {
    let message = &entry.messages[locale];
    let note = (!message.translated).then(|| {
        let (wanted, source) = (&catalog.locales[locale].tag, &catalog.locales[0].tag);
        format!("`{}` has no message in `{wanted}`, so the one in `{source}` is shown", entry.code)
    });
    Explanation {
        note,
        code: entry.code.clone(),
        name: entry.name.clone(),
        message: bound.fill(&message.template),
        summary: bound.fill(entry.summary.get(locale)),
        columns: catalog.values(entry).map(|(name, value)| (name.to_owned(), value.to_string())).collect(),
        description: bound.fill(entry.description.get(locale)),
        causes: entry.causes.get(locale).iter().map(|cause| bound.fill(cause)).collect(),
        resolution: entry.resolution.get(locale).iter().map(|step| bound.fill(step)).collect(),
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HEADING}{}{HEADING:#}", self.code)?;
        if !self.name.is_empty() {
            write!(f, " {}", self.name)?;
        }
        f.write_str("\n\n")?;
        write_item(f, "  ", &self.message)?;
        if !self.summary.is_empty() {
            f.write_str("\n")?;
            write_item(f, "", &self.summary)?;
        }
        let columns = self.columns.iter().map(|(name, value)| (format!("  {name}: "), value));
        write_section(f, "Columns", columns)?;
        if !self.description.is_empty() {
            write_section(f, "Description", [("  ".to_owned(), &self.description)])?;
        }
        write_section(f, "Root causes", self.causes.iter().map(|cause| ("  - ".to_owned(), cause)))?;
        let width = self.resolution.len().to_string().len();
        let steps = self.resolution.iter().zip(1..);
        write_section(f, "Resolution", steps.map(|(step, number)| (format!("  {number:>width$}. "), step)))
    }
}

/// A heading and its items, each with its mark; nothing if there are no items.
fn write_section<'a>(
    f: &mut fmt::Formatter<'_>,
    heading: &str,
    items: impl IntoIterator<Item = (String, &'a String)>,
) -> fmt::Result {
    let mut items = items.into_iter().peekable();
    if items.peek().is_some() {
        write!(f, "\n{HEADING}{heading}{HEADING:#}\n")?;
    }
    items.try_for_each(|(mark, text)| write_item(f, &mark, text))
}

/// A text after its mark; further lines of the text stand below the first.
fn write_item(f: &mut fmt::Formatter<'_>, mark: &str, text: &str) -> fmt::Result {
    let mut lines = text.lines();
    writeln!(f, "{mark}{}", lines.next().unwrap_or_default())?;
    lines.try_for_each(|line| {
        let indent = if line.is_empty() { 0 } else { mark.len() };
        writeln!(f, "{:indent$}{line}", "")
    })
}

#[cfg(test)]
mod tests {
    use super::Explanation;

    fn shown(explanation: &Explanation) -> String {
        anstream::adapter::strip_str(&explanation.to_string()).to_string()
    }

    fn bare() -> Explanation {
        Explanation {
            note: None,
            code: "E1".into(),
            name: String::new(),
            message: "gone".into(),
            summary: String::new(),
            columns: Vec::new(),
            description: String::new(),
            causes: Vec::new(),
            resolution: Vec::new(),
        }
    }

    #[test]
    fn what_the_catalog_does_not_say_leaves_no_gap() {
        assert_eq!(shown(&bare()), "E1\n\n  gone\n");
    }

    #[test]
    fn texts_of_several_lines_stay_aligned() {
        let causes = vec!["one\n\ntwo\n".into()];
        assert_eq!(
            shown(&Explanation { causes, ..bare() }),
            "E1\n\n  gone\n\nRoot causes\n  - one\n\n    two\n"
        );
    }

    #[test]
    fn long_lists_of_steps_stay_aligned() {
        let resolution = (1..=10).map(|step| format!("step {step}")).collect();
        let shown = shown(&Explanation { resolution, ..bare() });
        assert!(shown.contains("\nResolution\n   1. step 1\n"), "{shown}");
        assert!(shown.ends_with("\n  10. step 10\n"), "{shown}");
    }
}
