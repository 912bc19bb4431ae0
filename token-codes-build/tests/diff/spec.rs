//! What a catalog says, in the words of the test: generated at random, and written as YAML in one of many ways.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use token_codes_build::Source;
use token_codes_build::catalog::TextField;

use crate::random::Random;

/// The locales that there may be. `zh` stands in for `zh-Hant`, unless it is said otherwise.
pub const LOCALES: [&str; 6] = ["en", "ja", "fr", "zh", "zh-Hant", "hi"];

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spec {
    pub title: String,
    pub description: String,
    pub locales: Vec<&'static str>,
    pub fallback: BTreeMap<&'static str, &'static str>,
    /// Whether the numbers of Hindi are in its own digits.
    pub native_digits: bool,
    pub log_locale: Option<&'static str>,
    pub headings: BTreeMap<(&'static str, &'static str), String>,
    pub roles: BTreeMap<&'static str, String>,
    /// Each with what is said of it, in the form of YAML.
    pub retired: Vec<(String, Option<String>)>,
    pub columns: Vec<Column>,
    pub entries: Vec<Entry>,
    /// Lines of `accepted`.
    pub accepted: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub ty: Type,
    pub required: bool,
    pub default: Option<String>,
    pub contract: bool,
    pub was: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// As it is declared.
    Word(&'static str),
    List(Vec<String>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub code: String,
    pub name: Option<String>,
    pub was: Option<String>,
    /// Why it is deprecated.
    pub deprecated: Option<String>,
    pub params: Vec<Param>,
    /// With placeholders by name. Those of a field without a locale are for every locale.
    pub texts: BTreeMap<(TextField, Option<&'static str>), Vec<String>>,
    pub values: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    pub name: String,
    pub ty: &'static str,
    pub privacy: &'static str,
    pub was: Option<String>,
}

impl Spec {
    pub fn random(random: &mut Random) -> Self {
        let mut locales = LOCALES.to_vec();
        random.shuffle(&mut locales);
        locales.truncate(random.in_range(2..6));
        let mut spec = Self {
            title: "Errors".into(),
            locales,
            columns: columns(),
            retired: (0..3).map(|number| (format!("OLD{number}"), None)).collect(),
            ..Self::default()
        };
        if random.once_in(2) {
            spec.log_locale = Some(random.pick(&spec.locales));
        }
        for _ in 0..random.in_range(3..7) {
            let entry = spec.random_entry(random);
            spec.entries.push(entry);
        }
        spec
    }

    pub fn source_locale(&self) -> &'static str {
        self.locales[0]
    }

    pub fn log_locale(&self) -> &'static str {
        self.log_locale.unwrap_or(self.locales[0])
    }

    /// An entry with a code and a name that none has.
    pub fn random_entry(&self, random: &mut Random) -> Entry {
        let mut entry = Entry {
            code: format!("NEW-{}", random.number()),
            name: (!random.once_in(4)).then(|| name(random)),
            was: None,
            deprecated: random.once_in(4).then(|| format!("because {}", random.number())),
            params: (0..random.in_range(0..4)).map(|_| param(random)).collect(),
            texts: BTreeMap::new(),
            values: BTreeMap::new(),
        };
        for locale in &self.locales {
            if *locale == self.source_locale() || random.once_in(2) {
                entry.write(random, TextField::Message, Some(*locale));
            }
        }
        for field in DETAILS {
            match random.in_range(0..3) {
                0 => {}
                1 => entry.write(random, field, None),
                _ => {
                    entry.write(random, field, Some(self.source_locale()));
                    let locale = random.pick(&self.locales);
                    entry.write(random, field, Some(locale));
                }
            }
        }
        for column in &self.columns {
            if (column.required && column.default.is_none()) || random.once_in(2) {
                entry.values.insert(column.name.clone(), column.random_value(random));
            }
        }
        entry
    }
}

pub const DETAILS: [TextField; 4] =
    [TextField::Summary, TextField::Description, TextField::Causes, TextField::Resolution];

fn columns() -> Vec<Column> {
    let column = |name: &str, ty| Column {
        name: name.into(),
        ty,
        required: false,
        default: None,
        contract: false,
        was: None,
    };
    let list = |values: &[&str]| Type::List(values.iter().map(ToString::to_string).collect());
    vec![
        Column { contract: true, ..column("http_status", Type::Word("u16")) },
        column("status", Type::Word("u16")),
        column("severity", list(&["info", "warning", "error"])),
        column("size", Type::Word("integer")),
        column("team", Type::Word("text")),
        column("retryable", Type::Word("boolean")),
        Column { required: true, default: Some("7".into()), ..column("weight", Type::Word("u8")) },
        Column { contract: true, required: true, ..column("kind", list(&["user", "system", "peer"])) },
    ]
}

impl Column {
    pub fn random_value(&self, random: &mut Random) -> String {
        match &self.ty {
            Type::List(values) => random.pick(values),
            Type::Word("boolean") => random.pick(&["true", "false"]).into(),
            Type::Word("text") => format!("team {}", random.number()),
            Type::Word("u8") => random.in_range(10..250).to_string(),
            Type::Word(_) => random.in_range(100..600).to_string(),
        }
    }

    /// Another value than this one.
    pub fn other_value(&self, random: &mut Random, than: Option<&String>) -> String {
        loop {
            let value = self.random_value(random);
            if Some(&value) != than && Some(&value) != self.default.as_ref() {
                return value;
            }
        }
    }
}

/// A name that nothing has, in kebab case.
pub fn name(random: &mut Random) -> String {
    let letters: String =
        random.number().to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    format!("name-{letters}")
}

pub fn param(random: &mut Random) -> Param {
    let name = name(random).replace('-', "_");
    let ty = random.pick(&["text", "integer", "boolean", "float", "any"]);
    let privacy = random.pick(&["public", "public", "personal", "secret"]);
    Param { name, ty, privacy, was: None }
}

impl Entry {
    /// Writes a new text for a field, which has each param that can be shown.
    pub fn write(&mut self, random: &mut Random, field: TextField, locale: Option<&'static str>) {
        let count = if matches!(field, TextField::Causes | TextField::Resolution) {
            random.in_range(1..4)
        } else {
            1
        };
        let texts = (0..count).map(|_| self.text(random)).collect();
        self.texts.insert((field, locale), texts);
    }

    fn text(&self, random: &mut Random) -> String {
        let mut text = format!("text {} {{{{x}}}}", random.number());
        let mut params: Vec<_> = self.params.iter().filter(|param| param.privacy != "secret").collect();
        random.shuffle(&mut params);
        for param in params {
            write!(text, " {{{}}} and", param.name).unwrap();
        }
        text + " é"
    }

    /// Writes every text anew.
    pub fn rewrite(&mut self, random: &mut Random) {
        for (field, locale) in self.texts.keys().copied().collect::<Vec<_>>() {
            self.write(random, field, locale);
        }
    }

    /// The locales in which a field is written; that of a text for every locale is the source locale.
    pub fn own(&self, field: TextField, locale: &str, source: &str) -> Option<&Vec<String>> {
        let same = self.texts.get(&(field, None)).filter(|_| locale == source);
        let mut texts = self.texts.iter();
        same.or_else(|| {
            texts.find(|((of, tag), _)| *of == field && *tag == Some(locale)).map(|(_, text)| text)
        })
    }
}

/// How a catalog is written: everything that must not matter.
pub struct Style(pub Random);

impl Style {
    /// The catalog, in one file or in several.
    pub fn write(&mut self, spec: &Spec) -> Source {
        let mut header = self.header(spec);
        let mut entries: Vec<_> = spec.entries.iter().map(|entry| self.entry(entry)).collect();
        self.0.shuffle(&mut entries);
        self.0.shuffle(&mut header);
        let header = header.concat();
        if entries.len() == 1 || self.0.once_in(2) {
            return Source::new("catalog.yaml", format!("{header}codes:\n{}", entries.concat()));
        }
        let (one, other) = entries.split_at(entries.len() / 2);
        let files = [
            ("catalog/a.yaml", format!("codes:\n{}", one.concat())),
            ("catalog/b.yaml", format!("{header}codes:\n{}", other.concat())),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
        Source::from_files("catalog", files).expect("it is small, and UTF-8")
    }

    /// The keys at the top, each with its lines.
    fn header(&mut self, spec: &Spec) -> Vec<String> {
        let mut locales = spec.locales.clone();
        self.0.shuffle(&mut locales[1..]);
        let mut header = vec![
            "checks: {untranslated: allow, unused-column: allow, adjacent-placeholders: allow}\n".to_owned(),
            format!("title: {}\n", self.scalar(&spec.title, 2)),
            format!("locales: [{}]\n", locales.join(", ")),
        ];
        if !spec.description.is_empty() {
            header.push(format!("description: {}\n", self.scalar(&spec.description, 2)));
        }
        if let Some(locale) = spec.log_locale {
            header.push(format!("log_locale: {locale}\n"));
        } else if self.0.once_in(2) {
            header.push(format!("log_locale: {} # as it is anyway\n", spec.locales[0]));
        }
        let pairs = |pairs: Vec<String>| format!("{{{}}}", pairs.join(", "));
        if !spec.fallback.is_empty() {
            let all = spec.fallback.iter().map(|(locale, next)| format!("{locale}: {next}")).collect();
            header.push(format!("fallback: {}\n", pairs(all)));
        }
        if spec.native_digits {
            header.push("native_digits: [hi]\n".to_owned());
        }
        if !spec.roles.is_empty() {
            let all = spec.roles.iter().map(|(role, name)| format!("{role}: {name}")).collect();
            header.push(format!("roles: {}\n", pairs(all)));
        }
        if !spec.headings.is_empty() {
            let mut text = "headings:\n".to_owned();
            for locale in LOCALES {
                let of: Vec<_> = spec.headings.iter().filter(|((tag, _), _)| *tag == locale).collect();
                let of = of.iter().map(|((_, key), heading)| format!("{key}: {heading}")).collect::<Vec<_>>();
                if !of.is_empty() {
                    writeln!(text, "  {locale}: {}", pairs(of)).unwrap();
                }
            }
            header.push(text);
        }
        if !spec.retired.is_empty() {
            let mut retired: Vec<_> = spec.retired.iter().map(|code| self.retired(code)).collect();
            self.0.shuffle(&mut retired);
            header.push(format!("retired:\n  - {}\n", retired.join("\n  - ")));
        }
        if !spec.accepted.is_empty() {
            header.push(format!("accepted:\n  - {}\n", spec.accepted.join("\n  - ")));
        }
        let mut columns: Vec<_> = spec.columns.iter().map(|column| self.column(column)).collect();
        self.0.shuffle(&mut columns);
        header.push(format!("columns:\n{}", columns.concat()));
        header
    }

    fn retired(&mut self, (code, why): &(String, Option<String>)) -> String {
        match why {
            Some(why) => format!("{{code: {code}, {why}}}"),
            None if self.0.once_in(2) => format!("{{code: {code}}}"),
            None => code.clone(),
        }
    }

    fn column(&mut self, column: &Column) -> String {
        let ty = match &column.ty {
            Type::Word(word) => (*word).to_owned(),
            Type::List(values) => format!("[{}]", values.join(", ")),
        };
        let mut keys = vec![format!("type: {ty}")];
        keys.extend(column.required.then(|| "required: true".to_owned()));
        keys.extend(column.contract.then(|| "contract: true".to_owned()));
        keys.extend(column.default.iter().map(|value| format!("default: {value}")));
        keys.extend(column.was.iter().map(|was| format!("was: {was}")));
        if keys.len() == 1 && self.0.once_in(2) {
            return format!("  {}: {ty}\n", column.name);
        }
        self.0.shuffle(&mut keys);
        format!("  {}: {{{}}}\n", column.name, keys.join(", "))
    }

    fn entry(&mut self, entry: &Entry) -> String {
        let mut keys = Vec::new();
        keys.extend(entry.name.iter().map(|name| format!("    name: {name}\n")));
        keys.extend(
            entry.deprecated.iter().map(|note| format!("    deprecated: {}\n", self.scalar(note, 6))),
        );
        keys.extend(entry.was.iter().map(|was| format!("    was: {was} # it was\n")));
        if !entry.params.is_empty() {
            let params: Vec<_> = entry.params.iter().map(|param| self.param(param)).collect();
            keys.push(format!("    params:\n{}", params.concat()));
        }
        for field in [TextField::Message].into_iter().chain(DETAILS) {
            keys.extend(self.field(entry, field));
        }
        for (column, value) in &entry.values {
            // What is no text has one way to be written.
            let value = if value.contains(' ') { self.scalar(value, 6) } else { value.clone() };
            keys.push(format!("    {column}: {value}\n"));
        }
        self.0.shuffle(&mut keys);
        format!("  {}:\n{}", entry.code, keys.concat())
    }

    fn param(&mut self, param: &Param) -> String {
        let Param { name, ty, privacy, was } = param;
        if *privacy == "public" && was.is_none() && self.0.once_in(2) {
            return format!("      {name}: {ty}\n");
        }
        let was = was.as_ref().map(|was| format!(", was: {was}")).unwrap_or_default();
        format!("      {name}: {{type: {ty}, privacy: {privacy}{was}}}\n")
    }

    fn field(&mut self, entry: &Entry, field: TextField) -> Option<String> {
        let mut texts: Vec<_> = entry.texts.iter().filter(|((of, _), _)| *of == field).collect();
        self.0.shuffle(&mut texts);
        let is_list = matches!(field, TextField::Causes | TextField::Resolution);
        let value = |style: &mut Self, texts: &[String], indent: usize| {
            let text = |text: &String| {
                let text = style.placeholders(text, entry);
                style.scalar(&text, indent + 4)
            };
            let texts: Vec<_> = texts.iter().map(text).collect();
            if !is_list {
                return format!(" {}\n", texts[0]);
            }
            let lines = texts.iter().map(|text| format!("{}- {text}\n", " ".repeat(indent + 2)));
            format!("\n{}", lines.collect::<String>())
        };
        match &*texts {
            [] => None,
            [((_, None), texts)] => Some(format!("    {field}:{}", value(self, texts, 4))),
            _ => {
                let lines = texts.iter().map(|((_, locale), texts)| {
                    format!("      {}:{}", locale.unwrap(), value(self, texts, 6))
                });
                Some(format!("    {field}:\n{}", lines.collect::<String>()))
            }
        }
    }

    /// The placeholders of a text by name or by number.
    fn placeholders(&mut self, text: &str, entry: &Entry) -> String {
        let mut text = text.to_owned();
        for (index, param) in entry.params.iter().enumerate() {
            if self.0.once_in(2) {
                text = text.replace(&format!("{{{}}}", param.name), &format!("{{{index}}}"));
            }
        }
        text
    }

    /// The text in some style, with or without a comment after it.
    fn scalar(&mut self, text: &str, indent: usize) -> String {
        match self.0.in_range(0..5) {
            0 => format!("'{text}' # a comment"),
            1 => format!("\"{}\"", text.replace('é', "\\u00E9")),
            2 => format!("|-\n{}{text}", " ".repeat(indent)),
            3 => format!(
                ">-\n{0}{1}",
                " ".repeat(indent),
                text.replacen(' ', &format!("\n{}", " ".repeat(indent)), 1)
            ),
            _ => text.to_owned(),
        }
    }
}
