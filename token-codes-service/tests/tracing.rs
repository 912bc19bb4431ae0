//! Events of `tracing`, as real subscribers get them.
#![deny(warnings, clippy::all, clippy::pedantic)]

#[path = "support/bad.rs"]
mod bad;

use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::io;
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use serde_json::{Value, json};
use service_catalog::{Code, message};
use token_codes::{CodedError, TokenCode};
use token_codes_service::Service;
use token_codes_service::tracing::{emit, emit_to};
use tracing::level_filters::LevelFilter;
use tracing::subscriber::{Interest, with_default};
use tracing::{Dispatch, Event, Metadata, Subscriber};
use tracing_subscriber::fmt::SubscriberBuilder;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry;

use crate::bad::{FAILS, FORGED, Link, Own, PANICS};

/// [`FORGED`] as it is escaped.
const ESCAPED: &str = r"mika\n2026-12-01 INFO signed in\u{1b}[2K\u{202e}gnp";

/// What a subscriber writes.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).expect("subscribers write UTF-8")
    }
}

fn builder() -> SubscriberBuilder {
    tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_ansi(false)
}

/// What `tracing_subscriber::fmt` writes of it.
fn plain(run: impl FnOnce()) -> String {
    let sink = Sink::default();
    let writer = sink.clone();
    with_default(builder().with_writer(move || writer.clone()).finish(), run);
    sink.text()
}

/// The one event of it, as `tracing_subscriber::fmt().json()` writes it.
fn json_of(run: impl FnOnce()) -> Value {
    let sink = Sink::default();
    let writer = sink.clone();
    let subscriber = builder().json().with_file(true).with_line_number(true);
    with_default(subscriber.with_writer(move || writer.clone()).finish(), run);
    serde_json::from_str(&sink.text()).expect("one event is one JSON text")
}

fn json(error: &dyn TokenCode) -> Value {
    json_of(|| emit(error))
}

/// Has personal and secret params.
#[derive(Debug, TokenCode)]
#[token(PaymentDeclined, catalog = service_catalog)]
struct Declined {
    card: &'static str,
    #[allow(dead_code, reason = "nothing reads a secret")]
    pin: &'static str,
    amount: f64,
    fee: f32,
    is_final: bool,
    #[source]
    cause: Option<CodedError>,
}

fn declined(cause: Option<CodedError>) -> Declined {
    Declined { card: "4111-1111", pin: "0000", amount: 20.5, fee: 0.1, is_final: true, cause }
}

/// The param `shop` is shown as its value wants.
#[derive(Debug, TokenCode)]
#[token(OutOfStock, catalog = service_catalog)]
struct OutOfStock<T: fmt::Display + Sync> {
    item: &'static str,
    left: i8,
    shop: T,
    #[source]
    cause: Option<Box<dyn Error + Send + Sync>>,
}

fn out_of_stock<T: fmt::Display + Sync>(shop: T) -> OutOfStock<T> {
    OutOfStock { item: "tea", left: -3, shop, cause: None }
}

fn caused_by(cause: impl Into<Box<dyn Error + Send + Sync>>) -> OutOfStock<&'static str> {
    OutOfStock { cause: Some(cause.into()), ..out_of_stock("Leeds") }
}

#[test]
fn each_field_is_there() {
    let (event, line) = (json_of(|| emit(&caused_by("disk full"))), line!());
    assert_eq!(
        event["fields"],
        json!({
            "message": "'tea' is out of stock in Leeds: -3 left",
            "error.type": "SHOP-02",
            "name": "out-of-stock",
            "args.item": "tea",
            "args.left": -3,
            "args.shop": "Leeds",
            "chain": "disk full",
        })
    );
    assert_eq!((&event["level"], &event["target"]), (&json!("WARN"), &json!("token_codes_service")));
    assert_eq!((&event["filename"], &event["line_number"]), (&json!(file!()), &json!(line)));
}

