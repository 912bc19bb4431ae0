//! What a log shows of an error: one line that its reader can trust, without what is personal or secret.

use std::fmt;

use own_catalog::{Locale, message};
use token_codes::{AnyCode, Arg, ColumnValue, Privacy, Role, TokenCode, Value};

/// Any type will do for a secret, since nothing reads it.
struct Password(#[allow(dead_code, reason = "this is what is tested")] &'static str);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

#[derive(Debug, TokenCode)]
#[token(PRIVATE, catalog = own_catalog)]
struct NotReadable {
    user: String,
    password: Password,
    file: String,
    wait: u32,
}

fn not_readable() -> NotReadable {
    let (user, file) = ("mika".to_owned(), "a\nb\u{202e}\\".to_owned());
    NotReadable { user, password: Password("hunter2"), file, wait: 7 }
}

#[test]
fn a_log_has_one_line_without_what_is_personal() {
    let error = not_readable();
    let german = r"PRIVATE: ‹×› darf a\nb\u{202e}\\\nnicht lesen (7 s)";
    assert_eq!(error.for_log().to_string(), german);
    assert_eq!(error.for_log().message().to_string(), german.trim_start_matches("PRIVATE: "));
    let object: &dyn TokenCode = &error;
    assert_eq!(object.for_log().to_string(), german);
    let mut line = String::new();
    object.for_log().append_to(&mut line).expect("a string takes all");
    assert_eq!(line, german);
}

#[test]
fn a_log_can_have_another_locale() {
    let error = not_readable();
    let english = r"PRIVATE: ‹×› cannot read a\nb\u{202e}\\ for 7 s";
    assert_eq!(error.localized(Locale::En).for_log().to_string(), english);
    assert_eq!(error.localized_in("en").expect("it is there").for_log().to_string(), english);
    assert_eq!(error.any_code().log_locale(), "de");
}

#[test]
fn whoever_asked_sees_the_arguments_as_they_are() {
    assert_eq!(not_readable().to_string(), "mika cannot read a\nb\u{202e}\\ for 7 s");
}

#[test]
fn a_secret_is_nowhere() {
    let error = not_readable();
    let message = message!(PRIVATE, user = "mika", password = "hunter2", file = "a", wait = 7);
    let shown = [
        format!("{:?} {:?} {error} {error:#}", error, error.args()),
        format!("{message:?} {:?} {message} {:?}", message.args(), message.args().get("password")),
        format!("{} {:?} {}", error.for_log(), error.for_log(), error.fill("{password} {1} {user}")),
        format!("{:?}", error.args().map(|arg| (arg, arg.value, arg.for_log())).collect::<Vec<_>>()),
        message.arg(1).map(|value| format!("{value} {value:?}")).unwrap_or_default(),
    ];
    for text in shown {
        assert!(!text.contains("hunter2"), "{text}");
    }
    assert!(matches!(message.arg(1), Some(Value::Secret)));
    assert_eq!(error.fill("{password} {1} {user}").to_string(), "‹×› ‹×› mika");
}

#[test]
fn each_argument_says_who_may_see_it() {
    let error = not_readable();
    let args: Vec<_> = error.args().map(|Arg { name, privacy, .. }| (name, privacy)).collect();
    let expected = [
        ("user", Privacy::Personal),
        ("password", Privacy::Secret),
        ("file", Privacy::Public),
        ("wait", Privacy::Public),
    ];
    assert_eq!(args, expected);
    let for_log: Vec<_> = error.args().map(|arg| arg.for_log().to_string()).collect();
    assert_eq!(for_log, ["‹×›", "‹×›", r"a\nb\u{202e}\\", "7"]);
}

#[test]
fn values_keep_their_types() {
    #[derive(Debug, TokenCode)]
    #[token(TYPES, catalog = own_catalog)]
    struct Types<T> {
        fresh: Box<bool>,
        weight: T,
        count: i128,
    }

    let error = Types { fresh: Box::new(true), weight: &0.1_f32, count: i128::MIN };
    assert_eq!(error.to_string(), format!("true 0.1 {}", i128::MIN));
    let values: Vec<_> = error.args().map(|arg| arg.value).collect();
    let [Value::Boolean(true), Value::Float32(0.1), Value::WideSigned(count)] = values[..] else {
        panic!("{values:?}")
    };
    assert_eq!(count.get(), i128::MIN);
    let message = message!(TYPES, fresh = false, weight = f64::INFINITY, count = u128::MAX);
    assert_eq!(message.to_string(), format!("false inf {}", u128::MAX));
}

struct Failing;

impl fmt::Display for Failing {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

#[test]
fn an_argument_that_cannot_be_shown_is_marked() {
    let message = message!(PRIVATE, user = "", password = (), file = Failing, wait = 1);
    assert_eq!(message.localized(Locale::En).for_log().to_string(), "PRIVATE: ‹×› cannot read ‹!› for 1 s");
}

#[test]
fn roles_are_found_by_the_name_that_the_catalog_gives() {
    let code = AnyCode::from(own_catalog::Code::XJ001_U);
    assert_eq!(code.role(Role::HttpStatus), Some(ColumnValue::Unsigned(409)));
    assert_eq!(code.role(Role::Level), Some(ColumnValue::Text("warning")));
    assert_eq!(code.role_name(Role::RetryAfter), Some("wait"));
    assert_eq!((code.role(Role::RetryAfter), code.role_name(Role::GrpcStatus)), (None, None));
    assert_eq!(code.catalog().map(AnyCode::as_str).nth(1), Some("000012"));
}
