//! `token-codes stub`, run as its users run it: from the catalog to the translator and back.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use project::Project;

const CATALOG: &str = "\
# The shop.
locales: [ja, en] # in this order

codes:
  SHOP001:
    params: {item: text, left: any}
    message: {ja: '商品 {0} は残り{1}個', en: '{1} of {0}' } # short
    summary: \"Stock: low\"

  SHOP002:
    message:
      ja: 閉店
      # Not translated yet.
  SHOP003:
    message:
      en: |
        two
        lines

      ja: |
        二
        行
    causes: [x]
";

const STUB: &str = "\
# Write each text in `fr` between its quotes; one that stays empty is left out.
# A placeholder such as {0} stands where its value is to be shown; {{ and }} are braces.
# Then `token-codes stub --merge` with the name of this file brings them into the catalog.
locale: fr
codes:
  SHOP001:
    # {0}: item (text)
    # {1}: left (any)
    # ja: 商品 {0} は残り{1}個
    # en: '{1} of {0}'
    message: \"\"
    # 'Stock: low'
    summary: \"\"
  SHOP002:
    # ja: 閉店
    message: \"\"
  SHOP003:
    # ja: \"二\\n行\\n\"
    # en: \"two\\nlines\\n\"
    message: \"\"
    causes:
      # x
      - \"\"
";

#[test]
fn there_and_back() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    assert_eq!(project.run(&["stub", "--locale", "fr"]).done(), STUB);
    let shown = project.run(&["stub", "--locale=fr", "--out=fr.yaml"]).done();
    assert_eq!(shown, "created fr.yaml; when it is filled in: token-codes stub --merge fr.yaml\n");
    assert_eq!(project.read("fr.yaml"), STUB);

    let fill = |stub: &str, texts: &[&str]| {
        texts.iter().fold(stub.to_owned(), |stub, text| stub.replacen("\"\"", text, 1))
    };
    let texts = ["\"{1} de « {0} », {{c'est tout}}\"", "''", "fermé", "\"deux: #1\\nlignes\\n\"", "''"];
    project.write("fr.yaml", &fill(STUB, &texts));
    let shown = project.run(&["stub", "--merge", "fr.yaml"]).done();
    assert_eq!(shown, "added 3 messages in `fr` to catalog.yaml\n  SHOP001\n  SHOP002\n  SHOP003\n");
    let merged = CATALOG
        .replace("[ja, en]", "[ja, en, fr]")
        .replace("'{1} of {0}' }", "'{1} of {0}', fr: \"{1} de « {0} », {{c'est tout}}\" }")
        .replace("      ja: 閉店\n", "      ja: 閉店\n      fr: fermé\n")
        .replace("        行\n", "        行\n      fr: |\n        deux: #1\n        lignes\n");
    assert_eq!(project.read("catalog.yaml"), merged);
    let said = project.run(&["stub", "--merge", "fr.yaml"]).failed(1);
    assert!(said.contains("nothing was written: `fr.yaml` has no text that the catalog lacks"), "{said}");

    // What is left are the details.
    let stub = project.run(&["stub", "--locale", "fr"]).done();
    assert_eq!((stub.matches("message:").count(), stub.matches("\"\"").count()), (0, 2), "{stub}");
    project.write("fr.yaml", &fill(&stub, &["peu", "épuisé"]));
    let shown = project.run(&["stub", "--merge", "fr.yaml"]).done();
    assert_eq!(shown, "added 2 texts in `fr` to catalog.yaml\n  SHOP001: summary\n  SHOP003: causes\n");
    let merged = merged
        .replace("    summary: \"Stock: low\"\n", "    summary:\n      ja: \"Stock: low\"\n      fr: peu\n")
        .replace("    causes: [x]\n", "    causes:\n      ja: [x]\n      fr:\n        - épuisé\n");
    assert_eq!(project.read("catalog.yaml"), merged);
    let said = project.run(&["stub", "--locale", "fr"]).failed(1);
    assert_eq!(said, "error: no text of `catalog.yaml` lacks the locale `fr`\n");
    let stub = project.run(&["stub", "--locale", "EN"]).done();
    assert_eq!(stub.matches("message:").count(), 1, "{stub}");
    assert!(stub.contains("\nlocale: en\n"), "{stub}");
}

