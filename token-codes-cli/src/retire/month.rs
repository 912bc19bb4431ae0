//! The month that it is, for `since`.

use std::time::{SystemTime, UNIX_EPOCH};

/// This month in UTC, such as `2026-11`.
pub(super) fn this() -> String {
    const SECONDS_A_DAY: u64 = 24 * 60 * 60;
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let (year, month) = month_of(since_1970.as_secs() / SECONDS_A_DAY);
    format!("{year:04}-{month:02}")
}

/// The year and the month of the day that is so many days after the first of 1970.
fn month_of(mut day: u64) -> (u64, usize) {
    let (mut year, mut month) = (1970, 0);
    loop {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let february = if is_leap { 29 } else { 28 };
        let days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month];
        if day < days {
            return (year, month + 1);
        }
        day -= days;
        month = (month + 1) % 12;
        year += u64::from(month == 0);
    }
}

#[cfg(test)]
mod tests {
    use super::month_of;

    /// The days are those that `date --date=@… +%F` tells.
    #[test]
    fn each_day_is_in_its_month() {
        for (day, month) in [
            (0, (1970, 1)),
            (30, (1970, 1)),
            (31, (1970, 2)),
            (11_016, (2000, 2)),
            (11_017, (2000, 3)),
            (20_453, (2025, 12)),
            (20_454, (2026, 1)),
            (47_540, (2100, 2)),
            (47_541, (2100, 3)),
        ] {
            assert_eq!(month_of(day), month, "{day}");
        }
    }
}
