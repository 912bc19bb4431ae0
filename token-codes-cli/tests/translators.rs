//! What translators get, and what becomes of what they give back: `export`, `import`, `stub --pseudo`, and `stats` of stale texts.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use project::Project;

const CATALOG: &str = "\
locales: [en, fr]
codes:
  A1:
    message:
      en: 'sold out'      # since May
      fr: épuisé
    stale: {fr: closed}
  A2: {message: {en: open, fr: ouvert}, summary: Come in}
";

fn project() -> Project {
    Project::new(&[("catalog.yaml", CATALOG)])
}

#[test]
fn what_is_exported_and_translated_comes_back() {
    for format in ["po", "xliff", "xliff2"] {
        let project = project();
        let said = project.run(&["export", "--locale", "FR", "--format", format, "--out", "fr.txt"]).done();
        assert_eq!(said, "created fr.txt; when it is translated: token-codes import fr.txt\n");
        let untouched = project.run(&["import", "fr.txt"]);
        assert_eq!(&*untouched.stdout, "nothing in `fr.txt` is new\n");
        let waiting = "note: 2 texts are not translated yet in `fr.txt`, or not said to be right\n";
        assert_eq!((untouched.exit_code, &*untouched.stderr), (Some(0), waiting));
        assert_eq!(project.read("catalog.yaml"), CATALOG);

        let file =
            project.read("fr.txt").replace("#, fuzzy\n", "").replace("needs-review-translation", "final");
        let file = file.replace("state=\"initial\" subState=\"token-codes:stale\"", "state=\"final\"");
        project.write("fr.txt", &file.replace("ouvert", "ouverte"));
        let said = project.run(&["import", "fr.txt"]).done();
        assert_eq!(
            said,
            "revised 1 message in `fr` in catalog.yaml\n  A2\nconfirmed 1 message in `fr` in catalog.yaml\n  A1\n"
        );
        let expected = CATALOG.replace("    stale: {fr: closed}\n", "").replace("fr: ouvert", "fr: ouverte");
        assert_eq!(project.read("catalog.yaml"), expected);
    }
}

#[test]
fn a_file_that_is_there_is_not_overwritten() {
    let project = project();
    project.write("fr.po", "precious");
    let said = project.run(&["export", "--locale", "fr", "--format", "po", "--out", "fr.po"]).failed(1);
    assert!(said.contains("`fr.po` is already there"), "{said}");
    assert_eq!(project.read("fr.po"), "precious");
}

#[test]
fn a_locale_that_cannot_be_is_a_mistake_of_the_command_line() {
    for arguments in [&["export", "--format", "po"][..], &["stub", "--pseudo"]] {
        let run = |locale| project().run(&[arguments, &["--locale", locale]].concat()).failed(2);
        assert!(run("en").contains("`en` is the source locale of the catalog"));
        assert!(run("x y").contains("`x y` is not a locale"));
    }
}

#[test]
fn several_files_are_imported_at_once() {
    let project = project();
    for locale in ["de", "it"] {
        let file = project.run(&["export", "--locale", locale, "--format", "po"]).done();
        let filled = file.replace("msgid \"open\"\nmsgstr \"\"", "msgid \"open\"\nmsgstr \"{0}\"");
        let filled = filled
            .replace("msgid \"Come in\"\nmsgstr \"\"", &format!("msgid \"Come in\"\nmsgstr \"{locale}!\""));
        project.write(&format!("{locale}.po"), &filled);
    }
    let answer = project.run(&["import", "de.po", "it.po"]);
    assert_eq!(answer.exit_code, Some(1));
    assert_eq!(
        answer.stdout,
        "added 1 text in `de` to catalog.yaml\n  A2: summary\nadded 1 text in `it` to catalog.yaml\n  A2: summary\n"
    );
    for locale in ["de", "it"] {
        assert!(answer.stderr.contains(&format!("not all of `{locale}.po` was merged")), "{}", answer.stderr);
        assert!(answer.stderr.contains(&format!("--> {locale}.po:")), "{}", answer.stderr);
    }
    let catalog = project.read("catalog.yaml");
    assert!(catalog.starts_with("locales: [en, fr, de, it]\n"), "{catalog}");
    assert!(catalog.ends_with("summary: {en: Come in, de: de!, it: it!}}\n"), "{catalog}");
}

#[test]
fn a_file_of_no_use_changes_nothing() {
    let project = project();
    project.write(
        "fr.po",
        "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\nmsgctxt \"A9 message\"\nmsgid \"x\"\nmsgstr \"y\"\n",
    );
    let said = project.run(&["import", "fr.po"]).failed(1);
    assert!(said.contains("the catalog has no code `A9`"), "{said}");
    assert!(said.ends_with("error: nothing was written: `fr.po` is to be mended first\n"), "{said}");
    let said = project.run(&["import", "nowhere.po"]).failed(1);
    assert!(said.contains("nowhere.po"), "{said}");
    assert_eq!(project.read("catalog.yaml"), CATALOG);
}

#[test]
fn a_pseudo_locale_is_merged_like_any_other() {
    let project = project();
    let said = project.run(&["stub", "--locale", "en-XA", "--pseudo", "--out", "xa.yaml"]).done();
    assert_eq!(said, "created xa.yaml; to merge it: token-codes stub --merge xa.yaml\n");
    project.run(&["stub", "--merge", "xa.yaml"]).done();
    let catalog = project.read("catalog.yaml");
    assert!(catalog.contains("      en-XA: '[!!! šōľđ ōũţ ōñé !!!]'\n"), "{catalog}");
    let shown = project.run(&["explain", "A2", "--locale", "en-XA"]).done();
    assert!(shown.contains("[!!! ōþéñ ōñé !!!]"), "{shown}");
}

#[test]
fn stale_texts_are_counted_and_reported() {
    let project = project();
    let table = project.run(&["stats"]).done();
    assert!(table.contains("fr      messages           2      1       0        0      100%\n"), "{table}");
    let json = project.run(&["stats", "--format", "json"]).done();
    assert!(
        json.contains(
            "\"locale\":\"fr\",\"messages\":{\"translated\":2,\"shared\":0,\"missing\":0,\"stale\":1"
        ),
        "{json}"
    );
    let report = project.run(&["check"]).done();
    assert!(report.contains("warning[stale-translation]: the `fr` message of `A1`"), "{report}");
    // What says nothing is not counted.
    project.write("catalog.yaml", &CATALOG.replace("closed", "sold out"));
    assert!(project.run(&["stats"]).done().contains("fr      messages           2      0 "));
}
