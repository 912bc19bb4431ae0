//! What a field is, which a macro cannot see: whether it is what is wanted, or holds that, or points to it.
//!
//! A macro sees an alias, or the `$ty` of another macro, and `Arc<String>` as words. So it asks with a method call: the
//! compiler looks along a chain of types for the first that has the method, from [`Field`] to [`Unfit`], which has it
//! for all and then says what is missing. The methods are inherent ones of types of this crate, so that no method of
//! the field's type, and none of a trait that is in scope, is called in their place.

// What matters of these methods is for which types there is one.
#![allow(clippy::must_use_candidate, clippy::unused_self)]

use core::error::Error;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::fill::{FillAny, FillBoolean, FillFloat, FillInteger, FillNumber, FillPlural, FillText};
use crate::source::{AsError, FieldNamedSource, SourceField};
use crate::token_code::TokenCode;
use crate::value::Value;

/// What makes a value of a field, or of an argument.
pub type Fill<T> = for<'a> fn(&'a T) -> Value<'a>;

/// What finds the error in a field, without its type.
type FindObject<T> = for<'a> fn(&'a T) -> &'a (dyn TokenCode + 'a);

/// What finds the cause in a field, if its type says that it has a code.
type FindCoded<T> = for<'a> fn(&'a T) -> Option<&'a (dyn TokenCode + 'a)>;

/// What finds the cause in a field.
type FindSource<T> = for<'a> fn(&'a T) -> Option<&'a (dyn Error + 'static)>;

/// A field that fills a placeholder.
pub enum Filling {}
/// A field that fills a placeholder by which a text chooses a plural.
pub enum Choosing {}
/// A field that fills a placeholder whose digits a text groups.
pub enum Grouped {}
/// A field that is marked as the source.
pub enum Marked {}
/// A field that is the source because of its name.
pub enum Named {}
/// A field that is the error itself.
pub enum Transparent {}

/// A type, and what is wanted of it. It is a value without a field.
type Of<T, Role> = PhantomData<(fn(&T), Role)>;

