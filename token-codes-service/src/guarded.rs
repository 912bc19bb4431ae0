//! What others wrote may panic where it shows an error. That is no reason to lose the reply or the log of it.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// `None` if it panics. Nothing that it may have left half done is looked at again, but for a text so far.
pub(crate) fn guarded<T>(get: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(get)).ok()
}
