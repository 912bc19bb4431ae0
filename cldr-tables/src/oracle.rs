//! What the category of a number is, by those who know.

use icu_plurals::provider::{PluralsCardinalV1, PluralsOrdinalV1};
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};
use token_codes_build::cldr::{Category, PluralKind};

use crate::data::{language_of, rules_of};
use crate::left_out;

/// The rules of one locale for one kind of plural.
pub enum Oracle {
    /// As ICU4X has them for the locale of this tag.
    Icu(String, PluralRules),
    /// Of a language that ICU4X leaves out: the rules, and all categories.
    Own(&'static str, fn(u128) -> Category, &'static [Category]),
    /// Every number is `other`.
    Other,
}

impl Oracle {
    /// `None`, if CLDR has no rules for the language.
    ///
    /// ICU4X looks for rules as it does for texts: `sr-Latn` gets those of the root, since texts in one script are no help in
    /// another, and `hi-Latn` those of `en-IN`. CLDR says that plurals are not to be looked up so, and ICU's other libraries
    /// do not. So, rules that are not those of the language are not taken: `sr-Latn` has those of `sr`. Within a language
    /// ICU4X is followed: `pt-AO` has those of `pt-PT`.
    pub fn of(tag: &str, kind: PluralKind) -> Option<Self> {
        let language = language_of(tag);
        let icu_rules = |kind| {
            let is_of_it = |tag: &&str| language_of(&found_for(tag, kind)) == language;
            [tag, language].into_iter().find(is_of_it)
        };
        if let Some(tag) = icu_rules(kind) {
            return Some(Self::Icu(found_for(tag, kind), icu(tag, kind)));
        }
        if icu_rules(PluralKind::Cardinal).is_some() {
            return Some(Self::Other);
        }
        left_out::rules(language, kind)
    }

    /// Whose rules these are.
    pub fn name(&self) -> &str {
        match self {
            Self::Icu(name, _) => name,
            Self::Own(name, ..) => name,
            Self::Other => "other",
        }
    }

    /// The category of a number.
    pub fn category(&self, number: u128) -> Category {
        match self {
            Self::Icu(_, rules) => category(rules.category_for(number)),
            Self::Own(_, rules, _) => rules(number),
            Self::Other => Category::Other,
        }
    }

    /// All that the language has, also for fractions alone, in the order of CLDR.
    pub fn all(&self) -> Vec<Category> {
        let mut all: Vec<_> = match self {
            Self::Icu(_, rules) => rules.categories().map(category).collect(),
            Self::Own(.., all) => all.to_vec(),
            Self::Other => vec![Category::Other],
        };
        all.sort_unstable();
        all
    }
}

/// The tag of the locale whose rules ICU4X takes for this one.
fn found_for(tag: &str, kind: PluralKind) -> String {
    match kind {
        PluralKind::Cardinal => rules_of::<PluralsCardinalV1>(tag),
        PluralKind::Ordinal => rules_of::<PluralsOrdinalV1>(tag),
    }
}

fn icu(tag: &str, kind: PluralKind) -> PluralRules {
    let kind = match kind {
        PluralKind::Cardinal => PluralRuleType::Cardinal,
        PluralKind::Ordinal => PluralRuleType::Ordinal,
    };
    let locale: icu_locale::Locale = tag.parse().expect("the tag is one of CLDR's");
    PluralRules::try_new(locale.into(), kind.into()).expect("its data are compiled")
}

fn category(category: PluralCategory) -> Category {
    match category {
        PluralCategory::Zero => Category::Zero,
        PluralCategory::One => Category::One,
        PluralCategory::Two => Category::Two,
        PluralCategory::Few => Category::Few,
        PluralCategory::Many => Category::Many,
        PluralCategory::Other => Category::Other,
    }
}
