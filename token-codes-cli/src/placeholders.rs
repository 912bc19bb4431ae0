//! The text of a template with its placeholders by name, whichever way they are written.

use token_codes_build::catalog::{Param, Template};

/// For a person: `at most {max_hours} hours`, and braces as they are.
pub(crate) fn shown(template: &Template, params: &[Param]) -> String {
    template.shown(|index| placeholder(&params[index]))
}

/// Such as `{max_hours}`.
pub(crate) fn placeholder(param: &Param) -> String {
    format!("{{{}}}", param.name)
}

#[cfg(test)]
mod tests {
    use token_codes_build::{Source, read};

    #[test]
    fn placeholders_get_names() {
        let source = "locales: [en]\ncodes:\n  A: {params: {what: any}, message: '{{0}} is {0}'}\n";
        let entry = &read(&Source::new("", source)).unwrap().catalog.entries[0];
        assert_eq!(super::shown(&entry.messages[0].template, &entry.params), "{0} is {what}");
    }
}
