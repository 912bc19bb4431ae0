//! Every kind of edit, and what a diff must say of it: from the old catalog to the new one, and back.
#![allow(
    clippy::unnecessary_wraps,
    reason = "some edits find a place in every catalog, and some sides are always there"
)]

use std::collections::{BTreeMap, BTreeSet};

use token_codes_build::catalog::TextField;
use token_codes_build::diff::{Item, Rule};

use crate::random::Random;
use crate::spec::{Column, DETAILS, Entry, LOCALES, Param, Spec, Type, name, param};

/// A state of what was edited: the part of the catalog, and what it says.
pub type Side = Option<(Item, Option<String>)>;

/// What a diff must say.
pub type Expected = (Rule, Side, Side);

/// A catalog while it is edited.
pub struct Editor {
    pub spec: Spec,
    pub random: Random,
    /// What has been edited, so that no second edit is made there.
    touched: BTreeSet<String>,
    /// What the params are called that were renamed, by code and former name.
    renamed: BTreeMap<(String, String), String>,
    pub forward: Vec<Expected>,
    pub backward: Vec<Expected>,
}

/// An edit; `None` if the catalog has no place for it.
pub type Edit = fn(&mut Editor) -> Option<()>;

/// Those that can be made together.
pub const EDITS: &[Edit] = &[
    code_removed,
    code_retired,
    ledger_entry_removed,
    retirement_explained,
    text_of_a_retired_code_kept,
    code_deprecated,
    deprecation_changed,
    constant_lost,
    name_changed,
    name_gained,
    name_moved,
    param_removed,
    param_renamed,
    param_retyped,
    privacy_changed,
    params_reordered,
    texts_changed,
    text_of_one_locale_changed,
    translation_removed,
    detail_for_every_locale,
    value_changed,
    value_removed,
    value_too_large,
    column_added,
    column_removed,
    contract_column_removed,
    column_renamed,
    contract_column_renamed,
    column_retyped,
    contract_column_retyped,
    column_required,
    default_changed,
    contract_default_added,
    contract_added,
    list_value_added,
    list_reordered,
    role_changed,
    title_changed,
    heading_changed,
];

/// Those that are made alone, since they are about all texts.
pub const LONE_EDITS: &[Edit] =
    &[locale_removed, source_locale_changed, fallback_changed, digits_changed, log_locale_changed];

impl Editor {
    pub fn new(spec: Spec, random: Random) -> Self {
        let (forward, backward) = (Vec::new(), Vec::new());
        Self { spec, random, touched: BTreeSet::new(), renamed: BTreeMap::new(), forward, backward }
    }

    /// Expects one finding, and another one on the way back.
    fn expect(&mut self, there: Rule, back: Rule, before: Side, after: Side) {
        self.forward.push((there, before.clone(), after.clone()));
        self.backward.push((back, after, before));
    }

    /// The index of an entry that has not been edited.
    fn entry(&mut self, is_fit: impl Fn(&Entry) -> bool) -> Option<usize> {
        let entries = self.spec.entries.iter().enumerate();
        let fit = entries.filter(|(_, entry)| is_fit(entry) && !self.touched.contains(&entry.code));
        let index = self.random.any(fit.map(|(index, _)| index).collect::<Vec<_>>())?;
        self.touched.insert(self.spec.entries[index].code.clone());
        Some(index)
    }

    /// One of these columns, if it is there and has not been edited.
    fn column(&mut self, names: &[&str]) -> Option<usize> {
        let name = self.random.pick(names);
        let index = self.spec.columns.iter().position(|column| column.name == name)?;
        self.touched.insert(format!("column {name}")).then_some(index)
    }

    /// What is to be said of the texts, given the catalog before all edits.
    pub fn expect_texts(&mut self, before: &Spec) {
        let (old, new) = (before.clone(), self.spec.clone());
        for after in &new.entries {
            let Some(before) = old.entries.iter().find(|entry| entry.code == after.code) else { continue };
            for locale in
                LOCALES.into_iter().filter(|tag| old.locales.contains(tag) && new.locales.contains(tag))
            {
                for field in [TextField::Message].into_iter().chain(DETAILS) {
                    self.expect_text([&old, &new], [before, after], field, locale);
                }
            }
        }
    }

