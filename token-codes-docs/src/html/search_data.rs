//! The texts to search, as a script: a page from a folder may load nothing else.

use std::borrow::Cow;
use std::mem::take;

use serde::Serialize;
use token_codes_build::catalog::{Catalog, Entry, Piece, Template, Text, Value};

use super::language;
use crate::Notice;
use crate::parts::plain_placeholder;

#[derive(Serialize)]
struct Data<'a> {
    locales: Vec<&'a str>,
    /// For each locale, the index of the one that stands in for it; `null` for the source locale.
    fallback: Vec<Option<usize>>,
    /// Those of which nothing is kept.
    retired: Vec<&'a str>,
    entries: Vec<EntryData<'a>>,
}

#[derive(Serialize)]
struct EntryData<'a> {
    code: &'a str,
    slug: &'a str,
    name: &'a str,
    params: Vec<&'a str>,
    texts: Vec<TextData<'a>>,
    /// Texts in columns; words such as `error` of a list are in too many.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    columns: Vec<&'a str>,
    /// `true` if the code is retired, `false` if it is deprecated; left out if it is neither.
    #[serde(rename = "retired", skip_serializing_if = "Option::is_none")]
    is_retired: Option<bool>,
}

/// The number of the field, the index of the locale or `null` if it is for every one, that of its language or `null` if
/// that is not known, and the text.
type TextData<'a> = (u8, Option<usize>, Option<usize>, Parts<'a>);

/// Words, then a placeholder or plural, and so on in turn, ending with words.
type Parts<'a> = Vec<PartData<'a>>;

#[derive(Serialize, PartialEq)]
#[serde(untagged)]
enum PartData<'a> {
    Text(Cow<'a, str>),
    /// The branches of a plural.
    Plural(Vec<Parts<'a>>),
}

/// The numbers are those of `assets/search/texts.js`, where code and name are before them.
#[derive(Clone, Copy)]
enum Field {
    Message = 2,
    Summary,
    Description,
    Causes,
    Resolution,
}

pub(super) fn render(catalog: &Catalog, slugs: &[String]) -> String {
    let entries = catalog.with_retired().zip(slugs).map(|((entry, retired), slug)| {
        let notice = Notice::of(entry, retired);
        EntryData { is_retired: notice.map(|notice| notice.is_retired), ..data(catalog, entry, slug) }
    });
    let entries = entries.collect();
    let locales = catalog.locales.iter().map(|locale| &*locale.tag).collect();
    let fallback = catalog.locales.iter().map(|locale| locale.fallback.first().copied()).collect();
    let bare = catalog.retired.iter().filter(|retired| retired.entry.is_none());
    let retired = bare.map(|retired| &*retired.code).collect();
    let data = Data { locales, fallback, retired, entries };
    let json = serde_json::to_string(&data).expect("texts and numbers are JSON");
    // So that it stays a script if somebody puts it into a page.
    format!("const searchData = {};\n", json.replace('<', r"\u003c"))
}

fn data<'a>(catalog: &'a Catalog, entry: &'a Entry, slug: &'a str) -> EntryData<'a> {
    let messages = entry.messages.iter().enumerate().filter(|(_, message)| message.translated);
    let messages = messages.map(|(locale, message)| (Some(locale), &message.template));
    let items = |lists: &'a Text<Vec<Template>>| {
        written(lists).flat_map(|(locale, list)| list.iter().map(move |item| (locale, item)))
    };
    let mut texts: Vec<TextData<'_>> = Vec::new();
    let mut add = |field: Field, (locale, template): (Option<usize>, &'a Template)| {
        let language = locale.or_else(|| language::guess(catalog, &template.text));
        texts.push((field as u8, locale, language, in_turn(template.pieces(), None)));
    };
    messages.for_each(|text| add(Field::Message, text));
    written(&entry.summary).for_each(|text| add(Field::Summary, text));
    written(&entry.description).for_each(|text| add(Field::Description, text));
    items(&entry.causes).for_each(|text| add(Field::Causes, text));
    items(&entry.resolution).for_each(|text| add(Field::Resolution, text));
    texts.retain(|(.., text)| *text != [PartData::Text("".into())]);
    let params = entry.params.iter().map(|param| &*param.name).collect();
    let columns = entry.values.iter().flatten().filter_map(|value| match value {
        Value::Text(text) => Some(&**text),
        Value::Integer(_) | Value::Boolean(_) | Value::Listed { .. } => None,
    });
    let columns = columns.collect();
    EntryData { code: &entry.code, slug, name: &entry.name, params, texts, columns, is_retired: None }
}