#[test]
fn arguments_have_their_types() {
    let fields = json(&declined(None))["fields"].clone();
    assert_eq!(fields["message"], "Card ‹×› was declined: 20.5 and 0.1, final: true");
    assert_eq!(
        (&fields["args.amount"], &fields["args.fee"], &fields["args.is_final"]),
        (&json!(20.5), &json!(0.1), &json!(true))
    );
    let wide = |least: i128, most: u128| {
        let fields = json(&message!(Wide, least = least, most = most))["fields"].clone();
        (fields["args.least"].clone(), fields["args.most"].clone())
    };
    assert_eq!(wide(i64::MIN.into(), u64::MAX.into()), (json!(i64::MIN), json!(u64::MAX)));
    assert_eq!(wide(i128::MIN, u128::MAX), (json!(i128::MIN.to_string()), json!(u128::MAX.to_string())));
}

#[test]
fn nothing_is_there_for_what_the_code_lacks() {
    let closed = json!({"message": "The shop is closed", "error.type": "SHOP-05", "name": "closed"});
    assert_eq!(json(&message!(Closed))["fields"], closed);
    // In the log locale of that catalog, which is not its source locale.
    let digits = json!({"message": "Ziffern", "error.type": "000012"});
    assert_eq!(json(&own_catalog::message!("000012"))["fields"], digits);
}

#[test]
fn what_is_personal_is_masked_and_a_secret_is_not_there() {
    // The same error again as the cause, and as one that another type has in it.
    let cause = CodedError::from(declined(Some(declined(None).into())));
    let wrapped = caused_by(io::Error::other(cause));
    for error in [&declined(None) as &dyn TokenCode, &wrapped] {
        let (line, event) = (plain(|| emit(error)), json(error));
        assert!(line.contains("Card ‹×› was declined"), "{line}");
        for text in [&line, &event.to_string()] {
            assert!(!text.contains("4111") && !text.contains("0000"), "{text}");
        }
    }
    let fields = json(&declined(None))["fields"].clone();
    assert_eq!((&fields["args.card"], fields.get("args.pin")), (&json!("‹×›"), None));
    let chain = json(&wrapped)["fields"]["chain"].clone();
    assert_eq!(chain, "SHOP-03: Card ‹×› was declined: 20.5 and 0.1, final: true");
}

/// Not even by the branch that it chooses.
#[test]
fn a_personal_number_in_a_plural_is_masked() {
    for tries in [1, 2, 3, 4] {
        let fields = json(&message!(BasketFull, limit = 1000, over = 1, tries = tries))["fields"].clone();
        let message = "A basket takes no more than 1,000: 1 item is too many on your ‹×›th try";
        assert_eq!(fields["message"], message);
        assert_eq!((&fields["args.over"], &fields["args.tries"]), (&json!(1), &json!("‹×›")));
    }
}

#[test]
fn nothing_forges_a_line() {
    let error = OutOfStock { cause: Some(FORGED.into()), ..out_of_stock(FORGED) };
    let line = plain(|| emit(&error));
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.chars().all(|character| character == '\n' || !character.is_control()), "{line:?}");
    assert!(!line.contains('\u{202e}'), "{line:?}");

    let fields = &json(&error)["fields"];
    assert_eq!(fields["message"], format!("'tea' is out of stock in {ESCAPED}: -3 left"));
    assert_eq!((&fields["args.shop"], &fields["chain"]), (&json!(ESCAPED), &json!(ESCAPED)));
}

