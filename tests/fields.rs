//! Which fields a type can have: what fills a placeholder, what is a source, and what else a field may be.
#![deny(warnings)]

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::io;
use std::num::NonZero;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use token_codes::{TokenCode, Value, message};

/// The message of `XJ002` with this text.
fn text_message(item: &str) -> String {
    format!("'{item}' is in x")
}

macro_rules! text_fields {
    ($($test:ident: $ty:ty = $value:expr;)+) => {$(
        #[test]
        fn $test() {
            #[derive(Debug, TokenCode)]
            #[token(XJ002, catalog = own_catalog)]
            struct InField {
                item: $ty,
                shop: char,
            }

            let error = InField { item: $value, shop: 'x' };
            assert_eq!(error.to_string(), text_message("tea"));
            assert!(matches!(error.arg(0), Some(Value::Text("tea"))));
            let item: $ty = $value;
            let message = own_catalog::message!(XJ002, item, shop = 'x');
            assert_eq!(message.to_string(), text_message("tea"));
            assert!(matches!(message.arg(0), Some(Value::Text("tea"))));
        }
    )+};
}

text_fields! {
    text_in_a_string: String = "tea".into();
    text_in_a_str: &'static str = "tea";
    text_behind_two_references: &'static &'static str = &"tea";
    text_in_a_box: Box<str> = "tea".into();
    text_in_an_arc: Arc<str> = "tea".into();
    text_in_a_rc: Rc<str> = "tea".into();
    text_in_a_cow: Cow<'static, str> = "tea".into();
    a_string_in_a_box: Box<String> = Box::new("tea".into());
    a_string_in_an_arc: Arc<String> = Arc::new("tea".into());
    a_string_in_a_rc: Rc<String> = Rc::new("tea".into());
    a_cow_in_an_arc: Arc<Cow<'static, str>> = Arc::new("tea".into());
    a_string_in_an_arc_in_a_box: Box<Arc<String>> = Box::new(Arc::new("tea".into()));
    a_string_in_a_newtype_in_an_arc_in_a_box: Box<Arc<Pointer>> = Box::new(Arc::new(Pointer("tea".into())));
    a_string_in_a_newtype_with_deref: Pointer = Pointer("tea".into());
    text_in_a_newtype_with_as_ref: Text = Text("tea");
}

#[derive(Debug)]
struct Pointer(String);

impl Deref for Pointer {
    type Target = String;

    fn deref(&self) -> &String {
        &self.0
    }
}