    fn expect_text(
        &mut self,
        [old, new]: [&Spec; 2],
        [before, after]: [&Entry; 2],
        field: TextField,
        locale: &'static str,
    ) {
        let for_all = [before, after].map(|entry| entry.texts.get(&(field, None)));
        if for_all[0].is_some() && for_all[0] == for_all[1] {
            return;
        }
        let was = before.own(field, locale, old.source_locale());
        let is = after.own(field, locale, new.source_locale());
        let today = |texts: &Vec<String>| {
            let names = before.params.iter().filter_map(|param| {
                Some((&param.name, self.renamed.get(&(after.code.clone(), param.name.clone()))?))
            });
            let rename = |text: &String| {
                names.clone().fold(text.clone(), |text, (was, is)| {
                    text.replace(&format!("{{{was}}}"), &format!("{{{is}}}"))
                })
            };
            texts.iter().map(rename).collect::<Vec<_>>()
        };
        let item = Item::Text { code: after.code.clone(), field, locale: locale.into() };
        let side = |texts: Option<&Vec<String>>| Some((item.clone(), Some(texts?.join("\n"))));
        let is_same = was.map(today).as_ref() == is;
        let (was_side, is_side) = (side(was), side(is));
        if !is_same {
            self.forward.push((rule([old, new], field, locale), was_side.clone(), is_side.clone()));
        }
        if was != is {
            self.backward.push((rule([new, old], field, locale), is_side, was_side));
        }
    }
}

fn rule([old, new]: [&Spec; 2], field: TextField, locale: &str) -> Rule {
    match field {
        TextField::Message if locale == new.source_locale() => Rule::SourceTextChanged,
        TextField::Message if locale == old.log_locale() && locale == new.log_locale() => {
            Rule::LogTextChanged
        }
        _ if field != TextField::Message && locale == new.source_locale() => Rule::DetailChanged,
        _ => Rule::TranslationChanged,
    }
}

fn there(item: Item) -> Side {
    Some((item, None))
}

fn says(item: Item, value: impl Into<String>) -> Side {
    Some((item, Some(value.into())))
}

fn code_removed(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|_| true)?;
    if editor.spec.entries.len() == 1 {
        return None;
    }
    let code = Item::Code(editor.spec.entries.remove(index).code);
    editor.expect(Rule::CodeRemoved, Rule::CodeAdded, there(code), None);
    Some(())
}

fn code_retired(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|_| true)?;
    if editor.spec.entries.len() == 1 {
        return None;
    }
    let code = editor.spec.entries.remove(index).code;
    editor.spec.retired.push((code.clone(), None));
    editor.expect(
        Rule::CodeRetired,
        Rule::CodeReused,
        there(Item::Code(code.clone())),
        there(Item::Retired(code)),
    );
    Some(())
}

fn ledger_entry_removed(editor: &mut Editor) -> Option<()> {
    let code = editor.spec.retired.iter().position(|(code, why)| code.starts_with("OLD") && why.is_none())?;
    let code = Item::Retired(editor.spec.retired.remove(code).0);
    editor.expect(Rule::LedgerDropped, Rule::CodeReserved, there(code), None);
    Some(())
}

/// A code that is retired already, and of which nothing is said.
fn retired(editor: &mut Editor) -> Option<&mut (String, Option<String>)> {
    editor.spec.retired.iter_mut().find(|(code, why)| code.starts_with("OLD") && why.is_none())
}

fn retirement_explained(editor: &mut Editor) -> Option<()> {
    let (code, why) = retired(editor)?;
    *why = Some("since: 2026-11, why: it was unclear".to_owned());
    let (item, rule) = (Item::Retired(code.clone()), Rule::RetirementChanged);
    editor.expect(rule, rule, there(item.clone()), says(item, "2026-11, it was unclear"));
    Some(())
}