#[test]
fn a_text_is_revised_where_it_stands() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    let stub = "\
locale: en
codes:
  SHOP001: {message: '{1} left of {0}, hurry'}
  SHOP002: {message: \"closed\\nfor good\"}
  SHOP003: {message: one line}
";
    project.write("en.yaml", stub);
    let shown = project.run(&["stub", "--merge", "en.yaml"]).done();
    let told = "\
added 1 message in `en` to catalog.yaml
  SHOP002
revised 2 messages in `en` in catalog.yaml
  SHOP001
  SHOP003
";
    assert_eq!(shown, told);
    let merged = CATALOG
        .replace("'{1} of {0}' }", "\"{1} left of {0}, hurry\" }")
        .replace("      ja: 閉店\n", "      ja: 閉店\n      en: |-\n        closed\n        for good\n")
        .replace("      en: |\n        two\n        lines\n", "      en: one line\n");
    assert_eq!(project.read("catalog.yaml"), merged);
}

#[test]
fn what_is_right_is_merged_and_what_is_not_is_named_in_its_line() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    let stub = "\
# From the translator.
locale: fr
codes:
  SHOP001:
    message: '{0} de {2}'
    summary: peu
  SHOP002:
    message: fermé
    causes: [x]
  SHOP003:
    message: |
      deux
      {0}
    causes: [épuisé, \"\"]
";
    project.write("fr.yaml", stub);
    let answer = project.run(&["stub", "--merge", "fr.yaml"]);
    assert_eq!(answer.exit_code, Some(1));
    let told = "added 2 texts in `fr` to catalog.yaml\n  SHOP001: summary\n  SHOP002\n";
    assert_eq!(answer.stdout, told, "{}", answer.stderr);
    for mistake in [
        "error[unknown-placeholder]: the `fr` message uses `{2}`, but `SHOP001` has 2 params\n --> fr.yaml:5:22\n",
        "error[unknown-key]: `SHOP002` has no causes in the catalog\n --> fr.yaml:9:13\n",
        "error[unknown-placeholder]: the `fr` message uses `{0}`, but `SHOP003` has no params\n  --> fr.yaml:13:7\n",
        "an item of the causes of `SHOP003` is not filled in\n  --> fr.yaml:14:22\n",
        "error: not all of `fr.yaml` was merged: mend what is wrong, and merge it again\n",
    ] {
        assert!(answer.stderr.contains(mistake), "`{mistake}` is not in\n{}", answer.stderr);
    }
    let merged = CATALOG
        .replace("[ja, en]", "[ja, en, fr]")
        .replace("    summary: \"Stock: low\"\n", "    summary:\n      ja: \"Stock: low\"\n      fr: peu\n")
        .replace("      ja: 閉店\n", "      ja: 閉店\n      fr: fermé\n");
    assert_eq!(project.read("catalog.yaml"), merged);
}

#[test]
fn a_comment_below_a_text_stays_one() {
    let catalog = "locales: [en]\ncodes:\n  A1:\n    message:\n      en: one\n        # FIXME: shorten\n";
    let stub = "locale: fr\ncodes:\n  A1:\n    message: |-\n      un\n      deux\n";
    let project = Project::new(&[("catalog.yaml", catalog), ("fr.yaml", stub)]);
    project.run(&["stub", "--merge", "fr.yaml"]).done();
    let merged = catalog.replace("[en]", "[en, fr]") + "      fr: |-\n        un\n        deux\n";
    assert_eq!(project.read("catalog.yaml"), merged);
}

