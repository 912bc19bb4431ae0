//! The catalog to begin with.

use std::fmt::Write as _;

use token_codes_build::Source;

use crate::mistake::Mistake;

/// The example's message in the languages that it is known in.
const MESSAGES: &[(&str, &str)] = &[
    ("de", "Die Datei {0} wurde nicht gefunden."),
    ("en", "The file {0} was not found."),
    ("es", "No se encontró el archivo {0}."),
    ("fr", "Le fichier {0} est introuvable."),
    ("it", "Il file {0} non è stato trovato."),
    ("ja", "ファイル {0} が見つかりません。"),
    ("ko", "파일 {0}을(를) 찾을 수 없습니다."),
    ("pt", "O arquivo {0} não foi encontrado."),
    ("zh", "找不到文件 {0}。"),
];

/// A catalog of one code.
///
/// # Errors
///
/// If the locales are not locales.
pub(super) fn catalog(locales: &[String], schema: Option<&str>) -> Result<String, Mistake> {
    let mut text = String::new();
    if let Some(schema) = schema {
        let _ = writeln!(text, "# yaml-language-server: $schema={schema}");
    }
    let _ = write!(
        text,
        "\
# The coded messages of this crate. `cargo build` turns each into `Code::…`; `token-codes add APP` adds one.
locales: [{}]

codes:
  APP001:
    name: file-not-found           # Code::FileNotFound, beside Code::APP001
    params:                        # {{0}}, {{1}}, ... in this order: text, integer, boolean, float or any
      path: text
    message:{}
",
        locales.join(", "),
        messages(locales)
    );
    // The check of catalogs says what is wrong with a locale.
    match token_codes_build::read(&Source::new("catalog.yaml", &*text)) {
        Ok(_) => Ok(text),
        Err(mistakes) => {
            let said: Vec<&str> = mistakes.iter().map(|mistake| &*mistake.message).collect();
            let help = "write them with commas between, such as `--locales ja,en`";
            Err(Mistake::usage(format!("`--locales`: {}", said.join("; "))).help(help))
        }
    }
}

fn messages(locales: &[String]) -> String {
    let mut messages = String::new();
    for (index, locale) in locales.iter().enumerate() {
        let known = in_language_of(locale);
        match known.or((index == 0).then_some("The file {0} was not found.")) {
            Some(message) if locales.len() == 1 => return format!(" {message}"),
            Some(message) => {
                let _ = write!(messages, "\n      {locale}: {message}");
            }
            // The build warns until somebody has translated it.
            None => {
                let _ = write!(messages, "\n      # {locale}: …");
            }
        }
    }
    messages
}

fn in_language_of(locale: &str) -> Option<&'static str> {
    let language = locale.split('-').next().unwrap_or_default();
    MESSAGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(language)).map(|(_, message)| *message)
}

#[cfg(test)]
mod tests {
    use token_codes_build::{Source, read};

    use super::{MESSAGES, catalog};

    #[test]
    fn it_has_nothing_to_be_warned_of() {
        let all: Vec<String> = MESSAGES.iter().map(|(tag, _)| (*tag).to_owned()).collect();
        for locales in [&["en".to_owned()][..], &["ja".to_owned(), "en-GB".to_owned()], &all] {
            let text = catalog(locales, Some("../catalog.schema.json")).unwrap();
            let checked = read(&Source::new("catalog.yaml", text)).unwrap();
            assert_eq!(checked.warnings.to_string(), "");
            assert_eq!(checked.catalog.locales.len(), locales.len());
        }
    }

    #[test]
    fn another_language_is_begun_in_english() {
        let text = catalog(&["fi".to_owned(), "sv".to_owned()], None).unwrap();
        assert!(
            text.ends_with("    message:\n      fi: The file {0} was not found.\n      # sv: …\n"),
            "{text}"
        );
    }

    #[test]
    fn what_is_no_locale_is_told() {
        let said = catalog(&["日本".to_owned()], None).unwrap_err().text;
        assert!(said.contains("`--locales`: "), "{said}");
    }
}
