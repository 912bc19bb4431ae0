//! The type as the derive sees it: what each struct or variant says in its attributes.

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt as _;
use syn::{Attribute, Data, DeriveInput, Field, Fields, Generics, Ident, LitStr, Type};

use crate::errors::{Errors, nearest};
use crate::token_attr::{Item, as_written, items};

/// The type.
pub(crate) struct Input {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) is_enum: bool,
    /// Whether its errors can be of several catalogs.
    pub(crate) any_code: bool,
    pub(crate) catalog: NamedCatalog,
    /// The struct, or each variant of the enum.
    pub(crate) cases: Vec<Case>,
}

/// Whether it is said which catalog serves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NamedCatalog {
    Yes,
    /// So it is that of token-codes, which may not be the one that is meant.
    No,
}

/// A struct, or a variant of an enum.
pub(crate) struct Case {
    pub(crate) ident: Ident,
    pub(crate) token: Option<Token>,
    pub(crate) fields: Vec<CaseField>,
    /// Whether the fields have names.
    pub(crate) named: bool,
}

/// Where a message comes from.
pub(crate) enum Token {
    /// From this code.
    Code(CodeName),
    /// From the one field, which has a code of its own.
    Transparent(Span),
}

impl Token {
    pub(crate) fn code(&self) -> Option<&CodeName> {
        match self {
            Self::Code(code) => Some(code),
            Self::Transparent(_) => None,
        }
    }
}

/// A code, as the user writes it.
pub(crate) enum CodeName {
    Ident(Ident),
    Text(LitStr),
}

/// A field.
pub(crate) struct CaseField {
    /// Its number in the struct or variant.
    pub(crate) index: usize,
    /// Its name, or its number.
    pub(crate) member: syn::Member,
    pub(crate) ty: Type,
    /// The params it is marked with, and where.
    pub(crate) params: Vec<(String, Span)>,
    /// Whether there is a mark that cannot be read.
    pub(crate) has_mistake: bool,
    pub(crate) source: Option<Span>,
    pub(crate) from: Option<Span>,
}

impl CodeName {
    /// The code without quotes and `r#`.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Ident(ident) => ident.unraw().to_string(),
            Self::Text(text) => text.value(),
        }
    }

    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Ident(ident) => ident.span(),
            Self::Text(text) => text.span(),
        }
    }
}

impl CaseField {
    /// Its name, if it has one.
    pub(crate) fn name(&self) -> Option<String> {
        match &self.member {
            syn::Member::Named(ident) => Some(ident.unraw().to_string()),
            syn::Member::Unnamed(_) => None,
        }
    }

    /// Whether its name alone makes it the source. `r#source` does not: that is how one says that it is data.
    pub(crate) fn is_named_source(&self) -> bool {
        matches!(&self.member, syn::Member::Named(ident) if ident == "source") && self.params.is_empty()
    }

    /// Where a mistake in the field is shown: at its name, or at its type if it has none.
    pub(crate) fn span(&self) -> Span {
        match (&self.member, &self.ty) {
            (syn::Member::Named(ident), _) => ident.span(),
            // A path of several tokens would be underlined at the first of them only.
            (_, Type::Path(path)) => {
                path.path.segments.last().map_or_else(Span::call_site, |last| last.ident.span())
            }
            (_, ty) => syn::spanned::Spanned::span(ty),
        }
    }
}

impl Input {
    /// The type; `None` if it is a union.
    pub(crate) fn new(input: DeriveInput, errors: &mut Errors) -> Option<Self> {
        let DeriveInput { attrs, ident, generics, data, .. } = input;
        let items = read_items(&attrs, WANTED, errors);
        if !errors.is_empty() {
            // It may have been said there.
            errors.set_catalog_unknown();
        }
        let catalog = read_catalog(&items, errors);
        let owner = Owner { ident: &ident, is_enum: matches!(data, Data::Enum(_)), catalog };
        let any_code = any_code(&items).is_some();
        let token = read_token(items, owner, errors);
        let (is_enum, cases) = match data {
            Data::Struct(data) => {
                if token.is_none() && errors.is_empty() {
                    add_no_code(&ident, errors);
                }
                (false, vec![Case::new(ident.clone(), token, data.fields, owner, errors)])
            }
            Data::Enum(data) => {
                if let Some(token) = &token {
                    let help = format!("move it to the variant of `{ident}` that it is for");
                    errors.add(token.span(), "an enum has its codes on its variants", help);
                }
                let read_variant = |variant: syn::Variant| {
                    let mut mistakes = Errors::default();
                    let items = read_items(&variant.attrs, WANTED, &mut mistakes);
                    add_misplaced_catalogs(&items, owner, &mut mistakes);
                    if let Some(span) = self::any_code(&items) {
                        let help = format!("move it: `#[token(code = AnyCode)]` before `enum {ident}`");
                        mistakes.add(span, "`code = AnyCode` is said of all variants at once", help);
                    }
                    let own = read_token(items, owner, &mut mistakes);
                    if own.is_none() && token.is_none() && mistakes.is_empty() {
                        add_no_code(&variant.ident, &mut mistakes);
                    }
                    errors.append(mistakes);
                    Case::new(variant.ident, own, variant.fields, owner, errors)
                };
                (true, data.variants.into_iter().map(read_variant).collect())
            }
            Data::Union(_) => {
                let help = "make it a struct, or an enum with one variant for each of its fields";
                errors.add(
                    ident.span(),
                    "a union cannot have a code: which of its fields holds is not known",
                    help,
                );
                return None;
            }
        };
        Some(Self { ident, generics, is_enum, any_code, catalog, cases })
    }
}

