//! The params of a code: their names, types and privacies, and their order.

use super::{Item, Side, finding::Finding, pairs::Pairs, rule::Rule};
use crate::catalog::{Entry, Param, ParamType, Privacy};

/// The params of an entry in two catalogs.
pub(super) fn pairs<'a>(old: &'a Entry, new: &'a Entry) -> Pairs<'a, Param> {
    Pairs::new(&old.params, &new.params, |param| &param.name, |param| param.was.as_deref())
}

pub(super) fn compare(old: &Entry, new: &Entry, params: &Pairs<'_, Param>, found: &mut Vec<Finding>) {
    let code = &new.code;
    for param in &params.removed {
        let message = format!("`{code}` loses the param `{}`", param.name);
        found.push(Finding::new(Rule::ParamRemoved, item(code, param).there(), None, message));
    }
    for param in &params.added {
        let message = format!("`{code}` gets the param `{}`", param.name);
        found.push(Finding::new(Rule::ParamAdded, None, item(code, param).there(), message));
    }
    for (old, new) in &params.kept {
        kept(code, old, new, found);
    }
    found.extend(reordered(old, new, params));
}

fn item(code: &str, param: &Param) -> Item {
    Item::Param { code: code.into(), param: param.name.clone() }
}

fn kept(code: &str, old: &Param, new: &Param, found: &mut Vec<Finding>) {
    let name = &new.name;
    let sides =
        |value: fn(&Param) -> &str| (item(code, old).says(value(old)), item(code, new).says(value(new)));
    let mut add = |rule, (before, after): (Side, Side), message| {
        found.push(Finding::new(rule, before, after, message));
    };
    if old.name != *name {
        let message = format!("the param `{}` of `{code}` is renamed to `{name}`", old.name);
        add(Rule::ParamRenamed, sides(|param| &param.name), message);
    }
    if old.ty != new.ty {
        // Whatever has another type can be shown.
        let rule = if new.ty == ParamType::Any { Rule::ParamWidened } else { Rule::ParamNarrowed };
        let (was, is) = (old.ty.as_str(), new.ty.as_str());
        let message = format!("the param `{name}` of `{code}` is of type `{is}`, and was `{was}`");
        add(rule, sides(|param| param.ty.as_str()), message);
    }
    if let Some(rule) = privacy(old.privacy, new.privacy) {
        let (was, is) = (old.privacy.as_str(), new.privacy.as_str());
        let message = format!("the param `{name}` of `{code}` is {is}, and was {was}");
        add(rule, sides(|param| param.privacy.as_str()), message);
    }
}

/// What the change of a param's privacy is; `None` if it is none.
fn privacy(old: Privacy, new: Privacy) -> Option<Rule> {
    Some(match (old, new) {
        _ if old == new => return None,
        (Privacy::Secret, _) => Rule::SecretRemoved,
        (_, Privacy::Secret) => Rule::SecretAdded,
        (Privacy::Personal, _) => Rule::PersonalRemoved,
        (_, _) => Rule::PersonalAdded,
    })
}

/// Whether the params that stayed stand in another order.
fn reordered(old: &Entry, new: &Entry, params: &Pairs<'_, Param>) -> Option<Finding> {
    let place = |param: &Param| old.params.iter().position(|other| other.name == param.name);
    if params.kept.is_sorted_by_key(|(old, _)| place(old)) {
        return None;
    }
    let names = |entry: &Entry| entry.params.iter().map(|param| &*param.name).collect::<Vec<_>>().join(", ");
    let side = |entry: &Entry| Item::Params(new.code.clone()).says(names(entry));
    let message = format!("the params of `{}` stand in another order", new.code);
    Some(Finding::new(Rule::ParamsReordered, side(old), side(new), message))
}
