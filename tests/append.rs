//! `append_to` writes the text that `Display` shows.

use std::fmt::{self, Write as _};

use token_codes::{__private, AnyCode, Code, Locale, TokenCode, Value, message};
use token_codes_build::catalog::Catalog;
use token_codes_build::{Source, read};

#[derive(Debug, TokenCode)]
enum AuthError<'a> {
    #[token(TOK007)]
    BadCredentials,
    #[token(TOK005)]
    ExpiryTooFar { max_hours: i64, expires_at: &'a str },
    #[token(TOK002)]
    EntryMissing(#[token(download_id)] u128),
    #[token(transparent)]
    Inner(Inner),
}

#[derive(Debug, TokenCode)]
#[token(TOK013)]
struct Inner {
    token_id: String,
}

fn appended(error: &impl TokenCode) -> String {
    let mut text = String::new();
    error.append_to(&mut text).expect("a string takes all");
    text
}

fn appended_in(error: &dyn TokenCode, locale: &str) -> String {
    let mut text = String::new();
    error.localized_in(locale).expect("it is a locale").append_to(&mut text).expect("a string takes all");
    text
}

#[test]
fn it_is_what_display_shows_in_every_locale() {
    let errors = [
        AuthError::BadCredentials,
        AuthError::ExpiryTooFar { max_hours: -24, expires_at: "明日" },
        AuthError::EntryMissing(u128::MAX),
        AuthError::Inner(Inner { token_id: "{0}".to_owned() }),
    ];
    for error in &errors {
        assert_eq!(appended(error), error.to_string());
        for locale in Locale::all() {
            assert_eq!(appended_in(error, locale.as_str()), error.localized(*locale).to_string());
        }
    }
    let message = message!(TOK005, max_hours = 24, expires_at = 1.5);
    assert_eq!(appended(&message), message.to_string());
}

/// An error with any code, as the derive would implement it.
#[derive(Debug)]
struct Each {
    code: Code,
    values: Vec<Value<'static>>,
}

impl TokenCode for Each {
    type Code = Code;

    fn code(&self) -> Code {
        self.code
    }

    fn any_code(&self) -> AnyCode {
        self.code.into()
    }

    fn with_values<'a>(&'a self, with: __private::WithValues<'_, 'a>) -> fmt::Result {
        with(&self.values)
    }

    fn as_dyn(&self) -> &dyn TokenCode {
        self
    }
}

impl fmt::Display for Each {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        __private::fmt_in_source_locale(self, f)
    }
}

impl std::error::Error for Each {}

/// What the catalog compiler makes of a message.
fn filled(catalog: &Catalog, code: Code, locale: Locale, values: &[Value<'_>]) -> String {
    let entry = catalog.entry(code.as_str()).expect("it is the same catalog");
    let locale =
        catalog.locales.iter().position(|other| other.tag == locale.as_str()).expect("it has the locale");
    entry.messages[locale].template.fill(catalog.locales[locale].language, |param| values[param].to_string())
}

fn catalog() -> Catalog {
    let source = Source::new("catalog.yaml", token_codes::CATALOG_YAML);
    read(&source).unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog
}

#[test]
fn it_is_what_display_shows_of_every_code() {
    let catalog = catalog();
    let values = [
        Value::Text("明日"),
        Value::Text(""),
        Value::Signed(i64::MIN),
        Value::Unsigned(u64::MAX),
        Value::Unsigned(0),
        Value::Any(&1.5),
    ];
    for (start, code) in
        (0..values.len()).flat_map(|start| Code::all().iter().map(move |code| (start, *code)))
    {
        let values: Vec<_> = values.iter().cycle().skip(start).take(code.params().len()).copied().collect();
        let error = Each { code, values };
        assert_eq!(appended(&error), error.to_string());
        assert_eq!(error.to_string(), error.localized(Locale::SOURCE).to_string());
        for locale in Locale::all() {
            let template = code.message(*locale);
            let expected = filled(&catalog, code, *locale, &error.values);
            assert_eq!(template.with(&error.values).to_string(), expected);
            assert_eq!(appended_in(&error, locale.as_str()), expected);
            assert_eq!(error.localized(*locale).to_string(), expected);
            assert_eq!(format!("{:#}", error.localized(*locale)), format!("{code}: {expected}"));
        }
    }
}

#[test]
fn it_adds_to_what_is_there() -> fmt::Result {
    let mut line = String::from("failed: ");
    AuthError::BadCredentials.append_to(&mut line)?;
    assert_eq!(line, format!("failed: {}", AuthError::BadCredentials));
    Ok(())
}

#[test]
fn a_sink_that_is_full_is_an_error() {
    struct Full;
    impl fmt::Write for Full {
        fn write_str(&mut self, _: &str) -> fmt::Result {
            Err(fmt::Error)
        }
    }
    assert_eq!(AuthError::BadCredentials.append_to(&mut Full), Err(fmt::Error));
    let sink: &mut dyn fmt::Write = &mut Full;
    assert_eq!(AuthError::BadCredentials.append_to(sink), Err(fmt::Error));
}

/// What `values` show for the integer of TOK005, and what the standard library does.
fn assert_shown<T: fmt::Display + Copy>(number: T)
where
    Value<'static>: From<T>,
{
    let expected = Code::TOK005.message(Locale::Ja).as_str().replace("{0}", &number.to_string());
    let filled = Code::TOK005.message(Locale::Ja).with(&[number.into(), "{1}".into()]).to_string();
    assert_eq!(filled, expected);
    assert_eq!(Value::from(number).to_string(), number.to_string());
}

#[test]
fn every_integer_is_shown_as_the_standard_library_shows_it() {
    macro_rules! extremes {
        ($($integer:ty),+) => {$(
            for number in [<$integer>::MIN, <$integer>::MIN + 1, 0, 1, <$integer>::MAX - 1, <$integer>::MAX] {
                assert_shown(number);
            }
        )+};
    }
    extremes!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);
    (0..20_000_u16).for_each(assert_shown);
    (i16::MIN..=0).step_by(7).for_each(assert_shown);
    for power in (0..=19).map(|exponent| 10_u64.pow(exponent)) {
        [power - 1, power, power + 1].into_iter().for_each(assert_shown);
        if let Ok(power) = i64::try_from(power) {
            [1 - power, -power, -1 - power].into_iter().for_each(assert_shown);
        }
    }
}

/// Shows which flags it is asked for.
struct Flags;

impl fmt::Display for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} {:?} {:?}", f.alternate(), f.width(), f.precision(), f.align())?;
        write!(f, " {:?} {:?} {:?} {:?}", f.fill(), f.sign_plus(), f.sign_minus(), f.sign_aware_zero_pad())
    }
}

#[test]
fn a_value_with_its_own_display_sees_no_flag() {
    let shown = Flags.to_string();
    let message = message!(TOK013, token_id = Flags);
    let expected = format!("ID{shown}のトークンが見つかりませんでした。");
    assert_eq!(format!("{message:#}"), format!("TOK013: {expected}"));
    for with_flags in [
        message.to_string(),
        format!("{message:200}"),
        format!("{message:.1}"),
        format!("{message:>}"),
        format!("{message:+}"),
        format!("{message:-}"),
        format!("{message:0}"),
        format!("{message:*^9}"),
    ] {
        assert_eq!(with_flags, expected);
    }
}

#[test]
fn flags_are_for_the_message() {
    let mut shown = String::new();
    let error = AuthError::ExpiryTooFar { max_hours: 24, expires_at: "1" };
    write!(shown, "{error:>+9.1}").expect("a string takes all");
    assert_eq!(shown, error.to_string());
}
