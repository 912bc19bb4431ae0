//! Plurals in the answers of the commands: every branch where the number is not known, and the right one where it is.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use project::Project;

const CATALOG: &str = "\
locales: [en, ja]
codes:
  SHOP001:
    params: {left: integer, item: text, limit: integer}
    message:
      en: \"{left, plural, =0 {No {item} is} one {# {item} is} other {# {item} are}} left of {limit, number}.\"
      ja: '{item}は{limit}個のうち残り{left}個です。'
    resolution:
      - >-
        Wait for {limit, plural,
          one {one more}
          other {# more '{'or less'}'}
        }.
";

fn shop() -> Project {
    Project::new(&[("catalog.yaml", CATALOG)])
}

#[test]
fn without_numbers_every_branch_is_explained() {
    assert_eq!(
        shop().run(&["explain", "SHOP001", "item=tea"]).done(),
        "\
SHOP001

  [No tea is | {left} tea is | {left} tea are] left of {limit}.
    {left} = 0: No tea is
    {left} = 1: {left} tea is
    {left} = 2, 3, 4, 5, …: {left} tea are

Resolution
  1. Wait for [one more | {limit} more {or less}].
       {limit} = 1: one more
       {limit} = 0, 2, 3, 4, …: {limit} more {or less}
"
    );
}

#[test]
fn a_number_chooses_its_branch() {
    let shop = shop();
    for (left, shown) in [
        ("0", "No tea is left"),
        ("1", "1 tea is left"),
        ("+1", "1 tea is left"),
        ("-1", "-1 tea is left"),
        ("2", "2 tea are left"),
        ("007", "7 tea are left"),
    ] {
        let left = format!("left={left}");
        let explained = shop.run(&["explain", "SHOP001", "item=tea", &left]).done();
        assert!(explained.contains(&format!("\n  {shown} of {{limit}}.\n")), "{explained}");
        assert!(!explained.contains("    {left} = "), "{explained}");
        assert!(explained.contains("       {limit} = 1: one more\n"), "{explained}");
    }
    for widest in [u128::MAX.to_string(), i128::MIN.to_string()] {
        let explained = shop.run(&["explain", "SHOP001", &format!("0={widest}"), "limit=1"]).done();
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let message = explained.lines().nth(2).unwrap();
        assert!(message.ends_with(" {item} are left of 1."), "{message}");
        assert_eq!(digits(message), digits(&widest) + "1");
        assert!(explained.ends_with("  1. Wait for one more.\n"), "{explained}");
    }
}

#[test]
fn what_is_no_integer_is_a_mistake_as_ever() {
    for value in ["many", "1.5", "", "1,000", "340282366920938463463374607431768211456"] {
        let answer = shop().run(&["explain", "SHOP001", &format!("left={value}")]);
        let said = answer.failed(2);
        assert!(said.starts_with(&format!("error: `left` takes an integer, not `{value}`\n")), "{said}");
    }
}

#[test]
fn a_program_gets_the_text_that_is_shown() {
    let shop = shop();
    let json = |arguments: &[&str]| -> serde_json::Value {
        let arguments = [&["explain", "SHOP001", "--format", "json"], arguments].concat();
        serde_json::from_str(&shop.run(&arguments).done()).unwrap()
    };
    let filled = json(&["left=1", "item=tea", "limit=5"]);
    assert_eq!(filled["message"], "1 tea is left of 5.");
    assert_eq!(filled["resolution"][0], "Wait for 5 more {or less}.");
    assert_eq!(json(&[])["message"], "{left} {item} are left of {limit}.");
}

#[test]
fn a_list_shows_all_branches_in_a_line() {
    let shop = shop();
    let expected = "SHOP001  [No {item} is | {left} {item} is | {left} {item} are] left of {limit}.\n";
    assert_eq!(shop.run(&["list"]).done(), expected);
    let japanese = "SHOP001  {item}は{limit}個のうち残り{left}個です。\n";
    assert_eq!(shop.run(&["list", "--locale", "ja"]).done(), japanese);
}

/// The stub as a translator gets it, and as one would be filled in with nothing but the branches that it asks for.
fn filled_with_what_is_asked(stub: &str) -> String {
    let mut asked = Vec::new();
    let lines = stub.lines().filter_map(|line| {
        if let Some((_, text)) = line.split_once("# to be filled in: ") {
            asked.push(text.to_owned());
        }
        let filled = |text: String| line.replace("\"\"", &text);
        if line.ends_with("\"\"") { asked.pop().map(filled) } else { Some(line.to_owned()) }
    });
    lines.map(|line| line + "\n").collect()
}

#[test]
fn a_stub_asks_for_the_branches_of_its_language() {
    let shop = shop();
    let stub = shop.run(&["stub", "--locale", "ru"]).done();
    let english = "left of {limit, number}.";
    let asked = format!(
        "    # to be filled in: '{{left, plural, =0 {{No {{item}} is}} one {{# {{item}} are}} few {{# {{item}} are}} many {{# \
         {{item}} are}} other {{# {{item}} are}}}} {english}'\n    message: \"\"\n"
    );
    assert!(stub.contains(&asked), "{stub}");
    let step = "few {# more '{'or less'}'} many {# more '{'or less'}'} other {# more '{'or less'}'}}.\n      - \"\"\n";
    assert!(stub.contains(step), "{stub}");
    shop.write("ru.yaml", &filled_with_what_is_asked(&stub));
    let said = shop.run(&["stub", "--merge", "ru.yaml"]).done();
    assert_eq!(said, "added 2 texts in `ru` to catalog.yaml\n  SHOP001: message, resolution\n");
    shop.run(&["check"]).done();
    for (left, shown) in [("0", "No tea is"), ("1", "1 tea are"), ("5", "5 tea are")] {
        let left = format!("left={left}");
        let explained =
            shop.run(&["explain", "SHOP001", "--locale", "ru", "item=tea", "limit=7", &left]).done();
        assert!(explained.contains(&format!("\n  {shown} left of 7.\n")), "{explained}");
    }
}

#[test]
fn a_pseudo_locale_changes_nothing_but_what_is_shown() {
    let shop = shop();
    let stub = shop.run(&["stub", "--locale", "en-XA", "--pseudo"]).done();
    let message = "'[!!! {left, plural, =0 {Ñō {item} îš} one {# {item} îš} other {# {item} åŕé}} ľéƒţ ōƒ {limit, number}. ōñé";
    assert!(stub.contains(message), "{stub}");
    shop.write("pseudo.yaml", &stub);
    shop.run(&["stub", "--merge", "pseudo.yaml"]).done();
    let explained =
        shop.run(&["explain", "SHOP001", "--locale", "en-XA", "left=2", "item=tea", "limit=1"]).done();
    assert!(explained.contains("  [!!! 2 tea åŕé ľéƒţ ōƒ 1. ōñé"), "{explained}");
    assert!(explained.contains("Ŵåîţ ƒōŕ ōñé ḿōŕé."), "{explained}");
}

#[test]
fn a_plural_says_the_type_of_its_param() {
    let shop = shop();
    let message = "--message=en={left, plural, one {# {item} is} other {# {item}s are}} left, {2, number} sold on the {3}th.";
    let step = "--resolution=Wait for the {day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}.";
    let params = ["--param=left", "--param=item:text", "--param=sold", "--param=day"];
    shop.run(&[&["add", "SHOP", message, step], &params[..]].concat()).done();
    let added = "\
  SHOP002:
    params:
      left: integer
      item: text
      sold: integer
      day: integer
    message:
      en: '{left, plural, one {# {item} is} other {# {item}s are}} left, {2, number} sold on the {3}th.'
    resolution:
      - Wait for the {day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}.
";
    let catalog = shop.read("catalog.yaml");
    assert!(catalog.ends_with(added), "{catalog}");
    // A placeholder says nothing of a type.
    let said = shop.run(&["add", "SHOP", "--message=en={left} left", "--param=left"]).failed(2);
    assert!(
        said.starts_with("error: `--param left` does not say the type, and no plural is for it\n"),
        "{said}"
    );
    assert_eq!(shop.read("catalog.yaml"), catalog);
}

#[test]
fn a_plural_is_retired_and_explained_as_it_was() {
    let shop = shop();
    shop.write("catalog.yaml", &format!("{CATALOG}  SHOP002: {{message: {{en: closed, ja: 閉店}}}}\n"));
    let before = shop.run(&["explain", "SHOP001", "left=2"]).done();
    shop.run(&["retire", "SHOP001", "--since=2026-11"]).done();
    let after = shop.run(&["explain", "SHOP001", "left=2"]).done();
    assert_eq!(after.replace("retired since 2026-11\n", ""), before);
    let all = shop.run(&["explain", "SHOP001"]).done();
    assert!(all.contains("\n    {left} = 1: {left} {item} is\n"), "{all}");
    assert_eq!(shop.run(&["check"]).done(), "no mistakes in catalog.yaml\n");
}

#[test]
fn a_translation_is_stale_only_once_a_branch_is_another() {
    let shop = shop();
    shop.write("old.yaml", CATALOG);
    let form = CATALOG.replace(
        "=0 {No {item} is} one {# {item} is} other",
        "one{{left, number} {0} is} =0{No {1} is} other",
    );
    assert_ne!(form, CATALOG);
    let form = form.replace("{0} is} =0", "{item} is} =0");
    shop.write("catalog.yaml", &form);
    let same = shop.run(&["diff", "--against", "old.yaml", "--mark-stale"]).done();
    assert_eq!(same, "version bump: none\n");
    shop.run(&["check", "--against", "old.yaml"]).done();
    assert_eq!(shop.read("catalog.yaml"), form);
    shop.write("catalog.yaml", &form.replace("No {1} is", "None of {1} is"));
    let report = shop.run(&["check", "--against", "old.yaml"]).stdout;
    assert!(report.contains("warning[stale-translation]: the `ja` message of `SHOP001`"), "{report}");
    let marked = shop.read("catalog.yaml");
    assert!(marked.contains("    stale:\n      ja: '{left, plural, =0 {No {item} is}"), "{marked}");
}

const HOURS: &str = "\
locales: [en]
codes:
  A1:
    params: {n: integer}
    message: \"{n, plural, one {an hour} other {# hours}}\"
";

/// What a translator is asked for in a language, with the text that is given, and what is shown for some numbers.
type Translated<'t> = (&'t str, &'t str, &'t str, &'t [(&'t str, &'t str)]);

const TRANSLATED: [Translated<'_>; 5] = [
    (
        "ar",
        "zero {# hours} one {an hour} two {# hours} few {# hours} many {# hours} other {# hours}",
        "zero {لا ساعات} one {ساعة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة.}",
        &[
            ("0", "لا ساعات"),
            ("2", "ساعتان"),
            ("3", "3 ساعات"),
            ("11", "11 ساعة"),
            ("100", "100 ساعة."),
            ("103", "103 ساعات"),
        ],
    ),
    (
        "cs",
        "one {an hour} few {# hours} other {# hours}",
        "one {# hodina} few {# hodiny} other {# hodin}",
        &[("1", "1 hodina"), ("2", "2 hodiny"), ("5", "5 hodin"), ("22", "22 hodin"), ("0", "0 hodin")],
    ),
    ("ja", "other {# hours}", "=0 {なし} other {#時間}", &[("0", "なし"), ("1", "1時間"), ("2", "2時間")]),
    (
        "ru",
        "one {# hours} few {# hours} many {# hours} other {# hours}",
        "one {# час} few {# часа} many {# часов} other {# часа}",
        &[("1", "1 час"), ("21", "21 час"), ("11", "11 часов"), ("22", "22 часа"), ("112", "112 часов")],
    ),
    (
        "de",
        "one {an hour} other {# hours}",
        "one {eine Stunde} other {# Stunden}",
        &[("1", "eine Stunde"), ("0", "0 Stunden")],
    ),
];

#[test]
fn each_language_has_its_branches() {
    for (locale, asked, branches, shown) in TRANSLATED {
        let shop = Project::new(&[("catalog.yaml", HOURS)]);
        let stub = shop.run(&["stub", "--locale", locale]).done();
        let asked = format!("    # to be filled in: '{{n, plural, {asked}}}'\n    message: \"\"\n");
        assert!(stub.contains(&asked), "{asked}{stub}");
        let text = format!("\"{{n, plural, {branches}}}\"");
        shop.write("stub.yaml", &stub.replace("\"\"", &text));
        shop.run(&["stub", "--merge", "stub.yaml"]).done();
        assert_eq!(shop.run(&["check"]).done(), "no mistakes in catalog.yaml\n");
        for (number, shown) in shown {
            let number = format!("n={number}");
            let json = shop.run(&["explain", "A1", &number, "--locale", locale, "--format=json"]).done();
            assert!(json.contains(&format!("\"message\":\"{shown}\"")), "{number}: {json}");
        }
        let merged = shop.read("catalog.yaml");
        for format in ["po", "xliff", "xliff2"] {
            shop.write("catalog.yaml", HOURS);
            let file = shop.run(&["export", "--locale", locale, "--format", format]).done();
            let source = "{n, plural, one {an hour} other {# hours}}";
            let inside = text.trim_matches('"');
            let file = match format {
                "po" => file.replace("hours}}\"\nmsgstr \"\"", &format!("hours}}}}\"\nmsgstr {text}")),
                "xliff" => file.replace(" state=\"needs-translation\"/>", &format!(">{inside}</target>")),
                _ => file.replace("state=\"initial\"", "state=\"final\"").replace(
                    &format!("{source}</source>"),
                    &format!("{source}</source><target>{inside}</target>"),
                ),
            };
            shop.write("translated", &file);
            shop.run(&["import", "translated"]).done();
            assert_eq!(shop.read("catalog.yaml"), merged, "{file}");
        }
    }
}

/// The example of `docs/commands.md`.
#[test]
fn the_page_says_what_a_stub_asks_for() {
    let message = "{left, plural, one {# item} other {# items}}";
    let catalog =
        format!("locales: [en]\ncodes:\n  A1:\n    params: {{left: integer}}\n    message: '{message}'\n");
    let shop = Project::new(&[("catalog.yaml", &catalog)]);
    let stub = shop.run(&["stub", "--locale", "ru"]).done();
    let page = include_str!("../../docs/commands.md");
    let asked = page.lines().find(|line| line.starts_with("# to be filled in: ")).unwrap();
    assert!(page.contains(message) && stub.contains(asked), "{stub}");
}
