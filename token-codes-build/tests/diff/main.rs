//! A diff is never wrong: random catalogs, written in random ways and edited at random, give exactly the findings that the
//! edits are; and back again. What is only written in another way gives none.

mod edits;
mod plurals;
mod random;
mod spec;

use std::collections::BTreeSet;
use std::slice;

use edits::{EDITS, Editor, Expected, LONE_EDITS, Side};
use random::Random;
use spec::{Spec, Style};
use token_codes_build::catalog::Catalog;
use token_codes_build::diff::{self, Finding, Rule, diff};
use token_codes_build::{Source, read};

const CASES: u64 = 240;

/// A catalog, and how it was written.
struct Written {
    source: Source,
    catalog: Catalog,
}

fn written(style: &mut Style, spec: &Spec) -> Written {
    let source = style.write(spec);
    let checked = read(&source).unwrap_or_else(|mistakes| panic!("{mistakes}\n\n{}", source.text()));
    Written { source, catalog: checked.catalog }
}

fn side(side: Option<&diff::Side>) -> Side {
    side.map(|side| (side.item.clone(), side.value.clone()))
}

fn told(found: &[Finding]) -> Vec<Expected> {
    found
        .iter()
        .map(|finding| (finding.rule, side(finding.before.as_ref()), side(finding.after.as_ref())))
        .collect()
}

#[track_caller]
fn assert_told(seed: u64, way: &str, [old, new]: [&Written; 2], mut expected: Vec<Expected>) {
    let mut told = told(&diff(&old.catalog, &new.catalog));
    told.sort();
    expected.sort();
    let missed: Vec<_> = expected.iter().filter(|expected| !told.contains(expected)).collect();
    let invented: Vec<_> = told.iter().filter(|told| !expected.contains(told)).collect();
    assert!(
        told == expected,
        "{way} in case {seed}: missed {missed:#?}, invented {invented:#?}\n\nfrom\n{}\n\nto\n{}",
        old.source.text(),
        new.source.text()
    );
}

fn edited(seed: u64, edits: &[edits::Edit], most: usize) -> (Spec, Editor) {
    let mut random = Random(seed);
    let spec = Spec::random(&mut random);
    let mut editor = Editor::new(spec.clone(), random);
    for _ in 0..editor.random.in_range(1..most + 1) {
        let edit = editor.random.pick(edits);
        edit(&mut editor);
    }
    editor.expect_texts(&spec);
    (spec, editor)
}

#[test]
fn edits_are_told_each_once_and_nothing_else_is() {
    let mut seen = BTreeSet::new();
    for seed in 0..CASES {
        let (edits, most) = if seed % 4 == 0 { (LONE_EDITS, 1) } else { (EDITS, 6) };
        let (old, editor) = edited(seed, edits, most);
        let mut style = Style(Random(seed + CASES));
        let (old, new) = (written(&mut style, &old), written(&mut style, &editor.spec));
        seen.extend(editor.forward.iter().chain(&editor.backward).map(|expected| expected.0));
        assert_told(seed, "there", [&old, &new], editor.forward);
        assert_told(seed, "back", [&new, &old], editor.backward);
    }
    let unseen: Vec<_> = Rule::ALL.iter().filter(|rule| !seen.contains(rule)).collect();
    assert_eq!(unseen, [&Rule::UnusedAcceptance], "no edit is one of these");
}

#[test]
fn what_is_written_in_another_way_is_the_same() {
    for seed in 0..CASES {
        let spec = Spec::random(&mut Random(seed));
        let mut style = Style(Random(seed + CASES));
        assert_told(seed, "nothing", [&written(&mut style, &spec), &written(&mut style, &spec)], Vec::new());
    }
}

#[test]
fn what_is_accepted_is_told_as_accepted_and_what_is_not_there_as_unused() {
    for seed in 0..CASES {
        let (old, mut editor) = edited(seed, EDITS, 4);
        let mut style = Style(Random(seed));
        let old = written(&mut style, &old).catalog;
        let found = diff(&old, &written(&mut style, &editor.spec).catalog);
        let Some(meant) = editor.random.any(&found) else { continue };
        let acceptance = meant.acceptance();
        editor.spec.accepted = vec![acceptance, "{rule: code-added, code: NEVER, reason: a test}".into()];
        let found = diff(&old, &written(&mut style, &editor.spec).catalog);
        let accepted: Vec<_> = found.iter().filter(|finding| finding.accepted.is_some()).collect();
        assert!(
            accepted.iter().all(|finding| finding.item().subject() == meant.item().subject()),
            "{found:#?}"
        );
        assert!(
            accepted.iter().any(|finding| told(slice::from_ref(finding)) == told(slice::from_ref(meant))),
            "{found:#?}"
        );
        let unused = found.iter().filter(|finding| finding.rule == Rule::UnusedAcceptance);
        assert_eq!(unused.count(), 1, "{found:#?}");
    }
}
