//! Nothing is allocated: neither to find a code or a locale, nor to read its texts, nor to write a message.

use std::fmt::Write as _;
use std::hint::black_box;

use token_codes::{AnyCode, Code, Locale, TokenCode, message, negotiate};

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct ExpiryTooFar {
    max_hours: u64,
    expires_at: &'static str,
}

fn allocations(run: impl FnOnce()) -> u64 {
    allocation_counter::measure(run).count_total
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(String::from("text")))), 1);
}

#[test]
fn a_message_is_written_into_a_string_with_room() {
    let error = ExpiryTooFar { max_hours: u64::MAX, expires_at: "2026-12-01" };
    let message = message!(TOK013, token_id = 1.5);
    let mut text = String::with_capacity(4096);
    let count = allocations(|| {
        error.append_to(&mut text).expect("a string takes all");
        message.append_to(&mut text).expect("a string takes all");
        error.localized(Locale::En).append_to(&mut text).expect("a string takes all");
        write!(text, "{error} {error:#} {message} {}", message.localized(Locale::En)).expect("so it does");
        for arg in error.args() {
            write!(text, "{} {}", arg.name, arg.value).expect("so it does");
        }
    });
    assert_eq!(count, 0, "{text}");
}

#[test]
fn codes_are_found_and_read() {
    let count = allocations(|| {
        for code in Code::all() {
            assert_eq!(Code::from_code(black_box(code.as_str())), Some(*code));
            black_box((code.message(Locale::En).as_str(), code.summary(), code.description()));
            black_box((code.causes().next(), code.resolution().next_back()));
        }
        assert_eq!("a text that is no code".parse::<Code>().ok(), None);
        assert_eq!(black_box("en_US.UTF-8").parse::<Locale>().ok(), Some(Locale::En));
    });
    assert_eq!(count, 0);
}

#[test]
fn a_locale_is_negotiated() {
    let many = "en-GB;q=0.8, *;q=0.1, ja;q=0, ".repeat(1_000);
    let count = allocations(|| {
        for header in ["en-GB, ja;q=0.8", &many] {
            assert_eq!(Locale::negotiate(black_box(header)), Locale::En);
            assert_eq!(AnyCode::from(Code::TOK001).negotiate(black_box(header)), "en");
        }
        let locales = ["ja"; 1_000];
        assert_eq!(negotiate(&locales, black_box(&many)), 1);
    });
    assert_eq!(count, 0);
}
