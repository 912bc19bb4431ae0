//! Tasks of a runtime with several threads localize, list arguments and fill texts, and await with all of that alive.

use std::cell::Cell;
use std::error::Error;
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::thread;

use own_catalog::ShopError;
use service_errors::{AuthError, ServiceError};
use token_codes::{AnyCode, CodedError, Locale, TokenCode, message};

fn expiry() -> AuthError {
    AuthError::ExpiryTooFar { max_hours: 24, expires_at: "2026-12-01".into() }
}

/// Comes back once, so that what is alive around it is in the future.
async fn send(text: String) -> String {
    let mut is_first = true;
    std::future::poll_fn(|_| {
        if std::mem::replace(&mut is_first, false) { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    text
}

/// What `tokio::spawn` asks for; each step of the future is taken on another thread.
fn spawn<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
    let mut future = Box::pin(future);
    loop {
        let step = thread::spawn(move || {
            let poll = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            (poll, future)
        });
        match step.join().expect("the future does not panic") {
            (Poll::Ready(output), _) => return output,
            (Poll::Pending, same) => future = same,
        }
    }
}

async fn report(error: impl TokenCode + Send + Sync) -> Vec<String> {
    let english = error.localized_in("en").expect("it is a locale");
    let mut sent = vec![send(english.to_string()).await];
    for arg in error.args() {
        sent.push(send(format!("{}={}", arg.name, arg.value)).await);
    }
    let first = error.arg(0).expect("there is one");
    sent.push(send(first.to_string()).await);
    let filled = error.fill("{0}");
    sent.push(send(filled.to_string()).await);
    sent.push(send(format!("{english:?} {error}")).await);
    sent
}

fn assert_reported(sent: &[String]) {
    assert_eq!(sent[1..5], ["max_hours=24", "expires_at=2026-12-01", "24", "24"]);
    assert!(sent[0].starts_with("The expiry date of a token request"), "{sent:?}");
}

#[test]
fn errors_of_every_form_go_with_a_task() {
    assert_reported(&spawn(report(expiry())));
    assert_reported(&spawn(report(ServiceError::from(expiry()))));
    assert_reported(&spawn(report(Arc::new(expiry()))));
    assert_reported(&spawn(report(Box::new(expiry()))));
    assert_reported(&spawn(report(message!(TOK005, max_hours = 24, expires_at = "2026-12-01"))));
    let shared: Arc<dyn TokenCode + Send + Sync> = Arc::new(expiry());
    assert_reported(&spawn(report(shared)));
}

#[test]
fn an_object_goes_with_a_task() {
    async fn report(error: Box<dyn TokenCode + Send + Sync>) -> String {
        let text = error.localized_in("en").expect("it is a locale");
        let args = error.args();
        let mut sent = send(text.to_string()).await;
        for arg in args {
            sent += &send(format!(" {arg:?}")).await;
        }
        sent
    }
    let sent = spawn(report(expiry().into()));
    assert!(
        sent.contains("max_hours") && sent.contains("Unsigned(24)") && sent.contains("2026-12-01"),
        "{sent}"
    );
    let object: CodedError = expiry().into();
    let sent = spawn(async move {
        let text = object.localized_in("en").expect("it is a locale");
        let args = object.args();
        send(text.to_string()).await + &send(args.count().to_string()).await
    });
    assert!(sent.ends_with("accordingly.2"), "{sent}");
}

#[test]
fn a_locale_of_the_catalog_goes_with_a_task() {
    let sent = spawn(async {
        let error = expiry();
        let text = error.localized(Locale::En);
        let shop = ShopError::OutOfStock { item: "tea", left: 0, shop: 1.5 };
        let german = shop.localized(own_catalog::Locale::De);
        let template = token_codes::Code::TOK013.message(Locale::En);
        let values = ["7f3a".into()];
        let filled = template.with(&values);
        send(format!("{text} {german}")).await + &send(filled.to_string()).await
    });
    assert!(sent.contains("24") && sent.contains("tea") && sent.contains("7f3a"), "{sent}");
}

/// Carries what cannot be shared, and shows what can.
#[derive(Debug, TokenCode)]
#[token(TOK013)]
struct OnOneThread {
    token_id: u64,
    retries: Cell<u8>,
    #[source]
    cause: Option<Box<dyn Error>>,
}

/// Shows a text that is not `Sync` itself.
#[derive(Debug, TokenCode)]
#[token("XJ001.U", catalog = own_catalog)]
struct Counted {
    item: Rc<str>,
    left: Rc<u8>,
    shop: char,
}

fn assert_send(_: &(impl Send + Sync)) {}

#[test]
fn an_error_that_cannot_be_shared_works_on_its_thread() {
    let error = OnOneThread { token_id: 7, retries: Cell::new(3), cause: Some("disk full".into()) };
    assert_eq!(error.localized(Locale::En).to_string(), error.localized_in("en").unwrap().to_string());
    assert_eq!(error.args().map(|arg| arg.value.to_string()).collect::<Vec<_>>(), ["7"]);
    assert_eq!((error.retries.get(), error.source().is_some()), (3, true));
    // What is taken out of it is Send even so.
    let (text, args) = (error.localized_in("en").unwrap(), error.args());
    assert_send(&text);
    assert_send(&args);
    assert_send(&error.fill("{0}"));
    let boxed: Box<dyn TokenCode + '_> = (&error).into();
    assert_eq!(boxed.any_code(), AnyCode::from(error.code()));
    let counted = Counted { item: "tea".into(), left: Rc::new(0), shop: 'A' };
    assert_send(&counted.args());
    assert_eq!(counted.to_string(), "'tea' is out of stock in A: 0 left, {not a placeholder}");
}

#[test]
fn a_future_is_polled_where_it_is() {
    let error = OnOneThread { token_id: 7, retries: Cell::new(0), cause: None };
    let mut future = pin!(async {
        let text = error.localized(Locale::En);
        send(text.to_string()).await
    });
    let mut context = Context::from_waker(Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_pending());
    assert!(future.as_mut().poll(&mut context).is_ready());
}
