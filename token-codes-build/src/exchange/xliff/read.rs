//! Reads XLIFF: each unit with the bytes of its texts.

use std::ops::Range;

use roxmltree::{Document, Node};

use super::key_of;
use crate::{
    diagnostic::{Diagnostic, Kind},
    exchange::{Exchange, Translation, without_locale},
    lines,
    reports::{Reported, Reports},
    yaml::{Scalar, Style},
};

/// Reads a file that starts at `start` in the text that every place is in.
pub(in crate::exchange) fn read(text: &str, start: usize, found: &mut Reports) -> Result<Exchange, Reported> {
    let document =
        Document::parse(text).map_err(|error| found.report(not_well_formed(text, start, &error)))?;
    let root = document.root_element();
    let reader = Reader { start };
    let version = root.attribute("version").filter(|_| root.tag_name().name() == "xliff");
    match version.unwrap_or_default() {
        "1.0" | "1.1" | "1.2" => {
            let file = root.descendants().find(|node| is(*node, "file"));
            Ok(Exchange {
                locale: reader.locale(file.unwrap_or(root), "target-language", found),
                translations: of(root, "trans-unit").map(|unit| reader.unit_1(unit)).collect(),
            })
        }
        "2.0" | "2.1" | "2.2" => Ok(Exchange {
            locale: reader.locale(root, "trgLang", found),
            translations: of(root, "unit").map(|unit| reader.unit_2(unit)).collect(),
        }),
        _ => {
            let message = "the file is not XLIFF of a version that is known";
            let help = "it starts with <xliff version=\"1.2\"> or <xliff version=\"2.0\">";
            let diagnostic = Diagnostic::new(Kind::WrongShape, reader.tag(root), message);
            Err(found.report(diagnostic.help(help)))
        }
    }
}

fn not_well_formed(text: &str, start: usize, error: &roxmltree::Error) -> Diagnostic {
    let position = error.pos();
    let line =
        lines::from(text, 0).nth(position.row.saturating_sub(1) as usize).unwrap_or(text.len()..text.len());
    let mut columns = text[line.clone()].char_indices().skip(position.col.saturating_sub(1) as usize);
    let at = columns.next().map_or(line.end, |(at, _)| line.start + at);
    let end = text[at..line.end].chars().next().map_or(at, |sign| at + sign.len_utf8());
    let message = format!("the file is not well-formed XML: {error}");
    let help = "export the texts again, or mend the file in an editor that knows XML";
    Diagnostic::new(Kind::Syntax, start + at..start + end, message).help(help)
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn of<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| is(*node, name))
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|node| is(*node, name))
}

/// The target of a part of a unit; what is not to be translated may have none.
fn target<'a, 'i>(part: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(part, "target").or_else(|| child(part, "source").filter(|_| is(part, "ignorable")))
}

struct Reader {
    start: usize,
}

impl Reader {
    fn shifted(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    /// The opening tag of an element.
    fn tag(&self, node: Node<'_, '_>) -> Range<usize> {
        let range = node.range();
        let text = &node.document().input_text()[range.clone()];
        self.shifted(range.start..range.start + text.find('>').map_or(text.len(), |end| end + 1))
    }

    /// The value of an attribute as a word; an empty one at the opening tag if there is none.
    fn attribute(&self, node: Node<'_, '_>, name: &str) -> Scalar {
        let attribute = node.attribute_node(name);
        let span =
            attribute.map_or_else(|| self.tag(node), |attribute| self.shifted(attribute.range_value()));
        let text = attribute.map(|attribute| attribute.value().to_owned()).unwrap_or_default();
        Scalar { span, text, style: Style::Plain }
    }

    fn locale(&self, node: Node<'_, '_>, name: &str, found: &mut Reports) -> Result<Scalar, Reported> {
        let locale = self.attribute(node, name);
        if locale.text.is_empty() {
            let help = format!("write it into the first tag: {name}=\"fr\"");
            return Err(found.report(without_locale(locale.span.start, &help)));
        }
        Ok(locale)
    }

    fn unit_1(&self, unit: Node<'_, '_>) -> Translation {
        let target = child(unit, "target");
        let state = target.and_then(|target| target.attribute("state")).unwrap_or("translated");
        let text = target.map(|target| self.text(&[target]));
        let is_done = !state.starts_with("needs-") && state != "new" && has_text(text.as_ref());
        let source = child(unit, "source").map(|source| self.text(&[source]));
        Translation { key: self.attribute(unit, "id"), source, text, is_done }
    }

    /// A tool may have divided a unit into segments, with what is between them.
    fn unit_2(&self, unit: Node<'_, '_>) -> Translation {
        let id = self.attribute(unit, "id");
        let parts: Vec<_> =
            unit.children().filter(|node| is(*node, "segment") || is(*node, "ignorable")).collect();
        let segments = || parts.iter().filter(|part| is(**part, "segment"));
        let all = |name| -> Vec<_> { parts.iter().filter_map(|part| child(*part, name)).collect() };
        let targets: Vec<_> = parts.iter().filter_map(|part| target(*part)).collect();
        let is_ready = segments()
            .all(|part| part.attribute("state") != Some("initial") && child(*part, "target").is_some());
        let text = (!targets.is_empty()).then(|| self.text(&targets));
        let is_done = is_ready && has_text(text.as_ref());
        let key = Scalar { text: key_of(&id.text), ..id };
        let sources = all("source");
        let source = (!sources.is_empty()).then(|| self.text(&sources));
        Translation { key, source, text, is_done }
    }

    /// The text in these elements, with its bytes.
    fn text(&self, nodes: &[Node<'_, '_>]) -> Scalar {
        let mut text = String::new();
        for node in nodes {
            collect(*node, &mut text);
        }
        let inside = nodes.iter().flat_map(Node::children).map(|node| node.range());
        let inside = inside.reduce(|all, next| all.start..next.end).map(|range| self.shifted(range));
        let span = inside.unwrap_or_else(|| nodes.first().map_or(0..0, |node| self.tag(*node)));
        Scalar { span, text, style: Style::Markup }
    }
}

fn has_text(text: Option<&Scalar>) -> bool {
    text.is_some_and(|text| !text.text.is_empty())
}

/// Adds what an element stands for: its text, and each placeholder as it is in the catalog.
fn collect(node: Node<'_, '_>, text: &mut String) {
    for child in node.children() {
        if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        } else if is(child, "x") || is(child, "ph") {
            text.push_str(&placeholder(child));
        } else if child.is_element() {
            collect(child, text);
        }
    }
}

/// As it is written in the catalog; where a tool has left that out, by the number in its id.
fn placeholder(node: Node<'_, '_>) -> String {
    let written = node.attribute("equiv-text").or_else(|| node.attribute("equiv"));
    if let Some(written) = written {
        return written.to_owned();
    }
    let id = node.attribute("id").unwrap_or_default();
    let number = id.trim_start_matches('p').split('-').next().unwrap_or_default();
    format!("{{{number}}}")
}