impl Case {
    fn new(
        ident: Ident,
        token: Option<Token>,
        fields: Fields,
        owner: Owner<'_>,
        errors: &mut Errors,
    ) -> Self {
        let named = matches!(fields, Fields::Named(_));
        let fields: Vec<_> = fields
            .into_iter()
            .enumerate()
            .map(|(index, field)| read_field(index, field, owner, errors))
            .collect();
        Self { ident, token, fields, named }
    }
}

impl Token {
    fn span(&self) -> Span {
        match self {
            Self::Code(code) => code.span(),
            Self::Transparent(span) => *span,
        }
    }
}

fn add_no_code(ident: &Ident, errors: &mut Errors) {
    let help = "put `#[token(CODE)]` before it, or `#[token(transparent)]` if its one field has a code";
    errors.add(ident.span(), format!("`{ident}` has no code"), help);
}

/// What an attribute of a type or a variant takes.
const WANTED: &str = "a code: `#[token(CODE)]`";

/// The type that attributes belong to, as it is spoken of.
#[derive(Clone, Copy)]
struct Owner<'a> {
    ident: &'a Ident,
    is_enum: bool,
    catalog: NamedCatalog,
}

impl Owner<'_> {
    /// `enum AuthError`
    fn name(self) -> String {
        format!("{} {}", if self.is_enum { "enum" } else { "struct" }, self.ident)
    }
}

/// Whether the attributes of a type name its catalog. The first half of the derive has gone there.
fn read_catalog(items: &[Item], errors: &mut Errors) -> NamedCatalog {
    let mut named = NamedCatalog::No;
    for item in items.iter().filter(|item| matches!(item, Item::Catalog(_) | Item::NoPath(..))) {
        if named == NamedCatalog::Yes {
            let help = "keep one: a type has the codes of one catalog";
            errors.add(item.span(), "there is a catalog already", help);
        } else if let Item::NoPath(span, text) = item {
            let path = text.as_ref().and_then(|text| text.parse_with(syn::Path::parse_mod_style).ok());
            if path.is_none() {
                errors.set_catalog_unknown();
            }
            let path = path.map_or_else(|| "my_codes".to_owned(), as_written);
            let help = format!("write the path of the crate that has it: `catalog = {path}`");
            errors.add(*span, "a catalog is named by its path", help);
        }
        named = NamedCatalog::Yes;
    }
    named
}

/// Reports what names the catalog where that has no effect.
fn add_misplaced_catalogs(items: &[Item], owner: Owner<'_>, errors: &mut Errors) {
    for item in items {
        let path = match item {
            Item::Catalog(path) => as_written(path),
            Item::NoPath(_, path) => path.as_ref().map_or_else(|| "my_codes".to_owned(), LitStr::value),
            _ => continue,
        };
        if owner.catalog == NamedCatalog::No {
            errors.set_catalog_unknown();
        }
        let help = format!("move it: write `#[token(catalog = {path})]` before `{}`", owner.name());
        errors.add(item.span(), "the catalog is that of the whole type", help);
    }
}