fn text_of_a_retired_code_kept(editor: &mut Editor) -> Option<()> {
    let (code, why) = retired(editor)?;
    *why = Some("summary: It was unclear".to_owned());
    let (item, rule) = (Item::Retired(code.clone()), Rule::RetirementChanged);
    editor.expect(rule, rule, there(item.clone()), there(item));
    Some(())
}

fn code_deprecated(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| entry.deprecated.is_none())?;
    let note = format!("because {}", editor.random.number());
    let entry = &mut editor.spec.entries[index];
    entry.deprecated = Some(note.clone());
    let item = Item::Deprecated(entry.code.clone());
    editor.expect(Rule::CodeDeprecated, Rule::DeprecationChanged, None, says(item, note));
    Some(())
}

fn deprecation_changed(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| entry.deprecated.is_some())?;
    let is = format!("because {}", editor.random.number());
    let entry = &mut editor.spec.entries[index];
    let was = entry.deprecated.replace(is.clone())?;
    let (item, rule) = (Item::Deprecated(entry.code.clone()), Rule::DeprecationChanged);
    editor.expect(rule, rule, says(item.clone(), was), says(item, is));
    Some(())
}

/// `NEW_7` is the same as a Rust identifier as `NEW-7`, so that neither gets it.
fn constant_lost(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| entry.name.is_some() && !entry.code.contains('_'))?;
    let entry = editor.spec.entries[index].clone();
    let name = name(&mut editor.random);
    let (code, constant) = (Item::Code(entry.code.clone()), entry.code.replace('-', "_"));
    let variant = pascal(&entry.name?);
    let mut added = editor.spec.random_entry(&mut editor.random);
    (added.code, added.name) = (constant.clone(), Some(name));
    editor.touched.insert(added.code.clone());
    editor.spec.entries.push(added);
    editor.expect(Rule::CodeAdded, Rule::CodeRemoved, None, there(Item::Code(constant.clone())));
    let sides = (says(code.clone(), constant), says(code, variant));
    editor.expect(Rule::ConstantChanged, Rule::ConstantChanged, sides.0, sides.1);
    Some(())
}

fn pascal(name: &str) -> String {
    name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

fn name_changed(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| entry.name.is_some())?;
    let is_said = editor.random.once_in(2);
    let new = name(&mut editor.random);
    let entry = &mut editor.spec.entries[index];
    let was = entry.name.replace(new.clone())?;
    entry.was = is_said.then(|| was.clone());
    let item = Item::Name(entry.code.clone());
    editor.expect(Rule::NameChanged, Rule::NameChanged, says(item.clone(), was), says(item, new));
    Some(())
}

fn name_gained(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| entry.name.is_none())?;
    let new = name(&mut editor.random);
    let entry = &mut editor.spec.entries[index];
    entry.name = Some(new.clone());
    let item = Item::Name(entry.code.clone());
    editor.expect(Rule::NameChanged, Rule::NameChanged, there(item.clone()), says(item, new));
    Some(())
}

/// One code gets the name of another, which gets a new one.
fn name_moved(editor: &mut Editor) -> Option<()> {
    let one = editor.entry(|entry| entry.name.is_some())?;
    let other = editor.entry(|entry| entry.name.is_some())?;
    let new = name(&mut editor.random);
    let entries = &mut editor.spec.entries;
    let taken = entries[other].name.replace(new.clone())?;
    let given_up = entries[one].name.replace(taken.clone())?;
    let [one, other] = [one, other].map(|index| Item::Name(entries[index].code.clone()));
    let named = |item: &Item, name: &String| says(item.clone(), name);
    editor.forward.push((Rule::NameMoved, named(&other, &taken), named(&one, &taken)));
    editor.forward.push((Rule::NameChanged, named(&other, &taken), named(&other, &new)));
    editor.backward.push((Rule::NameChanged, named(&one, &taken), named(&one, &given_up)));
    editor.backward.push((Rule::NameMoved, named(&one, &taken), named(&other, &taken)));
    Some(())
}

