//! Points in time: whole seconds, as the store keeps them.

use jiff::Timestamp;

/// So many seconds from now.
pub fn after(seconds: u32) -> Timestamp {
    stored(Timestamp::now().as_second() + i64::from(seconds))
}

/// The time that the store has kept, which is one that there is.
pub fn stored(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or(Timestamp::MIN)
}

/// Whether the time has come that the store has kept.
pub fn is_past(second: i64) -> bool {
    second <= Timestamp::now().as_second()
}