/// What the attributes of a type or a variant say of its message.
fn read_token(items: Vec<Item>, owner: Owner<'_>, errors: &mut Errors) -> Option<Token> {
    let mut found: Option<Token> = None;
    for item in items {
        let token = match item {
            Item::Catalog(_) | Item::NoPath(..) | Item::AnyCode(_) => continue,
            Item::Word(word) if word == "transparent" => Token::Transparent(word.span()),
            Item::Word(word) => Token::Code(CodeName::Ident(word)),
            Item::Text(text) => Token::Code(CodeName::Text(text)),
            Item::Path(ref path) => {
                if owner.catalog == NamedCatalog::No {
                    errors.set_catalog_unknown();
                }
                errors.add(item.span(), "a code is named without a path", code_path_help(path, owner));
                continue;
            }
            Item::Number(number) => {
                let help = format!("write it as a string: `#[token(\"{number}\")]`");
                errors.add(number.span(), "a code that is a number loses its leading zeros", help);
                continue;
            }
            Item::Unknown(key, value) => {
                add_unknown_key(&key, &value, errors);
                continue;
            }
        };
        if found.is_some() {
            let help = "keep one code; a variant for each code tells them apart";
            errors.add(token.span(), "there is a code already", help);
        } else {
            found = Some(token);
        }
    }
    found
}

/// Where the attributes of a type say that its errors can be of several catalogs.
fn any_code(items: &[Item]) -> Option<Span> {
    items.iter().find(|item| matches!(item, Item::AnyCode(_))).map(Item::span)
}

/// What to write instead of `my_codes::Code::SHOP001`.
fn code_path_help(path: &syn::Path, owner: Owner<'_>) -> String {
    let mut segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let code = segments.pop().unwrap_or_default();
    segments.pop_if(|segment| segment == "Code");
    let krate = segments.join("::");
    if krate.is_empty() || owner.catalog == NamedCatalog::Yes {
        format!("write `#[token({code})]`")
    } else if owner.is_enum {
        format!("write `#[token({code})]`, and `#[token(catalog = {krate})]` before `{}`", owner.name())
    } else {
        format!("write `#[token({code}, catalog = {krate})]`")
    }
}

fn add_unknown_key(key: &Ident, value: &TokenStream, errors: &mut Errors) {
    let help = match nearest(&key.to_string(), ["catalog"].into_iter()) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None if key == "code" => format!(
            "a code stands alone: `#[token({})]`; before a type whose errors are of several catalogs, write \
             `code = AnyCode`",
            as_written(value)
        ),
        None => "allowed are a code, `transparent`, `catalog = path` and `code = AnyCode`".to_owned(),
    };
    errors.add(key.span(), format!("unknown attribute `{key}`"), help);
}

fn read_field(index: usize, field: Field, owner: Owner<'_>, errors: &mut Errors) -> CaseField {
    let (mut params, mut mistakes) = (Vec::new(), Errors::default());
    for item in
        read_items(&field.attrs, "the placeholder that the field fills: `#[token(name)]`", &mut mistakes)
    {
        match item {
            Item::Word(word) => params.push((word.unraw().to_string(), word.span())),
            Item::Number(number) => params.push((number.to_string(), number.span())),
            Item::Catalog(_) | Item::NoPath(..) => add_misplaced_catalogs(&[item], owner, &mut mistakes),
            other => {
                let help = "name the placeholder that the field fills: `#[token(name)]`";
                mistakes.add(
                    other.span(),
                    "before a field, this attribute takes the name of a placeholder",
                    help,
                );
            }
        }
    }
    let has_mistake = !mistakes.is_empty();
    errors.append(mistakes);
    let marker = |name: &str| {
        let attribute = field.attrs.iter().find(|attribute| attribute.path().is_ident(name))?;
        Some(syn::spanned::Spanned::span(attribute.path()))
    };
    CaseField {
        index,
        source: marker("source"),
        from: marker("from"),
        member: field.ident.map_or_else(|| index.into(), syn::Member::Named),
        ty: field.ty,
        params,
        has_mistake,
    }
}

/// The items of every `#[token(…)]`, each of which must have some.
fn read_items(attributes: &[Attribute], wanted: &str, errors: &mut Errors) -> Vec<Item> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("token")) {
        match &attribute.meta {
            syn::Meta::List(list) if list.tokens.is_empty() => add_empty(attribute, wanted, errors),
            syn::Meta::List(_) => match items(attribute) {
                Ok(items) => all.extend(items),
                Err(error) => {
                    errors.add(error.span(), error.to_string(), format!("this attribute takes {wanted}"));
                }
            },
            syn::Meta::NameValue(meta) => {
                let help = format!("write `#[token({})]`", as_written(&meta.value));
                let span = syn::spanned::Spanned::span(attribute.path());
                errors.add(span, "what this attribute says stands in parentheses", help);
            }
            syn::Meta::Path(_) => add_empty(attribute, wanted, errors),
        }
    }
    all
}

fn add_empty(attribute: &Attribute, wanted: &str, errors: &mut Errors) {
    let span = syn::spanned::Spanned::span(attribute.path());
    errors.add(span, "this attribute says nothing", format!("it takes {wanted}"));
}