fn param_item(entry: &Entry, param: &Param) -> Item {
    Item::Param { code: entry.code.clone(), param: param.name.clone() }
}

fn param_removed(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| !entry.params.is_empty())?;
    let entry = &mut editor.spec.entries[index];
    let param = entry.params.remove(editor.random.in_range(0..entry.params.len()));
    if param.privacy != "secret" {
        entry.rewrite(&mut editor.random);
    }
    let item = param_item(&editor.spec.entries[index], &param);
    editor.expect(Rule::ParamRemoved, Rule::ParamAdded, there(item), None);
    Some(())
}

/// Texts follow with the new name, which is no edit of theirs. On the way back, nothing says that it was renamed.
fn param_renamed(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| !entry.params.is_empty())?;
    let new = param(&mut editor.random).name;
    let entry = &mut editor.spec.entries[index];
    let place = editor.random.in_range(0..entry.params.len());
    let old = entry.params[place].clone();
    entry.params[place].name.clone_from(&new);
    entry.params[place].was = Some(old.name.clone());
    for text in entry.texts.values_mut().flatten() {
        *text = text.replace(&format!("{{{}}}", old.name), &format!("{{{new}}}"));
    }
    let [was, is] = [&old, &entry.params[place]].map(|param| param_item(entry, param));
    editor.renamed.insert((entry.code.clone(), old.name.clone()), new.clone());
    let sides = (says(was.clone(), old.name), says(is.clone(), new));
    editor.forward.push((Rule::ParamRenamed, sides.0, sides.1));
    editor.backward.push((Rule::ParamRemoved, there(is), None));
    editor.backward.push((Rule::ParamAdded, None, there(was)));
    Some(())
}

fn param_retyped(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| !entry.params.is_empty())?;
    let entry = &mut editor.spec.entries[index];
    let place = editor.random.in_range(0..entry.params.len());
    let was = entry.params[place].ty;
    let others = ["text", "integer", "boolean", "float", "any"].into_iter().filter(|ty| *ty != was);
    let is = editor.random.any(others)?;
    entry.params[place].ty = is;
    let item = param_item(entry, &entry.params[place]);
    let rule = |ty| if ty == "any" { Rule::ParamWidened } else { Rule::ParamNarrowed };
    editor.expect(rule(is), rule(was), says(item.clone(), was), says(item, is));
    Some(())
}

fn privacy_changed(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| !entry.params.is_empty())?;
    let entry = &mut editor.spec.entries[index];
    let place = editor.random.in_range(0..entry.params.len());
    let was = entry.params[place].privacy;
    let is =
        editor.random.any(["public", "personal", "secret"].into_iter().filter(|privacy| *privacy != was))?;
    entry.params[place].privacy = is;
    let item = param_item(entry, &entry.params[place]);
    if [was, is].contains(&"secret") {
        entry.rewrite(&mut editor.random);
    }
    let rule = |was, is| match (was, is) {
        ("secret", _) => Rule::SecretRemoved,
        (_, "secret") => Rule::SecretAdded,
        ("personal", _) => Rule::PersonalRemoved,
        _ => Rule::PersonalAdded,
    };
    editor.expect(rule(was, is), rule(is, was), says(item.clone(), was), says(item, is));
    Some(())
}

fn params_reordered(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| entry.params.len() > 1)?;
    let entry = &mut editor.spec.entries[index];
    let names = |entry: &Entry| entry.params.iter().map(|param| &*param.name).collect::<Vec<_>>().join(", ");
    let was = names(entry);
    entry.params.rotate_left(1);
    let (item, is) = (Item::Params(entry.code.clone()), names(entry));
    editor.expect(Rule::ParamsReordered, Rule::ParamsReordered, says(item.clone(), was), says(item, is));
    Some(())
}

fn texts_changed(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|_| true)?;
    editor.spec.entries[index].rewrite(&mut editor.random);
    Some(())
}