macro_rules! steps {
    ($($(#[$attribute:meta])* $step:ident -> $next:ident,)+) => {$(
        $(#[$attribute])*
        pub struct $step<T: ?Sized, Role>(Of<T, Role>);

        impl<T: ?Sized, Role> Deref for $step<T, Role> {
            type Target = $next<T, Role>;

            fn deref(&self) -> &$next<T, Role> {
                &$next(PhantomData)
            }
        }
    )+};
}

steps! {
    /// The field itself.
    Field -> InOption,
    /// What is in an `Option`.
    InOption -> Pointee,
    /// What a pointer points to.
    Pointee -> PointeeInOption,
    /// What a pointer in an `Option` points to.
    PointeeInOption -> SecondPointee,
    /// What a pointer to a pointer points to.
    SecondPointee -> ThirdPointee,
    /// What the third of three pointers points to.
    ThirdPointee -> Unfit,
}

/// None of these.
pub struct Unfit<T: ?Sized, Role>(Of<T, Role>);

impl<T: ?Sized> Field<T, Filling> {
    /// The field is to fill a placeholder.
    pub const fn filling(_: &T) -> Self {
        Self(PhantomData)
    }
}

impl<T: ?Sized> Field<T, Choosing> {
    /// The field is to fill a placeholder by which a text chooses a plural.
    pub const fn choosing(_: &T) -> Self {
        Self(PhantomData)
    }
}

impl<T: ?Sized> Field<T, Grouped> {
    /// The field is to fill a placeholder whose digits a text groups.
    pub const fn grouped(_: &T) -> Self {
        Self(PhantomData)
    }
}

impl<T: ?Sized> Field<T, Marked> {
    /// The field is to be the source.
    pub const fn marked_source(_: &T) -> Self {
        Self(PhantomData)
    }
}

impl<T: ?Sized> Field<T, Named> {
    /// The field is to be the source.
    pub const fn named_source(_: &T) -> Self {
        Self(PhantomData)
    }
}

impl<T: ?Sized> Field<T, Transparent> {
    /// The field is to be the error itself.
    pub const fn transparent(_: &T) -> Self {
        Self(PhantomData)
    }
}

macro_rules! fill {
    ($method:ident: $fill:ident::$value:ident) => {
        impl<T: $fill + ?Sized, Role> Field<T, Role> {
            /// What makes the value.
            pub const fn $method(&self) -> Fill<T> {
                T::$value
            }
        }

        impl<T: Deref<Target: $fill> + ?Sized, Role> Pointee<T, Role> {
            /// What makes the value.
            pub const fn $method(&self) -> Fill<T> {
                |field| field.deref().$value()
            }
        }

        impl<T: Deref<Target: Deref<Target: $fill>> + ?Sized, Role> SecondPointee<T, Role> {
            /// What makes the value.
            pub const fn $method(&self) -> Fill<T> {
                |field| field.deref().deref().$value()
            }
        }

        impl<T: Deref<Target: Deref<Target: Deref<Target: $fill>>> + ?Sized, Role> ThirdPointee<T, Role> {
            /// What makes the value.
            pub const fn $method(&self) -> Fill<T> {
                |field| field.deref().deref().deref().$value()
            }
        }
    };
}

fill!(__text: FillText::text);
fill!(__integer: FillInteger::integer);
fill!(__boolean: FillBoolean::boolean);
fill!(__float: FillFloat::float);

impl<T: ?Sized> Field<T, Filling> {
    /// What makes the value.
    pub const fn __any(&self) -> Fill<T>
    where
        T: FillAny,
    {
        T::any
    }

    /// What stands for a secret, which can be of any type since it is not read.
    pub const fn __secret(&self) -> Fill<T> {
        |_| Value::Secret
    }
}

// Written out: rustc shows a bound that a macro has written with all of the macro around it.
impl<T: ?Sized> Unfit<T, Filling> {
    /// What would make the value.
    pub fn __text(&self) -> Fill<T>
    where
        T: FillText,
    {
        T::text
    }

    /// What would make the value.
    pub fn __integer(&self) -> Fill<T>
    where
        T: FillInteger,
    {
        T::integer
    }

    /// What would make the value.
    pub fn __boolean(&self) -> Fill<T>
    where
        T: FillBoolean,
    {
        T::boolean
    }

    /// What would make the value.
    pub fn __float(&self) -> Fill<T>
    where
        T: FillFloat,
    {
        T::float
    }
}

impl<T: ?Sized> Unfit<T, Choosing> {
    /// What would make the value.
    pub fn __integer(&self) -> Fill<T>
    where
        T: FillPlural,
    {
        T::integer
    }
}

impl<T: ?Sized> Unfit<T, Grouped> {
    /// What would make the value.
    pub fn __integer(&self) -> Fill<T>
    where
        T: FillNumber,
    {
        T::integer
    }
}

impl<T: AsError<'static> + ?Sized, Role> Field<T, Role> {
    /// What finds the cause.
    pub fn __source(&self) -> FindSource<T> {
        |field| Some(field.as_error())
    }
}

impl<T: AsError<'static>, Role> InOption<Option<T>, Role> {
    /// What finds the cause.
    pub fn __source(&self) -> FindSource<Option<T>> {
        |field| field.as_ref().map(AsError::as_error)
    }
}

impl<T: Deref<Target: AsError<'static>> + ?Sized, Role> Pointee<T, Role> {
    /// What finds the cause.
    pub fn __source(&self) -> FindSource<T> {
        |field| Some(field.deref().as_error())
    }
}

impl<T: Deref<Target: AsError<'static>>, Role> PointeeInOption<Option<T>, Role> {
    /// What finds the cause.
    pub fn __source(&self) -> FindSource<Option<T>> {
        |field| field.as_ref().map(|field| field.deref().as_error())
    }
}

