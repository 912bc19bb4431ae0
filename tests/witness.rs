//! The programs of `token-codes diff --witness`: each compiles with the catalog as it was, and not as it is.
//!
//! They are examples of one crate outside the workspace, which is compiled with the one catalog and then with the other.

#[path = "support/package.rs"]
mod package;
// Only the calls of cargo.
#[allow(dead_code)]
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use token_codes_build::catalog::Catalog;
use token_codes_build::diff::{Rule, Severity, Who, diff, witness};
use token_codes_build::{Source, read};

const OLD: &str = "\
locales: [en, fr]
columns:
  status: u16
  owner: text
  size: integer
  severity: [info, warning]
  retryable: boolean
  kind: {type: [user, system], contract: true}
  team: {type: text, contract: true, required: true}
  http_status: {type: u16, contract: true}
codes:
  A1: {name: gone, team: a, message: {en: gone, fr: gone}}
  A2: {name: retired, team: a, message: {en: retired, fr: retired}}
  A3: {name: old-name, team: a, message: {en: three, fr: three}}
  A4: {team: a, message: {en: four, fr: four}}
  A-5: {name: five, team: a, message: {en: five, fr: five}}
  A6: {name: six, team: a, params: {who: text, what: any}, message: {en: '{who} {what}', fr: '{who} {what}'}}
  A7: {name: seven, team: a, params: {who: text}, message: {en: '{who}', fr: '{who}'}}
  A8: {name: eight, team: a, params: {who: any, what: any, count: float}, message: {en: '{who} {what} {count}', fr: '{who} {what} {count}'}}
  A9: {name: nine, team: a, size: 7, params: {key: {type: text, privacy: secret}}, message: {en: nine, fr: nine}}
";

const NEW: &str = "\
locales: [en]
columns:
  state: {type: u16, was: status}
  size: integer
  severity: [warning]
  retryable: {type: boolean, required: true}
  group: {type: [user, system], contract: true, was: kind}
  team: {type: [a, b], contract: true, required: true}
retired: [A2]
codes:
  A3: {name: new-name, retryable: true, team: a, message: three}
  A4: {name: four, retryable: true, team: a, message: four}
  A-5: {name: five, retryable: true, team: a, message: five}
  A_5: {name: other, retryable: true, team: a, message: other}
  A6: {name: six, retryable: true, team: a, params: {who: text}, message: '{who}'}
  A7: {name: seven, retryable: true, team: a, params: {whom: {type: text, was: who}, more: any}, message: '{whom} {more}'}
  A8: {name: eight, retryable: true, team: a, params: {who: text, what: integer, count: boolean}, message: '{who} {what} {count}'}
  A9: {name: nine, retryable: true, team: a, size: 70000, params: {key: {type: text, privacy: secret}}, message: nine}
";

fn catalog(text: &str) -> Catalog {
    read(&Source::new("catalog.yaml", text)).unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog
}

/// The rules by which nothing fails to compile, though Rust code notices the edit: rustc warns, or the meaning is another.
const COMPILES: &[Rule] =
    &[Rule::CodeDeprecated, Rule::NameMoved, Rule::DefaultChanged, Rule::ListReordered, Rule::ValueChanged];

#[test]
fn each_program_compiles_before_and_not_after() {
    let (old, new) = (catalog(OLD), catalog(NEW));
    let found = diff(&old, &new);
    let programs: Vec<_> = found
        .iter()
        .enumerate()
        .filter_map(|(index, finding)| {
            let program = witness(&old, finding)?;
            assert!(finding.who.contains(&Who::Rust) && finding.severity() >= Severity::Major, "{finding:?}");
            Some((format!("w{index}"), finding.rule, program))
        })
        .collect();
    let shown: BTreeSet<_> = programs.iter().map(|(_, rule, _)| *rule).collect();
    let breaking =
        Rule::ALL.iter().copied().filter(|rule| rule.who().contains(&Who::Rust) && !COMPILES.contains(rule));
    assert_eq!(shown, breaking.collect(), "the rules that break Rust code, and those with a program here");

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("catalog_in_reach/witness");
    let files: Vec<_> =
        programs.iter().map(|(name, _, program)| (format!("examples/{name}.rs"), &**program)).collect();
    // What an earlier run has left is no program of this one.
    let _ = fs::remove_dir_all(folder.join("examples"));
    fs::create_dir_all(folder.join("examples")).expect("the folder can be created");
    let write = |yaml| {
        let mut all = vec![("catalog.yaml", yaml), ("src/lib.rs", "token_codes::include_catalog!();\n")];
        all.extend(files.iter().map(|(path, program)| (&**path, *program)));
        package::write(&folder, "catalog", "catalog.yaml", &all);
        support::cargo(&folder, &folder.join("../target"), &["check", "--examples", "--keep-going"])
    };
    write(OLD).passed();
    let report = write(NEW).failed();
    for (name, rule, program) in &programs {
        report.says(&format!("could not compile `catalog` (example \"{name}\")"));
        assert!(program.contains(rule.name()), "{program}");
    }
}