fn text_of_one_locale_changed(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|_| true)?;
    let locale = editor.random.pick(&editor.spec.locales);
    let entry = &mut editor.spec.entries[index];
    let fields = [TextField::Message].into_iter().chain(DETAILS);
    let source = editor.spec.locales[0];
    let fit = fields.filter(|field| entry.texts.contains_key(&(*field, Some(source)))).collect::<Vec<_>>();
    let field = editor.random.any(fit)?;
    entry.write(&mut editor.random, field, Some(locale));
    Some(())
}

fn translation_removed(editor: &mut Editor) -> Option<()> {
    let source = editor.spec.locales[0];
    let is_translation = |key: &(TextField, Option<&str>)| key.1.is_some_and(|locale| locale != source);
    let index = editor.entry(|entry| entry.texts.keys().any(is_translation))?;
    let keys: Vec<_> = editor.spec.entries[index].texts.keys().copied().filter(is_translation).collect();
    let key = editor.random.any(keys)?;
    editor.spec.entries[index].texts.remove(&key);
    Some(())
}

/// What was written for every locale is written for the source locale: it is shown in all of them, as it was.
fn detail_for_every_locale(editor: &mut Editor) -> Option<()> {
    let index = editor.entry(|entry| entry.texts.keys().any(|key| key.1.is_none()))?;
    let source = editor.spec.locales[0];
    let texts = &mut editor.spec.entries[index].texts;
    let key = *texts.keys().find(|key| key.1.is_none())?;
    let text = texts.remove(&key)?;
    texts.insert((key.0, Some(source)), text);
    Some(())
}

fn value_side(entry: &Entry, column: &str, value: Option<&String>) -> Side {
    Some((Item::Value { code: entry.code.clone(), column: column.into() }, value.cloned()))
}

/// Whether clients rely on the column decides the rule.
fn value_rule(column: &Column) -> Rule {
    if column.contract { Rule::ContractValueChanged } else { Rule::ValueChanged }
}

fn value_changed(editor: &mut Editor) -> Option<()> {
    let column = editor.column(&["http_status", "status", "severity", "team", "weight", "kind"])?;
    let column = editor.spec.columns[column].clone();
    let index = editor.entry(|_| true)?;
    let entry = &mut editor.spec.entries[index];
    let was = entry.values.get(&column.name).or(column.default.as_ref()).cloned();
    let is = column.other_value(&mut editor.random, was.as_ref());
    entry.values.insert(column.name.clone(), is.clone());
    let rule = value_rule(&column);
    let sides = (value_side(entry, &column.name, was.as_ref()), value_side(entry, &column.name, Some(&is)));
    editor.expect(rule, rule, sides.0, sides.1);
    Some(())
}

/// The default stands in, if there is one.
fn value_removed(editor: &mut Editor) -> Option<()> {
    let column = editor.column(&["http_status", "team", "weight", "retryable"])?;
    let column = editor.spec.columns[column].clone();
    let index = editor.entry(|entry| entry.values.contains_key(&column.name))?;
    let entry = &mut editor.spec.entries[index];
    let was = entry.values.remove(&column.name)?;
    let rule = value_rule(&column);
    let is = column.default.as_ref();
    let sides = (value_side(entry, &column.name, Some(&was)), value_side(entry, &column.name, is));
    editor.expect(rule, rule, sides.0, sides.1);
    Some(())
}

/// The type of the column grows with it.
fn value_too_large(editor: &mut Editor) -> Option<()> {
    editor.column(&["size"])?;
    let index = editor.entry(|_| true)?;
    let entry = &mut editor.spec.entries[index];
    let (was, is) = (entry.values.insert("size".into(), "70000".into()), "70000".to_owned());
    let sides = (value_side(entry, "size", was.as_ref()), value_side(entry, "size", Some(&is)));
    editor.expect(Rule::ValueChanged, Rule::ValueChanged, sides.0, sides.1);
    let item = Item::Column("size".into());
    editor.expect(Rule::ColumnRetyped, Rule::ColumnRetyped, says(item.clone(), "u16"), says(item, "u32"));
    Some(())
}

