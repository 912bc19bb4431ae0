//! CLDR's data as ICU4X ships them.

use std::collections::BTreeSet;

use icu_decimal::provider::{DecimalDigitsV1, DecimalSymbolsV1};
use icu_decimal_data::{
    __impl_decimal_digits_v1, __impl_decimal_symbols_v1, impl_decimal_digits_v1, impl_decimal_symbols_v1,
};
// By the name that the macros of the data have for it.
use icu_locale::fallback as icu_locale_fallback;
use icu_locale::fallback::provider::{Baked as Fallbacks, LocaleLikelySubtagsLanguageV1, LocaleParentsV1};
use icu_locale::provider::{Baked as Locales, LocaleAliasesV1};
use icu_plurals::provider::{PluralsCardinalV1, PluralsOrdinalV1};
use icu_plurals_data::{
    __impl_plurals_cardinal_v1, __impl_plurals_ordinal_v1, impl_plurals_cardinal_v1, impl_plurals_ordinal_v1,
};
use icu_provider::prelude::*;

/// As the macros of the data name the crates.
mod icu {
    pub use icu_decimal as decimal;
    pub use icu_plurals as plurals;
}

/// The same data as the crates' own providers, whose locales can be listed.
pub struct Data;

icu_plurals_data::make_provider!(Data);
impl_plurals_cardinal_v1!(Data, ITER);
impl_plurals_ordinal_v1!(Data, ITER);
impl_decimal_symbols_v1!(Data, ITER);
impl_decimal_digits_v1!(Data, ITER);

/// The version of CLDR.
pub const CLDR: &str = icu_plurals_data::cldr_tag!();

/// CLDR's name for the digits 0 to 9.
pub const DIGITS_0_TO_9: &str = "latn";

/// The tags of the locales of which there are plural rules.
pub fn plural_locales() -> BTreeSet<String> {
    let cardinal = IterableDataProvider::<PluralsCardinalV1>::iter_ids(&Data).expect("they can be listed");
    let ordinal = IterableDataProvider::<PluralsOrdinalV1>::iter_ids(&Data).expect("they can be listed");
    cardinal.iter().chain(&ordinal).map(|id| id.locale.to_string()).collect()
}

/// The tags of the locales of which there are number formats, each with the digits, if they are not its usual ones.
pub fn number_locales() -> BTreeSet<(String, String)> {
    let ids = IterableDataProvider::<DecimalSymbolsV1>::iter_ids(&Data).expect("they can be listed");
    ids.iter().map(|id| (id.locale.to_string(), id.marker_attributes.to_string())).collect()
}

/// The tag of the locale whose rules ICU4X has for this one.
pub fn rules_of<M: DataMarker>(tag: &str) -> String
where
    Data: DataProvider<M>,
{
    let locale = locale(tag);
    let id = DataIdentifierBorrowed::for_locale(&locale);
    let found: DataResponse<M> =
        Data.load(DataRequest { id, ..DataRequest::default() }).expect("`und` is there for every locale");
    found.metadata.locale.unwrap_or(locale).to_string()
}

/// How a locale writes numbers in these digits, or its usual ones; `None` if it has no such format.
pub fn symbols(tag: &str, digits: &str) -> Option<DataPayload<DecimalSymbolsV1>> {
    let locale = locale(tag);
    let attributes = DataMarkerAttributes::try_from_str(digits).expect("it is the name of digits");
    let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(attributes, &locale);
    let mut metadata = DataRequestMetadata::default();
    metadata.silent = true;
    let found: Result<DataResponse<DecimalSymbolsV1>, _> = Data.load(DataRequest { id, metadata });
    found.ok().map(|found| found.payload)
}

/// The digits from 0 to 9.
pub fn digits(name: &str) -> [char; 10] {
    let attributes = DataMarkerAttributes::try_from_str(name).expect("it is the name of digits");
    let id = DataIdentifierBorrowed::for_marker_attributes(attributes);
    let found: DataResponse<DecimalDigitsV1> =
        Data.load(DataRequest { id, ..DataRequest::default() }).expect("the format names them");
    *found.payload.get()
}

/// The digits by whose names formats are found.
pub fn digit_names() -> BTreeSet<String> {
    number_locales().into_iter().map(|(_, digits)| digits).filter(|digits| !digits.is_empty()).collect()
}

pub fn likely_subtags() -> DataPayload<LocaleLikelySubtagsLanguageV1> {
    Fallbacks.load(DataRequest::default()).expect("it is compiled").payload
}

pub fn parents() -> DataPayload<LocaleParentsV1> {
    Fallbacks.load(DataRequest::default()).expect("it is compiled").payload
}

pub fn aliases() -> DataPayload<LocaleAliasesV1> {
    Locales.load(DataRequest::default()).expect("it is compiled").payload
}

fn locale(tag: &str) -> DataLocale {
    tag.parse::<icu_locale::Locale>().unwrap_or_else(|error| panic!("{tag}: {error}")).into()
}

/// The language of a tag.
pub fn language_of(tag: &str) -> &str {
    tag.split_once('-').map_or(tag, |(language, _)| language)
}
