//! The layout for a person.

use std::fmt;

use clap::builder::styling::Style;

use super::Explanation;
use crate::notice;

const HEADING: Style = Style::new().bold();

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HEADING}{}{HEADING:#}", self.code)?;
        if let Some(name) = &self.name {
            write!(f, " {name}")?;
        }
        f.write_str("\n")?;
        if let Some(notice) = self.retired.as_ref().or(self.deprecated.as_ref()) {
            writeln!(f, "{}", notice::headline(notice))?;
            if !notice.text.is_empty() {
                write_item(f, "", notice.text)?;
            }
        }
        if !self.message.is_empty() {
            f.write_str("\n")?;
            write_item(f, "  ", &self.message)?;
        }
        if !self.summary.is_empty() {
            f.write_str("\n")?;
            write_item(f, "", &self.summary)?;
        }
        let columns = self.columns.iter().map(|(name, value)| (format!("  {name}: "), value.to_string()));
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
fn write_section(
    f: &mut fmt::Formatter<'_>,
    heading: &str,
    items: impl IntoIterator<Item = (String, impl AsRef<str>)>,
) -> fmt::Result {
    let mut items = items.into_iter().peekable();
    if items.peek().is_some() {
        write!(f, "\n{HEADING}{heading}{HEADING:#}\n")?;
    }
    items.try_for_each(|(mark, text)| write_item(f, &mark, text.as_ref()))
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
    use crate::explain::Explanation;
    use token_codes_docs::ColumnsJson;

    fn shown(explanation: &Explanation<'_>) -> String {
        anstream::adapter::strip_str(&explanation.to_string()).to_string()
    }

    fn bare() -> Explanation<'static> {
        Explanation {
            note: None,
            retired: None,
            deprecated: None,
            locale: "en".into(),
            translated: true,
            params: Vec::new(),
            code: "E1".into(),
            name: None,
            message: "gone".into(),
            summary: String::new(),
            columns: ColumnsJson::default(),
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