fn column_added(editor: &mut Editor) -> Option<()> {
    let name = param(&mut editor.random).name;
    let (ty, default, was) = (Type::Word("text"), None, None);
    let column = Column { name: name.clone(), ty, required: false, default, contract: false, was };
    for entry in &mut editor.spec.entries {
        if editor.random.once_in(2) {
            entry.values.insert(name.clone(), "some thing".into());
        }
    }
    editor.spec.columns.push(column);
    editor.expect(Rule::ColumnAdded, Rule::ColumnRemoved, None, there(Item::Column(name)));
    Some(())
}

fn remove(editor: &mut Editor, names: &[&str], rule: Rule) -> Option<()> {
    let column = editor.column(names)?;
    let column = editor.spec.columns.remove(column);
    editor.spec.entries.iter_mut().for_each(|entry| drop(entry.values.remove(&column.name)));
    editor.expect(rule, Rule::ColumnAdded, there(Item::Column(column.name)), None);
    Some(())
}

fn column_removed(editor: &mut Editor) -> Option<()> {
    remove(editor, &["status", "severity", "size", "team", "weight"], Rule::ColumnRemoved)
}

fn contract_column_removed(editor: &mut Editor) -> Option<()> {
    remove(editor, &["http_status", "kind"], Rule::ContractColumnRemoved)
}

/// On the way back, nothing says that it was renamed.
fn rename(editor: &mut Editor, names: &[&str], [there_rule, removed]: [Rule; 2]) -> Option<Column> {
    let column = editor.column(names)?;
    let new = param(&mut editor.random).name;
    let old = editor.spec.columns[column].name.clone();
    for entry in &mut editor.spec.entries {
        if let Some(value) = entry.values.remove(&old) {
            entry.values.insert(new.clone(), value);
        }
    }
    let column = &mut editor.spec.columns[column];
    column.name.clone_from(&new);
    column.was = Some(old.clone());
    let column = column.clone();
    let [was, is] = [&old, &new].map(|name| Item::Column(name.clone()));
    editor.forward.push((there_rule, says(was.clone(), old), says(is.clone(), new)));
    editor.backward.push((removed, there(is), None));
    editor.backward.push((Rule::ColumnAdded, None, there(was)));
    Some(column)
}

fn column_renamed(editor: &mut Editor) -> Option<()> {
    rename(editor, &["status", "size", "team", "weight"], [Rule::ColumnRenamed, Rule::ColumnRemoved])
        .map(drop)
}

/// Nothing says that the column of another name has the role.
fn contract_column_renamed(editor: &mut Editor) -> Option<()> {
    if editor.spec.roles.contains_key("http_status") {
        return None;
    }
    rename(editor, &["http_status"], [Rule::ContractColumnRenamed, Rule::ContractColumnRemoved])?;
    let role = Item::Role("http_status");
    editor.forward.push((Rule::RoleChanged, says(role.clone(), "http_status"), there(role)));
    Some(())
}

fn retype(editor: &mut Editor, names: &[&str], rule: Rule) -> Option<()> {
    let column = editor.column(names)?;
    let column = &mut editor.spec.columns[column];
    let is = if matches!(column.ty, Type::List(_)) { "text" } else { "i64" };
    let was = match std::mem::replace(&mut column.ty, Type::Word(is)) {
        Type::List(values) => format!("[{}]", values.join(", ")),
        Type::Word(word) => word.into(),
    };
    let item = Item::Column(column.name.clone());
    editor.expect(rule, rule, says(item.clone(), was), says(item, is));
    Some(())
}

fn column_retyped(editor: &mut Editor) -> Option<()> {
    retype(editor, &["status", "severity", "weight"], Rule::ColumnRetyped)
}

fn contract_column_retyped(editor: &mut Editor) -> Option<()> {
    retype(editor, &["http_status", "kind"], Rule::ContractColumnRetyped)
}

