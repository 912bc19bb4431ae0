//! Reports on lines that no golden file should hold: very long ones, and those with signs that a terminal obeys.

use token_codes_build::{Diagnostics, Kind, Source, read};

fn report(text: &str) -> Diagnostics {
    read(&Source::new("catalog.yaml", text)).unwrap_err()
}

/// The marked line of a report and the one with its carets, both without the gutter.
fn marked(report: &str) -> (&str, &str) {
    let lines: Vec<&str> = report.lines().collect();
    let at = lines.iter().position(|line| line.contains('^')).expect("something is marked");
    let bar = lines[at].find('|').expect("there is a gutter");
    (&lines[at - 1][bar + 2..], &lines[at][bar + 2..])
}

/// A catalog whose mistake stands after very much text, and before very much more.
fn long(filler: &str) -> String {
    let (before, after) = (filler.repeat(5000), filler.repeat(3000));
    format!(
        "locales: [en]\ncodes:\n  TOK005:\n    params: {{hours: any}}\n    message: {before}{{2}}{after}\n"
    )
}

#[test]
fn a_line_of_any_length_is_shown_around_the_mistake() {
    let mistakes = report(&long("x"));
    let shown = mistakes.to_string();
    assert!(shown.contains(" --> catalog.yaml:5:5014\n"), "{shown}");
    assert!(shown.contains("\n ::: catalog.yaml:4:13\n"), "{shown}");
    assert!(shown.lines().all(|line| line.len() <= 160), "{shown}");
    let (line, carets) = marked(&shown);
    assert_eq!(line.find("{2}"), carets.find('^'), "{shown}");
    assert!(mistakes.styled().to_string().contains("catalog.yaml:5:5014"));
}

#[test]
fn wide_characters_do_not_move_the_carets_of_a_long_line() {
    let shown = report(&long("期")).to_string();
    assert!(shown.contains(" --> catalog.yaml:5:5014\n"), "{shown}");
    let (line, carets) = marked(&shown);
    let columns = |text: &str| -> usize { text.chars().map(|c| if c == '期' { 2 } else { 1 }).sum() };
    let before = &line[..line.find("{2}").expect("the mistake is shown")];
    assert_eq!(Some(columns(before)), carets.find('^'), "{shown}");
}

#[test]
fn a_catalog_on_one_line_is_as_good_as_any() {
    let entry = |code: usize| format!("TOK{code:04}: {{message: 'failure {code}'}}, ");
    let entries: String = (0..200).map(entry).collect();
    let text = format!("{{locales: [en], codes: {{{entries}TOK0000: {{message: again}}}}}}\n");
    let shown = report(&text).to_string();
    let column = text.rfind("TOK0000").expect("it is there") + 1;
    assert!(shown.contains(&format!(" --> catalog.yaml:1:{column}\n")), "{shown}");
    assert!(shown.contains("\n ::: catalog.yaml:1:25\n"), "{shown}");
}

#[test]
fn only_the_first_line_of_a_long_place_is_marked() {
    let text =
        format!("locales: [en, ja]\ncodes:\n  TOK001:\n    message: |\n{}", "      a line\n".repeat(20));
    let shown = report(&text).to_string();
    assert!(shown.contains("5 |       a line\n  |       ^^^^^^\n  |\n  = help"), "{shown}");
}

#[test]
fn nothing_in_a_catalog_or_path_commands_the_terminal() {
    let text = "locales: [en]\ncodes:\n  A\u{9B}31m\u{202E}:\n    message: \"\u{2028}{x}\"\n";
    for text in [text, "locales: [en]\ncodes:\n  A1:\n    message: \u{1B}[31m{x}\n"] {
        let shown = read(&Source::new("a\u{1B}[2Jb.yaml", text)).unwrap_err().to_string();
        let commands = |c: char| c.is_control() && c != '\n' || ('\u{2028}'..='\u{202E}').contains(&c);
        assert!(!shown.contains(commands), "{shown:?}");
        assert!(shown.contains("--> a␛[2Jb.yaml:"), "{shown}");
    }
}

#[test]
fn a_place_tells_where_it_ends() {
    let source =
        Source::new("catalog.yaml", "locales: [ja]\r\ncodes:\r\n  TOK001: {message: \"期限{0}\"}\r\n");
    let mistakes = read(&source).unwrap_err();
    let mistake = mistakes.iter().next().expect("there is a mistake");
    assert_eq!(mistake.kind, Kind::UnknownPlaceholder);
    let place = source.lines().positions(mistake.span.clone());
    assert_eq!((place.start.line, place.start.column), (3, 24));
    assert_eq!((place.end.line, place.end.column), (3, 27));
}