#[test]
fn a_text_does_not_forge_a_field() {
    let line = plain(|| emit(&out_of_stock(r#"tea" error.type="FORGED"#)));
    assert!(line.contains(r#"args.shop="tea\" error.type=\"FORGED""#), "{line}");
}

#[test]
fn the_level_is_that_of_the_code() {
    let of_level: [(&dyn TokenCode, &str); 4] = [
        (&message!(StatusOfNoError), "INFO"),
        (&out_of_stock("Leeds"), "WARN"),
        (&message!(Unexpected), "ERROR"), // critical
        (&message!(Closed), "ERROR"),     // which says nothing of it
    ];
    for (error, level) in of_level {
        assert_eq!(json(error)["level"], level, "{error}");
    }
}

/// Counts how often it is shown.
#[derive(Debug)]
struct Counted<'a>(&'a AtomicUsize);

impl fmt::Display for Counted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fetch_add(1, Ordering::Relaxed);
        f.write_str("shown")
    }
}

#[test]
fn a_level_that_is_off_shows_nothing() {
    let shown = AtomicUsize::new(0);
    let warnings = builder().with_max_level(LevelFilter::ERROR).with_writer(io::sink).finish();
    with_default(warnings, || emit(&out_of_stock(Counted(&shown))));
    assert_eq!(shown.load(Ordering::Relaxed), 0);
    plain(|| emit(&out_of_stock(Counted(&shown))));
    assert_eq!(shown.load(Ordering::Relaxed), 2, "in the message and as an argument");
}

#[test]
fn values_that_cannot_be_shown_leave_the_rest() {
    for bad in [FAILS, PANICS] {
        let fields = json(&out_of_stock(bad))["fields"].clone();
        let message = fields["message"].as_str().unwrap();
        assert!(message.starts_with("'tea' is out of stock in half‹!›"), "{message}");
        assert_eq!(fields["args.shop"], "half‹!›");
    }
    assert_eq!(json(&caused_by(FAILS))["fields"]["chain"], "half‹!›");
    assert_eq!(json(&caused_by(PANICS))["fields"]["chain"], "half‹!›");
}

#[test]
fn what_is_long_is_cut() {
    let long = "\n".repeat(1 << 20);
    let event = json(&OutOfStock { cause: Some(long.clone().into()), ..out_of_stock(&long) });
    for (field, bytes) in [("message", 8 << 10), ("args.shop", 8 << 10), ("chain", 2 << 10)] {
        let text = event["fields"][field].as_str().unwrap();
        assert!(text.len() < bytes + 50, "{field}: {} bytes", text.len());
        assert!(text.ends_with("bytes left out)"), "{text}");
    }
}

#[test]
fn a_chain_is_counted_to_its_end_or_until_it_has_none() {
    let fields = json(&caused_by(Link::chain(10_000)))["fields"].clone();
    let chain = fields["chain"].as_str().unwrap();
    assert!(chain.starts_with("cause 9999: cause 9998: "), "{chain}");
    assert!(chain.ends_with(": cause 9936: and 9936 more"), "{chain}");
    assert_eq!(json(&caused_by(Own))["fields"]["chain"], "again: and more than 98976 more");
}

/// The events, and the callsites that it was asked about.
#[derive(Default)]
struct Seen {
    callsites: Mutex<HashMap<usize, &'static str>>,
    events: Mutex<Vec<&'static str>>,
}

impl<S: Subscriber> Layer<S> for &'static Seen {
    fn register_callsite(&self, callsite: &'static Metadata<'static>) -> Interest {
        if callsite.target() == "threads" {
            self.callsites.lock().unwrap().insert(ptr::from_ref(callsite).addr(), callsite.name());
        }
        Interest::always()
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        self.events.lock().unwrap().push(event.metadata().name());
    }
}

#[test]
fn a_call_has_one_callsite_for_each_code_however_many_threads_make_it() {
    const THREADS: usize = 8;
    let seen: &'static Seen = Box::leak(Box::default());
    let (dispatch, barrier) = (Dispatch::new(registry().with(seen)), Barrier::new(THREADS));
    let emit_both = || {
        barrier.wait();
        for error in [&message!(Closed) as &dyn TokenCode, &message!(StatusOfNoError)] {
            emit_to("threads", error);
        }
    };
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| tracing::dispatcher::with_default(&dispatch, emit_both));
        }
    });
    let mut callsites: Vec<_> = seen.callsites.lock().unwrap().values().copied().collect();
    callsites.sort_unstable();
    assert_eq!(callsites, ["token_code.SHOP-05", "token_code.SHOP-07"]);
    assert_eq!(seen.events.lock().unwrap().len(), 2 * THREADS);
}

#[test]
fn what_has_no_code_is_the_cause_of_what_stands_for_it() {
    let service = Service::new(Code::Unexpected);
    let fields = |error: &(dyn Error + 'static)| json(&service.coded(error))["fields"].clone();
    let uncoded = fields(&io::Error::other("disk full"));
    assert_eq!((&uncoded["error.type"], &uncoded["chain"]), (&json!("SHOP-01"), &json!("disk full")));

    let coded = fields(&CodedError::from(caused_by("disk full")));
    assert_eq!((&coded["error.type"], &coded["chain"]), (&json!("SHOP-02"), &json!("disk full")));
}

#[test]
fn it_can_be_a_hook() {
    let hook: fn(&dyn TokenCode) = emit;
    let line = plain(|| hook(&message!(Closed)));
    assert!(line.contains("The shop is closed"), "{line}");
}
