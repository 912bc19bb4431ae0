//! The text of a template with its placeholders by name, whichever way they are written.

use token_codes_build::catalog::{Param, Template};

/// For a person: `at most {max_hours} hours`, and braces as they are.
pub(crate) fn shown(template: &Template, params: &[Param]) -> String {
    template.fill(|index| placeholder(&params[index]))
}

/// Such as `{max_hours}`.
pub(crate) fn placeholder(param: &Param) -> String {
    format!("{{{}}}", param.name)
}

#[cfg(test)]
mod tests {
    use token_codes_build::catalog::{Cut, Param, ParamType, Template};

    #[test]
    fn placeholders_get_names() {
        let cut = |start, end, param| Cut { start, end, param };
        let text = "{{0}} is {0}".to_owned();
        let template = Template { text, cuts: vec![cut(1, 2, None), cut(4, 5, None), cut(9, 12, Some(0))] };
        let params = [Param { name: "what".into(), ty: ParamType::Any }];
        assert_eq!(super::shown(&template, &params), "{0} is {what}");
    }
}