/// Each text that is in the catalog, with the index of its locale if it is for one only.
fn written<T>(text: &Text<T>) -> impl Iterator<Item = (Option<usize>, &T)> {
    let (same, own) = match text {
        Text::Same(text) => (Some(text), &[][..]),
        Text::PerLocale(texts) => (None, texts.own()),
    };
    let own = own.iter().enumerate().filter_map(|(locale, text)| Some((Some(locale), text.as_ref()?)));
    same.map(|text| (None, text)).into_iter().chain(own)
}

/// Words, a placeholder, words, and so on; `number` is the placeholder of the plural around.
fn in_turn<'a>(pieces: impl IntoIterator<Item = Piece<'a>>, number: Option<&Cow<'a, str>>) -> Parts<'a> {
    let mut words = Cow::Borrowed("");
    let mut parts = Vec::new();
    for piece in pieces {
        let part = match piece {
            Piece::Text(text) => {
                words = text;
                continue;
            }
            Piece::Number { written: "#", .. } => PartData::Text(number.cloned().unwrap_or_default()),
            Piece::Param { written, .. } | Piece::Number { written, .. } => {
                PartData::Text(plain_placeholder(written))
            }
            Piece::Plural(plural) => {
                let number = plain_placeholder(plural.written);
                let branches = plural.branches.into_iter();
                PartData::Plural(branches.map(|branch| in_turn(branch.pieces, Some(&number))).collect())
            }
        };
        parts.extend([PartData::Text(take(&mut words)), part]);
    }
    parts.push(PartData::Text(words));
    parts
}

#[cfg(test)]
mod tests {
    use token_codes_build::Source;

    #[test]
    fn texts_are_words_and_placeholders_in_turn_and_nothing_ends_the_script() {
        let source = "\
locales: [ja, en]
retired: [B]
codes:
  A:
    params: {what: any}
    message: {ja: \"{0}{{x}}\", en: \"</script>{what}\"}
    summary: 'it\\s \"quoted\"'
    causes: {ja: [一]}
";
        let catalog = token_codes_build::read(&Source::new("", source)).unwrap().catalog;
        let expected = concat!(
            r#"const searchData = {"locales":["ja","en"],"fallback":[null,0],"retired":["B"],"#,
            r#""entries":[{"code":"A","slug":"a","name":"","params":["what"],"#,
            r#""texts":[[2,0,0,["","{0}","{x}"]],[2,1,1,["\u003c/script>","{what}",""]],"#,
            r#"[3,null,1,["it\\s \"quoted\""]],[5,0,0,["一"]]]}]};"#,
            "\n",
        );
        assert_eq!(super::render(&catalog, &["a".into()]), expected);
    }

    #[test]
    fn a_plural_is_its_branches() {
        let source = "\
locales: [en]
codes:
  A: {params: {n: integer}, message: 'in { n , plural, one {} other {# of {n, number}}}'}
";
        let catalog = token_codes_build::read(&Source::new("", source)).unwrap().catalog;
        let data = super::render(&catalog, &["a".into()]);
        let text = r#"[2,0,0,["in ",[[""],["","{n}"," of ","{n}",""]],""]]"#;
        assert!(data.contains(text), "{data}");
    }
}