/// With a default, no code lacks a value.
fn column_required(editor: &mut Editor) -> Option<()> {
    let column = editor.column(&["size", "status"])?;
    let column = &mut editor.spec.columns[column];
    (column.required, column.default) = (true, Some("8".into()));
    let item = Item::Column(column.name.clone());
    let sides = (says(item.clone(), "optional"), says(item.clone(), "required"));
    editor.expect(Rule::RequirementChanged, Rule::RequirementChanged, sides.0, sides.1);
    editor.expect(Rule::DefaultChanged, Rule::DefaultChanged, there(item.clone()), says(item, "8"));
    Some(())
}

/// Said once, whichever codes have it.
fn default_changed(editor: &mut Editor) -> Option<()> {
    let column = editor.column(&["weight"])?;
    editor.spec.columns[column].default = Some("9".into());
    let item = Item::Column("weight".into());
    editor.expect(Rule::DefaultChanged, Rule::DefaultChanged, says(item.clone(), "7"), says(item, "9"));
    Some(())
}

fn contract_default_added(editor: &mut Editor) -> Option<()> {
    let column = editor.column(&["kind"])?;
    editor.spec.columns[column].default = Some("user".into());
    let (item, rule) = (Item::Column("kind".into()), Rule::ContractValueChanged);
    editor.expect(rule, rule, there(item.clone()), says(item, "user"));
    Some(())
}

fn contract_added(editor: &mut Editor) -> Option<()> {
    let column = editor.column(&["status", "team", "severity"])?;
    let column = &mut editor.spec.columns[column];
    column.contract = true;
    let item = Item::Column(column.name.clone());
    editor.expect(Rule::ContractAdded, Rule::ContractDropped, there(item.clone()), there(item));
    Some(())
}

fn list_value_added(editor: &mut Editor) -> Option<()> {
    let column = editor.column(&["severity", "kind"])?;
    let column = &mut editor.spec.columns[column];
    let Type::List(values) = &mut column.ty else { return None };
    let place = editor.random.in_range(0..values.len() + 1);
    values.insert(place, "unheard-of".into());
    let item = Item::ListedValue { column: column.name.clone(), value: "unheard-of".into() };
    editor.expect(Rule::ListedValueAdded, Rule::ListedValueRemoved, None, there(item));
    Some(())
}

fn list_reordered(editor: &mut Editor) -> Option<()> {
    let column = editor.column(&["severity", "kind"])?;
    let column = &mut editor.spec.columns[column];
    let Type::List(values) = &mut column.ty else { return None };
    let shown = |values: &[String]| format!("[{}]", values.join(", "));
    let was = shown(values);
    values.rotate_left(1);
    let (item, is) = (Item::Column(column.name.clone()), shown(values));
    editor.expect(Rule::ListReordered, Rule::ListReordered, says(item.clone(), was), says(item, is));
    Some(())
}

fn role_changed(editor: &mut Editor) -> Option<()> {
    editor.column(&["http_status"])?;
    editor.column(&["status"])?;
    editor.spec.roles.insert("http_status", "status".into());
    let item = Item::Role("http_status");
    editor.expect(
        Rule::RoleChanged,
        Rule::RoleChanged,
        says(item.clone(), "http_status"),
        says(item, "status"),
    );
    Some(())
}

fn title_changed(editor: &mut Editor) -> Option<()> {
    if !editor.touched.insert("title".into()) {
        return None;
    }
    let rule = Rule::PageTextChanged;
    let is = format!("Errors {}", editor.random.number());
    let was = std::mem::replace(&mut editor.spec.title, is.clone());
    editor.expect(rule, rule, says(Item::Title(None), was), says(Item::Title(None), &*is));
    let was = std::mem::replace(&mut editor.spec.description, is.clone());
    let was = (!was.is_empty()).then_some(was);
    let was = was.map(|was| (Item::Introduction(None), Some(was)));
    editor.expect(rule, rule, was, says(Item::Introduction(None), is));
    Some(())
}