impl<T: Deref<Target: Deref<Target: AsError<'static>>> + ?Sized, Role> SecondPointee<T, Role> {
    /// What finds the cause.
    pub fn __source(&self) -> FindSource<T> {
        |field| Some(field.deref().deref().as_error())
    }
}

impl<T: ?Sized> Unfit<T, Marked> {
    /// What would find the cause.
    pub fn __source(&self) -> FindSource<T>
    where
        T: SourceField,
    {
        T::source
    }
}

impl<T: ?Sized> Unfit<T, Named> {
    /// What would find the cause.
    pub fn __source(&self) -> FindSource<T>
    where
        T: FieldNamedSource,
    {
        T::source
    }
}

impl<T: TokenCode> Field<T, Transparent> {
    /// What finds the error.
    pub fn __error(&self) -> fn(&T) -> &T {
        |field| field
    }
}

impl<T: Deref<Target: TokenCode + Sized> + ?Sized> Pointee<T, Transparent> {
    /// What finds the error.
    pub fn __error(&self) -> fn(&T) -> &T::Target {
        |field| &**field
    }
}

impl<T: Deref<Target: Deref<Target: TokenCode + Sized>> + ?Sized> SecondPointee<T, Transparent> {
    /// What finds the error.
    pub fn __error(&self) -> fn(&T) -> &<T::Target as Deref>::Target {
        |field| field.deref().deref()
    }
}

impl<T: ?Sized> Unfit<T, Transparent> {
    /// What would find the error.
    pub fn __error(&self) -> fn(&T) -> &T
    where
        T: TokenCode,
    {
        |field| field
    }
}

impl<T: TokenCode + ?Sized, Role> Field<T, Role> {
    /// What finds the cause with a code.
    pub fn __coded(&self) -> FindCoded<T> {
        |field| Some(field.as_dyn())
    }
}

impl<T: TokenCode, Role> InOption<Option<T>, Role> {
    /// What finds the cause with a code.
    pub fn __coded(&self) -> FindCoded<Option<T>> {
        |field| field.as_ref().map(T::as_dyn)
    }
}

impl<T: Deref<Target: TokenCode> + ?Sized, Role> Pointee<T, Role> {
    /// What finds the cause with a code.
    pub fn __coded(&self) -> FindCoded<T> {
        |field| Some(field.deref().as_dyn())
    }
}

impl<T: Deref<Target: TokenCode>, Role> PointeeInOption<Option<T>, Role> {
    /// What finds the cause with a code.
    pub fn __coded(&self) -> FindCoded<Option<T>> {
        |field| field.as_ref().map(|field| field.deref().as_dyn())
    }
}

impl<T: Deref<Target: Deref<Target: TokenCode>> + ?Sized, Role> SecondPointee<T, Role> {
    /// What finds the cause with a code.
    pub fn __coded(&self) -> FindCoded<T> {
        |field| Some(field.deref().deref().as_dyn())
    }
}

impl<T: ?Sized, Role> Unfit<T, Role> {
    /// What says that no cause has a code.
    pub fn __coded(&self) -> FindCoded<T> {
        |_| None
    }
}

impl<T: TokenCode + ?Sized> Field<T, Transparent> {
    /// What finds the error, of whatever catalog.
    pub fn __object(&self) -> FindObject<T> {
        |field| field.as_dyn()
    }
}

impl<T: Deref<Target: TokenCode> + ?Sized> Pointee<T, Transparent> {
    /// What finds the error, of whatever catalog.
    pub fn __object(&self) -> FindObject<T> {
        |field| field.deref().as_dyn()
    }
}

impl<T: Deref<Target: Deref<Target: TokenCode>> + ?Sized> SecondPointee<T, Transparent> {
    /// What finds the error, of whatever catalog.
    pub fn __object(&self) -> FindObject<T> {
        |field| field.deref().deref().as_dyn()
    }
}

impl<T: ?Sized> Unfit<T, Transparent> {
    /// What would find the error.
    pub fn __object(&self) -> FindObject<T>
    where
        T: TokenCode,
    {
        |field| field.as_dyn()
    }
}
