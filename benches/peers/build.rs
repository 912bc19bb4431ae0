//! Writes what the peers take as Rust, from the same synthetic catalogs.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use token_codes_synthetic::{Entry, INTEGER_AND_TEXT, LOCALES, TWO_OF_ANY, counted, entries};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let all = entries(10_000);
    fs::write(folder.join("maps.rs"), maps(&all))?;
    fs::write(folder.join("arrays.rs"), arrays(&all))?;
    // Of the catalog of 1,000 codes, as many as the real one has.
    let with = |params| all.iter().filter(move |entry| entry.params == params).take(13).collect::<Vec<_>>();
    let (typed, any) = (with(INTEGER_AND_TEXT), with(TWO_OF_ANY));
    let messages = types("Typed", &typed) + &types("Any", &any) + &rust_i18n(&folder, &typed)?;
    fs::write(folder.join("messages.rs"), messages)?;
    fs::write(folder.join("messages.ftl"), fluent(&typed))?;
    // Of the catalog `counted`: a code for each way to write the hours.
    let counted = counted(13, 3);
    let counted: Vec<_> = counted.chunks(3).collect();
    fs::write(folder.join("plurals.rs"), plurals(&counted))?;
    for (tag, branches) in [LOCALES[0], LOCALES[2]] {
        fs::write(folder.join(format!("plurals-{tag}.ftl")), fluent_plurals(&counted, branches))?;
    }
    Ok(())
}

/// A phf map for each size, from code to row.
fn maps(all: &[Entry]) -> String {
    let mut out = String::new();
    for count in [13, 1_000, 10_000] {
        let _ = writeln!(out, "static PHF_{count}: phf::Map<&str, u32> = phf::phf_map! {{");
        for (row, entry) in all.iter().take(count).enumerate() {
            let _ = writeln!(out, "    {:?} => {row}_u32,", entry.code);
        }
        out.push_str("};\n");
    }
    out
}

/// Arrays of the texts of 10,000 codes.
fn arrays(all: &[Entry]) -> String {
    let mut out = String::new();
    let mut array = |name, text: fn(&Entry) -> &str| {
        let _ = writeln!(out, "static {name}: [&str; 10_000] = [");
        for entry in all {
            let _ = writeln!(out, "    {:?},", text(entry));
        }
        out.push_str("];\n");
    };
    array("CODES", |entry| &entry.code);
    array("SUMMARIES", |entry| &entry.summary);
    array("MESSAGES", |entry| &entry.messages[0]);
    out
}

/// The same error type three times: derived, written by hand, and with thiserror.
fn types(name: &str, entries: &[&Entry]) -> String {
    let [first, second] = [0, 1].map(|param| entries[0].params[param].0);
    let format = |text: &str| text.replace("{0}", &braced(first)).replace("{1}", &braced(second));
    let (mut coded, mut written, mut peer) = (String::new(), String::new(), String::new());
    let [mut ja, mut en, mut log, mut make] = [const { String::new() }; 4];
    for (variant, entry) in entries.iter().enumerate() {
        let fields = format!("M{variant} {{ {first}: u32, {second}: String }},\n");
        let _ = write!(coded, "    #[token({:?})]\n    {fields}", entry.code);
        let _ = write!(written, "    {fields}");
        let _ = write!(peer, "    #[error({:?})]\n    {fields}", format(&entry.messages[0]));
        for (arms, message) in [&mut ja, &mut en].into_iter().zip(&entry.messages) {
            let pattern = format!("Self::M{variant} {{ {first}, {second} }}");
            let _ = writeln!(arms, "            {pattern} => write!(out, {:?}),", format(message));
        }
        let escaped =
            format!("{{ let {second} = ByHand({second}); write!(out, {:?}) }}", format(&entry.messages[0]));
        let _ = writeln!(log, "            Written{name}::M{variant} {{ {first}, {second} }} => {escaped}");
        let _ = writeln!(make, "            Self::M{variant} {{ {first}: number, {second}: text }},");
    }
    let make = |peer: &str| {
        // Each variant with its own arguments.
        let make = make.replace("number", "numbers()").replace(": text", ": texts()");
        format!(
            "impl {peer} {{\n    fn all() -> Vec<Self> {{\n        \
             let (mut numbers, mut texts) = arguments();\n        vec![\n{make}        ]\n    }}\n}}\n"
        )
    };
    format!(
        "#[derive(Debug, token_codes::TokenCode)]\n#[token(catalog = catalog_1000)]\n\
         enum Coded{name} {{\n{coded}}}\n{}\
         enum Written{name} {{\n{written}}}\n{}\
         impl std::fmt::Display for Written{name} {{\n    \
         fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n        \
         match self {{\n{ja}        }}\n    }}\n}}\n\
         struct WrittenInEnglish{name}<'a>(&'a Written{name});\n\
         impl std::fmt::Display for WrittenInEnglish{name}<'_> {{\n    \
         fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n        \
         match self.0 {{\n{}        }}\n    }}\n}}\n\
         struct WrittenForLog{name}<'a>(&'a Written{name});\n\
         impl std::fmt::Display for WrittenForLog{name}<'_> {{\n    \
         fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n        \
         match self.0 {{\n{log}        }}\n    }}\n}}\n\
         #[derive(Debug, thiserror::Error)]\nenum Thiserror{name} {{\n{peer}}}\n{}",
        make(&format!("Coded{name}")),
        make(&format!("Written{name}")),
        en.replace("Self::", &format!("Written{name}::")),
        make(&format!("Thiserror{name}")),
    )
}

