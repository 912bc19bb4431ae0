//! What `#[derive(TokenCode)]` gives, in every form that it takes.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Display};
use std::io;
use std::num::NonZero;

use token_codes::{AnyCode, Code, Locale, TokenCode, Value};

struct Uuid(u32);

impl Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl fmt::Debug for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

#[derive(Debug, TokenCode)]
#[token(TOK003)]
struct DownloadError {
    download_id: Uuid,
    #[source]
    cause: Option<io::Error>,
}

#[derive(Debug, TokenCode)]
enum AuthError {
    #[token(TOK007)]
    BadCredentials,
    #[token(TOK005)]
    ExpiryTooFar { max_hours: u32, expires_at: &'static str },
    #[token(TOK002)]
    EntryMissing(#[token(download_id)] Uuid),
    #[token(TOK008)]
    Unexpected {
        #[source]
        cause: io::Error,
    },
    #[token(transparent)]
    Download(#[from] DownloadError),
}

const EXPIRY: AuthError = AuthError::ExpiryTooFar { max_hours: 24, expires_at: "2026-12-01" };

#[test]
fn display_is_the_message_in_the_source_locale() {
    assert_eq!(AuthError::BadCredentials.to_string(), Code::TOK007.message(Locale::Ja).as_str());
    let expected = "トークンリクエストの有効期限は、24時間より未来日に設定できません。\
                    指定された有効期限:2026-12-01。有効期限を適切に調整してください。";
    assert_eq!(EXPIRY.to_string(), expected);
    assert_eq!(format!("{EXPIRY:#}"), format!("TOK005: {expected}"));
    let missing = AuthError::EntryMissing(Uuid(0xbeef));
    assert_eq!(missing.to_string(), "download Id 0000beef のトークンエントリが見つかりませんでした。");
}

#[test]
fn each_type_knows_its_code() {
    assert_eq!(EXPIRY.code(), Code::TOK005);
    assert_eq!(EXPIRY.any_code(), Code::TOK005);
    assert_eq!(AuthError::BadCredentials.code(), Code::TOK007);
    let download = AuthError::from(DownloadError { download_id: Uuid(1), cause: None });
    assert_eq!(download.code(), Code::TOK003);
}

#[test]
fn arguments_are_named_and_typed() {
    let args: Vec<_> = EXPIRY.args().map(|arg| (arg.name, arg.value.to_string())).collect();
    assert_eq!(args, [("max_hours", "24".to_owned()), ("expires_at", "2026-12-01".to_owned())]);
    assert!(matches!(EXPIRY.arg(0), Some(Value::Unsigned(24))));
    assert!(EXPIRY.arg(2).is_none());
    assert!(EXPIRY.args().get("expires_at").is_some());
    assert!(EXPIRY.args().get("nonsense").is_none());
    assert_eq!(AuthError::BadCredentials.args().count(), 0);
}

#[test]
fn any_locale_can_be_asked_for() {
    let english = "The expiry date of a token request";
    assert!(EXPIRY.localized(Locale::En).to_string().starts_with(english));
    assert!(format!("{:#}", EXPIRY.localized(Locale::En)).starts_with(&format!("TOK005: {english}")));
    assert_eq!(EXPIRY.localized(Locale::Ja).to_string(), EXPIRY.to_string());
    for tag in ["en", "EN", "en-US", "en_US.UTF-8"] {
        let localized = EXPIRY.localized_in(tag).map(|text| text.to_string());
        assert_eq!(localized, Some(EXPIRY.localized(Locale::En).to_string()), "{tag}");
    }
    assert!(EXPIRY.localized_in("fr").is_none());
}

#[test]
fn the_source_is_carried_and_not_shown() {
    let unexpected = AuthError::Unexpected { cause: io::Error::other("disk on fire") };
    assert_eq!(unexpected.source().map(ToString::to_string).as_deref(), Some("disk on fire"));
    assert_eq!(unexpected.to_string(), Code::TOK008.message(Locale::Ja).as_str());
    assert!(EXPIRY.source().is_none());
}

#[test]
fn transparent_is_the_field() {
    let cause = Some(io::Error::other("disk on fire"));
    let error: AuthError = DownloadError { download_id: Uuid(7), cause }.into();
    assert_eq!(format!("{error:#}"), "TOK003: download Id 00000007 のトークンのエクスポートに失敗しました。");
    assert_eq!(error.args().next().map(|arg| arg.name), Some("download_id"));
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("disk on fire"));
    let without: AuthError = DownloadError { download_id: Uuid(7), cause: None }.into();
    assert!(without.source().is_none());
}

#[test]
fn the_trait_is_used_behind_dyn() {
    let errors: Vec<Box<dyn TokenCode + Send + Sync>> =
        vec![Box::new(EXPIRY), Box::new(AuthError::BadCredentials)];
    let codes: Vec<AnyCode> = errors.iter().map(|error| error.any_code()).collect();
    assert_eq!(codes[0], Code::TOK005);
    assert_eq!(codes[1], Code::TOK007);
    assert_eq!(Code::try_from(codes[0]), Ok(Code::TOK005));
    assert_eq!(errors[0].args().count(), 2);
    assert!(errors[0].localized_in("en").is_some());
    // It is an error, and becomes one where only that is asked for.
    let error: Box<dyn Error + Send + Sync> = errors.into_iter().next().expect("there are two");
    assert_eq!(error.to_string(), EXPIRY.to_string());
}

#[derive(Debug, TokenCode)]
#[token(TOK007)]
struct Unit;

#[derive(Debug, TokenCode)]
#[token(TokenNotFound)]
struct ByVariantName(#[token(token_id)] u64);

#[derive(Debug, TokenCode)]
#[token("TOK013")]
struct ByText {
    token_id: u64,
}

#[derive(Debug, TokenCode)]
#[token(transparent)]
struct Wrapper(ByText);

#[derive(Debug, TokenCode)]
enum Never {}

#[test]
fn structs_of_every_kind() {
    assert_eq!(Unit.code(), Code::TOK007);
    assert_eq!(ByVariantName(5).to_string(), "ID5のトークンが見つかりませんでした。");
    assert_eq!(ByText { token_id: 5 }.to_string(), ByVariantName(5).to_string());
    assert_eq!(format!("{:#}", Wrapper(ByText { token_id: 5 })), format!("{:#}", ByVariantName(5)));
    let never: Option<Never> = None;
    assert!(never.is_none());
}

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct Borrowed<'a, T> {
    #[token(max_hours)]
    limit: &'a NonZero<u128>,
    #[token(expires_at)]
    time: T,
    // Of the same name as a placeholder that another field fills: carried, not shown.
    note: &'a str,
}

#[derive(Debug, TokenCode)]
enum Generic<'a, T, S, C, const N: usize>
where
    T: Clone,
{
    #[token(TOK002)]
    Missing { download_id: Cow<'a, str>, items: [T; N] },
    #[token(TOK013)]
    NotFound(#[token(token_id)] T),
    #[token(TOK008)]
    Unexpected(#[source] S),
    #[token(TOK009)]
    Maybe { source: Option<C> },
    #[token(TOK010)]
    Boxed(#[from] Box<dyn Error + Send + Sync>),
}

type Instance = Generic<'static, u8, io::Error, fmt::Error, 2>;

#[test]
fn lifetimes_and_generics() {
    let limit = NonZero::new(u128::MAX).expect("not zero");
    let borrowed = Borrowed { limit: &limit, time: 1.5, note: "carried" };
    assert!(borrowed.to_string().contains(&format!("{}時間", u128::MAX)), "{borrowed} {}", borrowed.note);

    let missing: Instance = Generic::Missing { download_id: Cow::Borrowed("d-1"), items: [1, 2] };
    assert_eq!(missing.to_string(), "download Id d-1 のトークンエントリが見つかりませんでした。");
    let Generic::Missing { items, .. } = &missing else { unreachable!() };
    assert_eq!(items, &[1, 2]);
    assert_eq!(Instance::NotFound(9).to_string(), "ID9のトークンが見つかりませんでした。");
    let source = |error: Instance| error.source().map(ToString::to_string);
    assert_eq!(source(Generic::Unexpected(io::Error::other("inner"))).as_deref(), Some("inner"));
    assert_eq!(source(Generic::Maybe { source: Some(fmt::Error) }), Some(fmt::Error.to_string()));
    assert_eq!(source(Generic::Maybe { source: None }), None);
    let boxed = Box::<dyn Error + Send + Sync>::from("boxed");
    assert_eq!(source(boxed.into()).as_deref(), Some("boxed"));
}

#[derive(Debug, TokenCode)]
enum Raw {
    #[token(TOK005)]
    Keywords {
        #[token(max_hours)]
        r#type: i8,
        expires_at: bool,
    },
}

#[test]
fn raw_identifiers_are_names_like_others() {
    let raw = Raw::Keywords { r#type: -1, expires_at: true };
    assert!(raw.to_string().contains("-1時間"));
    assert!(matches!(raw.arg(0), Some(Value::Signed(-1))));
}

#[test]
fn a_type_is_no_larger_than_its_fields() {
    assert_eq!(size_of::<Unit>(), 0);
    assert_eq!(size_of::<ByVariantName>(), size_of::<u64>());
    assert_eq!(size_of::<Result<(), Wrapper>>(), size_of::<Result<(), u64>>());
    // The largest variant, and what tells the variants apart stands where its fields leave room.
    assert_eq!(size_of::<AuthError>(), size_of::<(u32, &str)>());
    assert_eq!(size_of::<Result<(), AuthError>>(), size_of::<AuthError>());
    assert_eq!(size_of::<Result<(), Unit>>(), 1);
}