fn heading_changed(editor: &mut Editor) -> Option<()> {
    let locale = editor.random.pick(&editor.spec.locales);
    let key = editor.random.pick(&["overview", "causes"]);
    if !editor.touched.insert(format!("heading {locale} {key}")) {
        return None;
    }
    let text = name(&mut editor.random);
    editor.spec.headings.insert((locale, key), text.clone());
    let item = Item::Heading { locale: locale.into(), key };
    editor.expect(Rule::PageTextChanged, Rule::PageTextChanged, None, says(item, text));
    Some(())
}

/// Its texts, and that it stood in for another locale, are gone with it.
fn locale_removed(editor: &mut Editor) -> Option<()> {
    let log = editor.spec.log_locale();
    let others = editor.spec.locales[1..].iter().copied().filter(|locale| *locale != log);
    let locale = editor.random.any(others.collect::<Vec<_>>())?;
    editor.spec.locales.retain(|other| *other != locale);
    for entry in &mut editor.spec.entries {
        entry.texts.retain(|(_, tag), _| *tag != Some(locale));
    }
    editor.expect(Rule::LocaleRemoved, Rule::LocaleAdded, there(Item::Locale(locale.into())), None);
    Some(())
}

/// What is written for every locale is then that of another one, and shown as it was.
fn source_locale_changed(editor: &mut Editor) -> Option<()> {
    let (was, is) = (editor.spec.locales[0], editor.spec.locales[1]);
    for entry in &mut editor.spec.entries {
        entry.texts.retain(|(field, tag), _| *field == TextField::Message || tag.is_none());
        entry.texts.remove(&(TextField::Message, Some(is)));
        entry.write(&mut editor.random, TextField::Message, Some(is));
    }
    editor.forward.clear();
    editor.spec.locales.swap(0, 1);
    let item = |tag: &str| says(Item::Locale(tag.into()), tag);
    editor.expect(Rule::SourceLocaleChanged, Rule::SourceLocaleChanged, item(was), item(is));
    Some(())
}

fn fallback_changed(editor: &mut Editor) -> Option<()> {
    let before = editor.spec.clone();
    let others: Vec<_> = editor.spec.locales[1..].to_vec();
    let locale = editor.random.any(others)?;
    let next = editor.random.pick(&editor.spec.locales);
    if way(&editor.spec, next).contains(&locale) || next == locale {
        return None;
    }
    editor.spec.fallback.insert(locale, next);
    for locale in &before.locales[1..] {
        let [was, is] = [&before, &editor.spec].map(|spec| way(spec, locale).join(", "));
        if was != is {
            let item = Item::Locale((*locale).into());
            editor.expect(
                Rule::FallbackChanged,
                Rule::FallbackChanged,
                says(item.clone(), was),
                says(item, is),
            );
        }
    }
    Some(())
}

/// What stands in for a locale, one after the other.
fn way(spec: &Spec, locale: &'static str) -> Vec<&'static str> {
    let mut way = Vec::new();
    let mut at = locale;
    while at != spec.source_locale() {
        let by_tag = (at == "zh-Hant" && spec.locales.contains(&"zh")).then_some("zh");
        at = spec.fallback.get(at).copied().or(by_tag).unwrap_or(spec.source_locale());
        way.push(at);
    }
    way
}

fn digits_changed(editor: &mut Editor) -> Option<()> {
    if !editor.spec.locales.contains(&"hi") {
        return None;
    }
    editor.spec.native_digits = true;
    let item = Item::Locale("hi".into());
    let (before, after) = (says(item.clone(), "0"), says(item, "०"));
    editor.expect(Rule::DigitsChanged, Rule::DigitsChanged, before, after);
    Some(())
}

fn log_locale_changed(editor: &mut Editor) -> Option<()> {
    let was = editor.spec.log_locale();
    let others = editor.spec.locales.iter().copied().filter(|locale| *locale != was);
    let is = editor.random.any(others.collect::<Vec<_>>())?;
    editor.spec.log_locale = Some(is);
    let sides = (says(Item::LogLocale, was), says(Item::LogLocale, is));
    editor.expect(Rule::LogLocaleChanged, Rule::LogLocaleChanged, sides.0, sides.1);
    Some(())
}
