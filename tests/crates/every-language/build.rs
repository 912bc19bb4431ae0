//! Compiles a catalog of one text, in each language of two letters that CLDR knows and in some regions.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use token_codes_build::cldr::{Language, PluralKind};

const REGIONS: [&str; 9] =
    ["de-AT", "de-CH", "en-IN", "es-MX", "fr-CH", "pt-PT", "sr-Latn", "fil", "ff-Adlm"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let letters = || (b'a'..=b'z').map(char::from);
    let words = letters().flat_map(|first| letters().map(move |second| String::from_iter([first, second])));
    let tags: Vec<_> =
        words.chain(REGIONS.map(String::from)).filter(|tag| Language::of(tag).is_known()).collect();
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo says where to write")?);
    let catalog = folder.join("catalog.yaml");
    fs::write(&catalog, yaml(&tags))?;
    token_codes_build::compile(&catalog)?;
    Ok(())
}

fn yaml(tags: &[String]) -> String {
    let mut out = format!("locales: ['{}']\n", tags.join("', '"));
    out.push_str("checks: {untranslated: allow}\ncodes:\n");
    for (code, kind) in [("MANY", PluralKind::Cardinal), ("NTH", PluralKind::Ordinal)] {
        let _ = writeln!(out, "  {code}:\n    params: {{n: integer}}");
        for key in ["message", "summary"] {
            let _ = writeln!(out, "    {key}:");
            for tag in tags {
                let _ = writeln!(out, "      '{tag}': '{}'", text(tag, kind));
            }
        }
    }
    out
}

fn text(tag: &str, kind: PluralKind) -> String {
    let mut text = format!("{{n, {}, =-1 {{below #}}", kind.as_str());
    for category in Language::of(tag).categories(kind) {
        let _ = write!(text, " {category} {{{category} #}}", category = category.as_str());
    }
    text + "}"
}