#[test]
fn a_catalog_of_one_locale_gets_its_second() {
    let catalog = "\
locales:
- en
codes:
  A1:
    message: 'it''s gone'   # a text
  A2: {message: closed, summary: x}
  A3:
    message: |2- # below
       two

      lines
    summary: of all
  A4:
    message:   over two
      lines"
        .replace('\n', "\r\n");
    let project = Project::new(&[("catalog.yaml", &catalog)]);
    let stub = project.run(&["stub", "--locale", "fr"]).done();
    project.write("fr.yaml", &stub.replacen("\"\"", "\"parti\"", 1));
    project.run(&["stub", "--merge", "fr.yaml"]).done();
    let merged = "\
locales:
- en
- fr
codes:
  A1:
    message:
      en: 'it''s gone'   # a text
      fr: parti
  A2: {message: {en: closed}, summary: x}
  A3:
    message:
      en: |2- # below
         two

        lines
    summary: of all
  A4:
    message:
      en:   over two
        lines"
        .replace('\n', "\r\n");
    assert_eq!(project.read("catalog.yaml"), merged);
}

#[test]
fn nothing_is_lost_by_a_second_stub() {
    let project = Project::new(&[("catalog.yaml", CATALOG), ("fr.yaml", "work")]);
    let said = project.run(&["stub", "--locale=fr", "--out=fr.yaml"]).failed(1);
    assert!(said.starts_with("error: `fr.yaml` is already there\n"), "{said}");
    assert_eq!(project.read("fr.yaml"), "work");
}

#[test]
fn mistakes_of_a_stub_are_told_all_at_once() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    project.write(
        "fr.yaml",
        "locale: en\ncodes:\n  SHOP01: {message: x}\n  SHOP001: {mesage: x}\n  SHOP001: {message: y}\n  SHOP002: x\n",
    );
    let said = project.run(&["stub", "--merge", "fr.yaml"]).failed(1);
    for mistake in [
        "the catalog has no code `SHOP01`",
        "a stub has no key `mesage` here",
        "did you mean `message`?",
        "the code `SHOP001` stands twice in the stub",
        "the entry `SHOP002` is not a mapping",
        "--> fr.yaml:3:3",
        "nothing was written: `fr.yaml` is to be mended first",
    ] {
        assert!(said.contains(mistake), "`{mistake}` is not in\n{said}");
    }
    for (stub, mistake) in [
        ("codes: {}\n", "the stub does not say its locale"),
        ("[]\n", "the stub is not a mapping"),
        ("locale: fr\ncodes: [x]\n", "the codes of the stub are not a mapping"),
        ("locale: fr\ncodes: {SHOP002: {message: [x]}}\n", "the message of `SHOP002` is not a text"),
        ("locale: fr\ncodes: {SHOP001: {message: '{2} x'}}\n", "error[unknown-placeholder]: "),
        ("locale: fr\ncodes: {SHOP001: {message: '{0} x'}}\n", "error[missing-placeholder]: "),
        ("locale: 日本\ncodes: {SHOP002: {message: x}}\n", "error[invalid-locale]: "),
        ("locale: fr\n", "has no text that the catalog lacks"),
        ("\"", "error[syntax]: "),
    ] {
        project.write("fr.yaml", stub);
        let said = project.run(&["stub", "--merge", "fr.yaml"]).failed(1);
        assert!(said.contains(mistake), "`{mistake}` is not in\n{said}");
        assert!(said.contains("nothing was written: "), "{said}");
    }
    assert_eq!(project.read("catalog.yaml"), CATALOG);
}

#[test]
fn mistakes_on_the_command_line() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    assert!(project.run(&["stub"]).failed(2).contains("required"));
    assert!(project.run(&["stub", "--locale=fr", "--merge=x"]).failed(2).contains("cannot be used with"));
    let said = project.run(&["stub", "--locale=日本"]).failed(2);
    assert!(said.starts_with("error: ") && said.contains("日本"), "{said}");
    let said = project.run(&["stub", "--merge=none.yaml"]).failed(1);
    assert!(said.starts_with("error[unreadable-file]: "), "{said}");
}