/// It is text, and points to something that is none.
#[derive(Debug)]
struct Text(&'static str);

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl Deref for Text {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct Hours<T, U> {
    max_hours: Box<T>,
    expires_at: U,
}

#[derive(Debug, TokenCode)]
#[token(TOK005)]
struct SharedHours {
    max_hours: Arc<NonZero<i64>>,
    expires_at: Arc<str>,
}

#[test]
fn an_integer_can_be_pointed_to() {
    let error =
        SharedHours { max_hours: Arc::new(NonZero::new(-3).expect("not zero")), expires_at: "x".into() };
    assert!(matches!(error.arg(0), Some(Value::Signed(-3))));
    assert!(error.to_string().contains("-3時間"));
    let message = message!(TOK005, max_hours = Rc::new(7_u8), expires_at = 0);
    assert!(matches!(message.arg(0), Some(Value::Unsigned(7))));
}

#[derive(Debug, TokenCode)]
#[token(PLURAL, catalog = own_catalog)]
struct Counted<'a, T, U> {
    files: &'a Arc<NonZero<i64>>,
    place: T,
    bytes: &'a U,
}

/// A number that chooses a plural or has its digits grouped can be all that any other integer can be.
#[test]
fn a_number_in_a_plural_can_be_pointed_to() {
    let files = NonZero::new(-3).expect("not zero");
    let error = Counted { files: &Arc::new(files), place: &2_u8, bytes: &u128::MAX };
    assert!(matches!(error.arg(0), Some(Value::Signed(-3))));
    assert!(matches!(error.arg(1), Some(Value::Unsigned(2))));
    assert!(matches!(error.arg(2), Some(Value::WideUnsigned(wide)) if wide.get() == u128::MAX));
    let message = own_catalog::message!(PLURAL, files = Rc::new(&files), place = &&7, bytes = i128::MIN);
    assert!(matches!(message.arg(0), Some(Value::Signed(-3))));
    assert!(matches!(message.arg(1), Some(Value::Signed(7))));
    assert!(matches!(message.arg(2), Some(Value::WideSigned(wide)) if wide.get() == i128::MIN));
}

/// In a constant, too, where nothing is pointed to.
#[test]
fn arguments_can_be_constant() {
    let shown = const { message!(TOK005, max_hours = 24, expires_at = 'x') };
    assert!(shown.to_string().contains("24時間"));
    let shown = const { own_catalog::message!(XJ002, item = "tea", shop = 'x') };
    assert_eq!(shown.to_string(), text_message("tea"));
}

/// The one field of a tuple fills the one placeholder, beside a source, too.
#[derive(Debug, TokenCode)]
enum OneField<T> {
    #[token(TOK013)]
    Generic(T),
    #[token(TOK002)]
    WithSource(u64, #[source] io::Error),
    #[token(TOK003)]
    AfterSource(#[source] io::Error, &'static str),
    #[token(TOK013)]
    Marked(u8, #[token(token_id)] u8),
    /// Nothing to fill: it is carried.
    #[token(TOK007)]
    Carried(u8),
}

#[test]
fn the_one_field_of_a_tuple_needs_no_mark() {
    let cause = || io::Error::other("cause");
    let shown = |error: OneField<&str>| error.args().map(|arg| arg.value.to_string()).collect::<Vec<_>>();
    assert_eq!(shown(OneField::Generic("a")), ["a"]);
    assert_eq!(shown(OneField::WithSource(2, cause())), ["2"]);
    assert_eq!(shown(OneField::AfterSource(cause(), "c")), ["c"]);
    assert_eq!(shown(OneField::Marked(1, 2)), ["2"]);
    assert_eq!(shown(OneField::Carried(1)), [""; 0]);
    for error in [OneField::<u8>::Marked(1, 2), OneField::Carried(1)] {
        assert!(matches!(error, OneField::Marked(1, _) | OneField::Carried(1)));
    }
    assert!(OneField::<u8>::AfterSource(cause(), "c").source().is_some());
}

#[derive(Debug)]
struct Cause(&'static str);

impl Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Cause {}

/// Points to an error, and is none.
#[derive(Debug)]
struct Report(Box<dyn Error + Send + Sync>);

impl Deref for Report {
    type Target = dyn Error + Send + Sync;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

type Maybe<T> = Option<T>;

macro_rules! sources {
    ($($test:ident: $ty:ty = $value:expr;)+) => {$(
        #[test]
        fn $test() {
            #[derive(Debug, TokenCode)]
            #[token(TOK007)]
            struct Marked {
                #[source]
                cause: $ty,
            }

            #[derive(Debug, TokenCode)]
            enum Named {
                #[token(TOK007)]
                Case { source: $ty },
            }

            #[derive(Debug, TokenCode)]
            #[token(TOK007)]
            struct Made(#[from] $ty);

            let (made, named): ($ty, _) = ($value, Named::Case { source: $value });
            let errors: [Box<dyn Error>; 3] =
                [Box::new(Marked { cause: $value }), Box::new(named), Box::new(Made::from(made))];
            for error in errors {
                assert!(error.source().is_some_and(|source| source.to_string().contains("cause")));
            }
        }
    )+};
}

sources! {
    an_error: Cause = Cause("cause");
    an_error_in_a_box: Box<Cause> = Box::new(Cause("cause"));
    an_error_in_an_arc: Arc<Cause> = Arc::new(Cause("cause"));
    an_error_in_a_rc: Rc<Cause> = Rc::new(Cause("cause"));
    an_error_behind_a_reference: &'static Cause = &Cause("cause");
    an_object: Box<dyn Error> = Box::new(Cause("cause"));
    an_object_that_is_send: Box<dyn Error + Send> = Box::new(Cause("cause"));
    an_object_that_is_send_and_sync: Box<dyn Error + Send + Sync> = Box::new(Cause("cause"));
    an_object_in_an_arc: Arc<dyn Error + Send + Sync> = Arc::new(Cause("cause"));
    an_object_in_a_rc: Rc<dyn Error> = Rc::new(Cause("cause"));
    an_object_behind_a_reference: &'static (dyn Error + Sync) = &Cause("cause");
    an_object_in_a_box_in_an_arc: Arc<Box<dyn Error + Send + Sync>> = Arc::new(Box::new(Cause("cause")));
    a_report: Report = Report(Box::new(Cause("cause")));
    a_report_in_an_arc: Arc<Report> = Arc::new(Report(Box::new(Cause("cause"))));
    an_error_that_may_be_there: Option<Cause> = Some(Cause("cause"));
    an_object_that_may_be_there: Option<Box<dyn Error + Send + Sync>> = Some(Box::new(Cause("cause")));
    a_report_that_may_be_there: Option<Report> = Some(Report(Box::new(Cause("cause"))));
    an_option_by_another_name: Maybe<Cause> = Some(Cause("cause"));
    an_object_with_a_code: Box<dyn TokenCode> = Box::new(own_catalog::message!(XJ002, item = "cause", shop = 'x'));
}

mod captured {
    //! Traits and methods of the names that an expansion could call.

    use std::error::Error;
    use std::io;
    use std::sync::Arc;

    use token_codes::TokenCode;

    use super::{Cause, text_message};

    // Otherwise something has been captured.
    #[expect(dead_code)]
    trait Captures {
        fn as_error(&self) -> &str;
        fn source(&self) -> Option<&str>;
        fn text(&self) -> u8;
        fn integer(&self) -> u8;
        fn any(&self) -> u8;
        fn with_values(&self) -> u8;
        fn code(&self) -> u8;
        fn any_code(&self) -> u8;
        fn as_dyn(&self) -> u8;
        fn deref(&self) -> u8;
        fn as_ref(&self) -> u8;
        fn into(&self) -> u8;
        fn fmt(&self) -> u8;
    }

    macro_rules! captures {
        ($($method:ident)+) => {
            impl<T: ?Sized> Captures for T {
                fn as_error(&self) -> &str {
                    panic!("captured")
                }
                fn source(&self) -> Option<&str> {
                    panic!("captured")
                }
                $(fn $method(&self) -> u8 {
                    panic!("captured")
                })+
            }
        };
    }

    captures!(text integer any with_values code any_code as_dyn deref as_ref into fmt);

    impl Cause {
        pub fn as_error(&self) -> &str {
            self.0
        }
        pub fn source(&self) -> usize {
            self.0.len()
        }
        pub fn deref(&self) -> usize {
            self.0.len()
        }
    }

    #[derive(Debug, TokenCode)]
    #[token(catalog = own_catalog)]
    enum AllOfIt {
        #[token(XJ002)]
        Text { item: Arc<String>, shop: char },
        #[token(OutOfStock)]
        Integer { item: String, left: Box<u8>, shop: Cause },
        #[token(ROLE_1)]
        Source(#[source] Cause),
        #[token(Ready)]
        Object(#[from] Box<dyn Error + Send + Sync>),
        #[token("000012")]
        Io(#[from] io::Error),
    }

    #[test]
    fn no_method_is_captured() {
        let text = AllOfIt::Text { item: Arc::new(String::from("tea")), shop: 'x' };
        assert_eq!(text.to_string(), text_message("tea"));
        let integer = AllOfIt::Integer { item: String::from("tea"), left: Box::new(2), shop: Cause("x") };
        assert_eq!(integer.to_string(), "'tea' is out of stock in x: 2 left, {not a placeholder}");
        let object: Box<dyn Error + Send + Sync> = Box::from("cause");
        for error in
            [AllOfIt::Source(Cause("c")), AllOfIt::from(object), AllOfIt::from(io::Error::other("c"))]
        {
            assert!(Error::source(&error).is_some());
        }
        assert_eq!(Cause("c").as_error(), "c");
        assert_eq!((Cause("c").source(), Cause("c").deref()), (1, 1));
        let message = own_catalog::message!(XJ002, item = Arc::new(String::from("tea")), shop = 'x');
        assert_eq!(message.to_string(), text_message("tea"));
    }
}

/// A field that is called `source`, and is none.
#[derive(Debug, TokenCode)]
#[token(TOK007)]
struct DataNamedSource {
    r#source: String,
}

/// It is one all the same if it is marked.
#[derive(Debug, TokenCode)]
#[token(TOK007)]
struct RawAndMarked {
    #[source]
    r#source: Cause,
}

#[test]
fn a_raw_source_is_data() {
    let error = DataNamedSource { source: "file.rs".into() };
    assert!(Error::source(&error).is_none());
    assert_eq!(error.source, "file.rs");
    assert!(Error::source(&RawAndMarked { source: Cause("cause") }).is_some());
}

#[derive(Debug, TokenCode)]
#[token(XJ002, catalog = own_catalog)]
struct Pointers<'a, T, S, const N: usize>
where
    T: Clone,
{
    item: &'a Rc<T>,
    shop: char,
    #[source]
    cause: Option<Rc<S>>,
    _carried: [T; N],
}

#[test]
fn pointers_to_generic_types() {
    let text = Arc::<str>::from("tea");
    let error = Pointers { item: &Rc::new(text), shop: 'x', cause: Some(Rc::new(Cause("c"))), _carried: [] };
    assert_eq!(error.to_string(), text_message("tea"));
    assert!(error.source().is_some());
}

#[derive(Debug, TokenCode)]
enum Tree<P: Debug + Display + Send + Sync + 'static> {
    #[token(TOK007)]
    Boxed(#[source] Box<Tree<P>>),
    #[token(TOK008)]
    Of { source: Arc<Self> },
    #[token(TOK009)]
    Perhaps(#[source] Option<Box<Tree<P>>>),
    #[token(TOK013)]
    Shown { token_id: Box<Tree<P>> },
    #[token(TOK002)]
    Leaf { download_id: P },
}

#[test]
fn a_generic_error_can_hold_itself() {
    let leaf = || Tree::Leaf { download_id: 7 };
    let holds: [Tree<u8>; 3] = [
        Tree::Boxed(Box::new(leaf())),
        Tree::Of { source: Arc::new(leaf()) },
        Tree::Perhaps(Some(Box::new(leaf()))),
    ];
    for error in &holds {
        assert_eq!(error.source().map(ToString::to_string), Some(leaf().to_string()));
    }
    let shown = Tree::Shown { token_id: Box::new(leaf()) };
    assert!(shown.to_string().contains(&leaf().to_string()));
}

#[derive(Debug, TokenCode)]
#[token(XJ002, catalog = own_catalog)]
struct UnsizedText {
    shop: char,
    item: str,
}

#[derive(Debug, TokenCode)]
#[token(XJ002, catalog = own_catalog)]
struct MaybeUnsized<T: ?Sized> {
    item: &'static str,
    shop: T,
}

#[derive(Debug, TokenCode)]
#[token(TOK007)]
struct UnsizedSource {
    #[source]
    cause: dyn Error,
}

#[derive(Debug, TokenCode)]
#[token(TOK007)]
struct UnsizedCarried<T>
where
    T: ?Sized,
{
    _carried: T,
}

#[test]
fn the_last_field_can_be_unsized() {
    let sized = MaybeUnsized { item: "tea", shop: ["x"; 1].concat() };
    assert_eq!(sized.to_string(), text_message("tea"));
    assert_eq!(sized.args().count(), 2, "a type of known size has all there is");
    let object: &MaybeUnsized<dyn DisplaySync> = &MaybeUnsized { item: "tea", shop: 'x' };
    assert_eq!(object.item, "tea");
    let unsized_field: &UnsizedCarried<[u8]> = &UnsizedCarried { _carried: [1, 2] };
    assert_eq!(unsized_field.to_string(), message!(TOK007).to_string());
    let is_error =
        |error: Option<&UnsizedText>| error.map(|error| format!("{error} {}{}", error.shop, &error.item));
    assert_eq!(is_error(None), None);
    let source = |error: Option<&UnsizedSource>| error.and_then(Error::source).is_some();
    assert!(!source(None));
}

trait DisplaySync: Display + Debug + Sync {}
impl<T: Display + Debug + Sync> DisplaySync for T {}

#[derive(Debug, TokenCode)]
enum WithDeprecated {
    #[token(TOK007)]
    New,
    #[deprecated(note = "use New")]
    #[token(TOK008)]
    Old,
    #[deprecated]
    #[token(TOK013)]
    OldItem {
        #[deprecated]
        token_id: String,
    },
    #[deprecated]
    #[token(TOK009)]
    OldSource(#[from] io::Error),
}

#[deprecated]
#[derive(Debug, TokenCode)]
#[token(TOK007)]
struct Old;

#[allow(deprecated)]
#[derive(Debug, TokenCode)]
#[token(TOK013)]
struct HoldsOld<T: Display + Debug + Sync>(OldValue<T>);

#[deprecated]
#[derive(Debug)]
struct OldValue<T>(T);

#[allow(deprecated)]
impl<T: Display> Display for OldValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

#[test]
#[allow(deprecated)]
fn what_is_deprecated_is_silent_in_the_derive() {
    assert!(WithDeprecated::from(io::Error::other("x")).source().is_some());
    assert_eq!(WithDeprecated::New.to_string(), Old.to_string());
    assert_ne!(WithDeprecated::Old.to_string(), Old.to_string());
    assert!(WithDeprecated::OldItem { token_id: "x".into() }.to_string().contains("IDx"));
    assert!(HoldsOld(OldValue(3)).to_string().contains("ID3"));
    assert_eq!(Hours { max_hours: Box::new(3), expires_at: 'x' }.args().count(), 2);
}

macro_rules! from_a_macro {
    ($name:ident, $option:ty, $text:ty, $member:ident, $code:ident, [$($rest:tt)*]) => {
        #[derive(Debug, TokenCode)]
        #[token($code, catalog = own_catalog)]
        struct $name<T: Error + 'static> {
            item: $text,
            $member: char,
            #[source]
            cause: $option,
            generic: Option<T>,
            $($rest)*
        }
    };
}

macro_rules! nested {
    ($name:ident, $ty:ty) => {
        from_a_macro! { $name, Option<$ty>, Arc<$ty>, shop, XJ002, [_more: [u8; 1 + 0],] }
    };
}

from_a_macro!(OfMacro, Option<T>, Arc<String>, shop, XJ002, []);

#[test]
fn types_can_come_from_macros() {
    let error = OfMacro { item: Arc::new("tea".into()), shop: 'x', cause: Some(Cause("c")), generic: None };
    assert_eq!(error.to_string(), text_message("tea"));
    assert!(error.source().is_some());
    assert!(error.generic.is_none());
}

mod nested_fragments {
    use super::*;

    #[derive(Clone, Debug)]
    struct Both;

    impl Display for Both {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("both")
        }
    }

    impl Error for Both {}

    #[allow(clippy::unnecessary_literal_bound)]
    impl AsRef<str> for Both {
        fn as_ref(&self) -> &str {
            "tea"
        }
    }

    nested!(Nested, Both);

    #[test]
    fn fragments_within_fragments() {
        let error: Nested<Cause> =
            Nested { item: Arc::new(Both), shop: 'x', cause: Some(Both), generic: None, _more: [1] };
        assert_eq!(error.to_string(), text_message("tea"));
        assert!(error.source().is_some() && error.generic.is_none());
    }
}
