//! A template as the parts that make up the shown text, so that whoever fills it in needs no parser.

use token_codes_build::catalog::Template;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Shown as it stands.
    Text(String),
    /// The param with this index is shown.
    Param(usize),
}

/// The parts of a template, none of them empty; `{{` and `}}` are the braces they stand for.
pub(crate) fn parts(template: &Template) -> Vec<Part> {
    let (mut parts, mut text, mut shown) = (Vec::new(), String::new(), 0);
    for cut in &template.cuts {
        text.push_str(&template.text[shown..cut.start]);
        shown = cut.end;
        if let Some(param) = cut.param {
            push_text(&mut parts, &mut text);
            parts.push(Part::Param(param));
        }
    }
    text.push_str(&template.text[shown..]);
    push_text(&mut parts, &mut text);
    parts
}

fn push_text(parts: &mut Vec<Part>, text: &mut String) {
    if !text.is_empty() {
        parts.push(Part::Text(std::mem::take(text)));
    }
}

#[cfg(test)]
mod tests {
    use token_codes_build::catalog::{Cut, Template};

    use super::{Part, parts};

    #[track_caller]
    fn assert_parts(text: &str, cuts: &[(usize, usize, Option<usize>)], expected: &[Part]) {
        let cuts = cuts.iter().map(|&(start, end, param)| Cut { start, end, param }).collect();
        assert_eq!(parts(&Template { text: text.into(), cuts }), expected);
    }

    #[test]
    fn braces_join_the_text_around_them() {
        let text = |text: &str| Part::Text(text.to_owned());
        assert_parts("", &[], &[]);
        assert_parts("plain", &[], &[text("plain")]);
        assert_parts("{0}{1}", &[(0, 3, Some(0)), (3, 6, Some(1))], &[Part::Param(0), Part::Param(1)]);
        let cuts = [(1, 2, None), (4, 5, None), (9, 12, Some(0))];
        assert_parts("{{0}} is {0}", &cuts, &[text("{0} is "), Part::Param(0)]);
    }
}