fn braced(name: &str) -> String {
    format!("{{{name}}}")
}

/// The macro that reads the texts, and a function that appends one: its keys are literals, as its users write them.
fn rust_i18n(folder: &Path, entries: &[&Entry]) -> Result<String, Box<dyn Error>> {
    let locales = folder.join("locales");
    fs::create_dir_all(&locales)?;
    let mut texts = String::from("_version: 1\n");
    let [mut arms, mut arguments] = [const { String::new() }; 2];
    for (variant, entry) in entries.iter().enumerate() {
        let text = entry.messages[0].replace("{0}", "%{max_hours}").replace("{1}", "%{expires_at}");
        let fields = "{ max_hours, expires_at }";
        let _ = write!(arguments, "{}Self::M{variant} {fields}", if variant == 0 { "" } else { " | " });
        let _ = writeln!(texts, "m{variant}: {text:?}");
        let _ = writeln!(
            arms,
            "        WrittenTyped::M{variant} {fields} => \
             rust_i18n::t!(\"m{variant}\", locale = \"ja\", max_hours = max_hours, expires_at = expires_at),"
        );
    }
    fs::write(locales.join("ja.yml"), texts)?;
    Ok(format!(
        "rust_i18n::i18n!({:?});\n\
         impl WrittenTyped {{\n    fn arguments(&self) -> (u32, &str) {{\n        match self {{ {arguments} => (*max_hours, expires_at) }}\n    }}\n}}\n\
         fn rust_i18n_text(error: &WrittenTyped) -> std::borrow::Cow<'_, str> {{\n    match error {{\n{arms}    }}\n}}\n",
        locales.to_str().ok_or("the folder's name is no UTF-8")?
    ))
}

fn fluent(entries: &[&Entry]) -> String {
    let mut out = String::new();
    for (variant, entry) in entries.iter().enumerate() {
        let text = entry.messages[0].replace("{0}", "{ $max_hours }").replace("{1}", "{ $expires_at }");
        let _ = writeln!(out, "m{variant} = {text}");
    }
    out
}

/// What the macro of the bench takes: of each message, its codes and the parts around its placeholders.
fn plurals(messages: &[&[Entry]]) -> String {
    let mut out = String::from("messages! {\n");
    for (variant, codes) in messages.iter().enumerate() {
        let (before, rest) = codes[0].messages[1].split_once("{0}").expect("there is a number");
        let (between, after) = rest.split_once("{1}").expect("there is a text");
        let codes: Vec<_> = codes.iter().map(|entry| format!("{:?}", entry.code)).collect();
        let _ = writeln!(out, "    M{variant} [{}] {before:?} {between:?} {after:?},", codes.join(" "));
    }
    out + "}\n"
}

fn fluent_plurals(messages: &[&[Entry]], branches: &str) -> String {
    let mut select = String::from("{ $max_hours ->");
    for branch in branches.split_terminator('}') {
        let (category, text) = branch.split_once(" {").expect("a branch has a text");
        let default = if category.trim() == "other" { "*" } else { "" };
        let _ =
            write!(select, "\n    {default}[{}] {}", category.trim(), text.replace('#', "{ $max_hours }"));
    }
    select.push_str("\n    }");
    let mut out = String::new();
    for (variant, codes) in messages.iter().enumerate() {
        let text = codes[0].messages[1].replace("{0}", &select).replace("{1}", "{ $expires_at }");
        let _ = writeln!(out, "m{variant} = {text}");
    }
    out
}
